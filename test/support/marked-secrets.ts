/** Secrets that are known again in whatever way they are written, each with all signs that mean something somewhere. */

const MARK = 'Ma-rk3d';
/** Between the signs, so that half a secret is found too. */
const PIECE = 'Zq7x';
const SIGNS = [...'&<>|@[]\\`*_~"\'%$'];

/** A secret on one line. */
export const hardWord = (name: string): string =>
  `${MARK}-${name}-${SIGNS.map((sign) => `${sign}${PIECE}`).join('')}`;

/** A secret of two. */
export const hardLines = (name: string): string => `${hardWord(name)}\n${hardWord(`${name}-2`)}`;

/** A secret in JSON, as clouds keep them. */
export const hardJson = (name: string): string =>
  JSON.stringify({ engine: 'postgres', login: { user: hardWord(`${name}-user`), password: hardWord(name) } });

/** A simple secret with the same marks, where the signs are not allowed. */
export const plainWord = (name: string): string => `${MARK}-${name}-${PIECE}`;

const inBase64 = [0, 1, 2].map((shift) =>
  Buffer.from(`${'x'.repeat(shift)}${MARK}`)
    .toString('base64')
    .slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + MARK.length) * 8) / 6)),
);
const FORMS = new RegExp([`(?:${MARK}|${PIECE})`, ...inBase64].join('|'), 'i');

/** The lines of a text that have something of such a secret, in whatever way it is written. */
export const toldIn = (text: string): string[] => text.split('\n').filter((line) => FORMS.test(line));

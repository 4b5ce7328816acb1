import { nameIn } from './written.ts';

/** What a line of a dump says of owners or privileges: which roles it names. */
export type NamedRoles =
  | { readonly owner: string }
  | { readonly grantee: string; readonly by: string | undefined }
  | { readonly forRole: string; readonly grantee: string };

/** A name as pg_dump writes it: bare or quoted. */
const NAME = '(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)';
/** The grantee of a privilege: a role, or PUBLIC. */
const GRANTEE = `PUBLIC|${NAME}`;
/** Objects of the whole server, which are not granted here. */
const SHARED = /^(?:DATABASE|ROLE|USER|GROUP|TABLESPACE|SUBSCRIPTION|SYSTEM|PARAMETER) /;
const TO_OWNER = new RegExp(`^(${NAME})$`);
const TO = new RegExp(`^(${GRANTEE})(?: WITH GRANT OPTION| GRANTED BY (${NAME}))*$`);
const DEFAULTS = new RegExp(`^ALTER DEFAULT PRIVILEGES FOR ROLE (${NAME}) `);
const DEFAULT_TO = new RegExp(`^(${GRANTEE})(?: WITH GRANT OPTION)?$`);

/**
 * Reads a line, in latin1, that is one whole statement about owners or privileges; undefined where it is not one. It is taken apart at
 * its words, as a pattern of all of it would take exponential time on quotes. Pure.
 */
export function namedRolesOf(line: string): NamedRoles | undefined {
  // Names keep their place, and have no words any more.
  const words = line.replace(/"[^"]*"/g, (name) => `"${'_'.repeat(name.length - 2)}"`);
  // Nothing that could end the statement before its end, or hold more than names.
  if (!/^[^;'$\\]*;$/.test(words) || (words.split('"').length - 1) % 2 !== 0) return undefined;
  const text = line.slice(0, -1);
  // A name with escapes, which no dump has, is not the name that it looks like.
  if (/\bU&"/i.test(words)) return undefined;
  if (words.startsWith('ALTER DEFAULT PRIVILEGES ')) return defaultsOf(text, words);
  if (words.startsWith('ALTER ')) return ownerOf(text, words);
  return /^(?:GRANT|REVOKE) /.test(words) ? grantOf(text, words) : undefined;
}

function ownerOf(text: string, words: string): NamedRoles | undefined {
  const at = words.lastIndexOf(' OWNER TO ');
  if (at <= 'ALTER '.length || SHARED.test(words.slice('ALTER '.length))) return undefined;
  const owner = TO_OWNER.exec(text.slice(at + ' OWNER TO '.length))?.[1];
  return owner === undefined ? undefined : { owner: nameIn(owner) };
}

function grantOf(text: string, words: string): NamedRoles | undefined {
  const on = words.indexOf(' ON ');
  const to = toOf(words);
  if (
    on < 0 ||
    to === undefined ||
    to.at <= on + ' ON '.length ||
    SHARED.test(words.slice(on + ' ON '.length))
  )
    return undefined;
  const [, grantee, by] = TO.exec(text.slice(to.end)) ?? [];
  return grantee === undefined ? undefined : { grantee: nameIn(grantee), by: by && nameIn(by) };
}

function defaultsOf(text: string, words: string): NamedRoles | undefined {
  const forRole = DEFAULTS.exec(text)?.[1];
  const to = toOf(words);
  const grantee = to && DEFAULT_TO.exec(text.slice(to.end))?.[1];
  if (forRole === undefined || grantee === undefined || !/ (?:GRANT|REVOKE) /.test(words)) return undefined;
  return { forRole: nameIn(forRole), grantee: nameIn(grantee) };
}

/** Where the grantee stands. */
function toOf(words: string): { at: number; end: number } | undefined {
  const word = [' TO ', ' FROM '].reduce((one, other) =>
    words.lastIndexOf(other) > words.lastIndexOf(one) ? other : one,
  );
  const at = words.lastIndexOf(word);
  return at < 0 ? undefined : { at, end: at + word.length };
}

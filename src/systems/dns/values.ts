import { domainToASCII } from 'node:url';
import { ActionError } from '../../runner/errors.ts';

/** The types of record whose values are understood. */
export const TYPES = ['A', 'AAAA', 'CNAME', 'TXT', 'MX', 'SRV', 'CAA'] as const;
export type Type = (typeof TYPES)[number];

const EXAMPLES: Record<Type, string> = {
  A: '192.0.2.10',
  AAAA: '2001:db8::10',
  CNAME: 'shop.example.net',
  TXT: '"v=spf1 -all"',
  MX: '10 mail.example.com',
  SRV: '10 5 5060 sip.example.com',
  CAA: '0 issue "letsencrypt.org"',
};

/**
 * A name in the one way in which names are compared: small letters, IDN in ASCII, no dot at its end.
 *
 * @returns undefined where it is none
 */
export function normalName(text: string): string | undefined {
  const plain = text.replace(/\.$/, '');
  // What has an underscore or a star is no host, and domainToASCII takes hosts only.
  const ascii = /^[\x21-\x7e]*$/.test(plain) ? plain.toLowerCase() : domainToASCII(plain);
  const labels = ascii.split('.');
  const fine = labels.every(
    (label, index) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label) || (label === '*' && index === 0),
  );
  return fine && ascii.length <= 253 ? ascii : undefined;
}

/**
 * A value in the one way in which values of its type are compared, as zone files have it.
 *
 * @throws ActionError that shows how it should be
 */
export function normalValue(type: Type, text: string): string {
  const value = NORMAL[type](text.trim());
  if (value !== undefined) return value;
  throw new ActionError(
    `${JSON.stringify(text)} is no value of ${article(type)} record; accepted are such as ${EXAMPLES[type]}.`,
  );
}

const article = (type: Type) => `${/^[ASM]/.test(type) ? 'an' : 'a'} ${type}`;

const NORMAL: Record<Type, (text: string) => string | undefined> = {
  A: (text) =>
    /^(\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255)
      ? text.split('.').map(Number).join('.')
      : undefined,
  AAAA: (text) =>
    /^[0-9a-f:.]+$/i.test(text) && text.includes(':') && URL.canParse(`http://[${text}]`)
      ? new URL(`http://[${text}]`).hostname.slice(1, -1)
      : undefined,
  CNAME: host,
  TXT: (text) => quoted(textOf(text)),
  MX: (text) => numbersThenHost(text, 1),
  SRV: (text) => numbersThenHost(text, 3),
  CAA(text) {
    const [, flags, tag = '', value] = /^(\d{1,3}) +([a-z0-9]+) +(.*)$/i.exec(text) ?? [];
    return value === undefined || Number(flags) > 255
      ? undefined
      : `${Number(flags)} ${tag.toLowerCase()} ${quoted(textOf(value))}`;
  },
};

function host(text: string): string | undefined {
  const name = normalName(text);
  return name?.startsWith('*') ? undefined : name;
}

function numbersThenHost(text: string, count: number): string | undefined {
  const parts = text.split(/\s+/);
  const numbers = parts.slice(0, count);
  const name = parts.length === count + 1 ? host(parts[count] ?? '') : undefined;
  const fine = numbers.every((part) => /^\d{1,5}$/.test(part) && Number(part) <= 65535);
  return fine && name !== undefined ? `${numbers.map(Number).join(' ')} ${name}` : undefined;
}

/** The text of a value of TXT, which zone files split into quoted parts of at most 255 bytes. */
export function textOf(value: string): string {
  if (!value.startsWith('"')) return value;
  return [...value.matchAll(/"((?:[^"\\]|\\.)*)"/gs)]
    .map(([, part = '']) =>
      part.replace(/\\(\d{3})|\\(.)/gs, (_, code?: string, sign = '') =>
        code ? String.fromCharCode(Number(code)) : sign,
      ),
    )
    .join('');
}

/** The parts of a text of TXT, in bytes. */
export function partsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const parts = Array.from({ length: Math.max(1, Math.ceil(bytes.length / 255)) }, (_, index) =>
    bytes.subarray(index * 255, (index + 1) * 255),
  );
  return parts;
}

const quoted = (text: string) =>
  partsOf(text)
    .map((part) => `"${part.toString().replace(/["\\]/g, '\\$&')}"`)
    .join(' ');

/** True where two record sets have the same values, in whatever order. */
export const sameValues = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');

import { isUtf8 } from 'node:buffer';
import { domainToASCII } from 'node:url';
import { ActionError } from '../../base/errors.ts';

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
  // What has an underscore or a star is not a host, and domainToASCII takes hosts only.
  const ascii = /^[\x21-\x7e]*$/.test(plain) ? plain.toLowerCase() : domainToASCII(plain);
  const labels = ascii.split('.');
  const fine = labels.every(
    (label, index) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label) || (label === '*' && index === 0),
  );
  return fine && ascii.length <= 253 ? ascii : undefined;
}

/** In which numbers bytes are escaped: zone files have decimal ones, Route 53 octal ones. */
type Radix = 8 | 10;

/**
 * A value in the one way in which values of its type are compared, as zone files have it.
 *
 * @throws ActionError that shows how it should be
 */
export function normalValue(type: Type, text: string, radix: Radix = 10): string {
  const value = NORMAL[type](text.trim(), radix);
  if (value !== undefined) return value;
  throw new ActionError(
    `${JSON.stringify(text)} is not a value of ${article(type)} record; accepted are values such as ${EXAMPLES[type]}.`,
  );
}

/** A value that a provider has; one that is not understood stays as it is, as it may be another record that is switched. */
export const heldValue = (type: Type, text: string, radix: Radix = 10): string =>
  NORMAL[type](text.trim(), radix) ?? text;

const article = (type: Type) => `${/^[ASM]/.test(type) ? 'an' : 'a'} ${type}`;

const NORMAL: Record<Type, (text: string, radix: Radix) => string | undefined> = {
  A: (text) =>
    /^(\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255)
      ? text.split('.').map(Number).join('.')
      : undefined,
  AAAA: (text) =>
    /^[0-9a-f:.]+$/i.test(text) && text.includes(':') && URL.canParse(`http://[${text}]`)
      ? new URL(`http://[${text}]`).hostname.slice(1, -1)
      : undefined,
  CNAME: host,
  TXT: (text, radix) => (isWhole(text) ? quoted(bytesOf(text, radix)) : undefined),
  MX: (text) => numbersThenHost(text, 1),
  SRV: (text) => numbersThenHost(text, 3),
  CAA(text, radix) {
    const [, flags, tag = '', value] = /^(\d{1,3}) +([a-z0-9]+) +(?! )([\s\S]*)$/i.exec(text) ?? [];
    return value === undefined || Number(flags) > 255 || !isWhole(value)
      ? undefined
      : `${Number(flags)} ${tag.toLowerCase()} ${quoted(bytesOf(value, radix))}`;
  },
};

/** Without quotes, or with nothing outside of them. */
const isWhole = (text: string) => !text.startsWith('"') || /^("([^"\\]|\\.)*"\s*)+$/s.test(text);

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

/**
 * The bytes of a value of TXT, which zone files split into quoted parts of at most 255 bytes, also inside a character.
 *
 * @throws ActionError where an escape is not a byte
 */
export function bytesOf(value: string, radix: Radix = 10): Buffer {
  if (!value.startsWith('"')) return Buffer.from(value);
  const byteOf = (code: string): string => {
    const byte = Number(radix === 8 ? `0o${code}` : code);
    if (byte <= 255) return String.fromCharCode(byte);
    throw new ActionError(
      `\\${code} in ${value} is not a byte; accepted are ${radix === 8 ? 'octal numbers from \\000 to \\377' : '\\000 to \\255'}.`,
    );
  };
  // A sign for each byte.
  const parts = Buffer.from(value)
    .toString('latin1')
    .matchAll(/"((?:[^"\\]|\\.)*)(?:"|\\?$)/gs);
  const signs = [...parts].map(([, part = '']) =>
    part.replace(/\\(\d{3})|\\(.)/gs, (_, code?: string, sign = '') => (code ? byteOf(code) : sign)),
  );
  return Buffer.from(signs.join(''), 'latin1');
}

/** The same as text. @throws ActionError where it is not one */
export function decodeText(value: string): string {
  const bytes = bytesOf(value);
  if (isUtf8(bytes)) return bytes.toString();
  throw new ActionError(`${value} is not UTF-8, and cannot be sent as it is; change it by hand.`);
}

/** The parts of a text of TXT, each at most 255 bytes, and none with a part of a character. */
export function txtChunks(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  do {
    let end = start + 255;
    // Characters have at most four bytes; what goes on for longer is not a text.
    while (end > start + 252 && isInside(bytes[end])) end--;
    parts.push(bytes.subarray(start, end));
    start = end;
  } while (start < bytes.length);
  return parts;
}

const isInside = (byte = 0) => byte >> 6 === 0b10;

/** Bytes as zone files have them. */
export const quoted = (bytes: Buffer): string =>
  txtChunks(bytes)
    .map((part) => `"${escaped(part)}"`)
    .join(' ');

/** As text where it is one, without control characters; else all that is not printable ASCII is escaped. */
function escaped(part: Buffer): string {
  const encoding = isUtf8(part) ? 'utf8' : 'latin1';
  return part
    .toString(encoding)
    .replace(/["\\]/g, '\\$&')
    .replace(encoding === 'utf8' ? /\p{Cc}/gu : /[^ -~]/g, (sign) =>
      escapesOf(Buffer.from(sign, encoding), 10),
    );
}

const escapesOf = (bytes: Iterable<number>, radix: Radix) =>
  [...bytes].map((byte) => `\\${byte.toString(radix).padStart(3, '0')}`).join('');

/** A value of `normalValue` as Route 53 takes it: all that is not printable ASCII in octal escapes. */
export const octal = (value: string): string =>
  value.replace(/\\(\d{3})|\\.|[^ -~]/gu, (sign, code?: string) => {
    if (code) return escapesOf([Number(code)], 8);
    return sign.startsWith('\\') ? sign : escapesOf(Buffer.from(sign), 8);
  });

/** True where two record sets have the same values, in whatever order. */
export const sameValues = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');

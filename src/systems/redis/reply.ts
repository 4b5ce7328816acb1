import { Refusal, type Reply } from './link.ts';

/** Commands whose reply `redis-cli --no-raw` prints as it is. */
const RAW = /^(info|cluster)$/i;

/** Lists in lists that a reply may have; SCAN has two, and CLUSTER SLOTS, which is printed as it is, four. */
const MAX_DEPTH = 16;

/**
 * What `redis-cli --no-raw` prints for one reply: `(integer) 1`, `"a\nb"`, `(nil)`, `1) "0"` with what is in a list
 * indented; INFO and CLUSTER as they are.
 *
 * @throws SyntaxError where it is nothing of that
 */
export function parseReply(text: string, command: string): Reply | Refusal {
  if (RAW.test(command))
    return /^(ERR|NOPERM|NOAUTH|LOADING) /.test(text) ? new Refusal(text) : Buffer.from(text);
  return parseLines(text.split('\n'));
}

function parseLines(lines: readonly string[], depth = 0): Reply | Refusal {
  const [first = ''] = lines;
  if (depth > MAX_DEPTH) throw new SyntaxError('redis-cli returned lists in lists without an end.');
  const item = /^( *\d+\) )/.exec(first)?.[1];
  if (item !== undefined)
    return itemsOf(lines, item.length).map((each) => parseLines(each, depth + 1) as Reply);
  if (lines.length > 1) throw new SyntaxError(`redis-cli said ${JSON.stringify(first)} and more.`);
  const [, kind, rest = ''] = /^\((integer|error|nil|empty [a-z ]+)\) ?(.*)$/.exec(first) ?? [];
  if (kind === 'integer') return Number(rest);
  if (kind === 'error') return new Refusal(rest);
  if (kind === 'nil') return null;
  if (kind !== undefined) return [];
  if (first.startsWith('"')) return unquote(first);
  // Words such as OK. Anything else is redis-cli itself.
  if (/^[A-Z]+$/.test(first)) return Buffer.from(first);
  throw new SyntaxError(first || 'redis-cli said nothing.');
}

/** The lines of each item of a list, without its number and indentation. */
function itemsOf(lines: readonly string[], width: number): string[][] {
  const items: string[][] = [];
  for (const line of lines) {
    if (/^ *\d+\) $/.test(line.slice(0, width))) items.push([]);
    items.at(-1)?.push(line.slice(width));
  }
  return items;
}

const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, a: 7, b: 8 };

/** The bytes of a text as redis-cli quotes it. */
function unquote(text: string): Buffer {
  const bytes: number[] = [];
  for (const [, hex, escaped, plain = ''] of text
    .slice(1, -1)
    .matchAll(/\\x([0-9a-f]{2})|\\(.)|([\s\S])/gi)) {
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else if (escaped !== undefined) bytes.push(ESCAPES[escaped] ?? escaped.charCodeAt(0));
    else bytes.push(plain.charCodeAt(0));
  }
  return Buffer.from(bytes);
}

/** A word as redis-cli reads it, whatever bytes it has. */
export function quote(word: string | Buffer): string {
  const bytes = [...Buffer.from(word as Buffer)];
  return `"${bytes.map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`)).join('')}"`;
}

const isPlain = (byte: number) => byte >= 32 && byte < 127 && byte !== 34 && byte !== 92;

/** The protocol of Redis, version 2: commands as bytes, and bytes as replies. */
import { type Command, Refusal, type Reply, type Word } from './link.ts';

/** Lists in lists, and items of one list, that a reply may have; SCAN has two, CLUSTER SLOTS four. */
const MAX_DEPTH = 16;
const MAX_ITEMS = 2 ** 20;
/** Bytes of a line that says what comes, and of an error. */
const MAX_LINE = 2 ** 16;
/** Bytes of one text, and digits of its length. */
const MAX_LENGTH = 2 ** 29;
const MAX_DIGITS = 16;
const [CR, LF, ZERO, MINUS] = [13, 10, 48, 45];

/** Commands as a server reads them. What is text alone stays a text, which is written in a third of the time. */
export function encode(commands: readonly Command[]): string | Buffer {
  const parts: (string | Buffer)[] = [];
  let text = '';
  for (const words of commands) {
    text += `*${words.length}\r\n`;
    for (const word of words) {
      text += `$${lengthOf(word)}\r\n`;
      if (typeof word === 'string') text += word;
      else {
        parts.push(text, word);
        text = '';
      }
      text += '\r\n';
    }
  }
  return parts.length === 0
    ? text
    : Buffer.concat([...parts, text].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

const lengthOf = (word: Word): number => (typeof word === 'string' ? Buffer.byteLength(word) : word.length);

/** A list that has not got all of its items. */
interface OpenList {
  readonly items: (Reply | Refusal)[];
  readonly length: number;
}

/** Reads replies from bytes as they come. What was read is not read again when more comes. */
export class Decoder {
  readonly #onReply: (reply: Reply | Refusal) => void;
  readonly #open: OpenList[] = [];
  /** What came and is not read yet, and how many bytes it takes to go on. */
  #chunks: Buffer[] = [];
  #size = 0;
  #needed = 0;
  /** Where in `#bytes` the next thing begins. */
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(onReply: (reply: Reply | Refusal) => void) {
    this.#onReply = onReply;
  }

  /** @throws SyntaxError where it is no reply, or one without an end */
  write(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return;
    this.#bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    this.#at = 0;
    this.#needed = 0;
    while (this.#at < this.#bytes.length) {
      const begun = this.#at;
      if (this.#next()) continue;
      this.#at = begun;
      this.#needed -= begun;
      break;
    }
    const rest = this.#bytes.subarray(this.#at);
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#size = rest.length;
  }

  /** Reads one thing; false where not all of it has come. */
  #next(): boolean {
    const type = this.#bytes[this.#at++];
    switch (type) {
      case 36: // $
        return this.#text();
      case 42: // *
        return this.#list();
      case 58: // :
        return this.#line((line) => wholeNumber(line));
      case 43: // +
        return this.#line((line) => Buffer.from(line));
      case 45: // -
        return this.#line((line) => new Refusal(line));
      default:
        throw new SyntaxError('it does not speak the protocol of Redis');
    }
  }

  #text(): boolean {
    const length = this.#length(MAX_LENGTH);
    if (length === undefined) return false;
    if (length === -1) return this.#add(null);
    const end = this.#at + length;
    if (end + 2 > this.#bytes.length) return this.#wait(end + 2);
    if (this.#bytes[end] !== CR || this.#bytes[end + 1] !== LF)
      throw new SyntaxError('it sends texts of other lengths than it says');
    const text = this.#bytes.subarray(this.#at, end);
    this.#at = end + 2;
    return this.#add(text);
  }

  #list(): boolean {
    const length = this.#length(MAX_ITEMS);
    if (length === undefined) return false;
    if (length <= 0) return this.#add(length === 0 ? [] : null);
    if (this.#open.length >= MAX_DEPTH) throw new SyntaxError('it sends lists in lists without an end');
    this.#open.push({ items: [], length });
    return true;
  }

  #line(parse: (line: string) => Reply | Refusal): boolean {
    const end = this.#bytes.indexOf('\r\n', this.#at);
    if (end >= 0) {
      const value = parse(this.#bytes.toString('utf8', this.#at, end));
      this.#at = end + 2;
      return this.#add(value);
    }
    if (this.#bytes.length - this.#at > MAX_LINE) throw new SyntaxError('it sends a line without an end');
    return false;
  }

  /** The number up to the end of the line, -1 or not negative; undefined where the line has not ended. */
  #length(most: number): number | undefined {
    const bytes = this.#bytes;
    const isNone = bytes[this.#at] === MINUS;
    let at = isNone ? this.#at + 1 : this.#at;
    const begun = at;
    let value = 0;
    for (; at < bytes.length && bytes[at] !== CR; at += 1) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9 || at - begun >= MAX_DIGITS)
        throw new SyntaxError('it sends lengths that are none');
      value = value * 10 + digit;
    }
    if (at + 1 >= bytes.length) return undefined;
    if (at === begun || bytes[at + 1] !== LF || value > most || (isNone && value !== 1))
      throw new SyntaxError('it sends lengths that are none');
    this.#at = at + 2;
    return isNone ? -1 : value;
  }

  /** Nothing more can be read before what ends there has come. */
  #wait(end: number): false {
    this.#needed = end;
    return false;
  }

  /** Puts a value where it belongs: into the list that waits for it, or to who asked. */
  #add(value: Reply | Refusal): true {
    let whole = value;
    for (let list = this.#open.at(-1); list; list = this.#open.at(-1)) {
      list.items.push(whole);
      if (list.items.length < list.length) return true;
      this.#open.pop();
      whole = list.items as Reply[];
    }
    this.#onReply(whole);
    return true;
  }
}

function wholeNumber(line: string): number {
  if (!/^[+-]?\d{1,20}$/.test(line)) throw new SyntaxError('it sends numbers that are none');
  return Number(line);
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { ActionError } from '../../base/errors.ts';
import type { Backup } from './backup.ts';

/** An entry of an archive's table of contents, as far as it says what will be run or read. Texts are bytes in latin1. */
export interface TocEntry {
  readonly id: number;
  /** `TABLE DATA`, `ENCODING`, `BLOB METADATA` … */
  readonly kind: string;
  readonly schema: string;
  readonly name: string;
  /** What makes it. */
  readonly definition: string;
  /** What brings its rows; empty where they are statements. */
  readonly copy: string;
  /** Whether the archive has data of it. */
  readonly hasData: boolean;
  /** The role that it belonged to; empty for what has no owner. */
  readonly owner: string;
  /** The file with its data, of a directory format alone. */
  readonly file: string;
}

export interface Toc {
  readonly entries: readonly TocEntry[];
  /** The local time of the machine that ran pg_dump, in milliseconds since 1970 if it were UTC: its zone is not written. */
  readonly local: number;
}

/** Archive versions that are read, as the number that `readerOf` knows. */
const OLDEST = 0x010a;
const NEWEST = 0x0110;
/** No real database has a TOC of more. */
const MOST_ENTRIES = 5_000_000;
const CHUNK = 256 * 1024;

/**
 * Reads the table of contents of an archive itself, before any program of PostgreSQL does: the file of a custom format, or
 * `toc.dat` of a directory.
 *
 * @throws ActionError where it is cut off, or not written as pg_dump writes it
 */
export function readToc(path: string, name: string): Toc {
  const file = new Bytes(path, name);
  try {
    return tocOf(file);
  } finally {
    file.close();
  }
}

/** The table of contents of an archive that is fetched. */
export const entriesOf = (backup: Pick<Backup, 'form' | 'path' | 'source'>): readonly TocEntry[] =>
  readToc(fileOfToc(backup), backup.source).entries;

/** Where the table of contents of an archive is. */
export const fileOfToc = ({ form, path }: { form: string; path: string }): string =>
  form === 'custom' ? path : join(path, 'toc.dat');

/** The sequence of bytes that pg_dump's WriteInt and WriteStr make. */
class Bytes {
  readonly #file: number;
  readonly #name: string;
  readonly #size: number;
  #buffer: Buffer = Buffer.alloc(0);
  #at = 0;
  #read = 0;
  /** Bytes of a number, of which the sign has one more. */
  intSize = 4;

  constructor(path: string, name: string) {
    this.#file = openSync(path, 'r');
    this.#name = name;
    this.#size = fstatSync(this.#file).size;
  }

  close(): void {
    closeSync(this.#file);
  }

  damaged(): ActionError {
    return new ActionError(
      `${this.#name} is truncated or damaged: its table of contents cannot be read; use another backup.`,
    );
  }

  take(length: number): Buffer {
    // Lengths are the archive's own word.
    if (length > this.#size - (this.#read - (this.#buffer.length - this.#at))) throw this.damaged();
    while (this.#buffer.length - this.#at < length) this.#fill(length);
    this.#at += length;
    return this.#buffer.subarray(this.#at - length, this.#at);
  }

  #fill(length: number): void {
    const rest = this.#buffer.subarray(this.#at);
    const more = Buffer.alloc(Math.max(CHUNK, length - rest.length));
    const bytes = readSync(this.#file, more, 0, more.length, this.#read);
    if (bytes === 0) throw this.damaged();
    this.#read += bytes;
    this.#buffer = Buffer.concat([rest, more.subarray(0, bytes)]);
    this.#at = 0;
  }

  byte(): number {
    return this.take(1)[0] as number;
  }

  int(): number {
    const isNegative = this.byte() !== 0;
    const value = this.take(this.intSize).readUIntLE(0, this.intSize);
    return isNegative ? -value : value;
  }

  /** Undefined is NULL. */
  text(): string | undefined {
    const length = this.int();
    return length < 0 ? undefined : this.take(length).toString('latin1');
  }
}

function tocOf(file: Bytes): Toc {
  if (file.take(5).toString('latin1') !== 'PGDMP') throw file.damaged();
  const version = file.take(2).readUInt16BE(0);
  if (version < OLDEST || version > NEWEST) throw file.damaged();
  file.byte();
  file.intSize = file.byte();
  const offsetSize = file.byte();
  if (file.intSize !== 4 || offsetSize > 16) throw file.damaged();
  const isCustom = file.byte() === 1;
  if (version >= 0x010f) file.byte();
  else file.int();
  const [second, minute, hour, day, month, year] = Array.from({ length: 7 }, () => file.int()) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let field = 0; field < 3; field++) file.text();
  const count = file.int();
  if (count < 0 || count > MOST_ENTRIES) throw file.damaged();
  const entries: TocEntry[] = [];
  for (let read = 0; read < count; read++) entries.push(entryOf(file, version, isCustom, offsetSize));
  return { entries, local: Date.UTC(year + 1900, month, day, hour, minute, second) };
}

function entryOf(file: Bytes, version: number, isCustom: boolean, offsetSize: number): TocEntry {
  const id = file.int();
  const hasData = file.int() !== 0;
  // The oids of its catalogue and of itself.
  file.text();
  file.text();
  const name = file.text() ?? '';
  const kind = file.text() ?? '';
  if (version >= 0x010b) file.int();
  const definition = file.text() ?? '';
  file.text();
  const copy = file.text() ?? '';
  const schema = file.text() ?? '';
  // Tablespace, access method and kind of relation; behind the owner, whether it has oids.
  file.text();
  if (version >= 0x010e) file.text();
  if (version >= 0x0110) file.int();
  const owner = file.text() ?? '';
  file.text();
  while (file.text() !== undefined);
  if (isCustom) file.take(1 + offsetSize);
  return {
    id,
    kind,
    schema,
    name,
    definition,
    copy,
    owner,
    hasData,
    file: isCustom ? '' : (file.text() ?? ''),
  };
}

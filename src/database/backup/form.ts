import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { ActionError } from '../../base/errors.ts';
import type { Compression } from './backup.ts';

/** How files begin that backups are often wrapped in, or taken for, and what to do. */
const FOREIGN: readonly [start: RegExp, what: string, remedy: string][] = [
  [/^(?:-----BEGIN PGP MESSAGE-----|[\x85\x8c])/, 'encrypted with GPG', 'decrypt it first'],
  [/^(?:age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE-----)/, 'encrypted with age', 'decrypt it first'],
  [/^Salted__/, 'encrypted with openssl', 'decrypt it first'],
  [
    /^version https:\/\/git-lfs\.github\.com\//,
    'a pointer of Git LFS',
    'fetch the file itself (`lfs: true` of actions/checkout)',
  ],
  [/^(?:\/\*![^\n]*\n)?-- (?:MySQL|MariaDB) dump /, 'a dump of MySQL', 'use one of PostgreSQL'],
  [/^pg_dump: /, 'a message of pg_dump, not a dump', 'use another backup, and look at how they are made'],
];

/** What a file begins with. */
type Content = 'custom' | 'tar' | 'text';

const MAGIC: readonly [name: Compression | 'bzip2' | 'xz' | 'lz4' | 'zip', bytes: string][] = [
  ['gzip', '1f8b'],
  ['zstd', '28b52ffd'],
  ['bzip2', '425a68'],
  ['xz', 'fd377a585a00'],
  ['lz4', '04224d18'],
  ['zip', '504b0304'],
];
/** Magic bytes of formats; a tar header has its word at 257. */
const HEAD = 4096;
const CHUNK = 256 * 1024;
/** No dump is packed to a thousandth of its size; below SMALL it does no harm. */
const MOST_RATIO = 1000;
const SMALL = 64 * 1024 * 1024;

/** A frame of zstd without data, by its magic. */
const SKIPPABLE = /^5.2a4d18/;

/** `bytesWritten` is what was read of the packed data. */
type Unpacker = Transform & { readonly bytesWritten: number };
const UNPACKERS: Record<Exclude<Compression, 'none'>, () => Unpacker> = {
  gzip: () => createGunzip({ chunkSize: CHUNK }),
  zstd: () => createZstdDecompress({ chunkSize: CHUNK }),
};

/** A file's first bytes. */
export async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * How a file is compressed, by its content.
 *
 * @throws ActionError where it is in a way that is not read
 */
export function compressionOf(head: Buffer, name: string): Compression {
  const hex = head.toString('hex', 0, 8);
  if (SKIPPABLE.test(hex)) return 'zstd';
  const [found = 'none'] = MAGIC.find(([, bytes]) => hex.startsWith(bytes)) ?? [];
  if (found === 'none' || found === 'gzip' || found === 'zstd') return found;
  throw new ActionError(`${name} is compressed with ${found}, which is not read; use gzip or zstd.`);
}

/**
 * What the bytes (unpacked) are.
 *
 * @throws ActionError with what they are instead of a backup
 */
export function contentOf(head: Buffer, name: string): Content {
  if (head.length === 0) throw new ActionError(`${name} is empty; use another backup.`);
  if (head.toString('latin1', 0, 5) === 'PGDMP') return 'custom';
  if (head.toString('latin1', 257, 262) === 'ustar') return 'tar';
  const begins = head.toString('latin1', 0, 200);
  const foreign = FOREIGN.find(([start]) => start.test(begins));
  if (foreign) throw new ActionError(`${name} is ${foreign[1]}; ${foreign[2]}.`);
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^<(!doctype html|html|head|body)/i.test(text)) {
    throw new ActionError(
      `${name} is a web page, not a backup: a login or error page was stored in its place; use another backup or URL.`,
    );
  }
  if (/^(<\?xml|<Error>)/.test(text)) {
    const code = /<Code>([\w.]{1,60})<\/Code>/.exec(text)?.[1];
    const codeNote = code ? ` (its code is ${code})` : '';
    throw new ActionError(
      `${name} is an XML document, not a backup: a storage's error was stored in its place${codeNote}; use another backup.`,
    );
  }
  if (text.startsWith('{'))
    throw new ActionError(`${name} is a JSON document, not a backup; use another one.`);
  if (head.includes(0)) {
    throw new ActionError(
      `${name} is neither SQL text nor an archive of pg_dump; accepted are .sql, .sql.gz, .sql.zst, custom, tar and directory format.`,
    );
  }
  return 'text';
}

/**
 * A file's content, unpacked; `onRead` gets the number of bytes that were read of the file.
 *
 * Its stream ends with an ActionError where the packed data are cut off or damaged, or grow beyond what any dump does.
 */
export function contentStream(
  path: string,
  compression: Compression,
  name: string,
  onRead: (bytes: number) => void = () => {},
): Readable {
  const content = compression === 'none' ? asItIs(path, onRead) : unpacked(path, compression, name, onRead);
  return Readable.from(content, { objectMode: false });
}

async function* asItIs(path: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  for await (const chunk of file as AsyncIterable<Buffer>) {
    onRead(file.bytesRead);
    yield chunk;
  }
}

async function* unpacked(
  path: string,
  compression: Exclude<Compression, 'none'>,
  name: string,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const { size } = await stat(path);
  let bytes = 0;
  let read = 0;
  try {
    while (read < size) {
      const start = compression === 'zstd' ? await behindSkippable(path, read) : read;
      const unpack = UNPACKERS[compression]();
      for await (const chunk of through(path, start, unpack)) {
        bytes += chunk.length;
        onRead(start + unpack.bytesWritten);
        if (bytes > SMALL && bytes > MOST_RATIO * (start + unpack.bytesWritten)) throw bomb(name);
        yield chunk;
      }
      // Node ends with the first of several zstd frames, where the rest of the dump may be.
      read = compression === 'zstd' ? start + unpack.bytesWritten : size;
    }
  } catch (error) {
    throw error instanceof ActionError ? error : packedError(error, compression, name);
  }
}

/** What `unpack` makes of a file from a position on. */
async function* through(path: string, start: number, unpack: Transform): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { start, highWaterMark: CHUNK });
  file.on('error', (error) => unpack.destroy(error));
  try {
    yield* file.pipe(unpack) as AsyncIterable<Buffer>;
  } finally {
    file.destroy();
    unpack.destroy();
  }
}

/** The position behind frames of zstd that hold no data, as parallel packers write them. */
async function behindSkippable(path: string, start: number): Promise<number> {
  const file = await open(path);
  try {
    let at = start;
    for (;;) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, at);
      if (bytesRead < 8 || !SKIPPABLE.test(buffer.toString('hex', 0, 4))) return at;
      at += 8 + buffer.readUInt32LE(4);
    }
  } finally {
    await file.close();
  }
}

const bomb = (name: string) =>
  new ActionError(
    `${name} unpacks to more than ${MOST_RATIO} times its size, which no dump does; it is not read any further.`,
  );

function packedError(error: unknown, compression: string, name: string): Error {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR' || /unexpected end/i.test(message)) {
    return new ActionError(`${name} is truncated: its ${compression} data have no end; use another backup.`, {
      cause: error,
    });
  }
  if (/^(Z_|ERR_ZSTD|ZSTD_)/.test(code) || code.startsWith('ERR_Z')) {
    return new ActionError(
      `${name} is damaged: its ${compression} data cannot be unpacked (${message}); use another backup.`,
      {
        cause: error,
      },
    );
  }
  return error as Error;
}

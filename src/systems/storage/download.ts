import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { ActionError, messageOf } from '../../base/errors.ts';
import { PassingError, retry } from '../../base/retry.ts';
import { inAnyCase } from '../../base/settled.ts';
import { WAITS } from '../../base/waits.ts';
import type { Meta, Part, Stored } from './stored.ts';

/** Bytes of a part: what is fetched again when a connection is cut. */
const PART = 8 * 1024 * 1024;
/** Parts on their way at a time; with PART, the most that is held in memory. */
const AT_A_TIME = 6;
const ATTEMPTS = 6;
/** The part of the free disk that may be filled where the size of a download is unknown. */
const SHARE = 0.95;
/** The most that is read of a small neighbour. */
const SMALL = 64 * 1024 * 1024;

interface Downloaded extends Meta {
  readonly bytes: number;
  /** Of what was written, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Writes an object to a file: in parts, several at a time and each tried again when its connection breaks, all of them
 * of one version of the object. Memory does not grow with the object.
 *
 * @throws ActionError where nothing is there, it may not be read, it was replaced meanwhile, or the disk has no room
 */
export async function download(
  stored: Stored,
  path: string,
  { progress, signal }: { progress: (bytes: number, total: number | undefined) => void; signal: AbortSignal },
): Promise<Downloaded> {
  const fetchPart = (index: number, version?: string) =>
    retried(stored, signal, async () => {
      const start = index * PART;
      const part = await stored.part({ start, end: start + PART - 1 }, version);
      if (!part?.partial) return part;
      const body = await whole(part, PART, stored.name);
      if (part.bytes !== undefined && body.length !== Math.min(PART, Math.max(0, part.bytes - start)))
        throw new Error('the connection was cut');
      return { ...part, body };
    });
  const first = await fetchPart(0);
  if (!first) throw notThere(stored);
  if (first.bytes !== undefined) await requireRoom(path, first.bytes, stored.name);
  const sink = new Sink(path);
  try {
    if (first.partial) await inParts(first, fetchPart, sink, progress);
    else await asOne(stored, first, sink, progress, signal);
    await sink.end();
  } catch (error) {
    await sink.end().catch(() => {});
    throw error;
  }
  if (first.bytes !== undefined && sink.bytes !== first.bytes) {
    throw new ActionError(
      `${stored.name} has ${first.bytes} bytes, of which ${sink.bytes} came; run this again.`,
    );
  }
  const { modifiedAt, version } = first;
  return { modifiedAt, version, bytes: sink.bytes, sha256: sink.sha256() };
}

/** Asks only whether the object exists. @throws ActionError where it does not, or where that is forbidden */
export async function requireThere(stored: Stored, signal: AbortSignal): Promise<void> {
  if (
    stored.local === undefined
      ? !(await retried(stored, signal, () => answers(stored)))
      : !existsSync(stored.local)
  )
    throw notThere(stored);
}

/** How large an object is, when it was last modified, and which it is; undefined where the server does not say its size. */
export async function statObject(
  stored: Stored,
  signal: AbortSignal,
): Promise<{ size: number; mtime: Date | undefined; version: string } | undefined> {
  return retried(stored, signal, async () => {
    const part = await stored.part({ start: 0, end: 0 });
    if (!part) throw notThere(stored);
    await part.body[Symbol.asyncIterator]().return?.();
    const { bytes, modifiedAt, version } = part;
    return bytes === undefined
      ? undefined
      : { size: bytes, mtime: modifiedAt === undefined ? undefined : new Date(modifiedAt), version };
  });
}

/** Writes an object's first bytes to a file. Returns its path. */
export async function headTo(
  stored: Stored,
  path: string,
  bytes: number,
  signal: AbortSignal,
): Promise<string> {
  const sink = new Sink(path);
  await inAnyCase(
    async () => {
      for (let start = 0; start < bytes; start += PART)
        await retried(stored, signal, async () => {
          const part = await stored.part({ start, end: start + PART - 1 });
          if (!part?.partial) throw new ActionError(`${stored.name} cannot be read in parts.`);
          await sink.write(await whole(part, PART, stored.name));
        });
    },
    () => sink.end(),
  );
  return path;
}

async function answers(stored: Stored): Promise<boolean> {
  const part = await stored.part({ start: 0, end: 0 });
  // A server that knows no ranges would send all of it.
  await part?.body[Symbol.asyncIterator]().return?.();
  return part !== undefined;
}

const notThere = ({ name }: Stored) => new ActionError(`There is no ${name}; check input \`backup\`.`);

/** The text of a small object, or undefined where there is none. */
export async function readSmall(stored: Stored, signal: AbortSignal): Promise<string | undefined> {
  return retried(stored, signal, async () => {
    const part = await stored.part({ start: 0, end: SMALL - 1 });
    if (!part) return undefined;
    if ((part.bytes ?? 0) > SMALL) throw tooLarge(stored.name, SMALL);
    return (await whole(part, SMALL, stored.name)).toString('utf8');
  });
}

/** Whether the disk has room for that many bytes more. */
async function requireRoom(path: string, bytes: number, name: string): Promise<void> {
  const room = await roomAt(path);
  if (room < bytes) {
    throw new ActionError(
      `${name} needs ${megabytes(bytes)} on ${dirname(path)}, where ${megabytes(room)} are free; use a runner with a larger disk.`,
    );
  }
}

/** Bytes that are free for us where a file is to be. */
export async function roomAt(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(path));
  return bavail * bsize;
}

type Fetched = Omit<Part, 'body'> & { readonly body: Buffer | AsyncIterable<Uint8Array> };

/** Parts are written in their order, while the next ones are on their way. */
async function inParts(
  first: Fetched,
  fetchPart: (index: number, version: string) => Promise<Fetched | undefined>,
  sink: Sink,
  progress: (bytes: number, total: number | undefined) => void,
): Promise<void> {
  const count = Math.ceil((first.bytes ?? 0) / PART);
  const coming: Promise<Fetched | undefined>[] = [Promise.resolve(first)];
  for (let index = 0; index < count; index++) {
    while (coming.length < Math.min(AT_A_TIME, count - index)) {
      const part = fetchPart(index + coming.length, first.version);
      // It is awaited in its turn; until then a failure is not an unhandled rejection.
      part.catch(() => {});
      coming.push(part);
    }
    const part = await coming.shift();
    if (!part) throw new ActionError('The backup was deleted while it was fetched.');
    await sink.write(part.body as Buffer);
    progress(sink.bytes, first.bytes);
  }
}

/** From a server that knows no ranges: from the start again after a cut. */
async function asOne(
  stored: Stored,
  first: Fetched,
  sink: Sink,
  progress: (bytes: number, total: number | undefined) => void,
  signal: AbortSignal,
): Promise<void> {
  let body: AsyncIterable<Uint8Array> | undefined = first.body as AsyncIterable<Uint8Array>;
  await retried(stored, signal, async () => {
    body ??= (await stored.part({ start: 0, end: PART - 1 }, first.version))?.body;
    if (!body) throw new ActionError(`${stored.name} was deleted while it was fetched.`);
    await sink.restart();
    // A server that does not say the size may send without end, and others need the disk too.
    const most = (await roomAt(sink.path)) * SHARE;
    try {
      for await (const chunk of body) {
        if (sink.bytes + chunk.byteLength > most)
          throw new ActionError(
            `${stored.name} is larger than the disk at ${dirname(sink.path)} has room for (${megabytes(most)}); use a runner with a larger disk.`,
          );
        await sink.write(chunk);
        progress(sink.bytes, first.bytes);
      }
    } finally {
      body = undefined;
    }
    if (first.bytes !== undefined && sink.bytes < first.bytes) throw new Error('the connection was cut');
  });
}

/** A file that is being written, and its hash. */
class Sink {
  bytes = 0;
  readonly path: string;
  #hash: Hash = createHash('sha256');
  #file;

  constructor(path: string) {
    this.path = path;
    this.#file = createWriteStream(path, { mode: 0o600 });
    this.#file.on('error', () => {});
  }

  async write(chunk: Uint8Array): Promise<void> {
    if (this.#file.errored) throw this.#failed(this.#file.errored);
    this.#hash.update(chunk);
    this.bytes += chunk.byteLength;
    if (!this.#file.write(chunk))
      await once(this.#file, 'drain').catch((error: unknown) => {
        throw this.#failed(error);
      });
  }

  async restart(): Promise<void> {
    if (this.bytes === 0) return;
    await this.end();
    this.bytes = 0;
    this.#hash = createHash('sha256');
    this.#file = createWriteStream(this.path, { mode: 0o600 });
    this.#file.on('error', () => {});
  }

  async end(): Promise<void> {
    this.#file.end();
    await finished(this.#file).catch((error: unknown) => {
      throw this.#failed(error);
    });
  }

  sha256(): string {
    return this.#hash.digest('hex');
  }

  #failed(error: unknown): ActionError {
    return new ActionError(`The backup cannot be written to ${this.path}: ${messageOf(error)}.`, {
      cause: error,
    });
  }
}

/** All of a part; a body that ends early is an error, and so is one of more than `most` bytes, whatever its head says. */
async function whole(part: Part, most: number, name: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of part.body) {
    bytes += chunk.byteLength;
    if (bytes > most) throw tooLarge(name, most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (name: string, most: number) =>
  new ActionError(
    `${name} answers with more than the ${megabytes(most)} that were asked for; check that the URL is that of the backup.`,
  );

/** Tries again what passes by itself; an ActionError does not. */
async function retried<T>(stored: Stored, signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  try {
    return await retry(attempt, {
      attempts: ATTEMPTS,
      longestPauseMs: WAITS.STORE_LONGEST_PAUSE_MS,
      signal,
      isPassing: (error) => !(error instanceof ActionError) || error instanceof PassingError,
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ActionError && !(error instanceof PassingError)) throw error;
    throw new ActionError(
      `${stored.name} could not be read in ${ATTEMPTS} attempts (${messageOf(error)}); check the network between the runner and it.`,
      { cause: error },
    );
  }
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;

import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError } from '../../base/errors.ts';
import { download, statObject } from '../../systems/storage/download.ts';
import type { Stored } from '../../systems/storage/stored.ts';
import { type OnProgress, progressOf } from './backup.ts';

/** The object as it was fetched. */
export interface Fetched {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly modifiedAt: string | undefined;
}

/** What this process has fetched, by where it is: the plan of a rollback fetches what is restored after it. */
const known = new Map<string, Fetched & { readonly name: string; readonly version: string }>();

/** The object as a file of this machine, with its hash; one that was fetched already, where it is still the same. */
export async function onDisk(
  stored: Stored,
  { directory, progress, signal }: { directory: string; progress: OnProgress; signal: AbortSignal },
): Promise<Fetched> {
  const report = progressOf('fetch', 'bytes', progress);
  if (stored.local !== undefined) return hashed(stored.local, stored.name, report, signal);
  const path = join(directory, 'backup');
  const there = existsSync(path) ? known.get(path) : undefined;
  if (there?.name === stored.name && (await statObject(stored, signal))?.version === there.version)
    return there;
  const fetched = { path, ...(await download(stored, path, { progress: report, signal })) };
  known.set(path, { ...fetched, name: stored.name });
  return fetched;
}

async function hashed(
  path: string,
  name: string,
  report: (bytes: number, total: number | undefined) => void,
  signal: AbortSignal,
): Promise<Fetched> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new ActionError(
      error.code === 'ENOENT'
        ? `There is no ${name}; check input \`backup\`.`
        : `${name} cannot be read: ${error.message}.`,
      { cause: error },
    );
  });
  const hash = createHash('sha256');
  let bytes = 0;
  const file = createReadStream(path, { highWaterMark: 1024 * 1024, signal });
  for await (const chunk of file as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    report(bytes, found.size);
  }
  return { path, bytes, sha256: hash.digest('hex'), modifiedAt: found.mtime.toISOString() };
}

import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ActionError, messageOf } from '../../base/errors.ts';
import { roomAt } from '../../systems/storage/download.ts';
import { readToc } from './toc.ts';

/** Of the free disk, the part that may be filled. */
const SHARE = 0.95;
/** How many folders deep the archive is searched for. */
const DEPTH = 4;

/**
 * Writes a packed archive unpacked to a file, as far as the disk has room.
 *
 * @throws ActionError where it has not
 */
export async function unpackFile(content: Readable, path: string, name: string): Promise<void> {
  const most = (await roomAt(path)) * SHARE;
  let bytes = 0;
  await pipeline(
    content,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > most) throw noRoom(name, path);
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
}

/**
 * Unpacks a tar with a directory-format archive (or a tar-format one, which is the same unpacked) into `directory` and
 * gives the folder that `toc.dat` is in. Only plain files and folders below `directory` are taken.
 *
 * @throws ActionError where it has anything else, is cut off, needs more room than there is, or has no archive
 */
export async function unpackTar(content: Readable, directory: string, name: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const most = (await roomAt(join(directory, 'x'))) * SHARE;
  let bytes = 0;
  let refusal: ActionError | undefined;
  const { Unpack } = await import('tar');
  const unpack = new Unpack({
    cwd: directory,
    strict: true,
    noMtime: true,
    filter: (path, entry) => {
      if (refusal) return false;
      bytes += entry.size ?? 0;
      const type = 'type' in entry ? entry.type : 'File';
      if (!['File', 'OldFile', 'ContiguousFile', 'Directory'].includes(type)) {
        refusal = stranger(name, path, `a ${type}`);
      } else if (/^[/\\]|^[a-z]:/i.test(path) || path.split(/[/\\]/).includes('..')) {
        refusal = stranger(name, path, 'a path that leads out of the archive');
      } else if (path.includes('\0')) {
        refusal = stranger(name, path, 'a path with a zero in it');
      } else if (bytes > most) refusal = noRoom(name, directory);
      if (refusal) queueMicrotask(() => content.destroy(refusal));
      return refusal === undefined;
    },
  });
  try {
    await pipeline(content, unpack);
  } catch (error) {
    if (refusal) throw refusal;
    if (error instanceof ActionError) throw error;
    throw new ActionError(`${name} is a damaged tar (${messageOf(error)}); use another backup.`, {
      cause: error,
    });
  }
  if (refusal) throw refusal;
  return archiveIn(directory, name);
}

/**
 * Gives the lists of large objects of a tar-format archive, unpacked, the names that its table of contents has for them:
 * it keeps `blobs_7.toc` (`blobs.toc` before 17) and calls it `7.dat`, which pg_restore 17 and newer looks for in a folder
 * (pg_backup_tar.c _ArchiveEntry, pg_backup_directory.c _LoadLOs).
 */
export async function nameLists(folder: string, name: string): Promise<void> {
  for (const { id, kind, file } of readToc(join(folder, 'toc.dat'), name).entries) {
    if (kind !== 'BLOBS' || !/^\d{1,10}\.dat$/.test(file) || existsSync(join(folder, file))) continue;
    const list = [`blobs_${id}.toc`, 'blobs.toc'].map((each) => join(folder, each)).find(existsSync);
    if (list !== undefined) await copyFile(list, join(folder, file));
  }
}

/**
 * The folder of a directory-format archive at or below a folder.
 *
 * @throws ActionError where there is none, or more than one
 */
export async function archiveIn(directory: string, name: string): Promise<string> {
  const names = await readdir(directory, { recursive: true });
  const found = names.filter((path) => /(^|\/)toc\.dat$/.test(path) && path.split('/').length <= DEPTH);
  const [only] = found;
  if (found.length === 1 && only && (await stat(join(directory, only))).isFile())
    return dirname(join(directory, only));
  throw new ActionError(
    found.length > 1
      ? `${name} has ${found.length} archives in it (${found.slice(0, 3).join(', ')}); give one.`
      : `${name} has no toc.dat in it, so it is not a directory-format archive of pg_dump; use another backup.`,
  );
}

const stranger = (name: string, path: string, what: string) =>
  new ActionError(
    `${name} holds ${JSON.stringify(path.slice(0, 200))}, ${what}, which no dump has; it is not unpacked.`,
  );

const noRoom = (name: string, path: string) =>
  new ActionError(
    `${name} needs more room than the disk at ${dirname(path)} has free; use a runner with a larger disk.`,
  );

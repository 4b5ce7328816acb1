import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file that only this user may read. It is made anew and takes the place of what lies there: neither the rights of an
 * earlier file nor a symbolic link at that path count. All of it is there, or what was before.
 */
export function writePrivate(path: string, content: string | Uint8Array): void {
  makeFolder(dirname(path));
  const beside = `${path}.${randomUUID()}`;
  try {
    writeFileSync(beside, content, { flag: 'wx', mode: 0o600 });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Makes a folder that only this user may read, where there is none. */
export const makeFolder = (path: string): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
};

/** Appends to a file that only this user may read, in one write. @throws ELOOP where a link lies there */
export function appendPrivate(path: string, text: string): void {
  const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_WRONLY } = constants;
  const file = openSync(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
  try {
    const status = fstatSync(file);
    const isOurs = status.isFile() && status.uid === process.getuid?.();
    if (isOurs && (status.mode & 0o077) !== 0) fchmodSync(file, 0o600);
    if (text !== '') writeSync(file, text);
  } finally {
    closeSync(file);
  }
}

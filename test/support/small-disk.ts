import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A file system of its own, so small that it can be filled. */
export interface SmallDisk {
  /** Leaves only so many kilobytes on it. */
  fill(kilobytes?: number): void;
  /** Gives the room back. */
  free(): void;
  remove(): void;
}

/** Why there can be none on this machine; undefined where there can. */
export const WHY_NO_DISK: string | undefined = tried();

/** Puts a folder, with what is in it, on a file system of so many megabytes. Nobody may use it meanwhile. */
export function smallDisk(folder: string, megabytes: number): SmallDisk {
  const { uid, gid, mode } = statSync(folder);
  const aside = mkdtempSync(join(dirname(folder), 'aside-'));
  execFileSync('cp', ['--archive', `${folder}/.`, aside]);
  mount(folder, `size=${megabytes}m,uid=${uid},gid=${gid},mode=${(mode & 0o777).toString(8)}`);
  execFileSync('cp', ['--archive', `${aside}/.`, folder]);
  rmSync(aside, { recursive: true });
  const ballast = join(folder, 'ballast');
  return {
    fill: (kilobytes = 0) => fill(ballast, kilobytes * 1024),
    free: () => rmSync(ballast, { force: true }),
    // Who still uses it keeps it until the end.
    remove: () => unmount(folder),
  };
}

function fill(path: string, room: number): void {
  const file = openSync(path, 'w');
  try {
    for (const size of [1_048_576, 4096]) writeAll(file, Buffer.alloc(size));
    ftruncateSync(file, statSync(path).size - room);
  } finally {
    closeSync(file);
  }
}

/** Writes it again and again, until there is no room. */
function writeAll(file: number, piece: Buffer): void {
  try {
    for (;;) writeSync(file, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

function tried(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'mount-'));
  try {
    mount(folder, 'size=1m');
    unmount(folder);
    return undefined;
  } catch (error) {
    // Neither a bug nor a program that is missing is a reason to leave the test out.
    if ((error as { status?: number }).status === undefined) throw error;
    return 'nobody may mount a file system here';
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
}

function unmount(folder: string): void {
  execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
}

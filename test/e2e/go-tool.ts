import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDirectory } from '../control-plane/build.ts';

/** A command of a Go module at a fixed version, built once into the cache folder. */
export async function goTool(module: string, version: string): Promise<string> {
  const name = basename(module);
  const folder = join(cacheDirectory(), `${name}-${version}`);
  if (!existsSync(folder)) {
    await mkdir(cacheDirectory(), { recursive: true });
    const unfinished = await mkdtemp(`${folder}.`);
    const env = { ...process.env, GOBIN: unfinished, GOFLAGS: '-mod=mod', CGO_ENABLED: '0' };
    await promisify(execFile)('go', ['install', `${module}@${version}`], { env });
    // Another test file may have been faster.
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  }
  return join(folder, name);
}

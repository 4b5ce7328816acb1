import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDirectory } from '../../control-plane/build.ts';

const MODULE = 'github.com/opentofu/opentofu';
const VERSION = 'v1.10.6';
const run = promisify(execFile);

/**
 * The programs to test with, by name: the machine's Terraform where it has one, and OpenTofu, which is built once into
 * the cache folder (four minutes on two cores). Terraform itself can't be: its module needs others of its repository.
 */
export async function infraPrograms(): Promise<Record<string, string>> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const terraform = folders.map((folder) => join(folder, 'terraform')).find(existsSync);
  return { ...(terraform && { terraform }), tofu: await openTofu() };
}

/** One of them, where it does not matter which: Terraform before OpenTofu. */
export async function infraProgram(): Promise<string> {
  return Object.values(await infraPrograms())[0] as string;
}

async function openTofu(): Promise<string> {
  const folder = join(cacheDirectory(), `tofu-${VERSION}`);
  if (!existsSync(folder)) {
    await mkdir(cacheDirectory(), { recursive: true });
    const unfinished = await mkdtemp(`${folder}.`);
    // `go install` takes no module that replaces others; a build in its own folder does as it says.
    const { stdout } = await run('go', ['mod', 'download', '-json', `${MODULE}@${VERSION}`]);
    const { Dir } = JSON.parse(stdout) as { Dir: string };
    const env = { ...process.env, CGO_ENABLED: '0' };
    // As its releases are built: not a version under development.
    const linking = `-ldflags=-s -w -X ${MODULE}/version.dev=no`;
    const flags = ['-buildvcs=false', linking, '-o', join(unfinished, 'tofu')];
    await run('go', ['build', ...flags, './cmd/tofu'], { cwd: Dir, env, maxBuffer: 2 ** 26 });
    // Another test file may have been faster.
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  }
  return join(folder, 'tofu');
}

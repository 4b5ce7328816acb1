import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDirectory } from '../../control-plane/build.ts';

const run = promisify(execFile);

/** Where what the machine does not have is built from. */
const SOURCES = {
  // The last one whose module is whole: later ones have their backends in modules of their own, which no proxy has.
  terraform: { module: 'github.com/hashicorp/terraform', version: 'v1.8.5', main: '.' },
  tofu: { module: 'github.com/opentofu/opentofu', version: 'v1.10.6', main: './cmd/tofu' },
};

export type ProgramName = keyof typeof SOURCES;

/** Milliseconds that getting the programs may take: two are built, and another worker may be at the same. */
export const GETTING = 1_200_000;

/**
 * The path of Terraform or OpenTofu: the machine's own where it has one, else it is built once into the cache folder
 * (four minutes on two cores).
 */
export async function infraProgram(name: ProgramName = 'terraform'): Promise<string> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(existsSync) ?? built(name);
}

async function built(name: ProgramName): Promise<string> {
  const { module, version, main } = SOURCES[name];
  const folder = join(cacheDirectory(), `${name}-${version}`);
  if (!existsSync(folder)) {
    await mkdir(cacheDirectory(), { recursive: true });
    const unfinished = await mkdtemp(`${folder}.`);
    // `go install` takes no module that replaces others; a build in its own folder does as it says.
    const { stdout } = await run('go', ['mod', 'download', '-json', `${module}@${version}`]);
    const { Dir } = JSON.parse(stdout) as { Dir: string };
    const env = { ...process.env, CGO_ENABLED: '0' };
    // As its releases are built: not a version under development.
    const linking = `-ldflags=-s -w -X ${module}/version.dev=no`;
    const flags = ['-buildvcs=false', linking, '-o', join(unfinished, name)];
    await run('go', ['build', ...flags, main], { cwd: Dir, env, maxBuffer: 2 ** 26 });
    // Another test file may have been faster.
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  }
  return join(folder, name);
}

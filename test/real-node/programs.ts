import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Artifact } from '../setup/artifact.ts';
import { ensureGo } from '../setup/go.ts';

const run = promisify(execFile);

/** The programs of the images: each is one file of Go in a folder of its name, built anew where that has changed. */
export const programs = { web: built('web'), pause: built('pause') };

function built(name: string): Artifact {
  const source = join(import.meta.dirname, name, 'main.go');
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16);
  return new Artifact(`real-node-${name}-${hash}`, async (folder) => {
    await ensureGo();
    const env = { ...process.env, CGO_ENABLED: '0', GOWORK: 'off', GO111MODULE: 'off' };
    await run('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', join(folder, name), source], { env });
  });
}

export const programOf = (name: keyof typeof programs): Buffer => readFileSync(programs[name].path(name));

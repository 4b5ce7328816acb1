import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDirectory } from '../control-plane/build.ts';
import { aptInstall } from './apt.ts';

/**
 * The `bin` folder of an environment of Python's own with packages of PyPI, made once: `name` tells their versions,
 * `packages` are arguments of `pip install`. Python itself is installed where the machine has none.
 */
export function pythonEnvironment(name: string, ...packages: readonly string[]): string {
  const folder = join(cacheDirectory(), name);
  const whole = join(folder, 'whole');
  const bin = join(folder, 'bin');
  if (existsSync(whole)) return bin;
  ensurePython();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  execFileSync(join(bin, 'python'), [...pip, ...packages], { stdio: 'pipe' });
  writeFileSync(whole, '');
  return bin;
}

/** Sees to it that `python3` is there, has pip, and can make environments. */
export function ensurePython(): void {
  if (spawnSync('python3', ['-c', 'import ensurepip, pip, venv']).status === 0) return;
  aptInstall('python3', 'python3-venv', 'python3-pip');
}

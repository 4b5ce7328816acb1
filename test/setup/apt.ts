import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** Installs packages of Debian or Ubuntu; needs root or sudo. */
export function aptInstall(...packages: readonly string[]): void {
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...packages);
}

/** One command of apt-get, which waits for another that is at work. */
export function apt(...words: readonly string[]): void {
  const sudo = userInfo().uid === 0 ? [] : ['sudo', '--non-interactive'];
  // Packages of servers start none with RUNLEVEL=1.
  const env = ['env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=600'];
  const [program = '', ...rest] = [...sudo, ...env, 'apt-get', ...options, ...words];
  execFileSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
}

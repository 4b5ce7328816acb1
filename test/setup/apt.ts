import { execFileSync, spawnSync } from 'node:child_process';

/** Installs packages of Debian or Ubuntu; needs root or sudo. */
export function aptInstall(...packages: readonly string[]): void {
  requireApt(packages);
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...packages);
}

/** @throws where the machine has no apt-get, or the user may not use it */
function requireApt(packages: readonly string[]): void {
  const names = packages.join(' ');
  if (spawnSync('apt-get', ['--version']).status !== 0)
    throw new Error(
      `This needs the programs of Debian's packages ${names}, and this machine has no apt-get: install those programs, and run it again.`,
    );
  if (!isRoot() && spawnSync('sudo', ['--non-interactive', 'true']).status !== 0)
    throw new Error(
      `This needs the packages ${names}, and you are neither root nor may you use sudo without a password: run \`sudo apt-get install ${names}\`, and then this again.`,
    );
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** One command of apt-get, which waits for another that is at work. */
export function apt(...words: readonly string[]): void {
  const sudo = isRoot() ? [] : ['sudo', '--non-interactive'];
  // Packages of servers start none with RUNLEVEL=1.
  const env = ['env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=600'];
  const [program = '', ...rest] = [...sudo, ...env, 'apt-get', ...options, ...words];
  execFileSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
}

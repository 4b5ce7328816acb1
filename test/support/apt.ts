import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';

/** What the tests of the project `servers` run, and the package that has it. */
const PROGRAMS: Record<string, string> = {
  '/usr/lib/postgresql': 'postgresql',
  '/usr/sbin/pgbouncer': 'pgbouncer',
  '/usr/bin/pgbackrest': 'pgbackrest',
  '/usr/bin/redis-server': 'redis-server',
  '/usr/sbin/named': 'bind9',
  '/usr/bin/openssl': 'openssl',
  '/usr/bin/zstd': 'zstd',
  '/usr/bin/faketime': 'faketime',
};

/** Installs what is missing of that in one go: test files that did it side by side would find apt locked. */
export function ensurePrograms(): void {
  const missing = Object.entries(PROGRAMS).filter(([path]) => !existsSync(path));
  if (missing.length > 0) aptInstall(...missing.map(([, name]) => name));
}

/** Installs packages of Debian or Ubuntu; needs root or sudo. */
export function aptInstall(...packages: readonly string[]): void {
  const sudo = userInfo().uid === 0 ? [] : ['sudo', '--non-interactive'];
  const apt = (...words: string[]) => {
    const [program = '', ...rest] = [
      ...sudo,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      // Packages of servers start none then.
      'RUNLEVEL=1',
      'apt-get',
      '-qq',
      ...words,
    ];
    execFileSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
  };
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...packages);
}

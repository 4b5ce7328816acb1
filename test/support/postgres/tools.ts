import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';

const BASE = '/usr/lib/postgresql';

/** Sees to it that the system's own PostgreSQL is there: pg_dump, pg_restore, psql and pgbench, which npm does not bring. */
export function ensurePostgresTools(): void {
  const present =
    existsSync(BASE) && readdirSync(BASE).some((name) => existsSync(`${BASE}/${name}/bin/pg_dump`));
  if (!present) aptInstall('postgresql');
}

/** Installs packages of Debian or Ubuntu; needs root or sudo. */
export function aptInstall(...packages: readonly string[]): void {
  const sudo = userInfo().uid === 0 ? [] : ['sudo', '--non-interactive'];
  const apt = (...words: string[]) => {
    const [program = '', ...rest] = [
      ...sudo,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      ...words,
    ];
    execFileSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
  };
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...packages);
}

/** A program of the newest PostgreSQL that the system has; older ones can not dump newer servers. */
export function aptProgram(name: 'pg_dump' | 'pg_restore' | 'psql' | 'pgbench'): string {
  const versions = readdirSync(BASE).sort((a, b) => Number(b) - Number(a));
  const found = versions.map((version) => `${BASE}/${version}/bin/${name}`).find(existsSync);
  if (!found) throw new Error(`${BASE} has no ${name}.`);
  return found;
}

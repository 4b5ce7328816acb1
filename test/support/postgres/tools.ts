import { existsSync, readdirSync } from 'node:fs';
import { aptInstall } from '../apt.ts';

const BASE = '/usr/lib/postgresql';

/** Sees to it that the system's own PostgreSQL is there: pg_dump, pg_restore, psql and pgbench, which npm does not bring. */
export function ensurePostgresTools(): void {
  const present =
    existsSync(BASE) && readdirSync(BASE).some((name) => existsSync(`${BASE}/${name}/bin/pg_dump`));
  if (!present) aptInstall('postgresql');
}

/** A program of the newest PostgreSQL that the system has; older ones can not dump newer servers. */
export function aptProgram(name: 'pg_dump' | 'pg_restore' | 'psql' | 'pgbench'): string {
  const versions = readdirSync(BASE).sort((a, b) => Number(b) - Number(a));
  const found = versions.map((version) => `${BASE}/${version}/bin/${name}`).find(existsSync);
  if (!found) throw new Error(`${BASE} has no ${name}.`);
  return found;
}

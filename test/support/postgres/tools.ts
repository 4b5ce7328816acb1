import { existsSync, readdirSync } from 'node:fs';

const BASE = '/usr/lib/postgresql';

/** A program of the newest PostgreSQL that the system has; older ones can not dump newer servers. */
export function aptProgram(name: 'pg_dump' | 'pg_restore' | 'psql' | 'pgbench'): string {
  const versions = readdirSync(BASE).sort((a, b) => Number(b) - Number(a));
  const found = versions.map((version) => `${BASE}/${version}/bin/${name}`).find(existsSync);
  if (!found) throw new Error(`${BASE} has no ${name}.`);
  return found;
}

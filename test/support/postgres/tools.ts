import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { postgresPrograms } from '../../setup/artifacts.ts';

const BASE = '/usr/lib/postgresql';
type Name = 'pg_dump' | 'pg_restore' | 'psql' | 'pgbench';

/** A program of the newest PostgreSQL that the system has; older ones cannot dump newer servers. */
export function aptProgram(name: Name): string {
  const [newest] = installed(name);
  if (!newest) throw new Error(`${BASE} has no ${name}.`);
  return newest.path;
}

/** The program that is as new as the newest server, and reads whatever another one wrote. */
export const newestProgram = (name: Name): string => postgresPrograms.path('bin', name);

/** pg_dump for the server of a URL: the system's own, unless that server is newer. */
export function dumpProgram(url: string): string {
  const asked = ['--no-psqlrc', '--tuples-only', '--no-align', '--command=SHOW server_version_num', url];
  const major = Math.floor(Number(execFileSync(newestProgram('psql'), asked, { encoding: 'utf8' })) / 10000);
  const own = installed('pg_dump').find((program) => program.major >= major);
  return own?.path ?? newestProgram('pg_dump');
}

/** The system's programs of a name, newest first. */
const installed = (name: Name) =>
  readdirSync(BASE)
    .map((version) => ({ major: Number(version), path: `${BASE}/${version}/bin/${name}` }))
    .filter(({ path }) => existsSync(path))
    .sort((a, b) => b.major - a.major);

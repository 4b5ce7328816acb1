import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import type { TestDatabase } from './database.ts';

const BASE = '/usr/lib/postgresql';
const run = promisify(execFile);

/** The path of one of the system's own PostgreSQL programs. */
export function tool(name: 'pg_dump' | 'psql' | 'pgbench'): string {
  const [newest] = readdirSync(BASE).sort((a, b) => Number(b) - Number(a));
  return `${BASE}/${newest}/bin/${name}`;
}

/** A dump as SQL of a database, of this exported snapshot if one is given. pg_dump reads no newer server than itself. */
export async function dump(from: TestDatabase, snapshot?: string): Promise<string> {
  const options = snapshot === undefined ? [] : [`--snapshot=${snapshot}`];
  const { stdout } = await run(tool('pg_dump'), [...options, `--dbname=${from.url}`], { maxBuffer: 2 ** 29 });
  return stdout;
}

/** Runs such a dump in an empty database. @throws at the first error */
export async function restore(sql: string, into: TestDatabase): Promise<void> {
  const child = run(tool('psql'), [
    '--quiet',
    '--no-psqlrc',
    '--set=ON_ERROR_STOP=1',
    `--dbname=${into.url}`,
  ]);
  child.child.stdin?.end(sql);
  await child;
}

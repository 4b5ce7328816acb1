import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestDatabase } from './database.ts';
import { dumpProgram, newestProgram } from './tools.ts';

const run = promisify(execFile);

/** A dump as SQL of a database, of this exported snapshot if one is given. */
export async function dump(from: TestDatabase, snapshot?: string): Promise<string> {
  const options = snapshot === undefined ? [] : [`--snapshot=${snapshot}`];
  const { stdout } = await run(dumpProgram(from.url), [...options, `--dbname=${from.url}`], {
    maxBuffer: 2 ** 29,
  });
  return stdout;
}

/** Runs such a dump in an empty database. @throws at the first error */
export async function restore(sql: string, into: TestDatabase): Promise<void> {
  const child = run(newestProgram('psql'), [
    '--quiet',
    '--no-psqlrc',
    '--set=ON_ERROR_STOP=1',
    `--dbname=${into.url}`,
  ]);
  // Servers before 17 do not know what a newer pg_dump sets.
  child.child.stdin?.end(sql.replace(/^SET transaction_timeout = 0;$/m, ''));
  await child;
}

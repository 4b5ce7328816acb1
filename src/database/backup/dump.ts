import { stat } from 'node:fs/promises';
import { ActionError } from '../../base/errors.ts';
import { writePrivate } from '../../base/files.ts';
import { WAITS } from '../../base/waits.ts';
import { withCredentials } from '../../systems/postgres/passfile.ts';
import type { Server } from '../../systems/postgres/session.ts';
import { chooseDump, chooseRestore, toolsNamed } from '../../systems/postgres/tools.ts';
import { run } from '../../systems/process.ts';
import { readerOf, readWhole } from './archive.ts';
import { headOf } from './form.ts';
import { connection } from './psql.ts';

/**
 * Dumps a database to a file in custom format and reads it back.
 *
 * @param options `snapshot` is one that its owner holds open (`pg_export_snapshot`), so that the dump is of the same instant;
 * `what` is what the dump is called in messages
 *
 * @throws ActionError with pg_dump's words, or where what it wrote cannot be read
 */
export async function dumpDatabase(
  server: Server,
  database: string,
  path: string,
  { signal, snapshot, what = 'safety dump' }: { signal: AbortSignal; snapshot?: string; what?: string },
): Promise<{ path: string; bytes: number }> {
  const version = await server.withSignal(signal).use(database, async (session) => session.version);
  const major = Math.floor(version / 10000);
  const tool = chooseDump(await toolsNamed('pg_dump'), { server: major });
  const args = [
    '--format=custom',
    '--compress=1',
    '--no-password',
    `--lock-wait-timeout=${WAITS.IN_PLACE_LOCK_MS}`,
    ...(snapshot === undefined ? [] : [`--snapshot=${snapshot}`]),
    `--file=${path}`,
    `--dbname=${connection(database)}`,
  ];
  // pg_dump would create it readable by every user, or follow a symbolic link at that path.
  writePrivate(path, '');
  const { code, errors } = await withCredentials(server, database, (environment) =>
    run(tool.path, args, { environment, signal }),
  );
  if (code !== 0) {
    const reason = errors.find((line) => /error: |fatal: /.test(line))?.replace(/^.*?(error|fatal): /, '');
    throw new ActionError(`The ${what} of "${database}" failed: ${reason ?? 'pg_dump gives no reason'}.`, {
      details: errors,
    });
  }
  const needs = readerOf(await headOf(path), path);
  const restore = chooseRestore(await toolsNamed('pg_restore'), { archive: needs, server: major });
  await readWhole(path, restore, path, { signal, onTable: () => {} });
  return { path, bytes: (await stat(path)).size };
}

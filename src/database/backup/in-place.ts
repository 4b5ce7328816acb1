import type { Backup } from './backup.ts';
import { CLEAR } from './clear.ts';
import { leftOutSentence, rightsOf } from './ownership.ts';
import { psql } from './psql.ts';
import { type Restored, type RestoreOptions, scriptOf } from './restore.ts';

/**
 * Replaces what a database holds by a backup, in one transaction: it commits only where the whole backup was carried
 * out, and whatever fails before leaves the database as it was. Others wait for the tables meanwhile.
 *
 * @throws ActionError with PostgreSQL's words; the old contents are there
 */
export async function restoreInPlace(
  backup: Backup,
  options: Omit<RestoreOptions, 'jobs'>,
): Promise<Restored> {
  const { server, database, log, signal } = options;
  const rights = await server.withSignal(signal).use(database, rightsOf);
  const { script, leftOut } = await scriptOf(backup, rights, { ...options, inTransaction: true });
  const before = `SET client_min_messages = warning;\nBEGIN;\n${CLEAR}`;
  await psql({ before, script, after: 'COMMIT;' }, options);
  const sentence = leftOutSentence(leftOut);
  if (sentence) log.warn(sentence);
  return { leftOut };
}

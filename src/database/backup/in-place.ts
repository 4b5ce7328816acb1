import { randomBytes } from 'node:crypto';
import { WAITS } from '../../runner/waits.ts';
import type { TableName } from '../../systems/postgres/integrity/snapshot.ts';
import { quoteText } from '../../systems/postgres/quote.ts';
import type { Backup } from './backup.ts';
import { guarded, rightsToCarry } from './carry-over.ts';
import { CLEAR } from './clear.ts';
import { leftOutSentence, rightsOf } from './ownership.ts';
import { psql } from './psql.ts';
import type { Restored, RestoreOptions } from './restore.ts';
import { scriptOf } from './script-of.ts';

/**
 * Replaces what a database holds by a backup, in one transaction: it commits only where the whole backup was carried
 * out, and whatever fails before leaves the database as it was. Others wait for the tables meanwhile. A backup that has
 * none of the tables `replaces` is of something else, and fails too.
 *
 * @throws ActionError with PostgreSQL's words; the old contents are there
 */
export async function restoreInPlace(
  backup: Backup,
  options: Omit<RestoreOptions, 'jobs'> & { readonly replaces?: readonly TableName[] },
): Promise<Pick<Restored, 'leftOut'>> {
  const { server, database, log, signal, replaces = [] } = options;
  const [rights, carried] = await server
    .withSignal(signal)
    .use(database, async (session) => [
      await rightsOf(session, backup.extensions),
      await rightsToCarry(session, backup),
    ]);
  const { script, leftOut } = scriptOf(backup, rights, { ...options, inTransaction: true });
  const guard = guardOf(randomBytes(12).toString('hex'));
  const before = `SET client_min_messages = warning;
    BEGIN;
    ${guard.close}
    SET LOCAL lock_timeout = ${WAITS.IN_PLACE_LOCK_MS};
    ${CLEAR}
    SET LOCAL lock_timeout = 0;`;
  // What is told as done must be on the disk, as nothing else is committed after it that would see to that.
  const after = `${requireOneOf(replaces)}\n${guarded(carried)}\n${guard.open}\nSET LOCAL synchronous_commit = local;\nCOMMIT;`;
  await psql({ before, script, after }, { ...options, version: rights.version });
  const sentence = leftOutSentence(leftOut);
  if (sentence) log.warn(sentence);
  return { leftOut };
}

/**
 * Keeps a transaction from being ended by anybody else: a row that breaks a rule which is looked at when it ends, and the row
 * that mends it. A COMMIT that nobody has seen in the backup fails, and takes back what was done.
 */
function guardOf(name: string): { readonly close: string; readonly open: string } {
  const [parent, child] = [`pg_temp.p_${name}`, `pg_temp.c_${name}`];
  return {
    close: `CREATE TEMPORARY TABLE p_${name} (a int PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMPORARY TABLE c_${name} (a int REFERENCES ${parent} DEFERRABLE INITIALLY DEFERRED) ON COMMIT DROP;
    INSERT INTO ${child} VALUES (1);`,
    open: `INSERT INTO ${parent} VALUES (1);`,
  };
}

/** SQL that fails where none of these tables is there; the names go as a value, so that they may hold anything. */
function requireOneOf(tables: readonly TableName[]): string {
  if (tables.length === 0) return '';
  const names = JSON.stringify(tables.map(({ schema, name }) => ({ schema, name })));
  // The script may have left another encoding and search path.
  return `
    SET LOCAL client_encoding = 'UTF8';
    SET LOCAL search_path = pg_catalog, pg_temp;
    SELECT set_config('rollback_actions.tables', ${quoteText(names)}, true);
    DO $check$
    BEGIN
      IF NOT EXISTS (SELECT FROM json_to_recordset(current_setting('rollback_actions.tables')::json) AS t(schema text, name text)
        JOIN pg_namespace n ON n.nspname = t.schema JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = t.name) THEN
        RAISE EXCEPTION 'it has none of the tables that are there, so it is of another database; nothing was changed';
      END IF;
    END
    $check$;`;
}

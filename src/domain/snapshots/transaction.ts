import { ActionError } from '../../base/errors.ts';
import { codeOf, type Server, type Session } from '../../systems/postgres/session.ts';

/** What the text of a value depends on, and what would end or hold up a long look, for this transaction alone. */
const SETTINGS = {
  row_security: 'off',
  search_path: `''`,
  extra_float_digits: '3',
  timezone: `'UTC'`,
  datestyle: `'ISO, MDY'`,
  intervalstyle: `'postgres'`,
  bytea_output: `'hex'`,
  lc_monetary: `'C'`,
  quote_all_identifiers: 'off',
  jit: 'off',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  lock_timeout: `'30s'`,
};

/**
 * Runs `work` in a session of its own that reads everything as of one instant: that of `exported` (a snapshot's name
 * from `pg_export_snapshot`), or its own. Row-level security is an error there, never a filter.
 */
export async function readAt<T>(
  server: Server,
  database: string,
  exported: string | undefined,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  return server.use(database, async (session) => {
    await session.run('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    if (exported !== undefined)
      await session.run(`SET TRANSACTION SNAPSHOT '${exported.replaceAll("'", "''")}'`);
    await session.run(readingSettings(session, 'SET LOCAL'));
    const result = await work(session);
    await session.run('COMMIT');
    return result;
  });
}

/** Makes values be written alike, and nothing be hidden or cut off, in a transaction or for all that a session does. */
export function readingSettings({ version }: Session, set: 'SET' | 'SET LOCAL'): string {
  const settings = Object.entries(SETTINGS).map(([name, value]) => `${set} ${name} = ${value}`);
  if (version >= 170000) settings.push(`${set} transaction_timeout = 0`);
  return settings.join('; ');
}

/** Does in a transaction what PostgreSQL may refuse without harm to the rest; gives the refusal where it does. */
export async function attempt<T>(session: Session, work: () => Promise<T>): Promise<T | ActionError> {
  await session.run('SAVEPOINT attempt');
  try {
    const result = await work();
    await session.run('RELEASE SAVEPOINT attempt');
    return result;
  } catch (error) {
    // A lost connection has no SQLSTATE.
    if (!(error instanceof ActionError) || !/^[0-9A-Z]{5}$/.test(codeOf(error))) throw error;
    await session.run('ROLLBACK TO SAVEPOINT attempt');
    return error;
  }
}

/** Tables, or other things that are locked, after which a long look gives its locks back. */
const LOCKED_AT_MOST = 50;

/**
 * Goes on reading as of the same instant without keeping the locks of all that was read: a database may have more tables and
 * indexes than its server has room for locks, and where that is full every session fails.
 *
 * @returns what is called after each thing that was read
 */
export async function givingLocksBack(session: Session): Promise<() => Promise<void>> {
  await session.run('SAVEPOINT locks');
  let read = 0;
  return async () => {
    if (++read % LOCKED_AT_MOST === 0) await session.run('ROLLBACK TO SAVEPOINT locks');
  };
}

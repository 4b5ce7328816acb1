import type { Session } from '../systems/postgres/session.ts';

/**
 * How many locks a server has room for, all sessions together. Where it is full every session fails with "out of shared
 * memory", the application's too. There is somewhat more room: PostgreSQL does not say how much.
 */
export async function roomForLocks(session: Session): Promise<number> {
  const { locks } = await session.one<{ locks: number }>(
    `SELECT current_setting('max_locks_per_transaction')::int
       * (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int) AS locks`,
  );
  return locks;
}

import type { Session } from '../systems/postgres/session.ts';

/**
 * How many locks a server has room for, all sessions together. Where it is full everybody fails with "out of shared memory",
 * the application beside as well. It has some more in truth: what it needs for itself is not told.
 */
export async function roomForLocks(session: Session): Promise<number> {
  const { locks } = await session.one<{ locks: number }>(
    `SELECT current_setting('max_locks_per_transaction')::int
       * (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int) AS locks`,
  );
  return locks;
}

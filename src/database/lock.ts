import { ActionError } from '../base/errors.ts';
import { type Accepts, requireConsent } from '../runner/consent.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import { connectMaintenanceDb } from './observe.ts';

/** The first half of our advisory locks; the second is the hash of the database's name. */
const CLASS = 0x726f6c6c;

/**
 * Keeps two rollbacks of one database apart: an advisory lock of a session beside it, which ends with the session, so
 * that a dead runner cannot hold it. The session is given to `work`.
 *
 * @throws ActionError naming the rollback that has it
 */
export async function withLock<T>(
  server: Server,
  { id, accepts, inPlace }: { id: string; accepts: Accepts; inPlace: boolean },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await connectMaintenanceDb(server, inPlace);
  try {
    requireDirect(session, server, accepts);
    // A runner whose machine is gone says nothing: the server finds out in some 15 s, not in two hours.
    await session.run(
      'SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 2',
    );
    // A process that was killed is noticed while a statement of it still runs, from PostgreSQL 14 on.
    if (session.version >= 140_000) await session.run(`SET client_connection_check_interval = '1s'`);
    await session.query(`SELECT set_config('application_name', $1, false)`, [`rollback-actions ${id}`]);
    const { locked } = await session.one<{ locked: boolean }>(
      'SELECT pg_try_advisory_lock($1, hashtext($2)) AS locked',
      [CLASS, server.database],
    );
    if (!locked) throw await heldByOther(session, server.database);
    return await work(session);
  } finally {
    await session.close();
  }
}

/**
 * Behind a pooler a lock stays with the next client of the connection, and databases that it keeps connections to are switched
 * late or not at all.
 *
 * @throws ActionError where `database-url` leads to one, without a word of consent
 */
export function requireDirect(session: Session, server: Server, accepts: Accepts): void {
  if (!session.isPooled) return;
  const refusal = `\`database-url\` leads to a pooler at ${server.name} (the server knows this connection by another number), which would keep locks and settings of a rollback for its clients; nothing was changed. Name the server itself there, and pgbouncer's console in \`pgbouncer-url\``;
  requireConsent(accepts, 'pooler', refusal);
}

async function heldByOther(session: Session, database: string): Promise<ActionError> {
  const [holder] = await session.query<{ application: string; since: string; pid: number }>(
    `SELECT application_name AS application, to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since, pid
     FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND classid = $1::int::oid AND objid = hashtext($2)::oid AND objsubid = 2`,
    [CLASS, database],
  );
  const holderText = holder
    ? `${holder.application.replace('rollback-actions ', 'rollback ')} (pid ${holder.pid}) since ${holder.since}`
    : 'another rollback';
  return new ActionError(
    `The database "${database}" is being rolled back by ${holderText}; wait for it, or end it with SELECT pg_terminate_backend(<pid>).`,
  );
}

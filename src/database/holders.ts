import { messageOf } from '../base/errors.ts';
import type { Session } from '../systems/postgres/session.ts';
import type { Task } from './task.ts';

/** A session that locks all others out of tables of the live database, as a migration that hangs does. */
interface Holder {
  readonly pid: number;
  readonly user: string;
  readonly since: string;
  readonly query: string;
  readonly tables: string;
}

/** Seconds for which an exclusive lock is nothing to speak of. */
const SHORT = 2;

const readHolders = (session: Session) =>
  session.query<Holder>(
    `SELECT a.pid, coalesce(a.usename::text, 'unknown') AS user,
       to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since,
       left(a.query, 200) AS query, string_agg(c.oid::regclass::text, ', ') AS tables
     FROM pg_locks l JOIN pg_stat_activity a USING (pid) JOIN pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p', 'm')
     WHERE l.locktype = 'relation' AND l.granted AND l.mode = 'AccessExclusiveLock' AND a.pid <> pg_backend_pid()
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace) AND a.xact_start < now() - interval '${SHORT} s'
     GROUP BY 1, 2, 3, 4`,
  );

/**
 * Finds sessions that lock all others out of tables of the live database. With consent (`blockers`) they are ended, so that
 * what would be lost can be counted; without, they are named.
 */
export async function endHolders({ server, accepts, log }: Task): Promise<void> {
  await server.use(server.database, async (session) => {
    const holders = await readHolders(session);
    for (const holder of holders) {
      const { pid, user, since, query, tables } = holder;
      const description = `The session of "${user}" with pid ${pid} holds ${tables} since ${since} (${query})`;
      if (!accepts('blockers')) {
        log.warn(`${description}; no one can read them until it ends, and \`accept: blockers\` ends it.`);
        continue;
      }
      try {
        await session.query('SELECT pg_terminate_backend($1)', [pid]);
        log.info(`✓ ${description}; it is ended, as was agreed to`);
      } catch (error) {
        log.warn(`${description}; it could not be ended: ${messageOf(error)}`);
      }
    }
  });
}

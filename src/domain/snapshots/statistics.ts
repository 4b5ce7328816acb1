import { ActionError } from '../../base/errors.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { Snapshot, Statistics } from './snapshot.ts';
import { attempt } from './transaction.ts';

/** What the server has counted in this database since its statistics were reset. */
export async function statisticsOf(session: Session): Promise<Statistics> {
  const database = await session.one<Omit<Statistics, 'statements' | 'writes'>>(`
    SELECT pg_catalog.to_json(stats_reset) #>> '{}' AS "resetAt", xact_commit::text AS commits, xact_rollback::text AS rollbacks,
      deadlocks::text AS deadlocks, conflicts::text AS conflicts
    FROM pg_catalog.pg_stat_database WHERE datname = pg_catalog.current_database()`);
  const writes = await session.query<Statistics['writes'][number]>(`
    SELECT schemaname AS schema, relname AS name, n_tup_ins::text AS inserted, n_tup_upd::text AS updated, n_tup_del::text AS deleted
    FROM pg_catalog.pg_stat_user_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0 ORDER BY 1, 2`);
  return { ...database, statements: await statementsOf(session), writes };
}

/** The same with what tells whether it is still the same database that counts. */
export async function statisticsNow(session: Session): Promise<Pick<Snapshot, 'databaseOid' | 'statistics'>> {
  const { databaseOid } = await session.one<{ databaseOid: string }>(
    'SELECT oid::text AS "databaseOid" FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()',
  );
  return { databaseOid, statistics: await statisticsOf(session) };
}

async function statementsOf(session: Session): Promise<Statistics['statements']> {
  const [extension] = await session.query<{ view: string; info: string | null }>(`
    SELECT pg_catalog.format('%I.pg_stat_statements', n.nspname) AS view,
      pg_catalog.to_regclass(pg_catalog.format('%I.pg_stat_statements_info', n.nspname))::text AS info
    FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname = 'pg_stat_statements'`);
  if (!extension) return null;
  const resetAt = extension.info
    ? `(SELECT pg_catalog.to_json(stats_reset) #>> '{}' FROM ${extension.info})`
    : 'NULL';
  // Without its library preloaded the view is there and refuses.
  const read = await attempt(session, () =>
    session.one<NonNullable<Statistics['statements']>>(`
      SELECT coalesce(pg_catalog.sum(calls), 0)::text AS calls, ${resetAt} AS "resetAt" FROM ${extension.view}
      WHERE dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`),
  );
  return read instanceof ActionError ? null : read;
}

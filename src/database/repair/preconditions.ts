import { isOfMigrations, migrationHeads } from '../../domain/snapshots/migrations.ts';
import { nameOf, tablesOf } from '../../domain/snapshots/tables.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { RepairOptions } from './request.ts';
import { find, type States, type TableInScope } from './scope.ts';
import type { Shape } from './shape.ts';

/** Prepared transactions that hold a table: its lock is not free before they are ended. */
export async function preparedTransactions(live: Session, oids: readonly number[]): Promise<string[]> {
  const [held] = await live.query<{ tables: string | null }>(
    `SELECT string_agg(DISTINCT relation::regclass::text, ', ') AS tables FROM pg_locks
     WHERE pid IS NULL AND locktype = 'relation' AND relation = ANY ($1::int8[]::oid[])
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [oids],
  );
  return held?.tables
    ? [
        `prepared transactions hold ${held.tables}: COMMIT PREPARED or ROLLBACK PREPARED each (pg_prepared_xacts)`,
      ]
    : [];
}

/** Event triggers of other roles: they would run as this user when definitions change. */
export async function foreignEventTriggers(live: Session): Promise<string[]> {
  const found = await live.query<{ name: string; owner: string }>(
    `SELECT evtname::text AS name, pg_get_userbyid(evtowner)::text AS owner FROM pg_event_trigger
     WHERE evtenabled IN ('O', 'A') AND evtevent <> 'login' AND NOT pg_has_role(evtowner, 'USAGE')`,
  );
  return found.map(
    ({ name, owner }) =>
      `the event trigger "${name}" of "${owner}" would fire when something is added back: ALTER EVENT TRIGGER … DISABLE meanwhile`,
  );
}

/** Says where migrations stand elsewhere than in the backup. */
export async function otherHeads(before: Session, live: Session): Promise<string[]> {
  const heads = async (session: Session) => {
    const tables = (await tablesOf(session, undefined, false)).filter(
      (table) => isOfMigrations(table) && table.readable,
    );
    return migrationHeads(session, tables);
  };
  const [then, now] = [await heads(before), await heads(live)];
  return then.flatMap((one) => {
    const today = now.find(({ schema, name }) => schema === one.schema && name === one.name);
    return today && today.head !== one.head
      ? [
          `Migrations (${nameOf(one)}) are at ${today.head || 'none'}, and were at ${one.head || 'none'} in the backup; a repair leaves that as it is.`,
        ]
      : [];
  });
}

/** A column that is named and is nowhere is a mistake that would be found too late. */
export function unknownColumns(
  inScope: readonly TableInScope[],
  { before }: States,
  { columns, stamps }: RepairOptions,
): string[] {
  const known = inScope.flatMap(({ table }) =>
    (find(before, table)?.columns ?? []).flatMap(({ name }) => [
      name,
      `${table.name}.${name}`,
      `${table.schema}.${table.name}.${name}`,
    ]),
  );
  return [...columns, ...stamps]
    .filter((name) => !known.includes(name))
    .map((name) => `no table that is meant has a column "${name}"`);
}

/** Why the times of commits are no evidence. */
export async function withoutCommitTimes(live: Session, { window }: RepairOptions): Promise<string[]> {
  if (window === undefined) return [];
  const { kept, future } = await live.one<{ kept: string; future: boolean }>(
    `SELECT current_setting('track_commit_timestamp') AS kept, to_timestamp($1::float8) > clock_timestamp() AS future`,
    [window.until],
  );
  return [
    ...(kept === 'on'
      ? []
      : [
          'the server does not keep the times of commits (track_commit_timestamp is off), by which `since` and `until` tell the accident: give `after`, a backup from after the accident',
        ]),
    ...(future ? ['`until` is in the future, and what users write until then is not the accident'] : []),
  ];
}

/** Columns whose types today's database does not have. */
export async function missingTypes(live: Session, { columns }: Shape): Promise<string[]> {
  const rows = await live.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[], $2::text[]) AS t(name, type) WHERE to_regtype(type) IS NULL',
    [columns.map(({ name }) => name), columns.map(({ base }) => base)],
  );
  return rows.map(({ name }) => name);
}

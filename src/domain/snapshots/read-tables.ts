import { ActionError } from '../../base/errors.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { fingerprint, type Hashing, unreadable } from './fingerprint.ts';
import { partitionOf } from './partition.ts';
import type { Partition, Snapshot, TableState } from './snapshot.ts';
import { nameOf, type Table } from './tables.ts';
import { attempt, givingLocksBack } from './transaction.ts';

/** The kind that a table has which could not be read. */
export const UNREAD = 'unread table';

/** A table that could not be read, as a snapshot names it. */
export const unreadEntry = (table: Table, reason: string) => ({
  kind: UNREAD,
  name: nameOf(table),
  because: reason,
});

interface ReadOptions {
  /** Parts tables by the ranges of keys of this earlier snapshot. */
  readonly like: Snapshot | undefined;
  readonly ranges: boolean;
  readonly hashing: Hashing;
  readonly lenient: boolean;
  readonly progress: ((done: number, all: number, table: TableState) => void) | undefined;
}

/**
 * Reads the states of tables, the largest first; several sessions may share the work.
 *
 * @param unread gets the tables that a lenient capture cannot read
 */
export function tableReader(
  tables: readonly Table[],
  unread: Snapshot['told'],
  { like, ranges, hashing, lenient, progress }: ReadOptions,
) {
  const states: TableState[] = [];
  const waiting = tables.toSorted((a, b) => b.bytes - a.bytes);
  const work = async (worker: Session) => {
    const wasRead = await givingLocksBack(worker);
    for (let table = waiting.shift(); table; table = waiting.shift()) {
      const by = partitionLike(table, like) ?? (ranges ? await readPartition(worker, table) : undefined);
      const read = () => stateOf(worker, table, by, hashing);
      const state = lenient ? await attempt(worker, read) : await read();
      if (state instanceof ActionError) {
        unread.push(unreadEntry(table, await reasonFor(worker, table, state)));
        continue;
      }
      states.push(state);
      await wasRead();
      progress?.(states.length, tables.length, state);
    }
  };
  return { states, work };
}

/** Why a table could not be read; where it is locked, by which session, since when and with which query. */
async function reasonFor(session: Session, table: Table, error: ActionError): Promise<string> {
  const words = error.message.replace(/^The table .* cannot be read \(|\); leave it out.*$/gs, '');
  const [found] = await session.query<{ holder: string }>(
    `SELECT pg_catalog.format('pid %s (%s) since %s: %s', a.pid, coalesce(a.usename, 'unknown'),
        pg_catalog.to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), pg_catalog.left(a.query, 200)) AS holder
      FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a USING (pid)
      WHERE l.locktype = 'relation' AND l.granted AND l.mode = 'AccessExclusiveLock' AND l.pid <> pg_catalog.pg_backend_pid()
        AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
        AND l.relation = (SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2)
      LIMIT 1`,
    [table.schema, table.name],
  );
  return found ? `it is held by ${found.holder}` : words;
}

async function stateOf(
  session: Session,
  table: Table,
  by: Partition | undefined,
  hashing: Hashing,
): Promise<TableState> {
  const { schema, name, root, columns, key, unlogged } = table;
  return {
    schema,
    name,
    ...(root && { root }),
    ...(await fingerprint(session, table, by, hashing)),
    columns: [...columns],
    key: [...key],
    unlogged,
  };
}

async function readPartition(session: Session, table: Table): Promise<Partition | undefined> {
  try {
    return await partitionOf(session, table);
  } catch (error) {
    throw unreadable(table, error);
  }
}

/** The earlier snapshot's ranges of keys, where the column that they are of is still there with its type. */
function partitionLike(table: Table, like: Snapshot | undefined): Partition | undefined {
  const before = like?.tables.find(({ schema, name }) => schema === table.schema && name === table.name);
  const by = before?.ranges?.by;
  const typeIn = (columns: TableState['columns']) => columns.find(({ name }) => name === by?.column)?.type;
  return before && typeIn(before.columns) === typeIn([...table.columns]) ? by : undefined;
}

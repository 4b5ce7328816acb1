import { ActionError } from '../../base/errors.ts';
import type { Server, Session } from '../../systems/postgres/session.ts';
import { migrationHeads } from './migrations.ts';
import { tableReader, unreadEntry } from './read-tables.ts';
import { schemaObjects } from './schema.ts';
import { HEAD, type Snapshot, type TableState } from './snapshot.ts';
import { statisticsOf } from './statistics.ts';
import { surroundings } from './surroundings.ts';
import {
  nameOf,
  requireMatches,
  requireReadable,
  type Scope,
  scopeOf,
  type Table,
  tablesOf,
} from './tables.ts';
import { attempt, readAt } from './transaction.ts';

/** The oldest PostgreSQL whose catalogs are understood. */
const OLDEST = 130000;

export interface CaptureOptions extends Partial<Scope> {
  /** Sessions that read at the same time. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Told after each table. */
  readonly progress?: (done: number, all: number, table: TableState) => void;
  /** Read as of this snapshot (`pg_export_snapshot`), which its owner holds open; else as of now. */
  readonly exported?: string;
  /** Fingerprints ranges of keys as well, so that what differs later has a place; takes some 2.6 times as long. */
  readonly ranges?: boolean;
  /**
   * Hashes rows by PostgreSQL's own functions where that can be: the result may be compared with one that is taken so
   * on the same server, and with nothing else.
   */
  readonly quick?: boolean;
  /** How rows are hashed, so that the result can be compared with an earlier one; that of `like`, else the newest. */
  readonly version?: Snapshot['version'];
  /**
   * What cannot be read is reported with the reason instead of failing, and locks are waited for only for a moment: a broken
   * database has to be described as well as can be.
   */
  readonly lenient?: boolean;
  /** Done while the snapshot that is read is held open under this name, such as a dump of the same instant. */
  readonly meanwhile?: (exported: string) => Promise<void>;
  /** Parts tables by the same ranges of keys as this earlier snapshot, so that the ranges can be compared. */
  readonly like?: Snapshot;
}

/**
 * Takes down the state of a database as of one instant: rows and fingerprint of every table, the schema's objects,
 * and what else a restore must bring back. Nothing is written, and no row's content leaves the server.
 *
 * @throws ActionError where a table cannot be read wholly, naming it and what to grant
 */
export async function captureSnapshot(
  server: Server,
  database: string,
  {
    tables = [],
    exclude = [],
    jobs,
    signal,
    progress,
    exported,
    ranges = false,
    quick = false,
    lenient = false,
    meanwhile,
    like,
    version = like?.version ?? HEAD.version,
  }: CaptureOptions,
): Promise<Snapshot> {
  const stop = new AbortController();
  const bound = server.withSignal(AbortSignal.any([signal, stop.signal]));
  return readAt(bound, database, exported, async (session) => {
    if (lenient) await session.run(BRIEF);
    const head = await headOf(session, server);
    const name = exported ?? (await exportSnapshot(session));
    const beside = meanwhile?.(name);
    // It is awaited with the rest; until then its failure is not an unhandled rejection.
    beside?.catch(() => {});
    // Sequences and statistics are those of now, whatever the transaction: as near to its start as can be.
    const { notCompared, ...around } = await orElse(lenient, session, NOTHING_AROUND, () =>
      surroundings(session),
    );
    const statistics = await statisticsOf(session);
    const all = await tablesOf(session, undefined, !lenient);
    // A table that was dropped since is a difference, and no wrong name.
    requireMatches({ tables }, [...all, ...(like?.tables ?? [])], database);
    const inScope = scopeOf({ tables, exclude });
    const parted = part(all, inScope, head.standby);
    const unread: Snapshot['told'] = [];
    const closed = lenient ? parted.hashed.filter(({ readable, filtered }) => !readable || filtered) : [];
    for (const table of closed) unread.push(unreadEntry(table, closedReason(table)));
    const open = parted.hashed.filter((table) => !closed.includes(table));
    requireReadable(open, server.user);

    const { states, work } = tableReader(open, unread, {
      like,
      ranges,
      hashing: { quick, version },
      lenient,
      progress,
    });
    const helpers = Array.from({ length: Math.min(jobs, open.length) - 1 }, () =>
      readAt(bound, database, name, async (helper) => {
        if (lenient) await helper.run(BRIEF);
        await work(helper);
      }),
    );
    const described = orElse(lenient, session, { schema: [], migrations: [] }, () =>
      describe(session, all, inScope, lenient ? [] : open),
    );
    const whole = described.then(async (result) => {
      await work(session);
      return result;
    });
    // The first failure ends the other sessions: a table can take minutes.
    const ended = [whole, ...helpers, ...(beside ? [beside] : [])].map((one) =>
      one.catch((error: unknown) => stop.abort(error)),
    );
    await Promise.all(ended);
    signal.throwIfAborted();
    stop.signal.throwIfAborted();
    const { standby: _, ...rest } = head;
    return {
      ...HEAD,
      version,
      ...rest,
      scope: { tables: [...tables], exclude: [...exclude] },
      tables: states.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b))),
      ...around,
      ...(await whole),
      hasRights: true,
      told: [...parted.excluded, ...notCompared, ...unread],
      statistics,
    };
  });
}

/** Reads; where a lenient capture cannot, gives `nothing`. */
async function orElse<T>(lenient: boolean, session: Session, nothing: T, read: () => Promise<T>): Promise<T> {
  if (!lenient) return read();
  const found = await attempt(session, read);
  return found instanceof ActionError ? nothing : found;
}

/** How long a lenient capture waits for a lock. */
const BRIEF = `SET LOCAL lock_timeout = '2s'`;
/** What is taken as read where reading what is around the tables would have to wait for another session. */
const NOTHING_AROUND: Awaited<ReturnType<typeof surroundings>> = {
  sequences: [],
  extensions: [],
  largeObjects: { count: '0', hash: null },
  invalidIndexes: [],
  unvalidatedConstraints: [],
  notCompared: [],
};

const closedReason = ({ readable }: Table): string =>
  readable ? 'row-level security hides rows of it' : 'no SELECT on it, or no USAGE on its schema';

async function headOf(session: Session, server: Server) {
  if (session.version < OLDEST) {
    const version = Math.floor(session.version / 10000);
    throw new ActionError(
      `PostgreSQL at ${server.name} is version ${version}; verify-integrity understands 13 and newer.`,
    );
  }
  const row = await session.one<{
    at: Date;
    database: string;
    databaseOid: string;
    encoding: string;
    standby: boolean;
  }>(`SELECT pg_catalog.transaction_timestamp() AS at, datname AS database, oid::text AS "databaseOid",
      pg_catalog.pg_encoding_to_char(encoding) AS encoding, pg_catalog.pg_is_in_recovery() AS standby
    FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()`);
  return { ...row, at: row.at.toISOString(), serverVersion: session.version };
}

async function exportSnapshot(session: Session): Promise<string> {
  const { name } = await session.one<{ name: string }>('SELECT pg_catalog.pg_export_snapshot() AS name');
  return name;
}

/** What is fingerprinted, and what is excluded, with the reason. */
function part(all: readonly Table[], inScope: (table: Table) => boolean, standby: boolean) {
  const exclusionOf = (table: Table): string | undefined => {
    if (!inScope(table)) return 'left out by `tables` or `exclude-tables`';
    if (table.extension !== null) return `belongs to the extension ${table.extension}`;
    if (table.kind === 'foreign table') return 'its rows are on another server';
    if (table.kind === 'materialized view') return 'made from other tables, and made again by a restore';
    if (table.unlogged && standby)
      return 'unlogged, and this server is a standby, which does not have its rows';
    return undefined;
  };
  const excluded = all.flatMap((table) => {
    const reason = exclusionOf(table);
    return reason === undefined ? [] : [{ kind: table.kind, name: nameOf(table), because: reason }];
  });
  return { hashed: all.filter((table) => exclusionOf(table) === undefined), excluded };
}

/** The schema's objects, without those of tables that are left out, and how far its migrations are. */
async function describe(
  session: Session,
  all: readonly Table[],
  inScope: (table: Pick<Table, 'schema' | 'name'> & { root?: Table['root'] }) => boolean,
  hashed: readonly Table[],
): Promise<Pick<Snapshot, 'schema' | 'migrations'>> {
  const known = new Map(all.map((table) => [nameOf(table), table]));
  const objects = await schemaObjects(session);
  return {
    schema: objects.filter(({ table }) => !table || inScope(known.get(nameOf(table)) ?? table)),
    migrations: await migrationHeads(session, hashed),
  };
}

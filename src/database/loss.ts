import { ActionError, messageOf } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { differences, type TableDifference } from '../domain/snapshots/differences.ts';
import { rowDifferences } from '../domain/snapshots/rows.ts';
import type { Snapshot } from '../domain/snapshots/snapshot.ts';
import { nameOf } from '../domain/snapshots/tables.ts';
import { quoteName, quoteTable, quoteText } from '../systems/postgres/quote.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import type { Between, MadeAt } from './backup/made-at.ts';
import { type Concern, shareConcern, unknownConcern } from './concerns.ts';

/** What going back to a backup takes away. */
export interface DataLoss {
  /** When the backup was made, RFC 3339; null where it is unknown. */
  readonly backupTime: string | null;
  /** Where it is not known for certain. */
  readonly backupBetween?: Between;
  /** The newest write of a row that would go; null where the server keeps no commit times (`track_commit_timestamp`). */
  readonly lastWrite: string | null;
  /** From the backup to the last write, or to the measuring where that is not known. */
  readonly seconds: number | null;
  readonly measuredAt: string;
  /** Tables whose rows differ; null where they could not be compared, and `unknown` says why. */
  readonly tables: readonly TableLoss[] | null;
  readonly unknown?: string;
  /** What the rows are counted against, where that is not the live database: what was live before the first of several rollbacks. */
  readonly against?: string;
  /** What of it takes a word of consent; nothing where there is none. */
  readonly concerns?: readonly Concern[];
}

interface TableLoss {
  readonly table: string;
  /** Rows that the live database has and the backup does not. */
  readonly lost: number;
  /** Rows that have other contents in the backup. */
  readonly changed: number;
  /** Rows that the backup has and the live database does not: they come back. */
  readonly back: number;
  /** False where not every value of every row was compared: the numbers are at least these. */
  readonly exact: boolean;
  /** Columns with values that the backup's table does not have; rows with such values count as lost. */
  readonly columns?: readonly string[];
}

interface Both {
  readonly server: Server;
  /** The same server, by the role that reads the side database. */
  readonly reader: Server;
  readonly side: string;
  readonly signal: AbortSignal;
  /** For the comparison row by row; what is not compared then is reported by numbers of rows. */
  readonly seconds: number;
  /** Rows a second that a comparison gets through, as far as is known: a large table that would not end in time is not begun. */
  readonly pace: number;
}

/**
 * Compares the live database with the side database, row by row where the fingerprints of a table differ.
 *
 * @param except tables that do not count towards the share, as each takes consent by itself
 *
 * A comparison that fails is reported in the result: an unknown loss must not keep a rollback from going on.
 */
export async function dataLoss(
  both: Both,
  live: Snapshot,
  restored: Snapshot,
  { takenAt: backupTime, takenBetween }: Pick<MadeAt, 'takenAt' | 'takenBetween'>,
  except: ReadonlySet<string> = new Set(),
): Promise<DataLoss> {
  const measuredAt = new Date().toISOString();
  const base = {
    backupTime: backupTime ?? null,
    ...(takenBetween && { backupBetween: takenBetween }),
    measuredAt,
  };
  try {
    const differing = differences(restored, live).tables;
    const tables = await tableLosses(both, differing);
    const concerns = shareConcern(rowsLost(tables, differing, { live, except }), rowsIn(live));
    const lastWrite = await lastWriteOf(both.server, differing);
    return {
      ...base,
      lastWrite,
      seconds: secondsBetween(backupTime, lastWrite ?? measuredAt),
      tables,
      ...(concerns.length > 0 && { concerns }),
    };
  } catch (error) {
    both.signal.throwIfAborted();
    if (!(error instanceof ActionError)) throw error;
    const seconds = secondsBetween(backupTime, measuredAt);
    return unknownLoss(base, seconds, messageOf(error));
  }
}

/** The same where nothing could be compared. Pure. */
export function unknownLoss(
  base: Pick<DataLoss, 'backupTime' | 'backupBetween' | 'measuredAt'>,
  seconds: number | null,
  unknown: string,
): DataLoss {
  const concerns = [unknownConcern(withoutFullStop(unknown))];
  return { ...base, lastWrite: null, seconds, tables: null, unknown, concerns };
}

const rowsIn = ({ tables }: Snapshot): number => tables.reduce((sum, { rows }) => sum + Number(rows), 0);

/**
 * Whole rows that would be gone: one whose value in a new column goes is not, and without a key a changed row cannot be told
 * from one that is gone.
 */
function rowsLost(
  losses: readonly TableLoss[],
  differing: readonly TableDifference[],
  { live, except }: { live: Snapshot; except: ReadonlySet<string> },
): number {
  const keyed = new Set(live.tables.filter(({ key }) => key.length > 0).map(nameOf));
  return losses.reduce((sum, { table, lost, columns }, at) => {
    if (except.has(table)) return sum;
    const { rowsBefore, rowsAfter } = differing[at] as TableDifference;
    const fewer = Math.max(0, Number(rowsAfter ?? 0) - Number(rowsBefore ?? 0));
    return sum + (columns === undefined && keyed.has(table) ? lost : fewer);
  }, 0);
}

/** A table of so few rows is always begun: its time is that of the round trip, whatever the number of rows. */
const FEW_ROWS = 10_000;

/** Small tables first, so that as many as can be are compared row by row. */
async function tableLosses(both: Both, differing: readonly TableDifference[]): Promise<TableLoss[]> {
  const end = performance.now() + both.seconds * 1000;
  const late = AbortSignal.timeout(Math.ceil(both.seconds * 1000));
  const losses = new Map<TableDifference, TableLoss>();
  for (const table of differing.toSorted((one, other) => rowsOf(one) - rowsOf(other))) {
    const isLong = rowsOf(table) > FEW_ROWS && rowsOf(table) / both.pace > (end - performance.now()) / 1000;
    const loss = isLong ? lossByCount(table) : await tableLoss(both, table, late);
    losses.set(table, table.otherColumns ? await withColumns(both, table, loss) : loss);
  }
  return differing.map((table) => losses.get(table) as TableLoss);
}

const rowsOf = ({ rowsBefore, rowsAfter }: TableDifference): number =>
  Math.max(Number(rowsBefore ?? 0), Number(rowsAfter ?? 0));

async function tableLoss(
  { server, reader, side, signal }: Both,
  difference: TableDifference,
  late: AbortSignal,
): Promise<TableLoss> {
  const byCount = lossByCount(difference);
  if (byCount.exact) return byCount;
  const [a, b] = [
    { server, database: server.database },
    { server: reader, database: side },
  ];
  try {
    const options = { limit: 0, signal: AbortSignal.any([signal, late]), quick: true };
    const { onlyA, onlyB, changed, alike } = await rowDifferences(a, b, difference, options);
    return { ...byCount, lost: onlyA, changed, back: onlyB, exact: alike };
  } catch (error) {
    signal.throwIfAborted();
    if (!late.aborted) throw error;
    return byCount;
  }
}

/** Counts the rows with values in columns that the backup does not have: a rename leaves what was written since behind. */
async function withColumns(
  { server, reader, side }: Pick<Both, 'server' | 'reader' | 'side'>,
  table: TableDifference,
  found: TableLoss,
): Promise<TableLoss> {
  const columnsIn = (session: Session) => columnsOf(session, table);
  const kept = new Set((await reader.use(side, columnsIn)).map(({ name }) => name));
  return server.use(server.database, async (session) => {
    const going = (await columnsIn(session)).filter(({ name }) => !kept.has(name));
    if (going.length === 0) return found;
    const [written] = await session.query<{ rows: string }>(
      `SELECT count(*)::text AS rows FROM ONLY ${quoteTable(table)} WHERE ${going.map(isWritten).join(' OR ')}`,
    );
    const rows = Number(written?.rows ?? 0);
    if (rows === 0) return found;
    return {
      ...found,
      lost: Math.max(found.lost, rows),
      columns: going.map(({ name }) => name),
      exact: false,
    };
  });
}

interface Column {
  readonly name: string;
  /** What rows have that were there before the column, as text. */
  readonly missing: string | null;
}

const columnsOf = (session: Session, { schema, name }: TableDifference) =>
  session.query<Column>(
    `SELECT attname::text AS name, (SELECT value FROM unnest(attmissingval::text::text[]) AS value LIMIT 1) AS missing
     FROM pg_catalog.pg_attribute WHERE attrelid = $1::pg_catalog.regclass AND attnum > 0 AND NOT attisdropped`,
    [quoteTable({ schema, name })],
  );

const isWritten = ({ name, missing }: Column): string =>
  missing === null
    ? `${quoteName(name)} IS NOT NULL`
    : `${quoteName(name)}::text IS DISTINCT FROM ${quoteText(missing)}`;

/** What the numbers of rows show; all there is to say where only one of the two has the table. */
function lossByCount({ rowsBefore, rowsAfter, ...difference }: TableDifference): TableLoss {
  const more = Number(rowsAfter ?? 0) - Number(rowsBefore ?? 0);
  const exact = rowsBefore === null || rowsAfter === null;
  return { table: nameOf(difference), lost: Math.max(0, more), changed: 0, back: Math.max(0, -more), exact };
}

/** The commit time of the newest row of these tables in the live database. */
async function lastWriteOf(server: Server, tables: readonly TableDifference[]): Promise<string | null> {
  const present = tables.filter(({ rowsAfter }) => rowsAfter !== null);
  return server.use(server.database, async (session) => {
    const { on } = await session.one<{ on: string }>(
      `SELECT current_setting('track_commit_timestamp') AS on`,
    );
    if (on !== 'on' || present.length === 0) return null;
    let last: Date | null = null;
    // One by one: a query over thousands of tables would fill the server's table of locks.
    for (const table of present) {
      const { at } = await session.one<{ at: Date | null }>(
        `SELECT max(pg_xact_commit_timestamp(xmin)) AS at FROM ONLY ${quoteTable(table)}`,
      );
      if (at !== null && (last === null || at > last)) last = at;
    }
    return last?.toISOString() ?? null;
  });
}

export function secondsBetween(from: string | undefined, to: string): number | null {
  return from === undefined ? null : Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}

/** The loss for people, in a sentence. */
export function describeLoss({ tables, seconds, backupTime, against }: DataLoss): string {
  const before = seconds === null ? '' : `, ${seconds} s before the last write`;
  const age = backupTime === null ? 'from an unknown time' : `of ${backupTime}${before}`;
  if (tables === null) return `The backup is ${age}; what would be lost could not be determined`;
  if (tables.length === 0) return `The backup is ${age}; no row differs from the live database`;
  const of =
    against === undefined
      ? ''
      : `, against what was live before the first of several rollbacks ("${against}")`;
  const sum = (what: 'lost' | 'changed' | 'back') => tables.reduce((total, table) => total + table[what], 0);
  const least = tables.every(({ exact }) => exact) ? '' : 'at least ';
  return `The backup is ${age}; in ${tables.length} tables ${least}${sum('lost')} rows would be lost, ${sum('changed')} go back to older contents, ${sum('back')} come back${of}`;
}

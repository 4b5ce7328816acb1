import { ActionError } from '../../base/errors.ts';
import { quoteTable } from '../../systems/postgres/quote.ts';
import type { Server, Session } from '../../systems/postgres/session.ts';
import { unreadable } from './fingerprint.ts';
import { bucketsSql, columnsSql, type RowQuery, rowQuery, rowsSql } from './row-query.ts';
import type { TableName } from './snapshot.ts';
import { nameOf, requireReadable, type Table, tablesOf } from './tables.ts';
import { readAt } from './transaction.ts';

/** Rows that are fetched at once from each side. */
const PAGE = 1000;
/** What the buckets of a large table take on the server, so that they need no file. */
const MEMORY = '64MB';

/** A database to compare, as of now or of a snapshot that its owner holds open. */
export interface ComparedDatabase {
  readonly server: Server;
  readonly database: string;
  readonly exported?: string;
}

interface Options {
  /** Examples that are named. */
  readonly limit: number;
  readonly signal: AbortSignal;
  /** Hashes rows by PostgreSQL's own functions where that can be: both places are on one server. */
  readonly quick?: boolean;
}

/** A row that differs, by its key. A table without a key has its place in A's or B's file instead. */
export interface RowExample {
  readonly where: 'onlyA' | 'onlyB' | 'changed';
  readonly key: Readonly<Record<string, string>>;
  /** The columns that differ, of a changed row. */
  readonly columns: readonly string[];
}

export interface RowDifferences {
  readonly onlyA: number;
  readonly onlyB: number;
  /** Rows with the same key and other content; always 0 where the table has no key: such a row is one in A and one in B. */
  readonly changed: number;
  readonly keyed: boolean;
  /** Whether both sides have the same columns of the same types, made of the same, and the same key or none: every value was compared. */
  readonly alike: boolean;
  /** Columns that one side alone has, which were not compared. */
  readonly ignored: readonly string[];
  readonly examples: readonly RowExample[];
}

/** One row as it comes from a side: equal on both sides where `id` is, and the same where `state` is too. */
interface Row {
  readonly hash: string;
  readonly id: string;
  readonly state: string;
  readonly place: string;
}

/** Some rows together. */
interface Bucket {
  readonly bucket: number;
  readonly state: string;
}

const NONE = { onlyA: 0, onlyB: 0, changed: 0, examples: [] };

interface Side {
  readonly session: Session;
  readonly table: Table;
  readonly server: Server;
}

/**
 * Says which rows of a table differ between two databases, exactly: the sides hash all rows into small buckets, and
 * only the rows of the buckets that differ are looked at, both in order and a page at a time. Memory does not grow with
 * the table.
 *
 * @throws ActionError where the table is missing on a side or cannot be read there; the signal's reason when it aborts
 */
export async function rowDifferences(
  a: ComparedDatabase,
  b: ComparedDatabase,
  table: TableName,
  { limit, signal, quick = false }: Options,
): Promise<RowDifferences> {
  const open = (place: ComparedDatabase, work: (side: Side) => Promise<RowDifferences>) =>
    readAt(place.server.withSignal(signal), place.database, place.exported, async (session) => {
      await session.run(`SET LOCAL work_mem = '${MEMORY}'`);
      return work({ session, server: place.server, table: await sideTable(session, place, table) });
    });
  try {
    return await open(a, (sideA) => open(b, (sideB) => compareSides(sideA, sideB, limit, quick)));
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

async function sideTable(
  session: Session,
  { server, database }: ComparedDatabase,
  name: TableName,
): Promise<Table> {
  const [table] = await tablesOf(session, name);
  if (table?.kind !== 'table')
    throw new ActionError(`The database ${database} has no table ${nameOf(name)}.`);
  requireReadable([table], server.user);
  return table;
}

async function compareSides(a: Side, b: Side, limit: number, quick: boolean): Promise<RowDifferences> {
  const rows = Math.max(await estimate(a), await estimate(b));
  const query = rowQuery(a.table, b.table, rows, quick);
  const alike = await areAlike(a, b);
  const differing = await differingBuckets(buckets(a, query), buckets(b, query));
  if (differing.length === 0) return { ...NONE, keyed: query.keyed, alike, ignored: query.ignored };
  const found = await merge(rowsOf(a, query, differing), rowsOf(b, query, differing), query.keyed, limit);
  const examples: RowExample[] = [];
  for (const { where, row } of found.examples) examples.push(await example(a, b, query, where, row));
  return { ...found, keyed: query.keyed, alike, ignored: query.ignored, examples };
}

async function areAlike(a: Side, b: Side): Promise<boolean> {
  const form = ({ columns, key }: Table) =>
    JSON.stringify([columns.map(({ name, type }) => [name, type]).sort(), key]);
  return form(a.table) === form(b.table) && (await ownTypes(a)) === (await ownTypes(b));
}

/** What users' own types of a table are made of: another one may have the same name. */
async function ownTypes({ session, table }: Side): Promise<string> {
  const { made } = await session.one<{ made: string | null }>(
    `SELECT pg_catalog.json_agg(pg_catalog.json_build_array(a.attname, pg_catalog.format_type(t.typbasetype, t.typtypmod),
        (SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid),
        (SELECT pg_catalog.format_type(r.rngsubtype, NULL) FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid),
        (SELECT pg_catalog.json_agg(pg_catalog.json_build_array(p.attname, pg_catalog.format_type(p.atttypid, p.atttypmod)) ORDER BY p.attnum)
          FROM pg_catalog.pg_attribute p WHERE p.attrelid = t.typrelid AND p.attnum > 0 AND NOT p.attisdropped)) ORDER BY a.attname)::text AS made
     FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type o ON o.oid = a.atttypid
     JOIN pg_catalog.pg_type t ON t.oid = CASE WHEN o.typcategory = 'A' THEN o.typelem ELSE o.oid END
     WHERE a.attrelid = $1::pg_catalog.regclass AND a.attnum > 0 AND NOT a.attisdropped AND t.oid >= 16384`,
    [quoteTable(table)],
  );
  return made ?? '';
}

/** About how many rows a table has, as the server knows without reading it. */
async function estimate({ session, table }: Side): Promise<number> {
  const { rows } = await session.one<{ rows: number }>(
    'SELECT greatest(reltuples, 0)::float8 AS rows FROM pg_catalog.pg_class WHERE oid = $1::pg_catalog.regclass',
    [quoteTable(table)],
  );
  return rows;
}

const buckets = (side: Side, query: RowQuery): AsyncGenerator<Bucket> =>
  pages<Bucket>(side, 'rb_buckets', bucketsSql(side.table, query));

/** The numbers of the buckets that are not the same on both sides, which come in the order of their numbers. */
async function differingBuckets(inA: AsyncGenerator<Bucket>, inB: AsyncGenerator<Bucket>): Promise<number[]> {
  const differing: number[] = [];
  const step = async (side: AsyncGenerator<Bucket>) => (await side.next()).value as Bucket | undefined;
  let [a, b] = await Promise.all([step(inA), step(inB)]);
  while (a || b) {
    const order = (a?.bucket ?? Number.POSITIVE_INFINITY) - (b?.bucket ?? Number.POSITIVE_INFINITY);
    if (order !== 0 || a?.state !== b?.state)
      differing.push(Math.min(a?.bucket ?? b?.bucket ?? 0, b?.bucket ?? a?.bucket ?? 0));
    [a, b] = [order <= 0 ? await step(inA) : a, order >= 0 ? await step(inB) : b];
  }
  return differing;
}

const rowsOf = (side: Side, query: RowQuery, differing: readonly number[]): AsyncGenerator<Row> =>
  pages<Row>(side, 'rb_rows', rowsSql(side.table, query, differing));

/** What a query gives, a page at a time. */
async function* pages<R extends object>(
  { session, table }: Side,
  cursor: string,
  sql: string,
): AsyncGenerator<R> {
  await queryTable(session, table, `DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const rows = await queryTable<R>(session, table, `FETCH ${PAGE} FROM ${cursor}`);
    yield* rows;
    if (rows.length < PAGE) return;
  }
}

async function queryTable<R extends object>(session: Session, table: Table, sql: string): Promise<R[]> {
  try {
    return await session.query<R>(sql);
  } catch (error) {
    throw unreadable(table, error);
  }
}

/** Goes along both sides at once, as two sorted lists are merged. */
async function merge(inA: AsyncGenerator<Row>, inB: AsyncGenerator<Row>, keyed: boolean, limit: number) {
  const counts = { onlyA: 0, onlyB: 0, changed: 0 };
  const examples: { where: RowExample['where']; row: Row }[] = [];
  const note = (where: RowExample['where'], row: Row, times = 1) => {
    counts[where] += times;
    if (examples.length < limit) examples.push({ where, row });
  };
  const step = async (rows: AsyncGenerator<Row>) => (await rows.next()).value as Row | undefined;
  let [a, b] = await Promise.all([step(inA), step(inB)]);
  while (a || b) {
    const order = compareRows(a, b);
    if (a && order < 0) note('onlyA', a, keyed ? 1 : Number(a.state));
    if (b && order > 0) note('onlyB', b, keyed ? 1 : Number(b.state));
    if (a && b && order === 0 && a.state !== b.state) {
      const more = Number(a.state) - Number(b.state);
      if (keyed) note('changed', a);
      else note(more > 0 ? 'onlyA' : 'onlyB', more > 0 ? a : b, Math.abs(more));
    }
    [a, b] = [order <= 0 ? await step(inA) : a, order >= 0 ? await step(inB) : b];
  }
  return { ...counts, examples };
}

/** As the server orders them: by hash, and by the bytes of the key where two keys hash alike. */
function compareRows(a: Row | undefined, b: Row | undefined): number {
  if (!a || !b) return a ? -1 : 1;
  const [hashA, hashB] = [BigInt(a.hash), BigInt(b.hash)];
  if (hashA !== hashB) return hashA < hashB ? -1 : 1;
  return Buffer.compare(Buffer.from(a.id), Buffer.from(b.id));
}

async function example(
  a: Side,
  b: Side,
  query: RowQuery,
  where: RowExample['where'],
  row: Row,
): Promise<RowExample> {
  if (!query.keyed) return { where, key: { ctid: row.place }, columns: [] };
  const values = JSON.parse(row.id) as string[];
  const key = Object.fromEntries(query.key.map((column, index) => [column, values[index] ?? '']));
  if (where !== 'changed') return { where, key, columns: [] };
  const sql = (table: Table) => columnsSql(table, query);
  const [[inA], [inB]] = (await Promise.all(
    [a, b].map(({ session, table }) => session.query<{ hashes: string[] }>(sql(table), values)),
  )) as [{ hashes: string[] }[], { hashes: string[] }[]];
  return {
    where,
    key,
    columns: query.common.filter((_, index) => inA?.hashes[index] !== inB?.hashes[index]),
  };
}

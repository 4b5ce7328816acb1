import { quoteName, quoteTable } from '../../systems/postgres/quote.ts';
import { rowAlias } from './fingerprint.ts';
import { hashOf, quickHashOf } from './row-hash.ts';
import type { Table } from './tables.ts';

/** Buckets of a table; with some sixteen rows each, few rows lie beside one that differs. */
const FEWEST = 2 ** 10;
/** Each takes some hundred bytes of memory here, of both sides. */
const MAX_BUCKETS = 2 ** 20;
const ROWS_A_BUCKET = 16;
/** So that the bucket of a row says nothing about its hash. */
export const KEY_SEED = 7;

/** How the rows of a table are compared between two databases. */
export interface RowQuery {
  /** The columns that both sides have, in the order of their names. */
  readonly common: readonly string[];
  readonly ignored: readonly string[];
  readonly key: readonly string[];
  readonly keyed: boolean;
  /** Whether rows are hashed by PostgreSQL's own functions. */
  readonly quick: boolean;
  /** A name for a row that no column has. */
  readonly alias: string;
  /** A power of two. */
  readonly buckets: number;
}

/**
 * Decides by which columns two tables of one name are compared; without the same key on both, rows are a multiset.
 * `rows` is about how many there are; `quick` may be asked for where both are on one server.
 */
export function rowQuery(a: Table, b: Table, rows: number, quick = false): RowQuery {
  const names = ({ columns }: Table) => columns.map(({ name }) => name);
  const common = names(a)
    .filter((name) => names(b).includes(name))
    .sort();
  const keyed = a.key.length > 0 && JSON.stringify(a.key) === JSON.stringify(b.key);
  return {
    common,
    ignored: [...new Set([...names(a), ...names(b)])].filter((name) => !common.includes(name)),
    key: keyed ? a.key : [],
    keyed,
    quick: quick && a.quick && b.quick,
    alias: rowAlias([...a.columns, ...b.columns]),
    buckets: bucketsFor(rows),
  };
}

/** How many buckets about so many rows are hashed in: a power of two. */
export const bucketsFor = (rows: number): number =>
  Math.min(MAX_BUCKETS, Math.max(FEWEST, 2 ** Math.ceil(Math.log2(Math.max(1, rows / ROWS_A_BUCKET)))));

/**
 * Each bucket, in order, with the number of its rows and the sum of their hashes. Without the OFFSET, PostgreSQL may
 * sort whole rows into files as large as the table, and hash them afterwards.
 */
export function bucketsSql(table: Table, query: RowQuery): string {
  return `SELECT bucket::int4 AS bucket, count(*) || ' ' || pg_catalog.sum(hash) AS state
    FROM (SELECT ${bucket(query)} AS bucket, ${rowHash(query)} AS hash FROM ${from(table, query)} OFFSET 0) AS rows
    GROUP BY bucket ORDER BY bucket`;
}

/**
 * The rows of some buckets in order: `hash` and `id` say which row it is, `state` what it is like. Without a key,
 * equal rows are one line, and `state` is how many there are.
 */
export function rowsSql(table: Table, query: RowQuery, buckets: readonly number[]): string {
  const wanted =
    buckets.length < query.buckets / 4
      ? `WHERE ${bucket(query)} = ANY (ARRAY[${buckets.join(',')}]::int8[])`
      : '';
  const source = `FROM ${from(table, query)} ${wanted}`;
  if (!query.keyed) {
    return `SELECT hash::text AS hash, '' AS id, count(*)::text AS state, (pg_catalog.array_agg(place))[1]::text AS place
      FROM (SELECT ${rowHash(query)} AS hash, ${query.alias}.ctid AS place ${source}) AS rows GROUP BY rows.hash ORDER BY rows.hash`;
  }
  const id = `pg_catalog.json_build_array(${columns(query, query.key, '::text')})::text`;
  return `SELECT hash::text AS hash, id, state::text AS state, '' AS place
    FROM (SELECT ${keyHash(query)} AS hash, ${id} AS id, ${rowHash(query)} AS state ${source}) AS rows ORDER BY rows.hash, rows.id COLLATE "C"`;
}

/** The hash of each common column of the row whose key the parameters are. */
export function columnsSql(table: Table, query: RowQuery): string {
  const type = (name: string) => table.columns.find((column) => column.name === name)?.type;
  const isIt = query.key.map(
    (name, index) => `${query.alias}.${quoteName(name)} = $${index + 1}::${type(name)}`,
  );
  const hashes = query.common.map((name) => `${hashOf(`${query.alias}.${quoteName(name)}`)}::text`);
  return `SELECT ARRAY[${hashes.join(', ')}]::text[] AS hashes FROM ${from(table, query)} WHERE ${isIt.join(' AND ')} LIMIT 1`;
}

const from = (table: Table, query: RowQuery) => `ONLY ${quoteTable(table)} AS ${query.alias}`;
const columns = (query: RowQuery, names: readonly string[], cast = '') =>
  names.map((name) => `${query.alias}.${quoteName(name)}${cast}`).join(', ');
const hash = (query: RowQuery, names: readonly string[], seed = 0) =>
  (query.quick ? quickHashOf : hashOf)(`ROW(${columns(query, names)})`, seed);
const rowHash = (query: RowQuery) => hash(query, query.common);
const keyHash = (query: RowQuery) => hash(query, query.key, KEY_SEED);
const bucket = (query: RowQuery) =>
  `(${query.keyed ? keyHash(query) : rowHash(query)} & ${query.buckets - 1})`;

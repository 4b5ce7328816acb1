import { quoteName, quoteTable } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { Partition } from './snapshot.ts';
import type { Table } from './tables.ts';

/** Into how many ranges of keys a table is parted at most, and how many rows are in one at least. */
const RANGES = 255;
const ROWS_A_RANGE = 64;
/** Bytes of a row in the table's file, at least. */
const LEAST_ROW = 32;
const WIDEST = 2n ** 62n;
const INTEGERS = ['smallint', 'integer', 'bigint'];

/** The names of the parts with the keys beyond the first and the last one. */
const BELOW = 'below';
const ABOVE = 'above';

/**
 * How to part a table's rows by ranges of its key, so that what differs later can be told to be between two keys.
 * Undefined where the key is not one whole number, or the table is empty.
 */
export async function partitionOf(session: Session, table: Table): Promise<Partition | undefined> {
  const [column, ...more] = table.key;
  const type = table.columns.find(({ name }) => name === column)?.type;
  if (column === undefined || type === undefined || more.length > 0) return undefined;
  if (table.bytes === 0 || !INTEGERS.includes(type)) return undefined;
  const key = quoteName(column);
  const { least, most } = await session.one<{ least: string | null; most: string | null }>(
    `SELECT pg_catalog.min(${key})::text AS least, pg_catalog.max(${key})::text AS most FROM ONLY ${quoteTable(table)}`,
  );
  if (least === null || most === null) return undefined;
  return integerPartition(column, BigInt(least), BigInt(most), Math.ceil(table.bytes / LEAST_ROW));
}

/** Parts whole numbers from `least` to `most`, of which there are up to `rows`, into ranges as wide as a power of two. */
export function integerPartition(column: string, least: bigint, most: bigint, rows: number): Partition {
  const span = most - least + 1n;
  const possible = span < BigInt(rows) ? Number(span) : rows;
  const ranges = Math.max(1, Math.min(RANGES, Math.ceil(possible / ROWS_A_RANGE)));
  let width = 1n;
  while (width * BigInt(ranges) < span && width < WIDEST) width *= 2n;
  return {
    column,
    width: String(width),
    first: String(floor(least, width)),
    last: String(floor(most, width)),
  };
}

/**
 * The part that a row belongs to, as truth values in SQL: whether its key is below or above all parts, then the bits
 * of the part's number, the lowest first. The planner takes a truth value to have two values, and a number to have as
 * many as the key, for which it would sort the whole table.
 */
export function partBits({ column, width, first, last }: Partition, row: string): string[] {
  const key = `${row}.${quoteName(column)}::int8`;
  const number = (value: bigint) => `'${BigInt.asIntN(64, value)}'::int8`;
  const step = BigInt(width);
  const masks = Array.from({ length: bitsOf(first, last) }, (_, bit) => step << BigInt(bit));
  return [
    `${key} < ${number(BigInt(first) * step)}`,
    `${key} > ${number((BigInt(last) + 1n) * step - 1n)}`,
    ...masks.map((mask) => `${key} & ${number(mask)} <> 0`),
  ];
}

/** The name of the part that these truth values say. */
export function partName({ first, last }: Partition, values: readonly boolean[]): string {
  const [below, above, ...bits] = values;
  if (below) return BELOW;
  if (above) return ABOVE;
  const low = bits.reduce((sum, bit, index) => sum + (bit ? 1n << BigInt(index) : 0n), 0n);
  // The bits are those of the number counted from zero; the parts begin at the first.
  return String(BigInt(first) + BigInt.asUintN(bitsOf(first, last), low - BigInt(first)));
}

/** The keys of a part, as people read them: `id 40960 to 45055`. */
export function rangeOf({ column, width, first, last }: Partition, part: string): string {
  const step = BigInt(width);
  if (part === BELOW) return `${column} below ${BigInt(first) * step}`;
  if (part === ABOVE) return `${column} from ${(BigInt(last) + 1n) * step}`;
  const from = BigInt(part) * step;
  return `${column} ${from} to ${from + step - 1n}`;
}

/** In the order of their keys. */
export function comparePart(a: string, b: string): number {
  const place = (part: string) => (part === BELOW ? -1 : part === ABOVE ? 1 : 0);
  return place(a) - place(b) || (place(a) === 0 ? Number(BigInt(a) - BigInt(b)) : 0);
}

/** How many bits tell the parts from one another. */
const bitsOf = (first: string, last: string): number => (BigInt(last) - BigInt(first)).toString(2).length;

/** Division that rounds down, also below zero. */
function floor(number: bigint, width: bigint): bigint {
  const down = number / width;
  return number % width < 0n ? down - 1n : down;
}

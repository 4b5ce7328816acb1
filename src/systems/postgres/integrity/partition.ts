import { quoteName, quoteTable } from '../quote.ts';
import type { Session } from '../session.ts';
import type { Partition } from './snapshot.ts';
import type { Table } from './tables.ts';

/** Into how many ranges of keys a table is parted at most (a round width can make it some more), and rows in one at least. */
const RANGES = 256;
const ROWS_A_RANGE = 64;
/** Bytes of a row in the table's file, at least. */
const LEAST_ROW = 32;
const WIDEST = 5n * 10n ** 18n;
const INTEGERS = ['smallint', 'integer', 'bigint'];

/**
 * How to part a table's rows by ranges of its key, so that what differs later can be told to be between two keys.
 * Undefined where the key is not one whole number or UUID, or the table is empty.
 */
export async function partitionOf(session: Session, table: Table): Promise<Partition | undefined> {
  const [column, ...more] = table.key;
  const type = table.columns.find(({ name }) => name === column)?.type;
  if (column === undefined || type === undefined || more.length > 0 || table.bytes === 0) return undefined;
  if (type === 'uuid') {
    const width = table.bytes / LEAST_ROW / ROWS_A_RANGE >= RANGES ? 1 : 16;
    return { column, kind: 'uuid', width: String(width), first: '0', last: String(256 / width - 1) };
  }
  if (!INTEGERS.includes(type)) return undefined;
  const key = quoteName(column);
  const { least, most } = await session.one<{ least: string | null; most: string | null }>(
    `SELECT pg_catalog.min(${key})::text AS least, pg_catalog.max(${key})::text AS most FROM ONLY ${quoteTable(table)}`,
  );
  if (least === null || most === null) return undefined;
  return integerPartition(column, BigInt(least), BigInt(most), Math.ceil(table.bytes / LEAST_ROW));
}

/** Parts whole numbers from `least` to `most` into ranges of a width that is easy to read: 1, 2 or 5 with zeros. */
export function integerPartition(column: string, least: bigint, most: bigint, rows: number): Partition {
  const span = most - least + 1n;
  const possible = span < BigInt(rows) ? Number(span) : rows;
  const ranges = Math.max(1, Math.min(RANGES, Math.ceil(possible / ROWS_A_RANGE)));
  const width = round(span / BigInt(ranges));
  return {
    column,
    kind: 'integer',
    width: String(width),
    first: String(least / width),
    last: String(most / width),
  };
}

/** The part that a row belongs to, as SQL; keys beyond the first and last part are in the one before or after it. */
export function partExpression({ column, kind, width, first, last }: Partition, row: string): string {
  const key = `${row}.${quoteName(column)}`;
  if (kind === 'uuid') return `pg_catalog.get_byte(pg_catalog.uuid_send(${key}), 0) / ${width}`;
  const part = `${key}::int8 / ${width}::int8`;
  return `least(greatest(${part}, ${BigInt(first) - 1n}), ${BigInt(last) + 1n})`;
}

/** The keys of a part, as people read them: `id 40000 to 49999`. */
export function rangeOf({ column, kind, width, first, last }: Partition, part: string): string {
  const number = BigInt(part);
  const step = BigInt(width);
  if (kind === 'uuid') {
    const byte = (value: bigint) => value.toString(16).padStart(2, '0');
    const [from, to] = [byte(number * step), byte(number * step + step - 1n)];
    return `${column} ${from}… to ${to}…`;
  }
  // Division is towards zero: the part 0 has keys of both signs, and a negative part ends where a positive one begins.
  const from = number > 0n ? number * step : number * step - step + 1n;
  const to = number < 0n ? number * step : number * step + step - 1n;
  if (number < BigInt(first) || (number === 0n && first === '0')) return `${column} up to ${to}`;
  if (number > BigInt(last)) return `${column} from ${from}`;
  return `${column} ${from} to ${to}`;
}

/** The next number that is 1, 2 or 5 with zeros, and fits eight bytes. */
function round(number: bigint): bigint {
  const zeros = 10n ** BigInt(number.toString().length - 1);
  const next = [1n, 2n, 5n, 10n].map((digit) => digit * zeros).find((nice) => nice >= number);
  return next === undefined || next > WIDEST ? WIDEST : next;
}

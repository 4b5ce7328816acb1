import { ActionError, messageOf } from '../../base/errors.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { quoteName, quoteTable } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { partBits, partName } from './partition.ts';
import type { Fingerprint, Partition, TableState } from './snapshot.ts';
import { nameOf, type Table } from './tables.ts';

/** A name for a table's row in a query that none of these columns has, so that it always means the whole row. */
export function rowAlias(columns: readonly { readonly name: string }[]): string {
  let alias = '_rb_row_';
  while (columns.some(({ name }) => name === alias)) alias += '_';
  return quoteName(alias);
}

/** The hash of a text, as SQL. Equal texts hash alike on every version and architecture of PostgreSQL. */
export const hashOf = (text: string, seed = 0): string =>
  `pg_catalog.hashtextextended((${text})::pg_catalog.text COLLATE "C", ${seed})`;

/**
 * The hash of a row by PostgreSQL's own hash functions, which takes less than half the time. It is for a comparison on
 * one server alone: others hash differently, and what PostgreSQL holds equal hashes alike, such as 1.0 and 1.00. The
 * outer hash is needed: sums of the inner one do not tell rows apart whose columns are swapped.
 */
export const quickHashOf = (row: string, seed = 0): string =>
  `pg_catalog.hashint8extended(pg_catalog.hash_record_extended(${row}, ${seed}), 0)`;

/**
 * Fingerprints a table's rows: their number, and the sum of the hashes of their texts, which no order changes. With
 * `by`, the same for each range of keys besides, in the same pass; `quick` as in CaptureOptions.
 *
 * @throws ActionError that names the table
 */
export async function fingerprint(
  session: Session,
  table: Table,
  by: Partition | undefined,
  quick = false,
): Promise<Fingerprint & Pick<TableState, 'ranges'>> {
  const row = rowAlias(table.columns);
  const bits = by ? partBits(by, row) : [];
  const hash = quick && table.quick ? quickHashOf(row) : hashOf(row);
  const names = bits.map((_, index) => `bit${index}`);
  const sql = `
    SELECT ARRAY[${names.join(', ')}]::bool[] AS bits, count(*)::text AS rows, coalesce(pg_catalog.sum(hash), 0)::text AS hash
    FROM (SELECT ${[...bits.map((bit, index) => `${bit} AS bit${index}`), `${hash} AS hash`].join(', ')}
      FROM ONLY ${quoteTable(table)} AS ${row}) AS rows
    ${by ? `GROUP BY ${names.join(', ')}` : ''}`;
  try {
    const found = await session.query<{ bits: boolean[] } & Fingerprint>(sql);
    const total = (key: 'rows' | 'hash') => String(found.reduce((sum, one) => sum + BigInt(one[key]), 0n));
    const parts =
      by && merged(found.map(({ bits, rows, hash }) => ({ part: partName(by, bits), rows, hash })));
    return { rows: total('rows'), hash: total('hash'), ...(by && parts && { ranges: { by, parts } }) };
  } catch (error) {
    throw unreadable(table, error);
  }
}

type Part = NonNullable<TableState['ranges']>['parts'][number];

/** Keys beyond all parts have bits, too: what is of one part is added up. */
function merged(all: readonly Part[]): Part[] {
  return [...Map.groupBy(all, ({ part }) => part)].map(([part, own]) => {
    const sum = (key: 'rows' | 'hash') => String(own.reduce((total, one) => total + BigInt(one[key]), 0n));
    return { part, rows: sum('rows'), hash: sum('hash') };
  });
}

/** The same failure as a sentence that names the table. */
export function unreadable(table: Table, error: unknown): unknown {
  if (!(error instanceof ActionError)) return error;
  return new ActionError(
    `The table ${nameOf(table)} cannot be read (${withoutFullStop(messageOf(error))}); leave it out with \`exclude-tables\`, or remove the cause and run this again.`,
    { details: error.details, cause: error },
  );
}

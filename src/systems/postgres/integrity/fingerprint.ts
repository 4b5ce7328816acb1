import { ActionError, messageOf } from '../../../runner/errors.ts';
import { quoteName, quoteTable } from '../quote.ts';
import type { Session } from '../session.ts';
import { partExpression } from './partition.ts';
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
 * Fingerprints a table's rows: their number, and the sum of the hashes of their texts, which no order changes. With
 * `by`, the same for each range of keys besides, in the same pass.
 *
 * @throws ActionError that names the table
 */
export async function fingerprint(
  session: Session,
  table: Table,
  by: Partition | undefined,
): Promise<Fingerprint & Pick<TableState, 'ranges'>> {
  const row = rowAlias(table.columns);
  const part = by ? partExpression(by, row) : `''`;
  const sql = `
    SELECT part::text, count(*)::text AS rows, pg_catalog.sum(hash)::text AS hash
    FROM (SELECT ${part} AS part, ${hashOf(row)} AS hash FROM ONLY ${quoteTable(table)} AS ${row}) AS rows
    GROUP BY part ORDER BY part`;
  try {
    const parts = await session.query<{ part: string } & Fingerprint>(sql);
    const total = (key: 'rows' | 'hash') => String(parts.reduce((sum, one) => sum + BigInt(one[key]), 0n));
    return { rows: total('rows'), hash: total('hash'), ...(by && { ranges: { by, parts } }) };
  } catch (error) {
    throw unreadable(table, error);
  }
}

/** The same failure as a sentence that names the table. */
export function unreadable(table: Table, error: unknown): unknown {
  if (!(error instanceof ActionError)) return error;
  return new ActionError(
    `The table ${nameOf(table)} can not be read (${messageOf(error).replace(/\.$/, '')}); leave it out with \`exclude-tables\`, or remove the cause and run this again.`,
    { details: error.details, cause: error },
  );
}

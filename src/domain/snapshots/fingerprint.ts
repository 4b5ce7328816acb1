import { ActionError, messageOf } from '../../base/errors.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { quoteName, quoteTable } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { partBits, partName } from './partition.ts';
import { quickHashOf, rowHashOf } from './row-hash.ts';
import type { Fingerprint, Partition, Snapshot, TableState } from './snapshot.ts';
import { nameOf, type Table } from './tables.ts';

/** How rows are hashed. */
export interface Hashing {
  /** As in CaptureOptions. */
  readonly quick: boolean;
  readonly version: Snapshot['version'];
}

/** A name for a table's row in a query that none of these columns has, so that it always means the whole row. */
export function rowAlias(columns: readonly { readonly name: string }[]): string {
  let alias = '_rb_row_';
  while (columns.some(({ name }) => name === alias)) alias += '_';
  return quoteName(alias);
}

/**
 * Fingerprints a table's rows: their number, and the sum of their hashes, which no order changes. With `by`, the same for
 * each range of keys besides, in the same pass.
 *
 * @throws ActionError that names the table
 */
export async function fingerprint(
  session: Session,
  table: Table,
  by: Partition | undefined,
  hashing: Hashing,
): Promise<Fingerprint & Pick<TableState, 'ranges'>> {
  const row = rowAlias(table.columns);
  const bits = by ? partBits(by, row) : [];
  const hash = hashing.quick && table.quick ? quickHashOf(row) : rowHashOf(table, row, hashing.version);
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

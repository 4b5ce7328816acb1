import { messageOf } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import type { Differences } from '../domain/snapshots/differences.ts';
import { type ComparedDatabase, type RowDifferences, rowDifferences } from '../domain/snapshots/rows.ts';
import { nameOf } from '../domain/snapshots/tables.ts';

/** The rows that differ, by table, and why not where they could not be looked for. */
export interface Located {
  readonly rows: ReadonlyMap<string, RowDifferences>;
  readonly missed: readonly { readonly table: string; readonly reason: string }[];
}

/** Looks at tables that have changed row by row, between the database as it was (`before`) and as it is. */
export async function locate(
  found: Differences,
  before: ComparedDatabase,
  after: ComparedDatabase,
  { limit, signal }: { limit: number; signal: AbortSignal },
): Promise<Located> {
  const rows = new Map<string, RowDifferences>();
  const missed: { table: string; reason: string }[] = [];
  const late = AbortSignal.timeout(WAITS.LOCATE_MS);
  for (const table of found.tables.filter(({ change }) => change === 'changed')) {
    try {
      rows.set(
        nameOf(table),
        await rowDifferences(before, after, table, { limit, signal: AbortSignal.any([signal, late]) }),
      );
    } catch (error) {
      signal.throwIfAborted();
      const reason = late.aborted ? `not found within ${WAITS.LOCATE_MS / 1000} s` : messageOf(error);
      missed.push({ table: nameOf(table), reason });
    }
  }
  return { rows, missed };
}

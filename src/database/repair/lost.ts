import type { Session } from '../../systems/postgres/session.ts';
import type { Backup } from '../backup/backup.ts';
import { entriesOf } from '../backup/toc.ts';
import { withGrants } from './column-grants.ts';
import { withArchived } from './column-in-archive.ts';
import { readLostTables } from './lost-tables.ts';
import { type Lost, readLostColumn } from './objects.ts';
import type { PieceColumn } from './piece.ts';
import type { Shape } from './shape.ts';

/** A column that the accident has dropped, of a table as it was before. */
export interface DroppedColumn {
  readonly shape: Shape;
  readonly column: PieceColumn;
}

/** Reads how what the accident has dropped is made again, tables first. */
export async function readLost(
  { before, live }: { readonly before: Session; readonly live: Session },
  backup: Backup,
  { tables, columns }: { readonly tables: readonly Shape[]; readonly columns: readonly DroppedColumn[] },
): Promise<Lost[]> {
  if (tables.length === 0 && columns.length === 0) return [];
  // With a plain dump, which has no table of contents, a table that is gone was refused before.
  const entries = backup.form === 'plain' ? undefined : entriesOf(backup);
  const lost = entries ? await readLostTables(live, entries, tables) : [];
  for (const { shape, column } of columns) {
    const read = await readLostColumn(before, shape, column);
    lost.push(
      entries
        ? withGrants(withArchived(read, entries, shape, column.name), entries, shape, column.name)
        : withoutArchive(read),
    );
  }
  return lost;
}

const withoutArchive = (lost: Lost): Lost => ({
  ...lost,
  notAddedBack: [
    ...lost.notAddedBack,
    `foreign keys to ${lost.name}, and triggers, policies and statistics that name it, are not made again from a plain dump, if there were any`,
    `grants on ${lost.name} alone are not made again from a plain dump, if there were any`,
  ],
});

import { quoteName } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { keepSql } from './apply.ts';
import { Staged } from './piece.ts';
import type { Kept } from './state.ts';

/** What the plan knows of a row beside its values. */
const PLANNED = ['"rb sets"', '"rb seen"', '"rb rule"', '"rb alone"', '"rb verdict"'].join(', ');

const columnsOf = (staged: Staged): string => `${staged.names(staged.piece.columns)}, ${PLANNED}`;

/** Makes what batches write into, beside the plan of all, in the transaction that is open. */
export async function makeWritten(live: Session, staged: readonly Staged[]): Promise<void> {
  for (const one of staged) {
    await live.run(
      `CREATE TABLE ${one.at('w')} AS SELECT ${columnsOf(one)} FROM ${one.at('p')} WHERE false; ${one.indexSql('w')}`,
    );
    await live.run(keepSql(one, 'false'));
  }
}

/**
 * Adds what a batch has written, in its transaction, and takes it away from what is staged: nothing plans those rows again, whatever
 * users make of them.
 *
 * @param whole the same tables where all of it is staged
 */
export async function addWritten(
  live: Session,
  staged: readonly Staged[],
  whole: readonly Staged[],
): Promise<void> {
  for (const one of staged) {
    const all = whole.find(({ piece }) => piece.number === one.piece.number) as Staged;
    const done = `"rb verdict" IN ('back', 'set')`;
    const kept = `${one.names(one.writable)}, "rb by"`;
    await live.run(
      `INSERT INTO ${all.at('w')} (${columnsOf(one)}) SELECT ${columnsOf(one)} FROM ${one.at('p')} WHERE ${done};
       INSERT INTO ${all.at('k')} (${kept}) SELECT ${kept} FROM ${one.at('k')};
       DELETE FROM ${all.at('b')} AS b USING ${one.at('p')} AS p WHERE p.${done} AND ${one.sameKey('b', 'p')};
       UPDATE ${all.at('p')} AS q SET "rb verdict" = p."rb verdict" FROM ${one.at('p')} AS p
         WHERE p."rb verdict" = 'collision' AND q."rb verdict" <> 'collision' AND ${one.sameKey('q', 'p')}`,
    );
  }
}

/** Makes what batches have written what a repair in one transaction leaves, in the transaction that is open: it is taken back alike. */
export async function settle(live: Session, { schema, note }: Kept): Promise<void> {
  for (const piece of note.pieces) {
    const one = new Staged(piece, undefined, quoteName(schema));
    await live.run(
      `DROP TABLE IF EXISTS ${one.at('p')}, ${one.at('n')}; ALTER TABLE ${one.at('w')} RENAME TO p${piece.number}`,
    );
  }
}

import { quoteName } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { Staged } from './piece.ts';

const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric'];

/** Numbers that come back must never be given out again; a gap is no harm, so this stays also where the rest is rolled back. */
export async function raiseSequences(live: Session, staged: readonly Staged[]): Promise<void> {
  for (const one of staged)
    for (const { column, sequence } of one.live.sequences) {
      if (!NUMBERS.includes(one.live.columns.find(({ name }) => name === column)?.base ?? '')) continue;
      const place = one.placeOf(column);
      if (place === 0) continue;
      const last = one.piece.sequences.find((other) => other.sequence === sequence)?.last ?? '0';
      await live.query(
        `SELECT setval($1::regclass, least(wanted, s.max_value)::bigint)
         FROM (SELECT greatest(max(${quoteName(column)})::numeric, $2::numeric) AS wanted, count(*) AS rows FROM ${one.at('p')}
             WHERE "rb verdict" = 'back' OR ("rb verdict" = 'set' AND "rb sets"[${place}])) AS w,
           (SELECT seqmax AS max_value, pg_sequence_last_value(seqrelid) AS last FROM pg_sequence WHERE seqrelid = $1::regclass) AS s
         WHERE rows > 0 AND wanted > coalesce(s.last, 0)`,
        [sequence, last],
      );
    }
}

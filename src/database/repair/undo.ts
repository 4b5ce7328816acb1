import { ActionError, messageOf } from '../../base/errors.ts';
import { nameOf } from '../../domain/snapshots/tables.ts';
import { quoteName, quoteText } from '../../systems/postgres/quote.ts';
import { codeOf, type Session } from '../../systems/postgres/session.ts';
import { BY_KEY } from './apply.ts';
import { type Opens, shortly } from './objects.ts';
import { any, refersSql, rowsOf, Staged, same } from './piece.ts';
import { type Conflict, verdictsOf } from './plan.ts';
import { proveCounts } from './proof.ts';
import { find } from './scope.ts';
import { type Shape, shapesOf } from './shape.ts';
import type { Kept } from './state.ts';
import { triggersOff, WRITES } from './triggers.ts';
import { settle } from './written.ts';

/** What an undo does to a table. */
export interface UndoPlan {
  readonly table: string;
  /** Rows that the repair brought back and that go again. */
  readonly gone: number;
  /** Rows whose values are what they were before the repair. */
  readonly unset: number;
  readonly conflicts: readonly Conflict[];
}

/**
 * Takes a repair back, by three states again: what was there, what the repair wrote, and today. What users have written since
 * stays, and so does a row that something refers to which was not there before the repair.
 *
 * @param mayGoOn whether what is planned may be done; where it says no or throws, nothing is
 */
export async function undoRows(
  open: Opens,
  signal: AbortSignal,
  kept: Kept,
  triggers: 'off' | 'on',
  mayGoOn: (tables: readonly UndoPlan[]) => boolean,
  done: (live: Session) => Promise<void>,
): Promise<readonly UndoPlan[]> {
  return shortly(open, signal, async (live) => {
    await live.run(BY_KEY);
    await live.run('BEGIN');
    try {
      if (kept.note.state === 'begun') await settle(live, kept);
      const { staged, tables } = await planUndo(live, kept);
      if (!mayGoOn(tables)) {
        await live.run('ROLLBACK');
        return tables;
      }
      const wrote = staged.map((one, at) => {
        const { gone, unset } = tables[at] as UndoPlan;
        return { oid: one.live.oid, name: nameOf(one.piece), inserted: 0, updated: unset, deleted: gone };
      });
      const writes = wrote
        .map(({ oid, updated, deleted }) => ({
          oid,
          writes: (updated > 0 ? WRITES.update : 0) | (deleted > 0 ? WRITES.delete : 0),
        }))
        .filter(({ writes }) => writes > 0);
      const on = triggers === 'off' ? await triggersOff(live, writes) : undefined;
      await write(live, staged, tables);
      await live.run('SET CONSTRAINTS ALL IMMEDIATE');
      await proveCounts(live, wrote, quoteName(kept.schema), triggers === 'on');
      await on?.restore();
      await done(live);
      await live.run('COMMIT');
      return tables;
    } catch (error) {
      await live.run('ROLLBACK').catch(() => {});
      throw /^23/.test(codeOf(error)) ? ruledOut(error) : error;
    }
  });
}

/** A value from before the repair is another row's by now, or what it names is gone. */
const ruledOut = (error: unknown): ActionError =>
  new ActionError(
    `Not undone, and no row was changed: a value from before the repair is ruled out by what users have written since: ${messageOf(error).replace(/^PostgreSQL says: /, '')} Change that first, or set these back by hand.`,
    { cause: error },
  );

async function planUndo(
  live: Session,
  { schema, note }: Kept,
): Promise<{ staged: Staged[]; tables: UndoPlan[] }> {
  const shapes = await shapesOf(live);
  const staged = note.pieces.flatMap((piece) => {
    const shape = find(shapes, piece);
    return shape ? [new Staged(piece, shape, quoteName(schema))] : [];
  });
  for (const one of staged) await live.run(undoSql(one));
  for (let changed = true; changed; ) {
    changed = false;
    for (const sql of referredSql(staged, shapes)) {
      const rows = await live.query(`${sql} RETURNING 1 AS one`);
      changed ||= rows.length > 0;
    }
  }
  const tables: UndoPlan[] = [];
  for (const one of staged) tables.push(await undoPlan(live, one));
  return { staged, tables };
}

/** The values that a repair may have set, which are there still. */
const valuesOf = (staged: Staged) => staged.values.filter(({ column }) => staged.has(column.name));

function undoSql(staged: Staged): string {
  const changes = valuesOf(staged).map(({ column, place }) => {
    const [today, wrote, was] = ['l', 'p', 'k'].map((row) => `${row}.${quoteName(column.name)}`) as [
      string,
      string,
      string,
    ];
    const isSame = (one: string, other: string) => same(one, other, [column]);
    return {
      unset: `(p."rb sets"[${place}] AND ${isSame(today, wrote)})`,
      open: `(p."rb sets"[${place}] AND NOT ${isSame(today, wrote)} AND NOT ${isSame(today, was)})`,
    };
  });
  const { writable } = staged;
  return `DROP TABLE IF EXISTS ${staged.at('u')};
    CREATE TABLE ${staged.at('u')} AS SELECT ${staged.list('p')}, p."rb sets", l.xmin AS "rb seen", NULL::text AS "rb rule",
      CASE WHEN NOT (${staged.isThere('l')}) THEN NULL
        WHEN p."rb verdict" = 'back' THEN CASE WHEN ${same(staged.list('l', writable), staged.list('p', writable), writable)} THEN 'gone' ELSE 'changed since' END
        WHEN ${any(changes.map(({ open }) => open))} THEN 'changed since'
        WHEN ${any(changes.map(({ unset }) => unset))} THEN 'unset' END AS "rb verdict"
    FROM ${staged.at('p')} AS p LEFT JOIN ${staged.at('k')} AS k ON ${staged.sameKey('k', 'p')}
      LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'p')} WHERE p."rb verdict" IN ('back', 'set');
    ${staged.indexSql('u')}; ANALYZE ${staged.at('u')}`;
}

/** Rows that would go and that something refers to which does not go with them, nor is set back so that it refers to them no more. */
function referredSql(staged: readonly Staged[], shapes: readonly Shape[]): string[] {
  return shapes.flatMap((children) =>
    children.references.flatMap((reference) => {
      const { name, columns, to, toColumns } = reference;
      const parent = staged.find(({ live }) => nameOf(live) === nameOf(to));
      if (!parent || toColumns.some((column) => parent.placeOf(column) === 0)) return [];
      const child = staged.find(({ live }) => live === children);
      const refers = refersSql(reference, { parent: 'u', child: 'c' });
      const places = child ? columns.map((column) => child.placeOf(column)).filter((place) => place > 0) : [];
      const leaves = child
        ? `AND NOT EXISTS (SELECT FROM ${child.at('u')} AS d WHERE ${child.sameKey('d', 'c')}
            AND (d."rb verdict" = 'gone' OR (d."rb verdict" = 'unset' AND ${any(places.map((place) => `d."rb sets"[${place}]`))})))`
        : '';
      return [
        `UPDATE ${parent.at('u')} AS u SET "rb verdict" = 'referred to', "rb rule" = ${quoteText(name)}
         WHERE u."rb verdict" = 'gone' AND EXISTS (SELECT FROM ${rowsOf(children)} AS c WHERE ${refers} ${leaves})`,
      ];
    }),
  );
}

async function undoPlan(live: Session, staged: Staged): Promise<UndoPlan> {
  const rows = await verdictsOf(live, staged, 'u');
  const count = (verdict: string) => Number(rows.find((row) => row.verdict === verdict)?.rows ?? 0);
  return {
    table: nameOf(staged.piece),
    gone: count('gone'),
    unset: count('unset'),
    conflicts: rows
      .filter(({ verdict }) => !['gone', 'unset'].includes(verdict))
      .map(({ verdict, rule, rows, examples }) => ({
        kind: verdict,
        name: rule,
        isNew: false,
        rows: Number(rows),
        examples,
      })),
  };
}

/**
 * All in one statement, whichever refers to whichever. Rows go before values change, which may have been theirs: a statement's
 * deletes are done when their rows are counted, and its updates at its end, when keys are checked too.
 */
async function write(live: Session, staged: readonly Staged[], tables: readonly UndoPlan[]): Promise<void> {
  const updates = staged
    .filter((_, at) => (tables[at]?.unset ?? 0) > 0)
    .map((one) => `u${one.piece.number} AS (${unsetSql(one)})`);
  const gone = staged.filter((_, at) => (tables[at]?.gone ?? 0) > 0);
  const deletes = gone.map(
    (one) => `d${one.piece.number} AS (DELETE FROM ${one.table} AS l USING ${one.at('u')} AS u
        WHERE u."rb verdict" = 'gone' AND ${one.sameKey('l', 'u')} AND l.xmin = u."rb seen" RETURNING 1)`,
  );
  if (deletes.length + updates.length === 0) return;
  const counts = gone.map(({ piece }) => `(SELECT count(*) FROM d${piece.number})`);
  await live.run(`WITH ${[...deletes, ...updates].join(', ')} SELECT ${[...counts, '1'].join(', ')}`);
}

function unsetSql(one: Staged): string {
  const values = valuesOf(one)
    .filter(({ column }) => one.live.columns.find(({ name }) => name === column.name)?.always !== true)
    .map(({ column, place }) => {
      const name = quoteName(column.name);
      return `${name} = CASE WHEN u."rb sets"[${place}] AND ${same(`l.${name}`, `u.${name}`, [column])} THEN k.${name} ELSE l.${name} END`;
    });
  // A row that was written since has a stamp of its own.
  const stamps = one.stamps.map(({ name }) => {
    const stamp = quoteName(name);
    return `${stamp} = CASE WHEN l.xmin = k."rb by" THEN k.${stamp} ELSE l.${stamp} END`;
  });
  return `UPDATE ${one.table} AS l SET ${[...values, ...stamps].join(', ')} FROM ${one.at('u')} AS u JOIN ${one.at('k')} AS k ON ${one.sameKey('k', 'u')}
    WHERE u."rb verdict" = 'unset' AND ${one.sameKey('l', 'u')} AND l.xmin = u."rb seen"`;
}

import { nameOf } from '../../domain/snapshots/tables.ts';
import { quoteName } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { refersSql, type Staged } from './piece.ts';
import type { Plan } from './plan.ts';
import { WRITES, type Writes } from './triggers.ts';

/** Rows that are written in one transaction. */
export interface Batch {
  readonly number: number;
  readonly rows: number;
  readonly writes: readonly Writes[];
}

/** Planned rows of a table that are alike in what has to be there before them. */
export interface Unit {
  /** The number of the table among those that are staged. */
  readonly table: number;
  /** Rows come back after those that they refer to, which have a lower level; those that are set back are the last. */
  readonly level: number;
  readonly rows: number;
}

/** A child's reference to rows that come back too. */
interface Edge {
  readonly child: Staged;
  readonly parent: Staged;
  /** That row `c` of the child refers to row `q` of the parent. */
  readonly refers: string;
}

const SET = -1;
/** Levels after which it is asked whether going on is worth it: a chain of a million rows has a million. */
const DEEP = 200;

/** Divides planned rows into batches, in the tables `n`: what a row refers to is in its batch, or in an earlier one. */
export async function divide(live: Session, { staged, tables }: Plan, size: number): Promise<Batch[]> {
  const edges = edgesOf(staged.filter((_, at) => (tables[at]?.back ?? 0) > 0));
  for (const one of staged) {
    const isChild = edges.some(({ child }) => child === one);
    await live.run(`ALTER TABLE ${one.at('p')} ADD COLUMN "rb level" int${isChild ? '' : ' DEFAULT 0'}`);
  }
  const knots = await level(live, edges, size);
  const units: Unit[] = [];
  for (const one of staged) units.push(...(await unitsOf(live, one)));
  const places = placesOf(units, knots, size);
  for (const one of staged) await live.run(numberSql(one, units, { places, knots, size }));
  return batchesOf(live, staged);
}

const edgesOf = (staged: readonly Staged[]): Edge[] =>
  staged.flatMap((child) =>
    child.live.references.flatMap((reference) => {
      const { columns, to, toColumns } = reference;
      const parent = staged.find(({ live }) => nameOf(live) === nameOf(to));
      const known = [
        ...columns.map((name) => child.placeOf(name)),
        ...toColumns.map((name) => parent?.placeOf(name)),
      ];
      if (!parent || known.includes(0)) return [];
      const others = parent === child ? ' AND q.ctid <> c.ctid' : '';
      return [{ child, parent, refers: `${refersSql(reference, { parent: 'q', child: 'c' })}${others}` }];
    }),
  );

const changed = async (live: Session, sql: string): Promise<number> =>
  Number(
    (await live.one<{ rows: string }>(`WITH u AS (${sql} RETURNING 1) SELECT count(*)::text AS rows FROM u`))
      .rows,
  );

const OPEN = `"rb verdict" = 'back' AND c."rb level" IS NULL`;

/**
 * Gives each row that comes back a level above those of the rows that it refers to. Rows that refer to each other in a circle have
 * one and the same.
 *
 * @returns the levels whose rows cannot be divided
 */
async function level(live: Session, edges: readonly Edge[], size: number): Promise<ReadonlySet<number>> {
  const children = [...new Set(edges.map(({ child }) => child))];
  const knots = new Set<number>();
  const each = async (tables: readonly Staged[], sql: (one: Staged) => string): Promise<number> => {
    let rows = 0;
    for (const one of tables) rows += await changed(live, sql(one));
    return rows;
  };
  const isOpen = async () =>
    (
      await Promise.all(
        children.map((one) => live.query(`SELECT 1 FROM ${one.at('p')} AS c WHERE c.${OPEN} LIMIT 1`)),
      )
    ).flat().length > 0;
  let seeds = Math.ceil(size / 2);
  for (let at = 1; await isOpen(); at++) {
    const ready = await each(children, (one) => readySql(one, edges, at));
    if (ready > 0 && (at <= DEEP || ready > size / 100)) continue;
    knots.add(at);
    // Too deep to be gone through: the rest is one.
    if (ready > 0)
      await each(children, (one) => `UPDATE ${one.at('p')} AS c SET "rb level" = ${at} WHERE c.${OPEN}`);
    else seeds = await circle(live, edges, children, { at, size, seeds });
  }
  return knots;
}

/** Rows of which everything that they refer to has a lower level. */
function readySql(one: Staged, edges: readonly Edge[], at: number): string {
  const waits = edges
    .filter(({ child }) => child === one)
    .map(
      ({ parent, refers }) =>
        `NOT EXISTS (SELECT FROM ${parent.at('p')} AS q WHERE q."rb verdict" = 'back' AND coalesce(q."rb level", ${at}) >= ${at} AND ${refers})`,
    );
  return `UPDATE ${one.at('p')} AS c SET "rb level" = ${at} WHERE c.${OPEN} AND ${waits.join(' AND ')}`;
}

/** Takes some of the rows that are in circles, or behind them, with all that they refer to. @returns how many it began with */
async function circle(
  live: Session,
  edges: readonly Edge[],
  children: readonly Staged[],
  { at, size, seeds }: { at: number; size: number; seeds: number },
): Promise<number> {
  for (let begin = seeds; ; begin = Math.floor(begin / 2)) {
    let rows = 0;
    for (const one of children)
      rows ||= await changed(
        live,
        `UPDATE ${one.at('p')} AS c SET "rb level" = ${at} WHERE c.ctid = ANY (ARRAY(SELECT c.ctid FROM ${one.at('p')} AS c WHERE c.${OPEN} LIMIT ${begin}))`,
      );
    for (let more = rows; more > 0 && (rows <= size || begin === 1); rows += more) {
      more = 0;
      for (const { child, parent, refers } of edges)
        more += await changed(
          live,
          `UPDATE ${parent.at('p')} AS q SET "rb level" = ${at} WHERE q."rb verdict" = 'back' AND q."rb level" IS NULL
             AND EXISTS (SELECT FROM ${child.at('p')} AS c WHERE c."rb verdict" = 'back' AND c."rb level" = ${at} AND ${refers})`,
        );
    }
    if (rows <= size || begin === 1) return begin;
    for (const one of children)
      await live.run(`UPDATE ${one.at('p')} SET "rb level" = NULL WHERE "rb level" = ${at}`);
  }
}

async function unitsOf(live: Session, one: Staged): Promise<Unit[]> {
  const rows = await live.query<{ level: number; rows: string }>(
    `SELECT ${LEVEL} AS level, count(*)::text AS rows FROM ${one.at('p')} AS p WHERE ${BACK_OR_SET} GROUP BY 1`,
  );
  return rows.map(({ level, rows }) => ({ table: one.piece.number, level, rows: Number(rows) }));
}

const BACK_OR_SET = `p."rb verdict" IN ('back', 'set')`;
const LEVEL = `CASE p."rb verdict" WHEN 'set' THEN ${SET} ELSE p."rb level" END`;

/** How many rows are before the first one of each unit, in the order in which they are written; a knot is not divided. Pure. */
export function placesOf(
  units: readonly Unit[],
  knots: ReadonlySet<number>,
  size: number,
): Map<Unit, number> {
  const order = (level: number) => (level === SET ? Number.MAX_SAFE_INTEGER : level);
  const places = new Map<Unit, number>();
  let place = 0;
  const nextBatch = () => Math.ceil(place / size) * size;
  for (const level of [...new Set(units.map(({ level }) => level))].sort(
    (one, other) => order(one) - order(other),
  )) {
    const those = units.filter((unit) => unit.level === level);
    const rows = those.reduce((sum, unit) => sum + unit.rows, 0);
    const isKnot = knots.has(level);
    if (isKnot && (place % size) + rows > size) place = nextBatch();
    for (const unit of those) {
      places.set(unit, place);
      if (!isKnot) place += unit.rows;
    }
    if (isKnot) place = rows > size ? place + size : place + rows;
  }
  return places;
}

/** Writes down which batch each row is of. */
function numberSql(
  one: Staged,
  units: readonly Unit[],
  { places, knots, size }: { places: Map<Unit, number>; knots: ReadonlySet<number>; size: number },
): string {
  const values = units
    .filter(({ table }) => table === one.piece.number)
    .map((unit) => `(${unit.level}, ${places.get(unit)}::int8, ${knots.has(unit.level) ? 0 : 1})`);
  const key = one.piece.key.map(quoteName);
  return `DROP TABLE IF EXISTS ${one.at('n')};
    CREATE TABLE ${one.at('n')} AS SELECT ${key.map((name) => `r.${name}`).join(', ')}, r."rb verdict", ((u.place + (r.nth - 1) * u.counts) / ${size}::int8)::int AS "rb batch"
      FROM (SELECT ${key.map((name) => `p.${name}`).join(', ')}, p."rb verdict", ${LEVEL} AS level, row_number() OVER (PARTITION BY ${LEVEL}) AS nth FROM ${one.at('p')} AS p WHERE ${BACK_OR_SET}) AS r
      JOIN (VALUES ${values.length > 0 ? values.join(', ') : '(NULL::int, NULL::int8, NULL::int)'}) AS u (level, place, counts) USING (level);
    CREATE INDEX ON ${one.at('n')} ("rb batch"); ANALYZE ${one.at('n')}`;
}

async function batchesOf(live: Session, staged: readonly Staged[]): Promise<Batch[]> {
  const batches = new Map<number, Batch>();
  for (const one of staged) {
    const found = await live.query<{ number: number; back: string; set: string }>(
      `SELECT "rb batch" AS number, count(*) FILTER (WHERE "rb verdict" = 'back')::text AS back, count(*) FILTER (WHERE "rb verdict" = 'set')::text AS set FROM ${one.at('n')} GROUP BY 1`,
    );
    for (const { number, back, set } of found) {
      const { rows, writes } = batches.get(number) ?? { rows: 0, writes: [] };
      const written = (back === '0' ? 0 : WRITES.insert) | (set === '0' ? 0 : WRITES.update);
      batches.set(number, {
        number,
        rows: rows + Number(back) + Number(set),
        writes: [...writes, { oid: one.live.oid, writes: written }],
      });
    }
  }
  return [...batches.values()].sort((one, other) => one.number - other.number);
}

/** Brings a batch's rows to where it is planned by itself; `into` are the same tables there. */
export async function fillBatch(
  live: Session,
  whole: readonly Staged[],
  into: readonly Staged[],
  number: number,
): Promise<void> {
  for (const [index, from] of whole.entries()) {
    const to = into[index] as Staged;
    for (const letter of from.piece.hasAfter ? (['b', 'a'] as const) : (['b'] as const))
      await live.run(
        `CREATE TABLE ${to.at(letter)} AS SELECT r.* FROM ${from.at(letter)} AS r JOIN ${from.at('n')} AS n ON ${from.sameKey('r', 'n')} WHERE n."rb batch" = ${number};
         ANALYZE ${to.at(letter)}`,
      );
  }
}

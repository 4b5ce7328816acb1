import { nameOf } from '../../domain/snapshots/tables.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { CONFLICTS, type Piece, type PieceColumn, Staged } from './piece.ts';
import { find } from './scope.ts';
import { type Shape, shapesOf } from './shape.ts';
import { parentSql, planSql, ruleSql } from './verdict.ts';

export interface Conflict {
  readonly kind: string;
  /** The constraint or index; empty where there is none. */
  readonly name: string;
  /** Whether that is newer than the backup. */
  readonly isNew: boolean;
  readonly rows: number;
  /** Keys of some of the rows. */
  readonly examples: readonly Readonly<Record<string, string>>[];
}

/** What would become of a table. */
export interface TablePlan {
  readonly table: string;
  readonly reachedFrom: string | null;
  /** Rows that come back. */
  readonly back: number;
  /** Rows of which at least one column is set back. */
  readonly set: number;
  readonly newer: number;
  readonly deletedSince: number;
  readonly made: number;
  /** The transactions that have last written the rows that differ, most rows first. */
  readonly transactions: readonly {
    readonly xid: string;
    readonly at: string | null;
    readonly rows: number;
  }[];
  /** Rows that come back without a reference, as what it refers to is not there, by foreign key. */
  readonly unlinked: readonly { readonly name: string; readonly rows: number }[];
  readonly conflicts: readonly Conflict[];
}

/** Something of the database's definition that is added back. */
export interface ObjectPlan {
  readonly kind: 'column' | 'table';
  readonly name: string;
  readonly action: 'add back';
}

export interface Plan {
  readonly tables: readonly TablePlan[];
  readonly objects: readonly ObjectPlan[];
  readonly staged: readonly Staged[];
}

/** Keys that are shown of the rows of a conflict, and transactions of a table. */
const EXAMPLES = 5;
const TRANSACTIONS = 10;

/** What a batch is one of. */
export interface Whole {
  /** Where all of it is staged, as SQL. */
  readonly schema: string;
  readonly pieces: readonly Piece[];
}

/**
 * Plans every row that is staged against the living rows as they are now. May be asked for again and again: what it planned before
 * is gone then.
 *
 * @param schema as SQL: where it is staged
 * @param whole where what is staged is a batch: a row of which the plan of all says something else is left for the next plan
 */
export async function planRows(
  live: Session,
  pieces: readonly Piece[],
  schema: string,
  whole?: Whole,
): Promise<Plan> {
  const shapes = await shapesOf(live);
  const staged = pieces.map((piece) => new Staged(piece, find(shapes, piece), schema));
  for (const one of staged) {
    await live.run(`DROP TABLE IF EXISTS ${one.at('p')}; ${planSql(one)}`);
    await live.run(`${one.indexSql('p')}; ANALYZE ${one.at('p')}`);
  }
  await applyRules(live, staged, shapes, whole);
  while (whole && (await postpone(live, staged, whole))) await applyRules(live, staged, shapes, whole);
  const tables: TablePlan[] = [];
  for (const one of staged) tables.push(await tablePlan(live, one));
  return { tables, staged, objects: lostObjects(staged) };
}

/** A row that is not set back keeps a value that another one was to get, so that rules are asked again after it. */
async function applyRules(
  live: Session,
  staged: readonly Staged[],
  shapes: readonly Shape[],
  whole: Whole | undefined,
): Promise<void> {
  for (let changed = true; changed; ) {
    changed = false;
    for (const one of staged) {
      const { back, set } = await columnsWritten(live, one);
      const columns = (back ? one.piece.columns : set).map(({ name }) => name);
      for (const sql of ruleSql(one, columns)) changed = (await countChanged(live, sql)) > 0 || changed;
    }
    changed = (await dropOrphans(live, staged, shapes, whole)) || changed;
  }
}

/** Whether rows come back, with all of their columns, and which columns are set back in others. */
export async function columnsWritten(
  live: Session,
  one: Staged,
): Promise<{ back: boolean; set: readonly PieceColumn[] }> {
  const { columns } = one.piece;
  const places = columns.map(
    (_, index) => `coalesce(bool_or("rb sets"[${index + 1}]) FILTER (WHERE "rb verdict" = 'set'), false)`,
  );
  const found = await live.one<{ back: boolean; places: boolean[] }>(
    `SELECT coalesce(bool_or("rb verdict" = 'back'), false) AS back, ARRAY[${places.join(', ')}] AS places
     FROM ${one.at('p')} WHERE "rb verdict" IN ('back', 'set')`,
  );
  return { back: found.back, set: columns.filter((_, index) => found.places[index]) };
}

/** How many rows a statement changes. */
const countChanged = async (live: Session, sql: string): Promise<number> =>
  (await live.one<{ rows: number }>(`WITH u AS (${sql} RETURNING 1) SELECT count(*)::float8 AS rows FROM u`))
    .rows;

/** Rows without a parent are parents themselves. @returns whether there are any */
async function dropOrphans(
  live: Session,
  staged: readonly Staged[],
  shapes: readonly Shape[],
  whole: Whole | undefined,
): Promise<boolean> {
  const all = (whole?.pieces ?? []).map(
    (piece) => new Staged(piece, find(shapes, piece), whole?.schema ?? ''),
  );
  const questions = staged.flatMap((one) =>
    one.live.references.flatMap((reference) => {
      const parents = find(shapes, reference.to);
      const [together, other] = [staged, all].map((those) => those.find(({ live }) => live === parents));
      return parents ? parentSql(one, reference, parents, { together, all: other }) : [];
    }),
  );
  let any = false;
  for (let changed = questions.length > 0; changed; ) {
    changed = false;
    for (const sql of questions) {
      changed = (await countChanged(live, sql)) > 0 || changed;
    }
    any ||= changed;
  }
  return any;
}

/** Leaves rows that are not as they are in the plan of all. @returns whether there are any */
async function postpone(live: Session, staged: readonly Staged[], { schema }: Whole): Promise<boolean> {
  let any = false;
  for (const one of staged) {
    const rows = await live.query(
      `UPDATE ${one.at('p')} AS p SET "rb verdict" = NULL FROM ${new Staged(one.piece, one.live, schema).at('p')} AS q
       WHERE ${one.sameKey('p', 'q')} AND p."rb verdict" IN ('back', 'set')
         AND (q."rb verdict" IS DISTINCT FROM p."rb verdict" OR q."rb alone" IS DISTINCT FROM p."rb alone") RETURNING 1 AS one`,
    );
    any ||= rows.length > 0;
  }
  return any;
}

/** How many rows of a staged table have which verdict and rule, with the keys of some. */
export const verdictsOf = (live: Session, staged: Staged, of: 'p' | 'u') =>
  live.query<{ verdict: string; rule: string; rows: string; examples: Record<string, string>[] }>(
    `SELECT r."rb verdict" AS verdict, coalesce(r."rb rule", '') AS rule, count(*)::text AS rows,
       to_json((array_agg(${staged.keyJson('r')}))[1:${EXAMPLES}]) AS examples
     FROM ${staged.at(of)} AS r WHERE r."rb verdict" IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
  );

async function tablePlan(live: Session, staged: Staged): Promise<TablePlan> {
  const { piece } = staged;
  const rows = await verdictsOf(live, staged, 'p');
  const count = (verdict: string) =>
    rows.reduce((sum, row) => sum + (row.verdict === verdict ? Number(row.rows) : 0), 0);
  return {
    table: nameOf(piece),
    reachedFrom: piece.reachedFrom,
    back: count('back'),
    set: count('set'),
    newer: piece.newer,
    deletedSince: piece.deletedSince,
    made: piece.made,
    unlinked: await live.query<TablePlan['unlinked'][number]>(
      `SELECT "rb alone" AS name, count(*)::int AS rows FROM ${staged.at('p')} WHERE "rb verdict" = 'back' AND "rb alone" IS NOT NULL GROUP BY 1 ORDER BY 1`,
    ),
    transactions: await transactionsOf(live, staged),
    conflicts: CONFLICTS.flatMap((kind) =>
      rows
        .filter(({ verdict }) => verdict === kind)
        .map(({ rule, rows, examples }) => ({
          ...{ kind, name: rule, rows: Number(rows), examples },
          isNew: ['taken', 'constraint'].includes(kind) && !piece.rules.includes(rule),
        })),
    ),
  };
}

/** People recognise the accident by them. */
async function transactionsOf(live: Session, staged: Staged): Promise<TablePlan['transactions']> {
  const { on } = await live.one<{ on: string }>(`SELECT current_setting('track_commit_timestamp') AS on`);
  const at =
    on === 'on'
      ? `to_char(pg_xact_commit_timestamp(xid::xid) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : 'NULL';
  return live.query<TablePlan['transactions'][number]>(
    `SELECT xid, ${at} AS at, rows FROM (SELECT "rb seen"::text AS xid, count(*)::int AS rows FROM ${staged.at('p')}
       WHERE "rb seen" IS NOT NULL AND "rb verdict" IS NOT NULL GROUP BY 1) AS t ORDER BY rows DESC, xid LIMIT ${TRANSACTIONS}`,
  );
}

const lostObjects = (staged: readonly Staged[]): ObjectPlan[] =>
  staged.flatMap((one): ObjectPlan[] =>
    one.isGone
      ? [{ kind: 'table', name: nameOf(one.piece), action: 'add back' }]
      : one.piece.columns
          .filter(({ name, lost, chosen }) => lost && chosen && !one.has(name))
          .map(({ name }) => ({ kind: 'column', name: `${nameOf(one.piece)}.${name}`, action: 'add back' })),
  );

/** Rows of a plan together. Pure. */
export const sumOf = (
  tables: readonly TablePlan[],
  what: 'back' | 'set' | 'newer' | 'deletedSince' | 'made',
): number => tables.reduce((sum, table) => sum + table[what], 0);

export const conflictsOf = (tables: readonly TablePlan[]): Conflict[] =>
  tables.flatMap(({ conflicts }) => conflicts);

/** Rows of no conflict that would be written. Pure. */
export const written = (tables: readonly TablePlan[]): number => sumOf(tables, 'back') + sumOf(tables, 'set');

import { quoteName, quoteText } from '../../systems/postgres/quote.ts';
import { any, type PieceColumn, rowsOf, type Staged, same } from './piece.ts';
import { notNullRule, type Reference, type Shape, type Unique } from './shape.ts';

/**
 * What becomes of each row that differs, from three states: before the accident, right after it, and today. What the accident
 * did is what differs between the first two; a row was not touched since where it is today as it was right after the accident.
 * As SQL; pure.
 */
export function planSql(staged: Staged): string {
  const { piece } = staged;
  const { hasAfter } = piece;
  if (staged.isGone)
    return `CREATE TABLE ${staged.at('p')} AS SELECT ${staged.list('b')}, '{}'::bool[] AS "rb sets", NULL::xid AS "rb seen", NULL::text AS "rb rule",
      NULL::text AS "rb alone", 'back' AS "rb verdict" FROM ${staged.at('b')} AS b`;
  const of = staged.values.map(({ column, place }) => ({ place, ...judgement(column, staged) }));
  const sets = staged.piece.columns.map(
    (_, index) => of.find(({ place }) => place === index + 1)?.set ?? 'false',
  );
  const gone = hasAfter ? `NOT (${staged.isThere('a')})` : `NOT (${staged.isThere('l')})`;
  const asBefore = staged.writable.filter(({ stamp }) => !stamp);
  return `CREATE TABLE ${staged.at('p')} AS SELECT ${staged.list('r')}, r."rb sets", r."rb seen", NULL::text AS "rb rule", NULL::text AS "rb alone",
      CASE WHEN "rb gone" THEN CASE WHEN NOT "rb lives" THEN 'back' WHEN NOT "rb unchanged" THEN 'collision' END
        WHEN NOT "rb lives" THEN 'deleted since'
        WHEN "rb open" THEN ${openKind(piece)}
        WHEN true = ANY (r."rb sets") THEN 'set' END AS "rb verdict"
    FROM (SELECT ${staged.list('b')}, ${gone} AS "rb gone", ${staged.isThere('l')} AS "rb lives", l.xmin AS "rb seen",
        ${same(staged.list('b', asBefore), staged.list('l', asBefore))} AS "rb unchanged",
        ${any(of.map(({ open }) => open))} AS "rb open", ARRAY[${sets.join(', ')}]::bool[] AS "rb sets"
      FROM ${staged.at('b')} AS b ${hasAfter ? `LEFT JOIN ${staged.at('a')} AS a ON ${staged.sameKey('a', 'b')}` : ''}
      LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'b')}) AS r`;
}

const COMMITTED = 'pg_catalog.pg_xact_commit_timestamp';

/** What keeps a value from being set back of which it is open whose it is, as SQL. */
function openKind({ hasAfter, window }: Staged['piece']): string {
  if (hasAfter) return quoteText('changed since');
  if (!window) return quoteText('no evidence');
  return `CASE WHEN ${COMMITTED}("rb seen") IS NULL THEN 'no evidence' ELSE 'changed since' END`;
}

/** Whether a value is set back, and whether it is open whose it is. */
function judgement(column: PieceColumn, staged: Staged): { set: string; open: string } {
  if (!column.chosen) return { set: 'false', open: 'false' };
  const before = staged.value('b', column.name);
  const today = staged.liveValue(column);
  const isBack = same(today, before);
  // Without a state from after the accident, only a column that it has dropped is known to be untouched by users.
  const after = column.lost
    ? `NULL::${column.type}`
    : staged.piece.hasAfter
      ? staged.value('a', column.name)
      : undefined;
  if (after === undefined && staged.piece.window) {
    const { since, until } = staged.piece.window;
    const at = `${COMMITTED}(l.xmin)`;
    // What was written before the accident is users', and is left; of what the server has no time, nothing is known.
    return {
      set: `(NOT ${isBack} AND coalesce(${at} BETWEEN to_timestamp(${since}) AND to_timestamp(${until}), false))`,
      open: `(NOT ${isBack} AND coalesce(${at} > to_timestamp(${until}), true))`,
    };
  }
  if (after === undefined) return { set: 'false', open: `NOT ${isBack}` };
  const damaged = `NOT ${same(before, after)} AND NOT ${isBack}`;
  const untouched = same(today, after);
  return { set: `(${damaged} AND ${untouched})`, open: `(${damaged} AND NOT ${untouched})` };
}

/** Rows as they would be, with all columns that the living table has and those that come back. */
function wouldBe(staged: Staged): string {
  const { live, piece } = staged;
  const columns = live.columns.map(({ name }) => {
    const place = staged.placeOf(name);
    const column = quoteName(name);
    if (place === 0) return `l.${column}`;
    if (piece.key.includes(name)) return `p.${column}`;
    return `CASE WHEN p."rb verdict" = 'back' OR p."rb sets"[${place}] THEN p.${column} ELSE l.${column} END AS ${column}`;
  });
  return `(SELECT p.ctid AS "rb at", p."rb verdict", p."rb sets", ${columns.join(', ')}
    FROM ${staged.at('p')} AS p LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'p')} WHERE p."rb verdict" IN ('back', 'set')) AS t`;
}

/** Whether one of these columns is written in a row of `wouldBe`; none is any. */
function writes(staged: Staged, columns: readonly string[]): string {
  if (columns.length === 0) return 'true';
  const places = columns.map((name) => staged.placeOf(name)).filter((place) => place > 0);
  return any([`"rb verdict" = 'back'`, ...places.map((place) => `"rb sets"[${place}]`)]);
}

const judge = (staged: Staged, verdict: string, rule: string, found: string): string =>
  `UPDATE ${staged.at('p')} SET "rb verdict" = ${quoteText(verdict)}, "rb rule" = ${quoteText(rule)} WHERE ctid IN (${found})`;

/** What keeps rows from coming back by themselves, whatever becomes of others; a statement each. */
export const ruleSql = (staged: Staged): string[] => [
  ...staged.live.uniques.flatMap((unique) => takenSql(staged, unique)),
  ...checksSql(staged),
  ...placesSql(staged),
];

/** A unique value that another row has today. */
function takenSql(staged: Staged, unique: Unique): string[] {
  const { key } = staged.piece;
  if ([...unique.columns].sort().join('\n') === [...key].sort().join('\n')) return [];
  // What a column gets that the backup does not have shows when it is written.
  if (unique.columns.some((name) => staged.placeOf(name) === 0)) return [];
  const keys = key.map((name, index) => `${quoteName(name)} AS k${index}`);
  const uniques = unique.expressions.map((expression, index) => `(${expression}) AS u${index}`);
  const where = unique.predicate === null ? 'true' : `(${unique.predicate})`;
  const equal = uniques.map((_, index) => `x.u${index} = y.u${index}`).join(' AND ');
  const other = keys.map((_, index) => `x.k${index} <> y.k${index}`).join(' OR ');
  const moves = key.map((name, index) => `q.${quoteName(name)} = y.k${index}`).join(' AND ');
  return [
    judge(
      staged,
      'taken',
      unique.name,
      `SELECT x."rb at" FROM (SELECT "rb at", ${[...keys, ...uniques].join(', ')} FROM ${wouldBe(staged)} WHERE ${where} AND ${writes(staged, unique.columns)}) AS x
       JOIN (SELECT ${[...keys, ...uniques].join(', ')} FROM ${staged.table} AS t WHERE ${where}) AS y ON ${equal} AND (${other})
       WHERE NOT EXISTS (SELECT FROM ${staged.at('p')} AS q WHERE q."rb verdict" = 'set' AND ${moves})`,
    ),
  ];
}

function checksSql(staged: Staged): string[] {
  const checks = staged.live.checks
    .filter(({ columns }) => columns.every((name) => staged.placeOf(name) > 0))
    .map(({ name, expression, columns }) =>
      judge(
        staged,
        'constraint',
        name,
        `SELECT "rb at" FROM ${wouldBe(staged)} WHERE ${writes(staged, columns)} AND NOT (${expression})`,
      ),
    );
  const filled = staged.live.columns.flatMap(({ name, notNull, fallback, identity, generated }) => {
    if (!notNull || generated || staged.piece.key.includes(name)) return [];
    const rule = notNullRule(name);
    const from = `SELECT "rb at" FROM ${wouldBe(staged)} WHERE`;
    if (staged.placeOf(name) > 0)
      return [
        judge(staged, 'constraint', rule, `${from} ${writes(staged, [name])} AND ${quoteName(name)} IS NULL`),
      ];
    return fallback !== null || identity
      ? []
      : [judge(staged, 'constraint', rule, `${from} "rb verdict" = 'back'`)];
  });
  return [...checks, ...filled];
}

/** Rows that no partition of today takes. */
function placesSql(staged: Staged): string[] {
  const { partitioned, places } = staged.live;
  if (!partitioned) return [];
  const fits = places.map((condition) => condition ?? 'true');
  const found = `SELECT "rb at" FROM ${wouldBe(staged)} WHERE NOT coalesce(${any(fits.map((fit) => `(${fit})`))}, false)`;
  return [judge(staged, 'no place', 'no partition', found)];
}

/**
 * Rows whose parent is neither there nor comes back; asked again until nothing changes. A row that has the parent's key today
 * and is another row is not its parent. Where the reference may be NULL, the row comes back with NULL.
 *
 * @param staging what is staged of the parents: with it, and of all where it is of a batch
 */
export function parentSql(
  staged: Staged,
  { columns, toColumns, name }: Reference,
  parents: Shape,
  staging: { readonly together: Staged | undefined; readonly all: Staged | undefined },
): string[] {
  const { together, all } = staging;
  if (columns.some((column) => staged.placeOf(column) === 0)) return [];
  const refers = (to: string) =>
    columns
      .map((column, index) => `${to}.${quoteName(toColumns[index] as string)} = p.${quoteName(column)}`)
      .join(' AND ');
  const given = columns.map((column) => `p.${quoteName(column)} IS NOT NULL`).join(' AND ');
  const isThere = `EXISTS (SELECT FROM ${rowsOf(parents)} AS r WHERE ${refers('r')})`;
  const planned = (verdict: string, ...of: (Staged | undefined)[]) =>
    any(
      of
        .filter((parent) => parent !== undefined)
        .filter((parent) => toColumns.every((column) => parent.placeOf(column) > 0))
        .map(
          (parent) =>
            `EXISTS (SELECT FROM ${parent.at('p')} AS q WHERE q."rb verdict" = ${quoteText(verdict)} AND ${refers('q')})`,
        ),
    );
  const lacks = `${given} AND (${planned('collision', together, all)} OR NOT (${isThere} OR ${planned('back', together)}))`;
  const sets = any(columns.map((column) => `p."rb sets"[${staged.placeOf(column)}]`));
  const open = columns.filter(
    (column) => !staged.live.columns.find((other) => other.name === column)?.notNull,
  );
  const update = (what: string, where: string) =>
    `UPDATE ${staged.at('p')} AS p SET ${what} WHERE ${where} AND ${lacks}`;
  const away = `"rb verdict" = 'no parent', "rb rule" = ${quoteText(name)}`;
  const alone = [
    ...open.map((column) => `${quoteName(column)} = NULL`),
    `"rb alone" = concat_ws(', ', p."rb alone", ${quoteText(name)})`,
  ];
  return [
    update(open.length > 0 ? alone.join(', ') : away, `p."rb verdict" = 'back'`),
    update(away, `p."rb verdict" = 'set' AND ${sets}`),
  ];
}

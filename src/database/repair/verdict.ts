import { quoteName, quoteText } from '../../systems/postgres/quote.ts';
import { any, isSameSet, type PieceColumn, refersSql, rowsOf, type Staged, same } from './piece.ts';
import { alwaysRule, type Column, notNullRule, type Reference, type Shape, type Unique } from './shape.ts';

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
        ${same(staged.list('b', asBefore), staged.list('l', asBefore), asBefore)} AS "rb unchanged",
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
  const isSame = (one: string, other: string) => same(one, other, [column]);
  const isBack = isSame(today, before);
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
  const damaged = `NOT ${isSame(before, after)} AND NOT ${isBack}`;
  const untouched = isSame(today, after);
  return { set: `(${damaged} AND ${untouched})`, open: `(${damaged} AND NOT ${untouched})` };
}

/** Rows as they would be, with all columns that the living table has and those that come back. */
function wouldBe(staged: Staged): string {
  const { live } = staged;
  const columns = live.columns
    .filter((column) => !isComputed(column))
    .map(({ name }) => {
      const place = staged.placeOf(name);
      const column = quoteName(name);
      if (place === 0) return `l.${column}`;
      return `CASE WHEN p."rb verdict" = 'back' OR p."rb sets"[${place}] THEN p.${column} ELSE l.${column} END AS ${column}`;
    });
  const computed = live.columns
    .filter(isComputed)
    .map(({ name, fallback }) => `, (${fallback}) AS ${quoteName(name)}`);
  return `(SELECT t.*${computed.join('')} FROM (SELECT p.ctid AS "rb at", p."rb verdict", p."rb sets", ${columns.join(', ')}
    FROM ${staged.at('p')} AS p LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'p')} WHERE p."rb verdict" IN ('back', 'set')) AS t) AS t`;
}

const isComputed = ({ generated, fallback }: Column): boolean => generated && fallback !== null;

/** Whether it is known what a row would have in a column. */
const isKnown = (staged: Staged, name: string): boolean =>
  staged.placeOf(name) > 0 ||
  staged.live.columns.some((column) => column.name === name && isComputed(column));

/** Whether one of these columns is written in a row of `wouldBe`; none is any. */
function writes(staged: Staged, columns: readonly string[]): string {
  if (columns.length === 0) return 'true';
  const places = columns.map((name) => staged.placeOf(name)).filter((place) => place > 0);
  return any([`"rb verdict" = 'back'`, ...places.map((place) => `"rb sets"[${place}]`)]);
}

const judge = (staged: Staged, verdict: string, rule: string, found: string): string =>
  `UPDATE ${staged.at('p')} SET "rb verdict" = ${quoteText(verdict)}, "rb rule" = ${quoteText(rule)} WHERE ctid IN (${found})`;

/**
 * What keeps rows from coming back by themselves, whatever becomes of others; a statement each.
 *
 * @param written the columns of which a row is to get a value
 */
export const ruleSql = (staged: Staged, written: readonly string[]): string[] => [
  ...staged.live.uniques
    .filter(({ reads }) => reads.length === 0 || reads.some((name) => written.includes(name)))
    .flatMap((unique) => takenSql(staged, unique)),
  ...checksSql(staged),
  ...placesSql(staged),
];

/**
 * A unique value that another row has: one that is not written, or one that is and keeps or gets it. Rows that come back had
 * theirs together before, so that only a newer rule can be broken by two of them.
 */
function takenSql(staged: Staged, unique: Unique): string[] {
  const { key, rules } = staged.piece;
  if (!unique.exclusion && unique.columns.length > 0 && isSameSet(unique.columns, key)) return [];
  // What a column gets that the backup does not have shows when it is written.
  if (unique.columns.some((name) => !isKnown(staged, name))) return [];
  const values = [
    ...key.map((name, index) => `${quoteName(name)} AS k${index}`),
    ...unique.expressions.map((expression, index) => `(${expression}) AS u${index}`),
  ].join(', ');
  const where = unique.predicate === null ? 'true' : `(${unique.predicate})`;
  const collides = unique.operators
    .map((operator, index) => {
      const meets = `x.u${index} ${operator} y.u${index}`;
      return unique.nullsEqual ? `(${meets} OR (x.u${index} IS NULL AND y.u${index} IS NULL))` : meets;
    })
    .join(' AND ');
  const isSame = key.map((name, index) => `x.k${index} ${staged.equality(name)} y.k${index}`).join(' AND ');
  const moves = key
    .map((name, index) => `q.${quoteName(name)} ${staged.equality(name)} y.k${index}`)
    .join(' AND ');
  const written = `(SELECT "rb at", ${values} FROM ${wouldBe(staged)} WHERE ${where} AND ${writes(staged, unique.reads)}) AS x`;
  const others = rules.includes(unique.name) ? `"rb verdict" = 'set'` : 'true';
  return [
    `SELECT x."rb at" FROM ${written} JOIN (SELECT ${values} FROM ${staged.table} AS t WHERE ${where}) AS y ON ${collides} AND NOT (${isSame})
       WHERE NOT EXISTS (SELECT FROM ${staged.at('p')} AS q WHERE q."rb verdict" = 'set' AND ${moves})`,
    `SELECT x."rb at" FROM ${written} JOIN (SELECT ${values} FROM ${wouldBe(staged)} WHERE ${where} AND ${others}) AS y ON ${collides} AND NOT (${isSame})`,
  ].map((found) => judge(staged, 'taken', unique.name, found));
}

function checksSql(staged: Staged): string[] {
  // A row that is written has to fulfil every check, whichever of its columns are.
  const checks = staged.live.checks
    .filter(({ columns }) => columns.every((name) => isKnown(staged, name)))
    .map(({ name, expression }) =>
      judge(staged, 'constraint', name, `SELECT "rb at" FROM ${wouldBe(staged)} WHERE NOT (${expression})`),
    );
  const numbered = staged.live.columns
    .filter(({ name, always }) => always && staged.placeOf(name) > 0)
    .map(({ name }) =>
      judge(
        staged,
        'constraint',
        alwaysRule(name),
        `SELECT "rb at" FROM ${wouldBe(staged)} WHERE "rb verdict" = 'set' AND "rb sets"[${staged.placeOf(name)}]`,
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
  return [...checks, ...numbered, ...filled];
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
  reference: Reference,
  parents: Shape,
  staging: { readonly together: Staged | undefined; readonly all: Staged | undefined },
): string[] {
  const { columns, toColumns, name } = reference;
  const { together, all } = staging;
  if (columns.some((column) => staged.placeOf(column) === 0)) return [];
  const refers = (to: string) => refersSql(reference, { parent: to, child: 'p' });
  const given = columns.map((column) => `p.${quoteName(column)} IS NOT NULL`).join(' AND ');
  const isThere = `EXISTS (SELECT FROM ${rowsOf(parents)} AS r WHERE ${refers('r')})`;
  const planned = (condition: (parent: Staged) => string, ...of: (Staged | undefined)[]) =>
    any(
      of
        .filter((parent) => parent !== undefined)
        .filter((parent) => toColumns.every((column) => parent.placeOf(column) > 0))
        .map(
          (parent) =>
            `EXISTS (SELECT FROM ${parent.at('p')} AS q WHERE ${condition(parent)} AND ${refers('q')})`,
        ),
    );
  const isCollision = planned(() => `q."rb verdict" = 'collision'`, together, all);
  const comesBack = planned(() => `q."rb verdict" = 'back'`, together);
  // One that was changed together with the rows that refer to it (ON UPDATE CASCADE).
  const getsItAgain = planned(
    (parent) =>
      `q."rb verdict" = 'set' AND ${any(toColumns.map((column) => `q."rb sets"[${parent.placeOf(column)}]`))}`,
    together,
  );
  const lacks = `${given} AND (${isCollision} OR NOT (${isThere} OR ${comesBack} OR ${getsItAgain}))`;
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

import { ActionError } from '../../base/errors.ts';
import { isOfMigrations } from '../../domain/snapshots/migrations.ts';
import type { TableName } from '../../domain/snapshots/snapshot.ts';
import { nameOf, requireMatches, scopeOf } from '../../domain/snapshots/tables.ts';
import { quoteName } from '../../systems/postgres/quote.ts';
import type { Backup } from '../backup/backup.ts';
import type { PieceColumn } from './piece.ts';
import type { RepairOptions } from './request.ts';
import type { Column, Shape } from './shape.ts';

/** The three states of a database, each as its tables. */
export interface States {
  readonly before: readonly Shape[];
  readonly after: readonly Shape[] | undefined;
  readonly live: readonly Shape[];
}

/** A table, what it refers to and what it inherits from. */
export type Linked = Pick<Shape, 'schema' | 'name' | 'references' | 'inherits'>;

export interface TableInScope {
  readonly table: TableName;
  /** The table through whose rows it is reached, where it was not asked for. */
  readonly reachedFrom: string | null;
}

/** What a deleted row does to rows that refer to it, other than to keep itself from being deleted. */
const REACHES = ['c', 'n', 'd'];

/**
 * The tables that are requested, those that a deleted row of them reaches by CASCADE, SET NULL and SET DEFAULT, and those that
 * inherit from them, which a statement on them reaches. Where migrations are written down is none of them, unless it is named as it is. Pure.
 *
 * @throws ActionError where a name means nothing
 */
export function tablesInScope(
  { before, live }: { before: readonly Linked[]; live: readonly Linked[] },
  options: RepairOptions,
  database: string,
): TableInScope[] {
  const scope = { tables: options.tables, exclude: options.exclude };
  const all = uniqueTables([...live, ...before]);
  requireMatches(scope, all, `the database "${database}" or its backup`);
  const isWanted = scopeOf(scope);
  const isExcluded = (table: TableName) => !scopeOf({ tables: [], exclude: options.exclude })(table);
  const isNamed = ({ schema, name }: TableName) =>
    options.tables.some((glob) => glob === `${schema}.${name}` || (schema === 'public' && glob === name));
  const inScope = new Map<string, TableInScope>();
  for (const table of all)
    if (isWanted(table) && (!isOfMigrations(table) || isNamed(table)))
      inScope.set(nameOf(table), { table, reachedFrom: null });
  for (const [name] of inScope)
    for (const { schema, name: child, references, inherits } of [...live, ...before]) {
      const table = { schema, name: child };
      const reaches =
        inherits.some((parent) => nameOf(parent) === name) ||
        references.some(({ to, onDelete }) => nameOf(to) === name && REACHES.includes(onDelete));
      // A Map gives also what is put into it while it is gone through.
      if (reaches && !inScope.has(nameOf(table)) && !isExcluded(table))
        inScope.set(nameOf(table), { table, reachedFrom: name });
    }
  return [...inScope.values()].sort((one, other) => nameOf(one.table).localeCompare(nameOf(other.table)));
}

const uniqueTables = (shapes: readonly Linked[]): Linked[] => [
  ...new Map(shapes.map((shape) => [nameOf(shape), shape])).values(),
];

export const find = (shapes: readonly Shape[] | undefined, table: TableName): Shape | undefined =>
  shapes?.find(({ schema, name }) => schema === table.schema && name === table.name);

/** The first key that all of these have, and that can be written. Pure. */
export function commonKey(shapes: readonly Shape[]): readonly string[] | undefined {
  const [first, ...others] = shapes;
  const isIn = (key: readonly string[], { keys }: Shape) =>
    keys.some((other) => [...other].sort().join('\n') === [...key].sort().join('\n'));
  return first?.keys.find(
    (key) =>
      others.every((shape) => isIn(key, shape)) &&
      shapes.every(({ columns }) =>
        key.every((name) => columns.some((column) => column.name === name && !column.generated)),
      ),
  );
}

/** Types into which every value of another one goes, as it is. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  smallint: ['integer', 'bigint', 'numeric'],
  integer: ['bigint', 'numeric'],
  bigint: ['numeric'],
  'character varying': ['text'],
  text: ['character varying'],
};

/** Whether values of a column go into another one as they are, or PostgreSQL refuses them. Pure. */
export function fits(from: Column, into: Column): boolean {
  if (from.type === into.type) return true;
  if (from.base === into.base) return from.base === 'character varying';
  return (
    WIDER[from.base]?.includes(into.base) === true && (into.base !== 'numeric' || into.type === 'numeric')
  );
}

/** The columns of a table that are compared and can be written. Pure. */
export function columnsOf(
  { before, after, live }: { before: Shape; after: Shape | undefined; live: Shape },
  { columns, stamps }: RepairOptions,
): PieceColumn[] {
  const isIn = (names: readonly string[], name: string) =>
    names.some((given) =>
      [name, `${live.name}.${name}`, `${live.schema}.${live.name}.${name}`].includes(given),
    );
  return before.columns
    .filter(({ generated }) => !generated)
    .filter(({ name }) => live.columns.find((column) => column.name === name)?.generated !== true)
    .map((column) => {
      const today = live.columns.find(({ name }) => name === column.name);
      const then = after?.columns.find(({ name }) => name === column.name);
      const { type, collation } = today ?? column;
      return {
        name: column.name,
        type: `${type} ${collation}`.trim(),
        lost: after ? then === undefined : today === undefined,
        stamp: isIn(stamps, column.name),
        chosen: columns.length === 0 || isIn(columns, column.name),
      };
    });
}

/** Why a table cannot be repaired, a part of a sentence each. Pure. */
export function refusalsOf(table: TableName, { before, after, live }: States): string[] {
  const name = nameOf(table);
  const [then, today, behind] = [find(before, table), find(live, table), find(after, table)];
  const both = [then, today, behind].filter((shape) => shape !== undefined);
  if (!then) return [];
  if (!today && behind) return [`${name} is gone, and \`after\` has it: it is not from after the accident`];
  if (both.some(({ foreign }) => foreign)) return [`${name} is a foreign table, whose rows are elsewhere`];
  const { extension, owned, owner, readable, filtered, ruled } = today ?? {
    ...then,
    owned: true,
    readable: true,
  };
  const changed = then.columns.flatMap((column) => {
    const now = today?.columns.find((other) => other.name === column.name);
    return now && !column.generated && !fits(column, now)
      ? [
          `${name}.${column.name} is ${now.type} and was ${column.type}, which does not hold all that it held: ALTER TABLE ${name} ALTER COLUMN ${quoteName(column.name)} TYPE ${column.type} first (it is written anew, and locked meanwhile)`,
        ]
      : [];
  });
  const reasons: [boolean, string][] = [
    [extension !== null, `${name} belongs to the extension ${extension}`],
    [!owned, `${name} belongs to "${owner}": use it, or a member of it`],
    [!readable, `${name} cannot be read by this user`],
    [
      filtered,
      `row-level security hides rows of ${name} from this user (FORCE ROW LEVEL SECURITY): ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY, or use a role with BYPASSRLS`,
    ],
    [ruled, `${name} has rules, which change what is written`],
    [
      commonKey(both) === undefined,
      `${name} has no primary key, or unique columns that are never NULL, in all of its states: its rows cannot be identified`,
    ],
  ];
  return [...reasons.filter(([applies]) => applies).map(([, reason]) => reason), ...changed];
}

/** Where a backup has no rows of a table, it says nothing about them. Pure. */
export const lackingRows = ({ definesWithoutRows, hasData }: Backup, shape: Shape | undefined): boolean =>
  !hasData ||
  (shape !== undefined &&
    (shape.partitioned ? shape.leaves : [`${shape.schema}.${shape.name}`]).some((table) =>
      definesWithoutRows.has(table),
    ));

/** @throws ActionError with all reasons */
export function requireNone(reasons: readonly string[]): void {
  if (reasons.length > 0)
    throw new ActionError(`This cannot be repaired, and nothing was changed: ${reasons.join('; and ')}.`, {
      details: reasons,
    });
}

import { ActionError } from '../../base/errors.ts';
import { comparePart, rangeOf } from './partition.ts';
import { isOfRights } from './rights.ts';
import type { SchemaObject, Snapshot, TableState } from './snapshot.ts';
import { nameOf, type Scope, scopeOf } from './tables.ts';

/** A range of keys whose rows differ. */
interface RangeDifference {
  /** `id 40000 to 49999`. */
  readonly keys: string;
  readonly rowsBefore: string;
  readonly rowsAfter: string;
}

export interface TableDifference {
  readonly schema: string;
  readonly name: string;
  readonly change: 'lost' | 'added' | 'changed';
  /** Null where the table is not there. */
  readonly rowsBefore: string | null;
  readonly rowsAfter: string | null;
  /** Its columns are others, so that the texts of its rows cannot be equal. */
  readonly otherColumns: boolean;
  /** Where the rows are that differ, by ranges of keys; empty where neither snapshot has ranges. */
  readonly ranges: readonly RangeDifference[];
}

/** Something with a name that is one thing before and another after; null where it is not there. */
export interface Difference {
  readonly kind: string;
  readonly name: string;
  readonly change: 'lost' | 'added' | 'changed';
  readonly before: string | null;
  readonly after: string | null;
}

export interface Differences {
  readonly tables: readonly TableDifference[];
  /** Objects of the schema; before and after are hashes of their definitions. */
  readonly schema: readonly Difference[];
  /** `behind` would give out numbers again that were given out before. */
  readonly sequences: readonly (Difference & { readonly behind: boolean })[];
  /** Extensions, large objects, migrations, invalid indexes, unvalidated constraints. */
  readonly others: readonly Difference[];
}

/**
 * What became of a database between two snapshots. Definitions that another major version writes in other words are
 * compared by their existence alone where the versions differ.
 *
 * @throws ActionError where the two cannot be compared, because their texts are in other encodings or were hashed in other ways
 */
export function differences(before: Snapshot, after: Snapshot): Differences {
  if (before.encoding !== after.encoding) {
    throw new ActionError(
      `The snapshot is of a database in ${before.encoding} and ${after.database} is in ${after.encoding}, whose fingerprints cannot be compared; restore into a database with the encoding ${before.encoding}.`,
    );
  }
  if (before.version !== after.version) {
    throw new ActionError(
      `The snapshot of ${before.database} has version ${before.version} and that of ${after.database} version ${after.version}, whose fingerprints cannot be compared; capture both with the same version of the action.`,
    );
  }
  const major = ({ serverVersion }: Snapshot) => Math.floor(serverVersion / 10000);
  const sameVersion = major(before) === major(after);
  const hash = ({ hash, versionBound }: SchemaObject) => (versionBound && !sameVersion ? '' : hash);
  return {
    tables: pairs(before.tables, after.tables, nameOf).flatMap(([a, b]) => tableDifference(a, b)),
    schema: compared(
      known(before, after),
      known(after, before),
      ({ kind }) => kind,
      ({ name }) => name,
      hash,
    ),
    sequences: sequenceDifferences(before, after),
    others: [
      ...compared(
        before.extensions,
        after.extensions,
        () => 'extension',
        ({ name }) => name,
        ({ version }) => version,
      ),
      ...compared(
        before.migrations,
        after.migrations,
        () => 'migrations',
        nameOf,
        ({ head, applied }) => `${head} (${applied} applied)`,
      ),
      ...compared(
        before.invalidIndexes,
        after.invalidIndexes,
        () => 'invalid index',
        (name) => name,
        () => '',
      ),
      ...compared(
        before.unvalidatedConstraints,
        after.unvalidatedConstraints,
        () => 'unvalidated constraint',
        (name) => name,
        () => '',
      ),
      ...largeObjectDifference(before, after),
    ],
  };
}

/** Of a snapshot's objects those that the other one has looked at too. */
const known = ({ schema }: Snapshot, { hasRights }: Snapshot): SchemaObject[] =>
  hasRights ? schema : schema.filter(({ kind }) => !isOfRights(kind));

/** Whether nothing at all differs. */
export const isSame = ({ tables, schema, sequences, others }: Differences): boolean =>
  [tables, schema, sequences, others].every((list) => list.length === 0);

/** A snapshot without what a narrower scope leaves out. */
export function within(snapshot: Snapshot, scope: Scope): Snapshot {
  const inScope = scopeOf(scope);
  const known = new Map(snapshot.tables.map((table) => [nameOf(table), table]));
  return {
    ...snapshot,
    tables: snapshot.tables.filter(inScope),
    migrations: snapshot.migrations.filter(inScope),
    schema: snapshot.schema.filter(({ table }) => !table || inScope(known.get(nameOf(table)) ?? table)),
  };
}

function tableDifference(before: TableState | undefined, after: TableState | undefined): TableDifference[] {
  const { schema, name } = (before ?? after) as TableState;
  const rows = { rowsBefore: before?.rows ?? null, rowsAfter: after?.rows ?? null };
  if (!before || !after) {
    return [{ schema, name, change: before ? 'lost' : 'added', ...rows, otherColumns: false, ranges: [] }];
  }
  const columns = (table: TableState) =>
    JSON.stringify(table.columns.map((column) => [column.name, column.type]));
  const otherColumns = columns(before) !== columns(after);
  const same = before.rows === after.rows && before.hash === after.hash;
  if (same && !otherColumns) return [];
  const ranges = otherColumns ? [] : rangeDifferences(before, after);
  return [{ schema, name, change: 'changed', ...rows, otherColumns, ranges }];
}

function rangeDifferences(before: TableState, after: TableState): RangeDifference[] {
  const by = before.ranges?.by;
  if (!by || JSON.stringify(by) !== JSON.stringify(after.ranges?.by)) return [];
  return pairs(before.ranges?.parts ?? [], after.ranges?.parts ?? [], ({ part }) => part)
    .filter(([a, b]) => a?.rows !== b?.rows || a?.hash !== b?.hash)
    .map(([a, b]) => ({ part: (a ?? b)?.part ?? '', rowsBefore: a?.rows ?? '0', rowsAfter: b?.rows ?? '0' }))
    .sort((a, b) => comparePart(a.part, b.part))
    .map(({ part, ...rows }) => ({ keys: rangeOf(by, part), ...rows }));
}

function sequenceDifferences(before: Snapshot, after: Snapshot): Differences['sequences'] {
  const positionOf = ({ value, called }: Snapshot['sequences'][number]) =>
    called ? value : `${value} (not given out)`;
  return pairs(before.sequences, after.sequences, nameOf)
    .filter(([a, b]) => !a || !b || positionOf(a) !== positionOf(b))
    .map(([a, b]) => ({
      ...difference(
        'sequence',
        nameOf((a ?? b) as Snapshot['sequences'][number]),
        a && positionOf(a),
        b && positionOf(b),
      ),
      behind: a !== undefined && b !== undefined && next(b) < next(a),
    }));
}

/** Grows with every number that a sequence gives out. */
function next({ value, called, descends }: Snapshot['sequences'][number]): bigint {
  const way = descends ? -BigInt(value) : BigInt(value);
  return 2n * way + (called ? 1n : 0n);
}

function largeObjectDifference(before: Snapshot, after: Snapshot): Difference[] {
  const [a, b] = [before.largeObjects, after.largeObjects];
  const unread = a.hash === null || b.hash === null;
  if (a.count === b.count && (unread || a.hash === b.hash)) return [];
  if (a.each && b.each)
    return compared(
      a.each,
      b.each,
      () => 'large object',
      ({ oid }) => oid,
      ({ hash }) => hash,
    ).map((one) => ({ ...one, before: null, after: null }));
  return [difference('large objects', 'all', a.count, b.count)];
}

function compared<T>(
  before: readonly T[],
  after: readonly T[],
  kind: (item: T) => string,
  name: (item: T) => string,
  value: (item: T) => string,
): Difference[] {
  return pairs(before, after, (item) => JSON.stringify([kind(item), name(item)]))
    .filter(([a, b]) => a === undefined || b === undefined || value(a) !== value(b))
    .map(([a, b]) => {
      const item = (a ?? b) as T;
      const textOf = (one: T | undefined) => (one === undefined ? undefined : value(one));
      return difference(kind(item), name(item), textOf(a), textOf(b));
    });
}

function difference(
  kind: string,
  name: string,
  before: string | undefined,
  after: string | undefined,
): Difference {
  const change = before === undefined ? 'added' : after === undefined ? 'lost' : 'changed';
  return { kind, name, change, before: before ?? null, after: after ?? null };
}

/** The items of two lists by a key that each has once, those that one list alone has included. */
function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
): [T | undefined, T | undefined][] {
  const rest = new Map(after.map((item) => [key(item), item]));
  const found: [T | undefined, T | undefined][] = before.map((item) => {
    const other = rest.get(key(item));
    rest.delete(key(item));
    return [item, other];
  });
  return [...found, ...[...rest.values()].map((item): [undefined, T] => [undefined, item])];
}

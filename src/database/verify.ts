import { ActionError } from '../base/errors.ts';
import { namesOf } from '../base/sentence.ts';
import {
  type Differences,
  differences,
  isSame,
  type TableDifference,
  within,
} from '../domain/snapshots/differences.ts';
import { isOfRights } from '../domain/snapshots/rights.ts';
import type { Snapshot } from '../domain/snapshots/snapshot.ts';
import { nameOf } from '../domain/snapshots/tables.ts';
import { quoteName, quoteTable } from '../systems/postgres/quote.ts';
import type { Session } from '../systems/postgres/session.ts';

/**
 * Whether a restored database may take the live one's place. Pure.
 *
 * @throws ActionError where it is empty, of something else, or not what `expected`, the snapshot of the backup, says
 */
export function requireVerified(live: Snapshot, restored: Snapshot, expected: Snapshot | undefined): void {
  const names = new Set(restored.tables.map(nameOf));
  if (live.tables.length > 0 && names.size === 0) {
    throw new ActionError(
      `The backup has no tables, the live database "${live.database}" has ${live.tables.length}: it is not a backup of it; nothing was changed.`,
    );
  }
  if (live.tables.length > 0 && !live.tables.some((table) => names.has(nameOf(table)))) {
    throw new ActionError(
      `The backup has none of the tables of the live database "${live.database}": it is of another database (it has ${[...names].slice(0, 3).join(', ')} …); nothing was changed.`,
    );
  }
  if (expected) requireExpected(restored, expected, 'nothing was changed');
}

/** @throws ActionError where a restored database has no table at all: whatever the live one has, it is not a backup of it */
export function requireAnything(restored: Snapshot): void {
  if (restored.tables.length > 0) return;
  throw new ActionError('The backup has no tables; nothing was changed.');
}

/** @throws ActionError where a restored database is not what the snapshot says, with what that means to the user */
export function requireExpected(restored: Snapshot, expected: Snapshot, consequence: string): void {
  // What the snapshot left out it says nothing about.
  const present = within(restored, expected.scope);
  const found = withoutUnkept(differences(expected, present), expected, present);
  if (isSame(found)) return;
  const { tables, schema, sequences, others } = found;
  const listed = [
    ...tables.map(nameOf),
    ...[...schema, ...sequences, ...others].map(({ kind, name }) => `${kind} ${name}`),
  ];
  throw new ActionError(
    `What was restored is not what the backup's snapshot says: ${listed.length} differences (${listed.slice(0, 5).join(', ')}${listed.length > 5 ? ' …' : ''}); ${consequence}.`,
    { details: listed },
  );
}

/**
 * Differences without those that a faithful dump and restore makes: it leaves out indexes that are not valid, brings the
 * columns of a table that inherits in the order of its parents (so that the texts of its rows cannot be compared), makes the
 * schema `public` where it was dropped, and gives owners and grants later. Pure.
 */
function withoutUnkept(found: Differences, expected: Snapshot, restored: Snapshot): Differences {
  const reordered = new Set(
    found.tables
      .filter((table) => isReordered(table, expected, restored) && table.rowsBefore === table.rowsAfter)
      .map(quoteTable),
  );
  const isOfReordered = (table: TableDifference) => reordered.has(quoteTable(table));
  const bare = new Map(
    expected.schema.flatMap(({ kind, name, table }) =>
      kind === 'table' && table ? [[name, quoteTable(table)]] : [],
    ),
  );
  return {
    ...found,
    tables: found.tables.filter((table) => !isOfReordered(table)),
    schema: found.schema.filter(
      ({ kind, name, change }) =>
        !isOfRights(kind) &&
        !(kind === 'schema' && name === 'public' && change === 'added') &&
        !(kind === 'table' && reordered.has(bare.get(name) ?? '')),
    ),
    others: found.others.filter(({ kind, change }) => !(kind === 'invalid index' && change === 'lost')),
  };
}

/** Whether a table has the same columns of the same types in another order. */
function isReordered({ schema, name }: TableDifference, ...states: readonly Snapshot[]): boolean {
  const [before, after] = states.map(({ tables }) =>
    tables
      .find((table) => table.schema === schema && table.name === name)
      ?.columns.map((column) => JSON.stringify([column.name, column.type])),
  );
  if (!before || !after) return false;
  return (
    JSON.stringify(before) !== JSON.stringify(after) &&
    JSON.stringify(before.toSorted()) === JSON.stringify(after.toSorted())
  );
}

/** What is odd in a restored database but no reason to refuse: it was so when the backup was made. */
export async function oddities(session: Session, live: Snapshot, restored: Snapshot): Promise<string[]> {
  const behind = await sequencesBehind(session);
  const versions = new Map(live.extensions.map(({ name, version }) => [name, version]));
  const others = restored.extensions.filter(
    ({ name, version }) => versions.has(name) && versions.get(name) !== version,
  );
  const missing = live.extensions.filter(
    ({ name }) => !restored.extensions.some((extension) => extension.name === name),
  );
  return [
    ...behind.map(
      ({ sequence, column }) =>
        `The sequence ${sequence} is behind ${column}: the next insert may fail on a duplicate key.`,
    ),
    ...numbersAgain(live, restored),
    ...others.map(
      ({ name, version }) =>
        `The extension ${name} is restored in version ${version}; the live database has ${versions.get(name)}.`,
    ),
    ...largeObjectsGone(live, restored),
    ...missing.map(({ name }) => `The extension ${name} of the live database is not in the backup.`),
    ...restored.unvalidatedConstraints.map((name) => `The constraint ${name} is not validated.`),
    ...restored.invalidIndexes.map((name) => `The index ${name} is not valid.`),
  ];
}

/** What is outside of the database may know rows by numbers that are given out a second time: a session, a cache, a bank. */
function numbersAgain(live: Snapshot, restored: Snapshot): string[] {
  const back = differences(live, restored).sequences.filter(({ behind }) => behind);
  if (back.length === 0) return [];
  const names = back.map(({ name, before, after }) => `${name} from ${before} to ${after}`);
  return [
    `Sequences go back (${namesOf(names)}) and give the same numbers to other rows: clear sessions and caches that hold them, or raise the sequences.`,
  ];
}

/** Large objects are not rows, and are not among those that are counted as lost. */
function largeObjectsGone({ largeObjects: live }: Snapshot, { largeObjects: restored }: Snapshot): string[] {
  const kept = new Set(restored.each?.map(({ oid }) => oid));
  const gone =
    live.each && restored.each
      ? live.each.filter(({ oid }) => !kept.has(oid)).length
      : Math.max(0, Number(live.count) - Number(restored.count));
  return gone === 0
    ? []
    : [
        `${gone} of ${live.count} large objects of the live database are not in the backup: they go with the rows that are newer.`,
      ];
}

interface Owned {
  schema: string;
  name: string;
  tableSchema: string;
  table: string;
  column: string;
}

async function sequencesBehind(session: Session): Promise<{ sequence: string; column: string }[]> {
  const owned = await session.query<Owned>(`
    SELECT sn.nspname::text AS schema, s.relname::text AS name, tn.nspname::text AS "tableSchema", t.relname::text AS "table",
           attname::text AS column
    FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_namespace sn ON sn.oid = s.relnamespace
    JOIN pg_sequence q ON q.seqrelid = s.oid AND q.seqincrement > 0
    JOIN pg_class t ON t.oid = d.refobjid JOIN pg_namespace tn ON tn.oid = t.relnamespace
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
      AND atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)`);
  const behind = [];
  for (const { schema, name, tableSchema, table, column } of owned) {
    const from = quoteTable({ schema: tableSchema, name: table });
    const { late } = await session.one<{ late: boolean }>(
      `SELECT coalesce((SELECT max(${quoteName(column)}) FROM ${from}) >
                       (SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM ${quoteTable({ schema, name })}), false) AS late`,
    );
    if (late)
      behind.push({
        sequence: nameOf({ schema, name }),
        column: `${nameOf({ schema: tableSchema, name: table })}.${column}`,
      });
  }
  return behind;
}

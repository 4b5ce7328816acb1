import { ActionError } from '../../base/errors.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { quoteTable } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { hashOf } from './row-hash.ts';
import type { Snapshot, TableName } from './snapshot.ts';
import { nameOf, USER_SCHEMA } from './tables.ts';
import { attempt, givingLocksBack } from './transaction.ts';

/** How many sequences are read in one query. */
const BATCH = 50;

/** Large objects that are distinguished one by one. */
const MOST_OBJECTS = 2000;

/** What of a database is neither a table's rows nor a definition. */
type Surroundings = Pick<
  Snapshot,
  'sequences' | 'extensions' | 'largeObjects' | 'invalidIndexes' | 'unvalidatedConstraints'
> & { readonly notCompared: Snapshot['told'] };

/** Sequences' values (which no transaction holds still: they are those of now), extensions, large objects, and what is there but not in force. */
export async function surroundings(session: Session): Promise<Surroundings> {
  const sequences = await sequencesOf(session);
  const large = await largeObjects(session);
  return {
    sequences: sequences.values,
    extensions: await session.query(
      'SELECT extname AS name, extversion AS version FROM pg_catalog.pg_extension ORDER BY extname',
    ),
    largeObjects: { count: large.count, hash: large.hash, ...(large.each && { each: large.each }) },
    invalidIndexes: await names(
      session,
      `SELECT n.nspname AS schema, c.relname AS name FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE NOT (i.indisvalid AND i.indisready) AND ${USER_SCHEMA} ORDER BY 1, 2`,
    ),
    unvalidatedConstraints: await names(
      session,
      `SELECT n.nspname AS schema, c.relname AS name, k.conname AS part FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE NOT k.convalidated AND ${USER_SCHEMA} ORDER BY 1, 2, 3`,
    ),
    notCompared: [...sequences.unreadable, ...large.unreadable],
  };
}

async function names(session: Session, sql: string): Promise<string[]> {
  const rows = await session.query<TableName & { part?: string }>(sql);
  return rows.map((row) => nameOf(row) + (row.part === undefined ? '' : `.${row.part}`));
}

async function sequencesOf(session: Session) {
  const all = await session.query<TableName & { readable: boolean; descends: boolean }>(`
    SELECT n.nspname AS schema, c.relname AS name, s.seqincrement < 0 AS descends,
      pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_sequence_privilege(c.oid, 'SELECT') AS readable
    FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relpersistence <> 't' AND ${USER_SCHEMA} ORDER BY 1, 2`);
  const readable = all.filter((sequence) => sequence.readable);
  const values: Snapshot['sequences'] = [];
  const wereRead = await givingLocksBack(session);
  for (let from = 0; from < readable.length; from += BATCH) {
    const batch = readable.slice(from, from + BATCH);
    const queries = batch.map(
      (sequence, index) =>
        `SELECT ${index} AS place, last_value::text AS value, is_called AS called FROM ${quoteTable(sequence)}`,
    );
    const rows = await session.query<{ place: number; value: string; called: boolean }>(
      queries.join(' UNION ALL '),
    );
    for (const { place, value, called } of rows) {
      const { schema, name, descends } = batch[place] as (typeof batch)[number];
      values.push({ schema, name, value, called, descends });
      await wereRead();
    }
  }
  const unreadable = all
    .filter((sequence) => !sequence.readable)
    .map((sequence) => ({ kind: 'sequence', name: nameOf(sequence), because: 'no SELECT on it' }));
  return { values, unreadable };
}

async function largeObjects(session: Session) {
  const { count } = await session.one<{ count: string }>(
    'SELECT count(*)::text AS count FROM pg_catalog.pg_largeobject_metadata',
  );
  if (count === '0') return { count, hash: '0', each: [], unreadable: [] };
  const text = `oid::text || ' ' || pg_catalog.encode(pg_catalog.sha256(pg_catalog.lo_get(oid)), 'hex')`;
  const read = await attempt(session, () =>
    session.one<{ hash: string; each: { oid: string; hash: string }[] | null }>(
      `SELECT pg_catalog.sum(hash)::text AS hash,
         CASE WHEN count(*) <= ${MOST_OBJECTS} THEN pg_catalog.json_agg(pg_catalog.json_build_object('oid', oid::text, 'hash', hash::text)) END AS each
       FROM (SELECT oid, ${hashOf(text)} AS hash FROM pg_catalog.pg_largeobject_metadata) AS objects`,
    ),
  );
  if (!(read instanceof ActionError))
    return { count, hash: read.hash, each: read.each ?? undefined, unreadable: [] };
  // Each has an owner and rights of its own, and one beyond 1 GB does not fit a function's result.
  const reason = `only counted: ${withoutFullStop(read.message)}`;
  return {
    count,
    hash: null,
    each: undefined,
    unreadable: [{ kind: 'large objects', name: count, because: reason }],
  };
}

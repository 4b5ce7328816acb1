import { pause } from '../../base/deadline.ts';
import { ActionError, messageOf } from '../../base/errors.ts';
import { nameOf } from '../../domain/snapshots/tables.ts';
import { quoteName, quoteTable, quoteText } from '../../systems/postgres/quote.ts';
import { codeOf, type Session } from '../../systems/postgres/session.ts';
import type { PieceColumn } from './piece.ts';
import type { Shape } from './shape.ts';

/** A column or a table that the accident has dropped, with all that hung on it. */
export interface Lost {
  readonly kind: 'column' | 'table';
  /** `public.customers.email`, `public.customers` */
  readonly name: string;
  /** Short: the column or the table, empty, and what belongs to it. */
  readonly add: readonly string[];
  /** When its values are back: a name, and the statements one after another. */
  readonly later: readonly { readonly name: string; readonly statements: readonly string[] }[];
  /** What is not added back, a sentence each. */
  readonly notAddedBack: readonly string[];
}

interface Hanging {
  readonly comment: string | null;
  readonly constraints: readonly { name: string; kind: string; definition: string }[];
  readonly indexes: readonly { name: string; definition: string }[];
  readonly views: readonly string[];
  /** Columns that are computed of it, each with its type and expression. */
  readonly computed: readonly { name: string; definition: string }[];
  /** What numbers it and goes with it, with how it is made and how far it was. */
  readonly sequences: readonly { name: string; options: string; last: string | null }[];
}

/** Reads from the state before the accident what hung on a column. */
export async function readLostColumn(before: Session, shape: Shape, column: PieceColumn): Promise<Lost> {
  const { fallback, identity, notNull } = shape.columns.find(
    ({ name }) => name === column.name,
  ) as Shape['columns'][number];
  const hanging = await readHanging(before, shape, column);
  const table = quoteTable(shape);
  const of = `${table} ALTER COLUMN ${quoteName(column.name)}`;
  const name = `${nameOf(shape)}.${column.name}`;
  return {
    kind: 'column',
    name,
    add: [
      `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${quoteName(column.name)} ${column.type}`,
      ...(identity
        ? []
        : hanging.sequences.flatMap((sequence) =>
            sequenceStatements(sequence, `${table}.${quoteName(column.name)}`),
          )),
      ...(fallback === null ? [] : [`ALTER TABLE ${of} SET DEFAULT ${fallback}`]),
      ...(hanging.comment === null
        ? []
        : [`COMMENT ON COLUMN ${table}.${quoteName(column.name)} IS ${quoteText(hanging.comment)}`]),
    ],
    later: [
      ...hanging.constraints.map((constraint) => ({
        name: constraint.name,
        statements: constraintStatements(shape, constraint),
      })),
      ...hanging.indexes.map(({ name, definition }) => ({
        name,
        statements: [
          shape.partitioned
            ? definition.replace(' ON ONLY ', ' ON ')
            : definition.replace(/ INDEX /, ' INDEX CONCURRENTLY '),
        ],
      })),
    ],
    notAddedBack: [
      ...(notNull
        ? [
            `${name} was NOT NULL and is not now, as rows that were written since have no value: fill them, then ALTER TABLE ${of} SET NOT NULL`,
          ]
        : []),
      ...(identity ? [`${name} was numbered by the server (IDENTITY) and is not now`] : []),
      ...hanging.computed.map(
        (other) =>
          `${nameOf(shape)}.${other.name} was computed of ${name} and went with it, with what hung on it: ALTER TABLE ${table} ADD COLUMN ${quoteName(other.name)} ${other.definition} (the table is written anew, and locked meanwhile)`,
      ),
      ...hanging.views.map((view) => `the view ${view} had ${name}: make it again where it is gone`),
    ],
  };
}

/** What is defined on a column, or by it. */
const readHanging = (before: Session, shape: Shape, column: PieceColumn): Promise<Hanging> =>
  before.one<Hanging>(
    `SELECT col_description(c.oid, a.attnum) AS comment,
       (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'kind', k.contype, 'definition', pg_get_constraintdef(k.oid)) ORDER BY k.conname), '[]')
         FROM pg_constraint k WHERE k.conrelid = c.oid AND a.attnum = ANY (k.conkey) AND k.contype IN ('u', 'c', 'f', 'x') AND k.conparentid = 0) AS constraints,
       (SELECT coalesce(json_agg(json_build_object('name', i.indexrelid::regclass::text, 'definition', pg_get_indexdef(i.indexrelid)) ORDER BY i.indexrelid), '[]')
         FROM pg_index i WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = c.oid)
           AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid AND d.refobjid = c.oid AND d.refobjsubid = a.attnum)) AS indexes,
       (SELECT coalesce(json_agg(DISTINCT r.ev_class::regclass::text), '[]') FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
         WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND r.ev_class <> c.oid) AS views,
       (SELECT coalesce(json_agg(json_build_object('name', g.attname, 'definition', format('%s GENERATED ALWAYS AS (%s)%s', format_type(g.atttypid, g.atttypmod),
           pg_get_expr(e.adbin, e.adrelid), CASE g.attgenerated WHEN 's' THEN ' STORED' ELSE '' END)) ORDER BY g.attnum), '[]')
         FROM pg_attrdef e JOIN pg_attribute g ON g.attrelid = e.adrelid AND g.attnum = e.adnum AND g.attgenerated <> ''
         WHERE e.adrelid = c.oid AND EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum
           AND ((d.classid = 'pg_attrdef'::regclass AND d.objid = e.oid) OR (d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = g.attnum)))) AS computed,
       (SELECT coalesce(json_agg(json_build_object('name', format('%I.%I', qn.nspname, q.relname), 'last', pg_sequence_last_value(q.oid)::text, 'options',
           format('AS %s INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s%s', format_type(s.seqtypid, NULL), s.seqincrement, s.seqmin, s.seqmax,
             s.seqstart, s.seqcache, CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END))), '[]')
         FROM pg_depend d JOIN pg_class q ON q.oid = d.objid AND q.relkind = 'S' JOIN pg_namespace qn ON qn.oid = q.relnamespace JOIN pg_sequence s ON s.seqrelid = q.oid
         WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND d.deptype = 'a') AS sequences
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.oid = $1::oid AND a.attname = $2`,
    [String(shape.oid), column.name],
  );

/** It goes on behind what it has given out: users get numbers of it before the old ones are back. */
const sequenceStatements = (
  { name, options, last }: Hanging['sequences'][number],
  column: string,
): string[] => [
  `CREATE SEQUENCE IF NOT EXISTS ${name} ${options}`,
  `ALTER SEQUENCE ${name} OWNED BY ${column}`,
  ...(last === null
    ? []
    : [`SELECT pg_catalog.setval(${quoteText(name)}, greatest(last_value, ${last}::bigint)) FROM ${name}`]),
];

/** So that no session waits until all rows are checked. */
function constraintStatements(
  shape: Shape,
  { name, kind, definition }: Hanging['constraints'][number],
): string[] {
  const table = quoteTable(shape);
  const add = `ALTER TABLE ${table} ADD CONSTRAINT ${quoteName(name)}`;
  if (kind === 'u' && !shape.partitioned && /^UNIQUE \([^()]*\)$/.test(definition))
    return [
      `CREATE UNIQUE INDEX CONCURRENTLY ${quoteName(name)} ON ${table} ${definition.slice('UNIQUE '.length)}`,
      `${add} UNIQUE USING INDEX ${quoteName(name)}`,
    ];
  if (kind === 'c' || (kind === 'f' && !shape.partitioned))
    return [
      `${add} ${definition.replace(/ NOT VALID$/, '')} NOT VALID`,
      `ALTER TABLE ${table} VALIDATE CONSTRAINT ${quoteName(name)}`,
    ];
  return [`${add} ${definition}`];
}

/** Milliseconds that a change of a definition waits for its lock: every other session waits behind it. */
const LOCK_MS = 2000;
const ATTEMPTS = 5;

/** Does work in a session of the live database. */
export type Opens = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

const within =
  (session: Session): Opens =>
  (work) =>
    work(session);

/** Does what needs an exclusive lock of a table for a moment; tries again where another session has it. @throws ActionError naming the holder */
export async function shortly<T>(
  open: Opens,
  signal: AbortSignal,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await open(async (session) => {
        await session.run(`SET lock_timeout = ${LOCK_MS}`);
        return work(session);
      });
    } catch (error) {
      if (codeOf(error) !== LOCK_NOT_AVAILABLE) throw error;
      if (attempt === ATTEMPTS) throw await open((session) => heldBy(session, error));
    }
    await pause(LOCK_MS / 4, signal);
  }
}

const LOCK_NOT_AVAILABLE = '55P03';

async function heldBy(session: Session, cause: unknown): Promise<ActionError> {
  // Of another role's session the server tells its number alone.
  const holders = await session.query<{ holder: string }>(
    `SELECT format('%s%s, pid %s, holds %s', coalesce(a.usename::text, 'unknown'), ' "' || nullif(a.application_name, '') || '"', a.pid,
         string_agg(DISTINCT l.relation::regclass::text, ' and ')) AS holder
     FROM pg_locks l JOIN pg_stat_activity a USING (pid) JOIN pg_class c ON c.oid = l.relation
     WHERE l.locktype = 'relation' AND l.granted AND a.pid <> pg_backend_pid() AND c.relkind IN ('r', 'p')
       AND coalesce(a.backend_type, 'client backend') = 'client backend' AND coalesce(a.xact_start < now() - interval '2 s', true)
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND l.relation >= 16384
     GROUP BY a.usename, a.application_name, a.pid LIMIT 5`,
  );
  const all = holders.map(({ holder }) => holder).join('; ') || 'sessions that are gone by now';
  return new ActionError(
    `A table that is to be repaired is held by others (${all}), and no row was changed; end them, or wait for them, and run this again.`,
    { cause },
  );
}

/** Makes columns and tables again, empty. */
export async function addBack(session: Session, signal: AbortSignal, lost: readonly Lost[]): Promise<void> {
  if (lost.length === 0) return;
  const add = async () => {
    for (const { kind, name, add } of lost) {
      // All of it was made at once, by a run that was killed behind it.
      if (kind === 'table' && (await isThere(session, name))) continue;
      for (const sql of add) await session.run(sql);
    }
  };
  await shortly(within(session), signal, () => session.transaction(add));
}

async function isThere(session: Session, name: string): Promise<boolean> {
  const { there } = await session.one<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    name,
  ]);
  return there;
}

/**
 * Makes again what hung on what is back. What is there already is left.
 *
 * @returns a sentence for each that could not be made
 */
export async function addLater(
  session: Session,
  signal: AbortSignal,
  lost: readonly Lost[],
): Promise<string[]> {
  const failed: string[] = [];
  for (const { name: of, later } of lost)
    for (const { name, statements } of later)
      try {
        for (const sql of statements) await shortly(within(session), signal, () => session.run(sql));
      } catch (error) {
        signal.throwIfAborted();
        if (ALREADY_THERE.includes(codeOf(error))) continue;
        await dropInvalid(session, name, of);
        failed.push(`${name} of ${of} could not be made again: ${messageOf(error)}`);
      }
  return failed;
}

/** An index that was made beside others' work and has failed stays, and keeps its name. */
async function dropInvalid(session: Session, name: string, column: string): Promise<void> {
  const invalid = await session.query<{ name: string }>(
    `SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE NOT i.indisvalid AND (c.relname = $1 OR i.indexrelid = to_regclass($1)) AND $2 LIKE (i.indrelid::regclass::text || '.%')`,
    [name, column],
  );
  for (const index of invalid) await session.run(`DROP INDEX CONCURRENTLY ${index.name}`);
}

const ALREADY_THERE = ['42P07', '42710'];

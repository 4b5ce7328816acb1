import picomatch from 'picomatch';
import { ActionError } from '../../base/errors.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { TableName } from './snapshot.ts';

/** A table with rows of its own, or one whose rows are elsewhere. */
export interface Table extends TableName {
  readonly kind: 'table' | 'foreign table' | 'materialized view';
  readonly unlogged: boolean;
  /** The extension that it belongs to. */
  readonly extension: string | null;
  /** The partitioned table at the top, for a partition. */
  readonly root: TableName | null;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The columns of the primary key, else of a unique index that no NULL can pass; empty where there is none. */
  readonly key: readonly string[];
  /**
   * Whether `quickHashOf` can hash its rows, and does so alike in all databases of the server: not where a collation holds texts
   * equal that are not the same.
   */
  readonly quick: boolean;
  readonly bytes: number;
  readonly readable: boolean;
  /** Row-level security would hide rows from this user. */
  readonly filtered: boolean;
}

/** Which tables are meant: globs on `schema.table`, a bare name being one of `public`; a partition is also found by its partitioned table. */
export interface Scope {
  readonly tables: readonly string[];
  readonly exclude: readonly string[];
}

/** How the comment on the schema of a repair begins: what that keeps for an undo are no rows of users. */
export const REPAIR_MARK = 'rollback-actions repair: ';

/** What a catalog query must say to leave out the schemas of the system, of temporary tables and of repairs. */
export const USER_SCHEMA = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp_|toast_temp_)'
  AND NOT (n.nspname ~ '^rollback_' AND coalesce(pg_catalog.obj_description(n.oid, 'pg_namespace'), '') LIKE '${REPAIR_MARK}%')`;

/** Types whose hashes are made of the value alone: not of an oid, as an enum's are, which each database has its own of. */
const QUICK_TYPES = [
  'bool',
  'int2',
  'int4',
  'int8',
  'float4',
  'float8',
  'numeric',
  'text',
  'varchar',
  'bpchar',
  'uuid',
  'jsonb',
  'date',
  'time',
  'timestamp',
  'timestamptz',
  'interval',
  'inet',
].flatMap((name) => [name, `${name}[]`]);

/** The oldest PostgreSQL that hashes rows. */
const QUICK_FROM = 140000;

/**
 * All tables of a database, or `only` that one: partitions instead of what they are partitions of, and what is told only.
 *
 * @param measured whether their sizes are looked up, which waits for the lock of each; else they are estimated
 */
export async function tablesOf(session: Session, only?: TableName, measured = true): Promise<Table[]> {
  return session.query<Table>(
    `
    SELECT n.nspname AS schema, c.relname AS name,
      CASE c.relkind WHEN 'r' THEN 'table' WHEN 'f' THEN 'foreign table' ELSE 'materialized view' END AS kind,
      c.relpersistence = 'u' AS unlogged,
      (SELECT e.extname FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
        WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e' LIMIT 1) AS extension,
      CASE WHEN c.relispartition THEN (SELECT pg_catalog.json_build_object('schema', rn.nspname, 'name', r.relname)
        FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
        WHERE r.oid = pg_catalog.pg_partition_root(c.oid)) END AS root,
      (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('name', a.attname,
          'type', pg_catalog.format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum), '[]')
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      coalesce((SELECT (SELECT pg_catalog.json_agg(a.attname ORDER BY k.place)
          FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
          WHERE k.place <= i.indnkeyatts)
        FROM pg_catalog.pg_index i
        WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[]) AND NOT a.attnotnull)
        ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1), '[]') AS key,
      ${session.version >= QUICK_FROM} AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
        LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND (a.atttypid <> ALL ('{${QUICK_TYPES.join(',')}}'::pg_catalog.regtype[])
          OR NOT coalesce(co.collisdeterministic, true))) AS quick,
      CASE WHEN c.relkind = 'r' THEN ${measured ? 'pg_catalog.pg_table_size(c.oid)' : 'c.relpages::int8 * 8192'} ELSE 0 END::float8 AS bytes,
      pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT') AS readable,
      pg_catalog.row_security_active(c.oid) AS filtered
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'f', 'm') AND c.relpersistence <> 't' AND ${USER_SCHEMA}
      ${only ? 'AND n.nspname = $1 AND c.relname = $2' : ''}
    ORDER BY n.nspname, c.relname`,
    only ? [only.schema, only.name] : [],
  );
}

/** The tables with rows of the user's own, as far as this role may read them; their sizes are the server's estimates. */
export const readableTables = async (session: Session): Promise<Table[]> =>
  (await tablesOf(session, undefined, false)).filter(
    ({ extension, kind, readable }) => extension === null && kind === 'table' && readable,
  );

/** `schema.table` as messages and reports have it; quoted as in SQL where a dot or a sign would be misread. */
export function nameOf({ schema, name }: TableName): string {
  const part = (text: string) =>
    /^[\p{L}_][\p{L}\p{N}_$-]*$/u.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
  return `${part(schema)}.${part(name)}`;
}

type Named = TableName & { root?: TableName | null | undefined };

/** Says of a table whether it is meant. No glob at all means every table. */
export function scopeOf({ tables, exclude }: Scope): (table: Named) => boolean {
  const wanted = tables.map(matcherOf);
  const unwanted = exclude.map(matcherOf);
  return (table) =>
    (wanted.length === 0 || wanted.some((matches) => matches(table))) &&
    !unwanted.some((matches) => matches(table));
}

/** Whether a glob means a table: by its name, or by that of the table that it is a partition of. */
function matcherOf(glob: string): (table: Named) => boolean {
  // SQL finds a bare name in `public`; asterisks alone are everything.
  const full = glob.includes('.') || /^\*+$/.test(glob) ? glob : `public.${glob}`;
  const matches = picomatch(full, { dot: true, bash: true });
  const plain = ({ schema, name }: TableName) => `${schema}.${name}`;
  return (table) => matches(plain(table)) || (table.root ? matches(plain(table.root)) : false);
}

/**
 * A name that means nothing would be "intact" whatever happened to the table that was meant.
 *
 * @throws ActionError where a glob of `tables` matches no table
 */
export function requireMatches(
  { tables }: Pick<Scope, 'tables'>,
  all: readonly Named[],
  database: string,
): void {
  const idle = tables.find((glob) => !all.some(matcherOf(glob)));
  if (idle === undefined) return;
  const bare = idle.split('.').at(-1);
  const others = all.filter(({ name }) => name === bare).map(nameOf);
  const suggestion =
    others.length > 0 ? `; did you mean ${others.join(' or ')}?` : '; correct the name or take it out.';
  throw new ActionError(`Input \`tables\` has "${idle}", which matches no table of ${database}${suggestion}`);
}

/** @throws ActionError that names every table of these whose rows this user would not see, and what to grant */
export function requireReadable(tables: readonly Table[], user: string): void {
  const closed = tables.filter((table) => !table.readable);
  const filtered = tables.filter((table) => table.readable && table.filtered);
  const [first] = [...closed, ...filtered];
  if (!first) return;
  const count = closed.length + filtered.length;
  const others = count > 1 ? ` and ${count - 1} more (see the details)` : '';
  const remedy = first.readable
    ? `row-level security hides rows of it: connect as its owner or as a role with BYPASSRLS`
    : `grant SELECT on it and USAGE on its schema, or the role pg_read_all_data`;
  throw new ActionError(
    `The user "${user}" cannot read the table ${nameOf(first)}${others}; ${remedy}, or leave it out with \`exclude-tables\`.`,
    {
      details: [
        ...closed.map((table) => `no SELECT, or no USAGE on its schema: ${nameOf(table)}`),
        ...filtered.map((table) => `row-level security: ${nameOf(table)}`),
      ],
    },
  );
}

import type { TableName } from '../../domain/snapshots/snapshot.ts';
import { USER_SCHEMA } from '../../domain/snapshots/tables.ts';
import type { Session } from '../../systems/postgres/session.ts';

export interface Column {
  readonly name: string;
  /** As SQL, with the schema where it is not one of the system's. */
  readonly type: string;
  /** The same without its modifier, such as a length. */
  readonly base: string;
  /** As SQL, where it is not the type's own; else empty. */
  readonly collation: string;
  readonly generated: boolean;
  readonly identity: boolean;
  /** Numbered by the server, which accepts no other value of an UPDATE. */
  readonly always: boolean;
  readonly notNull: boolean;
  /** The expression of its default; null where it has none. */
  readonly fallback: string | null;
}

export interface Reference {
  readonly name: string;
  readonly columns: readonly string[];
  readonly to: TableName;
  readonly toColumns: readonly string[];
  /** What tells that a column there is the one here, as SQL, an operator each. */
  readonly operators: readonly string[];
  /** What becomes of its rows where the row that they refer to is deleted: `c` CASCADE, `n` SET NULL, `d` SET DEFAULT. */
  readonly onDelete: string;
}

/** What no two rows may have in common. */
export interface Unique {
  readonly name: string;
  /** An expression each. */
  readonly expressions: readonly string[];
  /** What no two rows may fulfil for all expressions at once, as SQL, an operator each: those of the type, which citext has its own of. */
  readonly operators: readonly string[];
  /** Whether its operators are others than equality, such as that two ranges overlap. */
  readonly exclusion: boolean;
  /** Whether two NULLs are the same value. */
  readonly nullsEqual: boolean;
  /** Its columns, in the order of its expressions; empty where it has other expressions than columns. */
  readonly columns: readonly string[];
  /** All columns that its expressions, its predicate and the generated columns in it are made of. */
  readonly reads: readonly string[];
  readonly predicate: string | null;
}

/** A table with all its partitions. */
export interface Shape extends TableName {
  readonly oid: number;
  readonly partitioned: boolean;
  readonly foreign: boolean;
  readonly extension: string | null;
  readonly owner: string;
  /** Whether our user may do what its owner may. */
  readonly owned: boolean;
  readonly readable: boolean;
  /** Row-level security would hide rows from this user. */
  readonly filtered: boolean;
  /** Rules would change what is written. */
  readonly ruled: boolean;
  readonly columns: readonly Column[];
  /** Columns that no two rows have alike and that are never NULL; the primary key first. */
  readonly keys: readonly (readonly string[])[];
  readonly uniques: readonly Unique[];
  readonly checks: readonly {
    readonly name: string;
    readonly expression: string;
    readonly columns: readonly string[];
  }[];
  readonly references: readonly Reference[];
  /** The tables that it inherits from, whose statements reach its rows as well. */
  readonly inherits: readonly TableName[];
  /** Sequences that number its columns. */
  readonly sequences: readonly {
    readonly column: string;
    readonly sequence: string;
    readonly last: string | null;
  }[];
  /** What a row has to fulfil to have a partition, an expression each; empty where it has none. */
  readonly places: readonly string[];
  /** The partitions that hold its rows, as `schema.table`; empty where it has none. */
  readonly leaves: readonly string[];
  /** About how many rows it has. */
  readonly rows: number;
}

export const notNullRule = (column: string): string => `${column} is NOT NULL`;
export const alwaysRule = (column: string): string => `${column} is GENERATED ALWAYS`;

/** What keeps rows out of a table, by the names that conflicts have. Pure. */
export const rulesOf = ({ checks, uniques, columns }: Shape): string[] => [
  ...[...checks, ...uniques].map(({ name }) => name),
  ...columns.flatMap(({ name, notNull }) => (notNull ? [notNullRule(name)] : [])),
  ...columns.flatMap(({ name, always }) => (always ? [alwaysRule(name)] : [])),
];

/** An operator by its oid, as SQL that needs no search path. */
const operator = (oid: string): string =>
  `(SELECT format('OPERATOR(%I.%s)', opn.nspname, op.oprname) FROM pg_operator op JOIN pg_namespace opn ON opn.oid = op.oprnamespace WHERE op.oid = ${oid})`;

/**
 * All tables of a database, a partitioned one in place of its partitions, without the constraints that are NOT ENFORCED (from
 * PostgreSQL 18 on). The session's search path has to be empty.
 */
export const shapesOf = (session: Session): Promise<Shape[]> =>
  session.query<Shape>(
    `SELECT n.nspname AS schema, c.relname AS name, c.oid::int8::float8 AS oid, c.relkind = 'p' AS partitioned, c.relkind = 'f' AS foreign,
      (SELECT e.extname FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e' LIMIT 1) AS extension,
      pg_get_userbyid(c.relowner)::text AS owner, pg_has_role(c.relowner, 'USAGE') AS owned,
      has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AS readable,
      row_security_active(c.oid) AS filtered,
      EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = c.oid) AS ruled,
      (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'base', format_type(a.atttypid, NULL), 'generated', a.attgenerated <> '', 'identity', a.attidentity <> '', 'always', a.attidentity = 'a', 'notNull', a.attnotnull,
          'collation', coalesce((SELECT format('COLLATE %I.%I', cn.nspname, co.collname) FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
            JOIN pg_type t ON t.oid = a.atttypid WHERE co.oid = a.attcollation AND a.attcollation <> t.typcollation), ''),
          'fallback', (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = c.oid AND d.adnum = a.attnum))
          ORDER BY a.attnum), '[]')
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      (SELECT coalesce(json_agg(k.columns ORDER BY k.indisprimary DESC, k.indexrelid), '[]') FROM (
        SELECT i.indisprimary, i.indexrelid, (SELECT json_agg(a.attname ORDER BY p.place)
            FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS p(attnum, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.attnum
            WHERE p.place <= i.indnkeyatts) AS columns
          FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
            AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[]) AND NOT a.attnotnull)) AS k) AS keys,
      (SELECT coalesce(json_agg(json_build_object('name', ic.relname, 'predicate', pg_get_expr(i.indpred, i.indrelid),
          'exclusion', x.conexclop IS NOT NULL, 'nullsEqual', coalesce(to_jsonb(i) ->> 'indnullsnotdistinct', 'false') = 'true',
          'expressions', (SELECT json_agg(pg_get_indexdef(i.indexrelid, p::int, true) ORDER BY p) FROM generate_series(1, i.indnkeyatts) AS p),
          'operators', (SELECT json_agg(${operator(`coalesce(x.conexclop[p], (SELECT e.amopopr FROM pg_opclass oc JOIN pg_amop e ON e.amopfamily = oc.opcfamily
              AND e.amoplefttype = oc.opcintype AND e.amoprighttype = oc.opcintype AND e.amopstrategy = 3 WHERE oc.oid = (i.indclass::oid[])[p - 1]))`)} ORDER BY p)
            FROM generate_series(1, i.indnkeyatts) AS p),
          'columns', (SELECT coalesce(json_agg(a.attname ORDER BY p.place), '[]') FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS p(attnum, place)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.attnum WHERE i.indexprs IS NULL AND i.indpred IS NULL),
          'reads', (SELECT coalesce(json_agg(a.attname), '[]') FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND (a.attnum = ANY (i.indkey::int2[])
            OR EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum
              AND ((d.classid = 'pg_class'::regclass AND (d.objid = i.indexrelid OR (d.objid = c.oid AND d.objsubid = ANY (i.indkey::int2[])))) OR (d.classid = 'pg_attrdef'::regclass AND d.objid IN (SELECT g.oid FROM pg_attrdef g
                JOIN pg_attribute ga ON ga.attrelid = g.adrelid AND ga.attnum = g.adnum WHERE g.adrelid = c.oid AND ga.attgenerated <> '' AND ga.attnum = ANY (i.indkey::int2[]))))))))
          ORDER BY ic.relname), '[]')
        FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid LEFT JOIN pg_constraint x ON x.conindid = i.indexrelid AND x.conrelid = c.oid AND x.conexclop IS NOT NULL
        WHERE i.indrelid = c.oid AND (i.indisunique OR i.indisexclusion) AND i.indisvalid) AS uniques,
      (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'expression', pg_get_expr(k.conbin, k.conrelid),
          'columns', (SELECT coalesce(json_agg(a.attname), '[]') FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey)))
          ORDER BY k.conname), '[]')
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true') AS checks,
      (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'onDelete', k.confdeltype,
          'to', (SELECT json_build_object('schema', rn.nspname, 'name', r.relname) FROM pg_class r JOIN pg_namespace rn ON rn.oid = r.relnamespace WHERE r.oid = k.confrelid),
          'operators', (SELECT json_agg(${operator('p.oid')} ORDER BY p.place) FROM unnest(k.conpfeqop) WITH ORDINALITY AS p(oid, place)),
          'columns', (SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(k.conkey) WITH ORDINALITY AS p(attnum, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum),
          'toColumns', (SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(k.confkey) WITH ORDINALITY AS p(attnum, place)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum)) ORDER BY k.conname), '[]')
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conparentid = 0 AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true') AS "references",
      (SELECT coalesce(json_agg(json_build_object('schema', hn.nspname, 'name', h.relname)), '[]') FROM pg_inherits hi JOIN pg_class h ON h.oid = hi.inhparent
        JOIN pg_namespace hn ON hn.oid = h.relnamespace WHERE hi.inhrelid = c.oid) AS inherits,
      (SELECT coalesce(json_agg(json_build_object('column', s.attname, 'sequence', s.sequence, 'last', pg_sequence_last_value(s.oid)::text)), '[]') FROM (
        SELECT DISTINCT a.attname, q.oid, format('%I.%I', qn.nspname, q.relname) AS sequence
          FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          JOIN pg_depend p ON (p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid AND p.refclassid = 'pg_class'::regclass)
          JOIN pg_class q ON q.oid = p.refobjid AND q.relkind = 'S' JOIN pg_namespace qn ON qn.oid = q.relnamespace
          WHERE a.attrelid = c.oid AND a.attnum > 0
        UNION SELECT a.attname, q.oid, format('%I.%I', qn.nspname, q.relname)
          FROM pg_depend p JOIN pg_class q ON q.oid = p.objid AND q.relkind = 'S' JOIN pg_namespace qn ON qn.oid = q.relnamespace
          JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
          WHERE p.classid = 'pg_class'::regclass AND p.refclassid = 'pg_class'::regclass AND p.refobjid = c.oid AND p.deptype IN ('a', 'i')) AS s
        JOIN pg_sequence sq ON sq.seqrelid = s.oid AND sq.seqincrement > 0) AS sequences,
      (SELECT coalesce(json_agg(pg_get_partition_constraintdef(t.relid)), '[]') FROM pg_partition_tree(c.oid) t
        WHERE c.relkind = 'p' AND t.isleaf AND t.relid <> c.oid) AS places,
      (SELECT coalesce(json_agg(ln.nspname || '.' || lc.relname), '[]') FROM pg_partition_tree(c.oid) t JOIN pg_class lc ON lc.oid = t.relid
        JOIN pg_namespace ln ON ln.oid = lc.relnamespace WHERE c.relkind = 'p' AND t.isleaf AND t.relid <> c.oid) AS leaves,
      (SELECT sum(greatest(p.reltuples, 0)) FROM pg_class p WHERE p.oid = c.oid
        OR (c.relkind = 'p' AND p.oid IN (SELECT relid FROM pg_partition_tree(c.oid) WHERE isleaf)))::float8 AS rows
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition AND c.relpersistence <> 't' AND ${USER_SCHEMA}
    ORDER BY n.nspname, c.relname`,
  );

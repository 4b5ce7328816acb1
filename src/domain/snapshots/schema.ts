import { createHash } from 'node:crypto';
import type { Session } from '../../systems/postgres/session.ts';
import { normalized } from './definition.ts';
import { RIGHTS_QUERIES } from './rights.ts';
import type { SchemaObject, TableName } from './snapshot.ts';
import { USER_SCHEMA } from './tables.ts';

interface Row {
  readonly kind: string;
  readonly name: string;
  /** Null where there is nothing to say. */
  readonly definition: string | null;
  readonly table: TableName | null;
  readonly bound: boolean;
}

/** `"s"."n"` of what `n` and the second name are, as SQL. */
const named = (second: string) =>
  `pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(${second})`;
const TABLE = `pg_catalog.json_build_object('schema', n.nspname, 'name', c.relname)`;
/** What an extension made is compared by the extension's version. */
const own = (catalog: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass AND d.objid = ${oid} AND d.deptype = 'e')`;
const OF_TABLE = `JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relpersistence <> 't' AND ${own('pg_class', 'c.oid')} AND ${USER_SCHEMA}`;

/** One query for each kind of object, whose definitions are equal before and after a dump and restore, and on every version. */
const QUERIES = [
  `SELECT 'schema' AS kind, pg_catalog.quote_ident(n.nspname) AS name, '' AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_namespace n WHERE ${own('pg_namespace', 'n.oid')} AND ${USER_SCHEMA}`,
  `SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' ELSE 'table' END AS kind,
      ${named('c.relname')} AS name,
      pg_catalog.concat_ws(' ', c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.reloptions,
        (SELECT x.relname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisreplident),
        (SELECT f.ftoptions FROM pg_catalog.pg_foreign_table f WHERE f.ftrelid = c.oid),
        CASE c.relkind WHEN 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END, pg_catalog.pg_get_expr(c.relpartbound, c.oid),
        (SELECT pg_catalog.string_agg(i.inhparent::pg_catalog.regclass::text, ',' ORDER BY i.inhseqno) FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid),
        (SELECT pg_catalog.string_agg(a.attname, ',' ORDER BY a.attnum) FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)) AS definition,
      ${TABLE} AS table, false AS bound
    FROM pg_catalog.pg_class c ${OF_TABLE} AND c.relkind IN ('r', 'p', 'f', 'v', 'm')`,
  `SELECT 'definition of view' AS kind, ${named('c.relname')} AS name, pg_catalog.pg_get_viewdef(c.oid) AS definition, ${TABLE} AS table, true AS bound
    FROM pg_catalog.pg_class c ${OF_TABLE} AND c.relkind IN ('v', 'm')`,
  `SELECT 'column' AS kind, ${named('c.relname')} || '.' || pg_catalog.quote_ident(a.attname) AS name,
      pg_catalog.concat_ws(' ', pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
        (SELECT co.collname FROM pg_catalog.pg_collation co WHERE co.oid = a.attcollation), pg_catalog.pg_get_expr(ad.adbin, ad.adrelid), a.attfdwoptions) AS definition,
      ${TABLE} AS table, false AS bound
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_attrdef ad ON ad.adrelid = c.oid AND ad.adnum = a.attnum ${OF_TABLE} AND c.relkind IN ('r', 'p', 'f', 'v', 'm')`,
  // From 18 on NOT NULL is a constraint too; it is compared with its column. What a partition has from above is named by the server.
  `SELECT 'constraint' AS kind, ${named('c.relname')} || '.' || pg_catalog.quote_ident(k.conname) AS name, pg_catalog.pg_get_constraintdef(k.oid) AS definition, ${TABLE} AS table, false AS bound
    FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid ${OF_TABLE} AND k.contype <> 'n' AND k.conparentid = 0`,
  `SELECT 'index' AS kind, ${named('x.relname')} AS name, pg_catalog.pg_get_indexdef(i.indexrelid) AS definition, ${TABLE} AS table, false AS bound
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid ${OF_TABLE} AND i.indisvalid`,
  `SELECT 'trigger' AS kind, ${named('c.relname')} || '.' || pg_catalog.quote_ident(t.tgname) AS name, t.tgenabled::text || ' ' || pg_catalog.pg_get_triggerdef(t.oid) AS definition, ${TABLE} AS table, false AS bound
    FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid ${OF_TABLE} AND NOT t.tgisinternal AND t.tgparentid = 0`,
  `SELECT 'policy' AS kind, ${named('c.relname')} || '.' || pg_catalog.quote_ident(p.polname) AS name,
      pg_catalog.concat_ws(' ', p.polcmd, p.polpermissive, (SELECT pg_catalog.string_agg(r.rolname, ',' ORDER BY r.rolname) FROM pg_catalog.pg_roles r WHERE r.oid = ANY (p.polroles)),
        pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)) AS definition, ${TABLE} AS table, true AS bound
    FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid ${OF_TABLE}`,
  `SELECT 'rule' AS kind, ${named('c.relname')} || '.' || pg_catalog.quote_ident(r.rulename) AS name, pg_catalog.concat_ws(' ', nullif(r.ev_enabled, 'O'), pg_catalog.pg_get_ruledef(r.oid)) AS definition, ${TABLE} AS table, true AS bound
    FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class ${OF_TABLE} AND r.rulename <> '_RETURN'`,
  `SELECT 'statistics' AS kind, ${named('s.stxname')} AS name, pg_catalog.pg_get_statisticsobjdef(s.oid) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace WHERE ${own('pg_statistic_ext', 's.oid')} AND ${USER_SCHEMA}`,
  `SELECT 'sequence' AS kind, ${named('c.relname')} AS name,
      pg_catalog.concat_ws(' ', pg_catalog.format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmax, s.seqmin, s.seqcache, s.seqcycle,
        (SELECT d.refobjid::pg_catalog.regclass::text || '.' || a.attname FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') LIMIT 1)) AS definition,
      NULL::json AS table, false AS bound
    FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid ${OF_TABLE}`,
  `SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS kind,
      ${named('p.proname')} || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' AS name,
      CASE p.prokind WHEN 'a' THEN (SELECT pg_catalog.concat_ws(' ', a.aggkind, a.aggtransfn, a.aggfinalfn, a.aggcombinefn, pg_catalog.format_type(a.aggtranstype, NULL), a.agginitval)
        FROM pg_catalog.pg_aggregate a WHERE a.aggfnoid = p.oid) ELSE pg_catalog.pg_get_functiondef(p.oid) END AS definition,
      NULL::json AS table, p.prosrc = '' AS bound
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE ${own('pg_proc', 'p.oid')} AND ${USER_SCHEMA}
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = p.oid AND i.deptype = 'i')`,
  `SELECT CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'type' END AS kind, ${named('t.typname')} AS name,
      pg_catalog.concat_ws(' ',
        (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid),
        CASE t.typtype WHEN 'd' THEN pg_catalog.concat_ws(' ', pg_catalog.format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault,
          (SELECT pg_catalog.string_agg(k.conname || ' ' || pg_catalog.pg_get_constraintdef(k.oid), ',' ORDER BY k.conname) FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c')) END,
        (SELECT pg_catalog.format_type(r.rngsubtype, NULL) FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid),
        (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attnum)
          FROM pg_catalog.pg_attribute a WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)) AS definition,
      NULL::json AS table, false AS bound
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    WHERE ${own('pg_type', 't.oid')} AND ${USER_SCHEMA} AND (t.typtype IN ('e', 'd', 'r')
      OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))`,
];

/** Every object of the schema by kind and name, with the hash of its definition. */
export async function schemaObjects(session: Session): Promise<SchemaObject[]> {
  const found: SchemaObject[] = [];
  for (const sql of [...QUERIES, ...RIGHTS_QUERIES]) {
    for (const { kind, name, definition, table, bound } of await session.query<Row>(sql)) {
      const hash = createHash('sha256')
        .update(normalized(definition ?? ''))
        .digest('hex')
        .slice(0, 20);
      found.push({ kind, name, hash, ...(table && { table }), ...(bound && { versionBound: true }) });
    }
  }
  return found;
}

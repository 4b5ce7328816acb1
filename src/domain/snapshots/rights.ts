import { USER_SCHEMA } from './tables.ts';

/**
 * Rights, what acts by itself (triggers, rules, policies), and objects beside tables: a restore may lose any of it without a
 * row being lost. Each query gives kind, name and definition, as those of `schema.ts` do; what older snapshots did not look at
 * is compared only where both have it (`isOfRights`).
 */

const own = (catalog: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass AND d.objid = ${oid} AND d.deptype IN ('e', 'i'))`;
/** Objects that are in no schema have oids from here on where they are not PostgreSQL's own. */
const FIRST_OWN = 16384;
export const ROLE = (oid: string) =>
  `(SELECT pg_catalog.quote_ident(r.rolname) FROM pg_catalog.pg_roles r WHERE r.oid = ${oid})`;
/** The grants to others than the owner, in one order; the defaults of a kind where nothing was granted. */
const grants = (acl: string, kind: string, owner: string) =>
  `(SELECT pg_catalog.string_agg(granted, ', ' ORDER BY granted)
    FROM (SELECT pg_catalog.concat_ws(' ', CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE ${ROLE('g.grantee')} END, g.privilege_type, CASE WHEN g.is_grantable THEN 'WITH GRANT OPTION' END) COLLATE "C" AS granted
      FROM pg_catalog.aclexplode(coalesce(${acl}, pg_catalog.acldefault(${kind}, ${owner}))) AS g WHERE g.grantee <> ${owner}) AS all_grants)`;

/** What has an owner and grants: how it is called in SQL and by name, and where that stands. */
export const OWNED = [
  {
    kind: `CASE o.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END`,
    from: `pg_catalog.pg_class o JOIN pg_catalog.pg_namespace n ON n.oid = o.relnamespace WHERE o.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND o.relpersistence <> 't' AND ${own('pg_class', 'o.oid')}`,
    name: `pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.relname)`,
    owner: 'o.relowner',
    acl: 'o.relacl',
    default: `CASE o.relkind WHEN 'S' THEN 's'::"char" ELSE 'r'::"char" END`,
    table: `CASE WHEN o.relkind <> 'S' THEN pg_catalog.json_build_object('schema', n.nspname, 'name', o.relname) END`,
  },
  {
    kind: `CASE o.prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END`,
    from: `pg_catalog.pg_proc o JOIN pg_catalog.pg_namespace n ON n.oid = o.pronamespace WHERE ${own('pg_proc', 'o.oid')}`,
    name: `pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.proname) || '(' || pg_catalog.pg_get_function_identity_arguments(o.oid) || ')'`,
    owner: 'o.proowner',
    acl: 'o.proacl',
    default: `'f'::"char"`,
    table: 'NULL::json',
  },
  {
    kind: `CASE o.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END`,
    from: `pg_catalog.pg_type o JOIN pg_catalog.pg_namespace n ON n.oid = o.typnamespace WHERE ${own('pg_type', 'o.oid')} AND (o.typtype IN ('e', 'd', 'r') OR o.typtype = 'c' AND EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = o.typrelid AND c.relkind = 'c'))`,
    name: `pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.typname)`,
    owner: 'o.typowner',
    acl: 'o.typacl',
    default: `'T'::"char"`,
    table: 'NULL::json',
  },
  {
    kind: `'SCHEMA'`,
    from: `pg_catalog.pg_namespace n WHERE ${own('pg_namespace', 'n.oid')}`,
    name: 'pg_catalog.quote_ident(n.nspname)',
    owner: 'n.nspowner',
    acl: 'n.nspacl',
    default: `'n'::"char"`,
    table: 'NULL::json',
  },
] as const;

/** Whose each object is, as SQL that gives it to him: `owner of TABLE`, `public.orders`, the role. */
const OWNERS = OWNED.map(
  ({ kind, from, name, owner, table }) =>
    `SELECT 'owner of ' || ${kind} AS kind, ${name} AS name, ${ROLE(owner)} AS definition, ${table} AS table, false AS bound FROM ${from} AND ${USER_SCHEMA}`,
);

/** The grants on each: `grants on TABLE`, `public.orders`, `reader SELECT, …`. */
const GRANTS = [
  ...OWNED.map(
    (one) =>
      `SELECT 'grants on ' || ${one.kind} AS kind, ${one.name} AS name, coalesce(${grants(one.acl, one.default, one.owner)}, '') AS definition, ${one.table} AS table, false AS bound FROM ${one.from} AND ${USER_SCHEMA}`,
  ),
  `SELECT 'grants on column' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) || '.' || pg_catalog.quote_ident(a.attname) AS name,
      coalesce(${grants('a.attacl', `'c'::"char"`, 'c.relowner')}, '') AS definition, pg_catalog.json_build_object('schema', n.nspname, 'name', c.relname) AS table, false AS bound
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
    WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND ${own('pg_class', 'c.oid')} AND ${USER_SCHEMA}`,
  `SELECT 'default privileges' AS kind, pg_catalog.concat_ws(' ', ${ROLE('a.defaclrole')}, (SELECT 'in ' || pg_catalog.quote_ident(s.nspname) FROM pg_catalog.pg_namespace s WHERE s.oid = a.defaclnamespace), a.defaclobjtype) AS name,
      coalesce(${grants('a.defaclacl', `'r'::"char"`, 'a.defaclrole')}, '') AS definition, NULL::json AS table, false AS bound FROM pg_catalog.pg_default_acl a`,
];

const OTHERS = [
  // What ALTER TABLE … DISABLE TRIGGER ALL leaves off, and a dump does not keep: foreign keys that are not checked.
  `SELECT 'disabled constraint triggers' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name,
      '' AS definition,
      pg_catalog.json_build_object('schema', n.nspname, 'name', c.relname) AS table, false AS bound
    FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE t.tgisinternal AND t.tgconstraint <> 0 AND t.tgenabled = 'D' AND ${USER_SCHEMA} GROUP BY n.nspname, c.relname`,
  `SELECT 'trigger of partition' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) || '.' || pg_catalog.quote_ident(t.tgname) AS name,
      t.tgenabled::text AS definition, pg_catalog.json_build_object('schema', n.nspname, 'name', c.relname) AS table, false AS bound
    FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE t.tgparentid <> 0 AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.oid = t.tgconstraint AND k.contype = 'f') AND ${USER_SCHEMA}`,
  `SELECT 'event trigger' AS kind, pg_catalog.quote_ident(o.evtname) AS name, pg_catalog.concat_ws(' ', o.evtevent, o.evtenabled, o.evtfoid::pg_catalog.regproc, o.evttags) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_event_trigger o WHERE ${own('pg_event_trigger', 'o.oid')}`,
  `SELECT 'publication' AS kind, pg_catalog.quote_ident(o.pubname) AS name, pg_catalog.concat_ws(' ', o.puballtables, o.pubinsert, o.pubupdate, o.pubdelete, o.pubtruncate, o.pubviaroot,
      CASE WHEN NOT o.puballtables THEN (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', pg_catalog.quote_ident(t.schemaname) || '.' || pg_catalog.quote_ident(t.tablename), pg_catalog.to_jsonb(t) ->> 'rowfilter'), ',' ORDER BY t.schemaname, t.tablename) FROM pg_catalog.pg_publication_tables t WHERE t.pubname = o.pubname) END) AS definition,
      NULL::json AS table, false AS bound FROM pg_catalog.pg_publication o`,
  `SELECT 'foreign-data wrapper' AS kind, pg_catalog.quote_ident(o.fdwname) AS name, pg_catalog.concat_ws(' ', o.fdwhandler::pg_catalog.regproc, o.fdwvalidator::pg_catalog.regproc, o.fdwoptions) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_foreign_data_wrapper o WHERE ${own('pg_foreign_data_wrapper', 'o.oid')}`,
  `SELECT 'foreign server' AS kind, pg_catalog.quote_ident(o.srvname) AS name, pg_catalog.concat_ws(' ', (SELECT w.fdwname FROM pg_catalog.pg_foreign_data_wrapper w WHERE w.oid = o.srvfdw), o.srvtype, o.srvversion, o.srvoptions) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_foreign_server o WHERE ${own('pg_foreign_server', 'o.oid')}`,
  // Its options may be a password, of which not even a hash is taken.
  `SELECT 'user mapping' AS kind, pg_catalog.quote_ident(o.usename) || ' for ' || pg_catalog.quote_ident(o.srvname) AS name, '' AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_user_mappings o`,
  `SELECT 'text search configuration' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.cfgname) AS name,
      (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', m.maptokentype, m.mapseqno, (SELECT t.dictname FROM pg_catalog.pg_ts_dict t WHERE t.oid = m.mapdict)), ',' ORDER BY m.maptokentype, m.mapseqno) FROM pg_catalog.pg_ts_config_map m WHERE m.mapcfg = o.oid) AS definition,
      NULL::json AS table, false AS bound FROM pg_catalog.pg_ts_config o JOIN pg_catalog.pg_namespace n ON n.oid = o.cfgnamespace WHERE ${own('pg_ts_config', 'o.oid')} AND ${USER_SCHEMA}`,
  `SELECT 'text search dictionary' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.dictname) AS name,
      pg_catalog.concat_ws(' ', (SELECT t.tmplname FROM pg_catalog.pg_ts_template t WHERE t.oid = o.dicttemplate), o.dictinitoption) AS definition,
      NULL::json AS table, false AS bound FROM pg_catalog.pg_ts_dict o JOIN pg_catalog.pg_namespace n ON n.oid = o.dictnamespace WHERE ${own('pg_ts_dict', 'o.oid')} AND ${USER_SCHEMA}`,
  `SELECT 'cast' AS kind, pg_catalog.format_type(o.castsource, NULL) || ' as ' || pg_catalog.format_type(o.casttarget, NULL) AS name, pg_catalog.concat_ws(' ', CASE WHEN o.castfunc <> 0 THEN o.castfunc::pg_catalog.regprocedure::text END, o.castcontext, o.castmethod) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_cast o WHERE o.oid >= ${FIRST_OWN} AND ${own('pg_cast', 'o.oid')}`,
  `SELECT 'operator' AS kind, o.oid::pg_catalog.regoperator::text AS name, pg_catalog.concat_ws(' ', o.oprcode::pg_catalog.regproc, pg_catalog.format_type(o.oprresult, NULL), o.oprcanmerge, o.oprcanhash) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace WHERE ${own('pg_operator', 'o.oid')} AND ${USER_SCHEMA}`,
  `SELECT 'operator class' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.opcname) || ' using ' || (SELECT m.amname FROM pg_catalog.pg_am m WHERE m.oid = o.opcmethod) AS name, pg_catalog.concat_ws(' ', pg_catalog.format_type(o.opcintype, NULL), o.opcdefault) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace WHERE ${own('pg_opclass', 'o.oid')} AND ${USER_SCHEMA}`,
  `SELECT 'collation' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.collname) AS name, pg_catalog.concat_ws(' ', o.collprovider, o.collisdeterministic, o.collcollate, o.collctype) AS definition, NULL::json AS table, true AS bound
    FROM pg_catalog.pg_collation o JOIN pg_catalog.pg_namespace n ON n.oid = o.collnamespace WHERE ${own('pg_collation', 'o.oid')} AND ${USER_SCHEMA}`,
  `SELECT 'conversion' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.conname) AS name, pg_catalog.concat_ws(' ', o.conforencoding, o.contoencoding, o.conproc::pg_catalog.regproc, o.condefault) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_conversion o JOIN pg_catalog.pg_namespace n ON n.oid = o.connamespace WHERE ${own('pg_conversion', 'o.oid')} AND ${USER_SCHEMA}`,
  `SELECT 'language' AS kind, pg_catalog.quote_ident(o.lanname) AS name, o.lanpltrusted::text AS definition, NULL::json AS table, false AS bound FROM pg_catalog.pg_language o WHERE o.oid >= ${FIRST_OWN} AND ${own('pg_language', 'o.oid')}`,
  `SELECT 'access method' AS kind, pg_catalog.quote_ident(o.amname) AS name, o.amhandler::pg_catalog.regproc::text AS definition, NULL::json AS table, false AS bound FROM pg_catalog.pg_am o WHERE o.oid >= ${FIRST_OWN} AND ${own('pg_am', 'o.oid')}`,
];

/** Its being there is a loss. */
export const DISABLED = 'disabled constraint triggers';

export const RIGHTS_QUERIES: readonly string[] = [...OWNERS, ...GRANTS, ...OTHERS];

/** Whether a kind of object is one that older snapshots did not look at. */
export const isOfRights = (kind: string): boolean =>
  /^(?:owner of |grants on )/.test(kind) || BESIDES.has(kind);

const BESIDES = new Set([
  'default privileges',
  DISABLED,
  'trigger of partition',
  'event trigger',
  'publication',
  'foreign-data wrapper',
  'foreign server',
  'user mapping',
  'text search configuration',
  'text search dictionary',
  'cast',
  'operator',
  'operator class',
  'collation',
  'conversion',
  'language',
  'access method',
]);

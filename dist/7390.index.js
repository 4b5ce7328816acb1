"use strict";
exports.id = 7390;
exports.ids = [7390];
exports.modules = {

  15902:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    a: () => (  formatDuration)
  });
function formatDuration(seconds) {
    if (seconds === undefined)
        return null;
    const whole = Math.round(seconds);
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
    const words = [
        [hours, 'h'],
        [minutes, 'min'],
        [rest, 's'],
    ];
    return (words
        .filter(([count]) => count > 0)
        .slice(0, 2)
        .map(([count, unit]) => `${count} ${unit}`)
        .join(' ') || '0 s');
}


  }),

  26161:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    j: () => (  progressOf)
  });
function progressOf(step, unit, report) {
    const started = performance.now();
    return (done, total) => {
        const seconds = (performance.now() - started) / 1000;
        const secondsLeft = total === undefined || done === 0 ? undefined : Math.round((seconds * (total - done)) / done);
        report({ step, unit, done, total, secondsLeft });
    };
}


  }),

  91675:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Nj: () => (  guarded),
    Qv: () => (  objectsIn),
    SX: () => (  refusedOf),
    bn: () => (  notCarriedSentence),
    o4: () => (  rightsToCarry)
  });
  var _domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96504);
  var _domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29182);


const GRANTED = {
    VIEW: 'TABLE',
    'MATERIALIZED VIEW': 'TABLE',
    'FOREIGN TABLE': 'TABLE',
    PROCEDURE: 'PROCEDURE',
    AGGREGATE: 'FUNCTION',
    DOMAIN: 'TYPE',
};
const DEFAULTS = {
    r: 'TABLES',
    S: 'SEQUENCES',
    f: 'FUNCTIONS',
    T: 'TYPES',
    n: 'SCHEMAS',
    L: 'LARGE OBJECTS',
};
const OF_EVERYBODY = {
    FUNCTION: 'EXECUTE',
    PROCEDURE: 'EXECUTE',
    TYPE: 'USAGE',
};
async function objectsIn(session) {
    const found = new Set();
    for (const { kind, name, from } of _domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__  .yl) {
        const rows = await session.query(`SELECT ${kind} || ' ' || ${name} AS object FROM ${from} AND ${_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__  .a0}`);
        for (const { object } of rows)
            found.add(object);
    }
    return found;
}
async function rightsToCarry(live, { hasGrants, hasOwners }, inPlace = false) {
    if (hasGrants && hasOwners)
        return [];
    await live.run(`SET search_path = ''`);
    const carried = [];
    for (const one of _domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__  .yl.toReversed()) {
        if (!hasOwners)
            carried.push(...(await ownersOf(live, one)));
        if (!hasGrants)
            carried.push(...(await grantsOf(live, one)));
    }
    if (!hasGrants)
        carried.push(...(await columnGrants(live)), ...(await defaultPrivileges(live, inPlace)));
    return carried;
}
async function ownersOf(live, { kind, name, from, owner }) {
    const rows = await live.query(`SELECT ${kind} AS kind, ${name} AS name, ${(0,_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__  .z7)(owner)} AS owner FROM ${from} AND ${_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__  .a0}
       AND ${owner} <> (SELECT datdba FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`);
    return rows
        .filter((row) => row.name !== 'public' || row.kind !== 'SCHEMA')
        .map((row) => ({
        object: `${row.kind} ${row.name}`,
        sql: `ALTER ${row.kind} ${row.name} OWNER TO ${row.owner}`,
    }));
}
const exploded = (acl, owner) => `(SELECT coalesce(pg_catalog.json_agg(g), '[]') FROM (SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE ${(0,_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__  .z7)('grantee')} END AS grantee,
      pg_catalog.string_agg(privilege_type, ', ' ORDER BY privilege_type) AS privileges, is_grantable AS grantable
    FROM pg_catalog.aclexplode(${acl}) WHERE grantee <> ${owner} GROUP BY grantee, is_grantable) AS g WHERE g.grantee IS NOT NULL)`;
const toGrantee = ({ grantee, grantable }) => `${grantee}${grantable ? ' WITH GRANT OPTION' : ''}`;
async function grantsOf(live, one) {
    const rows = await live.query(`SELECT ${one.kind} AS kind, ${one.name} AS name, ${exploded(one.acl, one.owner)} AS grants
     FROM ${one.from} AND ${_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__  .a0} AND ${one.acl} IS NOT NULL`);
    return rows.flatMap(({ kind, name, grants }) => {
        const on = `${GRANTED[kind] ?? kind} ${name}`;
        const open = OF_EVERYBODY[GRANTED[kind] ?? kind];
        const isTaken = open !== undefined && !grants.some(({ grantee }) => grantee === 'PUBLIC');
        const object = `${kind} ${name}`;
        return [
            ...(isTaken ? [{ object, sql: `REVOKE ${open} ON ${on} FROM PUBLIC` }] : []),
            ...grants.map((grant) => ({
                object,
                sql: `GRANT ${grant.privileges} ON ${on} TO ${toGrantee(grant)}`,
            })),
        ];
    });
}
async function columnGrants(live) {
    const rows = await live.query(`SELECT ${_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__  .yl[0].kind} AS kind, ${_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__  .yl[0].name} AS table, pg_catalog.quote_ident(attname) AS column, ${exploded('attacl', 'o.relowner')} AS grants
     FROM pg_catalog.pg_attribute a JOIN ${_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__  .yl[0].from.replace(' WHERE ', ' ON o.oid = a.attrelid WHERE ')} AND ${_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__  .a0} AND attacl IS NOT NULL AND NOT attisdropped`);
    return rows.flatMap(({ kind, table, column, grants }) => grants.map((grant) => {
        const privileges = grant.privileges.split(', ').map((privilege) => `${privilege} (${column})`);
        return {
            object: `${kind} ${table}`,
            sql: `GRANT ${privileges.join(', ')} ON TABLE ${table} TO ${toGrantee(grant)}`,
        };
    }));
}
async function defaultPrivileges(live, inPlace) {
    const rows = await live.query(`SELECT ${(0,_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__  .z7)('defaclrole')} AS role, (SELECT pg_catalog.quote_ident(nspname) FROM pg_catalog.pg_namespace n WHERE n.oid = defaclnamespace) AS schema,
       defaclobjtype::text AS type, ${exploded('defaclacl', 'defaclrole')} AS grants FROM pg_catalog.pg_default_acl
     WHERE NOT ${inPlace} OR pg_catalog.pg_has_role(defaclrole, 'USAGE')`);
    return rows.flatMap(({ role, schema, type, grants }) => {
        const where = `ALTER DEFAULT PRIVILEGES FOR ROLE ${role}${schema === null ? '' : ` IN SCHEMA ${schema}`}`;
        const kind = DEFAULTS[type];
        const open = OF_EVERYBODY[kind.slice(0, -1)];
        const isTaken = open !== undefined && schema === null && !grants.some(({ grantee }) => grantee === 'PUBLIC');
        const object = schema === null ? '' : `SCHEMA ${schema}`;
        return [
            ...(isTaken ? [{ object, sql: `${where} REVOKE ${open} ON ${kind} FROM PUBLIC` }] : []),
            ...grants.map((grant) => ({
                object,
                sql: `${where} GRANT ${grant.privileges} ON ${kind} TO ${toGrantee(grant)}`,
            })),
        ];
    });
}
const guarded = (statements) => statements
    .map((sql) => `DO $carried$ BEGIN EXECUTE ${literal(sql)};
        EXCEPTION WHEN undefined_object OR undefined_table OR undefined_function OR undefined_column OR invalid_schema_name OR wrong_object_type OR insufficient_privilege
        THEN RAISE WARNING '${REFUSED}%', ${literal(sql)}; END $carried$;`)
    .join('\n');
const REFUSED = 'not carried over: ';
function refusedOf(warnings, ofBackup) {
    const all = warnings.flatMap((line) => line.split(`WARNING:  ${REFUSED}`)[1] ?? []);
    const own = new Set(ofBackup);
    return { refused: all.filter((sql) => own.has(sql)), others: all.filter((sql) => !own.has(sql)) };
}
function notCarriedSentence(statements) {
    if (statements.length === 0)
        return undefined;
    const more = statements.length > 3 ? ` and ${statements.length - 3} more` : '';
    return `${statements.length} owners or grants of the live database could not be carried over, because the user of \`database-url\` may not give them: ${statements.slice(0, 3).join('; ')}${more}.`;
}
const literal = (text) => `convert_from(decode('${Buffer.from(text).toString('hex')}', 'hex'), 'UTF8')`;


  }),

  29014:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    RF: () => (  clearBlock),
    bf: () => (  foreignContents),
    uJ: () => (  CLEAR)
  });
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55737);

const clearBlock = (kept = '') => `
DECLARE
  found record;
BEGIN
  -- Event triggers first: they would see everything that follows.
  FOR found IN SELECT evtname AS name FROM pg_event_trigger t
    WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = t.oid AND d.deptype = 'e')
  LOOP EXECUTE format('DROP EVENT TRIGGER %I', found.name); END LOOP;

  FOR found IN SELECT pubname AS name FROM pg_publication
  LOOP EXECUTE format('DROP PUBLICATION %I', found.name); END LOOP;

  FOR found IN SELECT extname AS name FROM pg_extension
    WHERE extname <> 'plpgsql' AND pg_has_role(current_user, extowner, 'USAGE')
  LOOP EXECUTE format('DROP EXTENSION IF EXISTS %I CASCADE', found.name); END LOOP;

  FOR found IN SELECT srvname AS name FROM pg_foreign_server s
    WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_foreign_server'::regclass AND d.objid = s.oid AND d.deptype = 'e')
  LOOP EXECUTE format('DROP SERVER IF EXISTS %I CASCADE', found.name); END LOOP;

  -- A default privilege would be given to what the dump creates, on top of what it grants itself.
  FOR found IN SELECT rolname AS owner, CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END AS kind,
      (SELECT nspname FROM pg_namespace n WHERE n.oid = defaclnamespace) AS schema,
      (SELECT array_agg(DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END) FROM aclexplode(defaclacl)) AS grantees
    FROM pg_default_acl JOIN pg_roles r ON r.oid = defaclrole WHERE pg_has_role(current_user, defaclrole, 'USAGE')
  LOOP
    IF found.grantees IS NOT NULL THEN
      EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I %s REVOKE ALL ON %s FROM %s', found.owner,
        CASE WHEN found.schema IS NULL THEN '' ELSE format('IN SCHEMA %I', found.schema) END, found.kind, array_to_string(found.grantees, ', '));
    END IF;
    IF found.schema IS NULL THEN
      EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT ALL ON %s TO %I', found.owner, found.kind, found.owner);
      IF found.kind = 'FUNCTIONS' THEN EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT EXECUTE ON FUNCTIONS TO PUBLIC', found.owner); END IF;
      IF found.kind = 'TYPES' THEN EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT USAGE ON TYPES TO PUBLIC', found.owner); END IF;
    END IF;
  END LOOP;

  -- Whole schemas where nothing in them is of an extension, the rest object by object.
  FOR found IN SELECT nspname AS name FROM pg_namespace n
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema', ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .ol)(kept)})
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
      AND NOT EXISTS (SELECT FROM pg_extension e WHERE e.extnamespace = n.oid)
  LOOP EXECUTE format('DROP SCHEMA %I CASCADE', found.name); END LOOP;

  FOR found IN
    SELECT classid, objid FROM (
      SELECT 'pg_class'::regclass AS classid, oid AS objid, relnamespace AS schema, CASE relkind WHEN 'S' THEN 2 ELSE 1 END AS turn FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      UNION ALL SELECT 'pg_proc', oid, pronamespace, 3 FROM pg_proc
      UNION ALL SELECT 'pg_operator', oid, oprnamespace, 4 FROM pg_operator
      UNION ALL SELECT 'pg_opfamily', oid, opfnamespace, 5 FROM pg_opfamily
      UNION ALL SELECT 'pg_type', oid, typnamespace, 6 FROM pg_type WHERE typtype IN ('d', 'e', 'r', 'b', 'c') AND typelem = 0
      UNION ALL SELECT 'pg_ts_config', oid, cfgnamespace, 7 FROM pg_ts_config
      UNION ALL SELECT 'pg_ts_dict', oid, dictnamespace, 8 FROM pg_ts_dict
      UNION ALL SELECT 'pg_ts_parser', oid, prsnamespace, 9 FROM pg_ts_parser
      UNION ALL SELECT 'pg_ts_template', oid, tmplnamespace, 9 FROM pg_ts_template
      UNION ALL SELECT 'pg_conversion', oid, connamespace, 9 FROM pg_conversion
      UNION ALL SELECT 'pg_statistic_ext', oid, stxnamespace, 9 FROM pg_statistic_ext
      UNION ALL SELECT 'pg_collation', oid, collnamespace, 9 FROM pg_collation
    ) AS objects JOIN pg_namespace n ON n.oid = schema
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .ol)(kept)})
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = objects.classid AND d.objid = objects.objid AND d.objsubid = 0 AND d.deptype IN ('e', 'i'))
    ORDER BY turn
  LOOP
    -- What went along with another one has no name any more.
    EXECUTE coalesce((SELECT format('DROP %s IF EXISTS %s CASCADE', upper(CASE type WHEN 'statistics object' THEN 'statistics' ELSE type END), identity)
      FROM pg_identify_object(found.classid, found.objid, 0) WHERE identity IS NOT NULL AND type IS NOT NULL), 'SELECT');
  END LOOP;

  -- What is in no schema, and had nothing in one that took it along. Oids below are PostgreSQL's own.
  FOR found IN SELECT format('CAST (%s AS %s)', format_type(castsource, NULL), format_type(casttarget, NULL)) AS name FROM pg_cast c
    WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    UNION ALL SELECT format('FOREIGN DATA WRAPPER %I', fdwname) FROM pg_foreign_data_wrapper w WHERE pg_has_role(current_user, fdwowner, 'USAGE')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_foreign_data_wrapper'::regclass AND d.objid = w.oid AND d.deptype = 'e')
    UNION ALL SELECT format('LANGUAGE %I', lanname) FROM pg_language l WHERE l.oid >= 16384 AND pg_has_role(current_user, lanowner, 'USAGE')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_language'::regclass AND d.objid = l.oid AND d.deptype = 'e')
    UNION ALL SELECT format('ACCESS METHOD %I', amname) FROM pg_am a WHERE a.oid >= 16384 AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_am'::regclass AND d.objid = a.oid AND d.deptype = 'e')
  LOOP EXECUTE 'DROP ' || found.name || ' CASCADE'; END LOOP;

  PERFORM lo_unlink(oid) FROM pg_largeobject_metadata;

  -- What stays by mistake would stand among what the backup brings, and nobody would know.
  FOR found IN SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .ol)(kept)}) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND relpersistence <> 't'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
      AND NOT EXISTS (SELECT FROM pg_depend d JOIN pg_depend e ON e.classid = d.refclassid AND e.objid = d.refobjid AND e.deptype = 'e'
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i'))
  LOOP RAISE EXCEPTION '% could not be taken out', found.name; END LOOP;

  -- Where it was dropped, a dump counts on it all the same.
  IF to_regnamespace('public') IS NULL THEN
    CREATE SCHEMA public;
    GRANT USAGE ON SCHEMA public TO PUBLIC;
    IF current_setting('server_version_num')::int < 150000 THEN GRANT CREATE ON SCHEMA public TO PUBLIC; END IF;
  END IF;
END`;
const CLEAR = `DO $clear$${clearBlock()}\n$clear$;`;
async function foreignContents(session) {
    const rows = await session.query(`
    WITH schemas AS (
      SELECT n.oid, nspname, nspowner, nspname = 'public' OR EXISTS (SELECT FROM pg_extension e WHERE e.extnamespace = n.oid) AS stays
      FROM pg_namespace n WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    )
    SELECT name FROM (
      SELECT 'pg_namespace'::regclass AS classid, oid, nspowner AS owner, format('schema %s', nspname) AS name
        FROM schemas WHERE NOT stays
      UNION ALL SELECT 'pg_class', c.oid, relowner, format('%s.%s', nspname, relname)
        FROM pg_class c JOIN schemas n ON n.oid = relnamespace WHERE stays AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      UNION ALL SELECT 'pg_proc', p.oid, proowner, format('%s.%s()', nspname, proname)
        FROM pg_proc p JOIN schemas n ON n.oid = pronamespace WHERE stays
      UNION ALL SELECT 'pg_event_trigger', oid, evtowner, format('the event trigger %s', evtname) FROM pg_event_trigger
      UNION ALL SELECT 'pg_publication', oid, pubowner, format('the publication %s', pubname) FROM pg_publication
    ) AS contents
    WHERE NOT pg_has_role(owner, 'USAGE')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = contents.classid AND d.objid = contents.oid AND d.objsubid = 0 AND d.deptype IN ('e', 'i'))
    ORDER BY 1`);
    return rows.map(({ name }) => name);
}


  }),

  26029:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    ET: () => (  extensionsBlock),
    WP: () => (  schemasOf),
    t5: () => (  createExtensions)
  });
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55737);
  var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58310);


const PRESENT = new Set(['public', 'pg_catalog']);
async function createExtensions({ server, database, restorer, signal, }, wanted, rights) {
    const creatable = wanted.filter(({ name }) => !rights.deniedExtensions.has(name));
    if (creatable.length === 0)
        return new Set();
    const names = creatable.map(({ name }) => name);
    const denied = await restorer.server
        .withSignal(signal)
        .use(database, (session) => (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__  .tJ)(session, names));
    const own = creatable.filter(({ name }) => denied.includes(name));
    if (own.length === 0)
        return new Set();
    await server
        .withSignal(signal)
        .use(database, (session) => session.run(`DO ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .ol)(extensionsBlock(own, restorer.name))}`));
    return schemasOf(own);
}
const schemasOf = (extensions) => new Set(extensions.flatMap(({ schema }) => (schema && !PRESENT.has(schema) ? [schema] : [])));
function extensionsBlock(extensions, role) {
    const own = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .AB)(role);
    const schemas = [...schemasOf(extensions)].map((schema) => `CREATE SCHEMA IF NOT EXISTS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .AB)(schema)} AUTHORIZATION ${own};`);
    const created = extensions.map(({ name, schema }) => {
        const where = schema === undefined ? '' : ` WITH SCHEMA ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .AB)(schema)}`;
        return `CREATE EXTENSION IF NOT EXISTS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .AB)(name)}${where} CASCADE;`;
    });
    return `
DECLARE
  found record;
BEGIN
  ${[...schemas, ...created].join('\n  ')}
  FOR found IN SELECT format('%s %s', CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, format('%I.%I', n.nspname, c.relname)) AS name
    FROM pg_catalog.pg_extension e CROSS JOIN pg_catalog.unnest(e.extconfig) AS config
    JOIN pg_catalog.pg_class c ON c.oid = config JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE pg_catalog.pg_has_role(c.relowner, 'USAGE')
  LOOP EXECUTE format('GRANT ALL ON %s TO %I', found.name, ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .ol)(role)}); END LOOP;
  FOR found IN SELECT w.fdwname AS name FROM pg_catalog.pg_foreign_data_wrapper w
    JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass AND d.objid = w.oid AND d.deptype = 'e'
    WHERE pg_catalog.pg_has_role(w.fdwowner, 'USAGE')
  LOOP EXECUTE format('GRANT USAGE ON FOREIGN DATA WRAPPER %I TO %I', found.name, ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .ol)(role)}); END LOOP;
END`;
}


  }),

  3346:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  Tz: () => (  fetchBackup),
  $l: () => (  previewBackup),
  Mt: () => (  readNeighbour)
});

var promises_ = __webpack_require__(51455);
var external_node_path_ = __webpack_require__(76760);
var external_node_stream_ = __webpack_require__(57075);
var external_node_stream_promises_ = __webpack_require__(46466);
var errors = __webpack_require__(45145);
var tools = __webpack_require__(22654);
var download = __webpack_require__(9427);
var storage = __webpack_require__(71789);
var storage_stored = __webpack_require__(61792);
var archive = __webpack_require__(85105);
var backup = __webpack_require__(26161);
var backup_form = __webpack_require__(57609);
var external_node_fs_ = __webpack_require__(73024);
var backup_lexer = __webpack_require__(86301);
var makes = __webpack_require__(69864);
var backup_privileged = __webpack_require__(7718);
var statements = __webpack_require__(65541);
var backup_toc = __webpack_require__(63185);
var written = __webpack_require__(67484);
; 










const DATA = /^\d{1,10}\.dat(?:\.(?:gz|lz4|zst))?$/;
const BLOBS = /^blobs(?:_\d{1,10})?\.toc$/;
const BLOB_LINE = /^\d{1,10} blob_\d{1,10}\.dat(?:\.(?:gz|lz4|zst))?$/;
const PACKED = /\.(?:gz|lz4|zst)$/;
const ENCODING = /^SET client_encoding = ('[\w .-]+');\n*$/;
const STRINGS = /^SET standard_conforming_strings = 'o(?:n|ff)';\n*$/;
const PATH = /^SELECT pg_catalog\.set_config\('search_path', '[^'\\]*', false\);\n*$/;
const AS_GRANTOR = /^(?:SET SESSION AUTHORIZATION (?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)|RESET SESSION AUTHORIZATION);$/gm;
const PRIVILEGES = new Set(['ACL', 'DEFAULT ACL']);
const OF_THE_DATABASE = new Set(['DATABASE', 'DATABASE PROPERTIES']);
const ABOUT_SOMETHING = new Set(['ACL', 'COMMENT', 'SECURITY LABEL']);
async function inspectArchive(path, form, name) {
    const toc = (0,backup_toc .PP)((0,backup_toc .cz)({ form, path }), name);
    const { entries } = toc;
    if (form === 'directory')
        await requireOwnFiles(path, entries, name);
    for (const kind of ['ENCODING', 'STDSTRINGS', 'SEARCHPATH'])
        if (entries.filter((entry) => entry.kind === kind).length > 1)
            throw new errors .lZ(`${name} has ${kind} twice, which no dump has; use another backup.`);
    const escapes = entries.some(({ kind, definition }) => kind === 'STDSTRINGS' && /off/.test(definition));
    for (const entry of entries)
        requireHarmless(entry, escapes, name);
    return toc;
}
const hasStatementsAsData = (entries) => entries.some(({ kind, hasData, copy }) => hasData && kind !== 'BLOBS' && copy === '');
function privilegedEntries(entries) {
    const privileged = (0,backup_privileged .Am)(entries.flatMap(({ definition }) => (0,backup_privileged .ND)(definition) ?? []));
    const isLast = (0,backup_privileged .g1)(privileged);
    return {
        privileged,
        lastEntries: new Set(entries.filter(({ definition }) => isLast(definition)).map(({ id }) => id)),
    };
}
function tablesIn(entries) {
    const names = (of) => new Set(entries.filter(of).map(({ schema, name }) => (0,written .r)(`${schema}.${name}`)));
    const rowsOf = names(({ kind }) => kind === 'TABLE DATA');
    const made = names(({ kind, definition }) => kind === 'TABLE' && !/\)\s*PARTITION BY |^CREATE UNLOGGED /.test(definition));
    return { rowsOf, definesWithoutRows: new Set([...made].filter((table) => !rowsOf.has(table))) };
}
function rightsIn(entries) {
    return {
        owners: new Set(entries.flatMap(({ owner }) => (owner === '' ? [] : [(0,written .r)(owner)]))),
        hasGrants: entries.some((entry) => PRIVILEGES.has(entry.kind) && !isOfTheDatabase(entry)),
        hasOwners: true,
        relations: entries.reduce((sum, { kind }) => sum + (LOCKED[kind] ?? 0), 0),
        emptyMappings: entries.flatMap(({ kind, definition }) => kind === 'USER MAPPING' ? ((0,makes .uk)(definition) ?? []) : []),
        hasKeys: entries.some(({ kind }) => kind === 'CONSTRAINT' || kind === 'INDEX'),
        hasLargeObjects: entries.some(({ kind }) => /^BLOBS?\b/.test(kind)),
    };
}
const LOCKED = {
    TABLE: 3,
    'MATERIALIZED VIEW': 3,
    'FOREIGN TABLE': 1,
    VIEW: 1,
    INDEX: 1,
    CONSTRAINT: 1,
    SEQUENCE: 1,
};
async function requireOwnFiles(folder, entries, name) {
    for (const { file } of entries)
        if (file !== '' && !DATA.test(file) && !BLOBS.test(file))
            throw foreignFile(name, file);
    const lists = new Set(entries.filter(({ kind }) => kind === 'BLOBS').map(({ file }) => file));
    const isList = (file) => BLOBS.test(file) || lists.has(file);
    for (const file of await (0,promises_.readdir)(folder)) {
        const path = (0,external_node_path_.join)(folder, file);
        const found = await (0,promises_.lstat)(path);
        if (!found.isFile())
            throw foreignFile(name, file);
        if (PACKED.test(file) && isList(file.replace(PACKED, '')))
            throw foreignFile(name, file);
        if (!isList(file))
            continue;
        const lines = (0,external_node_fs_.readFileSync)(path, 'latin1').split('\n');
        const strange = lines.find((line) => line !== '' && !BLOB_LINE.test(line));
        if (strange !== undefined)
            throw foreignFile(name, strange);
    }
}
const foreignFile = (name, file) => new errors .lZ(`${name} names the file ${JSON.stringify(file.slice(0, 200))}, which no dump has; it is not read.`);
function requireHarmless(entry, escapes, name) {
    const refusal = refusalOfEntry(entry, escapes);
    if (refusal === undefined)
        return;
    const what = `${entry.kind} ${entry.name}`.trim().slice(0, 100);
    throw new errors .lZ(`${name} has ${refusal} in its entry ${JSON.stringify(what)}, which no dump of one database has; use another backup.`);
}
function refusalOfEntry({ kind, name, definition, copy }, escapes) {
    switch (kind) {
        case 'ENCODING': {
            const [, value] = ENCODING.exec(definition) ?? [];
            return value === undefined
                ? 'an encoding that is not written as a dump writes it'
                : (0,statements .gx)(value).refusal;
        }
        case 'STDSTRINGS':
            return STRINGS.test(definition)
                ? undefined
                : 'a setting for strings that is not written as a dump writes it';
        case 'SEARCHPATH':
            return PATH.test(definition) ? undefined : 'a search path that is not written as a dump writes it';
        case 'BLOB METADATA':
            return /^(?:\d{1,10}\n)*(?:\d{1,10})?$/.test(definition)
                ? undefined
                : 'something other than numbers of large objects';
    }
    if (isOfTheDatabase({ kind, name }))
        return undefined;
    const made = PRIVILEGES.has(kind) ? definition.replace(AS_GRANTOR, '') : definition;
    return refusalIn(made, escapes, false) ?? (copy === '' ? undefined : refusalIn(copy, escapes, true));
}
const isOfTheDatabase = ({ kind, name }) => OF_THE_DATABASE.has(kind) || (ABOUT_SOMETHING.has(kind) && name.startsWith('DATABASE '));
function refusalIn(text, escapes, isCopy) {
    let refusal;
    let count = 0;
    let copies = 0;
    const lexer = new backup_lexer .J({
        statement: (statement) => {
            refusal ??= statement.words[0] === 'set' ? 'a SET' : (0,statements .MU)(statement).refusal;
            count++;
            if (statement.copiesFromStdin)
                copies++;
        },
        command: () => {
            refusal ??= 'a backslash between words';
        },
        watched: statements .ol,
    });
    lexer.escapesInStrings = escapes;
    lexer.read(`${text}\n;`, true);
    if (!lexer.between)
        refusal ??= 'a statement without an end';
    const expected = isCopy ? copies === 1 && count === 1 : copies === 0;
    return refusal ?? (expected ? undefined : 'a COPY at the wrong place');
}

var made_at = __webpack_require__(96142);
var external_node_crypto_ = __webpack_require__(77598);
; 







const known = new Map();
async function onDisk(stored, { directory, progress, signal }) {
    const report = (0,backup .j)('fetch', 'bytes', progress);
    if (stored.local !== undefined)
        return hashed(stored.local, stored.name, report, signal);
    const path = (0,external_node_path_.join)(directory, 'backup');
    const there = (0,external_node_fs_.existsSync)(path) ? known.get(path) : undefined;
    if (there?.name === stored.name && (await (0,download .yU)(stored, signal))?.version === there.version)
        return there;
    const fetched = { path, ...(await (0,download .RG)(stored, path, { progress: report, signal })) };
    known.set(path, { ...fetched, name: stored.name });
    return fetched;
}
async function hashed(path, name, report, signal) {
    const found = await (0,promises_.stat)(path).catch((error) => {
        throw new errors .lZ(error.code === 'ENOENT'
            ? `There is no ${name}; check input \`backup\`.`
            : `${name} cannot be read: ${error.message}.`, { cause: error });
    });
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    const file = (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1024 * 1024, signal });
    for await (const chunk of file) {
        hash.update(chunk);
        bytes += chunk.length;
        report(bytes, found.size);
    }
    return { path, bytes, sha256: hash.digest('hex'), modifiedAt: found.mtime.toISOString() };
}

var backup_script = __webpack_require__(28560);
; 







const SHARE = 0.95;
const DEPTH = 4;
async function unpackFile(content, path, name) {
    const most = (await (0,download .t3)(path)) * SHARE;
    let bytes = 0;
    await (0,external_node_stream_promises_.pipeline)(content, async function* (chunks) {
        for await (const chunk of chunks) {
            bytes += chunk.length;
            if (bytes > most)
                throw noRoom(name, path);
            yield chunk;
        }
    }, (0,external_node_fs_.createWriteStream)(path, { mode: 0o600 }));
}
async function unpackTar(content, directory, name) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    const most = (await (0,download .t3)((0,external_node_path_.join)(directory, 'x'))) * SHARE;
    let bytes = 0;
    let refusal;
    const { Unpack } = await __webpack_require__.e(  8697).then(__webpack_require__.bind(__webpack_require__, 98697));
    const unpack = new Unpack({
        cwd: directory,
        strict: true,
        noMtime: true,
        filter: (path, entry) => {
            if (refusal)
                return false;
            bytes += entry.size ?? 0;
            const type = 'type' in entry ? entry.type : 'File';
            if (!['File', 'OldFile', 'ContiguousFile', 'Directory'].includes(type)) {
                refusal = stranger(name, path, `a ${type}`);
            }
            else if (/^[/\\]|^[a-z]:/i.test(path) || path.split(/[/\\]/).includes('..')) {
                refusal = stranger(name, path, 'a path that leads out of the archive');
            }
            else if (path.includes('\0')) {
                refusal = stranger(name, path, 'a path with a zero in it');
            }
            else if (bytes > most)
                refusal = noRoom(name, directory);
            if (refusal)
                queueMicrotask(() => content.destroy(refusal));
            return refusal === undefined;
        },
    });
    try {
        await (0,external_node_stream_promises_.pipeline)(content, unpack);
    }
    catch (error) {
        if (refusal)
            throw refusal;
        if (error instanceof errors .lZ)
            throw error;
        throw new errors .lZ(`${name} is a damaged tar (${(0,errors .bD)(error)}); use another backup.`, {
            cause: error,
        });
    }
    if (refusal)
        throw refusal;
    return archiveIn(directory, name);
}
async function nameLists(folder, name) {
    for (const { id, kind, file } of (0,backup_toc .PP)((0,external_node_path_.join)(folder, 'toc.dat'), name).entries) {
        if (kind !== 'BLOBS' || !/^\d{1,10}\.dat$/.test(file) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, file)))
            continue;
        const list = [`blobs_${id}.toc`, 'blobs.toc'].map((each) => (0,external_node_path_.join)(folder, each)).find(external_node_fs_.existsSync);
        if (list !== undefined)
            await (0,promises_.copyFile)(list, (0,external_node_path_.join)(folder, file));
    }
}
async function archiveIn(directory, name) {
    const names = await (0,promises_.readdir)(directory, { recursive: true });
    const found = names.filter((path) => /(^|\/)toc\.dat$/.test(path) && path.split('/').length <= DEPTH);
    const [only] = found;
    if (found.length === 1 && only && (await (0,promises_.stat)((0,external_node_path_.join)(directory, only))).isFile())
        return (0,external_node_path_.dirname)((0,external_node_path_.join)(directory, only));
    throw new errors .lZ(found.length > 1
        ? `${name} has ${found.length} archives in it (${found.slice(0, 3).join(', ')}); give one.`
        : `${name} has no toc.dat in it, so it is not a directory-format archive of pg_dump; use another backup.`);
}
const stranger = (name, path, what) => new errors .lZ(`${name} holds ${JSON.stringify(path.slice(0, 200))}, ${what}, which no dump has; it is not unpacked.`);
const noRoom = (name, path) => new errors .lZ(`${name} needs more room than the disk at ${(0,external_node_path_.dirname)(path)} has free; use a runner with a larger disk.`);

; 



















async function fetchBackup(options) {
    const { source, directory, s3Endpoint, log, signal } = options;
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const stored = await (0,storage .h)(source, { s3Endpoint, signal });
    const expected = await expectedSum(stored, options.sha256, { log, signal });
    if (stored.local !== undefined && (await isFolder(stored.local))) {
        if (options.sha256)
            throw new errors .lZ(`${stored.name} is a folder, which has no SHA-256; leave \`backup-sha256\` out.`);
        const path = await archiveIn(stored.local, stored.name);
        const { mtime } = await (0,promises_.stat)((0,external_node_path_.join)(path, 'toc.dat'));
        const whole = { path, bytes: 0, sha256: '', modifiedAt: mtime.toISOString() };
        return { ...(await fetch_archive(path, 'directory', whole, stored.name, options)), sha256: undefined };
    }
    const fetched = await onDisk(stored, options);
    if (fetched.bytes === 0)
        throw new errors .lZ(`${stored.name} is empty; use another backup.`);
    if (expected !== undefined && expected !== fetched.sha256) {
        throw new errors .lZ(`${stored.name} does not match its checksum: its SHA-256 is ${fetched.sha256}, expected was ${expected}; use another backup.`);
    }
    return recognised(fetched, stored.name, options);
}
const PREVIEW = 64 * 1024 * 1024;
async function previewBackup(options) {
    const { source, directory, s3Endpoint, signal } = options;
    const stored = await (0,storage .h)(source, { s3Endpoint, signal });
    const isSmall = stored.local !== undefined && (await isFolder(stored.local));
    const whole = stored.local === undefined ? await (0,download .yU)(stored, signal) : await (0,promises_.stat)(stored.local);
    if (whole === undefined)
        return undefined;
    if (isSmall || whole.size <= PREVIEW)
        return fetchBackup({ ...options, readOnce: true });
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const path = stored.local ?? (await (0,download .OR)(stored, (0,external_node_path_.join)(directory, 'head'), PREVIEW, signal));
    const head = await (0,backup_form .Uo)(path);
    if ((0,backup_form .MB)(head, stored.name) !== 'none' || (0,backup_form .$E)(head, stored.name) !== 'custom')
        return undefined;
    const fetched = { path, bytes: whole.size, sha256: '', modifiedAt: whole.mtime?.toISOString() };
    return fetch_archive(path, 'custom', fetched, stored.name, { ...options, readOnce: true });
}
async function readNeighbour(source, suffix, { s3Endpoint, log, signal }) {
    return neighbourOf(await (0,storage .h)(source, { s3Endpoint, signal }), suffix, { log, signal });
}
async function neighbourOf(stored, suffix, { log, signal }) {
    const neighbour = stored.neighbour(suffix);
    try {
        return await (0,download .o5)(neighbour, signal);
    }
    catch (error) {
        if (!(error instanceof storage_stored .i))
            throw error;
        log.warn(`${neighbour.name} is not used, because it may not be read or is not there.`);
        return undefined;
    }
}
async function expectedSum(stored, given, context) {
    const text = given ?? (await neighbourOf(stored, '.sha256', context));
    if (text === undefined)
        return undefined;
    const sum = /^\s*\\?([0-9a-f]{64})(\s|$)/i.exec(text)?.[1]?.toLowerCase();
    const where = given === undefined ? `${stored.name}.sha256` : 'Input `backup-sha256`';
    if (!sum)
        throw new errors .lZ(`${where} has no SHA-256 (64 hexadecimal digits) in it.`);
    return sum;
}
async function isFolder(path) {
    return (await (0,promises_.stat)(path).catch(() => undefined))?.isDirectory() ?? false;
}
async function recognised(fetched, name, options) {
    const head = await (0,backup_form .Uo)(fetched.path);
    const compression = (0,backup_form .MB)(head, name);
    const content = () => (0,backup_form .q1)(fetched.path, compression, name);
    const inner = compression === 'none' ? head : await firstBytes(content());
    const kind = (0,backup_form .$E)(inner, name);
    await (0,promises_.rm)((0,external_node_path_.join)(options.directory, 'unpacked'), { recursive: true, force: true });
    if (kind === 'text')
        return plain(fetched, compression, name, options);
    if (kind === 'tar') {
        const path = await unpackTar(content(), (0,external_node_path_.join)(options.directory, 'unpacked'), name);
        await nameLists(path, name);
        return fetch_archive(path, 'directory', fetched, name, options);
    }
    if (compression === 'none')
        return fetch_archive(fetched.path, 'custom', fetched, name, options);
    const path = (0,external_node_path_.join)(options.directory, 'unpacked');
    await unpackFile(content(), path, name);
    return fetch_archive(path, 'custom', fetched, name, options);
}
async function firstBytes(content) {
    for await (const chunk of content)
        return chunk;
    return Buffer.alloc(0);
}
async function fetch_archive(path, form, fetched, name, { server, zone, now, readOnce = false, progress, signal }) {
    const needs = (0,archive .TC)(await (0,backup_form .Uo)(form === 'custom' ? path : (0,external_node_path_.join)(path, 'toc.dat')), name);
    const { entries, local } = await inspectArchive(path, form, name);
    const tool = (0,tools .OL)(await (0,tools .B)('pg_restore'), { archive: needs, server });
    const contents = await (0,archive .KD)(path, tool, name);
    requireNotNewer(contents.serverVersion, server, name);
    const tables = (0,archive .x9)(contents).length;
    const rights = rightsIn(entries);
    const extensions = entries.flatMap(({ kind, definition }) => kind === 'EXTENSION' ? ((0,makes .RM)(definition) ?? []) : []);
    requireDefinitions({ data: tables, relations: rights.relations, extensions }, name);
    const report = (0,backup .j)('check', 'tables', progress);
    let read = 0;
    if (!readOnce)
        await (0,archive .oD)(path, tool, name, { signal, onTable: () => report(++read, tables) });
    return {
        source: name,
        path,
        form,
        compression: 'none',
        bytes: fetched.bytes,
        sha256: fetched.sha256,
        ...(0,made_at .Ru)(local, { modifiedAt: fetched.modifiedAt, zones: [zone], now }),
        database: contents.database,
        serverVersion: contents.serverVersion,
        toolVersion: contents.toolVersion,
        needs,
        tables,
        extensions,
        ...privilegedEntries(entries),
        statementsAsData: hasStatementsAsData(entries),
        ...tablesIn(entries),
        ...rights,
        hasData: tables > 0 || (0,archive .bu)(contents).length === 0,
    };
}
async function plain(fetched, compression, name, { server, zone, now, progress, signal }) {
    const contents = await readScript(fetched, compression, name, { progress, signal });
    requireDefinitions(contents, name);
    requireNotNewer(contents.serverVersion, server, name);
    return {
        source: name,
        path: fetched.path,
        form: 'plain',
        compression,
        bytes: fetched.bytes,
        sha256: fetched.sha256,
        ...(0,made_at .W3)(contents.startedAt, { modifiedAt: fetched.modifiedAt, zones: [zone], now }),
        database: undefined,
        serverVersion: contents.serverVersion,
        toolVersion: contents.toolVersion,
        needs: 0,
        tables: contents.rowsOf.size,
        extensions: contents.extensions,
        privileged: (0,backup_privileged .Am)(contents.privileged),
        lastEntries: new Set(),
        statementsAsData: true,
        rowsOf: contents.rowsOf,
        definesWithoutRows: new Set([...contents.tables].filter((table) => !contents.rowsOf.has(table))),
        hasData: contents.data > 0 || contents.tables.size === 0,
        owners: contents.owners,
        hasGrants: contents.hasGrants,
        hasOwners: contents.owners.size > 0,
        relations: contents.relations,
        hasKeys: contents.hasKeys,
        hasLargeObjects: contents.hasLargeObjects,
        emptyMappings: contents.emptyMappings,
    };
}
async function readScript({ path, bytes }, compression, name, { progress, signal }) {
    const report = (0,backup .j)('check', 'bytes', progress);
    const script = new backup_script .e({ name });
    let read = 0;
    const nowhere = new external_node_stream_.Writable({
        write: (chunk, _, done) => {
            read += chunk.length;
            report(compression === 'none' ? read : 0, compression === 'none' ? bytes : undefined);
            done();
        },
    });
    await (0,external_node_stream_promises_.pipeline)((0,backup_form .q1)(path, compression, name), script, nowhere, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw error;
    });
    return script.contents;
}
function requireDefinitions({ data, relations, extensions }, name) {
    if (data === 0 || relations > 0 || extensions.length > 0)
        return;
    throw new errors .lZ(`${name} has rows and makes no table (pg_dump --data-only, or --section=data), so there is nothing to restore them into; use a backup of everything.`);
}
function requireNotNewer(version, server, name) {
    if (version === undefined || Number.parseInt(version, 10) <= server)
        return;
    throw new errors .lZ(`${name} was made from PostgreSQL ${version}, which is newer than the server (${server}); restore it to a server of that version or newer.`);
}


  }),

  86301:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    J: () => (  Lexer)
  });
const KEPT = 20_000;
const HELD = 256;
const TOKEN = /[A-Za-z_\x80-\xff][\w$\x80-\xff]*'?|['"]|\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$|--|\/\*|[;\\()]/g;
const IN_ESCAPE_STRING = /\\[\s\S]|'/g;
const IN_COMMENT = /\/\*|\*\//g;
const CODE = { kind: 'code' };
class Lexer {
    escapesInStrings = false;
    #onStatement;
    #onCommand;
    #watched;
    #inside = CODE;
    #words = [];
    #empty = true;
    #parens = 0;
    #blocks = 0;
    #previous = '';
    #text = '';
    #keptTo = 0;
    #name = '';
    #calls = [];
    #inner = new Set();
    #begins = false;
    #copies;
    constructor(on) {
        this.#onStatement = on.statement;
        this.#onCommand = on.command;
        this.#watched = on.watched ?? new Set();
    }
    get between() {
        return this.#inside.kind === 'code' && this.#empty;
    }
    read(text, whole) {
        let at = 0;
        this.#keptTo = 0;
        while (at < text.length) {
            const next = this.#step(text, at, whole);
            if (next === undefined)
                break;
            this.#keep(text, next);
            at = next;
        }
        return at;
    }
    #keep(text, to) {
        if (this.#text.length < KEPT)
            this.#text += text.slice(this.#keptTo, Math.min(to, this.#keptTo + KEPT));
        this.#keptTo = to;
    }
    #step(text, at, whole) {
        const inside = this.#inside;
        switch (inside.kind) {
            case 'code':
                return this.#code(text, at, whole);
            case 'string':
                return this.#until(text, at, text.indexOf("'", at), 1);
            case 'name': {
                const end = text.indexOf('"', at);
                this.#name += text.slice(at, Math.min(end < 0 ? text.length : end, at + HELD));
                if (end >= 0)
                    this.#call(this.#name);
                return this.#until(text, at, end, 1);
            }
            case 'line-comment':
                return this.#until(text, at, text.indexOf('\n', at), 1);
            case 'dollar': {
                const end = text.indexOf(inside.tag, at);
                if (end >= 0)
                    return this.#until(text, at, end, inside.tag.length);
                return whole ? text.length : behind(at, text.length - inside.tag.length);
            }
            case 'escape-string':
                return this.#escapeString(text, at, whole);
            case 'comment':
                return this.#comment(text, at, inside.depth, whole);
        }
    }
    #until(text, _at, end, length) {
        if (end < 0)
            return text.length;
        this.#inside = CODE;
        return end + length;
    }
    #escapeString(text, at, whole) {
        IN_ESCAPE_STRING.lastIndex = at;
        const found = IN_ESCAPE_STRING.exec(text);
        if (!found)
            return whole || !text.endsWith('\\') ? text.length : behind(at, text.length - 1);
        if (found[0] === "'")
            this.#inside = CODE;
        return IN_ESCAPE_STRING.lastIndex;
    }
    #comment(text, at, depth, whole) {
        IN_COMMENT.lastIndex = at;
        const found = IN_COMMENT.exec(text);
        if (!found)
            return whole ? text.length : behind(at, text.length - 1);
        const now = depth + (found[0] === '/*' ? 1 : -1);
        this.#inside = now === 0 ? CODE : { kind: 'comment', depth: now };
        return IN_COMMENT.lastIndex;
    }
    #code(text, at, whole) {
        TOKEN.lastIndex = at;
        const found = TOKEN.exec(text);
        const start = found?.index ?? text.length;
        if (!whole && start > text.length - HELD)
            return behind(at, Math.min(start, text.length - HELD));
        if (this.#empty && text.slice(at, start).trim() !== '')
            this.#empty = false;
        if (!found)
            return text.length;
        const [token] = found;
        if (token === '--')
            this.#inside = { kind: 'line-comment' };
        else if (token === '/*')
            this.#inside = { kind: 'comment', depth: 1 };
        else if (token === '\\')
            this.#onCommand(text.slice(start));
        else {
            this.#keep(text, start + token.length);
            this.#codeToken(token);
        }
        return start + token.length;
    }
    #codeToken(token) {
        if (token === ';' && this.#parens === 0 && this.#blocks === 0)
            return this.#end();
        this.#empty = false;
        if (token === '(')
            this.#parens++;
        else if (token === ')')
            this.#parens = Math.max(0, this.#parens - 1);
        else if (token.startsWith('$'))
            this.#inside = { kind: 'dollar', tag: token };
        else if (token === '"') {
            this.#inside = { kind: 'name' };
            this.#name = '';
        }
        else if (token.endsWith("'")) {
            const escapes = this.escapesInStrings || /^e'$/i.test(token);
            this.#inside = { kind: escapes ? 'escape-string' : 'string' };
        }
        else if (token !== ';')
            this.#word(token.toLowerCase());
        this.#begins = token === ';';
    }
    #call(name) {
        if (this.#watched.has(name.toLowerCase()) && this.#calls.length < 10)
            this.#calls.push(name.toLowerCase());
    }
    #word(word) {
        if (this.#words.length < 6)
            this.#words.push(word);
        this.#call(word);
        if (this.#begins)
            this.#inner.add(word);
        const [first, second, third, fourth] = this.#words;
        const what = second === 'or' && third === 'replace' ? fourth : second;
        if (first === 'create' && (what === 'function' || what === 'procedure') && this.#parens === 0) {
            if (word === 'begin' || (word === 'case' && this.#blocks > 0))
                this.#blocks++;
            else if (word === 'end' && this.#blocks > 0)
                this.#blocks--;
        }
        if (first === 'copy' && this.#previous === 'from' && this.#parens === 0)
            this.#copies ??= word === 'stdin';
        this.#previous = word;
    }
    #end() {
        const isEmpty = this.#empty;
        const statement = {
            words: this.#words,
            text: this.#text,
            last: this.#previous,
            inner: [...this.#inner],
            calls: this.#calls,
            copiesFromStdin: this.#copies === true,
        };
        this.#words = [];
        this.#text = '';
        this.#calls = [];
        this.#inner = new Set();
        this.#begins = false;
        this.#previous = '';
        this.#copies = undefined;
        this.#empty = true;
        if (!isEmpty)
            this.#onStatement(statement);
    }
}
const behind = (at, next) => (next > at ? next : undefined);


  }),

  96142:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ed: () => (  describeMadeAt),
    Ru: () => (  readLocalTime),
    W3: () => (  readComment),
    ZR: () => (  POINT_IN_TIME)
  });
const LAST_MODIFIED = 'the file was last modified then';
const POINT_IN_TIME = 'point in time';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const EASTERNMOST = 14 * HOUR;
const WESTERNMOST = 12 * HOUR;
const QUARTER = 15 * MINUTE;
const CLOCKS = MINUTE;
function readLocalTime(local, { modifiedAt, zones, now }) {
    const end = Math.min(modifiedAt === undefined ? now : Date.parse(modifiedAt), now) + CLOCKS;
    const fits = (instant) => instant !== undefined && instant <= end && end - instant <= QUARTER + CLOCKS;
    for (const zone of modifiedAt === undefined ? [] : new Set(['UTC', ...zones, here()])) {
        const instant = inZone(local, zone);
        if (fits(instant))
            return { takenAt: iso(instant), takenAtFrom: `its own time, read in the zone ${zone}` };
    }
    const earliest = local - EASTERNMOST;
    if (earliest > end)
        return { takenAt: undefined, takenAtFrom: undefined };
    const takenBetween = { earliest: iso(earliest), latest: iso(Math.min(local + WESTERNMOST, end - CLOCKS)) };
    return { takenAt: undefined, takenAtFrom: undefined, takenBetween };
}
function inZone(local, zone) {
    try {
        const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
        const offset = (instant) => {
            const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
            const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
            return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
        };
        return local - offset(local - offset(local));
    }
    catch {
        return undefined;
    }
}
const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const iso = (instant) => new Date(instant).toISOString();
function readTime(text) {
    const [, date, time, zone] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?: (.+))?$/.exec(text) ?? [];
    const local = Date.parse(`${date}T${time}Z`);
    if (Number.isNaN(local))
        return undefined;
    if (zone !== undefined && /^(UTC|GMT|Z)$/.test(zone))
        return { instant: iso(local) };
    const [, sign, hours = '', minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '') ?? [];
    if (sign === undefined)
        return { local };
    const offset = (Number(hours) * HOUR + Number(minutes) * MINUTE) * (sign === '-' ? -1 : 1);
    return { instant: iso(local - offset) };
}
function describeMadeAt({ takenAt, takenAtFrom, takenBetween }) {
    if (takenAt !== undefined)
        return `of ${takenAt}${takenAtFrom === undefined ? '' : ` (${takenAtFrom})`}`;
    if (takenBetween === undefined)
        return 'of an unknown time';
    return `made between ${takenBetween.earliest} and ${takenBetween.latest} (its own time names no zone)`;
}
function readComment(written, evidence) {
    const { modifiedAt, now } = evidence;
    const read = written === undefined ? undefined : readTime(written);
    if (read === undefined)
        return { takenAt: modifiedAt, takenAtFrom: modifiedAt && LAST_MODIFIED };
    if ('local' in read)
        return readLocalTime(read.local, evidence);
    return Date.parse(read.instant) > now + CLOCKS
        ? { takenAt: undefined, takenAtFrom: undefined }
        : { takenAt: read.instant, takenAtFrom: 'the comment in the dump' };
}


  }),

  69864:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ir: () => (  makesLargeObject),
    RM: () => (  extensionIn),
    aZ: () => (  locksOf),
    eI: () => (  makesKeys),
    f6: () => (  ownerIn),
    uE: () => (  tableNamed),
    uk: () => (  emptyMapping)
  });
  var _written_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67484);

const CREATES_EXTENSION = /^CREATE EXTENSION (?:IF NOT EXISTS )?("[^"]+"|\w+)(?: WITH SCHEMA ("[^"]+"|\w+))?/;
const PART = '(?:"(?:[^"]|"")+"|[\\w$\\x80-\\xff]+)';
const TABLE = new RegExp(`(?:COPY|INSERT INTO|CREATE TABLE)\\s+(${PART})\\.(${PART})`, 'i');
function tableNamed(text) {
    const [, schema, name] = TABLE.exec(text.slice(0, 2000)) ?? [];
    if (schema === undefined || name === undefined)
        return undefined;
    return `${(0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(schema)}.${(0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(name)}`;
}
function locksOf([first, ...words], text) {
    if (first === 'alter')
        return /\sADD CONSTRAINT [\s\S]*\s(?:PRIMARY KEY|UNIQUE|EXCLUDE)\s/.test(text.slice(0, 2000)) ? 1 : 0;
    if (first !== 'create')
        return 0;
    const kind = words
        .slice(0, 3)
        .find((word) => ['table', 'index', 'sequence', 'view', 'function', 'type'].includes(word));
    if (kind === 'table' || (kind === 'view' && words[0] === 'materialized'))
        return 3;
    return kind === 'index' || kind === 'sequence' || kind === 'view' ? 1 : 0;
}
const makesKeys = ([first, ...words], text) => (first === 'create' && words.slice(0, 2).includes('index')) ||
    ((first === 'create' || first === 'alter') &&
        /\b(?:PRIMARY KEY|UNIQUE)\b/i.test(text.slice(0, MOST_OF_TABLE)));
const MOST_OF_TABLE = 200_000;
const makesLargeObject = ([first], text) => first === 'select' && /\blo_(?:create|open|from_bytea)\(/.test(text.slice(0, 500));
const EMPTY_MAPPING = new RegExp(`^CREATE USER MAPPING FOR (${PART}) SERVER (${PART});\\s*$`);
function emptyMapping(text) {
    const [, user, server] = EMPTY_MAPPING.exec(text.slice(0, 500)) ?? [];
    return user === undefined || server === undefined ? undefined : `${(0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(user)} at ${(0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(server)}`;
}
const OWNER = /\sOWNER TO ("(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)\s*;?\s*$/;
function ownerIn(text) {
    const owner = OWNER.exec(text.slice(-300))?.[1];
    return owner === undefined ? undefined : (0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(owner);
}
function extensionIn(line) {
    const [, name, schema] = CREATES_EXTENSION.exec(line) ?? [];
    return name === undefined ? undefined : { name: (0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(name), schema: schema && (0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(schema) };
}


  }),

  58098:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Q: () => (  namedRolesOf)
  });
  var _written_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67484);

const NAME = '(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)';
const GRANTEE = `PUBLIC|${NAME}`;
const SHARED = /^(?:DATABASE|ROLE|USER|GROUP|TABLESPACE|SUBSCRIPTION|SYSTEM|PARAMETER) /;
const TO_OWNER = new RegExp(`^(${NAME})$`);
const TO = new RegExp(`^(${GRANTEE})(?: WITH GRANT OPTION| GRANTED BY (${NAME}))*$`);
const DEFAULTS = new RegExp(`^ALTER DEFAULT PRIVILEGES FOR ROLE (${NAME}) `);
const DEFAULT_TO = new RegExp(`^(${GRANTEE})(?: WITH GRANT OPTION)?$`);
function namedRolesOf(line) {
    const words = line.replace(/"[^"]*"/g, (name) => `"${'_'.repeat(name.length - 2)}"`);
    if (!/^[^;'$\\]*;$/.test(words) || (words.split('"').length - 1) % 2 !== 0)
        return undefined;
    const text = line.slice(0, -1);
    if (/\bU&"/i.test(words))
        return undefined;
    if (words.startsWith('ALTER DEFAULT PRIVILEGES '))
        return defaultsOf(text, words);
    if (words.startsWith('ALTER '))
        return ownerOf(text, words);
    return /^(?:GRANT|REVOKE) /.test(words) ? grantOf(text, words) : undefined;
}
function ownerOf(text, words) {
    const at = words.lastIndexOf(' OWNER TO ');
    if (at <= 'ALTER '.length || SHARED.test(words.slice('ALTER '.length)))
        return undefined;
    const owner = TO_OWNER.exec(text.slice(at + ' OWNER TO '.length))?.[1];
    return owner === undefined ? undefined : { owner: (0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(owner) };
}
function grantOf(text, words) {
    const on = words.indexOf(' ON ');
    const to = toOf(words);
    if (on < 0 ||
        to === undefined ||
        to.at <= on + ' ON '.length ||
        SHARED.test(words.slice(on + ' ON '.length)))
        return undefined;
    const [, grantee, by] = TO.exec(text.slice(to.end)) ?? [];
    return grantee === undefined ? undefined : { grantee: (0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(grantee), by: by && (0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(by) };
}
function defaultsOf(text, words) {
    const forRole = DEFAULTS.exec(text)?.[1];
    const to = toOf(words);
    const grantee = to && DEFAULT_TO.exec(text.slice(to.end))?.[1];
    if (forRole === undefined || grantee === undefined || !/ (?:GRANT|REVOKE) /.test(words))
        return undefined;
    return { forRole: (0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(forRole), grantee: (0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(grantee) };
}
function toOf(words) {
    const word = [' TO ', ' FROM '].reduce((one, other) => words.lastIndexOf(other) > words.lastIndexOf(one) ? other : one);
    const at = words.lastIndexOf(word);
    return at < 0 ? undefined : { at, end: at + word.length };
}


  }),

  58310:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    DY: () => (  rightsOf),
    Gd: () => (  isEntryForNow),
    LQ: () => (  turnOf),
    hY: () => (  leftOutSentence),
    lA: () => (  isTooNew),
    tJ: () => (  deniedOf)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55737);
  var _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81149);
  var _named_roles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58098);
  var _written_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67484);





const NAME = '(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)';
const AS_ANOTHER = new RegExp(`^SET SESSION AUTHORIZATION (${NAME});$`);
const ON_PUBLIC = /^((GRANT|REVOKE) .+ ON SCHEMA public (TO|FROM) |ALTER SCHEMA public OWNER TO |COMMENT ON SCHEMA public IS )/;
const ON_EXTENSION = new RegExp(`^COMMENT ON EXTENSION (${NAME}) IS `);
const NEW_EXTENSION = new RegExp(`^CREATE EXTENSION IF NOT EXISTS (${NAME})`);
const NOT_INSTALLED = ['58P01', '0A000'];
const TRANSACTION_TIMEOUT = 'SET transaction_timeout = 0;';
async function rightsOf(session, wanted, unrestricted = false) {
    const privilege = session.version >= 160000 ? 'SET' : 'MEMBER';
    const roles = await session.query(`SELECT rolname AS name, pg_has_role(current_user, oid, '${privilege}') AS settable FROM pg_roles`);
    const extensions = await session.query(`SELECT extname AS name FROM pg_extension WHERE NOT pg_has_role(current_user, extowner, 'USAGE')`);
    const { superuser, owns } = await session.one(`SELECT rolsuper AS superuser,
       (SELECT pg_has_role(current_user, nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'public') AS owns
     FROM pg_roles WHERE rolname = current_user`);
    return {
        superuser,
        unrestricted,
        roles: new Map(roles.map(({ name, settable }) => [name, settable])),
        ownsPublic: owns ?? true,
        foreignExtensions: new Set(extensions.map(({ name }) => name)),
        deniedExtensions: new Set(await deniedOf(session, wanted.map(({ name }) => name))),
        version: session.version,
    };
}
async function deniedOf(session, wanted) {
    const denied = [];
    for (const name of wanted) {
        await session.run('BEGIN');
        try {
            await session.run(`CREATE EXTENSION IF NOT EXISTS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(name)} CASCADE`);
        }
        catch (error) {
            if (NOT_INSTALLED.includes((0,_systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__  .$N)(error))) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The backup needs the extension "${name}", which the server does not have; install it there first.`, { cause: error });
            }
            if ((0,_systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__  .$N)(error) === _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__  .OJ)
                denied.push(name);
        }
        finally {
            await session.run('ROLLBACK');
        }
    }
    return denied;
}
const NEEDLESS = /^(?:DROP [A-Z][^;]*|ALTER TABLE [^;]* DROP (?:CONSTRAINT|DEFAULT)[^;]*|SELECT pg_catalog\.lo_unlink\('\d+'\)|CREATE SCHEMA public);$/;
const OF_STATISTICS = /^SELECT \* FROM pg_catalog\.pg_restore_[a-z]+_stats\($/;
const isTooNew = (line, { version }) => version < 180000 && OF_STATISTICS.test(line);
const LONGEST = 20_000;
function turnOf(line, rights) {
    if (line === TRANSACTION_TIMEOUT)
        return rights.version >= 170000 ? 'now' : 'needless';
    if (line.length > LONGEST)
        return 'now';
    if (NEEDLESS.test(line) && !REACHES.test(line))
        return 'needless';
    const created = NEW_EXTENSION.exec(line)?.[1];
    if (created)
        return rights.deniedExtensions.has((0,_written_js__WEBPACK_IMPORTED_MODULE_4__  .Z)(created)) ? 'never' : 'now';
    if (!/^(ALTER|GRANT|REVOKE|RESET SESSION|SET SESSION|COMMENT ON|CREATE SUBSCRIPTION) /.test(line))
        return 'now';
    if (AS_ANOTHER.test(line) || line === 'RESET SESSION AUTHORIZATION;')
        return 'never';
    if (/^(CREATE|ALTER|COMMENT ON) SUBSCRIPTION .*;$/.test(line))
        return 'never';
    const roles = (0,_named_roles_js__WEBPACK_IMPORTED_MODULE_2__  .Q)(line);
    if (ON_PUBLIC.test(line))
        return rights.ownsPublic && isPermitted(roles, rights) ? 'after' : 'never';
    const extension = ON_EXTENSION.exec(line)?.[1];
    if (extension) {
        const name = (0,_written_js__WEBPACK_IMPORTED_MODULE_4__  .Z)(extension);
        const isForeign = rights.foreignExtensions.has(name) || rights.deniedExtensions.has(name);
        return isForeign ? 'never' : 'after';
    }
    if (roles === undefined)
        return 'now';
    return isPermitted(roles, rights) ? 'after' : 'never';
}
function isPermitted(roles, rights) {
    if (roles === undefined)
        return true;
    if ('owner' in roles)
        return rights.roles.get(roles.owner) === true;
    if ('forRole' in roles)
        return rights.roles.get(roles.forRole) === true && known(roles.grantee, rights);
    return [roles.grantee, roles.by].every((name) => name === undefined || known(name, rights));
}
const known = (role, { roles }) => role === 'PUBLIC' || roles.has(role);
const REACHES = /^DROP (?:DATABASE|ROLE|USER (?!MAPPING)|GROUP|TABLESPACE|SUBSCRIPTION)/;
const OF_PUBLIC = /^ALTER SCHEMA public | ON SCHEMA public /;
function leftOutSentence(lines) {
    const statements = lines
        .filter((line) => !/^((RE)?SET SESSION|CREATE SUBSCRIPTION|ALTER SUBSCRIPTION)/.test(line))
        .map(_written_js__WEBPACK_IMPORTED_MODULE_4__  .r)
        .toSorted((a, b) => Number(OF_PUBLIC.test(a)) - Number(OF_PUBLIC.test(b)));
    if (statements.length === 0)
        return undefined;
    const more = statements.length > 3 ? ` and ${statements.length - 3} more` : '';
    return `${statements.length} ${statements.length === 1 ? 'statement' : 'statements'} of the backup about owners, privileges or extensions were left out, because a role is missing here or the user of \`database-url\` may not carry them out: ${statements.slice(0, 3).join(' ')}${more}.`;
}
function isEntryForNow(text, rights) {
    const [, comment, name = ''] = /^(COMMENT - )?EXTENSION (?:- )?(\S+)/.exec(text) ?? [];
    if (/^SCHEMA - public( |$)/.test(text))
        return false;
    if (/^STATISTICS DATA /.test(text))
        return rights.version >= 180000;
    if (comment)
        return false;
    if (name)
        return !rights.deniedExtensions.has(name);
    return !/^COMMENT - SCHEMA public( |$)/.test(text);
}


  }),

  7718:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Am: () => (  unique),
    ND: () => (  privilegedIn),
    g1: () => (  lastOf)
  });
  var _written_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67484);

const NAME = '(?:"(?:[^"]|"")+"|[\\w$\\x80-\\xff]+)';
const QUALIFIED = `(?:${NAME}\\.)?${NAME}`;
const MAKES = [
    ['event trigger', new RegExp(`^CREATE EVENT TRIGGER (${NAME}) `), true],
    ['publication', new RegExp(`^CREATE PUBLICATION (${NAME}) FOR (?:ALL TABLES|TABLES IN SCHEMA)\\b`), true],
    ['publication', new RegExp(`^ALTER PUBLICATION (${NAME}) ADD TABLES IN SCHEMA `), true],
    ['foreign data wrapper', new RegExp(`^CREATE FOREIGN DATA WRAPPER (${NAME})`)],
    ['language', new RegExp(`^CREATE (?:OR REPLACE )?(?:TRUSTED )?(?:PROCEDURAL )?LANGUAGE (${NAME})`)],
    ['access method', new RegExp(`^CREATE ACCESS METHOD (${NAME}) `)],
    ['text search template', new RegExp(`^CREATE TEXT SEARCH TEMPLATE (${QUALIFIED}) `)],
    ['text search parser', new RegExp(`^CREATE TEXT SEARCH PARSER (${QUALIFIED}) `)],
    ['operator class', new RegExp(`^CREATE OPERATOR CLASS (${QUALIFIED})\\s`)],
    ['operator family', new RegExp(`^CREATE OPERATOR FAMILY (${QUALIFIED}) `)],
    ['type', new RegExp(`^CREATE TYPE (${QUALIFIED})(?:;| \\(\\s*INTERNALLENGTH )`)],
    ['aggregate', new RegExp(`^CREATE AGGREGATE (${QUALIFIED})\\([^;]{0,2000}?\\bM?STYPE = internal\\b`)],
    ['cast', /^CREATE CAST (\([^.()"]{1,100} AS [^.()"]{1,100}\)) /],
    ['cast', /^CREATE CAST (\([^;]{1,300}\)) WITHOUT FUNCTION/],
];
const FUNCTION = new RegExp(`^CREATE (FUNCTION|PROCEDURE) (${QUALIFIED})\\(`);
const LANGUAGE = /\n {4}LANGUAGE (\S{1,70})([^\n]{0,200})/;
function privilegedIn(statement) {
    const text = statement.trimStart();
    for (const [kind, pattern, isLast = false] of MAKES) {
        const name = pattern.exec(text)?.[1];
        if (name !== undefined)
            return { kind, name: readable(name), isLast };
    }
    const [, what, name] = FUNCTION.exec(text) ?? [];
    if (what === undefined || name === undefined)
        return undefined;
    const [, language = '', traits = ''] = LANGUAGE.exec(text) ?? [];
    const takesOne = /^(?:c|internal|\w+u)$/.test(language) || / LEAKPROOF\b/.test(traits);
    return takesOne ? { kind: what.toLowerCase(), name: readable(name), isLast: false } : undefined;
}
const unique = (found) => [
    ...new Map(found.map((one) => [`${one.kind} ${one.name}`, one])).values(),
];
function lastOf(privileged) {
    const last = new Set(privileged.filter(({ isLast }) => isLast).map(({ kind, name }) => `${kind} ${name}`));
    return (statement) => {
        const [, kind = '', name = ''] = ABOUT.exec(statement.trimStart()) ?? [];
        return last.has(`${kind.toLowerCase()} ${readable(name)}`);
    };
}
const ABOUT = new RegExp(`^(?:CREATE|ALTER|COMMENT ON) (EVENT TRIGGER|PUBLICATION) (${NAME})`);
const readable = (written) => written
    .split('.')
    .map((part) => (0,_written_js__WEBPACK_IMPORTED_MODULE_0__  .Z)(part))
    .join('.');


  }),

  36072:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    F: () => (  scriptOf),
    L: () => (  makesOneOf)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
  var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
  var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);
  var _systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22654);
  var _systems_process_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65768);
  var _backup_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(26161);
  var _form_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57609);
  var _ownership_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(58310);
  var _privileged_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7718);
  var _script_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(28560);
  var _written_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(67484);












function scriptOf(backup, rights, options) {
    const report = (0,_backup_js__WEBPACK_IMPORTED_MODULE_10__  .j)('restore', 'tables', options.progress);
    let tables = 0;
    const leftOut = [];
    const after = [];
    const { inTransaction = false, schemas = new Set() } = options;
    const isLast = (0,_privileged_js__WEBPACK_IMPORTED_MODULE_8__  .g1)(backup.privileged);
    const script = new _script_js__WEBPACK_IMPORTED_MODULE_9__  .e({
        name: backup.source,
        inTransaction,
        drop: (line) => (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__  .lA)(line, rights) || (!rights.unrestricted && isLast(line)),
        keep: (line) => {
            if (makesOneOf(line, schemas))
                return false;
            const turn = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__  .LQ)(line, rights);
            if (turn === 'never')
                leftOut.push(line);
            if (turn === 'after')
                after.push(line);
            return turn === 'now';
        },
        onTable: () => {
            if (backup.form !== 'plain')
                report(tables++, backup.tables);
        },
    });
    const source = backup.form === 'plain' ? plainSource(backup, options) : archiveSource(backup, rights, options);
    async function* toItsEnd() {
        yield* through(source, script, options.signal);
        if (backup.form !== 'plain')
            report(tables, backup.tables);
    }
    return { script: toItsEnd(), leftOut, after };
}
function makesOneOf(line, schemas) {
    const written = /^CREATE SCHEMA ("(?:[^"]|"")+"|\w+);$/.exec(line)?.[1];
    return written !== undefined && schemas.has((0,_written_js__WEBPACK_IMPORTED_MODULE_11__  .Z)(written));
}
async function* through(source, script, signal) {
    const { stream, ended } = await source;
    const flow = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(stream, script, { signal });
    flow.catch(() => { });
    try {
        yield* script;
    }
    catch (error) {
        signal.throwIfAborted();
        await ended;
        throw error;
    }
    finally {
        stream.destroy();
        script.destroy();
    }
    await Promise.all([flow, ended]);
}
async function plainSource({ path, compression, source }, { progress }) {
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch((error) => {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ(`${source} cannot be read any more: ${error.message}.`, { cause: error });
    });
    const report = (0,_backup_js__WEBPACK_IMPORTED_MODULE_10__  .j)('restore', 'bytes', progress);
    const stream = (0,_form_js__WEBPACK_IMPORTED_MODULE_6__  .q1)(path, compression, source, (bytes) => report(bytes, size));
    return { stream, ended: Promise.resolve() };
}
async function archiveSource({ path, needs, source }, rights, { signal }) {
    const server = Math.floor(rights.version / 10000);
    const tool = (0,_systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_4__  .OL)(await (0,_systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_4__  .B)('pg_restore'), { archive: needs, server });
    const stream = new node_stream__WEBPACK_IMPORTED_MODULE_1__.PassThrough();
    const args = ['--no-subscriptions', '--file=-', path];
    const ended = (0,_systems_process_js__WEBPACK_IMPORTED_MODULE_5__  .eF)(tool.path, args, { environment: _systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_4__  .GI, signal, output: stream }).then(({ code, errors }) => {
        if (code !== 0)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ(`${source} cannot be read any more: ${errors.at(-1) ?? 'pg_restore gives no reason'}.`, {
                details: errors,
            });
    });
    ended.catch(() => { });
    return { stream, ended };
}


  }),

  28560:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    e: () => (  Script)
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _lexer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86301);
  var _makes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69864);
  var _privileged_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7718);
  var _statements_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65541);






const LONG = 1024 * 1024;
const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const END_OF_ROWS = Buffer.from('\n\\.');
const COMPLETE = '-- PostgreSQL database dump complete';
const HEADS = [
    ['serverVersion', /^-- Dumped from database version (\S+)/],
    ['toolVersion', /^-- Dumped by pg_dump version (\S+)/],
    ['startedAt', /^-- Started on (.+)/],
];
const TRANSACTION = new Set(['begin', 'start', 'commit', 'end', 'rollback', 'abort', 'savepoint', 'release']);
class Script extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform {
    contents = {
        tables: new Set(),
        rowsOf: new Set(),
        owners: new Set(),
        hasGrants: false,
        relations: 0,
        hasKeys: false,
        hasLargeObjects: false,
        emptyMappings: [],
        data: 0,
        extensions: [],
        privileged: [],
        complete: false,
    };
    #options;
    #lexer;
    #rest = Buffer.alloc(0);
    #at = 0;
    #sent = 0;
    #inRows = false;
    #rowsNext = false;
    #atLineStart = true;
    #isFirst = true;
    #dropping = false;
    #table;
    constructor(options) {
        super();
        this.#options = options;
        this.#lexer = new _lexer_js__WEBPACK_IMPORTED_MODULE_2__  .J({
            statement: (statement) => this.#statement(statement),
            command: (text) => this.#command(text),
            watched: _statements_js__WEBPACK_IMPORTED_MODULE_5__  .ol,
        });
    }
    _transform(chunk, _, done) {
        try {
            const isMarked = this.#isFirst && chunk.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
            this.#isFirst = false;
            this.#read(isMarked ? chunk.subarray(BYTE_ORDER_MARK.length) : chunk);
            done();
        }
        catch (error) {
            done(error);
        }
    }
    _flush(done) {
        try {
            if (this.#rest.length > 0 && !this.#inRows)
                this.#read(Buffer.from('\n'));
            if (!this.contents.complete || !this.#lexer.between)
                throw this.#cut();
            done();
        }
        catch (error) {
            done(error);
        }
    }
    #read(chunk) {
        this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
        this.#at = 0;
        this.#sent = 0;
        while (this.#inRows ? this.#rows() : this.#line())
            ;
        this.#send();
        this.#rest = this.#rest.subarray(this.#at);
    }
    #send() {
        if (this.#at > this.#sent)
            this.push(this.#rest.subarray(this.#sent, this.#at));
        this.#sent = this.#at;
    }
    #rows() {
        const rest = this.#rest;
        for (let at = this.#at;; at++) {
            at = rest.indexOf(END_OF_ROWS, at);
            if (at < 0)
                break;
            const tail = rest.toString('latin1', at + 3, at + 5);
            const end = tail.startsWith('\n') ? at + 4 : tail === '\r\n' ? at + 5 : undefined;
            if (end !== undefined) {
                this.#at = end;
                this.#inRows = false;
                this.#atLineStart = true;
                return true;
            }
        }
        this.#at = Math.max(this.#at, rest.length - 4);
        return false;
    }
    #line() {
        const rest = this.#rest;
        const newline = rest.indexOf(NEWLINE, this.#at);
        const whole = newline >= 0;
        if (!whole && rest.length - this.#at < LONG)
            return false;
        const end = whole ? newline + 1 : rest.length;
        const text = rest.toString('latin1', this.#at, end);
        if (this.#atLineStart && this.#lexer.between && whole) {
            const line = text.trimEnd();
            const isDropped = this.#options.drop?.(line) === true;
            if (!isDropped && !this.#wanted(line)) {
                this.#send();
                this.#at = end;
                this.#sent = end;
                return true;
            }
            if (line === '' || line.startsWith('--')) {
                this.#at = end;
                return true;
            }
            if (isDropped) {
                this.#send();
                this.#dropping = true;
            }
        }
        const read = this.#lexer.read(text, whole);
        this.#atLineStart = whole;
        this.#inRows = this.#rowsNext;
        this.#rowsNext = false;
        this.#at = this.#inRows ? newline : this.#at + read;
        if (this.#dropping) {
            this.#sent = this.#at;
            this.#dropping = !this.#lexer.between;
        }
        return whole;
    }
    #wanted(line) {
        if (line === '')
            return true;
        if (line === COMPLETE)
            this.contents.complete = true;
        if (/^\\(un)?restrict /.test(line))
            return false;
        if (line.startsWith('--')) {
            this.#head(line);
            return true;
        }
        if (this.#options.inTransaction && /^(BEGIN|COMMIT);$/.test(line))
            return false;
        const extension = (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__  .RM)(line);
        if (extension)
            this.contents.extensions.push(extension);
        const mapping = (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__  .uk)(line);
        if (mapping !== undefined)
            this.contents.emptyMappings.push(mapping);
        return this.#options.keep?.(line) !== false;
    }
    #head(line) {
        if (line === '-- PostgreSQL database cluster dump')
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${this.#options.name} is a dump of a whole server (pg_dumpall), and a rollback takes one database back; make the backup with pg_dump.`);
        for (const [key, pattern] of HEADS) {
            const value = pattern.exec(line)?.[1];
            if (value)
                this.contents[key] ??= value;
        }
    }
    #statement(statement) {
        const { words, copiesFromStdin } = statement;
        const [first = '', second = '', third = ''] = words;
        if (this.contents.complete) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${this.#options.name} goes on after its end: something was appended to the dump; remove it.`);
        }
        if (['create', 'drop', 'alter'].includes(first) && second === 'database')
            throw this.#leadsElsewhere(`${first.toUpperCase()} DATABASE`);
        const { refusal, escapesInStrings } = (0,_statements_js__WEBPACK_IMPORTED_MODULE_5__  .MU)(statement);
        if (refusal !== undefined) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${this.#options.name} has ${refusal}, which no dump of one database has; use another backup.`);
        }
        this.#lexer.escapesInStrings = escapesInStrings ?? this.#lexer.escapesInStrings;
        const privileged = first === 'create' || first === 'alter' ? (0,_privileged_js__WEBPACK_IMPORTED_MODULE_4__  .ND)((0,_statements_js__WEBPACK_IMPORTED_MODULE_5__  .fx)(statement.text)) : undefined;
        if (privileged)
            this.contents.privileged.push(privileged);
        if (this.#options.inTransaction &&
            (TRANSACTION.has(first) || `${first} ${second}` === 'prepare transaction')) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${this.#options.name} has a transaction of its own (${first.toUpperCase()}), so it cannot be restored in place as one; use strategy swap.`);
        }
        if (first === 'create' && (second === 'table' || third === 'table'))
            this.#makes(statement);
        if (first === 'grant' || first === 'revoke')
            this.contents.hasGrants = true;
        const owner = first === 'alter' ? (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__  .f6)(statement.text) : undefined;
        if (owner !== undefined)
            this.contents.owners.add(owner);
        this.contents.relations += (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__  .aZ)(words, statement.text);
        this.contents.hasKeys ||= (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__  .eI)(words, statement.text);
        this.contents.hasLargeObjects ||= (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__  .Ir)(words, statement.text);
        if (copiesFromStdin || first === 'insert')
            this.#fills(statement.text);
        this.#rowsNext = copiesFromStdin;
    }
    #fills(text) {
        const name = (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__  .uE)(text);
        if (name !== undefined)
            this.contents.rowsOf.add(name);
        this.contents.data++;
        if (name === undefined || name !== this.#table)
            this.#options.onTable?.();
        this.#table = name;
    }
    #makes({ words: [, second], text }) {
        const name = (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__  .uE)(text);
        if (name !== undefined && second === 'table' && !/\)\s*PARTITION BY /.test(text))
            this.contents.tables.add(name);
    }
    #command(text) {
        const [command = ''] = /^\\\S*/.exec(text) ?? [];
        if (/^\\c(onnect)?$/.test(command))
            throw this.#leadsElsewhere('\\connect');
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${this.#options.name} has the psql command ${command.slice(0, 40)}, which no dump of one database has and which could run programs here; use another backup.`);
    }
    #cut() {
        const where = this.#inRows ? ', in the middle of the rows of a table' : '';
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${this.#options.name} is cut off${where}: it does not end with the line "${COMPLETE.slice(3)}"; use another backup.`);
    }
    #leadsElsewhere(command) {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${this.#options.name} has ${command}, as pg_dump --create writes it, so it would be restored into a different database; make the backup with pg_dump without --create.`);
    }
}


  }),

  65541:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    MU: () => (  readingOf),
    fx: () => (  withoutComments),
    gx: () => (  readEncoding),
    ol: () => (  REACHING)
  });
const SHARED = new Set([
    'database',
    'role',
    'user',
    'group',
    'tablespace',
    'subscription',
    'system',
    'parameter',
]);
const KNOWN = new Set([
    'alter',
    'analyze',
    'begin',
    'comment',
    'commit',
    'copy',
    'create',
    'delete',
    'drop',
    'grant',
    'insert',
    'lock',
    'refresh',
    'revoke',
    'security',
    'select',
    'set',
    'start',
    'truncate',
    'update',
    'values',
    'with',
]);
const IN_BODIES = new Set([
    'select',
    'insert',
    'update',
    'delete',
    'merge',
    'with',
    'values',
    'return',
    'end',
    'table',
    'notify',
]);
const REACHING = new Set([
    'dblink',
    'dblink_connect',
    'dblink_connect_u',
    'dblink_exec',
    'dblink_open',
    'dblink_send_query',
    'lo_export',
    'lo_import',
    'pg_cancel_backend',
    'pg_copy_logical_replication_slot',
    'pg_copy_physical_replication_slot',
    'pg_create_logical_replication_slot',
    'pg_create_physical_replication_slot',
    'pg_create_restore_point',
    'pg_current_logfile',
    'pg_drop_replication_slot',
    'pg_execute_server_program',
    'pg_file_rename',
    'pg_file_sync',
    'pg_file_unlink',
    'pg_file_write',
    'pg_logdir_ls',
    'pg_logical_emit_message',
    'pg_ls_archive_statusdir',
    'pg_ls_dir',
    'pg_ls_logdir',
    'pg_ls_tmpdir',
    'pg_ls_waldir',
    'pg_promote',
    'pg_read_binary_file',
    'pg_read_file',
    'pg_reload_conf',
    'pg_replication_origin_create',
    'pg_replication_origin_drop',
    'pg_rotate_logfile',
    'pg_stat_file',
    'pg_stat_reset_shared',
    'pg_switch_wal',
    'pg_terminate_backend',
    'set_config',
]);
const CLIENT_ONLY = new Set([
    'big5',
    'gb18030',
    'gbk',
    'johab',
    'mskanji',
    'shiftjis',
    'shiftjis2004',
    'sjis',
    'uhc',
    'win932',
    'win936',
    'win949',
    'win950',
    'windows932',
    'windows936',
    'windows949',
    'windows950',
]);
const SETS = /^set\s+(?:session\s+|local\s+)?("?)([\w.$]+)\1\s*(?:=|\bto\b)\s*([\s\S]*?)\s*;?$/i;
const SETS_NAMES = /^set\s+(?:session\s+|local\s+)?names\s+([\s\S]*?)\s*;?$/i;
const SETS_PATH = /^select\s+(?:pg_catalog\.)?set_config\('search_path',\s*'[^'\\]*',\s*(?:true|false)\)\s*;?$/i;
const VALUE = /^(?:'[\w .-]*'|"[\w .-]*"|[\w.-]+)$/;
const ON = new Set(['on', 'true', 'yes', '1']);
const OFF = new Set(['off', 'false', 'no', '0']);
function readingOf(statement) {
    const { words, calls, inner, copiesFromStdin, last } = statement;
    const [first = '', second = ''] = words;
    if (!KNOWN.has(first))
        return { refusal: `the statement ${upper(first)}` };
    const strange = inner.find((word) => !IN_BODIES.has(word));
    if (strange !== undefined)
        return { refusal: `${upper(strange)} in the middle of another statement` };
    if (first === 'set')
        return readSetting(statement);
    if (first === 'copy') {
        if (!copiesFromStdin || last !== 'stdin')
            return {
                refusal: 'a COPY that is not from its own rows and could read files or run programs on the server',
            };
        return {};
    }
    if (['create', 'alter', 'drop'].includes(first))
        return refused(sharedObject(words));
    if (first === 'comment' || first === 'security')
        return refused(onShared(words, first));
    if (first === 'grant' || first === 'revoke')
        return refused(sharedGrant(statement));
    if (second === 'set_config' || calls.includes('set_config')) {
        if (calls.every((call) => call === 'set_config') && SETS_PATH.test(bare(statement)))
            return {};
        return { refusal: 'a setting that is changed by a function' };
    }
    const [call] = calls;
    return call === undefined ? {} : { refusal: `a call of ${call}()` };
}
const refused = (refusal) => (refusal === undefined ? {} : { refusal });
function sharedObject([first = '', second = '', third = '']) {
    if (second === 'user' && third === 'mapping')
        return undefined;
    return SHARED.has(second) ? `${upper(first)} ${upper(second)}` : undefined;
}
function onShared(words, first) {
    const kind = words[words.indexOf('on') + 1] ?? '';
    return SHARED.has(kind) ? `${upper(first)} ON ${upper(kind)}` : undefined;
}
function sharedGrant(statement) {
    const text = bare(statement).replace(/"(?:[^"]|"")*"/g, '""');
    const on = /\son\s+(\w*)/i.exec(text)?.[1]?.toLowerCase();
    const what = upper(statement.words[0] ?? '');
    if (on === undefined)
        return `${what} of a role`;
    return SHARED.has(on) ? `${what} ON ${upper(on)}` : undefined;
}
function readSetting(statement) {
    const [, second = '', third = ''] = statement.words;
    const scope = ['session', 'local'].includes(second) ? third : second;
    if (['role', 'authorization'].includes(scope))
        return { refusal: `SET ${upper(scope)}` };
    const text = bare(statement);
    if (/u&["']|\\|\/\*|--/i.test(text))
        return { refusal: 'a SET that is not written as a dump writes it' };
    const encoding = SETS_NAMES.exec(text)?.[1];
    if (encoding !== undefined)
        return readEncoding(encoding);
    const [, , name = '', value = ''] = SETS.exec(text) ?? [];
    switch (name.toLowerCase()) {
        case 'client_encoding':
            return readEncoding(value);
        case 'standard_conforming_strings':
            return readEscapes(value);
        case 'role':
        case 'session_authorization':
            return { refusal: `SET ${name}` };
        default:
            return {};
    }
}
function readEncoding(value) {
    if (!VALUE.test(value))
        return { refusal: 'an encoding that is not written as a dump writes it' };
    const name = value.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (!CLIENT_ONLY.has(name))
        return {};
    return {
        refusal: `the client encoding ${value}, in which a byte of a character may be a backslash (make it with \`pg_dump --encoding=UTF8\`)`,
    };
}
function readEscapes(value) {
    const word = value.toLowerCase().replace(/^(['"])(.*)\1$/, '$2');
    if (ON.has(word))
        return { escapesInStrings: false };
    if (OFF.has(word))
        return { escapesInStrings: true };
    return { refusal: 'SET standard_conforming_strings to what is neither on nor off' };
}
const bare = ({ text }) => withoutComments(text).trim();
const withoutComments = (text) => text.replace(/^(?:\s+|--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*/, '');
const upper = (word) => word.toUpperCase().slice(0, 40) || 'without a word';


  }),

  63185:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Mc: () => (  entriesOf),
    PP: () => (  readToc),
    cz: () => (  fileOfToc)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);



const OLDEST = 0x010a;
const NEWEST = 0x0110;
const MOST_ENTRIES = 5_000_000;
const CHUNK = 256 * 1024;
function readToc(path, name) {
    const file = new Bytes(path, name);
    try {
        return tocOf(file);
    }
    finally {
        file.close();
    }
}
const entriesOf = (backup) => readToc(fileOfToc(backup), backup.source).entries;
const fileOfToc = ({ form, path }) => form === 'custom' ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'toc.dat');
class Bytes {
    #file;
    #name;
    #size;
    #buffer = Buffer.alloc(0);
    #at = 0;
    #read = 0;
    intSize = 4;
    constructor(path, name) {
        this.#file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
        this.#name = name;
        this.#size = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(this.#file).size;
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#file);
    }
    damaged() {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`${this.#name} is truncated or damaged: its table of contents cannot be read; use another backup.`);
    }
    take(length) {
        if (length > this.#size - (this.#read - (this.#buffer.length - this.#at)))
            throw this.damaged();
        while (this.#buffer.length - this.#at < length)
            this.#fill(length);
        this.#at += length;
        return this.#buffer.subarray(this.#at - length, this.#at);
    }
    #fill(length) {
        const rest = this.#buffer.subarray(this.#at);
        const more = Buffer.alloc(Math.max(CHUNK, length - rest.length));
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.#file, more, 0, more.length, this.#read);
        if (bytes === 0)
            throw this.damaged();
        this.#read += bytes;
        this.#buffer = Buffer.concat([rest, more.subarray(0, bytes)]);
        this.#at = 0;
    }
    byte() {
        return this.take(1)[0];
    }
    int() {
        const isNegative = this.byte() !== 0;
        const value = this.take(this.intSize).readUIntLE(0, this.intSize);
        return isNegative ? -value : value;
    }
    text() {
        const length = this.int();
        return length < 0 ? undefined : this.take(length).toString('latin1');
    }
}
function tocOf(file) {
    if (file.take(5).toString('latin1') !== 'PGDMP')
        throw file.damaged();
    const version = file.take(2).readUInt16BE(0);
    if (version < OLDEST || version > NEWEST)
        throw file.damaged();
    file.byte();
    file.intSize = file.byte();
    const offsetSize = file.byte();
    if (file.intSize !== 4 || offsetSize > 16)
        throw file.damaged();
    const isCustom = file.byte() === 1;
    if (version >= 0x010f)
        file.byte();
    else
        file.int();
    const [second, minute, hour, day, month, year] = Array.from({ length: 7 }, () => file.int());
    for (let field = 0; field < 3; field++)
        file.text();
    const count = file.int();
    if (count < 0 || count > MOST_ENTRIES)
        throw file.damaged();
    const entries = [];
    for (let read = 0; read < count; read++)
        entries.push(entryOf(file, version, isCustom, offsetSize));
    return { entries, local: Date.UTC(year + 1900, month, day, hour, minute, second) };
}
function entryOf(file, version, isCustom, offsetSize) {
    const id = file.int();
    const hasData = file.int() !== 0;
    file.text();
    file.text();
    const name = file.text() ?? '';
    const kind = file.text() ?? '';
    if (version >= 0x010b)
        file.int();
    const definition = file.text() ?? '';
    file.text();
    const copy = file.text() ?? '';
    const schema = file.text() ?? '';
    file.text();
    if (version >= 0x010e)
        file.text();
    if (version >= 0x0110)
        file.int();
    const owner = file.text() ?? '';
    file.text();
    while (file.text() !== undefined)
        ;
    if (isCustom)
        file.take(1 + offsetSize);
    return {
        id,
        kind,
        schema,
        name,
        definition,
        copy,
        owner,
        hasData,
        file: isCustom ? '' : (file.text() ?? ''),
    };
}


  }),

  67484:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Z: () => (  nameIn),
    r: () => (  textIn)
  });
const textIn = (latin1) => Buffer.from(latin1, 'latin1').toString('utf8');
function nameIn(written) {
    const name = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
    return textIn(name);
}


  }),

  89861:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $G: () => (  describeClient),
    be: () => (  blockersOf),
    kQ: () => (  requireReplaceableInPlace),
    nZ: () => (  warningsOf),
    o7: () => (  missingRights),
    um: () => (  requireReplaceable)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4771);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55737);



function blockersOf(observed, { stopsTraffic }) {
    const { role, prepared, slots, subscriptions } = observed;
    const closed = observed.clients.filter(({ endable }) => !endable);
    const stuck = closed.filter(({ worker }) => worker === null);
    const workers = closed.filter(({ worker }) => worker !== null);
    const active = slots.filter((slot) => slot.active);
    const enabled = subscriptions.filter((subscription) => subscription.enabled);
    const blockers = [
        [observed.inRecovery, STANDBY],
        ...missingRights(observed),
        [
            role.closedTablespace !== null,
            `the user "${role.name}" may not create in the tablespace "${role.closedTablespace}", where it lies: GRANT CREATE ON TABLESPACE`,
        ],
        [prepared.length > 0, describePrepared(prepared)],
        [
            active.length > 0,
            `the replication slots ${named(active)} are in use: stop their consumers (change data capture, logical replicas) first`,
        ],
        [
            enabled.length > 0,
            `the subscriptions ${named(enabled)} are enabled: ALTER SUBSCRIPTION … DISABLE first`,
        ],
        [
            stuck.length > 0 && !stopsTraffic,
            `sessions that "${role.name}" may not end are connected (${stuck.map(describeClient).join('; ')}): close them, or use a member of pg_signal_backend (for a superuser's session, a superuser)`,
        ],
        [
            workers.length > 0,
            `background workers that "${role.name}" may not end are connected (${workers.map(describeClient).join('; ')}): with a superuser in \`database-url\` they are ended at the switch, and PostgreSQL starts them again; \`strategy: in-place\` leaves them alone`,
        ],
    ];
    return blockers.filter(([applies]) => applies).map(([, sentence]) => sentence);
}
const missingRights = ({ live, role }) => [
    [
        !role.owner,
        `the user "${role.name}" does not own the database "${live.name}" ("${live.owner}" does): use the owner, or a member of it`,
    ],
    [!role.createdb, `the user "${role.name}" may not create databases: ALTER ROLE … CREATEDB`],
];
function requireReplaceable(observed, options) {
    const blockers = blockersOf(observed, options);
    if (blockers.length > 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The database "${observed.live.name}" cannot be replaced now, and nothing was changed: ${blockers.join('; and ')}.`);
    }
}
function requireReplaceableInPlace({ live, role, prepared, inRecovery }, foreign) {
    const reasons = [
        ...(inRecovery ? [STANDBY] : []),
        ...(foreign.length > 0
            ? [`the user "${role.name}" does not own ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_1__  .eZ)(foreign, 3)}: use their owner, or a member of it`]
            : []),
        ...(prepared.length > 0 ? [describePrepared(prepared)] : []),
    ];
    if (reasons.length === 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The contents of "${live.name}" cannot be replaced now, and nothing was changed: ${reasons.join('; and ')}.`);
}
const STANDBY = 'the server is a standby (it is in recovery), where nothing can be changed: name the primary in `database-url`';
const describePrepared = (prepared) => `prepared transactions hold it (${prepared.join(', ')}): COMMIT PREPARED or ROLLBACK PREPARED each`;
function warningsOf(observed) {
    const { slots, live, subscriptions, strangers, clients } = observed;
    const warnings = strangers.map(({ name, owner }) => `The database "${name}" of "${owner}" carries a note of a rollback of "${live.name}" that no rollback can have written; it is left alone.`);
    const idle = slots.filter(({ active }) => !active);
    if (idle.length > 0)
        warnings.push(`The replication slots ${named(idle)} stay with the replaced database, where no one can read them: after the switch, change data capture of "${live.name}" needs a new slot and a new snapshot. Drop them then (pg_drop_replication_slot), or the server keeps all its WAL for them until its disk is full.`);
    if (subscriptions.length > 0)
        warnings.push(`The subscriptions ${named(subscriptions)} stay with the replaced database: create them anew after the switch.`);
    const workers = clients.filter(({ worker, endable }) => worker !== null && endable);
    if (workers.length > 0)
        warnings.push(`Background workers are connected to "${live.name}" (${workers.map(describeClient).join('; ')}): they are ended at the switch, and PostgreSQL starts them again.`);
    return [...warnings, ...closedTo(observed)];
}
function closedTo({ live, readOnlyFor }) {
    const name = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(live.name);
    return [
        ...readOnlyFor.map((role) => {
            const setting = role === null ? `DATABASE ${name}` : `ROLE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(role)} IN DATABASE ${name}`;
            return `"${live.name}" is set to be read only${role === null ? '' : ` for "${role}"`} (default_transaction_read_only), and stays so after the rollback: ALTER ${setting} RESET default_transaction_read_only, once users may write again.`;
        }),
        ...(live.connectionLimit === 0
            ? [
                `"${live.name}" lets in superusers alone (CONNECTION LIMIT 0), and stays so after the rollback: ALTER DATABASE ${name} CONNECTION LIMIT -1, once users may connect again.`,
            ]
            : []),
    ];
}
const named = (items) => items.map(({ name }) => name).join(', ');
const describeClient = ({ pid, user, application, address, worker }) => worker !== null
    ? `${worker}, pid ${pid}`
    : `${user ?? 'unknown'}${application ? ` "${application}"` : ''}${address ? ` from ${address}` : ''}, pid ${pid}`;


  }),

  21694:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    i: () => (  clockOf),
    w: () => (  secondsSince)
  });
async function clockOf(session) {
    const { now } = await session.one('SELECT extract(epoch FROM pg_catalog.clock_timestamp())::float8 * 1000 AS now');
    return now;
}
const secondsSince = async (time, session) => ((await clockOf(session)) - Date.parse(time)) / 1000;


  }),

  87927:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $M: () => (  partsConcern),
    GQ: () => (  OLD_COUNT_S),
    JF: () => (  unknownConcern),
    MC: () => (  emptyConcern),
    WA: () => (  lackingConcern),
    a2: () => (  ageConcern),
    b5: () => (  requireAccepted),
    g$: () => (  shareConcern),
    hr: () => (  tablesLeftOut),
    uz: () => (  mappingsWarning),
    yE: () => (  emptyViewsConcern)
  });
  var _base_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15902);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4771);
  var _domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29182);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55737);





const MOST_SHARE = 0.1;
const FEW_ROWS = 100;
function shareConcern(lost, live) {
    if (lost <= FEW_ROWS || lost <= live * MOST_SHARE)
        return [];
    const percent = Math.min(100, Math.round((100 * lost) / Math.max(1, live)));
    const reason = `${lost} of ${live} rows of the live database (${percent} %) would be lost`;
    return [{ word: 'data-loss', tables: [], reason }];
}
const emptyConcern = ({ hasData, source }) => hasData
    ? []
    : [
        {
            word: 'data-loss',
            tables: [],
            reason: `${source} has tables and no rows (pg_dump --schema-only): all rows of the live database would be lost`,
        },
    ];
function lackingConcern(tables) {
    if (tables.length === 0)
        return [];
    const names = tables.map(_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__  .Vb);
    const reason = `the backup was made without the rows of ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_2__  .eZ)(names)}, which the live database has`;
    return [{ word: 'data-loss', tables: names, reason }];
}
function partsConcern({ hasData, hasKeys, hasLargeObjects, source }, live) {
    const lacking = [
        [
            live.hasKeys && !hasKeys,
            `${source} makes no key and no index (pg_dump --section without post-data): the database would be without all of them, and without foreign keys and triggers`,
        ],
        [
            hasData && live.largeObjects > 0 && !hasLargeObjects,
            `${source} has none of the ${live.largeObjects} large objects of the live database (pg_dump -n, -t and --no-large-objects leave them out): they would be lost`,
        ],
    ];
    return lacking.flatMap(([applies, reason]) => (applies ? [{ word: 'data-loss', tables: [], reason }] : []));
}
function mappingsWarning({ emptyMappings, source }) {
    if (emptyMappings.length === 0)
        return undefined;
    return `${source} has user mappings of foreign servers without options: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_2__  .eZ)(emptyMappings)}. pg_dump leaves out passwords that its role may not read; where the live ones have any, their foreign tables fail afterwards until they are given again (ALTER USER MAPPING … OPTIONS (ADD password …)).`;
}
const emptyViewsConcern = (reason) => ({
    word: 'data-loss',
    tables: [],
    reason: `materialized views could not be refreshed and would be empty (${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_2__  .Qu)(reason)})`,
});
const unknownConcern = (reason) => ({
    word: 'unknown',
    tables: [],
    reason: `what would be lost is unknown: ${reason}`,
});
const OLD_COUNT_S = 600;
const OUTDATED_COUNT_S = 86_400;
const ageConcern = (seconds) => seconds > OUTDATED_COUNT_S
    ? [unknownConcern(`it was counted ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_3__  .a)(seconds)} ago, and users have gone on since`)]
    : [];
function requireAccepted(concerns, accepts, consequence) {
    const open = concerns.filter(({ word, tables }) => {
        if (accepts(word) || (word === 'unknown' && accepts('data-loss')))
            return false;
        return tables.length === 0 || !tables.every((name) => accepts(name));
    });
    if (open.length === 0)
        return;
    const words = [...new Set(open.map(({ word }) => word))].map((word) => `\`accept: ${word}\``).join(' and ');
    const named = open.some(({ tables }) => tables.length > 0) ? ', or name each of these tables there' : '';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`This needs your consent: ${open.map(({ reason }) => reason).join('; and ')}; ${consequence}. To go on all the same, say ${words}${named}.`, { details: open.flatMap(({ tables }) => tables) });
}
async function tablesLeftOut(server, backup, candidates) {
    const certain = candidates.filter((table) => backup.definesWithoutRows.has(`${table.schema}.${table.name}`));
    const others = candidates.filter((table) => !certain.includes(table) && !backup.rowsOf.has(`${table.schema}.${table.name}`));
    if (others.length === 0 || backup.takenAt === undefined)
        return certain;
    const takenAt = Date.parse(backup.takenAt);
    return server.use(server.database, async (session) => {
        const created = await createdAt(session, others);
        return [
            ...certain,
            ...others.filter((_, at) => (created[at] ?? Number.POSITIVE_INFINITY) < takenAt - 1000),
        ];
    });
}
async function createdAt(session, tables) {
    const { on } = await session.one(`SELECT current_setting('track_commit_timestamp') AS on`);
    if (on !== 'on')
        return tables.map(() => undefined);
    const rows = await session.query(`SELECT (SELECT pg_xact_commit_timestamp(a.xmin) FROM pg_attribute a WHERE a.attrelid = to_regclass(name) AND a.attname = 'ctid') AS at
     FROM unnest($1::text[]) WITH ORDINALITY AS t(name, place) ORDER BY place`, [tables.map(_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__  .Z8)]);
    return rows.map(({ at }) => at?.getTime());
}


  }),

  8596:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    f: () => (  isOfThisDeploy),
    x: () => (  switchedBefore)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);


const isOfThisDeploy = (note, { run, deployedAt }) => note.run === run && !(deployedAt !== undefined && deployedAt * 1000 > Date.parse(note.at));
function switchedBefore({ ours, live }, attempt, source) {
    const isOwn = (note) => isOfThisDeploy(note, attempt) && (source === undefined || note.backup === (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(source));
    const replaced = ours.filter((database) => database.note?.role === 'replaced');
    const present = replaced.find(({ note }) => note.replacedBy === live.oid);
    if (present && isOwn(present.note))
        return present;
    if (present && isOfThisDeploy(present.note, attempt)) {
        if (present.note.id === attempt.id)
            return undefined;
        const earlier = replaced.find(({ note }) => isOwn(note) && note.id !== attempt.id);
        if (earlier)
            return earlier;
        throw refusal(live.name, present.note.at, `to ${present.note.backup}`);
    }
    if (present?.note.run === attempt.run)
        return undefined;
    const undone = ours.find(({ note }) => note?.role === 'undone' && note.replacedBy === live.oid && note.run !== attempt.run)?.note;
    if (undone?.switched && isOwn({ ...undone.switched, backup: undone.backup }))
        throw refusal(live.name, undone.switched.at, `and it was undone at ${undone.at} by run ${undone.run}`);
    const before = replaced.find(({ note }) => isOwn(note));
    if (!before)
        return undefined;
    const since = present
        ? `and it was switched again at ${present.note.at} by run ${present.note.run}`
        : 'and it was replaced by another one by hand';
    throw refusal(live.name, before.note.at, since);
}
const refusal = (name, at, since) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`This run has switched "${name}" at ${at} already, ${since}; nothing was changed, because going back once more would take away what was written since. To go back all the same, start a new run.`);


  }),

  22295:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    D: () => (  forecastOf),
    N: () => (  requireForeseen)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4771);
  var _domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29182);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55737);
  var _concerns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87927);
  var _locks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3768);






async function forecastOf(server, backup, way) {
    const certain = (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__  .MC)(backup);
    try {
        return await server.use(server.database, async (session) => {
            await session.run(`SET lock_timeout = '2s'`);
            const filled = await filledTables(session);
            const isOfOther = !filled.some((table) => isKnown(table, backup));
            const lacking = backup.hasData && !isOfOther ? await (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__  .hr)(server, backup, filled) : [];
            return {
                notes: [
                    ...newerNote(filled, backup, lacking),
                    ...(await rightsNotes(session, backup)),
                    ...missingRolesNote(await missingRoles(session, backup)),
                ],
                concerns: [
                    ...certain,
                    ...(0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__  .WA)(lacking),
                    ...(isOfOther ? [] : (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__  .$M)(backup, await readLiveParts(session))),
                ],
                refusals: way === 'in-place' ? await lockRefusals(session, backup) : [],
            };
        });
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ))
            throw error;
        const { reason } = (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__  .JF)((0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_3__  .Qu)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)));
        return { notes: [`Of the live database, ${reason}`], concerns: certain, refusals: [] };
    }
}
async function requireForeseen({ server, accepts, log }, backup, way) {
    const { notes, concerns, refusals } = await forecastOf(server, backup, way);
    for (const note of notes)
        log.info(`${note}.`);
    if (refusals.length > 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The contents of "${server.database}" cannot be replaced in place, and nothing was changed: ${refusals.join('; and ')}.`);
    (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__  .b5)(way === 'prepare' ? (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__  .MC)(backup) : concerns, accepts, 'nothing was changed');
}
const readLiveParts = (session) => session.one(`SELECT EXISTS (SELECT FROM pg_index i JOIN pg_class c ON c.oid = indrelid JOIN pg_namespace n ON n.oid = relnamespace
         WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')) AS "hasKeys",
       (SELECT count(*) FROM pg_largeobject_metadata)::int AS "largeObjects"`);
async function filledTables(session) {
    const filled = [];
    for (const table of await (0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__  .wb)(session)) {
        const found = await session.query(`SELECT FROM ONLY ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__  .Z8)(table)} LIMIT 1`).catch(() => []);
        if (found.length > 0)
            filled.push(table);
    }
    return filled;
}
const isKnown = ({ schema, name }, { rowsOf, definesWithoutRows }) => rowsOf.has(`${schema}.${name}`) || definesWithoutRows.has(`${schema}.${name}`);
function newerNote(filled, backup, lacking) {
    const newer = filled.filter((table) => !isKnown(table, backup) && !lacking.includes(table)).map(_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__  .Vb);
    return newer.length === 0
        ? []
        : [`The backup does not have these tables of the live database, which have rows: ${list(newer)}`];
}
async function rightsNotes(session, { hasGrants, hasOwners }) {
    const { granted, owned } = await session.one(`SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
         WHERE relacl IS NOT NULL AND nspname !~ '^pg_' AND nspname <> 'information_schema') AS granted,
       EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_database d ON datname = current_database()
         WHERE relowner <> datdba AND nspname !~ '^pg_' AND nspname <> 'information_schema') AS owned`);
    const left = [...(!hasGrants && granted ? ['grants'] : []), ...(!hasOwners && owned ? ['owners'] : [])];
    return left.length === 0
        ? []
        : [
            `The backup was made without ${left.join(' and ')}: those of the live database are carried over to the same objects`,
        ];
}
async function missingRoles(session, { owners }) {
    const rows = await session.query(`SELECT name FROM unnest($1::text[]) AS name WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) ORDER BY 1`, [[...owners]]);
    return rows.map(({ name }) => name);
}
const missingRolesNote = (roles) => roles.length === 0
    ? []
    : [
        `The backup has objects of roles that are missing here, which go to the database's owner: ${list(roles)}`,
    ];
async function lockRefusals(session, { relations }) {
    const { present } = await session.one(`SELECT count(*)::int AS present FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
     WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND (nspname <> 'pg_toast' OR c.oid >= 16384) AND relpersistence <> 't'`);
    const room = await (0,_locks_js__WEBPACK_IMPORTED_MODULE_5__  .b)(session);
    const needed = present + relations;
    if (needed <= room)
        return [];
    const { each } = await session.one(`SELECT current_setting('max_locks_per_transaction')::int AS each`);
    return [
        `its one transaction would take about ${needed} locks (${present} for what is there, ${relations} for what comes), and the server has room for ${room}: set max_locks_per_transaction to ${Math.ceil((each * needed) / room) + 1} and restart it, or use \`strategy: swap\`, which needs no more than some hundred`,
    ];
}
const list = (names) => (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_3__  .eZ)(names);


  }),

  93342:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $U: () => (  inLatin1),
    Cl: () => (  handOver),
    YY: () => (  carryOver),
    d1: () => (  schemasFirst),
    iA: () => (  definersOf),
    nz: () => (  describeOtherRights),
    t6: () => (  statementText)
  });
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4771);
  var _domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96504);
  var _domain_snapshots_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92715);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55737);
  var _backup_carry_over_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91675);
  var _backup_written_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67484);






const AT_A_TIME = 200;
const DEFINERS = `
  WITH RECURSIVE views AS (
    -- Dependencies on PostgreSQL's own tables are not kept anywhere else.
    SELECT ev_class AS oid, source[1]::pg_catalog.oid AS source
    FROM pg_catalog.pg_rewrite CROSS JOIN pg_catalog.regexp_matches(ev_action::text, ':relid (\\d+)', 'g') AS source
    WHERE ev_class >= 16384 AND source[1]::pg_catalog.oid <> ev_class
  ), secret AS (
    SELECT oid FROM views WHERE source < 16384 AND NOT pg_catalog.has_table_privilege('public', source, 'SELECT')
    UNION SELECT views.oid FROM views JOIN secret ON secret.oid = views.source
  ), found AS (
    SELECT p.oid, 'pg_catalog.pg_proc'::pg_catalog.regclass AS class, proowner AS owner, p.oid::pg_catalog.regprocedure::text AS name, 'ROUTINE' AS kind,
      pg_catalog.pg_get_functiondef(p.oid) AS definition
    FROM pg_catalog.pg_proc p WHERE prosecdef AND prokind IN ('f', 'p')
    UNION ALL SELECT c.oid, 'pg_catalog.pg_class', relowner, c.oid::pg_catalog.regclass::text, 'VIEW', pg_catalog.pg_get_viewdef(c.oid)
    FROM pg_catalog.pg_class c JOIN secret ON secret.oid = c.oid
    WHERE relkind = 'v' AND NOT coalesce(reloptions, '{}') && '{security_invoker=true,security_invoker=on,security_invoker=1}'
  )
  SELECT kind, name, r.rolname || E'\\n' || definition AS definition FROM found JOIN pg_catalog.pg_roles r ON r.oid = owner
  WHERE r.rolsuper AND found.oid >= 16384
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = class AND d.objid = found.oid AND d.deptype = 'e')`;
const SAFE_PATH = 'SET search_path = pg_catalog, pg_temp';
async function definersOf(session) {
    await session.run(SAFE_PATH);
    const rows = await session.query(DEFINERS);
    return new Set(rows.map(({ definition }) => definition));
}
async function handOver(server, database, { owner, restorer, after, known, }) {
    return server.use(database, async (session) => {
        await session.run(SAFE_PATH);
        const warnings = [];
        if (restorer) {
            const role = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(restorer.name);
            await giveTables(session, restorer.name, owner);
            const all = [`REASSIGN OWNED BY ${role} TO ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(owner)}`, `DROP OWNED BY ${role}`];
            warnings.push(...(await carriedOut(session, all, known)));
        }
        const outcome = await carryOut(session, schemasFirst(after), known);
        return { refused: outcome.refused, warnings: [...warnings, ...outcome.warnings] };
    });
}
const isOfSchema = (line) => / ON SCHEMA /.test(line);
const schemasFirst = (lines) => [
    ...lines.filter(isOfSchema),
    ...lines.filter((line) => !isOfSchema(line)),
];
async function giveTables(session, from, to) {
    for (;;) {
        const tables = await session.query(`SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
       JOIN pg_roles r ON r.oid = relowner WHERE rolname = $1 AND relkind IN ('r', 'p', 'm', 'f') LIMIT ${AT_A_TIME}`, [from]);
        if (tables.length < AT_A_TIME)
            return;
        const all = tables.map(({ name }) => `ALTER TABLE ${name} OWNER TO ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(to)}`);
        await session.run(['BEGIN', ...all, 'COMMIT'].join('; '));
    }
}
async function carryOut(session, lines, known) {
    const outcomes = [];
    for (let at = 0; at < lines.length; at += AT_A_TIME)
        outcomes.push(await carryOutTogether(session, lines.slice(at, at + AT_A_TIME), known));
    return togetherOf(outcomes);
}
const togetherOf = (outcomes) => ({
    refused: outcomes.flatMap(({ refused }) => refused),
    warnings: outcomes.flatMap(({ warnings }) => warnings),
});
async function carryOutTogether(session, lines, known) {
    try {
        const before = await foreignRights(session);
        const warnings = await carriedOut(session, lines.map(statementText), known, async () => {
            if ((await foreignRights(session)) !== before)
                throw new Error('something else was changed');
        });
        return { refused: [], warnings };
    }
    catch {
        const half = Math.ceil(lines.length / 2);
        if (half === lines.length)
            return { refused: [...lines], warnings: [] };
        return togetherOf([
            await carryOutTogether(session, lines.slice(0, half), known),
            await carryOutTogether(session, lines.slice(half), known),
        ]);
    }
}
async function carriedOut(session, statements, known, check = async () => { }) {
    return session.transaction(async () => {
        await session.run(statements.join(';\n'));
        const warnings = [];
        for (const definer of await session.query(DEFINERS)) {
            if (known.has(definer.definition))
                continue;
            const { undo, done } = asInvoker(definer, session.version);
            await session.run(undo);
            warnings.push(`${definer.name} would let anyone do something with the rights of a superuser, and the live database does not have the same: ${done}; grant that by hand if it is intended.`);
        }
        await check();
        return warnings;
    });
}
function asInvoker({ kind, name }, version) {
    if (kind === 'ROUTINE')
        return { undo: `ALTER ROUTINE ${name} SECURITY INVOKER`, done: 'it is SECURITY INVOKER now' };
    if (version >= 150_000)
        return { undo: `ALTER VIEW ${name} SET (security_invoker = true)`, done: 'it is security_invoker now' };
    return { undo: `DROP VIEW ${name} CASCADE`, done: 'it is left out' };
}
async function foreignRights(session) {
    const { digest } = await session.one(`SELECT pg_catalog.md5(pg_catalog.string_agg(pg_catalog.concat_ws(' ', kind, object, owner, acl), ',' ORDER BY kind, object)) AS digest FROM (
       SELECT 'p' AS kind, p.oid::text AS object, proowner AS owner, proacl::text AS acl FROM pg_catalog.pg_proc p
         WHERE p.oid < 16384 OR EXISTS (SELECT FROM pg_catalog.pg_depend d
           WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e')
       UNION ALL SELECT 'c', oid::text, relowner, relacl::text FROM pg_catalog.pg_class WHERE oid < 16384
       UNION ALL SELECT 'a', pg_catalog.concat(attrelid, '.', attnum), 0, attacl::text FROM pg_catalog.pg_attribute WHERE attrelid < 16384 AND attacl IS NOT NULL
       UNION ALL SELECT 't', oid::text, typowner, typacl::text FROM pg_catalog.pg_type WHERE oid < 16384
       UNION ALL SELECT 'n', oid::text, nspowner, nspacl::text FROM pg_catalog.pg_namespace WHERE oid < 16384 AND nspname <> 'public'
     ) AS rights`);
    return digest;
}
const statementText = (line) => (0,_backup_written_js__WEBPACK_IMPORTED_MODULE_4__  .r)(line).replace(/;$/, '');
const inLatin1 = ({ sql }) => Buffer.from(sql).toString('latin1');
async function carryOver(server, database, { carried, again, known }) {
    if (carried.length === 0 && again.length === 0)
        return { refused: [], warnings: [], notCarried: [] };
    return server.use(database, async (session) => {
        await session.run(`SET search_path = ''`);
        const there = await (0,_backup_carry_over_js__WEBPACK_IMPORTED_MODULE_2__  .Qv)(session);
        await session.run(SAFE_PATH);
        const lines = carried.filter(({ object }) => object === '' || there.has(object)).map(inLatin1);
        const { refused, warnings } = await carryOut(session, [...lines, ...again], known);
        const ofBackup = new Set(again);
        return {
            refused: refused.filter((line) => ofBackup.has(line)),
            notCarried: refused.filter((line) => !ofBackup.has(line)).map(statementText),
            warnings,
        };
    });
}
async function describeOtherRights(server, database) {
    const read = (name) => server.use(name, async (session) => {
        await session.run(`SET search_path = ''; SET lock_timeout = '2s'`);
        return (0,_domain_snapshots_schema_js__WEBPACK_IMPORTED_MODULE_1__  .Y)(session);
    });
    const [live, restored] = [await read(server.database), await read(database)];
    const key = ({ kind, name }) => `${kind} ${name}`;
    const isReported = ({ kind }) => (0,_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__  .d1)(kind) || ['policy', 'trigger', 'rule'].includes(kind);
    const hashes = new Map(restored.map((object) => [key(object), object.hash]));
    const tables = new Set(restored.flatMap(({ table }) => (table ? [JSON.stringify(table)] : [])));
    const differ = live.filter(isReported).filter((object) => {
        const hash = hashes.get(key(object));
        if (hash === undefined)
            return (!/^(?:owner|grants) /.test(object.kind) && (!object.table || tables.has(JSON.stringify(object.table))));
        return hash !== object.hash;
    });
    if (differ.length === 0)
        return undefined;
    return `In the restored database ${differ.length} owners, grants, policies, triggers and the like are not what they are in the live one: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_5__  .eZ)(differ.map(key))}.`;
}


  }),

  62280:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Kz: () => (  leftoversOf),
    PA: () => (  dropAll),
    YD: () => (  describeBound),
    _i: () => (  describeOriginals),
    zW: () => (  originalOf)
  });
  var _observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16076);
  var _side_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13105);


const CHAIN_HOURS = 24;
function originalsOf({ ours }) {
    const replaced = ours.filter(({ note }) => note?.role === 'replaced');
    const hoursLive = ({ oid, note }) => {
        const before = replaced.find((other) => other.note?.replacedBy === oid);
        if (!before)
            return Number.POSITIVE_INFINITY;
        return (Date.parse(note?.at ?? '') - Date.parse(before.note?.at ?? '')) / 3_600_000;
    };
    return replaced.filter((database) => !(hoursLive(database) <= CHAIN_HOURS) && !(0,_observe_js__WEBPACK_IMPORTED_MODULE_0__  .kY)(database));
}
function originalOf({ ours, live }, { takenAt, takenBetween }, now) {
    const originals = originalsOf({ ours });
    const before = ({ oid }) => ours.find(({ note }) => note?.role === 'replaced' && note.replacedBy === oid);
    let found = before(live);
    const restoredAt = Date.parse(found?.note?.at ?? '');
    if (!found || now - restoredAt > CHAIN_HOURS * 3_600_000)
        return undefined;
    if (Date.parse(takenAt ?? takenBetween?.earliest ?? '') > restoredAt)
        return undefined;
    while (found && !originals.includes(found))
        found = before(found);
    return found;
}
function leftoversOf(databases, keep, names = () => false) {
    const { ours, live } = databases;
    const replaced = ours.filter((database) => database.note?.role === 'replaced' && !(0,_observe_js__WEBPACK_IMPORTED_MODULE_0__  .kY)(database));
    const undoable = replaced.filter(({ note }) => note?.replacedBy === live.oid);
    const newest = [...undoable, ...replaced.filter((database) => !undoable.includes(database))].slice(0, keep);
    const originals = originalsOf(databases);
    const words = {
        side: 'was made for a switch that never came',
        undone: 'was undone',
        replaced: 'was replaced',
    };
    return ours
        .filter((database) => names(database.name) || ![...newest, ...originals].includes(database))
        .map((database) => {
        const { role = 'side', at } = database.note ?? {};
        return { database, reason: at ? `${words[role]} at ${at}` : words[role] };
    });
}
async function dropAll(session, databases, ours) {
    const slots = await session.query('SELECT database::text, slot_name::text AS name FROM pg_replication_slots WHERE database IS NOT NULL');
    const bound = databases.map((database) => ({
        database,
        slots: slots.filter((slot) => slot.database === database.name).map(({ name }) => name),
    }));
    for (const { database, slots } of bound) {
        if (slots.length > 0)
            continue;
        await relink(session, database, ours);
        await (0,_side_js__WEBPACK_IMPORTED_MODULE_1__  .gv)(session, database.name);
    }
    return bound.filter(({ slots }) => slots.length > 0);
}
async function relink(session, { oid, note }, ours) {
    if (note?.role !== 'replaced')
        return;
    for (const before of ours) {
        if (before.note?.role !== 'replaced' || before.note.replacedBy !== oid)
            continue;
        await (0,_side_js__WEBPACK_IMPORTED_MODULE_1__  .fz)(session, before.name, { ...before.note, replacedBy: note.replacedBy });
    }
}
const describeBound = (bound) => bound
    .map(({ database, slots }) => `"${database.name}" stays because of its replication slots ${slots.join(', ')}; drop them first`)
    .join('; ');
function describeOriginals(databases) {
    const names = originalsOf(databases).map(({ name }) => `"${name}"`);
    if (names.length === 0)
        return '';
    return `; what was live before a first rollback is dropped by \`phase: clean\` with \`accept: <its name>\` alone (${names.join(', ')})`;
}


  }),

  34653:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    V: () => (  requireDirect),
    k: () => (  withLock)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _runner_consent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60225);
  var _observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16076);



const CLASS = 0x726f6c6c;
async function withLock(server, { id, accepts, inPlace }, work) {
    const session = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_2__  .Op)(server, inPlace);
    try {
        requireDirect(session, server, accepts);
        await session.run('SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 2');
        if (session.version >= 140_000)
            await session.run(`SET client_connection_check_interval = '1s'`);
        await session.query(`SELECT set_config('application_name', $1, false)`, [`rollback-actions ${id}`]);
        const { locked } = await session.one('SELECT pg_try_advisory_lock($1, hashtext($2)) AS locked', [CLASS, server.database]);
        if (!locked)
            throw await heldByOther(session, server.database);
        return await work(session);
    }
    finally {
        await session.close();
    }
}
function requireDirect(session, server, accepts) {
    if (!session.isPooled)
        return;
    const refusal = `\`database-url\` leads to a pooler at ${server.name} (the server knows this connection by another number), which would keep locks and settings of a rollback for its clients; nothing was changed. Name the server itself there, and pgbouncer's console in \`pgbouncer-url\``;
    (0,_runner_consent_js__WEBPACK_IMPORTED_MODULE_1__  .C)(accepts, 'pooler', refusal);
}
async function heldByOther(session, database) {
    const [holder] = await session.query(`SELECT application_name AS application, to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since, pid
     FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND classid = $1::int::oid AND objid = hashtext($2)::oid AND objsubid = 2`, [CLASS, database]);
    const holderText = holder
        ? `${holder.application.replace('rollback-actions ', 'rollback ')} (pid ${holder.pid}) since ${holder.since}`
        : 'another rollback';
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The database "${database}" is being rolled back by ${holderText}; wait for it, or end it with SELECT pg_terminate_backend(<pid>).`);
}


  }),

  3768:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    b: () => (  roomForLocks)
  });
async function roomForLocks(session) {
    const { locks } = await session.one(`SELECT current_setting('max_locks_per_transaction')::int
       * (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int) AS locks`);
    return locks;
}


  }),

  93433:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B2: () => (  parseManaged),
    DM: () => (  modelOf),
    ho: () => (  costOf),
    yF: () => (  isManaged)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const TIME = 'rds://';
const SNAPSHOT = 'rds-snapshot://';
const ACCEPTED = `${TIME}<instance or cluster>?time=2026-11-22T10:15:00Z and ${SNAPSHOT}<snapshot>, each also with &region=`;
const RFC3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)$/;
const IDENTIFIER = /^[A-Za-z][A-Za-z0-9:-]{0,254}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const DAY_MS = 86_400_000;
const ENGINES = ['postgres', 'aurora-postgresql'];
const isManaged = (backup) => backup.startsWith(TIME) || backup.startsWith(SNAPSHOT);
function parseManaged(backup) {
    const isTime = backup.startsWith(TIME);
    const [id = '', query = ''] = backup.slice((isTime ? TIME : SNAPSHOT).length).split('?');
    const refuse = (problem) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`backup\` ${problem}; accepted are ${ACCEPTED}.`);
    if (!IDENTIFIER.test(id))
        throw refuse('names no instance, cluster or snapshot of RDS');
    const options = new URLSearchParams(query.replaceAll('+', '%2B'));
    const known = isTime ? ['time', 'region'] : ['region'];
    const stranger = [...options.keys()].find((name) => !known.includes(name));
    if (stranger !== undefined)
        throw refuse(`has the option ${JSON.stringify(stranger)}`);
    const time = options.get('time') ?? undefined;
    if (isTime && (time === undefined || !RFC3339.test(time) || Number.isNaN(Date.parse(time))))
        throw refuse('names no time with its offset from UTC');
    const region = options.get('region') ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? '';
    if (!REGION.test(region))
        throw refuse(region === ''
            ? 'is of RDS and has no region: set AWS_REGION, or add &region=eu-west-1'
            : `has the region ${JSON.stringify(region.slice(0, 40))}`);
    return { source: backup, id, time, region };
}
async function modelOf(managed, rds, now) {
    const { id, time, region } = managed;
    const snapshot = time === undefined ? await rds.snapshot(id) : undefined;
    if (time === undefined && !snapshot)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`RDS in ${region} has no snapshot ${JSON.stringify(id)} that these credentials see; check its name and the region.`);
    if (snapshot && snapshot.status !== 'available')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The RDS snapshot ${id} is ${snapshot.status || 'in no state'}; wait until it is available, or take another.`);
    const live = await liveOf(snapshot?.of ?? id, rds);
    if (!live)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(snapshot
            ? `The RDS snapshot ${id} is of ${snapshot.of}, which is gone in ${region}, so nothing says in which network it is to be restored; restore it by hand, and give a dump of it as \`backup\`.`
            : `RDS in ${region} has neither an instance nor a cluster ${JSON.stringify(id)} that these credentials see; check its name and the region.`);
    const { cluster, instance } = live;
    const engine = snapshot?.engine ?? cluster?.engine ?? instance.engine;
    const of = cluster ? `the Aurora cluster ${cluster.id}` : `the RDS instance ${instance.id}`;
    if (!ENGINES.includes(engine))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`backup\` names ${of}, whose engine is ${engine} and not PostgreSQL.`);
    if (snapshot && snapshot.isOfCluster !== (cluster !== undefined))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The RDS snapshot ${id} is not of the same kind as ${of}, which has its name now.`);
    if (time !== undefined)
        requireWithin(time, of, live, now);
    return {
        ...{ managed, instance, cluster, engine, isSnapshot: snapshot !== undefined },
        takenAt: time ?? snapshot?.at ?? '',
        what: snapshot ? `the snapshot ${id} of ${of}` : of,
    };
}
async function liveOf(id, rds) {
    const instance = await rds.instance(id);
    if (instance && instance.cluster === undefined)
        return { instance, cluster: undefined };
    const cluster = await rds.cluster(instance?.cluster ?? id);
    if (!cluster)
        return undefined;
    const writer = cluster.members.find(({ isWriter }) => isWriter) ?? cluster.members[0];
    const own = writer && (await rds.instance(writer.id));
    if (!own)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The Aurora cluster ${cluster.id} has no instance, so nothing says of which class a temporary one should be.`);
    return { instance: own, cluster };
}
function requireWithin(time, of, { instance, cluster }, now) {
    const at = Date.parse(time);
    const latest = cluster?.latest ?? instance.latest;
    if (latest === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`RDS keeps no automated backups of ${of}; take a snapshot or a dump as \`backup\`.`);
    if (at > Date.parse(latest))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`RDS can restore ${of} up to ${latest}, and \`backup\` names ${time}; wait some minutes, or take an earlier time.`);
    const earliest = cluster?.earliest ?? new Date(now - instance.retentionDays * DAY_MS).toISOString();
    if (at < Date.parse(earliest))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`RDS can restore ${of} from ${earliest} on, and \`backup\` names ${time}; take a later time.`);
}
function costOf({ what, instance, takenAt, isSnapshot }) {
    const size = instance.gigabytes > 1 ? `, ${instance.gigabytes} GB` : '';
    const from = isSnapshot ? `${what} is restored` : `${what} is recovered to ${takenAt}`;
    return `For the backup ${from} into a temporary instance (${instance.class}${size}), which takes ten minutes to an hour by its size, is billed by AWS like the live one meanwhile, and is deleted again.`;
}


  }),

  29087:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    UY: () => (  isOfOneDatabaseExtension),
    hU: () => (  requireRestorableBeside),
    k8: () => (  withoutOneDatabaseExtensions)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const IN_ONE_DATABASE = new Map([['pg_cron', 'cron']]);
async function requireRestorableBeside(server) {
    const found = await server
        .use(server.database, (live) => live.query('SELECT extname::text AS name FROM pg_extension WHERE extname = ANY ($1)', [[...IN_ONE_DATABASE.keys()]]))
        .catch((error) => {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ))
            throw error;
        return [];
    });
    const [first] = found;
    if (!first)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`"${server.database}" has the extension ${first.name}, which PostgreSQL takes in one database of a server alone, so it cannot be restored beside itself; nothing was changed. Use \`strategy: in-place\` as the owner of the extension, or \`strategy: repair\` for some tables.`);
}
const withoutOneDatabaseExtensions = (backup) => ({
    ...backup,
    extensions: backup.extensions.filter(({ name }) => !IN_ONE_DATABASE.has(name)),
});
const ENTRY = new RegExp([...IN_ONE_DATABASE].map(([name, schema]) => `^EXTENSION - ${name}( |$)|^[A-Z ]+ ${schema} `).join('|'));
const isOfOneDatabaseExtension = (text) => ENTRY.test(text);


  }),

  57179:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  l: () => (  planRecovery),
  E: () => (  recover)
});

var promises_ = __webpack_require__(51455);
var external_node_path_ = __webpack_require__(76760);
var base_errors = __webpack_require__(45145);
var settled = __webpack_require__(71501);
var systems_process = __webpack_require__(65768);
; 



const NAME = 'postgres';
async function serverAccount() {
    if (process.getuid?.() !== 0)
        return { command: (file, args) => [file, [...args]], own: async () => { } };
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (what) => {
        const result = await (0,systems_process .ut)('id', [what, NAME]);
        return result?.code === 0 ? Number(result.output) : undefined;
    }));
    if (uid === undefined || gid === undefined)
        throw new base_errors .lZ(`PostgreSQL does not run as root, and this machine has no user "${NAME}"; install PostgreSQL's server or let the runner be another user.`);
    return {
        command: (file, args) => [
            'setpriv',
            [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', 'env', '--chdir=/', file, ...args],
        ],
        own: (path) => (0,promises_.chown)(path, uid, gid),
    };
}

var dist = __webpack_require__(77934);
var instant = __webpack_require__(5685);
var sentence = __webpack_require__(4771);
var client = __webpack_require__(25019);
; 






const PROGRAM = 'pgbackrest';
const environmentOfPgbackrest = () => Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => name.startsWith('PGBACKREST_') && value !== undefined ? [[name, value]] : []));
const seconds = dist .FsL(dist .aig(), dist .Wwf(0), dist .cGV(instant .k / 1000));
const stanzaSchema = dist .Ikc({
    name: dist .YjP(),
    status: dist .Ikc({ code: dist .aig(), message: dist .YjP() }),
    db: dist .YOg(dist .Ikc({ id: dist .aig(), version: dist .YjP(), 'system-id': dist .lqM(dist .aig()) })),
    backup: dist .YOg(dist .Ikc({
        label: dist .FsL(dist .YjP(), dist .yGV(/^\d{8}-\d{6}F(?:_\d{8}-\d{6}[DI])?$/)),
        timestamp: dist .Ikc({ start: seconds, stop: seconds }),
        info: dist .Ikc({ size: dist .aig() }),
        database: dist .Ikc({ id: dist .aig() }),
        archive: dist .lqM(dist .mee(dist .Ikc({ start: dist .lqM(dist .mee(dist .YjP())) }))),
        error: dist .lqM(dist .mee(dist .zMY())),
        'database-ref': dist .lqM(dist .mee(dist .YOg(dist .Ikc({ name: dist .YjP(), oid: dist .aig() })))),
    })),
});
async function readStanza(repository, account, set) {
    const { stanza } = repository;
    const args = [...optionsOf(repository), '--output=json', ...(set ? [`--set=${set}`] : []), 'info'];
    const result = await (0,systems_process .jH)(...account.command(PROGRAM, args), environmentOfPgbackrest());
    if (!result || result.code === 127)
        throw new base_errors .lZ('pgBackRest is not installed here; install it in a step before (`sudo apt-get install --yes pgbackrest`), with the configuration that reaches its repository.');
    if (result.code !== 0)
        throw new base_errors .lZ(`pgBackRest cannot describe the stanza "${stanza}": ${firstError(result.errors.split('\n'))}.`, { details: result.errors.split('\n') });
    const { success, output } = dist .xLC(dist .YOg(stanzaSchema), (0,client .o_)(result.output));
    if (!success)
        throw new base_errors .lZ(`What pgBackRest says of the stanza "${stanza}" cannot be read; see what \`pgbackrest --output=json info\` says, and update pgBackRest.`);
    const found = output.find(({ name }) => name === stanza);
    if (!found || found.status.code === 1)
        throw new base_errors .lZ(`pgBackRest's repository has no stanza "${stanza}"; check the name in \`backup\` and the configuration (repo1-path and the like) on this machine.`);
    return found;
}
async function restoreSet(repository, { folder, data }, request, { account, signal, onPercent, }) {
    const args = [
        ...optionsOf(repository),
        `--pg1-path=${data}`,
        `--tablespace-map-all=${folder}/tablespaces`,
        `--lock-path=${folder}/lock`,
        '--log-level-file=off',
        '--log-level-stderr=detail',
        '--log-level-console=off',
        `--process-max=${request.jobs}`,
        `--set=${request.set}`,
        '--type=time',
        `--target=${request.time}`,
        '--target-action=promote',
        ...(request.timeline === undefined ? [] : [`--target-timeline=${request.timeline}`]),
        '--archive-mode=off',
        ...request.databases.map((name) => `--db-include=${name}`),
        'restore',
    ];
    const { code, errors } = await (0,systems_process .eF)(...account.command(PROGRAM, args), {
        signal,
        environment: environmentOfPgbackrest(),
        onError(line) {
            const percent = /, (\d+(\.\d+)?)%\)/.exec(line)?.[1];
            if (percent)
                onPercent(Number(percent));
        },
    });
    if (code !== 0)
        throw new base_errors .lZ(`pgBackRest could not restore the set ${request.set}: ${firstError(errors)}.`, {
            details: errors,
        });
}
const optionsOf = ({ stanza, config, repo }) => [
    `--stanza=${stanza}`,
    ...(config ? [`--config=${config}`] : []),
    ...(repo ? [`--repo=${repo}`] : []),
];
function firstError(lines) {
    const line = lines.find((one) => one.includes('ERROR: [')) ?? lines.at(-1) ?? 'it did not say why';
    return (0,sentence .Qu)(line.replace(/^.*ERROR: \[\d+\]: /, ''));
}

var side_cluster = __webpack_require__(8713);
var postgres_tools = __webpack_require__(22654);
var clock = __webpack_require__(21694);
var point_in_time = __webpack_require__(40816);
var database_task = __webpack_require__(88771);
; 












const ROOM = 1.5;
const MEGABYTE = 2 ** 20;
async function planRecovery(source, server, parent) {
    const account = await serverAccount();
    const live = await server.use(server.database, async (session) => ({
        ...(await session.one(`SELECT rolname::text AS superuser, pg_database_size(current_database())::text AS size,
              (SELECT system_identifier::text FROM pg_control_system()) AS "systemId",
              CASE WHEN NOT pg_is_in_recovery()
                THEN ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int END AS timeline
       FROM pg_roles WHERE oid = 10`)),
        now: await (0,clock .i)(session),
    }));
    const stanza = await readStanza(source, account);
    const choice = (0,point_in_time .SE)(stanza, source, live.now, live);
    const tools = await (0,postgres_tools .B)('pg_ctl');
    const tool = tools.find(({ major }) => major === choice.major);
    if (!tool)
        throw new base_errors .lZ(`The stanza "${source.stanza}" is of PostgreSQL ${choice.major}, whose server is needed on this machine for the recovery and is not there; install it in a step before, such as \`sudo apt-get install --yes postgresql-${choice.major}\` (from apt.postgresql.org where the system has no such version).`);
    const detail = await readStanza(source, account, choice.set);
    const inSet = detail.backup[0]?.['database-ref'] ?? [];
    const databases = (0,point_in_time .oD)(server.database, inSet.map(({ name }) => name));
    const needed = ROOM * (databases.length > 0 ? Math.min(choice.size, Number(live.size)) : choice.size);
    const { bavail, bsize } = await (0,promises_.statfs)(parent);
    if (bavail * bsize < needed)
        throw new base_errors .lZ(`Recovery needs some ${Math.ceil(needed / MEGABYTE)} MB in ${parent}, which has ${Math.floor((bavail * bsize) / MEGABYTE)} MB; give the runner a larger disk, or set RUNNER_TEMP to another.`);
    return {
        ...{ source, choice, window: (0,point_in_time .Ou)(stanza), bin: (0,external_node_path_.dirname)(tool.path), account },
        ...{ superuser: live.superuser, inSet, databases },
    };
}
async function recover(plan, task, { parent, dump, jobs }) {
    for (const name of await (0,side_cluster .mV)(parent))
        task.log.info(`Removed ${name}, which an earlier run has left.`);
    const side = await (0,side_cluster .fc)(parent, plan.account);
    return await (0,settled ._W)(() => recoverIn(side, plan, task, { dump, jobs }), () => (0,side_cluster .hS)(side));
}
async function recoverIn(side, plan, task, { dump, jobs }) {
    const { source, choice } = plan;
    try {
        await (0,database_task .P)(task, 'restore cluster', () => layDown(plan, side, task, jobs), () => `The set ${choice.set} of the stanza "${source.stanza}" is restored beside`);
        const server = await (0,database_task .P)(task, 'recover', () => replay(plan, side, task.signal), () => `Recovered to ${source.time}`);
        await (0,database_task .P)(task, 'dump', () => dumpFrom(plan, server, task, { dump, jobs }), () => `Dumped "${task.server.database}" as it was then`);
        return { path: dump, takenAt: source.time, lastTransaction: (0,point_in_time .rg)(await (0,side_cluster .Gs)(side.folder)) };
    }
    catch (error) {
        await (0,promises_.rm)(dump, { recursive: true, force: true });
        throw error;
    }
}
function layDown({ source, choice, databases, account }, side, { log, signal }, jobs) {
    let reported = 0;
    return restoreSet(source, side, { ...choice, time: (0,point_in_time .$r)(source.time), databases, jobs }, {
        account,
        signal,
        onPercent(percent) {
            if (percent < reported + 10)
                return;
            reported = percent;
            log.info(`Restored ${Math.floor(percent)} % of the set ${choice.set}.`);
        },
    });
}
async function replay(plan, side, signal) {
    const { source, account, bin, superuser: user } = plan;
    try {
        return await (0,side_cluster .Jp)(side, {
            account,
            bin,
            user,
            environment: environmentOfPgbackrest(),
            signal,
        });
    }
    catch (error) {
        const log = await (0,side_cluster .Gs)(side.folder);
        const reason = (0,point_in_time .W2)(log, source);
        throw reason ? new base_errors .lZ(reason, { details: log.slice(-40), cause: error }) : error;
    }
}
async function dumpFrom(plan, server, { server: { database }, signal }, { dump, jobs }) {
    const { source, inSet, databases, bin } = plan;
    const found = await server.use(server.database, (session) => session.query('SELECT datname::text AS name, oid::text FROM pg_database WHERE NOT datistemplate'));
    const then = found.find(({ name }) => name === database);
    if (!then)
        throw new base_errors .lZ(`At ${source.time} the stanza "${source.stanza}" had no database ${JSON.stringify(database)}; it had ${found.map(({ name }) => JSON.stringify(name)).join(', ')}.`);
    const before = inSet.find(({ oid }) => oid === Number(then.oid));
    if (before && databases.length > 0 && !databases.includes(before.name))
        throw new base_errors .lZ(`Between the backup set and ${source.time} the database ${JSON.stringify(before.name)} was renamed to ${JSON.stringify(database)}; take a set from after that with \`&set=\`.`);
    const args = ['--format=directory', `--jobs=${jobs}`, '--compress=1', '--no-sync', `--file=${dump}`];
    const { code, errors } = await (0,systems_process .eF)((0,external_node_path_.join)(bin, 'pg_dump'), args, {
        environment: server.environment(database),
        signal,
    });
    if (code !== 0)
        throw new base_errors .lZ(`The recovered database could not be dumped: ${errors.at(-1) ?? 'pg_dump did not say why'}.`, {
            details: errors,
        });
}


  }),

  40816:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $r: () => (  targetOf),
    Ds: () => (  isPointInTime),
    Ou: () => (  windowOf),
    SE: () => (  chooseSet),
    W2: () => (  recoveryFailure),
    kF: () => (  parsePointInTime),
    oD: () => (  databasesFor),
    rg: () => (  lastTransaction)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const SCHEME = 'pgbackrest://';
const OPTIONS = ['time', 'set', 'config', 'repo'];
const ACCEPTED = `${SCHEME}<stanza>?time=2026-11-22T10:15:00Z, and optionally &set=, &config= and &repo=`;
const RFC3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)$/;
const isPointInTime = (backup) => backup.startsWith(SCHEME);
function parsePointInTime(backup) {
    const [stanza = '', query = ''] = backup.slice(SCHEME.length).split('?');
    const refuse = (problem) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`backup\` ${problem}; accepted is ${ACCEPTED}.`);
    if (!/^[\w.-]+$/.test(stanza))
        throw refuse('names no stanza of pgBackRest');
    if (!isDecodable(query))
        throw refuse('has a % that is not percent-encoding');
    const options = new Map(query.split('&').flatMap((part) => {
        const [, name = '', value = ''] = /^([^=]*)=?([\s\S]*)$/.exec(part) ?? [];
        return part === '' ? [] : [[name, decodeURIComponent(value)]];
    }));
    const stranger = [...options.keys()].find((name) => !OPTIONS.includes(name));
    if (stranger !== undefined)
        throw refuse(`has the option "${stranger}"`);
    const time = options.get('time') ?? '';
    if (!RFC3339.test(time) || Number.isNaN(Date.parse(time)))
        throw refuse('names no time with its offset from UTC');
    const repo = options.get('repo');
    if (repo !== undefined && !/^[1-9]\d*$/.test(repo))
        throw refuse('names a repository that is not a number');
    return { stanza, time, set: options.get('set'), config: options.get('config'), repo };
}
function isDecodable(text) {
    try {
        decodeURIComponent(text);
        return true;
    }
    catch {
        return false;
    }
}
function targetOf(time) {
    const fraction = RFC3339.exec(time)?.[3] ?? '';
    return `${new Date(Math.floor(Date.parse(time) / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')}${fraction}+00`;
}
function chooseSet(stanza, { time, set }, now, live) {
    const at = Date.parse(time);
    if (at > now)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`backup\` names the time ${time}, which is in the future.`);
    const whole = stanza.backup.filter(({ error }) => !error);
    const timelineFor = ({ database }) => {
        const db = stanza.db.find(({ id }) => id === database.id);
        return db?.['system-id'] === Number(live.systemId) ? (live.timeline ?? undefined) : undefined;
    };
    const isOfLive = (backup) => timelineOf(backup) <= (timelineFor(backup) ?? Number.POSITIVE_INFINITY);
    const known = whole.filter((backup) => (set ? backup.label === set : isOfLive(backup)));
    const oldest = known[0];
    if (!oldest)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(set
            ? `The stanza "${stanza.name}" has no backup set "${set}"; it has ${whole.map(({ label }) => label).join(', ') || 'none'}.`
            : `The stanza "${stanza.name}" has no whole backup (${stanza.status.message}); there is nothing to recover from.`);
    const chosen = known.findLast(({ timestamp }) => timestamp.stop * 1000 < at);
    if (!chosen)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The ${set ? 'set' : 'oldest set'} ${oldest.label} of the stanza "${stanza.name}" ended at ${new Date(oldest.timestamp.stop * 1000).toISOString()}, and ${time} is before; take a later time.`);
    const version = stanza.db.find(({ id }) => id === chosen.database.id)?.version ?? '';
    return {
        set: chosen.label,
        major: Number.parseInt(version, 10),
        size: chosen.info.size,
        timeline: isOfLive(chosen) ? timelineFor(chosen) : undefined,
    };
}
const timelineOf = ({ archive }) => Number.parseInt(archive?.start?.slice(0, 8) ?? '0', 16);
function windowOf({ backup }) {
    const ends = backup.filter(({ error }) => !error).map(({ timestamp }) => timestamp.stop);
    const formatTime = (seconds) => new Date(seconds * 1000).toISOString().replace('.000', '');
    return { from: formatTime(Math.min(...ends)), newest: formatTime(Math.max(...ends)), sets: ends.length };
}
const OURS = /_rb_[0-9a-f]{8}_(new|old|undone)$/;
function databasesFor(database, inSet) {
    return inSet.includes(database) ? inSet.filter((name) => name === database || OURS.test(name)) : [];
}
function recoveryFailure(log, { stanza, time }) {
    const has = (words) => log.some((line) => line.includes(words));
    const last = lastTransaction(log);
    if (has('recovery ended before configured recovery target was reached'))
        return `The archive of the stanza "${stanza}" ends before ${time}${last ? `, with a transaction of ${last}` : ''}; take an earlier time, or let the live server archive what it has (SELECT pg_switch_wal()) and run again.`;
    if (has("is not a child of this server's history") ||
        /recovery target timeline \d+ does not exist/.test(log.join('\n')))
        return `The archive of the stanza "${stanza}" has no way from that backup set to what the live server writes (its timeline); take another set with \`&set=\`.`;
    if (has('before consistent recovery point'))
        return `At ${time} the backup set was not yet whole; take a later time, or an earlier set with \`&set=\`.`;
    if (has('no space left on device') || has('No space left on device'))
        return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .wl;
    return undefined;
}
const lastTransaction = (log) => log
    .map((line) => /last completed transaction was at log time (.{1,100})/.exec(line)?.[1])
    .findLast((found) => found !== undefined);


  }),

  25176:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  GS: () => (  fill),
  kH: () => (  noteOf),
  iA: () => (  prepare),
  qw: () => (  restorerOf),
  a$: () => (  verifiedSide)
});

var errors = __webpack_require__(45145);
var redact = __webpack_require__(90763);
var settled = __webpack_require__(71501);
var quote = __webpack_require__(55737);
var made_at = __webpack_require__(96142);
var promises_ = __webpack_require__(51455);
var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var external_node_stream_ = __webpack_require__(57075);
var external_node_stream_promises_ = __webpack_require__(46466);
var sentence = __webpack_require__(4771);
var postgres_complaints = __webpack_require__(8535);
var passfile = __webpack_require__(6350);
var tools = __webpack_require__(22654);
var process = __webpack_require__(65768);
var archive = __webpack_require__(85105);
var extensions = __webpack_require__(26029);
var ownership = __webpack_require__(58310);
var privileged = __webpack_require__(7718);
var psql = __webpack_require__(4347);
var backup = __webpack_require__(26161);
; 


function restoreProgress(contents, jobs, onProgress) {
    const rows = (0,archive .x9)(contents);
    const before = rows[0] ? contents.entries.indexOf(rows[0]) : contents.entries.length;
    const after = contents.entries.length - before - rows.length;
    const begins = jobs > 1 ? /launching item \d+ TABLE DATA / : /processing data for table /;
    const next = jobs > 1 ? /finished item \d+ TABLE DATA / : begins;
    const ofDefinitions = counter((0,backup .j)('definitions', 'objects', onProgress), before);
    let ofRows;
    let ofLast;
    return (line) => {
        if (!ofRows && begins.test(line)) {
            ofRows = counter((0,backup .j)('restore', 'tables', onProgress), rows.length);
            if (jobs > 1)
                ofRows();
        }
        if (next.test(line))
            ofRows?.();
        if (!/: creating /.test(line))
            return;
        if (!ofRows)
            return ofDefinitions();
        ofLast ??= counter((0,backup .j)('indexes and keys', 'objects', onProgress), after);
        ofLast();
    };
}
function counter(report, total) {
    let begun = 0;
    return () => report(begun++, total);
}

var backup_script = __webpack_require__(28560);
var script_of = __webpack_require__(36072);
; 



















async function restoreBackup(backup, options) {
    const { server, database, signal, restorer } = options;
    const rights = await server
        .withSignal(signal)
        .use(database, (session) => (0,ownership .DY)(session, backup.extensions, options.unrestricted));
    const schemas = restorer
        ? await (0,extensions .t5)({ ...options, restorer }, backup.extensions, rights)
        : new Set();
    const context = { rights, schemas };
    const restored = backup.form === 'plain'
        ? restoreScript(backup, context, options)
        : restoreArchive(backup, context, options);
    return restored.catch((error) => withCause(error, rights, server.user));
}
function withCause(error, { deniedExtensions }, user) {
    if (deniedExtensions.size === 0 || !(error instanceof errors .lZ))
        throw error;
    const names = [...deniedExtensions].map((name) => `"${name}"`).join(', ');
    throw new errors .lZ(`${(0,sentence .Qu)(error.message)}; the extension ${names} was left out, which "${user}" may not create: give the \`database-url\` of a user who may.`, { cause: error, details: error.details });
}
async function restoreScript(backup, { rights, schemas }, options) {
    const { script, leftOut, after } = (0,script_of .F)(backup, rights, { ...options, schemas });
    const server = options.restorer?.server ?? options.server;
    await (0,psql .tm)({ before: '', script, after: () => '' }, { ...options, server, version: rights.version });
    return { leftOut, after };
}
const IN_ORDER = [['--section=pre-data', '--section=data'], ['--section=post-data']];
async function restoreArchive(backup, context, options) {
    const { database, jobs, progress } = options;
    const server = options.restorer?.server ?? options.server;
    const { rights, schemas } = context;
    const major = Math.floor(rights.version / 10000);
    const tool = (0,tools .OL)(await (0,tools .B)('pg_restore'), { archive: backup.needs, server: major });
    if (!(0,tools .zG)(tool, major))
        return restoreScript(backup, context, options);
    const contents = await (0,archive .KD)(backup.path, tool, backup.source);
    const restored = await readStatements(backup, tool, context, options);
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'restore-'));
    try {
        const list = (0,external_node_path_.join)(directory, 'list');
        const entries = contents.entries.filter(({ id, text }) => (0,ownership .Gd)(text, rights) &&
            !options.leftOut?.(text) &&
            !isSchema(text, schemas) &&
            (rights.unrestricted || !backup.lastEntries.has(id)));
        const [refreshes, others] = [entries.filter(isRefresh), entries.filter((entry) => !isRefresh(entry))];
        const listed = (some) => (0,promises_.writeFile)(list, `${some.map(({ line }) => line).join('\n')}\n`);
        const restorePart = partRestorer(backup, tool, list, rights.version, {
            ...options,
            server,
            onLine: restoreProgress(contents, jobs, progress),
        });
        await listed(others);
        for (const sections of jobs > 1 ? IN_ORDER : [[]]) {
            const complaints = await restorePart(['--exit-on-error', ...sections]);
            if (complaints)
                throw (0,psql .h0)(database, complaints);
        }
        if (refreshes.length === 0)
            return restored;
        await listed(refreshes);
        const complaints = await restorePart([]);
        return complaints
            ? { ...restored, unrefreshed: (0,psql .YY)((0,postgres_complaints .v)(complaints)) ?? 'no reason' }
            : restored;
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
function partRestorer(backup, tool, list, version, { server, database, jobs, signal, onLine, }) {
    const args = [
        '--verbose',
        '--no-subscriptions',
        '--no-owner',
        '--no-privileges',
        `--jobs=${jobs}`,
        `--use-list=${list}`,
        `--dbname=${(0,psql .FI)(database)}`,
        backup.path,
    ];
    return async (options) => {
        const complaints = [];
        const { code, errors } = await (0,passfile .t)(server, database, (environment) => (0,process .eF)(tool.path, [...options, ...args], {
            environment: { ...environment, PGOPTIONS: (0,psql .A5)(server, database, version) },
            signal,
            onError: (line) => {
                onLine(line);
                if (/error: |fatal: |warning: |^(DETAIL|HINT|CONTEXT)|Command was/.test(line))
                    complaints.push(line);
            },
        }));
        if (code === 0)
            return undefined;
        return complaints.length > 0 ? complaints.slice(0, 40) : errors;
    };
}
const isRefresh = ({ text }) => text.startsWith('MATERIALIZED VIEW DATA ');
const isSchema = (text, schemas) => [...schemas].some((name) => text.startsWith(`SCHEMA - ${name} `));
async function readStatements(backup, tool, { rights, schemas }, { database, signal }) {
    const leftOut = [];
    const after = [];
    const script = new backup_script .e({
        name: backup.source,
        ...(!rights.unrestricted && { drop: (0,privileged .g1)(backup.privileged) }),
        keep: (line) => {
            if ((0,script_of .L)(line, schemas))
                return false;
            const turn = (0,ownership .LQ)(line, rights);
            if (turn === 'never')
                leftOut.push(line);
            if (turn === 'after')
                after.push(line);
            return turn === 'now';
        },
    });
    const held = new external_node_stream_.PassThrough();
    const read = (0,external_node_stream_promises_.pipeline)(held, script, new external_node_stream_.Writable({ write: (_chunk, _encoding, done) => done() }));
    read.catch(() => { });
    const part = backup.statementsAsData ? [] : ['--schema-only'];
    const args = [...part, '--no-subscriptions', '--file=-', backup.path];
    const { code, errors } = await (0,process .eF)(tool.path, args, {
        environment: tools .GI,
        signal,
        output: held,
    });
    if (code !== 0)
        throw (0,psql .h0)(database, errors);
    await read;
    return { leftOut, after };
}

var blockers = __webpack_require__(89861);
var clock = __webpack_require__(21694);
var database_concerns = __webpack_require__(87927);
var carry_over = __webpack_require__(91675);
var hand_over = __webpack_require__(93342);
var database_privileged = __webpack_require__(28591);
var restore_role = __webpack_require__(30907);
; 






async function giveToOwners(task, { session, server, name }, { owner, restorer, restored, backup, privileges, }) {
    const known = await knownDefiners(task);
    const { refused, warnings } = await (0,hand_over .Cl)(server, name, {
        owner,
        restorer,
        after: restored.after,
        known,
    });
    if (restorer)
        await (0,restore_role .w_)(session, server, { name, database: name });
    for (const line of warnings)
        task.log.warn(line);
    const again = backup.hasGrants ? [] : refused;
    const sentence = (0,ownership .hY)([...restored.leftOut, ...(backup.hasGrants ? refused : [])]);
    if (sentence)
        task.log.warn(sentence);
    for (const line of await (0,database_privileged .LC)(server, name, privileges.last))
        task.log.warn(line);
    await compareRights(task, name, { backup, again, known });
}
async function knownDefiners({ server, signal, log }) {
    try {
        return await server.use(server.database, hand_over .iA);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors .lZ))
            throw error;
        log.warn(`It could not be read what runs with a superuser's rights in the live database, so nothing that was restored has them: ${(0,errors .bD)(error)}`);
        return new Set();
    }
}
async function compareRights({ server, signal, log }, name, { backup, again, known }) {
    try {
        const carried = await server.use(server.database, (live) => (0,carry_over .o4)(live, backup));
        const { refused, notCarried, warnings } = await (0,hand_over .YY)(server, name, { carried, again, known });
        for (const line of [...warnings, (0,ownership .hY)(refused), (0,carry_over .bn)(notCarried)])
            if (line)
                log.warn(line);
        const others = await (0,hand_over .nz)(server, name);
        if (others)
            log.warn(others);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors .lZ))
            throw error;
        log.warn(`Owners and grants were not compared with the live database's: ${(0,errors .bD)(error)}`);
    }
}

var leftovers = __webpack_require__(62280);
var locks = __webpack_require__(3768);
var observe = __webpack_require__(16076);
var properties = __webpack_require__(10539);
var side = __webpack_require__(13105);
var database_task = __webpack_require__(88771);
var capture = __webpack_require__(84925);
var read_tables = __webpack_require__(24661);
var snapshot = __webpack_require__(88691);
var snapshots_tables = __webpack_require__(29182);
var database_closed = __webpack_require__(33726);
; 

const SHORT = 2;
const readHolders = (session) => session.query(`SELECT a.pid, coalesce(a.usename::text, 'unknown') AS user,
       to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since,
       left(a.query, 200) AS query, string_agg(c.oid::regclass::text, ', ') AS tables
     FROM pg_locks l JOIN pg_stat_activity a USING (pid) JOIN pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p', 'm')
     WHERE l.locktype = 'relation' AND l.granted AND l.mode = 'AccessExclusiveLock' AND a.pid <> pg_backend_pid()
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace) AND a.xact_start < now() - interval '${SHORT} s'
     GROUP BY 1, 2, 3, 4`);
async function endHolders({ server, accepts, log }) {
    await server.use(server.database, async (session) => {
        const holders = await readHolders(session);
        for (const holder of holders) {
            const { pid, user, since, query, tables } = holder;
            const description = `The session of "${user}" with pid ${pid} holds ${tables} since ${since} (${query})`;
            if (!accepts('blockers')) {
                log.warn(`${description}; no one can read them until it ends, and \`accept: blockers\` ends it.`);
                continue;
            }
            try {
                await session.query('SELECT pg_terminate_backend($1)', [pid]);
                log.info(`✓ ${description}; it is ended, as was agreed to`);
            }
            catch (error) {
                log.warn(`${description}; it could not be ended: ${(0,errors .bD)(error)}`);
            }
        }
    });
}

var differences = __webpack_require__(61855);
var rows = __webpack_require__(68438);
; 







async function dataLoss(both, live, restored, { takenAt: backupTime, takenBetween }, except = new Set()) {
    const measuredAt = new Date().toISOString();
    const base = {
        backupTime: backupTime ?? null,
        ...(takenBetween && { backupBetween: takenBetween }),
        measuredAt,
    };
    try {
        const differing = (0,differences .tX)(restored, live).tables;
        const tables = await tableLosses(both, differing);
        const concerns = (0,database_concerns .g$)(rowsLost(tables, differing, { live, except }), rowsIn(live));
        const lastWrite = await lastWriteOf(both.server, differing);
        return {
            ...base,
            lastWrite,
            seconds: secondsBetween(backupTime, lastWrite ?? measuredAt),
            tables,
            ...(concerns.length > 0 && { concerns }),
        };
    }
    catch (error) {
        both.signal.throwIfAborted();
        if (!(error instanceof errors .lZ))
            throw error;
        const seconds = secondsBetween(backupTime, measuredAt);
        return unknownLoss(base, seconds, (0,errors .bD)(error));
    }
}
function unknownLoss(base, seconds, unknown) {
    const concerns = [(0,database_concerns .JF)((0,sentence .Qu)(unknown))];
    return { ...base, lastWrite: null, seconds, tables: null, unknown, concerns };
}
const rowsIn = ({ tables }) => tables.reduce((sum, { rows }) => sum + Number(rows), 0);
function rowsLost(losses, differing, { live, except }) {
    const keyed = new Set(live.tables.filter(({ key }) => key.length > 0).map(snapshots_tables .Vb));
    return losses.reduce((sum, { table, lost, columns }, at) => {
        if (except.has(table))
            return sum;
        const { rowsBefore, rowsAfter } = differing[at];
        const fewer = Math.max(0, Number(rowsAfter ?? 0) - Number(rowsBefore ?? 0));
        return sum + (columns === undefined && keyed.has(table) ? lost : fewer);
    }, 0);
}
const FEW_ROWS = 10_000;
async function tableLosses(both, differing) {
    const end = performance.now() + both.seconds * 1000;
    const late = AbortSignal.timeout(Math.ceil(both.seconds * 1000));
    const losses = new Map();
    for (const table of differing.toSorted((one, other) => rowsOf(one) - rowsOf(other))) {
        const isLong = rowsOf(table) > FEW_ROWS && rowsOf(table) / both.pace > (end - performance.now()) / 1000;
        const loss = isLong ? lossByCount(table) : await tableLoss(both, table, late);
        losses.set(table, table.otherColumns ? await withColumns(both, table, loss) : loss);
    }
    return differing.map((table) => losses.get(table));
}
const rowsOf = ({ rowsBefore, rowsAfter }) => Math.max(Number(rowsBefore ?? 0), Number(rowsAfter ?? 0));
async function tableLoss({ server, reader, side, signal }, difference, late) {
    const byCount = lossByCount(difference);
    if (byCount.exact)
        return byCount;
    const [a, b] = [
        { server, database: server.database },
        { server: reader, database: side },
    ];
    try {
        const options = { limit: 0, signal: AbortSignal.any([signal, late]), quick: true };
        const { onlyA, onlyB, changed, alike } = await (0,rows .p)(a, b, difference, options);
        return { ...byCount, lost: onlyA, changed, back: onlyB, exact: alike };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!late.aborted)
            throw error;
        return byCount;
    }
}
async function withColumns({ server, reader, side }, table, found) {
    const columnsIn = (session) => columnsOf(session, table);
    const kept = new Set((await reader.use(side, columnsIn)).map(({ name }) => name));
    return server.use(server.database, async (session) => {
        const going = (await columnsIn(session)).filter(({ name }) => !kept.has(name));
        if (going.length === 0)
            return found;
        const [written] = await session.query(`SELECT count(*)::text AS rows FROM ONLY ${(0,quote .Z8)(table)} WHERE ${going.map(isWritten).join(' OR ')}`);
        const rows = Number(written?.rows ?? 0);
        if (rows === 0)
            return found;
        return {
            ...found,
            lost: Math.max(found.lost, rows),
            columns: going.map(({ name }) => name),
            exact: false,
        };
    });
}
const columnsOf = (session, { schema, name }) => session.query(`SELECT attname::text AS name, (SELECT value FROM unnest(attmissingval::text::text[]) AS value LIMIT 1) AS missing
     FROM pg_catalog.pg_attribute WHERE attrelid = $1::pg_catalog.regclass AND attnum > 0 AND NOT attisdropped`, [(0,quote .Z8)({ schema, name })]);
const isWritten = ({ name, missing }) => missing === null
    ? `${(0,quote .AB)(name)} IS NOT NULL`
    : `${(0,quote .AB)(name)}::text IS DISTINCT FROM ${(0,quote .ol)(missing)}`;
function lossByCount({ rowsBefore, rowsAfter, ...difference }) {
    const more = Number(rowsAfter ?? 0) - Number(rowsBefore ?? 0);
    const exact = rowsBefore === null || rowsAfter === null;
    return { table: (0,snapshots_tables .Vb)(difference), lost: Math.max(0, more), changed: 0, back: Math.max(0, -more), exact };
}
async function lastWriteOf(server, tables) {
    const present = tables.filter(({ rowsAfter }) => rowsAfter !== null);
    return server.use(server.database, async (session) => {
        const { on } = await session.one(`SELECT current_setting('track_commit_timestamp') AS on`);
        if (on !== 'on' || present.length === 0)
            return null;
        let last = null;
        for (const table of present) {
            const { at } = await session.one(`SELECT max(pg_xact_commit_timestamp(xmin)) AS at FROM ONLY ${(0,quote .Z8)(table)}`);
            if (at !== null && (last === null || at > last))
                last = at;
        }
        return last?.toISOString() ?? null;
    });
}
function secondsBetween(from, to) {
    return from === undefined ? null : Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}
function describeLoss({ tables, seconds, backupTime, against }) {
    const before = seconds === null ? '' : `, ${seconds} s before the last write`;
    const age = backupTime === null ? 'from an unknown time' : `of ${backupTime}${before}`;
    if (tables === null)
        return `The backup is ${age}; what would be lost could not be determined`;
    if (tables.length === 0)
        return `The backup is ${age}; no row differs from the live database`;
    const of = against === undefined
        ? ''
        : `, against what was live before the first of several rollbacks ("${against}")`;
    const sum = (what) => tables.reduce((total, table) => total + table[what], 0);
    const least = tables.every(({ exact }) => exact) ? '' : 'at least ';
    return `The backup is ${age}; in ${tables.length} tables ${least}${sum('lost')} rows would be lost, ${sum('changed')} go back to older contents, ${sum('back')} come back${of}`;
}

var verify = __webpack_require__(71691);
; 











async function verifySide(task, { server: reader, name }, { backup, expected, jobs }, seconds, original) {
    const { server, signal, log } = task;
    const begun = performance.now();
    const hashing = { quick: expected === undefined, version: expected?.version ?? snapshot .Vx.version };
    const readBoth = async () => {
        const options = { jobs: Math.max(1, Math.floor(jobs / 2)), signal, ...hashing };
        const [before, after] = await Promise.all([
            liveState(task, options),
            (0,capture .d)(reader, name, options),
        ]);
        if (typeof before === 'string')
            (0,verify .yd)(after);
        else
            (0,verify .YT)(before, after, expected);
        if (typeof before === 'string' && expected)
            (0,verify .qw)(after, expected, 'nothing was changed');
        return [before, after];
    };
    const [live, restored] = await (0,database_task .P)(task, 'verify', readBoth, ([, after]) => `${after.tables.length} tables are restored${expected ? ', row for row what the snapshot of the backup says' : ''}`);
    const pace = paceOf(restored, (performance.now() - begun) / 1000);
    if (typeof live !== 'string')
        for (const sentence of await reader.use(name, (side) => (0,verify .Ew)(side, live, restored)))
            log.warn(sentence);
    const both = { server, reader, side: name, signal, seconds, pace };
    const counted = async () => {
        const ofLive = await lossOf(both, live, restored, backup);
        return original === undefined
            ? ofLive
            : lossOfOriginal(task, both, original, { ofLive, restored, backup, options: { jobs, ...hashing } });
    };
    const loss = await (0,database_task .P)(task, 'data loss', counted, describeLoss);
    for (const { reason } of loss.concerns ?? [])
        log.warn(`The switch needs your consent: ${reason}.`);
    return { loss, tables: restored.tables.length };
}
async function liveState(task, options) {
    const { server, signal } = task;
    try {
        await endHolders(task);
        return await (0,capture .d)(server, server.database, { ...options, lenient: true });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors .lZ))
            throw error;
        return (0,errors .bD)(error);
    }
}
async function lossOfOriginal({ server, signal }, both, original, { ofLive, restored, backup, options, }) {
    const loss = await (0,database_closed .U)(server, original, async () => {
        const state = await (0,capture .d)(server, original, { ...options, signal, lenient: true }).catch((error) => {
            signal.throwIfAborted();
            if (!(error instanceof errors .lZ))
                throw error;
            return (0,errors .bD)(error);
        });
        return lossOf({ ...both, server: server.withDatabase(original) }, state, restored, backup);
    });
    const concerns = [...(ofLive.concerns ?? []), ...(loss.concerns ?? [])].filter(({ reason }, at, all) => all.findIndex((other) => other.reason === reason) === at);
    return { ...loss, against: original, ...(concerns.length > 0 && { concerns }) };
}
async function lossOf(both, live, restored, backup) {
    const { server } = both;
    if (typeof live === 'string') {
        const measuredAt = new Date().toISOString();
        const { takenAt, takenBetween } = backup;
        const base = {
            backupTime: takenAt ?? null,
            ...(takenBetween && { backupBetween: takenBetween }),
            measuredAt,
        };
        return unknownLoss(base, secondsBetween(backup.takenAt, measuredAt), live);
    }
    const unread = live.told.filter(({ kind }) => kind === read_tables .yn);
    const restoredRows = new Map(restored.tables.map((table) => [(0,snapshots_tables .Vb)(table), table.rows]));
    const emptied = live.tables.filter((table) => table.rows !== '0' && (restoredRows.get((0,snapshots_tables .Vb)(table)) ?? '0') === '0');
    const leftOut = backup.hasData ? await (0,database_concerns .hr)(server, backup, emptied) : [];
    const loss = await dataLoss(both, live, restored, backup, new Set(leftOut.map(snapshots_tables .Vb)));
    const concerns = [
        ...(loss.concerns ?? []),
        ...(0,database_concerns .MC)(backup),
        ...(0,database_concerns .WA)(leftOut),
        ...(0,database_concerns .$M)(backup, livePartsIn(live, restored)),
        ...unread.map(({ name, because: reason }) => (0,database_concerns .JF)(`${name} could not be read (${reason})`)),
    ];
    const ofUnread = new Set(unread.map(({ name }) => name));
    return {
        ...loss,
        ...(loss.tables && { tables: loss.tables.filter(({ table }) => !ofUnread.has(table)) }),
        ...(concerns.length > 0 && { concerns }),
    };
}
function livePartsIn({ tables, largeObjects }, restored) {
    const keyless = new Set(restored.tables.filter(({ key }) => key.length === 0).map(snapshots_tables .Vb));
    return {
        hasKeys: tables.some((table) => table.key.length > 0 && keyless.has((0,snapshots_tables .Vb)(table))),
        largeObjects: Number(largeObjects.count),
    };
}
const paceOf = ({ tables }, seconds) => tables.reduce((sum, { rows }) => sum + Number(rows), 0) / (2 * seconds);

var wal = __webpack_require__(6816);
; 




















const SPARE_CONNECTIONS = 4;
async function prepare(task, session, restore) {
    const { server, log } = task;
    const observed = await (0,observe .S$)(session, server.database, task.signal);
    (0,blockers .um)(observed, { stopsTraffic: (0,database_task .H)(task.traffic) });
    for (const warning of (0,blockers .nZ)(observed))
        log.warn(warning);
    const ofWal = (0,wal .J)(await (0,wal ._)(session));
    if (ofWal)
        log.warn(ofWal);
    const ready = verifiedSide(observed, restore.backup);
    if (ready) {
        log.info(`✓ "${ready.database.name}" was restored and verified at ${ready.database.note?.at} already`);
        return ready;
    }
    const ofMappings = (0,database_concerns .uz)(restore.backup);
    if (ofMappings)
        log.warn(ofMappings);
    await dropUnfinished(task, session, observed);
    const privileges = await (0,database_privileged ._g)(task, restore.backup);
    const note = noteOf(task, restore.backup);
    const name = await (0,database_task .P)(task, 'create side database', () => (0,side .qB)(session, observed.live, note), (made) => `"${made}" is made beside the live database`);
    try {
        return await fillAndVerify(task, { session, server, name }, observed, { restore, note, privileges });
    }
    catch (error) {
        if (!task.signal.aborted)
            await (0,side .vf)(server, session, name).catch((left) => log.warn(`"${name}" is unusable and could not be dropped (the next run, or phase \`clean\`, does it): ${(0,errors .bD)(left)}`));
        throw error;
    }
}
async function fillAndVerify(task, maker, observed, { restore, note, privileges }) {
    const { session, server, name } = maker;
    await requireProperties(session, observed.live, await databaseOf(session, server.database, name));
    const restorer = await restorerOf(task, maker, restore.jobs, privileges);
    const begun = performance.now();
    const restored = await (0,database_task .P)(task, 'restore', () => fill(task, name, restore, restorer, privileges), () => `The backup is restored into "${name}"`);
    await (0,side .fz)(session, name, { ...note, state: 'restored' });
    const { loss: ofRows, tables } = await verifySide(task, { server: restorer?.server ?? server, name }, restore, lossSeconds(performance.now() - begun), (0,leftovers .zW)(observed, restore.backup, await (0,clock .i)(session))?.name);
    const loss = withEmptyViews(task, ofRows, restored);
    await giveToOwners(task, maker, {
        owner: observed.live.owner,
        restorer,
        restored,
        backup: restore.backup,
        privileges,
    });
    const at = new Date(await (0,clock .i)(session)).toISOString();
    await (0,side .fz)(session, name, { ...note, state: 'verified', at, loss, tables });
    return { database: await databaseOf(session, server.database, name), loss, tables };
}
async function restorerOf({ log }, { session, server, name }, jobs, { unrestricted }) {
    if (unrestricted) {
        log.warn((0,restore_role .JH)('that was agreed to'));
        return undefined;
    }
    const made = await (0,restore_role .dz)(session, server, {
        name,
        database: name,
        privileges: 'CONNECT, CREATE, TEMPORARY',
        connections: 2 * jobs + SPARE_CONNECTIONS,
    });
    if (typeof made === 'string') {
        log.warn((0,restore_role .JH)(made));
        return undefined;
    }
    await server.use(name, (owner) => (0,restore_role .Is)(owner, name));
    return made;
}
function withEmptyViews({ log }, loss, { unrefreshed }) {
    if (unrefreshed === undefined)
        return loss;
    const concern = (0,database_concerns .yE)(unrefreshed);
    log.warn(`The switch needs your consent: ${concern.reason}. REFRESH MATERIALIZED VIEW them after it.`);
    return { ...loss, concerns: [...(loss.concerns ?? []), concern] };
}
const lossSeconds = (restoreMilliseconds) => Math.max(2, restoreMilliseconds / 4000);
function verifiedSide({ ours }, backup) {
    const database = ours.find(({ note }) => note?.role === 'side' && note.state === 'verified' && (backup === undefined || isOf(note, backup)));
    if (!database)
        return undefined;
    const { loss, tables } = database.note;
    return { database, loss: loss, tables: tables ?? 0 };
}
function isOf(note, { source, sha256, takenAtFrom }) {
    return sha256 === undefined
        ? takenAtFrom === made_at .ZR && note.backup === (0,redact .E$)(source)
        : note.sha256 === sha256;
}
async function dropUnfinished(task, session, { ours }) {
    const sides = ours.filter(({ note }) => note?.role === 'side');
    if (sides.length === 0)
        return;
    const names = sides.map(({ name }) => `"${name}"`).join(', ');
    await (0,database_task .P)(task, 'drop unfinished', () => (0,leftovers .PA)(session, sides, ours), () => `What an earlier run left is dropped: ${names}`);
}
async function databaseOf(session, live, name) {
    const { ours } = await (0,observe .q_)(session, live);
    return ours.find((database) => database.name === name);
}
async function requireProperties(session, live, side) {
    const [wanted, present] = [
        await (0,properties .Qh)(session, live.oid),
        await (0,properties .Qh)(session, side.oid),
    ];
    const statements = (0,properties .CV)(side.name, present, wanted);
    await session.run('BEGIN');
    const refused = (await (0,settled ._W)(() => (0,properties .MP)(session, statements), () => session.run('ROLLBACK'))).map(properties .CU);
    if (refused.length === 0) {
        const settings = (0,properties .vm)(side.name, wanted);
        if (settings.length > 0)
            await session.run(settings.join(';\n'));
        return;
    }
    const [first, ...more] = refused.map((one) => one.replace((0,quote .AB)(side.name), (0,quote .AB)(live.name)));
    throw new errors .lZ(`This user cannot give the owner, grants and settings of the database "${live.name}" to another one; use its owner or a superuser: it may not ${first}${more.length > 0 ? `, nor ${more.length} more` : ''}.`, { details: refused });
}
async function fill({ server, signal, log, progress }, name, { backup, jobs, leftOut }, restorer, { unrestricted }) {
    const as = restorer ? { restorer } : { unrestricted };
    const restored = await restoreBackup(backup, {
        server,
        database: name,
        ...as,
        jobs,
        ...(leftOut && { leftOut }),
        log,
        progress,
        signal,
    });
    await (restorer?.server ?? server).use(name, analyze);
    return restored;
}
async function analyze(side) {
    const most = Math.floor((await (0,locks .b)(side)) / 4);
    const [wide] = await side.query(`SELECT FROM pg_class c WHERE relkind = 'p' AND NOT relispartition AND (SELECT count(*) FROM pg_partition_tree(c.oid)) > ${most} LIMIT 1`);
    if (!wide)
        return side.run('ANALYZE');
    const tables = await side.query(`SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
     WHERE relkind IN ('r', 'm') AND relpersistence <> 't' AND nspname !~ '^pg_' AND nspname <> 'information_schema'`);
    for (const { name: table } of tables)
        await side.run(`ANALYZE ${table}`);
}
function noteOf({ server, id, run }, { source, sha256 }) {
    const at = new Date().toISOString();
    return {
        of: server.database,
        role: 'side',
        state: 'created',
        id,
        run,
        at,
        backup: (0,redact .E$)(source),
        sha256,
    };
}


  }),

  95186:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  X: () => (  describeServer),
  V: () => (  preview)
});

var clock = __webpack_require__(21694);
var forecast = __webpack_require__(22295);
var duration = __webpack_require__(15902);
var errors = __webpack_require__(45145);
var sentence = __webpack_require__(4771);
var waits = __webpack_require__(95282);
var snapshots_tables = __webpack_require__(29182);
var quote = __webpack_require__(55737);
var made_at = __webpack_require__(96142);
; 








const LATER = 'what was written since would be lost; how many rows that is, is counted once it is restored, before anything is replaced';
async function foreseenLoss(server, backup, { session, snapshot, counts }) {
    const { takenAt } = backup;
    const seconds = takenAt === undefined ? undefined : await (0,clock .w)(takenAt, session);
    const age = seconds === undefined || seconds < 0 ? '' : `, ${(0,duration .a)(seconds)} old`;
    return `The backup is ${(0,made_at .Ed)(backup)}${age}; ${counts ? await writtenSince(server, takenAt, snapshot) : LATER}.`;
}
async function writtenSince(server, takenAt, snapshot) {
    try {
        return await server.use(server.database, async (session) => {
            const { on } = await session.one(`SELECT current_setting('track_commit_timestamp') AS on`);
            if (on === 'on' && takenAt !== undefined) {
                const since = `pg_catalog.pg_xact_commit_timestamp(xmin) > ${(0,quote .ol)(takenAt)}::timestamptz`;
                return describeWritten(await count(session, (_, table) => rowsIn(session, `${table} WHERE ${since}`)));
            }
            if (snapshot === undefined)
                return LATER;
            const known = new Map(snapshot.tables.map((table) => [(0,snapshots_tables .Vb)(table), Number(table.rows)]));
            return describeMore(await count(session, async (name, table) => {
                const before = known.get(name);
                return before === undefined ? 0 : (await rowsIn(session, table)) - before;
            }));
        });
    }
    catch (error) {
        if (!(error instanceof errors .lZ))
            throw error;
        return LATER;
    }
}
async function count(session, rowsOf) {
    const end = performance.now() + waits .r.PLAN_COUNT_MS;
    await session.run(`SET lock_timeout = '1s'`);
    const tables = await (0,snapshots_tables .wb)(session);
    const rows = new Map();
    for (const table of tables.toSorted((one, other) => one.bytes - other.bytes)) {
        const left = Math.floor(end - performance.now());
        if (left <= 0)
            break;
        await session.run(`SET statement_timeout = ${left}`);
        const found = await rowsOf((0,snapshots_tables .Vb)(table), (0,quote .Z8)(table)).catch(() => 0);
        if (found > 0)
            rows.set((0,snapshots_tables .Vb)(table), found);
    }
    return rows;
}
async function rowsIn(session, from) {
    const { rows } = await session.one(`SELECT count(*)::text AS rows FROM ONLY ${from}`);
    return Number(rows);
}
const describeWritten = (rows) => rows.size === 0
    ? LATER
    : `${describeRows(rows)} written since and would be lost or go back to older contents`;
const describeMore = (rows) => rows.size === 0
    ? LATER
    : `${describeRows(rows)} added since its snapshot and would be lost; what was changed since goes back as well`;
function describeRows(rows) {
    const total = [...rows.values()].reduce((sum, each) => sum + each, 0);
    const most = [...rows].toSorted(([, one], [, other]) => other - one);
    const names = most.map(([name, each]) => `${name} ${each.toLocaleString('en')}`);
    const [noun, verb] = total === 1 ? ['row', 'was'] : ['rows', 'were'];
    return `at least ${total.toLocaleString('en')} ${noun} (${(0,sentence .eZ)(names)}) ${verb}`;
}

var privileged = __webpack_require__(28591);
var rollback = __webpack_require__(31505);
var source = __webpack_require__(7064);
; 






async function preview({ server, session, accepts, log }, { way, of, maxDataLoss, counts, snapshot: given, ...options }) {
    const read = await (0,source .oW)({ ...options, ...(await describeServer(session)), progress: () => { } });
    const snapshot = await (0,source .eY)(given, options);
    if (read === undefined) {
        log.info('What is in the backup is known only once it is fetched; it is looked into then, before anything is changed.');
        return foreseenLoss(server, (0,source .nR)(options.source, snapshot, of), { session, snapshot, counts });
    }
    const found = (0,source .Bm)(read, snapshot, of);
    const loss = await foreseenLoss(server, found, { session, snapshot, counts });
    log.info(loss);
    await (0,rollback .k1)(session, found, { of, maxDataLoss }, accepts);
    await (0,forecast .N)({ server, accepts, log }, found, way);
    await (0,privileged ._g)({ server, accepts }, found);
    return loss;
}
async function describeServer(session) {
    const { zone } = await session.one(`SELECT current_setting('log_timezone') AS zone`);
    return { server: Math.floor(session.version / 10000), zone, now: await (0,clock .i)(session) };
}


  }),

  28591:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    LC: () => (  makeLast),
    _g: () => (  privilegesFor)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4771);
  var _concerns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87927);



async function privilegesFor({ server, accepts }, backup) {
    const { privileged, source } = backup;
    if (privileged.length === 0)
        return { unrestricted: false, last: [] };
    const { superuser, live } = await server.use(server.database, async (session) => ({
        superuser: (await session.one('SELECT rolsuper AS is FROM pg_roles WHERE rolname = current_user')).is,
        live: await lastOfLive(session),
    }));
    const needed = privileged.filter(({ isLast }) => !isLast);
    if (needed.length > 0 && !superuser) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${source} makes ${listOf(needed)}, which only a superuser may make, and "${server.user}" is not one; nothing was changed. Give the \`database-url\` of a superuser.`);
    }
    const last = superuser ? live.filter((one) => privileged.some((other) => isSame(one, other))) : [];
    const lacking = privileged.filter((one) => one.isLast && !last.some((other) => isSame(one, other)));
    (0,_concerns_js__WEBPACK_IMPORTED_MODULE_1__  .b5)(rightsConcerns(source, needed, lacking, superuser), accepts, 'nothing was changed');
    return { unrestricted: needed.length > 0, last: needed.length > 0 ? [] : last };
}
const isSame = (a, b) => a.kind === b.kind && a.name === b.name;
function rightsConcerns(source, needed, lacking, superuser) {
    if (needed.length > 0)
        return [
            {
                word: 'rights',
                tables: [],
                reason: `${source} makes ${listOf(needed)}, which only a superuser may make: all of it would be restored with the rights of the user of \`database-url\`, who may do anything on the server`,
            },
        ];
    if (lacking.length === 0)
        return [];
    const clause = superuser ? 'which the live database does not have' : 'which only a superuser may make';
    return [
        {
            word: 'rights',
            tables: [],
            reason: `${source} makes ${listOf(lacking)}, ${clause}: it would be left out`,
        },
    ];
}
const listOf = (privileged) => (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_2__  .eZ)(privileged.map(({ kind, name }) => `the ${kind} ${JSON.stringify(name.slice(0, 100))}`));
async function lastOfLive(session) {
    return session.query(`SELECT 'event trigger' AS kind, evtname::text AS name,
       array_remove(ARRAY[
         format('CREATE EVENT TRIGGER %I ON %I%s EXECUTE FUNCTION %I.%I()', evtname, evtevent,
           ' WHEN TAG IN (' || (SELECT string_agg(quote_literal(tag), ', ') FROM unnest(evttags) AS tag) || ')', nspname, proname),
         CASE evtenabled WHEN 'D' THEN format('ALTER EVENT TRIGGER %I DISABLE', evtname) WHEN 'R' THEN format('ALTER EVENT TRIGGER %I ENABLE REPLICA', evtname)
           WHEN 'A' THEN format('ALTER EVENT TRIGGER %I ENABLE ALWAYS', evtname) END,
         format('COMMENT ON EVENT TRIGGER %I IS %L', evtname, obj_description(t.oid, 'pg_event_trigger')),
         format('ALTER EVENT TRIGGER %I OWNER TO %I', evtname, pg_get_userbyid(evtowner))], NULL) AS statements,
       json_build_object('name', format('%I.%I()', nspname, proname), 'definition', pg_get_functiondef(p.oid)) AS calls
     FROM pg_event_trigger t JOIN pg_proc p ON p.oid = evtfoid JOIN pg_namespace n ON n.oid = pronamespace
     WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = t.oid AND d.deptype = 'e')
     UNION ALL
     SELECT 'publication', pubname,
       array_remove(ARRAY[
         format('CREATE PUBLICATION %I FOR ALL TABLES WITH (publish = %L, publish_via_partition_root = %s)', pubname,
           concat_ws(', ', CASE WHEN pubinsert THEN 'insert' END, CASE WHEN pubupdate THEN 'update' END, CASE WHEN pubdelete THEN 'delete' END, CASE WHEN pubtruncate THEN 'truncate' END), pubviaroot::text),
         format('COMMENT ON PUBLICATION %I IS %L', pubname, obj_description(p.oid, 'pg_publication')),
         format('ALTER PUBLICATION %I OWNER TO %I', pubname, pg_get_userbyid(pubowner))], NULL), NULL
     FROM pg_publication p WHERE puballtables`);
}
async function makeLast(server, database, last) {
    if (last.length === 0)
        return [];
    return server.use(database, async (session) => {
        const failed = [];
        for (const { kind, name, statements, calls } of last) {
            const what = `The ${kind} ${JSON.stringify(name)} of the live database is left out`;
            if (calls && (await definitionOf(session, calls.name)) !== calls.definition) {
                failed.push(`${what}: the backup has another ${calls.name}, which it calls. Look at it, and make the ${kind} by hand.`);
                continue;
            }
            try {
                await session.run(`SET search_path = pg_catalog, pg_temp; BEGIN; ${statements.join('; ')}; COMMIT`);
            }
            catch (error) {
                await session.run('ROLLBACK');
                failed.push(`${what}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)}`);
            }
        }
        return failed;
    });
}
async function definitionOf(session, name) {
    const [found] = await session.query('SELECT pg_catalog.pg_get_functiondef(pg_catalog.to_regprocedure($1)) AS definition WHERE pg_catalog.to_regprocedure($1) IS NOT NULL', [name]);
    return found?.definition;
}


  }),

  10539:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CU: () => (  withoutValue),
    CV: () => (  propertyStatements),
    MP: () => (  carryOutWherePossible),
    Qh: () => (  readProperties),
    vm: () => (  settingsForRestore)
  });
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55737);

async function readProperties(session, oid) {
    const database = await session.one(`SELECT rolname::text AS owner, datconnlimit AS "connectionLimit"
     FROM pg_database d JOIN pg_roles r ON r.oid = datdba WHERE d.oid = $1`, [oid]);
    const grants = await session.query(`SELECT rolname::text AS grantee, privilege_type AS privilege, is_grantable AS grantable
     FROM pg_database d, aclexplode(coalesce(datacl, acldefault('d', datdba))) LEFT JOIN pg_roles r ON r.oid = grantee
     WHERE d.oid = $1 AND (grantee = 0 OR rolname IS NOT NULL) ORDER BY 1, 2`, [oid]);
    const settings = await session.query(`SELECT rolname::text AS role, split_part(setting, '=', 1) AS name,
            substr(setting, strpos(setting, '=') + 1) AS value
     FROM pg_db_role_setting CROSS JOIN unnest(setconfig) AS setting LEFT JOIN pg_roles r ON r.oid = setrole
     WHERE setdatabase = $1 ORDER BY 1, 2`, [oid]);
    const labels = await session.query(`SELECT provider, label FROM pg_shseclabel WHERE objoid = $1 AND classoid = 'pg_database'::regclass ORDER BY 1`, [oid]);
    return { ...database, grants, settings, labels };
}
function propertyStatements(name, from, to) {
    const database = `DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(name)}`;
    const grantees = new Set(from.grants.map(({ grantee }) => grantee));
    return [
        ...(from.owner === to.owner ? [] : [`ALTER ${database} OWNER TO ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(to.owner)}`]),
        `ALTER ${database} CONNECTION LIMIT ${to.connectionLimit}`,
        ...[...grantees].map((grantee) => `REVOKE ALL ON ${database} FROM ${roleName(grantee)} CASCADE`),
        ...to.grants.map(({ grantee, privilege, grantable }) => `GRANT ${privilege} ON ${database} TO ${roleName(grantee)}${grantable ? ' WITH GRANT OPTION' : ''}`),
        ...from.settings.map(({ role, name: parameter }) => `${alter(database, role)} RESET ${parameterName(parameter)}`),
        ...to.settings.map((setting) => settingStatement(database, setting)),
        ...from.labels.map(({ provider }) => `SECURITY LABEL FOR ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(provider)} ON ${database} IS NULL`),
        ...to.labels.map(({ provider, label }) => `SECURITY LABEL FOR ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(provider)} ON ${database} IS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .ol)(label)}`),
    ];
}
const NOT_FOR_RESTORE = new Set(['role', 'session_authorization', 'temp_file_limit', 'search_path']);
const settingsForRestore = (name, { settings }) => settings
    .filter(({ role, name: parameter }) => role === null && !NOT_FOR_RESTORE.has(parameter.toLowerCase()))
    .map((setting) => settingStatement(`DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(name)}`, setting));
async function carryOutWherePossible(session, statements) {
    await session.run('SAVEPOINT properties');
    try {
        await session.run(statements.join(';\n'));
        return [];
    }
    catch {
        await session.run('ROLLBACK TO SAVEPOINT properties');
    }
    const refused = [];
    for (const statement of statements)
        try {
            await session.run(`SAVEPOINT property; ${statement}`);
        }
        catch {
            await session.run('ROLLBACK TO SAVEPOINT property');
            refused.push(statement);
        }
    return refused;
}
const QUOTED = '"(?:[^"]|"")*"';
const SET_VALUE = new RegExp(`^(ALTER (?:DATABASE ${QUOTED}|ROLE ${QUOTED} IN DATABASE ${QUOTED}) SET ${QUOTED}(?:\\.${QUOTED})*) TO `, 's');
const withoutValue = (statement) => SET_VALUE.exec(statement)?.[1] ?? statement;
const roleName = (role) => (role === null ? 'PUBLIC' : (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(role));
const alter = (database, role) => role === null ? `ALTER ${database}` : `ALTER ROLE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(role)} IN ${database}`;
const settingStatement = (database, { role, name, value }) => `${alter(database, role)} SET ${parameterName(name)} TO ${settingValue(name, value)}`;
const parameterName = (name) => name.split('.').map(_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB).join('.');
const LISTS = new Set([
    'search_path',
    'temp_tablespaces',
    'local_preload_libraries',
    'session_preload_libraries',
    'shared_preload_libraries',
    'unix_socket_directories',
]);
function settingValue(name, value) {
    if (!LISTS.has(name.toLowerCase()))
        return (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .ol)(value);
    const items = [...value.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
    return items.length > 0 ? items.map(_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .ol).join(', ') : "''";
}


  }),

  18521:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Gx: () => (  heldNow),
    U: () => (  resume),
    c7: () => (  findWorkloads),
    dq: () => (  toQuiesce),
    en: () => (  quiesce),
    tS: () => (  parseQuiesce),
    v$: () => (  notedNow),
    w9: () => (  takeOver)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_settled_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71501);
  var _domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54085);
  var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59027);
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1807);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60921);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3090);
  var _systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(15301);
  var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85738);
  var _stay_down_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40312);










function toQuiesce(wanted) {
    const verbs = wanted === 'all' ? ['get', 'list', 'patch'] : ['get', 'patch'];
    const resources = new Set(wanted === 'all' ? [_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .EZ.Deployment.plural] : wanted.map(({ kind }) => _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .EZ[kind].plural));
    return [
        ...[...resources].map((resource) => ({ group: 'apps', resource, verbs })),
        { group: '', resource: 'pods', verbs: ['list', 'watch'] },
    ];
}
function parseQuiesce(items) {
    if (items.includes('all')) {
        if (items.length > 1)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `quiesce` is `all`; leave other names out, or leave `all` out.');
        return 'all';
    }
    const refs = items.map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .rd);
    const daemon = refs.find(({ kind }) => kind === 'DaemonSet');
    if (daemon)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`quiesce\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .Pf)(daemon)}, which has no replicas to scale to zero; accepted are Deployments and StatefulSets.`);
    return refs;
}
async function findWorkloads({ client, namespace, wanted }) {
    if (wanted === 'all') {
        const list = await client.list((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .jC)(namespace, 'Deployment'));
        return list.items;
    }
    return Promise.all(wanted.map(async (ref) => {
        const found = await client.find((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .jC)(namespace, ref.kind, ref.name));
        if (!found)
            throw notThere(ref, namespace);
        requireVolumesStay(found);
        return found;
    }));
}
function requireVolumesStay({ kind, metadata, spec }) {
    const { persistentVolumeClaimRetentionPolicy, volumeClaimTemplates = [], replicas } = spec;
    if (persistentVolumeClaimRetentionPolicy?.whenScaled !== 'Delete')
        return;
    if (volumeClaimTemplates.length === 0 || replicas === 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`quiesce\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .Pf)({ kind, name: metadata.name })}, whose volumes are deleted when it is scaled to zero (persistentVolumeClaimRetentionPolicy.whenScaled is Delete); set that to Retain first, or leave it out.`);
}
const notThere = (ref, namespace) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`quiesce\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .Pf)(ref)}, which is not in the namespace ${namespace}.`);
async function presentWorkloads({ client, namespace, wanted }) {
    if (wanted === 'all')
        return findWorkloads({ client, namespace, wanted });
    const found = await Promise.all(wanted.map(({ kind, name }) => client.find((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .jC)(namespace, kind, name))));
    return found.filter((workload) => workload !== undefined);
}
const notedNow = (target) => async (client) => (await presentWorkloads({ ...target, client })).filter((workload) => (0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__  .Wv)(workload) !== undefined);
const heldNow = (target) => 
target.wanted === 'all' ? notedNow(target) : (client) => presentWorkloads({ ...target, client });
async function quiesce(target, id, log) {
    const workloads = await findWorkloads(target);
    await Promise.all(workloads.map((workload) => patched(target, workload, (fresh) => {
        if ((0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__  .i7)(fresh))
            return takenOver(fresh, id);
        if ((0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__  .Le)(fresh) && fresh.spec.replicas === 0)
            return undefined;
        const note = { replicas: fresh.spec.replicas ?? 1, id, at: new Date().toISOString() };
        return { metadata: { annotations: { [_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__  ._r]: JSON.stringify(note) } }, spec: { replicas: 0 } };
    })));
    await (0,_stay_down_js__WEBPACK_IMPORTED_MODULE_9__  .Cr)(heldNow(target), target.client, (client) => Promise.all(workloads.map((workload) => podsGone({ ...target, client }, workload, log))));
}
async function takeOver(target, id) {
    for (const workload of await presentWorkloads(target))
        if ((0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__  .i7)(workload))
            await patched(target, workload, (fresh) => takenOver(fresh, id));
}
function takenOver(fresh, id) {
    const note = (0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__  .Wv)(fresh);
    if (!note || note.id === id)
        return undefined;
    return { metadata: { annotations: { [_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__  ._r]: JSON.stringify({ ...note, id }) } } };
}
async function resume(target, log, id) {
    const workloads = await presentWorkloads(target);
    const given = await (0,_base_settled_js__WEBPACK_IMPORTED_MODULE_1__  .vd)(workloads.map((workload) => restoreReplicas(target, workload, log, id)));
    return given.filter((each) => each !== undefined);
}
async function restoreReplicas(target, workload, log, id) {
    const broken = (0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__  .Le)(workload);
    if (broken)
        log.warn(broken);
    const held = (0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__  .Wv)(workload);
    if (!held || (id !== undefined && held.id !== id))
        return undefined;
    await patched(target, workload, (fresh) => {
        const note = (0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__  .Wv)(fresh);
        if (!note)
            return undefined;
        const metadata = { annotations: { [_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__  ._r]: null } };
        if (fresh.spec.replicas === 0)
            return { metadata, spec: { replicas: note.replicas } };
        log.warn(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .H8)(fresh))} was scaled to ${fresh.spec.replicas} meanwhile and is left so; it had ${note.replicas} replicas before.`);
        return { metadata };
    });
    return `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .H8)(workload))} (${held.replicas})`;
}
async function patched({ client, namespace }, workload, change) {
    const path = (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__  .jC)(namespace, workload.kind, workload.metadata.name);
    for (let fresh = workload;; fresh = await client.get(path)) {
        const patch = change(fresh);
        if (!patch)
            return;
        const { resourceVersion } = fresh.metadata;
        try {
            await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_3__.PATCH.merge, { ...patch, metadata: { ...patch.metadata, resourceVersion } });
            return;
        }
        catch (error) {
            if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_4__  .hD && error.status === 409))
                throw error;
        }
    }
}
async function podsGone({ client, namespace }, workload, log) {
    const watching = client.withSignal(client.signal);
    const labelSelector = (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_8__  .nM)(workload.spec.selector);
    try {
        await new Promise((resolve, reject) => {
            const stop = () => reject(client.signal.reason);
            client.signal.addEventListener('abort', stop, { once: true });
            let pods;
            const check = () => {
                if (pods && ![...pods.items.values()].some(isAlive))
                    resolve();
            };
            _systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_7__  .v.start(watching, (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, namespace, 'pods'), { labelSelector }, {
                change: check,
                error: reject,
                onDegraded: (error) => log.info(`… the API server does not answer and is asked again: ${error.message}`),
            }).then((list) => {
                pods = list;
                check();
            }, reject);
        });
    }
    finally {
        watching.close();
    }
}
const isAlive = (pod) => !['Succeeded', 'Failed'].includes(pod.status?.phase ?? '');


  }),

  30907:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    GY: () => (  dropOwnRole),
    Is: () => (  openSchema),
    JH: () => (  withAllRights),
    dz: () => (  makeRestoreRole),
    w_: () => (  dropRestoreRole),
    yO: () => (  ownRoles)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55737);
  var _clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21694);





const MARK = 'rollback-actions: restores a backup';
const VALID_MS = 86_400_000;
const ITERATIONS = 4096;
async function makeRestoreRole(session, server, { name, database, privileges, connections }) {
    const password = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('base64url');
    const role = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(name);
    const until = new Date((await (0,_clock_js__WEBPACK_IMPORTED_MODULE_3__  .i)(session)) + VALID_MS).toISOString();
    const tablespaces = await grantableTablespaces(session);
    const membership = session.version >= 160_000 ? ' WITH INHERIT TRUE, SET TRUE' : '';
    try {
        await session.run(`BEGIN;
       CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .ol)(verifierOf(password))}
         VALID UNTIL ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .ol)(until)} CONNECTION LIMIT ${connections};
       COMMENT ON ROLE ${role} IS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .ol)(MARK)};
       GRANT ${role} TO CURRENT_USER${membership};
       GRANT ${privileges} ON DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(database)} TO ${role};
       ${tablespaces.map((tablespace) => `GRANT CREATE ON TABLESPACE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(tablespace)} TO ${role};`).join('\n')}
       COMMIT`);
    }
    catch (error) {
        await session.run('ROLLBACK');
        return `"${server.user}" cannot create a role for it (${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__  .Qu)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error))}; ALTER ROLE … CREATEROLE lets it)`;
    }
    const restorer = { name, server: server.withUser(name, password) };
    try {
        await (await restorer.server.connectOnce(database)).close();
        return restorer;
    }
    catch (error) {
        await dropRestoreRole(session, server, { name, database });
        return `a role that is made for it cannot log in (${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__  .Qu)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error))}; pg_hba.conf has to let it)`;
    }
}
async function grantableTablespaces(session) {
    const rows = await session.query(`SELECT spcname::text AS name FROM pg_catalog.pg_tablespace
     WHERE spcname NOT IN ('pg_default', 'pg_global') AND pg_catalog.has_tablespace_privilege(oid, 'CREATE WITH GRANT OPTION') ORDER BY 1`);
    return rows.map(({ name }) => name);
}
const withAllRights = (reason) => `The backup is restored with all rights of the user of \`database-url\`, so only what was recognized in it is kept from reaching other databases: ${reason}.`;
async function openSchema(owner, role) {
    const { owns } = await owner.one(`SELECT pg_catalog.pg_has_role(nspowner, 'USAGE') AS owns FROM pg_catalog.pg_namespace WHERE nspname = 'public'`);
    if (owns)
        await owner.run(`GRANT USAGE, CREATE ON SCHEMA public TO ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(role)}`);
}
async function dropRestoreRole(session, server, { name, database }) {
    await server.use(database, (owner) => owner.run(`DROP OWNED BY ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(name)}`));
    await dropOwnRole(session, name);
}
async function dropOwnRole(session, name) {
    if ((await ownRoles(session)).includes(name))
        await session.run(`DROP ROLE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(name)}`);
}
async function ownRoles(session) {
    const roles = await session.query(`SELECT rolname::text AS name FROM pg_roles r WHERE NOT rolsuper AND shobj_description(r.oid, 'pg_authid') = $1`, [MARK]);
    return roles.map(({ name }) => name);
}
function verifierOf(password) {
    const salt = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16);
    const salted = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.pbkdf2Sync)(password, salt, ITERATIONS, 32, 'sha256');
    const keyed = (words) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', salted).update(words).digest();
    const stored = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(keyed('Client Key')).digest('base64');
    return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}


  }),

  90181:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Of: () => (  writeRestoredNote),
    Tx: () => (  withoutRestoredNote),
    qI: () => (  restoredNoteIn)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55737);


const schema = valibot__WEBPACK_IMPORTED_MODULE_0__  .Ikc({
    restored: valibot__WEBPACK_IMPORTED_MODULE_0__  .KIO(['restored', 'verified']),
    run: valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(),
    at: valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(),
    backup: valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(),
    safetyDump: valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(),
    downtimeSeconds: valibot__WEBPACK_IMPORTED_MODULE_0__  .aig(),
});
const LINE = /(?:^|\n)rollback-actions in place: (.*)$/;
function restoredNoteIn(comment) {
    const text = LINE.exec(comment ?? '')?.[1];
    if (text === undefined)
        return undefined;
    try {
        return valibot__WEBPACK_IMPORTED_MODULE_0__  .qgA(schema, JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
const withoutRestoredNote = (comment) => comment?.replace(LINE, '') || null;
function withRestoredNote(comment, note) {
    const rest = withoutRestoredNote(comment);
    const line = `rollback-actions in place: ${JSON.stringify(note)}`;
    return rest === null ? line : `${rest}\n${line}`;
}
async function writeRestoredNote(session, database, note) {
    const { comment } = await session.one(`SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`, [database]);
    await session.run(`COMMENT ON DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .AB)(database)} IS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .ol)(withRestoredNote(comment, note))}`);
}


  }),

  31505:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  Q7: () => (  rollback_all),
  uH: () => (  clean),
  Gl: () => (  prepareOnly),
  k1: () => (  requireRightBackup),
  U: () => (  resume),
  Xi: () => (  switchOnly),
  tN: () => (  rollback_undo)
});

var duration = __webpack_require__(15902);
var errors = __webpack_require__(45145);
var consent = __webpack_require__(60225);
var made_at = __webpack_require__(96142);
var blockers = __webpack_require__(89861);
var clock = __webpack_require__(21694);
var database_concerns = __webpack_require__(87927);
var earlier_attempt = __webpack_require__(8596);
var forecast = __webpack_require__(22295);
var database_leftovers = __webpack_require__(62280);
var observe = __webpack_require__(16076);
var one_database_extensions = __webpack_require__(29087);
var prepare = __webpack_require__(25176);
var deadline = __webpack_require__(68606);
var waits = __webpack_require__(95282);
; 


async function measureDowntime(server, signal, work) {
    const over = new AbortController();
    const stop = AbortSignal.any([signal, over.signal]);
    const outside = server.withSignal(stop);
    let longest = 0;
    let isDone = false;
    let isOver = false;
    let succeeded = performance.now();
    const attempt = async () => {
        const isLast = isDone;
        try {
            await (await outside.connectOnce()).close();
            longest = Math.max(longest, performance.now() - succeeded);
            succeeded = performance.now();
            isOver = isLast;
        }
        catch {
        }
    };
    await attempt();
    longest = 0;
    const running = (async () => {
        while (!stop.aborted && !isOver) {
            await (0,deadline .v7)(waits .r.DOWNTIME_PERIOD_MS, stop).then(attempt, () => { });
        }
    })();
    try {
        await work();
    }
    catch (error) {
        over.abort();
        await running;
        throw error;
    }
    isDone = true;
    const late = setTimeout(() => over.abort(), waits .r.DOWNTIME_LONGEST_MS);
    await running;
    clearTimeout(late);
    return (isOver ? longest : Math.max(longest, performance.now() - succeeded)) / 1000;
}

var database_note = __webpack_require__(55846);
var database_properties = __webpack_require__(10539);
var sentence = __webpack_require__(4771);
var time_limit = __webpack_require__(2609);
var quote = __webpack_require__(55737);
var session = __webpack_require__(81149);
var restored_note = __webpack_require__(90181);
; 












const ATTEMPTS = 2;
const BEING_ACCESSED = '55006';
async function swap(server, plan) {
    for (let attempt = 1;; attempt++) {
        const sessions = await connectTwice(server).catch((error) => {
            throw switchError(plan, error);
        });
        const refused = [];
        try {
            await attemptSwap(sessions, plan, refused).finally(() => Promise.all(sessions.map((one) => one.close())));
            return refused;
        }
        catch (error) {
            if (await foundSwapped(server, plan))
                return refused;
            if (attempt === ATTEMPTS)
                throw await explainFailure(server, plan, error);
        }
    }
}
async function connectTwice(server) {
    const session = await (0,observe .Op)(server);
    try {
        return [session, await (0,observe .Op)(server)];
    }
    catch (error) {
        await session.close();
        throw error;
    }
}
async function attemptSwap([session, terminator], plan, refused) {
    const { live, incoming, keptAs, note } = plan;
    const comment = (0,restored_note .Tx)(live.comment);
    const wanted = await (0,database_properties .Qh)(session, live.oid);
    const present = await (0,database_properties .Qh)(session, incoming.oid);
    await session.run(`BEGIN; SET LOCAL synchronous_commit = local; SET LOCAL lock_timeout = ${waits .r.SWITCH_LOCK_MS}; SET LOCAL statement_timeout = ${waits .r.SWITCH_STATEMENT_MS};
    SET LOCAL idle_in_transaction_session_timeout = '10s'`);
    const transitName = (0,database_note .Fe)(live.name, note.id, 'next');
    await renameAndEndSessions(session, terminator, incoming, transitName);
    await renameAndEndSessions(session, terminator, live, keptAs);
    await session.run(`ALTER DATABASE ${(0,quote .AB)(transitName)} RENAME TO ${(0,quote .AB)(live.name)}`);
    const properties = (0,database_properties .CV)(live.name, present, wanted);
    if (note.role === 'undone')
        refused.push(...(await (0,database_properties .MP)(session, properties)));
    else
        await session.run(properties.join(';\n'));
    await session.run([
        `ALTER DATABASE ${(0,quote .AB)(live.name)} ALLOW_CONNECTIONS true`,
        `COMMENT ON DATABASE ${(0,quote .AB)(live.name)} IS ${comment === null ? 'NULL' : (0,quote .ol)(comment)}`,
        `ALTER DATABASE ${(0,quote .AB)(keptAs)} ALLOW_CONNECTIONS false`,
        `COMMENT ON DATABASE ${(0,quote .AB)(keptAs)} IS ${(0,quote .ol)((0,database_note .IP)(note))}`,
    ].join(';\n'));
    await requireOid(session, live.name, incoming.oid);
    await requireOid(session, keptAs, live.oid);
    await session.run('COMMIT');
}
async function renameAndEndSessions(session, terminator, { oid, name }, to) {
    const renamed = session.run(`ALTER DATABASE ${(0,quote .AB)(name)} RENAME TO ${(0,quote .AB)(to)}`);
    await Promise.all([renamed, endSessionsUntil(renamed, terminator, oid)]);
}
async function endSessionsUntil(done, terminator, oid) {
    const ended = new AbortController();
    const end = () => ended.abort();
    done.then(end, end);
    while (!ended.signal.aborted) {
        const clients = await (0,observe .pH)(terminator, oid);
        const pids = clients.filter(({ endable }) => endable).map(({ pid }) => pid);
        if (pids.length > 0)
            await terminator.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [pids]);
        await (0,deadline .v7)(waits .r.SWITCH_ROUND_MS, ended.signal).catch(() => { });
    }
}
async function requireOid(session, name, oid) {
    const found = await oidOf(session, name);
    if (found !== oid)
        throw new errors .lZ(`The database "${name}" is not the one that was planned; someone else has renamed databases meanwhile.`);
}
async function oidOf(session, name) {
    const rows = await session.query('SELECT oid::int8::float8 AS oid FROM pg_database WHERE datname = $1', [name]);
    return rows[0]?.oid;
}
async function foundSwapped(server, plan) {
    try {
        return await isSwapped(server, plan);
    }
    catch (error) {
        const [cause] = (0,errors .bD)(error).split(/; |\.$/);
        throw new errors .lZ(`It is unknown whether "${plan.live.name}" was switched: ${cause}; run this again when that is over, and it goes on from there.`, { cause: error });
    }
}
async function isSwapped(server, { live, incoming }) {
    const session = await (0,observe .Op)(server.withSignal((0,time_limit .z)(waits .r.SWITCH_CHECK_MS, 'PostgreSQL did not answer')));
    try {
        return (await oidOf(session, live.name)) === incoming.oid;
    }
    finally {
        await session.close();
    }
}
async function explainFailure(server, plan, error) {
    if ((0,session .$N)(error) !== BEING_ACCESSED)
        return switchError(plan, error);
    return switchError(plan, error, await readClientsOf(server, plan.live.oid).catch(() => []));
}
async function readClientsOf(server, oid) {
    const session = await (0,observe .Op)(server.withSignal((0,time_limit .z)(waits .r.SWITCH_CHECK_MS, 'PostgreSQL did not answer')));
    try {
        return await (0,observe .pH)(session, oid);
    }
    finally {
        await session.close();
    }
}
function switchError({ live, note }, error, clients = []) {
    const held = clients.length > 0 ? `; connected are ${clients.slice(0, 5).map(blockers .$G).join('; ')}` : '';
    const again = note.role === 'undone' ? 'run this again' : 'run this again with `phase: switch`';
    return new errors .lZ(`The database "${live.name}" could not be switched, and is as it was: ${(0,sentence .Qu)((0,errors .bD)(error))}${held}; ${again} when ${held ? 'they are gone' : 'that is over'}.`, { cause: error });
}

var database_task = __webpack_require__(88771);
var database_traffic = __webpack_require__(26025);
; 









async function switchTo(task, session, incoming, keptAs) {
    const { server, id, signal, traffic } = task;
    const name = server.database;
    if ((0,database_task .H)(traffic))
        (0,blockers .um)(await (0,observe .S$)(session, name, signal), { stopsTraffic: true });
    return (0,database_traffic .ak)(task, async () => {
        const observed = await (0,observe .S$)(session, name, signal);
        (0,blockers .um)(observed, { stopsTraffic: false });
        return (0,database_task .P)(task, 'switch', async () => {
            const at = new Date(await (0,clock .i)(session)).toISOString();
            const note = noteOf(task, observed, incoming, { role: keptAs.role, at });
            const previous = await freeName(session, name, id, keptAs.what);
            const plan = { live: observed.live, keptAs: previous, note, incoming };
            let left = [];
            const downtimeSeconds = await measureDowntime(server, signal, async () => {
                left = await swap(server, plan);
            });
            if (left.length > 0)
                task.log.warn(`What was granted or set on "${name}" since the rollback stays with "${previous}", as the user of \`database-url\` may not give it to another database: ${left.slice(0, 3).map(database_properties .CU).join('; ')}.`);
            return { downtimeSeconds, previous };
        }, ({ downtimeSeconds, previous }) => `"${name}" is switched; no client could connect for ${downtimeSeconds.toFixed(2)} s; what it was is kept as "${previous}"`);
    });
}
async function freeName(session, database, id, what) {
    const rows = await session.query('SELECT datname::text AS name FROM pg_database');
    const taken = new Set(rows.map(({ name }) => name));
    for (let count = 1;; count++) {
        const name = (0,database_note .Fe)(database, count === 1 ? id : `${id} (${count})`, what);
        if (!taken.has(name))
            return name;
    }
}
function noteOf({ id, run }, { live }, incoming, { role, at }) {
    const { backup, sha256, loss, tables, run: before, at: then } = incoming.note;
    const switched = role === 'undone' ? { run: before, at: then } : undefined;
    return {
        of: live.name,
        role,
        id,
        run,
        at,
        backup,
        sha256,
        replacedBy: incoming.oid,
        switched,
        loss,
        tables,
    };
}

var undo = __webpack_require__(32548);
; 

















async function rollback_all(task, session, request) {
    const already = await switchedAlready(task, await (0,observe .q_)(session, task.server.database), request.source);
    if (already)
        return already;
    const side = await prepareSide(task, session, request, true);
    await requireLossAccepted(task, session, side);
    return switchSide(task, session, side, request.keep);
}
async function prepareOnly(task, session, request) {
    const already = await switchedAlready(task, await (0,observe .q_)(session, task.server.database), request.source);
    if (already)
        return already;
    const { database, loss, tables } = await prepareSide(task, session, request);
    const message = `"${database.name}" is ready to take the place of "${task.server.database}"; phase \`switch\` does it, phase \`clean\` removes it.`;
    return { done: true, message, loss, tables, side: database.name };
}
async function switchOnly(task, session, { keep, maxDataLoss }) {
    const databases = await (0,observe .q_)(session, task.server.database);
    const already = await switchedAlready(task, databases);
    if (already)
        return already;
    const side = (0,prepare .a$)(databases);
    if (!side) {
        throw new errors .lZ(`No verified database is beside "${databases.live.name}"; run the phase \`prepare\` first.`);
    }
    const { backupTime, backupBetween } = side.loss;
    const madeAt = { takenAt: backupTime ?? undefined, takenBetween: backupBetween };
    await requireAge(session, madeAt, maxDataLoss, task.accepts);
    await requireLossAccepted(task, session, side);
    task.log.info(`✓ "${side.database.name}" was restored from ${side.database.note?.backup} and verified at ${side.database.note?.at}`);
    return switchSide(task, session, side, keep);
}
async function rollback_undo(task, session) {
    const plan = (0,undo .A)(await (0,observe .q_)(session, task.server.database), task.run);
    if (plan.action === 'nothing') {
        return (0,database_traffic .PP)(task, `Nothing to undo: ${plan.reason}.`);
    }
    const switched = await switchTo(task, session, plan.to, { what: 'undone', role: 'undone' });
    const message = `"${task.server.database}" is what it was before the rollback again; no client could connect for ${switched.downtimeSeconds.toFixed(2)} s, and what was written since is in "${switched.previous}".`;
    return { done: true, message, ...switched };
}
async function resume(task) {
    const given = await (0,database_traffic .ZF)(task);
    return given.length > 0
        ? { done: true, message: `Traffic is resumed: ${given.join(', ')}.` }
        : { done: false, message: 'Nothing to resume: no traffic is paused.' };
}
async function clean(task, session, keep) {
    const databases = await (0,observe .q_)(session, task.server.database);
    const leftovers = (0,database_leftovers .Kz)(databases, keep, task.accepts).map(({ database }) => database);
    if (leftovers.length === 0)
        return {
            done: false,
            message: `Nothing to clean: rollbacks have left no database beside what \`keep\` says${(0,database_leftovers ._i)(databases)}.`,
        };
    const bound = await (0,database_task .P)(task, 'clean', () => (0,database_leftovers .PA)(session, leftovers, databases.ours), (stay) => `${leftovers.length - stay.length} databases are dropped`);
    if (bound.length > 0)
        throw new errors .lZ(`Not everything is cleaned: ${(0,database_leftovers .YD)(bound)}.`);
    return { done: true, message: `Cleaned: ${leftovers.map(({ name }) => `"${name}"`).join(', ')} dropped.` };
}
async function switchedAlready(task, databases, source) {
    const replaced = (0,earlier_attempt .x)(databases, task, source);
    if (!replaced)
        return undefined;
    const { note, name } = replaced;
    const message = `"${databases.live.name}" was switched by this run at ${note.at} already; what it was is kept as "${name}", and what was written since stays.`;
    const loss = note.loss;
    const lost = loss && { 'data-loss': loss };
    const ended = await (0,database_traffic .ah)(task, 'switch', message, { earlier: note.at, ...lost });
    return { ...ended, previous: name, ...(loss && { loss }) };
}
async function requireLossAccepted({ accepts, log }, session, { database, loss }) {
    const consequence = `nothing was switched, and "${database.name}" waits beside the live database for the phase \`switch\``;
    const seconds = await (0,clock .w)(database.note.at, session);
    const concerns = [...(loss.concerns ?? []), ...(0,database_concerns .a2)(seconds)];
    if (seconds > database_concerns .GQ)
        log.warn(`What would be lost was counted ${(0,duration .a)(seconds)} ago, and what was written since goes too; clean and prepare again to count it.`);
    (0,database_concerns .b5)(concerns, accepts, consequence);
}
async function prepareSide(task, session, request, switches = false) {
    const observed = await (0,observe .S$)(session, task.server.database, task.signal);
    (0,blockers .um)(observed, { stopsTraffic: (0,database_task .H)(task.traffic) });
    await (0,one_database_extensions .hU)(task.server);
    const fetched = await (0,database_task .P)(task, 'fetch', () => request.fetch(task), ({ backup }) => `The backup is fetched: ${describeBackup(backup)}`);
    await requireRightBackup(session, fetched.backup, request, task.accepts);
    await (0,forecast .N)(task, fetched.backup, switches ? 'swap' : 'prepare');
    return (0,prepare .iA)(task, session, { ...fetched, jobs: request.jobs });
}
async function requireRightBackup(session, backup, { of, maxDataLoss }, accepts) {
    if (backup.database !== undefined && backup.database !== of) {
        throw new errors .lZ(`The backup is of the database "${backup.database}", not of "${of}"; nothing was changed. Where that is meant, say \`backup-database: ${backup.database}\`.`);
    }
    await requireAge(session, backup, maxDataLoss, accepts);
}
async function requireAge(session, { takenAt, takenBetween }, maxDataLoss, accepts) {
    if (maxDataLoss === undefined)
        return;
    const now = await (0,clock .i)(session);
    const age = (time) => Math.round((now - Date.parse(time)) / 1000);
    const latest = takenAt ?? takenBetween?.latest;
    if (latest !== undefined && age(latest) > maxDataLoss) {
        const atLeast = takenAt === undefined ? 'at least ' : '';
        throw new errors .lZ(`The backup is of ${latest}${takenAt === undefined ? ' at the latest' : ''}, ${atLeast}${age(latest)} s ago, and \`max-data-loss\` allows ${maxDataLoss} s; nothing was changed. Take a newer backup, or allow more.`);
    }
    const earliest = takenAt ?? takenBetween?.earliest;
    if (earliest !== undefined && age(earliest) <= maxDataLoss)
        return;
    const known = takenBetween
        ? `it was ${(0,made_at .Ed)({ takenAt, takenAtFrom: undefined, takenBetween })}`
        : 'nothing tells it, or it lies in the future';
    (0,consent .C)(accepts, 'unknown', `The time of the backup is unknown (${known}), so \`max-data-loss\` cannot be enforced; nothing was changed. A snapshot beside the backup (verify-integrity) tells it`);
}
const describeBackup = (backup) => `${backup.form}, ${(backup.bytes / 1e6).toFixed(1)} MB, ${backup.tables} tables, ${(0,made_at .Ed)(backup)}`;
async function switchSide(task, session, side, keep) {
    const { loss, tables } = side;
    const switched = await switchTo(task, session, side.database, { what: 'old', role: 'replaced' });
    await dropOlder(task, session, keep).catch((error) => task.log.warn(`Replaced databases beyond \`keep\` could not be dropped (phase \`clean\` does it): ${(0,errors .bD)(error)}`));
    const message = `"${task.server.database}" is back at its backup; no client could connect for ${switched.downtimeSeconds.toFixed(2)} s, and what it was is kept as "${switched.previous}" (phase \`undo\` brings it back).`;
    return { done: true, message, ...switched, loss, tables };
}
async function dropOlder(task, session, keep) {
    const found = await (0,observe .q_)(session, task.server.database);
    const replaced = (0,database_leftovers .Kz)(found, keep).filter(({ database }) => database.note?.role === 'replaced');
    if (replaced.length === 0)
        return;
    const databases = replaced.map(({ database }) => database);
    const bound = await (0,database_task .P)(task, 'drop older', () => (0,database_leftovers .PA)(session, databases, found.ours), (stay) => `${databases.length - stay.length} replaced databases beyond \`keep\` are dropped`);
    if (bound.length > 0)
        task.log.warn(`Of the replaced databases ${(0,database_leftovers .YD)(bound)}.`);
}


  }),

  13105:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    fz: () => (  annotate),
    gv: () => (  drop),
    qB: () => (  createSide),
    vf: () => (  discard)
  });
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55737);
  var _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81149);
  var _backup_clear_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29014);
  var _note_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55846);
  var _restore_role_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30907);





async function createSide(session, live, note) {
    const name = (0,_note_js__WEBPACK_IMPORTED_MODULE_1__  .Fe)(live.name, note.id, 'new');
    const locale = await readLocale(session, live.oid);
    await session.run(`CREATE DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(name)} TEMPLATE template0 OWNER ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(live.owner)}
     CONNECTION LIMIT ${_note_js__WEBPACK_IMPORTED_MODULE_1__  .Cw} ${tablespaceOf(locale)}
     ENCODING ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .ol)(locale.encoding)} LC_COLLATE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .ol)(locale.collate)} LC_CTYPE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .ol)(locale.ctype)}
     ${providerOf(locale)}`);
    await annotate(session, name, note);
    await session.run(`REVOKE ALL ON DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(name)} FROM PUBLIC`);
    return name;
}
const annotate = (session, name, note) => session.run(`COMMENT ON DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(name)} IS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .ol)((0,_note_js__WEBPACK_IMPORTED_MODULE_1__  .IP)(note))}`);
async function drop(session, name) {
    try {
        await session.run(`DROP DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(name)} WITH (FORCE)`);
    }
    catch (error) {
        if ((0,_systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_0__  .$N)(error) !== _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_0__  .OJ)
            throw error;
        await session.run(`DROP DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(name)}`);
    }
    await (0,_restore_role_js__WEBPACK_IMPORTED_MODULE_2__  .GY)(session, name);
}
const TABLES_AT_A_TIME = 100;
async function discard(server, session, name) {
    await server
        .use(name, async (side) => {
        await side.run('SET search_path = pg_catalog, pg_temp');
        await dropTables(side);
        await side.run(_backup_clear_js__WEBPACK_IMPORTED_MODULE_4__  .uJ);
    })
        .catch(() => { });
    await drop(session, name);
}
async function dropTables(side) {
    for (;;) {
        const tables = await side.query(`SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
       WHERE relkind IN ('r', 'p') AND nspname !~ '^pg_' AND nspname <> 'information_schema' AND pg_has_role(relowner, 'USAGE')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
         AND NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid) LIMIT ${TABLES_AT_A_TIME}`);
        if (tables.length < TABLES_AT_A_TIME)
            return;
        await side.run(`DROP TABLE ${tables.map(({ name }) => name).join(', ')} CASCADE`);
    }
}
function readLocale(session, oid) {
    const { version } = session;
    const locale = version >= 170000 ? 'datlocale' : version >= 150000 ? 'daticulocale' : 'NULL';
    return session.one(`SELECT pg_encoding_to_char(encoding)::text AS encoding, datcollate::text AS collate, datctype::text AS ctype,
            spcname::text AS tablespace, ${version >= 150000 ? 'datlocprovider' : `'c'`}::text AS provider,
            ${locale} AS locale, ${version >= 160000 ? 'daticurules' : 'NULL'} AS rules
     FROM pg_database d JOIN pg_tablespace t ON t.oid = dattablespace WHERE d.oid = $1`, [oid]);
}
const tablespaceOf = ({ tablespace }) => tablespace === 'pg_default' ? '' : `TABLESPACE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(tablespace)}`;
function providerOf({ provider, locale, rules }) {
    if (provider === 'c')
        return '';
    const name = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .ol)(locale ?? '');
    if (provider === 'b')
        return `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${name}`;
    return `LOCALE_PROVIDER icu ICU_LOCALE ${name}${rules ? ` ICU_RULES ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .ol)(rules)}` : ''}`;
}


  }),

  7064:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  As: () => (  checkSource),
  EB: () => (  discardTemporary),
  yS: () => (  folderOf),
  Io: () => (  nameOfSource),
  EA: () => (  obtainBackup),
  oW: () => (  previewOf),
  eY: () => (  source_snapshotOf),
  nR: () => (  timeOf),
  Bm: () => (  withTimeOf)
});

var external_node_crypto_ = __webpack_require__(77598);
var promises_ = __webpack_require__(51455);
var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var errors = __webpack_require__(45145);
var files = __webpack_require__(60599);
var snapshot = __webpack_require__(88691);
var download = __webpack_require__(9427);
var storage = __webpack_require__(71789);
var fetch = __webpack_require__(3346);
var made_at = __webpack_require__(96142);
var database_managed = __webpack_require__(93433);
var pgbackrest = __webpack_require__(57179);
var point_in_time = __webpack_require__(40816);
var deadline = __webpack_require__(68606);
var sentence = __webpack_require__(4771);
var settled = __webpack_require__(71501);
var time_limit = __webpack_require__(2609);
var waits = __webpack_require__(95282);
var redact = __webpack_require__(90763);
var retry = __webpack_require__(31666);
var client = __webpack_require__(25019);
var sigv4 = __webpack_require__(34193);
; 
const TOKEN = /<!--(?:[^-]|-[^-])*-->|<[?!][^<>]*>|<(\/?)([A-Za-z_][\w.:-]*)[^<>]*?(\/?)>|([^<]+)/g;
const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const DEEPEST = 64;
function elementOf(xml) {
    const root = { name: '', text: '', children: new Map() };
    const path = [root];
    for (const [token, isEnd, name, isEmpty, text] of xml.matchAll(TOKEN)) {
        const here = path.at(-1);
        if (text !== undefined)
            here.text += text.replace(/&(#\d+|#x[0-9a-f]+|\w+);/gi, decoded);
        else if (name === undefined || token.startsWith('<!'))
            continue;
        else if (isEnd) {
            if (here.name !== name)
                return undefined;
            path.pop();
            put(path.at(-1), here);
        }
        else {
            const open = { name, text: '', children: new Map() };
            if (isEmpty)
                put(here, open);
            else
                path.push(open);
            if (path.length > DEEPEST)
                return undefined;
        }
    }
    const [first] = [...root.children.values()].flat();
    return path.length === 1 ? first : undefined;
}
function put({ children }, { name, text, children: own }) {
    const element = { text: own.size > 0 ? '' : text, children: own };
    children.set(name, [...(children.get(name) ?? []), element]);
}
function decoded(whole, entity) {
    const code = /^#x/i.test(entity)
        ? Number.parseInt(entity.slice(2), 16)
        : entity.startsWith('#')
            ? Number(entity.slice(1))
            : Number.NaN;
    if (code >= 0 && code <= 0x10ffff)
        return String.fromCodePoint(code);
    return Object.hasOwn(ENTITIES, entity) ? ENTITIES[entity] : whole;
}
const xml_all = (element, ...path) => path.reduce((found, name) => found.flatMap(({ children }) => children.get(name) ?? []), element ? [element] : []);
const textAt = (element, ...path) => xml_all(element, ...path)[0]?.text.trim() ?? '';

; 








class RdsError extends errors .lZ {
    name = 'RdsError';
    code;
    constructor(message, code) {
        super(message);
        this.code = code;
    }
}
const VERSION = '2014-10-31';
const MOST_BYTES = 16 * 1024 ** 2;
const THROTTLED = ['Throttling', 'ThrottlingException', 'RequestLimitExceeded'];
class Rds {
    region;
    #endpoint;
    #sign;
    #signal;
    constructor(region, signal) {
        const given = process.env.AWS_ENDPOINT_URL_RDS ?? process.env.AWS_ENDPOINT_URL;
        const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
        this.region = region;
        this.#endpoint = new URL(given || `https://rds.${region}.${suffix}/`);
        this.#sign = (0,sigv4 .K)('Amazon RDS', 'rds', region);
        this.#signal = signal;
    }
    async instance(id) {
        const found = await this.#find('DescribeDBInstances', { DBInstanceIdentifier: id }, 'DBInstanceNotFound');
        return found && xml_all(found, 'DBInstances', 'DBInstance').map(instanceOf)[0];
    }
    async instances() {
        return (await this.#pages('DescribeDBInstances')).flatMap((page) => xml_all(page, 'DBInstances', 'DBInstance').map(instanceOf));
    }
    async cluster(id) {
        const found = await this.#find('DescribeDBClusters', { DBClusterIdentifier: id }, 'DBClusterNotFoundFault');
        return found && xml_all(found, 'DBClusters', 'DBCluster').map(clusterOf)[0];
    }
    async clusters() {
        return (await this.#pages('DescribeDBClusters')).flatMap((page) => xml_all(page, 'DBClusters', 'DBCluster').map(clusterOf));
    }
    async snapshot(id) {
        const ofInstance = await this.#find('DescribeDBSnapshots', { DBSnapshotIdentifier: id }, 'DBSnapshotNotFound');
        const [instance] = xml_all(ofInstance, 'DBSnapshots', 'DBSnapshot');
        if (instance)
            return snapshotOf(instance, 'DBSnapshotIdentifier', 'DBInstanceIdentifier', false);
        const ofCluster = await this.#find('DescribeDBClusterSnapshots', { DBClusterSnapshotIdentifier: id }, 'DBClusterSnapshotNotFoundFault');
        const [cluster] = xml_all(ofCluster, 'DBClusterSnapshots', 'DBClusterSnapshot');
        return cluster && snapshotOf(cluster, 'DBClusterSnapshotIdentifier', 'DBClusterIdentifier', true);
    }
    async make(action, parameters) {
        try {
            await this.#call(action, parameters);
        }
        catch (error) {
            if (!(error instanceof RdsError && /^DB(Instance|Cluster)AlreadyExists/.test(error.code)))
                throw error;
        }
    }
    async remove(kind, id) {
        const parameters = kind === 'instance'
            ? { DBInstanceIdentifier: id, SkipFinalSnapshot: true, DeleteAutomatedBackups: true }
            : { DBClusterIdentifier: id, SkipFinalSnapshot: true };
        try {
            await this.#call(kind === 'instance' ? 'DeleteDBInstance' : 'DeleteDBCluster', parameters);
        }
        catch (error) {
            if (!(error instanceof RdsError && /NotFound/.test(error.code)))
                throw error;
        }
    }
    async #find(action, parameters, notFound) {
        try {
            return await this.#call(action, parameters);
        }
        catch (error) {
            if (error instanceof RdsError && error.code === notFound)
                return undefined;
            throw error;
        }
    }
    async #pages(action) {
        const pages = [];
        for (let marker = '';;) {
            const page = await this.#call(action, marker ? { Marker: marker } : {});
            pages.push(page);
            marker = textAt(page, 'Marker');
            if (!marker)
                return pages;
        }
    }
    async #call(action, parameters) {
        const body = bodyOf(action, parameters);
        const request = {
            ...{ method: 'POST', url: this.#endpoint, body },
            headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        };
        const peer = `Amazon RDS in ${this.region}`;
        return (0,retry .L5)(async () => {
            const attempt = AbortSignal.any([this.#signal, AbortSignal.timeout(waits .r.RDS_ATTEMPT_MS)]);
            const headers = await this.#sign(request);
            const answer = await (0,client .tN)({ ...request, headers, peer, mostBytes: MOST_BYTES }, attempt).catch((error) => {
                this.#signal.throwIfAborted();
                throw attempt.aborted ? new retry .aB(`${peer} does not answer`) : error;
            });
            const found = elementOf(answer.body);
            const code = textAt(found, 'Error', 'Code');
            const refusal = code
                ? `${code}: ${(0,sentence .Qu)((0,redact .Ir)(textAt(found, 'Error', 'Message'), 500))}`
                : `it answers ${answer.status}`;
            if (THROTTLED.includes(code) || (0,client .Wj)(answer.status))
                throw new retry .aB(`${peer} does not carry out ${action} (${refusal})`);
            const [result] = xml_all(found, `${action}Result`);
            if (answer.status === 200 && result)
                return result;
            throw new RdsError(`${peer} does not carry out ${action} (${refusal}).`, code);
        }, { signal: this.#signal, withinMs: waits .r.RDS_MS });
    }
}
function bodyOf(action, parameters) {
    const form = new URLSearchParams({ Action: action, Version: VERSION });
    for (const [name, value] of Object.entries(parameters)) {
        if (value instanceof Map)
            [...value].forEach(([key, text], index) => {
                form.set(`${name}.Tag.${index + 1}.Key`, key);
                form.set(`${name}.Tag.${index + 1}.Value`, text);
            });
        else if (Array.isArray(value))
            value.forEach((text, index) => {
                form.set(`${name}.${index + 1}`, text);
            });
        else
            form.set(name, String(value));
    }
    return form.toString();
}
const tagsOf = (element) => new Map(xml_all(element, 'TagList', 'Tag').map((tag) => [textAt(tag, 'Key'), textAt(tag, 'Value')]));
const securityGroupsOf = (element) => xml_all(element, 'VpcSecurityGroups', 'VpcSecurityGroupMembership').map((group) => textAt(group, 'VpcSecurityGroupId'));
const instanceOf = (element) => ({
    id: textAt(element, 'DBInstanceIdentifier'),
    status: textAt(element, 'DBInstanceStatus'),
    engine: textAt(element, 'Engine'),
    class: textAt(element, 'DBInstanceClass'),
    gigabytes: Number(textAt(element, 'AllocatedStorage')),
    subnetGroup: textAt(element, 'DBSubnetGroup', 'DBSubnetGroupName'),
    securityGroups: securityGroupsOf(element),
    parameterGroup: textAt(element, 'DBParameterGroups', 'DBParameterGroup', 'DBParameterGroupName'),
    isPublic: textAt(element, 'PubliclyAccessible') === 'true',
    cluster: textAt(element, 'DBClusterIdentifier') || undefined,
    host: textAt(element, 'Endpoint', 'Address'),
    port: Number(textAt(element, 'Endpoint', 'Port')),
    latest: textAt(element, 'LatestRestorableTime') || undefined,
    retentionDays: Number(textAt(element, 'BackupRetentionPeriod')),
    tags: tagsOf(element),
});
const clusterOf = (element) => ({
    id: textAt(element, 'DBClusterIdentifier'),
    status: textAt(element, 'Status'),
    engine: textAt(element, 'Engine'),
    subnetGroup: textAt(element, 'DBSubnetGroup'),
    securityGroups: securityGroupsOf(element),
    parameterGroup: textAt(element, 'DBClusterParameterGroup'),
    members: xml_all(element, 'DBClusterMembers', 'DBClusterMember').map((member) => ({
        id: textAt(member, 'DBInstanceIdentifier'),
        isWriter: textAt(member, 'IsClusterWriter') === 'true',
    })),
    earliest: textAt(element, 'EarliestRestorableTime') || undefined,
    latest: textAt(element, 'LatestRestorableTime') || undefined,
    tags: tagsOf(element),
});
const snapshotOf = (element, id, of, isOfCluster) => ({
    id: textAt(element, id),
    of: textAt(element, of),
    status: textAt(element, 'Status'),
    engine: textAt(element, 'Engine'),
    at: textAt(element, 'SnapshotCreateTime'),
    isOfCluster,
});

var session = __webpack_require__(81149);
var backup_dump = __webpack_require__(52921);
var clock = __webpack_require__(21694);
var database_task = __webpack_require__(88771);
; 













const TAG = 'rollback-actions-for';
const RUN_TAG = 'rollback-actions-run';
const PREFIX = 'rollback-';
const HOPELESS = /^(failed|restore-error|incompatible-|inaccessible-|storage-full|insufficient-capacity)/;
async function planManaged(managed, server, signal) {
    const now = await server.use(server.database, async (session) => {
        await requireNoSubscription(session);
        return (0,clock .i)(session);
    });
    return (0,database_managed .DM)(managed, new Rds(managed.region, signal), now);
}
async function requireNoSubscription(session) {
    const found = await session.query('SELECT subname::text AS name FROM pg_catalog.pg_subscription ORDER BY 1');
    if (found.length === 0)
        return;
    throw new errors .lZ(`The live server subscribes to another one (${(0,sentence .eZ)(found.map(({ name }) => name))}), and a temporary instance of its backup would take changes from that which the live one then never gets; restore the backup by hand where it does not reach the publisher, and give a dump of it as \`backup\`.`);
}
async function dumpManaged(managed, task, dump) {
    const rds = new Rds(managed.region, task.signal);
    const model = await planManaged(managed, task.server, task.signal);
    const id = nameFor(managed, task.server, task.run);
    await warnOfOthers(rds, task);
    return (0,settled ._W)(async () => {
        const host = await (0,database_task .P)(task, 'restore cluster', () => made(rds, model, id, task), () => `${model.what} as of ${model.takenAt} is there as ${id}, beside`);
        await (0,database_task .P)(task, 'dump', () => dumpFrom(host, task, dump), () => `Dumped "${task.server.database}" as it was then`);
        return { takenAt: model.takenAt };
    }, () => discard(managed, task));
}
async function discard(managed, owner) {
    const { region } = managed;
    const { server, run, log } = owner;
    const rds = new Rds(region, (0,time_limit .z)(waits .r.RDS_DELETE_MS, 'Amazon RDS did not delete it'));
    const id = nameFor(managed, server, run);
    try {
        const { instances, clusters } = await temporaryOf(rds, server);
        const isOwn = (one) => [id, `${id}-1`].includes(one.id) && one.tags.get(RUN_TAG) === run;
        for (const [kind, all] of [
            ['instance', instances],
            ['cluster', clusters],
        ])
            for (const one of all.filter(isOwn)) {
                await rds.remove(kind, one.id);
                log.info(`The temporary ${kind} ${one.id} is deleted.`);
            }
    }
    catch (error) {
        log.warn(`The temporary instance or cluster ${id} of RDS in ${region} may still be there and is billed (${(0,errors .bD)(error)}); delete it: \`aws rds delete-db-instance --skip-final-snapshot --db-instance-identifier ${id}\`.`);
    }
}
async function warnOfOthers(rds, { server, run, log }) {
    const { instances, clusters } = await temporaryOf(rds, server);
    for (const { id, tags } of [...instances, ...clusters]) {
        const by = tags.get(RUN_TAG);
        if (by !== run)
            log.warn(`${id} was made for this database by the run ${by ?? 'of an older version'}, and is billed; delete it in RDS unless that run is at work.`);
    }
}
async function temporaryOf(rds, server) {
    const isOurs = ({ id, status, tags }) => id.startsWith(PREFIX) && tags.get(TAG) === markOf(server) && status !== 'deleting';
    const [instances, clusters] = await Promise.all([rds.instances(), rds.clusters()]);
    return { instances: instances.filter(isOurs), clusters: clusters.filter(isOurs) };
}
const hashOf = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 12);
const markOf = ({ name, database }) => hashOf(`${name}/${database}`);
const nameFor = ({ source }, server, run) => `${PREFIX}${hashOf(`${markOf(server)}/${run}/${source}`)}`;
async function made(rds, model, id, { server, run, log, signal }) {
    const own = model.cluster ? `${id}-1` : id;
    if (await rds.instance(own))
        log.info(`… ${own} was begun by an earlier attempt, and is gone on with`);
    else
        await make(rds, model, { id, own }, new Map([
            [TAG, markOf(server)],
            [RUN_TAG, run],
        ]));
    const begun = performance.now();
    let logged = '';
    let loggedAt = begun;
    for (;;) {
        const found = await rds.instance(own);
        if (found === undefined)
            throw new errors .lZ(`The temporary instance ${own} is gone before it was used.`);
        const { status } = found;
        if (status === 'available')
            return found;
        if (HOPELESS.test(status))
            throw new errors .lZ(`The temporary instance ${own} cannot be used: RDS says that it is ${status}.`);
        if (status !== logged || performance.now() - loggedAt >= waits .r.RDS_PROGRESS_MS) {
            const minutes = Math.floor((performance.now() - begun) / 60_000);
            log.info(`… ${own} is ${status || 'not known yet'} (${minutes} min)`);
            [logged, loggedAt] = [status, performance.now()];
        }
        await (0,deadline .v7)(waits .r.RDS_POLL_MS, signal);
    }
}
async function make(rds, model, { id, own }, tags) {
    const { instance, cluster } = model;
    const beside = {
        ...given({ DBSubnetGroupName: (cluster ?? instance).subnetGroup }),
        'VpcSecurityGroupIds.VpcSecurityGroupId': (cluster ?? instance).securityGroups,
        DeletionProtection: false,
        Tags: tags,
    };
    const server = {
        DBInstanceIdentifier: own,
        DBInstanceClass: instance.class,
        PubliclyAccessible: instance.isPublic,
    };
    if (!cluster)
        return makeInstance(rds, model, { server, beside });
    await makeCluster(rds, model, cluster, { id, beside });
    await rds.make('CreateDBInstance', {
        ...{ ...server, DBClusterIdentifier: id, Engine: model.engine, Tags: tags },
        ...given({ DBParameterGroupName: instance.parameterGroup }),
    });
}
async function makeInstance(rds, { managed, instance, isSnapshot }, { server, beside, }) {
    const { DBInstanceIdentifier, ...rest } = server;
    const settings = { ...given({ DBParameterGroupName: instance.parameterGroup }), MultiAZ: false };
    const to = { ...rest, ...beside, ...settings };
    return isSnapshot
        ? rds.make('RestoreDBInstanceFromDBSnapshot', {
            ...{ DBSnapshotIdentifier: managed.id, DBInstanceIdentifier, ...to },
        })
        : rds.make('RestoreDBInstanceToPointInTime', {
            ...{ SourceDBInstanceIdentifier: instance.id, TargetDBInstanceIdentifier: DBInstanceIdentifier },
            ...{ RestoreTime: new Date(managed.time ?? '').toISOString(), ...to },
        });
}
async function makeCluster(rds, { managed, engine, isSnapshot }, cluster, { id, beside }) {
    const settings = given({ DBClusterParameterGroupName: cluster.parameterGroup });
    return isSnapshot
        ? rds.make('RestoreDBClusterFromSnapshot', {
            ...{ SnapshotIdentifier: managed.id, DBClusterIdentifier: id, Engine: engine },
            ...{ ...beside, ...settings },
        })
        : rds.make('RestoreDBClusterToPointInTime', {
            ...{ SourceDBClusterIdentifier: cluster.id, DBClusterIdentifier: id },
            ...{ RestoreToTime: new Date(managed.time ?? '').toISOString(), ...beside, ...settings },
        });
}
const given = (parameters) => Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));
async function dumpFrom({ id, host, port }, { server, signal }, dump) {
    try {
        await (0,backup_dump .m)(server.at(host, port), server.database, dump, { signal, what: 'dump' });
    }
    catch (error) {
        if ((0,session .$N)(error) !== '28P01')
            throw error;
        throw new errors .lZ(`The temporary instance ${id} does not let the user "${server.user}" in: its password was another one then. Set it (\`aws rds modify-db-instance --master-user-password\` on a copy of your own), and give a dump of that as \`backup\`.`, { cause: error });
    }
}

; 















function folderOf({ name, database }, rollbackId) {
    const which = (0,external_node_crypto_.createHash)('sha256').update(`${name}/${database}`).digest('hex').slice(0, 8);
    return (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-db-${rollbackId}-${which}`);
}
const nameOfSource = async (source, access) => isMoment(source) ? source : (await (0,storage .h)(source, access)).name;
const isMoment = (source) => (0,point_in_time .Ds)(source) || (0,database_managed .yF)(source);
async function checkSource(source, server, directory, access) {
    if ((0,database_managed .yF)(source))
        return (0,database_managed .ho)(await planManaged((0,database_managed .B2)(source), server, access.signal));
    if ((0,point_in_time .Ds)(source))
        await (0,pgbackrest .l)((0,point_in_time .kF)(source), server, (0,external_node_path_.dirname)(directory));
    else
        await (0,download .oI)(await (0,storage .h)(source, access), access.signal);
    return '';
}
async function discardTemporary(sources, owner) {
    for (const source of sources)
        if (source !== undefined && (0,database_managed .yF)(source))
            await discard((0,database_managed .B2)(source), owner);
}
async function obtainBackup(task, options) {
    const { source, directory, sha256, jobs } = options;
    if (!isMoment(source))
        return (0,fetch .Tz)(options);
    if (sha256)
        throw new errors .lZ('A point in time has no SHA-256; leave `backup-sha256` out.');
    const parent = (0,external_node_path_.dirname)(directory);
    if ((0,database_managed .yF)(source)) {
        await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
        const path = (0,external_node_path_.join)(directory, 'recovered');
        const { takenAt } = await dumpManaged((0,database_managed .B2)(source), task, path);
        return {
            ...(await (0,fetch .Tz)({ ...options, source: path })),
            source,
            takenAt,
            takenAtFrom: made_at .ZR,
        };
    }
    const plan = await (0,pgbackrest .l)((0,point_in_time .kF)(source), task.server, parent);
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const { path, takenAt } = await (0,pgbackrest .E)(plan, task, { parent, dump: (0,external_node_path_.join)(directory, 'recovered'), jobs });
    const backup = await (0,fetch .Tz)({ ...options, source: path });
    return { ...backup, source, takenAt, takenAtFrom: made_at .ZR };
}
const previewOf = async (options) => isMoment(options.source) ? undefined : (0,fetch .$l)(options);
function timeOf(source, snapshot, of) {
    const unknown = { takenAt: undefined, takenAtFrom: undefined };
    if ((0,database_managed .yF)(source)) {
        const { time: takenAt } = (0,database_managed .B2)(source);
        return takenAt === undefined ? unknown : { takenAt, takenAtFrom: made_at .ZR };
    }
    return (0,point_in_time .Ds)(source)
        ? { takenAt: (0,point_in_time .kF)(source).time, takenAtFrom: made_at .ZR }
        : withTimeOf(unknown, snapshot, of);
}
const withTimeOf = (backup, expected, of) => expected?.database === of && backup.takenAtFrom !== made_at .ZR
    ? { ...backup, takenAt: expected.at, takenAtFrom: 'the snapshot beside it' }
    : backup;
async function source_snapshotOf(given, { source, directory, ...options }) {
    if (given !== undefined)
        return (0,snapshot .RA)(given);
    if (isMoment(source))
        return undefined;
    const text = await (0,fetch .Mt)(source, '.snapshot.json', options);
    if (text === undefined)
        return undefined;
    const path = (0,external_node_path_.join)(directory, 'snapshot.json');
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    (0,files .pb)(path, text);
    return (0,snapshot .RA)(path);
}


  }),

  40312:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Cr: () => (  whileDown),
    aG: () => (  requireDown),
    cA: () => (  scaledUp)
  });
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);
  var _owners_find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54138);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60921);





async function scaledUp(read, client) {
    return (await read(client)).filter(({ spec }) => (spec.replicas ?? 1) > 0).map(describe);
}
async function requireDown(read, client) {
    const [first] = await scaledUp(read, client);
    if (first !== undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Nothing was replaced: ${first}; keep that from scaling it, and run this again.`);
}
async function whileDown(read, client, work) {
    const over = new AbortController();
    const watching = client.withSignal(AbortSignal.any([client.signal, over.signal]));
    try {
        await Promise.race([work(watching), noticeScaledUp(read, watching)]);
    }
    finally {
        over.abort();
        watching.close();
    }
    await requireDown(read, client);
}
async function noticeScaledUp(read, client) {
    for (;;) {
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.HELD_LOOK_MS, client.signal);
        const up = await scaledUp(read, client).catch(() => []);
        if (up.length > 0)
            return;
    }
}
function describe(workload) {
    const owner = (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_3__  .bf)(workload);
    const by = owner
        ? `the ${owner.name} owns it (${owner.remedy})`
        : 'its owner, an autoscaler such as KEDA or a person did that';
    return `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__  .H8)(workload))} was scaled to ${workload.spec.replicas} again while it was held at zero, so that it may write to the database, and ${by}`;
}


  }),

  88771:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    H: () => (  stopsTraffic),
    P: () => (  step)
  });
  var _record_component_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5491);

const stopsTraffic = ({ workloads, poolers }) => workloads !== undefined || poolers !== undefined;
async function step({ server, log, record }, name, work, describe, evidenceOf) {
    const event = { ...(0,_record_component_js__WEBPACK_IMPORTED_MODULE_0__  .yK)(server), step: name };
    const begun = performance.now();
    const seconds = () => Number(((performance.now() - begun) / 1000).toFixed(3));
    record({ ...event, status: 'started' });
    try {
        const result = await work();
        const message = describe(result);
        log.info(`✓ ${message} (${seconds().toFixed(1)} s)`);
        record({ ...event, status: 'done', seconds: seconds(), message, ...evidenceOf?.(result) });
        return result;
    }
    catch (error) {
        record({ ...event, status: 'failed', seconds: seconds(), message: error.message });
        throw error;
    }
}


  }),

  26025:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    PP: () => (  resumeAlone),
    ZF: () => (  resumeOwnOrAny),
    ah: () => (  endAsEarlier),
    ak: () => (  whilePaused),
    nI: () => (  resumeIfPaused),
    q6: () => (  requireStillPaused)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4771);
  var _base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2609);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);
  var _domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54085);
  var _record_component_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5491);
  var _quiesce_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18521);
  var _stay_down_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40312);
  var _task_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88771);









const POOLER = 'pgbouncer';
async function whilePaused(task, work) {
    try {
        await pauseTraffic(task);
        const done = await work();
        await afterSwitch(task);
        return done;
    }
    catch (error) {
        await resumeTraffic(task).catch(() => { });
        throw error;
    }
}
async function pauseTraffic(task) {
    const { traffic, server, id, log } = task;
    if (!(0,_task_js__WEBPACK_IMPORTED_MODULE_6__  .H)(traffic))
        return;
    await (0,_task_js__WEBPACK_IMPORTED_MODULE_6__  .P)(task, 'hold traffic', async () => {
        if (traffic.workloads)
            await (0,_quiesce_js__WEBPACK_IMPORTED_MODULE_4__  .en)(traffic.workloads, id, log);
        await traffic.poolers?.pause(server, _base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.POOLER_PAUSE_SECONDS);
    }, () => 'Traffic is paused: no workload and no pooled connection uses the database');
}
async function requireStillPaused({ traffic: { workloads } }) {
    if (workloads)
        await (0,_stay_down_js__WEBPACK_IMPORTED_MODULE_5__  .aG)((0,_quiesce_js__WEBPACK_IMPORTED_MODULE_4__  .Gx)(workloads), workloads.client);
}
async function afterSwitch(task) {
    if (task.resumeLater && (await staysPaused(task, _quiesce_js__WEBPACK_IMPORTED_MODULE_4__  .Gx)))
        return;
    await resumeTraffic(task);
}
async function resumeAlone(task, message) {
    const isPaused = task.resumeLater && (await staysPaused(task, _quiesce_js__WEBPACK_IMPORTED_MODULE_4__  .v$));
    const given = isPaused ? [] : await resumeIfPaused(task);
    if (given.length === 0)
        return { done: false, message };
    return { done: true, message: `${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_7__  .Qu)(message)}; traffic is resumed: ${given.join(', ')}.` };
}
async function endAsEarlier(task, step, message, evidence) {
    const ended = await resumeAlone(task, message);
    task.record({ ...(0,_record_component_js__WEBPACK_IMPORTED_MODULE_8__  .yK)(task.server), step, status: 'no-op', message, evidence });
    return ended;
}
async function staysPaused({ traffic: { workloads }, id, signal, log }, held) {
    try {
        if (!signal.aborted && workloads) {
            await (0,_quiesce_js__WEBPACK_IMPORTED_MODULE_4__  .w9)(workloads, id);
            for (const each of await (0,_stay_down_js__WEBPACK_IMPORTED_MODULE_5__  .cA)(held(workloads), workloads.client))
                log.warn(`${each}.`);
        }
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
    }
    return !signal.aborted;
}
async function resumeTraffic(task) {
    if (!(0,_task_js__WEBPACK_IMPORTED_MODULE_6__  .H)(task.traffic))
        return [];
    return (0,_task_js__WEBPACK_IMPORTED_MODULE_6__  .P)(task, 'resume traffic', () => resumeAll(task), (given) => (given.length > 0 ? `Traffic is resumed: ${given.join(', ')}` : 'No traffic was paused'));
}
async function resumeIfPaused(task, id) {
    if (!(0,_task_js__WEBPACK_IMPORTED_MODULE_6__  .H)(task.traffic))
        return [];
    const { server, log, record } = task;
    const event = { ...(0,_record_component_js__WEBPACK_IMPORTED_MODULE_8__  .yK)(server), step: 'resume traffic' };
    const begun = performance.now();
    const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
    try {
        const given = await resumeAll(task, id);
        const message = `Traffic is resumed: ${given.join(', ')}`;
        if (given.length > 0) {
            log.info(`✓ ${message} (${ended().seconds.toFixed(1)} s)`);
            record({ ...ended(), status: 'done', message });
        }
        return given;
    }
    catch (error) {
        record({ ...ended(), status: 'failed', message: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error) });
        throw error;
    }
}
async function resumeOwnOrAny(task) {
    const own = await resumeIfPaused(task, task.id);
    return own.some((what) => what !== POOLER) ? own : [...own, ...(await resumeIfPaused(task))];
}
async function resumeAll({ traffic: { workloads, poolers }, server, log }, id) {
    const signal = (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__  .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.TRAFFIC_RESUME_MS, 'Traffic was not resumed');
    const settled = await Promise.allSettled([
        poolers ? poolers.withSignal(signal).resume(server.withSignal(signal)) : 0,
        workloads ? resumeWorkloads(workloads, signal, log, id) : [],
    ]);
    const failed = settled.find((item) => item.status === 'rejected');
    if (failed) {
        log.warn(`Traffic was not fully resumed; run this again, or scale back by hand what carries the annotation ${_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_3__  ._r}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(failed.reason)}`);
        throw failed.reason;
    }
    const [pooled, scaled] = settled;
    return [...(pooled.value > 0 ? [POOLER] : []), ...scaled.value];
}
async function resumeWorkloads(target, signal, log, id) {
    const client = target.client.withSignal(signal);
    try {
        return await (0,_quiesce_js__WEBPACK_IMPORTED_MODULE_4__  .U)({ ...target, client }, log, id);
    }
    finally {
        client.close();
    }
}


  }),

  32548:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A: () => (  planUndo)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _observe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16076);


function planUndo({ ours, live }, run) {
    const undone = ours.find(({ note }) => note?.role === 'undone' && note.replacedBy === live.oid);
    const to = ours.find(({ note }) => note?.role === 'replaced' && note.replacedBy === live.oid);
    const own = ours.find(({ note }) => note?.role === 'undone' && note.run === run);
    if (run !== undefined && own?.note && to?.note && to.note.run !== run && own.note.at < to.note.at)
        return {
            action: 'nothing',
            reason: `this run has undone a rollback at ${own.note.at}, and run ${to.note.run} has rolled back again at ${to.note.at}; to undo that, start a new run`,
        };
    if (to && (undone === undefined || undone.note?.run !== run)) {
        if ((0,_observe_js__WEBPACK_IMPORTED_MODULE_1__  .kY)(to))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Nothing can be undone: "${to.name}", which the rollback had replaced, is half dropped (a DROP DATABASE was interrupted); phase \`clean\` removes the rest of it.`);
        return { action: 'switch', to };
    }
    if (undone)
        return {
            action: 'nothing',
            reason: `the rollback was undone at ${undone.note?.at}; what it had brought is kept as "${undone.name}"`,
        };
    const side = ours.find(({ note }) => note?.role === 'side');
    if (side)
        return {
            action: 'nothing',
            reason: `nothing was switched yet; "${side.name}" is beside it, and phase \`clean\` removes that`,
        };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Nothing to undo: no rollback of "${live.name}" has left the database that it replaced (\`keep\` says how many stay).`);
}


  }),

  71691:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ew: () => (  oddities),
    YT: () => (  requireVerified),
    qw: () => (  requireExpected),
    yd: () => (  requireAnything)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4771);
  var _domain_snapshots_differences_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61855);
  var _domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96504);
  var _domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29182);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55737);






function requireVerified(live, restored, expected) {
    const names = new Set(restored.tables.map(_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__  .Vb));
    if (live.tables.length > 0 && names.size === 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The backup has no tables, the live database "${live.database}" has ${live.tables.length}: it is not a backup of it; nothing was changed.`);
    }
    if (live.tables.length > 0 && !live.tables.some((table) => names.has((0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(table)))) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The backup has none of the tables of the live database "${live.database}": it is of another database (it has ${[...names].slice(0, 3).join(', ')} …); nothing was changed.`);
    }
    if (expected)
        requireExpected(restored, expected, 'nothing was changed');
}
function requireAnything(restored) {
    if (restored.tables.length > 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('The backup has no tables; nothing was changed.');
}
function requireExpected(restored, expected, consequence) {
    const present = (0,_domain_snapshots_differences_js__WEBPACK_IMPORTED_MODULE_1__  .ux)(restored, expected.scope);
    const found = withoutUnkept((0,_domain_snapshots_differences_js__WEBPACK_IMPORTED_MODULE_1__  .tX)(expected, present), expected, present);
    if ((0,_domain_snapshots_differences_js__WEBPACK_IMPORTED_MODULE_1__  .Ft)(found))
        return;
    const { tables, schema, sequences, others } = found;
    const listed = [
        ...tables.map(_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__  .Vb),
        ...[...schema, ...sequences, ...others].map(({ kind, name }) => `${kind} ${name}`),
    ];
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`What was restored is not what the backup's snapshot says: ${listed.length} differences (${listed.slice(0, 5).join(', ')}${listed.length > 5 ? ' …' : ''}); ${consequence}.`, { details: listed });
}
function withoutUnkept(found, expected, restored) {
    const reordered = new Set(found.tables
        .filter((table) => isReordered(table, expected, restored) && table.rowsBefore === table.rowsAfter)
        .map(_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__  .Z8));
    const isOfReordered = (table) => reordered.has((0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__  .Z8)(table));
    const bare = new Map(expected.schema.flatMap(({ kind, name, table }) => kind === 'table' && table ? [[name, (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__  .Z8)(table)]] : []));
    return {
        ...found,
        tables: found.tables.filter((table) => !isOfReordered(table)),
        schema: found.schema.filter(({ kind, name, change }) => !(0,_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_2__  .d1)(kind) &&
            !(kind === 'schema' && name === 'public' && change === 'added') &&
            !(kind === 'table' && reordered.has(bare.get(name) ?? ''))),
        others: found.others.filter(({ kind, change }) => !(kind === 'invalid index' && change === 'lost')),
    };
}
function isReordered({ schema, name }, ...states) {
    const [before, after] = states.map(({ tables }) => tables
        .find((table) => table.schema === schema && table.name === name)
        ?.columns.map((column) => JSON.stringify([column.name, column.type])));
    if (!before || !after)
        return false;
    return (JSON.stringify(before) !== JSON.stringify(after) &&
        JSON.stringify(before.toSorted()) === JSON.stringify(after.toSorted()));
}
async function oddities(session, live, restored) {
    const behind = await sequencesBehind(session);
    const versions = new Map(live.extensions.map(({ name, version }) => [name, version]));
    const others = restored.extensions.filter(({ name, version }) => versions.has(name) && versions.get(name) !== version);
    const missing = live.extensions.filter(({ name }) => !restored.extensions.some((extension) => extension.name === name));
    return [
        ...behind.map(({ sequence, column }) => `The sequence ${sequence} is behind ${column}: the next insert may fail on a duplicate key.`),
        ...numbersAgain(live, restored),
        ...others.map(({ name, version }) => `The extension ${name} is restored in version ${version}; the live database has ${versions.get(name)}.`),
        ...largeObjectsGone(live, restored),
        ...missing.map(({ name }) => `The extension ${name} of the live database is not in the backup.`),
        ...restored.unvalidatedConstraints.map((name) => `The constraint ${name} is not validated.`),
        ...restored.invalidIndexes.map((name) => `The index ${name} is not valid.`),
    ];
}
function numbersAgain(live, restored) {
    const back = (0,_domain_snapshots_differences_js__WEBPACK_IMPORTED_MODULE_1__  .tX)(live, restored).sequences.filter(({ behind }) => behind);
    if (back.length === 0)
        return [];
    const names = back.map(({ name, before, after }) => `${name} from ${before} to ${after}`);
    return [
        `Sequences go back (${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_5__  .eZ)(names)}) and give the same numbers to other rows: clear sessions and caches that hold them, or raise the sequences.`,
    ];
}
function largeObjectsGone({ largeObjects: live }, { largeObjects: restored }) {
    const kept = new Set(restored.each?.map(({ oid }) => oid));
    const gone = live.each && restored.each
        ? live.each.filter(({ oid }) => !kept.has(oid)).length
        : Math.max(0, Number(live.count) - Number(restored.count));
    return gone === 0
        ? []
        : [
            `${gone} of ${live.count} large objects of the live database are not in the backup: they go with the rows that are newer.`,
        ];
}
async function sequencesBehind(session) {
    const owned = await session.query(`
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
        const from = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__  .Z8)({ schema: tableSchema, name: table });
        const { late } = await session.one(`SELECT coalesce((SELECT max(${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__  .AB)(column)}) FROM ${from}) >
                       (SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__  .Z8)({ schema, name })}), false) AS late`);
        if (late)
            behind.push({
                sequence: (0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)({ schema, name }),
                column: `${(0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)({ schema: tableSchema, name: table })}.${column}`,
            });
    }
    return behind;
}


  }),

  6816:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    J: () => (  walWarning),
    _: () => (  readWalKeepers)
  });
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4771);

const readWalKeepers = (session) => session.one(`SELECT (SELECT coalesce(json_agg(slot_name ORDER BY slot_name), '[]') FROM pg_replication_slots
       WHERE NOT active AND restart_lsn IS NOT NULL AND wal_status <> 'lost' AND current_setting('max_slot_wal_keep_size') = '-1') AS slots,
     (SELECT to_char(last_failed_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM pg_stat_archiver
       WHERE current_setting('archive_mode') <> 'off' AND last_failed_time > coalesce(last_archived_time, '-infinity')) AS "failedAt"`);
function walWarning({ slots, failedAt }) {
    const reasons = [
        ...(slots.length > 0
            ? [`no client reads the replication ${slots.length === 1 ? 'slot' : 'slots'} ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_0__  .eZ)(slots)}`]
            : []),
        ...(failedAt === null ? [] : [`it could not be archived (last at ${failedAt})`]),
    ];
    if (reasons.length === 0)
        return undefined;
    return `The server keeps all its WAL until its disk is full, because ${reasons.join(' and ')}. A restore writes about as much of it as the database is large, and a full disk stops the whole server: see that there is room, or drop the slot (pg_drop_replication_slot) and repair the archiving first.`;
}


  }),

  54085:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Le: () => (  brokenHeldNote),
    Wv: () => (  heldNote),
    _r: () => (  HELD),
    i7: () => (  isHeld)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
  var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);



const HELD = 'rollback-actions/quiesced';
const MAX_REPLICAS = 100_000;
const noteSchema = valibot__WEBPACK_IMPORTED_MODULE_2__  .Ikc({
    replicas: valibot__WEBPACK_IMPORTED_MODULE_2__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__  .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__  .ndf(), valibot__WEBPACK_IMPORTED_MODULE_2__  .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_2__  .cGV(MAX_REPLICAS)),
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .L8)(),
});
const read = ({ metadata }) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .jw)(metadata.annotations?.[HELD], noteSchema);
const isHeld = (workload) => workload.spec.replicas === 0 && heldNote(workload) !== undefined;
const heldNote = (workload) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .Sf)(read(workload));
function brokenHeldNote(workload) {
    const claim = read(workload);
    if (!claim || !('broken' in claim))
        return undefined;
    const { namespace } = workload.metadata;
    return `The annotation ${HELD} of ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .H8)(workload))} cannot be read (${claim.broken}) and is passed over; if the workload is at zero because of it, scale it back with kubectl scale -n ${namespace}, and remove the annotation.`;
}


  }),

  60225:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  requireConsent),
    e: () => (  consentOf)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

function consentOf(words, actor, record) {
    const used = new Set();
    return (word) => {
        if (!words.includes(word))
            return false;
        if (!used.has(word)) {
            const by = actor ?? 'unknown';
            const message = `${actor ?? 'Somebody unknown'} accepted \`${word}\`.`;
            record({
                component: 'consent',
                step: `accept ${word}`,
                status: 'done',
                message,
                evidence: { word, by },
            });
            used.add(word);
        }
        return true;
    };
}
function requireConsent(accepts, word, refusal) {
    if (accepts(word))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${refusal}; to go on all the same, say \`accept: ${word}\`.`);
}


  }),

  8713:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Gs: () => (  logOf),
    Jp: () => (  startCluster),
    fc: () => (  makeFolder),
    hS: () => (  removeCluster),
    mV: () => (  removeRemains)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68606);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);
  var _base_time_limit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2609);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95282);
  var _process_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65768);
  var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(81149);








const PREFIX = 'rollback-cluster-';
const SOCKET_PATH = 107;
const SOCKET = '/.s.PGSQL.5432';
async function makeFolder(parent, account) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, PREFIX));
    if (Buffer.byteLength(folder + SOCKET) > SOCKET_PATH) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true });
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ(`The path ${folder} is too long for a server's socket; set RUNNER_TEMP to a shorter one.`);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'maker'), await lifeOf(process.pid));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'postgresql.conf'), '');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'pg_ident.conf'), '');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'pg_hba.conf'), 'local all all trust\n');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'tablespaces'));
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder))
        await account.own((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
    await account.own(folder);
    return { folder, data: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'data') };
}
async function startCluster({ folder, data }, options) {
    const { account, bin, user, environment, signal } = options;
    const control = (...args) => account.command((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(bin, 'pg_ctl'), ['-D', data, ...args]);
    const settings = Object.entries(await settingsFor(folder, data, account, bin)).map(([name, value]) => `-c ${name}='${value.replaceAll("'", `'\\''`)}'`);
    const start = control('-w', '-t', '3600', '-l', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'log'), '-o', settings.join(' '), 'start');
    const died = async () => new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ('The side cluster did not start.', { details: await logOf(folder) });
    if ((await (0,_process_js__WEBPACK_IMPORTED_MODULE_6__  .eF)(...start, { signal, environment })).code !== 0)
        throw await died();
    const server = _session_js__WEBPACK_IMPORTED_MODULE_7__.Server.parse(`postgres://${encodeURIComponent(user)}@localhost:5432/template1?host=${encodeURIComponent(folder)}`, { signal, mask: () => { } });
    for (;;) {
        try {
            await (await server.connectOnce()).close();
            return server;
        }
        catch (error) {
            signal.throwIfAborted();
            if ((await (0,_process_js__WEBPACK_IMPORTED_MODULE_6__  .ut)(...control('status')))?.code !== 0)
                throw await died();
            if (!['57P03', 'ECONNRESET'].includes((0,_session_js__WEBPACK_IMPORTED_MODULE_7__  .$N)(error)))
                throw error;
        }
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_2__  .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_5__  .r.SIDE_CLUSTER_POLL_MS, signal);
    }
}
async function logOf(folder) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'log'), 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
}
async function removeCluster({ folder, data }) {
    const pid = Number((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
    const isServer = async () => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(`/proc/${pid}/cwd`).catch(() => '')) === data;
    if (pid && (await isServer())) {
        process.kill(pid, 'SIGQUIT');
        const signal = (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_4__  .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_5__  .r.SIDE_CLUSTER_STOP_MS, 'The temporary server of the restore did not stop');
        while (await isServer())
            await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_2__  .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_5__  .r.SIDE_CLUSTER_POLL_MS / 4, signal);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
}
async function removeRemains(parent) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(parent)).filter((name) => name.startsWith(PREFIX));
    const removed = [];
    for (const folder of names.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, name))) {
        const maker = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'maker'), 'utf8').catch(() => '');
        if (maker !== '' && maker === (await lifeOf(Number(maker.split(' ')[0]))))
            continue;
        await removeCluster({ folder, data: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'data') });
        removed.push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder));
    }
    return removed;
}
async function lifeOf(pid) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return started === undefined ? '' : `${pid} ${started}`;
}
async function settingsFor(folder, data, account, bin) {
    const control = await (0,_process_js__WEBPACK_IMPORTED_MODULE_6__  .ut)(...account.command((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(bin, 'pg_controldata'), ['-D', data]));
    const prepared = /max_prepared_xacts setting:\s+(\d+)/.exec(control?.output ?? '')?.[1] ?? '0';
    return {
        config_file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'postgresql.conf'),
        hba_file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'pg_hba.conf'),
        ident_file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'pg_ident.conf'),
        unix_socket_directories: folder,
        listen_addresses: '',
        port: '5432',
        archive_mode: 'off',
        hot_standby: 'off',
        max_connections: '50',
        max_wal_senders: '0',
        max_logical_replication_workers: '0',
        max_prepared_transactions: prepared,
        shared_buffers: '128MB',
        huge_pages: 'off',
        shared_preload_libraries: '',
        session_preload_libraries: '',
        synchronous_standby_names: '',
        autovacuum: 'off',
        fsync: 'off',
        ssl: 'off',
        logging_collector: 'off',
        log_destination: 'stderr',
        log_min_messages: 'warning',
        lc_messages: 'C',
        log_timezone: 'UTC',
    };
}


  }),

  9427:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    OR: () => (  headTo),
    RG: () => (  download),
    o5: () => (  readSmall),
    oI: () => (  requireThere),
    t3: () => (  roomAt),
    yU: () => (  statObject)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
  var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51455);
  var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
  var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46466);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45145);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31666);
  var _base_settled_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(71501);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(95282);










const PART = 8 * 1024 * 1024;
const AT_A_TIME = 6;
const ATTEMPTS = 6;
const SHARE = 0.95;
const SMALL = 64 * 1024 * 1024;
async function download(stored, path, { progress, signal }) {
    const fetchPart = (index, version) => retried(stored, signal, async () => {
        const start = index * PART;
        const part = await stored.part({ start, end: start + PART - 1 }, version);
        if (!part?.partial)
            return part;
        const body = await whole(part, PART, stored.name);
        if (part.bytes !== undefined && body.length !== Math.min(PART, Math.max(0, part.bytes - start)))
            throw new Error('the connection was cut');
        return { ...part, body };
    });
    const first = await fetchPart(0);
    if (!first)
        throw notThere(stored);
    if (first.bytes !== undefined)
        await requireRoom(path, first.bytes, stored.name);
    const sink = new Sink(path);
    try {
        if (first.partial)
            await inParts(first, fetchPart, sink, progress);
        else
            await asOne(stored, first, sink, progress, signal);
        await sink.end();
    }
    catch (error) {
        await sink.end().catch(() => { });
        throw error;
    }
    if (first.bytes !== undefined && sink.bytes !== first.bytes) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ(`${stored.name} has ${first.bytes} bytes, of which ${sink.bytes} came; run this again.`);
    }
    const { modifiedAt, version } = first;
    return { modifiedAt, version, bytes: sink.bytes, sha256: sink.sha256() };
}
async function requireThere(stored, signal) {
    if (stored.local === undefined
        ? !(await retried(stored, signal, () => answers(stored)))
        : !(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)(stored.local))
        throw notThere(stored);
}
async function statObject(stored, signal) {
    return retried(stored, signal, async () => {
        const part = await stored.part({ start: 0, end: 0 });
        if (!part)
            throw notThere(stored);
        await part.body[Symbol.asyncIterator]().return?.();
        const { bytes, modifiedAt, version } = part;
        return bytes === undefined
            ? undefined
            : { size: bytes, mtime: modifiedAt === undefined ? undefined : new Date(modifiedAt), version };
    });
}
async function headTo(stored, path, bytes, signal) {
    const sink = new Sink(path);
    await (0,_base_settled_js__WEBPACK_IMPORTED_MODULE_8__  ._W)(async () => {
        for (let start = 0; start < bytes; start += PART)
            await retried(stored, signal, async () => {
                const part = await stored.part({ start, end: start + PART - 1 });
                if (!part?.partial)
                    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ(`${stored.name} cannot be read in parts.`);
                await sink.write(await whole(part, PART, stored.name));
            });
    }, () => sink.end());
    return path;
}
async function answers(stored) {
    const part = await stored.part({ start: 0, end: 0 });
    await part?.body[Symbol.asyncIterator]().return?.();
    return part !== undefined;
}
const notThere = ({ name }) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ(`There is no ${name}; check input \`backup\`.`);
async function readSmall(stored, signal) {
    return retried(stored, signal, async () => {
        const part = await stored.part({ start: 0, end: SMALL - 1 });
        if (!part)
            return undefined;
        if ((part.bytes ?? 0) > SMALL)
            throw tooLarge(stored.name, SMALL);
        return (await whole(part, SMALL, stored.name)).toString('utf8');
    });
}
async function requireRoom(path, bytes, name) {
    const room = await roomAt(path);
    if (room < bytes) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ(`${name} needs ${megabytes(bytes)} on ${(0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path)}, where ${megabytes(room)} are free; use a runner with a larger disk.`);
    }
}
async function roomAt(path) {
    const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.statfs)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path));
    return bavail * bsize;
}
async function inParts(first, fetchPart, sink, progress) {
    const count = Math.ceil((first.bytes ?? 0) / PART);
    const coming = [Promise.resolve(first)];
    for (let index = 0; index < count; index++) {
        while (coming.length < Math.min(AT_A_TIME, count - index)) {
            const part = fetchPart(index + coming.length, first.version);
            part.catch(() => { });
            coming.push(part);
        }
        const part = await coming.shift();
        if (!part)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ('The backup was deleted while it was fetched.');
        await sink.write(part.body);
        progress(sink.bytes, first.bytes);
    }
}
async function asOne(stored, first, sink, progress, signal) {
    let body = first.body;
    await retried(stored, signal, async () => {
        body ??= (await stored.part({ start: 0, end: PART - 1 }, first.version))?.body;
        if (!body)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ(`${stored.name} was deleted while it was fetched.`);
        await sink.restart();
        const most = (await roomAt(sink.path)) * SHARE;
        try {
            for await (const chunk of body) {
                if (sink.bytes + chunk.byteLength > most)
                    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ(`${stored.name} is larger than the disk at ${(0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(sink.path)} has room for (${megabytes(most)}); use a runner with a larger disk.`);
                await sink.write(chunk);
                progress(sink.bytes, first.bytes);
            }
        }
        finally {
            body = undefined;
        }
        if (first.bytes !== undefined && sink.bytes < first.bytes)
            throw new Error('the connection was cut');
    });
}
class Sink {
    bytes = 0;
    path;
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    #file;
    constructor(path) {
        this.path = path;
        this.#file = (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.createWriteStream)(path, { mode: 0o600 });
        this.#file.on('error', () => { });
    }
    async write(chunk) {
        if (this.#file.errored)
            throw this.#failed(this.#file.errored);
        this.#hash.update(chunk);
        this.bytes += chunk.byteLength;
        if (!this.#file.write(chunk))
            await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(this.#file, 'drain').catch((error) => {
                throw this.#failed(error);
            });
    }
    async restart() {
        if (this.bytes === 0)
            return;
        await this.end();
        this.bytes = 0;
        this.#hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        this.#file = (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.createWriteStream)(this.path, { mode: 0o600 });
        this.#file.on('error', () => { });
    }
    async end() {
        this.#file.end();
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.finished)(this.#file).catch((error) => {
            throw this.#failed(error);
        });
    }
    sha256() {
        return this.#hash.digest('hex');
    }
    #failed(error) {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ(`The backup cannot be written to ${this.path}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .bD)(error)}.`, {
            cause: error,
        });
    }
}
async function whole(part, most, name) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of part.body) {
        bytes += chunk.byteLength;
        if (bytes > most)
            throw tooLarge(name, most);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
const tooLarge = (name, most) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ(`${name} answers with more than the ${megabytes(most)} that were asked for; check that the URL is that of the backup.`);
async function retried(stored, signal, attempt) {
    try {
        return await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_7__  .L5)(attempt, {
            attempts: ATTEMPTS,
            longestPauseMs: _base_waits_js__WEBPACK_IMPORTED_MODULE_9__  .r.STORE_LONGEST_PAUSE_MS,
            signal,
            isPassing: (error) => !(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ) || error instanceof _base_retry_js__WEBPACK_IMPORTED_MODULE_7__  .aB,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ && !(error instanceof _base_retry_js__WEBPACK_IMPORTED_MODULE_7__  .aB))
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .lZ(`${stored.name} could not be read in ${ATTEMPTS} attempts (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_6__  .bD)(error)}); check the network between the runner and it.`, { cause: error });
    }
}
const megabytes = (bytes) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;


  }),

  71789:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  h: () => (  storage_open)
});

var errors = __webpack_require__(45145);
var external_node_fs_ = __webpack_require__(73024);
var promises_ = __webpack_require__(51455);
var slashes = __webpack_require__(71581);
; 




class FileStore {
    name;
    local;
    constructor(path) {
        this.name = path;
        this.local = path;
    }
    async part({ start, end }) {
        try {
            const { size, mtime, mtimeMs } = await (0,promises_.stat)(this.local);
            return {
                bytes: size,
                modifiedAt: mtime.toISOString(),
                version: `${size} ${mtimeMs}`,
                partial: true,
                body: (0,external_node_fs_.createReadStream)(this.local, { start, end }),
            };
        }
        catch (error) {
            if (error.code === 'ENOENT')
                return undefined;
            throw new errors .lZ(`${this.name} cannot be read: ${(0,errors .bD)(error)}.`, { cause: error });
        }
    }
    neighbour(suffix) {
        return new FileStore((0,slashes .h)(this.local) + suffix);
    }
}

var external_node_events_ = __webpack_require__(78474);
var external_node_http_ = __webpack_require__(37067);
var external_node_https_ = __webpack_require__(44708);
var retry = __webpack_require__(31666);
var waits = __webpack_require__(95282);
var client = __webpack_require__(25019);
var network = __webpack_require__(69355);
var stored = __webpack_require__(61792);
; 









const REDIRECTS = 5;
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];
class HttpsStore {
    name;
    local = undefined;
    #url;
    #signal;
    constructor(url, signal) {
        this.name = `${url.origin}${url.pathname}`;
        this.#url = url;
        this.#signal = signal;
    }
    static parse(source, signal) {
        const url = URL.parse(source);
        if (!url)
            throw new errors .lZ('Input `backup` begins like a URL but is not a valid one; percent-encode its special characters.');
        if (!isPrivate(url)) {
            throw new errors .lZ(`A backup is not fetched from ${url.origin} without encryption; use https:// or s3://.`);
        }
        return new HttpsStore(url, signal);
    }
    async part({ start, end }, version) {
        const headers = { range: `bytes=${start}-${end}`, 'accept-encoding': 'identity' };
        if (version?.startsWith('"'))
            headers['if-match'] = version;
        const response = await this.#get(this.#url, headers, REDIRECTS);
        const { statusCode: status = 0 } = response;
        if (status === 200 || status === 206 || status === 416)
            return this.#answered(response, start, version);
        response.destroy();
        if (status === 404 || status === 410)
            return undefined;
        if (status === 412)
            throw new stored .J(this.name);
        if (status === 401 || status === 403) {
            throw new stored .i(`${this.name} may not be read (HTTP ${status}); check the credentials, or that the presigned URL has not expired.`);
        }
        const message = `${this.name} answers with HTTP ${status}`;
        if ((0,client .Wj)(status))
            throw new retry .aB(message, {
                retryAfterMs: (0,retry .Vs)(response.headers['retry-after']),
                isLimit: status === 429,
            });
        throw new errors .lZ(`${message}; check the URL.`);
    }
    neighbour(suffix) {
        const url = new URL(this.#url);
        url.pathname += suffix;
        return new HttpsStore(url, this.#signal);
    }
    #answered(response, start, expected) {
        const { headers, statusCode } = response;
        const partial = statusCode !== 200;
        const [, from, total] = /^bytes (?:(\d+)-\d+|\*)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
        const modified = Date.parse(headers['last-modified'] ?? '');
        const bytes = Number(partial ? total : headers['content-length']);
        const version = headers.etag ?? headers['last-modified'] ?? `${bytes}`;
        if (expected !== undefined && version !== expected) {
            response.destroy();
            throw new stored .J(this.name);
        }
        if (statusCode === 206 && Number(from) !== start) {
            response.destroy();
            throw new errors .lZ(`${this.name} answers with different bytes than were requested; fetch it by other means.`);
        }
        if (statusCode === 416)
            response.resume();
        return {
            bytes: Number.isNaN(bytes) ? undefined : bytes,
            modifiedAt: Number.isNaN(modified) ? undefined : new Date(modified).toISOString(),
            version,
            partial,
            body: statusCode === 416 ? nothing() : response,
        };
    }
    async #get(url, headers, redirects) {
        const send = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
        const request = send(url, { headers, signal: this.#signal, timeout: waits .r.STORE_SILENCE_MS });
        request.on('timeout', () => request.destroy(new Error(`nothing came for ${waits .r.STORE_SILENCE_MS / 1000} s`)));
        request.end();
        let response;
        try {
            [response] = (await (0,external_node_events_.once)(request, 'response'));
        }
        catch (error) {
            this.#signal.throwIfAborted();
            const sentence = `${this.name} cannot be reached: ${(0,network .N4)(error)}`;
            throw (0,network .dJ)(error)
                ? new errors .lZ(`${sentence}; check the URL.`, { cause: error })
                : new retry .aB(sentence, { cause: error });
        }
        const { statusCode = 0, headers: answer } = response;
        if (![301, 302, 303, 307, 308].includes(statusCode) || !answer.location)
            return response;
        response.destroy();
        const next = URL.parse(answer.location, url.href);
        if (redirects === 0 || !next || !isPrivate(next) || !(0,client .KN)(url, next)) {
            throw new errors .lZ(`${this.name} redirects too often, or to where nothing is encrypted; use the last URL.`);
        }
        return this.#get(next, headers, redirects - 1);
    }
}
const isPrivate = (url) => url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.includes(url.hostname));
async function* nothing() { }

; 



async function storage_open(source, access) {
    if (source.startsWith('s3://')) {
        const { S3Store } = await Promise.all( [__webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(3711), __webpack_require__.e(5533)]).then(__webpack_require__.bind(__webpack_require__, 95533));
        return S3Store.parse(source, access);
    }
    if (/^https?:\/\//i.test(source))
        return HttpsStore.parse(source, access.signal);
    if (source.startsWith('file://'))
        return new FileStore(decodeURIComponent(new URL(source).pathname));
    const [scheme] = /^[a-z][a-z0-9+.-]+(?=:\/\/)/i.exec(source) ?? [];
    if (scheme) {
        throw new errors .lZ(`Backups are not read from ${scheme}://; accepted are s3://bucket/key, https://… and a path.`);
    }
    return new FileStore(source);
}


  }),

  61792:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    J: () => (  ChangedError),
    i: () => (  DeniedError)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

class ChangedError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    constructor(name) {
        super(`${name} was replaced while it was fetched; run this again, with a backup that nothing writes to any more.`);
        this.name = 'ChangedError';
    }
}
class DeniedError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    name = 'DeniedError';
}


  })

};
;
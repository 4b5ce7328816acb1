export const id = 7390;
export const ids = [7390];
export const modules = {

/***/ 26161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ progressOf)
/* harmony export */ });
/** Adds the time left to a step's progress, from what the work so far took. */
function progressOf(step, unit, report) {
    const started = performance.now();
    return (done, total) => {
        const seconds = (performance.now() - started) / 1000;
        const secondsLeft = total === undefined || done === 0 ? undefined : Math.round((seconds * (total - done)) / done);
        report({ step, unit, done, total, secondsLeft });
    };
}


/***/ }),

/***/ 91675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nj: () => (/* binding */ guarded),
/* harmony export */   Qv: () => (/* binding */ objectsIn),
/* harmony export */   SX: () => (/* binding */ refusedOf),
/* harmony export */   bn: () => (/* binding */ notCarriedSentence),
/* harmony export */   o4: () => (/* binding */ rightsToCarry)
/* harmony export */ });
/* harmony import */ var _domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96504);
/* harmony import */ var _domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29182);


/** What GRANT calls a kind of object. */
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
/** Privileges that PUBLIC has on a new object by default, and that may have been revoked. */
const OF_EVERYBODY = {
    FUNCTION: 'EXECUTE',
    PROCEDURE: 'EXECUTE',
    TYPE: 'USAGE',
};
/** Every object that has an owner and grants: `TABLE public.orders`. */
async function objectsIn(session) {
    const found = new Set();
    for (const { kind, name, from } of _domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .OWNED */ .yl) {
        const rows = await session.query(`SELECT ${kind} || ' ' || ${name} AS object FROM ${from} AND ${_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .USER_SCHEMA */ .a0}`);
        for (const { object } of rows)
            found.add(object);
    }
    return found;
}
/**
 * What a backup was made without (`pg_dump --no-owner`, `--no-acl`) and the live database has, as statements: schemas come
 * first. Nothing where the backup has both; what it has says how it was, and that is what people go back to.
 *
 * @param inPlace whether it is to the same database, where what is not this user's stays (clear.ts)
 */
async function rightsToCarry(live, { hasGrants, hasOwners }, inPlace = false) {
    if (hasGrants && hasOwners)
        return [];
    // So that all names come out with their schemas.
    await live.run(`SET search_path = ''`);
    const carried = [];
    for (const one of _domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .OWNED */ .yl.toReversed()) {
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
    const rows = await live.query(`SELECT ${kind} AS kind, ${name} AS name, ${(0,_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .ROLE */ .z7)(owner)} AS owner FROM ${from} AND ${_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .USER_SCHEMA */ .a0}
       AND ${owner} <> (SELECT datdba FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`);
    return rows
        .filter((row) => row.name !== 'public' || row.kind !== 'SCHEMA')
        .map((row) => ({
        object: `${row.kind} ${row.name}`,
        sql: `ALTER ${row.kind} ${row.name} OWNER TO ${row.owner}`,
    }));
}
/** An ACL as its grants to others than the owner, those with the right to hand them on by themselves. */
const exploded = (acl, owner) => `(SELECT coalesce(pg_catalog.json_agg(g), '[]') FROM (SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE ${(0,_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .ROLE */ .z7)('grantee')} END AS grantee,
      pg_catalog.string_agg(privilege_type, ', ' ORDER BY privilege_type) AS privileges, is_grantable AS grantable
    FROM pg_catalog.aclexplode(${acl}) WHERE grantee <> ${owner} GROUP BY grantee, is_grantable) AS g WHERE g.grantee IS NOT NULL)`;
const toGrantee = ({ grantee, grantable }) => `${grantee}${grantable ? ' WITH GRANT OPTION' : ''}`;
async function grantsOf(live, one) {
    const rows = await live.query(`SELECT ${one.kind} AS kind, ${one.name} AS name, ${exploded(one.acl, one.owner)} AS grants
     FROM ${one.from} AND ${_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .USER_SCHEMA */ .a0} AND ${one.acl} IS NOT NULL`);
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
    const rows = await live.query(`SELECT ${_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .OWNED */ .yl[0].kind} AS kind, ${_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .OWNED */ .yl[0].name} AS table, pg_catalog.quote_ident(attname) AS column, ${exploded('attacl', 'o.relowner')} AS grants
     FROM pg_catalog.pg_attribute a JOIN ${_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .OWNED */ .yl[0].from.replace(' WHERE ', ' ON o.oid = a.attrelid WHERE ')} AND ${_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .USER_SCHEMA */ .a0} AND attacl IS NOT NULL AND NOT attisdropped`);
    return rows.flatMap(({ kind, table, column, grants }) => grants.map((grant) => {
        const privileges = grant.privileges.split(', ').map((privilege) => `${privilege} (${column})`);
        return {
            object: `${kind} ${table}`,
            sql: `GRANT ${privileges.join(', ')} ON TABLE ${table} TO ${toGrantee(grant)}`,
        };
    }));
}
async function defaultPrivileges(live, inPlace) {
    const rows = await live.query(`SELECT ${(0,_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .ROLE */ .z7)('defaclrole')} AS role, (SELECT pg_catalog.quote_ident(nspname) FROM pg_catalog.pg_namespace n WHERE n.oid = defaclnamespace) AS schema,
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
/** The same inside of a transaction that must not fail for what is not there: each statement by itself. */
const guarded = (statements) => statements
    .map((sql) => `DO $carried$ BEGIN EXECUTE ${literal(sql)};
        EXCEPTION WHEN undefined_object OR undefined_table OR undefined_function OR undefined_column OR invalid_schema_name OR wrong_object_type OR insufficient_privilege
        THEN RAISE WARNING '${REFUSED}%', ${literal(sql)}; END $carried$;`)
    .join('\n');
const REFUSED = 'not carried over: ';
/** The statements of those that were not carried out, by what PostgreSQL warned of: of the backup, and others. */
function refusedOf(warnings, ofBackup) {
    const all = warnings.flatMap((line) => line.split(`WARNING:  ${REFUSED}`)[1] ?? []);
    const own = new Set(ofBackup);
    return { refused: all.filter((sql) => own.has(sql)), others: all.filter((sql) => !own.has(sql)) };
}
/** Says which owners and grants of the live database the restored one does not have; undefined where it has all. */
function notCarriedSentence(statements) {
    if (statements.length === 0)
        return undefined;
    const more = statements.length > 3 ? ` and ${statements.length - 3} more` : '';
    return `${statements.length} owners or grants of the live database could not be carried over, because the user of \`database-url\` may not give them: ${statements.slice(0, 3).join('; ')}${more}.`;
}
/** A text that may hold the end of the body that it stands in. */
const literal = (text) => `convert_from(decode('${Buffer.from(text).toString('hex')}', 'hex'), 'UTF8')`;


/***/ }),

/***/ 29014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RF: () => (/* binding */ clearBlock),
/* harmony export */   bf: () => (/* binding */ foreignContents),
/* harmony export */   uJ: () => (/* binding */ CLEAR)
/* harmony export */ });
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55737);

/**
 * A block of PL/pgSQL that takes everything out of a database that a dump of it brings back, in the transaction that it runs
 * in. Extensions of other roles stay, with their objects: a dump creates them only if they are not there. The schema `public`
 * stays too, because it may belong to the administrator.
 *
 * @param kept a schema of ours that stays as well
 */
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
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema', ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .ol)(kept)})
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
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .ol)(kept)})
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
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .ol)(kept)}) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND relpersistence <> 't'
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
/** The same as a statement. */
const CLEAR = `DO $clear$${clearBlock()}\n$clear$;`;
/** What of a database `CLEAR` would drop and this user may not: a whole schema by its name, the rest one by one. */
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


/***/ }),

/***/ 26029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ extensionsBlock),
/* harmony export */   WP: () => (/* binding */ schemasOf),
/* harmony export */   t5: () => (/* binding */ createExtensions)
/* harmony export */ });
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55737);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58310);


/** Schemas that a new database has. */
const PRESENT = new Set(['public', 'pg_catalog']);
/**
 * Creates in an empty database the extensions of a backup that the role that restores may not create and the user of
 * `server` may, before anything of the backup is there. The role may fill their tables and use their foreign data wrappers.
 *
 * @returns schemas that were made for them
 */
async function createExtensions({ server, database, restorer, signal, }, wanted, rights) {
    const creatable = wanted.filter(({ name }) => !rights.deniedExtensions.has(name));
    if (creatable.length === 0)
        return new Set();
    const names = creatable.map(({ name }) => name);
    const denied = await restorer.server
        .withSignal(signal)
        .use(database, (session) => (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .deniedOf */ .tJ)(session, names));
    const own = creatable.filter(({ name }) => denied.includes(name));
    if (own.length === 0)
        return new Set();
    await server
        .withSignal(signal)
        .use(database, (session) => session.run(`DO ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteText */ .ol)(extensionsBlock(own, restorer.name))}`));
    return schemasOf(own);
}
/** The schemas that have to be made for extensions. Pure. */
const schemasOf = (extensions) => new Set(extensions.flatMap(({ schema }) => (schema && !PRESENT.has(schema) ? [schema] : [])));
/**
 * A block of PL/pgSQL that creates extensions where they are not there, and lets a role fill their tables, whose rows a dump has,
 * and use their foreign data wrappers, whose servers it has. Pure.
 */
function extensionsBlock(extensions, role) {
    const own = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .AB)(role);
    const schemas = [...schemasOf(extensions)].map((schema) => `CREATE SCHEMA IF NOT EXISTS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .AB)(schema)} AUTHORIZATION ${own};`);
    const created = extensions.map(({ name, schema }) => {
        const where = schema === undefined ? '' : ` WITH SCHEMA ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .AB)(schema)}`;
        return `CREATE EXTENSION IF NOT EXISTS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .AB)(name)}${where} CASCADE;`;
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
  LOOP EXECUTE format('GRANT ALL ON %s TO %I', found.name, ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteText */ .ol)(role)}); END LOOP;
  FOR found IN SELECT w.fdwname AS name FROM pg_catalog.pg_foreign_data_wrapper w
    JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass AND d.objid = w.oid AND d.deptype = 'e'
    WHERE pg_catalog.pg_has_role(w.fdwowner, 'USAGE')
  LOOP EXECUTE format('GRANT USAGE ON FOREIGN DATA WRAPPER %I TO %I', found.name, ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteText */ .ol)(role)}); END LOOP;
END`;
}


/***/ }),

/***/ 3346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tz: () => (/* binding */ fetchBackup),
  $l: () => (/* binding */ previewBackup),
  Mt: () => (/* binding */ readNeighbour)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/systems/postgres/tools.js
var tools = __webpack_require__(22654);
// EXTERNAL MODULE: ./build/systems/storage/download.js
var download = __webpack_require__(9427);
// EXTERNAL MODULE: ./build/systems/storage/storage.js + 2 modules
var storage = __webpack_require__(71789);
// EXTERNAL MODULE: ./build/systems/storage/stored.js
var storage_stored = __webpack_require__(61792);
// EXTERNAL MODULE: ./build/database/backup/archive.js
var archive = __webpack_require__(85105);
// EXTERNAL MODULE: ./build/database/backup/backup.js
var backup = __webpack_require__(26161);
// EXTERNAL MODULE: ./build/database/backup/form.js
var backup_form = __webpack_require__(57609);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/database/backup/lexer.js
var backup_lexer = __webpack_require__(86301);
// EXTERNAL MODULE: ./build/database/backup/privileged.js
var backup_privileged = __webpack_require__(7718);
// EXTERNAL MODULE: ./build/database/backup/statements.js
var statements = __webpack_require__(65541);
// EXTERNAL MODULE: ./build/database/backup/toc.js
var backup_toc = __webpack_require__(63185);
// EXTERNAL MODULE: ./build/database/backup/written.js
var written = __webpack_require__(67484);
;// CONCATENATED MODULE: ./build/database/backup/inspect.js









/** Names of files in a directory format, as pg_dump makes them. */
const DATA = /^\d{1,10}\.dat(?:\.(?:gz|lz4|zst))?$/;
const BLOBS = /^blobs(?:_\d{1,10})?\.toc$/;
const BLOB_LINE = /^\d{1,10} blob_\d{1,10}\.dat(?:\.(?:gz|lz4|zst))?$/;
const PACKED = /\.(?:gz|lz4|zst)$/;
/** What pg_dump says of encodings and strings, which pg_restore reads itself. */
const ENCODING = /^SET client_encoding = ('[\w .-]+');\n*$/;
const STRINGS = /^SET standard_conforming_strings = 'o(?:n|ff)';\n*$/;
const PATH = /^SELECT pg_catalog\.set_config\('search_path', '[^'\\]*', false\);\n*$/;
/** Grants with their grantor, which are never carried out as that role. */
const AS_GRANTOR = /^(?:SET SESSION AUTHORIZATION (?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)|RESET SESSION AUTHORIZATION);$/gm;
/** Entries that only their owner carries out, a line each. */
const PRIVILEGES = new Set(['ACL', 'DEFAULT ACL']);
/** Entries that say nothing but for a database of their own, which is never made from them. */
const OF_THE_DATABASE = new Set(['DATABASE', 'DATABASE PROPERTIES']);
/** Entries of which pg_restore passes over those of a database itself, by their name, where it makes none (`_tocEntryRequired`). */
const ABOUT_SOMETHING = new Set(['ACL', 'COMMENT', 'SECURITY LABEL']);
/**
 * Looks into an archive before any program reads it: whether the files that it names are its own, and whether what it
 * would carry out, in every section, is what a dump of one database has.
 *
 * @throws ActionError that says what it has and no dump has
 */
async function inspectArchive(path, form, name) {
    const toc = (0,backup_toc/* readToc */.PP)((0,backup_toc/* fileOfToc */.cz)({ form, path }), name);
    const { entries } = toc;
    if (form === 'directory')
        await requireOwnFiles(path, entries, name);
    for (const kind of ['ENCODING', 'STDSTRINGS', 'SEARCHPATH'])
        if (entries.filter((entry) => entry.kind === kind).length > 1)
            throw new errors/* ActionError */.lZ(`${name} has ${kind} twice, which no dump has; use another backup.`);
    const escapes = entries.some(({ kind, definition }) => kind === 'STDSTRINGS' && /off/.test(definition));
    for (const entry of entries)
        requireHarmless(entry, escapes, name);
    return toc;
}
/** Archives whose rows are statements, not COPY: all of them have to be read to be known. Pure. */
const hasStatementsAsData = (entries) => entries.some(({ kind, hasData, copy }) => hasData && kind !== 'BLOBS' && copy === '');
/** What an archive makes that only a superuser may make, and its entries about what of it is made last. Pure. */
function privilegedEntries(entries) {
    const privileged = (0,backup_privileged/* unique */.Am)(entries.flatMap(({ definition }) => (0,backup_privileged/* privilegedIn */.ND)(definition) ?? []));
    const isLast = (0,backup_privileged/* lastOf */.g1)(privileged);
    return {
        privileged,
        lastEntries: new Set(entries.filter(({ definition }) => isLast(definition)).map(({ id }) => id)),
    };
}
/** Which tables an archive makes, and which it has rows of. Pure. */
function tablesIn(entries) {
    const names = (of) => new Set(entries.filter(of).map(({ schema, name }) => (0,written/* textIn */.r)(`${schema}.${name}`)));
    const rowsOf = names(({ kind }) => kind === 'TABLE DATA');
    // The rows of a partitioned table are its partitions'; unlogged tables may be left out by choice.
    const made = names(({ kind, definition }) => kind === 'TABLE' && !/\)\s*PARTITION BY |^CREATE UNLOGGED /.test(definition));
    return { rowsOf, definesWithoutRows: new Set([...made].filter((table) => !rowsOf.has(table))) };
}
/** The owners in an archive, whether it has grants, how many lockable objects it creates, and which kinds. Pure. */
function rightsIn(entries) {
    return {
        owners: new Set(entries.flatMap(({ owner }) => (owner === '' ? [] : [(0,written/* textIn */.r)(owner)]))),
        hasGrants: entries.some((entry) => PRIVILEGES.has(entry.kind) && !isOfTheDatabase(entry)),
        // pg_dump --no-owner leaves them in an archive: it is pg_restore that would not carry them out.
        hasOwners: true,
        relations: entries.reduce((sum, { kind }) => sum + (LOCKED[kind] ?? 0), 0),
        hasKeys: entries.some(({ kind }) => kind === 'CONSTRAINT' || kind === 'INDEX'),
        hasLargeObjects: entries.some(({ kind }) => /^BLOBS?\b/.test(kind)),
    };
}
/** Locks that things take which are made: a table has a second one for what is large in it, with an index. */
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
    // A tar format calls lists of large objects as data are called.
    const lists = new Set(entries.filter(({ kind }) => kind === 'BLOBS').map(({ file }) => file));
    const isList = (file) => BLOBS.test(file) || lists.has(file);
    for (const file of await (0,promises_.readdir)(folder)) {
        const path = (0,external_node_path_.join)(folder, file);
        const found = await (0,promises_.lstat)(path);
        if (!found.isFile())
            throw foreignFile(name, file);
        // Where a list is not there, pg_restore takes a packed one, and pg_dump packs none.
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
const foreignFile = (name, file) => new errors/* ActionError */.lZ(`${name} names the file ${JSON.stringify(file.slice(0, 200))}, which no dump has; it is not read.`);
function requireHarmless(entry, escapes, name) {
    const refusal = refusalOfEntry(entry, escapes);
    if (refusal === undefined)
        return;
    const what = `${entry.kind} ${entry.name}`.trim().slice(0, 100);
    throw new errors/* ActionError */.lZ(`${name} has ${refusal} in its entry ${JSON.stringify(what)}, which no dump of one database has; use another backup.`);
}
/**
 * What an entry has that no dump has. Pure.
 *
 * @param escapes whether a backslash escapes in plain strings
 */
function refusalOfEntry({ kind, name, definition, copy }, escapes) {
    switch (kind) {
        case 'ENCODING': {
            const [, value] = ENCODING.exec(definition) ?? [];
            return value === undefined
                ? 'an encoding that is not written as a dump writes it'
                : (0,statements/* readEncoding */.gx)(value).refusal;
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
    const lexer = new backup_lexer/* Lexer */.J({
        statement: (statement) => {
            // What is set in one entry would hold for all that follow.
            refusal ??= statement.words[0] === 'set' ? 'a SET' : (0,statements/* readingOf */.MU)(statement).refusal;
            count++;
            if (statement.copiesFromStdin)
                copies++;
        },
        command: () => {
            refusal ??= 'a backslash between words';
        },
        watched: statements/* REACHING */.ol,
    });
    lexer.escapesInStrings = escapes;
    // The last statement may have no semicolon.
    lexer.read(`${text}\n;`, true);
    if (!lexer.between)
        refusal ??= 'a statement without an end';
    const expected = isCopy ? copies === 1 && count === 1 : copies === 0;
    return refusal ?? (expected ? undefined : 'a COPY at the wrong place');
}

// EXTERNAL MODULE: ./build/database/backup/made-at.js
var made_at = __webpack_require__(96142);
// EXTERNAL MODULE: ./build/database/backup/makes.js
var makes = __webpack_require__(69864);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/database/backup/on-disk.js







/** What this process has fetched, by where it is: the plan of a rollback fetches what is restored after it. */
const known = new Map();
/** The object as a file of this machine, with its hash; one that was fetched already, where it is still the same. */
async function onDisk(stored, { directory, progress, signal }) {
    const report = (0,backup/* progressOf */.j)('fetch', 'bytes', progress);
    if (stored.local !== undefined)
        return hashed(stored.local, stored.name, report, signal);
    const path = (0,external_node_path_.join)(directory, 'backup');
    const there = (0,external_node_fs_.existsSync)(path) ? known.get(path) : undefined;
    if (there?.name === stored.name && (await (0,download/* statObject */.yU)(stored, signal))?.version === there.version)
        return there;
    const fetched = { path, ...(await (0,download/* download */.RG)(stored, path, { progress: report, signal })) };
    known.set(path, { ...fetched, name: stored.name });
    return fetched;
}
async function hashed(path, name, report, signal) {
    const found = await (0,promises_.stat)(path).catch((error) => {
        throw new errors/* ActionError */.lZ(error.code === 'ENOENT'
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

// EXTERNAL MODULE: ./build/database/backup/script.js
var backup_script = __webpack_require__(28560);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/index.min.js
var index_min = __webpack_require__(98697);
;// CONCATENATED MODULE: ./build/database/backup/unpack.js








/** Of the free disk, the part that may be filled. */
const SHARE = 0.95;
/** How many folders deep the archive is searched for. */
const DEPTH = 4;
/**
 * Writes a packed archive unpacked to a file, as far as the disk has room.
 *
 * @throws ActionError where it has not
 */
async function unpackFile(content, path, name) {
    const most = (await (0,download/* roomAt */.t3)(path)) * SHARE;
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
/**
 * Unpacks a tar with a directory-format archive (or a tar-format one, which is the same unpacked) into `directory` and
 * gives the folder that `toc.dat` is in. Only plain files and folders below `directory` are taken.
 *
 * @throws ActionError where it has anything else, is cut off, needs more room than there is, or has no archive
 */
async function unpackTar(content, directory, name) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    const most = (await (0,download/* roomAt */.t3)((0,external_node_path_.join)(directory, 'x'))) * SHARE;
    let bytes = 0;
    let refusal;
    const unpack = new index_min/* Unpack */.dX({
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
        if (error instanceof errors/* ActionError */.lZ)
            throw error;
        throw new errors/* ActionError */.lZ(`${name} is a damaged tar (${(0,errors/* messageOf */.bD)(error)}); use another backup.`, {
            cause: error,
        });
    }
    if (refusal)
        throw refusal;
    return archiveIn(directory, name);
}
/**
 * Gives the lists of large objects of a tar-format archive, unpacked, the names that its table of contents has for them:
 * it keeps `blobs_7.toc` (`blobs.toc` before 17) and calls it `7.dat`, which pg_restore 17 and newer looks for in a folder
 * (pg_backup_tar.c _ArchiveEntry, pg_backup_directory.c _LoadLOs).
 */
async function nameLists(folder, name) {
    for (const { id, kind, file } of (0,backup_toc/* readToc */.PP)((0,external_node_path_.join)(folder, 'toc.dat'), name).entries) {
        if (kind !== 'BLOBS' || !/^\d{1,10}\.dat$/.test(file) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, file)))
            continue;
        const list = [`blobs_${id}.toc`, 'blobs.toc'].map((each) => (0,external_node_path_.join)(folder, each)).find(external_node_fs_.existsSync);
        if (list !== undefined)
            await (0,promises_.copyFile)(list, (0,external_node_path_.join)(folder, file));
    }
}
/**
 * The folder of a directory-format archive at or below a folder.
 *
 * @throws ActionError where there is none, or more than one
 */
async function archiveIn(directory, name) {
    const names = await (0,promises_.readdir)(directory, { recursive: true });
    const found = names.filter((path) => /(^|\/)toc\.dat$/.test(path) && path.split('/').length <= DEPTH);
    const [only] = found;
    if (found.length === 1 && only && (await (0,promises_.stat)((0,external_node_path_.join)(directory, only))).isFile())
        return (0,external_node_path_.dirname)((0,external_node_path_.join)(directory, only));
    throw new errors/* ActionError */.lZ(found.length > 1
        ? `${name} has ${found.length} archives in it (${found.slice(0, 3).join(', ')}); give one.`
        : `${name} has no toc.dat in it, so it is not a directory-format archive of pg_dump; use another backup.`);
}
const stranger = (name, path, what) => new errors/* ActionError */.lZ(`${name} holds ${JSON.stringify(path.slice(0, 200))}, ${what}, which no dump has; it is not unpacked.`);
const noRoom = (name, path) => new errors/* ActionError */.lZ(`${name} needs more room than the disk at ${(0,external_node_path_.dirname)(path)} has free; use a runner with a larger disk.`);

;// CONCATENATED MODULE: ./build/database/backup/fetch.js



















/**
 * Fetches a backup and reads all of it, before anything is changed anywhere.
 *
 * @throws ActionError with the reason where it is empty, cut off, damaged, something else than the dump of one
 * database, or newer than PostgreSQL's programs here or the server take
 */
async function fetchBackup(options) {
    const { source, directory, s3Endpoint, log, signal } = options;
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const stored = await (0,storage/* open */.h)(source, { s3Endpoint, signal });
    const expected = await expectedSum(stored, options.sha256, { log, signal });
    if (stored.local !== undefined && (await isFolder(stored.local))) {
        if (options.sha256)
            throw new errors/* ActionError */.lZ(`${stored.name} is a folder, which has no SHA-256; leave \`backup-sha256\` out.`);
        const path = await archiveIn(stored.local, stored.name);
        const { mtime } = await (0,promises_.stat)((0,external_node_path_.join)(path, 'toc.dat'));
        const whole = { path, bytes: 0, sha256: '', modifiedAt: mtime.toISOString() };
        return { ...(await fetch_archive(path, 'directory', whole, stored.name, options)), sha256: undefined };
    }
    const fetched = await onDisk(stored, options);
    if (fetched.bytes === 0)
        throw new errors/* ActionError */.lZ(`${stored.name} is empty; use another backup.`);
    if (expected !== undefined && expected !== fetched.sha256) {
        throw new errors/* ActionError */.lZ(`${stored.name} does not match its checksum: its SHA-256 is ${fetched.sha256}, expected was ${expected}; use another backup.`);
    }
    return recognised(fetched, stored.name, options);
}
/** The most that is fetched to know what is in a backup. */
const PREVIEW = 64 * 1024 * 1024;
/**
 * What a backup is, before all of it is fetched: a small one is fetched and read, of a large archive its table of contents,
 * which is at its head. A large script or packed file is known only once it is here: undefined.
 *
 * @throws ActionError as `fetchBackup` does
 */
async function previewBackup(options) {
    const { source, directory, s3Endpoint, signal } = options;
    const stored = await (0,storage/* open */.h)(source, { s3Endpoint, signal });
    const isSmall = stored.local !== undefined && (await isFolder(stored.local));
    const whole = stored.local === undefined ? await (0,download/* statObject */.yU)(stored, signal) : await (0,promises_.stat)(stored.local);
    if (whole === undefined)
        return undefined;
    if (isSmall || whole.size <= PREVIEW)
        return fetchBackup({ ...options, readOnce: true });
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const path = stored.local ?? (await (0,download/* headTo */.OR)(stored, (0,external_node_path_.join)(directory, 'head'), PREVIEW, signal));
    const head = await (0,backup_form/* headOf */.Uo)(path);
    if ((0,backup_form/* compressionOf */.MB)(head, stored.name) !== 'none' || (0,backup_form/* contentOf */.$E)(head, stored.name) !== 'custom')
        return undefined;
    const fetched = { path, bytes: whole.size, sha256: '', modifiedAt: whole.mtime?.toISOString() };
    return fetch_archive(path, 'custom', fetched, stored.name, { ...options, readOnce: true });
}
/**
 * The text of a small file beside a backup, such as `<backup>.snapshot.json`; undefined where there is none, or where the store
 * does not say whether there is.
 */
async function readNeighbour(source, suffix, { s3Endpoint, log, signal }) {
    return neighbourOf(await (0,storage/* open */.h)(source, { s3Endpoint, signal }), suffix, { log, signal });
}
async function neighbourOf(stored, suffix, { log, signal }) {
    const neighbour = stored.neighbour(suffix);
    try {
        return await (0,download/* readSmall */.o5)(neighbour, signal);
    }
    catch (error) {
        if (!(error instanceof storage_stored/* DeniedError */.i))
            throw error;
        // S3 answers so for what is not there, too, if it may not be listed.
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
        throw new errors/* ActionError */.lZ(`${where} has no SHA-256 (64 hexadecimal digits) in it.`);
    return sum;
}
async function isFolder(path) {
    return (await (0,promises_.stat)(path).catch(() => undefined))?.isDirectory() ?? false;
}
async function recognised(fetched, name, options) {
    const head = await (0,backup_form/* headOf */.Uo)(fetched.path);
    const compression = (0,backup_form/* compressionOf */.MB)(head, name);
    const content = () => (0,backup_form/* contentStream */.q1)(fetched.path, compression, name);
    const inner = compression === 'none' ? head : await firstBytes(content());
    const kind = (0,backup_form/* contentOf */.$E)(inner, name);
    // What a plan has unpacked.
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
    const needs = (0,archive/* readerOf */.TC)(await (0,backup_form/* headOf */.Uo)(form === 'custom' ? path : (0,external_node_path_.join)(path, 'toc.dat')), name);
    // Before any program reads it.
    const { entries, local } = await inspectArchive(path, form, name);
    const tool = (0,tools/* chooseRestore */.OL)(await (0,tools/* toolsNamed */.B)('pg_restore'), { archive: needs, server });
    const contents = await (0,archive/* contentsOf */.KD)(path, tool, name);
    requireNotNewer(contents.serverVersion, server, name);
    const tables = (0,archive/* tableData */.x9)(contents).length;
    const rights = rightsIn(entries);
    const extensions = entries.flatMap(({ kind, definition }) => kind === 'EXTENSION' ? ((0,makes/* extensionIn */.RM)(definition) ?? []) : []);
    requireDefinitions({ data: tables, relations: rights.relations, extensions }, name);
    const report = (0,backup/* progressOf */.j)('check', 'tables', progress);
    let read = 0;
    if (!readOnce)
        await (0,archive/* readWhole */.oD)(path, tool, name, { signal, onTable: () => report(++read, tables) });
    return {
        source: name,
        path,
        form,
        compression: 'none',
        bytes: fetched.bytes,
        sha256: fetched.sha256,
        ...(0,made_at/* readLocalTime */.Ru)(local, { modifiedAt: fetched.modifiedAt, zones: [zone], now }),
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
        hasData: tables > 0 || (0,archive/* tableDefinitions */.bu)(contents).length === 0,
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
        ...(0,made_at/* readComment */.W3)(contents.startedAt, { modifiedAt: fetched.modifiedAt, zones: [zone], now }),
        database: undefined,
        serverVersion: contents.serverVersion,
        toolVersion: contents.toolVersion,
        needs: 0,
        tables: contents.rowsOf.size,
        extensions: contents.extensions,
        privileged: (0,backup_privileged/* unique */.Am)(contents.privileged),
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
    };
}
/** What a script has in it, read to its end. */
async function readScript({ path, bytes }, compression, name, { progress, signal }) {
    const report = (0,backup/* progressOf */.j)('check', 'bytes', progress);
    const script = new backup_script/* Script */.e({ name });
    let read = 0;
    const nowhere = new external_node_stream_.Writable({
        write: (chunk, _, done) => {
            read += chunk.length;
            report(compression === 'none' ? read : 0, compression === 'none' ? bytes : undefined);
            done();
        },
    });
    await (0,external_node_stream_promises_.pipeline)((0,backup_form/* contentStream */.q1)(path, compression, name), script, nowhere, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw error;
    });
    return script.contents;
}
/** Extensions bring tables of their own, whose rows a dump has. @throws ActionError where rows have nothing to go to */
function requireDefinitions({ data, relations, extensions }, name) {
    if (data === 0 || relations > 0 || extensions.length > 0)
        return;
    throw new errors/* ActionError */.lZ(`${name} has rows and makes no table (pg_dump --data-only, or --section=data), so there is nothing to restore them into; use a backup of everything.`);
}
/** PostgreSQL promises that a dump goes to the same or a newer version; backwards it works by chance. */
function requireNotNewer(version, server, name) {
    if (version === undefined || Number.parseInt(version, 10) <= server)
        return;
    throw new errors/* ActionError */.lZ(`${name} was made from PostgreSQL ${version}, which is newer than the server (${server}); restore it to a server of that version or newer.`);
}


/***/ }),

/***/ 86301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ Lexer)
/* harmony export */ });
/** Characters of a statement that are kept for the rules: what they look at stands at its beginning. */
const KEPT = 20_000;
/** How much of a token that is not whole yet may be held back; names and tags of dollar quotes are shorter. */
const HELD = 256;
const TOKEN = /[A-Za-z_\x80-\xff][\w$\x80-\xff]*'?|['"]|\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$|--|\/\*|[;\\()]/g;
const IN_ESCAPE_STRING = /\\[\s\S]|'/g;
const IN_COMMENT = /\/\*|\*\//g;
const CODE = { kind: 'code' };
class Lexer {
    /** Set where the dump says `standard_conforming_strings = off`. */
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
    /** Up to where the text that is read now is in `#text`. */
    #keptTo = 0;
    #name = '';
    #calls = [];
    #inner = new Set();
    #begins = false;
    /** Whether the COPY that is read brings rows; undefined until its FROM. */
    #copies;
    constructor(on) {
        this.#onStatement = on.statement;
        this.#onCommand = on.command;
        this.#watched = on.watched ?? new Set();
    }
    /** Between two statements, where the next line begins a new one. */
    get between() {
        return this.#inside.kind === 'code' && this.#empty;
    }
    /** Reads on; gives how much of `text` was read: all of it where it is a `whole` line. */
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
    /** The position behind the next token, or undefined where its end is not there yet. */
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
    /** Counts BEGIN and END of a function's body in standard SQL, as psql does. */
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
        // The first FROM alone: one in a WHERE (`IS DISTINCT FROM stdin`) would make rows of what is not one.
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


/***/ }),

/***/ 96142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ describeMadeAt),
/* harmony export */   Ru: () => (/* binding */ readLocalTime),
/* harmony export */   W3: () => (/* binding */ readComment),
/* harmony export */   ZR: () => (/* binding */ POINT_IN_TIME)
/* harmony export */ });
/* unused harmony export readTime */
/** What is not from the backup itself. */
const LAST_MODIFIED = 'the file was last modified then';
const POINT_IN_TIME = 'point in time';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Time zones lie this far from UTC: the Line Islands, and ships in the Pacific. */
const EASTERNMOST = 14 * HOUR;
const WESTERNMOST = 12 * HOUR;
/** Zones are quarters of an hour apart: within one, no other fits. */
const QUARTER = 15 * MINUTE;
/** Two machines' clocks. */
const CLOCKS = MINUTE;
/**
 * Reads the local time in the head of a dump, without its zone, which is that of the machine that ran pg_dump. It is read in a
 * zone only where the time of the file proves it, as the dump was written within a quarter of an hour from then; a later file
 * may be a copy, or of another zone. Pure.
 *
 * @param local milliseconds since 1970 if it were UTC
 * @param modifiedAt when the file was last modified
 * @param zones that it may be of besides UTC and this machine's: the server's
 */
function readLocalTime(local, { modifiedAt, zones, now }) {
    const end = Math.min(modifiedAt === undefined ? now : Date.parse(modifiedAt), now) + CLOCKS;
    const fits = (instant) => instant !== undefined && instant <= end && end - instant <= QUARTER + CLOCKS;
    for (const zone of modifiedAt === undefined ? [] : new Set(['UTC', ...zones, HERE])) {
        const instant = inZone(local, zone);
        if (fits(instant))
            return { takenAt: iso(instant), takenAtFrom: `its own time, read in the zone ${zone}` };
    }
    const earliest = local - EASTERNMOST;
    // In the future in every zone: unknown.
    if (earliest > end)
        return { takenAt: undefined, takenAtFrom: undefined };
    const takenBetween = { earliest: iso(earliest), latest: iso(Math.min(local + WESTERNMOST, end - CLOCKS)) };
    return { takenAt: undefined, takenAtFrom: undefined, takenBetween };
}
/** The instant at which clocks of a zone show a local time; undefined for a name that is not one here. */
function inZone(local, zone) {
    try {
        const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
        const offset = (instant) => {
            const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
            const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
            return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
        };
        // The offset at the instant itself, which is known only roughly before.
        return local - offset(local - offset(local));
    }
    catch {
        return undefined;
    }
}
/** The time zone of this machine. */
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const iso = (instant) => new Date(instant).toISOString();
/** `2026-11-22 23:12:11 CET` as pg_dump writes it: an instant where the zone is UTC or a number, else the local time. Pure. */
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
/** The same as a part of a sentence: `of 2026-11-22T23:12:11.000Z (…)`. Pure. */
function describeMadeAt({ takenAt, takenAtFrom, takenBetween }) {
    if (takenAt !== undefined)
        return `of ${takenAt}${takenAtFrom === undefined ? '' : ` (${takenAtFrom})`}`;
    if (takenBetween === undefined)
        return 'of an unknown time';
    return `made between ${takenBetween.earliest} and ${takenBetween.latest} (its own time names no zone)`;
}
/**
 * By what `pg_dump --verbose` wrote into a plain dump, else by the file, which may be a copy and is later in any case. What lies
 * in the future is unknown. Pure.
 */
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


/***/ }),

/***/ 69864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ makesLargeObject),
/* harmony export */   RM: () => (/* binding */ extensionIn),
/* harmony export */   aZ: () => (/* binding */ locksOf),
/* harmony export */   eI: () => (/* binding */ makesKeys),
/* harmony export */   f6: () => (/* binding */ ownerIn),
/* harmony export */   uE: () => (/* binding */ tableNamed)
/* harmony export */ });
/* harmony import */ var _written_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67484);

const CREATES_EXTENSION = /^CREATE EXTENSION (?:IF NOT EXISTS )?("[^"]+"|\w+)(?: WITH SCHEMA ("[^"]+"|\w+))?/;
const PART = '(?:"(?:[^"]|"")+"|[\\w$\\x80-\\xff]+)';
const TABLE = new RegExp(`(?:COPY|INSERT INTO|CREATE TABLE)\\s+(${PART})\\.(${PART})`, 'i');
/** `schema.table` of the statement that makes it or brings rows, as pg_dump writes it. Pure. */
function tableNamed(text) {
    const [, schema, name] = TABLE.exec(text.slice(0, 2000)) ?? [];
    if (schema === undefined || name === undefined)
        return undefined;
    return `${(0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .nameIn */ .Z)(schema)}.${(0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .nameIn */ .Z)(name)}`;
}
/** Locks that what a statement makes takes: a table has a second one for what is large in it, with an index. Pure. */
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
/** Whether a statement makes a key or an index, by itself or within a table; other tools than pg_dump write it so. Pure. */
const makesKeys = ([first, ...words], text) => (first === 'create' && words.slice(0, 2).includes('index')) ||
    ((first === 'create' || first === 'alter') &&
        /\b(?:PRIMARY KEY|UNIQUE)\b/i.test(text.slice(0, MOST_OF_TABLE)));
/** What is read of the definition of a table: 1,600 columns have room. */
const MOST_OF_TABLE = 200_000;
const makesLargeObject = ([first], text) => first === 'select' && /\blo_(?:create|open|from_bytea)\(/.test(text.slice(0, 500));
const OWNER = /\sOWNER TO ("(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)\s*;?\s*$/;
/** The role that a statement gives something to. Pure. */
function ownerIn(text) {
    const owner = OWNER.exec(text.slice(-300))?.[1];
    return owner === undefined ? undefined : (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .nameIn */ .Z)(owner);
}
/** The extension that a line of a dump creates. Pure. */
function extensionIn(line) {
    const [, name, schema] = CREATES_EXTENSION.exec(line) ?? [];
    return name === undefined ? undefined : { name: (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .nameIn */ .Z)(name), schema: schema && (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .nameIn */ .Z)(schema) };
}


/***/ }),

/***/ 58098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ namedRolesOf)
/* harmony export */ });
/* harmony import */ var _written_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67484);

/** A name as pg_dump writes it: bare or quoted. */
const NAME = '(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)';
/** The grantee of a privilege: a role, or PUBLIC. */
const GRANTEE = `PUBLIC|${NAME}`;
/** Objects of the whole server, which are not granted here. */
const SHARED = /^(?:DATABASE|ROLE|USER|GROUP|TABLESPACE|SUBSCRIPTION|SYSTEM|PARAMETER) /;
const TO_OWNER = new RegExp(`^(${NAME})$`);
const TO = new RegExp(`^(${GRANTEE})(?: WITH GRANT OPTION| GRANTED BY (${NAME}))*$`);
const DEFAULTS = new RegExp(`^ALTER DEFAULT PRIVILEGES FOR ROLE (${NAME}) `);
const DEFAULT_TO = new RegExp(`^(${GRANTEE})(?: WITH GRANT OPTION)?$`);
/**
 * Reads a line, in latin1, that is one whole statement about owners or privileges; undefined where it is not one. It is taken apart at
 * its words, as a pattern of all of it would take exponential time on quotes. Pure.
 */
function namedRolesOf(line) {
    // Names keep their place, and have no words any more.
    const words = line.replace(/"[^"]*"/g, (name) => `"${'_'.repeat(name.length - 2)}"`);
    // Nothing that could end the statement before its end, or hold more than names.
    if (!/^[^;'$\\]*;$/.test(words) || (words.split('"').length - 1) % 2 !== 0)
        return undefined;
    const text = line.slice(0, -1);
    // A name with escapes, which no dump has, is not the name that it looks like.
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
    return owner === undefined ? undefined : { owner: (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .nameIn */ .Z)(owner) };
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
    return grantee === undefined ? undefined : { grantee: (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .nameIn */ .Z)(grantee), by: by && (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .nameIn */ .Z)(by) };
}
function defaultsOf(text, words) {
    const forRole = DEFAULTS.exec(text)?.[1];
    const to = toOf(words);
    const grantee = to && DEFAULT_TO.exec(text.slice(to.end))?.[1];
    if (forRole === undefined || grantee === undefined || !/ (?:GRANT|REVOKE) /.test(words))
        return undefined;
    return { forRole: (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .nameIn */ .Z)(forRole), grantee: (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .nameIn */ .Z)(grantee) };
}
/** Where the grantee stands. */
function toOf(words) {
    const word = [' TO ', ' FROM '].reduce((one, other) => words.lastIndexOf(other) > words.lastIndexOf(one) ? other : one);
    const at = words.lastIndexOf(word);
    return at < 0 ? undefined : { at, end: at + word.length };
}


/***/ }),

/***/ 58310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ rightsOf),
/* harmony export */   Gd: () => (/* binding */ isEntryForNow),
/* harmony export */   LQ: () => (/* binding */ turnOf),
/* harmony export */   hY: () => (/* binding */ leftOutSentence),
/* harmony export */   lA: () => (/* binding */ isTooNew),
/* harmony export */   tJ: () => (/* binding */ deniedOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55737);
/* harmony import */ var _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57417);
/* harmony import */ var _named_roles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58098);
/* harmony import */ var _written_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67484);





/** A name as pg_dump writes it: bare or quoted. */
const NAME = '(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)';
const AS_ANOTHER = new RegExp(`^SET SESSION AUTHORIZATION (${NAME});$`);
const ON_PUBLIC = /^((GRANT|REVOKE) .+ ON SCHEMA public (TO|FROM) |ALTER SCHEMA public OWNER TO |COMMENT ON SCHEMA public IS )/;
const ON_EXTENSION = new RegExp(`^COMMENT ON EXTENSION (${NAME}) IS `);
const NEW_EXTENSION = new RegExp(`^CREATE EXTENSION IF NOT EXISTS (${NAME})`);
/** The server has no control file of the extension, by the words of different versions. */
const NOT_INSTALLED = ['58P01', '0A000'];
/** Known from PostgreSQL 17 on; set to what it is without it. */
const TRANSACTION_TIMEOUT = 'SET transaction_timeout = 0;';
/**
 * Looks up what the role that is connected may do, and tries whether it can create the extensions of a backup: managed
 * servers let others than superusers do so.
 *
 * @throws ActionError where the server does not have one of them
 */
async function rightsOf(session, wanted, unrestricted = false) {
    // From 16 on a member may lack the right to act as the role.
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
/** Those of these extensions that the connected user may not create. @throws ActionError where the server lacks one */
async function deniedOf(session, wanted) {
    const denied = [];
    for (const name of wanted) {
        await session.run('BEGIN');
        try {
            await session.run(`CREATE EXTENSION IF NOT EXISTS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteName */ .AB)(name)} CASCADE`);
        }
        catch (error) {
            if (NOT_INSTALLED.includes((0,_systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error))) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The backup needs the extension "${name}", which the server does not have; install it there first.`, { cause: error });
            }
            // Other failures may come from what is not there yet; the restore will show.
            if ((0,_systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) === _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__/* .INSUFFICIENT_PRIVILEGE */ .OJ)
                denied.push(name);
        }
        finally {
            await session.run('ROLLBACK');
        }
    }
    return denied;
}
/** What takes away what is not there, and makes what is, where everything is restored into an empty database. */
const NEEDLESS = /^(?:DROP [A-Z][^;]*|ALTER TABLE [^;]* DROP (?:CONSTRAINT|DEFAULT)[^;]*|SELECT pg_catalog\.lo_unlink\('\d+'\)|CREATE SCHEMA public);$/;
/** What pg_dump 18 writes of statistics; an older server has no function for it, and analyzes its tables itself. */
const OF_STATISTICS = /^SELECT \* FROM pg_catalog\.pg_restore_[a-z]+_stats\($/;
/** Whether a statement that begins with this line is one that the server does not know and does without. */
const isTooNew = (line, { version }) => version < 180000 && OF_STATISTICS.test(line);
/** What a line that is longer says is not looked at: no name is that long. */
const LONGEST = 20_000;
/**
 * When a line of a dump, in latin1, is carried out. Owners and grants are set by the database's owner, as the restoring role is
 * a member of no other role. Pure.
 */
function turnOf(line, rights) {
    if (line === TRANSACTION_TIMEOUT)
        return rights.version >= 170000 ? 'now' : 'needless';
    if (line.length > LONGEST)
        return 'now';
    if (NEEDLESS.test(line) && !REACHES.test(line))
        return 'needless';
    const created = NEW_EXTENSION.exec(line)?.[1];
    if (created)
        return rights.deniedExtensions.has((0,_written_js__WEBPACK_IMPORTED_MODULE_4__/* .nameIn */ .Z)(created)) ? 'never' : 'now';
    if (!/^(ALTER|GRANT|REVOKE|RESET SESSION|SET SESSION|COMMENT ON|CREATE SUBSCRIPTION) /.test(line))
        return 'now';
    // Grants of another grantor are made by the object's owner.
    if (AS_ANOTHER.test(line) || line === 'RESET SESSION AUTHORIZATION;')
        return 'never';
    // A second one would take the changes away from the first.
    if (/^(CREATE|ALTER|COMMENT ON) SUBSCRIPTION .*;$/.test(line))
        return 'never';
    const roles = (0,_named_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .namedRolesOf */ .Q)(line);
    if (ON_PUBLIC.test(line))
        return rights.ownsPublic && isPermitted(roles, rights) ? 'after' : 'never';
    const extension = ON_EXTENSION.exec(line)?.[1];
    if (extension) {
        const name = (0,_written_js__WEBPACK_IMPORTED_MODULE_4__/* .nameIn */ .Z)(extension);
        const isForeign = rights.foreignExtensions.has(name) || rights.deniedExtensions.has(name);
        return isForeign ? 'never' : 'after';
    }
    if (roles === undefined)
        return 'now';
    return isPermitted(roles, rights) ? 'after' : 'never';
}
/** Whether the roles of a line about owners or privileges are there, and objects can be given to them. */
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
/** What is never passed over in silence. */
const REACHES = /^DROP (?:DATABASE|ROLE|USER (?!MAPPING)|GROUP|TABLESPACE|SUBSCRIPTION)/;
/** What was left out, in one sentence; undefined where nothing of interest was. */
function leftOutSentence(lines) {
    const statements = lines
        .filter((line) => !/^((RE)?SET SESSION|CREATE SUBSCRIPTION|ALTER SUBSCRIPTION)/.test(line))
        .map(_written_js__WEBPACK_IMPORTED_MODULE_4__/* .textIn */ .r);
    if (statements.length === 0)
        return undefined;
    const more = statements.length > 3 ? ` and ${statements.length - 3} more` : '';
    return `${statements.length} ${statements.length === 1 ? 'statement' : 'statements'} of the backup about owners, privileges or extensions were left out, because a role is missing here or the user of \`database-url\` may not carry them out: ${statements.slice(0, 3).join(' ')}${more}.`;
}
/** Whether an entry of an archive's table of contents, which no option leaves out, is carried out with the rest. */
function isEntryForNow(text, rights) {
    const [, comment, name = ''] = /^(COMMENT - )?EXTENSION (?:- )?(\S+)/.exec(text) ?? [];
    if (/^SCHEMA - public( |$)/.test(text))
        return false;
    // An older server has no function for it, and analyzes its tables itself.
    if (/^STATISTICS DATA /.test(text))
        return rights.version >= 180000;
    if (comment)
        return false;
    if (name)
        return !rights.deniedExtensions.has(name);
    return !/^COMMENT - SCHEMA public( |$)/.test(text);
}


/***/ }),

/***/ 7718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ unique),
/* harmony export */   ND: () => (/* binding */ privilegedIn),
/* harmony export */   g1: () => (/* binding */ lastOf)
/* harmony export */ });
/* harmony import */ var _written_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67484);

const NAME = '(?:"(?:[^"]|"")+"|[\\w$\\x80-\\xff]+)';
const QUALIFIED = `(?:${NAME}\\.)?${NAME}`;
/** Statements as pg_dump writes them, by what they make. */
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
    // Types of PostgreSQL's own have no schema in a dump, and never belong to the restoring role.
    ['cast', /^CREATE CAST (\([^.()"]{1,100} AS [^.()"]{1,100}\)) /],
    ['cast', /^CREATE CAST (\([^;]{1,300}\)) WITHOUT FUNCTION/],
];
/** How pg_dump says what a function is written in, and what it is. */
const FUNCTION = new RegExp(`^CREATE (FUNCTION|PROCEDURE) (${QUALIFIED})\\(`);
const LANGUAGE = /\n {4}LANGUAGE (\S{1,70})([^\n]{0,200})/;
/** What the statement makes that takes a superuser, if it does. Pure. */
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
/** Each once. Pure. */
const unique = (found) => [
    ...new Map(found.map((one) => [`${one.kind} ${one.name}`, one])).values(),
];
/** Of which of these a statement is, that are made when all is there: it makes it, or says more about it. Pure. */
function lastOf(privileged) {
    const last = new Set(privileged.filter(({ isLast }) => isLast).map(({ kind, name }) => `${kind} ${name}`));
    return (statement) => {
        const [, kind = '', name = ''] = ABOUT.exec(statement.trimStart()) ?? [];
        return last.has(`${kind.toLowerCase()} ${readable(name)}`);
    };
}
const ABOUT = new RegExp(`^(?:CREATE|ALTER|COMMENT ON) (EVENT TRIGGER|PUBLICATION) (${NAME})`);
/** A name without quotes, for people; a bare one is what it is. */
const readable = (written) => written
    .split('.')
    .map((part) => (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .nameIn */ .Z)(part))
    .join('.');


/***/ }),

/***/ 36072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ scriptOf),
/* harmony export */   L: () => (/* binding */ makesOneOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);
/* harmony import */ var _systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22654);
/* harmony import */ var _systems_process_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65768);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(26161);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57609);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(58310);
/* harmony import */ var _privileged_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7718);
/* harmony import */ var _script_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(28560);
/* harmony import */ var _written_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(67484);












/**
 * A backup as SQL for psql. Reading it ends without an error only where the backup was whole and, for an archive,
 * pg_restore ended well; what was left out for want of rights is known by then.
 */
function scriptOf(backup, rights, options) {
    const report = (0,_backup_js__WEBPACK_IMPORTED_MODULE_10__/* .progressOf */ .j)('restore', 'tables', options.progress);
    let tables = 0;
    const leftOut = [];
    const after = [];
    const { inTransaction = false, schemas = new Set() } = options;
    const isLast = (0,_privileged_js__WEBPACK_IMPORTED_MODULE_8__/* .lastOf */ .g1)(backup.privileged);
    const script = new _script_js__WEBPACK_IMPORTED_MODULE_9__/* .Script */ .e({
        name: backup.source,
        inTransaction,
        drop: (line) => (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__/* .isTooNew */ .lA)(line, rights) || (!rights.unrestricted && isLast(line)),
        keep: (line) => {
            if (makesOneOf(line, schemas))
                return false;
            const turn = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__/* .turnOf */ .LQ)(line, rights);
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
/** Whether a line makes a schema that is there already. */
function makesOneOf(line, schemas) {
    const written = /^CREATE SCHEMA ("(?:[^"]|"")+"|\w+);$/.exec(line)?.[1];
    return written !== undefined && schemas.has((0,_written_js__WEBPACK_IMPORTED_MODULE_11__/* .nameIn */ .Z)(written));
}
async function* through(source, script, signal) {
    const { stream, ended } = await source;
    // The reader learns of its failure from the script's own error, or below.
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ(`${source} cannot be read any more: ${error.message}.`, { cause: error });
    });
    const report = (0,_backup_js__WEBPACK_IMPORTED_MODULE_10__/* .progressOf */ .j)('restore', 'bytes', progress);
    const stream = (0,_form_js__WEBPACK_IMPORTED_MODULE_6__/* .contentStream */ .q1)(path, compression, source, (bytes) => report(bytes, size));
    return { stream, ended: Promise.resolve() };
}
/** pg_restore writes the archive as SQL. */
async function archiveSource({ path, needs, source }, rights, { signal }) {
    const server = Math.floor(rights.version / 10000);
    const tool = (0,_systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseRestore */ .OL)(await (0,_systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .toolsNamed */ .B)('pg_restore'), { archive: needs, server });
    const stream = new node_stream__WEBPACK_IMPORTED_MODULE_1__.PassThrough();
    const args = ['--no-subscriptions', '--file=-', path];
    const ended = (0,_systems_process_js__WEBPACK_IMPORTED_MODULE_5__/* .run */ .eF)(tool.path, args, { environment: _systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .READER_ENVIRONMENT */ .GI, signal, output: stream }).then(({ code, errors }) => {
        if (code !== 0)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ(`${source} cannot be read any more: ${errors.at(-1) ?? 'pg_restore gives no reason'}.`, {
                details: errors,
            });
    });
    ended.catch(() => { });
    return { stream, ended };
}


/***/ }),

/***/ 28560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ Script)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _lexer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86301);
/* harmony import */ var _makes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69864);
/* harmony import */ var _privileged_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7718);
/* harmony import */ var _statements_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65541);






/** A line that is longer is read in pieces. */
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
/**
 * A plain dump on its way to psql: rows pass untouched, psql's own commands are refused, and it ends with an error
 * unless the last thing was pg_dump's own word that it came to its end.
 */
class Script extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform {
    contents = {
        tables: new Set(),
        rowsOf: new Set(),
        owners: new Set(),
        hasGrants: false,
        relations: 0,
        hasKeys: false,
        hasLargeObjects: false,
        data: 0,
        extensions: [],
        privileged: [],
        complete: false,
    };
    #options;
    #lexer;
    /** What has come and is not read to its end; up to `at` it is read, up to `sent` passed on. */
    #rest = Buffer.alloc(0);
    #at = 0;
    #sent = 0;
    #inRows = false;
    #rowsNext = false;
    #atLineStart = true;
    #isFirst = true;
    /** In a statement that is left out. */
    #dropping = false;
    /** Which table the rows are of that came last. */
    #table;
    constructor(options) {
        super();
        this.#options = options;
        this.#lexer = new _lexer_js__WEBPACK_IMPORTED_MODULE_2__/* .Lexer */ .J({
            statement: (statement) => this.#statement(statement),
            command: (text) => this.#command(text),
            watched: _statements_js__WEBPACK_IMPORTED_MODULE_5__/* .REACHING */ .ol,
        });
    }
    _transform(chunk, _, done) {
        try {
            // A program of Windows may have put it before the first word, where it would be read as one.
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
            // A last line without its newline; in rows nothing could end them any more.
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
    /** Passes on what was read since the last time. */
    #send() {
        if (this.#at > this.#sent)
            this.push(this.#rest.subarray(this.#sent, this.#at));
        this.#sent = this.#at;
    }
    /** Reads rows up to the line `\.`; false where more must come first. */
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
        // The end may be cut in two.
        this.#at = Math.max(this.#at, rest.length - 4);
        return false;
    }
    /** Reads a line of SQL; false where more must come first. */
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
        // Before rows the newline stays: what ends them begins with one.
        this.#at = this.#inRows ? newline : this.#at + read;
        if (this.#dropping) {
            this.#sent = this.#at;
            this.#dropping = !this.#lexer.between;
        }
        return whole;
    }
    /** Whether a line between two statements goes on to psql. */
    #wanted(line) {
        if (line === '')
            return true;
        if (line === COMPLETE)
            this.contents.complete = true;
        // Their key is the dump's; the restricted mode that we are in has one of its own.
        if (/^\\(un)?restrict /.test(line))
            return false;
        if (line.startsWith('--')) {
            this.#head(line);
            return true;
        }
        if (this.#options.inTransaction && /^(BEGIN|COMMIT);$/.test(line))
            return false;
        const extension = (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__/* .extensionIn */ .RM)(line);
        if (extension)
            this.contents.extensions.push(extension);
        return this.#options.keep?.(line) !== false;
    }
    #head(line) {
        if (line === '-- PostgreSQL database cluster dump')
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${this.#options.name} is a dump of a whole server (pg_dumpall), and a rollback takes one database back; make the backup with pg_dump.`);
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
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${this.#options.name} goes on after its end: something was appended to the dump; remove it.`);
        }
        if (['create', 'drop', 'alter'].includes(first) && second === 'database')
            throw this.#leadsElsewhere(`${first.toUpperCase()} DATABASE`);
        const { refusal, escapesInStrings } = (0,_statements_js__WEBPACK_IMPORTED_MODULE_5__/* .readingOf */ .MU)(statement);
        if (refusal !== undefined) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${this.#options.name} has ${refusal}, which no dump of one database has; use another backup.`);
        }
        this.#lexer.escapesInStrings = escapesInStrings ?? this.#lexer.escapesInStrings;
        const privileged = first === 'create' || first === 'alter' ? (0,_privileged_js__WEBPACK_IMPORTED_MODULE_4__/* .privilegedIn */ .ND)((0,_statements_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutComments */ .fx)(statement.text)) : undefined;
        if (privileged)
            this.contents.privileged.push(privileged);
        if (this.#options.inTransaction &&
            (TRANSACTION.has(first) || `${first} ${second}` === 'prepare transaction')) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${this.#options.name} has a transaction of its own (${first.toUpperCase()}), so it cannot be restored in place as one; use strategy swap.`);
        }
        if (first === 'create' && (second === 'table' || third === 'table'))
            this.#makes(statement);
        if (first === 'grant' || first === 'revoke')
            this.contents.hasGrants = true;
        const owner = first === 'alter' ? (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerIn */ .f6)(statement.text) : undefined;
        if (owner !== undefined)
            this.contents.owners.add(owner);
        this.contents.relations += (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__/* .locksOf */ .aZ)(words, statement.text);
        this.contents.hasKeys ||= (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__/* .makesKeys */ .eI)(words, statement.text);
        this.contents.hasLargeObjects ||= (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__/* .makesLargeObject */ .Ir)(words, statement.text);
        if (copiesFromStdin || first === 'insert')
            this.#fills(statement.text);
        this.#rowsNext = copiesFromStdin;
    }
    #fills(text) {
        const name = (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__/* .tableNamed */ .uE)(text);
        if (name !== undefined)
            this.contents.rowsOf.add(name);
        this.contents.data++;
        // Rows that are statements are many of one table.
        if (name === undefined || name !== this.#table)
            this.#options.onTable?.();
        this.#table = name;
    }
    #makes({ words: [, second], text }) {
        const name = (0,_makes_js__WEBPACK_IMPORTED_MODULE_3__/* .tableNamed */ .uE)(text);
        if (name !== undefined && second === 'table' && !/\)\s*PARTITION BY /.test(text))
            this.contents.tables.add(name);
    }
    #command(text) {
        const [command = ''] = /^\\\S*/.exec(text) ?? [];
        if (/^\\c(onnect)?$/.test(command))
            throw this.#leadsElsewhere('\\connect');
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${this.#options.name} has the psql command ${command.slice(0, 40)}, which no dump of one database has and which could run programs here; use another backup.`);
    }
    #cut() {
        const where = this.#inRows ? ', in the middle of the rows of a table' : '';
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${this.#options.name} is cut off${where}: it does not end with the line "${COMPLETE.slice(3)}"; use another backup.`);
    }
    #leadsElsewhere(command) {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${this.#options.name} has ${command}, as pg_dump --create writes it, so it would be restored into a different database; make the backup with pg_dump without --create.`);
    }
}


/***/ }),

/***/ 65541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ readingOf),
/* harmony export */   fx: () => (/* binding */ withoutComments),
/* harmony export */   gx: () => (/* binding */ readEncoding),
/* harmony export */   ol: () => (/* binding */ REACHING)
/* harmony export */ });
/**
 * What no dump of one database says, though PostgreSQL would carry it out. The role that restores can reach nothing
 * beyond its database in any case where one can be made for it; this says it before anything is begun, and is all there is where
 * none can. Pure.
 */
/** What stands beside all databases of a server, or in none. */
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
/** How statements of dumps begin. */
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
/** What may stand behind a semicolon in a body of standard SQL or the actions of a rule. */
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
/** Functions that reach beyond the database, which no statement of a dump calls while it is restored. */
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
/** Encodings in which a byte of a character may be a backslash or a quote, by PostgreSQL's spellings. */
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
/** The one that pg_dump writes. */
const SETS_PATH = /^select\s+(?:pg_catalog\.)?set_config\('search_path',\s*'[^'\\]*',\s*(?:true|false)\)\s*;?$/i;
const VALUE = /^(?:'[\w .-]*'|"[\w .-]*"|[\w.-]+)$/;
const ON = new Set(['on', 'true', 'yes', '1']);
const OFF = new Set(['off', 'false', 'no', '0']);
/** Reads one statement of a dump. Pure. */
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
    // SECURITY LABEL FOR provider ON …; the provider may be called anything.
    const kind = words[words.indexOf('on') + 1] ?? '';
    return SHARED.has(kind) ? `${upper(first)} ON ${upper(kind)}` : undefined;
}
/** Privileges on what is in the database have an ON; memberships of roles have none. */
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
/** Whether an encoding, as a dump says it, can be read byte by byte. */
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
/** The statement without what stands before its first word. */
const bare = ({ text }) => withoutComments(text).trim();
/** A statement without the comments before it. */
const withoutComments = (text) => text.replace(/^(?:\s+|--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*/, '');
const upper = (word) => word.toUpperCase().slice(0, 40) || 'without a word';


/***/ }),

/***/ 63185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   PP: () => (/* binding */ readToc),
/* harmony export */   cz: () => (/* binding */ fileOfToc)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);



/** Archive versions that are read, as the number that `readerOf` knows. */
const OLDEST = 0x010a;
const NEWEST = 0x0110;
/** No real database has a TOC of more. */
const MOST_ENTRIES = 5_000_000;
const CHUNK = 256 * 1024;
/**
 * Reads the table of contents of an archive itself, before any program of PostgreSQL does: the file of a custom format, or
 * `toc.dat` of a directory.
 *
 * @throws ActionError where it is cut off, or not written as pg_dump writes it
 */
function readToc(path, name) {
    const file = new Bytes(path, name);
    try {
        return tocOf(file);
    }
    finally {
        file.close();
    }
}
/** The table of contents of an archive that is fetched. */
const entriesOf = (backup) => readToc(fileOfToc(backup), backup.source).entries;
/** Where the table of contents of an archive is. */
const fileOfToc = ({ form, path }) => form === 'custom' ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'toc.dat');
/** The sequence of bytes that pg_dump's WriteInt and WriteStr make. */
class Bytes {
    #file;
    #name;
    #size;
    #buffer = Buffer.alloc(0);
    #at = 0;
    #read = 0;
    /** Bytes of a number, of which the sign has one more. */
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
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`${this.#name} is truncated or damaged: its table of contents cannot be read; use another backup.`);
    }
    take(length) {
        // Lengths are the archive's own word.
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
    /** Undefined is NULL. */
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
    // The oids of its catalogue and of itself.
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
    // Tablespace, access method and kind of relation; behind the owner, whether it has oids.
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


/***/ }),

/***/ 67484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ nameIn),
/* harmony export */   r: () => (/* binding */ textIn)
/* harmony export */ });
/** A text of a dump, which is read as latin1 so that bytes of every encoding go through unharmed. Pure. */
const textIn = (latin1) => Buffer.from(latin1, 'latin1').toString('utf8');
/** The name that a dump, read as latin1, has written. Pure. */
function nameIn(written) {
    const name = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
    return textIn(name);
}


/***/ }),

/***/ 89861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $G: () => (/* binding */ describeClient),
/* harmony export */   be: () => (/* binding */ blockersOf),
/* harmony export */   kQ: () => (/* binding */ requireReplaceableInPlace),
/* harmony export */   nZ: () => (/* binding */ warningsOf),
/* harmony export */   o7: () => (/* binding */ missingRights),
/* harmony export */   um: () => (/* binding */ requireReplaceable)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4771);


/**
 * What keeps a database from being replaced, each as a sentence with what to do. Pure; asked before the restore and
 * again before the switch.
 *
 * `stopsTraffic` says that its users are sent away first (workloads scaled to zero, a pooler paused), so that a session
 * that we may not end is no reason to stop yet.
 */
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
/** What the user lacks for a second database beside the live one, each with whether that is so. Pure. */
const missingRights = ({ live, role }) => [
    [
        !role.owner,
        `the user "${role.name}" does not own the database "${live.name}" ("${live.owner}" does): use the owner, or a member of it`,
    ],
    [!role.createdb, `the user "${role.name}" may not create databases: ALTER ROLE … CREATEDB`],
];
/** @throws ActionError naming all that keeps the database from being replaced */
function requireReplaceable(observed, options) {
    const blockers = blockersOf(observed, options);
    if (blockers.length > 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The database "${observed.live.name}" cannot be replaced now, and nothing was changed: ${blockers.join('; and ')}.`);
    }
}
/**
 * A restore in place would wait for a prepared transaction's locks, and every other session behind it; and it drops what is
 * there, which only its owners may.
 *
 * @param foreign its objects that belong to other roles
 * @throws ActionError naming them
 */
function requireReplaceableInPlace({ live, role, prepared, inRecovery }, foreign) {
    const reasons = [
        ...(inRecovery ? [STANDBY] : []),
        ...(foreign.length > 0
            ? [`the user "${role.name}" does not own ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .namesOf */ .eZ)(foreign, 3)}: use their owner, or a member of it`]
            : []),
        ...(prepared.length > 0 ? [describePrepared(prepared)] : []),
    ];
    if (reasons.length === 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The contents of "${live.name}" cannot be replaced now, and nothing was changed: ${reasons.join('; and ')}.`);
}
const STANDBY = 'the server is a standby (it is in recovery), where nothing can be changed: name the primary in `database-url`';
const describePrepared = (prepared) => `prepared transactions hold it (${prepared.join(', ')}): COMMIT PREPARED or ROLLBACK PREPARED each`;
/** What does not keep it from being replaced, but has to be said. */
function warningsOf({ slots, live, subscriptions, strangers, clients }) {
    const warnings = strangers.map(({ name, owner }) => `The database "${name}" of "${owner}" carries a note of a rollback of "${live.name}" that no rollback can have written; it is left alone.`);
    const idle = slots.filter(({ active }) => !active);
    if (idle.length > 0)
        warnings.push(`The replication slots ${named(idle)} stay with the replaced database, where no one can read them: after the switch, change data capture of "${live.name}" needs a new slot and a new snapshot. Drop them then (pg_drop_replication_slot), or the server keeps all its WAL for them until its disk is full.`);
    if (subscriptions.length > 0)
        warnings.push(`The subscriptions ${named(subscriptions)} stay with the replaced database: create them anew after the switch.`);
    const workers = clients.filter(({ worker, endable }) => worker !== null && endable);
    if (workers.length > 0)
        warnings.push(`Background workers are connected to "${live.name}" (${workers.map(describeClient).join('; ')}): they are ended at the switch, and PostgreSQL starts them again.`);
    return warnings;
}
const named = (items) => items.map(({ name }) => name).join(', ');
const describeClient = ({ pid, user, application, address, worker }) => worker !== null
    ? `${worker}, pid ${pid}`
    : `${user ?? 'unknown'}${application ? ` "${application}"` : ''}${address ? ` from ${address}` : ''}, pid ${pid}`;


/***/ }),

/***/ 21694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ clockOf),
/* harmony export */   w: () => (/* binding */ secondsSince)
/* harmony export */ });
/** The server's clock, in milliseconds since 1970: that of a runner may be an hour off. */
async function clockOf(session) {
    const { now } = await session.one('SELECT extract(epoch FROM pg_catalog.clock_timestamp())::float8 * 1000 AS now');
    return now;
}
/** The seconds since a time, by the server's clock. */
const secondsSince = async (time, session) => ((await clockOf(session)) - Date.parse(time)) / 1000;


/***/ }),

/***/ 87927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ partsConcern),
/* harmony export */   GQ: () => (/* binding */ OLD_COUNT_S),
/* harmony export */   JF: () => (/* binding */ unknownConcern),
/* harmony export */   MC: () => (/* binding */ emptyConcern),
/* harmony export */   WA: () => (/* binding */ lackingConcern),
/* harmony export */   a2: () => (/* binding */ ageConcern),
/* harmony export */   b5: () => (/* binding */ requireAccepted),
/* harmony export */   g$: () => (/* binding */ shareConcern),
/* harmony export */   hr: () => (/* binding */ tablesLeftOut),
/* harmony export */   yE: () => (/* binding */ emptyViewsConcern)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15902);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4771);
/* harmony import */ var _domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29182);
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55737);





/**
 * The share of the live rows that may go without a word. A backup of last night lacks a day: of a database that is worth
 * keeping, far less than a tenth. What lacks more is most likely the wrong one.
 */
const MOST_SHARE = 0.1;
/** Rows below which a share says nothing. */
const FEW_ROWS = 100;
/** Whether more of the live rows would go than a usual backup lacks. Pure. */
function shareConcern(lost, live) {
    if (lost <= FEW_ROWS || lost <= live * MOST_SHARE)
        return [];
    const percent = Math.min(100, Math.round((100 * lost) / Math.max(1, live)));
    const reason = `${lost} of ${live} rows of the live database (${percent} %) would be lost`;
    return [{ word: 'data-loss', tables: [], reason }];
}
/** What a dump without rows takes. Pure. */
const emptyConcern = ({ hasData, source }) => hasData
    ? []
    : [
        {
            word: 'data-loss',
            tables: [],
            reason: `${source} has tables and no rows (pg_dump --schema-only): all rows of the live database would be lost`,
        },
    ];
/** Tables whose rows the backup was made without, though they were there. Pure. */
function lackingConcern(tables) {
    if (tables.length === 0)
        return [];
    const names = tables.map(_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb);
    const reason = `the backup was made without the rows of ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(names)}, which the live database has`;
    return [{ word: 'data-loss', tables: names, reason }];
}
/** Kinds of things of which the backup has none at all and the live database has some. Pure. */
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
/** What is made from other tables and could not be made again. Pure. */
const emptyViewsConcern = (reason) => ({
    word: 'data-loss',
    tables: [],
    reason: `materialized views could not be refreshed and would be empty (${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutFullStop */ .Qu)(reason)})`,
});
/** What could not be compared. Pure. */
const unknownConcern = (reason) => ({
    word: 'unknown',
    tables: [],
    reason: `what would be lost is unknown: ${reason}`,
});
/** Seconds after which a count of what would be lost is old, and after which it says nothing of a day's work. */
const OLD_COUNT_S = 600;
const OUTDATED_COUNT_S = 86_400;
/** What was prepared days ago was compared with a live database that users have written to since. Pure. */
const ageConcern = (seconds) => seconds > OUTDATED_COUNT_S
    ? [unknownConcern(`it was counted ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(seconds)} ago, and users have gone on since`)]
    : [];
/**
 * @param consequence what has become of the work so far
 * @throws ActionError that says all that was not agreed to, and how it is
 */
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
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`This needs your consent: ${open.map(({ reason }) => reason).join('; and ')}; ${consequence}. To go on all the same, say ${words}${named}.`, { details: open.flatMap(({ tables }) => tables) });
}
/**
 * Of tables with rows that the live database has and the backup has no rows of: those that were there when it was made. What
 * was created since can be in no backup; where that is unknown, only the number of rows decides.
 */
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
/** When tables were created, where the server keeps commit times: an attribute of the system is never written again. */
async function createdAt(session, tables) {
    const { on } = await session.one(`SELECT current_setting('track_commit_timestamp') AS on`);
    if (on !== 'on')
        return tables.map(() => undefined);
    const rows = await session.query(`SELECT (SELECT pg_xact_commit_timestamp(a.xmin) FROM pg_attribute a WHERE a.attrelid = to_regclass(name) AND a.attname = 'ctid') AS at
     FROM unnest($1::text[]) WITH ORDINALITY AS t(name, place) ORDER BY place`, [tables.map(_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoteTable */ .Z8)]);
    return rows.map(({ at }) => at?.getTime());
}


/***/ }),

/***/ 8596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isOfThisDeploy),
/* harmony export */   x: () => (/* binding */ switchedBefore)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);


/**
 * Whether something that was done `at` is of this run and of the deploy that is rolled back: "Re-run jobs" deploys again, too, where
 * one workflow deploys and rolls back, and what that has broken has to go back. Pure.
 */
const isOfThisDeploy = (note, { run, deployedAt }) => note.run === run && !(deployedAt !== undefined && deployedAt * 1000 > Date.parse(note.at));
/**
 * The database that an earlier attempt of this run has replaced, where what it brought is live still. Pure.
 *
 * @param source the backup, where one is named
 * @throws ActionError where somebody else has undone that since, or switched again: users write there, and who starts jobs once more
 *   does not know that
 */
function switchedBefore({ ours, live }, attempt, source) {
    const isOwn = (note) => isOfThisDeploy(note, attempt) && (source === undefined || note.backup === (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(source));
    const replaced = ours.filter((database) => database.note?.role === 'replaced');
    const present = replaced.find(({ note }) => note.replacedBy === live.oid);
    if (present && isOwn(present.note))
        return present;
    if (present && isOfThisDeploy(present.note, attempt)) {
        // Where this very attempt went on, it is meant.
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
const refusal = (name, at, since) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`This run has switched "${name}" at ${at} already, ${since}; nothing was changed, because going back once more would take away what was written since. To go back all the same, start a new run.`);


/***/ }),

/***/ 22295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ forecastOf),
/* harmony export */   N: () => (/* binding */ requireForeseen)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4771);
/* harmony import */ var _domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29182);
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55737);
/* harmony import */ var _concerns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87927);
/* harmony import */ var _locks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3768);






/**
 * Compares what a backup has with what the live database has, without a look at rows but whether there are any. A live
 * database that cannot be read is no reason to stop: then less is known.
 */
async function forecastOf(server, backup, way) {
    const certain = (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyConcern */ .MC)(backup);
    try {
        return await server.use(server.database, async (session) => {
            await session.run(`SET lock_timeout = '2s'`);
            const filled = await filledTables(session);
            // A backup that knows none of them is of another database, which is refused by what it holds.
            const isOfOther = !filled.some((table) => isKnown(table, backup));
            const lacking = backup.hasData && !isOfOther ? await (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__/* .tablesLeftOut */ .hr)(server, backup, filled) : [];
            return {
                notes: [
                    ...newerNote(filled, backup, lacking),
                    ...(await rightsNotes(session, backup)),
                    ...missingRolesNote(await missingRoles(session, backup)),
                ],
                concerns: [
                    ...certain,
                    ...(0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__/* .lackingConcern */ .WA)(lacking),
                    ...(isOfOther ? [] : (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__/* .partsConcern */ .$M)(backup, await readLiveParts(session))),
                ],
                refusals: way === 'in-place' ? await lockRefusals(session, backup) : [],
            };
        });
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
            throw error;
        const { reason } = (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownConcern */ .JF)((0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutFullStop */ .Qu)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)));
        return { notes: [`Of the live database, ${reason}`], concerns: certain, refusals: [] };
    }
}
/**
 * Says what is known beforehand, and refuses what would fail in the middle or take away what no consent was given for.
 *
 * @param way `prepare` takes nothing away by itself
 * @throws ActionError that names all of it, or the consent that it needs
 */
async function requireForeseen({ server, accepts, log }, backup, way) {
    const { notes, concerns, refusals } = await forecastOf(server, backup, way);
    for (const note of notes)
        log.info(`${note}.`);
    if (refusals.length > 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The contents of "${server.database}" cannot be replaced in place, and nothing was changed: ${refusals.join('; and ')}.`);
    (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__/* .requireAccepted */ .b5)(way === 'prepare' ? (0,_concerns_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyConcern */ .MC)(backup) : concerns, accepts, 'nothing was changed');
}
/** What extensions have made is made by them again. */
const readLiveParts = (session) => session.one(`SELECT EXISTS (SELECT FROM pg_index i JOIN pg_class c ON c.oid = indrelid JOIN pg_namespace n ON n.oid = relnamespace
         WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')) AS "hasKeys",
       (SELECT count(*) FROM pg_largeobject_metadata)::int AS "largeObjects"`);
/** Tables of the user with at least one row, as far as they can be read. */
async function filledTables(session) {
    const filled = [];
    for (const table of await (0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .readableTables */ .wb)(session)) {
        // The holder of a lock is named where the table is read whole.
        const found = await session.query(`SELECT FROM ONLY ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoteTable */ .Z8)(table)} LIMIT 1`).catch(() => []);
        if (found.length > 0)
            filled.push(table);
    }
    return filled;
}
const isKnown = ({ schema, name }, { rowsOf, definesWithoutRows }) => rowsOf.has(`${schema}.${name}`) || definesWithoutRows.has(`${schema}.${name}`);
/** Tables with rows that the backup knows nothing of: most likely they were made since. */
function newerNote(filled, backup, lacking) {
    const newer = filled.filter((table) => !isKnown(table, backup) && !lacking.includes(table)).map(_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb);
    return newer.length === 0
        ? []
        : [`The backup does not have these tables of the live database, which have rows: ${list(newer)}`];
}
/** What a backup leaves out by choice, where the live database has any of it. */
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
/** In place all happens in one transaction, which locks all that goes and all that comes. */
async function lockRefusals(session, { relations }) {
    const { present } = await session.one(`SELECT count(*)::int AS present FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
     WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND (nspname <> 'pg_toast' OR c.oid >= 16384) AND relpersistence <> 't'`);
    const room = await (0,_locks_js__WEBPACK_IMPORTED_MODULE_5__/* .roomForLocks */ .b)(session);
    const needed = present + relations;
    if (needed <= room)
        return [];
    const { each } = await session.one(`SELECT current_setting('max_locks_per_transaction')::int AS each`);
    return [
        `its one transaction would take about ${needed} locks (${present} for what is there, ${relations} for what comes), and the server has room for ${room}: set max_locks_per_transaction to ${Math.ceil((each * needed) / room) + 1} and restart it, or use \`strategy: swap\`, which needs no more than some hundred`,
    ];
}
const list = (names) => (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .namesOf */ .eZ)(names);


/***/ }),

/***/ 93342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ inLatin1),
/* harmony export */   Cl: () => (/* binding */ handOver),
/* harmony export */   YY: () => (/* binding */ carryOver),
/* harmony export */   d1: () => (/* binding */ schemasFirst),
/* harmony export */   iA: () => (/* binding */ definersOf),
/* harmony export */   nz: () => (/* binding */ describeOtherRights),
/* harmony export */   t6: () => (/* binding */ statementText)
/* harmony export */ });
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4771);
/* harmony import */ var _domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96504);
/* harmony import */ var _domain_snapshots_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92715);
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55737);
/* harmony import */ var _backup_carry_over_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91675);
/* harmony import */ var _backup_written_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67484);






/** What is changed in one transaction: each thing is locked until it ends, and a server has room for some thousands. */
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
/** What was restored may have functions and operators that look like PostgreSQL's own. */
const SAFE_PATH = 'SET search_path = pg_catalog, pg_temp';
/** The functions of the live database that run with the rights of a superuser. */
async function definersOf(session) {
    await session.run(SAFE_PATH);
    const rows = await session.query(DEFINERS);
    return new Set(rows.map(({ definition }) => definition));
}
/**
 * Gives what was restored to its owners: first all of it to the owner of the database, then what the backup says of owners and
 * privileges, a statement each and in latin1. It touches nothing but what was restored, and makes no role a superuser.
 *
 * @param known what in the live database lets any user act as a superuser
 */
async function handOver(server, database, { owner, restorer, after, known, }) {
    return server.use(database, async (session) => {
        await session.run(SAFE_PATH);
        const warnings = [];
        if (restorer) {
            const role = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteName */ .AB)(restorer.name);
            await giveTables(session, restorer.name, owner);
            const all = [`REASSIGN OWNED BY ${role} TO ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteName */ .AB)(owner)}`, `DROP OWNED BY ${role}`];
            warnings.push(...(await carriedOut(session, all, known)));
        }
        const outcome = await carryOut(session, schemasFirst(after), known);
        return { refused: outcome.refused, warnings: [...warnings, ...outcome.warnings] };
    });
}
const isOfSchema = (line) => / ON SCHEMA /.test(line);
/** A new owner needs CREATE on the schema. */
const schemasFirst = (lines) => [
    ...lines.filter(isOfSchema),
    ...lines.filter((line) => !isOfSchema(line)),
];
/** Many tables go to their owner some at a time, with their indexes; the last ones with all the rest. */
async function giveTables(session, from, to) {
    for (;;) {
        const tables = await session.query(`SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
       JOIN pg_roles r ON r.oid = relowner WHERE rolname = $1 AND relkind IN ('r', 'p', 'm', 'f') LIMIT ${AT_A_TIME}`, [from]);
        if (tables.length < AT_A_TIME)
            return;
        const all = tables.map(({ name }) => `ALTER TABLE ${name} OWNER TO ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteName */ .AB)(to)}`);
        await session.run(['BEGIN', ...all, 'COMMIT'].join('; '));
    }
}
/** Some at a time. */
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
/**
 * All at once, or where that fails half by half, down to the statements that are not carried out: those that the server
 * refuses, and grants on something that was not restored.
 */
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
/** Carries out statements together, after which no function of theirs runs as a superuser for others. */
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
/** What takes the rights of its owner from a function or a view. */
function asInvoker({ kind, name }, version) {
    if (kind === 'ROUTINE')
        return { undo: `ALTER ROUTINE ${name} SECURITY INVOKER`, done: 'it is SECURITY INVOKER now' };
    if (version >= 150_000)
        return { undo: `ALTER VIEW ${name} SET (security_invoker = true)`, done: 'it is security_invoker now' };
    // Before PostgreSQL 15 a view has no rights but its owner's.
    return { undo: `DROP VIEW ${name} CASCADE`, done: 'it is left out' };
}
/** A digest of the owners and grants of PostgreSQL's own objects and of extensions' functions, which a restore must not change; those in `public` are the backup's. */
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
/** A statement of a backup, which comes in latin1, as text. */
const statementText = (line) => (0,_backup_written_js__WEBPACK_IMPORTED_MODULE_4__/* .textIn */ .r)(line).replace(/;$/, '');
/** A statement as those of a backup are. */
const inLatin1 = ({ sql }) => Buffer.from(sql).toString('latin1');
/**
 * Gives the objects of a restored database the owners and grants that the live one's have or had, where the backup was made
 * without any.
 *
 * @param again statements of the backup that were refused, maybe for want of such a grant
 * @param known what in the live database lets any user act as a superuser
 * @returns the statements that the server refused: of the backup in latin1, and the others
 */
async function carryOver(server, database, { carried, again, known }) {
    if (carried.length === 0 && again.length === 0)
        return { refused: [], warnings: [], notCarried: [] };
    return server.use(database, async (session) => {
        await session.run(`SET search_path = ''`);
        const there = await (0,_backup_carry_over_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsIn */ .Qv)(session);
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
/**
 * Rights, and what acts by itself (triggers, rules, policies), that differ between the restored database and the live one: it
 * was so when the backup was made, or was not carried out.
 *
 * @returns a sentence; undefined where there is nothing
 */
async function describeOtherRights(server, database) {
    const read = (name) => server.use(name, async (session) => {
        await session.run(`SET search_path = ''; SET lock_timeout = '2s'`);
        return (0,_domain_snapshots_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaObjects */ .Y)(session);
    });
    const [live, restored] = [await read(server.database), await read(database)];
    const key = ({ kind, name }) => `${kind} ${name}`;
    const isReported = ({ kind }) => (0,_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfRights */ .d1)(kind) || ['policy', 'trigger', 'rule'].includes(kind);
    const hashes = new Map(restored.map((object) => [key(object), object.hash]));
    const tables = new Set(restored.flatMap(({ table }) => (table ? [JSON.stringify(table)] : [])));
    const differ = live.filter(isReported).filter((object) => {
        const hash = hashes.get(key(object));
        // What belongs to a table that is missing, or is a right on an object that is missing, is missing with it.
        if (hash === undefined)
            return (!/^(?:owner|grants) /.test(object.kind) && (!object.table || tables.has(JSON.stringify(object.table))));
        return hash !== object.hash;
    });
    if (differ.length === 0)
        return undefined;
    return `In the restored database ${differ.length} owners, grants, policies, triggers and the like are not what they are in the live one: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_5__/* .namesOf */ .eZ)(differ.map(key))}.`;
}


/***/ }),

/***/ 62280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kz: () => (/* binding */ leftoversOf),
/* harmony export */   PA: () => (/* binding */ dropAll),
/* harmony export */   YD: () => (/* binding */ describeBound),
/* harmony export */   _i: () => (/* binding */ describeOriginals),
/* harmony export */   zW: () => (/* binding */ originalOf)
/* harmony export */ });
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16076);
/* harmony import */ var _side_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13105);


/** Hours for which a restored database has to be live before what is written there counts as new rows of its own. */
const CHAIN_HOURS = 24;
/**
 * Replaced databases that hold what users last wrote: what was live before a rollback that no other had preceded within
 * a day. What rollbacks to other backups replaced after it was restored itself. Pure.
 */
function originalsOf({ ours }) {
    const replaced = ours.filter(({ note }) => note?.role === 'replaced');
    const hoursLive = ({ oid, note }) => {
        const before = replaced.find((other) => other.note?.replacedBy === oid);
        if (!before)
            return Number.POSITIVE_INFINITY;
        return (Date.parse(note?.at ?? '') - Date.parse(before.note?.at ?? '')) / 3_600_000;
    };
    return replaced.filter((database) => !(hoursLive(database) <= CHAIN_HOURS) && !(0,_observe_js__WEBPACK_IMPORTED_MODULE_0__/* .isHalfDropped */ .kY)(database));
}
/**
 * The one of them that led to what is live now, where that is not what users have written to for a day: what they last wrote is
 * there. Not for a backup that was made since the live database was restored: that has what they wrote after it. Pure.
 */
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
/**
 * What rollbacks of a database have left and is not needed any more: unfinished or unused side databases, undone ones, and
 * replaced ones beyond the newest `keep`. What exists only once is never among it, unless it is named. Pure.
 */
function leftoversOf(databases, keep, names = () => false) {
    const { ours, live } = databases;
    // What an undo would bring back is the newest that the live database has replaced.
    const replaced = ours.filter((database) => database.note?.role === 'replaced' && !(0,_observe_js__WEBPACK_IMPORTED_MODULE_0__/* .isHalfDropped */ .kY)(database));
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
/**
 * Drops databases, and keeps those that still have replication slots.
 *
 * @param ours all that rollbacks have left, so that an undo finds its way past what goes
 * @returns those that stayed
 */
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
        await (0,_side_js__WEBPACK_IMPORTED_MODULE_1__/* .drop */ .gv)(session, database.name);
    }
    return bound.filter(({ slots }) => slots.length > 0);
}
/** What a database had replaced is from now on what its successor has replaced. */
async function relink(session, { oid, note }, ours) {
    if (note?.role !== 'replaced')
        return;
    for (const before of ours) {
        if (before.note?.role !== 'replaced' || before.note.replacedBy !== oid)
            continue;
        await (0,_side_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)(session, before.name, { ...before.note, replacedBy: note.replacedBy });
    }
}
const describeBound = (bound) => bound
    .map(({ database, slots }) => `"${database.name}" stays because of its replication slots ${slots.join(', ')}; drop them first`)
    .join('; ');
/** What no number lets go, and how it is let go of; empty where there is none. */
function describeOriginals(databases) {
    const names = originalsOf(databases).map(({ name }) => `"${name}"`);
    if (names.length === 0)
        return '';
    return `; what was live before a first rollback is dropped by \`phase: clean\` with \`accept: <its name>\` alone (${names.join(', ')})`;
}


/***/ }),

/***/ 34653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ requireDirect),
/* harmony export */   k: () => (/* binding */ withLock)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _runner_consent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60225);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16076);



/** The first half of our advisory locks; the second is the hash of the database's name. */
const CLASS = 0x726f6c6c;
/**
 * Keeps two rollbacks of one database apart: an advisory lock of a session beside it, which ends with the session, so
 * that a dead runner cannot hold it. The session is given to `work`.
 *
 * @throws ActionError naming the rollback that has it
 */
async function withLock(server, { id, accepts, inPlace }, work) {
    const session = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_2__/* .connectMaintenanceDb */ .Op)(server, inPlace);
    try {
        requireDirect(session, server, accepts);
        // A runner whose machine is gone says nothing: the server finds out in some 15 s, not in two hours.
        await session.run('SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 2');
        // A process that was killed is noticed while a statement of it still runs, from PostgreSQL 14 on.
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
/**
 * Behind a pooler a lock stays with the next client of the connection, and databases that it keeps connections to are switched
 * late or not at all.
 *
 * @throws ActionError where `database-url` leads to one, without a word of consent
 */
function requireDirect(session, server, accepts) {
    if (!session.isPooled)
        return;
    const refusal = `\`database-url\` leads to a pooler at ${server.name} (the server knows this connection by another number), which would keep locks and settings of a rollback for its clients; nothing was changed. Name the server itself there, and pgbouncer's console in \`pgbouncer-url\``;
    (0,_runner_consent_js__WEBPACK_IMPORTED_MODULE_1__/* .requireConsent */ .C)(accepts, 'pooler', refusal);
}
async function heldByOther(session, database) {
    const [holder] = await session.query(`SELECT application_name AS application, to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since, pid
     FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND classid = $1::int::oid AND objid = hashtext($2)::oid AND objsubid = 2`, [CLASS, database]);
    const holderText = holder
        ? `${holder.application.replace('rollback-actions ', 'rollback ')} (pid ${holder.pid}) since ${holder.since}`
        : 'another rollback';
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The database "${database}" is being rolled back by ${holderText}; wait for it, or end it with SELECT pg_terminate_backend(<pid>).`);
}


/***/ }),

/***/ 3768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ roomForLocks)
/* harmony export */ });
/**
 * How many locks a server has room for, all sessions together. Where it is full every session fails with "out of shared
 * memory", the application's too. There is somewhat more room: PostgreSQL does not say how much.
 */
async function roomForLocks(session) {
    const { locks } = await session.one(`SELECT current_setting('max_locks_per_transaction')::int
       * (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int) AS locks`);
    return locks;
}


/***/ }),

/***/ 93433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ parseManaged),
/* harmony export */   DM: () => (/* binding */ modelOf),
/* harmony export */   ho: () => (/* binding */ costOf),
/* harmony export */   yF: () => (/* binding */ isManaged)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const TIME = 'rds://';
const SNAPSHOT = 'rds-snapshot://';
const ACCEPTED = `${TIME}<instance or cluster>?time=2026-11-22T10:15:00Z and ${SNAPSHOT}<snapshot>, each also with &region=`;
const RFC3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)$/;
const IDENTIFIER = /^[A-Za-z][A-Za-z0-9:-]{0,254}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const DAY_MS = 86_400_000;
const ENGINES = ['postgres', 'aurora-postgresql'];
const isManaged = (backup) => backup.startsWith(TIME) || backup.startsWith(SNAPSHOT);
/** Reads the input `backup`. @throws ActionError where it is not of that form */
function parseManaged(backup) {
    const isTime = backup.startsWith(TIME);
    const [id = '', query = ''] = backup.slice((isTime ? TIME : SNAPSHOT).length).split('?');
    const refuse = (problem) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`backup\` ${problem}; accepted are ${ACCEPTED}.`);
    if (!IDENTIFIER.test(id))
        throw refuse('names no instance, cluster or snapshot of RDS');
    // The + of an offset is one.
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
/**
 * Finds what a backup is of, and the live instance whose network and settings a temporary one gets. Changes nothing.
 *
 * @param now the time of the live server, in milliseconds
 * @throws ActionError where it cannot be recovered, with the times that there are
 */
async function modelOf(managed, rds, now) {
    const { id, time, region } = managed;
    const snapshot = time === undefined ? await rds.snapshot(id) : undefined;
    if (time === undefined && !snapshot)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`RDS in ${region} has no snapshot ${JSON.stringify(id)} that these credentials see; check its name and the region.`);
    if (snapshot && snapshot.status !== 'available')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The RDS snapshot ${id} is ${snapshot.status || 'in no state'}; wait until it is available, or take another.`);
    const live = await liveOf(snapshot?.of ?? id, rds);
    if (!live)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(snapshot
            ? `The RDS snapshot ${id} is of ${snapshot.of}, which is gone in ${region}, so nothing says in which network it is to be restored; restore it by hand, and give a dump of it as \`backup\`.`
            : `RDS in ${region} has neither an instance nor a cluster ${JSON.stringify(id)} that these credentials see; check its name and the region.`);
    const { cluster, instance } = live;
    const engine = snapshot?.engine ?? cluster?.engine ?? instance.engine;
    const of = cluster ? `the Aurora cluster ${cluster.id}` : `the RDS instance ${instance.id}`;
    if (!ENGINES.includes(engine))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`backup\` names ${of}, whose engine is ${engine} and not PostgreSQL.`);
    if (snapshot && snapshot.isOfCluster !== (cluster !== undefined))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The RDS snapshot ${id} is not of the same kind as ${of}, which has its name now.`);
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The Aurora cluster ${cluster.id} has no instance, so nothing says of which class a temporary one should be.`);
    return { instance: own, cluster };
}
/** RDS itself says so only after minutes. */
function requireWithin(time, of, { instance, cluster }, now) {
    const at = Date.parse(time);
    const latest = cluster?.latest ?? instance.latest;
    if (latest === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`RDS keeps no automated backups of ${of}; take a snapshot or a dump as \`backup\`.`);
    if (at > Date.parse(latest))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`RDS can restore ${of} up to ${latest}, and \`backup\` names ${time}; wait some minutes, or take an earlier time.`);
    const earliest = cluster?.earliest ?? new Date(now - instance.retentionDays * DAY_MS).toISOString();
    if (at < Date.parse(earliest))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`RDS can restore ${of} from ${earliest} on, and \`backup\` names ${time}; take a later time.`);
}
/** What it takes, for a plan. */
function costOf({ what, instance, takenAt, isSnapshot }) {
    const size = instance.gigabytes > 1 ? `, ${instance.gigabytes} GB` : '';
    const from = isSnapshot ? `${what} is restored` : `${what} is recovered to ${takenAt}`;
    return `For the backup ${from} into a temporary instance (${instance.class}${size}), which takes ten minutes to an hour by its size, is billed by AWS like the live one meanwhile, and is deleted again.`;
}


/***/ }),

/***/ 29087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UY: () => (/* binding */ isOfOneDatabaseExtension),
/* harmony export */   hU: () => (/* binding */ requireRestorableBeside),
/* harmony export */   k8: () => (/* binding */ withoutOneDatabaseExtensions)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** Extensions that a server takes in one database alone, which its settings name, and the schema that each has. */
const IN_ONE_DATABASE = new Map([['pg_cron', 'cron']]);
/**
 * What keeps a database from being restored beside itself, looked for before anything is fetched. One that cannot be read is no reason
 * to stop: the restore says so then.
 *
 * @throws ActionError with what can be done instead
 */
async function requireRestorableBeside(server) {
    const found = await server
        .use(server.database, (live) => live.query('SELECT extname::text AS name FROM pg_extension WHERE extname = ANY ($1)', [[...IN_ONE_DATABASE.keys()]]))
        .catch((error) => {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
            throw error;
        return [];
    });
    const [first] = found;
    if (!first)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`"${server.database}" has the extension ${first.name}, which PostgreSQL takes in one database of a server alone, so it cannot be restored beside itself; nothing was changed. Use \`strategy: in-place\` as the owner of the extension, or \`strategy: repair\` for some tables.`);
}
/** The backup without those extensions, where only rows of other tables are wanted of it. Pure. */
const withoutOneDatabaseExtensions = (backup) => ({
    ...backup,
    extensions: backup.extensions.filter(({ name }) => !IN_ONE_DATABASE.has(name)),
});
const ENTRY = new RegExp([...IN_ONE_DATABASE].map(([name, schema]) => `^EXTENSION - ${name}( |$)|^[A-Z ]+ ${schema} `).join('|'));
/** Whether a line of pg_restore's list is about one of them, or what is in its schema. Pure. */
const isOfOneDatabaseExtension = (text) => ENTRY.test(text);


/***/ }),

/***/ 57179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ planRecovery),
  E: () => (/* binding */ recover)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var base_errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/settled.js
var settled = __webpack_require__(71501);
// EXTERNAL MODULE: ./build/systems/process.js
var systems_process = __webpack_require__(65768);
;// CONCATENATED MODULE: ./build/systems/postgres/account.js



const NAME = 'postgres';
/** The account for this machine. @throws ActionError for root where there is no user `postgres` */
async function serverAccount() {
    if (process.getuid?.() !== 0)
        return { command: (file, args) => [file, [...args]], own: async () => { } };
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (what) => {
        const result = await (0,systems_process/* answerOf */.ut)('id', [what, NAME]);
        return result?.code === 0 ? Number(result.output) : undefined;
    }));
    if (uid === undefined || gid === undefined)
        throw new base_errors/* ActionError */.lZ(`PostgreSQL does not run as root, and this machine has no user "${NAME}"; install PostgreSQL's server or let the runner be another user.`);
    return {
        // The present folder may be one that the other user cannot enter.
        command: (file, args) => [
            'setpriv',
            [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', 'env', '--chdir=/', file, ...args],
        ],
        own: (path) => (0,promises_.chown)(path, uid, gid),
    };
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/base/instant.js
var instant = __webpack_require__(5685);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/systems/http/client.js
var client = __webpack_require__(25019);
;// CONCATENATED MODULE: ./build/systems/postgres/pgbackrest.js






const PROGRAM = 'pgbackrest';
/** pgBackRest's own variables, such as the keys of its repository; recovery needs them too. */
const environmentOfPgbackrest = () => Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => name.startsWith('PGBACKREST_') && value !== undefined ? [[name, value]] : []));
/** Of which an instant can be made. */
const seconds = dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0), dist/* maxValue */.cGV(instant/* LATEST_INSTANT */.k / 1000));
const stanzaSchema = dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    status: dist/* object */.Ikc({ code: dist/* number */.aig(), message: dist/* string */.YjP() }),
    db: dist/* array */.YOg(dist/* object */.Ikc({ id: dist/* number */.aig(), version: dist/* string */.YjP() })),
    backup: dist/* array */.YOg(dist/* object */.Ikc({
        /** Becomes an argument, and a folder's name there. */
        label: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d{8}-\d{6}F(?:_\d{8}-\d{6}[DI])?$/)),
        /** Seconds since 1970. */
        timestamp: dist/* object */.Ikc({ start: seconds, stop: seconds }),
        /** Bytes of the whole cluster. */
        info: dist/* object */.Ikc({ size: dist/* number */.aig() }),
        database: dist/* object */.Ikc({ id: dist/* number */.aig() }),
        error: dist/* optional */.lqM(dist/* nullable */.mee(dist/* boolean */.zMY())),
        /** The databases in it; listed for one set only. */
        'database-ref': dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP(), oid: dist/* number */.aig() })))),
    })),
});
/**
 * What pgBackRest knows of a stanza, or of one backup set of it.
 *
 * @throws ActionError where the program is missing, its configuration or repository cannot be read, or there is no such stanza
 */
async function readStanza(repository, account, set) {
    const { stanza } = repository;
    const args = [...optionsOf(repository), '--output=json', ...(set ? [`--set=${set}`] : []), 'info'];
    const result = await (0,systems_process/* outputOf */.jH)(...account.command(PROGRAM, args), environmentOfPgbackrest());
    if (!result || result.code === 127)
        throw new base_errors/* ActionError */.lZ('pgBackRest is not installed here; install it in a step before (`sudo apt-get install --yes pgbackrest`), with the configuration that reaches its repository.');
    if (result.code !== 0)
        throw new base_errors/* ActionError */.lZ(`pgBackRest cannot describe the stanza "${stanza}": ${firstError(result.errors.split('\n'))}.`, { details: result.errors.split('\n') });
    const { success, output } = dist/* safeParse */.xLC(dist/* array */.YOg(stanzaSchema), (0,client/* jsonOf */.o_)(result.output));
    if (!success)
        throw new base_errors/* ActionError */.lZ(`What pgBackRest says of the stanza "${stanza}" cannot be read; see what \`pgbackrest --output=json info\` says, and update pgBackRest.`);
    const found = output.find(({ name }) => name === stanza);
    if (!found || found.status.code === 1)
        throw new base_errors/* ActionError */.lZ(`pgBackRest's repository has no stanza "${stanza}"; check the name in \`backup\` and the configuration (repo1-path and the like) on this machine.`);
    return found;
}
/**
 * Lays a backup set down for recovery up to a time.
 *
 * @param request `time` as PostgreSQL reads it; `databases` are restored wholly, the others, if any are named, as empty files
 * @param onPercent how far it is
 * @throws ActionError where pgBackRest fails; the folder then holds a part
 */
async function restoreSet(repository, { folder, data }, request, { account, signal, onPercent, }) {
    const args = [
        ...optionsOf(repository),
        `--pg1-path=${data}`,
        // Tablespaces would otherwise go to the folders that they had, which on the database's own machine are the live ones.
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
        '--archive-mode=off',
        ...request.databases.map((name) => `--db-include=${name}`),
        'restore',
    ];
    const { code, errors } = await (0,systems_process/* run */.eF)(...account.command(PROGRAM, args), {
        signal,
        environment: environmentOfPgbackrest(),
        onError(line) {
            const percent = /, (\d+(\.\d+)?)%\)/.exec(line)?.[1];
            if (percent)
                onPercent(Number(percent));
        },
    });
    if (code !== 0)
        throw new base_errors/* ActionError */.lZ(`pgBackRest could not restore the set ${request.set}: ${firstError(errors)}.`, {
            details: errors,
        });
}
const optionsOf = ({ stanza, config, repo }) => [
    `--stanza=${stanza}`,
    ...(config ? [`--config=${config}`] : []),
    ...(repo ? [`--repo=${repo}`] : []),
];
/** `ERROR: [055]: unable to open …` → `unable to open …`. */
function firstError(lines) {
    const line = lines.find((one) => one.includes('ERROR: [')) ?? lines.at(-1) ?? 'it did not say why';
    return (0,sentence/* withoutFullStop */.Qu)(line.replace(/^.*ERROR: \[\d+\]: /, ''));
}

// EXTERNAL MODULE: ./build/systems/postgres/side-cluster.js
var side_cluster = __webpack_require__(8713);
// EXTERNAL MODULE: ./build/systems/postgres/tools.js
var postgres_tools = __webpack_require__(22654);
// EXTERNAL MODULE: ./build/database/clock.js
var clock = __webpack_require__(21694);
// EXTERNAL MODULE: ./build/database/point-in-time.js
var point_in_time = __webpack_require__(40816);
// EXTERNAL MODULE: ./build/database/task.js
var database_task = __webpack_require__(88771);
;// CONCATENATED MODULE: ./build/database/pgbackrest.js












/** What a side cluster takes beside the database: catalogs, WAL, the dump. */
const ROOM = 1.5;
const MEGABYTE = 2 ** 20;
/**
 * Finds out whether a database can be recovered to a time on this machine.
 *
 * @param parent where there has to be room
 * @throws ActionError that says what is missing
 */
async function planRecovery(source, server, parent) {
    const account = await serverAccount();
    const live = await server.use(server.database, async (session) => ({
        ...(await session.one(`SELECT rolname::text AS superuser, pg_database_size(current_database())::text AS size FROM pg_roles WHERE oid = 10`)),
        now: await (0,clock/* clockOf */.i)(session),
    }));
    const stanza = await readStanza(source, account);
    const choice = (0,point_in_time/* chooseSet */.SE)(stanza, source, live.now);
    const tools = await (0,postgres_tools/* toolsNamed */.B)('pg_ctl');
    const tool = tools.find(({ major }) => major === choice.major);
    if (!tool)
        throw new base_errors/* ActionError */.lZ(`The stanza "${source.stanza}" is of PostgreSQL ${choice.major}, whose server is needed on this machine for the recovery and is not there; install it in a step before, such as \`sudo apt-get install --yes postgresql-${choice.major}\` (from apt.postgresql.org where the system has no such version).`);
    const detail = await readStanza(source, account, choice.set);
    const inSet = detail.backup[0]?.['database-ref'] ?? [];
    const databases = (0,point_in_time/* databasesFor */.oD)(server.database, inSet.map(({ name }) => name));
    const needed = ROOM * (databases.length > 0 ? Math.min(choice.size, Number(live.size)) : choice.size);
    const { bavail, bsize } = await (0,promises_.statfs)(parent);
    if (bavail * bsize < needed)
        throw new base_errors/* ActionError */.lZ(`Recovery needs some ${Math.ceil(needed / MEGABYTE)} MB in ${parent}, which has ${Math.floor((bavail * bsize) / MEGABYTE)} MB; give the runner a larger disk, or set RUNNER_TEMP to another.`);
    return {
        ...{ source, choice, window: (0,point_in_time/* windowOf */.Ou)(stanza), bin: (0,external_node_path_.dirname)(tool.path), account },
        ...{ superuser: live.superuser, inSet, databases },
    };
}
/**
 * Recovers a cluster beside all others, dumps the database from it, and removes it again, whatever happens. What runs
 * that were killed have left in `parent` goes first.
 *
 * @param dump the folder that is made, for the caller to remove
 * @throws ActionError whose details are what pgBackRest or the server said
 */
async function recover(plan, task, { parent, dump, jobs }) {
    for (const name of await (0,side_cluster/* removeRemains */.mV)(parent))
        task.log.info(`Removed ${name}, which an earlier run has left.`);
    const side = await (0,side_cluster/* makeFolder */.fc)(parent, plan.account);
    return await (0,settled/* inAnyCase */._W)(() => recoverIn(side, plan, task, { dump, jobs }), () => (0,side_cluster/* removeCluster */.hS)(side));
}
async function recoverIn(side, plan, task, { dump, jobs }) {
    const { source, choice } = plan;
    try {
        await (0,database_task/* step */.P)(task, 'restore cluster', () => layDown(plan, side, task, jobs), () => `The set ${choice.set} of the stanza "${source.stanza}" is restored beside`);
        const server = await (0,database_task/* step */.P)(task, 'recover', () => replay(plan, side, task.signal), () => `Recovered to ${source.time}`);
        await (0,database_task/* step */.P)(task, 'dump', () => dumpFrom(plan, server, task, { dump, jobs }), () => `Dumped "${task.server.database}" as it was then`);
        return { path: dump, takenAt: source.time, lastTransaction: (0,point_in_time/* lastTransaction */.rg)(await (0,side_cluster/* logOf */.Gs)(side.folder)) };
    }
    catch (error) {
        await (0,promises_.rm)(dump, { recursive: true, force: true });
        throw error;
    }
}
function layDown({ source, choice, databases, account }, side, { log, signal }, jobs) {
    let reported = 0;
    return restoreSet(source, side, { set: choice.set, time: (0,point_in_time/* targetOf */.$r)(source.time), databases, jobs }, {
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
        return await (0,side_cluster/* startCluster */.Jp)(side, {
            account,
            bin,
            user,
            environment: environmentOfPgbackrest(),
            signal,
        });
    }
    catch (error) {
        const log = await (0,side_cluster/* logOf */.Gs)(side.folder);
        const reason = (0,point_in_time/* recoveryFailure */.W2)(log, source);
        throw reason ? new base_errors/* ActionError */.lZ(reason, { details: log.slice(-40), cause: error }) : error;
    }
}
async function dumpFrom(plan, server, { server: { database }, signal }, { dump, jobs }) {
    const { source, inSet, databases, bin } = plan;
    const found = await server.use(server.database, (session) => session.query('SELECT datname::text AS name, oid::text FROM pg_database WHERE NOT datistemplate'));
    const then = found.find(({ name }) => name === database);
    if (!then)
        throw new base_errors/* ActionError */.lZ(`At ${source.time} the stanza "${source.stanza}" had no database ${JSON.stringify(database)}; it had ${found.map(({ name }) => JSON.stringify(name)).join(', ')}.`);
    const before = inSet.find(({ oid }) => oid === Number(then.oid));
    if (before && databases.length > 0 && !databases.includes(before.name))
        throw new base_errors/* ActionError */.lZ(`Between the backup set and ${source.time} the database ${JSON.stringify(before.name)} was renamed to ${JSON.stringify(database)}; take a set from after that with \`&set=\`.`);
    const args = ['--format=directory', `--jobs=${jobs}`, '--compress=1', '--no-sync', `--file=${dump}`];
    const { code, errors } = await (0,systems_process/* run */.eF)((0,external_node_path_.join)(bin, 'pg_dump'), args, {
        environment: server.environment(database),
        signal,
    });
    if (code !== 0)
        throw new base_errors/* ActionError */.lZ(`The recovered database could not be dumped: ${errors.at(-1) ?? 'pg_dump did not say why'}.`, {
            details: errors,
        });
}


/***/ }),

/***/ 40816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Ds: () => (/* binding */ isPointInTime),
/* harmony export */   Ou: () => (/* binding */ windowOf),
/* harmony export */   SE: () => (/* binding */ chooseSet),
/* harmony export */   W2: () => (/* binding */ recoveryFailure),
/* harmony export */   kF: () => (/* binding */ parsePointInTime),
/* harmony export */   oD: () => (/* binding */ databasesFor),
/* harmony export */   rg: () => (/* binding */ lastTransaction)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const SCHEME = 'pgbackrest://';
const OPTIONS = ['time', 'set', 'config', 'repo'];
const ACCEPTED = `${SCHEME}<stanza>?time=2026-11-22T10:15:00Z, and optionally &set=, &config= and &repo=`;
/** A time with its offset: without one it could be hours off. */
const RFC3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)$/;
const isPointInTime = (backup) => backup.startsWith(SCHEME);
/** Reads the input `backup`. @throws ActionError where it is not of that form */
function parsePointInTime(backup) {
    const [stanza = '', query = ''] = backup.slice(SCHEME.length).split('?');
    const refuse = (problem) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`backup\` ${problem}; accepted is ${ACCEPTED}.`);
    if (!/^[\w.-]+$/.test(stanza))
        throw refuse('names no stanza of pgBackRest');
    if (!isDecodable(query))
        throw refuse('has a % that is not percent-encoding');
    // Not as a form's fields: the + of an offset is one.
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
/** A time as PostgreSQL and pgBackRest read it, in UTC and to the microsecond. */
function targetOf(time) {
    const fraction = RFC3339.exec(time)?.[3] ?? '';
    return `${new Date(Math.floor(Date.parse(time) / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')}${fraction}+00`;
}
/**
 * The set to begin with, at a time that the server's clock has reached. pgBackRest itself would take its newest one where none ends before the time, and fail an
 * hour later. Pure.
 *
 * @throws ActionError where there is none, saying which times there are
 */
function chooseSet(stanza, { time, set }, now) {
    const at = Date.parse(time);
    if (at > now)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`backup\` names the time ${time}, which is in the future.`);
    const whole = stanza.backup.filter(({ error }) => !error);
    const known = set ? whole.filter(({ label }) => label === set) : whole;
    const oldest = known[0];
    if (!oldest)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(set
            ? `The stanza "${stanza.name}" has no backup set "${set}"; it has ${whole.map(({ label }) => label).join(', ') || 'none'}.`
            : `The stanza "${stanza.name}" has no whole backup (${stanza.status.message}); there is nothing to recover from.`);
    // Recovery is consistent from the set's end on.
    const chosen = known.findLast(({ timestamp }) => timestamp.stop * 1000 < at);
    if (!chosen)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The ${set ? 'set' : 'oldest set'} ${oldest.label} of the stanza "${stanza.name}" ended at ${new Date(oldest.timestamp.stop * 1000).toISOString()}, and ${time} is before; take a later time.`);
    const version = stanza.db.find(({ id }) => id === chosen.database.id)?.version ?? '';
    return { set: chosen.label, major: Number.parseInt(version, 10), size: chosen.info.size };
}
/** What the whole sets of a stanza span; it has at least one. Pure. */
function windowOf({ backup }) {
    const ends = backup.filter(({ error }) => !error).map(({ timestamp }) => timestamp.stop);
    const formatTime = (seconds) => new Date(seconds * 1000).toISOString().replace('.000', '');
    return { from: formatTime(Math.min(...ends)), newest: formatTime(Math.max(...ends)), sets: ends.length };
}
/** Databases that a rollback makes beside one (`app_rb_1f3c9a2e_old`): at the wanted time one of them may have had its name. */
const OURS = /_rb_[0-9a-f]{8}_(new|old|undone)$/;
/** The databases of a set that have to be restored for one of them; none is all. Pure. */
function databasesFor(database, inSet) {
    return inSet.includes(database) ? inSet.filter((name) => name === database || OURS.test(name)) : [];
}
/** Why recovery ended in vain, by the server's log, in one sentence; undefined where the log says nothing known. Pure. */
function recoveryFailure(log, { stanza, time }) {
    const has = (words) => log.some((line) => line.includes(words));
    const last = lastTransaction(log);
    if (has('recovery ended before configured recovery target was reached'))
        return `The archive of the stanza "${stanza}" ends before ${time}${last ? `, with a transaction of ${last}` : ''}; take an earlier time, or let the live server archive what it has (SELECT pg_switch_wal()) and run again.`;
    if (has('before consistent recovery point'))
        return `At ${time} the backup set was not yet whole; take a later time, or an earlier set with \`&set=\`.`;
    if (has('no space left on device') || has('No space left on device'))
        return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DISK_FULL */ .wl;
    return undefined;
}
/** The last transaction that was recovered, by the server's log. Pure. */
const lastTransaction = (log) => log
    .map((line) => /last completed transaction was at log time (.{1,100})/.exec(line)?.[1])
    .findLast((found) => found !== undefined);


/***/ }),

/***/ 25176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GS: () => (/* binding */ fill),
  kH: () => (/* binding */ noteOf),
  iA: () => (/* binding */ prepare),
  qw: () => (/* binding */ restorerOf),
  a$: () => (/* binding */ verifiedSide)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/redact.js + 1 modules
var redact = __webpack_require__(90763);
// EXTERNAL MODULE: ./build/base/settled.js
var settled = __webpack_require__(71501);
// EXTERNAL MODULE: ./build/systems/postgres/quote.js
var quote = __webpack_require__(55737);
// EXTERNAL MODULE: ./build/database/backup/made-at.js
var made_at = __webpack_require__(96142);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/systems/postgres/complaints.js
var postgres_complaints = __webpack_require__(8535);
// EXTERNAL MODULE: ./build/systems/postgres/passfile.js
var passfile = __webpack_require__(6350);
// EXTERNAL MODULE: ./build/systems/postgres/tools.js
var tools = __webpack_require__(22654);
// EXTERNAL MODULE: ./build/systems/process.js
var process = __webpack_require__(65768);
// EXTERNAL MODULE: ./build/database/backup/archive.js
var archive = __webpack_require__(85105);
// EXTERNAL MODULE: ./build/database/backup/extensions.js
var extensions = __webpack_require__(26029);
// EXTERNAL MODULE: ./build/database/backup/ownership.js
var ownership = __webpack_require__(58310);
// EXTERNAL MODULE: ./build/database/backup/privileged.js
var privileged = __webpack_require__(7718);
// EXTERNAL MODULE: ./build/database/backup/psql.js
var psql = __webpack_require__(4347);
// EXTERNAL MODULE: ./build/database/backup/backup.js
var backup = __webpack_require__(26161);
;// CONCATENATED MODULE: ./build/database/backup/restore-progress.js


/**
 * Follows the lines of `pg_restore --verbose`. Definitions, rows, and what is made after them (indexes, keys, triggers) go
 * at speeds of their own: the time left is that of the part alone, from what this part has taken so far.
 */
function restoreProgress(contents, jobs, onProgress) {
    const rows = (0,archive/* tableData */.x9)(contents);
    const before = rows[0] ? contents.entries.indexOf(rows[0]) : contents.entries.length;
    const after = contents.entries.length - before - rows.length;
    // Of tables that are filled side by side, the one that ends counts.
    const begins = jobs > 1 ? /launching item \d+ TABLE DATA / : /processing data for table /;
    const next = jobs > 1 ? /finished item \d+ TABLE DATA / : begins;
    const ofDefinitions = counter((0,backup/* progressOf */.j)('definitions', 'objects', onProgress), before);
    let ofRows;
    let ofLast;
    return (line) => {
        if (!ofRows && begins.test(line)) {
            ofRows = counter((0,backup/* progressOf */.j)('restore', 'tables', onProgress), rows.length);
            if (jobs > 1)
                ofRows();
        }
        if (next.test(line))
            ofRows?.();
        if (!/: creating /.test(line))
            return;
        if (!ofRows)
            return ofDefinitions();
        ofLast ??= counter((0,backup/* progressOf */.j)('indexes and keys', 'objects', onProgress), after);
        ofLast();
    };
}
/** Reports how many of a total are done each time that the next one begins. */
function counter(report, total) {
    let begun = 0;
    return () => report(begun++, total);
}

// EXTERNAL MODULE: ./build/database/backup/script.js
var backup_script = __webpack_require__(28560);
// EXTERNAL MODULE: ./build/database/backup/script-of.js
var script_of = __webpack_require__(36072);
;// CONCATENATED MODULE: ./build/database/backup/restore.js



















/**
 * Restores a backup into an empty database, stopping at the first error.
 *
 * @throws ActionError with PostgreSQL's words; the database is then to be dropped
 */
async function restoreBackup(backup, options) {
    const { server, database, signal, restorer } = options;
    const rights = await server
        .withSignal(signal)
        .use(database, (session) => (0,ownership/* rightsOf */.DY)(session, backup.extensions, options.unrestricted));
    const schemas = restorer
        ? await (0,extensions/* createExtensions */.t5)({ ...options, restorer }, backup.extensions, rights)
        : new Set();
    const context = { rights, schemas };
    const restored = backup.form === 'plain'
        ? restoreScript(backup, context, options)
        : restoreArchive(backup, context, options);
    return restored.catch((error) => withCause(error, rights, server.user));
}
/** What fails for want of an extension says so by its types and functions alone. */
function withCause(error, { deniedExtensions }, user) {
    if (deniedExtensions.size === 0 || !(error instanceof errors/* ActionError */.lZ))
        throw error;
    const names = [...deniedExtensions].map((name) => `"${name}"`).join(', ');
    throw new errors/* ActionError */.lZ(`${(0,sentence/* withoutFullStop */.Qu)(error.message)}; the extension ${names} was left out, which "${user}" may not create: give the \`database-url\` of a user who may.`, { cause: error, details: error.details });
}
/** By psql, one statement after another. */
async function restoreScript(backup, { rights, schemas }, options) {
    const { script, leftOut, after } = (0,script_of/* scriptOf */.F)(backup, rights, { ...options, schemas });
    const server = options.restorer?.server ?? options.server;
    await (0,psql/* psql */.tm)({ before: '', script, after: () => '' }, { ...options, server, version: rights.version });
    return { leftOut, after };
}
/**
 * Several jobs of pg_restore make the triggers and keys of a partitioned table, which has no rows of its own, before its
 * partitions have theirs, where the archive was written to a pipe and does not say how large they are: the triggers then
 * change every row that is restored.
 */
const IN_ORDER = [['--section=pre-data', '--section=data'], ['--section=post-data']];
/** By pg_restore, several tables at a time. */
async function restoreArchive(backup, context, options) {
    const { database, jobs, progress } = options;
    const server = options.restorer?.server ?? options.server;
    const { rights, schemas } = context;
    const major = Math.floor(rights.version / 10000);
    const tool = (0,tools/* chooseRestore */.OL)(await (0,tools/* toolsNamed */.B)('pg_restore'), { archive: backup.needs, server: major });
    if (!(0,tools/* speaksTo */.zG)(tool, major))
        return restoreScript(backup, context, options);
    const contents = await (0,archive/* contentsOf */.KD)(backup.path, tool, backup.source);
    const restored = await readStatements(backup, tool, context, options);
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'restore-'));
    try {
        const list = (0,external_node_path_.join)(directory, 'list');
        const entries = contents.entries.filter(({ id, text }) => (0,ownership/* isEntryForNow */.Gd)(text, rights) &&
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
                throw (0,psql/* restoreError */.h0)(database, complaints);
        }
        if (refreshes.length === 0)
            return restored;
        await listed(refreshes);
        const complaints = await restorePart([]);
        return complaints
            ? { ...restored, unrefreshed: (0,psql/* reasonIn */.YY)((0,postgres_complaints/* linesWithoutRows */.v)(complaints)) ?? 'no reason' }
            : restored;
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
/** Runs pg_restore for the entries that are in the file `list` now; gives its complaints, or undefined where it has succeeded. */
function partRestorer(backup, tool, list, version, { server, database, jobs, signal, onLine, }) {
    const args = [
        '--verbose',
        '--no-subscriptions',
        '--no-owner',
        '--no-privileges',
        `--jobs=${jobs}`,
        `--use-list=${list}`,
        `--dbname=${(0,psql/* connection */.FI)(database)}`,
        backup.path,
    ];
    return async (options) => {
        const complaints = [];
        const { code, errors } = await (0,passfile/* withCredentials */.t)(server, database, (environment) => (0,process/* run */.eF)(tool.path, [...options, ...args], {
            environment: { ...environment, PGOPTIONS: (0,psql/* optionsFor */.A5)(server, database, version) },
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
/**
 * What is made from other tables again may need what a dump does not say (a search path) or what is not here (a remote server):
 * it does not keep the rollback from going on.
 */
const isRefresh = ({ text }) => text.startsWith('MATERIALIZED VIEW DATA ');
const isSchema = (text, schemas) => [...schemas].some((name) => text.startsWith(`SCHEMA - ${name} `));
/**
 * Reads an archive's statements as they will run: what says whose things are is put aside, and what no dump has is
 * refused. Rows are read where they are statements too.
 */
async function readStatements(backup, tool, { rights, schemas }, { database, signal }) {
    const leftOut = [];
    const after = [];
    const script = new backup_script/* Script */.e({
        name: backup.source,
        ...(!rights.unrestricted && { drop: (0,privileged/* lastOf */.g1)(backup.privileged) }),
        keep: (line) => {
            if ((0,script_of/* makesOneOf */.L)(line, schemas))
                return false;
            const turn = (0,ownership/* turnOf */.LQ)(line, rights);
            if (turn === 'never')
                leftOut.push(line);
            if (turn === 'after')
                after.push(line);
            return turn === 'now';
        },
    });
    const held = new external_node_stream_.PassThrough();
    const read = (0,external_node_stream_promises_.pipeline)(held, script, new external_node_stream_.Writable({ write: (_chunk, _encoding, done) => done() }));
    // Where pg_restore ends early, that is the reason.
    read.catch(() => { });
    const part = backup.statementsAsData ? [] : ['--schema-only'];
    const args = [...part, '--no-subscriptions', '--file=-', backup.path];
    const { code, errors } = await (0,process/* run */.eF)(tool.path, args, {
        environment: tools/* READER_ENVIRONMENT */.GI,
        signal,
        output: held,
    });
    if (code !== 0)
        throw (0,psql/* restoreError */.h0)(database, errors);
    await read;
    return { leftOut, after };
}

// EXTERNAL MODULE: ./build/database/blockers.js
var blockers = __webpack_require__(89861);
// EXTERNAL MODULE: ./build/database/clock.js
var clock = __webpack_require__(21694);
// EXTERNAL MODULE: ./build/database/concerns.js
var database_concerns = __webpack_require__(87927);
// EXTERNAL MODULE: ./build/database/backup/carry-over.js
var carry_over = __webpack_require__(91675);
// EXTERNAL MODULE: ./build/database/hand-over.js
var hand_over = __webpack_require__(93342);
// EXTERNAL MODULE: ./build/database/privileged.js
var database_privileged = __webpack_require__(28591);
// EXTERNAL MODULE: ./build/database/restore-role.js
var restore_role = __webpack_require__(30907);
;// CONCATENATED MODULE: ./build/database/give-to-owners.js






/** Gives what was restored to its owners, and drops the role that restored it. */
async function giveToOwners(task, { session, server, name }, { owner, restorer, restored, backup, privileges, }) {
    const known = await knownDefiners(task);
    const { refused, warnings } = await (0,hand_over/* handOver */.Cl)(server, name, {
        owner,
        restorer,
        after: restored.after,
        known,
    });
    if (restorer)
        await (0,restore_role/* dropRestoreRole */.w_)(session, server, { name, database: name });
    for (const line of warnings)
        task.log.warn(line);
    // Whose something is may hang on a grant of a schema that the backup was made without.
    const again = backup.hasGrants ? [] : refused;
    const sentence = (0,ownership/* leftOutSentence */.hY)([...restored.leftOut, ...(backup.hasGrants ? refused : [])]);
    if (sentence)
        task.log.warn(sentence);
    for (const line of await (0,database_privileged/* makeLast */.LC)(server, name, privileges.last))
        task.log.warn(line);
    await compareRights(task, name, { backup, again, known });
}
/** Where the live database cannot be read, nothing of the backup is known to run as a superuser. */
async function knownDefiners({ server, signal, log }) {
    try {
        return await server.use(server.database, hand_over/* definersOf */.iA);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        log.warn(`It could not be read what runs with a superuser's rights in the live database, so nothing that was restored has them: ${(0,errors/* messageOf */.bD)(error)}`);
        return new Set();
    }
}
/** Carries over what the backup was made without, and says which rights are others; an ill live database is no reason to stop. */
async function compareRights({ server, signal, log }, name, { backup, again, known }) {
    try {
        const carried = await server.use(server.database, (live) => (0,carry_over/* rightsToCarry */.o4)(live, backup));
        const { refused, notCarried, warnings } = await (0,hand_over/* carryOver */.YY)(server, name, { carried, again, known });
        for (const line of [...warnings, (0,ownership/* leftOutSentence */.hY)(refused), (0,carry_over/* notCarriedSentence */.bn)(notCarried)])
            if (line)
                log.warn(line);
        const others = await (0,hand_over/* describeOtherRights */.nz)(server, name);
        if (others)
            log.warn(others);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        log.warn(`Owners and grants were not compared with the live database's: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}

// EXTERNAL MODULE: ./build/database/leftovers.js
var leftovers = __webpack_require__(62280);
// EXTERNAL MODULE: ./build/database/locks.js
var locks = __webpack_require__(3768);
// EXTERNAL MODULE: ./build/database/observe.js
var observe = __webpack_require__(16076);
// EXTERNAL MODULE: ./build/database/properties.js
var properties = __webpack_require__(10539);
// EXTERNAL MODULE: ./build/database/side.js
var side = __webpack_require__(13105);
// EXTERNAL MODULE: ./build/database/task.js
var database_task = __webpack_require__(88771);
// EXTERNAL MODULE: ./build/domain/snapshots/capture.js + 1 modules
var capture = __webpack_require__(84925);
// EXTERNAL MODULE: ./build/domain/snapshots/read-tables.js
var read_tables = __webpack_require__(24661);
// EXTERNAL MODULE: ./build/domain/snapshots/tables.js
var snapshots_tables = __webpack_require__(29182);
// EXTERNAL MODULE: ./build/database/closed.js
var database_closed = __webpack_require__(33726);
;// CONCATENATED MODULE: ./build/database/holders.js

/** Seconds for which an exclusive lock is nothing to speak of. */
const SHORT = 2;
const readHolders = (session) => session.query(`SELECT a.pid, coalesce(a.usename::text, 'unknown') AS user,
       to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since,
       left(a.query, 200) AS query, string_agg(c.oid::regclass::text, ', ') AS tables
     FROM pg_locks l JOIN pg_stat_activity a USING (pid) JOIN pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p', 'm')
     WHERE l.locktype = 'relation' AND l.granted AND l.mode = 'AccessExclusiveLock' AND a.pid <> pg_backend_pid()
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace) AND a.xact_start < now() - interval '${SHORT} s'
     GROUP BY 1, 2, 3, 4`);
/**
 * Finds sessions that lock all others out of tables of the live database. With consent (`blockers`) they are ended, so that
 * what would be lost can be counted; without, they are named.
 */
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
                log.warn(`${description}; it could not be ended: ${(0,errors/* messageOf */.bD)(error)}`);
            }
        }
    });
}

// EXTERNAL MODULE: ./build/domain/snapshots/differences.js
var differences = __webpack_require__(61855);
// EXTERNAL MODULE: ./build/domain/snapshots/rows.js
var rows = __webpack_require__(68438);
;// CONCATENATED MODULE: ./build/database/loss.js







/**
 * Compares the live database with the side database, row by row where the fingerprints of a table differ.
 *
 * @param except tables that do not count towards the share, as each takes consent by itself
 *
 * A comparison that fails is reported in the result: an unknown loss must not keep a rollback from going on.
 */
async function dataLoss(both, live, restored, { takenAt: backupTime, takenBetween }, except = new Set()) {
    const measuredAt = new Date().toISOString();
    const base = {
        backupTime: backupTime ?? null,
        ...(takenBetween && { backupBetween: takenBetween }),
        measuredAt,
    };
    try {
        const differing = (0,differences/* differences */.tX)(restored, live).tables;
        const tables = await tableLosses(both, differing);
        const concerns = (0,database_concerns/* shareConcern */.g$)(rowsLost(tables, differing, { live, except }), rowsIn(live));
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
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        const seconds = secondsBetween(backupTime, measuredAt);
        return unknownLoss(base, seconds, (0,errors/* messageOf */.bD)(error));
    }
}
/** The same where nothing could be compared. Pure. */
function unknownLoss(base, seconds, unknown) {
    const concerns = [(0,database_concerns/* unknownConcern */.JF)((0,sentence/* withoutFullStop */.Qu)(unknown))];
    return { ...base, lastWrite: null, seconds, tables: null, unknown, concerns };
}
const rowsIn = ({ tables }) => tables.reduce((sum, { rows }) => sum + Number(rows), 0);
/**
 * Whole rows that would be gone: one whose value in a new column goes is not, and without a key a changed row cannot be told
 * from one that is gone.
 */
function rowsLost(losses, differing, { live, except }) {
    const keyed = new Set(live.tables.filter(({ key }) => key.length > 0).map(snapshots_tables/* nameOf */.Vb));
    return losses.reduce((sum, { table, lost, columns }, at) => {
        if (except.has(table))
            return sum;
        const { rowsBefore, rowsAfter } = differing[at];
        const fewer = Math.max(0, Number(rowsAfter ?? 0) - Number(rowsBefore ?? 0));
        return sum + (columns === undefined && keyed.has(table) ? lost : fewer);
    }, 0);
}
/** A table of so few rows is always begun: its time is that of the round trip, whatever the number of rows. */
const FEW_ROWS = 10_000;
/** Small tables first, so that as many as can be are compared row by row. */
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
        const { onlyA, onlyB, changed, alike } = await (0,rows/* rowDifferences */.p)(a, b, difference, options);
        return { ...byCount, lost: onlyA, changed, back: onlyB, exact: alike };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!late.aborted)
            throw error;
        return byCount;
    }
}
/** Counts the rows with values in columns that the backup does not have: a rename leaves what was written since behind. */
async function withColumns({ server, reader, side }, table, found) {
    const columnsIn = (session) => columnsOf(session, table);
    const kept = new Set((await reader.use(side, columnsIn)).map(({ name }) => name));
    return server.use(server.database, async (session) => {
        const going = (await columnsIn(session)).filter(({ name }) => !kept.has(name));
        if (going.length === 0)
            return found;
        const [written] = await session.query(`SELECT count(*)::text AS rows FROM ONLY ${(0,quote/* quoteTable */.Z8)(table)} WHERE ${going.map(isWritten).join(' OR ')}`);
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
     FROM pg_catalog.pg_attribute WHERE attrelid = $1::pg_catalog.regclass AND attnum > 0 AND NOT attisdropped`, [(0,quote/* quoteTable */.Z8)({ schema, name })]);
const isWritten = ({ name, missing }) => missing === null
    ? `${(0,quote/* quoteName */.AB)(name)} IS NOT NULL`
    : `${(0,quote/* quoteName */.AB)(name)}::text IS DISTINCT FROM ${(0,quote/* quoteText */.ol)(missing)}`;
/** What the numbers of rows show; all there is to say where only one of the two has the table. */
function lossByCount({ rowsBefore, rowsAfter, ...difference }) {
    const more = Number(rowsAfter ?? 0) - Number(rowsBefore ?? 0);
    const exact = rowsBefore === null || rowsAfter === null;
    return { table: (0,snapshots_tables/* nameOf */.Vb)(difference), lost: Math.max(0, more), changed: 0, back: Math.max(0, -more), exact };
}
/** The commit time of the newest row of these tables in the live database. */
async function lastWriteOf(server, tables) {
    const present = tables.filter(({ rowsAfter }) => rowsAfter !== null);
    return server.use(server.database, async (session) => {
        const { on } = await session.one(`SELECT current_setting('track_commit_timestamp') AS on`);
        if (on !== 'on' || present.length === 0)
            return null;
        let last = null;
        // One by one: a query over thousands of tables would fill the server's table of locks.
        for (const table of present) {
            const { at } = await session.one(`SELECT max(pg_xact_commit_timestamp(xmin)) AS at FROM ONLY ${(0,quote/* quoteTable */.Z8)(table)}`);
            if (at !== null && (last === null || at > last))
                last = at;
        }
        return last?.toISOString() ?? null;
    });
}
function secondsBetween(from, to) {
    return from === undefined ? null : Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}
/** The loss for people, in a sentence. */
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

// EXTERNAL MODULE: ./build/database/verify.js
var verify = __webpack_require__(71691);
;// CONCATENATED MODULE: ./build/database/verify-side.js










/**
 * Reads both databases whole, so that everything that is said about them comes from one reading.
 *
 * @param seconds that the comparison row by row may take
 * @param original what was live before the first of several rollbacks, where the live database is what one of them restored
 */
async function verifySide(task, { server: reader, name }, { backup, expected, jobs }, seconds, original) {
    const { server, signal, log } = task;
    const begun = performance.now();
    const readBoth = async () => {
        // A snapshot of the backup was taken on another server, maybe; else the two are compared with each other alone.
        const quick = expected === undefined;
        const options = { jobs: Math.max(1, Math.floor(jobs / 2)), signal, quick };
        const [before, after] = await Promise.all([
            liveState(task, options),
            (0,capture/* captureSnapshot */.d)(reader, name, options),
        ]);
        if (typeof before === 'string')
            (0,verify/* requireAnything */.yd)(after);
        else
            (0,verify/* requireVerified */.YT)(before, after, expected);
        if (typeof before === 'string' && expected)
            (0,verify/* requireExpected */.qw)(after, expected, 'nothing was changed');
        return [before, after];
    };
    const [live, restored] = await (0,database_task/* step */.P)(task, 'verify', readBoth, ([, after]) => `${after.tables.length} tables are restored${expected ? ', row for row what the snapshot of the backup says' : ''}`);
    const pace = paceOf(restored, (performance.now() - begun) / 1000);
    if (typeof live !== 'string')
        for (const sentence of await reader.use(name, (side) => (0,verify/* oddities */.Ew)(side, live, restored)))
            log.warn(sentence);
    const both = { server, reader, side: name, signal, seconds, pace };
    const counted = async () => {
        const ofLive = await lossOf(both, live, restored, backup);
        return original === undefined
            ? ofLive
            : lossOfOriginal(task, both, original, { ofLive, restored, backup, jobs });
    };
    const loss = await (0,database_task/* step */.P)(task, 'data loss', counted, describeLoss);
    for (const { reason } of loss.concerns ?? [])
        log.warn(`The switch needs your consent: ${reason}.`);
    return { loss, tables: restored.tables.length };
}
/** The state of the live database, or why it is unknown: a broken one must not keep a rollback from going on. */
async function liveState(task, options) {
    const { server, signal } = task;
    try {
        await endHolders(task);
        return await (0,capture/* captureSnapshot */.d)(server, server.database, { ...options, lenient: true });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        return (0,errors/* messageOf */.bD)(error);
    }
}
/** What users last wrote is not in the live database: the loss is that of both, told by tables of the one that they wrote to. */
async function lossOfOriginal({ server, signal }, both, original, { ofLive, restored, backup, jobs }) {
    const loss = await (0,database_closed/* whileOpen */.U)(server, original, async () => {
        const state = await (0,capture/* captureSnapshot */.d)(server, original, { jobs, signal, quick: true, lenient: true }).catch((error) => {
            signal.throwIfAborted();
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            return (0,errors/* messageOf */.bD)(error);
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
    const unread = live.told.filter(({ kind }) => kind === read_tables/* UNREAD */.yn);
    const restoredRows = new Map(restored.tables.map((table) => [(0,snapshots_tables/* nameOf */.Vb)(table), table.rows]));
    const emptied = live.tables.filter((table) => table.rows !== '0' && (restoredRows.get((0,snapshots_tables/* nameOf */.Vb)(table)) ?? '0') === '0');
    const leftOut = backup.hasData ? await (0,database_concerns/* tablesLeftOut */.hr)(server, backup, emptied) : [];
    const loss = await dataLoss(both, live, restored, backup, new Set(leftOut.map(snapshots_tables/* nameOf */.Vb)));
    const concerns = [
        ...(loss.concerns ?? []),
        ...(0,database_concerns/* emptyConcern */.MC)(backup),
        ...(0,database_concerns/* lackingConcern */.WA)(leftOut),
        ...(0,database_concerns/* partsConcern */.$M)(backup, livePartsIn(live, restored)),
        ...unread.map(({ name, because: reason }) => (0,database_concerns/* unknownConcern */.JF)(`${name} could not be read (${reason})`)),
    ];
    const ofUnread = new Set(unread.map(({ name }) => name));
    return {
        ...loss,
        ...(loss.tables && { tables: loss.tables.filter(({ table }) => !ofUnread.has(table)) }),
        ...(concerns.length > 0 && { concerns }),
    };
}
/** Keys of extensions' tables are in both. */
function livePartsIn({ tables, largeObjects }, restored) {
    const keyless = new Set(restored.tables.filter(({ key }) => key.length === 0).map(snapshots_tables/* nameOf */.Vb));
    return {
        hasKeys: tables.some((table) => table.key.length > 0 && keyless.has((0,snapshots_tables/* nameOf */.Vb)(table))),
        largeObjects: Number(largeObjects.count),
    };
}
/** Comparing two tables row by row reads them in small parts, which takes about twice as long as reading them whole. */
const paceOf = ({ tables }, seconds) => tables.reduce((sum, { rows }) => sum + Number(rows), 0) / (2 * seconds);

;// CONCATENATED MODULE: ./build/database/prepare.js



















/** Connections of the role that restores, beside those that restore and read. */
const SPARE_CONNECTIONS = 4;
/**
 * Restores a backup into a database beside the live one and verifies it there. The live database is only read.
 *
 * A side database of the same backup that an earlier run has verified is taken as it is; what earlier runs have left
 * unfinished is dropped.
 */
async function prepare(task, session, restore) {
    const { server, log } = task;
    const observed = await (0,observe/* observeStaying */.S$)(session, server.database, task.signal);
    (0,blockers/* requireReplaceable */.um)(observed, { stopsTraffic: (0,database_task/* stopsTraffic */.H)(task.traffic) });
    for (const warning of (0,blockers/* warningsOf */.nZ)(observed))
        log.warn(warning);
    const ready = verifiedSide(observed, restore.backup);
    if (ready) {
        log.info(`✓ "${ready.database.name}" was restored and verified at ${ready.database.note?.at} already`);
        return ready;
    }
    await dropUnfinished(task, session, observed);
    const privileges = await (0,database_privileged/* privilegesFor */._g)(task, restore.backup);
    const note = noteOf(task, restore.backup);
    const name = await (0,database_task/* step */.P)(task, 'create side database', () => (0,side/* createSide */.qB)(session, observed.live, note), (made) => `"${made}" is made beside the live database`);
    try {
        return await fillAndVerify(task, { session, server, name }, observed, { restore, note, privileges });
    }
    catch (error) {
        // A failed restore is of no use; a run that is cancelled leaves it to the next one.
        if (!task.signal.aborted)
            await (0,side/* discard */.vf)(server, session, name).catch((left) => log.warn(`"${name}" is unusable and could not be dropped (the next run, or phase \`clean\`, does it): ${(0,errors/* messageOf */.bD)(left)}`));
        throw error;
    }
}
/** Restores the backup into the side database and verifies it; its note says how far that has come. */
async function fillAndVerify(task, maker, observed, { restore, note, privileges }) {
    const { session, server, name } = maker;
    await requireProperties(session, observed.live, await databaseOf(session, server.database, name));
    const restorer = await restorerOf(task, maker, restore.jobs, privileges);
    const begun = performance.now();
    const restored = await (0,database_task/* step */.P)(task, 'restore', () => fill(task, name, restore, restorer, privileges), () => `The backup is restored into "${name}"`);
    await (0,side/* annotate */.fz)(session, name, { ...note, state: 'restored' });
    // What was restored is read by the role that restored it: a cast or an index of it may run anything.
    const { loss: ofRows, tables } = await verifySide(task, { server: restorer?.server ?? server, name }, restore, lossSeconds(performance.now() - begun), (0,leftovers/* originalOf */.zW)(observed, restore.backup, await (0,clock/* clockOf */.i)(session))?.name);
    const loss = withEmptyViews(task, ofRows, restored);
    await giveToOwners(task, maker, {
        owner: observed.live.owner,
        restorer,
        restored,
        backup: restore.backup,
        privileges,
    });
    // How long ago that was, by another runner's clock.
    const at = new Date(await (0,clock/* clockOf */.i)(session)).toISOString();
    await (0,side/* annotate */.fz)(session, name, { ...note, state: 'verified', at, loss, tables });
    return { database: await databaseOf(session, server.database, name), loss, tables };
}
/** The role that restores; where none can be made, the user of `database-url`, with a warning. */
async function restorerOf({ log }, { session, server, name }, jobs, { unrestricted }) {
    if (unrestricted) {
        log.warn((0,restore_role/* withAllRights */.JH)('that was agreed to'));
        return undefined;
    }
    const made = await (0,restore_role/* makeRestoreRole */.dz)(session, server, {
        name,
        database: name,
        privileges: 'CONNECT, CREATE, TEMPORARY',
        connections: 2 * jobs + SPARE_CONNECTIONS,
    });
    if (typeof made === 'string') {
        log.warn((0,restore_role/* withAllRights */.JH)(made));
        return undefined;
    }
    await server.use(name, (owner) => (0,restore_role/* openSchema */.Is)(owner, name));
    return made;
}
/** A materialized view that is empty cannot be read before it is refreshed. */
function withEmptyViews({ log }, loss, { unrefreshed }) {
    if (unrefreshed === undefined)
        return loss;
    const concern = (0,database_concerns/* emptyViewsConcern */.yE)(unrefreshed);
    log.warn(`The switch needs your consent: ${concern.reason}. REFRESH MATERIALIZED VIEW them after it.`);
    return { ...loss, concerns: [...(loss.concerns ?? []), concern] };
}
/** The loss is worth a quarter of the time of the restore, and two seconds in any case: users are waiting. */
const lossSeconds = (restoreMilliseconds) => Math.max(2, restoreMilliseconds / 4000);
/** The newest side database that was verified, of a certain backup or of any. Pure. */
function verifiedSide({ ours }, backup) {
    const database = ours.find(({ note }) => note?.role === 'side' && note.state === 'verified' && (backup === undefined || isOf(note, backup)));
    if (!database)
        return undefined;
    const { loss, tables } = database.note;
    return { database, loss: loss, tables: tables ?? 0 };
}
/** Whether a folder is still the same is unknown; a point in time always is. */
function isOf(note, { source, sha256, takenAtFrom }) {
    return sha256 === undefined
        ? takenAtFrom === made_at/* POINT_IN_TIME */.ZR && note.backup === (0,redact/* redact */.E$)(source)
        : note.sha256 === sha256;
}
async function dropUnfinished(task, session, { ours }) {
    const sides = ours.filter(({ note }) => note?.role === 'side');
    if (sides.length === 0)
        return;
    const names = sides.map(({ name }) => `"${name}"`).join(', ');
    await (0,database_task/* step */.P)(task, 'drop unfinished', () => (0,leftovers/* dropAll */.PA)(session, sides, ours), () => `What an earlier run left is dropped: ${names}`);
}
async function databaseOf(session, live, name) {
    const { ours } = await (0,observe/* findDatabases */.q_)(session, live);
    return ours.find((database) => database.name === name);
}
/**
 * Tries, and takes back, to give the side database all that hangs on the live one's name: at the switch it is too late. What
 * of it the restore needs stays.
 */
async function requireProperties(session, live, side) {
    const [wanted, present] = [
        await (0,properties/* readProperties */.Qh)(session, live.oid),
        await (0,properties/* readProperties */.Qh)(session, side.oid),
    ];
    const statements = (0,properties/* propertyStatements */.CV)(side.name, present, wanted);
    await session.run('BEGIN');
    const refused = (await (0,settled/* inAnyCase */._W)(() => (0,properties/* carryOutWherePossible */.MP)(session, statements), () => session.run('ROLLBACK'))).map(properties/* withoutValue */.CU);
    if (refused.length === 0) {
        const settings = (0,properties/* settingsForRestore */.vm)(side.name, wanted);
        if (settings.length > 0)
            await session.run(settings.join(';\n'));
        return;
    }
    const [first, ...more] = refused.map((one) => one.replace((0,quote/* quoteName */.AB)(side.name), (0,quote/* quoteName */.AB)(live.name)));
    throw new errors/* ActionError */.lZ(`This user cannot give the owner, grants and settings of the database "${live.name}" to another one; use its owner or a superuser: it may not ${first}${more.length > 0 ? `, nor ${more.length} more` : ''}.`, { details: refused });
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
    // Without statistics the first queries of the switched database would be planned blindly.
    await (restorer?.server ?? server).use(name, analyze);
    return restored;
}
/** A partitioned table is analyzed with a lock on each of its partitions: where that would fill the server's room for locks, only they are. */
async function analyze(side) {
    const most = Math.floor((await (0,locks/* roomForLocks */.b)(side)) / 4);
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
        // It stands in the database for all to read.
        backup: (0,redact/* redact */.E$)(source),
        sha256,
    };
}


/***/ }),

/***/ 95186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ describeServer),
  V: () => (/* binding */ preview)
});

// EXTERNAL MODULE: ./build/database/clock.js
var clock = __webpack_require__(21694);
// EXTERNAL MODULE: ./build/database/forecast.js
var forecast = __webpack_require__(22295);
// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(15902);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/domain/snapshots/tables.js
var snapshots_tables = __webpack_require__(29182);
// EXTERNAL MODULE: ./build/systems/postgres/quote.js
var quote = __webpack_require__(55737);
// EXTERNAL MODULE: ./build/database/backup/made-at.js
var made_at = __webpack_require__(96142);
;// CONCATENATED MODULE: ./build/database/foreseen-loss.js








const LATER = 'what was written since would be lost; how many rows that is, is counted once it is restored, before anything is replaced';
/**
 * Says of a backup that is not restored yet how old it is, and how many rows were written since, in a sentence. It is counted
 * by the server's commit times, else by the rows that its snapshot had, and no longer than a plan may take.
 *
 * @param session to any database of the server
 * @param counts false where the result is not needed
 */
async function foreseenLoss(server, backup, { session, snapshot, counts }) {
    const { takenAt } = backup;
    const seconds = takenAt === undefined ? undefined : await (0,clock/* secondsSince */.w)(takenAt, session);
    const age = seconds === undefined || seconds < 0 ? '' : `, ${(0,duration/* formatDuration */.a)(seconds)} old`;
    return `The backup is ${(0,made_at/* describeMadeAt */.Ed)(backup)}${age}; ${counts ? await writtenSince(server, takenAt, snapshot) : LATER}.`;
}
async function writtenSince(server, takenAt, snapshot) {
    try {
        return await server.use(server.database, async (session) => {
            const { on } = await session.one(`SELECT current_setting('track_commit_timestamp') AS on`);
            if (on === 'on' && takenAt !== undefined) {
                const since = `pg_catalog.pg_xact_commit_timestamp(xmin) > ${(0,quote/* quoteText */.ol)(takenAt)}::timestamptz`;
                return describeWritten(await count(session, (_, table) => rowsIn(session, `${table} WHERE ${since}`)));
            }
            if (snapshot === undefined)
                return LATER;
            const known = new Map(snapshot.tables.map((table) => [(0,snapshots_tables/* nameOf */.Vb)(table), Number(table.rows)]));
            return describeMore(await count(session, async (name, table) => {
                const before = known.get(name);
                return before === undefined ? 0 : (await rowsIn(session, table)) - before;
            }));
        });
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        return LATER;
    }
}
/** Counts table by table, small ones first, until the time is over. */
async function count(session, rowsOf) {
    const end = performance.now() + waits/* WAITS */.r.PLAN_COUNT_MS;
    await session.run(`SET lock_timeout = '1s'`);
    const tables = await (0,snapshots_tables/* readableTables */.wb)(session);
    const rows = new Map();
    for (const table of tables.toSorted((one, other) => one.bytes - other.bytes)) {
        const left = Math.floor(end - performance.now());
        if (left <= 0)
            break;
        await session.run(`SET statement_timeout = ${left}`);
        const found = await rowsOf((0,snapshots_tables/* nameOf */.Vb)(table), (0,quote/* quoteTable */.Z8)(table)).catch(() => 0);
        if (found > 0)
            rows.set((0,snapshots_tables/* nameOf */.Vb)(table), found);
    }
    return rows;
}
async function rowsIn(session, from) {
    const { rows } = await session.one(`SELECT count(*)::text AS rows FROM ONLY ${from}`);
    return Number(rows);
}
/**
 * Rows by their commit times: those that were added, and those that were changed. Others may have been written before the
 * server kept such times, so that none says nothing. Pure.
 */
const describeWritten = (rows) => rows.size === 0
    ? LATER
    : `${describeRows(rows)} written since and would be lost or go back to older contents`;
/** Rows that there are more than in a snapshot; what was changed since, it does not show. Pure. */
const describeMore = (rows) => rows.size === 0
    ? LATER
    : `${describeRows(rows)} added since its snapshot and would be lost; what was changed since goes back as well`;
function describeRows(rows) {
    const total = [...rows.values()].reduce((sum, each) => sum + each, 0);
    const most = [...rows].toSorted(([, one], [, other]) => other - one);
    const names = most.map(([name, each]) => `${name} ${each.toLocaleString('en')}`);
    const [noun, verb] = total === 1 ? ['row', 'was'] : ['rows', 'were'];
    return `at least ${total.toLocaleString('en')} ${noun} (${(0,sentence/* namesOf */.eZ)(names)}) ${verb}`;
}

// EXTERNAL MODULE: ./build/database/privileged.js
var privileged = __webpack_require__(28591);
// EXTERNAL MODULE: ./build/database/rollback.js + 3 modules
var rollback = __webpack_require__(31505);
// EXTERNAL MODULE: ./build/database/source.js + 3 modules
var source = __webpack_require__(7064);
;// CONCATENATED MODULE: ./build/database/preview.js






/**
 * Looks into the backup before anything is begun, as far as that needs no fetching of all of a large one.
 *
 * @returns how old it is and what would be lost, as far as that is known
 * @throws ActionError with what a rollback to it would be refused for
 */
async function preview({ server, session, accepts, log }, { way, of, maxDataLoss, counts, snapshot: given, ...options }) {
    const read = await (0,source/* previewOf */.oW)({ ...options, ...(await describeServer(session)), progress: () => { } });
    const snapshot = await (0,source/* snapshotOf */.eY)(given, options);
    if (read === undefined) {
        log.info('What is in the backup is known only once it is fetched; it is looked into then, before anything is changed.');
        return foreseenLoss(server, (0,source/* timeOf */.nR)(options.source, snapshot, of), { session, snapshot, counts });
    }
    const found = (0,source/* withTimeOf */.Bm)(read, snapshot, of);
    const loss = await foreseenLoss(server, found, { session, snapshot, counts });
    log.info(loss);
    await (0,rollback/* requireRightBackup */.k1)(session, found, { of, maxDataLoss }, accepts);
    await (0,forecast/* requireForeseen */.N)({ server, accepts, log }, found, way);
    await (0,privileged/* privilegesFor */._g)({ server, accepts }, found);
    return loss;
}
/** What decides whether and how a backup can be restored to a server, and of when it is. */
async function describeServer(session) {
    const { zone } = await session.one(`SELECT current_setting('log_timezone') AS zone`);
    return { server: Math.floor(session.version / 10000), zone, now: await (0,clock/* clockOf */.i)(session) };
}


/***/ }),

/***/ 28591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LC: () => (/* binding */ makeLast),
/* harmony export */   _g: () => (/* binding */ privilegesFor)
/* harmony export */ });
/* unused harmony export rightsConcerns */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4771);
/* harmony import */ var _concerns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87927);



/**
 * Decides, before anything is made, what becomes of what only a superuser may make. Nothing of it is taken from the text of the
 * backup: an event trigger or a publication is made again as the live database has it. The rest takes consent.
 *
 * @throws ActionError that names what it is and the right that is needed
 */
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${source} makes ${listOf(needed)}, which only a superuser may make, and "${server.user}" is not one; nothing was changed. Give the \`database-url\` of a superuser.`);
    }
    const last = superuser ? live.filter((one) => privileged.some((other) => isSame(one, other))) : [];
    const lacking = privileged.filter((one) => one.isLast && !last.some((other) => isSame(one, other)));
    (0,_concerns_js__WEBPACK_IMPORTED_MODULE_1__/* .requireAccepted */ .b5)(rightsConcerns(source, needed, lacking, superuser), accepts, 'nothing was changed');
    return { unrestricted: needed.length > 0, last: needed.length > 0 ? [] : last };
}
const isSame = (a, b) => a.kind === b.kind && a.name === b.name;
/** What is not done unasked for want of a right, or with more rights than a restore has. Pure. */
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
const listOf = (privileged) => (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(privileged.map(({ kind, name }) => `the ${kind} ${JSON.stringify(name.slice(0, 100))}`));
/** The event triggers and publications of all tables of a database, but those of extensions. */
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
/**
 * Makes what takes a superuser, when all else is there.
 *
 * @returns a sentence for each that could not be made
 */
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
                failed.push(`${what}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
            }
        }
        return failed;
    });
}
async function definitionOf(session, name) {
    const [found] = await session.query('SELECT pg_catalog.pg_get_functiondef(pg_catalog.to_regprocedure($1)) AS definition WHERE pg_catalog.to_regprocedure($1) IS NOT NULL', [name]);
    return found?.definition;
}


/***/ }),

/***/ 10539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ withoutValue),
/* harmony export */   CV: () => (/* binding */ propertyStatements),
/* harmony export */   MP: () => (/* binding */ carryOutWherePossible),
/* harmony export */   Qh: () => (/* binding */ readProperties),
/* harmony export */   vm: () => (/* binding */ settingsForRestore)
/* harmony export */ });
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55737);

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
/** The statements that give the database `name`, which has the properties `from`, the properties `to`. Pure. */
function propertyStatements(name, from, to) {
    const database = `DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(name)}`;
    const grantees = new Set(from.grants.map(({ grantee }) => grantee));
    return [
        ...(from.owner === to.owner ? [] : [`ALTER ${database} OWNER TO ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(to.owner)}`]),
        `ALTER ${database} CONNECTION LIMIT ${to.connectionLimit}`,
        ...[...grantees].map((grantee) => `REVOKE ALL ON ${database} FROM ${roleName(grantee)} CASCADE`),
        ...to.grants.map(({ grantee, privilege, grantable }) => `GRANT ${privilege} ON ${database} TO ${roleName(grantee)}${grantable ? ' WITH GRANT OPTION' : ''}`),
        ...from.settings.map(({ role, name: parameter }) => `${alter(database, role)} RESET ${parameterName(parameter)}`),
        ...to.settings.map((setting) => settingStatement(database, setting)),
        ...from.labels.map(({ provider }) => `SECURITY LABEL FOR ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(provider)} ON ${database} IS NULL`),
        ...to.labels.map(({ provider, label }) => `SECURITY LABEL FOR ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(provider)} ON ${database} IS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .ol)(label)}`),
    ];
}
/** For the application: the role that a session becomes, and its limits. A dump writes every name with its schema. */
const NOT_FOR_RESTORE = new Set(['role', 'session_authorization', 'temp_file_limit', 'search_path']);
/**
 * The statements that give the database `name` those of the live one's settings that a restore needs: a check may read one, and
 * a provider of labels is loaded by one. Those of single roles are not meant for it. Pure.
 */
const settingsForRestore = (name, { settings }) => settings
    .filter(({ role, name: parameter }) => role === null && !NOT_FOR_RESTORE.has(parameter.toLowerCase()))
    .map((setting) => settingStatement(`DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(name)}`, setting));
/**
 * Carries out statements in a transaction that goes on where some are refused.
 *
 * @returns those that were
 */
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
            // Which ones is what is told.
            await session.run('ROLLBACK TO SAVEPOINT property');
            refused.push(statement);
        }
    return refused;
}
const QUOTED = '"(?:[^"]|"")*"';
const SET_VALUE = new RegExp(`^(ALTER (?:DATABASE ${QUOTED}|ROLE ${QUOTED} IN DATABASE ${QUOTED}) SET ${QUOTED}(?:\\.${QUOTED})*) TO `, 's');
/** A statement about properties as it may be told: the value of a setting may be a key that tokens are signed with. Pure. */
const withoutValue = (statement) => SET_VALUE.exec(statement)?.[1] ?? statement;
const roleName = (role) => (role === null ? 'PUBLIC' : (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(role));
const alter = (database, role) => role === null ? `ALTER ${database}` : `ALTER ROLE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(role)} IN ${database}`;
const settingStatement = (database, { role, name, value }) => `${alter(database, role)} SET ${parameterName(name)} TO ${settingValue(name, value)}`;
const parameterName = (name) => name.split('.').map(_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB).join('.');
/** Settings that hold a list of names: as one literal they would become one name (GUC_LIST_QUOTE in guc_tables.c). */
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
        return (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .ol)(value);
    const items = [...value.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
    return items.length > 0 ? items.map(_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .ol).join(', ') : "''";
}


/***/ }),

/***/ 18521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gx: () => (/* binding */ heldNow),
/* harmony export */   U: () => (/* binding */ resume),
/* harmony export */   c7: () => (/* binding */ findWorkloads),
/* harmony export */   dq: () => (/* binding */ toQuiesce),
/* harmony export */   en: () => (/* binding */ quiesce),
/* harmony export */   tS: () => (/* binding */ parseQuiesce),
/* harmony export */   w9: () => (/* binding */ takeOver)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_settled_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71501);
/* harmony import */ var _domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54085);
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59027);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3090);
/* harmony import */ var _systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(15301);
/* harmony import */ var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85738);
/* harmony import */ var _stay_down_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40312);










/** What the credentials need to stop these workloads and give them back. */
function toQuiesce(wanted) {
    const verbs = wanted === 'all' ? ['get', 'list', 'patch'] : ['get', 'patch'];
    const resources = new Set(wanted === 'all' ? [_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kinds */ .EZ.Deployment.plural] : wanted.map(({ kind }) => _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kinds */ .EZ[kind].plural));
    return [
        ...[...resources].map((resource) => ({ group: 'apps', resource, verbs })),
        { group: '', resource: 'pods', verbs: ['list', 'watch'] },
    ];
}
/** Reads the input `quiesce`. @throws ActionError where it names what cannot be scaled */
function parseQuiesce(items) {
    if (items.includes('all')) {
        if (items.length > 1)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('Input `quiesce` is `all`; leave other names out, or leave `all` out.');
        return 'all';
    }
    const refs = items.map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRef */ .rd);
    const daemon = refs.find(({ kind }) => kind === 'DaemonSet');
    if (daemon)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`quiesce\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .label */ .Pf)(daemon)}, which has no replicas to scale to zero; accepted are Deployments and StatefulSets.`);
    return refs;
}
/** The workloads as they are. @throws ActionError naming the first that does not exist, or must not be stopped */
async function findWorkloads({ client, namespace, wanted }) {
    if (wanted === 'all') {
        const list = await client.list((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .workloadPath */ .jC)(namespace, 'Deployment'));
        return list.items;
    }
    return Promise.all(wanted.map(async (ref) => {
        const found = await client.find((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .workloadPath */ .jC)(namespace, ref.kind, ref.name));
        if (!found)
            throw notThere(ref, namespace);
        requireVolumesStay(found);
        return found;
    }));
}
/** At zero replicas a StatefulSet may lose the volumes of all of them, for good. */
function requireVolumesStay({ kind, metadata, spec }) {
    const { persistentVolumeClaimRetentionPolicy, volumeClaimTemplates = [], replicas } = spec;
    if (persistentVolumeClaimRetentionPolicy?.whenScaled !== 'Delete')
        return;
    if (volumeClaimTemplates.length === 0 || replicas === 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`quiesce\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .label */ .Pf)({ kind, name: metadata.name })}, whose volumes are deleted when it is scaled to zero (persistentVolumeClaimRetentionPolicy.whenScaled is Delete); set that to Retain first, or leave it out.`);
}
const notThere = (ref, namespace) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`quiesce\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .label */ .Pf)(ref)}, which is not in the namespace ${namespace}.`);
/** The workloads that still exist: one that was deleted must not keep the others stopped. */
async function presentWorkloads({ client, namespace, wanted }) {
    if (wanted === 'all')
        return findWorkloads({ client, namespace, wanted });
    const found = await Promise.all(wanted.map(({ kind, name }) => client.find((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .workloadPath */ .jC)(namespace, kind, name))));
    return found.filter((workload) => workload !== undefined);
}
/** Those that a rollback holds at zero, or that should be at zero, as they are now. */
const heldNow = (target) => async (client) => {
    const present = await presentWorkloads({ ...target, client });
    // Of `all`, what was deployed meanwhile was never held.
    return target.wanted === 'all' ? present.filter((workload) => (0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__/* .heldNote */ .Wv)(workload) !== undefined) : present;
};
/**
 * Scales the workloads to zero, each with its number of replicas written on it in the same request, and waits until
 * every pod is gone: one that is being terminated may still write.
 *
 * @throws ActionError where something scales one of them up again
 */
async function quiesce(target, id, log) {
    const workloads = await findWorkloads(target);
    await Promise.all(workloads.map((workload) => patched(target, workload, (fresh) => {
        if ((0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__/* .isHeld */ .i7)(fresh))
            return takenOver(fresh, id);
        // How many replicas it had is not known: a zero written over it would be taken for the number.
        if ((0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenHeldNote */ .Le)(fresh) && fresh.spec.replicas === 0)
            return undefined;
        const note = { replicas: fresh.spec.replicas ?? 1, id, at: new Date().toISOString() };
        return { metadata: { annotations: { [_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__/* .HELD */ ._r]: JSON.stringify(note) } }, spec: { replicas: 0 } };
    })));
    await (0,_stay_down_js__WEBPACK_IMPORTED_MODULE_9__/* .whileDown */ .Cr)(heldNow(target), target.client, (client) => Promise.all(workloads.map((workload) => podsGone({ ...target, client }, workload, log))));
}
/** Makes what a dead rollback holds this one's, whose post step then gives it back. */
async function takeOver(target, id) {
    for (const workload of await presentWorkloads(target))
        if ((0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__/* .isHeld */ .i7)(workload))
            await patched(target, workload, (fresh) => takenOver(fresh, id));
}
function takenOver(fresh, id) {
    const note = (0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__/* .heldNote */ .Wv)(fresh);
    if (!note || note.id === id)
        return undefined;
    return { metadata: { annotations: { [_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__/* .HELD */ ._r]: JSON.stringify({ ...note, id }) } } };
}
/**
 * Restores the replicas of every workload that a rollback stopped; one that was scaled up since is left as it is.
 *
 * @param id of the rollback whose workloads these are; all where there is none
 * @returns the labels of those that were restored
 * @throws the first failure, after every workload was tried
 */
async function resume(target, log, id) {
    const workloads = await presentWorkloads(target);
    const given = await (0,_base_settled_js__WEBPACK_IMPORTED_MODULE_1__/* .allSettled */ .vd)(workloads.map((workload) => restoreReplicas(target, workload, log, id)));
    return given.filter((each) => each !== undefined);
}
async function restoreReplicas(target, workload, log, id) {
    const broken = (0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenHeldNote */ .Le)(workload);
    if (broken)
        log.warn(broken);
    const held = (0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__/* .heldNote */ .Wv)(workload);
    if (!held || (id !== undefined && held.id !== id))
        return undefined;
    await patched(target, workload, (fresh) => {
        const note = (0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__/* .heldNote */ .Wv)(fresh);
        if (!note)
            return undefined;
        const metadata = { annotations: { [_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_2__/* .HELD */ ._r]: null } };
        if (fresh.spec.replicas === 0)
            return { metadata, spec: { replicas: note.replicas } };
        log.warn(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .refOf */ .H8)(fresh))} was scaled to ${fresh.spec.replicas} meanwhile and is left so; it had ${note.replicas} replicas before.`);
        return { metadata };
    });
    return `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .refOf */ .H8)(workload))} (${held.replicas})`;
}
/** Patches the state that `change` was made for: read again after a conflict. */
async function patched({ client, namespace }, workload, change) {
    const path = (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .workloadPath */ .jC)(namespace, workload.kind, workload.metadata.name);
    for (let fresh = workload;; fresh = await client.get(path)) {
        const patch = change(fresh);
        if (!patch)
            return;
        const { resourceVersion } = fresh.metadata;
        try {
            await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_3__/* .PATCH */ .D.merge, { ...patch, metadata: { ...patch.metadata, resourceVersion } });
            return;
        }
        catch (error) {
            if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ApiError */ .hD && error.status === 409))
                throw error;
        }
    }
}
async function podsGone({ client, namespace }, workload, log) {
    const watching = client.withSignal(client.signal);
    const labelSelector = (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_8__/* .selectorText */ .nM)(workload.spec.selector);
    try {
        await new Promise((resolve, reject) => {
            const stop = () => reject(client.signal.reason);
            client.signal.addEventListener('abort', stop, { once: true });
            let pods;
            const check = () => {
                if (pods && ![...pods.items.values()].some(isAlive))
                    resolve();
            };
            _systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_7__/* .WatchedList */ .v.start(watching, (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__/* .CORE */ .M2, namespace, 'pods'), { labelSelector }, {
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
/** Pods that have ended, evicted ones say, stay until they are garbage-collected. */
const isAlive = (pod) => !['Succeeded', 'Failed'].includes(pod.status?.phase ?? '');


/***/ }),

/***/ 30907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ dropOwnRole),
/* harmony export */   Is: () => (/* binding */ openSchema),
/* harmony export */   JH: () => (/* binding */ withAllRights),
/* harmony export */   dz: () => (/* binding */ makeRestoreRole),
/* harmony export */   w_: () => (/* binding */ dropRestoreRole),
/* harmony export */   yO: () => (/* binding */ ownRoles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55737);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21694);





/** Written on the role, so that what a run that died has left is known. */
const MARK = 'rollback-actions: restores a backup';
/** After this long the role cannot log in any more, also where the run that made it died. */
const VALID_MS = 86_400_000;
const ITERATIONS = 4096;
/**
 * Makes the role that restores.
 *
 * @returns the role, or in a sentence's end why the user of `server` can make none
 */
async function makeRestoreRole(session, server, { name, database, privileges, connections }) {
    const password = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('base64url');
    const role = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteName */ .AB)(name);
    const until = new Date((await (0,_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .clockOf */ .i)(session)) + VALID_MS).toISOString();
    const tablespaces = await grantableTablespaces(session);
    const membership = session.version >= 160_000 ? ' WITH INHERIT TRUE, SET TRUE' : '';
    try {
        await session.run(`BEGIN;
       CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteText */ .ol)(verifierOf(password))}
         VALID UNTIL ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteText */ .ol)(until)} CONNECTION LIMIT ${connections};
       COMMENT ON ROLE ${role} IS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteText */ .ol)(MARK)};
       GRANT ${role} TO CURRENT_USER${membership};
       GRANT ${privileges} ON DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteName */ .AB)(database)} TO ${role};
       ${tablespaces.map((tablespace) => `GRANT CREATE ON TABLESPACE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteName */ .AB)(tablespace)} TO ${role};`).join('\n')}
       COMMIT`);
    }
    catch (error) {
        await session.run('ROLLBACK');
        return `"${server.user}" cannot create a role for it (${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutFullStop */ .Qu)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error))}; ALTER ROLE … CREATEROLE lets it)`;
    }
    const restorer = { name, server: server.withUser(name, password) };
    try {
        await (await restorer.server.connectOnce(database)).close();
        return restorer;
    }
    catch (error) {
        await dropRestoreRole(session, server, { name, database });
        return `a role that is made for it cannot log in (${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutFullStop */ .Qu)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error))}; pg_hba.conf has to let it)`;
    }
}
/** A backup names a table's tablespace, where the role may create nothing without a grant. */
async function grantableTablespaces(session) {
    const rows = await session.query(`SELECT spcname::text AS name FROM pg_catalog.pg_tablespace
     WHERE spcname NOT IN ('pg_default', 'pg_global') AND pg_catalog.has_tablespace_privilege(oid, 'CREATE WITH GRANT OPTION') ORDER BY 1`);
    return rows.map(({ name }) => name);
}
/** Said where no role can be made; what is weaker then is said too. */
const withAllRights = (reason) => `The backup is restored with all rights of the user of \`database-url\`, so only what was recognized in it is kept from reaching other databases: ${reason}.`;
/** Lets the role create in `public`: from PostgreSQL 15 on only the database's owner may. */
async function openSchema(owner, role) {
    const { owns } = await owner.one(`SELECT pg_catalog.pg_has_role(nspowner, 'USAGE') AS owns FROM pg_catalog.pg_namespace WHERE nspname = 'public'`);
    if (owns)
        await owner.run(`GRANT USAGE, CREATE ON SCHEMA public TO ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteName */ .AB)(role)}`);
}
/** Drops a role; what it still has in its database goes before. */
async function dropRestoreRole(session, server, { name, database }) {
    await server.use(database, (owner) => owner.run(`DROP OWNED BY ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteName */ .AB)(name)}`));
    await dropOwnRole(session, name);
}
/** Drops a role of this name that a restore has made, if there is one; it has nothing any more. */
async function dropOwnRole(session, name) {
    if ((await ownRoles(session)).includes(name))
        await session.run(`DROP ROLE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteName */ .AB)(name)}`);
}
/** Roles that restores have made. */
async function ownRoles(session) {
    const roles = await session.query(`SELECT rolname::text AS name FROM pg_roles r WHERE NOT rolsuper AND shobj_description(r.oid, 'pg_authid') = $1`, [MARK]);
    return roles.map(({ name }) => name);
}
/** What the server keeps of a password (SCRAM-SHA-256), so that the password itself is in none of its logs. */
function verifierOf(password) {
    const salt = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16);
    const salted = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.pbkdf2Sync)(password, salt, ITERATIONS, 32, 'sha256');
    const keyed = (words) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', salted).update(words).digest();
    const stored = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(keyed('Client Key')).digest('base64');
    return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}


/***/ }),

/***/ 90181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ writeRestoredNote),
/* harmony export */   Tx: () => (/* binding */ withoutRestoredNote),
/* harmony export */   qI: () => (/* binding */ restoredNoteIn)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55737);


/**
 * What a restore in place writes on the live database once it is done: nothing else there tells a later attempt of the same run
 * that it would destroy what was written since. It is the last line of the database's comment, below whatever else that says.
 */
const schema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** `restored` has its contents and its owners; `verified` is also what the snapshot of the backup says, where there is one. */
    restored: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['restored', 'verified']),
    /** The workflow run, the same for every attempt. */
    run: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** RFC 3339. */
    at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** The backup as it was given, without secrets. */
    backup: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** The file with what was there before, on the machine that wrote it. */
    safetyDump: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** How long the contents were locked. */
    downtimeSeconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
});
const LINE = /(?:^|\n)rollback-actions in place: (.*)$/;
/** The note in the comment of a database, if there is one. Pure. */
function restoredNoteIn(comment) {
    const text = LINE.exec(comment ?? '')?.[1];
    if (text === undefined)
        return undefined;
    try {
        return valibot__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qgA(schema, JSON.parse(text));
    }
    catch {
        // A line that only looks like ours says nothing.
        return undefined;
    }
}
/** A comment without the note: what it says of the contents is not so of those of another database. Pure. */
const withoutRestoredNote = (comment) => comment?.replace(LINE, '') || null;
/** The comment with this note in the place of an older one. Pure. */
function withRestoredNote(comment, note) {
    const rest = withoutRestoredNote(comment);
    const line = `rollback-actions in place: ${JSON.stringify(note)}`;
    return rest === null ? line : `${rest}\n${line}`;
}
/** Writes it. @throws where the user of the session does not own the database */
async function writeRestoredNote(session, database, note) {
    const { comment } = await session.one(`SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`, [database]);
    await session.run(`COMMENT ON DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .AB)(database)} IS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteText */ .ol)(withRestoredNote(comment, note))}`);
}


/***/ }),

/***/ 31505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q7: () => (/* binding */ rollback_all),
  uH: () => (/* binding */ clean),
  Gl: () => (/* binding */ prepareOnly),
  k1: () => (/* binding */ requireRightBackup),
  U: () => (/* binding */ resume),
  Xi: () => (/* binding */ switchOnly),
  tN: () => (/* binding */ rollback_undo)
});

// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(15902);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/runner/consent.js
var consent = __webpack_require__(60225);
// EXTERNAL MODULE: ./build/database/backup/made-at.js
var made_at = __webpack_require__(96142);
// EXTERNAL MODULE: ./build/database/blockers.js
var blockers = __webpack_require__(89861);
// EXTERNAL MODULE: ./build/database/clock.js
var clock = __webpack_require__(21694);
// EXTERNAL MODULE: ./build/database/concerns.js
var database_concerns = __webpack_require__(87927);
// EXTERNAL MODULE: ./build/database/earlier-attempt.js
var earlier_attempt = __webpack_require__(8596);
// EXTERNAL MODULE: ./build/database/forecast.js
var forecast = __webpack_require__(22295);
// EXTERNAL MODULE: ./build/database/leftovers.js
var database_leftovers = __webpack_require__(62280);
// EXTERNAL MODULE: ./build/database/observe.js
var observe = __webpack_require__(16076);
// EXTERNAL MODULE: ./build/database/one-database-extensions.js
var one_database_extensions = __webpack_require__(29087);
// EXTERNAL MODULE: ./build/database/prepare.js + 6 modules
var prepare = __webpack_require__(25176);
// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
;// CONCATENATED MODULE: ./build/database/downtime.js


/**
 * Measures for how long no client can connect to the server's database while `work` is done, by a client that tries all along,
 * as users do. It is as exact as a connection takes long, some milliseconds; where clients come through a pooler that waits,
 * they see less.
 *
 * @returns the longest time without a successful connection, in seconds; where none succeeds within 5 s of the end, or the run
 *   is cancelled, as far as it was seen
 * @throws what `work` throws
 */
async function measureDowntime(server, signal, work) {
    const over = new AbortController();
    const stop = AbortSignal.any([signal, over.signal]);
    const outside = server.withSignal(stop);
    let longest = 0;
    let isDone = false;
    let isOver = false;
    let succeeded = performance.now();
    const attempt = async () => {
        // An attempt that began before the work was done says nothing of the time after it.
        const isLast = isDone;
        try {
            await (await outside.connectOnce()).close();
            longest = Math.max(longest, performance.now() - succeeded);
            succeeded = performance.now();
            isOver = isLast;
        }
        catch {
            // That is what is measured; the signal ends it.
        }
    };
    await attempt();
    longest = 0;
    const running = (async () => {
        // What is measured is done or not done: that the run is cancelled meanwhile makes it no failure.
        while (!stop.aborted && !isOver) {
            await (0,deadline/* pause */.v7)(waits/* WAITS */.r.DOWNTIME_PERIOD_MS, stop).then(attempt, () => { });
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
    const late = setTimeout(() => over.abort(), waits/* WAITS */.r.DOWNTIME_LONGEST_MS);
    await running;
    clearTimeout(late);
    return (isOver ? longest : Math.max(longest, performance.now() - succeeded)) / 1000;
}

// EXTERNAL MODULE: ./build/database/note.js
var database_note = __webpack_require__(55846);
// EXTERNAL MODULE: ./build/database/properties.js
var database_properties = __webpack_require__(10539);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/base/time-limit.js
var time_limit = __webpack_require__(2609);
// EXTERNAL MODULE: ./build/systems/postgres/quote.js
var quote = __webpack_require__(55737);
// EXTERNAL MODULE: ./build/systems/postgres/session.js + 1 modules
var session = __webpack_require__(57417);
// EXTERNAL MODULE: ./build/database/restored-note.js
var restored_note = __webpack_require__(90181);
;// CONCATENATED MODULE: ./build/database/swap.js












/** How often it is tried: a session that can't be ended in time may be gone the next time. */
const ATTEMPTS = 2;
/** What PostgreSQL says of a database that others are connected to. */
const BEING_ACCESSED = '55006';
/**
 * Gives the incoming database the name of the live one, with its owner, grants, settings and comment, in one transaction:
 * both names change or neither does. The first rename of each database takes its lock; new connections wait for that lock,
 * and existing ones are terminated until the rename succeeds. After any error the oids tell whether the swap took place.
 *
 * @returns an undo's statements about owner, grants and settings that PostgreSQL refused; they were left out
 * @throws ActionError that names the sessions that could not be terminated, or says why the swap failed
 */
async function swap(server, plan) {
    for (let attempt = 1;; attempt++) {
        // Without both sessions nothing was sent, so there is no need to check whether the swap took place.
        const sessions = await connectTwice(server).catch((error) => {
            throw switchError(plan, error);
        });
        // Filled on the way, because the answer to COMMIT may be lost and the swap done all the same.
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
/** One session to rename, the other to terminate the connections that are in its way. */
async function connectTwice(server) {
    const session = await (0,observe/* connectMaintenanceDb */.Op)(server);
    try {
        return [session, await (0,observe/* connectMaintenanceDb */.Op)(server)];
    }
    catch (error) {
        await session.close();
        throw error;
    }
}
/** @param refused gets the statements about owner, grants and settings that an undo goes on without */
async function attemptSwap([session, terminator], plan, refused) {
    const { live, incoming, keptAs, note } = plan;
    const comment = (0,restored_note/* withoutRestoredNote */.Tx)(live.comment);
    const wanted = await (0,database_properties/* readProperties */.Qh)(session, live.oid);
    const present = await (0,database_properties/* readProperties */.Qh)(session, incoming.oid);
    // COMMIT does not wait for a synchronous standby: until one that lags had replayed the restore, no client could connect.
    await session.run(`BEGIN; SET LOCAL synchronous_commit = local; SET LOCAL lock_timeout = ${waits/* WAITS */.r.SWITCH_LOCK_MS}; SET LOCAL statement_timeout = ${waits/* WAITS */.r.SWITCH_STATEMENT_MS};
    SET LOCAL idle_in_transaction_session_timeout = '10s'`);
    // The incoming database first: what is still in it, such as autovacuum, is waited for before users have to wait.
    const transitName = (0,database_note/* nameFor */.Fe)(live.name, note.id, 'next');
    await renameAndEndSessions(session, terminator, incoming, transitName);
    await renameAndEndSessions(session, terminator, live, keptAs);
    await session.run(`ALTER DATABASE ${(0,quote/* quoteName */.AB)(transitName)} RENAME TO ${(0,quote/* quoteName */.AB)(live.name)}`);
    const properties = (0,database_properties/* propertyStatements */.CV)(live.name, present, wanted);
    // An undo must work, whatever was granted or set meanwhile.
    if (note.role === 'undone')
        refused.push(...(await (0,database_properties/* carryOutWherePossible */.MP)(session, properties)));
    else
        await session.run(properties.join(';\n'));
    await session.run([
        `ALTER DATABASE ${(0,quote/* quoteName */.AB)(live.name)} ALLOW_CONNECTIONS true`,
        `COMMENT ON DATABASE ${(0,quote/* quoteName */.AB)(live.name)} IS ${comment === null ? 'NULL' : (0,quote/* quoteText */.ol)(comment)}`,
        `ALTER DATABASE ${(0,quote/* quoteName */.AB)(keptAs)} ALLOW_CONNECTIONS false`,
        `COMMENT ON DATABASE ${(0,quote/* quoteName */.AB)(keptAs)} IS ${(0,quote/* quoteText */.ol)((0,database_note/* writeNote */.IP)(note))}`,
    ].join(';\n'));
    await requireOid(session, live.name, incoming.oid);
    await requireOid(session, keptAs, live.oid);
    await session.run('COMMIT');
}
/**
 * Renames a database while the other session terminates its connections. The rename holds the lock, so no new connection
 * gets in until the transaction ends.
 */
async function renameAndEndSessions(session, terminator, { oid, name }, to) {
    const renamed = session.run(`ALTER DATABASE ${(0,quote/* quoteName */.AB)(name)} RENAME TO ${(0,quote/* quoteName */.AB)(to)}`);
    await Promise.all([renamed, endSessionsUntil(renamed, terminator, oid)]);
}
async function endSessionsUntil(done, terminator, oid) {
    const ended = new AbortController();
    const end = () => ended.abort();
    done.then(end, end);
    while (!ended.signal.aborted) {
        const clients = await (0,observe/* readClients */.pH)(terminator, oid);
        const pids = clients.filter(({ endable }) => endable).map(({ pid }) => pid);
        // In one query: while they were ended one by one, new sessions would arrive.
        if (pids.length > 0)
            await terminator.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [pids]);
        await (0,deadline/* pause */.v7)(waits/* WAITS */.r.SWITCH_ROUND_MS, ended.signal).catch(() => { });
    }
}
/** Databases may have been renamed since the plan, so the oid is checked and not the name alone. */
async function requireOid(session, name, oid) {
    const found = await oidOf(session, name);
    if (found !== oid)
        throw new errors/* ActionError */.lZ(`The database "${name}" is not the one that was planned; someone else has renamed databases meanwhile.`);
}
async function oidOf(session, name) {
    const rows = await session.query('SELECT oid::int8::float8 AS oid FROM pg_database WHERE datname = $1', [name]);
    return rows[0]?.oid;
}
/** The same as isSwapped. @throws ActionError that says so where it cannot find out */
async function foundSwapped(server, plan) {
    try {
        return await isSwapped(server, plan);
    }
    catch (error) {
        // Only the cause: this message gives its own advice.
        const [cause] = (0,errors/* messageOf */.bD)(error).split(/; |\.$/);
        throw new errors/* ActionError */.lZ(`It is unknown whether "${plan.live.name}" was switched: ${cause}; run this again when that is over, and it goes on from there.`, { cause: error });
    }
}
/** Whether the swap took place: the oid is the truth, also where the answer to COMMIT was lost. */
async function isSwapped(server, { live, incoming }) {
    const session = await (0,observe/* connectMaintenanceDb */.Op)(server.withSignal((0,time_limit/* timeLimit */.z)(waits/* WAITS */.r.SWITCH_CHECK_MS, 'PostgreSQL did not answer')));
    try {
        return (await oidOf(session, live.name)) === incoming.oid;
    }
    finally {
        await session.close();
    }
}
async function explainFailure(server, plan, error) {
    if ((0,session/* codeOf */.$N)(error) !== BEING_ACCESSED)
        return switchError(plan, error);
    // Even where the clients cannot be listed, the message says why the swap failed.
    return switchError(plan, error, await readClientsOf(server, plan.live.oid).catch(() => []));
}
async function readClientsOf(server, oid) {
    const session = await (0,observe/* connectMaintenanceDb */.Op)(server.withSignal((0,time_limit/* timeLimit */.z)(waits/* WAITS */.r.SWITCH_CHECK_MS, 'PostgreSQL did not answer')));
    try {
        return await (0,observe/* readClients */.pH)(session, oid);
    }
    finally {
        await session.close();
    }
}
function switchError({ live, note }, error, clients = []) {
    const held = clients.length > 0 ? `; connected are ${clients.slice(0, 5).map(blockers/* describeClient */.$G).join('; ')}` : '';
    const again = note.role === 'undone' ? 'run this again' : 'run this again with `phase: switch`';
    return new errors/* ActionError */.lZ(`The database "${live.name}" could not be switched, and is as it was: ${(0,sentence/* withoutFullStop */.Qu)((0,errors/* messageOf */.bD)(error))}${held}; ${again} when ${held ? 'they are gone' : 'that is over'}.`, { cause: error });
}

// EXTERNAL MODULE: ./build/database/task.js
var database_task = __webpack_require__(88771);
// EXTERNAL MODULE: ./build/database/traffic.js
var database_traffic = __webpack_require__(26025);
;// CONCATENATED MODULE: ./build/database/switch.js









/**
 * Puts `incoming` in the place of the live database: traffic paused, names swapped, traffic resumed; after a failure it is
 * resumed in any case. Blockers are looked for once no session is left, and before that too where sessions have to be ended.
 */
async function switchTo(task, session, incoming, keptAs) {
    const { server, id, signal, traffic } = task;
    const name = server.database;
    if ((0,database_task/* stopsTraffic */.H)(traffic))
        (0,blockers/* requireReplaceable */.um)(await (0,observe/* observeStaying */.S$)(session, name, signal), { stopsTraffic: true });
    return (0,database_traffic/* whilePaused */.ak)(task, async () => {
        const observed = await (0,observe/* observeStaying */.S$)(session, name, signal);
        (0,blockers/* requireReplaceable */.um)(observed, { stopsTraffic: false });
        return (0,database_task/* step */.P)(task, 'switch', async () => {
            // Held against the times of backups and of other switches, maybe by another runner.
            const at = new Date(await (0,clock/* clockOf */.i)(session)).toISOString();
            const note = noteOf(task, observed, incoming, { role: keptAs.role, at });
            const previous = await freeName(session, name, id, keptAs.what);
            const plan = { live: observed.live, keptAs: previous, note, incoming };
            let left = [];
            const downtimeSeconds = await measureDowntime(server, signal, async () => {
                left = await swap(server, plan);
            });
            if (left.length > 0)
                task.log.warn(`What was granted or set on "${name}" since the rollback stays with "${previous}", as the user of \`database-url\` may not give it to another database: ${left.slice(0, 3).map(database_properties/* withoutValue */.CU).join('; ')}.`);
            return { downtimeSeconds, previous };
        }, ({ downtimeSeconds, previous }) => `"${name}" is switched; no client could connect for ${downtimeSeconds.toFixed(2)} s; what it was is kept as "${previous}"`);
    });
}
/** The name to keep a database under: a switch of the same rollback may have left one of the usual name. */
async function freeName(session, database, id, what) {
    const rows = await session.query('SELECT datname::text AS name FROM pg_database');
    const taken = new Set(rows.map(({ name }) => name));
    for (let count = 1;; count++) {
        const name = (0,database_note/* nameFor */.Fe)(database, count === 1 ? id : `${id} (${count})`, what);
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

// EXTERNAL MODULE: ./build/database/undo.js
var undo = __webpack_require__(32548);
;// CONCATENATED MODULE: ./build/database/rollback.js

















/** The whole rollback: prepared beside the live database, then switched. */
async function rollback_all(task, session, request) {
    const already = await switchedAlready(task, await (0,observe/* findDatabases */.q_)(session, task.server.database), request.source);
    if (already)
        return already;
    const side = await prepareSide(task, session, request, true);
    await requireLossAccepted(task, session, side);
    return switchSide(task, session, side, request.keep);
}
/** The first half: everything that can be done while the live database goes on. */
async function prepareOnly(task, session, request) {
    const already = await switchedAlready(task, await (0,observe/* findDatabases */.q_)(session, task.server.database), request.source);
    if (already)
        return already;
    const { database, loss, tables } = await prepareSide(task, session, request);
    const message = `"${database.name}" is ready to take the place of "${task.server.database}"; phase \`switch\` does it, phase \`clean\` removes it.`;
    return { done: true, message, loss, tables, side: database.name };
}
/** The second half. @throws ActionError where nothing is prepared */
async function switchOnly(task, session, { keep, maxDataLoss }) {
    const databases = await (0,observe/* findDatabases */.q_)(session, task.server.database);
    const already = await switchedAlready(task, databases);
    if (already)
        return already;
    const side = (0,prepare/* verifiedSide */.a$)(databases);
    if (!side) {
        throw new errors/* ActionError */.lZ(`No verified database is beside "${databases.live.name}"; run the phase \`prepare\` first.`);
    }
    const { backupTime, backupBetween } = side.loss;
    const madeAt = { takenAt: backupTime ?? undefined, takenBetween: backupBetween };
    await requireAge(session, madeAt, maxDataLoss, task.accepts);
    await requireLossAccepted(task, session, side);
    task.log.info(`✓ "${side.database.name}" was restored from ${side.database.note?.backup} and verified at ${side.database.note?.at}`);
    return switchSide(task, session, side, keep);
}
/** Brings the replaced database back. */
async function rollback_undo(task, session) {
    const plan = (0,undo/* planUndo */.A)(await (0,observe/* findDatabases */.q_)(session, task.server.database), task.run);
    if (plan.action === 'nothing') {
        await (0,database_traffic/* afterSwitch */.jb)(task, database_traffic/* resumeIfPaused */.nI);
        return { done: false, message: `Nothing to undo: ${plan.reason}.` };
    }
    const switched = await switchTo(task, session, plan.to, { what: 'undone', role: 'undone' });
    const message = `"${task.server.database}" is what it was before the rollback again; no client could connect for ${switched.downtimeSeconds.toFixed(2)} s, and what was written since is in "${switched.previous}".`;
    return { done: true, message, ...switched };
}
async function resume(task) {
    const given = await (0,database_traffic/* resumeOwnOrAny */.ZF)(task);
    return given.length > 0
        ? { done: true, message: `Traffic is resumed: ${given.join(', ')}.` }
        : { done: false, message: 'Nothing to resume: no traffic is paused.' };
}
/** Removes what rollbacks have left and is not needed any more. */
async function clean(task, session, keep) {
    const databases = await (0,observe/* findDatabases */.q_)(session, task.server.database);
    const leftovers = (0,database_leftovers/* leftoversOf */.Kz)(databases, keep, task.accepts).map(({ database }) => database);
    if (leftovers.length === 0)
        return {
            done: false,
            message: `Nothing to clean: rollbacks have left no database beside what \`keep\` says${(0,database_leftovers/* describeOriginals */._i)(databases)}.`,
        };
    const bound = await (0,database_task/* step */.P)(task, 'clean', () => (0,database_leftovers/* dropAll */.PA)(session, leftovers, databases.ours), (stay) => `${leftovers.length - stay.length} databases are dropped`);
    if (bound.length > 0)
        throw new errors/* ActionError */.lZ(`Not everything is cleaned: ${(0,database_leftovers/* describeBound */.YD)(bound)}.`);
    return { done: true, message: `Cleaned: ${leftovers.map(({ name }) => `"${name}"`).join(', ')} dropped.` };
}
/** A run that was killed after its switch has nothing left to do but to resume traffic. */
async function switchedAlready(task, databases, source) {
    const replaced = (0,earlier_attempt/* switchedBefore */.x)(databases, task, source);
    if (!replaced)
        return undefined;
    const { note, name } = replaced;
    const message = `"${databases.live.name}" was switched by this run at ${note.at} already; what it was is kept as "${name}", and what was written since stays.`;
    const loss = note.loss;
    await (0,database_traffic/* endAsEarlier */.ah)(task, 'switch', message, { earlier: note.at, ...(loss && { 'data-loss': loss }) });
    return { done: false, message, previous: name, ...(loss && { loss }) };
}
/** @throws ActionError where the switch would take away what no consent was given for; what was restored stays */
async function requireLossAccepted({ accepts, log }, session, { database, loss }) {
    const consequence = `nothing was switched, and "${database.name}" waits beside the live database for the phase \`switch\``;
    const seconds = await (0,clock/* secondsSince */.w)(database.note.at, session);
    const concerns = [...(loss.concerns ?? []), ...(0,database_concerns/* ageConcern */.a2)(seconds)];
    if (seconds > database_concerns/* OLD_COUNT_S */.GQ)
        log.warn(`What would be lost was counted ${(0,duration/* formatDuration */.a)(seconds)} ago, and what was written since goes too; clean and prepare again to count it.`);
    (0,database_concerns/* requireAccepted */.b5)(concerns, accepts, consequence);
}
/** @param switches whether the switch follows at once, so that what is known to be refused then is refused now */
async function prepareSide(task, session, request, switches = false) {
    const observed = await (0,observe/* observeStaying */.S$)(session, task.server.database, task.signal);
    // Before the backup is fetched, which may take long.
    (0,blockers/* requireReplaceable */.um)(observed, { stopsTraffic: (0,database_task/* stopsTraffic */.H)(task.traffic) });
    await (0,one_database_extensions/* requireRestorableBeside */.hU)(task.server);
    const fetched = await (0,database_task/* step */.P)(task, 'fetch', () => request.fetch(task), ({ backup }) => `The backup is fetched: ${describeBackup(backup)}`);
    await requireRightBackup(session, fetched.backup, request, task.accepts);
    await (0,forecast/* requireForeseen */.N)(task, fetched.backup, switches ? 'swap' : 'prepare');
    return (0,prepare/* prepare */.iA)(task, session, { ...fetched, jobs: request.jobs });
}
/** @throws ActionError where the backup is of another database or older than is allowed */
async function requireRightBackup(session, backup, { of, maxDataLoss }, accepts) {
    if (backup.database !== undefined && backup.database !== of) {
        throw new errors/* ActionError */.lZ(`The backup is of the database "${backup.database}", not of "${of}"; nothing was changed. Where that is meant, say \`backup-database: ${backup.database}\`.`);
    }
    await requireAge(session, backup, maxDataLoss, accepts);
}
/** @throws ActionError where a backup is older than is allowed, or may be */
async function requireAge(session, { takenAt, takenBetween }, maxDataLoss, accepts) {
    if (maxDataLoss === undefined)
        return;
    const now = await (0,clock/* clockOf */.i)(session);
    const age = (time) => Math.round((now - Date.parse(time)) / 1000);
    const latest = takenAt ?? takenBetween?.latest;
    if (latest !== undefined && age(latest) > maxDataLoss) {
        const atLeast = takenAt === undefined ? 'at least ' : '';
        throw new errors/* ActionError */.lZ(`The backup is of ${latest}${takenAt === undefined ? ' at the latest' : ''}, ${atLeast}${age(latest)} s ago, and \`max-data-loss\` allows ${maxDataLoss} s; nothing was changed. Take a newer backup, or allow more.`);
    }
    const earliest = takenAt ?? takenBetween?.earliest;
    if (earliest !== undefined && age(earliest) <= maxDataLoss)
        return;
    const known = takenBetween
        ? `it was ${(0,made_at/* describeMadeAt */.Ed)({ takenAt, takenAtFrom: undefined, takenBetween })}`
        : 'nothing tells it, or it lies in the future';
    (0,consent/* requireConsent */.C)(accepts, 'unknown', `The time of the backup is unknown (${known}), so \`max-data-loss\` cannot be enforced; nothing was changed. A snapshot beside the backup (verify-integrity) tells it`);
}
const describeBackup = (backup) => `${backup.form}, ${(backup.bytes / 1e6).toFixed(1)} MB, ${backup.tables} tables, ${(0,made_at/* describeMadeAt */.Ed)(backup)}`;
async function switchSide(task, session, side, keep) {
    const { loss, tables } = side;
    const switched = await switchTo(task, session, side.database, { what: 'old', role: 'replaced' });
    // The switch is done: that others stay longer, or that the run is cancelled now, makes it no failure.
    await dropOlder(task, session, keep).catch((error) => task.log.warn(`Replaced databases beyond \`keep\` could not be dropped (phase \`clean\` does it): ${(0,errors/* messageOf */.bD)(error)}`));
    const message = `"${task.server.database}" is back at its backup; no client could connect for ${switched.downtimeSeconds.toFixed(2)} s, and what it was is kept as "${switched.previous}" (phase \`undo\` brings it back).`;
    return { done: true, message, ...switched, loss, tables };
}
/** Replaced databases of earlier rollbacks go; one that has to stay is not a failure. */
async function dropOlder(task, session, keep) {
    const found = await (0,observe/* findDatabases */.q_)(session, task.server.database);
    const replaced = (0,database_leftovers/* leftoversOf */.Kz)(found, keep).filter(({ database }) => database.note?.role === 'replaced');
    if (replaced.length === 0)
        return;
    const databases = replaced.map(({ database }) => database);
    const bound = await (0,database_task/* step */.P)(task, 'drop older', () => (0,database_leftovers/* dropAll */.PA)(session, databases, found.ours), (stay) => `${databases.length - stay.length} replaced databases beyond \`keep\` are dropped`);
    if (bound.length > 0)
        task.log.warn(`Of the replaced databases ${(0,database_leftovers/* describeBound */.YD)(bound)}.`);
}


/***/ }),

/***/ 13105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   gv: () => (/* binding */ drop),
/* harmony export */   qB: () => (/* binding */ createSide),
/* harmony export */   vf: () => (/* binding */ discard)
/* harmony export */ });
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55737);
/* harmony import */ var _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57417);
/* harmony import */ var _backup_clear_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29014);
/* harmony import */ var _note_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55846);
/* harmony import */ var _restore_role_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30907);





/**
 * Makes the empty database that a backup is restored into: as the live one in owner, encoding, locale and tablespace, from
 * template0, because template1 may hold what is not in the backup. Only its owner may connect.
 */
async function createSide(session, live, note) {
    const name = (0,_note_js__WEBPACK_IMPORTED_MODULE_1__/* .nameFor */ .Fe)(live.name, note.id, 'new');
    const locale = await readLocale(session, live.oid);
    await session.run(`CREATE DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteName */ .AB)(name)} TEMPLATE template0 OWNER ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteName */ .AB)(live.owner)}
     CONNECTION LIMIT ${_note_js__WEBPACK_IMPORTED_MODULE_1__/* .SIDE_CONNECTIONS */ .Cw} ${tablespaceOf(locale)}
     ENCODING ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteText */ .ol)(locale.encoding)} LC_COLLATE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteText */ .ol)(locale.collate)} LC_CTYPE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteText */ .ol)(locale.ctype)}
     ${providerOf(locale)}`);
    await annotate(session, name, note);
    await session.run(`REVOKE ALL ON DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteName */ .AB)(name)} FROM PUBLIC`);
    return name;
}
const annotate = (session, name, note) => session.run(`COMMENT ON DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteName */ .AB)(name)} IS ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteText */ .ol)((0,_note_js__WEBPACK_IMPORTED_MODULE_1__/* .writeNote */ .IP)(note))}`);
/** Drops a database of ours; what is still connected, such as the restore of a run that was killed, is sent away. */
async function drop(session, name) {
    try {
        await session.run(`DROP DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteName */ .AB)(name)} WITH (FORCE)`);
    }
    catch (error) {
        // To FORCE a worker of autovacuum is a session of another user, which ours may not end; without it PostgreSQL ends that.
        if ((0,_systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(error) !== _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_0__/* .INSUFFICIENT_PRIVILEGE */ .OJ)
            throw error;
        await session.run(`DROP DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteName */ .AB)(name)}`);
    }
    await (0,_restore_role_js__WEBPACK_IMPORTED_MODULE_2__/* .dropOwnRole */ .GY)(session, name);
}
const TABLES_AT_A_TIME = 100;
/**
 * Drops one whose restore has failed. What is in it goes first: DROP DATABASE makes the server write out all that it
 * has in memory, which takes it down where the restore has left no room on its disk.
 */
async function discard(server, session, name) {
    // Where that does not work, dropping says why.
    await server
        .use(name, async (side) => {
        await side.run('SET search_path = pg_catalog, pg_temp');
        await dropTables(side);
        await side.run(_backup_clear_js__WEBPACK_IMPORTED_MODULE_4__/* .CLEAR */ .uJ);
    })
        .catch(() => { });
    await drop(session, name);
}
/** Tables some at a time, partitions before what they are parts of: all in one transaction may be more locks than there is room for. */
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
/** Naming the default tablespace takes a right that no role has without a grant. */
const tablespaceOf = ({ tablespace }) => tablespace === 'pg_default' ? '' : `TABLESPACE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteName */ .AB)(tablespace)}`;
function providerOf({ provider, locale, rules }) {
    if (provider === 'c')
        return '';
    const name = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteText */ .ol)(locale ?? '');
    if (provider === 'b')
        return `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${name}`;
    return `LOCALE_PROVIDER icu ICU_LOCALE ${name}${rules ? ` ICU_RULES ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteText */ .ol)(rules)}` : ''}`;
}


/***/ }),

/***/ 7064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  As: () => (/* binding */ checkSource),
  EB: () => (/* binding */ discardTemporary),
  yS: () => (/* binding */ folderOf),
  Io: () => (/* binding */ nameOfSource),
  EA: () => (/* binding */ obtainBackup),
  oW: () => (/* binding */ previewOf),
  eY: () => (/* binding */ source_snapshotOf),
  nR: () => (/* binding */ timeOf),
  Bm: () => (/* binding */ withTimeOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/files.js
var files = __webpack_require__(60599);
// EXTERNAL MODULE: ./build/domain/snapshots/snapshot.js
var snapshot = __webpack_require__(88691);
// EXTERNAL MODULE: ./build/systems/storage/download.js
var download = __webpack_require__(9427);
// EXTERNAL MODULE: ./build/systems/storage/storage.js + 2 modules
var storage = __webpack_require__(71789);
// EXTERNAL MODULE: ./build/database/backup/fetch.js + 3 modules
var fetch = __webpack_require__(3346);
// EXTERNAL MODULE: ./build/database/backup/made-at.js
var made_at = __webpack_require__(96142);
// EXTERNAL MODULE: ./build/database/managed.js
var database_managed = __webpack_require__(93433);
// EXTERNAL MODULE: ./build/database/pgbackrest.js + 2 modules
var pgbackrest = __webpack_require__(57179);
// EXTERNAL MODULE: ./build/database/point-in-time.js
var point_in_time = __webpack_require__(40816);
// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/base/settled.js
var settled = __webpack_require__(71501);
// EXTERNAL MODULE: ./build/base/time-limit.js
var time_limit = __webpack_require__(2609);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/base/redact.js + 1 modules
var redact = __webpack_require__(90763);
// EXTERNAL MODULE: ./build/base/retry.js
var retry = __webpack_require__(31666);
// EXTERNAL MODULE: ./build/systems/http/client.js
var client = __webpack_require__(25019);
// EXTERNAL MODULE: ./build/systems/http/sigv4.js
var sigv4 = __webpack_require__(34193);
;// CONCATENATED MODULE: ./build/systems/aws/xml.js
/** None goes beyond the next `<`, so that what is never closed takes no longer to read. */
const TOKEN = /<!--(?:[^-]|-[^-])*-->|<[?!][^<>]*>|<(\/?)([A-Za-z_][\w.:-]*)[^<>]*?(\/?)>|([^<]+)/g;
const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Deeper than any answer goes. */
const DEEPEST = 64;
/** The root of such an answer; undefined where it is not one. No answer of this protocol says anything in attributes. */
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
/** All elements at the end of a path: `all(answer, 'TagList', 'Tag')`. */
const xml_all = (element, ...path) => path.reduce((found, name) => found.flatMap(({ children }) => children.get(name) ?? []), element ? [element] : []);
/** The text of the first; empty where there is none. */
const textAt = (element, ...path) => xml_all(element, ...path)[0]?.text.trim() ?? '';

;// CONCATENATED MODULE: ./build/systems/aws/rds.js








/** What RDS says of a request that it does not carry out. */
class RdsError extends errors/* ActionError */.lZ {
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
/** Amazon RDS and Aurora in one region: the few calls that a recovery into a temporary instance takes. */
class Rds {
    region;
    #endpoint;
    #sign;
    #signal;
    /** Where `AWS_ENDPOINT_URL_RDS` or `AWS_ENDPOINT_URL` name an endpoint, as for AWS's own programs, that is asked. */
    constructor(region, signal) {
        const given = process.env.AWS_ENDPOINT_URL_RDS ?? process.env.AWS_ENDPOINT_URL;
        const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
        this.region = region;
        this.#endpoint = new URL(given || `https://rds.${region}.${suffix}/`);
        this.#sign = (0,sigv4/* signerOf */.K)('Amazon RDS', 'rds', region);
        this.#signal = signal;
    }
    async instance(id) {
        const found = await this.#find('DescribeDBInstances', { DBInstanceIdentifier: id }, 'DBInstanceNotFound');
        return found && xml_all(found, 'DBInstances', 'DBInstance').map(instanceOf)[0];
    }
    /** All instances of the account in this region. */
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
    /** A snapshot of an instance, else one of a cluster. */
    async snapshot(id) {
        const ofInstance = await this.#find('DescribeDBSnapshots', { DBSnapshotIdentifier: id }, 'DBSnapshotNotFound');
        const [instance] = xml_all(ofInstance, 'DBSnapshots', 'DBSnapshot');
        if (instance)
            return snapshotOf(instance, 'DBSnapshotIdentifier', 'DBInstanceIdentifier', false);
        const ofCluster = await this.#find('DescribeDBClusterSnapshots', { DBClusterSnapshotIdentifier: id }, 'DBClusterSnapshotNotFoundFault');
        const [cluster] = xml_all(ofCluster, 'DBClusterSnapshots', 'DBClusterSnapshot');
        return cluster && snapshotOf(cluster, 'DBClusterSnapshotIdentifier', 'DBClusterIdentifier', true);
    }
    /** Makes something, under a name of its own: where it exists already, an earlier request succeeded and its answer was lost. */
    async make(action, parameters) {
        try {
            await this.#call(action, parameters);
        }
        catch (error) {
            if (!(error instanceof RdsError && /^DB(Instance|Cluster)AlreadyExists/.test(error.code)))
                throw error;
        }
    }
    /** Deletes without a last snapshot; what is gone or on its way is deleted. */
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
    /** What stands in `<action>Result`. */
    async #call(action, parameters) {
        const body = bodyOf(action, parameters);
        const request = {
            ...{ method: 'POST', url: this.#endpoint, body },
            headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        };
        const peer = `Amazon RDS in ${this.region}`;
        return (0,retry/* retry */.L5)(async () => {
            const attempt = AbortSignal.any([this.#signal, AbortSignal.timeout(waits/* WAITS */.r.RDS_ATTEMPT_MS)]);
            const headers = await this.#sign(request);
            const answer = await (0,client/* send */.tN)({ ...request, headers, peer, mostBytes: MOST_BYTES }, attempt).catch((error) => {
                this.#signal.throwIfAborted();
                throw attempt.aborted ? new retry/* PassingError */.aB(`${peer} does not answer`) : error;
            });
            const found = elementOf(answer.body);
            const code = textAt(found, 'Error', 'Code');
            const refusal = code
                ? `${code}: ${(0,sentence/* withoutFullStop */.Qu)((0,redact/* beginning */.Ir)(textAt(found, 'Error', 'Message'), 500))}`
                : `it answers ${answer.status}`;
            if (THROTTLED.includes(code) || (0,client/* isPassingStatus */.Wj)(answer.status))
                throw new retry/* PassingError */.aB(`${peer} does not carry out ${action} (${refusal})`);
            const [result] = xml_all(found, `${action}Result`);
            if (answer.status === 200 && result)
                return result;
            throw new RdsError(`${peer} does not carry out ${action} (${refusal}).`, code);
        }, { signal: this.#signal, withinMs: waits/* WAITS */.r.RDS_MS });
    }
}
/** A form as the Query protocol wants it: lists are numbered, tags are pairs of a list. */
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

// EXTERNAL MODULE: ./build/systems/postgres/session.js + 1 modules
var session = __webpack_require__(57417);
// EXTERNAL MODULE: ./build/database/backup/dump.js
var backup_dump = __webpack_require__(52921);
// EXTERNAL MODULE: ./build/database/clock.js
var clock = __webpack_require__(21694);
// EXTERNAL MODULE: ./build/database/task.js
var database_task = __webpack_require__(88771);
;// CONCATENATED MODULE: ./build/database/temporary.js













/** On all that is made here: the database that it was made for, and the workflow run. Nothing without them is ever deleted. */
const TAG = 'rollback-actions-for';
const RUN_TAG = 'rollback-actions-run';
const PREFIX = 'rollback-';
/** States out of which an instance does not come by itself. */
const HOPELESS = /^(failed|restore-error|incompatible-|inaccessible-|storage-full|insufficient-capacity)/;
/** Finds out whether a backup of RDS can be had. Changes nothing. */
async function planManaged(managed, server, signal) {
    const now = await server.use(server.database, async (session) => {
        await requireNoSubscription(session);
        return (0,clock/* clockOf */.i)(session);
    });
    return (0,database_managed/* modelOf */.DM)(managed, new Rds(managed.region, signal), now);
}
/**
 * What a whole server was has its subscriptions, which begin as soon as it is there: the publisher counts what they take as
 * received, and the live server never gets it.
 */
async function requireNoSubscription(session) {
    const found = await session.query('SELECT subname::text AS name FROM pg_catalog.pg_subscription ORDER BY 1');
    if (found.length === 0)
        return;
    throw new errors/* ActionError */.lZ(`The live server subscribes to another one (${(0,sentence/* namesOf */.eZ)(found.map(({ name }) => name))}), and a temporary instance of its backup would take changes from that which the live one then never gets; restore the backup by hand where it does not reach the publisher, and give a dump of it as \`backup\`.`);
}
/**
 * Has RDS restore a backup into a temporary instance beside the live one, dumps the database from it, and deletes it again,
 * whatever happens. What an earlier attempt of the run has begun for the same backup is gone on with. What another run has made is
 * left alone, as that may be at work.
 *
 * @returns when the state was that was dumped, RFC 3339
 */
async function dumpManaged(managed, task, dump) {
    const rds = new Rds(managed.region, task.signal);
    const model = await planManaged(managed, task.server, task.signal);
    const id = nameFor(managed, task.server, task.run);
    await warnOfOthers(rds, task);
    return (0,settled/* inAnyCase */._W)(async () => {
        const host = await (0,database_task/* step */.P)(task, 'restore cluster', () => made(rds, model, id, task), () => `${model.what} as of ${model.takenAt} is there as ${id}, beside`);
        await (0,database_task/* step */.P)(task, 'dump', () => dumpFrom(host, task, dump), () => `Dumped "${task.server.database}" as it was then`);
        return { takenAt: model.takenAt };
    }, () => discard(managed, task));
}
/**
 * Deletes what this run has made for this backup, also after it was killed or cancelled.
 *
 * @param owner its log is told what could not be deleted: it costs money
 */
async function discard(managed, owner) {
    const { region } = managed;
    const { server, run, log } = owner;
    const rds = new Rds(region, (0,time_limit/* timeLimit */.z)(waits/* WAITS */.r.RDS_DELETE_MS, 'Amazon RDS did not delete it'));
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
        log.warn(`The temporary instance or cluster ${id} of RDS in ${region} may still be there and is billed (${(0,errors/* messageOf */.bD)(error)}); delete it: \`aws rds delete-db-instance --skip-final-snapshot --db-instance-identifier ${id}\`.`);
    }
}
/** What another run has left costs money, and only people know whether that run is still at work. */
async function warnOfOthers(rds, { server, run, log }) {
    const { instances, clusters } = await temporaryOf(rds, server);
    for (const { id, tags } of [...instances, ...clusters]) {
        const by = tags.get(RUN_TAG);
        if (by !== run)
            log.warn(`${id} was made for this database by the run ${by ?? 'of an older version'}, and is billed; delete it in RDS unless that run is at work.`);
    }
}
/** All that any run has made for this database and that is not being deleted. */
async function temporaryOf(rds, server) {
    const isOurs = ({ id, status, tags }) => id.startsWith(PREFIX) && tags.get(TAG) === markOf(server) && status !== 'deleting';
    const [instances, clusters] = await Promise.all([rds.instances(), rds.clusters()]);
    return { instances: instances.filter(isOurs), clusters: clusters.filter(isOurs) };
}
const hashOf = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 12);
const markOf = ({ name, database }) => hashOf(`${name}/${database}`);
/** The same for every attempt of a run, so that what took half an hour is not begun anew; another one's for every other run and backup. */
const nameFor = ({ source }, server, run) => `${PREFIX}${hashOf(`${markOf(server)}/${run}/${source}`)}`;
/** The instance, as soon as it accepts connections. */
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
            throw new errors/* ActionError */.lZ(`The temporary instance ${own} is gone before it was used.`);
        const { status } = found;
        if (status === 'available')
            return found;
        if (HOPELESS.test(status))
            throw new errors/* ActionError */.lZ(`The temporary instance ${own} cannot be used: RDS says that it is ${status}.`);
        if (status !== logged || performance.now() - loggedAt >= waits/* WAITS */.r.RDS_PROGRESS_MS) {
            const minutes = Math.floor((performance.now() - begun) / 60_000);
            log.info(`… ${own} is ${status || 'not known yet'} (${minutes} min)`);
            [logged, loggedAt] = [status, performance.now()];
        }
        await (0,deadline/* pause */.v7)(waits/* WAITS */.r.RDS_POLL_MS, signal);
    }
}
/** With the live one's network and settings, so that it is reachable from where the live one is, and from nowhere else. */
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
/** Makes the cluster without an instance in it. */
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
/** Parameters without those that have no value. */
const given = (parameters) => Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));
async function dumpFrom({ id, host, port }, { server, signal }, dump) {
    try {
        await (0,backup_dump/* dumpDatabase */.m)(server.at(host, port), server.database, dump, { signal, what: 'dump' });
    }
    catch (error) {
        if ((0,session/* codeOf */.$N)(error) !== '28P01')
            throw error;
        throw new errors/* ActionError */.lZ(`The temporary instance ${id} does not let the user "${server.user}" in: its password was another one then. Set it (\`aws rds modify-db-instance --master-user-password\` on a copy of your own), and give a dump of that as \`backup\`.`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/database/source.js















/** Where a backup is fetched to, for each database its own: the same for both phases of the action, so that the second finds it. */
function folderOf({ name, database }, rollbackId) {
    const which = (0,external_node_crypto_.createHash)('sha256').update(`${name}/${database}`).digest('hex').slice(0, 8);
    return (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-db-${rollbackId}-${which}`);
}
/** What the input `backup` is called in messages: without what may be secret. */
const nameOfSource = async (source, access) => isMoment(source) ? source : (await (0,storage/* open */.h)(source, access)).name;
/** Whether a backup is not there yet: something has to recover it first. */
const isMoment = (source) => (0,point_in_time/* isPointInTime */.Ds)(source) || (0,database_managed/* isManaged */.yF)(source);
/**
 * Finds out whether a backup is there, or a point in time can be had, as far as that needs no fetching.
 *
 * @returns what it takes to have it, where that is more than time on this machine
 * @throws ActionError that says why not
 */
async function checkSource(source, server, directory, access) {
    if ((0,database_managed/* isManaged */.yF)(source))
        return (0,database_managed/* costOf */.ho)(await planManaged((0,database_managed/* parseManaged */.B2)(source), server, access.signal));
    if ((0,point_in_time/* isPointInTime */.Ds)(source))
        await (0,pgbackrest/* planRecovery */.l)((0,point_in_time/* parsePointInTime */.kF)(source), server, (0,external_node_path_.dirname)(directory));
    else
        await (0,download/* requireThere */.oI)(await (0,storage/* open */.h)(source, access), access.signal);
    return '';
}
/** Takes away what an action that was killed may have made elsewhere to have its backups. */
async function discardTemporary(sources, owner) {
    for (const source of sources)
        if (source !== undefined && (0,database_managed/* isManaged */.yF)(source))
            await discard((0,database_managed/* parseManaged */.B2)(source), owner);
}
/** Fetches a backup, or makes the one that a point in time stands for, and reads all of it. */
async function obtainBackup(task, options) {
    const { source, directory, sha256, jobs } = options;
    if (!isMoment(source))
        return (0,fetch/* fetchBackup */.Tz)(options);
    if (sha256)
        throw new errors/* ActionError */.lZ('A point in time has no SHA-256; leave `backup-sha256` out.');
    const parent = (0,external_node_path_.dirname)(directory);
    if ((0,database_managed/* isManaged */.yF)(source)) {
        await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
        const path = (0,external_node_path_.join)(directory, 'recovered');
        const { takenAt } = await dumpManaged((0,database_managed/* parseManaged */.B2)(source), task, path);
        return {
            ...(await (0,fetch/* fetchBackup */.Tz)({ ...options, source: path })),
            source,
            takenAt,
            takenAtFrom: made_at/* POINT_IN_TIME */.ZR,
        };
    }
    const plan = await (0,pgbackrest/* planRecovery */.l)((0,point_in_time/* parsePointInTime */.kF)(source), task.server, parent);
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const { path, takenAt } = await (0,pgbackrest/* recover */.E)(plan, task, { parent, dump: (0,external_node_path_.join)(directory, 'recovered'), jobs });
    const backup = await (0,fetch/* fetchBackup */.Tz)({ ...options, source: path });
    return { ...backup, source, takenAt, takenAtFrom: made_at/* POINT_IN_TIME */.ZR };
}
/** What is known of a backup before it is fetched; undefined where that is nothing. @throws as `fetchBackup` does */
const previewOf = async (options) => isMoment(options.source) ? undefined : (0,fetch/* previewBackup */.$l)(options);
/** When a backup was made that was not read yet: a point in time says so itself, else its snapshot. Pure. */
function timeOf(source, snapshot, of) {
    const unknown = { takenAt: undefined, takenAtFrom: undefined };
    if ((0,database_managed/* isManaged */.yF)(source)) {
        const { time: takenAt } = (0,database_managed/* parseManaged */.B2)(source);
        return takenAt === undefined ? unknown : { takenAt, takenAtFrom: made_at/* POINT_IN_TIME */.ZR };
    }
    return (0,point_in_time/* isPointInTime */.Ds)(source)
        ? { takenAt: (0,point_in_time/* parsePointInTime */.kF)(source).time, takenAtFrom: made_at/* POINT_IN_TIME */.ZR }
        : withTimeOf(unknown, snapshot, of);
}
/**
 * A backup with the time of its snapshot, where that was taken of the database itself: a restore has to be row for row what it
 * was then. One of a restored copy is later. Pure.
 */
const withTimeOf = (backup, expected, of) => expected?.database === of && backup.takenAtFrom !== made_at/* POINT_IN_TIME */.ZR
    ? { ...backup, takenAt: expected.at, takenAtFrom: 'the snapshot beside it' }
    : backup;
/** The snapshot that was given, else the one beside the backup; a point in time has none. */
async function source_snapshotOf(given, { source, directory, ...options }) {
    if (given !== undefined)
        return (0,snapshot/* readSnapshot */.RA)(given);
    if (isMoment(source))
        return undefined;
    const text = await (0,fetch/* readNeighbour */.Mt)(source, '.snapshot.json', options);
    if (text === undefined)
        return undefined;
    const path = (0,external_node_path_.join)(directory, 'snapshot.json');
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    (0,files/* writePrivate */.pb)(path, text);
    return (0,snapshot/* readSnapshot */.RA)(path);
}


/***/ }),

/***/ 40312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ whileDown),
/* harmony export */   aG: () => (/* binding */ requireDown),
/* harmony export */   cA: () => (/* binding */ scaledUp)
/* harmony export */ });
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);
/* harmony import */ var _owners_find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54138);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60921);





/** Those of them that something has scaled up again: their pods write to a database that is about to be replaced. */
async function scaledUp(read, client) {
    return (await read(client)).filter(({ spec }) => (spec.replicas ?? 1) > 0).map(describe);
}
/** @throws ActionError where one of them was scaled up again, before anything is replaced */
async function requireDown(read, client) {
    const [first] = await scaledUp(read, client);
    if (first !== undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Nothing was replaced: ${first}; keep that from scaling it, and run this again.`);
}
/**
 * Waits for `work`, unless one of them is scaled up meanwhile: whatever does that goes on doing so, and their pods are never
 * gone.
 */
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
/** Ends when one of them is scaled up. An API server that does not answer for a while says nothing. */
async function noticeScaledUp(read, client) {
    for (;;) {
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.HELD_LOOK_MS, client.signal);
        const up = await scaledUp(read, client).catch(() => []);
        if (up.length > 0)
            return;
    }
}
function describe(workload) {
    const owner = (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerOf */ .bf)(workload);
    const by = owner
        ? `the ${owner.name} owns it (${owner.remedy})`
        : 'its owner, an autoscaler such as KEDA or a person did that';
    return `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .refOf */ .H8)(workload))} was scaled to ${workload.spec.replicas} again while it was held at zero, so that it may write to the database, and ${by}`;
}


/***/ }),

/***/ 88771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ stopsTraffic),
/* harmony export */   P: () => (/* binding */ step)
/* harmony export */ });
/* harmony import */ var _record_component_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5491);

/** Whether sessions are ended before the switch, so that those of today say nothing of then. */
const stopsTraffic = ({ workloads, poolers }) => workloads !== undefined || poolers !== undefined;
/**
 * Runs one step of a task and keeps in the record that it began, and how it ended and after how many seconds.
 * `describe` makes the line for the log and the record of what came out,
 * `said` what the record keeps of it besides.
 */
async function step({ server, log, record }, name, work, describe, evidenceOf) {
    const event = { ...(0,_record_component_js__WEBPACK_IMPORTED_MODULE_0__/* .databaseSubject */ .yK)(server), step: name };
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


/***/ }),

/***/ 26025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZF: () => (/* binding */ resumeOwnOrAny),
/* harmony export */   ah: () => (/* binding */ endAsEarlier),
/* harmony export */   ak: () => (/* binding */ whilePaused),
/* harmony export */   jb: () => (/* binding */ afterSwitch),
/* harmony export */   nI: () => (/* binding */ resumeIfPaused),
/* harmony export */   q6: () => (/* binding */ requireStillPaused)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2609);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);
/* harmony import */ var _domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54085);
/* harmony import */ var _record_component_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5491);
/* harmony import */ var _quiesce_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18521);
/* harmony import */ var _stay_down_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40312);
/* harmony import */ var _task_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88771);








/** What was given back, where it is a pooler. */
const POOLER = 'pgbouncer';
/**
 * Does `work` while nothing uses the database. Traffic is resumed after it, or later where that was requested, and at once where
 * anything fails.
 */
async function whilePaused(task, work) {
    try {
        await pauseTraffic(task);
        const done = await work();
        await afterSwitch(task);
        return done;
    }
    catch (error) {
        // What went wrong first is what people have to hear; that traffic is not back is a warning of its own.
        await resumeTraffic(task).catch(() => { });
        throw error;
    }
}
/** Sends away what uses the database, where anything is known to, before it is replaced: workloads first, so that the pooler has less to wait for. */
async function pauseTraffic(task) {
    const { traffic, server, id, log } = task;
    if (!(0,_task_js__WEBPACK_IMPORTED_MODULE_6__/* .stopsTraffic */ .H)(traffic))
        return;
    await (0,_task_js__WEBPACK_IMPORTED_MODULE_6__/* .step */ .P)(task, 'hold traffic', async () => {
        if (traffic.workloads)
            await (0,_quiesce_js__WEBPACK_IMPORTED_MODULE_4__/* .quiesce */ .en)(traffic.workloads, id, log);
        await traffic.poolers?.pause(server, _base_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.POOLER_PAUSE_SECONDS);
    }, () => 'Traffic is paused: no workload and no pooled connection uses the database');
}
/** @throws ActionError where what was sent away is back before anything was replaced */
async function requireStillPaused({ traffic: { workloads } }) {
    if (workloads)
        await (0,_stay_down_js__WEBPACK_IMPORTED_MODULE_5__/* .requireDown */ .aG)((0,_quiesce_js__WEBPACK_IMPORTED_MODULE_4__/* .heldNow */ .Gx)(workloads), workloads.client);
}
/**
 * What becomes of traffic once nothing is left to switch; what a dead run paused and stays paused belongs to this run from now
 * on. No later step follows a run that is cancelled now, so it cannot leave traffic paused.
 */
async function afterSwitch(task, resume = resumeTraffic) {
    if (task.resumeLater && (await staysPaused(task)))
        return;
    await resume(task);
}
/**
 * Ends a step that an earlier attempt of this run has done: nothing is left but to resume traffic, which that may have left held.
 * The step goes into the record, as another runner's does not have it.
 */
async function endAsEarlier(task, step, message, evidence) {
    await afterSwitch(task, resumeIfPaused);
    task.record({ ...(0,_record_component_js__WEBPACK_IMPORTED_MODULE_7__/* .databaseSubject */ .yK)(task.server), step, status: 'no-op', message, evidence });
}
/** Whether traffic stays held, as asked for; not where the run is cancelled. */
async function staysPaused({ traffic: { workloads }, id, signal, log }) {
    try {
        if (!signal.aborted && workloads) {
            await (0,_quiesce_js__WEBPACK_IMPORTED_MODULE_4__/* .takeOver */ .w9)(workloads, id);
            for (const each of await (0,_stay_down_js__WEBPACK_IMPORTED_MODULE_5__/* .scaledUp */ .cA)((0,_quiesce_js__WEBPACK_IMPORTED_MODULE_4__/* .heldNow */ .Gx)(workloads), workloads.client))
                log.warn(`${each}.`);
        }
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
    }
    return !signal.aborted;
}
/** Gives back what this rollback or one that died has stopped, and says what that was. */
async function resumeTraffic(task) {
    if (!(0,_task_js__WEBPACK_IMPORTED_MODULE_6__/* .stopsTraffic */ .H)(task.traffic))
        return [];
    return (0,_task_js__WEBPACK_IMPORTED_MODULE_6__/* .step */ .P)(task, 'resume traffic', () => resumeAll(task), (given) => (given.length > 0 ? `Traffic is resumed: ${given.join(', ')}` : 'No traffic was paused'));
}
/**
 * The same where it is unknown whether anything is paused: where nothing is, nothing is recorded.
 *
 * @param id of the rollback whose workloads these are; all where there is none
 */
async function resumeIfPaused(task, id) {
    if (!(0,_task_js__WEBPACK_IMPORTED_MODULE_6__/* .stopsTraffic */ .H)(task.traffic))
        return [];
    const { server, log, record } = task;
    const event = { ...(0,_record_component_js__WEBPACK_IMPORTED_MODULE_7__/* .databaseSubject */ .yK)(server), step: 'resume traffic' };
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
        record({ ...ended(), status: 'failed', message: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) });
        throw error;
    }
}
/** Resumes what this rollback has paused, or where that is no workload, what any has. */
async function resumeOwnOrAny(task) {
    const own = await resumeIfPaused(task, task.id);
    // A paused pooler does not say whose it is: what was held together with it may be another rollback's.
    return own.some((what) => what !== POOLER) ? own : [...own, ...(await resumeIfPaused(task))];
}
/**
 * Gives back all that a rollback, this one or one that died, has stopped; also when the run is being cancelled. What
 * is not stopped stays as it is.
 *
 * @param id of the rollback whose workloads are meant; all where there is none
 * @returns what was given back, for people
 * @throws the first failure, after everything was tried
 */
async function resumeAll({ traffic: { workloads, poolers }, server, log }, id) {
    const signal = (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .timeLimit */ .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.TRAFFIC_RESUME_MS, 'Traffic was not resumed');
    const settled = await Promise.allSettled([
        poolers ? poolers.withSignal(signal).resume(server.withSignal(signal)) : 0,
        workloads ? resumeWorkloads(workloads, signal, log, id) : [],
    ]);
    const failed = settled.find((item) => item.status === 'rejected');
    if (failed) {
        log.warn(`Traffic was not fully resumed; run this again, or scale back by hand what carries the annotation ${_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_3__/* .HELD */ ._r}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(failed.reason)}`);
        throw failed.reason;
    }
    const [pooled, scaled] = settled;
    return [...(pooled.value > 0 ? [POOLER] : []), ...scaled.value];
}
async function resumeWorkloads(target, signal, log, id) {
    const client = target.client.withSignal(signal);
    try {
        return await (0,_quiesce_js__WEBPACK_IMPORTED_MODULE_4__/* .resume */ .U)({ ...target, client }, log, id);
    }
    finally {
        client.close();
    }
}


/***/ }),

/***/ 32548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ planUndo)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16076);


/**
 * Which database an undo brings back: the newest that the live one has replaced; done again, what that one had replaced.
 * An undone database is none, so that undoing twice never goes forward again, and no run undoes twice. Pure.
 *
 * @throws ActionError where no rollback of this database has left one
 */
function planUndo({ ours, live }, run) {
    const undone = ours.find(({ note }) => note?.role === 'undone' && note.replacedBy === live.oid);
    const to = ours.find(({ note }) => note?.role === 'replaced' && note.replacedBy === live.oid);
    const own = ours.find(({ note }) => note?.role === 'undone' && note.run === run);
    // A job that is run again has undone what it was meant for, and knows nothing of what came after.
    if (run !== undefined && own?.note && to?.note && to.note.run !== run && own.note.at < to.note.at)
        return {
            action: 'nothing',
            reason: `this run has undone a rollback at ${own.note.at}, and run ${to.note.run} has rolled back again at ${to.note.at}; to undo that, start a new run`,
        };
    if (to && (undone === undefined || undone.note?.run !== run)) {
        if ((0,_observe_js__WEBPACK_IMPORTED_MODULE_1__/* .isHalfDropped */ .kY)(to))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Nothing can be undone: "${to.name}", which the rollback had replaced, is half dropped (a DROP DATABASE was interrupted); phase \`clean\` removes the rest of it.`);
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
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Nothing to undo: no rollback of "${live.name}" has left the database that it replaced (\`keep\` says how many stay).`);
}


/***/ }),

/***/ 71691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ oddities),
/* harmony export */   YT: () => (/* binding */ requireVerified),
/* harmony export */   qw: () => (/* binding */ requireExpected),
/* harmony export */   yd: () => (/* binding */ requireAnything)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4771);
/* harmony import */ var _domain_snapshots_differences_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61855);
/* harmony import */ var _domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96504);
/* harmony import */ var _domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29182);
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55737);






/**
 * Whether a restored database may take the live one's place. Pure.
 *
 * @throws ActionError where it is empty, of something else, or not what `expected`, the snapshot of the backup, says
 */
function requireVerified(live, restored, expected) {
    const names = new Set(restored.tables.map(_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb));
    if (live.tables.length > 0 && names.size === 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The backup has no tables, the live database "${live.database}" has ${live.tables.length}: it is not a backup of it; nothing was changed.`);
    }
    if (live.tables.length > 0 && !live.tables.some((table) => names.has((0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(table)))) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The backup has none of the tables of the live database "${live.database}": it is of another database (it has ${[...names].slice(0, 3).join(', ')} …); nothing was changed.`);
    }
    if (expected)
        requireExpected(restored, expected, 'nothing was changed');
}
/** @throws ActionError where a restored database has no table at all: whatever the live one has, it is not a backup of it */
function requireAnything(restored) {
    if (restored.tables.length > 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('The backup has no tables; nothing was changed.');
}
/** @throws ActionError where a restored database is not what the snapshot says, with what that means to the user */
function requireExpected(restored, expected, consequence) {
    // What the snapshot left out it says nothing about.
    const present = (0,_domain_snapshots_differences_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(restored, expected.scope);
    const found = withoutUnkept((0,_domain_snapshots_differences_js__WEBPACK_IMPORTED_MODULE_1__/* .differences */ .tX)(expected, present), expected, present);
    if ((0,_domain_snapshots_differences_js__WEBPACK_IMPORTED_MODULE_1__/* .isSame */ .Ft)(found))
        return;
    const { tables, schema, sequences, others } = found;
    const listed = [
        ...tables.map(_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb),
        ...[...schema, ...sequences, ...others].map(({ kind, name }) => `${kind} ${name}`),
    ];
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`What was restored is not what the backup's snapshot says: ${listed.length} differences (${listed.slice(0, 5).join(', ')}${listed.length > 5 ? ' …' : ''}); ${consequence}.`, { details: listed });
}
/**
 * Differences without those that a faithful dump and restore makes: it leaves out indexes that are not valid, brings the
 * columns of a table that inherits in the order of its parents (so that the texts of its rows cannot be compared), makes the
 * schema `public` where it was dropped, and gives owners and grants later. Pure.
 */
function withoutUnkept(found, expected, restored) {
    const reordered = new Set(found.tables
        .filter((table) => isReordered(table, expected, restored) && table.rowsBefore === table.rowsAfter)
        .map(_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoteTable */ .Z8));
    const isOfReordered = (table) => reordered.has((0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoteTable */ .Z8)(table));
    const bare = new Map(expected.schema.flatMap(({ kind, name, table }) => kind === 'table' && table ? [[name, (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoteTable */ .Z8)(table)]] : []));
    return {
        ...found,
        tables: found.tables.filter((table) => !isOfReordered(table)),
        schema: found.schema.filter(({ kind, name, change }) => !(0,_domain_snapshots_rights_js__WEBPACK_IMPORTED_MODULE_2__/* .isOfRights */ .d1)(kind) &&
            !(kind === 'schema' && name === 'public' && change === 'added') &&
            !(kind === 'table' && reordered.has(bare.get(name) ?? ''))),
        others: found.others.filter(({ kind, change }) => !(kind === 'invalid index' && change === 'lost')),
    };
}
/** Whether a table has the same columns of the same types in another order. */
function isReordered({ schema, name }, ...states) {
    const [before, after] = states.map(({ tables }) => tables
        .find((table) => table.schema === schema && table.name === name)
        ?.columns.map((column) => JSON.stringify([column.name, column.type])));
    if (!before || !after)
        return false;
    return (JSON.stringify(before) !== JSON.stringify(after) &&
        JSON.stringify(before.toSorted()) === JSON.stringify(after.toSorted()));
}
/** What is odd in a restored database but no reason to refuse: it was so when the backup was made. */
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
/** What is outside of the database may know rows by numbers that are given out a second time: a session, a cache, a bank. */
function numbersAgain(live, restored) {
    const back = (0,_domain_snapshots_differences_js__WEBPACK_IMPORTED_MODULE_1__/* .differences */ .tX)(live, restored).sequences.filter(({ behind }) => behind);
    if (back.length === 0)
        return [];
    const names = back.map(({ name, before, after }) => `${name} from ${before} to ${after}`);
    return [
        `Sequences go back (${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_5__/* .namesOf */ .eZ)(names)}) and give the same numbers to other rows: clear sessions and caches that hold them, or raise the sequences.`,
    ];
}
/** Large objects are not rows, and are not among those that are counted as lost. */
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
        const from = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoteTable */ .Z8)({ schema: tableSchema, name: table });
        const { late } = await session.one(`SELECT coalesce((SELECT max(${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoteName */ .AB)(column)}) FROM ${from}) >
                       (SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoteTable */ .Z8)({ schema, name })}), false) AS late`);
        if (late)
            behind.push({
                sequence: (0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)({ schema, name }),
                column: `${(0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)({ schema: tableSchema, name: table })}.${column}`,
            });
    }
    return behind;
}


/***/ }),

/***/ 54085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ brokenHeldNote),
/* harmony export */   Wv: () => (/* binding */ heldNote),
/* harmony export */   _r: () => (/* binding */ HELD),
/* harmony export */   i7: () => (/* binding */ isHeld)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
/* harmony import */ var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);



/** Keeps on the workload itself how many replicas it had, so that a later run can restore them. */
const HELD = 'rollback-actions/quiesced';
/** The most replicas that are believed: more than any Deployment of a cluster has. */
const MAX_REPLICAS = 100_000;
const noteSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    replicas: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_2__/* .maxValue */ .cGV(MAX_REPLICAS)),
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
});
const read = ({ metadata }) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .readClaim */ .jw)(metadata.annotations?.[HELD], noteSchema);
/** Whether a rollback keeps a workload at zero for the moment. */
const isHeld = (workload) => workload.spec.replicas === 0 && heldNote(workload) !== undefined;
/** What a rollback has left on a workload that it stopped; undefined where there is nothing, or nothing that can be read. */
const heldNote = (workload) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(workload));
/** A sentence about a note that cannot be read, and so is passed over. */
function brokenHeldNote(workload) {
    const claim = read(workload);
    if (!claim || !('broken' in claim))
        return undefined;
    const { namespace } = workload.metadata;
    return `The annotation ${HELD} of ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(workload))} cannot be read (${claim.broken}) and is passed over; if the workload is at zero because of it, scale it back with kubectl scale -n ${namespace}, and remove the annotation.`;
}


/***/ }),

/***/ 34193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ signerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


/**
 * Signs requests to a service of AWS with the credentials that the AWS SDK finds: the environment's, a web identity's, the
 * instance's. What it gives are all headers of the request but `host`, which fetch sets itself.
 *
 * @param peer the service as people call it
 * @throws ActionError where there are no credentials
 */
function signerOf(peer, service, region) {
    const ready = load(service, region);
    return async ({ method, url, headers, body }) => {
        const { hostname, host, pathname, searchParams, protocol } = url;
        const query = {};
        for (const name of new Set(searchParams.keys()))
            query[name] = searchParams.getAll(name);
        const request = {
            ...{ method, protocol, hostname, path: pathname, query, headers: { ...headers, host } },
            ...(body !== undefined && { body }),
        };
        try {
            const { headers: all } = await (await ready).sign(request);
            return Object.fromEntries(Object.entries(all).filter(([name]) => name.toLowerCase() !== 'host'));
        }
        catch (error) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${peer} wants signed requests, and there are no AWS credentials (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}); give them to the step, for example by aws-actions/configure-aws-credentials`, { cause: error });
        }
    };
}
/** Loaded only where it is needed. */
async function load(service, region) {
    const [{ SignatureV4 }, { defaultProvider }] = await Promise.all([
        __webpack_require__.e(/* import() */ 5118).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19)),
        Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861)]).then(__webpack_require__.t.bind(__webpack_require__, 5861, 19)),
    ]);
    return new SignatureV4({ service, region, credentials: defaultProvider(), sha256: Sha256 });
}
/** Node's own SHA-256 in the form that the signer wants. */
class Sha256 {
    #hash;
    constructor(secret) {
        this.#hash = secret === undefined ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', bytesOf(secret));
    }
    update(data) {
        this.#hash.update(bytesOf(data));
    }
    async digest() {
        return this.#hash.digest();
    }
    reset() { }
}
function bytesOf(data) {
    if (typeof data === 'string')
        return Buffer.from(data);
    return ArrayBuffer.isView(data)
        ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
        : Buffer.from(data);
}


/***/ }),

/***/ 8713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ logOf),
/* harmony export */   Jp: () => (/* binding */ startCluster),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   hS: () => (/* binding */ removeCluster),
/* harmony export */   mV: () => (/* binding */ removeRemains)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68606);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);
/* harmony import */ var _base_time_limit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2609);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95282);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65768);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57417);








const PREFIX = 'rollback-cluster-';
/** Bytes that the path of a Unix socket may have. */
const SOCKET_PATH = 107;
const SOCKET = '/.s.PGSQL.5432';
/**
 * Makes the empty folder, readable for its account alone, with the mark of the process that made it.
 *
 * @throws ActionError where the path is too long for a socket
 */
async function makeFolder(parent, account) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, PREFIX));
    if (Buffer.byteLength(folder + SOCKET) > SOCKET_PATH) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true });
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ(`The path ${folder} is too long for a server's socket; set RUNNER_TEMP to a shorter one.`);
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
/**
 * Starts the server on what lies in `data`, whatever it was configured for where it came from, and waits until it
 * has recovered and takes connections.
 *
 * @param bin where the server's programs are
 * @param user a superuser of that cluster
 * @param environment what recovery needs to fetch what it replays
 * @returns the server, by its database template1
 * @throws ActionError whose details are the server's log
 */
async function startCluster({ folder, data }, options) {
    const { account, bin, user, environment, signal } = options;
    const control = (...args) => account.command((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(bin, 'pg_ctl'), ['-D', data, ...args]);
    const settings = Object.entries(await settingsFor(folder, data, account, bin)).map(([name, value]) => `-c ${name}='${value.replaceAll("'", `'\\''`)}'`);
    const start = control('-w', '-t', '3600', '-l', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'log'), '-o', settings.join(' '), 'start');
    const died = async () => new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('The side cluster did not start.', { details: await logOf(folder) });
    // It comes back when recovery has begun, or the server is gone.
    if ((await (0,_process_js__WEBPACK_IMPORTED_MODULE_6__/* .run */ .eF)(...start, { signal, environment })).code !== 0)
        throw await died();
    const server = _session_js__WEBPACK_IMPORTED_MODULE_7__.Server.parse(`postgres://${encodeURIComponent(user)}@localhost:5432/template1?host=${encodeURIComponent(folder)}`, { signal, mask: () => { } });
    for (;;) {
        try {
            await (await server.connectOnce()).close();
            return server;
        }
        catch (error) {
            signal.throwIfAborted();
            if ((await (0,_process_js__WEBPACK_IMPORTED_MODULE_6__/* .answerOf */ .ut)(...control('status')))?.code !== 0)
                throw await died();
            // A missing role, say, will not come any more.
            if (!['57P03', 'ECONNRESET'].includes((0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .codeOf */ .$N)(error)))
                throw error;
        }
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_5__/* .WAITS */ .r.SIDE_CLUSTER_POLL_MS, signal);
    }
}
/** The lines of the server's log. */
async function logOf(folder) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'log'), 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
}
/** Stops the server, if it runs, and removes all of it; also when the run is being cancelled. */
async function removeCluster({ folder, data }) {
    const pid = Number((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
    const isServer = async () => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(`/proc/${pid}/cwd`).catch(() => '')) === data;
    if (pid && (await isServer())) {
        process.kill(pid, 'SIGQUIT');
        const signal = (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_4__/* .timeLimit */ .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_5__/* .WAITS */ .r.SIDE_CLUSTER_STOP_MS, 'The temporary server of the restore did not stop');
        while (await isServer())
            await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_5__/* .WAITS */ .r.SIDE_CLUSTER_POLL_MS / 4, signal);
    }
    // Where there is no /proc the server ends by itself: once a minute it looks whether its folder is still there.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
}
/** Removes what runs that were killed have left below `parent`. @returns their folders */
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
/** A process's id and when it started: two of the same id in turn are distinguished. Empty for one that is gone. */
async function lifeOf(pid) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return started === undefined ? '' : `${pid} ${started}`;
}
/**
 * What makes a cluster from anywhere run here, small, unseen and silent. They stand on the command line, which wins
 * over all that the cluster brings along (ports, libraries, memory, archiving into the archive that it came from).
 */
async function settingsFor(folder, data, account, bin) {
    const control = await (0,_process_js__WEBPACK_IMPORTED_MODULE_6__/* .answerOf */ .ut)(...account.command((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(bin, 'pg_controldata'), ['-D', data]));
    const prepared = /max_prepared_xacts setting:\s+(\d+)/.exec(control?.output ?? '')?.[1] ?? '0';
    return {
        config_file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'postgresql.conf'),
        hba_file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'pg_hba.conf'),
        ident_file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'pg_ident.conf'),
        unix_socket_directories: folder,
        listen_addresses: '',
        port: '5432',
        archive_mode: 'off',
        // Without readers during recovery the limits of the cluster that it was do not bind.
        hot_standby: 'off',
        max_connections: '50',
        max_wal_senders: '0',
        // What it subscribed to then would be taken from the publisher, whose slot the live server goes on with.
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


/***/ }),

/***/ 9427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OR: () => (/* binding */ headTo),
/* harmony export */   RG: () => (/* binding */ download),
/* harmony export */   o5: () => (/* binding */ readSmall),
/* harmony export */   oI: () => (/* binding */ requireThere),
/* harmony export */   t3: () => (/* binding */ roomAt),
/* harmony export */   yU: () => (/* binding */ statObject)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46466);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45145);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31666);
/* harmony import */ var _base_settled_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(71501);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(95282);










/** Bytes of a part: what is fetched again when a connection is cut. */
const PART = 8 * 1024 * 1024;
/** Parts on their way at a time; with PART, the most that is held in memory. */
const AT_A_TIME = 6;
const ATTEMPTS = 6;
/** The part of the free disk that may be filled where the size of a download is unknown. */
const SHARE = 0.95;
/** The most that is read of a small neighbour. */
const SMALL = 64 * 1024 * 1024;
/**
 * Writes an object to a file: in parts, several at a time and each tried again when its connection breaks, all of them
 * of one version of the object. Memory does not grow with the object.
 *
 * @throws ActionError where nothing is there, it may not be read, it was replaced meanwhile, or the disk has no room
 */
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ(`${stored.name} has ${first.bytes} bytes, of which ${sink.bytes} came; run this again.`);
    }
    const { modifiedAt, version } = first;
    return { modifiedAt, version, bytes: sink.bytes, sha256: sink.sha256() };
}
/** Asks only whether the object exists. @throws ActionError where it does not, or where that is forbidden */
async function requireThere(stored, signal) {
    if (stored.local === undefined
        ? !(await retried(stored, signal, () => answers(stored)))
        : !(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)(stored.local))
        throw notThere(stored);
}
/** How large an object is, when it was last modified, and which it is; undefined where the server does not say its size. */
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
/** Writes an object's first bytes to a file. Returns its path. */
async function headTo(stored, path, bytes, signal) {
    const sink = new Sink(path);
    await (0,_base_settled_js__WEBPACK_IMPORTED_MODULE_8__/* .inAnyCase */ ._W)(async () => {
        for (let start = 0; start < bytes; start += PART)
            await retried(stored, signal, async () => {
                const part = await stored.part({ start, end: start + PART - 1 });
                if (!part?.partial)
                    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ(`${stored.name} cannot be read in parts.`);
                await sink.write(await whole(part, PART, stored.name));
            });
    }, () => sink.end());
    return path;
}
async function answers(stored) {
    const part = await stored.part({ start: 0, end: 0 });
    // A server that knows no ranges would send all of it.
    await part?.body[Symbol.asyncIterator]().return?.();
    return part !== undefined;
}
const notThere = ({ name }) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ(`There is no ${name}; check input \`backup\`.`);
/** The text of a small object, or undefined where there is none. */
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
/** Whether the disk has room for that many bytes more. */
async function requireRoom(path, bytes, name) {
    const room = await roomAt(path);
    if (room < bytes) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ(`${name} needs ${megabytes(bytes)} on ${(0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path)}, where ${megabytes(room)} are free; use a runner with a larger disk.`);
    }
}
/** Bytes that are free for us where a file is to be. */
async function roomAt(path) {
    const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.statfs)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path));
    return bavail * bsize;
}
/** Parts are written in their order, while the next ones are on their way. */
async function inParts(first, fetchPart, sink, progress) {
    const count = Math.ceil((first.bytes ?? 0) / PART);
    const coming = [Promise.resolve(first)];
    for (let index = 0; index < count; index++) {
        while (coming.length < Math.min(AT_A_TIME, count - index)) {
            const part = fetchPart(index + coming.length, first.version);
            // It is awaited in its turn; until then a failure is not an unhandled rejection.
            part.catch(() => { });
            coming.push(part);
        }
        const part = await coming.shift();
        if (!part)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ('The backup was deleted while it was fetched.');
        await sink.write(part.body);
        progress(sink.bytes, first.bytes);
    }
}
/** From a server that knows no ranges: from the start again after a cut. */
async function asOne(stored, first, sink, progress, signal) {
    let body = first.body;
    await retried(stored, signal, async () => {
        body ??= (await stored.part({ start: 0, end: PART - 1 }, first.version))?.body;
        if (!body)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ(`${stored.name} was deleted while it was fetched.`);
        await sink.restart();
        // A server that does not say the size may send without end, and others need the disk too.
        const most = (await roomAt(sink.path)) * SHARE;
        try {
            for await (const chunk of body) {
                if (sink.bytes + chunk.byteLength > most)
                    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ(`${stored.name} is larger than the disk at ${(0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(sink.path)} has room for (${megabytes(most)}); use a runner with a larger disk.`);
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
/** A file that is being written, and its hash. */
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
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ(`The backup cannot be written to ${this.path}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}.`, {
            cause: error,
        });
    }
}
/** All of a part; a body that ends early is an error, and so is one of more than `most` bytes, whatever its head says. */
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
const tooLarge = (name, most) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ(`${name} answers with more than the ${megabytes(most)} that were asked for; check that the URL is that of the backup.`);
/** Tries again what passes by itself; an ActionError does not. */
async function retried(stored, signal, attempt) {
    try {
        return await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_7__/* .retry */ .L5)(attempt, {
            attempts: ATTEMPTS,
            longestPauseMs: _base_waits_js__WEBPACK_IMPORTED_MODULE_9__/* .WAITS */ .r.STORE_LONGEST_PAUSE_MS,
            signal,
            isPassing: (error) => !(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ) || error instanceof _base_retry_js__WEBPACK_IMPORTED_MODULE_7__/* .PassingError */ .aB,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ && !(error instanceof _base_retry_js__WEBPACK_IMPORTED_MODULE_7__/* .PassingError */ .aB))
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ(`${stored.name} could not be read in ${ATTEMPTS} attempts (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}); check the network between the runner and it.`, { cause: error });
    }
}
const megabytes = (bytes) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;


/***/ }),

/***/ 71789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ storage_open)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/base/slashes.js
var slashes = __webpack_require__(71581);
;// CONCATENATED MODULE: ./build/systems/storage/file.js




/** A file or folder of this machine. */
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
            throw new errors/* ActionError */.lZ(`${this.name} cannot be read: ${(0,errors/* messageOf */.bD)(error)}.`, { cause: error });
        }
    }
    neighbour(suffix) {
        return new FileStore((0,slashes/* withoutEndSlashes */.h)(this.local) + suffix);
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./build/base/retry.js
var retry = __webpack_require__(31666);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/systems/http/client.js
var client = __webpack_require__(25019);
// EXTERNAL MODULE: ./build/systems/network.js
var network = __webpack_require__(69355);
// EXTERNAL MODULE: ./build/systems/storage/stored.js
var stored = __webpack_require__(61792);
;// CONCATENATED MODULE: ./build/systems/storage/https.js









const REDIRECTS = 5;
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];
/** An object behind a URL; the query, which is the secret of a presigned one, is in no message. */
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
            throw new errors/* ActionError */.lZ('Input `backup` begins like a URL but is not a valid one; percent-encode its special characters.');
        if (!isPrivate(url)) {
            throw new errors/* ActionError */.lZ(`A backup is not fetched from ${url.origin} without encryption; use https:// or s3://.`);
        }
        return new HttpsStore(url, signal);
    }
    async part({ start, end }, version) {
        const headers = { range: `bytes=${start}-${end}`, 'accept-encoding': 'identity' };
        // A weak tag does not promise the same bytes, and servers refuse to compare it.
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
            throw new stored/* ChangedError */.J(this.name);
        if (status === 401 || status === 403) {
            throw new stored/* DeniedError */.i(`${this.name} may not be read (HTTP ${status}); check the credentials, or that the presigned URL has not expired.`);
        }
        const message = `${this.name} answers with HTTP ${status}`;
        // Overload and gateways' errors pass; the rest does not.
        if ((0,client/* isPassingStatus */.Wj)(status))
            throw new retry/* PassingError */.aB(message, {
                retryAfterMs: (0,retry/* retryAfterMs */.Vs)(response.headers['retry-after']),
                isLimit: status === 429,
            });
        throw new errors/* ActionError */.lZ(`${message}; check the URL.`);
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
            throw new stored/* ChangedError */.J(this.name);
        }
        if (statusCode === 206 && Number(from) !== start) {
            response.destroy();
            throw new errors/* ActionError */.lZ(`${this.name} answers with different bytes than were requested; fetch it by other means.`);
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
        const request = send(url, { headers, signal: this.#signal, timeout: waits/* WAITS */.r.STORE_SILENCE_MS });
        request.on('timeout', () => request.destroy(new Error(`nothing came for ${waits/* WAITS */.r.STORE_SILENCE_MS / 1000} s`)));
        request.end();
        let response;
        try {
            [response] = (await (0,external_node_events_.once)(request, 'response'));
        }
        catch (error) {
            this.#signal.throwIfAborted();
            const sentence = `${this.name} cannot be reached: ${(0,network/* unreachableReason */.N4)(error)}`;
            throw (0,network/* isLasting */.dJ)(error)
                ? new errors/* ActionError */.lZ(`${sentence}; check the URL.`, { cause: error })
                : new retry/* PassingError */.aB(sentence, { cause: error });
        }
        const { statusCode = 0, headers: answer } = response;
        if (![301, 302, 303, 307, 308].includes(statusCode) || !answer.location)
            return response;
        response.destroy();
        const next = URL.parse(answer.location, url.href);
        // By the same rule as the first: an answer must not lead to the metadata of the cloud, which speaks plain HTTP.
        if (redirects === 0 || !next || !isPrivate(next) || !(0,client/* mayRedirect */.KN)(url, next)) {
            throw new errors/* ActionError */.lZ(`${this.name} redirects too often, or to where nothing is encrypted; use the last URL.`);
        }
        return this.#get(next, headers, redirects - 1);
    }
}
/** Whether it is encrypted on the way. */
const isPrivate = (url) => url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.includes(url.hostname));
async function* nothing() { }

;// CONCATENATED MODULE: ./build/systems/storage/storage.js



/**
 * Finds the way to an object: `s3://bucket/key`, `https://…`, or a path; nothing is read yet.
 *
 * @throws ActionError where it is none of these
 */
async function storage_open(source, access) {
    if (source.startsWith('s3://')) {
        const { S3Store } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(3711), __webpack_require__.e(5533)]).then(__webpack_require__.bind(__webpack_require__, 95533));
        return S3Store.parse(source, access);
    }
    if (/^https?:\/\//i.test(source))
        return HttpsStore.parse(source, access.signal);
    if (source.startsWith('file://'))
        return new FileStore(decodeURIComponent(new URL(source).pathname));
    const [scheme] = /^[a-z][a-z0-9+.-]+(?=:\/\/)/i.exec(source) ?? [];
    if (scheme) {
        throw new errors/* ActionError */.lZ(`Backups are not read from ${scheme}://; accepted are s3://bucket/key, https://… and a path.`);
    }
    return new FileStore(source);
}


/***/ }),

/***/ 61792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ ChangedError),
/* harmony export */   i: () => (/* binding */ DeniedError)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** The object was replaced while it was read. */
class ChangedError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    constructor(name) {
        super(`${name} was replaced while it was fetched; run this again, with a backup that nothing writes to any more.`);
        this.name = 'ChangedError';
    }
}
/** Access was refused: for a neighbour that may be missing, S3 says this too. */
class DeniedError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    name = 'DeniedError';
}


/***/ })

};

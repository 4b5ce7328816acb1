export const id = 8532;
export const ids = [8532];
export const modules = {

/***/ 28532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ rollback_db_action)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/runner/errors.js
var runner_errors = __webpack_require__(6800);
;// CONCATENATED MODULE: ./build/database/blockers.js

/**
 * What keeps a database from being replaced, each as a sentence with what to do. Pure; asked before the restore and
 * again before the switch.
 *
 * `drains` says that its users are sent away first (workloads scaled to zero, a pooler paused), so that a session
 * that we may not end is no reason to stop yet.
 */
function blockersOf(observed, { drains }) {
    const { live, role, prepared, slots, subscriptions } = observed;
    const closed = observed.clients.filter(({ endable }) => !endable);
    const stuck = closed.filter(({ worker }) => worker === null);
    const workers = closed.filter(({ worker }) => worker !== null);
    const active = slots.filter((slot) => slot.active);
    const enabled = subscriptions.filter((subscription) => subscription.enabled);
    const blockers = [
        [observed.inRecovery, STANDBY],
        [
            !role.owner,
            `the user "${role.name}" does not own the database "${live.name}" ("${live.owner}" does): use the owner, or a member of it`,
        ],
        [!role.createdb, `the user "${role.name}" may not create databases: ALTER ROLE … CREATEDB`],
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
            stuck.length > 0 && !drains,
            `sessions that "${role.name}" may not end are connected (${stuck.map(describeClient).join('; ')}): close them, or use a member of pg_signal_backend (for a superuser's session, a superuser)`,
        ],
        [
            workers.length > 0,
            `background workers that "${role.name}" may not end are connected (${workers.map(describeClient).join('; ')}): as a superuser of \`database-url\` they are ended at the switch, and PostgreSQL starts them again; \`strategy: in-place\` leaves them alone`,
        ],
    ];
    return blockers.filter(([applies]) => applies).map(([, sentence]) => sentence);
}
/** @throws ActionError naming all that keeps the database from being replaced */
function requireReplaceable(observed, options) {
    const blockers = blockersOf(observed, options);
    if (blockers.length > 0) {
        throw new runner_errors/* ActionError */.lZ(`The database "${observed.live.name}" can not be replaced now, and nothing was changed: ${blockers.join('; and ')}.`);
    }
}
/**
 * A restore in place would wait for a prepared transaction's locks, and everybody else behind it; and it drops what is
 * there, which only its owners may.
 *
 * @param foreign what of it is somebody else's
 * @throws ActionError naming them
 */
function requireReplaceableInPlace({ live, role, prepared, inRecovery }, foreign) {
    const others = foreign.length > 3 ? ` and ${foreign.length - 3} more` : '';
    const reasons = [
        ...(inRecovery ? [STANDBY] : []),
        ...(foreign.length > 0
            ? [
                `the user "${role.name}" does not own ${foreign.slice(0, 3).join(', ')}${others}: use their owner, or a member of it`,
            ]
            : []),
        ...(prepared.length > 0 ? [describePrepared(prepared)] : []),
    ];
    if (reasons.length === 0)
        return;
    throw new runner_errors/* ActionError */.lZ(`The contents of "${live.name}" can not be replaced now, and nothing was changed: ${reasons.join('; and ')}.`);
}
const STANDBY = 'the server is a standby (it is in recovery), where nothing can be changed: name the primary in `database-url`';
const describePrepared = (prepared) => `prepared transactions hold it (${prepared.join(', ')}): COMMIT PREPARED or ROLLBACK PREPARED each`;
/** What does not keep it from being replaced but somebody has to know. */
function warningsOf({ slots, live, subscriptions, strangers, clients }) {
    const warnings = strangers.map(({ name, owner }) => `The database "${name}" of "${owner}" carries a note of a rollback of "${live.name}" that no rollback can have written; it is left alone.`);
    const idle = slots.filter(({ active }) => !active);
    if (idle.length > 0)
        warnings.push(`The replication slots ${named(idle)} stay with the replaced database: after the switch, change data capture of "${live.name}" needs a new slot and a new snapshot.`);
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

// EXTERNAL MODULE: ./build/runner/waits.js
var waits = __webpack_require__(39093);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/capture.js + 1 modules
var capture = __webpack_require__(77043);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/tables.js
var integrity_tables = __webpack_require__(20676);
// EXTERNAL MODULE: ./build/systems/postgres/tools.js
var postgres_tools = __webpack_require__(22654);
// EXTERNAL MODULE: ./build/systems/postgres/quote.js
var quote = __webpack_require__(55737);
;// CONCATENATED MODULE: ./build/database/backup/clear.js

/**
 * A block of PL/pgSQL that takes everything out of a database that a dump of it brings back, in the transaction that it runs in.
 * Extensions that belong to somebody else stay, with what is theirs: a dump creates them only if they are not there.
 * The schema `public` stays too, because it may belong to the administrator.
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
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema', ${(0,quote/* quoteText */.ol)(kept)})
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
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', ${(0,quote/* quoteText */.ol)(kept)})
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
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', ${(0,quote/* quoteText */.ol)(kept)}) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND relpersistence <> 't'
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

// EXTERNAL MODULE: ./build/database/backup/dump.js
var dump = __webpack_require__(52921);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/rights.js
var rights = __webpack_require__(12578);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/schema.js + 1 modules
var schema = __webpack_require__(74186);
;// CONCATENATED MODULE: ./build/database/backup/carry-over.js


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
/** Privileges that everybody has of a new object, and may have been taken away. */
const OF_EVERYBODY = {
    FUNCTION: 'EXECUTE',
    PROCEDURE: 'EXECUTE',
    TYPE: 'USAGE',
};
/** Every object that has an owner and grants: `TABLE public.orders`. */
async function objectsIn(session) {
    const found = new Set();
    for (const { kind, name, from } of rights/* OWNED */.yl) {
        const rows = await session.query(`SELECT ${kind} || ' ' || ${name} AS object FROM ${from} AND ${integrity_tables/* USER_SCHEMA */.a0}`);
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
    for (const one of rights/* OWNED */.yl.toReversed()) {
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
    const rows = await live.query(`SELECT ${kind} AS kind, ${name} AS name, ${(0,rights/* ROLE */.z7)(owner)} AS owner FROM ${from} AND ${integrity_tables/* USER_SCHEMA */.a0}
       AND ${owner} <> (SELECT datdba FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`);
    return rows
        .filter((row) => row.name !== 'public' || row.kind !== 'SCHEMA')
        .map((row) => ({
        object: `${row.kind} ${row.name}`,
        sql: `ALTER ${row.kind} ${row.name} OWNER TO ${row.owner}`,
    }));
}
/** An ACL as its grants to others than the owner, those with the right to hand them on by themselves. */
const exploded = (acl, owner) => `(SELECT coalesce(pg_catalog.json_agg(g), '[]') FROM (SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE ${(0,rights/* ROLE */.z7)('grantee')} END AS grantee,
      pg_catalog.string_agg(privilege_type, ', ' ORDER BY privilege_type) AS privileges, is_grantable AS grantable
    FROM pg_catalog.aclexplode(${acl}) WHERE grantee <> ${owner} GROUP BY grantee, is_grantable) AS g WHERE g.grantee IS NOT NULL)`;
const toGrantee = ({ grantee, grantable }) => `${grantee}${grantable ? ' WITH GRANT OPTION' : ''}`;
async function grantsOf(live, one) {
    const rows = await live.query(`SELECT ${one.kind} AS kind, ${one.name} AS name, ${exploded(one.acl, one.owner)} AS grants
     FROM ${one.from} AND ${integrity_tables/* USER_SCHEMA */.a0} AND ${one.acl} IS NOT NULL`);
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
    const rows = await live.query(`SELECT ${rights/* OWNED */.yl[0].kind} AS kind, ${rights/* OWNED */.yl[0].name} AS table, pg_catalog.quote_ident(attname) AS column, ${exploded('attacl', 'o.relowner')} AS grants
     FROM pg_catalog.pg_attribute a JOIN ${rights/* OWNED */.yl[0].from.replace(' WHERE ', ' ON o.oid = a.attrelid WHERE ')} AND ${integrity_tables/* USER_SCHEMA */.a0} AND attacl IS NOT NULL AND NOT attisdropped`);
    return rows.flatMap(({ kind, table, column, grants }) => grants.map((grant) => {
        const privileges = grant.privileges.split(', ').map((privilege) => `${privilege} (${column})`);
        return {
            object: `${kind} ${table}`,
            sql: `GRANT ${privileges.join(', ')} ON TABLE ${table} TO ${toGrantee(grant)}`,
        };
    }));
}
async function defaultPrivileges(live, inPlace) {
    const rows = await live.query(`SELECT ${(0,rights/* ROLE */.z7)('defaclrole')} AS role, (SELECT pg_catalog.quote_ident(nspname) FROM pg_catalog.pg_namespace n WHERE n.oid = defaclnamespace) AS schema,
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
const guarded = (carried) => carried
    .map(({ sql }) => `DO $carried$ BEGIN EXECUTE ${literal(sql)};
        EXCEPTION WHEN undefined_object OR undefined_table OR undefined_function OR undefined_column OR invalid_schema_name OR wrong_object_type OR insufficient_privilege
        THEN RAISE WARNING '${REFUSED}%', ${literal(sql)}; END $carried$;`)
    .join('\n');
const REFUSED = 'not carried over: ';
/** The statements of those that were not carried out, by what PostgreSQL warned of. */
const refusedIn = (warnings) => warnings.flatMap((line) => line.split(`WARNING:  ${REFUSED}`)[1] ?? []);
/** Says which owners and grants of the live database the restored one does not have; undefined where it has all. */
function notCarriedSentence(statements) {
    if (statements.length === 0)
        return undefined;
    const more = statements.length > 3 ? ` and ${statements.length - 3} more` : '';
    return `${statements.length} owners or grants of the live database could not be carried over, because the user of \`database-url\` may not give them: ${statements.slice(0, 3).join('; ')}${more}.`;
}
/** A text that may hold the end of the body that it stands in. */
const literal = (text) => `convert_from(decode('${Buffer.from(text).toString('hex')}', 'hex'), 'UTF8')`;

;// CONCATENATED MODULE: ./build/database/hand-over.js




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
 * Gives what was restored to whom it belongs: first all of it to the owner of the database, then what the backup says
 * of owners and privileges, a statement each and in latin1. It touches nothing but what was restored, and makes nobody a superuser.
 *
 * @param known what the live database lets anybody do as a superuser
 */
async function handOver(server, database, { owner, restorer, after, known, }) {
    return server.use(database, async (session) => {
        await session.run(SAFE_PATH);
        const told = [];
        if (restorer) {
            const role = (0,quote/* quoteName */.AB)(restorer.name);
            await giveTables(session, restorer.name, owner);
            const all = [`REASSIGN OWNED BY ${role} TO ${(0,quote/* quoteName */.AB)(owner)}`, `DROP OWNED BY ${role}`];
            told.push(...(await inTransaction(session, all, known)));
        }
        // Who may create in a schema is asked when something there is given to him.
        const lines = [...after.filter(isOfSchema), ...after.filter((line) => !isOfSchema(line))];
        const outcome = await carryOut(session, lines, known);
        return { refused: outcome.refused, told: [...told, ...outcome.told] };
    });
}
const isOfSchema = (line) => / ON SCHEMA /.test(line);
/** Many tables go to their owner some at a time, with their indexes; the last ones with all the rest. */
async function giveTables(session, from, to) {
    for (;;) {
        const tables = await session.query(`SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
       JOIN pg_roles r ON r.oid = relowner WHERE rolname = $1 AND relkind IN ('r', 'p', 'm', 'f') LIMIT ${AT_A_TIME}`, [from]);
        if (tables.length < AT_A_TIME)
            return;
        const all = tables.map(({ name }) => `ALTER TABLE ${name} OWNER TO ${(0,quote/* quoteName */.AB)(to)}`);
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
    told: outcomes.flatMap(({ told }) => told),
});
/**
 * All at once, or where that fails half by half, down to the statements that are not carried out: those that the server refuses,
 * and those that change who may do what with something that was not restored.
 */
async function carryOutTogether(session, lines, known) {
    try {
        const before = await foreignRights(session);
        const told = await inTransaction(session, lines.map(textOf), known, async () => {
            if ((await foreignRights(session)) !== before)
                throw new Error('something else was changed');
        });
        return { refused: [], told };
    }
    catch {
        const half = Math.ceil(lines.length / 2);
        if (half === lines.length)
            return { refused: [...lines], told: [] };
        return togetherOf([
            await carryOutTogether(session, lines.slice(0, half), known),
            await carryOutTogether(session, lines.slice(half), known),
        ]);
    }
}
/** Carries out statements together, after which no function of theirs runs as a superuser for others. */
async function inTransaction(session, statements, known, check = async () => { }) {
    try {
        await session.run(['BEGIN', ...statements].join(';\n'));
        const told = [];
        for (const definer of await session.query(DEFINERS)) {
            if (known.has(definer.definition))
                continue;
            const { undo, done } = asInvoker(definer, session.version);
            await session.run(undo);
            told.push(`${definer.name} would let anybody do something with the rights of a superuser, and the live database does not have the same: ${done}. Look at it, and change that where it is meant.`);
        }
        await check();
        await session.run('COMMIT');
        return told;
    }
    catch (error) {
        await session.run('ROLLBACK');
        throw error;
    }
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
/** Who owns and who may use what is PostgreSQL's own or, of functions, an extension's; what stands in `public` is the backup's. */
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
const textOf = (line) => Buffer.from(line, 'latin1').toString('utf8').replace(/;$/, '');
/** A statement as those of a backup are. */
const inLatin1 = ({ sql }) => Buffer.from(sql).toString('latin1');
/**
 * Gives the objects of a restored database the owners and grants that the live one's have or had, where the backup was made
 * without any.
 *
 * @param again statements of the backup that were refused, maybe for want of such a grant
 * @param known what the live database lets anybody do as a superuser
 * @returns the statements that the server refused: of the backup in latin1, and the others
 */
async function carryOver(server, database, { carried, again, known }) {
    if (carried.length === 0 && again.length === 0)
        return { refused: [], told: [], notCarried: [] };
    return server.use(database, async (session) => {
        await session.run(`SET search_path = ''`);
        const there = await objectsIn(session);
        await session.run(SAFE_PATH);
        const lines = carried.filter(({ object }) => object === '' || there.has(object)).map(inLatin1);
        const { refused, told } = await carryOut(session, [...lines, ...again], known);
        const ofBackup = new Set(again);
        return {
            refused: refused.filter((line) => ofBackup.has(line)),
            notCarried: refused.filter((line) => !ofBackup.has(line)).map(textOf),
            told,
        };
    });
}
/** Names that a sentence can hold. */
const TOLD = 5;
/**
 * What decides who may do what, or happens by itself, and is another thing in the restored database than in the live one: it
 * was so when the backup was made, or was not carried out.
 *
 * @returns a sentence; undefined where there is nothing
 */
async function describeOtherRights(server, database) {
    const read = (name) => server.use(name, async (session) => {
        await session.run(`SET search_path = ''; SET lock_timeout = '2s'`);
        return (0,schema/* schemaObjects */.Y)(session);
    });
    const [live, restored] = [await read(server.database), await read(database)];
    const key = ({ kind, name }) => `${kind} ${name}`;
    const isTold = ({ kind }) => (0,rights/* isOfRights */.d1)(kind) || ['policy', 'trigger', 'rule'].includes(kind);
    const hashes = new Map(restored.map((object) => [key(object), object.hash]));
    const tables = new Set(restored.flatMap(({ table }) => (table ? [JSON.stringify(table)] : [])));
    const differ = live.filter(isTold).filter((object) => {
        const hash = hashes.get(key(object));
        // What belongs to a table that is not there, or is somebody's of an object that is not there, goes with it.
        if (hash === undefined)
            return (!/^(?:owner|grants) /.test(object.kind) && (!object.table || tables.has(JSON.stringify(object.table))));
        return hash !== object.hash;
    });
    if (differ.length === 0)
        return undefined;
    const more = differ.length > TOLD ? ` and ${differ.length - TOLD} more` : '';
    return `In the restored database ${differ.length} owners, grants, policies, triggers and the like are not what they are in the live one: ${differ.slice(0, TOLD).map(key).join(', ')}${more}.`;
}

// EXTERNAL MODULE: ./build/database/note.js
var database_note = __webpack_require__(55846);
;// CONCATENATED MODULE: ./build/database/restore-role.js



/** Written on the role, so that what a run that died has left is known. */
const MARK = 'rollback-actions: restores a backup';
/** After this long nobody can log in with it any more, though its maker died. */
const VALID_MS = 86_400_000;
const ITERATIONS = 4096;
/**
 * Makes the role that restores.
 *
 * @returns the role, or in a sentence's end why the user of `server` can make none
 */
async function makeRestoreRole(session, server, { name, database, privileges, connections }) {
    const password = (0,external_node_crypto_.randomBytes)(24).toString('base64url');
    const role = (0,quote/* quoteName */.AB)(name);
    // The server's clock may be another one; a day is long enough for both.
    const until = new Date(Date.now() + VALID_MS).toISOString();
    const membership = session.version >= 160_000 ? ' WITH INHERIT TRUE, SET TRUE' : '';
    try {
        await session.run(`BEGIN;
       CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD ${(0,quote/* quoteText */.ol)(verifierOf(password))}
         VALID UNTIL ${(0,quote/* quoteText */.ol)(until)} CONNECTION LIMIT ${connections};
       COMMENT ON ROLE ${role} IS ${(0,quote/* quoteText */.ol)(MARK)};
       GRANT ${role} TO CURRENT_USER${membership};
       GRANT ${privileges} ON DATABASE ${(0,quote/* quoteName */.AB)(database)} TO ${role};
       COMMIT`);
    }
    catch (error) {
        await session.run('ROLLBACK');
        return `"${server.user}" can make no role for it (${(0,runner_errors/* messageOf */.bD)(error).replace(/\.$/, '')}; ALTER ROLE … CREATEROLE lets it)`;
    }
    const restorer = { name, server: server.withUser(name, password) };
    try {
        await (await restorer.server.connectOnce(database)).close();
        return restorer;
    }
    catch (error) {
        await dropRestoreRole(session, server, { name, database });
        return `a role that is made for it does not get in (${(0,runner_errors/* messageOf */.bD)(error).replace(/\.$/, '')}; pg_hba.conf has to let it)`;
    }
}
/** Said where no role can be made; what is weaker then is said too. */
const withAllRights = (why) => `The backup is restored with all rights of the user of \`database-url\`, so that only what was seen in it is kept from reaching other databases: ${why}.`;
/** Lets the role create in `public`: from PostgreSQL 15 on nobody but the database's owner may. */
async function openSchema(owner, role) {
    const { owns } = await owner.one(`SELECT pg_catalog.pg_has_role(nspowner, 'USAGE') AS owns FROM pg_catalog.pg_namespace WHERE nspname = 'public'`);
    if (owns)
        await owner.run(`GRANT USAGE, CREATE ON SCHEMA public TO ${(0,quote/* quoteName */.AB)(role)}`);
}
/** Drops a role; what it still has in its database goes before. */
async function dropRestoreRole(session, server, { name, database }) {
    await server.use(database, (owner) => owner.run(`DROP OWNED BY ${(0,quote/* quoteName */.AB)(name)}`));
    await dropOwnRole(session, name);
}
/** Drops a role of this name that a restore has made, if there is one; it has nothing any more. */
async function dropOwnRole(session, name) {
    if ((await ownRoles(session)).includes(name))
        await session.run(`DROP ROLE ${(0,quote/* quoteName */.AB)(name)}`);
}
/** Roles that restores have made. */
async function ownRoles(session) {
    const roles = await session.query(`SELECT rolname::text AS name FROM pg_roles r WHERE NOT rolsuper AND shobj_description(r.oid, 'pg_authid') = $1`, [MARK]);
    return roles.map(({ name }) => name);
}
/** What the server keeps of a password (SCRAM-SHA-256), so that the password itself is in none of its logs. */
function verifierOf(password) {
    const salt = (0,external_node_crypto_.randomBytes)(16);
    const salted = (0,external_node_crypto_.pbkdf2Sync)(password, salt, ITERATIONS, 32, 'sha256');
    const keyed = (words) => (0,external_node_crypto_.createHmac)('sha256', salted).update(words).digest();
    const stored = (0,external_node_crypto_.createHash)('sha256').update(keyed('Client Key')).digest('base64');
    return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

// EXTERNAL MODULE: ./build/systems/postgres/session.js + 1 modules
var postgres_session = __webpack_require__(57417);
;// CONCATENATED MODULE: ./build/database/backup/written.js
/** The name that a dump, read as latin1, has written. */
function nameIn(written) {
    const name = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
    return Buffer.from(name, 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./build/database/backup/whose.js

/** A name as pg_dump writes it: bare or quoted. */
const NAME = '(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)';
/** Who is given a privilege: a role, or everybody. */
const GRANTEE = `PUBLIC|${NAME}`;
/** What only exists beside databases is nobody's to give here. */
const SHARED = /^(?:DATABASE|ROLE|USER|GROUP|TABLESPACE|SUBSCRIPTION|SYSTEM|PARAMETER) /;
const TO_OWNER = new RegExp(`^(${NAME})$`);
const TO = new RegExp(`^(${GRANTEE})(?: WITH GRANT OPTION| GRANTED BY (${NAME}))*$`);
const whose_DEFAULTS = new RegExp(`^ALTER DEFAULT PRIVILEGES FOR ROLE (${NAME}) `);
const DEFAULT_TO = new RegExp(`^(${GRANTEE})(?: WITH GRANT OPTION)?$`);
/**
 * Reads a line, in latin1, that is one whole statement about owners or privileges; undefined where it is none. It is taken apart at
 * its words, as a pattern of all of it would take exponential time on quotes. Pure.
 */
function whoseOf(line) {
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
    return owner === undefined ? undefined : { owner: nameIn(owner) };
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
    return grantee === undefined ? undefined : { grantee: nameIn(grantee), by: by && nameIn(by) };
}
function defaultsOf(text, words) {
    const forRole = whose_DEFAULTS.exec(text)?.[1];
    const to = toOf(words);
    const grantee = to && DEFAULT_TO.exec(text.slice(to.end))?.[1];
    if (forRole === undefined || grantee === undefined || !/ (?:GRANT|REVOKE) /.test(words))
        return undefined;
    return { forRole: nameIn(forRole), grantee: nameIn(grantee) };
}
/** Where it says to or from whom. */
function toOf(words) {
    const word = [' TO ', ' FROM '].reduce((one, other) => words.lastIndexOf(other) > words.lastIndexOf(one) ? other : one);
    const at = words.lastIndexOf(word);
    return at < 0 ? undefined : { at, end: at + word.length };
}

;// CONCATENATED MODULE: ./build/database/backup/ownership.js





/** A name as pg_dump writes it: bare or quoted. */
const ownership_NAME = '(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)';
const AS_ANOTHER = new RegExp(`^SET SESSION AUTHORIZATION (${ownership_NAME});$`);
const ON_PUBLIC = /^((GRANT|REVOKE) .+ ON SCHEMA public (TO|FROM) |ALTER SCHEMA public OWNER TO |COMMENT ON SCHEMA public IS )/;
const ON_EXTENSION = new RegExp(`^COMMENT ON EXTENSION (${ownership_NAME}) IS `);
const NEW_EXTENSION = new RegExp(`^CREATE EXTENSION IF NOT EXISTS (${ownership_NAME})`);
/** The server has no control file of the extension, by the words of different versions. */
const NOT_INSTALLED = ['58P01', '0A000'];
const NOT_ALLOWED = '42501';
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
/** Of these extensions those that whoever is connected may not create. @throws ActionError where the server has one not */
async function deniedOf(session, wanted) {
    const denied = [];
    for (const name of wanted) {
        await session.run('BEGIN');
        try {
            await session.run(`CREATE EXTENSION IF NOT EXISTS ${(0,quote/* quoteName */.AB)(name)} CASCADE`);
        }
        catch (error) {
            if (NOT_INSTALLED.includes((0,postgres_session/* codeOf */.$)(error))) {
                throw new runner_errors/* ActionError */.lZ(`The backup needs the extension "${name}", which the server does not have; install it there first.`, { cause: error });
            }
            // Other failures may come from what is not there yet; the restore will tell.
            if ((0,postgres_session/* codeOf */.$)(error) === NOT_ALLOWED)
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
 * When a line of a dump, in latin1, is carried out. Who owns what and who may do what is the owner's to say: the role
 * that restores is nobody's member. Pure.
 */
function turnOf(line, rights) {
    if (line === TRANSACTION_TIMEOUT)
        return rights.version >= 170000 ? 'now' : 'never';
    if (line.length > LONGEST)
        return 'now';
    if (NEEDLESS.test(line) && !REACHES.test(line))
        return 'needless';
    const created = NEW_EXTENSION.exec(line)?.[1];
    if (created)
        return rights.deniedExtensions.has(nameIn(created)) ? 'never' : 'now';
    if (!/^(ALTER|GRANT|REVOKE|RESET SESSION|SET SESSION|COMMENT ON|CREATE SUBSCRIPTION) /.test(line))
        return 'now';
    // Rights that somebody else has granted are granted by whom it belongs to.
    if (AS_ANOTHER.test(line) || line === 'RESET SESSION AUTHORIZATION;')
        return 'never';
    // A second one would take the changes away from the first.
    if (/^(CREATE|ALTER|COMMENT ON) SUBSCRIPTION .*;$/.test(line))
        return 'never';
    const whose = whoseOf(line);
    if (ON_PUBLIC.test(line))
        return rights.ownsPublic && isPermitted(whose, rights) ? 'after' : 'never';
    const extension = ON_EXTENSION.exec(line)?.[1];
    if (extension) {
        const name = nameIn(extension);
        const isForeign = rights.foreignExtensions.has(name) || rights.deniedExtensions.has(name);
        return isForeign ? 'never' : 'after';
    }
    if (whose === undefined)
        return 'now';
    return isPermitted(whose, rights) ? 'after' : 'never';
}
/** Whether the roles of a line about owners or privileges are there, and objects can be given to them. */
function isPermitted(whose, rights) {
    if (whose === undefined)
        return true;
    if ('owner' in whose)
        return rights.roles.get(whose.owner) === true;
    if ('forRole' in whose)
        return rights.roles.get(whose.forRole) === true && known(whose.grantee, rights);
    return [whose.grantee, whose.by].every((name) => name === undefined || known(name, rights));
}
const known = (role, { roles }) => role === 'PUBLIC' || roles.has(role);
/** What is never passed over in silence. */
const REACHES = /^DROP (?:DATABASE|ROLE|USER (?!MAPPING)|GROUP|TABLESPACE|SUBSCRIPTION)/;
/** What was left out, told in one sentence; undefined where nothing of interest was. */
function leftOutSentence(lines) {
    const told = lines
        .filter((line) => line !== TRANSACTION_TIMEOUT &&
        !/^((RE)?SET SESSION|CREATE SUBSCRIPTION|ALTER SUBSCRIPTION)/.test(line))
        .map((line) => Buffer.from(line, 'latin1').toString('utf8'));
    if (told.length === 0)
        return undefined;
    const more = told.length > 3 ? ` and ${told.length - 3} more` : '';
    return `${told.length} ${told.length === 1 ? 'statement' : 'statements'} of the backup about owners, privileges or extensions were left out, because a role is missing here or the user of \`database-url\` may not carry them out: ${told.slice(0, 3).join(' ')}${more}.`;
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

;// CONCATENATED MODULE: ./build/database/backup/extensions.js


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
        .use(database, (session) => deniedOf(session, names));
    const own = creatable.filter(({ name }) => denied.includes(name));
    if (own.length === 0)
        return new Set();
    await server
        .withSignal(signal)
        .use(database, (session) => session.run(`DO ${(0,quote/* quoteText */.ol)(extensionsBlock(own, restorer.name))}`));
    return schemasOf(own);
}
/** The schemas that have to be made for extensions. Pure. */
const schemasOf = (extensions) => new Set(extensions.flatMap(({ schema }) => (schema && !PRESENT.has(schema) ? [schema] : [])));
/**
 * A block of PL/pgSQL that creates extensions where they are not there, and lets a role fill their tables, whose rows a dump has,
 * and use their foreign data wrappers, whose servers it has. Pure.
 */
function extensionsBlock(extensions, role) {
    const own = (0,quote/* quoteName */.AB)(role);
    const schemas = [...schemasOf(extensions)].map((schema) => `CREATE SCHEMA IF NOT EXISTS ${(0,quote/* quoteName */.AB)(schema)} AUTHORIZATION ${own};`);
    const created = extensions.map(({ name, schema }) => {
        const where = schema === undefined ? '' : ` WITH SCHEMA ${(0,quote/* quoteName */.AB)(schema)}`;
        return `CREATE EXTENSION IF NOT EXISTS ${(0,quote/* quoteName */.AB)(name)}${where} CASCADE;`;
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
  LOOP EXECUTE format('GRANT ALL ON %s TO %I', found.name, ${(0,quote/* quoteText */.ol)(role)}); END LOOP;
  FOR found IN SELECT w.fdwname AS name FROM pg_catalog.pg_foreign_data_wrapper w
    JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass AND d.objid = w.oid AND d.deptype = 'e'
    WHERE pg_catalog.pg_has_role(w.fdwowner, 'USAGE')
  LOOP EXECUTE format('GRANT USAGE ON FOREIGN DATA WRAPPER %I TO %I', found.name, ${(0,quote/* quoteText */.ol)(role)}); END LOOP;
END`;
}

;// CONCATENATED MODULE: ./build/database/backup/gate.js





const gate_MARK = 'rollback-actions: lets a backup be restored in place';
const SETTINGS = 'SET search_path = pg_catalog, pg_temp';
/** Makes the gate for a role in the database of `session`, whose user owns what is replaced. */
async function makeGate(session, { role, extensions }) {
    const name = `rollback_actions_${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    const word = (0,external_node_crypto_.randomBytes)(24).toString('hex');
    const digest = (0,external_node_crypto_.createHash)('sha256').update(word).digest('hex');
    const to = (0,quote/* quoteName */.AB)(role);
    const { database, public: isOwn } = await session.one(`SELECT current_database()::text AS database,
       (SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'public') AS public`);
    const body = (block) => (0,quote/* quoteText */.ol)(block);
    // A deferred key whose parent is missing: only `close` mends it. In a schema of the owner, as a temporary one could be discarded.
    await session.run(`BEGIN;
    CREATE SCHEMA ${name};
    COMMENT ON SCHEMA ${name} IS ${(0,quote/* quoteText */.ol)(gate_MARK)};
    CREATE TABLE ${name}.closed (a int PRIMARY KEY);
    CREATE TABLE ${name}.opened (a int PRIMARY KEY REFERENCES ${name}.closed DEFERRABLE INITIALLY DEFERRED);
    CREATE FUNCTION ${name}.clear() RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body(clearBlock(name))};
    CREATE FUNCTION ${name}.extend() RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body(extensionsBlock(extensions, role))};
    CREATE FUNCTION ${name}.open() RETURNS void LANGUAGE plpgsql SECURITY DEFINER ${SETTINGS} SET lock_timeout = ${waits/* WAITS */.r.IN_PLACE_LOCK_MS} AS ${body(`
      BEGIN
        INSERT INTO ${name}.opened VALUES (1);
        PERFORM ${name}.clear();
        GRANT CREATE, TEMPORARY ON DATABASE ${(0,quote/* quoteName */.AB)(database)} TO ${to};
        ${isOwn === false ? '' : `GRANT USAGE, CREATE ON SCHEMA public TO ${to};`}
        PERFORM ${name}.extend();
        -- Its one session is here: a password that the backup may give it lets nobody in.
        ALTER ROLE ${to} NOLOGIN;
      END`)};
    CREATE FUNCTION ${name}.close(word text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER ${SETTINGS} AS ${body(`
      BEGIN
        IF encode(sha256(convert_to(word, 'UTF8')), 'hex') <> '${digest}' THEN
          RAISE EXCEPTION 'the restore has not come to its end';
        END IF;
        IF NOT EXISTS (SELECT FROM ${name}.opened) THEN
          RAISE EXCEPTION 'the backup has ended the transaction that it is restored in';
        END IF;
        INSERT INTO ${name}.closed VALUES (1);
      END`)};
    CREATE FUNCTION ${name}.grant_all(lines json) RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body(`
      DECLARE
        line text;
      BEGIN
        FOR line IN SELECT json_array_elements_text(lines) LOOP
          BEGIN
            EXECUTE line;
          EXCEPTION WHEN OTHERS THEN
            -- The owner carries it out again, and says what does not work.
            NULL;
          END;
        END LOOP;
      END`)};
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${name} FROM PUBLIC;
    GRANT USAGE ON SCHEMA ${name} TO ${to};
    GRANT EXECUTE ON FUNCTION ${name}.open(), ${name}.close(text), ${name}.grant_all(json) TO ${to};
    COMMIT`);
    return {
        open: `SELECT ${name}.open();`,
        close: `SELECT ${name}.close('${word}');`,
        grant: (lines) => {
            const said = lines.map((line) => Buffer.from(line, 'latin1').toString('utf8'));
            // The script may have left another encoding.
            return `SET LOCAL client_encoding = 'UTF8'; SELECT ${name}.grant_all(${(0,quote/* quoteText */.ol)(JSON.stringify(said))});`;
        },
    };
}
/** Drops every gate in the database of `session`, those of runs that were killed too. */
async function dropGates(session) {
    const gates = await session.query(`SELECT nspname::text AS name FROM pg_catalog.pg_namespace n
     WHERE nspname ~ '^rollback_actions_[0-9a-f]{16}$' AND pg_catalog.obj_description(n.oid, 'pg_namespace') = $1
       AND pg_catalog.pg_has_role(nspowner, 'USAGE')`, [gate_MARK]);
    for (const { name } of gates)
        await session.run(`DROP SCHEMA ${(0,quote/* quoteName */.AB)(name)} CASCADE`);
}

// EXTERNAL MODULE: ./build/database/backup/psql.js
var psql = __webpack_require__(4347);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/systems/process.js
var systems_process = __webpack_require__(65768);
;// CONCATENATED MODULE: ./build/database/backup/backup.js
/** Adds the time left to a step's progress, from what the work so far took. */
function progressOf(step, unit, report) {
    const started = performance.now();
    return (done, total) => {
        const seconds = (performance.now() - started) / 1000;
        const secondsLeft = total === undefined || done === 0 ? undefined : Math.round((seconds * (total - done)) / done);
        report({ step, unit, done, total, secondsLeft });
    };
}

// EXTERNAL MODULE: ./build/database/backup/form.js
var backup_form = __webpack_require__(57609);
;// CONCATENATED MODULE: ./build/database/backup/privileged.js

const privileged_NAME = '(?:"(?:[^"]|"")+"|[\\w$\\x80-\\xff]+)';
const QUALIFIED = `(?:${privileged_NAME}\\.)?${privileged_NAME}`;
/** Statements as pg_dump writes them, by what they make. */
const MAKES = [
    ['event trigger', new RegExp(`^CREATE EVENT TRIGGER (${privileged_NAME}) `), true],
    ['publication', new RegExp(`^CREATE PUBLICATION (${privileged_NAME}) FOR (?:ALL TABLES|TABLES IN SCHEMA)\\b`), true],
    ['publication', new RegExp(`^ALTER PUBLICATION (${privileged_NAME}) ADD TABLES IN SCHEMA `), true],
    ['foreign data wrapper', new RegExp(`^CREATE FOREIGN DATA WRAPPER (${privileged_NAME})`)],
    ['language', new RegExp(`^CREATE (?:OR REPLACE )?(?:TRUSTED )?(?:PROCEDURAL )?LANGUAGE (${privileged_NAME})`)],
    ['access method', new RegExp(`^CREATE ACCESS METHOD (${privileged_NAME}) `)],
    ['text search template', new RegExp(`^CREATE TEXT SEARCH TEMPLATE (${QUALIFIED}) `)],
    ['text search parser', new RegExp(`^CREATE TEXT SEARCH PARSER (${QUALIFIED}) `)],
    ['operator class', new RegExp(`^CREATE OPERATOR CLASS (${QUALIFIED})\\s`)],
    ['operator family', new RegExp(`^CREATE OPERATOR FAMILY (${QUALIFIED}) `)],
    ['type', new RegExp(`^CREATE TYPE (${QUALIFIED})(?:;| \\(\\s*INTERNALLENGTH )`)],
    ['aggregate', new RegExp(`^CREATE AGGREGATE (${QUALIFIED})\\([^;]{0,2000}?\\bM?STYPE = internal\\b`)],
    // Types of PostgreSQL's own have no schema in a dump, and belong to nobody who restores it.
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
const ABOUT = new RegExp(`^(?:CREATE|ALTER|COMMENT ON) (EVENT TRIGGER|PUBLICATION) (${privileged_NAME})`);
/** A name without quotes, for people; a bare one is what it is. */
const readable = (written) => written
    .split('.')
    .map((part) => nameIn(part))
    .join('.');

;// CONCATENATED MODULE: ./build/database/backup/lexer.js
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
        // The first FROM alone: one in a WHERE (`IS DISTINCT FROM stdin`) would make rows of what is none.
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

;// CONCATENATED MODULE: ./build/database/backup/makes.js
const CREATES_EXTENSION = /^CREATE EXTENSION (?:IF NOT EXISTS )?("[^"]+"|\w+)(?: WITH SCHEMA ("[^"]+"|\w+))?/;
const PART = '(?:"(?:[^"]|"")+"|[\\w$\\x80-\\xff]+)';
const TABLE = new RegExp(`(?:COPY|INSERT INTO|CREATE TABLE)\\s+(${PART})\\.(${PART})`, 'i');
/** `schema.table` of the statement that makes it or brings rows, as pg_dump writes it. Pure. */
function tableNamed(text) {
    const [, schema, name] = TABLE.exec(text.slice(0, 2000)) ?? [];
    const bare = (part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part);
    if (schema === undefined || name === undefined)
        return undefined;
    return Buffer.from(`${bare(schema)}.${bare(name)}`, 'latin1').toString('utf8');
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
/** The extension that a line of a dump creates. Pure. */
function extensionIn(line) {
    const [, name, schema] = CREATES_EXTENSION.exec(line) ?? [];
    const bare = (text) => Buffer.from(text.replace(/^"|"$/g, ''), 'latin1').toString('utf8');
    return name === undefined ? undefined : { name: bare(name), schema: schema && bare(schema) };
}

;// CONCATENATED MODULE: ./build/database/backup/statements.js
/**
 * What no dump of one database says, though PostgreSQL would carry it out. The role that restores can reach nothing
 * beyond its database in any case where one can be made for it; this says it before anything is begun, and is all there is where
 * none can. Pure.
 */
/** What stands beside all databases of a server, or in none. */
const statements_SHARED = new Set([
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
    return statements_SHARED.has(second) ? `${upper(first)} ${upper(second)}` : undefined;
}
function onShared(words, first) {
    // SECURITY LABEL FOR provider ON …; the provider may be called anything.
    const kind = words[words.indexOf('on') + 1] ?? '';
    return statements_SHARED.has(kind) ? `${upper(first)} ON ${upper(kind)}` : undefined;
}
/** Privileges on what is in the database have an ON; memberships of roles have none. */
function sharedGrant(statement) {
    const text = bare(statement).replace(/"(?:[^"]|"")*"/g, '""');
    const on = /\son\s+(\w*)/i.exec(text)?.[1]?.toLowerCase();
    const what = upper(statement.words[0] ?? '');
    if (on === undefined)
        return `${what} of a role`;
    return statements_SHARED.has(on) ? `${what} ON ${upper(on)}` : undefined;
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

;// CONCATENATED MODULE: ./build/database/backup/script.js







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
const OWNER = /\sOWNER TO ("(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)\s*;?\s*$/;
/**
 * A plain dump on its way to psql: rows pass untouched, psql's own commands are refused, and it ends with an error
 * unless the last thing was pg_dump's own word that it came to its end.
 */
class Script extends external_node_stream_.Transform {
    told = {
        tables: new Set(),
        rowsOf: new Set(),
        owners: new Set(),
        hasGrants: false,
        relations: 0,
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
    constructor(options) {
        super();
        this.#options = options;
        this.#lexer = new Lexer({
            statement: (statement) => this.#statement(statement),
            command: (text) => this.#command(text),
            watched: REACHING,
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
            if (!this.told.complete || !this.#lexer.between)
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
            this.told.complete = true;
        // Their key is the dump's; the restricted mode that we are in has one of its own.
        if (/^\\(un)?restrict /.test(line))
            return false;
        if (line.startsWith('--')) {
            this.#head(line);
            return true;
        }
        if (this.#options.inTransaction && /^(BEGIN|COMMIT);$/.test(line))
            return false;
        const extension = extensionIn(line);
        if (extension)
            this.told.extensions.push(extension);
        return this.#options.keep?.(line) !== false;
    }
    #head(line) {
        if (line === '-- PostgreSQL database cluster dump')
            throw this.#ofACluster();
        for (const [key, pattern] of HEADS) {
            const value = pattern.exec(line)?.[1];
            if (value)
                this.told[key] ??= value;
        }
    }
    #statement(statement) {
        const { words, copiesFromStdin } = statement;
        const [first = '', second = '', third = ''] = words;
        if (this.told.complete) {
            throw new runner_errors/* ActionError */.lZ(`${this.#options.name} goes on after its end: something was appended to the dump; take it away.`);
        }
        if (['create', 'drop', 'alter'].includes(first) && second === 'database')
            throw this.#ofACluster();
        const { refusal, escapesInStrings } = readingOf(statement);
        if (refusal !== undefined) {
            throw new runner_errors/* ActionError */.lZ(`${this.#options.name} has ${refusal}, which no dump of one database has; use another backup.`);
        }
        this.#lexer.escapesInStrings = escapesInStrings ?? this.#lexer.escapesInStrings;
        const privileged = first === 'create' || first === 'alter' ? privilegedIn(withoutComments(statement.text)) : undefined;
        if (privileged)
            this.told.privileged.push(privileged);
        if (this.#options.inTransaction &&
            (TRANSACTION.has(first) || `${first} ${second}` === 'prepare transaction')) {
            throw new runner_errors/* ActionError */.lZ(`${this.#options.name} has a transaction of its own (${first.toUpperCase()}), so it can not be restored in place as one; use strategy swap.`);
        }
        if (first === 'create' && (second === 'table' || third === 'table'))
            this.#makes(statement);
        if (first === 'grant' || first === 'revoke')
            this.told.hasGrants = true;
        if (first === 'alter')
            this.#gives(statement.text);
        this.told.relations += locksOf(words, statement.text);
        if (copiesFromStdin || first === 'insert') {
            const name = tableNamed(statement.text);
            if (name !== undefined)
                this.told.rowsOf.add(name);
            this.told.data++;
            this.#options.onTable?.();
        }
        this.#rowsNext = copiesFromStdin;
    }
    #gives(text) {
        const owner = OWNER.exec(text.slice(-300))?.[1];
        if (owner !== undefined)
            this.told.owners.add(nameIn(owner));
    }
    #makes({ words: [, second], text }) {
        const name = tableNamed(text);
        if (name !== undefined && second === 'table' && !/\)\s*PARTITION BY /.test(text))
            this.told.tables.add(name);
    }
    #command(text) {
        const [command = ''] = /^\\\S*/.exec(text) ?? [];
        if (/^\\c(onnect)?$/.test(command))
            throw this.#ofACluster();
        throw new runner_errors/* ActionError */.lZ(`${this.#options.name} has the psql command ${command.slice(0, 40)}, which no dump of one database has and which could run programs here; use another backup.`);
    }
    #cut() {
        const where = this.#inRows ? ', in the middle of the rows of a table' : '';
        return new runner_errors/* ActionError */.lZ(`${this.#options.name} is cut off${where}: it does not end with the line "${COMPLETE.slice(3)}"; use another backup.`);
    }
    #ofACluster() {
        return new runner_errors/* ActionError */.lZ(`${this.#options.name} is not the dump of one database alone (it creates or connects to databases itself, as pg_dumpall and pg_dump --create write it); make backups with pg_dump without --create.`);
    }
}

;// CONCATENATED MODULE: ./build/database/backup/script-of.js












/**
 * A backup as SQL for psql. Reading it ends without an error only where the backup was whole and, for an archive,
 * pg_restore ended well; what was left out for want of rights is known by then.
 */
function scriptOf(backup, rights, options) {
    const report = progressOf('restore', 'tables', options.progress);
    let tables = 0;
    const leftOut = [];
    const after = [];
    const { inTransaction = false, asOwner = false, schemas = new Set() } = options;
    const isLast = lastOf(backup.privileged);
    const script = new Script({
        name: backup.source,
        inTransaction,
        drop: (line) => isTooNew(line, rights) || (!rights.unrestricted && isLast(line)),
        keep: (line) => {
            if (makesOneOf(line, schemas))
                return false;
            const turn = turnOf(line, rights);
            if (turn === 'never')
                leftOut.push(line);
            if (turn === 'after' && !asOwner)
                after.push(line);
            return turn === 'now' || (turn === 'after' && asOwner);
        },
        onTable: () => {
            if (backup.form !== 'plain')
                report(tables++, backup.tables);
        },
    });
    const source = backup.form === 'plain' ? plainSource(backup, options) : archiveSource(backup, rights, options);
    return { script: through(source, script, options.signal), leftOut, after };
}
/** Whether a line makes a schema that is there already. */
function makesOneOf(line, schemas) {
    const written = /^CREATE SCHEMA ("(?:[^"]|"")+"|\w+);$/.exec(line)?.[1];
    return written !== undefined && schemas.has(nameIn(written));
}
async function* through(source, script, signal) {
    const { stream, ended } = await source;
    // Whoever reads hears of its failure by the script's own error, or below.
    const flow = (0,external_node_stream_promises_.pipeline)(stream, script, { signal });
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
    const { size } = await (0,promises_.stat)(path).catch((error) => {
        throw new runner_errors/* ActionError */.lZ(`${source} can not be read any more: ${error.message}.`, { cause: error });
    });
    const report = progressOf('restore', 'bytes', progress);
    const stream = (0,backup_form/* contentStream */.q1)(path, compression, source, (bytes) => report(bytes, size));
    return { stream, ended: Promise.resolve() };
}
/** pg_restore writes the archive as SQL. */
async function archiveSource({ path, needs, source }, rights, { signal }) {
    const server = Math.floor(rights.version / 10000);
    const tool = (0,postgres_tools/* chooseRestore */.OL)(await (0,postgres_tools/* toolsNamed */.B)('pg_restore'), { archive: needs, server });
    const stream = new external_node_stream_.PassThrough();
    const args = ['--no-subscriptions', '--file=-', path];
    const ended = (0,systems_process/* run */.eF)(tool.path, args, { environment: postgres_tools/* READER_ENVIRONMENT */.GI, signal, output: stream }).then(({ code, errors }) => {
        if (code !== 0)
            throw new runner_errors/* ActionError */.lZ(`${source} can not be read any more: ${errors.at(-1) ?? 'pg_restore gives no reason'}.`, {
                details: errors,
            });
    });
    ended.catch(() => { });
    return { stream, ended };
}

;// CONCATENATED MODULE: ./build/database/backup/in-place.js














/**
 * Replaces what a database holds by a backup, in one transaction: it commits only where the whole backup was carried
 * out, and whatever fails before leaves the database as it was. Others wait for the tables meanwhile. A backup that has
 * none of the tables `replaces` is of something else, and fails too.
 *
 * It is carried out by a role that is made for it and owns nothing but what it makes; what that is goes to the owner of the
 * database in a second transaction. Where no role can be made, by the user of `server`, with a warning.
 *
 * @throws ActionError with PostgreSQL's words; the old contents are there
 */
async function restoreInPlace(backup, options) {
    return replaceBy((rights, asOwner) => scriptOf(backup, rights, {
        ...options,
        inTransaction: true,
        asOwner,
        // Where somebody else restores, they are made for extensions before.
        schemas: asOwner ? new Set() : schemasOf(backup.extensions),
    }), backup, options);
}
/** Carries out a script in the place of what is there, whatever is in it. */
async function replaceBy(read, backup, options) {
    const { extensions } = backup;
    const { database, log, signal } = options;
    const server = options.server.withSignal(signal);
    return server.use(database, async (session) => {
        await sweep(session, server, database);
        const rights = await rightsOf(session, extensions, options.unrestricted);
        const owner = await ownerFor(session, database);
        const known = await server.use(database, definersOf);
        // What was there before is not there any more when it is wanted.
        const carried = await server.use(database, (live) => rightsToCarry(live, backup, true));
        const restorer = await restorerFor(session, server, options, owner);
        if (typeof restorer === 'string' || owner === undefined) {
            log.warn(withAllRights(String(restorer)));
            const { script, leftOut } = read(rights, true);
            const warnings = await transact(script, ownFrame(server, carried), {
                ...options,
                version: rights.version,
            });
            const notCarried = notCarriedSentence(refusedIn(warnings));
            if (notCarried)
                log.warn(notCarried);
            return tell(leftOut, log);
        }
        try {
            const creatable = extensions.filter(({ name }) => !rights.deniedExtensions.has(name));
            const gate = await makeGate(session, { role: restorer.name, extensions: creatable });
            const { script, leftOut, after } = read(rights, false);
            const frame = frameOf(restorer, gate, () => [...after, ...carried.map(inLatin1)]);
            await transact(script, frame, { ...options, version: rights.version });
            // It has done its part, and is nothing that was restored.
            await dropGates(session);
            const { refused, told } = await handOver(server, database, { owner, restorer, after, known });
            // Whose something is may hang on a grant of a schema that the backup was made without.
            const again = backup.hasGrants ? [] : refused;
            const over = await carryOver(server, database, { carried, again, known });
            for (const sentence of [...told, ...over.told, notCarriedSentence(over.notCarried)])
                if (sentence)
                    log.warn(sentence);
            return tell([...leftOut, ...(backup.hasGrants ? refused : []), ...over.refused], log);
        }
        finally {
            // A run that is cancelled leaves it to the next one.
            if (!signal.aborted)
                await sweep(session, server, database).catch((error) => log.warn(`What restored in place could not be taken away (the next restore in place does it): ${(0,runner_errors/* messageOf */.bD)(error)}`));
        }
    });
}
/** The role that restores, or why there is none. */
async function restorerFor(session, server, { database, unrestricted }, owner) {
    if (unrestricted)
        return 'that was agreed to';
    if (owner === undefined)
        return `"${server.user}" does not own the database`;
    const name = (0,database_note/* nameFor */.Fe)(database, (0,external_node_crypto_.randomBytes)(8).toString('hex'), 'role');
    return makeRestoreRole(session, server, { name, database, privileges: 'CONNECT', connections: 2 });
}
/** The owner of the database, where the user of the session may act as it. */
async function ownerFor(session, database) {
    const privilege = session.version >= 160_000 ? 'SET' : 'MEMBER';
    const { owner, may } = await session.one(`SELECT pg_get_userbyid(datdba)::text AS owner, pg_has_role(datdba, '${privilege}') AS may FROM pg_database WHERE datname = $1`, [database]);
    return may ? owner : undefined;
}
/** Drops what restores in place have left in this database: gates, and roles, whose things go to the owner first. */
async function sweep(session, server, database) {
    await dropGates(session);
    const owner = await ownerFor(session, database);
    const left = (await ownRoles(session)).filter((name) => (0,database_note/* isRoleNameOf */.zy)(name, database));
    for (const name of left) {
        if (owner !== undefined)
            await session.run(`REASSIGN OWNED BY ${(0,quote/* quoteName */.AB)(name)} TO ${(0,quote/* quoteName */.AB)(owner)}`);
        await dropRestoreRole(session, server, { name, database });
    }
}
async function transact(script, { server, before, end }, { replaces = [], database, version, signal }) {
    // What is told as done must be on the disk, as nothing else is committed after it that would see to that.
    const after = () => `${requireOneOf(replaces)}\n${end()}\nSET LOCAL synchronous_commit = local;\nCOMMIT;`;
    return (0,psql/* psql */.tm)({ before, script, after }, { server, database, version, signal });
}
/** The transaction of a role that owns nothing. */
const frameOf = (restorer, gate, grants) => ({
    server: restorer.server,
    before: `SET client_min_messages = warning;\nBEGIN;\n${gate.open}`,
    end: () => `${gate.grant(grants())}\n${gate.close}`,
});
/** The transaction of the user of `server` itself. */
function ownFrame(server, carried) {
    const guard = guardOf((0,external_node_crypto_.randomBytes)(12).toString('hex'));
    return {
        server,
        before: `SET client_min_messages = warning;
    BEGIN;
    ${guard.close}
    SET LOCAL lock_timeout = ${waits/* WAITS */.r.IN_PLACE_LOCK_MS};
    ${CLEAR}
    SET LOCAL lock_timeout = 0;`,
        end: () => `${guarded(carried)}\n${guard.open}`,
    };
}
function tell(leftOut, log) {
    const sentence = leftOutSentence(leftOut);
    if (sentence)
        log.warn(sentence);
    return { leftOut };
}
/**
 * Keeps a transaction from being ended by anybody else: a row that breaks a rule which is looked at when it ends, and the row
 * that mends it. A COMMIT that nobody has seen in the backup fails, and takes back what was done.
 */
function guardOf(name) {
    const [parent, child] = [`pg_temp.p_${name}`, `pg_temp.c_${name}`];
    return {
        close: `CREATE TEMPORARY TABLE p_${name} (a int PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMPORARY TABLE c_${name} (a int REFERENCES ${parent} DEFERRABLE INITIALLY DEFERRED) ON COMMIT DROP;
    INSERT INTO ${child} VALUES (1);`,
        open: `INSERT INTO ${parent} VALUES (1);`,
    };
}
/** SQL that fails where none of these tables is there; the names go as a value, so that they may hold anything. */
function requireOneOf(tables) {
    if (tables.length === 0)
        return '';
    const names = JSON.stringify(tables.map(({ schema, name }) => ({ schema, name })));
    // The script may have left another encoding and search path.
    return `
    SET LOCAL client_encoding = 'UTF8';
    SET LOCAL search_path = pg_catalog, pg_temp;
    SELECT set_config('rollback_actions.tables', ${(0,quote/* quoteText */.ol)(names)}, true);
    DO $check$
    BEGIN
      IF NOT EXISTS (SELECT FROM json_to_recordset(current_setting('rollback_actions.tables')::json) AS t(schema text, name text)
        JOIN pg_namespace n ON n.nspname = t.schema JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = t.name) THEN
        RAISE EXCEPTION 'it has none of the tables that are there, so it is of another database; nothing was changed';
      END IF;
    END
    $check$;`;
}

;// CONCATENATED MODULE: ./build/database/concerns.js



/**
 * The share of the live rows that may go without a word. A backup of last night lacks a day: of a database that is worth
 * keeping, far less than a tenth. What lacks more is most likely the wrong one.
 */
const MOST_SHARE = 0.1;
/** Rows below which a share says nothing. */
const FEW_ROWS = 100;
/** Names that a sentence can hold. */
const concerns_TOLD = 5;
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
    const names = tables.map(integrity_tables/* nameOf */.Vb);
    const more = names.length > concerns_TOLD ? ` and ${names.length - concerns_TOLD} more` : '';
    const reason = `the backup was made without the rows of ${names.slice(0, concerns_TOLD).join(', ')}${more}, which the live database has`;
    return [{ word: 'data-loss', tables: names, reason }];
}
/** What could not be compared. Pure. */
const unknownConcern = (reason) => ({
    word: 'unknown',
    tables: [],
    reason: `what would be lost is unknown: ${reason}`,
});
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
    throw new runner_errors/* ActionError */.lZ(`This is not done unasked: ${open.map(({ reason }) => reason).join('; and ')}; ${consequence}. To go on in spite of that, say ${words}${named}.`, { details: open.flatMap(({ tables }) => tables) });
}
/**
 * Of tables with rows that the live database has and the backup has no rows of: those that were there when it was made. What
 * was created since can be in no backup; where nobody knows, only the number of rows decides.
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
     FROM unnest($1::text[]) WITH ORDINALITY AS t(name, place) ORDER BY place`, [tables.map(quote/* quoteTable */.Z8)]);
    return rows.map(({ at }) => at?.getTime());
}

;// CONCATENATED MODULE: ./build/database/locks.js
/**
 * How many locks a server has room for, all sessions together. Where it is full everybody fails with "out of shared memory",
 * the application beside as well. It has some more in truth: what it needs for itself is not told.
 */
async function roomForLocks(session) {
    const { locks } = await session.one(`SELECT current_setting('max_locks_per_transaction')::int
       * (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int) AS locks`);
    return locks;
}

;// CONCATENATED MODULE: ./build/database/forecast.js





/** Names that a sentence can hold. */
const forecast_TOLD = 5;
/**
 * Compares what a backup has with what the live database has, without a look at rows but whether there are any. A live
 * database that cannot be read is no reason to stop: then less is known.
 */
async function forecastOf(server, backup, way) {
    const certain = emptyConcern(backup);
    try {
        return await server.use(server.database, async (session) => {
            await session.run(`SET lock_timeout = '2s'`);
            const filled = await filledTables(session);
            // A backup that knows none of them is of another database, which is refused by what it holds.
            const isOfOther = !filled.some((table) => isKnown(table, backup));
            const lacking = backup.hasData && !isOfOther ? await tablesLeftOut(server, backup, filled) : [];
            return {
                notes: [
                    ...newerNote(filled, backup, lacking),
                    ...(await rightsNotes(session, backup)),
                    ...missingRolesNote(await missingRoles(session, backup)),
                ],
                concerns: [...certain, ...lackingConcern(lacking)],
                refusals: way === 'in-place' ? await lockRefusals(session, backup) : [],
            };
        });
    }
    catch (error) {
        if (!(error instanceof runner_errors/* ActionError */.lZ))
            throw error;
        const { reason } = unknownConcern((0,runner_errors/* messageOf */.bD)(error).replace(/\.$/, ''));
        return { notes: [`Of the live database, ${reason}`], concerns: certain, refusals: [] };
    }
}
/**
 * Says what is known beforehand, and refuses what would fail in the middle or take away what nobody has agreed to.
 *
 * @param way `prepare` takes nothing away by itself
 * @throws ActionError that names all of it, or how it is agreed to
 */
async function requireForeseen({ server, accepts, log }, backup, way) {
    const { notes, concerns, refusals } = await forecastOf(server, backup, way);
    for (const note of notes)
        log.info(`${note}.`);
    if (refusals.length > 0)
        throw new runner_errors/* ActionError */.lZ(`The contents of "${server.database}" can not be replaced in place, and nothing was changed: ${refusals.join('; and ')}.`);
    requireAccepted(way === 'prepare' ? emptyConcern(backup) : concerns, accepts, 'nothing was changed');
}
/** Tables of the user with at least one row, as far as they can be read. */
async function filledTables(session) {
    const tables = (await (0,integrity_tables/* tablesOf */.tI)(session, undefined, false)).filter(({ extension, kind, readable }) => extension === null && kind === 'table' && readable);
    const filled = [];
    for (const table of tables) {
        // Who holds one is named where it is read whole.
        const found = await session.query(`SELECT FROM ONLY ${(0,quote/* quoteTable */.Z8)(table)} LIMIT 1`).catch(() => []);
        if (found.length > 0)
            filled.push(table);
    }
    return filled;
}
const isKnown = ({ schema, name }, { rowsOf, definesWithoutRows }) => rowsOf.has(`${schema}.${name}`) || definesWithoutRows.has(`${schema}.${name}`);
/** Tables with rows that the backup knows nothing of: most likely they were made since. */
function newerNote(filled, backup, lacking) {
    const newer = filled.filter((table) => !isKnown(table, backup) && !lacking.includes(table)).map(integrity_tables/* nameOf */.Vb);
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
    const room = await roomForLocks(session);
    const needed = present + relations;
    if (needed <= room)
        return [];
    const { each } = await session.one(`SELECT current_setting('max_locks_per_transaction')::int AS each`);
    return [
        `its one transaction would take about ${needed} locks (${present} for what is there, ${relations} for what comes), and the server has room for ${room}: set max_locks_per_transaction to ${Math.ceil((each * needed) / room) + 1} and restart it, or use \`strategy: swap\`, which needs no more than some hundred`,
    ];
}
function list(names) {
    const more = names.length > forecast_TOLD ? ` and ${names.length - forecast_TOLD} more` : '';
    return names.slice(0, forecast_TOLD).join(', ') + more;
}

// EXTERNAL MODULE: ./build/database/observe.js
var observe = __webpack_require__(16076);
;// CONCATENATED MODULE: ./build/database/privileged.js


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
        throw new runner_errors/* ActionError */.lZ(`${source} makes ${listOf(needed)}, which only a superuser may make, and "${server.user}" is none; nothing was changed. Give the \`database-url\` of a superuser.`);
    }
    const last = superuser ? live.filter((one) => privileged.some((other) => isSame(one, other))) : [];
    const lacking = privileged.filter((one) => one.isLast && !last.some((other) => isSame(one, other)));
    requireAccepted(rightsConcerns(source, needed, lacking, superuser), accepts, 'nothing was changed');
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
    const why = superuser ? 'which the live database does not have' : 'which only a superuser may make';
    return [
        {
            word: 'rights',
            tables: [],
            reason: `${source} makes ${listOf(lacking)}, ${why}: it would be left out`,
        },
    ];
}
const privileged_TOLD = 5;
const listOf = (privileged) => {
    const names = privileged.map(({ kind, name }) => `the ${kind} ${JSON.stringify(name.slice(0, 100))}`);
    const more = names.length > privileged_TOLD ? ` and ${names.length - privileged_TOLD} more` : '';
    return names.slice(0, privileged_TOLD).join(', ') + more;
};
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
                failed.push(`${what}: ${(0,runner_errors/* messageOf */.bD)(error)}`);
            }
        }
        return failed;
    });
}
async function definitionOf(session, name) {
    const [found] = await session.query('SELECT pg_catalog.pg_get_functiondef(pg_catalog.to_regprocedure($1)) AS definition WHERE pg_catalog.to_regprocedure($1) IS NOT NULL', [name]);
    return found?.definition;
}

// EXTERNAL MODULE: ./build/record/component.js
var component = __webpack_require__(5491);
// EXTERNAL MODULE: ./build/runner/consent.js
var consent = __webpack_require__(60225);
// EXTERNAL MODULE: ./build/runner/redact.js + 1 modules
var redact = __webpack_require__(10792);
;// CONCATENATED MODULE: ./build/database/backup/made-at.js
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
 * Reads the local time in the head of a dump, which does not say of which zone: that of whoever ran pg_dump. It is read in a
 * zone only where the time of the file proves it, as the dump was written within a quarter of an hour from then; a later
 * file may be a copy, or of another zone. Pure.
 *
 * @param local milliseconds since 1970 if it were UTC
 * @param modifiedAt when the file was last modified
 * @param zones that it may be of besides UTC and this machine's: the server's
 */
function readLocalTime(local, { modifiedAt, zones, now = Date.now(), }) {
    const end = Math.min(modifiedAt === undefined ? now : Date.parse(modifiedAt), now) + CLOCKS;
    const fits = (instant) => instant !== undefined && instant <= end && end - instant <= QUARTER + CLOCKS;
    for (const zone of modifiedAt === undefined ? [] : new Set(['UTC', ...zones, HERE])) {
        const instant = inZone(local, zone);
        if (fits(instant))
            return { takenAt: iso(instant), takenAtFrom: `its own time, read in the zone ${zone}` };
    }
    const earliest = local - EASTERNMOST;
    // In the future wherever it is read: nobody knows.
    if (earliest > end)
        return { takenAt: undefined, takenAtFrom: undefined };
    const takenBetween = { earliest: iso(earliest), latest: iso(Math.min(local + WESTERNMOST, end - CLOCKS)) };
    return { takenAt: undefined, takenAtFrom: undefined, takenBetween };
}
/** The instant at which clocks of a zone show a local time; undefined for a name that is none here. */
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
 * in the future is unknown. Pure but for the clock.
 */
function readComment(written, evidence) {
    const { modifiedAt, now = Date.now() } = evidence;
    const read = written === undefined ? undefined : readTime(written);
    if (read === undefined)
        return { takenAt: modifiedAt, takenAtFrom: modifiedAt && LAST_MODIFIED };
    if ('local' in read)
        return readLocalTime(read.local, evidence);
    return Date.parse(read.instant) > now + CLOCKS
        ? { takenAt: undefined, takenAtFrom: undefined }
        : { takenAt: read.instant, takenAtFrom: 'the comment in the dump' };
}

;// CONCATENATED MODULE: ./build/database/side.js




/**
 * Makes the empty database that a backup is restored into: as the live one in owner, encoding, locale and tablespace,
 * from template0, because template1 may hold what is not in the backup. Nobody but its owner may connect.
 */
async function createSide(session, live, note) {
    const name = (0,database_note/* nameFor */.Fe)(live.name, note.id, 'new');
    const locale = await readLocale(session, live.oid);
    await session.run(`CREATE DATABASE ${(0,quote/* quoteName */.AB)(name)} TEMPLATE template0 OWNER ${(0,quote/* quoteName */.AB)(live.owner)}
     CONNECTION LIMIT ${database_note/* SIDE_CONNECTIONS */.Cw} ${tablespaceOf(locale)}
     ENCODING ${(0,quote/* quoteText */.ol)(locale.encoding)} LC_COLLATE ${(0,quote/* quoteText */.ol)(locale.collate)} LC_CTYPE ${(0,quote/* quoteText */.ol)(locale.ctype)}
     ${providerOf(locale)}`);
    await annotate(session, name, note);
    await session.run(`REVOKE ALL ON DATABASE ${(0,quote/* quoteName */.AB)(name)} FROM PUBLIC`);
    return name;
}
const annotate = (session, name, note) => session.run(`COMMENT ON DATABASE ${(0,quote/* quoteName */.AB)(name)} IS ${(0,quote/* quoteText */.ol)((0,database_note/* writeNote */.IP)(note))}`);
/** Drops a database of ours; what is still connected, such as the restore of a run that was killed, is sent away. */
async function drop(session, name) {
    await session.run(`DROP DATABASE ${(0,quote/* quoteName */.AB)(name)} WITH (FORCE)`);
    await dropOwnRole(session, name);
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
        await side.run(CLEAR);
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
/** Naming the one that is the default takes a right that nobody has by himself. */
const tablespaceOf = ({ tablespace }) => tablespace === 'pg_default' ? '' : `TABLESPACE ${(0,quote/* quoteName */.AB)(tablespace)}`;
function providerOf({ provider, locale, rules }) {
    if (provider === 'c')
        return '';
    const name = (0,quote/* quoteText */.ol)(locale ?? '');
    if (provider === 'b')
        return `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${name}`;
    return `LOCALE_PROVIDER icu ICU_LOCALE ${name}${rules ? ` ICU_RULES ${(0,quote/* quoteText */.ol)(rules)}` : ''}`;
}

;// CONCATENATED MODULE: ./build/database/leftovers.js

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
    return replaced.filter((database) => !(hoursLive(database) <= CHAIN_HOURS));
}
/**
 * The one of them that led to what is live now, where that is not what users have written to for a day: what they last wrote is
 * there. Not for a backup that was made since the live database was restored: that has what they wrote after it. Pure.
 */
function originalOf({ ours, live }, { takenAt, takenBetween }, now = Date.now()) {
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
 * What rollbacks of a database have left and nobody needs: unfinished or unused side databases, undone ones, and
 * replaced ones beyond the newest `keep`. What exists only once is none of it, unless somebody names it. Pure.
 */
function leftoversOf(observed, keep, names = () => false) {
    const { ours, live } = observed;
    // What an undo would bring back is the newest that the live database has replaced.
    const replaced = ours.filter(({ note }) => note?.role === 'replaced');
    const undoable = replaced.filter(({ note }) => note?.replacedBy === live.oid);
    const newest = [...undoable, ...replaced.filter((database) => !undoable.includes(database))].slice(0, keep);
    const originals = originalsOf(observed);
    const words = {
        side: 'was made for a switch that never came',
        undone: 'was undone',
        replaced: 'was replaced',
    };
    return ours
        .filter((database) => names(database.name) || ![...newest, ...originals].includes(database))
        .map((database) => {
        const { role = 'side', at } = database.note ?? {};
        return { database, why: at ? `${words[role]} at ${at}` : words[role] };
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
        await drop(session, database.name);
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
        await annotate(session, before.name, { ...before.note, replacedBy: note.replacedBy });
    }
}
const describeBound = (bound) => bound
    .map(({ database, slots }) => `"${database.name}" stays because of its replication slots ${slots.join(', ')}; drop them first`)
    .join('; ');
/** What no number lets go, and how it is let go of; empty where there is none. */
function describeOriginals(observed) {
    const names = originalsOf(observed).map(({ name }) => `"${name}"`);
    if (names.length === 0)
        return '';
    return `; what was live before a first rollback is dropped by \`phase: clean\` with \`accept: <its name>\` alone (${names.join(', ')})`;
}

// EXTERNAL MODULE: ./build/runner/settled.js
var settled = __webpack_require__(47630);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/systems/postgres/passfile.js
var passfile = __webpack_require__(6350);
// EXTERNAL MODULE: ./build/database/backup/archive.js
var archive = __webpack_require__(85105);
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
        .use(database, (session) => rightsOf(session, backup.extensions, options.unrestricted));
    const schemas = restorer
        ? await createExtensions({ ...options, restorer }, backup.extensions, rights)
        : new Set();
    const ground = { rights, schemas };
    const restored = backup.form === 'plain'
        ? restoreScript(backup, ground, options)
        : restoreArchive(backup, ground, options);
    return restored.catch((error) => withCause(error, rights, server.user));
}
/** What fails for want of an extension says so by its types and functions alone. */
function withCause(error, { deniedExtensions }, user) {
    if (deniedExtensions.size === 0 || !(error instanceof runner_errors/* ActionError */.lZ))
        throw error;
    const names = [...deniedExtensions].map((name) => `"${name}"`).join(', ');
    throw new runner_errors/* ActionError */.lZ(`${error.message.replace(/\.$/, '')}; the extension ${names} was left out, which "${user}" may not create: give the \`database-url\` of one.`, { cause: error, details: error.details });
}
/** By psql, one statement after another. */
async function restoreScript(backup, { rights, schemas }, options) {
    const { script, leftOut, after } = scriptOf(backup, rights, { ...options, schemas });
    const server = options.restorer?.server ?? options.server;
    await (0,psql/* psql */.tm)({ before: '', script, after: () => '' }, { ...options, server, version: rights.version });
    return { leftOut, after };
}
/** By pg_restore, several tables at a time. */
async function restoreArchive(backup, ground, options) {
    const { database, jobs, progress, signal } = options;
    const server = options.restorer?.server ?? options.server;
    const { rights, schemas } = ground;
    const major = Math.floor(rights.version / 10000);
    const tool = (0,postgres_tools/* chooseRestore */.OL)(await (0,postgres_tools/* toolsNamed */.B)('pg_restore'), { archive: backup.needs, server: major });
    if (!(0,postgres_tools/* speaksTo */.zG)(tool, major))
        return restoreScript(backup, ground, options);
    const contents = await (0,archive/* contentsOf */.KD)(backup.path, tool, backup.source);
    const restored = await readStatements(backup, tool, ground, options);
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'restore-'));
    try {
        const list = (0,external_node_path_.join)(directory, 'list');
        const entries = contents.entries.filter(({ id, text }) => isEntryForNow(text, rights) &&
            !options.leftOut?.(text) &&
            !isSchema(text, schemas) &&
            (rights.unrestricted || !backup.lastEntries.has(id)));
        await (0,promises_.writeFile)(list, `${entries.map(({ line }) => line).join('\n')}\n`);
        const total = (0,archive/* tableData */.x9)(contents).length;
        const report = progressOf('restore', 'tables', progress);
        let done = 0;
        report(0, total);
        const finished = jobs > 1 ? /finished item \d+ TABLE DATA / : /processing data for table /;
        const args = [
            '--verbose',
            '--exit-on-error',
            '--no-subscriptions',
            '--no-owner',
            '--no-privileges',
            `--jobs=${jobs}`,
            `--use-list=${list}`,
            `--dbname=${(0,psql/* connection */.FI)(database)}`,
            backup.path,
        ];
        const complaints = [];
        const { code, errors } = await (0,passfile/* withCredentials */.t)(server, database, (environment) => (0,systems_process/* run */.eF)(tool.path, args, {
            environment: { ...environment, PGOPTIONS: (0,psql/* optionsFor */.A5)(server, database, rights.version) },
            signal,
            onError: (line) => {
                if (finished.test(line))
                    report(++done, total);
                if (/error: |fatal: |warning: |^(DETAIL|HINT|CONTEXT)|Command was/.test(line))
                    complaints.push(line);
            },
        }));
        if (code !== 0)
            throw (0,psql/* restoreError */.h0)(database, complaints.length > 0 ? complaints.slice(0, 40) : errors);
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
    return restored;
}
const isSchema = (text, schemas) => [...schemas].some((name) => text.startsWith(`SCHEMA - ${name} `));
/**
 * Reads an archive's statements as they will run: what says whose things are is put aside, and what no dump has is
 * refused. Rows are read where they are statements too.
 */
async function readStatements(backup, tool, { rights, schemas }, { database, signal }) {
    const leftOut = [];
    const after = [];
    const script = new Script({
        name: backup.source,
        ...(!rights.unrestricted && { drop: lastOf(backup.privileged) }),
        keep: (line) => {
            if (makesOneOf(line, schemas))
                return false;
            const turn = turnOf(line, rights);
            if (turn === 'never' && line !== 'SET transaction_timeout = 0;')
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
    const { code, errors } = await (0,systems_process/* run */.eF)(tool.path, args, {
        environment: postgres_tools/* READER_ENVIRONMENT */.GI,
        signal,
        output: held,
    });
    if (code !== 0)
        throw (0,psql/* restoreError */.h0)(database, errors);
    await read;
    return { leftOut, after };
}

;// CONCATENATED MODULE: ./build/database/properties.js

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
    const database = `DATABASE ${(0,quote/* quoteName */.AB)(name)}`;
    const grantees = new Set(from.grants.map(({ grantee }) => grantee));
    return [
        ...(from.owner === to.owner ? [] : [`ALTER ${database} OWNER TO ${(0,quote/* quoteName */.AB)(to.owner)}`]),
        `ALTER ${database} CONNECTION LIMIT ${to.connectionLimit}`,
        ...[...grantees].map((grantee) => `REVOKE ALL ON ${database} FROM ${roleName(grantee)} CASCADE`),
        ...to.grants.map(({ grantee, privilege, grantable }) => `GRANT ${privilege} ON ${database} TO ${roleName(grantee)}${grantable ? ' WITH GRANT OPTION' : ''}`),
        ...from.settings.map(({ role, name: parameter }) => `${alter(database, role)} RESET ${parameterName(parameter)}`),
        ...to.settings.map(({ role, name: parameter, value }) => `${alter(database, role)} SET ${parameterName(parameter)} TO ${settingValue(parameter, value)}`),
        ...from.labels.map(({ provider }) => `SECURITY LABEL FOR ${(0,quote/* quoteName */.AB)(provider)} ON ${database} IS NULL`),
        ...to.labels.map(({ provider, label }) => `SECURITY LABEL FOR ${(0,quote/* quoteName */.AB)(provider)} ON ${database} IS ${(0,quote/* quoteText */.ol)(label)}`),
    ];
}
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
const roleName = (role) => (role === null ? 'PUBLIC' : (0,quote/* quoteName */.AB)(role));
const alter = (database, role) => role === null ? `ALTER ${database}` : `ALTER ROLE ${(0,quote/* quoteName */.AB)(role)} IN ${database}`;
const parameterName = (name) => name.split('.').map(quote/* quoteName */.AB).join('.');
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
        return (0,quote/* quoteText */.ol)(value);
    const items = [...value.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
    return items.length > 0 ? items.map(quote/* quoteText */.ol).join(', ') : "''";
}

;// CONCATENATED MODULE: ./build/database/settle.js






/** Gives what was restored to its owners, and drops the role that restored it. */
async function settle(task, { session, server, name }, { owner, restorer, restored, backup, privileges, }) {
    const known = await knownDefiners(task);
    const { refused, told } = await handOver(server, name, { owner, restorer, after: restored.after, known });
    if (restorer)
        await dropRestoreRole(session, server, { name, database: name });
    for (const line of told)
        task.log.warn(line);
    // Whose something is may hang on a grant of a schema that the backup was made without.
    const again = backup.hasGrants ? [] : refused;
    const sentence = leftOutSentence([...restored.leftOut, ...(backup.hasGrants ? refused : [])]);
    if (sentence)
        task.log.warn(sentence);
    for (const line of await makeLast(server, name, privileges.last))
        task.log.warn(line);
    await compareRights(task, name, { backup, again, known });
}
/** Where the live database cannot be read, nothing of the backup is known to run as a superuser. */
async function knownDefiners({ server, signal, log }) {
    try {
        return await server.use(server.database, definersOf);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof runner_errors/* ActionError */.lZ))
            throw error;
        log.warn(`What the live database lets run with the rights of a superuser could not be read, so nothing restored has them: ${(0,runner_errors/* messageOf */.bD)(error)}`);
        return new Set();
    }
}
/** Carries over what the backup was made without, and says which rights are others; an ill live database is no reason to stop. */
async function compareRights({ server, signal, log }, name, { backup, again, known }) {
    try {
        const carried = await server.use(server.database, (live) => rightsToCarry(live, backup));
        const { refused, notCarried, told } = await carryOver(server, name, { carried, again, known });
        for (const line of [...told, leftOutSentence(refused), notCarriedSentence(notCarried)])
            if (line)
                log.warn(line);
        const others = await describeOtherRights(server, name);
        if (others)
            log.warn(others);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof runner_errors/* ActionError */.lZ))
            throw error;
        log.warn(`Owners and grants were not compared with the live database's: ${(0,runner_errors/* messageOf */.bD)(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/database/task.js

/**
 * Runs one step of a task and keeps in the record that it began, and how it ended and after how many seconds.
 * `tell` makes the line for the log and the record of what came out,
 * `said` what the record keeps of it besides.
 */
async function step({ server, log, record }, name, work, tell, said) {
    const event = { ...(0,component/* databaseSubject */.yK)(server), step: name };
    const begun = performance.now();
    const seconds = () => Number(((performance.now() - begun) / 1000).toFixed(3));
    record({ ...event, status: 'started' });
    try {
        const result = await work();
        const message = tell(result);
        log.info(`✓ ${message} (${seconds().toFixed(1)} s)`);
        record({ ...event, status: 'done', seconds: seconds(), message, ...said?.(result) });
        return result;
    }
    catch (error) {
        record({ ...event, status: 'failed', seconds: seconds(), message: error.message });
        throw error;
    }
}

// EXTERNAL MODULE: ./build/systems/kubernetes/held.js
var kubernetes_held = __webpack_require__(18403);
// EXTERNAL MODULE: ./build/systems/kubernetes/client.js
var kubernetes_client = __webpack_require__(59027);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var errors = __webpack_require__(1807);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/systems/kubernetes/watch.js
var watch = __webpack_require__(15301);
// EXTERNAL MODULE: ./build/systems/kubernetes/workload-pods.js
var workload_pods = __webpack_require__(85738);
;// CONCATENATED MODULE: ./build/database/quiesce.js









/** What the credentials need to stop these workloads and give them back. */
function toQuiesce(wanted) {
    const verbs = wanted === 'all' ? ['get', 'list', 'patch'] : ['get', 'patch'];
    const meant = new Set(wanted === 'all' ? [kinds/* kinds */.EZ.Deployment.plural] : wanted.map(({ kind }) => kinds/* kinds */.EZ[kind].plural));
    return [
        ...[...meant].map((resource) => ({ group: 'apps', resource, verbs })),
        { group: '', resource: 'pods', verbs: ['list', 'watch'] },
    ];
}
/** Reads the input `quiesce`. @throws ActionError where it names what can't be scaled */
function parseQuiesce(items) {
    if (items.includes('all')) {
        if (items.length > 1)
            throw new runner_errors/* ActionError */.lZ('Input `quiesce` is `all`; leave other names out, or leave `all` out.');
        return 'all';
    }
    const refs = items.map(kinds/* parseRef */.rd);
    const daemon = refs.find(({ kind }) => kind === 'DaemonSet');
    if (daemon)
        throw new runner_errors/* ActionError */.lZ(`Input \`quiesce\` names ${(0,kinds/* label */.Pf)(daemon)}, which has no replicas to scale to zero; accepted are Deployments and StatefulSets.`);
    return refs;
}
/** The workloads as they are. @throws ActionError naming the first that does not exist */
async function findWorkloads({ client, namespace, wanted }) {
    if (wanted === 'all') {
        const list = await client.list((0,kinds/* workloadPath */.jC)(namespace, 'Deployment'));
        return list.items;
    }
    return Promise.all(wanted.map(async (ref) => {
        const found = await client.find((0,kinds/* workloadPath */.jC)(namespace, ref.kind, ref.name));
        if (!found)
            throw notThere(ref, namespace);
        return found;
    }));
}
const notThere = (ref, namespace) => new runner_errors/* ActionError */.lZ(`Input \`quiesce\` names ${(0,kinds/* label */.Pf)(ref)}, which is not in the namespace ${namespace}.`);
/** Those of the workloads that are there: one that somebody has deleted must not keep the others stopped. */
async function presentWorkloads({ client, namespace, wanted }) {
    if (wanted === 'all')
        return findWorkloads({ client, namespace, wanted });
    const found = await Promise.all(wanted.map(({ kind, name }) => client.find((0,kinds/* workloadPath */.jC)(namespace, kind, name))));
    return found.filter((workload) => workload !== undefined);
}
/**
 * Scales the workloads to zero, each with its number of replicas written on it in the same request, and waits until
 * every pod is gone: one that is being terminated may still write.
 */
async function quiesce(target, id, log) {
    const workloads = await findWorkloads(target);
    await Promise.all(workloads.map((workload) => patched(target, workload, (fresh) => {
        if ((0,kubernetes_held/* isHeld */.i7)(fresh))
            return takenOver(fresh, id);
        // How many replicas it had is not known: a zero written over it would be taken for the number.
        if ((0,kubernetes_held/* brokenHeldNote */.Le)(fresh) && fresh.spec.replicas === 0)
            return undefined;
        const note = { replicas: fresh.spec.replicas ?? 1, id, at: new Date().toISOString() };
        return { metadata: { annotations: { [kubernetes_held/* HELD */._r]: JSON.stringify(note) } }, spec: { replicas: 0 } };
    })));
    await Promise.all(workloads.map((workload) => podsGone(target, workload, log)));
}
/** Makes what a dead rollback holds this one's, whose post step then gives it back. */
async function takeOver(target, id) {
    for (const workload of await presentWorkloads(target))
        if ((0,kubernetes_held/* isHeld */.i7)(workload))
            await patched(target, workload, (fresh) => takenOver(fresh, id));
}
function takenOver(fresh, id) {
    const note = (0,kubernetes_held/* heldNote */.Wv)(fresh);
    if (!note || note.id === id)
        return undefined;
    return { metadata: { annotations: { [kubernetes_held/* HELD */._r]: JSON.stringify({ ...note, id }) } } };
}
/**
 * Gives every workload that a rollback stopped its replicas back; one that somebody has scaled up since is left to them.
 *
 * @param id of the rollback whose workloads are meant; all where there is none
 * @returns the labels of those that were given back
 * @throws the first failure, after every workload was tried
 */
async function resume(target, log, id) {
    const workloads = await presentWorkloads(target);
    const given = await (0,settled/* allSettled */.v)(workloads.map((workload) => letGo(target, workload, log, id)));
    return given.filter((each) => each !== undefined);
}
async function letGo(target, workload, log, id) {
    const broken = (0,kubernetes_held/* brokenHeldNote */.Le)(workload);
    if (broken)
        log.warn(broken);
    const held = (0,kubernetes_held/* heldNote */.Wv)(workload);
    if (!held || (id !== undefined && held.id !== id))
        return undefined;
    await patched(target, workload, (fresh) => {
        const note = (0,kubernetes_held/* heldNote */.Wv)(fresh);
        if (!note)
            return undefined;
        const metadata = { annotations: { [kubernetes_held/* HELD */._r]: null } };
        if (fresh.spec.replicas === 0)
            return { metadata, spec: { replicas: note.replicas } };
        log.warn(`${(0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(fresh))} was scaled to ${fresh.spec.replicas} meanwhile and is left so; it had ${note.replicas} replicas before.`);
        return { metadata };
    });
    return `${(0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(workload))} (${held.replicas})`;
}
/** Patches the state that `change` was made for: read again where somebody was faster. */
async function patched({ client, namespace }, workload, change) {
    const path = (0,kinds/* workloadPath */.jC)(namespace, workload.kind, workload.metadata.name);
    for (let fresh = workload;; fresh = await client.get(path)) {
        const patch = change(fresh);
        if (!patch)
            return;
        const { resourceVersion } = fresh.metadata;
        try {
            await client.patch(path, kubernetes_client/* PATCH */.D.merge, { ...patch, metadata: { ...patch.metadata, resourceVersion } });
            return;
        }
        catch (error) {
            if (!(error instanceof errors/* ApiError */.hD && error.status === 409))
                throw error;
        }
    }
}
async function podsGone({ client, namespace }, workload, log) {
    const watching = client.withSignal(client.signal);
    const labelSelector = (0,workload_pods/* selectorText */.nM)(workload.spec.selector);
    try {
        await new Promise((resolve, reject) => {
            const stop = () => reject(client.signal.reason);
            client.signal.addEventListener('abort', stop, { once: true });
            let pods;
            const look = () => {
                if (pods && ![...pods.items.values()].some(isAlive))
                    resolve();
            };
            watch/* WatchedList */.v.start(watching, (0,names/* objectPath */.du)(names/* CORE */.M2, namespace, 'pods'), { labelSelector }, {
                change: look,
                error: reject,
                trouble: (error) => log.info(`… the API server does not answer and is asked again: ${error.message}`),
            }).then((list) => {
                pods = list;
                look();
            }, reject);
        });
    }
    finally {
        watching.close();
    }
}
/** Pods that have ended, evicted ones say, stay until somebody collects them. */
const isAlive = (pod) => !['Succeeded', 'Failed'].includes(pod.status?.phase ?? '');

;// CONCATENATED MODULE: ./build/database/traffic.js




/** What was given back, where it is a pooler. */
const POOLER = 'pgbouncer';
/** Whether anybody is sent away before the switch, so that sessions of today say nothing of then. */
const drains = ({ workloads, poolers }) => workloads !== undefined || poolers !== undefined;
/** Stops what uses the database: workloads first, so that the pooler has less to wait for. */
async function hold({ workloads, poolers }, server, id, log) {
    if (workloads)
        await quiesce(workloads, id, log);
    if (poolers)
        await poolers.pause(server, waits/* WAITS */.r.POOLER_PAUSE_SECONDS);
}
/** Leaves held what a dead rollback holds, and makes it this one's to give back. */
async function keepHeld({ workloads }, id) {
    if (workloads)
        await takeOver(workloads, id);
}
/**
 * Gives back all that a rollback, this one or one that died, has stopped; also when the run is being cancelled. What
 * is not stopped stays as it is.
 *
 * @param id of the rollback whose workloads are meant; all where there is none
 * @returns what was given back, for people
 * @throws the first failure, after everything was tried
 */
async function giveBack({ workloads, poolers }, server, log, id) {
    const signal = AbortSignal.timeout(waits/* WAITS */.r.TRAFFIC_RESUME_MS);
    const settled = await Promise.allSettled([
        poolers ? poolers.withSignal(signal).resume(server.withSignal(signal)) : 0,
        workloads ? resumeWorkloads(workloads, signal, log, id) : [],
    ]);
    const failed = settled.find((item) => item.status === 'rejected');
    if (failed) {
        log.warn(`Traffic was not given back wholly; run this again, or scale back by hand what carries the annotation ${kubernetes_held/* HELD */._r}: ${(0,runner_errors/* messageOf */.bD)(failed.reason)}`);
        throw failed.reason;
    }
    const [pooled, scaled] = settled;
    return [...(pooled.value > 0 ? [POOLER] : []), ...scaled.value];
}
async function resumeWorkloads(target, signal, log, id) {
    const client = target.client.withSignal(signal);
    try {
        return await resume({ ...target, client }, log, id);
    }
    finally {
        client.close();
    }
}

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
 * Looks for who keeps everybody from tables of the live database. With consent (`blockers`) their sessions are ended, so that
 * what would be lost can be told; without, they are named.
 */
async function endHolders({ server, accepts, log }) {
    await server.use(server.database, async (session) => {
        const holders = await readHolders(session);
        for (const holder of holders) {
            const { pid, user, since, query, tables } = holder;
            const who = `The session of "${user}" with pid ${pid} holds ${tables} since ${since} (${query})`;
            if (!accepts('blockers')) {
                log.warn(`${who}; nobody can read them until it ends, and \`accept: blockers\` ends it.`);
                continue;
            }
            try {
                await session.query('SELECT pg_terminate_backend($1)', [pid]);
                log.info(`✓ ${who}; it is ended, as was agreed to`);
            }
            catch (error) {
                log.warn(`${who}; it could not be ended: ${(0,runner_errors/* messageOf */.bD)(error)}`);
            }
        }
    });
}

// EXTERNAL MODULE: ./build/systems/postgres/integrity/differences.js
var differences = __webpack_require__(13241);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/rows.js + 1 modules
var rows = __webpack_require__(8762);
;// CONCATENATED MODULE: ./build/database/loss.js






/**
 * Compares the live database with the side database, row by row where the fingerprints of a table differ.
 *
 * @param except tables that count for no share, as each of them takes consent by itself
 *
 * A comparison that fails is told in the result: not knowing the loss must not keep anybody from going back.
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
        const concerns = shareConcern(rowsLost(tables, differing, { live, except }), rowsIn(live));
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
        if (!(error instanceof runner_errors/* ActionError */.lZ))
            throw error;
        const seconds = secondsBetween(backupTime, measuredAt);
        return unknownLoss(base, seconds, (0,runner_errors/* messageOf */.bD)(error));
    }
}
/** The same where nothing could be compared. Pure. */
function unknownLoss(base, seconds, unknown) {
    const concerns = [unknownConcern(unknown.replace(/\.$/, ''))];
    return { ...base, lastWrite: null, seconds, tables: null, unknown, concerns };
}
const rowsIn = ({ tables }) => tables.reduce((sum, { rows }) => sum + Number(rows), 0);
/**
 * Whole rows that would be gone: one whose value in a new column goes is not, and without a key nobody can tell one that has
 * other contents from one that is gone.
 */
function rowsLost(losses, differing, { live, except }) {
    const keyed = new Set(live.tables.filter(({ key }) => key.length > 0).map(integrity_tables/* nameOf */.Vb));
    return losses.reduce((sum, { table, lost, columns }, at) => {
        if (except.has(table))
            return sum;
        const { rowsBefore, rowsAfter } = differing[at];
        const fewer = Math.max(0, Number(rowsAfter ?? 0) - Number(rowsBefore ?? 0));
        return sum + (columns === undefined && keyed.has(table) ? lost : fewer);
    }, 0);
}
/** A table of so few rows is always begun: what it takes is the way to the server, of which no number of rows tells. */
const loss_FEW_ROWS = 10_000;
/** Small tables first, so that as many as can be are compared row by row. */
async function tableLosses(both, differing) {
    const end = performance.now() + both.seconds * 1000;
    const late = AbortSignal.timeout(Math.ceil(both.seconds * 1000));
    const losses = new Map();
    for (const table of differing.toSorted((one, other) => rowsOf(one) - rowsOf(other))) {
        const isLong = rowsOf(table) > loss_FEW_ROWS && rowsOf(table) / both.pace > (end - performance.now()) / 1000;
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
/** What the numbers of rows tell; all there is to tell where only one of the two has the table. */
function lossByCount({ rowsBefore, rowsAfter, ...difference }) {
    const more = Number(rowsAfter ?? 0) - Number(rowsBefore ?? 0);
    const exact = rowsBefore === null || rowsAfter === null;
    return { table: (0,integrity_tables/* nameOf */.Vb)(difference), lost: Math.max(0, more), changed: 0, back: Math.max(0, -more), exact };
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
        return `The backup is ${age}; what would be lost could not be found out`;
    if (tables.length === 0)
        return `The backup is ${age}; no row differs from the live database`;
    const of = against === undefined
        ? ''
        : `, against what was live before the first of several rollbacks ("${against}")`;
    const sum = (what) => tables.reduce((total, table) => total + table[what], 0);
    const least = tables.every(({ exact }) => exact) ? '' : 'at least ';
    return `The backup is ${age}; in ${tables.length} tables ${least}${sum('lost')} rows would be lost, ${sum('changed')} go back to older contents, ${sum('back')} come back${of}`;
}

;// CONCATENATED MODULE: ./build/database/verify.js





/**
 * Whether a restored database may take the live one's place. Pure.
 *
 * @throws ActionError where it is empty, of something else, or not what `expected`, the snapshot of the backup, says
 */
function requireVerified(live, restored, expected) {
    const names = new Set(restored.tables.map(integrity_tables/* nameOf */.Vb));
    if (live.tables.length > 0 && names.size === 0) {
        throw new runner_errors/* ActionError */.lZ(`The backup has no tables, the live database "${live.database}" has ${live.tables.length}: it is no backup of it; nothing was changed.`);
    }
    if (live.tables.length > 0 && !live.tables.some((table) => names.has((0,integrity_tables/* nameOf */.Vb)(table)))) {
        throw new runner_errors/* ActionError */.lZ(`The backup has none of the tables of the live database "${live.database}": it is of another database (it has ${[...names].slice(0, 3).join(', ')} …); nothing was changed.`);
    }
    if (expected)
        requireExpected(restored, expected, 'nothing was changed');
}
/** @throws ActionError where a restored database has no table at all: whatever the live one has, it is no backup of it */
function requireAnything(restored) {
    if (restored.tables.length > 0)
        return;
    throw new runner_errors/* ActionError */.lZ('The backup has no tables; nothing was changed.');
}
/** @throws ActionError where a restored database is not what the snapshot says, with what that means to the user */
function requireExpected(restored, expected, consequence) {
    // What the snapshot left out it says nothing about.
    const present = (0,differences/* within */.ux)(restored, expected.scope);
    const found = withoutUnkept((0,differences/* differences */.tX)(expected, present), expected, present);
    if ((0,differences/* isSame */.Ft)(found))
        return;
    const { tables, schema, sequences, others } = found;
    const told = [
        ...tables.map(integrity_tables/* nameOf */.Vb),
        ...[...schema, ...sequences, ...others].map(({ kind, name }) => `${kind} ${name}`),
    ];
    throw new runner_errors/* ActionError */.lZ(`What was restored is not what the backup's snapshot says: ${told.length} differences (${told.slice(0, 5).join(', ')}${told.length > 5 ? ' …' : ''}); ${consequence}.`, { details: told });
}
/**
 * Differences without those that a faithful dump and restore makes: it leaves out indexes that are not valid, brings the
 * columns of a table that inherits in the order of its parents (so that the texts of its rows cannot be compared), makes the
 * schema `public` where it was dropped, and gives owners and grants later. Pure.
 */
function withoutUnkept(found, expected, restored) {
    const reordered = new Set(found.tables
        .filter((table) => isReordered(table, expected, restored) && table.rowsBefore === table.rowsAfter)
        .map((table) => `${(0,quote/* quoteName */.AB)(table.schema)}.${(0,quote/* quoteName */.AB)(table.name)}`));
    const isOfReordered = (table) => reordered.has(`${(0,quote/* quoteName */.AB)(table.schema)}.${(0,quote/* quoteName */.AB)(table.name)}`);
    const bare = new Map(expected.schema.flatMap(({ kind, name, table }) => kind === 'table' && table ? [[name, `${(0,quote/* quoteName */.AB)(table.schema)}.${(0,quote/* quoteName */.AB)(table.name)}`]] : []));
    return {
        ...found,
        tables: found.tables.filter((table) => !isOfReordered(table)),
        schema: found.schema.filter(({ kind, name, change }) => !(0,rights/* isOfRights */.d1)(kind) &&
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
        ...others.map(({ name, version }) => `The extension ${name} is restored in version ${version}; the live database has ${versions.get(name)}.`),
        ...missing.map(({ name }) => `The extension ${name} of the live database is not in the backup.`),
        ...restored.unvalidatedConstraints.map((name) => `The constraint ${name} is not validated.`),
        ...restored.invalidIndexes.map((name) => `The index ${name} is not valid.`),
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
        const from = (0,quote/* quoteTable */.Z8)({ schema: tableSchema, name: table });
        const { late } = await session.one(`SELECT coalesce((SELECT max(${(0,quote/* quoteName */.AB)(column)}) FROM ${from}) >
                       (SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM ${(0,quote/* quoteTable */.Z8)({ schema, name })}), false) AS late`);
        if (late)
            behind.push({
                sequence: (0,integrity_tables/* nameOf */.Vb)({ schema, name }),
                column: `${(0,integrity_tables/* nameOf */.Vb)({ schema: tableSchema, name: table })}.${column}`,
            });
    }
    return behind;
}

;// CONCATENATED MODULE: ./build/database/verify-side.js









/**
 * Reads both databases whole, so that what is told of the one and of the other is of one reading.
 *
 * @param seconds that the comparison row by row may take
 * @param original what was live before the first of several rollbacks, where the live database is what one of them restored
 */
async function verifySide(task, { server: reader, name }, { backup, expected, jobs }, seconds, original) {
    const { server, signal, log } = task;
    const begun = performance.now();
    const [live, restored] = await step(task, 'verify', async () => {
        // A snapshot of the backup was taken on another server, maybe; else the two are compared with each other alone.
        const quick = expected === undefined;
        const options = { jobs: Math.max(1, Math.floor(jobs / 2)), signal, quick };
        const [before, after] = await Promise.all([
            liveState(task, options),
            (0,capture/* captureSnapshot */.d)(reader, name, options),
        ]);
        if (typeof before === 'string')
            requireAnything(after);
        else
            requireVerified(before, after, expected);
        if (typeof before === 'string' && expected)
            requireExpected(after, expected, 'nothing was changed');
        return [before, after];
    }, ([, after]) => `${after.tables.length} tables are restored${expected ? ', row for row what the snapshot of the backup says' : ''}`);
    const pace = paceOf(restored, (performance.now() - begun) / 1000);
    if (typeof live !== 'string')
        for (const sentence of await reader.use(name, (side) => oddities(side, live, restored)))
            log.warn(sentence);
    const both = { server, reader, side: name, signal, seconds, pace };
    const counted = async () => {
        const ofLive = await lossOf(both, live, restored, backup);
        return original === undefined
            ? ofLive
            : lossOfOriginal(task, both, original, { ofLive, restored, backup, jobs });
    };
    const loss = await step(task, 'data loss', counted, describeLoss);
    for (const { reason } of loss.concerns ?? [])
        log.warn(`Not done unasked: ${reason}.`);
    return { loss, tables: restored.tables.length };
}
/** The state of the live database, or why it can't be told: an ill one must not keep anybody from going back. */
async function liveState(task, options) {
    const { server, signal } = task;
    try {
        await endHolders(task);
        return await (0,capture/* captureSnapshot */.d)(server, server.database, { ...options, lenient: true });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof runner_errors/* ActionError */.lZ))
            throw error;
        return (0,runner_errors/* messageOf */.bD)(error);
    }
}
/** What users last wrote is not in the live database: the loss is that of both, told by tables of the one that they wrote to. */
async function lossOfOriginal({ server, signal }, both, original, { ofLive, restored, backup, jobs }) {
    const loss = await (0,database_closed/* whileOpen */.U)(server, original, async () => {
        const state = await (0,capture/* captureSnapshot */.d)(server, original, { jobs, signal, quick: true, lenient: true }).catch((error) => {
            signal.throwIfAborted();
            if (!(error instanceof runner_errors/* ActionError */.lZ))
                throw error;
            return (0,runner_errors/* messageOf */.bD)(error);
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
    const unread = live.told.filter(({ kind }) => kind === capture/* UNREAD */.y);
    const restoredRows = new Map(restored.tables.map((table) => [(0,integrity_tables/* nameOf */.Vb)(table), table.rows]));
    const emptied = live.tables.filter((table) => table.rows !== '0' && (restoredRows.get((0,integrity_tables/* nameOf */.Vb)(table)) ?? '0') === '0');
    const leftOut = backup.hasData ? await tablesLeftOut(server, backup, emptied) : [];
    const loss = await dataLoss(both, live, restored, backup, new Set(leftOut.map(integrity_tables/* nameOf */.Vb)));
    const concerns = [
        ...(loss.concerns ?? []),
        ...emptyConcern(backup),
        ...lackingConcern(leftOut),
        ...unread.map(({ name, because }) => unknownConcern(`${name} could not be read (${because})`)),
    ];
    const ofUnread = new Set(unread.map(({ name }) => name));
    return {
        ...loss,
        ...(loss.tables && { tables: loss.tables.filter(({ table }) => !ofUnread.has(table)) }),
        ...(concerns.length > 0 && { concerns }),
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
    requireReplaceable(observed, { drains: drains(task.traffic) });
    for (const warning of warningsOf(observed))
        log.warn(warning);
    const ready = verifiedSide(observed, restore.backup);
    if (ready) {
        log.info(`✓ "${ready.database.name}" was restored and verified at ${ready.database.note?.at} already`);
        return ready;
    }
    await dropUnfinished(task, session, observed);
    const privileges = await privilegesFor(task, restore.backup);
    const note = noteOf(task, restore.backup);
    const name = await step(task, 'create side database', () => createSide(session, observed.live, note), (made) => `"${made}" is made beside the live database`);
    const maker = { session, server, name };
    try {
        await requireProperties(session, observed.live, await databaseOf(session, server.database, name));
        const restorer = await restorerOf(task, maker, restore.jobs, privileges);
        const begun = performance.now();
        const restored = await step(task, 'restore', () => fill(task, name, restore, restorer, privileges), () => `The backup is restored into "${name}"`);
        await annotate(session, name, { ...note, state: 'restored' });
        // What was restored is read by the role that restored it: a cast or an index of it may run anything.
        const { loss, tables } = await verifySide(task, { server: restorer?.server ?? server, name }, restore, lossSeconds(performance.now() - begun), originalOf(observed, restore.backup)?.name);
        await settle(task, maker, {
            owner: observed.live.owner,
            restorer,
            restored,
            backup: restore.backup,
            privileges,
        });
        await annotate(session, name, { ...note, state: 'verified', at: new Date().toISOString(), loss, tables });
        return { database: await databaseOf(session, server.database, name), loss, tables };
    }
    catch (error) {
        // It is of no use to anybody; a run that is cancelled leaves it to the next one.
        if (!task.signal.aborted)
            await discard(server, session, name).catch((left) => log.warn(`"${name}" is of no use and could not be dropped (the next run, or phase \`clean\`, does it): ${(0,runner_errors/* messageOf */.bD)(left)}`));
        throw error;
    }
}
/** Who restores; where no role can be made for it, the user of `database-url` with a warning. */
async function restorerOf({ log }, { session, server, name }, jobs, { unrestricted }) {
    if (unrestricted) {
        log.warn(withAllRights('that was agreed to'));
        return undefined;
    }
    const made = await makeRestoreRole(session, server, {
        name,
        database: name,
        privileges: 'CONNECT, CREATE, TEMPORARY',
        connections: 2 * jobs + SPARE_CONNECTIONS,
    });
    if (typeof made === 'string') {
        log.warn(withAllRights(made));
        return undefined;
    }
    await server.use(name, (owner) => openSchema(owner, name));
    return made;
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
/** Of a folder nobody knows whether it is still the same; a point in time always is. */
function isOf(note, { source, sha256, takenAtFrom }) {
    return sha256 === undefined
        ? takenAtFrom === POINT_IN_TIME && note.backup === (0,redact/* redact */.E$)(source)
        : note.sha256 === sha256;
}
async function dropUnfinished(task, session, { ours }) {
    const sides = ours.filter(({ note }) => note?.role === 'side');
    if (sides.length === 0)
        return;
    const names = sides.map(({ name }) => `"${name}"`).join(', ');
    await step(task, 'drop unfinished', () => dropAll(session, sides, ours), () => `What an earlier run left is dropped: ${names}`);
}
async function databaseOf(session, live, name) {
    const { ours } = await (0,observe/* observe */.lB)(session, live);
    return ours.find((database) => database.name === name);
}
/** Tries, and takes back, to give the side database all that hangs on the live one's name: at the switch it is too late. */
async function requireProperties(session, live, side) {
    const [wanted, present] = [
        await readProperties(session, live.oid),
        await readProperties(session, side.oid),
    ];
    const statements = propertyStatements(side.name, present, wanted);
    await session.run('BEGIN');
    const refused = await (0,settled/* inAnyCase */._)(() => carryOutWherePossible(session, statements), () => session.run('ROLLBACK'));
    if (refused.length === 0)
        return;
    const [first, ...more] = refused.map((one) => one.replace((0,quote/* quoteName */.AB)(side.name), (0,quote/* quoteName */.AB)(live.name)));
    throw new runner_errors/* ActionError */.lZ(`What hangs on the database "${live.name}" (owner, grants, settings) can not be given to another one by this user; use one that may, such as its owner or a superuser: it may not ${first}${more.length > 0 ? `, nor ${more.length} more` : ''}.`, { details: refused });
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
    const most = Math.floor((await roomForLocks(side)) / 4);
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

// EXTERNAL MODULE: ./build/runner/deadline.js
var deadline = __webpack_require__(97583);
;// CONCATENATED MODULE: ./build/database/downtime.js


/**
 * Measures how long nobody can connect to the server's database while `work` is done, by a client that tries all along, as
 * users do. It is as exact as a connection takes long, some milliseconds; where clients come through a pooler that
 * waits, they see less.
 *
 * @returns the longest time in which nobody got in, in seconds; where nobody does within 5 s of the end, or the run is
 * cancelled, as far as it was seen
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
        // Who began to connect before the work was done says nothing of what is after it.
        const isLast = isDone;
        try {
            await (await outside.connectOnce()).close();
            longest = Math.max(longest, performance.now() - succeeded);
            succeeded = performance.now();
            isOver = isLast;
        }
        catch {
            // That is what is measured; the end is told by the signal.
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

;// CONCATENATED MODULE: ./build/database/swap.js









/** How often it is tried: a session that can't be ended in time may be gone the next time. */
const ATTEMPTS = 2;
/** What PostgreSQL says of a database that others are connected to. */
const BEING_ACCESSED = '55006';
/**
 * Changes the names of two databases in one transaction, with everything that hangs on the name. Either both have
 * changed afterwards or none, whatever happens to the client or the server meanwhile. Newcomers wait for the lock
 * that the first rename takes; who is connected is sent away until it has it.
 *
 * @returns statements about owner, grants and settings of the database that this user may not carry out: an undo goes on
 * without them
 * @throws ActionError that names who could not be sent away, or says why nobody got in to switch it
 */
async function swap(server, plan) {
    for (let attempt = 1;; attempt++) {
        // Before these have begun, nobody needs to look whether it took place.
        const sessions = await connectTwice(server).catch((error) => {
            throw notSwitched(plan, error);
        });
        try {
            return await attemptSwap(sessions, plan).finally(() => Promise.all(sessions.map((one) => one.close())));
        }
        catch (error) {
            if (await foundSwapped(server, plan))
                return [];
            if (attempt === ATTEMPTS)
                throw await explained(server, plan, error);
        }
    }
}
/** One session to rename, the other to send away who is in its way. */
async function connectTwice(server) {
    const session = await (0,observe/* connectBeside */.Ps)(server);
    try {
        return [session, await (0,observe/* connectBeside */.Ps)(server)];
    }
    catch (error) {
        await session.close();
        throw error;
    }
}
async function attemptSwap([session, ender], plan) {
    const { live, incoming, keptAs, note } = plan;
    const wanted = await readProperties(session, live.oid);
    const present = await readProperties(session, incoming.oid);
    await session.run(`BEGIN; SET LOCAL lock_timeout = ${waits/* WAITS */.r.SWITCH_LOCK_MS}; SET LOCAL statement_timeout = ${waits/* WAITS */.r.SWITCH_STATEMENT_MS};
    SET LOCAL idle_in_transaction_session_timeout = '10s'`);
    // First the one that nobody uses: who is left in it, such as autovacuum, is waited for before users have to wait.
    const between = (0,database_note/* nameFor */.Fe)(live.name, note.id, 'next');
    await renameAlone(session, ender, incoming, between);
    await renameAlone(session, ender, live, keptAs);
    await session.run(`ALTER DATABASE ${(0,quote/* quoteName */.AB)(between)} RENAME TO ${(0,quote/* quoteName */.AB)(live.name)}`);
    const properties = propertyStatements(live.name, present, wanted);
    // An undo must work whatever somebody has granted or set meanwhile.
    const left = note.role === 'undone' ? await carryOutWherePossible(session, properties) : [];
    if (note.role !== 'undone')
        await session.run(properties.join(';\n'));
    await session.run([
        `ALTER DATABASE ${(0,quote/* quoteName */.AB)(live.name)} ALLOW_CONNECTIONS true`,
        `COMMENT ON DATABASE ${(0,quote/* quoteName */.AB)(live.name)} IS ${live.comment === null ? 'NULL' : (0,quote/* quoteText */.ol)(live.comment)}`,
        `ALTER DATABASE ${(0,quote/* quoteName */.AB)(keptAs)} ALLOW_CONNECTIONS false`,
        `COMMENT ON DATABASE ${(0,quote/* quoteName */.AB)(keptAs)} IS ${(0,quote/* quoteText */.ol)((0,database_note/* writeNote */.IP)(note))}`,
    ].join(';\n'));
    await requireOid(session, live.name, incoming.oid);
    await session.run('COMMIT');
    return left;
}
/** Renames a database whose sessions are ended meanwhile; nobody gets in from then on until the transaction ends. */
async function renameAlone(session, ender, { oid, name }, to) {
    const renamed = session.run(`ALTER DATABASE ${(0,quote/* quoteName */.AB)(name)} RENAME TO ${(0,quote/* quoteName */.AB)(to)}`);
    await Promise.all([renamed, endSessionsUntil(renamed, ender, oid)]);
}
async function endSessionsUntil(done, ender, oid) {
    const ended = new AbortController();
    const end = () => ended.abort();
    done.then(end, end);
    while (!ended.signal.aborted) {
        const clients = await (0,observe/* readClients */.pH)(ender, oid);
        const pids = clients.filter(({ endable }) => endable).map(({ pid }) => pid);
        // Not one by one: each is gone before the next is looked at otherwise.
        if (pids.length > 0)
            await ender.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [pids]);
        await (0,deadline/* pause */.v7)(waits/* WAITS */.r.SWITCH_ROUND_MS, ended.signal).catch(() => { });
    }
}
/** Somebody may have made or renamed databases since the plan: names alone prove nothing. */
async function requireOid(session, name, oid) {
    const found = await oidOf(session, name);
    if (found !== oid)
        throw new runner_errors/* ActionError */.lZ(`The database "${name}" is not the one that was prepared; somebody else has renamed databases meanwhile.`);
}
async function oidOf(session, name) {
    const rows = await session.query('SELECT oid::int8::float8 AS oid FROM pg_database WHERE datname = $1', [name]);
    return rows[0]?.oid;
}
/** The same as isSwapped. @throws ActionError that says so where nobody can know */
async function foundSwapped(server, plan) {
    try {
        return await isSwapped(server, plan);
    }
    catch (error) {
        // What that says is to be done is said here, once.
        const [why] = (0,runner_errors/* messageOf */.bD)(error).split(/; |\.$/);
        throw new runner_errors/* ActionError */.lZ(`Nobody knows whether "${plan.live.name}" was switched, as it was under way: ${why}; run this again when that is over, it finds out and goes on from there.`, { cause: error });
    }
}
/** Whether the swap took place: the oid is the truth, also where the answer to COMMIT was lost. */
async function isSwapped(server, { live, incoming }) {
    const session = await (0,observe/* connectBeside */.Ps)(server.withSignal(AbortSignal.timeout(waits/* WAITS */.r.SWITCH_LOOK_MS)));
    try {
        return (await oidOf(session, live.name)) === incoming.oid;
    }
    finally {
        await session.close();
    }
}
async function explained(server, plan, error) {
    if ((0,postgres_session/* codeOf */.$)(error) !== BEING_ACCESSED)
        return notSwitched(plan, error);
    const session = await (0,observe/* connectBeside */.Ps)(server.withSignal(AbortSignal.timeout(waits/* WAITS */.r.SWITCH_LOOK_MS)));
    try {
        return notSwitched(plan, error, await (0,observe/* readClients */.pH)(session, plan.live.oid));
    }
    finally {
        await session.close();
    }
}
function notSwitched({ live, note }, error, clients = []) {
    const held = clients.length > 0 ? `; connected are ${clients.slice(0, 5).map(describeClient).join('; ')}` : '';
    const again = note.role === 'undone' ? 'run this again' : 'run this again with `phase: switch`';
    return new runner_errors/* ActionError */.lZ(`The database "${live.name}" could not be switched, and is as it was: ${(0,runner_errors/* messageOf */.bD)(error).replace(/\.$/, '')}${held}; ${again} when ${held ? 'they are gone' : 'that is over'}.`, { cause: error });
}

;// CONCATENATED MODULE: ./build/database/switch.js









/**
 * Puts `incoming` in the place of the live database: traffic held, names swapped, traffic given back; where it was not
 * switched, in any case. What blocks it is looked for before anybody is sent away, and again after.
 */
async function switchTo(task, session, incoming, keptAs) {
    const { server, id, signal, traffic } = task;
    const name = server.database;
    requireReplaceable(await (0,observe/* observeStaying */.S$)(session, name, signal), { drains: drains(traffic) });
    try {
        await holdTraffic(task);
        const observed = await (0,observe/* observeStaying */.S$)(session, name, signal);
        requireReplaceable(observed, { drains: false });
        const switched = await step(task, 'switch', async () => {
            const note = switch_noteOf(task, observed, incoming, keptAs.role);
            const previous = await freeName(session, name, id, keptAs.what);
            const plan = { live: observed.live, keptAs: previous, note, incoming };
            let left = [];
            const downtimeSeconds = await measureDowntime(server, signal, async () => {
                left = await swap(server, plan);
            });
            if (left.length > 0)
                task.log.warn(`What was granted or set on "${name}" since the rollback stays with "${previous}", as the user of \`database-url\` may not give it to another database: ${left.slice(0, 3).join('; ')}.`);
            return { downtimeSeconds, previous };
        }, ({ downtimeSeconds, previous }) => `"${name}" is switched; nobody could connect for ${downtimeSeconds.toFixed(2)} s; what it was is kept as "${previous}"`);
        await afterSwitch(task);
        return switched;
    }
    catch (error) {
        // What went wrong first is what people have to hear; that traffic is not back is a warning of its own.
        await giveTrafficBack(task).catch(() => { });
        throw error;
    }
}
/**
 * What becomes of traffic once nothing is left to switch; what a dead run held and stays so is this one's from now on.
 * A run that is cancelled now has nobody after it to whom traffic could be left.
 */
async function afterSwitch(task, giveBack = giveTrafficBack) {
    if (task.keepsHolding && (await keptHeld(task)))
        return;
    await giveBack(task);
}
/** Whether traffic stays held, as asked for; not where the run is cancelled. */
async function keptHeld({ traffic, id, signal }) {
    try {
        if (!signal.aborted)
            await keepHeld(traffic, id);
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
    }
    return !signal.aborted;
}
/** Sends away what uses the database, where anything is known to, before it is replaced. */
async function holdTraffic(task) {
    const { traffic, server, id, log } = task;
    if (!drains(traffic))
        return;
    await step(task, 'hold traffic', () => hold(traffic, server, id, log), () => 'Traffic is held: no workload and no pooled connection uses the database');
}
/** Gives back what this rollback or one that died has stopped, and says what that was. */
async function giveTrafficBack(task) {
    if (!drains(task.traffic))
        return [];
    return step(task, 'give traffic back', () => giveBack(task.traffic, task.server, task.log), (given) => (given.length > 0 ? `Traffic is given back: ${given.join(', ')}` : 'No traffic was held'));
}
/**
 * The same where nobody knows whether anything is held: where nothing is, the record has nothing to tell.
 *
 * @param id of the rollback whose workloads are meant; all where there is none
 */
async function giveBackWhatIsHeld(task, id) {
    if (!drains(task.traffic))
        return [];
    const { traffic, server, log, record } = task;
    const event = { ...(0,component/* databaseSubject */.yK)(server), step: 'give traffic back' };
    const begun = performance.now();
    const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
    try {
        const given = await giveBack(traffic, server, log, id);
        const message = `Traffic is given back: ${given.join(', ')}`;
        if (given.length > 0) {
            log.info(`✓ ${message} (${ended().seconds.toFixed(1)} s)`);
            record({ ...ended(), status: 'done', message });
        }
        return given;
    }
    catch (error) {
        record({ ...ended(), status: 'failed', message: (0,runner_errors/* messageOf */.bD)(error) });
        throw error;
    }
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
function switch_noteOf({ id, run }, { live }, incoming, role) {
    const { backup, sha256, loss, tables } = incoming.note;
    const at = new Date().toISOString();
    return { of: live.name, role, id, run, at, backup, sha256, replacedBy: incoming.oid, loss, tables };
}

;// CONCATENATED MODULE: ./build/database/undo.js

/**
 * Which database an undo brings back: the newest that the live one has replaced; done again, what that one had replaced.
 * An undone database is none, so that undoing twice never goes forward again, and no run undoes twice. Pure.
 *
 * @throws ActionError where no rollback of this database has left one
 */
function planUndo({ ours, live }, run) {
    const undone = ours.find(({ note }) => note?.role === 'undone' && note.replacedBy === live.oid);
    const to = ours.find(({ note }) => note?.role === 'replaced' && note.replacedBy === live.oid);
    if (to && (undone === undefined || undone.note?.run !== run))
        return { does: 'switch', to };
    if (undone)
        return {
            does: 'nothing',
            why: `the rollback was undone at ${undone.note?.at}; what it had brought is kept as "${undone.name}"`,
        };
    const side = ours.find(({ note }) => note?.role === 'side');
    if (side)
        return {
            does: 'nothing',
            why: `nothing was switched yet; "${side.name}" is beside it, and phase \`clean\` removes that`,
        };
    throw new runner_errors/* ActionError */.lZ(`Nothing to undo: no rollback of "${live.name}" has left the database that it replaced (\`keep\` says how many stay).`);
}

;// CONCATENATED MODULE: ./build/database/rollback.js















/** The whole rollback: prepared beside the live database, then switched. */
async function rollback_all(task, session, request) {
    const already = await switchedAlready(task, session, request.source);
    if (already)
        return already;
    const side = await prepareSide(task, session, request, true);
    requireLossAccepted(task, side);
    return switchSide(task, session, side, request.keep);
}
/** The first half: everything that can be done while the live database goes on. */
async function prepareOnly(task, session, request) {
    const already = await switchedAlready(task, session, request.source);
    if (already)
        return already;
    const { database, loss, tables } = await prepareSide(task, session, request);
    const message = `"${database.name}" is ready to take the place of "${task.server.database}"; phase \`switch\` does it, phase \`clean\` removes it.`;
    return { done: true, message, loss, tables, side: database.name };
}
/** The second half. @throws ActionError where nothing is prepared */
async function switchOnly(task, session, { keep, maxDataLoss }) {
    const already = await switchedAlready(task, session);
    if (already)
        return already;
    const observed = await (0,observe/* observe */.lB)(session, task.server.database);
    const side = verifiedSide(observed);
    if (!side) {
        throw new runner_errors/* ActionError */.lZ(`No verified database is beside "${observed.live.name}"; run the phase \`prepare\` first.`);
    }
    const { backupTime, backupBetween } = side.loss;
    requireAge({ takenAt: backupTime ?? undefined, takenBetween: backupBetween }, maxDataLoss, task.accepts);
    requireLossAccepted(task, side);
    task.log.info(`✓ "${side.database.name}" was restored from ${side.database.note?.backup} and verified at ${side.database.note?.at}`);
    return switchSide(task, session, side, keep);
}
/** Brings the replaced database back. */
async function undo(task, session) {
    const plan = planUndo(await (0,observe/* observe */.lB)(session, task.server.database), task.run);
    if (plan.does === 'nothing') {
        await afterSwitch(task, giveBackWhatIsHeld);
        return { done: false, message: `Nothing to undo: ${plan.why}.` };
    }
    const switched = await switchTo(task, session, plan.to, { what: 'undone', role: 'undone' });
    const message = `"${task.server.database}" is what it was before the rollback again; nobody could connect for ${switched.downtimeSeconds.toFixed(2)} s, and what was written since is in "${switched.previous}".`;
    return { done: true, message, ...switched };
}
/** Gives back what this rollback holds, or where it holds no workload, what any does. */
async function rollback_resume(task) {
    const own = await giveBackWhatIsHeld(task, task.id);
    // A paused pooler does not say whose it is: what was held together with it may be another rollback's.
    const given = own.some((what) => what !== POOLER) ? own : [...own, ...(await giveBackWhatIsHeld(task))];
    return given.length > 0
        ? { done: true, message: `Traffic is given back: ${given.join(', ')}.` }
        : { done: false, message: 'Nothing to resume: no traffic is held.' };
}
/** Removes what rollbacks have left and nobody needs. */
async function clean(task, session, keep) {
    const observed = await (0,observe/* observe */.lB)(session, task.server.database);
    const leftovers = leftoversOf(observed, keep, task.accepts).map(({ database }) => database);
    if (leftovers.length === 0)
        return {
            done: false,
            message: `Nothing to clean: rollbacks have left no database beside what \`keep\` says${describeOriginals(observed)}.`,
        };
    const bound = await step(task, 'clean', () => dropAll(session, leftovers, observed.ours), (stay) => `${leftovers.length - stay.length} databases are dropped`);
    if (bound.length > 0)
        throw new runner_errors/* ActionError */.lZ(`Not everything is cleaned: ${describeBound(bound)}.`);
    return { done: true, message: `Cleaned: ${leftovers.map(({ name }) => `"${name}"`).join(', ')} dropped.` };
}
/** A run that was killed after its switch has nothing left to do but to give traffic back. */
async function switchedAlready(task, session, source) {
    const { ours, live } = await (0,observe/* observe */.lB)(session, task.server.database);
    const replaced = ours.find(({ note }) => note?.role === 'replaced' &&
        note.replacedBy === live.oid &&
        note.run === task.run &&
        (source === undefined || note.backup === (0,redact/* redact */.E$)(source)));
    if (!replaced)
        return undefined;
    await afterSwitch(task, giveBackWhatIsHeld);
    const { note, name } = replaced;
    const message = `"${live.name}" was switched by this run at ${note?.at} already; what it was is kept as "${name}".`;
    const loss = note?.loss;
    // Another runner's record does not have it.
    task.record({
        ...{ ...(0,component/* databaseSubject */.yK)(task.server), step: 'switch', status: 'no-op', message },
        evidence: { earlier: note?.at, ...(loss && { 'data-loss': loss }) },
    });
    return { done: false, message, previous: name, ...(loss && { loss }) };
}
/** @throws ActionError where the switch would take away what nobody has agreed to; what was restored stays */
function requireLossAccepted({ accepts }, { database, loss }) {
    const consequence = `nothing was switched, and "${database.name}" waits beside the live database for the phase \`switch\``;
    requireAccepted(loss.concerns ?? [], accepts, consequence);
}
/** @param switches whether the switch follows at once, so that what is known to be refused then is refused now */
async function prepareSide(task, session, request, switches = false) {
    const observed = await (0,observe/* observeStaying */.S$)(session, task.server.database, task.signal);
    // Before the backup is fetched, which may take long.
    requireReplaceable(observed, { drains: drains(task.traffic) });
    const fetched = await step(task, 'fetch', () => request.fetch(task), ({ backup }) => `The backup is fetched: ${describeBackup(backup)}`);
    requireRightBackup(fetched.backup, request, task.accepts);
    await requireForeseen(task, fetched.backup, switches ? 'swap' : 'prepare');
    return prepare(task, session, { ...fetched, jobs: request.jobs });
}
/** @throws ActionError where the backup is of another database or older than is allowed */
function requireRightBackup(backup, { of, maxDataLoss }, accepts) {
    if (backup.database !== undefined && backup.database !== of) {
        throw new runner_errors/* ActionError */.lZ(`The backup is of the database "${backup.database}", not of "${of}"; nothing was changed. Where that is meant, say \`backup-database: ${backup.database}\`.`);
    }
    requireAge(backup, maxDataLoss, accepts);
}
/** @throws ActionError where a backup is older than is allowed, or may be */
function requireAge({ takenAt, takenBetween }, maxDataLoss, accepts) {
    if (maxDataLoss === undefined)
        return;
    const age = (time) => Math.round((Date.now() - Date.parse(time)) / 1000);
    const latest = takenAt ?? takenBetween?.latest;
    if (latest !== undefined && age(latest) > maxDataLoss) {
        const atLeast = takenAt === undefined ? 'at least ' : '';
        throw new runner_errors/* ActionError */.lZ(`The backup is of ${latest}${takenAt === undefined ? ' at the latest' : ''}, ${atLeast}${age(latest)} s ago, and \`max-data-loss\` allows ${maxDataLoss} s; nothing was changed. Take a newer backup, or allow more.`);
    }
    const earliest = takenAt ?? takenBetween?.earliest;
    if (earliest !== undefined && age(earliest) <= maxDataLoss)
        return;
    const known = takenBetween
        ? `it was ${describeMadeAt({ takenAt, takenAtFrom: undefined, takenBetween })}`
        : 'nothing tells it, or it lies in the future';
    (0,consent/* requireConsent */.C)(accepts, 'unknown', `The time of the backup is unknown (${known}), so \`max-data-loss\` cannot be enforced; nothing was changed. A snapshot beside the backup (verify-integrity) tells it`);
}
const describeBackup = (backup) => `${backup.form}, ${(backup.bytes / 1e6).toFixed(1)} MB, ${backup.tables} tables, ${describeMadeAt(backup)}`;
async function switchSide(task, session, side, keep) {
    const { loss, tables } = side;
    const switched = await switchTo(task, session, side.database, { what: 'old', role: 'replaced' });
    // The switch is done: that others stay longer, or that the run is cancelled now, makes it no failure.
    await dropOlder(task, session, keep).catch((error) => task.log.warn(`Replaced databases beyond \`keep\` could not be dropped (phase \`clean\` does it): ${(0,runner_errors/* messageOf */.bD)(error)}`));
    const message = `"${task.server.database}" is back at its backup; nobody could connect for ${switched.downtimeSeconds.toFixed(2)} s, and what it was is kept as "${switched.previous}" (phase \`undo\` brings it back).`;
    return { done: true, message, ...switched, loss, tables };
}
/** Replaced databases of earlier rollbacks go; one that has to stay is no failure. */
async function dropOlder(task, session, keep) {
    const observed = await (0,observe/* observe */.lB)(session, task.server.database);
    const replaced = leftoversOf(observed, keep).filter(({ database }) => database.note?.role === 'replaced');
    if (replaced.length === 0)
        return;
    const databases = replaced.map(({ database }) => database);
    const bound = await step(task, 'drop older', () => dropAll(session, databases, observed.ours), (stay) => `${databases.length - stay.length} replaced databases beyond \`keep\` are dropped`);
    if (bound.length > 0)
        task.log.warn(`Of the replaced databases ${describeBound(bound)}.`);
}

;// CONCATENATED MODULE: ./build/database/in-place.js




















/**
 * For those who can't hold two copies: a dump of the live database, read once more, then its contents replaced in
 * one transaction. Whatever fails leaves what was there.
 */
async function rollBackInPlace(task, session, request, safetyDump) {
    const { server } = task;
    // All that can refuse comes before traffic is held.
    await requireContentsReplaceable(server, session);
    (0,postgres_tools/* chooseDump */.A0)(await (0,postgres_tools/* toolsNamed */.B)('pg_dump'), { server: Math.floor(session.version / 10000) });
    const fetched = await step(task, 'fetch', () => request.fetch(task), () => 'The backup is fetched and whole');
    requireRightBackup(fetched.backup, request, task.accepts);
    await requireForeseen(task, fetched.backup, 'in-place');
    const privileges = await privilegesFor(task, fetched.backup);
    await requireExtensions(task, fetched.backup);
    try {
        await holdTraffic(task);
        await requireContentsReplaceable(server, session);
        const done = await replace(task, session, { ...fetched, jobs: request.jobs }, { safetyDump: unused(safetyDump), privileges });
        await afterSwitch(task);
        return done;
    }
    catch (error) {
        await giveTrafficBack(task).catch(() => { });
        throw error;
    }
}
/** What a backup needs and nobody here may create would fail only when traffic is held. */
async function requireExtensions({ server, accepts }, backup) {
    const denied = await server.use(server.database, (session) => deniedOf(session, backup.extensions.map(({ name }) => name)));
    if (denied.length === 0)
        return;
    const reason = `the backup needs ${denied.map((name) => `the extension "${name}"`).join(', ')}, which is not there and which "${server.user}" may not create: it would be left out`;
    requireAccepted([{ word: 'rights', tables: [], reason }], accepts, 'nothing was changed');
}
/** @throws ActionError naming what keeps the contents from being replaced */
async function requireContentsReplaceable(server, session) {
    const foreign = await server.use(server.database, foreignContents);
    requireReplaceableInPlace(await (0,observe/* observe */.lB)(session, server.database), foreign);
}
async function replace(task, session, restore, { safetyDump, privileges }) {
    const { server, log, progress, signal } = task;
    const { database } = server;
    await step(task, 'safety dump', () => (0,dump/* dumpDatabase */.m)(server, database, safetyDump, { signal }).catch((error) => in_place_explained(error, session, database)), () => `The live database is dumped to ${safetyDump}, and the dump is whole`);
    const tables = await server.use(database, (live) => (0,integrity_tables/* tablesOf */.tI)(live));
    const replaces = tables.filter(({ extension }) => extension === null);
    const begun = performance.now();
    await step(task, 'restore in place', () => restoreInPlace(restore.backup, {
        server,
        database,
        log,
        progress,
        signal,
        replaces,
        unrestricted: privileges.unrestricted,
    }).catch((error) => in_place_explained(error, session, database)), () => `The contents of "${database}" are those of the backup`);
    const downtimeSeconds = (performance.now() - begun) / 1000;
    for (const sentence of await makeLast(server, database, privileges.last))
        log.warn(sentence);
    await verify(task, restore, safetyDump);
    const message = `The contents of "${database}" are those of the backup, and it was locked for ${downtimeSeconds.toFixed(1)} s; what it held is in ${safetyDump}.`;
    return { done: true, message, downtimeSeconds, safetyDump };
}
/** What is in one transaction can be read by others only after it: what is wrong then is said, never passed over. */
async function verify(task, { expected, jobs }, safetyDump) {
    if (!expected)
        return;
    const { server, signal } = task;
    await step(task, 'verify', async () => {
        const restored = await (0,capture/* captureSnapshot */.d)(server, server.database, { jobs, signal });
        requireExpected(restored, expected, `it is in place, and what was there before is in ${safetyDump}`);
    }, () => 'The contents are row for row what the snapshot of the backup says');
}
async function in_place_explained(error, session, database) {
    // pg_dump waits for its locks by a time limit on statements.
    if (!/due to (lock|statement) timeout/.test((0,runner_errors/* messageOf */.bD)(error)))
        throw error;
    const { clients } = await (0,observe/* observe */.lB)(session, database);
    const held = clients.slice(0, 5).map(describeClient).join('; ') || 'nobody any more';
    throw new runner_errors/* ActionError */.lZ(`The contents of "${database}" could not be replaced, and are as they were: other sessions held them for more than ${waits/* WAITS */.r.IN_PLACE_LOCK_MS / 1000} s (connected are ${held}); end them, or name what uses it in \`quiesce\`, and run this again.`, { cause: error });
}
/** The dump of an earlier attempt may be the only copy of what was there before it: nothing is written over it. */
function unused(path) {
    const { dir, name, ext } = (0,external_node_path_.parse)(path);
    for (let count = 1, free = path;; free = (0,external_node_path_.join)(dir, `${name}-${++count}${ext}`))
        if (!(0,external_node_fs_.existsSync)(free))
            return free;
}

;// CONCATENATED MODULE: ./build/database/lock.js



/** The first half of our advisory locks; the second is the hash of the database's name. */
const CLASS = 0x726f6c6c;
/**
 * Keeps two rollbacks of one database apart: an advisory lock of a session beside it, which ends with the session, so
 * that a dead runner can't hold it. The session is given to `work`.
 *
 * @throws ActionError naming the rollback that has it
 */
async function withLock(server, { id, accepts, inPlace }, work) {
    const session = await (0,observe/* connectBeside */.Ps)(server, inPlace);
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
 * Behind a pooler a lock stays with whoever gets the connection next, and databases that it keeps connections to are switched
 * late or not at all.
 *
 * @throws ActionError where `database-url` leads to one, without a word of consent
 */
function requireDirect(session, server, accepts) {
    if (!session.isPooled)
        return;
    const refusal = `\`database-url\` leads to a pooler at ${server.name} (the server knows this connection by another number), which would keep locks and settings of a rollback for its clients; nothing was changed. Name the server itself there, and pgbouncer's console in \`pgbouncer-url\``;
    (0,consent/* requireConsent */.C)(accepts, 'pooler', refusal);
}
async function heldByOther(session, database) {
    const [holder] = await session.query(`SELECT application_name AS application, to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since, pid
     FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND classid = $1::int::oid AND objid = hashtext($2)::oid AND objsubid = 2`, [CLASS, database]);
    const who = holder
        ? `${holder.application.replace('rollback-actions ', 'rollback ')} (pid ${holder.pid}) since ${holder.since}`
        : 'another rollback';
    return new runner_errors/* ActionError */.lZ(`The database "${database}" is being rolled back by ${who}; wait for it, or end it with SELECT pg_terminate_backend(<pid>).`);
}

;// CONCATENATED MODULE: ./build/database/plan.js



/** Says in one sentence what a phase would do to the database that was observed. Pure. */
function planOf(observed, { phase, source, keep, bytes, run, accepts, }) {
    const { live } = observed;
    const size = `${(bytes / 1e6).toFixed(0)} MB`;
    const messages = {
        all: () => `"${live.name}" (${size}) would be restored from ${source} beside itself, verified, and switched`,
        prepare: () => `"${live.name}" (${size}) would be restored from ${source} beside itself and verified`,
        switch: () => {
            const side = verifiedSide(observed);
            return side
                ? `"${side.database.name}" would take the place of "${live.name}"`
                : `nothing is prepared, so nothing would be switched`;
        },
        resume: () => 'traffic that is held would be given back',
        undo: () => {
            const plan = planUndo(observed, run);
            return plan.does === 'switch'
                ? `"${plan.to.name}" would become "${live.name}" again`
                : `nothing would be undone: ${plan.why}`;
        },
        clean: () => {
            const names = leftoversOf(observed, keep, accepts).map(({ database, why }) => `"${database.name}", which ${why}`);
            return names.length > 0 ? `these would be dropped: ${names.join('; ')}` : 'nothing would be dropped';
        },
    };
    return `Planned: ${messages[phase]()}; nothing was changed.`;
}

// EXTERNAL MODULE: ./build/runner/duration.js
var duration = __webpack_require__(31699);
;// CONCATENATED MODULE: ./build/database/foreseen-loss.js






/** Names that a sentence can hold. */
const foreseen_loss_TOLD = 5;
const LATER = 'what was written since would be lost; how many rows that is, is counted once it is restored, before anything is replaced';
/**
 * Says of a backup that is not restored yet how old it is, and how many rows were written since, in a sentence. It is counted
 * by the server's commit times, else by the rows that its snapshot had, and no longer than a plan may take.
 *
 * @param counts false where nobody waits for it
 */
async function foreseenLoss(server, backup, { snapshot, counts }) {
    const { takenAt } = backup;
    const seconds = takenAt === undefined ? undefined : (Date.now() - Date.parse(takenAt)) / 1000;
    const age = seconds === undefined || seconds < 0 ? '' : `, ${(0,duration/* duration */.p)(seconds)} old`;
    return `The backup is ${describeMadeAt(backup)}${age}; ${counts ? await writtenSince(server, takenAt, snapshot) : LATER}.`;
}
async function writtenSince(server, takenAt, snapshot) {
    try {
        return await server.use(server.database, async (session) => {
            const { on } = await session.one(`SELECT current_setting('track_commit_timestamp') AS on`);
            if (on === 'on' && takenAt !== undefined) {
                const since = `pg_catalog.pg_xact_commit_timestamp(xmin) > ${(0,quote/* quoteText */.ol)(takenAt)}::timestamptz`;
                return describeWritten(await count(session, (_, table) => foreseen_loss_rowsIn(session, `${table} WHERE ${since}`)));
            }
            if (snapshot === undefined)
                return LATER;
            const known = new Map(snapshot.tables.map((table) => [(0,integrity_tables/* nameOf */.Vb)(table), Number(table.rows)]));
            return describeMore(await count(session, async (name, table) => {
                const before = known.get(name);
                return before === undefined ? 0 : (await foreseen_loss_rowsIn(session, table)) - before;
            }));
        });
    }
    catch (error) {
        if (!(error instanceof runner_errors/* ActionError */.lZ))
            throw error;
        return LATER;
    }
}
/** Counts table by table, small ones first, until the time is over. */
async function count(session, rowsOf) {
    const end = performance.now() + waits/* WAITS */.r.PLAN_COUNT_MS;
    await session.run(`SET lock_timeout = '1s'`);
    const tables = (await (0,integrity_tables/* tablesOf */.tI)(session, undefined, false)).filter(({ extension, kind, readable }) => extension === null && kind === 'table' && readable);
    const rows = new Map();
    for (const table of tables.toSorted((one, other) => one.bytes - other.bytes)) {
        const left = Math.floor(end - performance.now());
        if (left <= 0)
            break;
        await session.run(`SET statement_timeout = ${left}`);
        const found = await rowsOf((0,integrity_tables/* nameOf */.Vb)(table), (0,quote/* quoteTable */.Z8)(table)).catch(() => 0);
        if (found > 0)
            rows.set((0,integrity_tables/* nameOf */.Vb)(table), found);
    }
    return rows;
}
async function foreseen_loss_rowsIn(session, from) {
    const { rows } = await session.one(`SELECT count(*)::text AS rows FROM ONLY ${from}`);
    return Number(rows);
}
/**
 * Rows that commit times tell of: those that were added, and those that were changed. Others may have been written before the
 * server kept such times, so that none says nothing. Pure.
 */
const describeWritten = (rows) => rows.size === 0 ? LATER : `${foreseen_loss_tell(rows)} written since and would be lost or go back to older contents`;
/** Rows that there are more than in a snapshot; what was changed since, it does not tell. Pure. */
const describeMore = (rows) => rows.size === 0
    ? LATER
    : `${foreseen_loss_tell(rows)} added since its snapshot and would be lost; what was changed since goes back as well`;
function foreseen_loss_tell(rows) {
    const total = [...rows.values()].reduce((sum, each) => sum + each, 0);
    const most = [...rows].toSorted(([, one], [, other]) => other - one);
    const names = most.slice(0, foreseen_loss_TOLD).map(([name, each]) => `${name} ${each.toLocaleString('en')}`);
    const more = most.length > foreseen_loss_TOLD ? ` and ${most.length - foreseen_loss_TOLD} more` : '';
    const [noun, verb] = total === 1 ? ['row', 'was'] : ['rows', 'were'];
    return `at least ${total.toLocaleString('en')} ${noun} (${names.join(', ')}${more}) ${verb}`;
}

// EXTERNAL MODULE: ./build/runner/files.js
var files = __webpack_require__(88704);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/snapshot.js
var snapshot = __webpack_require__(39105);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/runner/retry.js
var retry = __webpack_require__(19897);
;// CONCATENATED MODULE: ./build/systems/storage/download.js










/** Bytes of a part: what is fetched again when a connection is cut. */
const download_PART = 8 * 1024 * 1024;
/** Parts on their way at a time; with PART, the most that is held in memory. */
const download_AT_A_TIME = 6;
const download_ATTEMPTS = 6;
/** Of the free disk, the part that may be filled where nobody says how much comes. */
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
        const start = index * download_PART;
        const part = await stored.part({ start, end: start + download_PART - 1 }, version);
        if (!part?.partial)
            return part;
        const body = await whole(part, download_PART, stored.name);
        if (part.bytes !== undefined && body.length !== Math.min(download_PART, Math.max(0, part.bytes - start)))
            throw new Error('the connection was cut');
        return { ...part, body };
    });
    const first = await fetchPart(0);
    if (!first)
        throw download_notThere(stored);
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
        throw new runner_errors/* ActionError */.lZ(`${stored.name} has ${first.bytes} bytes, of which ${sink.bytes} came; run this again.`);
    }
    const { modifiedAt, version } = first;
    return { modifiedAt, version, bytes: sink.bytes, sha256: sink.sha256() };
}
/** Asks whether there is anything, and for no more. @throws ActionError where there is nothing, or nobody may know */
async function requireThere(stored, signal) {
    if (stored.local === undefined
        ? !(await retried(stored, signal, () => answers(stored)))
        : !(0,external_node_fs_.existsSync)(stored.local))
        throw download_notThere(stored);
}
/** How large an object is, when it was last modified, and which it is; undefined where it does not tell its size. */
async function sizeOf(stored, signal) {
    return retried(stored, signal, async () => {
        const part = await stored.part({ start: 0, end: 0 });
        if (!part)
            throw download_notThere(stored);
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
    await (0,settled/* inAnyCase */._)(async () => {
        for (let start = 0; start < bytes; start += download_PART)
            await retried(stored, signal, async () => {
                const part = await stored.part({ start, end: start + download_PART - 1 });
                if (!part?.partial)
                    throw new runner_errors/* ActionError */.lZ(`${stored.name} cannot be read in parts.`);
                await sink.write(await whole(part, download_PART, stored.name));
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
const download_notThere = ({ name }) => new runner_errors/* ActionError */.lZ(`There is no ${name}; check input \`backup\`.`);
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
        throw new runner_errors/* ActionError */.lZ(`${name} needs ${megabytes(bytes)} on ${(0,external_node_path_.dirname)(path)}, where ${megabytes(room)} are free; use a runner with a larger disk.`);
    }
}
/** Bytes that are free for us where a file is to be. */
async function roomAt(path) {
    const { bavail, bsize } = await (0,promises_.statfs)((0,external_node_path_.dirname)(path));
    return bavail * bsize;
}
/** Parts are written in their order, while the next ones are on their way. */
async function inParts(first, fetchPart, sink, progress) {
    const count = Math.ceil((first.bytes ?? 0) / download_PART);
    const coming = [Promise.resolve(first)];
    for (let index = 0; index < count; index++) {
        while (coming.length < Math.min(download_AT_A_TIME, count - index)) {
            const part = fetchPart(index + coming.length, first.version);
            // It is awaited in its turn; until then a failure is nobody's.
            part.catch(() => { });
            coming.push(part);
        }
        const part = await coming.shift();
        if (!part)
            throw new runner_errors/* ActionError */.lZ('The backup was deleted while it was fetched.');
        await sink.write(part.body);
        progress(sink.bytes, first.bytes);
    }
}
/** From a server that knows no ranges: from the start again after a cut. */
async function asOne(stored, first, sink, progress, signal) {
    let body = first.body;
    await retried(stored, signal, async () => {
        body ??= (await stored.part({ start: 0, end: download_PART - 1 }, first.version))?.body;
        if (!body)
            throw new runner_errors/* ActionError */.lZ(`${stored.name} was deleted while it was fetched.`);
        await sink.restart();
        // Who does not say how much there is may go on without an end, and others need the disk too.
        const most = (await roomAt(sink.path)) * SHARE;
        try {
            for await (const chunk of body) {
                if (sink.bytes + chunk.byteLength > most)
                    throw new runner_errors/* ActionError */.lZ(`${stored.name} is larger than the disk at ${(0,external_node_path_.dirname)(sink.path)} has room for (${megabytes(most)}); use a runner with a larger disk.`);
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
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #file;
    constructor(path) {
        this.path = path;
        this.#file = (0,external_node_fs_.createWriteStream)(path, { mode: 0o600 });
        this.#file.on('error', () => { });
    }
    async write(chunk) {
        if (this.#file.errored)
            throw this.#failed(this.#file.errored);
        this.#hash.update(chunk);
        this.bytes += chunk.byteLength;
        if (!this.#file.write(chunk))
            await (0,external_node_events_.once)(this.#file, 'drain').catch((error) => {
                throw this.#failed(error);
            });
    }
    async restart() {
        if (this.bytes === 0)
            return;
        await this.end();
        this.bytes = 0;
        this.#hash = (0,external_node_crypto_.createHash)('sha256');
        this.#file = (0,external_node_fs_.createWriteStream)(this.path, { mode: 0o600 });
        this.#file.on('error', () => { });
    }
    async end() {
        this.#file.end();
        await (0,external_node_stream_promises_.finished)(this.#file).catch((error) => {
            throw this.#failed(error);
        });
    }
    sha256() {
        return this.#hash.digest('hex');
    }
    #failed(error) {
        return new runner_errors/* ActionError */.lZ(`The backup can not be written to ${this.path}: ${(0,runner_errors/* messageOf */.bD)(error)}.`, {
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
const tooLarge = (name, most) => new runner_errors/* ActionError */.lZ(`${name} answers with more than the ${megabytes(most)} that were asked for; check that the URL is that of the backup.`);
/** Tries again what passes by itself; an ActionError does not. */
async function retried(stored, signal, attempt) {
    try {
        return await (0,retry/* retry */.L5)(attempt, {
            attempts: download_ATTEMPTS,
            longestPauseMs: waits/* WAITS */.r.STORE_LONGEST_PAUSE_MS,
            signal,
            isPassing: (error) => !(error instanceof runner_errors/* ActionError */.lZ) || error instanceof retry/* PassingError */.aB,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof runner_errors/* ActionError */.lZ && !(error instanceof retry/* PassingError */.aB))
            throw error;
        throw new runner_errors/* ActionError */.lZ(`${stored.name} could not be read in ${download_ATTEMPTS} attempts (${(0,runner_errors/* messageOf */.bD)(error)}); check the network between the runner and it.`, { cause: error });
    }
}
const megabytes = (bytes) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;

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
            throw new runner_errors/* ActionError */.lZ(`${this.name} can not be read: ${(0,runner_errors/* messageOf */.bD)(error)}.`, { cause: error });
        }
    }
    neighbour(suffix) {
        return new FileStore(this.local.replace(/(?<!\/)\/+$/, '') + suffix);
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./build/systems/http/client.js
var client = __webpack_require__(25019);
// EXTERNAL MODULE: ./build/systems/network.js
var network = __webpack_require__(69355);
// EXTERNAL MODULE: ./build/systems/storage/stored.js
var storage_stored = __webpack_require__(61792);
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
            throw new runner_errors/* ActionError */.lZ('Input `backup` begins like a URL and is none; see that it is percent-encoded.');
        if (!isPrivate(url)) {
            throw new runner_errors/* ActionError */.lZ(`A backup is not fetched from ${url.origin} without encryption; use https:// or s3://.`);
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
            throw new storage_stored/* ChangedError */.J(this.name);
        if (status === 401 || status === 403) {
            throw new storage_stored/* DeniedError */.i(`${this.name} may not be read (HTTP ${status}); check the credentials, or that the presigned URL has not expired.`);
        }
        const message = `${this.name} answers with HTTP ${status}`;
        // Overload and gateways' errors pass; the rest does not.
        if ((0,client/* isPassingStatus */.Wj)(status))
            throw new retry/* PassingError */.aB(message, {
                retryAfterMs: (0,retry/* retryAfterMs */.Vs)(response.headers['retry-after']),
                isLimit: status === 429,
            });
        throw new runner_errors/* ActionError */.lZ(`${message}; check the URL.`);
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
            throw new storage_stored/* ChangedError */.J(this.name);
        }
        if (statusCode === 206 && Number(from) !== start) {
            response.destroy();
            throw new runner_errors/* ActionError */.lZ(`${this.name} answers with other bytes than were asked for; fetch it by other means.`);
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
            const sentence = `${this.name} can not be reached: ${(0,network/* whyUnreached */.YZ)(error)}`;
            throw (0,network/* isLasting */.dJ)(error)
                ? new runner_errors/* ActionError */.lZ(`${sentence}; check the URL.`, { cause: error })
                : new retry/* PassingError */.aB(sentence, { cause: error });
        }
        const { statusCode = 0, headers: answer } = response;
        if (![301, 302, 303, 307, 308].includes(statusCode) || !answer.location)
            return response;
        response.destroy();
        const next = URL.parse(answer.location, url.href);
        // By the same rule as the first: an answer must not lead to the metadata of the cloud, which speaks plain HTTP.
        if (redirects === 0 || !next || !isPrivate(next) || !(0,client/* mayRedirect */.KN)(url, next)) {
            throw new runner_errors/* ActionError */.lZ(`${this.name} redirects too often, or to where nothing is encrypted; use the last URL.`);
        }
        return this.#get(next, headers, redirects - 1);
    }
}
/** Whether nobody on the way can read it. */
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
        throw new runner_errors/* ActionError */.lZ(`Backups are not read from ${scheme}://; accepted are s3://bucket/key, https://… and a path.`);
    }
    return new FileStore(source);
}

;// CONCATENATED MODULE: ./build/database/backup/toc.js



/** Archive versions that are read, as the number that `readerOf` knows. */
const OLDEST = 0x010a;
const NEWEST = 0x0110;
/** A TOC of more is none of a database that anybody has. */
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
/** Where the table of contents of an archive is. */
const fileOfToc = ({ form, path }) => form === 'custom' ? path : (0,external_node_path_.join)(path, 'toc.dat');
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
        this.#file = (0,external_node_fs_.openSync)(path, 'r');
        this.#name = name;
        this.#size = (0,external_node_fs_.fstatSync)(this.#file).size;
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#file);
    }
    damaged() {
        return new runner_errors/* ActionError */.lZ(`${this.#name} is cut off or damaged: its table of contents can not be read; use another backup.`);
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
        const bytes = (0,external_node_fs_.readSync)(this.#file, more, 0, more.length, this.#read);
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
/** Who has granted what, which is never carried out as that role. */
const AS_GRANTOR = /^(?:SET SESSION AUTHORIZATION (?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)|RESET SESSION AUTHORIZATION);$/gm;
/** Entries that only their owner carries out, a line each. */
const PRIVILEGES = new Set(['ACL', 'DEFAULT ACL']);
/** Entries that say nothing but for a database of their own, which is never made from them. */
const OF_THE_DATABASE = new Set(['DATABASE', 'DATABASE PROPERTIES']);
/**
 * Looks into an archive before any program reads it: whether the files that it names are its own, and whether what it
 * would carry out, in every section, is what a dump of one database has.
 *
 * @throws ActionError that says what it has and no dump has
 */
async function inspectArchive(path, form, name) {
    const toc = readToc(form === 'custom' ? path : (0,external_node_path_.join)(path, 'toc.dat'), name);
    const { entries } = toc;
    if (form === 'directory')
        await requireOwnFiles(path, entries, name);
    for (const kind of ['ENCODING', 'STDSTRINGS', 'SEARCHPATH'])
        if (entries.filter((entry) => entry.kind === kind).length > 1)
            throw new runner_errors/* ActionError */.lZ(`${name} has ${kind} twice, which no dump has; use another backup.`);
    const escapes = entries.some(({ kind, definition }) => kind === 'STDSTRINGS' && /off/.test(definition));
    for (const entry of entries)
        requireHarmless(entry, escapes, name);
    return toc;
}
/** Archives whose rows are statements, not COPY: all of them have to be read to be known. Pure. */
const hasStatementsAsData = (entries) => entries.some(({ kind, hasData, copy }) => hasData && kind !== 'BLOBS' && copy === '');
/** What an archive makes that only a superuser may make, and its entries about what of it is made last. Pure. */
function privilegedEntries(entries) {
    const privileged = unique(entries.flatMap(({ definition }) => privilegedIn(definition) ?? []));
    const isLast = lastOf(privileged);
    return {
        privileged,
        lastEntries: new Set(entries.filter(({ definition }) => isLast(definition)).map(({ id }) => id)),
    };
}
/** Which tables an archive makes, and which it has rows of. Pure. */
function tablesIn(entries) {
    const text = (latin1) => Buffer.from(latin1, 'latin1').toString('utf8');
    const names = (of) => new Set(entries.filter(of).map(({ schema, name }) => text(`${schema}.${name}`)));
    const rowsOf = names(({ kind }) => kind === 'TABLE DATA');
    // The rows of a partitioned table are its partitions'; unlogged tables may be left out by choice.
    const made = names(({ kind, definition }) => kind === 'TABLE' && !/\)\s*PARTITION BY |^CREATE UNLOGGED /.test(definition));
    return { rowsOf, definesWithoutRows: new Set([...made].filter((table) => !rowsOf.has(table))) };
}
/** Whose things an archive has, whether it says who may do what, and how many things it makes that are locked. Pure. */
function rightsIn(entries) {
    const text = (latin1) => Buffer.from(latin1, 'latin1').toString('utf8');
    return {
        owners: new Set(entries.flatMap(({ owner }) => (owner === '' ? [] : [text(owner)]))),
        hasGrants: entries.some(({ kind }) => PRIVILEGES.has(kind)),
        // pg_dump --no-owner leaves them in an archive: it is pg_restore that would not carry them out.
        hasOwners: true,
        relations: entries.reduce((sum, { kind }) => sum + (LOCKED[kind] ?? 0), 0),
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
const foreignFile = (name, file) => new runner_errors/* ActionError */.lZ(`${name} names the file ${JSON.stringify(file.slice(0, 200))}, which no dump has; it is not read.`);
function requireHarmless(entry, escapes, name) {
    const refusal = refusalOf(entry, escapes);
    if (refusal === undefined)
        return;
    const what = `${entry.kind} ${entry.name}`.trim().slice(0, 100);
    throw new runner_errors/* ActionError */.lZ(`${name} has ${refusal} in its entry ${JSON.stringify(what)}, which no dump of one database has; use another backup.`);
}
/**
 * What an entry has that no dump has. Pure.
 *
 * @param escapes whether a backslash escapes in plain strings
 */
function refusalOf({ kind, definition, copy }, escapes) {
    switch (kind) {
        case 'ENCODING': {
            const [, value] = ENCODING.exec(definition) ?? [];
            return value === undefined ? 'an encoding that is not written so' : readEncoding(value).refusal;
        }
        case 'STDSTRINGS':
            return STRINGS.test(definition) ? undefined : 'a setting for strings that is not written so';
        case 'SEARCHPATH':
            return PATH.test(definition) ? undefined : 'a search path that is not written so';
        case 'BLOB METADATA':
            return /^(?:\d{1,10}\n)*(?:\d{1,10})?$/.test(definition)
                ? undefined
                : 'something else than numbers of large objects';
    }
    if (OF_THE_DATABASE.has(kind))
        return undefined;
    const made = PRIVILEGES.has(kind) ? definition.replace(AS_GRANTOR, '') : definition;
    return refusalIn(made, escapes, false) ?? (copy === '' ? undefined : refusalIn(copy, escapes, true));
}
function refusalIn(text, escapes, isCopy) {
    let refusal;
    let count = 0;
    let copies = 0;
    const lexer = new Lexer({
        statement: (statement) => {
            // What is set in one entry would hold for all that follow.
            refusal ??= statement.words[0] === 'set' ? 'a SET' : readingOf(statement).refusal;
            count++;
            if (statement.copiesFromStdin)
                copies++;
        },
        command: () => {
            refusal ??= 'a backslash between words';
        },
        watched: REACHING,
    });
    lexer.escapesInStrings = escapes;
    // The last statement may have no semicolon.
    lexer.read(`${text}\n;`, true);
    if (!lexer.between)
        refusal ??= 'a statement without an end';
    const expected = isCopy ? copies === 1 && count === 1 : copies === 0;
    return refusal ?? (expected ? undefined : 'a COPY at the wrong place');
}

;// CONCATENATED MODULE: ./build/database/backup/on-disk.js







/** What this process has fetched, by where it is: the plan of a rollback fetches what is restored after it. */
const on_disk_known = new Map();
/** The object as a file of this machine, with its hash; one that was fetched already, where it is still the same. */
async function onDisk(stored, { directory, progress, signal }) {
    const report = progressOf('fetch', 'bytes', progress);
    if (stored.local !== undefined)
        return hashed(stored.local, stored.name, report, signal);
    const path = (0,external_node_path_.join)(directory, 'backup');
    const there = (0,external_node_fs_.existsSync)(path) ? on_disk_known.get(path) : undefined;
    if (there?.name === stored.name && (await sizeOf(stored, signal))?.version === there.version)
        return there;
    const fetched = { path, ...(await download(stored, path, { progress: report, signal })) };
    on_disk_known.set(path, { ...fetched, name: stored.name });
    return fetched;
}
async function hashed(path, name, report, signal) {
    const found = await (0,promises_.stat)(path).catch((error) => {
        throw new runner_errors/* ActionError */.lZ(error.code === 'ENOENT'
            ? `There is no ${name}; check input \`backup\`.`
            : `${name} can not be read: ${error.message}.`, { cause: error });
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

// EXTERNAL MODULE: ./node_modules/tar/dist/esm/index.min.js
var index_min = __webpack_require__(98697);
;// CONCATENATED MODULE: ./build/database/backup/unpack.js








/** Of the free disk, the part that may be filled. */
const unpack_SHARE = 0.95;
/** Folders down to which the archive is looked for. */
const DEPTH = 4;
/**
 * Writes a packed archive unpacked to a file, as far as the disk has room.
 *
 * @throws ActionError where it has not
 */
async function unpackFile(content, path, name) {
    const most = (await roomAt(path)) * unpack_SHARE;
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
    const most = (await roomAt((0,external_node_path_.join)(directory, 'x'))) * unpack_SHARE;
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
        if (error instanceof runner_errors/* ActionError */.lZ)
            throw error;
        throw new runner_errors/* ActionError */.lZ(`${name} is a damaged tar (${(0,runner_errors/* messageOf */.bD)(error)}); use another backup.`, {
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
    for (const { id, kind, file } of readToc((0,external_node_path_.join)(folder, 'toc.dat'), name).entries) {
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
    throw new runner_errors/* ActionError */.lZ(found.length > 1
        ? `${name} has ${found.length} archives in it (${found.slice(0, 3).join(', ')}); give one.`
        : `${name} has no toc.dat in it, so it is no directory-format archive of pg_dump; use another backup.`);
}
const stranger = (name, path, what) => new runner_errors/* ActionError */.lZ(`${name} holds ${JSON.stringify(path.slice(0, 200))}, ${what}, which no dump has; it is not unpacked.`);
const noRoom = (name, path) => new runner_errors/* ActionError */.lZ(`${name} needs more room than the disk at ${(0,external_node_path_.dirname)(path)} has free; use a runner with a larger disk.`);

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
    const stored = await storage_open(source, { s3Endpoint, signal });
    const expected = await expectedSum(stored, options.sha256, { log, signal });
    if (stored.local !== undefined && (await isFolder(stored.local))) {
        if (options.sha256)
            throw new runner_errors/* ActionError */.lZ(`${stored.name} is a folder, which has no SHA-256; leave \`backup-sha256\` out.`);
        const path = await archiveIn(stored.local, stored.name);
        const { mtime } = await (0,promises_.stat)((0,external_node_path_.join)(path, 'toc.dat'));
        const whole = { path, bytes: 0, sha256: '', modifiedAt: mtime.toISOString() };
        return { ...(await fetch_archive(path, 'directory', whole, stored.name, options)), sha256: undefined };
    }
    const fetched = await onDisk(stored, options);
    if (fetched.bytes === 0)
        throw new runner_errors/* ActionError */.lZ(`${stored.name} is empty; use another backup.`);
    if (expected !== undefined && expected !== fetched.sha256) {
        throw new runner_errors/* ActionError */.lZ(`${stored.name} is not what its checksum is of: SHA-256 is ${fetched.sha256}, expected was ${expected}; use another backup.`);
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
    const stored = await storage_open(source, { s3Endpoint, signal });
    const isSmall = stored.local !== undefined && (await isFolder(stored.local));
    const whole = stored.local === undefined ? await sizeOf(stored, signal) : await (0,promises_.stat)(stored.local);
    if (whole === undefined)
        return undefined;
    if (isSmall || whole.size <= PREVIEW)
        return fetchBackup({ ...options, readOnce: true });
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const path = stored.local ?? (await headTo(stored, (0,external_node_path_.join)(directory, 'head'), PREVIEW, signal));
    const head = await (0,backup_form/* headOf */.Uo)(path);
    if ((0,backup_form/* compressionOf */.MB)(head, stored.name) !== 'none' || (0,backup_form/* contentOf */.$E)(head, stored.name) !== 'custom')
        return undefined;
    const fetched = { path, bytes: whole.size, sha256: '', modifiedAt: whole.mtime?.toISOString() };
    return fetch_archive(path, 'custom', fetched, stored.name, { ...options, readOnce: true });
}
/**
 * The text of a small file beside a backup, such as `<backup>.snapshot.json`; undefined where there is none, or where
 * nobody says whether there is.
 */
async function readNeighbour(source, suffix, { s3Endpoint, log, signal }) {
    return neighbourOf(await storage_open(source, { s3Endpoint, signal }), suffix, { log, signal });
}
async function neighbourOf(stored, suffix, { log, signal }) {
    const neighbour = stored.neighbour(suffix);
    try {
        return await readSmall(neighbour, signal);
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
        throw new runner_errors/* ActionError */.lZ(`${where} has no SHA-256 (64 hexadecimal digits) in it.`);
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
async function fetch_archive(path, form, fetched, name, { server, zone, readOnce = false, progress, signal }) {
    const needs = (0,archive/* readerOf */.TC)(await (0,backup_form/* headOf */.Uo)(form === 'custom' ? path : (0,external_node_path_.join)(path, 'toc.dat')), name);
    // Before any program reads it.
    const { entries, local } = await inspectArchive(path, form, name);
    const tool = (0,postgres_tools/* chooseRestore */.OL)(await (0,postgres_tools/* toolsNamed */.B)('pg_restore'), { archive: needs, server });
    const contents = await (0,archive/* contentsOf */.KD)(path, tool, name);
    requireNotNewer(contents.serverVersion, server, name);
    const tables = (0,archive/* tableData */.x9)(contents).length;
    const report = progressOf('check', 'tables', progress);
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
        ...readLocalTime(local, { modifiedAt: fetched.modifiedAt, zones: [zone] }),
        database: contents.database,
        serverVersion: contents.serverVersion,
        toolVersion: contents.toolVersion,
        needs,
        tables,
        extensions: entries.flatMap(({ kind, definition }) => kind === 'EXTENSION' ? (extensionIn(definition) ?? []) : []),
        ...privilegedEntries(entries),
        statementsAsData: hasStatementsAsData(entries),
        ...tablesIn(entries),
        ...rightsIn(entries),
        hasData: tables > 0 || (0,archive/* tableDefinitions */.bu)(contents).length === 0,
    };
}
async function plain(fetched, compression, name, { server, zone, progress, signal }) {
    const report = progressOf('check', 'bytes', progress);
    let tables = 0;
    const script = new Script({ name, onTable: () => tables++ });
    let bytes = 0;
    const nowhere = new external_node_stream_.Writable({
        write: (chunk, _, done) => {
            bytes += chunk.length;
            report(compression === 'none' ? bytes : 0, compression === 'none' ? fetched.bytes : undefined);
            done();
        },
    });
    await (0,external_node_stream_promises_.pipeline)((0,backup_form/* contentStream */.q1)(fetched.path, compression, name), script, nowhere, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw error;
    });
    const { told } = script;
    requireNotNewer(told.serverVersion, server, name);
    return {
        source: name,
        path: fetched.path,
        form: 'plain',
        compression,
        bytes: fetched.bytes,
        sha256: fetched.sha256,
        ...readComment(told.startedAt, { modifiedAt: fetched.modifiedAt, zones: [zone] }),
        database: undefined,
        serverVersion: told.serverVersion,
        toolVersion: told.toolVersion,
        needs: 0,
        tables: told.data,
        extensions: told.extensions,
        privileged: unique(told.privileged),
        lastEntries: new Set(),
        statementsAsData: true,
        rowsOf: told.rowsOf,
        definesWithoutRows: new Set([...told.tables].filter((table) => !told.rowsOf.has(table))),
        hasData: told.data > 0 || told.tables.size === 0,
        owners: told.owners,
        hasGrants: told.hasGrants,
        hasOwners: told.owners.size > 0,
        relations: told.relations,
    };
}
/** PostgreSQL promises that a dump goes to the same or a newer version; backwards it works by chance. */
function requireNotNewer(version, server, name) {
    if (version === undefined || Number.parseInt(version, 10) <= server)
        return;
    throw new runner_errors/* ActionError */.lZ(`${name} was made from PostgreSQL ${version}, which is newer than the server (${server}); restore it to a server of that version or newer.`);
}

;// CONCATENATED MODULE: ./build/systems/postgres/account.js



const account_NAME = 'postgres';
/** The account for this machine. @throws ActionError for root where there is no user `postgres` */
async function serverAccount() {
    if (process.getuid?.() !== 0)
        return { command: (file, args) => [file, [...args]], own: async () => { } };
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (what) => {
        const said = await (0,systems_process/* answerOf */.ut)('id', [what, account_NAME]);
        return said?.code === 0 ? Number(said.output) : undefined;
    }));
    if (uid === undefined || gid === undefined)
        throw new runner_errors/* ActionError */.lZ(`PostgreSQL does not run as root, and this machine has no user "${account_NAME}"; install PostgreSQL's server or let the runner be another user.`);
    return {
        // The present folder may be one that the other user can't enter.
        command: (file, args) => [
            'setpriv',
            [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', 'env', '--chdir=/', file, ...args],
        ],
        own: (path) => (0,promises_.chown)(path, uid, gid),
    };
}

// EXTERNAL MODULE: ./build/runner/instant.js
var instant = __webpack_require__(36742);
;// CONCATENATED MODULE: ./build/systems/postgres/pgbackrest.js





const PROGRAM = 'pgbackrest';
/** pgBackRest's own variables, such as the keys of its repository; recovery needs them too. */
const environmentOfPgbackrest = () => Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => name.startsWith('PGBACKREST_') && value !== undefined ? [[name, value]] : []));
/** Of which an instant can be made. */
const seconds = dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0), dist/* maxValue */.cGV(instant/* LATEST_INSTANT */.k9 / 1000));
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
        /** The databases in it; told for one set only. */
        'database-ref': dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP(), oid: dist/* number */.aig() })))),
    })),
});
/**
 * What pgBackRest knows of a stanza, or of one backup set of it.
 *
 * @throws ActionError where the program is missing, its configuration or repository can't be read, or there is no such stanza
 */
async function readStanza(repository, account, set) {
    const { stanza } = repository;
    const args = [...optionsOf(repository), '--output=json', ...(set ? [`--set=${set}`] : []), 'info'];
    const said = await (0,systems_process/* outputOf */.jH)(...account.command(PROGRAM, args), environmentOfPgbackrest());
    if (!said || said.code === 127)
        throw new runner_errors/* ActionError */.lZ('pgBackRest is not installed here; install it in a step before (`sudo apt-get install --yes pgbackrest`), with the configuration that reaches its repository.');
    if (said.code !== 0)
        throw new runner_errors/* ActionError */.lZ(`pgBackRest can not tell of the stanza "${stanza}": ${firstError(said.errors.split('\n'))}.`, { details: said.errors.split('\n') });
    const { success, output } = dist/* safeParse */.xLC(dist/* array */.YOg(stanzaSchema), (0,client/* jsonOf */.o_)(said.output));
    if (!success)
        throw new runner_errors/* ActionError */.lZ(`What pgBackRest tells of the stanza "${stanza}" cannot be read; see what \`pgbackrest --output=json info\` says, and update pgBackRest.`);
    const found = output.find(({ name }) => name === stanza);
    if (!found || found.status.code === 1)
        throw new runner_errors/* ActionError */.lZ(`pgBackRest's repository has no stanza "${stanza}"; check the name in \`backup\` and the configuration (repo1-path and the like) on this machine.`);
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
        throw new runner_errors/* ActionError */.lZ(`pgBackRest could not restore the set ${request.set}: ${firstError(errors)}.`, {
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
    return line.replace(/^.*ERROR: \[\d+\]: /, '').replace(/\.$/, '');
}

;// CONCATENATED MODULE: ./build/systems/postgres/side-cluster.js







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
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, PREFIX));
    if (Buffer.byteLength(folder + SOCKET) > SOCKET_PATH) {
        await (0,promises_.rm)(folder, { recursive: true });
        throw new runner_errors/* ActionError */.lZ(`The path ${folder} is too long for a server's socket; set RUNNER_TEMP to a shorter one.`);
    }
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'maker'), await lifeOf(process.pid));
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'postgresql.conf'), '');
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'pg_ident.conf'), '');
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'pg_hba.conf'), 'local all all trust\n');
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'tablespaces'));
    for (const name of await (0,promises_.readdir)(folder))
        await account.own((0,external_node_path_.join)(folder, name));
    await account.own(folder);
    return { folder, data: (0,external_node_path_.join)(folder, 'data') };
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
    const control = (...args) => account.command((0,external_node_path_.join)(bin, 'pg_ctl'), ['-D', data, ...args]);
    const settings = Object.entries(await settingsFor(folder, data, account, bin)).map(([name, value]) => `-c ${name}='${value.replaceAll("'", `'\\''`)}'`);
    const start = control('-w', '-t', '3600', '-l', (0,external_node_path_.join)(folder, 'log'), '-o', settings.join(' '), 'start');
    const died = async () => new runner_errors/* ActionError */.lZ('The side cluster did not start.', { details: await logOf(folder) });
    // It comes back when recovery has begun, or the server is gone.
    if ((await (0,systems_process/* run */.eF)(...start, { signal, environment })).code !== 0)
        throw await died();
    const server = postgres_session.Server.parse(`postgres://${encodeURIComponent(user)}@localhost:5432/template1?host=${encodeURIComponent(folder)}`, { signal, mask: () => { } });
    for (;;) {
        try {
            await (await server.connectOnce()).close();
            return server;
        }
        catch (error) {
            signal.throwIfAborted();
            if ((await (0,systems_process/* answerOf */.ut)(...control('status')))?.code !== 0)
                throw await died();
            // A missing role, say, will not come any more.
            if (!['57P03', 'ECONNRESET'].includes((0,postgres_session/* codeOf */.$)(error)))
                throw error;
        }
        await (0,deadline/* pause */.v7)(waits/* WAITS */.r.SIDE_CLUSTER_LOOK_MS, signal);
    }
}
/** The lines of the server's log. */
async function logOf(folder) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'log'), 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
}
/** Stops the server, if it runs, and removes all of it; also when the run is being cancelled. */
async function removeCluster({ folder, data }) {
    const pid = Number((await (0,promises_.readFile)((0,external_node_path_.join)(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
    const isServer = async () => (await (0,promises_.readlink)(`/proc/${pid}/cwd`).catch(() => '')) === data;
    if (pid && (await isServer())) {
        process.kill(pid, 'SIGQUIT');
        const signal = AbortSignal.timeout(waits/* WAITS */.r.SIDE_CLUSTER_STOP_MS);
        while (await isServer())
            await (0,deadline/* pause */.v7)(waits/* WAITS */.r.SIDE_CLUSTER_LOOK_MS / 4, signal);
    }
    // Where there is no /proc the server ends by itself: once a minute it looks whether its folder is still there.
    await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
}
/** Removes what runs that were killed have left below `parent`. @returns their folders */
async function removeRemains(parent) {
    const names = (await (0,promises_.readdir)(parent)).filter((name) => name.startsWith(PREFIX));
    const removed = [];
    for (const folder of names.map((name) => (0,external_node_path_.join)(parent, name))) {
        const maker = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'maker'), 'utf8').catch(() => '');
        if (maker !== '' && maker === (await lifeOf(Number(maker.split(' ')[0]))))
            continue;
        await removeCluster({ folder, data: (0,external_node_path_.join)(folder, 'data') });
        removed.push((0,external_node_path_.basename)(folder));
    }
    return removed;
}
/** A process's id and when it started: two of the same id in turn are told apart. Empty for one that is gone. */
async function lifeOf(pid) {
    const stat = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return started === undefined ? '' : `${pid} ${started}`;
}
/**
 * What makes a cluster from anywhere run here, small, unseen and silent. They stand on the command line, which wins
 * over all that the cluster brings along (ports, libraries, memory, archiving into the archive that it came from).
 */
async function settingsFor(folder, data, account, bin) {
    const control = await (0,systems_process/* answerOf */.ut)(...account.command((0,external_node_path_.join)(bin, 'pg_controldata'), ['-D', data]));
    const prepared = /max_prepared_xacts setting:\s+(\d+)/.exec(control?.output ?? '')?.[1] ?? '0';
    return {
        config_file: (0,external_node_path_.join)(folder, 'postgresql.conf'),
        hba_file: (0,external_node_path_.join)(folder, 'pg_hba.conf'),
        ident_file: (0,external_node_path_.join)(folder, 'pg_ident.conf'),
        unix_socket_directories: folder,
        listen_addresses: '',
        port: '5432',
        archive_mode: 'off',
        // Without readers during recovery the limits of the cluster that it was don't bind.
        hot_standby: 'off',
        max_connections: '50',
        max_wal_senders: '0',
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

;// CONCATENATED MODULE: ./build/database/point-in-time.js

const SCHEME = 'pgbackrest://';
const OPTIONS = ['time', 'set', 'config', 'repo'];
const ACCEPTED = `${SCHEME}<stanza>?time=2026-11-22T10:15:00Z, and optionally &set=, &config= and &repo=`;
/** Time, and an offset that is told: a time of nobody's zone can be hours off. */
const RFC3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)$/;
const isPointInTime = (backup) => backup.startsWith(SCHEME);
/** Reads the input `backup`. @throws ActionError where it is not of that form */
function parsePointInTime(backup) {
    const [stanza = '', query = ''] = backup.slice(SCHEME.length).split('?');
    const refuse = (why) => new runner_errors/* ActionError */.lZ(`Input \`backup\` ${why}; accepted is ${ACCEPTED}.`);
    if (!/^[\w.-]+$/.test(stanza))
        throw refuse('names no stanza of pgBackRest');
    if (!isDecodable(query))
        throw refuse('has a % that is no percent-encoding');
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
        throw refuse('names a repository that is no number');
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
 * The set to begin with. pgBackRest itself would take its newest one where none ends before the time, and fail an
 * hour later. Pure.
 *
 * @throws ActionError where there is none, saying which times there are
 */
function chooseSet(stanza, { time, set }, now) {
    const at = Date.parse(time);
    if (at > now.getTime())
        throw new runner_errors/* ActionError */.lZ(`Input \`backup\` names the time ${time}, which is yet to come.`);
    const whole = stanza.backup.filter(({ error }) => !error);
    const known = set ? whole.filter(({ label }) => label === set) : whole;
    const oldest = known[0];
    if (!oldest)
        throw new runner_errors/* ActionError */.lZ(set
            ? `The stanza "${stanza.name}" has no backup set "${set}"; it has ${whole.map(({ label }) => label).join(', ') || 'none'}.`
            : `The stanza "${stanza.name}" has no whole backup (${stanza.status.message}); there is nothing to recover from.`);
    // Recovery is consistent from the set's end on.
    const chosen = known.findLast(({ timestamp }) => timestamp.stop * 1000 < at);
    if (!chosen)
        throw new runner_errors/* ActionError */.lZ(`The ${set ? 'set' : 'oldest set'} ${oldest.label} of the stanza "${stanza.name}" ended at ${new Date(oldest.timestamp.stop * 1000).toISOString()}, and ${time} is before; take a later time.`);
    const version = stanza.db.find(({ id }) => id === chosen.database.id)?.version ?? '';
    return { set: chosen.label, major: Number.parseInt(version, 10), size: chosen.info.size };
}
/** Databases that a rollback makes beside one (`app_rb_1f3c9a2e_old`): at the wanted time one of them may have had its name. */
const OURS = /_rb_[0-9a-f]{8}_(new|old|undone)$/;
/** The databases of a set that have to be restored for one of them; none is all. Pure. */
function databasesFor(database, inSet) {
    return inSet.includes(database) ? inSet.filter((name) => name === database || OURS.test(name)) : [];
}
/** Why recovery ended in vain, by the server's log, in one sentence; undefined where the log says nothing known. Pure. */
function whyNot(log, { stanza, time }) {
    const has = (words) => log.some((line) => line.includes(words));
    const last = lastTransaction(log);
    if (has('recovery ended before configured recovery target was reached'))
        return `The archive of the stanza "${stanza}" ends before ${time}${last ? `, with a transaction of ${last}` : ''}; take an earlier time, or let the live server archive what it has (SELECT pg_switch_wal()) and run again.`;
    if (has('before consistent recovery point'))
        return `At ${time} the backup set was not yet whole; take a later time, or an earlier set with \`&set=\`.`;
    if (has('no space left on device') || has('No space left on device'))
        return runner_errors/* DISK_FULL */.wl;
    return undefined;
}
/** The last transaction that was recovered, by the server's log. Pure. */
const lastTransaction = (log) => log
    .map((line) => /last completed transaction was at log time (.{1,100})/.exec(line)?.[1])
    .findLast((found) => found !== undefined);

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
    const choice = chooseSet(await readStanza(source, account), source, new Date());
    const tools = await (0,postgres_tools/* toolsNamed */.B)('pg_ctl');
    const tool = tools.find(({ major }) => major === choice.major);
    if (!tool)
        throw new runner_errors/* ActionError */.lZ(`The stanza "${source.stanza}" is of PostgreSQL ${choice.major}, whose server is needed on this machine for the recovery and is not there; install it in a step before, such as \`sudo apt-get install --yes postgresql-${choice.major}\` (from apt.postgresql.org where the system has no such version).`);
    const live = await server.use(server.database, (session) => session.one(`SELECT rolname::text AS superuser, pg_database_size(current_database())::text AS size FROM pg_roles WHERE oid = 10`));
    const detail = await readStanza(source, account, choice.set);
    const inSet = detail.backup[0]?.['database-ref'] ?? [];
    const databases = databasesFor(server.database, inSet.map(({ name }) => name));
    const needed = ROOM * (databases.length > 0 ? Math.min(choice.size, Number(live.size)) : choice.size);
    const { bavail, bsize } = await (0,promises_.statfs)(parent);
    if (bavail * bsize < needed)
        throw new runner_errors/* ActionError */.lZ(`Recovery needs some ${Math.ceil(needed / MEGABYTE)} MB in ${parent}, which has ${Math.floor((bavail * bsize) / MEGABYTE)} MB; give the runner a larger disk, or set RUNNER_TEMP to another.`);
    return { source, choice, bin: (0,external_node_path_.dirname)(tool.path), account, superuser: live.superuser, inSet, databases };
}
/**
 * Recovers a cluster beside all others, dumps the database from it, and removes it again, whatever happens. What runs
 * that were killed have left in `parent` goes first.
 *
 * @param dump the folder that is made, for the caller to remove
 * @throws ActionError whose details are what pgBackRest or the server said
 */
async function recover(plan, task, { parent, dump, jobs }) {
    for (const name of await removeRemains(parent))
        task.log.info(`Removed ${name}, which an earlier run has left.`);
    const side = await makeFolder(parent, plan.account);
    return await (0,settled/* inAnyCase */._)(() => recoverIn(side, plan, task, { dump, jobs }), () => removeCluster(side));
}
async function recoverIn(side, plan, task, { dump, jobs }) {
    const { source, choice } = plan;
    try {
        await step(task, 'restore cluster', () => layDown(plan, side, task, jobs), () => `The set ${choice.set} of the stanza "${source.stanza}" is restored beside`);
        const server = await step(task, 'recover', () => replay(plan, side, task.signal), () => `Recovered to ${source.time}`);
        await step(task, 'dump', () => dumpFrom(plan, server, task, { dump, jobs }), () => `Dumped "${task.server.database}" as it was then`);
        return { path: dump, takenAt: source.time, lastTransaction: lastTransaction(await logOf(side.folder)) };
    }
    catch (error) {
        await (0,promises_.rm)(dump, { recursive: true, force: true });
        throw error;
    }
}
function layDown({ source, choice, databases, account }, side, { log, signal }, jobs) {
    let told = 0;
    return restoreSet(source, side, { set: choice.set, time: targetOf(source.time), databases, jobs }, {
        account,
        signal,
        onPercent(percent) {
            if (percent < told + 10)
                return;
            told = percent;
            log.info(`Restored ${Math.floor(percent)} % of the set ${choice.set}.`);
        },
    });
}
async function replay(plan, side, signal) {
    const { source, account, bin, superuser: user } = plan;
    try {
        return await startCluster(side, {
            account,
            bin,
            user,
            environment: environmentOfPgbackrest(),
            signal,
        });
    }
    catch (error) {
        const log = await logOf(side.folder);
        const why = whyNot(log, source);
        throw why ? new runner_errors/* ActionError */.lZ(why, { details: log.slice(-40), cause: error }) : error;
    }
}
async function dumpFrom(plan, server, { server: { database }, signal }, { dump, jobs }) {
    const { source, inSet, databases, bin } = plan;
    const found = await server.use(server.database, (session) => session.query('SELECT datname::text AS name, oid::text FROM pg_database WHERE NOT datistemplate'));
    const then = found.find(({ name }) => name === database);
    if (!then)
        throw new runner_errors/* ActionError */.lZ(`At ${source.time} the stanza "${source.stanza}" had no database ${JSON.stringify(database)}; it had ${found.map(({ name }) => JSON.stringify(name)).join(', ')}.`);
    const before = inSet.find(({ oid }) => oid === Number(then.oid));
    if (before && databases.length > 0 && !databases.includes(before.name))
        throw new runner_errors/* ActionError */.lZ(`Between the backup set and ${source.time} the database ${JSON.stringify(before.name)} was renamed to ${JSON.stringify(database)}; take a set from after that with \`&set=\`.`);
    const args = ['--format=directory', `--jobs=${jobs}`, '--compress=1', '--no-sync', `--file=${dump}`];
    const { code, errors } = await (0,systems_process/* run */.eF)((0,external_node_path_.join)(bin, 'pg_dump'), args, {
        environment: server.environment(database),
        signal,
    });
    if (code !== 0)
        throw new runner_errors/* ActionError */.lZ(`The recovered database could not be dumped: ${errors.at(-1) ?? 'pg_dump did not say why'}.`, {
            details: errors,
        });
}

;// CONCATENATED MODULE: ./build/database/source.js













/** Where a backup is fetched to, for each database its own: the same for both phases of the action, so that the second finds it. */
function folderOf({ name, database }, rollbackId) {
    const which = (0,external_node_crypto_.createHash)('sha256').update(`${name}/${database}`).digest('hex').slice(0, 8);
    return (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-db-${rollbackId}-${which}`);
}
/** What the input `backup` is called in messages: without what may be secret. */
const nameOfSource = async (source, access) => isPointInTime(source) ? source : (await storage_open(source, access)).name;
/**
 * Finds out whether a backup is there, or a point in time can be had, as far as that needs no fetching.
 *
 * @throws ActionError that says why not
 */
async function checkSource(source, server, directory, access) {
    if (isPointInTime(source))
        await planRecovery(parsePointInTime(source), server, (0,external_node_path_.dirname)(directory));
    else
        await requireThere(await storage_open(source, access), access.signal);
}
/** Fetches a backup, or makes the one that a point in time stands for, and reads all of it. */
async function obtainBackup(task, options) {
    const { source, directory, sha256, jobs } = options;
    if (!isPointInTime(source))
        return fetchBackup(options);
    if (sha256)
        throw new runner_errors/* ActionError */.lZ('A point in time has no SHA-256; leave `backup-sha256` out.');
    const parent = (0,external_node_path_.dirname)(directory);
    const plan = await planRecovery(parsePointInTime(source), task.server, parent);
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const { path, takenAt } = await recover(plan, task, { parent, dump: (0,external_node_path_.join)(directory, 'recovered'), jobs });
    const backup = await fetchBackup({ ...options, source: path });
    return { ...backup, source, takenAt, takenAtFrom: POINT_IN_TIME };
}
/** What is known of a backup before it is fetched; undefined where that is nothing. @throws as `fetchBackup` does */
const previewOf = async (options) => isPointInTime(options.source) ? undefined : previewBackup(options);
/** When a backup was made that nobody has looked into: a point in time says so itself, else its snapshot. Pure. */
function timeOf(source, snapshot, of) {
    const unknown = { takenAt: undefined, takenAtFrom: undefined };
    return isPointInTime(source)
        ? { takenAt: parsePointInTime(source).time, takenAtFrom: POINT_IN_TIME }
        : withTimeOf(unknown, snapshot, of);
}
/**
 * A backup with the time of its snapshot, where that was taken of the database itself: a restore has to be row for row what it
 * was then. One of a restored copy is later. Pure.
 */
const withTimeOf = (backup, expected, of) => expected?.database === of && backup.takenAtFrom !== POINT_IN_TIME
    ? { ...backup, takenAt: expected.at, takenAtFrom: 'the snapshot beside it' }
    : backup;
/** The snapshot that was given, else the one beside the backup; a point in time has none. */
async function snapshotOf(given, { source, directory, ...options }) {
    if (given !== undefined)
        return (0,snapshot/* readSnapshot */.RA)(given);
    if (isPointInTime(source))
        return undefined;
    const text = await readNeighbour(source, '.snapshot.json', options);
    if (text === undefined)
        return undefined;
    const path = (0,external_node_path_.join)(directory, 'snapshot.json');
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    (0,files/* writePrivate */.pb)(path, text);
    return (0,snapshot/* readSnapshot */.RA)(path);
}

;// CONCATENATED MODULE: ./build/database/preview.js





/**
 * Looks into the backup before anything is begun, as far as that needs no fetching of all of a large one.
 *
 * @returns how old it is and what would be lost, as far as that is known
 * @throws ActionError with what a rollback to it would be refused for
 */
async function preview({ server, session, accepts, log }, { way, of, maxDataLoss, counts, snapshot: given, ...options }) {
    const read = await previewOf({ ...options, ...(await describeServer(session)), progress: () => { } });
    const snapshot = await snapshotOf(given, options);
    if (read === undefined) {
        log.info('What is in the backup is known only once it is fetched; it is looked into then, before anything is changed.');
        return foreseenLoss(server, timeOf(options.source, snapshot, of), { snapshot, counts });
    }
    const found = withTimeOf(read, snapshot, of);
    const loss = await foreseenLoss(server, found, { snapshot, counts });
    log.info(loss);
    requireRightBackup(found, { of, maxDataLoss }, accepts);
    await requireForeseen({ server, accepts, log }, found, way);
    await privilegesFor({ server, accepts }, found);
    return loss;
}
/** What decides whether and how a backup can be restored to a server. */
async function describeServer(session) {
    const { zone } = await session.one(`SELECT current_setting('log_timezone') AS zone`);
    return { server: Math.floor(session.version / 10000), zone };
}

;// CONCATENATED MODULE: ./build/database/progress.js

/** Progress as lines of the log, for those who watch: at most one in five seconds. */
function tellProgress(log) {
    let told = performance.now();
    return ({ step, done, total, unit, secondsLeft }) => {
        if (performance.now() - told < waits/* WAITS */.r.PROGRESS_PERIOD_MS)
            return;
        told = performance.now();
        const amount = (value) => (unit === 'bytes' ? `${(value / 1e6).toFixed(0)} MB` : String(value));
        const of = total === undefined ? '' : ` of ${amount(total)}`;
        const left = secondsLeft === undefined ? '' : `, some ${secondsLeft} s left`;
        log.info(`… ${step}: ${amount(done)}${of}${unit === 'tables' ? ' tables' : ''}${left}`);
    };
}

// EXTERNAL MODULE: ./build/runner/markdown.js
var markdown = __webpack_require__(71134);
;// CONCATENATED MODULE: ./build/database/render.js

/** Rows of the loss that the summary shows; all of them are in the output `data-loss`. */
const SHOWN = 30;
/** The summary of a rollback: the result first, then what it warned of, then what is lost by it. */
function summaryOf(message, sign, { loss, warnings }) {
    return [
        `## ${sign} ${(0,markdown/* inert */.tJ)(message)}`,
        ...(warnings.length > 0 ? [warnings.map((sentence) => `- ⚠️ ${(0,markdown/* inert */.tJ)(sentence)}`).join('\n')] : []),
        ...(loss ? [lossSummary(loss)] : []),
    ]
        .join('\n\n')
        .concat('\n');
}
/** How a dry run ends. */
const planOutcome = (message, warnings) => ({
    result: 'planned',
    message,
    summary: summaryOf(message, '📋', { warnings }),
});
/** A result, and how much it leaves to be looked at. */
const withWarnings = (message, { length }) => length === 0
    ? message
    : `${message} ${length === 1 ? 'One warning is' : `${length} warnings are`} in its log and summary.`;
function lossSummary({ backupTime, backupBetween, lastWrite, tables, unknown, against }) {
    const age = backupTime
        ? `of ${(0,markdown/* code */.aY)(backupTime)}`
        : backupBetween
            ? `made between ${(0,markdown/* code */.aY)(backupBetween.earliest)} and ${(0,markdown/* code */.aY)(backupBetween.latest)}, as its own time names no zone`
            : 'of an unknown time';
    const times = [
        `The backup is ${age}`,
        ...(against === undefined
            ? []
            : [
                `the loss is counted against ${(0,markdown/* code */.aY)(against)}, which was live before the first of several rollbacks`,
            ]),
        lastWrite
            ? `the newest write that it lacks of ${(0,markdown/* code */.aY)(lastWrite)}`
            : 'when the newest write was is not kept by this server (`track_commit_timestamp`)',
    ].join('; ');
    if (tables === null)
        return `${times}. What would be lost could not be found out: ${(0,markdown/* inert */.tJ)(unknown ?? '')}`;
    if (tables.length === 0)
        return `${times}. No row differs.`;
    const rows = tables.slice(0, SHOWN).map((loss) => {
        const [least, unknown] = loss.exact ? ['', String(loss.changed)] : ['at least ', 'not compared'];
        return [(0,markdown/* code */.aY)(loss.table), `${least}${loss.lost}`, unknown, `${least}${loss.back}`];
    });
    const more = tables.length > SHOWN ? `\n\nand ${tables.length - SHOWN} more tables, in the output \`data-loss\`.` : '';
    return `${times}.\n\n${(0,markdown/* table */.tp)(['Table', 'Rows lost', 'Rows with older contents', 'Rows that come back'], rows)}${more}`;
}

// EXTERNAL MODULE: ./build/runner/values.js
var values = __webpack_require__(4885);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/migrations.js
var migrations = __webpack_require__(3632);
;// CONCATENATED MODULE: ./build/database/repair/meant.js




/** What a deleted row does to rows that refer to it, other than to keep itself from being deleted. */
const meant_REACHES = ['c', 'n', 'd'];
/**
 * The tables that are asked for, and those that a deleted row of them reaches by CASCADE, SET NULL and SET DEFAULT. Where
 * migrations are written down is none of them, unless it is named as it is. Pure.
 *
 * @throws ActionError where a name means nothing
 */
function meantTables({ before, live }, wishes, database) {
    const scope = { tables: wishes.tables, exclude: wishes.exclude };
    const all = uniqueTables([...live, ...before]);
    (0,integrity_tables/* requireMatches */.t4)(scope, all, `the database "${database}" or its backup`);
    const isWanted = (0,integrity_tables/* scopeOf */.Od)(scope);
    const isExcluded = (table) => !(0,integrity_tables/* scopeOf */.Od)({ tables: [], exclude: wishes.exclude })(table);
    const isNamed = ({ schema, name }) => wishes.tables.some((glob) => glob === `${schema}.${name}` || (schema === 'public' && glob === name));
    const meant = new Map();
    for (const table of all)
        if (isWanted(table) && (!(0,migrations/* isOfMigrations */.d)(table) || isNamed(table)))
            meant.set((0,integrity_tables/* nameOf */.Vb)(table), { table, reachedFrom: null });
    for (const [name] of meant)
        for (const { schema, name: child, references } of [...live, ...before]) {
            const table = { schema, name: child };
            const reaches = references.some(({ to, onDelete }) => (0,integrity_tables/* nameOf */.Vb)(to) === name && meant_REACHES.includes(onDelete));
            // A Map gives also what is put into it while it is gone through.
            if (reaches && !meant.has((0,integrity_tables/* nameOf */.Vb)(table)) && !isExcluded(table))
                meant.set((0,integrity_tables/* nameOf */.Vb)(table), { table, reachedFrom: name });
        }
    return [...meant.values()].sort((one, other) => (0,integrity_tables/* nameOf */.Vb)(one.table).localeCompare((0,integrity_tables/* nameOf */.Vb)(other.table)));
}
const uniqueTables = (shapes) => [
    ...new Map(shapes.map((shape) => [(0,integrity_tables/* nameOf */.Vb)(shape), shape])).values(),
];
const find = (shapes, table) => shapes?.find(({ schema, name }) => schema === table.schema && name === table.name);
/** The first key that all of these have, and that can be written. Pure. */
function commonKey(shapes) {
    const [first, ...others] = shapes;
    const isIn = (key, { keys }) => keys.some((other) => [...other].sort().join('\n') === [...key].sort().join('\n'));
    return first?.keys.find((key) => others.every((shape) => isIn(key, shape)) &&
        shapes.every(({ columns }) => key.every((name) => columns.some((column) => column.name === name && !column.generated))));
}
/** Types into which every value of another one goes, as it is. */
const WIDER = {
    smallint: ['integer', 'bigint', 'numeric'],
    integer: ['bigint', 'numeric'],
    bigint: ['numeric'],
    'character varying': ['text'],
    text: ['character varying'],
};
/** Whether values of a column go into another one as they are, or PostgreSQL refuses them. Pure. */
function fits(from, into) {
    if (from.type === into.type)
        return true;
    if (from.base === into.base)
        return from.base === 'character varying';
    return (WIDER[from.base]?.includes(into.base) === true && (into.base !== 'numeric' || into.type === 'numeric'));
}
/** The columns of a table that are compared and can be written. Pure. */
function meant_columnsOf({ before, after, live }, { columns, stamps }) {
    const isIn = (names, name) => names.some((given) => [name, `${live.name}.${name}`, `${live.schema}.${live.name}.${name}`].includes(given));
    return before.columns
        .filter(({ generated }) => !generated)
        .filter(({ name }) => live.columns.find((column) => column.name === name)?.generated !== true)
        .map((column) => {
        const today = live.columns.find(({ name }) => name === column.name);
        const then = after?.columns.find(({ name }) => name === column.name);
        const { type, collation } = today ?? column;
        return {
            name: column.name,
            type: `${type} ${collation}`.trim(),
            lost: after ? then === undefined : today === undefined,
            stamp: isIn(stamps, column.name),
            chosen: columns.length === 0 || isIn(columns, column.name),
        };
    });
}
/** Why a table cannot be repaired, a part of a sentence each. Pure. */
function refusalsOf(table, { before, after, live }) {
    const name = (0,integrity_tables/* nameOf */.Vb)(table);
    const [then, today, behind] = [find(before, table), find(live, table), find(after, table)];
    const both = [then, today, behind].filter((shape) => shape !== undefined);
    if (!then)
        return [];
    if (!today && behind)
        return [`${name} is gone, and \`after\` has it: it is not from behind the accident`];
    if (both.some(({ foreign }) => foreign))
        return [`${name} is a foreign table, whose rows are elsewhere`];
    const { extension, owned, owner, readable, filtered, ruled } = today ?? {
        ...then,
        owned: true,
        readable: true,
    };
    const changed = then.columns.flatMap((column) => {
        const now = today?.columns.find((other) => other.name === column.name);
        return now && !column.generated && !fits(column, now)
            ? [
                `${name}.${column.name} is ${now.type} and was ${column.type}, which does not hold all that it held: ALTER TABLE ${name} ALTER COLUMN ${(0,quote/* quoteName */.AB)(column.name)} TYPE ${column.type} first (it is written anew, and locked meanwhile)`,
            ]
            : [];
    });
    const reasons = [
        [extension !== null, `${name} belongs to the extension ${extension}`],
        [!owned, `${name} belongs to "${owner}": use it, or a member of it`],
        [!readable, `${name} cannot be read by this user`],
        [
            filtered,
            `row-level security hides rows of ${name} from this user (FORCE ROW LEVEL SECURITY): ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY, or use a role with BYPASSRLS`,
        ],
        [ruled, `${name} has rules, which change what is written`],
        [
            commonKey(both) === undefined,
            `${name} has no primary key, or unique columns that are never NULL, in all of its states: nobody can tell which row is which`,
        ],
    ];
    return [...reasons.filter(([applies]) => applies).map(([, reason]) => reason), ...changed];
}
/** Where a backup has no rows of a table, it says nothing about them. Pure. */
const lackingRows = ({ definesWithoutRows, hasData }, shape) => !hasData ||
    (shape !== undefined &&
        (shape.partitioned ? shape.leaves : [`${shape.schema}.${shape.name}`]).some((table) => definesWithoutRows.has(table)));
/** @throws ActionError with all reasons */
function requireNone(reasons) {
    if (reasons.length > 0)
        throw new runner_errors/* ActionError */.lZ(`This can not be repaired, and nothing was changed: ${reasons.join('; and ')}.`, {
            details: reasons,
        });
}

;// CONCATENATED MODULE: ./build/database/repair/piece.js

/** The verdicts on a row that is neither brought back nor set back, which people have to know. */
const CONFLICTS = [
    'changed since',
    'collision',
    'taken',
    'no parent',
    'constraint',
    'no evidence',
    'no place',
];
/** A piece together with where it is staged, and the living table as it is now. Makes SQL. Pure. */
class Staged {
    piece;
    /** Without anything that binds it where it is gone. */
    live;
    isGone;
    /** The living table's name as SQL. */
    name;
    /** The same as rows of it are read, changed and deleted: without what inherits from it, but with its partitions. */
    table;
    #schema;
    /** @param schema as SQL: where it is staged */
    constructor(piece, live, schema) {
        this.piece = piece;
        this.live = live ?? goneShape(piece);
        this.isGone = live === undefined;
        this.name = (0,quote/* quoteTable */.Z8)(this.live);
        this.table = piece_rowsOf(this.live);
        this.#schema = schema;
    }
    at(letter) {
        return `${this.#schema}.${letter}${this.piece.number}`;
    }
    /** Whether the living table has the column today. */
    has(name) {
        return this.live.columns.some((column) => column.name === name);
    }
    /** The columns that both have and that can be written. */
    get writable() {
        return this.piece.columns.filter(({ name }) => this.has(name));
    }
    isKey({ name }) {
        return this.piece.key.includes(name);
    }
    /** The columns that hold values, with their places in `sets`. */
    get values() {
        return this.piece.columns
            .map((column, index) => ({ column, place: index + 1 }))
            .filter(({ column }) => !this.isKey(column) && !column.stamp);
    }
    get stamps() {
        return this.writable.filter(({ stamp, type }) => stamp && /^(timestamp|date\b)/.test(type));
    }
    placeOf(name) {
        return this.piece.columns.findIndex((column) => column.name === name) + 1;
    }
    /** Two rows of the same key. */
    sameKey(one, other) {
        return this.piece.key
            .map((name) => `${one}.${(0,quote/* quoteName */.AB)(name)} = ${other}.${(0,quote/* quoteName */.AB)(name)}`)
            .join(' AND ');
    }
    /** That the first column of the key is there, and with it the row. */
    isThere(row) {
        return `${row}.${(0,quote/* quoteName */.AB)(this.piece.key[0])} IS NOT NULL`;
    }
    list(of, columns = this.piece.columns) {
        return columns.map(({ name }) => this.value(of, name)).join(', ');
    }
    /** A value of a row; of one that is staged as a text, as what it is, once its type is there. */
    value(of, name) {
        const later = ['a', 'b'].includes(of) && this.piece.columns.find((column) => column.name === name)?.later;
        const cast = later && !this.isGone ? `::${later}` : '';
        return `${of}.${(0,quote/* quoteName */.AB)(name)}${cast}`;
    }
    names(columns) {
        return columns.map(({ name }) => (0,quote/* quoteName */.AB)(name)).join(', ');
    }
    /** A value of the living row; NULL while a lost column is not there again. */
    liveValue({ name, type }) {
        return this.has(name) ? `l.${(0,quote/* quoteName */.AB)(name)}` : `NULL::${type}`;
    }
    /** The key of a row as JSON, for examples. */
    keyJson(row) {
        const pairs = this.piece.key.map((name) => `${piece_literal(name)}, ${row}.${(0,quote/* quoteName */.AB)(name)}::text`);
        return `json_build_object(${pairs.join(', ')})`;
    }
}
/** Stands for a table that is not there any more. */
function goneShape({ schema, name, columns }) {
    const flags = { generated: false, identity: false, notNull: false, fallback: null };
    return {
        ...{ schema, name, oid: 0, partitioned: false, foreign: false, extension: null, owner: '', owned: true },
        ...{ readable: true, filtered: false, ruled: false, keys: [], uniques: [], checks: [], references: [] },
        ...{ sequences: [], places: [], leaves: [], rows: 0 },
        columns: columns.map((column) => ({
            ...flags,
            name: column.name,
            type: column.type,
            base: column.type,
            collation: '',
        })),
    };
}
/** A table as its rows are read, changed and deleted: with its partitions, but without what inherits from it. */
const piece_rowsOf = (shape) => `${shape.partitioned ? '' : 'ONLY '}${(0,quote/* quoteTable */.Z8)(shape)}`;
/** Byte for byte: also where the type has no equality, such as json, and where 1.0 is not 1.00. */
const same = (one, other) => `(ROW(${one})::record OPERATOR(pg_catalog.*=) ROW(${other})::record)`;
const any = (conditions) => conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false';
const piece_literal = (text) => `'${text.replaceAll("'", "''")}'`;

;// CONCATENATED MODULE: ./build/database/repair/shape.js

/** All tables of a database, a partitioned one in place of its partitions. The session's search path has to be empty. */
const shapesOf = (session) => session.query(`SELECT n.nspname AS schema, c.relname AS name, c.oid::int8::float8 AS oid, c.relkind = 'p' AS partitioned, c.relkind = 'f' AS foreign,
      (SELECT e.extname FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e' LIMIT 1) AS extension,
      pg_get_userbyid(c.relowner)::text AS owner, pg_has_role(c.relowner, 'USAGE') AS owned,
      has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AS readable,
      row_security_active(c.oid) AS filtered,
      EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = c.oid) AS ruled,
      (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'base', format_type(a.atttypid, NULL), 'generated', a.attgenerated <> '', 'identity', a.attidentity <> '', 'notNull', a.attnotnull,
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
          'expressions', (SELECT json_agg(pg_get_indexdef(i.indexrelid, p::int, true) ORDER BY p) FROM generate_series(1, i.indnkeyatts) AS p),
          'columns', (SELECT coalesce(json_agg(a.attname), '[]') FROM pg_attribute a
            WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[]) AND i.indexprs IS NULL AND i.indpred IS NULL))
          ORDER BY ic.relname), '[]')
        FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid) AS uniques,
      (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'expression', pg_get_expr(k.conbin, k.conrelid),
          'columns', (SELECT coalesce(json_agg(a.attname), '[]') FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey)))
          ORDER BY k.conname), '[]')
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c') AS checks,
      (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'onDelete', k.confdeltype,
          'to', (SELECT json_build_object('schema', rn.nspname, 'name', r.relname) FROM pg_class r JOIN pg_namespace rn ON rn.oid = r.relnamespace WHERE r.oid = k.confrelid),
          'columns', (SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(k.conkey) WITH ORDINALITY AS p(attnum, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum),
          'toColumns', (SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(k.confkey) WITH ORDINALITY AS p(attnum, place)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum)) ORDER BY k.conname), '[]')
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conparentid = 0) AS "references",
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
    WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition AND c.relpersistence <> 't' AND ${integrity_tables/* USER_SCHEMA */.a0}
    ORDER BY n.nspname, c.relname`);

;// CONCATENATED MODULE: ./build/database/repair/verdict.js


/**
 * What becomes of each row that differs, from three states: before the accident, right behind it, and today. What the
 * accident did is what differs between the first two; that nobody has touched it since is that today it is as right behind the accident.
 * As SQL; pure.
 */
function planSql(staged) {
    const { piece } = staged;
    const { hasAfter } = piece;
    if (staged.isGone)
        return `CREATE TABLE ${staged.at('p')} AS SELECT ${staged.list('b')}, '{}'::bool[] AS "rb sets", NULL::xid AS "rb seen", NULL::text AS "rb rule",
      NULL::text AS "rb alone", 'back' AS "rb verdict" FROM ${staged.at('b')} AS b`;
    const of = staged.values.map(({ column, place }) => ({ place, ...judgement(column, staged) }));
    const sets = staged.piece.columns.map((_, index) => of.find(({ place }) => place === index + 1)?.set ?? 'false');
    const gone = hasAfter ? `NOT (${staged.isThere('a')})` : `NOT (${staged.isThere('l')})`;
    const asBefore = staged.writable.filter(({ stamp }) => !stamp);
    return `CREATE TABLE ${staged.at('p')} AS SELECT ${staged.list('r')}, r."rb sets", r."rb seen", NULL::text AS "rb rule", NULL::text AS "rb alone",
      CASE WHEN "rb gone" THEN CASE WHEN NOT "rb lives" THEN 'back' WHEN NOT "rb unchanged" THEN 'collision' END
        WHEN NOT "rb lives" THEN 'deleted since'
        WHEN "rb open" THEN ${piece_literal(hasAfter ? 'changed since' : 'no evidence')}
        WHEN true = ANY (r."rb sets") THEN 'set' END AS "rb verdict"
    FROM (SELECT ${staged.list('b')}, ${gone} AS "rb gone", ${staged.isThere('l')} AS "rb lives", l.xmin AS "rb seen",
        ${same(staged.list('b', asBefore), staged.list('l', asBefore))} AS "rb unchanged",
        ${any(of.map(({ open }) => open))} AS "rb open", ARRAY[${sets.join(', ')}]::bool[] AS "rb sets"
      FROM ${staged.at('b')} AS b ${hasAfter ? `LEFT JOIN ${staged.at('a')} AS a ON ${staged.sameKey('a', 'b')}` : ''}
      LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'b')}) AS r`;
}
/** Whether a value is set back, and whether it is open whose it is. */
function judgement(column, staged) {
    if (!column.chosen)
        return { set: 'false', open: 'false' };
    const before = staged.value('b', column.name);
    const today = staged.liveValue(column);
    const isBack = same(today, before);
    // Without a state from behind the accident, only a column that it has dropped is known to have been touched by nobody.
    const after = column.lost
        ? `NULL::${column.type}`
        : staged.piece.hasAfter
            ? staged.value('a', column.name)
            : undefined;
    if (after === undefined)
        return { set: 'false', open: `NOT ${isBack}` };
    const damaged = `NOT ${same(before, after)} AND NOT ${isBack}`;
    const untouched = same(today, after);
    return { set: `(${damaged} AND ${untouched})`, open: `(${damaged} AND NOT ${untouched})` };
}
/** Rows as they would be, with all columns that the living table has and those that come back. */
function wouldBe(staged) {
    const { live, piece } = staged;
    const columns = live.columns.map(({ name }) => {
        const place = staged.placeOf(name);
        const column = (0,quote/* quoteName */.AB)(name);
        if (place === 0)
            return `l.${column}`;
        if (piece.key.includes(name))
            return `p.${column}`;
        return `CASE WHEN p."rb verdict" = 'back' OR p."rb sets"[${place}] THEN p.${column} ELSE l.${column} END AS ${column}`;
    });
    return `(SELECT p.ctid AS "rb at", p."rb verdict", p."rb sets", ${columns.join(', ')}
    FROM ${staged.at('p')} AS p LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'p')} WHERE p."rb verdict" IN ('back', 'set')) AS t`;
}
/** Whether one of these columns is written in a row of `wouldBe`; none is any. */
function writes(staged, columns) {
    if (columns.length === 0)
        return 'true';
    const places = columns.map((name) => staged.placeOf(name)).filter((place) => place > 0);
    return any([`"rb verdict" = 'back'`, ...places.map((place) => `"rb sets"[${place}]`)]);
}
const judge = (staged, verdict, rule, found) => `UPDATE ${staged.at('p')} SET "rb verdict" = ${piece_literal(verdict)}, "rb rule" = ${piece_literal(rule)} WHERE ctid IN (${found})`;
/** What keeps rows from coming back by themselves, whatever becomes of others; a statement each. */
const ruleSql = (staged) => [
    ...staged.live.uniques.flatMap((unique) => takenSql(staged, unique)),
    ...checksSql(staged),
    ...placesSql(staged),
];
/** A unique value that another row has today. */
function takenSql(staged, unique) {
    const { key } = staged.piece;
    if ([...unique.columns].sort().join('\n') === [...key].sort().join('\n'))
        return [];
    // What a column gets that the backup does not have shows when it is written.
    if (unique.columns.some((name) => staged.placeOf(name) === 0))
        return [];
    const keys = key.map((name, index) => `${(0,quote/* quoteName */.AB)(name)} AS k${index}`);
    const uniques = unique.expressions.map((expression, index) => `(${expression}) AS u${index}`);
    const where = unique.predicate === null ? 'true' : `(${unique.predicate})`;
    const equal = uniques.map((_, index) => `x.u${index} = y.u${index}`).join(' AND ');
    const other = keys.map((_, index) => `x.k${index} <> y.k${index}`).join(' OR ');
    const moves = key.map((name, index) => `q.${(0,quote/* quoteName */.AB)(name)} = y.k${index}`).join(' AND ');
    return [
        judge(staged, 'taken', unique.name, `SELECT x."rb at" FROM (SELECT "rb at", ${[...keys, ...uniques].join(', ')} FROM ${wouldBe(staged)} WHERE ${where} AND ${writes(staged, unique.columns)}) AS x
       JOIN (SELECT ${[...keys, ...uniques].join(', ')} FROM ${staged.table} AS t WHERE ${where}) AS y ON ${equal} AND (${other})
       WHERE NOT EXISTS (SELECT FROM ${staged.at('p')} AS q WHERE q."rb verdict" = 'set' AND ${moves})`),
    ];
}
function checksSql(staged) {
    const checks = staged.live.checks
        .filter(({ columns }) => columns.every((name) => staged.placeOf(name) > 0))
        .map(({ name, expression, columns }) => judge(staged, 'constraint', name, `SELECT "rb at" FROM ${wouldBe(staged)} WHERE ${writes(staged, columns)} AND NOT (${expression})`));
    const filled = staged.live.columns.flatMap(({ name, notNull, fallback, identity, generated }) => {
        if (!notNull || generated || staged.piece.key.includes(name))
            return [];
        const rule = `${name} is NOT NULL`;
        const from = `SELECT "rb at" FROM ${wouldBe(staged)} WHERE`;
        if (staged.placeOf(name) > 0)
            return [
                judge(staged, 'constraint', rule, `${from} ${writes(staged, [name])} AND ${(0,quote/* quoteName */.AB)(name)} IS NULL`),
            ];
        return fallback !== null || identity
            ? []
            : [judge(staged, 'constraint', rule, `${from} "rb verdict" = 'back'`)];
    });
    return [...checks, ...filled];
}
/** Rows that no partition of today takes. */
function placesSql(staged) {
    const { partitioned, places } = staged.live;
    if (!partitioned)
        return [];
    const fits = places.map((condition) => condition ?? 'true');
    const found = `SELECT "rb at" FROM ${wouldBe(staged)} WHERE NOT coalesce(${any(fits.map((fit) => `(${fit})`))}, false)`;
    return [judge(staged, 'no place', 'no partition', found)];
}
/**
 * Rows whose parent is neither there nor comes back; asked again until nothing changes. Who has the number of a parent today and
 * is somebody else is no parent. Where the reference may be NULL, the row comes back with NULL.
 */
function parentSql(staged, { columns, toColumns, name }, parents, parent) {
    if (columns.some((column) => staged.placeOf(column) === 0))
        return [];
    const refers = (to) => columns
        .map((column, index) => `${to}.${(0,quote/* quoteName */.AB)(toColumns[index])} = p.${(0,quote/* quoteName */.AB)(column)}`)
        .join(' AND ');
    const given = columns.map((column) => `p.${(0,quote/* quoteName */.AB)(column)} IS NOT NULL`).join(' AND ');
    const isThere = `EXISTS (SELECT FROM ${piece_rowsOf(parents)} AS r WHERE ${refers('r')})`;
    const among = (verdict) => parent && toColumns.every((column) => parent.placeOf(column) > 0)
        ? `EXISTS (SELECT FROM ${parent.at('p')} AS q WHERE q."rb verdict" = ${piece_literal(verdict)} AND ${refers('q')})`
        : 'false';
    const lacks = `${given} AND (${among('collision')} OR NOT (${isThere} OR ${among('back')}))`;
    const sets = any(columns.map((column) => `p."rb sets"[${staged.placeOf(column)}]`));
    const open = columns.filter((column) => !staged.live.columns.find((other) => other.name === column)?.notNull);
    const update = (what, where) => `UPDATE ${staged.at('p')} AS p SET ${what} WHERE ${where} AND ${lacks}`;
    const away = `"rb verdict" = 'no parent', "rb rule" = ${piece_literal(name)}`;
    const alone = [
        ...open.map((column) => `${(0,quote/* quoteName */.AB)(column)} = NULL`),
        `"rb alone" = concat_ws(', ', p."rb alone", ${piece_literal(name)})`,
    ];
    return [
        update(open.length > 0 ? alone.join(', ') : away, `p."rb verdict" = 'back'`),
        update(away, `p."rb verdict" = 'set' AND ${sets}`),
    ];
}

;// CONCATENATED MODULE: ./build/database/repair/plan.js





/** Keys that are shown of the rows of a conflict, and transactions of a table. */
const EXAMPLES = 5;
const TRANSACTIONS = 10;
/**
 * Plans every row that is staged against the living rows as they are now. May be asked for again and again: what it planned before
 * is gone then.
 *
 * @param schema as SQL: where it is staged
 */
async function planRows(live, pieces, schema) {
    const shapes = await shapesOf(live);
    const staged = pieces.map((piece) => new Staged(piece, find(shapes, piece), schema));
    for (const one of staged) {
        await live.run(`DROP TABLE IF EXISTS ${one.at('p')}; ${planSql(one)}`);
        await live.run(`CREATE INDEX ON ${one.at('p')} (${one.piece.key.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ')}); ANALYZE ${one.at('p')}`);
    }
    for (const one of staged)
        for (const sql of ruleSql(one))
            await live.run(sql);
    await dropOrphans(live, staged, shapes);
    const tables = [];
    for (const one of staged)
        tables.push(await tablePlan(live, one));
    return { tables, staged, objects: lostObjects(staged) };
}
/** Rows without a parent are parents themselves. */
async function dropOrphans(live, staged, shapes) {
    const questions = staged.flatMap((one) => one.live.references.flatMap((reference) => {
        const parents = find(shapes, reference.to);
        const parent = staged.find(({ live }) => live === parents);
        return parents ? parentSql(one, reference, parents, parent) : [];
    }));
    for (let changed = questions.length > 0; changed;) {
        changed = false;
        for (const sql of questions) {
            const rows = await live.query(`${sql} RETURNING 1 AS one`);
            changed ||= rows.length > 0;
        }
    }
}
async function tablePlan(live, staged) {
    const { piece } = staged;
    const rows = await live.query(`SELECT p."rb verdict" AS verdict, coalesce(p."rb rule", '') AS rule, count(*)::text AS rows,
       to_json((array_agg(${staged.keyJson('p')}))[1:${EXAMPLES}]) AS examples
     FROM ${staged.at('p')} AS p WHERE p."rb verdict" IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`);
    const count = (verdict) => rows.reduce((sum, row) => sum + (row.verdict === verdict ? Number(row.rows) : 0), 0);
    return {
        table: (0,integrity_tables/* nameOf */.Vb)(piece),
        reachedFrom: piece.reachedFrom,
        back: count('back'),
        set: count('set'),
        newer: piece.newer,
        deletedSince: piece.deletedSince,
        made: piece.made,
        unlinked: await live.query(`SELECT "rb alone" AS name, count(*)::int AS rows FROM ${staged.at('p')} WHERE "rb verdict" = 'back' AND "rb alone" IS NOT NULL GROUP BY 1 ORDER BY 1`),
        transactions: await transactionsOf(live, staged),
        conflicts: CONFLICTS.flatMap((kind) => rows
            .filter(({ verdict }) => verdict === kind)
            .map(({ rule, rows, examples }) => ({ kind, name: rule, rows: Number(rows), examples }))),
    };
}
/** People recognise the accident by them. */
async function transactionsOf(live, staged) {
    const { on } = await live.one(`SELECT current_setting('track_commit_timestamp') AS on`);
    const at = on === 'on'
        ? `to_char(pg_xact_commit_timestamp(xid::xid) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
        : 'NULL';
    return live.query(`SELECT xid, ${at} AS at, rows FROM (SELECT "rb seen"::text AS xid, count(*)::int AS rows FROM ${staged.at('p')}
       WHERE "rb seen" IS NOT NULL AND "rb verdict" IS NOT NULL GROUP BY 1) AS t ORDER BY rows DESC, xid LIMIT ${TRANSACTIONS}`);
}
const lostObjects = (staged) => staged.flatMap((one) => one.isGone
    ? [{ kind: 'table', name: (0,integrity_tables/* nameOf */.Vb)(one.piece), action: 'add back' }]
    : one.piece.columns
        .filter(({ name, lost, chosen }) => lost && chosen && !one.has(name))
        .map(({ name }) => ({ kind: 'column', name: `${(0,integrity_tables/* nameOf */.Vb)(one.piece)}.${name}`, action: 'add back' })));
/** Rows of a plan together. Pure. */
const sumOf = (tables, what) => tables.reduce((sum, table) => sum + table[what], 0);
const conflictsOf = (tables) => tables.flatMap(({ conflicts }) => conflicts);
/** Rows of no conflict that would be written. Pure. */
const written = (tables) => sumOf(tables, 'back') + sumOf(tables, 'set');

;// CONCATENATED MODULE: ./build/database/repair/tell.js


const tell_count = (number, what, more = `${what}s`) => `${number.toLocaleString('en-US')} ${number === 1 ? what : more}`;
/** Constraints that a sentence can hold. */
const tell_TOLD = 3;
function describeConflicts(conflicts, keeps) {
    const rows = conflicts.reduce((sum, conflict) => sum + conflict.rows, 0);
    if (rows === 0)
        return [];
    const reasons = [...new Set(conflicts.map(({ kind, name }) => (name === '' ? kind : `${kind}: ${name}`)))];
    const more = reasons.length > tell_TOLD ? ` and ${reasons.length - tell_TOLD} more reasons` : '';
    return [`${tell_count(rows, 'row')} ${keeps} (${reasons.slice(0, tell_TOLD).join(', ')}${more})`];
}
function describeUnlinked(tables, applied) {
    const all = tables.flatMap(({ unlinked }) => unlinked);
    const rows = all.reduce((sum, one) => sum + one.rows, 0);
    if (rows === 0)
        return [];
    const names = [...new Set(all.map(({ name }) => name))].slice(0, tell_TOLD).join(', ');
    return [
        `${tell_count(rows, 'row')} ${applied ? (rows === 1 ? 'is' : 'are') : 'would be'} back without a reference, as the row that it named is not there (${names})`,
    ];
}
/** What a repair does or has done, in a sentence without its end. Pure. */
function describeRepair({ applied, tables, objects, evidence }) {
    const touched = tables.filter(({ back, set }) => back + set > 0).length;
    const [back, set] = [sumOf(tables, 'back'), sumOf(tables, 'set')];
    const are = (number) => (number === 1 ? 'is' : 'are');
    const made = sumOf(tables, 'made');
    const did = applied
        ? `in ${tell_count(touched, 'table')} ${tell_count(back, 'row')} ${are(back)} back and ${set.toLocaleString('en-US')} ${are(set)} set back`
        : `in ${tell_count(touched, 'table')} ${tell_count(back, 'row')} would come back and ${set.toLocaleString('en-US')} would be set back`;
    const newer = sumOf(tables, 'newer');
    return [
        written(tables) > 0 ? did : 'no row would come back or be set back',
        ...(objects.length > 0
            ? [
                `${objects.map(({ name }) => name).join(', ')} ${applied ? are(objects.length) : 'would be'} added back`,
            ]
            : []),
        `${tell_count(newer, 'newer row')} ${applied ? `${are(newer)} kept` : 'would stay'}`,
        ...describeConflicts(conflictsOf(tables), applied ? 'stay as they are' : 'would stay as they are'),
        ...describeUnlinked(tables, applied),
        ...(made > 0 ? [`${tell_count(made, 'row')} that the accident made ${made === 1 ? 'stays' : 'stay'}`] : []),
        ...(evidence === 'none' && back > 0
            ? [`rows that come back may have been deleted by users, as no \`after\` tells`]
            : []),
    ].join('; ');
}
/** What to do next, by the plan. Pure. */
function recommendation({ tables, evidence }) {
    const conflicts = conflictsOf(tables);
    if (conflicts.some(({ kind }) => kind === 'no evidence'))
        return 'give `after`, a backup from behind the accident: without it nothing tells what the accident changed from what users wrote, and no changed row is set back';
    if (conflicts.length > 0)
        return 'look at the conflicts; `conflicts: keep` leaves those rows as they are and does the rest';
    if (written(tables) === 0)
        return 'nothing: what the backup has of these tables is there';
    if (evidence === 'none')
        return 'give `after`, a backup from behind the accident, where users may have deleted rows since the backup; else apply it';
    return 'apply it';
}
/** The report as a table, with the reasons for what stays. Pure. */
function repairSummary(message, sign, report, warnings) {
    return [
        `## ${sign} ${(0,markdown/* inert */.tJ)(message)}`,
        ...(warnings.length > 0 ? [warnings.map((sentence) => `- ⚠️ ${(0,markdown/* inert */.tJ)(sentence)}`).join('\n')] : []),
        ...(report ? reportTables(report) : []),
    ]
        .join('\n\n')
        .concat('\n');
}
function reportTables(report) {
    const { tables } = report;
    const shown = tables.filter(({ back, set, newer, deletedSince, made, conflicts }) => back + set + newer + deletedSince + made + conflicts.length > 0);
    const rows = shown.map((one) => [
        `${(0,markdown/* code */.aY)(one.table)}${one.reachedFrom === null ? '' : ` (reached from ${(0,markdown/* code */.aY)(one.reachedFrom)})`}`,
        ...[one.back, one.set, one.newer, one.deletedSince, one.made].map(String),
        String(one.conflicts.reduce((sum, { rows }) => sum + rows, 0)),
    ]);
    const header = [
        'Table',
        'Rows back',
        'Rows set back',
        'Newer rows',
        'Deleted since',
        'Made by the accident',
        'Conflicts',
    ];
    const conflicts = shown.flatMap((one) => one.conflicts.map(({ kind, name, rows, examples }) => [
        (0,markdown/* code */.aY)(one.table),
        (0,markdown/* inert */.tJ)(kind),
        name === '' ? '' : (0,markdown/* code */.aY)(name),
        String(rows),
        examples
            .map((key) => (0,markdown/* code */.aY)(Object.entries(key)
            .map(([column, value]) => `${column} ${value}`)
            .join(', ')))
            .join(' '),
    ]));
    const transactions = shown.flatMap((one) => one.transactions.map(({ xid, at, rows }) => [
        (0,markdown/* code */.aY)(one.table),
        (0,markdown/* code */.aY)(xid),
        at === null ? 'not kept' : (0,markdown/* code */.aY)(at),
        String(rows),
    ]));
    return [
        ...(rows.length > 0 ? [(0,markdown/* table */.tp)(header, rows)] : []),
        ...(conflicts.length > 0
            ? ['### Rows that stay as they are', (0,markdown/* table */.tp)(['Table', 'Reason', 'Of', 'Rows', 'For example'], conflicts)]
            : []),
        ...(transactions.length > 0
            ? [
                '### Which transactions last wrote the rows that differ',
                (0,markdown/* table */.tp)(['Table', 'Transaction', 'Time', 'Rows'], transactions),
            ]
            : []),
    ];
}
/** What an undo does or has done. Pure. */
function describeUndo(tables, isDone) {
    const sum = (what) => tables.reduce((total, table) => total + table[what], 0);
    const [gone, unset] = [sum('gone'), sum('unset')];
    return [
        isDone
            ? `${tell_count(gone, 'row')} that came back ${gone === 1 ? 'is' : 'are'} gone again, and ${tell_count(unset, 'row')} ${unset === 1 ? 'has' : 'have'} the values from before the repair`
            : `${tell_count(gone, 'row')} that came back would go again, and ${tell_count(unset, 'row')} would have the values from before the repair`,
        ...describeConflicts(tables.flatMap(({ conflicts }) => conflicts), isDone ? 'stay as they are' : 'would stay as they are'),
    ].join('; ');
}

;// CONCATENATED MODULE: ./build/database/repair/inputs.js





/** The inputs of a repair beside those of every strategy. */
const repairInputs = {
    tables: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    excludeTables: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    after: dist/* optional */.lqM((0,values/* text */.Qq)()),
    columns: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    stampColumns: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    conflicts: dist/* optional */.lqM((0,values/* choice */.Yq)(['refuse', 'keep']), 'refuse'),
    triggers: dist/* optional */.lqM((0,values/* choice */.Yq)(['off', 'on']), 'off'),
    maxWait: dist/* optional */.lqM((0,values/* duration */.p0)(), '10s'),
};
const wishesOf = (inputs) => ({
    tables: inputs.tables,
    exclude: inputs.excludeTables,
    columns: inputs.columns,
    stamps: inputs.stampColumns,
    conflicts: inputs.conflicts,
    triggers: inputs.triggers,
    maxWait: inputs.maxWait,
});
/** @throws ActionError where inputs of a repair are missing, or are given to another strategy, which would take back everything */
function requireWishes(inputs) {
    const { strategy, phase, tables, after, columns, stampColumns } = inputs;
    if (strategy === 'repair') {
        if (['all', 'prepare'].includes(phase) && tables.length === 0)
            throw new runner_errors/* ActionError */.lZ('Input `tables` is required for `strategy: repair`: the tables that were damaged, one a line, such as public.orders.');
        return;
    }
    const given = [
        tables.length > 0 && '`tables`',
        after !== undefined && '`after`',
        columns.length > 0 && '`columns`',
        stampColumns.length > 0 && '`stamp-columns`',
    ].filter((name) => name !== false);
    if (given.length > 0)
        throw new runner_errors/* ActionError */.lZ(`${given.join(', ')} ${given.length > 1 ? 'are' : 'is'} for \`strategy: repair\` alone; \`strategy: ${strategy}\` takes the whole database back. Say which one is meant.`);
}
/** What a repair takes away, as the other strategies say it: no row that users have written. */
const nothingLost = () => ({
    backupTime: null,
    lastWrite: null,
    seconds: null,
    measuredAt: new Date().toISOString(),
    tables: [],
});
/** How a repair is told. */
function outcomeOf({ result, message, report }, database, warnings) {
    const sign = { done: '✅', 'no-op': '➖', planned: '📋', failed: '❌' }[result];
    return {
        result,
        message: withWarnings(message, warnings),
        outputs: {
            database,
            ...(report && { repair: report }),
            ...(report?.applied && { 'data-loss': nothingLost() }),
        },
        summary: repairSummary(message, sign, report, warnings),
    };
}

;// CONCATENATED MODULE: ./build/database/repair/beside.js





/**
 * Restores a backup beside the live database, by a role that may do nothing else, and runs `work` on it. It is dropped in any
 * case: what a repair needs of it is staged by then.
 *
 * @param id says which of the states of a repair it is
 */
async function withBeside(task, session, restore, id, work) {
    const { server, signal, log } = task;
    const { live } = await (0,observe/* observe */.lB)(session, server.database);
    const privileges = await privilegesFor(task, restore.backup);
    const note = { ...noteOf(task, restore.backup), id };
    const name = await step(task, 'create side database', () => createSide(session, live, note), (made) => `"${made}" is made beside the live database`);
    try {
        const restorer = await restorerOf(task, { session, server, name }, restore.jobs, privileges);
        await step(task, 'restore', () => fill(task, name, restore, restorer, privileges), () => `The backup is restored into "${name}"`);
        const result = await work({ name, reader: restorer?.server ?? server });
        await drop(session, name);
        return result;
    }
    catch (error) {
        // A run that is cancelled leaves it to the next one.
        if (!signal.aborted)
            await discard(server, session, name).catch((left) => log.warn(`"${name}" is of no use and could not be dropped (the next run, or phase \`clean\`, does it): ${left.message}`));
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/database/repair/lost-tables.js


/** What is made before rows come back, and what behind them; nothing else is made: no function, and nothing that fires by itself. */
const BEFORE_ROWS = [
    ...['TYPE', 'DOMAIN', 'SEQUENCE', 'TABLE', 'TABLE ATTACH', 'SEQUENCE OWNED BY', 'DEFAULT'],
    ...['VIEW', 'MATERIALIZED VIEW'],
];
const BEHIND_ROWS = [
    ...[
        'CONSTRAINT',
        'CHECK CONSTRAINT',
        'INDEX',
        'INDEX ATTACH',
        'STATISTICS',
        'TRIGGER',
        'RULE',
        'FK CONSTRAINT',
    ],
    ...['ROW SECURITY', 'POLICY', 'COMMENT', 'ACL', 'MATERIALIZED VIEW DATA'],
];
/** What is made only where something that is made needs it and it is not there. */
const NEEDED = ['TYPE', 'DOMAIN', 'SEQUENCE'];
/** What others can depend on by its name. */
const NAMED = ['TABLE', 'VIEW', 'MATERIALIZED VIEW'];
/**
 * How tables that are gone are made again, and all that went with them: what the backup's own table of contents says of them, of
 * the keys that refer to them, and of the views that read them.
 */
async function readLostTables(live, backup, tables) {
    const [first, ...others] = tables;
    if (!first)
        return [];
    const text = (latin1) => Buffer.from(latin1, 'latin1').toString('utf8');
    const parts = readToc(fileOfToc(backup), backup.source).entries.map(({ kind, schema, name, definition }) => ({
        ...{ kind, schema: text(schema), name: text(name), definition: text(definition) },
    }));
    const there = await presentIn(live, parts);
    const meant = partsOf(parts, tables.flatMap(namesOf), there);
    const made = meant.filter(({ kind }) => BEFORE_ROWS.includes(kind));
    const later = BEHIND_ROWS.flatMap((kind) => meant.filter((part) => part.kind === kind));
    const lost = (shape) => ({ kind: 'table', name: (0,integrity_tables/* nameOf */.Vb)(shape), add: [], later: [], told: [] });
    return [
        {
            ...lost(first),
            add: made.map(({ definition }) => definition),
            later: later.map(({ kind, name, definition }) => ({
                name: `${kind.toLowerCase()} ${name}`,
                statements: [definition],
            })),
        },
        ...others.map(lost),
    ];
}
/** A table and its partitions, as `schema.table`. */
const namesOf = (shape) => [`${shape.schema}.${shape.name}`, ...shape.leaves];
/** Of what has a name in the backup, what is there today. */
async function presentIn(live, parts) {
    const names = parts.filter(({ kind }) => [...NEEDED, ...NAMED].includes(kind));
    const rows = await live.query(`SELECT schema || '.' || name AS name FROM unnest($1::text[], $2::text[]) AS t(schema, name)
     WHERE to_regclass(format('%I.%I', schema, name)) IS NOT NULL OR to_regtype(format('%I.%I', schema, name)) IS NOT NULL`, [names.map(({ schema }) => schema), names.map(({ name }) => name)]);
    return new Set(rows.map(({ name }) => name));
}
/** What has to do with these names, and with what is made because of them. Pure. */
function partsOf(parts, names, there) {
    const known = new Set(names);
    const meant = new Set();
    const isMissing = ({ schema, name }) => !there.has(`${schema}.${name}`);
    for (let changed = true; changed;) {
        changed = false;
        for (const part of parts) {
            const { kind, schema, name, definition } = part;
            if (meant.has(part) || ![...BEFORE_ROWS, ...BEHIND_ROWS].includes(kind))
                continue;
            const own = `${schema}.${name}`;
            const isPart = NEEDED.includes(kind) && !definition.startsWith('ALTER TABLE')
                ? isMissing(part) && [...meant].some((other) => mentions(other.definition, own))
                : NAMED.includes(kind)
                    ? isMissing(part) &&
                        (known.has(own) || (kind !== 'TABLE' && [...known].some((one) => mentions(definition, one))))
                    : [...known].some((one) => mentions(definition, one));
            if (!isPart)
                continue;
            meant.add(part);
            if (NAMED.includes(kind))
                known.add(own);
            changed = true;
        }
    }
    return parts.filter((part) => meant.has(part));
}
/** Whether a statement names something, as pg_dump writes names. Pure. */
function mentions(definition, name) {
    const at = name.indexOf('.');
    if (!definition.includes(name.slice(at + 1).replaceAll('"', '""')))
        return false;
    const [schema, own] = [name.slice(0, at), name.slice(at + 1)].map((part) => {
        const plain = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        return `(?:${plain}|"${plain.replaceAll('"', '""')}")`;
    });
    return new RegExp(`(?<![\\w"$.])${schema}\\.${own}(?![\\w"$])`, 'u').test(definition);
}

;// CONCATENATED MODULE: ./build/database/repair/part.js



/**
 * What hinders where only rows are wanted: triggers fire on the rows of a partition that is filled behind its parent's, and what
 * is made of rows takes its time.
 */
const NEVER = /^(TRIGGER|EVENT TRIGGER|MATERIALIZED VIEW DATA|BLOBS|LARGE OBJECTS|POLICY|ROW SECURITY|PUBLICATION) /;
/**
 * Which entries of an archive are not restored where only some tables are meant: the rows of the others, and foreign keys that
 * would miss them. The text is that of pg_restore's list.
 */
function leftOutOf(backup, live, meant) {
    if (backup.form === 'plain')
        return () => false;
    const namesOf = (shape) => [`${shape.schema}.${shape.name}`, ...shape.leaves];
    const wanted = new Set(meant.flatMap(({ table }) => {
        const today = find(live, table);
        return today ? namesOf(today) : [`${table.schema}.${table.name}`];
    }));
    // What today's database does not know may be a partition, or a table, that the accident has dropped.
    const known = new Set(live.flatMap(namesOf));
    const isOut = (name) => known.has(name) && !wanted.has(name);
    const unwanted = [...known].filter(isOut);
    const text = (latin1) => Buffer.from(latin1, 'latin1').toString('utf8');
    const { entries } = readToc(fileOfToc(backup), backup.source);
    const out = new Set();
    for (const { kind, schema, name, definition } of entries) {
        const start = `${kind} ${text(schema)} ${text(name)} `;
        if (kind === 'TABLE DATA' && isOut(`${text(schema)}.${text(name)}`))
            out.add(start);
        // `ALTER TABLE ONLY a ADD CONSTRAINT … FOREIGN KEY (…) REFERENCES b(…)`: both have their rows, or it is left out.
        if (kind === 'FK CONSTRAINT' && unwanted.some((one) => mentions(text(definition), one)))
            out.add(start);
    }
    const starts = [...out];
    return (line) => NEVER.test(line) || starts.some((start) => line.startsWith(start));
}

// EXTERNAL MODULE: ./build/systems/postgres/integrity/transaction.js
var transaction = __webpack_require__(72457);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/fingerprint.js
var fingerprint = __webpack_require__(89525);
;// CONCATENATED MODULE: ./build/database/repair/compare.js



const FEWEST = 2 ** 10;
const MOST = 2 ** 18;
const ROWS_A_BUCKET = 16;
/** Of each side, where rows are counted by their hashes. */
const ROWS_IN_MEMORY = 1_000_000;
/** So that the bucket of a row says nothing about its hash. */
const KEY_SEED = 7;
/** Finds the rows of a table that differ between two states: hashed in small buckets, then those of the buckets that differ. */
class Comparison {
    #by;
    #buckets;
    /** The numbers of the buckets that differ; undefined is each. */
    #differing;
    constructor(one, other, by) {
        this.#by = by;
        const rows = Math.max(one.shape.rows, other.shape.rows);
        this.#buckets = Math.min(MOST, Math.max(FEWEST, 2 ** Math.ceil(Math.log2(Math.max(1, rows / ROWS_A_BUCKET)))));
    }
    /** @returns whether any row differs */
    async find(one, other) {
        const [a, b] = await Promise.all([one, other].map((side) => this.#states(side)));
        const numbers = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
        const differing = [...numbers].filter((number) => a?.get(number) !== b?.get(number));
        this.#differing = differing;
        return differing.length > 0;
    }
    async #states({ session, shape }) {
        const rows = await session.query(`SELECT bucket, count(*) || ' ' || sum(hash) AS state FROM (SELECT ${this.#bucket(shape)}::int4 AS bucket, ${this.#row(shape)} AS hash
         FROM ${from(shape)} OFFSET 0) AS rows GROUP BY bucket`);
        return new Map(rows.map(({ bucket, state }) => [bucket, state]));
    }
    /** The rows of the buckets that differ, as `COPY` takes a query. */
    rows({ shape }) {
        const columns = this.#by.columns.map((column) => valueIn(shape, column));
        return `SELECT ${columns.join(', ')} FROM ${from(shape)} WHERE ${this.#wanted(shape)}`;
    }
    /** How many rows one has and the other has not, and how many are others in it. */
    async counts(one, other) {
        const counts = { onlyOne: 0, onlyOther: 0, changed: 0 };
        const rows = ((this.#differing?.length ?? this.#buckets) / this.#buckets) *
            Math.max(one.shape.rows, other.shape.rows);
        const parts = 2 ** Math.ceil(Math.log2(Math.max(1, rows / ROWS_IN_MEMORY)));
        for (let part = 0; part < parts; part++) {
            const [a, b] = await Promise.all([one, other].map((side) => this.#hashes(side, part, parts)));
            for (const [key, hash] of a ?? []) {
                const today = b?.get(key);
                if (today === undefined)
                    counts.onlyOne++;
                else if (today !== hash)
                    counts.changed++;
            }
            for (const key of b?.keys() ?? [])
                if (!a?.has(key))
                    counts.onlyOther++;
        }
        return counts;
    }
    async #hashes({ session, shape }, part, parts) {
        const rows = await session.query(`SELECT ${this.#key(shape, 0)}::text || ' ' || ${this.#key(shape, KEY_SEED)}::text AS key, ${this.#row(shape)}::text AS hash
       FROM ${from(shape)} WHERE ${this.#wanted(shape)} AND (${this.#key(shape, 0)} & ${parts - 1}) = ${part}`);
        return new Map(rows.map(({ key, hash }) => [key, hash]));
    }
    /** Where most differ, asking for each row whether it is of them is the longer way. */
    #wanted(shape) {
        return this.#differing === undefined || this.#differing.length > this.#buckets / 4
            ? 'true'
            : `${this.#bucket(shape)} = ANY ('{${this.#differing.join(',')}}'::int8[])`;
    }
    #bucket(shape) {
        return `(${this.#key(shape, KEY_SEED)} & ${this.#buckets - 1})`;
    }
    #key(shape, seed) {
        const { columns, key } = this.#by;
        return (0,fingerprint/* hashOf */.qQ)(`ROW(${columns
            .filter(({ name }) => key.includes(name))
            .map((column) => valueIn(shape, column))
            .join(', ')})`, seed);
    }
    #row(shape) {
        return (0,fingerprint/* hashOf */.qQ)(`ROW(${this.#by.columns.map((column) => valueIn(shape, column)).join(', ')})`);
    }
}
const from = (shape) => `${piece_rowsOf(shape)} AS t`;
/** NULL stands for a column that a state does not have. */
const valueIn = ({ columns }, { name }) => columns.some((column) => column.name === name) ? `t.${(0,quote/* quoteName */.AB)(name)}` : 'NULL';

;// CONCATENATED MODULE: ./build/database/repair/looks.js



/** Transactions of two phases that hold a table: nobody would get its lock before they are ended. */
async function preparedTransactions(live, oids) {
    const [held] = await live.query(`SELECT string_agg(DISTINCT relation::regclass::text, ', ') AS tables FROM pg_locks
     WHERE pid IS NULL AND locktype = 'relation' AND relation = ANY ($1::int8[]::oid[])
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`, [oids]);
    return held?.tables
        ? [
            `prepared transactions hold ${held.tables}: COMMIT PREPARED or ROLLBACK PREPARED each (pg_prepared_xacts)`,
        ]
        : [];
}
/** What somebody lets run when definitions change would run as this user. */
async function foreignEventTriggers(live) {
    const found = await live.query(`SELECT evtname::text AS name, pg_get_userbyid(evtowner)::text AS owner FROM pg_event_trigger
     WHERE evtenabled IN ('O', 'A') AND evtevent <> 'login' AND NOT pg_has_role(evtowner, 'USAGE')`);
    return found.map(({ name, owner }) => `the event trigger "${name}" of "${owner}" would fire when something is added back: ALTER EVENT TRIGGER … DISABLE meanwhile`);
}
/** Says where migrations stand elsewhere than in the backup. */
async function otherHeads(before, live) {
    const heads = async (session) => {
        const tables = (await (0,integrity_tables/* tablesOf */.tI)(session, undefined, false)).filter((table) => (0,migrations/* isOfMigrations */.d)(table) && table.readable);
        return (0,migrations/* migrationHeads */.Q)(session, tables);
    };
    const [then, now] = [await heads(before), await heads(live)];
    return then.flatMap((one) => {
        const today = now.find(({ schema, name }) => schema === one.schema && name === one.name);
        return today && today.head !== one.head
            ? [
                `Migrations (${(0,integrity_tables/* nameOf */.Vb)(one)}) are at ${today.head || 'none'}, and were at ${one.head || 'none'} in the backup; a repair leaves that as it is.`,
            ]
            : [];
    });
}
/** A column that is named and is nowhere is a mistake that would be found too late. */
function unknownColumns(meant, { before }, { columns, stamps }) {
    const known = meant.flatMap(({ table }) => (find(before, table)?.columns ?? []).flatMap(({ name }) => [
        name,
        `${table.name}.${name}`,
        `${table.schema}.${table.name}.${name}`,
    ]));
    return [...columns, ...stamps]
        .filter((name) => !known.includes(name))
        .map((name) => `no table that is meant has a column "${name}"`);
}
/** Columns whose types today's database does not have. */
async function missingTypes(live, { columns }) {
    const rows = await live.query('SELECT name FROM unnest($1::text[], $2::text[]) AS t(name, type) WHERE to_regtype(type) IS NULL', [columns.map(({ name }) => name), columns.map(({ base }) => base)]);
    return rows.map(({ name }) => name);
}

;// CONCATENATED MODULE: ./build/database/repair/objects.js





/** Reads from the state before the accident what hung on a column. */
async function readLostColumn(before, shape, column) {
    const { fallback, identity, notNull } = shape.columns.find(({ name }) => name === column.name);
    const hanging = await before.one(`SELECT col_description(c.oid, a.attnum) AS comment,
       (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'kind', k.contype, 'definition', pg_get_constraintdef(k.oid)) ORDER BY k.conname), '[]')
         FROM pg_constraint k WHERE k.conrelid = c.oid AND a.attnum = ANY (k.conkey) AND k.contype IN ('u', 'c', 'f', 'x') AND k.conparentid = 0) AS constraints,
       (SELECT coalesce(json_agg(json_build_object('name', i.indexrelid::regclass::text, 'definition', pg_get_indexdef(i.indexrelid)) ORDER BY i.indexrelid), '[]')
         FROM pg_index i WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = c.oid)
           AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid AND d.refobjid = c.oid AND d.refobjsubid = a.attnum)) AS indexes,
       (SELECT coalesce(json_agg(DISTINCT r.ev_class::regclass::text), '[]') FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
         WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND r.ev_class <> c.oid) AS views
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.oid = $1::oid AND a.attname = $2`, [String(shape.oid), column.name]);
    const table = (0,quote/* quoteTable */.Z8)(shape);
    const of = `${table} ALTER COLUMN ${(0,quote/* quoteName */.AB)(column.name)}`;
    const name = `${(0,integrity_tables/* nameOf */.Vb)(shape)}.${column.name}`;
    return {
        kind: 'column',
        name,
        add: [
            `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${(0,quote/* quoteName */.AB)(column.name)} ${column.type}`,
            ...(fallback === null ? [] : [`ALTER TABLE ${of} SET DEFAULT ${fallback}`]),
            ...(hanging.comment === null
                ? []
                : [`COMMENT ON COLUMN ${table}.${(0,quote/* quoteName */.AB)(column.name)} IS ${(0,quote/* quoteText */.ol)(hanging.comment)}`]),
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
        told: [
            ...(notNull
                ? [
                    `${name} was NOT NULL and is not now, as rows that were written since have no value: fill them, then ALTER TABLE ${of} SET NOT NULL`,
                ]
                : []),
            ...(identity ? [`${name} was numbered by the server (IDENTITY) and is not now`] : []),
            ...hanging.views.map((view) => `the view ${view} had ${name}: make it again where it is gone`),
        ],
    };
}
/** So that nobody waits for a look at all rows. */
function constraintStatements(shape, { name, kind, definition }) {
    const table = (0,quote/* quoteTable */.Z8)(shape);
    const add = `ALTER TABLE ${table} ADD CONSTRAINT ${(0,quote/* quoteName */.AB)(name)}`;
    if (kind === 'u' && !shape.partitioned && /^UNIQUE \([^()]*\)$/.test(definition))
        return [
            `CREATE UNIQUE INDEX CONCURRENTLY ${(0,quote/* quoteName */.AB)(name)} ON ${table} ${definition.slice('UNIQUE '.length)}`,
            `${add} UNIQUE USING INDEX ${(0,quote/* quoteName */.AB)(name)}`,
        ];
    if (kind === 'c' || (kind === 'f' && !shape.partitioned))
        return [
            `${add} ${definition.replace(/ NOT VALID$/, '')} NOT VALID`,
            `ALTER TABLE ${table} VALIDATE CONSTRAINT ${(0,quote/* quoteName */.AB)(name)}`,
        ];
    return [`${add} ${definition}`];
}
/** Milliseconds that a change of a definition waits for its lock: behind it everybody else waits too. */
const LOCK_MS = 2000;
const objects_ATTEMPTS = 5;
/** Does what needs a table to itself for a moment; tries again where somebody else has it. @throws ActionError naming who */
async function shortly(session, signal, work) {
    for (let attempt = 1;; attempt++) {
        await session.run(`SET lock_timeout = ${LOCK_MS}`);
        try {
            return await work();
        }
        catch (error) {
            if ((0,postgres_session/* codeOf */.$)(error) !== LOCK_NOT_AVAILABLE)
                throw error;
            if (attempt === objects_ATTEMPTS)
                throw await heldBy(session, error);
        }
        await (0,deadline/* pause */.v7)(LOCK_MS / 4, signal);
    }
}
const LOCK_NOT_AVAILABLE = '55P03';
async function heldBy(session, cause) {
    // Of another role's session the server tells its number alone.
    const holders = await session.query(`SELECT format('%s%s, pid %s, holds %s', coalesce(a.usename::text, 'unknown'), ' "' || nullif(a.application_name, '') || '"', a.pid,
         string_agg(DISTINCT l.relation::regclass::text, ' and ')) AS who
     FROM pg_locks l JOIN pg_stat_activity a USING (pid) JOIN pg_class c ON c.oid = l.relation
     WHERE l.locktype = 'relation' AND l.granted AND a.pid <> pg_backend_pid() AND c.relkind IN ('r', 'p')
       AND coalesce(a.backend_type, 'client backend') = 'client backend' AND coalesce(a.xact_start < now() - interval '2 s', true)
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND l.relation >= 16384
     GROUP BY a.usename, a.application_name, a.pid LIMIT 5`);
    const who = holders.map((holder) => holder.who).join('; ') || 'sessions that are gone by now';
    return new runner_errors/* ActionError */.lZ(`A table that is to be repaired is held by others (${who}), and no row was changed; end them, or wait for them, and run this again.`, { cause });
}
/** Makes columns and tables again, empty. */
async function addBack(session, signal, lost) {
    if (lost.length === 0)
        return;
    await shortly(session, signal, async () => {
        await session.run('BEGIN');
        try {
            for (const { kind, name, add } of lost) {
                // All of it was made at once, by a run that was killed behind it.
                if (kind === 'table' && (await isThere(session, name)))
                    continue;
                for (const sql of add)
                    await session.run(sql);
            }
            await session.run('COMMIT');
        }
        catch (error) {
            await session.run('ROLLBACK');
            throw error;
        }
    });
}
async function isThere(session, name) {
    const { there } = await session.one('SELECT to_regclass($1) IS NOT NULL AS there', [
        name,
    ]);
    return there;
}
/**
 * Makes again what hung on what is back. What is there already is left.
 *
 * @returns a sentence for each that could not be made
 */
async function addLater(session, signal, lost) {
    const failed = [];
    for (const { name: of, later } of lost)
        for (const { name, statements } of later)
            try {
                for (const sql of statements)
                    await shortly(session, signal, () => session.run(sql));
            }
            catch (error) {
                signal.throwIfAborted();
                if (ALREADY_THERE.includes((0,postgres_session/* codeOf */.$)(error)))
                    continue;
                await dropInvalid(session, name, of);
                failed.push(`${name} of ${of} could not be made again: ${(0,runner_errors/* messageOf */.bD)(error)}`);
            }
    return failed;
}
/** An index that was made beside others' work and has failed stays, and keeps its name. */
async function dropInvalid(session, name, column) {
    const invalid = await session.query(`SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE NOT i.indisvalid AND (c.relname = $1 OR i.indexrelid = to_regclass($1)) AND $2 LIKE (i.indrelid::regclass::text || '.%')`, [name, column]);
    for (const index of invalid)
        await session.run(`DROP INDEX CONCURRENTLY ${index.name}`);
}
const ALREADY_THERE = ['42P07', '42710'];

;// CONCATENATED MODULE: ./build/database/repair/stage.js











/** Makes a session write values as those do that read the other states. */
const readAlike = (live) => live.run(`${(0,transaction/* readingSettings */.ih)(live, 'SET')}; SET lock_timeout = '30s'`);
/**
 * Finds what differs between the states and brings it into the live database, into `schema` and nowhere else.
 *
 * @throws ActionError with all that cannot be repaired
 */
async function stage(task, sources, live, schema, wishes) {
    const read = ({ name, reader }, work) => (0,transaction/* readAt */.m6)(reader.withSignal(task.signal), name, undefined, work);
    return read(sources.before.beside, (before) => sources.after
        ? read(sources.after.beside, (after) => stageAll(task, { before, after, live }, sources, schema, wishes))
        : stageAll(task, { before, after: undefined, live }, sources, schema, wishes));
}
async function stageAll(task, open, sources, schema, wishes) {
    const states = {
        before: await shapesOf(open.before),
        after: open.after && (await shapesOf(open.after)),
        live: await shapesOf(open.live),
    };
    const meant = meantTables(states, wishes, task.server.database);
    requireNone([
        ...meant.flatMap(({ table }) => refusalsOf(table, states)),
        ...meant.flatMap(({ table }) => [
            ...(lackingRows(sources.before.backup, find(states.before, table))
                ? [`\`backup\` has no rows of ${(0,integrity_tables/* nameOf */.Vb)(table)}`]
                : []),
            ...(sources.after && lackingRows(sources.after.backup, find(states.after, table))
                ? [`\`after\` has no rows of ${(0,integrity_tables/* nameOf */.Vb)(table)}`]
                : []),
        ]),
        ...meant.flatMap(({ table }) => sources.before.backup.form === 'plain' && !find(states.live, table)
            ? [
                `${(0,integrity_tables/* nameOf */.Vb)(table)} is gone, and only an archive (pg_dump --format=custom) says for certain how it is made again`,
            ]
            : []),
        ...unknownColumns(meant, states, wishes),
        ...(await preparedTransactions(open.live, meant.flatMap(({ table }) => find(states.live, table)?.oid ?? []))),
    ]);
    const pieces = [];
    const lost = [];
    for (const one of meant) {
        const before = find(states.before, one.table);
        const today = find(states.live, one.table);
        // A table that is newer than the backup has lost nothing that the backup has.
        if (!before)
            continue;
        const shapes = { before, after: find(states.after, one.table), live: today };
        const piece = await stageOne(task, open, shapes, one, { schema, wishes, number: pieces.length + 1 });
        pieces.push(piece);
        for (const column of piece.columns)
            if (today && column.lost && column.chosen && !today.columns.some(({ name }) => name === column.name))
                lost.push(await readLostColumn(open.before, before, column));
    }
    const gone = meant.flatMap(({ table }) => find(states.live, table) ? [] : (find(states.before, table) ?? []));
    lost.unshift(...(await readLostTables(open.live, sources.before.backup, gone)));
    if (lost.length > 0)
        requireNone(await foreignEventTriggers(open.live));
    for (const sentence of await otherHeads(open.before, open.live))
        task.log.warn(sentence);
    return { pieces, lost };
}
async function stageOne({ log }, open, shapes, { table, reachedFrom }, { schema, wishes, number }) {
    const hasAfter = open.after !== undefined;
    const missing = await missingTypes(open.live, shapes.before);
    const columns = meant_columnsOf({ ...shapes, live: shapes.live ?? shapes.before }, wishes).map((column) => missing.includes(column.name) && !shapes.live ? { ...column, type: 'text', later: column.type } : column);
    const key = commonKey(Object.values(shapes).filter((shape) => shape !== undefined));
    requireNone(missing
        .filter((name) => key.includes(name) || columns.find((column) => column.name === name)?.lost)
        .map((name) => `the type of ${(0,integrity_tables/* nameOf */.Vb)(table)}.${name} is gone: make it again first`));
    const before = { session: open.before, shape: shapes.before };
    const live = shapes.live && { session: open.live, shape: shapes.live };
    // A table that is not there any more right behind the accident has no rows then.
    const after = open.after && shapes.after ? { session: open.after, shape: shapes.after } : undefined;
    const bare = {
        ...{ schema: table.schema, name: table.name, number, reachedFrom, columns, key, hasAfter },
        ...{ newer: 0, deletedSince: 0, made: 0 },
        sequences: shapes.before.sequences.flatMap(({ sequence, last }) => last === null ? [] : [{ sequence, last }]),
    };
    const staged = new Staged(bare, shapes.live, schema);
    const definition = columns.map(({ name, type }) => `${(0,quote/* quoteName */.AB)(name)} ${type}`).join(', ');
    const make = async (letter) => open.live.run(`CREATE TABLE ${staged.at(letter)} (${definition})`);
    const fill = async (letter, { session }, sql) => {
        try {
            await session.copy(`COPY (${sql}) TO STDOUT`, open.live, `COPY ${staged.at(letter)} (${staged.names(columns)}) FROM STDIN`);
        }
        catch (error) {
            throw new runner_errors/* ActionError */.lZ(`Rows of ${(0,integrity_tables/* nameOf */.Vb)(table)} do not fit into the table as it is today, and nothing was changed: ${(0,runner_errors/* messageOf */.bD)(error).replace(/\.$/, '')}.`, { cause: error, details: error instanceof runner_errors/* ActionError */.lZ ? error.details : [] });
        }
        await open.live.run(`CREATE INDEX ON ${staged.at(letter)} (${key.map(quote/* quoteName */.AB).join(', ')}); ANALYZE ${staged.at(letter)}`);
    };
    await make('b');
    if (hasAfter)
        await make('a');
    const others = hasAfter ? after : live;
    let made = 0;
    if (!others)
        await fill('b', before, new Comparison(before, before, { columns, key }).rows(before));
    else {
        const comparison = new Comparison(before, others, { columns, key });
        if (await comparison.find(before, others)) {
            await fill('b', before, comparison.rows(before));
            if (hasAfter) {
                await fill('a', others, comparison.rows(others));
                made = await keepDifferences(open.live, staged);
            }
        }
    }
    const since = live ? await stage_writtenSince(after ?? before, live, { columns, key }, hasAfter) : {};
    log.info(`✓ ${(0,integrity_tables/* nameOf */.Vb)(table)} is compared`);
    return { ...bare, ...since, made };
}
/** Takes away what lies beside rows that differ, and says how many rows the accident has made. */
async function keepDifferences(live, staged) {
    const { made } = await live.one(`SELECT count(*)::text AS made FROM ${staged.at('a')} AS a WHERE NOT EXISTS (SELECT FROM ${staged.at('b')} AS b WHERE ${staged.sameKey('a', 'b')})`);
    await live.run(`DELETE FROM ${staged.at('b')} AS b USING ${staged.at('a')} AS a WHERE ${staged.sameKey('a', 'b')}
       AND ROW(b.*)::record OPERATOR(pg_catalog.*=) ROW(a.*)::record;
     ANALYZE ${staged.at('b')}`);
    return Number(made);
}
/** What users have written since, by the newest state that is known. */
async function stage_writtenSince(reference, live, { columns, key }, hasAfter) {
    const common = columns.filter(({ name }) => [reference, live].every(({ shape }) => shape.columns.some((column) => column.name === name)));
    const comparison = new Comparison(reference, live, { columns: common, key });
    if (!(await comparison.find(reference, live)))
        return { newer: 0, deletedSince: 0 };
    const { onlyOne, onlyOther, changed } = await comparison.counts(reference, live);
    return hasAfter
        ? { newer: onlyOther + changed, deletedSince: onlyOne }
        : { newer: onlyOther, deletedSince: 0 };
}

;// CONCATENATED MODULE: ./build/database/repair/state.js



const state_MARK = 'rollback-actions repair: ';
const state_PREFIX = 'rollback_';
/** Bytes that PostgreSQL keeps of a name. */
const state_LONGEST = 63;
/** The schemas of repairs, newest first. One that somebody else owns is none: anybody may write a comment on what is his. */
async function keptIn(live) {
    const rows = await live.query(`SELECT nspname::text AS schema, obj_description(oid, 'pg_namespace') AS comment FROM pg_namespace
     WHERE starts_with(nspname::text, $1) AND pg_has_role(nspowner, 'USAGE') AND starts_with(obj_description(oid, 'pg_namespace'), $2)`, [state_PREFIX, state_MARK]);
    return rows
        .map(({ schema, comment }) => ({ schema, note: JSON.parse(comment.slice(state_MARK.length)) }))
        .sort((one, other) => other.note.at.localeCompare(one.note.at));
}
const writeNote = (live, schema, note) => live.run(`COMMENT ON SCHEMA ${(0,quote/* quoteName */.AB)(schema)} IS ${(0,quote/* quoteText */.ol)(state_MARK + JSON.stringify(note))}`);
/** Makes the schema of a repair. @throws ActionError where this user may not */
async function makeSchema(live, note) {
    const taken = await live.query('SELECT nspname::text AS name FROM pg_namespace');
    const names = Array.from({ length: 100 }, (_, index) => nameOfSchema(note.id, index + 1));
    const schema = names.find((name) => !taken.some((other) => other.name === name));
    try {
        await live.run(`BEGIN; CREATE SCHEMA ${(0,quote/* quoteName */.AB)(schema)}`);
        await writeNote(live, schema, note);
        await live.run('COMMIT');
    }
    catch (error) {
        await live.run('ROLLBACK');
        throw new runner_errors/* ActionError */.lZ(`The schema "${schema}", in which a repair is prepared, can not be made: use the owner of the database, or GRANT CREATE ON DATABASE.`, { cause: error });
    }
    return schema;
}
/** `rollback_42-1`, and for a second repair of the same rollback `rollback_42-1_2`. Pure. */
function nameOfSchema(id, time) {
    const suffix = time === 1 ? '' : `_${time}`;
    const plain = `${state_PREFIX}${id}${suffix}`;
    if (Buffer.byteLength(plain) <= state_LONGEST)
        return plain;
    return `${state_PREFIX}${(0,external_node_crypto_.createHash)('sha256').update(id).digest('hex').slice(0, 16)}${suffix}`;
}
/** Drops a repair's schema, a few tables at a time: each takes a lock. */
async function dropSchema(live, { schema, note }) {
    const numbers = Array.from({ length: note.pieces.length }, (_, index) => index + 1);
    for (const number of numbers) {
        const tables = ['a', 'b', 'p', 'k', 'u'].map((letter) => `${(0,quote/* quoteName */.AB)(schema)}.${letter}${number}`);
        await live.run(`DROP TABLE IF EXISTS ${tables.join(', ')}`);
    }
    await live.run(`DROP SCHEMA ${(0,quote/* quoteName */.AB)(schema)} CASCADE`);
}

;// CONCATENATED MODULE: ./build/database/repair/prepare.js















/** @throws ActionError with what keeps this user from a repair */
function requireRepairable({ live, role, inRecovery }) {
    const reasons = [
        [inRecovery, 'the server is a standby, where nothing can be changed: name the primary in `database-url`'],
        [
            !role.owner,
            `the user "${role.name}" does not own the database "${live.name}" ("${live.owner}" does): use the owner, or a member of it`,
        ],
        [!role.createdb, `the user "${role.name}" may not create databases: ALTER ROLE … CREATEDB`],
    ];
    const those = reasons.filter(([applies]) => applies).map(([, reason]) => reason);
    if (those.length > 0)
        throw new runner_errors/* ActionError */.lZ(`"${live.name}" can not be repaired, and nothing was changed: ${those.join('; and ')}.`);
}
/** What a run that was killed has left of itself: copies beside the live database, and rows that were being staged. */
async function dropRemains(task, session) {
    const { ours } = await (0,observe/* observe */.lB)(session, task.server.database);
    // One that is verified waits for the switch of another strategy.
    const sides = ours.filter(({ note }) => note?.role === 'side' && note.state !== 'verified');
    for (const { name } of sides)
        await drop(session, name);
    return task.server.use(task.server.database, async (live) => {
        const unfinished = (await keptIn(live)).filter(({ note }) => note.state === 'staging');
        for (const kept of unfinished)
            await dropSchema(live, kept);
        return sides.length + unfinished.length;
    });
}
/** Fetches both states. @throws ActionError where one is not what it is said to be */
async function fetchStates(task, request) {
    const fetch = (what, name) => step(task, 'fetch', () => what.fetch(task), ({ backup }) => `\`${name}\` is fetched: ${describeMadeAt(backup)}, ${backup.tables} tables`);
    const before = await fetch(request, 'backup');
    requireRightBackup(before.backup, request, task.accepts);
    const after = request.after && (await fetch(request.after, 'after'));
    if (after) {
        requireRightBackup(after.backup, { of: request.of, maxDataLoss: undefined }, task.accepts);
        requireOrder(before.backup, after.backup);
    }
    return { before, after };
}
/** Two states that are the wrong way round would undo the accident's opposite. */
function requireOrder(before, after) {
    if (before.takenAt === undefined || after.takenAt === undefined)
        return;
    if (Date.parse(after.takenAt) >= Date.parse(before.takenAt))
        return;
    throw new runner_errors/* ActionError */.lZ(`\`after\` is of ${after.takenAt}, before \`backup\` of ${before.takenAt}; nothing was changed. \`backup\` is the state before the accident, \`after\` the one behind it.`);
}
/** The tables that a backup has rows of, as far as their names tell. */
const namedIn = ({ rowsOf }) => [...rowsOf].map((name) => {
    const [schema = '', ...rest] = name.split('.');
    return { schema, name: rest.join('.'), references: [] };
});
/**
 * Restores the states beside the live database and stages what differs, in `schema`; the copies are gone then.
 *
 * @param schema as SQL
 */
async function stageStates(task, session, request, live, schema) {
    const { before, after } = await fetchStates(task, request);
    const { jobs, wishes } = request;
    const shapes = await shapesOf(live);
    const meant = meantTables({ before: namedIn(before.backup), live: shapes }, wishes, task.server.database);
    const part = (state) => ({
        ...state,
        jobs,
        leftOut: leftOutOf(state.backup, shapes, meant),
    });
    const compare = (sources) => step(task, 'compare', () => stage(task, sources, live, schema, wishes), ({ pieces }) => `${pieces.length} tables are compared`);
    const begin = { beside: undefined, backup: before.backup };
    return withBeside(task, session, part(before), task.id, (beside) => {
        const first = { ...begin, beside };
        return after
            ? withBeside(task, session, part(after), `${task.id} after`, (beside) => compare({ before: first, after: { beside, backup: after.backup } }))
            : compare({ before: first, after: undefined });
    });
}
/** Looks without a trace: what is staged is gone with the session. */
async function lookOnly(task, session, request) {
    requireRepairable(await (0,observe/* observe */.lB)(session, task.server.database));
    await dropRemains(task, session);
    return task.server.use(task.server.database, async (live) => {
        await readAlike(live);
        const { pieces } = await stageStates(task, session, request, live, 'pg_temp');
        return planRows(live, pieces, 'pg_temp');
    });
}
/** Stages what differs in a schema of the live database, and plans it. */
async function prepareRepair(task, session, request) {
    const { server, id, run } = task;
    requireRepairable(await (0,observe/* observe */.lB)(session, server.database));
    await dropRemains(task, session);
    const note = {
        ...{ id, run, state: 'staging', at: new Date().toISOString(), wishes: request.wishes },
        ...{ backup: (0,redact/* redact */.E$)(request.source), after: request.after ? (0,redact/* redact */.E$)(request.after.source) : null },
        ...{ pieces: [], lost: [], xid: null },
    };
    return server.use(server.database, async (live) => {
        await readAlike(live);
        const schema = await makeSchema(live, note);
        try {
            const staged = await stageStates(task, session, request, live, (0,quote/* quoteName */.AB)(schema));
            const plan = await planRows(live, staged.pieces, (0,quote/* quoteName */.AB)(schema));
            const planned = { ...note, ...staged, state: 'planned' };
            await writeNote(live, schema, planned);
            return { kept: { schema, note: planned }, plan };
        }
        catch (error) {
            if (!task.signal.aborted)
                await dropSchema(live, { schema, note }).catch(() => { });
            throw error;
        }
    });
}

;// CONCATENATED MODULE: ./build/database/repair/proof.js

/**
 * Holds what was written to what the server has counted in this transaction, in all tables of the database: that shows what
 * triggers and foreign keys have done elsewhere.
 *
 * @param schema where the repair's own tables are, as SQL
 * @param mayReach whether triggers were let, so that what they did is told instead
 * @returns what was written elsewhere, a part of a sentence each
 * @throws ActionError that names the tables
 */
async function proveCounts(live, wrote, schema, mayReach) {
    const counted = await live.query(`SELECT root::int8::float8 AS oid, format('%I.%I', n.nspname, c.relname) AS name, ins::float8 AS inserted, upd::float8 AS updated, del::float8 AS deleted
     FROM (SELECT coalesce(pg_partition_root(relid), relid) AS root, sum(n_tup_ins) AS ins, sum(n_tup_upd) AS upd, sum(n_tup_del) AS del
       FROM pg_stat_xact_user_tables WHERE format('"%s"', replace(schemaname, '"', '""')) <> $1 AND schemaname !~ '^pg_' GROUP BY 1) AS t
     JOIN pg_class c ON c.oid = t.root JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ins + upd + del > 0`, [schema]);
    const others = [];
    for (const { oid, name, ...found } of counted)
        if (!wrote.some((table) => table.oid === oid))
            others.push(`${name} (${found.inserted} inserted, ${found.updated} updated, ${found.deleted} deleted)`);
    const wrong = wrote.flatMap((table) => {
        const found = counted.find(({ oid }) => oid === table.oid) ?? { inserted: 0, updated: 0, deleted: 0 };
        // A row that moves to another partition is counted as one that is deleted and one that is inserted.
        const moved = table.updated - found.updated;
        const isRight = moved >= 0 && found.inserted - moved === table.inserted && found.deleted - moved === table.deleted;
        return isRight
            ? []
            : [`${table.name} (${found.inserted} inserted, ${found.updated} updated, ${found.deleted} deleted)`];
    });
    const all = mayReach ? wrong : [...wrong, ...others];
    if (all.length === 0)
        return others;
    throw new runner_errors/* ActionError */.lZ(`The repair was taken back, and no row was changed: the server has counted other rows than were planned in ${all.join(', ')}; a trigger or a foreign key has written there.`, { details: all });
}

;// CONCATENATED MODULE: ./build/database/repair/triggers.js

/** What is done to rows of a table, as bits of a trigger's type. */
const WRITES = { insert: 4, delete: 8, update: 16 };
/** The triggers of tables and of their partitions, those of a partitioned table before its partitions'. */
const triggersOf = (session, tables) => session.query(`SELECT rn.relname || r.oid AS root, format('%I.%I', n.nspname, c.relname) AS "table", t.tgname::text AS name, t.tgenabled::text AS state,
       t.tgenabled IN ('O', 'A') AND t.tgtype & r.writes <> 0 AS fires
     FROM unnest($1::int8[], $2::int[]) AS r(oid, writes) JOIN pg_class rn ON rn.oid = r.oid::oid
     CROSS JOIN LATERAL (SELECT r.oid::oid AS relid, 0 AS level UNION SELECT relid, level FROM pg_partition_tree(r.oid::oid)) AS part
     JOIN pg_trigger t ON t.tgrelid = part.relid JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE (NOT t.tgisinternal OR t.tgparentid <> 0)
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.oid = t.tgconstraint AND k.contype <> 't')
     ORDER BY 1, part.level, 2, 3`, [tables.map(({ oid }) => oid), tables.map(({ writes }) => writes)]);
const STATES = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA', D: 'DISABLE' };
const set = ({ table, name }, state) => `ALTER TABLE ${table} ${STATES[state]} TRIGGER ${(0,quote/* quoteName */.AB)(name)}`;
/** Whether any trigger fires when these are written: only then a table has to be locked. */
const anyFires = async (session, tables) => (await triggersOf(session, tables)).some(({ fires }) => fires);
/**
 * Turns off, in the transaction that is open, the triggers that would fire. What the statements of foreign keys are made of stays.
 *
 * @returns what turns them on again, each as it was, and fails where one is not
 */
async function triggersOff(session, tables) {
    const before = await triggersOf(session, tables);
    const families = new Set(before.filter(({ fires }) => fires).map(({ root, name }) => `${root} ${name}`));
    const touched = before.filter(({ root, name }) => families.has(`${root} ${name}`));
    for (const trigger of touched)
        if (trigger.fires)
            await session.run(set(trigger, 'D'));
    return async () => {
        for (const trigger of touched)
            await session.run(set(trigger, trigger.state));
        const after = await triggersOf(session, tables);
        if (JSON.stringify(before) !== JSON.stringify(after))
            throw new Error('Triggers are not as they were');
    };
}

;// CONCATENATED MODULE: ./build/database/repair/apply.js









/** Times that a plan is made anew because users were faster. */
const apply_ATTEMPTS = 5;
/** What is planned may not be done. */
class Refused extends Error {
    plan;
    constructor(why, plan) {
        super(why);
        this.plan = plan;
    }
}
/** Users have changed rows between the plan and its application. */
class Outdated extends Error {
}
/**
 * Plans anew and does it, in one transaction that also proves it, or nothing of it.
 *
 * @param require throws `Refused` where what is planned now may not be done
 * @param done writes down, in the same transaction, that it has happened
 */
async function applyRows({ live, signal, schema, triggers }, pieces, require, done) {
    for (let attempt = 1;; attempt++)
        try {
            return await shortly(live, signal, () => once(live, schema, triggers, pieces, require, done));
        }
        catch (error) {
            // A key that somebody has taken meanwhile, a parent that is gone, two who wait for each other.
            if (attempt < apply_ATTEMPTS && /^(23|40)/.test((0,postgres_session/* codeOf */.$)(error)))
                continue;
            if (!(error instanceof Outdated))
                throw error;
            if (attempt === apply_ATTEMPTS)
                throw new runner_errors/* ActionError */.lZ(`Users change the rows that are to be repaired faster than that can be done, and no row was changed: ${error.message}. Name what writes them in \`quiesce\`, or run this again.`);
        }
}
async function once(live, schema, triggers, pieces, require, done) {
    await live.run('BEGIN');
    try {
        const plan = await planRows(live, pieces, schema);
        require(plan);
        await raiseSequences(live, plan.staged);
        const wrote = plan.staged.map((staged, at) => {
            const { back, set } = plan.tables[at];
            return { oid: staged.live.oid, name: (0,integrity_tables/* nameOf */.Vb)(staged.piece), inserted: back, updated: set, deleted: 0 };
        });
        const begun = performance.now();
        const writes = wrote.map(({ oid, inserted, updated }) => ({
            oid,
            writes: (inserted > 0 ? WRITES.insert : 0) | (updated > 0 ? WRITES.update : 0),
        }));
        const on = triggers === 'off'
            ? await triggersOff(live, writes.filter(({ writes }) => writes > 0))
            : undefined;
        for (const staged of plan.staged)
            await live.run(keepSql(staged));
        await write(live, plan);
        await live.run('SET CONSTRAINTS ALL IMMEDIATE');
        const elsewhere = await proveCounts(live, wrote, schema, triggers === 'on');
        await proveValues(live, plan.staged);
        await on?.();
        await done();
        await live.run('COMMIT');
        const blockedSeconds = on ? (performance.now() - begun) / 1000 : 0;
        return { plan, blockedSeconds, elsewhere };
    }
    catch (error) {
        // A session that is gone has rolled back by itself.
        await live.run('ROLLBACK').catch(() => { });
        throw error;
    }
}
const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric'];
/** Numbers of rows that come back must never be given out again; a gap is no harm, so this stays also where the rest is rolled back. */
async function raiseSequences(live, staged) {
    for (const one of staged) {
        const { rows } = await live.one(`SELECT count(*)::text AS rows FROM ${one.at('p')} WHERE "rb verdict" = 'back'`);
        if (rows === '0')
            continue;
        for (const { column, sequence } of one.live.sequences) {
            if (!NUMBERS.includes(one.live.columns.find(({ name }) => name === column)?.base ?? ''))
                continue;
            const last = one.piece.sequences.find((other) => other.sequence === sequence)?.last ?? '0';
            await live.query(`SELECT setval($1::regclass, least(wanted, s.max_value)::bigint)
         FROM (SELECT greatest(max(${(0,quote/* quoteName */.AB)(column)})::numeric, $2::numeric) AS wanted FROM ${one.at('p')} WHERE "rb verdict" = 'back') AS w,
           (SELECT seqmax AS max_value, pg_sequence_last_value(seqrelid) AS last FROM pg_sequence WHERE seqrelid = $1::regclass) AS s
         WHERE wanted > coalesce(s.last, 0)`, [sequence, last]);
        }
    }
}
/** What will be overwritten. */
function keepSql(staged) {
    return `DROP TABLE IF EXISTS ${staged.at('k')};
    CREATE TABLE ${staged.at('k')} AS SELECT ${staged.list('l', staged.writable)} FROM ${staged.table} AS l
      JOIN ${staged.at('p')} AS p ON ${staged.sameKey('l', 'p')} WHERE p."rb verdict" = 'set';
    CREATE INDEX ON ${staged.at('k')} (${staged.piece.key.map(quote/* quoteName */.AB).join(', ')})`;
}
/** All rows that come back in one statement, whichever refers to whichever; then values, which may refer to them. */
async function write(live, { staged, tables }) {
    const inserts = staged
        .filter((_, at) => tables[at].back > 0)
        .map((one) => `i${one.piece.number} AS (INSERT INTO ${one.name} (${one.names(one.writable)}) OVERRIDING SYSTEM VALUE
        SELECT ${one.list('p', one.writable)} FROM ${one.at('p')} AS p WHERE p."rb verdict" = 'back')`);
    if (inserts.length > 0)
        await live.run(`WITH ${inserts.join(', ')} SELECT 1`);
    for (const [at, one] of staged.entries()) {
        const { set } = tables[at];
        if (set === 0)
            continue;
        const changed = await live.query(`SELECT ARRAY[${one.piece.columns.map((_, index) => `bool_or("rb sets"[${index + 1}])`).join(', ')}] AS places FROM ${one.at('p')} WHERE "rb verdict" = 'set'`);
        const values = one.values
            .filter(({ place }) => changed[0]?.places[place - 1] === true)
            .map(({ column, place }) => {
            const name = (0,quote/* quoteName */.AB)(column.name);
            return `${name} = CASE WHEN p."rb sets"[${place}] THEN p.${name} ELSE l.${name} END`;
        });
        const stamps = one.stamps.map(({ name, type }) => `${(0,quote/* quoteName */.AB)(name)} = now()::${type}`);
        const rows = await live.query(`WITH u AS (UPDATE ${one.table} AS l SET ${[...values, ...stamps].join(', ')} FROM ${one.at('p')} AS p
         WHERE p."rb verdict" = 'set' AND ${one.sameKey('l', 'p')} AND l.xmin = p."rb seen" RETURNING 1)
       SELECT count(*)::text AS rows FROM u`);
        if (Number(rows[0]?.rows) !== set)
            throw new Outdated(`${(0,integrity_tables/* nameOf */.Vb)(one.piece)} had ${set} rows to set back, ${rows[0]?.rows} were as planned`);
    }
}
/** @throws ActionError where a row is not what the plan says, as where a trigger has had a hand in it */
async function proveValues(live, staged) {
    for (const one of staged) {
        const wrong = one.values
            .filter(({ column }) => one.has(column.name))
            .map(({ column, place }) => `(p."rb sets"[${place}] AND NOT ${same(`l.${(0,quote/* quoteName */.AB)(column.name)}`, `p.${(0,quote/* quoteName */.AB)(column.name)}`)})`);
        const [found] = await live.query(`SELECT count(*)::text AS rows FROM ${one.at('p')} AS p LEFT JOIN ${one.table} AS l ON ${one.sameKey('l', 'p')}
       WHERE (p."rb verdict" = 'back' AND NOT ${same(one.list('l', one.writable), one.list('p', one.writable))})
         OR (p."rb verdict" = 'set' AND ${any(wrong)})`);
        if (found?.rows !== '0')
            throw new runner_errors/* ActionError */.lZ(`The repair of ${(0,integrity_tables/* nameOf */.Vb)(one.piece)} was taken back, and no row was changed: ${found?.rows} rows were not what they were before the accident when they were read once more.`);
    }
}

;// CONCATENATED MODULE: ./build/database/repair/repair.js













/** Rows that are written in a second while a table is locked for its triggers. */
const ROWS_A_SECOND = 45_000;
const evidenceOf = ({ note }) => (note.after === null ? 'none' : 'after');
/** Looks, and leaves nothing behind. */
async function lookAtRepair(task, session, request) {
    const plan = await lookOnly(task, session, request);
    const evidence = request.after ? 'after' : 'none';
    const report = {
        applied: false,
        evidence,
        schema: null,
        tables: plan.tables,
        objects: plan.objects,
    };
    return {
        result: 'planned',
        report,
        message: `Planned: ${await describePlan(task, report, plan)}; nothing was changed.`,
    };
}
async function describePlan({ server }, report, plan) {
    const seconds = await server.use(server.database, (live) => waitOf(live, plan));
    const wait = seconds > 0 ? `; writers of these tables would wait about ${seconds.toFixed(1)} s` : '';
    return `${describeRepair(report)}${wait}. Recommended: ${recommendation(report)}`;
}
/** About how long writers of a table wait. */
async function waitOf(live, { staged, tables }) {
    const writes = staged.map((one, at) => {
        const { back, set } = tables[at];
        return { oid: one.live.oid, writes: (back > 0 ? WRITES.insert : 0) | (set > 0 ? WRITES.update : 0) };
    });
    const some = writes.filter(({ writes }) => writes > 0);
    return some.length > 0 && (await anyFires(live, some)) ? written(tables) / ROWS_A_SECOND : 0;
}
/** The first half: everything that can be done while nothing of users' tables changes. */
async function repair_prepareOnly(task, session, request) {
    const earlier = await earlierOf(task, request);
    if (earlier?.note.state === 'applied')
        return alreadyApplied(task, earlier);
    const { kept, plan } = earlier
        ? { kept: earlier, plan: await planAgain(task, earlier) }
        : await prepareRepair(task, session, request);
    const report = reportOf(kept, plan);
    const message = `Prepared: ${await describePlan(task, report, plan)}. The phase \`switch\` does it.`;
    task.log.info(`✓ What differs is in the schema "${kept.schema}" of the live database`);
    return { result: 'done', message, report };
}
/** Looked at and then done. */
async function repairAll(task, session, request) {
    const earlier = await earlierOf(task, request);
    if (earlier?.note.state === 'applied')
        return alreadyApplied(task, earlier);
    const kept = earlier ?? (await prepareRepair(task, session, request)).kept;
    return applyKept(task, kept, request.wishes);
}
/** The second half. @throws ActionError where nothing is prepared */
async function repair_switchOnly(task, wishes) {
    const all = await task.server.use(task.server.database, keptIn);
    const kept = all.find(({ note }) => note.state === 'planned');
    if (kept)
        return applyKept(task, kept, wishes);
    const applied = all.find(({ note }) => note.state === 'applied' && note.run === task.run);
    if (applied)
        return alreadyApplied(task, applied);
    throw new runner_errors/* ActionError */.lZ(`No repair of "${task.server.database}" is prepared; run the phase \`prepare\` first.`);
}
/** Says what the phase `switch` would do. */
async function lookAtSwitch(task) {
    const kept = (await task.server.use(task.server.database, keptIn)).find(({ note }) => note.state === 'planned');
    if (!kept)
        return {
            result: 'planned',
            message: 'Planned: no repair is prepared, so nothing would be done; nothing was changed.',
        };
    const plan = await planAgain(task, kept);
    const report = reportOf(kept, plan);
    return {
        result: 'planned',
        report,
        message: `Planned: ${await describePlan(task, report, plan)}; nothing was changed.`,
    };
}
/** What is staged against the living rows of now, without a trace. */
const planAgain = ({ server }, { schema, note }) => server.use(server.database, async (live) => {
    await readAlike(live);
    await live.run('BEGIN');
    try {
        return await planRows(live, note.pieces, (0,quote/* quoteName */.AB)(schema));
    }
    finally {
        await live.run('ROLLBACK');
    }
});
/** What this run has prepared or done before it was killed, of the same wish. */
async function earlierOf({ server, run }, { source, after, wishes }) {
    const of = (text) => (text === undefined ? null : (0,redact/* redact */.E$)(text));
    const said = ({ tables, exclude, columns, stamps }) => JSON.stringify([tables, exclude, columns, stamps]);
    return (await server.use(server.database, keptIn)).find(({ note }) => ['planned', 'applied'].includes(note.state) &&
        note.run === run &&
        note.backup === of(source) &&
        note.after === of(after?.source) &&
        said(note.wishes) === said(wishes));
}
async function alreadyApplied(task, kept) {
    await finish(task, kept);
    return {
        result: 'no-op',
        message: `This run has repaired "${task.server.database}" at ${kept.note.at} already (phase \`undo\` takes it back).`,
    };
}
const reportOf = (kept, { tables, objects }, applied) => ({
    applied: applied !== undefined,
    evidence: evidenceOf(kept),
    schema: kept.schema,
    tables,
    objects,
    ...(applied && { blockedSeconds: Number(applied.blockedSeconds.toFixed(3)) }),
});
/** Why a plan is not done, in a sentence; undefined where it is. Pure. */
function repair_refusalOf(tables, { conflicts, maxWait }, wait) {
    const open = conflictsOf(tables);
    if (open.some(({ kind }) => kind === 'no evidence'))
        return 'rows differ from the backup and nothing tells whether the accident or users changed them; give `after`, a backup from behind the accident';
    if (open.length > 0 && conflicts === 'refuse')
        return 'some rows can not be repaired safely; `conflicts: keep` leaves them as they are and does the rest';
    if (wait > maxWait)
        return `writers would wait about ${wait.toFixed(0)} s, longer than \`max-wait\` allows (${maxWait} s); allow more, or name what writes these tables in \`quiesce\``;
    return undefined;
}
async function applyKept(task, kept, wishes) {
    const plan = await planAgain(task, kept);
    const report = reportOf(kept, plan);
    const wait = await task.server.use(task.server.database, (live) => waitOf(live, plan));
    const refused = repair_refusalOf(plan.tables, wishes, wait);
    if (refused !== undefined)
        return refusedAs(kept, report, refused);
    if (written(plan.tables) === 0 && plan.objects.length === 0) {
        await task.server.use(task.server.database, (live) => dropSchema(live, kept));
        return {
            result: 'no-op',
            report: { ...report, schema: null },
            message: `Nothing to repair: ${describeRepair(report)}.`,
        };
    }
    const objects = plan.objects;
    try {
        await holdTraffic(task);
        const applied = await step(task, 'repair', () => apply(task, kept, wishes), (applied) => describeRepair(reportOf(kept, { ...applied.plan, objects }, applied)), (applied) => ({ evidence: reportOf(kept, { ...applied.plan, objects }, applied) }));
        const failed = await finish(task, kept);
        await afterSwitch(task);
        const done = reportOf(kept, { ...applied.plan, objects }, applied);
        for (const line of applied.elsewhere)
            task.log.warn(`Triggers have written elsewhere as well: ${line}.`);
        const lacks = failed.length > 0
            ? `; ${failed.length} constraints or indexes could not be made again (see the log)`
            : '';
        return {
            result: 'done',
            report: done,
            message: `"${task.server.database}" is repaired: ${describeRepair(done)}${lacks} (phase \`undo\` takes it back).`,
        };
    }
    catch (error) {
        await giveTrafficBack(task).catch(() => { });
        if (error instanceof Refused)
            return refusedAs(kept, reportOf(kept, error.plan), error.message);
        throw error;
    }
}
const refusedAs = (kept, report, refusal) => ({
    result: 'failed',
    report,
    message: `Not repaired, and no row was changed: ${refusal}. What is planned: ${describeRepair(report)}; it waits in the schema "${kept.schema}" for the phase \`switch\`, and phase \`clean\` removes it.`,
});
async function apply(task, kept, wishes) {
    const { server, signal } = task;
    await server.use(server.database, async (live) => {
        await readAlike(live);
        await addBack(live, signal, kept.note.lost);
    });
    return server.use(server.database, async (live) => {
        await readAlike(live);
        return applyRows({ live, signal, schema: (0,quote/* quoteName */.AB)(kept.schema), triggers: wishes.triggers }, kept.note.pieces, (plan) => {
            const refused = repair_refusalOf(plan.tables, wishes, 0);
            if (refused !== undefined)
                throw new Refused(refused, plan);
        }, async () => {
            const { xid } = await live.one('SELECT pg_current_xact_id()::xid::text AS xid');
            await writeNote(live, kept.schema, {
                ...kept.note,
                state: 'applied',
                at: new Date().toISOString(),
                xid,
            });
        });
    });
}
/** What is made when the rows are back; a run that was killed before it is finished by the next one. */
async function finish({ server, signal, log }, { note }) {
    if (note.lost.length === 0)
        return [];
    return server.use(server.database, async (live) => {
        await readAlike(live);
        const failed = await addLater(live, signal, note.lost);
        for (const sentence of [...failed, ...note.lost.flatMap(({ told }) => told)])
            log.warn(`${sentence}.`);
        return failed;
    });
}

;// CONCATENATED MODULE: ./build/database/repair/undo.js








/**
 * Takes a repair back, by three states again: what was there, what the repair wrote, and today. What users have written since
 * stays, and so does a row that something refers to which was not there before the repair.
 *
 * @param mayGoOn whether what is planned may be done; where it says no or throws, nothing is
 */
async function undoRows(live, signal, kept, triggers, mayGoOn, done) {
    return shortly(live, signal, async () => {
        await live.run('BEGIN');
        try {
            const { staged, tables } = await undo_planUndo(live, kept);
            if (!mayGoOn(tables)) {
                await live.run('ROLLBACK');
                return tables;
            }
            const wrote = staged.map((one, at) => {
                const { gone, unset } = tables[at];
                return { oid: one.live.oid, name: (0,integrity_tables/* nameOf */.Vb)(one.piece), inserted: 0, updated: unset, deleted: gone };
            });
            const writes = wrote
                .map(({ oid, updated, deleted }) => ({
                oid,
                writes: (updated > 0 ? WRITES.update : 0) | (deleted > 0 ? WRITES.delete : 0),
            }))
                .filter(({ writes }) => writes > 0);
            const on = triggers === 'off' ? await triggersOff(live, writes) : undefined;
            await undo_write(live, staged, tables, kept.note.xid);
            await live.run('SET CONSTRAINTS ALL IMMEDIATE');
            await proveCounts(live, wrote, (0,quote/* quoteName */.AB)(kept.schema), triggers === 'on');
            await on?.();
            await done();
            await live.run('COMMIT');
            return tables;
        }
        catch (error) {
            await live.run('ROLLBACK').catch(() => { });
            throw error;
        }
    });
}
async function undo_planUndo(live, { schema, note }) {
    const shapes = await shapesOf(live);
    const staged = note.pieces.flatMap((piece) => {
        const shape = find(shapes, piece);
        return shape ? [new Staged(piece, shape, (0,quote/* quoteName */.AB)(schema))] : [];
    });
    for (const one of staged)
        await live.run(undoSql(one));
    for (let changed = true; changed;) {
        changed = false;
        for (const sql of referredSql(staged, shapes)) {
            const rows = await live.query(`${sql} RETURNING 1 AS one`);
            changed ||= rows.length > 0;
        }
    }
    const tables = [];
    for (const one of staged)
        tables.push(await undoPlan(live, one));
    return { staged, tables };
}
/** The values that a repair may have set, which are there still. */
const valuesOf = (staged) => staged.values.filter(({ column }) => staged.has(column.name));
function undoSql(staged) {
    const changes = valuesOf(staged).map(({ column, place }) => {
        const [today, wrote, was] = ['l', 'p', 'k'].map((row) => `${row}.${(0,quote/* quoteName */.AB)(column.name)}`);
        return {
            unset: `(p."rb sets"[${place}] AND ${same(today, wrote)})`,
            open: `(p."rb sets"[${place}] AND NOT ${same(today, wrote)} AND NOT ${same(today, was)})`,
        };
    });
    const { writable } = staged;
    return `DROP TABLE IF EXISTS ${staged.at('u')};
    CREATE TABLE ${staged.at('u')} AS SELECT ${staged.list('p')}, p."rb sets", l.xmin AS "rb seen", NULL::text AS "rb rule",
      CASE WHEN NOT (${staged.isThere('l')}) THEN NULL
        WHEN p."rb verdict" = 'back' THEN CASE WHEN ${same(staged.list('l', writable), staged.list('p', writable))} THEN 'gone' ELSE 'changed since' END
        WHEN ${any(changes.map(({ open }) => open))} THEN 'changed since'
        WHEN ${any(changes.map(({ unset }) => unset))} THEN 'unset' END AS "rb verdict"
    FROM ${staged.at('p')} AS p LEFT JOIN ${staged.at('k')} AS k ON ${staged.sameKey('k', 'p')}
      LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'p')} WHERE p."rb verdict" IN ('back', 'set');
    CREATE INDEX ON ${staged.at('u')} (${staged.piece.key.map(quote/* quoteName */.AB).join(', ')}); ANALYZE ${staged.at('u')}`;
}
/** Rows that would go and that something refers to which does not go with them, nor is set back so that it refers to them no more. */
function referredSql(staged, shapes) {
    return shapes.flatMap((children) => children.references.flatMap(({ name, columns, to, toColumns }) => {
        const parent = staged.find(({ live }) => (0,integrity_tables/* nameOf */.Vb)(live) === (0,integrity_tables/* nameOf */.Vb)(to));
        if (!parent || toColumns.some((column) => parent.placeOf(column) === 0))
            return [];
        const child = staged.find(({ live }) => live === children);
        const refers = columns
            .map((column, index) => `c.${(0,quote/* quoteName */.AB)(column)} = u.${(0,quote/* quoteName */.AB)(toColumns[index])}`)
            .join(' AND ');
        const places = child ? columns.map((column) => child.placeOf(column)).filter((place) => place > 0) : [];
        const leaves = child
            ? `AND NOT EXISTS (SELECT FROM ${child.at('u')} AS d WHERE ${child.sameKey('d', 'c')}
            AND (d."rb verdict" = 'gone' OR (d."rb verdict" = 'unset' AND ${any(places.map((place) => `d."rb sets"[${place}]`))})))`
            : '';
        const rows = `${children.partitioned ? '' : 'ONLY '}${(0,quote/* quoteName */.AB)(children.schema)}.${(0,quote/* quoteName */.AB)(children.name)}`;
        return [
            `UPDATE ${parent.at('u')} AS u SET "rb verdict" = 'referred to', "rb rule" = ${piece_literal(name)}
         WHERE u."rb verdict" = 'gone' AND EXISTS (SELECT FROM ${rows} AS c WHERE ${refers} ${leaves})`,
        ];
    }));
}
async function undoPlan(live, staged) {
    const rows = await live.query(`SELECT u."rb verdict" AS verdict, coalesce(u."rb rule", '') AS rule, count(*)::text AS rows,
       to_json((array_agg(${staged.keyJson('u')}))[1:5]) AS examples
     FROM ${staged.at('u')} AS u WHERE u."rb verdict" IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`);
    const count = (verdict) => Number(rows.find((row) => row.verdict === verdict)?.rows ?? 0);
    return {
        table: (0,integrity_tables/* nameOf */.Vb)(staged.piece),
        gone: count('gone'),
        unset: count('unset'),
        conflicts: rows
            .filter(({ verdict }) => !['gone', 'unset'].includes(verdict))
            .map(({ verdict, rule, rows, examples }) => ({
            kind: verdict,
            name: rule,
            rows: Number(rows),
            examples,
        })),
    };
}
/** Values first, so that nothing refers to the rows that go, and those in one statement, whichever refers to whichever. */
async function undo_write(live, staged, tables, xid) {
    for (const [at, one] of staged.entries()) {
        if (tables[at]?.unset === 0)
            continue;
        const values = valuesOf(one)
            .filter(({ column }) => one.live.columns.find(({ name }) => name === column.name)?.identity !== true)
            .map(({ column, place }) => {
            const name = (0,quote/* quoteName */.AB)(column.name);
            return `${name} = CASE WHEN u."rb sets"[${place}] AND ${same(`l.${name}`, `u.${name}`)} THEN k.${name} ELSE l.${name} END`;
        });
        // A row that somebody has written since has a stamp of its own.
        const stamps = one.stamps.map(({ name }) => {
            const stamp = (0,quote/* quoteName */.AB)(name);
            return `${stamp} = CASE WHEN l.xmin::text = ${piece_literal(xid ?? '')} THEN k.${stamp} ELSE l.${stamp} END`;
        });
        await live.run(`UPDATE ${one.table} AS l SET ${[...values, ...stamps].join(', ')} FROM ${one.at('u')} AS u JOIN ${one.at('k')} AS k ON ${one.sameKey('k', 'u')}
       WHERE u."rb verdict" = 'unset' AND ${one.sameKey('l', 'u')} AND l.xmin = u."rb seen"`);
    }
    const deletes = staged
        .filter((_, at) => (tables[at]?.gone ?? 0) > 0)
        .map((one) => `d${one.piece.number} AS (DELETE FROM ${one.table} AS l USING ${one.at('u')} AS u
        WHERE u."rb verdict" = 'gone' AND ${one.sameKey('l', 'u')} AND l.xmin = u."rb seen")`);
    if (deletes.length > 0)
        await live.run(`WITH ${deletes.join(', ')} SELECT 1`);
}

;// CONCATENATED MODULE: ./build/database/repair/take-back.js








/** Takes the newest repair back. */
async function undoRepair(task, { conflicts, triggers }, isLook = false) {
    const { server, signal } = task;
    const kept = (await server.use(server.database, keptIn)).find(({ note }) => note.state === 'applied');
    if (!kept) {
        if (!isLook)
            await afterSwitch(task);
        const message = 'othing to undo: no repair of this database is there to take back';
        return isLook
            ? { result: 'planned', message: `Planned: n${message}.` }
            : { result: 'no-op', message: `N${message}.` };
    }
    const mayGoOn = (tables) => {
        if (isLook || conflicts === 'keep' || tables.every((table) => table.conflicts.length === 0))
            return !isLook;
        throw new runner_errors/* ActionError */.lZ(`Not undone, and no row was changed: users have changed what was repaired, or refer to it. The plan: ${describeUndo(tables, false)}; \`conflicts: keep\` leaves those rows and takes the rest back.`);
    };
    const run = () => server.use(server.database, async (live) => {
        await readAlike(live);
        const note = { ...kept.note, state: 'undone', at: new Date().toISOString() };
        return undoRows(live, signal, kept, triggers, mayGoOn, () => writeNote(live, kept.schema, note));
    });
    if (isLook)
        return {
            result: 'planned',
            message: `Planned: ${describeUndo(await run(), false)}; nothing was changed.`,
        };
    try {
        await holdTraffic(task);
        const tables = await step(task, 'undo repair', run, (tables) => describeUndo(tables, true));
        await afterSwitch(task);
        const columns = kept.note.lost.length > 0 ? `; ${kept.note.lost.map(({ name }) => name).join(', ')} stay` : '';
        return {
            result: 'done',
            message: `The repair of "${server.database}" is taken back: ${describeUndo(tables, true)}${columns}.`,
        };
    }
    catch (error) {
        await giveTrafficBack(task).catch(() => { });
        throw error;
    }
}
/** Removes what repairs have left and no undo needs. */
async function cleanRepairs(task, session, keep) {
    const remains = await dropRemains(task, session);
    const { server } = task;
    const dropped = await server.use(server.database, async (live) => {
        const leftovers = take_back_leftoversOf(await keptIn(live), keep);
        for (const kept of leftovers)
            await dropSchema(live, kept);
        return leftovers.map(({ schema }) => `"${schema}"`);
    });
    if (remains + dropped.length === 0)
        return {
            result: 'no-op',
            message: 'Nothing to clean: repairs have left nothing beside what `keep` says.',
        };
    const unfinished = remains > 0 ? [`${remains} unfinished`] : [];
    return { result: 'done', message: `Cleaned: ${[...dropped, ...unfinished].join(', ')} dropped.` };
}
/** Says what the phase `clean` would drop. */
async function lookAtClean({ server }, keep) {
    const leftovers = take_back_leftoversOf(await server.use(server.database, keptIn), keep).map(({ schema }) => `"${schema}"`);
    const what = leftovers.length > 0
        ? `these schemas would be dropped: ${leftovers.join(', ')}`
        : 'nothing would be dropped';
    return { result: 'planned', message: `Planned: ${what}; nothing was changed.` };
}
/** All but the newest that were applied, which an undo needs. Pure. */
function take_back_leftoversOf(all, keep) {
    const needed = all.filter(({ note }) => note.state === 'applied').slice(0, keep);
    return all.filter((kept) => !needed.includes(kept));
}

;// CONCATENATED MODULE: ./build/database/repair/phases.js




/**
 * Says what a repair is about where it follows at once and compares then: nothing is restored twice for it.
 *
 * @param check finds out whether a backup is there
 */
async function foresee({ server }, session, tables, sources, check) {
    requireRepairable(await (0,observe/* observe */.lB)(session, server.database));
    for (const source of sources)
        await check(source);
    return {
        result: 'planned',
        message: `Planned: what was destroyed in ${tables.join(', ')} of "${server.database}" would be brought back, and every newer row kept; how many rows that is shows when the states are compared, before anything is changed.`,
    };
}
/** Carries out a phase, or says what it would do. */
async function repair(task, session, asked, dryRun) {
    const { phase, wishes, keep, request } = asked;
    switch (phase) {
        case 'all':
            return dryRun
                ? lookAtRepair(task, session, await request())
                : repairAll(task, session, await request());
        case 'prepare':
            return dryRun
                ? lookAtRepair(task, session, await request())
                : repair_prepareOnly(task, session, await request());
        case 'switch':
            return dryRun ? lookAtSwitch(task) : repair_switchOnly(task, wishes);
        case 'undo':
            return undoRepair(task, wishes, dryRun);
        case 'clean':
            return dryRun ? lookAtClean(task, keep) : cleanRepairs(task, session, keep);
        case 'resume':
            return {
                result: 'planned',
                message: 'Planned: traffic that is held would be given back; nothing was changed.',
            };
    }
}

;// CONCATENATED MODULE: ./build/database/required.js

/** @throws ActionError where inputs are missing or don't go together */
function requireInputs({ confirm, phase, strategy, backup }, { database }, { dryRun }) {
    if (['all', 'prepare'].includes(phase) && backup === undefined) {
        throw new runner_errors/* ActionError */.lZ(`Input \`backup\` is required for the phase \`${phase}\`: s3://bucket/key, https://…, pgbackrest://stanza?time=… or a path.`);
    }
    if (strategy === 'in-place' && !['all', 'resume'].includes(phase)) {
        throw new runner_errors/* ActionError */.lZ(`The strategy \`in-place\` has no phase \`${phase}\`: it replaces the contents in one go.`);
    }
    if (!dryRun && confirm !== database) {
        const given = confirm === undefined ? 'is missing' : `is ${JSON.stringify(confirm)}`;
        throw new runner_errors/* ActionError */.lZ(`Input \`confirm\` ${given}; type the name of the database, ${JSON.stringify(database)}, to say that you mean it.`);
    }
}

// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
// EXTERNAL MODULE: ./build/systems/postgres/address.js
var address = __webpack_require__(44869);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
;// CONCATENATED MODULE: ./build/systems/postgres/pool-entries.js
/** What pgbouncer's console says of databases, connections and clients, and what follows from it. Pure. */
/**
 * The entries that lead to a database: those with its address (`host:port`), or where none has, all with its name, as
 * the same server may be called otherwise from where pgbouncer stands.
 */
function entriesTo(entries, database, address) {
    const named = entries.filter((entry) => entry.database === database && entry.name !== 'pgbouncer');
    const exact = named.filter((entry) => leadsTo(entry, address));
    return exact.length > 0 ? exact : named;
}
/** Whether an entry's address is the one given, letter by letter. */
const leadsTo = ({ host, port }, address) => (host ?? '').split(',').some((one) => `${one}:${port}` === address);
/** Where an entry leads, for messages. */
const placeOf = ({ host, port }) => `${host ?? 'a Unix socket'}:${port}`;
/** Who has connections of these entries at present, one line each. */
function holdersOf(names, servers, clients) {
    return servers
        .filter(({ database, state }) => names.includes(database) && state === 'active')
        .map(({ database, link, remote_pid }) => {
        const client = clients.find(({ ptr }) => ptr === link);
        const who = client
            ? `user ${JSON.stringify(client.user)} from ${client.addr}:${client.port}, last query at ${client.request_time}`
            : 'a client that has gone since';
        return `${JSON.stringify(database)}: ${who}, PostgreSQL process ${remote_pid}`;
    });
}
/** A name as the console takes it: it reads at most 63 bytes, quotes counted, so plain ones go without. */
const consoleName = (name) => /^[0-9a-z_]+$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;

;// CONCATENATED MODULE: ./build/systems/postgres/pgbouncer-console.js






/** What the admin console is as a database. */
const CONSOLE = 'pgbouncer';
/** Bytes of all that a console says: some thousand clients are a part of it. */
const MAX_HEARD_BYTES = 64 * 1024 ** 2;
const streamOf = (client) => client.connection.stream;
/** A connection to one admin console, which takes simple queries only. */
class Console {
    name;
    #client;
    #signal;
    #destroy;
    constructor(name, client, signal, destroy) {
        this.name = name;
        this.#client = client;
        this.#signal = signal;
        this.#destroy = destroy;
    }
    /** Connects. @throws ActionError that says whether the address, the user or the kind of server is wrong */
    static async open(address, signal) {
        signal.throwIfAborted();
        const name = `${address.host}:${address.port}`;
        const client = new esm/* default.Client */.Ay.Client({
            ...address.options,
            database: CONSOLE,
            connectionTimeoutMillis: waits/* WAITS */.r.POOLER_CONNECT_MS,
        });
        const destroy = () => streamOf(client).destroy();
        client.on('error', () => { });
        signal.addEventListener('abort', destroy);
        const console = new Console(name, client, signal, destroy);
        try {
            await client.connect();
            // Lists without an end must not fill the memory.
            let heard = 0;
            streamOf(client).on('data', (chunk) => {
                heard += chunk.length;
                if (heard > MAX_HEARD_BYTES)
                    destroy();
            });
            return console;
        }
        catch (error) {
            console.close();
            signal.throwIfAborted();
            throw new runner_errors/* ActionError */.lZ(connectMessage(error, name, address.user), { cause: error });
        }
    }
    /** The lines of SHOW DATABASES, POOLS, SERVERS, CLIENTS or CONFIG. */
    show(what) {
        return this.#query(`SHOW ${what}`);
    }
    /** Does something with an entry; `late` gives up on it, and on this connection with it. */
    async command(verb, name, late) {
        // Else nothing would end it: clients would wait as long as it does.
        late?.throwIfAborted();
        late?.addEventListener('abort', this.#destroy);
        try {
            await this.#query(`${verb} ${consoleName(name)}`);
        }
        finally {
            late?.removeEventListener('abort', this.#destroy);
        }
    }
    /**
     * Waits until no connection of an entry's to PostgreSQL is being made. PAUSE would cut it off, and pgbouncer takes that
     * for a server that lets nobody in: after RESUME it turns clients away until `server_login_retry` is over
     * (https://github.com/pgbouncer/pgbouncer/pull/420).
     */
    async settled(name, signal) {
        for (;;) {
            const pools = await this.show('POOLS');
            if (!pools.some(({ database, sv_login }) => database === name && sv_login > 0))
                return;
            await (0,deadline/* pause */.v7)(waits/* WAITS */.r.POOLER_LOOK_MS, signal);
        }
    }
    /** The mode that entries without one of their own have. */
    async mode() {
        const settings = await this.show('CONFIG');
        return settings.find(({ key }) => key === 'pool_mode')?.value ?? '';
    }
    /** The entries of the server's database; one that only the wildcard makes is made. */
    async entries(server) {
        const listed = await this.#listed(server);
        if (listed.length > 0)
            return listed;
        await this.#make(server.database);
        const made = await this.#listed(server);
        if (made.length > 0)
            return made;
        const others = await this.show('DATABASES');
        throw new runner_errors/* ActionError */.lZ(`pgbouncer at ${this.name} leads nobody to the database ${JSON.stringify(server.database)}; check \`pgbouncer-url\`, or leave it out.`, { details: others.map(({ name, database }) => `${name} → ${database}`) });
    }
    /**
     * The entries of the server's database that are paused. One of the wildcard's is no longer shown once its last client
     * has left, and comes back, paused as it was, with the next: it is brought back here, or nobody would resume it.
     */
    async paused(server) {
        const listed = await this.#listed(server);
        const shown = listed.some(({ name }) => name === server.database);
        if (!shown)
            await this.#make(server.database);
        return (shown ? listed : await this.#listed(server)).filter(({ paused }) => paused === 1);
    }
    /** Looks whether the user may PAUSE: resuming a name that nobody has shows it and changes nothing. @throws ActionError where not */
    async admin() {
        await this.command('RESUME', 'rollback_actions_probe').catch((error) => {
            if (!/no such database|is not paused/.test((0,runner_errors/* messageOf */.bD)(error)))
                throw error;
        });
    }
    close() {
        this.#signal.removeEventListener('abort', this.#destroy);
        this.#destroy();
    }
    /** Makes the entry of a name that only the wildcard leads on, or brings it back; where there is none, nothing. */
    async #make(name) {
        await this.command('RECONNECT', name).catch((error) => {
            if (!/no such database/.test((0,runner_errors/* messageOf */.bD)(error)))
                throw error;
        });
    }
    async #listed({ database, name }) {
        return entriesTo(await this.show('DATABASES'), database, name);
    }
    async #query(text) {
        try {
            return (await this.#client.query(text)).rows;
        }
        catch (error) {
            this.#signal.throwIfAborted();
            throw new runner_errors/* ActionError */.lZ(queryMessage(error, this.name, text), { cause: error });
        }
    }
}
function connectMessage(error, name, user) {
    const words = (0,runner_errors/* messageOf */.bD)(error) || (0,postgres_session/* codeOf */.$)(error);
    if ((0,postgres_session/* codeOf */.$)(error) === '3D000')
        return `At ${name} there is a PostgreSQL and no pgbouncer (${words}); check the port of \`pgbouncer-url\`.`;
    if (words === 'not allowed')
        return `pgbouncer at ${name} does not let the user ${JSON.stringify(user)} into its console; add it to admin_users.`;
    return `pgbouncer at ${name} can not be reached as ${JSON.stringify(user)} (${words}); check \`pgbouncer-url\`.`;
}
function queryMessage(error, name, text) {
    const words = (0,runner_errors/* messageOf */.bD)(error);
    if ((0,postgres_session/* codeOf */.$)(error) === '42704')
        return `At ${name} there is a PostgreSQL and no pgbouncer (${words}); check the port of \`pgbouncer-url\`.`;
    if (words === 'admin access needed')
        return `pgbouncer at ${name} lets this user look only; name one of its admin_users in \`pgbouncer-url\`.`;
    if (words === 'already suspended/paused')
        return `pgbouncer at ${name} is paused as a whole, by somebody else; RESUME it first.`;
    return `pgbouncer at ${name} refused ${text}: ${words}.`;
}

;// CONCATENATED MODULE: ./build/systems/postgres/pgbouncer.js






/** The pgbouncers before a server: one, or several that share its clients. */
class Poolers {
    #addresses;
    #signal;
    constructor(addresses, signal) {
        this.#addresses = addresses;
        this.#signal = signal;
    }
    /**
     * Reads the input `pgbouncer-url`, the admin console of each; nothing is connected yet.
     *
     * @throws ActionError where one is no URL of a console
     */
    static parse(urls, { signal, mask }) {
        const addresses = urls.map((url) => (0,address/* parseAddress */.or)(url, 'pgbouncer-url'));
        for (const { password, database } of addresses) {
            if (password)
                mask(password);
            if (database !== CONSOLE)
                throw new runner_errors/* ActionError */.lZ(`Input \`pgbouncer-url\` ends with the database ${JSON.stringify(database)}; pgbouncer's admin console is /${CONSOLE}.`);
        }
        return new Poolers(addresses, signal);
    }
    /** The same for work that another signal ends. */
    withSignal(signal) {
        return new Poolers(this.#addresses, signal);
    }
    /**
     * Looks whether PAUSE would work, and changes nothing.
     *
     * @returns what to warn of, a sentence each
     * @throws ActionError where a console can't be reached, may not be used, or knows no entry of the server's database
     */
    async check(server) {
        const found = await this.#each(this.#signal, async (console) => {
            await console.admin();
            const entries = await console.entries(server);
            const mode = await console.mode();
            return entries.flatMap((entry) => warnings(entry, entry.pool_mode ?? mode, console.name, server));
        });
        return found.flat();
    }
    /**
     * Lets running transactions end and new ones wait, on all pgbouncers or on none: where one can't within `seconds`,
     * or the run is cancelled, all are resumed.
     *
     * @throws ActionError whose details say who held the connections
     */
    async pause(server, seconds) {
        const stop = new AbortController();
        const late = AbortSignal.timeout(seconds * 1000);
        const signal = AbortSignal.any([this.#signal, stop.signal]);
        try {
            await this.#each(signal, async (console, address) => {
                const names = (await console.entries(server)).map(({ name }) => name);
                try {
                    for (const name of names) {
                        await console.settled(name, AbortSignal.any([signal, late]));
                        await console.command('PAUSE', name, late);
                    }
                }
                catch (error) {
                    const told = late.aborted && !signal.aborted ? await tooLate(address, names, seconds) : error;
                    stop.abort(told);
                    throw told;
                }
            });
        }
        catch (error) {
            await this.#goOn(server, error);
            throw error;
        }
    }
    /** Resumes what is paused of the server's database. @returns how many entries were */
    async resume(server) {
        const counts = await this.#each(this.#signal, async (console) => {
            const paused = await console.paused(server);
            for (const { name } of paused)
                await console.command('RESUME', name);
            return paused.length;
        });
        return counts.reduce((sum, count) => sum + count, 0);
    }
    /** Whether any pgbouncer holds the server's database paused. */
    async paused(server) {
        const found = await this.#each(this.#signal, (console) => console.paused(server));
        return found.flat().length > 0;
    }
    /** Works on every console side by side, each to its end, and throws the first that failed. */
    async #each(signal, work) {
        return (0,settled/* allSettled */.v)(this.#addresses.map(async (address) => {
            const console = await Console.open(address, signal);
            return work(console, address).finally(() => console.close());
        }));
    }
    /** After a PAUSE that failed nothing may stay paused. */
    async #goOn(server, why) {
        try {
            await this.withSignal(AbortSignal.timeout(waits/* WAITS */.r.POOLER_RESUME_MS)).resume(server);
        }
        catch (error) {
            throw new runner_errors/* ActionError */.lZ(`PAUSE failed, and then RESUME did: clients of the database ${JSON.stringify(server.database)} wait until you give RESUME on pgbouncer's console.`, { details: [(0,runner_errors/* messageOf */.bD)(why), (0,runner_errors/* messageOf */.bD)(error)], cause: why });
        }
    }
}
/** Asks, on a console of its own as the other one waits, who held PAUSE up. */
async function tooLate(address, names, seconds) {
    const console = await Console.open(address, AbortSignal.timeout(waits/* WAITS */.r.POOLER_RESUME_MS));
    const servers = await console.show('SERVERS');
    const clients = await console.show('CLIENTS');
    console.close();
    const details = holdersOf(names, servers, clients);
    const why = details.length > 0
        ? `${details.length} clients kept their connections (until their transaction ends, or with pool_mode=session until they disconnect); end them`
        : 'PostgreSQL did not let pgbouncer in meanwhile; see to that';
    return new runner_errors/* ActionError */.lZ(`pgbouncer at ${console.name} could not pause within ${seconds} s and goes on, as ${why} and run again.`, { details });
}
function warnings(entry, mode, pooler, server) {
    const name = JSON.stringify(entry.name);
    const sentences = [];
    if (!leadsTo(entry, server.name))
        sentences.push(`pgbouncer at ${pooler} leads ${name} to ${placeOf(entry)}, which \`database-url\` calls ${server.name}; they are taken for the same server.`);
    if (mode === 'session')
        sentences.push(`pgbouncer at ${pooler} pools ${name} by session, so PAUSE waits until its clients disconnect; pool_mode=transaction would wait for their transactions only.`);
    return sentences;
}

;// CONCATENATED MODULE: ./build/database/traffic-inputs.js




/** What the inputs say uses the database. */
function trafficOf(inputs, context) {
    const urls = inputs.pgbouncerUrl.split(/\s+/).filter(Boolean);
    return {
        workloads: inputs.quiesce.length > 0
            ? { ...(0,connect/* connect */.Ng)(inputs, context), wanted: parseQuiesce([...inputs.quiesce]) }
            : undefined,
        poolers: urls.length > 0 ? Poolers.parse(urls, context) : undefined,
    };
}
/** Finds out before the first change whether traffic can be held and given back. */
async function checkTraffic({ workloads, poolers }, server, phase, { log }) {
    if (workloads) {
        await (0,access/* requirePermissions */.A)(workloads.client, workloads.namespace, toQuiesce(workloads.wanted));
        // One that was deleted meanwhile is no reason not to give the others back.
        if (phase !== 'resume')
            await findWorkloads(workloads);
    }
    for (const warning of (await poolers?.check(server)) ?? [])
        log.warn(warning);
}

// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
;// CONCATENATED MODULE: ./build/runner/log.js
/** The same, and what it warns of is kept in `warnings` for the end. */
const keepingWarnings = (log, warnings) => ({
    info: (line) => log.info(line),
    group: (title, lines) => log.group(title, lines),
    warn: (sentence) => {
        warnings.push(sentence);
        log.warn(sentence);
    },
});

;// CONCATENATED MODULE: ./build/actions/rollback-db.js



























const inputs = {
    ...connect/* connectionInputs */.eu,
    ...repairInputs,
    databaseUrl: (0,values/* secret */.rJ)(),
    backup: dist/* optional */.lqM((0,values/* text */.Qq)()),
    backupSha256: dist/* optional */.lqM((0,values/* text */.Qq)()),
    backupDatabase: dist/* optional */.lqM((0,values/* text */.Qq)()),
    s3Endpoint: dist/* optional */.lqM((0,values/* text */.Qq)()),
    snapshot: dist/* optional */.lqM((0,values/* text */.Qq)()),
    phase: dist/* optional */.lqM((0,values/* choice */.Yq)(['all', 'prepare', 'switch', 'resume', 'undo', 'clean']), 'all'),
    strategy: dist/* optional */.lqM((0,values/* choice */.Yq)(['swap', 'in-place', 'repair']), 'swap'),
    quiesce: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    pgbouncerUrl: dist/* optional */.lqM((0,values/* secret */.rJ)(), ''),
    resume: dist/* optional */.lqM((0,values/* boolean */.zM)(), 'true'),
    confirm: dist/* optional */.lqM((0,values/* text */.Qq)()),
    jobs: dist/* optional */.lqM((0,values/* integer */.nd)(1), '4'),
    keep: dist/* optional */.lqM((0,values/* integer */.nd)(0), '1'),
    maxDataLoss: dist/* optional */.lqM((0,values/* duration */.p0)()),
    safetyDump: dist/* optional */.lqM((0,values/* text */.Qq)()),
};
/** Puts a database back to a backup, by way of a second one that takes its place. */
const rollback_db_action = (0,action/* defineAction */.Q)({ name: 'rollback-db', inputs, changes: true, main, post });
async function main(inputs, given) {
    const warnings = [];
    const context = { ...given, log: keepingWarnings(given.log, warnings) };
    const server = postgres_session.Server.parse(inputs.databaseUrl, context);
    requireWishes(inputs);
    requireInputs(inputs, server, context);
    const traffic = trafficOf(inputs, context);
    const folder = folderOf(server, context.rollbackId);
    // What the plan of a rollback has fetched is restored next.
    const isNext = context.dryRun && context.rehearses;
    if (isNext)
        process.once('exit', () => (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true }));
    try {
        // Who gives traffic back asks no database: that it is gone must not keep its users at zero.
        if (inputs.phase === 'resume' && !context.dryRun)
            return rollback_db_outcomeOf(await rollback_resume(taskOf(server, traffic, context)), server, warnings);
        await checkTraffic(traffic, server, inputs.phase, context);
        if (inputs.strategy === 'repair')
            return await repaired(inputs, { server, traffic, folder, warnings }, context);
        if (context.dryRun)
            return planOutcome(await planned(inputs, server, traffic, context), warnings);
        const nothingLeft = context.requirePost();
        const task = taskOf(server, traffic, context, !inputs.resume);
        const holder = {
            id: context.rollbackId,
            accepts: context.accepts,
            inPlace: inputs.strategy === 'in-place',
        };
        const done = await withLock(server, holder, (session) => rollback_db_carryOut(inputs, task, session, folder));
        // What is left held is given back by the phase `resume`, and at the end of the job in any case.
        if (inputs.resume)
            nothingLeft();
        return rollback_db_outcomeOf(done, server, warnings);
    }
    finally {
        traffic.workloads?.client.close();
        if (!isNext)
            await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** The action was killed: give back what it has stopped, and take away what it has fetched. */
async function post(inputs, context) {
    const server = postgres_session.Server.parse(inputs.databaseUrl, context);
    const folder = folderOf(server, context.rollbackId);
    try {
        const traffic = trafficOf(inputs, context);
        const task = taskOf(server, traffic, context);
        await giveBackWhatIsHeld(task, context.rollbackId).finally(() => traffic.workloads?.client.close());
    }
    finally {
        // A backup holds what nobody else on this machine may read.
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        await removeRemains((0,external_node_path_.dirname)(folder));
    }
}
const taskOf = (server, traffic, { rollbackId, run, signal, log, record, accepts }, keepsHolding = false) => ({
    server,
    traffic,
    id: rollbackId,
    run,
    signal,
    accepts,
    log,
    record,
    progress: tellProgress(log),
    keepsHolding,
});
/** What would be done, in one sentence. */
async function planned(inputs, server, traffic, context) {
    const { log, signal, run, accepts } = context;
    const session = await (0,observe/* connectBeside */.Ps)(server, inputs.strategy === 'in-place');
    try {
        requireDirect(session, server, accepts);
        const observed = await (0,observe/* observeStaying */.S$)(session, server.database, signal);
        for (const warning of warningsOf(observed))
            log.warn(warning);
        if (inputs.strategy === 'in-place')
            await requireContentsReplaceable(server, session);
        else if (!['clean', 'resume'].includes(inputs.phase))
            requireReplaceable(observed, { drains: drains(traffic) });
        const source = inputs.backup && (await nameOfSource(inputs.backup, { ...inputs, signal }));
        if (inputs.backup)
            await checkSource(inputs.backup, server, folderOf(server, context.rollbackId), { ...inputs, signal });
        const foreseen = inputs.backup && ['all', 'prepare'].includes(inputs.phase)
            ? await preview({ server, session, accepts, log }, previewed(inputs, context, server))
            : '';
        // What is planned is not over before it is done, also where it is restored now and switched later.
        if (['all', 'prepare', 'switch'].includes(inputs.phase)) {
            const step = inputs.strategy === 'in-place' ? 'restore in place' : 'switch';
            const to = source === undefined ? {} : { to: source };
            context.record({ ...(0,component/* databaseSubject */.yK)(server), step, status: 'planned', ...to });
        }
        const bytes = await (0,observe/* sizeOf */.$d)(session, observed);
        const plan = planOf(observed, { ...inputs, source, bytes, run, accepts });
        return [plan, foreseen].filter(Boolean).join(' ');
    }
    finally {
        await session.close();
    }
}
const previewed = (inputs, context, server) => ({
    source: inputs.backup,
    sha256: inputs.backupSha256,
    snapshot: inputs.snapshot,
    counts: !context.goesOn,
    s3Endpoint: inputs.s3Endpoint,
    directory: folderOf(server, context.rollbackId),
    log: context.log,
    signal: context.signal,
    way: inputs.strategy === 'in-place' ? 'in-place' : inputs.phase === 'prepare' ? 'prepare' : 'swap',
    of: inputs.backupDatabase ?? server.database,
    maxDataLoss: inputs.maxDataLoss,
});
async function rollback_db_carryOut(inputs, task, session, folder) {
    const { phase, keep, strategy } = inputs;
    if (phase === 'switch')
        return switchOnly(task, session, { keep, maxDataLoss: inputs.maxDataLoss });
    if (phase === 'undo')
        return undo(task, session);
    if (phase === 'clean')
        return clean(task, session, keep);
    const request = await requestOf(inputs, task, session, folder);
    if (strategy === 'in-place') {
        const dump = inputs.safetyDump ?? (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), `safety-dump-${task.id}.dump`);
        return rollBackInPlace(task, session, request, dump);
    }
    return (phase === 'prepare' ? prepareOnly : rollback_all)(task, session, request);
}
/** A repair, or what it would do: a restore beside the live database is made for that too, and only one can be at it. */
async function repaired(inputs, given, context) {
    const { server, traffic, folder, warnings } = given;
    const { dryRun, goesOn, rollbackId, accepts, signal } = context;
    const nothingLeft = dryRun ? () => { } : context.requirePost();
    const task = taskOf(server, traffic, context, !dryRun && !inputs.resume);
    const sources = [inputs.backup, inputs.after].filter((source) => source !== undefined);
    const check = (source) => checkSource(source, server, folder, { ...inputs, signal });
    const told = await withLock(server, { id: rollbackId, accepts, inPlace: false }, (session) => dryRun && goesOn && ['all', 'prepare'].includes(inputs.phase)
        ? foresee(task, session, inputs.tables, sources, check)
        : repair(task, session, askedOf(inputs, task, session, folder), dryRun));
    if (dryRun && inputs.phase !== 'clean')
        context.record({ ...(0,component/* databaseSubject */.yK)(server), step: 'repair', status: 'planned' });
    if (inputs.resume)
        nothingLeft();
    return outcomeOf(told, server.database, warnings);
}
const askedOf = (inputs, task, session, folder) => ({
    ...inputs,
    wishes: wishesOf(inputs),
    request: async () => {
        const { after } = inputs;
        const request = await requestOf(inputs, task, session, folder);
        const other = after && { ...inputs, backup: after, backupSha256: undefined, snapshot: undefined };
        const second = other ? await requestOf(other, task, session, (0,external_node_path_.join)(folder, 'after')) : undefined;
        return { ...request, wishes: wishesOf(inputs), after: second };
    },
});
async function requestOf(inputs, { server, signal }, session, directory) {
    const source = inputs.backup;
    return {
        source: await nameOfSource(source, { ...inputs, signal }),
        fetch: async (task) => {
            const { log, progress } = task;
            const options = { ...inputs, source, sha256: inputs.backupSha256, directory, log, progress, signal };
            // What is restored beside the live database proves itself there; in place it must be known to be whole before.
            const readOnce = inputs.strategy !== 'in-place';
            const backup = await obtainBackup(task, {
                ...options,
                readOnce,
                ...(await describeServer(session)),
            });
            const expected = await snapshotOf(inputs.snapshot, options);
            return { backup: withTimeOf(backup, expected, inputs.backupDatabase ?? server.database), expected };
        },
        jobs: inputs.jobs,
        of: inputs.backupDatabase ?? server.database,
        maxDataLoss: inputs.maxDataLoss,
        keep: inputs.keep,
    };
}
function rollback_db_outcomeOf({ done, message, downtimeSeconds, previous, safetyDump, loss, tables, side }, server, warnings) {
    const outputs = {
        database: server.database,
        'downtime-seconds': downtimeSeconds?.toFixed(3),
        'previous-database': previous,
        'side-database': side,
        'safety-dump': safetyDump,
        'data-loss': loss,
        tables,
    };
    const known = Object.entries(outputs).filter(([, value]) => value !== undefined);
    return {
        result: done ? 'done' : 'no-op',
        message: withWarnings(message, warnings),
        outputs: Object.fromEntries(known),
        summary: summaryOf(message, done ? '✅' : '➖', { loss, warnings }),
    };
}


/***/ }),

/***/ 24802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ claimedText),
/* harmony export */   L8: () => (/* binding */ claimedInstant),
/* harmony export */   Sf: () => (/* binding */ claimed),
/* harmony export */   jw: () => (/* binding */ readClaim)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36742);


/** What is longer was not written by us: an annotation of Kubernetes holds 256 KiB at most. */
const MAX_CLAIM_CHARACTERS = 256 * 1024;
/**
 * Reads a text that this project writes as JSON, by its schema. Never throws: a claim that cannot be read is passed
 * over, and said, by whoever asked. Whether a claim that can be read is believed depends on the object that carries it.
 *
 * @returns undefined where there is no text
 */
function readClaim(text, schema) {
    if (text === undefined || text === null || text === '')
        return undefined;
    if (text.length > MAX_CLAIM_CHARACTERS)
        return { broken: 'it is too long' };
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return { broken: 'it is not JSON' };
    }
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, json);
    if (parsed.success)
        return { value: parsed.output };
    const path = parsed.issues[0].path?.map(({ key }) => String(key)).join('.');
    return {
        broken: path ? `its field ${JSON.stringify(path.slice(0, 60))} is not valid` : 'it is not an object',
    };
}
/** The value of a claim that can be read. */
function claimed(claim) {
    return claim && 'value' in claim ? claim.value : undefined;
}
/** A word or sentence of a claim: short, and without characters that do something to a terminal or a log. */
const claimedText = (longest = 1000) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(longest), valibot__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')));
/** A time of a claim, RFC 3339: a valid one, and not of an age that nobody lives in. */
const claimedInstant = () => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isInstant */ .uZ));


/***/ }),

/***/ 60225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ requireConsent),
/* harmony export */   e: () => (/* binding */ consentOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

/**
 * What a run goes on with in spite of a refusal: the words of the input `accept`, and nothing else.
 *
 * @param actor who started the run, as far as that is known
 */
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
/**
 * Refuses something that takes a word of consent, unless it was given.
 *
 * @param refusal a sentence without its end: what would happen, and why that is not done unasked
 * @throws ActionError that ends with the word to say
 */
function requireConsent(accepts, word, refusal) {
    if (accepts(word))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${refusal}; to go on in spite of that, say \`accept: ${word}\`.`);
}


/***/ }),

/***/ 31699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/** `3 min 20 s`. */
function duration(seconds) {
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


/***/ }),

/***/ 18403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ brokenHeldNote),
/* harmony export */   Wv: () => (/* binding */ heldNote),
/* harmony export */   _r: () => (/* binding */ HELD),
/* harmony export */   i7: () => (/* binding */ isHeld)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
/* harmony import */ var _runner_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24802);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);



/** Keeps on the workload itself how many replicas it had, so that whoever comes next can give them back. */
const HELD = 'rollback-actions/quiesced';
/** The most replicas that are believed: more than any Deployment of a cluster has. */
const MAX_REPLICAS = 100_000;
const noteSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    replicas: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_2__/* .maxValue */ .cGV(MAX_REPLICAS)),
    id: (0,_runner_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_runner_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
});
const read = ({ metadata }) => (0,_runner_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .readClaim */ .jw)(metadata.annotations?.[HELD], noteSchema);
/** Whether a rollback keeps a workload at zero for the moment. */
const isHeld = (workload) => workload.spec.replicas === 0 && heldNote(workload) !== undefined;
/** What a rollback has left on a workload that it stopped; undefined where there is nothing, or nothing that can be read. */
const heldNote = (workload) => (0,_runner_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(workload));
/** A sentence about a note that cannot be read, and so is passed over. */
function brokenHeldNote(workload) {
    const claim = read(workload);
    if (!claim || !('broken' in claim))
        return undefined;
    const { namespace } = workload.metadata;
    return `The annotation ${HELD} of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(workload))} cannot be read (${claim.broken}) and is passed over; if the workload is at zero because of it, scale it back with kubectl scale -n ${namespace}, and remove the annotation.`;
}


/***/ }),

/***/ 15301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ controllerOf),
/* harmony export */   v: () => (/* binding */ WatchedList)
/* harmony export */ });
/* harmony import */ var _runner_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97583);
/* harmony import */ var _runner_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39093);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1807);



/** Signs of an event; the largest object that etcd takes is a fraction of it. */
const LONGEST_EVENT = 32 * 1024 ** 2;
/** How many failures in a row are told: with the pauses between them some four seconds. */
const TROUBLE = 5;
/** A copy of a collection that follows the server. */
class WatchedList {
    items = new Map();
    /** The uids of objects by the uid of their controller, so that a look at one workload costs nothing for the others. */
    #owned = new Map();
    #client;
    #path;
    #query;
    #on;
    #version = '';
    constructor(client, path, query, on) {
        this.#client = client;
        this.#path = path;
        this.#query = query;
        this.#on = on;
    }
    /** Lists the collection, then follows it until the client's signal aborts. */
    static async start(client, path, query, on) {
        const watched = new WatchedList(client, path, query, on);
        await watched.#list();
        watched.#follow().catch((error) => {
            if (!client.signal.aborted)
                on.error(error);
        });
        return watched;
    }
    /** The objects that the object with this uid controls. */
    ownedBy(uid) {
        return [...(this.#owned.get(uid) ?? [])].map((owned) => this.items.get(owned));
    }
    /** Takes in a state of an object, from the watch or from an answer to a request of ours, unless a newer one is known. */
    put(object) {
        const known = this.items.get(object.metadata.uid);
        if (known && isOlder(object, known))
            return;
        this.#disown(object);
        this.items.set(object.metadata.uid, object);
        const owner = controllerOf(object);
        if (owner)
            this.#owned.set(owner, (this.#owned.get(owner) ?? new Set()).add(object.metadata.uid));
        this.#on.change(object);
    }
    #remove(object) {
        this.#disown(object);
        this.items.delete(object.metadata.uid);
        this.#on.change(object);
    }
    /** An object may have lost its controller since: the one that it is listed under is that of its last state. */
    #disown({ metadata: { uid } }) {
        const known = this.items.get(uid);
        if (known)
            this.#owned.get(controllerOf(known) ?? '')?.delete(uid);
    }
    async #list() {
        const { items, resourceVersion } = await this.#client.list(this.#path, this.#query);
        const present = new Set(items.map((item) => item.metadata.uid));
        for (const item of this.items.values())
            if (!present.has(item.metadata.uid))
                this.#remove(item);
        for (const item of items)
            this.put(item);
        this.#version = resourceVersion;
    }
    async #follow() {
        let failures = 0;
        for (;;) {
            const begun = performance.now();
            try {
                await this.#watchOnce();
                if (performance.now() - begun > 1000)
                    failures = 0;
                else
                    await this.#pause(undefined, failures++);
            }
            catch (error) {
                this.#client.signal.throwIfAborted();
                if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD && error.status === 410)
                    await this.#list();
                else if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isPassing */ .WG)(error))
                    throw error;
                else {
                    if (failures === TROUBLE)
                        this.#on.trouble(error);
                    await this.#pause(error, failures++);
                }
            }
        }
    }
    /** Waits before the next attempt: as long as the server asks, else longer each time up to 2 s. */
    #pause(error, failures) {
        const asked = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD ? error.retryAfterMs : 0;
        const growing = Math.min(_runner_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.WATCH_LONGEST_PAUSE_MS, 100 * 2 ** failures);
        return (0,_runner_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(Math.max(asked, growing), this.#client.signal);
    }
    async #watchOnce() {
        const query = {
            ...this.#query,
            watch: 'true',
            allowWatchBookmarks: 'true',
            resourceVersion: this.#version,
            timeoutSeconds: _runner_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.WATCH_RENEW_SECONDS,
        };
        const response = await this.#client.open('GET', this.#path, { query }, (_runner_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.WATCH_RENEW_SECONDS + 10) * 1000);
        let rest = '';
        for await (const chunk of response.setEncoding('utf8')) {
            const [first = '', ...others] = String(chunk).split('\n');
            rest += first;
            if (rest.length > LONGEST_EVENT)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD(500, '', 'an event of the watch has no end');
            for (const other of others) {
                this.#take(JSON.parse(rest));
                rest = other;
            }
        }
    }
    #take(event) {
        const { type, object } = event;
        if (type === 'ERROR')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD(object.code ?? 500, '', object.message ?? 'the watch failed');
        this.#version = object.metadata.resourceVersion;
        if (type === 'BOOKMARK')
            return;
        if (type === 'DELETED')
            this.#remove(object);
        else
            this.put(object);
    }
}
/** True where `a` is an earlier state than `b` of the same object; resourceVersions are ever growing numbers (KEP-5504). */
function isOlder(a, b) {
    const [first, second] = [Number(a.metadata.resourceVersion), Number(b.metadata.resourceVersion)];
    return first < second;
}
/** The uid of the object that controls this one. */
function controllerOf(object) {
    return object.metadata.ownerReferences?.find((owner) => owner.controller)?.uid;
}


/***/ }),

/***/ 61792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ ChangedError),
/* harmony export */   i: () => (/* binding */ DeniedError)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

/** The object was replaced while it was read. */
class ChangedError extends _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    constructor(name) {
        super(`${name} was replaced while it was fetched; run this again, with a backup that nothing writes to any more.`);
        this.name = 'ChangedError';
    }
}
/** Access was refused: for a neighbour that may be missing, S3 says this too. */
class DeniedError extends _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    name = 'DeniedError';
}


/***/ })

};

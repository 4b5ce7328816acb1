"use strict";
exports.id = 8058;
exports.ids = [8058];
exports.modules = {

  21710:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Q0: () => (  migrationHeads),
    d2: () => (  isOfMigrations),
    j$: () => (  headsOf)
  });
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55737);
  var _tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29182);


const TOOLS = {
    flyway_schema_history: {
        has: ['version', 'installed_rank'],
        head: 'coalesce(version, description)',
        order: 'installed_rank',
        isOneWay: true,
    },
    databasechangelog: { has: ['id', 'orderexecuted'], head: 'id', order: 'orderexecuted' },
    alembic_version: { has: ['version_num'], head: 'version_num', order: 'version_num' },
    schema_migrations: { has: ['version'], head: 'version::text', order: 'version' },
    knex_migrations: { has: ['id', 'name'], head: 'name', order: 'id' },
    _prisma_migrations: {
        has: ['migration_name', 'started_at'],
        head: 'migration_name',
        order: 'started_at',
        isOneWay: true,
    },
    django_migrations: { has: ['id', 'app', 'name'], head: `app || '.' || name`, order: 'id' },
    SequelizeMeta: { has: ['name'], head: 'name', order: 'name' },
    __EFMigrationsHistory: { has: ['MigrationId'], head: '"MigrationId"', order: '"MigrationId"' },
    goose_db_version: { has: ['id', 'version_id'], head: 'version_id::text', order: 'id' },
    __drizzle_migrations: { has: ['id', 'hash'], head: 'hash', order: 'id', isOneWay: true },
};
const isOfMigrations = ({ name }) => Object.hasOwn(TOOLS, name);
async function migrationHeads(session, tables) {
    const heads = [];
    for (const table of tables) {
        const tool = toolOf(table);
        if (!tool)
            continue;
        const from = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .Z8)(table);
        const row = await session.one(`SELECT (SELECT ${tool.head} FROM ${from} ORDER BY ${tool.order} DESC LIMIT 1)::text AS head, count(*)::text AS applied FROM ${from}`);
        heads.push({ schema: table.schema, name: table.name, head: row.head ?? '', applied: row.applied });
    }
    return heads;
}
async function headsOf(session, tables, version) {
    const heads = [];
    for (const table of tables) {
        const tool = toolOf(table);
        if (!tool || tool.isOneWay)
            continue;
        const from = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .Z8)(table);
        const hasDirty = hasColumn(table, 'dirty');
        const row = await session.one(`SELECT (SELECT ${tool.head} FROM ${from} ORDER BY ${tool.order} DESC LIMIT 1)::text AS head,
        ${hasDirty ? `EXISTS (SELECT FROM ${from} WHERE dirty)` : 'false'} AS dirty,
        EXISTS (SELECT FROM ${from} WHERE (${tool.head})::text = $1) AS known`, [version]);
        const keepsNewestAlone = hasDirty || table.name === 'alembic_version';
        heads.push({
            table: (0,_tables_js__WEBPACK_IMPORTED_MODULE_0__  .Vb)(table),
            head: row.head ?? '',
            isDirty: row.dirty,
            wasAt: keepsNewestAlone ? undefined : row.known,
        });
    }
    return heads;
}
const hasColumn = ({ columns }, wanted) => columns.some(({ name }) => name === wanted);
function toolOf(table) {
    const tool = Object.hasOwn(TOOLS, table.name) ? TOOLS[table.name] : undefined;
    return tool?.has.every((column) => hasColumn(table, column)) ? tool : undefined;
}


  }),

  29182:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CM: () => (  requireReadable),
    Od: () => (  scopeOf),
    Vb: () => (  nameOf),
    _m: () => (  REPAIR_MARK),
    a0: () => (  USER_SCHEMA),
    t4: () => (  requireMatches),
    tI: () => (  tablesOf),
    wb: () => (  readableTables)
  });
  var picomatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14006);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);


const REPAIR_MARK = 'rollback-actions repair: ';
const USER_SCHEMA = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp_|toast_temp_)'
  AND NOT (n.nspname ~ '^rollback_' AND coalesce(pg_catalog.obj_description(n.oid, 'pg_namespace'), '') LIKE '${REPAIR_MARK}%')`;
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
const QUICK_FROM = 140000;
async function tablesOf(session, only, measured = true) {
    return session.query(`
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
    ORDER BY n.nspname, c.relname`, only ? [only.schema, only.name] : []);
}
const readableTables = async (session) => (await tablesOf(session, undefined, false)).filter(({ extension, kind, readable }) => extension === null && kind === 'table' && readable);
function nameOf({ schema, name }) {
    const part = (text) => /^[\p{L}_][\p{L}\p{N}_$-]*$/u.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
    return `${part(schema)}.${part(name)}`;
}
function scopeOf({ tables, exclude }) {
    const wanted = tables.map(matcherOf);
    const unwanted = exclude.map(matcherOf);
    return (table) => (wanted.length === 0 || wanted.some((matches) => matches(table))) &&
        !unwanted.some((matches) => matches(table));
}
function matcherOf(glob) {
    const full = glob.includes('.') || /^\*+$/.test(glob) ? glob : `public.${glob}`;
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_1__(full, { dot: true, bash: true });
    const plain = ({ schema, name }) => `${schema}.${name}`;
    return (table) => matches(plain(table)) || (table.root ? matches(plain(table.root)) : false);
}
function requireMatches({ tables }, all, database) {
    const idle = tables.find((glob) => !all.some(matcherOf(glob)));
    if (idle === undefined)
        return;
    const bare = idle.split('.').at(-1);
    const others = all.filter(({ name }) => name === bare).map(nameOf);
    const suggestion = others.length > 0 ? `; did you mean ${others.join(' or ')}?` : '; correct the name or take it out.';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`tables\` has "${idle}", which matches no table of ${database}${suggestion}`);
}
function requireReadable(tables, user) {
    const closed = tables.filter((table) => !table.readable);
    const filtered = tables.filter((table) => table.readable && table.filtered);
    const [first] = [...closed, ...filtered];
    if (!first)
        return;
    const count = closed.length + filtered.length;
    const others = count > 1 ? ` and ${count - 1} more (see the details)` : '';
    const remedy = first.readable
        ? `row-level security hides rows of it: connect as its owner or as a role with BYPASSRLS`
        : `grant SELECT on it and USAGE on its schema, or the role pg_read_all_data`;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The user "${user}" cannot read the table ${nameOf(first)}${others}; ${remedy}, or leave it out with \`exclude-tables\`.`, {
        details: [
            ...closed.map((table) => `no SELECT, or no USAGE on its schema: ${nameOf(table)}`),
            ...filtered.map((table) => `row-level security: ${nameOf(table)}`),
        ],
    });
}


  }),

  26766:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    HO: () => (  headToMove),
    ii: () => (  isAt),
    qp: () => (  gone),
    un: () => (  readState)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _domain_snapshots_migrations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21710);
  var _domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29182);




const readState = (server, version) => server.use(server.database, async (session) => {
    await session.run(`SET lock_timeout = ${_base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.SWITCH_LOCK_MS}`);
    const tables = (await (0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__  .tI)(session, undefined, false)).filter(({ kind }) => kind === 'table');
    const columns = tables.map((table) => [(0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(table), table.columns.map(({ name }) => name)]);
    return { heads: await (0,_domain_snapshots_migrations_js__WEBPACK_IMPORTED_MODULE_2__  .j$)(session, tables, version), columns: new Map(columns) };
});
const isAt = ({ heads }, to) => heads.some(({ head, isDirty }) => head === to && !isDirty);
function headToMove({ heads }, to, database) {
    if (heads.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The database ${database} has no table of migrations of a tool that goes down (Alembic, Django, EF Core, golang-migrate, goose, Knex, Liquibase, Rails, Sequelize), so nothing would show whether \`down-command\` worked; take the command out.`);
    const dirty = heads.find(({ isDirty }) => isDirty);
    if (dirty)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${dirty.table} says that the migration ${dirty.head} failed in the middle (dirty), and its tool goes nowhere from there; set it right with the tool first (\`migrate force\`).`);
    const head = heads.find(({ wasAt }) => wasAt === true) ?? heads.find(({ wasAt }) => wasAt === undefined);
    const [first] = heads;
    if (!head)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The migrations of ${database} are at ${first.head || 'none'} and have never been at ${JSON.stringify(to)}, which \`down-to\` names; ${first.table} lists where they have been.`);
    if (isNumber(head.head) && isNumber(to) && BigInt(to) > BigInt(head.head))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The migrations of ${database} are at ${head.head}, and \`down-to: ${to}\` is newer; a rollback does not go forward.`);
    return head;
}
const isNumber = (text) => /^\d+$/.test(text);
function gone(before, after) {
    return [...before.columns].flatMap(([table, columns]) => {
        const left = after.columns.get(table);
        if (left === undefined)
            return [`table ${table}`];
        return columns.filter((name) => !left.includes(name)).map((name) => `column ${table}.${name}`);
    });
}


  }),

  96766:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Z: () => (  jobOf),
    g: () => (  DOWN_LABEL)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3090);
  var _main_container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44049);
  var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);




const DOWN_LABEL = `${_marks_js__WEBPACK_IMPORTED_MODULE_2__  .H3}down`;
const KEPT_SECONDS = 86_400;
const LONGEST_WORKLOAD = 40;
const FOR_SERVING = [
    'initContainers',
    'ephemeralContainers',
    'readinessGates',
    'topologySpreadConstraints',
    'hostname',
    'subdomain',
    'nodeName',
];
const FOR_SERVING_OF_CONTAINER = [
    'args',
    'lifecycle',
    'livenessProbe',
    'ports',
    'readinessProbe',
    'restartPolicy',
    'startupProbe',
    'stdin',
    'tty',
];
const NO_SIDECARS = { 'sidecar.istio.io/inject': 'false', 'linkerd.io/inject': 'disabled' };
function jobOf(template, options) {
    const { workload, attempt, rollback } = options;
    const spec = without(template.spec, FOR_SERVING);
    const main = (0,_main_container_js__WEBPACK_IMPORTED_MODULE_3__  .r)(template, workload.name);
    const volumes = (template.spec.volumes ?? []);
    const known = new Set(volumes.map(({ name }) => name));
    const { volumeMounts = [], ...rest } = without(main, FOR_SERVING_OF_CONTAINER);
    const mounts = volumeMounts.filter(({ name }) => known.has(name));
    const used = volumes.filter(({ name }) => mounts.some((mount) => mount.name === name));
    const { nodeAffinity } = (template.spec.affinity ?? {});
    const labels = { [DOWN_LABEL]: workload.uid };
    return {
        apiVersion: _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .D_.replace('/apis/', ''),
        kind: 'Job',
        metadata: {
            name: nameOf(workload, attempt),
            namespace: options.namespace,
            labels,
            annotations: { [`${_marks_js__WEBPACK_IMPORTED_MODULE_2__  .H3}rollback`]: rollback.id, [`${_marks_js__WEBPACK_IMPORTED_MODULE_2__  .H3}reason`]: rollback.reason.slice(0, 200) },
        },
        spec: {
            backoffLimit: 0,
            activeDeadlineSeconds: options.deadlineSeconds,
            ttlSecondsAfterFinished: KEPT_SECONDS,
            template: {
                metadata: { labels, annotations: NO_SIDECARS },
                spec: {
                    ...spec,
                    ...{ restartPolicy: 'Never', affinity: nodeAffinity && { nodeAffinity } },
                    ...{ volumes: used, containers: [{ ...rest, command: options.argv, volumeMounts: mounts }] },
                },
            },
        },
    };
}
function nameOf({ name, uid }, attempt) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${uid}/${attempt}`).digest('hex').slice(0, 10);
    return `${name
        .slice(0, LONGEST_WORKLOAD)
        .replace(/[^a-z0-9]+$/, '')
        .replaceAll('.', '-')}-down-${hash}`;
}
const without = (object, names) => Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));


  }),

  58058:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    planDown: () => (  planDown)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _record_incident_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87688);
  var _systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33266);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60921);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3090);
  var _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81149);
  var _main_container_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(44049);
  var _marks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94054);
  var _heads_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26766);
  var _job_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(96766);











const toMigrateDown = [
    { group: 'batch', resource: 'jobs', verbs: ['create', 'get', 'list', 'delete'] },
    { group: '', resource: 'pods/log', verbs: ['get'] },
];
async function planDown(place, steps, request, context, mayWrite) {
    const server = _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_6__.Server.parse(request.databaseUrl, context);
    const step = stepFor(place.namespace, steps, request);
    const template = step && templateThatGoes(step, place.namespace, context);
    if (!step || !template) {
        const name = step ? (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__  .Pf)(step) : request.for;
        return { request, server, reason: `no release of ${name} goes back` };
    }
    const before = await (0,_heads_js__WEBPACK_IMPORTED_MODULE_8__  .un)(server, request.to);
    if ((0,_heads_js__WEBPACK_IMPORTED_MODULE_8__  .ii)(before, request.to))
        return { request, server, reason: `they are at ${request.to}` };
    const { table, head } = (0,_heads_js__WEBPACK_IMPORTED_MODULE_8__  .HO)(before, request.to, server.database);
    const job = (0,_job_js__WEBPACK_IMPORTED_MODULE_9__  .Z)(template, {
        namespace: place.namespace.name,
        workload: step,
        argv: request.argv,
        attempt: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
        deadlineSeconds: context.timeout,
        rollback: { id: context.rollbackId, reason: context.reason },
    });
    if (mayWrite)
        await tryOut(place, job);
    const image = (0,_main_container_js__WEBPACK_IMPORTED_MODULE_10__  .r)(template, step.name)?.image;
    context.log.info(`Migrations of ${server.database}: ${head} → ${request.to} by \`${request.argv.join(' ')}\` with ${image}, ${request.when} the services; what users have written since into what it drops is lost with it`);
    return { request, server, step, job, table, from: head, before };
}
function stepFor(namespace, steps, request) {
    if (request.for === undefined) {
        const [only, ...others] = steps;
        if (only && others.length === 0)
            return only;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`down-command\` does not say whose command it is, and there are ${steps.length} workloads; write \`deployment/<name>: <command>\`.`);
    }
    const known = namespace.workloads().some((workload) => (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__  .H8)(workload)) === request.for);
    if (known)
        return steps.find((step) => (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__  .Pf)(step) === request.for);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`down-command\` names ${request.for}, which is not in the namespace ${namespace.name}.`);
}
function templateThatGoes(step, namespace, { rollbackId, run }) {
    if (step.action === 'roll-back')
        return step.current !== undefined && step.current === step.target
            ? undefined
            : step.workload.spec.template;
    if (step.action !== 'no-op')
        return undefined;
    const incident = (0,_record_incident_js__WEBPACK_IMPORTED_MODULE_2__  .w8)(rollbackId, run);
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_7__  .Hp)(step.workload);
    if (!last || (0,_record_incident_js__WEBPACK_IMPORTED_MODULE_2__  .w8)(last.id, run) !== incident || last.to !== step.target?.object.metadata.uid)
        return undefined;
    return namespace.history(step.workload).find(({ object }) => {
        const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_7__  .vr)(object);
        return mark !== undefined && (0,_record_incident_js__WEBPACK_IMPORTED_MODULE_2__  .w8)(mark.id, run) === incident;
    })?.template;
}
async function tryOut({ client, namespace }, job) {
    await (0,_systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_3__  .An)(client, namespace.name, toMigrateDown);
    await client.request('POST', (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_5__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_5__  .D_, namespace.name, 'jobs'), {
        body: job,
        query: { dryRun: 'All' },
    });
}


  }),

  55737:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    AB: () => (  quoteName),
    Z8: () => (  quoteTable),
    ol: () => (  quoteText)
  });
const quoteName = (name) => `"${name.replaceAll('"', '""')}"`;
const quoteTable = ({ schema, name }) => `${quoteName(schema)}.${quoteName(name)}`;
function quoteText(text) {
    const quoted = `'${text.replaceAll("'", "''")}'`;
    return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}


  })

};
;
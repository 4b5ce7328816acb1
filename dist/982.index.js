"use strict";
exports.id = 982;
exports.ids = [982];
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

  50982:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  migrateDown: () => (  migrateDown)
});

var errors = __webpack_require__(45145);
var redact = __webpack_require__(90763);
var sentence = __webpack_require__(4771);
var component = __webpack_require__(5491);
var kubernetes_errors = __webpack_require__(1807);
var names = __webpack_require__(3090);
var heads = __webpack_require__(26766);
var job = __webpack_require__(96766);
var deadline = __webpack_require__(68606);
var waits = __webpack_require__(95282);
var kubernetes_pods = __webpack_require__(41808);
var pod_status = __webpack_require__(80026);
var terminal_failure = __webpack_require__(91757);
; 









const LOG_LINES = 40;
const conditionOf = ({ status }) => status?.conditions?.find(({ type, status }) => ['Complete', 'Failed'].includes(type) && status === 'True');
const isEnded = (job) => conditionOf(job) !== undefined;
async function awaitEnd(place, { metadata }) {
    const { client, namespace } = place;
    const path = (0,names .du)(names .D_, namespace.name, 'jobs', metadata.name);
    const troubleSince = new Map();
    for (;;) {
        const job = await client.find(path);
        if (job?.metadata.uid !== metadata.uid)
            throw new errors .lZ(`the Job ${metadata.name} was deleted before it ended`);
        const pods = (await podsOf(place, job)).filter((pod) => !pod.metadata.deletionTimestamp);
        const condition = conditionOf(job);
        if (condition)
            return ended(place, job, pods, condition.type === 'Failed' ? condition : undefined);
        const failure = await failureToStart(place, job, pods, troubleSince);
        if (failure !== undefined) {
            await client.request('DELETE', path, {
                body: { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Background' },
            });
            return { job: metadata.name, failure: `the Job ${metadata.name} cannot start: ${failure}`, log: [] };
        }
        await (0,deadline .v7)(waits .r.DOWN_POLL_MS, client.signal);
    }
}
async function ended({ client }, { metadata }, pods, failed) {
    const [pod] = pods;
    const container = pod?.spec.containers[0]?.name;
    const log = pod && container ? await (0,kubernetes_pods .EP)(client, pod, container, LOG_LINES) : [];
    const code = pod?.status?.containerStatuses?.[0]?.state?.terminated?.exitCode;
    if (!failed)
        return { job: metadata.name, failure: undefined, log };
    const ending = failed.reason === 'DeadlineExceeded'
        ? 'was ended at its deadline'
        : code === undefined
            ? `failed (${(0,sentence .Qu)(failed.message ?? failed.reason ?? 'no reason is given')})`
            : `ended with exit code ${code}`;
    return { job: metadata.name, failure: `the Job ${metadata.name} ${ending}`, log };
}
async function podsOf({ client, namespace }, { metadata }) {
    const { items } = await client.list((0,names .du)(names .M2, namespace.name, 'pods'), {
        labelSelector: job .g,
    });
    return items.filter(({ metadata: own }) => own.ownerReferences?.some(({ uid }) => uid === metadata.uid));
}
async function failureToStart({ client, namespace }, { metadata }, pods, since) {
    const [pod] = pods;
    if (!pod) {
        const events = await (0,kubernetes_pods .Xh)(client, namespace.name, metadata.uid);
        const refused = events.findLast(({ reason }) => reason === 'FailedCreate')?.message;
        return refused !== undefined && (0,pod_status .zb)(refused) === 'final'
            ? (0,sentence .Qu)(refused)
            : undefined;
    }
    const hasRun = pod.status?.containerStatuses?.some(({ state }) => state?.running ?? state?.terminated);
    if (hasRun)
        return undefined;
    const { uid } = pod.metadata;
    since.set(uid, since.get(uid) ?? performance.now());
    const seenMs = performance.now() - (since.get(uid) ?? 0);
    const found = (0,terminal_failure .kI)(pod, await (0,kubernetes_pods .Xh)(client, namespace.name, uid), seenMs);
    return found && (0,sentence .Qu)(`${found.reason}: ${found.message}`);
}

; 









async function migrateDown(plan, place, context) {
    const { request, server, from, table } = plan;
    const { to } = request;
    const started = performance.now();
    const about = { ...(0,component .yK)(server), step: 'migrate down', from, to };
    const isThere = (state) => (0,heads .ii)(state, to);
    let ended;
    context.record({ ...about, status: 'started' });
    const result = (outcome, message, lost = []) => {
        const seconds = (performance.now() - started) / 1000;
        const log = (ended?.log ?? []).map(redact .E$);
        const evidence = { table, job: ended?.job ?? '', gone: lost };
        context.record({ ...about, status: outcome, seconds, message, evidence });
        if (outcome === 'done')
            context.log.info(`✓ ${message}`);
        else
            context.log.warn(`✗ ${message}`);
        if (log.length > 0)
            context.log.group(`Down-migration: the end of its log (${ended?.job})`, log);
        return { outcome, from, to, job: ended?.job ?? '', seconds, message, gone: lost, log };
    };
    try {
        const earlier = await unfinished(plan, place);
        if (earlier) {
            context.log.info(`… ${earlier.metadata.name} of an earlier attempt is still at work, and is waited for`);
            ended = await awaitEnd(place, earlier);
        }
        if (!earlier || !isThere(await (0,heads .un)(server, to))) {
            const job = await create(plan, place);
            context.log.info(`… ${job.metadata.name} runs \`${request.argv.join(' ')}\``);
            ended = await awaitEnd(place, job);
        }
        const after = await (0,heads .un)(server, to);
        const lost = (0,heads .qp)(plan.before, after);
        const words = lost.length > 0 ? `; gone with what was in it: ${lost.join(', ')}` : '';
        if (ended?.failure === undefined && isThere(after))
            return result('done', `The migrations of ${server.database} went from ${from} to ${to}${words}.`, lost);
        const failure = ended?.failure ?? `${ended?.job} ended without an error`;
        return result('failed', `The down-migration of ${server.database} failed: ${failure}; its migrations are at ${describeHead(after, table)}, and ${to} was asked for${words}.`, lost);
    }
    catch (error) {
        const name = plan.job.metadata;
        const where = ended === undefined ? `; whether the Job ${name.name} goes on is not known` : '';
        return result('failed', `The down-migration of ${server.database} failed: ${(0,sentence .Qu)((0,errors .bD)(error))}${where}; its migrations were at ${from}: check where they are now.`);
    }
}
function describeHead({ heads }, table) {
    const found = heads.find((each) => each.table === table);
    if (found === undefined)
        return `no place that can be read, because ${table} is gone`;
    return `${found.head || 'none'}${found.isDirty ? ' (dirty)' : ''}`;
}
async function unfinished({ step }, { client, namespace }) {
    const { items } = await client.list((0,names .du)(names .D_, namespace.name, 'jobs'), {
        labelSelector: `${job .g}=${step.uid}`,
    });
    return items.find((job) => !isEnded(job));
}
async function create({ job }, { client, namespace }) {
    const path = (0,names .du)(names .D_, namespace.name, 'jobs');
    const { name } = job.metadata;
    try {
        return await client.request('POST', path, { body: job });
    }
    catch (error) {
        if (!(error instanceof kubernetes_errors .hD && error.status === 409))
            throw error;
        return client.get((0,names .du)(names .D_, namespace.name, 'jobs', name));
    }
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
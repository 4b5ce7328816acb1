"use strict";
exports.id = 3894;
exports.ids = [3894,3813];
exports.modules = {

  93894:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  init: () => (  init)
});

var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
var errors = __webpack_require__(45145);
var markdown = __webpack_require__(26963);
var config_config = __webpack_require__(45169);
var waits = __webpack_require__(95282);
var access = __webpack_require__(33266);
var connect = __webpack_require__(79996);
var kubernetes_errors = __webpack_require__(1807);
var kinds = __webpack_require__(60921);
var names = __webpack_require__(3090);
var session = __webpack_require__(81149);
var redis_address = __webpack_require__(67745);
var direct = __webpack_require__(63813);
var topology = __webpack_require__(22952);
; 











async function discover(places, context) {
    const { databaseUrl, redisUrl } = places;
    const connection = await (0,connect .N)(places, context);
    try {
        const [workloads, database, cache] = await Promise.all([
            workloadsOf(connection),
            databaseUrl === undefined ? undefined : discoverDatabase(databaseUrl, context),
            redisUrl === undefined ? undefined : discoverCache(redisUrl, context),
        ]);
        return { namespace: connection.namespace, context: places.context, workloads, database, cache };
    }
    finally {
        connection.client.close();
    }
}
async function workloadsOf({ client, namespace }) {
    const toList = kinds .TO.map((kind) => ({ group: 'apps', resource: kinds .EZ[kind].plural, verbs: ['list'] }));
    await (0,access .An)(client, namespace, toList);
    const lists = await Promise.all(kinds .TO.map((kind) => client.list((0,kinds .jC)(namespace, kind))));
    const workloads = lists.flatMap(({ items }) => items);
    if (workloads.length === 0)
        await requireNamespace({ client, namespace });
    return workloads;
}
async function requireNamespace({ client, namespace }) {
    try {
        if (await client.find((0,names .B3)(namespace)))
            return;
    }
    catch (error) {
        if (error instanceof kubernetes_errors .hD && error.status === 403)
            return;
        throw error;
    }
    throw new errors .lZ(`There is no namespace ${namespace} in the cluster ${client.server}; check the inputs \`namespace\` and \`context\`.`);
}
function discoverDatabase(url, context) {
    const server = session.Server.parse(url, context);
    return server.use(server.database, async (session) => {
        const { version, bytes } = await session.one(`SELECT current_setting('server_version') AS version, pg_database_size(current_database())::text AS bytes`);
        const extensions = await session.query(`SELECT e.extname::text AS name FROM pg_extension e
       LEFT JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion
       WHERE e.extname <> 'plpgsql' AND coalesce(to_jsonb(v)->>'trusted', 'false') <> 'true' ORDER BY 1`);
        return {
            name: server.database,
            version: version.split(' ')[0] ?? version,
            bytes: Number(bytes),
            extensions: extensions.map(({ name }) => name),
        };
    });
}
async function discoverCache(url, { signal, mask }) {
    const address = (0,redis_address .o)(url, { ca: undefined, insecure: false, mask });
    const cache = new topology .l2(address, (0,direct.directly)({ tls: address.tls, signal }), signal);
    try {
        return await cache.survey(waits .r.INIT_CACHE_MS, async ({ version, masters }) => ({
            version,
            masters: masters.length,
        }));
    }
    finally {
        cache.close();
    }
}

; 
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];
function formatBytes(bytes) {
    const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1);
    return `${Math.round(bytes / 1024 ** power)} ${UNITS[power]}`;
}
function foundIn({ namespace, workloads, database, cache }, services) {
    const stopped = workloads.filter(({ spec }) => spec.replicas === 0).length;
    const probed = services.names.length - services.unasked.length;
    return [
        `Namespace ${namespace}: ${count(workloads.length, 'workload')}${stopped > 0 ? `, ${stopped} at zero` : ''}, ${probed} with an HTTP readiness probe.`,
        ...services.leftOut.map((each) => `Left out: ${exceptLine(each)}.`),
        database
            ? `Database ${JSON.stringify(database.name)}: PostgreSQL ${database.version}, ${formatBytes(database.bytes)}.`
            : 'No database, as `database-url` is not given.',
        cache
            ? `Cache: ${cache.version}, ${count(cache.masters, 'master')}.`
            : 'No cache, as `redis-url` is not given.',
    ];
}
function openIn({ database, cache }, { unasked }, environment) {
    const secrets = [...(database ? ['DATABASE_URL'] : []), ...(cache ? ['REDIS_URL'] : [])];
    return [
        ...(database
            ? [
                'Component database: `backup`, the backup to go back to.',
                'Component database: `quiesce`, what writes to it; and `pgbouncer-url` where a pgbouncer is before it.',
            ]
            : []),
        ...(cache ? ['Component cache: `prefix`, what its keys begin with.'] : []),
        ...unasked.map((each) => `Component services: \`health\` for ${exceptLine(each)}.`),
        'Section `notify`: who is notified.',
        ...(secrets.length > 0
            ? [
                `Secrets of the GitHub environment ${environment}, given to the step as \`env\`: ${secrets.join(', ')}.`,
            ]
            : []),
        'Recovery times, `rto`: they are guesses.',
    ];
}
const exceptLine = ({ name, reason }) => `${name}: ${reason}`;
const count = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`;

var dist = __webpack_require__(38815);
var redact = __webpack_require__(90763);
; 


const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;
const UNSEEN_IN_FILE = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu;
function writtenAs(contents) {
    const document = new dist .yo();
    document.contents = contents;
    const text = document.toString({
        lineWidth: 0,
        doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
        singleQuote: true,
    });
    return text.replace(UNSEEN_IN_FILE, escaped);
}
function mapOf(entries, below = []) {
    const map = new dist .CA();
    for (const [index, { key, value, above = [], apart = false }] of entries.entries()) {
        const name = textOf(key);
        if (above.length > 0)
            name.commentBefore = commentOf(above);
        name.spaceBefore = apart && index > 0;
        map.add({ key: name, value: nodeOf(value) });
    }
    if (below.length > 0)
        map.comment = `\n${commentOf(below)}`;
    return map;
}
function nodeOf(value) {
    if (typeof value === 'string')
        return textOf(value);
    if (value instanceof dist .CA)
        return value;
    const node = new dist .yo(value).contents;
    if (node instanceof dist .CA)
        node.flow = true;
    return node;
}
function textOf(text) {
    const scalar = new dist .X5((0,redact .E$)(text));
    if (UNSEEN.test(text))
        scalar.type = dist .X5.QUOTE_DOUBLE;
    return scalar;
}
const commentOf = (lines) => lines.map((line) => ` ${(0,redact .E$)(line)}`).join('\n');
function escaped(character) {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}

; 


const SCHEMA = 'https://raw.githubusercontent.com/rollback-actions/rollback-actions/v1/docs/schema/rollback.schema.json';
function fileOf(found, services, environment) {
    const sections = [
        { key: 'defaults', value: defaultsOf(found) },
        { key: 'components', value: mapOf(componentsOf(found, services)), apart: true },
        ...(found.database ? [INTEGRITY] : []),
        { key: 'report', value: mapOf(REPORT), apart: true },
    ];
    const environments = mapOf([{ key: environment, value: mapOf(sections, NOTIFY) }]);
    return writtenAs(mapOf([{ key: 'environments', value: environments, above: HEAD }]));
}
const HEAD = [
    `yaml-language-server: $schema=${SCHEMA}`,
    'A first configuration, written by `action: init` from what it found. FILL IN marks what only you know;',
    'docs/configure.md of rollback-actions says what else there is.',
];
const INTEGRITY = {
    key: 'verify-integrity',
    value: {},
    above: [
        'Fingerprints what was restored, and compares it with what is there in the end (docs/verify-integrity.md).',
    ],
    apart: true,
};
const REPORT = [
    { key: 'rto', value: ['Whole environment: all=20m'] },
    {
        key: 'history',
        value: 'rollback-history.jsonl',
        above: ['How long each rollback took; docs/report.md says how it outlives a run.'],
    },
];
const NOTIFY = [
    'FILL IN: what a deploy is judged by, and how long a quick fix may take first (docs/decide.md), such as',
    'assess:',
    '  prometheus-url: https://prometheus.example',
    '  quick-fix: 15m',
    'FILL IN: what shows that users can work again (actions/smoke-test/README.md), such as',
    'smoke-test:',
    '  commands: [npm run smoke]',
    'FILL IN: who is notified while it goes on (docs/notifications.md), such as',
    'notify:',
    "  slack-channel: '#incidents'",
    '  slack-token: { env: SLACK_TOKEN }',
];
const defaultsOf = ({ namespace, context }) => mapOf([
    { key: 'namespace', value: namespace },
    ...(context === undefined ? [] : [{ key: 'context', value: context }]),
]);
function componentsOf({ database, cache }, services) {
    return [
        ...(database ? [{ key: 'database', value: databaseOf(database, services) }] : []),
        ...(services.names.length > 0 ? [{ key: 'services', value: serviceOf(services), apart: true }] : []),
        ...(cache ? [{ key: 'cache', value: cacheOf(cache), apart: true }] : []),
    ];
}
function databaseOf({ name, version, bytes, extensions }, { names }) {
    const denied = `Extensions that a restore leaves out where the user of the URL may not create them: ${extensions.join(', ')}.`;
    const stoppable = names.filter((each) => !each.startsWith('daemonset/'));
    return mapOf([
        { key: 'kind', value: 'database' },
        { key: 'rto', value: '15m', above: [GUESS] },
        {
            key: 'database-url',
            value: { env: 'DATABASE_URL' },
            above: [`PostgreSQL ${version}, ${formatBytes(bytes)}.`, ...(extensions.length > 0 ? [denied] : [])],
        },
        {
            key: 'confirm',
            value: name,
            above: [
                'FILL IN: the backup to go back to: s3://bucket/key, https://…, pgbackrest://… or a path (docs/backups.md).',
                'backup: s3://bucket/latest.dump',
                'The approval of the GitHub environment is the confirmation. Without this line a person has to type the name.',
            ],
        },
        {
            key: 'max-data-loss',
            value: '25h',
            above: [
                'An older backup is refused: all that was written since would be lost. This fits one backup a day.',
            ],
        },
    ], [
        'What writes to it, so that it is stopped while the database is switched; take out what does not.',
        `quiesce: [${stoppable.join(', ')}]`,
        'The admin console of a pgbouncer before it, which cannot be seen from here.',
        'pgbouncer-url: { env: PGBOUNCER_URL }',
    ].slice(stoppable.length > 0 ? 0 : 2));
}
function serviceOf(services) {
    const { health, unasked } = services;
    const missing = unasked.length > 0 ? ['FILL IN: no health check asks', ...unasked.map(indented)] : [];
    const above = ['From the readiness probes; the API server asks every pod.', ...missing];
    return mapOf([
        { key: 'kind', value: 'service' },
        { key: 'rto', value: '5m' },
        file_workloadsOf(services),
        ...(health.length > 0 ? [{ key: 'health', value: health, above }] : []),
    ], health.length > 0 ? [] : [...missing, "health: ['http://:8080/health']"]);
}
function file_workloadsOf({ names, leftOut }) {
    if (leftOut.length === 0)
        return {
            key: 'workloads',
            value: 'all',
            above: ['All of the namespace, and what is deployed later; mark-good says where they go back to.'],
        };
    const above = ['Not among them:', ...leftOut.map(indented), 'What is deployed later has to be added.'];
    return { key: 'workloads', value: names, above };
}
const cacheOf = ({ version, masters }) => mapOf([
    { key: 'kind', value: 'cache' },
    { key: 'rto', value: '5m' },
    {
        key: 'redis-url',
        value: { env: 'REDIS_URL' },
        above: [`${version}${masters > 1 ? `, a cluster of ${masters} masters` : ''}.`],
    },
], [
    'FILL IN: what the keys of the cache begin with; queues and sessions stay (docs/clear-cache.md).',
    "prefix: ['page:']",
]);
const indented = (each) => `  ${exceptLine(each)}`;
const GUESS = 'A first guess, as all times here; `report` measures them.';

var health = __webpack_require__(50992);
; 


const STORES = /^(postgres(ql)?|postgis|timescaledb|mysql|mariadb|mongo(db)?|redis(-stack(-server)?)?|valkey|kafka|zookeeper|rabbitmq|nats|elasticsearch|opensearch|cassandra|clickhouse(-server)?|etcd|minio|influxdb|cockroach)$/;
function servicesOf(workloads) {
    const sorted = [...workloads].sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
    const leftOut = sorted.flatMap((workload) => except(workload, exclusionReason(workload)));
    const services = sorted.filter((workload) => exclusionReason(workload) === undefined);
    const probed = services.map((workload) => ({ name: nameOf(workload), ...probesOf(workload) }));
    return {
        names: services.map(nameOf),
        leftOut,
        health: healthOf(probed),
        unasked: probed.flatMap(({ name, lines, reason }) => (lines.length > 0 ? [] : [{ name, reason }])),
    };
}
const nameOf = (workload) => (0,kinds .Pf)((0,kinds .H8)(workload));
const except = (workload, reason) => reason === undefined ? [] : [{ name: nameOf(workload), reason }];
function exclusionReason({ metadata, spec }) {
    const owner = metadata.ownerReferences?.find(({ controller }) => controller);
    if (owner)
        return `belongs to ${owner.kind} ${owner.name}, which would put it back`;
    const [reference = ''] = (spec.template.spec.containers[0]?.image ?? '').split('@');
    const image = reference.split('/').at(-1)?.split(':')[0] ?? '';
    return STORES.test(image) ? `holds data (${image})` : undefined;
}
function healthOf(probed) {
    const [first] = probed;
    const isSame = probed.every(({ lines }) => lines.join('\n') === first?.lines.join('\n'));
    if (isSame)
        return [...(first?.lines ?? [])];
    return probed.flatMap(({ name, lines }) => lines.map((line) => `${name}: ${line}`));
}
function probesOf({ spec }) {
    const found = spec.template.spec.containers.map(probeOf);
    const lines = found.flatMap((probe) => ('line' in probe ? [probe.line] : []));
    const reasons = found.flatMap((probe) => ('reason' in probe ? [probe.reason] : []));
    return { lines: [...new Set(lines)], reason: reasons.find((reason) => reason !== NO_PROBE) ?? NO_PROBE };
}
const NO_PROBE = 'no HTTP readiness probe';
function probeOf({ readinessProbe, ports = [] }) {
    const get = readinessProbe?.httpGet;
    if (!get)
        return { reason: NO_PROBE };
    if (get.host)
        return { reason: 'its probe asks another host' };
    if (get.httpHeaders?.length)
        return { reason: 'its probe sends headers' };
    if (get.path?.includes('?'))
        return { reason: 'its probe has a query' };
    const port = ports.find(({ name }) => name === get.port)?.containerPort ?? Number(get.port);
    if (Number.isNaN(port))
        return { reason: 'its probe names a port that its container does not have' };
    const path = `/${(get.path ?? '').replace(/^\//, '')}`;
    const line = `${(get.scheme ?? 'HTTP').toLowerCase()}://:${port}${path}`;
    return isHealth(line) ? { line } : { reason: 'its probe asks for a path that no health check may have' };
}
function isHealth(line) {
    try {
        (0,health .kw)(line);
        return true;
    }
    catch {
        return false;
    }
}

; 









const USUAL_ENVIRONMENT = 'production';
async function init(places, config, context) {
    const target = { path: config ?? config_config .OM, environment: context.environment ?? USUAL_ENVIRONMENT };
    if (config_config .VE.includes(target.environment))
        throw new errors .lZ(`No environment of a configuration can be called "${target.environment}"; give another name as \`environment\`.`);
    const found = await discover(places, context);
    const services = servicesOf(found.workloads);
    if (services.names.length === 0 && !found.database && !found.cache)
        throw new errors .lZ(`The namespace ${found.namespace} has no workload that could be rolled back, so there is nothing to configure; check \`namespace\`, or give \`database-url\`.`);
    const text = fileOf(found, services, target.environment);
    const notes = { found: foundIn(found, services), open: openIn(found, services, target.environment) };
    const { log, recordPath, dryRun } = context;
    for (const line of notes.found)
        log.info(line);
    log.group(`${target.path} for ${target.environment}`, text.trimEnd().split('\n'));
    for (const line of notes.open)
        log.info(`To fill in: ${line}`);
    const { result, message } = dryRun ? planned(target) : write(target, text);
    return { result, message, outputs: { record: recordPath }, summary: summaryOf(message, notes, text) };
}
function planned({ path, environment }) {
    const there = (0,external_node_fs_.existsSync)(path) ? `; there is one already, which would not be overwritten` : '';
    const message = `Planned: a first configuration of ${environment} for ${path}${there}; nothing was written.`;
    return { result: 'planned', message };
}
function write({ path, environment }, text) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        (0,external_node_fs_.writeFileSync)(path, text, { flag: 'wx' });
    }
    catch (error) {
        if (error.code !== 'EEXIST' || !(0,external_node_fs_.existsSync)(path))
            throw new errors .lZ(`${path} cannot be written: ${(0,errors .bD)(error)}.`, { cause: error });
        return {
            result: 'failed',
            message: `There is a ${path} already, which is not overwritten; what would be written for ${environment} is in the log and the summary: take from it what you need, or name another file with \`config\`.`,
        };
    }
    return {
        result: 'done',
        message: `Wrote ${path} for ${environment}; fill in what it marks with FILL IN, then run \`action: plan\`.`,
    };
}
function summaryOf(message, { found, open }, text) {
    return [
        `## ${(0,markdown .tJ)(message)}`,
        ...['', '### Found', '', ...found.map((line) => `- ${(0,markdown .tJ)(line)}`)],
        ...['', '### To fill in', '', ...open.map((line) => `- [ ] ${(0,markdown .tJ)(line)}`)],
        ...['', '### The file', '', '```yaml', text.trimEnd(), '```', ''],
    ].join('\n');
}


  }),

  50992:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Bb: () => (  usesProxy),
    Mn: () => (  usesExec),
    g: () => (  verifyHealth),
    kw: () => (  parseHealth),
    tg: () => (  checksOf)
  });
  var string_argv__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88579);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
  var _systems_http_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25019);
  var _systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37003);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60921);
  var _systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41808);









const ATTEMPTS = 6;
const MAX_ANSWER_BYTES = 64 * 1024;
const REDIRECTS = 5;
const NO_SUCH_PATH = /^HTTP (404|405|501)\b/;
const OUT_OF_POD = /(^|\/)(\.|%2e){1,2}(\/|$)/i;
function parseHealth(line) {
    const own = /^([a-z]+\/[a-z0-9.-]+):\s+(?=\S)(.*)$/.exec(line);
    const text = own?.[2] ?? line;
    const check = parseCheck(text);
    if (check)
        return { for: own?.[1] && (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__  .rd)(own[1])), check };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`health\` has the line ${JSON.stringify(line)}; accepted are http://:<port>/<path> (in every pod), https://<host>/<path> (from the runner) and exec: <command> (in every pod), each also after \`<kind>/<name>: \`.`);
}
function parseCheck(text) {
    const [, scheme, port = '', path = '/'] = /^(https?):\/\/:(\d{1,5})(\/\S*)?$/.exec(text) ?? [];
    if (scheme && Number(port) >= 1 && Number(port) <= 65535 && !OUT_OF_POD.test(path)) {
        return { type: 'pod', scheme, port, path };
    }
    if (/^https?:\/\/[^:/]/.test(text) && URL.canParse(text))
        return { type: 'url', url: text };
    const argv = text.startsWith('exec:') ? (0,string_argv__WEBPACK_IMPORTED_MODULE_8__  .R)(text.slice('exec:'.length)) : [];
    return argv.length > 0 ? { type: 'exec', argv } : undefined;
}
const checksOf = (target, checks) => checks.filter((check) => check.for === undefined || check.for === (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__  .Pf)(target));
async function verifyHealth(client, target, pods, checks) {
    const own = pods.length === 0 ? [] : checksOf(target, checks);
    await Promise.all(own.flatMap(({ check }) => check.type === 'url'
        ? [retried(client, target, check.url, () => getUrl(check.url, client.signal))]
        : pods.map((pod) => retried(client, target, `pod ${pod.metadata.name}`, () => checkPod(client, pod, check)))));
    return own.length > 0;
}
const usesProxy = (checks) => checks.some(({ check }) => check.type === 'pod');
const usesExec = (checks) => checks.some(({ check }) => check.type === 'exec');
async function retried(client, target, what, check) {
    try {
        await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .L5)(check, { attempts: ATTEMPTS, signal: client.signal, isPassing: isWorthAnother });
    }
    catch (error) {
        client.signal.throwIfAborted();
        const reason = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error);
        const hint = NO_SUCH_PATH.test(reason)
            ? '; a check that came with a newer version is not for an older one'
            : '';
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__  .Pf)(target)} is rolled out but not healthy: ${what}: ${reason}${hint}`);
    }
}
const isWorthAnother = (error) => !(error instanceof _systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__  .CQ || error instanceof _systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__  .x$);
async function getUrl(url, signal) {
    const request = { url: new URL(url), mostBytes: MAX_ANSWER_BYTES, redirects: REDIRECTS };
    const late = AbortSignal.timeout(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.HEALTH_ATTEMPT_MS);
    const { status } = await (0,_systems_http_client_js__WEBPACK_IMPORTED_MODULE_4__  .tN)(request, AbortSignal.any([signal, late])).catch((error) => {
        throw late.aborted ? new Error(`no answer in ${_base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.HEALTH_ATTEMPT_MS / 1000} s`) : error;
    });
    if (status < 200 || status >= 300)
        throw new Error(`HTTP ${status}`);
}
async function checkPod(client, pod, check) {
    if (check.type === 'pod')
        return (0,_systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__  .q_)(client, pod, check, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.HEALTH_ATTEMPT_MS);
    const { exitCode, output } = await (0,_systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__  .z8)(client, pod, check.argv, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.HEALTH_COMMAND_MS);
    if (exitCode !== 0)
        throw new Error(`"${check.argv.join(' ')}" ended with ${exitCode}: ${(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(output).slice(-300)}`);
}


  }),

  25019:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    KN: () => (  mayRedirect),
    Wj: () => (  isPassingStatus),
    Z9: () => (  wordsOf),
    o_: () => (  jsonOf),
    tN: () => (  send)
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31666);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39668);
  var _network_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69355);
  var _requests_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5975);







const isPassingStatus = (status) => status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
async function send(request, signal) {
    const { url, authorization } = withoutCredentials(request.url);
    try {
        const response = await follow(request, url, { ...authorization, ...request.headers }, signal);
        const { text, isCut } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_4__  .JY)(response.body ?? node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([]), request.mostBytes);
        return { status: response.status, headers: response.headers, body: text, isCut };
    }
    catch (error) {
        if (signal.aborted || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ)
            throw error;
        throw unreachable(request, error);
    }
}
async function follow(request, url, headers, signal, left = request.redirects ?? 0) {
    (0,_requests_js__WEBPACK_IMPORTED_MODULE_6__  .z)('over HTTP');
    const response = await fetch(url, {
        method: request.method ?? 'GET',
        redirect: 'manual',
        signal,
        headers: {
            'User-Agent': 'rollback-actions',
            ...headers,
            ...(request.method === 'POST' && { Connection: 'close' }),
        },
        ...(request.body !== undefined && { body: request.body }),
    });
    const location = response.headers.get('location');
    if (left === 0 || ![301, 302, 303, 307, 308].includes(response.status) || location === null)
        return response;
    await response.body?.cancel();
    const next = URL.parse(location, url.href);
    if (!next || !mayRedirect(url, next))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${request.peer ?? request.url.host} redirects to where it is not followed; give the address that it leads to.`);
    const stays = next.origin === url.origin;
    return follow(request, withoutCredentials(next).url, stays ? headers : {}, signal, left - 1);
}
function mayRedirect(from, to) {
    if (to.protocol !== 'https:' && (to.protocol !== 'http:' || from.protocol === 'https:'))
        return false;
    return !isMetadata(to.hostname) && (isInternal(from.hostname) || !isInternal(to.hostname));
}
const isInternal = (host) => /^(localhost|[^.]+\.localhost|0\.0\.0\.0|127\.[\d.]+|\[::1?\]|\[::ffff:7f[\da-f:]+\])\.?$/.test(host);
const isMetadata = (host) => /^(169\.254\.[\d.]+|metadata(\.google\.internal)?|\[(fe[89ab]|fd00:ec2:|::ffff:a9fe:)[\da-f:]*\])\.?$/.test(host);
function withoutCredentials(given) {
    const url = new URL(given);
    if (url.username === '' && url.password === '')
        return { url, authorization: {} };
    const pair = `${decoded(url.username)}:${decoded(url.password)}`;
    url.username = '';
    url.password = '';
    return { url, authorization: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
function jsonOf(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
function wordsOf(body, most = 200) {
    const words = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__  .Ir)(body, 4 * most)
        .replace(/\s+/g, ' ')
        .trim();
    if (words === '')
        return '';
    return words.startsWith('<') ? ', an HTML page' : `: ${words.slice(0, most)}`;
}
function unreachable({ peer, check, url }, error) {
    const remedy = check ? `; check ${check} and the network of the runner.` : '';
    const sentence = `${peer ?? url.host} cannot be reached: ${(0,_network_js__WEBPACK_IMPORTED_MODULE_5__  .N4)(error)}${remedy}`;
    return (0,_network_js__WEBPACK_IMPORTED_MODULE_5__  .dJ)(error)
        ? new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(sentence, { cause: error })
        : new _base_retry_js__WEBPACK_IMPORTED_MODULE_3__  .aB(sentence, { mayBeDone: !(0,_network_js__WEBPACK_IMPORTED_MODULE_5__  .Xm)(error), cause: error });
}


  }),

  1807:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    HB: () => (  unreachable),
    WG: () => (  isPassing),
    hD: () => (  ApiError),
    lE: () => (  CredentialsError)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4771);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39668);
  var _http_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25019);
  var _network_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69355);








const MAX_ERROR_BYTES = 64 * 1024;
const LONGEST_MESSAGE = 2000;
class ApiError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    status;
    reason;
    retryAfterMs;
    constructor(status, reason, message, retryAfterMs = 0) {
        super(message);
        this.name = 'ApiError';
        this.status = status;
        this.reason = reason;
        this.retryAfterMs = retryAfterMs;
    }
    get isLimit() {
        return this.status === 429;
    }
    static async from(response) {
        const status = response.statusCode ?? 0;
        const { text: body } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_4__  .JY)(response, MAX_ERROR_BYTES);
        const { message, reason } = parseStatus(body);
        const words = status === 401 && reason === 'Unauthorized'
            ? 'The API server does not accept the credentials of the kubeconfig (401 Unauthorized); renew them.'
            : message;
        return new ApiError(status, reason ?? '', words?.slice(0, LONGEST_MESSAGE) ?? `HTTP ${status}: ${(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .Ir)(body, 200)}`, Math.min((0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .Vs)(response.headers['retry-after']), _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.API_SERVER_LONGEST_LIMIT_MS));
    }
}
class CredentialsError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    constructor(command, error) {
        const isMissing = error.code === 'ENOENT';
        const lastLine = (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_7__  .Qu)(error.message.trim().split('\n').at(-1) ?? '').trim();
        const reason = isMissing
            ? 'there is no such program on the runner'
            : lastLine || 'it failed and said nothing';
        super(`The credential plugin ${command} of the kubeconfig gives no credentials: ${reason}; ${isMissing ? 'install it' : 'log in'} with a step before this one.`, { cause: error });
        this.name = 'CredentialsError';
    }
    static from(config, error) {
        const command = config.getCurrentUser()?.exec?.command;
        const isSetting = /^(HTTP protocol is not allowed|Unsupported proxy)/.test(error.message);
        return command === undefined || isSetting ? error : new CredentialsError(command, error);
    }
}
function parseStatus(body) {
    try {
        const { message, reason } = (JSON.parse(body) ?? {});
        return {
            ...(typeof message === 'string' && { message }),
            ...(typeof reason === 'string' && { reason }),
        };
    }
    catch {
        return {};
    }
}
function isPassing(error) {
    if (error instanceof ApiError)
        return (0,_http_client_js__WEBPACK_IMPORTED_MODULE_5__  .Wj)(error.status);
    if (error instanceof CredentialsError)
        return error.cause.code !== 'ENOENT';
    return !(0,_network_js__WEBPACK_IMPORTED_MODULE_6__  .dJ)(error) && !/HTTP protocol is not allowed/.test((0,_network_js__WEBPACK_IMPORTED_MODULE_6__  .OI)(error).message);
}
function unreachable(server, error) {
    const reason = (0,_network_js__WEBPACK_IMPORTED_MODULE_6__  .N4)(error, 'its certificate is not signed by the CA in the kubeconfig');
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The Kubernetes API server ${server} cannot be reached: ${reason}; check the server in the kubeconfig and the network of the runner.`, { cause: error });
}


  }),

  63813:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  directly: () => (  directly)
});

var external_node_net_ = __webpack_require__(77030);
var external_node_tls_ = __webpack_require__(41692);
var waits = __webpack_require__(95282);
var errors = __webpack_require__(89002);
var redis_link = __webpack_require__(3041);
; 

const MAX_DEPTH = 16;
const MAX_ITEMS = 2 ** 20;
const MAX_LINE = 2 ** 16;
const MAX_LENGTH = 2 ** 29;
const MAX_DIGITS = 16;
const [CR, LF, ZERO, MINUS] = [13, 10, 48, 45];
function encode(commands) {
    const parts = [];
    let text = '';
    for (const words of commands) {
        text += `*${words.length}\r\n`;
        for (const word of words) {
            text += `$${lengthOf(word)}\r\n`;
            if (typeof word === 'string')
                text += word;
            else {
                parts.push(text, word);
                text = '';
            }
            text += '\r\n';
        }
    }
    return parts.length === 0
        ? text
        : Buffer.concat([...parts, text].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}
const lengthOf = (word) => (typeof word === 'string' ? Buffer.byteLength(word) : word.length);
class Decoder {
    #onReply;
    #open = [];
    #chunks = [];
    #size = 0;
    #needed = 0;
    #bytes = Buffer.alloc(0);
    #at = 0;
    constructor(onReply) {
        this.#onReply = onReply;
    }
    write(chunk) {
        this.#chunks.push(chunk);
        this.#size += chunk.length;
        if (this.#size < this.#needed)
            return;
        this.#bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
        this.#at = 0;
        this.#needed = 0;
        while (this.#at < this.#bytes.length) {
            const begun = this.#at;
            if (this.#next())
                continue;
            this.#at = begun;
            this.#needed -= begun;
            break;
        }
        const rest = this.#bytes.subarray(this.#at);
        this.#chunks = rest.length === 0 ? [] : [rest];
        this.#size = rest.length;
    }
    #next() {
        const type = this.#bytes[this.#at++];
        switch (type) {
            case 36:  
                return this.#text();
            case 42:  
                return this.#list();
            case 58:  
                return this.#line((line) => wholeNumber(line));
            case 43:  
                return this.#line((line) => Buffer.from(line));
            case 45:  
                return this.#line((line) => new redis_link .P_(line));
            default:
                throw new SyntaxError('it does not speak the protocol of Redis');
        }
    }
    #text() {
        const length = this.#length(MAX_LENGTH);
        if (length === undefined)
            return false;
        if (length === -1)
            return this.#add(null);
        const end = this.#at + length;
        if (end + 2 > this.#bytes.length)
            return this.#wait(end + 2);
        if (this.#bytes[end] !== CR || this.#bytes[end + 1] !== LF)
            throw new SyntaxError('it sends texts of other lengths than it says');
        const text = this.#bytes.subarray(this.#at, end);
        this.#at = end + 2;
        return this.#add(text);
    }
    #list() {
        const length = this.#length(MAX_ITEMS);
        if (length === undefined)
            return false;
        if (length <= 0)
            return this.#add(length === 0 ? [] : null);
        if (this.#open.length >= MAX_DEPTH)
            throw new SyntaxError('it sends lists in lists without an end');
        this.#open.push({ items: [], length });
        return true;
    }
    #line(parse) {
        const end = this.#bytes.indexOf('\r\n', this.#at);
        if (end >= 0) {
            const value = parse(this.#bytes.toString('utf8', this.#at, end));
            this.#at = end + 2;
            return this.#add(value);
        }
        if (this.#bytes.length - this.#at > MAX_LINE)
            throw new SyntaxError('it sends a line without an end');
        return false;
    }
    #length(most) {
        const bytes = this.#bytes;
        const isNone = bytes[this.#at] === MINUS;
        let at = isNone ? this.#at + 1 : this.#at;
        const begun = at;
        let value = 0;
        for (; at < bytes.length && bytes[at] !== CR; at += 1) {
            const digit = bytes[at] - ZERO;
            if (digit < 0 || digit > 9 || at - begun >= MAX_DIGITS)
                throw new SyntaxError('it sends lengths that are none');
            value = value * 10 + digit;
        }
        if (at + 1 >= bytes.length)
            return undefined;
        if (at === begun || bytes[at + 1] !== LF || value > most || (isNone && value !== 1))
            throw new SyntaxError('it sends lengths that are none');
        this.#at = at + 2;
        return isNone ? -1 : value;
    }
    #wait(end) {
        this.#needed = end;
        return false;
    }
    #add(value) {
        let whole = value;
        for (let list = this.#open.at(-1); list; list = this.#open.at(-1)) {
            list.items.push(whole);
            if (list.items.length < list.length)
                return true;
            this.#open.pop();
            whole = list.items;
        }
        this.#onReply(whole);
        return true;
    }
}
function wholeNumber(line) {
    if (!/^[+-]?\d{1,20}$/.test(line))
        throw new SyntaxError('it sends numbers that are none');
    return Number(line);
}

; 






const MAX_REPLIES_BYTES = 256 * 1024 ** 2;
function directly({ tls, signal }) {
    return async (place, { login, database }) => {
        signal.throwIfAborted();
        const link = new DirectLink((0,redis_link .Vb)(place), socketTo(place, tls), tls !== undefined, signal);
        await link.connected;
        const words = (0,redis_link .O$)(login, database);
        const replies = await link.send([...words, ['CLIENT', 'SETNAME', 'rollback-actions']]);
        const refused = replies.slice(0, words.length).find((reply) => reply instanceof redis_link .P_);
        if (refused === undefined)
            return link;
        link.close();
        throw refused;
    };
}
function socketTo({ host, port }, tls) {
    if (!tls)
        return (0,external_node_net_.connect)({ host, port, noDelay: true });
    return (0,external_node_tls_.connect)({
        host,
        port,
        rejectUnauthorized: tls.verify,
        ...(tls.ca && { ca: tls.ca }),
        ...((0,external_node_net_.isIP)(host) === 0 && { servername: host }),
    });
}
class DirectLink {
    name;
    connected;
    #socket;
    #signal;
    #waiting = [];
    #heard = 0;
    #failure;
    #isTls;
    constructor(name, socket, isTls, signal) {
        this.name = name;
        this.#socket = socket;
        this.#isTls = isTls;
        this.#signal = signal;
        this.connected = this.#connect();
        const decoder = new Decoder((reply) => this.#receive(reply));
        socket.on('data', (chunk) => {
            this.#heard += chunk.length;
            if (this.#heard > MAX_REPLIES_BYTES)
                return this.#end(new Error('it answers without an end'));
            try {
                decoder.write(chunk);
            }
            catch (error) {
                this.#end(error);
            }
        });
        socket.on('error', (error) => this.#end(error));
        const abort = () => this.#end(new Error('aborted'));
        signal.addEventListener('abort', abort);
        socket.once('close', () => {
            signal.removeEventListener('abort', abort);
            this.#end(new Error('the connection was closed'));
        });
    }
    get closed() {
        return this.#failure !== undefined || !this.#socket.writable;
    }
    send(commands) {
        if (this.#failure)
            return Promise.reject(this.#lost());
        if (commands.length === 0)
            return Promise.resolve([]);
        this.#heard = 0;
        const { promise, resolve, reject } = Promise.withResolvers();
        const late = setTimeout(() => this.#end(silence()), waits .r.REDIS_SILENCE_MS);
        this.#waiting.push({ count: commands.length, replies: [], resolve, reject, late });
        this.#socket.write(encode(commands));
        return promise;
    }
    close() {
        this.#end(new Error('the connection was closed'));
    }
    async #connect() {
        const { promise, resolve, reject } = Promise.withResolvers();
        const late = setTimeout(() => this.#end(silence(this.#isTls ? redis_link .SD : undefined)), waits .r.REDIS_CONNECT_MS);
        this.#socket.once(this.#isTls ? 'secureConnect' : 'connect', resolve);
        this.#socket.once('close', () => reject(this.#lost()));
        try {
            await promise;
        }
        finally {
            clearTimeout(late);
        }
    }
    #receive(reply) {
        if (reply instanceof redis_link .P_ && errors .eW.test(reply.message))
            return this.#end(reply);
        const [first] = this.#waiting;
        if (!first)
            return this.#end(new Error('it sends a reply to no command'));
        first.replies.push(reply);
        if (first.replies.length < first.count)
            return;
        this.#waiting.shift();
        clearTimeout(first.late);
        first.resolve(first.replies);
    }
    #end(reason) {
        this.#failure ??= reason;
        this.#socket.destroy();
        for (const { late, reject } of this.#waiting.splice(0)) {
            clearTimeout(late);
            reject(this.#lost());
        }
    }
    #lost() {
        if (this.#signal.aborted)
            return this.#signal.reason;
        const failure = this.#failure;
        if (failure instanceof redis_link .P_)
            return failure;
        const { message = '', code = '' } = failure ?? {};
        return new redis_link .zO(this.name, message, code);
    }
}
const silence = (code = 'ETIMEDOUT') => Object.assign(new Error('no answer'), { code });


  }),

  5975:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    I: () => (  requestsMade),
    z: () => (  countRequest)
  });
const counts = new Map();
const countRequest = (to) => {
    counts.set(to, (counts.get(to) ?? 0) + 1);
};
const requestsMade = () => {
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    const total = sorted.reduce((sum, [, count]) => sum + count, 0);
    return { total, summary: sorted.map(([to, count]) => `${count} ${to}`).join(', ') };
};


  }),

  88579:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    R: () => (  parseArgsStringToArgv)
  });

function parseArgsStringToArgv(value, env, file) {
    const myArray = [];
    if (env) {
        myArray.push(env);
    }
    if (file) {
        myArray.push(file);
    }
    let current = "";
    let inQuote = null;
    let hasToken = false;  
    let i = 0;
    while (i < value.length) {
        const char = value[i];
        if (inQuote) {
            if (char === inQuote) {
                inQuote = null;
            }
            else {
                current += char;
            }
        }
        else {
            if (char === '"' || char === "'") {
                inQuote = char;
                hasToken = true;
            }
            else if (/\s/.test(char)) {
                if (hasToken) {
                    myArray.push(current);
                    current = "";
                    hasToken = false;
                }
            }
            else {
                current += char;
                hasToken = true;
            }
        }
        i++;
    }
    if (hasToken) {
        myArray.push(current);
    }
    return myArray;
}


  })

};
;
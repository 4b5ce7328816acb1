export const id = 426;
export const ids = [426];
export const modules = {

/***/ 21220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BQ: () => (/* binding */ summaryOfLines),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   YB: () => (/* binding */ summaryOfLog),
/* harmony export */   rz: () => (/* binding */ countedSince),
/* harmony export */   sE: () => (/* binding */ successRate)
/* harmony export */ });
/* harmony import */ var _systems_postgres_integrity_tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20676);

/** How many kinds of error and tables are told. */
const MOST = 20;
/** What happened in the database since a snapshot, as far as the server's counters can say. */
function countedSince(before, now) {
    if (before.databaseOid !== now.databaseOid)
        return {
            unknown: 'the database is another one than at the capture (it was swapped or made again), and counts from its own beginning',
        };
    const [a, b] = [before.statistics, now.statistics];
    const keys = ['commits', 'rollbacks', 'deadlocks', 'conflicts'];
    // A database that nobody has worked in yet has no beginning of its counts.
    const fresh = a.resetAt === null && keys.every((key) => a[key] === '0');
    if ((a.resetAt !== b.resetAt && !fresh) || keys.some((key) => BigInt(b[key]) < BigInt(a[key])))
        return {
            unknown: `the server's statistics were reset${b.resetAt ? ` at ${b.resetAt}` : ''}, after the capture`,
        };
    const [commits = 0, rollbacks = 0, deadlocks = 0, conflicts = 0] = keys.map((key) => grown(a[key], b[key]));
    return {
        value: {
            commits,
            rollbacks,
            deadlocks,
            conflicts,
            statements: statementsOf(a, b),
            writes: writesOf(a, b),
        },
    };
}
/** The share of transactions that committed, from 0 to 1. */
function successRate(counted) {
    if ('unknown' in counted)
        return counted;
    const { commits, rollbacks } = counted.value;
    if (commits + rollbacks === 0)
        return { unknown: 'no transaction has ended since' };
    return { value: commits / (commits + rollbacks) };
}
/** `99.98 %`, or why there is no figure. */
const percent = (known) => 'value' in known ? `${(known.value * 100).toFixed(2)} %` : `unknown: ${known.unknown}`;
const grown = (before, now) => Number(BigInt(now) - BigInt(before));
function statementsOf({ statements: a }, { statements: b }) {
    const same = a && b && a.resetAt === b.resetAt && BigInt(b.calls) >= BigInt(a.calls);
    return same ? grown(a.calls, b.calls) : null;
}
/** Tables with the most writes first. Rows that were written and rolled back are counted too. */
function writesOf(before, now) {
    const known = new Map(before.writes.map((table) => [(0,_systems_postgres_integrity_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(table), table]));
    const zero = { inserted: '0', updated: '0', deleted: '0' };
    const all = now.writes.map((table) => {
        const was = known.get((0,_systems_postgres_integrity_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(table)) ?? zero;
        const since = (key) => Math.max(0, grown(was[key], table[key]));
        return {
            table: (0,_systems_postgres_integrity_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(table),
            inserted: since('inserted'),
            updated: since('updated'),
            deleted: since('deleted'),
        };
    });
    const sum = (table) => table.inserted + table.updated + table.deleted;
    return all
        .filter((table) => sum(table) > 0)
        .sort((a, b) => sum(b) - sum(a))
        .slice(0, MOST);
}
/** Sums up errors; entries of other databases are left out where the format tells them. */
function summaryOfLog(entries, database) {
    const own = entries.filter((entry) => entry.database === undefined || entry.database === database);
    const transactions = own.map(({ transaction }) => transaction);
    const having = (code, words) => own.filter((entry) => entry.code === code || (entry.code === undefined && words.test(entry.message)))
        .length;
    const groups = Map.groupBy(own, ({ code, message }) => JSON.stringify([code ?? null, shape(message)]));
    const messages = [...groups].map(([key, group]) => {
        const [code, message] = JSON.parse(key);
        return { message, code, count: group.length };
    });
    return {
        errors: own.length,
        failedTransactions: transactions.includes(undefined) ? null : new Set(transactions.filter(Boolean)).size,
        deadlocks: having('40P01', /^deadlock detected/),
        serializationFailures: having('40001', /^could not serialize access/),
        messages: messages.sort((a, b) => b.count - a.count).slice(0, MOST),
    };
}
/** A message without what is different each time: values, which are somebody's data, and numbers. */
const shape = (message) => message
    .replace(/"[^"]*"|'[^']*'/g, '…')
    .replace(/\(.*\)/g, '(…)')
    .replace(/\d+/g, 'n')
    .slice(0, 200);
/** Counts the lines of logs. */
function summaryOfLines(lines) {
    const writes = lines.filter((line) => /\b(INSERT|UPDATE|DELETE)\b/i.test(line));
    const failed = writes.filter((line) => /\b(ERROR|FATAL|ROLLBACK)\b/i.test(line));
    return {
        lines: lines.length,
        writes: writes.length,
        failedWrites: failed.length,
        errors: lines.filter((line) => /\b(ERROR|FATAL|ROLLBACK)\b/i.test(line)).length,
        successRate: writes.length === 0
            ? { unknown: 'the logs have no line with INSERT, UPDATE or DELETE' }
            : { value: 1 - failed.length / writes.length },
    };
}


/***/ }),

/***/ 51842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ analyze),
  b: () => (/* binding */ analyzePods)
});

// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/systems/kubernetes/pods.js
var kubernetes_pods = __webpack_require__(41808);
// EXTERNAL MODULE: ./build/systems/kubernetes/workload-pods.js
var workload_pods = __webpack_require__(85738);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/statistics.js
var statistics = __webpack_require__(31838);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/transaction.js
var transaction = __webpack_require__(72457);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(25175);
;// CONCATENATED MODULE: ./build/systems/postgres/log.js

const TROUBLE = new Set(['ERROR', 'FATAL', 'PANIC']);
/** The columns of csvlog that are read, which have been at these places since PostgreSQL 9. */
const CSV = { at: 0, database: 2, session: 5, transaction: 9, severity: 11, code: 12, message: 13 };
/** What a line of stderr ends with, whatever `log_line_prefix` puts before it. */
const STDERR = /^(.*?)\b(ERROR|FATAL|PANIC):\s+(?:([0-9A-Z]{5}):\s+)?(.*)$/;
const TIME = /(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(?: ?(UTC|GMT|Z|[+-]\d\d(?::?\d\d)?))/;
/** By a file's name, as the server's log collector names them. */
const formatOf = (path) => path.endsWith('.csv') ? 'csv' : path.endsWith('.json') ? 'json' : 'stderr';
/** The errors of a piece of a server's log; lines that were cut at its start or are still being written are left out. */
function errorsIn(text, format) {
    const entries = { csv: csvEntries, json: jsonEntries, stderr: stderrEntries }[format](text);
    return entries.filter(({ severity }) => TROUBLE.has(severity));
}
function csvEntries(text) {
    const rows = (0,sync/* parse */.qg)(text, {
        relaxColumnCount: true,
        skipRecordsWithError: true,
        relaxQuotes: true,
    });
    return rows.map((row) => ({
        at: timeOf(row[CSV.at] ?? ''),
        severity: row[CSV.severity] ?? '',
        code: row[CSV.code] || undefined,
        database: row[CSV.database] || undefined,
        message: row[CSV.message] ?? '',
        transaction: row[CSV.transaction] && `${row[CSV.session]} ${row[CSV.transaction]}`,
    }));
}
function jsonEntries(text) {
    return text.split('\n').flatMap((line) => {
        try {
            const entry = JSON.parse(line);
            return [
                {
                    at: timeOf(entry.timestamp ?? ''),
                    severity: entry.error_severity ?? '',
                    code: entry.state_code,
                    database: entry.dbname,
                    message: entry.message ?? '',
                    transaction: entry.vxid ? `${entry.session_id} ${entry.vxid}` : '',
                },
            ];
        }
        catch {
            return [];
        }
    });
}
function stderrEntries(text) {
    return text.split('\n').flatMap((line) => {
        const [, prefix = '', severity, code, message = ''] = STDERR.exec(line) ?? [];
        if (!severity)
            return [];
        return [{ at: timeOf(prefix), severity, code, database: undefined, message, transaction: undefined }];
    });
}
/** Only where the zone is one that can be read without knowing the server's: a wrong hour is worse than none. */
function timeOf(text) {
    const [, day, time, zone = ''] = TIME.exec(text) ?? [];
    if (!day)
        return undefined;
    const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.replace(/UTC|GMT/, 'Z');
    const at = new Date(`${day}T${time}${offset}`);
    return Number.isNaN(at.getTime()) ? undefined : at;
}

;// CONCATENATED MODULE: ./build/systems/postgres/log-files.js



/** Bytes of the end of a log that are read: enough for an incident, whatever has grown before it. */
const MOST = 16 * 1024 * 1024;
/** Reads the errors of log files on this machine. @throws ActionError where one can't be read */
function readLogFiles(paths, since) {
    const because = [];
    const entries = paths.flatMap((path) => {
        const { text, cut } = tail(path);
        if (cut)
            because.push(`only the last ${MOST / 1024 ** 2} MiB of ${path} were read`);
        return errorsIn(text, formatOf(path));
    });
    return { source: paths.join(', '), ...recent(entries, since, because) };
}
/** Reads the errors of the server's own log through the server, where its role may. */
async function readServerLog(session, since) {
    const source = "the server's log files";
    // Asked before it is tried: a refusal would be one more error in that log.
    const { collects, allowed } = await session.one(`SELECT pg_catalog.current_setting('logging_collector') = 'on' AS collects,
      pg_catalog.has_function_privilege('pg_catalog.pg_ls_logdir()', 'EXECUTE')
        AND pg_catalog.has_function_privilege('pg_catalog.pg_read_binary_file(text, bigint, bigint)', 'EXECUTE')
        AND pg_catalog.pg_has_role('pg_read_all_settings', 'USAGE') AS allowed`);
    const missed = !collects
        ? 'logging_collector is off, so that the server keeps no log files; give `postgres-log`'
        : 'the role may not read them; grant it pg_monitor and EXECUTE on pg_read_binary_file(text, bigint, bigint), or give `postgres-log`';
    if (!collects || !allowed)
        return { source, entries: [], because: [missed] };
    return { source, ...(await readThrough(session, since)) };
}
async function readThrough(session, since) {
    const files = await session.query(`SELECT pg_catalog.current_setting('log_directory') || '/' || name AS path, size::float8 AS bytes
      FROM pg_catalog.pg_ls_logdir() WHERE modification >= $1 ORDER BY modification DESC`, [since]);
    // The same entries may be written in several formats; the one that tells most is read.
    const format = ['json', 'csv', 'stderr'].find((one) => files.some(({ path }) => formatOf(path) === one));
    const because = [];
    const entries = [];
    let room = MOST;
    for (const { path, bytes } of files.filter((file) => formatOf(file.path) === format)) {
        const length = Math.min(bytes, room);
        room -= length;
        if (length < bytes)
            because.push(`only the last ${MOST / 1024 ** 2} MiB of the log were read`);
        if (length === 0)
            break;
        const { content } = await session.one('SELECT pg_catalog.pg_read_binary_file($1, $2, $3) AS content', [path, bytes - length, length]);
        entries.push(errorsIn(content.toString('utf8'), formatOf(path)));
    }
    return recent(entries.flat(), since, because);
}
function recent(entries, since, because) {
    if (entries.some(({ at }) => at === undefined))
        because.push('lines whose time or time zone can not be read are counted whenever they were written');
    return { entries: entries.filter(({ at }) => at === undefined || at >= since), because };
}
function tail(path) {
    let file;
    try {
        file = (0,external_node_fs_.openSync)(path, 'r');
        const { size } = (0,external_node_fs_.fstatSync)(file);
        const buffer = Buffer.alloc(Math.min(size, MOST));
        (0,external_node_fs_.readSync)(file, buffer, 0, buffer.length, size - buffer.length);
        return { text: buffer.toString('utf8'), cut: size > MOST };
    }
    catch (error) {
        throw new errors/* ActionError */.lZ(`The log ${path} (input \`postgres-log\`) can not be read: ${(0,errors/* messageOf */.bD)(error)}.`, {
            cause: error,
        });
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_.closeSync)(file);
    }
}

// EXTERNAL MODULE: ./build/integrity/analysis.js
var analysis = __webpack_require__(21220);
;// CONCATENATED MODULE: ./build/integrity/analyze.js








/** Looks at the counters and logs of a database since a snapshot, else since an instant. */
async function analyze(server, before, since, logFiles) {
    const now = await (0,transaction/* readAt */.m)(server, server.database, undefined, statistics/* statisticsNow */._);
    return server.use(server.database, async (session) => {
        const counters = before
            ? (0,analysis/* countedSince */.rz)(before, now)
            : {
                unknown: 'there is no snapshot to count from; capture one before a deploy and give it as `snapshot`',
            };
        const { source, entries, because } = logFiles.length > 0 ? readLogFiles(logFiles, since) : await readServerLog(session, since);
        return {
            since: since.toISOString(),
            counters,
            successRate: (0,analysis/* successRate */.sE)(counters),
            serverLog: { source, ...(0,analysis/* summaryOfLog */.YB)(entries, server.database), because },
        };
    });
}
/** Sums up what the pods of workloads have written since an instant. */
async function analyzePods(client, namespace, workloads, since) {
    const all = await Promise.all(workloads.map(async (ref) => {
        try {
            const pods = await (0,workload_pods/* runningPods */.CG)(client, namespace, ref);
            return await Promise.all(pods.map(async (pod) => {
                const lines = (await (0,kubernetes_pods/* logSince */.RK)(client, pod, since)).split('\n').filter((line) => line !== '');
                return { pod: pod.metadata.name, ...(0,analysis/* summaryOfLines */.BQ)(lines) };
            }));
        }
        catch (error) {
            client.signal.throwIfAborted();
            return [{ pod: (0,kinds/* label */.Pf)(ref), unknown: (0,errors/* messageOf */.bD)(error) }];
        }
    }));
    return all.flat();
}


/***/ }),

/***/ 66426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ reachPods),
/* harmony export */   a: () => (/* binding */ askPods)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33266);
/* harmony import */ var _systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20006);
/* harmony import */ var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85738);
/* harmony import */ var _analyze_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51842);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32308);





/**
 * Connects to the cluster of the pods, for the caller to close, where the credentials suffice for commands in them and for
 * their logs; undefined where nothing is asked of any, as then no cluster is needed.
 *
 * @throws ActionError with the missing rules
 */
async function reachPods({ commands, logs }, where, caller) {
    if (commands.length === 0 && logs.length === 0)
        return undefined;
    const connection = (0,_systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .Ng)(where, caller);
    const inside = commands.map((command) => command.in);
    try {
        await (0,_systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_0__/* .requirePermissions */ .A)(connection.client, connection.namespace, [
            ...(inside.length > 0 ? (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .toReach */ .XA)(inside, 'pods/exec') : []),
            ...(logs.length > 0 ? (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .toReach */ .XA)(logs, 'pods/log') : []),
        ]);
        return connection;
    }
    catch (error) {
        connection.client.close();
        throw error;
    }
}
/** Runs commands in pods and sums up their logs. */
async function askPods(connection, { commands, seconds, logs, since }) {
    if (!connection)
        return { commands: [], pods: [] };
    const { client, namespace } = connection;
    const [ran, pods] = await Promise.all([
        (0,_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .runCommands */ .a)(client, namespace, commands, seconds),
        (0,_analyze_js__WEBPACK_IMPORTED_MODULE_3__/* .analyzePods */ .b)(client, namespace, logs, since),
    ]);
    return { commands: ran, pods };
}


/***/ }),

/***/ 32308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseCommand),
/* harmony export */   a: () => (/* binding */ runCommands)
/* harmony export */ });
/* harmony import */ var string_argv__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88579);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41808);
/* harmony import */ var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85738);





/** Characters of a command's output that are told. */
const TOLD = 2000;
/** Reads one line of the input `commands`: `deployment/api-gateway: npm run verify:data:integrity`. @throws ActionError that says what is accepted */
function parseCommand(line) {
    const [, ref = '', text = ''] = /^([^\s:]+):\s+(.*)$/.exec(line) ?? [];
    const argv = (0,string_argv__WEBPACK_IMPORTED_MODULE_4__/* .parseArgsStringToArgv */ .R)(text);
    if (ref && argv.length > 0)
        return { in: (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRef */ .rd)(ref), argv };
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`commands\` has the line ${JSON.stringify(line)}; accepted is a workload and a command, such as "deployment/api-gateway: npm run verify:data:integrity", without a shell.`);
}
/** Runs the commands at the same time, each in one pod of its workload, for `seconds` at most. */
function runCommands(client, namespace, commands, seconds) {
    return Promise.all(commands.map((command) => runCommand(client, namespace, command, seconds)));
}
async function runCommand(client, namespace, command, seconds) {
    const begun = performance.now();
    const late = AbortSignal.timeout(seconds * 1000);
    const limited = client.withSignal(AbortSignal.any([client.signal, late]));
    const told = { in: (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(command.in), command: command.argv.join(' ') };
    let pod = '';
    try {
        const [first] = await (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .runningPods */ .CG)(limited, namespace, command.in);
        pod = first.metadata.name;
        const { exitCode, output } = await (0,_systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .execInPod */ .YE)(limited, first, command.argv);
        return { ...told, pod, exitCode, output: output.slice(-TOLD), seconds: since(begun) };
    }
    catch (error) {
        client.signal.throwIfAborted();
        const output = late.aborted ? `It did not end within ${seconds} s.` : (0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
        return { ...told, pod, exitCode: null, output, seconds: since(begun) };
    }
    finally {
        limited.close();
    }
}
const since = (begun) => Number(((performance.now() - begun) / 1000).toFixed(1));


/***/ }),

/***/ 41808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EP: () => (/* binding */ lastLogLines),
/* harmony export */   RK: () => (/* binding */ logSince),
/* harmony export */   YE: () => (/* binding */ execInPod),
/* harmony export */   dk: () => (/* binding */ openInPod),
/* harmony export */   q_: () => (/* binding */ getThroughProxy),
/* harmony export */   v5: () => (/* binding */ warningsAbout)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38321);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6800);
/* harmony import */ var _runner_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39093);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3090);





/** Bytes of a log that are read. */
const LOG_BYTES = 16 * 1024 * 1024;
const path = ({ metadata }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .objectPath */ .du)(_names_js__WEBPACK_IMPORTED_MODULE_4__/* .CORE */ .M2, metadata.namespace, 'pods', metadata.name);
/** The last lines that a container wrote, of its last life where it has died; empty where there are none. */
async function lastLogLines(client, pod, container, lines) {
    for (const previous of ['true', 'false']) {
        try {
            const query = { container, tailLines: lines, previous };
            const log = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(await client.open('GET', `${path(pod)}/log`, { query }, _runner_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.POD_LOG_SILENCE_MS));
            if (log.trim())
                return log.trimEnd().split('\n');
        }
        catch (error) {
            client.signal.throwIfAborted();
            // A container that never ran has no log; a log that can't be had must not hold up the failure that it explains.
            if (previous === 'false')
                return [`(no log: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)})`];
        }
    }
    return [];
}
/** What the default container of a pod has written since an instant, the first 16 MiB of it. */
async function logSince(client, pod, since) {
    const sinceSeconds = Math.max(1, Math.ceil((Date.now() - since.getTime()) / 1000));
    const query = { container: containerOf(pod), sinceSeconds, limitBytes: LOG_BYTES };
    return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(await client.open('GET', `${path(pod)}/log`, { query }, _runner_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.POD_LOG_SILENCE_MS));
}
/** The warnings that the cluster has about an object, oldest first. */
async function warningsAbout(client, namespace, uid) {
    const { items } = await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .objectPath */ .du)(_names_js__WEBPACK_IMPORTED_MODULE_4__/* .CORE */ .M2, namespace, 'events'), {
        fieldSelector: `involvedObject.uid=${uid},type=Warning`,
    });
    return items.sort((a, b) => when(a).localeCompare(when(b)));
}
const when = (event) => event.lastTimestamp ?? event.eventTime ?? '';
/** One HTTP GET that the API server makes for us to a pod; a status that is not 2xx is an ApiError. `silence` in milliseconds. */
async function getThroughProxy(client, pod, target, silence) {
    const scheme = target.scheme === 'https' ? 'https:' : '';
    const { namespace, name } = pod.metadata;
    const at = (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .objectPath */ .du)(_names_js__WEBPACK_IMPORTED_MODULE_4__/* .CORE */ .M2, namespace, 'pods', name).slice(0, -name.length);
    const proxied = `${at}${scheme}${name}:${target.port}/proxy${target.path}`;
    (await client.open('GET', proxied, {}, silence)).resume();
}
/** The one that kubectl takes where none is named. */
const containerOf = ({ metadata, spec }) => metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? spec.containers[0]?.name ?? '';
/** Runs a command in a pod's default container, else its first. No shell is involved. */
async function execInPod(client, pod, argv) {
    const chunks = [];
    const hear = (chunk) => void chunks.push(chunk);
    const { ended } = await openInPod(client, pod, argv, hear, null);
    const { exitCode, message } = await ended;
    return { exitCode, output: Buffer.concat(chunks).toString().trim() || message };
}
/**
 * Starts a command in the same way and leaves it running: `hear` gets what it says, `stdin` is what it reads. `ended`
 * fails where the connection closes first, or the client's signal aborts.
 *
 * @throws an error with the server's words, or the signal's reason
 */
async function openInPod(client, pod, argv, hear, stdin) {
    const { Exec } = await __webpack_require__.e(/* import() */ 149).then(__webpack_require__.bind(__webpack_require__, 98149));
    const sink = () => new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({
        write: (chunk, _encoding, done) => {
            hear(chunk);
            done();
        },
    });
    const { namespace, name } = pod.metadata;
    const { promise, resolve, reject } = Promise.withResolvers();
    const told = (status) => resolve(status);
    const { signal } = client;
    const exec = new Exec(client.config);
    const container = containerOf(pod);
    const opening = exec.exec(namespace, name, container, [...argv], sink(), sink(), stdin, false, told);
    const socket = await unlessAborted(opening, signal).catch((event) => {
        // One that is opened later is of no use any more.
        opening.then((late) => late.close(), () => { });
        signal.throwIfAborted();
        throw new Error(event.message ?? 'the connection was refused');
    });
    const abort = () => {
        // A server that hangs does not answer this, and nobody waits for it.
        socket.close();
        reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
    socket.onclose = () => {
        signal.removeEventListener('abort', abort);
        reject(new Error('the connection closed before the command ended'));
    };
    return { ended: promise.then(endOf), close: () => socket.close() };
}
/** What a promise gives, or the signal's reason as soon as it aborts. */
function unlessAborted(promise, signal) {
    const aborted = Promise.withResolvers();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', abort);
    if (signal.aborted)
        abort();
    return Promise.race([promise, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}
function endOf({ status, message = '', details }) {
    const cause = details?.causes?.find((item) => item.reason === 'ExitCode');
    return { exitCode: status === 'Success' ? 0 : Number(cause?.message ?? 1), message };
}


/***/ })

};

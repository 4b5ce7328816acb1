export const id = 662;
export const ids = [662];
export const modules = {

/***/ 64662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ verify_integrity_action)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
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

// EXTERNAL MODULE: ./build/systems/postgres/integrity/tables.js
var integrity_tables = __webpack_require__(20676);
;// CONCATENATED MODULE: ./build/integrity/analysis.js

/** How many kinds of error and tables are told. */
const analysis_MOST = 20;
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
    const known = new Map(before.writes.map((table) => [(0,integrity_tables/* nameOf */.Vb)(table), table]));
    const zero = { inserted: '0', updated: '0', deleted: '0' };
    const all = now.writes.map((table) => {
        const was = known.get((0,integrity_tables/* nameOf */.Vb)(table)) ?? zero;
        const since = (key) => Math.max(0, grown(was[key], table[key]));
        return {
            table: (0,integrity_tables/* nameOf */.Vb)(table),
            inserted: since('inserted'),
            updated: since('updated'),
            deleted: since('deleted'),
        };
    });
    const sum = (table) => table.inserted + table.updated + table.deleted;
    return all
        .filter((table) => sum(table) > 0)
        .sort((a, b) => sum(b) - sum(a))
        .slice(0, analysis_MOST);
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
        messages: messages.sort((a, b) => b.count - a.count).slice(0, analysis_MOST),
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

;// CONCATENATED MODULE: ./build/integrity/analyze.js








/** Looks at the counters and logs of a database since a snapshot, else since an instant. */
async function analyze(server, before, since, logFiles) {
    const now = await (0,transaction/* readAt */.m)(server, server.database, undefined, statistics/* statisticsNow */._);
    return server.use(server.database, async (session) => {
        const counters = before
            ? countedSince(before, now)
            : {
                unknown: 'there is no snapshot to count from; capture one before a deploy and give it as `snapshot`',
            };
        const { source, entries, because } = logFiles.length > 0 ? readLogFiles(logFiles, since) : await readServerLog(session, since);
        return {
            since: since.toISOString(),
            counters,
            successRate: successRate(counters),
            serverLog: { source, ...summaryOfLog(entries, server.database), because },
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
                return { pod: pod.metadata.name, ...summaryOfLines(lines) };
            }));
        }
        catch (error) {
            client.signal.throwIfAborted();
            return [{ pod: (0,kinds/* label */.Pf)(ref), unknown: (0,errors/* messageOf */.bD)(error) }];
        }
    }));
    return all.flat();
}

// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
// EXTERNAL MODULE: ./build/integrity/commands.js
var integrity_commands = __webpack_require__(32308);
;// CONCATENATED MODULE: ./build/integrity/cluster.js



/** Runs commands in pods and sums up their logs. */
async function askPods(work, where, caller) {
    const { commands, logs } = work;
    if (commands.length === 0 && logs.length === 0)
        return { commands: [], pods: [] };
    const { client, namespace } = (0,connect/* connect */.N)(where, caller);
    try {
        const [ran, pods] = await Promise.all([
            (0,integrity_commands/* runCommands */.a)(client, namespace, commands, work.seconds),
            analyzePods(client, namespace, logs, work.since),
        ]);
        return { commands: ran, pods };
    }
    finally {
        client.close();
    }
}

// EXTERNAL MODULE: ./build/systems/postgres/integrity/capture.js + 4 modules
var capture = __webpack_require__(27671);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/differences.js
var differences = __webpack_require__(13241);
;// CONCATENATED MODULE: ./build/integrity/judge.js

/** Judges every difference by what was expected; drift comes first. */
function judge(found, expect, located = new Map()) {
    const findings = [
        ...found.tables.map((table) => judgeTable(table, expect, located.get((0,integrity_tables/* nameOf */.Vb)(table)))),
        ...found.schema.map((object) => finding(object, judgeSchema(object, expect), `is ${object.change}`)),
        ...found.sequences.map((sequence) => finding(sequence, judgeSequence(sequence, expect), `is ${told(sequence, 'at ')}`)),
        ...found.others.map((other) => finding(other, judgeOther(other, expect), `is ${told(other)}`)),
    ];
    const order = ['drift', 'open', 'allowed'];
    return findings.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}
function finding({ kind, name }, verdict, what) {
    return { kind, name, verdict, what };
}
function told({ change, before, after }, at = '') {
    if (change !== 'changed')
        return change;
    return before || after ? `${at}${after}, was ${at}${before}` : change;
}
const judgeSchema = ({ change }, expect) => expect === 'no-loss' && change === 'added' ? 'allowed' : 'drift';
function judgeSequence({ change, behind }, expect) {
    if (expect === 'schema-only')
        return change === 'changed' ? 'allowed' : 'drift';
    if (expect === 'no-loss')
        return behind || change === 'lost' ? 'drift' : 'allowed';
    return 'drift';
}
/** Extensions and invalid objects belong to the schema, migrations and large objects to the data. */
function judgeOther({ kind, change, before, after }, expect) {
    const isData = kind === 'migrations' || kind === 'large objects';
    if (expect === 'schema-only')
        return isData ? 'allowed' : 'drift';
    if (expect === 'identical')
        return 'drift';
    if (kind === 'large objects')
        return BigInt(after ?? 0) > BigInt(before ?? 0) ? 'allowed' : 'drift';
    if (kind === 'migrations')
        return change === 'lost' ? 'drift' : 'allowed';
    // An index that is not valid any more, or a constraint that nobody checked, is no loss of rows.
    return kind === 'extension' && change !== 'added' ? 'drift' : 'allowed';
}
function judgeTable(table, expect, rows) {
    const verdict = expect === 'schema-only' ? 'allowed' : expect === 'identical' ? 'drift' : lossOf(table, rows);
    return { kind: 'table', name: (0,integrity_tables/* nameOf */.Vb)(table), verdict, what: rowsTold(table, rows) };
}
/** Rows may have been added; none may be gone or have changed. */
function lossOf({ change, rowsBefore, rowsAfter, otherColumns, ranges }, rows) {
    if (change !== 'changed')
        return change === 'lost' ? 'drift' : 'allowed';
    if (rows)
        return rows.onlyA > 0 || rows.changed > 0 ? 'drift' : 'allowed';
    const fewer = (before, after) => BigInt(after ?? 0) < BigInt(before ?? 0);
    if (fewer(rowsBefore, rowsAfter))
        return 'drift';
    if (otherColumns)
        return 'open';
    if (rowsBefore === rowsAfter)
        return 'drift';
    if (ranges.some((range) => fewer(range.rowsBefore, range.rowsAfter) || range.rowsBefore === range.rowsAfter))
        return 'drift';
    // More rows in a range that had some can hide a change among them.
    return ranges.length > 0 && ranges.every((range) => range.rowsBefore === '0') ? 'allowed' : 'open';
}
function rowsTold({ change, rowsBefore, rowsAfter, otherColumns }, rows) {
    if (change === 'lost')
        return `is lost, with ${rowsBefore} rows`;
    if (change === 'added')
        return `is added, with ${rowsAfter} rows`;
    if (rows)
        return `${rows.onlyA} rows are gone, ${rows.onlyB} new, ${rows.changed} changed`;
    const before = BigInt(rowsBefore ?? 0);
    const after = BigInt(rowsAfter ?? 0);
    if (otherColumns)
        return `has other columns; ${before} rows before, ${after} now`;
    if (after < before)
        return `${before - after} of ${before} rows are gone`;
    if (after > before)
        return `has ${after - before} rows more than the ${before} before`;
    return `has ${before} rows as before, but not the same ones`;
}

// EXTERNAL MODULE: ./build/systems/postgres/integrity/rows.js + 1 modules
var integrity_rows = __webpack_require__(8762);
;// CONCATENATED MODULE: ./build/integrity/locate.js



/** Milliseconds that looking for rows may take in all; the verdict must not wait for more. */
const PATIENCE = 120_000;
/** Looks at tables that have changed row by row, between the database as it was (`before`) and as it is. */
async function locate(found, before, after, { limit, signal }) {
    const rows = new Map();
    const missed = [];
    const late = AbortSignal.timeout(PATIENCE);
    for (const table of found.tables.filter(({ change }) => change === 'changed')) {
        try {
            rows.set((0,integrity_tables/* nameOf */.Vb)(table), await (0,integrity_rows/* rowDifferences */.p)(before, after, table, { limit, signal: AbortSignal.any([signal, late]) }));
        }
        catch (error) {
            signal.throwIfAborted();
            const because = late.aborted ? `not found within ${PATIENCE / 1000} s` : (0,errors/* messageOf */.bD)(error);
            missed.push({ table: (0,integrity_tables/* nameOf */.Vb)(table), because });
        }
    }
    return { rows, missed };
}

;// CONCATENATED MODULE: ./build/integrity/compare.js




/**
 * Compares a database with an earlier snapshot of it, and, where the database as it was is still there (`other`), says
 * which rows differ. Without a snapshot, the other database is the earlier state.
 */
async function compare(now, snapshot, other, { scope, expect, jobs, limit, signal, progress }) {
    const asked = scope.tables.length > 0 || scope.exclude.length > 0;
    const used = asked || !snapshot ? scope : snapshot.scope;
    const take = (place, like) => (0,capture/* captureSnapshot */.d)(place.server, place.database, { ...used, jobs, signal, progress, ...(like && { like }) });
    const before = (0,differences/* within */.ux)(snapshot ?? (await take(other)), used);
    const after = await take(now, before);
    const found = (0,differences/* differences */.tX)(before, after);
    const looks = other && limit > 0 && expect !== 'schema-only';
    const located = looks
        ? await locate(found, other, now, { limit, signal })
        : { rows: new Map(), missed: [] };
    return { before, after, tables: found.tables, findings: judge(found, expect, located.rows), located };
}

;// CONCATENATED MODULE: ./build/integrity/preview.js

/** What a capture would read: says so in one sentence. @throws ActionError where a table may not be read */
async function preview(server, scope) {
    return server.use(server.database, async (session) => {
        const tables = (await (0,integrity_tables/* tablesOf */.tI)(session)).filter((0,integrity_tables/* scopeOf */.Od)(scope)).filter(({ kind }) => kind === 'table');
        (0,integrity_tables/* requireReadable */.CM)(tables, server.user);
        const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
        return `Planned: ${tables.length} tables of ${server.database} with ${(bytes / 1e6).toFixed(1)} MB would be read; nothing was read.`;
    });
}

// EXTERNAL MODULE: ./build/runner/markdown.js
var markdown = __webpack_require__(71134);
;// CONCATENATED MODULE: ./build/integrity/report.js

/** An output holds 1 MiB at most; of each list, so many entries. */
const report_MOST = 500;
const RANGES = 20;
/** How a comparison was made, and what it can't see: what every reading of it must say. */
const METHOD = {
    rows: 'the number of rows and the sum of the 64-bit hashes of their texts (hashtextextended), by table, all as of one instant',
    schema: 'the hash of each definition as PostgreSQL writes it',
    blind: [
        'rows made on purpose so that their hashes are equal',
        'changes that were made and undone in between',
        'damaged indexes (pg_amcheck finds those) and standbys that differ from their primary',
        'owners, grants, and settings of databases and roles',
    ],
};
/** The figures of a snapshot. Rows as a text: there can be more than a number holds. */
function totals({ tables }) {
    return { tables: tables.length, rows: String(tables.reduce((sum, { rows }) => sum + BigInt(rows), 0n)) };
}
/** The output `report` of a capture. */
function captureReport(snapshot, commands) {
    return {
        mode: 'capture',
        database: snapshot.database,
        at: snapshot.at,
        method: METHOD,
        tables: snapshot.tables
            .slice(0, report_MOST)
            .map((table) => ({ name: (0,integrity_tables/* nameOf */.Vb)(table), rows: table.rows, unlogged: table.unlogged })),
        told: snapshot.told.slice(0, report_MOST),
        commands,
    };
}
/** The output `report` of a comparison. */
function comparisonReport({ before, after, tables, findings, located }, expect, commands) {
    return {
        mode: 'compare',
        expect,
        before: { database: before.database, at: before.at, ...totals(before) },
        after: { database: after.database, at: after.at, ...totals(after) },
        method: { ...METHOD, limits: limitsOf(before, after) },
        findings: findings.slice(0, report_MOST),
        tables: tables.slice(0, report_MOST).map((table) => ({ ...table, ranges: table.ranges.slice(0, RANGES) })),
        rows: Object.fromEntries(located.rows),
        missed: located.missed,
        told: after.told.slice(0, report_MOST),
        commands,
    };
}
/** The output `report` of an analysis. */
const analysisReport = (analysis, commands) => ({
    mode: 'analyze',
    ...analysis,
    commands,
});
/** What of this comparison is weaker than usual, as sentences. */
function limitsOf(before, after) {
    const major = ({ serverVersion }) => Math.floor(serverVersion / 10000);
    const unlogged = after.tables.filter((table) => table.unlogged).map(integrity_tables/* nameOf */.Vb);
    const uncounted = before.largeObjects.hash === null || after.largeObjects.hash === null;
    return [
        ...(major(before) === major(after)
            ? []
            : [
                `Views, rules, policies and SQL functions were compared by name and columns alone, because PostgreSQL ${major(before)} and ${major(after)} write their definitions differently.`,
            ]),
        ...(unlogged.length === 0
            ? []
            : [`Unlogged, so that a crash or a failover empties them: ${unlogged.slice(0, RANGES).join(', ')}.`]),
        ...(uncounted ? ['Large objects were only counted.'] : []),
    ];
}

;// CONCATENATED MODULE: ./build/integrity/sentences.js


/** `1,234`: numbers as people read them. */
const grouped = (number) => BigInt(number).toLocaleString('en');
/** What a capture ends with. */
function capturedSentence(snapshot, path) {
    return `Captured: ${size(snapshot)} of ${snapshot.database}, in ${path}.`;
}
/** What a comparison ends with: the verdict, and the worst of what was found. */
function comparedSentence({ before, after, findings }, expect) {
    const of = (verdict) => findings.filter((finding) => finding.verdict === verdict);
    const drift = of('drift');
    const open = of('open');
    const [first] = drift;
    const than = `${before.database} as of ${before.at}`;
    if (first) {
        const more = drift.length > 1 ? `, and ${grouped(drift.length - 1)} more differences` : '';
        return `Drift: in ${after.database}, the ${first.kind} ${first.name} ${first.what}${more}, compared with ${than}; the summary names them.`;
    }
    const all = `Intact: ${size(after)} of ${after.database} are ${EXPECTED[expect]} ${than}`;
    if (open.length === 0)
        return `${all}.`;
    return `${all}, as far as it can be told: in ${open.length} tables new rows could hide changed ones; give the database as it was as \`compare-with\`.`;
}
const EXPECTED = {
    identical: 'identical to',
    'no-loss': 'there, with nothing lost since',
    'schema-only': 'by their schema those of',
};
/** What an analysis ends with. */
function analyzedSentence(database, { since, successRate, serverLog, pods }) {
    const rate = `success rate of transactions ${percent(successRate)}`;
    const errors = `${grouped(serverLog.errors)} errors in the server's log`;
    const unread = serverLog.because.length > 0 ? ` (${serverLog.because[0]})` : '';
    const lines = pods.length > 0 ? `, logs of ${pods.length} pods read` : '';
    return `Analyzed ${database} since ${since}: ${rate}; ${errors}${unread}${lines}.`;
}
/** What is said where a service's own check fails. */
function failedCommand(commands) {
    const failed = commands.filter(({ exitCode }) => exitCode !== 0);
    const [first] = failed;
    if (!first)
        return undefined;
    const ended = first.exitCode === null ? first.output : `ended with ${first.exitCode}: ${first.output.slice(-300)}`;
    const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : '';
    return `The check "${first.command}" in ${first.in} failed${more}: ${ended}`;
}
function size(snapshot) {
    const { tables, rows } = totals(snapshot);
    return `${grouped(tables)} tables with ${grouped(rows)} rows`;
}

;// CONCATENATED MODULE: ./build/integrity/render.js




/** Lines of a table in the summary. */
const render_MOST = 100;
/** Ranges of keys that are named of one table. */
const render_RANGES = 5;
const ICONS = { drift: '❌', open: '❔', allowed: '✅' };
/** The summary of a capture. */
function captureSummary(sentence, snapshot, commands) {
    const rows = snapshot.tables
        .toSorted((a, b) => (BigInt(a.rows) > BigInt(b.rows) ? -1 : 1))
        .slice(0, render_MOST)
        .map((each) => [(0,markdown/* code */.aY)((0,integrity_tables/* nameOf */.Vb)(each)), grouped(each.rows), each.unlogged ? 'unlogged' : '']);
    return page([
        `## ${(0,markdown/* inert */.tJ)(sentence)}`,
        (0,markdown/* table */.tp)(['Table', 'Rows', ''], rows),
        rest(snapshot.tables.length),
        commandTable(commands),
        toldTable(snapshot),
    ]);
}
/** The summary of a comparison: what differs, worst first, then which rows, then how it was compared. */
function comparisonSummary(sentence, comparison, commands) {
    const { findings, before, after } = comparison;
    const rows = findings
        .slice(0, render_MOST)
        .map(({ verdict, kind, name, what }) => [ICONS[verdict], (0,markdown/* inert */.tJ)(kind), (0,markdown/* code */.aY)(name), (0,markdown/* inert */.tJ)(what)]);
    return page([
        `## ${(0,markdown/* inert */.tJ)(sentence)}`,
        rows.length > 0 ? (0,markdown/* table */.tp)(['', 'What', 'Name', 'Since the snapshot it'], rows) : '',
        rest(findings.length),
        rowTable(comparison),
        commandTable(commands),
        toldTable(after),
        `Compared with ${(0,markdown/* code */.aY)(before.database)} of ${before.at}: ${(0,markdown/* inert */.tJ)(METHOD.rows)}; ${(0,markdown/* inert */.tJ)(METHOD.schema)}. ${limitsOf(before, after).map(markdown/* inert */.tJ).join(' ')} This can't see ${METHOD.blind.join('; ')}.`,
    ]);
}
/** The services' own checks. */
function commandTable(commands) {
    if (commands.length === 0)
        return '';
    const rows = commands.map((each) => [
        each.exitCode === 0 ? '✅' : '❌',
        (0,markdown/* code */.aY)(each.in),
        (0,markdown/* code */.aY)(each.command),
        each.exitCode === null ? '–' : String(each.exitCode),
        `${each.seconds} s`,
        (0,markdown/* inert */.tJ)(each.output.slice(-300)),
    ]);
    return (0,markdown/* table */.tp)(['', 'In', 'Command', 'Exit code', 'Time', 'Output'], rows);
}
function rowTable({ tables, located }) {
    const rows = [];
    for (const [name, found] of located.rows)
        for (const example of found.examples)
            rows.push([
                (0,markdown/* code */.aY)(name),
                (0,markdown/* inert */.tJ)(WHERE[example.where]),
                keyTold(example),
                (0,markdown/* inert */.tJ)(example.columns.join(', ')),
            ]);
    for (const { table: name, because } of located.missed)
        rows.push([(0,markdown/* code */.aY)(name), (0,markdown/* inert */.tJ)(because), '', '']);
    for (const each of tables.filter((one) => !located.rows.has((0,integrity_tables/* nameOf */.Vb)(one)))) {
        for (const { keys, rowsBefore, rowsAfter } of each.ranges.slice(0, render_RANGES))
            rows.push([
                (0,markdown/* code */.aY)((0,integrity_tables/* nameOf */.Vb)(each)),
                `${grouped(rowsBefore)} rows before, ${grouped(rowsAfter)} now`,
                (0,markdown/* code */.aY)(keys),
                '',
            ]);
        if (each.ranges.length > render_RANGES)
            rows.push([(0,markdown/* code */.aY)((0,integrity_tables/* nameOf */.Vb)(each)), `and ${each.ranges.length - render_RANGES} more ranges of keys`, '', '']);
    }
    return rows.length > 0 ? (0,markdown/* table */.tp)(['Table', 'Rows', 'Key', 'Columns'], rows.slice(0, render_MOST)) : '';
}
const WHERE = { onlyA: 'gone', onlyB: 'new', changed: 'changed' };
const keyTold = ({ key }) => (0,markdown/* code */.aY)(Object.entries(key)
    .map(([column, value]) => `${column} = ${value}`)
    .join(', '));
function toldTable({ told }) {
    if (told.length === 0)
        return '';
    const rows = told
        .slice(0, render_MOST)
        .map(({ kind, name, because }) => [(0,markdown/* inert */.tJ)(kind), (0,markdown/* code */.aY)(name), (0,markdown/* inert */.tJ)(because)]);
    return page([(0,markdown/* table */.tp)(['Not compared', 'Name', 'Because'], rows), rest(told.length)]);
}
const rest = (count) => count > render_MOST ? `${grouped(count - render_MOST)} more are in the output \`report\`, as far as they fit.` : '';
/** The parts of a page that are not empty. */
const page = (parts) => parts.filter((part) => part !== '').join('\n\n');

;// CONCATENATED MODULE: ./build/integrity/render-analysis.js




/** The summary of an analysis: the figures, then writes by table, then what the logs say. */
function analysisSummary(sentence, analysis, commands) {
    const { counters, serverLog, since, pods } = analysis;
    const writes = 'value' in counters ? counters.value.writes : [];
    return page([
        `## ${(0,markdown/* inert */.tJ)(sentence)}`,
        (0,markdown/* table */.tp)(['Since', (0,markdown/* inert */.tJ)(since)], figures(analysis)),
        writes.length === 0
            ? ''
            : (0,markdown/* table */.tp)(['Writes, those rolled back included', 'Inserted', 'Updated', 'Deleted'], writes.map((each) => [
                (0,markdown/* code */.aY)(each.table),
                ...[each.inserted, each.updated, each.deleted].map(grouped),
            ])),
        serverLog.messages.length === 0
            ? ''
            : (0,markdown/* table */.tp)(['Errors in the server’s log', 'Code', 'Times'], serverLog.messages.map(({ message, code: state, count }) => [
                (0,markdown/* inert */.tJ)(message),
                (0,markdown/* inert */.tJ)(state ?? ''),
                grouped(count),
            ])),
        podTable(pods),
        commandTable(commands),
    ]);
}
function figures({ counters, successRate, serverLog }) {
    const counted = 'value' in counters
        ? [
            ['Transactions committed', grouped(counters.value.commits)],
            ['Transactions rolled back', grouped(counters.value.rollbacks)],
            ['Deadlocks', grouped(counters.value.deadlocks)],
            ['Queries cancelled by recovery conflicts', grouped(counters.value.conflicts)],
            [
                'Statements (pg_stat_statements)',
                counters.value.statements === null ? 'unknown' : grouped(counters.value.statements),
            ],
        ]
        : [];
    const failed = serverLog.failedTransactions;
    return [
        ['Success rate (committed of all ended)', (0,markdown/* inert */.tJ)(percent(successRate))],
        ...counted,
        [
            'Errors in the log',
            `${grouped(serverLog.errors)}${failed === null ? '' : `, in ${grouped(failed)} transactions`}`,
        ],
        [
            'Deadlocks, serialization failures in the log',
            `${grouped(serverLog.deadlocks)}, ${grouped(serverLog.serializationFailures)}`,
        ],
        ['Read from', (0,markdown/* inert */.tJ)([serverLog.source, ...serverLog.because].join('; '))],
    ];
}
function podTable(pods) {
    if (pods.length === 0)
        return '';
    const rows = pods.map((log) => 'unknown' in log
        ? [(0,markdown/* code */.aY)(log.pod), (0,markdown/* inert */.tJ)(log.unknown), '', '', '']
        : [(0,markdown/* code */.aY)(log.pod), ...[log.lines, log.errors, log.writes].map(grouped), (0,markdown/* inert */.tJ)(percent(log.successRate))]);
    return (0,markdown/* table */.tp)(['Pod', 'Lines', 'With errors', 'With writes', 'Writes without error'], rows);
}

// EXTERNAL MODULE: ./build/integrity/rights.js
var rights = __webpack_require__(21969);
// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/values.js
var values = __webpack_require__(4885);
// EXTERNAL MODULE: ./build/systems/postgres/integrity/snapshot.js
var integrity_snapshot = __webpack_require__(39105);
// EXTERNAL MODULE: ./build/systems/postgres/session.js
var session = __webpack_require__(21737);
;// CONCATENATED MODULE: ./build/actions/verify-integrity.js






















const inputs = {
    mode: (0,values/* choice */.Yq)(['capture', 'compare', 'analyze']),
    databaseUrl: (0,values/* secret */.rJ)(),
    database: dist/* optional */.lqM((0,values/* text */.Qq)()),
    tables: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    excludeTables: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    snapshot: dist/* optional */.lqM((0,values/* text */.Qq)()),
    expect: dist/* optional */.lqM((0,values/* choice */.Yq)(['identical', 'no-loss', 'schema-only']), 'identical'),
    compareWith: dist/* optional */.lqM((0,values/* text */.Qq)()),
    compareWithUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    locate: dist/* optional */.lqM((0,values/* integer */.nd)(0), '20'),
    jobs: dist/* optional */.lqM((0,values/* integer */.nd)(1), '4'),
    since: dist/* optional */.lqM((0,values/* duration */.p0)()),
    postgresLog: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    logs: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    commands: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
    commandTimeout: dist/* optional */.lqM((0,values/* duration */.p0)(), '5m'),
    kubeconfig: dist/* optional */.lqM((0,values/* text */.Qq)()),
    context: dist/* optional */.lqM((0,values/* text */.Qq)()),
    namespace: dist/* optional */.lqM((0,values/* text */.Qq)()),
};
/** Seconds that an analysis looks back where neither `since` nor a snapshot says how far. */
const LOOK_BACK = 3600;
/** Takes down the state of a database, compares it with an earlier one, or says what happened in between. */
const verify_integrity_action = (0,action/* defineAction */.Q)({ name: 'verify-integrity', inputs, changes: false, main });
async function main(inputs, context) {
    const named = session.Server.parse(inputs.databaseUrl, context);
    const server = inputs.database ? named.withDatabase(inputs.database) : named;
    const work = podWorkOf(inputs);
    // Reading every table may take minutes, after which nobody wants to hear what was known before.
    await (0,rights/* checkPods */.X)(work, inputs, context);
    if (context.dryRun)
        return { result: 'planned', message: await preview(server, scopeOf(inputs)) };
    const event = { component: `database/${server.database}`, step: inputs.mode };
    const begun = performance.now();
    context.record({ ...event, status: 'started' });
    const modes = { capture: verify_integrity_capture, compare: compareNow, analyze: analyzeNow };
    const outcome = await modes[inputs.mode](server, inputs, work, context).catch((error) => {
        context.record({
            ...event,
            status: 'failed',
            seconds: secondsSince(begun),
            message: error.message,
        });
        throw error;
    });
    const status = outcome.result === 'drift' || outcome.result === 'failed' ? 'failed' : 'done';
    const { report: _, ...evidence } = outcome.outputs ?? {};
    context.record({ ...event, status, seconds: secondsSince(begun), message: outcome.message, evidence });
    return outcome;
}
async function verify_integrity_capture(server, inputs, work, context) {
    const options = {
        ...scopeOf(inputs),
        jobs: inputs.jobs,
        ranges: inputs.locate > 0,
        signal: context.signal,
        progress: progressOf(context),
    };
    const snapshot = await (0,capture/* captureSnapshot */.d)(server, server.database, options);
    const path = snapshotPath(inputs);
    (0,integrity_snapshot/* writeSnapshot */.oF)(path, snapshot);
    const { commands } = await askPods(work, inputs, context);
    const report = captureReport(snapshot, commands);
    const { tables, rows } = totals(snapshot);
    const failed = failedCommand(commands);
    const message = failed ?? capturedSentence(snapshot, path);
    return {
        result: failed ? 'failed' : 'captured',
        message,
        outputs: { report, snapshot: path, tables, rows },
        summary: captureSummary(message, snapshot, commands),
    };
}
async function compareNow(server, inputs, work, context) {
    const path = snapshotPath(inputs);
    const other = otherPlace(server, inputs, context);
    // The other database is the earlier state where no snapshot was named.
    const snapshot = other && !inputs.snapshot ? undefined : (0,integrity_snapshot/* readSnapshot */.RA)(path);
    const found = await compare({ server, database: server.database }, snapshot, other, {
        scope: scopeOf(inputs),
        expect: inputs.expect,
        jobs: inputs.jobs,
        limit: inputs.locate,
        signal: context.signal,
        progress: progressOf(context),
    });
    const { commands } = await askPods(work, inputs, context);
    return compared(found, commands, inputs, snapshot && path);
}
function compared(found, commands, { expect }, snapshot) {
    const drifted = found.findings.some(({ verdict }) => verdict === 'drift');
    const report = comparisonReport(found, expect, commands);
    const { tables, rows } = totals(found.after);
    const failed = failedCommand(commands);
    const message = !drifted && failed ? failed : comparedSentence(found, expect);
    return {
        result: drifted || failed ? 'drift' : 'intact',
        message,
        outputs: { report, snapshot: snapshot ?? '', tables, rows },
        summary: comparisonSummary(message, found, commands),
    };
}
async function analyzeNow(server, inputs, work, context) {
    const path = snapshotPath(inputs);
    const before = inputs.snapshot || (0,external_node_fs_.existsSync)(path) ? (0,integrity_snapshot/* readSnapshot */.RA)(path) : undefined;
    const back = (seconds) => new Date(Date.now() - seconds * 1000);
    const captured = before ? new Date(before.at) : back(LOOK_BACK);
    const since = inputs.since ? back(inputs.since) : captured;
    const database = await analyze(server, before, since, inputs.postgresLog);
    const { commands, pods } = await askPods({ ...work, since }, inputs, context);
    const analysis = { ...database, pods };
    const report = analysisReport(analysis, commands);
    const failed = failedCommand(commands);
    const message = failed ?? analyzedSentence(server.database, analysis);
    return {
        result: failed ? 'failed' : 'analyzed',
        message,
        outputs: { report, snapshot: before ? path : '' },
        summary: analysisSummary(message, analysis, commands),
    };
}
const scopeOf = ({ tables, excludeTables }) => ({ tables, exclude: excludeTables });
const snapshotPath = ({ snapshot }) => snapshot ?? (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'integrity-snapshot.json');
function podWorkOf(inputs) {
    return {
        commands: inputs.commands.map(integrity_commands/* parseCommand */.R),
        seconds: inputs.commandTimeout,
        logs: inputs.logs.map(kinds/* parseRef */.rd),
        since: new Date(),
    };
}
function otherPlace(server, { compareWith, compareWithUrl }, context) {
    if (compareWith && compareWithUrl)
        throw new errors/* ActionError */.lZ('Give `compare-with` or `compare-with-url`, not both.');
    if (compareWith)
        return { server, database: compareWith };
    if (!compareWithUrl)
        return undefined;
    const other = session.Server.parse(compareWithUrl, context);
    return { server: other, database: other.database };
}
const progressOf = ({ log }) => (done, all, table) => log.info(`… ${done} of ${all} tables: ${(0,integrity_tables/* nameOf */.Vb)(table)} has ${table.rows} rows`);
const secondsSince = (begun) => (performance.now() - begun) / 1000;


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

/***/ 21969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ checkPods)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33266);
/* harmony import */ var _systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20006);
/* harmony import */ var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85738);



/** Asks whether the credentials suffice for commands in pods and for their logs; where nothing is asked, no cluster is needed. @throws ActionError with the missing rules */
async function checkPods({ commands, logs }, where, caller) {
    if (commands.length === 0 && logs.length === 0)
        return;
    const { client, namespace } = (0,_systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .N)(where, caller);
    try {
        const inside = commands.map((command) => command.in);
        await (0,_systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_0__/* .requirePermissions */ .A)(client, namespace, [
            ...(inside.length > 0 ? (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .toReach */ .XA)(inside, 'pods/exec') : []),
            ...(logs.length > 0 ? (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .toReach */ .XA)(logs, 'pods/log') : []),
        ]);
    }
    finally {
        client.close();
    }
}


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



/** Milliseconds without a byte of a log. */
const LOG_SILENCE = 3000;
/** Bytes of a log that are read. */
const LOG_BYTES = 16 * 1024 * 1024;
const path = (pod) => `/api/v1/namespaces/${pod.metadata.namespace}/pods/${pod.metadata.name}`;
/** The last lines that a container wrote, of its last life where it has died; empty where there are none. */
async function lastLogLines(client, pod, container, lines) {
    for (const previous of ['true', 'false']) {
        try {
            const query = { container, tailLines: lines, previous };
            const log = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(await client.open('GET', `${path(pod)}/log`, { query }, LOG_SILENCE));
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
    return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(await client.open('GET', `${path(pod)}/log`, { query }, LOG_SILENCE));
}
/** The warnings that the cluster has about an object, oldest first. */
async function warningsAbout(client, namespace, uid) {
    const { items } = await client.list(`/api/v1/namespaces/${namespace}/events`, {
        fieldSelector: `involvedObject.uid=${uid},type=Warning`,
    });
    return items.sort((a, b) => when(a).localeCompare(when(b)));
}
const when = (event) => event.lastTimestamp ?? event.eventTime ?? '';
/** One HTTP GET that the API server makes for us to a pod; a status that is not 2xx is an ApiError. `silence` in milliseconds. */
async function getThroughProxy(client, pod, target, silence) {
    const scheme = target.scheme === 'https' ? 'https:' : '';
    const proxied = `/api/v1/namespaces/${pod.metadata.namespace}/pods/${scheme}${pod.metadata.name}:${target.port}/proxy${target.path}`;
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

export const id = 6426;
export const ids = [6426];
export const modules = {

/***/ 74731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rz: () => (/* binding */ countedSince),
  YQ: () => (/* binding */ describeRate),
  sE: () => (/* binding */ successRate),
  XN: () => (/* binding */ sumOf),
  BQ: () => (/* binding */ summaryOfLines),
  YB: () => (/* binding */ summaryOfLog)
});

// EXTERNAL MODULE: ./build/base/foreign.js
var foreign = __webpack_require__(61376);
// EXTERNAL MODULE: ./build/base/redact.js + 1 modules
var redact = __webpack_require__(90763);
// EXTERNAL MODULE: ./build/domain/snapshots/tables.js
var tables = __webpack_require__(29182);
;// CONCATENATED MODULE: ./build/integrity/log-entries.js

const FAILURES = /^(error|err|fatal|panic|critical|crit|severe|alert|emerg|dpanic)$/i;
const FINE = /^(trace|debug|info|information|notice|log|warn|warning|verbose|fine|config)$/i;
/** From here on pino and bunyan call it an error. */
const NUMERIC_ERROR = 50;
const LEVEL_KEYS = ['level', 'severity', 'lvl', 'levelname', 'log.level', 'error_severity', 'loglevel'];
const TEXT_KEYS = ['msg', 'message', 'event', 'text'];
const SQL_KEYS = ['sql', 'query', 'statement', 'db.statement', 'db.query.text', 'stmt'];
const ERROR_KEYS = [
    'err',
    'error',
    'exception',
    'stack_trace',
    'stack',
    'thrown',
    'throwable',
    'error.message',
];
const CONTEXT_KEYS = [
    ...['txId', 'tx_id', 'txid', 'tx', 'transaction', 'transactionId', 'xid'],
    ...[
        'reqId',
        'req_id',
        'requestId',
        'request_id',
        'req.id',
        'correlationId',
        'traceId',
        'trace_id',
        'trace.id',
    ],
    ...['session_id', 'thread_name', 'thread'],
];
/** `2026-11-30 03:00:00.123 UTC [123] app@sparc ERROR:  duplicate key …` */
const POSTGRES = /^(.*?)\b(DEBUG[1-5]?|INFO|NOTICE|WARNING|LOG|ERROR|FATAL|PANIC|DETAIL|HINT|QUERY|CONTEXT|LOCATION|STATEMENT): {1,2}(.*)$/s;
/** What those lines have before their severity: a process in brackets, or `%p` and `%c` of another prefix. */
const PROCESS = /\[(\d+)(?:-\d+)?\]/;
/** What goes on with the line before: stack traces, causes, and statements of several lines. */
const CONTINUED = /^(\s+\S|Caused by:|\.\.\. \d+ (more|common)|Traceback |\w+(\.\w+)+(Exception|Error)\b)/;
const LOGFMT = /^(?:[\w.]+=(?:"(?:[^"\\]|\\.)*"|\S*)(?:\s+|$)){2,}/;
const PAIR = /(?<![\w.])([\w.]{1,100})=("(?:[^"\\]|\\.)*"|\S*)/g;
/** `03:00:01.123 [http-nio-8080-exec-3] ERROR com.sparc.Repo - …`: the level in front of a plain message. */
const PLAIN_LEVEL = /^[^A-Za-z]{0,60}(?:\d[\dTZ:.,+ -]{0,60})?(?:\[([^\]]{0,200})\] {0,20})?\[?(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE|CRITICAL)\]?\b/;
const PLAIN_CONTEXT = /\b(?:tx|txid|req|request|reqId|requestId|trace|traceId|correlation)[-_ ]?(?:id)?[=:#]\s?([\w-]+)/i;
/** The entries of a log, in order. */
function entriesOf(lines) {
    const joined = [];
    for (const line of lines) {
        if (line.trim() === '')
            continue;
        const last = joined.length - 1;
        if (last >= 0 && CONTINUED.test(line) && !line.trimStart().startsWith('{'))
            joined[last] += `\n${line}`;
        else
            joined.push(line);
    }
    return joined.map((line) => entryOf((0,foreign/* cutLine */.Hh)(line)));
}
function entryOf(line) {
    const json = jsonOf(line);
    if (json)
        return ofFields(json);
    const first = line.split('\n', 1)[0] ?? '';
    const postgres = POSTGRES.exec(line);
    if (postgres &&
        (PROCESS.test(postgres[1] ?? '') || /^(STATEMENT|DETAIL|HINT|CONTEXT)$/.test(postgres[2] ?? '')))
        return ofPostgres(postgres);
    if (LOGFMT.test(first))
        return ofFields(logfmtOf(line));
    return ofPlain(line);
}
/** PostgreSQL's jsonlog has the failed statement in a field of its own. */
function ofFields(fields) {
    const found = (keys) => keys.map((key) => valueAt(fields, key)).find((value) => !isEmpty(value));
    const level = found(LEVEL_KEYS);
    const error = found(ERROR_KEYS);
    const inError = typeof error === 'object' && error !== null ? error : {};
    const sql = [found(SQL_KEYS), ...SQL_KEYS.map((key) => inError[key])].find((value) => typeof value === 'string');
    const context = found(CONTEXT_KEYS);
    const isFailure = isFailing(level) || !isEmpty(error);
    return {
        text: [found(TEXT_KEYS), !isEmpty(error) && textOf(error)].filter(Boolean).map(String).join(' '),
        sql: sql,
        isFailure,
        isFine: !isFailure && level !== undefined,
        context: context === undefined ? undefined : textOf(context),
        postgres: undefined,
    };
}
function ofPostgres([, prefix = '', severity = '', text = '']) {
    const statement = /^(?:duration: [\d.]+ ms {1,2})?(?:statement|execute [^:]*|parse [^:]*|bind [^:]*): (.*)$/s.exec(text)?.[1];
    return {
        text,
        sql: severity === 'STATEMENT' ? text : severity === 'LOG' ? statement : undefined,
        isFailure: /^(ERROR|FATAL|PANIC)$/.test(severity),
        isFine: severity === 'LOG',
        context: PROCESS.exec(prefix)?.[1],
        postgres: severity,
    };
}
function ofPlain(line) {
    const [, thread, level] = PLAIN_LEVEL.exec(line) ?? [];
    return {
        text: line,
        sql: undefined,
        isFailure: isFailing(level),
        isFine: level !== undefined && FINE.test(level),
        context: PLAIN_CONTEXT.exec(line)?.[1] ?? thread,
        postgres: undefined,
    };
}
function isFailing(level) {
    if (typeof level === 'number')
        return level >= NUMERIC_ERROR;
    return typeof level === 'string' && (FAILURES.test(level) || Number(level) >= NUMERIC_ERROR);
}
/** `"error":null`, `error=<nil>` and their like are not errors. */
const isEmpty = (value) => value === undefined ||
    value === null ||
    value === false ||
    value === 0 ||
    /^(|null|nil|<nil>|none|undefined|false|0)$/i.test(String(value));
function valueAt(fields, key) {
    if (key in fields)
        return fields[key];
    const [first = '', ...rest] = key.split('.');
    const inner = fields[first];
    return rest.length > 0 && typeof inner === 'object' && inner !== null
        ? valueAt(inner, rest.join('.'))
        : undefined;
}
const textOf = (value) => typeof value === 'object' ? JSON.stringify(value) : String(value);
function jsonOf(line) {
    const start = line.indexOf('{');
    // Some runtimes put a time or a stream's name before it.
    if (start < 0 || start > 60 || !line.trimEnd().endsWith('}'))
        return undefined;
    try {
        const value = JSON.parse(line.slice(start));
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function logfmtOf(line) {
    const pairs = [...line.matchAll(PAIR)].map(([, key = '', value = '']) => [
        key,
        value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value,
    ]);
    return Object.fromEntries(pairs);
}

;// CONCATENATED MODULE: ./build/integrity/transactions.js

/** How many writes back a failure is looked for that names its statement or its request. */
const BACK = 200;
/** How many entries later a failure without a name of its own may still be that of the last write. */
const NEAR = 3;
const NAME = String.raw `(?:"[^"]+"|\w+)(?:\.(?:"[^"]+"|\w+))*`;
/** Statements as SQL has them: `INSERT INTO t`, `UPDATE t SET`, `DELETE FROM t`; no button of that name, no HTTP method. */
const STATEMENTS = [
    new RegExp(String.raw `\bINSERT\s+INTO\s+${NAME}`),
    new RegExp(String.raw `\binsert\s+into\s+${NAME}\s*(?:as\s+\w+\s*)?(?:\(|values\b|select\b|default\b|$)`, 'i'),
    new RegExp(String.raw `\bUPDATE\s+(?:ONLY\s+)?${NAME}(?:\s+(?:AS\s+)?\w+)?\s+SET\b`, 'i'),
    new RegExp(String.raw `(?:^|\s)UPDATE\s+${NAME}\s*:`),
    new RegExp(String.raw `\bDELETE\s+FROM\s+${NAME}`),
    new RegExp(String.raw `\bdelete\s+from\s+${NAME}\s*(?:where\b|using\b|returning\b|;|$)`, 'i'),
    new RegExp(String.raw `\bMERGE\s+INTO\s+${NAME}`, 'i'),
    /\b(?:INSERT|UPDATE|DELETE) (?:failed|aborted|rolled back)\b/,
];
/** `SELECT … FOR UPDATE` and comments about statements change nothing. */
const READS = /^\s*(?:SELECT|EXPLAIN|SHOW)\b/i;
const FAILED_WORDS = /\b(?:ERROR|FATAL|ROLLBACK)\b/;
/** Sentences of databases and their drivers, by which a failure is known as one of the last statement. */
const OF_DATABASE = /duplicate key|violates|deadlock|could not serialize|SQLSTATE|transaction is aborted|does not exist|null value in column|canceling statement|out of range|value too long|roll(?:ed)? ?back|PSQLException|DataAccess|ConstraintViolation|SequelizeDatabase|QueryFailed|pq:|lock timeout|connection (?:reset|terminated|refused)/i;
/** What one log tells: its writes in order, which of them failed, also where a later line says so; and all that failed. */
function transactionsIn(lines) {
    const writes = [];
    /** The writes of transactions whose beginning the log tells. */
    const open = new Map();
    const committed = new Set();
    let errors = 0;
    let sinceWrite = 0;
    for (const entry of entriesOf(lines)) {
        const { context } = entry;
        const sql = statementOf(entry);
        const command = sql === undefined ? commandOf(entry) : undefined;
        const failed = fails(entry) || command === 'rollback';
        if (failed)
            errors++;
        sinceWrite++;
        if (sql !== undefined) {
            const write = addWrite(writes, sql, entry);
            open.get(context)?.push(write);
            sinceWrite = 0;
            continue;
        }
        const own = open.get(context);
        if (command === 'begin')
            open.set(context, []);
        if (command === 'commit' || command === 'rollback')
            open.delete(context);
        if (command === 'commit')
            for (const each of own ?? [])
                committed.add(each);
        if (command === 'rollback' && own)
            for (const each of own)
                each.failed = true;
        else if (failed && entry.postgres === undefined) {
            const last = lastOf(writes, entry, sinceWrite);
            if (last && !committed.has(last))
                last.failed = true;
        }
    }
    return { writes, errors };
}
/** Takes a statement down, once: where it failed, the log may have told it before. */
function addWrite(writes, sql, entry) {
    // PostgreSQL writes the statement after its error, and only where there was one.
    const failed = fails(entry) || entry.postgres === 'STATEMENT';
    const known = failed ? earlier(writes, sql, entry) : undefined;
    const write = known ?? { sql, context: entry.context, failed };
    write.failed ||= failed;
    if (!known)
        writes.push(write);
    return write;
}
/** The statement that an entry tells of; undefined where it tells of none that writes. */
function statementOf({ sql, text, postgres }) {
    if (postgres !== undefined && sql === undefined)
        return undefined;
    const statement = sql ?? text;
    if (READS.test(statement) || !STATEMENTS.some((each) => each.test(statement)))
        return undefined;
    const found = STATEMENTS.map((each) => each.exec(statement)).find(Boolean);
    return statement.slice(found?.index ?? 0);
}
const fails = ({ isFailure, isFine, text, postgres }) => isFailure || (!isFine && postgres === undefined && FAILED_WORDS.test(text.replace(/'[^']*'/g, '')));
/** What an entry says of a whole transaction. */
function commandOf({ sql, text }) {
    const [, word] = /(?:^|[\s:>-])(BEGIN|START TRANSACTION|COMMIT|ROLLBACK)(?: TRANSACTION| WORK)?;?\s*$/.exec(sql ?? text) ??
        [];
    if (word === undefined)
        return undefined;
    return word === 'COMMIT' ? 'commit' : word === 'ROLLBACK' ? 'rollback' : 'begin';
}
/** The same statement, told just before it failed by the same request or process. */
function earlier(writes, sql, { context }) {
    const last = writes.slice(-BACK).findLast((each) => each.context === context);
    return last && !last.failed && shapeOf(last.sql) === shapeOf(sql) ? last : undefined;
}
/** Whose failure an entry without a statement tells: that of its request, else of the write just before it. */
function lastOf(writes, { context, text }, sinceWrite) {
    const recent = writes.slice(-BACK);
    const own = context === undefined ? undefined : recent.findLast((each) => each.context === context);
    if (own && OF_DATABASE.test(text))
        return own;
    const last = recent.at(-1);
    const isNear = sinceWrite <= NEAR && OF_DATABASE.test(text);
    return isNear && (context === undefined || last?.context === undefined) ? last : undefined;
}
/** A statement as far as both lines are sure to have it. */
const shapeOf = (sql) => sql.replace(/\s+/g, ' ').trim().slice(0, 80);

;// CONCATENATED MODULE: ./build/integrity/analysis.js




/** How many kinds of error and tables are told. */
const MAX_LISTED = 20;
/** What happened in the database since a snapshot, as far as the server's counters can say. */
function countedSince(before, now) {
    if (before.databaseOid !== now.databaseOid)
        return {
            unknown: 'the database is not the one of the capture (it was swapped or made again), and counts from its own beginning',
        };
    const [a, b] = [before.statistics, now.statistics];
    const keys = ['commits', 'rollbacks', 'deadlocks', 'conflicts'];
    // The statistics of a database without any activity have no start.
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
const describeRate = (known) => 'value' in known ? `${(known.value * 100).toFixed(2)} %` : `unknown: ${known.unknown}`;
const grown = (before, now) => Number(BigInt(now) - BigInt(before));
function statementsOf({ statements: a }, { statements: b }) {
    const same = a && b && a.resetAt === b.resetAt && BigInt(b.calls) >= BigInt(a.calls);
    return same ? grown(a.calls, b.calls) : null;
}
/** Tables with the most writes first. Rows that were written and rolled back are counted too. */
function writesOf(before, now) {
    const known = new Map(before.writes.map((table) => [(0,tables/* nameOf */.Vb)(table), table]));
    const zero = { inserted: '0', updated: '0', deleted: '0' };
    const all = now.writes.map((table) => {
        const was = known.get((0,tables/* nameOf */.Vb)(table)) ?? zero;
        const since = (key) => Math.max(0, grown(was[key], table[key]));
        return {
            table: (0,tables/* nameOf */.Vb)(table),
            inserted: since('inserted'),
            updated: since('updated'),
            deleted: since('deleted'),
        };
    });
    const sum = (table) => table.inserted + table.updated + table.deleted;
    return all
        .filter((table) => sum(table) > 0)
        .sort((a, b) => sum(b) - sum(a))
        .slice(0, MAX_LISTED);
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
        messages: messages.sort((a, b) => b.count - a.count).slice(0, MAX_LISTED),
    };
}
/** A message without what is different each time: values, which are users' data, and numbers. */
const shape = (message) => withoutBrackets((0,redact/* redact */.E$)((0,foreign/* cutLine */.Hh)(message)).replace(/"[^"]*"|'[^']*'/g, '…'))
    .replace(/\d+/g, 'n')
    .slice(0, 200);
/** From the first bracket to the last: what is between them are values. */
function withoutBrackets(text) {
    const [first, last] = [text.indexOf('('), text.lastIndexOf(')')];
    return first < 0 || last < first ? text : `${text.slice(0, first)}(…)${text.slice(last + 1)}`;
}
/** Counts what the lines of a log tell. */
function summaryOfLines(lines) {
    const { writes, errors } = transactionsIn(lines);
    const failed = writes.filter((write) => write.failed).length;
    return {
        lines: lines.length,
        writes: writes.length,
        failedWrites: failed,
        errors,
        successRate: rateOf(writes.length, failed),
    };
}
/** The figures of all logs together. */
function sumOf(logs) {
    const total = logs.reduce((sum, { writes }) => sum + writes, 0);
    const failed = logs.reduce((sum, { failedWrites }) => sum + failedWrites, 0);
    return { total, failed, successRate: rateOf(total, failed) };
}
const rateOf = (total, failed) => total === 0
    ? { unknown: 'the logs have no line with INSERT, UPDATE or DELETE' }
    : { value: 1 - failed / total };


/***/ }),

/***/ 16421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ns: () => (/* binding */ analyze),
  X2: () => (/* binding */ analyzeLogsAlone),
  bK: () => (/* binding */ analyzePods),
  CY: () => (/* binding */ readOf)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/domain/snapshots/statistics.js
var statistics = __webpack_require__(62328);
// EXTERNAL MODULE: ./build/domain/snapshots/transaction.js
var transaction = __webpack_require__(91879);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/systems/bounded.js
var bounded = __webpack_require__(39668);
// EXTERNAL MODULE: ./build/systems/kubernetes/pods.js
var pods = __webpack_require__(41808);
;// CONCATENATED MODULE: ./build/systems/kubernetes/pod-logs.js




/** Bytes of a container's log that are kept, its end: enough for an incident, whatever has grown before it. */
const MAX_LOG_BYTES = 16 * 1024 * 1024;
/** Bytes of a log that are gone through for its end. */
const MAX_HEARD_BYTES = 64 * MAX_LOG_BYTES;
/** Milliseconds after its start in which a container has usually written its first line. */
const FIRST_LINE_MS = 60_000;
/** What the API server puts before each line where it is asked to. */
const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) /;
/** The log of a pod since an instant, also of the life before where its container was restarted since. */
async function logSince(client, pod, since) {
    const container = (0,pods/* defaultContainer */.$R)(pod);
    const status = pod.status?.containerStatuses?.find(({ name }) => name === container);
    const missed = [];
    const earlier = [];
    const ended = status?.lastState?.terminated?.finishedAt;
    if (ended !== undefined && new Date(ended) >= since) {
        if ((status?.restartCount ?? 0) > 1)
            missed.push(`its container was restarted ${status?.restartCount} times, and only the last log before is kept`);
        try {
            const last = await read(client, pod, { container, since, previous: true });
            earlier.push(...last.lines);
        }
        catch (error) {
            client.signal.throwIfAborted();
            missed.push(`its log before the last restart cannot be read: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    const now = await read(client, pod, { container, since, previous: false });
    if (now.cut)
        missed.push(`only the last ${MAX_LOG_BYTES / 1024 ** 2} MiB of its log were read`);
    const rotated = await rotatedAway(client, pod, {
        container,
        since,
        startedAt: status?.state?.running?.startedAt,
    });
    if (rotated !== undefined)
        missed.push(rotated);
    return { lines: [...earlier, ...now.lines], missed };
}
async function read(client, pod, { container, since, previous }) {
    const sinceSeconds = Math.max(1, Math.ceil((Date.now() - since.getTime()) / 1000));
    const query = { container, sinceSeconds, previous: String(previous), timestamps: 'true' };
    const stream = await client.open('GET', `${(0,pods/* podPath */.HW)(pod)}/log`, { query }, waits/* WAITS */.r.POD_LOG_SILENCE_MS);
    const chunks = [];
    let bytes = 0;
    let heard = 0;
    let cut = false;
    for await (const chunk of stream) {
        chunks.push(Buffer.from(chunk));
        bytes += chunk.length;
        while (bytes - (chunks[0]?.length ?? 0) >= MAX_LOG_BYTES) {
            bytes -= chunks.shift()?.length ?? 0;
            cut = true;
        }
        // What never ends is not waited for.
        heard += chunk.length;
        if (heard > MAX_HEARD_BYTES)
            break;
    }
    const lines = Buffer.concat(chunks).toString('utf8').split('\n');
    // The first one is a piece of a line then.
    if (cut)
        lines.shift();
    return { lines: lines.filter((line) => line !== '').map((line) => line.replace(TIMESTAMP, '')), cut };
}
/** Why what was written since an instant may not be all there: the kubelet reads the present file alone. */
async function rotatedAway(client, pod, { container, since, startedAt }) {
    if (!startedAt)
        return undefined;
    const query = { container, limitBytes: 64, timestamps: 'true' };
    const stream = await client.open('GET', `${(0,pods/* podPath */.HW)(pod)}/log`, { query }, waits/* WAITS */.r.POD_LOG_SILENCE_MS);
    const { text } = await (0,bounded/* textWithin */.JY)(stream, 1024);
    const [, first] = TIMESTAMP.exec(text) ?? [];
    if (first === undefined)
        return undefined;
    const begins = new Date(first);
    const isLate = begins.getTime() - new Date(startedAt).getTime() > FIRST_LINE_MS;
    return isLate && begins > since
        ? `its log begins at ${begins.toISOString()}, though its container started at ${startedAt}: what was written before was rotated away`
        : undefined;
}

// EXTERNAL MODULE: ./build/systems/kubernetes/workload-pods.js
var workload_pods = __webpack_require__(85738);
// EXTERNAL MODULE: ./build/integrity/analysis.js + 2 modules
var analysis = __webpack_require__(74731);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(25175);
// EXTERNAL MODULE: ./build/base/foreign.js
var foreign = __webpack_require__(61376);
;// CONCATENATED MODULE: ./build/integrity/server-log.js


const TROUBLE = new Set(['ERROR', 'FATAL', 'PANIC']);
/** The columns of csvlog that are read, which have been at these places since PostgreSQL 9. */
const CSV = { at: 0, database: 2, session: 5, transaction: 9, severity: 11, code: 12, message: 13 };
/** What a line of stderr ends with, whatever `log_line_prefix` puts before it. */
const STDERR = /^([\s\S]*?)\b(ERROR|FATAL|PANIC):\s+(?:([0-9A-Z]{5}):\s+)?([\s\S]*)$/;
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
        const [, prefix = '', severity, code, message = ''] = STDERR.exec((0,foreign/* cutLine */.Hh)(line)) ?? [];
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

;// CONCATENATED MODULE: ./build/integrity/log-files.js



/** Bytes of the end of a log that are read: enough for an incident, whatever has grown before it. */
const MAX_BYTES = 16 * 1024 * 1024;
/** Reads the errors of log files on this machine. @throws ActionError where one cannot be read */
function readLogFiles(paths, since) {
    const reasons = [];
    const entries = paths.flatMap((path) => {
        const { text, cut } = tail(path);
        if (cut)
            reasons.push(`only the last ${MAX_BYTES / 1024 ** 2} MiB of ${path} were read`);
        return errorsIn(text, formatOf(path));
    });
    return { source: paths.join(', '), isRead: true, ...recent(entries, since, reasons) };
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
        ? 'logging_collector is off, so the server keeps no log files; give `postgres-log`'
        : 'the role may not read them; grant it pg_monitor and EXECUTE on pg_read_binary_file(text, bigint, bigint), or give `postgres-log`';
    if (!collects || !allowed)
        return { source, isRead: false, entries: [], reasons: [missed] };
    return { source, isRead: true, ...(await readThrough(session, since)) };
}
async function readThrough(session, since) {
    const files = await session.query(`SELECT pg_catalog.current_setting('log_directory') || '/' || name AS path, size::float8 AS bytes
      FROM pg_catalog.pg_ls_logdir() WHERE modification >= $1 ORDER BY modification DESC`, [since]);
    // The same entries may be written in several formats; the one that tells most is read.
    const format = ['json', 'csv', 'stderr'].find((one) => files.some(({ path }) => formatOf(path) === one));
    const reasons = [];
    const entries = [];
    let room = MAX_BYTES;
    for (const { path, bytes } of files.filter((file) => formatOf(file.path) === format)) {
        const length = Math.min(bytes, room);
        room -= length;
        if (length < bytes)
            reasons.push(`only the last ${MAX_BYTES / 1024 ** 2} MiB of the log were read`);
        if (length === 0)
            break;
        const { content } = await session.one('SELECT pg_catalog.pg_read_binary_file($1, $2, $3) AS content', [path, bytes - length, length]);
        entries.push(errorsIn(content.toString('utf8'), formatOf(path)));
    }
    return recent(entries.flat(), since, reasons);
}
function recent(entries, since, reasons) {
    if (entries.some(({ at }) => at === undefined))
        reasons.push('lines whose time or time zone cannot be read are counted whenever they were written');
    return { entries: entries.filter(({ at }) => at === undefined || at >= since), reasons };
}
function tail(path) {
    let file;
    try {
        file = (0,external_node_fs_.openSync)(path, 'r');
        const { size } = (0,external_node_fs_.fstatSync)(file);
        const buffer = Buffer.alloc(Math.min(size, MAX_BYTES));
        (0,external_node_fs_.readSync)(file, buffer, 0, buffer.length, size - buffer.length);
        return { text: buffer.toString('utf8'), cut: size > MAX_BYTES };
    }
    catch (error) {
        throw new errors/* ActionError */.lZ(`The log ${path} (input \`postgres-log\`) cannot be read: ${(0,errors/* messageOf */.bD)(error)}.`, {
            cause: error,
        });
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./build/integrity/analyze.js








/** Those whose log was read. */
const readOf = (pods) => pods.flatMap((pod) => ('unknown' in pod ? [] : [pod]));
/** Looks at the counters and logs of a database since a snapshot, else since an instant. */
async function analyze(server, before, since, logFiles) {
    const now = await (0,transaction/* readAt */.m6)(server, server.database, undefined, statistics/* statisticsNow */._);
    return server.use(server.database, async (session) => {
        const counters = before
            ? (0,analysis/* countedSince */.rz)(before, now)
            : {
                unknown: 'there is no snapshot to count from; capture one before a deploy and give it as `snapshot`',
            };
        const log = logFiles.length > 0 ? readLogFiles(logFiles, since) : await readServerLog(session, since);
        return {
            since: since.toISOString(),
            counters,
            successRate: (0,analysis/* successRate */.sE)(counters),
            serverLog: serverLogOf(log, server.database),
        };
    });
}
/** What can be said where no database is named. */
function analyzeLogsAlone(since) {
    const counters = { unknown: 'no `database-url` was given' };
    const log = { source: 'no server', isRead: false, entries: [], reasons: [counters.unknown] };
    return { since: since.toISOString(), counters, successRate: counters, serverLog: serverLogOf(log, '') };
}
function serverLogOf({ source, isRead, entries, reasons }, database) {
    const summary = (0,analysis/* summaryOfLog */.YB)(entries, database);
    const unread = { errors: null, failedTransactions: null, deadlocks: null, serializationFailures: null };
    return { source, ...summary, ...(!isRead && unread), reasons };
}
/**
 * Sums up what pods have written since an instant.
 *
 * @throws ActionError where a workload is not there: a wrong name has no failures
 */
async function analyzePods(client, namespace, sources, since) {
    const all = await Promise.all(sources.map(async (source) => {
        const pods = await ('selector' in source
            ? (0,workload_pods/* podsWith */.Lf)(client, namespace, source.selector)
            : (0,workload_pods/* podsOf */.EB)(client, namespace, source));
        const selected = 'selector' in source ? source.selector : (0,kinds/* label */.Pf)(source);
        if (pods.length === 0)
            return [{ pod: selected, unknown: `there is no pod of ${selected} in ${namespace}` }];
        return Promise.all(pods.map((pod) => logOf(client, pod, since)));
    }));
    return all.flat();
}
async function logOf(client, pod, since) {
    const { name, creationTimestamp: began = '' } = pod.metadata;
    // Pods that went since have taken their logs along.
    const before = new Date(began) > since ? [`it began at ${began}; what pods before it wrote is gone with them`] : [];
    try {
        const { lines, missed } = await logSince(client, pod, since);
        return { pod: name, ...(0,analysis/* summaryOfLines */.BQ)(lines), missed: [...before, ...missed] };
    }
    catch (error) {
        client.signal.throwIfAborted();
        return { pod: name, unknown: (0,errors/* messageOf */.bD)(error) };
    }
}


/***/ }),

/***/ 66426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ inspectPods),
/* harmony export */   P: () => (/* binding */ parseLogSource),
/* harmony export */   So: () => (/* binding */ reachPods)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33266);
/* harmony import */ var _systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20006);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50056);
/* harmony import */ var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85738);
/* harmony import */ var _analyze_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16421);






/** Reads one line of the input `logs`: a workload, or labels as `kubectl logs -l` takes them, such as `app=api-gateway`. */
const parseLogSource = (text) => /[=!]|\s(?:not)?in\s/.test(text) ? { selector: text } : (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRef */ .rd)(text);
const isRef = (source) => !('selector' in source);
/**
 * Connects to the cluster of the pods, for the caller to close, where the credentials suffice for commands in them and for
 * their logs; undefined where nothing is asked of any, as then no cluster is needed.
 *
 * @throws ActionError with the missing rules
 */
async function reachPods({ commands, logs }, where, caller) {
    if (commands.length === 0 && logs.length === 0)
        return undefined;
    const connection = (0,_systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .N)(where, caller);
    const inside = commands.map((command) => command.in);
    try {
        await (0,_systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_0__/* .requirePermissions */ .An)(connection.client, connection.namespace, [
            ...(inside.length > 0 ? (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .toReach */ .XA)(inside, 'pods/exec') : []),
            ...(logs.length > 0 ? (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .toReach */ .XA)(logs.filter(isRef), 'pods/log') : []),
        ]);
        return connection;
    }
    catch (error) {
        connection.client.close();
        throw error;
    }
}
/** Runs commands in pods and sums up their logs. */
async function inspectPods(connection, { commands, seconds, logs, since }) {
    if (!connection)
        return { commands: [], pods: [] };
    const { client, namespace } = connection;
    const [ran, pods] = await Promise.all([
        (0,_systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .runCommands */ .a)(client, namespace, commands, seconds),
        (0,_analyze_js__WEBPACK_IMPORTED_MODULE_5__/* .analyzePods */ .bK)(client, namespace, logs, since),
    ]);
    return { commands: ran, pods };
}


/***/ }),

/***/ 23095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ choosePod),
/* harmony export */   e: () => (/* binding */ awaitPod)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33266);
/* harmony import */ var _workload_pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85738);




/**
 * A pod of a workload that a command can be run in: one that is ready, else one that runs.
 *
 * @throws ActionError where the credentials do not suffice, or there is no such pod
 */
async function choosePod(client, namespace, ref) {
    await (0,_access_js__WEBPACK_IMPORTED_MODULE_2__/* .requirePermissions */ .An)(client, namespace, (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .toReach */ .XA)([ref], 'pods/exec'));
    const [pod] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .runningPods */ .CG)(client, namespace, ref);
    return pod;
}
/**
 * The same for a workload that may just have been started again, as those are that were stopped for their database: a pod
 * that becomes ready within `WAITS.POD_READY_MS` is waited for, unless the workload wants none.
 *
 * @throws ActionError where there is no such workload, or no pod of it runs
 */
async function awaitPod(client, namespace, ref) {
    const deadline = performance.now() + _base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.POD_READY_MS;
    for (;;) {
        const ready = (await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .podsOf */ .EB)(client, namespace, ref)).find((pod) => (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i_)(pod) && !pod.metadata.deletionTimestamp);
        if (ready)
            return ready;
        const { spec } = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .workloadOf */ .Rc)(client, namespace, ref);
        if (spec.replicas === 0 || performance.now() > deadline)
            break;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.POD_READY_POLL_MS, undefined, { signal: client.signal });
    }
    const [running] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .runningPods */ .CG)(client, namespace, ref);
    return running;
}


/***/ }),

/***/ 50056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseCommand),
/* harmony export */   a: () => (/* binding */ runCommands)
/* harmony export */ });
/* harmony import */ var string_argv__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88579);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4771);
/* harmony import */ var _bounded_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37003);
/* harmony import */ var _choose_pod_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23095);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60921);







/** Characters of a command's output that are asked. */
const MAX_SHOWN = 2000;
/** Reads one line of the input `commands`: `deployment/api-gateway: npm run verify:data:integrity`. @throws ActionError that says what is accepted */
function parseCommand(line) {
    const [, ref = '', text = ''] = /^([^\s:]+):\s+(?=\S)(.*)$/.exec(line) ?? [];
    const argv = (0,string_argv__WEBPACK_IMPORTED_MODULE_5__/* .parseArgsStringToArgv */ .R)(text);
    if (ref && argv.length > 0)
        return { in: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .parseRef */ .rd)(ref), argv };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`commands\` has the line ${JSON.stringify(line)}; accepted is a workload and a command, such as "deployment/api-gateway: npm run verify:data:integrity", without a shell.`);
}
/** Runs the commands at the same time, each in one pod of its workload, for `seconds` at most. */
function runCommands(client, namespace, commands, seconds) {
    return Promise.all(commands.map((command) => runCommand(client, namespace, command, seconds)));
}
async function runCommand(client, namespace, command, seconds) {
    const begun = performance.now();
    const identity = { in: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .label */ .Pf)(command.in), command: command.argv.join(' ') };
    let pod = '';
    try {
        const first = await (0,_choose_pod_js__WEBPACK_IMPORTED_MODULE_3__/* .awaitPod */ .e)(client, namespace, command.in);
        pod = first.metadata.name;
        const { exitCode, output } = await (0,_bounded_command_js__WEBPACK_IMPORTED_MODULE_2__/* .execWithin */ .z8)(client, first, command.argv, seconds * 1000);
        return { ...identity, pod, exitCode, output: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(output).slice(-MAX_SHOWN), seconds: since(begun) };
    }
    catch (error) {
        client.signal.throwIfAborted();
        return { ...identity, pod, exitCode: null, output: (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_6__/* .asSentence */ .KG)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)), seconds: since(begun) };
    }
}
const since = (begun) => Number(((performance.now() - begun) / 1000).toFixed(1));


/***/ })

};

"use strict";
exports.id = 6426;
exports.ids = [6426];
exports.modules = {

  74731:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  rz: () => (  countedSince),
  YQ: () => (  describeRate),
  sE: () => (  successRate),
  XN: () => (  sumOf),
  BQ: () => (  summaryOfLines),
  YB: () => (  summaryOfLog)
});

var foreign = __webpack_require__(61376);
var redact = __webpack_require__(90763);
var tables = __webpack_require__(29182);
; 

const FAILURES = /^(error|err|fatal|panic|critical|crit|severe|alert|emerg|dpanic)$/i;
const FINE = /^(trace|debug|info|information|notice|log|warn|warning|verbose|fine|config)$/i;
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
const POSTGRES = /^(.*?)\b(DEBUG[1-5]?|INFO|NOTICE|WARNING|LOG|ERROR|FATAL|PANIC|DETAIL|HINT|QUERY|CONTEXT|LOCATION|STATEMENT): {1,2}(.*)$/s;
const PROCESS = /\[(\d+)(?:-\d+)?\]/;
const CONTINUED = /^(\s+\S|Caused by:|\.\.\. \d+ (more|common)|Traceback |\w+(\.\w+)+(Exception|Error)\b)/;
const LOGFMT = /^(?:[\w.]+=(?:"(?:[^"\\]|\\.)*"|\S*)(?:\s+|$)){2,}/;
const PAIR = /(?<![\w.])([\w.]{1,100})=("(?:[^"\\]|\\.)*"|\S*)/g;
const PLAIN_LEVEL = /^[^A-Za-z]{0,60}(?:\d[\dTZ:.,+ -]{0,60})?(?:\[([^\]]{0,200})\] {0,20})?\[?(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE|CRITICAL)\]?\b/;
const PLAIN_CONTEXT = /\b(?:tx|txid|req|request|reqId|requestId|trace|traceId|correlation)[-_ ]?(?:id)?[=:#]\s?([\w-]+)/i;
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
    return joined.map((line) => entryOf((0,foreign .Hh)(line)));
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

; 

const BACK = 200;
const NEAR = 3;
const NAME = String.raw `(?:"[^"]+"|\w+)(?:\.(?:"[^"]+"|\w+))*`;
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
const READS = /^\s*(?:SELECT|EXPLAIN|SHOW)\b/i;
const FAILED_WORDS = /\b(?:ERROR|FATAL|ROLLBACK)\b/;
const OF_DATABASE = /duplicate key|violates|deadlock|could not serialize|SQLSTATE|transaction is aborted|does not exist|null value in column|canceling statement|out of range|value too long|roll(?:ed)? ?back|PSQLException|DataAccess|ConstraintViolation|SequelizeDatabase|QueryFailed|pq:|lock timeout|connection (?:reset|terminated|refused)/i;
function transactionsIn(lines) {
    const writes = [];
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
function addWrite(writes, sql, entry) {
    const failed = fails(entry) || entry.postgres === 'STATEMENT';
    const known = failed ? earlier(writes, sql, entry) : undefined;
    const write = known ?? { sql, context: entry.context, failed };
    write.failed ||= failed;
    if (!known)
        writes.push(write);
    return write;
}
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
function commandOf({ sql, text }) {
    const [, word] = /(?:^|[\s:>-])(BEGIN|START TRANSACTION|COMMIT|ROLLBACK)(?: TRANSACTION| WORK)?;?\s*$/.exec(sql ?? text) ??
        [];
    if (word === undefined)
        return undefined;
    return word === 'COMMIT' ? 'commit' : word === 'ROLLBACK' ? 'rollback' : 'begin';
}
function earlier(writes, sql, { context }) {
    const last = writes.slice(-BACK).findLast((each) => each.context === context);
    return last && !last.failed && shapeOf(last.sql) === shapeOf(sql) ? last : undefined;
}
function lastOf(writes, { context, text }, sinceWrite) {
    const recent = writes.slice(-BACK);
    const own = context === undefined ? undefined : recent.findLast((each) => each.context === context);
    if (own && OF_DATABASE.test(text))
        return own;
    const last = recent.at(-1);
    const isNear = sinceWrite <= NEAR && OF_DATABASE.test(text);
    return isNear && (context === undefined || last?.context === undefined) ? last : undefined;
}
const shapeOf = (sql) => sql.replace(/\s+/g, ' ').trim().slice(0, 80);

; 




const MAX_LISTED = 20;
function countedSince(before, now) {
    if (before.databaseOid !== now.databaseOid)
        return {
            unknown: 'the database is not the one of the capture (it was swapped or made again), and counts from its own beginning',
        };
    const [a, b] = [before.statistics, now.statistics];
    const keys = ['commits', 'rollbacks', 'deadlocks', 'conflicts'];
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
function successRate(counted) {
    if ('unknown' in counted)
        return counted;
    const { commits, rollbacks } = counted.value;
    if (commits + rollbacks === 0)
        return { unknown: 'no transaction has ended since' };
    return { value: commits / (commits + rollbacks) };
}
const describeRate = (known) => 'value' in known ? `${(known.value * 100).toFixed(2)} %` : `unknown: ${known.unknown}`;
const grown = (before, now) => Number(BigInt(now) - BigInt(before));
function statementsOf({ statements: a }, { statements: b }) {
    const same = a && b && a.resetAt === b.resetAt && BigInt(b.calls) >= BigInt(a.calls);
    return same ? grown(a.calls, b.calls) : null;
}
function writesOf(before, now) {
    const known = new Map(before.writes.map((table) => [(0,tables .Vb)(table), table]));
    const zero = { inserted: '0', updated: '0', deleted: '0' };
    const all = now.writes.map((table) => {
        const was = known.get((0,tables .Vb)(table)) ?? zero;
        const since = (key) => Math.max(0, grown(was[key], table[key]));
        return {
            table: (0,tables .Vb)(table),
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
const shape = (message) => withoutBrackets((0,redact .E$)((0,foreign .Hh)(message)).replace(/"[^"]*"|'[^']*'/g, '…'))
    .replace(/\d+/g, 'n')
    .slice(0, 200);
function withoutBrackets(text) {
    const [first, last] = [text.indexOf('('), text.lastIndexOf(')')];
    return first < 0 || last < first ? text : `${text.slice(0, first)}(…)${text.slice(last + 1)}`;
}
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
function sumOf(logs) {
    const total = logs.reduce((sum, { writes }) => sum + writes, 0);
    const failed = logs.reduce((sum, { failedWrites }) => sum + failedWrites, 0);
    return { total, failed, successRate: rateOf(total, failed) };
}
const rateOf = (total, failed) => total === 0
    ? { unknown: 'the logs have no line with INSERT, UPDATE or DELETE' }
    : { value: 1 - failed / total };


  }),

  16421:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  ns: () => (  analyze),
  X2: () => (  analyzeLogsAlone),
  bK: () => (  analyzePods),
  CY: () => (  readOf)
});

var errors = __webpack_require__(45145);
var statistics = __webpack_require__(62328);
var transaction = __webpack_require__(91879);
var kinds = __webpack_require__(60921);
var waits = __webpack_require__(95282);
var bounded = __webpack_require__(39668);
var pods = __webpack_require__(41808);
; 




const MAX_LOG_BYTES = 16 * 1024 * 1024;
const MAX_HEARD_BYTES = 64 * MAX_LOG_BYTES;
const FIRST_LINE_MS = 60_000;
const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) /;
async function logSince(client, pod, since) {
    const container = (0,pods .$R)(pod);
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
            missed.push(`its log before the last restart cannot be read: ${(0,errors .bD)(error)}`);
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
    const stream = await client.open('GET', `${(0,pods .HW)(pod)}/log`, { query }, waits .r.POD_LOG_SILENCE_MS);
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
        heard += chunk.length;
        if (heard > MAX_HEARD_BYTES)
            break;
    }
    const lines = Buffer.concat(chunks).toString('utf8').split('\n');
    if (cut)
        lines.shift();
    return { lines: lines.filter((line) => line !== '').map((line) => line.replace(TIMESTAMP, '')), cut };
}
async function rotatedAway(client, pod, { container, since, startedAt }) {
    if (!startedAt)
        return undefined;
    const query = { container, limitBytes: 64, timestamps: 'true' };
    const stream = await client.open('GET', `${(0,pods .HW)(pod)}/log`, { query }, waits .r.POD_LOG_SILENCE_MS);
    const { text } = await (0,bounded .JY)(stream, 1024);
    const [, first] = TIMESTAMP.exec(text) ?? [];
    if (first === undefined)
        return undefined;
    const begins = new Date(first);
    const isLate = begins.getTime() - new Date(startedAt).getTime() > FIRST_LINE_MS;
    return isLate && begins > since
        ? `its log begins at ${begins.toISOString()}, though its container started at ${startedAt}: what was written before was rotated away`
        : undefined;
}

var workload_pods = __webpack_require__(85738);
var analysis = __webpack_require__(74731);
var external_node_fs_ = __webpack_require__(73024);
var sync = __webpack_require__(25175);
var foreign = __webpack_require__(61376);
; 


const TROUBLE = new Set(['ERROR', 'FATAL', 'PANIC']);
const CSV = { at: 0, database: 2, session: 5, transaction: 9, severity: 11, code: 12, message: 13 };
const STDERR = /^([\s\S]*?)\b(ERROR|FATAL|PANIC):\s+(?:([0-9A-Z]{5}):\s+)?([\s\S]*)$/;
const TIME = /(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(?: ?(UTC|GMT|Z|[+-]\d\d(?::?\d\d)?))/;
const formatOf = (path) => path.endsWith('.csv') ? 'csv' : path.endsWith('.json') ? 'json' : 'stderr';
function errorsIn(text, format) {
    const entries = { csv: csvEntries, json: jsonEntries, stderr: stderrEntries }[format](text);
    return entries.filter(({ severity }) => TROUBLE.has(severity));
}
function csvEntries(text) {
    const rows = (0,sync .qg)(text, {
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
        const [, prefix = '', severity, code, message = ''] = STDERR.exec((0,foreign .Hh)(line)) ?? [];
        if (!severity)
            return [];
        return [{ at: timeOf(prefix), severity, code, database: undefined, message, transaction: undefined }];
    });
}
function timeOf(text) {
    const [, day, time, zone = ''] = TIME.exec(text) ?? [];
    if (!day)
        return undefined;
    const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.replace(/UTC|GMT/, 'Z');
    const at = new Date(`${day}T${time}${offset}`);
    return Number.isNaN(at.getTime()) ? undefined : at;
}

; 



const MAX_BYTES = 16 * 1024 * 1024;
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
async function readServerLog(session, since) {
    const source = "the server's log files";
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
        throw new errors .lZ(`The log ${path} (input \`postgres-log\`) cannot be read: ${(0,errors .bD)(error)}.`, {
            cause: error,
        });
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_.closeSync)(file);
    }
}

; 








const readOf = (pods) => pods.flatMap((pod) => ('unknown' in pod ? [] : [pod]));
async function analyze(server, before, since, logFiles) {
    const now = await (0,transaction .m6)(server, server.database, undefined, statistics ._);
    return server.use(server.database, async (session) => {
        const counters = before
            ? (0,analysis .rz)(before, now)
            : {
                unknown: 'there is no snapshot to count from; capture one before a deploy and give it as `snapshot`',
            };
        const log = logFiles.length > 0 ? readLogFiles(logFiles, since) : await readServerLog(session, since);
        return {
            since: since.toISOString(),
            counters,
            successRate: (0,analysis .sE)(counters),
            serverLog: serverLogOf(log, server.database),
        };
    });
}
function analyzeLogsAlone(since) {
    const counters = { unknown: 'no `database-url` was given' };
    const log = { source: 'no server', isRead: false, entries: [], reasons: [counters.unknown] };
    return { since: since.toISOString(), counters, successRate: counters, serverLog: serverLogOf(log, '') };
}
function serverLogOf({ source, isRead, entries, reasons }, database) {
    const summary = (0,analysis .YB)(entries, database);
    const unread = { errors: null, failedTransactions: null, deadlocks: null, serializationFailures: null };
    return { source, ...summary, ...(!isRead && unread), reasons };
}
async function analyzePods(client, namespace, sources, since) {
    const all = await Promise.all(sources.map(async (source) => {
        const pods = await ('selector' in source
            ? (0,workload_pods .Lf)(client, namespace, source.selector)
            : (0,workload_pods .EB)(client, namespace, source));
        const selected = 'selector' in source ? source.selector : (0,kinds .Pf)(source);
        if (pods.length === 0)
            return [{ pod: selected, unknown: `there is no pod of ${selected} in ${namespace}` }];
        return Promise.all(pods.map((pod) => logOf(client, pod, since)));
    }));
    return all.flat();
}
async function logOf(client, pod, since) {
    const { name, creationTimestamp: began = '' } = pod.metadata;
    const before = new Date(began) > since ? [`it began at ${began}; what pods before it wrote is gone with them`] : [];
    try {
        const { lines, missed } = await logSince(client, pod, since);
        return { pod: name, ...(0,analysis .BQ)(lines), missed: [...before, ...missed] };
    }
    catch (error) {
        client.signal.throwIfAborted();
        return { pod: name, unknown: (0,errors .bD)(error) };
    }
}


  }),

  66426:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    HU: () => (  inspectPods),
    P: () => (  parseLogSource),
    So: () => (  reachPods)
  });
  var _systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33266);
  var _systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79996);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);
  var _systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50056);
  var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85738);
  var _analyze_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16421);






const parseLogSource = (text) => /[=!]|\s(?:not)?in\s/.test(text) ? { selector: text } : (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .rd)(text);
const isRef = (source) => !('selector' in source);
async function reachPods({ commands, logs }, where, caller) {
    if (commands.length === 0 && logs.length === 0)
        return undefined;
    const connection = await (0,_systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__  .N)(where, caller);
    const inside = commands.map((command) => command.in);
    try {
        await (0,_systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_0__  .An)(connection.client, connection.namespace, [
            ...(inside.length > 0 ? (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_4__  .XA)(inside, 'pods/exec') : []),
            ...(logs.length > 0 ? (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_4__  .XA)(logs.filter(isRef), 'pods/log') : []),
        ]);
        return connection;
    }
    catch (error) {
        connection.client.close();
        throw error;
    }
}
async function inspectPods(connection, { commands, seconds, logs, since }) {
    if (!connection)
        return { commands: [], pods: [] };
    const { client, namespace } = connection;
    const [ran, pods] = await Promise.all([
        (0,_systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__  .a)(client, namespace, commands, seconds),
        (0,_analyze_js__WEBPACK_IMPORTED_MODULE_5__  .bK)(client, namespace, logs, since),
    ]);
    return { commands: ran, pods };
}


  }),

  23095:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    D: () => (  choosePod),
    e: () => (  awaitPod)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33266);
  var _workload_pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85738);




async function choosePod(client, namespace, ref) {
    await (0,_access_js__WEBPACK_IMPORTED_MODULE_2__  .An)(client, namespace, (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .XA)([ref], 'pods/exec'));
    const [pod] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .CG)(client, namespace, ref);
    return pod;
}
async function awaitPod(client, namespace, ref) {
    const deadline = performance.now() + _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.POD_READY_MS;
    for (;;) {
        const ready = (await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .EB)(client, namespace, ref)).find((pod) => (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .i_)(pod) && !pod.metadata.deletionTimestamp);
        if (ready)
            return ready;
        const { spec } = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .Rc)(client, namespace, ref);
        if (spec.replicas === 0 || performance.now() > deadline)
            break;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.POD_READY_POLL_MS, undefined, { signal: client.signal });
    }
    const [running] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .CG)(client, namespace, ref);
    return running;
}


  }),

  50056:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    R: () => (  parseCommand),
    a: () => (  runCommands)
  });
  var string_argv__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88579);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4771);
  var _bounded_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37003);
  var _choose_pod_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23095);
  var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60921);







const MAX_SHOWN = 2000;
function parseCommand(line) {
    const [, ref = '', text = ''] = /^([^\s:]+):\s+(?=\S)(.*)$/.exec(line) ?? [];
    const argv = (0,string_argv__WEBPACK_IMPORTED_MODULE_5__  .R)(text);
    if (ref && argv.length > 0)
        return { in: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__  .rd)(ref), argv };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`commands\` has the line ${JSON.stringify(line)}; accepted is a workload and a command, such as "deployment/api-gateway: npm run verify:data:integrity", without a shell.`);
}
function runCommands(client, namespace, commands, seconds) {
    return Promise.all(commands.map((command) => runCommand(client, namespace, command, seconds)));
}
async function runCommand(client, namespace, command, seconds) {
    const begun = performance.now();
    const identity = { in: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__  .Pf)(command.in), command: command.argv.join(' ') };
    let pod = '';
    try {
        const first = await (0,_choose_pod_js__WEBPACK_IMPORTED_MODULE_3__  .e)(client, namespace, command.in);
        pod = first.metadata.name;
        const { exitCode, output } = await (0,_bounded_command_js__WEBPACK_IMPORTED_MODULE_2__  .z8)(client, first, command.argv, seconds * 1000);
        return { ...identity, pod, exitCode, output: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(output).slice(-MAX_SHOWN), seconds: since(begun) };
    }
    catch (error) {
        client.signal.throwIfAborted();
        return { ...identity, pod, exitCode: null, output: (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_6__  .KG)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)), seconds: since(begun) };
    }
}
const since = (begun) => Number(((performance.now() - begun) / 1000).toFixed(1));


  })

};
;
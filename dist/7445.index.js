"use strict";
exports.id = 7445;
exports.ids = [7445];
exports.modules = {

  68606:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ip: () => (  startTimer),
    db: () => (  startDeadline),
    v7: () => (  pause)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
  var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


const LONGEST_TIMER = 2 ** 31 - 1;
function startTimer(seconds) {
    const controller = new AbortController();
    const milliseconds = Math.min(seconds * 1000, LONGEST_TIMER);
    const timer = setTimeout(() => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__  .j3(seconds)), milliseconds);
    return {
        signal: controller.signal,
        abort: (reason) => controller.abort(reason),
        stop: () => clearTimeout(timer),
    };
}
function startDeadline(seconds) {
    const timer = startTimer(seconds);
    const cancel = (name) => timer.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__  .cc(name));
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    return {
        signal: timer.signal,
        stop() {
            timer.stop();
            process.off('SIGINT', cancel).off('SIGTERM', cancel);
        },
    };
}
async function pause(milliseconds, signal) {
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }).catch(() => { });
    signal.throwIfAborted();
}


  }),

  45145:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    bD: () => (  messageOf),
    cc: () => (  CancelledError),
    j3: () => (  DeadlineError),
    lZ: () => (  ActionError),
    to: () => (  explained),
    wl: () => (  DISK_FULL)
  });
class ActionError extends Error {
    details;
    outputs;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'ActionError';
        this.details = [...(options.details ?? [])];
        this.outputs = options.outputs ?? {};
    }
}
class DeadlineError extends ActionError {
    constructor(seconds) {
        super(`The deadline of ${seconds} s (input \`timeout\`) has passed.`);
        this.name = 'DeadlineError';
    }
}
class CancelledError extends ActionError {
    constructor(signalName) {
        super(`The run was cancelled (${signalName}).`);
        this.name = 'CancelledError';
    }
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
const DISK_FULL = 'The disk of this machine is full; give the runner a larger one, or set RUNNER_TEMP to another, and run this again.';
function explained(error) {
    const { code } = error;
    return code === 'ENOSPC' ? new ActionError(DISK_FULL, { cause: error }) : error;
}


  }),

  5685:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    k: () => (  LATEST_INSTANT),
    u: () => (  isInstant)
  });
const EARLIEST_INSTANT = Date.UTC(2000);
const LATEST_INSTANT = Date.UTC(2200);
const isInstant = (text) => {
    const at = Date.parse(text);
    return at >= EARLIEST_INSTANT && at < LATEST_INSTANT;
};


  }),

  31666:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    L5: () => (  retry),
    Vs: () => (  retryAfterMs),
    aB: () => (  PassingError)
  });
  var p_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74995);
  var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);




class PassingError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ {
    retryAfterMs;
    mayBeDone;
    isLimit;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'PassingError';
        this.retryAfterMs = options.retryAfterMs ?? 0;
        this.mayBeDone = options.mayBeDone ?? false;
        this.isLimit = options.isLimit ?? false;
    }
}
async function retry(work, limits) {
    const { signal, withinMs = Number.POSITIVE_INFINITY, attempts = Number.POSITIVE_INFINITY } = limits;
    const { longestPauseMs = _waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.RETRY_LONGEST_PAUSE_MS } = limits;
    const end = performance.now() + withinMs;
    let failures = 0;
    let met = 0;
    const isWorthwhile = (error) => !signal.aborted &&
        (failures < attempts || isLimit(error)) &&
        retryAfterOf(error) <= end - performance.now() &&
        isAgain(error, limits);
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_3__  .Ay)(() => work().catch(throwAsError), {
            retries: Number.POSITIVE_INFINITY,
            minTimeout: _waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.RETRY_FIRST_PAUSE_MS,
            maxTimeout: longestPauseMs,
            maxRetryTime: withinMs,
            randomize: true,
            signal,
            shouldRetry: ({ error }) => isWorthwhile(error),
            shouldConsumeRetry: ({ error }) => !isLimit(error),
            onFailedAttempt: async ({ error }) => {
                if (!isLimit(error))
                    failures += 1;
                if (!isWorthwhile(error))
                    return;
                const own = isLimit(error) ? growing(met++, longestPauseMs) : 0;
                await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .v7)(Math.max(retryAfterOf(error), own), signal);
            },
        });
    }
    catch (error) {
        signal.throwIfAborted();
        throw error;
    }
}
const retryAfterOf = (error) => error.retryAfterMs ?? 0;
const isLimit = (error) => error.isLimit ?? false;
const growing = (before, longest) => Math.min(longest, _waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.RETRY_FIRST_PAUSE_MS * 2 ** before * (1 + Math.random()));
function isAgain(error, { isPassing, repeatable = true }) {
    const passes = isPassing ? isPassing(error) : error instanceof PassingError;
    return passes && (repeatable || !error.mayBeDone);
}
function throwAsError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ)
        throw thrown;
    const { message, name } = thrown;
    throw thrown instanceof Error && name !== 'TypeError' ? thrown : new Error(message, { cause: thrown });
}
function retryAfterMs(header) {
    if (!header)
        return 0;
    const milliseconds = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
    return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0;
}


  }),

  40753:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    K0: () => (  secretPartsOf),
    Wr: () => (  credentialsIn),
    qE: () => (  namedSecretsIn)
  });
const LONG_PART = 6;
const LONG_SECRET = 4;
const LONG_PATH = 12;
const DEPTH = 4;
const NAMES_SECRET = /pass|pwd|secret|token|cred|private|auth|sign|salt|seed|cookie|session|conn_?str|dsn|(?:^|[^a-z])(?:api|access|account|shared|encryption|master|key|sas|pin|otp|code)(?:[^a-z]|$)|[a-z]Key$|api_?key/i;
const namesSecret = (name) => NAMES_SECRET.test(name);
function secretPartsOf(secret) {
    const parts = { texts: new Set(), words: new Set(), values: new Set() };
    const whole = secret.trim();
    if (whole.length >= LONG_SECRET)
        parts.texts.add(whole);
    else if (whole !== '')
        parts.values.add(whole);
    for (const line of linesOf(whole))
        if (line.length >= LONG_SECRET)
            parts.texts.add(line);
    collect(whole, { isNamed: false, isWhole: true, depth: DEPTH }, parts);
    return parts;
}
function collect(text, place, parts) {
    if (!place.isWhole)
        keep(text, place.isNamed, parts);
    if (place.depth === 0)
        return;
    const inner = { isNamed: false, isWhole: false, depth: place.depth - 1 };
    const json = containerIn(text);
    if (json !== undefined)
        return collectJson(json, { ...inner, isNamed: place.isNamed }, parts);
    for (const credential of credentialsIn(text))
        collect(credential, { ...inner, isNamed: true }, parts);
    for (const part of pathPartsOf(text))
        keep(part, true, parts);
    for (const { name, value } of assignmentsIn(text))
        collect(value, { ...inner, isNamed: namesSecret(name) }, parts);
}
function collectJson(value, place, parts) {
    if (typeof value === 'string')
        return collect(value, place, parts);
    if (typeof value === 'number')
        return keep(String(value), place.isNamed, parts);
    if (typeof value !== 'object' || value === null)
        return;
    for (const [name, each] of Object.entries(value))
        collectJson(each, { ...place, isNamed: place.isNamed || namesSecret(name) }, parts);
}
function keep(text, isNamed, { texts, words, values }) {
    const lines = linesOf(text);
    for (const part of [text.trim(), ...(lines.length > 1 ? lines : [])]) {
        if (part === '')
            continue;
        if (part.length >= (isNamed ? LONG_SECRET : LONG_PART))
            texts.add(part);
        else if (isNamed && /[\p{L}\p{N}]/u.test(part))
            words.add(part);
        else
            values.add(part);
    }
}
function namedSecretsIn(text) {
    const json = containerIn(text);
    if (json !== undefined)
        return namedInJson(json, false);
    return assignmentsIn(text)
        .filter(({ name }) => namesSecret(name))
        .map(({ value }) => value);
}
function namedInJson(value, isNamed) {
    if (typeof value !== 'object' || value === null)
        return isNamed ? [String(value)] : [];
    return Object.entries(value).flatMap(([name, each]) => namedInJson(each, isNamed || namesSecret(name)));
}
const linesOf = (text) => text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
function containerIn(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function credentialsIn(text) {
    const urls = text.matchAll(/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,20}):\/\/(?=(\S{0,4000}))/gi);
    const found = [...urls].flatMap(([, scheme = '', rest = '']) => {
        const logins = [/^([^/?#]*?)@/, /^([^/?#]*)@/, /^(.*)@/].flatMap((login) => login.exec(rest)?.[1] ?? []);
        return [...new Set(logins)].flatMap((login) => secretsOfLogin(scheme, login));
    });
    const queries = [...text.matchAll(/[?&]([\w.-]+)=([^&\s#]+)/g)];
    const named = queries.filter(([, name = '']) => namesSecret(name)).map(([, , value = '']) => value);
    return [...found, ...named, ...named.map(decoded)];
}
function secretsOfLogin(scheme, login) {
    const at = login.indexOf(':');
    const [user, password] = at < 0 ? ['', login] : [login.slice(0, at), login.slice(at + 1)];
    if (password === '' || (at < 0 && !/^(redis|valkey|https?)/i.test(scheme)))
        return [];
    const pairs = [`${user}:${password}`, `${decoded(user)}:${decoded(password)}`];
    return [password, decoded(password), ...pairs.map(basicOf)];
}
const basicOf = (pair) => Buffer.from(pair).toString('base64');
function pathPartsOf(text) {
    const url = /^https?:\/\/\S+$/i.test(text) ? URL.parse(text) : null;
    if (!url)
        return [];
    const parts = [...url.pathname.split('/'), ...url.searchParams.values()];
    return parts.filter((part) => part.length >= LONG_PATH).flatMap((part) => [part, decoded(part)]);
}
function assignmentsIn(text) {
    return linesOf(text).flatMap((line) => {
        if (/^[a-z][a-z0-9+.-]*:\/\//i.test(line))
            return [];
        const [, name = '', value = ''] = /^(?:export\s+|-\s+)*["']?([A-Za-z_][\w.-]*)["']?\s*[:=]\s*(.+)$/.exec(line) ?? [];
        if (name === '')
            return [];
        const bare = unquoted(value);
        const credential = /^(?:Bearer|Basic|Token|ApiKey)\s+(\S+)$/i.exec(bare)?.[1];
        const words = [...line.matchAll(/(?<!\w)(\w{1,60})\s{0,20}=\s{0,20}('(?:[^'\\]|\\.)*'|[^\s']+)/g)].slice(1);
        return [
            { name, value: bare },
            ...(credential ? [{ name: 'credential', value: credential }, ...pairOf(credential)] : []),
            ...words
                .filter(([, each = '']) => namesSecret(each))
                .map(([, each = '', inner = '']) => ({ name: each, value: unquoted(inner) })),
        ];
    });
}
function pairOf(credential) {
    const pair = Buffer.from(credential, 'base64').toString();
    const at = pair.indexOf(':');
    return at < 0 || basicOf(pair) !== credential ? [] : [{ name: 'password', value: pair.slice(at + 1) }];
}
const unquoted = (value) => /^(["'])(.*)\1,?$/.exec(value.trim())?.[2] ?? value.trim();
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}


  }),

  4771:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    KG: () => (  asSentence),
    Qu: () => (  withoutFullStop),
    eZ: () => (  namesOf)
  });
function asSentence(text) {
    const trimmed = text.trimEnd();
    return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
function withoutFullStop(text) {
    return text.trimEnd().replace(/\.$/, '');
}
function namesOf(names, most = 5) {
    const more = names.length - most;
    return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}


  }),

  71501:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Wh: () => (  unlessAborted),
    _W: () => (  inAnyCase),
    vd: () => (  allSettled)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

async function allSettled(works) {
    const settled = await Promise.allSettled(works);
    const failed = settled.find((item) => item.status === 'rejected');
    if (failed)
        throw failed.reason;
    return settled.map((item) => item.value);
}
async function inAnyCase(work, after) {
    let result;
    try {
        result = await work();
    }
    catch (error) {
        await after().catch((later) => {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ)
                error.details.push(`Afterwards: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(later)}`);
        });
        throw error;
    }
    await after();
    return result;
}
function unlessAborted(promise, signal) {
    const aborted = Promise.withResolvers();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', abort);
    if (signal.aborted)
        abort();
    return Promise.race([promise, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}


  }),

  43646:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    M: () => (  WORKLOAD_WORDS)
  });
const WORKLOAD_WORDS = {
    deployment: ['deployment', 'deployments', 'deploy', 'deployment.apps'],
    statefulset: ['statefulset', 'statefulsets', 'sts', 'statefulset.apps'],
    daemonset: ['daemonset', 'daemonsets', 'ds', 'daemonset.apps'],
    rollout: ['rollout', 'rollouts', 'ro', 'rollout.argoproj.io'],
};


  }),

  85738:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CG: () => (  runningPods),
    EB: () => (  podsOf),
    Lf: () => (  podsWith),
    Rc: () => (  workloadOf),
    XA: () => (  toReach),
    i_: () => (  isReady),
    nM: () => (  selectorText)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
  var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



async function workloadOf(client, namespace, ref) {
    const workload = await client.find((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .jC)(namespace, ref.kind, ref.name));
    if (workload)
        return workload;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`There is no ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} in the namespace ${namespace}.`);
}
async function podsOf(client, namespace, ref) {
    const workload = await workloadOf(client, namespace, ref);
    const labelSelector = selectorText(workload.spec.selector);
    return (await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_2__  .M2, namespace, 'pods'), { labelSelector })).items;
}
async function podsWith(client, namespace, labelSelector) {
    return (await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_2__  .M2, namespace, 'pods'), { labelSelector })).items;
}
async function runningPods(client, namespace, ref) {
    const running = (await podsOf(client, namespace, ref)).filter(({ metadata, status }) => !metadata.deletionTimestamp && status?.phase === 'Running');
    if (running.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`No pod of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} runs in the namespace ${namespace}.`);
    return running.sort((a, b) => Number(isReady(b)) - Number(isReady(a)));
}
const isReady = ({ status }) => status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;
function selectorText({ matchLabels = {}, matchExpressions = [] }) {
    const equal = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
    const others = matchExpressions.map(({ key, operator, values = [] }) => {
        if (operator === 'Exists')
            return key;
        if (operator === 'DoesNotExist')
            return `!${key}`;
        return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
    });
    return [...equal, ...others].join(',');
}
function toReach(refs, means) {
    const plurals = [...new Set(refs.map(({ kind }) => _kinds_js__WEBPACK_IMPORTED_MODULE_1__  .EZ[kind].plural))];
    return [
        ...plurals.map((resource) => ({ group: 'apps', resource, verbs: ['get'] })),
        { group: '', resource: 'pods', verbs: ['list'] },
        { group: '', resource: means, verbs: means === 'pods/exec' ? ['create', 'get'] : ['get'] },
    ];
}


  }),

  24698:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  main: () => (  main)
});

var external_node_fs_ = __webpack_require__(73024);
var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var errors = __webpack_require__(45145);
var dump = __webpack_require__(52921);
var database_closed = __webpack_require__(33726);
var capture = __webpack_require__(84925);
var snapshots_snapshot = __webpack_require__(88691);
var snapshots_tables = __webpack_require__(29182);
var analyze = __webpack_require__(16421);
var cluster = __webpack_require__(66426);
var differences = __webpack_require__(61855);
var rights = __webpack_require__(96504);
; 


function judgeDifferences(found, expect, located = new Map()) {
    const findings = [
        ...found.tables.map((table) => judgeTable(table, expect, located.get((0,snapshots_tables .Vb)(table)))),
        ...found.schema.map((object) => finding(object, judgeSchema(object, expect), `is ${object.change}`)),
        ...found.sequences.map((sequence) => finding(sequence, judgeSequence(sequence, expect), `is ${describeChange(sequence, 'at ')}`)),
        ...found.others.map((other) => finding(other, judgeOther(other, expect), `is ${describeChange(other)}`)),
    ];
    const order = ['drift', 'open', 'allowed'];
    return findings.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}
function finding({ kind, name }, verdict, what) {
    return { kind, name, verdict, what };
}
function describeChange({ change, before, after }, at = '') {
    if (change !== 'changed')
        return change;
    return before || after ? `${at}${after}, was ${at}${before}` : change;
}
const judgeSchema = ({ kind, change }, expect) => expect === 'no-loss' && change === 'added' && kind !== rights .F4 ? 'allowed' : 'drift';
function judgeSequence({ change, behind }, expect) {
    if (expect === 'schema-only')
        return change === 'changed' ? 'allowed' : 'drift';
    if (expect === 'no-loss')
        return behind || change === 'lost' ? 'drift' : 'allowed';
    return 'drift';
}
function judgeOther({ kind, change, before, after }, expect) {
    const isData = ['migrations', 'large objects', 'large object'].includes(kind);
    if (expect === 'schema-only')
        return isData ? 'allowed' : 'drift';
    if (expect === 'identical')
        return 'drift';
    if (kind === 'large object')
        return change === 'added' ? 'allowed' : 'drift';
    if (kind === 'large objects')
        return BigInt(after ?? 0) > BigInt(before ?? 0) ? 'open' : 'drift';
    if (kind === 'migrations')
        return change === 'lost' ? 'drift' : 'allowed';
    return kind === 'extension' && change !== 'added' ? 'drift' : 'allowed';
}
function judgeTable(table, expect, rows) {
    const verdict = expect === 'schema-only' ? 'allowed' : expect === 'identical' ? 'drift' : lossOf(table, rows);
    return { kind: 'table', name: (0,snapshots_tables .Vb)(table), verdict, what: describeRows(table, rows) };
}
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
    return ranges.length > 0 && ranges.every((range) => range.rowsBefore === '0') ? 'allowed' : 'open';
}
function describeRows({ change, rowsBefore, rowsAfter, otherColumns }, rows) {
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

var waits = __webpack_require__(95282);
var snapshots_rows = __webpack_require__(68438);
; 




async function locate(found, before, after, { limit, signal }) {
    const rows = new Map();
    const missed = [];
    const late = AbortSignal.timeout(waits .r.LOCATE_MS);
    for (const table of found.tables.filter(({ change }) => change === 'changed')) {
        try {
            rows.set((0,snapshots_tables .Vb)(table), await (0,snapshots_rows .p)(before, after, table, { limit, signal: AbortSignal.any([signal, late]) }));
        }
        catch (error) {
            signal.throwIfAborted();
            const reason = late.aborted ? `not found within ${waits .r.LOCATE_MS / 1000} s` : (0,errors .bD)(error);
            missed.push({ table: (0,snapshots_tables .Vb)(table), reason });
        }
    }
    return { rows, missed };
}

; 





async function compare(now, snapshot, other, { scope, expect, jobs, limit, signal, progress }) {
    const isScoped = scope.tables.length > 0 || scope.exclude.length > 0;
    const used = isScoped || !snapshot ? scope : snapshot.scope;
    const take = (place, like) => (0,capture .d)(place.server, place.database, { ...used, jobs, signal, progress, ...(like && { like }) });
    const before = (0,differences .ux)(snapshot ?? (await take(other)), used);
    const taken = await take(now, before);
    const after = snapshot ? alike(taken, snapshot) : taken;
    const found = (0,differences .tX)(before, after);
    const locates = other && limit > 0 && expect !== 'schema-only';
    const located = locates
        ? await locate(found, other, now, { limit, signal })
        : { rows: new Map(), missed: [] };
    return {
        before,
        after,
        tables: found.tables,
        findings: judgeDifferences(found, expect, located.rows),
        located,
    };
}
function alike(after, { scope }) {
    const kept = (0,differences .ux)(after, scope);
    const missed = after.tables.filter((table) => !kept.tables.includes(table));
    const reason = 'left out when the snapshot was made';
    return {
        ...kept,
        told: [...kept.told, ...missed.map((table) => ({ kind: 'table', name: (0,snapshots_tables .Vb)(table), because: reason }))],
    };
}

; 

async function preview(server, scope) {
    return server.use(server.database, async (session) => {
        const all = await (0,snapshots_tables .tI)(session);
        (0,snapshots_tables .t4)(scope, all, server.database);
        const tables = all.filter((0,snapshots_tables .Od)(scope)).filter(({ kind }) => kind === 'table');
        (0,snapshots_tables .CM)(tables, server.user);
        const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
        return `Planned: ${tables.length} tables of ${server.database} with ${(bytes / 1e6).toFixed(1)} MB would be read; nothing was read.`;
    });
}

var markdown = __webpack_require__(26963);
var integrity_analysis = __webpack_require__(74731);
; 



const MAX_ENTRIES = 500;
const RANGES = 20;
const METHOD = {
    rows: 'the number of rows and the sum of their 64-bit hashes, which are made of every value, by table, all as of one instant',
    schema: 'the hash of each definition as PostgreSQL writes it',
    blind: [
        'rows made on purpose so that their hashes are equal',
        'changes that were made and undone in between',
        'damaged indexes (pg_amcheck finds those) and standbys that differ from their primary',
        'comments, security labels, and settings of databases and roles',
    ],
};
function totals({ tables }) {
    return { tables: tables.length, rows: String(tables.reduce((sum, { rows }) => sum + BigInt(rows), 0n)) };
}
function captureReport(snapshot, commands) {
    return {
        mode: 'capture',
        database: snapshot.database,
        at: snapshot.at,
        method: METHOD,
        tables: snapshot.tables
            .slice(0, MAX_ENTRIES)
            .map((table) => ({ name: (0,snapshots_tables .Vb)(table), rows: table.rows, unlogged: table.unlogged })),
        told: snapshot.told.slice(0, MAX_ENTRIES),
        commands,
    };
}
function comparisonReport({ before, after, tables, findings, located }, expect, commands) {
    return {
        mode: 'compare',
        expect,
        before: { database: before.database, at: before.at, ...totals(before) },
        after: { database: after.database, at: after.at, ...totals(after) },
        method: { ...METHOD, limits: limitsOf(before, after) },
        findings: findings.slice(0, MAX_ENTRIES),
        tables: tables
            .slice(0, MAX_ENTRIES)
            .map((table) => ({ ...table, ranges: table.ranges.slice(0, RANGES) })),
        rows: Object.fromEntries(located.rows),
        missed: located.missed,
        told: after.told.slice(0, MAX_ENTRIES),
        commands,
    };
}
const analysisReport = (analysis, commands) => ({
    mode: 'analyze',
    ...analysis,
    transactions: (0,integrity_analysis .XN)((0,analyze .CY)(analysis.pods)),
    commands,
});
function limitsOf(before, after) {
    const major = ({ serverVersion }) => Math.floor(serverVersion / 10000);
    const unlogged = after.tables.filter((table) => table.unlogged).map(snapshots_tables .Vb);
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

; 



const grouped = (number) => BigInt(number).toLocaleString('en');
function capturedSentence(snapshot, path) {
    return `Captured: ${size(snapshot)} of ${snapshot.database}, in ${path}.`;
}
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
    return `${all}, as far as it can be determined: in ${open.length} tables new rows could hide changed ones; give the database as it was as \`compare-with\`.`;
}
const EXPECTED = {
    identical: 'identical to',
    'no-loss': 'there, with nothing lost since',
    'schema-only': 'by their schema those of',
};
function analyzedSentence(database, { since, successRate, serverLog, pods }) {
    const rate = `success rate of transactions ${(0,integrity_analysis .YQ)(successRate)}`;
    const unread = serverLog.reasons.length > 0 ? ` (${serverLog.reasons[0]})` : '';
    const count = serverLog.errors === null ? 'an unknown number of' : grouped(serverLog.errors);
    const server = database === undefined ? [] : [rate, `${count} errors in the server's log${unread}`];
    const parts = [...server, ...(pods.length > 0 ? [describeLogs(pods)] : [])];
    return `Analyzed ${database ?? 'the logs'} since ${since}: ${parts.join('; ')}.`;
}
function describeLogs(pods) {
    const read = (0,analyze .CY)(pods);
    const unknown = pods.flatMap((pod) => ('unknown' in pod ? [`${pod.pod}: ${pod.unknown}`] : []));
    const missed = read.flatMap((pod) => pod.missed.map((part) => `${pod.pod}: ${part}`));
    const { total, failed, successRate } = (0,integrity_analysis .XN)(read);
    const parts = [...unknown, ...missed];
    const rest = parts.length > 0
        ? ` (not all: ${parts[0]}${parts.length > 1 ? `, and ${parts.length - 1} more` : ''})`
        : '';
    if (read.length === 0)
        return `logs of no pod read${rest}`;
    return `logs of ${read.length} pods read: ${grouped(total)} transactions, ${grouped(failed)} failed, success rate ${(0,integrity_analysis .YQ)(successRate)}${rest}`;
}
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

; 




const MAX_ROWS = 100;
const render_RANGES = 5;
const ICONS = { drift: '❌', open: '❔', allowed: '✅' };
function captureSummary(sentence, snapshot, commands) {
    const rows = snapshot.tables
        .toSorted((a, b) => (BigInt(a.rows) > BigInt(b.rows) ? -1 : 1))
        .slice(0, MAX_ROWS)
        .map((each) => [(0,markdown .aY)((0,snapshots_tables .Vb)(each)), grouped(each.rows), each.unlogged ? 'unlogged' : '']);
    return page([
        `## ${(0,markdown .tJ)(sentence)}`,
        (0,markdown .tp)(['Table', 'Rows', ''], rows),
        rest(snapshot.tables.length),
        commandTable(commands),
        notComparedTable(snapshot),
    ]);
}
function comparisonSummary(sentence, comparison, commands) {
    const { findings, before, after } = comparison;
    const rows = findings
        .slice(0, MAX_ROWS)
        .map(({ verdict, kind, name, what }) => [ICONS[verdict], (0,markdown .tJ)(kind), (0,markdown .aY)(name), (0,markdown .tJ)(what)]);
    return page([
        `## ${(0,markdown .tJ)(sentence)}`,
        rows.length > 0 ? (0,markdown .tp)(['', 'What', 'Name', 'Since the snapshot it'], rows) : '',
        rest(findings.length),
        rowTable(comparison),
        commandTable(commands),
        countTable(comparison),
        notComparedTable(after),
        `Compared with ${(0,markdown .aY)(before.database)} of ${before.at}: ${(0,markdown .tJ)(METHOD.rows)}; ${(0,markdown .tJ)(METHOD.schema)}. ${limitsOf(before, after).map(markdown .tJ).join(' ')} This cannot see ${METHOD.blind.join('; ')}.`,
    ]);
}
function commandTable(commands) {
    if (commands.length === 0)
        return '';
    const rows = commands.map((each) => [
        each.exitCode === 0 ? '✅' : '❌',
        (0,markdown .aY)(each.in),
        (0,markdown .aY)(each.command),
        each.exitCode === null ? '–' : String(each.exitCode),
        `${each.seconds} s`,
        (0,markdown .tJ)(each.output.slice(-300)),
    ]);
    return (0,markdown .tp)(['', 'In', 'Command', 'Exit code', 'Time', 'Output'], rows);
}
function countTable({ before, after }) {
    const now = new Map(after.tables.map((each) => [(0,snapshots_tables .Vb)(each), each.rows]));
    const then = new Map(before.tables.map((each) => [(0,snapshots_tables .Vb)(each), each.rows]));
    const names = [...new Set([...then.keys(), ...now.keys()])].sort();
    if (names.length === 0)
        return '';
    const formatCount = (rows) => (rows === undefined ? '–' : grouped(rows));
    const rows = names
        .slice(0, MAX_ROWS)
        .map((name) => [(0,markdown .aY)(name), formatCount(then.get(name)), formatCount(now.get(name))]);
    const counts = page([(0,markdown .tp)(['Table', 'Rows before', 'Rows after'], rows), rest(names.length)]);
    return `<details><summary>Rows of ${grouped(names.length)} tables before and after</summary>\n\n${counts}\n\n</details>`;
}
function rowTable({ tables, located }) {
    const rows = [];
    for (const [name, found] of located.rows)
        for (const example of found.examples)
            rows.push([
                (0,markdown .aY)(name),
                (0,markdown .tJ)(WHERE[example.where]),
                describeKey(example),
                (0,markdown .tJ)(example.columns.join(', ')),
            ]);
    for (const { table: name, reason } of located.missed)
        rows.push([(0,markdown .aY)(name), (0,markdown .tJ)(reason), '', '']);
    for (const each of tables.filter((one) => !located.rows.has((0,snapshots_tables .Vb)(one)))) {
        for (const { keys, rowsBefore, rowsAfter } of each.ranges.slice(0, render_RANGES))
            rows.push([
                (0,markdown .aY)((0,snapshots_tables .Vb)(each)),
                `${grouped(rowsBefore)} rows before, ${grouped(rowsAfter)} now`,
                (0,markdown .aY)(keys),
                '',
            ]);
        if (each.ranges.length > render_RANGES)
            rows.push([(0,markdown .aY)((0,snapshots_tables .Vb)(each)), `and ${each.ranges.length - render_RANGES} more ranges of keys`, '', '']);
    }
    return rows.length > 0 ? (0,markdown .tp)(['Table', 'Rows', 'Key', 'Columns'], rows.slice(0, MAX_ROWS)) : '';
}
const WHERE = { onlyA: 'gone', onlyB: 'new', changed: 'changed' };
const describeKey = ({ key }) => (0,markdown .aY)(Object.entries(key)
    .map(([column, value]) => `${column} = ${value}`)
    .join(', '));
function notComparedTable({ told: notCompared }) {
    if (notCompared.length === 0)
        return '';
    const rows = notCompared
        .slice(0, MAX_ROWS)
        .map(({ kind, name, because: reason }) => [(0,markdown .tJ)(kind), (0,markdown .aY)(name), (0,markdown .tJ)(reason)]);
    return page([(0,markdown .tp)(['Not compared', 'Name', 'Because'], rows), rest(notCompared.length)]);
}
const rest = (count) => count > MAX_ROWS
    ? `${grouped(count - MAX_ROWS)} more are in the output \`report\`, as far as they fit.`
    : '';
const page = (parts) => parts.filter((part) => part !== '').join('\n\n');

; 





function analysisSummary(sentence, analysis, commands) {
    const { counters, serverLog, since, pods } = analysis;
    const writes = 'value' in counters ? counters.value.writes : [];
    return page([
        `## ${(0,markdown .tJ)(sentence)}`,
        (0,markdown .tp)(['Since', (0,markdown .tJ)(since)], figures(analysis)),
        writes.length === 0
            ? ''
            : (0,markdown .tp)(['Writes, those rolled back included', 'Inserted', 'Updated', 'Deleted'], writes.map((each) => [
                (0,markdown .aY)(each.table),
                ...[each.inserted, each.updated, each.deleted].map(grouped),
            ])),
        serverLog.messages.length === 0
            ? ''
            : (0,markdown .tp)(['Errors in the server’s log', 'Code', 'Times'], serverLog.messages.map(({ message, code: state, count }) => [
                (0,markdown .tJ)(message),
                (0,markdown .tJ)(state ?? ''),
                grouped(count),
            ])),
        podTable(pods),
        commandTable(commands),
    ]);
}
function figures({ counters, successRate, serverLog }) {
    const fromCounters = 'value' in counters
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
        ['Success rate (committed of all ended)', (0,markdown .tJ)((0,integrity_analysis .YQ)(successRate))],
        ...fromCounters,
        [
            'Errors in the log',
            `${counted(serverLog.errors)}${failed === null ? '' : `, in ${grouped(failed)} transactions`}`,
        ],
        [
            'Deadlocks, serialization failures in the log',
            `${counted(serverLog.deadlocks)}, ${counted(serverLog.serializationFailures)}`,
        ],
        ['Read from', (0,markdown .tJ)([serverLog.source, ...serverLog.reasons].join('; '))],
    ];
}
const counted = (count) => (count === null ? 'unknown' : grouped(count));
function podTable(pods) {
    if (pods.length === 0)
        return '';
    const { total, failed, successRate } = (0,integrity_analysis .XN)((0,analyze .CY)(pods));
    const rows = pods.map((log) => 'unknown' in log
        ? [(0,markdown .aY)(log.pod), (0,markdown .tJ)(`unknown: ${log.unknown}`), '', '', '', '']
        : [
            (0,markdown .aY)(log.pod),
            ...[log.lines, log.writes, log.failedWrites].map(grouped),
            (0,markdown .tJ)((0,integrity_analysis .YQ)(log.successRate)),
            (0,markdown .tJ)(log.missed.join('; ')),
        ]);
    return page([
        (0,markdown .tp)(['Transaction analysis of the logs', ''], [
            ['Total transactions', grouped(total)],
            ['Failed transactions', grouped(failed)],
            ['Success rate', (0,markdown .tJ)((0,integrity_analysis .YQ)(successRate))],
        ]),
        (0,markdown .tp)(['Pod', 'Lines', 'Transactions', 'Failed', 'Success rate', 'Not read'], rows),
    ]);
}

var component = __webpack_require__(5491);
var pod_commands = __webpack_require__(50056);
var session = __webpack_require__(81149);
; 




















const DEFAULT_SINCE_SECONDS = 3600;
async function main(inputs, context) {
    const server = serverOf(inputs, context);
    if (inputs.dump !== undefined && inputs.mode !== 'capture')
        throw new errors .lZ('Input `dump` is for `mode: capture` alone: it is made of the instant that is captured.');
    const work = podWorkOf(inputs);
    const pods = await (0,cluster .So)(work, inputs, context).catch((error) => {
        if (inputs.mode !== 'capture')
            throw error;
        context.log.warn(`The services' own checks (\`commands\`) were not run: ${(0,errors .bD)(error)}`);
        return undefined;
    });
    try {
        const inspect = (more) => (0,cluster .HU)(pods, { ...work, ...more });
        if (!server)
            return await logsAlone(inputs, inspect, context);
        if (context.dryRun)
            return { result: 'planned', message: await preview(server, scopeOf(inputs)) };
        return await verify(server, inputs, inspect, context);
    }
    finally {
        pods?.client.close();
    }
}
function serverOf({ databaseUrl, database, mode, logs }, context) {
    if (databaseUrl === undefined) {
        if (mode === 'analyze' && logs.length > 0)
            return undefined;
        throw new errors .lZ('Input `database-url` is required; only `mode: analyze` of `logs` works without it.');
    }
    const named = session.Server.parse(databaseUrl, context);
    return database ? named.withDatabase(database) : named;
}
async function logsAlone({ since: seconds = DEFAULT_SINCE_SECONDS }, inspect, { dryRun }) {
    if (dryRun)
        return { result: 'planned', message: 'Planned: the logs of pods would be read; nothing was read.' };
    const since = new Date(Date.now() - seconds * 1000);
    const { commands, pods } = await inspect({ since });
    return analyzed({ ...(0,analyze .X2)(since), pods }, commands, undefined, '');
}
async function verify(server, inputs, inspect, context) {
    const event = { ...(0,component .yK)(server), step: inputs.mode };
    const begun = performance.now();
    context.record({ ...event, status: 'started' });
    const modes = { capture: verify_integrity_capture, compare: compareNow, analyze: analyzeNow };
    const outcome = await modes[inputs.mode](server, inputs, inspect, context).catch((error) => {
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
async function verify_integrity_capture(server, inputs, inspect, context) {
    const options = {
        ...scopeOf(inputs),
        jobs: inputs.jobs,
        ranges: inputs.locate > 0,
        signal: context.signal,
        progress: progressOf(context),
        ...(inputs.dump !== undefined && { meanwhile: dumping(server, inputs.dump, context) }),
    };
    const snapshot = await (0,capture .d)(server, server.database, options);
    const path = snapshotPath(inputs);
    (0,snapshots_snapshot .oF)(path, snapshot);
    const { commands } = await inspect();
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
const dumping = (server, path, { signal }) => async (snapshot) => {
    await (0,dump .m)(server, server.database, path, { signal, snapshot, what: 'dump' });
};
async function compareNow(server, inputs, inspect, context) {
    const path = snapshotPath(inputs);
    const other = otherPlace(server, inputs, context);
    const snapshot = other && !inputs.snapshot ? undefined : (0,snapshots_snapshot .RA)(path);
    const work = () => compare({ server, database: server.database }, snapshot, other, {
        scope: scopeOf(inputs),
        expect: inputs.expect,
        jobs: inputs.jobs,
        limit: inputs.locate,
        signal: context.signal,
        progress: progressOf(context),
    });
    const found = other ? await (0,database_closed .U)(other.server, other.database, work) : await work();
    const { commands } = await inspect();
    return compared(found, commands, inputs, snapshot && path);
}
function compared(found, commands, { expect }, snapshot) {
    const drifted = found.findings.some(({ verdict }) => verdict === 'drift');
    const hasFailed = commands.some(({ exitCode }) => exitCode !== null && exitCode !== 0);
    const report = comparisonReport(found, expect, commands);
    const { tables, rows } = totals(found.after);
    const failed = failedCommand(commands);
    const message = !drifted && failed ? failed : comparedSentence(found, expect);
    return {
        result: drifted || hasFailed ? 'drift' : failed ? 'failed' : 'intact',
        message,
        outputs: { report, snapshot: snapshot ?? '', tables, rows },
        summary: comparisonSummary(message, found, commands),
    };
}
async function analyzeNow(server, inputs, inspect) {
    const path = snapshotPath(inputs);
    const before = inputs.snapshot || (0,external_node_fs_.existsSync)(path) ? (0,snapshots_snapshot .RA)(path) : undefined;
    const back = (seconds) => new Date(Date.now() - seconds * 1000);
    const captured = before ? new Date(before.at) : back(DEFAULT_SINCE_SECONDS);
    const since = inputs.since ? back(inputs.since) : captured;
    const database = await (0,analyze .ns)(server, before, since, inputs.postgresLog);
    const { commands, pods } = await inspect({ since });
    return analyzed({ ...database, pods }, commands, server.database, before ? path : '');
}
function analyzed(analysis, commands, database, snapshot) {
    const report = analysisReport(analysis, commands);
    const failed = failedCommand(commands);
    const message = failed ?? analyzedSentence(database, analysis);
    return {
        result: failed ? 'failed' : 'analyzed',
        message,
        outputs: { report, snapshot },
        summary: analysisSummary(message, analysis, commands),
    };
}
const scopeOf = ({ tables, excludeTables }) => ({ tables, exclude: excludeTables });
const snapshotPath = ({ snapshot, dump }) => snapshot ??
    (dump === undefined ? undefined : `${dump}.snapshot.json`) ??
    (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'integrity-snapshot.json');
function podWorkOf(inputs) {
    return {
        commands: inputs.commands.map(pod_commands .R),
        seconds: inputs.commandTimeout,
        logs: inputs.logs.map(cluster .P),
        since: new Date(),
    };
}
function otherPlace(server, { compareWith, compareWithUrl }, context) {
    if (compareWith && compareWithUrl)
        throw new errors .lZ('Give `compare-with` or `compare-with-url`, not both.');
    if (compareWith)
        return { server, database: compareWith };
    if (!compareWithUrl)
        return undefined;
    const other = session.Server.parse(compareWithUrl, context);
    return { server: other, database: other.database };
}
const progressOf = ({ log }) => (done, all, table) => log.info(`… ${done} of ${all} tables: ${(0,snapshots_tables .Vb)(table)} has ${table.rows} rows`);
const secondsSince = (begun) => (performance.now() - begun) / 1000;


  })

};
;
"use strict";
exports.id = 927;
exports.ids = [927];
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

  60599:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    fc: () => (  makeFolder),
    pb: () => (  writePrivate),
    sX: () => (  appendPrivate)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
  var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



function writePrivate(path, content) {
    makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    const beside = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(beside, content, { flag: 'wx', mode: 0o600 });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(beside, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(beside, { force: true });
        throw error;
    }
}
const makeFolder = (path) => {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { recursive: true, mode: 0o700 });
};
function appendPrivate(path, text) {
    const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_WRONLY } = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
    try {
        const status = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
        const isOurs = status.isFile() && status.uid === process.getuid?.();
        if (isOurs && (status.mode & 0o077) !== 0)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync)(file, 0o600);
        if (text !== '')
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(file, text);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}


  }),

  61376:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    DJ: () => (  withoutControls),
    Hh: () => (  cutLine),
    wi: () => (  inertLines)
  });
const CONTROLS = /\r\n?|(?![\t\n])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const LINE_ENDS = ['\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];
const withoutControls = (text) => text.replace(CONTROLS, (sign) => (LINE_ENDS.includes(sign) ? '\n' : ''));
const inertLines = (text) => withoutControls(text)
    .split('\n')
    .map((line) => line.replace(/^([\s\p{Z}\p{Cf}]*):(?=:)/u, '$1: ').replaceAll('##[', '## ['));
const LONGEST_LINE = 8 * 1024;
const cutLine = (line) => line.slice(0, LONGEST_LINE);


  }),

  71375:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    O: () => (  withoutInvisible)
  });
const PLAIN = String.raw `\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;
const JOINED = String.raw `(?![${PLAIN}])[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]`;
const JOINER = new RegExp(String.raw `(?<=${JOINED})[\u200C\u200D](?=${JOINED})`, 'gu');
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
function withoutInvisible(text) {
    const kept = new Set([...text.matchAll(JOINER)].map(({ index }) => index));
    return text.replace(INVISIBLE, (sign, index) => (kept.has(index) ? sign : ''));
}


  }),

  26963:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Xl: () => (  withoutReferences),
    aY: () => (  code),
    tJ: () => (  inert),
    tp: () => (  table)
  });
  var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61376);
  var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);


function inert(text) {
    return oneLine((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__  .E$)((0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__  .DJ)(text))).replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
function oneLine(text) {
    const [first = '', ...rest] = text.split('\n');
    if (rest.length === 0)
        return first;
    const last = rest.pop() ?? '';
    const words = [first.trimEnd(), ...rest.map((line) => line.trim()).filter(Boolean), last.trimStart()];
    return words.join(' ');
}
const withoutReferences = (markdown) => markdown
    .replaceAll('&#64;', '&#64;<!-- -->')
    .replace(/(?<!&)#(?=\d)/g, '#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, 2)}<!-- -->-`)
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:<!-- -->')
    .replace(/\bwww\.(?=\w)/gi, 'www<!-- -->.');
const code = (text) => `<code>${inert(text)}</code>`;
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}


  }),

  28991:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A: () => (  diagram),
    V: () => (  gantt)
  });
  var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);

function gantt({ title, axis }, bars) {
    if (bars.length === 0)
        return '';
    const lines = bars.map(({ name, style, from, to }) => `  ${label(name)} :${style ? `${style}, ` : ''}${from}, ${to}`);
    return diagram(['gantt', `  title ${title}`, '  dateFormat x', `  axisFormat ${axis}`, ...lines]);
}
const diagram = (lines) => ['```mermaid', ...lines, '```'].join('\n');
const label = (name) => (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__  .E$)(name)
    .replace(/[^\p{L}\p{N}/._✓✗…–-]+/gu, ' ')
    .trim()
    .slice(0, 62) || 'without a name';


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

  95282:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    r: () => (  WAITS)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const REAL = {
    RETRY_FIRST_PAUSE_MS: 200,
    RETRY_LONGEST_PAUSE_MS: 3000,
    EXIT_MS: 1000,
    POST_PHASE_SECONDS: 30,
    PROCESS_KILL_MS: 5000,
    CHAIN_NOTIFY_MS: 20_000,
    CHAIN_RESUME_MS: 30_000,
    NEXT_UPDATE_MS: 900_000,
    QUESTION_LEAST_MS: 300_000,
    QUESTION_REMIND_MS: 600_000,
    QUESTION_AGAIN_MS: 900_000,
    INIT_CACHE_MS: 2000,
    SINK_SECONDS: 15,
    SINK_ATTEMPT_SECONDS: 5,
    SMTP_CONNECT_MS: 5000,
    LIVE_UPDATE_MS: 1500,
    GITHUB_ATTEMPT_MS: 5000,
    GITHUB_MS: 60_000,
    PROMETHEUS_ATTEMPT_MS: 10_000,
    PROMETHEUS_MS: 20_000,
    ASSESS_SAMPLE_MS: 20_000,
    API_SERVER_FIRST_MS: 10_000,
    API_SERVER_LATER_MS: 120_000,
    API_SERVER_SILENCE_MS: 15_000,
    API_SERVER_LONGEST_LIMIT_MS: 30_000,
    POD_LOG_SILENCE_MS: 3000,
    LIST_EXPIRED_PAUSE_MS: 200,
    WATCH_RENEW_SECONDS: 30,
    WATCH_LONGEST_PAUSE_MS: 2000,
    LEASE_SECONDS: 30,
    LEASE_RELEASE_MS: 5000,
    LEASE_POLL_MS: 500,
    PODS_STATE_MS: 20_000,
    HEALTH_ATTEMPT_MS: 5000,
    HEALTH_COMMAND_MS: 30_000,
    POD_READY_MS: 60_000,
    POD_READY_POLL_MS: 500,
    COMMAND_END_MS: 5000,
    ROLLOUT_POLL_MS: 1000,
    OLD_PODS_ENDING_MS: 10_000,
    NODE_SILENT_MS: 30_000,
    QUOTA_FULL_MS: 30_000,
    RELEASE_APPLIED_MS: 60_000,
    REFUSAL_STANDS_MS: 2000,
    POD_TROUBLE_MS: 30_000,
    UNSCHEDULABLE_MS: 60_000,
    SCALE_UP_MS: 600_000,
    LAST_WORDS_MS: 3000,
    STEADY_MS: 5000,
    RESTARTED_LATELY_MS: 600_000,
    OWNER_POLL_MS: 100,
    OWNER_START_MS: 10_000,
    OWNER_ENDS_MS: 60_000,
    OWNER_OPERATION_MS: 120_000,
    OWNER_HOLDS_MS: 1000,
    OWNER_BLOCKED_MS: 3000,
    DOWN_POLL_MS: 500,
    SERVICE_RESTORE_MS: 120_000,
    COPY_REPLACE_MS: 8000,
    COPY_POLL_MS: 200,
    POSTGRES_CONNECT_MS: 10_000,
    POSTGRES_GOODBYE_MS: 2000,
    POSTGRES_AWAY_MS: 10_000,
    SWITCH_LOCK_MS: 3000,
    SWITCH_STATEMENT_MS: 15_000,
    SWITCH_ROUND_MS: 10,
    SWITCH_CHECK_MS: 15_000,
    SESSIONS_WATCH_MS: 4000,
    SESSIONS_ROUND_MS: 100,
    IN_PLACE_LOCK_MS: 10_000,
    DOWNTIME_PERIOD_MS: 5,
    DOWNTIME_LONGEST_MS: 5000,
    PROGRESS_PERIOD_MS: 5000,
    HELD_LOOK_MS: 1000,
    POOLER_PAUSE_SECONDS: 15,
    POOLER_CONNECT_MS: 10_000,
    POOLER_RESUME_MS: 5000,
    POOLER_POLL_MS: 5,
    TRAFFIC_RESUME_MS: 25_000,
    SIDE_CLUSTER_POLL_MS: 200,
    SIDE_CLUSTER_STOP_MS: 20_000,
    RDS_ATTEMPT_MS: 10_000,
    RDS_MS: 60_000,
    RDS_POLL_MS: 15_000,
    RDS_PROGRESS_MS: 60_000,
    RDS_DELETE_MS: 20_000,
    LOCATE_MS: 120_000,
    PLAN_COUNT_MS: 5000,
    REDIS_CONNECT_MS: 5000,
    REDIS_SILENCE_MS: 30_000,
    REDIS_AWAY_PLAN_MS: 2000,
    REDIS_AWAY_CLEAR_MS: 20_000,
    REDIS_AWAY_SWEEP_MS: 30_000,
    REDIS_SWEEP_PAUSE_MS: 500,
    DNS_DATAGRAM_MS: 2000,
    DNS_CONNECTION_MS: 5000,
    DNS_LOOKUP_MS: 2000,
    DELEGATION_MS: 6000,
    DNS_PROPAGATION_POLL_MS: 500,
    DNS_TARGET_MS: 5000,
    CLOUDFLARE_ATTEMPT_MS: 15_000,
    ROUTE53_CONNECT_MS: 5000,
    ROUTE53_ATTEMPT_MS: 15_000,
    ROUTE53_POLL_MS: 2000,
    ROUTE53_LONGEST_POLL_MS: 10_000,
    STORE_SILENCE_MS: 30_000,
    STORE_LONGEST_PAUSE_MS: 8000,
    REGISTRY_ATTEMPT_MS: 3000,
    REGISTRY_MS: 5000,
    TERRAFORM_POLL_MS: 200,
    TERRAFORM_PG_LOCK_MS: 5000,
    TERRAFORM_PUSH_MS: 30_000,
    DRILL_SEEN_SECONDS: 120,
    DRILL_JUDGED_SECONDS: 600,
    DRILL_GONE_SECONDS: 120,
    DRILL_POLL_MS: 200,
    DRILL_JUDGE_MS: 1000,
};
function waitsFor({ GITHUB_ACTIONS, ROLLBACK_TEST_WAITS }) {
    if (GITHUB_ACTIONS !== undefined || !ROLLBACK_TEST_WAITS)
        return Object.freeze({ ...REAL });
    const overrides = JSON.parse(ROLLBACK_TEST_WAITS);
    for (const [name, value] of Object.entries(overrides)) {
        const real = Object.hasOwn(REAL, name) && REAL[name];
        if (real === false || typeof value !== 'number' || !(value > 0 && value <= real))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`ROLLBACK_TEST_WAITS asks for ${name} = ${value}; a test can shorten waits that exist, and no more.`);
    }
    return Object.freeze({ ...REAL, ...overrides });
}
const WAITS = waitsFor(process.env);


  }),

  93121:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    LO: () => (  uncountedIn),
    Rr: () => (  lossesOf),
    To: () => (  repairedInWords),
    ux: () => (  lossInWords)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);


const count = valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .mee(valibot__WEBPACK_IMPORTED_MODULE_1__  .aig()), 0);
const repaired = valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    repaired: valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ back: valibot__WEBPACK_IMPORTED_MODULE_1__  .aig(), set: valibot__WEBPACK_IMPORTED_MODULE_1__  .aig(), newer: valibot__WEBPACK_IMPORTED_MODULE_1__  .aig() }),
});
const schema = valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    seconds: valibot__WEBPACK_IMPORTED_MODULE_1__  .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__  .aig()),
    tables: valibot__WEBPACK_IMPORTED_MODULE_1__  .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ lost: count, changed: count, exact: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .zMY(), true) }))),
});
function lossesOf(dataLoss) {
    return dataLoss
        .filter(({ happened }) => happened)
        .map(({ name, evidence }) => ({ name, ...sizeOf(evidence) }))
        .filter(({ rows }) => rows !== 0);
}
function sizeOf(evidence) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__  .xLC(schema, evidence);
    if (!parsed.success)
        return { rows: undefined, exact: false, seconds: undefined };
    const { seconds, tables } = parsed.output;
    const rows = tables?.reduce((sum, { lost, changed }) => sum + (lost ?? 0) + (changed ?? 0), 0);
    const exact = tables?.every((table) => table.exact) ?? false;
    return {
        rows: rows === 0 && !exact ? undefined : (rows ?? undefined),
        exact,
        seconds: seconds ?? undefined,
    };
}
const wentBack = ({ means, status }) => means === 'restores' && status === 'done';
const uncountedIn = (components, dataLoss) => components
    .filter(({ component, steps }) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .I)(component) === 'database' && steps.some(wentBack))
    .filter(({ component }) => !dataLoss.some((each) => each.component === component))
    .map(({ name }) => name);
function repairedInWords(evidence) {
    const all = evidence.flatMap((each) => {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__  .xLC(repaired, each);
        return parsed.success ? [parsed.output.repaired] : [];
    });
    if (all.length === 0)
        return undefined;
    const counted = (what, noun, verb) => {
        const rows = all.reduce((sum, each) => sum + each[what], 0);
        return `${rows.toLocaleString('en')} ${noun}${rows === 1 ? ' is' : 's are'} ${verb}`;
    };
    return `${counted('back', 'row', 'back')}, ${counted('set', 'row', 'set back')}, ${counted('newer', 'newer row', 'kept')}`;
}
function lossInWords(losses, duration) {
    if (losses.length === 0)
        return undefined;
    const isCounted = losses.every(({ exact }) => exact);
    const rows = losses.reduce((sum, each) => sum + (each.rows ?? 0), 0);
    const times = losses.map(({ seconds }) => seconds).filter((seconds) => seconds !== undefined);
    const time = times.length > 0 ? ` (up to ${duration(Math.max(...times))} of writes)` : '';
    const most = isCounted ? '' : 'at least ';
    if (rows === 0)
        return `an unknown number of rows${time}`;
    return `${most}${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}${time}`;
}


  }),

  45806:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    e: () => (  measuredBy)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

const row = valibot__WEBPACK_IMPORTED_MODULE_0__  ._H3({
    signal: valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(),
    value: valibot__WEBPACK_IMPORTED_MODULE_0__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__  .L5J()),
    message: valibot__WEBPACK_IMPORTED_MODULE_0__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__  .L5J()),
});
function measuredBy(assessment) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_0__  .xLC(valibot__WEBPACK_IMPORTED_MODULE_0__  .YOg(row), assessment?.evidence);
    const rows = parsed.success ? parsed.output : [];
    const rate = rows.find(({ signal }) => signal === 'error-rate')?.value;
    const latency = rows.find(({ signal, value }) => signal === 'slowdown' && typeof value === 'number')?.message;
    return {
        errorRate: typeof rate === 'number' && rate >= 0 && rate <= 1 ? rate : undefined,
        latency: typeof latency === 'string' && latency !== '' ? latency : undefined,
    };
}


  }),

  81325:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  rS: () => (  earlierTimes),
  $H: () => (  lastTimes),
  i6: () => (  parseHistory),
  ng: () => (  runOf)
});

var external_node_fs_ = __webpack_require__(73024);
var dist = __webpack_require__(77934);
var instant = __webpack_require__(5685);
var rto = __webpack_require__(92908);
var catalogue = __webpack_require__(15379);
; 


const schema_text = dist .YjP();
const schema_instant = dist .FsL(dist .YjP(), dist .yhX(), dist .h_('RFC 3339, in UTC'));
const seconds = dist .FsL(dist .aig(), dist .Wwf(0));
const maybe = (schema) => dist .yqP(schema);
const outcome = dist .KIO(['running', 'done', 'failed', 'no-op', 'planned']);
const schema_status = dist .KIO(['started', 'done', 'no-op', 'planned', 'failed', 'skipped']);
const means = dist .KIO(catalogue .Lx);
const step = dist .Ikc({
    step: schema_text,
    means: dist .FsL(means, dist .h_('Only `restores` puts something back')),
    status: schema_status,
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    message: maybe(schema_text),
});
const component = dist .Ikc({
    component: dist .FsL(schema_text, dist .h_('As the record names it: deployment/web, ConfigMap/settings …')),
    key: dist .FsL(schema_text, dist .h_('The same with where it is before it: this one and no other')),
    name: dist .FsL(schema_text, dist .h_('For people: with what sets it apart where others are called the same')),
    from: maybe(schema_text),
    to: maybe(schema_text),
    outcome: dist .FsL(dist .KIO(['running', 'done', 'no-op', 'planned', 'failed', 'skipped']), dist .h_('`done`: it was put back, and that is proven')),
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(dist .FsL(seconds, dist .h_('From its first start to its end'))),
    message: maybe(schema_text),
    configuration: dist .FsL(dist .zMY(), dist .h_('Goes back with something else and is not counted: a ConfigMap, a resource')),
    steps: dist .YOg(step),
    isVerified: dist .FsL(dist .zMY(), dist .h_('Whether what it went back to passed a check')),
});
const schema_rto = dist .Ikc({
    component: dist .FsL(schema_text, dist .h_('Its label in the input `rto`, else the pattern')),
    pattern: dist .FsL(schema_text, dist .h_('Which components it is for, those of earlier runs too; `all` is the whole rollback')),
    target: dist .FsL(seconds, dist .h_('The objective')),
    actual: maybe(dist .FsL(seconds, dist .h_('From the start of the rollback until it was back, this time'))),
    last: maybe(dist .FsL(seconds, dist .h_('The same, the time before'))),
    lastIn: maybe(dist .FsL(schema_text, dist .h_('The environment that `last` is from, where it never went back in this one'))),
    p95: maybe(dist .FsL(seconds, dist .h_('95 of 100 earlier times were no longer'))),
    runs: dist .FsL(dist .aig(), dist .h_('How many earlier times there are')),
    state: dist .KIO(['met', 'missed', 'untested']),
});
const checklistItem = dist .Ikc({
    item: schema_text,
    state: dist .KIO(['done', 'failed', 'human', 'not-applicable']),
    evidence: maybe(schema_text),
    owner: maybe(dist .FsL(schema_text, dist .h_('Who has to do it, where it is for a human'))),
});
const run = dist .Ikc({
    id: schema_text,
    at: schema_instant,
    environment: maybe(schema_text),
    outcome: dist .KIO(['done', 'failed']),
    seconds: dist .FsL(seconds, dist .h_('The whole rollback')),
    components: dist .FsL(dist .g1P(schema_text, seconds), dist .h_('Seconds until each that is back was')),
});
const action = dist .Ikc({
    name: schema_text,
    means: maybe(means),
    part: maybe(dist .FsL(schema_text, dist .h_('The step of the whole rollback that it was: switch orders'))),
    status: schema_status,
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    message: maybe(schema_text),
});
const answer = dist .Ikc({ question: schema_text, answer: schema_text, tone: dist .KIO(['good', 'bad', 'open']) });
const assessment = dist .Ikc({
    severity: maybe(schema_text),
    decision: maybe(schema_text),
    decideBy: maybe(schema_text),
    result: maybe(schema_text),
    evidence: dist .lqM(dist .L5J()),
    message: maybe(schema_text),
});
const reportSchema = dist .FsL(dist .Ikc({
    version: dist .euz(1),
    id: schema_text,
    incident: dist .FsL(schema_text, dist .h_('What all attempts of a run have in common; else the id')),
    outcome,
    sentence: dist .FsL(schema_text, dist .h_('The result in one sentence')),
    headline: dist .FsL(schema_text, dist .h_('How it stands, at a glance')),
    standing: dist .KIO([
        'resolved',
        'unconfirmed',
        'unhealthy',
        'nothing',
        'still-unhealthy',
        'asked',
        'failed',
        'running',
        'planned',
        'unknown',
    ]),
    answers: dist .FsL(dist .YOg(answer), dist .h_('What is asked first, in that order')),
    lost: maybe(dist .FsL(schema_text, dist .h_('What was lost, in few words'))),
    environment: maybe(schema_text),
    reason: maybe(schema_text),
    actor: maybe(schema_text),
    repository: maybe(schema_text),
    sha: maybe(schema_text),
    run: maybe(dist .FsL(schema_text, dist .h_('URL of the workflow run'))),
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    counts: dist .Ikc({ done: dist .aig(), failed: dist .aig(), total: dist .aig() }),
    components: dist .YOg(component),
    actions: dist .YOg(action),
    rto: dist .YOg(schema_rto),
    history: dist .FsL(dist .YOg(run), dist .h_('Earlier runs of this environment, oldest first')),
    integrity: maybe(dist .Ikc({
        result: schema_text,
        tables: maybe(dist .aig()),
        rows: maybe(dist .aig()),
        message: maybe(schema_text),
    })),
    dataLoss: dist .YOg(dist .Ikc({
        component: schema_text,
        name: schema_text,
        happened: dist .FsL(dist .zMY(), dist .h_('False where it was found out, and did not go back')),
        evidence: dist .L5J(),
    })),
    assessment: maybe(assessment),
    aftermath: maybe(assessment),
    recovery: dist .Ikc({
        state: dist .FsL(dist .KIO(['confirmed', 'unconfirmed', 'contradicted']), dist .h_('Whether something that was seen after the last change says that all is well')),
        because: dist .YOg(schema_text),
    }),
    deliveries: dist .YOg(dist .Ikc({
        sink: schema_text,
        event: maybe(schema_text),
        status: schema_status,
        isUnknown: dist .FsL(dist .zMY(), dist .h_('True where it was sent, and the receiver did not say whether it was taken')),
        at: schema_instant,
        message: maybe(schema_text),
        evidence: dist .lqM(dist .L5J()),
    })),
    checklist: dist .YOg(checklistItem),
    owners: dist .FsL(dist .YOg(dist .Ikc({
        name: schema_text,
        state: dist .KIO(['paused', 'handed back', 'not paused']),
        since: maybe(schema_instant),
        pullRequest: maybe(schema_text),
        message: maybe(schema_text),
    })), dist .h_('Who keeps what went back, such as Argo CD or Flux, and how that stands')),
    openItems: dist .YOg(dist .Ikc({ item: schema_text, owner: schema_text })),
    events: dist .FsL(dist .aig(), dist .h_('How many events of the record this derives from')),
    brokenLines: dist .FsL(dist .YOg(dist .aig()), dist .h_('Lines of the record that could not be read')),
}), dist .DDF('Rollback report'));
const runSchema = run;

; 





const MOST_RUNS = 200;
function parseHistory(content, story) {
    const lines = content.split('\n').filter((line) => line.trim() !== '');
    const all = lines.map(parseRun).filter((run) => run !== undefined);
    const earlier = all.filter((run) => run.id !== story.incident || run.environment !== story.environment);
    const [runs, elsewhere] = [true, false].map((isMine) => newestOf(earlier.filter((run) => (run.environment === story.environment) === isMine)));
    return { runs: runs ?? [], elsewhere: elsewhere ?? [], broken: lines.length - all.length };
}
const newestOf = (runs) => [...new Map(runs.map((run) => [`${run.environment} ${run.id}`, run])).values()]
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .slice(-MOST_RUNS);
function runOf(story) {
    const { incident: id, outcome, ended, seconds, environment } = story;
    if (id === undefined || ended === undefined || seconds === undefined)
        return undefined;
    if (outcome !== 'done' && outcome !== 'failed')
        return undefined;
    const times = story.components
        .filter(({ configuration }) => !configuration)
        .map((each) => [each.key, (0,rto .Bn)(story, each)])
        .filter((entry) => entry[1] !== undefined);
    const components = Object.fromEntries(times);
    return { id, at: ended, ...(environment !== undefined && { environment }), outcome, seconds, components };
}
function lastTimes(path, environment) {
    const { runs } = parseHistory(contentOf(path), { incident: undefined, environment });
    return (pattern) => runs.map((run) => (0,rto .OR)(run, pattern)).findLast((seconds) => seconds !== undefined);
}
const MOST_TIMES = 5;
function earlierTimes(path, story) {
    const { runs } = parseHistory(contentOf(path), story);
    const keys = story.components
        .filter(({ configuration, outcome }) => !configuration && !['no-op', 'skipped'].includes(outcome))
        .map(({ key }) => key);
    if (keys.length === 0)
        return [];
    const whole = runs.map(({ components }) => keys.map((key) => components[key]));
    return whole
        .filter((times) => times.every((time) => time !== undefined))
        .map((times) => Math.max(...times))
        .slice(-MOST_TIMES);
}
function contentOf(path) {
    try {
        return path === undefined ? '' : (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
function parseRun(line) {
    try {
        const parsed = dist .xLC(runSchema, JSON.parse(line));
        return parsed.success && (0,instant .u)(parsed.output.at) ? parsed.output : undefined;
    }
    catch {
        return undefined;
    }
}


  }),

  5826:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    y: () => (  GitHubError)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
  var _network_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69355);





const MOST_DETAILS = 2000;
class GitHubError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    status;
    passing;
    mayBeDone;
    isLimit;
    retryAfterMs;
    constructor(sentence, facts, details, cause) {
        super(sentence, { details, cause });
        this.name = 'GitHubError';
        this.status = facts.status;
        this.passing = facts.passing;
        this.mayBeDone = facts.mayBeDone;
        this.isLimit = facts.isLimit;
        this.retryAfterMs = facts.retryAfterMs;
    }
    static from(error, what, needed) {
        const { response, status } = error;
        if (!response || status === undefined)
            return GitHubError.#silent(error, what);
        const serverMessage = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(String(response.data?.message ?? (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)))
            .replace(/\s+/g, ' ')
            .slice(0, 300);
        const limited = status === 429 || (status === 403 && isRateLimit(response.headers, serverMessage));
        const refused = `GitHub did not ${what} (${status}: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__  .Qu)(serverMessage)})`;
        const facts = {
            status,
            passing: limited || status >= 500,
            mayBeDone: status >= 500,
            isLimit: limited,
            retryAfterMs: limited ? pauseOf(response.headers) : 0,
        };
        const details = response.data?.errors === undefined
            ? []
            : [(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .Ir)(JSON.stringify(response.data.errors), MOST_DETAILS)];
        const todo = remedy(status, limited, serverMessage, needed);
        return new GitHubError(`${refused}${todo}.`, facts, details, error);
    }
    static #silent(error, what) {
        const sentence = `GitHub cannot be reached to ${what}: ${(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .N4)(error)}; check the network of the runner, or run it again.`;
        const facts = {
            status: undefined,
            passing: !(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .dJ)(error),
            mayBeDone: !(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .Xm)(error),
            isLimit: false,
            retryAfterMs: 0,
        };
        return new GitHubError(sentence, facts, [], error);
    }
}
const isRateLimit = (headers, serverMessage) => headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    /rate limit|abuse detection/i.test(serverMessage);
function pauseOf(headers) {
    if (headers['retry-after'] !== undefined)
        return (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .Vs)(headers['retry-after']);
    if (headers['x-ratelimit-remaining'] !== '0')
        return 0;
    return Math.max(0, Number(headers['x-ratelimit-reset'] ?? 0) * 1000 - Date.now()) || 0;
}
const NO_RIGHT_HELPS = [
    [/is locked/i, '; unlock it, or name another one'],
    [/more than \d+ comments/i, '; name another one'],
    [/was archived/i, '; an archived repository takes nothing'],
    [/SAML/i, '; authorize the token for the single sign-on of the organization'],
    [/IP allow list/i, "; use a runner whose address is on the organization's IP allow list"],
];
function remedy(status, limited, serverMessage, { permission, input }) {
    if (limited)
        return '; its rate limit is used up: run it again later';
    const known = NO_RIGHT_HELPS.find(([words]) => status === 403 && words.test(serverMessage));
    if (known)
        return known[1];
    if (status === 401)
        return `; the token is wrong or has expired: give another one as \`${input}\``;
    if (status === 403 || status === 404)
        return input === 'github-token'
            ? `; give the job \`permissions: {${permission}}\`, or a \`github-token\` that may do it`
            : `; give a \`${input}\` with ${permission} in that repository`;
    return status >= 500 ? '; run it again, or look at githubstatus.com' : '';
}


  }),

  35611:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B: () => (  findOwnIssue)
  });
const MOST_PAGES = 5;
async function findOwnIssue(client, query, isOurText) {
    const { owner, repo } = client.target;
    for (let page = 1; page <= MOST_PAGES; page++) {
        const issues = await client.request('GET /repos/{owner}/{repo}/issues', { ...query, sort: 'created', direction: 'desc', per_page: 100, page }, { what: `list the issues of ${owner}/${repo}`, permission: 'issues: write', repeatable: true });
        const found = issues.find((issue) => !issue.pull_request && isByUs(issue) && isOurText(issue.body ?? ''));
        if (found || issues.length < 100)
            return found;
    }
    return undefined;
}
const isByUs = ({ author_association: role = '', user }) => user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(role);


  }),

  69355:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    N4: () => (  unreachableReason),
    OI: () => (  innermost),
    U9: () => (  isLoopback),
    Xm: () => (  wasUnsent),
    dJ: () => (  isLasting),
    yN: () => (  isLastingCode)
  });
const STRANGER = 'its certificate is signed by an unknown authority; give NODE_EXTRA_CA_CERTS';
const WORDS = {
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the connection was cut',
    EPIPE: 'the connection was cut',
    UND_ERR_SOCKET: 'the connection was cut',
    ENOTFOUND: 'the name does not resolve',
    EAI_AGAIN: 'the name does not resolve',
    EHOSTUNREACH: 'there is no route to it',
    ENETUNREACH: 'there is no route to it',
    ETIMEDOUT: 'no answer',
    UND_ERR_CONNECT_TIMEOUT: 'no answer',
    UND_ERR_HEADERS_TIMEOUT: 'no answer',
    UND_ERR_BODY_TIMEOUT: 'no answer',
    EPROTO: 'it does not speak TLS',
    ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS',
    DEPTH_ZERO_SELF_SIGNED_CERT: STRANGER,
    SELF_SIGNED_CERT_IN_CHAIN: STRANGER,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: STRANGER,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: STRANGER,
    CERT_HAS_EXPIRED: 'its certificate has expired',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};
function unreachableReason(error, stranger = STRANGER) {
    const { name, code = '', message } = innermost(error);
    if (name === 'TimeoutError')
        return 'no answer';
    const words = WORDS[code];
    return words === STRANGER ? stranger : (words ?? (message.split('\n')[0] || code));
}
function innermost(error) {
    const { cause } = error;
    return typeof cause === 'object' && cause !== null ? innermost(cause) : error;
}
const isLasting = (error) => isLastingCode(innermost(error).code ?? '');
const isLastingCode = (code) => /CERT|SIGNED|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO|ENOTFOUND|UND_ERR_INVALID/.test(code);
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
function wasUnsent(error) {
    const { code = '', syscall, message } = innermost(error);
    return (syscall === 'connect' ||
        UNSENT.includes(code) ||
        code === 'UND_ERR_CONNECT_TIMEOUT' ||
        /before secure TLS connection/.test(message) ||
        isLastingCode(code));
}
const isLoopback = (host) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);


  }),

  90927:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  main: () => (  main)
});

var external_node_fs_ = __webpack_require__(73024);
var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var errors = __webpack_require__(45145);
var files = __webpack_require__(60599);
var redact = __webpack_require__(90763);
var report_history = __webpack_require__(81325);
var sentence = __webpack_require__(4771);
var catalogue = __webpack_require__(15379);
var measured = __webpack_require__(45806);
; 
const isNotBack = ({ outcome }) => ['failed', 'running', 'planned'].includes(outcome);
const reasonOf = ({ component, message = '' }) => message
    .replaceAll(component.replace(/^[^/]*\//, '') || '\0', '…')
    .replace(/…-[a-z0-9]+(?:-[a-z0-9]+)*/g, '…')
    .slice(0, 1000);
const groupsOf = (components) => [
    ...Map.groupBy(components, (each) => `${each.outcome} ${reasonOf(each)}`).values(),
];
const sharedBy = (group) => {
    const [first] = group;
    if (first === undefined)
        return '';
    return group.length > 1 ? reasonOf(first) : (first.message ?? '');
};
function sharedReason(components) {
    const reasons = new Set(components.map(({ message = '' }) => message));
    return components.length > 1 && reasons.size === 1 ? [...reasons][0] : undefined;
}

var invisible = __webpack_require__(71375);
; 


function formatShortDuration(seconds) {
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
    if (hours > 0)
        return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
    return rest > 0 ? `${minutes} min ${rest} s` : `${minutes} min`;
}
const instant = (at) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
const clock = (at) => new Date(at).toISOString().slice(11, 19);
function plain(text, most = 300) {
    const line = (0,invisible .O)((0,redact .Ir)(text, most * 4).replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')).trim();
    const signs = [...line];
    if (signs.length <= most)
        return line;
    const cut = signs.slice(0, most).join('');
    const word = cut.lastIndexOf(' ');
    return `${word > cut.length / 2 ? cut.slice(0, word) : signs.slice(0, most - 1).join('')}…`;
}
function words_short(version) {
    return plain(version)
        .split(' ')
        .map((image) => image.replace(/^\S*\//, '').replace(/@sha256:([0-9a-f]{12})[0-9a-f]*$/, '@$1'))
        .join(' ');
}
function facts(value, depth = 4) {
    if (typeof value !== 'object' || value === null)
        return String(value);
    if (depth === 0)
        return '…';
    const inner = (each) => typeof each === 'object' && each !== null ? `(${facts(each, depth - 1)})` : String(each);
    if (Array.isArray(value))
        return value.map(inner).join(', ');
    return Object.entries(value)
        .map(([key, each]) => `${key}: ${inner(each)}`)
        .join(', ');
}

; 

const wiki_text = (words, most) => harmless(plain(words, most))
    .replace(/[\\`*_{}[\]|~]/g, '\\$&')
    .replace(/^([#+-]|\d+[.)])/, '\\$1');
const wiki_name = (words) => `\`${harmless(plain(words)).replaceAll('`', "'") || ' '}\``;
const url = (address) => URL.canParse(address) && /^https?:\/\/[^\s()<>"'[\]|]+$/.test(address)
    ? `[${address.replace(/^https?:\/\//, '')}](${address})`
    : wiki_text(address);
const cell = (markdown) => markdown.replace(/(?<!\\)\|/g, '\\|');
const harmless = (words) => words
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('](', '] (')
    .replace(/@(?=\S)/g, '@\u200b')
    .replace(/#(?=\d)/g, '#\u200b')
    .replace(/\bGH-(?=\d)/gi, '$&\u200b')
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:\u200b')
    .replace(/\bwww\.(?=\w)/gi, 'www\u200b.');

; 




const MOST_NAMES = 10;
const OPEN = '**Open**';
const objectiveOf = ({ component, pattern }) => component === 'all' && pattern === 'all' ? 'The whole' : wiki_text(component);
function well({ components, rto, checklist }) {
    const back = components.filter(({ outcome, configuration }) => outcome === 'done' && !configuration);
    const times = back.map(({ seconds = 0 }) => seconds);
    return [
        ...(back.length > 0
            ? [`${back.length} components went back; the slowest took ${formatShortDuration(Math.max(...times))}`]
            : []),
        ...rto
            .filter(({ state }) => state === 'met')
            .map((each) => `${objectiveOf(each)} was back after ${formatShortDuration(each.actual ?? 0)}, objective ${formatShortDuration(each.target)}`),
        ...checklist
            .filter(({ state, item }) => state === 'done' && /Health|integrity|metrics|rates/.test(item))
            .map(({ item, evidence }) => `${wiki_text(item)}${evidence ? `: ${wiki_text(evidence)}` : ''}`),
    ];
}
function badly({ components, rto, checklist }) {
    const left = components.filter((each) => !each.configuration && isNotBack(each));
    const groups = groupsOf(left);
    return [
        ...groups.map((group) => {
            const names = group.map((each) => wiki_name(each.name));
            const word = group[0]?.outcome === 'failed' ? 'failed' : 'did not end';
            return `${(0,sentence .eZ)(names, MOST_NAMES)} ${word}${sharedBy(group) ? `: ${wiki_text(sharedBy(group))}` : ''}`;
        }),
        ...rto
            .filter(({ state }) => state === 'missed')
            .map((each) => `${objectiveOf(each)} missed its objective of ${formatShortDuration(each.target)}${each.actual === undefined ? '' : `: ${formatShortDuration(each.actual)}`}`),
        ...checklist
            .filter(({ state, item }) => state === 'failed' && !item.startsWith('All services'))
            .map(({ item, evidence }) => `${wiki_text(NOT_SO[item] ?? item)}: ${wiki_text(evidence ?? 'failed')}`),
    ];
}
const NOT_SO = {
    'Health checks passing': 'Health checks',
    'Data integrity verified': 'Data integrity',
    'Performance metrics normal': 'Performance metrics',
    'Error rates below threshold': 'Error rates',
    'Customer communication sent': 'Customer communication',
    'Monitoring alerts cleared': 'Alerts',
    'Stakeholders notified': 'Telling stakeholders',
};
const TO_DO = {
    'All services rolled back successfully': 'Bring back what is not back',
    'Health checks passing': 'Check the health of every service',
    'Data integrity verified': 'Compare the data with what it was',
    'Performance metrics normal': 'Look at the response times',
    'Error rates below threshold': 'Look at the error rates',
    'Customer communication sent': 'Tell customers',
    'Post-mortem scheduled': 'Schedule the post-mortem',
    'Root cause analysis started': 'Find the root cause',
    'Monitoring alerts cleared': 'Look whether alerts still fire',
    'Stakeholders notified': 'Tell stakeholders',
};
function actionItems({ components, openItems, checklist, lost }) {
    const left = components.filter((each) => !each.configuration && isNotBack(each));
    const names = left.map((each) => wiki_name(each.name));
    const listed = new Set(checklist.map(({ item }) => `${item}.`));
    const isListed = (item) => left.some((each) => item.startsWith(`${each.name} `));
    const items = [
        ...(left.length > 0 ? [[`Bring back ${(0,sentence .eZ)(names, MOST_NAMES)}`, 'on-call engineer']] : []),
        ...(lost === undefined
            ? []
            : [
                [
                    `Decide what becomes of what was lost (${wiki_text(lost)}), and tell those who wrote it`,
                    'database owner',
                ],
            ]),
        ...openItems
            .filter(({ item }) => !listed.has(item) && !isListed(item))
            .map(({ item, owner }) => [`Settle: ${wiki_text((0,sentence .Qu)(item))}`, wiki_text(owner)]),
        ...checklist
            .filter(({ state }) => state === 'human')
            .map(({ item, owner = '' }) => [wiki_text(TO_DO[item] ?? item), wiki_text(owner)]),
    ];
    const rows = items.map(([what = '', owner = '']) => `| ${cell(what)} | ${cell(owner)} | ${OPEN} |`);
    return ['| What | Owner | Due |', '| --- | --- | --- |', ...rows].join('\n');
}

var dist = __webpack_require__(77934);
var base_instant = __webpack_require__(5685);
var loss = __webpack_require__(93121);
; 




const count = dist .lqM(dist .mee(dist .aig()), 0);
const time = dist .cl6(dist .FsL(dist .YjP(), dist .yhX(), dist .z6Y(base_instant .u)));
const LOSS = dist .Ikc({
    backupTime: time,
    lastWrite: time,
    seconds: dist .cl6(dist .aig()),
    tables: dist .cl6(dist .YOg(dist .Ikc({ table: dist .YjP(), lost: count, changed: count, exact: dist .lqM(dist .zMY(), true) }))),
});
const MOST_TABLES = 10;
function lossIn(evidence) {
    const parsed = dist .xLC(LOSS, evidence);
    if (!parsed.success)
        return facts(evidence);
    const { backupTime, lastWrite, seconds, tables } = parsed.output;
    const counted = (tables ?? []).map(({ table, lost, changed, exact }) => ({
        table,
        lost: (lost ?? 0) + (changed ?? 0),
        exact,
    }));
    const gone = counted.filter(({ lost }) => lost > 0);
    const least = counted.every(({ exact }) => exact) ? '' : 'at least ';
    const named = gone.slice(0, MOST_TABLES).map(({ table, lost }) => `${table} (${lost})`);
    const more = gone.length > MOST_TABLES ? ` and ${gone.length - MOST_TABLES} more tables` : '';
    const rows = gone.reduce((sum, { lost }) => sum + lost, 0);
    const parts = [
        tables !== undefined &&
            lostRows(rows, { isCounted: tables !== null, least, named: `${named.join(', ')}${more}` }),
        rows > 0 && typeof seconds === 'number' && `up to ${formatShortDuration(seconds)} of writes`,
        backupTime && `backup of ${instant(backupTime)}`,
        (0,loss .To)([evidence]),
        lastWrite && `last write ${instant(lastWrite)}`,
    ];
    return parts.filter(Boolean).join('; ') || facts(evidence);
}
function lostRows(rows, { isCounted, least, named }) {
    if (rows > 0)
        return `${least}${rows} rows lost or changed back: ${named}`;
    return isCounted && least === '' ? 'no row is lost' : 'it is not known how many rows are lost';
}

; 








const MOST_LINES = 40;
const incident_MOST_NAMES = 10;
const incident_OPEN = '**Open**';
function incidentReport(report, story) {
    const { environment, started, id } = report;
    const where = environment === undefined ? 'Rollback' : `Rollback of ${wiki_text(environment)}`;
    const day = started ? `, ${started.slice(0, 10)}` : '';
    return [
        `# Incident: ${where}${day}`,
        `_Draft, written from the record of rollback ${wiki_name(id)}. Times are UTC. What only people know is marked open._`,
        keyFacts(report, story),
        '## Summary',
        summary(report),
        '## Impact',
        list(impact(report, story)),
        '## Timeline',
        timeline(report, story),
        '## What changed',
        list(changes(report)),
        '## Root cause',
        `${incident_OPEN}: the record shows what went back, not why it was bad. Owner: owner of the change.`,
        '## What went well',
        list(well(report), 'Nothing that the record shows.'),
        '## What did not',
        list(badly(report), 'Nothing that the record shows.'),
        '## Action items',
        actionItems(report),
        '## Links',
        list([
            report.run ? `Workflow run: ${url(report.run)}` : `Workflow run: ${incident_OPEN}`,
            `Deploy and pull request that broke it: ${incident_OPEN}`,
            `Alert and dashboard: ${incident_OPEN}`,
        ]),
    ]
        .join('\n\n')
        .concat('\n');
}
const endOf = (action) => action?.ended;
function keyFacts(report, story) {
    const detected = story.actions.find(({ means, status }) => means === 'decides' && status !== 'started');
    const at = (time) => (time === undefined ? incident_OPEN : instant(time));
    const isOver = report.standing === 'resolved';
    const rows = [
        ['Status', wiki_text(report.headline)],
        ['Severity', report.assessment?.severity ? wiki_text(report.assessment.severity) : incident_OPEN],
        ['Impact began', `${incident_OPEN}: the deploy, or the first alert`],
        ['Detected', detectedAt(detected, report.started)],
        ['Rollback began', at(report.started)],
        ['Mitigated', mitigatedAt(report)],
        ['Resolved', isOver ? at(verifiedSince(story) ?? report.ended) : `${incident_OPEN}: not confirmed by the record`],
        ['Decided by', report.actor ? wiki_text(report.actor) : incident_OPEN],
        ['Incident lead', incident_OPEN],
    ];
    return [
        '| | |',
        '| --- | --- |',
        ...rows.map((row) => `| ${row.map((each) => cell(each ?? '')).join(' | ')} |`),
    ].join('\n');
}
function mitigatedAt({ standing, outcome, ended }) {
    if (outcome !== 'done' || ended === undefined)
        return incident_OPEN;
    if (standing === 'resolved')
        return instant(ended);
    return `${incident_OPEN}: it went back at ${instant(ended)}, and that is not confirmed to have helped`;
}
function detectedAt(judged, began) {
    const at = endOf(judged);
    if (at === undefined || began === undefined || Date.parse(at) <= Date.parse(began))
        return at === undefined ? incident_OPEN : instant(at);
    return `${incident_OPEN}: before ${instant(began)}`;
}
const verifiedSince = ({ actions, ended }) => actions.findLast((action) => action.means === 'decides' && ended !== undefined && (action.started ?? '') >= ended)?.ended;
function summary({ environment, reason, actor, started, seconds, counts, lost, standing, recovery, }) {
    const when = started === undefined ? '' : `At ${instant(started)} `;
    const what = environment === undefined ? 'the release' : wiki_text(environment);
    const verb = standing === 'planned' ? 'planned to roll' : 'began to roll';
    const subject = actor ? `${wiki_text(actor)} ${verb} ${what} back` : `the rollback of ${what} began`;
    const reasonClause = reason ? `: ${wiki_text(reason, 600).replace(/\.?$/, '')}` : '';
    const first = `${when}${subject}${reasonClause}.`;
    const took = seconds === undefined ? '' : ` after ${formatShortDuration(seconds)}`;
    const back = counts.total > 0 ? `${counts.done} of ${counts.total} components were back${took}.` : undefined;
    const reasons = wiki_text(recovery.because.join(', and '), 600);
    const ends = {
        resolved: `It is over: ${reasons}.`,
        unconfirmed: `Whether that helped is not confirmed: ${reasons}.`,
        unhealthy: `It is not over: ${reasons}.`,
        nothing: 'There was nothing to roll back: something else is the cause, or a release that was marked good is bad.',
        'still-unhealthy': `There was nothing to roll back, and it is not over: ${reasons}.`,
        asked: 'A person has to decide whether it is rolled back; nothing was changed.',
        failed: 'The rollback failed; what is not back is named below.',
        running: 'The rollback has not ended.',
        planned: 'Nothing was changed.',
        unknown: 'The record says no more.',
    };
    return [
        `${first.charAt(0).toUpperCase()}${first.slice(1)}`,
        standing === 'planned' ? undefined : back,
        lost === undefined ? undefined : `Data was lost: ${wiki_text(lost)}.`,
        ends[standing],
    ]
        .filter(Boolean)
        .join(' ');
}
function impact({ dataLoss, lost, counts, integrity }, story) {
    const { errorRate } = (0,measured .e)(story.assessment);
    return [
        `Who was affected, how and how many: ${incident_OPEN} (support)`,
        errorRate === undefined
            ? `Error rate: ${incident_OPEN}`
            : `Error rate when it was judged: ${Number((100 * errorRate).toFixed(2))} %`,
        ...(counts.total > 0 ? [`${counts.total} components were to go back, ${counts.failed} failed`] : []),
        ...(lost === undefined ? [] : [`**Data lost: ${wiki_text(lost)}**`]),
        ...dataLoss.map((each) => `${each.happened ? 'Lost by' : 'Would have been lost by'} ${wiki_name(each.name)}: ${wiki_text(lossIn(each.evidence), 800)}`),
        ...(integrity ? [`Comparison of the data: ${wiki_text(integrity.message ?? integrity.result)}`] : []),
    ];
}
function timeline({ components }, { actions, deliveries, events }) {
    const counted = components.filter(({ configuration }) => !configuration);
    const moments = [
        ...actions
            .filter(({ means, ended }) => means === 'decides' && ended !== undefined)
            .map(({ ended, message }) => ({
            at: ended ?? '',
            what: `Judged: ${wiki_text(message ?? 'see the record')}`,
        })),
        ...actions
            .filter(({ means, started }) => means === 'encloses' && started !== undefined)
            .map(({ started }) => ({ at: started ?? '', what: 'The rollback began' })),
        ...events
            .filter((event) => event.status === 'done' && ['holds traffic', 'resumes traffic'].includes((0,catalogue .Pr)(event) ?? ''))
            .map(({ at, message, step, component }) => ({ at, what: wiki_text(message ?? `${component}: ${step}`) })),
        ...byMinute(counted.filter(({ outcome }) => outcome === 'done'), 'back'),
        ...byMinute(counted.filter(({ outcome }) => outcome === 'failed'), 'failed'),
        ...deliveries
            .filter(({ event, status }) => status === 'done' && event !== 'progress')
            .map(({ at, event, sink }) => ({ at, what: `Message "${wiki_text(event ?? '')}" sent by ${wiki_text(sink)}` })),
    ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    const lines = moments.slice(0, MOST_LINES).map(({ at, what }) => `${instant(at)}: ${what}`);
    const rest = moments.length - lines.length;
    return list([...lines, ...(rest > 0 ? [`… and ${rest} more, in the record`] : [])], 'The record has no times.');
}
function byMinute(components, word) {
    const ended = components.filter((each) => each.ended !== undefined);
    return [
        ...Map.groupBy(ended, (each) => `${each.ended?.slice(0, 16)} ${word === 'failed' ? reasonOf(each) : ''}`).values(),
    ].map((group) => {
        const names = group.map((each) => wiki_name(each.name));
        const failure = word === 'failed' && sharedBy(group) ? ` – ${wiki_text(sharedBy(group))}` : '';
        return { at: group.at(-1)?.ended ?? '', what: `${(0,sentence .eZ)(names, incident_MOST_NAMES)} ${word}${failure}` };
    });
}
function changes({ components, sha }) {
    const moved = components.filter(({ outcome, from, to, component }) => outcome === 'done' && from !== to && (0,catalogue .I)(component) !== 'configuration');
    const groups = [...Map.groupBy(moved, wayOf).entries()];
    const lines = groups.slice(0, MOST_LINES).map(([way, group]) => {
        const names = group.map((each) => wiki_name(each.name));
        return `${(0,sentence .eZ)(names, incident_MOST_NAMES)} went back${way}`;
    });
    const more = groups.length - lines.length;
    return [
        ...lines,
        ...(more > 0 ? [`… and ${more} more, in the report`] : []),
        `Deploy, commit and pull request that broke it: ${incident_OPEN} (owner of the change)`,
        ...(sha ? [`The rollback ran on commit ${wiki_name(sha.slice(0, 12))}`] : []),
    ];
}
function wayOf({ from, to }) {
    if (to === undefined)
        return '';
    if (from === undefined)
        return ` to ${wiki_name(to)}`;
    const [one, other] = [from, to].map((image) => /^([^\s@]*[^\s@:/]):([\w][\w.-]*)$/.exec(image));
    const isSame = one && other && one[1] === other[1];
    return isSame
        ? ` from ${wiki_name(one[2] ?? '')} to ${wiki_name(other[2] ?? '')}`
        : ` from ${wiki_name(from)} to ${wiki_name(to)}`;
}
const list = (items, none = '') => items.length > 0 ? items.map((item) => `- ${item}`).join('\n') : none;

var external_node_crypto_ = __webpack_require__(77598);
var story_actions = __webpack_require__(21959);
; 




const HEADLINES = {
    resolved: 'Rolled back and confirmed healthy',
    unconfirmed: 'Rolled back, not confirmed healthy',
    unhealthy: 'Rolled back, and still not healthy',
    nothing: 'Nothing to roll back',
    'still-unhealthy': 'Nothing to roll back, and still not healthy',
    asked: 'A person has to decide, nothing was changed',
    failed: 'The rollback failed',
    running: 'The rollback has not ended',
    planned: 'Planned, nothing was changed',
    unknown: 'The record has nothing of a rollback',
};
function headlineOf(story) {
    const { environment, counts, standing } = story;
    const where = environment === undefined ? '' : `${plain(environment, 60)}: `;
    const isPart = counts.total > 0 && counts.done < counts.total && standing !== 'planned';
    const back = isPart ? `, ${counts.done} of ${counts.total} are back` : '';
    const lost = lostIn(story);
    const outcome = lost === undefined ? repairedBy(story) : `${lost} lost`;
    return `${where}${HEADLINES[standing]}${back}${outcome === undefined ? '' : `; ${outcome}`}`;
}
const lostIn = ({ dataLoss }) => (0,loss .ux)((0,loss .Rr)(dataLoss), formatShortDuration);
const repairedBy = ({ dataLoss }) => (0,loss .To)(dataLoss.filter(({ happened }) => happened).map(({ evidence }) => evidence));
function answersOf(story) {
    return [overOf(story), brokenOf(story), lossOf(story), nextOf(story)];
}
function overOf({ standing, recovery, question }) {
    const reasons = plain(recovery.because.join('; '), 400);
    const answers = {
        resolved: [`Yes: ${reasons}.`, 'good'],
        unconfirmed: [`Not confirmed: it went back, and ${reasons}.`, 'open'],
        unhealthy: [`No: it went back, and ${reasons}.`, 'bad'],
        nothing: [
            recovery.state === 'confirmed'
                ? `There was nothing to roll back; ${reasons}.`
                : 'There was nothing to roll back: something else is the cause, or a release that was marked good is bad.',
            recovery.state === 'confirmed' ? 'good' : 'open',
        ],
        'still-unhealthy': [`No: there was nothing to roll back, and ${reasons}.`, 'bad'],
        asked: [questionAnswer(question), 'open'],
        failed: ['No: the rollback failed.', 'bad'],
        running: ['No: the rollback has not ended.', 'bad'],
        planned: ['Nothing was changed yet: this is a plan.', 'open'],
        unknown: ['The record does not say.', 'open'],
    };
    const [answer, tone] = answers[standing];
    return { question: 'Is it over?', answer, tone };
}
function questionAnswer(question) {
    const { state, until, message = '' } = question ?? {};
    const explanation = plain(message, 400);
    if (state === 'over')
        return `No decision was made in time, and nothing was changed. ${explanation}`;
    if (state === 'settled')
        return `There is nothing to decide any more. ${explanation}`;
    return `No: a person has to decide${until ? ` by ${instant(until)}` : ''}. ${explanation}`;
}
const notBackIn = ({ components }) => components.filter(({ outcome, configuration }) => !configuration && NOT_BACK.includes(outcome));
const NOT_BACK = ['failed', 'running', 'planned'];
function brokenOf(story) {
    const question = 'What is still broken?';
    if (story.standing === 'planned')
        return { question, answer: 'Nothing was touched.', tone: 'open' };
    const left = notBackIn(story);
    if (left.length > 0) {
        const unseen = story.failedUnseen.map(({ part, name }) => part ?? name);
        const names = [...left.map(({ name }) => name), ...unseen].map((name) => plain(name, 80));
        const answer = `${names.length} of ${story.counts.total} are not back: ${(0,sentence .eZ)(names)}.`;
        return { question, answer, tone: 'bad' };
    }
    const failed = (0,story_actions .Hj)(story.actions).filter(({ status, means }) => status === 'failed' && means !== 'notifies' && means !== 'encloses');
    if (failed.length > 0)
        return {
            question,
            answer: failed
                .map(({ name, part, message }) => plain(`${part ?? name}: ${message ?? 'failed'}`, 200))
                .join(' '),
            tone: 'bad',
        };
    const isBad = story.recovery.state === 'contradicted';
    return isBad
        ? { question, answer: `${plain(story.recovery.because.join('; '), 300)}.`, tone: 'bad' }
        : { question, answer: 'Nothing that the record shows.', tone: 'good' };
}
const LOSS_QUESTION = 'What was lost?';
function lossOf(story) {
    const question = LOSS_QUESTION;
    const lost = lostIn(story);
    if (lost !== undefined)
        return { question, answer: `${lost}.`, tone: 'bad' };
    const uncounted = (0,loss .LO)(story.components, story.dataLoss);
    if (uncounted.length > 0)
        return {
            question,
            answer: `Unknown: the loss was not counted for ${plain(uncounted.join(', '), 200)}.`,
            tone: 'open',
        };
    if (story.integrity?.result === 'drift')
        return { question, answer: 'The data differs from what it was.', tone: 'bad' };
    if (story.dataLoss.some(({ happened }) => happened)) {
        const repaired = repairedBy(story);
        return { question, answer: `No row${repaired === undefined ? '' : `: ${repaired}`}.`, tone: 'good' };
    }
    return { question, answer: 'No database went back.', tone: 'good' };
}
function nextOf(story) {
    const { standing, openItems } = story;
    const isOpen = notBackIn(story).length > 0 || standing === 'failed' || standing === 'running';
    const steps = [
        isOpen &&
            'fix the cause that is named below and run the rollback again: what is done already stays as it is',
        ['unconfirmed', 'unhealthy', 'still-unhealthy', 'nothing'].includes(standing) &&
            'look at the metrics and the alerts, and resolve the incident by hand once all is well',
        standing === 'asked' &&
            'to roll back, start this again with `decide: caller`; to leave it as it is, do nothing',
        standing === 'planned' && 'read the plan, and start the rollback without `dry-run`',
        lostIn(story) !== undefined && 'decide what becomes of the lost rows, and tell those who wrote them',
        standing === 'resolved' && 'find the root cause before the release goes out again',
        openItems.length > 0 && !isOpen && 'settle the open items below',
    ].filter((step) => typeof step === 'string');
    const [first = 'nothing that the record shows', ...rest] = steps;
    const answer = [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest].join('; then ');
    return { question: 'What to do now?', answer: `${answer}.`, tone: 'open' };
}

; 
const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #0e1116);
  --card: light-dark(#ffffff, #171b22);
  --line: light-dark(#e3e7ed, #2a313c);
  --text: light-dark(#171c24, #e8ecf2);
  --quiet: light-dark(#5a6472, #98a3b3);
  --good: light-dark(#15803d, #4ade80);
  --good-soft: light-dark(#dcfce7, #12351f);
  --bad: light-dark(#b91c1c, #f87171);
  --bad-soft: light-dark(#fee2e2, #431a1d);
  --open: light-dark(#92600a, #fbbf24);
  --open-soft: light-dark(#fef3c7, #3b2c0b);
  --calm: light-dark(#4b5563, #a3adbb);
  --calm-soft: light-dark(#eceff3, #262c36);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); overflow-wrap: break-word; }
code, td, .quiet, dd, small { overflow-wrap: anywhere; }
.word { white-space: nowrap; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: clamp(1.5rem, 4.5vw, 2.15rem); line-height: 1.2; letter-spacing: -.02em; margin: .6rem 0 .75rem; text-wrap: balance; }
h2 { font-size: 1.05rem; letter-spacing: -.005em; margin: 0 0 1rem; }
h2.next { margin-top: 1.6rem; }
p { margin: 0 0 .5rem; }
a { color: inherit; text-underline-offset: .2em; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.4rem 1.5rem; margin-top: 1.1rem; }
.over { color: var(--quiet); font-size: .85rem; display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center; }
.why { color: var(--quiet); max-width: 46rem; }
.why b { color: var(--text); font-weight: 600; }
.pill { display: inline-block; padding: .1rem .6rem; border-radius: 99px; font-size: .8rem; font-weight: 600; white-space: nowrap; background: var(--calm-soft); color: var(--calm); }
.pill.done, .pill.met { background: var(--good-soft); color: var(--good); }
.pill.failed, .pill.missed { background: var(--bad-soft); color: var(--bad); }
.pill.running, .pill.started, .pill.planned, .pill.human { background: var(--open-soft); color: var(--open); }
.answers { display: grid; grid-template-columns: 1fr 1fr; gap: .8rem; margin: 1.2rem 0 0; padding: 0; }
.answers div { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--open); border-radius: 12px; padding: .8rem 1rem .9rem; }
.answers .good { border-left-color: var(--good); }
.answers .bad { border-left-color: var(--bad); background: var(--bad-soft); }
.answers dt { font-weight: 650; }
.answers dd { margin: .15rem 0 0; }
summary { cursor: pointer; }
summary h2 { display: inline; }
details[open] > summary { margin-bottom: .9rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .8rem; margin: 1.5rem 0 0; padding: 0; }
.tiles div { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: .9rem 1.1rem 1rem; }
.tiles dt { color: var(--quiet); font-size: .82rem; }
.tiles dd { margin: .1rem 0 0; font-size: 1.45rem; font-weight: 650; letter-spacing: -.02em; line-height: 1.25; }
.tiles .good { color: var(--good); }
.tiles .bad { color: var(--bad); }
svg { display: block; width: 100%; }
svg text { font-size: 13px; fill: var(--text); }
svg .quiet, svg .tick { fill: var(--quiet); }
svg .tick { font-size: 11px; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .goal { stroke: var(--open); stroke-width: 1.5; stroke-dasharray: 5 4; }
svg .goal-word { fill: var(--open); font-size: 11px; font-weight: 600; }
svg rect { fill: var(--calm); }
svg .track { fill: var(--calm-soft); }
svg .done { fill: var(--good); }
svg .failed { fill: var(--bad); }
svg .running, svg .started { fill: var(--open); }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th { text-align: left; color: var(--quiet); font-weight: 500; font-size: .82rem; padding: 0 .8rem .5rem 0; }
td { padding: .6rem .8rem .6rem 0; border-top: 1px solid var(--line); vertical-align: top; }
td:last-child, th:last-child { padding-right: 0; }
td:has(> .pill) { text-align: right; width: 1%; white-space: nowrap; }
code.whole { white-space: nowrap; }
code { font: .86em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet { color: var(--quiet); }
ul { list-style: none; margin: 0; padding: 0; }
li { display: grid; grid-template-columns: 1.5rem 1fr; padding: .5rem 0; border-top: 1px solid var(--line); }
li:first-child { border-top: 0; }
li > b { font-weight: 700; color: var(--calm); }
li > b.done { color: var(--good); }
li > b.failed { color: var(--bad); }
li > b.human { color: var(--open); }
li small { display: block; color: var(--quiet); font-size: .85rem; }
footer { color: var(--quiet); font-size: .82rem; margin-top: 1.6rem; }
@media (max-width: 40rem) {
  main { padding: 1.5rem .9rem 3rem; }
  section { padding: 1.1rem 1rem; }
  .answers { grid-template-columns: 1fr; }
  .tiles { grid-template-columns: 1fr 1fr; }
  .tiles div:last-child:nth-child(odd) { grid-column: 1 / -1; }
  thead { display: none; }
  tr { display: block; position: relative; padding: .7rem 0; border-top: 1px solid var(--line); }
  tbody tr:first-child { border-top: 0; padding-top: 0; }
  td { display: flex; gap: .8rem; padding: .15rem 0; border: 0; }
  code.whole, .word { white-space: normal; }
  td:first-child { font-weight: 600; padding-right: 7.5rem; }
  td:last-child:has(.pill) { position: absolute; right: 0; top: .65rem; width: auto; }
  tr:first-child td:last-child:has(.pill) { top: 0; }
  td:empty { display: none; }
  td[data-name]::before { content: attr(data-name); color: var(--quiet); flex: 0 0 6.2rem; font-size: .85rem; }
}
@media print {
  body { background: #fff; }
  section, .tiles div { break-inside: avoid; }
}
`;

; 
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{ styleHash }}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>{{ headline }}</title>
<style>{{ style | raw }}</style>
</head>
<body>
<main>
<header>
<div class="over"><span class="pill {{ outcomeClass }}">{{ outcome }}</span>
{%- if environment %}<span>{{ environment }}</span>{% endif -%}
{%- if began %}<span>{{ began }}</span>{% endif -%}
</div>
<h1>{{ headline }}</h1>
{%- if reason %}<p class="why"><b>Why:</b> {{ reason }}</p>{% endif %}
</header>

<dl class="answers">
{%- for each in answers %}
<div class="{{ each.tone }}"><dt>{{ each.question }}</dt><dd>{{ each.answer }}</dd></div>
{%- endfor %}
</dl>

{%- if groups.size > 0 or open.size > 0 %}
<section>
<h2>{{ groupsTitle }}</h2>
<ul>
{%- for each in groups %}
<li><b class="{{ each.outcome }}">{{ each.sign }}</b><span>{% if each.isMany %}{{ each.names.size }} components{% if each.reason %}<small>{{ each.reason }}</small>{% endif %}{% assign first = each.names | slice: 0, 10 %}{% for name in first %}<code>{{ name }}</code>, {% endfor %}<details><summary>and {{ each.names.size | minus: 10 }} more</summary>{% for name in each.names offset: 10 %}<code>{{ name }}</code>{% unless forloop.last %}, {% endunless %}{% endfor %}</details>{% else %}{% for name in each.names %}<code>{{ name }}</code>{% unless forloop.last %}, {% endunless %}{% endfor %}{% if each.reason %}<small>{{ each.reason }}</small>{% endif %}{% endif %}</span></li>
{%- endfor %}
{%- for each in open %}
<li><b class="failed">!</b><span>{{ each }}</span></li>
{%- endfor %}
</ul>
{%- if moreGroups > 0 %}<p class="quiet">… and {{ moreGroups }} more reasons, in the JSON report.</p>{% endif %}
</section>
{%- endif %}

<dl class="tiles">
{%- for tile in tiles %}
<div><dt>{{ tile.name }}</dt><dd class="{{ tile.tone }}">{{ tile.value }}</dd></div>
{%- endfor %}
</dl>

{%- if rto.size > 0 or trend %}
<section>
<h2>Recovery time</h2>
{%- if rto.size > 0 %}
<table>
<thead><tr><th>Component</th><th>Objective</th><th>Back after</th><th>Last</th><th>p95 of history</th><th>State</th></tr></thead>
<tbody>
{%- for each in rto %}
<tr>
<td>{% if each.coded %}<code>{{ each.component }}</code>{% else %}{{ each.component }}{% endif %}</td>
<td class="number" data-name="Objective">{{ each.target }}</td>
<td class="number" data-name="Back after">{{ each.actual }}</td>
<td class="number" data-name="Last">{{ each.last }}</td>
<td class="number" data-name="p95">{{ each.p95 }}</td>
<td><span class="pill {{ each.state }}">{{ each.state }}</span></td>
</tr>
{%- endfor %}
</tbody>
</table>
{%- endif %}
{%- if trend %}
<h2 class="next">The whole, run by run</h2>
<svg role="img" aria-label="How long each run took" height="{{ trend.height }}">
{%- for bar in trend.bars %}
<rect class="{{ bar.outcome }}" x="{{ bar.x }}%" y="{{ bar.y }}" width="{{ bar.width }}%" height="{{ bar.height }}" rx="3"><title>{{ bar.label }}: {{ bar.value }}</title></rect>
{%- endfor %}
{%- if trend.target %}
<line class="goal" x1="0" x2="100%" y1="{{ trend.target.y }}" y2="{{ trend.target.y }}"/>
<text class="goal-word" x="0" y="{{ trend.target.y | minus: 6 }}">{{ trend.target.label }}</text>
{%- endif %}
<line class="grid" x1="0" x2="100%" y1="{{ trend.height | minus: 24 }}" y2="{{ trend.height | minus: 24 }}"/>
<text class="tick" x="0" y="{{ trend.height | minus: 6 }}">{{ trend.bars.first.label }}</text>
<text class="tick" x="100%" y="{{ trend.height | minus: 6 }}" text-anchor="end">{{ trend.bars.last.label }} · {{ trend.bars.last.value }}</text>
</svg>
{%- endif %}
</section>
{%- endif %}

{%- if timeline %}
<section>
<h2>Timeline</h2>
<svg role="img" aria-label="When each component was at work" height="{{ timeline.height }}">
{%- for tick in timeline.ticks %}
<line class="grid" x1="{{ tick.x }}%" x2="{{ tick.x }}%" y1="0" y2="{{ timeline.height | minus: 20 }}"/>
<text class="tick" x="{{ tick.x }}%" y="{{ timeline.height | minus: 5 }}" text-anchor="{{ tick.anchor }}">{{ tick.label }}</text>
{%- endfor %}
{%- for bar in timeline.bars %}
<text x="0" y="{{ bar.y | plus: 15 }}">{{ bar.label }}</text>
<text class="quiet" x="100%" y="{{ bar.y | plus: 15 }}" text-anchor="end">{{ bar.value }}</text>
<rect class="track" x="0" y="{{ bar.y | plus: 22 }}" width="100%" height="9" rx="4.5"/>
<rect class="{{ bar.outcome }}" x="{{ bar.x }}%" y="{{ bar.y | plus: 22 }}" width="{{ bar.width }}%" height="9" rx="4.5"><title>{{ bar.label }}: {{ bar.outcome }}, {{ bar.value }}</title></rect>
{%- endfor %}
</svg>
{%- if timeline.note %}<p class="quiet">{{ timeline.note }}</p>{% endif %}
</section>
{%- endif %}

{%- if components.size > 0 %}
<section>
<details{% unless folded %} open{% endunless %}>
<summary><h2>{{ componentsTitle }}</h2></summary>
{%- if sharedReason %}<p class="quiet">All of them: {{ sharedReason }}</p>{% endif %}
<table>
<thead><tr><th>Component</th><th>From → to</th><th>Took</th>{% unless sharedReason %}<th>Why</th>{% endunless %}<th>State</th></tr></thead>
<tbody>
{%- for each in components %}
<tr>
<td><code{% if each.whole %} class="whole"{% endif %}>{{ each.component }}</code></td>
<td data-name="From → to">{% if each.from or each.to %}<span>{% if each.from %}<code title="{{ each.from.whole }}">{{ each.from.short }}</code>{% endif %}{% if each.from and each.to %} → {% endif %}{% if each.to %}<code title="{{ each.to.whole }}">{{ each.to.short }}</code>{% endif %}</span>{% endif %}</td>
<td class="number" data-name="Took">{{ each.time }}</td>
{%- unless sharedReason %}<td class="quiet" data-name="Why">{{ each.message }}</td>{% endunless %}
<td><span class="pill {{ each.outcome }}">{{ each.word }}</span></td>
</tr>
{%- endfor %}
</tbody>
</table>
{%- if more > 0 %}<p class="quiet">… and {{ more }} more, in the JSON report.</p>{% endif %}
{%- if along %}<p class="quiet">Went along: {{ along }}.</p>{% endif %}
</details>
</section>
{%- endif %}

{%- if data.size > 0 %}
<section>
<h2>Data</h2>
<table><tbody>
{%- for each in data %}
<tr><td>{{ each.name }}</td><td class="quiet">{{ each.value }}</td></tr>
{%- endfor %}
</tbody></table>
</section>
{%- endif %}

{%- if deliveries.size > 0 %}
<section>
<details>
<summary><h2>Notifications ({{ deliveries.size }})</h2></summary>
<table>
<thead><tr><th>At (UTC)</th><th>Message</th><th>By</th><th>Why</th><th>State</th></tr></thead>
<tbody>
{%- for each in deliveries %}
<tr>
<td class="number">{{ each.at }}</td>
<td{% if each.whole %} class="word"{% endif %} data-name="Message">{{ each.event }}</td>
<td{% if each.whole %} class="word"{% endif %} data-name="By">{{ each.sink }}</td>
<td class="quiet">{{ each.message }}</td>
<td><span class="pill {{ each.status }}">{{ each.word }}</span></td>
</tr>
{%- endfor %}
</tbody>
</table>
</details>
</section>
{%- endif %}

<section>
<h2>Checklist</h2>
<ul>
{%- for each in checklist %}
<li><b class="{{ each.state }}">{{ each.sign }}</b><span>{{ each.item }}{% if each.note %}<small>{{ each.note }}</small>{% endif %}</span></li>
{%- endfor %}
</ul>
</section>

<footer>
<p>{{ sentence }}</p>
<p>Rollback <code>{{ id }}</code>{% if actor %}, started by {{ actor }}{% endif %}{% if sha %}, commit <code>{{ sha }}</code>{% endif %}. Derived from {{ events }} events of its record alone.
{%- if run %} <a href="{{ run }}" rel="noreferrer">The run</a>.{% endif %}
{%- if broken %} Lines of the record that could not be read: {{ broken }}.{% endif %}</p>
</footer>
</main>
</body>
</html>
`;

; 
function worthShowing(all, most) {
    const isBad = (each) => ['failed', 'running', 'started'].includes(each.outcome ?? each.status ?? '');
    const ranked = all.toSorted((one, other) => Number(isBad(other)) - Number(isBad(one)) || (other.seconds ?? 0) - (one.seconds ?? 0));
    const bars = ranked
        .slice(0, most)
        .toSorted((one, other) => Date.parse(one.started ?? '') - Date.parse(other.started ?? ''));
    return { bars, left: all.length - bars.length };
}
const leftOut = (shown, left) => `Shown are the ${shown} that failed or took longest; ${left} more ${left === 1 ? 'is' : 'are'} in the table.`;

; 


const ROW = 44;
const AXIS = 24;
const THINNEST_PERCENT = 0.6;
const MOST_ROWS = 16;
const LONGEST_LABEL = 34;
function timelineOf({ components, actions, started, ended }) {
    const own = components.filter((each) => each.started !== undefined);
    const named = actions.map((each) => ({ ...each, component: each.name, outcome: each.status }));
    const shown = (own.length > 0 ? own : named).filter((each) => each.started !== undefined);
    const starts = [started, ...shown.map((each) => each.started)].map(at).filter(Number.isFinite);
    const ends = [ended, ...shown.map((each) => each.ended ?? each.started)].map(at).filter(Number.isFinite);
    const [first, last] = [Math.min(...starts), Math.max(...ends)];
    const span = (last - first) / 1000;
    if (shown.length === 0 || !(span > 0))
        return undefined;
    const percent = (instant) => Math.min(100, Math.max(0, (instant - first) / 10 / span));
    const { bars: chosen, left } = worthShowing(shown, MOST_ROWS);
    const bars = chosen.map((each, index) => {
        const from = percent(at(each.started));
        const to = each.ended === undefined ? 100 : percent(at(each.ended));
        const width = Math.max(THINNEST_PERCENT, to - from);
        return {
            label: plain(each.name, LONGEST_LABEL),
            value: each.seconds === undefined ? each.outcome : formatShortDuration(each.seconds),
            outcome: each.outcome,
            x: round(Math.min(from, 100 - width)),
            width: round(width),
            y: index * ROW,
            height: ROW,
        };
    });
    const note = left > 0 ? leftOut(bars.length, left) : undefined;
    return { bars, ticks: ticksOf(span, first), height: bars.length * ROW + AXIS, note };
}
const TREND_HEIGHT = 150;
const MOST_RUNS = 30;
function trendOf({ history, seconds, outcome, rto, ended }) {
    const hasRun = (outcome === 'done' || outcome === 'failed') && seconds !== undefined;
    const now = hasRun ? [{ seconds, outcome, at: ended ?? '' }] : [];
    const runs = [...history, ...now].slice(-MOST_RUNS);
    if (runs.length < 2)
        return undefined;
    const objective = rto.find(({ pattern }) => pattern === 'all')?.target;
    const top = Math.max(...runs.map((run) => run.seconds), objective ?? 0) * 1.1 || 1;
    const slot = 100 / runs.length;
    const bars = runs.map((run, index) => {
        const height = round(Math.max(2, (run.seconds / top) * TREND_HEIGHT));
        const late = objective !== undefined && run.seconds > objective;
        return {
            label: run.at.slice(5, 10),
            value: formatShortDuration(run.seconds),
            outcome: run.outcome === 'failed' || late ? 'failed' : 'done',
            x: round(index * slot + slot * 0.15),
            width: round(slot * 0.7),
            y: round(TREND_HEIGHT - height),
            height,
        };
    });
    const target = objective === undefined
        ? undefined
        : {
            y: round(TREND_HEIGHT - (objective / top) * TREND_HEIGHT),
            label: `RTO ${formatShortDuration(objective)}`,
        };
    return { bars, height: TREND_HEIGHT + AXIS, target };
}
const version = (text) => text === undefined ? undefined : { short: words_short(text), whole: plain(text, 1000) };
function ticksOf(span, first) {
    const steps = [
        0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400,
    ];
    const step = steps.find((each) => span / each <= 3.5) ?? span / 3;
    const count = Math.floor(span / step);
    return Array.from({ length: count + 1 }, (_, index) => {
        const x = round((index * step * 100) / span);
        return {
            x,
            label: clock(new Date(first + index * step * 1000).toISOString()),
            anchor: index === 0 ? 'start' : x > 90 ? 'end' : 'middle',
        };
    });
}
const at = (instant) => (instant === undefined ? Number.NaN : Date.parse(instant));
const round = (number) => Math.round(number * 100) / 100;

; 








const page_MOST_ROWS = 2_000;
const MOST_UNFOLDED = 25;
const page_MOST_NAMES = 40;
const LONGEST_WHOLE = 32;
const WORDS = {
    done: 'done',
    'no-op': 'nothing to do',
    failed: 'failed',
    skipped: 'left as it is',
    planned: 'planned',
    running: 'not ended',
    started: 'not ended',
};
const STANDINGS = {
    resolved: 'resolved',
    unconfirmed: 'not confirmed',
    unhealthy: 'not resolved',
    nothing: 'nothing to do',
    'still-unhealthy': 'not resolved',
    asked: 'to be decided',
    failed: 'failed',
    running: 'not ended',
    planned: 'planned',
    unknown: 'not known',
};
const TONES = {
    resolved: 'done',
    unconfirmed: 'running',
    unhealthy: 'failed',
    nothing: 'no-op',
    'still-unhealthy': 'failed',
    asked: 'running',
    failed: 'failed',
    running: 'running',
    planned: 'planned',
    unknown: 'no-op',
};
const DELIVERED = { done: 'sent', planned: 'draft' };
const SIGNS = { done: '✓', failed: '✗', human: '○', 'not-applicable': '–' };
async function pageOf(report) {
    const { Liquid } = await __webpack_require__.e(  8694).then(__webpack_require__.t.bind(__webpack_require__, 48694, 19));
    const engine = new Liquid({ outputEscape: 'escape', jsTruthy: true, ownPropertyOnly: true });
    return engine.parseAndRender(PAGE, viewOf(report));
}
function viewOf(report) {
    const { components, rto, checklist, deliveries, brokenLines } = report;
    const { sha, reason, environment, actor } = report;
    return {
        style: STYLE,
        styleHash: `sha256-${(0,external_node_crypto_.createHash)('sha256').update(STYLE).digest('base64')}`,
        outcomeClass: TONES[report.standing],
        headline: whole(plain(report.headline, 200)),
        answers: report.answers.map(({ question, answer, tone }) => ({
            question,
            answer: plain(answer, 600),
            tone,
        })),
        ...notBackOf(components),
        ...goneBackOf(components),
        sentence: whole(plain(report.sentence, 400)),
        reason: plain(reason ?? '', 600),
        environment: plain(environment ?? '', 60),
        actor: plain(actor ?? '', 60),
        sha: plain(sha ?? '').slice(0, 12),
        id: plain(report.id),
        events: report.events,
        outcome: STANDINGS[report.standing],
        began: report.started && instant(report.started),
        run: report.run && /^https?:\/\//.test(report.run) ? report.run : undefined,
        tiles: tilesOf(report),
        timeline: timelineOf(report),
        trend: trendOf(report),
        rto: rto.map(objectiveRow),
        data: dataOf(report),
        deliveries: deliveries.slice(-page_MOST_ROWS).map(deliveryRow),
        checklist: checklist.map((each) => ({
            item: plain(each.item),
            state: each.state,
            sign: SIGNS[each.state],
            note: noteOf(each),
        })),
        open: openOf(report).slice(0, page_MOST_ROWS),
        broken: brokenLines.slice(0, 20).join(', '),
    };
}
const page_time = (seconds) => (seconds === undefined ? '–' : formatShortDuration(seconds));
const objectiveRow = ({ component, pattern, target, actual, last, lastIn, p95, state, }) => ({
    component: component === 'all' && pattern === 'all' ? 'Whole rollback' : plain(component),
    coded: component === pattern && pattern !== 'all',
    target: formatShortDuration(target),
    actual: actual === undefined && state === 'missed' ? 'not back' : page_time(actual),
    last: `${page_time(last)}${lastIn === undefined ? '' : ` in ${plain(lastIn, 40)}`}`,
    p95: page_time(p95),
    state,
});
const deliveryRow = ({ at, event, sink, status, isUnknown, message }) => ({
    at: clock(at),
    event: plain(event ?? ''),
    sink: plain(sink),
    whole: Math.max(event?.length ?? 0, sink.length) <= LONGEST_WHOLE,
    message: plain(message ?? ''),
    status,
    word: isUnknown ? 'not known' : (DELIVERED[status] ?? WORDS[status]),
});
const whole = (text) => text.replace(/(?<=\d) (?=(?:s|min|h)\b)|(?<=\d (?:min|h)) (?=\d)/g, '\u00a0');
function notBackOf(components) {
    const left = components.filter((each) => !each.configuration && isNotBack(each));
    const groups = groupsOf(left);
    return {
        groupsTitle: left.length > 0 ? `Not back (${left.length})` : 'Open',
        groups: groups.slice(0, page_MOST_ROWS).map((group) => ({
            outcome: group[0]?.outcome,
            sign: group[0]?.outcome === 'failed' ? '✗' : '…',
            names: group.map(({ name }) => plain(name)),
            isMany: group.length > page_MOST_NAMES,
            reason: plain(sharedBy(group), 400),
        })),
        moreGroups: groups.length - page_MOST_ROWS,
    };
}
function goneBackOf(components) {
    const counted = components.filter(({ configuration }) => !configuration);
    const well = counted.filter((each) => !isNotBack(each));
    const shared = sharedReason(well);
    return {
        componentsTitle: `As they should be (${well.length} of ${counted.length})`,
        folded: well.length > MOST_UNFOLDED || well.length < counted.length,
        sharedReason: shared && plain(shared, 400),
        components: well.slice(0, page_MOST_ROWS).map((each) => ({
            component: plain(each.name),
            whole: each.name.length <= LONGEST_WHOLE,
            from: each.from === each.to || each.outcome === 'skipped' ? undefined : version(each.from),
            to: version(each.to),
            time: each.seconds === undefined ? '' : formatShortDuration(each.seconds),
            message: plain(each.message ?? '', 400),
            outcome: each.outcome,
            word: WORDS[each.outcome],
        })),
        more: well.length - page_MOST_ROWS,
        along: components
            .filter(({ configuration }) => configuration)
            .slice(0, page_MOST_ROWS)
            .map(({ name }) => plain(name))
            .join(', '),
    };
}
function openOf({ openItems, checklist, components }) {
    const known = new Set(checklist.map(({ item }) => `${item}.`));
    const listed = components
        .filter((each) => !each.configuration && isNotBack(each))
        .map(({ name }) => `${name} `);
    return openItems
        .filter(({ item }) => !known.has(item) && !listed.some((name) => item.startsWith(name)))
        .map(({ item }) => plain(item, 400));
}
function noteOf({ state, evidence, owner }) {
    const ownerText = state === 'human' ? `Owner: ${owner ?? ''}` : '';
    const what = state === 'not-applicable' ? `not applicable: ${evidence ?? ''}` : (evidence ?? '');
    return plain([ownerText, what].filter(Boolean).join(' – '));
}
function tilesOf({ seconds, counts, rto, integrity, assessment, outcome, lost, answers }) {
    const met = rto.filter(({ state }) => state === 'met').length;
    const missed = rto.some(({ state }) => state === 'missed');
    const ended = seconds !== undefined && { name: 'Time', value: formatShortDuration(seconds) };
    const back = counts.total > 0 && {
        name: outcome === 'planned' ? 'Components planned' : 'Components back',
        value: outcome === 'planned' ? String(counts.total) : `${counts.done} / ${counts.total}`,
        tone: counts.failed > 0 ? 'bad' : '',
    };
    const objectives = rto.length > 0 && {
        name: 'Objectives met',
        value: `${met} / ${rto.length}`,
        tone: missed ? 'bad' : met === rto.length ? 'good' : '',
    };
    const data = lost === undefined
        ? integrity && {
            name: 'Data',
            value: plain(integrity.result, 20),
            tone: toneOf(integrity.result, answers),
        }
        : { name: 'Data lost', value: plain(lost.split(' (', 1)[0] ?? '', 30), tone: 'bad' };
    const severity = assessment?.severity && { name: 'Severity before', value: plain(assessment.severity, 20) };
    return [ended, back, objectives, data, severity].filter((tile) => typeof tile === 'object');
}
function toneOf(result, answers) {
    if (result === 'drift')
        return 'bad';
    const isOpen = answers.some(({ question, tone }) => question === LOSS_QUESTION && tone === 'open');
    return result === 'intact' && !isOpen ? 'good' : '';
}
function dataOf({ integrity, dataLoss }) {
    const { result, tables, rows, message } = integrity ?? {};
    const size = [tables !== undefined && `${tables} tables`, rows !== undefined && `${rows} rows`];
    const text = message ?? size.filter(Boolean).join(', ');
    const lost = dataLoss.map(({ name, happened, evidence }) => ({
        name: `${happened ? 'Lost by' : 'Would be lost by'} ${plain(name)}`,
        value: plain(lossIn(evidence), 800),
    }));
    const checked = result
        ? [
            {
                name: `${lost.length > 0 ? 'What was restored' : 'Integrity'}: ${plain(result)}`,
                value: plain(text),
            },
        ]
        : [];
    return [...lost, ...checked];
}

var github_errors = __webpack_require__(5826);
var own_issue = __webpack_require__(35611);
var markdown = __webpack_require__(26963);
; 


function plainText(text, most) {
    return (0,markdown .Xl)((0,markdown .tJ)(plain(text, most)));
}
const coded = (text) => `<code>${plainText(text) || ' '}</code>`;
function codedObjective({ component, pattern }) {
    if (component !== pattern)
        return plainText(component);
    return pattern === 'all' ? 'Whole rollback' : coded(pattern);
}
const codedVersion = (text) => `<code>${plainText(words_short(text)) || ' '}</code>`;
function plain_text_link(words, url) {
    const safe = url !== undefined && URL.canParse(url) && /^https?:\/\/[^\s()<>"'[\]|]+$/.test(url);
    return safe ? `[${plainText(words)}](${url})` : plainText(words);
}

var mermaid = __webpack_require__(28991);
; 


const MOST_LABELS = 8;
const MOST_BARS = 30;
const THINNEST = 1 / 150;
function mermaid_timeline({ components, actions, started, ended }) {
    const own = components.filter((each) => each.started !== undefined);
    const shown = own.length > 0 ? own : actions.map((action) => ({ ...action, component: action.name }));
    const { bars, left } = worthShowing(shown.filter((each) => each.started !== undefined), MOST_BARS);
    const last = Math.max(...bars.map((each) => Date.parse(each.ended ?? ended ?? each.started ?? '')));
    const first = Math.min(...bars.map((each) => Date.parse(each.started ?? '')), Date.parse(started ?? ''));
    if (bars.length === 0 || !Number.isFinite(last - first))
        return '';
    const least = Math.max(1, Math.ceil((last - first) * THINNEST));
    const drawn = bars.map((each) => {
        const outcome = 'outcome' in each ? each.outcome : each.status;
        const [sign, style] = signAndStyle(outcome);
        const from = Date.parse(each.started ?? '');
        const to = Math.max(from + least, each.ended === undefined ? last : Date.parse(each.ended));
        const name = 'name' in each && each.name ? each.name : each.component;
        return { name: `${sign} ${name}`, style, from, to };
    });
    const note = left > 0 ? `\n\n${leftOut(bars.length, left)}` : '';
    return `${(0,mermaid .V)({ title: 'When, in your time zone', axis: '%H:%M:%S' }, drawn)}${note}`;
}
function trend({ history, seconds, outcome, rto }, most = 20) {
    const runs = history.slice(-(most - 1)).map((run) => [run.at.slice(5, 10), run.seconds]);
    const hasRun = (outcome === 'done' || outcome === 'failed') && seconds !== undefined;
    const now = hasRun ? [[outcome === 'failed' ? 'now, failed' : 'now', seconds]] : [];
    const all = [...runs, ...now];
    if (all.length < 2)
        return '';
    const objective = rto.find(({ pattern }) => pattern === 'all')?.target;
    const top = Math.max(...all.map(([, value]) => value), objective ?? 0);
    const labels = all.map(([at], index) => all.length > MOST_LABELS ? `"${index + 1}"` : `"${index + 1}. ${at}"`);
    return (0,mermaid .A)([
        'xychart-beta',
        '  title "Seconds to recover, run by run"',
        `  x-axis [${labels.join(', ')}]`,
        `  y-axis "Seconds" 0 --> ${Math.ceil(top * 1.05)}`,
        `  bar [${all.map(([, value]) => value.toFixed(1)).join(', ')}]`,
        ...(objective === undefined ? [] : [`  line [${all.map(() => objective).join(', ')}]`]),
    ]);
}
function signAndStyle(outcome) {
    if (outcome === 'failed')
        return ['✗', 'crit'];
    if (outcome === 'running' || outcome === 'started')
        return ['…', 'active'];
    return outcome === 'done' ? ['✓'] : ['–', 'done'];
}

; 







const summary_MOST_ROWS = 300;
const summary_MOST_NAMES = 100;
const summary_MOST_UNFOLDED = 20;
const summary_TONES = { good: '🟢', open: '🟡', bad: '🔴' };
const ICONS_OF = {
    resolved: '✅',
    unconfirmed: '🟡',
    unhealthy: '🔴',
    nothing: '⚪',
    'still-unhealthy': '🔴',
    asked: '🟠',
    failed: '❌',
    running: '⏳',
    planned: '📝',
    unknown: '⚪',
};
function summaryOf(report) {
    const { components } = report;
    const counted = components.filter(({ configuration }) => !configuration);
    const [open, well] = [counted.filter(isNotBack), counted.filter((each) => !isNotBack(each))];
    const along = components.filter(({ configuration }) => configuration);
    return [
        `## ${ICONS_OF[report.standing]} ${plainText(report.headline, 200)}`,
        answered(report),
        plainText(report.sentence, 600),
        factsOf(report),
        chapter(report.outcome === 'planned' ? 'Planned' : 'Not back', grouped(open)),
        chapter('Components', folded(`${well.length} as they should be`, componentsTable(well), open.length > 0 || well.length > summary_MOST_UNFOLDED)),
        along.length > 0 ? folded(`${along.length} went along`, componentsTable(along), true) : '',
        chapter('Owners', ownersOf(report)),
        chapter('Timeline', mermaid_timeline(report)),
        chapter('Recovery time objectives', [rtoTable(report), trend(report)].filter(Boolean).join('\n\n')),
        chapter('Data', summary_dataOf(report)),
        chapter('Severity', assessmentOf(report)),
        chapter('Checklist', report.checklist.map(checklistLine).join('\n')),
        chapter('Messages', folded(`${report.deliveries.length} messages`, deliveriesTable(report), report.deliveries.length > summary_MOST_UNFOLDED)),
        summary_brokenOf(report),
    ]
        .filter(Boolean)
        .join('\n\n')
        .concat('\n');
}
const answered = ({ answers }) => answers
    .map(({ question, answer, tone }) => `- ${summary_TONES[tone]} **${question}** ${plainText(answer, 600)}`)
    .join('\n');
const ownersOf = ({ owners }) => owners
    .map(({ name, state, message }) => `- ${OWNER_ICONS[state]} ${plainText(message ?? name, 600)}`)
    .join('\n');
const OWNER_ICONS = { paused: '⏸️', 'handed back': '✅', 'not paused': '❌' };
const folded = (line, content, fold) => content && fold ? `<details><summary>${line}</summary>\n\n${content}\n\n</details>` : content;
function grouped(components) {
    const groups = groupsOf(components);
    const lines = groups.slice(0, summary_MOST_ROWS).map((group) => {
        const [first] = group;
        const names = group
            .slice(0, summary_MOST_NAMES)
            .map(({ name }) => coded(name))
            .join(', ');
        const more = group.length > summary_MOST_NAMES ? ` and ${group.length - summary_MOST_NAMES} more, in the JSON report` : '';
        const reason = sharedBy(group);
        const suffix = reason ? `: ${plainText(reason)}` : '';
        return `- ${ICONS[first?.outcome ?? 'failed']} ${names}${more}${suffix}`;
    });
    const rest = groups.length - lines.length;
    return [...lines, ...(rest > 0 ? [`- … and ${rest} more reasons, in the JSON report`] : [])].join('\n');
}
function checklistLine({ item, state, evidence, owner }) {
    const box = state === 'done' ? '[x]' : '[ ]';
    const words = {
        done: evidence && plainText(evidence),
        failed: `❌ ${plainText(evidence ?? 'failed')}`,
        human: [`**${plainText(owner ?? '')}**`, evidence && plainText(evidence)].filter(Boolean).join(': '),
        'not-applicable': `not applicable${evidence ? `: ${plainText(evidence)}` : ''}`,
    }[state];
    return `- ${box} ${plainText(item)}${words ? ` – ${words}` : ''}`;
}
function componentsTable(components) {
    if (components.length === 0)
        return '';
    const shared = sharedReason(components);
    const rows = components
        .slice(0, summary_MOST_ROWS)
        .map((each) => [
        `${ICONS[each.outcome]} ${each.outcome}`,
        coded(each.name),
        fromTo(each),
        each.seconds === undefined ? '' : formatShortDuration(each.seconds),
        ...(shared === undefined ? [plainText(each.message ?? '')] : []),
    ]);
    const rest = components.length - rows.length;
    const more = rest > 0 ? `\n\n… and ${rest} more, in the JSON report.` : '';
    const sharedLine = shared ? `All of them: ${plainText(shared)}\n\n` : '';
    const head = ['State', 'Component', 'From → to', 'Took', ...(shared === undefined ? ['Why'] : [])];
    return `${sharedLine}${(0,markdown .tp)(head, rows)}${more}`;
}
const ICONS = {
    done: '✅',
    'no-op': '⚪',
    failed: '❌',
    skipped: '⏭️',
    planned: '📝',
    running: '⏳',
    started: '⏳',
};
const STATES = { met: '✅ met', missed: '❌ missed', untested: '⚪ untested' };
const chapter = (title, content) => (content ? `### ${title}\n\n${content}` : '');
function factsOf({ reason, actor, run, sha, started, id, environment }) {
    const known = [
        ['Why', reason && plainText(reason, 500)],
        ['Environment', environment && plainText(environment)],
        ['Began', started && instant(started)],
        ['Started by', actor && plainText(actor)],
        ['Commit', sha && coded(sha.slice(0, 12))],
        ['Run', run && plain_text_link(id, run)],
    ];
    return known
        .filter(([, fact]) => fact)
        .map(([name, fact]) => `**${name}:** ${fact}`)
        .join(' · ');
}
function fromTo({ from, to, outcome }) {
    if (from === to || outcome === 'skipped' || !from)
        return to ? codedVersion(to) : '';
    return `${codedVersion(from)} → ${to ? codedVersion(to) : '?'}`;
}
function rtoTable({ rto }) {
    if (rto.length === 0)
        return '';
    const time = (seconds) => (seconds === undefined ? '–' : formatShortDuration(seconds));
    const rows = rto.map((each) => {
        const { target, actual, last, lastIn, p95, runs, state } = each;
        return [
            codedObjective(each),
            time(target),
            actual === undefined && state === 'missed' ? 'not back' : time(actual),
            `${time(last)}${lastIn === undefined ? '' : ` in ${plainText(lastIn, 60)}`}`,
            p95 === undefined ? '–' : `${formatShortDuration(p95)} (${runs} ${runs === 1 ? 'run' : 'runs'})`,
            STATES[state],
        ];
    });
    return (0,markdown .tp)(['Component', 'RTO', 'Back after', 'Last', 'p95 of history', 'State'], rows);
}
function summary_dataOf({ dataLoss, integrity, lost: whole }) {
    const lost = dataLoss.map(({ name, happened, evidence }) => `- ${happened ? 'Lost by' : 'Would be lost by'} ${coded(name)}: ${plainText(lossIn(evidence), 800)}`);
    const isLoss = whole !== undefined;
    const { result, tables, rows, message } = integrity ?? {};
    const size = [tables !== undefined && `${tables} tables`, rows !== undefined && `${rows} rows`];
    const seen = message ?? size.filter(Boolean).join(', ');
    const checked = result
        ? [
            `- ${isLoss ? 'What was restored' : 'Integrity'}: **${plainText(result)}**${seen ? ` – ${plainText(seen)}` : ''}`,
        ]
        : [];
    return [...lost, ...checked].join('\n');
}
function assessmentOf({ assessment, aftermath }) {
    return [
        assessment && `- Before: ${judgementOf(assessment)}`,
        aftermath && `- Since: ${judgementOf(aftermath)}`,
    ]
        .filter(Boolean)
        .join('\n');
}
function judgementOf({ severity, decision, message }) {
    const words = [
        severity && `severity **${plainText(severity)}**`,
        decision && `decision **${plainText(decision)}**`,
    ];
    return [words.filter(Boolean).join(', '), message && plainText(message)].filter(Boolean).join(' – ');
}
function deliveriesTable({ deliveries }) {
    if (deliveries.length === 0)
        return '';
    const rows = deliveries
        .slice(-summary_MOST_ROWS)
        .map(({ at, event, sink, status, isUnknown, message }) => [
        isUnknown ? '❔ not known' : `${ICONS[status]} ${status}`,
        instant(at),
        plainText(event ?? ''),
        plainText(sink),
        plainText(message ?? ''),
    ]);
    return (0,markdown .tp)(['State', 'At', 'Message', 'By', 'Why'], rows);
}
function summary_brokenOf({ brokenLines }) {
    if (brokenLines.length === 0)
        return '';
    return `> ⚠️ Not all of the record could be read: line ${(0,sentence .eZ)(brokenLines.map(String), 20)}.`;
}

; 




const BEGIN = '<!-- rollback-actions: report';
const END = '<!-- rollback-actions: end of report -->';
const markerOf = (id) => `${BEGIN} ${JSON.stringify(id).replaceAll('--', '-\\u002d')} -->`;
const MAX_CHARACTERS = 60_000;
function titleOf({ environment, started, id }) {
    const where = environment === undefined ? '' : ` of ${plain(environment, 60)}`;
    return `Rollback${where}${started ? ` on ${started.slice(0, 10)}` : ''} (${plain(id, 70)})`;
}
function bodyOf(report, before = '') {
    const [head = '', rest] = splitOnce(before, markerOf(report.incident));
    const [own, tail = ''] = splitOnce(rest ?? '', END);
    const ticked = tickedIn(own ?? '');
    const lines = report.checklist.map((item) => boxOf(item, ticked));
    const { reason, run, started, id } = report;
    const facts = [
        reason && `**Why:** ${plainText(reason, 1000)}`,
        started && `**Began:** ${instant(started)}`,
        run && `**Run:** ${plain_text_link(id, run)}`,
    ].filter(Boolean);
    const left = report.components.filter(isNotBack);
    const parts = [
        markerOf(report.incident),
        `${ICONS_OF[report.standing]} **${plainText(report.headline, 200)}**\n\n${answered(report)}`,
        plainText(report.sentence, 600),
        facts.join('\n'),
        `### Checklist\n\n${lines.join('\n')}`,
        grouped(left),
        componentsTable(report.components.filter((each) => !left.includes(each))),
    ];
    return `${head}${cut(parts.filter(Boolean).join('\n\n'))}\n\n${END}${rest === undefined ? '' : tail}`;
}
function boxOf(item, ticked) {
    const line = checklistLine(item);
    const box = ticked.has(keyOf(item.item)) ? line.replace('- [ ] ', '- [x] ') : line;
    return `${box} <!-- item ${keyOf(item.item)} ${item.state} -->`;
}
function tickedIn(body) {
    const boxes = body.matchAll(/^[ \t]*[-*] \[([ xX])\] .*<!-- item (\S{1,200}) (\S{1,40}) -->[ \t\r]*$/gm);
    return new Set([...boxes].filter(([, box, , state]) => box !== ' ' && state !== 'done').map(([, , key = '']) => key));
}
const keyOf = (item) => encodeURIComponent(plain(item)).replaceAll('-', '%2D').slice(0, 200);
function splitOnce(text, separator) {
    const at = text.indexOf(separator);
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
function cut(text) {
    if (text.length <= MAX_CHARACTERS)
        return text;
    return `${text.slice(0, text.lastIndexOf('\n', MAX_CHARACTERS))}\n\n… the rest is in the report of the run.`;
}

; 



async function publish(client, report, how) {
    const earlier = await find(client, report);
    if (!earlier)
        return publish_open(client, report, how.labels);
    if (how.mode === 'create')
        return published(earlier, 'found');
    const body = bodyOf(report, earlier.body ?? '');
    const { owner, repo } = client.target;
    const issue = await client.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { issue_number: earlier.number, body }, {
        what: `update issue ${earlier.number} of ${owner}/${repo}`,
        permission: 'issues: write',
        repeatable: true,
    });
    return published(issue, 'updated');
}
async function publish_open(client, report, labels) {
    const { owner, repo } = client.target;
    const parameters = { title: titleOf(report), body: bodyOf(report), labels };
    const purpose = { permission: 'issues: write', repeatable: false };
    try {
        const issue = await client.request('POST /repos/{owner}/{repo}/issues', parameters, {
            ...purpose,
            what: `create an issue in ${owner}/${repo}`,
        });
        return published(issue, 'created');
    }
    catch (error) {
        const unsure = error instanceof github_errors .y && error.passing && error.mayBeDone;
        const issue = unsure && (await find(client, report).catch(() => undefined));
        if (issue)
            return published(issue, 'created');
        throw error;
    }
}
const find = (client, { incident, started }) => (0,own_issue .B)(client, { state: 'all', since: started }, (body) => body.includes(markerOf(incident)));
const published = ({ number, html_url: url }, change) => ({
    number,
    url,
    did: change,
});

var story_findings = __webpack_require__(35528);
; 






const ITEMS = [
    ['All services rolled back successfully', services],
    ['Health checks passing', health],
    ['Data integrity verified', integrity],
    ['Performance metrics normal', (story) => metrics(story, 'slowdown')],
    ['Error rates below threshold', (story) => metrics(story, 'error-rate')],
    ['Customer communication sent', customers],
    ['Incident report created', () => done('the draft is beside this report; its root cause is left open')],
    ['Post-mortem scheduled', () => human('incident commander')],
    ['Root cause analysis started', () => human('owner of the change')],
    ['Monitoring alerts cleared', alerts],
    ['Rollback documented', ({ events }) => done(`${events.length} events in the record, and this report`)],
    ['Stakeholders notified', stakeholders],
];
const ANYBODY = 'incident commander';
function checklistOf(story, extra) {
    const dry = story.outcome === 'planned';
    const own = extra.map((line) => {
        const [, item = line, owner = ANYBODY] = /^(.*\S)\s*\(([^()]+)\)$/.exec(line) ?? [];
        return { item, ...human(owner) };
    });
    const items = [...ITEMS.map(([item, find]) => ({ item, ...find(story) })), ...smokeTests(story), ...own];
    return dry ? items.map(({ item }) => ({ item, ...notApplicable('nothing was changed yet') })) : items;
}
const done = (evidence) => ({ state: 'done', evidence });
const failed = (evidence) => ({ state: 'failed', evidence });
const human = (owner, evidence) => ({
    state: 'human',
    ...(evidence !== undefined && { evidence }),
    owner,
});
const notApplicable = (evidence) => ({ state: 'not-applicable', evidence });
function smokeTests({ smokeTests: tests }) {
    if (!tests)
        return [];
    const { passed, total } = tests;
    const result = `${passed} of ${total} passed`;
    return [{ item: 'Smoke tests passed', ...(passed === total ? done(result) : failed(result)) }];
}
function services(story) {
    const { components, outcome, counts } = story;
    if (!components.some(({ configuration }) => !configuration)) {
        if (outcome === 'failed' || outcome === 'running')
            return failed('the rollback has not ended well');
        return notApplicable('the record names no service');
    }
    const open = notBackIn(story);
    const result = `${counts.done} of ${counts.total} are back`;
    if (open.length > 0)
        return failed(`${result}; not ${named(open.map(({ name }) => name))}`);
    const skipped = counts.total - counts.done;
    if (counts.done === 0)
        return notApplicable(`nothing went back: ${skipped} left as they are`);
    return done(skipped > 0 ? `${result}, ${skipped} left as they are` : result);
}
function health({ components }) {
    const own = components.filter(({ component, outcome }) => outcome !== 'skipped' && (0,catalogue .I)(component) === 'workload');
    if (own.length === 0)
        return notApplicable('the record names no service');
    const checked = own.filter(({ isVerified, outcome }) => isVerified && outcome !== 'failed');
    const ill = own.filter(({ outcome, message }) => outcome === 'failed' && /not healthy/.test(message ?? ''));
    if (ill.length > 0)
        return failed(named(ill.map(({ name }) => `${name} is not healthy`)));
    if (checked.length === own.length)
        return done(`${checked.length} of ${own.length} passed theirs`);
    const evidence = `${checked.length} of ${own.length} have passed a health check (input health)`;
    return human('on-call engineer', evidence);
}
const MAX_NAMES = 20;
const named = (names) => (0,sentence .eZ)(names, MAX_NAMES);
function integrity(story) {
    const { integrity: found, actions, components, dataLoss, isVerificationFailed } = story;
    const touched = actions.some(({ name }) => name === 'rollback-db') ||
        components.some(({ component }) => (0,catalogue .I)(component) === 'database');
    if (found?.result === 'drift')
        return failed(found.message ?? 'verify-integrity found drift');
    if (isVerificationFailed)
        return failed('verify-integrity failed');
    const lost = lostIn(story);
    if (lost !== undefined)
        return failed(`${lost} lost${found?.message ? `; what was restored: ${found.message}` : ''}`);
    const uncounted = (0,loss .LO)(components, dataLoss);
    if (uncounted.length > 0)
        return human('database owner', `no one has counted what ${named(uncounted)} lost${found?.message ? `; what was restored: ${found.message}` : ''}`);
    if (found?.result === 'intact')
        return done(found.message ?? 'verify-integrity found it intact');
    return touched
        ? human('database owner', 'no comparison is in the record')
        : notApplicable('no database was rolled back');
}
function metrics({ aftermath }, signal) {
    const { severity: overall, result, message } = aftermath ?? {};
    const rows = rowsOf(aftermath);
    const own = rows.find((each) => each.signal === signal);
    if (rows.length > 0 && !own)
        return human('on-call engineer', 'the check of the metrics did not ask for it');
    const severity = own?.severity ?? overall;
    if (severity === undefined || severity === 'unknown' || (!own && result === 'inconclusive'))
        return human('on-call engineer', aftermath && 'the check of the metrics was inconclusive');
    const evidence = own?.message ?? message ?? `severity after the rollback: ${severity}`;
    return severity === 'none' || severity === 'low' ? done(evidence) : failed(evidence);
}
function alerts({ aftermath }) {
    const row = rowsOf(aftermath).find(({ signal }) => signal === 'alerts');
    if (!row || row.severity === 'unknown')
        return human('on-call engineer');
    const { severity, message = `severity ${severity}` } = row;
    return severity === 'none' ? done(message) : failed(message);
}
function rowsOf(assessment) {
    const rows = Array.isArray(assessment?.evidence) ? assessment.evidence : [];
    return rows.flatMap((each) => {
        const parsed = dist .xLC(signalRow, each);
        return parsed.success ? [parsed.output] : [];
    });
}
const signalRow = dist ._H3({
    signal: dist .YjP(),
    severity: dist .YjP(),
    message: dist .lqM(dist .YjP()),
});
function customers({ deliveries }) {
    const own = deliveries.filter(({ event }) => event === 'customer');
    const sent = own.filter(story_findings .xi);
    if (sent.some(({ status }) => status === 'done'))
        return done(reached(sent));
    const doubtful = sent.find(({ isUnknown }) => isUnknown);
    if (doubtful)
        return human('support', unknownAt([doubtful.sink]));
    if (sent.some(({ status }) => status === 'failed'))
        return failed('it was delivered to no one');
    const inside = own.filter(({ status }) => status === 'done');
    if (inside.length > 0)
        return human('support', `it went to the team alone: ${reached(inside)}`);
    return human('support', own.length > 0 ? 'a draft is written' : undefined);
}
function stakeholders({ deliveries }) {
    const sent = deliveries.filter(({ event }) => event === 'completed' || event === 'failed');
    if (sent.length === 0)
        return human(ANYBODY);
    const newest = [...new Map(sent.map((delivery) => [delivery.sink, delivery])).values()];
    const failures = newest.filter(({ status }) => status === 'failed');
    const [doubtful, lost] = [true, false].map((isUnknown) => failures.filter((each) => each.isUnknown === isUnknown).map(({ sink }) => sink));
    if (lost?.length)
        return failed(`it did not reach ${lost.join(', ')}`);
    if (doubtful?.length)
        return human(ANYBODY, unknownAt(doubtful));
    return newest.some(({ status }) => status === 'done') ? done(reached(newest)) : human(ANYBODY);
}
const unknownAt = (sinks) => `it is not known whether it reached ${sinks.join(', ')}`;
const reached = (deliveries) => `sent by ${[...new Set(deliveries.filter(({ status }) => status === 'done').map(({ sink }) => sink))].join(', ')}`;

var rto = __webpack_require__(92908);
; 






function reportOf(story, accounting) {
    const checklist = checklistOf(story, accounting.checklist);
    const report = {
        version: 1,
        id: story.id ?? '',
        incident: story.incident ?? '',
        outcome: story.outcome ?? 'running',
        sentence: sentenceOf(story),
        headline: headlineOf(story),
        standing: story.standing,
        answers: answersOf(story),
        lost: lostIn(story),
        environment: story.environment,
        reason: story.reason,
        actor: story.actor,
        repository: story.repository,
        sha: story.sha,
        run: story.run,
        started: story.started,
        ended: story.ended,
        seconds: story.seconds,
        counts: story.counts,
        components: story.components,
        actions: story.actions,
        rto: (0,rto .e4)(accounting.objectives, story, accounting.history, accounting.elsewhere),
        history: accounting.history,
        integrity: story.integrity,
        dataLoss: story.dataLoss,
        assessment: story.assessment,
        aftermath: story.aftermath,
        recovery: story.recovery,
        deliveries: story.deliveries,
        owners: story.owners,
        checklist,
        openItems: [
            ...story.openItems.map((item) => ({ item, owner: 'on-call engineer' })),
            ...checklist
                .filter(({ state }) => state === 'human')
                .map(({ item, owner = '' }) => ({ item: `${item}.`, owner })),
        ],
        events: story.events.length,
        brokenLines: accounting.brokenLines,
    };
    return JSON.parse(JSON.stringify(report));
}
function sentenceOf(story) {
    const { outcome, environment, counts, seconds, components, actions, standing, recovery } = story;
    const lost = lostIn(story);
    const loss = lost === undefined ? '' : `; ${lost} lost`;
    const doubt = {
        unconfirmed: `; not confirmed healthy: ${plain(recovery.because.join(', '))}`,
        unhealthy: `; still not healthy: ${plain(recovery.because.join(', '))}`,
    };
    const health = standing === 'unconfirmed' || standing === 'unhealthy' ? doubt[standing] : '';
    const where = environment === undefined ? '' : ` of ${environment}`;
    const back = `${counts.done} of ${counts.total} components are back`;
    const counted = counts.total > 0;
    const took = seconds === undefined ? '' : ` in ${formatShortDuration(seconds)}`;
    switch (outcome) {
        case 'done':
            return `Rolled ${environment ?? ''} back${took}${counted ? `: ${back}` : ''}${loss}${health}.`.replace('  ', ' ');
        case 'no-op':
            return `The rollback${where} had nothing to do${counted ? `: ${counts.done} of ${counts.total} components are where they should be` : ''}${standing === 'still-unhealthy' ? `; still not healthy: ${plain(recovery.because.join(', '))}` : ''}.`;
        case 'planned':
            return `The rollback${where} is planned${counted ? ` for ${counts.total} components` : ''}; nothing was changed.`;
        case 'failed': {
            const first = components.find((each) => each.outcome === 'failed') ?? failedPart(actions);
            const failure = first?.message ? `; ${(0,sentence .Qu)(plain(first.message))}` : '';
            return `The rollback${where} failed${counted ? `: ${back}` : ''}${loss}${failure}.`;
        }
        default:
            return `The rollback${where} has not ended${counted ? `: ${back}` : ''}${loss}.`;
    }
}
function failedPart(actions) {
    const failed = (0,story_actions .Hj)(actions).filter(({ status, means }) => status === 'failed' && means !== 'notifies');
    return failed.find(({ means }) => means !== 'encloses') ?? failed[0];
}

; 












async function main(inputs, { story, broken, objectives, target }, context) {
    const earlier = readHistory(inputs.history, story, context);
    const report = reportOf(story, {
        objectives,
        ...earlier,
        checklist: inputs.checklist,
        brokenLines: broken,
    });
    const files = await write(report, story);
    const problems = [];
    const attempt = async (act) => {
        try {
            return await act();
        }
        catch (error) {
            if (!(error instanceof errors .lZ))
                throw error;
            problems.push(error);
            return undefined;
        }
    };
    if (!context.dryRun)
        await attempt(() => keep(inputs.history, story));
    const issue = target && (await attempt(() => publishIssue(target, report, inputs, context)));
    return outcomeOf(report, files, issue, problems);
}
function outcomeOf({ sentence, checklist, rto }, { markdown, summary, json, page, incident }, issue, problems) {
    const listed = problems.map(errors .bD).join(' ');
    return {
        result: problems.length > 0 ? 'failed' : 'done',
        message: problems.length > 0 ? `The report is written, but: ${listed}` : `Reported: ${sentence}`,
        outputs: {
            summary,
            report: json,
            html: page,
            incident,
            checklist,
            rto,
            'issue-number': issue?.number ?? '',
        },
        summary: markdown,
    };
}
async function write(report, story) {
    const folder = (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'rollback-report');
    const put = (name, content) => {
        const path = (0,external_node_path_.join)(folder, name);
        (0,files .pb)(path, content);
        return path;
    };
    const markdown = summaryOf(report);
    return {
        markdown,
        summary: put('summary.md', markdown),
        json: put('report.json', `${JSON.stringify((0,redact .pc)(report), null, 2)}\n`),
        page: put('report.html', await pageOf(report)),
        incident: put('incident-report.md', incidentReport(report, story)),
    };
}
function readHistory(path, story, { log }) {
    if (path === undefined)
        return { history: [], elsewhere: [] };
    try {
        const { runs, elsewhere, broken } = (0,report_history .i6)((0,external_node_fs_.readFileSync)(path, 'utf8'), story);
        if (broken > 0)
            log.warn(`${broken} lines of the history ${path} are not runs and are ignored.`);
        return { history: runs, elsewhere };
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return { history: [], elsewhere: [] };
        throw new errors .lZ(`The history ${path} cannot be read: ${(0,errors .bD)(error)}.`, { cause: error });
    }
}
function keep(path, story) {
    const line = (0,report_history .ng)(story);
    if (path === undefined || line === undefined)
        return;
    try {
        (0,files .fc)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(path)));
        (0,files .sX)(path, `${(0,redact .Rh)(line)}\n`);
    }
    catch (error) {
        throw new errors .lZ(`The history ${path} cannot be written: ${(0,errors .bD)(error)}.`, { cause: error });
    }
}
async function publishIssue(target, report, { issue: mode, labels }, { log, record, signal }) {
    if (mode === 'none')
        return undefined;
    const event = { component: 'report', step: 'issue' };
    try {
        const { GitHubClient } = await __webpack_require__.e(  2310).then(__webpack_require__.bind(__webpack_require__, 52310));
        const issue = await publish(new GitHubClient(target, signal), report, { mode, labels });
        log.info(`✓ Issue ${issue.number} is ${issue.did}${issue.url ? `: ${issue.url}` : ''}`);
        record({ ...event, status: 'done', evidence: issue });
        return issue;
    }
    catch (error) {
        record({ ...event, status: 'failed', message: (0,errors .bD)(error) });
        throw error;
    }
}


  }),

  74995:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  Ay: () => (  pRetry)
});


; 
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error',  
	'NetworkError when attempting to fetch resource.',  
	'The Internet connection appears to be offline.',  
	'Network request failed',  
	'fetch failed',  
	'terminated',  
	' A network error occurred.',  
	'Network connection lost',  
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			|| '__sentry_captured__' in error;
	}

	if (message.startsWith('error sending request for url')) {
		return true;
	}

	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	return errorMessages.has(message);
}

; 


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	throw new Error('Retry attempts exhausted without throwing an error.');
}



  })

};
;
export const id = 481;
export const ids = [481];
export const modules = {

/***/ 5491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Ws: () => (/* binding */ workloadSubject),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   yK: () => (/* binding */ databaseSubject)
/* harmony export */ });
/* unused harmony export endsOf */
/** A workload as the record names it: `deployment/web`, and in which namespace of which cluster. */
const workloadSubject = ({ kind, name }, where) => ({
    component: `${kind.toLowerCase()}/${name}`,
    where,
});
/** A database as the record names it, with the `host:port` of its server. */
const databaseSubject = ({ database, name: server, }) => ({ component: `database/${database}`, where: { server } });
/**
 * What makes a component this one and no other, from the outside in: `10.0.0.1:6443/shop/deployment/web`. Its end is
 * the name that people use.
 */
const keyOf = ({ component, where = {} }) => [...placesOf(where), component].join('/');
/** All ends of a key that begin with a whole word, the longest first: `shop/deployment/web`, `deployment/web`, `web`. */
function endsOf(key) {
    const words = key.split('/');
    return words.map((_, index) => words.slice(index).join('/'));
}
/**
 * What people call each component, by its key: its own name where there is only one of that name, else with what sets
 * it apart: `deployment/web (shop)`.
 */
function namesOf(components) {
    const unique = new Map(components.map((each) => [keyOf(each), each]));
    const namesakes = Map.groupBy(unique, ([, { component }]) => component);
    return new Map([...unique].map(([key, each]) => {
        const others = (namesakes.get(each.component) ?? []).map(([, other]) => other);
        return [key, others.length === 1 ? each.component : `${each.component} (${apart(each, others)})`];
    }));
}
/** What sets a component apart from its namesakes: its namespace alone where no other has it, else all that is known. */
function apart({ where = {} }, namesakes) {
    const { namespace } = where;
    const same = namesakes.filter((other) => other.where?.namespace === namespace);
    return namespace !== undefined && same.length === 1 ? namespace : placesOf(where).join('/') || 'elsewhere';
}
const PLACES = ['cluster', 'namespace', 'server', 'provider', 'zone', 'directory', 'workspace', 'address'];
/** In an order of its own: JSON's may be any. */
const placesOf = (where) => PLACES.flatMap((name) => where[name] || []);


/***/ }),

/***/ 99297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ RESULTS),
/* harmony export */   Q: () => (/* binding */ defineAction)
/* harmony export */ });
/** The words that actions end with, and what each means to the record; what has failed ends with exit code 1. */
const RESULTS = {
    done: 'done',
    'no-op': 'no-op',
    planned: 'planned',
    failed: 'failed',
    intact: 'done',
    drift: 'failed',
    captured: 'done',
    analyzed: 'done',
    judged: 'done',
    inconclusive: 'done',
};
/** Declares an action. What it reads is what it said that it reads, so whoever runs it need not know its type. */
const defineAction = (action) => action;


/***/ }),

/***/ 97583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ startTimer),
/* harmony export */   db: () => (/* binding */ startDeadline),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);


/** Milliseconds; Node fires a longer timer at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** A timer whose signal aborts with a DeadlineError after so many seconds. */
function startTimer(seconds) {
    const controller = new AbortController();
    const milliseconds = Math.min(seconds * 1000, LONGEST_TIMER);
    const timer = setTimeout(() => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DeadlineError */ .j3(seconds)), milliseconds);
    return {
        signal: controller.signal,
        abort: (reason) => controller.abort(reason),
        stop: () => clearTimeout(timer),
    };
}
/**
 * One AbortSignal for everything an action does: it aborts with a DeadlineError after `seconds`, or with a
 * CancelledError when the runner cancels the job (SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL).
 */
function startDeadline(seconds) {
    const timer = startTimer(seconds);
    const cancel = (name) => timer.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc(name));
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    return {
        signal: timer.signal,
        stop() {
            timer.stop();
            process.off('SIGINT', cancel).off('SIGTERM', cancel);
        },
    };
}
/** Waits, or throws the signal's reason as soon as it aborts. */
async function pause(milliseconds, signal) {
    // What the timer throws when it is aborted says less than the reason.
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }).catch(() => { });
    signal.throwIfAborted();
}


/***/ }),

/***/ 6800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   j3: () => (/* binding */ DeadlineError),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   to: () => (/* binding */ explained),
/* harmony export */   wl: () => (/* binding */ DISK_FULL)
/* harmony export */ });
/**
 * A failure that the user can do something about. Its message is one sentence that says what failed, on what,
 * and what to do; `details` go into a log group. Anything else that is thrown is a bug and keeps its stack.
 */
class ActionError extends Error {
    details;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'ActionError';
        this.details = options.details ?? [];
    }
}
/** The one deadline of the action has passed. */
class DeadlineError extends ActionError {
    constructor(seconds) {
        super(`The deadline of ${seconds} s (input \`timeout\`) has passed.`);
        this.name = 'DeadlineError';
    }
}
/** The job was cancelled: the runner sent SIGINT or SIGTERM. */
class CancelledError extends ActionError {
    constructor(signalName) {
        super(`The run was cancelled (${signalName}).`);
        this.name = 'CancelledError';
    }
}
/** The message of whatever was thrown. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
const DISK_FULL = 'The disk of this machine is full; give the runner a larger one, or set RUNNER_TEMP to another, and run this again.';
/** What was thrown, as a failure that the user can do something about where the machine is what failed. */
function explained(error) {
    const { code } = error;
    return code === 'ENOSPC' ? new ActionError(DISK_FULL, { cause: error }) : error;
}


/***/ }),

/***/ 19897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   aB: () => (/* binding */ PassingError)
/* harmony export */ });
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74995);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97583);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);
/* harmony import */ var _waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39093);




/** A failure that may be over in a moment: worth another attempt, `retryAfterMs` later. */
class PassingError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ {
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
/**
 * The one retry policy: tries again what may be over in a moment, after growing pauses with jitter; longer where the other
 * side says for how long it wants to be left alone, and not at all where that is longer than there is time for. A limit is
 * waited for as long as there is time.
 *
 * @throws what the last attempt threw; the signal's reason where that aborted
 */
async function retry(work, limits) {
    const { signal, withinMs = Number.POSITIVE_INFINITY, attempts = Number.POSITIVE_INFINITY } = limits;
    const { longestPauseMs = _waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.RETRY_LONGEST_PAUSE_MS } = limits;
    const end = performance.now() + withinMs;
    let failures = 0;
    let met = 0;
    const isWorthwhile = (error) => !signal.aborted &&
        (failures < attempts || isLimit(error)) &&
        retryAfterOf(error) <= end - performance.now() &&
        isAgain(error, limits);
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .Ay)(() => work().catch(throwAsError), {
            retries: Number.POSITIVE_INFINITY,
            minTimeout: _waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.RETRY_FIRST_PAUSE_MS,
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
                // p-retry makes a pause of its own only after what costs an attempt.
                const own = isLimit(error) ? growing(met++, longestPauseMs) : 0;
                await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(Math.max(retryAfterOf(error), own), signal);
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
const growing = (before, longest) => Math.min(longest, _waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.RETRY_FIRST_PAUSE_MS * 2 ** before * (1 + Math.random()));
function isAgain(error, { isPassing, repeatable = true }) {
    const passes = isPassing ? isPassing(error) : error instanceof PassingError;
    return passes && (repeatable || !error.mayBeDone);
}
/** p-retry knows errors by their class, which those of Node's streams are not in every context. */
function throwAsError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
        throw thrown;
    const { message, name } = thrown;
    // And it takes a TypeError for a bug that stays, which fetch throws for a lost connection too.
    throw thrown instanceof Error && name !== 'TypeError' ? thrown : new Error(message, { cause: thrown });
}
/** `Retry-After` in milliseconds, in seconds or as a date; 0 where there is none, or none that is understood. */
function retryAfterMs(header) {
    if (!header)
        return 0;
    const milliseconds = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
    return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0;
}


/***/ }),

/***/ 4885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Rz: () => (/* binding */ milliseconds),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   uM: () => (/* binding */ share),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

/**
 * The kinds of value that an input can have. Each is a schema from the text of the input to its typed value,
 * with a message that says what was given and what is accepted.
 */
const given = (issue) => JSON.stringify(issue.input);
/** Any text. */
const text = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP();
/** Text that is masked in the log before anything else runs. */
const secret = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .metadata */ .yuE({ secret: true }));
/** `90s`, `5m`, `1h30m` → seconds. */
const duration = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?=\d)(\d+h)?(\d+m)?(\d+s)?$/, (issue) => `is ${given(issue)}; accepted are durations such as 90s, 5m or 1h30m`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => {
    const part = (unit) => Number(new RegExp(`(\\d+)${unit}`).exec(value)?.[1] ?? 0);
    return part('h') * 3600 + part('m') * 60 + part('s');
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1, 'is zero; accepted are durations of at least 1s'));
/** `10ms`, `1s` → milliseconds. */
const milliseconds = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\d{1,6}m?s$/, (issue) => `is ${given(issue)}; accepted are short durations such as 10ms or 1s`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => Number.parseInt(value, 10) * (value.endsWith('ms') ? 1 : 1000)));
/** The YAML 1.2 core schema's booleans, as `core.getBooleanInput` reads them. */
const boolean = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(true|True|TRUE|false|False|FALSE)$/, (issue) => `is ${given(issue)}; accepted are true and false`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => value.toLowerCase() === 'true'));
/** A whole number of at least `least`. */
const integer = (least) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\d{1,9}$/, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(Number), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(least, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`));
/** One of a few words. */
const choice = (words) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(words, (issue) => `is ${given(issue)}; accepted are ${words.join(', ')}`);
/** One item a line; commas also part items. */
const list = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => split(value, /[\n,]/)));
/** One item a line; commas belong to the item. */
const lines = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => split(value, /\n/)));
function split(value, separator) {
    return value
        .split(separator)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/** A moment as RFC 3339 or in Unix seconds → Unix seconds. */
const moment = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => (/^\d{9,11}$/.test(value) ? Number(value) : parseMoment(value))), valibot__WEBPACK_IMPORTED_MODULE_0__/* .finite */ .E2x((issue) => `is no time; accepted are 2026-11-22T10:00:00Z and Unix seconds (${issue.received})`));
function parseMoment(value) {
    return /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|z|[+-]\d\d:?\d\d)$/.test(value)
        ? Date.parse(value) / 1000
        : Number.NaN;
}
/** `99.9%` or `0.999` → 0.999; above 0 and below 1. */
const share = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\d+(\.\d+)?\s*%?$/, (issue) => `is ${given(issue)}; accepted are shares such as 99.9% or 0.999`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y((value) => value > 0 && value < 1, (issue) => `is ${given(issue)}; accepted are shares above 0 and below 100%`));


/***/ }),

/***/ 39093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ WAITS)
/* harmony export */ });
/* unused harmony export waitsFor */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

/** Every duration that the product sets itself. What an input sets (`timeout`, `lock-timeout`) is not here. */
const REAL = {
    /** Between the attempts of the one retry policy (`retry.ts`): the first pause; each is twice as long as the last, up to the longest. */
    RETRY_FIRST_PAUSE_MS: 200,
    RETRY_LONGEST_PAUSE_MS: 3000,
    /** The process of an action: to end its sockets, and for its post phase to give things back. */
    EXIT_MS: 1000,
    POST_PHASE_SECONDS: 30,
    /** A program that was told to end has this long before it is killed. */
    PROCESS_KILL_MS: 5000,
    /** Parts of a rollback that go on after its deadline: telling, and giving traffic back. */
    CHAIN_TELLING_MS: 20_000,
    CHAIN_RESUME_MS: 30_000,
    /** `rollback init` asks a cache for its keys. */
    INIT_CACHE_MS: 2000,
    /** A sink: all its requests, one whose repeat does no harm, and a connection to a mail server. */
    SINK_SECONDS: 15,
    SINK_ATTEMPT_SECONDS: 5,
    SMTP_CONNECT_MS: 5000,
    /** Between two updates of Slack's message: `chat.update` takes some fifty a minute. */
    LIVE_UPDATE_MS: 1500,
    GITHUB_ATTEMPT_MS: 5000,
    /** All attempts of a request, its limits waited for. */
    GITHUB_MS: 60_000,
    /** A request to Prometheus, and all attempts of one: a look that takes longer comes too late to decide by. */
    PROMETHEUS_ATTEMPT_MS: 10_000,
    PROMETHEUS_MS: 20_000,
    /** The API server: tried again before its first answer, and after it; one request; a log without a byte. */
    API_SERVER_FIRST_MS: 10_000,
    API_SERVER_LATER_MS: 120_000,
    API_SERVER_SILENCE_MS: 15_000,
    API_SERVER_LONGEST_LIMIT_MS: 30_000,
    POD_LOG_SILENCE_MS: 3000,
    LIST_EXPIRED_PAUSE_MS: 200,
    /** A watch is renewed, so that a connection that died in silence is noticed. */
    WATCH_RENEW_SECONDS: 30,
    WATCH_LONGEST_PAUSE_MS: 2000,
    /** A lock that nobody renews is free again, so that a dead runner cannot hold it; giving it back after the deadline. */
    LEASE_SECONDS: 30,
    LEASE_RELEASE_MS: 5000,
    LEASE_LOOK_MS: 500,
    /** The state of all pods for a judgement. */
    PODS_STATE_MS: 20_000,
    /** A health check of a pod or a URL, and a command in a pod. */
    HEALTH_ATTEMPT_MS: 5000,
    HEALTH_COMMAND_MS: 30_000,
    /** Putting replicas and pauses back after the deadline; waiting for a copy that is being deleted. */
    SERVICE_RESTORE_MS: 120_000,
    COPY_REPLACE_MS: 8000,
    COPY_LOOK_MS: 200,
    /** PostgreSQL: a connection, its end, and a server that restarts or recovers from a crash. */
    POSTGRES_CONNECT_MS: 10_000,
    POSTGRES_GOODBYE_MS: 2000,
    POSTGRES_AWAY_MS: 10_000,
    /** The switch: its locks, its statements, between two rounds of ending sessions, and looking whether it took place. */
    SWITCH_LOCK_MS: 3000,
    SWITCH_STATEMENT_MS: 15_000,
    SWITCH_ROUND_MS: 10,
    SWITCH_LOOK_MS: 15_000,
    /** Restoring in place waits for its locks. */
    IN_PLACE_LOCK_MS: 10_000,
    /** Between two attempts to get in while downtime is measured, and the longest after the switch. */
    DOWNTIME_PERIOD_MS: 5,
    DOWNTIME_LONGEST_MS: 5000,
    PROGRESS_PERIOD_MS: 5000,
    /** Running transactions of pooled clients have to end; giving traffic back after the deadline. */
    POOLER_PAUSE_SECONDS: 15,
    POOLER_CONNECT_MS: 10_000,
    POOLER_RESUME_MS: 5000,
    POOLER_LOOK_MS: 5,
    TRAFFIC_RESUME_MS: 25_000,
    SIDE_CLUSTER_LOOK_MS: 200,
    SIDE_CLUSTER_STOP_MS: 20_000,
    /** Which rows are different. */
    LOCATE_MS: 120_000,
    /** Redis: a connection, a command, and a server that restarts or fails over while it is planned, cleared and swept. */
    REDIS_CONNECT_MS: 5000,
    REDIS_SILENCE_MS: 30_000,
    REDIS_AWAY_PLAN_MS: 2000,
    REDIS_AWAY_CLEAR_MS: 20_000,
    REDIS_AWAY_SWEEP_MS: 30_000,
    REDIS_SWEEP_PAUSE_MS: 500,
    /** DNS: a datagram, a connection, a look-up, a request to Cloudflare or Route 53, and a look at the new target. */
    DNS_DATAGRAM_MS: 2000,
    DNS_CONNECTION_MS: 5000,
    DNS_LOOKUP_MS: 2000,
    DNS_PROPAGATION_LOOK_MS: 500,
    DNS_TARGET_MS: 5000,
    CLOUDFLARE_ATTEMPT_MS: 15_000,
    ROUTE53_CONNECT_MS: 5000,
    ROUTE53_ATTEMPT_MS: 15_000,
    ROUTE53_LOOK_MS: 2000,
    /** A store of backups without a byte; the longest pause before it is asked again. */
    STORE_SILENCE_MS: 30_000,
    STORE_LONGEST_PAUSE_MS: 8000,
    /** Terraform: how often it is looked at, its lock in PostgreSQL, and putting a state back after the deadline. */
    TERRAFORM_LOOK_MS: 200,
    TERRAFORM_PG_LOCK_MS: 5000,
    TERRAFORM_PUSH_MS: 30_000,
    /** The drill: a fault is seen, judged, gone; and how often it is looked. */
    DRILL_SEEN_SECONDS: 120,
    DRILL_JUDGED_SECONDS: 600,
    DRILL_GONE_SECONDS: 120,
    DRILL_LOOK_MS: 200,
    DRILL_JUDGE_MS: 1000,
};
/**
 * The real waits, or the shorter ones that a test asks for: `ROLLBACK_TEST_WAITS={"API_SERVER_FIRST_MS": 100}`.
 *
 * A runner sets GITHUB_ACTIONS for every step and lets no workflow change it, and where it is set the variable is not
 * read; so no workflow can shorten a wait, by accident or otherwise. No wait can be made longer.
 *
 * @throws ActionError where a wait is asked for that does not exist, or would not be shorter
 */
function waitsFor({ GITHUB_ACTIONS, ROLLBACK_TEST_WAITS }) {
    if (GITHUB_ACTIONS !== undefined || !ROLLBACK_TEST_WAITS)
        return Object.freeze({ ...REAL });
    const asked = JSON.parse(ROLLBACK_TEST_WAITS);
    for (const [name, value] of Object.entries(asked)) {
        const real = Object.hasOwn(REAL, name) && REAL[name];
        if (real === false || typeof value !== 'number' || !(value > 0 && value <= real))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`ROLLBACK_TEST_WAITS asks for ${name} = ${value}; a test can shorten waits that exist, and no more.`);
    }
    return Object.freeze({ ...REAL, ...asked });
}
const WAITS = waitsFor(process.env);


/***/ }),

/***/ 69355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OI: () => (/* binding */ innermost),
/* harmony export */   Xm: () => (/* binding */ wasUnsent),
/* harmony export */   YZ: () => (/* binding */ whyUnreached),
/* harmony export */   dJ: () => (/* binding */ isLasting),
/* harmony export */   yN: () => (/* binding */ isLastingCode)
/* harmony export */ });
const STRANGER = 'its certificate is signed by nobody known; give NODE_EXTRA_CA_CERTS';
/** What it means that somebody could not be talked to, by the code of Node or OpenSSL. */
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
/**
 * Why somebody could not be talked to, in words where there are any.
 *
 * @param stranger what to say of a certificate that nobody known has signed, where that is given by an input
 */
function whyUnreached(error, stranger = STRANGER) {
    const { name, code = '', message } = innermost(error);
    if (name === 'TimeoutError')
        return 'no answer';
    const words = WORDS[code];
    // Where all addresses of a name were tried in vain there is no message.
    return words === STRANGER ? stranger : (words ?? (message.split('\n')[0] || code));
}
/** The error that has the code: those of libraries are about fetch's, and fetch's is about the socket's. */
function innermost(error) {
    const { cause } = error;
    return typeof cause === 'object' && cause !== null ? innermost(cause) : error;
}
/** True for what is the same at the next attempt. */
const isLasting = (error) => isLastingCode(innermost(error).code ?? '');
/** The same of a code alone. */
const isLastingCode = (code) => /CERT|SIGNED|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO|ENOTFOUND|UND_ERR_INVALID/.test(code);
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
/** True where no connection was had, so that nothing can have been sent. */
function wasUnsent(error) {
    const { code = '', syscall, message } = innermost(error);
    return (syscall === 'connect' ||
        UNSENT.includes(code) ||
        code === 'UND_ERR_CONNECT_TIMEOUT' ||
        /before secure TLS connection/.test(message) ||
        isLastingCode(code));
}


/***/ })

};

export const id = 778;
export const ids = [778];
export const modules = {

/***/ 45169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ noDefaults),
/* harmony export */   OM: () => (/* binding */ DEFAULT_PATH),
/* harmony export */   VE: () => (/* binding */ NO_ENVIRONMENTS),
/* harmony export */   Ye: () => (/* binding */ loadEnvironment),
/* harmony export */   xV: () => (/* binding */ loadDefaults)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89190);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83592);
/* harmony import */ var _rto_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30592);





/** Where the configuration is, unless the input `config` says otherwise. */
const DEFAULT_PATH = '.github/rollback.yml';
/** Names that no environment can have: whoever reads the file passes over such keys, as JavaScript has a meaning for them. */
const NO_ENVIRONMENTS = ['__proto__', 'constructor', 'prototype'];
/** Which kind of component an action gets values from besides its own section. */
const KIND_OF = {
    ...Object.fromEntries(Object.entries(_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .KINDS */ .G).map(([kind, action]) => [action, kind])),
    'mark-good': 'service',
    assess: 'service',
    'verify-integrity': 'database',
};
/** Actions that have nothing to do where it is not clear which component is meant. */
const NEEDS_ONE = [...Object.values(_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .KINDS */ .G), 'verify-integrity'];
/**
 * Reads the configuration file's values for one action. In `environments.<name>`, `defaults` is for every action that
 * has such an input, a section named like an action is for that one and wins, and a component wins over both.
 *
 * @throws ActionError where the file is missing though it was asked for, is no YAML, or says what nobody
 *   understands, with line and column
 */
async function loadDefaults(wanted) {
    const file = await find(wanted.path);
    if (!file)
        return noDefaults(wanted.environment);
    const environment = environmentOf(file, wanted.environment);
    const component = componentFor(environment, wanted.action, wanted.component);
    return { environment: environment.name, ...environment.defaultsFor(wanted.action, component) };
}
/** What no file says. */
const noDefaults = (environment) => ({
    environment,
    values: {},
    origins: {},
    warnings: [],
});
/** What a rollback of services needs no file for. */
const SERVICES = 'services';
/**
 * The environment that is meant, with all that it has. Without a file it is one of services alone, where the caller
 * names them (`namesServices`).
 *
 * @throws ActionError as `loadDefaults` does, and where neither a file nor a name says what there is
 */
async function loadEnvironment(path, name, { namesServices }) {
    const file = await find(path);
    if (file)
        return environmentOf(file, name);
    if (namesServices)
        return servicesAlone(name);
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`There is nothing that says what to roll back: name the services with \`workloads\`, or check out the repository first, so that ${DEFAULT_PATH} is there (\`action: init\` writes one, docs/get-started.md).`);
}
const servicesAlone = (name = 'production') => ({
    name,
    path: 'A rollback without a configuration',
    components: [{ name: SERVICES, kind: 'service', after: undefined }],
    sections: [],
    defaultsFor: () => noDefaults(name),
});
/** The file, where it is there; one that was asked for has to be. */
async function find(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path ?? DEFAULT_PATH)) {
        // Only who has a configuration pays for what reads it.
        const { readFile } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(66)]).then(__webpack_require__.bind(__webpack_require__, 49066));
        return readFile(path ?? DEFAULT_PATH);
    }
    if (path === undefined)
        return undefined;
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The configuration ${path} does not exist; check out the repository first, or leave \`config\` out.`);
}
function environmentOf(file, wanted) {
    const { path, environments } = file;
    const names = Object.keys(environments);
    const name = wanted ?? (names.length === 1 ? names[0] : undefined);
    if (name === undefined) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${path} has the environments ${names.join(', ')}; say which with the input \`environment\`.`);
    }
    if (!Object.hasOwn(environments, name)) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${path} has no environment "${name}"; it has ${names.join(', ')}.`);
    }
    const raw = environments[name];
    const components = Object.entries(raw.components ?? {}).map(([each, { kind, after }]) => ({
        name: each,
        kind,
        after,
    }));
    return {
        name,
        path,
        components,
        sections: Object.keys(raw),
        defaultsFor: (action, component) => defaultsOf(file, name, raw, action, component),
    };
}
function componentFor({ path, name, components }, action, wanted) {
    const all = components.filter(({ kind }) => kind === KIND_OF[action]).map((component) => component.name);
    const told = all.length > 0 ? `it has ${all.join(', ')}` : 'it has none';
    if (wanted !== undefined && !all.includes(wanted))
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${path}: environments.${name} has no component "${wanted}" for ${action}; ${told}.`);
    if (wanted === undefined && all.length > 1 && NEEDS_ONE.includes(action))
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${path}: environments.${name} has the components ${all.join(', ')} for ${action}; say which with the input \`component\`.`);
    return wanted ?? (all.length === 1 ? all[0] : undefined);
}
function defaultsOf(file, environment, raw, action, component) {
    const found = [
        { keys: ['defaults'], section: raw.defaults ?? {} },
        { keys: [action], section: (raw[action] ?? {}) },
    ];
    if (component !== undefined) {
        const { kind: _, after: __, rto: ___, ...section } = raw.components[component];
        found.push({ keys: ['components', component], section: section });
    }
    const known = [..._inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMON */ .Sq, ...(_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .mc[action] ?? [])];
    const values = {};
    const origins = {};
    const warnings = [];
    for (const { keys, section } of found) {
        for (const [key, value] of Object.entries(section)) {
            if (!known.includes(key))
                continue;
            const place = file.place(['environments', environment, ...keys, key]);
            const text = textOf(value);
            if (text === undefined) {
                warnings.push(`${place}: the environment variable ${value.env} is not set, so \`${key}\` is not given.`);
                continue;
            }
            values[key] = text;
            origins[key] = place;
        }
    }
    if (action === 'report')
        values.rto = [...(0,_rto_js__WEBPACK_IMPORTED_MODULE_4__/* .objectivesOf */ .s)(raw.components ?? {}), values.rto ?? ''].join('\n').trim();
    return { values, origins, warnings };
}
/** The text of an input; undefined where the variable that holds it is not set. */
function textOf(value) {
    if (Array.isArray(value))
        return value.map(String).join('\n');
    return typeof value === 'object' ? process.env[value.env] || undefined : String(value);
}


/***/ }),

/***/ 89190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sq: () => (/* binding */ COMMON),
/* harmony export */   cW: () => (/* binding */ SECRETS),
/* harmony export */   mc: () => (/* binding */ INPUTS)
/* harmony export */ });
// Generated by `npm run fix` from what the actions read.
/** The inputs that every action has. */
const COMMON = [
    'config',
    'environment',
    'component',
    'rollback-id',
    'reason',
    'dry-run',
    'timeout',
    'accept',
    'record',
];
/** The inputs that each action has besides. */
const INPUTS = {
    assess: [
        'prometheus-url',
        'prometheus-token',
        'prometheus-headers',
        'prometheus-labels',
        'alertmanager-url',
        'alerts',
        'window',
        'baseline',
        'deployed-at',
        'bake',
        'interval',
        'short-window',
        'consecutive',
        'min-requests',
        'error-rate',
        'latency',
        'slo',
        'max-restarts',
        'error-rate-query',
        'requests-query',
        'latency-query',
        'outage-query',
        'data-corruption',
        'security-breach',
        'signals',
        'on-inconclusive',
        'cooldown',
        'max-age',
        'kubeconfig',
        'context',
        'namespace',
        'workloads',
        'selector',
        'evidence-file',
    ],
    'clear-cache': [
        'redis-url',
        'redis-ca',
        'redis-insecure',
        'via',
        'kubeconfig',
        'context',
        'namespace',
        'mode',
        'prefix',
        'version-key',
        'confirm',
        'allow-prefixes',
        'max-keys',
        'batch',
        'pause',
    ],
    'mark-good': ['kubeconfig', 'context', 'namespace', 'workloads', 'selector', 'keep'],
    notify: [
        'event',
        'fields',
        'template',
        'slack-token',
        'slack-channel',
        'slack-webhook-url',
        'slack-api-url',
        'pagerduty-routing-key',
        'pagerduty-url',
        'smtp-url',
        'email-from',
        'email-to',
        'teams-webhook-url',
        'webhook-url',
        'webhook-secret',
        'github-token',
        'github-comment',
        'github-deployment',
        'publish',
        'required',
    ],
    report: ['rto', 'history', 'issue', 'labels', 'checklist', 'github-token'],
    'rollback-db': [
        'kubeconfig',
        'context',
        'namespace',
        'database-url',
        'backup',
        'backup-sha256',
        'backup-database',
        's3-endpoint',
        'snapshot',
        'phase',
        'strategy',
        'quiesce',
        'pgbouncer-url',
        'resume',
        'confirm',
        'jobs',
        'keep',
        'max-data-loss',
        'safety-dump',
    ],
    'rollback-infra': [
        'directory',
        'ref',
        'vars',
        'secret-vars',
        'var-files',
        'backend-config',
        'workspace',
        'allow-destroy',
        'only-changes',
        'lock-timeout',
        'terraform',
        'phase',
        'plan-file',
        'plan-key',
    ],
    'rollback-service': [
        'kubeconfig',
        'context',
        'namespace',
        'workloads',
        'selector',
        'to',
        'order',
        'health',
        'max-parallel',
        'on-failure',
        'restore-config',
        'gitops',
        'state-file',
    ],
    rollback: [
        'action',
        'components',
        'decide',
        'fault',
        'drill-hosts',
        'drill-target',
        'drill-error-env',
        'drill-slow-env',
        'to',
        'kubeconfig',
        'context',
        'namespace',
        'workloads',
        'selector',
        'health',
        'deployed-at',
        'database-url',
        'backup',
        'confirm',
        'pgbouncer-url',
        'ref',
        'secret-vars',
        'redis-url',
        'tsig-key',
        'api-token',
        'prometheus-token',
        'slack-token',
        'slack-webhook-url',
        'pagerduty-routing-key',
        'smtp-url',
        'teams-webhook-url',
        'webhook-url',
        'webhook-secret',
        'github-token',
        'history',
    ],
    'switch-dns': [
        'provider',
        'zone',
        'name',
        'type',
        'value',
        'ttl',
        'set-identifier',
        'server',
        'tsig-key',
        'api-token',
        'endpoint',
        'verify',
        'verify-servers',
        'check',
        'external-dns',
        'phase',
        'previous',
    ],
    'verify-integrity': [
        'mode',
        'database-url',
        'database',
        'tables',
        'exclude-tables',
        'snapshot',
        'expect',
        'compare-with',
        'compare-with-url',
        'locate',
        'jobs',
        'since',
        'postgres-log',
        'logs',
        'commands',
        'command-timeout',
        'kubeconfig',
        'context',
        'namespace',
    ],
};
/** Those of them that hold secrets. */
const SECRETS = {
    assess: ['prometheus-token'],
    'clear-cache': ['redis-url'],
    'mark-good': [],
    notify: [
        'slack-token',
        'slack-webhook-url',
        'pagerduty-routing-key',
        'smtp-url',
        'teams-webhook-url',
        'webhook-url',
        'webhook-secret',
        'github-token',
    ],
    report: ['github-token'],
    'rollback-db': ['database-url', 'pgbouncer-url'],
    'rollback-infra': ['secret-vars', 'plan-key'],
    'rollback-service': [],
    rollback: [
        'database-url',
        'pgbouncer-url',
        'secret-vars',
        'redis-url',
        'tsig-key',
        'api-token',
        'prometheus-token',
        'slack-token',
        'slack-webhook-url',
        'pagerduty-routing-key',
        'smtp-url',
        'teams-webhook-url',
        'webhook-url',
        'webhook-secret',
        'github-token',
    ],
    'switch-dns': ['tsig-key', 'api-token'],
    'verify-integrity': ['database-url', 'compare-with-url'],
};


/***/ }),

/***/ 83592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ KINDS)
/* harmony export */ });
/** What a component of an environment can be, and the action that puts it back. */
const KINDS = {
    service: 'rollback-service',
    database: 'rollback-db',
    infra: 'rollback-infra',
    cache: 'clear-cache',
    dns: 'switch-dns',
};


/***/ }),

/***/ 30592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ RECORD_NAMES),
/* harmony export */   s: () => (/* binding */ objectivesOf)
/* harmony export */ });
/** What the record calls components of each kind, as a pattern. */
const RECORD_NAMES = {
    service: '{deployment,statefulset,daemonset}/*',
    database: 'database/*',
    infra: 'terraform{,/**}',
    cache: 'cache/*',
    dns: 'dns/*',
};
/** The recovery time objectives of components, as lines of the input `rto` of `report`. */
function objectivesOf(components) {
    return Object.entries(components).flatMap(([name, { kind, rto = {} }]) => typeof rto === 'string'
        ? [`${name}: ${RECORD_NAMES[kind]}=${rto}`]
        : Object.entries(rto).map(([pattern, time]) => `${pattern}=${time}`));
}


/***/ }),

/***/ 26503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ openRecord),
/* harmony export */   U: () => (/* binding */ ACTION_STEP)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _runner_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50453);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6800);
/* harmony import */ var _runner_redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82298);





/** The step that an action's own start and end are recorded as; the component is then the action's name. */
const ACTION_STEP = 'action';
/**
 * Appends events to the record; each is one line and one write, so a killed run leaves whole lines behind, and what
 * stands there cut off takes no event with it. A disk that is full must not stop a rollback: the first event that
 * can't be written is warned about.
 *
 * @throws ActionError where nothing can be written at that path
 */
function openRecord(path, id, { redact, warn }) {
    let warned = false;
    const append = (text) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(path, text);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        append('');
    }
    catch (error) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`The rollback record ${path} can not be written: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}.`, {
            cause: error,
        });
    }
    const { ahead, isCut } = endOf(path);
    // A disk that was full may have taken half of a line.
    let before = isCut ? '\n' : '';
    return (event) => {
        const at = new Date((0,_runner_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .now */ .t)().getTime() + ahead).toISOString();
        try {
            append(`${before}${JSON.stringify({ id, at, ...withoutSecrets(event, redact) })}\n`);
            before = '';
        }
        catch (error) {
            before = '\n';
            if (!warned)
                warn(`The rollback record ${path} is not complete: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}.`);
            warned = true;
        }
    };
}
/** An event whose texts have no secrets; what says how and how long it went is read again, and none of them. */
function withoutSecrets({ status, seconds, ...told }, redact) {
    return {
        ...JSON.parse((0,_runner_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactedJson */ .R)(told, redact)),
        status,
        ...(seconds !== undefined && { seconds }),
    };
}
/**
 * What a record ends with: how many milliseconds its last event is ahead of this process, where the clock was put back
 * since (it goes on from there), and whether its last line was cut off.
 */
function endOf(path) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
        const last = text.trimEnd().split('\n').at(-1) ?? '';
        return { ahead: millisecondsAhead(last), isCut: text !== '' && !text.endsWith('\n') };
    }
    catch {
        // What may be written there may not be read.
        return { ahead: 0, isCut: false };
    }
}
function millisecondsAhead(line) {
    try {
        return Math.max(0, Date.parse(JSON.parse(line).at) - (0,_runner_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .now */ .t)().getTime()) || 0;
    }
    catch {
        return 0;
    }
}


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

/***/ 50453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ now)
/* harmony export */ });
/**
 * The time, by a clock that nobody sets: the machine's as it was when this process began, and what has passed since. A
 * machine's clock that is put right meanwhile lets nothing end before it began, or take an hour.
 */
const now = () => new Date(performance.timeOrigin + performance.now());


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

/***/ 52266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DX: () => (/* binding */ secretKeys),
/* harmony export */   JR: () => (/* binding */ rawInput),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   j$: () => (/* binding */ commonInputs),
/* harmony export */   yu: () => (/* binding */ inputName)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4885);



/** What every action takes (`interface.md`, common inputs). */
const commonInputs = {
    config: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), '.github/rollback.yml'),
    environment: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    component: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    rollbackId: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/, (issue) => `is ${JSON.stringify(issue.input)}; accepted are up to 63 letters, digits, dots, dashes and underscores`))),
    reason: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(1000, 'is longer than 1000 characters'))),
    dryRun: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM)(), 'false'),
    timeout: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(), '10m'),
    accept: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(), ''),
    record: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
};
/** `maxParallel` → `max-parallel`: the name that users write. */
const inputName = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** The raw text of an input as the runner passes it, or undefined where it is empty. */
function rawInput(env, key) {
    return env[`INPUT_${inputName(key).toUpperCase()}`]?.trim() || undefined;
}
/**
 * Reads and validates all inputs at once, before anything else happens; `defaults` (the configuration file's
 * values) stand in for inputs that are not given.
 *
 * @throws ActionError naming every wrong input in one sentence
 */
function readInputs(entries, env, { values, origins = {} } = { values: {} }) {
    const names = Object.keys(entries).map(inputName);
    // The runner passes inputs that an action does not have with no more than a warning: a mistyped `dry-run` must not be one.
    const unknown = Object.keys(env)
        .filter((key) => key.startsWith('INPUT_') && env[key]?.trim())
        .map((key) => key.slice('INPUT_'.length).toLowerCase())
        .filter((name) => !names.includes(name));
    if (unknown.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no input ${unknown.map((name) => `\`${name}\``).join(', ')}; there are ${names.sort().join(', ')}.`);
    }
    const raw = Object.fromEntries(Object.keys(entries).map((key) => [key, rawInput(env, key) ?? values[inputName(key)]]));
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(entries), raw);
    if (parsed.success)
        return parsed.output;
    const problems = parsed.issues.map((issue) => {
        const key = inputName(String(issue.path?.[0]?.key));
        if (issue.input === undefined)
            return `input \`${key}\` is required`;
        const origin = rawInput(env, String(issue.path?.[0]?.key)) === undefined && origins[key];
        return `input \`${key}\` ${issue.message}${origin ? ` (${origin})` : ''}`;
    });
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(sentence(problems.join('; ')));
}
/** The inputs of an action that hold secrets. */
function secretKeys(entries) {
    return Object.keys(entries).filter((key) => {
        const entry = entries[key];
        return valibot__WEBPACK_IMPORTED_MODULE_1__/* .getMetadata */ .yb2(entry.wrapped ?? entry).secret === true;
    });
}
function sentence(words) {
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}


/***/ }),

/***/ 71134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tJ: () => (/* binding */ inert),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Text of others, on one line, that can't end its table cell, open markup or mention anybody in GitHub's Markdown. */
function inert(text) {
    return text
        .replace(/\s*[\r\n]+\s*/g, ' ')
        .replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
/** The same as code. */
const code = (text) => `<code>${inert(text)}</code>`;
/** A table whose cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 8855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ recorded),
/* harmony export */   u: () => (/* binding */ requireReason)
/* harmony export */ });
/* harmony import */ var _record_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26503);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99297);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6800);
/* harmony import */ var _run_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3974);




/** Runs an action's main phase, with its start and its end in the record. */
async function recorded(action, inputs, context) {
    const { part } = context;
    const begun = performance.now();
    const event = { component: action.recordedAs?.(inputs) ?? action.name, step: _record_record_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .U };
    const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
    context.record({ ...event, status: 'started', evidence: circumstances(context) });
    try {
        const outcome = await action.main(inputs, context);
        const { result, message, outputs } = outcome;
        context.record({ ...ended(), status: _action_js__WEBPACK_IMPORTED_MODULE_1__/* .RESULTS */ .P[result], message, evidence: { part, result, outputs } });
        return outcome;
    }
    catch (thrown) {
        const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .explained */ .to)(thrown);
        context.record({
            ...ended(),
            status: 'failed',
            message: (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error),
            ...(part && { evidence: { part } }),
        });
        throw error;
    }
}
/** @throws ActionError where an action that changes something is not told why */
function requireReason({ changes }, inputs, asked) {
    const isChange = typeof changes === 'function' ? changes(inputs) : changes;
    if (!isChange || asked.dryRun || asked.reason)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('Input `reason` is required: say in a few words why, for the record and for those who ask later.');
}
/** Who runs this where and why, as far as it is known. */
function circumstances({ part, environment, reason, dryRun }) {
    const { GITHUB_REPOSITORY: repository, GITHUB_ACTOR: actor, GITHUB_SHA: sha } = process.env;
    return {
        part,
        environment,
        reason: reason || undefined,
        'dry-run': dryRun,
        run: (0,_run_url_js__WEBPACK_IMPORTED_MODULE_3__/* .attemptUrl */ .r)(),
        actor,
        repository,
        sha,
    };
}


/***/ }),

/***/ 82298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ redactedJson),
/* harmony export */   p: () => (/* binding */ Redactor)
/* harmony export */ });
/** What is a secret by its looks, wherever it turns up; `$1` is the part that may stay. */
const LOOKS = [
    [/\bxox[a-z]-[A-Za-z0-9-]{8,}|\bxapp-[A-Za-z0-9-]{8,}/g, '***'],
    [/\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/g, '***'],
    [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, '***'],
    [/\b(aws_secret_access_key["'\\]*\s*[=:]\s*["'\\]*)[A-Za-z0-9/+=]{40}/gi, '$1***'],
    [/\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+/g, '***'],
    [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|(?=")|$)/g, '***'],
    [/(\bhttps:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/_-]+/g, '$1***'],
    [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'\\]{0,200}:)[^\s/@"'\\]{1,200}@/gi, '$1***@'],
];
/** Knows the secrets of this run and takes them out of texts that the runner does not mask itself. */
class Redactor {
    #secrets = new Set();
    /** Remembers a secret, each of its lines and its forms in JSON and URLs; texts under four characters are no secret. */
    add(secret) {
        for (const part of [secret, ...secret.split(/\r?\n/)]) {
            const plain = part.trim();
            if (plain.length < 4)
                continue;
            this.#secrets.add(plain);
            this.#secrets.add(JSON.stringify(plain).slice(1, -1));
            this.#secrets.add(encodeURIComponent(plain));
        }
    }
    redact = (text) => {
        let result = text;
        // A secret that is part of another must not be taken out first.
        const longestFirst = [...this.#secrets].sort((a, b) => b.length - a.length);
        for (const secret of longestFirst)
            result = result.replaceAll(secret, '***');
        for (const [looks, rest] of LOOKS)
            result = result.replace(looks, rest);
        return result;
    };
}
/**
 * A value as JSON without secrets. Where a secret is a word of JSON or a number (`true`, `5432`), its text without it
 * would be no JSON any more: then it is taken out of the value's texts and names alone, and of numbers that are
 * nothing else.
 */
function redactedJson(value, redact) {
    const text = redact(JSON.stringify(value));
    try {
        JSON.parse(text);
        return text;
    }
    catch {
        return JSON.stringify(value, (_, each) => redactedValue(each, redact));
    }
}
function redactedValue(value, redact) {
    if (typeof value === 'number')
        return redact(String(value)) === '***' ? '***' : value;
    if (typeof value === 'string')
        return redact(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [redact(key), each]));
}


/***/ }),

/***/ 3974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ runUrl),
/* harmony export */   r: () => (/* binding */ attemptUrl)
/* harmony export */ });
/** The page of this workflow run, whatever attempt of it is the newest; undefined outside of GitHub. */
function runUrl() {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
    return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}
/** The page of this attempt of it, which is what its events are evidence of. */
function attemptUrl() {
    const run = runUrl();
    return run && `${run}/attempts/${process.env.GITHUB_RUN_ATTEMPT ?? '1'}`;
}


/***/ }),

/***/ 40778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/config.js
var config = __webpack_require__(45169);
// EXTERNAL MODULE: ./build/record/record.js
var record_record = __webpack_require__(26503);
// EXTERNAL MODULE: ./build/runner/action.js
var runner_action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
;// CONCATENATED MODULE: ./build/runner/consent.js

/** The component under which the record keeps what somebody has agreed to. */
const CONSENT = 'consent';
/**
 * What a run goes on with in spite of a refusal: the words of the input `accept`, and nothing else.
 *
 * @param actor who started the run, as far as that is known
 */
function consentOf(words, actor, record) {
    const used = new Set();
    return (word) => {
        if (!words.includes(word))
            return false;
        if (!used.has(word)) {
            const by = actor ?? 'unknown';
            const message = `${actor ?? 'Somebody unknown'} accepted \`${word}\`.`;
            record({ component: CONSENT, step: word, status: 'done', message, evidence: { word, by } });
            used.add(word);
        }
        return true;
    };
}
/**
 * Refuses something that takes a word of consent, unless it was given.
 *
 * @param refusal a sentence without its end: what would happen, and why that is not done unasked
 * @throws ActionError that ends with the word to say
 */
function requireConsent(accepts, word, refusal) {
    if (accepts(word))
        return;
    throw new ActionError(`${refusal}; to go on in spite of that, say \`accept: ${word}\`.`);
}

// EXTERNAL MODULE: ./build/runner/deadline.js
var runner_deadline = __webpack_require__(97583);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __webpack_require__(21691);
// EXTERNAL MODULE: ./build/runner/redact.js
var runner_redact = __webpack_require__(82298);
;// CONCATENATED MODULE: ./build/runner/github.js


/** The most that GitHub takes as a step's summary, in bytes; a longer one is lost as a whole. */
const SUMMARY_LIMIT = 1024 * 1024;
/** The runner's side of an action: log, outputs, state, summary. The only module that speaks its commands. */
function githubRunner() {
    const redactor = new runner_redact/* Redactor */.p();
    const masked = new Set();
    const { redact } = redactor;
    const log = {
        info: (line) => printInert(redact(line)),
        warn: (sentence) => core/* warning */.$e(redact(sentence)),
        group(title, lines) {
            core/* startGroup */.Oh(redact(title));
            for (const line of lines)
                printInert(redact(line));
            core/* endGroup */.N4();
        },
    };
    return {
        log,
        redact,
        mask(secret) {
            // The runner warns of a mask that is empty.
            if (secret.trim() === '' || masked.has(secret))
                return;
            masked.add(secret);
            redactor.add(secret);
            core/* setSecret */.Pq(secret);
        },
        isPost: () => core/* getState */.Gu('phase') === 'post',
        markMain: () => core/* saveState */.LZ('phase', 'post'),
        needsPost: () => core/* getState */.Gu('cleanup') === 'needed',
        requirePost: () => {
            core/* saveState */.LZ('cleanup', 'needed');
            return () => core/* saveState */.LZ('cleanup', 'done');
        },
        output: (name, value) => core/* setOutput */.uH(name, typeof value === 'string' ? redact(value) : (0,runner_redact/* redactedJson */.R)(value, redact)),
        error: (sentence) => core/* error */.z3(redact(sentence)),
        async summary(markdown) {
            if (!process.env.GITHUB_STEP_SUMMARY)
                return;
            await core/* summary */.z.addRaw(cut(redact(markdown), SUMMARY_LIMIT)).write();
        },
    };
}
/** Text of others must not command the runner, which reads `::command::` and `##[command]` off the log. */
function printInert(text) {
    for (const line of text.split(/\r\n|\r|\n/))
        core/* info */.pq(line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## ['));
}
function cut(text, bytes) {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const note = '\n\n(The rest is cut: GitHub takes 1 MiB.)\n';
    const room = Buffer.from(text).subarray(0, bytes - Buffer.byteLength(note));
    return room.subarray(0, room.lastIndexOf('\n')).toString() + note;
}

// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
// EXTERNAL MODULE: ./build/runner/markdown.js
var markdown = __webpack_require__(71134);
// EXTERNAL MODULE: ./build/runner/recorded.js
var recorded = __webpack_require__(8855);
;// CONCATENATED MODULE: ./build/runner/run.js












/** Seconds that the post step may take to give things back. */
const POST_SECONDS = 30;
/** The one way in for every action and both of its phases; ends with the exit code set and never throws. */
async function run(action, load) {
    const runner = { ...githubRunner(), load };
    try {
        for (const key of (0,inputs/* secretKeys */.DX)(action.inputs)) {
            const secret = (0,inputs/* rawInput */.JR)(process.env, key);
            if (secret)
                runner.mask(secret);
        }
        await (runner.isPost() ? runPost(action, runner) : runMain(action, runner));
    }
    catch (thrown) {
        const error = (0,errors/* explained */.to)(thrown);
        runner.error((0,errors/* messageOf */.bD)(error));
        const details = detailsOf(error);
        if (details.length > 0)
            runner.log.group('Details', details);
        process.exitCode = 1;
    }
    finally {
        // A socket that will not close must not hold the job.
        setTimeout(() => process.exit(), 1000).unref();
    }
}
async function runMain(action, runner) {
    const started = performance.now();
    runner.markMain();
    try {
        const { common, inputs } = await validated(action, runner);
        const outcome = await beforeDeadline(action, inputs, common, runner);
        for (const [name, value] of Object.entries(outcome.outputs ?? {}))
            runner.output(name, value);
        runner.output('result', outcome.result);
        if (outcome.summary)
            await runner.summary(outcome.summary);
        if (runner_action/* RESULTS */.P[outcome.result] !== 'failed')
            runner.log.info(outcome.message);
        else {
            runner.error(outcome.message);
            process.exitCode = 1;
        }
    }
    catch (error) {
        runner.output('result', 'failed');
        await runner.summary(failureSummary(error));
        throw error;
    }
    finally {
        runner.output('seconds', ((performance.now() - started) / 1000).toFixed(1));
    }
}
/** Runs the main phase before the deadline, with its start and its end in the record. */
async function beforeDeadline(action, inputs, common, runner) {
    const deadline = (0,runner_deadline/* startDeadline */.db)(common.timeout);
    try {
        return await (0,recorded/* recorded */.t)(action, inputs, contextOf(common, deadline.signal, runner));
    }
    finally {
        deadline.stop();
    }
}
async function runPost(action, runner) {
    if (!runner.needsPost())
        return;
    const { common, inputs } = await validated(action, runner);
    const deadline = (0,runner_deadline/* startDeadline */.db)(POST_SECONDS);
    await action.post?.(inputs, contextOf(common, deadline.signal, runner)).finally(deadline.stop);
}
const detailsOf = (error) => error instanceof errors/* ActionError */.lZ ? error.details : [error.stack ?? ''];
function failureSummary(error) {
    const details = detailsOf(error);
    const lines = details.length > 0 ? `\n\n<pre>${details.map(markdown/* inert */.tJ).join('\n')}</pre>` : '';
    return `## ❌ ${(0,markdown/* inert */.tJ)((0,errors/* messageOf */.bD)(error))}${lines}\n`;
}
async function validated(action, runner) {
    const input = (key) => (0,inputs/* rawInput */.JR)(process.env, key);
    const wanted = { path: input('config'), environment: input('environment'), component: input('component') };
    const defaults = action.standsAlone?.(input)
        ? (0,config/* noDefaults */.Gg)(wanted.environment)
        : await (0,config/* loadDefaults */.xV)({ ...wanted, action: action.name });
    for (const key of (0,inputs/* secretKeys */.DX)(action.inputs)) {
        const secret = defaults.values[(0,inputs/* inputName */.yu)(key)];
        if (secret)
            runner.mask(secret);
    }
    for (const warning of defaults.warnings)
        runner.log.warn(warning);
    const entries = { ...inputs/* commonInputs */.j$, ...action.inputs };
    const all = (0,inputs/* readInputs */.Ko)(entries, process.env, defaults);
    const common = { ...all, environment: defaults.environment };
    (0,recorded/* requireReason */.u)(action, all, common);
    return { common, inputs: all };
}
function contextOf(common, signal, runner) {
    const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = '1', GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, RUNNER_TEMP, } = process.env;
    const run = GITHUB_RUN_ID ?? `local-${process.ppid}`;
    const rollbackId = common.rollbackId ?? `${run}-${GITHUB_RUN_ATTEMPT}`;
    const path = common.record ?? (0,external_node_path_.join)(RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'rollback-record.jsonl');
    const record = (0,record_record/* openRecord */.C)(path, rollbackId, { redact: runner.redact, warn: runner.log.warn });
    return {
        signal,
        timeout: common.timeout,
        log: runner.log,
        mask: runner.mask,
        redact: runner.redact,
        load: runner.load,
        requirePost: runner.requirePost,
        recordPath: path,
        record,
        // Who starts a run again is not always who started it first.
        accepts: consentOf(common.accept, GITHUB_TRIGGERING_ACTOR || GITHUB_ACTOR, record),
        rollbackId,
        run,
        reason: common.reason ?? '',
        dryRun: common.dryRun,
        environment: common.environment,
    };
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


/***/ })

};

export const id = 8530;
export const ids = [8530];
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
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89190);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83592);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49066);
/* harmony import */ var _rto_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30592);






/** Where the configuration is, unless the input `config` says otherwise. */
const DEFAULT_PATH = '.github/rollback.yml';
/** Names that no environment can have: readers of the file pass over such keys, as JavaScript has a meaning for them. */
const NO_ENVIRONMENTS = ['__proto__', 'constructor', 'prototype'];
/** Which kind of component an action gets values from besides its own section. */
const KIND_OF = {
    ...Object.fromEntries(Object.entries(_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .KINDS */ .G).map(([kind, action]) => [action, kind])),
    'mark-good': 'service',
    'hand-back': 'service',
    assess: 'service',
    'verify-integrity': 'database',
};
/** Actions that have nothing to do where it is not clear which component is meant. */
const NEEDS_ONE = [...Object.values(_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .KINDS */ .G), 'verify-integrity'];
/**
 * Reads the configuration file's values for one action. In `environments.<name>`, `defaults` is for every action that has such
 * an input, a section named like an action is for that one and wins, and a component wins over both.
 *
 * @throws ActionError where the file is missing though it was asked for, is not YAML, or has a value that is not understood,
 *   with line and column
 */
async function loadDefaults(wanted) {
    const file = await find(wanted.path);
    if (!file)
        return noDefaults(wanted.environment);
    const environment = environmentOf(file, wanted.environment);
    const component = componentFor(environment, wanted.action, wanted.component);
    return { environment: environment.name, ...environment.defaultsFor(wanted.action, component) };
}
/** What is said for several components of services, where one look at a cluster sees them all; else for none of them. */
function togetherOf(all) {
    const [first] = all;
    if (!first)
        return { values: {}, origins: {}, warnings: [] };
    const { workloads: _, selector: __, ...values } = first.values;
    const isTogether = all.every((each) => each.values.workloads !== undefined &&
        each.values.selector === undefined &&
        ['kubeconfig', 'context', 'namespace'].every((name) => each.values[name] === values[name]));
    const workloads = all.map((each) => each.values.workloads).join('\n');
    const warnings = [...new Set(all.flatMap((each) => each.warnings))];
    return { values: isTogether ? { ...values, workloads } : values, origins: first.origins, warnings };
}
/** What no file says. */
const noDefaults = (environment) => ({
    environment,
    values: {},
    origins: {},
    warnings: [],
});
/**
 * The environment that is selected, with all that it has. Without a file, or with one that has no service among its
 * components, it has one service where the caller names the workloads (`namesServices`); so has what needs no file and finds
 * none. Where the file has no components at all, its section `rollback-service` is one.
 *
 * @throws ActionError as `loadDefaults` does, and where neither a file nor a name says what there is
 */
async function loadEnvironment(path, name, { namesServices, needsNoFile = false }) {
    const file = await find(path);
    if (file)
        return withService(environmentOf(file, name), namesServices);
    if (namesServices || needsNoFile)
        return withService(nothingConfigured(name), true);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`There is nothing that says what to roll back: name the services with \`workloads\`, or check out the repository first, so that ${DEFAULT_PATH} is there (\`action: init\` writes one, docs/get-started.md).`);
}
const nothingConfigured = (name = 'production') => ({
    name,
    path: 'A rollback without a configuration',
    components: [],
    sections: [],
    defaultsFor: () => noDefaults(name),
});
/** The services that no component names: those of the caller, or of the file's section for rollback-service alone. */
function withService(environment, namesServices) {
    const { components, sections } = environment;
    const isSection = components.length === 0 && sections.includes('rollback-service');
    if (components.some(({ kind }) => kind === 'service') || !(namesServices || isSection))
        return environment;
    return {
        ...environment,
        components: [...components, { name: 'services', kind: 'service', after: undefined }],
    };
}
/** The file, where it is there; one that was requested has to be. */
async function find(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path ?? DEFAULT_PATH)) {
        // Loaded only where there is a configuration.
        const { readFile } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 49066));
        return readFile(path ?? DEFAULT_PATH);
    }
    if (path === undefined)
        return undefined;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The configuration ${path} does not exist; check out the repository first, or leave \`config\` out.`);
}
function environmentOf(file, wanted) {
    const { path, environments } = file;
    const names = Object.keys(environments);
    const name = wanted ?? (names.length === 1 ? names[0] : undefined);
    if (name === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${path} has the environments ${names.join(', ')}; say which with the input \`environment\`.`);
    }
    if (!Object.hasOwn(environments, name)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${path} has no environment "${name}"; it has ${names.join(', ')}.`);
    }
    const raw = environments[name];
    const components = Object.entries(raw.components ?? {}).map(([each, component]) => ({
        name: each,
        kind: component.kind,
        after: (0,_read_js__WEBPACK_IMPORTED_MODULE_4__/* .comesAfter */ .e)(component),
    }));
    return {
        name,
        path,
        components,
        sections: Object.keys(raw),
        defaultsFor: (action, component) => typeof component === 'object'
            ? togetherOf(component.map((each) => defaultsOf(file, name, raw, action, each)))
            : defaultsOf(file, name, raw, action, component),
    };
}
function componentFor({ path, name, components }, action, wanted) {
    const all = components.filter(({ kind }) => kind === KIND_OF[action]).map((component) => component.name);
    const choices = all.length > 0 ? `it has ${all.join(', ')}` : 'it has none';
    if (wanted !== undefined && !all.includes(wanted))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${path}: environments.${name} has no component "${wanted}" for ${action}; ${choices}.`);
    if (wanted === undefined && all.length > 1 && NEEDS_ONE.includes(action))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${path}: environments.${name} has the components ${all.join(', ')} for ${action}; say which with the input \`component\`.`);
    // Actions that only read or mark services take all of them.
    if (wanted === undefined && all.length > 1 && KIND_OF[action] === 'service')
        return all;
    return wanted ?? (all.length === 1 ? all[0] : undefined);
}
function defaultsOf(file, environment, raw, action, component) {
    const known = [..._inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMON */ .Sq, ...(_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .mc[action] ?? [])];
    const values = {};
    const origins = {};
    const warnings = [];
    for (const { keys, section } of sectionsFor(raw, action, component)) {
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
    // A service that says only in which order its workloads go back has said which they are.
    const order = raw.components?.[component ?? '']?.order;
    if (known.includes('workloads') &&
        !known.includes('order') &&
        order !== undefined &&
        !values.workloads &&
        !values.selector)
        values.workloads = textOf(order) ?? '';
    if (action === 'report')
        values.rto = [...(0,_rto_js__WEBPACK_IMPORTED_MODULE_5__/* .objectivesOf */ .s)(raw.components ?? {}), values.rto ?? ''].join('\n').trim();
    return { values, origins, warnings };
}
/** The sections that say something for an action and its component, and where they are; a later one wins. */
function sectionsFor(raw, action, component) {
    const shared = [
        { keys: ['defaults'], section: raw.defaults ?? {} },
        { keys: [action], section: (raw[action] ?? {}) },
    ];
    const own = raw.components?.[component ?? ''];
    if (component === undefined || own === undefined)
        return shared;
    const { kind: _, after, rto: __, ...section } = own;
    const values = (0,_read_js__WEBPACK_IMPORTED_MODULE_4__/* .comesAfter */ .e)(own) || after === undefined ? section : { ...section, after };
    return [...shared, { keys: ['components', component], section: values }];
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
        'aws-region',
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
        'min-slowdown',
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
        'quick-fix',
        'recovery',
        'argocd-namespace',
        'argocd-kubeconfig',
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
    'hand-back': [
        'kubeconfig',
        'context',
        'namespace',
        'workloads',
        'selector',
        'argocd-namespace',
        'argocd-kubeconfig',
        'gitops-repository',
        'gitops-paths',
        'gitops-token',
        'gitops-pull-request',
    ],
    'mark-good': [
        'kubeconfig',
        'context',
        'namespace',
        'workloads',
        'selector',
        'argocd-namespace',
        'argocd-kubeconfig',
        'keep',
        'health',
    ],
    notify: [
        'event',
        'fields',
        'template',
        'history',
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
        'tables',
        'exclude-tables',
        'after',
        'since',
        'until',
        'columns',
        'stamp-columns',
        'renamed',
        'conflicts',
        'new-constraints',
        'triggers',
        'max-wait',
        'batch',
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
        'deployed-at',
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
        'argocd-namespace',
        'argocd-kubeconfig',
        'gitops-repository',
        'gitops-paths',
        'gitops-token',
        'gitops-pull-request',
        'rollout-steps',
        'state-file',
        'deployed-at',
        'down-command',
        'down-to',
        'down-when',
        'database-url',
        'github-token',
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
        'depth',
        'restore',
        'check-history',
        'to',
        'kubeconfig',
        'context',
        'namespace',
        'workloads',
        'selector',
        'health',
        'deployed-at',
        'down-command',
        'down-to',
        'quick-fix',
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
        'gitops-repository',
        'gitops-paths',
        'gitops-token',
        'gitops-pull-request',
        'github-token',
        'history',
    ],
    'smoke-test': ['commands', 'command-timeout', 'pass-env', 'kubeconfig', 'context', 'namespace'],
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
        'dump',
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
    'hand-back': ['gitops-token'],
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
    'rollback-service': ['gitops-token', 'database-url', 'github-token'],
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
        'gitops-token',
        'github-token',
    ],
    'smoke-test': [],
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

/***/ 49066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ comesAfter),
  readFile: () => (/* binding */ readFile)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/config/inputs.js
var inputs = __webpack_require__(89190);
// EXTERNAL MODULE: ./build/config/kinds.js
var kinds = __webpack_require__(83592);
;// CONCATENATED MODULE: ./build/config/schema.js



/** Consent is a person's for one run: in a file it would be given for every later one. */
const CONFIGURABLE = inputs/* COMMON */.Sq.filter((name) => name !== 'accept');
/** What belongs to one run, or to the chain, and not to a component. */
const OF_THE_RUN = [
    'config',
    'environment',
    'component',
    'rollback-id',
    'reason',
    'record',
    'dry-run',
    'phase',
];
/** Names that a sentence can hold; the inputs of all actions together are more. */
const MAX_LISTED_NAMES = 60;
/** A map that has these keys and no others. */
const map = (entries, form) => dist/* strictObject */.rej(entries, ({ expected, received }) => {
    if (expected === 'never') {
        const known = Object.keys(entries).sort();
        return known.length > MAX_LISTED_NAMES
            ? `has the key ${received}, which no action has as an input`
            : `has the unknown key ${received}; known are ${known.join(', ')}`;
    }
    return received === 'undefined' ? 'is missing' : form;
});
const scalar = dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY()]);
const variable = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of an environment variable'));
/** The value of an environment variable. */
const reference = dist/* strictObject */.rej({ env: variable });
/** What an input may be given as. */
const value = dist/* union */.KCZ([scalar, dist/* array */.YOg(scalar), reference], 'must be a text, a number, true or false, a list of those, or `{env: NAME}` for the value of an environment variable');
/** What an input may be given as that holds a secret. */
const secret = map({ env: variable }, 'is a secret, which does not belong into a file; name the environment variable that holds it, `{env: NAME}`, or give it as an input');
const entriesFor = (names, secrets) => Object.fromEntries(names.map((name) => [name, dist/* optional */.lqM(secrets.includes(name) ? secret : value)]));
const actions = Object.keys(inputs/* INPUTS */.mc);
const section = (action) => map(entriesFor([...CONFIGURABLE, ...inputs/* INPUTS */.mc[action]], inputs/* SECRETS */.cW[action]), 'must be a map of inputs');
const ownRto = dist/* union */.KCZ([dist/* string */.YjP(), dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())], 'must be a duration such as 5m, or a map of patterns such as `deployment/api-*` to durations');
const order = dist/* array */.YOg(dist/* string */.YjP('must be the name of a component'), 'must be a list of components');
/** What comes first is a list, a backup is a text. */
const ORDER_OR_BACKUP = 'must be a list of components, or a text: the backup from after the accident (`strategy: repair`)';
const component = (kind) => {
    const action = kinds/* KINDS */.G[kind];
    const names = [...CONFIGURABLE, ...inputs/* INPUTS */.mc[action]].filter((name) => !OF_THE_RUN.includes(name));
    const isInput = names.includes('after');
    return map({
        ...entriesFor(names, inputs/* SECRETS */.cW[action]),
        kind: dist/* literal */.euz(kind),
        after: dist/* optional */.lqM(isInput ? dist/* union */.KCZ([order, dist/* string */.YjP(), reference], ORDER_OR_BACKUP) : order),
        rto: dist/* optional */.lqM(ownRto),
    }, 'must be a map of inputs');
};
const schema_kinds = Object.keys(kinds/* KINDS */.G);
const environment = map({
    defaults: dist/* optional */.lqM(map(entriesFor([...new Set([...CONFIGURABLE, ...actions.flatMap((action) => inputs/* INPUTS */.mc[action])])], [...new Set(actions.flatMap((action) => inputs/* SECRETS */.cW[action]))]), 'must be a map of inputs')),
    components: dist/* optional */.lqM(dist/* record */.g1P(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[a-z0-9][a-z0-9-]{0,40}$/, 'is not a name; accepted are small letters, digits and dashes')), dist/* variant */.Oxt('kind', schema_kinds.map(component), `must be one of ${schema_kinds.join(', ')}`), 'must be a map of components')),
    ...Object.fromEntries(actions.map((action) => [action, dist/* optional */.lqM(section(action))])),
}, 'must be a map of sections');
/** The whole file. */
const fileSchema = map({
    environments: dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), environment, 'must be a map of environments'), dist/* minEntries */.bPf(1, 'must have at least one environment')),
}, 'must have the form `environments: {<name>: {<section>: {<input>: <value>}}}`');

;// CONCATENATED MODULE: ./build/config/read.js





/** The components that have to be back before one, where the file says so. */
const comesAfter = (component) => Array.isArray(component?.after) ? component.after : undefined;
/** @throws ActionError where the file cannot be read, is not YAML or does not fit the schema, with line and column */
function readFile(path) {
    const lines = new yaml_dist/* LineCounter */.HN();
    const document = (0,yaml_dist/* parseDocument */.Tp)((0,external_node_fs_.readFileSync)(path, 'utf8'), { lineCounter: lines });
    const error = document.errors[0];
    if (error)
        throw new errors/* ActionError */.lZ(`${path} is not valid YAML: ${error.message.split('\n')[0]?.replace(/:$/, '.')}`);
    const place = (keys) => {
        const { line, col } = lines.linePos(positionOf(document, keys));
        return `${path}:${line}:${col}`;
    };
    const parsed = dist/* safeParse */.xLC(fileSchema, contentOf(document, path));
    if (parsed.success) {
        const environments = parsed.output.environments;
        const file = { path, environments, place };
        for (const name of Object.keys(environments))
            checkOrder(file, name);
        return file;
    }
    const [issue] = parsed.issues;
    const keys = (issue.path ?? []).map(({ key }) => String(key));
    throw new errors/* ActionError */.lZ(`${place(keys)}: ${sentenceOf(issue, keys)}.`);
}
/** @throws ActionError where a component waits for one that is not there, or for itself */
function checkOrder({ environments, place }, environment) {
    const components = environments[environment]?.components ?? {};
    const keys = (name) => ['environments', environment, 'components', name, 'after'];
    // Each is gone through once, however many ways lead to it.
    const checked = new Set();
    const check = (name, way) => {
        if (checked.has(name))
            return;
        const [start = name] = way;
        if (way.includes(name)) {
            const circle = [...way, name].join(' → ');
            throw new errors/* ActionError */.lZ(`${place(keys(start))}: ${keys(start).slice(0, -1).join('.')} waits for itself: ${circle}.`);
        }
        for (const other of comesAfter(components[name]) ?? []) {
            if (!Object.hasOwn(components, other)) {
                const there = Object.keys(components).join(', ');
                throw new errors/* ActionError */.lZ(`${place(keys(name))}: ${keys(name).join('.')} names "${other}", which is not a component; there are ${there}.`);
            }
            check(other, [...way, name]);
        }
        checked.add(name);
    };
    for (const name of Object.keys(components))
        check(name, []);
}
function contentOf(document, path) {
    try {
        return document.toJS();
    }
    catch (error) {
        // The parser stops at aliases that would grow without bounds.
        throw new errors/* ActionError */.lZ(`${path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}.`);
    }
}
/** An unknown key is reported at the map that has it. */
function sentenceOf({ expected, message }, keys) {
    const place = expected === 'never' ? keys.slice(0, -1) : keys;
    return `${place.join('.') || 'it'} ${message}`;
}
/** Where in the text the last of some keys stands that there is. */
function positionOf({ contents }, keys) {
    let node = contents;
    let position = contents?.range?.[0] ?? 0;
    for (const key of keys) {
        if ((0,yaml_dist/* isMap */.jh)(node)) {
            const pair = node.items.find((item) => (0,yaml_dist/* isScalar */.jn)(item.key) && String(item.key.value) === key);
            if (!pair)
                break;
            position = ((0,yaml_dist/* isScalar */.jn)(pair.key) && pair.key.range?.[0]) || position;
            node = pair.value;
        }
        else if ((0,yaml_dist/* isSeq */.oP)(node)) {
            node = node.items[Number(key)];
            if ((0,yaml_dist/* isScalar */.jn)(node) || (0,yaml_dist/* isAlias */.Vj)(node))
                position = node.range?.[0] ?? position;
        }
        else
            break;
    }
    return position;
}


/***/ }),

/***/ 30592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ RECORD_NAMES),
/* harmony export */   s: () => (/* binding */ objectivesOf)
/* harmony export */ });
/* harmony import */ var _workload_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43646);

/** What the record calls components of each kind, as a pattern. */
const RECORD_NAMES = {
    service: '{deployment,statefulset,daemonset,rollout}/*',
    database: 'database/*',
    infra: 'terraform{,/**}',
    cache: 'cache/*',
    dns: 'dns/*',
};
/** The recovery time objectives of components, as lines of the input `rto` of `report`. */
function objectivesOf(components) {
    return Object.entries(components).flatMap(([name, { kind, rto = {} }]) => typeof rto === 'string'
        ? [`${name}: ${patternOf(components, name) ?? RECORD_NAMES[kind]}=${rto}`]
        : Object.entries(rto).map(([pattern, time]) => `${pattern}=${time}`));
}
/** Of several services each has its own workloads to be back; undefined where it is the only one, or does not name them. */
function patternOf(components, name) {
    const own = components[name];
    const services = Object.values(components).filter(({ kind }) => kind === 'service');
    if (own?.kind !== 'service' || services.length < 2)
        return undefined;
    const listed = [own.order, own.workloads].flat().map((each) => (typeof each === 'string' ? each : ''));
    const names = listed.flatMap((each) => each.split(/[\s,]+/)).filter((each) => each !== '');
    if (names.length === 0 || names.includes('all'))
        return undefined;
    const full = [...new Set(names.map(recordedAs))];
    return full.length === 1 ? full[0] : `{${full.join(',')}}`;
}
/** A workload as the record names it. */
function recordedAs(ref) {
    const [word = '', name] = ref.split('/');
    if (name === undefined)
        return `deployment/${ref}`;
    const words = Object.entries(_workload_words_js__WEBPACK_IMPORTED_MODULE_0__/* .WORKLOAD_WORDS */ .M);
    const [kind = word] = words.find(([, all]) => all.includes(word.toLowerCase())) ?? [];
    return `${kind}/${name}`;
}


/***/ }),

/***/ 26503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ openRecord),
/* harmony export */   U: () => (/* reexport safe */ _catalogue_js__WEBPACK_IMPORTED_MODULE_6__.UC)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42030);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/* harmony import */ var _base_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60599);
/* harmony import */ var _base_instant_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5685);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90763);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15379);









/**
 * Appends events to the record; each is one line and one write, so a killed run leaves whole lines behind, and what
 * stands there cut off takes no event with it. A disk that is full must not stop a rollback: the first event that
 * cannot be written is warned about.
 *
 * @throws ActionError where nothing can be written at that path
 */
function openRecord(path, id, { redact, warn }) {
    let warned = false;
    const append = (text) => (0,_base_files_js__WEBPACK_IMPORTED_MODULE_3__/* .appendPrivate */ .sX)(path, text);
    try {
        (0,_base_files_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .fc)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        append('');
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`The rollback record ${path} cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}.`, {
            cause: error,
        });
    }
    const { ahead, isCut } = endOf(path);
    // A disk that was full may have taken half of a line.
    let before = isCut ? '\n' : '';
    return (event) => {
        const at = new Date((0,_base_clock_js__WEBPACK_IMPORTED_MODULE_7__/* .now */ .t)().getTime() + ahead).toISOString();
        try {
            append(`${before}${JSON.stringify({ id, at, ...withoutSecrets(event, redact) })}\n`);
            before = '';
        }
        catch (error) {
            before = '\n';
            if (!warned)
                warn(`The rollback record ${path} is not complete: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}.`);
            warned = true;
        }
    };
}
/** An event whose texts have no secrets. What the catalogue knows it by is read again, and is none of them. */
function withoutSecrets({ status, seconds, ...texts }, redact) {
    const { component, step } = texts;
    return {
        ...JSON.parse((0,_base_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redactedJson */ .Rh)(texts, redact)),
        component: redactedAfter(component.indexOf('/'), component, redact),
        step: redactedAfter((0,_catalogue_js__WEBPACK_IMPORTED_MODULE_6__/* .verbOf */ .rl)(texts).length, step, redact),
        status,
        ...(seconds !== undefined && { seconds }),
    };
}
/** A text whose first signs are ours, and stay. */
const redactedAfter = (length, text, redact) => length < 0 ? text : text.slice(0, length) + redact(text.slice(length));
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
        const { at } = JSON.parse(line);
        // A line that another program has written may name any time.
        return (0,_base_instant_js__WEBPACK_IMPORTED_MODULE_4__/* .isInstant */ .u)(at) ? Math.max(0, Date.parse(at) - (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_7__/* .now */ .t)().getTime()) : 0;
    }
    catch {
        return 0;
    }
}


/***/ }),

/***/ 60225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ requireConsent),
/* harmony export */   e: () => (/* binding */ consentOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/**
 * What a run goes on with in spite of a refusal: the words of the input `accept`, and nothing else.
 *
 * @param actor the user who started the run, as far as that is known
 */
function consentOf(words, actor, record) {
    const used = new Set();
    return (word) => {
        if (!words.includes(word))
            return false;
        if (!used.has(word)) {
            const by = actor ?? 'unknown';
            const message = `${actor ?? 'Somebody unknown'} accepted \`${word}\`.`;
            record({
                component: 'consent',
                step: `accept ${word}`,
                status: 'done',
                message,
                evidence: { word, by },
            });
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
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${refusal}; to go on all the same, say \`accept: ${word}\`.`);
}


/***/ }),

/***/ 52266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ rawInput),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   eu: () => (/* binding */ connectionInputs),
/* harmony export */   j$: () => (/* binding */ commonInputs),
/* harmony export */   yu: () => (/* binding */ inputName)
/* harmony export */ });
/* unused harmony export secretKeys */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40753);
/* harmony import */ var _base_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92920);




/** What every action takes. */
const commonInputs = {
    config: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), '.github/rollback.yml'),
    environment: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    component: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    rollbackId: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/, (issue) => `is ${JSON.stringify(issue.input)}; accepted are up to 63 letters, digits, dots, dashes and underscores`))),
    reason: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(1000, 'is longer than 1000 characters'))),
    dryRun: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM)(), 'false'),
    timeout: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(), '10m'),
    accept: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(), ''),
    record: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
};
/** The inputs of every action that talks to a cluster. */
const connectionInputs = {
    kubeconfig: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    context: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    namespace: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no input ${unknown.map((name) => `\`${name}\``).join(', ')}; there are ${names.sort().join(', ')}.`);
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
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(sentence(problems.join('; ')));
}
/** The inputs of an action that hold secrets. */
function secretKeys(entries) {
    return Object.keys(entries).filter((key) => {
        const entry = entries[key];
        return valibot__WEBPACK_IMPORTED_MODULE_1__/* .getMetadata */ .yb2(entry.wrapped ?? entry).secret === true;
    });
}
/** Inputs that are not secret as a whole, and have some: a kubeconfig given as content, headers. */
const HOLDS_SECRETS = /^kubeconfig$|headers$/i;
/** All that inputs hold of secrets: those that are one, and the credentials in addresses. `input` gives a text by its key. */
function secretsIn(entries, input) {
    const keys = secretKeys(entries);
    return Object.keys(entries).flatMap((key) => {
        const given = input(key) ?? '';
        if (keys.includes(key))
            return [given];
        return [...(0,_base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .credentialsIn */ .Wr)(given), ...(HOLDS_SECRETS.test(key) ? (0,_base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .namedSecretsIn */ .qE)(given) : [])];
    });
}
function sentence(words) {
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}


/***/ }),

/***/ 8855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ recorded),
/* harmony export */   u: () => (/* binding */ requireReason)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_run_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17169);
/* harmony import */ var _record_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26503);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99297);




/** Runs an action's main phase, with its start and its end in the record. */
async function recorded(action, inputs, context) {
    const part = context.step?.name;
    const begun = performance.now();
    const event = { component: action.recordedAs?.(inputs) ?? action.name, step: _record_record_js__WEBPACK_IMPORTED_MODULE_1__/* .ACTION_STEP */ .U };
    const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
    context.record({ ...event, status: 'started', evidence: originEvidence(context) });
    try {
        const outcome = await action.main(inputs, part === undefined ? context : ofPart(part, context));
        const { result, message, outputs } = outcome;
        context.record({ ...ended(), status: _action_js__WEBPACK_IMPORTED_MODULE_2__/* .RESULTS */ .P[result], message, evidence: { part, result, outputs } });
        return outcome;
    }
    catch (thrown) {
        const error = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explained */ .to)(thrown);
        context.record({
            ...ended(),
            status: 'failed',
            message: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error),
            ...(part && { evidence: { part } }),
        });
        throw error;
    }
}
/** What a part does is told as its own: others of the same action may be at work beside it. */
const ofPart = (part, context) => ({
    ...context,
    record: (event) => context.record({ ...event, part }),
});
/** @throws ActionError where an action that changes something is not told why */
function requireReason({ changes }, inputs, options) {
    const isChange = typeof changes === 'function' ? changes(inputs) : changes;
    if (!isChange || options.dryRun || options.reason)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('Input `reason` is required: say in a few words why, for the record and for those who ask later.');
}
/** The actor, place and reason of this run, as far as they are known. */
function originEvidence({ step, environment, reason, dryRun }) {
    const { GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = process.env;
    // A re-run may be started by another user than the first run.
    const actor = process.env.GITHUB_TRIGGERING_ACTOR || process.env.GITHUB_ACTOR;
    return {
        part: step?.name,
        environment,
        reason: reason || undefined,
        'dry-run': dryRun,
        run: (0,_base_run_url_js__WEBPACK_IMPORTED_MODULE_3__/* .attemptUrl */ .r)(),
        actor,
        repository,
        sha,
    };
}


/***/ })

};

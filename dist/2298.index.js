"use strict";
exports.id = 2298;
exports.ids = [2298];
exports.modules = {

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

  17169:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    V: () => (  runUrl),
    r: () => (  attemptUrl)
  });
function runUrl() {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
    return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}
function attemptUrl() {
    const run = runUrl();
    return run && `${run}/attempts/${process.env.GITHUB_RUN_ATTEMPT ?? '1'}`;
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

  92920:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Mn: () => (  lines),
    Qq: () => (  text),
    Rz: () => (  milliseconds),
    Yq: () => (  choice),
    n$: () => (  moment),
    nd: () => (  integer),
    p0: () => (  duration),
    p_: () => (  list),
    rJ: () => (  secret),
    uM: () => (  share),
    vj: () => (  amount),
    zM: () => (  boolean)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

const given = (issue) => JSON.stringify(issue.input);
const text = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP();
const secret = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yuE({ secret: true }));
const duration = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^(?=\d)(\d+h)?(\d+m)?(\d+s)?$/, (issue) => `is ${given(issue)}; accepted are durations such as 90s, 5m or 1h30m`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => {
    const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(value) ?? [];
    const [hours, minutes, seconds] = [1, 2, 3].map((at) => Number(parts[at] ?? 0));
    return hours * 3600 + minutes * 60 + seconds;
}), valibot__WEBPACK_IMPORTED_MODULE_0__  .Wwf(1, 'is zero; accepted are durations of at least 1s'));
const milliseconds = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^(0|\d{1,6}m?s)$/, (issue) => `is ${given(issue)}; accepted are short durations such as 10ms or 1s`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => Number.parseInt(value, 10) * (value.endsWith('ms') ? 1 : 1000)));
const boolean = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^(true|True|TRUE|false|False|FALSE)$/, (issue) => `is ${given(issue)}; accepted are true and false`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => value.toLowerCase() === 'true'));
const integer = (least) => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^\d{1,9}$/, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi(Number), valibot__WEBPACK_IMPORTED_MODULE_0__  .Wwf(least, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`));
const amount = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^\d{1,12}(\.\d{1,12})?$/, (issue) => `is ${given(issue)}; accepted are numbers such as 10 and 0.05`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi(Number));
const choice = (words) => valibot__WEBPACK_IMPORTED_MODULE_0__  .KIO(words, (issue) => `is ${given(issue)}; accepted are ${words.join(', ')}`);
const list = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => split(value, /[\n,]/)));
const lines = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => split(value, /\n/)));
function split(value, separator) {
    return value
        .split(separator)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
const moment = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => (/^\d{9,11}$/.test(value) ? Number(value) : parseMoment(value))), valibot__WEBPACK_IMPORTED_MODULE_0__  .E2x('is not a time; accepted are 2026-11-22T10:00:00Z and Unix seconds'));
function parseMoment(value) {
    return /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|z|[+-]\d\d:?\d\d)$/.test(value)
        ? Date.parse(value) / 1000
        : Number.NaN;
}
const share = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^\d+(\.\d+)?\s*%?$/, (issue) => `is ${given(issue)}; accepted are shares such as 99.9% or 0.999`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)), valibot__WEBPACK_IMPORTED_MODULE_0__  .z6Y((value) => value > 0 && value < 1, (issue) => `is ${given(issue)}; accepted are shares above 0 and below 100%`));


  }),

  48612:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    e: () => (  comesAfter)
  });
const comesAfter = (component) => Array.isArray(component?.after) ? component.after : undefined;


  }),

  45169:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Gg: () => (  noDefaults),
    OM: () => (  DEFAULT_PATH),
    VE: () => (  NO_ENVIRONMENTS),
    Ye: () => (  loadEnvironment),
    xV: () => (  loadDefaults)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _component_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48612);
  var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89190);
  var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83592);
  var _rto_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30592);






const DEFAULT_PATH = '.github/rollback.yml';
const NO_ENVIRONMENTS = ['__proto__', 'constructor', 'prototype'];
const KIND_OF = {
    ...Object.fromEntries(Object.entries(_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .G).map(([kind, action]) => [action, kind])),
    'mark-good': 'service',
    'hand-back': 'service',
    assess: 'service',
    'verify-integrity': 'database',
};
const NEEDS_ONE = [...Object.values(_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .G), 'verify-integrity'];
async function loadDefaults(wanted) {
    const file = await find(wanted.path);
    if (!file)
        return noDefaults(wanted.environment);
    const environment = environmentOf(file, wanted.environment);
    const component = componentFor(environment, wanted.action, wanted.component);
    return { environment: environment.name, ...environment.defaultsFor(wanted.action, component) };
}
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
const noDefaults = (environment) => ({
    environment,
    values: {},
    origins: {},
    warnings: [],
});
async function loadEnvironment(path, name, { namesServices, needsNoFile = false }) {
    const file = await find(path);
    if (file)
        return withService(environmentOf(file, name), namesServices);
    if (namesServices || needsNoFile)
        return withService(nothingConfigured(name), true);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`There is nothing that says what to roll back: name the services with \`workloads\`, or check out the repository first, so that ${DEFAULT_PATH} is there (\`action: init\` writes one, docs/get-started.md).`);
}
const nothingConfigured = (name = 'production') => ({
    name,
    path: 'A rollback without a configuration',
    components: [],
    sections: [],
    defaultsFor: () => noDefaults(name),
});
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
async function find(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path ?? DEFAULT_PATH)) {
        const { readFile } = await Promise.all( [__webpack_require__.e(8815), __webpack_require__.e(9066)]).then(__webpack_require__.bind(__webpack_require__, 49066));
        return readFile(path ?? DEFAULT_PATH);
    }
    if (path === undefined)
        return undefined;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`The configuration ${path} does not exist; check out the repository first, or leave \`config\` out.`);
}
function environmentOf(file, wanted) {
    const { path, environments } = file;
    const names = Object.keys(environments);
    const name = wanted ?? (names.length === 1 ? names[0] : undefined);
    if (name === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${path} has the environments ${names.join(', ')}; say which with the input \`environment\`.`);
    }
    if (!Object.hasOwn(environments, name)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${path} has no environment "${name}"; it has ${names.join(', ')}.`);
    }
    const raw = environments[name];
    const components = Object.entries(raw.components ?? {}).map(([each, component]) => ({
        name: each,
        kind: component.kind,
        after: (0,_component_js__WEBPACK_IMPORTED_MODULE_5__  .e)(component),
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${path}: environments.${name} has no component "${wanted}" for ${action}; ${choices}.`);
    if (wanted === undefined && all.length > 1 && NEEDS_ONE.includes(action))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${path}: environments.${name} has the components ${all.join(', ')} for ${action}; say which with the input \`component\`.`);
    if (wanted === undefined && all.length > 1 && KIND_OF[action] === 'service')
        return all;
    return wanted ?? (all.length === 1 ? all[0] : undefined);
}
function defaultsOf(file, environment, raw, action, component) {
    const known = [..._inputs_js__WEBPACK_IMPORTED_MODULE_2__  .Sq, ...(_inputs_js__WEBPACK_IMPORTED_MODULE_2__  .mc[action] ?? [])];
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
    const order = raw.components?.[component ?? '']?.order;
    if (known.includes('workloads') &&
        !known.includes('order') &&
        order !== undefined &&
        !values.workloads &&
        !values.selector)
        values.workloads = textOf(order) ?? '';
    if (action === 'report')
        values.rto = [...(0,_rto_js__WEBPACK_IMPORTED_MODULE_4__  .s)(raw.components ?? {}), values.rto ?? ''].join('\n').trim();
    return { values, origins, warnings };
}
function sectionsFor(raw, action, component) {
    const shared = [
        { keys: ['defaults'], section: raw.defaults ?? {} },
        { keys: [action], section: (raw[action] ?? {}) },
    ];
    const own = raw.components?.[component ?? ''];
    if (component === undefined || own === undefined)
        return shared;
    const { kind: _, after, rto: __, ...section } = own;
    const values = (0,_component_js__WEBPACK_IMPORTED_MODULE_5__  .e)(own) || after === undefined ? section : { ...section, after };
    return [...shared, { keys: ['components', component], section: values }];
}
function textOf(value) {
    if (Array.isArray(value))
        return value.map(String).join('\n');
    return typeof value === 'object' ? process.env[value.env] || undefined : String(value);
}


  }),

  89190:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Sq: () => (  COMMON),
    cW: () => (  SECRETS),
    mc: () => (  INPUTS)
  });
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
        'gitops',
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


  }),

  83592:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    G: () => (  KINDS)
  });
const KINDS = {
    service: 'rollback-service',
    database: 'rollback-db',
    infra: 'rollback-infra',
    cache: 'clear-cache',
    dns: 'switch-dns',
};


  }),

  30592:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $: () => (  RECORD_NAMES),
    s: () => (  objectivesOf)
  });
  var _workload_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43646);

const RECORD_NAMES = {
    service: '{deployment,statefulset,daemonset,rollout}/*',
    database: 'database/*',
    infra: 'terraform{,/**}',
    cache: 'cache/*',
    dns: 'dns/*',
};
function objectivesOf(components) {
    return Object.entries(components).flatMap(([name, { kind, rto = {} }]) => typeof rto === 'string'
        ? [`${name}: ${patternOf(components, name) ?? RECORD_NAMES[kind]}=${rto}`]
        : Object.entries(rto).map(([pattern, time]) => `${pattern}=${time}`));
}
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
function recordedAs(ref) {
    const [word = '', name] = ref.split('/');
    if (name === undefined)
        return `deployment/${ref}`;
    const words = Object.entries(_workload_words_js__WEBPACK_IMPORTED_MODULE_0__  .M);
    const [kind = word] = words.find(([, all]) => all.includes(word.toLowerCase())) ?? [];
    return `${kind}/${name}`;
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

  99297:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    P: () => (  RESULTS),
    Q: () => (  defineAction)
  });
const RESULTS = {
    done: 'done',
    'no-op': 'no-op',
    planned: 'planned',
    asked: 'no-op',
    failed: 'failed',
    intact: 'done',
    drift: 'failed',
    captured: 'done',
    analyzed: 'done',
    judged: 'done',
    inconclusive: 'done',
    ready: 'done',
    'at-risk': 'done',
    'not-ready': 'failed',
};
const defineAction = (action) => action;


  }),

  52266:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    JR: () => (  rawInput),
    Ko: () => (  readInputs),
    VY: () => (  secretsIn),
    eu: () => (  connectionInputs),
    j$: () => (  commonInputs),
    yu: () => (  inputName)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40753);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92920);




const commonInputs = {
    config: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .Qq)(), '.github/rollback.yml'),
    environment: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .Qq)()),
    component: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .Qq)()),
    rollbackId: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .FsL((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__  .yGV(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/, (issue) => `is ${JSON.stringify(issue.input)}; accepted are up to 63 letters, digits, dots, dashes and underscores`))),
    reason: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .FsL((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__  .Ru6(1000, 'is longer than 1000 characters'))),
    dryRun: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .zM)(), 'false'),
    timeout: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .p0)(), '10m'),
    accept: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .p_)(), ''),
    record: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .Qq)()),
};
const connectionInputs = {
    kubeconfig: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .Qq)()),
    context: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .Qq)()),
    namespace: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .Qq)()),
};
const inputName = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
function rawInput(env, key) {
    return env[`INPUT_${inputName(key).toUpperCase()}`]?.trim() || undefined;
}
function readInputs(entries, env, { values, origins = {} } = { values: {} }) {
    const names = Object.keys(entries).map(inputName);
    const unknown = Object.keys(env)
        .filter((key) => key.startsWith('INPUT_') && env[key]?.trim())
        .map((key) => key.slice('INPUT_'.length).toLowerCase())
        .filter((name) => !names.includes(name));
    if (unknown.length > 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`There is no input ${unknown.map((name) => `\`${name}\``).join(', ')}; there are ${names.sort().join(', ')}.`);
    }
    const raw = Object.fromEntries(Object.keys(entries).map((key) => [key, rawInput(env, key) ?? values[inputName(key)]]));
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__  .xLC(valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc(entries), raw);
    if (parsed.success)
        return parsed.output;
    const problems = parsed.issues.map((issue) => {
        const key = inputName(String(issue.path?.[0]?.key));
        if (issue.input === undefined)
            return `input \`${key}\` is required`;
        const origin = rawInput(env, String(issue.path?.[0]?.key)) === undefined && origins[key];
        return `input \`${key}\` ${issue.message}${origin ? ` (${origin})` : ''}`;
    });
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(sentence(problems.join('; ')));
}
function secretKeys(entries) {
    return Object.keys(entries).filter((key) => {
        const entry = entries[key];
        return valibot__WEBPACK_IMPORTED_MODULE_1__  .yb2(entry.wrapped ?? entry).secret === true;
    });
}
const HOLDS_SECRETS = /^kubeconfig$|headers$/i;
function secretsIn(entries, input) {
    const keys = secretKeys(entries);
    return Object.keys(entries).flatMap((key) => {
        const given = input(key) ?? '';
        if (keys.includes(key))
            return [given];
        return [...(0,_base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__  .Wr)(given), ...(HOLDS_SECRETS.test(key) ? (0,_base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__  .qE)(given) : [])];
    });
}
function sentence(words) {
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}


  })

};
;
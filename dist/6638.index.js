"use strict";
exports.id = 6638;
exports.ids = [6638];
exports.modules = {

  86638:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  action: () => (  rollback_db_action)
});

var dist = __webpack_require__(77934);
var values = __webpack_require__(92920);
var inputs = __webpack_require__(52266);
var phases = __webpack_require__(10378);
; 




const repairInputs = {
    tables: dist .lqM((0,values .p_)(), ''),
    excludeTables: dist .lqM((0,values .p_)(), ''),
    after: dist .lqM((0,values .Qq)()),
    since: dist .lqM((0,values .n$)()),
    until: dist .lqM((0,values .n$)()),
    columns: dist .lqM((0,values .p_)(), ''),
    stampColumns: dist .lqM((0,values .p_)(), ''),
    renamed: dist .lqM((0,values .p_)(), ''),
    conflicts: dist .lqM((0,values .Yq)(['refuse', 'keep']), 'refuse'),
    newConstraints: dist .lqM((0,values .Yq)(['keep', 'drop']), 'keep'),
    triggers: dist .lqM((0,values .Yq)(['off', 'on']), 'off'),
    maxWait: dist .lqM((0,values .p0)(), '10s'),
    batch: dist .lqM((0,values .nd)(1)),
};
const inputs_inputs = {
    ...inputs .eu,
    ...repairInputs,
    databaseUrl: (0,values .rJ)(),
    backup: dist .lqM((0,values .Qq)()),
    backupSha256: dist .lqM((0,values .Qq)()),
    backupDatabase: dist .lqM((0,values .Qq)()),
    s3Endpoint: dist .lqM((0,values .Qq)()),
    snapshot: dist .lqM((0,values .Qq)()),
    phase: dist .lqM((0,values .Yq)(Object.keys(phases .Z)), 'all'),
    strategy: dist .lqM((0,values .Yq)(['swap', 'in-place', 'repair']), 'swap'),
    quiesce: dist .lqM((0,values .p_)(), ''),
    pgbouncerUrl: dist .lqM((0,values .rJ)(), ''),
    resume: dist .lqM((0,values .zM)(), 'true'),
    confirm: dist .lqM((0,values .Qq)()),
    jobs: dist .lqM((0,values .nd)(1), '4'),
    keep: dist .lqM((0,values .nd)(0), '1'),
    maxDataLoss: dist .lqM((0,values .p0)()),
    deployedAt: dist .lqM((0,values .n$)()),
    safetyDump: dist .lqM((0,values .Qq)()),
};

var action = __webpack_require__(99297);
; 


const rollback_db_action = (0,action .Q)({ name: 'rollback-db', inputs: inputs_inputs, changes: true, main, post });
async function main(inputs, context) {
    return (await Promise.all( [__webpack_require__.e(4006), __webpack_require__.e(6628), __webpack_require__.e(1260), __webpack_require__.e(9027), __webpack_require__.e(1149), __webpack_require__.e(6246), __webpack_require__.e(3884), __webpack_require__.e(1893), __webpack_require__.e(7390), __webpack_require__.e(8337)]).then(__webpack_require__.bind(__webpack_require__, 29339))).main(inputs, context);
}
async function post(inputs, context) {
    return (await Promise.all( [__webpack_require__.e(4006), __webpack_require__.e(6628), __webpack_require__.e(1260), __webpack_require__.e(9027), __webpack_require__.e(1149), __webpack_require__.e(6246), __webpack_require__.e(3884), __webpack_require__.e(1893), __webpack_require__.e(7390), __webpack_require__.e(8337)]).then(__webpack_require__.bind(__webpack_require__, 29339))).post(inputs, context);
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

  10378:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Z: () => (  PHASES)
  });
const PHASES = {
    all: { restores: true, brings: 'backup', inPlace: true },
    prepare: { restores: true, brings: 'backup', inPlace: false },
    switch: { restores: false, brings: 'backup', inPlace: false },
    resume: { restores: false, brings: undefined, inPlace: true },
    undo: { restores: false, brings: 'replaced', inPlace: false },
    clean: { restores: false, brings: undefined, inPlace: false },
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
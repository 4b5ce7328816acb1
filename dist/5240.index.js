"use strict";
exports.id = 5240;
exports.ids = [5240];
exports.modules = {

  95654:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    action: () => (  action)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26963);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92920);
  var _runner_action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99297);
  var _smoke_smoke_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44723);
  var _systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33266);
  var _systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79996);
  var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85738);









const inputs = {
    commands: (0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .Mn)(),
    commandTimeout: valibot__WEBPACK_IMPORTED_MODULE_8__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .p0)(), '5m'),
    passEnv: valibot__WEBPACK_IMPORTED_MODULE_8__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .p_)(), ''),
    kubeconfig: valibot__WEBPACK_IMPORTED_MODULE_8__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .Qq)()),
    context: valibot__WEBPACK_IMPORTED_MODULE_8__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .Qq)()),
    namespace: valibot__WEBPACK_IMPORTED_MODULE_8__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .Qq)()),
};
const action = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_2__  .Q)({ name: 'smoke-test', inputs, changes: false, main });
async function main(inputs, context) {
    const tests = inputs.commands.map(_smoke_smoke_js__WEBPACK_IMPORTED_MODULE_3__  .M);
    if (tests.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `commands` is empty: say what is run, one test a line, such as "npm run smoke".');
    const environment = environmentOf(inputs);
    const inside = tests.flatMap((test) => test.inPod ?? []);
    const pods = inside.length > 0 ? await (0,_systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_5__  .N)(inputs, context) : undefined;
    try {
        if (pods)
            await (0,_systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_4__  .An)(pods.client, pods.namespace, (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_6__  .XA)(inside.map((command) => command.in), 'pods/exec'));
        if (context.dryRun)
            return { result: 'planned', message: `Planned: ${tests.length} smoke tests would be run; none was.` };
        const results = await (0,_smoke_smoke_js__WEBPACK_IMPORTED_MODULE_3__  .N)(tests, {
            pods,
            seconds: inputs.commandTimeout,
            environment,
            signal: context.signal,
        });
        for (const result of results)
            report(result, context);
        return outcomeOf(results);
    }
    finally {
        pods?.client.close();
    }
}
function environmentOf({ passEnv }) {
    return Object.fromEntries(passEnv.map((name) => {
        const value = process.env[name];
        if (value === undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`pass-env\` names ${name}, which is not set in this step.`);
        return [name, value];
    }));
}
function report({ test, isPassed, output, seconds }, { record, log }) {
    log.group(`${isPassed ? '✓' : '✗'} ${test} (${seconds} s)`, output.split('\n'));
    const last = output.trim().split('\n').at(-1) ?? '';
    record({
        component: 'smoke-test',
        step: `run ${test}`,
        status: isPassed ? 'done' : 'failed',
        seconds,
        ...(!isPassed && { message: last.slice(0, 300) }),
    });
}
function outcomeOf(results) {
    const failed = results.filter(({ isPassed }) => !isPassed);
    const passed = results.length - failed.length;
    const [first] = failed;
    const last = first?.output.trim().split('\n').at(-1) || 'it did not end with 0';
    const message = first
        ? `${failed.length} of ${results.length} smoke tests failed; ${first.test}: ${last}`.slice(0, 400)
        : `${passed} of ${results.length} smoke tests passed.`;
    const rows = results.map(({ test, isPassed, output, seconds }) => [
        isPassed ? '✅' : '❌',
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .tJ)(test),
        `${seconds} s`,
        isPassed ? '' : (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .tJ)(output.trim().split('\n').slice(-3).join(' ')),
    ]);
    return {
        result: first ? 'failed' : 'done',
        message,
        outputs: { passed, failed: failed.length },
        summary: `## ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .tJ)(message)}\n\n${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .tp)(['', 'Test', 'Took', 'Its last words'], rows)}\n`,
    };
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

  44723:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    M: () => (  parseTest),
    N: () => (  runTests)
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
  var string_argv__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88579);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
  var _systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50056);
  var _systems_process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65768);






const MAX_SHOWN = 2000;
function parseTest(line) {
    if (/^[a-z]+\/[^\s:]+:(\s|$)/.test(line)) {
        const inPod = (0,_systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__  .R)(line);
        return { line, inPod, argv: inPod.argv };
    }
    const argv = (0,string_argv__WEBPACK_IMPORTED_MODULE_5__  .R)(line);
    if (argv.length > 0 && argv[0] !== '')
        return { line, inPod: undefined, argv };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`commands\` has the line ${JSON.stringify(line)}; accepted are a program with its arguments, such as "npm run smoke", and a workload before it, such as "deployment/api: npm run smoke", without a shell.`);
}
function runTests(tests, running) {
    return Promise.all(tests.map((test) => (test.inPod ? inPod(test, test.inPod, running) : onRunner(test, running))));
}
async function inPod({ line }, command, { pods, seconds }) {
    if (!pods)
        throw new Error('There is no cluster for a test in a pod.');
    const [result] = await (0,_systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__  .a)(pods.client, pods.namespace, [command], seconds);
    const { exitCode = null, output = '', seconds: took = 0 } = result ?? {};
    return { test: line, isPassed: exitCode === 0, output, seconds: took };
}
async function onRunner({ line, argv }, { seconds, environment, signal }) {
    const begun = performance.now();
    const late = AbortSignal.timeout(seconds * 1000);
    let collected = '';
    const collect = (text) => {
        collected = `${collected}${text}`.slice(-4 * MAX_SHOWN);
    };
    const output = new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({
        write(chunk, _, done) {
            collect(chunk.toString());
            done();
        },
    });
    const ended = (isPassed, output) => ({
        test: line,
        isPassed,
        output: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__  .E$)(output).slice(-MAX_SHOWN),
        seconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
    });
    const [program = '', ...words] = argv;
    try {
        const { code } = await (0,_systems_process_js__WEBPACK_IMPORTED_MODULE_4__  .eF)(program, words, {
            environment,
            signal: AbortSignal.any([signal, late]),
            output,
            onError: (text) => collect(`${text}\n`),
        });
        return ended(code === 0, collected);
    }
    catch (error) {
        signal.throwIfAborted();
        if (late.aborted)
            return ended(false, `It did not end within ${seconds} s.`);
        const isMissing = error.code === 'ENOENT';
        return ended(false, isMissing ? `There is no program ${program} on this runner.` : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error));
    }
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

  60921:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    EZ: () => (  kinds),
    H8: () => (  refOf),
    Pf: () => (  label),
    TO: () => (  allKinds),
    jC: () => (  workloadPath),
    jH: () => (  parseWorkload),
    rd: () => (  parseRef)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43646);
  var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



const apps = { api: _names_js__WEBPACK_IMPORTED_MODULE_2__  .h, group: 'apps' };
const kinds = {
    Deployment: { ...apps, plural: 'deployments', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.deployment },
    StatefulSet: { ...apps, plural: 'statefulsets', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.statefulset },
    DaemonSet: { ...apps, plural: 'daemonsets', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.daemonset },
    Rollout: {
        api: '/apis/argoproj.io/v1alpha1',
        group: 'argoproj.io',
        plural: 'rollouts',
        words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.rollout,
    },
};
const allKinds = ['Deployment', 'StatefulSet', 'DaemonSet'];
const OTHERS = [
    [
        /^(cronjobs?|cj|jobs?)(\.batch)?$/,
        'a CronJob or Job has no revisions: give it its older image with its own manifest',
    ],
    [/^(replicasets?|rs|pods?|po)(\.apps)?$/, 'name the Deployment, StatefulSet or DaemonSet that made it'],
    [/^(clonesets?|clone)(\.apps\.kruise\.io)?$/, 'a CloneSet goes back by its own template (OpenKruise)'],
    [
        /^(ksvc|kservices?|configurations?)(\.serving\.knative\.dev)?$/,
        'a Knative Service goes back by its traffic (`kn service update --traffic`)',
    ],
];
function parseRef(text) {
    const [name = '', word = 'deployment', ...rest] = text.split('/').reverse();
    const kind = allKinds.find((candidate) => kinds[candidate].words.includes(word.toLowerCase()));
    if (kind && rest.length === 0 && (0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .Eo)(name))
        return { kind, name };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`"${text}" is not a workload; accepted are deployment/<name>, statefulset/<name>, daemonset/<name> and a bare <name> for a Deployment.`);
}
function parseWorkload(text) {
    const [name = '', word = '', ...rest] = text.split('/').reverse();
    const isRollout = kinds.Rollout.words.includes(word.toLowerCase());
    if (isRollout && rest.length === 0 && (0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .Eo)(name))
        return { kind: 'Rollout', name };
    const [, remedy] = OTHERS.find(([words]) => rest.length === 0 && words.test(word.toLowerCase())) ?? [];
    if (remedy)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`"${text}" cannot be rolled back here: ${remedy}.`);
    return parseRef(text);
}
const label = (ref) => `${ref.kind.toLowerCase()}/${ref.name}`;
const refOf = (workload) => ({ kind: workload.kind, name: workload.metadata.name });
function workloadPath(namespace, kind, name) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(kinds[kind].api, namespace, kinds[kind].plural, name);
}


  }),

  3090:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B3: () => (  namespacePath),
    D_: () => (  BATCH),
    Eo: () => (  isName),
    M2: () => (  CORE),
    Pi: () => (  isNamespaceName),
    So: () => (  apiPath),
    du: () => (  objectPath),
    h: () => (  APPS),
    rl: () => (  clusterObjectPath)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST_NAME = 253;
const CORE = '/api/v1';
const APPS = '/apis/apps/v1';
const BATCH = '/apis/batch/v1';
const apiPath = (apiVersion) => apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
const isName = (text) => text.length <= LONGEST_NAME && NAME.test(text);
const isNamespaceName = (text) => NAMESPACE.test(text);
function objectPath(api, namespace, plural, name) {
    if (!isNamespaceName(namespace))
        throw noName(namespace, 'a namespace');
    const collection = `${api}/namespaces/${namespace}/${plural}`;
    if (name === undefined)
        return collection;
    if (!isName(name))
        throw noName(name, `one of ${plural}`);
    return `${collection}/${name}`;
}
function clusterObjectPath(api, plural, name) {
    if (!isName(name))
        throw noName(name, `one of ${plural}`);
    return `${api}/${plural}/${name}`;
}
function namespacePath(namespace) {
    if (!isNamespaceName(namespace))
        throw noName(namespace, 'a namespace');
    return `${CORE}/namespaces/${namespace}`;
}
const noName = (text, what) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${JSON.stringify(text.slice(0, 80))} is not the name of ${what}; nothing was asked for.`);


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

  65768:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    eF: () => (  run),
    jH: () => (  outputOf),
    ut: () => (  answerOf)
  });
  var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
  var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
  var _actions_exec__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81260);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45145);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39668);







const INHERITED = ['PATH', 'HOME', 'USER', 'TMPDIR', 'TZDIR', 'LD_LIBRARY_PATH', 'SYSTEMROOT'];
const LAST_LINES = 40;
const LONGEST_LINE = 64 * 1024;
async function answerOf(file, args, environment = {}) {
    try {
        const { exitCode, stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_3__  .H)(quoted(file), [...args], {
            silent: true,
            ignoreReturnCode: true,
            env: environmentWith(environment),
        });
        return { code: exitCode, output: stdout, errors: stderr };
    }
    catch (error) {
        if (/Unable to locate executable|no such file|ENOENT|EACCES/i.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .bD)(error)))
            return undefined;
        throw error;
    }
}
const quoted = (file) => `"${file.replaceAll('"', '\\"')}"`;
const MAX_OUTPUT_BYTES = 256 * 1024 ** 2;
const NO_PROGRAM = ['ENOENT', 'EACCES', 'ENOTDIR'];
function outputOf(file, args, environment = {}) {
    const options = { env: environmentWith(environment), maxBuffer: MAX_OUTPUT_BYTES };
    return new Promise((resolve, reject) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(file, [...args], options, (error, output, errors) => {
            if (!error)
                resolve({ code: 0, output, errors });
            else if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
                reject(new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file)} printed more than ${MAX_OUTPUT_BYTES / 1024 ** 2} MiB; what it reads is not what it should be.`));
            else if (typeof error.code === 'string')
                NO_PROGRAM.includes(error.code) ? resolve(undefined) : reject(error);
            else
                resolve({ code: error.code ?? 255, output, errors });
        });
    });
}
async function run(file, args, options) {
    const { signal, input, output, onError } = options;
    signal.throwIfAborted();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
        env: environmentWith(options.environment ?? {}),
        stdio: [input ? 'pipe' : 'ignore', output ? 'pipe' : 'ignore', 'pipe'],
    });
    let kill;
    const stop = () => {
        child.kill('SIGINT');
        kill = setTimeout(() => child.kill('SIGKILL'), _base_waits_js__WEBPACK_IMPORTED_MODULE_5__  .r.PROCESS_KILL_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    const errors = [];
    const lines = (0,_bounded_js__WEBPACK_IMPORTED_MODULE_6__  .Xi)(LONGEST_LINE, (line) => {
        errors.push(line);
        if (errors.length > LAST_LINES)
            errors.shift();
        onError?.(line);
    });
    child.stderr?.on('data', lines.hear).on('end', lines.end);
    const ended = new Promise((resolve, reject) => {
        child.once('error', reject).once('close', (code) => resolve(code ?? undefined));
    });
    const flows = [
        input && feed(input, child.stdin, () => child.kill('SIGKILL')),
        output && (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(child.stdout, output),
    ];
    try {
        const [code] = await Promise.all([ended, ...flows]);
        signal.throwIfAborted();
        return { code, errors };
    }
    catch (error) {
        child.kill('SIGKILL');
        await ended.catch(() => { });
        signal.throwIfAborted();
        throw error;
    }
    finally {
        clearTimeout(kill);
        signal.removeEventListener('abort', stop);
    }
}
async function feed(input, stdin, kill) {
    let hasLeft = false;
    const leave = () => {
        hasLeft = true;
    };
    stdin.once('error', leave).once('close', leave);
    let failure = input.errored;
    if (failure)
        kill();
    input.prependOnceListener('error', (error) => {
        if (hasLeft)
            return;
        failure = error;
        kill();
    });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(input, stdin).catch(() => { });
    if (failure)
        throw failure;
}
function environmentWith(more) {
    const inherited = INHERITED.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC', ...more };
}


  }),

  88579:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    R: () => (  parseArgsStringToArgv)
  });

function parseArgsStringToArgv(value, env, file) {
    const myArray = [];
    if (env) {
        myArray.push(env);
    }
    if (file) {
        myArray.push(file);
    }
    let current = "";
    let inQuote = null;
    let hasToken = false;  
    let i = 0;
    while (i < value.length) {
        const char = value[i];
        if (inQuote) {
            if (char === inQuote) {
                inQuote = null;
            }
            else {
                current += char;
            }
        }
        else {
            if (char === '"' || char === "'") {
                inQuote = char;
                hasToken = true;
            }
            else if (/\s/.test(char)) {
                if (hasToken) {
                    myArray.push(current);
                    current = "";
                    hasToken = false;
                }
            }
            else {
                current += char;
                hasToken = true;
            }
        }
        i++;
    }
    if (hasToken) {
        myArray.push(current);
    }
    return myArray;
}


  })

};
;
"use strict";
exports.id = 6744;
exports.ids = [6744];
exports.modules = {

  36744:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  action: () => (  rollback_infra_action)
});

var errors = __webpack_require__(45145);
var dist = __webpack_require__(77934);
var values = __webpack_require__(92920);
; 


const SHORTEST_KEY = 16;
const inputs = {
    directory: dist .lqM((0,values .Qq)(), '.'),
    ref: dist .lqM((0,values .Qq)()),
    vars: dist .lqM((0,values .Mn)(), ''),
    secretVars: dist .lqM((0,values .rJ)()),
    varFiles: dist .lqM((0,values .Mn)(), ''),
    backendConfig: dist .lqM((0,values .Mn)(), ''),
    workspace: dist .lqM(dist .FsL((0,values .Qq)(), dist .yGV(/^[\w.][\w.-]*$/, 'is not a name that a workspace can have'))),
    allowDestroy: dist .lqM((0,values .Qq)(), ''),
    onlyChanges: dist .lqM((0,values .Qq)(), ''),
    lockTimeout: dist .lqM((0,values .p0)()),
    terraform: dist .lqM((0,values .Qq)(), 'terraform'),
    phase: dist .lqM((0,values .Yq)(['all', 'plan', 'apply']), 'all'),
    planFile: dist .lqM((0,values .Qq)()),
    planKey: dist .lqM(dist .FsL((0,values .rJ)(), dist .z6Y((key) => key.length >= SHORTEST_KEY, `is shorter than ${SHORTEST_KEY} characters`))),
};

var infra_values = __webpack_require__(7579);
var action = __webpack_require__(99297);
var terraform_arguments = __webpack_require__(15930);
; 





const rollback_infra_action = (0,action .Q)({ name: 'rollback-infra', inputs: inputs, changes: true, main, post });
async function main(inputs, context) {
    const request = requestOf(inputs, context);
    return (await Promise.all( [__webpack_require__.e(1260), __webpack_require__.e(7990)]).then(__webpack_require__.bind(__webpack_require__, 77990))).main(inputs, request, context);
}
async function post(inputs, context) {
    return (await Promise.all( [__webpack_require__.e(1260), __webpack_require__.e(7990)]).then(__webpack_require__.bind(__webpack_require__, 77990))).post(inputs, context);
}
function requestOf(inputs, { mask }) {
    const secrets = (0,infra_values .k6)((inputs.secretVars ?? '').split('\n').filter((line) => line.trim() !== ''), 'secret-vars');
    const backendConfig = (0,infra_values .az)(inputs.backendConfig);
    const { PG_CONN_STR = '' } = process.env;
    const deployed = (0,infra_values .az)((0,terraform_arguments .a)(process.env).backendConfig).settings;
    const settings = new Map([...deployed, ...backendConfig.settings, ['PG_CONN_STR', PG_CONN_STR]]);
    for (const value of [...secrets.values(), ...(0,infra_values .Fj)(settings)])
        if (value)
            mask(value);
    const assignments = new Map([...(0,infra_values .k6)(inputs.vars, 'vars'), ...secrets]);
    if (inputs.ref === undefined && assignments.size === 0 && inputs.varFiles.length === 0) {
        throw new errors .lZ('There is nothing to roll back to: give an older git ref in `ref`, older values in `vars`, or both.');
    }
    return {
        program: inputs.terraform,
        directory: inputs.directory,
        ref: inputs.ref,
        assignments,
        varFiles: inputs.varFiles,
        backendConfig,
        workspace: inputs.workspace ?? process.env.TF_WORKSPACE,
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

  62606:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    q: () => (  unquoted),
    z: () => (  parseHcl)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const TOKEN = /(?<space>[^\S\n]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|(?![\s\S])))|(?<heredoc><<-?(?<mark>[\p{L}_][\p{L}\p{N}_-]*)\r?\n[\s\S]*?(?:^[^\S\n]*\k<mark>[^\S\n]*$|(?![\s\S])))|(?<name>[\p{L}_][\p{L}\p{N}_-]*)|(?<sign>[\s\S])/gmuy;
const DEPTH = 100;
const OPENING = '({[';
const CLOSING = ')}]';
function parseHcl(text, file) {
    const tokens = tokensOf(text, file);
    let at = 0;
    let depth = 0;
    function body(closed) {
        const attributes = {};
        const blocks = [];
        for (;;) {
            while (tokens[at] === '\n')
                at += 1;
            const name = tokens[at];
            if (name === undefined || name === '}') {
                if ((name === '}') !== closed)
                    throw unreadable(file);
                at += 1;
                return { attributes, blocks };
            }
            at += 1;
            if (tokens[at] === '=') {
                at += 1;
                attributes[name] = expression();
            }
            else
                blocks.push(block(name));
        }
    }
    function block(type) {
        const labels = [];
        while (tokens[at] !== '{') {
            const label = tokens[at];
            if (label === undefined || label === '\n')
                throw unreadable(file);
            labels.push(unquoted(label) ?? label);
            at += 1;
        }
        at += 1;
        depth += 1;
        if (depth > DEPTH)
            throw unreadable(file);
        const content = body(true);
        depth -= 1;
        return { type, labels, ...content };
    }
    function expression() {
        const parts = [];
        let brackets = 0;
        for (; at < tokens.length; at += 1) {
            const token = tokens[at];
            if (brackets === 0 && (token === '\n' || token === '}'))
                break;
            if (OPENING.includes(token))
                brackets += 1;
            if (CLOSING.includes(token))
                brackets -= 1;
            parts.push(token);
        }
        if (brackets !== 0)
            throw unreadable(file);
        return joined(parts);
    }
    return [...body(false).blocks];
}
const joined = (tokens) => tokens
    .map((token, index) => (isWord(token) && isWord(tokens[index - 1] ?? '') ? ` ${token}` : token))
    .join('')
    .trim();
const isWord = (token) => /^[\p{L}_]/u.test(token);
function unquoted(expression) {
    if (!/^"[^\n]*"$/.test(expression) || /[$%]\{/.test(expression))
        return undefined;
    try {
        return JSON.parse(expression);
    }
    catch {
        return undefined;
    }
}
function tokensOf(text, file) {
    const tokens = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.length) {
        const start = TOKEN.lastIndex;
        const { groups = {} } = TOKEN.exec(text) ?? {};
        if (groups.sign === '"') {
            TOKEN.lastIndex = endOfString(text, start, file);
            tokens.push(text.slice(start, TOKEN.lastIndex));
        }
        else if (groups.space === undefined)
            tokens.push(groups.heredoc ?? groups.name ?? groups.sign);
        else if (groups.space.includes('\n'))
            tokens.push('\n');
    }
    return tokens.filter((token) => token !== '\r');
}
function endOfString(text, start, file) {
    const open = ['"'];
    for (let at = start + 1; at < text.length; at += 1) {
        const inside = open.at(-1);
        const sign = text[at];
        if (inside === '"' && sign === '\\')
            at += 1;
        else if (inside === '"' && /^([$%])\1\{/.test(text.slice(at, at + 3)))
            at += 2;
        else if (inside === '"' && /^[$%]\{/.test(text.slice(at, at + 2))) {
            open.push('{');
            at += 1;
        }
        else if (sign === '"') {
            if (inside === '"')
                open.pop();
            else
                open.push('"');
        }
        else if (inside === '{' && sign === '{')
            open.push('{');
        else if (inside === '{' && sign === '}')
            open.pop();
        if (open.length === 0)
            return at + 1;
    }
    throw unreadable(file);
}
const unreadable = (file) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${file} cannot be read: a quote or a bracket in it does not end.`);


  }),

  7579:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ec: () => (  valuesFor),
    Fj: () => (  secretsOf),
    JM: () => (  cliValueFor),
    az: () => (  parseBackendConfig),
    k6: () => (  parseAssignments),
    ug: () => (  parseAddresses)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _hcl_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62606);


const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
const PLAIN = /^(string|number|bool|any)?$/;
const SECRET_SETTING = /pass|secret|token|key|cred|conn_str|sas|cert/i;
function parseAssignments(lines, input) {
    const entries = lines.map((line) => {
        const at = line.indexOf('=');
        const name = line.slice(0, Math.max(at, 0)).trimEnd();
        const text = line.slice(at + 1).trimStart();
        if (!NAME.test(name)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`A line of \`${input}\` does not have the form name=value; give one a line.`);
        }
        if (text === '')
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`\`${name}\` of \`${input}\` has no value; in a workflow, an output or a secret that does not exist is empty. Write \`${name}=""\` where no text is meant.`);
        return [name, withoutQuotes(text)];
    });
    return new Map(entries);
}
function withoutQuotes(text) {
    if (/^'[^']*'$/.test(text))
        return text.slice(1, -1);
    return (0,_hcl_js__WEBPACK_IMPORTED_MODULE_1__  .q)(text) ?? text;
}
function valuesFor(assignments, declared) {
    const known = Object.keys(declared).sort();
    const values = [...assignments].map(([name, value]) => {
        if (!Object.hasOwn(declared, name)) {
            const choices = known.length > 0 ? `it declares ${known.join(', ')}` : 'it declares none';
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The configuration does not declare the variable "${name}" of \`vars\`; ${choices}.`);
        }
        const type = declared[name];
        return [name, PLAIN.test(type) ? value : parseJson(name, value, type)];
    });
    return Object.fromEntries(values);
}
function cliValueFor(name, value, declared) {
    const type = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (type === undefined || !NAME.test(name))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The configuration does not declare the variable ${JSON.stringify(name)} that TF_CLI_ARGS gives a value; unset it there, or roll back to a ref that has it.`);
    const text = JSON.stringify(value).replace(/[$%]\{/g, (sign) => `${sign[0]}${sign}`);
    return `${name} = ${PLAIN.test(type) ? text : value}\n`;
}
function parseBackendConfig(lines) {
    const settings = parseAssignments(lines.filter((line) => line.includes('=')), 'backend-config');
    return { settings, files: lines.filter((line) => !line.includes('=')) };
}
function secretsOf(settings) {
    return [...settings].flatMap(([name, value]) => {
        const password = /:\/\/[^/@:]*:([^/@]+)@/.exec(value)?.[1] ?? / ?password=(\S+)/.exec(value)?.[1];
        const texts = password ? [password, decoded(password)] : [];
        return SECRET_SETTING.test(name) ? [value, ...texts] : texts;
    });
}
function parseAddresses(text) {
    const found = text.match(/(?:"(?:[^"\\\n]|\\.)*(?:"|\\?(?=\n|$))|[^",\n])+/g) ?? [];
    return found.map((address) => address.trim()).filter((address) => address !== '');
}
function parseJson(name, value, type) {
    try {
        return JSON.parse(value);
    }
    catch {
        const kind = type.replace(/\s+/g, ' ');
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The variable "${name}" of \`vars\` must be JSON, because its type is ${kind}; for example ["a", "b"].`);
    }
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


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

  15930:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    a: () => (  deployArguments)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const WITH_VALUE = /^(var|var-file|backend-config|lock-timeout|parallelism|target|target-file|exclude|exclude-file|replace|out|state|state-out|backup|plugin-dir|from-module|lockfile|generate-config-out|test-directory)$/;
const WITHOUT_EFFECT = /^(input|no-color|compact-warnings|consolidate-warnings|consolidate-errors|concise|deprecation|auto-approve|json|detailed-exitcode|out|reconfigure)$/;
const USUALLY_TRUE = /^(lock|get|backend)$/;
const LOOKS = 'refresh';
const PASSED_ON = {
    init: /^(upgrade|plugin-dir|lockfile)$/,
    plan: /^parallelism$/,
    apply: /^parallelism$/,
};
function deployArguments(env) {
    const init = optionsOf(env, 'init');
    const plan = optionsOf(env, 'plan');
    const apply = optionsOf(env, 'apply');
    for (const option of [...init, ...plan, ...apply])
        check(option);
    const planned = plan.flatMap(variableOf);
    return {
        backendConfig: init.filter(({ name }) => name === 'backend-config').map(({ value = '' }) => value),
        variables: planned.length > 0 ? planned : apply.flatMap(variableOf),
        lockTimeout: [...apply, ...plan].findLast(({ name }) => name === 'lock-timeout')?.value,
        init: passedOn(init, 'init'),
        plan: passedOn(plan, 'plan'),
        apply: passedOn(apply, 'apply'),
        blind: [...new Set(plan.filter(isBlind).map(({ from }) => from))],
    };
}
const optionsOf = (env, command) => [`TF_CLI_ARGS_${command}`, 'TF_CLI_ARGS'].flatMap((name) => readOptions(env[name] ?? '', name));
function readOptions(text, from) {
    const words = wordsOf(text, from);
    const options = [];
    for (let at = 0; at < words.length; at += 1) {
        const word = words[at];
        const [, name, value] = /^--?([a-z][a-z-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
        if (name === undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${from} has ${JSON.stringify(word)}, which is not an option; give it as an input of this action.`);
        if (value === undefined && WITH_VALUE.test(name))
            at += 1;
        options.push({ name, value: value ?? (WITH_VALUE.test(name) ? words[at] : undefined), from });
    }
    return options;
}
const PIECE = /(?<space>\s+)|'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\[\s\S])*)"|\\(?<sign>[\s\S])|(?<plain>[^\s'"\\]+)/gy;
function wordsOf(text, from) {
    const words = [];
    let isOpen = false;
    PIECE.lastIndex = 0;
    while (PIECE.lastIndex < text.length) {
        const groups = PIECE.exec(text)?.groups;
        if (!groups)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${from} has a quote that does not end.`);
        const { space, single, double, sign, plain } = groups;
        const piece = plain ?? single ?? sign ?? (double ?? '').replace(/\\([\s\S])/g, '$1');
        if (space === undefined)
            words.push(`${isOpen ? words.pop() : ''}${piece}`);
        isOpen = space === undefined;
    }
    return words;
}
function check({ name, value, from }) {
    const isTaken = WITHOUT_EFFECT.test(name) ||
        (USUALLY_TRUE.test(name) && (value ?? 'true') === 'true') ||
        /^(var|var-file|backend-config|lock-timeout)$/.test(name) ||
        name === LOOKS ||
        Object.values(PASSED_ON).some((pattern) => pattern.test(name));
    if (isTaken)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${from} has -${name}, with which a rollback would plan something else than the whole from today's state; unset it for this step.`);
}
const isBlind = ({ name, value = 'true' }) => name === LOOKS && value !== 'true';
const passedOn = (options, command) => options
    .filter(({ name }) => PASSED_ON[command].test(name))
    .map(({ name, value }) => `-${name}${value === undefined ? '' : `=${value}`}`);
function variableOf({ name, value = '', from }) {
    if (name === 'var-file')
        return [{ file: value }];
    if (name !== 'var')
        return [];
    const at = value.indexOf('=');
    if (at <= 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${from} has a -var that does not have the form name=value.`);
    return [{ name: value.slice(0, at).trim(), value: value.slice(at + 1) }];
}


  })

};
;
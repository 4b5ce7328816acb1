"use strict";
exports.id = 7572;
exports.ids = [7572];
exports.modules = {

  57572:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    action: () => (  action)
  });
  var _assess_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1218);
  var _owners_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21312);
  var _runner_action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99297);



const inputs = { ..._assess_inputs_js__WEBPACK_IMPORTED_MODULE_0__  .QL, ..._owners_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .DX };
const action = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_2__  .Q)({ name: 'assess', inputs, changes: false, main });
async function main(inputs, context) {
    const settings = (0,_assess_inputs_js__WEBPACK_IMPORTED_MODULE_0__  .f5)(inputs, context);
    if (inputs.signals === undefined)
        (0,_assess_inputs_js__WEBPACK_IMPORTED_MODULE_0__  .nH)(inputs, (0,_assess_inputs_js__WEBPACK_IMPORTED_MODULE_0__  .ny)(inputs));
    return (await Promise.all( [__webpack_require__.e(8815), __webpack_require__.e(7633), __webpack_require__.e(9027), __webpack_require__.e(9255), __webpack_require__.e(6246), __webpack_require__.e(3485), __webpack_require__.e(9802), __webpack_require__.e(2450)]).then(__webpack_require__.bind(__webpack_require__, 4928))).main(inputs, settings, context);
}


  }),

  1218:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    QL: () => (  inputs),
    f5: () => (  settingsOf),
    nH: () => (  requireSource),
    ny: () => (  givenBy)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92920);
  var _levels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46872);
  var _promql_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95512);





const inputs = {
    prometheusUrl: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    prometheusToken: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .rJ)()),
    prometheusHeaders: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Mn)(), ''),
    awsRegion: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__  .FsL((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_2__  .yGV(/^[a-z0-9-]{1,40}$/, 'is not a region such as eu-west-1'))),
    prometheusLabels: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    alertmanagerUrl: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    alerts: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p_)(), 'action=rollback'),
    window: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p0)(), '5m'),
    baseline: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p0)(), '30m'),
    deployedAt: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .n$)()),
    bake: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p0)()),
    interval: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p0)(), '30s'),
    shortWindow: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p0)(), '1m'),
    consecutive: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .nd)(1), '3'),
    minRequests: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .nd)(1), '100'),
    minSlowdown: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .vj)()),
    errorRate: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p_)(), ''),
    latency: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p_)(), ''),
    slo: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .uM)()),
    maxRestarts: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .nd)(0), '2'),
    errorRateQuery: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    requestsQuery: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    latencyQuery: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    outageQuery: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    dataCorruption: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .zM)()),
    securityBreach: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .zM)()),
    signals: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    onInconclusive: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Yq)(['ask', 'rollback', 'pass']), 'ask'),
    cooldown: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p0)(), '15m'),
    maxAge: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p0)(), '24h'),
    kubeconfig: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    context: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    namespace: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    workloads: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p_)(), ''),
    selector: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    evidenceFile: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    quickFix: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p0)()),
    recovery: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p0)()),
};
const MIN_SLOWDOWN = 0.01;
function settingsOf(inputs, { timeout }) {
    const { bake, interval, quickFix = 0 } = inputs;
    if (quickFix > 0 && quickFix < interval)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `quick-fix` is shorter than `interval`; nothing would be sampled.');
    if (bake !== undefined && bake < interval)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `bake` is shorter than `interval`; nothing would be sampled.');
    if (bake !== undefined && bake >= timeout)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`bake\` is ${bake} s, which is not shorter than the action's \`timeout\` of ${timeout} s; give a longer \`timeout\`.`);
    const waits = (bake ?? 0) + quickFix;
    if (quickFix > 0 && waits >= timeout)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${bake === undefined ? 'Input `quick-fix` is' : 'Inputs `bake` and `quick-fix` are together'} ${waits} s, which is not shorter than the action's \`timeout\` of ${timeout} s; give a longer \`timeout\`.`);
    const { outageQuery = '' } = inputs;
    if ((0,_promql_js__WEBPACK_IMPORTED_MODULE_4__  .ZB)(outageQuery))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `outage-query` compares without `bool`, so an outage gives 0 or nothing; write it like max(up{job="api"}) == bool 0.');
    return {
        errorRate: (0,_levels_js__WEBPACK_IMPORTED_MODULE_1__  .S)('error-rate', inputs.errorRate, _levels_js__WEBPACK_IMPORTED_MODULE_1__  .Qf),
        latency: (0,_levels_js__WEBPACK_IMPORTED_MODULE_1__  .S)('latency', inputs.latency, _levels_js__WEBPACK_IMPORTED_MODULE_1__  .TT),
        slo: inputs.slo,
        minRequests: inputs.minRequests,
        minSlowdown: inputs.minSlowdown ?? (inputs.latencyQuery === undefined ? MIN_SLOWDOWN : 0),
        maxRestarts: inputs.maxRestarts,
        consecutive: bake === undefined ? 1 : inputs.consecutive,
        planned: bake === undefined ? 1 : Math.floor(bake / interval),
        onInconclusive: inputs.onInconclusive,
        cooldown: inputs.cooldown,
        maxAge: inputs.maxAge,
    };
}
function requireSource({ prometheusUrl, alertmanagerUrl, workloads, selector }, given) {
    const sources = [prometheusUrl, alertmanagerUrl, selector, ...workloads, ...Object.keys(given)];
    if (sources.every((each) => each === undefined))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Say what to judge by: `prometheus-url`, `alertmanager-url`, `workloads` with `kubeconfig`, or `signals`.');
}
function givenBy({ dataCorruption, securityBreach }, signals = {}) {
    return {
        ...(dataCorruption !== undefined && { 'data-corruption': dataCorruption }),
        ...(securityBreach !== undefined && { 'security-breach': securityBreach }),
        ...signals,
    };
}


  }),

  46872:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Av: () => (  describeThresholds),
    In: () => (  levelOf),
    KN: () => (  percent),
    Kd: () => (  betterOf),
    LW: () => (  RESPONSES),
    QZ: () => (  worst),
    Qf: () => (  ERROR_RATE),
    S: () => (  parseThresholds),
    TT: () => (  LATENCY),
    jZ: () => (  atLeast)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _record_severity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63513);


const RESPONSES = {
    critical: { decision: 'rollback', seconds: 5 * 60 },
    high: { decision: 'quick-fix-then-rollback', seconds: 15 * 60 },
    medium: { decision: 'evaluate', seconds: 30 * 60 },
    low: { decision: 'fix-forward', seconds: 60 * 60 },
    none: { decision: 'none', seconds: 60 * 60 },
};
const ERROR_RATE = { low: 0.01, medium: 0.1, high: 0.3, critical: 0.95 };
const LATENCY = { low: 0.1, medium: 0.2, high: 0.5 };
const worseOf = (a, b) => (rank(a) >= rank(b) ? a : b);
const betterOf = (a, b) => (rank(a) <= rank(b) ? a : b);
const worst = (all) => all.reduce(worseOf, 'none');
const atLeast = (severity, least) => rank(severity) >= rank(least);
const rank = (severity) => _record_severity_js__WEBPACK_IMPORTED_MODULE_1__  .o.indexOf(severity);
function levelOf(value, thresholds) {
    const rounded = Math.round(value * 1e9) / 1e9;
    const isReached = (severity) => {
        const threshold = thresholds[severity];
        if (threshold === undefined)
            return false;
        return severity === 'high' ? rounded > threshold : rounded >= threshold;
    };
    return _record_severity_js__WEBPACK_IMPORTED_MODULE_1__  .o.findLast(isReached) ?? 'none';
}
function parseThresholds(input, lines, defaults) {
    const given = lines.map((line) => {
        const [, level = '', number = '', percent] = /^(low|medium|high|critical)\s*=\s*(\d+(?:\.\d+)?)\s*(%?)$/.exec(line) ?? [];
        if (!level)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`${input}\` has ${JSON.stringify(line)}; accepted are low, medium, high and critical with a percentage or a fraction each, such as high=30%.`);
        return [level, percent ? Number(number) / 100 : Number(number)];
    });
    const thresholds = { ...defaults, ...Object.fromEntries(given) };
    const values = _record_severity_js__WEBPACK_IMPORTED_MODULE_1__  .o.map((severity) => thresholds[severity]).filter((value) => value !== undefined);
    if (values.some((value, index) => value < (values[index - 1] ?? 0))) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`${input}\` has a worse level at a lower value: ${describeThresholds(thresholds)}; they must grow from low to critical.`);
    }
    return thresholds;
}
function describeThresholds(thresholds) {
    const known = _record_severity_js__WEBPACK_IMPORTED_MODULE_1__  .o.filter((severity) => thresholds[severity] !== undefined);
    return known.map((severity) => `${severity} ${percent(thresholds[severity] ?? 0)}`).join(', ');
}
function percent(fraction, thresholds = {}) {
    const value = fraction * 100;
    const level = levelOf(fraction, thresholds);
    for (let digits = Math.abs(value) >= 10 ? 1 : 2; digits <= 7; digits++) {
        const rounded = Number(value.toFixed(digits));
        if (levelOf(rounded / 100, thresholds) === level)
            return `${rounded} %`;
    }
    return `${value} %`;
}


  }),

  95512:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Yv: () => (  selectorsOf),
    ZB: () => (  comparesWithoutBool),
    pJ: () => (  quantileIn)
  });
const TOKEN = /\s+|#[^\n]*|"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|'(?:[^'\\]|\\[\s\S])*(?:'|\\?$)|`[^`]*(?:`|$)|\{(?:[^"'`{}]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\}|\[[^[\]]*\]|[A-Za-z_:][A-Za-z0-9_:]*|\d[A-Za-z0-9_.]*|[=!]=|[<>]=?|[\s\S]/g;
const LABELLED = /^(by|without|on|ignoring|group_left|group_right)$/i;
const WORDS = /^(and|or|unless|atan2|bool|offset|start|end|inf|nan)$/i;
const OF_NOTHING = /^(absent|absent_over_time)$/i;
function selectorsOf(query) {
    const tokens = tokensOf(query);
    const found = new Set();
    for (let index = 0; index < tokens.length; index++) {
        const [token, next] = [tokens[index], tokens[index + 1]];
        if (token.kind === 'braces')
            found.add(token.text);
        if (token.kind !== 'name')
            continue;
        const isFunction = next?.kind === 'open' || (next?.kind === 'name' && LABELLED.test(next.text));
        if (LABELLED.test(token.text) || OF_NOTHING.test(token.text))
            index = closing(tokens, index + 1);
        else if (next?.kind === 'braces') {
            found.add(`${token.text}${next.text}`);
            index += 1;
        }
        else if (!isFunction && !WORDS.test(token.text))
            found.add(token.text);
    }
    return [...found];
}
function comparesWithoutBool(query) {
    const tokens = tokensOf(query);
    for (let index = 0; index < tokens.length; index++) {
        const { kind, text } = tokens[index];
        if (kind === 'name' &&
            /^(count|count_over_time|absent|absent_over_time)$/i.test(text) &&
            /\bor\b/.test(query))
            index = closing(tokens, index + 1);
        if (kind === 'compare' && tokens[index + 1]?.text.toLowerCase() !== 'bool')
            return true;
    }
    return false;
}
function quantileIn(query) {
    const [, quantile, rest = ''] = /^\s*histogram_quantile\s*\(\s*(0?\.\d+|1|0)\s*,([\s\S]*)\)\s*$/.exec(query) ?? [];
    if (quantile === undefined || !/_bucket\b/.test(rest))
        return undefined;
    const tokens = tokensOf(rest);
    let depth = 0;
    for (const { kind } of tokens) {
        depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
        if (depth < 0)
            return undefined;
    }
    return { quantile: Number(quantile), buckets: rest.trim() };
}
function tokensOf(query) {
    const texts = query.match(TOKEN) ?? [];
    return texts.filter((text) => !/^\s|^#/.test(text)).map((text) => ({ kind: kindOf(text), text }));
}
function kindOf(text) {
    if (/^[A-Za-z_:]/.test(text))
        return 'name';
    if (text.startsWith('{'))
        return 'braces';
    if (text.startsWith('['))
        return 'brackets';
    if (text === '(')
        return 'open';
    if (text === ')')
        return 'close';
    return /^([=!]=|[<>]=?)$/.test(text) ? 'compare' : 'other';
}
function closing(tokens, index) {
    if (tokens[index]?.kind !== 'open')
        return index - 1;
    let depth = 0;
    for (let at = index; at < tokens.length; at++) {
        depth += tokens[at]?.kind === 'open' ? 1 : tokens[at]?.kind === 'close' ? -1 : 0;
        if (depth === 0)
            return at;
    }
    return tokens.length;
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

  21312:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    DX: () => (  ownerInputs),
    _H: () => (  gitInputs),
    oQ: () => (  configRepositoryOf)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92920);
  var _lasting_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37341);




const ownerInputs = {
    argocdNamespace: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)(), 'argocd'),
    argocdKubeconfig: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
};
const gitInputs = {
    gitopsRepository: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    gitopsPaths: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p_)(), ''),
    gitopsToken: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .rJ)()),
    gitopsPullRequest: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Yq)(['create', 'never']), 'create'),
};
function configRepositoryOf(inputs) {
    const { gitopsRepository: repository, gitopsPaths, gitopsToken: token, gitopsPullRequest } = inputs;
    if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`gitops-repository\` is ${JSON.stringify(repository)}; accepted is <owner>/<name>, such as shop/config.`);
    const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_SERVER_URL: server = 'https://github.com' } = process.env;
    const isWanted = gitopsPullRequest === 'create';
    return { token, repository, paths: gitopsPaths.map(_lasting_place_js__WEBPACK_IMPORTED_MODULE_1__  .DZ), isWanted, api, server };
}


  }),

  37341:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    DZ: () => (  tidy),
    LH: () => (  placesOfKustomization),
    iJ: () => (  placesOfApplication)
  });
  var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
  var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);


const isCommit = (text) => text !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
function placesOfApplication({ spec = {}, status }, commits) {
    const own = sourcesOf(spec);
    const sources = own.map(read);
    const places = [];
    const others = [];
    for (const [at, source] of sources.entries()) {
        const commit = commits[at];
        const paths = [
            ...(source.path === undefined ? [] : [tidy(source.path)]),
            ...(source.ref ? referredTo(source.ref, sources) : valueFilesOf(source)),
        ];
        if (source.chart !== undefined)
            others.push(`the chart ${source.chart} is not in Git, so its version is changed in the application`);
        else if (isCommit(source.branch))
            others.push(`the application names the commit ${source.branch.slice(0, 7)} itself`);
        else if (!isCommit(commit))
            others.push(`the commit of ${source.url} is not known`);
        else if (paths.length > 0)
            places.push({ url: source.url, branch: source.branch, paths, commit });
    }
    const then = status?.history?.find(({ revision = '', revisions }) => (0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(revisions?.length ? revisions : [revision], commits));
    const changed = then ? differences(sourcesOf(then), own) : [];
    if (changed.length > 0)
        others.push(`the source in the application has changed since (${changed.join(', ')})`);
    return { places, others };
}
function placesOfKustomization({ path = '' }, source, commit) {
    const { branch, ...fixed } = source.ref ?? {};
    const [by] = Object.entries(fixed);
    if (by)
        return { places: [], others: [`its source names the ${by[0]} ${by[1]} itself`] };
    if (!isCommit(commit))
        return { places: [], others: ['the good commit is not known'] };
    return {
        places: [{ url: source.url ?? '', branch: branch ?? 'master', paths: [tidy(path)], commit }],
        others: [],
    };
}
const sourcesOf = ({ source, sources, }) => (sources?.length ? sources : source ? [source] : []);
function read({ repoURL, targetRevision, path, chart, ref, helm }) {
    const { valueFiles } = (helm ?? {});
    const revision = textOf(targetRevision)?.replace(/^refs\/heads\//, '');
    return {
        url: textOf(repoURL) ?? '',
        branch: revision === 'HEAD' ? undefined : revision,
        ...{ path: textOf(path), chart: textOf(chart), ref: textOf(ref) },
        valueFiles: Array.isArray(valueFiles) ? valueFiles.filter((each) => typeof each === 'string') : [],
    };
}
const textOf = (value) => typeof value === 'string' && value !== '' ? value : undefined;
function tidy(path) {
    const tidied = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(`/${path}`).replace(/^\/+|\/+$/g, '');
    return tidied;
}
const valueFilesOf = ({ path = '', valueFiles }) => valueFiles
    .filter((file) => !file.startsWith('$') && !/^[a-z][a-z0-9+.-]*:\/\//i.test(file))
    .map((file) => tidy(file.startsWith('/') ? file : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(path, file)));
const referredTo = (ref, sources) => sources
    .flatMap(({ valueFiles }) => valueFiles)
    .filter((file) => file.startsWith(`$${ref}/`))
    .map((file) => tidy(file.slice(ref.length + 2)));
function differences(then, now) {
    if (then.length !== now.length)
        return ['sources'];
    const fields = now.flatMap((source, at) => [...new Set([...Object.keys(source), ...Object.keys(then[at] ?? {})])].filter((field) => field !== 'targetRevision' && !(0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(source[field], then[at]?.[field])));
    return [...new Set(fields)];
}


  }),

  63513:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    o: () => (  SEVERITIES)
  });
const SEVERITIES = ['none', 'low', 'medium', 'high', 'critical'];


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


  })

};
;
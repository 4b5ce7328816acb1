"use strict";
exports.id = 1407;
exports.ids = [1407];
exports.modules = {

  81407:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  action: () => (  rollback_action)
});

var external_node_fs_ = __webpack_require__(73024);
var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var dist = __webpack_require__(77934);
var errors = __webpack_require__(45145);
var run_url = __webpack_require__(17169);
var settled = __webpack_require__(71501);
var values = __webpack_require__(92920);
var config = __webpack_require__(45169);
var drill_fault = __webpack_require__(25534);
var sentence = __webpack_require__(4771);
var kinds = __webpack_require__(83592);
; 



function componentsFor({ components, name, path }, selection) {
    const { named } = selection;
    if (components.length === 0)
        throw new errors .lZ(`${path}: environments.${name} has no components, so there is nothing to roll back (docs/configure.md).`);
    const stranger = named.find((each) => !components.some((component) => component.name === each));
    if (stranger !== undefined)
        throw new errors .lZ(`Input \`components\` names "${stranger}"; ${path} has ${components.map((each) => each.name).join(', ') || 'none'}.`);
    const kinds = kindsUnnamed(selection);
    const selected = components.filter((each) => named.length > 0 ? named.includes(each.name) : kinds.includes(each.kind));
    if (selected.length === 0 && components.length > 0)
        throw new errors .lZ(`A rollback that a person or an alert starts takes back services and caches; name what else goes back in \`components\`: ${components.map((each) => each.name).join(', ')}.`);
    const names = selected.map((each) => each.name);
    return selected.map((each) => ({ ...each, after: each.after?.filter((other) => names.includes(other)) }));
}
function kindsUnnamed({ action, namesServices }) {
    const all = Object.keys(kinds .G);
    if (['drill', 'check', 'status', 'remind'].includes(action))
        return all;
    if (namesServices || action === 'hand-back')
        return ['service'];
    const { GITHUB_EVENT_NAME: event = 'by hand' } = process.env;
    return STARTED_FROM_OUTSIDE.includes(event) ? ['service', 'cache'] : all;
}
const STARTED_FROM_OUTSIDE = ['by hand', 'workflow_dispatch', 'repository_dispatch'];
function leftAsIs({ components }, selected, { named, namesServices }) {
    if (named.length > 0 || namesServices)
        return undefined;
    const left = components.filter((each) => !selected.some(({ name }) => name === each.name));
    if (left.length === 0)
        return undefined;
    const names = (0,sentence .eZ)(left.map(({ name, kind }) => `${name} (${kind})`));
    return `Not rolled back: ${names}. A run that a person or an alert starts takes back services and caches; name what else goes back in \`components\`.`;
}
const FOR_ONE = [
    ['database-url', 'database'],
    ['backup', 'database'],
    ['confirm', 'database'],
    ['pgbouncer-url', 'database'],
    ['redis-url', 'cache'],
    ['workloads', 'service'],
    ['selector', 'service'],
    ['health', 'service'],
    ['down-command', 'service'],
    ['down-to', 'service'],
];
const MEANS = [
    ['backup', 'database'],
    ['ref', 'infra'],
];
function checkGiven(given, components, log) {
    const of = (kind) => components.filter((each) => each.kind === kind).map(({ name }) => name);
    for (const [input, kind] of FOR_ONE) {
        if (given[input] === undefined || of(kind).length < 2)
            continue;
        throw new errors .lZ(`Input \`${input}\` is for one ${kind}, and there are ${of(kind).join(', ')}; name one in \`components\`, or say it in the configuration.`);
    }
    for (const [input, kind] of MEANS)
        if (given[input] !== undefined && of(kind).length === 0)
            log.warn(`Input \`${input}\` is not used, because no ${kind} goes back; name one in \`components\`.`);
}

; 


const passedInputs = {
    to: dist .lqM((0,values .Qq)()),
    kubeconfig: dist .lqM((0,values .Qq)()),
    context: dist .lqM((0,values .Qq)()),
    namespace: dist .lqM((0,values .Qq)()),
    workloads: dist .lqM((0,values .Qq)()),
    selector: dist .lqM((0,values .Qq)()),
    health: dist .lqM((0,values .Qq)()),
    deployedAt: dist .lqM((0,values .Qq)()),
    downCommand: dist .lqM((0,values .Qq)()),
    downTo: dist .lqM((0,values .Qq)()),
    quickFix: dist .lqM((0,values .Qq)()),
    databaseUrl: dist .lqM((0,values .rJ)()),
    backup: dist .lqM((0,values .Qq)()),
    confirm: dist .lqM((0,values .Qq)()),
    pgbouncerUrl: dist .lqM((0,values .rJ)()),
    ref: dist .lqM((0,values .Qq)()),
    secretVars: dist .lqM((0,values .rJ)()),
    redisUrl: dist .lqM((0,values .rJ)()),
    tsigKey: dist .lqM((0,values .rJ)()),
    apiToken: dist .lqM((0,values .rJ)()),
    prometheusToken: dist .lqM((0,values .rJ)()),
    slackToken: dist .lqM((0,values .rJ)()),
    slackWebhookUrl: dist .lqM((0,values .rJ)()),
    pagerdutyRoutingKey: dist .lqM((0,values .rJ)()),
    smtpUrl: dist .lqM((0,values .rJ)()),
    teamsWebhookUrl: dist .lqM((0,values .rJ)()),
    webhookUrl: dist .lqM((0,values .rJ)()),
    webhookSecret: dist .lqM((0,values .rJ)()),
    gitops: dist .lqM((0,values .Qq)()),
    gitopsRepository: dist .lqM((0,values .Qq)()),
    gitopsPaths: dist .lqM((0,values .Qq)()),
    gitopsToken: dist .lqM((0,values .rJ)()),
    gitopsPullRequest: dist .lqM((0,values .Qq)()),
    githubToken: dist .lqM((0,values .rJ)()),
    history: dist .lqM((0,values .Qq)()),
};

var action = __webpack_require__(99297);
var runner_inputs = __webpack_require__(52266);
; 














const inputs = {
    action: dist .lqM((0,values .Yq)(['rollback', 'plan', 'status', 'remind', 'check', 'hand-back', 'drill', 'init']), 'rollback'),
    components: dist .lqM((0,values .p_)(), ''),
    decide: dist .lqM((0,values .Yq)(['caller', 'assess']), 'caller'),
    timeout: dist .lqM((0,values .p0)(), '30m'),
    fault: dist .lqM((0,values .Yq)(drill_fault .y2)),
    drillHosts: dist .lqM((0,values .p_)(), ''),
    drillTarget: dist .lqM((0,values .Qq)()),
    drillErrorEnv: dist .lqM((0,values .Qq)()),
    drillSlowEnv: dist .lqM((0,values .Qq)()),
    depth: dist .lqM((0,values .Yq)(['look', 'full']), 'look'),
    restore: dist .lqM((0,values .zM)(), 'false'),
    checkHistory: dist .lqM((0,values .Qq)()),
    ...passedInputs,
};
const changes = ({ action }) => !['plan', 'status', 'remind', 'check', 'hand-back', 'init'].includes(action);
const ignoresConfig = (input) => input('action') === 'init';
const rollback_action = (0,action .Q)({
    name: 'rollback',
    recordedAs: ({ action }) => (action === 'plan' ? 'rollback' : action),
    inputs,
    changes,
    ignoresConfig,
    main,
    post,
});
async function main(inputs, context) {
    if (inputs.action === 'init') {
        const { init } = await Promise.all( [__webpack_require__.e(8815), __webpack_require__.e(6628), __webpack_require__.e(7633), __webpack_require__.e(1149), __webpack_require__.e(3870), __webpack_require__.e(3894)]).then(__webpack_require__.bind(__webpack_require__, 93894));
        return init(inputs, (0,runner_inputs .JR)(process.env, 'config'), context);
    }
    if (inputs.action === 'drill' && process.env.ROLLBACK_DRILLS === 'off')
        return drillsAreOff(context);
    const request = await requestOf(inputs, context);
    if (inputs.action === 'drill') {
        const { drill } = await Promise.all( [__webpack_require__.e(4006), __webpack_require__.e(6628), __webpack_require__.e(1260), __webpack_require__.e(4495), __webpack_require__.e(7633), __webpack_require__.e(9027), __webpack_require__.e(1149), __webpack_require__.e(9255), __webpack_require__.e(3884), __webpack_require__.e(6426), __webpack_require__.e(7156), __webpack_require__.e(1599)]).then(__webpack_require__.bind(__webpack_require__, 41599));
        return drill(drillRequestOf(inputs, request), context);
    }
    if (inputs.action === 'check') {
        const { check } = await Promise.all( [__webpack_require__.e(4006), __webpack_require__.e(8815), __webpack_require__.e(6628), __webpack_require__.e(1260), __webpack_require__.e(7633), __webpack_require__.e(9027), __webpack_require__.e(1149), __webpack_require__.e(9255), __webpack_require__.e(6246), __webpack_require__.e(3485), __webpack_require__.e(3884), __webpack_require__.e(1893), __webpack_require__.e(9845), __webpack_require__.e(3098), __webpack_require__.e(7390), __webpack_require__.e(3568), __webpack_require__.e(6435), __webpack_require__.e(6082)]).then(__webpack_require__.bind(__webpack_require__, 6082));
        const { depth, restore, checkHistory: history } = inputs;
        return check(request, { depth, restore, history }, context);
    }
    if (inputs.action === 'hand-back') {
        const { handServicesBack } = await __webpack_require__.e(  4034).then(__webpack_require__.bind(__webpack_require__, 44034));
        return handServicesBack(request, context);
    }
    const work = await Promise.all( [__webpack_require__.e(4006), __webpack_require__.e(6628), __webpack_require__.e(1260), __webpack_require__.e(4495), __webpack_require__.e(7633), __webpack_require__.e(1149), __webpack_require__.e(9255), __webpack_require__.e(3884), __webpack_require__.e(6426), __webpack_require__.e(7156), __webpack_require__.e(2887)]).then(__webpack_require__.bind(__webpack_require__, 24004));
    if (['rollback', 'plan'].includes(inputs.action)) {
        const left = leftAsIs(request.environment, request.components, selectionOf(inputs));
        if (left !== undefined)
            context.log.warn(left);
    }
    if (inputs.action === 'status')
        return work.statusOf(request, context);
    if (inputs.action === 'remind')
        return work.remind(request, context);
    return work.main(request, inputs.action === 'plan', context);
}
async function post(inputs, context) {
    const request = await requestOf(inputs, context);
    const { resumeTraffic } = await Promise.all( [__webpack_require__.e(4006), __webpack_require__.e(6628), __webpack_require__.e(1260), __webpack_require__.e(4495), __webpack_require__.e(7633), __webpack_require__.e(1149), __webpack_require__.e(9255), __webpack_require__.e(3884), __webpack_require__.e(6426), __webpack_require__.e(7156), __webpack_require__.e(2887)]).then(__webpack_require__.bind(__webpack_require__, 24004));
    if (inputs.action !== 'drill')
        return resumeTraffic(request, context);
    const drillRequest = drillRequestOf(inputs, request);
    const { takeBack } = await Promise.all( [__webpack_require__.e(4006), __webpack_require__.e(6628), __webpack_require__.e(1260), __webpack_require__.e(4495), __webpack_require__.e(7633), __webpack_require__.e(9027), __webpack_require__.e(1149), __webpack_require__.e(9255), __webpack_require__.e(3884), __webpack_require__.e(6426), __webpack_require__.e(7156), __webpack_require__.e(1599)]).then(__webpack_require__.bind(__webpack_require__, 41599));
    await (0,settled .vd)([resumeTraffic(drillRequest.request, context), takeBack(drillRequest, context)]);
}
function drillRequestOf(inputs, request) {
    const { fault, drillHosts: hosts, drillTarget: target, drillErrorEnv, drillSlowEnv } = inputs;
    if (fault === undefined)
        throw new errors .lZ(`Input \`fault\` is missing: say what the drill breaks, one of ${drill_fault .y2.join(', ')}.`);
    const components = (0,drill_fault .hH)(request.components, inputs.components.length > 0);
    return {
        request: { ...request, components },
        ...{ fault, hosts, target, errorVariable: drillErrorEnv, slowVariable: drillSlowEnv },
    };
}
const drillsAreOff = ({ recordPath }) => ({
    result: 'no-op',
    message: 'No drill: drills are stopped by ROLLBACK_DRILLS=off.',
    outputs: { record: recordPath },
});
async function requestOf(inputs, { load, log, rollbackId, environment: name }) {
    const selection = selectionOf(inputs);
    const environment = await (0,config .Ye)((0,runner_inputs .JR)(process.env, 'config'), name, {
        namesServices: selection.namesServices,
        needsNoFile: inputs.action === 'status',
    });
    const folder = (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-${rollbackId}`);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const components = componentsFor(environment, selection);
    const given = passedOf();
    checkGiven(given, components, log);
    return {
        environment,
        components,
        passed: given,
        decide: inputs.decide,
        folder,
        load,
        runUrl: (0,run_url .V)(),
    };
}
const selectionOf = ({ action, components: named, workloads, selector }) => ({
    action,
    named,
    namesServices: workloads !== undefined || selector !== undefined,
});
function passedOf() {
    const given = Object.keys(passedInputs).map((key) => [(0,runner_inputs .yu)(key), (0,runner_inputs .JR)(process.env, key)]);
    return Object.fromEntries(given.filter(([, value]) => value !== undefined));
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

  25534:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    hH: () => (  drilled),
    vD: () => (  BREAKS),
    y2: () => (  FAULTS)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const FAULTS = [
    'bad-image',
    'crash-loop',
    'failing-readiness',
    'error-rate',
    'slow-answers',
    'process-killed',
    'corrupted-rows',
    'bad-migration',
    'redis-lost',
];
const BREAKS = {
    'bad-image': 'service',
    'crash-loop': 'service',
    'failing-readiness': 'service',
    'error-rate': 'service',
    'slow-answers': 'service',
    'process-killed': 'service',
    'corrupted-rows': 'database',
    'bad-migration': 'database',
    'redis-lost': 'cache',
};
const DRILLED = ['service', 'database', 'cache'];
function drilled(components, named) {
    const other = components.find(({ kind }) => !DRILLED.includes(kind));
    if (named && other)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`A drill puts services, databases and caches back, and ${other.name} is of kind ${other.kind}; leave it out of \`components\`.`);
    return components.filter(({ kind }) => DRILLED.includes(kind));
}


  })

};
;
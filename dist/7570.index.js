"use strict";
exports.id = 7570;
exports.ids = [7570];
exports.modules = {

  67570:
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
var rto = __webpack_require__(30592);
var drill_fault = __webpack_require__(25534);
var report_history = __webpack_require__(81325);
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

var perform = __webpack_require__(47684);
var steps = __webpack_require__(73254);
; 


async function handServicesBack(request, context) {
    const services = request.components.filter(({ kind }) => kind === 'service').map(({ name }) => name);
    const outcomes = await Promise.all(services.map((name) => (0,perform .y9)((0,steps .P)('hand back', name, 'hand-back', []), request, new Map(), context)));
    const results = outcomes.map(({ result }) => result);
    const result = ['failed', 'planned', 'done'].find((each) => results.includes(each)) ?? 'no-op';
    const owners = outcomes.flatMap((outcome) => (outcome.outputs?.owners ?? []));
    const lasting = outcomes.every((outcome) => outcome.outputs?.lasting === true);
    const pullRequests = outcomes.map(({ outputs }) => outputs?.['pull-request']).filter(Boolean);
    return {
        result,
        message: services.length === 0 ? 'Nothing to hand back: there are no services.' : messagesOf(services, outcomes),
        outputs: { owners, lasting, 'pull-request': pullRequests.join(' '), record: context.recordPath },
        summary: outcomes.map(({ summary = '' }) => summary).join('\n\n'),
    };
}
function messagesOf(services, outcomes) {
    const [only] = outcomes;
    if (only && outcomes.length === 1)
        return only.message;
    return outcomes.map(({ message }, at) => `${services[at]}: ${message}`).join(' ');
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

var judged = __webpack_require__(7156);
var markdown = __webpack_require__(26963);
var sentence = __webpack_require__(4771);
var rollback_values = __webpack_require__(1659);
; 



const ICONS = {
    done: '✅',
    'no-op': '☑️',
    planned: '📝',
    failed: '❌',
    skipped: '⏭️',
    declined: '☑️',
};
const BACK = ['switch', 'roll back', 'apply', 'clear'];
function sentenceOf(environment, results, seconds) {
    const declined = results.find(({ outcome }) => outcome === 'declined');
    const resumed = results
        .filter(({ step, outcome }) => step.verb === 'resume' && outcome === 'done')
        .map(({ message }) => (0,sentence .Qu)(message));
    if (declined)
        return resumed.length > 0
            ? `${resumed.join('; ')}; nothing was rolled back in ${environment}: ${declined.message}`
            : `Nothing was rolled back in ${environment}: ${declined.message}`;
    const parts = results.filter(({ step }) => BACK.includes(step.verb));
    const back = parts.filter((part) => isBack(part) && isProven(part, results));
    const names = listOf(back.map(({ step }) => step.component ?? ''));
    const [first] = results.filter(rollback_values .N6);
    if (!first) {
        if (back.some(({ outcome }) => outcome === 'done'))
            return `Rolled ${environment} back in ${seconds.toFixed(1)} s: ${names}.`;
        const right = `${names} ${back.length === 1 ? 'is where it' : 'are where they'} should be.`;
        return resumed.length > 0
            ? `Finished the rollback of ${environment}: ${resumed.join('; ')}; ${right}`
            : `Nothing to roll back in ${environment}: ${right}`;
    }
    const cause = (0,sentence .Qu)(first.message.replace(/^Nothing was changed: /, ''));
    const failure = `"${first.step.name}" failed: ${cause}`;
    const begun = parts.some(({ outcome }) => outcome !== 'skipped');
    if (!begun)
        return `Nothing was changed in ${environment}: ${failure}.`;
    return `The rollback of ${environment} failed: ${back.length} of ${parts.length} components are back${names ? ` (${names})` : ''}; ${failure}.`;
}
const isBack = ({ outcome }) => outcome === 'done' || outcome === 'no-op';
const isProven = ({ step: { verb, component } }, results) => {
    const own = results.filter(({ step }) => step.component === component);
    if (verb === 'roll back')
        return own.filter(({ step }) => step.verb === 'health').every(isBack);
    return !own.some(({ step, outcome, outputs }) => step.verb === 'compare' && outcome === 'failed' && 'report' in outputs);
};
function summaryOf(sentence, results) {
    const rows = results.map(({ step, outcome, start, seconds, message }) => [
        `${ICONS[outcome]} ${outcome}`,
        (0,markdown .tJ)(step.name),
        outcome === 'skipped' ? '' : `${start.toFixed(1)} s`,
        outcome === 'skipped' ? '' : `${seconds.toFixed(1)} s`,
        (0,markdown .tJ)(message),
    ]);
    return `## ${(0,markdown .tJ)(sentence)}\n\n${(0,markdown .tp)(['', 'Step', 'Start', 'Took', ''], rows)}\n`;
}
function planOf(steps, results, last, stopped) {
    return steps
        .filter(({ verb }) => verb !== 'plan')
        .map(({ name, verb, component, action, after, afterAnyOutcome = [] }) => {
        const isBack = component !== undefined && BACK.includes(verb);
        const planned = isBack ? results.get(`plan ${component}`)?.message : undefined;
        const zero = isBack ? stopped(component) : '';
        const plan = planned && zero ? `${planned} To zero meanwhile: ${zero}.` : planned;
        const seconds = isBack ? last(component) : undefined;
        return {
            step: name,
            action,
            after: [...after, ...afterAnyOutcome].filter((each) => !each.startsWith('plan ')),
            ...(plan !== undefined && { plan }),
            ...(seconds !== undefined && { last: seconds }),
        };
    });
}
function planSummary(sentence, plan, results) {
    const details = [...results.values()].flatMap(({ step, summary }) => summary ? [`<details><summary>${(0,markdown .tJ)(step.name)}</summary>\n\n${summary.trim()}\n\n</details>`] : []);
    const rows = plan.map(({ step, action, after, plan: what = '', last }) => [
        (0,markdown .tJ)(step),
        (0,markdown .aY)(action),
        after.map(markdown .tJ).join(', '),
        (0,markdown .tJ)(what),
        last === undefined ? '' : `${last.toFixed(1)} s`,
    ]);
    const head = ['Step', 'Action', 'After', 'What would be done', 'Last time'];
    return `${[`## ${(0,markdown .tJ)(sentence)}`, (0,markdown .tp)(head, rows), ...details].join('\n\n')}\n`;
}
const listOf = (names) => names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');

var lease = __webpack_require__(64908);
var action = __webpack_require__(99297);
; 


async function runChain({ steps, perform, onEnd }) {
    const started = performance.now();
    const results = new Map();
    const pending = new Map();
    const run = async (step) => {
        const resultsOf = (names) => Promise.all(names.map((name) => pending.get(name)));
        const [before] = await Promise.all([resultsOf(step.after), resultsOf(step.afterAnyOutcome ?? [])]);
        const start = (performance.now() - started) / 1000;
        const resultWith = (outcome, message, rest = {}) => ({
            step,
            outcome,
            message,
            start,
            seconds: (performance.now() - started) / 1000 - start,
            outputs: rest.outputs ?? {},
            summary: rest.summary,
        });
        const obstacle = obstacleTo(step, before);
        if (obstacle)
            return resultWith(obstacle.outcome, obstacle.message);
        const performed = await attempt(() => perform(step, results));
        return performed.result === 'declined'
            ? resultWith('declined', performed.message)
            : resultWith(action .P[performed.result], performed.message, performed);
    };
    for (const step of steps) {
        const result = run(step).then((each) => {
            results.set(step.name, each);
            onEnd(each);
            return each;
        });
        pending.set(step.name, result);
    }
    const all = await Promise.all(pending.values());
    return new Map(all.map((result) => [result.step.name, result]));
}
async function attempt(perform) {
    try {
        return await perform();
    }
    catch (error) {
        const message = error instanceof errors .lZ ? error.message : `${(0,errors .bD)(error)} (this is a bug)`;
        return { result: 'failed', message };
    }
}
function obstacleTo({ when }, before) {
    if (when === 'even-if-declined')
        return undefined;
    const declined = before.find(({ outcome }) => outcome === 'declined');
    if (declined)
        return { outcome: 'declined', message: declined.message };
    if (when === 'always')
        return undefined;
    const missing = before.find(({ outcome }) => outcome === 'failed' || outcome === 'skipped');
    if (!missing)
        return undefined;
    const cause = missing.outcome === 'failed' ? `"${missing.step.name}" failed` : missing.message;
    return { outcome: 'skipped', message: cause };
}

; 
function chainLog(log) {
    const kept = new Map();
    return {
        of({ name }) {
            const lines = [];
            kept.set(name, lines);
            return {
                info(line) {
                    lines.push(line.replace(`[${name}] `, ''));
                    log.info(line);
                },
                warn(sentence) {
                    lines.push(`⚠ ${sentence.replace(`${name}: `, '')}`);
                    log.warn(sentence);
                },
                group(title, all) {
                    lines.push(title.replace(`[${name}] `, ''), ...all.map((line) => `  ${line}`));
                    log.group(title, all);
                },
            };
        },
        fromTopToBottom(results) {
            log.info('The chain, from top to bottom:');
            for (const result of results) {
                const lines = kept.get(result.step.name) ?? [];
                if (lines.length > 0)
                    log.group(stepLine(result), lines);
                else
                    log.info(stepLine(result));
            }
        },
    };
}
const stepLine = ({ step, outcome, message, seconds }) => `${{ done: '✓', 'no-op': '✓', planned: '·', failed: '✗', skipped: '-', declined: '·' }[outcome]} ${step.name}: ${outcome} in ${seconds.toFixed(1)} s — ${message}`;

var decision = __webpack_require__(90025);
var rights = __webpack_require__(46198);
var rollback_updates = __webpack_require__(85835);
var whole = __webpack_require__(29477);
; 












async function checkInputs(request, steps, context) {
    for (const step of steps)
        await (0,perform .LQ)(step, request, new Map(), context);
    const warnings = steps.flatMap(({ action, component }) => request.environment.defaultsFor(action, component).warnings);
    const bake = steps.some(({ verb }) => verb === 'assess') && request.environment.defaultsFor('assess').values.bake;
    if (bake)
        warnings.push(`environments.${request.environment.name}.assess has \`bake: ${bake}\`, and a rollback would wait that long for its judgement; give it to the workflow that watches the deploy.`);
    if (request.decide === 'caller' && request.passed['quick-fix'] !== undefined)
        warnings.push('Input `quick-fix` is not used, because the caller has decided; with `decide: assess` there is time for one.');
    if (request.decide === 'assess' && !(0,whole .yD)(request))
        warnings.push(`environments.${request.environment.name} has no service and no database with \`quiesce\`, so no cluster keeps a question: where a person has to decide, they are asked once, and no reminder will be sent (docs/decide.md).`);
    for (const warning of new Set(warnings))
        context.log.warn(warning);
    const databases = request.components.filter(({ kind }) => kind === 'database');
    for (const { name } of databases) {
        const { confirm } = (0,rollback_values .sm)((0,whole .au)(steps, `switch ${name}`), request);
        if (confirm === undefined && !context.dryRun)
            throw new errors .lZ(`Input \`confirm\` is missing: type the name of the database to say that you mean it, or put it into the component ${name} where the environment's approval is enough.`);
    }
}
async function plan(request, steps, context) {
    if (context.checksWritePermissions) {
        const connection = await (0,whole .ao)(request, context);
        await (0,rights .I)(connection, (0,whole .I7)(request, steps), context).finally(() => connection?.client.close());
    }
    const plans = steps
        .filter(({ verb }) => verb === 'plan')
        .map((step) => ({ ...step, after: [], afterAnyOutcome: [] }));
    const log = chainLog(context.log);
    const results = await runChain({
        steps: plans,
        perform: (step, before) => (0,perform .y9)(step, request, before, { ...context, log: log.of(step) }),
        onEnd: (result) => context.log.info(stepLine(result)),
    });
    log.fromTopToBottom(results.values());
    return results;
}
async function rollBack(request, steps, context, verdict) {
    const connection = await (0,whole .ao)(request, context);
    const answered = async (lock, { began, free }) => {
        if (began !== undefined)
            context.record({
                ...{ component: 'attempt', step: 'take over', status: 'done', evidence: { began } },
                message: `An earlier attempt of this rollback, which died, began at ${began}; times count from there.`,
            });
        const by = verdict ? 'assess' : starter();
        const end = await (0,decision .ZF)(connection, request, by, context);
        const results = await runSteps(request, steps, context, { verdict, lock, free });
        await end(![...results.values()].some(rollback_values .N6));
        return results;
    };
    try {
        if (verdict?.is === 'stay')
            return await runSteps(request, steps, context, { verdict });
        await (0,rights .I)(connection, (0,whole .I7)(request, steps), context);
        if (!connection)
            return await runSteps(request, steps, context, { verdict });
        return await (0,lease .pS)(connection, (0,lease .Vx)(connection, context.environment), context, answered);
    }
    finally {
        connection?.client.close();
    }
}
async function runSteps(request, steps, context, { verdict, lock, free }) {
    const signal = lock ? AbortSignal.any([context.signal, lock]) : context.signal;
    const live = await liveOf(request, steps, context);
    const record = (event) => {
        context.record(event);
        live?.seen(event);
    };
    const inner = { ...context, signal, record, lock };
    const updates = (0,rollback_updates .H)(() => (0,perform .me)('progress', 'update', request, inner), (error) => context.log.warn(`The promised update did not reach all channels: ${(0,errors .bD)(error)}`));
    const log = chainLog(context.log);
    try {
        const results = await runChain({
            steps,
            perform: async (step, results) => {
                if (step.verb === 'assess' && verdict)
                    return (0,judged .Nq)(verdict);
                if (step.verb === 'verify recovery')
                    await free?.();
                if (step.verb === 'notify end')
                    await Promise.all([updates.end(), live?.end()]);
                return (0,perform .y9)(step, request, results, { ...inner, log: log.of(step) });
            },
            onEnd: (result) => {
                context.log.info(stepLine(result));
                if (result.step.verb === 'notify start' && !['declined', 'skipped'].includes(result.outcome))
                    updates.begin();
            },
        });
        log.fromTopToBottom(results.values());
        return results;
    }
    finally {
        await updates.end();
    }
}
const starter = () => process.env.GITHUB_TRIGGERING_ACTOR || process.env.GITHUB_ACTOR || 'An unknown person';
async function resumePaused(request, steps, context) {
    const givers = steps.filter(({ verb }) => ['switch', 'apply'].includes(verb));
    const given = (0,settled .vd)(givers.map(async (step) => {
        const { action, inputs } = await (0,perform .LQ)(step, request, new Map(), context);
        await action.post?.(inputs, context);
    }));
    await given.finally(() => giveLockBack(request, context));
}
async function rollbackUnderWay(request, context) {
    const connection = await (0,whole .ao)(request, context);
    if (!connection)
        throw new errors .lZ(`${request.environment.path}: environments.${request.environment.name} has no service and no database with \`quiesce\`, so no cluster keeps its lock: whether a rollback is under way is unknown.`);
    try {
        return await (0,lease .Kd)(connection, (0,lease .Vx)(connection, context.environment));
    }
    finally {
        connection.client.close();
    }
}
async function giveLockBack(request, context) {
    const connection = await (0,whole .ao)(request, context);
    if (!connection)
        return;
    await (0,lease .F6)(connection, (0,lease .Vx)(connection, context.environment), context);
    connection.client.close();
}
async function liveOf(request, steps, context) {
    const step = steps.find(({ verb }) => verb === 'notify start');
    const values = step && (0,rollback_values .sm)(step, request);
    if (!values?.['slack-token'])
        return undefined;
    const { liveProgress } = await Promise.all( [__webpack_require__.e(8694), __webpack_require__.e(659), __webpack_require__.e(4672), __webpack_require__.e(1296), __webpack_require__.e(8669)]).then(__webpack_require__.bind(__webpack_require__, 68669));
    return liveProgress(values, context, request.runUrl);
}

; 



const ANYBODY = [
    'commit_comment',
    'discussion',
    'discussion_comment',
    'fork',
    'gollum',
    'issue_comment',
    'issues',
    'pull_request_comment',
    'pull_request_review',
    'pull_request_review_comment',
    'watch',
];
const repository = dist .Ikc({ full_name: dist .YjP() });
const payload = dist .Ikc({
    pull_request: dist .lqM(dist .Ikc({ head: dist .Ikc({ repo: dist .cl6(repository) }) })),
    workflow_run: dist .lqM(dist .Ikc({ event: dist .YjP(), head_repository: dist .cl6(repository) })),
});
function refuseStrangers({ GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_REPOSITORY, }) {
    if (GITHUB_EVENT_NAME === undefined)
        return;
    const { pull_request, workflow_run } = payloadIn(GITHUB_EVENT_PATH);
    const event = workflow_run?.event ?? GITHUB_EVENT_NAME;
    const isForked = (pull_request !== undefined && pull_request.head.repo?.full_name !== GITHUB_REPOSITORY) ||
        (workflow_run !== undefined && workflow_run.head_repository?.full_name !== GITHUB_REPOSITORY);
    if (!ANYBODY.includes(event) && !isForked)
        return;
    throw new errors .lZ(`This run was started by ${isForked ? 'a fork' : `the event ${event}, which anyone can cause`}, so it does not touch production: start it from a push, a schedule, a release, a deployment or a dispatch (docs/triggers.md).`);
}
function payloadIn(path) {
    try {
        const parsed = dist .xLC(payload, JSON.parse((0,external_node_fs_.readFileSync)(path ?? '', 'utf8')));
        return parsed.success ? parsed.output : {};
    }
    catch {
        return {};
    }
}

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
        const { init } = await Promise.all( [__webpack_require__.e(8815), __webpack_require__.e(3989), __webpack_require__.e(3894)]).then(__webpack_require__.bind(__webpack_require__, 93894));
        return init(inputs, (0,runner_inputs .JR)(process.env, 'config'), context);
    }
    if (inputs.action === 'drill' && process.env.ROLLBACK_DRILLS === 'off')
        return drillsAreOff(context);
    const request = await requestOf(inputs, context);
    if (inputs.action === 'drill') {
        const { drill } = await Promise.all( [__webpack_require__.e(3989), __webpack_require__.e(1599)]).then(__webpack_require__.bind(__webpack_require__, 41599));
        return drill(drillRequestOf(inputs, request), context);
    }
    if (inputs.action === 'status')
        return statusOf(request, context);
    if (inputs.action === 'check') {
        const { check } = await Promise.all( [__webpack_require__.e(8815), __webpack_require__.e(4694), __webpack_require__.e(8467), __webpack_require__.e(555), __webpack_require__.e(9845), __webpack_require__.e(7390), __webpack_require__.e(3568), __webpack_require__.e(719)]).then(__webpack_require__.bind(__webpack_require__, 40719));
        const { depth, restore, checkHistory: history } = inputs;
        return check(request, { depth, restore, history }, context);
    }
    if (inputs.action === 'hand-back')
        return handServicesBack(request, context);
    const steps = (0,whole .B_)(request);
    if (inputs.action === 'remind')
        return (0,judged .T3)(request, steps, context);
    const dry = inputs.action === 'plan' || context.dryRun;
    await checkInputs(request, steps, { ...context, dryRun: dry });
    if (dry)
        return planned(request, steps, { ...context, dryRun: true, checksWritePermissions: !context.dryRun });
    refuseStrangers(process.env);
    const begun = performance.now();
    const verdict = await (0,judged .Kk)(request, steps, context);
    if (verdict?.is === 'asked')
        return verdict.outcome;
    const cleanedUp = context.registerCleanup();
    const results = [...(await rollBack(request, steps, context, verdict)).values()];
    if (!results.some(({ step, outcome }) => step.verb === 'resume' && outcome === 'failed'))
        cleanedUp();
    return outcomeOf(request, results, (performance.now() - begun) / 1000, context);
}
async function post(inputs, context) {
    const request = await requestOf(inputs, context);
    if (inputs.action !== 'drill')
        return resumePaused(request, (0,whole .B_)(request), context);
    const drillRequest = drillRequestOf(inputs, request);
    const { takeBack } = await Promise.all( [__webpack_require__.e(3989), __webpack_require__.e(1599)]).then(__webpack_require__.bind(__webpack_require__, 41599));
    await (0,settled .vd)([
        resumePaused(drillRequest.request, (0,whole .B_)(drillRequest.request), context),
        takeBack(drillRequest, context),
    ]);
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
    const namesServices = inputs.workloads !== undefined || inputs.selector !== undefined;
    const environment = await (0,config .Ye)((0,runner_inputs .JR)(process.env, 'config'), name, {
        namesServices,
        needsNoFile: inputs.action === 'status',
    });
    const folder = (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-${rollbackId}`);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const { action, components: named } = inputs;
    const components = componentsFor(environment, { action, named, namesServices });
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
function passedOf() {
    const given = Object.keys(passedInputs).map((key) => [(0,runner_inputs .yu)(key), (0,runner_inputs .JR)(process.env, key)]);
    return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
async function statusOf(request, context) {
    const found = await rollbackUnderWay(request, context);
    const outputs = { record: context.recordPath };
    if (!found)
        return { result: 'no-op', message: 'No rollback is under way.', outputs };
    const message = `Rollback ${found.holder} has been under way since ${found.since}; deploy when it is over.`;
    return { result: 'failed', message, outputs };
}
async function planned(request, steps, context) {
    const results = await plan(request, steps, context);
    const { environment, components, passed: given } = request;
    const history = given.history ?? environment.defaultsFor('report').values.history;
    const lastOf = (0,report_history .$H)(history, environment.name);
    const kindOf = (name) => components.find((each) => each.name === name)?.kind;
    const last = (name) => {
        const kind = kindOf(name);
        return kind && lastOf(rto .$[kind]);
    };
    const stopped = (name) => kindOf(name) === 'database'
        ? ((0,rollback_values .zc)(request, 'rollback-db', name).quiesce ?? '').split(/[\s,]+/).join(', ')
        : '';
    const planned = planOf(steps, results, last, stopped);
    const named = components.map(({ name, kind }) => ({ name, kind }));
    const refused = [...results.values()].find(({ outcome }) => outcome === 'failed');
    const message = refused
        ? `The rollback of ${environment.name} would not begin: "${refused.step.name}" failed: ${refused.message}`
        : `Planned: ${steps.length} steps for ${components.map(({ name }) => name).join(', ')} of ${environment.name}; nothing was changed.`;
    return {
        result: refused ? 'failed' : 'planned',
        message,
        outputs: {
            plan: planned,
            components: named,
            record: context.recordPath,
        },
        summary: planSummary(message, planned, results),
    };
}
function outcomeOf({ environment }, results, seconds, { recordPath }) {
    const message = sentenceOf(environment.name, results, seconds);
    const outputOf = (verb, name) => results.find(({ step }) => step.verb === verb)?.outputs[name] ?? '';
    const [severity, decision] = ['severity', 'decision'].map((name) => outputOf('assess', name));
    const [rto, report, html] = ['rto', 'report', 'html'].map((name) => outputOf('report', name));
    const steps = results.map(toOutput);
    const { owners, lasting, pullRequest } = ownersOf(results);
    const page = results.find(({ step }) => step.verb === 'report')?.summary ?? '';
    return {
        result: resultOf(results),
        message,
        outputs: {
            severity,
            decision,
            rto,
            report,
            html,
            steps,
            workloads: workloadsOf(results),
            owners,
            lasting,
            'pull-request': pullRequest,
            record: recordPath,
        },
        summary: `${summaryOf(message, results)}\n${page}`,
    };
}
const workloadsOf = (results) => results.filter(({ step }) => step.verb === 'roll back').flatMap(({ outputs }) => outputs.workloads ?? []);
function ownersOf(results) {
    const services = results.map(({ outputs }) => outputs).filter(({ owners }) => owners !== undefined);
    return {
        owners: services.flatMap(({ owners }) => owners),
        lasting: services.every(({ lasting }) => lasting !== false),
        pullRequest: services.flatMap((outputs) => outputs['pull-request'] || []).join(' '),
    };
}
const toOutput = ({ step, outcome, start, seconds, message }) => ({
    step: step.name,
    outcome,
    start: Number(start.toFixed(3)),
    seconds: Number(seconds.toFixed(3)),
    message,
});
function resultOf(results) {
    if (results.some(rollback_values .N6))
        return 'failed';
    return results.some(isChange) ? 'done' : 'no-op';
}
const isChange = ({ step, outcome }) => outcome === 'done' && [...BACK, 'resume'].includes(step.verb);


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


  }),

  55160:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    M: () => (  SINK_INPUTS),
    x: () => (  SINKS)
  });
const SINKS = [
    'slack',
    'slack-webhook',
    'pagerduty',
    'email',
    'teams',
    'webhook',
    'github-comment',
    'github-deployment',
];
const SINK_INPUTS = [
    'slack-token',
    'slack-webhook-url',
    'pagerduty-routing-key',
    'smtp-url',
    'teams-webhook-url',
    'webhook-url',
];


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

  92908:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Bn: () => (  recoverySeconds),
    OR: () => (  earlierOf),
    e4: () => (  judgeObjectives),
    ov: () => (  parseObjectives)
  });
  var picomatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14006);
  var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92920);
  var _record_component_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5491);





const WHOLE = 'all';
const parseObjectives = (input) => input
    .split(/\n|,(?![^{}\n]*\})/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map(parseObjective);
function parseObjective(line) {
    const equals = line.lastIndexOf('=');
    const [text, named] = [line.slice(equals + 1).trim(), line.slice(0, Math.max(0, equals)).trim()];
    const colon = named.search(/:\s/);
    const label = colon > 0 ? named.slice(0, colon).trimEnd() : undefined;
    const pattern = named.endsWith(':') ? '' : named.slice(colon > 0 ? colon + 1 : 0).trim();
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__  .xLC((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .p0)(), text);
    if (pattern && parsed.success)
        return { component: label ?? pattern, pattern, seconds: parsed.output };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`rto\` has the line ${JSON.stringify(line)}; accepted are lines such as deployment/api=5m, video-*=10m, API: deployment/api=5m or ${WHOLE}=20m.`);
}
function judgeObjectives(objectives, story, history, elsewhere = []) {
    return objectives.map(({ component, pattern, seconds: target }) => {
        const { actual, failed } = pattern === WHOLE ? wholeOf(story) : partOf(story, story.components.filter(matching(pattern)));
        const earlier = history.map((run) => earlierOf(run, pattern)).filter((seconds) => seconds !== undefined);
        const other = earlier.length > 0
            ? undefined
            : elsewhere.findLast((run) => run.environment !== undefined && earlierOf(run, pattern) !== undefined);
        const last = other ? earlierOf(other, pattern) : earlier.at(-1);
        const p95 = percentile95(earlier);
        const state = failed ? 'missed' : actual === undefined ? 'untested' : actual <= target ? 'met' : 'missed';
        return {
            component,
            pattern,
            target,
            ...(actual !== undefined && { actual }),
            ...(last !== undefined && { last }),
            ...(other?.environment !== undefined && { lastIn: other.environment }),
            ...(p95 !== undefined && { p95 }),
            runs: earlier.length,
            state,
        };
    });
}
function recoverySeconds(story, { outcome, ended }) {
    if (outcome !== 'done' || !ended || !story.started)
        return undefined;
    return Math.max(0, (Date.parse(ended) - Date.parse(story.started)) / 1000);
}
function wholeOf({ outcome, seconds }) {
    return {
        actual: outcome === 'done' ? seconds : undefined,
        failed: outcome === 'failed' || outcome === 'running',
    };
}
function partOf(story, components) {
    const failed = components.some(({ outcome }) => outcome === 'failed' || outcome === 'running');
    const times = components.map((each) => recoverySeconds(story, each)).filter((time) => time !== undefined);
    return { actual: failed || times.length === 0 ? undefined : Math.max(...times), failed };
}
function earlierOf({ seconds, outcome, components }, pattern) {
    if (pattern === WHOLE)
        return outcome === 'done' ? seconds : undefined;
    const times = Object.entries(components)
        .filter(([key]) => matching(pattern)({ key }))
        .map(([, time]) => time);
    return times.length > 0 ? Math.max(...times) : undefined;
}
function matching(pattern) {
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_3__(pattern, { nocase: true });
    return ({ key }) => (0,_record_component_js__WEBPACK_IMPORTED_MODULE_4__  .oI)(key).some((end) => matches(end));
}
function percentile95(values) {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted[Math.ceil(0.95 * sorted.length) - 1];
}


  }),

  90025:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  ZF: () => (  answer),
  Bp: () => (  closeQuestion),
  Sc: () => (  remind),
  IH: () => (  requestDecision)
});

var errors = __webpack_require__(45145);
var markdown = __webpack_require__(26963);
var record_incident = __webpack_require__(87688);
var consent = __webpack_require__(60225);
var lease = __webpack_require__(64908);
var kubernetes_errors = __webpack_require__(1807);
var names = __webpack_require__(3090);
; 


const NOTE = 'rollback-actions/note';
class KeptNote {
    #client;
    #namespace;
    #name;
    #found;
    constructor({ client, namespace }, name) {
        this.#client = client;
        this.#namespace = namespace;
        this.#name = name;
    }
    async read() {
        this.#found = await this.#client.find(this.#path());
        return this.#found?.metadata.annotations?.[NOTE];
    }
    async write(text) {
        const metadata = {
            ...(this.#found?.metadata ?? { name: this.#name, namespace: this.#namespace }),
            annotations: { ...this.#found?.metadata.annotations, [NOTE]: text },
        };
        const body = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec: {} };
        try {
            const path = this.#found ? this.#path() : this.#path('');
            this.#found = await this.#client.request(this.#found ? 'PUT' : 'POST', path, { body });
            return true;
        }
        catch (error) {
            if (error instanceof kubernetes_errors .hD && error.status === 409)
                return false;
            throw error;
        }
    }
    async drop() {
        const { uid, resourceVersion } = this.#found?.metadata ?? {};
        if (uid === undefined)
            return;
        try {
            await this.#client.request('DELETE', this.#path(), {
                body: { preconditions: { uid, resourceVersion } },
            });
        }
        catch (error) {
            if (!(error instanceof kubernetes_errors .hD && (error.status === 404 || error.status === 409)))
                throw error;
        }
        this.#found = undefined;
    }
    #path(name = this.#name) {
        return (0,names .du)('/apis/coordination.k8s.io/v1', this.#namespace, 'leases', name || undefined);
    }
}

var perform = __webpack_require__(47684);
var dist = __webpack_require__(77934);
var waits = __webpack_require__(95282);
; 


const instant = dist .FsL(dist .YjP(), dist .yhX());
const schema = dist .Ikc({
    version: dist .euz(1),
    id: dist .YjP(),
    run: dist .lqM(dist .YjP()),
    asked: instant,
    until: instant,
    message: dist .YjP(),
    signals: dist .YOg(dist .YjP()),
    reminded: dist .lqM(dist .zMY()),
    over: dist .lqM(dist .zMY()),
    answer: dist .lqM(dist .Ikc({
        by: dist .YjP(),
        id: dist .YjP(),
        incident: dist .YjP(),
        at: instant,
        ended: dist .lqM(instant),
        isDone: dist .lqM(dist .zMY()),
    })),
});
function parseQuestion(text) {
    try {
        const parsed = dist .xLC(schema, JSON.parse(text ?? 'null'));
        return parsed.success ? parsed.output : undefined;
    }
    catch {
        return undefined;
    }
}
function untilOf(decideBy, now) {
    const least = now.getTime() + waits .r.QUESTION_LEAST_MS;
    return new Date(Math.max(Date.parse(decideBy) || 0, least)).toISOString();
}
function dueOf({ asked: openedAt, until, reminded, over, answer }, now) {
    const [begun, end, at] = [Date.parse(openedAt), Date.parse(until), now.getTime()];
    if (answer)
        return answer.isDone !== undefined && !isFresh(answer, now) ? 'forget' : 'nothing';
    if (at >= end)
        return over ? 'forget' : 'over';
    const left = Math.min(waits .r.QUESTION_REMIND_MS, (end - begun) / 2);
    return !reminded && at >= end - left ? 'remind' : 'nothing';
}
const isAwaitingAnswer = ({ until, answer }, now) => answer === undefined && now.getTime() < Date.parse(until);
const isStale = ({ until }, now) => now.getTime() > Date.parse(until) + waits .r.QUESTION_AGAIN_MS;
function isFresh({ ended, isDone }, now) {
    return isDone === true && now.getTime() < Date.parse(ended ?? '') + waits .r.QUESTION_AGAIN_MS;
}

var steps = __webpack_require__(73254);
; 









const HOW = 'To roll back, start it again with `decide: caller`; to leave it as it is, do nothing: nothing changes by itself.';
const noteOf = (place, { environment }) => new KeptNote(place, `${(0,lease .Vx)(place, environment)}.question`);
async function requestDecision(decision, judged, context) {
    const { request, place } = decision;
    const now = place?.client.now ?? new Date();
    const note = place && noteOf(place, context);
    const earlier = note && (await readOr(note, context));
    if (earlier && isAwaitingAnswer(earlier, now) && !isOwn(earlier, context))
        return outcomeOf(earlier, request, judged, context, `It was asked already, by rollback ${earlier.id}.`);
    const question = {
        version: 1,
        id: context.rollbackId,
        ...(request.runUrl !== undefined && { run: request.runUrl }),
        asked: now.toISOString(),
        until: untilOf(String(judged.outputs?.['decide-by'] ?? ''), now),
        message: judged.message,
        signals: signalsIn(judged),
    };
    context.record({ ...eventOf(question), step: 'ask' });
    const problems = [
        await keep(note, question),
        await notifiedOf(decision, context),
        await issueOf(request, context),
    ].filter((each) => each !== undefined);
    for (const problem of problems)
        context.log.warn(problem);
    return outcomeOf(question, request, judged, context, problems.join(' '));
}
function signalsIn({ outputs = {} }) {
    const rows = Array.isArray(outputs.evidence) ? outputs.evidence : [];
    return rows.filter(({ severity }) => severity !== 'none').map((row) => `${row.signal}: ${row.message}`);
}
async function keep(note, question) {
    const unkept = (reason) => `No reminder will be sent: ${reason}`;
    if (!note)
        return unkept('the environment has no cluster in which the question could be kept.');
    try {
        return (await note.write(JSON.stringify(question)))
            ? undefined
            : unkept('another run asked at the same time.');
    }
    catch (error) {
        return unkept(`the question could not be kept: ${(0,errors .bD)(error)}`);
    }
}
async function notifiedOf({ request, notifies }, context) {
    const unsent = 'The question stands in this summary alone';
    if (!notifies)
        return `${unsent}: no channel is configured (docs/notifications.md).`;
    try {
        const { result, message } = await (0,perform .me)('asked', 'ask', request, context);
        return result === 'done' ? undefined : `${unsent}: ${message}`;
    }
    catch (error) {
        return `${unsent}: ${(0,errors .bD)(error)}`;
    }
}
async function issueOf(request, context) {
    const { issue } = { ...request.environment.defaultsFor('report').values };
    if (issue === undefined || issue === 'none')
        return undefined;
    const step = (0,steps .P)('report', undefined, 'report', [], { when: 'always' });
    try {
        const { result, message } = await (0,perform .y9)(step, request, new Map(), context);
        return result === 'done' ? undefined : message;
    }
    catch (error) {
        return `There is no issue for it: ${(0,errors .bD)(error)}`;
    }
}
const eventOf = ({ until, asked: openedAt, signals, message }) => ({
    component: 'decision',
    status: 'done',
    message,
    evidence: { until, asked: openedAt, signals },
});
function outcomeOf({ until, message, signals }, { environment: { name } }, judged, { recordPath }, more) {
    const { severity = '', decision = '' } = judged.outputs ?? {};
    const sentence = `A person has to decide by ${until} whether ${name} is rolled back: ${message} ${HOW}`;
    return {
        result: 'asked',
        message: [sentence, more].filter(Boolean).join(' '),
        outputs: { severity, decision, 'decide-by': until, record: recordPath },
        summary: [
            `## 🟠 ${(0,markdown .tJ)(`${name}: roll back or not?`)}`,
            `**Decide by ${(0,markdown .tJ)(until)}.** ${(0,markdown .tJ)(message)}`,
            (0,markdown .tJ)(HOW),
            signals.map((each) => `- ${(0,markdown .tJ)(each)}`).join('\n'),
            (0,markdown .tJ)(more),
            judged.summary ?? '',
        ]
            .filter(Boolean)
            .join('\n\n'),
    };
}
const isOwn = ({ id }, { rollbackId, run }) => (0,record_incident .w8)(id, run) === (0,record_incident .w8)(rollbackId, run);
async function answer(place, request, by, context) {
    const note = place && noteOf(place, context);
    const question = note && (await readOr(note, context));
    if (!place || !note || !question)
        return async () => { };
    const incident = (0,record_incident .w8)(context.rollbackId, context.run);
    const { answer: earlier, asked: openedAt, until } = question;
    const now = place.client.now;
    if (earlier && earlier.incident !== incident && isFresh(earlier, now))
        (0,consent .C)(context.accepts, 'again', `${earlier.by} has decided already: ${request.environment.name} was rolled back by rollback ${earlier.id}, which ended at ${earlier.ended}`);
    if (earlier?.incident !== incident && (earlier?.isDone || isStale(question, now))) {
        await note.drop();
        return async () => { };
    }
    const given = { by, id: context.rollbackId, incident, at: now.toISOString() };
    const late = now.getTime() < Date.parse(until) ? '' : `, after its deadline at ${until}`;
    const message = `${by} decided to roll back, which was asked at ${openedAt}${late}.`;
    context.record({
        component: 'decision',
        step: 'answer',
        status: 'done',
        message,
        evidence: { by, asked: openedAt },
    });
    context.log.info(message);
    const write = async (more) => {
        try {
            await note.read();
            await note.write(JSON.stringify({ ...question, answer: { ...given, ...more } }));
        }
        catch (error) {
            context.log.warn(`The answer to the question could not be recorded: ${(0,errors .bD)(error)}`);
        }
    };
    await write({});
    return (isDone) => write({ ended: place.client.now.toISOString(), isDone });
}
async function readOr(note, { log }) {
    try {
        return parseQuestion(await note.read());
    }
    catch (error) {
        log.warn(`Whether a decision was asked for is unknown: ${(0,errors .bD)(error)}`);
        return undefined;
    }
}
async function closeQuestion(decision, judged, context) {
    const note = decision.place && noteOf(decision.place, context);
    const question = note && (await readOr(note, context));
    if (!note || !question || question.answer)
        return;
    await note.drop();
    context.record({ ...eventOf({ ...question, message: judged.message, signals: [] }), step: 'settle' });
    const problem = await notifiedOf(decision, context);
    if (problem !== undefined)
        context.log.warn(problem);
}
async function remind(decision, context) {
    const { request, place } = decision;
    const { name } = request.environment;
    const ended = (result, message) => ({
        result,
        message,
        outputs: { record: context.recordPath },
    });
    if (!place)
        throw new errors .lZ(`${request.environment.path}: environments.${name} has no service and no database with \`quiesce\`, so no cluster keeps a question, and there is nothing to remind of (docs/decide.md).`);
    const note = noteOf(place, context);
    const question = parseQuestion(await note.read());
    if (!question)
        return ended('no-op', `No decision about ${name} is open.`);
    const due = dueOf(question, place.client.now);
    const pending = `A decision about ${name} was asked for at ${question.asked}, due by ${question.until}: ${question.message}`;
    if (context.dryRun)
        return ended('planned', `${pending} To do now: ${due}.`);
    if (due === 'forget')
        await note.drop();
    if (due === 'forget' || due === 'nothing')
        return ended('no-op', question.answer ? `${question.answer.by} has decided. ${pending}` : pending);
    const [step, mark] = due === 'remind' ? ['remind', 'reminded'] : ['time over', 'over'];
    if (!(await note.write(JSON.stringify({ ...question, [mark]: true }))))
        return ended('no-op', `Another run is sending it. ${pending}`);
    context.record({ ...eventOf(question), step });
    const problem = await notifiedOf(decision, context);
    if (problem !== undefined)
        throw new errors .lZ(problem);
    return ended('done', due === 'remind'
        ? `Reminded: ${pending} ${HOW}`
        : `The time to decide about ${name} ended at ${question.until} without a decision, and nothing was changed. ${question.message}`);
}


  }),

  7156:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $i: () => (  GO_BACK),
    Kk: () => (  runAssessment),
    Nq: () => (  judgedBy),
    T3: () => (  followUpQuestion)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _decision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90025);
  var _perform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47684);
  var _rights_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46198);
  var _updates_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85835);
  var _whole_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29477);






const GO_BACK = ['rollback', 'quick-fix-then-rollback'];
async function runAssessment(request, steps, context) {
    if (request.decide === 'caller')
        return undefined;
    const step = (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__  .au)(steps, 'assess');
    const notifies = hasSinks(steps);
    const { record, end } = quickFixNotices(request, notifies, context);
    const connection = await (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__  .ao)(request, context);
    try {
        await (0,_rights_js__WEBPACK_IMPORTED_MODULE_3__  .I)(connection, (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__  .I7)(request, steps), context);
        const outcome = await (0,_perform_js__WEBPACK_IMPORTED_MODULE_2__  .y9)(step, request, new Map(), { ...context, record });
        const decision = String(outcome.outputs?.decision);
        if (GO_BACK.includes(decision))
            return { is: 'back', outcome };
        const decisionContext = { request, place: connection, notifies };
        if (decision === 'evaluate')
            return { is: 'asked', outcome: await (0,_decision_js__WEBPACK_IMPORTED_MODULE_1__  .IH)(decisionContext, outcome, context) };
        await (0,_decision_js__WEBPACK_IMPORTED_MODULE_1__  .Bp)(decisionContext, outcome, context);
        return { is: 'stay', outcome };
    }
    catch (error) {
        return { is: 'unknown', error };
    }
    finally {
        await end();
        connection?.client.close();
    }
}
function quickFixNotices(request, notifies, context) {
    const announce = async () => {
        if (notifies)
            await (0,_perform_js__WEBPACK_IMPORTED_MODULE_2__  .me)('quick-fix', 'quick fix', request, context);
        else
            context.log.warn('The time for a quick fix was announced nowhere: no channel is configured (docs/notifications.md).');
    };
    const failed = (error) => context.log.warn(`The quick fix could not be announced everywhere: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)}`);
    const updates = (0,_updates_js__WEBPACK_IMPORTED_MODULE_4__  .H)(announce, failed);
    const announced = [];
    const record = (event) => {
        context.record(event);
        if (event.component !== 'assess' || event.step !== 'quick fix' || event.status === 'failed')
            return;
        announced.push(announce().catch(failed));
        if (event.status === 'started')
            updates.begin();
    };
    const end = async () => {
        await updates.end();
        await Promise.all(announced);
    };
    return { record, end };
}
async function followUpQuestion(request, steps, context) {
    const place = await (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__  .ao)(request, context);
    try {
        return await (0,_decision_js__WEBPACK_IMPORTED_MODULE_1__  .Sc)({ request, place, notifies: hasSinks(steps) }, context);
    }
    finally {
        place?.client.close();
    }
}
const hasSinks = (steps) => steps.some(({ verb }) => verb === 'notify start');
function judgedBy(verdict) {
    if (verdict.is === 'unknown')
        throw verdict.error;
    const { outcome } = verdict;
    return verdict.is === 'back' ? outcome : { result: 'declined', message: outcome.message };
}


  }),

  47684:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    LQ: () => (  partFor),
    me: () => (  notify),
    y9: () => (  perform)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2609);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);
  var _record_catalogue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15379);
  var _record_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26503);
  var _runner_part_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27402);
  var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1659);







async function perform(step, request, results, context) {
    return (0,_runner_part_js__WEBPACK_IMPORTED_MODULE_5__  .L)(await partFor(step, request, results, context), contextFor(step, context));
}
const notify = (event, name, request, context) => perform({
    ...{ name, verb: 'notify', component: undefined, action: 'notify', values: { event } },
    ...{ after: [], when: 'always' },
}, request, new Map(), context);
async function partFor(step, request, results, context) {
    try {
        return (0,_runner_part_js__WEBPACK_IMPORTED_MODULE_5__  .o)(await request.load(step.action), (0,_values_js__WEBPACK_IMPORTED_MODULE_6__  .sm)(step, request, results), context);
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ) || step.component === undefined)
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The component ${step.component}: ${error.message}`, { cause: error });
    }
}
function contextFor(step, context) {
    const signal = signalFor(step, context);
    const record = (event) => {
        if (step.verb !== 'capture' || event.step === _record_record_js__WEBPACK_IMPORTED_MODULE_4__  .U)
            context.record(event);
    };
    return {
        ...context,
        signal,
        record,
        log: prefixed(context.log, step.name),
        dryRun: context.dryRun || (step.verb === 'plan' && step.values.phase !== 'plan'),
        checksWritePermissions: context.checksWritePermissions ?? !context.dryRun,
        step: { name: step.name, lock: context.lock, continuesAtOnce: !context.dryRun },
        registerCleanup: () => () => { },
    };
}
function signalFor({ verb, action }, { signal, lock }) {
    if ((0,_record_catalogue_js__WEBPACK_IMPORTED_MODULE_3__  .rQ)(action) === 'notifies')
        return (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__  .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.CHAIN_NOTIFY_MS, 'The messages were not sent');
    if (verb !== 'resume')
        return signal;
    const giving = (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__  .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.CHAIN_RESUME_MS, 'Traffic was not resumed');
    return lock ? AbortSignal.any([giving, lock]) : giving;
}
const prefixed = (log, name) => ({
    info: (line) => log.info(`[${name}] ${line}`),
    warn: (sentence) => log.warn(`${name}: ${sentence}`),
    group: (title, lines) => log.group(`[${name}] ${title}`, lines),
});


  }),

  46198:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    I: () => (  checkRights)
  });
  var _integrity_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66426);
  var _systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33266);
  var _systems_kubernetes_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64908);



async function checkRights(lock, work, context) {
    if (lock)
        await (0,_systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_1__  .An)(lock.client, lock.namespace, [_systems_kubernetes_lease_js__WEBPACK_IMPORTED_MODULE_2__  .bP]);
    for (const { commands, ...where } of work) {
        const pods = await (0,_integrity_cluster_js__WEBPACK_IMPORTED_MODULE_0__  .So)({ commands, logs: [] }, where, context);
        pods?.client.close();
    }
}


  }),

  73254:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    I: () => (  sorted),
    P: () => (  step)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

function step(verb, component, action, after, { values = {}, when = 'done', afterAnyOutcome = [], ignoredInputs, } = {}) {
    const name = component === undefined ? verb : `${verb} ${component}`;
    return {
        name,
        verb,
        component,
        action,
        values,
        after: [...new Set(after)],
        when,
        ...(afterAnyOutcome.length > 0 && { afterAnyOutcome: afterAnyOutcome }),
        ...(ignoredInputs && { ignoredInputs }),
    };
}
function sorted(steps) {
    const rest = [...steps];
    const result = [];
    while (rest.length > 0) {
        const next = rest.findIndex(({ after, afterAnyOutcome = [] }) => !rest.some(({ name }) => after.includes(name) || afterAnyOutcome.includes(name)));
        if (next < 0) {
            const components = [...new Set(rest.map(({ component }) => component).filter(Boolean))].join(', ');
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The components ${components} wait for each other; say with \`after\` which of them comes first (docs/configure.md).`);
        }
        result.push(...rest.splice(next, 1));
    }
    return result;
}


  }),

  85835:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    H: () => (  keepPromise)
  });
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);


function keepPromise(send, failed) {
    const stop = new AbortController();
    let going;
    const go = async () => {
        while (!stop.signal.aborted) {
            await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.NEXT_UPDATE_MS, stop.signal).catch(() => { });
            if (!stop.signal.aborted)
                await send().catch(failed);
        }
    };
    return {
        begin() {
            going ??= go();
        },
        async end() {
            stop.abort();
            await going;
        },
    };
}


  }),

  1659:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    N6: () => (  isFailure),
    sm: () => (  valuesOf),
    zc: () => (  settingsFor)
  });
  var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
  var _record_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15379);


function valuesOf(step, given, results = new Map()) {
    const settings = settingsFor(given, step.action, step.component);
    const known = { ...without(step.ignoredInputs ?? [], settings), ...step.values };
    return {
        ...known,
        ...(step.verb === 'notify start' && earlierOf(given)),
        ...filesOf(step, given.folder),
        ...findings(step, known, given.folder, results),
    };
}
const RECOVERY = '10m';
const without = (names, values) => Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
function settingsFor({ environment, components, passed }, action, component) {
    const { values } = environment.defaultsFor(action, component ?? servicesFor(action, components));
    const { confirm: _, ...shared } = passed;
    return { ...values, ...(action === 'rollback-db' ? passed : shared) };
}
function earlierOf(given) {
    const { history } = settingsFor(given, 'report', undefined);
    return history === undefined ? {} : { history };
}
function servicesFor(action, components) {
    const services = components.filter(({ kind }) => kind === 'service').map(({ name }) => name);
    if (action !== 'assess' || services.length === 0)
        return undefined;
    return services.length === 1 ? services[0] : services;
}
function filesOf({ action, component = 'data' }, folder) {
    if (action === 'rollback-infra')
        return { 'plan-file': (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${component}.plan`) };
    if (action === 'rollback-service')
        return { 'state-file': (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${component}-state.yaml`) };
    return {};
}
function findings({ verb, component = 'data' }, values, folder, results) {
    switch (verb) {
        case 'capture': {
            const side = results.get(`prepare ${component}`)?.outputs['side-database'];
            return {
                snapshot: snapshotOf(component, folder),
                commands: '',
                logs: '',
                ...(typeof side === 'string' && { database: side }),
            };
        }
        case 'compare':
            return { snapshot: snapshotOf(component, folder), expect: values.expect ?? 'no-loss' };
        case 'verify recovery':
            return { recovery: values.recovery ?? RECOVERY };
        case 'notify end':
            return { event: [...results.values()].some(isFailure) ? 'failed' : 'completed' };
        default:
            return {};
    }
}
const snapshotOf = (component, folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${component}-integrity.json`);
const isFailure = ({ step, outcome }) => (outcome === 'failed' || outcome === 'skipped') && !isUncounted(step);
const isUncounted = ({ action, when }) => when !== 'always' && ['decides', 'notifies'].includes((0,_record_catalogue_js__WEBPACK_IMPORTED_MODULE_1__  .rQ)(action) ?? '');


  }),

  29477:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  ao: () => (  connectionOf),
  yD: () => (  keeperOf),
  I7: () => (  podWorkOf),
  au: () => (  stepNamed),
  B_: () => (  stepsOf)
});

var dist = __webpack_require__(77934);
var errors = __webpack_require__(45145);
var values = __webpack_require__(92920);
var kinds = __webpack_require__(83592);
var sink = __webpack_require__(55160);
var smoke = __webpack_require__(44723);
var connect = __webpack_require__(79996);
var pod_commands = __webpack_require__(50056);
var steps = __webpack_require__(73254);
; 


const KINDS_BEFORE = {
    database: [],
    service: ['database'],
    infra: ['database', 'service'],
    cache: ['database', 'service'],
    dns: ['database', 'service', 'infra', 'cache'],
};
const RESTORED_BY = {
    database: 'switch',
    service: 'roll back',
    infra: 'apply',
    cache: 'clear',
    dns: 'switch',
};
const PLAN_VALUES = {
    database: {},
    service: {},
    infra: { phase: 'plan' },
    cache: {},
    dns: {},
};
const IGNORED_INPUTS = {
    first: ['recovery'],
    beside: ['recovery', 'quick-fix'],
    verify: ['bake', 'quick-fix'],
};
function orderOf(parts) {
    const { components, assess, notify, integrity } = parts;
    const assessed = assess === 'first' ? ['assess'] : [];
    const plans = components.map(({ name, kind }) => (0,steps .P)('plan', name, kinds .G[kind], assessed, { values: PLAN_VALUES[kind] }));
    const planned = plans.map(({ name }) => name);
    const changes = components.flatMap((component) => changeSteps(component, parts));
    const changed = changes.map(({ name }) => name);
    const compared = integrity ? compareSteps(parts) : [];
    const smoke = parts.smoke ? [smokeStep(parts, changed)] : [];
    const finished = [...changed, ...compared.map(({ name }) => name), ...smoke.map(({ name }) => name)];
    const verified = parts.verifyRecovery ? ['verify recovery'] : [];
    return (0,steps .I)([
        ...(assess === 'never'
            ? []
            : [(0,steps .P)('assess', undefined, 'assess', [], { ignoredInputs: IGNORED_INPUTS[assess] })]),
        ...plans,
        ...(notify ? [(0,steps .P)('notify start', undefined, 'notify', planned, { values: { event: 'started' } })] : []),
        ...(integrity ? captureSteps(parts) : []),
        ...changes,
        ...compared,
        ...smoke,
        ...(parts.verifyRecovery
            ? [(0,steps .P)('verify recovery', undefined, 'assess', finished, { ignoredInputs: IGNORED_INPUTS.verify })]
            : []),
        ...(notify
            ? [(0,steps .P)('notify end', undefined, 'notify', [...finished, ...verified], { when: 'always' })]
            : []),
        (0,steps .P)('report', undefined, 'report', notify ? ['notify end'] : [...finished, ...verified], {
            when: 'always',
        }),
    ]);
}
function changeSteps(component, parts) {
    const { name, kind } = component;
    const action = kinds .G[kind];
    const { components, pausing } = parts;
    const after = [...components.map((each) => `plan ${each.name}`), ...stepsBefore(component, parts)];
    switch (kind) {
        case 'database':
            return databaseSteps(component, after, parts);
        case 'service': {
            const resumed = pausing.map((database) => `resume ${database}`);
            return [
                (0,steps .P)('roll back', name, action, after),
                ...(resumed.length > 0 ? [(0,steps .P)('health', name, action, [`roll back ${name}`, ...resumed])] : []),
            ];
        }
        case 'infra':
            return [(0,steps .P)('apply', name, action, after, { values: { phase: 'apply' } })];
        case 'cache':
            return [(0,steps .P)('clear', name, action, after)];
        case 'dns':
            return [(0,steps .P)('switch', name, action, after)];
    }
}
function databaseSteps({ name }, after, parts) {
    const { components, pausing, inPlace, repaired, integrity } = parts;
    const beside = ofKind(components, 'database').filter((each) => !inPlace.includes(each.name));
    const isBeside = !inPlace.includes(name);
    const pauses = pausing.includes(name);
    const restored = beside.map((each) => `prepare ${each.name}`);
    const captured = integrity && !repaired.includes(name) ? [`capture ${name}`] : [];
    const staysPaused = pauses ? { resume: 'false' } : {};
    const values = { ...(isBeside && { phase: 'switch' }), ...staysPaused };
    const services = ofKind(components, 'service').filter((each) => isAfter(each, name, parts));
    return [
        ...(isBeside
            ? [
                (0,steps .P)('prepare', name, kinds .G.database, components.map((each) => `plan ${each.name}`), {
                    values: { phase: 'prepare', ...staysPaused },
                }),
            ]
            : []),
        (0,steps .P)('switch', name, kinds .G.database, [...after, ...restored, ...(isBeside ? captured : [])], { values }),
        ...(pauses
            ? [
                (0,steps .P)('resume', name, kinds .G.database, [`switch ${name}`, ...services.map((each) => `roll back ${each.name}`)], { values: { phase: 'resume' }, when: 'even-if-declined' }),
            ]
            : []),
    ];
}
function captureSteps({ components, inPlace, repaired }) {
    const values = { mode: 'capture' };
    const beside = ofKind(components, 'database').filter(({ name }) => ![...inPlace, ...repaired].includes(name));
    if (ofKind(components, 'database').length === 0)
        return [
            (0,steps .P)('capture', undefined, 'verify-integrity', components.map(({ name }) => `plan ${name}`), { values }),
        ];
    return beside.map(({ name }) => (0,steps .P)('capture', name, 'verify-integrity', [`prepare ${name}`], { values }));
}
function compareSteps(parts) {
    const services = ofKind(parts.components, 'service').map(({ name }) => `roll back ${name}`);
    return captureSteps(parts).map(({ name, component, action }) => {
        const isPaused = component !== undefined && parts.pausing.includes(component);
        return (0,steps .P)('compare', component, action, [name, ...(component ? [`switch ${component}`] : [])], {
            values: { mode: 'compare' },
            afterAnyOutcome: [...services, ...(isPaused ? [`resume ${component}`] : [])],
        });
    });
}
function smokeStep({ components, pausing }, changed) {
    const serving = pausing.length > 0 ? 'health' : RESTORED_BY.service;
    const after = [
        ...ofKind(components, 'database').map(({ name }) => `${RESTORED_BY.database} ${name}`),
        ...ofKind(components, 'service').map(({ name }) => `${serving} ${name}`),
    ];
    const afterAnyOutcome = changed.filter((name) => !after.includes(name));
    return (0,steps .P)('smoke tests', undefined, 'smoke-test', after, { afterAnyOutcome });
}
function stepsBefore(component, parts) {
    return parts.components
        .filter((other) => isDirectlyAfter(component, other))
        .map((other) => {
        const forHealth = other.kind === 'service' && waitsForHealth(component, parts);
        return `${forHealth ? 'health' : RESTORED_BY[other.kind]} ${other.name}`;
    });
}
function waitsForHealth({ name, kind }, parts) {
    if (parts.pausing.length === 0 || !['infra', 'dns'].includes(kind))
        return false;
    const neededForResume = parts.components.filter((each) => parts.pausing.includes(each.name) ||
        (each.kind === 'service' && parts.pausing.some((database) => isAfter(each, database, parts))));
    return !neededForResume.some((each) => isAfter(each, name, parts));
}
const isDirectlyAfter = (component, other) => component.after?.includes(other.name) ??
    (KINDS_BEFORE[component.kind].includes(other.kind) && !other.after?.includes(component.name));
function isAfter(component, name, { components }) {
    const before = new Set([component]);
    for (const each of before)
        for (const other of components)
            if (isDirectlyAfter(each, other))
                before.add(other);
    return [...before].some((each) => each.name === name);
}
const ofKind = (components, kind) => components.filter((each) => each.kind === kind);

var rollback_values = __webpack_require__(1659);
; 










function stepsOf(request) {
    return orderOf(chainPartsOf(request));
}
function chainPartsOf({ environment, components, decide, passed }) {
    const databases = components.filter(({ kind }) => kind === 'database');
    const settings = (action, component) => environment.defaultsFor(action, component).values;
    const byStrategy = (strategy) => databases
        .filter(({ name }) => settings('rollback-db', name).strategy === strategy)
        .map(({ name }) => name);
    const named = databases.filter((each) => {
        const values = settings('rollback-db', each.name);
        return Boolean(values.quiesce || values['pgbouncer-url'] || passed['pgbouncer-url']);
    });
    if (decide === 'assess' && !environment.sections.includes('assess'))
        throw new errors .lZ(`\`decide: assess\` needs to know what to judge by: give environments.${environment.name} a section \`assess\` in the configuration (docs/decide.md).`);
    const notifies = environment.sections.includes('notify') || sink .M.some((name) => name in passed);
    return {
        components,
        assess: decide === 'assess' ? 'first' : environment.sections.includes('assess') ? 'beside' : 'never',
        verifyRecovery: environment.sections.includes('assess') &&
            hasSources((0,rollback_values .zc)({ environment, components, passed }, 'assess', undefined)),
        notify: notifies,
        smoke: environment.sections.includes('smoke-test'),
        integrity: environment.sections.includes('verify-integrity') &&
            (databases.length > 0 || !environment.components.some(({ kind }) => kind === 'database')),
        pausing: named.map(({ name }) => name),
        inPlace: byStrategy('in-place'),
        repaired: byStrategy('repair'),
    };
}
const hasSources = (values) => ['prometheus-url', 'alertmanager-url', 'workloads', 'selector'].some((name) => values[name]);
const keeperOf = ({ environment, components }) => components.find(({ kind }) => kind === 'service') ??
    components.find(({ name, kind }) => kind === 'database' && environment.defaultsFor('rollback-db', name).values.quiesce);
async function connectionOf(request, context) {
    const { environment, passed } = request;
    const keeper = keeperOf(request);
    if (!keeper)
        return undefined;
    const { kubeconfig, context: name, namespace, } = { ...environment.defaultsFor(kinds .G[keeper.kind], keeper.name).values, ...passed };
    return (0,connect .N)({ kubeconfig, context: name, namespace }, context);
}
const podWorkOf = (request, steps) => steps
    .filter(({ verb }) => verb === 'compare' || verb === 'smoke tests')
    .map((step) => {
    const { commands = '', kubeconfig, context, namespace } = (0,rollback_values .sm)(step, request);
    const all = dist .qgA((0,values .Mn)(), commands);
    return {
        commands: step.verb === 'compare'
            ? all.map(pod_commands .R)
            : all.flatMap((line) => (0,smoke .M)(line).inPod ?? []),
        ...{ kubeconfig, context, namespace },
    };
});
const stepNamed = (steps, name) => steps.find((step) => step.name === name);


  }),

  27402:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    L: () => (  runPart),
    o: () => (  readPart)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92920);
  var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52266);
  var _recorded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8855);





function readPart(action, values, { mask }) {
    for (const secret of (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .VY)(action.inputs, (key) => values[(0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .yu)(key)]))
        mask(secret);
    const entries = { ..._inputs_js__WEBPACK_IMPORTED_MODULE_1__  .j$, timeout: valibot__WEBPACK_IMPORTED_MODULE_3__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_4__  .p0)()), ...action.inputs };
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .Ko)(entries, {}, { values });
    return { action, inputs, timeout: inputs.timeout };
}
async function runPart({ action, inputs, timeout }, context) {
    if (timeout === undefined)
        return (0,_recorded_js__WEBPACK_IMPORTED_MODULE_2__  .t)(action, inputs, context);
    const deadline = (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .Ip)(timeout);
    const signal = AbortSignal.any([context.signal, deadline.signal]);
    try {
        return await (0,_recorded_js__WEBPACK_IMPORTED_MODULE_2__  .t)(action, inputs, { ...context, timeout, signal });
    }
    finally {
        deadline.stop();
    }
}


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


  })

};
;
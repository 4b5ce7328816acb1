"use strict";
exports.id = 9802;
exports.ids = [9802];
exports.modules = {

  86122:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    w: () => (  readEvents)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77934);
  var _base_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5685);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15379);





const STATUSES = ['started', 'done', 'no-op', 'planned', 'failed', 'skipped'];
const MAX_SECONDS = 10 * 365 * 86_400;
const eventSchema = valibot__WEBPACK_IMPORTED_MODULE_4__  ._H3({
    id: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    at: valibot__WEBPACK_IMPORTED_MODULE_4__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__  .yhX(), valibot__WEBPACK_IMPORTED_MODULE_4__  .z6Y(_base_instant_js__WEBPACK_IMPORTED_MODULE_1__  .u)),
    component: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    where: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .g1P(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP())),
    step: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    status: valibot__WEBPACK_IMPORTED_MODULE_4__  .KIO(STATUSES),
    from: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
    to: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__  .aig(), valibot__WEBPACK_IMPORTED_MODULE_4__  .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_4__  .cGV(MAX_SECONDS))),
    message: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
    part: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
});
function readEvents(path) {
    const events = [];
    const broken = [];
    for (const [index, line] of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').split('\n').entries()) {
        if (line.trim() === '')
            continue;
        const event = parseEvent(line);
        if (event)
            events.push(event);
        else
            broken.push(index + 1);
    }
    return { events, broken };
}
function parseEvent(line) {
    try {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_4__  .xLC(eventSchema, JSON.parse(line));
        if (!parsed.success || !(0,_catalogue_js__WEBPACK_IMPORTED_MODULE_3__  .Pr)(parsed.output))
            return undefined;
        const { from, to, message, evidence, ...known } = parsed.output;
        return { ...known, ...(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__  .pc)({ from, to, message, evidence }) };
    }
    catch {
        return undefined;
    }
}


  }),

  21959:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Hj: () => (  newestRuns),
    N_: () => (  enclosingPartOf),
    Q1: () => (  componentOfPart),
    Ro: () => (  actionsOf)
  });
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);
  var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93103);


const enclosingPartOf = (event) => event.part ?? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__  .TE)(event, 'part'));
const COMPONENT_VERBS = [
    'plan',
    'prepare',
    'capture',
    'switch',
    'roll back',
    'resume',
    'health',
    'apply',
    'clear',
    'compare',
];
const PART = new RegExp(`^(?:${COMPONENT_VERBS.join('|')}) (.+)$`);
const componentOfPart = (part) => PART.exec(part ?? '')?.[1];
function actionsOf(events) {
    const actions = [];
    for (const event of events) {
        const { component: name, step, status, at, seconds, message } = event;
        if (step !== _catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .UC)
            continue;
        const run = { name, means: (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .Pr)(event), part: enclosingPartOf(event), status, seconds, message };
        if (status === 'started') {
            actions.push({ ...run, started: at, ended: undefined });
            continue;
        }
        const open = actions.findLastIndex((action) => action.status === 'started' && isSame(action, run));
        const ended = { ...run, started: actions[open]?.started, ended: at };
        if (open < 0)
            actions.push(ended);
        else
            actions[open] = ended;
    }
    return actions;
}
function newestRuns(actions) {
    const attempt = actions.findLastIndex(({ means }) => means === 'encloses');
    const counting = actions.filter(({ part }, index) => part === undefined || index > attempt);
    return [...new Map(counting.map((action) => [`${action.name} ${action.part ?? ''}`, action])).values()];
}
const isSame = (one, other) => one.name === other.name && one.part === other.part;


  }),

  35528:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    FO: () => (  assessmentsOf),
    Ft: () => (  dataLossOf),
    K: () => (  deliveriesOf),
    Ll: () => (  integrityOf),
    Mf: () => (  quickFixIn),
    Qp: () => (  smokeTestsIn),
    mL: () => (  driftedIn),
    qh: () => (  questionIn),
    xi: () => (  isOutward),
    yv: () => (  originOf)
  });
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);
  var _component_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5491);
  var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93103);
  var _story_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21959);




const QUESTION_STATES = {
    ask: 'open',
    remind: 'reminder',
    'time over': 'over',
    settle: 'settled',
    answer: 'answered',
};
function questionIn(events) {
    const event = events.findLast(({ component }) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .I)(component) === 'decision');
    const state = event && QUESTION_STATES[event.step];
    if (!event || !state)
        return undefined;
    const signals = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'signals');
    return {
        state,
        asked: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'asked')),
        until: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'until')),
        signals: Array.isArray(signals) ? signals.filter((each) => typeof each === 'string') : [],
        message: event.message,
    };
}
function quickFixIn(events) {
    const event = events.findLast(({ component, step }) => component === 'assess' && step === 'quick fix');
    if (!event)
        return undefined;
    const state = event.status === 'started' ? 'waiting' : event.status === 'done' ? 'helped' : 'failed';
    return { state, until: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'until')), message: event.message };
}
function smokeTestsIn(events) {
    const own = events.filter(({ component, step }) => component === 'smoke-test' && step !== _catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .UC);
    const newestOf = [...new Map(own.map((event) => [event.step, event])).values()];
    if (newestOf.length === 0)
        return undefined;
    return { passed: newestOf.filter(({ status }) => status === 'done').length, total: newestOf.length };
}
const OUTWARD = ['email', 'webhook'];
const isOutward = ({ sink }) => OUTWARD.includes(sink);
function deliveriesOf(events) {
    const sent = events.filter(({ component, step }) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .I)(component) === 'notify' && step !== _catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .UC);
    return sent.map((event) => ({
        sink: event.step,
        event: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'event')),
        status: event.status,
        isUnknown: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'status') === 'unknown',
        at: event.at,
        message: event.message,
        evidence: event.evidence,
    }));
}
function assessmentsOf(events, lastChange) {
    const judging = events.filter((event) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .Pr)(event) === 'decides');
    const isLate = (event) => {
        const began = judging
            .slice(0, judging.indexOf(event) + 1)
            .findLast((each) => each.status === 'started' && (0,_story_actions_js__WEBPACK_IMPORTED_MODULE_1__  .N_)(each) === (0,_story_actions_js__WEBPACK_IMPORTED_MODULE_1__  .N_)(event));
        return lastChange !== undefined && Date.parse((began ?? event).at) >= Date.parse(lastChange);
    };
    return {
        before: assessmentOf(judging.filter((event) => !isLate(event))),
        after: assessmentOf(judging.filter(isLate)),
    };
}
function assessmentOf(judging) {
    const found = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .BP)(judging, 'severity') ?? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .BP)(judging, 'decision');
    if (!found)
        return undefined;
    const { event } = found;
    return {
        severity: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'severity')),
        decision: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'decision')),
        decideBy: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'decide-by')),
        result: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'result')),
        evidence: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'evidence'),
        message: event.message,
    };
}
function integrityOf(events) {
    const own = events.filter(({ component }) => component === 'verify-integrity');
    const comparisons = comparisonsIn(events);
    const byPart = [...Map.groupBy(comparisons, _story_actions_js__WEBPACK_IMPORTED_MODULE_1__  .N_).values()].map((each) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .BP)(each, 'result'));
    const drifted = byPart.findLast((found) => found?.value === 'drift');
    const found = drifted ?? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .BP)(comparisons, 'result') ?? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .BP)(own, 'result');
    const result = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .al)(found?.value);
    if (!found || result === undefined)
        return undefined;
    const { event } = found;
    const [tables, rows] = ['tables', 'rows'].map((name) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .rl)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, name)));
    return { result, tables, rows, message: event.message };
}
const comparisonsIn = (events) => events.filter((event) => event.component === 'verify-integrity' && (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'result') !== 'analyzed');
function driftedIn(events) {
    const byPart = [...Map.groupBy(comparisonsIn(events), _story_actions_js__WEBPACK_IMPORTED_MODULE_1__  .N_)];
    return new Set(byPart.flatMap(([part, each]) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .BP)(each, 'result')?.value === 'drift' ? ((0,_story_actions_js__WEBPACK_IMPORTED_MODULE_1__  .Q1)(part) ?? []) : []));
}
function dataLossOf(events) {
    const withLoss = events.filter((event) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'data-loss') !== undefined);
    const newestOf = new Map(withLoss.map((event) => [(0,_component_js__WEBPACK_IMPORTED_MODULE_3__  .TN)(subjectOf(event)), event]));
    const own = [...newestOf].filter(([, event]) => event.step !== _catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .UC);
    const repeated = own.map(([, { component }]) => component);
    const losses = [...newestOf].filter(([, event]) => event.step !== _catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .UC || !repeated.includes(subjectOf(event).component));
    const names = (0,_component_js__WEBPACK_IMPORTED_MODULE_3__  .eZ)(losses.map(([, event]) => subjectOf(event)));
    return losses.map(([key, event]) => ({
        component: subjectOf(event).component,
        name: names.get(key) ?? key,
        happened: hasHappened(key, event, events),
        evidence: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'data-loss'),
    }));
}
function subjectOf(event) {
    const database = event.step === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .UC ? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .TE)(event, 'database')) : undefined;
    return database === undefined ? event : { component: `database/${database}` };
}
function hasHappened(key, found, events) {
    if (found.step === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .UC)
        return found.status === 'done';
    const since = events.slice(events.indexOf(found));
    return since.some((event) => (0,_component_js__WEBPACK_IMPORTED_MODULE_3__  .TN)(event) === key && event.status === 'done' && (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .Pr)(event) === 'restores');
}
function originOf(own, all) {
    const known = (name) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .al)(((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .BP)(own, name) ?? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__  .BP)(all, name))?.value);
    return {
        environment: known('environment'),
        reason: known('reason'),
        actor: known('actor'),
        repository: known('repository'),
        sha: known('sha'),
        run: known('run'),
    };
}


  }),

  88967:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  d: () => (  storyOf)
});

var sentence = __webpack_require__(4771);
var catalogue = __webpack_require__(15379);
var evidence = __webpack_require__(93103);
var incident = __webpack_require__(87688);
var record_recovery = __webpack_require__(36693);
var story_actions = __webpack_require__(21959);
; 

function sinceLast(changes, events) {
    return events.filter((event, index) => {
        const began = events
            .slice(0, index + 1)
            .findLast((each) => each.status === 'started' && isSame(each, event));
        return isSince({ started: (began ?? event).at }, changes);
    });
}
function isSince({ started, ended }, changes) {
    const last = changes.at(-1)?.at;
    const began = started ?? ended;
    return last === undefined || began === undefined || Date.parse(began) >= Date.parse(last);
}
function failedChecksOf(actions, changes, data) {
    return (0,story_actions .Hj)(actions).filter((run) => run.means === 'verifies' &&
        run.status === 'failed' &&
        isSince(run, run.name === 'verify-integrity' ? data : changes));
}
const isSame = (one, other) => one.component === other.component &&
    one.step === other.step &&
    (0,story_actions .N_)(one) === (0,story_actions .N_)(other);

var component = __webpack_require__(5491);
; 



const ON_THE_WAY = ['prepares', 'holds traffic', 'restores', 'resumes traffic'];
const TOWARD = ['prepares', 'holds traffic', 'restores'];
function componentsOf(events, runs = []) {
    const attempts = runs.flatMap(({ means, started }) => (means === 'encloses' && started ? [started] : []));
    const toward = Map.groupBy(events, component .TN);
    const components = [...toward].filter(([, own]) => own.some(isToward));
    const names = (0,component .eZ)(components.flatMap(([, [first]]) => (first ? [first] : [])));
    return components.map(([key, own]) => ({
        key,
        name: names.get(key) ?? key,
        ...componentOf(own, runs, attempts),
    }));
}
function failedUnseenIn(events, runs) {
    const toward = events.filter(isToward);
    const known = new Set(toward.map((event) => (0,story_actions .Q1)((0,story_actions .N_)(event))));
    const isSeen = ({ name, part }) => known.has((0,story_actions .Q1)(part) ?? name) ||
        runs.some((run) => run.name === name &&
            run.part === part &&
            toward.some((event) => [undefined, part].includes((0,story_actions .N_)(event)) && isDuring(event, run)));
    const unseen = (0,story_actions .Hj)(runs).filter((run) => run.means === 'restores' && run.status === 'failed' && !isSeen(run));
    return [...new Map(unseen.map((run) => [(0,story_actions .Q1)(run.part) ?? run.name, run])).values()];
}
const isDuring = ({ at }, { started, ended }) => (started === undefined || byTime(started, at) <= 0) && (ended === undefined || byTime(at, ended) <= 0);
const isToward = (event) => TOWARD.includes((0,catalogue .Pr)(event));
function componentOf(own, runs, attempts) {
    const steps = [...Map.groupBy(own, ({ step }) => step)].map(([step, each]) => stepOf(step, each, attempts));
    const way = steps.filter(({ means }) => ON_THE_WAY.includes(means));
    const broken = brokenBy(own, runs);
    const outcome = outcomeOf(steps, own, broken !== undefined);
    const started = earliest(way.map((step) => step.started));
    const open = outcome === 'running' || outcome === 'planned';
    const ended = open ? undefined : latest(way.map((step) => step.ended));
    return {
        component: own[0]?.component ?? '',
        from: own.find(({ from }) => from !== undefined)?.from,
        to: own.findLast(({ to }) => to !== undefined)?.to,
        outcome,
        started,
        ended,
        seconds: secondsBetween(started, ended),
        message: messageOf(steps, outcome, broken),
        configuration: own.every(goesWithAnother),
        steps,
        isVerified: isVerified(own, steps),
    };
}
function stepOf(step, events, attempts) {
    const newest = events.at(-1);
    const idle = ['no-op', 'skipped', 'planned'].includes(newest.status);
    const last = (idle && events.findLast(({ status }) => status === 'done')) || newest;
    const first = events.find(({ status }) => status !== 'planned');
    const open = last.status === 'started' || last.status === 'planned';
    const started = first && startOf(first);
    const proof = newest.status === 'no-op' && attemptOf(newest, attempts) === attemptOf(last, attempts);
    const ended = open ? undefined : proof && attempts.length > 0 ? newest.at : last.at;
    const seconds = secondsBetween(started, ended);
    const means = (0,catalogue .Pr)(newest);
    return { step, means, status: last.status, started, ended, seconds, message: last.message };
}
const attemptOf = ({ at }, attempts) => attempts.filter((began) => byTime(began, at) <= 0).length;
function startOf({ status, at, seconds = 0 }) {
    return status === 'started' ? at : new Date(Date.parse(at) - seconds * 1000).toISOString();
}
function outcomeOf(all, events, isBroken) {
    const steps = all.filter(({ means }) => means !== 'cleans up' && means !== 'looks');
    const has = (status) => steps.some((step) => step.status === status);
    if (has('failed'))
        return 'failed';
    if (has('started'))
        return isBroken ? 'failed' : 'running';
    if (has('planned'))
        return 'planned';
    const restoring = steps.filter(({ means }) => means === 'restores');
    const isBack = restoring.length > 0 && restoring.every((step) => isProven(step, events)) && !isHeld(events);
    if (!isBack)
        return isBroken ? 'failed' : 'running';
    if (restoring.some(({ status }) => status === 'done'))
        return 'done';
    return restoring.some(({ status }) => status === 'no-op') ? 'no-op' : 'skipped';
}
function isProven({ step, status }, events) {
    if (status !== 'done')
        return true;
    const last = events.findLastIndex((event) => event.step === step && event.status === 'done');
    const proof = (0,catalogue .cr)(events[last]);
    const after = events.slice(last + 1);
    return (proof === undefined ||
        after.some((event) => event.step === proof && ['done', 'no-op'].includes(event.status)));
}
function isVerified(events, steps) {
    if (!steps.some(({ means, status }) => means === 'verifies' && status === 'done'))
        return false;
    const last = events.findLastIndex((event) => (0,catalogue .Pr)(event) === 'restores' && event.status === 'done');
    const back = events[last];
    if (!back || (0,catalogue .I)(back.component) !== 'workload')
        return true;
    const began = events
        .slice(0, last)
        .findLast(({ step, status }) => step === back.step && status === 'started');
    const since = Date.parse(startOf(began ?? back));
    return events.some((event) => (0,catalogue .Pr)(event) === 'verifies' && event.status === 'done' && Date.parse(event.at) >= since);
}
function isHeld(events) {
    const traffic = events.filter((event) => event.status === 'done' && ['holds traffic', 'resumes traffic'].includes((0,catalogue .Pr)(event)));
    const [last] = traffic.slice(-1);
    return last !== undefined && (0,catalogue .Pr)(last) === 'holds traffic';
}
function brokenBy(events, runs) {
    const last = events.findLast(isToward);
    if (last === undefined)
        return undefined;
    const own = runs.filter(({ means, part, started }) => means === 'restores' && part === last.part && (started === undefined || byTime(started, last.at) <= 0));
    const newest = own.at(-1);
    return newest?.status === 'failed' ? newest : undefined;
}
function messageOf(steps, outcome, broken) {
    const withMessage = steps.filter(({ message }) => message !== undefined);
    const decisive = withMessage.filter(({ status }) => status === outcome);
    if (outcome === 'failed')
        return (decisive.at(-1) ?? broken ?? withMessage.at(-1))?.message;
    const restored = decisive.findLast(({ means }) => means === 'restores');
    return (restored ?? decisive.at(-1) ?? withMessage.at(-1))?.message;
}
const goesWithAnother = ({ component }) => ['configuration', 'resource'].includes((0,catalogue .I)(component) ?? '');
const byTime = (one, other) => Date.parse(one) - Date.parse(other);
const known = (instants) => instants.filter((at) => at !== undefined);
const earliest = (instants) => known(instants).sort(byTime).at(0);
const latest = (instants) => known(instants).sort(byTime).at(-1);
function secondsBetween(from, to) {
    return from === undefined || to === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / 1000;
}

var story_findings = __webpack_require__(35528);
; 



function countsOf({ components, failedUnseen, own, checks }) {
    const drifted = (0,story_findings .mL)(checks);
    const isDrifted = ({ key }) => own.some((event) => (0,component .TN)(event) === key && drifted.has((0,story_actions .Q1)((0,story_actions .N_)(event)) ?? ''));
    const counted = components.filter((each) => !each.configuration);
    const outcomes = counted.map((each) => {
        const isBack = each.outcome === 'done' || each.outcome === 'no-op';
        return isBack ? (isDrifted(each) ? 'failed' : 'done') : each.outcome;
    });
    const more = counted.length > 0 ? failedUnseen.length : 0;
    return {
        done: outcomes.filter((outcome) => outcome === 'done').length,
        failed: outcomes.filter((outcome) => outcome === 'failed').length + more,
        total: counted.length + more,
    };
}

; 


function ownersOf(events) {
    const owners = new Map();
    for (const event of events) {
        const verb = (0,catalogue .rl)(event);
        if ((0,catalogue .I)(event.component) !== 'owner' || ['started', 'planned'].includes(event.status))
            continue;
        const name = event.step.slice(verb.length).trim();
        const before = owners.get(name);
        owners.set(name, {
            name,
            state: stateOf(verb, event),
            since: (0,evidence .al)((0,evidence .TE)(event, 'since')) ?? before?.since,
            pullRequest: (0,evidence .al)((0,evidence .TE)(event, 'pull-request')) ?? before?.pullRequest,
            message: event.message ?? before?.message,
        });
    }
    return [...owners.values()];
}
function stateOf(verb, { status }) {
    if (verb === 'hand back' && status === 'done')
        return 'handed back';
    return verb === 'go back' && status === 'failed' ? 'not paused' : 'paused';
}

; 











const ROLLBACK = [
    'encloses',
    'prepares',
    'holds traffic',
    'restores',
    'resumes traffic',
    'verifies',
    'cleans up',
];
const acts = (event) => ROLLBACK.includes((0,catalogue .Pr)(event)) && !(isAction(event) && (0,catalogue .Pr)(event) === 'verifies');
const isQuestion = ({ component }) => (0,catalogue .I)(component) === 'decision';
const isAction = ({ step }) => step === catalogue .UC;
const restores = (event) => !isAction(event) && (0,catalogue .Pr)(event) === 'restores';
const encloses = (event) => (0,catalogue .Pr)(event) === 'encloses';
function storyOf(record, id) {
    const acting = record.filter(acts);
    const attempts = id === undefined ? new Set() : (0,incident .Or)(record, id);
    const isNamed = record.some((event) => attempts.has(event.id) && (acts(event) || isQuestion(event)));
    const chosen = isNamed ? id : (acting.at(-1) ?? record.at(-1))?.id;
    const ids = chosen === undefined ? attempts : (0,incident .Or)(record, chosen);
    const events = record
        .filter((event) => ids.has(event.id))
        .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    return storyFrom(chosen, events);
}
function storyFrom(id, recorded) {
    const events = withEarlier(recorded);
    const own = events.filter(acts);
    const actions = (0,story_actions .Ro)(events);
    const changes = own.filter(({ status }) => status === 'done').filter(restores);
    const data = changes.filter(({ component }) => (0,catalogue .I)(component) === 'database');
    const checks = { all: sinceLast(changes, events), data: sinceLast(data, events) };
    const failedChecks = failedChecksOf(actions, changes, data);
    const isVerificationFailed = failedChecks.some(({ name }) => name === 'verify-integrity');
    const parts = {
        actions,
        components: componentsOf(own.filter((event) => !isAction(event)), actions),
        integrity: (0,story_findings .Ll)(checks.data),
        deliveries: (0,story_findings .K)(events),
        owners: ownersOf(events),
        dryRun: (0,evidence .BP)(own.filter(isAction), 'dry-run')?.value === true,
    };
    const failedUnseen = failedUnseenIn(own.filter((event) => !isAction(event)), actions);
    const question = (0,story_findings .qh)(events);
    const smokeTests = (0,story_findings .Qp)(checks.all);
    const isUndecided = question !== undefined && question.state !== 'answered' && parts.components.length === 0;
    const outcome = isUndecided ? 'no-op' : story_outcomeOf(parts, own.every(isAction), failedChecks.length > 0);
    const started = story_startOf(events, own[0]?.at);
    const last = own.findLast((event) => !encloses(event)) ?? own.at(-1);
    const ended = outcome === 'running' ? undefined : last?.at;
    const { before, after } = (0,story_findings .FO)(events, ended);
    const recovery = (0,record_recovery .rU)({
        outcome,
        ...parts,
        aftermath: after ?? (outcome === 'no-op' ? before : undefined),
        verificationFailed: verificationFailureIn(actions, ended),
        smokeTests,
        isVerificationFailed,
    });
    return {
        id,
        incident: id === undefined ? undefined : (0,incident ._)(events, id),
        ...(0,story_findings .yv)(own.filter(isAction), events.filter(isAction)),
        started,
        ended,
        seconds: secondsBetween(started, ended),
        outcome,
        ...parts,
        failedUnseen,
        counts: countsOf({ components: parts.components, failedUnseen, own, checks: checks.data }),
        dataLoss: (0,story_findings .Ft)(events),
        assessment: before,
        aftermath: after,
        question,
        quickFix: (0,story_findings .Mf)(events),
        smokeTests,
        isVerificationFailed,
        recovery,
        standing: isUndecided ? 'asked' : (0,record_recovery .YP)(outcome, recovery),
        openItems: openItemsOf(outcome, parts),
        events,
    };
}
function withEarlier(events) {
    if (!events.some(({ component }) => (0,catalogue .I)(component) === 'attempt'))
        return events;
    const isEarlier = (event) => event.status === 'no-op' && (0,evidence .al)((0,evidence .TE)(event, 'earlier')) !== undefined;
    return events.map((event) => (isEarlier(event) ? { ...event, status: 'done' } : event));
}
function story_startOf(events, first) {
    const began = (0,evidence .al)((0,evidence .BP)(events.filter(({ component }) => (0,catalogue .I)(component) === 'attempt'), 'began')?.value);
    const isEarlier = began !== undefined && first !== undefined && Date.parse(began) < Date.parse(first);
    return isEarlier ? new Date(began).toISOString() : first;
}
function verificationFailureIn(actions, ended) {
    const newestAssessment = actions.findLast(({ means, started }) => means === 'decides' &&
        ended !== undefined &&
        started !== undefined &&
        Date.parse(started) >= Date.parse(ended));
    return newestAssessment?.status === 'failed'
        ? (newestAssessment.message ?? 'the record does not say why')
        : undefined;
}
function story_outcomeOf({ actions, components, dryRun }, isBare, isSpoilt) {
    const runs = (0,story_actions .Hj)(actions);
    const enclosing = runs.find(({ means }) => means === 'encloses')?.status;
    const isPast = ({ part, status }) => part !== undefined && status === 'planned' && !dryRun;
    const acting = runs.filter((run) => run.means === 'restores' && !isPast(run)).map(({ status }) => status);
    const outcomes = components.map(({ outcome }) => outcome);
    if (acting.length === 0 && outcomes.length === 0)
        return wordOf(enclosing);
    if (acting.includes('started'))
        return 'running';
    if (acting.includes('failed') || outcomes.includes('failed') || isSpoilt)
        return 'failed';
    if (enclosing === 'failed')
        return 'failed';
    if (outcomes.includes('running'))
        return 'running';
    const isBegun = enclosing === 'started' || [...acting, ...outcomes].some((each) => each !== 'planned');
    if (outcomes.includes('planned') && isBegun && !dryRun)
        return 'running';
    if (outcomes.includes('done') || (isBare && acting.includes('done')))
        return 'done';
    return acting.includes('planned') || outcomes.includes('planned') ? 'planned' : 'no-op';
}
const wordOf = (status) => status === 'started' ? 'running' : status === 'skipped' ? 'no-op' : status;
function openItemsOf(outcome, parts) {
    const begun = (0,story_actions .Hj)(parts.actions).filter(({ status, means }) => status === 'started' && means !== 'notifies' && means !== 'encloses');
    const newestDeliveries = new Map(parts.deliveries.map((each) => [`${each.sink} ${each.event}`, each]));
    return [
        ...begun.map(({ name, part }) => `${part ? `"${part}"` : name} began and has not ended.`),
        ...(outcome === 'planned' ? [] : parts.components.flatMap(openItemOf)),
        ...(parts.integrity?.result === 'drift'
            ? ['The data differs from what it was: see verify-integrity.']
            : []),
        ...parts.owners.flatMap(({ state, message }) => state === 'paused' && message ? [(0,sentence .KG)(message)] : []),
        ...[...newestDeliveries.values()]
            .filter(({ status }) => status === 'failed')
            .map(({ sink, event, isUnknown }) => {
            const message = `message ${event ? `"${event}" ` : ''}`;
            return isUnknown
                ? `It is not known whether the ${message}reached ${sink}.`
                : `The ${message}did not reach ${sink}.`;
        }),
    ];
}
function openItemOf({ name, outcome, message }) {
    if (outcome === 'running')
        return [`${name} was begun and has not ended.`];
    if (outcome === 'planned')
        return [`${name} was planned and has not begun.`];
    if (outcome !== 'failed')
        return [];
    return [`${name} failed${message ? `: ${(0,sentence .Qu)(message)}` : ''}.`];
}


  })

};
;
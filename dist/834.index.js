export const id = 834;
export const ids = [834];
export const modules = {

/***/ 93103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ newest),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/**
 * What an event's evidence says under a name (`data-loss`, `severity` …), else what the outputs say that an action
 * left as its evidence. Undefined where neither does.
 */
function lookUp({ evidence }, name) {
    return property(evidence, name) ?? property(property(evidence, 'outputs'), name);
}
/** The newest event that says something under that name. */
function newest(events, name) {
    const event = events.findLast((each) => lookUp(each, name) !== undefined);
    return event && { event, value: lookUp(event, name) };
}
/** A text that is not empty, else undefined. */
const textOf = (value) => typeof value === 'string' && value !== '' ? value : undefined;
/** A number, also one that an output has as text, else undefined. */
function numberOf(value) {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
const property = (value, name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value[name] ?? undefined)
    : undefined;


/***/ }),

/***/ 86122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readEvents)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);


const STATUSES = ['started', 'done', 'no-op', 'planned', 'failed', 'skipped'];
/** Ten years: what takes longer is a mistake, and no date to reckon with. */
const MOST_SECONDS = 10 * 365 * 86_400;
const eventSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    id: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    at: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .isoTimestamp */ .yhX(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y((at) => !Number.isNaN(Date.parse(at)))),
    component: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    step: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    status: valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(STATUSES),
    from: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    to: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxValue */ .cGV(MOST_SECONDS))),
    message: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
});
/**
 * The events of a record in the order in which they were written, and the numbers (from 1) of the lines that are
 * none: cut when a run was killed, or written by something else. Those are passed over, never guessed at.
 */
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
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(eventSchema, JSON.parse(line));
        return parsed.success ? parsed.output : undefined;
    }
    catch {
        return undefined;
    }
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

/***/ 21959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   Hd: () => (/* binding */ ENCLOSING),
/* harmony export */   Hj: () => (/* binding */ newestRuns),
/* harmony export */   Ro: () => (/* binding */ actionsOf)
/* harmony export */ });
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93103);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26503);


/** The action that runs the others, `notify` and `report` too: while it is at work, its parts say how it stands. */
const ENCLOSING = 'rollback';
/** Which part of the enclosing action an event is of, where it is of one. */
const partOf = (event) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUp */ .TE)(event, 'part'));
/** All runs of all actions, in the order in which they began. */
function actionsOf(events) {
    const actions = [];
    for (const event of events) {
        const { component: name, step, status, at, seconds, message } = event;
        if (step !== _record_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .U)
            continue;
        const run = { name, part: partOf(event), status, seconds, message };
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
/**
 * The newest run of each action: it makes up for those before it. Each part of an enclosing action has its own, since what
 * is done to one database makes up for no other one; those of an attempt before the newest count no more.
 */
function newestRuns(actions) {
    const attempt = actions.findLastIndex(({ name }) => name === ENCLOSING);
    const counting = actions.filter(({ part }, index) => part === undefined || index > attempt);
    return [...new Map(counting.map((action) => [`${action.name} ${action.part ?? ''}`, action])).values()];
}
const isSame = (one, other) => one.name === other.name && one.part === other.part;


/***/ }),

/***/ 85566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O1: () => (/* binding */ secondsBetween),
/* harmony export */   Ux: () => (/* binding */ HEALTH_CHECK),
/* harmony export */   ct: () => (/* binding */ componentsOf)
/* harmony export */ });
/** The step of a look at a component, which changes nothing. */
const HEALTH_CHECK = 'health check';
/** What is done beside a live database, or before it is touched: nothing is back by it. */
const BEFOREHAND = [
    'fetch',
    'restore cluster',
    'recover',
    'dump',
    'drop unfinished',
    'create side database',
    'restore',
    'verify',
    'data loss',
];
/**
 * Groups events, oldest first, by component.
 *
 * @param attempts when each run of the action that encloses the others began
 */
function componentsOf(events, attempts = []) {
    return [...Map.groupBy(events, ({ component }) => component)].map(([component, own]) => {
        const steps = [...Map.groupBy(own, ({ step }) => step)].map(([step, each]) => stepOf(step, each, attempts));
        const outcome = outcomeOf(steps);
        // What is checked on the way says no time of its own: a later look makes nobody's way longer.
        const way = steps.filter(({ step }) => step !== HEALTH_CHECK);
        const timed = way.length > 0 ? way : steps;
        const started = earliest(timed.map((step) => step.started));
        const open = outcome === 'running' || outcome === 'planned';
        const ended = open ? undefined : latest(timed.map((step) => step.ended));
        const said = steps.filter(({ message }) => message !== undefined);
        const telling = said.findLast(({ status }) => status === outcome) ?? said.at(-1);
        return {
            component,
            from: own.find(({ from }) => from !== undefined)?.from,
            to: own.findLast(({ to }) => to !== undefined)?.to,
            outcome,
            started,
            ended,
            seconds: secondsBetween(started, ended),
            message: telling?.message,
            configuration: steps.every(({ step }) => step === 'put configuration back'),
            steps,
        };
    });
}
function stepOf(step, events, attempts) {
    const newest = events.at(-1);
    // That nothing is left to do the second time, or not yet begun, does not undo what the first did.
    const idle = ['no-op', 'skipped', 'planned'].includes(newest.status);
    const last = (idle && events.findLast(({ status }) => status === 'done')) || newest;
    const first = events.find(({ status }) => status !== 'planned');
    const open = last.status === 'started' || last.status === 'planned';
    const started = first && startOf(first);
    // One attempt does a thing again only to prove it: a workload that went back while it stood at zero serves from then.
    const proof = newest.status === 'no-op' && attemptOf(newest, attempts) === attemptOf(last, attempts);
    const ended = open ? undefined : proof && attempts.length > 0 ? newest.at : last.at;
    const seconds = secondsBetween(started, ended);
    return { step, status: last.status, started, ended, seconds, message: last.message };
}
const attemptOf = ({ at }, attempts) => attempts.filter((began) => byTime(began, at) <= 0).length;
/** An event that has no `started` before it says how long it took. */
function startOf({ status, at, seconds = 0 }) {
    return status === 'started' ? at : new Date(Date.parse(at) - seconds * 1000).toISOString();
}
/** The worst that the steps say, where not all is well. */
function outcomeOf(steps) {
    const has = (status) => steps.some((step) => step.status === status);
    if (has('failed'))
        return 'failed';
    if (has('started'))
        return 'running';
    if (has('planned'))
        return 'planned';
    if (steps.every(({ step }) => BEFOREHAND.includes(step)))
        return 'running';
    if (steps.some(({ step, status }) => status === 'done' && step !== HEALTH_CHECK))
        return 'done';
    return has('no-op') ? 'no-op' : 'skipped';
}
const byTime = (one, other) => Date.parse(one) - Date.parse(other);
const known = (instants) => instants.filter((at) => at !== undefined);
/** The first of some instants, where there is one. */
const earliest = (instants) => known(instants).sort(byTime).at(0);
/** The last of some instants, where there is one. */
const latest = (instants) => known(instants).sort(byTime).at(-1);
/** Seconds from one instant to another, where both are known. */
function secondsBetween(from, to) {
    return from === undefined || to === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / 1000;
}


/***/ }),

/***/ 68884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ TELLING),
  d: () => (/* binding */ storyOf)
});

// EXTERNAL MODULE: ./build/record/evidence.js
var evidence = __webpack_require__(93103);
// EXTERNAL MODULE: ./build/record/record.js
var record = __webpack_require__(26503);
// EXTERNAL MODULE: ./build/record/story-actions.js
var story_actions = __webpack_require__(21959);
// EXTERNAL MODULE: ./build/record/story-components.js
var story_components = __webpack_require__(85566);
;// CONCATENATED MODULE: ./build/record/story-findings.js



/** The events of the component `notify`, whose step is the sink. */
function deliveriesOf(events) {
    const sent = events.filter(({ component, step }) => component === 'notify' && step !== record/* ACTION_STEP */.U);
    return sent.map((event) => ({
        sink: event.step,
        event: (0,evidence/* textOf */.b6)((0,evidence/* lookUp */.TE)(event, 'event')),
        status: event.status,
        at: event.at,
        message: event.message,
        evidence: event.evidence,
    }));
}
/** What the newest `assess` of these events said. */
function assessmentOf(events) {
    const judging = events.filter(({ component }) => component === 'assess');
    const found = (0,evidence/* newest */.BP)(judging, 'severity') ?? (0,evidence/* newest */.BP)(judging, 'decision');
    if (!found)
        return undefined;
    const { event } = found;
    return {
        severity: (0,evidence/* textOf */.b6)((0,evidence/* lookUp */.TE)(event, 'severity')),
        decision: (0,evidence/* textOf */.b6)((0,evidence/* lookUp */.TE)(event, 'decision')),
        decideBy: (0,evidence/* textOf */.b6)((0,evidence/* lookUp */.TE)(event, 'decide-by')),
        result: (0,evidence/* textOf */.b6)((0,evidence/* lookUp */.TE)(event, 'result')),
        evidence: (0,evidence/* lookUp */.TE)(event, 'evidence'),
        message: event.message,
    };
}
/**
 * What the newest `verify-integrity` of these events found; an analysis only where there was nothing else. Of several
 * parts of one rollback, such as the comparisons of two databases, one that found drift.
 */
function integrityOf(events) {
    const own = events.filter(({ component }) => component === 'verify-integrity');
    // An analysis says what happened since, and takes nothing back of what a comparison found.
    const looks = own.filter((event) => (0,evidence/* lookUp */.TE)(event, 'result') !== 'analyzed');
    const byPart = [...Map.groupBy(looks, story_actions/* partOf */.BU).values()].map((each) => (0,evidence/* newest */.BP)(each, 'result'));
    const drifted = byPart.findLast((found) => found?.value === 'drift');
    const found = drifted ?? (0,evidence/* newest */.BP)(looks, 'result') ?? (0,evidence/* newest */.BP)(own, 'result');
    const result = (0,evidence/* textOf */.b6)(found?.value);
    if (!found || result === undefined)
        return undefined;
    const { event } = found;
    const [tables, rows] = ['tables', 'rows'].map((name) => (0,evidence/* numberOf */.rl)((0,evidence/* lookUp */.TE)(event, name)));
    return { result, tables, rows, message: event.message };
}
/** The newest that each component said, in the order of the record. */
function dataLossOf(events) {
    const losses = events
        .map((event) => ({ component: event.component, evidence: (0,evidence/* lookUp */.TE)(event, 'data-loss') }))
        .filter(({ evidence }) => evidence !== undefined);
    return [...new Map(losses.map((loss) => [loss.component, loss])).values()];
}

;// CONCATENATED MODULE: ./build/record/story.js





/** Actions that judge, check, mark, tell, account or configure, and what people agreed to: they put nothing back. */
const BESIDE = ['assess', 'mark-good', 'verify-integrity', 'notify', 'report', 'drill', 'init', 'consent'];
/** Those that are at work while they read the record. */
const TELLING = ['notify', 'report'];
/** Steps that only look at a component, or write on it. */
const LOOKS = ['mark good', 'capture', 'compare', 'analyze'];
const acts = ({ component, step }) => !BESIDE.includes(component) && !LOOKS.includes(step);
const isAction = ({ step }) => step === record/* ACTION_STEP */.U;
const encloses = (event) => isAction(event) && event.component === story_actions/* ENCLOSING */.Hd;
/**
 * Tells the rollback `id` from the events of a record; where the record has nothing that it put back, or none is
 * named, the last one that put something back.
 */
function storyOf(record, id) {
    const acting = record.filter(acts);
    const told = acting.some((event) => event.id === id) ? id : (acting.at(-1) ?? record.at(-1))?.id;
    const events = record
        .filter((event) => event.id === told)
        .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    const own = events.filter(acts);
    const attempts = events.filter((event) => encloses(event) && event.status === 'started');
    const parts = {
        actions: (0,story_actions/* actionsOf */.Ro)(events),
        components: (0,story_components/* componentsOf */.ct)(own.filter((event) => !isAction(event)), attempts.map(({ at }) => at)),
        integrity: integrityOf(events),
        deliveries: deliveriesOf(events),
        dryRun: (0,evidence/* newest */.BP)(own.filter(isAction), 'dry-run')?.value === true,
    };
    const outcome = outcomeOf(parts);
    const started = own[0]?.at;
    // What comes after the last part tells of it, and takes nobody's service away.
    const last = own.findLast((event) => !encloses(event)) ?? own.at(-1);
    const ended = outcome === 'running' ? undefined : last?.at;
    const isLate = ({ at }) => ended !== undefined && Date.parse(at) >= Date.parse(ended);
    const known = (name) => (0,evidence/* textOf */.b6)((0,evidence/* newest */.BP)(events.filter(isAction), name)?.value);
    return {
        id: told,
        environment: known('environment'),
        reason: known('reason'),
        actor: known('actor'),
        repository: known('repository'),
        sha: known('sha'),
        run: known('run'),
        started,
        ended,
        seconds: (0,story_components/* secondsBetween */.O1)(started, ended),
        outcome,
        ...parts,
        counts: countsOf(parts.components),
        dataLoss: dataLossOf(events),
        assessment: assessmentOf(events.filter((event) => !isLate(event))) ?? assessmentOf(events),
        aftermath: assessmentOf(events.filter(isLate)),
        openItems: openItemsOf(outcome, parts),
        events,
    };
}
function outcomeOf({ actions, components, dryRun }) {
    const runs = (0,story_actions/* newestRuns */.Hj)(actions);
    const enclosing = runs.find(({ name }) => name === story_actions/* ENCLOSING */.Hd)?.status;
    // A plan that the whole has gone on from says no more how it stands.
    const isPast = ({ part, status }) => part !== undefined && status === 'planned' && !dryRun;
    const acting = runs.filter((run) => !BESIDE.includes(run.name) && run.name !== story_actions/* ENCLOSING */.Hd && !isPast(run));
    const parts = acting.length > 0 ? acting.map(({ status }) => status) : components.map(({ outcome }) => outcome);
    const told = parts.length > 0 || enclosing === undefined ? parts : [enclosing];
    if (told.length === 0)
        return undefined;
    if (told.includes('started') || told.includes('running'))
        return 'running';
    const spoilt = runs.some(({ name, status }) => name === 'verify-integrity' && status === 'failed');
    if (told.includes('failed') || spoilt || enclosing === 'failed')
        return 'failed';
    const left = components.some(({ outcome }) => outcome === 'planned' || outcome === 'running');
    if (enclosing === 'started' && left && !dryRun)
        return 'running';
    if (told.includes('done') || components.some(({ outcome }) => outcome === 'done'))
        return 'done';
    return told.includes('planned') ? 'planned' : 'no-op';
}
function countsOf(components) {
    const outcomes = components.filter((each) => !each.configuration).map(({ outcome }) => outcome);
    return {
        done: outcomes.filter((outcome) => outcome === 'done' || outcome === 'no-op').length,
        failed: outcomes.filter((outcome) => outcome === 'failed').length,
        total: outcomes.length,
    };
}
function openItemsOf(outcome, parts) {
    const begun = (0,story_actions/* newestRuns */.Hj)(parts.actions).filter(({ status, name }) => status === 'started' && !TELLING.includes(name) && name !== story_actions/* ENCLOSING */.Hd);
    const newestDeliveries = new Map(parts.deliveries.map((each) => [`${each.sink} ${each.event}`, each]));
    return [
        ...begun.map(({ name, part }) => `${part ? `"${part}"` : name} began and has not ended.`),
        ...(outcome === 'planned' ? [] : parts.components.flatMap(openItemOf)),
        ...(parts.integrity?.result === 'drift'
            ? ['The data differs from what it was: see verify-integrity.']
            : []),
        ...[...newestDeliveries.values()]
            .filter(({ status }) => status === 'failed')
            .map(({ sink, event }) => `The message ${event ? `"${event}" ` : ''}did not reach ${sink}.`),
    ];
}
function openItemOf({ component, outcome, message }) {
    if (outcome === 'running')
        return [`${component} was begun and has not ended.`];
    if (outcome === 'planned')
        return [`${component} was planned and has not begun.`];
    if (outcome !== 'failed')
        return [];
    return [`${component} failed${message ? `: ${message.replace(/\.$/, '')}` : ''}.`];
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

/***/ 69355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OI: () => (/* binding */ innermost),
/* harmony export */   YZ: () => (/* binding */ whyUnreached),
/* harmony export */   dJ: () => (/* binding */ isLasting)
/* harmony export */ });
/** What it means that somebody could not be talked to, by the code of Node or OpenSSL. */
const WORDS = {
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the connection was cut',
    UND_ERR_SOCKET: 'the connection was cut',
    ENOTFOUND: 'the name does not resolve',
    EAI_AGAIN: 'the name does not resolve',
    ETIMEDOUT: 'no answer',
    UND_ERR_CONNECT_TIMEOUT: 'no answer',
    EPROTO: 'it does not speak TLS',
    ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody known; give NODE_EXTRA_CA_CERTS',
    SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody known; give NODE_EXTRA_CA_CERTS',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody known; give NODE_EXTRA_CA_CERTS',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by nobody known; give NODE_EXTRA_CA_CERTS',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};
/** Why somebody could not be talked to, in words where there are any. */
function whyUnreached(error) {
    const { name, code = '', message } = innermost(error);
    if (name === 'TimeoutError')
        return 'no answer';
    // Where all addresses of a name were tried in vain there is no message.
    return WORDS[code] ?? (message.split('\n')[0] || code);
}
/** The error that has the code: those of libraries are about fetch's, and fetch's is about the socket's. */
function innermost(error) {
    const { cause } = error;
    return typeof cause === 'object' && cause !== null ? innermost(cause) : error;
}
/** True for what is the same at the next attempt. */
const isLasting = (error) => /CERT|SIGNED|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO|ENOTFOUND/.test(innermost(error).code ?? '');


/***/ })

};

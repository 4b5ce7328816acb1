export const id = 6249;
export const ids = [6249];
export const modules = {

/***/ 26963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xl: () => (/* binding */ withoutReferences),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tJ: () => (/* binding */ inert),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61376);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);


/** Text of others without secrets, on one line, that cannot end its table cell, open markup or mention a user in GitHub's Markdown. */
function inert(text) {
    return oneLine((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)((0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutControls */ .DJ)(text))).replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
/** Text without line ends and the blanks around them. */
function oneLine(text) {
    const [first = '', ...rest] = text.split('\n');
    if (rest.length === 0)
        return first;
    const last = rest.pop() ?? '';
    const words = [first.trimEnd(), ...rest.map((line) => line.trim()).filter(Boolean), last.trimStart()];
    return words.join(' ');
}
/**
 * The same where GitHub also reads references and bare links, as in issues and comments: a comment in between keeps
 * them apart. For Markdown without links of our own.
 */
const withoutReferences = (markdown) => markdown
    .replaceAll('&#64;', '&#64;<!-- -->')
    .replace(/(?<!&)#(?=\d)/g, '#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, 2)}<!-- -->-`)
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:<!-- -->')
    .replace(/\bwww\.(?=\w)/gi, 'www<!-- -->.');
/** The same as code. */
const code = (text) => `<code>${inert(text)}</code>`;
/** A table whose cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 5491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Ws: () => (/* binding */ workloadSubject),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   oI: () => (/* binding */ endsOf),
/* harmony export */   yK: () => (/* binding */ databaseSubject)
/* harmony export */ });
/** A workload as the record names it: `deployment/web`, and in which namespace of which cluster. */
const workloadSubject = ({ kind, name, }, where) => ({
    component: `${kind.toLowerCase()}/${name}`,
    where,
});
/** A database as the record names it, with the `host:port` of its server. */
const databaseSubject = ({ database, name: server, }) => ({ component: `database/${database}`, where: { server } });
/**
 * What makes a component this one and no other, from the outside in: `10.0.0.1:6443/shop/deployment/web`. Its end is
 * the name that people use.
 */
const keyOf = ({ component, where = {} }) => [...placesOf(where), component].join('/');
/** All ends of a key that begin with a whole word, the longest first: `shop/deployment/web`, `deployment/web`, `web`. */
function endsOf(key) {
    const words = key.split('/');
    return words.map((_, index) => words.slice(index).join('/'));
}
/**
 * What people call each component, by its key: its own name where there is only one of that name, else with what sets
 * it apart: `deployment/web (shop)`.
 */
function namesOf(components) {
    const unique = new Map(components.map((each) => [keyOf(each), each]));
    const namesakes = Map.groupBy(unique, ([, { component }]) => component);
    return new Map([...unique].map(([key, each]) => {
        const others = (namesakes.get(each.component) ?? []).map(([, other]) => other);
        return [key, others.length === 1 ? each.component : `${each.component} (${apart(each, others)})`];
    }));
}
/** What sets a component apart from its namesakes: its namespace alone where no other has it, else all that is known. */
function apart({ where = {} }, namesakes) {
    const { namespace } = where;
    const same = namesakes.filter((other) => other.where?.namespace === namespace);
    return namespace !== undefined && same.length === 1 ? namespace : placesOf(where).join('/') || 'elsewhere';
}
const PLACES = ['cluster', 'namespace', 'server', 'provider', 'zone', 'directory', 'workspace', 'address'];
/** In an order of its own: JSON's may be any. */
const placesOf = (where) => PLACES.flatMap((name) => where[name] || []);


/***/ }),

/***/ 86122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readEvents)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77934);
/* harmony import */ var _base_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5685);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15379);





const STATUSES = ['started', 'done', 'no-op', 'planned', 'failed', 'skipped'];
/** Ten years: what takes longer is a mistake, and no date to reckon with. */
const MAX_SECONDS = 10 * 365 * 86_400;
const eventSchema = valibot__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({
    id: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    at: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .isoTimestamp */ .yhX(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .check */ .z6Y(_base_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isInstant */ .u)),
    component: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    where: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())),
    step: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    status: valibot__WEBPACK_IMPORTED_MODULE_4__/* .picklist */ .KIO(STATUSES),
    from: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    to: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .minValue */ .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_4__/* .maxValue */ .cGV(MAX_SECONDS))),
    message: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    part: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
});
/**
 * The events of a record in the order in which they were written, and the numbers (from 1) of the lines that are none: cut when
 * a run was killed, written by something else, or of an unknown step. Those are passed over, never guessed at. The writer of a
 * record may not have known the secrets of its reader.
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
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(eventSchema, JSON.parse(line));
        if (!parsed.success || !(0,_catalogue_js__WEBPACK_IMPORTED_MODULE_3__/* .meaningOf */ .Pr)(parsed.output))
            return undefined;
        const { from, to, message, evidence, ...known } = parsed.output;
        // What the catalogue knows an event by stays as it is; it is redacted where it is shown.
        return { ...known, ...(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redacted */ .pc)({ from, to, message, evidence }) };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 21959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ newestRuns),
/* harmony export */   N_: () => (/* binding */ enclosingPartOf),
/* harmony export */   Ro: () => (/* binding */ actionsOf)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93103);


/** Which part of the enclosing action an event is of, where it is of one. */
const enclosingPartOf = (event) => event.part ?? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUp */ .TE)(event, 'part'));
/** All runs of all actions, in the order in which they began. */
function actionsOf(events) {
    const actions = [];
    for (const event of events) {
        const { component: name, step, status, at, seconds, message } = event;
        if (step !== _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .UC)
            continue;
        const run = { name, means: (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .meaningOf */ .Pr)(event), part: enclosingPartOf(event), status, seconds, message };
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
    const attempt = actions.findLastIndex(({ means }) => means === 'encloses');
    const counting = actions.filter(({ part }, index) => part === undefined || index > attempt);
    return [...new Map(counting.map((action) => [`${action.name} ${action.part ?? ''}`, action])).values()];
}
const isSame = (one, other) => one.name === other.name && one.part === other.part;


/***/ }),

/***/ 35528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ assessmentsOf),
/* harmony export */   Ft: () => (/* binding */ dataLossOf),
/* harmony export */   K: () => (/* binding */ deliveriesOf),
/* harmony export */   Ll: () => (/* binding */ integrityOf),
/* harmony export */   Mf: () => (/* binding */ quickFixIn),
/* harmony export */   Qp: () => (/* binding */ smokeTestsIn),
/* harmony export */   qh: () => (/* binding */ questionIn),
/* harmony export */   xi: () => (/* binding */ isOutward),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);
/* harmony import */ var _component_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5491);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93103);
/* harmony import */ var _story_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21959);




const QUESTION_STATES = {
    ask: 'open',
    remind: 'reminder',
    'time over': 'over',
    settle: 'settled',
    answer: 'answered',
};
/** What a person is to decide, or has decided; undefined where there is no question. */
function questionIn(events) {
    const event = events.findLast(({ component }) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(component) === 'decision');
    const state = event && QUESTION_STATES[event.step];
    if (!event || !state)
        return undefined;
    const signals = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'signals');
    return {
        state,
        asked: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'asked')),
        until: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'until')),
        signals: Array.isArray(signals) ? signals.filter((each) => typeof each === 'string') : [],
        message: event.message,
    };
}
/** The newest time for a quick fix; undefined where there was none. */
function quickFixIn(events) {
    const event = events.findLast(({ component, step }) => component === 'assess' && step === 'quick fix');
    if (!event)
        return undefined;
    const state = event.status === 'started' ? 'waiting' : event.status === 'done' ? 'helped' : 'failed';
    return { state, until: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'until')), message: event.message };
}
/** What the smoke tests came to; undefined where none was run. */
function smokeTestsIn(events) {
    const own = events.filter(({ component, step }) => component === 'smoke-test' && step !== _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .UC);
    const newestOf = [...new Map(own.map((event) => [event.step, event])).values()];
    if (newestOf.length === 0)
        return undefined;
    return { passed: newestOf.filter(({ status }) => status === 'done').length, total: newestOf.length };
}
/** Ways that can lead out of the house: channels, pagers and pull requests are the team's. */
const OUTWARD = ['email', 'webhook'];
/** Whether customers can have read what was sent there. */
const isOutward = ({ sink }) => OUTWARD.includes(sink);
/** The events of the component `notify`, whose step is the sink. */
function deliveriesOf(events) {
    const sent = events.filter(({ component, step }) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(component) === 'notify' && step !== _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .UC);
    return sent.map((event) => ({
        sink: event.step,
        event: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'event')),
        status: event.status,
        isUnknown: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'status') === 'unknown',
        at: event.at,
        message: event.message,
        evidence: event.evidence,
    }));
}
/** What `assess` said in samples that began after the last change, and in those before. */
function assessmentsOf(events, lastChange) {
    const judging = events.filter((event) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .meaningOf */ .Pr)(event) === 'decides');
    const isLate = (event) => {
        const began = judging
            .slice(0, judging.indexOf(event) + 1)
            .findLast((each) => each.status === 'started' && (0,_story_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .enclosingPartOf */ .N_)(each) === (0,_story_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .enclosingPartOf */ .N_)(event));
        return lastChange !== undefined && Date.parse((began ?? event).at) >= Date.parse(lastChange);
    };
    return {
        before: assessmentOf(judging.filter((event) => !isLate(event))),
        after: assessmentOf(judging.filter(isLate)),
    };
}
/** What the newest of these samples said. */
function assessmentOf(judging) {
    const found = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(judging, 'severity') ?? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(judging, 'decision');
    if (!found)
        return undefined;
    const { event } = found;
    return {
        severity: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'severity')),
        decision: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'decision')),
        decideBy: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'decide-by')),
        result: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'result')),
        evidence: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'evidence'),
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
    const comparisons = own.filter((event) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'result') !== 'analyzed');
    const byPart = [...Map.groupBy(comparisons, _story_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .enclosingPartOf */ .N_).values()].map((each) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(each, 'result'));
    const drifted = byPart.findLast((found) => found?.value === 'drift');
    const found = drifted ?? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(comparisons, 'result') ?? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(own, 'result');
    const result = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .nonEmptyText */ .al)(found?.value);
    if (!found || result === undefined)
        return undefined;
    const { event } = found;
    const [tables, rows] = ['tables', 'rows'].map((name) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .numberOf */ .rl)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, name)));
    return { result, tables, rows, message: event.message };
}
/** The newest that each component said, in the order of the record. */
function dataLossOf(events) {
    const withLoss = events.filter((event) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'data-loss') !== undefined);
    const newestOf = new Map(withLoss.map((event) => [(0,_component_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(subjectOf(event)), event]));
    const own = [...newestOf].filter(([, event]) => event.step !== _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .UC);
    // An action's outputs repeat what its database has said, and do not say on which server that is.
    const repeated = own.map(([, { component }]) => component);
    const losses = [...newestOf].filter(([, event]) => event.step !== _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .UC || !repeated.includes(subjectOf(event).component));
    const names = (0,_component_js__WEBPACK_IMPORTED_MODULE_3__/* .namesOf */ .eZ)(losses.map(([, event]) => subjectOf(event)));
    return losses.map(([key, event]) => ({
        component: subjectOf(event).component,
        name: names.get(key) ?? key,
        happened: hasHappened(key, event, events),
        evidence: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'data-loss'),
    }));
}
/** What lost something: the database that an action's outputs name, else the component of the event. */
function subjectOf(event) {
    const database = event.step === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .UC ? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(event, 'database')) : undefined;
    return database === undefined ? event : { component: `database/${database}` };
}
/** What is put back after it was found out that something would be lost by it is lost. */
function hasHappened(key, found, events) {
    if (found.step === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .UC)
        return found.status === 'done';
    const since = events.slice(events.indexOf(found));
    return since.some((event) => (0,_component_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(event) === key && event.status === 'done' && (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .meaningOf */ .Pr)(event) === 'restores');
}
/**
 * Where the rollback ran, by whom it was started and why. A report runs elsewhere and later, so its event counts only where no
 * event of the rollback says so.
 *
 * @param own events of actions that roll back
 * @param all events of all actions
 */
function originOf(own, all) {
    const known = (name) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .nonEmptyText */ .al)(((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(own, name) ?? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(all, name))?.value);
    return {
        environment: known('environment'),
        reason: known('reason'),
        actor: known('actor'),
        repository: known('repository'),
        sha: known('sha'),
        run: known('run'),
    };
}


/***/ }),

/***/ 93578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ storyOf)
});

// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/record/catalogue.js + 1 modules
var catalogue = __webpack_require__(15379);
// EXTERNAL MODULE: ./build/record/evidence.js
var evidence = __webpack_require__(93103);
// EXTERNAL MODULE: ./build/record/incident.js
var incident = __webpack_require__(87688);
;// CONCATENATED MODULE: ./build/record/recovery.js


function standingOf(outcome, { state }) {
    if (outcome === 'done')
        return { confirmed: 'resolved', unconfirmed: 'unconfirmed', contradicted: 'unhealthy' }[state];
    if (outcome === 'no-op')
        return state === 'contradicted' ? 'still-unhealthy' : 'nothing';
    if (outcome === 'failed' || outcome === 'running' || outcome === 'planned')
        return outcome;
    return 'unknown';
}
/** Judges whether the record holds evidence that all is well again. Nothing that is not in it counts. */
function recoveryOf({ outcome, components, integrity, smokeTests, aftermath, verificationFailed, isVerificationFailed, }) {
    const against = [
        ...(outcome === 'done' || outcome === 'no-op' ? [] : ['the rollback has not ended well']),
        ...(isSick(aftermath) ? [describe(aftermath)] : []),
        ...(integrity?.result === 'drift' ? ['the data differs from what it was'] : []),
        ...(smokeTests && smokeTests.passed < smokeTests.total
            ? [`${smokeTests.total - smokeTests.passed} of ${smokeTests.total} smoke tests did not pass`]
            : []),
        ...(isVerificationFailed && integrity?.result !== 'drift' ? ['the data could not be verified'] : []),
    ];
    if (against.length > 0)
        return { state: 'contradicted', because: against };
    if (isWell(aftermath))
        return { state: 'confirmed', because: [describe(aftermath)] };
    const { passed, missing } = checksOf(components, integrity);
    // Where recovery was verified, that counts, and not what was checked before.
    const isVerified = aftermath !== undefined || verificationFailed !== undefined;
    if (passed.length > 0 && missing.length === 0 && !isVerified)
        return { state: 'confirmed', because: passed };
    return { state: 'unconfirmed', because: [doubtOf(aftermath, verificationFailed), ...missing] };
}
function doubtOf(aftermath, verificationFailed) {
    if (aftermath?.result === 'inconclusive')
        return 'the metrics since were inconclusive';
    if (aftermath)
        return describe(aftermath);
    return verificationFailed === undefined
        ? 'the metrics have not been checked since'
        : `the check of the metrics since failed: ${(0,sentence/* withoutFullStop */.Qu)(verificationFailed)}`;
}
const isKnown = (assessment) => assessment?.severity !== undefined && assessment.result !== 'inconclusive';
const isWell = (assessment) => isKnown(assessment) && assessment.severity === 'none';
const isSick = (assessment) => isKnown(assessment) && !['none', 'low'].includes(assessment.severity ?? '');
const describe = (assessment) => (assessment?.message && (0,sentence/* withoutFullStop */.Qu)(assessment.message)) ?? `severity ${assessment?.severity} since`;
/** What was checked in the components that are back, and what was not. */
function checksOf(components, integrity) {
    const back = components.filter(({ configuration, outcome }) => !configuration && (outcome === 'done' || outcome === 'no-op'));
    const workloads = back.filter(({ component }) => (0,catalogue/* kindOf */.I)(component) === 'workload');
    const databases = back.filter(({ component }) => (0,catalogue/* kindOf */.I)(component) === 'database');
    const checked = workloads.filter((each) => each.isVerified).length;
    const isCompared = integrity?.result === 'intact';
    const verified = databases.filter((each) => isCompared || each.isVerified).length;
    return {
        passed: [
            ...(checked > 0 ? [`${checked} of ${workloads.length} health checks passed`] : []),
            ...(verified > 0 ? [verifiedWords(verified, databases.length)] : []),
        ],
        missing: [
            ...(checked < workloads.length
                ? [`${workloads.length - checked} of ${workloads.length} services passed no health check`]
                : []),
            ...(verified < databases.length
                ? [
                    `${databases.length - verified} of ${databases.length} databases ${databases.length - verified === 1 ? 'was' : 'were'} not verified`,
                ]
                : []),
        ],
    };
}
const verifiedWords = (verified, all) => all === 1
    ? 'the database was verified'
    : `${verified} of ${all} databases ${verified === 1 ? 'was' : 'were'} verified`;

// EXTERNAL MODULE: ./build/record/story-actions.js
var story_actions = __webpack_require__(21959);
;// CONCATENATED MODULE: ./build/record/since.js

/**
 * The events of whatever began after the last of some changes: what was seen before it says nothing of what came of it. All
 * of them, where nothing was changed.
 */
function sinceLast(changes, events) {
    return events.filter((event, index) => {
        const began = events
            .slice(0, index + 1)
            .findLast((each) => each.status === 'started' && isSame(each, event));
        return isSince({ started: (began ?? event).at }, changes);
    });
}
/** Whether something began after the last of some changes. */
function isSince({ started, ended }, changes) {
    const last = changes.at(-1)?.at;
    const began = started ?? ended;
    return last === undefined || began === undefined || Date.parse(began) >= Date.parse(last);
}
/** The newest run of each check that failed and says something about now: it began after what it checks was changed last. */
function failedChecksOf(actions, changes, data) {
    return (0,story_actions/* newestRuns */.Hj)(actions).filter((run) => run.means === 'verifies' &&
        run.status === 'failed' &&
        isSince(run, run.name === 'verify-integrity' ? data : changes));
}
const isSame = (one, other) => one.component === other.component &&
    one.step === other.step &&
    (0,story_actions/* enclosingPartOf */.N_)(one) === (0,story_actions/* enclosingPartOf */.N_)(other);

// EXTERNAL MODULE: ./build/record/component.js
var component = __webpack_require__(5491);
;// CONCATENATED MODULE: ./build/record/story-components.js


/** What happens on a component's way back, and takes part of its time. */
const ON_THE_WAY = ['prepares', 'holds traffic', 'restores', 'resumes traffic'];
/** What makes it a component that is to go back: that leftovers were removed or traffic given back does not. */
const TOWARD = ['prepares', 'holds traffic', 'restores'];
/**
 * Groups events, oldest first, by component; those that nothing was to be put back of are none.
 *
 * @param runs of actions, by which an event without an end is known to have failed
 */
function componentsOf(events, runs = []) {
    const attempts = runs.flatMap(({ means, started }) => (means === 'encloses' && started ? [started] : []));
    const toward = Map.groupBy(events, component/* keyOf */.TN);
    const components = [...toward].filter(([, own]) => own.some(isToward));
    const names = (0,component/* namesOf */.eZ)(components.flatMap(([, [first]]) => (first ? [first] : [])));
    return components.map(([key, own]) => ({
        key,
        name: names.get(key) ?? key,
        ...componentOf(own, runs, attempts),
    }));
}
const isToward = (event) => TOWARD.includes((0,catalogue/* meaningOf */.Pr)(event));
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
    const means = (0,catalogue/* meaningOf */.Pr)(newest);
    return { step, means, status: last.status, started, ended, seconds, message: last.message };
}
const attemptOf = ({ at }, attempts) => attempts.filter((began) => byTime(began, at) <= 0).length;
/** An event that has no `started` before it says how long it took. */
function startOf({ status, at, seconds = 0 }) {
    return status === 'started' ? at : new Date(Date.parse(at) - seconds * 1000).toISOString();
}
/** The worst that the steps say, where not all is well. Leftovers that stay make nothing worse. */
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
/** Whether what a step put back is known to be: it waits for that itself, or another one came after it. */
function isProven({ step, status }, events) {
    if (status !== 'done')
        return true;
    const last = events.findLastIndex((event) => event.step === step && event.status === 'done');
    const proof = (0,catalogue/* provenBy */.cr)(events[last]);
    const after = events.slice(last + 1);
    return (proof === undefined ||
        after.some((event) => event.step === proof && ['done', 'no-op'].includes(event.status)));
}
/**
 * Whether it passed a check. What a workload passed before it went back, it passed in what it went back from; a database is
 * checked before it takes the other's place.
 */
function isVerified(events, steps) {
    if (!steps.some(({ means, status }) => means === 'verifies' && status === 'done'))
        return false;
    const last = events.findLastIndex((event) => (0,catalogue/* meaningOf */.Pr)(event) === 'restores' && event.status === 'done');
    const back = events[last];
    if (!back || (0,catalogue/* kindOf */.I)(back.component) !== 'workload')
        return true;
    const began = events
        .slice(0, last)
        .findLast(({ step, status }) => step === back.step && status === 'started');
    const since = Date.parse(startOf(began ?? back));
    return events.some((event) => (0,catalogue/* meaningOf */.Pr)(event) === 'verifies' && event.status === 'done' && Date.parse(event.at) >= since);
}
/** Whether users were taken away and not given back since. */
function isHeld(events) {
    const traffic = events.filter((event) => event.status === 'done' && ['holds traffic', 'resumes traffic'].includes((0,catalogue/* meaningOf */.Pr)(event)));
    const [last] = traffic.slice(-1);
    return last !== undefined && (0,catalogue/* meaningOf */.Pr)(last) === 'holds traffic';
}
/** The run that failed before it had done what it began to do to a component. */
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
    // That traffic is resumed does not say what was put back.
    const restored = decisive.findLast(({ means }) => means === 'restores');
    return (restored ?? decisive.at(-1) ?? withMessage.at(-1))?.message;
}
const goesWithAnother = ({ component }) => ['configuration', 'resource'].includes((0,catalogue/* kindOf */.I)(component) ?? '');
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

// EXTERNAL MODULE: ./build/record/story-findings.js
var story_findings = __webpack_require__(35528);
;// CONCATENATED MODULE: ./build/record/story-owners.js


/** The owners in the events, each in its newest state. */
function ownersOf(events) {
    const owners = new Map();
    for (const event of events) {
        const verb = (0,catalogue/* verbOf */.rl)(event);
        if ((0,catalogue/* kindOf */.I)(event.component) !== 'owner' || ['started', 'planned'].includes(event.status))
            continue;
        const name = event.step.slice(verb.length).trim();
        const before = owners.get(name);
        owners.set(name, {
            name,
            state: stateOf(verb, event),
            since: (0,evidence/* nonEmptyText */.al)((0,evidence/* lookUp */.TE)(event, 'since')) ?? before?.since,
            pullRequest: (0,evidence/* nonEmptyText */.al)((0,evidence/* lookUp */.TE)(event, 'pull-request')) ?? before?.pullRequest,
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

;// CONCATENATED MODULE: ./build/record/story.js










/** What is part of a rollback; the rest checks it, judges it or reports it. */
const ROLLBACK = [
    'encloses',
    'prepares',
    'holds traffic',
    'restores',
    'resumes traffic',
    'verifies',
    'cleans up',
];
const acts = (event) => ROLLBACK.includes((0,catalogue/* meaningOf */.Pr)(event)) && !(isAction(event) && (0,catalogue/* meaningOf */.Pr)(event) === 'verifies');
/** A question to a person, or its reminder, is a story as well. */
const isQuestion = ({ component }) => (0,catalogue/* kindOf */.I)(component) === 'decision';
const isAction = ({ step }) => step === catalogue/* ACTION_STEP */.UC;
const restores = (event) => !isAction(event) && (0,catalogue/* meaningOf */.Pr)(event) === 'restores';
const encloses = (event) => (0,catalogue/* meaningOf */.Pr)(event) === 'encloses';
/**
 * Tells the rollback `id` from the events of a record, with all attempts of it; where the record has nothing that it
 * put back or asked, or none is named, the last one that put something back.
 */
function storyOf(record, id) {
    const acting = record.filter(acts);
    const attempts = id === undefined ? new Set() : (0,incident/* attemptsOf */.Or)(record, id);
    const isNamed = record.some((event) => attempts.has(event.id) && (acts(event) || isQuestion(event)));
    const chosen = isNamed ? id : (acting.at(-1) ?? record.at(-1))?.id;
    const ids = chosen === undefined ? attempts : (0,incident/* attemptsOf */.Or)(record, chosen);
    const events = record
        .filter((event) => ids.has(event.id))
        .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    return storyFrom(chosen, events);
}
function storyFrom(id, recorded) {
    const events = withEarlier(recorded);
    const own = events.filter(acts);
    const actions = (0,story_actions/* actionsOf */.Ro)(events);
    const changes = own.filter(({ status }) => status === 'done').filter(restores);
    const data = changes.filter(({ component }) => (0,catalogue/* kindOf */.I)(component) === 'database');
    const checks = { all: sinceLast(changes, events), data: sinceLast(data, events) };
    const failedChecks = failedChecksOf(actions, changes, data);
    const isVerificationFailed = failedChecks.some(({ name }) => name === 'verify-integrity');
    const parts = {
        actions,
        components: componentsOf(own.filter((event) => !isAction(event)), actions),
        integrity: (0,story_findings/* integrityOf */.Ll)(checks.data),
        deliveries: (0,story_findings/* deliveriesOf */.K)(events),
        owners: ownersOf(events),
        dryRun: (0,evidence/* newest */.BP)(own.filter(isAction), 'dry-run')?.value === true,
    };
    const question = (0,story_findings/* questionIn */.qh)(events);
    const smokeTests = (0,story_findings/* smokeTestsIn */.Qp)(checks.all);
    // A question, or its reminder, has changed nothing.
    const isUndecided = question !== undefined && question.state !== 'answered' && parts.components.length === 0;
    const outcome = isUndecided ? 'no-op' : story_outcomeOf(parts, own.every(isAction), failedChecks.length > 0);
    const started = story_startOf(events, own[0]?.at);
    // What comes after the last part only reports it, and is not downtime.
    const last = own.findLast((event) => !encloses(event)) ?? own.at(-1);
    const ended = outcome === 'running' ? undefined : last?.at;
    const { before, after } = (0,story_findings/* assessmentsOf */.FO)(events, ended);
    const recovery = recoveryOf({
        outcome,
        ...parts,
        // Where nothing was changed, every sample is one since the last change.
        aftermath: after ?? (outcome === 'no-op' ? before : undefined),
        verificationFailed: verificationFailureIn(actions, ended),
        smokeTests,
        isVerificationFailed,
    });
    return {
        id,
        incident: id === undefined ? undefined : (0,incident/* incidentIn */._)(events, id),
        ...(0,story_findings/* originOf */.yv)(own.filter(isAction), events.filter(isAction)),
        started,
        ended,
        seconds: secondsBetween(started, ended),
        outcome,
        ...parts,
        counts: countsOf(parts.components),
        dataLoss: (0,story_findings/* dataLossOf */.Ft)(events),
        assessment: before,
        aftermath: after,
        question,
        quickFix: (0,story_findings/* quickFixIn */.Mf)(events),
        smokeTests,
        isVerificationFailed,
        recovery,
        standing: isUndecided ? 'asked' : standingOf(outcome, recovery),
        openItems: openItemsOf(outcome, parts),
        events,
    };
}
/** What an attempt that died has put back is done: the attempt that took over found it so, and proved it. */
function withEarlier(events) {
    if (!events.some(({ component }) => (0,catalogue/* kindOf */.I)(component) === 'attempt'))
        return events;
    const isEarlier = (event) => event.status === 'no-op' && (0,evidence/* nonEmptyText */.al)((0,evidence/* lookUp */.TE)(event, 'earlier')) !== undefined;
    return events.map((event) => (isEarlier(event) ? { ...event, status: 'done' } : event));
}
/** When its first attempt began, also where that was on a runner whose record is gone. */
function story_startOf(events, first) {
    const began = (0,evidence/* nonEmptyText */.al)((0,evidence/* newest */.BP)(events.filter(({ component }) => (0,catalogue/* kindOf */.I)(component) === 'attempt'), 'began')?.value);
    const isEarlier = began !== undefined && first !== undefined && Date.parse(began) < Date.parse(first);
    return isEarlier ? new Date(began).toISOString() : first;
}
/** Why the newest sample that began after the last change has failed, where it has. */
function verificationFailureIn(actions, ended) {
    const newestAssessment = actions.findLast(({ means, started }) => means === 'decides' &&
        ended !== undefined &&
        started !== undefined &&
        Date.parse(started) >= Date.parse(ended));
    return newestAssessment?.status === 'failed'
        ? (newestAssessment.message ?? 'the record does not say why')
        : undefined;
}
/**
 * @param isBare the record says nothing but that actions ran
 * @param isSpoilt what was checked after the last change is not as it should be
 */
function story_outcomeOf({ actions, components, dryRun }, isBare, isSpoilt) {
    const runs = (0,story_actions/* newestRuns */.Hj)(actions);
    const enclosing = runs.find(({ means }) => means === 'encloses')?.status;
    // A plan that the whole has gone on from says no more how it stands.
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
    // What an action says that it did is believed where it says nothing of what it did it to.
    if (outcomes.includes('done') || (isBare && acting.includes('done')))
        return 'done';
    return acting.includes('planned') || outcomes.includes('planned') ? 'planned' : 'no-op';
}
const wordOf = (status) => status === 'started' ? 'running' : status === 'skipped' ? 'no-op' : status;
function countsOf(components) {
    const outcomes = components.filter((each) => !each.configuration).map(({ outcome }) => outcome);
    return {
        done: outcomes.filter((outcome) => outcome === 'done' || outcome === 'no-op').length,
        failed: outcomes.filter((outcome) => outcome === 'failed').length,
        total: outcomes.length,
    };
}
function openItemsOf(outcome, parts) {
    const begun = (0,story_actions/* newestRuns */.Hj)(parts.actions).filter(({ status, means }) => status === 'started' && means !== 'notifies' && means !== 'encloses');
    const newestDeliveries = new Map(parts.deliveries.map((each) => [`${each.sink} ${each.event}`, each]));
    return [
        ...begun.map(({ name, part }) => `${part ? `"${part}"` : name} began and has not ended.`),
        ...(outcome === 'planned' ? [] : parts.components.flatMap(openItemOf)),
        ...(parts.integrity?.result === 'drift'
            ? ['The data differs from what it was: see verify-integrity.']
            : []),
        ...parts.owners.flatMap(({ state, message }) => state === 'paused' && message ? [(0,sentence/* asSentence */.KG)(message)] : []),
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
    return [`${name} failed${message ? `: ${(0,sentence/* withoutFullStop */.Qu)(message)}` : ''}.`];
}


/***/ })

};

"use strict";
exports.id = 7156;
exports.ids = [7156];
exports.modules = {

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

  26503:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  openRecord),
    U: () => (  _catalogue_js__WEBPACK_IMPORTED_MODULE_6__.UC)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
  var _base_clock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42030);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
  var _base_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60599);
  var _base_instant_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5685);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90763);
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15379);









function openRecord(path, id, { redact, warn }) {
    let warned = false;
    const append = (text) => (0,_base_files_js__WEBPACK_IMPORTED_MODULE_3__  .sX)(path, text);
    try {
        (0,_base_files_js__WEBPACK_IMPORTED_MODULE_3__  .fc)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        append('');
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`The rollback record ${path} cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .bD)(error)}.`, {
            cause: error,
        });
    }
    const { ahead, isCut } = endOf(path);
    let before = isCut ? '\n' : '';
    return (event) => {
        const at = new Date((0,_base_clock_js__WEBPACK_IMPORTED_MODULE_7__  .t)().getTime() + ahead).toISOString();
        try {
            append(`${before}${JSON.stringify({ id, at, ...withoutSecrets(event, redact) })}\n`);
            before = '';
        }
        catch (error) {
            before = '\n';
            if (!warned)
                warn(`The rollback record ${path} is not complete: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .bD)(error)}.`);
            warned = true;
        }
    };
}
function withoutSecrets({ status, seconds, ...texts }, redact) {
    const { component, step } = texts;
    return {
        ...JSON.parse((0,_base_redact_js__WEBPACK_IMPORTED_MODULE_5__  .Rh)(texts, redact)),
        component: redactedAfter(component.indexOf('/'), component, redact),
        step: redactedAfter((0,_catalogue_js__WEBPACK_IMPORTED_MODULE_6__  .rl)(texts).length, step, redact),
        status,
        ...(seconds !== undefined && { seconds }),
    };
}
const redactedAfter = (length, text, redact) => length < 0 ? text : text.slice(0, length) + redact(text.slice(length));
function endOf(path) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
        const last = text.trimEnd().split('\n').at(-1) ?? '';
        return { ahead: millisecondsAhead(last), isCut: text !== '' && !text.endsWith('\n') };
    }
    catch {
        return { ahead: 0, isCut: false };
    }
}
function millisecondsAhead(line) {
    try {
        const { at } = JSON.parse(line);
        return (0,_base_instant_js__WEBPACK_IMPORTED_MODULE_4__  .u)(at) ? Math.max(0, Date.parse(at) - (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_7__  .t)().getTime()) : 0;
    }
    catch {
        return 0;
    }
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

  60225:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  requireConsent),
    e: () => (  consentOf)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

function consentOf(words, actor, record) {
    const used = new Set();
    return (word) => {
        if (!words.includes(word))
            return false;
        if (!used.has(word)) {
            const by = actor ?? 'unknown';
            const message = `${actor ?? 'Somebody unknown'} accepted \`${word}\`.`;
            record({
                component: 'consent',
                step: `accept ${word}`,
                status: 'done',
                message,
                evidence: { word, by },
            });
            used.add(word);
        }
        return true;
    };
}
function requireConsent(accepts, word, refusal) {
    if (accepts(word))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${refusal}; to go on all the same, say \`accept: ${word}\`.`);
}


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

  8855:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    t: () => (  recorded),
    u: () => (  requireReason)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_run_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17169);
  var _record_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26503);
  var _action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99297);




async function recorded(action, inputs, context) {
    const part = context.step?.name;
    const begun = performance.now();
    const event = { component: action.recordedAs?.(inputs) ?? action.name, step: _record_record_js__WEBPACK_IMPORTED_MODULE_1__  .U };
    const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
    context.record({ ...event, status: 'started', evidence: originEvidence(context) });
    try {
        const outcome = await action.main(inputs, part === undefined ? context : ofPart(part, context));
        const { result, message, outputs } = outcome;
        context.record({ ...ended(), status: _action_js__WEBPACK_IMPORTED_MODULE_2__  .P[result], message, evidence: { part, result, outputs } });
        return outcome;
    }
    catch (thrown) {
        const error = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .to)(thrown);
        context.record({
            ...ended(),
            status: 'failed',
            message: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error),
            ...(part && { evidence: { part } }),
        });
        throw error;
    }
}
const ofPart = (part, context) => ({
    ...context,
    record: (event) => context.record({ ...event, part }),
});
function requireReason({ changes }, inputs, options) {
    const isChange = typeof changes === 'function' ? changes(inputs) : changes;
    if (!isChange || options.dryRun || options.reason)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `reason` is required: say in a few words why, for the record and for those who ask later.');
}
function originEvidence({ step, environment, reason, dryRun }) {
    const { GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = process.env;
    const actor = process.env.GITHUB_TRIGGERING_ACTOR || process.env.GITHUB_ACTOR;
    return {
        part: step?.name,
        environment,
        reason: reason || undefined,
        'dry-run': dryRun,
        run: (0,_base_run_url_js__WEBPACK_IMPORTED_MODULE_3__  .r)(),
        actor,
        repository,
        sha,
    };
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
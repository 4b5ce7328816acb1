export const id = 8720;
export const ids = [8720];
export const modules = {

/***/ 48720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ rollback_action)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/run-url.js
var run_url = __webpack_require__(17169);
// EXTERNAL MODULE: ./build/base/settled.js
var settled = __webpack_require__(71501);
// EXTERNAL MODULE: ./build/base/values.js
var values = __webpack_require__(92920);
// EXTERNAL MODULE: ./build/config/config.js
var config = __webpack_require__(45169);
// EXTERNAL MODULE: ./build/config/rto.js
var rto = __webpack_require__(30592);
// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/base/markdown.js
var markdown = __webpack_require__(26963);
// EXTERNAL MODULE: ./build/record/incident.js
var record_incident = __webpack_require__(87688);
// EXTERNAL MODULE: ./build/runner/consent.js
var consent = __webpack_require__(60225);
// EXTERNAL MODULE: ./build/systems/kubernetes/lease.js
var lease = __webpack_require__(64908);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var kubernetes_errors = __webpack_require__(1807);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
;// CONCATENATED MODULE: ./build/rollback/kept-note.js


/** The annotation of a Lease that holds the note. */
const NOTE = 'rollback-actions/note';
/** A note that later runs, on other machines, have to find: a Lease without a holder, which needs no more rights than the lock. */
class KeptNote {
    #client;
    #namespace;
    #name;
    #found;
    /** @param name that of the Lease */
    constructor({ client, namespace }, name) {
        this.#client = client;
        this.#namespace = namespace;
        this.#name = name;
    }
    /** Its text; undefined where there is none. */
    async read() {
        this.#found = await this.#client.find(this.#path());
        return this.#found?.metadata.annotations?.[NOTE];
    }
    /** Writes it, after `read`. False where it was written since by another run. */
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
            if (error instanceof kubernetes_errors/* ApiError */.hD && error.status === 409)
                return false;
            throw error;
        }
    }
    /** Removes it; nothing happens where it is not there, or was written since it was read. */
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
            if (!(error instanceof kubernetes_errors/* ApiError */.hD && (error.status === 404 || error.status === 409)))
                throw error;
        }
        this.#found = undefined;
    }
    #path(name = this.#name) {
        return (0,names/* objectPath */.du)('/apis/coordination.k8s.io/v1', this.#namespace, 'leases', name || undefined);
    }
}

// EXTERNAL MODULE: ./build/rollback/perform.js
var perform = __webpack_require__(47684);
;// CONCATENATED MODULE: ./build/rollback/question.js


const instant = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX());
const schema = dist/* object */.Ikc({
    version: dist/* literal */.euz(1),
    /** The rollback that asked, and its run's page. */
    id: dist/* string */.YjP(),
    run: dist/* optional */.lqM(dist/* string */.YjP()),
    /** RFC 3339 in UTC. */
    asked: instant,
    until: instant,
    /** Why it is asked, in a sentence, and the evidence. */
    message: dist/* string */.YjP(),
    signals: dist/* array */.YOg(dist/* string */.YjP()),
    reminded: dist/* optional */.lqM(dist/* boolean */.zMY()),
    over: dist/* optional */.lqM(dist/* boolean */.zMY()),
    answer: dist/* optional */.lqM(dist/* object */.Ikc({
        by: dist/* string */.YjP(),
        id: dist/* string */.YjP(),
        /** Names the rollback that is the answer, whatever its attempt. */
        incident: dist/* string */.YjP(),
        at: instant,
        ended: dist/* optional */.lqM(instant),
        isDone: dist/* optional */.lqM(dist/* boolean */.zMY()),
    })),
});
/** Reads a question that was kept; undefined where the text is not one. */
function parseQuestion(text) {
    try {
        const parsed = dist/* safeParse */.xLC(schema, JSON.parse(text ?? 'null'));
        return parsed.success ? parsed.output : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * The deadline of a question: that of the decision table, which runs from the start of the incident, and some minutes at least.
 *
 * @param decideBy RFC 3339; empty where the table has none
 */
function untilOf(decideBy, now) {
    const least = now.getTime() + waits/* WAITS */.r.QUESTION_LEAST_MS;
    return new Date(Math.max(Date.parse(decideBy) || 0, least)).toISOString();
}
/** What is due for a question now: nothing, a reminder, the end of its time, or to remove it. */
function dueOf({ asked: openedAt, until, reminded, over, answer }, now) {
    const [begun, end, at] = [Date.parse(openedAt), Date.parse(until), now.getTime()];
    if (answer)
        return answer.isDone !== undefined && !isFresh(answer, now) ? 'forget' : 'nothing';
    if (at >= end)
        return over ? 'forget' : 'over';
    const left = Math.min(waits/* WAITS */.r.QUESTION_REMIND_MS, (end - begun) / 2);
    return !reminded && at >= end - left ? 'remind' : 'nothing';
}
/** Whether the decision is still open: there is no answer, and time is left. */
const isAwaitingAnswer = ({ until, answer }, now) => answer === undefined && now.getTime() < Date.parse(until);
/** Whether its deadline passed so long ago that a rollback which starts now has another reason. */
const isStale = ({ until }, now) => now.getTime() > Date.parse(until) + waits/* WAITS */.r.QUESTION_AGAIN_MS;
/** Whether an answer was carried out a moment ago, so that another one comes too late. */
function isFresh({ ended, isDone }, now) {
    return isDone === true && now.getTime() < Date.parse(ended ?? '') + waits/* WAITS */.r.QUESTION_AGAIN_MS;
}

// EXTERNAL MODULE: ./build/rollback/steps.js
var steps = __webpack_require__(73254);
;// CONCATENATED MODULE: ./build/rollback/decision.js









/** How a question is answered. */
const HOW = 'To roll back, start it again with `decide: caller`; to leave it as it is, do nothing: nothing changes by itself.';
/** Where the question of an environment is kept: beside its lock. */
const noteOf = (place, { environment }) => new KeptNote(place, `${(0,lease/* lockOf */.Vx)(place, environment)}.question`);
/**
 * Asks a person to decide: messages, issue and summary say why, until when and how. It changes nothing, and neither does
 * silence. An open question is not asked a second time.
 *
 * @param judged the outcome of `assess`, which could not decide
 */
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
/** The signals that are bad or unknown. */
function signalsIn({ outputs = {} }) {
    const rows = Array.isArray(outputs.evidence) ? outputs.evidence : [];
    return rows.filter(({ severity }) => severity !== 'none').map((row) => `${row.signal}: ${row.message}`);
}
/** @returns why no reminder will be sent, where that is so */
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
        return unkept(`the question could not be kept: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** @returns why the question reached no channel, where that is so */
async function notifiedOf({ request, notifies }, context) {
    const unsent = 'The question stands in this summary alone';
    if (!notifies)
        return `${unsent}: no channel is configured (docs/notifications.md).`;
    try {
        const { result, message } = await (0,perform/* notify */.me)('asked', 'ask', request, context);
        return result === 'done' ? undefined : `${unsent}: ${message}`;
    }
    catch (error) {
        return `${unsent}: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}
/** The issue, where the configuration wants one. @returns why there is none */
async function issueOf(request, context) {
    const { issue } = { ...request.environment.defaultsFor('report').values };
    if (issue === undefined || issue === 'none')
        return undefined;
    const step = (0,steps/* step */.P)('report', undefined, 'report', [], { when: 'always' });
    try {
        const { result, message } = await (0,perform/* perform */.y9)(step, request, new Map(), context);
        return result === 'done' ? undefined : message;
    }
    catch (error) {
        return `There is no issue for it: ${(0,errors/* messageOf */.bD)(error)}`;
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
            `## 🟠 ${(0,markdown/* inert */.tJ)(`${name}: roll back or not?`)}`,
            `**Decide by ${(0,markdown/* inert */.tJ)(until)}.** ${(0,markdown/* inert */.tJ)(message)}`,
            (0,markdown/* inert */.tJ)(HOW),
            signals.map((each) => `- ${(0,markdown/* inert */.tJ)(each)}`).join('\n'),
            (0,markdown/* inert */.tJ)(more),
            judged.summary ?? '',
        ]
            .filter(Boolean)
            .join('\n\n'),
    };
}
const isOwn = ({ id }, { rollbackId, run }) => (0,record_incident/* incidentOf */.w8)(id, run) === (0,record_incident/* incidentOf */.w8)(rollbackId, run);
/**
 * Starting a rollback answers an open question, and the answer is recorded; called once the lock is held.
 *
 * @param by the person who decided
 * @returns records how the rollback ended
 * @throws ActionError where another answer was carried out a moment ago: two answers are one rollback
 */
async function answer(place, request, by, context) {
    const note = place && noteOf(place, context);
    const question = note && (await readOr(note, context));
    if (!place || !note || !question)
        return async () => { };
    const incident = (0,record_incident/* incidentOf */.w8)(context.rollbackId, context.run);
    const { answer: earlier, asked: openedAt, until } = question;
    const now = place.client.now;
    if (earlier && earlier.incident !== incident && isFresh(earlier, now))
        (0,consent/* requireConsent */.C)(context.accepts, 'again', `${earlier.by} has decided already: ${request.environment.name} was rolled back by rollback ${earlier.id}, which ended at ${earlier.ended}`);
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
            context.log.warn(`The answer to the question could not be recorded: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    };
    await write({});
    return (isDone) => write({ ended: place.client.now.toISOString(), isDone });
}
/** The question that is kept. One that cannot be read prevents neither a rollback nor a new question. */
async function readOr(note, { log }) {
    try {
        return parseQuestion(await note.read());
    }
    catch (error) {
        log.warn(`Whether a decision was asked for is unknown: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}
/** Closes the question: a new judgement found that all is well. */
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
/**
 * Reminds once of an open question before its deadline, and says once that the deadline has passed. Changes nothing else.
 *
 * @throws ActionError where the environment has no cluster in which a question could be kept
 */
async function remind(decision, context) {
    const { request, place } = decision;
    const { name } = request.environment;
    const ended = (result, message) => ({
        result,
        message,
        outputs: { record: context.recordPath },
    });
    if (!place)
        throw new errors/* ActionError */.lZ(`${request.environment.path}: environments.${name} has no service and no database with \`quiesce\`, so no cluster keeps a question, and there is nothing to remind of (docs/decide.md).`);
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
    // The run that writes it first sends it.
    if (!(await note.write(JSON.stringify({ ...question, [mark]: true }))))
        return ended('no-op', `Another run is sending it. ${pending}`);
    context.record({ ...eventOf(question), step });
    const problem = await notifiedOf(decision, context);
    if (problem !== undefined)
        throw new errors/* ActionError */.lZ(problem);
    return ended('done', due === 'remind'
        ? `Reminded: ${pending} ${HOW}`
        : `The time to decide about ${name} ended at ${question.until} without a decision, and nothing was changed. ${question.message}`);
}

// EXTERNAL MODULE: ./build/integrity/cluster.js
var cluster = __webpack_require__(66426);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
;// CONCATENATED MODULE: ./build/rollback/rights.js



/**
 * Asks for the rights that no component's plan asks for: to keep the lock, and to run commands in pods, which come when
 * everything is changed already.
 *
 * @throws ActionError with the missing rules
 */
async function checkRights(lock, work, context) {
    if (lock)
        await (0,access/* requirePermissions */.An)(lock.client, lock.namespace, [lease/* toHoldLease */.bP]);
    for (const { commands, ...where } of work) {
        const pods = await (0,cluster/* reachPods */.So)({ commands, logs: [] }, where, context);
        pods?.client.close();
    }
}

;// CONCATENATED MODULE: ./build/rollback/updates.js


/**
 * Keeps the promise of a next update, on every channel, for as long as the run goes on.
 *
 * @param send sends how it stands
 * @param failed gets the error of an update that was not sent; it has no other effect
 */
function keepPromise(send, failed) {
    const stop = new AbortController();
    let going;
    const go = async () => {
        while (!stop.signal.aborted) {
            await (0,deadline/* pause */.v7)(waits/* WAITS */.r.NEXT_UPDATE_MS, stop.signal).catch(() => { });
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

// EXTERNAL MODULE: ./build/config/kinds.js
var kinds = __webpack_require__(83592);
// EXTERNAL MODULE: ./build/notify/sinks/sink.js
var sink = __webpack_require__(55160);
// EXTERNAL MODULE: ./build/smoke/smoke.js
var smoke = __webpack_require__(44723);
// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
// EXTERNAL MODULE: ./build/systems/kubernetes/pod-commands.js
var pod_commands = __webpack_require__(50056);
;// CONCATENATED MODULE: ./build/rollback/order.js


/** Which kinds have to be back before a component of each kind, where the configuration does not say. */
const KINDS_BEFORE = {
    database: [],
    service: ['database'],
    infra: ['database', 'service'],
    cache: ['database', 'service'],
    dns: ['database', 'service', 'infra', 'cache'],
};
/** The step that puts a component of each kind back. */
const RESTORED_BY = {
    database: 'switch',
    service: 'roll back',
    infra: 'apply',
    cache: 'clear',
    dns: 'switch',
};
/** What a plan step gives its action, beside the dry run that each plan is: Terraform keeps its plan, so that `apply` does just that. */
const PLAN_VALUES = {
    database: {},
    service: {},
    infra: { phase: 'plan' },
    cache: {},
    dns: {},
};
/**
 * Inputs of the section `assess` that a step ignores, because they are meant for another step of the same action. Only
 * `first` waits for a quick fix; otherwise the rollback is already decided.
 */
const IGNORED_INPUTS = {
    first: ['recovery'],
    beside: ['recovery', 'quick-fix'],
    verify: ['bake', 'quick-fix'],
};
/**
 * The steps of a whole rollback and what each waits for, sorted. Nothing is changed before every component is planned. A
 * database is restored beside the live one (`prepare`) while services still run, and traffic is paused only for its `switch`.
 * Services are rolled back while they are at zero, so that each starts once; then `resume` resumes the traffic, and `health`
 * runs their action once more, which waits until they serve.
 */
function orderOf(parts) {
    const { components, assess, notify, integrity } = parts;
    const assessed = assess === 'first' ? ['assess'] : [];
    const plans = components.map(({ name, kind }) => (0,steps/* step */.P)('plan', name, kinds/* KINDS */.G[kind], assessed, { values: PLAN_VALUES[kind] }));
    const planned = plans.map(({ name }) => name);
    const changes = components.flatMap((component) => changeSteps(component, parts));
    const changed = changes.map(({ name }) => name);
    const compared = integrity ? compareSteps(parts) : [];
    const smoke = parts.smoke ? [smokeStep(parts, changed)] : [];
    const finished = [...changed, ...compared.map(({ name }) => name), ...smoke.map(({ name }) => name)];
    const verified = parts.verifyRecovery ? ['verify recovery'] : [];
    return (0,steps/* sorted */.I)([
        ...(assess === 'never'
            ? []
            : [(0,steps/* step */.P)('assess', undefined, 'assess', [], { ignoredInputs: IGNORED_INPUTS[assess] })]),
        ...plans,
        // The first message says what goes back to what, so it waits for the plans. Where a plan failed, it is skipped, and
        // `notify end` says that nothing was changed.
        ...(notify ? [(0,steps/* step */.P)('notify start', undefined, 'notify', planned, { values: { event: 'started' } })] : []),
        ...(integrity ? captureSteps(parts) : []),
        ...changes,
        ...compared,
        ...smoke,
        // A failure skips this step, so `notify end` sends it at once; a success is sent once it was verified.
        ...(parts.verifyRecovery
            ? [(0,steps/* step */.P)('verify recovery', undefined, 'assess', finished, { ignoredInputs: IGNORED_INPUTS.verify })]
            : []),
        ...(notify
            ? [(0,steps/* step */.P)('notify end', undefined, 'notify', [...finished, ...verified], { when: 'always' })]
            : []),
        (0,steps/* step */.P)('report', undefined, 'report', notify ? ['notify end'] : [...finished, ...verified], {
            when: 'always',
        }),
    ]);
}
/** The steps that change one component, once everything is planned. */
function changeSteps(component, parts) {
    const { name, kind } = component;
    const action = kinds/* KINDS */.G[kind];
    const { components, pausing } = parts;
    const after = [...components.map((each) => `plan ${each.name}`), ...stepsBefore(component, parts)];
    switch (kind) {
        case 'database':
            return databaseSteps(component, after, parts);
        case 'service': {
            const resumed = pausing.map((database) => `resume ${database}`);
            return [
                (0,steps/* step */.P)('roll back', name, action, after),
                ...(resumed.length > 0 ? [(0,steps/* step */.P)('health', name, action, [`roll back ${name}`, ...resumed])] : []),
            ];
        }
        case 'infra':
            return [(0,steps/* step */.P)('apply', name, action, after, { values: { phase: 'apply' } })];
        case 'cache':
            return [(0,steps/* step */.P)('clear', name, action, after)];
        case 'dns':
            return [(0,steps/* step */.P)('switch', name, action, after)];
    }
}
function databaseSteps({ name }, after, parts) {
    const { components, pausing, inPlace, repaired, integrity } = parts;
    const beside = ofKind(components, 'database').filter((each) => !inPlace.includes(each.name));
    const isBeside = !inPlace.includes(name);
    const pauses = pausing.includes(name);
    // No database is switched before all are restored, so that a restore that fails leaves every one as it was.
    const restored = beside.map((each) => `prepare ${each.name}`);
    const captured = integrity && !repaired.includes(name) ? [`capture ${name}`] : [];
    const staysPaused = pauses ? { resume: 'false' } : {};
    const values = { ...(isBeside && { phase: 'switch' }), ...staysPaused };
    const services = ofKind(components, 'service').filter((each) => isAfter(each, name, parts));
    return [
        ...(isBeside
            ? [
                (0,steps/* step */.P)('prepare', name, kinds/* KINDS */.G.database, components.map((each) => `plan ${each.name}`), {
                    // `resume: false` here too: traffic that a dead attempt left paused stays paused until the services are back.
                    values: { phase: 'prepare', ...staysPaused },
                }),
            ]
            : []),
        (0,steps/* step */.P)('switch', name, kinds/* KINDS */.G.database, [...after, ...restored, ...(isBeside ? captured : [])], { values }),
        ...(pauses
            ? [
                (0,steps/* step */.P)('resume', name, kinds/* KINDS */.G.database, [`switch ${name}`, ...services.map((each) => `roll back ${each.name}`)], { values: { phase: 'resume' }, when: 'even-if-declined' }),
            ]
            : []),
    ];
}
/**
 * A database restored beside the live one is captured before its switch, and the switch waits for that. An in-place restore
 * has nothing beside it to capture. A repair is not captured either: users keep writing, and the repair verifies its own
 * result. If no database goes back, one capture runs in parallel with the changes, and no change waits for it.
 */
function captureSteps({ components, inPlace, repaired }) {
    const values = { mode: 'capture' };
    const beside = ofKind(components, 'database').filter(({ name }) => ![...inPlace, ...repaired].includes(name));
    if (ofKind(components, 'database').length === 0)
        return [
            (0,steps/* step */.P)('capture', undefined, 'verify-integrity', components.map(({ name }) => `plan ${name}`), { values }),
        ];
    return beside.map(({ name }) => (0,steps/* step */.P)('capture', name, 'verify-integrity', [`prepare ${name}`], { values }));
}
/**
 * The data of a database is compared as soon as it is switched and the services have ended with any outcome: whether rows are
 * lost has to be known even where a health check fails later or a DNS name is not switched.
 */
function compareSteps(parts) {
    const services = ofKind(parts.components, 'service').map(({ name }) => `roll back ${name}`);
    return captureSteps(parts).map(({ name, component, action }) => {
        const isPaused = component !== undefined && parts.pausing.includes(component);
        return (0,steps/* step */.P)('compare', component, action, [name, ...(component ? [`switch ${component}`] : [])], {
            values: { mode: 'compare' },
            afterAnyOutcome: [...services, ...(isPaused ? [`resume ${component}`] : [])],
        });
    });
}
/** Smoke tests run if databases and services are back, and after everything else has ended, with any outcome. */
function smokeStep({ components, pausing }, changed) {
    const serving = pausing.length > 0 ? 'health' : RESTORED_BY.service;
    const after = [
        ...ofKind(components, 'database').map(({ name }) => `${RESTORED_BY.database} ${name}`),
        ...ofKind(components, 'service').map(({ name }) => `${serving} ${name}`),
    ];
    const afterAnyOutcome = changed.filter((name) => !after.includes(name));
    return (0,steps/* step */.P)('smoke tests', undefined, 'smoke-test', after, { afterAnyOutcome });
}
/** The steps of other components that have to be done before this one is changed. */
function stepsBefore(component, parts) {
    return parts.components
        .filter((other) => isDirectlyAfter(component, other))
        .map((other) => {
        const forHealth = other.kind === 'service' && waitsForHealth(component, parts);
        return `${forHealth ? 'health' : RESTORED_BY[other.kind]} ${other.name}`;
    });
}
/**
 * Infrastructure and DNS must not change while services are scaled to zero: they wait for the services' `health` step.
 * Databases and caches do not. If a service or database waits for this component, waiting for `health` would be a cycle, so
 * it waits for `roll back` only.
 */
function waitsForHealth({ name, kind }, parts) {
    if (parts.pausing.length === 0 || !['infra', 'dns'].includes(kind))
        return false;
    const neededForResume = parts.components.filter((each) => parts.pausing.includes(each.name) ||
        (each.kind === 'service' && parts.pausing.some((database) => isAfter(each, database, parts))));
    return !neededForResume.some((each) => isAfter(each, name, parts));
}
/** Whether a component comes after another: as the configuration says, even against the usual order of their kinds. */
const isDirectlyAfter = (component, other) => component.after?.includes(other.name) ??
    (KINDS_BEFORE[component.kind].includes(other.kind) && !other.after?.includes(component.name));
/** Whether a component waits for the one of that name, directly or not. Ends even where components wait for each other. */
function isAfter(component, name, { components }) {
    const before = new Set([component]);
    for (const each of before)
        for (const other of components)
            if (isDirectlyAfter(each, other))
                before.add(other);
    return [...before].some((each) => each.name === name);
}
const ofKind = (components, kind) => components.filter((each) => each.kind === kind);

// EXTERNAL MODULE: ./build/rollback/values.js
var rollback_values = __webpack_require__(1659);
;// CONCATENATED MODULE: ./build/rollback/whole.js










/** The steps that the request comes to. @throws ActionError where it cannot be a whole */
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
        throw new errors/* ActionError */.lZ(`\`decide: assess\` needs to know what to judge by: give environments.${environment.name} a section \`assess\` in the configuration (docs/decide.md).`);
    const notifies = environment.sections.includes('notify') || sink/* SINK_INPUTS */.M.some((name) => name in passed);
    return {
        components,
        assess: decide === 'assess' ? 'first' : environment.sections.includes('assess') ? 'beside' : 'never',
        verifyRecovery: environment.sections.includes('assess') &&
            hasSources((0,rollback_values/* settingsFor */.zc)({ environment, components, passed }, 'assess', undefined)),
        notify: notifies,
        smoke: environment.sections.includes('smoke-test'),
        // Where databases are components but none is selected, no data is compared.
        integrity: environment.sections.includes('verify-integrity') &&
            (databases.length > 0 || !environment.components.some(({ kind }) => kind === 'database')),
        pausing: named.map(({ name }) => name),
        inPlace: byStrategy('in-place'),
        repaired: byStrategy('repair'),
    };
}
/** Whether there is anything to sample afterwards: signals that a person gave before say nothing of then. */
const hasSources = (values) => ['prometheus-url', 'alertmanager-url', 'workloads', 'selector'].some((name) => values[name]);
/** Whose cluster keeps the lock and the question: the services', else that of workloads that a database stops. */
const keeperOf = ({ environment, components }) => components.find(({ kind }) => kind === 'service') ??
    components.find(({ name, kind }) => kind === 'database' && environment.defaultsFor('rollback-db', name).values.quiesce);
/** That cluster, where there is one. */
function connectionOf(request, context) {
    const { environment, passed } = request;
    const keeper = keeperOf(request);
    if (!keeper)
        return undefined;
    const { kubeconfig, context: name, namespace, } = { ...environment.defaultsFor(kinds/* KINDS */.G[keeper.kind], keeper.name).values, ...passed };
    return (0,connect/* connect */.N)({ kubeconfig, context: name, namespace }, context);
}
/** What is run in pods once everything is changed already: the services' own checks, and smoke tests. */
const podWorkOf = (request, steps) => steps
    .filter(({ verb }) => verb === 'compare' || verb === 'smoke tests')
    .map((step) => {
    const { commands = '', kubeconfig, context, namespace } = (0,rollback_values/* valuesOf */.sm)(step, request);
    const all = dist/* parse */.qgA((0,values/* lines */.Mn)(), commands);
    return {
        commands: step.verb === 'compare'
            ? all.map(pod_commands/* parseCommand */.R)
            : all.flatMap((line) => (0,smoke/* parseTest */.M)(line).inPod ?? []),
        ...{ kubeconfig, context, namespace },
    };
});
/** A step that there is. */
const stepNamed = (steps, name) => steps.find((step) => step.name === name);

;// CONCATENATED MODULE: ./build/rollback/judged.js






/** Decisions of assess after which it is rolled back. */
const GO_BACK = ['rollback', 'quick-fix-then-rollback'];
/**
 * Runs assess, where the caller has not decided already whether anything goes back. It runs before the lock is taken, which
 * must be free for a deploy that fixes it, or for a person who cannot wait. The time for a quick fix is announced to every
 * sink.
 */
async function runAssessment(request, steps, context) {
    if (request.decide === 'caller')
        return undefined;
    const step = stepNamed(steps, 'assess');
    const notifies = hasSinks(steps);
    const { record, end } = quickFixNotices(request, notifies, context);
    const connection = connectionOf(request, context);
    try {
        await checkRights(connection, podWorkOf(request, steps), context);
        const outcome = await (0,perform/* perform */.y9)(step, request, new Map(), { ...context, record });
        const decision = String(outcome.outputs?.decision);
        if (GO_BACK.includes(decision))
            return { is: 'back', outcome };
        const decisionContext = { request, place: connection, notifies };
        if (decision === 'evaluate')
            return { is: 'asked', outcome: await requestDecision(decisionContext, outcome, context) };
        await closeQuestion(decisionContext, outcome, context);
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
/** Announces the time for a quick fix as soon as it is on record, and keeps the promise of updates until `end`. */
function quickFixNotices(request, notifies, context) {
    const announce = async () => {
        if (notifies)
            await (0,perform/* notify */.me)('quick-fix', 'quick fix', request, context);
        else
            context.log.warn('The time for a quick fix was announced nowhere: no channel is configured (docs/notifications.md).');
    };
    const failed = (error) => context.log.warn(`The quick fix could not be announced everywhere: ${(0,errors/* messageOf */.bD)(error)}`);
    const updates = keepPromise(announce, failed);
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
/** Follows up an open question: sends a reminder, or says that its time is over. */
async function followUpQuestion(request, steps, context) {
    const place = connectionOf(request, context);
    try {
        return await remind({ request, place, notifies: hasSinks(steps) }, context);
    }
    finally {
        place?.client.close();
    }
}
const hasSinks = (steps) => steps.some(({ verb }) => verb === 'notify start');
/** What the chain's step `assess` comes to, where that was judged before. */
function judgedBy(verdict) {
    if (verdict.is === 'unknown')
        throw verdict.error;
    const { outcome } = verdict;
    return verdict.is === 'back' ? outcome : { result: 'declined', message: outcome.message };
}

// EXTERNAL MODULE: ./build/runner/part.js
var runner_part = __webpack_require__(27402);
;// CONCATENATED MODULE: ./build/drill/fault.js
/** What a drill can break. */
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
/** What each breaks, by the kind of its component. */
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

;// CONCATENATED MODULE: ./build/drill/phases.js

/** Does the work of one phase; what it throws is what the phase failed by. Its start and end are in the record. */
async function phase(name, { record, log }, work) {
    const begun = performance.now();
    const event = { component: 'drill', step: name };
    record({ ...event, status: 'started' });
    const ended = (isGood, message) => {
        const seconds = (performance.now() - begun) / 1000;
        record({ ...event, status: isGood ? 'done' : 'failed', seconds, message });
        log.info(`${isGood ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s): ${message}`);
        return { name, isGood, message, seconds };
    };
    try {
        return ended(true, await work());
    }
    catch (error) {
        return ended(false, (0,errors/* messageOf */.bD)(error));
    }
}

;// CONCATENATED MODULE: ./build/drill/score.js


/** What counts, and what each is called in the score. */
const COUNTED = {
    detect: 'detected',
    decide: 'decided',
    'roll back': 'rolled back',
    verify: 'verified',
    'steady again': 'steady again',
};
/** The part of a recovery time that the score looks at. */
const objectives = dist/* array */.YOg(dist/* object */.Ikc({ state: dist/* string */.YjP(), component: dist/* string */.YjP() }));
/**
 * Scores a drill by its phases and its times.
 *
 * @param rto recovery times against their objectives, as `report` gives them
 */
function scoreOf(phases, rto) {
    const counted = phases.flatMap(({ name, isGood }) => {
        const what = COUNTED[name];
        return what ? [{ what, isGood }] : [];
    });
    const parsed = dist/* safeParse */.xLC(objectives, rto);
    const held = parsed.success ? parsed.output.filter(({ state }) => state !== 'untested') : [];
    const missed = held.filter(({ state }) => state === 'missed').map(({ component }) => component);
    const all = [
        ...counted,
        ...(held.length > 0 ? [{ what: `in time (${missed.join(', ')})`, isGood: missed.length === 0 }] : []),
    ];
    const missing = all.filter(({ isGood }) => !isGood).map(({ what }) => what);
    return { percent: Math.round((100 * (all.length - missing.length)) / all.length), missing };
}
/** Seconds from the fault to the end of a phase; undefined where the drill did not come so far. */
function secondsTo(name, phases) {
    const since = phases.findIndex((each) => each.name === 'inject') + 1;
    const until = phases.findIndex((each) => each.name === name);
    if (since === 0 || until < since)
        return undefined;
    return phases.slice(since, until + 1).reduce((sum, { seconds }) => sum + seconds, 0);
}
/** What was done, for the job's summary. */
function summaryOf(sentence, phases) {
    const rows = phases.map(({ name, isGood, message, seconds }) => [
        isGood ? '✅' : '❌',
        name,
        `${seconds.toFixed(1)} s`,
        (0,markdown/* inert */.tJ)(message),
    ]);
    return `## ${(0,markdown/* inert */.tJ)(sentence)}\n\n${(0,markdown/* table */.tp)(['', 'Phase', 'Took', ''], rows)}\n`;
}

// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kubernetes_kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/systems/postgres/session.js + 1 modules
var session = __webpack_require__(57417);
// EXTERNAL MODULE: ./build/systems/redis/address.js
var address = __webpack_require__(67745);
// EXTERNAL MODULE: ./build/systems/redis/direct.js + 1 modules
var direct = __webpack_require__(63813);
// EXTERNAL MODULE: ./build/systems/redis/link.js
var redis_link = __webpack_require__(3041);
;// CONCATENATED MODULE: ./build/drill/cache-fault.js



/**
 * A Redis that ends without a word and without saving; its supervisor (Kubernetes, systemd, Docker) has to start it again.
 *
 * @throws ActionError where it is not one server
 */
function lostRedis(address, signal) {
    const { places, login, database, tls } = address;
    if (places.length > 1 || address.sentinel)
        throw new errors/* ActionError */.lZ('The fault `redis-lost` ends one server, and `redis-url` names several; use another fault, or a Redis of one server.');
    const place = places[0];
    const open = (0,direct/* directly */.x)({ tls, signal });
    const talk = async (work) => {
        const link = await open(place, { login, database });
        try {
            return await work(link);
        }
        finally {
            link.close();
        }
    };
    const answers = async () => {
        try {
            await talk((link) => (0,redis_link/* sendCommand */.S8)(link, 'PING'));
            return true;
        }
        catch (error) {
            // One that loads its data, or has none of its masters, is not back yet.
            if (error instanceof redis_link/* LostError */.zO || error instanceof redis_link/* Refusal */.P_)
                return false;
            throw error;
        }
    };
    let run;
    const runId = () => talk(async (link) => /run_id:(\w+)/.exec(String(await (0,redis_link/* sendCommand */.S8)(link, 'INFO', 'server')))?.[1]);
    return {
        description: `Redis at ${place.host}:${place.port} is ended, and saves nothing first`,
        async strike() {
            run = await runId();
            try {
                await talk((link) => (0,redis_link/* sendCommand */.S8)(link, 'SHUTDOWN', 'NOSAVE'));
            }
            catch (error) {
                if (error instanceof redis_link/* Refusal */.P_)
                    throw new errors/* ActionError */.lZ(`Redis refuses SHUTDOWN, so it cannot be lost in a drill: ${error.message}.`);
                // Its end is the answer.
                if (!(error instanceof redis_link/* LostError */.zO))
                    throw error;
            }
        },
        // It may have been started again before the first check.
        isSeen: async () => !(await answers()) || (await runId()) !== run,
        remains: async () => (await answers()) ? undefined : 'Redis does not answer; start it again, or ask its operator to',
        undo: async () => { },
        close: () => { },
    };
}

// EXTERNAL MODULE: ./build/systems/postgres/quote.js
var quote = __webpack_require__(55737);
;// CONCATENATED MODULE: ./build/drill/data-fault.js


/** What a spoilt row has, by type; and what a column is called that a bad migration has renamed. */
const TEXT = 'rollback-drill';
const NUMBER = -1313;
const PREFIX = 'rollback_drill_';
/** The columns of the application's own tables that no constraint, no unique index and no parent has a say in, biggest table first. */
const COLUMNS = `
  SELECT n.nspname::text AS schema, c.relname::text AS name, a.attname::text AS column,
         a.atttypid IN ('text'::regtype, 'varchar'::regtype) AS "isText"
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind = 'r' AND NOT c.relispartition AND c.relpersistence = 'p'
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = '' AND a.attinhcount = 0
    AND length(a.attname::text) <= 40
    AND (a.atttypid IN ('text'::regtype, 'integer'::regtype, 'bigint'::regtype, 'smallint'::regtype)
         OR a.atttypid = 'varchar'::regtype AND (a.atttypmod = -1 OR a.atttypmod >= 18)
         OR a.atttypid = 'numeric'::regtype AND a.atttypmod = -1)
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                    WHERE k.conrelid = c.oid AND a.attnum = ANY (k.conkey) AND k.contype <> 'n')
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                    WHERE i.indrelid = c.oid AND i.indisunique AND a.attnum = ANY (i.indkey))
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    AND pg_catalog.pg_relation_size(c.oid) > 0
  ORDER BY pg_catalog.pg_relation_size(c.oid) DESC, 1, 2, a.attnum
  LIMIT 1`;
const MOVED = `
  SELECT n.nspname::text AS schema, c.relname::text AS name, a.attname::text AS column
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND NOT a.attisdropped AND starts_with(a.attname::text, $1)`;
/** Every tenth row of a table gets an invalid value. */
async function corruptedRows(server) {
    const at = await columnOf(server);
    const [table, column] = [(0,quote/* quoteTable */.Z8)(at), (0,quote/* quoteName */.AB)(at.column)];
    const value = at.isText ? (0,quote/* quoteText */.ol)(TEXT) : String(NUMBER);
    const count = async (session) => (await session.one(`SELECT count(*)::float AS count FROM ${table} WHERE ${column} = ${value}`)).count;
    const spoilt = () => on(server, count);
    const left = async () => {
        const rows = await spoilt();
        return rows > 0
            ? `${rows} rows of ${at.schema}.${at.name} in the database ${server.database} are corrupted`
            : undefined;
    };
    return {
        description: `${at.column} is corrupted in every tenth row of ${at.schema}.${at.name} in the database ${server.database}`,
        async strike() {
            const earlier = await left();
            if (earlier)
                throw new errors/* ActionError */.lZ(`${earlier} already, by an earlier drill; restore the backup with rollback-db.`);
            await on(server, (session) => session.query(`UPDATE ${table} SET ${column} = ${value} WHERE ctid IN (
             SELECT ctid FROM (SELECT ctid, row_number() OVER () AS number FROM ${table}) AS numbered
             WHERE number % 10 = 1)`));
        },
        isSeen: async () => (await spoilt()) > 0,
        remains: left,
        async undo() {
            const still = await left();
            if (still)
                throw new errors/* ActionError */.lZ(`${still}; restore its backup with rollback-db.`);
        },
        close: () => { },
    };
}
/** A migration takes a column away from the services that ask for it. */
async function badMigration(server) {
    const at = await columnOf(server);
    const moved = () => on(server, (session) => session.query(MOVED, [PREFIX]));
    const rename = (where, from, to) => on(server, (session) => session.query(`ALTER TABLE ${(0,quote/* quoteTable */.Z8)(where)} RENAME COLUMN ${(0,quote/* quoteName */.AB)(from)} TO ${(0,quote/* quoteName */.AB)(to)}`));
    return {
        description: `the column ${at.column} of ${at.schema}.${at.name} in the database ${server.database} is renamed`,
        strike: async () => void (await rename(at, at.column, `${PREFIX}${at.column}`)),
        isSeen: async () => (await moved()).length > 0,
        async remains() {
            const [first] = await moved();
            return first && `${first.schema}.${first.name} still has ${first.column}`;
        },
        async undo() {
            for (const each of await moved())
                await rename(each, each.column, each.column.slice(PREFIX.length));
        },
        close: () => { },
    };
}
async function columnOf(server) {
    const [column] = await on(server, (session) => session.query(COLUMNS));
    if (column)
        return column;
    throw new errors/* ActionError */.lZ(`The database ${server.database} has no table with rows and a column of texts or numbers that no constraint binds, so a drill cannot corrupt anything in it.`);
}
const on = (server, work) => server.use(server.database, work);

;// CONCATENATED MODULE: ./build/drill/protection.js



/** The label of a namespace that may be broken, and its value. */
const LABEL = 'rollback-actions/drill';
const ALLOWED = 'allowed';
/** Words in a name that no environment has where things may be broken. */
const PRODUCTION = /(^|[^a-z])(prod|production|prd|live)([^a-z]|$)/i;
/** @throws ActionError where any of them looks like production's */
function refuseProduction(names) {
    const production = names.find(({ name }) => PRODUCTION.test(name));
    if (!production)
        return;
    throw new errors/* ActionError */.lZ(`A drill breaks things, and the ${production.what} ${JSON.stringify(production.name)} is called as production is; nothing was broken.`);
}
/** @throws ActionError where a server is not on the list of those that a drill may break */
function requireHosts(allowed, servers) {
    const stranger = servers.find(({ name }) => !allowed.includes(name));
    if (!stranger)
        return;
    throw new errors/* ActionError */.lZ(`Input \`drill-hosts\` does not name ${stranger.name}, the host of the ${stranger.what}; if a drill may break what is there, add it to the list. Nothing was broken.`);
}
/** @throws ActionError where the namespace does not say itself that it may be broken, or may not be asked */
async function requireLabel(client, namespace) {
    await (0,access/* requirePermissions */.An)(client, namespace, [{ group: '', resource: 'namespaces', verbs: ['get'] }]);
    const found = await client.find((0,names/* namespacePath */.B3)(namespace));
    if (!found)
        throw new errors/* ActionError */.lZ(`There is no namespace ${namespace}.`);
    if (found.metadata.labels?.[LABEL] === ALLOWED)
        return;
    throw new errors/* ActionError */.lZ(`The namespace ${namespace} does not allow drills; if it may be broken, label it: kubectl label namespace ${namespace} ${LABEL}=${ALLOWED}. Nothing was broken.`);
}

// EXTERNAL MODULE: ./build/systems/kubernetes/client.js
var kubernetes_client = __webpack_require__(59027);
// EXTERNAL MODULE: ./build/systems/kubernetes/workload-pods.js
var workload_pods = __webpack_require__(85738);
;// CONCATENATED MODULE: ./build/drill/workload-fault.js






/** What a workload carries while it is broken: what its first container had before, as JSON. */
const MARK = 'rollback-actions/drill-before';
/** A program that no image has. */
const NOWHERE = '/rollback-drill/not-there';
/** What the kubelet says of a container that is on its way. */
const STARTING = ['ContainerCreating', 'PodInitializing'];
/** The changes of bad deploys, by fault. `id` makes an image's tag one that does not exist. */
const CHANGES = {
    'bad-image': ({ image: before }, id) => {
        const image = `${before.replace(/@[\s\S]*$/, '').replace(/:[^/:]*$/, '')}:rollback-drill-bad-image-${id.toLowerCase()}`;
        return {
            description: 'an image that does not exist',
            fields: { image },
            isIn: (container) => container.image === image,
        };
    },
    'crash-loop': () => ({
        description: 'a program that does not start',
        fields: { command: [NOWHERE] },
        isIn: ({ command }) => command?.[0] === NOWHERE,
    }),
    'failing-readiness': () => ({
        description: 'a readiness probe that fails',
        fields: { readinessProbe: { exec: { command: [NOWHERE] }, periodSeconds: 1 } },
        isIn: ({ readinessProbe }) => readinessProbe?.exec?.command?.[0] === NOWHERE,
    }),
};
/**
 * The change of a deploy whose service answers badly: how, its users say by a variable that it knows.
 *
 * @throws ActionError where the text is no `NAME=value`
 */
function misbehaviour(input, text) {
    const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined)
        throw new errors/* ActionError */.lZ(`Input \`${input}\` is ${JSON.stringify(text)}; accepted is one variable of the container with its value, such as FAULT_RATE=0.5.`);
    return ({ env = [] }) => ({
        description: `the variable ${name}, by which it answers badly`,
        fields: { env: [...env.filter((each) => each.name !== name), { name, value }] },
        isIn: (container) => container.env?.some((each) => each.name === name && each.value === value) === true,
    });
}
/**
 * A deploy that goes wrong: the first container of a workload gets something else, and its pods are rolled out.
 *
 * @throws ActionError where the workload is not there, or the credentials do not suffice
 */
async function badDeploy(ref, { client, namespace }, changeOf) {
    await (0,access/* requirePermissions */.An)(client, namespace, [
        { group: 'apps', resource: kubernetes_kinds/* kinds */.EZ[ref.kind].plural, verbs: ['get', 'patch'] },
        { group: '', resource: 'pods', verbs: ['list'] },
    ]);
    const path = (0,kubernetes_kinds/* workloadPath */.jC)(namespace, ref.kind, ref.name);
    const find = () => (0,workload_pods/* workloadOf */.Rc)(client, namespace, ref);
    const { description, fields, isIn } = changeOf(firstOf(await find()));
    const put = (workload, change, mark) => client.patch(path, kubernetes_client/* PATCH */.D.merge, withFirst(workload, change, mark));
    return {
        description: `${(0,kubernetes_kinds/* label */.Pf)(ref)} gets ${description}`,
        async strike() {
            const workload = await find();
            const container = firstOf(workload);
            const before = Object.keys(fields).map((key) => [key, container[key] ?? null]);
            await put(workload, fields, JSON.stringify(Object.fromEntries(before)));
        },
        async isSeen() {
            const pods = await (0,workload_pods/* podsOf */.EB)(client, namespace, ref);
            const broken = pods.filter((pod) => isIn(pod.spec.containers[0]));
            // A service that answers badly is ready; its bad answers are detected elsewhere.
            return broken.some((pod) => ('env' in fields ? (0,workload_pods/* isReady */.i_)(pod) : isStuck(pod)));
        },
        remains: async () => (isIn(firstOf(await find())) ? `${(0,kubernetes_kinds/* label */.Pf)(ref)} still has ${description}` : undefined),
        async undo() {
            const workload = await find();
            const mark = workload.metadata.annotations?.[MARK];
            if (mark !== undefined)
                await put(workload, isIn(firstOf(workload)) ? JSON.parse(mark) : {}, null);
        },
        close: () => client.close(),
    };
}
/** One pod of a workload dies at once. */
async function killedPod(ref, { client, namespace }) {
    await (0,access/* requirePermissions */.An)(client, namespace, [
        { group: 'apps', resource: kubernetes_kinds/* kinds */.EZ[ref.kind].plural, verbs: ['get'] },
        { group: '', resource: 'pods', verbs: ['list', 'delete'] },
    ]);
    const [{ metadata }] = await (0,workload_pods/* runningPods */.CG)(client, namespace, ref);
    return {
        description: `pod ${metadata.name} of ${(0,kubernetes_kinds/* label */.Pf)(ref)} is killed`,
        async strike() {
            // No signal from inside a container ends its first process at once (pid_namespaces(7)); the kubelet's does, a second later.
            const body = { gracePeriodSeconds: 1, preconditions: { uid: metadata.uid } };
            await client.request('DELETE', (0,names/* objectPath */.du)(names/* CORE */.M2, namespace, 'pods', metadata.name), { body });
        },
        isSeen: async () => {
            const pods = await (0,workload_pods/* podsOf */.EB)(client, namespace, ref);
            return !pods.some((pod) => pod.metadata.uid === metadata.uid && !pod.metadata.deletionTimestamp);
        },
        remains: async () => undefined,
        undo: async () => { },
        close: () => client.close(),
    };
}
const firstOf = ({ spec }) => spec.template.spec.containers[0];
/** What makes a workload's first container have some fields; null takes one away. All others stay as they were read. */
function withFirst(workload, fields, mark) {
    const [first, ...others] = workload.spec.template.spec.containers;
    const changed = Object.entries({ ...first, ...fields }).filter(([, value]) => value !== null);
    const { resourceVersion } = workload.metadata;
    return {
        metadata: { resourceVersion, annotations: { [MARK]: mark } },
        spec: { template: { spec: { containers: [Object.fromEntries(changed), ...others] } } },
    };
}
/** Whether a container of a pod has come as far as it will. */
function isStuck({ status }) {
    return (status?.containerStatuses ?? []).some(({ ready, state = {} }) => {
        const { waiting, running, terminated } = state;
        if (waiting)
            return !STARTING.includes(waiting.reason ?? STARTING[0] ?? '');
        return terminated !== undefined || (running !== undefined && !ready);
    });
}

;// CONCATENATED MODULE: ./build/drill/setting.js












/** The kinds of component that a drill breaks and puts back. What `previous` is of the others, no drill has made. */
const DRILLED = ['service', 'database', 'cache'];
/** The components that a drill is about. @throws ActionError where one was named that no drill is about */
function drilled(components, named) {
    const other = components.find(({ kind }) => !DRILLED.includes(kind));
    if (named && other)
        throw new errors/* ActionError */.lZ(`A drill puts services, databases and caches back, and ${other.name} is of kind ${other.kind}; leave it out of \`components\`.`);
    return components.filter(({ kind }) => DRILLED.includes(kind));
}
/** @throws ActionError where a server's address is wrong or missing */
function drillPlaceOf({ request }, context) {
    const { mask } = context;
    const all = request.components.map(({ name, kind }) => ({
        kind,
        values: (0,rollback_values/* settingsFor */.zc)(request, kinds/* KINDS */.G[kind], name),
    }));
    const of = (kind) => all.filter((each) => each.kind === kind).map(({ values }) => values);
    const withCluster = [
        ...of('service'),
        ...of('database').filter(({ quiesce }) => quiesce),
        ...of('cache').filter(({ via }) => via),
    ];
    return {
        connections: withCluster.map((values) => (0,connect/* connect */.N)(values, context)),
        servers: of('database').map((values) => session.Server.parse(values['database-url'] ?? '', context)),
        caches: of('cache').flatMap(({ 'redis-url': url, 'redis-ca': ca, 'redis-insecure': insecure }) => url === undefined ? [] : [(0,address/* parseAddress */.o)(url, { ca, insecure: insecure === 'true', mask })]),
    };
}
/** @throws ActionError where anything of it is not there to be broken */
async function protect({ request, hosts }, place) {
    const { connections, servers, caches } = place;
    const namespaces = [
        ...new Map(connections.map((each) => [`${each.client.server} ${each.namespace}`, each])).values(),
    ];
    const hostsOf = [
        ...namespaces.map(({ client }) => ({ what: 'Kubernetes API', name: new URL(client.server).hostname })),
        ...servers.map(({ host }) => ({ what: 'database', name: host })),
        ...caches.flatMap(({ places }) => places.map(({ host }) => ({ what: 'cache', name: host }))),
    ];
    refuseProduction([
        { what: 'environment', name: request.environment.name },
        ...namespaces.map(({ namespace }) => ({ what: 'namespace', name: namespace })),
        ...servers.map(({ database }) => ({ what: 'database', name: database })),
        ...hostsOf.map(({ what, name }) => ({ what: `host of the ${what}`, name })),
    ]);
    requireHosts(hosts, hostsOf);
    for (const { client, namespace } of namespaces)
        await requireLabel(client, namespace);
}
/** The fault that was requested, ready to be struck. @throws ActionError that says what it lacks */
async function faultOf(options, place, context) {
    const { fault, request } = options;
    const kind = BREAKS[fault];
    const [first] = request.components.filter((each) => each.kind === kind);
    if (!first)
        throw new errors/* ActionError */.lZ(`The fault \`${fault}\` breaks a component of kind ${kind}, and the drill has none.`);
    const [server] = place.servers;
    const [cache] = place.caches;
    switch (fault) {
        case 'corrupted-rows':
            return corruptedRows(server);
        case 'bad-migration':
            return badMigration(server);
        case 'redis-lost':
            if (!cache)
                throw new errors/* ActionError */.lZ(`The fault \`redis-lost\` needs the \`redis-url\` of the component ${first.name}.`);
            return lostRedis(cache, context.signal);
        default:
            return workloadFault(options, setting_connectionOf(request, first.name, context), context.rollbackId);
    }
}
/** A client of its own: undoing a fault must not depend on the client that caused it. */
const setting_connectionOf = (request, component, context) => (0,connect/* connect */.N)((0,rollback_values/* settingsFor */.zc)(request, kinds/* KINDS */.G.service, component), context);
function targetOf({ fault, target }) {
    if (target === undefined)
        throw new errors/* ActionError */.lZ(`The fault \`${fault}\` breaks one workload; say which with \`drill-target\`, such as deployment/api.`);
    return (0,kubernetes_kinds/* parseRef */.rd)(target);
}
function workloadFault(options, connection, id) {
    const { fault, errorVariable, slowVariable } = options;
    const ref = targetOf(options);
    switch (fault) {
        case 'error-rate':
            return badDeploy(ref, connection, misbehaving('drill-error-env', errorVariable));
        case 'slow-answers':
            return badDeploy(ref, connection, misbehaving('drill-slow-env', slowVariable));
        case 'bad-image':
        case 'crash-loop':
        case 'failing-readiness':
            return badDeploy(ref, connection, (container) => CHANGES[fault](container, id));
        default:
            return killedPod(ref, connection);
    }
}
function misbehaving(input, text) {
    if (text === undefined)
        throw new errors/* ActionError */.lZ(`Input \`${input}\` is needed for this fault: the variable, with its value, by which your service answers badly, such as FAULT_RATE=0.5.`);
    return misbehaviour(input, text);
}

;// CONCATENATED MODULE: ./build/drill/drill.js












/** Says nothing: what is asked until it is known would say the same each time. */
const QUIET = { info() { }, warn() { }, group() { } };
/** Faults that are a deploy: the others are no reason to roll a deploy back. */
const DEPLOYS = [
    'bad-image',
    'crash-loop',
    'failing-readiness',
    'error-rate',
    'slow-answers',
];
/** The actions that say of a component whether it is well, and change nothing that counts. */
const HEALTH_ACTIONS = {
    service: { action: 'mark-good', values: {}, isDry: false },
    database: { action: 'verify-integrity', values: { mode: 'capture' }, isDry: true },
    cache: { action: 'clear-cache', values: {}, isDry: true },
};
/**
 * Breaks one thing of an environment that is there for it, finds out, rolls back as in earnest, and proves that all is
 * as it was; each phase is timed.
 *
 * @throws ActionError before anything is broken, where the environment may not be, or is not well
 */
async function drill(options, context) {
    const place = drillPlaceOf(options, context);
    try {
        await protect(options, place);
        const fault = await faultOf(options, place, context);
        try {
            if (context.dryRun)
                return planned(options, fault, context);
            const { environment } = options.request;
            const [keeper] = place.connections;
            const work = (lost) => {
                const signal = lost ? AbortSignal.any([context.signal, lost]) : context.signal;
                return carryOut(options, fault, { ...context, signal });
            };
            // The rollback takes the environment's own lock: this one keeps two drills apart.
            return await (keeper ? (0,lease/* withLease */.pS)(keeper, lockFor(keeper, environment.name), context, work) : work());
        }
        finally {
            fault.close();
        }
    }
    finally {
        for (const { client } of place.connections)
            client.close();
    }
}
const lockFor = (keeper, environment) => `${(0,lease/* lockOf */.Vx)(keeper, environment)}.drill`;
function planned({ request }, { description }, { recordPath }) {
    const names = request.components.map(({ name }) => name).join(', ');
    return {
        result: 'planned',
        message: `Planned: ${description}, and ${names} of ${request.environment.name} are rolled back; nothing was broken.`,
        outputs: { record: recordPath },
    };
}
async function carryOut(options, fault, context) {
    const phases = [];
    const pass = async (name, work) => {
        // A run that is cancelled ends here; the post phase takes the fault back.
        context.signal.throwIfAborted();
        const done = await phase(name, context, work);
        phases.push(done);
        return done;
    };
    const before = await pass('steady', () => steady(options, context, spoilt(options)));
    if (!before.isGood)
        throw new errors/* ActionError */.lZ(`Nothing was broken, because not all is well before the drill: ${before.message}`);
    const plan = await pass('plan', () => planRollback(options, context));
    if (!plan.isGood)
        throw new errors/* ActionError */.lZ(`Nothing was broken, because the rollback after it would not begin: ${plan.message}`);
    const cleanedUp = context.registerCleanup();
    const at = new Date();
    const struck = await pass('inject', async () => {
        await fault.strike();
        return `Broken: ${fault.description}`;
    });
    let outcome;
    if (struck.isGood) {
        await pass('detect', () => detect(options, fault, context));
        if (isJudged(options))
            await pass('decide', () => decide(options, at, context));
        const { isGood: isBack } = await pass('roll back', async () => {
            outcome = await rollBack(options, context);
            if (outcome.result === 'failed')
                throw new errors/* ActionError */.lZ(outcome.message);
            return outcome.message;
        });
        // What did not go back will not by waiting.
        await pass('verify', () => gone(fault, isBack ? waits/* WAITS */.r.DRILL_GONE_SECONDS : 0, context.signal));
    }
    const cleaned = await pass('clean up', async () => {
        await fault.undo();
        return 'Nothing of the fault is left';
    });
    if (cleaned.isGood)
        cleanedUp();
    await pass('steady again', async () => {
        const left = await fault.remains();
        if (left !== undefined)
            throw new errors/* ActionError */.lZ(left);
        return steady(options, context, undefined);
    });
    return drill_outcomeOf(options, phases, outcome, context);
}
/** Whether assess judges the fault: what is not a deploy is no reason to roll one back. */
const isJudged = ({ fault, request }) => DEPLOYS.includes(fault) && request.environment.sections.includes('assess');
/**
 * Every component is well; workloads that are get the mark to which a rollback goes, and the data that are to be corrupted are
 * noted, so that the corruption can be detected.
 */
async function steady({ request }, context, captured) {
    for (const component of request.components) {
        const { action, values, isDry } = HEALTH_ACTIONS[component.kind];
        const all = {
            ...(0,rollback_values/* settingsFor */.zc)(request, action, component.name),
            ...values,
            snapshot: snapshotOf(request.folder),
        };
        const dryRun = isDry && component !== captured;
        const { result, message } = await runOne(action, all, { ...context, dryRun });
        if (result === 'failed')
            throw new errors/* ActionError */.lZ(`${component.name}: ${message}`);
    }
    return `All is well: ${request.components.map(({ name }) => name).join(', ')}`;
}
/** Runs an action of which the story of the rollback says nothing. */
async function runOne(action, values, context) {
    return (0,runner_part/* runPart */.L)((0,runner_part/* readPart */.o)(await context.load(action), values, context), { ...context, record: () => { } });
}
/** The component whose data a fault spoils. */
const spoilt = ({ fault, request }) => BREAKS[fault] === 'database' ? request.components.find(({ kind }) => kind === 'database') : undefined;
const snapshotOf = (folder) => (0,external_node_path_.join)(folder, 'before-the-drill.json');
/** The fault can be detected: the pods, the server; of data, the comparison with what they were. */
async function detect(options, { isSeen }, context) {
    const { request } = options;
    const component = spoilt(options);
    if (!component) {
        await until(isSeen, waits/* WAITS */.r.DRILL_SEEN_SECONDS, context.signal, () => 'It was not detected');
        return 'It is seen';
    }
    const values = {
        ...(0,rollback_values/* settingsFor */.zc)(request, 'verify-integrity', component.name),
        mode: 'compare',
        expect: 'identical',
    };
    const { result, message } = await runOne('verify-integrity', { ...values, snapshot: snapshotOf(request.folder) }, context);
    if (result !== 'drift')
        throw new errors/* ActionError */.lZ(`The comparison has not seen it: ${message}`);
    return message;
}
/** Assess says that this deploy has to go back. */
async function decide({ request }, at, context) {
    const values = {
        ...(0,rollback_values/* settingsFor */.zc)(request, 'assess', undefined),
        'deployed-at': at.toISOString(),
        // What an earlier drill has rolled back must not keep this one from it.
        cooldown: '1s',
    };
    let last;
    const judged = async () => {
        last = await runOne('assess', values, { ...context, log: QUIET });
        return GO_BACK.includes(String(last.outputs?.decision));
    };
    await until(judged, waits/* WAITS */.r.DRILL_JUDGED_SECONDS, context.signal, () => `It would not have been rolled back: ${last?.message}`, waits/* WAITS */.r.DRILL_JUDGE_MS);
    return last?.message ?? '';
}
/** The rollback would begin, and finds its target and its backup. @throws ActionError with what it lacks */
async function planRollback(options, context) {
    const part = await rootAction(options, 'plan', context);
    const { result, message } = await (0,runner_part/* runPart */.L)(part, { ...context, record: () => { } });
    if (result === 'failed')
        throw new errors/* ActionError */.lZ(message);
    return message;
}
async function rootAction({ request }, action, context) {
    const components = request.components.map(({ name }) => name).join(', ');
    return (0,runner_part/* readPart */.o)(await context.load('rollback'), { ...request.passed, action, components }, context);
}
/** The root action itself, as in earnest. */
async function rollBack(options, context) {
    const { fault } = options;
    const part = await rootAction(options, 'rollback', context);
    // What it holds it gives back by the end; what the drill has broken is not its to say.
    const reason = `Drill (${fault}): ${context.reason}`;
    const inner = { ...context, reason, registerCleanup: () => () => { } };
    return (0,runner_part/* runPart */.L)(part, inner);
}
async function gone({ remains }, seconds, signal) {
    let left;
    const isGone = async () => {
        left = await remains();
        return left === undefined;
    };
    await until(isGone, seconds, signal, () => `${left}`);
    return 'Nothing of it is left';
}
/** Looks until it is so, so many milliseconds apart. @throws ActionError with `otherwise` where it is not within `seconds` */
async function until(isSo, seconds, signal, otherwise, milliseconds = waits/* WAITS */.r.DRILL_POLL_MS) {
    const end = performance.now() + seconds * 1000;
    while (!(await isSo())) {
        if (performance.now() > end)
            throw new errors/* ActionError */.lZ(`${otherwise()} (after ${seconds} s).`);
        await (0,deadline/* pause */.v7)(milliseconds, signal);
    }
}
function drill_outcomeOf({ fault, request }, phases, rolledBack, { recordPath }) {
    const { rto = '', report = '', html = '', steps = [] } = rolledBack?.outputs ?? {};
    const { percent, missing } = scoreOf(phases, rto);
    const failed = phases.find(({ isGood }) => !isGood);
    const [seen, back] = ['detect', 'roll back'].map((name) => secondsTo(name, phases)?.toFixed(1));
    const lacks = missing.length > 0 ? `, without ${missing.join(', ')}` : '';
    const message = failed
        ? `The drill of ${request.environment.name} failed (${fault}, score ${percent} %): "${failed.name}" failed: ${failed.message}`
        : `The drill of ${request.environment.name} is done (${fault}): seen after ${seen} s, back after ${back} s, score ${percent} %${lacks}.`;
    return {
        result: failed ? 'failed' : 'done',
        message,
        outputs: { rto, report, html, steps, score: percent, phases: phases.map(toOutput), record: recordPath },
        summary: `${summaryOf(message, phases)}\n${rolledBack?.summary ?? ''}`,
    };
}
const toOutput = ({ name, isGood, seconds, message }) => ({
    phase: name,
    outcome: isGood ? 'done' : 'failed',
    seconds: Number(seconds.toFixed(3)),
    message,
});
/** The run was cancelled or killed: what it has broken is repaired, and the lock released. @throws ActionError where that fails */
async function takeBack(options, context) {
    const place = drillPlaceOf(options, context);
    const [keeper] = place.connections;
    try {
        const fault = await faultOf(options, place, context);
        await fault.undo().finally(fault.close);
    }
    finally {
        if (keeper)
            await (0,lease/* giveLeaseBack */.F6)(keeper, lockFor(keeper, options.request.environment.name), context);
        for (const { client } of place.connections)
            client.close();
    }
}

// EXTERNAL MODULE: ./build/report/history.js + 1 modules
var report_history = __webpack_require__(81325);
;// CONCATENATED MODULE: ./build/rollback/components.js


/**
 * The components that are selected, each without waiting for one that is not.
 *
 * @throws ActionError where there are none, or one that is named does not exist
 */
function componentsFor({ components, name, path }, selection) {
    const { named } = selection;
    if (components.length === 0)
        throw new errors/* ActionError */.lZ(`${path}: environments.${name} has no components, so there is nothing to roll back (docs/configure.md).`);
    const stranger = named.find((each) => !components.some((component) => component.name === each));
    if (stranger !== undefined)
        throw new errors/* ActionError */.lZ(`Input \`components\` names "${stranger}"; ${path} has ${components.map((each) => each.name).join(', ') || 'none'}.`);
    const kinds = kindsUnnamed(selection);
    const selected = components.filter((each) => named.length > 0 ? named.includes(each.name) : kinds.includes(each.kind));
    if (selected.length === 0 && components.length > 0)
        throw new errors/* ActionError */.lZ(`A rollback that a person or an alert starts takes back services and caches; name what else goes back in \`components\`: ${components.map((each) => each.name).join(', ')}.`);
    // A component that is not rolled back now is not waited for.
    const names = selected.map((each) => each.name);
    return selected.map((each) => ({ ...each, after: each.after?.filter((other) => names.includes(other)) }));
}
/**
 * The kinds of components that go back where none is named. All of them after a failed deploy. Services and caches where a
 * person or an alert started the run, because what else there is may hold data that is newer than what it goes back to.
 * Services where the caller says which workloads: a workflow that rolls services back today must not restore a database
 * tomorrow because one was added to the file. A drill breaks what it restores, and a check changes nothing; the lock and the
 * question belong to the environment, so all of it is selected for them.
 */
function kindsUnnamed({ action, namesServices }) {
    const all = Object.keys(kinds/* KINDS */.G);
    if (['drill', 'check', 'status', 'remind'].includes(action))
        return all;
    // Owners have services alone.
    if (namesServices || action === 'hand-back')
        return ['service'];
    // Without an event, a person runs the bundle on a machine of their own.
    const { GITHUB_EVENT_NAME: event = 'by hand' } = process.env;
    return STARTED_FROM_OUTSIDE.includes(event) ? ['service', 'cache'] : all;
}
const STARTED_FROM_OUTSIDE = ['by hand', 'workflow_dispatch', 'repository_dispatch'];
/** Inputs that are for one component of a kind. */
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
/** Inputs that select a kind. A workflow that gives all its secrets says nothing. */
const MEANS = [
    ['backup', 'database'],
    ['ref', 'infra'],
];
/**
 * Warns of an input that no component takes.
 *
 * @throws ActionError where an input that is for one component could be for several
 */
function checkGiven(given, components, log) {
    const of = (kind) => components.filter((each) => each.kind === kind).map(({ name }) => name);
    for (const [input, kind] of FOR_ONE) {
        if (given[input] === undefined || of(kind).length < 2)
            continue;
        throw new errors/* ActionError */.lZ(`Input \`${input}\` is for one ${kind}, and there are ${of(kind).join(', ')}; name one in \`components\`, or say it in the configuration.`);
    }
    for (const [input, kind] of MEANS)
        if (given[input] !== undefined && of(kind).length === 0)
            log.warn(`Input \`${input}\` is not used, because no ${kind} goes back; name one in \`components\`.`);
}

;// CONCATENATED MODULE: ./build/rollback/hand-back.js


/** Hands the services of an environment back to the owners that a rollback has paused: `hand-back`, for each of them. */
async function handServicesBack(request, context) {
    const services = request.components.filter(({ kind }) => kind === 'service').map(({ name }) => name);
    const outcomes = await Promise.all(services.map((name) => (0,perform/* perform */.y9)((0,steps/* step */.P)('hand back', name, 'hand-back', []), request, new Map(), context)));
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

;// CONCATENATED MODULE: ./build/rollback/inputs.js


/** Inputs that belong to the parts: they win over the configuration. */
const passedInputs = {
    to: dist/* optional */.lqM((0,values/* text */.Qq)()),
    kubeconfig: dist/* optional */.lqM((0,values/* text */.Qq)()),
    context: dist/* optional */.lqM((0,values/* text */.Qq)()),
    namespace: dist/* optional */.lqM((0,values/* text */.Qq)()),
    workloads: dist/* optional */.lqM((0,values/* text */.Qq)()),
    selector: dist/* optional */.lqM((0,values/* text */.Qq)()),
    health: dist/* optional */.lqM((0,values/* text */.Qq)()),
    deployedAt: dist/* optional */.lqM((0,values/* text */.Qq)()),
    downCommand: dist/* optional */.lqM((0,values/* text */.Qq)()),
    downTo: dist/* optional */.lqM((0,values/* text */.Qq)()),
    quickFix: dist/* optional */.lqM((0,values/* text */.Qq)()),
    databaseUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    backup: dist/* optional */.lqM((0,values/* text */.Qq)()),
    confirm: dist/* optional */.lqM((0,values/* text */.Qq)()),
    pgbouncerUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    ref: dist/* optional */.lqM((0,values/* text */.Qq)()),
    secretVars: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    redisUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    tsigKey: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    apiToken: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    prometheusToken: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    slackToken: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    slackWebhookUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    pagerdutyRoutingKey: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    smtpUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    teamsWebhookUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    webhookUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    webhookSecret: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    gitopsRepository: dist/* optional */.lqM((0,values/* text */.Qq)()),
    gitopsPaths: dist/* optional */.lqM((0,values/* text */.Qq)()),
    gitopsToken: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    gitopsPullRequest: dist/* optional */.lqM((0,values/* text */.Qq)()),
    githubToken: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    history: dist/* optional */.lqM((0,values/* text */.Qq)()),
};

// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
;// CONCATENATED MODULE: ./build/rollback/render.js



const ICONS = {
    done: '✅',
    'no-op': '☑️',
    planned: '📝',
    failed: '❌',
    skipped: '⏭️',
    declined: '☑️',
};
/** The verbs after which a component is back. */
const BACK = ['switch', 'roll back', 'apply', 'clear'];
/** One sentence about the whole: what is back, what is not and why. */
function sentenceOf(environment, results, seconds) {
    const declined = results.find(({ outcome }) => outcome === 'declined');
    if (declined)
        return `Nothing was rolled back in ${environment}: ${declined.message}`;
    const parts = results.filter(({ step }) => BACK.includes(step.verb));
    const back = parts.filter((part) => isBack(part) && isProven(part, results));
    const names = listOf(back.map(({ step }) => step.component ?? ''));
    const [first] = results.filter(rollback_values/* isFailure */.N6);
    if (!first) {
        return back.every(({ outcome }) => outcome === 'no-op')
            ? `Nothing to roll back in ${environment}: ${names} ${back.length === 1 ? 'is where it' : 'are where they'} should be.`
            : `Rolled ${environment} back in ${seconds.toFixed(1)} s: ${names}.`;
    }
    const cause = (0,sentence/* withoutFullStop */.Qu)(first.message.replace(/^Nothing was changed: /, ''));
    const failure = `"${first.step.name}" failed: ${cause}`;
    const begun = parts.some(({ outcome }) => outcome !== 'skipped');
    if (!begun)
        return `Nothing was changed in ${environment}: ${failure}.`;
    return `The rollback of ${environment} failed: ${back.length} of ${parts.length} components are back${names ? ` (${names})` : ''}; ${failure}.`;
}
const isBack = ({ outcome }) => outcome === 'done' || outcome === 'no-op';
/** Services that stood at zero have to serve; what was found in the comparison of a database has to be nothing bad. */
const isProven = ({ step: { verb, component } }, results) => {
    const own = results.filter(({ step }) => step.component === component);
    if (verb === 'roll back')
        return own.filter(({ step }) => step.verb === 'health').every(isBack);
    // One that could not be compared, as the run was canceled, was verified before it was switched; a comparison has a report.
    return !own.some(({ step, outcome, outputs }) => step.verb === 'compare' && outcome === 'failed' && 'report' in outputs);
};
/** What was done when, for the job's summary. */
function render_summaryOf(sentence, results) {
    const rows = results.map(({ step, outcome, start, seconds, message }) => [
        `${ICONS[outcome]} ${outcome}`,
        (0,markdown/* inert */.tJ)(step.name),
        outcome === 'skipped' ? '' : `${start.toFixed(1)} s`,
        outcome === 'skipped' ? '' : `${seconds.toFixed(1)} s`,
        (0,markdown/* inert */.tJ)(message),
    ]);
    return `## ${(0,markdown/* inert */.tJ)(sentence)}\n\n${(0,markdown/* table */.tp)(['', 'Step', 'Start', 'Took', ''], rows)}\n`;
}
/**
 * The order, what would be done to each thing, and how long that took last time.
 *
 * @param stopped the workloads that are scaled to zero while a component is switched
 */
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
/** The plan for the job's summary; what each component's own plan says in full, such as which version goes to which, folded. */
function planSummary(sentence, plan, results) {
    const details = [...results.values()].flatMap(({ step, summary }) => summary ? [`<details><summary>${(0,markdown/* inert */.tJ)(step.name)}</summary>\n\n${summary.trim()}\n\n</details>`] : []);
    const rows = plan.map(({ step, action, after, plan: what = '', last }) => [
        (0,markdown/* inert */.tJ)(step),
        (0,markdown/* code */.aY)(action),
        after.map(markdown/* inert */.tJ).join(', '),
        (0,markdown/* inert */.tJ)(what),
        last === undefined ? '' : `${last.toFixed(1)} s`,
    ]);
    const head = ['Step', 'Action', 'After', 'What would be done', 'Last time'];
    return `${[`## ${(0,markdown/* inert */.tJ)(sentence)}`, (0,markdown/* table */.tp)(head, rows), ...details].join('\n\n')}\n`;
}
const listOf = (names) => names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');

// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
;// CONCATENATED MODULE: ./build/rollback/chain.js


/**
 * Runs all steps, each as soon as the steps in its `after` and `afterAnyOutcome` have ended; independent steps run in
 * parallel. `steps` must be sorted (`sorted` in steps.ts), so that every step finds those it waits for in `pending`. A step is
 * skipped when a step in its `after` failed or was skipped (unless `when` says otherwise), and the message names the cause. An
 * exception in a step makes it `failed` and never stops the chain.
 *
 * @returns the result of each step, in the order of the steps
 */
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
            : resultWith(action/* RESULTS */.P[performed.result], performed.message, performed);
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
/** Runs an action. An ActionError says what failed and what to do; any other exception is a bug and is called one. */
async function attempt(perform) {
    try {
        return await perform();
    }
    catch (error) {
        const message = error instanceof errors/* ActionError */.lZ ? error.message : `${(0,errors/* messageOf */.bD)(error)} (this is a bug)`;
        return { result: 'failed', message };
    }
}
/** Why a step is not run; undefined where it is. */
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
    // A skipped step names the failed one already.
    const cause = missing.outcome === 'failed' ? `"${missing.step.name}" failed` : missing.message;
    return { outcome: 'skipped', message: cause };
}

;// CONCATENATED MODULE: ./build/rollback/chain-log.js
/** Steps run side by side, and their lines come as they happen; so they are kept to be read step by step as well. */
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
/** How a step ended, in a line. */
const stepLine = ({ step, outcome, message, seconds }) => `${{ done: '✓', 'no-op': '✓', planned: '·', failed: '✗', skipped: '-', declined: '·' }[outcome]} ${step.name}: ${outcome} in ${seconds.toFixed(1)} s — ${message}`;

// EXTERNAL MODULE: ./build/notify/compose.js + 7 modules
var compose = __webpack_require__(64672);
// EXTERNAL MODULE: ./build/notify/deliver.js
var deliver = __webpack_require__(10437);
// EXTERNAL MODULE: ./build/base/budget.js
var budget = __webpack_require__(91847);
// EXTERNAL MODULE: ./build/base/retry.js
var retry = __webpack_require__(31666);
;// CONCATENATED MODULE: ./build/notify/progress.js


const systemClock = {
    now: () => performance.now(),
    after: (milliseconds, run) => {
        // The process does not stay alive for an update that is only due: flush sends what is left.
        setTimeout(run, milliseconds).unref();
    },
};
/**
 * Passes states on to `send`, one at a time and not too often; states in between are left out. A failure is told to `failed`
 * and the next state is tried as if nothing had happened: the rollback is never held up. Over the receiver's rate limit nothing
 * is sent for as long as it says: what is left of the limit belongs to the last message.
 *
 * @param send has an end of its own (a sink's budget)
 */
function liveProgress(send, failed, clock = systemClock) {
    let next;
    let sending;
    let waiting = false;
    let due = Number.NEGATIVE_INFINITY;
    let limited = Number.NEGATIVE_INFINITY;
    const pump = () => {
        if (!next || sending || waiting)
            return;
        const wait = Math.max(due, limited) - clock.now();
        if (wait > 0) {
            waiting = true;
            clock.after(wait, () => {
                waiting = false;
                pump();
            });
            return;
        }
        start();
    };
    const start = () => {
        const { state } = next;
        next = undefined;
        due = clock.now() + waits/* WAITS */.r.LIVE_UPDATE_MS;
        sending = Promise.resolve()
            .then(() => send(state))
            .then(() => { }, (error) => {
            if (error instanceof retry/* PassingError */.aB && error.isLimit)
                limited = clock.now() + error.retryAfterMs;
            failed(error);
        })
            .finally(() => {
            sending = undefined;
            pump();
        });
    };
    return {
        show(state) {
            next = { state };
            pump();
        },
        async flush() {
            await sending;
            if (next && !sending && clock.now() >= limited)
                start();
            await sending;
        },
    };
}

// EXTERNAL MODULE: ./build/notify/sinks/slack.js + 1 modules
var slack = __webpack_require__(30474);
;// CONCATENATED MODULE: ./build/notify/sinks/slack-live.js



/** One attempt: what it does not say, the next state does. */
const LIVE_LIMITS = { ...budget/* SINK_LIMITS */.Jr, attempts: 1, withLimits: false };
/**
 * Keeps a rollback's one Slack message at the newest state while work goes on: posts it where none is known, then
 * changes it in place, at most once a second. `show` takes messages of the event `progress`.
 *
 * @param memory what an earlier step left in the record
 * @param failed gets each failure; nothing else comes of it
 */
function liveSlack(settings, memory, signal, failed, { limits = LIVE_LIMITS, clock } = {}) {
    let known = memory;
    const send = async (message) => {
        const { keep } = await (0,slack/* slackSink */.C)(settings, known, [], false).send(message, new budget/* Budget */.__(signal, limits));
        known = keep ?? known;
    };
    return { ...liveProgress(send, failed, clock), memory: () => known };
}

// EXTERNAL MODULE: ./build/record/catalogue.js + 1 modules
var catalogue = __webpack_require__(15379);
// EXTERNAL MODULE: ./build/record/read.js
var read = __webpack_require__(86122);
// EXTERNAL MODULE: ./build/record/record.js
var record_record = __webpack_require__(26503);
// EXTERNAL MODULE: ./build/record/story.js + 4 modules
var record_story = __webpack_require__(93578);
;// CONCATENATED MODULE: ./build/rollback/live.js










/** The message that `notify` posts or has posted, updated as components are done; undefined without a bot token. */
function live_liveProgress(values, context, runUrl) {
    const { 'slack-token': token, 'slack-channel': channel, 'slack-api-url': api = 'https://slack.com/api', } = values;
    if (!token || !channel)
        return undefined;
    const { rollbackId, run, recordPath, redact, log, record } = context;
    const events = () => (0,read/* readEvents */.w)(recordPath).events;
    let slack;
    // The first message is posted by notify; an update before that is over would post a second one.
    let isSent = false;
    const failed = (error) => log.info(`… Slack's message is not up to date: ${(0,errors/* messageOf */.bD)(error)}`);
    const show = () => {
        const known = events();
        slack ??= liveSlack({ api, token, channel, incident: (0,record_incident/* incidentOf */.w8)(rollbackId, run) }, (0,deliver/* deliveryState */.oE)(known, rollbackId, 'slack'), context.signal, failed);
        const story = (0,record_story/* storyOf */.d)(known, rollbackId);
        slack.show((0,compose/* compose */.Z)({
            event: 'progress',
            story,
            earlier: (0,report_history/* earlierTimes */.rS)(values.history, story),
            redact,
            runUrl,
            continuesAtOnce: true,
        }).message);
    };
    return {
        seen(event) {
            const { component, step, status } = event;
            const means = (0,catalogue/* meaningOf */.Pr)(event);
            isSent ||= component === 'notify' && step === record_record/* ACTION_STEP */.U && status !== 'started';
            // Steps that judge or notify say nothing of progress.
            if (!isSent || status === 'planned' || means === 'decides' || means === 'notifies')
                return;
            try {
                show();
            }
            catch (error) {
                failed(error);
            }
        },
        async end() {
            if (!slack)
                return;
            await slack.flush();
            const keep = { ...slack.memory() };
            record((0,deliver/* eventOf */.A6)({ sink: 'slack', status: 'sent', attempts: 1, milliseconds: 0, keep }, 'progress'));
        },
    };
}

;// CONCATENATED MODULE: ./build/rollback/rollback.js













/** Reads the inputs of every step, so that nothing is begun where any of them is wrong. */
async function checkInputs(request, steps, context) {
    for (const step of steps)
        await (0,perform/* partFor */.LQ)(step, request, new Map(), context);
    const warnings = steps.flatMap(({ action, component }) => request.environment.defaultsFor(action, component).warnings);
    const bake = steps.some(({ verb }) => verb === 'assess') && request.environment.defaultsFor('assess').values.bake;
    if (bake)
        warnings.push(`environments.${request.environment.name}.assess has \`bake: ${bake}\`, and a rollback would wait that long for its judgement; give it to the workflow that watches the deploy.`);
    if (request.decide === 'caller' && request.passed['quick-fix'] !== undefined)
        warnings.push('Input `quick-fix` is not used, because the caller has decided; with `decide: assess` there is time for one.');
    if (request.decide === 'assess' && !keeperOf(request))
        warnings.push(`environments.${request.environment.name} has no service and no database with \`quiesce\`, so no cluster keeps a question: where a person has to decide, they are asked once, and no reminder will be sent (docs/decide.md).`);
    for (const warning of new Set(warnings))
        context.log.warn(warning);
    const databases = request.components.filter(({ kind }) => kind === 'database');
    for (const { name } of databases) {
        const { confirm } = (0,rollback_values/* valuesOf */.sm)(stepNamed(steps, `switch ${name}`), request);
        if (confirm === undefined && !context.dryRun)
            throw new errors/* ActionError */.lZ(`Input \`confirm\` is missing: type the name of the database to say that you mean it, or put it into the component ${name} where the environment's approval is enough.`);
    }
}
/** Shows what every component's action would do; changes nothing. @throws ActionError where rights for the whole are missing */
async function plan(request, steps, context) {
    if (context.checksWritePermissions) {
        const connection = connectionOf(request, context);
        await checkRights(connection, podWorkOf(request, steps), context).finally(() => connection?.client.close());
    }
    const plans = steps
        .filter(({ verb }) => verb === 'plan')
        .map((step) => ({ ...step, after: [], afterAnyOutcome: [] }));
    const log = chainLog(context.log);
    const results = await runChain({
        steps: plans,
        perform: (step, before) => (0,perform/* perform */.y9)(step, request, before, { ...context, log: log.of(step) }),
        onEnd: (result) => context.log.info(stepLine(result)),
    });
    log.fromTopToBottom(results.values());
    return results;
}
/** Carries all steps out, under the environment's lock where there is a cluster to keep it. */
async function rollback_rollBack(request, steps, context, verdict) {
    const connection = connectionOf(request, context);
    const answered = async (lock, { began, free }) => {
        if (began !== undefined)
            context.record({
                ...{ component: 'attempt', step: 'take over', status: 'done', evidence: { began } },
                message: `An earlier attempt of this rollback, which died, began at ${began}; times count from there.`,
            });
        const by = verdict ? 'assess' : starter();
        const end = await answer(connection, request, by, context);
        const results = await runSteps(request, steps, context, { verdict, lock, free });
        await end(![...results.values()].some(rollback_values/* isFailure */.N6));
        return results;
    };
    try {
        if (verdict?.is === 'stay')
            return await runSteps(request, steps, context, { verdict });
        await checkRights(connection, podWorkOf(request, steps), context);
        if (!connection)
            return await runSteps(request, steps, context, { verdict });
        return await (0,lease/* withLease */.pS)(connection, (0,lease/* lockOf */.Vx)(connection, context.environment), context, answered);
    }
    finally {
        connection?.client.close();
    }
}
/** Runs the chain and keeps its channels informed: the live message, and the updates that `notify start` has promised. */
async function runSteps(request, steps, context, { verdict, lock, free }) {
    const signal = lock ? AbortSignal.any([context.signal, lock]) : context.signal;
    const live = liveOf(request, steps, context);
    const record = (event) => {
        context.record(event);
        live?.seen(event);
    };
    const inner = { ...context, signal, record, lock };
    const updates = keepPromise(() => (0,perform/* notify */.me)('progress', 'update', request, inner), (error) => context.log.warn(`The promised update did not reach all channels: ${(0,errors/* messageOf */.bD)(error)}`));
    const log = chainLog(context.log);
    try {
        const results = await runChain({
            steps,
            perform: async (step, results) => {
                if (step.verb === 'assess' && verdict)
                    return judgedBy(verdict);
                // The lock is free while recovery is verified, so that a fix forward need not wait.
                if (step.verb === 'verify recovery')
                    await free?.();
                if (step.verb === 'notify end')
                    await Promise.all([updates.end(), live?.end()]);
                return (0,perform/* perform */.y9)(step, request, results, { ...inner, log: log.of(step) });
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
/** The user who started this run, as far as it is known. */
const starter = () => process.env.GITHUB_TRIGGERING_ACTOR || process.env.GITHUB_ACTOR || 'An unknown person';
/** The run was cancelled or killed: every action that has paused something resumes it, and then the lock is released. */
async function resumePaused(request, steps, context) {
    // A service's own post releases its lock, and here that of the whole is held instead.
    const givers = steps.filter(({ verb }) => ['switch', 'apply'].includes(verb));
    const given = (0,settled/* allSettled */.vd)(givers.map(async (step) => {
        const { action, inputs } = await (0,perform/* partFor */.LQ)(step, request, new Map(), context);
        await action.post?.(inputs, context);
    }));
    await given.finally(() => giveLockBack(request, context));
}
/**
 * The run that rolls the environment back at the moment, and since when; undefined where there is none.
 *
 * @throws ActionError where no cluster keeps a lock, so that it is unknown
 */
async function rollbackUnderWay(request, context) {
    const connection = connectionOf(request, context);
    if (!connection)
        throw new errors/* ActionError */.lZ(`${request.environment.path}: environments.${request.environment.name} has no service and no database with \`quiesce\`, so no cluster keeps its lock: whether a rollback is under way is unknown.`);
    try {
        return await (0,lease/* holderOf */.Kd)(connection, (0,lease/* lockOf */.Vx)(connection, context.environment));
    }
    finally {
        connection.client.close();
    }
}
async function giveLockBack(request, context) {
    const connection = connectionOf(request, context);
    if (!connection)
        return;
    await (0,lease/* giveLeaseBack */.F6)(connection, (0,lease/* lockOf */.Vx)(connection, context.environment), context);
    connection.client.close();
}
function liveOf(request, steps, context) {
    const step = steps.find(({ verb }) => verb === 'notify start');
    return step && live_liveProgress((0,rollback_values/* valuesOf */.sm)(step, request), context, request.runUrl);
}

;// CONCATENATED MODULE: ./build/rollback/starter.js



/** Events that every reader of the repository can cause. */
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
const repository = dist/* object */.Ikc({ full_name: dist/* string */.YjP() });
const payload = dist/* object */.Ikc({
    pull_request: dist/* optional */.lqM(dist/* object */.Ikc({ head: dist/* object */.Ikc({ repo: dist/* nullish */.cl6(repository) }) })),
    workflow_run: dist/* optional */.lqM(dist/* object */.Ikc({ event: dist/* string */.YjP(), head_repository: dist/* nullish */.cl6(repository) })),
});
/**
 * A comment, an issue or a pull request from a fork must not start a rollback, whatever the workflow: its author may be a
 * stranger.
 *
 * @throws ActionError where such an event has started this run
 */
function refuseStrangers({ GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_REPOSITORY, }) {
    if (GITHUB_EVENT_NAME === undefined)
        return;
    const { pull_request, workflow_run } = payloadIn(GITHUB_EVENT_PATH);
    const event = workflow_run?.event ?? GITHUB_EVENT_NAME;
    const isForked = (pull_request !== undefined && pull_request.head.repo?.full_name !== GITHUB_REPOSITORY) ||
        (workflow_run !== undefined && workflow_run.head_repository?.full_name !== GITHUB_REPOSITORY);
    if (!ANYBODY.includes(event) && !isForked)
        return;
    throw new errors/* ActionError */.lZ(`This run was started by ${isForked ? 'a fork' : `the event ${event}, which anyone can cause`}, so it does not touch production: start it from a push, a schedule, a release, a deployment or a dispatch (docs/triggers.md).`);
}
/** What GitHub says of the event; nothing where it says nothing. */
function payloadIn(path) {
    try {
        const parsed = dist/* safeParse */.xLC(payload, JSON.parse((0,external_node_fs_.readFileSync)(path ?? '', 'utf8')));
        return parsed.success ? parsed.output : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./build/runner/inputs.js
var runner_inputs = __webpack_require__(52266);
;// CONCATENATED MODULE: ./build/actions/rollback.js

























const inputs = {
    action: dist/* optional */.lqM((0,values/* choice */.Yq)(['rollback', 'plan', 'status', 'remind', 'check', 'hand-back', 'drill', 'init']), 'rollback'),
    components: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    decide: dist/* optional */.lqM((0,values/* choice */.Yq)(['caller', 'assess']), 'caller'),
    timeout: dist/* optional */.lqM((0,values/* duration */.p0)(), '30m'),
    fault: dist/* optional */.lqM((0,values/* choice */.Yq)(FAULTS)),
    drillHosts: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    drillTarget: dist/* optional */.lqM((0,values/* text */.Qq)()),
    drillErrorEnv: dist/* optional */.lqM((0,values/* text */.Qq)()),
    drillSlowEnv: dist/* optional */.lqM((0,values/* text */.Qq)()),
    depth: dist/* optional */.lqM((0,values/* choice */.Yq)(['look', 'full']), 'look'),
    restore: dist/* optional */.lqM((0,values/* boolean */.zM)(), 'false'),
    checkHistory: dist/* optional */.lqM((0,values/* text */.Qq)()),
    ...passedInputs,
};
/** Handing back takes no reason; neither a plan, a look at the lock, a check nor a reminder changes anything, nor does the file that `init` writes on the runner. */
const changes = ({ action }) => !['plan', 'status', 'remind', 'check', 'hand-back', 'init'].includes(action);
/** The first configuration is written where there is none. */
const ignoresConfig = (input) => input('action') === 'init';
/** Rolls a whole environment back: every component that its configuration names, in one step. */
const rollback_action = (0,action/* defineAction */.Q)({
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
        const { init } = await __webpack_require__.e(/* import() */ 3894).then(__webpack_require__.bind(__webpack_require__, 93894));
        return init(inputs, (0,runner_inputs/* rawInput */.JR)(process.env, 'config'), context);
    }
    if (inputs.action === 'drill' && process.env.ROLLBACK_DRILLS === 'off')
        return drillsAreOff(context);
    const request = await requestOf(inputs, context);
    if (inputs.action === 'drill')
        return drill(drillRequestOf(inputs, request), context);
    if (inputs.action === 'status')
        return statusOf(request, context);
    if (inputs.action === 'check') {
        const { check } = await Promise.all(/* import() */[__webpack_require__.e(8697), __webpack_require__.e(4694), __webpack_require__.e(8467), __webpack_require__.e(555), __webpack_require__.e(4623), __webpack_require__.e(7390), __webpack_require__.e(1572), __webpack_require__.e(719)]).then(__webpack_require__.bind(__webpack_require__, 40719));
        const { depth, restore, checkHistory: history } = inputs;
        return check(request, { depth, restore, history }, context);
    }
    if (inputs.action === 'hand-back')
        return handServicesBack(request, context);
    const steps = stepsOf(request);
    if (inputs.action === 'remind')
        return followUpQuestion(request, steps, context);
    const dry = inputs.action === 'plan' || context.dryRun;
    await checkInputs(request, steps, { ...context, dryRun: dry });
    // A plan is made with the credentials of the rollback that follows; a dry run may have any.
    if (dry)
        return rollback_planned(request, steps, { ...context, dryRun: true, checksWritePermissions: !context.dryRun });
    refuseStrangers(process.env);
    const begun = performance.now();
    const verdict = await runAssessment(request, steps, context);
    if (verdict?.is === 'asked')
        return verdict.outcome;
    const cleanedUp = context.registerCleanup();
    const results = [...(await rollback_rollBack(request, steps, context, verdict)).values()];
    // What could not be given back is tried again at the end of the job.
    if (!results.some(({ step, outcome }) => step.verb === 'resume' && outcome === 'failed'))
        cleanedUp();
    return rollback_outcomeOf(request, results, (performance.now() - begun) / 1000, context);
}
/** The run was killed: give back what its parts have stopped, and the lock. */
async function post(inputs, context) {
    const request = await requestOf(inputs, context);
    if (inputs.action !== 'drill')
        return resumePaused(request, stepsOf(request), context);
    const drillRequest = drillRequestOf(inputs, request);
    await (0,settled/* allSettled */.vd)([
        resumePaused(drillRequest.request, stepsOf(drillRequest.request), context),
        takeBack(drillRequest, context),
    ]);
}
function drillRequestOf(inputs, request) {
    const { fault, drillHosts: hosts, drillTarget: target, drillErrorEnv, drillSlowEnv } = inputs;
    if (fault === undefined)
        throw new errors/* ActionError */.lZ(`Input \`fault\` is missing: say what the drill breaks, one of ${FAULTS.join(', ')}.`);
    const components = drilled(request.components, inputs.components.length > 0);
    return {
        request: { ...request, components },
        ...{ fault, hosts, target, errorVariable: drillErrorEnv, slowVariable: drillSlowEnv },
    };
}
/** The stop switch: one variable stops every workflow that drills. */
const drillsAreOff = ({ recordPath }) => ({
    result: 'no-op',
    message: 'No drill: drills are stopped by ROLLBACK_DRILLS=off.',
    outputs: { record: recordPath },
});
async function requestOf(inputs, { load, log, rollbackId, environment: name }) {
    const namesServices = inputs.workloads !== undefined || inputs.selector !== undefined;
    const environment = await (0,config/* loadEnvironment */.Ye)((0,runner_inputs/* rawInput */.JR)(process.env, 'config'), name, {
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
        runUrl: (0,run_url/* runUrl */.V)(),
    };
}
/** What was given to this step, by the names that users write; each part reads the configuration itself. */
function passedOf() {
    const given = Object.keys(passedInputs).map((key) => [(0,runner_inputs/* inputName */.yu)(key), (0,runner_inputs/* rawInput */.JR)(process.env, key)]);
    return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
/** For a deploy, which must not meet a rollback: red while one is under way. */
async function statusOf(request, context) {
    const found = await rollbackUnderWay(request, context);
    const outputs = { record: context.recordPath };
    if (!found)
        return { result: 'no-op', message: 'No rollback is under way.', outputs };
    const message = `Rollback ${found.holder} has been under way since ${found.since}; deploy when it is over.`;
    return { result: 'failed', message, outputs };
}
async function rollback_planned(request, steps, context) {
    const results = await plan(request, steps, context);
    const { environment, components, passed: given } = request;
    const history = given.history ?? environment.defaultsFor('report').values.history;
    const lastOf = (0,report_history/* lastTimes */.$H)(history, environment.name);
    const kindOf = (name) => components.find((each) => each.name === name)?.kind;
    const last = (name) => {
        const kind = kindOf(name);
        return kind && lastOf(rto/* RECORD_NAMES */.$[kind]);
    };
    const stopped = (name) => kindOf(name) === 'database'
        ? ((0,rollback_values/* settingsFor */.zc)(request, 'rollback-db', name).quiesce ?? '').split(/[\s,]+/).join(', ')
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
function rollback_outcomeOf({ environment }, results, seconds, { recordPath }) {
    const message = sentenceOf(environment.name, results, seconds);
    const outputOf = (verb, name) => results.find(({ step }) => step.verb === verb)?.outputs[name] ?? '';
    const [severity, decision] = ['severity', 'decision'].map((name) => outputOf('assess', name));
    const [rto, report, html] = ['rto', 'report', 'html'].map((name) => outputOf('report', name));
    const steps = results.map(rollback_toOutput);
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
        summary: `${render_summaryOf(message, results)}\n${page}`,
    };
}
/** What became of each workload of every service, as in rollback-service's output. */
const workloadsOf = (results) => results.filter(({ step }) => step.verb === 'roll back').flatMap(({ outputs }) => outputs.workloads ?? []);
/** The owners of what went back, and whether it lasts, from the services' outputs. */
function ownersOf(results) {
    const services = results.map(({ outputs }) => outputs).filter(({ owners }) => owners !== undefined);
    return {
        owners: services.flatMap(({ owners }) => owners),
        lasting: services.every(({ lasting }) => lasting !== false),
        pullRequest: services.flatMap((outputs) => outputs['pull-request'] || []).join(' '),
    };
}
const rollback_toOutput = ({ step, outcome, start, seconds, message }) => ({
    step: step.name,
    outcome,
    start: Number(start.toFixed(3)),
    seconds: Number(seconds.toFixed(3)),
    message,
});
function resultOf(results) {
    if (results.some(rollback_values/* isFailure */.N6))
        return 'failed';
    return results.some(isChange) ? 'done' : 'no-op';
}
const isChange = ({ step, outcome }) => outcome === 'done' && ['switch', 'roll back', 'apply', 'clear'].includes(step.verb);


/***/ }),

/***/ 47684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LQ: () => (/* binding */ partFor),
/* harmony export */   me: () => (/* binding */ notify),
/* harmony export */   y9: () => (/* binding */ perform)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2609);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);
/* harmony import */ var _record_catalogue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15379);
/* harmony import */ var _record_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26503);
/* harmony import */ var _runner_part_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27402);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1659);







/** Does a step: its action with its inputs, under its own name. */
async function perform(step, request, results, context) {
    return (0,_runner_part_js__WEBPACK_IMPORTED_MODULE_5__/* .runPart */ .L)(await partFor(step, request, results, context), contextFor(step, context));
}
/** Sends an event to every sink, outside the steps of the chain. @throws ActionError where a required sink was not reached */
const notify = (event, name, request, context) => perform({
    ...{ name, verb: 'notify', component: undefined, action: 'notify', values: { event } },
    ...{ after: [], when: 'always' },
}, request, new Map(), context);
/** A step's action with its inputs. @throws ActionError that names the component where they are wrong */
async function partFor(step, request, results, context) {
    try {
        return (0,_runner_part_js__WEBPACK_IMPORTED_MODULE_5__/* .readPart */ .o)(await request.load(step.action), (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .valuesOf */ .sm)(step, request, results), context);
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || step.component === undefined)
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The component ${step.component}: ${error.message}`, { cause: error });
    }
}
/** A step's own log, and what it may still do. */
function contextFor(step, context) {
    const signal = signalFor(step, context);
    // A restored database that waits beside the live one is not a component of its own.
    const record = (event) => {
        if (step.verb !== 'capture' || event.step === _record_record_js__WEBPACK_IMPORTED_MODULE_4__/* .ACTION_STEP */ .U)
            context.record(event);
    };
    return {
        ...context,
        signal,
        record,
        log: prefixed(context.log, step.name),
        // A plan that its step says how to keep (order.ts) is made in earnest; it changes nothing but a file of ours.
        dryRun: context.dryRun || (step.verb === 'plan' && step.values.phase !== 'plan'),
        checksWritePermissions: context.checksWritePermissions ?? !context.dryRun,
        step: { name: step.name, lock: context.lock, continuesAtOnce: !context.dryRun },
        // The chain as a whole says what there is to give back.
        registerCleanup: () => () => { },
    };
}
/** Notifying and resuming traffic go on after the deadline and a cancelled run; but a run that lost the lock leaves traffic to the next one. */
function signalFor({ verb, action }, { signal, lock }) {
    // Messages have to be sent even when nothing else may be done any more.
    if ((0,_record_catalogue_js__WEBPACK_IMPORTED_MODULE_3__/* .meaningOfAction */ .rQ)(action) === 'notifies')
        return (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .timeLimit */ .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.CHAIN_NOTIFY_MS, 'What is to be told was not told');
    if (verb !== 'resume')
        return signal;
    const giving = (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .timeLimit */ .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.CHAIN_RESUME_MS, 'Traffic was not resumed');
    return lock ? AbortSignal.any([giving, lock]) : giving;
}
const prefixed = (log, name) => ({
    info: (line) => log.info(`[${name}] ${line}`),
    warn: (sentence) => log.warn(`${name}: ${sentence}`),
    group: (title, lines) => log.group(`[${name}] ${title}`, lines),
});


/***/ }),

/***/ 73254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ sorted),
/* harmony export */   P: () => (/* binding */ step)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** Builds a step: what it does to which component by which action, and the steps that it waits for. */
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
/**
 * The same steps, each after the steps that it waits for; otherwise in their order.
 *
 * @throws ActionError where some wait for each other
 */
function sorted(steps) {
    const rest = [...steps];
    const result = [];
    while (rest.length > 0) {
        const next = rest.findIndex(({ after, afterAnyOutcome = [] }) => !rest.some(({ name }) => after.includes(name) || afterAnyOutcome.includes(name)));
        if (next < 0) {
            const components = [...new Set(rest.map(({ component }) => component).filter(Boolean))].join(', ');
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The components ${components} wait for each other; say with \`after\` which of them comes first (docs/configure.md).`);
        }
        result.push(...rest.splice(next, 1));
    }
    return result;
}


/***/ }),

/***/ 1659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   sm: () => (/* binding */ valuesOf),
/* harmony export */   zc: () => (/* binding */ settingsFor)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _record_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15379);


/**
 * The inputs of a step by name: what the configuration says for its action and its component, then what was given to
 * the chain, then what makes it this step. An action leaves out what it has no input for.
 *
 * @param results of the steps before it; none while inputs are only checked
 */
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
/** For how long recovery is verified after a rollback, by default. */
const RECOVERY = '10m';
const without = (names, values) => Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
/** What the configuration says for an action and its component, then what was given to the chain. */
function settingsFor({ environment, components, passed }, action, component) {
    const { values } = environment.defaultsFor(action, component ?? servicesFor(action, components));
    const { confirm: _, ...shared } = passed;
    // `all` is typed for a cache, and the name for a database: what is meant for one must not confirm the other.
    return { ...values, ...(action === 'rollback-db' ? passed : shared) };
}
/** The estimate is made of the times that `report` keeps. */
function earlierOf(given) {
    const { history } = settingsFor(given, 'report', undefined);
    return history === undefined ? {} : { history };
}
/** Assess samples the selected services. */
function servicesFor(action, components) {
    const services = components.filter(({ kind }) => kind === 'service').map(({ name }) => name);
    if (action !== 'assess' || services.length === 0)
        return undefined;
    return services.length === 1 ? services[0] : services;
}
/** Files that one step writes and another reads: a component has its own. */
function filesOf({ action, component = 'data' }, folder) {
    if (action === 'rollback-infra')
        return { 'plan-file': (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${component}.plan`) };
    if (action === 'rollback-service')
        return { 'state-file': (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${component}-state.yaml`) };
    return {};
}
/** What a step needs to know of those before it. */
function findings({ verb, component = 'data' }, values, folder, results) {
    switch (verb) {
        case 'capture': {
            const side = results.get(`prepare ${component}`)?.outputs['side-database'];
            // The services' own checks are for what comes back.
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
/** Whether a step makes the whole rollback a failure: assess and `notify start` do not. */
const isFailure = ({ step, outcome }) => (outcome === 'failed' || outcome === 'skipped') && !isUncounted(step);
/** `notify end` and `report` are part of the whole; assess and `notify start` are not. */
const isUncounted = ({ action, when }) => when !== 'always' && ['decides', 'notifies'].includes((0,_record_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .meaningOfAction */ .rQ)(action) ?? '');


/***/ }),

/***/ 27402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ runPart),
/* harmony export */   o: () => (/* binding */ readPart)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
/* harmony import */ var _base_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92920);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52266);
/* harmony import */ var _recorded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8855);





/**
 * Reads the inputs of an action that runs as a part of another one; values that it has no input for are left out.
 *
 * @throws ActionError naming every wrong input in one sentence
 */
function readPart(action, values, { mask }) {
    for (const secret of (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsIn */ .VY)(action.inputs, (key) => values[(0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputName */ .yu)(key)]))
        mask(secret);
    const entries = { ..._inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .commonInputs */ .j$, timeout: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)()), ...action.inputs };
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko)(entries, {}, { values });
    return { action, inputs, timeout: inputs.timeout };
}
/** Runs a part with its start and its end in the record, as if it were a step of its own. */
async function runPart({ action, inputs, timeout }, context) {
    if (timeout === undefined)
        return (0,_recorded_js__WEBPACK_IMPORTED_MODULE_2__/* .recorded */ .t)(action, inputs, context);
    const deadline = (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .startTimer */ .Ip)(timeout);
    const signal = AbortSignal.any([context.signal, deadline.signal]);
    try {
        return await (0,_recorded_js__WEBPACK_IMPORTED_MODULE_2__/* .recorded */ .t)(action, inputs, { ...context, timeout, signal });
    }
    finally {
        deadline.stop();
    }
}


/***/ }),

/***/ 44723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ parseTest),
/* harmony export */   N: () => (/* binding */ runTests)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var string_argv__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88579);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
/* harmony import */ var _systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50056);
/* harmony import */ var _systems_process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65768);






/** Characters of a test's output that are shown. */
const MAX_SHOWN = 2000;
/**
 * Reads one line of the input `commands`: `npm run smoke` is run on the runner, `deployment/api: npm run smoke` in a pod.
 *
 * @throws ActionError where it names a workload and is not a command
 */
function parseTest(line) {
    if (/^[a-z]+\/[^\s:]+:(\s|$)/.test(line)) {
        const inPod = (0,_systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCommand */ .R)(line);
        return { line, inPod, argv: inPod.argv };
    }
    const argv = (0,string_argv__WEBPACK_IMPORTED_MODULE_5__/* .parseArgsStringToArgv */ .R)(line);
    if (argv.length > 0 && argv[0] !== '')
        return { line, inPod: undefined, argv };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Input \`commands\` has the line ${JSON.stringify(line)}; accepted are a program with its arguments, such as "npm run smoke", and a workload before it, such as "deployment/api: npm run smoke", without a shell.`);
}
/** Runs all of them side by side, each to its end. */
function runTests(tests, running) {
    return Promise.all(tests.map((test) => (test.inPod ? inPod(test, test.inPod, running) : onRunner(test, running))));
}
async function inPod({ line }, command, { pods, seconds }) {
    if (!pods)
        throw new Error('There is no cluster for a test in a pod.');
    const [result] = await (0,_systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .runCommands */ .a)(pods.client, pods.namespace, [command], seconds);
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
        output: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(output).slice(-MAX_SHOWN),
        seconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
    });
    const [program = '', ...words] = argv;
    try {
        const { code } = await (0,_systems_process_js__WEBPACK_IMPORTED_MODULE_4__/* .run */ .eF)(program, words, {
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
        return ended(false, isMissing ? `There is no program ${program} on this runner.` : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error));
    }
}


/***/ })

};

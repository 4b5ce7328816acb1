export const id = 683;
export const ids = [683];
export const modules = {

/***/ 24341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Lx: () => (/* binding */ MEANINGS),
/* harmony export */   Pr: () => (/* binding */ meaningOf),
/* harmony export */   UC: () => (/* binding */ ACTION_STEP),
/* harmony export */   cr: () => (/* binding */ provenBy),
/* harmony export */   rQ: () => (/* binding */ meaningOfAction),
/* harmony export */   rl: () => (/* binding */ verbOf)
/* harmony export */ });
/**
 * Every event that can stand in the record, and what each means. All that is told of a rollback derives from this:
 * story, report, messages, history, checklist, live progress and the drill's score.
 */
/** What it can mean that an event happened. Only `restores` puts something back. */
const MEANINGS = [
    /** Looked at something and changed nothing. */
    'looks',
    /** Made something ready that changes nothing for users yet. */
    'prepares',
    /** Took users away from what is about to be changed. */
    'holds traffic',
    /** Put something where it was. */
    'restores',
    /** Gave users back. */
    'resumes traffic',
    /** Checked that what was put back is as it should be. */
    'verifies',
    /** Removed what was left over. */
    'cleans up',
    /** Wrote down that a revision is good. */
    'marks',
    /** Somebody agreed to go on in spite of a refusal. */
    'consents',
    /** Told people, or accounted for what was done. */
    'notifies',
    /** Judged whether something has to go back. */
    'decides',
    /** Broke something on purpose, or looked at what became of it. */
    'drills',
    /** Ran the other actions. */
    'encloses',
];
/** The first word of a component's name, and the kind of thing that it is. */
const KINDS = {
    deployment: 'workload',
    statefulset: 'workload',
    daemonset: 'workload',
    ConfigMap: 'configuration',
    Secret: 'configuration',
    database: 'database',
    terraform: 'terraform',
    resource: 'resource',
    cache: 'cache',
    dns: 'dns',
    assess: 'assess',
    notify: 'notify',
    report: 'report',
    drill: 'drill',
    consent: 'consent',
};
const event = (means, rest = {}) => ({ means, ...rest });
const delivery = event('notifies');
/** A phase of a database says what it found as it likes. */
const phase = event;
/**
 * The steps of each kind of component. A step whose name ends with ` …` says after it to what it is done: the record of
 * a DNS name, the keys of a cache.
 */
const EVENTS = {
    workload: {
        'roll back': event('restores'),
        // At zero replicas: nothing runs before whoever gives traffic back proves it.
        'switch template': event('restores', { provenBy: 'roll back' }),
        'health check': event('verifies'),
        'mark good': event('marks'),
    },
    configuration: {
        'put configuration back': event('restores'),
    },
    database: {
        fetch: phase('prepares'),
        'restore cluster': phase('prepares'),
        recover: phase('prepares'),
        dump: phase('prepares'),
        'drop unfinished': phase('prepares'),
        'create side database': phase('prepares'),
        restore: phase('prepares'),
        'data loss': phase('looks'),
        'safety dump': phase('prepares'),
        'hold traffic': phase('holds traffic'),
        switch: phase('restores'),
        'restore in place': phase('restores'),
        verify: phase('verifies'),
        'give traffic back': phase('resumes traffic'),
        'drop older': phase('cleans up'),
        clean: phase('cleans up'),
        capture: phase('looks'),
        compare: phase('looks'),
        analyze: phase('looks'),
    },
    terraform: {
        'roll back': event('restores'),
    },
    resource: {
        apply: event('restores'),
    },
    cache: {
        'clear …': event('restores'),
        'raise …': event('restores'),
    },
    dns: {
        'switch …': event('restores'),
    },
    assess: {
        look: event('decides'),
    },
    notify: {
        slack: delivery,
        'slack-webhook': delivery,
        pagerduty: delivery,
        email: delivery,
        teams: delivery,
        webhook: delivery,
        'github-comment': delivery,
        'github-deployment': delivery,
    },
    report: {
        issue: event('notifies'),
    },
    consent: {
        'accept …': event('consents'),
    },
    drill: {
        steady: event('drills'),
        plan: event('drills'),
        inject: event('drills'),
        detect: event('drills'),
        decide: event('drills'),
        'roll back': event('drills'),
        verify: event('drills'),
        'clean up': event('drills'),
        'steady again': event('drills'),
    },
};
/** What the run of each action means; its parts say what it did. */
const ACTIONS = {
    rollback: 'encloses',
    'rollback-service': 'restores',
    'rollback-db': 'restores',
    'rollback-infra': 'restores',
    'clear-cache': 'restores',
    'switch-dns': 'restores',
    'verify-integrity': 'verifies',
    assess: 'decides',
    notify: 'notifies',
    report: 'notifies',
    'mark-good': 'marks',
    drill: 'drills',
    init: 'looks',
};
/** The step that an action's own start and end are recorded as; the component is then the action's name. */
const ACTION_STEP = 'action';
/** What kind of thing a component is, by its name; undefined where it is none that the record knows. */
function kindOf(component) {
    const [word = ''] = component.split('/');
    return Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
}
/** What it means that this happened; undefined where the catalogue does not have it. */
const meaningOf = (what) => what.step === ACTION_STEP ? meaningOfAction(what.component) : entryOf(what)?.means;
/** What a run of an action means, by its name. */
const meaningOfAction = (name) => Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
/** The step that has to follow a restoring one before users are served again. */
const provenBy = (what) => entryOf(what)?.provenBy;
/** The part of a step that the catalogue knows it by: all of it, or what stands before what it is done to. */
const verbOf = ({ component, step }) => Object.hasOwn(stepsOf(component), step) ? step : (step.split(' ', 1)[0] ?? '');
function entryOf({ component, step }) {
    const steps = stepsOf(component);
    const open = `${step.split(' ', 1)[0]} …`;
    return [step, open].filter((key) => Object.hasOwn(steps, key)).map((key) => steps[key])[0];
}
function stepsOf(component) {
    const kind = kindOf(component);
    return kind ? EVENTS[kind] : {};
}


/***/ }),

/***/ 99297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ RESULTS),
/* harmony export */   Q: () => (/* binding */ defineAction)
/* harmony export */ });
/** The words that actions end with, and what each means to the record; what has failed ends with exit code 1. */
const RESULTS = {
    done: 'done',
    'no-op': 'no-op',
    planned: 'planned',
    failed: 'failed',
    intact: 'done',
    drift: 'failed',
    captured: 'done',
    analyzed: 'done',
    judged: 'done',
    inconclusive: 'done',
};
/** Declares an action. What it reads is what it said that it reads, so whoever runs it need not know its type. */
const defineAction = (action) => action;


/***/ }),

/***/ 50453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ now)
/* harmony export */ });
/**
 * The time, by a clock that nobody sets: the machine's as it was when this process began, and what has passed since. A
 * machine's clock that is put right meanwhile lets nothing end before it began, or take an hour.
 */
const now = () => new Date(performance.timeOrigin + performance.now());


/***/ }),

/***/ 97583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ startTimer),
/* harmony export */   db: () => (/* binding */ startDeadline),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);


/** Milliseconds; Node fires a longer timer at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** A timer whose signal aborts with a DeadlineError after so many seconds. */
function startTimer(seconds) {
    const controller = new AbortController();
    const milliseconds = Math.min(seconds * 1000, LONGEST_TIMER);
    const timer = setTimeout(() => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DeadlineError */ .j3(seconds)), milliseconds);
    return {
        signal: controller.signal,
        abort: (reason) => controller.abort(reason),
        stop: () => clearTimeout(timer),
    };
}
/**
 * One AbortSignal for everything an action does: it aborts with a DeadlineError after `seconds`, or with a
 * CancelledError when the runner cancels the job (SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL).
 */
function startDeadline(seconds) {
    const timer = startTimer(seconds);
    const cancel = (name) => timer.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc(name));
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    return {
        signal: timer.signal,
        stop() {
            timer.stop();
            process.off('SIGINT', cancel).off('SIGTERM', cancel);
        },
    };
}
/** Waits, or throws the signal's reason as soon as it aborts. */
async function pause(milliseconds, signal) {
    // What the timer throws when it is aborted says less than the reason.
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }).catch(() => { });
    signal.throwIfAborted();
}


/***/ }),

/***/ 6800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   j3: () => (/* binding */ DeadlineError),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   to: () => (/* binding */ explained),
/* harmony export */   wl: () => (/* binding */ DISK_FULL)
/* harmony export */ });
/**
 * A failure that the user can do something about. Its message is one sentence that says what failed, on what,
 * and what to do; `details` go into a log group. Anything else that is thrown is a bug and keeps its stack.
 */
class ActionError extends Error {
    details;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'ActionError';
        this.details = options.details ?? [];
    }
}
/** The one deadline of the action has passed. */
class DeadlineError extends ActionError {
    constructor(seconds) {
        super(`The deadline of ${seconds} s (input \`timeout\`) has passed.`);
        this.name = 'DeadlineError';
    }
}
/** The job was cancelled: the runner sent SIGINT or SIGTERM. */
class CancelledError extends ActionError {
    constructor(signalName) {
        super(`The run was cancelled (${signalName}).`);
        this.name = 'CancelledError';
    }
}
/** The message of whatever was thrown. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
const DISK_FULL = 'The disk of this machine is full; give the runner a larger one, or set RUNNER_TEMP to another, and run this again.';
/** What was thrown, as a failure that the user can do something about where the machine is what failed. */
function explained(error) {
    const { code } = error;
    return code === 'ENOSPC' ? new ActionError(DISK_FULL, { cause: error }) : error;
}


/***/ }),

/***/ 71134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xl: () => (/* binding */ withoutReferences),
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

/***/ 3974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ runUrl),
/* harmony export */   r: () => (/* binding */ attemptUrl)
/* harmony export */ });
/** The page of this workflow run, whatever attempt of it is the newest; undefined outside of GitHub. */
function runUrl() {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
    return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}
/** The page of this attempt of it, which is what its events are evidence of. */
function attemptUrl() {
    const run = runUrl();
    return run && `${run}/attempts/${process.env.GITHUB_RUN_ATTEMPT ?? '1'}`;
}


/***/ }),

/***/ 40778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/config.js
var config = __webpack_require__(45169);
// EXTERNAL MODULE: ./build/record/record.js
var record_record = __webpack_require__(26503);
// EXTERNAL MODULE: ./build/runner/action.js
var runner_action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
;// CONCATENATED MODULE: ./build/runner/consent.js

/**
 * What a run goes on with in spite of a refusal: the words of the input `accept`, and nothing else.
 *
 * @param actor who started the run, as far as that is known
 */
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
/**
 * Refuses something that takes a word of consent, unless it was given.
 *
 * @param refusal a sentence without its end: what would happen, and why that is not done unasked
 * @throws ActionError that ends with the word to say
 */
function requireConsent(accepts, word, refusal) {
    if (accepts(word))
        return;
    throw new ActionError(`${refusal}; to go on in spite of that, say \`accept: ${word}\`.`);
}

// EXTERNAL MODULE: ./build/runner/deadline.js
var runner_deadline = __webpack_require__(97583);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __webpack_require__(21691);
// EXTERNAL MODULE: ./build/runner/redact.js
var runner_redact = __webpack_require__(82298);
;// CONCATENATED MODULE: ./build/runner/github.js


/** The most that GitHub takes as a step's summary, in bytes; a longer one is lost as a whole. */
const SUMMARY_LIMIT = 1024 * 1024;
/** The runner's side of an action: log, outputs, state, summary. The only module that speaks its commands. */
function githubRunner() {
    const redactor = new runner_redact/* Redactor */.p();
    const masked = new Set();
    const { redact } = redactor;
    const log = {
        info: (line) => printInert(redact(line)),
        warn: (sentence) => core/* warning */.$e(redact(sentence)),
        group(title, lines) {
            core/* startGroup */.Oh(redact(title));
            for (const line of lines)
                printInert(redact(line));
            core/* endGroup */.N4();
        },
    };
    return {
        log,
        redact,
        mask(secret) {
            // The runner warns of a mask that is empty.
            if (secret.trim() === '' || masked.has(secret))
                return;
            masked.add(secret);
            redactor.add(secret);
            core/* setSecret */.Pq(secret);
        },
        isPost: () => core/* getState */.Gu('phase') === 'post',
        markMain: () => core/* saveState */.LZ('phase', 'post'),
        needsPost: () => core/* getState */.Gu('cleanup') === 'needed',
        requirePost: () => {
            core/* saveState */.LZ('cleanup', 'needed');
            return () => core/* saveState */.LZ('cleanup', 'done');
        },
        output: (name, value) => core/* setOutput */.uH(name, typeof value === 'string' ? redact(value) : (0,runner_redact/* redactedJson */.R)(value, redact)),
        error: (sentence) => core/* error */.z3(redact(sentence)),
        async summary(markdown) {
            if (!process.env.GITHUB_STEP_SUMMARY)
                return;
            await core/* summary */.z.addRaw(cut(redact(markdown), SUMMARY_LIMIT)).write();
        },
    };
}
/** Text of others must not command the runner, which reads `::command::` and `##[command]` off the log. */
function printInert(text) {
    for (const line of text.split(/\r\n|\r|\n/))
        core/* info */.pq(line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## ['));
}
function cut(text, bytes) {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const note = '\n\n(The rest is cut: GitHub takes 1 MiB.)\n';
    const room = Buffer.from(text).subarray(0, bytes - Buffer.byteLength(note));
    return room.subarray(0, room.lastIndexOf('\n')).toString() + note;
}

// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
// EXTERNAL MODULE: ./build/runner/markdown.js
var markdown = __webpack_require__(71134);
// EXTERNAL MODULE: ./build/runner/recorded.js
var recorded = __webpack_require__(8855);
// EXTERNAL MODULE: ./build/runner/waits.js
var waits = __webpack_require__(39093);
;// CONCATENATED MODULE: ./build/runner/run.js













/** The one way in for every action and both of its phases; ends with the exit code set and never throws. */
async function run(action, load) {
    const runner = { ...githubRunner(), load };
    try {
        for (const key of (0,inputs/* secretKeys */.DX)(action.inputs)) {
            const secret = (0,inputs/* rawInput */.JR)(process.env, key);
            if (secret)
                runner.mask(secret);
        }
        await (runner.isPost() ? runPost(action, runner) : runMain(action, runner));
    }
    catch (thrown) {
        const error = (0,errors/* explained */.to)(thrown);
        runner.error((0,errors/* messageOf */.bD)(error));
        const details = detailsOf(error);
        if (details.length > 0)
            runner.log.group('Details', details);
        process.exitCode = 1;
    }
    finally {
        // A socket that will not close must not hold the job.
        setTimeout(() => process.exit(), waits/* WAITS */.r.EXIT_MS).unref();
    }
}
async function runMain(action, runner) {
    const started = performance.now();
    runner.markMain();
    try {
        const { common, inputs } = await validated(action, runner);
        const outcome = await beforeDeadline(action, inputs, common, runner);
        for (const [name, value] of Object.entries(outcome.outputs ?? {}))
            runner.output(name, value);
        runner.output('result', outcome.result);
        if (outcome.summary)
            await runner.summary(outcome.summary);
        if (runner_action/* RESULTS */.P[outcome.result] !== 'failed')
            runner.log.info(outcome.message);
        else {
            runner.error(outcome.message);
            process.exitCode = 1;
        }
    }
    catch (error) {
        runner.output('result', 'failed');
        await runner.summary(failureSummary(error));
        throw error;
    }
    finally {
        runner.output('seconds', ((performance.now() - started) / 1000).toFixed(1));
    }
}
/** Runs the main phase before the deadline, with its start and its end in the record. */
async function beforeDeadline(action, inputs, common, runner) {
    const deadline = (0,runner_deadline/* startDeadline */.db)(common.timeout);
    try {
        return await (0,recorded/* recorded */.t)(action, inputs, contextOf(common, deadline.signal, runner));
    }
    finally {
        deadline.stop();
    }
}
async function runPost(action, runner) {
    if (!runner.needsPost())
        return;
    const { common, inputs } = await validated(action, runner);
    const deadline = (0,runner_deadline/* startDeadline */.db)(waits/* WAITS */.r.POST_PHASE_SECONDS);
    await action.post?.(inputs, contextOf(common, deadline.signal, runner)).finally(deadline.stop);
}
const detailsOf = (error) => error instanceof errors/* ActionError */.lZ ? error.details : [error.stack ?? ''];
function failureSummary(error) {
    const details = detailsOf(error);
    const lines = details.length > 0 ? `\n\n<pre>${details.map(markdown/* inert */.tJ).join('\n')}</pre>` : '';
    return `## ❌ ${(0,markdown/* inert */.tJ)((0,errors/* messageOf */.bD)(error))}${lines}\n`;
}
async function validated(action, runner) {
    const input = (key) => (0,inputs/* rawInput */.JR)(process.env, key);
    const wanted = { path: input('config'), environment: input('environment'), component: input('component') };
    const defaults = action.standsAlone?.(input)
        ? (0,config/* noDefaults */.Gg)(wanted.environment)
        : await (0,config/* loadDefaults */.xV)({ ...wanted, action: action.name });
    for (const key of (0,inputs/* secretKeys */.DX)(action.inputs)) {
        const secret = defaults.values[(0,inputs/* inputName */.yu)(key)];
        if (secret)
            runner.mask(secret);
    }
    for (const warning of defaults.warnings)
        runner.log.warn(warning);
    const entries = { ...inputs/* commonInputs */.j$, ...action.inputs };
    const all = (0,inputs/* readInputs */.Ko)(entries, process.env, defaults);
    const common = { ...all, environment: defaults.environment };
    (0,recorded/* requireReason */.u)(action, all, common);
    return { common, inputs: all };
}
function contextOf(common, signal, runner) {
    const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = '1', GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, RUNNER_TEMP, } = process.env;
    const run = GITHUB_RUN_ID ?? `local-${process.ppid}`;
    const rollbackId = common.rollbackId ?? `${run}-${GITHUB_RUN_ATTEMPT}`;
    const path = common.record ?? (0,external_node_path_.join)(RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'rollback-record.jsonl');
    const record = (0,record_record/* openRecord */.C)(path, rollbackId, { redact: runner.redact, warn: runner.log.warn });
    return {
        signal,
        timeout: common.timeout,
        log: runner.log,
        mask: runner.mask,
        redact: runner.redact,
        load: runner.load,
        requirePost: runner.requirePost,
        recordPath: path,
        record,
        // Who starts a run again is not always who started it first.
        accepts: consentOf(common.accept, GITHUB_TRIGGERING_ACTOR || GITHUB_ACTOR, record),
        rollbackId,
        run,
        reason: common.reason ?? '',
        dryRun: common.dryRun,
        environment: common.environment,
    };
}


/***/ }),

/***/ 4885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Rz: () => (/* binding */ milliseconds),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   uM: () => (/* binding */ share),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

/**
 * The kinds of value that an input can have. Each is a schema from the text of the input to its typed value,
 * with a message that says what was given and what is accepted.
 */
const given = (issue) => JSON.stringify(issue.input);
/** Any text. */
const text = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP();
/** Text that is masked in the log before anything else runs. */
const secret = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .metadata */ .yuE({ secret: true }));
/** `90s`, `5m`, `1h30m` → seconds. */
const duration = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?=\d)(\d+h)?(\d+m)?(\d+s)?$/, (issue) => `is ${given(issue)}; accepted are durations such as 90s, 5m or 1h30m`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => {
    const part = (unit) => Number(new RegExp(`(\\d+)${unit}`).exec(value)?.[1] ?? 0);
    return part('h') * 3600 + part('m') * 60 + part('s');
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1, 'is zero; accepted are durations of at least 1s'));
/** `10ms`, `1s` → milliseconds. */
const milliseconds = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\d{1,6}m?s$/, (issue) => `is ${given(issue)}; accepted are short durations such as 10ms or 1s`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => Number.parseInt(value, 10) * (value.endsWith('ms') ? 1 : 1000)));
/** The YAML 1.2 core schema's booleans, as `core.getBooleanInput` reads them. */
const boolean = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(true|True|TRUE|false|False|FALSE)$/, (issue) => `is ${given(issue)}; accepted are true and false`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => value.toLowerCase() === 'true'));
/** A whole number of at least `least`. */
const integer = (least) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\d{1,9}$/, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(Number), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(least, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`));
/** One of a few words. */
const choice = (words) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(words, (issue) => `is ${given(issue)}; accepted are ${words.join(', ')}`);
/** One item a line; commas also part items. */
const list = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => split(value, /[\n,]/)));
/** One item a line; commas belong to the item. */
const lines = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => split(value, /\n/)));
function split(value, separator) {
    return value
        .split(separator)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/** A moment as RFC 3339 or in Unix seconds → Unix seconds. */
const moment = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => (/^\d{9,11}$/.test(value) ? Number(value) : parseMoment(value))), valibot__WEBPACK_IMPORTED_MODULE_0__/* .finite */ .E2x((issue) => `is no time; accepted are 2026-11-22T10:00:00Z and Unix seconds (${issue.received})`));
function parseMoment(value) {
    return /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|z|[+-]\d\d:?\d\d)$/.test(value)
        ? Date.parse(value) / 1000
        : Number.NaN;
}
/** `99.9%` or `0.999` → 0.999; above 0 and below 1. */
const share = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\d+(\.\d+)?\s*%?$/, (issue) => `is ${given(issue)}; accepted are shares such as 99.9% or 0.999`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y((value) => value > 0 && value < 1, (issue) => `is ${given(issue)}; accepted are shares above 0 and below 100%`));


/***/ }),

/***/ 39093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ WAITS)
/* harmony export */ });
/* unused harmony export waitsFor */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

/** Every duration that the product sets itself. What an input sets (`timeout`, `lock-timeout`) is not here. */
const REAL = {
    /** Between the attempts of the one retry policy (`retry.ts`): the first pause; each is twice as long as the last, up to the longest. */
    RETRY_FIRST_PAUSE_MS: 200,
    RETRY_LONGEST_PAUSE_MS: 3000,
    /** The process of an action: to end its sockets, and for its post phase to give things back. */
    EXIT_MS: 1000,
    POST_PHASE_SECONDS: 30,
    /** A program that was told to end has this long before it is killed. */
    PROCESS_KILL_MS: 5000,
    /** Parts of a rollback that go on after its deadline: telling, and giving traffic back. */
    CHAIN_TELLING_MS: 20_000,
    CHAIN_RESUME_MS: 30_000,
    /** `rollback init` asks a cache for its keys. */
    INIT_CACHE_MS: 2000,
    /** A sink: all its requests, one whose repeat does no harm, and a connection to a mail server. */
    SINK_SECONDS: 15,
    SINK_ATTEMPT_SECONDS: 5,
    SMTP_CONNECT_MS: 5000,
    /** Between two updates of Slack's message: `chat.update` takes some fifty a minute. */
    LIVE_UPDATE_MS: 1500,
    GITHUB_ATTEMPT_MS: 5000,
    /** All attempts of a request, its limits waited for. */
    GITHUB_MS: 60_000,
    /** A request to Prometheus, and all attempts of one: a look that takes longer comes too late to decide by. */
    PROMETHEUS_ATTEMPT_MS: 10_000,
    PROMETHEUS_MS: 20_000,
    /** The API server: tried again before its first answer, and after it; one request; a log without a byte. */
    API_SERVER_FIRST_MS: 10_000,
    API_SERVER_LATER_MS: 120_000,
    API_SERVER_SILENCE_MS: 15_000,
    API_SERVER_LONGEST_LIMIT_MS: 30_000,
    POD_LOG_SILENCE_MS: 3000,
    LIST_EXPIRED_PAUSE_MS: 200,
    /** A watch is renewed, so that a connection that died in silence is noticed. */
    WATCH_RENEW_SECONDS: 30,
    WATCH_LONGEST_PAUSE_MS: 2000,
    /** A lock that nobody renews is free again, so that a dead runner cannot hold it; giving it back after the deadline. */
    LEASE_SECONDS: 30,
    LEASE_RELEASE_MS: 5000,
    LEASE_LOOK_MS: 500,
    /** The state of all pods for a judgement. */
    PODS_STATE_MS: 20_000,
    /** A health check of a pod or a URL, and a command in a pod. */
    HEALTH_ATTEMPT_MS: 5000,
    HEALTH_COMMAND_MS: 30_000,
    /** Putting replicas and pauses back after the deadline; waiting for a copy that is being deleted. */
    SERVICE_RESTORE_MS: 120_000,
    COPY_REPLACE_MS: 8000,
    COPY_LOOK_MS: 200,
    /** PostgreSQL: a connection, its end, and a server that restarts or recovers from a crash. */
    POSTGRES_CONNECT_MS: 10_000,
    POSTGRES_GOODBYE_MS: 2000,
    POSTGRES_AWAY_MS: 10_000,
    /** The switch: its locks, its statements, between two rounds of ending sessions, and looking whether it took place. */
    SWITCH_LOCK_MS: 3000,
    SWITCH_STATEMENT_MS: 15_000,
    SWITCH_ROUND_MS: 10,
    SWITCH_LOOK_MS: 15_000,
    /** Restoring in place waits for its locks. */
    IN_PLACE_LOCK_MS: 10_000,
    /** Between two attempts to get in while downtime is measured, and the longest after the switch. */
    DOWNTIME_PERIOD_MS: 5,
    DOWNTIME_LONGEST_MS: 5000,
    PROGRESS_PERIOD_MS: 5000,
    /** Running transactions of pooled clients have to end; giving traffic back after the deadline. */
    POOLER_PAUSE_SECONDS: 15,
    POOLER_CONNECT_MS: 10_000,
    POOLER_RESUME_MS: 5000,
    POOLER_LOOK_MS: 5,
    TRAFFIC_RESUME_MS: 25_000,
    SIDE_CLUSTER_LOOK_MS: 200,
    SIDE_CLUSTER_STOP_MS: 20_000,
    /** Which rows are different. */
    LOCATE_MS: 120_000,
    /** Redis: a connection, a command, and a server that restarts or fails over while it is planned, cleared and swept. */
    REDIS_CONNECT_MS: 5000,
    REDIS_SILENCE_MS: 30_000,
    REDIS_AWAY_PLAN_MS: 2000,
    REDIS_AWAY_CLEAR_MS: 20_000,
    REDIS_AWAY_SWEEP_MS: 30_000,
    REDIS_SWEEP_PAUSE_MS: 500,
    /** DNS: a datagram, a connection, a look-up, a request to Cloudflare or Route 53, and a look at the new target. */
    DNS_DATAGRAM_MS: 2000,
    DNS_CONNECTION_MS: 5000,
    DNS_LOOKUP_MS: 2000,
    DNS_PROPAGATION_LOOK_MS: 500,
    DNS_TARGET_MS: 5000,
    CLOUDFLARE_ATTEMPT_MS: 15_000,
    ROUTE53_CONNECT_MS: 5000,
    ROUTE53_ATTEMPT_MS: 15_000,
    ROUTE53_LOOK_MS: 2000,
    /** A store of backups without a byte; the longest pause before it is asked again. */
    STORE_SILENCE_MS: 30_000,
    STORE_LONGEST_PAUSE_MS: 8000,
    /** Terraform: how often it is looked at, its lock in PostgreSQL, and putting a state back after the deadline. */
    TERRAFORM_LOOK_MS: 200,
    TERRAFORM_PG_LOCK_MS: 5000,
    TERRAFORM_PUSH_MS: 30_000,
    /** The drill: a fault is seen, judged, gone; and how often it is looked. */
    DRILL_SEEN_SECONDS: 120,
    DRILL_JUDGED_SECONDS: 600,
    DRILL_GONE_SECONDS: 120,
    DRILL_LOOK_MS: 200,
    DRILL_JUDGE_MS: 1000,
};
/**
 * The real waits, or the shorter ones that a test asks for: `ROLLBACK_TEST_WAITS={"API_SERVER_FIRST_MS": 100}`.
 *
 * A runner sets GITHUB_ACTIONS for every step and lets no workflow change it, and where it is set the variable is not
 * read; so no workflow can shorten a wait, by accident or otherwise. No wait can be made longer.
 *
 * @throws ActionError where a wait is asked for that does not exist, or would not be shorter
 */
function waitsFor({ GITHUB_ACTIONS, ROLLBACK_TEST_WAITS }) {
    if (GITHUB_ACTIONS !== undefined || !ROLLBACK_TEST_WAITS)
        return Object.freeze({ ...REAL });
    const asked = JSON.parse(ROLLBACK_TEST_WAITS);
    for (const [name, value] of Object.entries(asked)) {
        const real = Object.hasOwn(REAL, name) && REAL[name];
        if (real === false || typeof value !== 'number' || !(value > 0 && value <= real))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`ROLLBACK_TEST_WAITS asks for ${name} = ${value}; a test can shorten waits that exist, and no more.`);
    }
    return Object.freeze({ ...REAL, ...asked });
}
const WAITS = waitsFor(process.env);


/***/ })

};

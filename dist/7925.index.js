export const id = 7925;
export const ids = [7925];
export const modules = {

/***/ 42030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ now)
/* harmony export */ });
/**
 * The time, by a clock that cannot be set: the machine's as it was when this process began, and what has passed since. A
 * machine's clock that is put right meanwhile lets nothing end before it began, or take an hour.
 */
const now = () => new Date(performance.timeOrigin + performance.now());


/***/ }),

/***/ 60599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   pb: () => (/* binding */ writePrivate),
/* harmony export */   sX: () => (/* binding */ appendPrivate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/**
 * Writes a file that only this user may read. It is made anew and takes the place of what lies there: neither the rights of an
 * earlier file nor a symbolic link at that path count. All of it is there, or what was before.
 */
function writePrivate(path, content) {
    makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    const beside = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(beside, content, { flag: 'wx', mode: 0o600 });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(beside, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(beside, { force: true });
        throw error;
    }
}
/** Makes a folder that only this user may read, where there is none. */
const makeFolder = (path) => {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { recursive: true, mode: 0o700 });
};
/** Appends to a file that only this user may read, in one write. @throws ELOOP where a link lies there */
function appendPrivate(path, text) {
    const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_WRONLY } = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
    try {
        const status = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
        const isOurs = status.isFile() && status.uid === process.getuid?.();
        if (isOurs && (status.mode & 0o077) !== 0)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync)(file, 0o600);
        if (text !== '')
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(file, text);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}


/***/ }),

/***/ 5685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ LATEST_INSTANT),
/* harmony export */   u: () => (/* binding */ isInstant)
/* harmony export */ });
/** Untrusted times are computed with: one that is too far away cannot even become a date. Milliseconds since 1970. */
const EARLIEST_INSTANT = Date.UTC(2000);
const LATEST_INSTANT = Date.UTC(2200);
/** Whether a text is a time, and of such an age. */
const isInstant = (text) => {
    const at = Date.parse(text);
    return at >= EARLIEST_INSTANT && at < LATEST_INSTANT;
};


/***/ }),

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

/***/ 17169:
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

/***/ 43646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ WORKLOAD_WORDS)
/* harmony export */ });
/** The kinds of workloads as the record calls them, and the words that users write for each. */
const WORKLOAD_WORDS = {
    deployment: ['deployment', 'deployments', 'deploy', 'deployment.apps'],
    statefulset: ['statefulset', 'statefulsets', 'sts', 'statefulset.apps'],
    daemonset: ['daemonset', 'daemonsets', 'ds', 'daemonset.apps'],
    rollout: ['rollout', 'rollouts', 'ro', 'rollout.argoproj.io'],
};


/***/ }),

/***/ 15379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UC: () => (/* binding */ ACTION_STEP),
  Lx: () => (/* binding */ MEANINGS),
  I: () => (/* binding */ kindOf),
  Pr: () => (/* binding */ meaningOf),
  rQ: () => (/* binding */ meaningOfAction),
  cr: () => (/* binding */ provenBy),
  rl: () => (/* binding */ verbOf)
});

// UNUSED EXPORTS: ACTIONS, EVENTS

;// CONCATENATED MODULE: ./build/record/places.js
/** The first word of a component's name, and the kind of thing that it is. */
const KINDS = {
    deployment: 'workload',
    statefulset: 'workload',
    daemonset: 'workload',
    rollout: 'workload',
    ConfigMap: 'configuration',
    Secret: 'configuration',
    owner: 'owner',
    database: 'database',
    terraform: 'terraform',
    resource: 'resource',
    cache: 'cache',
    dns: 'dns',
    assess: 'assess',
    notify: 'notify',
    report: 'report',
    drill: 'drill',
    'smoke-test': 'smoke-test',
    consent: 'consent',
    decision: 'decision',
    attempt: 'attempt',
};

;// CONCATENATED MODULE: ./build/record/catalogue.js
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
    /** Consent to go on in spite of a refusal. */
    'consents',
    /** Told people, or accounted for what was done. */
    'notifies',
    /** Judged whether something has to go back. */
    'decides',
    /** Paused an owner, had it go back, or handed workloads back to it. */
    'asks the owner',
    /** Broke something on purpose, or looked at what became of it. */
    'drills',
    /** Ran the other actions. */
    'encloses',
];
const catalogue_event = (means, rest = {}) => ({ means, ...rest });
const delivery = catalogue_event('notifies');
/** A phase of a database says what it found as it likes. */
const phase = catalogue_event;
/**
 * The steps of each kind of component. A step whose name ends with ` …` says after it to what it is done: the record of
 * a DNS name, the keys of a cache.
 */
const EVENTS = {
    workload: {
        'roll back': catalogue_event('restores'),
        // At zero replicas: nothing runs before the step that resumes traffic proves it.
        'switch template': catalogue_event('restores', { provenBy: 'roll back' }),
        'health check': catalogue_event('verifies'),
        'mark good': catalogue_event('marks'),
    },
    configuration: {
        'put configuration back': catalogue_event('restores'),
    },
    owner: {
        'go back …': catalogue_event('asks the owner'),
        'pin …': catalogue_event('asks the owner'),
        'make last …': catalogue_event('asks the owner'),
        'find paused …': catalogue_event('looks'),
        'hand back …': catalogue_event('asks the owner'),
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
        switch: catalogue_event('restores'),
        repair: catalogue_event('restores'),
        // Some of a repair's rows, which say nothing of the others.
        'repair batch': phase('prepares'),
        'undo repair': catalogue_event('restores'),
        'migrate down': catalogue_event('restores'),
        'restore in place': catalogue_event('restores'),
        verify: phase('verifies'),
        'resume traffic': phase('resumes traffic'),
        'drop older': phase('cleans up'),
        clean: phase('cleans up'),
        capture: phase('looks'),
        compare: phase('looks'),
        analyze: phase('looks'),
    },
    terraform: {
        'roll back': catalogue_event('restores'),
    },
    resource: { apply: catalogue_event('restores') },
    cache: {
        'clear …': catalogue_event('restores'),
        'raise …': catalogue_event('restores'),
    },
    dns: {
        'switch …': catalogue_event('restores'),
    },
    assess: {
        look: catalogue_event('decides'),
        // `until` is RFC 3339; done where it has helped.
        'quick fix': catalogue_event('decides'),
    },
    'smoke-test': { 'run …': catalogue_event('looks') },
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
        issue: catalogue_event('notifies'),
    },
    consent: {
        'accept …': catalogue_event('consents'),
    },
    // An earlier attempt has died on another runner: since when it was at work (RFC 3339).
    attempt: { 'take over': catalogue_event('looks') },
    // A decision that is a person's: asked for, reminded of, over, settled by itself, or taken.
    decision: {
        ask: catalogue_event('notifies'),
        remind: catalogue_event('notifies'),
        'time over': catalogue_event('notifies'),
        settle: catalogue_event('notifies'),
        answer: catalogue_event('consents'),
    },
    drill: {
        steady: catalogue_event('drills'),
        plan: catalogue_event('drills'),
        inject: catalogue_event('drills'),
        detect: catalogue_event('drills'),
        decide: catalogue_event('drills'),
        'roll back': catalogue_event('drills'),
        verify: catalogue_event('drills'),
        'clean up': catalogue_event('drills'),
        'steady again': catalogue_event('drills'),
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
    'smoke-test': 'verifies',
    assess: 'decides',
    notify: 'notifies',
    report: 'notifies',
    'mark-good': 'marks',
    'hand-back': 'asks the owner',
    drill: 'drills',
    init: 'looks',
    check: 'looks',
    status: 'looks',
    remind: 'notifies',
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
function verbOf(what) {
    const key = keyOf(what);
    return key === undefined ? (what.step.split(' ', 1)[0] ?? '') : key.replace(/ …$/, '');
}
function entryOf(what) {
    const key = keyOf(what);
    return key === undefined ? undefined : stepsOf(what.component)[key];
}
/** The step of the catalogue that this is: itself, or one that says after its words to what it is done. */
function keyOf({ component, step }) {
    const steps = stepsOf(component);
    if (Object.hasOwn(steps, step))
        return step;
    return Object.keys(steps).find((key) => key.endsWith(' …') && step.startsWith(key.slice(0, -1)));
}
function stepsOf(component) {
    const kind = kindOf(component);
    return kind ? EVENTS[kind] : {};
}


/***/ }),

/***/ 33879:
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
// EXTERNAL MODULE: ./build/base/deadline.js
var base_deadline = __webpack_require__(68606);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/markdown.js
var markdown = __webpack_require__(26963);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/config/config.js
var config = __webpack_require__(45169);
// EXTERNAL MODULE: ./build/record/record.js
var record_record = __webpack_require__(26503);
// EXTERNAL MODULE: ./build/runner/action.js
var runner_action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/consent.js
var consent = __webpack_require__(60225);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __webpack_require__(21691);
// EXTERNAL MODULE: ./build/base/foreign.js
var foreign = __webpack_require__(61376);
// EXTERNAL MODULE: ./build/base/redact.js + 1 modules
var redact = __webpack_require__(90763);
;// CONCATENATED MODULE: ./build/runner/github.js



/**
 * The most that GitHub takes as a step's summary, in bytes; a longer one is lost as a whole. It says 1 MiB, and drops one that
 * is some bytes shorter too, without a word (actions/runner#4337).
 */
const SUMMARY_LIMIT = 1024 * 1024 - 1024;
/** The runner's side of an action: log, outputs, state, summary. The only module that speaks its commands. */
function githubRunner() {
    const masked = new Set();
    // Controls first: what stands between the signs of a secret must not hide it.
    const safe = (text) => (0,redact/* redact */.E$)((0,foreign/* withoutControls */.DJ)(text));
    const log = {
        info: (line) => printInert(safe(line)),
        warn: (sentence) => core/* warning */.$e(safe(sentence)),
        group(title, lines) {
            core/* startGroup */.Oh(safe(title));
            for (const line of lines)
                printInert(safe(line));
            core/* endGroup */.N4();
        },
    };
    return {
        log,
        redact: redact/* redact */.E$,
        mask(secret) {
            // The runner warns of a mask that is empty.
            if (secret.trim() === '' || masked.has(secret))
                return;
            // Of a secret of several lines the runner masks each by itself.
            for (const line of secret.split(/\r?\n/))
                masked.add(line.trim());
            masked.delete(secret);
            for (const each of [secret, ...redact/* secrets */.O3.add(secret)]) {
                if (!masked.has(each))
                    core/* setSecret */.Pq(each);
                masked.add(each);
            }
        },
        isPost: () => core/* getState */.Gu('phase') === 'post',
        markMain: () => core/* saveState */.LZ('phase', 'post'),
        needsPost: () => core/* getState */.Gu('cleanup') === 'needed',
        registerCleanup: () => {
            core/* saveState */.LZ('cleanup', 'needed');
            return () => core/* saveState */.LZ('cleanup', 'done');
        },
        output: (name, value) => core/* setOutput */.uH(name, typeof value === 'string' ? safe(value) : (0,redact/* redactedJson */.Rh)(value)),
        error: (sentence) => core/* error */.z3(safe(sentence)),
        async summary(markdown) {
            if (!process.env.GITHUB_STEP_SUMMARY)
                return;
            await core/* summary */.z.addRaw(cut(safe(markdown), SUMMARY_LIMIT)).write();
        },
    };
}
/** Text of others must not command the runner. */
function printInert(text) {
    for (const line of (0,foreign/* inertLines */.wi)(text))
        core/* info */.pq(line);
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
// EXTERNAL MODULE: ./build/runner/recorded.js
var recorded = __webpack_require__(8855);
;// CONCATENATED MODULE: ./build/runner/run.js













/** The one way in for every action and both of its phases; ends with the exit code set and never throws. */
async function run(action, load) {
    const runner = { ...githubRunner(), load };
    // Node itself would print it with all that is in it.
    process.on('uncaughtException', (error) => {
        reportFailure(error, runner);
        process.exit();
    });
    try {
        for (const secret of (0,inputs/* secretsIn */.VY)(action.inputs, (key) => (0,inputs/* rawInput */.JR)(process.env, key)))
            runner.mask(secret);
        await (runner.isPost() ? runPost(action, runner) : runMain(action, runner));
    }
    catch (error) {
        reportFailure(error, runner);
    }
    finally {
        // A socket that will not close must not hold the job.
        setTimeout(() => process.exit(), waits/* WAITS */.r.EXIT_MS).unref();
    }
}
function reportFailure(thrown, runner) {
    const error = (0,errors/* explained */.to)(thrown);
    runner.error((0,errors/* messageOf */.bD)(error));
    const details = detailsOf(error);
    if (details.length > 0)
        runner.log.group('Details', details);
    process.exitCode = 1;
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
    const deadline = (0,base_deadline/* startDeadline */.db)(common.timeout);
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
    const deadline = (0,base_deadline/* startDeadline */.db)(waits/* WAITS */.r.POST_PHASE_SECONDS);
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
    const defaults = action.ignoresConfig?.(input)
        ? (0,config/* noDefaults */.Gg)(wanted.environment)
        : await (0,config/* loadDefaults */.xV)({ ...wanted, action: action.name });
    for (const secret of (0,inputs/* secretsIn */.VY)(action.inputs, (key) => defaults.values[(0,inputs/* inputName */.yu)(key)]))
        runner.mask(secret);
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
        registerCleanup: runner.registerCleanup,
        recordPath: path,
        record,
        // A re-run may be started by another user than the first run.
        accepts: (0,consent/* consentOf */.e)(common.accept, GITHUB_TRIGGERING_ACTOR || GITHUB_ACTOR, record),
        rollbackId,
        run,
        reason: runner.redact(common.reason ?? ''),
        dryRun: common.dryRun,
        environment: common.environment,
    };
}


/***/ })

};

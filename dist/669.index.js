"use strict";
exports.id = 669;
exports.ids = [669];
exports.modules = {

  42030:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    t: () => (  now)
  });
const now = () => new Date(performance.timeOrigin + performance.now());


  }),

  60599:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    fc: () => (  makeFolder),
    pb: () => (  writePrivate),
    sX: () => (  appendPrivate)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
  var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



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
const makeFolder = (path) => {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { recursive: true, mode: 0o700 });
};
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


  }),

  5685:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    k: () => (  LATEST_INSTANT),
    u: () => (  isInstant)
  });
const EARLIEST_INSTANT = Date.UTC(2000);
const LATEST_INSTANT = Date.UTC(2200);
const isInstant = (text) => {
    const at = Date.parse(text);
    return at >= EARLIEST_INSTANT && at < LATEST_INSTANT;
};


  }),

  26963:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Xl: () => (  withoutReferences),
    aY: () => (  code),
    tJ: () => (  inert),
    tp: () => (  table)
  });
  var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61376);
  var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);


function inert(text) {
    return oneLine((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__  .E$)((0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__  .DJ)(text))).replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
function oneLine(text) {
    const [first = '', ...rest] = text.split('\n');
    if (rest.length === 0)
        return first;
    const last = rest.pop() ?? '';
    const words = [first.trimEnd(), ...rest.map((line) => line.trim()).filter(Boolean), last.trimStart()];
    return words.join(' ');
}
const withoutReferences = (markdown) => markdown
    .replaceAll('&#64;', '&#64;<!-- -->')
    .replace(/(?<!&)#(?=\d)/g, '#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, 2)}<!-- -->-`)
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:<!-- -->')
    .replace(/\bwww\.(?=\w)/gi, 'www<!-- -->.');
const code = (text) => `<code>${inert(text)}</code>`;
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}


  }),

  43646:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    M: () => (  WORKLOAD_WORDS)
  });
const WORKLOAD_WORDS = {
    deployment: ['deployment', 'deployments', 'deploy', 'deployment.apps'],
    statefulset: ['statefulset', 'statefulsets', 'sts', 'statefulset.apps'],
    daemonset: ['daemonset', 'daemonsets', 'ds', 'daemonset.apps'],
    rollout: ['rollout', 'rollouts', 'ro', 'rollout.argoproj.io'],
};


  }),

  15379:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  UC: () => (  ACTION_STEP),
  Lx: () => (  MEANINGS),
  I: () => (  kindOf),
  Pr: () => (  meaningOf),
  rQ: () => (  meaningOfAction),
  cr: () => (  provenBy),
  rl: () => (  verbOf)
});


; 
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

; 

const MEANINGS = [
    'looks',
    'prepares',
    'holds traffic',
    'restores',
    'resumes traffic',
    'verifies',
    'cleans up',
    'marks',
    'consents',
    'notifies',
    'decides',
    'asks the owner',
    'drills',
    'encloses',
];
const catalogue_event = (means, rest = {}) => ({ means, ...rest });
const delivery = catalogue_event('notifies');
const phase = catalogue_event;
const EVENTS = {
    workload: {
        'roll back': catalogue_event('restores'),
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
    attempt: { 'take over': catalogue_event('looks') },
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
const ACTION_STEP = 'action';
function kindOf(component) {
    const [word = ''] = component.split('/');
    return Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
}
const meaningOf = (what) => what.step === ACTION_STEP ? meaningOfAction(what.component) : entryOf(what)?.means;
const meaningOfAction = (name) => Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
const provenBy = (what) => entryOf(what)?.provenBy;
function verbOf(what) {
    const key = keyOf(what);
    return key === undefined ? (what.step.split(' ', 1)[0] ?? '') : key.replace(/ …$/, '');
}
function entryOf(what) {
    const key = keyOf(what);
    return key === undefined ? undefined : stepsOf(what.component)[key];
}
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


  }),

  33879:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  run: () => (  run)
});

var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var base_deadline = __webpack_require__(68606);
var errors = __webpack_require__(45145);
var markdown = __webpack_require__(26963);
var waits = __webpack_require__(95282);
var config = __webpack_require__(45169);
var record_record = __webpack_require__(26503);
var runner_action = __webpack_require__(99297);
var consent = __webpack_require__(60225);
var core = __webpack_require__(21691);
var foreign = __webpack_require__(61376);
var redact = __webpack_require__(90763);
; 



const SUMMARY_LIMIT = 1024 * 1024 - 1024;
function githubRunner() {
    const masked = new Set();
    const safe = (text) => (0,redact .E$)((0,foreign .DJ)(text));
    const log = {
        info: (line) => printInert(safe(line)),
        warn: (sentence) => core .$e(safe(sentence)),
        group(title, lines) {
            core .Oh(safe(title));
            for (const line of lines)
                printInert(safe(line));
            core .N4();
        },
    };
    return {
        log,
        redact: redact .E$,
        mask(secret) {
            if (secret.trim() === '' || masked.has(secret))
                return;
            for (const line of secret.split(/\r?\n/))
                masked.add(line.trim());
            masked.delete(secret);
            for (const each of [secret, ...redact .O3.add(secret)]) {
                if (!masked.has(each))
                    core .Pq(each);
                masked.add(each);
            }
        },
        isPost: () => core .Gu('phase') === 'post',
        markMain: () => core .LZ('phase', 'post'),
        needsPost: () => core .Gu('cleanup') === 'needed',
        registerCleanup: () => {
            core .LZ('cleanup', 'needed');
            return () => core .LZ('cleanup', 'done');
        },
        output: (name, value) => core .uH(name, typeof value === 'string' ? safe(value) : (0,redact .Rh)(value)),
        error: (sentence) => core .z3(safe(sentence)),
        async summary(markdown) {
            if (!process.env.GITHUB_STEP_SUMMARY)
                return;
            await core .z.addRaw(cut(safe(markdown), SUMMARY_LIMIT)).write();
        },
    };
}
function printInert(text) {
    for (const line of (0,foreign .wi)(text))
        core .pq(line);
}
function cut(text, bytes) {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const note = '\n\n(The rest is cut: GitHub takes 1 MiB.)\n';
    const room = Buffer.from(text).subarray(0, bytes - Buffer.byteLength(note));
    return room.subarray(0, room.lastIndexOf('\n')).toString() + note;
}

var inputs = __webpack_require__(52266);
var recorded = __webpack_require__(8855);
; 













async function run(action, load) {
    const runner = { ...githubRunner(), load };
    process.on('uncaughtException', (error) => {
        reportFailure(error, runner);
        process.exit();
    });
    try {
        for (const secret of (0,inputs .VY)(action.inputs, (key) => (0,inputs .JR)(process.env, key)))
            runner.mask(secret);
        await (runner.isPost() ? runPost(action, runner) : runMain(action, runner));
    }
    catch (error) {
        reportFailure(error, runner);
    }
    finally {
        setTimeout(() => process.exit(), waits .r.EXIT_MS).unref();
    }
}
function reportFailure(thrown, runner) {
    const error = (0,errors .to)(thrown);
    runner.error((0,errors .bD)(error));
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
        if (runner_action .P[outcome.result] !== 'failed')
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
async function beforeDeadline(action, inputs, common, runner) {
    const deadline = (0,base_deadline .db)(common.timeout);
    try {
        return await (0,recorded .t)(action, inputs, contextOf(common, deadline.signal, runner));
    }
    finally {
        deadline.stop();
    }
}
async function runPost(action, runner) {
    if (!runner.needsPost())
        return;
    const { common, inputs } = await validated(action, runner);
    const deadline = (0,base_deadline .db)(waits .r.POST_PHASE_SECONDS);
    await action.post?.(inputs, contextOf(common, deadline.signal, runner)).finally(deadline.stop);
}
const detailsOf = (error) => error instanceof errors .lZ ? error.details : [error.stack ?? ''];
function failureSummary(error) {
    const details = detailsOf(error);
    const lines = details.length > 0 ? `\n\n<pre>${details.map(markdown .tJ).join('\n')}</pre>` : '';
    return `## ❌ ${(0,markdown .tJ)((0,errors .bD)(error))}${lines}\n`;
}
async function validated(action, runner) {
    const input = (key) => (0,inputs .JR)(process.env, key);
    const wanted = { path: input('config'), environment: input('environment'), component: input('component') };
    const defaults = action.ignoresConfig?.(input)
        ? (0,config .Gg)(wanted.environment)
        : await (0,config .xV)({ ...wanted, action: action.name });
    for (const secret of (0,inputs .VY)(action.inputs, (key) => defaults.values[(0,inputs .yu)(key)]))
        runner.mask(secret);
    for (const warning of defaults.warnings)
        runner.log.warn(warning);
    const entries = { ...inputs .j$, ...action.inputs };
    const all = (0,inputs .Ko)(entries, process.env, defaults);
    const common = { ...all, environment: defaults.environment };
    (0,recorded .u)(action, all, common);
    return { common, inputs: all };
}
function contextOf(common, signal, runner) {
    const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = '1', GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, RUNNER_TEMP, } = process.env;
    const run = GITHUB_RUN_ID ?? `local-${process.ppid}`;
    const rollbackId = common.rollbackId ?? `${run}-${GITHUB_RUN_ATTEMPT}`;
    const path = common.record ?? (0,external_node_path_.join)(RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'rollback-record.jsonl');
    const record = (0,record_record .C)(path, rollbackId, { redact: runner.redact, warn: runner.log.warn });
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
        accepts: (0,consent .e)(common.accept, GITHUB_TRIGGERING_ACTOR || GITHUB_ACTOR, record),
        rollbackId,
        run,
        reason: runner.redact(common.reason ?? ''),
        dryRun: common.dryRun,
        environment: common.environment,
    };
}


  })

};
;
export const id = 408;
export const ids = [408];
export const modules = {

/***/ 26503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ openRecord),
/* harmony export */   UC: () => (/* binding */ ACTION_STEP)
/* harmony export */ });
/* unused harmony export readRecord */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6800);



/** The step that an action's own start and end are recorded as; the component is then the action's name. */
const ACTION_STEP = 'action';
/**
 * Appends events to the record; each is one line and one write, so a killed run leaves whole lines behind. A disk
 * that is full must not stop a rollback: the first event that can't be written is warned about.
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
    return (event) => {
        const line = { id, at: new Date().toISOString(), ...event };
        try {
            append(`${redact(JSON.stringify(line))}\n`);
        }
        catch (error) {
            if (!warned)
                warn(`The rollback record ${path} is not complete: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}.`);
            warned = true;
        }
    };
}
/**
 * All events of a record, oldest first.
 *
 * @throws SyntaxError where a line is not JSON
 */
function readRecord(path) {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}


/***/ }),

/***/ 97583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ startDeadline),
/* harmony export */   v: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);


/** Milliseconds; Node fires a longer timer at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
/**
 * One AbortSignal for everything an action does: it aborts with a DeadlineError after `seconds`, or with a
 * CancelledError when the runner cancels the job (SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL).
 */
function startDeadline(seconds) {
    const controller = new AbortController();
    const milliseconds = Math.min(seconds * 1000, LONGEST_TIMER);
    const timer = setTimeout(() => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DeadlineError */ .j3(seconds)), milliseconds);
    const cancel = (name) => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc(name));
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    return {
        signal: controller.signal,
        stop() {
            clearTimeout(timer);
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
/* harmony export */   lZ: () => (/* binding */ ActionError)
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

/***/ 98408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/runner/values.js
var values = __webpack_require__(4885);
;// CONCATENATED MODULE: ./build/runner/inputs.js



/** What every action takes (`interface.md`, common inputs). */
const commonInputs = {
    config: dist/* optional */.lqM((0,values/* text */.Qq)(), '.github/rollback.yml'),
    environment: dist/* optional */.lqM((0,values/* text */.Qq)()),
    rollbackId: dist/* optional */.lqM(dist/* pipe */.FsL((0,values/* text */.Qq)(), dist/* regex */.yGV(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/, (issue) => `is ${JSON.stringify(issue.input)}; accepted are up to 63 letters, digits, dots, dashes and underscores`))),
    reason: dist/* optional */.lqM(dist/* pipe */.FsL((0,values/* text */.Qq)(), dist/* maxLength */.Ru6(1000, 'is longer than 1000 characters'))),
    dryRun: dist/* optional */.lqM((0,values/* boolean */.zM)(), 'false'),
    timeout: dist/* optional */.lqM((0,values/* duration */.p0)(), '10m'),
    record: dist/* optional */.lqM((0,values/* text */.Qq)()),
};
/** `maxParallel` → `max-parallel`: the name that users write. */
const inputName = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** The raw text of an input as the runner passes it, or undefined where it is empty. */
function rawInput(env, key) {
    return env[`INPUT_${inputName(key).toUpperCase()}`]?.trim() || undefined;
}
/**
 * Reads and validates all inputs at once, before anything else happens; `defaults` (the configuration file's
 * values) stand in for inputs that are not given.
 *
 * @throws ActionError naming every wrong input in one sentence
 */
function readInputs(entries, env, defaults = {}) {
    const names = Object.keys(entries).map(inputName);
    // The runner passes inputs that an action does not have with no more than a warning: a mistyped `dry-run` must not be one.
    const unknown = Object.keys(env)
        .filter((key) => key.startsWith('INPUT_') && env[key]?.trim())
        .map((key) => key.slice('INPUT_'.length).toLowerCase())
        .filter((name) => !names.includes(name));
    if (unknown.length > 0) {
        throw new errors/* ActionError */.lZ(`There is no input ${unknown.map((name) => `\`${name}\``).join(', ')}; there are ${names.sort().join(', ')}.`);
    }
    const raw = Object.fromEntries(Object.keys(entries).map((key) => [key, rawInput(env, key) ?? defaults[inputName(key)]]));
    const parsed = dist/* safeParse */.xLC(dist/* object */.Ikc(entries), raw);
    if (parsed.success)
        return parsed.output;
    const problems = parsed.issues.map((issue) => {
        const key = inputName(String(issue.path?.[0]?.key));
        return issue.input === undefined ? `input \`${key}\` is required` : `input \`${key}\` ${issue.message}`;
    });
    throw new errors/* ActionError */.lZ(sentence(problems.join('; ')));
}
/** The inputs of an action that hold secrets. */
function secretKeys(entries) {
    return Object.keys(entries).filter((key) => {
        const entry = entries[key];
        return dist/* getMetadata */.yb2(entry.wrapped ?? entry).secret === true;
    });
}
function sentence(words) {
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

;// CONCATENATED MODULE: ./build/config/config.js



const DEFAULT_PATH = '.github/rollback.yml';
/** What an environment may have: values for all actions, and for each. */
const SECTIONS = [
    'defaults',
    'assess',
    'mark-good',
    'rollback-service',
    'rollback-db',
    'rollback-infra',
    'verify-integrity',
    'clear-cache',
    'switch-dns',
    'notify',
    'report',
];
/**
 * Reads the configuration file's values for an action. In `environments.<name>`, the section `defaults` is for
 * every action that has such an input, and a section named like an action is for that one and wins.
 *
 * @throws ActionError where the file is missing though it was asked for, is no YAML (with line and column), or
 *   says what no action understands
 */
async function loadDefaults(wanted) {
    const path = wanted.path ?? DEFAULT_PATH;
    if (!(0,external_node_fs_.existsSync)(path)) {
        if (wanted.path)
            throw new errors/* ActionError */.lZ(`The configuration ${path} does not exist; check out the repository first, or leave \`config\` out.`);
        return { environment: wanted.environment, values: {} };
    }
    const environments = await readEnvironments(path);
    const names = Object.keys(environments);
    const name = wanted.environment ?? (names.length === 1 ? names[0] : undefined);
    if (name === undefined) {
        throw new errors/* ActionError */.lZ(`${path} has the environments ${names.join(', ')}; say which with the input \`environment\`.`);
    }
    if (!Object.hasOwn(environments, name)) {
        throw new errors/* ActionError */.lZ(`${path} has no environment "${name}"; it has ${names.join(', ')}.`);
    }
    const sections = environments[name];
    const stranger = Object.keys(sections).find((section) => !SECTIONS.includes(section));
    if (stranger) {
        throw new errors/* ActionError */.lZ(`${path}: environments.${name} has the unknown section "${stranger}"; known are ${SECTIONS.join(', ')}.`);
    }
    const known = new Set(wanted.inputs.map(inputName));
    const own = sections[wanted.action] ?? {};
    const unknown = Object.keys(own).filter((key) => !known.has(key));
    if (unknown.length > 0) {
        throw new errors/* ActionError */.lZ(`${path}: environments.${name}.${wanted.action} has the unknown key "${unknown[0]}"; known are ${[...known].sort().join(', ')}.`);
    }
    const shared = Object.entries(sections.defaults ?? {}).filter(([key]) => known.has(key));
    const values = { ...Object.fromEntries(shared), ...own };
    return {
        environment: name,
        values: Object.fromEntries(Object.entries(values).map(([key, value]) => [
            key,
            asText(value, `${path}: environments.${name}.${wanted.action}.${key}`),
        ])),
    };
}
async function readEnvironments(path) {
    const { parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const document = parseDocument((0,external_node_fs_.readFileSync)(path, 'utf8'));
    const error = document.errors[0];
    if (error)
        throw new errors/* ActionError */.lZ(`${path} is not valid YAML: ${error.message.split('\n')[0]?.replace(/:$/, '.')}`);
    const content = contentOf(document, path);
    const { environments } = isMap(content) ? content : {};
    const isEnvironment = (value) => isMap(value) && Object.values(value).every(isMap);
    if (!isMap(environments) ||
        Object.keys(environments).length === 0 ||
        !Object.values(environments).every(isEnvironment)) {
        throw new errors/* ActionError */.lZ(`${path} must have the form \`environments: {<name>: {<action>: {<input>: <value>}}}\`, with at least one environment.`);
    }
    return environments;
}
function contentOf(document, path) {
    try {
        return document.toJS();
    }
    catch (error) {
        // The parser stops at aliases that would grow without bounds.
        throw new errors/* ActionError */.lZ(`${path} can not be read: ${(0,errors/* messageOf */.bD)(error)}.`);
    }
}
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function asText(value, where) {
    if (Array.isArray(value))
        return value.map((item) => asText(item, where)).join('\n');
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    throw new errors/* ActionError */.lZ(`${where} must be a text, a number, true or false, or a list of those.`);
}

// EXTERNAL MODULE: ./build/record/record.js
var record = __webpack_require__(26503);
// EXTERNAL MODULE: ./build/runner/deadline.js
var runner_deadline = __webpack_require__(97583);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __webpack_require__(21691);
;// CONCATENATED MODULE: ./build/runner/redact.js
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

;// CONCATENATED MODULE: ./build/runner/github.js


/** The most that GitHub takes as a step's summary, in bytes; a longer one is lost as a whole. */
const SUMMARY_LIMIT = 1024 * 1024;
/** The runner's side of an action: log, outputs, state, summary. The only module that speaks its commands. */
function githubRunner() {
    const redactor = new Redactor();
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
        output: (name, value) => core/* setOutput */.uH(name, redact(typeof value === 'string' ? value : JSON.stringify(value))),
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

// EXTERNAL MODULE: ./build/runner/markdown.js
var markdown = __webpack_require__(71134);
;// CONCATENATED MODULE: ./build/runner/run.js









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
/** Seconds that the post step may take to give things back. */
const POST_SECONDS = 30;
/** The one way in for every action and both of its phases; ends with the exit code set and never throws. */
async function run(action) {
    const runner = githubRunner();
    try {
        for (const key of secretKeys(action.inputs)) {
            const secret = rawInput(process.env, key);
            if (secret)
                runner.mask(secret);
        }
        await (runner.isPost() ? runPost(action, runner) : runMain(action, runner));
    }
    catch (error) {
        runner.error((0,errors/* messageOf */.bD)(error));
        const details = detailsOf(error);
        if (details.length > 0)
            runner.log.group('Details', details);
        process.exitCode = 1;
    }
    finally {
        // A socket that will not close must not hold the job.
        setTimeout(() => process.exit(), 1000).unref();
    }
}
async function runMain(action, runner) {
    const started = performance.now();
    runner.markMain();
    try {
        const { common, inputs } = await validated(action);
        const outcome = await recorded(action, inputs, common, runner);
        for (const [name, value] of Object.entries(outcome.outputs ?? {}))
            runner.output(name, value);
        runner.output('result', outcome.result);
        if (outcome.summary)
            await runner.summary(outcome.summary);
        if (RESULTS[outcome.result] !== 'failed')
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
/** Runs the main phase, with its start and its end in the record. */
async function recorded(action, inputs, common, runner) {
    const deadline = (0,runner_deadline/* startDeadline */.d)(common.timeout);
    const context = contextOf(common, deadline.signal, runner);
    const begun = performance.now();
    const event = { component: action.name, step: record/* ACTION_STEP */.UC };
    const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
    context.record({ ...event, status: 'started', evidence: circumstances(common) });
    try {
        const outcome = await action.main(inputs, context);
        const { result, message, outputs } = outcome;
        context.record({ ...ended(), status: RESULTS[result], message, evidence: { result, outputs } });
        return outcome;
    }
    catch (error) {
        context.record({ ...ended(), status: 'failed', message: (0,errors/* messageOf */.bD)(error) });
        throw error;
    }
    finally {
        deadline.stop();
    }
}
/** Who runs this where and why, as far as it is known. */
function circumstances({ environment, reason, dryRun }) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_ACTOR: actor, GITHUB_SHA: sha, } = process.env;
    const run = server && repository && id && `${server}/${repository}/actions/runs/${id}/attempts/${attempt}`;
    return { environment, reason, 'dry-run': dryRun, run, actor, repository, sha };
}
async function runPost(action, runner) {
    if (!runner.needsPost())
        return;
    const { common, inputs } = await validated(action);
    const deadline = (0,runner_deadline/* startDeadline */.d)(POST_SECONDS);
    await action.post?.(inputs, contextOf(common, deadline.signal, runner)).finally(deadline.stop);
}
const detailsOf = (error) => error instanceof errors/* ActionError */.lZ ? error.details : [error.stack ?? ''];
function failureSummary(error) {
    const details = detailsOf(error);
    const lines = details.length > 0 ? `\n\n<pre>${details.map(markdown/* inert */.tJ).join('\n')}</pre>` : '';
    return `## ❌ ${(0,markdown/* inert */.tJ)((0,errors/* messageOf */.bD)(error))}${lines}\n`;
}
async function validated(action) {
    const defaults = await loadDefaults({
        path: rawInput(process.env, 'config'),
        environment: rawInput(process.env, 'environment'),
        action: action.name,
        inputs: [...Object.keys(commonInputs), ...Object.keys(action.inputs)],
    });
    const entries = { ...commonInputs, ...action.inputs };
    const all = readInputs(entries, process.env, defaults.values);
    const common = { ...all, environment: defaults.environment };
    if (action.changes && !common.dryRun && !common.reason) {
        throw new errors/* ActionError */.lZ('Input `reason` is required: say in a few words why, for the record and for those who ask later.');
    }
    return { common, inputs: all };
}
function contextOf(common, signal, runner) {
    const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = '1', RUNNER_TEMP } = process.env;
    const run = GITHUB_RUN_ID ?? `local-${process.ppid}`;
    const rollbackId = common.rollbackId ?? `${run}-${GITHUB_RUN_ATTEMPT}`;
    const path = common.record ?? (0,external_node_path_.join)(RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'rollback-record.jsonl');
    return {
        signal,
        timeout: common.timeout,
        log: runner.log,
        mask: runner.mask,
        redact: runner.redact,
        requirePost: runner.requirePost,
        recordPath: path,
        record: (0,record/* openRecord */.C6)(path, rollbackId, { redact: runner.redact, warn: runner.log.warn }),
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


/***/ })

};

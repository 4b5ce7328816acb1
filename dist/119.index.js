export const id = 119;
export const ids = [119];
export const modules = {

/***/ 7583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ startDeadline),
/* harmony export */   v: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
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

/***/ 1134:
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

/***/ 6997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
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
    const { parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
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

;// CONCATENATED MODULE: ./build/record/record.js



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
    const append = (text) => (0,external_node_fs_.appendFileSync)(path, text);
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        append('');
    }
    catch (error) {
        throw new errors/* ActionError */.lZ(`The rollback record ${path} can not be written: ${(0,errors/* messageOf */.bD)(error)}.`, {
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
                warn(`The rollback record ${path} is not complete: ${(0,errors/* messageOf */.bD)(error)}.`);
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

// EXTERNAL MODULE: ./build/runner/deadline.js
var runner_deadline = __webpack_require__(7583);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __webpack_require__(1691);
;// CONCATENATED MODULE: ./build/runner/redact.js
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
var markdown = __webpack_require__(1134);
;// CONCATENATED MODULE: ./build/runner/run.js









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
        if (outcome.result !== 'failed')
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
    const event = { component: action.name, step: ACTION_STEP };
    const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
    context.record({ ...event, status: 'started', evidence: circumstances(common) });
    try {
        const outcome = await action.main(inputs, context);
        const { result, message, outputs } = outcome;
        context.record({ ...ended(), status: result, message, evidence: { result, outputs } });
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
        log: runner.log,
        mask: runner.mask,
        requirePost: runner.requirePost,
        record: openRecord(path, rollbackId, { redact: runner.redact, warn: runner.log.warn }),
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
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

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


/***/ }),

/***/ 3266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ requirePermissions)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

/**
 * Asks the cluster whether these credentials may do all of this in the namespace.
 *
 * @throws ActionError with the missing rules as YAML that fits into a Role
 */
async function requirePermissions(client, namespace, permissions) {
    const missing = await Promise.all(permissions.map((permission) => missingVerbs(client, namespace, permission)));
    const rules = missing.filter((permission) => permission.verbs.length > 0);
    if (rules.length === 0)
        return;
    const told = rules.map(({ verbs, resource }) => `${verbs.join('/')} ${resource}`).join(', ');
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The credentials may not ${told} in the namespace ${namespace}; add the rules below to their Role (docs/permissions.md has it whole).`, { details: ['rules:', ...rules.map(asRule)] });
}
async function missingVerbs(client, namespace, permission) {
    const [resource, subresource] = permission.resource.split('/');
    const denied = await Promise.all(permission.verbs.map(async (verb) => {
        const review = await client.request('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
            body: {
                apiVersion: 'authorization.k8s.io/v1',
                kind: 'SelfSubjectAccessReview',
                spec: {
                    resourceAttributes: {
                        namespace,
                        verb,
                        group: permission.group,
                        resource,
                        ...(subresource ? { subresource } : {}),
                    },
                },
            },
        });
        return review.status.allowed ? undefined : verb;
    }));
    return { ...permission, verbs: denied.filter((verb) => verb !== undefined) };
}
function asRule({ group, resource, verbs }) {
    return `  - {apiGroups: [${JSON.stringify(group)}], resources: [${JSON.stringify(resource)}], verbs: [${verbs.join(', ')}]}`;
}


/***/ }),

/***/ 9027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ KubeClient),
/* harmony export */   D: () => (/* binding */ PATCH)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4708);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8321);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4995);
/* harmony import */ var _runner_deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7583);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6800);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1807);








/** How long a request is tried again: before the server has answered once, and after. Milliseconds. */
const PATIENCE = { first: 10_000, later: 120_000 };
/** A request without an answer for this long is given up and tried again. Milliseconds. */
const SILENCE = 15_000;
const PAGE = 500;
const PATCH = {
    merge: 'application/merge-patch+json',
    strategic: 'application/strategic-merge-patch+json',
};
/**
 * Raw requests to one API server: JSON in and out with nothing dropped, credentials of a kubeconfig, connections
 * kept open. Passing failures (429, 5xx, lost connections) are tried again, after `Retry-After` where there is
 * one; every request that changes something carries a resourceVersion or a fixed name, so a repeat is harmless.
 */
class KubeClient {
    config;
    signal;
    #agent;
    #closing = new AbortController();
    #answered = false;
    constructor(config, signal) {
        this.config = config;
        this.signal = AbortSignal.any([signal, this.#closing.signal]);
        (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, this.signal);
        const options = { keepAlive: true, maxSockets: 24 };
        this.#agent = this.server.startsWith('http:') ? new node_http__WEBPACK_IMPORTED_MODULE_1__.Agent(options) : new node_https__WEBPACK_IMPORTED_MODULE_2__.Agent(options);
    }
    get server() {
        return this.config.getCurrentCluster()?.server ?? '';
    }
    /** The same server under another deadline: for giving things back after the first one has passed. */
    withSignal(signal) {
        const client = new KubeClient(this.config, signal);
        client.#answered = this.#answered;
        return client;
    }
    /** Ends every watch and connection, so that nothing keeps the process. */
    close() {
        this.#closing.abort();
        this.#agent.destroy();
    }
    get(path, options = {}) {
        return this.request('GET', path, options);
    }
    /** Like `get`, but undefined where there is no such object. */
    async find(path) {
        try {
            return await this.get(path);
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ApiError */ .hD && error.status === 404)
                return undefined;
            throw error;
        }
    }
    patch(path, contentType, body) {
        return this.request('PATCH', path, { body, contentType });
    }
    /** All objects of a collection, page by page; begins again where the pages went out of date. */
    async list(path, query = {}) {
        const items = [];
        let token;
        for (;;) {
            try {
                const page = await this.get(path, { query: { ...query, limit: PAGE, continue: token } });
                if (!Array.isArray(page.items))
                    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ActionError */ .lZ(`The server ${this.server} answers GET ${path} with something that is no list; check the server in the kubeconfig.`);
                const kind = page.kind.replace(/List$/, '');
                for (const item of page.items)
                    items.push({ ...item, apiVersion: page.apiVersion, kind });
                token = page.metadata.continue || undefined;
                if (!token)
                    return { items, resourceVersion: page.metadata.resourceVersion };
            }
            catch (error) {
                if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ApiError */ .hD && error.status === 410))
                    throw error;
                items.length = 0;
                token = undefined;
                await (0,_runner_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .pause */ .v)(200, this.signal);
            }
        }
    }
    /** A request whose answer is JSON. @throws ApiError for every answer that is not 2xx */
    async request(method, path, options = {}) {
        const answer = await this.text(method, path, options);
        try {
            const parsed = JSON.parse(answer);
            if (typeof parsed === 'object' && parsed !== null)
                return parsed;
        }
        catch {
            // Told below: what is no JSON and what is no object is no answer of an API server.
        }
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ActionError */ .lZ(`The server ${this.server} answers ${method} ${path} with something that is no Kubernetes object; check the server in the kubeconfig.`);
    }
    /** A request whose answer is text, such as a container's log. */
    async text(method, path, options = {}) {
        const patience = this.#answered ? PATIENCE.later : PATIENCE.first;
        try {
            return await (0,p_retry__WEBPACK_IMPORTED_MODULE_7__/* ["default"] */ .Ay)(async () => {
                const response = await this.open(method, path, options, SILENCE);
                this.#answered = true;
                return await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__.text)(response);
            }, {
                retries: Number.POSITIVE_INFINITY,
                minTimeout: 100,
                maxTimeout: 3000,
                randomize: true,
                maxRetryTime: patience,
                signal: this.signal,
                shouldRetry: ({ error }) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .isPassing */ .WG)(error),
                onFailedAttempt: async ({ error }) => {
                    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ApiError */ .hD && error.retryAfter)
                        await (0,_runner_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .pause */ .v)(error.retryAfter * 1000, this.signal);
                },
            });
        }
        catch (error) {
            this.signal.throwIfAborted();
            throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ApiError */ .hD ? error : (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .unreachable */ .HB)(this.server, error);
        }
    }
    /** One attempt, answered by the open response: for watches and for everything above. `silence` in milliseconds. */
    async open(method, path, options, silence) {
        const url = new URL(this.server.replace(/\/$/, '') + path);
        for (const [key, value] of Object.entries(options.query ?? {}))
            if (value !== undefined)
                url.searchParams.set(key, String(value));
        const body = options.body === undefined ? undefined : JSON.stringify(options.body);
        const credentials = {};
        await this.config.applyToHTTPSOptions(credentials);
        const request = (url.protocol === 'http:' ? node_http__WEBPACK_IMPORTED_MODULE_1__ : node_https__WEBPACK_IMPORTED_MODULE_2__).request(url, {
            ...credentials,
            agent: this.config.getCurrentCluster()?.proxyUrl ? credentials.agent : this.#agent,
            method,
            signal: this.signal,
            timeout: silence,
            headers: {
                ...credentials.headers,
                Accept: 'application/json, */*',
                'User-Agent': 'rollback-actions',
                ...(body === undefined
                    ? {}
                    : {
                        'Content-Type': options.contentType ?? 'application/json',
                        'Content-Length': Buffer.byteLength(body),
                    }),
            },
        });
        request.on('timeout', () => request.destroy(new Error(`no answer for ${silence / 1000} s`)));
        const response = await new Promise((resolve, reject) => {
            request.on('response', resolve).on('error', reject).end(body);
        });
        if ((response.statusCode ?? 0) >= 300)
            throw await _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ApiError */ .hD.from(response);
        return response;
    }
}


/***/ }),

/***/ 6:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect),
  e: () => (/* binding */ connectionInputs)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/runner/values.js
var values = __webpack_require__(4885);
// EXTERNAL MODULE: ./build/systems/kubernetes/client.js
var client = __webpack_require__(9027);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/node_modules/@kubernetes/client-node/dist/config.js + 16 modules
var dist_config = __webpack_require__(3893);
;// CONCATENATED MODULE: ./build/systems/kubernetes/kubeconfig.js



/** What looks like a path may be told; anything else may be a secret in the wrong form. */
const PATH = /^(\.{0,2}|~)\/[^=]{1,200}$|^[^=]{1,200}\.\w{2,10}$/;
const IN_CLUSTER_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';
/**
 * Finds the cluster and the credentials: `kubeconfig` as a path or as the file's content, else `KUBECONFIG`,
 * else the pod's service account. Every credential in it goes to `mask` before anything else is done.
 *
 * @throws ActionError where there is none, it can't be read, or it has no such context
 */
function loadKubeConfig(wanted, mask) {
    const config = new dist_config/* KubeConfig */.yp();
    try {
        load(config, wanted.kubeconfig);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            throw error;
        throw new errors/* ActionError */.lZ('The kubeconfig can not be read; it must be a path or the content of a kubeconfig file.', {
            details: [(0,errors/* messageOf */.bD)(error).split('\n')[0] ?? ''],
        });
    }
    for (const user of config.getUsers() ?? []) {
        const provider = Object.values((user.authProvider?.config ?? {}));
        for (const secret of [user.token, user.password, user.keyData, ...provider]) {
            if (typeof secret === 'string' && secret)
                mask(secret);
        }
    }
    if (wanted.context !== undefined) {
        const names = config.getContexts().map((context) => context.name);
        if (!names.includes(wanted.context)) {
            throw new errors/* ActionError */.lZ(`The kubeconfig has no context "${wanted.context}"; it has ${names.join(', ') || 'none'}.`);
        }
        config.setCurrentContext(wanted.context);
    }
    if (!config.getCurrentCluster()) {
        throw new errors/* ActionError */.lZ('The kubeconfig has no current context with a cluster; name one with the input `context`.');
    }
    return config;
}
function load(config, kubeconfig) {
    if (kubeconfig !== undefined) {
        if (/[\n{]/.test(kubeconfig))
            config.loadFromString(kubeconfig);
        else if ((0,external_node_fs_.existsSync)(kubeconfig))
            config.loadFromFile(kubeconfig);
        else if (PATH.test(kubeconfig))
            throw new errors/* ActionError */.lZ(`There is no kubeconfig at ${kubeconfig}.`);
        else
            throw new errors/* ActionError */.lZ('Input `kubeconfig` is neither the content of a kubeconfig nor the path of one.');
    }
    else if (process.env.KUBECONFIG) {
        config.loadFromDefault();
    }
    else if ((0,external_node_fs_.existsSync)(IN_CLUSTER_TOKEN)) {
        config.loadFromCluster();
    }
    else {
        throw new errors/* ActionError */.lZ('There is no cluster to talk to: give the input `kubeconfig`, or set KUBECONFIG in a step before this one.');
    }
}

;// CONCATENATED MODULE: ./build/systems/kubernetes/connect.js





/** The inputs of every action that talks to a cluster. */
const connectionInputs = {
    kubeconfig: dist/* optional */.lqM((0,values/* text */.Qq)()),
    context: dist/* optional */.lqM((0,values/* text */.Qq)()),
    namespace: dist/* optional */.lqM((0,values/* text */.Qq)()),
};
/** Connects as the inputs `kubeconfig`, `context` and `namespace` say; the namespace is the context's where none is given. */
function connect(inputs, { signal, mask }) {
    if (inputs.namespace !== undefined && !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(inputs.namespace)) {
        throw new errors/* ActionError */.lZ(`Input \`namespace\` is ${JSON.stringify(inputs.namespace)}, which is no name of a namespace.`);
    }
    const config = loadKubeConfig(inputs, mask);
    const namespace = inputs.namespace ?? config.getContextObject(config.getCurrentContext())?.namespace ?? 'default';
    return { client: new client/* KubeClient */.B(config, signal), namespace };
}


/***/ }),

/***/ 1807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   hD: () => (/* binding */ ApiError)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);


/** An answer of the API server that is not 2xx, with the message of its `Status` object. */
class ApiError extends _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ {
    status;
    reason;
    /** Seconds after which the server wants to be asked again. */
    retryAfter;
    constructor(status, reason, message, retryAfter) {
        super(message);
        this.name = 'ApiError';
        this.status = status;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }
    static async from(response) {
        const status = response.statusCode ?? 0;
        const body = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(response);
        const retryAfter = Number(response.headers['retry-after']);
        const { message, reason } = parseStatus(body);
        const told = status === 401 && reason === 'Unauthorized'
            ? 'The API server does not accept the credentials of the kubeconfig (401 Unauthorized); renew them.'
            : message;
        return new ApiError(status, reason ?? '', told ?? `HTTP ${status}: ${body.slice(0, 200)}`, retryAfter > 0 ? Math.min(retryAfter, 30) : undefined);
    }
}
function parseStatus(body) {
    try {
        return JSON.parse(body) ?? {};
    }
    catch {
        // Proxies and load balancers in front of the API server answer in HTML.
        return {};
    }
}
/** True for failures that may be over in a moment. */
function isPassing(error) {
    if (error instanceof ApiError)
        return error.status === 429 || error.status >= 500;
    return !/CERT|certificate|ERR_TLS|EPROTO|ENOTFOUND|HTTP protocol is not allowed|exec/i.test(`${error.code} ${error.message}`);
}
/** One sentence for a server that could not be talked to. */
function unreachable(server, error) {
    const code = error.code ?? '';
    const told = {
        ECONNREFUSED: 'nothing listens there',
        ENOTFOUND: 'the name does not resolve',
        ETIMEDOUT: 'no answer',
        ECONNRESET: 'the connection was cut',
        EPROTO: 'it does not speak TLS',
        DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not signed by the CA in the kubeconfig',
        SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not signed by the CA in the kubeconfig',
        UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not signed by the CA in the kubeconfig',
        CERT_HAS_EXPIRED: 'its certificate has expired',
        ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
    };
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The Kubernetes API server ${server} can not be reached: ${told[code] ?? (error.message.split('\n')[0] || code)}; check the server in the kubeconfig and the network of the runner.`, { cause: error });
}


/***/ }),

/***/ 921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   Pf: () => (/* binding */ label),
/* harmony export */   TO: () => (/* binding */ allKinds),
/* harmony export */   jC: () => (/* binding */ workloadPath),
/* harmony export */   rd: () => (/* binding */ parseRef)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

/** What the three kinds of workload differ in when they are asked for. */
const kinds = {
    Deployment: { plural: 'deployments', words: ['deployment', 'deployments', 'deploy', 'deployment.apps'] },
    StatefulSet: { plural: 'statefulsets', words: ['statefulset', 'statefulsets', 'sts', 'statefulset.apps'] },
    DaemonSet: { plural: 'daemonsets', words: ['daemonset', 'daemonsets', 'ds', 'daemonset.apps'] },
};
const allKinds = Object.keys(kinds);
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
/** Reads `deployment/api-gateway`; a bare name is a Deployment. @throws ActionError where it is neither */
function parseRef(text) {
    const [name = '', word = 'deployment', ...rest] = text.split('/').reverse();
    const kind = allKinds.find((candidate) => kinds[candidate].words.includes(word.toLowerCase()));
    if (!kind || rest.length > 0 || !NAME.test(name)) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`"${text}" is no workload; accepted are deployment/<name>, statefulset/<name>, daemonset/<name> and a bare <name> for a Deployment.`);
    }
    return { kind, name };
}
/** `deployment/api-gateway`: how a workload is called in logs, records and outputs. */
const label = (ref) => `${ref.kind.toLowerCase()}/${ref.name}`;
const refOf = (workload) => ({ kind: workload.kind, name: workload.metadata.name });
/** The path of a workload, or of all of a kind. */
function workloadPath(namespace, kind, name) {
    const collection = `/apis/apps/v1/namespaces/${namespace}/${kinds[kind].plural}`;
    return name === undefined ? collection : `${collection}/${name}`;
}


/***/ }),

/***/ 5301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ controllerOf),
/* harmony export */   v: () => (/* binding */ WatchedList)
/* harmony export */ });
/* harmony import */ var _runner_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7583);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);


/** Seconds after which a watch is renewed, so that a connection that died in silence is noticed. */
const RENEW = 30;
/** How many failures in a row are told: with the pauses between them some four seconds. */
const TROUBLE = 5;
/** A copy of a collection that follows the server. */
class WatchedList {
    items = new Map();
    /** The uids of objects by the uid of their controller, so that a look at one workload costs nothing for the others. */
    #owned = new Map();
    #client;
    #path;
    #query;
    #on;
    #version = '';
    constructor(client, path, query, on) {
        this.#client = client;
        this.#path = path;
        this.#query = query;
        this.#on = on;
    }
    /** Lists the collection, then follows it until the client's signal aborts. */
    static async start(client, path, query, on) {
        const watched = new WatchedList(client, path, query, on);
        await watched.#list();
        watched.#follow().catch((error) => {
            if (!client.signal.aborted)
                on.error(error);
        });
        return watched;
    }
    /** The objects that the object with this uid controls. */
    ownedBy(uid) {
        return [...(this.#owned.get(uid) ?? [])].map((owned) => this.items.get(owned));
    }
    /** Takes in a state of an object, from the watch or from an answer to a request of ours, unless a newer one is known. */
    put(object) {
        const known = this.items.get(object.metadata.uid);
        if (known && isOlder(object, known))
            return;
        this.#disown(object);
        this.items.set(object.metadata.uid, object);
        const owner = controllerOf(object);
        if (owner)
            this.#owned.set(owner, (this.#owned.get(owner) ?? new Set()).add(object.metadata.uid));
        this.#on.change(object);
    }
    #remove(object) {
        this.#disown(object);
        this.items.delete(object.metadata.uid);
        this.#on.change(object);
    }
    /** An object may have lost its controller since: the one that it is listed under is that of its last state. */
    #disown({ metadata: { uid } }) {
        const known = this.items.get(uid);
        if (known)
            this.#owned.get(controllerOf(known) ?? '')?.delete(uid);
    }
    async #list() {
        const { items, resourceVersion } = await this.#client.list(this.#path, this.#query);
        const present = new Set(items.map((item) => item.metadata.uid));
        for (const item of this.items.values())
            if (!present.has(item.metadata.uid))
                this.#remove(item);
        for (const item of items)
            this.put(item);
        this.#version = resourceVersion;
    }
    async #follow() {
        let failures = 0;
        for (;;) {
            const begun = performance.now();
            try {
                await this.#watchOnce();
                if (performance.now() - begun > 1000)
                    failures = 0;
                else
                    await this.#pause(undefined, failures++);
            }
            catch (error) {
                this.#client.signal.throwIfAborted();
                if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && error.status === 410)
                    await this.#list();
                else if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isPassing */ .WG)(error))
                    throw error;
                else {
                    if (failures === TROUBLE)
                        this.#on.trouble(error);
                    await this.#pause(error, failures++);
                }
            }
        }
    }
    /** Waits before the next attempt: as long as the server asks, else longer each time up to 2 s. */
    #pause(error, failures) {
        const asked = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD ? error.retryAfter : undefined;
        return (0,_runner_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v)(asked ? asked * 1000 : Math.min(2000, 100 * 2 ** failures), this.#client.signal);
    }
    async #watchOnce() {
        const query = {
            ...this.#query,
            watch: 'true',
            allowWatchBookmarks: 'true',
            resourceVersion: this.#version,
            timeoutSeconds: RENEW,
        };
        const response = await this.#client.open('GET', this.#path, { query }, (RENEW + 10) * 1000);
        let rest = '';
        for await (const chunk of response.setEncoding('utf8')) {
            const lines = `${rest}${chunk}`.split('\n');
            rest = lines.pop() ?? '';
            for (const line of lines)
                this.#take(JSON.parse(line));
        }
    }
    #take(event) {
        const { type, object } = event;
        if (type === 'ERROR')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD(object.code ?? 500, '', object.message ?? 'the watch failed');
        this.#version = object.metadata.resourceVersion;
        if (type === 'BOOKMARK')
            return;
        if (type === 'DELETED')
            this.#remove(object);
        else
            this.put(object);
    }
}
/** True where `a` is an earlier state than `b` of the same object; resourceVersions are ever growing numbers (KEP-5504). */
function isOlder(a, b) {
    const [first, second] = [Number(a.metadata.resourceVersion), Number(b.metadata.resourceVersion)];
    return first < second;
}
/** The uid of the object that controls this one. */
function controllerOf(object) {
    return object.metadata.ownerReferences?.find((owner) => owner.controller)?.uid;
}


/***/ })

};

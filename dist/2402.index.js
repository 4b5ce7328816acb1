export const id = 2402;
export const ids = [2402];
export const modules = {

/***/ 71375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ withoutInvisible)
/* harmony export */ });
/** Letters of the scripts that are written without joiners, in which one would only hide something. */
const PLAIN = String.raw `\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;
const JOINED = String.raw `(?![${PLAIN}])[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]`;
/** What joins or parts signs of Persian, Hindi and the like, and the parts of an emoji. */
const JOINER = new RegExp(String.raw `(?<=${JOINED})[\u200C\u200D](?=${JOINED})`, 'gu');
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
/**
 * A text without characters that are invisible or turn the direction of a line; those stay without which a word or an emoji is
 * another one.
 */
function withoutInvisible(text) {
    const kept = new Set([...text.matchAll(JOINER)].map(({ index }) => index));
    return text.replace(INVISIBLE, (sign, index) => (kept.has(index) ? sign : ''));
}


/***/ }),

/***/ 93121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ uncountedIn),
/* harmony export */   Rr: () => (/* binding */ lossesOf),
/* harmony export */   To: () => (/* binding */ repairedInWords),
/* harmony export */   ux: () => (/* binding */ lossInWords)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);


const count = valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()), 0);
/** What a repair brought back, and what it left. */
const repaired = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    repaired: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ back: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), set: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), newer: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() }),
});
/** The part of what a database says that it loses by which people are counted how much that is. */
const schema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    seconds: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()),
    tables: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ lost: count, changed: count, exact: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), true) }))),
});
/**
 * What was lost, database by database. One that did not go back has lost nothing, nor one of whose rows none is; of what
 * is not understood it is said that it is not known how much.
 */
function lossesOf(dataLoss) {
    return dataLoss
        .filter(({ happened }) => happened)
        .map(({ name, evidence }) => ({ name, ...sizeOf(evidence) }))
        .filter(({ rows }) => rows !== 0);
}
function sizeOf(evidence) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, evidence);
    if (!parsed.success)
        return { rows: undefined, exact: false, seconds: undefined };
    const { seconds, tables } = parsed.output;
    const rows = tables?.reduce((sum, { lost, changed }) => sum + (lost ?? 0) + (changed ?? 0), 0);
    const exact = tables?.every((table) => table.exact) ?? false;
    // That at least none is lost says nothing.
    return {
        rows: rows === 0 && !exact ? undefined : (rows ?? undefined),
        exact,
        seconds: seconds ?? undefined,
    };
}
const wentBack = ({ means, status }) => means === 'restores' && status === 'done';
/** The databases that went back without a count of what that takes away. */
const uncountedIn = (components, dataLoss) => components
    .filter(({ component, steps }) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(component) === 'database' && steps.some(wentBack))
    .filter(({ component }) => !dataLoss.some((each) => each.component === component))
    .map(({ name }) => name);
/** What repairs have brought back, in few words; undefined where there was none. */
function repairedInWords(evidence) {
    const all = evidence.flatMap((each) => {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(repaired, each);
        return parsed.success ? [parsed.output.repaired] : [];
    });
    if (all.length === 0)
        return undefined;
    const counted = (what, noun, verb) => {
        const rows = all.reduce((sum, each) => sum + each[what], 0);
        return `${rows.toLocaleString('en')} ${noun}${rows === 1 ? ' is' : 's are'} ${verb}`;
    };
    return `${counted('back', 'row', 'back')}, ${counted('set', 'row', 'set back')}, ${counted('newer', 'newer row', 'kept')}`;
}
/** All that was lost in few words: `4,450 rows (up to 21 min of writes)`; undefined where nothing was. */
function lossInWords(losses, duration) {
    if (losses.length === 0)
        return undefined;
    const isCounted = losses.every(({ exact }) => exact);
    const rows = losses.reduce((sum, each) => sum + (each.rows ?? 0), 0);
    const times = losses.map(({ seconds }) => seconds).filter((seconds) => seconds !== undefined);
    const time = times.length > 0 ? ` (up to ${duration(Math.max(...times))} of writes)` : '';
    const most = isCounted ? '' : 'at least ';
    if (rows === 0)
        return `an unknown number of rows${time}`;
    return `${most}${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}${time}`;
}


/***/ }),

/***/ 45806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ measuredBy)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

const row = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    signal: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    value: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
});
/** The numbers in the evidence of `assess`; what is not one is left out. */
function measuredBy(assessment) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(row), assessment?.evidence);
    const rows = parsed.success ? parsed.output : [];
    const rate = rows.find(({ signal }) => signal === 'error-rate')?.value;
    const latency = rows.find(({ signal, value }) => signal === 'slowdown' && typeof value === 'number')?.message;
    return {
        errorRate: typeof rate === 'number' && rate >= 0 && rate <= 1 ? rate : undefined,
        latency: typeof latency === 'string' && latency !== '' ? latency : undefined,
    };
}


/***/ }),

/***/ 81325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rS: () => (/* binding */ earlierTimes),
  $H: () => (/* binding */ lastTimes),
  i6: () => (/* binding */ parseHistory),
  ng: () => (/* binding */ runOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/base/instant.js
var instant = __webpack_require__(5685);
// EXTERNAL MODULE: ./build/report/rto.js
var rto = __webpack_require__(92908);
// EXTERNAL MODULE: ./build/record/catalogue.js + 1 modules
var catalogue = __webpack_require__(15379);
;// CONCATENATED MODULE: ./build/report/schema.js


const schema_text = dist/* string */.YjP();
const schema_instant = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX(), dist/* description */.h_('RFC 3339, in UTC'));
const seconds = dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0));
const maybe = (schema) => dist/* exactOptional */.yqP(schema);
const outcome = dist/* picklist */.KIO(['running', 'done', 'failed', 'no-op', 'planned']);
const schema_status = dist/* picklist */.KIO(['started', 'done', 'no-op', 'planned', 'failed', 'skipped']);
const means = dist/* picklist */.KIO(catalogue/* MEANINGS */.Lx);
const step = dist/* object */.Ikc({
    step: schema_text,
    means: dist/* pipe */.FsL(means, dist/* description */.h_('Only `restores` puts something back')),
    status: schema_status,
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    message: maybe(schema_text),
});
const component = dist/* object */.Ikc({
    component: dist/* pipe */.FsL(schema_text, dist/* description */.h_('As the record names it: deployment/web, ConfigMap/settings …')),
    key: dist/* pipe */.FsL(schema_text, dist/* description */.h_('The same with where it is before it: this one and no other')),
    name: dist/* pipe */.FsL(schema_text, dist/* description */.h_('For people: with what sets it apart where others are called the same')),
    from: maybe(schema_text),
    to: maybe(schema_text),
    outcome: dist/* pipe */.FsL(dist/* picklist */.KIO(['running', 'done', 'no-op', 'planned', 'failed', 'skipped']), dist/* description */.h_('`done`: it was put back, and that is proven')),
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(dist/* pipe */.FsL(seconds, dist/* description */.h_('From its first start to its end'))),
    message: maybe(schema_text),
    configuration: dist/* pipe */.FsL(dist/* boolean */.zMY(), dist/* description */.h_('Goes back with something else and is not counted: a ConfigMap, a resource')),
    steps: dist/* array */.YOg(step),
    isVerified: dist/* pipe */.FsL(dist/* boolean */.zMY(), dist/* description */.h_('Whether what it went back to passed a check')),
});
const schema_rto = dist/* object */.Ikc({
    component: dist/* pipe */.FsL(schema_text, dist/* description */.h_('Its label in the input `rto`, else the pattern')),
    pattern: dist/* pipe */.FsL(schema_text, dist/* description */.h_('Which components it is for, those of earlier runs too; `all` is the whole rollback')),
    target: dist/* pipe */.FsL(seconds, dist/* description */.h_('The objective')),
    actual: maybe(dist/* pipe */.FsL(seconds, dist/* description */.h_('From the start of the rollback until it was back, this time'))),
    last: maybe(dist/* pipe */.FsL(seconds, dist/* description */.h_('The same, the time before'))),
    lastIn: maybe(dist/* pipe */.FsL(schema_text, dist/* description */.h_('The environment that `last` is from, where it never went back in this one'))),
    p95: maybe(dist/* pipe */.FsL(seconds, dist/* description */.h_('95 of 100 earlier times were no longer'))),
    runs: dist/* pipe */.FsL(dist/* number */.aig(), dist/* description */.h_('How many earlier times there are')),
    state: dist/* picklist */.KIO(['met', 'missed', 'untested']),
});
const checklistItem = dist/* object */.Ikc({
    item: schema_text,
    state: dist/* picklist */.KIO(['done', 'failed', 'human', 'not-applicable']),
    evidence: maybe(schema_text),
    owner: maybe(dist/* pipe */.FsL(schema_text, dist/* description */.h_('Who has to do it, where it is for a human'))),
});
const run = dist/* object */.Ikc({
    id: schema_text,
    at: schema_instant,
    environment: maybe(schema_text),
    outcome: dist/* picklist */.KIO(['done', 'failed']),
    seconds: dist/* pipe */.FsL(seconds, dist/* description */.h_('The whole rollback')),
    components: dist/* pipe */.FsL(dist/* record */.g1P(schema_text, seconds), dist/* description */.h_('Seconds until each that is back was')),
});
const action = dist/* object */.Ikc({
    name: schema_text,
    means: maybe(means),
    part: maybe(dist/* pipe */.FsL(schema_text, dist/* description */.h_('The step of the whole rollback that it was: switch orders'))),
    status: schema_status,
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    message: maybe(schema_text),
});
const answer = dist/* object */.Ikc({ question: schema_text, answer: schema_text, tone: dist/* picklist */.KIO(['good', 'bad', 'open']) });
const assessment = dist/* object */.Ikc({
    severity: maybe(schema_text),
    decision: maybe(schema_text),
    decideBy: maybe(schema_text),
    result: maybe(schema_text),
    evidence: dist/* optional */.lqM(dist/* unknown */.L5J()),
    message: maybe(schema_text),
});
/** The JSON report: everything that the other renderings show. `docs/schema/report.schema.json` is made of it. */
const reportSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    version: dist/* literal */.euz(1),
    id: schema_text,
    incident: dist/* pipe */.FsL(schema_text, dist/* description */.h_('What all attempts of a run have in common; else the id')),
    outcome,
    sentence: dist/* pipe */.FsL(schema_text, dist/* description */.h_('The result in one sentence')),
    headline: dist/* pipe */.FsL(schema_text, dist/* description */.h_('How it stands, at a glance')),
    standing: dist/* picklist */.KIO([
        'resolved',
        'unconfirmed',
        'unhealthy',
        'nothing',
        'still-unhealthy',
        'asked',
        'failed',
        'running',
        'planned',
        'unknown',
    ]),
    answers: dist/* pipe */.FsL(dist/* array */.YOg(answer), dist/* description */.h_('What is asked first, in that order')),
    lost: maybe(dist/* pipe */.FsL(schema_text, dist/* description */.h_('What was lost, in few words'))),
    environment: maybe(schema_text),
    reason: maybe(schema_text),
    actor: maybe(schema_text),
    repository: maybe(schema_text),
    sha: maybe(schema_text),
    run: maybe(dist/* pipe */.FsL(schema_text, dist/* description */.h_('URL of the workflow run'))),
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    counts: dist/* object */.Ikc({ done: dist/* number */.aig(), failed: dist/* number */.aig(), total: dist/* number */.aig() }),
    components: dist/* array */.YOg(component),
    actions: dist/* array */.YOg(action),
    rto: dist/* array */.YOg(schema_rto),
    history: dist/* pipe */.FsL(dist/* array */.YOg(run), dist/* description */.h_('Earlier runs of this environment, oldest first')),
    integrity: maybe(dist/* object */.Ikc({
        result: schema_text,
        tables: maybe(dist/* number */.aig()),
        rows: maybe(dist/* number */.aig()),
        message: maybe(schema_text),
    })),
    dataLoss: dist/* array */.YOg(dist/* object */.Ikc({
        component: schema_text,
        name: schema_text,
        happened: dist/* pipe */.FsL(dist/* boolean */.zMY(), dist/* description */.h_('False where it was found out, and did not go back')),
        evidence: dist/* unknown */.L5J(),
    })),
    assessment: maybe(assessment),
    aftermath: maybe(assessment),
    recovery: dist/* object */.Ikc({
        state: dist/* pipe */.FsL(dist/* picklist */.KIO(['confirmed', 'unconfirmed', 'contradicted']), dist/* description */.h_('Whether something that was seen after the last change says that all is well')),
        because: dist/* array */.YOg(schema_text),
    }),
    deliveries: dist/* array */.YOg(dist/* object */.Ikc({
        sink: schema_text,
        event: maybe(schema_text),
        status: schema_status,
        isUnknown: dist/* pipe */.FsL(dist/* boolean */.zMY(), dist/* description */.h_('True where it was sent, and the receiver did not say whether it was taken')),
        at: schema_instant,
        message: maybe(schema_text),
        evidence: dist/* optional */.lqM(dist/* unknown */.L5J()),
    })),
    checklist: dist/* array */.YOg(checklistItem),
    owners: dist/* pipe */.FsL(dist/* array */.YOg(dist/* object */.Ikc({
        name: schema_text,
        state: dist/* picklist */.KIO(['paused', 'handed back', 'not paused']),
        since: maybe(schema_instant),
        pullRequest: maybe(schema_text),
        message: maybe(schema_text),
    })), dist/* description */.h_('Who keeps what went back, such as Argo CD or Flux, and how that stands')),
    openItems: dist/* array */.YOg(dist/* object */.Ikc({ item: schema_text, owner: schema_text })),
    events: dist/* pipe */.FsL(dist/* number */.aig(), dist/* description */.h_('How many events of the record this derives from')),
    brokenLines: dist/* pipe */.FsL(dist/* array */.YOg(dist/* number */.aig()), dist/* description */.h_('Lines of the record that could not be read')),
}), dist/* title */.DDF('Rollback report'));
/** One line of the history file. */
const runSchema = run;

;// CONCATENATED MODULE: ./build/report/history.js





/** The most runs that are looked at, and shown. */
const MOST_RUNS = 200;
/**
 * The earlier runs of an environment, oldest first: the newest line of each rollback but this one's; and those of the other
 * environments, such as drills in staging. Lines that are not runs are passed over and counted.
 */
function parseHistory(content, story) {
    const lines = content.split('\n').filter((line) => line.trim() !== '');
    const all = lines.map(parseRun).filter((run) => run !== undefined);
    const earlier = all.filter((run) => run.id !== story.incident || run.environment !== story.environment);
    const [runs, elsewhere] = [true, false].map((isMine) => newestOf(earlier.filter((run) => (run.environment === story.environment) === isMine)));
    return { runs: runs ?? [], elsewhere: elsewhere ?? [], broken: lines.length - all.length };
}
/** The newest line of each rollback, oldest first. */
const newestOf = (runs) => [...new Map(runs.map((run) => [`${run.environment} ${run.id}`, run])).values()]
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .slice(-MOST_RUNS);
/** What this rollback adds to the history; undefined where nothing was rolled back, or it has not ended. */
function runOf(story) {
    const { incident: id, outcome, ended, seconds, environment } = story;
    if (id === undefined || ended === undefined || seconds === undefined)
        return undefined;
    if (outcome !== 'done' && outcome !== 'failed')
        return undefined;
    const times = story.components
        .filter(({ configuration }) => !configuration)
        .map((each) => [each.key, (0,rto/* recoverySeconds */.Bn)(story, each)])
        .filter((entry) => entry[1] !== undefined);
    const components = Object.fromEntries(times);
    return { id, at: ended, ...(environment !== undefined && { environment }), outcome, seconds, components };
}
/**
 * How many seconds what a pattern matches took the last time, by the history in a file; undefined where that is unknown. A file
 * that is missing or cannot be read counts as empty: the number is for information, and decides nothing.
 */
function lastTimes(path, environment) {
    const { runs } = parseHistory(contentOf(path), { incident: undefined, environment });
    return (pattern) => runs.map((run) => (0,rto/* earlierOf */.OR)(run, pattern)).findLast((seconds) => seconds !== undefined);
}
/** How many earlier times an estimate is made of. */
const MOST_TIMES = 5;
/**
 * How many seconds it took the last times until all that this rollback changes was back, oldest first; a time when not all
 * of it went back says nothing. A file that is not there, or not readable, knows none.
 */
function earlierTimes(path, story) {
    const { runs } = parseHistory(contentOf(path), story);
    const keys = story.components
        .filter(({ configuration, outcome }) => !configuration && !['no-op', 'skipped'].includes(outcome))
        .map(({ key }) => key);
    if (keys.length === 0)
        return [];
    const whole = runs.map(({ components }) => keys.map((key) => components[key]));
    return whole
        .filter((times) => times.every((time) => time !== undefined))
        .map((times) => Math.max(...times))
        .slice(-MOST_TIMES);
}
function contentOf(path) {
    try {
        return path === undefined ? '' : (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
function parseRun(line) {
    try {
        const parsed = dist/* safeParse */.xLC(runSchema, JSON.parse(line));
        return parsed.success && (0,instant/* isInstant */.u)(parsed.output.at) ? parsed.output : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 92908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ recoverySeconds),
/* harmony export */   OR: () => (/* binding */ earlierOf),
/* harmony export */   e4: () => (/* binding */ judgeObjectives),
/* harmony export */   ov: () => (/* binding */ parseObjectives)
/* harmony export */ });
/* unused harmony export parseObjective */
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14006);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92920);
/* harmony import */ var _record_component_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5491);





/** The name of the objective for the whole rollback. */
const WHOLE = 'all';
/** Reads the input `rto`: one objective a line, or between commas that are not part of a pattern such as `{a,b}/*`. */
const parseObjectives = (input) => input
    .split(/\n|,(?![^{}\n]*\})/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map(parseObjective);
/**
 * Reads a line of the input `rto`: `deployment/api=5m`, `video-*=10m`, `all=20m`, and with a label before it
 * `API Gateway: deployment/api=5m`.
 *
 * @throws ActionError that says what is accepted
 */
function parseObjective(line) {
    const equals = line.lastIndexOf('=');
    const [text, named] = [line.slice(equals + 1).trim(), line.slice(0, Math.max(0, equals)).trim()];
    const colon = named.search(/:\s/);
    const label = colon > 0 ? named.slice(0, colon).trimEnd() : undefined;
    const pattern = named.endsWith(':') ? '' : named.slice(colon > 0 ? colon + 1 : 0).trim();
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(), text);
    if (pattern && parsed.success)
        return { component: label ?? pattern, pattern, seconds: parsed.output };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`rto\` has the line ${JSON.stringify(line)}; accepted are lines such as deployment/api=5m, video-*=10m, API: deployment/api=5m or ${WHOLE}=20m.`);
}
/**
 * Holds each objective against this rollback and the earlier ones. What did not go back is untested, never met. Where it
 * never went back in this environment, the last time is that of another one, such as a drill's.
 */
function judgeObjectives(objectives, story, history, elsewhere = []) {
    return objectives.map(({ component, pattern, seconds: target }) => {
        const { actual, failed } = pattern === WHOLE ? wholeOf(story) : partOf(story, story.components.filter(matching(pattern)));
        const earlier = history.map((run) => earlierOf(run, pattern)).filter((seconds) => seconds !== undefined);
        const other = earlier.length > 0
            ? undefined
            : elsewhere.findLast((run) => run.environment !== undefined && earlierOf(run, pattern) !== undefined);
        const last = other ? earlierOf(other, pattern) : earlier.at(-1);
        const p95 = percentile95(earlier);
        const state = failed ? 'missed' : actual === undefined ? 'untested' : actual <= target ? 'met' : 'missed';
        return {
            component,
            pattern,
            target,
            ...(actual !== undefined && { actual }),
            ...(last !== undefined && { last }),
            ...(other?.environment !== undefined && { lastIn: other.environment }),
            ...(p95 !== undefined && { p95 }),
            runs: earlier.length,
            state,
        };
    });
}
/** Seconds from the start of the rollback until a component was back, where it went back. */
function recoverySeconds(story, { outcome, ended }) {
    if (outcome !== 'done' || !ended || !story.started)
        return undefined;
    return Math.max(0, (Date.parse(ended) - Date.parse(story.started)) / 1000);
}
function wholeOf({ outcome, seconds }) {
    return {
        actual: outcome === 'done' ? seconds : undefined,
        failed: outcome === 'failed' || outcome === 'running',
    };
}
function partOf(story, components) {
    const failed = components.some(({ outcome }) => outcome === 'failed' || outcome === 'running');
    const times = components.map((each) => recoverySeconds(story, each)).filter((time) => time !== undefined);
    return { actual: failed || times.length === 0 ? undefined : Math.max(...times), failed };
}
/** Seconds that a component, or the slowest that a pattern matches, took in an earlier run. */
function earlierOf({ seconds, outcome, components }, pattern) {
    if (pattern === WHOLE)
        return outcome === 'done' ? seconds : undefined;
    const times = Object.entries(components)
        .filter(([key]) => matching(pattern)({ key }))
        .map(([, time]) => time);
    return times.length > 0 ? Math.max(...times) : undefined;
}
/** A pattern is for a whole key, or for as much of its end as it says: `shop/deployment/web`, `deployment/web`, `web`. */
function matching(pattern) {
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_3__(pattern, { nocase: true });
    return ({ key }) => (0,_record_component_js__WEBPACK_IMPORTED_MODULE_4__/* .endsOf */ .oI)(key).some((end) => matches(end));
}
/** The nearest rank. */
function percentile95(values) {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted[Math.ceil(0.95 * sorted.length) - 1];
}


/***/ })

};

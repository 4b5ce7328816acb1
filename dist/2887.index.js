"use strict";
exports.id = 2887;
exports.ids = [2887];
exports.modules = {

  42030:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    t: () => (  now)
  });
const now = () => new Date(performance.timeOrigin + performance.now());


  }),

  68606:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ip: () => (  startTimer),
    db: () => (  startDeadline),
    v7: () => (  pause)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
  var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


const LONGEST_TIMER = 2 ** 31 - 1;
function startTimer(seconds) {
    const controller = new AbortController();
    const milliseconds = Math.min(seconds * 1000, LONGEST_TIMER);
    const timer = setTimeout(() => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__  .j3(seconds)), milliseconds);
    return {
        signal: controller.signal,
        abort: (reason) => controller.abort(reason),
        stop: () => clearTimeout(timer),
    };
}
function startDeadline(seconds) {
    const timer = startTimer(seconds);
    const cancel = (name) => timer.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__  .cc(name));
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    return {
        signal: timer.signal,
        stop() {
            timer.stop();
            process.off('SIGINT', cancel).off('SIGTERM', cancel);
        },
    };
}
async function pause(milliseconds, signal) {
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }).catch(() => { });
    signal.throwIfAborted();
}


  }),

  31666:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    L5: () => (  retry),
    Vs: () => (  retryAfterMs),
    aB: () => (  PassingError)
  });
  var p_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74995);
  var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);




class PassingError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ {
    retryAfterMs;
    mayBeDone;
    isLimit;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'PassingError';
        this.retryAfterMs = options.retryAfterMs ?? 0;
        this.mayBeDone = options.mayBeDone ?? false;
        this.isLimit = options.isLimit ?? false;
    }
}
async function retry(work, limits) {
    const { signal, withinMs = Number.POSITIVE_INFINITY, attempts = Number.POSITIVE_INFINITY } = limits;
    const { longestPauseMs = _waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.RETRY_LONGEST_PAUSE_MS } = limits;
    const end = performance.now() + withinMs;
    let failures = 0;
    let met = 0;
    const isWorthwhile = (error) => !signal.aborted &&
        (failures < attempts || isLimit(error)) &&
        retryAfterOf(error) <= end - performance.now() &&
        isAgain(error, limits);
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_3__  .Ay)(() => work().catch(throwAsError), {
            retries: Number.POSITIVE_INFINITY,
            minTimeout: _waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.RETRY_FIRST_PAUSE_MS,
            maxTimeout: longestPauseMs,
            maxRetryTime: withinMs,
            randomize: true,
            signal,
            shouldRetry: ({ error }) => isWorthwhile(error),
            shouldConsumeRetry: ({ error }) => !isLimit(error),
            onFailedAttempt: async ({ error }) => {
                if (!isLimit(error))
                    failures += 1;
                if (!isWorthwhile(error))
                    return;
                const own = isLimit(error) ? growing(met++, longestPauseMs) : 0;
                await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .v7)(Math.max(retryAfterOf(error), own), signal);
            },
        });
    }
    catch (error) {
        signal.throwIfAborted();
        throw error;
    }
}
const retryAfterOf = (error) => error.retryAfterMs ?? 0;
const isLimit = (error) => error.isLimit ?? false;
const growing = (before, longest) => Math.min(longest, _waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.RETRY_FIRST_PAUSE_MS * 2 ** before * (1 + Math.random()));
function isAgain(error, { isPassing, repeatable = true }) {
    const passes = isPassing ? isPassing(error) : error instanceof PassingError;
    return passes && (repeatable || !error.mayBeDone);
}
function throwAsError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ)
        throw thrown;
    const { message, name } = thrown;
    throw thrown instanceof Error && name !== 'TypeError' ? thrown : new Error(message, { cause: thrown });
}
function retryAfterMs(header) {
    if (!header)
        return 0;
    const milliseconds = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
    return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0;
}


  }),

  5491:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    TN: () => (  keyOf),
    Ws: () => (  workloadSubject),
    eZ: () => (  namesOf),
    oI: () => (  endsOf),
    yK: () => (  databaseSubject)
  });
const workloadSubject = ({ kind, name, }, where) => ({
    component: `${kind.toLowerCase()}/${name}`,
    where,
});
const databaseSubject = ({ database, name: server, }) => ({ component: `database/${database}`, where: { server } });
const keyOf = ({ component, where = {} }) => [...placesOf(where), component].join('/');
function endsOf(key) {
    const words = key.split('/');
    return words.map((_, index) => words.slice(index).join('/'));
}
function namesOf(components) {
    const unique = new Map(components.map((each) => [keyOf(each), each]));
    const namesakes = Map.groupBy(unique, ([, { component }]) => component);
    return new Map([...unique].map(([key, each]) => {
        const others = (namesakes.get(each.component) ?? []).map(([, other]) => other);
        return [key, others.length === 1 ? each.component : `${each.component} (${apart(each, others)})`];
    }));
}
function apart({ where = {} }, namesakes) {
    const { namespace } = where;
    const same = namesakes.filter((other) => other.where?.namespace === namespace);
    return namespace !== undefined && same.length === 1 ? namespace : placesOf(where).join('/') || 'elsewhere';
}
const PLACES = ['cluster', 'namespace', 'server', 'provider', 'zone', 'directory', 'workspace', 'address'];
const placesOf = (where) => PLACES.flatMap((name) => where[name] || []);


  }),

  36693:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    YN: () => (  healthIn),
    YP: () => (  standingOf),
    rU: () => (  recoveryOf)
  });
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4771);
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);


function standingOf(outcome, { state }) {
    if (outcome === 'done')
        return { confirmed: 'resolved', unconfirmed: 'unconfirmed', contradicted: 'unhealthy' }[state];
    if (outcome === 'no-op')
        return state === 'contradicted' ? 'still-unhealthy' : 'nothing';
    if (outcome === 'failed' || outcome === 'running' || outcome === 'planned')
        return outcome;
    return 'unknown';
}
function recoveryOf({ outcome, components, integrity, smokeTests, aftermath, verificationFailed, isVerificationFailed, }) {
    const against = [
        ...(outcome === 'done' || outcome === 'no-op' ? [] : ['the rollback has not ended well']),
        ...(healthIn(aftermath) === 'unhealthy' ? [describe(aftermath)] : []),
        ...(integrity?.result === 'drift' ? ['the data differs from what it was'] : []),
        ...(smokeTests && smokeTests.passed < smokeTests.total
            ? [`${smokeTests.total - smokeTests.passed} of ${smokeTests.total} smoke tests did not pass`]
            : []),
        ...(isVerificationFailed && integrity?.result !== 'drift' ? ['the data could not be verified'] : []),
    ];
    if (against.length > 0)
        return { state: 'contradicted', because: against };
    if (healthIn(aftermath) === 'healthy')
        return { state: 'confirmed', because: [describe(aftermath)] };
    const { passed, missing } = checksOf(components, integrity);
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
        : `the check of the metrics since failed: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_1__  .Qu)(verificationFailed)}`;
}
function healthIn(assessment) {
    if (assessment?.severity === undefined || assessment.result === 'inconclusive')
        return 'unknown';
    if (assessment.severity === 'low')
        return 'unknown';
    return assessment.severity === 'none' ? 'healthy' : 'unhealthy';
}
const describe = (assessment) => (assessment?.message && (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_1__  .Qu)(assessment.message)) ?? `severity ${assessment?.severity} since`;
function checksOf(components, integrity) {
    const back = components.filter(({ configuration, outcome }) => !configuration && (outcome === 'done' || outcome === 'no-op'));
    const workloads = back.filter(({ component }) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .I)(component) === 'workload');
    const databases = back.filter(({ component }) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .I)(component) === 'database');
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


  }),

  81325:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  rS: () => (  earlierTimes),
  $H: () => (  lastTimes),
  i6: () => (  parseHistory),
  ng: () => (  runOf)
});

var external_node_fs_ = __webpack_require__(73024);
var dist = __webpack_require__(77934);
var instant = __webpack_require__(5685);
var rto = __webpack_require__(92908);
var catalogue = __webpack_require__(15379);
; 


const schema_text = dist .YjP();
const schema_instant = dist .FsL(dist .YjP(), dist .yhX(), dist .h_('RFC 3339, in UTC'));
const seconds = dist .FsL(dist .aig(), dist .Wwf(0));
const maybe = (schema) => dist .yqP(schema);
const outcome = dist .KIO(['running', 'done', 'failed', 'no-op', 'planned']);
const schema_status = dist .KIO(['started', 'done', 'no-op', 'planned', 'failed', 'skipped']);
const means = dist .KIO(catalogue .Lx);
const step = dist .Ikc({
    step: schema_text,
    means: dist .FsL(means, dist .h_('Only `restores` puts something back')),
    status: schema_status,
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    message: maybe(schema_text),
});
const component = dist .Ikc({
    component: dist .FsL(schema_text, dist .h_('As the record names it: deployment/web, ConfigMap/settings …')),
    key: dist .FsL(schema_text, dist .h_('The same with where it is before it: this one and no other')),
    name: dist .FsL(schema_text, dist .h_('For people: with what sets it apart where others are called the same')),
    from: maybe(schema_text),
    to: maybe(schema_text),
    outcome: dist .FsL(dist .KIO(['running', 'done', 'no-op', 'planned', 'failed', 'skipped']), dist .h_('`done`: it was put back, and that is proven')),
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(dist .FsL(seconds, dist .h_('From its first start to its end'))),
    message: maybe(schema_text),
    configuration: dist .FsL(dist .zMY(), dist .h_('Goes back with something else and is not counted: a ConfigMap, a resource')),
    steps: dist .YOg(step),
    isVerified: dist .FsL(dist .zMY(), dist .h_('Whether what it went back to passed a check')),
});
const schema_rto = dist .Ikc({
    component: dist .FsL(schema_text, dist .h_('Its label in the input `rto`, else the pattern')),
    pattern: dist .FsL(schema_text, dist .h_('Which components it is for, those of earlier runs too; `all` is the whole rollback')),
    target: dist .FsL(seconds, dist .h_('The objective')),
    actual: maybe(dist .FsL(seconds, dist .h_('From the start of the rollback until it was back, this time'))),
    last: maybe(dist .FsL(seconds, dist .h_('The same, the time before'))),
    lastIn: maybe(dist .FsL(schema_text, dist .h_('The environment that `last` is from, where it never went back in this one'))),
    p95: maybe(dist .FsL(seconds, dist .h_('95 of 100 earlier times were no longer'))),
    runs: dist .FsL(dist .aig(), dist .h_('How many earlier times there are')),
    state: dist .KIO(['met', 'missed', 'untested']),
});
const checklistItem = dist .Ikc({
    item: schema_text,
    state: dist .KIO(['done', 'failed', 'human', 'not-applicable']),
    evidence: maybe(schema_text),
    owner: maybe(dist .FsL(schema_text, dist .h_('Who has to do it, where it is for a human'))),
});
const run = dist .Ikc({
    id: schema_text,
    at: schema_instant,
    environment: maybe(schema_text),
    outcome: dist .KIO(['done', 'failed']),
    seconds: dist .FsL(seconds, dist .h_('The whole rollback')),
    components: dist .FsL(dist .g1P(schema_text, seconds), dist .h_('Seconds until each that is back was')),
});
const action = dist .Ikc({
    name: schema_text,
    means: maybe(means),
    part: maybe(dist .FsL(schema_text, dist .h_('The step of the whole rollback that it was: switch orders'))),
    status: schema_status,
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    message: maybe(schema_text),
});
const answer = dist .Ikc({ question: schema_text, answer: schema_text, tone: dist .KIO(['good', 'bad', 'open']) });
const assessment = dist .Ikc({
    severity: maybe(schema_text),
    decision: maybe(schema_text),
    decideBy: maybe(schema_text),
    result: maybe(schema_text),
    evidence: dist .lqM(dist .L5J()),
    message: maybe(schema_text),
});
const reportSchema = dist .FsL(dist .Ikc({
    version: dist .euz(1),
    id: schema_text,
    incident: dist .FsL(schema_text, dist .h_('What all attempts of a run have in common; else the id')),
    outcome,
    sentence: dist .FsL(schema_text, dist .h_('The result in one sentence')),
    headline: dist .FsL(schema_text, dist .h_('How it stands, at a glance')),
    standing: dist .KIO([
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
    answers: dist .FsL(dist .YOg(answer), dist .h_('What is asked first, in that order')),
    lost: maybe(dist .FsL(schema_text, dist .h_('What was lost, in few words'))),
    environment: maybe(schema_text),
    reason: maybe(schema_text),
    actor: maybe(schema_text),
    repository: maybe(schema_text),
    sha: maybe(schema_text),
    run: maybe(dist .FsL(schema_text, dist .h_('URL of the workflow run'))),
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    counts: dist .Ikc({ done: dist .aig(), failed: dist .aig(), total: dist .aig() }),
    components: dist .YOg(component),
    actions: dist .YOg(action),
    rto: dist .YOg(schema_rto),
    history: dist .FsL(dist .YOg(run), dist .h_('Earlier runs of this environment, oldest first')),
    integrity: maybe(dist .Ikc({
        result: schema_text,
        tables: maybe(dist .aig()),
        rows: maybe(dist .aig()),
        message: maybe(schema_text),
    })),
    dataLoss: dist .YOg(dist .Ikc({
        component: schema_text,
        name: schema_text,
        happened: dist .FsL(dist .zMY(), dist .h_('False where it was found out, and did not go back')),
        evidence: dist .L5J(),
    })),
    assessment: maybe(assessment),
    aftermath: maybe(assessment),
    recovery: dist .Ikc({
        state: dist .FsL(dist .KIO(['confirmed', 'unconfirmed', 'contradicted']), dist .h_('Whether something that was seen after the last change says that all is well')),
        because: dist .YOg(schema_text),
    }),
    deliveries: dist .YOg(dist .Ikc({
        sink: schema_text,
        event: maybe(schema_text),
        status: schema_status,
        isUnknown: dist .FsL(dist .zMY(), dist .h_('True where it was sent, and the receiver did not say whether it was taken')),
        at: schema_instant,
        message: maybe(schema_text),
        evidence: dist .lqM(dist .L5J()),
    })),
    checklist: dist .YOg(checklistItem),
    owners: dist .FsL(dist .YOg(dist .Ikc({
        name: schema_text,
        state: dist .KIO(['paused', 'handed back', 'not paused']),
        since: maybe(schema_instant),
        pullRequest: maybe(schema_text),
        message: maybe(schema_text),
    })), dist .h_('Who keeps what went back, such as Argo CD or Flux, and how that stands')),
    openItems: dist .YOg(dist .Ikc({ item: schema_text, owner: schema_text })),
    events: dist .FsL(dist .aig(), dist .h_('How many events of the record this derives from')),
    brokenLines: dist .FsL(dist .YOg(dist .aig()), dist .h_('Lines of the record that could not be read')),
}), dist .DDF('Rollback report'));
const runSchema = run;

; 





const MOST_RUNS = 200;
function parseHistory(content, story) {
    const lines = content.split('\n').filter((line) => line.trim() !== '');
    const all = lines.map(parseRun).filter((run) => run !== undefined);
    const earlier = all.filter((run) => run.id !== story.incident || run.environment !== story.environment);
    const [runs, elsewhere] = [true, false].map((isMine) => newestOf(earlier.filter((run) => (run.environment === story.environment) === isMine)));
    return { runs: runs ?? [], elsewhere: elsewhere ?? [], broken: lines.length - all.length };
}
const newestOf = (runs) => [...new Map(runs.map((run) => [`${run.environment} ${run.id}`, run])).values()]
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .slice(-MOST_RUNS);
function runOf(story) {
    const { incident: id, outcome, ended, seconds, environment } = story;
    if (id === undefined || ended === undefined || seconds === undefined)
        return undefined;
    if (outcome !== 'done' && outcome !== 'failed')
        return undefined;
    const times = story.components
        .filter(({ configuration }) => !configuration)
        .map((each) => [each.key, (0,rto .Bn)(story, each)])
        .filter((entry) => entry[1] !== undefined);
    const components = Object.fromEntries(times);
    return { id, at: ended, ...(environment !== undefined && { environment }), outcome, seconds, components };
}
function lastTimes(path, environment) {
    const { runs } = parseHistory(contentOf(path), { incident: undefined, environment });
    return (pattern) => runs.map((run) => (0,rto .OR)(run, pattern)).findLast((seconds) => seconds !== undefined);
}
const MOST_TIMES = 5;
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
        const parsed = dist .xLC(runSchema, JSON.parse(line));
        return parsed.success && (0,instant .u)(parsed.output.at) ? parsed.output : undefined;
    }
    catch {
        return undefined;
    }
}


  }),

  92908:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Bn: () => (  recoverySeconds),
    OR: () => (  earlierOf),
    e4: () => (  judgeObjectives),
    ov: () => (  parseObjectives)
  });
  var picomatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14006);
  var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92920);
  var _record_component_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5491);





const WHOLE = 'all';
const parseObjectives = (input) => input
    .split(/\n|,(?![^{}\n]*\})/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map(parseObjective);
function parseObjective(line) {
    const equals = line.lastIndexOf('=');
    const [text, named] = [line.slice(equals + 1).trim(), line.slice(0, Math.max(0, equals)).trim()];
    const colon = named.search(/:\s/);
    const label = colon > 0 ? named.slice(0, colon).trimEnd() : undefined;
    const pattern = named.endsWith(':') ? '' : named.slice(colon > 0 ? colon + 1 : 0).trim();
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__  .xLC((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .p0)(), text);
    if (pattern && parsed.success)
        return { component: label ?? pattern, pattern, seconds: parsed.output };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`rto\` has the line ${JSON.stringify(line)}; accepted are lines such as deployment/api=5m, video-*=10m, API: deployment/api=5m or ${WHOLE}=20m.`);
}
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
function earlierOf({ seconds, outcome, components }, pattern) {
    if (pattern === WHOLE)
        return outcome === 'done' ? seconds : undefined;
    const times = Object.entries(components)
        .filter(([key]) => matching(pattern)({ key }))
        .map(([, time]) => time);
    return times.length > 0 ? Math.max(...times) : undefined;
}
function matching(pattern) {
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_3__(pattern, { nocase: true });
    return ({ key }) => (0,_record_component_js__WEBPACK_IMPORTED_MODULE_4__  .oI)(key).some((end) => matches(end));
}
function percentile95(values) {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted[Math.ceil(0.95 * sorted.length) - 1];
}


  }),

  25019:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    KN: () => (  mayRedirect),
    Wj: () => (  isPassingStatus),
    Z9: () => (  wordsOf),
    o_: () => (  jsonOf),
    tN: () => (  send)
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31666);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39668);
  var _network_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69355);
  var _requests_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5975);







const isPassingStatus = (status) => status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
async function send(request, signal) {
    const { url, authorization } = withoutCredentials(request.url);
    try {
        const response = await follow(request, url, { ...authorization, ...request.headers }, signal);
        const { text, isCut } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_4__  .JY)(response.body ?? node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([]), request.mostBytes);
        return { status: response.status, headers: response.headers, body: text, isCut };
    }
    catch (error) {
        if (signal.aborted || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ)
            throw error;
        throw unreachable(request, error);
    }
}
async function follow(request, url, headers, signal, left = request.redirects ?? 0) {
    (0,_requests_js__WEBPACK_IMPORTED_MODULE_6__  .z)('over HTTP');
    const response = await fetch(url, {
        method: request.method ?? 'GET',
        redirect: 'manual',
        signal,
        headers: {
            'User-Agent': 'rollback-actions',
            ...headers,
            ...(request.method === 'POST' && { Connection: 'close' }),
        },
        ...(request.body !== undefined && { body: request.body }),
    });
    const location = response.headers.get('location');
    if (left === 0 || ![301, 302, 303, 307, 308].includes(response.status) || location === null)
        return response;
    await response.body?.cancel();
    const next = URL.parse(location, url.href);
    if (!next || !mayRedirect(url, next))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${request.peer ?? request.url.host} redirects to where it is not followed; give the address that it leads to.`);
    const stays = next.origin === url.origin;
    return follow(request, withoutCredentials(next).url, stays ? headers : {}, signal, left - 1);
}
function mayRedirect(from, to) {
    if (to.protocol !== 'https:' && (to.protocol !== 'http:' || from.protocol === 'https:'))
        return false;
    return !isMetadata(to.hostname) && (isInternal(from.hostname) || !isInternal(to.hostname));
}
const isInternal = (host) => /^(localhost|[^.]+\.localhost|0\.0\.0\.0|127\.[\d.]+|\[::1?\]|\[::ffff:7f[\da-f:]+\])\.?$/.test(host);
const isMetadata = (host) => /^(169\.254\.[\d.]+|metadata(\.google\.internal)?|\[(fe[89ab]|fd00:ec2:|::ffff:a9fe:)[\da-f:]*\])\.?$/.test(host);
function withoutCredentials(given) {
    const url = new URL(given);
    if (url.username === '' && url.password === '')
        return { url, authorization: {} };
    const pair = `${decoded(url.username)}:${decoded(url.password)}`;
    url.username = '';
    url.password = '';
    return { url, authorization: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
function jsonOf(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
function wordsOf(body, most = 200) {
    const words = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__  .Ir)(body, 4 * most)
        .replace(/\s+/g, ' ')
        .trim();
    if (words === '')
        return '';
    return words.startsWith('<') ? ', an HTML page' : `: ${words.slice(0, most)}`;
}
function unreachable({ peer, check, url }, error) {
    const remedy = check ? `; check ${check} and the network of the runner.` : '';
    const sentence = `${peer ?? url.host} cannot be reached: ${(0,_network_js__WEBPACK_IMPORTED_MODULE_5__  .N4)(error)}${remedy}`;
    return (0,_network_js__WEBPACK_IMPORTED_MODULE_5__  .dJ)(error)
        ? new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(sentence, { cause: error })
        : new _base_retry_js__WEBPACK_IMPORTED_MODULE_3__  .aB(sentence, { mayBeDone: !(0,_network_js__WEBPACK_IMPORTED_MODULE_5__  .Xm)(error), cause: error });
}


  }),

  1807:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    HB: () => (  unreachable),
    WG: () => (  isPassing),
    hD: () => (  ApiError),
    lE: () => (  CredentialsError)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4771);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39668);
  var _http_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25019);
  var _network_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69355);








const MAX_ERROR_BYTES = 64 * 1024;
const LONGEST_MESSAGE = 2000;
class ApiError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    status;
    reason;
    retryAfterMs;
    constructor(status, reason, message, retryAfterMs = 0) {
        super(message);
        this.name = 'ApiError';
        this.status = status;
        this.reason = reason;
        this.retryAfterMs = retryAfterMs;
    }
    get isLimit() {
        return this.status === 429;
    }
    static async from(response) {
        const status = response.statusCode ?? 0;
        const { text: body } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_4__  .JY)(response, MAX_ERROR_BYTES);
        const { message, reason } = parseStatus(body);
        const words = status === 401 && reason === 'Unauthorized'
            ? 'The API server does not accept the credentials of the kubeconfig (401 Unauthorized); renew them.'
            : message;
        return new ApiError(status, reason ?? '', words?.slice(0, LONGEST_MESSAGE) ?? `HTTP ${status}: ${(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .Ir)(body, 200)}`, Math.min((0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .Vs)(response.headers['retry-after']), _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.API_SERVER_LONGEST_LIMIT_MS));
    }
}
class CredentialsError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    constructor(command, error) {
        const isMissing = error.code === 'ENOENT';
        const lastLine = (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_7__  .Qu)(error.message.trim().split('\n').at(-1) ?? '').trim();
        const reason = isMissing
            ? 'there is no such program on the runner'
            : lastLine || 'it failed and said nothing';
        super(`The credential plugin ${command} of the kubeconfig gives no credentials: ${reason}; ${isMissing ? 'install it' : 'log in'} with a step before this one.`, { cause: error });
        this.name = 'CredentialsError';
    }
    static from(config, error) {
        const command = config.getCurrentUser()?.exec?.command;
        const isSetting = /^(HTTP protocol is not allowed|Unsupported proxy)/.test(error.message);
        return command === undefined || isSetting ? error : new CredentialsError(command, error);
    }
}
function parseStatus(body) {
    try {
        const { message, reason } = (JSON.parse(body) ?? {});
        return {
            ...(typeof message === 'string' && { message }),
            ...(typeof reason === 'string' && { reason }),
        };
    }
    catch {
        return {};
    }
}
function isPassing(error) {
    if (error instanceof ApiError)
        return (0,_http_client_js__WEBPACK_IMPORTED_MODULE_5__  .Wj)(error.status);
    if (error instanceof CredentialsError)
        return error.cause.code !== 'ENOENT';
    return !(0,_network_js__WEBPACK_IMPORTED_MODULE_6__  .dJ)(error) && !/HTTP protocol is not allowed/.test((0,_network_js__WEBPACK_IMPORTED_MODULE_6__  .OI)(error).message);
}
function unreachable(server, error) {
    const reason = (0,_network_js__WEBPACK_IMPORTED_MODULE_6__  .N4)(error, 'its certificate is not signed by the CA in the kubeconfig');
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The Kubernetes API server ${server} cannot be reached: ${reason}; check the server in the kubeconfig and the network of the runner.`, { cause: error });
}


  }),

  69355:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    N4: () => (  unreachableReason),
    OI: () => (  innermost),
    U9: () => (  isLoopback),
    Xm: () => (  wasUnsent),
    dJ: () => (  isLasting),
    yN: () => (  isLastingCode)
  });
const STRANGER = 'its certificate is signed by an unknown authority; give NODE_EXTRA_CA_CERTS';
const WORDS = {
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the connection was cut',
    EPIPE: 'the connection was cut',
    UND_ERR_SOCKET: 'the connection was cut',
    ENOTFOUND: 'the name does not resolve',
    EAI_AGAIN: 'the name does not resolve',
    EHOSTUNREACH: 'there is no route to it',
    ENETUNREACH: 'there is no route to it',
    ETIMEDOUT: 'no answer',
    UND_ERR_CONNECT_TIMEOUT: 'no answer',
    UND_ERR_HEADERS_TIMEOUT: 'no answer',
    UND_ERR_BODY_TIMEOUT: 'no answer',
    EPROTO: 'it does not speak TLS',
    ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS',
    DEPTH_ZERO_SELF_SIGNED_CERT: STRANGER,
    SELF_SIGNED_CERT_IN_CHAIN: STRANGER,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: STRANGER,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: STRANGER,
    CERT_HAS_EXPIRED: 'its certificate has expired',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};
function unreachableReason(error, stranger = STRANGER) {
    const { name, code = '', message } = innermost(error);
    if (name === 'TimeoutError')
        return 'no answer';
    const words = WORDS[code];
    return words === STRANGER ? stranger : (words ?? (message.split('\n')[0] || code));
}
function innermost(error) {
    const { cause } = error;
    return typeof cause === 'object' && cause !== null ? innermost(cause) : error;
}
const isLasting = (error) => isLastingCode(innermost(error).code ?? '');
const isLastingCode = (code) => /CERT|SIGNED|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO|ENOTFOUND|UND_ERR_INVALID/.test(code);
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
function wasUnsent(error) {
    const { code = '', syscall, message } = innermost(error);
    return (syscall === 'connect' ||
        UNSENT.includes(code) ||
        code === 'UND_ERR_CONNECT_TIMEOUT' ||
        /before secure TLS connection/.test(message) ||
        isLastingCode(code));
}
const isLoopback = (host) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);


  }),

  5975:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    I: () => (  requestsMade),
    z: () => (  countRequest)
  });
const counts = new Map();
const countRequest = (to) => {
    counts.set(to, (counts.get(to) ?? 0) + 1);
};
const requestsMade = () => {
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    const total = sorted.reduce((sum, [, count]) => sum + count, 0);
    return { total, summary: sorted.map(([to, count]) => `${count} ${to}`).join(', ') };
};


  }),

  24004:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  main: () => (  main),
  remind: () => (  remind),
  resumeTraffic: () => (  resumeTraffic),
  statusOf: () => (  statusOf)
});

var rto = __webpack_require__(30592);
var report_history = __webpack_require__(81325);
var judged = __webpack_require__(7156);
var markdown = __webpack_require__(26963);
var sentence = __webpack_require__(4771);
var recovery = __webpack_require__(36693);
var rollback_values = __webpack_require__(1659);
; 




const ICONS = {
    done: '✅',
    'no-op': '☑️',
    planned: '📝',
    failed: '❌',
    skipped: '⏭️',
    declined: '☑️',
};
const BACK = ['switch', 'roll back', 'apply', 'clear'];
function sentenceOf(environment, results, seconds) {
    const declined = results.find(({ outcome }) => outcome === 'declined');
    const resumed = results
        .filter(({ step, outcome }) => step.verb === 'resume' && outcome === 'done')
        .map(({ message }) => (0,sentence .Qu)(message));
    if (declined)
        return resumed.length > 0
            ? `${resumed.join('; ')}; nothing was rolled back in ${environment}: ${declined.message}`
            : `Nothing was rolled back in ${environment}: ${declined.message}`;
    const parts = results.filter(({ step }) => BACK.includes(step.verb));
    const back = parts.filter((part) => isBack(part) && isProven(part, results));
    const names = listOf(back.map(({ step }) => step.component ?? ''));
    const [first] = results.filter(rollback_values .N6);
    if (!first) {
        const doubt = doubtIn(results);
        if (back.some(({ outcome }) => outcome === 'done'))
            return `Rolled ${environment} back in ${seconds.toFixed(1)} s: ${names}${doubt}.`;
        const right = `${names} ${back.length === 1 ? 'is where it' : 'are where they'} should be${doubt}.`;
        return resumed.length > 0
            ? `Finished the rollback of ${environment}: ${resumed.join('; ')}; ${right}`
            : `Nothing to roll back in ${environment}: ${right}`;
    }
    const cause = (0,sentence .Qu)(first.message.replace(/^Nothing was changed: /, ''));
    const failure = `"${first.step.name}" failed: ${cause}`;
    const begun = parts.some(({ outcome }) => outcome !== 'skipped');
    if (!begun)
        return resumed.length > 0
            ? `${resumed.join('; ')}; nothing else was changed in ${environment}: ${failure}.`
            : `Nothing was changed in ${environment}: ${failure}.`;
    return `The rollback of ${environment} failed: ${back.length} of ${parts.length} components are back${names ? ` (${names})` : ''}; ${failure}.`;
}
const isBack = ({ outcome }) => outcome === 'done' || outcome === 'no-op';
const isProven = ({ step: { verb, component } }, results) => {
    const own = results.filter(({ step }) => step.component === component);
    if (verb === 'roll back')
        return own.filter(({ step }) => step.verb === 'health').every(isBack);
    return !own.some(({ step, outcome, outputs }) => step.verb === 'compare' && outcome === 'failed' && 'report' in outputs);
};
function doubtIn(results) {
    const look = results.find(({ step }) => step.verb === 'verify recovery');
    if (!look)
        return '';
    const { outcome, result, message, outputs } = look;
    const severity = typeof outputs.severity === 'string' ? outputs.severity : undefined;
    const health = (0,recovery .YN)({ severity, result });
    const found = (0,sentence .Qu)(message);
    if (health === 'healthy')
        return '';
    if (health === 'unhealthy')
        return `; still not healthy: ${found}`;
    return `; not confirmed healthy: ${outcome === 'failed' ? 'the check of the metrics since failed: ' : ''}${found}`;
}
function summaryOf(sentence, results) {
    const rows = results.map(({ step, outcome, start, seconds, message }) => [
        `${ICONS[outcome]} ${outcome}`,
        (0,markdown .tJ)(step.name),
        outcome === 'skipped' ? '' : `${start.toFixed(1)} s`,
        outcome === 'skipped' ? '' : `${seconds.toFixed(1)} s`,
        (0,markdown .tJ)(message),
    ]);
    return `## ${(0,markdown .tJ)(sentence)}\n\n${(0,markdown .tp)(['', 'Step', 'Start', 'Took', ''], rows)}\n`;
}
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
function planSummary(sentence, plan, results) {
    const details = [...results.values()].flatMap(({ step, summary }) => summary ? [`<details><summary>${(0,markdown .tJ)(step.name)}</summary>\n\n${summary.trim()}\n\n</details>`] : []);
    const rows = plan.map(({ step, action, after, plan: what = '', last }) => [
        (0,markdown .tJ)(step),
        (0,markdown .aY)(action),
        after.map(markdown .tJ).join(', '),
        (0,markdown .tJ)(what),
        last === undefined ? '' : `${last.toFixed(1)} s`,
    ]);
    const head = ['Step', 'Action', 'After', 'What would be done', 'Last time'];
    return `${[`## ${(0,markdown .tJ)(sentence)}`, (0,markdown .tp)(head, rows), ...details].join('\n\n')}\n`;
}
const listOf = (names) => names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');

var errors = __webpack_require__(45145);
var settled = __webpack_require__(71501);
var lease = __webpack_require__(64908);
var action = __webpack_require__(99297);
; 


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
            ...(rest.result && { result: rest.result }),
            outputs: rest.outputs ?? {},
            summary: rest.summary,
        });
        const obstacle = obstacleTo(step, before);
        if (obstacle)
            return resultWith(obstacle.outcome, obstacle.message);
        const performed = await attempt(() => perform(step, results));
        return performed.result === 'declined'
            ? resultWith('declined', performed.message)
            : resultWith(action .P[performed.result], performed.message, performed);
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
async function attempt(perform) {
    try {
        return await perform();
    }
    catch (error) {
        const message = error instanceof errors .lZ ? error.message : `${(0,errors .bD)(error)} (this is a bug)`;
        return { result: 'failed', message };
    }
}
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
    const cause = missing.outcome === 'failed' ? `"${missing.step.name}" failed` : missing.message;
    return { outcome: 'skipped', message: cause };
}

; 
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
const stepLine = ({ step, outcome, message, seconds }) => `${{ done: '✓', 'no-op': '✓', planned: '·', failed: '✗', skipped: '-', declined: '·' }[outcome]} ${step.name}: ${outcome} in ${seconds.toFixed(1)} s — ${message}`;

var decision = __webpack_require__(90025);
var perform = __webpack_require__(47684);
var rights = __webpack_require__(46198);
var rollback_updates = __webpack_require__(85835);
var whole = __webpack_require__(29477);
; 












async function checkInputs(request, steps, context) {
    for (const step of steps)
        await (0,perform .LQ)(step, request, new Map(), context);
    const warnings = steps.flatMap(({ action, component }) => request.environment.defaultsFor(action, component).warnings);
    const bake = steps.some(({ verb }) => verb === 'assess') && request.environment.defaultsFor('assess').values.bake;
    if (bake)
        warnings.push(`environments.${request.environment.name}.assess has \`bake: ${bake}\`, and a rollback would wait that long for its judgement; give it to the workflow that watches the deploy.`);
    if (request.decide === 'caller' && request.passed['quick-fix'] !== undefined)
        warnings.push('Input `quick-fix` is not used, because the caller has decided; with `decide: assess` there is time for one.');
    if (request.decide === 'assess' && !(0,whole .yD)(request))
        warnings.push(`environments.${request.environment.name} has no service and no database with \`quiesce\`, so no cluster keeps a question: where a person has to decide, they are asked once, and no reminder will be sent (docs/decide.md).`);
    for (const warning of new Set(warnings))
        context.log.warn(warning);
    const databases = request.components.filter(({ kind }) => kind === 'database');
    for (const { name } of databases) {
        const { confirm } = (0,rollback_values .sm)((0,whole .au)(steps, `switch ${name}`), request);
        if (confirm === undefined && !context.dryRun)
            throw new errors .lZ(`Input \`confirm\` is missing: type the name of the database to say that you mean it, or put it into the component ${name} where the environment's approval is enough.`);
    }
}
async function plan(request, steps, context) {
    if (context.checksWritePermissions) {
        const connection = await (0,whole .ao)(request, context);
        await (0,rights .I)(connection, (0,whole .I7)(request, steps), context).finally(() => connection?.client.close());
    }
    const plans = steps
        .filter(({ verb }) => verb === 'plan')
        .map((step) => ({ ...step, after: [], afterAnyOutcome: [] }));
    const log = chainLog(context.log);
    const results = await runChain({
        steps: plans,
        perform: (step, before) => (0,perform .y9)(step, request, before, { ...context, log: log.of(step) }),
        onEnd: (result) => context.log.info(stepLine(result)),
    });
    log.fromTopToBottom(results.values());
    return results;
}
async function rollBack(request, steps, context, verdict) {
    const connection = await (0,whole .ao)(request, context);
    const answered = async (lock, { began, free }) => {
        if (began !== undefined)
            context.record({
                ...{ component: 'attempt', step: 'take over', status: 'done', evidence: { began } },
                message: `An earlier attempt of this rollback, which died, began at ${began}; times count from there.`,
            });
        const by = verdict ? 'assess' : starter();
        const end = await (0,decision .ZF)(connection, request, by, context);
        const results = await runSteps(request, steps, context, { verdict, lock, free });
        await end(![...results.values()].some(rollback_values .N6));
        return results;
    };
    try {
        if (verdict?.is === 'stay')
            return await runSteps(request, steps, context, { verdict });
        await (0,rights .I)(connection, (0,whole .I7)(request, steps), context);
        if (!connection)
            return await runSteps(request, steps, context, { verdict });
        return await (0,lease .pS)(connection, (0,lease .Vx)(connection, context.environment), context, answered);
    }
    finally {
        connection?.client.close();
    }
}
async function runSteps(request, steps, context, { verdict, lock, free }) {
    const signal = lock ? AbortSignal.any([context.signal, lock]) : context.signal;
    const live = await liveOf(request, steps, context);
    const record = (event) => {
        context.record(event);
        live?.seen(event);
    };
    const inner = { ...context, signal, record, lock };
    const updates = (0,rollback_updates .H)(() => (0,perform .me)('progress', 'update', request, inner), (error) => context.log.warn(`The promised update did not reach all channels: ${(0,errors .bD)(error)}`));
    const log = chainLog(context.log);
    try {
        const results = await runChain({
            steps,
            perform: async (step, results) => {
                if (step.verb === 'assess' && verdict)
                    return (0,judged .Nq)(verdict);
                if (step.verb === 'verify recovery')
                    await free?.();
                if (step.verb === 'notify end')
                    await Promise.all([updates.end(), live?.end()]);
                return (0,perform .y9)(step, request, results, { ...inner, log: log.of(step) });
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
const starter = () => process.env.GITHUB_TRIGGERING_ACTOR || process.env.GITHUB_ACTOR || 'An unknown person';
async function resumePaused(request, steps, context) {
    const givers = steps.filter(({ verb }) => ['switch', 'apply'].includes(verb));
    const given = (0,settled .vd)(givers.map(async (step) => {
        const { action, inputs } = await (0,perform .LQ)(step, request, new Map(), context);
        await action.post?.(inputs, context);
    }));
    await given.finally(() => giveLockBack(request, context));
}
async function rollbackUnderWay(request, context) {
    const connection = await (0,whole .ao)(request, context);
    if (!connection)
        throw new errors .lZ(`${request.environment.path}: environments.${request.environment.name} has no service and no database with \`quiesce\`, so no cluster keeps its lock: whether a rollback is under way is unknown.`);
    try {
        return await (0,lease .Kd)(connection, (0,lease .Vx)(connection, context.environment));
    }
    finally {
        connection.client.close();
    }
}
async function giveLockBack(request, context) {
    const connection = await (0,whole .ao)(request, context);
    if (!connection)
        return;
    await (0,lease .F6)(connection, (0,lease .Vx)(connection, context.environment), context);
    connection.client.close();
}
async function liveOf(request, steps, context) {
    const step = steps.find(({ verb }) => verb === 'notify start');
    const values = step && (0,rollback_values .sm)(step, request);
    if (!values?.['slack-token'])
        return undefined;
    const { liveProgress } = await Promise.all( [__webpack_require__.e(8694), __webpack_require__.e(9802), __webpack_require__.e(4672), __webpack_require__.e(1296), __webpack_require__.e(8669)]).then(__webpack_require__.bind(__webpack_require__, 68669));
    return liveProgress(values, context, request.runUrl);
}

var external_node_fs_ = __webpack_require__(73024);
var dist = __webpack_require__(77934);
; 



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
const repository = dist .Ikc({ full_name: dist .YjP() });
const payload = dist .Ikc({
    pull_request: dist .lqM(dist .Ikc({ head: dist .Ikc({ repo: dist .cl6(repository) }) })),
    workflow_run: dist .lqM(dist .Ikc({ event: dist .YjP(), head_repository: dist .cl6(repository) })),
});
function refuseStrangers({ GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_REPOSITORY, }) {
    if (GITHUB_EVENT_NAME === undefined)
        return;
    const { pull_request, workflow_run } = payloadIn(GITHUB_EVENT_PATH);
    const event = workflow_run?.event ?? GITHUB_EVENT_NAME;
    const isForked = (pull_request !== undefined && pull_request.head.repo?.full_name !== GITHUB_REPOSITORY) ||
        (workflow_run !== undefined && workflow_run.head_repository?.full_name !== GITHUB_REPOSITORY);
    if (!ANYBODY.includes(event) && !isForked)
        return;
    throw new errors .lZ(`This run was started by ${isForked ? 'a fork' : `the event ${event}, which anyone can cause`}, so it does not touch production: start it from a push, a schedule, a release, a deployment or a dispatch (docs/triggers.md).`);
}
function payloadIn(path) {
    try {
        const parsed = dist .xLC(payload, JSON.parse((0,external_node_fs_.readFileSync)(path ?? '', 'utf8')));
        return parsed.success ? parsed.output : {};
    }
    catch {
        return {};
    }
}

; 








async function main(request, isPlan, context) {
    const steps = (0,whole .B_)(request);
    const dry = isPlan || context.dryRun;
    await checkInputs(request, steps, { ...context, dryRun: dry });
    if (dry)
        return planned(request, steps, { ...context, dryRun: true, checksWritePermissions: !context.dryRun });
    refuseStrangers(process.env);
    const begun = performance.now();
    const verdict = await (0,judged .Kk)(request, steps, context);
    if (verdict?.is === 'asked')
        return verdict.outcome;
    const cleanedUp = context.registerCleanup();
    const results = [...(await rollBack(request, steps, context, verdict)).values()];
    if (!results.some(({ step, outcome }) => step.verb === 'resume' && outcome === 'failed'))
        cleanedUp();
    return outcomeOf(request, results, (performance.now() - begun) / 1000, context);
}
async function remind(request, context) {
    return (0,judged .T3)(request, (0,whole .B_)(request), context);
}
async function resumeTraffic(request, context) {
    await resumePaused(request, (0,whole .B_)(request), context);
}
async function statusOf(request, context) {
    const found = await rollbackUnderWay(request, context);
    const outputs = { record: context.recordPath };
    if (!found)
        return { result: 'no-op', message: 'No rollback is under way.', outputs };
    const message = `Rollback ${found.holder} has been under way since ${found.since}; deploy when it is over.`;
    return { result: 'failed', message, outputs };
}
async function planned(request, steps, context) {
    const results = await plan(request, steps, context);
    const { environment, components, passed: given } = request;
    const history = given.history ?? environment.defaultsFor('report').values.history;
    const lastOf = (0,report_history .$H)(history, environment.name);
    const kindOf = (name) => components.find((each) => each.name === name)?.kind;
    const last = (name) => {
        const kind = kindOf(name);
        return kind && lastOf(rto .$[kind]);
    };
    const stopped = (name) => kindOf(name) === 'database'
        ? ((0,rollback_values .zc)(request, 'rollback-db', name).quiesce ?? '').split(/[\s,]+/).join(', ')
        : '';
    const planned = planOf(steps, results, last, stopped);
    const named = components.map(({ name, kind }) => ({ name, kind }));
    const refused = [...results.values()].find(({ outcome }) => outcome === 'failed');
    const message = refused
        ? `The rollback of ${environment.name} would not begin: "${refused.step.name}" failed: ${refused.message}`
        : `Planned: ${planned.length} ${planned.length === 1 ? 'step' : 'steps'} for ${components.map(({ name }) => name).join(', ')} of ${environment.name}; nothing was changed.`;
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
function outcomeOf({ environment }, results, seconds, { recordPath }) {
    const message = sentenceOf(environment.name, results, seconds);
    const outputOf = (verb, name) => results.find(({ step }) => step.verb === verb)?.outputs[name] ?? '';
    const [severity, decision] = ['severity', 'decision'].map((name) => outputOf('assess', name));
    const [rto, report, html] = ['rto', 'report', 'html'].map((name) => outputOf('report', name));
    const steps = results.map(toOutput);
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
        summary: `${summaryOf(message, results)}\n${page}`,
    };
}
const workloadsOf = (results) => results.filter(({ step }) => step.verb === 'roll back').flatMap(({ outputs }) => outputs.workloads ?? []);
function ownersOf(results) {
    const services = results.map(({ outputs }) => outputs).filter(({ owners }) => owners !== undefined);
    return {
        owners: services.flatMap(({ owners }) => owners),
        lasting: services.every(({ lasting }) => lasting !== false),
        pullRequest: services.flatMap((outputs) => outputs['pull-request'] || []).join(' '),
    };
}
const toOutput = ({ step, outcome, start, seconds, message }) => ({
    step: step.name,
    outcome,
    start: Number(start.toFixed(3)),
    seconds: Number(seconds.toFixed(3)),
    message,
});
function resultOf(results) {
    if (results.some(rollback_values .N6))
        return 'failed';
    return results.some(isChange) ? 'done' : 'no-op';
}
const isChange = ({ step, outcome }) => outcome === 'done' && [...BACK, 'resume'].includes(step.verb);


  })

};
;
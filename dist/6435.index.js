"use strict";
exports.id = 6435;
exports.ids = [6435];
exports.modules = {

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

  88031:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    k: () => (  testMail),
    s: () => (  sendMail)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4771);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
  var _network_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69355);






async function sendMail(smtpUrl, mail, budget) {
    const url = urlOf(smtpUrl);
    const sending = { begun: false };
    const once = async (signal) => {
        sending.begun = false;
        const transport = await transportTo(smtpUrl, sending);
        signal.throwIfAborted();
        const close = () => transport.close();
        signal.addEventListener('abort', close, { once: true });
        try {
            const { response, rejected } = await transport.sendMail(mail).catch((error) => {
                throw explained(url, error, sending.begun);
            });
            if (rejected.length > 0)
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The mail server ${url.host} took the mail, but not for ${rejected.join(', ')}; check \`email-to\`.`);
            return response;
        }
        finally {
            signal.removeEventListener('abort', close);
            close();
        }
    };
    const sent = budget.spend(`The mail server (${url.host})`, once, {
        repeatable: false,
        isSent: () => sending.begun,
    });
    return sent.catch((error) => {
        throw sending.begun ? error : aboutPort25(url, error);
    });
}
function aboutPort25({ protocol, port }, error) {
    if (protocol !== 'smtp:' || port !== '25' || !(error instanceof _base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .aB))
        return error;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_5__  .Qu)(error.message)}; GitHub's runners and most clouds block port 25: give the port for clients, 587 or 465.`, { cause: error });
}
async function testMail(smtpUrl, budget) {
    const url = urlOf(smtpUrl);
    const once = async (signal) => {
        const transport = await transportTo(smtpUrl, { begun: false });
        signal.throwIfAborted();
        const close = () => transport.close();
        signal.addEventListener('abort', close, { once: true });
        try {
            await transport.verify().catch((error) => {
                throw explained(url, error, false);
            });
        }
        finally {
            signal.removeEventListener('abort', close);
            close();
        }
    };
    const tested = budget.spend(`The mail server (${url.host})`, once, { repeatable: true });
    return tested.catch((error) => {
        throw aboutPort25(url, error);
    });
}
async function transportTo(smtpUrl, sending) {
    const { createTransport } = await __webpack_require__.e(  6739).then(__webpack_require__.bind(__webpack_require__, 16739));
    return createTransport({
        url: smtpUrl,
        requireTLS: hasSecret(urlOf(smtpUrl)),
        connectionTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.SMTP_CONNECT_MS,
        greetingTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.SMTP_CONNECT_MS,
        dnsTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.SMTP_CONNECT_MS,
        socketTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.SINK_SECONDS * 1000,
        disableFileAccess: true,
        disableUrlAccess: true,
        logger: dataWatcher(sending),
        transactionLog: true,
    });
}
const hasSecret = ({ password, hostname }) => password !== '' && !(0,_network_js__WEBPACK_IMPORTED_MODULE_4__  .U9)(hostname);
function urlOf(smtpUrl) {
    const url = URL.parse(smtpUrl);
    if (/^smtps?:\/\/[^@]*\/[^@]*@/.test(smtpUrl))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `smtp-url` has a / in its user or password; write it percent-encoded, as %2F.');
    if (url?.protocol === 'smtp:' || url?.protocol === 'smtps:')
        return url;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `smtp-url` is not a URL of the form smtp://user:password@host:587 or smtps://….');
}
function dataWatcher(sending) {
    const hear = (entry, message) => {
        if (entry.tnx === 'client' && message === 'DATA')
            sending.begun = true;
    };
    return { level() { }, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}
function portHint({ protocol, port }) {
    if (protocol === 'smtp:' && port === '465')
        return 'port 465 speaks TLS from the start: write smtps://';
    return protocol === 'smtps:' && port === '587' ? 'port 587 starts without TLS: write smtp://' : undefined;
}
function explained(url, error, isSent) {
    const { host } = url;
    const { code, responseCode, response, message } = error;
    const reply = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(response ?? message)
        .split('\n')[0]
        ?.slice(0, 200);
    const sentence = `The mail server ${host} did not take the mail (${reply})`;
    const hint = portHint(url);
    if (hint !== undefined && responseCode === undefined)
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${sentence}; ${hint}.`);
    if (code === 'EAUTH')
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${sentence}; check user and password in \`smtp-url\`.`);
    if (code === 'EENVELOPE' && (responseCode ?? 0) >= 500)
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${sentence}; check \`email-from\` and \`email-to\`.`);
    if (code === 'ETLS' && /upgrading/i.test(message))
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${sentence}; it does not offer STARTTLS, and a password is not sent without: give smtps://… or another port, or \`?requireTLS=false\` at the end of \`smtp-url\` where it may be read on the way.`);
    if (code === 'ETLS' || /certificate/i.test(message))
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${sentence}; its TLS does not work or its certificate is not trusted.`);
    if ((responseCode ?? 0) >= 500)
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${sentence}.`);
    return new _base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .aB(`${sentence}; it does not take mails at the moment.`, {
        mayBeDone: isSent && responseCode === undefined,
    });
}


  })

};
;
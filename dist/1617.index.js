export const id = 1617;
export const ids = [1617];
export const modules = {

/***/ 92627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ assess_action)
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
// EXTERNAL MODULE: ./build/base/values.js
var values = __webpack_require__(92920);
// EXTERNAL MODULE: ./build/base/slashes.js
var slashes = __webpack_require__(71581);
;// CONCATENATED MODULE: ./build/systems/prometheus/address.js


/**
 * Reads a URL that may hold a user and a password, and the lines `X-Scope-OrgID: shop`. What is secret of it is masked.
 *
 * @throws ActionError where either is not what it should be
 */
function parseAddress(given, mask) {
    const url = URL.parse(given.url);
    if (!url || !/^https?:$/.test(url.protocol))
        throw new errors/* ActionError */.lZ(`Input \`${given.input}\` is not an HTTP or HTTPS address.`);
    const [user, password] = [decoded(url.username, given.input), decoded(url.password, given.input)];
    const lines = given.headers ?? [];
    // Every credential travels in one, and servers say in their errors what they were sent.
    for (const line of lines)
        mask(line);
    const headers = Object.fromEntries(lines.map(parseHeader));
    if (password)
        mask(password);
    const basic = `${user}:${password}`;
    const encoded = Buffer.from(basic).toString('base64');
    if (url.username)
        mask(encoded);
    const authorization = given.token ? `Bearer ${given.token}` : url.username ? `Basic ${encoded}` : undefined;
    return {
        url: (0,slashes/* withoutEndSlashes */.h)(`${url.origin}${url.pathname}`),
        ...(url.search.length > 1 && { query: url.search.slice(1) }),
        headers: { ...headers, ...(authorization && { Authorization: authorization }) },
    };
}
function decoded(text, input) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        throw new errors/* ActionError */.lZ(`Input \`${input}\` has a user or password with a % that is not percent-encoding; write %25 for it.`);
    }
}
function parseHeader(line) {
    const [, name = '', value = ''] = /^([A-Za-z0-9-]+)\s*:\s*([\x21-\x7e][\x20-\x7e]*)$/.exec(line) ?? [];
    if (!name)
        throw new errors/* ActionError */.lZ('Input `prometheus-headers` has a line that is not a header; accepted are lines such as X-Scope-OrgID: shop.');
    return [name, value];
}

;// CONCATENATED MODULE: ./build/systems/prometheus/alerts.js


const labels = dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP());
const seconds = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* transform */.pdi((text) => Date.parse(text) / 1000), dist/* finite */.E2x());
const prometheus = dist/* object */.Ikc({
    status: dist/* literal */.euz('success'),
    warnings: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
    data: dist/* object */.Ikc({
        alerts: dist/* array */.YOg(dist/* object */.Ikc({ labels, state: dist/* string */.YjP(), activeAt: dist/* optional */.lqM(seconds) })),
    }),
});
const alertmanager = dist/* array */.YOg(dist/* object */.Ikc({
    labels,
    startsAt: seconds,
    endsAt: seconds,
    status: dist/* object */.Ikc({
        state: dist/* string */.YjP(),
        silencedBy: dist/* array */.YOg(dist/* string */.YjP()),
        inhibitedBy: dist/* array */.YOg(dist/* string */.YjP()),
        mutedBy: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
    }),
}));
/**
 * The alerts that fire in an answer of Prometheus' /api/v1/alerts; undefined where it is not one.
 *
 * @throws ActionError where the answer itself says that it may not be whole: an alert may be in the part that is missing
 */
function alertsOfPrometheus(body) {
    const parsed = dist/* safeParse */.xLC(prometheus, body);
    if (!parsed.success)
        return undefined;
    const [warning] = parsed.output.warnings ?? [];
    if (warning !== undefined)
        throw new errors/* ActionError */.lZ(`the answer may not be whole: ${warning}`);
    const firing = parsed.output.data.alerts.filter(({ state }) => state === 'firing');
    return firing.map(({ labels, activeAt = 0 }) => ({ labels, since: activeAt }));
}
/** The same in an answer of Alertmanager's /api/v2/alerts. `now` in Unix seconds. */
function alertsOfAlertmanager(body, now) {
    const parsed = dist/* safeParse */.xLC(alertmanager, body);
    if (!parsed.success)
        return undefined;
    const firing = parsed.output.filter(({ status, endsAt }) => 
    // Alertmanager 0.25 and older say `active` before they have looked for silences: `unprocessed`.
    status.state === 'active' &&
        endsAt > now &&
        [status.silencedBy, status.inhibitedBy, status.mutedBy ?? []].every((list) => list.length === 0));
    return firing.map(({ labels, startsAt }) => ({ labels, since: startsAt }));
}
/** True where an alert has all of these labels. */
const hasLabels = (alert, wanted) => Object.entries(wanted).every(([name, value]) => Object.hasOwn(alert.labels, name) && alert.labels[name] === value);
/** Reads `action=rollback`, one label an item. @throws ActionError where one is none */
function parseLabels(items) {
    const pairs = items
        .filter((item) => item !== 'none')
        .map((item) => {
        const [, name = '', value = ''] = /^([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(?!\s)"?([^"]*)"?$/.exec(item) ?? [];
        if (!name)
            throw new errors/* ActionError */.lZ(`Input \`alerts\` has ${JSON.stringify(item)}; accepted are labels such as action=rollback, and none.`);
        return [name, value];
    });
    return Object.fromEntries(pairs);
}

;// CONCATENATED MODULE: ./build/systems/prometheus/answer.js

/** How an info begins (Prometheus' util/annotations). */
const INFO = 'PromQL info:';
const sample = dist/* tuple */.PVZ([dist/* number */.aig(), dist/* string */.YjP()]);
const answer_labels = dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP());
const answer = dist/* object */.Ikc({
    status: dist/* literal */.euz('success'),
    data: dist/* variant */.Oxt('resultType', [
        dist/* object */.Ikc({
            resultType: dist/* literal */.euz('vector'),
            result: dist/* array */.YOg(dist/* union */.KCZ([
                dist/* object */.Ikc({ metric: answer_labels, value: sample }),
                dist/* object */.Ikc({ metric: answer_labels, histogram: dist/* unknown */.L5J() }),
            ])),
        }),
        dist/* object */.Ikc({ resultType: dist/* literal */.euz('scalar'), result: sample }),
        dist/* object */.Ikc({ resultType: dist/* picklist */.KIO(['matrix', 'string']), result: dist/* unknown */.L5J() }),
    ]),
    warnings: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
    isPartial: dist/* optional */.lqM(dist/* boolean */.zMY()),
});
/**
 * The one number that an instant query gives. No series is not zero, NaN is the quotient of two zeros, and a warning
 * says that a part of the data is missing (Thanos, Mimir and remote reads say it so, VictoriaMetrics by `isPartial`):
 * none of these is a number. Infos are about the query's style and change nothing: servers like Prometheus 2.48 to 2.53 give
 * them among the warnings, later ones in a list of their own.
 */
function readNumber(body) {
    const read = readSeries(body);
    if ('reason' in read)
        return none(read.reason);
    const [first, ...others] = read.series;
    if (!first)
        return none('no data');
    if (others.length > 0)
        return none(`the query gives ${others.length + 1} series; sum or max makes one of them`);
    return finite(first.value);
}
/** All series that an instant query gives. */
function readSeries(body) {
    const parsed = dist/* safeParse */.xLC(answer, body);
    if (!parsed.success)
        return { reason: 'the answer is not one of the Prometheus API' };
    const { data, warnings = [], isPartial } = parsed.output;
    const warning = warnings.find((text) => !text.startsWith(INFO));
    if (warning !== undefined)
        return { reason: `the answer may not be whole: ${warning}` };
    if (isPartial)
        return { reason: 'the answer is not whole: a part of the storage did not answer (isPartial)' };
    if (data.resultType === 'scalar')
        return { series: [{ labels: {}, value: data.result[1] }] };
    if (data.resultType !== 'vector')
        return { reason: `the query gives a ${data.resultType}, not a number` };
    const series = data.result.flatMap((each) => 'value' in each ? [{ labels: each.metric, value: each.value[1] }] : []);
    if (series.length < data.result.length)
        return { reason: 'the query gives a histogram, not a number' };
    return { series };
}
function finite(text) {
    const value = Number(text);
    if (Number.isFinite(value))
        return { value };
    return none(text === 'NaN' ? 'no traffic (NaN)' : `the value is ${text}`);
}
const none = (reason) => ({ value: null, reason });

;// CONCATENATED MODULE: ./build/systems/prometheus/refused.js

/** The server understood the request and does not do it: asked again, it says the same. */
class RefusedError extends errors/* ActionError */.lZ {
    status;
    constructor(message, status) {
        super(message);
        this.name = 'RefusedError';
        this.status = status;
    }
}

;// CONCATENATED MODULE: ./build/systems/prometheus/client.js





const rules = dist/* object */.Ikc({
    data: dist/* object */.Ikc({
        groups: dist/* array */.YOg(dist/* object */.Ikc({ rules: dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP(), query: dist/* string */.YjP(), type: dist/* string */.YjP() })) })),
    }),
});
/** Prometheus' HTTP API, and everything that speaks it. What cannot be found out is an answer here, not an error. */
class Prometheus {
    #address;
    #get;
    #until;
    #rules;
    constructor(address, get, until) {
        this.#address = address;
        this.#get = get;
        this.#until = until;
    }
    /** The same server, asked no longer than until a signal says so. */
    within(until) {
        return new Prometheus(this.#address, this.#get, until);
    }
    /** The number that a query gives at a time in Unix seconds; by the server's own clock where none is said. */
    async number(query, at) {
        try {
            return readNumber(await this.#query('/api/v1/query', { query, ...(at !== undefined && { time: String(at) }) }));
        }
        catch (error) {
            return { value: null, reason: (0,errors/* messageOf */.bD)(error) };
        }
    }
    /** All series that a query gives at a time. */
    async series(query, at) {
        try {
            return readSeries(await this.#query('/api/v1/query', { query, time: String(at) }));
        }
        catch (error) {
            return { reason: (0,errors/* messageOf */.bD)(error) };
        }
    }
    /**
     * The server's clock in Unix seconds. VictoriaMetrics says a time that is past, unless caching is switched off; Google
     * refuses every parameter that Prometheus does not have.
     */
    async clock() {
        const query = (more) => this.#query('/api/v1/query', { query: 'time()', ...more });
        try {
            const answer = await query({ nocache: '1' }).catch((error) => {
                if (error instanceof RefusedError && error.status === 400)
                    return query({});
                throw error;
            });
            return readNumber(answer);
        }
        catch (error) {
            return { value: null, reason: (0,errors/* messageOf */.bD)(error) };
        }
    }
    /** What rules record, by the name of the series; nothing where the server has none or does not say. */
    recorded() {
        this.#rules ??= this.#query('/api/v1/rules', { type: 'record' }).then(recordedIn, () => new Map());
        return this.#rules;
    }
    /** The alerts that fire here and have all of these labels. */
    async alerts(labels) {
        const answer = await listed(() => this.#query('/api/v1/alerts', {}), alertsOfPrometheus, labels);
        // Not everything that speaks this API has alerts.
        return 'reason' in answer
            ? { reason: `${answer.reason}; give \`alertmanager-url\`, or \`alerts: none\`` }
            : answer;
    }
    #query(path, parameters) {
        return signedRequest(this.#address, this.#get, path, new URLSearchParams(parameters), this.#until);
    }
}
/** The alerts of an Alertmanager that fire, are not suppressed and have all of these labels. `now` in Unix seconds. */
function alertsIn(address, get, labels, now, until) {
    const parameters = new URLSearchParams({ active: 'true', silenced: 'false', inhibited: 'false' });
    for (const [name, value] of Object.entries(labels))
        parameters.append('filter', `${name}=${JSON.stringify(value)}`);
    const list = () => signedRequest(address, get, '/api/v2/alerts', parameters, until);
    return listed(list, (body) => alertsOfAlertmanager(body, now), labels);
}
/** A request with what the address's own query says (a tenant, a refusal of partial answers), signed where it has to be. */
async function signedRequest(address, get, path, parameters, until) {
    const query = [address.query, String(parameters)].filter(Boolean).join('&');
    const url = `${address.url}${path}${query && `?${query}`}`;
    return get(url, address.sign ? await address.sign(url, address.headers) : address.headers, until);
}
function recordedIn(body) {
    const parsed = dist/* safeParse */.xLC(rules, body);
    if (!parsed.success)
        return new Map();
    const all = parsed.output.data.groups.flatMap((group) => group.rules);
    return new Map(all.filter(({ type }) => type === 'recording').map(({ name, query }) => [name, query]));
}
async function listed(list, read, labels) {
    try {
        const alerts = read(await list());
        // Servers before Alertmanager 0.16 know no filters, and Prometheus has none.
        return alerts
            ? { items: alerts.filter((alert) => hasLabels(alert, labels)) }
            : { reason: 'the answer is not a list of alerts' };
    }
    catch (error) {
        return { reason: (0,errors/* messageOf */.bD)(error) };
    }
}

// EXTERNAL MODULE: ./build/base/redact.js + 1 modules
var redact = __webpack_require__(90763);
// EXTERNAL MODULE: ./build/base/retry.js
var retry = __webpack_require__(31666);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/systems/http/client.js
var client = __webpack_require__(25019);
;// CONCATENATED MODULE: ./build/systems/prometheus/get.js






const ATTEMPTS = 3;
/** The largest answer; ten thousand alerts are a tenth of it. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/**
 * GET for JSON. 429, 5xx, lost connections and answers that do not come are tried again, as long as a look may take; what
 * the server says is wrong with a query is not. No redirect is followed: it could carry a token to another host.
 */
function getJson(signal, attemptMs = waits/* WAITS */.r.PROMETHEUS_ATTEMPT_MS) {
    return (url, headers, until) => {
        const both = until === undefined ? signal : AbortSignal.any([signal, until]);
        return (0,retry/* retry */.L5)(() => attempt(new URL(url), headers, both, attemptMs), {
            signal: both,
            attempts: ATTEMPTS,
            withinMs: waits/* WAITS */.r.PROMETHEUS_MS,
            longestPauseMs: 1000,
        });
    };
}
async function attempt(url, headers, signal, attemptMs) {
    const silence = AbortSignal.timeout(attemptMs);
    const { host } = url;
    const answer = await (0,client/* send */.tN)({
        url,
        headers: { Accept: 'application/json', ...headers },
        mostBytes: MAX_ANSWER_BYTES,
    }, AbortSignal.any([signal, silence])).catch((error) => {
        signal.throwIfAborted();
        // A server that hangs does so for the next query too, and a sample has to end.
        throw silence.aborted ? new errors/* ActionError */.lZ(`${host} gave no answer in ${attemptMs / 1000} s`) : error;
    });
    if (answer.isCut)
        throw new errors/* ActionError */.lZ(`${host} answers with more than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB; ask for fewer series`);
    const { status } = answer;
    if (status < 200 || status >= 300)
        throw refused(host, status, answer.body, (0,retry/* retryAfterMs */.Vs)(answer.headers.get('retry-after')));
    const parsed = (0,client/* jsonOf */.o_)(answer.body);
    if (parsed === undefined)
        throw new errors/* ActionError */.lZ(`${host} answers with something that is not JSON; check the address`);
    return parsed;
}
function refused(host, status, body, retryAfterMs) {
    const description = `${host} says ${status}${errorOf(body)}`;
    if ((0,client/* isPassingStatus */.Wj)(status))
        return new retry/* PassingError */.aB(description, { retryAfterMs, isLimit: status === 429 });
    if (status === 401 || status === 403)
        return new RefusedError(`${description}; check the token, and the tenant's header where it needs one`, status);
    if (status >= 300 && status < 400)
        return new RefusedError(`${description}, a redirect, which is not followed; give the address that it leads to`, status);
    return new RefusedError(description, status);
}
/** What Prometheus, and what speaks like it, gives as the error (Google in an object); nothing where it is a proxy's page. */
function errorOf(body) {
    const { error, message } = ((0,client/* jsonOf */.o_)(body) ?? {});
    const inner = error?.message;
    const text = [error, message, inner].find((words) => typeof words === 'string');
    return text ? `: ${(0,redact/* beginning */.Ir)(String(text), 300)}` : '';
}

// EXTERNAL MODULE: ./build/systems/http/sigv4.js
var sigv4 = __webpack_require__(34193);
;// CONCATENATED MODULE: ./build/systems/prometheus/sigv4.js

const AMAZON = /^aps-workspaces(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/;
/** The region of an Amazon Managed Prometheus, by its address; undefined where it is another server. */
const amazonRegionOf = (url) => AMAZON.exec(URL.parse(url)?.hostname ?? '')?.[1];
/** The address of an Amazon Managed Prometheus, whose requests are signed. */
function signed(address, region) {
    const sign = (0,sigv4/* signerOf */.K)('Amazon Managed Prometheus', 'aps', region);
    return { ...address, sign: (url, headers) => sign({ method: 'GET', url: new URL(url), headers }) };
}

// EXTERNAL MODULE: ./build/record/severity.js
var record_severity = __webpack_require__(63513);
;// CONCATENATED MODULE: ./build/assess/levels.js


/** What is done about each severity, and within how many seconds that has to be decided: the runbook's table. */
const RESPONSES = {
    critical: { decision: 'rollback', seconds: 5 * 60 },
    high: { decision: 'quick-fix-then-rollback', seconds: 15 * 60 },
    medium: { decision: 'evaluate', seconds: 30 * 60 },
    low: { decision: 'fix-forward', seconds: 60 * 60 },
    none: { decision: 'none', seconds: 60 * 60 },
};
/**
 * The runbook's thresholds for the share of requests that fail. It says nothing of where low begins, nor that a service
 * of which next to nothing gets through is down.
 */
const ERROR_RATE = { low: 0.01, medium: 0.1, high: 0.3, critical: 0.95 };
/** The same for how much slower requests are than before: 0.1 is a tenth. */
const LATENCY = { low: 0.1, medium: 0.2, high: 0.5 };
const worseOf = (a, b) => (rank(a) >= rank(b) ? a : b);
/** The less bad of two. */
const betterOf = (a, b) => (rank(a) <= rank(b) ? a : b);
/** The worst of all; `none` of none. */
const worst = (all) => all.reduce(worseOf, 'none');
/** Whether it is as bad as `least`, or worse. */
const atLeast = (severity, least) => rank(severity) >= rank(least);
const rank = (severity) => record_severity/* SEVERITIES */.o.indexOf(severity);
/**
 * The level of a value. The runbook's medium is "10-30 %" and its high is "> 30 %": `high` begins above its
 * threshold, every other level at it.
 */
function levelOf(value, thresholds) {
    // 1.2 / 1 - 1 is 0.19999999999999996.
    const rounded = Math.round(value * 1e9) / 1e9;
    const isReached = (severity) => {
        const threshold = thresholds[severity];
        if (threshold === undefined)
            return false;
        return severity === 'high' ? rounded > threshold : rounded >= threshold;
    };
    return record_severity/* SEVERITIES */.o.findLast(isReached) ?? 'none';
}
/**
 * Reads `medium=10%` and `high=0.3`, one a level; levels that are not named keep the value of `defaults`.
 *
 * @throws ActionError where a line is neither, or a worse level would be reached earlier than a better one
 */
function parseThresholds(input, lines, defaults) {
    const given = lines.map((line) => {
        const [, level = '', number = '', percent] = /^(low|medium|high|critical)\s*=\s*(\d+(?:\.\d+)?)\s*(%?)$/.exec(line) ?? [];
        if (!level)
            throw new errors/* ActionError */.lZ(`Input \`${input}\` has ${JSON.stringify(line)}; accepted are low, medium, high and critical with a percentage or a fraction each, such as high=30%.`);
        return [level, percent ? Number(number) / 100 : Number(number)];
    });
    const thresholds = { ...defaults, ...Object.fromEntries(given) };
    const values = record_severity/* SEVERITIES */.o.map((severity) => thresholds[severity]).filter((value) => value !== undefined);
    if (values.some((value, index) => value < (values[index - 1] ?? 0))) {
        throw new errors/* ActionError */.lZ(`Input \`${input}\` has a worse level at a lower value: ${describeThresholds(thresholds)}; they must grow from low to critical.`);
    }
    return thresholds;
}
/** `low 1 %, medium 10 %, high 30 %` */
function describeThresholds(thresholds) {
    const known = record_severity/* SEVERITIES */.o.filter((severity) => thresholds[severity] !== undefined);
    return known.map((severity) => `${severity} ${percent(thresholds[severity] ?? 0)}`).join(', ');
}
/** `12.3 %`, as many digits as are significant, and as many more as show on which side of a threshold it is. */
function percent(fraction, thresholds = {}) {
    const value = fraction * 100;
    const level = levelOf(fraction, thresholds);
    for (let digits = Math.abs(value) >= 10 ? 1 : 2; digits <= 7; digits++) {
        const rounded = Number(value.toFixed(digits));
        if (levelOf(rounded / 100, thresholds) === level)
            return `${rounded} %`;
    }
    return `${value} %`;
}

;// CONCATENATED MODULE: ./build/assess/promql.js
/** What a reader of PromQL has to know of a query: nothing is evaluated here. */
// A string that has no end goes on to that of the text, so that no text takes more than linear time.
const TOKEN = /\s+|#[^\n]*|"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|'(?:[^'\\]|\\[\s\S])*(?:'|\\?$)|`[^`]*(?:`|$)|\{(?:[^"'`{}]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\}|\[[^[\]]*\]|[A-Za-z_:][A-Za-z0-9_:]*|\d[A-Za-z0-9_.]*|[=!]=|[<>]=?|[\s\S]/g;
/** Words that take a list of labels, which are not metrics. */
const LABELLED = /^(by|without|on|ignoring|group_left|group_right)$/i;
const WORDS = /^(and|or|unless|atan2|bool|offset|start|end|inf|nan)$/i;
/** What is well where there is nothing, so that its series may be gone. */
const OF_NOTHING = /^(absent|absent_over_time)$/i;
/** The selectors of series that a query reads, such as `http_requests_total{job="api"}`, each once. */
function selectorsOf(query) {
    const tokens = tokensOf(query);
    const found = new Set();
    for (let index = 0; index < tokens.length; index++) {
        const [token, next] = [tokens[index], tokens[index + 1]];
        if (token.kind === 'braces')
            found.add(token.text);
        if (token.kind !== 'name')
            continue;
        const isFunction = next?.kind === 'open' || (next?.kind === 'name' && LABELLED.test(next.text));
        if (LABELLED.test(token.text) || OF_NOTHING.test(token.text))
            index = closing(tokens, index + 1);
        else if (next?.kind === 'braces') {
            found.add(`${token.text}${next.text}`);
            index += 1;
        }
        else if (!isFunction && !WORDS.test(token.text))
            found.add(token.text);
    }
    return [...found];
}
/**
 * True where a query compares without `bool` and so has no number, or another one, where the comparison does not hold.
 * What is counted or looked for in vain may well be compared.
 */
function comparesWithoutBool(query) {
    const tokens = tokensOf(query);
    for (let index = 0; index < tokens.length; index++) {
        const { kind, text } = tokens[index];
        if (kind === 'name' &&
            /^(count|count_over_time|absent|absent_over_time)$/i.test(text) &&
            /\bor\b/.test(query))
            index = closing(tokens, index + 1);
        if (kind === 'compare' && tokens[index + 1]?.text.toLowerCase() !== 'bool')
            return true;
    }
    return false;
}
/** The quantile that a query asks for, and the buckets that it takes it from; undefined where it is not one. */
function quantileIn(query) {
    const [, quantile, rest = ''] = /^\s*histogram_quantile\s*\(\s*(0?\.\d+|1|0)\s*,([\s\S]*)\)\s*$/.exec(query) ?? [];
    if (quantile === undefined || !/_bucket\b/.test(rest))
        return undefined;
    const tokens = tokensOf(rest);
    let depth = 0;
    for (const { kind } of tokens) {
        depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
        if (depth < 0)
            return undefined;
    }
    return { quantile: Number(quantile), buckets: rest.trim() };
}
function tokensOf(query) {
    const texts = query.match(TOKEN) ?? [];
    return texts.filter((text) => !/^\s|^#/.test(text)).map((text) => ({ kind: kindOf(text), text }));
}
function kindOf(text) {
    if (/^[A-Za-z_:]/.test(text))
        return 'name';
    if (text.startsWith('{'))
        return 'braces';
    if (text.startsWith('['))
        return 'brackets';
    if (text === '(')
        return 'open';
    if (text === ')')
        return 'close';
    return /^([=!]=|[<>]=?)$/.test(text) ? 'compare' : 'other';
}
/** The index of the parenthesis that closes the one at `index`; the one before where none is opened there. */
function closing(tokens, index) {
    if (tokens[index]?.kind !== 'open')
        return index - 1;
    let depth = 0;
    for (let at = index; at < tokens.length; at++) {
        depth += tokens[at]?.kind === 'open' ? 1 : tokens[at]?.kind === 'close' ? -1 : 0;
        if (depth === 0)
            return at;
    }
    return tokens.length;
}

;// CONCATENATED MODULE: ./build/assess/statistics.js
/**
 * The p-value of the one-sided two-proportion z-test (pooled): how likely a share at least this much above
 * `before` would be if nothing had changed. 1 where either side is empty.
 */
function pGreater(now, before) {
    if (now.all <= 0 || before.all <= 0)
        return 1;
    const pooled = (now.hits + before.hits) / (now.all + before.all);
    const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / now.all + 1 / before.all));
    const difference = now.hits / now.all - before.hits / before.all;
    if (deviation === 0)
        return difference > 0 ? 0 : 1;
    return 1 - normal(difference / deviation);
}
/** The upper end of the one-sided Wilson interval of a share at an error probability of `alpha`. */
function upperBound({ hits, all }, alpha) {
    if (all <= 0)
        return 1;
    const z = quantile(1 - alpha);
    const share = hits / all;
    const centre = share + (z * z) / (2 * all);
    const spread = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
    return Math.min(1, (centre + spread) / (1 + (z * z) / all));
}
/** The standard normal distribution (Abramowitz and Stegun 26.2.17; absolute error below 7.5e-8). */
function normal(z) {
    const t = 1 / (1 + 0.2316419 * Math.abs(z));
    const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
    return z >= 0 ? 1 - tail : tail;
}
/** The inverse of `normal`, by bisection: exact enough, and called a few times a minute. */
function quantile(probability) {
    let [low, high] = [-10, 10];
    for (let step = 0; step < 60; step++) {
        const middle = (low + high) / 2;
        if (normal(middle) < probability)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

;// CONCATENATED MODULE: ./build/assess/latency.js


/**
 * How much slower requests are than before. Of a quantile of a histogram only its bucket is known, and where in it is a
 * guess: a fifth of all requests that takes a little longer than a bound doubles it. So a difference counts where clearly
 * more requests than before are above the bucket that it was in, and at the level that either the bounds alone prove, or
 * both the guess and the mean say. The mean is no guess, and where clearly more requests than before are above any bound
 * it is a reason for a person to look. Smaller differences than `least` never count.
 */
function slowdownOf(now, before, by) {
    const [latency, earlier] = [now.latency?.value ?? Number.NaN, before.latency?.value ?? Number.NaN];
    const [after, was] = [now.latency?.histogram, before.latency?.histogram];
    if (latency < 0 || earlier < 0)
        return {
            reason: `the query gives ${formatted(latency < 0 ? latency : earlier)}, and a duration is never negative`,
        };
    if (!after !== !was)
        return {
            reason: `there is a histogram only ${after ? 'now' : 'before the deploy'}, so the two cannot be compared`,
        };
    if (!after || !was)
        return slowdownOfValues(latency, earlier, by);
    if (!haveSameBounds(after, was))
        return {
            reason: 'the histogram has other buckets than before the deploy, so the two cannot be compared',
        };
    return slowdownOfHistograms({ window: now, value: latency, histogram: after }, { window: before, value: earlier, histogram: was }, by);
}
/** Of two values without a histogram, such as averages: the one divided by the other. */
function slowdownOfValues(latency, earlier, { thresholds, least }) {
    const value = latency / earlier - 1;
    const isSmall = latency - earlier < least;
    return {
        value,
        level: isSmall ? 'none' : levelOf(value, thresholds),
        isLeast: false,
        ...(isSmall && value > 0 && { but: 'too little to matter (`min-slowdown`)' }),
    };
}
/** Of two histograms with the same buckets: by the bounds that the quantile is between, the guess in them, and the mean. */
function slowdownOfHistograms(now, before, { thresholds, least, alpha }) {
    const [after, was] = [now.histogram, before.histogram];
    const value = now.value / before.value - 1;
    const [place, placeBefore] = [quantileOf(after), quantileOf(was)];
    if (placeBefore.upper === Number.POSITIVE_INFINITY)
        return {
            reason: `requests took at least ${formatted(placeBefore.lower)} before the deploy already, where the histogram ends`,
        };
    const isTop = place.upper === Number.POSITIVE_INFINITY;
    const provedBy = place.lower / placeBefore.upper - 1;
    const mean = after.mean !== undefined && was.mean !== undefined && was.mean > 0 ? after.mean / was.mean - 1 : 0;
    const level = worst([
        levelOf(provedBy, thresholds),
        betterOf(levelOf(isTop ? mean : value, thresholds), levelOf(mean, thresholds)),
    ]);
    if (isTop) {
        if (level === 'high' || level === 'critical')
            return { value, level, isLeast: true };
        return {
            reason: `requests take at least ${formatted(place.lower)}, where the histogram ends; how long is not known`,
        };
    }
    const but = reasonAgainst();
    const counted = but ? 'none' : level;
    const byMean = levelByMean(now, before, mean, { thresholds, least, alpha });
    if (atLeast(byMean, 'low') && !atLeast(counted, byMean))
        return { value, level: byMean, isLeast: false, mean };
    return { value, level: counted, isLeast: false, ...(but && { but }) };
    function reasonAgainst() {
        if (value <= 0 || levelOf(value, thresholds) === 'none')
            return undefined;
        if (now.value - before.value < least)
            return 'too little to matter (`min-slowdown`)';
        const above = ({ window, histogram }) => shareAbove(window, histogram, placeBefore.upper);
        const moved = pGreater(above(now), above(before)) < alpha;
        const isWithin = place.upper === placeBefore.upper;
        if (!moved && !isWithin)
            return 'no clear difference';
        return level === 'none'
            ? 'smaller than the histogram can show, and the mean does not confirm it'
            : undefined;
    }
}
/** The level of the mean, at most medium, where clearly more requests than before are above any bound. */
function levelByMean(now, before, mean, { thresholds, least, alpha }) {
    const [after, was] = [now.histogram, before.histogram];
    if ((after.mean ?? 0) - (was.mean ?? 0) < least)
        return 'none';
    const bounds = was.buckets.flatMap(({ bound }) => bound ?? []);
    const hasMoved = bounds.some((bound) => pGreater(shareAbove(now.window, after, bound), shareAbove(before.window, was, bound)) <
        alpha / bounds.length);
    return hasMoved ? betterOf(levelOf(mean, thresholds), 'medium') : 'none';
}
/** The bucket that the quantile is in; undefined where these are not buckets of one histogram. */
function quantileOf({ quantile, buckets }) {
    const all = buckets.at(-1);
    const isOne = new Set(buckets.map(({ bound }) => bound)).size === buckets.length;
    if (!all || all.bound !== null || !isOne || buckets.length < 2 || !(all.rate > 0))
        return undefined;
    const index = buckets.findIndex(({ rate }) => rate >= quantile * all.rate);
    const lower = index === 0 ? 0 : (buckets[index - 1]?.bound ?? 0);
    return { lower, upper: buckets[index]?.bound ?? Number.POSITIVE_INFINITY };
}
const haveSameBounds = ({ buckets }, other) => buckets.length === other.buckets.length &&
    buckets.every(({ bound }, at) => bound === other.buckets[at]?.bound);
/** The requests of a window that took longer than a bound of its histogram. */
function shareAbove({ seconds }, { buckets }, bound) {
    const all = (buckets.at(-1)?.rate ?? 0) * seconds;
    const below = buckets.find((bucket) => bucket.bound === bound)?.rate ?? 0;
    return { hits: Math.max(0, all - below * seconds), all };
}
const formatted = (value) => String(Number(value.toPrecision(3)));

;// CONCATENATED MODULE: ./build/assess/queries.js


/**
 * The queries that the inputs give; by default they are for the metrics that HTTP libraries commonly export, with the matchers
 * of `labels`. `none` leaves one out.
 *
 * A service that never failed has no series of failed requests, which is zero here; that there are requests at all with a label
 * `status` is what makes it one.
 */
function queriesOf(given) {
    const all = given.labels ? `${given.labels.replace(/,\s*$/, '')},` : '';
    const failed = `sum(rate(http_requests_total{${all}status=~"5.."}[$window]))`;
    const served = `sum(rate(http_requests_total{${all}status!=""}[$window]))`;
    const standard = {
        errorRate: `(${failed} or vector(0)) / ${served}`,
        requests: countsOwn(given) ? undefined : `sum(increase(http_requests_total{${all}status!=""}[$window]))`,
        latency: `histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{${given.labels ?? ''}}[$window])))`,
    };
    const chosen = (query, other) => query === 'none' ? undefined : (query ?? other);
    return {
        errorRate: chosen(given.errorRate, standard.errorRate),
        requests: chosen(given.requests, standard.requests),
        latency: chosen(given.latency, standard.latency),
        outage: chosen(given.outage, undefined),
    };
}
/** True where what is measured is measured by a query of the user's own: only a query of theirs can say how many requests that counts. */
function countsOwn({ errorRate, latency }) {
    const first = errorRate === 'none' ? latency : errorRate;
    return first !== undefined && first !== 'none';
}
/** Asks for all that is measured over a window, side by side. */
async function queryWindow(queries, context) {
    const read = (query) => query === undefined ? undefined : queryReading(query, context);
    const [errorRate, requests, latency] = await Promise.all([
        read(queries.errorRate),
        read(queries.requests),
        queries.latency === undefined ? undefined : queryLatency(queries.latency, context),
    ]);
    const { seconds } = context;
    return {
        seconds,
        ...(errorRate && { errorRate }),
        ...(requests && { requests }),
        ...(latency && { latency }),
    };
}
/** Asks one query. What it gives of the past, or of a part of the fleet, is not a number. */
async function queryReading(query, { prometheus, seconds, at, samples }) {
    const expanded = query.replaceAll('$window', `${seconds}s`);
    const [reading, lack] = await Promise.all([prometheus.number(expanded, at), samples?.lackOf(expanded)]);
    if (lack !== undefined && reading.value !== null)
        return { query: expanded, value: null, reason: lack };
    return { query: expanded, ...reading };
}
/** Asks for a latency: of a quantile of a histogram all its buckets and its mean, as they say how far it can be believed. */
async function queryLatency(query, context) {
    const { prometheus, seconds, at } = context;
    const expanded = query.replaceAll('$window', `${seconds}s`);
    const parts = quantileIn(expanded);
    const [reading, buckets, mean] = await Promise.all([
        queryReading(query, context),
        parts && prometheus.series(parts.buckets, at),
        parts && prometheus.number(meanOf(parts.buckets), at),
    ]);
    if (!parts || !buckets || 'reason' in buckets || reading.value === null)
        return reading;
    const histogram = {
        quantile: parts.quantile,
        buckets: bucketsIn(buckets.series),
        ...(mean && mean.value !== null && { mean: mean.value }),
    };
    // A query that sums by more than the bound has several histograms, and the server's number is of none of them.
    return quantileOf(histogram) === undefined ? reading : { ...reading, histogram };
}
const meanOf = (buckets) => `sum(${buckets.replaceAll(/_bucket\b/g, '_sum')}) / sum(${buckets.replaceAll(/_bucket\b/g, '_count')})`;
function bucketsIn(series) {
    return series
        .map(({ labels, value }) => ({
        bound: Number(labels.le?.replace('+Inf', 'Infinity')),
        rate: Number(value),
    }))
        .sort((a, b) => a.bound - b.bound)
        .map(({ bound, rate }) => ({ bound: bound === Number.POSITIVE_INFINITY ? null : bound, rate }));
}

;// CONCATENATED MODULE: ./build/assess/inputs.js











/** What assess reads. */
const inputs = {
    prometheusUrl: dist/* optional */.lqM((0,values/* text */.Qq)()),
    prometheusToken: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    prometheusHeaders: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
    awsRegion: dist/* optional */.lqM(dist/* pipe */.FsL((0,values/* text */.Qq)(), dist/* regex */.yGV(/^[a-z0-9-]{1,40}$/, 'is not a region such as eu-west-1'))),
    prometheusLabels: dist/* optional */.lqM((0,values/* text */.Qq)()),
    alertmanagerUrl: dist/* optional */.lqM((0,values/* text */.Qq)()),
    alerts: dist/* optional */.lqM((0,values/* list */.p_)(), 'action=rollback'),
    window: dist/* optional */.lqM((0,values/* duration */.p0)(), '5m'),
    baseline: dist/* optional */.lqM((0,values/* duration */.p0)(), '30m'),
    deployedAt: dist/* optional */.lqM((0,values/* moment */.n$)()),
    bake: dist/* optional */.lqM((0,values/* duration */.p0)()),
    interval: dist/* optional */.lqM((0,values/* duration */.p0)(), '30s'),
    shortWindow: dist/* optional */.lqM((0,values/* duration */.p0)(), '1m'),
    consecutive: dist/* optional */.lqM((0,values/* integer */.nd)(1), '3'),
    minRequests: dist/* optional */.lqM((0,values/* integer */.nd)(1), '100'),
    minSlowdown: dist/* optional */.lqM((0,values/* amount */.vj)()),
    errorRate: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    latency: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    slo: dist/* optional */.lqM((0,values/* share */.uM)()),
    maxRestarts: dist/* optional */.lqM((0,values/* integer */.nd)(0), '2'),
    errorRateQuery: dist/* optional */.lqM((0,values/* text */.Qq)()),
    requestsQuery: dist/* optional */.lqM((0,values/* text */.Qq)()),
    latencyQuery: dist/* optional */.lqM((0,values/* text */.Qq)()),
    outageQuery: dist/* optional */.lqM((0,values/* text */.Qq)()),
    dataCorruption: dist/* optional */.lqM((0,values/* boolean */.zM)()),
    securityBreach: dist/* optional */.lqM((0,values/* boolean */.zM)()),
    signals: dist/* optional */.lqM((0,values/* text */.Qq)()),
    onInconclusive: dist/* optional */.lqM((0,values/* choice */.Yq)(['ask', 'rollback', 'pass']), 'ask'),
    cooldown: dist/* optional */.lqM((0,values/* duration */.p0)(), '15m'),
    maxAge: dist/* optional */.lqM((0,values/* duration */.p0)(), '24h'),
    kubeconfig: dist/* optional */.lqM((0,values/* text */.Qq)()),
    context: dist/* optional */.lqM((0,values/* text */.Qq)()),
    namespace: dist/* optional */.lqM((0,values/* text */.Qq)()),
    workloads: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    selector: dist/* optional */.lqM((0,values/* text */.Qq)()),
    evidenceFile: dist/* optional */.lqM((0,values/* text */.Qq)()),
    quickFix: dist/* optional */.lqM((0,values/* duration */.p0)()),
    recovery: dist/* optional */.lqM((0,values/* duration */.p0)()),
};
/** The standard query's unit is a second: no one rolls back for less than 10 ms. */
const MIN_SLOWDOWN = 0.01;
/** What it is judged by. @throws ActionError where inputs do not go together */
function settingsOf(inputs, { timeout }) {
    const { bake, interval, quickFix = 0 } = inputs;
    if (quickFix > 0 && quickFix < interval)
        throw new errors/* ActionError */.lZ('Input `quick-fix` is shorter than `interval`; nothing would be sampled.');
    if (bake !== undefined && bake < interval)
        throw new errors/* ActionError */.lZ('Input `bake` is shorter than `interval`; nothing would be sampled.');
    if (bake !== undefined && bake >= timeout)
        throw new errors/* ActionError */.lZ(`Input \`bake\` is ${bake} s, which is not shorter than the action's \`timeout\` of ${timeout} s; give a longer \`timeout\`.`);
    const waits = (bake ?? 0) + quickFix;
    if (quickFix > 0 && waits >= timeout)
        throw new errors/* ActionError */.lZ(`${bake === undefined ? 'Input `quick-fix` is' : 'Inputs `bake` and `quick-fix` are together'} ${waits} s, which is not shorter than the action's \`timeout\` of ${timeout} s; give a longer \`timeout\`.`);
    const { outageQuery = '' } = inputs;
    if (comparesWithoutBool(outageQuery))
        throw new errors/* ActionError */.lZ('Input `outage-query` compares without `bool`, so an outage gives 0 or nothing; write it like max(up{job="api"}) == bool 0.');
    return {
        errorRate: parseThresholds('error-rate', inputs.errorRate, ERROR_RATE),
        latency: parseThresholds('latency', inputs.latency, LATENCY),
        slo: inputs.slo,
        minRequests: inputs.minRequests,
        minSlowdown: inputs.minSlowdown ?? (inputs.latencyQuery === undefined ? MIN_SLOWDOWN : 0),
        maxRestarts: inputs.maxRestarts,
        consecutive: bake === undefined ? 1 : inputs.consecutive,
        planned: bake === undefined ? 1 : Math.floor(bake / interval),
        onInconclusive: inputs.onInconclusive,
        cooldown: inputs.cooldown,
        maxAge: inputs.maxAge,
    };
}
/** Where samples come from. */
function sourcesOf(inputs, pods, { signal, mask }) {
    const { prometheusUrl, prometheusToken: token, prometheusHeaders: headers, alertmanagerUrl } = inputs;
    const get = getJson(signal);
    const address = (input, url) => {
        if (url === undefined)
            return undefined;
        const parsed = parseAddress({ input, url, token, headers }, mask);
        const region = inputs.awsRegion ?? amazonRegionOf(parsed.url);
        return region === undefined || token !== undefined ? parsed : signed(parsed, region);
    };
    const { AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
    for (const value of [AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN])
        if (value)
            mask(value);
    const prometheus = address('prometheus-url', prometheusUrl);
    return {
        get,
        prometheus: prometheus && new Prometheus(prometheus, get),
        alertmanager: address('alertmanager-url', alertmanagerUrl),
        queries: queriesOf({
            errorRate: inputs.errorRateQuery,
            requests: inputs.requestsQuery,
            latency: inputs.latencyQuery,
            outage: inputs.outageQuery,
            labels: inputs.prometheusLabels,
        }),
        alertLabels: parseLabels(inputs.alerts),
        pods,
        clock: () => Date.now() / 1000,
    };
}
/** What a person says. */
function givenBy({ dataCorruption, securityBreach }, signals = {}) {
    return {
        ...(dataCorruption !== undefined && { 'data-corruption': dataCorruption }),
        ...(securityBreach !== undefined && { 'security-breach': securityBreach }),
        ...signals,
    };
}

;// CONCATENATED MODULE: ./build/assess/aggregate.js

/**
 * One row a signal from the newest samples of a bake (a single sample is the newest one): the long window says how bad it was,
 * the short one whether it still is. So a signal settles at the worst of its newest short windows, and not above its last long
 * one. Where fewer than half of these samples have a value, it is unknown.
 */
function aggregateSamples(samples, consecutive) {
    const newest = samples.slice(-consecutive);
    const signals = [...new Set(newest.flat().map((row) => row.signal))];
    return signals.map((signal) => {
        const rows = newest.flatMap((sample) => sample.filter((row) => row.signal === signal));
        const known = rows.filter((row) => row.severity !== 'unknown');
        const last = known.at(-1);
        const lost = rows.findLast((row) => row.severity === 'unknown');
        if (!last || (lost && known.length * 2 < newest.length))
            return lost;
        const severity = betterOf(last.long, worst(known.map((row) => row.short)));
        const since = Math.min(...known.filter((row) => row.severity !== 'none').map((row) => row.since), last.since);
        return { ...last, severity, since };
    });
}

;// CONCATENATED MODULE: ./build/assess/memory.js
/**
 * Why nothing may be rolled back by itself now; undefined where it may. A rollback is made once for a deploy, and no
 * two within `cooldown` seconds, so that ten alerts of one outage, or a rollback that did not help, start no second.
 * What goes wrong long after the deploy (`maxAge` seconds) has another cause.
 */
function reasonToHold({ memory, deployedAt }, at, { cooldown, maxAge }) {
    if (deployedAt !== null && at - deployedAt > maxAge)
        return `the newest deploy was ${Math.round((at - deployedAt) / 3600)} h ago, and after ${Math.round(maxAge / 3600)} h (\`max-age\`) it is unlikely to be the cause`;
    const rollbacks = memory.flatMap(({ last }) => (last ? [last] : []));
    const newest = rollbacks.toSorted((a, b) => b.at - a.at)[0];
    if (!newest)
        return undefined;
    const ago = Math.max(0, Math.round(at - newest.at));
    const since = `rollback ${newest.id} was made ${ago < 120 ? `${ago} s` : `${Math.round(ago / 60)} min`} ago`;
    // What that rollback has put there is known by itself; anything else, whatever older rollbacks it has seen, by its age.
    const deployedSince = memory.some(({ since, last }) => last?.id === newest.id ? !last.isCurrent : since > newest.at);
    if (!deployedSince)
        return `${since} and nothing was deployed since, so another would not help`;
    return ago < cooldown
        ? `${since}, and \`cooldown\` lets the next one start after ${cooldown} s`
        : undefined;
}

;// CONCATENATED MODULE: ./build/assess/row.js

const NOTHING = {
    value: null,
    description: '',
    threshold: '',
    samples: null,
    baseline: null,
    query: null,
    long: 'none',
    short: 'none',
    causedByDeploy: true,
    conclusive: true,
    forcesRollback: false,
};
/** A row of the evidence; its severity is what both windows agree on. */
function row(facts) {
    const { short = facts.long } = facts;
    return { ...NOTHING, ...facts, short, severity: betterOf(facts.long, short) };
}
/** A row for what could not be determined. */
const unknown = (facts, reason) => ({
    ...NOTHING,
    ...facts,
    description: reason,
    severity: 'unknown',
});

;// CONCATENATED MODULE: ./build/assess/requests.js




/** The error probability of the test against the time before the deploy, for all samples of a bake together. */
const ALPHA = 0.01;
/** How many times as many requests must fail, or as few succeed, for a difference to matter. */
const RELEVANT = 1.5;
/**
 * How fast the error budget of 30 days burns, by level: 14.4 takes 2 % of it in an hour and 6 takes 5 % in six, the
 * paging thresholds of the SRE workbook; at 1 it is used up just in time.
 */
const BURN = { low: 1, medium: 6, high: 14.4 };
/** The share of the traffic of before from which on it has collapsed, and what a query must expect to say so. */
const COLLAPSED = 0.15;
const EXPECTED_LEAST = 30;
/** Shorter windows miss the first samples of new pods. Seconds. */
const TRAFFIC_WINDOW = 120;
/** The rows of a sample about requests: error rate, burn rate, slowdown and traffic, each where it was asked for. */
function requestRows(sample, observation, settings) {
    const { long, short = long } = sample;
    if (!long || !short)
        return [];
    const context = { long, short, baseline: observation.baseline, settings, at: sample.at };
    return [
        ...(long.errorRate ? [errorRow(context)] : []),
        ...(long.errorRate && settings.slo !== undefined ? [burnRow(context, settings.slo)] : []),
        ...(long.latency ? [slowdownRow(context)] : []),
        ...trafficRow(context),
    ];
}
function errorRow({ long, short, baseline, settings, at }) {
    const threshold = describeThresholds(settings.errorRate);
    const facts = { signal: 'error-rate', threshold, query: long.errorRate?.query ?? null, since: at };
    const lack = errorLack(long, settings) ?? errorLack(short, settings);
    if (lack)
        return unknown(facts, lack);
    const [value, latest] = [known(long.errorRate), known(short.errorRate)];
    const beforeLack = baseline ? errorLack(baseline, settings) : undefined;
    const before = baseline && !beforeLack ? known(baseline.errorRate) : undefined;
    const worse = before === undefined || isWorse(long, baseline, settings);
    const level = (rate) => {
        const severity = withinTraffic(levelOf(rate, settings.errorRate), long);
        // What is below medium is the service's everyday, unless the deploy made it worse.
        return severity === 'low' && !worse ? 'none' : severity;
    };
    const compared = before === undefined
        ? beforeLack && ` (unknown before the deploy: ${beforeLack})`
        : ` (${percent(before)} before the deploy${worse ? '' : ', which is not a clear difference'})`;
    return row({
        ...facts,
        value,
        description: `${percent(value, settings.errorRate)} of requests fail${compared ?? ''}${ofHowMany(long)}`,
        samples: requestsOf(long),
        baseline: before ?? null,
        long: level(value),
        short: level(latest),
        causedByDeploy: worse,
    });
}
function burnRow({ long, short, baseline, settings, at }, slo) {
    const threshold = `low ${BURN.low}, medium ${BURN.medium}, high ${BURN.high} times the budget of ${percent(1 - slo)}`;
    const facts = { signal: 'burn-rate', threshold, query: long.errorRate?.query ?? null, since: at };
    const lack = errorLack(long, settings) ?? errorLack(short, settings);
    if (lack)
        return unknown(facts, lack);
    const burn = (window) => known(window.errorRate) / (1 - slo);
    const before = baseline && !errorLack(baseline, settings) ? known(baseline.errorRate) : undefined;
    const worse = before === undefined || isWorse(long, baseline, settings);
    const level = (rate) => (worse ? withinTraffic(levelOf(rate, BURN), long) : 'none');
    return row({
        ...facts,
        value: burn(long),
        description: `the error budget burns ${Number(burn(long).toFixed(1))} times too fast${ofHowMany(long)}`,
        samples: requestsOf(long),
        baseline: before === undefined ? null : before / (1 - slo),
        long: level(burn(long)),
        short: level(burn(short)),
        causedByDeploy: worse,
    });
}
function slowdownRow({ long, short, baseline, settings, at }) {
    const threshold = describeThresholds(settings.latency);
    const facts = { signal: 'slowdown', threshold, query: long.latency?.query ?? null, since: at };
    const lack = lackOf(long, long.latency, settings) ?? lackOf(short, short.latency, settings);
    if (lack)
        return unknown(facts, lack);
    const noBaseline = baseline
        ? lackOf(baseline, baseline.latency, settings)
        : 'the time of the deploy is unknown';
    if (noBaseline || !baseline)
        return unknown(facts, `nothing to compare with before the deploy: ${noBaseline}`);
    const before = known(baseline.latency);
    if (before === 0)
        return unknown(facts, 'nothing to compare with before the deploy: it took no time then');
    const by = {
        thresholds: settings.latency,
        least: settings.minSlowdown,
        alpha: ALPHA / settings.planned,
    };
    const [now, latest] = [slowdownOf(long, baseline, by), slowdownOf(short, baseline, by)];
    if ('reason' in now)
        return unknown(facts, now.reason);
    if ('reason' in latest)
        return unknown(facts, latest.reason);
    return row({
        ...facts,
        value: now.value,
        description: describeSlowdown(now, settings.latency),
        samples: requestsOf(long),
        baseline: before,
        long: withinTraffic(now.level, long),
        short: withinTraffic(latest.level, long),
    });
}
function describeSlowdown({ value, isLeast, but, mean }, thresholds) {
    if (mean !== undefined)
        return `requests take ${percent(mean, thresholds)} longer on average than before the deploy`;
    if (value <= 0)
        return 'requests are no slower than before the deploy';
    const least = isLeast ? 'at least ' : '';
    return `requests take ${least}${percent(value, but ? {} : thresholds)} longer than before the deploy${but ? `, which is ${but}` : ''}`;
}
/** That almost no requests arrive any more is seen by no error rate. No row where there is nothing to compare. */
function trafficRow({ long, baseline, settings, at }) {
    const [now, before] = [long, baseline].map((window) => window && requestsOf(window));
    if (now == null || before == null || !baseline || long.seconds < TRAFFIC_WINDOW)
        return [];
    const expected = (seconds) => (before / baseline.seconds) * seconds;
    if (expected(long.seconds) < Math.max(EXPECTED_LEAST, settings.minRequests))
        return [];
    const level = (share) => (share <= COLLAPSED ? 'medium' : 'none');
    const share = now / expected(long.seconds);
    const description = level(share) === 'none'
        ? `traffic is at ${percent(share)} of what it was before the deploy`
        : `traffic is down by ${percent(1 - share)} since the deploy`;
    return [
        row({
            signal: 'traffic',
            threshold: `medium at ${percent(COLLAPSED)} of before`,
            query: long.requests?.query ?? null,
            since: at,
            value: share,
            description: description,
            samples: now,
            baseline: before,
            long: level(share),
        }),
    ];
}
/** Without a query for requests it is unknown of how many an error rate is: then a person decides, however bad it is. */
const withinTraffic = (level, { requests }) => requests === undefined ? betterOf(level, 'medium') : level;
const ofHowMany = ({ requests }) => requests === undefined ? ', of an unknown number: `requests-query` is not given' : '';
/** Why a window says nothing of errors; undefined where it does. */
function errorLack(window, settings) {
    const lack = lackOf(window, window.errorRate, settings);
    if (lack)
        return lack;
    const { value } = window.errorRate;
    // Quotients of rates that are extrapolated may be a little above.
    const isShare = value >= 0 && value <= 1 + 1e-6;
    return isShare
        ? undefined
        : `the query gives ${Number(value.toPrecision(4))}, which is not a share from 0 to 1; divide the requests that fail by all`;
}
/** Why a window says nothing about a reading; undefined where it does. */
function lackOf(window, reading, settings) {
    const { requests } = window;
    if (requests && requests.value === null)
        return requests.reason;
    const count = requestsOf(window);
    if (count !== null && count < settings.minRequests)
        return `${Math.round(count)} requests in ${window.seconds} s, fewer than the ${settings.minRequests} of \`min-requests\``;
    return reading?.value == null ? (reading?.reason ?? 'it was not queried') : undefined;
}
/**
 * True unless the time before the deploy may have been as bad. Errors come in bursts, so that a test which takes each
 * request by itself finds small differences too easily: besides being significant, a difference must also matter.
 */
function isWorse(now, before, settings) {
    if (!before || errorLack(before, settings))
        return true;
    const [requests, earlier] = [requestsOf(now), requestsOf(before)];
    const [rate, rateBefore] = [known(now.errorRate), known(before.errorRate)];
    if (rate < rateBefore * RELEVANT && 1 - rate > (1 - rateBefore) / RELEVANT)
        return false;
    if (requests === null || earlier === null)
        return true;
    const share = (part, all) => ({ hits: part * all, all });
    return pGreater(share(rate, requests), share(rateBefore, earlier)) < ALPHA / settings.planned;
}
const known = (reading) => reading?.value ?? Number.NaN;
const requestsOf = (window) => window.requests?.value ?? null;

;// CONCATENATED MODULE: ./build/assess/rows.js




/** The share of wanted pods that is missing, by level: the runbook's error rates, which such a loss comes close to. */
const MISSING = { low: 0.01, medium: 0.1, high: 0.3 };
/** The rows of a sample, one for each signal. */
function rowsOf(sample, observation, settings) {
    const { outage, alerts, pods, given, at } = sample;
    return [
        ...requestRows(sample, observation, settings),
        ...(outage ? [outageRow(outage, at)] : []),
        ...(alerts ? [alertRow(alerts, observation.deployedAt, at)] : []),
        ...(pods ? podRows(pods, settings, at) : []),
        ...(given ? givenRows(given, settings, at) : []),
    ];
}
function outageRow({ query, value, reason }, at) {
    const facts = { signal: 'outage', threshold: 'critical where it is not 0', query, since: at };
    if (value === null)
        return unknown(facts, reason ?? '');
    // An average of targets is not an outage while one of them is up.
    if (value < 0 || (value > 0 && value < 1))
        return unknown(facts, `the query gives ${Number(value.toPrecision(4))}, which is neither 0 nor 1; let it compare with \`bool\``);
    const description = value === 0 ? 'no outage' : 'the service is down';
    return row({ ...facts, value, description: description, long: value === 0 ? 'none' : 'critical' });
}
/** An alert that is newer than the deploy by less than this may have waited since before it (`for:`). Seconds. */
const SHORTEST_WAIT = 60;
/** Alerts count at the level that they are labelled with, `critical` where the label is unknown. */
function alertRow(alerts, deployedAt, at) {
    const facts = { signal: 'alerts', threshold: 'any that fires', query: null, since: at };
    if ('reason' in alerts)
        return unknown(facts, alerts.reason);
    const isByDeploy = ({ since, isWaitUnknown }) => deployedAt === null || since >= deployedAt + (isWaitUnknown ? SHORTEST_WAIT : 0);
    const fresh = alerts.items.filter(isByDeploy);
    const counted = fresh.length > 0 ? fresh : alerts.items;
    const [first] = counted;
    if (!first)
        return row({ ...facts, value: '', description: 'no alert asks for a rollback', long: 'none' });
    const names = [...new Set(counted.map(({ name }) => name))].join(', ');
    const isSure = counted.some(({ since }) => deployedAt !== null && since < deployedAt);
    const older = isSure
        ? ', and did before the deploy already'
        : ', and may have begun before the deploy, as its rule may wait (`for:`); give `prometheus-url` to find out';
    const level = worst(counted.map(({ severity }) => labelled(severity)));
    return row({
        ...facts,
        value: names,
        description: `${names} ${names.includes(', ') ? 'fire' : 'fires'}${fresh.length > 0 ? '' : older}`,
        long: level,
        causedByDeploy: fresh.length > 0,
        // No rollback for what is to be fixed forward.
        forcesRollback: atLeast(level, 'medium'),
        since: Math.min(at, ...counted.map(({ since }) => since)),
    });
}
/** What the severities are called that rules commonly have. */
const CALLED = {
    info: 'low',
    informational: 'low',
    notice: 'low',
    minor: 'medium',
    warn: 'medium',
    warning: 'medium',
    error: 'high',
    major: 'high',
};
function labelled(severity) {
    const word = severity.trim().toLowerCase();
    if (Object.hasOwn(CALLED, word))
        return CALLED[word];
    return record_severity/* SEVERITIES */.o.find((known) => known === word && known !== 'none') ?? 'critical';
}
function podRows(pods, { maxRestarts }, at) {
    if ('reason' in pods)
        return [unknown({ signal: 'pods', since: at }, pods.reason)];
    return pods.items.map((state) => {
        const { workload, wanted, ready, readyOfNewest, restarts, terminalFailure } = state;
        const facts = {
            signal: `pods of ${workload}`,
            threshold: `critical none ready, high one that cannot start or more than ${maxRestarts} restarts, else by the share that is not ready`,
            samples: wanted,
            value: `${readyOfNewest}/${wanted} ready, ${restarts} restarts`,
            since: at,
        };
        const older = ready - readyOfNewest;
        // Pods of before serve as well, and are no outage while they do.
        const which = older > 0 ? ` of the newest revision are ready, beside ${older} older,` : ' are ready,';
        const counts = `${readyOfNewest} of ${wanted} pods of ${workload}${which} with ${restarts} restarts`;
        if (wanted === 0)
            return row({ ...facts, description: `${workload} is scaled to zero`, long: 'none' });
        if (ready === 0)
            return row({ ...facts, description: `no pod of ${workload} is ready`, long: 'critical' });
        if (terminalFailure)
            return row({ ...facts, description: `${workload} cannot start: ${terminalFailure}`, long: 'high' });
        if (restarts > maxRestarts)
            return row({ ...facts, description: counts, long: 'high' });
        const missing = levelOf(1 - readyOfNewest / wanted, MISSING);
        const level = missing === 'none' && restarts > 0 ? 'low' : missing;
        // A rollout takes its time: that pods are not ready yet proves nothing before the end.
        return row({ ...facts, description: counts, long: level, conclusive: !atLeast(missing, 'low') });
    });
}
const IMPACT = { major: 'high', minor: 'medium', cosmetic: 'low' };
function givenRows(given, settings, at) {
    const facts = (signal) => ({ signal, threshold: 'as given', since: at });
    const shares = [
        ['error-rate', settings.errorRate, 'of requests fail'],
        ['slowdown', settings.latency, 'slower than before'],
    ];
    const flags = ['outage', 'data-corruption', 'security-breach'];
    return [
        ...Object.entries(given.wrong ?? {}).map(([signal, reason]) => unknown(facts(signal), reason)),
        ...shares.flatMap(([signal, thresholds, words]) => {
            const value = given[signal];
            if (value === undefined)
                return [];
            const description = `${percent(value, thresholds)} ${words}, as given`;
            return [row({ ...facts(signal), value, description: description, long: levelOf(value, thresholds) })];
        }),
        ...flags.flatMap((signal) => {
            const value = given[signal];
            if (value === undefined)
                return [];
            const description = value ? `there is ${ARTICLES[signal]}, as given` : `no ${signal}, as given`;
            return [row({ ...facts(signal), value, description: description, long: value ? 'critical' : 'none' })];
        }),
        ...(given.impact
            ? [
                row({
                    ...facts('impact'),
                    value: given.impact,
                    description: `the impact is ${given.impact}, as given`,
                    long: IMPACT[given.impact],
                }),
            ]
            : []),
    ];
}
const ARTICLES = {
    outage: 'an outage',
    'data-corruption': 'data corruption',
    'security-breach': 'a security breach',
};

;// CONCATENATED MODULE: ./build/assess/judge.js




/**
 * Decides what is done about what was sampled: a pure function, so that the evidence of a run gives its answer again.
 *
 * The severity decides, by `RESPONSES`. An unknown signal makes the result inconclusive, unless the known signals alone
 * justify a rollback. Two things turn a rollback into `evaluate`, so that a person decides: the service was as bad before the
 * deploy, or `reasonToHold` applies (an earlier rollback, `cooldown`, `max-age`). Where a quick fix was tried and the severity
 * is still medium or worse, or not known, the answer is a rollback, even for a problem that predates the deploy; only
 * `reasonToHold` still prevents it.
 */
function judge(observation, settings) {
    const samples = observation.looks.map((sample) => rowsOf(sample, observation, settings));
    const rows = aggregateSamples(samples, settings.consecutive);
    const at = observation.looks.at(-1)?.at ?? 0;
    const severity = worst(rows.map(levelOfRow));
    const blamed = rows.filter((row) => row.causedByDeploy);
    const severityByDeploy = worst(blamed.map(levelOfRow));
    const missing = rows.filter((row) => row.severity === 'unknown');
    const justifiesRollback = rows.some(demandsRollback) || atLeast(severityByDeploy, 'high');
    const inconclusive = rows.length === 0 || (missing.length > 0 && !justifiesRollback);
    const known = decisionOf(rows, severity, severityByDeploy);
    const holdReason = reasonToHold(observation, at, settings);
    const isTolerable = !inconclusive && !atLeast(severity, 'medium');
    const fixFailed = settings.afterQuickFix === true && !isTolerable;
    const wanted = fixFailed ? 'rollback' : inconclusive ? decisionIfInconclusive(known, settings) : known;
    const held = holdReason !== undefined && (wanted === 'rollback' || wanted === 'quick-fix-then-rollback');
    const decision = held ? 'evaluate' : wanted;
    const since = Math.min(at, ...rows.filter((row) => atLeast(levelOfRow(row), 'medium')).map((row) => row.since));
    return {
        severity,
        decision,
        result: inconclusive ? 'inconclusive' : 'judged',
        decideBy: decision === 'none' ? null : since + secondsToDecide(severity, inconclusive),
        message: describeJudgement({
            decision,
            severity,
            rows,
            missing,
            inconclusive,
            severityByDeploy,
            holdReason: held ? holdReason : undefined,
            fixFailed,
        }),
        rows,
    };
}
/** Whether an alert that fires since the deploy, at medium or worse, demands a rollback. */
const demandsRollback = (row) => row.forcesRollback && row.causedByDeploy;
const levelOfRow = (row) => (row.severity === 'unknown' ? 'none' : row.severity);
/** What the known signals alone ask for; where the deploy is not the cause, a person decides. */
function decisionOf(rows, severity, severityByDeploy) {
    if (rows.some(demandsRollback))
        return 'rollback';
    if (severityByDeploy === severity)
        return RESPONSES[severity].decision;
    return atLeast(severity, 'medium') ? 'evaluate' : 'none';
}
const decisionIfInconclusive = (known, { onInconclusive }) => ({ ask: 'evaluate', rollback: 'rollback', pass: known })[onInconclusive];
const secondsToDecide = (severity, inconclusive) => RESPONSES[inconclusive && !atLeast(severity, 'medium') ? 'medium' : severity].seconds;
const DECISION_WORDS = {
    rollback: 'Roll back',
    'quick-fix-then-rollback': 'Roll back unless a quick fix helps',
    evaluate: 'Look closer before anything is rolled back',
    'fix-forward': 'Fix forward',
    none: 'All is well',
};
/** The decision in words, with the three worst facts that led to it and what stands against it. */
function describeJudgement(judged) {
    const { decision, severity, rows, missing, inconclusive, severityByDeploy, holdReason, fixFailed } = judged;
    const forcing = rows.filter(demandsRollback);
    const worstRows = severity === 'none' ? [] : rows.filter((row) => row.severity === severity);
    const reasons = forcing.length > 0 ? forcing : worstRows;
    const descriptions = (reasons.length > 0 ? reasons : rows.filter((row) => row.severity === 'none')).map((row) => row.description);
    const facts = descriptions.slice(0, 3).join('; ');
    const worstLevel = reasons.length > 0 ? worst(reasons.map(levelOfRow)) : severity;
    const level = worstLevel === 'none' ? '' : ` (${worstLevel})`;
    if (holdReason)
        return `${DECISION_WORDS.evaluate}: ${facts}${level}, but ${holdReason}.`;
    if (fixFailed) {
        const known = severity === 'none' ? [] : [`${facts}${level}`];
        return `Roll back, because no quick fix has helped in time: ${[...known, ...(inconclusive ? [`unknown are ${describeMissing(missing)}`] : [])].join('; ')}.`;
    }
    if (inconclusive) {
        const lacks = describeMissing(missing);
        const but = facts ? `; what is known: ${facts}${level}` : '';
        const words = decision === 'none' ? 'It is unknown whether all is well' : DECISION_WORDS[decision];
        return `${words}, because it is unknown how the service is (${lacks}${but}).`;
    }
    if (forcing.length === 0 && severityByDeploy !== severity && atLeast(severity, 'medium'))
        return `${DECISION_WORDS[decision]}: ${facts}${level}, but it was so before the deploy, and a rollback would not help.`;
    return `${DECISION_WORDS[decision]}: ${facts}${level}.`;
}
/** What is not known and why, each reason once. */
function describeMissing(missing) {
    const byReason = Map.groupBy(missing, (row) => row.description);
    const reasons = [...byReason].map(([description, rows]) => `${rows.map((row) => row.signal).join(', ')}: ${description}`);
    return reasons.join('; ') || 'nothing was queried';
}

// EXTERNAL MODULE: ./build/base/markdown.js
var markdown = __webpack_require__(26963);
;// CONCATENATED MODULE: ./build/assess/render.js


const SIGNS = { critical: '🔴', high: '🔴', medium: '🟠', low: '🟡', none: '🟢', unknown: '⚪' };
/** RFC 3339 of a time in Unix seconds. */
const timeOf = (seconds) => new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z');
/** The job summary: the sentence, until when to decide, and what it is said from. */
function summaryOf(judgement) {
    const { message, decideBy, rows } = judgement;
    const until = decideBy === null ? '' : `\n\nTo be decided by **${timeOf(decideBy)}**.`;
    const head = ['', 'Signal', 'Value', 'Threshold', 'Samples', 'Before', 'Query'];
    const cells = rows.map((row) => [
        `${SIGNS[row.severity]} ${row.severity}`,
        (0,markdown/* inert */.tJ)(row.signal),
        (0,markdown/* inert */.tJ)(row.description),
        (0,markdown/* inert */.tJ)(row.threshold),
        row.samples === null ? '' : (0,markdown/* inert */.tJ)(String(Math.round(row.samples))),
        beforeOf(row),
        row.query === null ? '' : (0,markdown/* code */.aY)(row.query),
    ]);
    return `## ${(0,markdown/* inert */.tJ)(message)}${until}\n\n${(0,markdown/* table */.tp)(head, cells)}\n`;
}
function beforeOf({ signal, baseline }) {
    if (baseline === null)
        return '';
    return signal === 'error-rate' ? percent(baseline) : String(Number(baseline.toPrecision(3)));
}
/** A line of the log for a sample of a bake. */
function sampleLine(rows, number, planned) {
    const levels = rows.map((row) => `${row.signal} ${row.severity} (${row.description})`).join('; ');
    return `sample ${number}/${planned}: ${levels || 'nothing was queried'}`;
}
/** The output `evidence`: what each signal said, without what only the judging needs. */
const toOutput = (rows) => rows.map(({ signal, severity, value, description, threshold, samples, baseline, query, causedByDeploy }) => ({
    ...{ signal, severity, value, threshold, samples, baseline, query },
    'by-deploy': causedByDeploy,
    message: description,
}));

// EXTERNAL MODULE: ./build/record/read.js
var read = __webpack_require__(86122);
// EXTERNAL MODULE: ./build/record/story.js + 4 modules
var story = __webpack_require__(93578);
;// CONCATENATED MODULE: ./build/assess/bake.js




/** The share of a bake that must be over before it can pass early. */
const ENOUGH = 0.75;
/**
 * Whether a bake is decided before its time.
 *
 * It has failed when one signal that can be sure, and that the deploy is to blame for, was high or critical by both
 * windows in `consecutive` samples in a row; samples that know nothing are passed over. It has passed after three quarters of
 * its time, when no sample has shown anything or left anything open, and the errors are so few of so many requests that their
 * share is surely below every level (one-sided Wilson interval, the error probability divided by the samples).
 */
function earlyEnd(observation, settings) {
    const samples = observation.looks.map((sample) => rowsOf(sample, observation, settings));
    if (hasFailed(samples, settings))
        return 'failed';
    return hasPassed(samples, observation.looks, settings) ? 'passed' : undefined;
}
function hasFailed(samples, { consecutive }) {
    const signals = new Set(samples.flat().map((row) => row.signal));
    return [...signals].some((signal) => {
        const rows = samples.flatMap((sample) => sample.filter((row) => row.signal === signal));
        const known = rows.filter((row) => row.severity !== 'unknown').slice(-consecutive);
        return known.length === consecutive && known.every(isSurelyBad);
    });
}
const isSurelyBad = ({ severity, conclusive, causedByDeploy }) => conclusive && causedByDeploy && severity !== 'unknown' && atLeast(severity, 'high');
function hasPassed(samples, seen, { consecutive, planned, errorRate }) {
    if (samples.length < Math.max(consecutive, Math.ceil(planned * ENOUGH)))
        return false;
    if (samples.some((rows) => rows.some((row) => row.long !== 'none' || row.short !== 'none')))
        return false;
    // The first samples after a deploy may come before its first requests.
    if (samples.slice(-consecutive).some((rows) => rows.some((row) => row.severity === 'unknown')))
        return false;
    const window = seen.at(-1)?.long;
    if (!window?.errorRate)
        return true;
    const { errorRate: rate, requests } = window;
    if (rate.value === null || requests?.value == null)
        return false;
    const share = { hits: rate.value * requests.value, all: requests.value };
    return levelOf(upperBound(share, ALPHA / planned), errorRate) === 'none';
}

;// CONCATENATED MODULE: ./build/assess/recovery.js

/** The share of requests that may fail once all is well again: the runbook's. */
const WELL_AGAIN = 0.001;
/** The settings by which a sample after a rollback is judged: where `low` is not given, it begins at the runbook's 0.1 %. */
function afterRollback(settings, isLowGiven) {
    const { low = WELL_AGAIN } = settings.errorRate;
    const errorRate = {
        ...settings.errorRate,
        low: isLowGiven ? low : Math.min(low, WELL_AGAIN),
    };
    return { ...settings, errorRate, consecutive: 1 };
}
/**
 * Whether a sample after a rollback has seen enough: nothing is wrong, and what is not known will not be known by waiting,
 * as where there is no time before the deploy to compare with.
 */
function isWellAgain(observation, settings) {
    const { rows } = judge(observation, settings);
    const isHopeless = (signal) => signal === 'slowdown' && observation.baseline === undefined;
    return (rows.length > 0 &&
        rows.every(({ severity, signal }) => severity === 'none' || (severity === 'unknown' && isHopeless(signal))));
}
/**
 * How a quick fix has ended before its time: it has helped (nothing is worse than low, in as many samples in a row as are
 * needed), or made it worse, so that the wait ends.
 */
function quickFixEnd(observation, settings) {
    if (observation.looks.length < settings.consecutive)
        return undefined;
    const { result, decision, severity } = judge(observation, { ...settings, afterQuickFix: false });
    if (result === 'judged' && (severity === 'none' || severity === 'low'))
        return 'helped';
    return result === 'judged' && decision === 'rollback' ? 'worse' : undefined;
}

;// CONCATENATED MODULE: ./build/assess/samples.js

/** A sample that is not older than this is one of now, however often it is scraped. Seconds. */
const ALWAYS_FRESH = 30;
/** A scrape that was missed and what it takes to arrive. Seconds. */
const SLACK = 5;
/** How often something is scraped where that is unknown. Seconds. */
const USUAL_INTERVAL = 60;
/** Rules that record what other rules have recorded. */
const DEPTH = 3;
/** The share of the fleet that has to be seen: a rollout may take a quarter of it away (`maxUnavailable`). */
const WHOLE = 0.75;
/**
 * Whether the samples behind a query are of now, and of the whole fleet. A range of five minutes gives a number for five
 * minutes after its target is gone, and so does what a rule makes of it; so the newest sample of each series that a query reads
 * is queried, and how many instances have one.
 */
class Samples {
    #prometheus;
    #at;
    #known;
    #numbers = new Map();
    constructor(prometheus, at, known) {
        this.#prometheus = prometheus;
        this.#at = at;
        this.#known = known;
    }
    /** Why a query says nothing of now, or not of all; undefined where it does. */
    async lackOf(query) {
        const selectors = await this.#sourcesOf(query, DEPTH);
        if (selectors.length === 0)
            return undefined;
        const [old, partial] = await Promise.all([this.#oldIn(selectors), this.#missingIn(selectors)]);
        return old ?? partial;
    }
    /** Why its samples are not of now: none of them is younger than a scrape or two. */
    async #oldIn(selectors) {
        const ages = await Promise.all(selectors.map(async (selector) => ({ selector, age: await this.#ageOf(selector) })));
        const known = ages.filter((each) => each.age !== null);
        if (known.length === 0)
            return `there is no sample of ${selectors.join(' and ')} any more, so the query describes the past`;
        // A service that stopped to fail has old failures, and new requests by the same name.
        const byName = [...Map.groupBy(known, ({ selector }) => /^[^{]*/.exec(selector)?.[0] ?? '').values()];
        for (const same of byName) {
            const newest = same.reduce((a, b) => (a.age <= b.age ? a : b));
            if (await this.#isOld(newest))
                return `the newest sample of ${newest.selector} is ${Math.round(newest.age)} s old`;
        }
        return undefined;
    }
    /**
     * Why its samples are not of the whole fleet: of the instances that had one before the deploy, fewer than three quarters have
     * one now, and there are not fewer pods because fewer are wanted. Few instances have series of failures alone, so the widest
     * of the series that a query reads counts.
     */
    async #missingIn(selectors) {
        const fleets = await Promise.all(selectors.map(async (selector) => ({
            selector,
            now: (await this.#instancesOf(selector, this.#at)) ?? 0,
            before: (await this.#instancesOf(selector, this.#known.before)) ?? 0,
        })));
        const { selector, now, before } = fleets.reduce((a, b) => (a.before >= b.before ? a : b));
        const seen = Math.max(now, ...fleets.map((fleet) => fleet.now));
        if (seen >= before * WHOLE)
            return undefined;
        const wanted = await this.#wantedPods();
        if (wanted !== undefined && seen >= wanted * WHOLE)
            return undefined;
        return `${seen} of ${before} instances have a sample of ${selector} now, so the query describes a part of the fleet`;
    }
    async #wantedPods() {
        const pods = await this.#known.pods;
        if (!pods || 'reason' in pods || pods.items.length === 0)
            return undefined;
        return pods.items.reduce((sum, { wanted }) => sum + wanted, 0);
    }
    /** The series that a query reads in the end, also through rules. */
    async #sourcesOf(query, depth) {
        const selectors = selectorsOf(query);
        const isRecorded = (selector) => /^[^{]*:/.test(selector);
        if (depth === 0 || !selectors.some(isRecorded))
            return selectors;
        const rules = await this.#prometheus.recorded();
        const behind = selectors.flatMap((selector) => rules.get(/^[^{]*/.exec(selector)?.[0] ?? '') ?? []);
        const sources = await Promise.all(behind.map((rule) => this.#sourcesOf(rule, depth - 1)));
        return [...new Set([...selectors, ...sources.flat()])];
    }
    #ageOf(selector) {
        return this.#number(`time() - max(timestamp(${selector}))`, this.#at);
    }
    #instancesOf(selector, at) {
        return this.#number(`count(count by (instance) (${selector}))`, at);
    }
    /** The number that a query gives, each asked once. */
    #number(query, at) {
        const key = `${at} ${query}`;
        const pending = this.#numbers.get(key) ?? this.#prometheus.number(query, at).then(({ value }) => value);
        this.#numbers.set(key, pending);
        return pending;
    }
    async #isOld({ selector, age }) {
        if (age <= ALWAYS_FRESH)
            return false;
        const times = `timestamp(${selector})[10m:5s]`;
        const query = `min((max_over_time(${times}) - min_over_time(${times})) / changes(${times}))`;
        const interval = (await this.#prometheus.number(query, this.#at)).value ?? USUAL_INTERVAL;
        return age > 2 * interval + SLACK;
    }
}

;// CONCATENATED MODULE: ./build/assess/take-sample.js






/** The least that a window is cut to while a deploy is young. Seconds. */
const SHORTEST = 60;
/**
 * Takes one sample with one deadline for all its queries: what has not answered by then is unknown, and the rest counts. A
 * sample that comes too late is of no use.
 */
async function within(sources, act) {
    const over = new AbortController();
    const milliseconds = waits/* WAITS */.r.ASSESS_SAMPLE_MS;
    const late = new errors/* ActionError */.lZ(`no answer within the ${milliseconds / 1000} s that a sample may take`);
    const timer = setTimeout(() => over.abort(late), milliseconds);
    try {
        return await act({
            ...sources,
            prometheus: sources.prometheus?.within(over.signal),
            until: over.signal,
        });
    }
    finally {
        clearTimeout(timer);
    }
}
/**
 * Samples everything at once. The windows end now by Prometheus' own clock, and do not reach back behind `since` (Unix
 * seconds): the deploy, whose errors would be thinned out, or the end of a rollback, which they were before. Where Prometheus
 * does not say its time, nothing else is queried there; the pods are sampled all the same.
 */
async function takeSample(sources, windows, since, clock = clockOf(sources)) {
    const { prometheus, pods, queries } = sources;
    const seeing = pods && inTime(pods(), sources.until);
    const { at, reason } = await clock;
    const age = since === null ? Number.POSITIVE_INFINITY : Math.round(at - since);
    const cut = (seconds) => Math.min(seconds, Math.max(age, Math.min(windows.least ?? windows.short ?? SHORTEST, seconds)));
    const samples = prometheus && reason === undefined
        ? new Samples(prometheus, at, { before: windows.whole ?? since ?? at - windows.long, pods: seeing })
        : undefined;
    const contextFor = (seconds) => prometheus && { prometheus: reason === undefined ? prometheus : silent(reason), seconds, at, samples };
    const window = (seconds) => {
        const context = seconds === undefined ? undefined : contextFor(cut(seconds));
        return context && queryWindow(queries, context);
    };
    const outageContext = queries.outage === undefined ? undefined : contextFor(cut(windows.long));
    const [long, short, outage, alerts, seen] = await Promise.all([
        window(windows.long),
        window(windows.short),
        outageContext && queryReading(queries.outage, outageContext),
        firing(sources, at, reason),
        seeing,
    ]);
    return {
        at,
        ...(long && { long }),
        ...(short && { short }),
        ...(outage && { outage }),
        ...(alerts && { alerts }),
        ...(seen && { pods: seen }),
    };
}
/** Samples the time before the deploy. `margin` seconds are left out, where the clocks of the two do not agree. */
function sampleBefore({ prometheus, queries }, seconds, deployedAt, margin, reason) {
    const source = prometheus && (reason === undefined ? prometheus : silent(reason));
    return source && queryWindow(queries, { prometheus: source, seconds, at: deployedAt - margin });
}
/** What time it is, in Unix seconds by the clock of Prometheus, where that is available; else by this machine's, with the reason. */
async function clockOf({ prometheus, clock }) {
    const reading = await prometheus?.clock();
    if (!reading || reading.value !== null)
        return { at: reading?.value ?? clock() };
    return { at: clock(), reason: reading.reason };
}
/**
 * The alerts that fire. Alertmanager says since when it has one, which is when its rule had waited (`for:`), and Prometheus
 * since when the condition holds; that one counts, so that both give the same answer.
 */
async function firing(sources, at, reason) {
    const { alertmanager, prometheus, get, alertLabels } = sources;
    if (Object.keys(alertLabels).length === 0)
        return undefined;
    const [listed, known] = await Promise.all([
        alertmanager && alertsIn(alertmanager, get, alertLabels, at, sources.until),
        reason === undefined ? prometheus?.alerts(alertLabels) : prometheus && { reason },
    ]);
    const chosen = listed ?? known;
    if (!chosen || 'reason' in chosen)
        return chosen;
    const begun = known && !('reason' in known) ? known.items : [];
    const items = chosen.items.map((alert) => {
        const same = listed && begun.find(({ labels }) => hasLabels(alert, labels));
        return {
            name: alert.labels.alertname ?? 'an alert without a name',
            severity: alert.labels.severity ?? '',
            since: Math.min(alert.since, same?.since ?? alert.since),
            ...(listed && !same && { isWaitUnknown: true }),
        };
    });
    return { items };
}
/** A list, or after the deadline the reason why it is unknown. */
const inTime = (list, until) => until === undefined
    ? list
    : Promise.race([
        list,
        new Promise((resolve) => {
            until.addEventListener('abort', () => resolve({ reason: (0,errors/* messageOf */.bD)(until.reason) }), { once: true });
        }),
    ]);
/** Stands in for a Prometheus that does not answer: one question was enough to know. */
const silent = (reason) => ({
    number: async () => ({ value: null, reason }),
    series: async () => ({ reason }),
});

// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
;// CONCATENATED MODULE: ./build/assess/watch.js


/**
 * Takes at most `settings.planned` samples, and ends early where that is decided. A sample that takes longer than the interval,
 * because a server does not answer, costs the ones that it overlaps: the watch takes no longer for it.
 *
 * @returns all that was seen, and how it ended where that was early
 */
async function watch(before, settings, { first, interval }, hooks) {
    const samples = [];
    const begun = performance.now();
    const elapsed = () => (performance.now() - begun) / 1000;
    /** How many samples are due by now. */
    const due = () => Math.floor((elapsed() - first) / interval) + 1;
    for (let number = 1;; number = Math.max(number, due()) + 1) {
        await (0,deadline/* pause */.v7)(Math.max(0, first + (number - 1) * interval - elapsed()) * 1000, hooks.signal);
        const sample = await hooks.sample();
        samples.push(sample);
        const observation = { ...before, looks: [...samples] };
        hooks.seen(rowsOf(sample, observation, settings), number);
        const early = hooks.early(observation);
        if (early || Math.max(number, due()) >= settings.planned)
            return { observation, early };
    }
}

;// CONCATENATED MODULE: ./build/assess/sampling.js










/** The clocks of two machines may differ by this many seconds without a word. */
const SKEW = 5;
const LATENCY_OFFSET = 35;
/** Takes the first sample, and the baseline. @throws ActionError where nothing says what to sample */
async function prepareSampling(inputs, signals, cluster, context) {
    const memory = cluster?.memory ?? [];
    const sources = sourcesOf(inputs, cluster && (() => cluster.vitals()), context);
    const ended = inputs.recovery === undefined ? undefined : endOfRollback(context);
    // Signals that a person gave before a rollback say nothing of now.
    const given = ended === undefined ? givenBy(inputs, signals) : {};
    const usesPrometheus = sources.prometheus !== undefined;
    if (signals && ended === undefined) {
        const first = { at: sources.clock(), given };
        const before = { deployedAt: null, memory };
        return { before, first, take: async () => first, sinceRollback: undefined, usesPrometheus };
    }
    if (!usesPrometheus && !sources.alertmanager && !cluster && Object.keys(given).length === 0)
        throw new errors/* ActionError */.lZ('Say what to judge by: `prometheus-url`, `alertmanager-url`, `workloads` with `kubeconfig`, or `signals`.');
    const deployedAt = inputs.deployedAt ?? cluster?.deployedAt ?? (inputs.bake ? sources.clock() : null);
    cluster?.startAt(ended ?? deployedAt);
    const takeBy = samplerOf(inputs, { ended, deployedAt, given });
    const take = (isWatched) => within(sources, (bounded) => takeBy(bounded, isWatched, clockOf(bounded)));
    const [baseline, first] = await within(sources, (bounded) => {
        const clock = clockOf(bounded);
        const readBaseline = async () => {
            const at = await clock;
            const margin = skewOf(at, bounded, inputs.deployedAt, context);
            if (deployedAt === null)
                return undefined;
            return sampleBefore(bounded, inputs.baseline, deployedAt, margin, at.reason);
        };
        const isWatched = inputs.bake !== undefined || ended !== undefined;
        return Promise.all([readBaseline(), isWatched ? undefined : takeBy(bounded, false, clock)]);
    });
    return {
        before: { deployedAt, memory, ...(baseline && { baseline }) },
        ...{ take, first, usesPrometheus },
        sinceRollback: ended === undefined ? undefined : Math.max(0, sources.clock() - ended),
    };
}
/** Takes one sample: since the deploy, or since the end of a rollback, where recovery from it is verified. */
function samplerOf(inputs, { ended, deployedAt, given }) {
    return async (bounded, isWatched, clock) => {
        // The record goes by the runner's clock, and what is measured by that of Prometheus.
        const ahead = async () => (await clock).at - bounded.clock();
        const since = ended === undefined ? deployedAt : ended + (await ahead());
        const windows = ended === undefined
            ? { long: inputs.window, short: isWatched ? inputs.shortWindow : undefined }
            : { long: inputs.window, least: inputs.shortWindow, whole: deployedAt ?? undefined };
        return { ...(await takeSample(bounded, windows, since, clock)), given };
    };
}
/** When the rollback that the record has put the last thing back (Unix seconds); undefined where nothing went back. */
function endOfRollback({ recordPath, rollbackId }) {
    const { outcome, ended } = (0,story/* storyOf */.d)((0,read/* readEvents */.w)(recordPath).events, rollbackId);
    return ended !== undefined && (outcome === 'done' || outcome === 'failed')
        ? Date.parse(ended) / 1000
        : undefined;
}
/** What there is to judge: one sample, or those of a bake. */
async function observationOf({ before, take, first }, { bake, interval }, settings, context) {
    if (bake === undefined)
        return { observation: { ...before, looks: first ? [first] : [] } };
    return watch(before, settings, { first: interval, interval }, {
        sample: () => take(true),
        early: (observation) => earlyEnd(observation, settings),
        ...followed(settings, context),
    });
}
/** Samples after a rollback until all is well, for at most `recovery`. */
async function afterwards({ before, take, sinceRollback = 0, usesPrometheus }, inputs, usual, context) {
    const { recovery = 0, interval, shortWindow } = inputs;
    // A window that reaches back behind the end would find the errors of before.
    const first = usesPrometheus ? Math.max(0, shortWindow - sinceRollback) : 0;
    const planned = 1 + Math.max(0, Math.floor((recovery - first) / interval));
    const isLowGiven = inputs.errorRate.some((line) => line.startsWith('low'));
    const settings = { ...afterRollback(usual, isLowGiven), planned };
    const { observation } = await watch(before, settings, { first, interval }, {
        sample: () => take(true),
        early: (seen) => isWellAgain(seen, settings) || undefined,
        ...followed(settings, context),
    });
    return { observation, settings };
}
/** Samples while a person tries a quick fix; what has not recovered by the end of its time goes back. */
async function afterQuickFix({ before, take }, { quickFix = 0, interval, consecutive }, usual, reason, again, context) {
    const settings = { ...usual, consecutive, planned: Math.max(1, Math.floor(quickFix / interval)) };
    const event = { component: 'assess', step: 'quick fix' };
    const until = timeOf(Date.now() / 1000 + quickFix);
    context.log.info(`${reason} There is time for a quick fix until ${until}; then it is rolled back.`);
    context.record({ ...event, status: 'started', message: reason, evidence: { until } });
    const { observation, early } = await watch(before, settings, { first: interval, interval }, {
        sample: () => take(true),
        early: (seen) => quickFixEnd(seen, settings),
        ...followed(settings, context),
    });
    // A rollback may have happened meanwhile.
    const memory = (await again())?.memory ?? observation.memory;
    const evidence = {
        observation: { ...observation, memory },
        settings: { ...settings, afterQuickFix: early !== 'worse' },
    };
    const { message } = judge(evidence.observation, evidence.settings);
    context.record({ ...event, status: early === 'helped' ? 'done' : 'failed', message, evidence: { until } });
    return evidence;
}
/** Logs and records each sample of a watch. */
const followed = ({ planned }, { log, record, signal }) => ({
    signal,
    seen(rows, number) {
        log.info(sampleLine(rows, number, planned));
        record({ component: 'assess', step: 'look', status: 'done', evidence: toOutput(rows) });
    },
});
/** How far Prometheus' clock is from this machine's, in seconds; a time of deploy may be by either. */
function skewOf({ at }, sources, deployedAt, { log }) {
    const skew = Math.abs(at - sources.clock());
    if (deployedAt !== undefined && deployedAt > at + Math.max(skew, SKEW))
        throw new errors/* ActionError */.lZ(`Input \`deployed-at\` is ${timeOf(deployedAt)}, which is in the future; check the clock that it comes from.`);
    if (skew <= SKEW)
        return 0;
    // VictoriaMetrics answers of a moment ago (`-search.latencyOffset`), which says nothing of its clock.
    if (at < sources.clock() && skew <= LATENCY_OFFSET)
        return skew;
    log.warn(`The clock of Prometheus is ${Math.round(skew)} s off this runner's; the time before the deploy ends that much earlier.`);
    return skew;
}

;// CONCATENATED MODULE: ./build/assess/signals.js




const FORMAT = 'rollback-actions/assess/1';
const share = dist/* pipe */.FsL(dist/* number */.aig('must be a fraction such as 0.12'), dist/* finite */.E2x(), dist/* minValue */.Wwf(0, 'must not be negative'));
const flag = dist/* boolean */.zMY('must be true or false');
const given = dist/* strictObject */.rej({
    'error-rate': dist/* optional */.lqM(dist/* pipe */.FsL(share, dist/* maxValue */.cGV(1, 'is a fraction and must not be above 1'))),
    slowdown: dist/* optional */.lqM(share),
    outage: dist/* optional */.lqM(flag),
    'data-corruption': dist/* optional */.lqM(flag),
    'security-breach': dist/* optional */.lqM(flag),
    impact: dist/* optional */.lqM(dist/* picklist */.KIO(['major', 'minor', 'cosmetic'], 'must be major, minor or cosmetic')),
});
const reading = dist/* object */.Ikc({
    query: dist/* string */.YjP(),
    value: dist/* nullable */.mee(dist/* number */.aig()),
    reason: dist/* optional */.lqM(dist/* string */.YjP()),
});
const histogram = dist/* object */.Ikc({
    quantile: dist/* number */.aig(),
    buckets: dist/* array */.YOg(dist/* object */.Ikc({ bound: dist/* nullable */.mee(dist/* number */.aig()), rate: dist/* number */.aig() })),
    mean: dist/* optional */.lqM(dist/* number */.aig()),
});
const signals_window = dist/* object */.Ikc({
    seconds: dist/* number */.aig(),
    errorRate: dist/* optional */.lqM(reading),
    requests: dist/* optional */.lqM(reading),
    latency: dist/* optional */.lqM(dist/* object */.Ikc({ ...reading.entries, histogram: dist/* optional */.lqM(histogram) })),
});
const signals_unknown = dist/* object */.Ikc({ reason: dist/* string */.YjP() });
const signals_alert = dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    severity: dist/* string */.YjP(),
    since: dist/* number */.aig(),
    isWaitUnknown: dist/* optional */.lqM(dist/* boolean */.zMY()),
});
const pods = dist/* object */.Ikc({
    workload: dist/* string */.YjP(),
    wanted: dist/* number */.aig(),
    ready: dist/* number */.aig(),
    readyOfNewest: dist/* number */.aig(),
    restarts: dist/* number */.aig(),
    terminalFailure: dist/* optional */.lqM(dist/* string */.YjP()),
});
const signals_sample = dist/* object */.Ikc({
    at: dist/* number */.aig(),
    long: dist/* optional */.lqM(signals_window),
    short: dist/* optional */.lqM(signals_window),
    outage: dist/* optional */.lqM(reading),
    alerts: dist/* optional */.lqM(dist/* union */.KCZ([dist/* object */.Ikc({ items: dist/* array */.YOg(signals_alert) }), signals_unknown])),
    pods: dist/* optional */.lqM(dist/* union */.KCZ([dist/* object */.Ikc({ items: dist/* array */.YOg(pods) }), signals_unknown])),
    given: dist/* optional */.lqM(dist/* object */.Ikc({ ...given.entries, wrong: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())) })),
});
const memory = dist/* object */.Ikc({
    workload: dist/* string */.YjP(),
    since: dist/* number */.aig(),
    last: dist/* optional */.lqM(dist/* object */.Ikc({ id: dist/* string */.YjP(), at: dist/* number */.aig(), isCurrent: dist/* boolean */.zMY() })),
    again: dist/* optional */.lqM(dist/* object */.Ikc({ images: dist/* array */.YOg(dist/* string */.YjP()), id: dist/* string */.YjP(), at: dist/* string */.YjP() })),
});
const thresholds = dist/* object */.Ikc(Object.fromEntries(record_severity/* SEVERITIES */.o.map((severity) => [severity, dist/* optional */.lqM(dist/* number */.aig())])));
const evidence = dist/* object */.Ikc({
    format: dist/* literal */.euz(FORMAT),
    observation: dist/* object */.Ikc({
        deployedAt: dist/* nullable */.mee(dist/* number */.aig()),
        baseline: dist/* optional */.lqM(signals_window),
        looks: dist/* pipe */.FsL(dist/* array */.YOg(signals_sample), dist/* minLength */.BpQ(1)),
        memory: dist/* array */.YOg(memory),
    }),
    settings: dist/* object */.Ikc({
        errorRate: thresholds,
        latency: thresholds,
        slo: dist/* optional */.lqM(dist/* number */.aig()),
        minRequests: dist/* number */.aig(),
        minSlowdown: dist/* number */.aig(),
        maxRestarts: dist/* number */.aig(),
        consecutive: dist/* number */.aig(),
        planned: dist/* number */.aig(),
        onInconclusive: dist/* picklist */.KIO(['ask', 'rollback', 'pass']),
        cooldown: dist/* number */.aig(),
        maxAge: dist/* number */.aig(),
        afterQuickFix: dist/* optional */.lqM(dist/* boolean */.zMY()),
    }),
});
/**
 * Reads the input `signals`: what a person says, or the evidence of an earlier run.
 *
 * @throws ActionError where it is not JSON, or neither of the two
 */
function parseSignals(text) {
    const value = parse(text);
    if (isEvidence(value)) {
        const parsed = dist/* safeParse */.xLC(evidence, value);
        if (parsed.success) {
            const { observation, settings } = parsed.output;
            return { evidence: { observation, settings } };
        }
        throw new errors/* ActionError */.lZ(`Input \`signals\` is an evidence file that has been changed: ${describeIssue(parsed.issues[0])}.`);
    }
    const parsed = dist/* safeParse */.xLC(given, value);
    if (parsed.success)
        return { given: parsed.output };
    const strange = parsed.issues.find((issue) => issue.expected === 'never');
    if (strange)
        throw new errors/* ActionError */.lZ(`Input \`signals\`: ${describeIssue(strange)}; accepted are error-rate, slowdown, outage, data-corruption, security-breach and impact (docs/decide.md).`);
    // What is wrong is not known; what else was given counts all the same.
    const wrong = Object.fromEntries(parsed.issues.map((issue) => [dist/* getDotPath */.BuJ(issue) ?? '', `\`signals\` is wrong: it ${issue.message}`]));
    const right = Object.fromEntries(Object.entries(value).filter(([name]) => !(name in wrong)));
    return { given: { ...dist/* parse */.qgA(given, right), wrong } };
}
/** The evidence file. */
const renderEvidence = (content) => `${JSON.stringify((0,redact/* redacted */.pc)({ format: FORMAT, ...content }), undefined, 1)}\n`;
const isEvidence = (value) => 'format' in value;
function parse(text) {
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // Reported below, as is JSON that is not an object.
    }
    throw new errors/* ActionError */.lZ('Input `signals` is neither a JSON object nor the path of an evidence file.');
}
const describeIssue = (issue) => `${dist/* getDotPath */.BuJ(issue) ?? 'it'} ${issue.expected === 'never' ? 'is not known' : issue.message}`;

// EXTERNAL MODULE: ./build/base/files.js
var files = __webpack_require__(60599);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/domain/workloads/select.js
var workloads_select = __webpack_require__(95722);
// EXTERNAL MODULE: ./build/owners/find.js
var find = __webpack_require__(54138);
// EXTERNAL MODULE: ./build/owners/forgotten.js
var forgotten = __webpack_require__(96619);
// EXTERNAL MODULE: ./build/owners/inputs.js
var owners_inputs = __webpack_require__(21312);
// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/base/time-limit.js
var time_limit = __webpack_require__(2609);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/service/marks.js
var marks = __webpack_require__(94054);
// EXTERNAL MODULE: ./build/service/namespace.js
var service_namespace = __webpack_require__(95763);
// EXTERNAL MODULE: ./build/service/permissions.js
var permissions = __webpack_require__(1004);
// EXTERNAL MODULE: ./build/service/select.js
var service_select = __webpack_require__(64690);
// EXTERNAL MODULE: ./build/service/vitals.js
var vitals = __webpack_require__(84005);
;// CONCATENATED MODULE: ./build/service/observe.js










/** Workloads that are looked at and not changed. */
class Observed {
    #connection;
    #wanted;
    #log;
    #first;
    #before = new Map();
    constructor(connection, wanted, log, first) {
        this.#connection = connection;
        this.#wanted = wanted;
        this.#log = log;
        this.#first = first;
    }
    /** Takes the first observation. @throws ActionError where a right is missing, a workload is not there or the API server does not answer */
    static async open(connection, selection, log) {
        const { client, namespace } = connection;
        const wanted = { selection, kinds: await (0,workloads_select/* kindsIn */.Rd)(client, selection, namespace) };
        await (0,access/* requirePermissions */.An)(client, namespace, (0,permissions/* toObserve */.Af)(wanted.kinds));
        return new Observed(connection, wanted, log, await observeOne(connection, wanted, log));
    }
    get workloads() {
        return this.#first.map(({ workload }) => workload);
    }
    /** What the workloads remember of rollbacks. */
    get memory() {
        return this.#first.map(vitals/* rollbackHistory */.PY);
    }
    /**
     * When the newest revision was made that no rollback brought, in Unix seconds; null where there is none. After a rollback
     * that is the one that was left: what was before it is what things are compared with.
     */
    get deployedAt() {
        const made = this.#first.flatMap(({ workload, history }) => {
            const brought = (0,marks/* lastRollback */.Hp)(workload)?.to;
            const own = history.filter(({ object }) => object.metadata.uid !== brought);
            return own.map(({ object }) => Date.parse(object.metadata.creationTimestamp ?? '') / 1000 || 0);
        });
        return Math.max(0, ...made) || null;
    }
    /** From here on, restarts so far count only where the pod is younger than the deploy (Unix seconds). */
    startAt(deployedAt) {
        this.#before = (0,vitals/* restartsBefore */.Mc)(this.#first, deployedAt);
    }
    /** A fresh look at the pods, or why there is none. */
    async vitals() {
        try {
            const seen = await observeOne(this.#connection, this.#wanted, this.#log);
            return { items: seen.map((one) => (0,vitals/* vitalsOf */.XE)(one, this.#before)) };
        }
        catch (error) {
            this.#connection.client.signal.throwIfAborted();
            return { reason: (0,errors/* messageOf */.bD)(error) };
        }
    }
}
async function observeOne({ client, namespace: name }, { selection, kinds }, log) {
    const once = client.withSignal(AbortSignal.any([
        client.signal,
        (0,time_limit/* timeLimit */.z)(waits/* WAITS */.r.PODS_STATE_MS, 'The API server did not show the workloads and their pods'),
    ]));
    try {
        const namespace = await service_namespace/* NamespaceCache */.U.watch(once, name, kinds, log);
        const workloads = (await (0,service_select/* select */.L)(once, namespace, selection)).flat();
        return workloads.map(({ workload }) => ({
            workload,
            history: namespace.history(workload),
            pods: namespace.pods(workload),
        }));
    }
    finally {
        once.close();
    }
}

// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
;// CONCATENATED MODULE: ./build/actions/assess.js


















const assess_inputs = { ...inputs, ...owners_inputs/* ownerInputs */.DX };
/** Judges whether what runs has to be rolled back; changes nothing. */
const assess_action = (0,action/* defineAction */.Q)({ name: 'assess', inputs: assess_inputs, changes: false, main });
async function main(inputs, context) {
    const settings = settingsOf(inputs, context);
    const given = inputs.signals === undefined ? undefined : parseSignals(fileOr(inputs.signals));
    if (given && 'evidence' in given)
        return outcomeOf(given.evidence, undefined, inputs, context);
    const needsCluster = inputs.workloads.length > 0 || inputs.selector !== undefined;
    const connection = needsCluster ? (0,connect/* connect */.N)(inputs, context) : undefined;
    try {
        const selection = connection && (0,workloads_select/* parseSelection */.gO)(inputs.workloads, inputs.selector, []);
        const open = async () => selection && (await Observed.open(connection, selection, context.log));
        const cluster = await open();
        for (const warning of (0,vitals/* warningsOf */.nZ)(cluster?.memory ?? []))
            context.log.warn(warning);
        if (connection && cluster)
            await warnOfForgotten((0,owners_inputs/* clustersOf */.Dg)(connection.client, inputs, context), cluster, context);
        const sampling = await prepareSampling(inputs, given?.given, cluster, context);
        if (sampling.sinceRollback !== undefined)
            return outcomeOf(await afterwards(sampling, inputs, settings, context), undefined, inputs, context);
        const { observation, early } = await observationOf(sampling, inputs, settings, context);
        const { decision, message } = judge(observation, settings);
        if (inputs.quickFix === undefined || given || decision !== 'quick-fix-then-rollback')
            return outcomeOf({ observation, settings }, early, inputs, context);
        const evidence = await afterQuickFix(sampling, inputs, settings, message, open, context);
        return outcomeOf(evidence, undefined, inputs, context);
    }
    finally {
        connection?.client.close();
    }
}
/** An owner that a rollback has paused stays so until it is handed back; what cannot be read is passed over here. */
async function warnOfForgotten(clusters, { workloads }, { log, record }) {
    const owners = new Set((await (0,find/* findOwners */.Gr)(clusters, workloads)).values());
    for (const owner of owners) {
        const message = (0,forgotten/* forgottenPause */.j)(owner, clusters.client.now);
        if (message === undefined)
            continue;
        log.warn((0,sentence/* asSentence */.KG)(message[0]?.toUpperCase() + message.slice(1)));
        record({
            ...{ component: 'owner', step: `find paused ${owner.name}`, status: 'done', message },
            ...(owner.pausedBy && { evidence: { since: owner.pausedBy.at } }),
        });
    }
}
function outcomeOf(evidence, early, inputs, { log, rollbackId }) {
    const judgement = judge(evidence.observation, evidence.settings);
    const { severity, decision, decideBy, result, message, rows } = judgement;
    const path = inputs.evidenceFile ?? (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `assess-evidence-${rollbackId}.json`);
    (0,files/* writePrivate */.pb)(path, renderEvidence(evidence));
    const until = decideBy === null ? '' : timeOf(decideBy);
    if (early)
        log.info(`The bake ended early: it has clearly ${early}.`);
    if (result === 'inconclusive')
        log.warn(message);
    const outputs = {
        severity,
        decision,
        'decide-by': until,
        evidence: toOutput(rows),
        'evidence-file': path,
        message,
    };
    return { result, message, outputs, summary: summaryOf(judgement) };
}
/** The content of a file, where there is one of that name. */
const fileOr = (value) => ((0,external_node_fs_.existsSync)(value) ? (0,external_node_fs_.readFileSync)(value, 'utf8') : value);


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

/***/ 96619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ forgottenPause)
/* harmony export */ });
/** A pause that is older was forgotten. */
const DAY_MS = 86_400_000;
/** What to do about an owner that a rollback has paused more than a day ago, as a part of a sentence. */
function forgottenPause({ name, pausedBy }, now) {
    if (!pausedBy || !(now.getTime() - Date.parse(pausedBy.at) > DAY_MS))
        return undefined;
    return `the ${name} is paused since ${pausedBy.at} by rollback ${pausedBy.id}; put the older version into its source and hand it back`;
}


/***/ }),

/***/ 63513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ SEVERITIES)
/* harmony export */ });
/** How bad it is, least first. */
const SEVERITIES = ['none', 'low', 'medium', 'high', 'critical'];


/***/ }),

/***/ 84005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ restartsBefore),
/* harmony export */   PY: () => (/* binding */ rollbackHistory),
/* harmony export */   XE: () => (/* binding */ vitalsOf),
/* harmony export */   nZ: () => (/* binding */ warningsOf)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85738);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33030);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94054);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71157);
/* harmony import */ var _terminal_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91757);






/** How the pods of a workload are; `before` has restarts by the uid of a pod that do not count. */
function vitalsOf({ workload, history, pods }, before = new Map()) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .currentRevision */ .h7)(workload, history);
    const own = (0,_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .newPods */ .Ng)({
        workload,
        pods,
        podLabel: current?.podLabel,
        revision: current?.object.metadata.name,
    });
    const count = (pod) => Math.max(0, restartsOf(pod) - (before.get(pod.metadata.uid) ?? 0));
    const terminalFailure = terminalFailureOf(workload, current, own);
    return {
        workload: (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(workload)),
        wanted: (0,_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .wantedPods */ .qB)(workload),
        ready: pods.filter((pod) => (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .isReady */ .i_)(pod) && !pod.metadata.deletionTimestamp).length,
        readyOfNewest: own.filter(_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .isReady */ .i_).length,
        restarts: own.reduce((sum, pod) => sum + count(pod), 0),
        ...(terminalFailure && { terminalFailure }),
    };
}
/** The restarts of pods that are older than a deploy (Unix seconds), by uid: it is not to blame for these. */
function restartsBefore(seen, deployedAt) {
    const isOlder = ({ metadata }) => deployedAt === null || Date.parse(metadata.creationTimestamp ?? '') / 1000 < deployedAt;
    const older = seen.flatMap(({ pods }) => pods.filter(isOlder));
    return new Map(older.map((pod) => [pod.metadata.uid, restartsOf(pod)]));
}
/** How often the containers of a pod have been started again. */
const restartsOf = (pod) => (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
/** What is remembered of rollbacks of a workload. */
function rollbackHistory({ workload, history }) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .currentRevision */ .h7)(workload, history);
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .lastRollback */ .Hp)(workload);
    const isCurrent = last !== undefined && last.to === current?.object.metadata.uid;
    const again = current && !isCurrent ? leftBefore(current, history, last?.to) : undefined;
    return {
        workload: (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(workload)),
        since: Date.parse(current?.object.metadata.creationTimestamp ?? '') / 1000 || 0,
        ...(last && { last: { id: last.id, at: Date.parse(last.at) / 1000, isCurrent } }),
        ...(again && { again }),
    };
}
/** What was rolled back from before and is deployed again, a sentence each. */
function warningsOf(memory) {
    return memory.flatMap(({ workload, again }) => again
        ? [
            `${workload} runs ${again.images.join(', ')} again, which rollback ${again.id} left at ${again.at}; check whether its cause is gone.`,
        ]
        : []);
}
/** The images of a revision that a rolled-back one had too, but not what that rollback went `to`. */
function leftBefore(current, history, to) {
    const target = history.find(({ object }) => object.metadata.uid === to);
    const good = target ? Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOf */ .IC)(target.template)) : [];
    const own = Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOf */ .IC)(current.template)).filter((image) => !good.includes(image));
    for (const revision of history) {
        const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(revision.object);
        const bad = Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOf */ .IC)(revision.template));
        const images = own.filter((image) => bad.includes(image));
        // The present revision was marked good since.
        const isForgiven = mark && ((0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .goodMark */ .X3)(current.object)?.at ?? '') > mark.at;
        if (mark && !isForgiven && images.length > 0)
            return { images, id: mark.id, at: mark.at };
    }
    return undefined;
}
function terminalFailureOf(workload, current, pods) {
    for (const pod of pods) {
        const terminalFailure = (0,_terminal_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .terminalPodFailure */ .kI)(pod);
        if (terminalFailure)
            return `pod ${pod.metadata.name} is in ${terminalFailure.reason}`;
    }
    const object = current?.object;
    const refused = object?.kind === 'ReplicaSet' && 'spec' in object && (0,_terminal_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .terminalReplicaSetFailure */ .rr)(object, workload);
    return refused ? `no pod can be made (${refused.reason})` : undefined;
}


/***/ }),

/***/ 34193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ signerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


/**
 * Signs requests to a service of AWS with the credentials that the AWS SDK finds: the environment's, a web identity's, the
 * instance's. What it gives are all headers of the request but `host`, which fetch sets itself.
 *
 * @param peer the service as people call it
 * @throws ActionError where there are no credentials
 */
function signerOf(peer, service, region) {
    const ready = load(service, region);
    return async ({ method, url, headers, body }) => {
        const { hostname, host, pathname, searchParams, protocol } = url;
        const query = {};
        for (const name of new Set(searchParams.keys()))
            query[name] = searchParams.getAll(name);
        const request = {
            ...{ method, protocol, hostname, path: pathname, query, headers: { ...headers, host } },
            ...(body !== undefined && { body }),
        };
        try {
            const { headers: all } = await (await ready).sign(request);
            return Object.fromEntries(Object.entries(all).filter(([name]) => name.toLowerCase() !== 'host'));
        }
        catch (error) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${peer} wants signed requests, and there are no AWS credentials (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}); give them to the step, for example by aws-actions/configure-aws-credentials`, { cause: error });
        }
    };
}
/** Loaded only where it is needed. */
async function load(service, region) {
    const [{ SignatureV4 }, { defaultProvider }] = await Promise.all([
        __webpack_require__.e(/* import() */ 5118).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19)),
        Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861)]).then(__webpack_require__.t.bind(__webpack_require__, 5861, 19)),
    ]);
    return new SignatureV4({ service, region, credentials: defaultProvider(), sha256: Sha256 });
}
/** Node's own SHA-256 in the form that the signer wants. */
class Sha256 {
    #hash;
    constructor(secret) {
        this.#hash = secret === undefined ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', bytesOf(secret));
    }
    update(data) {
        this.#hash.update(bytesOf(data));
    }
    async digest() {
        return this.#hash.digest();
    }
    reset() { }
}
function bytesOf(data) {
    if (typeof data === 'string')
        return Buffer.from(data);
    return ArrayBuffer.isView(data)
        ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
        : Buffer.from(data);
}


/***/ }),

/***/ 88579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseArgsStringToArgv)
/* harmony export */ });
/* unused harmony export default */

function parseArgsStringToArgv(value, env, file) {
    const myArray = [];
    if (env) {
        myArray.push(env);
    }
    if (file) {
        myArray.push(file);
    }
    let current = "";
    let inQuote = null;
    let hasToken = false; // Track if we've started a token (for empty quotes)
    let i = 0;
    while (i < value.length) {
        const char = value[i];
        if (inQuote) {
            // Inside quotes - look for the closing quote
            if (char === inQuote) {
                // End of quoted section
                inQuote = null;
            }
            else {
                // Add character to current token (without the quotes)
                current += char;
            }
        }
        else {
            // Outside quotes
            if (char === '"' || char === "'") {
                // Start of quoted section - this means we have a token even if empty
                inQuote = char;
                hasToken = true;
            }
            else if (/\s/.test(char)) {
                // Whitespace - end current token if we have one
                if (hasToken) {
                    myArray.push(current);
                    current = "";
                    hasToken = false;
                }
            }
            else {
                // Regular character - add to current token
                current += char;
                hasToken = true;
            }
        }
        i++;
    }
    // Don't forget the last token
    if (hasToken) {
        myArray.push(current);
    }
    return myArray;
}


/***/ })

};

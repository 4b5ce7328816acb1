export const id = 7700;
export const ids = [7700];
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

/***/ 31666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   aB: () => (/* binding */ PassingError)
/* harmony export */ });
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74995);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);




/** A failure that may be over in a moment: worth another attempt, `retryAfterMs` later. */
class PassingError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ {
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
/**
 * The one retry policy: tries again what may be over in a moment, after growing pauses with jitter; longer where the other
 * side says for how long it wants to be left alone, and not at all where that is longer than there is time for. A limit is
 * waited for as long as there is time.
 *
 * @throws what the last attempt threw; the signal's reason where that aborted
 */
async function retry(work, limits) {
    const { signal, withinMs = Number.POSITIVE_INFINITY, attempts = Number.POSITIVE_INFINITY } = limits;
    const { longestPauseMs = _waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.RETRY_LONGEST_PAUSE_MS } = limits;
    const end = performance.now() + withinMs;
    let failures = 0;
    let met = 0;
    const isWorthwhile = (error) => !signal.aborted &&
        (failures < attempts || isLimit(error)) &&
        retryAfterOf(error) <= end - performance.now() &&
        isAgain(error, limits);
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .Ay)(() => work().catch(throwAsError), {
            retries: Number.POSITIVE_INFINITY,
            minTimeout: _waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.RETRY_FIRST_PAUSE_MS,
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
                // p-retry makes a pause of its own only after what costs an attempt.
                const own = isLimit(error) ? growing(met++, longestPauseMs) : 0;
                await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(Math.max(retryAfterOf(error), own), signal);
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
const growing = (before, longest) => Math.min(longest, _waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.RETRY_FIRST_PAUSE_MS * 2 ** before * (1 + Math.random()));
function isAgain(error, { isPassing, repeatable = true }) {
    const passes = isPassing ? isPassing(error) : error instanceof PassingError;
    return passes && (repeatable || !error.mayBeDone);
}
/** p-retry knows errors by their class, which those of Node's streams are not in every context. */
function throwAsError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
        throw thrown;
    const { message, name } = thrown;
    // And it takes a TypeError for a bug that stays, which fetch throws for a lost connection too.
    throw thrown instanceof Error && name !== 'TypeError' ? thrown : new Error(message, { cause: thrown });
}
/** `Retry-After` in milliseconds, in seconds or as a date; 0 where there is none, or none that is understood. */
function retryAfterMs(header) {
    if (!header)
        return 0;
    const milliseconds = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
    return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0;
}


/***/ }),

/***/ 4771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ asSentence),
/* harmony export */   Qu: () => (/* binding */ withoutFullStop),
/* harmony export */   eZ: () => (/* binding */ namesOf)
/* harmony export */ });
/** A text of others as a sentence: with one full stop at its end, whether it had one or not. */
function asSentence(text) {
    const trimmed = text.trimEnd();
    return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
/** A text of others as a part of a sentence: without the full stop at its end. */
function withoutFullStop(text) {
    return text.trimEnd().replace(/\.$/, '');
}
/** `a, b and 3 more`: the first `most` of some names, and how many more there are. A sentence holds five. */
function namesOf(names, most = 5) {
    const more = names.length - most;
    return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}


/***/ }),

/***/ 71501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   _W: () => (/* binding */ inAnyCase),
/* harmony export */   vd: () => (/* binding */ allSettled)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** What all of them give, in their order. @throws the first failure, once every one of them is over */
async function allSettled(works) {
    const settled = await Promise.allSettled(works);
    const failed = settled.find((item) => item.status === 'rejected');
    if (failed)
        throw failed.reason;
    return settled.map((item) => item.value);
}
/**
 * Does `work`, and then `after` whatever came of it. Where both fail, what failed first is thrown: the rest comes of it, and
 * is a detail.
 */
async function inAnyCase(work, after) {
    let result;
    try {
        result = await work();
    }
    catch (error) {
        await after().catch((later) => {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
                error.details.push(`Afterwards: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(later)}`);
        });
        throw error;
    }
    await after();
    return result;
}
/** What a promise gives, or the signal's reason as soon as it aborts. */
function unlessAborted(promise, signal) {
    const aborted = Promise.withResolvers();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', abort);
    if (signal.aborted)
        abort();
    return Promise.race([promise, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}


/***/ }),

/***/ 71581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ withoutEndSlashes)
/* harmony export */ });
/** A URL or path without the slashes at its end, in time that grows with their number: a plain `/\/+$/` takes its square. */
const withoutEndSlashes = (text) => text.replace(/(?<!\/)\/+$/, '');


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

/***/ 39668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JY: () => (/* binding */ textWithin),
/* harmony export */   Xi: () => (/* binding */ linesWithin),
/* harmony export */   YZ: () => (/* binding */ endOfText)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);

/** A text as far as `most` bytes; what comes after them is not waited for. */
async function textWithin(stream, most) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of stream) {
        chunks.push(chunk);
        bytes += chunk.byteLength;
        if (bytes > most)
            break;
    }
    return { text: Buffer.concat(chunks).subarray(0, most).toString(), isCut: bytes > most };
}
/** The end of a text that comes in pieces, as far as `most` bytes; what was before them is let go. */
function endOfText(most) {
    let chunks = [];
    let bytes = 0;
    const end = () => Buffer.concat(chunks).subarray(-most);
    return {
        hear(chunk) {
            chunks.push(chunk);
            bytes += chunk.byteLength;
            if (bytes <= 2 * most)
                return;
            chunks = [end()];
            bytes = most;
        },
        text: () => end().toString(),
    };
}
/** The lines of a text that comes in pieces, each as far as `most` signs. */
function linesWithin(most, onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    let rest = '';
    const take = (text) => {
        rest = rest.length < most ? rest + text.slice(0, most - rest.length) : rest;
    };
    const flush = () => {
        onLine(rest.replace(/\r$/, ''));
        rest = '';
    };
    return {
        hear(chunk) {
            const [first = '', ...others] = decoder.write(chunk).split('\n');
            take(first);
            for (const other of others) {
                flush();
                take(other);
            }
        },
        end() {
            take(decoder.end());
            if (rest !== '')
                flush();
        },
    };
}


/***/ }),

/***/ 25019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ mayRedirect),
/* harmony export */   Wj: () => (/* binding */ isPassingStatus),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   o_: () => (/* binding */ jsonOf),
/* harmony export */   tN: () => (/* binding */ send)
/* harmony export */ });
/* unused harmony export decoded */
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31666);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39668);
/* harmony import */ var _network_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69355);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5975);







/** Statuses that may be others in a moment: overload, and what gateways say of what is behind them. */
const isPassingStatus = (status) => status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
/**
 * One attempt of a request: with a body that ends after so many bytes, user and password of the URL as a header, and no
 * credentials that a redirect takes to another host.
 *
 * @param signal ends the attempt
 * @throws PassingError where there is no answer, an ActionError where that will not change; what was thrown as it is where
 *   `signal` ended it
 */
async function send(request, signal) {
    const { url, authorization } = withoutCredentials(request.url);
    try {
        const response = await follow(request, url, { ...authorization, ...request.headers }, signal);
        const { text, isCut } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_4__/* .textWithin */ .JY)(response.body ?? node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([]), request.mostBytes);
        return { status: response.status, headers: response.headers, body: text, isCut };
    }
    catch (error) {
        if (signal.aborted || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
            throw error;
        throw unreachable(request, error);
    }
}
async function follow(request, url, headers, signal, left = request.redirects ?? 0) {
    (0,_requests_js__WEBPACK_IMPORTED_MODULE_6__/* .countRequest */ .z)('over HTTP');
    const response = await fetch(url, {
        method: request.method ?? 'GET',
        // fetch would follow a redirect without saying to which host.
        redirect: 'manual',
        signal,
        headers: {
            'User-Agent': 'rollback-actions',
            ...headers,
            // One that was left open may be closed by the other side just as the next message is sent, which would then be lost.
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${request.peer ?? request.url.host} redirects to where it is not followed; give the address that it leads to.`);
    const stays = next.origin === url.origin;
    return follow(request, withoutCredentials(next).url, stays ? headers : {}, signal, left - 1);
}
/**
 * Whether a redirect may be followed: not out of encryption, not into the machine, and not to the addresses where clouds
 * give credentials away.
 */
function mayRedirect(from, to) {
    if (to.protocol !== 'https:' && (to.protocol !== 'http:' || from.protocol === 'https:'))
        return false;
    return !isMetadata(to.hostname) && (isInternal(from.hostname) || !isInternal(to.hostname));
}
/** Addresses of the machine itself. A URL has every spelling of an IPv4 address in one form. */
const isInternal = (host) => /^(localhost|[^.]+\.localhost|0\.0\.0\.0|127\.[\d.]+|\[::1?\]|\[::ffff:7f[\da-f:]+\])\.?$/.test(host);
/** Link-local addresses, and the names that clouds give theirs. */
const isMetadata = (host) => /^(169\.254\.[\d.]+|metadata(\.google\.internal)?|\[(fe[89ab]|fd00:ec2:|::ffff:a9fe:)[\da-f:]*\])\.?$/.test(host);
/** fetch refuses `https://user:password@host`, so user and password travel as a header. */
function withoutCredentials(given) {
    const url = new URL(given);
    if (url.username === '' && url.password === '')
        return { url, authorization: {} };
    const pair = `${decoded(url.username)}:${decoded(url.password)}`;
    url.username = '';
    url.password = '';
    return { url, authorization: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}
/** A part of a URL, decoded; as it is where it is not encoded. */
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
/** The JSON of an answer, or undefined where it is not one. */
function jsonOf(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
/** What an answer says in words, for a message: one line, cut, and nothing where it is the page of a proxy. */
function wordsOf(body, most = 200) {
    const words = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .beginning */ .Ir)(body, 4 * most)
        .replace(/\s+/g, ' ')
        .trim();
    if (words === '')
        return '';
    return words.startsWith('<') ? ', an HTML page' : `: ${words.slice(0, most)}`;
}
function unreachable({ peer, check, url }, error) {
    const remedy = check ? `; check ${check} and the network of the runner.` : '';
    const sentence = `${peer ?? url.host} cannot be reached: ${(0,_network_js__WEBPACK_IMPORTED_MODULE_5__/* .unreachableReason */ .N4)(error)}${remedy}`;
    return (0,_network_js__WEBPACK_IMPORTED_MODULE_5__/* .isLasting */ .dJ)(error)
        ? new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(sentence, { cause: error })
        : new _base_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .PassingError */ .aB(sentence, { mayBeDone: !(0,_network_js__WEBPACK_IMPORTED_MODULE_5__/* .wasUnsent */ .Xm)(error), cause: error });
}


/***/ }),

/***/ 33266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ requirePermissions),
/* harmony export */   HR: () => (/* binding */ missingPermissions),
/* harmony export */   UL: () => (/* binding */ RightsError),
/* harmony export */   gH: () => (/* binding */ describePermissions)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** The credentials lack rights. */
class RightsError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    name = 'RightsError';
}
/**
 * Asks the cluster whether these credentials may do all of this in the namespace.
 *
 * @throws RightsError with the missing rules as YAML that fits into a Role
 */
async function requirePermissions(client, namespace, permissions) {
    const rules = await missingPermissions(client, namespace, permissions);
    if (rules.length === 0)
        return;
    throw new RightsError(`The credentials may not ${describePermissions(rules)} in the namespace ${namespace}; add the rules below to their Role (docs/permissions.md has it whole).`, { details: ['rules:', ...rules.map(asRule)] });
}
/** `patch deployments, get/list secrets`. */
const describePermissions = (permissions) => permissions.map(({ verbs, resource }) => `${verbs.join('/')} ${resource}`).join(', ');
/** What of this these credentials may not do, each with the verbs that are missing. An empty namespace is the whole cluster. */
async function missingPermissions(client, namespace, permissions) {
    const missing = await Promise.all(permissions.map((permission) => missingVerbs(client, namespace, permission)));
    return missing.filter((permission) => permission.verbs.length > 0);
}
async function missingVerbs(client, namespace, permission) {
    const { names = [] } = permission;
    const denied = await Promise.all(permission.verbs.map(async (verb) => {
        if (await mayDo(client, namespace, permission, verb))
            return undefined;
        // Asked for one by one only where it has to be.
        const byName = await Promise.all(names.map((name) => mayDo(client, namespace, permission, verb, name)));
        return names.length > 0 && byName.every(Boolean) ? undefined : verb;
    }));
    return { ...permission, verbs: denied.filter((verb) => verb !== undefined) };
}
async function mayDo(client, namespace, { group, resource: path }, verb, name) {
    const [resource, subresource] = path.split('/');
    const review = await client.request('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
        body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: {
                resourceAttributes: {
                    namespace,
                    verb,
                    group,
                    resource,
                    ...(subresource ? { subresource } : {}),
                    ...(name !== undefined ? { name } : {}),
                },
            },
        },
    });
    return review.status.allowed;
}
function asRule({ group, resource, verbs }) {
    return `  - {apiGroups: [${JSON.stringify(group)}], resources: [${JSON.stringify(resource)}], verbs: [${verbs.join(', ')}]}`;
}


/***/ }),

/***/ 59027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ KubeClient),
/* harmony export */   D: () => (/* binding */ PATCH)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44708);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(42030);
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68606);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45145);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31666);
/* harmony import */ var _base_slashes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(71581);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95282);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39668);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1807);












const PAGE = 500;
/** A page of the largest objects that etcd takes is not larger. */
const MAX_ANSWER_BYTES = 256 * 1024 ** 2;
/** How late an answer may be seen; a server that says an earlier time than that has put its clock back. */
const LATEST_ANSWER_MS = 10_000;
/** What a URL makes another path of: `.` and `..` in every spelling, separators of others, control characters. */
const LEADS_AWAY = /\/(\.|%2e){1,2}(\/|$)|[\\\s\p{Cc}]/iu;
const PATCH = {
    json: 'application/json-patch+json',
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
    /** Milliseconds by which the server's clock is ahead of `performance.now()`. */
    #clock;
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
    /** What the record calls this cluster: its API server without the scheme. Contexts are named otherwise everywhere. */
    get cluster() {
        return (0,_base_slashes_js__WEBPACK_IMPORTED_MODULE_10__/* .withoutEndSlashes */ .h)(this.server.replace(/^https?:\/\//, ''));
    }
    /** The same server under another deadline: for giving things back after the first one has passed. */
    withSignal(signal) {
        const client = new KubeClient(this.config, signal);
        client.#answered = this.#answered;
        client.#clock = this.#clock;
        return client;
    }
    /**
     * The time as the server has it, to the second. What several machines compare is written and read by this one clock:
     * that of a runner may be an hour off, or be put right while it works.
     */
    get now() {
        return this.#clock === undefined ? (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_11__/* .now */ .t)() : new Date(this.#clock + performance.now());
    }
    /**
     * Answers say their second, and come late: the least late of them is the nearest. A clock that went back from one answer to
     * the next would find a lock alive that it has just found dead. One that was put back is followed.
     */
    #read(date) {
        const ahead = date - performance.now();
        const isLate = this.#clock !== undefined && ahead < this.#clock && ahead > this.#clock - LATEST_ANSWER_MS;
        if (!isLate)
            this.#clock = ahead;
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
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_9__/* .ApiError */ .hD && error.status === 404)
                return undefined;
            throw error;
        }
    }
    patch(path, contentType, body, query = {}) {
        return this.request('PATCH', path, { body, contentType, query });
    }
    /** All objects of a collection, page by page; begins again where the pages went out of date. */
    async list(path, query = {}) {
        const items = [];
        let token;
        for (;;) {
            try {
                const page = await this.get(path, { query: { ...query, limit: PAGE, continue: token } });
                if (!Array.isArray(page.items))
                    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ(`The server ${this.server} answers GET ${path} with something that is not a list; check the server in the kubeconfig.`);
                const kind = page.kind.replace(/List$/, '');
                for (const item of page.items)
                    items.push({ ...item, apiVersion: page.apiVersion, kind });
                token = page.metadata.continue || undefined;
                if (!token)
                    return { items, resourceVersion: page.metadata.resourceVersion };
            }
            catch (error) {
                if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_9__/* .ApiError */ .hD && error.status === 410))
                    throw error;
                items.length = 0;
                token = undefined;
                await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .pause */ .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_6__/* .WAITS */ .r.LIST_EXPIRED_PAUSE_MS, this.signal);
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
            // Reported below: what is not JSON, or not an object, is not an answer of an API server.
        }
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ(`The server ${this.server} answers ${method} ${path} with something that is not a Kubernetes object; check the server in the kubeconfig.`);
    }
    /** A request whose answer is text, such as a container's log. */
    async text(method, path, options = {}) {
        requirePath(path);
        const once = async () => {
            const response = await this.open(method, path, options, _base_waits_js__WEBPACK_IMPORTED_MODULE_6__/* .WAITS */ .r.API_SERVER_SILENCE_MS);
            this.#answered = true;
            const { text, isCut } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_7__/* .textWithin */ .JY)(response, MAX_ANSWER_BYTES);
            if (!isCut)
                return text;
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ(`The server ${this.server} answers ${method} ${path} with more than ${MAX_ANSWER_BYTES / 1024 ** 2} MiB; check the server in the kubeconfig.`);
        };
        try {
            return await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)(once, {
                signal: this.signal,
                withinMs: this.#answered ? _base_waits_js__WEBPACK_IMPORTED_MODULE_6__/* .WAITS */ .r.API_SERVER_LATER_MS : _base_waits_js__WEBPACK_IMPORTED_MODULE_6__/* .WAITS */ .r.API_SERVER_FIRST_MS,
                // A plugin that gives nothing the first time is not logged in.
                isPassing: (error) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .isPassing */ .WG)(error) && (this.#answered || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_9__/* .CredentialsError */ .lE)),
            });
        }
        catch (error) {
            this.signal.throwIfAborted();
            if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ)
                throw error;
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .unreachable */ .HB)(this.server, error);
        }
    }
    /** One attempt, answered by the open response: for watches and for everything above. `silence` in milliseconds. */
    async open(method, path, options, silence) {
        requirePath(path);
        (0,_requests_js__WEBPACK_IMPORTED_MODULE_8__/* .countRequest */ .z)('to the API server');
        const url = new URL(this.server.replace(/\/$/, '') + path);
        for (const [key, value] of Object.entries(options.query ?? {}))
            if (value !== undefined)
                url.searchParams.set(key, String(value));
        const body = options.body === undefined ? undefined : JSON.stringify(options.body);
        const credentials = {};
        await this.config.applyToHTTPSOptions(credentials).catch((error) => {
            throw _errors_js__WEBPACK_IMPORTED_MODULE_9__/* .CredentialsError */ .lE.from(this.config, error);
        });
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
        const date = Date.parse(response.headers.date ?? '');
        if (!Number.isNaN(date))
            this.#read(date);
        if ((response.statusCode ?? 0) >= 300)
            throw await _errors_js__WEBPACK_IMPORTED_MODULE_9__/* .ApiError */ .hD.from(response);
        return response;
    }
}
/** Names are checked where paths are made of them (names.ts); what is missed there must not lead elsewhere. */
function requirePath(path) {
    if (!LEADS_AWAY.test(path.split('?')[0] ?? ''))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ(`Nothing was asked of the API server: ${JSON.stringify(path)} is not a path of it.`);
}


/***/ }),

/***/ 20006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect),
  V: () => (/* binding */ placeIn)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/systems/kubernetes/client.js
var client = __webpack_require__(59027);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/node_modules/@kubernetes/client-node/dist/config.js + 16 modules
var dist_config = __webpack_require__(63893);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/systems/kubernetes/kubeconfig.js




/** What looks like a path may be shown; anything else may be a secret in the wrong form. */
const PATH = /^(\.{0,2}|~)\/[^=]{1,200}$|^[^=]{1,200}\.\w{2,10}$/;
const IN_CLUSTER_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';
/** Variables of a credential plugin that hold secrets, by their names. */
const SECRET_NAME = /secret|token|passw|credential|key/i;
/**
 * Finds the cluster and the credentials: `kubeconfig` as a path or as the file's content, else `KUBECONFIG`,
 * else the pod's service account. Every credential in it goes to `mask` before anything else is done.
 *
 * @throws ActionError where there is none, it cannot be read, or it has no such context
 */
function loadKubeConfig(wanted, mask) {
    const config = new dist_config/* KubeConfig */.yp();
    try {
        load(config, wanted.kubeconfig);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            throw error;
        throw new errors/* ActionError */.lZ('The kubeconfig cannot be read; it must be a path or the content of a kubeconfig file.', {
            details: [(0,errors/* messageOf */.bD)(error).split('\n')[0] ?? ''],
        });
    }
    for (const user of config.getUsers() ?? []) {
        for (const secret of [
            user.token,
            user.password,
            user.keyData,
            ...providerSecrets(user),
            ...pluginSecrets(user),
        ]) {
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
    if (isContent(wanted.kubeconfig))
        refuseReach(config.getCurrentUser());
    return config;
}
const isContent = (kubeconfig) => kubeconfig !== undefined && /[\n{]/.test(kubeconfig);
/** As many keep one in a secret of another system. */
const isBase64 = (kubeconfig) => /^[\w+/\s]+={0,2}$/.test(kubeconfig.trim()) &&
    /^(apiVersion|kind|clusters|[ \t]*\{)/m.test(Buffer.from(kubeconfig, 'base64').toString());
/** Where a token is in a file, that is the secret, and the path is none. */
function providerSecrets({ authProvider }) {
    const settings = Object.entries((authProvider?.config ?? {}));
    return settings.flatMap(([name, value]) => {
        if (!/file$|path$|^cmd-|^expiry/i.test(name))
            return [value];
        return /token-?file$/i.test(name) && typeof value === 'string' && (0,external_node_fs_.existsSync)(value)
            ? [(0,external_node_fs_.readFileSync)(value, 'utf8').trim()]
            : [];
    });
}
function pluginSecrets({ exec }) {
    const variables = Array.isArray(exec?.env) ? exec.env : [];
    return variables.filter((one) => SECRET_NAME.test(String(one?.name))).map((one) => one.value);
}
/**
 * Content comes from a secret, which others may change than those who may change the workflow, and which no review sees. So it
 * may hold credentials, but not run a program here, nor send a file of the runner to its server.
 */
function refuseReach(user) {
    const { exec, authProvider } = user ?? {};
    const settings = (authProvider?.config ?? {});
    const program = exec ? (exec.command ?? 'a program') : settings['cmd-path'];
    if (program !== undefined) {
        throw new errors/* ActionError */.lZ(`The kubeconfig that is given as content runs ${JSON.stringify(String(program).slice(0, 200))} for its credentials, which only a kubeconfig in a file may do; write it to a file in a step before this one and give its path, or set KUBECONFIG.`);
    }
    if (settings.tokenFile !== undefined)
        throw tokenInFile();
}
const tokenInFile = () => new errors/* ActionError */.lZ('The kubeconfig that is given as content takes its token from a file of the runner, which only a kubeconfig in a file may do; put the token into it, or give the path of the kubeconfig.');
/**
 * Content as JSON, which the library cannot read otherwise than it is read here. It reads what `token-file` names as
 * it loads, so that has to be refused before.
 */
function jsonOf(content) {
    const json = JSON.stringify(parsed(content));
    if (json.includes('"token-file":'))
        throw tokenInFile();
    return json;
}
function parsed(content) {
    try {
        return (0,dist/* parse */.qg)(content);
    }
    catch (error) {
        // The parser's own words may quote the content.
        throw new Error(error instanceof dist/* YAMLError */.IP ? `${error.code} in line ${error.linePos?.[0].line}` : '');
    }
}
function load(config, kubeconfig) {
    if (kubeconfig !== undefined) {
        if (isBase64(kubeconfig))
            throw new errors/* ActionError */.lZ('Input `kubeconfig` is encoded as base64; decode it (`base64 -d`) before you save it.');
        if (isContent(kubeconfig))
            config.loadFromString(jsonOf(kubeconfig));
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
        throw new errors/* ActionError */.lZ('There is no cluster to talk to: the input `kubeconfig` is empty and KUBECONFIG is not set. A secret of an environment is empty in a called workflow and in a job without that `environment`; use the action in a job with `environment` instead (docs/troubleshooting.md).');
    }
}

// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
;// CONCATENATED MODULE: ./build/systems/kubernetes/connect.js




/** Where the record says that what is in a namespace is. */
const placeIn = ({ client, namespace }) => ({ cluster: client.cluster, namespace });
/** Connects as the inputs `kubeconfig`, `context` and `namespace` say; the namespace is the context's where none is given. */
function connect(inputs, { signal, mask }) {
    if (inputs.namespace !== undefined && !(0,names/* isNamespaceName */.Pi)(inputs.namespace)) {
        throw new errors/* ActionError */.lZ(`Input \`namespace\` is ${JSON.stringify(inputs.namespace)}, which is not the name of a namespace.`);
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
/* harmony export */   hD: () => (/* binding */ ApiError),
/* harmony export */   lE: () => (/* binding */ CredentialsError)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4771);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39668);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25019);
/* harmony import */ var _network_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69355);








/** What is read of an answer that is an error. */
const MAX_ERROR_BYTES = 64 * 1024;
const LONGEST_MESSAGE = 2000;
/** An answer of the API server that is not 2xx, with the message of its `Status` object. */
class ApiError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    status;
    reason;
    /** Milliseconds after which the server wants to be asked again. */
    retryAfterMs;
    constructor(status, reason, message, retryAfterMs = 0) {
        super(message);
        this.name = 'ApiError';
        this.status = status;
        this.reason = reason;
        this.retryAfterMs = retryAfterMs;
    }
    /** API servers throttle clients that send too much; nothing was done then. */
    get isLimit() {
        return this.status === 429;
    }
    static async from(response) {
        const status = response.statusCode ?? 0;
        const { text: body } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_4__/* .textWithin */ .JY)(response, MAX_ERROR_BYTES);
        const { message, reason } = parseStatus(body);
        const words = status === 401 && reason === 'Unauthorized'
            ? 'The API server does not accept the credentials of the kubeconfig (401 Unauthorized); renew them.'
            : message;
        return new ApiError(status, reason ?? '', words?.slice(0, LONGEST_MESSAGE) ?? `HTTP ${status}: ${(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .beginning */ .Ir)(body, 200)}`, Math.min((0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retryAfterMs */ .Vs)(response.headers['retry-after']), _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.API_SERVER_LONGEST_LIMIT_MS));
    }
}
/** The plugin that the kubeconfig names for credentials gives none. */
class CredentialsError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    constructor(command, error) {
        const isMissing = error.code === 'ENOENT';
        const lastLine = (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutFullStop */ .Qu)(error.message.trim().split('\n').at(-1) ?? '').trim();
        const reason = isMissing
            ? 'there is no such program on the runner'
            : lastLine || 'it failed and said nothing';
        super(`The credential plugin ${command} of the kubeconfig gives no credentials: ${reason}; ${isMissing ? 'install it' : 'log in'} with a step before this one.`, { cause: error });
        this.name = 'CredentialsError';
    }
    /** What went wrong before a request was sent: the plugin, where there is one, else the kubeconfig itself. */
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
        // Proxies and load balancers in front of the API server answer in HTML.
        return {};
    }
}
/** True for failures that may be over in a moment. */
function isPassing(error) {
    if (error instanceof ApiError)
        return (0,_http_client_js__WEBPACK_IMPORTED_MODULE_5__/* .isPassingStatus */ .Wj)(error.status);
    // One that is not there stays away; one that fails may have been asked too often.
    if (error instanceof CredentialsError)
        return error.cause.code !== 'ENOENT';
    return !(0,_network_js__WEBPACK_IMPORTED_MODULE_6__/* .isLasting */ .dJ)(error) && !/HTTP protocol is not allowed/.test((0,_network_js__WEBPACK_IMPORTED_MODULE_6__/* .innermost */ .OI)(error).message);
}
/** One sentence for a server that could not be talked to. */
function unreachable(server, error) {
    const reason = (0,_network_js__WEBPACK_IMPORTED_MODULE_6__/* .unreachableReason */ .N4)(error, 'its certificate is not signed by the CA in the kubeconfig');
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The Kubernetes API server ${server} cannot be reached: ${reason}; check the server in the kubeconfig and the network of the runner.`, { cause: error });
}


/***/ }),

/***/ 60921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   Pf: () => (/* binding */ label),
/* harmony export */   TO: () => (/* binding */ allKinds),
/* harmony export */   jC: () => (/* binding */ workloadPath),
/* harmony export */   jH: () => (/* binding */ parseWorkload),
/* harmony export */   rd: () => (/* binding */ parseRef)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43646);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



const apps = { api: _names_js__WEBPACK_IMPORTED_MODULE_2__/* .APPS */ .h, group: 'apps' };
/** How the kinds of workload differ in the API. */
const kinds = {
    Deployment: { ...apps, plural: 'deployments', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__/* .WORKLOAD_WORDS */ .M.deployment },
    StatefulSet: { ...apps, plural: 'statefulsets', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__/* .WORKLOAD_WORDS */ .M.statefulset },
    DaemonSet: { ...apps, plural: 'daemonsets', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__/* .WORKLOAD_WORDS */ .M.daemonset },
    Rollout: {
        api: '/apis/argoproj.io/v1alpha1',
        group: 'argoproj.io',
        plural: 'rollouts',
        words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__/* .WORKLOAD_WORDS */ .M.rollout,
    },
};
/** Those that every cluster has. */
const allKinds = ['Deployment', 'StatefulSet', 'DaemonSet'];
/** What has pods too and is none of the three, by the words that users write, and how it goes back. */
const OTHERS = [
    [
        /^(cronjobs?|cj|jobs?)(\.batch)?$/,
        'a CronJob or Job has no revisions: give it its older image with its own manifest',
    ],
    [/^(replicasets?|rs|pods?|po)(\.apps)?$/, 'name the Deployment, StatefulSet or DaemonSet that made it'],
    [/^(clonesets?|clone)(\.apps\.kruise\.io)?$/, 'a CloneSet goes back by its own template (OpenKruise)'],
    [
        /^(ksvc|kservices?|configurations?)(\.serving\.knative\.dev)?$/,
        'a Knative Service goes back by its traffic (`kn service update --traffic`)',
    ],
];
/** Reads `deployment/api-gateway`; a bare name is a Deployment. @throws ActionError where it is neither */
function parseRef(text) {
    const [name = '', word = 'deployment', ...rest] = text.split('/').reverse();
    const kind = allKinds.find((candidate) => kinds[candidate].words.includes(word.toLowerCase()));
    if (kind && rest.length === 0 && (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isName */ .Eo)(name))
        return { kind, name };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`"${text}" is not a workload; accepted are deployment/<name>, statefulset/<name>, daemonset/<name> and a bare <name> for a Deployment.`);
}
/** The same of what is to be rolled back, Rollouts too. @throws ActionError that names how another kind of thing goes back */
function parseWorkload(text) {
    const [name = '', word = '', ...rest] = text.split('/').reverse();
    const isRollout = kinds.Rollout.words.includes(word.toLowerCase());
    if (isRollout && rest.length === 0 && (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isName */ .Eo)(name))
        return { kind: 'Rollout', name };
    const [, remedy] = OTHERS.find(([words]) => rest.length === 0 && words.test(word.toLowerCase())) ?? [];
    if (remedy)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`"${text}" cannot be rolled back here: ${remedy}.`);
    return parseRef(text);
}
/** `deployment/api-gateway`: how a workload is called in logs, records and outputs. */
const label = (ref) => `${ref.kind.toLowerCase()}/${ref.name}`;
const refOf = (workload) => ({ kind: workload.kind, name: workload.metadata.name });
/** The path of a workload, or of all of a kind. */
function workloadPath(namespace, kind, name) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .objectPath */ .du)(kinds[kind].api, namespace, kinds[kind].plural, name);
}


/***/ }),

/***/ 3090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ namespacePath),
/* harmony export */   D_: () => (/* binding */ BATCH),
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   M2: () => (/* binding */ CORE),
/* harmony export */   Pi: () => (/* binding */ isNamespaceName),
/* harmony export */   So: () => (/* binding */ apiPath),
/* harmony export */   du: () => (/* binding */ objectPath),
/* harmony export */   h: () => (/* binding */ APPS)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** Names of objects (RFC 1123 subdomain) and of namespaces (label). */
const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST_NAME = 253;
const CORE = '/api/v1';
const APPS = '/apis/apps/v1';
const BATCH = '/apis/batch/v1';
/** The path of an API that a manifest names, such as `v1` or `apps/v1`. */
const apiPath = (apiVersion) => apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
/** Whether a text can be the name of a Kubernetes object; `.`, `..`, the empty one and separators cannot. */
const isName = (text) => text.length <= LONGEST_NAME && NAME.test(text);
const isNamespaceName = (text) => NAMESPACE.test(text);
/**
 * The path of an object, or without a name that of its collection: the one place where names become paths, so that
 * no name leads anywhere else. `api` is `/api/v1` or `/apis/<group>/<version>`.
 *
 * @throws ActionError where something is not a name
 */
function objectPath(api, namespace, plural, name) {
    if (!isNamespaceName(namespace))
        throw noName(namespace, 'a namespace');
    const collection = `${api}/namespaces/${namespace}/${plural}`;
    if (name === undefined)
        return collection;
    // The names of some kinds, such as roles, may have more signs; none that is requested here has.
    if (!isName(name))
        throw noName(name, `one of ${plural}`);
    return `${collection}/${name}`;
}
/** The path of a namespace itself. @throws ActionError where it is not a name */
function namespacePath(namespace) {
    if (!isNamespaceName(namespace))
        throw noName(namespace, 'a namespace');
    return `${CORE}/namespaces/${namespace}`;
}
const noName = (text, what) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${JSON.stringify(text.slice(0, 80))} is not the name of ${what}; nothing was asked for.`);


/***/ }),

/***/ 85738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ runningPods),
/* harmony export */   EB: () => (/* binding */ podsOf),
/* harmony export */   Lf: () => (/* binding */ podsWith),
/* harmony export */   Rc: () => (/* binding */ workloadOf),
/* harmony export */   XA: () => (/* binding */ toReach),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   nM: () => (/* binding */ selectorText)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



/** A workload by its name. @throws ActionError where there is no such workload */
async function workloadOf(client, namespace, ref) {
    const workload = await client.find((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadPath */ .jC)(namespace, ref.kind, ref.name));
    if (workload)
        return workload;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(ref)} in the namespace ${namespace}.`);
}
/** The pods that a workload selects. @throws ActionError where there is no such workload */
async function podsOf(client, namespace, ref) {
    const workload = await workloadOf(client, namespace, ref);
    const labelSelector = selectorText(workload.spec.selector);
    return (await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .objectPath */ .du)(_names_js__WEBPACK_IMPORTED_MODULE_2__/* .CORE */ .M2, namespace, 'pods'), { labelSelector })).items;
}
/** The pods with these labels. @throws ActionError where that is not a selector */
async function podsWith(client, namespace, labelSelector) {
    return (await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .objectPath */ .du)(_names_js__WEBPACK_IMPORTED_MODULE_2__/* .CORE */ .M2, namespace, 'pods'), { labelSelector })).items;
}
/** The pods of a workload that run, ready ones first. @throws ActionError where there is no such workload, or no pod of it runs */
async function runningPods(client, namespace, ref) {
    const running = (await podsOf(client, namespace, ref)).filter(({ metadata, status }) => !metadata.deletionTimestamp && status?.phase === 'Running');
    if (running.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`No pod of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(ref)} runs in the namespace ${namespace}.`);
    return running.sort((a, b) => Number(isReady(b)) - Number(isReady(a)));
}
const isReady = ({ status }) => status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;
/** A selector as a query has it: `app=web,tier in (a,b),!old`. */
function selectorText({ matchLabels = {}, matchExpressions = [] }) {
    const equal = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
    const others = matchExpressions.map(({ key, operator, values = [] }) => {
        if (operator === 'Exists')
            return key;
        if (operator === 'DoesNotExist')
            return `!${key}`;
        return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
    });
    return [...equal, ...others].join(',');
}
/** What is needed to find the pods of these workloads, and to read their logs or run commands in them. */
function toReach(refs, means) {
    const plurals = [...new Set(refs.map(({ kind }) => _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kinds */ .EZ[kind].plural))];
    return [
        ...plurals.map((resource) => ({ group: 'apps', resource, verbs: ['get'] })),
        { group: '', resource: 'pods', verbs: ['list'] },
        { group: '', resource: means, verbs: means === 'pods/exec' ? ['create', 'get'] : ['get'] },
    ];
}


/***/ }),

/***/ 69355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ unreachableReason),
/* harmony export */   OI: () => (/* binding */ innermost),
/* harmony export */   Xm: () => (/* binding */ wasUnsent),
/* harmony export */   dJ: () => (/* binding */ isLasting),
/* harmony export */   yN: () => (/* binding */ isLastingCode)
/* harmony export */ });
const STRANGER = 'its certificate is signed by an unknown authority; give NODE_EXTRA_CA_CERTS';
/** What a failed connection means, by the error code of Node or OpenSSL. */
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
/**
 * Why a server could not be reached, in words where there are any.
 *
 * @param stranger what to say of a certificate of an unknown issuer, where an input can give that issuer
 */
function unreachableReason(error, stranger = STRANGER) {
    const { name, code = '', message } = innermost(error);
    if (name === 'TimeoutError')
        return 'no answer';
    const words = WORDS[code];
    // Where all addresses of a name were tried in vain there is no message.
    return words === STRANGER ? stranger : (words ?? (message.split('\n')[0] || code));
}
/** The error that has the code: those of libraries are about fetch's, and fetch's is about the socket's. */
function innermost(error) {
    const { cause } = error;
    return typeof cause === 'object' && cause !== null ? innermost(cause) : error;
}
/** True for what is the same at the next attempt. */
const isLasting = (error) => isLastingCode(innermost(error).code ?? '');
/** The same of a code alone. */
const isLastingCode = (code) => /CERT|SIGNED|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO|ENOTFOUND|UND_ERR_INVALID/.test(code);
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
/** True where no connection was had, so that nothing can have been sent. */
function wasUnsent(error) {
    const { code = '', syscall, message } = innermost(error);
    return (syscall === 'connect' ||
        UNSENT.includes(code) ||
        code === 'UND_ERR_CONNECT_TIMEOUT' ||
        /before secure TLS connection/.test(message) ||
        isLastingCode(code));
}


/***/ }),

/***/ 5975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ requestsMade),
/* harmony export */   z: () => (/* binding */ countRequest)
/* harmony export */ });
/** How many requests this process has made, by receiver. */
const counts = new Map();
/** Counts one. */
const countRequest = (to) => {
    counts.set(to, (counts.get(to) ?? 0) + 1);
};
/** `12 to the API server, 4 over HTTP`: the most first. */
const requestsMade = () => {
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    const total = sorted.reduce((sum, [, count]) => sum + count, 0);
    return { total, summary: sorted.map(([to, count]) => `${count} ${to}`).join(', ') };
};


/***/ })

};

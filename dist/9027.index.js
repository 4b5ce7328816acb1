"use strict";
exports.id = 9027;
exports.ids = [9027];
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

  71581:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    h: () => (  withoutEndSlashes)
  });
const withoutEndSlashes = (text) => text.replace(/(?<!\/)\/+$/, '');


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

  59027:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    KubeClient: () => (  KubeClient),
    PATCH: () => (  PATCH)
  });
  var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
  var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
  var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44708);
  var p_limit__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(70370);
  var _base_clock_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(42030);
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68606);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45145);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31666);
  var _base_slashes_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(71581);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39668);
  var _requests_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5975);
  var _errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1807);













const PAGE = 500;
const READS_AT_ONCE = 8;
const CHANGES_AT_ONCE = 24;
const REVIEWS = '/apis/authorization.k8s.io/';
const MAX_ANSWER_BYTES = 256 * 1024 ** 2;
const LATEST_ANSWER_MS = 10_000;
const LEADS_AWAY = /\/(\.|%2e){1,2}(\/|$)|[\\\s\p{Cc}]/iu;
const PATCH = {
    json: 'application/json-patch+json',
    merge: 'application/merge-patch+json',
    strategic: 'application/strategic-merge-patch+json',
};
class KubeClient {
    config;
    signal;
    #agent;
    #reads = (0,p_limit__WEBPACK_IMPORTED_MODULE_10__  .A)(READS_AT_ONCE);
    #changes = (0,p_limit__WEBPACK_IMPORTED_MODULE_10__  .A)(CHANGES_AT_ONCE);
    #closing = new AbortController();
    #answered = false;
    #clock;
    constructor(config, signal, agent) {
        this.config = config;
        this.signal = AbortSignal.any([signal, this.#closing.signal]);
        (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, this.signal);
        const Agent = this.server.startsWith('http:') ? node_http__WEBPACK_IMPORTED_MODULE_1__.Agent : node_https__WEBPACK_IMPORTED_MODULE_2__.Agent;
        this.#agent = agent ?? new Agent({ keepAlive: true });
    }
    get server() {
        return this.config.getCurrentCluster()?.server ?? '';
    }
    get cluster() {
        return (0,_base_slashes_js__WEBPACK_IMPORTED_MODULE_11__  .h)(this.server.replace(/^https?:\/\//, ''));
    }
    withSignal(signal) {
        const client = new KubeClient(this.config, signal, this.#agent);
        client.#answered = this.#answered;
        client.#clock = this.#clock;
        return client;
    }
    get now() {
        return this.#clock === undefined ? (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_12__  .t)() : new Date(this.#clock + performance.now());
    }
    #read(date) {
        const ahead = date - performance.now();
        const isLate = this.#clock !== undefined && ahead < this.#clock && ahead > this.#clock - LATEST_ANSWER_MS;
        if (!isLate)
            this.#clock = ahead;
    }
    close() {
        this.#closing.abort();
    }
    get(path, options = {}) {
        return this.request('GET', path, options);
    }
    async find(path) {
        try {
            return await this.get(path);
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_9__  .hD && error.status === 404)
                return undefined;
            throw error;
        }
    }
    patch(path, contentType, body, query = {}) {
        return this.request('PATCH', path, { body, contentType, query });
    }
    async list(path, query = {}) {
        const items = [];
        let token;
        for (;;) {
            try {
                const page = await this.get(path, { query: { ...query, limit: PAGE, continue: token } });
                if (!Array.isArray(page.items))
                    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`The server ${this.server} answers GET ${path} with something that is not a list; check the server in the kubeconfig.`);
                const kind = page.kind.replace(/List$/, '');
                for (const item of page.items)
                    items.push({ ...item, apiVersion: page.apiVersion, kind });
                token = page.metadata.continue || undefined;
                if (!token)
                    return { items, resourceVersion: page.metadata.resourceVersion };
            }
            catch (error) {
                if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_9__  .hD && error.status === 410))
                    throw error;
                items.length = 0;
                token = undefined;
                await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_3__  .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_6__  .r.LIST_EXPIRED_PAUSE_MS, this.signal);
            }
        }
    }
    async request(method, path, options = {}) {
        const answer = await this.text(method, path, options);
        try {
            const parsed = JSON.parse(answer);
            if (typeof parsed === 'object' && parsed !== null)
                return parsed;
        }
        catch {
        }
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`The server ${this.server} answers ${method} ${path} with something that is not a Kubernetes object; check the server in the kubeconfig.`);
    }
    async text(method, path, options = {}) {
        requirePath(path);
        const once = async () => {
            const response = await this.open(method, path, options, _base_waits_js__WEBPACK_IMPORTED_MODULE_6__  .r.API_SERVER_SILENCE_MS);
            this.#answered = true;
            const { text, isCut } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_7__  .JY)(response, MAX_ANSWER_BYTES);
            if (!isCut)
                return text;
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`The server ${this.server} answers ${method} ${path} with more than ${MAX_ANSWER_BYTES / 1024 ** 2} MiB; check the server in the kubeconfig.`);
        };
        const limit = method === 'GET' || path.startsWith(REVIEWS) ? this.#reads : this.#changes;
        try {
            return await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_5__  .L5)(() => limit(once), {
                signal: this.signal,
                withinMs: this.#answered ? _base_waits_js__WEBPACK_IMPORTED_MODULE_6__  .r.API_SERVER_LATER_MS : _base_waits_js__WEBPACK_IMPORTED_MODULE_6__  .r.API_SERVER_FIRST_MS,
                isPassing: (error) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_9__  .WG)(error) && (this.#answered || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_9__  .lE)),
            });
        }
        catch (error) {
            this.signal.throwIfAborted();
            if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ)
                throw error;
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_9__  .HB)(this.server, error);
        }
    }
    async open(method, path, options, silence) {
        requirePath(path);
        (0,_requests_js__WEBPACK_IMPORTED_MODULE_8__  .z)('to the API server');
        const url = new URL(this.server.replace(/\/$/, '') + path);
        for (const [key, value] of Object.entries(options.query ?? {}))
            if (value !== undefined)
                url.searchParams.set(key, String(value));
        const body = options.body === undefined ? undefined : JSON.stringify(options.body);
        const credentials = {};
        await this.config.applyToHTTPSOptions(credentials).catch((error) => {
            throw _errors_js__WEBPACK_IMPORTED_MODULE_9__  .lE.from(this.config, error);
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
            throw await _errors_js__WEBPACK_IMPORTED_MODULE_9__  .hD.from(response);
        return response;
    }
}
function requirePath(path) {
    if (!LEADS_AWAY.test(path.split('?')[0] ?? ''))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`Nothing was asked of the API server: ${JSON.stringify(path)} is not a path of it.`);
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

  70370:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  A: () => (  pLimit)
});


; 

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

; 


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();

		resolve(result);

		try {
			await result;
		} catch {}

		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		new Promise(internalResolve => {  
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_));  

		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					for (const promise of promises) {
						promise.catch(() => {});  
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}


function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


  })

};
;
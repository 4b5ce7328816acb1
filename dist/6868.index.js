"use strict";
exports.id = 6868;
exports.ids = [6868];
exports.modules = {

  42030:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    t: () => (  now)
  });
const now = () => new Date(performance.timeOrigin + performance.now());


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

  4771:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    KG: () => (  asSentence),
    Qu: () => (  withoutFullStop),
    eZ: () => (  namesOf)
  });
function asSentence(text) {
    const trimmed = text.trimEnd();
    return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
function withoutFullStop(text) {
    return text.trimEnd().replace(/\.$/, '');
}
function namesOf(names, most = 5) {
    const more = names.length - most;
    return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}


  }),

  71501:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Wh: () => (  unlessAborted),
    _W: () => (  inAnyCase),
    vd: () => (  allSettled)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

async function allSettled(works) {
    const settled = await Promise.allSettled(works);
    const failed = settled.find((item) => item.status === 'rejected');
    if (failed)
        throw failed.reason;
    return settled.map((item) => item.value);
}
async function inAnyCase(work, after) {
    let result;
    try {
        result = await work();
    }
    catch (error) {
        await after().catch((later) => {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ)
                error.details.push(`Afterwards: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(later)}`);
        });
        throw error;
    }
    await after();
    return result;
}
function unlessAborted(promise, signal) {
    const aborted = Promise.withResolvers();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', abort);
    if (signal.aborted)
        abort();
    return Promise.race([promise, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}


  }),

  71581:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    h: () => (  withoutEndSlashes)
  });
const withoutEndSlashes = (text) => text.replace(/(?<!\/)\/+$/, '');


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

  39668:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    JY: () => (  textWithin),
    Xi: () => (  linesWithin),
    YZ: () => (  endOfText)
  });
  var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);

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

  33266:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    An: () => (  requirePermissions),
    HR: () => (  missingPermissions),
    UL: () => (  RightsError),
    gH: () => (  describePermissions)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

class RightsError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    name = 'RightsError';
}
async function requirePermissions(client, namespace, permissions) {
    const rules = await missingPermissions(client, namespace, permissions);
    if (rules.length === 0)
        return;
    throw new RightsError(`The credentials may not ${describePermissions(rules)} in the namespace ${namespace}; add the rules below to their Role (docs/permissions.md has it whole).`, { details: ['rules:', ...rules.map(asRule)] });
}
const describePermissions = (permissions) => permissions.map(({ verbs, resource }) => `${verbs.join('/')} ${resource}`).join(', ');
async function missingPermissions(client, namespace, permissions) {
    const missing = await Promise.all(permissions.map((permission) => missingVerbs(client, namespace, permission)));
    return missing.filter((permission) => permission.verbs.length > 0);
}
async function missingVerbs(client, namespace, permission) {
    const { names = [] } = permission;
    const denied = await Promise.all(permission.verbs.map(async (verb) => {
        if (await mayDo(client, namespace, permission, verb))
            return undefined;
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


  }),

  59027:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B: () => (  KubeClient),
    D: () => (  PATCH)
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
const AT_ONCE = 8;
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
    #limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_10__  .A)(AT_ONCE);
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
        try {
            return await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_5__  .L5)(() => this.#limit(once), {
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

  79996:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    N: () => (  connect),
    V: () => (  placeIn)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59027);
  var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



const placeIn = ({ client, namespace }) => ({ cluster: client.cluster, namespace });
async function connect(inputs, { signal, mask }) {
    if (inputs.namespace !== undefined && !(0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .Pi)(inputs.namespace)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`namespace\` is ${JSON.stringify(inputs.namespace)}, which is not the name of a namespace.`);
    }
    const { loadKubeConfig } = await Promise.all( [__webpack_require__.e(8815), __webpack_require__.e(3867), __webpack_require__.e(1471)]).then(__webpack_require__.bind(__webpack_require__, 71471));
    const config = loadKubeConfig(inputs, mask);
    const namespace = inputs.namespace ?? config.getContextObject(config.getCurrentContext())?.namespace ?? 'default';
    return { client: new _client_js__WEBPACK_IMPORTED_MODULE_1__  .B(config, signal), namespace };
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

  60921:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    EZ: () => (  kinds),
    H8: () => (  refOf),
    Pf: () => (  label),
    TO: () => (  allKinds),
    jC: () => (  workloadPath),
    jH: () => (  parseWorkload),
    rd: () => (  parseRef)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43646);
  var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



const apps = { api: _names_js__WEBPACK_IMPORTED_MODULE_2__  .h, group: 'apps' };
const kinds = {
    Deployment: { ...apps, plural: 'deployments', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.deployment },
    StatefulSet: { ...apps, plural: 'statefulsets', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.statefulset },
    DaemonSet: { ...apps, plural: 'daemonsets', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.daemonset },
    Rollout: {
        api: '/apis/argoproj.io/v1alpha1',
        group: 'argoproj.io',
        plural: 'rollouts',
        words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.rollout,
    },
};
const allKinds = ['Deployment', 'StatefulSet', 'DaemonSet'];
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
function parseRef(text) {
    const [name = '', word = 'deployment', ...rest] = text.split('/').reverse();
    const kind = allKinds.find((candidate) => kinds[candidate].words.includes(word.toLowerCase()));
    if (kind && rest.length === 0 && (0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .Eo)(name))
        return { kind, name };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`"${text}" is not a workload; accepted are deployment/<name>, statefulset/<name>, daemonset/<name> and a bare <name> for a Deployment.`);
}
function parseWorkload(text) {
    const [name = '', word = '', ...rest] = text.split('/').reverse();
    const isRollout = kinds.Rollout.words.includes(word.toLowerCase());
    if (isRollout && rest.length === 0 && (0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .Eo)(name))
        return { kind: 'Rollout', name };
    const [, remedy] = OTHERS.find(([words]) => rest.length === 0 && words.test(word.toLowerCase())) ?? [];
    if (remedy)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`"${text}" cannot be rolled back here: ${remedy}.`);
    return parseRef(text);
}
const label = (ref) => `${ref.kind.toLowerCase()}/${ref.name}`;
const refOf = (workload) => ({ kind: workload.kind, name: workload.metadata.name });
function workloadPath(namespace, kind, name) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(kinds[kind].api, namespace, kinds[kind].plural, name);
}


  }),

  3090:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B3: () => (  namespacePath),
    D_: () => (  BATCH),
    Eo: () => (  isName),
    M2: () => (  CORE),
    Pi: () => (  isNamespaceName),
    So: () => (  apiPath),
    du: () => (  objectPath),
    h: () => (  APPS)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST_NAME = 253;
const CORE = '/api/v1';
const APPS = '/apis/apps/v1';
const BATCH = '/apis/batch/v1';
const apiPath = (apiVersion) => apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
const isName = (text) => text.length <= LONGEST_NAME && NAME.test(text);
const isNamespaceName = (text) => NAMESPACE.test(text);
function objectPath(api, namespace, plural, name) {
    if (!isNamespaceName(namespace))
        throw noName(namespace, 'a namespace');
    const collection = `${api}/namespaces/${namespace}/${plural}`;
    if (name === undefined)
        return collection;
    if (!isName(name))
        throw noName(name, `one of ${plural}`);
    return `${collection}/${name}`;
}
function namespacePath(namespace) {
    if (!isNamespaceName(namespace))
        throw noName(namespace, 'a namespace');
    return `${CORE}/namespaces/${namespace}`;
}
const noName = (text, what) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${JSON.stringify(text.slice(0, 80))} is not the name of ${what}; nothing was asked for.`);


  }),

  85738:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CG: () => (  runningPods),
    EB: () => (  podsOf),
    Lf: () => (  podsWith),
    Rc: () => (  workloadOf),
    XA: () => (  toReach),
    i_: () => (  isReady),
    nM: () => (  selectorText)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
  var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



async function workloadOf(client, namespace, ref) {
    const workload = await client.find((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .jC)(namespace, ref.kind, ref.name));
    if (workload)
        return workload;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`There is no ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} in the namespace ${namespace}.`);
}
async function podsOf(client, namespace, ref) {
    const workload = await workloadOf(client, namespace, ref);
    const labelSelector = selectorText(workload.spec.selector);
    return (await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_2__  .M2, namespace, 'pods'), { labelSelector })).items;
}
async function podsWith(client, namespace, labelSelector) {
    return (await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_2__  .M2, namespace, 'pods'), { labelSelector })).items;
}
async function runningPods(client, namespace, ref) {
    const running = (await podsOf(client, namespace, ref)).filter(({ metadata, status }) => !metadata.deletionTimestamp && status?.phase === 'Running');
    if (running.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`No pod of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} runs in the namespace ${namespace}.`);
    return running.sort((a, b) => Number(isReady(b)) - Number(isReady(a)));
}
const isReady = ({ status }) => status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;
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
function toReach(refs, means) {
    const plurals = [...new Set(refs.map(({ kind }) => _kinds_js__WEBPACK_IMPORTED_MODULE_1__  .EZ[kind].plural))];
    return [
        ...plurals.map((resource) => ({ group: 'apps', resource, verbs: ['get'] })),
        { group: '', resource: 'pods', verbs: ['list'] },
        { group: '', resource: means, verbs: means === 'pods/exec' ? ['create', 'get'] : ['get'] },
    ];
}


  }),

  69355:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    N4: () => (  unreachableReason),
    OI: () => (  innermost),
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


  })

};
;
export const id = 634;
export const ids = [634];
export const modules = {

/***/ 33266:
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

/***/ 59027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ KubeClient),
/* harmony export */   D: () => (/* binding */ PATCH)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44708);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38321);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(74995);
/* harmony import */ var _runner_deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97583);
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
                await (0,_runner_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .pause */ .v7)(200, this.signal);
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
                        await (0,_runner_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .pause */ .v7)(error.retryAfter * 1000, this.signal);
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

/***/ 20006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect),
  e: () => (/* binding */ connectionInputs)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/runner/values.js
var values = __webpack_require__(4885);
// EXTERNAL MODULE: ./build/systems/kubernetes/client.js
var client = __webpack_require__(59027);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/node_modules/@kubernetes/client-node/dist/config.js + 16 modules
var dist_config = __webpack_require__(63893);
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
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
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

/***/ 60921:
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

/***/ 41808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EP: () => (/* binding */ lastLogLines),
/* harmony export */   RK: () => (/* binding */ logSince),
/* harmony export */   YE: () => (/* binding */ execInPod),
/* harmony export */   dk: () => (/* binding */ openInPod),
/* harmony export */   q_: () => (/* binding */ getThroughProxy),
/* harmony export */   v5: () => (/* binding */ warningsAbout)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38321);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6800);



/** Milliseconds that a log may take. */
const LOG_SILENCE = 3000;
/** Bytes of a log that are counted. */
const LOG_BYTES = 16 * 1024 * 1024;
const path = (pod) => `/api/v1/namespaces/${pod.metadata.namespace}/pods/${pod.metadata.name}`;
/** The last lines that a container wrote, of its last life where it has died; empty where there are none. */
async function lastLogLines(client, pod, container, lines) {
    for (const previous of ['true', 'false']) {
        try {
            const query = { container, tailLines: lines, previous };
            const log = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(await client.open('GET', `${path(pod)}/log`, { query }, LOG_SILENCE));
            if (log.trim())
                return log.trimEnd().split('\n');
        }
        catch (error) {
            client.signal.throwIfAborted();
            // A container that never ran has no log; a log that can't be had must not hold up the failure that it explains.
            if (previous === 'false')
                return [`(no log: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)})`];
        }
    }
    return [];
}
/** What the default container of a pod has written since an instant, the first 16 MiB of it. */
async function logSince(client, pod, since) {
    const sinceSeconds = Math.max(1, Math.ceil((Date.now() - since.getTime()) / 1000));
    const query = { container: containerOf(pod), sinceSeconds, limitBytes: LOG_BYTES };
    return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(await client.open('GET', `${path(pod)}/log`, { query }, LOG_SILENCE));
}
/** The warnings that the cluster has about an object, oldest first. */
async function warningsAbout(client, namespace, uid) {
    const { items } = await client.list(`/api/v1/namespaces/${namespace}/events`, {
        fieldSelector: `involvedObject.uid=${uid},type=Warning`,
    });
    return items.sort((a, b) => when(a).localeCompare(when(b)));
}
const when = (event) => event.lastTimestamp ?? event.eventTime ?? '';
/** One HTTP GET that the API server makes for us to a pod; a status that is not 2xx is an ApiError. `silence` in milliseconds. */
async function getThroughProxy(client, pod, target, silence) {
    const scheme = target.scheme === 'https' ? 'https:' : '';
    const proxied = `/api/v1/namespaces/${pod.metadata.namespace}/pods/${scheme}${pod.metadata.name}:${target.port}/proxy${target.path}`;
    (await client.open('GET', proxied, {}, silence)).resume();
}
/** The one that kubectl takes where none is named. */
const containerOf = ({ metadata, spec }) => metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? spec.containers[0]?.name ?? '';
/** Runs a command in a pod's default container, else its first. No shell is involved. */
async function execInPod(client, pod, argv) {
    const chunks = [];
    const hear = (chunk) => void chunks.push(chunk);
    const { ended } = await openInPod(client, pod, argv, hear, null);
    const { exitCode, message } = await ended;
    return { exitCode, output: Buffer.concat(chunks).toString().trim() || message };
}
/**
 * Starts a command in the same way and leaves it running: `hear` gets what it says, `stdin` is what it reads. `ended`
 * fails where the connection closes first.
 */
async function openInPod(client, pod, argv, hear, stdin) {
    const { Exec } = await __webpack_require__.e(/* import() */ 149).then(__webpack_require__.bind(__webpack_require__, 98149));
    const sink = () => new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({
        write: (chunk, _encoding, done) => {
            hear(chunk);
            done();
        },
    });
    const { namespace, name } = pod.metadata;
    const { promise, resolve, reject } = Promise.withResolvers();
    const told = (status) => resolve(status);
    const socket = await new Exec(client.config)
        .exec(namespace, name, containerOf(pod), [...argv], sink(), sink(), stdin, false, told)
        .catch((event) => {
        throw new Error(event.message ?? 'the connection was refused');
    });
    client.signal.addEventListener('abort', () => socket.close(), { once: true });
    socket.onclose = () => reject(client.signal.reason ?? new Error('the connection closed before the command ended'));
    return { ended: promise.then(endOf), close: () => socket.close() };
}
function endOf({ status, message = '', details }) {
    const cause = details?.causes?.find((item) => item.reason === 'ExitCode');
    return { exitCode: status === 'Success' ? 0 : Number(cause?.message ?? 1), message };
}


/***/ })

};

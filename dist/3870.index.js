"use strict";
exports.id = 3870;
exports.ids = [3870];
exports.modules = {

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

  26963:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Xl: () => (  withoutReferences),
    aY: () => (  code),
    tJ: () => (  inert),
    tp: () => (  table)
  });
  var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61376);
  var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);


function inert(text) {
    return oneLine((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__  .E$)((0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__  .DJ)(text))).replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
function oneLine(text) {
    const [first = '', ...rest] = text.split('\n');
    if (rest.length === 0)
        return first;
    const last = rest.pop() ?? '';
    const words = [first.trimEnd(), ...rest.map((line) => line.trim()).filter(Boolean), last.trimStart()];
    return words.join(' ');
}
const withoutReferences = (markdown) => markdown
    .replaceAll('&#64;', '&#64;<!-- -->')
    .replace(/(?<!&)#(?=\d)/g, '#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, 2)}<!-- -->-`)
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:<!-- -->')
    .replace(/\bwww\.(?=\w)/gi, 'www<!-- -->.');
const code = (text) => `<code>${inert(text)}</code>`;
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
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
    h: () => (  APPS),
    rl: () => (  clusterObjectPath)
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
function clusterObjectPath(api, plural, name) {
    if (!isName(name))
        throw noName(name, `one of ${plural}`);
    return `${api}/${plural}/${name}`;
}
function namespacePath(namespace) {
    if (!isNamespaceName(namespace))
        throw noName(namespace, 'a namespace');
    return `${CORE}/namespaces/${namespace}`;
}
const noName = (text, what) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${JSON.stringify(text.slice(0, 80))} is not the name of ${what}; nothing was asked for.`);


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

  67745:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    o: () => (  parseAddress)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _parameter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23826);



const EXAMPLE = 'redis://user:password@host:6379/0, rediss://… (TLS) or redis+sentinel://host:26379,host:26379/<master>/0';
const OURS = ['db', 'dbindex', 'sentinel-username', 'sentinel-password'];
const OF_CLIENTS = /^(protocol|family|client_?name|(health_check_interval|(socket_|read_|write_|dial_|connect_?|retry_)*timeout|max_?(connections|retries)|pool_?size|min_idle_conns|decode_responses|encoding))$/i;
const SCHEME = /^(redis|valkey)(s?)(\+sentinel)?:\/\//;
function parseAddress(url, { ca, insecure, mask }) {
    const [scheme, , secure, sentinels] = SCHEME.exec(url) ?? [];
    if (scheme === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-url\` is not a URL; accepted are ${EXAMPLE}.`);
    const [authority = '', ...path] = url.slice(scheme.length).split(/\?.*$/s)[0]?.split('/') ?? [];
    const at = authority.lastIndexOf('@');
    const query = new URLSearchParams(/\?(.*)$/s.exec(url)?.[1] ?? '');
    const stranger = [...query.keys()].find((key) => !OURS.includes(key) && !OF_CLIENTS.test(key));
    if (stranger) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-url\` has ${(0,_parameter_js__WEBPACK_IMPORTED_MODULE_2__  .H)(stranger)}, which is not understood; known are ${OURS.join(', ')}.`);
    }
    const parts = [...path, ...query.getAll('db'), ...query.getAll('dbindex')].filter((part) => part !== '');
    const master = sentinels ? parts.shift() : undefined;
    if (sentinels && !master) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Input `redis-url` names no master; accepted is redis+sentinel://host:26379,host:26379/<master>/0.');
    }
    const address = {
        places: placesOf(authority.slice(at + 1), sentinels ? 26379 : 6379),
        login: loginOf(at < 0 ? '' : authority.slice(0, at)),
        database: databaseOf(parts),
        tls: tlsOf(secure === 's', ca, insecure),
        sentinel: master
            ? {
                master: decoded(master),
                login: {
                    username: query.get('sentinel-username') ?? undefined,
                    password: query.get('sentinel-password') ?? undefined,
                },
            }
            : undefined,
    };
    for (const { password } of [address.login, address.sentinel?.login ?? { password: undefined }])
        if (password)
            mask(password);
    return address;
}
function placesOf(hosts, usual) {
    return hosts.split(',').map((text) => {
        const [, six, name, port] = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]@/]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
        const host = six ?? name;
        if (host === undefined || Number(port ?? 1) > 65535)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-url\` names no host and port; accepted are ${EXAMPLE}.`);
        return { host: decoded(host), port: Number(port ?? usual) };
    });
}
function loginOf(text) {
    const [user = '', ...rest] = text.split(':');
    const password = rest.join(':');
    if (rest.length === 0)
        return { username: undefined, password: decoded(user) || undefined };
    return { username: decoded(user) || undefined, password: decoded(password) || undefined };
}
function databaseOf(parts) {
    const [text = '0', ...more] = parts;
    if (more.length > 0 || !/^\d{1,5}$/.test(text))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Input `redis-url` does not end with the number of a database; accepted is …/0 or nothing.');
    return Number(text);
}
function tlsOf(secure, ca, insecure) {
    if (secure)
        return { ca: ca && pemOf(ca), verify: !insecure };
    if (ca !== undefined || insecure)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Inputs `redis-ca` and `redis-insecure` are for TLS; begin `redis-url` with rediss:// (two s).');
    return undefined;
}
function pemOf(ca) {
    if (ca.includes('-----BEGIN'))
        return ca;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(ca, 'utf8');
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-ca\` is neither a certificate nor a file: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)}.`);
    }
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Input `redis-url` cannot be read; special characters of user and password must be percent-encoded.');
    }
}


  }),

  89002:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    WG: () => (  isPassing),
    YQ: () => (  asRedisError),
    eW: () => (  FULL)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _network_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69355);
  var _link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3041);



const MEANINGS = {
    NOAUTH: 'wants a password; put user and password into `redis-url`',
    WRONGPASS: 'does not take user and password of `redis-url`; renew the secret',
    NOPERM: 'does not let this user do that; its ACL needs +info +scan +unlink +dbsize +select +cluster|nodes (+flushdb, +flushall, +incr for those modes) and the pattern of the keys',
    READONLY: 'is a replica; give the address of the master, or of the sentinels',
    LOADING: 'is still loading its data; run it again when it has',
    MISCONF: 'takes no writes because it cannot save its data to disk; free its disk, and run it again',
    NOREPLICAS: 'takes no writes because fewer replicas follow it than it wants (min-replicas-to-write), as after a failover; run it again when they do',
    CLUSTERDOWN: 'says that its cluster is down; bring the missing masters back, and run it again',
    MASTERDOWN: 'has lost its master; wait for the failover, and run it again',
    OOM: 'is out of memory and refuses even this; give it memory, or use the mode `database`',
};
const FULL = /max number of clients/;
const UNKNOWN = /^ERR unknown command/i;
const PASSING = new Set([
    'LOADING',
    'CLUSTERDOWN',
    'MASTERDOWN',
    'NOREPLICAS',
    'TRYAGAIN',
    'READONLY',
    'BUSY',
]);
function isPassing(error) {
    if (error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .zO)
        return error.code !== _link_js__WEBPACK_IMPORTED_MODULE_2__  .SD && !(0,_network_js__WEBPACK_IMPORTED_MODULE_1__  .yN)(error.code);
    return error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .P_ && (PASSING.has(error.code) || FULL.test(error.message));
}
function asRedisError(place, error) {
    if (error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .zO) {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Redis at ${error.place} cannot be reached (${wordsFor(error)}); check \`redis-url\` and the network between it and the runner, or go by a pod with \`via\`.`, { cause: error });
    }
    if (error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .P_) {
        const meaning = FULL.test(error.message)
            ? 'has as many clients as it takes (maxclients); end some, or raise it'
            : UNKNOWN.test(error.message)
                ? 'does not have a command that is needed: it was renamed or switched off there (rename-command), or a proxy in between does not know it'
                : MEANINGS[error.code];
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(meaning
            ? `Redis at ${place} ${meaning} (${error.message}).`
            : `Redis at ${place} says: ${error.message}.`, { cause: error });
    }
    return error instanceof Error ? error : new Error((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error));
}
function wordsFor(error) {
    if (error.code === _link_js__WEBPACK_IMPORTED_MODULE_2__  .SD)
        return 'no answer, as of a server that does not speak TLS';
    if (error.code === 'ECONNRESET')
        return 'the connection was cut, as a server does that wants TLS, or none';
    if (error.code === 'ERR_TLS_CERT_ALTNAME_INVALID' && /^[\d.]+:|^\[/.test(error.place))
        return 'its certificate is not for this address; give its name in `redis-url`, or let its sentinels or its cluster announce host names (resolve-hostnames, announce-hostnames)';
    return (0,_network_js__WEBPACK_IMPORTED_MODULE_1__  .N4)(error, 'its certificate is signed by an unknown authority; give `redis-ca`');
}


  }),

  3041:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    O$: () => (  greeting),
    P_: () => (  Refusal),
    S8: () => (  sendCommand),
    SD: () => (  TLS_SILENCE),
    Vb: () => (  nameOf),
    zO: () => (  LostError)
  });
class Refusal extends Error {
    code;
    constructor(message) {
        super(message);
        this.name = 'Refusal';
        this.code = message.split(' ')[0] ?? '';
    }
}
const TLS_SILENCE = 'TLS_SILENCE';
class LostError extends Error {
    place;
    code;
    constructor(place, message, code = '') {
        super(message);
        this.name = 'LostError';
        this.place = place;
        this.code = code;
    }
}
async function sendCommand(link, ...command) {
    const [reply] = await link.send([command]);
    if (reply instanceof Refusal)
        throw reply;
    return reply;
}
const nameOf = ({ host, port }) => host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
function greeting({ username, password }, database) {
    const auth = password === undefined ? [] : [['AUTH', ...(username ? [username] : []), password]];
    return [...auth, ...(database === 0 ? [] : [['SELECT', String(database)]])];
}


  }),

  22952:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    f5: () => (  isMigrating),
    l2: () => (  Cache)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31666);
  var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89002);
  var _link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3041);




const NO_LOGIN = { username: undefined, password: undefined };
const SLOTS = 16384;
class Cache {
    address;
    signal;
    #open;
    #links = new Map();
    constructor(address, open, signal) {
        this.address = address;
        this.#open = open;
        this.signal = signal;
    }
    get name() {
        return this.address.places.map(_link_js__WEBPACK_IMPORTED_MODULE_3__  .Vb).join(',');
    }
    async link(place) {
        const name = (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(place);
        const known = this.#links.get(name)?.link;
        if (known && !known.closed)
            return known;
        const { login, database } = this.address;
        const link = await this.#open(place, { login, database });
        this.#links.set(name, { place, link });
        return link;
    }
    close() {
        for (const { link } of this.#links.values())
            link.close();
    }
    async survey(withinMs, work) {
        try {
            return await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_1__  .L5)(async () => work(await this.masters()), {
                withinMs,
                signal: this.signal,
                isPassing: (error) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__  .WG)(error) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__  .WG)(error.cause),
            });
        }
        catch (error) {
            this.signal.throwIfAborted();
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__  .YQ)(this.name, error);
        }
    }
    async masters() {
        const places = this.address.sentinel ? [await this.#querySentinels()] : this.#known();
        const { link, place } = await this.#first(places);
        const info = fieldsOf(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .S8)(link, 'INFO'));
        const flavour = info.server_name === 'valkey' ? 'Valkey' : 'Redis';
        const version = `${flavour} ${info.valkey_version ?? info.redis_version ?? ''}`.trim();
        if (info.redis_mode === 'sentinel') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${link.name} is a sentinel; give the URL as redis+sentinel://${link.name}/<name of the master>.`);
        }
        if (info.cluster_enabled === '1' || info.redis_mode === 'cluster') {
            return { version, cluster: true, masters: await this.#clusterOf(link, place) };
        }
        if (!this.address.sentinel && this.address.places.length > 1)
            return { version, cluster: false, masters: [await this.#onlyMaster()] };
        if (info.role === 'slave') {
            if (this.address.sentinel)
                throw new _link_js__WEBPACK_IMPORTED_MODULE_3__  .P_(`READONLY ${link.name} is a replica now`);
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Redis at ${link.name} is a replica of ${info.master_host}:${info.master_port}; give the URL of the master, or of the sentinels.`);
        }
        return { version, cluster: false, masters: [masterAt(place, info)] };
    }
    async #onlyMaster() {
        const found = [];
        for (const place of this.address.places) {
            const info = fieldsOf(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .S8)(await this.link(place), 'INFO'));
            if (info.role !== 'slave')
                found.push(masterAt(place, info));
        }
        const [master, ...more] = found;
        if (master && more.length === 0)
            return master;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(master
            ? `${found.map(({ name }) => name).join(' and ')} are not a cluster, and each is a master of its own; run this once for each, with its URL alone.`
            : `${this.name} are replicas, all of them; give the URL of the master, or of the sentinels.`);
    }
    #known() {
        return [...this.address.places, ...[...this.#links.values()].map(({ place }) => place)];
    }
    async #first(places) {
        let failure;
        for (const place of places) {
            try {
                return { link: await this.link(place), place };
            }
            catch (error) {
                failure ??= error;
            }
        }
        throw failure;
    }
    async #clusterOf(link, place) {
        const nodes = String(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .S8)(link, 'CLUSTER', 'NODES'));
        const masters = mastersOf(nodes, place, this.address.tls !== undefined);
        const slots = masters.reduce((sum, master) => sum + (master.slots ?? 0), 0);
        if (slots < SLOTS) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The cluster of ${link.name} has ${SLOTS - slots} hash slots that no master serves; fix it (redis-cli --cluster fix), and run it again.`);
        }
        return masters;
    }
    async #querySentinels() {
        const { places, sentinel } = this.address;
        let failure;
        for (const place of places) {
            try {
                const link = await this.#open(place, { login: sentinel?.login ?? NO_LOGIN, database: 0 });
                try {
                    return masterOf(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .S8)(link, 'SENTINEL', 'get-master-addr-by-name', sentinel?.master ?? ''), sentinel?.master ?? '');
                }
                finally {
                    link.close();
                }
            }
            catch (error) {
                failure ??= error;
            }
        }
        throw failure;
    }
}
const masterAt = (place, info) => ({
    place,
    name: (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(place),
    identity: `${(0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(place)} ${info.run_id ?? ''}`,
    slots: undefined,
});
function masterOf(reply, name) {
    if (!Array.isArray(reply))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The sentinels know no master "${name}"; check the name in \`redis-url\`.`);
    const [host, port] = reply.map(String);
    return { host: host ?? '', port: Number(port) };
}
function fieldsOf(reply) {
    const lines = String(reply).matchAll(/^([^#:\s]{1,100}):([^\r\n]*)/gm);
    return Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
}
function mastersOf(nodes, contact, byHostname) {
    const lines = nodes.split('\n').map((line) => line.trim().split(' '));
    return lines.flatMap(([id = '', address = '', flags = '', , , , , , ...ranges]) => {
        const own = ranges.filter((range) => !range.startsWith('['));
        if (!flags.split(',').includes('master') || own.length === 0)
            return [];
        const [, ip = '', port, hostname] = /^(.*):(\d+)(?:@\d+)?(?:,([^,]*))?/.exec(address) ?? [];
        const host = (byHostname && hostname) || ip || contact.host;
        const place = { host, port: Number(port) };
        const slots = own.map((range) => range.split('-').map(Number));
        return {
            place,
            name: (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(place),
            identity: `${id} ${own.join(' ')}`,
            slots: slots.reduce((sum, [from = 0, to = from]) => sum + to - from + 1, 0),
        };
    });
}
function isMigrating(nodes) {
    const own = nodes.split('\n').find((line) => / (\S+,)?myself(,| )/.test(line));
    return /\[\d+-[<>]-/.test(own ?? '');
}


  }),

  74995:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  Ay: () => (  pRetry)
});


; 
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error',  
	'NetworkError when attempting to fetch resource.',  
	'The Internet connection appears to be offline.',  
	'Network request failed',  
	'fetch failed',  
	'terminated',  
	' A network error occurred.',  
	'Network connection lost',  
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			|| '__sentry_captured__' in error;
	}

	if (message.startsWith('error sending request for url')) {
		return true;
	}

	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	return errorMessages.has(message);
}

; 


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	throw new Error('Retry attempts exhausted without throwing an error.');
}



  })

};
;
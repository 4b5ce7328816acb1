"use strict";
exports.id = 6334;
exports.ids = [6334];
exports.modules = {

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
    const remedy = mayNothing(permissions, rules)
        ? 'check `namespace`, as nothing that was asked for is allowed there, or add'
        : 'add';
    throw new RightsError(`The credentials may not ${describePermissions(rules)} in the namespace ${namespace}; ${remedy} the rules below to their Role (docs/permissions.md has it whole).`, { details: ['rules:', ...rules.map(asRule)] });
}
const mayNothing = (needed, missing) => verbsOf(needed).includes('list') && verbsOf(needed).length === verbsOf(missing).length;
const verbsOf = (permissions) => permissions.flatMap(({ verbs }) => verbs);
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

  23095:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    D: () => (  choosePod),
    e: () => (  awaitPod)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33266);
  var _workload_pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85738);




async function choosePod(client, namespace, ref) {
    await (0,_access_js__WEBPACK_IMPORTED_MODULE_2__  .An)(client, namespace, (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .XA)([ref], 'pods/exec'));
    const [pod] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .CG)(client, namespace, ref);
    return pod;
}
async function awaitPod(client, namespace, ref) {
    const deadline = performance.now() + _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.POD_READY_MS;
    for (;;) {
        const ready = (await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .EB)(client, namespace, ref)).find((pod) => (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .i_)(pod) && !pod.metadata.deletionTimestamp);
        if (ready)
            return ready;
        const { spec } = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .Rc)(client, namespace, ref);
        if (spec.replicas === 0 || performance.now() > deadline)
            break;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.POD_READY_POLL_MS, undefined, { signal: client.signal });
    }
    const [running] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .CG)(client, namespace, ref);
    return running;
}


  }),

  41808:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $R: () => (  defaultContainer),
    EP: () => (  lastLogLines),
    HW: () => (  podPath),
    Xh: () => (  eventsAbout),
    YE: () => (  execInPod),
    dk: () => (  openInPod),
    q_: () => (  getThroughProxy),
    x$: () => (  NotStartedError)
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_foreign_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(61376);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
  var _base_settled_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71501);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39668);
  var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3090);








const SHORT_LOG_BYTES = 1024 * 1024;
const LONGEST_END = 8 * 1024;
const OUTPUT_BYTES = 1024 * 1024;
const podPath = ({ metadata }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, metadata.namespace, 'pods', metadata.name);
async function lastLogLines(client, pod, container, lines) {
    for (const previous of ['true', 'false']) {
        try {
            const query = { container, tailLines: lines, previous };
            const response = await client.open('GET', `${podPath(pod)}/log`, { query: { ...query, limitBytes: SHORT_LOG_BYTES } }, _base_waits_js__WEBPACK_IMPORTED_MODULE_4__  .r.POD_LOG_SILENCE_MS);
            const { text: log } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__  .JY)(response, SHORT_LOG_BYTES);
            if (log.trim())
                return log.trimEnd().split('\n').slice(-lines).map(_base_foreign_js__WEBPACK_IMPORTED_MODULE_7__  .Hh);
        }
        catch (error) {
            client.signal.throwIfAborted();
            if (previous === 'false')
                return [`(no log: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)})`];
        }
    }
    return [];
}
async function eventsAbout(client, namespace, uid) {
    const { items } = await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, namespace, 'events'), {
        fieldSelector: `involvedObject.uid=${uid}`,
    });
    return items.sort((a, b) => when(a).localeCompare(when(b)));
}
const when = (event) => event.lastTimestamp ?? event.eventTime ?? '';
async function getThroughProxy(client, pod, target, silence) {
    const scheme = target.scheme === 'https' ? 'https:' : '';
    const { namespace, name } = pod.metadata;
    const at = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, namespace, 'pods', name).slice(0, -name.length);
    const proxied = `${at}${scheme}${name}:${target.port}/proxy${target.path}`;
    (await client.open('GET', proxied, {}, silence)).resume();
}
const defaultContainer = ({ metadata, spec }) => metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? spec.containers[0]?.name ?? '';
async function execInPod(client, pod, argv) {
    const output = (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__  .YZ)(OUTPUT_BYTES);
    const { ended } = await openInPod(client, pod, argv, output.hear, null);
    const { exitCode, message } = await ended;
    return { exitCode, output: output.text().trim() || message };
}
async function openInPod(client, pod, argv, hear, stdin) {
    const { Exec } = await __webpack_require__.e(  8149).then(__webpack_require__.bind(__webpack_require__, 98149));
    const sink = () => new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({
        write: (chunk, _encoding, done) => {
            hear(chunk);
            done();
        },
    }).on('error', () => { });
    const { namespace, name } = pod.metadata;
    const { promise, resolve, reject } = Promise.withResolvers();
    const onStatus = (status) => resolve(status);
    const { signal } = client;
    const exec = new Exec(guarded(client.config));
    const container = defaultContainer(pod);
    const opening = exec.exec(namespace, name, container, [...argv], sink(), sink(), stdin, false, onStatus);
    const socket = await (0,_base_settled_js__WEBPACK_IMPORTED_MODULE_3__  .Wh)(opening, signal).catch((event) => {
        opening.then((late) => late.close(), () => { });
        signal.throwIfAborted();
        throw new Error(event.message ?? 'the connection was refused');
    });
    const abort = () => {
        socket.close();
        reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
    socket.onclose = () => {
        signal.removeEventListener('abort', abort);
        reject(new Error('the connection closed before the command ended'));
    };
    return { ended: promise.then(endOf), close: () => socket.close() };
}
const [STDOUT, STDERR, STATUS] = [1, 2, 3];
const isOfCommand = (data) => Buffer.isBuffer(data) && [STDOUT, STDERR, STATUS].includes(data[0] ?? -1);
function guarded(config) {
    const finishRequest = (request, socket) => {
        const guard = (hear) => (message) => {
            try {
                if (isOfCommand(message.data))
                    hear(message);
            }
            catch {
                socket.terminate();
            }
        };
        Object.defineProperty(socket, 'onmessage', {
            set: (hear) => socket.addEventListener('message', guard(hear)),
        });
        request.end();
    };
    const guardedOptions = async (options) => {
        await config.applyToHTTPSOptions(options);
        Object.assign(options, { finishRequest });
    };
    return {
        getCurrentCluster: () => config.getCurrentCluster(),
        applyToHTTPSOptions: guardedOptions,
    };
}
class NotStartedError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ {
}
function endOf({ status, message: text, details }) {
    const message = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__  .Ir)(String(text ?? ''), LONGEST_END);
    if (status === 'Success')
        return { exitCode: 0, message };
    const causes = Array.isArray(details?.causes) ? details.causes : [];
    const cause = causes.find((item) => item?.reason === 'ExitCode');
    if (cause?.message !== undefined)
        return { exitCode: Number(cause.message), message };
    const words = /exec: "[^"]{0,500}": [^\n]{0,300}/.exec(message)?.[0] ?? message;
    throw new NotStartedError(`it could not be started: ${words.replace(/: unknown$/, '') || 'no reason is given'}`);
}


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

  6334:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  inPodOf: () => (  inPodOf)
});

var external_node_stream_ = __webpack_require__(57075);
var deadline = __webpack_require__(68606);
var errors = __webpack_require__(45145);
var waits = __webpack_require__(95282);
var choose_pod = __webpack_require__(23095);
var pods = __webpack_require__(41808);
var redis_link = __webpack_require__(3041);
; 

const RAW = /^(info|cluster)$/i;
const MAX_DEPTH = 16;
function parseReply(text, command) {
    if (RAW.test(command))
        return /^(ERR|NOPERM|NOAUTH|LOADING) /.test(text) ? new redis_link .P_(text) : Buffer.from(text);
    return parseLines(text.split('\n'));
}
function parseLines(lines, depth = 0) {
    const [first = ''] = lines;
    if (depth > MAX_DEPTH)
        throw new SyntaxError('redis-cli returned lists in lists without an end.');
    const item = /^( *\d+\) )/.exec(first)?.[1];
    if (item !== undefined)
        return itemsOf(lines, item.length).map((each) => parseLines(each, depth + 1));
    if (lines.length > 1)
        throw new SyntaxError(`redis-cli said ${JSON.stringify(first)} and more.`);
    const [, kind, rest = ''] = /^\((integer|error|nil|empty [a-z ]+)\) ?(.*)$/.exec(first) ?? [];
    if (kind === 'integer')
        return Number(rest);
    if (kind === 'error')
        return new redis_link .P_(rest);
    if (kind === 'nil')
        return null;
    if (kind !== undefined)
        return [];
    if (first.startsWith('"'))
        return unquote(first);
    if (/^[A-Z]+$/.test(first))
        return Buffer.from(first);
    throw new SyntaxError(first || 'redis-cli said nothing.');
}
function itemsOf(lines, width) {
    const items = [];
    for (const line of lines) {
        if (/^ *\d+\) $/.test(line.slice(0, width)))
            items.push([]);
        items.at(-1)?.push(line.slice(width));
    }
    return items;
}
const ESCAPES = { n: 10, r: 13, t: 9, a: 7, b: 8 };
function unquote(text) {
    const bytes = [];
    for (const [, hex, escaped, plain = ''] of text
        .slice(1, -1)
        .matchAll(/\\x([0-9a-f]{2})|\\(.)|([\s\S])/gi)) {
        if (hex !== undefined)
            bytes.push(Number.parseInt(hex, 16));
        else if (escaped !== undefined)
            bytes.push(ESCAPES[escaped] ?? escaped.charCodeAt(0));
        else
            bytes.push(plain.charCodeAt(0));
    }
    return Buffer.from(bytes);
}
function quote(word) {
    const bytes = [...Buffer.from(word)];
    return `"${bytes.map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`)).join('')}"`;
}
const isPlain = (byte) => byte >= 32 && byte < 127 && byte !== 34 && byte !== 92;

; 








const UNREADABLE = '"\n';
const MARK = 'Invalid argument(s)\n';
const LONGEST_REPLY = 16 * 1024 ** 2;
async function inPodOf(client, namespace, workload, tls, warn) {
    let pod = await (0,choose_pod .D)(client, namespace, workload);
    const logPod = () => warn(`By way of redis-cli in pod ${pod.metadata.name} of ${namespace}`);
    logPod();
    return async (place, options) => {
        try {
            return await inPod(client, pod, tls)(place, options);
        }
        catch (error) {
            client.signal.throwIfAborted();
            const other = await (0,choose_pod .D)(client, namespace, workload).catch((reason) => {
                client.signal.throwIfAborted();
                throw new redis_link .zO((0,redis_link .Vb)(place), `there is no pod to go by: ${(0,errors .bD)(reason)}`);
            });
            if (other.metadata.uid === pod.metadata.uid)
                throw error;
            pod = other;
            logPod();
            return inPod(client, pod, tls)(place, options);
        }
    };
}
function inPod(client, pod, tls) {
    return async (place, { login, database }) => {
        const secure = tls ? ['--tls', ...(tls.verify ? [] : ['--insecure'])] : [];
        const argv = ['redis-cli', '--no-raw', '-h', place.host, '-p', String(place.port), ...secure];
        const link = await Dialogue.start(client, pod, argv, (0,redis_link .Vb)(place));
        const words = (0,redis_link .O$)(login, database);
        const replies = await link.send([...words, ['PING']]);
        const isRefused = (reply, index) => reply instanceof redis_link .P_ && !(index === words.length && reply.code === 'NOPERM');
        const refused = replies.find(isRefused);
        if (refused === undefined)
            return link;
        link.close();
        throw refused;
    };
}
class Dialogue {
    name;
    closed = false;
    #isSilent = false;
    #client;
    #stdin = new external_node_stream_.PassThrough();
    #heard = '';
    #searched = 0;
    #before = Promise.resolve();
    #wake = () => { };
    #close = () => { };
    constructor(client, name) {
        this.#client = client;
        this.name = name;
    }
    static async start(client, pod, argv, name) {
        const dialogue = new Dialogue(client, name);
        const failed = (reason) => new errors .lZ(`redis-cli could not be run in pod ${pod.metadata.name} (${reason}); name with \`via\` a workload whose image has it.`);
        try {
            const hear = (chunk) => dialogue.#hear(chunk.toString());
            const { ended, close } = await (0,pods .dk)(client, pod, argv, hear, dialogue.#stdin);
            dialogue.#close = close;
            ended.catch(errors .bD).then(() => dialogue.close());
            const first = dialogue.#reply();
            dialogue.#stdin.write(UNREADABLE);
            await first.catch(async (error) => {
                if (dialogue.#isSilent)
                    throw error;
                const end = await ended.catch((error) => ({ message: (0,errors .bD)(error) }));
                throw new Error(dialogue.#heard.trim() || end.message);
            });
            return dialogue;
        }
        catch (error) {
            client.signal.throwIfAborted();
            throw error instanceof redis_link .zO ? error : failed((0,errors .bD)(error));
        }
    }
    send(commands) {
        const lines = commands.map((command) => `${command.map(quote).join(' ')}\n${UNREADABLE}`);
        this.#stdin.write(lines.join(''));
        const replies = this.#before.then(() => this.#replies(commands));
        this.#before = replies.catch(() => { });
        return replies;
    }
    async #replies(commands) {
        const replies = [];
        for (const [command] of commands)
            replies.push(this.#parse(await this.#reply(), String(command)));
        return replies;
    }
    close() {
        this.closed = true;
        this.#wake();
        this.#close();
    }
    #hear(text) {
        this.#heard += text;
        if (this.#heard.length > LONGEST_REPLY)
            this.close();
        this.#wake();
    }
    #parse(text, command) {
        try {
            return parseReply(text, command);
        }
        catch (error) {
            this.close();
            throw new redis_link .zO(this.name, (0,errors .bD)(error));
        }
    }
    #markAt() {
        for (let at = this.#searched;; at += 1) {
            at = this.#heard.indexOf(MARK, at);
            if (at < 0)
                break;
            if (at === 0 || this.#heard[at - 1] === '\n')
                return at;
        }
        this.#searched = Math.max(0, this.#heard.length - MARK.length);
        return -1;
    }
    async #reply() {
        for (;;) {
            const at = this.#markAt();
            if (at >= 0) {
                const text = this.#heard.slice(0, Math.max(0, at - 1));
                this.#heard = this.#heard.slice(at + MARK.length);
                this.#searched = 0;
                return text;
            }
            this.#client.signal.throwIfAborted();
            if (this.#isSilent)
                throw new redis_link .zO(this.name, `redis-cli has said nothing for ${waits .r.REDIS_SILENCE_MS / 1000} s, as it does where a name does not resolve`);
            if (this.closed)
                throw new redis_link .zO(this.name, this.#heard.trim() || 'the connection to the pod ended');
            await this.#word();
        }
    }
    async #word() {
        const heard = Promise.withResolvers();
        this.#wake = heard.resolve;
        const silent = new AbortController();
        const silence = (0,deadline .v7)(waits .r.REDIS_SILENCE_MS, silent.signal).then(() => {
            this.#isSilent = true;
            this.close();
        }, () => { });
        await Promise.race([heard.promise, silence]);
        silent.abort();
    }
}


  })

};
;
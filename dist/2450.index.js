"use strict";
exports.id = 2450;
exports.ids = [2450];
exports.modules = {

  60599:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    fc: () => (  makeFolder),
    pb: () => (  writePrivate),
    sX: () => (  appendPrivate)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
  var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



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
const makeFolder = (path) => {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { recursive: true, mode: 0o700 });
};
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

  40753:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    K0: () => (  secretPartsOf),
    Wr: () => (  credentialsIn),
    qE: () => (  namedSecretsIn)
  });
const LONG_PART = 6;
const LONG_SECRET = 4;
const LONG_PATH = 12;
const DEPTH = 4;
const NAMES_SECRET = /pass|pwd|secret|token|cred|private|auth|sign|salt|seed|cookie|session|conn_?str|dsn|(?:^|[^a-z])(?:api|access|account|shared|encryption|master|key|sas|pin|otp|code)(?:[^a-z]|$)|[a-z]Key$|api_?key/i;
const namesSecret = (name) => NAMES_SECRET.test(name);
function secretPartsOf(secret) {
    const parts = { texts: new Set(), words: new Set(), values: new Set() };
    const whole = secret.trim();
    if (whole.length >= LONG_SECRET)
        parts.texts.add(whole);
    else if (whole !== '')
        parts.values.add(whole);
    for (const line of linesOf(whole))
        if (line.length >= LONG_SECRET)
            parts.texts.add(line);
    collect(whole, { isNamed: false, isWhole: true, depth: DEPTH }, parts);
    return parts;
}
function collect(text, place, parts) {
    if (!place.isWhole)
        keep(text, place.isNamed, parts);
    if (place.depth === 0)
        return;
    const inner = { isNamed: false, isWhole: false, depth: place.depth - 1 };
    const json = containerIn(text);
    if (json !== undefined)
        return collectJson(json, { ...inner, isNamed: place.isNamed }, parts);
    for (const credential of credentialsIn(text))
        collect(credential, { ...inner, isNamed: true }, parts);
    for (const part of pathPartsOf(text))
        keep(part, true, parts);
    for (const { name, value } of assignmentsIn(text))
        collect(value, { ...inner, isNamed: namesSecret(name) }, parts);
}
function collectJson(value, place, parts) {
    if (typeof value === 'string')
        return collect(value, place, parts);
    if (typeof value === 'number')
        return keep(String(value), place.isNamed, parts);
    if (typeof value !== 'object' || value === null)
        return;
    for (const [name, each] of Object.entries(value))
        collectJson(each, { ...place, isNamed: place.isNamed || namesSecret(name) }, parts);
}
function keep(text, isNamed, { texts, words, values }) {
    const lines = linesOf(text);
    for (const part of [text.trim(), ...(lines.length > 1 ? lines : [])]) {
        if (part === '')
            continue;
        if (part.length >= (isNamed ? LONG_SECRET : LONG_PART))
            texts.add(part);
        else if (isNamed && /[\p{L}\p{N}]/u.test(part))
            words.add(part);
        else
            values.add(part);
    }
}
function namedSecretsIn(text) {
    const json = containerIn(text);
    if (json !== undefined)
        return namedInJson(json, false);
    return assignmentsIn(text)
        .filter(({ name }) => namesSecret(name))
        .map(({ value }) => value);
}
function namedInJson(value, isNamed) {
    if (typeof value !== 'object' || value === null)
        return isNamed ? [String(value)] : [];
    return Object.entries(value).flatMap(([name, each]) => namedInJson(each, isNamed || namesSecret(name)));
}
const linesOf = (text) => text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
function containerIn(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function credentialsIn(text) {
    const urls = text.matchAll(/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,20}):\/\/(?=(\S{0,4000}))/gi);
    const found = [...urls].flatMap(([, scheme = '', rest = '']) => {
        const logins = [/^([^/?#]*?)@/, /^([^/?#]*)@/, /^(.*)@/].flatMap((login) => login.exec(rest)?.[1] ?? []);
        return [...new Set(logins)].flatMap((login) => secretsOfLogin(scheme, login));
    });
    const queries = [...text.matchAll(/[?&]([\w.-]+)=([^&\s#]+)/g)];
    const named = queries.filter(([, name = '']) => namesSecret(name)).map(([, , value = '']) => value);
    return [...found, ...named, ...named.map(decoded)];
}
function secretsOfLogin(scheme, login) {
    const at = login.indexOf(':');
    const [user, password] = at < 0 ? ['', login] : [login.slice(0, at), login.slice(at + 1)];
    if (password === '' || (at < 0 && !/^(redis|valkey|https?)/i.test(scheme)))
        return [];
    const pairs = [`${user}:${password}`, `${decoded(user)}:${decoded(password)}`];
    return [password, decoded(password), ...pairs.map(basicOf)];
}
const basicOf = (pair) => Buffer.from(pair).toString('base64');
function pathPartsOf(text) {
    const url = /^https?:\/\/\S+$/i.test(text) ? URL.parse(text) : null;
    if (!url)
        return [];
    const parts = [...url.pathname.split('/'), ...url.searchParams.values()];
    return parts.filter((part) => part.length >= LONG_PATH).flatMap((part) => [part, decoded(part)]);
}
function assignmentsIn(text) {
    return linesOf(text).flatMap((line) => {
        if (/^[a-z][a-z0-9+.-]*:\/\//i.test(line))
            return [];
        const [, name = '', value = ''] = /^(?:export\s+|-\s+)*["']?([A-Za-z_][\w.-]*)["']?\s*[:=]\s*(.+)$/.exec(line) ?? [];
        if (name === '')
            return [];
        const bare = unquoted(value);
        const credential = /^(?:Bearer|Basic|Token|ApiKey)\s+(\S+)$/i.exec(bare)?.[1];
        const words = [...line.matchAll(/(?<!\w)(\w{1,60})\s{0,20}=\s{0,20}('(?:[^'\\]|\\.)*'|[^\s']+)/g)].slice(1);
        return [
            { name, value: bare },
            ...(credential ? [{ name: 'credential', value: credential }, ...pairOf(credential)] : []),
            ...words
                .filter(([, each = '']) => namesSecret(each))
                .map(([, each = '', inner = '']) => ({ name: each, value: unquoted(inner) })),
        ];
    });
}
function pairOf(credential) {
    const pair = Buffer.from(credential, 'base64').toString();
    const at = pair.indexOf(':');
    return at < 0 || basicOf(pair) !== credential ? [] : [{ name: 'password', value: pair.slice(at + 1) }];
}
const unquoted = (value) => /^(["'])(.*)\1,?$/.exec(value.trim())?.[2] ?? value.trim();
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
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

  11314:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    g: () => (  parseSelection)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);


function parseSelection(workloads, selector, order) {
    const all = workloads.includes('all');
    const groups = order.map((line) => line
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .jH));
    const refs = workloads.filter((item) => item !== 'all').map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .jH);
    if (all && (refs.length > 0 || selector)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `workloads` is `all`; leave other names and `selector` out, or leave `all` out.');
    }
    const ordered = groups.flat();
    const twice = ordered.find((ref, index) => ordered.findIndex((other) => (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(other) === (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)) !== index);
    if (twice)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`order\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(twice)} twice.`);
    if (!all && !selector && refs.length === 0 && ordered.length === 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Say which workloads are meant: `workloads` (names, or `all`) or `selector`.');
    }
    return { all, refs: refs.length > 0 || all || selector ? refs : ordered, selector, order: groups };
}


  }),

  96619:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    j: () => (  forgottenPause)
  });
const DAY_MS = 86_400_000;
function forgottenPause({ name, pausedBy }, now) {
    if (!pausedBy || !(now.getTime() - Date.parse(pausedBy.at) > DAY_MS))
        return undefined;
    return `the ${name} is paused since ${pausedBy.at} by rollback ${pausedBy.id}; put the older version into its source and hand it back`;
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

  84005:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Mc: () => (  restartsBefore),
    PY: () => (  rollbackHistory),
    XE: () => (  vitalsOf),
    av: () => (  deployedAt),
    nZ: () => (  warningsOf)
  });
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60921);
  var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85738);
  var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33030);
  var _lineage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11805);
  var _marks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94054);
  var _progress_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71157);
  var _terminal_failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91757);







function vitalsOf({ workload, history, pods }, before = new Map()) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__  .h7)(workload, history);
    const own = (0,_progress_js__WEBPACK_IMPORTED_MODULE_5__  .Ng)({
        workload,
        pods,
        podLabel: current?.podLabel,
        revision: current?.object.metadata.name,
    });
    const count = (pod) => Math.max(0, restartsOf(pod) - (before.get(pod.metadata.uid) ?? 0));
    const terminalFailure = terminalFailureOf(workload, current, own);
    return {
        workload: (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__  .H8)(workload)),
        wanted: (0,_progress_js__WEBPACK_IMPORTED_MODULE_5__  .qB)(workload),
        ready: pods.filter((pod) => (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__  .i_)(pod) && !pod.metadata.deletionTimestamp).length,
        readyOfNewest: own.filter(_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__  .i_).length,
        restarts: own.reduce((sum, pod) => sum + count(pod), 0),
        ...(terminalFailure && { terminalFailure }),
    };
}
function restartsBefore(seen, deployedAt) {
    const isOlder = ({ metadata }) => deployedAt === null || Date.parse(metadata.creationTimestamp ?? '') / 1000 < deployedAt;
    const older = seen.flatMap(({ pods }) => pods.filter(isOlder));
    return new Map(older.map((pod) => [pod.metadata.uid, restartsOf(pod)]));
}
const restartsOf = (pod) => (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
function rollbackHistory({ workload, history }) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__  .h7)(workload, history);
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_4__  .Hp)(workload);
    const isCurrent = last !== undefined && last.to === current?.object.metadata.uid;
    const again = current && !isCurrent ? leftBefore(current, history, last?.to) : undefined;
    return {
        workload: (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__  .H8)(workload)),
        since: current ? deployedAt(current, workload, history) : 0,
        ...(last && { last: { id: last.id, at: Date.parse(last.at) / 1000, isCurrent } }),
        ...(again && { again }),
    };
}
function deployedAt(revision, workload, history) {
    const again = (0,_marks_js__WEBPACK_IMPORTED_MODULE_4__  .vr)(revision.object) ? (0,_lineage_js__WEBPACK_IMPORTED_MODULE_3__  .GF)(revision, workload, history) : undefined;
    return (again ?? (0,_lineage_js__WEBPACK_IMPORTED_MODULE_3__  .CT)(revision) ?? 0) / 1000;
}
function warningsOf(memory) {
    return memory.flatMap(({ workload, again }) => again
        ? [
            `${workload} runs ${again.images.join(', ')} again, which rollback ${again.id} left at ${again.at}; check whether its cause is gone.`,
        ]
        : []);
}
function leftBefore(current, history, to) {
    const target = history.find(({ object }) => object.metadata.uid === to);
    const own = (0,_lineage_js__WEBPACK_IMPORTED_MODULE_3__  .fb)(current, target);
    for (const revision of history) {
        const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_4__  .vr)(revision.object);
        const bad = Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_2__  .IC)(revision.template));
        const images = own.filter((image) => bad.includes(image));
        const isForgiven = mark && ((0,_marks_js__WEBPACK_IMPORTED_MODULE_4__  .X3)(current.object)?.at ?? '') > mark.at;
        if (mark && !isForgiven && images.length > 0)
            return { images, id: mark.id, at: mark.at };
    }
    return undefined;
}
function terminalFailureOf(workload, current, pods) {
    for (const pod of pods) {
        const terminalFailure = (0,_terminal_failure_js__WEBPACK_IMPORTED_MODULE_6__  .kI)(pod);
        if (terminalFailure)
            return `pod ${pod.metadata.name} is in ${terminalFailure.reason}`;
    }
    const object = current?.object;
    const refused = object?.kind === 'ReplicaSet' && 'spec' in object && (0,_terminal_failure_js__WEBPACK_IMPORTED_MODULE_6__  .rr)(object, workload);
    return refused ? `no pod can be made (${refused.reason})` : undefined;
}


  }),

  34193:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    K: () => (  signerOf)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


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
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${peer} wants signed requests, and there are no AWS credentials (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)}); give them to the step, for example by aws-actions/configure-aws-credentials`, { cause: error });
        }
    };
}
async function load(service, region) {
    const [{ SignatureV4 }, { defaultProvider }] = await Promise.all([
        __webpack_require__.e(  5118).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19)),
        Promise.all( [__webpack_require__.e(5118), __webpack_require__.e(5861)]).then(__webpack_require__.t.bind(__webpack_require__, 5861, 19)),
    ]);
    return new SignatureV4({ service, region, credentials: defaultProvider(), sha256: Sha256 });
}
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


  }),

  27028:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    V: () => (  isOnInternet)
  });
  var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71553);
  var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);


const NETWORKS = [
    ['0.0.0.0', 8, 'ipv4'],
    ['10.0.0.0', 8, 'ipv4'],
    ['100.64.0.0', 10, 'ipv4'],
    ['127.0.0.0', 8, 'ipv4'],
    ['169.254.0.0', 16, 'ipv4'],
    ['172.16.0.0', 12, 'ipv4'],
    ['192.168.0.0', 16, 'ipv4'],
    ['::1', 128, 'ipv6'],
    ['fc00::', 7, 'ipv6'],
    ['fe80::', 10, 'ipv6'],
];
async function isOnInternet(host) {
    const own = new node_net__WEBPACK_IMPORTED_MODULE_1__.BlockList();
    for (const network of NETWORKS)
        own.addSubnet(...network);
    const addresses = await (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.lookup)(host.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
    return (addresses.length > 0 &&
        addresses.every(({ address, family }) => !own.check(address, family === 6 ? 'ipv6' : 'ipv4')));
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

  4928:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  main: () => (  main)
});

var external_node_fs_ = __webpack_require__(73024);
var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var levels = __webpack_require__(46872);
; 

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
        const severity = (0,levels .Kd)(last.long, (0,levels .QZ)(known.map((row) => row.short)));
        const since = Math.min(...known.filter((row) => row.severity !== 'none').map((row) => row.since), last.since);
        return { ...last, severity, since };
    });
}

; 
function reasonToHold({ memory, deployedAt }, at, { cooldown, maxAge }) {
    if (deployedAt !== null && at - deployedAt > maxAge)
        return `the newest deploy was ${Math.round((at - deployedAt) / 3600)} h ago, and after ${Math.round(maxAge / 3600)} h (\`max-age\`) it is unlikely to be the cause`;
    const rollbacks = memory.flatMap(({ last }) => (last ? [last] : []));
    const newest = rollbacks.toSorted((a, b) => b.at - a.at)[0];
    if (!newest)
        return undefined;
    const ago = Math.max(0, Math.round(at - newest.at));
    const since = `rollback ${newest.id} was made ${ago < 120 ? `${ago} s` : `${Math.round(ago / 60)} min`} ago`;
    const deployedSince = memory.some(({ since, last }) => last?.id === newest.id ? !last.isCurrent : since > newest.at);
    if (!deployedSince)
        return `${since} and nothing was deployed since, so another would not help`;
    return ago < cooldown
        ? `${since}, and \`cooldown\` lets the next one start after ${cooldown} s`
        : undefined;
}

var record_severity = __webpack_require__(63513);
; 
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
function upperBound({ hits, all }, alpha) {
    if (all <= 0)
        return 1;
    const z = quantile(1 - alpha);
    const share = hits / all;
    const centre = share + (z * z) / (2 * all);
    const spread = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
    return Math.min(1, (centre + spread) / (1 + (z * z) / all));
}
function normal(z) {
    const t = 1 / (1 + 0.2316419 * Math.abs(z));
    const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
    return z >= 0 ? 1 - tail : tail;
}
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

; 


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
function slowdownOfValues(latency, earlier, { thresholds, least }) {
    const value = latency / earlier - 1;
    const isSmall = latency - earlier < least;
    return {
        value,
        level: isSmall ? 'none' : (0,levels .In)(value, thresholds),
        isLeast: false,
        ...(isSmall && value > 0 && { but: 'too little to matter (`min-slowdown`)' }),
    };
}
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
    const level = (0,levels .QZ)([
        (0,levels .In)(provedBy, thresholds),
        (0,levels .Kd)((0,levels .In)(isTop ? mean : value, thresholds), (0,levels .In)(mean, thresholds)),
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
    if ((0,levels .jZ)(byMean, 'low') && !(0,levels .jZ)(counted, byMean))
        return { value, level: byMean, isLeast: false, mean };
    return { value, level: counted, isLeast: false, ...(but && { but }) };
    function reasonAgainst() {
        if (value <= 0 || (0,levels .In)(value, thresholds) === 'none')
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
function levelByMean(now, before, mean, { thresholds, least, alpha }) {
    const [after, was] = [now.histogram, before.histogram];
    if ((after.mean ?? 0) - (was.mean ?? 0) < least)
        return 'none';
    const bounds = was.buckets.flatMap(({ bound }) => bound ?? []);
    const hasMoved = bounds.some((bound) => pGreater(shareAbove(now.window, after, bound), shareAbove(before.window, was, bound)) <
        alpha / bounds.length);
    return hasMoved ? (0,levels .Kd)((0,levels .In)(mean, thresholds), 'medium') : 'none';
}
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
function shareAbove({ seconds }, { buckets }, bound) {
    const all = (buckets.at(-1)?.rate ?? 0) * seconds;
    const below = buckets.find((bucket) => bucket.bound === bound)?.rate ?? 0;
    return { hits: Math.max(0, all - below * seconds), all };
}
const formatted = (value) => String(Number(value.toPrecision(3)));

; 

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
function row(facts) {
    const { short = facts.long } = facts;
    return { ...NOTHING, ...facts, short, severity: (0,levels .Kd)(facts.long, short) };
}
const unknown = (facts, reason) => ({
    ...NOTHING,
    ...facts,
    description: reason,
    severity: 'unknown',
});

; 




const ALPHA = 0.01;
const RELEVANT = 1.5;
const BURN = { low: 1, medium: 6, high: 14.4 };
const COLLAPSED = 0.15;
const EXPECTED_LEAST = 30;
const TRAFFIC_WINDOW = 120;
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
    const threshold = (0,levels .Av)(settings.errorRate);
    const facts = { signal: 'error-rate', threshold, query: long.errorRate?.query ?? null, since: at };
    const lack = errorLack(long, settings) ?? errorLack(short, settings);
    if (lack)
        return unknown(facts, lack);
    const [value, latest] = [known(long.errorRate), known(short.errorRate)];
    const beforeLack = baseline ? errorLack(baseline, settings) : undefined;
    const before = baseline && !beforeLack ? known(baseline.errorRate) : undefined;
    const worse = before === undefined || isWorse(long, baseline, settings);
    const level = (rate) => {
        const severity = withinTraffic((0,levels .In)(rate, settings.errorRate), long);
        return severity === 'low' && !worse ? 'none' : severity;
    };
    const compared = before === undefined
        ? beforeLack && ` (unknown before the deploy: ${beforeLack})`
        : ` (${(0,levels .KN)(before)} before the deploy${worse ? '' : ', which is not a clear difference'})`;
    return row({
        ...facts,
        value,
        description: `${(0,levels .KN)(value, settings.errorRate)} of requests fail${compared ?? ''}${ofHowMany(long)}`,
        samples: requestsOf(long),
        baseline: before ?? null,
        long: level(value),
        short: level(latest),
        causedByDeploy: worse,
    });
}
function burnRow({ long, short, baseline, settings, at }, slo) {
    const threshold = `low ${BURN.low}, medium ${BURN.medium}, high ${BURN.high} times the budget of ${(0,levels .KN)(1 - slo)}`;
    const facts = { signal: 'burn-rate', threshold, query: long.errorRate?.query ?? null, since: at };
    const lack = errorLack(long, settings) ?? errorLack(short, settings);
    if (lack)
        return unknown(facts, lack);
    const burn = (window) => known(window.errorRate) / (1 - slo);
    const before = baseline && !errorLack(baseline, settings) ? known(baseline.errorRate) : undefined;
    const worse = before === undefined || isWorse(long, baseline, settings);
    const level = (rate) => (worse ? withinTraffic((0,levels .In)(rate, BURN), long) : 'none');
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
    const threshold = (0,levels .Av)(settings.latency);
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
        return `requests take ${(0,levels .KN)(mean, thresholds)} longer on average than before the deploy`;
    if (value <= 0)
        return 'requests are no slower than before the deploy';
    const least = isLeast ? 'at least ' : '';
    return `requests take ${least}${(0,levels .KN)(value, but ? {} : thresholds)} longer than before the deploy${but ? `, which is ${but}` : ''}`;
}
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
        ? `traffic is at ${(0,levels .KN)(share)} of what it was before the deploy`
        : `traffic is down by ${(0,levels .KN)(1 - share)} since the deploy`;
    return [
        row({
            signal: 'traffic',
            threshold: `medium at ${(0,levels .KN)(COLLAPSED)} of before`,
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
const withinTraffic = (level, { requests }) => requests === undefined ? (0,levels .Kd)(level, 'medium') : level;
const ofHowMany = ({ requests }) => requests === undefined ? ', of an unknown number: `requests-query` is not given' : '';
function errorLack(window, settings) {
    const lack = lackOf(window, window.errorRate, settings);
    if (lack)
        return lack;
    const { value } = window.errorRate;
    const isShare = value >= 0 && value <= 1 + 1e-6;
    return isShare
        ? undefined
        : `the query gives ${Number(value.toPrecision(4))}, which is not a share from 0 to 1; divide the requests that fail by all`;
}
function lackOf(window, reading, settings) {
    const { requests } = window;
    if (requests && requests.value === null)
        return requests.reason;
    const count = requestsOf(window);
    if (count !== null && count < settings.minRequests)
        return `${Math.round(count)} requests in ${window.seconds} s, fewer than the ${settings.minRequests} of \`min-requests\``;
    return reading?.value == null ? (reading?.reason ?? 'it was not queried') : undefined;
}
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

; 




const MISSING = { low: 0.01, medium: 0.1, high: 0.3 };
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
    if (value < 0 || (value > 0 && value < 1))
        return unknown(facts, `the query gives ${Number(value.toPrecision(4))}, which is neither 0 nor 1; let it compare with \`bool\``);
    const description = value === 0 ? 'no outage' : 'the service is down';
    return row({ ...facts, value, description: description, long: value === 0 ? 'none' : 'critical' });
}
const SHORTEST_WAIT = 60;
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
    const level = (0,levels .QZ)(counted.map(({ severity }) => labelled(severity)));
    return row({
        ...facts,
        value: names,
        description: `${names} ${names.includes(', ') ? 'fire' : 'fires'}${fresh.length > 0 ? '' : older}`,
        long: level,
        causedByDeploy: fresh.length > 0,
        forcesRollback: (0,levels .jZ)(level, 'medium'),
        since: Math.min(at, ...counted.map(({ since }) => since)),
    });
}
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
    return record_severity .o.find((known) => known === word && known !== 'none') ?? 'critical';
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
        const missing = (0,levels .In)(1 - readyOfNewest / wanted, MISSING);
        const level = missing === 'none' && restarts > 0 ? 'low' : missing;
        return row({ ...facts, description: counts, long: level, conclusive: !(0,levels .jZ)(missing, 'low') });
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
            const description = `${(0,levels .KN)(value, thresholds)} ${words}, as given`;
            return [row({ ...facts(signal), value, description: description, long: (0,levels .In)(value, thresholds) })];
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

; 




function judge(observation, settings) {
    const samples = observation.looks.map((sample) => rowsOf(sample, observation, settings));
    const rows = aggregateSamples(samples, settings.consecutive);
    const at = observation.looks.at(-1)?.at ?? 0;
    const severity = (0,levels .QZ)(rows.map(levelOfRow));
    const blamed = rows.filter((row) => row.causedByDeploy);
    const severityByDeploy = (0,levels .QZ)(blamed.map(levelOfRow));
    const missing = rows.filter((row) => row.severity === 'unknown');
    const justifiesRollback = rows.some(demandsRollback) || (0,levels .jZ)(severityByDeploy, 'high');
    const inconclusive = rows.length === 0 || (missing.length > 0 && !justifiesRollback);
    const known = decisionOf(rows, severity, severityByDeploy);
    const holdReason = reasonToHold(observation, at, settings);
    const isTolerable = !inconclusive && !(0,levels .jZ)(severity, 'medium');
    const fixFailed = settings.afterQuickFix === true && !isTolerable;
    const wanted = fixFailed ? 'rollback' : inconclusive ? decisionIfInconclusive(known, settings) : known;
    const held = holdReason !== undefined && (wanted === 'rollback' || wanted === 'quick-fix-then-rollback');
    const decision = held ? 'evaluate' : wanted;
    const since = Math.min(at, ...rows.filter((row) => (0,levels .jZ)(levelOfRow(row), 'medium')).map((row) => row.since));
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
const demandsRollback = (row) => row.forcesRollback && row.causedByDeploy;
const levelOfRow = (row) => (row.severity === 'unknown' ? 'none' : row.severity);
function decisionOf(rows, severity, severityByDeploy) {
    if (rows.some(demandsRollback))
        return 'rollback';
    if (severityByDeploy === severity)
        return levels .LW[severity].decision;
    return (0,levels .jZ)(severity, 'medium') ? 'evaluate' : 'none';
}
const decisionIfInconclusive = (known, { onInconclusive }) => ({ ask: 'evaluate', rollback: 'rollback', pass: known })[onInconclusive];
const secondsToDecide = (severity, inconclusive) => levels .LW[inconclusive && !(0,levels .jZ)(severity, 'medium') ? 'medium' : severity].seconds;
const DECISION_WORDS = {
    rollback: 'Roll back',
    'quick-fix-then-rollback': 'Roll back unless a quick fix helps',
    evaluate: 'Look closer before anything is rolled back',
    'fix-forward': 'Fix forward',
    none: 'All is well',
};
function describeJudgement(judged) {
    const { decision, severity, rows, missing, inconclusive, severityByDeploy, holdReason, fixFailed } = judged;
    const forcing = rows.filter(demandsRollback);
    const worstRows = severity === 'none' ? [] : rows.filter((row) => row.severity === severity);
    const reasons = forcing.length > 0 ? forcing : worstRows;
    const descriptions = (reasons.length > 0 ? reasons : rows.filter((row) => row.severity === 'none')).map((row) => row.description);
    const facts = descriptions.slice(0, 3).join('; ');
    const worstLevel = reasons.length > 0 ? (0,levels .QZ)(reasons.map(levelOfRow)) : severity;
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
    if (forcing.length === 0 && severityByDeploy !== severity && (0,levels .jZ)(severity, 'medium'))
        return `${DECISION_WORDS[decision]}: ${facts}${level}, but it was so before the deploy, and a rollback would not help.`;
    return `${DECISION_WORDS[decision]}: ${facts}${level}.`;
}
function describeMissing(missing) {
    const byReason = Map.groupBy(missing, (row) => row.description);
    const reasons = [...byReason].map(([description, rows]) => `${rows.map((row) => row.signal).join(', ')}: ${description}`);
    return reasons.join('; ') || 'nothing was queried';
}

var markdown = __webpack_require__(26963);
; 


const SIGNS = { critical: '🔴', high: '🔴', medium: '🟠', low: '🟡', none: '🟢', unknown: '⚪' };
const timeOf = (seconds) => new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z');
function summaryOf(judgement) {
    const { message, decideBy, rows } = judgement;
    const until = decideBy === null ? '' : `\n\nTo be decided by **${timeOf(decideBy)}**.`;
    const head = ['', 'Signal', 'Value', 'Threshold', 'Samples', 'Before', 'Query'];
    const cells = rows.map((row) => [
        `${SIGNS[row.severity]} ${row.severity}`,
        (0,markdown .tJ)(row.signal),
        (0,markdown .tJ)(row.description),
        (0,markdown .tJ)(row.threshold),
        row.samples === null ? '' : (0,markdown .tJ)(String(Math.round(row.samples))),
        beforeOf(row),
        row.query === null ? '' : (0,markdown .aY)(row.query),
    ]);
    return `## ${(0,markdown .tJ)(message)}${until}\n\n${(0,markdown .tp)(head, cells)}\n`;
}
function beforeOf({ signal, baseline }) {
    if (baseline === null)
        return '';
    return signal === 'error-rate' ? (0,levels .KN)(baseline) : String(Number(baseline.toPrecision(3)));
}
function sampleLine(rows, number, planned) {
    const levels = rows.map((row) => `${row.signal} ${row.severity} (${row.description})`).join('; ');
    return `sample ${number}/${planned}: ${levels || 'nothing was queried'}`;
}
const toOutput = (rows) => rows.map(({ signal, severity, value, description, threshold, samples, baseline, query, causedByDeploy }) => ({
    ...{ signal, severity, value, threshold, samples, baseline, query },
    'by-deploy': causedByDeploy,
    message: description,
}));

var errors = __webpack_require__(45145);
var read = __webpack_require__(86122);
var story = __webpack_require__(88967);
; 




const ENOUGH = 0.75;
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
const isSurelyBad = ({ severity, conclusive, causedByDeploy }) => conclusive && causedByDeploy && severity !== 'unknown' && (0,levels .jZ)(severity, 'high');
function hasPassed(samples, seen, { consecutive, planned, errorRate }) {
    if (samples.length < Math.max(consecutive, Math.ceil(planned * ENOUGH)))
        return false;
    if (samples.some((rows) => rows.some((row) => row.long !== 'none' || row.short !== 'none')))
        return false;
    if (samples.slice(-consecutive).some((rows) => rows.some((row) => row.severity === 'unknown')))
        return false;
    const window = seen.at(-1)?.long;
    if (!window?.errorRate)
        return true;
    const { errorRate: rate, requests } = window;
    if (rate.value === null || requests?.value == null)
        return false;
    const share = { hits: rate.value * requests.value, all: requests.value };
    return (0,levels .In)(upperBound(share, ALPHA / planned), errorRate) === 'none';
}

var assess_inputs = __webpack_require__(1218);
; 

const WELL_AGAIN = 0.001;
function afterRollback(settings, isLowGiven) {
    const { low = WELL_AGAIN } = settings.errorRate;
    const errorRate = {
        ...settings.errorRate,
        low: isLowGiven ? low : Math.min(low, WELL_AGAIN),
    };
    return { ...settings, errorRate, consecutive: 1 };
}
function isWellAgain(observation, settings) {
    const { rows } = judge(observation, settings);
    const isHopeless = (signal) => signal === 'slowdown' && observation.baseline === undefined;
    return (rows.length > 0 &&
        rows.every(({ severity, signal }) => severity === 'none' || (severity === 'unknown' && isHopeless(signal))));
}
function quickFixEnd(observation, settings) {
    if (observation.looks.length < settings.consecutive)
        return undefined;
    const { result, decision, severity } = judge(observation, { ...settings, afterQuickFix: false });
    if (result === 'judged' && (severity === 'none' || severity === 'low'))
        return 'helped';
    return result === 'judged' && decision === 'rollback' ? 'worse' : undefined;
}

var internet = __webpack_require__(27028);
var slashes = __webpack_require__(71581);
; 


function parseAddress(given, mask) {
    const url = URL.parse(given.url);
    if (!url || !/^https?:$/.test(url.protocol))
        throw new errors .lZ(`Input \`${given.input}\` is not an HTTP or HTTPS address.`);
    const [user, password] = [decoded(url.username, given.input), decoded(url.password, given.input)];
    const lines = given.headers ?? [];
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
        url: (0,slashes .h)(`${url.origin}${url.pathname}`),
        ...(url.search.length > 1 && { query: url.search.slice(1) }),
        headers: { ...headers, ...(authorization && { Authorization: authorization }) },
    };
}
function decoded(text, input) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        throw new errors .lZ(`Input \`${input}\` has a user or password with a % that is not percent-encoding; write %25 for it.`);
    }
}
function parseHeader(line) {
    const [, name = '', value = ''] = /^([A-Za-z0-9-]+)\s*:\s*([\x21-\x7e][\x20-\x7e]*)$/.exec(line) ?? [];
    if (!name)
        throw new errors .lZ('Input `prometheus-headers` has a line that is not a header; accepted are lines such as X-Scope-OrgID: shop.');
    return [name, value];
}

var dist = __webpack_require__(77934);
; 


const labels = dist .g1P(dist .YjP(), dist .YjP());
const seconds = dist .FsL(dist .YjP(), dist .pdi((text) => Date.parse(text) / 1000), dist .E2x());
const prometheus = dist .Ikc({
    status: dist .euz('success'),
    warnings: dist .lqM(dist .YOg(dist .YjP())),
    data: dist .Ikc({
        alerts: dist .YOg(dist .Ikc({ labels, state: dist .YjP(), activeAt: dist .lqM(seconds) })),
    }),
});
const alertmanager = dist .YOg(dist .Ikc({
    labels,
    startsAt: seconds,
    endsAt: seconds,
    status: dist .Ikc({
        state: dist .YjP(),
        silencedBy: dist .YOg(dist .YjP()),
        inhibitedBy: dist .YOg(dist .YjP()),
        mutedBy: dist .lqM(dist .YOg(dist .YjP())),
    }),
}));
function alertsOfPrometheus(body) {
    const parsed = dist .xLC(prometheus, body);
    if (!parsed.success)
        return undefined;
    const [warning] = parsed.output.warnings ?? [];
    if (warning !== undefined)
        throw new errors .lZ(`the answer may not be whole: ${warning}`);
    const firing = parsed.output.data.alerts.filter(({ state }) => state === 'firing');
    return firing.map(({ labels, activeAt = 0 }) => ({ labels, since: activeAt }));
}
function alertsOfAlertmanager(body, now) {
    const parsed = dist .xLC(alertmanager, body);
    if (!parsed.success)
        return undefined;
    const firing = parsed.output.filter(({ status, endsAt }) => 
    status.state === 'active' &&
        endsAt > now &&
        [status.silencedBy, status.inhibitedBy, status.mutedBy ?? []].every((list) => list.length === 0));
    return firing.map(({ labels, startsAt }) => ({ labels, since: startsAt }));
}
const hasLabels = (alert, wanted) => Object.entries(wanted).every(([name, value]) => Object.hasOwn(alert.labels, name) && alert.labels[name] === value);
function parseLabels(items) {
    const pairs = items
        .filter((item) => item !== 'none')
        .map((item) => {
        const [, name = '', value = ''] = /^([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(?!\s)"?([^"]*)"?$/.exec(item) ?? [];
        if (!name)
            throw new errors .lZ(`Input \`alerts\` has ${JSON.stringify(item)}; accepted are labels such as action=rollback, and none.`);
        return [name, value];
    });
    return Object.fromEntries(pairs);
}

; 

const INFO = 'PromQL info:';
const sample = dist .PVZ([dist .aig(), dist .YjP()]);
const answer_labels = dist .g1P(dist .YjP(), dist .YjP());
const answer = dist .Ikc({
    status: dist .euz('success'),
    data: dist .Oxt('resultType', [
        dist .Ikc({
            resultType: dist .euz('vector'),
            result: dist .YOg(dist .KCZ([
                dist .Ikc({ metric: answer_labels, value: sample }),
                dist .Ikc({ metric: answer_labels, histogram: dist .L5J() }),
            ])),
        }),
        dist .Ikc({ resultType: dist .euz('scalar'), result: sample }),
        dist .Ikc({ resultType: dist .KIO(['matrix', 'string']), result: dist .L5J() }),
    ]),
    warnings: dist .lqM(dist .YOg(dist .YjP())),
    isPartial: dist .lqM(dist .zMY()),
});
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
function readSeries(body) {
    const parsed = dist .xLC(answer, body);
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

; 

class RefusedError extends errors .lZ {
    status;
    constructor(message, status) {
        super(message);
        this.name = 'RefusedError';
        this.status = status;
    }
}

; 





const rules = dist .Ikc({
    data: dist .Ikc({
        groups: dist .YOg(dist .Ikc({ rules: dist .YOg(dist .Ikc({ name: dist .YjP(), query: dist .YjP(), type: dist .YjP() })) })),
    }),
});
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
    within(until) {
        return new Prometheus(this.#address, this.#get, until);
    }
    async number(query, at) {
        try {
            return readNumber(await this.#query('/api/v1/query', { query, ...(at !== undefined && { time: String(at) }) }));
        }
        catch (error) {
            return { value: null, reason: (0,errors .bD)(error) };
        }
    }
    async series(query, at) {
        try {
            return readSeries(await this.#query('/api/v1/query', { query, time: String(at) }));
        }
        catch (error) {
            return { reason: (0,errors .bD)(error) };
        }
    }
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
            return { value: null, reason: (0,errors .bD)(error) };
        }
    }
    recorded() {
        this.#rules ??= this.#query('/api/v1/rules', { type: 'record' }).then(recordedIn, () => new Map());
        return this.#rules;
    }
    async alerts(labels) {
        const answer = await listed(() => this.#query('/api/v1/alerts', {}), alertsOfPrometheus, labels);
        return 'reason' in answer
            ? { reason: `${answer.reason}; give \`alertmanager-url\`, or \`alerts: none\`` }
            : answer;
    }
    #query(path, parameters) {
        return signedRequest(this.#address, this.#get, path, new URLSearchParams(parameters), this.#until);
    }
}
function alertsIn(address, get, labels, now, until) {
    const parameters = new URLSearchParams({ active: 'true', silenced: 'false', inhibited: 'false' });
    for (const [name, value] of Object.entries(labels))
        parameters.append('filter', `${name}=${JSON.stringify(value)}`);
    const list = () => signedRequest(address, get, '/api/v2/alerts', parameters, until);
    return listed(list, (body) => alertsOfAlertmanager(body, now), labels);
}
async function signedRequest(address, get, path, parameters, until) {
    const query = [address.query, String(parameters)].filter(Boolean).join('&');
    const url = `${address.url}${path}${query && `?${query}`}`;
    return get(url, address.sign ? await address.sign(url, address.headers) : address.headers, until);
}
function recordedIn(body) {
    const parsed = dist .xLC(rules, body);
    if (!parsed.success)
        return new Map();
    const all = parsed.output.data.groups.flatMap((group) => group.rules);
    return new Map(all.filter(({ type }) => type === 'recording').map(({ name, query }) => [name, query]));
}
async function listed(list, read, labels) {
    try {
        const alerts = read(await list());
        return alerts
            ? { items: alerts.filter((alert) => hasLabels(alert, labels)) }
            : { reason: 'the answer is not a list of alerts' };
    }
    catch (error) {
        return { reason: (0,errors .bD)(error) };
    }
}

var redact = __webpack_require__(90763);
var retry = __webpack_require__(31666);
var waits = __webpack_require__(95282);
var client = __webpack_require__(25019);
; 






const ATTEMPTS = 3;
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
function getJson(signal, attemptMs = waits .r.PROMETHEUS_ATTEMPT_MS) {
    return (url, headers, until) => {
        const both = until === undefined ? signal : AbortSignal.any([signal, until]);
        return (0,retry .L5)(() => attempt(new URL(url), headers, both, attemptMs), {
            signal: both,
            attempts: ATTEMPTS,
            withinMs: waits .r.PROMETHEUS_MS,
            longestPauseMs: 1000,
        });
    };
}
async function attempt(url, headers, signal, attemptMs) {
    const silence = AbortSignal.timeout(attemptMs);
    const { host } = url;
    const answer = await (0,client .tN)({
        url,
        headers: { Accept: 'application/json', ...headers },
        mostBytes: MAX_ANSWER_BYTES,
    }, AbortSignal.any([signal, silence])).catch((error) => {
        signal.throwIfAborted();
        throw silence.aborted ? new errors .lZ(`${host} gave no answer in ${attemptMs / 1000} s`) : error;
    });
    if (answer.isCut)
        throw new errors .lZ(`${host} answers with more than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB; ask for fewer series`);
    const { status } = answer;
    if (status < 200 || status >= 300)
        throw refused(host, status, answer.body, (0,retry .Vs)(answer.headers.get('retry-after')));
    const parsed = (0,client .o_)(answer.body);
    if (parsed === undefined)
        throw new errors .lZ(`${host} answers with something that is not JSON; check the address`);
    return parsed;
}
function refused(host, status, body, retryAfterMs) {
    const description = `${host} says ${status}${errorOf(body)}`;
    if ((0,client .Wj)(status))
        return new retry .aB(description, { retryAfterMs, isLimit: status === 429 });
    if (status === 401 || status === 403)
        return new RefusedError(`${description}; check the token, and the tenant's header where it needs one`, status);
    if (status >= 300 && status < 400)
        return new RefusedError(`${description}, a redirect, which is not followed; give the address that it leads to`, status);
    return new RefusedError(description, status);
}
function errorOf(body) {
    const { error, message } = ((0,client .o_)(body) ?? {});
    const inner = error?.message;
    const text = [error, message, inner].find((words) => typeof words === 'string');
    return text ? `: ${(0,redact .Ir)(String(text), 300)}` : '';
}

var sigv4 = __webpack_require__(34193);
; 

const AMAZON = /^aps-workspaces(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/;
const amazonRegionOf = (url) => AMAZON.exec(URL.parse(url)?.hostname ?? '')?.[1];
function signed(address, region) {
    const sign = (0,sigv4 .K)('Amazon Managed Prometheus', 'aps', region);
    return { ...address, sign: (url, headers) => sign({ method: 'GET', url: new URL(url), headers }) };
}

var promql = __webpack_require__(95512);
; 


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
function countsOwn({ errorRate, latency }) {
    const first = errorRate === 'none' ? latency : errorRate;
    return first !== undefined && first !== 'none';
}
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
async function queryReading(query, { prometheus, seconds, at, samples }) {
    const expanded = query.replaceAll('$window', `${seconds}s`);
    const [reading, lack] = await Promise.all([prometheus.number(expanded, at), samples?.lackOf(expanded)]);
    if (lack !== undefined && reading.value !== null)
        return { query: expanded, value: null, reason: lack };
    return { query: expanded, ...reading };
}
async function queryLatency(query, context) {
    const { prometheus, seconds, at } = context;
    const expanded = query.replaceAll('$window', `${seconds}s`);
    const parts = (0,promql .pJ)(expanded);
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

; 







async function plainTextWarnings(inputs) {
    const { prometheusToken, prometheusUrl, alertmanagerUrl } = inputs;
    const given = { 'prometheus-url': prometheusUrl, 'alertmanager-url': alertmanagerUrl };
    const warnings = Object.entries(given).map(async ([input, text]) => {
        const url = URL.parse(text ?? '');
        const hasSecret = prometheusToken !== undefined || Boolean(url?.password);
        if (url?.protocol !== 'http:' || !hasSecret || !(await (0,internet .V)(url.hostname)))
            return [];
        return `The password or token for \`${input}\` goes to ${url.host} over the internet in plain text; use an https:// address, and change the secret.`;
    });
    return (await Promise.all(warnings)).flat();
}
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

; 

const ALWAYS_FRESH = 30;
const SLACK = 5;
const USUAL_INTERVAL = 60;
const DEPTH = 3;
const WHOLE = 0.75;
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
    async lackOf(query) {
        const selectors = await this.#sourcesOf(query, DEPTH);
        if (selectors.length === 0)
            return undefined;
        const [old, partial] = await Promise.all([this.#oldIn(selectors), this.#missingIn(selectors)]);
        return old ?? partial;
    }
    async #oldIn(selectors) {
        const ages = await Promise.all(selectors.map(async (selector) => ({ selector, age: await this.#ageOf(selector) })));
        const known = ages.filter((each) => each.age !== null);
        if (known.length === 0)
            return `there is no sample of ${selectors.join(' and ')} any more, so the query describes the past`;
        const byName = [...Map.groupBy(known, ({ selector }) => /^[^{]*/.exec(selector)?.[0] ?? '').values()];
        for (const same of byName) {
            const newest = same.reduce((a, b) => (a.age <= b.age ? a : b));
            if (await this.#isOld(newest))
                return `the newest sample of ${newest.selector} is ${Math.round(newest.age)} s old`;
        }
        return undefined;
    }
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
    async #sourcesOf(query, depth) {
        const selectors = (0,promql .Yv)(query);
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

; 






const SHORTEST = 60;
async function within(sources, act) {
    const over = new AbortController();
    const milliseconds = waits .r.ASSESS_SAMPLE_MS;
    const late = new errors .lZ(`no answer within the ${milliseconds / 1000} s that a sample may take`);
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
function sampleBefore({ prometheus, queries }, seconds, deployedAt, margin, reason) {
    const source = prometheus && (reason === undefined ? prometheus : silent(reason));
    return source && queryWindow(queries, { prometheus: source, seconds, at: deployedAt - margin });
}
async function clockOf({ prometheus, clock }) {
    const reading = await prometheus?.clock();
    if (!reading || reading.value !== null)
        return { at: reading?.value ?? clock() };
    return { at: clock(), reason: reading.reason };
}
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
const inTime = (list, until) => until === undefined
    ? list
    : Promise.race([
        list,
        new Promise((resolve) => {
            until.addEventListener('abort', () => resolve({ reason: (0,errors .bD)(until.reason) }), { once: true });
        }),
    ]);
const silent = (reason) => ({
    number: async () => ({ value: null, reason }),
    series: async () => ({ reason }),
});

var deadline = __webpack_require__(68606);
; 


async function watch(before, settings, { first, interval }, hooks) {
    const samples = [];
    const begun = performance.now();
    const elapsed = () => (performance.now() - begun) / 1000;
    const due = () => Math.floor((elapsed() - first) / interval) + 1;
    for (let number = 1;; number = Math.max(number, due()) + 1) {
        await (0,deadline .v7)(Math.max(0, first + (number - 1) * interval - elapsed()) * 1000, hooks.signal);
        const sample = await hooks.sample();
        samples.push(sample);
        const observation = { ...before, looks: [...samples] };
        hooks.seen(rowsOf(sample, observation, settings), number);
        const early = hooks.early(observation);
        if (early || Math.max(number, due()) >= settings.planned)
            return { observation, early };
    }
}

; 











const SKEW = 5;
const LATENCY_OFFSET = 35;
async function prepareSampling(inputs, signals, cluster, context) {
    const memory = cluster?.memory ?? [];
    const sources = sourcesOf(inputs, cluster && (() => cluster.vitals()), context);
    for (const warning of await plainTextWarnings(inputs))
        context.log.warn(warning);
    const ended = inputs.recovery === undefined ? undefined : endOfRollback(context);
    const given = ended === undefined ? (0,assess_inputs .ny)(inputs, signals) : {};
    const usesPrometheus = sources.prometheus !== undefined;
    if (signals && ended === undefined) {
        const first = { at: sources.clock(), given };
        const before = { deployedAt: null, memory };
        return { before, first, take: async () => first, sinceRollback: undefined, usesPrometheus };
    }
    (0,assess_inputs .nH)(inputs, given);
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
function samplerOf(inputs, { ended, deployedAt, given }) {
    return async (bounded, isWatched, clock) => {
        const ahead = async () => (await clock).at - bounded.clock();
        const since = ended === undefined ? deployedAt : ended + (await ahead());
        const windows = ended === undefined
            ? { long: inputs.window, short: isWatched ? inputs.shortWindow : undefined }
            : { long: inputs.window, least: inputs.shortWindow, whole: deployedAt ?? undefined };
        return { ...(await takeSample(bounded, windows, since, clock)), given };
    };
}
function endOfRollback({ recordPath, rollbackId }) {
    const { outcome, ended } = (0,story .d)((0,read .w)(recordPath).events, rollbackId);
    return ended !== undefined && (outcome === 'done' || outcome === 'failed')
        ? Date.parse(ended) / 1000
        : undefined;
}
async function observationOf({ before, take, first }, { bake, interval }, settings, context) {
    if (bake === undefined)
        return { observation: { ...before, looks: first ? [first] : [] } };
    return watch(before, settings, { first: interval, interval }, {
        sample: () => take(true),
        early: (observation) => earlyEnd(observation, settings),
        ...followed(settings, context),
    });
}
async function afterwards({ before, take, sinceRollback = 0, usesPrometheus }, inputs, usual, context) {
    const { recovery = 0, interval, shortWindow } = inputs;
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
    const memory = (await again())?.memory ?? observation.memory;
    const evidence = {
        observation: { ...observation, memory },
        settings: { ...settings, afterQuickFix: early !== 'worse' },
    };
    const { message } = judge(evidence.observation, evidence.settings);
    context.record({ ...event, status: early === 'helped' ? 'done' : 'failed', message, evidence: { until } });
    return evidence;
}
const followed = ({ planned }, { log, record, signal }) => ({
    signal,
    seen(rows, number) {
        log.info(sampleLine(rows, number, planned));
        record({ component: 'assess', step: 'look', status: 'done', evidence: toOutput(rows) });
    },
});
function skewOf({ at }, sources, deployedAt, { log }) {
    const skew = Math.abs(at - sources.clock());
    if (deployedAt !== undefined && deployedAt > at + Math.max(skew, SKEW))
        throw new errors .lZ(`Input \`deployed-at\` is ${timeOf(deployedAt)}, which is in the future; check the clock that it comes from.`);
    if (skew <= SKEW)
        return 0;
    if (at < sources.clock() && skew <= LATENCY_OFFSET)
        return skew;
    log.warn(`The clock of Prometheus is ${Math.round(skew)} s off this runner's; the time before the deploy ends that much earlier.`);
    return skew;
}

; 




const FORMAT = 'rollback-actions/assess/1';
const share = dist .FsL(dist .aig('must be a fraction such as 0.12'), dist .E2x(), dist .Wwf(0, 'must not be negative'));
const flag = dist .zMY('must be true or false');
const given = dist .rej({
    'error-rate': dist .lqM(dist .FsL(share, dist .cGV(1, 'is a fraction and must not be above 1'))),
    slowdown: dist .lqM(share),
    outage: dist .lqM(flag),
    'data-corruption': dist .lqM(flag),
    'security-breach': dist .lqM(flag),
    impact: dist .lqM(dist .KIO(['major', 'minor', 'cosmetic'], 'must be major, minor or cosmetic')),
});
const reading = dist .Ikc({
    query: dist .YjP(),
    value: dist .mee(dist .aig()),
    reason: dist .lqM(dist .YjP()),
});
const histogram = dist .Ikc({
    quantile: dist .aig(),
    buckets: dist .YOg(dist .Ikc({ bound: dist .mee(dist .aig()), rate: dist .aig() })),
    mean: dist .lqM(dist .aig()),
});
const signals_window = dist .Ikc({
    seconds: dist .aig(),
    errorRate: dist .lqM(reading),
    requests: dist .lqM(reading),
    latency: dist .lqM(dist .Ikc({ ...reading.entries, histogram: dist .lqM(histogram) })),
});
const signals_unknown = dist .Ikc({ reason: dist .YjP() });
const signals_alert = dist .Ikc({
    name: dist .YjP(),
    severity: dist .YjP(),
    since: dist .aig(),
    isWaitUnknown: dist .lqM(dist .zMY()),
});
const pods = dist .Ikc({
    workload: dist .YjP(),
    wanted: dist .aig(),
    ready: dist .aig(),
    readyOfNewest: dist .aig(),
    restarts: dist .aig(),
    terminalFailure: dist .lqM(dist .YjP()),
});
const signals_sample = dist .Ikc({
    at: dist .aig(),
    long: dist .lqM(signals_window),
    short: dist .lqM(signals_window),
    outage: dist .lqM(reading),
    alerts: dist .lqM(dist .KCZ([dist .Ikc({ items: dist .YOg(signals_alert) }), signals_unknown])),
    pods: dist .lqM(dist .KCZ([dist .Ikc({ items: dist .YOg(pods) }), signals_unknown])),
    given: dist .lqM(dist .Ikc({ ...given.entries, wrong: dist .lqM(dist .g1P(dist .YjP(), dist .YjP())) })),
});
const memory = dist .Ikc({
    workload: dist .YjP(),
    since: dist .aig(),
    last: dist .lqM(dist .Ikc({ id: dist .YjP(), at: dist .aig(), isCurrent: dist .zMY() })),
    again: dist .lqM(dist .Ikc({ images: dist .YOg(dist .YjP()), id: dist .YjP(), at: dist .YjP() })),
});
const thresholds = dist .Ikc(Object.fromEntries(record_severity .o.map((severity) => [severity, dist .lqM(dist .aig())])));
const evidence = dist .Ikc({
    format: dist .euz(FORMAT),
    observation: dist .Ikc({
        deployedAt: dist .mee(dist .aig()),
        baseline: dist .lqM(signals_window),
        looks: dist .FsL(dist .YOg(signals_sample), dist .BpQ(1)),
        memory: dist .YOg(memory),
    }),
    settings: dist .Ikc({
        errorRate: thresholds,
        latency: thresholds,
        slo: dist .lqM(dist .aig()),
        minRequests: dist .aig(),
        minSlowdown: dist .aig(),
        maxRestarts: dist .aig(),
        consecutive: dist .aig(),
        planned: dist .aig(),
        onInconclusive: dist .KIO(['ask', 'rollback', 'pass']),
        cooldown: dist .aig(),
        maxAge: dist .aig(),
        afterQuickFix: dist .lqM(dist .zMY()),
    }),
});
function parseSignals(text) {
    const value = parse(text);
    if (isEvidence(value)) {
        const parsed = dist .xLC(evidence, value);
        if (parsed.success) {
            const { observation, settings } = parsed.output;
            return { evidence: { observation, settings } };
        }
        throw new errors .lZ(`Input \`signals\` is an evidence file that has been changed: ${describeIssue(parsed.issues[0])}.`);
    }
    const parsed = dist .xLC(given, value);
    if (parsed.success)
        return { given: parsed.output };
    const strange = parsed.issues.find((issue) => issue.expected === 'never');
    if (strange)
        throw new errors .lZ(`Input \`signals\`: ${describeIssue(strange)}; accepted are error-rate, slowdown, outage, data-corruption, security-breach and impact (docs/decide.md).`);
    const wrong = Object.fromEntries(parsed.issues.map((issue) => [dist .BuJ(issue) ?? '', `\`signals\` is wrong: it ${issue.message}`]));
    const right = Object.fromEntries(Object.entries(value).filter(([name]) => !(name in wrong)));
    return { given: { ...dist .qgA(given, right), wrong } };
}
const renderEvidence = (content) => `${JSON.stringify((0,redact .pc)({ format: FORMAT, ...content }), undefined, 1)}\n`;
const isEvidence = (value) => 'format' in value;
function parse(text) {
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
    }
    throw new errors .lZ('Input `signals` is neither a JSON object nor the path of an evidence file.');
}
const describeIssue = (issue) => `${dist .BuJ(issue) ?? 'it'} ${issue.expected === 'never' ? 'is not known' : issue.message}`;

var files = __webpack_require__(60599);
var sentence = __webpack_require__(4771);
var workloads_selection = __webpack_require__(11314);
var clusters = __webpack_require__(69274);
var find = __webpack_require__(54138);
var forgotten = __webpack_require__(96619);
var time_limit = __webpack_require__(2609);
var workloads_select = __webpack_require__(95722);
var access = __webpack_require__(33266);
var marks = __webpack_require__(94054);
var service_namespace = __webpack_require__(95763);
var permissions = __webpack_require__(1004);
var service_select = __webpack_require__(64690);
var vitals = __webpack_require__(84005);
; 










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
    static async open(connection, selection, log) {
        const { client, namespace } = connection;
        const wanted = { selection, kinds: await (0,workloads_select .Rd)(client, selection, namespace) };
        await (0,access .An)(client, namespace, (0,permissions .Af)(wanted.kinds));
        return new Observed(connection, wanted, log, await observeOne(connection, wanted, log));
    }
    get workloads() {
        return this.#first.map(({ workload }) => workload);
    }
    get memory() {
        return this.#first.map(vitals .PY);
    }
    get deployedAt() {
        const made = this.#first.flatMap(({ workload, history }) => {
            const brought = (0,marks .Hp)(workload)?.to;
            const own = history.filter(({ object }) => object.metadata.uid !== brought);
            return own.map((revision) => (0,vitals .av)(revision, workload, history));
        });
        return Math.max(0, ...made) || null;
    }
    startAt(deployedAt) {
        this.#before = (0,vitals .Mc)(this.#first, deployedAt);
    }
    async vitals() {
        try {
            const seen = await observeOne(this.#connection, this.#wanted, this.#log);
            return { items: seen.map((one) => (0,vitals .XE)(one, this.#before)) };
        }
        catch (error) {
            this.#connection.client.signal.throwIfAborted();
            return { reason: (0,errors .bD)(error) };
        }
    }
}
async function observeOne({ client, namespace: name }, { selection, kinds }, log) {
    const once = client.withSignal(AbortSignal.any([
        client.signal,
        (0,time_limit .z)(waits .r.PODS_STATE_MS, 'The API server did not show the workloads and their pods'),
    ]));
    try {
        const namespace = await service_namespace .U.watch(once, name, kinds, log);
        const workloads = (await (0,service_select .L)(once, namespace, selection)).flat();
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

var connect = __webpack_require__(79996);
; 
















async function main(inputs, settings, context) {
    const given = inputs.signals === undefined ? undefined : parseSignals(fileOr(inputs.signals));
    if (given && 'evidence' in given)
        return outcomeOf(given.evidence, undefined, inputs, context);
    const needsCluster = inputs.workloads.length > 0 || inputs.selector !== undefined;
    const connection = needsCluster ? await (0,connect .N)(inputs, context) : undefined;
    try {
        const selection = connection && (0,workloads_selection .g)(inputs.workloads, inputs.selector, []);
        const open = async () => selection && (await Observed.open(connection, selection, context.log));
        const cluster = await open();
        for (const warning of (0,vitals .nZ)(cluster?.memory ?? []))
            context.log.warn(warning);
        if (connection && cluster)
            await warnOfForgotten(await (0,clusters .D)(connection.client, inputs, context), cluster, context);
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
async function warnOfForgotten(clusters, { workloads }, { log, record }) {
    const owners = new Set((await (0,find .Gr)(clusters, workloads)).values());
    for (const owner of owners) {
        const message = (0,forgotten .j)(owner, clusters.client.now);
        if (message === undefined)
            continue;
        log.warn((0,sentence .KG)(message[0]?.toUpperCase() + message.slice(1)));
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
    (0,files .pb)(path, renderEvidence(evidence));
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
const fileOr = (value) => ((0,external_node_fs_.existsSync)(value) ? (0,external_node_fs_.readFileSync)(value, 'utf8') : value);


  })

};
;
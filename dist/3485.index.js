"use strict";
exports.id = 3485;
exports.ids = [3485];
exports.modules = {

  60091:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  isFields),
    P: () => (  fieldsOf)
  });
const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value) => (isFields(value) ? value : {});


  }),

  95722:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Rd: () => (  kindsIn),
    cw: () => (  groupWorkloads),
    jK: () => (  selectByLabels)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);
  var _systems_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91787);




function kindsOf({ all, refs, selector }, present) {
    const named = Object.keys(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .EZ).filter((kind) => refs.some((ref) => ref.kind === kind));
    return all || selector ? [...new Set([...present, ...named])] : named;
}
async function kindsIn(client, selection, namespace) {
    const isOpen = selection.all || selection.selector;
    return kindsOf(selection, isOpen ? await (0,_systems_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_3__  .$)(client, namespace) : []);
}
async function selectByLabels(client, namespace, selector, listed) {
    const requests = listed.map((kind) => client.list((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .jC)(namespace, kind), { labelSelector: selector }));
    const lists = await Promise.all(requests).catch((error) => {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__  .hD && error.status === 400))
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`selector\` is ${JSON.stringify(selector)}, which is not a selector of labels; write it as \`kubectl -l\` takes it, such as app=web,tier in (api,worker).`, { details: [error.message], cause: error });
    });
    return new Set(lists.flatMap((list) => list.items.map((item) => item.metadata.uid)));
}
function groupWorkloads(selection, present, listed, bySelector, namespace) {
    const named = new Set(selection.refs.map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .Pf));
    const byLabel = new Map(present.map((workload) => [(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .H8)(workload)), workload]));
    const rest = new Map(selectFrom(byLabel, selection, bySelector, namespace));
    const groups = selection.order.map((group) => group.flatMap((ref) => {
        const workload = rest.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .Pf)(ref));
        if (!workload && listed.includes(ref.kind) && !byLabel.has((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .Pf)(ref)))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`order\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .Pf)(ref)}, which is not in the namespace ${namespace}.`);
        rest.delete((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .Pf)(ref));
        return workload ? [workload] : [];
    }));
    return [...groups, [...rest.values()]]
        .filter((group) => group.length > 0)
        .map((group) => group.map((workload) => ({ workload, named: named.has((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .H8)(workload))) })));
}
function selectFrom(byLabel, selection, bySelector, namespace) {
    const named = new Set(selection.refs.map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .Pf));
    const missing = [...named].filter((name) => !byLabel.has(name));
    if (missing.length > 0) {
        const known = [...byLabel.keys()].sort().join(', ') || 'none of that kind';
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`There is no ${missing.join(', ')} in the namespace ${namespace}; there are ${known}.`);
    }
    const selected = [...byLabel].filter(([name, { metadata }]) => selection.all || named.has(name) || bySelector.has(metadata.uid));
    if (selected.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Nothing is selected in the namespace ${namespace}: ${selection.selector ? `no workload has the labels ${selection.selector}` : 'it has no workloads'}; check \`namespace\`, \`workloads\` and \`selector\`.`);
    return selected;
}


  }),

  69274:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    D: () => (  clustersOf)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79996);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



async function clustersOf(client, inputs, { mask }) {
    const { argocdNamespace: namespace, argocdKubeconfig: kubeconfig } = inputs;
    if (!(0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .Pi)(namespace))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`argocd-namespace\` is ${JSON.stringify(namespace)}, which is not the name of a namespace.`);
    const argo = kubeconfig ? (await (0,_systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__  .N)({ kubeconfig }, { signal: client.signal, mask })).client : client;
    if (argo !== client)
        client.signal.addEventListener('abort', () => argo.close(), { once: true });
    return { client, argo: { client: argo, namespace } };
}


  }),

  28179:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    F8: () => (  groupOf),
    ME: () => (  isTemplateOf),
    T5: () => (  objectKey),
    Vb: () => (  nameOf),
    iZ: () => (  objectsOf)
  });
  var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
  var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
  var _base_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60091);



const objectKey = (object) => `${groupOf(object.apiVersion)}/${object.kind}/${object.namespace}/${object.name}`;
const nameOf = ({ kind, name }) => `${kind}/${name}`;
const groupOf = (apiVersion) => apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
function objectsOf(manifest, namespace) {
    const contents = contentsOf(manifest);
    const all = contents?.flatMap(flat).filter((content) => content !== null);
    const objects = all?.map((content) => objectOf(content, namespace));
    const known = objects?.filter((object) => object !== undefined);
    return known && known.length === objects?.length
        ? new Map(known.map((object) => [objectKey(object), object]))
        : undefined;
}
function contentsOf(manifest) {
    const documents = (0,yaml__WEBPACK_IMPORTED_MODULE_1__  .hR)(manifest, {
        version: '1.1',
        customTags: (tags) => tags.filter((tag) => !isTimestamp(tag)),
        logLevel: 'error',
    });
    if (!Array.isArray(documents))
        return [];
    if (documents.some(({ errors }) => errors.length > 0))
        return undefined;
    try {
        return documents.map((document) => document.toJS());
    }
    catch {
        return undefined;
    }
}
const isTimestamp = (tag) => (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .P)(tag).tag === 'tag:yaml.org,2002:timestamp';
function flat(content) {
    const { kind, items } = (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .P)(content);
    return kind === 'List' && Array.isArray(items) ? items.flatMap(flat) : [content];
}
const isWord = (value) => typeof value === 'string' && /^[\w.:/-]{1,253}$/.test(value);
function objectOf(content, namespace) {
    const { apiVersion, kind, metadata, spec } = (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .P)(content);
    const { name, namespace: own = '', annotations } = (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .P)(metadata);
    if (!isWord(apiVersion) || !isWord(kind) || !isWord(name) || !(own === '' || isWord(own)))
        return undefined;
    return {
        ...{ apiVersion, kind, name, content },
        namespace: own || namespace,
        isKept: (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .P)(annotations)['helm.sh/resource-policy'] === 'keep',
        template: (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .P)(spec).template,
    };
}
const DEFAULTS = new Map([
    ['restartPolicy', 'Always'],
    ['terminationGracePeriodSeconds', 30],
    ['dnsPolicy', 'ClusterFirst'],
    ['schedulerName', 'default-scheduler'],
    ['terminationMessagePath', '/dev/termination-log'],
    ['terminationMessagePolicy', 'File'],
    ['protocol', 'TCP'],
    ['timeoutSeconds', 1],
    ['periodSeconds', 10],
    ['successThreshold', 1],
    ['failureThreshold', 3],
    ['scheme', 'HTTP'],
    ['apiVersion', 'v1'],
    ['defaultMode', 420],
    ['volumeMode', 'Filesystem'],
    ['serviceAccount', undefined],
    ['imagePullPolicy', undefined],
    ['kubectl.kubernetes.io/restartedAt', undefined],
]);
const OF_QUANTITIES = new Set(['limits', 'requests']);
function isTemplateOf(declared, there, under = '') {
    if (there === undefined || there === null)
        return isNothing(declared);
    if (declared === undefined || declared === null) {
        const isAdded = (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .C)(there) && Object.entries(there).every(([key, value]) => isTemplateOf(undefined, value, key));
        return isAdded || isNothing(there) || isDefault(under, there);
    }
    if (Array.isArray(declared) && Array.isArray(there))
        return isListOf(declared, there);
    if (!(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .C)(declared) || !(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .C)(there))
        return OF_QUANTITIES.has(under)
            ? quantity(declared) === quantity(there)
            : (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(declared, there);
    const keys = [...new Set([...Object.keys(declared), ...Object.keys(there)])];
    return keys.every((key) => isTemplateOf(declared[key], there[key], OF_QUANTITIES.has(under) && !(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .C)(there[key]) ? under : key));
}
const isDefault = (name, value) => DEFAULTS.has(name) && (DEFAULTS.get(name) ?? value) === value;
function isListOf(declared, there) {
    if (declared.length !== there.length)
        return false;
    if (!there.every(_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .C))
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(declared, there);
    const left = [...there];
    return declared.every((item) => {
        const at = left.findIndex((other) => isTemplateOf(item, other));
        if (at >= 0)
            left.splice(at, 1);
        return at >= 0;
    });
}
function isNothing(value) {
    if (Array.isArray(value))
        return value.length === 0;
    if ((0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__  .C)(value))
        return Object.values(value).every(isNothing);
    return value === undefined || value === null || value === '' || value === false || value === 0;
}
const UNITS = {
    ...{ n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
    ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 },
};
function quantity(value) {
    const [, number, unit = ''] = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(String(value)) ?? [];
    const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
    return number === undefined || factor === undefined ? value : Number(number) * factor;
}


  }),

  50992:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Bb: () => (  usesProxy),
    Mn: () => (  usesExec),
    g: () => (  verifyHealth),
    kw: () => (  parseHealth),
    tg: () => (  checksOf)
  });
  var string_argv__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88579);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
  var _systems_http_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25019);
  var _systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37003);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60921);
  var _systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41808);









const ATTEMPTS = 6;
const MAX_ANSWER_BYTES = 64 * 1024;
const REDIRECTS = 5;
const NO_SUCH_PATH = /^HTTP (404|405|501)\b/;
const OUT_OF_POD = /(^|\/)(\.|%2e){1,2}(\/|$)/i;
function parseHealth(line) {
    const own = /^([a-z]+\/[a-z0-9.-]+):\s+(?=\S)(.*)$/.exec(line);
    const text = own?.[2] ?? line;
    const check = parseCheck(text);
    if (check)
        return { for: own?.[1] && (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__  .rd)(own[1])), check };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`health\` has the line ${JSON.stringify(line)}; accepted are http://:<port>/<path> (in every pod), https://<host>/<path> (from the runner) and exec: <command> (in every pod), each also after \`<kind>/<name>: \`.`);
}
function parseCheck(text) {
    const [, scheme, port = '', path = '/'] = /^(https?):\/\/:(\d{1,5})(\/\S*)?$/.exec(text) ?? [];
    if (scheme && Number(port) >= 1 && Number(port) <= 65535 && !OUT_OF_POD.test(path)) {
        return { type: 'pod', scheme, port, path };
    }
    if (/^https?:\/\/[^:/]/.test(text) && URL.canParse(text))
        return { type: 'url', url: text };
    const argv = text.startsWith('exec:') ? (0,string_argv__WEBPACK_IMPORTED_MODULE_8__  .R)(text.slice('exec:'.length)) : [];
    return argv.length > 0 ? { type: 'exec', argv } : undefined;
}
const checksOf = (target, checks) => checks.filter((check) => check.for === undefined || check.for === (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__  .Pf)(target));
async function verifyHealth(client, target, pods, checks) {
    const own = pods.length === 0 ? [] : checksOf(target, checks);
    await Promise.all(own.flatMap(({ check }) => check.type === 'url'
        ? [retried(client, target, check.url, () => getUrl(check.url, client.signal))]
        : pods.map((pod) => retried(client, target, `pod ${pod.metadata.name}`, () => checkPod(client, pod, check)))));
    return own.length > 0;
}
const usesProxy = (checks) => checks.some(({ check }) => check.type === 'pod');
const usesExec = (checks) => checks.some(({ check }) => check.type === 'exec');
async function retried(client, target, what, check) {
    try {
        await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .L5)(check, { attempts: ATTEMPTS, signal: client.signal, isPassing: isWorthAnother });
    }
    catch (error) {
        client.signal.throwIfAborted();
        const reason = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error);
        const hint = NO_SUCH_PATH.test(reason)
            ? '; a check that came with a newer version is not for an older one'
            : '';
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__  .Pf)(target)} is rolled out but not healthy: ${what}: ${reason}${hint}`);
    }
}
const isWorthAnother = (error) => !(error instanceof _systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__  .CQ || error instanceof _systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__  .x$);
async function getUrl(url, signal) {
    const request = { url: new URL(url), mostBytes: MAX_ANSWER_BYTES, redirects: REDIRECTS };
    const late = AbortSignal.timeout(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.HEALTH_ATTEMPT_MS);
    const { status } = await (0,_systems_http_client_js__WEBPACK_IMPORTED_MODULE_4__  .tN)(request, AbortSignal.any([signal, late])).catch((error) => {
        throw late.aborted ? new Error(`no answer in ${_base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.HEALTH_ATTEMPT_MS / 1000} s`) : error;
    });
    if (status < 200 || status >= 300)
        throw new Error(`HTTP ${status}`);
}
async function checkPod(client, pod, check) {
    if (check.type === 'pod')
        return (0,_systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__  .q_)(client, pod, check, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.HEALTH_ATTEMPT_MS);
    const { exitCode, output } = await (0,_systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__  .z8)(client, pod, check.argv, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.HEALTH_COMMAND_MS);
    if (exitCode !== 0)
        throw new Error(`"${check.argv.join(' ')}" ended with ${exitCode}: ${(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(output).slice(-300)}`);
}


  }),

  33030:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  ZX: () => (  RESTARTED_AT),
  sP: () => (  REVISION),
  h7: () => (  currentRevision),
  WQ: () => (  hasReplicaSets),
  om: () => (  historyOf),
  IC: () => (  imagesOf),
  XJ: () => (  isObserved),
  Kq: () => (  isRestart),
  N_: () => (  sameTemplate),
  ko: () => (  selects),
  we: () => (  withoutRestart)
});

var external_node_util_ = __webpack_require__(57975);
var helm_manifest = __webpack_require__(28179);
var dist = __webpack_require__(77934);
var claims = __webpack_require__(81187);
var fields = __webpack_require__(60091);
; 



const ROLLOUT_HASH = 'rollouts-pod-template-hash';
const EPHEMERAL = 'rollout.argoproj.io/ephemeral-metadata';
const texts = dist .lqM(dist .g1P((0,claims .J2)(), dist .YjP()), {});
const ephemeralSchema = dist .Ikc({ labels: texts, annotations: texts });
function withoutInjected({ metadata, spec: { template } }) {
    const injected = (0,claims .Sf)((0,claims .jw)(metadata.annotations?.[EPHEMERAL], ephemeralSchema));
    const labels = without(template.metadata?.labels, injected?.labels);
    const annotations = without(template.metadata?.annotations, injected?.annotations);
    const { [ROLLOUT_HASH]: _, ...own } = labels ?? {};
    return {
        metadata: { ...template.metadata, labels: own, ...(annotations && { annotations }) },
        spec: withoutRule(template.spec),
    };
}
function without(all, injected = {}) {
    return all && Object.fromEntries(Object.entries(all).filter(([key, value]) => injected[key] !== value));
}
function withoutRule(spec) {
    const { affinity, ...rest } = spec;
    const rules = affinity?.podAntiAffinity;
    if (!(0,fields .C)(rules))
        return spec;
    const left = nonEmpty(Object.entries(rules).map(([key, terms]) => [
        key,
        Array.isArray(terms) ? terms.filter((term) => !isOfRollouts(term)) : terms,
    ]));
    const others = nonEmpty([
        ...Object.entries(affinity ?? {}).filter(([key]) => key !== 'podAntiAffinity'),
        ['podAntiAffinity', left],
    ]);
    return { ...rest, ...(Object.keys(others).length > 0 && { affinity: others }) };
}
const nonEmpty = (entries) => Object.fromEntries(entries.filter(([, value]) => Object.keys(value ?? {}).length > 0));
function isOfRollouts(term) {
    const { podAffinityTerm, labelSelector } = term;
    if (podAffinityTerm)
        return isOfRollouts(podAffinityTerm);
    return labelSelector?.matchExpressions?.some(({ key }) => key === ROLLOUT_HASH) === true;
}

; 



const REVISION = 'deployment.kubernetes.io/revision';
const TEMPLATE_HASH = 'pod-template-hash';
const ROLLOUT_REVISION = 'rollout.argoproj.io/revision';
const REVISION_HASH = 'controller-revision-hash';
function historyOf(workload, owned) {
    return owned
        .filter(({ metadata }) => !workload.spec.selector || selects(workload.spec.selector, metadata.labels ?? {}))
        .map((object) => object.kind === 'ReplicaSet'
        ? ofReplicaSet(workload, object)
        : ofControllerRevision(workload, object))
        .filter((revision) => Number.isSafeInteger(revision.number))
        .sort((a, b) => b.number - a.number);
}
function currentRevision(workload, history) {
    if (workload.kind === 'Rollout')
        return isObserved(workload) ? presentOfRollout(workload, history) : undefined;
    return history.find((revision) => sameTemplate(revision.template, workload.spec.template));
}
const presentOfRollout = ({ spec, status }, history) => status?.conditions?.some((condition) => condition.type === 'InvalidSpec' && condition.status === 'True')
    ? history.find(({ template }) => (0,helm_manifest .ME)(spec.template, template))
    : history.find(({ podLabel: [, hash] }) => hash === status?.currentPodHash);
const isObserved = ({ metadata, status, parts }) => Number(status?.observedGeneration ?? 0) >= (metadata.generation ?? 0) &&
    (!parts || status?.workloadObservedGeneration === String(parts.deployment.metadata.generation));
function sameTemplate(a, b) {
    return (0,external_node_util_.isDeepStrictEqual)(withoutNulls(a), withoutNulls(b));
}
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';
const RESTARTS = /(^|\/)restartedAt$|^cattle\.io\/timestamp$|^keel\.sh\/update-time$/;
const isRestart = (key) => RESTARTS.test(key);
function withoutRestart(template) {
    const all = Object.entries(template.metadata?.annotations ?? {});
    const annotations = Object.fromEntries(all.filter(([key]) => !isRestart(key)));
    return { ...template, metadata: { ...template.metadata, annotations } };
}
function imagesOf(template) {
    return Object.fromEntries(template.spec.containers.map(({ name, image }) => [name, image]));
}
function selects(selector, labels) {
    const exact = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
    return (exact &&
        (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
            const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            const listed = value !== undefined && values.includes(value);
            return operator === 'In' ? listed : !listed;
        }));
}
const hasReplicaSets = (kind) => kind === 'Deployment' || kind === 'Rollout';
function ofReplicaSet({ kind, status }, object) {
    const isRollout = kind === 'Rollout';
    const annotations = object.metadata.annotations ?? {};
    const desired = object.spec.replicas ?? 0;
    const key = isRollout ? ROLLOUT_REVISION : REVISION;
    const label = isRollout ? ROLLOUT_HASH : TEMPLATE_HASH;
    const hash = object.metadata.labels?.[label] ?? '';
    return {
        number: parseRevision(annotations[key] ?? '0'),
        earlier: (annotations[`${key}-history`] ?? '').split(',').filter(Boolean).map(Number),
        object,
        template: isRollout ? withoutInjected(object) : withoutHash(object.spec.template, label),
        podLabel: [label, hash],
        available: isRollout
            ? hash === status?.stableRS
            : desired > 0 && (object.status?.availableReplicas ?? 0) >= desired,
    };
}
const parseRevision = (text) => (/^-?\d+$/.test(text) ? Number(text) : Number.NaN);
function ofControllerRevision(workload, object) {
    const { $patch: _, ...template } = object.data.spec.template;
    const hash = workload.kind === 'StatefulSet' ? object.metadata.name : (object.metadata.labels?.[REVISION_HASH] ?? '');
    return {
        number: object.revision,
        earlier: [],
        object,
        template,
        podLabel: [REVISION_HASH, hash],
        available: isServing(workload, object, template),
    };
}
function isServing({ kind, spec, status = {} }, object, template) {
    if (kind === 'StatefulSet')
        return status.currentRevision === object.metadata.name;
    const { desiredNumberScheduled = 0, updatedNumberScheduled, numberAvailable } = status;
    const complete = updatedNumberScheduled === desiredNumberScheduled && numberAvailable === desiredNumberScheduled;
    return complete && sameTemplate(template, spec.template);
}
function withoutHash(template, label) {
    const { [label]: _, ...labels } = template.metadata?.labels ?? {};
    return { ...template, metadata: { ...template.metadata, labels } };
}
function withoutNulls(value) {
    if (Array.isArray(value))
        return value.map(withoutNulls);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value)
        .filter(([, item]) => item !== null)
        .map(([key, item]) => [key, withoutNulls(item)]));
}


  }),

  33749:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Mz: () => (  keptCopies),
    is: () => (  keptRevision),
    lv: () => (  losesHistory),
    sh: () => (  KEPT_TEMPLATE),
    uu: () => (  keptAnnotation)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
  var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);
  var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
  var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);




const KEPT_TEMPLATE = `${_marks_js__WEBPACK_IMPORTED_MODULE_2__  .H3}kept-template`;
const ENOUGH_HISTORY = 3;
const DEFAULT_HISTORY = 10;
const MAX_CHARACTERS = 128 * 1024;
const keptSchema = valibot__WEBPACK_IMPORTED_MODULE_3__  .Ikc({
    workload: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(100),
    number: valibot__WEBPACK_IMPORTED_MODULE_3__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__  .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__  .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__  .Wwf(0)),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .L8)(),
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    images: valibot__WEBPACK_IMPORTED_MODULE_3__  .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(), (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)()),
    config: _marks_js__WEBPACK_IMPORTED_MODULE_2__  .tf,
    template: valibot__WEBPACK_IMPORTED_MODULE_3__  ._H3({
        spec: valibot__WEBPACK_IMPORTED_MODULE_3__  ._H3({ containers: valibot__WEBPACK_IMPORTED_MODULE_3__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__  ._H3({ name: valibot__WEBPACK_IMPORTED_MODULE_3__  .YjP(), image: valibot__WEBPACK_IMPORTED_MODULE_3__  .YjP() })) }),
    }),
});
const losesHistory = ({ spec }) => (spec.revisionHistoryLimit ?? DEFAULT_HISTORY) < ENOUGH_HISTORY;
function keptAnnotation({ metadata }, { number, template }, { at, run, images, config }) {
    const text = JSON.stringify({ workload: metadata.uid, number, at, run, images, config, template });
    return text.length > MAX_CHARACTERS ? undefined : { [KEPT_TEMPLATE]: text };
}
const keptCopies = (workload) => read(workload)?.config ?? {};
function keptRevision(workload, history) {
    const kept = read(workload);
    if (!kept)
        return undefined;
    const template = kept.template;
    if (history.some((revision) => (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .N_)(revision.template, template)))
        return undefined;
    const { uid, namespace, name } = workload.metadata;
    const { at, run, images, config } = kept;
    const object = {
        apiVersion: 'apps/v1',
        kind: (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .WQ)(workload.kind) ? 'ReplicaSet' : 'ControllerRevision',
        metadata: {
            name: `${name} (kept)`,
            namespace,
            uid,
            resourceVersion: '',
            creationTimestamp: at,
            annotations: (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .Dp)({ revision: uid, at, run, images, config }),
        },
    };
    return {
        number: kept.number,
        earlier: [],
        object,
        template,
        podLabel: ['rollback-actions/none', ''],
        available: false,
        isKept: true,
    };
}
function read({ metadata }) {
    const kept = (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .Sf)((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .jw)(metadata.annotations?.[KEPT_TEMPLATE], keptSchema));
    return kept?.workload === metadata.uid ? kept : undefined;
}


  }),

  11805:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CT: () => (  createdAt),
    F1: () => (  wasRolledBack),
    GF: () => (  cameAt),
    _M: () => (  isSameRelease),
    aH: () => (  leftByGoingBack),
    fb: () => (  imagesBeside),
    go: () => (  cameBackAfter),
    q2: () => (  goodMarkOf)
  });
  var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
  var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31803);
  var _domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42387);
  var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
  var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);





function isOlder(a, b) {
    if (a.object.kind === 'ReplicaSet')
        return firstNumber(a) < firstNumber(b);
    const [first, second] = [createdAt(a), createdAt(b)];
    return first !== undefined && second !== undefined && first < second;
}
const firstNumber = ({ number, earlier }) => Math.min(number, ...earlier);
function createdAt({ object }) {
    const time = Date.parse(object.metadata.creationTimestamp ?? '');
    return Number.isNaN(time) ? undefined : time;
}
function leftByGoingBack(history) {
    const left = history.filter((revision) => {
        const isGood = (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .X3)(revision.object) !== undefined;
        const older = cameBackAfter(revision, history);
        const counting = isGood || revision.available ? older.filter((other) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(other.object)) : older;
        return counting.length > 0 || (!isGood && imagesCameBack(revision, history));
    });
    return new Set(left);
}
function wasRolledBack(revision, history, wentTo) {
    if ((0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(revision.object))
        return true;
    const target = history.find(({ object }) => object.metadata.uid === wentTo);
    if (!target)
        return false;
    const own = imagesBeside(revision, target);
    const isOwn = (other) => {
        const images = Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .IC)(other.template));
        return own.every((image) => images.includes(image));
    };
    return own.length > 0 && history.some((other) => (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(other.object) && isOwn(other));
}
const cameBackAfter = (revision, history) => history.filter((other) => isBackAfter(other, revision));
const isBackAfter = (revision, other) => isOlder(revision, other) && revision.number > other.number;
function imagesBeside(revision, other) {
    const others = other ? Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .IC)(other.template)) : [];
    return Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .IC)(revision.template)).filter((image) => !others.includes(image));
}
function cameAt(revision, workload, history) {
    const isBack = revision.earlier.length > 0 || history.some((other) => isBackAfter(revision, other));
    if (!isBack)
        return createdAt(revision);
    if (revision !== (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .h7)(workload, history))
        return undefined;
    const written = (0,_domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_3__  .n)((0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__  .Kd)(workload), 'f:spec', 'f:template');
    return written === undefined ? undefined : Date.parse(written);
}
function imagesCameBack(revision, history) {
    const own = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .IC)(revision.template);
    const others = history.filter((other) => other.number > 0 && !sameImages(other, own));
    const before = others.filter((other) => other.number < revision.number && !isOlder(revision, other));
    const after = others.filter((other) => other.number > revision.number);
    return after.some((later) => before.some((older) => sameImages(older, (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .IC)(later.template))));
}
const sameImages = ({ template }, images) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)((0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .IC)(template), images);
const isSameRelease = (a, b) => a === b || (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .N_)((0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .we)(a.template), (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .we)(b.template));
function goodMarkOf(revision, history) {
    return ((0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .X3)(revision.object) ??
        history
            .filter((other) => isSameRelease(other, revision))
            .map(({ object }) => (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .X3)(object))
            .find((mark) => mark !== undefined));
}


  }),

  94054:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Dp: () => (  goodAnnotation),
    H3: () => (  PREFIX),
    Hp: () => (  lastRollback),
    Hs: () => (  leftConfigMark),
    IL: () => (  lastMarkedAnnotation),
    JN: () => (  leftConfigAnnotation),
    N8: () => (  withoutPendingRestart),
    QO: () => (  pendingRestartAnnotation),
    X3: () => (  goodMark),
    YW: () => (  brokenMarks),
    _K: () => (  lastRollbackAnnotation),
    b_: () => (  pendingRestart),
    mS: () => (  annotateRevision),
    pK: () => (  rolledBackAnnotation),
    tf: () => (  copiesSchema),
    vO: () => (  withoutCopiedMarks),
    vr: () => (  rolledBackMark),
    zT: () => (  lastMarked)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
  var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);
  var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59027);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);




const PREFIX = 'rollback-actions/';
const GOOD = `${PREFIX}good`;
const ROLLED_BACK = `${PREFIX}rolled-back`;
const LEFT_CONFIG = `${PREFIX}left-config`;
const PENDING_RESTART = `${PREFIX}pending-restart`;
const LAST_MARKED = `${PREFIX}last-marked`;
const LAST_ROLLBACK = `${PREFIX}last-rollback`;
const uid = (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(100);
const copiesSchema = valibot__WEBPACK_IMPORTED_MODULE_3__  .g1P(valibot__WEBPACK_IMPORTED_MODULE_3__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__  .z6Y((ref) => /^(ConfigMap|Secret)\//.test(ref) && (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .Eo)(ref.slice(ref.indexOf('/') + 1)))), valibot__WEBPACK_IMPORTED_MODULE_3__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__  .z6Y(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .Eo)));
const goodSchema = valibot__WEBPACK_IMPORTED_MODULE_3__  .Ikc({
    revision: uid,
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .L8)(),
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    images: valibot__WEBPACK_IMPORTED_MODULE_3__  .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(), (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)()),
    config: copiesSchema,
    owner: valibot__WEBPACK_IMPORTED_MODULE_3__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__  .Ikc({
        name: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
        history: valibot__WEBPACK_IMPORTED_MODULE_3__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__  .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__  .ndf()),
        revision: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    })),
});
const rolledBackSchema = valibot__WEBPACK_IMPORTED_MODULE_3__  .Ikc({
    revision: uid,
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .L8)(),
    reason: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
});
const leftConfigSchema = valibot__WEBPACK_IMPORTED_MODULE_3__  .Ikc({
    revision: uid,
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .L8)(),
    config: copiesSchema,
});
const pendingRestartSchema = valibot__WEBPACK_IMPORTED_MODULE_3__  .Ikc({
    revision: uid,
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .L8)(),
});
const lastRollbackSchema = valibot__WEBPACK_IMPORTED_MODULE_3__  .Ikc({
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .L8)(),
    wanted: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    to: valibot__WEBPACK_IMPORTED_MODULE_3__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__  .Ru6(100)),
    revision: valibot__WEBPACK_IMPORTED_MODULE_3__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__  .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__  .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__  .Wwf(0)),
});
const lastMarkedSchema = valibot__WEBPACK_IMPORTED_MODULE_3__  .Ikc({
    revision: uid,
    number: valibot__WEBPACK_IMPORTED_MODULE_3__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__  .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__  .ndf()),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .L8)(),
    images: valibot__WEBPACK_IMPORTED_MODULE_3__  .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(), (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)()),
});
const lastMarked = (object) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .Sf)(read(object, LAST_MARKED, lastMarkedSchema));
const lastMarkedAnnotation = (mark) => ({ [LAST_MARKED]: JSON.stringify(mark) });
const goodMark = (object) => markFor(object, GOOD, goodSchema);
const rolledBackMark = (object) => markFor(object, ROLLED_BACK, rolledBackSchema);
const leftConfigMark = (object) => markFor(object, LEFT_CONFIG, leftConfigSchema);
const lastRollback = (object) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .Sf)(read(object, LAST_ROLLBACK, lastRollbackSchema));
const pendingRestart = (object) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .Sf)(read(object, PENDING_RESTART, pendingRestartSchema));
function brokenMarks(object) {
    const all = [
        [GOOD, goodSchema],
        [ROLLED_BACK, rolledBackSchema],
        [LEFT_CONFIG, leftConfigSchema],
        [PENDING_RESTART, pendingRestartSchema],
        [LAST_ROLLBACK, lastRollbackSchema],
        [LAST_MARKED, lastMarkedSchema],
    ];
    return all.flatMap(([key, schema]) => {
        const claim = read(object, key, schema);
        return claim && 'broken' in claim
            ? [`the annotation ${key} of ${object.kind} ${object.metadata.name} cannot be read (${claim.broken})`]
            : [];
    });
}
const goodAnnotation = (mark) => ({ [GOOD]: mark && JSON.stringify(mark) });
const rolledBackAnnotation = (mark) => ({
    [ROLLED_BACK]: mark && JSON.stringify(mark),
});
const leftConfigAnnotation = (mark) => ({ [LEFT_CONFIG]: JSON.stringify(mark) });
const lastRollbackAnnotation = (mark) => ({ [LAST_ROLLBACK]: JSON.stringify(mark) });
const pendingRestartAnnotation = (mark) => ({
    [PENDING_RESTART]: mark && JSON.stringify(mark),
});
const withoutPendingRestart = ({ metadata }) => metadata.annotations?.[PENDING_RESTART] === undefined ? {} : { [PENDING_RESTART]: null };
function withoutCopiedMarks({ metadata }) {
    const copied = [GOOD, ROLLED_BACK, LEFT_CONFIG].filter((key) => metadata.annotations?.[key] !== undefined);
    return Object.fromEntries(copied.map((key) => [key, null]));
}
async function annotateRevision(client, object, annotations) {
    const collection = object.kind === 'ReplicaSet' ? 'replicasets' : 'controllerrevisions';
    const path = (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .h, object.metadata.namespace, collection, object.metadata.name);
    await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__.PATCH.merge, { metadata: { annotations } });
}
function markFor(object, key, schema) {
    const mark = (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .Sf)(read(object, key, schema));
    return mark?.revision === object.metadata.uid ? mark : undefined;
}
const read = (object, key, schema) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .jw)(object.metadata.annotations?.[key], schema);


  }),

  95763:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    U: () => (  NamespaceCache)
  });
  var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31803);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60921);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3090);
  var _systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15301);
  var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33030);
  var _kept_template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33749);






class NamespaceCache {
    name;
    log;
    #waiting = new Map();
    #client;
    #lists;
    #failure;
    constructor(client, name, log) {
        this.#client = client;
        this.name = name;
        this.log = log;
    }
    static async watch(client, name, kinds, log) {
        const namespace = new NamespaceCache(client, name, log);
        const [workloads, replicaSets, revisions, pods, warnings] = await Promise.all([
            Promise.all(kinds.map(async (kind) => [kind, await namespace.#start((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__  .jC)(name, kind))])),
            kinds.some(_history_js__WEBPACK_IMPORTED_MODULE_3__  .WQ)
                ? namespace.#start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .h, name, 'replicasets'))
                : undefined,
            kinds.some((kind) => !(0,_history_js__WEBPACK_IMPORTED_MODULE_3__  .WQ)(kind))
                ? namespace.#start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .h, name, 'controllerrevisions'))
                : undefined,
            namespace.#start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .M2, name, 'pods')),
            namespace.#start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .M2, name, 'events'), { fieldSelector: 'type=Warning' }),
        ]);
        namespace.#lists = { workloads: new Map(workloads), replicaSets, revisions, pods, warnings };
        return namespace;
    }
    #start(path, query = {}) {
        return _systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__  .v.start(this.#client, path, query, {
            change: (object) => this.#wake(object),
            error: (error) => this.#fail(error),
            onDegraded: (error) => this.log.info(`… the API server does not answer and is asked again: ${error.message}`),
        });
    }
    get kinds() {
        return [...this.#lists.workloads.keys()];
    }
    async followTemplates() {
        this.#lists.templates ??=
            this.#lists.workloads.get('Deployment') ??
                (await this.#start((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__  .jC)(this.name, 'Deployment')));
    }
    workloads() {
        return [...this.#lists.workloads.values()].flatMap((list) => [...list.items.values()].map((workload) => this.#whole(workload)));
    }
    workload(kind, uid) {
        const found = this.#listOf(kind)?.items.get(uid);
        const whole = found && this.#whole(found);
        return whole && (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_5__  .m)(whole) && this.#lists.templates && !whole.parts ? undefined : whole;
    }
    put(workload) {
        this.#listOf(workload.kind)?.upsert(workload);
    }
    #listOf(kind) {
        return this.#lists.workloads.get(kind) ?? (kind === 'Deployment' ? this.#lists.templates : undefined);
    }
    #whole(workload) {
        const ref = (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_5__  .m)(workload);
        const found = ref && this.#lists.templates?.named(ref.name);
        return found ? (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_5__  .oR)(workload, found) : workload;
    }
    history(workload) {
        const list = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__  .WQ)(workload.kind) ? this.#lists.replicaSets : this.#lists.revisions;
        const history = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__  .om)(workload, list?.ownedBy(workload.metadata.uid) ?? []);
        const kept = (0,_kept_template_js__WEBPACK_IMPORTED_MODULE_4__  .is)(workload, history);
        return kept ? [...history, kept].sort((a, b) => b.number - a.number) : history;
    }
    pods(workload) {
        const { uid } = workload.metadata;
        if (!(0,_history_js__WEBPACK_IMPORTED_MODULE_3__  .WQ)(workload.kind))
            return this.#lists.pods.ownedBy(uid);
        return (this.#lists.replicaSets?.ownedBy(uid) ?? []).flatMap((owned) => this.#lists.pods.ownedBy(owned.metadata.uid));
    }
    warnings(uid) {
        const about = [...this.#lists.warnings.items.values()].filter((event) => event.involvedObject.uid === uid);
        return about.sort((a, b) => eventTime(a).localeCompare(eventTime(b)));
    }
    failedCreateEvents(uid) {
        return this.warnings(uid).filter(({ reason }) => reason === 'FailedCreate');
    }
    async changed(uid, signal, withinMs) {
        signal.throwIfAborted();
        if (this.#failure)
            throw this.#failure;
        const waiting = this.#waiting.get(uid) ?? new Set();
        this.#waiting.set(uid, waiting);
        await new Promise((resolve) => {
            const timer = withinMs === undefined ? undefined : setTimeout(() => wake(), withinMs);
            const wake = () => {
                clearTimeout(timer);
                waiting.delete(wake);
                signal.removeEventListener('abort', wake);
                resolve();
            };
            waiting.add(wake);
            signal.addEventListener('abort', wake);
        });
        signal.throwIfAborted();
        if (this.#failure)
            throw this.#failure;
    }
    #wake(object) {
        for (const uid of [this.#workloadOf(object), ...this.#rolloutsOf(object)])
            for (const wake of this.#waiting.get(uid) ?? [])
                wake();
    }
    #rolloutsOf({ kind, metadata }) {
        if (kind !== 'Deployment' || !this.#lists?.templates)
            return [];
        const rollouts = [...(this.#lists.workloads.get('Rollout')?.items.values() ?? [])];
        return rollouts
            .filter((rollout) => (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_5__  .m)(rollout)?.name === metadata.name)
            .map((rollout) => rollout.metadata.uid);
    }
    #workloadOf(object) {
        if (object.kind === 'Event') {
            const about = object.involvedObject.uid ?? '';
            const pod = this.#lists?.pods.items.get(about);
            return pod ? this.#workloadOf(pod) : about;
        }
        const owner = (0,_systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__  .O)(object);
        if (owner === undefined || Object.hasOwn(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__  .EZ, object.kind))
            return object.metadata.uid;
        const replicaSet = this.#lists?.replicaSets?.items.get(owner);
        return (replicaSet && (0,_systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__  .O)(replicaSet)) ?? owner;
    }
    #fail(error) {
        this.#failure = error;
        for (const waiting of this.#waiting.values())
            for (const wake of waiting)
                wake();
    }
}
const eventTime = (event) => event.lastTimestamp ?? event.eventTime ?? '';


  }),

  1004:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A9: () => (  toRestoreConfig),
    Af: () => (  toObserve),
    OS: () => (  toRollBack),
    Vx: () => (  toReadTemplates),
    ZK: () => (  toBegin),
    eQ: () => (  toMarkGood),
    m5: () => (  toReadConfig)
  });
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60921);
  var _systems_kubernetes_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64908);
  var _health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50992);
  var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33030);




const apps = (resource, ...verbs) => ({ group: 'apps', resource, verbs });
const ofKind = (kind, ...verbs) => ({
    group: _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__  .EZ[kind].group,
    resource: _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__  .EZ[kind].plural,
    verbs,
});
const core = (resource, ...verbs) => ({ group: '', resource, verbs });
function toObserve(wanted) {
    return [
        ...wanted.map((kind) => ofKind(kind, 'get', 'list', 'watch')),
        ...revisionsOf(wanted).map((resource) => apps(resource, 'list', 'watch')),
        core('pods', 'list', 'watch'),
        core('events', 'list', 'watch'),
    ];
}
const toReadTemplates = [ofKind('Deployment', 'get', 'list', 'watch')];
const toBegin = (checks) => [_systems_kubernetes_lease_js__WEBPACK_IMPORTED_MODULE_1__  .bP, ...toCheck(checks)];
const toRollBack = (refs) => [
    ...toPatch(refs),
    ...(refs.some(({ kind }) => kind === 'StatefulSet') ? [core('pods', 'delete')] : []),
    ...(refs.some(({ kind }) => kind === 'Rollout')
        ? [{ group: 'argoproj.io', resource: 'rollouts/status', verbs: ['patch'] }]
        : []),
];
function toPatch(refs) {
    const present = [...new Set(refs.map(({ kind }) => kind))];
    return [
        ...present.map((kind) => ({
            ...ofKind(kind, 'patch'),
            names: refs.filter((ref) => ref.kind === kind).map(({ name }) => name),
        })),
        ...revisionsOf(present).map((resource) => apps(resource, 'patch')),
    ];
}
const toCheck = (checks) => [
    ...((0,_health_js__WEBPACK_IMPORTED_MODULE_2__  .Bb)(checks) ? [core('pods/proxy', 'get')] : []),
    ...((0,_health_js__WEBPACK_IMPORTED_MODULE_2__  .Mn)(checks) ? [core('pods/exec', 'create', 'get')] : []),
];
const toMarkGood = (refs, checks = []) => [
    ...toCheck(checks),
    ...toPatch(refs),
    ...toRestoreConfig(),
];
const toRestoreConfig = () => ['configmaps', 'secrets'].map((resource) => core(resource, 'get', 'create', 'update', 'delete'));
const toReadConfig = () => ['configmaps', 'secrets'].map((resource) => core(resource, 'get'));
function revisionsOf(wanted) {
    const resources = wanted.map((kind) => ((0,_history_js__WEBPACK_IMPORTED_MODULE_3__  .WQ)(kind) ? 'replicasets' : 'controllerrevisions'));
    return [...new Set(resources)];
}


  }),

  80026:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $6: () => (  rolloutVerdict),
    Ge: () => (  eventVerdict),
    Lw: () => (  endVerdict),
    g3: () => (  GRACE_MS),
    o$: () => (  schedulingVerdict),
    qH: () => (  MAX_RESTARTS),
    ti: () => (  containerVerdict),
    v$: () => (  SCALE_UP_REASONS),
    zb: () => (  creationVerdict)
  });
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95282);

const HOPELESS_PULL = /not found|manifest unknown|name unknown|does not exist|no match for platform|no matching manifest|invalid reference|unsupported media type|\b404\b/i;
const REFUSED_PULL = /denied|unauthorized|forbidden|authorization failed|no basic auth credentials|\b40[13]\b/i;
const BUSY_RUNTIME = /context (deadline exceeded|canceled)|DeadlineExceeded|failed to reserve (container|sandbox) name|is reserved for|error reading from server|transport is closing|connection is (closing|draining)|received prior goaway|stream terminated by RST_STREAM|server closed the stream|keepalive ping failed|use of closed network connection|ttrpc: (closed|client shutting down|server closed)|connection (refused|reset|error)|code = Unavailable|i\/o timeout|broken pipe|unexpected EOF|resource temporarily unavailable|too many open files/i;
const PULLS = ['ErrImagePull', 'ImagePullBackOff'];
const STARTS = ['CreateContainerError', 'RunContainerError'];
const NEVER_STARTED = ['StartError', 'ContainerCannotRun'];
const STATUS_ROWS = [
    {
        of: 'waiting',
        reasons: ['InvalidImageName', 'ErrImageNeverPull', 'SignatureValidationFailed'],
        verdict: 'final',
        source: 'pkg/kubelet/images/types.go',
    },
    {
        of: 'waiting',
        reasons: PULLS,
        message: HOPELESS_PULL,
        verdict: 'final',
        source: 'pkg/kubelet/images/image_manager.go (the back-off has the cause since 1.31)',
    },
    {
        of: 'waiting',
        reasons: PULLS,
        message: REFUSED_PULL,
        verdict: 'grace',
        source: 'pkg/credentialprovider/plugin/plugin.go; kubernetes#92326',
    },
    { of: 'waiting', reasons: PULLS, verdict: 'passing', source: 'pkg/kubelet/images/image_manager.go' },
    {
        of: 'waiting',
        reasons: ['ImageInspectError', 'RegistryUnavailable'],
        verdict: 'transient',
        source: 'pkg/kubelet/images/types.go',
    },
    {
        of: 'waiting',
        reasons: ['CreateContainerConfigError'],
        message: /timed out waiting for the condition|failed to sync (configmap|secret) cache/,
        verdict: 'passing',
        source: 'pkg/kubelet/util/manager/watch_based_manager.go',
    },
    {
        of: 'waiting',
        reasons: ['CreateContainerConfigError'],
        verdict: 'final',
        source: 'pkg/kubelet/kubelet_pods.go makeEnvironmentVariables',
    },
    {
        of: 'waiting',
        reasons: STARTS,
        message: BUSY_RUNTIME,
        verdict: 'transient',
        source: 'containerd internal/cri/server/container_create.go; kubernetes#39028',
    },
    {
        of: 'waiting',
        reasons: STARTS,
        verdict: 'final',
        source: 'pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer; runc',
    },
    {
        of: 'waiting',
        reasons: ['PreCreateHookError', 'PreStartHookError', 'PostStartHookError'],
        verdict: 'again',
        source: 'pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer',
    },
    {
        of: 'waiting',
        reasons: ['CrashLoopBackOff'],
        verdict: 'again',
        source: 'pkg/kubelet/kuberuntime/kuberuntime_manager.go doBackOff',
    },
    {
        of: 'ended',
        reasons: NEVER_STARTED,
        message: BUSY_RUNTIME,
        verdict: 'transient',
        source: 'containerd internal/cri/server/container_start.go',
    },
    {
        of: 'ended',
        reasons: NEVER_STARTED,
        verdict: 'final',
        source: 'containerd internal/cri/server/container_start.go (exit code 128: it never ran)',
    },
    { of: 'ended', reasons: [], verdict: 'again', source: 'pkg/kubelet/kuberuntime/kuberuntime_container.go' },
    {
        of: 'event',
        reasons: ['FailedMount'],
        message: /(secret|configmap) "[^"]*" not found|references non-existent (secret|config) key/,
        verdict: 'final',
        source: 'pkg/volume/secret/secret.go, pkg/volume/configmap/configmap.go',
    },
    {
        of: 'event',
        reasons: ['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'],
        verdict: 'passing',
        source: 'pkg/volume/util/operationexecutor/operation_generator.go (retried with back-off)',
    },
    {
        of: 'event',
        reasons: ['FailedCreatePodSandBox', 'NetworkNotReady', 'FailedKillPod', 'FailedSync'],
        verdict: 'passing',
        source: 'pkg/kubelet/events/event.go; pkg/kubelet/pod_workers.go (every sync tries again)',
    },
    {
        of: 'scheduling',
        reasons: ['Unschedulable'],
        message: /persistentvolumeclaim "[^"]*" (not found|is being deleted)/,
        verdict: 'final',
        source: 'pkg/scheduler/framework/plugins/volumebinding/volume_binding.go',
    },
    {
        of: 'scheduling',
        reasons: ['SchedulingGated'],
        verdict: 'passing',
        source: 'pkg/registry/core/pod/strategy.go',
    },
    {
        of: 'creation',
        reasons: ['FailedCreate'],
        message: /exceeded quota/,
        verdict: 'room',
        source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go',
    },
    {
        of: 'creation',
        reasons: ['FailedCreate'],
        message: /failed calling webhook|timed out|failed to call/,
        verdict: 'passing',
        source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/webhook/errors/statuserror.go',
    },
    {
        of: 'creation',
        reasons: ['FailedCreate'],
        message: /forbidden|denied|invalid/i,
        verdict: 'final',
        source: 'pkg/controller/controller_utils.go createPods; plugin/pkg/admission',
    },
    {
        of: 'rollout',
        reasons: ['ProgressDeadlineExceeded'],
        verdict: 'final',
        source: 'pkg/controller/deployment/progress.go',
    },
];
function verdictOf(of, reason, message) {
    return STATUS_ROWS.find((row) => row.of === of &&
        (row.reasons.length === 0 || row.reasons.includes(reason)) &&
        (row.message?.test(message) ?? true))?.verdict;
}
const containerVerdict = (reason, message) => verdictOf('waiting', reason, message);
const endVerdict = (reason, message) => verdictOf('ended', reason, message) ?? 'again';
const eventVerdict = (reason, message) => verdictOf('event', reason, message);
const creationVerdict = (message) => verdictOf('creation', 'FailedCreate', message);
const rolloutVerdict = (reason, message = '') => verdictOf('rollout', reason, message);
function schedulingVerdict(reason, message) {
    return verdictOf('scheduling', reason, message) ?? (fitsNoNode(message) ? 'grace' : 'passing');
}
function fitsNoNode(message) {
    const nodes = Number(/^0\/(\d+) nodes/.exec(message)?.[1] ?? 0);
    const unfit = [...message.matchAll(/(\d{1,6}) node\(s\) didn't match Pod's node (?:affinity|selector)/g)];
    return nodes > 0 && unfit.reduce((total, [, count]) => total + Number(count), 0) === nodes;
}
const MAX_RESTARTS = 3;
const GRACE_MS = {
    final: 0,
    again: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__  .r.POD_TROUBLE_MS,
    transient: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__  .r.POD_TROUBLE_MS,
    grace: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__  .r.UNSCHEDULABLE_MS,
    room: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__  .r.QUOTA_FULL_MS,
    passing: Number.POSITIVE_INFINITY,
};
const SCALE_UP_REASONS = ['TriggeredScaleUp', 'Nominated'];


  }),

  71157:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    FD: () => (  namesOfLeft),
    Ng: () => (  newPods),
    OP: () => (  progressing),
    Yk: () => (  stuckPod),
    gK: () => (  allNewPods),
    jA: () => (  progressOf),
    lv: () => (  namesOfSilent),
    qB: () => (  wantedPods)
  });
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4771);
  var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85738);
  var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
  var _lineage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11805);
  var _marks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94054);
  var _pod_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80026);
  var _terminal_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91757);







const MOST_NAMES = 10;
function progressOf(state) {
    const { workload } = state;
    if (!(0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .XJ)(workload) || !state.podLabel) {
        return waiting('the controller to see the change');
    }
    if (workload.kind === 'Rollout')
        return ofRollout(state);
    const failed = workload.kind === 'Deployment' ? deadlineExceeded(state) : undefined;
    if (failed)
        return { ...waiting('nothing more'), failed };
    const words = { Deployment: deployment, StatefulSet: statefulSet, DaemonSet: daemonSet }[workload.kind](workload);
    if (words)
        return { ...waiting(words), ...(serveBut(state) && { rest: `no answer from ${namesOfSilent(state)}` }) };
    const old = oldPods(state);
    if (old.length === 0)
        return keptByPartition(state) ?? { done: true, waiting: '' };
    const isEnding = old.every(({ metadata }) => metadata.deletionTimestamp !== undefined);
    return {
        ...waiting(`${pods(old.length, 'old')} to be gone (${old[0]?.metadata.name})`),
        ...(isEnding && { rest: `${pods(old.length, 'old')} (${old[0]?.metadata.name}) still shutting down` }),
    };
}
function serveBut(state) {
    const { workload, silent } = state;
    if (workload.kind !== 'DaemonSet' || !silent?.size)
        return false;
    const isHeard = ({ spec }) => !silent.has(spec.nodeName ?? '');
    const serving = newPods(state).filter((pod) => isHeard(pod) && (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_0__  .i_)(pod)).length;
    const { desiredNumberScheduled = 0 } = workload.status ?? {};
    return serving > 0 && serving >= desiredNumberScheduled - silent.size && !oldPods(state).some(isHeard);
}
function namesOfSilent({ silent }) {
    const names = [...(silent ?? [])].sort();
    return names.length > 0 ? `${names.length === 1 ? 'node' : 'nodes'} ${names.join(', ')}` : '';
}
function ofRollout({ workload: { status = {} }, podLabel, isAborted }) {
    const { phase = 'unknown', message = '', stableRS, currentPodHash } = status;
    const isNew = currentPodHash === podLabel?.[1];
    if (isNew && phase === 'Healthy' && stableRS === currentPodHash)
        return { done: true, waiting: '' };
    const words = waiting(`the Rollout to be healthy; it is ${phase}${message ? `: ${message}` : ''}`);
    if (!isNew || phase !== 'Degraded')
        return words;
    if (isAborted)
        return { ...words, failed: `it was aborted, and the version before serves: ${message}` };
    return status.abort ? words : { ...words, failed: `it is Degraded: ${message}` };
}
function namesOfLeft(history, wanted, before) {
    const left = history.filter((revision) => wanted !== undefined &&
        !(0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__  ._M)(revision, wanted) &&
        ((0,_marks_js__WEBPACK_IMPORTED_MODULE_3__  .vr)(revision.object) || revision.object.metadata.name === before?.status?.updateRevision));
    return new Set(left.map(({ object }) => object.metadata.name));
}
function newPods({ pods, podLabel }) {
    return pods.filter((pod) => isOf(pod, podLabel) && !pod.metadata.deletionTimestamp && !isOver(pod));
}
const allNewPods = ({ pods, podLabel }) => pods.filter((pod) => isOf(pod, podLabel));
function stuckPod({ workload, pods, podLabel }) {
    if (workload.kind !== 'StatefulSet' || workload.spec.podManagementPolicy === 'Parallel' || !podLabel)
        return undefined;
    const down = pods.filter((pod) => !(0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_0__  .i_)(pod) || pod.metadata.deletionTimestamp);
    const candidates = down.filter((pod) => !isOf(pod, podLabel) && !pod.metadata.deletionTimestamp && !isBelowPartition(workload, pod));
    return candidates.find((pod) => (0,_terminal_failure_js__WEBPACK_IMPORTED_MODULE_5__  .kI)(pod)) ?? (down.length === 1 ? candidates[0] : undefined);
}
function wantedPods({ kind, spec, status = {} }) {
    if (kind === 'DaemonSet')
        return status.desiredNumberScheduled ?? 0;
    return Math.max(0, (spec.replicas ?? 1) - partitionOf({ spec }));
}
function deployment({ spec, status = {} }) {
    const wanted = spec.replicas ?? 1;
    const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
    if (updatedReplicas < wanted)
        return `${updatedReplicas}/${wanted} updated`;
    if (replicas > updatedReplicas)
        return `${pods(replicas - updatedReplicas, 'old')} to be gone`;
    if (availableReplicas < updatedReplicas)
        return `${availableReplicas}/${updatedReplicas} available`;
    return undefined;
}
function statefulSet({ spec, status = {} }) {
    const wanted = spec.replicas ?? 1;
    const { readyReplicas = 0, updatedReplicas = 0, availableReplicas = readyReplicas } = status;
    const toUpdate = Math.max(0, wanted - partitionOf({ spec }));
    const updated = status.updateRevision === status.currentRevision ? wanted : updatedReplicas;
    if (updated < toUpdate)
        return `${updated}/${toUpdate} updated`;
    if (readyReplicas < wanted)
        return `${readyReplicas}/${wanted} ready`;
    if (availableReplicas < wanted)
        return `${availableReplicas}/${wanted} available`;
    return undefined;
}
function daemonSet({ status = {} }) {
    const { desiredNumberScheduled = 0, updatedNumberScheduled = 0, numberAvailable = 0 } = status;
    if (updatedNumberScheduled < desiredNumberScheduled)
        return `${updatedNumberScheduled}/${desiredNumberScheduled} updated`;
    if (numberAvailable < desiredNumberScheduled)
        return `${numberAvailable}/${desiredNumberScheduled} available`;
    return undefined;
}
function deadlineExceeded({ workload, revision, before }) {
    const condition = progressing(workload);
    if (!condition || (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(condition.reason ?? '') !== 'final')
        return undefined;
    if (condition.message === before?.message)
        return undefined;
    const named = /ReplicaSet "([^"]+)"/.exec(condition.message ?? '')?.[1];
    return named === undefined || named === revision
        ? `it exceeded its progress deadline: ${condition.message}`
        : undefined;
}
const progressing = (workload) => workload.status?.conditions?.find((condition) => condition.type === 'Progressing');
function oldPods({ workload, pods, podLabel }) {
    return pods.filter((pod) => {
        if (isOver(pod) || isBelowPartition(workload, pod))
            return false;
        return pod.metadata.deletionTimestamp !== undefined || !isOf(pod, podLabel);
    });
}
function keptByPartition({ workload, pods: all, podLabel, left }) {
    const kept = all.filter((pod) => isBelowPartition(workload, pod) &&
        !isOver(pod) &&
        podLabel !== undefined &&
        left?.has(pod.metadata.labels?.[podLabel[0]] ?? ''));
    if (kept.length === 0)
        return undefined;
    const names = kept.map(({ metadata }) => metadata.name).sort();
    const failed = `${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_6__  .eZ)(names, MOST_NAMES)} ${kept.length > 1 ? 'stay' : 'stays'} at the revision that was left, below its partition of ${partitionOf(workload)}: lower \`spec.updateStrategy.rollingUpdate.partition\`, which is all that is missing`;
    return { ...waiting('nothing more'), failed };
}
const waiting = (words) => ({ done: false, waiting: words });
const pods = (count, which) => `${count} ${which} pod${count === 1 ? '' : 's'}`;
const isOf = (pod, label) => label !== undefined && pod.metadata.labels?.[label[0]] === label[1];
const isOver = (pod) => pod.status?.phase === 'Failed' || pod.status?.phase === 'Succeeded';
const partitionOf = ({ spec }) => spec.updateStrategy?.rollingUpdate?.partition ?? 0;
const isBelowPartition = ({ kind, spec }, pod) => kind === 'StatefulSet' && ordinal(pod) < (spec.ordinals?.start ?? 0) + partitionOf({ spec });
const ordinal = (pod) => Number(pod.metadata.name.slice(pod.metadata.name.lastIndexOf('-') + 1));


  }),

  34865:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    T: () => (  isReactionTo)
  });
function isReactionTo(ours, now) {
    const { annotations: _, ...metadata } = ours.metadata ?? {};
    return contains(now, { ...ours, metadata });
}
function contains(has, wanted) {
    if (wanted === null || wanted === undefined)
        return true;
    if (Array.isArray(wanted))
        return Array.isArray(has) && containsItems(has, wanted);
    if (typeof wanted !== 'object')
        return has === wanted;
    if (typeof has !== 'object' || has === null)
        return Object.keys(wanted).length === 0;
    return Object.entries(wanted).every(([key, value]) => contains(has[key], value));
}
function containsItems(has, wanted) {
    const isNamed = wanted.every((item) => nameOf(item) !== undefined);
    if (!isNamed)
        return has.length === wanted.length && wanted.every((item, at) => contains(has[at], item));
    return wanted.every((item) => has.some((other) => nameOf(other) === nameOf(item) && contains(other, item)));
}
const nameOf = (item) => typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : undefined;


  }),

  76532:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    bW: () => (  mergePatch),
    h2: () => (  abort),
    ly: () => (  skipSteps)
  });
  var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
  var _base_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60091);
  var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59027);
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1807);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60921);
  var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33030);






function mergePatch(fresh, patch) {
    const { spec, ...rest } = patch;
    const { $patch, ...template } = spec.template;
    if ($patch !== 'replace')
        return patch;
    return { ...rest, spec: { ...spec, template: difference(fresh.spec.template, template) } };
}
function difference(from, to) {
    if (!(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__  .C)(from) || !(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__  .C)(to))
        return to;
    const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
    const changed = Object.entries(to).filter(([key, value]) => !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(from[key], value));
    return Object.fromEntries([
        ...gone.map((key) => [key, null]),
        ...changed.map(([key, value]) => [key, difference(from[key], value)]),
    ]);
}
const statusPath = ({ metadata }) => `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .jC)(metadata.namespace, 'Rollout', metadata.name)}/status`;
async function abort(client, workload) {
    const { stableRS, currentPodHash, abort: isAborted } = workload.status ?? {};
    if (!stableRS || stableRS === currentPodHash || isAborted)
        return;
    const { namespace, name, resourceVersion } = workload.metadata;
    try {
        await client.patch(statusPath(workload), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__.PATCH.merge, {
            metadata: { resourceVersion },
            status: { abort: true },
        });
    }
    catch (error) {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__  .hD && error.status === 409))
            throw error;
        await abort(client, await client.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .jC)(namespace, 'Rollout', name)));
    }
}
async function skipSteps(client, { workload, podLabel }) {
    const { status = {} } = workload;
    const hasBegun = workload.kind === 'Rollout' && (0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .XJ)(workload) && status.currentPodHash === podLabel?.[1];
    if (!hasBegun || status.promoteFull || status.stableRS === status.currentPodHash)
        return;
    try {
        await client.patch(statusPath(workload), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__.PATCH.merge, {
            metadata: { resourceVersion: workload.metadata.resourceVersion },
            status: { promoteFull: true },
        });
    }
    catch (error) {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__  .hD && error.status === 409))
            throw error;
    }
}


  }),

  62400:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  N: () => (  awaitObserved),
  m: () => (  awaitRollout)
});

var errors = __webpack_require__(45145);
var sentence = __webpack_require__(4771);
; 
function stopwatch() {
    let since;
    return (holds) => {
        since = holds ? (since ?? performance.now()) : undefined;
        return since === undefined ? 0 : performance.now() - since;
    };
}
function throttled(print) {
    let last = '';
    let at = Number.NEGATIVE_INFINITY;
    return (words) => {
        if (words === last || performance.now() - at < 1000)
            return;
        last = words;
        at = performance.now();
        print(words);
    };
}

var base_waits = __webpack_require__(95282);
var joined = __webpack_require__(31803);
var kubernetes_errors = __webpack_require__(1807);
var kinds = __webpack_require__(60921);
var names = __webpack_require__(3090);
var workload_pods = __webpack_require__(85738);
var kubernetes_pods = __webpack_require__(41808);
var pod_status = __webpack_require__(80026);
var terminal_failure = __webpack_require__(91757);
; 






const LOG_LINES = 15;
const REPEATED_AT_EACH_SYNC = new Set([
    'CheckLimitsForResolvConf',
    'DNSConfigForming',
    'FailedToRetrieveImagePullSecret',
    'MissingClusterDNS',
]);
class PodTroubles {
    #client;
    #warnings;
    #since = new Map();
    #over = new Map();
    #begun;
    constructor(client, warnings) {
        this.#client = client;
        this.#warnings = warnings;
        this.#begun = Math.floor(client.now.getTime() / 1000) * 1000;
    }
    describeOver(pods) {
        for (const { metadata, status = {} } of pods) {
            const isNew = Date.parse(metadata.creationTimestamp ?? '') >= this.#begun;
            if (status.phase !== 'Failed' || !isNew)
                continue;
            const words = [status.reason, status.message].filter(Boolean).join(': ').slice(0, 400);
            this.#over.set(metadata.uid, `${metadata.name}${words ? ` (${words})` : ''}`);
        }
        const count = this.#over.size;
        const last = [...this.#over.values()].at(-1);
        return last === undefined
            ? ''
            : `${count} new pod${count === 1 ? ' has' : 's have'} failed, at last ${last}`;
    }
    async terminal(pods) {
        for (const pod of pods) {
            const warnings = this.#warnings(pod.metadata.uid);
            const trouble = (0,terminal_failure .KM)(pod, warnings);
            if (!trouble) {
                this.#since.delete(pod.metadata.uid);
                continue;
            }
            const terminalFailure = (0,terminal_failure .kI)(pod, warnings, this.#lasts(pod));
            const mayGetNode = trouble.verdict === 'grace' && pod.spec.nodeName === undefined;
            if (terminalFailure && !(mayGetNode && (await this.#getsNode(pod))))
                return { pod, terminalFailure };
        }
        return undefined;
    }
    describe(pods) {
        for (const pod of pods.filter((each) => !(0,workload_pods .i_)(each))) {
            const warnings = this.#warnings(pod.metadata.uid);
            const trouble = (0,terminal_failure .KM)(pod, warnings);
            const telling = warnings.findLast(({ reason = '' }) => !REPEATED_AT_EACH_SYNC.has(reason));
            const { reason, message = '' } = telling ?? warnings.at(-1) ?? {};
            const problem = trouble
                ? `is in ${trouble.reason}: ${trouble.message}`
                : `is not ready: ${unreadiness(pod) || message}`;
            const last = message && !problem.includes(message) ? `its last event is ${reason}: ${message}` : '';
            if (!trouble && !unreadiness(pod) && !message)
                continue;
            const state = pod.status?.phase ? ` (${pod.status.phase})` : '';
            const parts = [`pod ${pod.metadata.name}${state} ${problem}`, last].filter(Boolean);
            return parts.map((part) => part.slice(0, 400)).join('; ');
        }
        return '';
    }
    async lastWords(pods, container) {
        const pod = pods.find((each) => !(0,workload_pods .i_)(each));
        const status = pod?.status?.containerStatuses?.find(({ name, ready }) => name === container || (container === undefined && !ready));
        if (!pod || !status || !hasLived(status))
            return [];
        const client = this.#client.withSignal(AbortSignal.timeout(base_waits .r.LAST_WORDS_MS));
        try {
            const lines = await (0,kubernetes_pods .EP)(client, pod, status.name, LOG_LINES);
            return lines.length > 0 ? [`Last lines of ${pod.metadata.name}/${status.name}:`, ...lines] : [];
        }
        catch (error) {
            return [`(no log of ${pod.metadata.name}/${status.name}: ${(0,errors .bD)(error)})`];
        }
        finally {
            client.close();
        }
    }
    #lasts({ metadata: { uid } }) {
        const since = this.#since.get(uid) ?? performance.now();
        this.#since.set(uid, since);
        return performance.now() - since;
    }
    async #getsNode(pod) {
        if (this.#lasts(pod) >= pod_status .g3.grace + base_waits .r.SCALE_UP_MS)
            return false;
        const { namespace, uid } = pod.metadata;
        const events = await (0,kubernetes_pods .Xh)(this.#client, namespace, uid);
        return events.some(({ reason = '' }) => pod_status .v$.includes(reason));
    }
}
const hasLived = ({ state, lastState, restartCount, }) => restartCount > 0 || Boolean(state?.running ?? state?.terminated ?? lastState?.terminated);
function unreadiness({ status }) {
    const conditions = status?.conditions ?? [];
    const unmet = ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map((type) => conditions.find((condition) => condition.type === type && condition.status === 'False'));
    const first = unmet.find((condition) => condition?.message);
    return first?.message ?? '';
}

var service_history = __webpack_require__(33030);
var service_progress = __webpack_require__(71157);
var reaction = __webpack_require__(34865);
var rollout_kind = __webpack_require__(76532);
; 

function silentNodes(pods, now) {
    const silent = pods.filter((pod) => now.getTime() - owedSince(pod) > base_waits .r.NODE_SILENT_MS);
    return new Set(silent.flatMap(({ spec }) => spec.nodeName ?? []));
}
function owedSince({ metadata, spec, status = {} }) {
    if (status.phase === 'Failed' || status.phase === 'Succeeded')
        return Number.NaN;
    if (metadata.deletionTimestamp)
        return Date.parse(metadata.deletionTimestamp);
    const condition = (wanted) => status.conditions?.find(({ type }) => type === wanted);
    const ready = condition('Ready');
    if (!ready && !status.startTime && spec.nodeName)
        return Date.parse(metadata.creationTimestamp ?? '');
    const isMarked = ready?.status !== 'True' && condition('ContainersReady')?.status === 'True';
    return isMarked && !spec.readinessGates?.length ? Date.parse(ready?.lastTransitionTime ?? '') : Number.NaN;
}

; 
















async function awaitRollout(context, target, change) {
    const { client, namespace } = context;
    const troubles = new PodTroubles(client, (uid) => namespace.warnings(uid));
    const seen = new Set(namespace.failedCreateEvents(target.uid).map(version));
    const logWaiting = throttled((words) => context.log.info(`… ${(0,kinds .Pf)(target)}: ${words}`));
    const ending = stopwatch();
    const full = stopwatch();
    const standing = stopwatch();
    const idle = stopwatch();
    for (;;) {
        const { state, progress, newSet } = assessPods(context, target, change?.before);
        if (change && !(0,reaction .T)(change.template, state.workload.spec.template)) {
            throw new errors .lZ(`${(0,kinds .Pf)(target)} was changed by someone else during the wait.`);
        }
        const fresh = (0,service_progress .Ng)(state);
        if (progress.done)
            return [...fresh, ...(await awaitHolder(context, state.workload, change))];
        if (ending(progress.rest !== undefined) > base_waits .r.OLD_PODS_ENDING_MS) {
            const after = `after ${base_waits .r.OLD_PODS_ENDING_MS / 1000} s`;
            context.log.warn(`${(0,kinds .Pf)(target)}: the new pods serve; ${progress.rest} ${after}.`);
            return fresh.filter(workload_pods .i_);
        }
        const allRefusals = namespace.failedCreateEvents(target.uid).filter((event) => !isOver(event, fresh));
        const refusals = allRefusals.filter((event) => !seen.has(version(event)));
        const isSilent = idle((0,service_history .XJ)(state.workload) && state.pods.every(serves)) > base_waits .r.REFUSAL_STANDS_MS;
        const ofPods = [troubles.describe(fresh), troubles.describeOver((0,service_progress .gK)(state))];
        const trouble = silentTrouble(state) ||
            ofPods.filter(Boolean).join('; ') ||
            creationTrouble(newSet, isSilent ? allRefusals : refusals);
        const waiting = trouble ? `${progress.waiting}; ${trouble}` : progress.waiting;
        if (progress.failed) {
            const all = [progress.failed, trouble].filter(Boolean).join('; ');
            throw new errors .lZ((0,sentence .KG)(`${(0,kinds .Pf)(target)} is not rolled out: ${all}`), {
                details: await troubles.lastWords(fresh),
            });
        }
        logWaiting(waiting);
        if (change)
            await replaceStuckPod(client, state);
        if (context.skipsSteps)
            await (0,rollout_kind .ly)(client, state);
        const byEvent = (0,terminal_failure .jK)(refusals, state.workload);
        const stands = standing(byEvent !== undefined && (0,service_history .XJ)(state.workload)) > base_waits .r.REFUSAL_STANDS_MS;
        const refused = (stands ? byEvent : undefined) ?? (newSet && (0,terminal_failure .rr)(newSet, state.workload));
        const isFull = refused !== undefined && (0,terminal_failure .hF)(refused);
        const mayFree = context.others?.(isFull) === true;
        const waits = full(isFull && !mayFree) < base_waits .r.QUOTA_FULL_MS;
        if (refused && !(isFull && waits))
            throw new errors .lZ(`${(0,kinds .Pf)(target)} gets no pods (${refused.reason}): ${refused.message}`);
        const terminal = await troubles.terminal(fresh);
        if (terminal)
            throw await failureOf(target, troubles, terminal);
        await awaitChange(context, target, async () => {
            const silent = trouble ? '' : creationTrouble(newSet, allRefusals);
            return {
                waiting: [waiting, silent].filter(Boolean).join('; '),
                details: await troubles.lastWords(fresh),
            };
        });
    }
}
async function awaitChange({ client, namespace }, target, describe) {
    try {
        await namespace.changed(target.uid, client.signal, base_waits .r.ROLLOUT_POLL_MS);
    }
    catch (error) {
        if (!(error instanceof errors .lZ))
            throw error;
        const { waiting, details } = await describe();
        const still = (0,sentence .KG)(`${(0,kinds .Pf)(target)} was still waiting for ${waiting}`);
        throw new errors .lZ(`${error.message} ${still}`, { cause: error, details });
    }
}
async function awaitHolder({ client, namespace, log }, { parts }, change) {
    if (!parts || parts.deployment.spec.paused || parts.deployment.spec.replicas === 0)
        return [];
    const target = { ...(0,kinds .H8)(parts.deployment), uid: parts.deployment.metadata.uid };
    const own = change && { ...change, before: (0,joined .Kd)(change.before) };
    return awaitRollout({ client, namespace, log }, target, own);
}
async function failureOf(target, troubles, { pod, terminalFailure }) {
    const details = terminalFailure.container ? await troubles.lastWords([pod], terminalFailure.container) : [];
    return new errors .lZ(`${(0,kinds .Pf)(target)} cannot start: pod ${pod.metadata.name} is in ${terminalFailure.reason}: ${terminalFailure.message}`, { details });
}
const serves = (pod) => (0,workload_pods .i_)(pod) && pod.metadata.deletionTimestamp === undefined;
const isOver = ({ lastTimestamp, eventTime }, pods) => pods.some(({ metadata }) => Date.parse(metadata.creationTimestamp ?? '') >= Date.parse(lastTimestamp ?? eventTime ?? ''));
async function awaitObserved(namespace, target, signal) {
    const logWaiting = throttled((words) => namespace.log.info(`… ${(0,kinds .Pf)(target)}: ${words}`));
    for (let looks = 0;; looks++) {
        const workload = find(namespace, target);
        if ((0,service_history .XJ)(workload) || workload.metadata.deletionTimestamp)
            return workload;
        if (looks > 0)
            logWaiting(`waiting for ${TO_OBSERVE}`);
        try {
            await namespace.changed(target.uid, signal, base_waits .r.ROLLOUT_POLL_MS);
        }
        catch (error) {
            if (!(error instanceof errors .lZ))
                throw error;
            const still = (0,sentence .KG)(`${(0,kinds .Pf)(target)} was still waiting for ${TO_OBSERVE}`);
            throw new errors .lZ(`${error.message} ${still}`, { cause: error });
        }
    }
}
const TO_OBSERVE = 'its controller to look at its newest template; see whether that controller runs';
function isAborted({ skipsSteps }, { kind, status }, before) {
    if (kind !== 'Rollout' || !status?.abort || skipsSteps)
        return false;
    return before === undefined || before.status?.currentPodHash !== status.currentPodHash;
}
function assessPods(context, target, before) {
    const { client, namespace } = context;
    const workload = find(namespace, target);
    const history = namespace.history(workload);
    const revision = (0,service_history .h7)(workload, history);
    const newSet = revision?.object.kind === 'ReplicaSet' ? revision.object : undefined;
    const pods = namespace.pods(workload);
    const state = {
        workload,
        pods,
        silent: silentNodes(pods, client.now),
        podLabel: revision?.podLabel,
        revision: revision?.object.metadata.name,
        before: before && (0,service_progress .OP)(before),
        isAborted: isAborted(context, workload, before),
        left: (0,service_progress .FD)(history, revision, before),
    };
    const progress = (0,service_progress .jA)(state);
    const ready = (0,service_progress .Ng)(state).filter(workload_pods .i_).length;
    if (progress.done && ready < (0,service_progress .qB)(workload)) {
        const waiting = `${ready}/${(0,service_progress .qB)(workload)} pods to be seen ready`;
        return { state, progress: { done: false, waiting }, newSet };
    }
    return { state, progress, newSet };
}
function find(namespace, target) {
    const workload = namespace.workload(target.kind, target.uid);
    if (!workload)
        throw new errors .lZ(`${(0,kinds .Pf)(target)} was deleted while it was waited for.`);
    return workload;
}
function silentTrouble(state) {
    const names = state.workload.kind === 'DaemonSet' ? (0,service_progress .lv)(state) : '';
    return (names &&
        `no answer from ${names}: delete what is gone, or raise \`maxUnavailable\`, where that holds it up`);
}
function creationTrouble(newSet, refusals) {
    const message = (newSet && (0,terminal_failure .rR)(newSet)) ?? refusals.at(-1)?.message;
    return message ? `no pod can be made: ${message.slice(0, 400)}` : '';
}
async function replaceStuckPod(client, state) {
    const pod = (0,service_progress .Yk)(state);
    if (!pod)
        return;
    const { namespace, name, uid, resourceVersion } = pod.metadata;
    try {
        await client.request('DELETE', (0,names .du)(names .M2, namespace, 'pods', name), {
            body: { preconditions: { uid, resourceVersion } },
        });
    }
    catch (error) {
        if (!(error instanceof kubernetes_errors .hD && (error.status === 404 || error.status === 409)))
            throw error;
    }
}
const version = ({ metadata }) => `${metadata.uid}@${metadata.resourceVersion}`;


  }),

  64690:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  selectPresent),
    L: () => (  select)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31803);
  var _domain_workloads_select_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95722);
  var _systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33266);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60921);
  var _permissions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1004);
  var _rollout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62400);







async function select(client, namespace, selection) {
    const seen = ({ workload, named }) => (0,_rollout_js__WEBPACK_IMPORTED_MODULE_5__  .N)(namespace, { ...(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .H8)(workload), uid: workload.metadata.uid }, client.signal).then((fresh) => ({ workload: fresh, named }));
    const groups = await selectPresent(client, namespace, selection);
    return Promise.all(groups.map((group) => Promise.all(group.map(seen))));
}
async function selectPresent(client, namespace, selection) {
    const bySelector = selection.selector
        ? await (0,_domain_workloads_select_js__WEBPACK_IMPORTED_MODULE_1__  .jK)(client, namespace.name, selection.selector, namespace.kinds)
        : new Set();
    const all = (0,_domain_workloads_select_js__WEBPACK_IMPORTED_MODULE_1__  .cw)(selection, namespace.workloads(), namespace.kinds, bySelector, namespace.name);
    const refs = all.flat().flatMap(({ workload }) => (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_6__  .m)(workload) ?? []);
    const held = new Set(refs.map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .Pf));
    if (held.size > 0) {
        await (0,_systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_2__  .An)(client, namespace.name, _permissions_js__WEBPACK_IMPORTED_MODULE_4__  .Vx);
        await namespace.followTemplates();
    }
    const groups = all.map((group) => group
        .filter(({ workload }) => !held.has((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .H8)(workload))))
        .map(({ workload, named }) => ({
        workload: namespace.workload(workload.kind, workload.metadata.uid) ?? workload,
        named,
    })));
    for (const { workload } of groups.flat())
        requireTemplate(workload);
    return groups.filter((group) => group.length > 0);
}
function requireTemplate(workload) {
    const { workloadRef } = workload.spec;
    if ((0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_6__  .rJ)(workload) || !workloadRef)
        return;
    const subject = `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .H8)(workload))} has its template from ${workloadRef.kind.toLowerCase()}/${workloadRef.name} (workloadRef), which`;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(workloadRef.kind === 'Deployment'
        ? `${subject} is not there.`
        : `${subject} is not supported; go back with \`kubectl argo rollouts undo ${workload.metadata.name}\`, and name the other workloads.`);
}


  }),

  91757:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    KM: () => (  troubleOfPod),
    hF: () => (  isQuota),
    jK: () => (  terminalEventFailure),
    kI: () => (  terminalPodFailure),
    rR: () => (  failedCreateOf),
    rr: () => (  terminalReplicaSetFailure)
  });
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);
  var _pod_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80026);


function troubleOfPod(pod, warnings = []) {
    if (pod.metadata.deletionTimestamp)
        return undefined;
    const { initContainerStatuses = [], containerStatuses = [], conditions = [] } = pod.status ?? {};
    const all = [...initContainerStatuses, ...containerStatuses].flatMap((status) => troubleOfContainer(status, warnings) ?? []);
    const scheduled = conditions.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
    if (scheduled?.message) {
        const { reason = 'Unschedulable' } = scheduled;
        const gates = (pod.spec.schedulingGates ?? []).map(({ name }) => name).join(', ');
        const message = gates ? `${scheduled.message} (${gates})` : scheduled.message;
        all.push(trouble(reason, message, (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__  .o$)(reason, scheduled.message)));
    }
    if (containerStatuses.every(({ state }) => !state?.running))
        all.push(...warnings.flatMap(troubleOfEvent));
    const order = ['final', 'again', 'transient', 'grace', 'room', 'passing'];
    return all.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))[0];
}
function terminalPodFailure(pod, warnings = [], seenMs) {
    const found = troubleOfPod(pod, warnings);
    if (!found || !isFinal(found, seenMs))
        return undefined;
    const { verdict: _, restarts: __, ...terminalFailure } = found;
    return terminalFailure;
}
function isFinal({ verdict, restarts }, seenMs) {
    if (verdict === 'passing')
        return false;
    if ((verdict === 'again' || verdict === 'transient') && restarts >= _pod_status_js__WEBPACK_IMPORTED_MODULE_1__  .qH)
        return true;
    if (verdict === 'transient' && seenMs === undefined)
        return false;
    return (seenMs ?? Number.POSITIVE_INFINITY) >= _pod_status_js__WEBPACK_IMPORTED_MODULE_1__  .g3[verdict];
}
function terminalReplicaSetFailure(replicaSet, workload) {
    const message = failedCreateOf(replicaSet);
    return message === undefined ? undefined : refusal(message, mayFreeQuota(workload));
}
const failedCreateOf = ({ status }) => status?.conditions?.find(({ type, status, reason }) => type === 'ReplicaFailure' && status === 'True' && reason === 'FailedCreate')?.message;
function terminalEventFailure(events, workload) {
    const failure = events.findLast((event) => event.reason === 'FailedCreate');
    return failure && refusal(failure.message ?? '', mayFreeQuota(workload));
}
const isQuota = ({ message }) => (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__  .zb)(message) === 'room';
function troubleOfContainer(status, warnings) {
    const { waiting, terminated } = status.state ?? {};
    const { name, restartCount: restarts } = status;
    if (terminated && !status.ready && terminated.exitCode !== 0) {
        const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__  .Lw)(terminated.reason ?? '', terminated.message ?? '');
        const isStart = verdict !== 'again';
        const words = isStart ? (terminated.message ?? ending(terminated)) : ending(terminated);
        const reason = isStart ? (terminated.reason ?? 'StartError') : 'CrashLoopBackOff';
        return { ...trouble(reason, words, verdict, name), restarts };
    }
    const { reason = '', message = '' } = waiting ?? {};
    if (reason === 'ErrImagePull' || reason === 'ImagePullBackOff')
        return { ...troubleOfPull(status, reason, message, warnings), restarts };
    const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__  .ti)(reason, message);
    if (!verdict)
        return undefined;
    const ended = status.lastState?.terminated;
    const words = reason === 'CrashLoopBackOff' && ended ? `${ending(ended)}; ${message}` : message;
    return { ...trouble(reason, words, verdict, name), restarts };
}
const ending = ({ reason = 'ended', exitCode }) => `${reason}, exit code ${exitCode}`;
function troubleOfPull({ image }, reason, message, warnings) {
    const pulls = warnings.filter((event) => event.message?.startsWith('Failed to pull'));
    const failure = isVague(reason, message) ? (pulls.at(-1)?.message ?? message) : message;
    const withoutNames = failure.replace(/"[^"]*"/g, '').replaceAll(image, '');
    return trouble(reason, failure, (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__  .ti)(reason, withoutNames) ?? 'passing');
}
const isVague = (reason, message) => reason === 'ImagePullBackOff' && !/: .*: /.test(message);
function troubleOfEvent({ reason = '', message = '' }) {
    const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__  .Ge)(reason, message);
    return verdict ? [trouble(reason, message, verdict)] : [];
}
const LONGEST = 4000;
const trouble = (reason, message, verdict, container) => ({
    reason: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_0__  .Ir)(reason, LONGEST),
    message: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_0__  .Ir)(message, LONGEST),
    verdict,
    restarts: 0,
    ...(container !== undefined && { container }),
});
function refusal(message, mayFree) {
    const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__  .zb)(message);
    const isOne = verdict === 'final' || (verdict === 'room' && !mayFree);
    return isOne ? { reason: 'FailedCreate', message: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_0__  .Ir)(message, LONGEST) } : undefined;
}
function mayFreeQuota({ kind, spec }) {
    if (kind !== 'Deployment')
        return true;
    const { type, rollingUpdate } = spec.strategy ?? {};
    const given = String(rollingUpdate?.maxUnavailable ?? '25%');
    const number = given.endsWith('%')
        ? (Number.parseInt(given, 10) * (spec.replicas ?? 1)) / 100
        : Number(given);
    return type === 'Recreate' || Math.floor(number) > 0;
}


  }),

  91787:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $: () => (  presentKinds),
    F: () => (  resourcesOf)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1807);
  var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
  var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



async function resourcesOf(client, apiVersion) {
    if (!/^([a-z0-9.-]+\/)?v[a-z0-9]+$/.test(apiVersion))
        return new Map();
    const list = await client.find((0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .So)(apiVersion));
    const whole = (list?.resources ?? []).filter(({ name }) => !name.includes('/'));
    return new Map(whole.map(({ name, kind, namespaced }) => [kind, { plural: name, namespaced }]));
}
async function presentKinds(client, namespace) {
    try {
        const { items } = await client.list((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .jC)(namespace, 'Rollout'));
        return items.length > 0 ? withRollouts : _kinds_js__WEBPACK_IMPORTED_MODULE_1__  .TO;
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__  .hD))
            throw error;
        if (error.status === 404)
            return _kinds_js__WEBPACK_IMPORTED_MODULE_1__  .TO;
        if (error.status === 403)
            return (await servesRollouts(client)) ? withRollouts : _kinds_js__WEBPACK_IMPORTED_MODULE_1__  .TO;
        throw error;
    }
}
const withRollouts = [..._kinds_js__WEBPACK_IMPORTED_MODULE_1__  .TO, 'Rollout'];
async function servesRollouts(client) {
    try {
        return (await resourcesOf(client, _kinds_js__WEBPACK_IMPORTED_MODULE_1__  .EZ.Rollout.api.slice('/apis/'.length))).has('Rollout');
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__  .hD && error.status === 403)
            return false;
        throw error;
    }
}


  }),

  88579:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    R: () => (  parseArgsStringToArgv)
  });

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
    let hasToken = false;  
    let i = 0;
    while (i < value.length) {
        const char = value[i];
        if (inQuote) {
            if (char === inQuote) {
                inQuote = null;
            }
            else {
                current += char;
            }
        }
        else {
            if (char === '"' || char === "'") {
                inQuote = char;
                hasToken = true;
            }
            else if (/\s/.test(char)) {
                if (hasToken) {
                    myArray.push(current);
                    current = "";
                    hasToken = false;
                }
            }
            else {
                current += char;
                hasToken = true;
            }
        }
        i++;
    }
    if (hasToken) {
        myArray.push(current);
    }
    return myArray;
}


  })

};
;
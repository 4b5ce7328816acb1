export const id = 6229;
export const ids = [6229];
export const modules = {

  45023:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    z: () => (  configRefs)
  });
function configRefs(template) {
    const { containers, initContainers = [], volumes = [] } = template.spec;
    const refs = [...containers, ...initContainers].flatMap(refsOfContainer);
    for (const { configMap, secret, projected } of volumes) {
        if (configMap)
            refs.push(`ConfigMap/${configMap.name}`);
        if (secret)
            refs.push(`Secret/${secret.secretName}`);
        for (const source of projected?.sources ?? []) {
            if (source.configMap)
                refs.push(`ConfigMap/${source.configMap.name}`);
            if (source.secret)
                refs.push(`Secret/${source.secret.name}`);
        }
    }
    return [...new Set(refs)].sort();
}
function refsOfContainer({ env = [], envFrom = [] }) {
    const refs = [];
    for (const { valueFrom } of env) {
        if (valueFrom?.configMapKeyRef)
            refs.push(`ConfigMap/${valueFrom.configMapKeyRef.name}`);
        if (valueFrom?.secretKeyRef)
            refs.push(`Secret/${valueFrom.secretKeyRef.name}`);
    }
    for (const { configMapRef, secretRef } of envFrom) {
        if (configMapRef)
            refs.push(`ConfigMap/${configMapRef.name}`);
        if (secretRef)
            refs.push(`Secret/${secretRef.name}`);
    }
    return refs;
}


  }),

  19443:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B: () => (  findRestores),
    E3: () => (  keptFromReplacing),
    HV: () => (  keepCopies),
    Hj: () => (  dropCopies),
    Vt: () => (  namedCopies),
    h8: () => (  isCopyOf),
    tT: () => (  isMadeAnew),
    tj: () => (  restoreConfig)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68606);
  var _base_time_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2609);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95282);
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1807);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3090);
  var _hand_over_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(97320);
  var _marks_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(94054);









const COPY = `${_marks_js__WEBPACK_IMPORTED_MODULE_8__  .H3}copy`;
const COPY_OF = `${_marks_js__WEBPACK_IMPORTED_MODULE_8__  .H3}copy-of`;
const namedCopies = (owner, copies) => Object.entries(copies).map(([ref, name]) => ({ ref: ref, name, owner }));
async function keepCopies(client, owner, refs) {
    const copies = await Promise.all(refs.map(async (ref) => {
        const live = await readConfig(client, owner.metadata.namespace, ref);
        if (!live || live.type === 'kubernetes.io/service-account-token')
            return undefined;
        return [ref, await keepCopy(client, owner, live)];
    }));
    return Object.fromEntries(copies.filter((copy) => copy !== undefined));
}
async function findRestores(client, namespace, copies) {
    const reads = await Promise.all(copies.map(async (named) => {
        const [copy, live] = await Promise.all([
            readConfig(client, namespace, `${kindOf(named.ref)}/${named.name}`),
            readConfig(client, namespace, named.ref),
        ]);
        return { ref: named.ref, copy, live, isOurs: copy !== undefined && isOurCopy(copy, named) };
    }));
    const restores = reads.filter(({ copy, live, isOurs }) => copy && isOurs && !(live && sameContent(copy, live)));
    return {
        restores,
        missing: reads.filter(({ copy }) => !copy).map(({ ref }) => ref),
        foreign: reads.filter(({ copy, isOurs }) => copy && !isOurs).map(({ ref }) => ref),
    };
}
function isOurCopy(copy, { ref, owner }) {
    const { labels = {}, annotations = {}, ownerReferences = [], name } = copy.metadata;
    const of = nameOf(ref);
    return (labels[COPY] === 'true' &&
        annotations[COPY_OF] === of &&
        copy.immutable === true &&
        ownerReferences.length === 1 &&
        ownerReferences[0]?.uid === owner &&
        name === copyName(owner, of, copy));
}
const takes = (live, { type }) => !live.immutable && live.type === type;
function keptFromReplacing({ live, copy }) {
    if (!live)
        return undefined;
    const { deletionTimestamp, finalizers = [] } = live.metadata;
    if (deletionTimestamp !== undefined)
        return 'it is being deleted';
    if (takes(live, copy) || finalizers.length === 0)
        return undefined;
    const reason = live.immutable ? 'it is immutable' : 'it is of another type';
    return `${reason}, and its finalizers (${finalizers.join(', ')}) would keep it from being made anew`;
}
const isMadeAnew = ({ live, copy }) => live?.immutable === true && !takes(live, copy);
const MOST_ATTEMPTS = 20;
async function restoreConfig(client, restore, attempt = 1) {
    const { ref, copy } = restore;
    const { namespace } = copy.metadata;
    const live = await readConfig(client, namespace, ref);
    const { kind, type, data, binaryData } = copy;
    const content = {
        apiVersion: 'v1',
        kind,
        ...(type && { type }),
        ...(data && { data }),
        ...(binaryData && { binaryData }),
    };
    try {
        if (live && takes(live, copy)) {
            const path = configPath(namespace, ref);
            const body = { ...content, metadata: live.metadata };
            await (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_7__  .sh)(client, path, live, await client.request('PUT', path, { body }));
        }
        else {
            const made = await replaceConfig(client, ref, copy, live, content);
            if (live)
                await (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_7__  .sh)(client, configPath(namespace, ref), live, made);
        }
        return live;
    }
    catch (error) {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_5__  .hD && error.status === 409) || attempt === MOST_ATTEMPTS)
            throw error;
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_2__  .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_4__  .r.COPY_POLL_MS, client.signal);
        return restoreConfig(client, restore, attempt + 1);
    }
}
async function replaceConfig(client, ref, { kind, metadata: { namespace } }, live, content) {
    const unhurried = client.withSignal((0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_3__  .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_4__  .r.COPY_REPLACE_MS, `${kind}/${nameOf(ref)} was not made anew`));
    try {
        if (live)
            await remove(unhurried, configPath(namespace, ref), { preconditions: { uid: live.metadata.uid } });
        const { labels, annotations, ownerReferences } = live?.metadata ?? {};
        const metadata = { name: nameOf(ref), labels, annotations, ownerReferences };
        const body = { ...content, ...(live?.immutable && { immutable: true }), metadata };
        return await unhurried.request('POST', collectionPath(namespace, kind), { body });
    }
    finally {
        unhurried.close();
    }
}
async function dropCopies(client, namespace, copies) {
    const foreign = await Promise.all(copies.map(async (named) => {
        const path = `${kindOf(named.ref)}/${named.name}`;
        const copy = await readConfig(client, namespace, path);
        if (!copy)
            return undefined;
        if (!isOurCopy(copy, named))
            return named.ref;
        const { uid, resourceVersion } = copy.metadata;
        await remove(client, configPath(namespace, path), { preconditions: { uid, resourceVersion } });
        return undefined;
    }));
    return foreign.filter((ref) => ref !== undefined);
}
async function remove(client, path, body) {
    try {
        await client.request('DELETE', path, { body });
    }
    catch (error) {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_5__  .hD && error.status === 404))
            throw error;
    }
}
async function keepCopy(client, owner, live) {
    const { namespace } = owner.metadata;
    const { kind, type, data, binaryData } = live;
    const name = copyName(owner.metadata.uid, live.metadata.name, live);
    const { apiVersion, kind: ownerKind, name: ownerName, uid } = { ...owner, ...owner.metadata };
    const body = {
        apiVersion: 'v1',
        kind,
        metadata: {
            name,
            labels: { [COPY]: 'true' },
            annotations: { [COPY_OF]: live.metadata.name },
            ownerReferences: [{ apiVersion, kind: ownerKind, name: ownerName, uid }],
        },
        immutable: true,
        ...(type && { type }),
        ...(data && { data }),
        ...(binaryData && { binaryData }),
    };
    try {
        await client.request('POST', collectionPath(namespace, kind), { body });
    }
    catch (error) {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_5__  .hD && error.reason === 'AlreadyExists'))
            throw error;
    }
    return name;
}
async function readConfig(client, namespace, ref) {
    const found = await client.find(configPath(namespace, ref));
    return found && { ...found, kind: kindOf(ref) };
}
const kindOf = (ref) => ref.slice(0, ref.indexOf('/'));
const nameOf = (ref) => ref.slice(ref.indexOf('/') + 1);
const pluralOf = (kind) => (kind === 'Secret' ? 'secrets' : 'configmaps');
const collectionPath = (namespace, kind) => (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, namespace, pluralOf(kind));
const configPath = (namespace, ref) => (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, namespace, pluralOf(kindOf(ref)), nameOf(ref));
function copyName(owner, of, { kind, type, data, binaryData }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([owner, kind, type, data, binaryData]))
        .digest('hex');
    return `${of.slice(0, 230).replace(/(?<![.-])[.-]+$/, '')}-${hash.slice(0, 16)}`;
}
const isCopyOf = (name, owner, live) => name === copyName(owner, live.metadata.name, live);
const sameContent = (a, b) => a.type === b.type &&
    (0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(a.data ?? {}, b.data ?? {}) &&
    (0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(a.binaryData ?? {}, b.binaryData ?? {});


  }),

  97320:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  o6: () => (  OURS),
  sh: () => (  handConfigOver),
  Nf: () => (  handFieldsOver),
  hS: () => (  ownerOfData),
  Nh: () => (  ownerOfTemplate)
});


var errors = __webpack_require__(45145);
var joined = __webpack_require__(31803);
var kubernetes_client = __webpack_require__(59027);
var kubernetes_errors = __webpack_require__(1807);
var kinds = __webpack_require__(60921);
var external_node_util_ = __webpack_require__(57975);
var fields = __webpack_require__(60091);
var merge_keys = __webpack_require__(20249);
; 



function declared(older, newer, applied, field) {
    if (Array.isArray(older))
        return older.flatMap((item, at) => declaredItem(item, sameItem(item, at, newer, field), sameItem(item, at, applied, field)));
    if (!(0,fields .C)(older))
        return older;
    const [now, own] = [newer, applied].map(fields .P);
    const kept = Object.entries(older).filter(([key, value]) => own?.[key] !== undefined || !(0,external_node_util_.isDeepStrictEqual)(value, now?.[key]));
    return Object.fromEntries(kept.map(([key, value]) => [
        key,
        own?.[key] === undefined ? value : declared(value, now?.[key], own[key], key),
    ]));
}
function declaredItem(item, now, own) {
    if (own !== undefined)
        return [declared(item, now, own, 'item')];
    return (0,external_node_util_.isDeepStrictEqual)(item, now) ? [] : [item];
}
function sameItem(item, at, list, field) {
    if (!Array.isArray(list))
        return undefined;
    const key = merge_keys .C[field];
    if (key === undefined || !(0,fields .C)(item))
        return list[at];
    return list.find((other) => (0,fields .C)(other) && other[key] === item[key]);
}

var marks = __webpack_require__(94054);
; 







const OURS = 'rollback-actions';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const ATTEMPTS = 3;
const ownerOfTemplate = (workload) => ownerOf((0,joined .Kd)(workload), ownsImages);
const ownerOfData = (config) => ownerOf(config, ownsData);
function ownerOf({ metadata }, owns) {
    const owners = (metadata.managedFields ?? []).filter((entry) => entry.manager !== OURS && entry.subresource === undefined && owns(entry.fieldsV1));
    return owners.find(({ operation }) => operation === 'Apply') ?? owners.at(-1);
}
function ownsImages(fields) {
    const containers = at(fields, 'f:spec', 'f:template', 'f:spec', 'f:containers');
    return Object.values(containers ?? {}).some((item) => at(item, 'f:image') !== undefined);
}
const ownsData = (fields) => (at(fields, 'f:data') ?? at(fields, 'f:binaryData')) !== undefined;
const at = (value, ...path) => path.reduce((found, key) => found?.[key], value);
function handedOver(entries, to) {
    const ours = entries.find(isOurs);
    if (!ours)
        return undefined;
    const { given, kept } = divided(ours.fieldsV1);
    if (Object.keys(given).length === 0)
        return undefined;
    const isTheirs = (entry) => entry.manager === to.manager && entry.operation === to.operation && entry.subresource === undefined;
    const others = entries
        .map((entry) => (isTheirs(entry) ? { ...entry, fieldsV1: merged(entry.fieldsV1 ?? {}, given) } : entry))
        .map((entry) => (entry === ours ? { ...entry, fieldsV1: kept } : entry))
        .filter(({ fieldsV1 }) => Object.keys(fieldsV1 ?? {}).length > 0);
    return entries.some(isTheirs)
        ? others
        : [
            ...others,
            { ...ours, manager: to.manager, operation: to.operation, fieldsV1: given },
        ];
}
const isOurs = ({ manager, subresource }) => manager === OURS && subresource === undefined;
const hasToGive = (entries) => entries.some((entry) => isOurs(entry) && Object.keys(divided(entry.fieldsV1).given).length > 0);
function divided(fields = {}) {
    const { 'f:metadata': metadata, ...rest } = fields;
    const { 'f:annotations': annotations, ...others } = (metadata ?? {});
    const all = Object.entries((annotations ?? {}));
    const isNote = ([key]) => key === '.' || key.startsWith(`f:${marks .H3}`);
    const notes = all.filter(isNote);
    const releases = all.filter((entry) => !isNote(entry));
    const given = {
        ...others,
        ...(releases.length > 0 && { 'f:annotations': Object.fromEntries(releases) }),
    };
    return {
        given: { ...rest, ...(Object.keys(given).length > 0 && { 'f:metadata': given }) },
        kept: notes.length > 0 ? { 'f:metadata': { 'f:annotations': Object.fromEntries(notes) } } : {},
    };
}
function merged(a, b) {
    const all = new Map(Object.entries(a));
    for (const [key, value] of Object.entries(b)) {
        const known = all.get(key);
        const both = typeof known === 'object' && known !== null && typeof value === 'object' && value !== null;
        all.set(key, both ? merged(known, value) : value);
    }
    return Object.fromEntries(all);
}
function appliedTemplate(annotation, there, left) {
    if (annotation === undefined)
        return undefined;
    try {
        const applied = JSON.parse(annotation);
        if (typeof applied?.spec?.template !== 'object')
            return undefined;
        const template = declared(there, left, applied.spec.template, 'template');
        return `${JSON.stringify({ ...applied, spec: { ...applied.spec, template } })}\n`;
    }
    catch {
        return undefined;
    }
}
function appliedData(annotation, { data, binaryData }) {
    if (annotation === undefined)
        return undefined;
    try {
        const applied = JSON.parse(annotation);
        if (applied?.data === undefined || applied.stringData !== undefined)
            return undefined;
        return `${JSON.stringify({ ...applied, data, binaryData })}\n`;
    }
    catch {
        return undefined;
    }
}
function handOver(client, before, after) {
    const path = (0,kinds .jC)(after.metadata.namespace, after.kind, after.metadata.name);
    const right = ({ metadata, spec }) => righted(metadata, ownerOfTemplate(before), appliedTemplate(metadata.annotations?.[LAST_APPLIED], spec.template, before.spec.template));
    const write = ({ metadata }, { managedFields, applied }) => {
        const annotation = `/metadata/annotations/${LAST_APPLIED.replace('/', '~1')}`;
        return client.patch(path, kubernetes_client .D.json, [
            { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
            ...(applied ? [{ op: 'replace', path: annotation, value: applied }] : []),
            ...(managedFields ? [{ op: 'replace', path: '/metadata/managedFields', value: managedFields }] : []),
        ]);
    };
    return give(after, right, write, () => client.get(path));
}
function handConfigOver(client, path, before, after) {
    const owner = ownerOfData(before);
    const right = (config) => righted(config.metadata, owner, appliedData(config.metadata.annotations?.[LAST_APPLIED], config));
    const write = ({ metadata, ...content }, { managedFields, applied }) => {
        const annotations = { ...metadata.annotations, ...(applied && { [LAST_APPLIED]: applied }) };
        const body = {
            ...content,
            metadata: { ...metadata, annotations, ...(managedFields && { managedFields }) },
        };
        return client.request('PUT', path, { body });
    };
    return give(after, right, write, () => client.get(path));
}
function righted({ managedFields = [], annotations }, owner, applied) {
    if (managedFields.length > 0 && !hasToGive(managedFields))
        return undefined;
    const given = owner && handedOver(managedFields, owner);
    const changed = applied === annotations?.[LAST_APPLIED] ? undefined : applied;
    return given || changed ? { managedFields: given, applied: changed } : undefined;
}
async function give(after, right, write, read) {
    let fresh = after;
    for (let attempt = 1;; attempt++) {
        const wrong = right(fresh);
        if (!wrong)
            return fresh;
        try {
            return await write(fresh, wrong);
        }
        catch (error) {
            const isBeaten = error instanceof kubernetes_errors .hD && (error.status === 409 || error.status === 422);
            if (!isBeaten || attempt === ATTEMPTS)
                throw error;
            fresh = await read();
        }
    }
}
async function handFieldsOver({ client, namespace, log }, before, changed) {
    try {
        namespace.put(await handOver(client, (0,joined .Kd)(before), (0,joined .Kd)(changed)));
    }
    catch (error) {
        log.warn(`${(0,kinds .Pf)((0,kinds .H8)(before))}: the fields that were written stay with rollback-actions, so that a server-side apply or helm upgrade will report conflicts (--force-conflicts overrides them): ${(0,errors .bD)(error)}`);
    }
}


  }),

  11805:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CT: () => (  createdAt),
    _M: () => (  isSameRelease),
    aH: () => (  leftByGoingBack),
    q2: () => (  goodMarkOf)
  });
  var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
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
    const left = history.filter((revision) => history.some((other) => isOlder(other, revision) && other.number > revision.number) ||
        (!(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .X3)(revision.object) && imagesCameBack(revision, history)));
    return new Set(left);
}
function imagesCameBack(revision, history) {
    const own = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .IC)(revision.template);
    const others = history.filter((other) => other.number > 0 && !sameImages(other, own));
    const before = others.filter((other) => other.number < revision.number);
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

  20249:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  MERGE_KEYS)
  });
const MERGE_KEYS = {
    ...{ containers: 'name', initContainers: 'name', env: 'name', volumes: 'name', imagePullSecrets: 'name' },
    ...{ volumeMounts: 'mountPath', volumeDevices: 'devicePath', ports: 'containerPort' },
    ...{ hostAliases: 'ip', topologySpreadConstraints: 'topologyKey', resourceClaims: 'name' },
};


  })

};

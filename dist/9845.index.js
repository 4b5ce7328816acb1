"use strict";
exports.id = 9845;
exports.ids = [9845];
exports.modules = {

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

  72801:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    R1: () => (  differing),
    _M: () => (  repositoryOf),
    dp: () => (  pinned),
    o2: () => (  withDigests),
    ol: () => (  digestOf),
    vq: () => (  withIndexes)
  });
  var _history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33030);

const digestOf = (image = '') => /@(sha256:[0-9a-f]{32,})$/.exec(image)?.[1];
function differing(template, mark, pods, isOwn = () => false) {
    if (!mark)
        return [];
    return template.spec.containers.flatMap((container) => {
        const good = digestOf(mark.images[container.name]);
        if (!good || container.image.includes('@'))
            return [];
        const statuses = pods
            .filter((pod) => isOwn(pod) || (0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)({ spec: pod.spec })[container.name] === container.image)
            .flatMap(({ status }) => status?.containerStatuses ?? [])
            .filter(({ name }) => name === container.name);
        const running = [...new Set(statuses.flatMap(({ imageID }) => digestOf(imageID) ?? []))];
        return running.some((digest) => digest !== good) ? [{ container, good, running }] : [];
    });
}
function pinned(template, mark, present, moved) {
    if (!mark)
        return template;
    const containers = template.spec.containers.map((container) => {
        const good = digestOf(mark.images[container.name]);
        if (!good || container.image.includes('@'))
            return container;
        const image = `${repositoryOf(container.image)}@${good}`;
        const isPinned = (0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)(present)[container.name] === image;
        const isMoved = moved.some((each) => each.container.name === container.name);
        return isPinned || isMoved ? { ...container, image } : container;
    });
    const isSame = containers.every((container, at) => container === template.spec.containers[at]);
    return isSame ? template : { ...template, spec: { ...template.spec, containers } };
}
function withIndexes(mark, indexes) {
    if (!mark || indexes.size === 0)
        return mark;
    const images = Object.entries(mark.images).map(([name, image]) => {
        const index = indexes.get(name);
        return [name, index && image.includes('@') ? `${image.split('@')[0]}@${index}` : image];
    });
    return { ...mark, images: Object.fromEntries(images) };
}
function withDigests(template, mark, names) {
    const containers = template.spec.containers.map((container) => {
        const good = digestOf(mark?.images[container.name]);
        const image = `${repositoryOf(container.image)}@${good}`;
        return good && names.includes(container.name) ? { ...container, image } : container;
    });
    return { ...template, spec: { ...template.spec, containers } };
}
const repositoryOf = (image) => image.replace(/:[\w.-]+$/, '');


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
        return client.patch(path, kubernetes_client.PATCH.json, [
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

  26205:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  qT: () => (  ImageCheck),
  B6: () => (  checkImages),
  Zm: () => (  never)
});

var p_limit = __webpack_require__(70370);
var network = __webpack_require__(69355);
var picomatch = __webpack_require__(14006);
var dist = __webpack_require__(77934);
var client = __webpack_require__(25019);
; 



const entrySchema = dist .Ikc({
    username: dist .lqM(dist .YjP()),
    password: dist .lqM(dist .YjP()),
    auth: dist .lqM(dist .YjP()),
});
const entriesSchema = dist .g1P(dist .YjP(), entrySchema);
function credentialsOf({ type, data = {}, metadata }) {
    const [key, at] = type === 'kubernetes.io/dockercfg'
        ? ['.dockercfg', (json) => json]
        : ['.dockerconfigjson', (json) => json?.auths];
    const text = Object.hasOwn(data, key) ? Buffer.from(data[key] ?? '', 'base64').toString() : '';
    const entries = dist .xLC(entriesSchema, at((0,client .o_)(text)));
    if (!entries.success)
        return undefined;
    return Object.entries(entries.output).flatMap(([server, { username = '', password = '', auth }]) => {
        const [user = '', secret] = auth ? userAndPassword(auth) : [username, password];
        return user && secret ? [{ for: placeOf(server), user, password: secret, from: metadata.name }] : [];
    });
}
function userAndPassword(auth) {
    const pair = Buffer.from(auth, 'base64').toString();
    const at = pair.indexOf(':');
    return at < 0 ? [pair] : [pair.slice(0, at), pair.slice(at + 1).replace(/(?<!\0)\0+$/, '')];
}
const placeOf = (server) => server
    .replace(/^https?:\/\//, '')
    .replace(/\/v[12](?=\/)/, '')
    .replace(/\/$/, '');
function fitting(credentials, { key }) {
    const sorted = [...credentials].sort((a, b) => (a.for < b.for ? 1 : -1));
    const found = sorted.filter((each) => isFor(each.for, key));
    if (found.length > 0 || !key.startsWith('docker.io/'))
        return found;
    return sorted.filter((each) => each.for === 'index.docker.io');
}
function isFor(place, key) {
    const [host = '', path] = split(place);
    const [wanted = '', repository] = split(key);
    const [pattern, name] = [host.split('.'), wanted.split('.')];
    const isSameHost = portOf(host) === portOf(wanted) &&
        pattern.length === name.length &&
        pattern.every((part, at) => matches(part.replace(/:\d+$/, ''), name[at]?.replace(/:\d+$/, '') ?? ''));
    return isSameHost && `/${repository}`.startsWith(path === '' ? '/' : `/${path}`);
}
const portOf = (host) => /:\d+$/.exec(host)?.[0];
function split(place) {
    const at = place.indexOf('/');
    return at < 0 ? [place, ''] : [place.slice(0, at), place.slice(at + 1)];
}
const matches = (pattern, part) => pattern === part ||
    (/[*?]/.test(pattern) && picomatch.isMatch(part, pattern, { dot: true, nobrace: true, noextglob: true }));

var errors = __webpack_require__(45145);
var retry = __webpack_require__(31666);
var settled = __webpack_require__(71501);
var waits = __webpack_require__(95282);
; 
const LONGEST = 8192;
function parseChallenge(header) {
    const text = (header ?? '').slice(0, LONGEST);
    const bearer = /(?:^|,)\s*bearer\s+(.+)$/i.exec(text)?.[1];
    if (bearer === undefined)
        return /(?:^|,)\s*basic\b/i.test(text) ? { scheme: 'basic' } : undefined;
    const parameters = new Map([...bearer.matchAll(/(?<![a-z])([a-z]+)\s{0,9}=\s*(?:"([^"]*)"|([^\s,"]+))/gi)].map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? '']));
    const realm = parameters.get('realm');
    return realm ? { scheme: 'bearer', realm, service: parameters.get('service') } : undefined;
}

var sigv4 = __webpack_require__(34193);
; 




const REGISTRY = /^\d{12}\.dkr[.-]ecr(-fips)?\.([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?|on\.aws)$/;
function ecrOf(host) {
    const [, fips = '', region, suffix] = REGISTRY.exec(host) ?? [];
    if (region === undefined || suffix === undefined)
        return undefined;
    const name = suffix === 'on.aws' ? `ecr${fips}.${region}.api.aws` : `api.ecr${fips}.${region}.${suffix}`;
    return { region, api: new URL(`https://${name}/`) };
}
const answerSchema = dist .Ikc({
    authorizationData: dist .FsL(dist .YOg(dist .Ikc({ authorizationToken: dist .YjP() })), dist .BpQ(1)),
});
const errorSchema = dist .Ikc({ __type: dist .YjP() });
async function logIn({ region, api }, send) {
    const sign = (0,sigv4 .K)('Amazon Elastic Container Registry', 'ecr', region);
    const request = {
        ...{ method: 'POST', url: api, body: '{}' },
        headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken',
        },
    };
    const { status, body } = await send({ ...request, headers: await sign(request) });
    const answer = dist .xLC(answerSchema, (0,client .o_)(body));
    const token = answer.success ? answer.output.authorizationData[0]?.authorizationToken : undefined;
    if (status !== 200 || token === undefined) {
        const error = dist .xLC(errorSchema, (0,client .o_)(body));
        const refusal = error.success
            ? error.output.__type.split('#').at(-1)?.slice(0, 80)
            : `it answers ${status}`;
        throw new errors .lZ(`Amazon Elastic Container Registry in ${region} gives this step no log-in (${refusal})`);
    }
    const [user = '', ...password] = Buffer.from(token, 'base64').toString().split(':');
    return { for: api.host, user, password: password.join(':'), from: undefined };
}

var registry_image = __webpack_require__(76384);
var external_node_crypto_ = __webpack_require__(77598);
; 



const MANIFESTS = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
const ABSENT = ['MANIFEST_UNKNOWN', 'NAME_UNKNOWN', 'NOT_FOUND'];
const errorsSchema = dist .Ikc({ errors: dist .YOg(dist .Ikc({ code: dist .YjP() })) });
const listSchema = dist .Ikc({ manifests: dist .YOg(dist .Ikc({ digest: dist .YjP() })) });
const digestIn = ({ headers }) => headers.get('docker-content-digest') ?? undefined;
function digestsIn(answer) {
    const own = digestIn(answer) ?? `sha256:${(0,external_node_crypto_.createHash)('sha256').update(answer.body).digest('hex')}`;
    const list = dist .xLC(listSchema, (0,client .o_)(answer.body));
    return [own, ...(list.success ? list.output.manifests.map(({ digest }) => digest) : [])];
}
function isAbsence({ body }) {
    const parsed = dist .xLC(errorsSchema, (0,client .o_)(body));
    return parsed.success && parsed.output.errors.some(({ code }) => ABSENT.includes(code));
}

; 












const ANYWHERE = new URL('https://registry.invalid');
const MAX_BYTES = 64 * 1024;
const REDIRECTS = 3;
const tokenSchema = dist .KCZ([
    dist .FsL(dist .Ikc({ token: dist .YjP() }), dist .pdi(({ token }) => token)),
    dist .FsL(dist .Ikc({ access_token: dist .YjP() }), dist .pdi((answer) => answer.access_token)),
]);
class Registries {
    #signal;
    #deadline;
    #mask;
    #includesLoopback;
    #challenges = new Map();
    #tokens = new Map();
    #logIns = new Map();
    constructor(signal, mask, includesLoopback) {
        this.#signal = signal;
        this.#mask = mask;
        this.#includesLoopback = includesLoopback;
    }
    get #late() {
        this.#deadline ??= AbortSignal.any([this.#signal, AbortSignal.timeout(waits .r.REGISTRY_MS)]);
        return this.#deadline;
    }
    async lookUp(name, credentials, expected) {
        const isExpected = (head) => expected === undefined || digestIn(head) === expected;
        const found = await this.#find(name, credentials, isExpected);
        if (found.is !== 'there')
            return found;
        const { answer } = found;
        const isOther = expected !== undefined &&
            digestIn(answer) !== undefined &&
            !answer.isCut &&
            !digestsIn(answer).includes(expected);
        return { is: 'there', isOther };
    }
    async digests(name, credentials) {
        const found = await this.#find(name, credentials, () => false);
        if (found.is !== 'there')
            return found;
        const { answer } = found;
        return answer.isCut
            ? unknown(`its manifest has more than ${MAX_BYTES / 1024} KiB`)
            : { is: 'there', digests: digestsIn(answer) };
    }
    async #find(name, credentials, isEnough) {
        const image = (0,registry_image .z)(name);
        if (!image)
            return unknown(`${JSON.stringify(name.slice(0, 200))} is not the name of an image`);
        if ((0,network .U9)(image.host) && !this.#includesLoopback)
            return unknown(`${image.host} is another machine for each node than for the runner`);
        if (!(0,network .U9)(image.host) && !(0,client .KN)(ANYWHERE, baseOf(image.host)))
            return unknown(`${image.host} is not a registry that is asked`);
        const fits = fitting(credentials, image);
        for (const { password } of fits)
            this.#mask(password);
        const ecr = ecrOf(image.host);
        const seen = [];
        for (const credential of fits.length > 0 || ecr ? fits : [undefined]) {
            const found = await this.#orUnknown(image, () => this.#manifest(image, credential, isEnough));
            if (found.is === 'there')
                return found;
            seen.push(found);
        }
        if (ecr && !seen.some(({ is }) => is === 'gone')) {
            const own = await this.#orUnknown(image, () => this.#logIn(ecr));
            if (!('is' in own))
                seen.push(await this.#orUnknown(image, () => this.#manifest(image, own, isEnough)));
            else if (seen.length === 0)
                seen.push(own);
        }
        const [first] = seen;
        const found = (is) => seen.find((each) => each.is === is);
        return found('there') ?? found('gone') ?? found('unknown') ?? first;
    }
    async #orUnknown(image, lookUp) {
        try {
            return await lookUp();
        }
        catch (error) {
            this.#signal.throwIfAborted();
            if (this.#late.aborted)
                return unknown(`${image.host} gave no answer in ${waits .r.REGISTRY_MS / 1000} s`);
            if (error instanceof errors .lZ)
                return unknown((0,errors .bD)(error).replace(/[.;]$/, ''));
            throw error;
        }
    }
    async #manifest(image, credential, isEnough) {
        const { host, repository, reference } = image;
        const path = `${repository}/manifests/${reference}`;
        const challenge = await this.#challengeOf(host);
        let authorization = await this.#authorize(image, credential, challenge);
        let head = await this.#request(host, path, 'HEAD', authorization);
        if (head.status === 401 && !challenge) {
            const ownChallenge = parseChallenge(head.headers.get('www-authenticate'));
            authorization = await this.#authorize(image, credential, ownChallenge);
            if (authorization.Authorization)
                head = await this.#request(host, path, 'HEAD', authorization);
        }
        if (head.status === 200 && isEnough(head))
            return { is: 'there', answer: head };
        const answer = await this.#request(host, path, 'GET', authorization);
        if (answer.status === 200)
            return { is: 'there', answer };
        if (answer.status === 404 && isAbsence(answer))
            return this.#absent(image, authorization, credential !== undefined);
        if (answer.status === 401 || answer.status === 403)
            return refusedPresence(image, credential, answer.status);
        return unknown(`${host} answers ${answer.status}, which says nothing of an image`);
    }
    async #absent(image, authorization, isKnown) {
        const { host, repository, reference } = image;
        const sep = reference.includes(':') ? '@' : ':';
        const gone = { is: 'gone', reason: `${host} has no ${repository}${sep}${reference} any more` };
        if (isKnown)
            return gone;
        const tags = await this.#request(host, `${repository}/tags/list?n=1`, 'GET', authorization);
        return tags.status === 200 ? gone : unknown(`${host} shows nothing of ${repository} without credentials`);
    }
    #challengeOf(host) {
        const known = this.#challenges.get(host) ??
            this.#request(host, '', 'GET').then(({ headers }) => parseChallenge(headers.get('www-authenticate')));
        this.#challenges.set(host, known);
        return known;
    }
    async #authorize(image, credential, challenge) {
        if (challenge?.scheme !== 'bearer')
            return challenge && credential ? basic(credential) : {};
        const id = JSON.stringify([image.host, image.repository, credential?.user, credential?.from]);
        const known = this.#tokens.get(id) ?? this.#token(image, credential, challenge);
        this.#tokens.set(id, known);
        const token = await known;
        return token === undefined ? {} : { Authorization: `Bearer ${token}` };
    }
    async #token({ host, repository }, credential, { realm, service }) {
        const url = URL.parse(realm);
        if (!url || !(0,client .KN)(baseOf(host), url))
            throw new errors .lZ(`${host} names an address for its tokens where they are not requested`);
        url.searchParams.set('scope', `repository:${repository}:pull`);
        if (service)
            url.searchParams.set('service', service);
        const answer = await this.#send({
            ...{ url, redirects: REDIRECTS },
            headers: credential ? basic(credential) : {},
        });
        const token = dist .xLC(tokenSchema, (0,client .o_)(answer.body));
        if (answer.status !== 200 || !token.success)
            return undefined;
        this.#mask(token.output);
        return token.output;
    }
    #request(host, path, method, headers = {}) {
        const url = new URL(path, baseOf(host));
        return this.#send({ url, method, headers: { Accept: MANIFESTS, ...headers }, redirects: REDIRECTS });
    }
    async #logIn(ecr) {
        const known = this.#logIns.get(ecr.region) ?? logIn(ecr, (request) => this.#send(request));
        this.#logIns.set(ecr.region, known);
        const credential = await (0,settled .Wh)(known, this.#late);
        this.#mask(credential.password);
        return credential;
    }
    #send(unbounded) {
        const request = { ...unbounded, mostBytes: MAX_BYTES };
        const { url } = request;
        const once = async () => {
            const signal = AbortSignal.any([this.#late, AbortSignal.timeout(waits .r.REGISTRY_ATTEMPT_MS)]);
            const answer = await (0,client .tN)(request, signal).catch((error) => {
                if (error instanceof errors .lZ || this.#late.aborted)
                    throw error;
                throw new retry .aB(`${url.host} gave no answer in ${waits .r.REGISTRY_ATTEMPT_MS / 1000} s`);
            });
            if (!(0,client .Wj)(answer.status))
                return answer;
            const refusal = answer.status === 429 ? 'answers 429, too many requests' : `answers ${answer.status}`;
            throw new retry .aB(`${url.host} ${refusal}`, {
                retryAfterMs: (0,retry .Vs)(answer.headers.get('retry-after')),
                isLimit: answer.status === 429,
            });
        };
        return (0,retry .L5)(once, { signal: this.#late, attempts: 3, withinMs: waits .r.REGISTRY_MS });
    }
}
const unknown = (reason) => ({ is: 'unknown', reason });
function refusedPresence({ host, repository }, credential, status) {
    if (!credential)
        return unknown(`${host} answers ${status}: it wants credentials, and no pull secret that can be read has any for it`);
    return credential.from === undefined
        ? unknown(`the AWS credentials of this step may not read ${repository} of ${host} (${status})`)
        : { is: 'denied', reason: `${host} refuses the credentials of Secret ${credential.from} (${status})` };
}
const basic = ({ user, password }) => ({
    Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
const baseOf = (host) => new URL(`${(0,network .U9)(host) ? 'http' : 'https'}://${host}/v2/`);

var digests = __webpack_require__(72801);
var service_history = __webpack_require__(33030);
var lineage = __webpack_require__(11805);
var marks = __webpack_require__(94054);
var references = __webpack_require__(38852);
; 









const AT_ONCE = 16;
const MOST_OTHERS = 5;
class ImageCheck {
    #registries;
    #lookup;
    #limit = (0,p_limit .A)(AT_ONCE);
    #known = new Map();
    #digests = new Map();
    constructor(client, namespace, mask) {
        const server = URL.parse(client.server)?.hostname ?? '';
        this.#registries = new Registries(client.signal, mask, (0,network .U9)(server));
        this.#lookup = new references .Cm(client, namespace, []);
    }
    async prefetch(steps) {
        await Promise.all(steps
            .filter(({ action }) => action === 'roll-back')
            .map(({ template, good }) => this.of(template, good?.images)));
    }
    async of(template, good = {}) {
        const { containers, initContainers = [], volumes = [] } = template.spec;
        const all = [
            ...containers.map(({ name, image, imagePullPolicy }) => ({
                container: name,
                image,
                policy: imagePullPolicy,
            })),
            ...initContainers.map(({ image, imagePullPolicy }) => ({
                container: undefined,
                image,
                policy: imagePullPolicy,
            })),
            ...volumes.flatMap(({ image }) => image?.reference ? [{ container: undefined, image: image.reference, policy: image.pullPolicy }] : []),
        ];
        const { credentials, unread } = await this.#credentialsFor(template);
        return Promise.all(all.map(async ({ container, image, policy }) => {
            if (policy === 'Never')
                return { container, image, presence: never };
            const expected = container && !image.includes('@') ? (0,digests .ol)(good[container]) : undefined;
            const presence = await this.#lookUp(image, credentials, expected);
            return { container, image, presence: withMissingRight(presence, unread) };
        }));
    }
    async digests(template, image) {
        const { credentials, unread } = await this.#credentialsFor(template);
        const id = JSON.stringify([image, credentials.map(({ from }) => from)]);
        const known = this.#digests.get(id) ?? this.#limit(() => this.#registries.digests(image, credentials));
        this.#digests.set(id, known);
        return withMissingRight(await known, unread);
    }
    #lookUp(image, credentials, expected) {
        const id = JSON.stringify([image, expected, credentials.map(({ from }) => from)]);
        const known = this.#known.get(id) ?? this.#limit(() => this.#registries.lookUp(image, credentials, expected));
        this.#known.set(id, known);
        return known;
    }
    async #credentialsFor({ spec }) {
        const own = spec.imagePullSecrets ?? [];
        const name = spec.serviceAccountName ?? 'default';
        const account = own.length > 0 ? undefined : await this.#lookup.read('ServiceAccount', name);
        if (account === 'unknown')
            return { credentials: [], unread: [`ServiceAccount ${name}`] };
        const secrets = own.length > 0 ? own : (account?.imagePullSecrets ?? []);
        const read = await Promise.all(secrets.map(async ({ name }) => ({ name, secret: await this.#lookup.read('Secret', name) })));
        return {
            credentials: read.flatMap(({ secret }) => secret && secret !== 'unknown' ? (credentialsOf(secret) ?? []) : []),
            unread: read.filter(({ secret }) => secret === 'unknown').map(({ name }) => `Secret ${name}`),
        };
    }
}
function withMissingRight(answer, unread) {
    if (answer.is === 'there' || unread.length === 0)
        return answer;
    return {
        is: 'unknown',
        reason: `${answer.reason}; the right to get ${unread.join(', ')} is missing`,
    };
}
const never = { is: 'unknown', reason: 'its policy is never to pull it' };
async function checkImages(groups, images, namespace, { accepts, log, other }) {
    const unknown = new Map();
    let there = 0;
    const check = async (step) => {
        if (step.action !== 'roll-back')
            return step;
        const { step: asMarked, seen } = await pinMoved(step, images);
        for (const { image, presence } of seen) {
            if (presence.is === 'there')
                there += 1;
            if (presence.is === 'unknown')
                unknown.set(presence.reason, (unknown.get(presence.reason) ?? new Set()).add(image));
        }
        const present = new Set(allImages(step.workload.spec.template));
        const gone = seen.filter(({ presence }) => presence.is === 'gone');
        const fatal = gone.filter(({ image }) => !present.has(image));
        const doubtful = seen.filter((item) => item.presence.is === 'denied' || (gone.includes(item) && !fatal.includes(item)));
        const warned = { ...asMarked, warnings: [...asMarked.warnings, ...objectionsTo(doubtful)] };
        if (fatal.length === 0)
            return warned;
        const [objection] = objectionsTo(fatal);
        if (accepts('images'))
            return { ...warned, warnings: [...warned.warnings, objection] };
        const instead = await stillThere(step, namespace.history(step.workload), other());
        return {
            ...step,
            action: 'refuse',
            reason: `${objection}, and a node that does not have it could not start it; ${instead} (\`accept: images\` goes there all the same)`,
        };
    };
    const checked = await Promise.all(groups.map((group) => Promise.all(group.map(check))));
    if (there > 0)
        log.info(`Images: ${there} of the revisions that are gone back to can be pulled.`);
    for (const [reason, names] of unknown)
        log.info(`Not checked whether it can be pulled: ${[...names].join(', ')}: ${reason}.`);
    return checked;
}
const objectionsTo = (seen) => {
    const reasons = seen.map(({ image, presence }) => `its image ${image} cannot be pulled: ${reasonOf(presence)}`);
    return reasons.length > 0 ? [[...new Set(reasons)].join('; ')] : [];
};
const reasonOf = (presence) => ('reason' in presence ? presence.reason : '');
async function pinMoved(step, images) {
    const seen = await images.of(step.template, step.good?.images);
    const moved = seen.flatMap(({ container, presence }) => container && presence.is === 'there' && presence.isOther ? [container] : []);
    if (moved.length === 0)
        return { step, seen };
    const template = (0,digests .o2)(step.template, step.good, moved);
    const reason = `${step.reason}; a tag of it means another image now, so it is pinned to what was marked good`;
    const to = { ...step.to, images: (0,service_history .IC)(template) };
    return { step: { ...step, template, to, reason }, seen: await images.of(template) };
}
async function stillThere({ target, workload, template }, history, images) {
    const before = target?.number ?? Number.POSITIVE_INFINITY;
    const now = [allImages(workload.spec.template), allImages(template)].map((each) => each.join());
    const older = history.filter((each) => each.number > 0 &&
        each.number < before &&
        !(0,marks .vr)(each.object) &&
        !now.includes(allImages(each.template).join()));
    const marked = older.filter((each) => (0,lineage .q2)(each, history));
    const sorted = [...marked, ...older.filter((each) => !marked.includes(each))].slice(0, MOST_OTHERS);
    for (const revision of sorted) {
        const seen = await images.of(revision.template);
        if (!seen.every(({ presence }) => presence.is === 'there'))
            continue;
        const mark = (0,lineage .q2)(revision, history);
        const known = mark
            ? `which was marked good at ${mark.at.replace(/\.\d+Z$/, 'Z')}`
            : 'which was not marked good';
        return `revision ${revision.number} (${allImages(revision.template).join(', ')}), ${known}, can still be pulled: say \`to: revision=${revision.number}\``;
    }
    return 'no older revision that can be pulled is known: push the image again, or name one with `to: image=<container>=<image>`';
}
const allImages = ({ spec }) => [...(spec.initContainers ?? []), ...spec.containers].map(({ image }) => image);


  }),

  64745:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ot: () => (  lingeringKeys),
    UQ: () => (  lingeringWarning)
  });
  var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
  var _base_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60091);
  var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31803);
  var _hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97320);
  var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33030);
  var _merge_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20249);






const WORDS = {
    ...{ containers: 'container', initContainers: 'init container', env: 'variable', volumes: 'volume' },
    ...{ volumeMounts: 'mount', volumeDevices: 'device', ports: 'port', imagePullSecrets: 'pull secret' },
    ...{ annotations: 'annotation', labels: 'label', nodeSelector: 'node selector' },
};
const lingeringWarning = (workload, template) => warningOf((0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__  .Kd)(workload), (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_1__  .Nh)(workload), lingering(workload.spec.template, template));
function lingeringKeys(before, older) {
    const keys = (config) => Object.keys({ ...config.data, ...config.binaryData });
    const known = keys(before);
    const stays = keys(older).filter((key) => !known.includes(key));
    return warningOf(before, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_1__  .hS)(before), stays.map((key) => `key ${key}`));
}
function warningOf({ metadata }, deployer, stays) {
    const isApplied = metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;
    return deployer?.operation === 'Update' && !isApplied && stays.length > 0
        ? `the next deploy by ${deployer.manager} will not take away what only the older revision has: ${stays.join(', ')}`
        : undefined;
}
function lingering(now, older) {
    return [
        ...added(now.metadata ?? {}, older.metadata ?? {}, 'metadata', ''),
        ...added(now.spec, older.spec, 'spec', ''),
    ];
}
function added(now, older, field, of) {
    if ((0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__  .C)(older) && (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__  .C)(now))
        return Object.keys(older).flatMap((key) => {
            if ((0,_history_js__WEBPACK_IMPORTED_MODULE_2__  .Kq)(key))
                return [];
            if (Object.hasOwn(now, key))
                return added(now[key], older[key], key, of);
            const empty = _merge_keys_js__WEBPACK_IMPORTED_MODULE_3__  .C[key] ? [] : WORDS[key] ? {} : undefined;
            return empty ? added(empty, older[key], key, of) : [nameOf(field, key, of)];
        });
    const by = _merge_keys_js__WEBPACK_IMPORTED_MODULE_3__  .C[field];
    if (!by || !Array.isArray(older) || !Array.isArray(now))
        return [];
    return older.flatMap((item) => {
        const mine = now.find((other) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(other[by], item[by]));
        if (!mine)
            return [nameOf(field, String(item[by]), of)];
        return added(mine, item, 'item', /ontainers$/.test(field) ? ` of ${item[by]}` : of);
    });
}
function nameOf(field, key, of) {
    const isItself = ['item', 'spec', 'metadata'].includes(field);
    return `${isItself ? '' : `${WORDS[field] ?? field} `}${key}${of}`;
}


  }),

  44049:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    r: () => (  mainContainer)
  });
function mainContainer({ metadata, spec }, workload) {
    const wanted = [metadata?.annotations?.['kubectl.kubernetes.io/default-container'], workload];
    return (wanted.map((name) => spec.containers.find((one) => one.name === name)).find((found) => found) ??
        spec.containers[0]);
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


  }),

  26729:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ey: () => (  describeStep),
    eL: () => (  refusalOfChange),
    ek: () => (  planStep)
  });
  var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
  var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(31803);
  var _owners_find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54138);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);
  var _digests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72801);
  var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33030);
  var _lineage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11805);
  var _lingering_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64745);
  var _marks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94054);
  var _reaction_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(34865);
  var _target_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(82283);











function planStep(candidate, wanted) {
    const { workload, history, named, untouched, pods = [], owner = (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__  .bf)(candidate.workload) } = candidate;
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .h7)(workload, history);
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_8__  .b)(wanted.to, workload, history, wanted.rollback);
    const from = summarizeRevision(workload.spec.template, current);
    const base = {
        ...(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .H8)(workload),
        uid: workload.metadata.uid,
        workload,
        owner,
        from,
        current,
        good: undefined,
        warnings: [],
    };
    const nowhere = { ...base, to: from, template: workload.spec.template, target: undefined };
    if (workload.metadata.deletionTimestamp) {
        const going = { ...nowhere, reason: 'it is being deleted' };
        return named ? { ...going, action: 'refuse' } : { ...going, action: 'skip', warnings: [NOT_BACK] };
    }
    if (untouched !== undefined && wanted.to.type === 'last-good')
        return { ...nowhere, target: current, action: 'no-op', reason: untouched };
    if (target.type === 'none') {
        const action = target.noHistory && !named ? 'skip' : 'refuse';
        return { ...nowhere, action, reason: target.reason };
    }
    const asItWas = templateOf(target, workload);
    if (typeof asItWas === 'string')
        return { ...nowhere, action: 'refuse', reason: asItWas };
    return planMove({ ...candidate, owner, pods }, wanted, base, target, asItWas);
}
const NOT_BACK = 'it is being deleted, and nothing of this rollback brings it back; if the older release has it, deploy that again once it is gone';
function planMove({ workload, history, named, pods, owner, indexes = new Map(), }, wanted, base, target, asItWas) {
    const mark = target.type === 'revision' ? (0,_lineage_js__WEBPACK_IMPORTED_MODULE_5__  .q2)(target.revision, history) : undefined;
    const good = (0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  .vq)(mark, indexes);
    const isOwn = ({ metadata }) => target.type === 'revision' &&
        metadata.labels?.[target.revision.podLabel[0]] === target.revision.podLabel[1];
    const moved = (0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  .R1)(asItWas, mark, pods, isOwn).filter(({ container }) => !indexes.has(container.name));
    const template = (0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  .dp)(asItWas, good, workload.spec.template, moved);
    const revision = target.type === 'revision'
        ? target.revision
        : history.find((item) => (0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .N_)(item.template, template));
    const to = summarizeRevision(template, revision);
    const chosen = target.type === 'revision' ? target.reason : 'it was asked for';
    const reason = template === asItWas
        ? chosen
        : `${chosen}; a tag of it means another image now, so it is pinned to what was marked good`;
    const goes = { ...base, to, template, target: revision, reason, good, differing: moved };
    const isAtRevision = workload.kind === 'Rollout' &&
        revision !== undefined &&
        revision === base.current &&
        template === asItWas;
    if ((isAtRevision || isThere(workload, template, revision, wanted)) && !isHaltedMidway(workload)) {
        if (workload.spec.updateStrategy?.type !== 'OnDelete')
            return { ...goes, action: 'no-op' };
        return {
            ...goes,
            action: 'skip',
            reason: 'its template is right already; with OnDelete its pods stay as they are until they are deleted',
        };
    }
    const left = target.type === 'image' && revision && (0,_marks_js__WEBPACK_IMPORTED_MODULE_7__  .vr)(revision.object);
    if (left) {
        const again = `revision ${revision.number} has that image and was rolled back from by rollback ${left.id}`;
        return {
            ...goes,
            action: 'refuse',
            reason: `${again}; to go there all the same say \`to: revision=${revision.number}\``,
        };
    }
    const refusal = refusalOfChange(workload, owner, wanted);
    const isControlled = !named && owner?.isController === true;
    if (refusal)
        return { ...goes, action: isControlled ? 'skip' : 'refuse', reason: refusal };
    return { ...goes, action: 'roll-back', warnings: warningsOf(workload, owner, template, wanted) };
}
function describeStep(step) {
    const what = {
        'roll-back': `${name(step.from)} → ${name(step.to)}${versions(step)}, because ${step.reason}`,
        'no-op': `stays at ${name(step.to)}: ${step.reason}`,
        skip: `skipped: ${step.reason}`,
        refuse: `refused: ${step.reason}`,
    }[step.action];
    return `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .Pf)(step)}: ${what}`;
}
const name = ({ revision, images }) => revision === null ? Object.values(images).join(', ') : `revision ${revision}`;
function versions({ from, to }) {
    if (to.revision === null)
        return '';
    const different = Object.keys(to.images).filter((container) => from.images[container] !== to.images[container]);
    const short = (image = 'nothing') => image.split('/').at(-1);
    const all = different.map((container) => `${short(from.images[container])} → ${short(to.images[container])}`);
    return all.length > 0 ? ` (${all.join(', ')})` : '';
}
function summarizeRevision(template, revision) {
    return { revision: revision?.number ?? null, images: (0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .IC)(template) };
}
function templateOf(target, workload) {
    if (target.type === 'revision')
        return target.revision.template;
    const { template } = workload.spec;
    const { container, image } = target;
    if (!Object.hasOwn((0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .IC)(template), container)) {
        return `it has no container ${container}; it has ${Object.keys((0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .IC)(template)).join(', ')}`;
    }
    const containers = template.spec.containers.map((item) => item.name === container ? { ...item, image } : item);
    return { ...template, spec: { ...template.spec, containers } };
}
function refusalOfChange({ spec }, owner, { gitops }) {
    if (spec.updateStrategy?.type === 'OnDelete') {
        return 'its update strategy is OnDelete, so its pods stay as they are until they are deleted';
    }
    if (gitops === 'through' && (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__  .zU)(owner))
        return undefined;
    if (owner?.heals && owner.paused === undefined && gitops !== 'ignore') {
        const unread = owner.unread ? `; whether it is paused is not known: ${owner.unread}` : '';
        return `the ${owner.name} owns it and would undo the rollback; stop that first: ${owner.remedy} (or say \`gitops: ${(0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__  .zU)(owner) ? 'through' : 'ignore'}\`)${unread}`;
    }
    return undefined;
}
function isThere(workload, template, revision, { rollback }) {
    const present = workload.spec.template;
    if ((0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .N_)(template, present))
        return true;
    const pinned = (0,_marks_js__WEBPACK_IMPORTED_MODULE_7__  .Hp)(workload);
    const wasPut = revision !== undefined && pinned?.to === revision.object.metadata.uid;
    return wasPut && (0,_target_js__WEBPACK_IMPORTED_MODULE_8__  .t)(pinned, rollback) && (0,_reaction_js__WEBPACK_IMPORTED_MODULE_9__  .T)(template, present);
}
function isHaltedMidway({ spec, status = {} }) {
    const { replicas = 0, updatedReplicas = 0 } = status;
    return spec.paused === true && (updatedReplicas < (spec.replicas ?? 1) || replicas > updatedReplicas);
}
const isApplied = ({ metadata }) => metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;
function warningsOf(workload, owner, template, { gitops }) {
    const warnings = [];
    if (workload.spec.paused)
        warnings.push('its rollout is paused; the pause is removed with the rollback');
    if ((0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)((0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .IC)(template), (0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .IC)(workload.spec.template)))
        warnings.push('its images stay the same by name; where a tag was moved, the rollback does not bring the older image back');
    const isThroughHelm = gitops === 'through' && owner?.release !== undefined;
    const stays = isThroughHelm ? undefined : (0,_lingering_js__WEBPACK_IMPORTED_MODULE_6__  .UQ)(workload, template);
    if (stays)
        warnings.push(stays);
    if (isThroughHelm) {
        warnings.push(`the ${owner.name} owns it: the next helm upgrade brings what its chart and values then say, so put the older version into them`);
    }
    else if (gitops === 'through' && (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__  .oS)(owner)) {
        warnings.push(`the ${owner?.name} owns it and stays paused after the rollback: put the older version into its source, then hand it back (docs/gitops.md)`);
    }
    else if (owner?.paused) {
        warnings.push(`the ${owner.name} owns it and undoes nothing at present (${owner.paused}); before that ends, put the older version into its source`);
    }
    else if (owner) {
        warnings.push(`the ${owner.name} owns it and may undo the rollback; to make it last: ${owner.remedy}`);
    }
    if (isApplied((0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_10__  .Kd)(workload)) && owner?.object?.type !== 'application') {
        warnings.push('it was made by kubectl apply: the next apply of the newer manifest brings that back');
    }
    return warnings;
}


  }),

  38852:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CL: () => (  referencesOf),
    Cm: () => (  ReferenceLookup),
    Jj: () => (  lostVolumesOf),
    ZP: () => (  nameReference)
  });
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1807);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3090);


const PLURALS = {
    ConfigMap: 'configmaps',
    Secret: 'secrets',
    ServiceAccount: 'serviceaccounts',
    PersistentVolumeClaim: 'persistentvolumeclaims',
};
function referencesOf({ spec }) {
    const { containers, initContainers = [], volumes = [], imagePullSecrets = [] } = spec;
    const account = spec.serviceAccountName;
    const all = [
        ...[...containers, ...initContainers].flatMap(ofContainer),
        ...volumes.flatMap(ofVolume),
        ...(account && account !== 'default' ? [{ kind: 'ServiceAccount', name: account }] : []),
        ...imagePullSecrets.map(({ name }) => ({ kind: 'Secret', name, onlyForPulls: true })),
    ];
    const required = all.filter(({ optional, name }) => optional !== true && (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .Eo)(name));
    const unique = new Map(required.map(({ optional: _, ...item }) => [JSON.stringify(item), item]));
    return [...unique.values()];
}
function lostVolumesOf({ spec }, { kind, spec: { volumeClaimTemplates = [] } }) {
    if (kind !== 'StatefulSet')
        return [];
    const { containers, initContainers = [], volumes = [] } = spec;
    const there = new Set([
        ...volumes.map(({ name }) => name),
        ...volumeClaimTemplates.map(({ metadata }) => metadata.name),
    ]);
    const mounted = [...initContainers, ...containers].flatMap(({ volumeMounts = [], volumeDevices = [] }) => [...volumeMounts, ...volumeDevices].map(({ name }) => name));
    return [...new Set(mounted)].filter((name) => !there.has(name));
}
function ofContainer({ env = [], envFrom = [] }) {
    return [
        ...envFrom.flatMap(({ configMapRef, secretRef }) => [
            ...(configMapRef ? [{ kind: 'ConfigMap', ...configMapRef }] : []),
            ...(secretRef ? [{ kind: 'Secret', ...secretRef }] : []),
        ]),
        ...env.flatMap(({ valueFrom: { configMapKeyRef, secretKeyRef } = {} }) => [
            ...(configMapKeyRef ? [{ kind: 'ConfigMap', ...configMapKeyRef }] : []),
            ...(secretKeyRef ? [{ kind: 'Secret', ...secretKeyRef }] : []),
        ]),
    ];
}
function ofVolume({ configMap, secret, projected, persistentVolumeClaim, }) {
    return [
        ...(configMap ? ofFiles('ConfigMap', configMap.name, configMap) : []),
        ...(secret ? ofFiles('Secret', secret.secretName, secret) : []),
        ...(projected?.sources ?? []).flatMap((source) => [
            ...(source.configMap ? ofFiles('ConfigMap', source.configMap.name, source.configMap) : []),
            ...(source.secret ? ofFiles('Secret', source.secret.name, source.secret) : []),
        ]),
        ...(persistentVolumeClaim
            ? [{ kind: 'PersistentVolumeClaim', name: persistentVolumeClaim.claimName }]
            : []),
    ];
}
function ofFiles(kind, name, { optional = false, items = [] }) {
    return [{ kind, name, optional }, ...items.map(({ key }) => ({ kind, name, key, optional }))];
}
const nameReference = ({ kind, name, key }) => key === undefined ? `${kind} ${name}` : `the key ${key} of ${kind} ${name}`;
class ReferenceLookup {
    #client;
    #namespace;
    #known;
    constructor(client, namespace, restored) {
        this.#client = client;
        this.#namespace = namespace;
        this.#known = new Map(restored.map(({ ref, copy }) => [ref, Promise.resolve(copy)]));
    }
    async missing(references) {
        const reads = await Promise.all(references.map(async (reference) => ({ reference, isThere: await this.#isThere(reference) })));
        const missing = reads.filter(({ isThere }) => !isThere).map(({ reference }) => reference);
        const wholes = new Set(missing.filter(({ key }) => key === undefined).map(nameReference));
        return missing.filter(({ kind, name, key }) => key === undefined || !wholes.has(`${kind} ${name}`));
    }
    read(kind, name) {
        const id = `${kind}/${name}`;
        const found = this.#known.get(id) ?? this.#find(kind, name);
        this.#known.set(id, found);
        return found;
    }
    async #isThere({ kind, name, key }) {
        const object = await this.read(kind, name);
        if (object === undefined)
            return false;
        if (object === 'unknown' || key === undefined)
            return true;
        const { data = {}, binaryData = {} } = object;
        return Object.hasOwn(data, key) || Object.hasOwn(binaryData, key);
    }
    async #find(kind, name) {
        try {
            return await this.#client.find((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .M2, this.#namespace, PLURALS[kind], name));
        }
        catch (error) {
            if (error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_0__  .hD && error.status === 403)
                return 'unknown';
            throw error;
        }
    }
}


  }),

  82283:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    b: () => (  chooseTarget),
    t: () => (  isSameRollback)
  });
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
  var _history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33030);
  var _lineage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11805);
  var _main_container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44049);
  var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);





const isSameRollback = (mark, rollback) => mark.id === rollback.id || mark.run === rollback.run;
function chooseTarget(to, workload, history, rollback) {
    if (to.type === 'image')
        return to;
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .h7)(workload, history);
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .Hp)(workload);
    const isRepeated = last && isSameRollback(last, rollback) && last.wanted === rollback.wanted;
    if (current && isRepeated && last.to === current.object.metadata.uid) {
        return {
            type: 'revision',
            revision: current,
            reason: `this rollback has put it there at ${toSecond(last.at)}`,
        };
    }
    switch (to.type) {
        case 'revision':
            return chooseByNumber(to.number, workload, history);
        case 'version':
            return chooseByVersion(to.tag, workload, history);
        case 'annotation': {
            const annotations = workload.metadata.annotations ?? {};
            const tag = Object.hasOwn(annotations, to.key) ? annotations[to.key] : undefined;
            return tag
                ? chooseByVersion(tag, workload, history)
                : { type: 'none', reason: `it has no annotation ${to.key}` };
        }
        case 'previous':
            return choosePrevious(positionOf(workload, current, history));
        case 'last-good':
            return chooseLastGood(positionOf(workload, current, history));
    }
}
function chooseByNumber(number, workload, history) {
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .Hp)(workload);
    const found = history.find((revision) => revision.number === number) ??
        history.find((revision) => revision.earlier.includes(number)) ??
        history.find((revision) => last?.revision === number && revision.object.metadata.uid === last.to);
    if (found)
        return { type: 'revision', revision: found, reason: 'it was asked for' };
    if (history.length === 0)
        return noHistory('it has no revision at all');
    return {
        type: 'none',
        reason: `it has no revision ${number}; it has ${history.map((revision) => revision.number).join(', ')}`,
    };
}
function chooseByVersion(tag, workload, history) {
    const main = (0,_main_container_js__WEBPACK_IMPORTED_MODULE_3__  .r)(workload.spec.template, workload.metadata.name)?.name ?? '';
    const has = (revision) => tagOf((0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)(revision.template)[main]) === tag;
    const matching = [
        ...history.filter(has),
        ...history.filter((revision) => hasTagInOtherContainer(tag, workload, revision)),
    ];
    const found = matching.find((revision) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(revision.object));
    if (found)
        return { type: 'revision', revision: found, reason: `it has the version ${tag}` };
    if (matching[0])
        return refuseRolledBackFrom(matching[0], history);
    const image = (0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)(workload.spec.template)[main];
    const images = history.flatMap(({ template }) => Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)(template)));
    const known = new Set(images.map(tagOf).filter((known) => known !== undefined && known !== tag));
    return {
        type: 'none',
        reason: `no revision has the version ${tag}; there are ${[...known].join(', ') || 'none'} (an image outside the history is given as \`to: image=${main}=${image?.replace(/@[\s\S]*$/, '').replace(/:[\w.-]+$/, '')}:${tag}\`)`,
    };
}
function hasTagInOtherContainer(tag, workload, { template }) {
    const now = allImagesOf(workload.spec.template);
    return Object.entries(allImagesOf(template)).some(([name, image]) => tagOf(image) === tag && tagOf(now[name]) !== tag);
}
const allImagesOf = (template) => ({
    ...Object.fromEntries((template.spec.initContainers ?? []).map(({ name, image }) => [name, image])),
    ...(0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)(template),
});
function positionOf(workload, current, history) {
    const left = (0,_lineage_js__WEBPACK_IMPORTED_MODULE_1__  .aH)(history);
    const isOther = (revision) => 
    revision.number > 0 && revision !== current && !(current && (0,_lineage_js__WEBPACK_IMPORTED_MODULE_1__  ._M)(revision, current));
    const others = history.filter(isOther);
    const [newestOther] = others;
    return {
        workload,
        current,
        history,
        newestOther,
        candidates: others.filter((revision) => !left.has(revision) && !(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(revision.object)),
        cameFrom: newestOther && left.has(newestOther) ? newestOther : undefined,
    };
}
function alreadyBack({ workload, current, history, cameFrom }) {
    if (!current?.available || !cameFrom || (0,_lineage_js__WEBPACK_IMPORTED_MODULE_1__  .F1)(current, history, (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .Hp)(workload)?.to))
        return undefined;
    return {
        type: 'revision',
        revision: current,
        reason: `someone has gone back to it from revision ${cameFrom.number} already, and it is fully available; to go further back, say \`to: revision=<number>\``,
    };
}
function choosePrevious(position) {
    const { history, newestOther, candidates, cameFrom } = position;
    if (!newestOther)
        return noHistory();
    if ((0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(newestOther.object))
        return refuseRolledBackFrom(newestOther, history);
    const back = alreadyBack(position);
    if (back)
        return back;
    const [found] = candidates;
    if (!found)
        return refuseLeft(newestOther);
    const reason = found === newestOther || !cameFrom ? 'it is the one before' : describeSkipped(cameFrom);
    return { type: 'revision', revision: found, reason };
}
const describeSkipped = (left) => `it is the newest that no one has gone back from (revision ${left.number} was left already)`;
const LEFT = 'each that is marked good was left';
function chooseLastGood(position) {
    const { workload, current, history, newestOther, candidates, cameFrom } = position;
    const marked = [...(current ? [current] : []), ...candidates]
        .filter((revision) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(revision.object))
        .find((revision) => (0,_lineage_js__WEBPACK_IMPORTED_MODULE_1__  .q2)(revision, history));
    if (marked) {
        const mark = (0,_lineage_js__WEBPACK_IMPORTED_MODULE_1__  .q2)(marked, history);
        const restarted = mark?.revision === marked.object.metadata.uid ? '' : ', and was only restarted since';
        const further = marked === current && !cameFrom ? '; if it is bad all the same, say `to: previous`' : '';
        const passed = passedOver(marked, position);
        const reason = `it was marked good at ${toSecond(mark?.at)} by run ${mark?.run}${restarted}${further}${passed}`;
        return { type: 'revision', revision: marked, reason };
    }
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .Hp)(workload);
    if (current?.available && last?.to === current.object.metadata.uid) {
        return {
            type: 'revision',
            revision: current,
            reason: `rollback ${last.id} put it there at ${toSecond(last.at)} and it is fully available`,
        };
    }
    const back = alreadyBack(position);
    if (back)
        return back;
    const lost = refuseLostMark(position);
    if (lost)
        return lost;
    const isMarked = history.some(({ object }) => (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .X3)(object));
    const serving = candidates.find((revision) => revision.available);
    if (serving) {
        const reason = `${isMarked ? LEFT : 'none is marked good'}, and it is fully available`;
        return { type: 'revision', revision: serving, reason };
    }
    if (candidates[0]) {
        const grounds = cameFrom ? describeSkipped(cameFrom) : 'it is the one before';
        const none = isMarked ? `${LEFT}, none is still available` : 'none is marked good or still available';
        const reason = `${none}, and ${grounds}`;
        return { type: 'revision', revision: candidates[0], reason };
    }
    if (!newestOther)
        return noHistory();
    return (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(newestOther.object)
        ? refuseRolledBackFrom(newestOther, history)
        : refuseLeft(newestOther);
}
function passedOver(marked, { candidates }) {
    const newer = candidates.filter((each) => each.number > marked.number && !(0,_lineage_js__WEBPACK_IMPORTED_MODULE_1__  ._M)(each, marked));
    if (newer.length === 0)
        return '';
    const names = newer.map(({ number, template }) => `${number} (${Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)(template)).join(', ')})`);
    const [subject, was] = newer.length === 1 ? ['the newer revision', 'was'] : ['the newer revisions', 'were'];
    return `; ${subject} ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__  .eZ)(names, 3)} ${was} not marked`;
}
function refuseLostMark({ workload, history }) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .zT)(workload);
    if (!mark || history.some(({ object }) => object.metadata.uid === mark.revision))
        return undefined;
    const images = Object.entries(mark.images).map(([container, image]) => `${container}=${image}`);
    return {
        type: 'none',
        reason: `revision ${mark.number}, which was marked good last (${images.join(', ')}), is no longer in its history, and no other is known to be good; name one with \`to: revision=<number>\`, or the image with \`to: image=${images[0] ?? '<container>=<image>'}\``,
    };
}
function refuseLeft(revision) {
    return {
        type: 'none',
        reason: `someone has gone back from revision ${revision.number} already, and there is no other; to go there all the same say \`to: revision=${revision.number}\``,
    };
}
function refuseRolledBackFrom(revision, history) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(revision.object);
    const other = history.find((candidate) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(candidate.object) && candidate.number < revision.number);
    const hint = other ? `; the newest before it that was not is revision ${other.number}` : '';
    return {
        type: 'none',
        reason: `revision ${revision.number} was rolled back from at ${toSecond(mark?.at)} by rollback ${mark?.id} (${mark?.reason})${hint}; to go there all the same say \`to: revision=${revision.number}\``,
    };
}
const noHistory = (reason = 'no rollout history: there is one revision only') => ({
    type: 'none',
    reason,
    noHistory: true,
});
const tagOf = (image = '') => /:([\w.-]+)$/.exec(image.replace(/@[\s\S]*$/, ''))?.[1];
const toSecond = (at = '') => at.replace(/\.\d+Z$/, 'Z');


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

  76384:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    z: () => (  parseImage)
  });
const DOCKER_HUB = { names: ['docker.io', 'index.docker.io'], host: 'registry-1.docker.io' };
const HOST = /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(:\d{1,5})?$/i;
const REPOSITORY = /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+:[0-9a-f]{32,128}$/;
function parseImage(name) {
    const [named = '', digest] = name.split('@');
    const [, untagged = named, tag = 'latest'] = /^(.+):([\w.-]+)$/.exec(named) ?? [];
    const [first = '', ...rest] = untagged.split('/');
    const hasHost = rest.length > 0 && (/[.:[]/.test(first) || first === 'localhost' || /[A-Z]/.test(first));
    const written = hasHost ? first : 'docker.io';
    const isHub = DOCKER_HUB.names.includes(written);
    const path = hasHost ? rest.join('/') : untagged;
    const repository = isHub && !path.includes('/') ? `library/${path}` : path;
    const reference = digest ?? tag;
    if (digest !== undefined && !DIGEST.test(digest))
        return undefined;
    if (!HOST.test(written) || !REPOSITORY.test(repository) || !TAG.test(tag))
        return undefined;
    return {
        ...{ name, repository, reference },
        host: isHub ? DOCKER_HUB.host : written,
        key: `${isHub ? 'docker.io' : written}/${repository}`,
    };
}


  })

};
;
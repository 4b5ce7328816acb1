"use strict";
exports.id = 6246;
exports.ids = [6246];
exports.modules = {

  81187:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    J2: () => (  claimedText),
    L8: () => (  claimedInstant),
    Sf: () => (  claimed),
    jw: () => (  readClaim)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
  var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5685);


const MAX_CLAIM_CHARACTERS = 256 * 1024;
function readClaim(text, schema) {
    if (text === undefined || text === null || text === '')
        return undefined;
    if (text.length > MAX_CLAIM_CHARACTERS)
        return { broken: 'it is too long' };
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return { broken: 'it is not JSON' };
    }
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__  .xLC(schema, json);
    if (parsed.success)
        return { value: parsed.output };
    const path = parsed.issues[0].path?.map(({ key }) => String(key)).join('.');
    return {
        broken: path ? `its field ${JSON.stringify(path.slice(0, 60))} is not valid` : 'it is not an object',
    };
}
function claimed(claim) {
    return claim && 'value' in claim ? claim.value : undefined;
}
const claimedText = (longest = 1000) => valibot__WEBPACK_IMPORTED_MODULE_1__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__  .Ru6(longest), valibot__WEBPACK_IMPORTED_MODULE_1__  .pdi((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')));
const claimedInstant = () => valibot__WEBPACK_IMPORTED_MODULE_1__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__  .yGV(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/), valibot__WEBPACK_IMPORTED_MODULE_1__  .z6Y(_instant_js__WEBPACK_IMPORTED_MODULE_0__  .u));


  }),

  31803:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ds: () => (  objectsOfWorkload),
    Kd: () => (  holderOf),
    m: () => (  templateRef),
    oR: () => (  joined),
    rJ: () => (  hasTemplate)
  });
function templateRef({ kind, spec }) {
    const { workloadRef } = kind === 'Rollout' ? spec : {};
    return workloadRef?.kind === 'Deployment' ? { kind: 'Deployment', name: workloadRef.name } : undefined;
}
function joined(rollout, deployment) {
    const { template, selector } = deployment.spec;
    const spec = { ...rollout.spec, template, selector: rollout.spec.selector ?? selector };
    return { ...rollout, spec, parts: { rollout, deployment } };
}
const holderOf = (workload) => workload.parts?.deployment ?? workload;
const objectsOfWorkload = (workload) => workload.parts ? [workload.parts.rollout, workload.parts.deployment] : [workload];
const hasTemplate = ({ kind, spec, parts }) => kind !== 'Rollout' || !spec.workloadRef || parts !== undefined;


  }),

  42387:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    n: () => (  writtenAt)
  });
function writtenAt({ metadata }, ...path) {
    const times = (metadata.managedFields ?? []).flatMap(({ fieldsV1, time }) => time && has(fieldsV1, path) ? [time] : []);
    return times.sort().at(-1);
}
function has(fields, [first, ...rest]) {
    if (first === undefined)
        return true;
    const isThere = typeof fields === 'object' && fields !== null && Object.hasOwn(fields, first);
    return isThere && has(fields[first], rest);
}


  }),

  79251:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Cu: () => (  noteOfWindow),
    Vd: () => (  hasWindow),
    _U: () => (  addWindow),
    lM: () => (  removeWindow),
    tw: () => (  readWindow)
  });
  var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);
  var _argo_cd_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93862);
  var _notes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18664);
  var _owner_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53314);
  var _patch_fresh_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45462);







const windowFor = (name) => ({
    kind: 'deny',
    schedule: '* * * * *',
    duration: '24h',
    applications: [name],
    manualSync: true,
});
const isOurs = (name, { kind, schedule, duration, applications = [] }) => kind === 'deny' &&
    schedule === '* * * * *' &&
    duration === '24h' &&
    applications.length === 1 &&
    applications[0] === name;
const pathOf = (namespace, application) => (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__  .nC, namespace, 'appprojects', (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__  .v8)(application));
async function hasWindow(client, namespace, application) {
    return (await projectWithWindow(client, namespace, application)) !== undefined;
}
async function projectWithWindow(client, namespace, application) {
    try {
        const project = await client.find(pathOf(namespace, application));
        const windows = project?.spec?.syncWindows ?? [];
        return windows.some((each) => isOurs(application.metadata.name, each)) ? project : undefined;
    }
    catch (error) {
        if (error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__  .hD && error.status === 403)
            return undefined;
        throw error;
    }
}
async function addWindow(client, namespace, application, note) {
    const { name } = application.metadata;
    await changeProject(client, namespace, application, (windows, notes) => {
        const isThere = windows.some((each) => isOurs(name, each));
        const kept = (0,_notes_js__WEBPACK_IMPORTED_MODULE_4__  .Fv)(notes[name], note);
        if (isThere && (!notes[name] || (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(kept, notes[name])))
            return undefined;
        return {
            windows: isThere ? windows : [...windows, windowFor(name)],
            notes: { ...notes, [name]: kept },
        };
    });
}
async function noteOfWindow(client, namespace, application) {
    const project = await projectWithWindow(client, namespace, application);
    return project && (0,_notes_js__WEBPACK_IMPORTED_MODULE_4__  .uJ)(project)[application.metadata.name];
}
async function readWindow({ client, namespace }, application, found) {
    const note = found.pausedBy ? undefined : await noteOfWindow(client, namespace, application);
    if (!note)
        return found;
    const stopped = { ...found, pausedBy: note };
    const isPaused = found.paused !== undefined || (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__  .A5)(application);
    return isPaused ? stopped : (0,_owner_js__WEBPACK_IMPORTED_MODULE_6__  .Zl)(stopped, 'a deny window of its project stops it', note.at);
}
async function removeWindow(client, namespace, application) {
    if (!(await hasWindow(client, namespace, application)))
        return;
    const { name } = application.metadata;
    await changeProject(client, namespace, application, (windows, { [name]: note, ...notes }) => note ? { windows: windows.filter((each) => !isOurs(name, each)), notes } : undefined);
}
async function changeProject(client, namespace, application, change) {
    await (0,_patch_fresh_js__WEBPACK_IMPORTED_MODULE_5__  .Z)(client, pathOf(namespace, application), (project) => {
        const changed = change(project.spec?.syncWindows ?? [], (0,_notes_js__WEBPACK_IMPORTED_MODULE_4__  .uJ)(project));
        if (!changed)
            return undefined;
        const notes = Object.keys(changed.notes).length > 0 ? JSON.stringify(changed.notes) : null;
        return { metadata: { annotations: { [_notes_js__WEBPACK_IMPORTED_MODULE_4__  .NN]: notes } }, spec: { syncWindows: changed.windows } };
    });
}


  }),

  93862:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A5: () => (  isBusy),
    DT: () => (  revisionOf),
    Mf: () => (  prunes),
    Sw: () => (  syncsItself),
    VZ: () => (  isPassedOver),
    f$: () => (  syncOptionsOf),
    fX: () => (  argoOf),
    g3: () => (  waitsForWindow),
    nC: () => (  ARGO_API),
    nZ: () => (  readApplication),
    s4: () => (  setOf),
    v8: () => (  projectOf),
    yD: () => (  keeperOf)
  });
  var _domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42387);
  var _notes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18664);
  var _owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53314);



const MANAGERS = ['argocd-controller', 'argocd-application-controller'];
const ARGO_API = '/apis/argoproj.io/v1alpha1';
const TRACKING = 'argocd.argoproj.io/tracking-id';
function argoOf({ apiVersion, kind, metadata }) {
    const { labels = {}, annotations = {} } = metadata;
    const byArgo = metadata.managedFields?.some(({ manager = '' }) => MANAGERS.includes(manager)) === true;
    const [tracked, ...self] = (annotations[TRACKING] ?? '').split(':');
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    const isItsOwn = self.join(':') === `${group}/${kind}:${metadata.namespace}/${metadata.name}`;
    const application = (isItsOwn ? tracked : undefined) ||
        labels['argocd.argoproj.io/instance'] ||
        (byArgo ? labels['app.kubernetes.io/instance'] : undefined);
    if (application)
        return ofApplication(application);
    return byArgo
        ? {
            name: 'Argo CD of the cluster',
            heals: true,
            remedy: 'argocd app set <application> --sync-policy none',
        }
        : undefined;
}
function ofApplication(tracked) {
    const [name = '', namespace] = tracked.split('_').reverse();
    const called = tracked.replace('_', '/');
    return {
        name: `Argo CD application ${called}`,
        heals: true,
        remedy: `argocd app set ${called} --sync-policy none`,
        object: { type: 'application', name, ...(namespace && { namespace }) },
    };
}
const SKIP = 'argocd.argoproj.io/skip-reconcile';
const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const isPassedOver = ({ metadata }) => TRUE.includes(metadata.annotations?.[SKIP] ?? '');
function readApplication(owner, application) {
    const keeper = keeperOf(application);
    const synced = syncedOf(application);
    const pausedBy = (0,_notes_js__WEBPACK_IMPORTED_MODULE_0__  .nJ)(application);
    const known = { ...owner, ...(synced && { synced }), ...(pausedBy && { pausedBy }) };
    const found = keeper
        ? {
            ...known,
            remedy: `${owner.remedy}; ${keeper} keeps the application and may turn that on again, so change it there`,
        }
        : known;
    if (isPassedOver(application)) {
        const since = (0,_domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_1__  .n)(application, 'f:metadata', 'f:annotations', `f:${SKIP}`);
        return (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__  .Zl)(found, 'its annotation skip-reconcile stops all that it does', since);
    }
    if (isBusy(application) || syncsItself(application))
        return found;
    return (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__  .Zl)(found, 'its automatic sync is off', (0,_domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_1__  .n)(application, 'f:spec', 'f:syncPolicy'));
}
function syncedOf({ status }) {
    const newest = (status?.history ?? []).toSorted((a, b) => b.id - a.id)[0];
    const isIt = newest && status?.sync?.status === 'Synced' && revisionOf(newest) === revisionOf(status.sync);
    return isIt ? { history: newest.id, revision: revisionOf(newest) } : undefined;
}
const revisionOf = ({ revision, revisions }) => revisions?.length ? revisions.join(' ') : (revision ?? '');
const projectOf = ({ spec }) => spec?.project || 'default';
const syncsItself = (application) => {
    const automated = application.spec?.syncPolicy?.automated;
    return (Boolean(automated) && automated?.enabled !== false) || isSyncedBySet(application);
};
function isSyncedBySet(application) {
    const newestFirst = (application.status?.history ?? []).toSorted((a, b) => b.id - a.id);
    const newest = newestFirst.find(({ initiatedBy }) => initiatedBy?.automated === true);
    return setOf(application) !== undefined && newest?.initiatedBy?.username === 'applicationset-controller';
}
function prunes({ spec }) {
    const { automated, syncOptions = [] } = spec?.syncPolicy ?? {};
    return automated?.prune === true && !syncOptions.includes('Prune=false');
}
const AUTOSCALER = 'kube-controller-manager';
const RESPECTS = 'RespectIgnoreDifferences=';
function syncOptionsOf({ spec }) {
    const { syncOptions } = spec?.syncPolicy ?? {};
    const leavesReplicas = (spec?.ignoreDifferences ?? []).some(({ jsonPointers = [], jqPathExpressions = [], managedFieldsManagers = [] }) => jsonPointers.includes('/spec/replicas') ||
        jqPathExpressions.includes('.spec.replicas') ||
        managedFieldsManagers.includes(AUTOSCALER));
    if (!leavesReplicas || syncOptions?.some((option) => option.startsWith(RESPECTS)))
        return syncOptions;
    return [...(syncOptions ?? []), `${RESPECTS}true`];
}
const isBusy = ({ operation, status }) => operation !== undefined || status?.operationState?.phase === 'Running';
const waitsForWindow = ({ status }) => status?.operationState?.phase === 'Running' &&
    /blocked by sync window/i.test(status.operationState.message ?? '');
function keeperOf(application) {
    const set = setOf(application);
    if (set)
        return `ApplicationSet ${set}`;
    const owner = argoOf(application);
    return owner?.object && owner.name;
}
const setOf = ({ metadata }) => metadata.ownerReferences?.find(({ kind }) => kind === 'ApplicationSet')?.name;


  }),

  54138:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Gr: () => (  findOwners),
    J: () => (  locateOwnerObject),
    bf: () => (  ownerOf),
    oS: () => (  canBePaused),
    zU: () => (  isGoneThrough)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4771);
  var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31803);
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);
  var _argo_cd_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93862);
  var _argo_cd_window_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79251);
  var _flux_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50954);
  var _helm_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52509);
  var _others_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(68214);










const APIS = {
    application: [_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__  .nC, 'applications'],
    kustomization: ['/apis/kustomize.toolkit.fluxcd.io/v1', 'kustomizations'],
    helmrelease: ['/apis/helm.toolkit.fluxcd.io/v2', 'helmreleases'],
};
function ownerOf(workload) {
    const object = (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_7__  .Kd)(workload);
    return ((0,_others_js__WEBPACK_IMPORTED_MODULE_8__  .RQ)(object) ??
        (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__  .fX)(object) ??
        (0,_flux_js__WEBPACK_IMPORTED_MODULE_5__  .$U)(object) ??
        (0,_others_js__WEBPACK_IMPORTED_MODULE_8__  .K1)(object) ??
        (0,_others_js__WEBPACK_IMPORTED_MODULE_8__  .P3)(object) ??
        (0,_others_js__WEBPACK_IMPORTED_MODULE_8__  .aP)(object) ??
        (0,_others_js__WEBPACK_IMPORTED_MODULE_8__  .KO)(object) ??
        (0,_helm_js__WEBPACK_IMPORTED_MODULE_6__  ._W)(object));
}
async function findOwners(clusters, objects) {
    const lookups = new Map();
    const found = objects.map(async (object) => {
        const owner = ownerOf(object);
        if (!owner)
            return [];
        if (!lookups.has(owner.name))
            lookups.set(owner.name, readOwner(clusters, owner));
        return [[object.metadata.uid, await lookups.get(owner.name)]];
    });
    return new Map((await Promise.all(found)).flat());
}
const canBePaused = (owner) => owner?.object !== undefined && owner.unread === undefined;
const isGoneThrough = (owner) => canBePaused(owner) || owner?.release !== undefined;
function locateOwnerObject({ client, argo }, object) {
    const isArgo = object.type === 'application';
    const namespace = object.namespace ?? argo.namespace;
    const [api, plural] = APIS[object.type];
    return { client: isArgo ? argo.client : client, namespace, plural, api };
}
async function readOwner(clusters, owner) {
    const { object } = owner;
    if (!object)
        return owner;
    const { client, namespace, plural, api } = locateOwnerObject(clusters, object);
    if (!(0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .Eo)(object.name) || !(0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .Pi)(namespace))
        return { ...owner, unread: 'its name is not one of Kubernetes' };
    try {
        const read = await client.find((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(api, namespace, plural, object.name));
        if (!read)
            return { ...owner, unread: missing(object, namespace) };
        if (object.type !== 'application')
            return (0,_flux_js__WEBPACK_IMPORTED_MODULE_5__  .SF)(owner, read);
        return await (0,_argo_cd_window_js__WEBPACK_IMPORTED_MODULE_4__  .tw)(clusters.argo, read, (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__  .nZ)(owner, read));
    }
    catch (error) {
        client.signal.throwIfAborted();
        const isRight = error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__  .hD && error.status === 403;
        const right = `the credentials may not get ${plural} in the namespace ${namespace}`;
        return { ...owner, unread: isRight ? right : (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_9__  .Qu)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)) };
    }
}
function missing({ type, name }, namespace) {
    const where = `there is no ${type} ${name} in the namespace ${namespace}`;
    return type === 'application'
        ? `${where} (the inputs argocd-namespace and argocd-kubeconfig say where to look)`
        : where;
}


  }),

  50954:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $U: () => (  fluxOf),
    SF: () => (  readFlux),
    T4: () => (  isPinned),
    WD: () => (  reconcileOf),
    _t: () => (  ownOf),
    o8: () => (  inventoryOf),
    v4: () => (  RECONCILE),
    yD: () => (  keeperOf)
  });
  var _domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42387);
  var _notes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18664);
  var _others_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68214);
  var _owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53314);




const reconcileOf = (group) => `${group}.toolkit.fluxcd.io/reconcile`;
const RECONCILE = reconcileOf('kustomize');
const TYPES = [
    ['kustomize', 'kustomization'],
    ['helm', 'helmrelease'],
];
function fluxOf({ metadata: { labels = {}, annotations = {} } }) {
    for (const [group, type] of TYPES) {
        const name = labels[`${group}.toolkit.fluxcd.io/name`];
        if (!name)
            continue;
        const namespace = labels[`${group}.toolkit.fluxcd.io/namespace`];
        return {
            name: `Flux ${type} ${name}`,
            heals: annotations[reconcileOf(group)] !== 'disabled',
            remedy: `flux suspend ${type} ${name} --namespace ${namespace}`,
            ...(namespace && { object: { type, namespace, name } }),
        };
    }
    return undefined;
}
function keeperOf({ metadata }, name) {
    const object = { apiVersion: '', kind: '', metadata };
    const keeper = fluxOf(object) ?? (0,_others_js__WEBPACK_IMPORTED_MODULE_1__  .K1)(object);
    return keeper?.name === name ? undefined : keeper;
}
const inventoryOf = ({ status }) => (status?.inventory?.entries ?? []).map(({ id, v: version = '' }) => {
    const [namespace = '', ...rest] = id.split('_');
    const [group = '', kind = ''] = rest.splice(-2);
    return { namespace, name: rest.join('_').replaceAll('__', ':'), group, version, kind };
});
function ownOf({ spec = {} }) {
    const fields = ['postBuild', 'patches', 'images'].filter((field) => spec[field] !== undefined);
    return fields.length > 0 ? `its own ${fields.join(', ')}` : undefined;
}
function isPinned(object) {
    const pin = (0,_notes_js__WEBPACK_IMPORTED_MODULE_0__  .nJ)(object)?.pin;
    return pin !== undefined && object.spec?.sourceRef?.name === pin;
}
function readFlux(known, object) {
    const { metadata, spec } = object;
    const pausedBy = (0,_notes_js__WEBPACK_IMPORTED_MODULE_0__  .nJ)(object);
    const synced = syncedOf(object);
    const owner = {
        ...known,
        ...(synced && { synced }),
        ...(pausedBy && { pausedBy }),
        ...(isPinned(object) && { isPinned: true }),
    };
    if (spec?.suspend === true)
        return (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__  .Zl)(owner, 'it is suspended', (0,_domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_3__  .n)(object, 'f:spec', 'f:suspend'));
    const disabled = metadata.annotations?.[RECONCILE] === 'disabled';
    const keeper = keeperOf(object, owner.name);
    return keeper && !disabled
        ? {
            ...owner,
            remedy: `${owner.remedy}; the ${keeper.name} keeps it and may resume it, so change it there`,
        }
        : owner;
}
function syncedOf({ status }) {
    const revision = status?.lastAppliedRevision;
    const ready = status?.conditions?.find(({ type }) => type === 'Ready');
    return revision && ready?.status === 'True' ? { history: 0, revision } : undefined;
}


  }),

  52509:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    _W: () => (  helmOf),
    iJ: () => (  readRelease),
    mm: () => (  isPending)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3090);


const MAX_BYTES = 64 * 1024 ** 2;
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const word = valibot__WEBPACK_IMPORTED_MODULE_1__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__  .yGV(/^[\w.:+-]{1,253}$/));
const shown = valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .NpB(word, '?'), '?');
const manifest = valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(), '');
const releaseSchema = valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    version: valibot__WEBPACK_IMPORTED_MODULE_1__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__  .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__  .ndf(), valibot__WEBPACK_IMPORTED_MODULE_1__  .Wwf(1)),
    info: valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ status: word, last_deployed: shown }),
    chart: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ metadata: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ name: shown, version: shown })) })),
    manifest,
    hooks: valibot__WEBPACK_IMPORTED_MODULE_1__  .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ name: word, kind: word, manifest, events: valibot__WEBPACK_IMPORTED_MODULE_1__  .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__  .YOg(word)) }))),
    apply_method: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP()),
});
function helmOf({ metadata }) {
    const { labels = {}, annotations = {} } = metadata;
    const release = annotations['meta.helm.sh/release-name'];
    if (!release || labels['app.kubernetes.io/managed-by'] !== 'Helm')
        return undefined;
    const namespace = annotations['meta.helm.sh/release-namespace'] ?? metadata.namespace;
    const isElsewhere = namespace !== metadata.namespace;
    return {
        name: `Helm release ${isElsewhere ? `${namespace}/` : ''}${release}`,
        heals: false,
        remedy: `helm rollback ${release} <good revision> --namespace ${namespace}, before the next helm upgrade`,
        release: { namespace, name: release },
    };
}
async function readRelease(client, { namespace, name }) {
    const { items } = await client.list((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_0__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_0__  .M2, namespace, 'secrets'), {
        labelSelector: `owner=helm,name=${name}`,
    });
    const kept = items.filter(({ type }) => type === 'helm.sh/release.v1');
    const read = kept.map(({ data }) => decodeRelease(data?.release)).filter((each) => each !== undefined);
    return read.length === kept.length ? read.sort((a, b) => a.number - b.number) : undefined;
}
function decodeRelease(stored) {
    const { success, output } = valibot__WEBPACK_IMPORTED_MODULE_1__  .xLC(releaseSchema, unpacked(stored ?? ''));
    if (!success)
        return undefined;
    const { version, info, chart, manifest, hooks, apply_method } = output;
    const { name = '?', version: chartVersion = '?' } = chart?.metadata ?? {};
    return {
        number: version,
        status: info.status,
        deployedAt: info.last_deployed,
        chart: `${name}-${chartVersion}`,
        manifest,
        hooks: (hooks ?? []).map((hook) => ({ ...hook, events: hook.events ?? [] })),
        isServerSide: apply_method === 'ssa',
    };
}
function unpacked(stored) {
    const { gunzipSync } = process.getBuiltinModule('node:zlib');
    try {
        const packed = Buffer.from(Buffer.from(stored, 'base64').toString('latin1'), 'base64');
        const isPacked = packed.subarray(0, GZIP.length).equals(GZIP);
        const json = isPacked ? gunzipSync(packed, { maxOutputLength: MAX_BYTES }) : packed;
        return JSON.parse(json.toString());
    }
    catch {
        return undefined;
    }
}
const isPending = ({ status }) => status.startsWith('pending');


  }),

  18664:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Fv: () => (  renewed),
    NN: () => (  PAUSED),
    nJ: () => (  pauseNote),
    uJ: () => (  pauseNotes)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
  var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);


const PAUSED = 'rollback-actions/paused';
const noteSchema = valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .L8)(),
    automated: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(100), valibot__WEBPACK_IMPORTED_MODULE_1__  .zMY())),
    isKept: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .zMY()),
    commits: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__  .YOg((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(64)), valibot__WEBPACK_IMPORTED_MODULE_1__  .tBZ())),
    sourceRef: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ name: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(253), namespace: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(63)) })),
    pin: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(253)),
});
const notesSchema = valibot__WEBPACK_IMPORTED_MODULE_1__  .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(253), noteSchema);
const pauseNote = ({ metadata }) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .Sf)((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .jw)(metadata.annotations?.[PAUSED], noteSchema));
const pauseNotes = ({ metadata }) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .Sf)((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .jw)(metadata.annotations?.[PAUSED], notesSchema)) ?? {};
function renewed(before, { commits, pin, ...note }) {
    const { commits: _, pin: __, ...known } = before ?? note;
    return { ...known, ...(commits && { commits }), ...(pin && { pin }) };
}


  }),

  68214:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    K1: () => (  resourceSetOf),
    KO: () => (  kappOf),
    P3: () => (  configSyncOf),
    RQ: () => (  controllerOwning),
    aP: () => (  fleetOf)
  });
function controllerOwning({ metadata }) {
    const owner = metadata.ownerReferences?.find(({ controller }) => controller === true);
    if (!owner)
        return undefined;
    const group = owner.apiVersion.split('/')[0];
    return {
        name: `controller of ${owner.kind} ${owner.name} (${group})`,
        heals: true,
        remedy: owner.kind === 'Canary'
            ? 'roll back the Deployment that the Canary targets, or pause Flagger'
            : `pause it, or go back in ${owner.kind} ${owner.name} itself`,
        isController: true,
    };
}
function configSyncOf({ metadata: { annotations = {} } }) {
    if (annotations['configmanagement.gke.io/managed'] !== 'enabled')
        return undefined;
    return {
        name: 'Config Sync of the cluster',
        heals: true,
        remedy: 'change its source, or stop its reconciler',
    };
}
const RESOURCE_SET = 'resourceset.fluxcd.controlplane.io';
function resourceSetOf({ metadata: { labels = {} } }) {
    const name = labels[`${RESOURCE_SET}/name`];
    const namespace = labels[`${RESOURCE_SET}/namespace`];
    if (!name)
        return undefined;
    return {
        name: `Flux ResourceSet ${name}`,
        heals: true,
        remedy: `kubectl annotate resourceset ${name} --namespace ${namespace} fluxcd.controlplane.io/reconcile=disabled`,
    };
}
function fleetOf({ metadata: { annotations = {} } }) {
    const bundle = annotations['objectset.rio.cattle.io/id'];
    return bundle === undefined
        ? undefined
        : {
            name: `Fleet bundle ${bundle.replace(/^default-/, '')}`,
            heals: false,
            remedy: 'change the Git repository of the bundle, or pause it (`spec.paused`)',
        };
}
function kappOf({ metadata: { labels = {} } }) {
    const app = labels['kapp.k14s.io/app'];
    return app === undefined
        ? undefined
        : {
            name: `kapp app ${app}`,
            heals: false,
            remedy: 'kctrl app pause where kapp-controller deploys it, and the older version before the next kapp deploy',
        };
}


  }),

  53314:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Kx: () => (  isResumed),
    XQ: () => (  isStillPaused),
    Zl: () => (  pausedAs),
    dM: () => (  distinct),
    oA: () => (  MAX_NAMES)
  });
const MAX_NAMES = 8;
const distinct = (owners) => [
    ...new Map(owners.map((owner) => [owner.name, owner])).values(),
];
const isStillPaused = ({ pausedBy, paused, isPinned }) => pausedBy !== undefined && (paused !== undefined || isPinned === true);
const isResumed = (owner) => owner.pausedBy !== undefined && !isStillPaused(owner) && !owner.synced && owner.unread === undefined;
const pausedAs = (owner, paused, pausedSince) => ({
    ...owner,
    paused,
    ...(pausedSince && { pausedSince }),
});


  }),

  45462:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Z: () => (  patchFresh)
  });
  var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59027);
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);


async function patchFresh(client, path, change) {
    for (;;) {
        const fresh = await client.get(path);
        const patch = change(fresh);
        if (!patch)
            return undefined;
        const metadata = { ...patch.metadata, resourceVersion: fresh.metadata.resourceVersion };
        try {
            return await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__.PATCH.merge, { ...patch, metadata });
        }
        catch (error) {
            if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__  .hD && error.status === 409))
                throw error;
        }
    }
}


  }),

  15301:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    O: () => (  controllerOf),
    v: () => (  WatchedList)
  });
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1807);



const LONGEST_EVENT = 32 * 1024 ** 2;
const TROUBLE = 5;
class WatchedList {
    items = new Map();
    #owned = new Map();
    #client;
    #path;
    #query;
    #on;
    #version = '';
    constructor(client, path, query, on) {
        this.#client = client;
        this.#path = path;
        this.#query = query;
        this.#on = on;
    }
    static async start(client, path, query, on) {
        const watched = new WatchedList(client, path, query, on);
        await watched.#list();
        watched.#follow().catch((error) => {
            if (!client.signal.aborted)
                on.error(error);
        });
        return watched;
    }
    named(name) {
        return [...this.items.values()].find(({ metadata }) => metadata.name === name);
    }
    ownedBy(uid) {
        return [...(this.#owned.get(uid) ?? [])].map((owned) => this.items.get(owned));
    }
    upsert(object) {
        const known = this.items.get(object.metadata.uid);
        if (known && isOlder(object, known))
            return;
        this.#forget(object);
        this.items.set(object.metadata.uid, object);
        const owner = controllerOf(object);
        if (owner)
            this.#owned.set(owner, (this.#owned.get(owner) ?? new Set()).add(object.metadata.uid));
        this.#on.change(object);
    }
    #remove(object) {
        this.#forget(object);
        this.items.delete(object.metadata.uid);
        this.#on.change(object);
    }
    #forget({ metadata: { uid } }) {
        const known = this.items.get(uid);
        if (known)
            this.#owned.get(controllerOf(known) ?? '')?.delete(uid);
    }
    async #list() {
        const { items, resourceVersion } = await this.#client.list(this.#path, this.#query);
        const present = new Set(items.map((item) => item.metadata.uid));
        for (const item of this.items.values())
            if (!present.has(item.metadata.uid))
                this.#remove(item);
        for (const item of items)
            this.upsert(item);
        this.#version = resourceVersion;
    }
    async #follow() {
        let failures = 0;
        for (;;) {
            const begun = performance.now();
            try {
                await this.#watchOnce();
                if (performance.now() - begun > 1000)
                    failures = 0;
                else
                    await this.#pause(undefined, failures++);
            }
            catch (error) {
                this.#client.signal.throwIfAborted();
                if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__  .hD && error.status === 410)
                    await this.#list();
                else if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__  .WG)(error))
                    throw error;
                else {
                    if (failures === TROUBLE)
                        this.#on.onDegraded(error);
                    await this.#pause(error, failures++);
                }
            }
        }
    }
    #pause(error, failures) {
        const retryAfterMs = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__  .hD ? error.retryAfterMs : 0;
        const growing = Math.min(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.WATCH_LONGEST_PAUSE_MS, 100 * 2 ** failures);
        return (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .v7)(Math.max(retryAfterMs, growing), this.#client.signal);
    }
    async #watchOnce() {
        const query = {
            ...this.#query,
            watch: 'true',
            allowWatchBookmarks: 'true',
            resourceVersion: this.#version,
            timeoutSeconds: _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.WATCH_RENEW_SECONDS,
        };
        const response = await this.#client.open('GET', this.#path, { query }, (_base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.WATCH_RENEW_SECONDS + 10) * 1000);
        let rest = '';
        for await (const chunk of response.setEncoding('utf8')) {
            const [first = '', ...others] = String(chunk).split('\n');
            rest += first;
            if (rest.length > LONGEST_EVENT)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__  .hD(500, '', 'an event of the watch has no end');
            for (const other of others) {
                this.#take(JSON.parse(rest));
                rest = other;
            }
        }
    }
    #take(event) {
        const { type, object } = event;
        if (type === 'ERROR')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__  .hD(object.code ?? 500, '', object.message ?? 'the watch failed');
        this.#version = object.metadata.resourceVersion;
        if (type === 'BOOKMARK')
            return;
        if (type === 'DELETED')
            this.#remove(object);
        else
            this.upsert(object);
    }
}
function isOlder(a, b) {
    const [first, second] = [Number(a.metadata.resourceVersion), Number(b.metadata.resourceVersion)];
    return first < second;
}
function controllerOf(object) {
    return object.metadata.ownerReferences?.find((owner) => owner.controller)?.uid;
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
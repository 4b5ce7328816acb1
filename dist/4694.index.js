export const id = 4694;
export const ids = [4694];
export const modules = {

/***/ 81187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ claimedText),
/* harmony export */   L8: () => (/* binding */ claimedInstant),
/* harmony export */   Sf: () => (/* binding */ claimed),
/* harmony export */   jw: () => (/* binding */ readClaim)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5685);


/** What is longer was not written by us: an annotation of Kubernetes holds 256 KiB at most. */
const MAX_CLAIM_CHARACTERS = 256 * 1024;
/**
 * Reads a text that this project writes as JSON, by its schema. Never throws: the caller passes over a claim that cannot be
 * read, and says so. Whether a claim that can be read is believed depends on the object that carries it.
 *
 * @returns undefined where there is no text
 */
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
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, json);
    if (parsed.success)
        return { value: parsed.output };
    const path = parsed.issues[0].path?.map(({ key }) => String(key)).join('.');
    return {
        broken: path ? `its field ${JSON.stringify(path.slice(0, 60))} is not valid` : 'it is not an object',
    };
}
/** The value of a claim that can be read. */
function claimed(claim) {
    return claim && 'value' in claim ? claim.value : undefined;
}
/** A word or sentence of a claim: short, and without characters that do something to a terminal or a log. */
const claimedText = (longest = 1000) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(longest), valibot__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')));
/** A time of a claim, RFC 3339: a valid one, of this century or so. */
const claimedInstant = () => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isInstant */ .u));


/***/ }),

/***/ 31803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ objectsOfWorkload),
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   m: () => (/* binding */ templateRef),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   rJ: () => (/* binding */ hasTemplate)
/* harmony export */ });
/** The Deployment whose template a Rollout has (`workloadRef`); undefined where it has its own. */
function templateRef({ kind, spec }) {
    const { workloadRef } = kind === 'Rollout' ? spec : {};
    return workloadRef?.kind === 'Deployment' ? { kind: 'Deployment', name: workloadRef.name } : undefined;
}
/** A Rollout as the workload that it is with its Deployment: it has the pods, and that one their template. */
function joined(rollout, deployment) {
    const { template, selector } = deployment.spec;
    const spec = { ...rollout.spec, template, selector: rollout.spec.selector ?? selector };
    return { ...rollout, spec, parts: { rollout, deployment } };
}
/** The object that the template of a workload is in: that of a Rollout may be a Deployment. */
const holderOf = (workload) => workload.parts?.deployment ?? workload;
/** The objects that a workload is, as the API has them. */
const objectsOfWorkload = (workload) => workload.parts ? [workload.parts.rollout, workload.parts.deployment] : [workload];
/** Whether the template of a workload is known: that of a Rollout may be in an object that was not read. */
const hasTemplate = ({ kind, spec, parts }) => kind !== 'Rollout' || !spec.workloadRef || parts !== undefined;


/***/ }),

/***/ 42387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ writtenAt)
/* harmony export */ });
/**
 * When a field of an object was last written, such as `f:spec`, `f:suspend`; undefined where the API server does not know. The
 * time is that of the manager's newest write, whatever it wrote then.
 */
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


/***/ }),

/***/ 79251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ noteOfWindow),
/* harmony export */   Vd: () => (/* binding */ hasWindow),
/* harmony export */   _U: () => (/* binding */ addWindow),
/* harmony export */   lM: () => (/* binding */ removeWindow),
/* harmony export */   tw: () => (/* binding */ readWindow)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);
/* harmony import */ var _argo_cd_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93862);
/* harmony import */ var _notes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18664);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53314);
/* harmony import */ var _patch_fresh_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45462);







/** Denies every minute for a day: always. It lets through what is requested by hand, as our operation is. */
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
const pathOf = (namespace, application) => (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .objectPath */ .du)(_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__/* .ARGO_API */ .nC, namespace, 'appprojects', (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__/* .projectOf */ .v8)(application));
/** Whether the project of an application stops it by a window of ours. */
async function hasWindow(client, namespace, application) {
    return (await projectWithWindow(client, namespace, application)) !== undefined;
}
/** The project of an application, where it has a window of ours for that; undefined also where it may not be read. */
async function projectWithWindow(client, namespace, application) {
    try {
        const project = await client.find(pathOf(namespace, application));
        const windows = project?.spec?.syncWindows ?? [];
        return windows.some((each) => isOurs(application.metadata.name, each)) ? project : undefined;
    }
    catch (error) {
        if (error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && error.status === 403)
            return undefined;
        throw error;
    }
}
/** Stops an application by a deny window of its project, which neither an ApplicationSet nor a parent application undoes. */
async function addWindow(client, namespace, application, note) {
    const { name } = application.metadata;
    await changeProject(client, namespace, application, (windows, notes) => {
        const isThere = windows.some((each) => isOurs(name, each));
        const kept = (0,_notes_js__WEBPACK_IMPORTED_MODULE_4__/* .renewed */ .Fv)(notes[name], note);
        // One without a note is not ours.
        if (isThere && (!notes[name] || (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(kept, notes[name])))
            return undefined;
        return {
            windows: isThere ? windows : [...windows, windowFor(name)],
            notes: { ...notes, [name]: kept },
        };
    });
}
/** The note about an application that its project keeps, where a window of ours stops it. */
async function noteOfWindow(client, namespace, application) {
    const project = await projectWithWindow(client, namespace, application);
    return project && (0,_notes_js__WEBPACK_IMPORTED_MODULE_4__/* .pauseNotes */ .uJ)(project)[application.metadata.name];
}
/** An application as it stands with its project: a rollback may have stopped it there, and left nothing on itself. */
async function readWindow({ client, namespace }, application, found) {
    const note = found.pausedBy ? undefined : await noteOfWindow(client, namespace, application);
    if (!note)
        return found;
    const stopped = { ...found, pausedBy: note };
    const isPaused = found.paused !== undefined || (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__/* .isBusy */ .A5)(application);
    return isPaused ? stopped : (0,_owner_js__WEBPACK_IMPORTED_MODULE_6__/* .pausedAs */ .Z)(stopped, 'a deny window of its project stops it', note.at);
}
/** Takes a window of ours away, and its note. Whatever else the project has stays. */
async function removeWindow(client, namespace, application) {
    if (!(await hasWindow(client, namespace, application)))
        return;
    const { name } = application.metadata;
    await changeProject(client, namespace, application, (windows, { [name]: note, ...notes }) => note ? { windows: windows.filter((each) => !isOurs(name, each)), notes } : undefined);
}
/** Changes windows and notes of a project, from a fresh read after a conflict. */
async function changeProject(client, namespace, application, change) {
    await (0,_patch_fresh_js__WEBPACK_IMPORTED_MODULE_5__/* .patchFresh */ .Z)(client, pathOf(namespace, application), (project) => {
        const changed = change(project.spec?.syncWindows ?? [], (0,_notes_js__WEBPACK_IMPORTED_MODULE_4__/* .pauseNotes */ .uJ)(project));
        if (!changed)
            return undefined;
        const notes = Object.keys(changed.notes).length > 0 ? JSON.stringify(changed.notes) : null;
        return { metadata: { annotations: { [_notes_js__WEBPACK_IMPORTED_MODULE_4__/* .PAUSED */ .NN]: notes } }, spec: { syncWindows: changed.windows } };
    });
}


/***/ }),

/***/ 93862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ isBusy),
/* harmony export */   DT: () => (/* binding */ revisionOf),
/* harmony export */   Mf: () => (/* binding */ prunes),
/* harmony export */   Sw: () => (/* binding */ syncsItself),
/* harmony export */   VZ: () => (/* binding */ isPassedOver),
/* harmony export */   fX: () => (/* binding */ argoOf),
/* harmony export */   g3: () => (/* binding */ waitsForWindow),
/* harmony export */   nC: () => (/* binding */ ARGO_API),
/* harmony export */   nZ: () => (/* binding */ readApplication),
/* harmony export */   s4: () => (/* binding */ setOf),
/* harmony export */   v8: () => (/* binding */ projectOf),
/* harmony export */   yD: () => (/* binding */ keeperOf)
/* harmony export */ });
/* harmony import */ var _domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42387);
/* harmony import */ var _notes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18664);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53314);



/** Names under which Argo CD writes: pkg/apis/application ArgoCDSSAManager, and the User-Agent of its binary. */
const MANAGERS = ['argocd-controller', 'argocd-application-controller'];
/** Where Applications and AppProjects are. */
const ARGO_API = '/apis/argoproj.io/v1alpha1';
const TRACKING = 'argocd.argoproj.io/tracking-id';
/** Finds the application that owns an object by what Argo CD puts on what it applies. */
function argoOf({ apiVersion, kind, metadata }) {
    const { labels = {}, annotations = {} } = metadata;
    const byArgo = metadata.managedFields?.some(({ manager = '' }) => MANAGERS.includes(manager)) === true;
    // A copy of an object carries the tracking of the one that it is a copy of (resource_tracking.md).
    const [tracked, ...self] = (annotations[TRACKING] ?? '').split(':');
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    const isItsOwn = self.join(':') === `${group}/${kind}:${metadata.namespace}/${metadata.name}`;
    const application = (isItsOwn ? tracked : undefined) ||
        labels['argocd.argoproj.io/instance'] ||
        // Its older tracking has nothing but a label that others use too.
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
/** An application outside Argo's own namespace is tracked as namespace_name and called namespace/name. */
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
/** Where it is true, in one of the words that Go's ParseBool takes for that, Argo CD passes over the application. */
const SKIP = 'argocd.argoproj.io/skip-reconcile';
const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const isPassedOver = ({ metadata }) => TRUE.includes(metadata.annotations?.[SKIP] ?? '');
/** Whether Argo CD acts on an application by itself at present. */
function readApplication(owner, application) {
    const keeper = keeperOf(application);
    const synced = syncedOf(application);
    const pausedBy = (0,_notes_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseNote */ .nJ)(application);
    const known = { ...owner, ...(synced && { synced }), ...(pausedBy && { pausedBy }) };
    const found = keeper
        ? {
            ...known,
            remedy: `${owner.remedy}; ${keeper} keeps the application and may turn that on again, so change it there`,
        }
        : known;
    if (isPassedOver(application)) {
        const since = (0,_domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenAt */ .n)(application, 'f:metadata', 'f:annotations', `f:${SKIP}`);
        return (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .pausedAs */ .Z)(found, 'its annotation skip-reconcile stops all that it does', since);
    }
    // What is under way, or is tried again, is applied whatever the policy says meanwhile.
    if (isBusy(application) || syncsItself(application))
        return found;
    return (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .pausedAs */ .Z)(found, 'its automatic sync is off', (0,_domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenAt */ .n)(application, 'f:spec', 'f:syncPolicy'));
}
/** The newest entry of its history, where that is what runs and what its source says. */
function syncedOf({ status }) {
    const newest = (status?.history ?? []).toSorted((a, b) => b.id - a.id)[0];
    const isIt = newest && status?.sync?.status === 'Synced' && revisionOf(newest) === revisionOf(status.sync);
    return isIt ? { history: newest.id, revision: revisionOf(newest) } : undefined;
}
/** One text for a commit, or for those of several sources. */
const revisionOf = ({ revision, revisions }) => revisions?.length ? revisions.join(' ') : (revision ?? '');
/** The AppProject that an application is in. */
const projectOf = ({ spec }) => spec?.project || 'default';
/** Argo CD acts without being asked. Where `enabled` is not said, `automated` alone does it. */
const syncsItself = (application) => {
    const automated = application.spec?.syncPolicy?.automated;
    return (Boolean(automated) && automated?.enabled !== false) || isSyncedBySet(application);
};
/** Its ApplicationSet syncs its applications in steps (RollingSync), and keeps their own automatic sync off. */
function isSyncedBySet(application) {
    const newestFirst = (application.status?.history ?? []).toSorted((a, b) => b.id - a.id);
    const newest = newestFirst.find(({ initiatedBy }) => initiatedBy?.automated === true);
    return setOf(application) !== undefined && newest?.initiatedBy?.username === 'applicationset-controller';
}
/** Whether its automatic sync deletes what its source no longer has. */
function prunes({ spec }) {
    const { automated, syncOptions = [] } = spec?.syncPolicy ?? {};
    return automated?.prune === true && !syncOptions.includes('Prune=false');
}
/** A sync has been asked for or is under way. */
const isBusy = ({ operation, status }) => operation !== undefined || status?.operationState?.phase === 'Running';
/** A sync is under way that a window of the project keeps from beginning. */
const waitsForWindow = ({ status }) => status?.operationState?.phase === 'Running' &&
    /blocked by sync window/i.test(status.operationState.message ?? '');
/** The owner of the application itself: an ApplicationSet, or another application. */
function keeperOf(application) {
    const set = setOf(application);
    if (set)
        return `ApplicationSet ${set}`;
    const owner = argoOf(application);
    // Argo CD writes to every application: one that it has not applied itself is tracked by none.
    return owner?.object && owner.name;
}
/** The ApplicationSet that made an application. */
const setOf = ({ metadata }) => metadata.ownerReferences?.find(({ kind }) => kind === 'ApplicationSet')?.name;


/***/ }),

/***/ 54138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gr: () => (/* binding */ findOwners),
/* harmony export */   J: () => (/* binding */ locateOwnerObject),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   oS: () => (/* binding */ canBePaused),
/* harmony export */   zU: () => (/* binding */ isGoneThrough)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4771);
/* harmony import */ var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31803);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);
/* harmony import */ var _argo_cd_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93862);
/* harmony import */ var _argo_cd_window_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79251);
/* harmony import */ var _flux_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50954);
/* harmony import */ var _helm_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52509);
/* harmony import */ var _others_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(68214);










/** Where each kind of owner is asked for. */
const APIS = {
    application: [_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__/* .ARGO_API */ .nC, 'applications'],
    kustomization: ['/apis/kustomize.toolkit.fluxcd.io/v1', 'kustomizations'],
    helmrelease: ['/apis/helm.toolkit.fluxcd.io/v2', 'helmreleases'],
};
/** Finds an object's owner by what the tools put on what they apply: of a workload, the one that brings its template. Pure. */
function ownerOf(workload) {
    const object = (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_7__/* .holderOf */ .Kd)(workload);
    return ((0,_others_js__WEBPACK_IMPORTED_MODULE_8__/* .controllerOwning */ .RQ)(object) ??
        (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__/* .argoOf */ .fX)(object) ??
        (0,_flux_js__WEBPACK_IMPORTED_MODULE_5__/* .fluxOf */ .$U)(object) ??
        (0,_others_js__WEBPACK_IMPORTED_MODULE_8__/* .resourceSetOf */ .K1)(object) ??
        (0,_others_js__WEBPACK_IMPORTED_MODULE_8__/* .configSyncOf */ .P3)(object) ??
        (0,_others_js__WEBPACK_IMPORTED_MODULE_8__/* .fleetOf */ .aP)(object) ??
        (0,_others_js__WEBPACK_IMPORTED_MODULE_8__/* .kappOf */ .KO)(object) ??
        (0,_helm_js__WEBPACK_IMPORTED_MODULE_6__/* .helmOf */ ._W)(object));
}
/** The owners of these objects, by the uid of what each owns, as their own objects show them. */
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
/** Whether a rollback can pause it: Argo CD and Flux, where it can be read. */
const canBePaused = (owner) => owner?.object !== undefined && owner.unread === undefined;
/** Whether a rollback can go through it: what can be paused, and Helm. The others are refused, or warned of. */
const isGoneThrough = (owner) => canBePaused(owner) || owner?.release !== undefined;
/** Where an owner's object is. */
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
    // What is on a workload may have been written by any account.
    if (!(0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isName */ .Eo)(object.name) || !(0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamespaceName */ .Pi)(namespace))
        return { ...owner, unread: 'its name is not one of Kubernetes' };
    try {
        const read = await client.find((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .objectPath */ .du)(api, namespace, plural, object.name));
        if (!read)
            return { ...owner, unread: missing(object, namespace) };
        if (object.type !== 'application')
            return (0,_flux_js__WEBPACK_IMPORTED_MODULE_5__/* .readFlux */ .SF)(owner, read);
        return await (0,_argo_cd_window_js__WEBPACK_IMPORTED_MODULE_4__/* .readWindow */ .tw)(clusters.argo, read, (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_3__/* .readApplication */ .nZ)(owner, read));
    }
    catch (error) {
        client.signal.throwIfAborted();
        const isRight = error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && error.status === 403;
        const right = `the credentials may not get ${plural} in the namespace ${namespace}`;
        return { ...owner, unread: isRight ? right : (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutFullStop */ .Qu)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) };
    }
}
function missing({ type, name }, namespace) {
    const where = `there is no ${type} ${name} in the namespace ${namespace}`;
    return type === 'application'
        ? `${where} (the inputs argocd-namespace and argocd-kubeconfig say where to look)`
        : where;
}


/***/ }),

/***/ 50954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ fluxOf),
/* harmony export */   SF: () => (/* binding */ readFlux),
/* harmony export */   WD: () => (/* binding */ reconcileOf),
/* harmony export */   _t: () => (/* binding */ ownOf),
/* harmony export */   o8: () => (/* binding */ inventoryOf),
/* harmony export */   v4: () => (/* binding */ RECONCILE),
/* harmony export */   yD: () => (/* binding */ keeperOf)
/* harmony export */ });
/* harmony import */ var _domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42387);
/* harmony import */ var _notes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18664);
/* harmony import */ var _others_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68214);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53314);




/** Where it is `disabled`, a Kustomization, or a HelmRelease, passes over the object that has it. */
const reconcileOf = (group) => `${group}.toolkit.fluxcd.io/reconcile`;
const RECONCILE = reconcileOf('kustomize');
const TYPES = [
    ['kustomize', 'kustomization'],
    ['helm', 'helmrelease'],
];
/** Finds the Kustomization or HelmRelease that owns an object by its labels. */
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
/** What of Flux makes an object of Flux, and applies it again; flux-system is its own keeper. */
function keeperOf({ metadata }, name) {
    const object = { apiVersion: '', kind: '', metadata };
    const keeper = fluxOf(object) ?? (0,_others_js__WEBPACK_IMPORTED_MODULE_1__/* .resourceSetOf */ .K1)(object);
    return keeper?.name === name ? undefined : keeper;
}
/** What a Kustomization says that it has made. */
const inventoryOf = ({ status }) => (status?.inventory?.entries ?? []).map(({ id }) => {
    // <namespace>_<name>_<group>_<kind>; names of workloads and Jobs have no underscore.
    const [namespace = '', name = '', group = '', kind = ''] = id.split('_');
    return { namespace, name, group, kind };
});
/** What a Kustomization adds to its commit by itself, as a part of a sentence: that stays as it is now. */
function ownOf({ spec = {} }) {
    const fields = ['postBuild', 'patches', 'images'].filter((field) => spec[field] !== undefined);
    return fields.length > 0 ? `its own ${fields.join(', ')}` : undefined;
}
/** Whether Flux acts on it by itself at present. */
function readFlux(known, object) {
    const { metadata, spec } = object;
    const pausedBy = (0,_notes_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseNote */ .nJ)({ apiVersion: '', kind: '', metadata });
    const synced = syncedOf(object);
    const owner = { ...known, ...(synced && { synced }), ...(pausedBy && { pausedBy }) };
    if (spec?.suspend === true)
        return (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .pausedAs */ .Z)(owner, 'it is suspended', (0,_domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .writtenAt */ .n)(object, 'f:spec', 'f:suspend'));
    const disabled = metadata.annotations?.[RECONCILE] === 'disabled';
    const keeper = keeperOf(object, owner.name);
    return keeper && !disabled
        ? {
            ...owner,
            remedy: `${owner.remedy}; the ${keeper.name} keeps it and may resume it, so change it there`,
        }
        : owner;
}
/** What it has applied, where that is all that it was asked to. */
function syncedOf({ status }) {
    const revision = status?.lastAppliedRevision;
    const ready = status?.conditions?.find(({ type }) => type === 'Ready');
    return revision && ready?.status === 'True' ? { history: 0, revision } : undefined;
}


/***/ }),

/***/ 52509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _W: () => (/* binding */ helmOf),
/* harmony export */   iJ: () => (/* binding */ readRelease),
/* harmony export */   mm: () => (/* binding */ isPending)
/* harmony export */ });
/* unused harmony export decodeRelease */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3090);



/** A Secret holds a megabyte at most; what unpacks to more is no release. */
const MAX_BYTES = 64 * 1024 ** 2;
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
/** What is shown of it is short and of one line, as it is untrusted. */
const word = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[\w.:+-]{1,253}$/));
const shown = valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .fallback */ .NpB(word, '?'), '?');
const manifest = valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), '');
const releaseSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    version: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(1)),
    info: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: word, last_deployed: shown }),
    chart: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ metadata: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: shown, version: shown })) })),
    manifest,
    hooks: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: word, kind: word, manifest, events: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(word)) }))),
    // Helm 3 says none: it applies client-side.
    apply_method: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
});
/** Finds the release of Helm that made an object. */
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
/** The revisions of a release that Helm keeps in Secrets, oldest first; undefined where one of them cannot be read. */
async function readRelease(client, { namespace, name }) {
    const { items } = await client.list((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .CORE */ .M2, namespace, 'secrets'), {
        labelSelector: `owner=helm,name=${name}`,
    });
    const kept = items.filter(({ type }) => type === 'helm.sh/release.v1');
    const read = kept.map(({ data }) => decodeRelease(data?.release)).filter((each) => each !== undefined);
    return read.length === kept.length ? read.sort((a, b) => a.number - b.number) : undefined;
}
/** A release as Helm writes it: JSON, packed, in base64, which the API server has in base64 once more. Undefined where it is not one. */
function decodeRelease(stored) {
    const { success, output } = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(releaseSchema, unpacked(stored ?? ''));
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
    try {
        const packed = Buffer.from(Buffer.from(stored, 'base64').toString('latin1'), 'base64');
        const isPacked = packed.subarray(0, GZIP.length).equals(GZIP);
        const json = isPacked ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(packed, { maxOutputLength: MAX_BYTES }) : packed;
        return JSON.parse(json.toString());
    }
    catch {
        return undefined;
    }
}
/** An operation of Helm is under way, or was killed on its way. */
const isPending = ({ status }) => status.startsWith('pending');


/***/ }),

/***/ 18664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ renewed),
/* harmony export */   NN: () => (/* binding */ PAUSED),
/* harmony export */   nJ: () => (/* binding */ pauseNote),
/* harmony export */   uJ: () => (/* binding */ pauseNotes)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);


/** On an owner that a rollback has paused: what was before it, for hand-back. */
const PAUSED = 'rollback-actions/paused';
const noteSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    /** The rollback that paused it, and when. */
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    /** `syncPolicy.automated` as it was. */
    automated: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(100), valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY())),
    /** The owner's own owner was told to pass it over. */
    isKept: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
    /** The commits that all of it went back to, one for each of its sources; none where only a part of it did. */
    commits: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(64)), valibot__WEBPACK_IMPORTED_MODULE_1__/* .readonly */ .tBZ())),
    /** The source that a Kustomization had, and the one that keeps it at the good commit. */
    sourceRef: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(253), namespace: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(63)) })),
    pin: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(253)),
});
const notesSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(253), noteSchema);
const pauseNote = ({ metadata }) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .readClaim */ .jw)(metadata.annotations?.[PAUSED], noteSchema));
/** On a project: the notes of its applications, by their names, that could not keep one themselves. */
const pauseNotes = ({ metadata }) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .readClaim */ .jw)(metadata.annotations?.[PAUSED], notesSchema)) ?? {};
/** A note as it stands, or a new one, with what the newest rollback goes back to. */
function renewed(before, { commits, pin, ...note }) {
    const { commits: _, pin: __, ...known } = before ?? note;
    return { ...known, ...(commits && { commits }), ...(pin && { pin }) };
}


/***/ }),

/***/ 68214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K1: () => (/* binding */ resourceSetOf),
/* harmony export */   KO: () => (/* binding */ kappOf),
/* harmony export */   P3: () => (/* binding */ configSyncOf),
/* harmony export */   RQ: () => (/* binding */ controllerOwning),
/* harmony export */   aP: () => (/* binding */ fleetOf)
/* harmony export */ });
/** An object that made the workload and reconciles it: Flagger's Canary, the custom resource of an operator. */
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
/** kpt.dev/configsync pkg/metadata: what it manages it puts back within seconds. */
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
/**
 * A ResourceSet of the Flux Operator, which applies what it makes every hour by default. `fluxcd.controlplane.io/reconcile:
 * disabled` on what it has made holds in newer versions alone (flux-operator#1004).
 */
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
/** Rancher Fleet deploys bundles by Helm, and corrects drift only where `correctDrift` says so. */
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
/** carvel-dev/kapp pkg/kapp/app: the tool applies when it is run; kapp-controller runs it every ten minutes. */
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


/***/ }),

/***/ 53314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ pausedAs),
/* harmony export */   o: () => (/* binding */ MAX_NAMES)
/* harmony export */ });
/** Names that a line can hold. */
const MAX_NAMES = 8;
/** An owner that undoes nothing at present. */
const pausedAs = (owner, paused, pausedSince) => ({
    ...owner,
    paused,
    ...(pausedSince && { pausedSince }),
});


/***/ }),

/***/ 45462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ patchFresh)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59027);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);


/**
 * Patches an owner's object as it is now: its controller writes to it all the time, so it is read again after a conflict.
 *
 * @param change the patch for what was read; undefined where nothing is to be changed any more
 * @returns the object as it is then; undefined where nothing was changed
 */
async function patchFresh(client, path, change) {
    for (;;) {
        const fresh = await client.get(path);
        const patch = change(fresh);
        if (!patch)
            return undefined;
        const metadata = { ...patch.metadata, resourceVersion: fresh.metadata.resourceVersion };
        try {
            return await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__/* .PATCH */ .D.merge, { ...patch, metadata });
        }
        catch (error) {
            if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && error.status === 409))
                throw error;
        }
    }
}


/***/ }),

/***/ 15301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ controllerOf),
/* harmony export */   v: () => (/* binding */ WatchedList)
/* harmony export */ });
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1807);



/** Signs of an event; the largest object that etcd takes is a fraction of it. */
const LONGEST_EVENT = 32 * 1024 ** 2;
/** After how many failures in a row it warns: with the pauses between them some four seconds. */
const TROUBLE = 5;
/** A copy of a collection that follows the server. */
class WatchedList {
    items = new Map();
    /** The uids of objects by the uid of their controller, so that a look at one workload costs nothing for the others. */
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
    /** Lists the collection, then follows it until the client's signal aborts. */
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
    /** The objects that the object with this uid controls. */
    ownedBy(uid) {
        return [...(this.#owned.get(uid) ?? [])].map((owned) => this.items.get(owned));
    }
    /** Takes in a state of an object, from the watch or from an answer to a request of ours, unless a newer one is known. */
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
    /** An object may have lost its controller since: the one that it is listed under is that of its last state. */
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
                if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD && error.status === 410)
                    await this.#list();
                else if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isPassing */ .WG)(error))
                    throw error;
                else {
                    if (failures === TROUBLE)
                        this.#on.onDegraded(error);
                    await this.#pause(error, failures++);
                }
            }
        }
    }
    /** Waits before the next attempt: as long as the server asks, else longer each time up to 2 s. */
    #pause(error, failures) {
        const retryAfterMs = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD ? error.retryAfterMs : 0;
        const growing = Math.min(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.WATCH_LONGEST_PAUSE_MS, 100 * 2 ** failures);
        return (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(Math.max(retryAfterMs, growing), this.#client.signal);
    }
    async #watchOnce() {
        const query = {
            ...this.#query,
            watch: 'true',
            allowWatchBookmarks: 'true',
            resourceVersion: this.#version,
            timeoutSeconds: _base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.WATCH_RENEW_SECONDS,
        };
        const response = await this.#client.open('GET', this.#path, { query }, (_base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.WATCH_RENEW_SECONDS + 10) * 1000);
        let rest = '';
        for await (const chunk of response.setEncoding('utf8')) {
            const [first = '', ...others] = String(chunk).split('\n');
            rest += first;
            if (rest.length > LONGEST_EVENT)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD(500, '', 'an event of the watch has no end');
            for (const other of others) {
                this.#take(JSON.parse(rest));
                rest = other;
            }
        }
    }
    #take(event) {
        const { type, object } = event;
        if (type === 'ERROR')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD(object.code ?? 500, '', object.message ?? 'the watch failed');
        this.#version = object.metadata.resourceVersion;
        if (type === 'BOOKMARK')
            return;
        if (type === 'DELETED')
            this.#remove(object);
        else
            this.upsert(object);
    }
}
/** True where `a` is an earlier state than `b` of the same object; resourceVersions are ever growing numbers (KEP-5504). */
function isOlder(a, b) {
    const [first, second] = [Number(a.metadata.resourceVersion), Number(b.metadata.resourceVersion)];
    return first < second;
}
/** The uid of the object that controls this one. */
function controllerOf(object) {
    return object.metadata.ownerReferences?.find((owner) => owner.controller)?.uid;
}


/***/ })

};

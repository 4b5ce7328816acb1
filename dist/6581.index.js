export const id = 6581;
export const ids = [6581];
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
 * Reads a text that this project writes as JSON, by its schema. Never throws: a claim that cannot be read is passed
 * over, and said, by whoever asked. Whether a claim that can be read is believed depends on the object that carries it.
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
/** A time of a claim, RFC 3339: a valid one, and not of an age that nobody lives in. */
const claimedInstant = () => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isInstant */ .uZ));


/***/ }),

/***/ 60091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isFields)
/* harmony export */ });
/** Whether a value is an object with fields, and no list. */
const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 54085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ brokenHeldNote),
/* harmony export */   Wv: () => (/* binding */ heldNote),
/* harmony export */   _r: () => (/* binding */ HELD),
/* harmony export */   i7: () => (/* binding */ isHeld)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
/* harmony import */ var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);



/** Keeps on the workload itself how many replicas it had, so that whoever comes next can give them back. */
const HELD = 'rollback-actions/quiesced';
/** The most replicas that are believed: more than any Deployment of a cluster has. */
const MAX_REPLICAS = 100_000;
const noteSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    replicas: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_2__/* .maxValue */ .cGV(MAX_REPLICAS)),
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
});
const read = ({ metadata }) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .readClaim */ .jw)(metadata.annotations?.[HELD], noteSchema);
/** Whether a rollback keeps a workload at zero for the moment. */
const isHeld = (workload) => workload.spec.replicas === 0 && heldNote(workload) !== undefined;
/** What a rollback has left on a workload that it stopped; undefined where there is nothing, or nothing that can be read. */
const heldNote = (workload) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(workload));
/** A sentence about a note that cannot be read, and so is passed over. */
function brokenHeldNote(workload) {
    const claim = read(workload);
    if (!claim || !('broken' in claim))
        return undefined;
    const { namespace } = workload.metadata;
    return `The annotation ${HELD} of ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(workload))} cannot be read (${claim.broken}) and is passed over; if the workload is at zero because of it, scale it back with kubectl scale -n ${namespace}, and remove the annotation.`;
}


/***/ }),

/***/ 42387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ writtenAt)
/* harmony export */ });
/**
 * When somebody last wrote a field of an object, such as `f:spec`, `f:suspend`; undefined where the API server does not
 * know. The time is that of the manager's newest write, whatever it wrote then.
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

/***/ 95722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cw: () => (/* binding */ groupWorkloads),
/* harmony export */   gO: () => (/* binding */ parseSelection),
/* harmony export */   jK: () => (/* binding */ selectByLabels),
/* harmony export */   tG: () => (/* binding */ kindsOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);



/** Reads the inputs `workloads`, `selector` and `order`. @throws ActionError where they name nothing or contradict */
function parseSelection(workloads, selector, order) {
    const all = workloads.includes('all');
    const groups = order.map((line) => line
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .parseWorkload */ .jH));
    const refs = workloads.filter((item) => item !== 'all').map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .parseWorkload */ .jH);
    if (all && (refs.length > 0 || selector)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('Input `workloads` is `all`; leave other names and `selector` out, or leave `all` out.');
    }
    const ordered = groups.flat();
    const twice = ordered.find((ref, index) => ordered.findIndex((other) => (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(other) === (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(ref)) !== index);
    if (twice)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`order\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(twice)} twice.`);
    if (!all && !selector && refs.length === 0 && ordered.length === 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('Say which workloads are meant: `workloads` (names, or `all`) or `selector`.');
    }
    return { all, refs: refs.length > 0 || all || selector ? refs : ordered, selector, order: groups };
}
/** The kinds that have to be looked at. */
function kindsOf({ all, refs, selector }) {
    const named = Object.keys(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kinds */ .EZ).filter((kind) => refs.some((ref) => ref.kind === kind));
    return all || selector ? [...new Set([..._systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .allKinds */ .TO, ...named])] : named;
}
/** The uids that a label selector finds; the API server reads the selector. @throws ActionError where it can't */
async function selectByLabels(client, namespace, selector) {
    const asked = _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .allKinds */ .TO.map((kind) => client.list((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadPath */ .jC)(namespace, kind), { labelSelector: selector }));
    const lists = await Promise.all(asked).catch((error) => {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && error.status === 400))
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`selector\` is ${JSON.stringify(selector)}, which is not a selector of labels; write it as \`kubectl -l\` takes it, such as app=web,tier in (api,worker).`, { details: [error.message], cause: error });
    });
    return new Set(lists.flatMap((list) => list.items.map((item) => item.metadata.uid)));
}
/** Puts the workloads that exist into the groups that were asked for. @throws ActionError naming what does not exist */
function groupWorkloads(selection, present, bySelector, namespace) {
    const named = new Set(selection.refs.map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf));
    const byLabel = new Map(present.map((workload) => [(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(workload)), workload]));
    const missing = [...named].filter((name) => !byLabel.has(name));
    if (missing.length > 0) {
        const known = [...byLabel.keys()].sort().join(', ') || 'none of that kind';
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no ${missing.join(', ')} in the namespace ${namespace}; there are ${known}.`);
    }
    const selected = [...byLabel].filter(([name, { metadata }]) => selection.all || named.has(name) || bySelector.has(metadata.uid));
    if (selected.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Nothing is selected in the namespace ${namespace}: ${selection.selector ? `no workload has the labels ${selection.selector}` : 'it has no workloads'}; check \`namespace\`, \`workloads\` and \`selector\`.`);
    const rest = new Map(selected);
    const listed = kindsOf(selection);
    const groups = selection.order.map((group) => group.flatMap((ref) => {
        const workload = rest.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(ref));
        if (!workload && listed.includes(ref.kind) && !byLabel.has((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(ref)))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`order\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(ref)}, which is not in the namespace ${namespace}.`);
        rest.delete((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(ref));
        // The order of a configuration holds for whatever part of it is named now.
        return workload ? [workload] : [];
    }));
    return [...groups, [...rest.values()]]
        .filter((group) => group.length > 0)
        .map((group) => group.map((workload) => ({ workload, named: named.has((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(workload))) })));
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







/** Denies every minute for a day: always. It lets through what is asked for by hand, as our operation is. */
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
        // One without a note is somebody else's.
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
/** Changes windows and notes of a project, from a fresh read where somebody was faster. */
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
/* harmony export */   Sw: () => (/* binding */ syncsItself),
/* harmony export */   fX: () => (/* binding */ argoOf),
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
/** Where it is `true`, Argo CD passes over the application. */
const SKIP = 'argocd.argoproj.io/skip-reconcile';
/** Whether Argo CD acts on an application by itself at present. */
function readApplication(owner, application) {
    const { annotations = {} } = application.metadata;
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
    if (annotations[SKIP] === 'true') {
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
const syncsItself = ({ spec }) => Boolean(spec?.syncPolicy?.automated) && spec?.syncPolicy?.automated?.enabled !== false;
/** A sync has been asked for or is under way. */
const isBusy = ({ operation, status }) => operation !== undefined || status?.operationState?.phase === 'Running';
/** Who keeps the application itself: an ApplicationSet, or another application. */
function keeperOf(application) {
    const set = setOf(application);
    return set ? `ApplicationSet ${set}` : argoOf(application)?.name;
}
/** The ApplicationSet that made an application. */
const setOf = ({ metadata }) => metadata.ownerReferences?.find(({ kind }) => kind === 'ApplicationSet')?.name;


/***/ }),

/***/ 60669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oS: () => (/* binding */ canBePaused),
  Gr: () => (/* binding */ findOwners),
  zU: () => (/* binding */ isGoneThrough),
  bf: () => (/* binding */ ownerOf),
  $t: () => (/* binding */ placeOf)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var kubernetes_errors = __webpack_require__(1807);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/owners/argo-cd.js
var argo_cd = __webpack_require__(93862);
// EXTERNAL MODULE: ./build/owners/argo-cd-window.js
var argo_cd_window = __webpack_require__(79251);
// EXTERNAL MODULE: ./build/owners/flux.js
var flux = __webpack_require__(50954);
// EXTERNAL MODULE: ./build/owners/helm.js
var helm = __webpack_require__(52509);
;// CONCATENATED MODULE: ./build/owners/others.js
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

;// CONCATENATED MODULE: ./build/owners/find.js









/** Where each kind of owner is asked for. */
const APIS = {
    application: [argo_cd/* ARGO_API */.nC, 'applications'],
    kustomization: ['/apis/kustomize.toolkit.fluxcd.io/v1', 'kustomizations'],
    helmrelease: ['/apis/helm.toolkit.fluxcd.io/v2', 'helmreleases'],
};
/** Finds who owns an object by what the tools put on what they apply. Pure. */
function ownerOf(object) {
    return (controllerOwning(object) ??
        (0,argo_cd/* argoOf */.fX)(object) ??
        (0,flux/* fluxOf */.$U)(object) ??
        configSyncOf(object) ??
        fleetOf(object) ??
        kappOf(object) ??
        (0,helm/* helmOf */._W)(object));
}
/** The owners of these objects, by the uid of what each owns, as their own objects show them. */
async function findOwners(clusters, objects) {
    const asked = new Map();
    const found = objects.map(async (object) => {
        const owner = ownerOf(object);
        if (!owner)
            return [];
        if (!asked.has(owner.name))
            asked.set(owner.name, readOwner(clusters, owner));
        return [[object.metadata.uid, await asked.get(owner.name)]];
    });
    return new Map((await Promise.all(found)).flat());
}
/** Whether a rollback can pause it: Argo CD and Flux, where it can be read. */
const canBePaused = (owner) => owner?.object !== undefined && owner.unread === undefined;
/** Whether a rollback can go through it: what can be paused, and Helm. The others are refused, or warned of. */
const isGoneThrough = (owner) => canBePaused(owner) || owner?.release !== undefined;
/** Where an owner's object is. */
function placeOf({ client, argo }, object) {
    const isArgo = object.type === 'application';
    const namespace = object.namespace ?? argo.namespace;
    const [api, plural] = APIS[object.type];
    return { client: isArgo ? argo.client : client, namespace, plural, api };
}
async function readOwner(clusters, owner) {
    const { object } = owner;
    if (!object)
        return owner;
    const { client, namespace, plural, api } = placeOf(clusters, object);
    // What is on a workload may have been written by anybody.
    if (!(0,names/* isName */.Eo)(object.name) || !(0,names/* isNamespaceName */.Pi)(namespace))
        return { ...owner, unread: 'its name is not one of Kubernetes' };
    try {
        const read = await client.find((0,names/* objectPath */.du)(api, namespace, plural, object.name));
        if (!read)
            return { ...owner, unread: missing(object, namespace) };
        if (object.type !== 'application')
            return (0,flux/* readFlux */.SF)(owner, read);
        return await (0,argo_cd_window/* readWindow */.tw)(clusters.argo, read, (0,argo_cd/* readApplication */.nZ)(owner, read));
    }
    catch (error) {
        client.signal.throwIfAborted();
        const isRight = error instanceof kubernetes_errors/* ApiError */.hD && error.status === 403;
        const right = `the credentials may not get ${plural} in the namespace ${namespace}`;
        return { ...owner, unread: isRight ? right : (0,sentence/* asClause */.eI)((0,errors/* messageOf */.bD)(error)) };
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
/* harmony export */   v4: () => (/* binding */ RECONCILE)
/* harmony export */ });
/* harmony import */ var _domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42387);
/* harmony import */ var _notes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18664);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53314);



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
/** Whether Flux acts on it by itself at present. */
function readFlux(known, object) {
    const { metadata, spec } = object;
    const pausedBy = (0,_notes_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseNote */ .nJ)({ apiVersion: '', kind: '', metadata });
    const synced = syncedOf(object);
    const owner = { ...known, ...(synced && { synced }), ...(pausedBy && { pausedBy }) };
    if (spec?.suspend === true)
        return (0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .pausedAs */ .Z)(owner, 'it is suspended', (0,_domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .writtenAt */ .n)(object, 'f:spec', 'f:suspend'));
    const disabled = metadata.annotations?.[RECONCILE] === 'disabled';
    const keeper = fluxOf({ apiVersion: '', kind: '', metadata });
    // flux-system is its own keeper.
    const isKept = !disabled && keeper !== undefined && keeper.name !== owner.name;
    return isKept
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
/** What is shown of it is short and of one line, whoever wrote it. */
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
/** A release as Helm writes it: JSON, packed, in base64, which the API server has in base64 once more. Undefined where it is none. */
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

/***/ 21312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DX: () => (/* binding */ ownerInputs),
/* harmony export */   Dg: () => (/* binding */ clustersOf),
/* harmony export */   _H: () => (/* binding */ gitInputs),
/* harmony export */   oQ: () => (/* binding */ configRepositoryOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77934);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92920);
/* harmony import */ var _systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20006);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);
/* harmony import */ var _lasting_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37341);






/** The inputs of every action that asks owners. */
const ownerInputs = {
    argocdNamespace: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(), 'argocd'),
    argocdKubeconfig: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)()),
};
/** The inputs of every action that has a pull request make a rollback last. */
const gitInputs = {
    gitopsRepository: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)()),
    gitopsPaths: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)(), ''),
    gitopsToken: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .secret */ .rJ)()),
    gitopsPullRequest: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['create', 'never']), 'create'),
};
/** Where pull requests are opened, as these inputs say. */
function configRepositoryOf(inputs) {
    const { gitopsRepository: repository, gitopsPaths, gitopsToken: token, gitopsPullRequest } = inputs;
    if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`gitops-repository\` is ${JSON.stringify(repository)}; accepted is <owner>/<name>, such as shop/config.`);
    const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_SERVER_URL: server = 'https://github.com' } = process.env;
    const isWanted = gitopsPullRequest === 'create';
    return { token, repository, paths: gitopsPaths.map(_lasting_place_js__WEBPACK_IMPORTED_MODULE_3__/* .tidy */ .DZ), isWanted, api, server };
}
/** Where the owners of workloads are, as these inputs say. What it opens is closed with the client of the workloads. */
function clustersOf(client, inputs, { mask }) {
    const { argocdNamespace: namespace, argocdKubeconfig: kubeconfig } = inputs;
    if (!(0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamespaceName */ .Pi)(namespace))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`argocd-namespace\` is ${JSON.stringify(namespace)}, which is not the name of a namespace.`);
    const argo = kubeconfig ? (0,_systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .N)({ kubeconfig }, { signal: client.signal, mask }).client : client;
    if (argo !== client)
        client.signal.addEventListener('abort', () => argo.close(), { once: true });
    return { client, argo: { client: argo, namespace } };
}


/***/ }),

/***/ 37341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ tidy),
/* harmony export */   LH: () => (/* binding */ placesOfKustomization),
/* harmony export */   iJ: () => (/* binding */ placesOfApplication)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);


const isCommit = (text) => text !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
/**
 * The places of an application. Pure.
 *
 * @param commits the version that it went back to, one for each of its sources
 */
function placesOfApplication({ spec = {}, status }, commits) {
    const own = sourcesOf(spec);
    const sources = own.map(read);
    const places = [];
    const others = [];
    for (const [at, source] of sources.entries()) {
        const commit = commits[at];
        const paths = [
            ...(source.path === undefined ? [] : [tidy(source.path)]),
            ...(source.ref ? referredTo(source.ref, sources) : valueFilesOf(source)),
        ];
        if (source.chart !== undefined)
            others.push(`the chart ${source.chart} is not in Git, so its version is changed in the application`);
        else if (isCommit(source.branch))
            others.push(`the application names the commit ${source.branch.slice(0, 7)} itself`);
        else if (!isCommit(commit))
            others.push(`the commit of ${source.url} is not known`);
        else if (paths.length > 0)
            places.push({ url: source.url, branch: source.branch, paths, commit });
    }
    const then = status?.history?.find(({ revision = '', revisions }) => (0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(revisions?.length ? revisions : [revision], commits));
    const changed = then ? differences(sourcesOf(then), own) : [];
    if (changed.length > 0)
        others.push(`the source in the application has changed since (${changed.join(', ')})`);
    return { places, others };
}
/** The place of a Kustomization, whose source is a GitRepository. Pure. */
function placesOfKustomization({ path = '' }, source, commit) {
    const { branch, ...fixed } = source.ref ?? {};
    const [by] = Object.entries(fixed);
    if (by)
        return { places: [], others: [`its source names the ${by[0]} ${by[1]} itself`] };
    if (!isCommit(commit))
        return { places: [], others: ['the good commit is not known'] };
    return {
        places: [{ url: source.url ?? '', branch: branch ?? 'master', paths: [tidy(path)], commit }],
        others: [],
    };
}
const sourcesOf = ({ source, sources, }) => (sources?.length ? sources : source ? [source] : []);
function read({ repoURL, targetRevision, path, chart, ref, helm }) {
    const { valueFiles } = (helm ?? {});
    const revision = textOf(targetRevision)?.replace(/^refs\/heads\//, '');
    return {
        url: textOf(repoURL) ?? '',
        branch: revision === 'HEAD' ? undefined : revision,
        ...{ path: textOf(path), chart: textOf(chart), ref: textOf(ref) },
        valueFiles: Array.isArray(valueFiles) ? valueFiles.filter((each) => typeof each === 'string') : [],
    };
}
const textOf = (value) => typeof value === 'string' && value !== '' ? value : undefined;
/** A path without a dot or a slash at its ends. */
function tidy(path) {
    const tidied = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(`/${path}`).replace(/^\/+|\/+$/g, '');
    return tidied;
}
/** Value files of a chart in Git, by their paths from the top. */
const valueFilesOf = ({ path = '', valueFiles }) => valueFiles
    .filter((file) => !file.startsWith('$') && !/^[a-z][a-z0-9+.-]*:\/\//i.test(file))
    .map((file) => tidy(file.startsWith('/') ? file : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(path, file)));
/** Files of a source that others take their values from: `$values/shop/production.yaml`. */
const referredTo = (ref, sources) => sources
    .flatMap(({ valueFiles }) => valueFiles)
    .filter((file) => file.startsWith(`$${ref}/`))
    .map((file) => tidy(file.slice(ref.length + 2)));
/** The fields of sources that are not as they were, but for which version they follow. */
function differences(then, now) {
    if (then.length !== now.length)
        return ['sources'];
    const fields = now.flatMap((source, at) => [...new Set([...Object.keys(source), ...Object.keys(then[at] ?? {})])].filter((field) => field !== 'targetRevision' && !(0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(source[field], then[at]?.[field])));
    return [...new Set(fields)];
}


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


/** On an owner that a rollback has paused: what was before it, for whoever hands the workloads back. */
const PAUSED = 'rollback-actions/paused';
const noteSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    /** The rollback that paused it, and when. */
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    /** `syncPolicy.automated` as it was. */
    automated: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(100), valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY())),
    /** Whoever keeps the owner was told to pass it over. */
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
 * Patches an owner's object as it is now: its controller writes to it all the time, so whoever was slower reads again.
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

/***/ 94313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hr: () => (/* binding */ NO_CONFIGURATION),
  qE: () => (/* binding */ bringConfigurationBack),
  U4: () => (/* binding */ hasCopies),
  SU: () => (/* binding */ planConfiguration),
  dF: () => (/* binding */ putConfigurationBack),
  Hb: () => (/* binding */ restoresFor),
  r9: () => (/* binding */ uses)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/service/copies.js
var service_copies = __webpack_require__(19443);
// EXTERNAL MODULE: ./build/service/history.js
var service_history = __webpack_require__(75648);
// EXTERNAL MODULE: ./build/service/lingering.js
var lingering = __webpack_require__(64745);
// EXTERNAL MODULE: ./build/service/marks.js
var marks = __webpack_require__(94054);
// EXTERNAL MODULE: ./build/systems/kubernetes/watch.js
var watch = __webpack_require__(15301);
// EXTERNAL MODULE: ./build/service/hand-over.js
var hand_over = __webpack_require__(34962);
// EXTERNAL MODULE: ./build/service/lineage.js
var lineage = __webpack_require__(11805);
// EXTERNAL MODULE: ./build/service/untouched.js
var untouched = __webpack_require__(28511);
;// CONCATENATED MODULE: ./build/service/renewed.js




/**
 * What controllers write on the ConfigMaps and Secrets that they renew, where they do not own them: cert-manager
 * (pkg/controller/certificates/issuing), the External Secrets Operator (pkg/controllers/externalsecret).
 */
const RENEWED = [
    'cert-manager.io/certificate-name',
    'reconcile.external-secrets.io/managed',
    'reconcile.external-secrets.io/data-hash',
];
/** True where a controller writes it: what goes back of it would be written again, or be wrong. */
function isRenewed(live) {
    const { labels = {}, annotations = {} } = live.metadata;
    return (0,watch/* controllerOf */.O)(live) !== undefined || RENEWED.some((key) => key in annotations || key in labels);
}
/**
 * True where the newest contents came with a deploy that is rolled back: whoever deployed the workload wrote them, at the
 * time of a revision that is left. Everything else is somebody's rotation, or is not known to be a part of the release.
 *
 * @param newer the revisions between the one that it goes back to and the present one
 */
function cameWithDeploy(live, workload, newer) {
    const writer = lastWriter(live);
    const deployer = (0,hand_over/* ownerOfTemplate */.Nh)(workload)?.manager;
    if (deployer === undefined || writer?.manager !== deployer)
        return false;
    return wasWrittenWith(live, newer);
}
/** Tools by which people change what is live. */
const HANDS = /^(kubectl-(edit|patch)|k9s)$/;
/** True where the newest contents were written at the time of one of these revisions, and not by hand. */
function wasWrittenWith(live, newer) {
    const { manager = '', time = '' } = lastWriter(live) ?? {};
    const at = Date.parse(time);
    return (!HANDS.test(manager) &&
        newer.some((revision) => Math.abs(((0,lineage/* createdAt */.CT)(revision) ?? Number.NaN) - at) <= untouched/* ONE_DEPLOY */.F3));
}
/** Who wrote the contents last. */
function lastWriter({ metadata }) {
    const writers = (metadata.managedFields ?? []).filter(({ fieldsV1 = {} }) => 'f:data' in fieldsV1 || 'f:binaryData' in fieldsV1);
    return writers.sort((a, b) => (a.time ?? '').localeCompare(b.time ?? '')).at(-1);
}

;// CONCATENATED MODULE: ./build/service/configuration.js








/** Where nothing of it goes back. */
const NO_CONFIGURATION = { restores: [], rotated: [], warnings: [] };
/** True where a plan's targets have kept configuration, so that the rights to read and write it are needed. */
const hasCopies = (steps) => steps.some((step) => copiesOf(step).length > 0);
/** Finds what of the configuration that was kept for the targets differs from what is there now. */
async function planConfiguration(client, name, steps, namespace) {
    const active = steps.filter((step) => step.action === 'roll-back' || step.action === 'no-op');
    const named = active.sort(byWeight).flatMap(copiesOf);
    const copies = new Map(named.map((copy) => [copy.ref, copy]));
    const { restores: all, missing, foreign } = await (0,service_copies/* findRestores */.B)(client, name, [...copies.values()]);
    const owned = all.filter(({ live }) => live && isRenewed(live));
    const came = (restore, how = cameWithDeploy) => isOfDeploys(restore, active, namespace, how);
    const isApart = (restore) => !came(restore, (live, _, newer) => wasWrittenWith(live, newer));
    const neededBy = new Map(all
        .filter((restore) => !owned.includes(restore) && isApart(restore))
        .map((restore) => [restore, markedWith(restore, active, namespace)])
        .filter(([, labels]) => labels.length > 0));
    const restores = all.filter((restore) => !owned.includes(restore) && !neededBy.has(restore));
    const uids = new Set(active.map((step) => step.uid));
    const others = namespace.workloads().filter((workload) => !uids.has(workload.metadata.uid));
    const sharing = others
        .filter((workload) => uses(workload.spec.template, restores))
        .map((workload) => (0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(workload)));
    const unkept = active.filter((step) => step.action === 'roll-back' && step.target && (0,service_copies/* configRefs */.z$)(step.template).some((ref) => !copies.has(ref)));
    const warningOf = (list, words) => list.length > 0 ? [`${list.join(', ')} ${words}`] : [];
    return {
        restores,
        rotated: restores
            .filter((restore) => restore.live?.kind === 'Secret' && !came(restore))
            .map(({ ref }) => ref),
        warnings: [
            ...warningOf(sharing, 'use configuration that goes back, and are not part of this rollback'),
            ...warningOf(unkept.map(kinds/* label */.Pf), 'keep the ConfigMaps and Secrets that they have now where mark-good kept no copy'),
            ...warningOf(missing, 'cannot go back, because the kept copy is gone'),
            ...warningOf(foreign, 'cannot go back, because what the mark names is not a copy that mark-good has made'),
            ...warningOf(owned.map(({ ref }) => ref), 'would go back, but a controller renews it: it stays as it is'),
            ...[...neededBy].map(([{ ref }, labels]) => `${ref} would go back, but ${labels.join(', ')} was marked good with what it holds now: it stays as it is`),
            ...restores.filter(isApart).flatMap(changedApart),
        ],
    };
}
/** True where the present contents came with one of the deploys that are rolled back. */
function isOfDeploys({ ref, live }, steps, namespace, how) {
    if (!live)
        return false;
    return steps.some(({ workload, template, target, action }) => {
        const number = target?.number ?? Number.POSITIVE_INFINITY;
        const newer = namespace.history(workload).filter((revision) => revision.number > number);
        return action === 'roll-back' && (0,service_copies/* configRefs */.z$)(template).includes(ref) && how(live, workload, newer);
    });
}
/** The workloads that stay as they are and were marked good with the present contents: the older ones are none of theirs. */
function markedWith({ ref, live }, steps, namespace) {
    if (!live)
        return [];
    const goesBack = new Set(steps.filter(({ action }) => action === 'roll-back').map(({ uid }) => uid));
    return namespace
        .workloads()
        .filter((workload) => !goesBack.has(workload.metadata.uid))
        .filter((workload) => {
        const object = (0,service_history/* currentRevision */.h7)(workload, namespace.history(workload))?.object;
        const copy = object && (0,marks/* goodMark */.X3)(object)?.config[ref];
        return object !== undefined && copy !== undefined && (0,service_copies/* isCopyOf */.h8)(copy, object.metadata.uid, live);
    })
        .map((workload) => (0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(workload)));
}
/** Who wrote a ConfigMap last, which was apart from the deploys that are rolled back: by hand in an incident, say. */
function changedApart({ ref, live }) {
    const { manager, time } = (live?.kind === 'ConfigMap' && lastWriter(live)) || {};
    return manager && time
        ? [
            `${ref} was last changed by ${manager} at ${time}, apart from the deploy that is rolled back, and goes back all the same (\`restore-config: never\` keeps all configuration as it is)`,
        ]
        : [];
}
/**
 * Where workloads kept different copies of the same ConfigMap, the last one here counts: that of a workload that is
 * rolled back before that of one that stays, and among those the one that was kept last.
 */
function byWeight(a, b) {
    const rank = (step) => (step.action === 'roll-back' ? 1 : 0);
    return rank(a) - rank(b) || keptAt(a.target).localeCompare(keptAt(b.target));
}
/** What of a plan's configuration the workloads of one group use, before or after. */
function restoresFor(steps, restores) {
    const active = steps.filter((step) => step.action === 'roll-back' || step.action === 'no-op');
    return restores.filter((restore) => active.some((step) => uses(step.template, [restore])));
}
/**
 * Keeps the present contents as copies owned by the revisions that are left behind, then puts those of `due` in their
 * place. Where one can't be, those before it go back to what they were: no workload has been touched yet.
 *
 * @returns the copies of what was there, of revisions that none was captured for before
 */
async function putConfigurationBack(undertaking, due) {
    const { client, log, record } = undertaking;
    const captured = await captureConfiguration(undertaking, due);
    for (const restore of due) {
        const event = {
            component: restore.ref,
            where: { cluster: client.cluster, namespace: restore.copy.metadata.namespace },
            step: 'put configuration back',
            to: restore.copy.metadata.name,
        };
        try {
            const before = await (0,service_copies/* restoreConfig */.tj)(client, restore);
            const warning = before && (0,lingering/* lingeringKeys */.Ot)(before, restore.copy);
            if (warning)
                log.warn(`${restore.ref}: ${(0,sentence/* asSentence */.KG)(warning)}`);
        }
        catch (error) {
            record({ ...event, status: 'failed', message: (0,errors/* messageOf */.bD)(error) });
            await bringConfigurationBack(client, restore.copy.metadata.namespace, captured, log);
            throw new errors/* ActionError */.lZ(`${restore.ref} could not be put back from ${restore.copy.metadata.name}, and its workloads were not touched: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
        }
        log.info(`✓ ${restore.ref}: put back from its copy ${restore.copy.metadata.name}`);
        record({ ...event, status: 'done' });
    }
    return captured;
}
/** Puts captured contents back; what can't be is warned about, with the copies that have it. */
async function bringConfigurationBack(client, name, captured, log) {
    // Those of one ConfigMap have the same content, whosever they are.
    const named = [...captured].flatMap(([owner, copies]) => (0,service_copies/* namedCopies */.Vt)(owner, copies));
    const kept = [...new Map(named.map((copy) => [copy.ref, copy])).values()];
    try {
        const { restores } = await (0,service_copies/* findRestores */.B)(client, name, kept);
        for (const restore of restores)
            await (0,service_copies/* restoreConfig */.tj)(client, restore);
    }
    catch (error) {
        const copies = kept.map((copy) => copy.name).join(', ');
        log.warn(`The configuration could not be brought back: ${(0,errors/* messageOf */.bD)(error)}; its copies are ${copies}.`);
    }
}
/**
 * Copies of what is about to be replaced, whoever uses it: of a revision all that will be, as it is before the first of
 * it is. It is remembered on the revision that is left, at once: a run that is killed after the contents are replaced
 * can't read them any more, and the next one finds no difference there, but what was remembered.
 */
async function captureConfiguration({ client, rollback, groups, restores, captured: before }, due) {
    const captured = new Map();
    for (const step of groups.flat().filter(({ action }) => action === 'roll-back' || action === 'no-op')) {
        const owner = (step.current ?? step.target)?.object;
        const used = new Set([
            ...(0,service_copies/* configRefs */.z$)(step.workload.spec.template),
            ...(0,service_copies/* configRefs */.z$)(step.template),
        ]);
        if (!owner || before.has(owner.metadata.uid) || !due.some(({ ref }) => used.has(ref)))
            continue;
        const refs = restores.map(({ ref }) => ref).filter((ref) => used.has(ref));
        const config = await (0,service_copies/* keepCopies */.HV)(client, owner, refs);
        // What a revision that stays was found with is not its own.
        if (step.action === 'roll-back')
            await remember(client, owner, rollback, config);
        captured.set(owner.metadata.uid, config);
    }
    return captured;
}
async function remember(client, revision, { id, run }, config) {
    const earlier = (0,marks/* leftConfigMark */.Hs)(revision);
    const isOurs = earlier?.id === id || earlier?.run === run;
    const mark = {
        revision: revision.metadata.uid,
        id,
        run,
        at: new Date().toISOString(),
        config: { ...(isOurs ? earlier?.config : {}), ...config },
    };
    await (0,marks/* annotateRevision */.mS)(client, revision, (0,marks/* leftConfigAnnotation */.JN)(mark));
}
/** True where a template refers to something that goes back. */
function uses(template, restores) {
    const refs = new Set((0,service_copies/* configRefs */.z$)(template));
    return restores.some((restore) => refs.has(restore.ref));
}
/**
 * The copies that belong to a step's target: kept when it was marked good, or when its configuration was replaced. Those
 * of what its template does not refer to are none of its business, whatever a mark says.
 */
function copiesOf({ target, template }) {
    if (!target)
        return [];
    const used = new Set((0,service_copies/* configRefs */.z$)(template));
    const copies = { ...(0,marks/* leftConfigMark */.Hs)(target.object)?.config, ...(0,marks/* goodMark */.X3)(target.object)?.config };
    return (0,service_copies/* namedCopies */.Vt)(target.object.metadata.uid, copies).filter(({ ref }) => used.has(ref));
}
function keptAt(revision) {
    return (revision && ((0,marks/* goodMark */.X3)(revision.object) ?? (0,marks/* leftConfigMark */.Hs)(revision.object))?.at) ?? '';
}


/***/ }),

/***/ 19443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ findRestores),
/* harmony export */   HV: () => (/* binding */ keepCopies),
/* harmony export */   Hj: () => (/* binding */ dropCopies),
/* harmony export */   Vt: () => (/* binding */ namedCopies),
/* harmony export */   h8: () => (/* binding */ isCopyOf),
/* harmony export */   tj: () => (/* binding */ restoreConfig),
/* harmony export */   z$: () => (/* binding */ configRefs)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68606);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3090);
/* harmony import */ var _hand_over_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34962);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94054);








const COPY = `${_marks_js__WEBPACK_IMPORTED_MODULE_7__/* .PREFIX */ .H3}copy`;
const COPY_OF = `${_marks_js__WEBPACK_IMPORTED_MODULE_7__/* .PREFIX */ .H3}copy-of`;
const namedCopies = (owner, copies) => Object.entries(copies).map(([ref, name]) => ({ ref: ref, name, owner }));
/** The ConfigMaps and Secrets that a template refers to, by env, envFrom, volumes and projected volumes. */
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
/**
 * Keeps immutable copies of what is referred to, owned by a revision so that they go when it goes. What does not
 * exist (an optional reference) and service account tokens, which the cluster makes, are passed over.
 */
async function keepCopies(client, owner, refs) {
    const copies = await Promise.all(refs.map(async (ref) => {
        const live = await readConfig(client, owner.metadata.namespace, ref);
        if (!live || live.type === 'kubernetes.io/service-account-token')
            return undefined;
        return [ref, await keepCopy(client, owner, live)];
    }));
    return Object.fromEntries(copies.filter((copy) => copy !== undefined));
}
/**
 * What differs now from the copies, and so would go back; the references whose copy somebody removed; and those whose
 * copy is none of ours, whatever a mark says.
 */
async function findRestores(client, namespace, copies) {
    const looks = await Promise.all(copies.map(async (named) => {
        const [copy, live] = await Promise.all([
            readConfig(client, namespace, `${kindOf(named.ref)}/${named.name}`),
            readConfig(client, namespace, named.ref),
        ]);
        return { ref: named.ref, copy, live, isOurs: copy !== undefined && isOurCopy(copy, named) };
    }));
    const restores = looks.filter(({ copy, live, isOurs }) => copy && isOurs && !(live && sameContent(copy, live)));
    return {
        restores,
        missing: looks.filter(({ copy }) => !copy).map(({ ref }) => ref),
        foreign: looks.filter(({ copy, isOurs }) => copy && !isOurs).map(({ ref }) => ref),
    };
}
/**
 * Whether an object is the copy that a revision's mark names. Who may annotate a revision may name any object, so
 * that the object itself has to show it: our label, what it is a copy of, immutable, owned by that very revision, and
 * named by the hash of its owner and its contents.
 */
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
/** Puts the content of a copy back under the name that templates refer to. @returns what was there before */
async function restoreConfig(client, restore) {
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
        if (live && !live.immutable && live.type === type) {
            const path = configPath(namespace, ref);
            const body = { ...content, metadata: live.metadata };
            await (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_6__/* .handConfigOver */ .sh)(client, path, live, await client.request('PUT', path, { body }));
        }
        else {
            const made = await replaceConfig(client, ref, copy, live, content);
            if (live)
                await (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_6__/* .handConfigOver */ .sh)(client, configPath(namespace, ref), live, made);
        }
        return live;
    }
    catch (error) {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ApiError */ .hD && error.status === 409))
            throw error;
        // Somebody wrote it between our read and our write: what is there now goes back just as well.
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.COPY_LOOK_MS, client.signal);
        return restoreConfig(client, restore);
    }
}
/** What is immutable, or of another type, has to be made anew; a cancel must not come between the two halves. */
async function replaceConfig(client, ref, { kind, metadata: { namespace } }, live, content) {
    const unhurried = client.withSignal(AbortSignal.timeout(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.COPY_REPLACE_MS));
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
/** Removes kept copies; what a mark only calls one stays. @returns the references of these */
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
/** Deletes what may be gone already. */
async function remove(client, path, body) {
    try {
        await client.request('DELETE', path, { body });
    }
    catch (error) {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ApiError */ .hD && error.status === 404))
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
        // The name says owner and content: a copy that is there is this one.
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ApiError */ .hD && error.reason === 'AlreadyExists'))
            throw error;
    }
    return name;
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
async function readConfig(client, namespace, ref) {
    const found = await client.find(configPath(namespace, ref));
    return found && { ...found, kind: kindOf(ref) };
}
const kindOf = (ref) => ref.slice(0, ref.indexOf('/'));
const nameOf = (ref) => ref.slice(ref.indexOf('/') + 1);
const pluralOf = (kind) => (kind === 'Secret' ? 'secrets' : 'configmaps');
const collectionPath = (namespace, kind) => (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_5__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_5__/* .CORE */ .M2, namespace, pluralOf(kind));
const configPath = (namespace, ref) => (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_5__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_5__/* .CORE */ .M2, namespace, pluralOf(kindOf(ref)), nameOf(ref));
/** A copy is named by what makes it one: its owner and its contents. */
function copyName(owner, of, { kind, type, data, binaryData }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([owner, kind, type, data, binaryData]))
        .digest('hex');
    return `${of.slice(0, 230).replace(/(?<![.-])[.-]+$/, '')}-${hash.slice(0, 16)}`;
}
/** Whether a copy that a mark names was made of what an object holds now; its name says so. */
const isCopyOf = (name, owner, live) => name === copyName(owner, live.metadata.name, live);
const sameContent = (a, b) => a.type === b.type &&
    (0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(a.data ?? {}, b.data ?? {}) &&
    (0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(a.binaryData ?? {}, b.binaryData ?? {});


/***/ }),

/***/ 72801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   o2: () => (/* binding */ withDigests),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   p8: () => (/* binding */ requireDigests)
/* harmony export */ });
/* unused harmony export runningBy */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75648);



/** `sha256:…` of an image that is named by its digest, as nodes report it. */
const digestOf = (image = '') => /@(sha256:[0-9a-f]{32,})$/.exec(image)?.[1];
/** The digests that the ready pods of a workload run, by image as the template names it and container. */
function runningBy(pods) {
    const running = new Map();
    for (const pod of pods) {
        const images = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOf */ .IC)({ spec: pod.spec });
        for (const { name, imageID } of pod.status?.containerStatuses ?? []) {
            const digest = digestOf(imageID);
            const key = `${name}=${images[name]}`;
            if (digest)
                running.set(key, (running.get(key) ?? new Set()).add(digest));
        }
    }
    return running;
}
/**
 * A template with the images pinned whose tag means another image now than when it was marked good: what runs by that
 * name shows it. The same template where none does.
 */
function pinned(template, mark, present, pods) {
    if (!mark)
        return template;
    const running = runningBy(pods);
    const containers = template.spec.containers.map((container) => {
        const good = digestOf(mark.images[container.name]);
        if (!good || container.image.includes('@'))
            return container;
        const image = `${repositoryOf(container.image)}@${good}`;
        // An earlier run has pinned it, and it stays so.
        if ((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOf */ .IC)(present)[container.name] === image)
            return { ...container, image };
        const now = running.get(`${container.name}=${container.image}`);
        const isMoved = now !== undefined && [...now].some((digest) => digest !== good);
        return isMoved ? { ...container, image } : container;
    });
    const isSame = containers.every((container, at) => container === template.spec.containers[at]);
    return isSame ? template : { ...template, spec: { ...template.spec, containers } };
}
/** A template with the images of these containers pinned to what its mark has. */
function withDigests(template, mark, names) {
    const containers = template.spec.containers.map((container) => {
        const good = digestOf(mark?.images[container.name]);
        const image = `${repositoryOf(container.image)}@${good}`;
        return good && names.includes(container.name) ? { ...container, image } : container;
    });
    return { ...template, spec: { ...template.spec, containers } };
}
const repositoryOf = (image) => image.replace(/:[\w.-]+$/, '');
/** @throws ActionError where pods that serve run another image than the one that was marked good */
function requireDigests(ref, template, mark, pods) {
    const running = runningBy(pods);
    for (const { name, image } of template.spec.containers) {
        const good = digestOf(mark?.images[name]);
        const other = [...(running.get(`${name}=${image}`) ?? [])].find((digest) => digest !== good);
        if (good && other)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(ref)} is rolled out but runs another image than the one that was marked good: ${image} is ${other} now, and was ${good}; roll it back with \`to: image=${name}=${repositoryOf(image)}@${good}\`.`);
    }
}


/***/ }),

/***/ 34962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nf: () => (/* binding */ handFieldsOver),
/* harmony export */   Nh: () => (/* binding */ ownerOfTemplate),
/* harmony export */   hS: () => (/* binding */ ownerOfData),
/* harmony export */   o6: () => (/* binding */ OURS),
/* harmony export */   sh: () => (/* binding */ handConfigOver)
/* harmony export */ });
/* unused harmony exports handedOver, appliedTemplate, appliedData, handOver */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59027);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60921);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94054);





/** The manager that the API server makes of our User-Agent. */
const OURS = 'rollback-actions';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** How often somebody may be faster before it is left. */
const ATTEMPTS = 3;
/**
 * Whoever deployed the template that a rollback replaced: the manager that owned the fields of its pods. Controllers
 * and people who only scale own nothing of them.
 */
const ownerOfTemplate = (workload) => ownerOf(workload, ownsImages);
/** Whoever deployed the contents of a ConfigMap or Secret. */
const ownerOfData = (config) => ownerOf(config, ownsData);
function ownerOf({ metadata }, owns) {
    const owners = (metadata.managedFields ?? []).filter((entry) => entry.manager !== OURS && entry.subresource === undefined && owns(entry.fieldsV1));
    // A tool that applies states what it wants; who only updated may have been a hand.
    return owners.find(({ operation }) => operation === 'Apply') ?? owners.at(-1);
}
function ownsImages(fields) {
    const containers = at(fields, 'f:spec', 'f:template', 'f:spec', 'f:containers');
    return Object.values(containers ?? {}).some((item) => at(item, 'f:image') !== undefined);
}
const ownsData = (fields) => (at(fields, 'f:data') ?? at(fields, 'f:binaryData')) !== undefined;
const at = (value, ...path) => path.reduce((found, key) => found?.[key], value);
/**
 * The managedFields with what our rollback owns given to the manager that had it, but for our own notes: its next deploy
 * then finds its own fields, has no conflict, and takes away what it does not want any more. Undefined where nothing is
 * ours to give.
 */
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
    // What it had is gone with the fields that the rollback changed.
    return entries.some(isTheirs)
        ? others
        : [
            ...others,
            { ...ours, manager: to.manager, operation: to.operation, fieldsV1: given },
        ];
}
const isOurs = ({ manager, subresource }) => manager === OURS && subresource === undefined;
/** Whether anything of an object is ours that was another's. */
const hasToGive = (entries) => entries.some((entry) => isOurs(entry) && Object.keys(divided(entry.fieldsV1).given).length > 0);
/** What we own, in what is given away and our own notes, which are annotations. */
function divided(fields = {}) {
    const { 'f:metadata': metadata, ...rest } = fields;
    const { 'f:annotations': annotations, ...others } = (metadata ?? {});
    const all = Object.entries((annotations ?? {}));
    const isNote = ([key]) => key === '.' || key.startsWith(`f:${_marks_js__WEBPACK_IMPORTED_MODULE_4__/* .PREFIX */ .H3}`);
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
/**
 * The annotation by which `kubectl apply` knows what it once applied, with the template that is there now: the next
 * apply then takes away what the older template had and the next one has not. Undefined where there is nothing to put right.
 */
function appliedTemplate(annotation, template) {
    if (annotation === undefined)
        return undefined;
    try {
        const applied = JSON.parse(annotation);
        if (typeof applied?.spec?.template !== 'object')
            return undefined;
        return `${JSON.stringify({ ...applied, spec: { ...applied.spec, template } })}\n`;
    }
    catch {
        // Whoever wrote it knows what to do with it.
        return undefined;
    }
}
/** The same of a ConfigMap or Secret. */
function appliedData(annotation, { data, binaryData }) {
    if (annotation === undefined)
        return undefined;
    try {
        const applied = JSON.parse(annotation);
        // What was given as texts is not told apart from what was there before.
        if (applied?.data === undefined || applied.stringData !== undefined)
            return undefined;
        return `${JSON.stringify({ ...applied, data, binaryData })}\n`;
    }
    catch {
        return undefined;
    }
}
/** Gives the fields that a rollback has written to the manager that had them, and puts kubectl's annotation right. */
function handOver(client, before, after) {
    const path = (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .workloadPath */ .jC)(after.metadata.namespace, after.kind, after.metadata.name);
    const right = ({ metadata, spec }) => righted(metadata, ownerOfTemplate(before), appliedTemplate(metadata.annotations?.[LAST_APPLIED], spec.template));
    const write = ({ metadata }, { managedFields, applied }) => {
        const annotation = `/metadata/annotations/${LAST_APPLIED.replace('/', '~1')}`;
        return client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__/* .PATCH */ .D.json, [
            { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
            ...(applied ? [{ op: 'replace', path: annotation, value: applied }] : []),
            ...(managedFields ? [{ op: 'replace', path: '/metadata/managedFields', value: managedFields }] : []),
        ]);
    };
    return give(after, right, write, () => client.get(path));
}
/** The same of a ConfigMap or Secret at its path, by the right that wrote it: as a whole. */
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
/** What there is to put right; undefined where nothing is. What its owner has brought back itself is not ours to change. */
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
            // A test that fails is 422, a write in between 409.
            const isBeaten = error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD && (error.status === 409 || error.status === 422);
            if (!isBeaten || attempt === ATTEMPTS)
                throw error;
            fresh = await read();
        }
    }
}
/** The next deploy of whoever owned the template must find its own fields; that this fails is not a failure of the rollback. */
async function handFieldsOver({ client, namespace, log }, before, changed) {
    try {
        namespace.put(await handOver(client, before, changed));
    }
    catch (error) {
        log.warn(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(before))}: the fields that were written stay with rollback-actions, so that a server-side apply or helm upgrade will report conflicts (--force-conflicts overrides them): ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
}


/***/ }),

/***/ 50992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ usesProxy),
/* harmony export */   Mn: () => (/* binding */ usesExec),
/* harmony export */   g: () => (/* binding */ verifyHealth),
/* harmony export */   kw: () => (/* binding */ parseHealth),
/* harmony export */   tg: () => (/* binding */ checksOf)
/* harmony export */ });
/* harmony import */ var string_argv__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88579);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
/* harmony import */ var _systems_http_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25019);
/* harmony import */ var _systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37003);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41808);









const ATTEMPTS = 6;
/** What is read of the answer of a URL, whose status is all that counts. */
const MAX_ANSWER_BYTES = 64 * 1024;
const REDIRECTS = 5;
/** An application that runs, and does not know what it is asked for. */
const NO_SUCH_PATH = /^HTTP (404|405|501)\b/;
/** A path that would leave the pod's proxy and ask the API server itself. */
const OUT_OF_POD = /(^|\/)(\.|%2e){1,2}(\/|$)/i;
/**
 * Reads one line of the input `health`: `http://:8080/health`, `https://shop.example/health`,
 * `exec: curl -fs localhost:8080`, each also for one workload alone: `deployment/web: http://:80/`.
 *
 * @throws ActionError that lists what is accepted
 */
function parseHealth(line) {
    const own = /^([a-z]+\/[a-z0-9.-]+):\s+(?=\S)(.*)$/.exec(line);
    const text = own?.[2] ?? line;
    const check = parseCheck(text);
    if (check)
        return { for: own?.[1] && (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .parseRef */ .rd)(own[1])), check };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`health\` has the line ${JSON.stringify(line)}; accepted are http://:<port>/<path> (in every pod), https://<host>/<path> (from the runner) and exec: <command> (in every pod), each also after \`<kind>/<name>: \`.`);
}
function parseCheck(text) {
    const [, scheme, port = '', path = '/'] = /^(https?):\/\/:(\d{1,5})(\/\S*)?$/.exec(text) ?? [];
    if (scheme && Number(port) >= 1 && Number(port) <= 65535 && !OUT_OF_POD.test(path)) {
        return { type: 'pod', scheme, port, path };
    }
    if (/^https?:\/\/[^:/]/.test(text) && URL.canParse(text))
        return { type: 'url', url: text };
    const argv = text.startsWith('exec:') ? (0,string_argv__WEBPACK_IMPORTED_MODULE_8__/* .parseArgsStringToArgv */ .R)(text.slice('exec:'.length)) : [];
    return argv.length > 0 ? { type: 'exec', argv } : undefined;
}
/** The checks that are for a workload. */
const checksOf = (target, checks) => checks.filter((check) => check.for === undefined || check.for === (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .label */ .Pf)(target));
/**
 * Looks whether a workload is well; a failing look is repeated for some seconds.
 *
 * @returns whether there was anything to look at
 * @throws ActionError naming the pod or URL that is not well
 */
async function verifyHealth(client, target, pods, checks) {
    // A workload at zero serves nobody: who holds its traffic up looks again when that is given back.
    const own = pods.length === 0 ? [] : checksOf(target, checks);
    await Promise.all(own.flatMap(({ check }) => check.type === 'url'
        ? [retried(client, target, check.url, () => getUrl(check.url, client.signal))]
        : pods.map((pod) => retried(client, target, `pod ${pod.metadata.name}`, () => lookAtPod(client, pod, check)))));
    return own.length > 0;
}
/** What the checks need from RBAC. */
const usesProxy = (checks) => checks.some(({ check }) => check.type === 'pod');
const usesExec = (checks) => checks.some(({ check }) => check.type === 'exec');
async function retried(client, target, what, look) {
    try {
        await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(look, { attempts: ATTEMPTS, signal: client.signal, isPassing: isWorthAnother });
    }
    catch (error) {
        client.signal.throwIfAborted();
        const reason = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
        const hint = NO_SUCH_PATH.test(reason)
            ? '; a check that came with a newer version is not for an older one'
            : '';
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .label */ .Pf)(target)} is rolled out but not healthy: ${what}: ${reason}${hint}`);
    }
}
/** What hangs is not started a second time beside the first, and a program that is not there does not come by waiting. */
const isWorthAnother = (error) => !(error instanceof _systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__/* .LateCommandError */ .CQ || error instanceof _systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__/* .NotStartedError */ .x$);
async function getUrl(url, signal) {
    const request = { url: new URL(url), mostBytes: MAX_ANSWER_BYTES, redirects: REDIRECTS };
    const late = AbortSignal.timeout(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.HEALTH_ATTEMPT_MS);
    const { status } = await (0,_systems_http_client_js__WEBPACK_IMPORTED_MODULE_4__/* .send */ .tN)(request, AbortSignal.any([signal, late])).catch((error) => {
        throw late.aborted ? new Error(`no answer in ${_base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.HEALTH_ATTEMPT_MS / 1000} s`) : error;
    });
    if (status < 200 || status >= 300)
        throw new Error(`HTTP ${status}`);
}
async function lookAtPod(client, pod, check) {
    if (check.type === 'pod')
        return (0,_systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__/* .getThroughProxy */ .q_)(client, pod, check, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.HEALTH_ATTEMPT_MS);
    const { exitCode, output } = await (0,_systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__/* .execWithin */ .z8)(client, pod, check.argv, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.HEALTH_COMMAND_MS);
    if (exitCode !== 0)
        throw new Error(`"${check.argv.join(' ')}" ended with ${exitCode}: ${(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(output).slice(-300)}`);
}


/***/ }),

/***/ 75648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   N_: () => (/* binding */ sameTemplate),
/* harmony export */   WQ: () => (/* binding */ hasReplicaSets),
/* harmony export */   XJ: () => (/* binding */ isObserved),
/* harmony export */   ZX: () => (/* binding */ RESTARTED_AT),
/* harmony export */   h7: () => (/* binding */ currentRevision),
/* harmony export */   ko: () => (/* binding */ selects),
/* harmony export */   om: () => (/* binding */ historyOf),
/* harmony export */   sP: () => (/* binding */ REVISION),
/* harmony export */   we: () => (/* binding */ withoutRestart)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

const REVISION = 'deployment.kubernetes.io/revision';
const TEMPLATE_HASH = 'pod-template-hash';
const ROLLOUT_REVISION = 'rollout.argoproj.io/revision';
const ROLLOUT_HASH = 'rollouts-pod-template-hash';
const REVISION_HASH = 'controller-revision-hash';
/**
 * The revisions of a workload, newest first: the objects that it controls and whose labels it selects, as
 * `kubectl rollout history` finds them. One without a number counts as 0, one with an unreadable number is left out.
 */
function historyOf(workload, owned) {
    return owned
        .filter(({ metadata }) => !workload.spec.selector || selects(workload.spec.selector, metadata.labels ?? {}))
        .map((object) => object.kind === 'ReplicaSet'
        ? ofReplicaSet(workload, object)
        : ofControllerRevision(workload, object))
        .filter((revision) => Number.isSafeInteger(revision.number))
        .sort((a, b) => b.number - a.number);
}
/** The revision that has the workload's present template; undefined while the controller has not made it. */
function currentRevision(workload, history) {
    // The server fills in the template of a ReplicaSet, and not that of a Rollout, which says by its hash which one it has.
    if (workload.kind === 'Rollout')
        return isObserved(workload)
            ? history.find(({ podLabel: [, hash] }) => hash === workload.status?.currentPodHash)
            : undefined;
    return history.find((revision) => sameTemplate(revision.template, workload.spec.template));
}
/** Whether the controller has seen the newest template. */
const isObserved = ({ metadata, status }) => Number(status?.observedGeneration ?? 0) >= (metadata.generation ?? 0);
/** True where two templates are the same to the API, which writes some absent values as null. */
function sameTemplate(a, b) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(withoutNulls(a), withoutNulls(b));
}
/** What `kubectl rollout restart` writes, too. */
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';
/** A template without the annotation by which a restart makes it another one. */
function withoutRestart(template) {
    const { [RESTARTED_AT]: _, ...annotations } = template.metadata?.annotations ?? {};
    return { ...template, metadata: { ...template.metadata, annotations } };
}
/** The images of a template, by container. */
function imagesOf(template) {
    return Object.fromEntries(template.spec.containers.map(({ name, image }) => [name, image]));
}
/** True where a label selector selects these labels. */
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
/** Whether the revisions of a kind are ReplicaSets, and its pods theirs. */
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
        template: withoutHash(object.spec.template, label),
        podLabel: [label, hash],
        // A Rollout says which one has come to its end and serves.
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
/** A StatefulSet's currentRevision is the last that reached every replica; a DaemonSet tells only of its newest. */
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


/***/ }),

/***/ 55837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ ImageLook),
  B: () => (/* binding */ checkImages)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/systems/http/client.js
var client = __webpack_require__(25019);
;// CONCATENATED MODULE: ./build/systems/registry/credentials.js



const entrySchema = dist/* object */.Ikc({
    username: dist/* optional */.lqM(dist/* string */.YjP()),
    password: dist/* optional */.lqM(dist/* string */.YjP()),
    auth: dist/* optional */.lqM(dist/* string */.YjP()),
});
const entriesSchema = dist/* record */.g1P(dist/* string */.YjP(), entrySchema);
/** What the kubelet reads of a pull secret, of either type; undefined where it is none. */
function credentialsOf({ type, data = {}, metadata }) {
    const [key, at] = type === 'kubernetes.io/dockercfg'
        ? ['.dockercfg', (json) => json]
        : ['.dockerconfigjson', (json) => json?.auths];
    const text = Object.hasOwn(data, key) ? Buffer.from(data[key] ?? '', 'base64').toString() : '';
    const entries = dist/* safeParse */.xLC(entriesSchema, at((0,client/* jsonOf */.o_)(text)));
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
/** `https://index.docker.io/v1/` → `index.docker.io`: schemes and versions of the protocol say nothing. */
const placeOf = (server) => server
    .replace(/^https?:\/\//, '')
    .replace(/\/v[12](?=\/)/, '')
    .replace(/\/$/, '');
/**
 * The credentials that fit an image, those for the longest path first, as the kubelet tries them
 * (kubernetes/pkg/credentialprovider/keyring.go).
 */
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
/** `*` and `?` within one part of a host's name. */
const matches = (pattern, part) => pattern === part ||
    (/[*?]/.test(pattern) && picomatch.isMatch(part, pattern, { dot: true, nobrace: true, noextglob: true }));

;// CONCATENATED MODULE: ./build/systems/registry/image.js
/** What a registry is called in names of images, and where it answers. */
const DOCKER_HUB = { names: ['docker.io', 'index.docker.io'], host: 'registry-1.docker.io' };
const HOST = /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(:\d{1,5})?$/i;
const REPOSITORY = /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+:[0-9a-f]{32,128}$/;
/** Reads the name of an image as container runtimes do; undefined where it is none. */
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
/** Whether a host is the machine itself: for a node another one than for the runner. */
const isLoopback = (host) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/retry.js
var retry = __webpack_require__(31666);
// EXTERNAL MODULE: ./build/base/settled.js
var settled = __webpack_require__(71501);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
;// CONCATENATED MODULE: ./build/systems/registry/challenge.js
const LONGEST = 8192;
/** Reads `WWW-Authenticate`; undefined where it asks for nothing that is known here. */
function parseChallenge(header) {
    const text = (header ?? '').slice(0, LONGEST);
    const bearer = /(?:^|,)\s*bearer\s+(.+)$/i.exec(text)?.[1];
    if (bearer === undefined)
        return /(?:^|,)\s*basic\b/i.test(text) ? { scheme: 'basic' } : undefined;
    const parameters = new Map([...bearer.matchAll(/(?<![a-z])([a-z]+)\s{0,9}=\s*(?:"([^"]*)"|([^\s,"]+))/gi)].map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? '']));
    const realm = parameters.get('realm');
    return realm ? { scheme: 'bearer', realm, service: parameters.get('service') } : undefined;
}

// EXTERNAL MODULE: ./build/systems/http/sigv4.js
var sigv4 = __webpack_require__(34193);
;// CONCATENATED MODULE: ./build/systems/registry/ecr.js




/** `123456789012.dkr.ecr.eu-west-1.amazonaws.com`, and those of China, with FIPS, and of both kinds of addresses. */
const REGISTRY = /^\d{12}\.dkr[.-]ecr(-fips)?\.([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?|on\.aws)$/;
/** Of an image's host; undefined where it is another registry. */
function ecrOf(host) {
    const [, fips = '', region, suffix] = REGISTRY.exec(host) ?? [];
    if (region === undefined || suffix === undefined)
        return undefined;
    const name = suffix === 'on.aws' ? `ecr${fips}.${region}.api.aws` : `api.ecr${fips}.${region}.${suffix}`;
    return { region, api: new URL(`https://${name}/`) };
}
const answerSchema = dist/* object */.Ikc({
    authorizationData: dist/* pipe */.FsL(dist/* array */.YOg(dist/* object */.Ikc({ authorizationToken: dist/* string */.YjP() })), dist/* minLength */.BpQ(1)),
});
const errorSchema = dist/* object */.Ikc({ __type: dist/* string */.YjP() });
/**
 * A log-in for all registries of a region that the AWS credentials of this step may read (`GetAuthorizationToken`): nodes of
 * AWS get theirs in the same way, by their own role.
 *
 * @throws ActionError where there are no credentials, or they are refused
 */
async function logIn({ region, api }, send) {
    const sign = (0,sigv4/* signerOf */.K)('Amazon Elastic Container Registry', 'ecr', region);
    const request = {
        ...{ method: 'POST', url: api, body: '{}' },
        headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken',
        },
    };
    const { status, body } = await send({ ...request, headers: await sign(request) });
    const answer = dist/* safeParse */.xLC(answerSchema, (0,client/* jsonOf */.o_)(body));
    const token = answer.success ? answer.output.authorizationData[0]?.authorizationToken : undefined;
    if (status !== 200 || token === undefined) {
        const error = dist/* safeParse */.xLC(errorSchema, (0,client/* jsonOf */.o_)(body));
        const refusal = error.success
            ? error.output.__type.split('#').at(-1)?.slice(0, 80)
            : `it answers ${status}`;
        throw new errors/* ActionError */.lZ(`Amazon Elastic Container Registry in ${region} gives this step no log-in (${refusal})`);
    }
    const [user = '', ...password] = Buffer.from(token, 'base64').toString().split(':');
    return { for: api.host, user, password: password.join(':'), from: undefined };
}

;// CONCATENATED MODULE: ./build/systems/registry/registry.js










/** A manifest of one platform, and lists of those of several. */
const MANIFESTS = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
/** Codes of the distribution protocol for what is not there. */
const ABSENT = ['MANIFEST_UNKNOWN', 'NAME_UNKNOWN', 'NOT_FOUND'];
/** Names of images are data of the cluster, and lead to no place of this machine or of its cloud. */
const ANYWHERE = new URL('https://registry.invalid');
const MAX_BYTES = 64 * 1024;
const REDIRECTS = 3;
const errorsSchema = dist/* object */.Ikc({ errors: dist/* array */.YOg(dist/* object */.Ikc({ code: dist/* string */.YjP() })) });
const tokenSchema = dist/* union */.KCZ([
    dist/* pipe */.FsL(dist/* object */.Ikc({ token: dist/* string */.YjP() }), dist/* transform */.pdi(({ token }) => token)),
    dist/* pipe */.FsL(dist/* object */.Ikc({ access_token: dist/* string */.YjP() }), dist/* transform */.pdi((answer) => answer.access_token)),
]);
/**
 * Asks registries for images by the distribution protocol, without a byte of them. What one has said of how it wants to be
 * asked holds for all images; each request is tried again by the one retry policy, as long as there is time.
 */
class Registries {
    #signal;
    #deadline;
    #mask;
    #asksLoopback;
    #challenges = new Map();
    #tokens = new Map();
    #logIns = new Map();
    /**
     * @param signal ends everything
     * @param asksLoopback whether the nodes' own machine is this one: what is `localhost` for them is another machine otherwise
     */
    constructor(signal, mask, asksLoopback) {
        this.#signal = signal;
        this.#mask = mask;
        this.#asksLoopback = asksLoopback;
    }
    /** The end of all requests together, which begins with the first. */
    get #late() {
        this.#deadline ??= AbortSignal.any([this.#signal, AbortSignal.timeout(waits/* WAITS */.r.REGISTRY_MS)]);
        return this.#deadline;
    }
    /**
     * Looks for an image, with each of the credentials that fit it until one shows it. Throws only where `signal` aborted.
     *
     * @param expected the digest that it had; `isOther` says whether its tag means another image now
     */
    async look(name, credentials, expected) {
        const image = parseImage(name);
        if (!image)
            return unknown(`${JSON.stringify(name.slice(0, 200))} is not the name of an image`);
        if (isLoopback(image.host) && !this.#asksLoopback)
            return unknown(`${image.host} is another machine for each node than for the runner`);
        if (!isLoopback(image.host) && !(0,client/* mayRedirect */.KN)(ANYWHERE, baseOf(image.host)))
            return unknown(`${image.host} is not a registry that is asked`);
        const fits = fitting(credentials, image);
        for (const { password } of fits)
            this.#mask(password);
        const ecr = ecrOf(image.host);
        const seen = [];
        for (const credential of fits.length > 0 || ecr ? fits : [undefined]) {
            const presence = await this.#orUnknown(image, () => this.#manifest(image, credential, expected));
            if (presence.is === 'there')
                return presence;
            seen.push(presence);
        }
        // Nodes of AWS have a log-in of their own beside the pull secrets.
        if (ecr && !seen.some(({ is }) => is === 'gone')) {
            const own = await this.#orUnknown(image, () => this.#logIn(ecr));
            if (!('is' in own))
                seen.push(await this.#orUnknown(image, () => this.#manifest(image, own, expected)));
            else if (seen.length === 0)
                seen.push(own);
        }
        const [first] = seen;
        const found = (is) => seen.find((each) => each.is === is);
        return found('there') ?? found('gone') ?? found('unknown') ?? first;
    }
    async #orUnknown(image, look) {
        try {
            return await look();
        }
        catch (error) {
            this.#signal.throwIfAborted();
            if (this.#late.aborted)
                return unknown(`${image.host} gave no answer in ${waits/* WAITS */.r.REGISTRY_MS / 1000} s`);
            if (error instanceof errors/* ActionError */.lZ)
                return unknown((0,errors/* messageOf */.bD)(error).replace(/[.;]$/, ''));
            throw error;
        }
    }
    async #manifest(image, credential, expected) {
        const { host, repository, reference } = image;
        const path = `${repository}/manifests/${reference}`;
        const challenge = await this.#challengeOf(host);
        let authorization = await this.#authorize(image, credential, challenge);
        let head = await this.#ask(host, path, 'HEAD', authorization);
        if (head.status === 401 && !challenge) {
            // Some ask for credentials only where something is asked for.
            const asked = parseChallenge(head.headers.get('www-authenticate'));
            authorization = await this.#authorize(image, credential, asked);
            if (authorization.Authorization)
                head = await this.#ask(host, path, 'HEAD', authorization);
        }
        const isAsExpected = expected === undefined || digestIn(head) === expected;
        if (head.status === 200 && isAsExpected)
            return { is: 'there', isOther: false };
        // An answer to HEAD says neither why not nor what is in a list of platforms, and some answer none.
        const answer = await this.#ask(host, path, 'GET', authorization);
        if (answer.status === 200) {
            const digest = digestIn(answer);
            const isOther = !isAsExpected && digest !== undefined && digest !== expected && !answer.body.includes(expected);
            return { is: 'there', isOther };
        }
        const status = `${host} answers ${answer.status}`;
        if (answer.status === 404 && isAbsence(answer))
            return this.#absent(image, authorization, credential !== undefined);
        if (answer.status !== 401 && answer.status !== 403)
            return unknown(`${status}, which says nothing of an image`);
        if (credential && credential.from === undefined)
            return unknown(`the AWS credentials of this step may not read ${repository} of ${host} (${answer.status})`);
        return credential
            ? {
                is: 'denied',
                reason: `${host} refuses the credentials of Secret ${credential.from} (${answer.status})`,
            }
            : unknown(`${status}: it wants credentials, and no pull secret that can be read has any for it`);
    }
    /** Some registries say of what they do not show to a stranger that it is not there. */
    async #absent(image, authorization, isKnown) {
        const { host, repository, reference } = image;
        const sep = reference.includes(':') ? '@' : ':';
        const gone = { is: 'gone', reason: `${host} has no ${repository}${sep}${reference} any more` };
        if (isKnown)
            return gone;
        const tags = await this.#ask(host, `${repository}/tags/list?n=1`, 'GET', authorization);
        return tags.status === 200 ? gone : unknown(`${host} shows nothing of ${repository} without credentials`);
    }
    #challengeOf(host) {
        const known = this.#challenges.get(host) ??
            this.#ask(host, '', 'GET').then(({ headers }) => parseChallenge(headers.get('www-authenticate')));
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
    /** A token for reading one repository; undefined where none is given, which the registry then says again. */
    async #token({ host, repository }, credential, { realm, service }) {
        const url = URL.parse(realm);
        if (!url || !(0,client/* mayRedirect */.KN)(baseOf(host), url))
            throw new errors/* ActionError */.lZ(`${host} sends for its tokens to where they are not asked for`);
        url.searchParams.set('scope', `repository:${repository}:pull`);
        if (service)
            url.searchParams.set('service', service);
        const answer = await this.#send({
            ...{ url, redirects: REDIRECTS },
            headers: credential ? basic(credential) : {},
        });
        const token = dist/* safeParse */.xLC(tokenSchema, (0,client/* jsonOf */.o_)(answer.body));
        if (answer.status !== 200 || !token.success)
            return undefined;
        this.#mask(token.output);
        return token.output;
    }
    #ask(host, path, method, headers = {}) {
        const url = new URL(path, baseOf(host));
        return this.#send({ url, method, headers: { Accept: MANIFESTS, ...headers }, redirects: REDIRECTS });
    }
    /** A log-in to Amazon's registries of a region, asked for once. */
    async #logIn(ecr) {
        const known = this.#logIns.get(ecr.region) ?? logIn(ecr, (request) => this.#send(request));
        this.#logIns.set(ecr.region, known);
        // Credentials come from places that may be silent.
        const credential = await (0,settled/* unlessAborted */.Wh)(known, this.#late);
        this.#mask(credential.password);
        return credential;
    }
    #send(asked) {
        const request = { ...asked, mostBytes: MAX_BYTES };
        const { url } = request;
        const once = async () => {
            const signal = AbortSignal.any([this.#late, AbortSignal.timeout(waits/* WAITS */.r.REGISTRY_ATTEMPT_MS)]);
            const answer = await (0,client/* send */.tN)(request, signal).catch((error) => {
                if (error instanceof errors/* ActionError */.lZ || this.#late.aborted)
                    throw error;
                throw new retry/* PassingError */.aB(`${url.host} gave no answer in ${waits/* WAITS */.r.REGISTRY_ATTEMPT_MS / 1000} s`);
            });
            if (!(0,client/* isPassingStatus */.Wj)(answer.status))
                return answer;
            const refusal = answer.status === 429 ? 'answers 429, too many requests' : `answers ${answer.status}`;
            throw new retry/* PassingError */.aB(`${url.host} ${refusal}`, {
                retryAfterMs: (0,retry/* retryAfterMs */.Vs)(answer.headers.get('retry-after')),
                isLimit: answer.status === 429,
            });
        };
        return (0,retry/* retry */.L5)(once, { signal: this.#late, attempts: 3, withinMs: waits/* WAITS */.r.REGISTRY_MS });
    }
}
const digestIn = ({ headers }) => headers.get('docker-content-digest') ?? undefined;
const unknown = (reason) => ({ is: 'unknown', reason });
const basic = ({ user, password }) => ({
    Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
/** Container runtimes speak HTTP to the machine itself, and HTTPS to everybody else. */
const baseOf = (host) => new URL(`${isLoopback(host) ? 'http' : 'https'}://${host}/v2/`);
/** An answer in the words of the protocol: not the page of a proxy or of another server. */
function isAbsence({ body }) {
    const parsed = dist/* safeParse */.xLC(errorsSchema, (0,client/* jsonOf */.o_)(body));
    return parsed.success && parsed.output.errors.some(({ code }) => ABSENT.includes(code));
}

// EXTERNAL MODULE: ./build/service/digests.js
var digests = __webpack_require__(72801);
// EXTERNAL MODULE: ./build/service/history.js
var service_history = __webpack_require__(75648);
// EXTERNAL MODULE: ./build/service/lineage.js
var lineage = __webpack_require__(11805);
// EXTERNAL MODULE: ./build/service/marks.js
var marks = __webpack_require__(94054);
// EXTERNAL MODULE: ./build/service/references.js
var references = __webpack_require__(38852);
;// CONCATENATED MODULE: ./build/service/images.js









/** Registries that are asked at the same time. */
const AT_ONCE = 16;
/** Older revisions that are asked for where the target's image is gone. */
const MOST_OTHERS = 5;
/** Asks the registries whether the images of templates can be pulled, as the nodes would; each is asked once. */
class ImageLook {
    #registries;
    #lookup;
    #limit = (0,p_limit/* default */.A)(AT_ONCE);
    #known = new Map();
    constructor(client, namespace, mask) {
        const server = URL.parse(client.server)?.hostname ?? '';
        this.#registries = new Registries(client.signal, mask, isLoopback(server));
        this.#lookup = new references/* ReferenceLookup */.Cm(client, namespace, []);
    }
    /** Asks for all images that a rollback would start, so that the answers are there when they are needed. */
    async ask(steps) {
        await Promise.all(steps
            .filter(({ action }) => action === 'roll-back')
            .map(({ template, good }) => this.of(template, good?.images)));
    }
    /** @param good images of containers by their digests, as they ran when they were marked */
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
            const expected = container && !image.includes('@') ? (0,digests/* digestOf */.ol)(good[container]) : undefined;
            const presence = await this.#look(image, credentials, expected);
            const isSure = presence.is === 'there' || presence.is === 'unknown' || unread.length === 0;
            const missingRight = unread.length === 0 ? '' : `; the right to get ${unread.join(', ')} is missing`;
            if (presence.is === 'there')
                return { container, image, presence };
            return {
                container,
                image,
                presence: { is: isSure ? presence.is : 'unknown', reason: `${presence.reason}${missingRight}` },
            };
        }));
    }
    #look(image, credentials, expected) {
        const id = JSON.stringify([image, expected, credentials.map(({ from }) => from)]);
        const known = this.#known.get(id) ?? this.#limit(() => this.#registries.look(image, credentials, expected));
        this.#known.set(id, known);
        return known;
    }
    /** Those of the pod's own pull secrets, or where it names none of its account's (admission/serviceaccount). */
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
const never = { is: 'unknown', reason: 'its policy is never to pull it' };
/**
 * Takes what registries say of the images into a plan: a target whose image is gone is refused, and a tag that means another
 * image than the one that was marked good is pinned to that. What cannot be asked from here refuses nothing.
 */
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
/** What registries say against images, a part of a sentence for each reason. */
const objectionsTo = (seen) => {
    const reasons = seen.map(({ image, presence }) => `its image ${image} cannot be pulled: ${reasonOf(presence)}`);
    return reasons.length > 0 ? [[...new Set(reasons)].join('; ')] : [];
};
const reasonOf = (presence) => ('reason' in presence ? presence.reason : '');
/** A step with the images pinned whose tags mean others now, and what is known of the images that it comes to. */
async function pinMoved(step, images) {
    const seen = await images.of(step.template, step.good?.images);
    const moved = seen.flatMap(({ container, presence }) => container && presence.is === 'there' && presence.isOther ? [container] : []);
    if (moved.length === 0)
        return { step, seen };
    const template = (0,digests/* withDigests */.o2)(step.template, step.good, moved);
    const reason = `${step.reason}; a tag of it means another image now, so it is pinned to what was marked good`;
    const to = { ...step.to, images: (0,service_history/* imagesOf */.IC)(template) };
    return { step: { ...step, template, to, reason }, seen: await images.of(template) };
}
/** Which older revision can be gone to instead, as a part of a sentence: one that was marked good, or else the newest. */
async function stillThere({ target, workload, template }, history, images) {
    const before = target?.number ?? Number.POSITIVE_INFINITY;
    const now = [allImages(workload.spec.template), allImages(template)].map((each) => each.join());
    const older = history.filter((each) => each.number > 0 &&
        each.number < before &&
        !(0,marks/* rolledBackMark */.vr)(each.object) &&
        !now.includes(allImages(each.template).join()));
    const marked = older.filter((each) => (0,lineage/* goodMarkOf */.q2)(each, history));
    const sorted = [...marked, ...older.filter((each) => !marked.includes(each))].slice(0, MOST_OTHERS);
    for (const revision of sorted) {
        const seen = await images.of(revision.template);
        if (!seen.every(({ presence }) => presence.is === 'there'))
            continue;
        const mark = (0,lineage/* goodMarkOf */.q2)(revision, history);
        const known = mark
            ? `which was marked good at ${mark.at.replace(/\.\d+Z$/, 'Z')}`
            : 'which was not marked good';
        return `revision ${revision.number} (${allImages(revision.template).join(', ')}), ${known}, can still be pulled: say \`to: revision=${revision.number}\``;
    }
    return 'no older revision that can be pulled is known: push the image again, or name one with `to: image=<container>=<image>`';
}
const allImages = ({ spec }) => [...(spec.initContainers ?? []), ...spec.containers].map(({ image }) => image);


/***/ }),

/***/ 33749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ keptCopies),
/* harmony export */   is: () => (/* binding */ keptRevision),
/* harmony export */   lv: () => (/* binding */ losesHistory),
/* harmony export */   sh: () => (/* binding */ KEPT_TEMPLATE),
/* harmony export */   uu: () => (/* binding */ keptAnnotation)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
/* harmony import */ var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75648);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);




const KEPT_TEMPLATE = `${_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .PREFIX */ .H3}kept-template`;
/** A history that keeps fewer revisions than this may lose the one that is marked now before it is needed. */
const ENOUGH_HISTORY = 3;
const DEFAULT_HISTORY = 10;
/** All annotations of an object together hold 256 KiB (apimachinery TotalAnnotationSizeLimitB); others have theirs. */
const MAX_CHARACTERS = 128 * 1024;
const keptSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** The uid of the workload: copied to another object, it is none of its own. */
    workload: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(100),
    number: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(0)),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    images: valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(), (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)()),
    config: _marks_js__WEBPACK_IMPORTED_MODULE_2__/* .copiesSchema */ .tf,
    template: valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
        spec: valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ containers: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), image: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })) }),
    }),
});
/** Whether the history of a workload may lose a revision that is marked now. */
const losesHistory = ({ spec }) => (spec.revisionHistoryLimit ?? DEFAULT_HISTORY) < ENOUGH_HISTORY;
/**
 * The annotation that keeps the template itself on the workload, with the mark that it had.
 *
 * @param mark with copies that the workload owns
 * @returns undefined where it is too large to be kept
 */
function keptAnnotation({ metadata }, { number, template }, { at, run, images, config }) {
    const text = JSON.stringify({ workload: metadata.uid, number, at, run, images, config, template });
    return text.length > MAX_CHARACTERS ? undefined : { [KEPT_TEMPLATE]: text };
}
/** The copies of the configuration that are kept with a template, which the workload owns. */
const keptCopies = (workload) => read(workload)?.config ?? {};
/**
 * The template that mark-good has kept on a workload, as the revision that it was; undefined where there is none, or
 * where the history has it.
 */
function keptRevision(workload, history) {
    const kept = read(workload);
    if (!kept)
        return undefined;
    const template = kept.template;
    if (history.some((revision) => (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .sameTemplate */ .N_)(revision.template, template)))
        return undefined;
    const { uid, namespace, name } = workload.metadata;
    const { at, run, images, config } = kept;
    const object = {
        apiVersion: 'apps/v1',
        kind: (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .hasReplicaSets */ .WQ)(workload.kind) ? 'ReplicaSet' : 'ControllerRevision',
        metadata: {
            name: `${name} (kept)`,
            namespace,
            // The copies that its mark names belong to the workload.
            uid,
            resourceVersion: '',
            creationTimestamp: at,
            annotations: (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .goodAnnotation */ .Dp)({ revision: uid, at, run, images, config }),
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
    const kept = (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .readClaim */ .jw)(metadata.annotations?.[KEPT_TEMPLATE], keptSchema));
    return kept?.workload === metadata.uid ? kept : undefined;
}


/***/ }),

/***/ 11805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ createdAt),
/* harmony export */   _M: () => (/* binding */ isSameRelease),
/* harmony export */   aH: () => (/* binding */ leftByGoingBack),
/* harmony export */   q2: () => (/* binding */ goodMarkOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75648);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);



/**
 * Which of two revisions came into being first, as the objects have it and not as their present numbers do: a
 * controller gives a revision that comes back the newest number, and leaves its age. A ReplicaSet keeps its earlier
 * numbers (`deployment.kubernetes.io/revision-history`, deployment_util.go SetNewReplicaSetAnnotations); of a
 * ControllerRevision the time it was created tells (controller_history.go UpdateControllerRevision changes its number
 * alone).
 */
function isOlder(a, b) {
    if (a.object.kind === 'ReplicaSet')
        return firstNumber(a) < firstNumber(b);
    const [first, second] = [createdAt(a), createdAt(b)];
    return first !== undefined && second !== undefined && first < second;
}
const firstNumber = ({ number, earlier }) => Math.min(number, ...earlier);
/** When a revision was made, in milliseconds since the epoch. */
function createdAt({ object }) {
    const time = Date.parse(object.metadata.creationTimestamp ?? '');
    return Number.isNaN(time) ? undefined : time;
}
/**
 * The revisions that somebody has left by going back, whoever it was (a rollback, `kubectl rollout undo`, Helm's
 * `--atomic`, Argo CD): an older one came after them. Of one that is not marked good, its images suffice: who puts the
 * images of before in its place has left it, by whatever template.
 */
function leftByGoingBack(history) {
    const left = history.filter((revision) => history.some((other) => isOlder(other, revision) && other.number > revision.number) ||
        (!(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .goodMark */ .X3)(revision.object) && imagesCameBack(revision, history)));
    return new Set(left);
}
function imagesCameBack(revision, history) {
    const own = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(revision.template);
    const others = history.filter((other) => other.number > 0 && !sameImages(other, own));
    const before = others.filter((other) => other.number < revision.number);
    const after = others.filter((other) => other.number > revision.number);
    return after.some((later) => before.some((older) => sameImages(older, (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(later.template))));
}
const sameImages = ({ template }, images) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)((0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(template), images);
/** True where two revisions are one release: they differ by nothing but `kubectl rollout restart`. */
const isSameRelease = (a, b) => a === b || (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .sameTemplate */ .N_)((0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutRestart */ .we)(a.template), (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutRestart */ .we)(b.template));
/** The mark of a revision, or of the release that it is a restart of. */
function goodMarkOf(revision, history) {
    return ((0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .goodMark */ .X3)(revision.object) ??
        history
            .filter((other) => isSameRelease(other, revision))
            .map(({ object }) => (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .goodMark */ .X3)(object))
            .find((mark) => mark !== undefined));
}


/***/ }),

/***/ 64745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ lingeringKeys),
/* harmony export */   UQ: () => (/* binding */ lingeringWarning)
/* harmony export */ });
/* unused harmony export lingering */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60091);
/* harmony import */ var _hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34962);



/** Lists whose items a merge tells apart, and by which field (k8s.io/api core/v1, `patchMergeKey`). */
const MERGE_KEYS = {
    ...{ containers: 'name', initContainers: 'name', env: 'name', volumes: 'name', imagePullSecrets: 'name' },
    ...{ volumeMounts: 'mountPath', volumeDevices: 'devicePath', ports: 'containerPort' },
    ...{ hostAliases: 'ip', topologySpreadConstraints: 'topologyKey', resourceClaims: 'name' },
};
/** How an item of such a list is called, and what is in a map of these names. */
const WORDS = {
    ...{ containers: 'container', initContainers: 'init container', env: 'variable', volumes: 'volume' },
    ...{ volumeMounts: 'mount', volumeDevices: 'device', ports: 'port', imagePullSecrets: 'pull secret' },
    ...{ annotations: 'annotation', labels: 'label', nodeSelector: 'node selector' },
};
/** `kubectl rollout restart` writes it, and nothing lives from it. */
const RESTARTED = 'kubectl.kubernetes.io/restartedAt';
/**
 * What the next client-side deploy will not take away, because neither the release that is left nor the next one knows of
 * it, as a warning; undefined where there is nothing. kubectl's annotation is put right instead.
 */
const lingeringWarning = (workload, template) => warningOf(workload, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOfTemplate */ .Nh)(workload), lingering(workload.spec.template, template));
/** The same of a ConfigMap or Secret whose older contents come back. */
function lingeringKeys(before, older) {
    const keys = (config) => Object.keys({ ...config.data, ...config.binaryData });
    const known = keys(before);
    const stays = keys(older).filter((key) => !known.includes(key));
    return warningOf(before, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOfData */ .hS)(before), stays.map((key) => `key ${key}`));
}
function warningOf({ metadata }, deployer, stays) {
    const isApplied = metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;
    return deployer?.operation === 'Update' && !isApplied && stays.length > 0
        ? `the next deploy by ${deployer.manager} will not take away what only the older revision has: ${stays.join(', ')}`
        : undefined;
}
/** The parts of an older template that the present one lacks, by their names: `variable FEATURE of web`. */
function lingering(now, older) {
    return [
        ...added(now.metadata ?? {}, older.metadata ?? {}, 'metadata', ''),
        ...added(now.spec, older.spec, 'spec', ''),
    ];
}
/** @param of the container that it is in, as the end of a name */
function added(now, older, field, of) {
    if ((0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .C)(older) && (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .C)(now))
        return Object.keys(older).flatMap((key) => {
            if (key === RESTARTED)
                return [];
            if (Object.hasOwn(now, key))
                return added(now[key], older[key], key, of);
            // A whole list or map is told by what is in it, where that has names.
            const empty = MERGE_KEYS[key] ? [] : WORDS[key] ? {} : undefined;
            return empty ? added(empty, older[key], key, of) : [nameOf(field, key, of)];
        });
    const by = MERGE_KEYS[field];
    // What is not told apart is replaced as a whole.
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


/***/ }),

/***/ 44049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ mainContainer)
/* harmony export */ });
/**
 * The container whose version is that of the release: the one that the template names as its default, that of the workload's name,
 * or the first. Pure.
 */
function mainContainer({ metadata, spec }, workload) {
    const wanted = [metadata?.annotations?.['kubectl.kubernetes.io/default-container'], workload];
    return (wanted.map((name) => spec.containers.find((one) => one.name === name)).find((found) => found) ??
        spec.containers[0]);
}


/***/ }),

/***/ 94054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ goodAnnotation),
/* harmony export */   H3: () => (/* binding */ PREFIX),
/* harmony export */   Hp: () => (/* binding */ lastRollback),
/* harmony export */   Hs: () => (/* binding */ leftConfigMark),
/* harmony export */   IL: () => (/* binding */ lastMarkedAnnotation),
/* harmony export */   JN: () => (/* binding */ leftConfigAnnotation),
/* harmony export */   N8: () => (/* binding */ withoutPendingRestart),
/* harmony export */   QO: () => (/* binding */ pendingRestartAnnotation),
/* harmony export */   X3: () => (/* binding */ goodMark),
/* harmony export */   YW: () => (/* binding */ brokenMarks),
/* harmony export */   _K: () => (/* binding */ lastRollbackAnnotation),
/* harmony export */   b_: () => (/* binding */ pendingRestart),
/* harmony export */   mS: () => (/* binding */ annotateRevision),
/* harmony export */   pK: () => (/* binding */ rolledBackAnnotation),
/* harmony export */   tf: () => (/* binding */ copiesSchema),
/* harmony export */   vO: () => (/* binding */ withoutCopiedMarks),
/* harmony export */   vr: () => (/* binding */ rolledBackMark),
/* harmony export */   zT: () => (/* binding */ lastMarked)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
/* harmony import */ var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59027);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);




/**
 * What this project writes on objects, so that the state a later run needs lives where it belongs.
 *
 * `good`, `rolledBack` and `leftConfig` are on revisions (ReplicaSets, ControllerRevisions), `lastRollback`,
 * `lastMarked` and `pendingRestart` on workloads. The Deployment controller and `kubectl rollout undo` copy annotations between a
 * Deployment and its ReplicaSets, so a mark names the uid that it was written for, and counts nowhere else.
 */
const PREFIX = 'rollback-actions/';
const GOOD = `${PREFIX}good`;
const ROLLED_BACK = `${PREFIX}rolled-back`;
const LEFT_CONFIG = `${PREFIX}left-config`;
const PENDING_RESTART = `${PREFIX}pending-restart`;
const LAST_MARKED = `${PREFIX}last-marked`;
const LAST_ROLLBACK = `${PREFIX}last-rollback`;
const uid = (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(100);
/** Names of copies by what they are copies of. */
const copiesSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y((ref) => /^(ConfigMap|Secret)\//.test(ref) && (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isName */ .Eo)(ref.slice(ref.indexOf('/') + 1)))), valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isName */ .Eo)));
/** A revision that passed its deploy's checks. */
const goodSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    revision: uid,
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    /** The run that said so. */
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    /** Image digests as the nodes report them, by container. */
    images: valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(), (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)()),
    /** The kept copies of what the template refers to: `ConfigMap/app` → name of the copy. */
    config: copiesSchema,
    /** What its owner had in sync, where it is an application of Argo CD. */
    owner: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        name: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
        history: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf()),
        revision: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    })),
});
/** A revision that was rolled back from. */
const rolledBackSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    revision: uid,
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    reason: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
});
/** The configuration that a revision had when another one's was put in its place, as in GoodMark, and by which rollback. */
const leftConfigSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    revision: uid,
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    config: copiesSchema,
});
/** The configuration of a workload goes back, and its pods have not been started anew for it yet. */
const pendingRestartSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** The uid of the revision whose pods are meant: those of another one are younger. */
    revision: uid,
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
});
/** The newest rollback of a workload, with its target pinned. */
const lastRollbackSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    /** What was asked for: `previous`, `revision=3`. */
    wanted: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    /** The uid of the revision that it went to, and the number that it had then. */
    to: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .maxLength */ .Ru6(100)),
    revision: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(0)),
});
/** On a workload: which revision was marked good last, for the time when its history has lost it. */
const lastMarkedSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    revision: uid,
    number: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf()),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    images: valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(), (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)()),
});
const lastMarked = (object) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(object, LAST_MARKED, lastMarkedSchema));
const lastMarkedAnnotation = (mark) => ({ [LAST_MARKED]: JSON.stringify(mark) });
const goodMark = (object) => markFor(object, GOOD, goodSchema);
const rolledBackMark = (object) => markFor(object, ROLLED_BACK, rolledBackSchema);
const leftConfigMark = (object) => markFor(object, LEFT_CONFIG, leftConfigSchema);
const lastRollback = (object) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(object, LAST_ROLLBACK, lastRollbackSchema));
const pendingRestart = (object) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(object, PENDING_RESTART, pendingRestartSchema));
/** What is written on an object and cannot be read, a part of a sentence each: it is passed over. */
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
/** Takes what is written about a restart off a workload, also where nobody can read it. */
const withoutPendingRestart = ({ metadata }) => metadata.annotations?.[PENDING_RESTART] === undefined ? {} : { [PENDING_RESTART]: null };
/** Takes marks of revisions off a Deployment: `kubectl rollout undo` puts them there, and its controller on new ReplicaSets. */
function withoutCopiedMarks({ metadata }) {
    const copied = [GOOD, ROLLED_BACK, LEFT_CONFIG].filter((key) => metadata.annotations?.[key] !== undefined);
    return Object.fromEntries(copied.map((key) => [key, null]));
}
/** Writes annotations on a ReplicaSet or ControllerRevision; null takes one away. */
async function annotateRevision(client, object, annotations) {
    const collection = object.kind === 'ReplicaSet' ? 'replicasets' : 'controllerrevisions';
    const path = (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .APPS */ .h, object.metadata.namespace, collection, object.metadata.name);
    await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__/* .PATCH */ .D.merge, { metadata: { annotations } });
}
/** A mark of a revision counts on the revision that it was written for, and nowhere else. */
function markFor(object, key, schema) {
    const mark = (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(object, key, schema));
    return mark?.revision === object.metadata.uid ? mark : undefined;
}
const read = (object, key, schema) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .readClaim */ .jw)(object.metadata.annotations?.[key], schema);


/***/ }),

/***/ 95763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ NamespaceCache)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3090);
/* harmony import */ var _systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15301);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75648);
/* harmony import */ var _kept_template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33749);





/**
 * A live picture of the workloads of one namespace: everything is listed once and watched once, however many
 * workloads are rolled back. Whoever waits for a workload is woken by changes to it, its revisions and its pods.
 */
class NamespaceCache {
    name;
    #waiting = new Map();
    #lists;
    #failure;
    constructor(name) {
        this.name = name;
    }
    /** Lists what there is of these kinds, and follows it until the client's signal aborts. @throws ApiError where a list may not be read */
    static async watch(client, name, kinds, log) {
        const namespace = new NamespaceCache(name);
        const on = {
            change: (object) => namespace.#wake(object),
            error: (error) => namespace.#fail(error),
            onDegraded: (error) => log.info(`… the API server does not answer and is asked again: ${error.message}`),
        };
        const start = (path, query = {}) => _systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__/* .WatchedList */ .v.start(client, path, query, on);
        const [workloads, replicaSets, revisions, pods, warnings] = await Promise.all([
            Promise.all(kinds.map(async (kind) => [kind, await start((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadPath */ .jC)(name, kind))])),
            kinds.some(_history_js__WEBPACK_IMPORTED_MODULE_3__/* .hasReplicaSets */ .WQ) ? start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .APPS */ .h, name, 'replicasets')) : undefined,
            kinds.some((kind) => !(0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .hasReplicaSets */ .WQ)(kind))
                ? start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .APPS */ .h, name, 'controllerrevisions'))
                : undefined,
            start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .CORE */ .M2, name, 'pods')),
            start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .CORE */ .M2, name, 'events'), { fieldSelector: 'type=Warning' }),
        ]);
        namespace.#lists = { workloads: new Map(workloads), replicaSets, revisions, pods, warnings };
        return namespace;
    }
    workloads() {
        return [...this.#lists.workloads.values()].flatMap((list) => [...list.items.values()]);
    }
    workload(kind, uid) {
        return this.#lists.workloads.get(kind)?.items.get(uid);
    }
    /** Takes in what the API answered to a change, so that nobody acts on what was before it. */
    put(workload) {
        this.#lists.workloads.get(workload.kind)?.upsert(workload);
    }
    history(workload) {
        const list = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .hasReplicaSets */ .WQ)(workload.kind) ? this.#lists.replicaSets : this.#lists.revisions;
        const history = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .historyOf */ .om)(workload, list?.ownedBy(workload.metadata.uid) ?? []);
        const kept = (0,_kept_template_js__WEBPACK_IMPORTED_MODULE_4__/* .keptRevision */ .is)(workload, history);
        return kept ? [...history, kept].sort((a, b) => b.number - a.number) : history;
    }
    pods(workload) {
        const { uid } = workload.metadata;
        if (!(0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .hasReplicaSets */ .WQ)(workload.kind))
            return this.#lists.pods.ownedBy(uid);
        return (this.#lists.replicaSets?.ownedBy(uid) ?? []).flatMap((owned) => this.#lists.pods.ownedBy(owned.metadata.uid));
    }
    /** The cluster's warnings about the object with this uid, oldest first. */
    warnings(uid) {
        const about = [...this.#lists.warnings.items.values()].filter((event) => event.involvedObject.uid === uid);
        return about.sort((a, b) => saidAt(a).localeCompare(saidAt(b)));
    }
    /** Those that say that a pod could not be made for it. */
    failedCreateEvents(uid) {
        return this.warnings(uid).filter(({ reason }) => reason === 'FailedCreate');
    }
    /**
     * Resolves at the next change to the workload with this uid, or after so many milliseconds.
     *
     * @throws what ended the watch, or the signal's reason
     */
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
        for (const wake of this.#waiting.get(this.#workloadOf(object)) ?? [])
            wake();
    }
    /** The uid of the workload that an object belongs to, however far below it. */
    #workloadOf(object) {
        if (object.kind === 'Event') {
            const about = object.involvedObject.uid ?? '';
            const pod = this.#lists?.pods.items.get(about);
            return pod ? this.#workloadOf(pod) : about;
        }
        const owner = (0,_systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__/* .controllerOf */ .O)(object);
        if (owner === undefined || Object.hasOwn(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .EZ, object.kind))
            return object.metadata.uid;
        const replicaSet = this.#lists?.replicaSets?.items.get(owner);
        return (replicaSet && (0,_systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__/* .controllerOf */ .O)(replicaSet)) ?? owner;
    }
    #fail(error) {
        this.#failure = error;
        for (const waiting of this.#waiting.values())
            for (const wake of waiting)
                wake();
    }
}
const saidAt = (event) => event.lastTimestamp ?? event.eventTime ?? '';


/***/ }),

/***/ 71510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ rollbackPatch),
/* harmony export */   J: () => (/* binding */ restorePatch)
/* harmony export */ });
/* harmony import */ var _hand_over_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34962);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75648);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);



/** What `kubectl --record` and people write on a deploy; `kubectl rollout history` shows it. */
const CHANGE_CAUSE = 'kubernetes.io/change-cause';
/** Annotations of a Deployment that belong to its controller or to kubectl, and so don't follow the ReplicaSet. */
const KEPT = new Set([
    'kubectl.kubernetes.io/last-applied-configuration',
    _history_js__WEBPACK_IMPORTED_MODULE_1__/* .REVISION */ .sP,
    'deployment.kubernetes.io/revision-history',
    'deployment.kubernetes.io/desired-replicas',
    'deployment.kubernetes.io/max-replicas',
    'deprecated.deployment.rollback.to',
]);
/** Of these domains, annotations are what other controllers know a workload by, or remember on it. */
const OF_CONTROLLERS = /^(downscaler|[\w.-]*(autoscaling(\.alpha\.kubernetes\.io)?|keda\.sh|argoproj\.io|fluxcd\.io|helm\.sh|k14s\.io|cattle\.io|gke\.io|stakater\.com|karpenter\.sh|istio\.io|linkerd\.io|flagger\.app))\//;
/** Whether an annotation belongs to the release: its deployer wrote it, or nobody is known to have, and no controller lives from it. */
function isOfRelease({ metadata }, deployer) {
    const others = (metadata.managedFields ?? []).filter(
    // People write notes on a deploy with kubectl, and its undo takes them away too.
    ({ manager = '' }) => manager !== _hand_over_js__WEBPACK_IMPORTED_MODULE_0__/* .OURS */ .o6 && manager !== deployer?.manager && !manager.startsWith('kubectl'));
    const theirs = new Set(others.flatMap(({ fieldsV1 }) => {
        const owned = fieldsV1?.['f:metadata'];
        return Object.keys(owned?.['f:annotations'] ?? {}).map((key) => key.slice('f:'.length));
    }));
    return ([key]) => !KEPT.has(key) && (key === CHANGE_CAUSE || (!theirs.has(key) && !OF_CONTROLLERS.test(key)));
}
/**
 * The strategic merge patch that takes a workload to a step's template, and nothing else of it anywhere. It holds
 * the resourceVersion that `workload` was read at, so that it fails where somebody changed the workload since.
 */
function rollbackPatch(workload, step, mark) {
    const annotations = {
        ...annotationChanges(workload, step),
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutCopiedMarks */ .vO)(workload),
        // Its pods are started anew by this.
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutPendingRestart */ .N8)(workload),
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .lastRollbackAnnotation */ ._K)(mark),
    };
    // In one patch: resumed first, the release that is left would spread to all pods.
    return templatePatch(workload, step.template, annotations, workload.spec.paused ? false : undefined);
}
/** A patch that makes `template` the workload's whole template: what it doesn't have is gone afterwards. */
function templatePatch(workload, template, annotations = {}, paused) {
    const { resourceVersion } = workload.metadata;
    return {
        metadata: { resourceVersion, annotations },
        spec: { template: { ...template, $patch: 'replace' }, ...(paused !== undefined && { paused }) },
    };
}
/** The patch that undoes a rollback: the template and the annotations that the workload had before it. */
function restorePatch(workload, { workload: before }) {
    const mine = isOfRelease(workload, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerOfTemplate */ .Nh)(before));
    const gone = Object.entries(workload.metadata.annotations ?? {})
        .filter(mine)
        .map(([key]) => [key, null]);
    const back = Object.entries(before.metadata.annotations ?? {}).filter(mine);
    const paused = before.spec.paused && !workload.spec.paused ? true : undefined;
    return templatePatch(workload, before.spec.template, Object.fromEntries([...gone, ...back]), paused);
}
/**
 * As `kubectl rollout undo` does it: the annotations of a Deployment (the change-cause, say) become those that it
 * had when the ReplicaSet was made; null takes one away. Not those that other controllers live from, which kubectl takes
 * away as well. StatefulSets and DaemonSets keep theirs.
 */
function annotationChanges(workload, step) {
    if (workload.kind !== 'Deployment' || !step.target)
        return {};
    const isReleases = isOfRelease(workload, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerOfTemplate */ .Nh)(workload));
    const follows = (entry) => isReleases(entry) && !entry[0].startsWith(_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .PREFIX */ .H3);
    const gone = Object.entries(workload.metadata.annotations ?? {})
        .filter(follows)
        .map(([key]) => [key, null]);
    const back = Object.entries(step.target.object.metadata.annotations ?? {}).filter(follows);
    return Object.fromEntries([...gone, ...back]);
}


/***/ }),

/***/ 1004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ toRestoreConfig),
/* harmony export */   Af: () => (/* binding */ toObserve),
/* harmony export */   OS: () => (/* binding */ toRollBack),
/* harmony export */   ZK: () => (/* binding */ toBegin),
/* harmony export */   eQ: () => (/* binding */ toMarkGood),
/* harmony export */   m5: () => (/* binding */ toReadConfig)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64908);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50992);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75648);




const apps = (resource, ...verbs) => ({ group: 'apps', resource, verbs });
const ofKind = (kind, ...verbs) => ({
    group: _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .EZ[kind].group,
    resource: _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .EZ[kind].plural,
    verbs,
});
const core = (resource, ...verbs) => ({ group: '', resource, verbs });
/** What is needed to see the workloads of a namespace and to wait for them. */
function toObserve(wanted) {
    return [
        ...wanted.map((kind) => ofKind(kind, 'get', 'list', 'watch')),
        ...revisionsOf(wanted).map((resource) => apps(resource, 'list', 'watch')),
        core('pods', 'list', 'watch'),
        core('events', 'list', 'watch'),
    ];
}
/** What a rollback needs besides, whatever it finds. */
const toBegin = (checks) => [_systems_kubernetes_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .toHoldLease */ .bP, ...toCheck(checks)];
/** What is needed besides to roll these back: the kinds that there are, and no others. */
const toRollBack = (meant) => [
    ...toPatch(meant),
    ...(meant.some(({ kind }) => kind === 'StatefulSet') ? [core('pods', 'delete')] : []),
    ...(meant.some(({ kind }) => kind === 'Rollout')
        ? [{ group: 'argoproj.io', resource: 'rollouts/status', verbs: ['patch'] }]
        : []),
];
/** Of each kind the workloads by name, and all of their revisions. */
function toPatch(meant) {
    const present = [...new Set(meant.map(({ kind }) => kind))];
    return [
        ...present.map((kind) => ({
            ...ofKind(kind, 'patch'),
            names: meant.filter((ref) => ref.kind === kind).map(({ name }) => name),
        })),
        ...revisionsOf(present).map((resource) => apps(resource, 'patch')),
    ];
}
const toCheck = (checks) => [
    ...((0,_health_js__WEBPACK_IMPORTED_MODULE_2__/* .usesProxy */ .Bb)(checks) ? [core('pods/proxy', 'get')] : []),
    ...((0,_health_js__WEBPACK_IMPORTED_MODULE_2__/* .usesExec */ .Mn)(checks) ? [core('pods/exec', 'create', 'get')] : []),
];
/** What is needed besides to mark these good. */
const toMarkGood = (meant, checks = []) => [
    ...toCheck(checks),
    ...toPatch(meant),
    ...toRestoreConfig(),
];
/** What is needed to keep configuration and to put it back. */
const toRestoreConfig = () => ['configmaps', 'secrets'].map((resource) => core(resource, 'get', 'create', 'update', 'delete'));
/** What is needed to say what would go back. */
const toReadConfig = () => ['configmaps', 'secrets'].map((resource) => core(resource, 'get'));
function revisionsOf(wanted) {
    const resources = wanted.map((kind) => ((0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .hasReplicaSets */ .WQ)(kind) ? 'replicasets' : 'controllerrevisions'));
    return [...new Set(resources)];
}


/***/ }),

/***/ 26729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   ek: () => (/* binding */ planStep),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _owners_find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60669);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);
/* harmony import */ var _digests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72801);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75648);
/* harmony import */ var _lineage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11805);
/* harmony import */ var _lingering_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64745);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94054);
/* harmony import */ var _reaction_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(34865);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(82283);










/** Decides for one workload what a rollback does to it. Pure: nothing is asked and nothing is changed. */
function planStep(candidate, wanted) {
    const { workload, history, named, untouched, pods = [], owner = (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOf */ .bf)(candidate.workload) } = candidate;
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .currentRevision */ .h7)(workload, history);
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_8__/* .chooseTarget */ .bx)(wanted.to, workload, history, wanted.rollback);
    const from = summarizeRevision(workload.spec.template, current);
    const base = {
        ...(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(workload),
        uid: workload.metadata.uid,
        workload,
        owner,
        from,
        current,
        good: undefined,
        warnings: [],
    };
    const nowhere = { ...base, to: from, template: workload.spec.template, target: undefined };
    if (untouched !== undefined && wanted.to.type === 'last-good')
        return { ...nowhere, target: current, action: 'no-op', reason: untouched };
    if (target.type === 'none') {
        const action = target.noHistory && !named ? 'skip' : 'refuse';
        return { ...nowhere, action, reason: target.reason };
    }
    const asItWas = templateOf(target, workload);
    if (typeof asItWas === 'string')
        return { ...nowhere, action: 'refuse', reason: asItWas };
    const good = target.type === 'revision' ? (0,_lineage_js__WEBPACK_IMPORTED_MODULE_5__/* .goodMarkOf */ .q2)(target.revision, history) : undefined;
    const template = (0,_digests_js__WEBPACK_IMPORTED_MODULE_3__/* .pinned */ .dp)(asItWas, good, workload.spec.template, pods);
    const revision = target.type === 'revision'
        ? target.revision
        : history.find((item) => (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .sameTemplate */ .N_)(item.template, template));
    const to = summarizeRevision(template, revision);
    const chosen = target.type === 'revision' ? target.reason : 'it was asked for';
    const reason = template === asItWas
        ? chosen
        : `${chosen}; a tag of it means another image now, so it is pinned to what was marked good`;
    const goes = { ...base, to, template, target: revision, reason, good };
    const isAtRevision = workload.kind === 'Rollout' && revision !== undefined && revision === current;
    if ((isAtRevision || isThere(workload, template, revision, wanted)) && !isHaltedMidway(workload)) {
        if (workload.spec.updateStrategy?.type !== 'OnDelete')
            return { ...goes, action: 'no-op' };
        return {
            ...goes,
            action: 'skip',
            reason: 'its template is right; with OnDelete its pods are as old as they were left',
        };
    }
    const left = target.type === 'image' && revision && (0,_marks_js__WEBPACK_IMPORTED_MODULE_7__/* .rolledBackMark */ .vr)(revision.object);
    if (left) {
        const again = `revision ${revision.number} has that image and was rolled back from by rollback ${left.id}`;
        return {
            ...goes,
            action: 'refuse',
            reason: `${again}; to go there all the same say \`to: revision=${revision.number}\``,
        };
    }
    const refusal = refusalOf(workload, owner, wanted);
    // What a controller made is not a release of whoever says `all`, and must not hold up what is.
    const isNotMeant = !named && owner?.isController === true;
    if (refusal)
        return { ...goes, action: isNotMeant ? 'skip' : 'refuse', reason: refusal };
    return { ...goes, action: 'roll-back', warnings: warningsOf(workload, owner, template, wanted) };
}
/** `deployment/api: revision 7 → revision 6 (api:v2 → api:v1), because it was marked good at …`. */
function describe(step) {
    const what = {
        'roll-back': `${name(step.from)} → ${name(step.to)}${versions(step)}, because ${step.reason}`,
        'no-op': `stays at ${name(step.to)}: ${step.reason}`,
        skip: `skipped: ${step.reason}`,
        refuse: `refused: ${step.reason}`,
    }[step.action];
    return `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(step)}: ${what}`;
}
const name = ({ revision, images }) => revision === null ? Object.values(images).join(', ') : `revision ${revision}`;
/** The images that differ, where the revisions are told by number alone: people know versions. */
function versions({ from, to }) {
    if (to.revision === null)
        return '';
    const different = Object.keys(to.images).filter((container) => from.images[container] !== to.images[container]);
    const short = (image = 'nothing') => image.split('/').at(-1);
    const all = different.map((container) => `${short(from.images[container])} → ${short(to.images[container])}`);
    return all.length > 0 ? ` (${all.join(', ')})` : '';
}
function summarizeRevision(template, revision) {
    return { revision: revision?.number ?? null, images: (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .imagesOf */ .IC)(template) };
}
/** The template to go to, or a sentence that says why there is none. */
function templateOf(target, workload) {
    if (target.type === 'revision')
        return target.revision.template;
    const { template } = workload.spec;
    const { container, image } = target;
    if (!Object.hasOwn((0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .imagesOf */ .IC)(template), container)) {
        return `it has no container ${container}; it has ${Object.keys((0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .imagesOf */ .IC)(template)).join(', ')}`;
    }
    const containers = template.spec.containers.map((item) => item.name === container ? { ...item, image } : item);
    return { ...template, spec: { ...template.spec, containers } };
}
/** Why a change to this workload would come to nothing or be undone. */
function refusalOf({ spec }, owner, { gitops }) {
    if (spec.updateStrategy?.type === 'OnDelete') {
        return 'its update strategy is OnDelete, so its pods stay as they are until they are deleted';
    }
    if (gitops === 'through' && (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__/* .isGoneThrough */ .zU)(owner))
        return undefined;
    if (owner?.heals && owner.paused === undefined && gitops !== 'ignore') {
        const unread = owner.unread ? `; whether it is paused is not known: ${owner.unread}` : '';
        return `the ${owner.name} owns it and would undo the rollback; stop that first: ${owner.remedy} (or say \`gitops: ${(0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__/* .isGoneThrough */ .zU)(owner) ? 'through' : 'ignore'}\`)${unread}`;
    }
    return undefined;
}
/**
 * True where it has the template, also with what controllers or policies have added since this rollback put it there. What
 * was added since an earlier one may be the bad deploy that is rolled back now: a command, a probe, a sidecar.
 */
function isThere(workload, template, revision, { rollback }) {
    const present = workload.spec.template;
    if ((0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .sameTemplate */ .N_)(template, present))
        return true;
    const pinned = (0,_marks_js__WEBPACK_IMPORTED_MODULE_7__/* .lastRollback */ .Hp)(workload);
    const wasPut = revision !== undefined && pinned?.to === revision.object.metadata.uid;
    return wasPut && (0,_target_js__WEBPACK_IMPORTED_MODULE_8__/* .isOf */ .yW)(pinned, rollback) && (0,_reaction_js__WEBPACK_IMPORTED_MODULE_9__/* .isReactionTo */ .T)(template, present);
}
/** A paused Deployment whose pods are not all of its present template: nothing goes on before its pause is taken away. */
function isHaltedMidway({ spec, status = {} }) {
    const { replicas = 0, updatedReplicas = 0 } = status;
    return spec.paused === true && (updatedReplicas < (spec.replicas ?? 1) || replicas > updatedReplicas);
}
const isApplied = ({ metadata }) => metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;
/** What may undo a rollback that is not refused. */
function warningsOf(workload, owner, template, { gitops }) {
    const warnings = [];
    if (workload.spec.paused)
        warnings.push('its rollout is paused; the pause is removed with the rollback');
    if ((0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)((0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .imagesOf */ .IC)(template), (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .imagesOf */ .IC)(workload.spec.template)))
        warnings.push('its images stay the same by name; where a tag was moved, the rollback does not bring the older image back');
    const isThroughHelm = gitops === 'through' && owner?.release !== undefined;
    // Whether anything stays then depends on what becomes of Helm.
    const stays = isThroughHelm ? undefined : (0,_lingering_js__WEBPACK_IMPORTED_MODULE_6__/* .lingeringWarning */ .UQ)(workload, template);
    if (stays)
        warnings.push(stays);
    if (isThroughHelm) {
        warnings.push(`the ${owner.name} owns it: the next helm upgrade brings what its chart and values then say, so put the older version into them`);
    }
    else if (gitops === 'through' && (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__/* .canBePaused */ .oS)(owner)) {
        warnings.push(`the ${owner?.name} owns it and stays paused after the rollback: put the older version into its source, then hand it back (docs/gitops.md)`);
    }
    else if (owner?.paused) {
        warnings.push(`the ${owner.name} owns it and undoes nothing at present (${owner.paused}); before that ends, put the older version into its source`);
    }
    else if (owner) {
        warnings.push(`the ${owner.name} owns it and may undo the rollback; to make it last: ${owner.remedy}`);
    }
    // Argo CD writes that annotation too.
    if (isApplied(workload) && owner?.object?.type !== 'application') {
        warnings.push('it was made by kubectl apply: the next apply of the newer manifest brings that back');
    }
    return warnings;
}


/***/ }),

/***/ 80026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ rolloutVerdict),
/* harmony export */   Ge: () => (/* binding */ eventVerdict),
/* harmony export */   Lw: () => (/* binding */ endVerdict),
/* harmony export */   g3: () => (/* binding */ GRACE_MS),
/* harmony export */   o$: () => (/* binding */ schedulingVerdict),
/* harmony export */   qH: () => (/* binding */ MAX_RESTARTS),
/* harmony export */   ti: () => (/* binding */ containerVerdict),
/* harmony export */   v$: () => (/* binding */ SCALE_UP_REASONS),
/* harmony export */   zb: () => (/* binding */ creationVerdict)
/* harmony export */ });
/* unused harmony export STATUS_ROWS */
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95282);

/** What a registry says when waiting does not help; anything else (time-outs, resets, 5xx) it may get over. */
const HOPELESS_PULL = /not found|manifest unknown|name unknown|denied|unauthorized|forbidden|authorization failed|no basic auth credentials|no match for platform|no matching manifest|invalid reference|unsupported media type|\b40[134]\b/i;
/**
 * What a runtime says that is slow, busy or started again, and what gRPC and ttrpc say in its place (grpc-go
 * internal/transport/http2_client.go, ttrpc errors.go): the kubelet tries again by itself.
 */
const BUSY_RUNTIME = /context (deadline exceeded|canceled)|DeadlineExceeded|failed to reserve (container|sandbox) name|is reserved for|error reading from server|transport is closing|connection is (closing|draining)|received prior goaway|stream terminated by RST_STREAM|server closed the stream|keepalive ping failed|use of closed network connection|ttrpc: (closed|client shutting down|server closed)|connection (refused|reset|error)|code = Unavailable|i\/o timeout|broken pipe|unexpected EOF|resource temporarily unavailable|too many open files/i;
const PULLS = ['ErrImagePull', 'ImagePullBackOff'];
const STARTS = ['CreateContainerError', 'RunContainerError'];
const NEVER_STARTED = ['StartError', 'ContainerCannotRun'];
/**
 * The one place that says what a status means. Rows of one kind are read from the top: the first that fits decides, and
 * what no row has is no trouble. Each has an example in `test/service/pod-status.test.ts`, which no row may lack.
 */
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
/** Of a container that waits; undefined for what is no trouble, such as ContainerCreating. */
const containerVerdict = (reason, message) => verdictOf('waiting', reason, message);
/** Of a container that has ended with another code than 0. */
const endVerdict = (reason, message) => verdictOf('ended', reason, message) ?? 'again';
const eventVerdict = (reason, message) => verdictOf('event', reason, message);
/** Of a pod that was not made; undefined where nobody knows. */
const creationVerdict = (message) => verdictOf('creation', 'FailedCreate', message);
/** Of a Deployment's condition Progressing. */
const rolloutVerdict = (reason, message = '') => verdictOf('rollout', reason, message);
/** Of a pod that finds no node. Too little room passes with the old pods; a selector that fits no node may get one. */
function schedulingVerdict(message) {
    return verdictOf('scheduling', 'Unschedulable', message) ?? (fitsNoNode(message) ? 'grace' : 'passing');
}
/** pkg/scheduler/framework/types.go FitError: nodes by reason; here selector or affinity leaves out every one. */
function fitsNoNode(message) {
    const nodes = Number(/^0\/(\d+) nodes/.exec(message)?.[1] ?? 0);
    const unfit = [...message.matchAll(/(\d{1,6}) node\(s\) didn't match Pod's node (?:affinity|selector)/g)];
    return nodes > 0 && unfit.reduce((total, [, count]) => total + Number(count), 0) === nodes;
}
/** Restarts after which what comes again is final: two crashes are what a service has that waits for another one. */
const MAX_RESTARTS = 3;
/** Milliseconds for which it may last, where it does not restart so often. */
const GRACE_MS = {
    final: 0,
    again: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__/* .WAITS */ .r.POD_TROUBLE_MS,
    transient: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__/* .WAITS */ .r.POD_TROUBLE_MS,
    // What an autoscaler takes until it has decided, and with a node on its way.
    grace: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__/* .WAITS */ .r.UNSCHEDULABLE_MS,
    room: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__/* .WAITS */ .r.QUOTA_FULL_MS,
    passing: Number.POSITIVE_INFINITY,
};
/** What cluster-autoscaler and Karpenter say when they bring a node. */
const SCALE_UP_REASONS = ['TriggeredScaleUp', 'Nominated'];


/***/ }),

/***/ 71157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ newPods),
/* harmony export */   OP: () => (/* binding */ progressing),
/* harmony export */   Yk: () => (/* binding */ stuckPod),
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   lv: () => (/* binding */ namesOfSilent),
/* harmony export */   qB: () => (/* binding */ wantedPods)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85738);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75648);
/* harmony import */ var _pod_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80026);
/* harmony import */ var _terminal_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91757);




/**
 * What `kubectl rollout status` says, and then more: old pods must be gone altogether, not just marked for
 * deletion, before a rollout is done.
 */
function progressOf(state) {
    const { workload } = state;
    if (!(0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .isObserved */ .XJ)(workload) || !state.podLabel) {
        return waiting('the controller to see the change');
    }
    // It keeps pods of the older version for a while, and says by itself when it has come to its end.
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
        return { done: true, waiting: '' };
    const isEnding = old.every(({ metadata }) => metadata.deletionTimestamp !== undefined);
    return {
        ...waiting(`${pods(old.length, 'old')} to be gone (${old[0]?.metadata.name})`),
        ...(isEnding && { rest: `${pods(old.length, 'old')} (${old[0]?.metadata.name}) still shutting down` }),
    };
}
/** A DaemonSet whose every pod is new and ready, but for those of nodes that do not answer. */
function serveBut(state) {
    const { workload, silent } = state;
    if (workload.kind !== 'DaemonSet' || !silent?.size)
        return false;
    const isHeard = ({ spec }) => !silent.has(spec.nodeName ?? '');
    const serving = newPods(state).filter((pod) => isHeard(pod) && (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .isReady */ .i_)(pod)).length;
    const { desiredNumberScheduled = 0 } = workload.status ?? {};
    return serving > 0 && serving >= desiredNumberScheduled - silent.size && !oldPods(state).some(isHeard);
}
/** `node b`; empty where all answer. */
function namesOfSilent({ silent }) {
    const names = [...(silent ?? [])].sort();
    return names.length > 0 ? `${names.length === 1 ? 'node' : 'nodes'} ${names.join(', ')}` : '';
}
/** As `kubectl argo rollouts status` has it: healthy, and the pods that serve are those of its template. */
function ofRollout({ workload: { status = {} }, podLabel }) {
    const { phase = 'unknown', message = '', stableRS, currentPodHash } = status;
    const isNew = currentPodHash === podLabel?.[1];
    if (isNew && phase === 'Healthy' && stableRS === currentPodHash)
        return { done: true, waiting: '' };
    const words = waiting(`the Rollout to be healthy; it is ${phase}${message ? `: ${message}` : ''}`);
    // What was aborted before it went back is Degraded until its controller has begun anew.
    return isNew && phase === 'Degraded' && !status.abort
        ? { ...words, failed: `it is Degraded: ${message}` }
        : words;
}
/** The pods of the wanted revision that are not on their way out. */
function newPods({ pods, podLabel }) {
    return pods.filter((pod) => isOf(pod, podLabel) && !pod.metadata.deletionTimestamp && !isOver(pod));
}
/**
 * The pod that holds up a StatefulSet for good: with OrderedReady a pod of another revision that does not become
 * ready is never replaced by the controller, though the template is right again (Kubernetes issue 67250). One that
 * may yet become ready counts only while every other pod serves, so that never two are down.
 */
function stuckPod({ workload, pods, podLabel }) {
    if (workload.kind !== 'StatefulSet' || workload.spec.podManagementPolicy === 'Parallel' || !podLabel)
        return undefined;
    const partition = workload.spec.updateStrategy?.rollingUpdate?.partition ?? 0;
    const down = pods.filter((pod) => !(0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .isReady */ .i_)(pod) || pod.metadata.deletionTimestamp);
    const candidates = down.filter((pod) => !isOf(pod, podLabel) && !pod.metadata.deletionTimestamp && ordinal(pod) >= partition);
    return candidates.find((pod) => (0,_terminal_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .terminalPodFailure */ .kI)(pod)) ?? (down.length === 1 ? candidates[0] : undefined);
}
/** How many pods of the wanted revision must be seen ready before a rollout is done. */
function wantedPods({ kind, spec, status = {} }) {
    if (kind === 'DaemonSet')
        return status.desiredNumberScheduled ?? 0;
    return Math.max(0, (spec.replicas ?? 1) - (spec.updateStrategy?.rollingUpdate?.partition ?? 0));
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
    const toUpdate = Math.max(0, wanted - (spec.updateStrategy?.rollingUpdate?.partition ?? 0));
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
    if (!condition || (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_2__/* .rolloutVerdict */ .$6)(condition.reason ?? '') !== 'final')
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
    const partition = workload.spec.updateStrategy?.rollingUpdate?.partition ?? 0;
    return pods.filter((pod) => {
        if (isOver(pod) || (workload.kind === 'StatefulSet' && ordinal(pod) < partition))
            return false;
        return pod.metadata.deletionTimestamp !== undefined || !isOf(pod, podLabel);
    });
}
const waiting = (words) => ({ done: false, waiting: words });
const pods = (count, which) => `${count} ${which} pod${count === 1 ? '' : 's'}`;
const isOf = (pod, label) => label !== undefined && pod.metadata.labels?.[label[0]] === label[1];
/** Evicted and completed pods stay listed for a long time and serve nothing. */
const isOver = (pod) => pod.status?.phase === 'Failed' || pod.status?.phase === 'Succeeded';
const ordinal = (pod) => Number(pod.metadata.name.slice(pod.metadata.name.lastIndexOf('-') + 1));


/***/ }),

/***/ 34865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isReactionTo)
/* harmony export */ });
/**
 * True where `now` is the template `ours` with at most something added to it: what controllers do that react to our own
 * change (a reloader's checksum, an injector's sidecar or variable). A deploy of somebody else changes or takes away
 * something that was there, or is so like ours that it is no other.
 */
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
/** Lists of named items are compared by name, others item by item: an argument more is another command. */
function containsItems(has, wanted) {
    const isNamed = wanted.every((item) => nameOf(item) !== undefined);
    if (!isNamed)
        return has.length === wanted.length && wanted.every((item, at) => contains(has[at], item));
    return wanted.every((item) => has.some((other) => nameOf(other) === nameOf(item) && contains(other, item)));
}
const nameOf = (item) => typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : undefined;


/***/ }),

/***/ 38852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Cm: () => (/* binding */ ReferenceLookup),
/* harmony export */   ZP: () => (/* binding */ nameReference)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3090);


const PLURALS = {
    ConfigMap: 'configmaps',
    Secret: 'secrets',
    ServiceAccount: 'serviceaccounts',
    PersistentVolumeClaim: 'persistentvolumeclaims',
};
/** What has to be there for pods of a template to start: ConfigMaps, Secrets, their keys, account, claims. */
function referencesOf({ spec }) {
    const { containers, initContainers = [], volumes = [], imagePullSecrets = [] } = spec;
    const account = spec.serviceAccountName;
    const all = [
        ...[...containers, ...initContainers].flatMap(ofContainer),
        ...volumes.flatMap(ofVolume),
        ...(account && account !== 'default' ? [{ kind: 'ServiceAccount', name: account }] : []),
        ...imagePullSecrets.map(({ name }) => ({ kind: 'Secret', name, onlyForPulls: true })),
    ];
    const required = all.filter(({ optional, name }) => optional !== true && (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isName */ .Eo)(name));
    const unique = new Map(required.map(({ optional: _, ...item }) => [JSON.stringify(item), item]));
    return [...unique.values()];
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
/** `ConfigMap app`, or `the key port of ConfigMap app`. */
const nameReference = ({ kind, name, key }) => key === undefined ? `${kind} ${name}` : `the key ${key} of ${kind} ${name}`;
/** Looks references up; each object is asked for once. */
class ReferenceLookup {
    #client;
    #namespace;
    #known;
    /** @param restored what goes back before the pods start, and so is there by then */
    constructor(client, namespace, restored) {
        this.#client = client;
        this.#namespace = namespace;
        this.#known = new Map(restored.map(({ ref, copy }) => [ref, Promise.resolve(copy)]));
    }
    /** Those that are not there; what these credentials may not read is not known to be missing. */
    async missing(references) {
        const looks = await Promise.all(references.map(async (reference) => ({ reference, isThere: await this.#isThere(reference) })));
        const missing = looks.filter(({ isThere }) => !isThere).map(({ reference }) => reference);
        // Where the whole is not there, its keys are not worth a word.
        const wholes = new Set(missing.filter(({ key }) => key === undefined).map(nameReference));
        return missing.filter(({ kind, name, key }) => key === undefined || !wholes.has(`${kind} ${name}`));
    }
    /** An object by its name; undefined where there is none. */
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
            return await this.#client.find((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .CORE */ .M2, this.#namespace, PLURALS[kind], name));
        }
        catch (error) {
            if (error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD && error.status === 403)
                return 'unknown';
            throw error;
        }
    }
}


/***/ }),

/***/ 74860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ rehearse)
});

// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var errors = __webpack_require__(1807);
// EXTERNAL MODULE: ./build/service/history.js
var service_history = __webpack_require__(75648);
// EXTERNAL MODULE: ./build/service/patch.js
var patch = __webpack_require__(71510);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/service/pod-status.js
var pod_status = __webpack_require__(80026);
;// CONCATENATED MODULE: ./build/service/pod-trial.js





/** Words of policies that may look at who asks, and take a controller's pod. */
const BY_POLICY = /^admission webhook |ValidatingAdmissionPolicy /;
/**
 * Tries a pod of an older template as a dry run. Policies on pods, priority classes and limits are not asked when a
 * workload is changed: a StatefulSet or DaemonSet would take its pods away first and then be refused the older ones. Without the
 * right to create pods nothing is tried.
 */
async function podTrial(client, namespace) {
    const missing = await (0,access/* missingPermissions */.HR)(client, namespace, [
        { group: '', resource: 'pods', verbs: ['create'] },
    ]);
    if (missing.length > 0)
        return async () => undefined;
    return async (step) => {
        if (hasItsPods(step))
            return undefined;
        try {
            const path = (0,names/* objectPath */.du)(names/* CORE */.M2, namespace, 'pods');
            await client.request('POST', path, { body: podOf(step), query: { dryRun: 'All' } });
            return undefined;
        }
        catch (error) {
            // What is not valid here may be so for what only its controller adds.
            if (!(error instanceof errors/* ApiError */.hD) || error.status !== 403)
                return undefined;
            if ((0,pod_status/* creationVerdict */.zb)(error.message) !== 'final')
                return undefined;
            return { reason: (0,sentence/* asClause */.eI)(error.message), isSure: !BY_POLICY.test(error.message) };
        }
    };
}
/** The older ReplicaSet still has as many pods as are wanted, and none has to be made. */
function hasItsPods({ target, workload }) {
    if (target?.object.kind !== 'ReplicaSet')
        return false;
    return (target.object.status?.replicas ?? 0) >= (workload.spec.replicas ?? 1);
}
/** As its controller would make it, as far as policies look at that. */
function podOf({ kind, name, template, target, workload }) {
    const claims = workload.spec.volumeClaimTemplates ?? [];
    const volumes = [
        ...(template.spec.volumes ?? []).filter((volume) => claims.every(({ metadata }) => metadata.name !== volume.name)),
        ...claims.map(({ metadata }) => ({
            name: metadata.name,
            persistentVolumeClaim: { claimName: `${metadata.name}-${name}-0` },
        })),
    ];
    const { labels, annotations } = template.metadata ?? {};
    const isOfSet = target?.object.kind === 'ReplicaSet' && !target.isKept;
    const owner = isOfSet ? target.object : { ...workload, kind };
    const ownerReferences = [
        {
            apiVersion: owner.apiVersion,
            kind: owner.kind,
            name: owner.metadata.name,
            uid: owner.metadata.uid,
            controller: true,
        },
    ];
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { generateName: `${name}-`, labels, annotations, ownerReferences },
        spec: { ...template.spec, ...(volumes.length > 0 && { volumes }) },
    };
}

// EXTERNAL MODULE: ./build/service/references.js
var service_references = __webpack_require__(38852);
// EXTERNAL MODULE: ./build/service/restart.js
var restart = __webpack_require__(64183);
// EXTERNAL MODULE: ./build/service/rollout.js + 3 modules
var rollout = __webpack_require__(62400);
;// CONCATENATED MODULE: ./build/service/rehearse.js








/** What a webhook that changes something outside says to a dry run (admission/plugin/webhook/errors/statuserror.go). */
const NO_DRY_RUN = /does not support dry run/;
/**
 * Finds out before the first change which steps would fail: what the older template needs is looked up, and each patch
 * and a pod of it are tried as dry runs, which pass every admission policy. Changes nothing.
 *
 * @param mayPatch whether the credentials have been asked for the right to patch
 * @returns the steps, those that cannot succeed as refused, and those that would change nothing as no-ops
 */
async function rehearse(client, namespace, groups, restores, mayPatch) {
    const lookup = new service_references/* ReferenceLookup */.Cm(client, namespace, restores);
    const isTried = mayPatch && groups.flat().some(({ action }) => action === 'roll-back');
    const tryPod = isTried ? await podTrial(client, namespace) : undefined;
    const rehearseStep = async (step) => {
        if (step.action !== 'roll-back' && !(0,restart/* needsRestart */.jT)(step, restores))
            return step;
        const missing = await lookup.missing((0,service_references/* referencesOf */.CL)(step.template));
        const { fatal, doubtful } = weigh(missing, step);
        if (fatal.length > 0)
            return refused(step, `what it needs is not there: ${list(fatal)}; bring it back first`);
        const warnings = doubtful.length > 0 ? [`${list(doubtful)}, which it pulls its images with, is not there`] : [];
        const known = { ...step, warnings: [...step.warnings, ...warnings] };
        return tryPod && step.action === 'roll-back' ? tryOut(client, known, tryPod) : known;
    };
    return Promise.all(groups.map((group) => Promise.all(group.map(rehearseStep))));
}
const list = (references) => references.map(service_references/* nameReference */.ZP).join(', ');
const refused = (step, reason) => ({ ...step, action: 'refuse', reason });
/** A pull secret that the present template names as well is no reason to stay: its images came without it. */
function weigh(missing, { workload }) {
    const present = new Set((0,service_references/* referencesOf */.CL)(workload.spec.template).flatMap((item) => (item.onlyForPulls ? [item.name] : [])));
    const isDoubtful = ({ onlyForPulls, name }) => onlyForPulls === true && present.has(name);
    return {
        fatal: missing.filter((item) => !isDoubtful(item)),
        doubtful: missing.filter(isDoubtful),
    };
}
async function tryOut(client, step, tryPod) {
    const mark = { id: '-', run: '-', at: new Date().toISOString(), wanted: '-', to: '', revision: 0 };
    try {
        const { before, after } = await (0,rollout/* tryPatch */.UL)(client, step.workload, (fresh) => (0,patch/* rollbackPatch */.H)(fresh, step, mark));
        if (!changesNothing(before, after))
            return withPodTried(step, await tryPod(step));
        const reason = `${step.reason}; a policy of the cluster makes it what runs already`;
        return { ...step, action: 'no-op', reason, warnings: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ApiError */.hD))
            throw error;
        // What has gone or changed since is met again by the patch itself.
        if (error.status === 404 || NO_DRY_RUN.test(error.message))
            return step;
        return refused(step, `the API server does not take its older template: ${(0,sentence/* asClause */.eI)(error.message)}`);
    }
}
function withPodTried(step, refusal) {
    if (!refusal)
        return step;
    const { reason, isSure } = refusal;
    if (isSure)
        return refused(step, `the cluster makes no pods of its older template: ${reason}`);
    const warning = `a pod of its older template was refused as a dry run, as it may be when its controller makes it: ${reason}`;
    return { ...step, warnings: [...step.warnings, warning] };
}
/** A policy of the cluster that changes the older template into the present one makes a repeat of what was done already. */
const changesNothing = (before, after) => (0,service_history/* sameTemplate */.N_)(before.spec.template, after.spec.template) &&
    (before.spec.paused ?? false) === (after.spec.paused ?? false);


/***/ }),

/***/ 64183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   On: () => (/* binding */ unmarkPending),
/* harmony export */   Pe: () => (/* binding */ markPending),
/* harmony export */   jT: () => (/* binding */ needsRestart),
/* harmony export */   lc: () => (/* binding */ pendingOf),
/* harmony export */   m5: () => (/* binding */ inheritMarks),
/* harmony export */   u8: () => (/* binding */ restartPods)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59027);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94313);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19443);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75648);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94054);
/* harmony import */ var _rollout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62400);







/**
 * True where a workload keeps its template, and its pods have to be started anew for its configuration: it goes back
 * now, or went back in a run that did not come to the pods.
 */
const needsRestart = (step, restores) => step.action === 'no-op' && ((0,_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .uses */ .r9)(step.template, restores) || pendingOf(step) !== undefined);
/** The rollback that owes these pods a restart; pods of another revision are younger than its mark. */
function pendingOf({ workload, current }) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .pendingRestart */ .b_)(workload);
    return mark && mark.revision === current?.object.metadata.uid ? mark : undefined;
}
/**
 * Writes on the workloads that their pods have to be started anew, before the configuration goes back: a run that is
 * killed in between finds no difference in the configuration any more. The restart takes the mark off.
 *
 * @returns the workloads that have the mark from here
 */
async function markPending({ client, namespace }, steps, restores, id) {
    const due = steps.filter((step) => step.action === 'no-op' && (0,_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .uses */ .r9)(step.template, restores) && !pendingOf(step));
    await Promise.all(due.map((step) => {
        const revision = step.current?.object.metadata.uid ?? '';
        const mark = { revision, id, at: new Date().toISOString() };
        return annotate({ client, namespace }, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .pendingRestartAnnotation */ .QO)(mark));
    }));
    return due;
}
/** Takes the mark off workloads whose configuration did not go back, or is again what it was. */
async function unmarkPending(context, steps) {
    await Promise.all(steps.map((step) => annotate(context, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .pendingRestartAnnotation */ .QO)(null))));
}
async function annotate({ client, namespace }, step, annotations) {
    const path = (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadPath */ .jC)(namespace.name, step.kind, step.name);
    namespace.put(await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__/* .PATCH */ .D.merge, { metadata: { annotations } }));
}
/** As `kubectl rollout restart` does it: a new template that differs in one annotation. */
async function restartPods(context, step) {
    const annotations = { [_history_js__WEBPACK_IMPORTED_MODULE_4__/* .RESTARTED_AT */ .ZX]: new Date().toISOString() };
    const newest = context.namespace.workload(step.kind, step.uid) ?? step.workload;
    return (0,_rollout_js__WEBPACK_IMPORTED_MODULE_6__/* .patchWorkload */ .K2)(context, newest, ({ metadata }) => ({
        metadata: {
            resourceVersion: metadata.resourceVersion,
            annotations: (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .pendingRestartAnnotation */ .QO)(null),
        },
        spec: { template: { metadata: { annotations } } },
    }));
}
/**
 * The revision that a restart made, or a template that the history had lost, is not a deploy, but where this rollback has put
 * the workload; and it is as good as the one that it was made of, with copies of its own.
 */
async function inheritMarks(context, step, rollback) {
    const { client, namespace } = context;
    const workload = namespace.workload(step.kind, step.uid);
    const revision = workload && (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .currentRevision */ .h7)(workload, namespace.history(workload));
    if (!revision)
        return;
    const { id, run, wanted } = rollback;
    const to = revision.object.metadata.uid;
    const last = { id, run, wanted, at: new Date().toISOString(), to, revision: revision.number };
    await annotate(context, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .lastRollbackAnnotation */ ._K)(last));
    const mark = step.target && (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .goodMark */ .X3)(step.target.object);
    if (!mark)
        return;
    const refs = context.keepsConfig ? (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .configRefs */ .z$)(revision.template) : [];
    const config = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .keepCopies */ .HV)(client, revision.object, refs);
    const good = { ...mark, revision: revision.object.metadata.uid, config };
    await (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .annotateRevision */ .mS)(client, revision.object, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .goodAnnotation */ .Dp)(good));
}


/***/ }),

/***/ 76532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bW: () => (/* binding */ mergePatch),
/* harmony export */   h2: () => (/* binding */ abort),
/* harmony export */   ly: () => (/* binding */ skipSteps)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60091);
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59027);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60921);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75648);






/** A patch of a workload as the API server takes it for a custom resource: no `$patch`, and null for what goes. */
function mergePatch(fresh, patch) {
    const { spec, ...rest } = patch;
    const { $patch, ...template } = spec.template;
    if ($patch !== 'replace')
        return patch;
    return { ...rest, spec: { ...spec, template: difference(fresh.spec.template, template) } };
}
function difference(from, to) {
    if (!(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .isFields */ .C)(from) || !(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .isFields */ .C)(to))
        return to;
    const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
    const changed = Object.entries(to).filter(([key, value]) => !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(from[key], value));
    return Object.fromEntries([
        ...gone.map((key) => [key, null]),
        ...changed.map(([key, value]) => [key, difference(from[key], value)]),
    ]);
}
const statusPath = ({ metadata }) => `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .workloadPath */ .jC)(metadata.namespace, 'Rollout', metadata.name)}/status`;
/**
 * Its users are all back on the pods that served before, at once, where the newer version is still on its way to them. Of a
 * Rollout that has come to its end meanwhile an abort would take away the pods that serve (argo-rollouts#1292), so it is
 * for the state that it was read in alone.
 */
async function abort(client, workload) {
    const { stableRS, currentPodHash, abort: isAborted } = workload.status ?? {};
    if (!stableRS || stableRS === currentPodHash || isAborted)
        return;
    const { namespace, name, resourceVersion } = workload.metadata;
    try {
        await client.patch(statusPath(workload), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__/* .PATCH */ .D.merge, {
            metadata: { resourceVersion },
            status: { abort: true },
        });
    }
    catch (error) {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD && error.status === 409))
            throw error;
        await abort(client, await client.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .workloadPath */ .jC)(namespace, 'Rollout', name)));
    }
}
/** Brings all pods at once, once the controller has begun with this template: what it was asked before, it forgets then. */
async function skipSteps(client, { workload, podLabel }) {
    const { status = {} } = workload;
    const hasBegun = workload.kind === 'Rollout' && (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .isObserved */ .XJ)(workload) && status.currentPodHash === podLabel?.[1];
    if (!hasBegun || status.promoteFull || status.stableRS === status.currentPodHash)
        return;
    try {
        await client.patch(statusPath(workload), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__/* .PATCH */ .D.merge, {
            metadata: { resourceVersion: workload.metadata.resourceVersion },
            status: { promoteFull: true },
        });
    }
    catch (error) {
        // It has changed since: the watch brings what it is now.
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD && error.status === 409))
            throw error;
    }
}


/***/ }),

/***/ 62400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NM: () => (/* binding */ awaitObserved),
  mB: () => (/* binding */ awaitRollout),
  K2: () => (/* binding */ patchWorkload),
  UL: () => (/* binding */ tryPatch)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
;// CONCATENATED MODULE: ./build/base/stopwatch.js
/** For how many milliseconds something has been so without a break. */
function stopwatch() {
    let since;
    return (holds) => {
        since = holds ? (since ?? performance.now()) : undefined;
        return since === undefined ? 0 : performance.now() - since;
    };
}
/** Lets a line through when it is new and the one before is a second old; callers come again within a second. */
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

// EXTERNAL MODULE: ./build/base/waits.js
var base_waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/systems/kubernetes/client.js
var kubernetes_client = __webpack_require__(59027);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var kubernetes_errors = __webpack_require__(1807);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/systems/kubernetes/workload-pods.js
var workload_pods = __webpack_require__(85738);
// EXTERNAL MODULE: ./build/systems/kubernetes/pods.js
var kubernetes_pods = __webpack_require__(41808);
// EXTERNAL MODULE: ./build/service/pod-status.js
var pod_status = __webpack_require__(80026);
// EXTERNAL MODULE: ./build/service/terminal-failure.js
var terminal_failure = __webpack_require__(91757);
;// CONCATENATED MODULE: ./build/service/ahead.js






/** How many lines of a failing container's log are shown. */
const LOG_LINES = 15;
/** Follows what keeps the new pods of one rollout from becoming ready, and for how long it has. */
class PodTroubles {
    #client;
    #warnings;
    /** When a pod's trouble was first seen, as `performance.now()` has it. */
    #since = new Map();
    constructor(client, warnings) {
        this.#client = client;
        this.#warnings = warnings;
    }
    /** Why one of these pods will never become ready; undefined while each still may. */
    async terminal(pods) {
        for (const pod of pods) {
            const warnings = this.#warnings(pod.metadata.uid);
            const trouble = (0,terminal_failure/* troubleOfPod */.KM)(pod, warnings);
            if (!trouble) {
                this.#since.delete(pod.metadata.uid);
                continue;
            }
            const terminalFailure = (0,terminal_failure/* terminalPodFailure */.kI)(pod, warnings, this.#lasts(pod));
            if (terminalFailure && !(trouble.verdict === 'grace' && (await this.#getsNode(pod))))
                return { pod, terminalFailure };
        }
        return undefined;
    }
    /** The first unready pod, its state, what it waits for and what the cluster said last, as a part of a sentence; empty where nobody knows. */
    describe(pods) {
        for (const pod of pods.filter((each) => !(0,workload_pods/* isReady */.i_)(each))) {
            const warnings = this.#warnings(pod.metadata.uid);
            const trouble = (0,terminal_failure/* troubleOfPod */.KM)(pod, warnings);
            const { reason, message = '' } = warnings.at(-1) ?? {};
            const problem = trouble
                ? `is in ${trouble.reason}: ${trouble.message}`
                : `is not ready: ${unreadiness(pod) || message}`;
            const last = message && !problem.includes(message) ? `its last event is ${reason}: ${message}` : '';
            if (!trouble && !unreadiness(pod) && !message)
                continue;
            const state = pod.status?.phase ? ` (${pod.status.phase})` : '';
            // Texts of others are as long as they like, and the end of one must not hide the other.
            const parts = [`pod ${pod.metadata.name}${state} ${problem}`, last].filter(Boolean);
            return parts.map((part) => part.slice(0, 400)).join('; ');
        }
        return '';
    }
    /** The last lines of what the first unready pod wrote, under a title; nothing where it never ran. */
    async lastWords(pods, container) {
        const pod = pods.find((each) => !(0,workload_pods/* isReady */.i_)(each));
        const status = pod?.status?.containerStatuses?.find(({ name, ready }) => name === container || (container === undefined && !ready));
        if (!pod || !status || !hasLived(status))
            return [];
        // Also when the deadline has passed: that is when somebody needs to know.
        const client = this.#client.withSignal(AbortSignal.timeout(base_waits/* WAITS */.r.LAST_WORDS_MS));
        try {
            const lines = await (0,kubernetes_pods/* lastLogLines */.EP)(client, pod, status.name, LOG_LINES);
            return lines.length > 0 ? [`Last lines of ${pod.metadata.name}/${status.name}:`, ...lines] : [];
        }
        catch (error) {
            return [`(no log of ${pod.metadata.name}/${status.name}: ${(0,errors/* messageOf */.bD)(error)})`];
        }
        finally {
            client.close();
        }
    }
    /** For how long, in milliseconds, a pod has been in trouble. */
    #lasts({ metadata: { uid } }) {
        const since = this.#since.get(uid) ?? performance.now();
        this.#since.set(uid, since);
        return performance.now() - since;
    }
    /** An autoscaler has said that it brings a node for this pod. */
    async #getsNode(pod) {
        if (this.#lasts(pod) >= pod_status/* GRACE_MS */.g3.grace + base_waits/* WAITS */.r.SCALE_UP_MS)
            return false;
        const { namespace, uid } = pod.metadata;
        const events = await (0,kubernetes_pods/* eventsAbout */.Xh)(this.#client, namespace, uid);
        return events.some(({ reason = '' }) => pod_status/* SCALE_UP_REASONS */.v$.includes(reason));
    }
}
const hasLived = ({ state, lastState, restartCount, }) => restartCount > 0 || Boolean(state?.running ?? state?.terminated ?? lastState?.terminated);
/** What the pod's own conditions say. */
function unreadiness({ status }) {
    const conditions = status?.conditions ?? [];
    const unmet = ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map((type) => conditions.find((condition) => condition.type === type && condition.status === 'False'));
    const first = unmet.find((condition) => condition?.message);
    return first?.message ?? '';
}

// EXTERNAL MODULE: ./build/service/history.js
var service_history = __webpack_require__(75648);
// EXTERNAL MODULE: ./build/service/progress.js
var service_progress = __webpack_require__(71157);
// EXTERNAL MODULE: ./build/service/reaction.js
var reaction = __webpack_require__(34865);
// EXTERNAL MODULE: ./build/service/rollout-kind.js
var rollout_kind = __webpack_require__(76532);
;// CONCATENATED MODULE: ./build/service/silent-nodes.js

/**
 * The nodes whose kubelets seem to say nothing any more, by what they owe their pods: one that should be gone is not, one
 * is not even taken notice of, or is unready though all of its containers are ready, as the node controller marks it. Nodes
 * themselves are not the namespace's to read.
 */
function silentNodes(pods, now) {
    const silent = pods.filter((pod) => now.getTime() - owedSince(pod) > base_waits/* WAITS */.r.NODE_SILENT_MS);
    return new Set(silent.flatMap(({ spec }) => spec.nodeName ?? []));
}
/** Since when a kubelet owes a pod a word, in milliseconds since the epoch; NaN where it does not. */
function owedSince({ metadata, spec, status = {} }) {
    if (status.phase === 'Failed' || status.phase === 'Succeeded')
        return Number.NaN;
    // When its time to shut down is over.
    if (metadata.deletionTimestamp)
        return Date.parse(metadata.deletionTimestamp);
    const condition = (wanted) => status.conditions?.find(({ type }) => type === wanted);
    const ready = condition('Ready');
    if (!ready && !status.startTime && spec.nodeName)
        return Date.parse(metadata.creationTimestamp ?? '');
    const isMarked = ready?.status !== 'True' && condition('ContainersReady')?.status === 'True';
    return isMarked && !spec.readinessGates?.length ? Date.parse(ready?.lastTransitionTime ?? '') : Number.NaN;
}

;// CONCATENATED MODULE: ./build/service/rollout.js
















/**
 * Patches a workload, from a fresh read where somebody else was faster. `patch` gets the newest state and answers
 * the patch for it; it throws where the workload is no longer what was planned for.
 *
 * @returns the workload as it is afterwards
 */
async function patchWorkload({ client, namespace }, workload, patch) {
    const { after } = await patchFresh(client, workload, patch);
    namespace.put(after);
    return after;
}
/** The same as a dry run: what it would be patched from and what it would be then, by all policies of the cluster. */
const tryPatch = (client, workload, patch) => patchFresh(client, workload, patch, { dryRun: 'All' });
async function patchFresh(client, workload, patch, query = {}) {
    const path = (0,kinds/* workloadPath */.jC)(workload.metadata.namespace, workload.kind, workload.metadata.name);
    for (let fresh = workload;; fresh = await client.get(path)) {
        try {
            const after = workload.kind === 'Rollout'
                ? await client.patch(path, kubernetes_client/* PATCH */.D.merge, (0,rollout_kind/* mergePatch */.bW)(fresh, patch(fresh)), query)
                : await client.patch(path, kubernetes_client/* PATCH */.D.strategic, patch(fresh), query);
            return { before: fresh, after };
        }
        catch (error) {
            if (!(error instanceof kubernetes_errors/* ApiError */.hD && error.status === 409))
                throw error;
        }
    }
}
/**
 * Waits until a workload's newest template is rolled out to the last pod and nothing of an older one is left. Only
 * with a `change` of ours may a pod that holds up a StatefulSet be replaced.
 *
 * @returns the pods that serve now
 * @throws ActionError as soon as the cluster says that this will not happen, with the container's last words, or
 *   when somebody else changes the template
 */
async function awaitRollout(context, target, change) {
    const { client, namespace } = context;
    const troubles = new PodTroubles(client, (uid) => namespace.warnings(uid));
    const seen = new Set(namespace.failedCreateEvents(target.uid).map(version));
    const logWaiting = throttled((words) => context.log.info(`… ${(0,kinds/* label */.Pf)(target)}: ${words}`));
    const ending = stopwatch();
    const full = stopwatch();
    const standing = stopwatch();
    const idle = stopwatch();
    for (;;) {
        const { state, progress } = look(context, target, change?.before);
        if (change && !(0,reaction/* isReactionTo */.T)(change.template, state.workload.spec.template)) {
            throw new errors/* ActionError */.lZ(`${(0,kinds/* label */.Pf)(target)} was changed by someone else during the wait.`);
        }
        const fresh = (0,service_progress/* newPods */.Ng)(state);
        if (progress.done)
            return fresh;
        if (ending(progress.rest !== undefined) > base_waits/* WAITS */.r.OLD_PODS_ENDING_MS) {
            const after = `after ${base_waits/* WAITS */.r.OLD_PODS_ENDING_MS / 1000} s`;
            context.log.warn(`${(0,kinds/* label */.Pf)(target)}: the new pods serve; ${progress.rest} ${after}.`);
            return fresh.filter(workload_pods/* isReady */.i_);
        }
        const allRefusals = namespace.failedCreateEvents(target.uid).filter((event) => !isOver(event, fresh));
        const refusals = allRefusals.filter((event) => !seen.has(version(event)));
        // A controller that is refused again and again soon says no more of it.
        const isSilent = idle((0,service_history/* isObserved */.XJ)(state.workload) && state.pods.every(serves)) > base_waits/* WAITS */.r.REFUSAL_STANDS_MS;
        const trouble = silentTrouble(state) ||
            troubles.describe(fresh) ||
            creationTrouble(namespace, state, isSilent ? allRefusals : refusals);
        const waiting = trouble ? `${progress.waiting}; ${trouble}` : progress.waiting;
        if (progress.failed) {
            const all = [progress.failed, trouble].filter(Boolean).join('; ');
            throw new errors/* ActionError */.lZ((0,sentence/* asSentence */.KG)(`${(0,kinds/* label */.Pf)(target)} is not rolled out: ${all}`), {
                details: await troubles.lastWords(fresh),
            });
        }
        logWaiting(waiting);
        if (change)
            await replaceStuckPod(client, state);
        if (change && context.skipsSteps)
            await (0,rollout_kind/* skipSteps */.ly)(client, state);
        const byEvent = (0,terminal_failure/* terminalEventFailure */.jK)(refusals, state.workload);
        // It does not say of which template, and the one before may be said to be refused late.
        const stands = standing(byEvent !== undefined && (0,service_history/* isObserved */.XJ)(state.workload)) > base_waits/* WAITS */.r.REFUSAL_STANDS_MS;
        const refused = (stands ? byEvent : undefined) ?? terminalNewSetFailure(namespace, state);
        const isFull = refused !== undefined && (0,terminal_failure/* isQuota */.hF)(refused);
        const mayFree = context.others?.(isFull) === true;
        const waits = full(isFull && !mayFree) < base_waits/* WAITS */.r.QUOTA_FULL_MS;
        if (refused && !(isFull && waits))
            throw new errors/* ActionError */.lZ(`${(0,kinds/* label */.Pf)(target)} gets no pods (${refused.reason}): ${refused.message}`);
        const terminal = await troubles.terminal(fresh);
        if (terminal)
            throw await failureOf(target, troubles, terminal);
        await namespace
            .changed(target.uid, client.signal, base_waits/* WAITS */.r.ROLLOUT_LOOK_MS)
            .catch(async (error) => {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            const silent = trouble ? '' : creationTrouble(namespace, state, allRefusals);
            const still = (0,sentence/* asSentence */.KG)([`${(0,kinds/* label */.Pf)(target)} was still waiting for ${waiting}`, silent].filter(Boolean).join('; '));
            throw new errors/* ActionError */.lZ(`${error.message} ${still}`, {
                cause: error,
                details: await troubles.lastWords(fresh),
            });
        });
    }
}
async function failureOf(target, troubles, { pod, terminalFailure }) {
    const details = terminalFailure.container ? await troubles.lastWords([pod], terminalFailure.container) : [];
    return new errors/* ActionError */.lZ(`${(0,kinds/* label */.Pf)(target)} cannot start: pod ${pod.metadata.name} is in ${terminalFailure.reason}: ${terminalFailure.message}`, { details });
}
const serves = (pod) => (0,workload_pods/* isReady */.i_)(pod) && pod.metadata.deletionTimestamp === undefined;
/** A pod has been made since one was refused. */
const isOver = ({ lastTimestamp, eventTime }, pods) => pods.some(({ metadata }) => Date.parse(metadata.creationTimestamp ?? '') >= Date.parse(lastTimestamp ?? eventTime ?? ''));
/** Waits until the controller has seen the workload's newest template, so that its history is complete. */
async function awaitObserved(namespace, target, signal) {
    for (;;) {
        const workload = find(namespace, target);
        if ((0,service_history/* isObserved */.XJ)(workload))
            return workload;
        await namespace.changed(target.uid, signal);
    }
}
function look({ client, namespace }, target, before) {
    const workload = find(namespace, target);
    const revision = (0,service_history/* currentRevision */.h7)(workload, namespace.history(workload));
    const pods = namespace.pods(workload);
    const state = {
        workload,
        pods,
        silent: silentNodes(pods, client.now),
        podLabel: revision?.podLabel,
        revision: revision?.object.metadata.name,
        before: before && (0,service_progress/* progressing */.OP)(before),
    };
    const progress = (0,service_progress/* progressOf */.jA)(state);
    const ready = (0,service_progress/* newPods */.Ng)(state).filter(workload_pods/* isReady */.i_).length;
    // Workloads and pods are watched apart: the news of one may be ahead of the other.
    if (progress.done && ready < (0,service_progress/* wantedPods */.qB)(workload)) {
        return {
            state,
            progress: { done: false, waiting: `${ready}/${(0,service_progress/* wantedPods */.qB)(workload)} pods to be seen ready` },
        };
    }
    return { state, progress };
}
function find(namespace, target) {
    const workload = namespace.workload(target.kind, target.uid);
    if (!workload)
        throw new errors/* ActionError */.lZ(`${(0,kinds/* label */.Pf)(target)} was deleted while it was waited for.`);
    return workload;
}
function terminalNewSetFailure(namespace, { workload }) {
    const revision = (0,service_history/* currentRevision */.h7)(workload, namespace.history(workload));
    return revision?.object.kind === 'ReplicaSet'
        ? (0,terminal_failure/* terminalReplicaSetFailure */.rr)(revision.object, workload)
        : undefined;
}
/** What a DaemonSet waits for in vain: its controller counts the pods of silent nodes as those that may be down. */
function silentTrouble(state) {
    const names = state.workload.kind === 'DaemonSet' ? (0,service_progress/* namesOfSilent */.lv)(state) : '';
    return (names &&
        `no answer from ${names}: delete what is gone, or raise \`maxUnavailable\`, where that holds it up`);
}
/** Why a pod could not be made that may be made yet, as a part of a sentence; empty where none was refused. */
function creationTrouble(namespace, { workload }, refusals) {
    const revision = (0,service_history/* currentRevision */.h7)(workload, namespace.history(workload));
    const bySet = revision?.object.kind === 'ReplicaSet' ? (0,terminal_failure/* failedCreateOf */.rR)(revision.object) : undefined;
    const message = bySet ?? refusals.at(-1)?.message;
    return message ? `no pod can be made: ${message.slice(0, 400)}` : '';
}
async function replaceStuckPod(client, state) {
    const pod = (0,service_progress/* stuckPod */.Yk)(state);
    if (!pod)
        return;
    const { namespace, name, uid, resourceVersion } = pod.metadata;
    try {
        await client.request('DELETE', (0,names/* objectPath */.du)(names/* CORE */.M2, namespace, 'pods', name), {
            body: { preconditions: { uid, resourceVersion } },
        });
    }
    catch (error) {
        // It has changed or gone since: the watch brings what it is now.
        if (!(error instanceof kubernetes_errors/* ApiError */.hD && (error.status === 404 || error.status === 409)))
            throw error;
    }
}
const version = ({ metadata }) => `${metadata.uid}@${metadata.resourceVersion}`;


/***/ }),

/***/ 82283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JY: () => (/* binding */ parseTo),
/* harmony export */   bx: () => (/* binding */ chooseTarget),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75648);
/* harmony import */ var _lineage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11805);
/* harmony import */ var _main_container_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44049);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94054);





/** True where what was put somewhere was put there by this rollback, or by another attempt of its run. */
const isOf = (last, rollback) => last.id === rollback.id || last.run === rollback.run;
/** Reads the input `to`. @throws ActionError that lists what is accepted */
function parseTo(text) {
    if (text === 'last-good' || text === 'previous')
        return { type: text };
    const [word, value = ''] = split(text);
    if (word === 'revision' && /^[1-9]\d{0,14}$/.test(value))
        return { type: 'revision', number: Number(value) };
    if (word === 'version' && /^[\w][\w.-]{0,127}$/.test(value))
        return { type: 'version', tag: value };
    if (word === 'annotation' && /^[A-Za-z0-9][\w./-]*$/.test(value))
        return { type: 'annotation', key: value };
    if (word === 'image') {
        const [container, image = ''] = split(value);
        if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(container) && /^[\w][\w.:/@-]+$/.test(image))
            return { type: 'image', container, image };
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`to\` is ${JSON.stringify(text)}; accepted are last-good, previous, revision=<number>, version=<image tag>, annotation=<key> and image=<container>=<image>.`);
}
/** Chooses what one workload goes back to. Never a revision that was rolled back from, unless `revision=` names it. */
function chooseTarget(to, workload, history, rollback) {
    if (to.type === 'image')
        return to;
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .currentRevision */ .h7)(workload, history);
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .lastRollback */ .Hp)(workload);
    const same = last && isOf(last, rollback) && last.wanted === rollback.wanted;
    if (current && same && last.to === current.object.metadata.uid) {
        return {
            type: 'revision',
            revision: current,
            reason: `this rollback has put it there at ${toSecond(last.at)}`,
        };
    }
    switch (to.type) {
        case 'revision':
            return byNumber(to.number, workload, history);
        case 'version':
            return byVersion(to.tag, workload, history);
        case 'annotation': {
            const annotations = workload.metadata.annotations ?? {};
            const tag = Object.hasOwn(annotations, to.key) ? annotations[to.key] : undefined;
            return tag
                ? byVersion(tag, workload, history)
                : { type: 'none', reason: `it has no annotation ${to.key}` };
        }
        case 'previous':
            return previous(positionOf(workload, current, history));
        case 'last-good':
            return lastGood(positionOf(workload, current, history));
    }
}
function byNumber(number, workload, history) {
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .lastRollback */ .Hp)(workload);
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
function byVersion(tag, workload, history) {
    const main = (0,_main_container_js__WEBPACK_IMPORTED_MODULE_4__/* .mainContainer */ .r)(workload.spec.template, workload.metadata.name)?.name ?? '';
    const has = (revision) => tagOf((0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(revision.template)[main]) === tag;
    const matching = [
        ...history.filter(has),
        ...history.filter((revision) => elsewhere(tag, workload, revision)),
    ];
    const found = matching.find((revision) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(revision.object));
    if (found)
        return { type: 'revision', revision: found, reason: `it has the version ${tag}` };
    if (matching[0])
        return refuseRolledBackFrom(matching[0], history);
    const image = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(workload.spec.template)[main];
    const images = history.flatMap(({ template }) => Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(template)));
    const known = new Set(images.map(tagOf).filter((known) => known !== undefined && known !== tag));
    return {
        type: 'none',
        reason: `no revision has the version ${tag}; there are ${[...known].join(', ') || 'none'} (an image outside the history is given as \`to: image=${main}=${image?.replace(/@[\s\S]*$/, '').replace(/:[\w.-]+$/, '')}:${tag}\`)`,
    };
}
/** True where another container, an init container too, has the tag and has another one now: a sidecar's does not change. */
function elsewhere(tag, workload, { template }) {
    const now = allImagesOf(workload.spec.template);
    return Object.entries(allImagesOf(template)).some(([name, image]) => tagOf(image) === tag && tagOf(now[name]) !== tag);
}
const allImagesOf = (template) => ({
    ...Object.fromEntries((template.spec.initContainers ?? []).map(({ name, image }) => [name, image])),
    ...(0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(template),
});
function positionOf(workload, current, history) {
    const left = (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .leftByGoingBack */ .aH)(history);
    const isOther = (revision) => 
    // One without a number was never this workload's: somebody's ReplicaSet that its selector happens to select.
    revision.number > 0 && revision !== current && !(current && (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRelease */ ._M)(revision, current));
    const others = history.filter(isOther);
    const [newest] = others;
    return {
        workload,
        current,
        history,
        candidates: others.filter((revision) => !left.has(revision) && !(0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(revision.object)),
        cameFrom: newest && left.has(newest) ? newest : undefined,
    };
}
/** The current revision, if someone has already rolled back to it and it is available. `previous` and `last-good` do not go further back unasked. */
function alreadyBack({ current, cameFrom }) {
    if (!current?.available || !cameFrom)
        return undefined;
    return {
        type: 'revision',
        revision: current,
        reason: `someone has gone back to it from revision ${cameFrom.number} already, and it is fully available; to go on behind it, say \`to: revision=<number>\``,
    };
}
function previous(position) {
    const { history, candidates, current, cameFrom } = position;
    const before = history.find((revision) => revision.number > 0 && revision !== current && !(current && (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRelease */ ._M)(revision, current)));
    if (!before)
        return noHistory();
    if ((0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(before.object))
        return refuseRolledBackFrom(before, history);
    const back = alreadyBack(position);
    if (back)
        return back;
    const [found] = candidates;
    if (!found)
        return refuseLeft(before);
    const reason = found === before || !cameFrom ? 'it is the one before' : behind(cameFrom);
    return { type: 'revision', revision: found, reason };
}
const behind = (left) => `it is the newest that no one has gone back from (revision ${left.number} was left already)`;
function lastGood(position) {
    const { workload, current, history, candidates, cameFrom } = position;
    const marked = [...(current ? [current] : []), ...candidates]
        .filter((revision) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(revision.object))
        .find((revision) => (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .goodMarkOf */ .q2)(revision, history));
    if (marked) {
        const mark = (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .goodMarkOf */ .q2)(marked, history);
        const restarted = mark?.revision === marked.object.metadata.uid ? '' : ', and was only restarted since';
        // Nobody has gone back yet, and who starts a rollback may know better than the checks of the deploy.
        const further = marked === current && !cameFrom ? '; if it is bad all the same, say `to: previous`' : '';
        const reason = `it was marked good at ${toSecond(mark?.at)} by run ${mark?.run}${restarted}${further}`;
        return { type: 'revision', revision: marked, reason };
    }
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .lastRollback */ .Hp)(workload);
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
    const lost = lostMark(position);
    if (lost)
        return lost;
    const serving = candidates.find((revision) => revision.available);
    if (serving)
        return { type: 'revision', revision: serving, reason: 'none is marked good, and it is fully available' };
    if (candidates[0]) {
        const grounds = cameFrom ? behind(cameFrom) : 'it is the one before';
        const reason = `none is marked good or still available, and ${grounds}`;
        return { type: 'revision', revision: candidates[0], reason };
    }
    const skipped = history.find((revision) => revision !== current && revision.number > 0);
    if (!skipped)
        return noHistory();
    return (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(skipped.object) ? refuseRolledBackFrom(skipped, history) : refuseLeft(skipped);
}
/** Refuses if the revision last marked good was pruned: none of the remaining revisions is known to be good. */
function lostMark({ workload, history }) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .lastMarked */ .zT)(workload);
    if (!mark || history.some(({ object }) => object.metadata.uid === mark.revision))
        return undefined;
    const images = Object.entries(mark.images).map(([container, image]) => `${container}=${image}`);
    return {
        type: 'none',
        reason: `revision ${mark.number}, which was marked good last (${images.join(', ')}), is no longer in its history, and no other is known to be good; name one with \`to: revision=<number>\`, or the image with \`to: image=${images[0] ?? '<container>=<image>'}\``,
    };
}
/** Refuses: every other revision was rolled back from, or is a restart of the current one. */
function refuseLeft(revision) {
    return {
        type: 'none',
        reason: `someone has gone back from revision ${revision.number} already, and there is no other; to go there all the same say \`to: revision=${revision.number}\``,
    };
}
function refuseRolledBackFrom(revision, history) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(revision.object);
    const other = history.find((candidate) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(candidate.object) && candidate.number < revision.number);
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
/** The tag of an image, without registry, repository and digest. */
const tagOf = (image = '') => /:([\w.-]+)$/.exec(image.replace(/@[\s\S]*$/, ''))?.[1];
/** A time to the second, as people read it. */
const toSecond = (at = '') => at.replace(/\.\d+Z$/, 'Z');
function split(text) {
    const at = text.indexOf('=');
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}


/***/ }),

/***/ 91757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KM: () => (/* binding */ troubleOfPod),
/* harmony export */   hF: () => (/* binding */ isQuota),
/* harmony export */   jK: () => (/* binding */ terminalEventFailure),
/* harmony export */   kI: () => (/* binding */ terminalPodFailure),
/* harmony export */   rR: () => (/* binding */ failedCreateOf),
/* harmony export */   rr: () => (/* binding */ terminalReplicaSetFailure)
/* harmony export */ });
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);
/* harmony import */ var _pod_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80026);


/**
 * What keeps a pod from becoming ready, the worst first; undefined where nothing is known. `warnings` are the cluster's
 * events about it: before Kubernetes 1.31 they alone say why an image could not be pulled.
 */
function troubleOfPod(pod, warnings = []) {
    if (pod.metadata.deletionTimestamp)
        return undefined;
    const { initContainerStatuses = [], containerStatuses = [], conditions = [] } = pod.status ?? {};
    const all = [...initContainerStatuses, ...containerStatuses].flatMap((status) => troubleOfContainer(status, warnings) ?? []);
    const scheduled = conditions.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
    if (scheduled?.message)
        all.push(trouble('Unschedulable', scheduled.message, (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .schedulingVerdict */ .o$)(scheduled.message)));
    if (containerStatuses.every(({ state }) => !state?.running))
        all.push(...warnings.flatMap(troubleOfEvent));
    const order = ['final', 'again', 'transient', 'grace', 'room', 'passing'];
    return all.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))[0];
}
/**
 * Why a pod will not become ready; undefined while it still may.
 *
 * @param seenMs for how long its trouble has been seen; without it, it has lasted long enough
 */
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
    if ((verdict === 'again' || verdict === 'transient') && restarts >= _pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_RESTARTS */ .qH)
        return true;
    // One look at a node that was busy is no evidence.
    if (verdict === 'transient' && seenMs === undefined)
        return false;
    return (seenMs ?? Number.POSITIVE_INFINITY) >= _pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .GRACE_MS */ .g3[verdict];
}
/** Why no pod of this revision is made at all: its ReplicaSet says so. */
function terminalReplicaSetFailure(replicaSet, workload) {
    const message = failedCreateOf(replicaSet);
    return message === undefined ? undefined : refusal(message, mayFreeQuota(workload));
}
/** What a ReplicaSet says of a pod that it could not make last; undefined where it could. */
const failedCreateOf = ({ status }) => status?.conditions?.find(({ type, status, reason }) => type === 'ReplicaFailure' && status === 'True' && reason === 'FailedCreate')?.message;
/** The same for a StatefulSet or DaemonSet, whose refusals are in events only. */
function terminalEventFailure(events, workload) {
    const failure = events.findLast((event) => event.reason === 'FailedCreate');
    return failure && refusal(failure.message ?? '', mayFreeQuota(workload));
}
/** True where other pods that go make room for this one. */
const isQuota = ({ message }) => (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .creationVerdict */ .zb)(message) === 'room';
function troubleOfContainer(status, warnings) {
    const { waiting, terminated } = status.state ?? {};
    const { name, restartCount: restarts } = status;
    // Between two lives the kubelet says how the last one ended, and for moments only that it waits.
    if (terminated && !status.ready && terminated.exitCode !== 0) {
        const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .endVerdict */ .Lw)(terminated.reason ?? '', terminated.message ?? '');
        // What never ran has no last life to speak of, but the runtime's words.
        const isStart = verdict !== 'again';
        const words = isStart ? (terminated.message ?? ending(terminated)) : ending(terminated);
        const reason = isStart ? (terminated.reason ?? 'StartError') : 'CrashLoopBackOff';
        return { ...trouble(reason, words, verdict, name), restarts };
    }
    const { reason = '', message = '' } = waiting ?? {};
    if (reason === 'ErrImagePull' || reason === 'ImagePullBackOff')
        return { ...troubleOfPull(status, reason, message, warnings), restarts };
    const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .containerVerdict */ .ti)(reason, message);
    if (!verdict)
        return undefined;
    const ended = status.lastState?.terminated;
    const words = reason === 'CrashLoopBackOff' && ended ? `${ending(ended)}; ${message}` : message;
    return { ...trouble(reason, words, verdict, name), restarts };
}
/** `OOMKilled, exit code 137`: what a back-off's own message leaves out. */
const ending = ({ reason = 'ended', exitCode }) => `${reason}, exit code ${exitCode}`;
function troubleOfPull({ image }, reason, message, warnings) {
    const pulls = warnings.filter((event) => event.message?.startsWith('Failed to pull'));
    // Since Kubernetes 1.31 the status says it; an event of before may be about what is over.
    const failure = isVague(reason, message) ? (pulls.at(-1)?.message ?? message) : message;
    // The name of an image may hold any of these words.
    const withoutNames = failure.replace(/"[^"]*"/g, '').replaceAll(image, '');
    return trouble(reason, failure, (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .containerVerdict */ .ti)(reason, withoutNames) ?? 'passing');
}
const isVague = (reason, message) => reason === 'ImagePullBackOff' && !/: .*: /.test(message);
function troubleOfEvent({ reason = '', message = '' }) {
    const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .eventVerdict */ .Ge)(reason, message);
    return verdict ? [trouble(reason, message, verdict)] : [];
}
/** Signs of what is told of it: who writes events and statuses may write books. */
const LONGEST = 4000;
const trouble = (reason, message, verdict, container) => ({
    reason: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .beginning */ .Ir)(reason, LONGEST),
    message: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .beginning */ .Ir)(message, LONGEST),
    verdict,
    restarts: 0,
    ...(container !== undefined && { container }),
});
function refusal(message, mayFree) {
    const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .creationVerdict */ .zb)(message);
    const isOne = verdict === 'final' || (verdict === 'room' && !mayFree);
    return isOne ? { reason: 'FailedCreate', message: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .beginning */ .Ir)(message, LONGEST) } : undefined;
}
/** With pods of the old revision to be taken away first, the rollout makes room in a quota by itself. */
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


/***/ }),

/***/ 28511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ ONE_DEPLOY),
/* harmony export */   _w: () => (/* binding */ untouchedReason),
/* harmony export */   r6: () => (/* binding */ deployBegun)
/* harmony export */ });
/* harmony import */ var _domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54085);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75648);
/* harmony import */ var _lineage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11805);



/** How far apart the changes of one deploy are, where nobody says when it began. Milliseconds. */
const ONE_DEPLOY = 15 * 60_000;
/** How long ago a deploy may be that nobody has named, and still is what is to be rolled back. Milliseconds. */
const LATELY = 6 * 3_600_000;
/** The time that was given, else that of the newest revision among them; never longer ago than lately. */
function deployBegun(all, given, now) {
    if (given !== undefined)
        return { at: given * 1000, isGiven: true };
    const changes = all.map(({ workload, history }) => changedAt(workload, history) ?? now);
    return { at: Math.max(Math.max(...changes) - ONE_DEPLOY, now - LATELY), isGiven: false };
}
/**
 * Why a workload is left as it is: the deploy did not change it, and it serves in full. Where nobody said when the deploy
 * began that is a guess, which names and marks overrule.
 */
function untouchedReason({ workload, history, named }, begun) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .currentRevision */ .h7)(workload, history);
    const changed = changedAt(workload, history);
    if (!current || changed === undefined || changed >= begun.at || !servesInFull(workload, current))
        return undefined;
    const isKnown = history.some((revision) => (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .goodMarkOf */ .q2)(revision, history));
    if (!begun.isGiven && (named || isKnown))
        return undefined;
    const when = new Date(begun.at).toISOString().replace(/\.\d+Z$/, 'Z');
    return begun.isGiven
        ? `it is fully available and was not changed since the deploy began at ${when}`
        : `it is fully available, was not changed since ${when}, and none of its revisions is marked good; to take it back all the same, name it or say \`to: previous\``;
}
function changedAt(workload, history) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .currentRevision */ .h7)(workload, history);
    return current && (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .createdAt */ .CT)(current);
}
function servesInFull(workload, current) {
    const { kind, spec, status = {} } = workload;
    // What a rollback holds at zero served before, or it would have been seen then.
    if ((0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_0__/* .isHeld */ .i7)(workload) || spec.replicas === 0)
        return true;
    if (kind === 'DaemonSet')
        return current.available;
    const ready = kind === 'Deployment' ? status.availableReplicas : status.readyReplicas;
    return current.available && (ready ?? 0) >= (spec.replicas ?? 1);
}


/***/ }),

/***/ 34193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ signerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


/**
 * Signs requests to a service of AWS with the credentials that the AWS SDK finds: the environment's, a web identity's, the
 * instance's. What it gives are all headers of the request but `host`, which fetch sets itself.
 *
 * @param who the service as people call it
 * @throws ActionError where there are no credentials
 */
function signerOf(who, service, region) {
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
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${who} wants signed requests, and there are no AWS credentials (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}); give them to the step, for example by aws-actions/configure-aws-credentials`, { cause: error });
        }
    };
}
/** Loaded by those who need it alone. */
async function load(service, region) {
    const [{ SignatureV4 }, { defaultProvider }] = await Promise.all([
        __webpack_require__.e(/* import() */ 5118).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19)),
        Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861)]).then(__webpack_require__.t.bind(__webpack_require__, 5861, 19)),
    ]);
    return new SignatureV4({ service, region, credentials: defaultProvider(), sha256: Sha256 });
}
/** Node's own SHA-256 in the form that the signer wants. */
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
/** How many failures in a row are told: with the pauses between them some four seconds. */
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
        const asked = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD ? error.retryAfterMs : 0;
        const growing = Math.min(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.WATCH_LONGEST_PAUSE_MS, 100 * 2 ** failures);
        return (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(Math.max(asked, growing), this.#client.signal);
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


/***/ }),

/***/ 70370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};

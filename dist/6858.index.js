export const id = 6858;
export const ids = [6858];
export const modules = {

/***/ 59867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aX: () => (/* binding */ back),
  bm: () => (/* binding */ commitsOfPlan),
  v9: () => (/* binding */ back_holds),
  t_: () => (/* binding */ planOwner),
  G9: () => (/* binding */ settle)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/owners/argo-cd.js
var argo_cd = __webpack_require__(93862);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/systems/kubernetes/client.js
var kubernetes_client = __webpack_require__(59027);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var kubernetes_errors = __webpack_require__(1807);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
;// CONCATENATED MODULE: ./build/owners/move.js
/** One name for a workload, by which those that are meant are known among the objects of an owner. */
const workloadKey = ({ kind, namespace, name }) => `${kind}/${namespace}/${name}`;

// EXTERNAL MODULE: ./build/owners/owner.js
var owner = __webpack_require__(53314);
;// CONCATENATED MODULE: ./build/owners/argo-cd-plan.js






/** Argo CD and the cluster say when things were to the second, and one a little before the other. */
const UNSURE_MS = 2000;
/**
 * Plans the way back of one application. Pure.
 *
 * @param moves the workloads of it that go back
 * @param staying its workloads that are meant, and stay as they are, as `Kind/namespace/name`
 */
function planApplication(application, moves, staying) {
    const { owner } = moves[0];
    const version = markedVersion(application, moves) ?? versionFor(application, moves);
    const meant = new Set([...staying, ...moves.map(workloadKey)]);
    const others = (application.status?.resources ?? []).filter((each) => Object.hasOwn(kinds/* kinds */.EZ, each.kind) &&
        !meant.has(workloadKey({ ...each, namespace: each.namespace ?? '' })));
    const only = others.length === 0 ? undefined : moves.map(resourceOf);
    const prune = application.spec?.syncPolicy?.automated?.prune === true && !only;
    const needsWindow = (0,argo_cd/* syncsItself */.Sw)(application) && ((0,argo_cd/* setOf */.s4)(application) !== undefined || isEnabledByKeeper(application));
    const plan = {
        type: 'application',
        name: owner.name,
        application,
        needsWindow,
        version,
        only,
        prune,
    };
    return { ...plan, words: wordsOf(plan) };
}
const resourceOf = ({ kind, namespace, name }) => ({
    group: kinds/* kinds */.EZ[kind].group,
    kind,
    namespace,
    name,
});
/** The version that was marked good with all of them. A mark is a claim, so that it chooses among what the history has, and no more. */
function markedVersion({ status }, moves) {
    const [first, ...others] = moves.map(({ marked }) => marked);
    if (!first || others.some((other) => !(0,external_node_util_.isDeepStrictEqual)(other, first)))
        return undefined;
    return status?.history?.find((entry) => entry.id === first.history && (0,argo_cd/* revisionOf */.DT)(entry) === first.revision);
}
/**
 * The newest sync that came after all of the good revisions and before any other revision. What hung or failed is not in
 * the history; a revision that came back has the age of its first time, so that nothing later is taken for it.
 */
function versionFor({ spec, status }, moves) {
    const since = Math.max(...moves.map((move) => move.since)) - UNSURE_MS;
    const until = Math.min(...moves.map((move) => move.until));
    const newestFirst = [...(status?.history ?? [])].sort((a, b) => b.id - a.id);
    const { revision, revisions } = status?.sync ?? {};
    const present = { revision, revisions, source: spec?.source, sources: spec?.sources };
    return newestFirst.find((entry) => {
        const at = Date.parse(entry.deployedAt ?? '');
        if (!(at >= since && at < until) || !(entry.revision || entry.revisions))
            return false;
        // So near to the next revision it may be what brought that: but for one whose sync began well before.
        const isBad = entry === newestFirst[0] || isSame(entry, present);
        return at < until - UNSURE_MS || (!isBad && Date.parse(entry.deployStartedAt ?? '') < until - UNSURE_MS);
    });
}
const isSame = (entry, other) => entry.revision === other.revision &&
    (0,external_node_util_.isDeepStrictEqual)(entry.revisions, other.revisions) &&
    (0,external_node_util_.isDeepStrictEqual)(entry.source, other.source) &&
    (0,external_node_util_.isDeepStrictEqual)(entry.sources, other.sources);
/** The manifest of whoever keeps the application says itself that it syncs, and is put back. */
function isEnabledByKeeper(application) {
    if ((0,argo_cd/* keeperOf */.yD)(application) === undefined)
        return false;
    const { annotations = {}, managedFields = [] } = application.metadata;
    const applied = annotations['kubectl.kubernetes.io/last-applied-configuration'] ?? '';
    const owned = managedFields.some(({ manager = '', fieldsV1 }) => manager.startsWith('argocd-') && JSON.stringify(fieldsV1 ?? {}).includes('"f:enabled"'));
    return owned || /"automated":\{[^{}]*"enabled":/.test(applied);
}
function wordsOf({ application, needsWindow, version, only, prune }) {
    const pause = !(0,argo_cd/* syncsItself */.Sw)(application)
        ? 'its automatic sync is off'
        : needsWindow
            ? 'it is paused by a deny window of its project, because whoever keeps it turns its sync on again'
            : 'it is paused';
    if (!version)
        return `${pause}; its workloads are patched directly, because its history has no sync of the time of their good revisions`;
    const what = only
        ? `${only.map(({ kind, name }) => `${kind.toLowerCase()}/${name}`).join(', ')} alone`
        : 'all of it';
    const added = prune ? createdBy(application) : [];
    const pruned = added.length > 0
        ? `; its newest sync created ${(0,sentence/* namesOf */.eZ)(added, owner/* MAX_NAMES */.o)}, which go if they are not of it`
        : '';
    return `${pause}; it goes back to ${describeVersion(version)}, ${what}${prune ? ', with pruning' : ''}${pruned}`;
}
/** The commits that all of an application goes back to; undefined where it is not all of it, or not by a version. */
function commitsOf({ version, only }) {
    if (!version || only)
        return undefined;
    return version.revisions?.length ? version.revisions : version.revision ? [version.revision] : undefined;
}
/** What its newest sync has made anew. */
function createdBy({ status }) {
    const results = status?.operationState?.syncResult?.resources ?? [];
    const created = results.filter(({ message = '', hookType }) => !hookType && /created$/.test(message));
    return created.map(({ kind, name }) => `${kind}/${name}`);
}
/** `3f2a9c1 (history 4)`; of a chart, its version. */
function describeVersion({ id, revision, revisions = [] }) {
    const short = (text) => (/^[0-9a-f]{40}$/.test(text) ? text.slice(0, 7) : text);
    return `${[...(revision ? [revision] : []), ...revisions].map(short).join(', ')} (history ${id})`;
}

// EXTERNAL MODULE: ./build/owners/argo-cd-window.js
var argo_cd_window = __webpack_require__(79251);
// EXTERNAL MODULE: ./build/owners/notes.js
var notes = __webpack_require__(18664);
;// CONCATENATED MODULE: ./build/owners/argo-cd-back.js












const pathOf = ({ metadata }) => (0,names/* objectPath */.du)(argo_cd/* ARGO_API */.nC, metadata.namespace, 'applications', metadata.name);
/**
 * Pauses an application in the way that holds, ends what hangs, and has it go back to the planned version.
 *
 * @throws ActionError where it cannot be paused: nothing has gone back then
 */
async function backByArgo(context, plan) {
    let direct = await attempt(context, plan, plan.needsWindow);
    if (plan.needsWindow || (await holds(context, plan.application)))
        return { ...(direct && { direct }) };
    context.log.info(`… ${plan.name}: its sync was turned on again, so its project stops it`);
    direct = await attempt(context, plan, true);
    return { ...(direct && { direct }) };
}
/** Whether an application is still paused. */
async function holds({ clusters }, application) {
    const { client, namespace } = clusters.argo;
    const fresh = await client.get(pathOf(application));
    return !(0,argo_cd/* syncsItself */.Sw)(fresh) || (await (0,argo_cd_window/* hasWindow */.Vd)(client, namespace, fresh));
}
/** @returns why it did not go back by Argo CD, where it did not */
async function attempt(context, plan, byWindow) {
    const began = performance.now();
    const { client, namespace } = context.clusters.argo;
    const commits = commitsOf(plan);
    const note = { id: context.id, at: client.now.toISOString(), ...(commits && { commits }) };
    if (byWindow)
        await (0,argo_cd_window/* addWindow */._U)(client, namespace, plan.application, note);
    else
        await switchOff(client, plan.application, note);
    await terminate(context, plan.application);
    if (!plan.version)
        return 'its history has no sync of the time of the good revisions';
    const failed = await operate(context, plan, plan.version);
    if (failed)
        await terminate(context, plan.application);
    // Whoever keeps it has had the time to turn it on again.
    if (!byWindow)
        await (0,deadline/* pause */.v7)(Math.max(0, waits/* WAITS */.r.OWNER_HOLDS_MS - (performance.now() - began)), client.signal);
    return failed;
}
/** Turns automatic sync off and notes how it was. One that is off stays so, and gets no note where it has none. */
async function switchOff(client, application, note) {
    const fresh = await client.get(pathOf(application));
    const automated = fresh.spec?.syncPolicy?.automated;
    const isOn = (0,argo_cd/* syncsItself */.Sw)(fresh) && automated;
    const before = (0,notes/* pauseNote */.nJ)(fresh);
    if (!isOn && !before)
        return;
    const kept = (0,notes/* renewed */.Fv)(before, { ...note, ...(automated && { automated }) });
    if (!isOn && (0,external_node_util_.isDeepStrictEqual)(kept, before))
        return;
    const annotations = { [notes/* PAUSED */.NN]: JSON.stringify(kept) };
    const off = (value) => client.patch(pathOf(fresh), kubernetes_client/* PATCH */.D.merge, {
        metadata: { annotations, resourceVersion: fresh.metadata.resourceVersion },
        ...(isOn && { spec: { syncPolicy: { automated: value } } }),
    });
    const patched = await off({ enabled: false }).catch((error) => {
        if (error instanceof kubernetes_errors/* ApiError */.hD && error.status === 409)
            return undefined;
        throw error;
    });
    if (!patched)
        return switchOff(client, application, note);
    // Before Argo CD 3 there was no such field, and the server drops it.
    if ((0,argo_cd/* syncsItself */.Sw)(patched))
        await client.patch(pathOf(fresh), kubernetes_client/* PATCH */.D.merge, { spec: { syncPolicy: { automated: null } } });
}
/** Ends the operation that is under way: it would go on to the version that is left, and would swallow ours. */
async function terminate({ clusters, log }, application) {
    const { client } = clusters.argo;
    const end = performance.now() + waits/* WAITS */.r.OWNER_START_MS;
    let isAsked = false;
    for (;;) {
        const fresh = await client.get(pathOf(application));
        if (!(0,argo_cd/* isBusy */.A5)(fresh))
            return;
        const phase = fresh.status?.operationState?.phase;
        if (phase === 'Running' && fresh.operation !== undefined) {
            if (!isAsked)
                log.info(`… Argo CD application ${application.metadata.name}: the sync that is under way is ended`);
            isAsked = true;
            await client.patch(pathOf(application), kubernetes_client/* PATCH */.D.merge, {
                status: { operationState: { phase: 'Terminating' } },
            });
        }
        if (performance.now() > end)
            throw new errors/* ActionError */.lZ(`The sync of the Argo CD application ${application.metadata.name} that is under way does not end; end it with \`argocd app terminate-op ${application.metadata.name}\` and run the rollback again.`);
        await (0,deadline/* pause */.v7)(waits/* WAITS */.r.OWNER_LOOK_MS, client.signal);
    }
}
/** @returns why it did not succeed, where it did not */
async function operate({ clusters, id, reason, log }, { name, application, only, prune }, version) {
    const { client } = clusters.argo;
    const { revision, revisions, source, sources } = version;
    const nonce = (0,external_node_crypto_.randomUUID)();
    const operation = {
        initiatedBy: { username: 'rollback-actions' },
        info: [
            { name: 'Reason', value: reason.slice(0, 200) },
            { name: 'Rollback', value: id },
            { name: 'Attempt', value: nonce },
        ],
        sync: {
            // Parameters of the spec share a commit: the source of then goes with it. `apply` runs no hooks of the older version.
            ...(sources?.length ? { revisions, sources } : { revision, source }),
            ...(only && { resources: only }),
            prune,
            syncStrategy: { apply: {} },
        },
    };
    try {
        await client.patch(pathOf(application), kubernetes_client/* PATCH */.D.json, [
            // A merge into an operation that is there would never be carried out.
            { op: 'test', path: '/operation', value: null },
            { op: 'add', path: '/operation', value: operation },
        ]);
    }
    catch (error) {
        if (error instanceof kubernetes_errors/* ApiError */.hD && error.status === 422)
            return 'someone else has asked it for a sync';
        throw error;
    }
    log.info(`… ${name}: goes back to ${describeVersion(version)}`);
    const began = performance.now();
    for (;;) {
        const fresh = await client.get(pathOf(application));
        const { phase, message = '', operation: last } = fresh.status?.operationState ?? {};
        const isOurs = last?.info?.some(({ value }) => value === nonce) === true;
        if (isOurs && phase === 'Succeeded')
            return undefined;
        if (isOurs && (phase === 'Failed' || phase === 'Error'))
            return `Argo CD says ${phase}: ${message.slice(0, 300)}`;
        // It would begin once the window has ended, at a time that nobody expects.
        if (isOurs && /blocked by sync window/i.test(message))
            return 'a sync window of its project blocks it';
        const waited = performance.now() - began;
        if (!isOurs && waited > waits/* WAITS */.r.OWNER_START_MS)
            return 'Argo CD did not begin it';
        if (waited > waits/* WAITS */.r.OWNER_OPERATION_MS)
            return `Argo CD did not end it within ${waits/* WAITS */.r.OWNER_OPERATION_MS / 1000} s: ${message.slice(0, 300)}`;
        await (0,deadline/* pause */.v7)(waits/* WAITS */.r.OWNER_LOOK_MS, client.signal);
    }
}

// EXTERNAL MODULE: ./build/owners/find.js + 1 modules
var find = __webpack_require__(60669);
// EXTERNAL MODULE: ./build/owners/flux-back.js
var flux_back = __webpack_require__(90572);
// EXTERNAL MODULE: ./build/owners/flux.js
var flux = __webpack_require__(50954);
// EXTERNAL MODULE: ./build/owners/flux-source.js
var flux_source = __webpack_require__(11970);
;// CONCATENATED MODULE: ./build/owners/flux-plan.js







/** Flux and the cluster say when things were to the second, and one a little before the other. */
const flux_plan_UNSURE_MS = 2000;
/**
 * Plans the way back of what Flux keeps. Pure.
 *
 * @param staying its workloads that are meant, and stay as they are, as `Kind/namespace/name`
 * @param lacks why no source can be made, where none can
 */
function planFlux(path, object, moves, staying, lacks) {
    const { name } = moves[0].owner;
    const keeper = (0,flux/* fluxOf */.$U)(object);
    const isKept = keeper !== undefined && keeper.name !== name;
    const suspended = object.spec?.suspend === true ? 'it is suspended already' : 'it is suspended';
    const kept = isKept ? `, and the ${keeper.name} that keeps it passes it over meanwhile` : '';
    const others = othersOf(object, moves, staying);
    const commit = others.length === 0 ? goodCommit(object, moves) : undefined;
    const noPin = whyNoPin(object, others, commit, lacks);
    const pin = noPin === undefined ? pinName(object) : undefined;
    const then = pin
        ? `its workloads are patched directly, then all of it goes back to ${commit?.slice(0, 7)}: it is resumed with the source ${pin}, which stays there`
        : `its workloads are patched directly, and nothing else of it goes back, because ${noPin}`;
    return {
        ...{ type: 'flux', name, path, isKept, words: `${suspended}${kept}; ${then}` },
        ...(commit && { commit }),
        ...(pin && { pin }),
    };
}
function whyNoPin({ spec, kind, metadata }, others, commit, lacks) {
    if (kind !== 'Kustomization')
        return 'Flux has no way back for it';
    if (spec?.sourceRef?.kind !== 'GitRepository')
        return 'its source is not a GitRepository';
    if (others.length > 0)
        return `others of it are not meant (${(0,sentence/* namesOf */.eZ)(others, owner/* MAX_NAMES */.o)})`;
    // Whoever has suspended it did not mean it to go on.
    if (spec.suspend === true && !(0,notes/* pauseNote */.nJ)({ apiVersion: '', kind, metadata }))
        return 'it was suspended before';
    if (!commit)
        return 'its history has no commit of the time of the good revisions';
    return lacks;
}
/** Its workloads that are not meant, by what it says it has made. */
function othersOf({ status }, moves, staying) {
    const meant = new Set([...staying, ...moves.map(workloadKey)]);
    return (status?.inventory?.entries ?? []).flatMap(({ id }) => {
        // <namespace>_<name>_<group>_<kind>; names of workloads have no underscore.
        const [namespace = '', name = '', , kind = ''] = id.split('_');
        const isOther = Object.hasOwn(kinds/* kinds */.EZ, kind) && !meant.has(workloadKey({ kind, namespace, name }));
        return isOther ? [`${kind}/${name}`] : [];
    });
}
/**
 * The newest commit that it has applied after all of the good revisions came and before any other did; what was marked
 * good with all of them, where the history has that.
 */
function goodCommit(object, moves) {
    const applied = (object.status?.history ?? []).filter(({ lastReconciledStatus }) => lastReconciledStatus === 'ReconciliationSucceeded');
    const revisions = new Set(moves.map(({ marked }) => marked?.revision));
    const [marked] = revisions;
    if (revisions.size === 1 && applied.some(({ metadata }) => metadata?.revision === marked))
        return (0,flux_source/* commitIn */.xt)(marked);
    const since = Math.max(...moves.map((move) => move.since)) - flux_plan_UNSURE_MS;
    const until = Math.min(...moves.map((move) => move.until));
    const { lastAttemptedRevision, lastAppliedRevision } = object.status ?? {};
    const present = lastAttemptedRevision ?? lastAppliedRevision;
    const newestFirst = applied.toSorted((a, b) => Date.parse(b.lastReconciled ?? '') - Date.parse(a.lastReconciled ?? ''));
    const found = newestFirst.find(({ firstReconciled, lastReconciled, metadata }) => {
        const [first, last] = [firstReconciled, lastReconciled].map((at) => Date.parse(at ?? ''));
        if (!(last >= since && first < until))
            return false;
        // So near to the next revision it may be what brought that.
        return !(first >= until - flux_plan_UNSURE_MS && metadata?.revision === present);
    });
    return (0,flux_source/* commitIn */.xt)(found?.metadata?.revision);
}
/** Sources of several namespaces may be in one. */
function pinName({ metadata: { namespace, name }, spec }) {
    const isElsewhere = (spec?.sourceRef?.namespace ?? namespace) !== namespace;
    return `${isElsewhere ? `${namespace}-` : ''}${name}`.slice(0, 240).concat('-rollback');
}

// EXTERNAL MODULE: ./build/owners/helm-back.js + 6 modules
var helm_back = __webpack_require__(26059);
;// CONCATENATED MODULE: ./build/owners/back.js












/**
 * Plans the way back of an owner whose workloads these are. Asks for its rights, and changes nothing.
 *
 * @param staying workloads that are meant and stay as they are
 * @throws ActionError where a right is missing
 */
async function planOwner(clusters, moves, staying, onlyLooks) {
    const { owner } = moves[0];
    const { object, release } = owner;
    if (release)
        return (0,helm_back/* planHelm */.kq)(clusters.client, owner, release, moves, staying);
    if (!object)
        throw new errors/* ActionError */.lZ(`There is no object of the ${owner.name} that could be paused.`);
    const { client, namespace, plural, api } = (0,find/* placeOf */.$t)(clusters, object);
    const verbs = onlyLooks ? ['get'] : ['get', 'patch'];
    const right = (resource, name) => ({
        group: api.split('/')[2] ?? '',
        ...{ resource, verbs, names: [name] },
    });
    await (0,access/* requirePermissions */.An)(client, namespace, [right(plural, object.name)]);
    const path = (0,names/* objectPath */.du)(api, namespace, plural, object.name);
    const stays = new Set(staying.map(workloadKey));
    if (object.type !== 'application') {
        const flux = await client.get(path);
        return planFlux(path, flux, moves, stays, await whyNoSource(client, flux, onlyLooks));
    }
    const plan = planApplication(await client.get(path), moves, stays);
    if (plan.needsWindow)
        await (0,access/* requirePermissions */.An)(client, clusters.argo.namespace, [
            right('appprojects', (0,argo_cd/* projectOf */.v8)(plan.application)),
        ]);
    return plan;
}
/** Why no source can be made for a Kustomization: the right to, which is wanted and not needed. */
async function whyNoSource(client, { spec, metadata }, onlyLooks) {
    const namespace = spec?.sourceRef?.namespace ?? metadata.namespace ?? '';
    const verbs = onlyLooks ? ['get'] : ['get', 'create', 'patch'];
    const group = flux_source/* SOURCE_API */.ZZ.split('/')[2] ?? '';
    const missing = await (0,access/* missingPermissions */.HR)(client, namespace, [
        { group, resource: 'gitrepositories', verbs },
    ]);
    return missing.length > 0
        ? `the credentials may not ${verbs.join(', ')} gitrepositories in the namespace ${namespace}`
        : undefined;
}
/** Pauses an owner and has it go back, where it does that itself. @throws ActionError where it cannot be paused */
async function back(context, plan) {
    if (plan.type === 'application')
        return backByArgo(context, plan);
    if (plan.type === 'release')
        return (0,helm_back/* backByHelm */.lt)(context, plan);
    await (0,flux_back/* pauseFlux */.KV)(context, plan);
    return { direct: 'Flux has no way back of its own' };
}
/** Whether an owner is still paused. Helm acts when somebody runs it, which whoever waits for the workloads sees. */
async function back_holds(context, plan) {
    if (plan.type === 'release')
        return true;
    return plan.type === 'application'
        ? holds(context, plan.application)
        : (0,flux_back/* fluxHolds */.kv)(context.clusters, plan);
}
/** The commits that all of an owner goes back to; undefined where a part of it does, or not to one that Git has. */
const commitsOfPlan = (plan) => plan.type === 'application'
    ? commitsOf(plan)
    : plan.type === 'flux' && plan.commit !== undefined
        ? [plan.commit]
        : undefined;
/**
 * Has an owner whose workloads went back go on as it is to stand until it is handed back.
 *
 * @returns what was done, as the rest of a sentence about it; undefined where nothing was to be done
 */
async function settle(context, { object, name }) {
    if (object?.type !== 'kustomization')
        return undefined;
    const { namespace, api, plural } = (0,find/* placeOf */.$t)(context.clusters, object);
    const done = await (0,flux_back/* pinFlux */.TM)(context, (0,names/* objectPath */.du)(api, namespace, plural, object.name));
    return done && `${name} ${done}`;
}


/***/ }),

/***/ 90572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ pauseFlux),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   TM: () => (/* binding */ pinFlux),
/* harmony export */   fC: () => (/* binding */ wholeName),
/* harmony export */   kv: () => (/* binding */ fluxHolds)
/* harmony export */ });
/* unused harmony export isHeld */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4771);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59027);
/* harmony import */ var _flux_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50954);
/* harmony import */ var _flux_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11970);
/* harmony import */ var _notes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18664);
/* harmony import */ var _patch_fresh_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45462);
/* harmony import */ var _read_until_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24544);









/** Suspends it, so that what is patched then stays, and waits for what it was about to apply. */
async function pauseFlux({ clusters, id, log }, { name, path, isKept, commit, pin }) {
    const { client } = clusters;
    const object = await client.get(path);
    const before = (0,_notes_js__WEBPACK_IMPORTED_MODULE_5__/* .pauseNote */ .nJ)(object);
    if (object.spec?.suspend !== true || before) {
        const { sourceRef } = object.spec ?? {};
        const note = (0,_notes_js__WEBPACK_IMPORTED_MODULE_5__/* .renewed */ .Fv)(before, {
            ...{ id, at: client.now.toISOString() },
            ...(isKept && { isKept }),
            ...(sourceRef?.name && { sourceRef: { name: sourceRef.name, namespace: sourceRef.namespace } }),
            ...(commit && { commits: [commit] }),
            ...(pin && { pin }),
        });
        const annotations = { [_notes_js__WEBPACK_IMPORTED_MODULE_5__/* .PAUSED */ .NN]: JSON.stringify(note), ...(isKept && { [_flux_js__WEBPACK_IMPORTED_MODULE_3__/* .RECONCILE */ .v4]: 'disabled' }) };
        await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_2__/* .PATCH */ .D.merge, { metadata: { annotations }, spec: { suspend: true } });
    }
    const seen = await (0,_read_until_js__WEBPACK_IMPORTED_MODULE_7__/* .readUntil */ .L)(client, path, (each) => !workOf(each), _base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.OWNER_START_MS);
    const work = workOf(seen);
    if (work)
        log.info(`… ${name}: is suspended, and still at work: ${work.message}`);
}
/** What it is applying at present. What waits for the health of its objects has applied them. */
function workOf({ status }) {
    const condition = status?.conditions?.find(({ type }) => type === 'Reconciling');
    return condition?.status === 'True' && !/health check/i.test(condition.message ?? '')
        ? condition
        : undefined;
}
/**
 * Resumes a Kustomization whose workloads went back with a source that stays at the good commit, so that all of it goes
 * back and Flux keeps it there. Where that cannot be done it stays suspended.
 *
 * @returns what was done, as the rest of a sentence about it; undefined where nothing was to be done
 */
async function pinFlux({ clusters: { client } }, path) {
    const object = await client.get(path);
    const note = (0,_notes_js__WEBPACK_IMPORTED_MODULE_5__/* .pauseNote */ .nJ)(object);
    const [commit] = note?.commits ?? [];
    if (!note?.pin || !note.sourceRef || !commit || object.spec?.suspend !== true)
        return undefined;
    const namespace = note.sourceRef.namespace ?? object.metadata.namespace ?? '';
    try {
        const failure = await (0,_flux_source_js__WEBPACK_IMPORTED_MODULE_4__/* .makePin */ .uv)(client, {
            ...{ namespace, from: note.sourceRef.name, name: note.pin, commit, of: wholeName(object) },
        });
        if (failure !== undefined)
            return `stays suspended, because ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_8__/* .asClause */ .eI)(failure)}`;
        const pinned = await (0,_patch_fresh_js__WEBPACK_IMPORTED_MODULE_6__/* .patchFresh */ .Z)(client, path, (fresh) => fresh.spec?.suspend === true && (0,_notes_js__WEBPACK_IMPORTED_MODULE_5__/* .pauseNote */ .nJ)(fresh)?.pin === note.pin
            ? { spec: { sourceRef: { ...fresh.spec.sourceRef, name: note.pin }, suspend: false } }
            : undefined);
        if (!pinned)
            return 'is not pinned, because someone has resumed or changed it meanwhile';
    }
    catch (error) {
        client.signal.throwIfAborted();
        return `stays suspended, because it could not be pinned: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_8__/* .asClause */ .eI)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error))}`;
    }
    // What it applied before it was resumed may be the same commit.
    const hasApplied = ({ status, metadata }) => (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0) &&
        (0,_flux_source_js__WEBPACK_IMPORTED_MODULE_4__/* .commitIn */ .xt)(status?.lastAppliedRevision) === commit;
    const seen = await (0,_read_until_js__WEBPACK_IMPORTED_MODULE_7__/* .readUntil */ .L)(client, path, hasApplied, _base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.OWNER_START_MS);
    // With `wait` it first has to give up waiting for the pods of the bad release.
    const then = hasApplied(seen)
        ? 'and all of it went back'
        : 'which it applies once its health check has ended';
    return `is pinned to ${commit.slice(0, 7)}, ${then}`;
}
/** Whether it is still suspended, or pinned. */
async function fluxHolds({ client }, { path }) {
    return isHeld(await client.get(path));
}
/** Suspended, or at the source that a rollback has made. */
const isHeld = (object) => object.spec?.suspend === true || isPinned(object);
function isPinned(object) {
    const pin = (0,_notes_js__WEBPACK_IMPORTED_MODULE_5__/* .pauseNote */ .nJ)(object)?.pin;
    return pin !== undefined && object.spec?.sourceRef?.name === pin;
}
/** A Kustomization with its namespace, as its pin names it. */
const wholeName = ({ metadata }) => `${metadata.namespace}/${metadata.name}`;


/***/ }),

/***/ 11970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z3: () => (/* binding */ sourcePath),
/* harmony export */   ZZ: () => (/* binding */ SOURCE_API),
/* harmony export */   tG: () => (/* binding */ deletePin),
/* harmony export */   uv: () => (/* binding */ makePin),
/* harmony export */   xt: () => (/* binding */ commitIn),
/* harmony export */   zb: () => (/* binding */ fetchedAnew)
/* harmony export */ });
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95282);
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59027);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3090);
/* harmony import */ var _read_until_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24544);





/** Where Flux has its sources. */
const SOURCE_API = '/apis/source.toolkit.fluxcd.io/v1';
/** On a source that a rollback has made: the Kustomization that it is for. */
const PIN_OF = 'rollback-actions/pin-of';
const REQUESTED = 'reconcile.fluxcd.io/requestedAt';
const sourcePath = (namespace, name) => (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_3__/* .objectPath */ .du)(SOURCE_API, namespace, 'gitrepositories', name);
/** The commit of a revision of Flux: `main@sha1:…`. */
const commitIn = (revision = '') => /sha(?:1|256):([0-9a-f]{40,64})$/.exec(revision)?.[1];
/**
 * Makes a source that stays at one commit, like another one in all else, and waits until Flux has fetched it.
 *
 * @returns why there is none, where there is none
 */
async function makePin(client, { namespace, from, name, commit, of, }) {
    const { spec = {} } = await client.get(sourcePath(namespace, from));
    const { branch } = spec.ref ?? {};
    // With its branch Flux fetches the commit alone.
    const ref = { commit, ...(branch && { branch }) };
    const path = sourcePath(namespace, name);
    const before = await client.find(path);
    if (before && !isPin(before, of))
        return `there is another GitRepository ${name}`;
    if (before)
        await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__/* .PATCH */ .D.merge, { spec: { ref: { tag: null, semver: null, name: null, ...ref } } });
    else
        await create(client, namespace, {
            ...{ apiVersion: 'source.toolkit.fluxcd.io/v1', kind: 'GitRepository' },
            metadata: {
                name,
                namespace,
                annotations: { [PIN_OF]: of },
            },
            spec: { ...spec, suspend: false, ref },
        });
    const hasFetched = ({ status }) => commitIn(status?.artifact?.revision) === commit;
    const source = await (0,_read_until_js__WEBPACK_IMPORTED_MODULE_4__/* .readUntil */ .L)(client, path, hasFetched, _base_waits_js__WEBPACK_IMPORTED_MODULE_0__/* .WAITS */ .r.OWNER_OPERATION_MS);
    if (hasFetched(source))
        return undefined;
    const ready = source.status?.conditions?.find(({ type }) => type === 'Ready');
    return `Flux did not fetch the commit ${commit.slice(0, 7)}: ${ready?.message ?? 'it does not say why'}`;
}
async function create(client, namespace, object) {
    try {
        await client.request('POST', `${SOURCE_API}/namespaces/${namespace}/gitrepositories`, { body: object });
    }
    catch (error) {
        // The answer to an attempt before may have been lost.
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD && error.status === 409))
            throw error;
    }
}
/** A source that a rollback has made for this Kustomization. */
const isPin = ({ metadata }, of) => metadata.annotations?.[PIN_OF] === of;
/** Deletes a source that a rollback has made; one of somebody else's stays. */
async function deletePin(client, namespace, name, of) {
    const path = sourcePath(namespace, name);
    const found = await client.find(path);
    if (found && isPin(found, of))
        await client.request('DELETE', path, { body: { preconditions: { uid: found.metadata.uid } } });
}
/** Has Flux look at a repository now. @returns the source, once it has */
async function fetchedAnew(client, namespace, name) {
    const path = sourcePath(namespace, name);
    const at = new Date().toISOString();
    await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__/* .PATCH */ .D.merge, { metadata: { annotations: { [REQUESTED]: at } } });
    const hasLooked = ({ status }) => status?.lastHandledReconcileAt === at;
    return (0,_read_until_js__WEBPACK_IMPORTED_MODULE_4__/* .readUntil */ .L)(client, path, hasLooked, _base_waits_js__WEBPACK_IMPORTED_MODULE_0__/* .WAITS */ .r.OWNER_START_MS);
}


/***/ }),

/***/ 26059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lt: () => (/* binding */ backByHelm),
  kq: () => (/* binding */ planHelm),
  M1: () => (/* binding */ unfinished)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var kubernetes_errors = __webpack_require__(1807);
;// CONCATENATED MODULE: ./build/systems/kubernetes/lent-kubeconfig.js

/**
 * A kubeconfig for another program, with the credentials that this client has found already: that one runs no plugin, reads
 * no file and asks no environment for them.
 */
async function lentKubeconfig({ config }, namespace) {
    const found = {};
    await config.applyToHTTPSOptions(found).catch((error) => {
        throw kubernetes_errors/* CredentialsError */.lE.from(config, error);
    });
    const headers = (found.headers ?? {});
    const [, token] = /^Bearer (.+)$/.exec(headers.Authorization ?? '') ?? [];
    const { proxyUrl, server } = config.getCurrentCluster() ?? {};
    const { username, password } = config.getCurrentUser() ?? {};
    const cluster = {
        server,
        'certificate-authority-data': base64(found.ca),
        'insecure-skip-tls-verify': found.rejectUnauthorized === false || undefined,
        'tls-server-name': found.servername,
        'proxy-url': proxyUrl,
    };
    const user = {
        ...{ token, username, password, as: headers['Impersonate-User'] },
        'client-certificate-data': base64(found.cert),
        'client-key-data': base64(found.key),
    };
    return JSON.stringify({
        ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'lent' },
        clusters: [{ name: 'lent', cluster }],
        users: [{ name: 'lent', user }],
        contexts: [{ name: 'lent', context: { cluster: 'lent', user: 'lent', namespace } }],
    });
}
/** Certificates and keys are texts or their bytes. */
const base64 = (given) => typeof given === 'string' || Buffer.isBuffer(given) ? Buffer.from(given).toString('base64') : undefined;

// EXTERNAL MODULE: ./build/systems/process.js
var systems_process = __webpack_require__(65768);
;// CONCATENATED MODULE: ./build/systems/helm.js







/** Helm by its own words; undefined where there is none. */
async function findHelm() {
    const said = await (0,systems_process/* answerOf */.ut)('helm', ['version', '--template', '{{.Version}}']);
    const version = said?.output.trim() ?? '';
    const [, major] = /^v(\d+)\./.exec(version) ?? [];
    return major === undefined ? undefined : { major: Number(major), version };
}
/**
 * Runs `helm rollback`, which applies and waits for its hooks alone. It prunes no revision.
 *
 * @returns why it failed, as a part of a sentence; undefined where it did not
 */
async function helmRollback(client, helm, { namespace, release, revision, isServerSide }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'helm-'));
    const ending = endingAfter(client.signal);
    try {
        const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
        await (0,promises_.writeFile)(kubeconfig, await lentKubeconfig(client, namespace), { mode: 0o600 });
        const environment = {
            KUBECONFIG: kubeconfig,
            // Plugins and settings of the runner have no part in it.
            ...{ HELM_CACHE_HOME: folder, HELM_CONFIG_HOME: folder, HELM_DATA_HOME: folder },
        };
        const seconds = waits/* WAITS */.r.OWNER_OPERATION_MS / 1000;
        const args = [
            ...['rollback', release, String(revision), '--namespace', namespace],
            ...['--history-max', '0', '--timeout', `${seconds}s`],
            // Helm 3 knows neither; it applies client-side.
            ...(helm.major >= 4 ? [`--server-side=${isServerSide}`] : []),
            ...(helm.major >= 4 && isServerSide ? ['--force-conflicts'] : []),
        ];
        const { code, errors } = await (0,systems_process/* run */.eF)('helm', args, { environment, signal: ending.signal });
        if (code === 0)
            return undefined;
        const last = errors.findLast((line) => line.startsWith('Error:')) ?? errors.at(-1) ?? '';
        return `helm says: ${last.replace(/^Error: /, '').slice(0, 300) || `exit code ${code}`}`;
    }
    catch (error) {
        client.signal.throwIfAborted();
        if (ending.signal.aborted)
            return `helm did not end within ${waits/* WAITS */.r.OWNER_OPERATION_MS / 1000} s`;
        if (error instanceof errors/* ActionError */.lZ)
            throw error;
        return `helm cannot be run: ${(0,errors/* messageOf */.bD)(error)}`;
    }
    finally {
        ending.stop();
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/**
 * A signal for a program that leaves a mess where it is ended on its way: it has its time, and after the end of ours a
 * moment to come to its own.
 */
function endingAfter(signal) {
    const controller = new AbortController();
    const end = () => controller.abort(signal.reason ?? new Error('It took too long.'));
    const timers = [setTimeout(end, waits/* WAITS */.r.OWNER_OPERATION_MS + waits/* WAITS */.r.PROCESS_KILL_MS)];
    const soon = () => timers.push(setTimeout(end, waits/* WAITS */.r.PROCESS_KILL_MS));
    signal.addEventListener('abort', soon, { once: true });
    return {
        signal: controller.signal,
        stop() {
            signal.removeEventListener('abort', soon);
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}

// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/owners/helm.js
var owners_helm = __webpack_require__(52509);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/base/fields.js
var fields = __webpack_require__(60091);
;// CONCATENATED MODULE: ./build/owners/helm-manifest.js



const fieldsOf = (value) => ((0,fields/* isFields */.C)(value) ? value : {});
/** One name for an object, whatever version of its API a manifest uses. */
const objectKey = (object) => `${groupOf(object.apiVersion)}/${object.kind}/${object.namespace}/${object.name}`;
const groupOf = (apiVersion) => apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
/**
 * The objects of a manifest as Helm has rendered it, by their keys; undefined where it cannot be read. Go's YAML is of 1.1, in
 * which `0644` is octal.
 *
 * @param namespace that of the release, where an object says none
 */
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
    const documents = (0,dist/* parseAllDocuments */.hR)(manifest, {
        version: '1.1',
        // A date is a text to Kubernetes.
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
        // References to references, more than anybody writes.
        return undefined;
    }
}
const isTimestamp = (tag) => fieldsOf(tag).tag === 'tag:yaml.org,2002:timestamp';
function flat(content) {
    const { kind, items } = fieldsOf(content);
    return kind === 'List' && Array.isArray(items) ? items.flatMap(flat) : [content];
}
/** Names of objects, kinds and APIs; those of roles may have colons. */
const isWord = (value) => typeof value === 'string' && /^[\w.:/-]{1,253}$/.test(value);
function objectOf(content, namespace) {
    const { apiVersion, kind, metadata, spec } = fieldsOf(content);
    const { name, namespace: own = '', annotations } = fieldsOf(metadata);
    if (!isWord(apiVersion) || !isWord(kind) || !isWord(name) || !(own === '' || isWord(own)))
        return undefined;
    return {
        ...{ apiVersion, kind, name, content },
        namespace: own || namespace,
        isKept: fieldsOf(annotations)['helm.sh/resource-policy'] === 'keep',
        template: fieldsOf(spec).template,
    };
}
/** What a cluster adds to a pod template by itself (k8s.io/kubernetes pkg/apis/core/v1/defaults.go); undefined where it depends. */
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
/** Under these, values are quantities: `1024Mi` and `1Gi` are the same. */
const OF_QUANTITIES = new Set(['limits', 'requests']);
/**
 * Whether a manifest's pod template is the one that a cluster has: what it says is there, and what is there besides is
 * what the cluster adds by itself.
 */
function isTemplateOf(said, there, under = '') {
    if (there === undefined || there === null)
        return isNothing(said);
    if (said === undefined || said === null) {
        const isAdded = (0,fields/* isFields */.C)(there) && Object.entries(there).every(([key, value]) => isTemplateOf(undefined, value, key));
        return isAdded || isNothing(there) || isDefault(under, there);
    }
    if (Array.isArray(said) && Array.isArray(there))
        return isListOf(said, there);
    if (!(0,fields/* isFields */.C)(said) || !(0,fields/* isFields */.C)(there))
        return OF_QUANTITIES.has(under) ? quantity(said) === quantity(there) : (0,external_node_util_.isDeepStrictEqual)(said, there);
    const keys = [...new Set([...Object.keys(said), ...Object.keys(there)])];
    return keys.every((key) => isTemplateOf(said[key], there[key], OF_QUANTITIES.has(under) && !(0,fields/* isFields */.C)(there[key]) ? under : key));
}
const isDefault = (name, value) => DEFAULTS.has(name) && (DEFAULTS.get(name) ?? value) === value;
/** Of objects, a merge may have changed the order; of texts it is what they mean. */
function isListOf(said, there) {
    if (said.length !== there.length)
        return false;
    if (!there.every(fields/* isFields */.C))
        return (0,external_node_util_.isDeepStrictEqual)(said, there);
    const left = [...there];
    return said.every((item) => {
        const at = left.findIndex((other) => isTemplateOf(item, other));
        if (at >= 0)
            left.splice(at, 1);
        return at >= 0;
    });
}
/** What is left out of an object that is sent: null, and what is empty. */
function isNothing(value) {
    if (Array.isArray(value))
        return value.length === 0;
    if ((0,fields/* isFields */.C)(value))
        return Object.values(value).every(isNothing);
    return value === undefined || value === null || value === '' || value === false || value === 0;
}
const UNITS = {
    ...{ n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
    ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 },
};
/** `500m` as 0.5; what is no quantity as it is. */
function quantity(value) {
    const [, number, unit = ''] = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(String(value)) ?? [];
    const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
    return number === undefined || factor === undefined ? value : Number(number) * factor;
}

// EXTERNAL MODULE: ./build/owners/owner.js
var owner = __webpack_require__(53314);
;// CONCATENATED MODULE: ./build/owners/helm-plan.js






/** Revisions of these went out and were not given up by Helm. */
const SERVED = new Set(['deployed', 'superseded']);
/** Kinds that hold nothing which their manifest would not bring again. */
const HOLD_NOTHING = new Set([
    ...['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod', 'ConfigMap', 'Secret'],
    ...['Service', 'Ingress', 'NetworkPolicy', 'HorizontalPodAutoscaler', 'PodDisruptionBudget'],
    ...['ServiceAccount', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'],
]);
/** What is made of these runs to its end, such as a migration. Hooks of a rollback are meant to. */
const RUN_ONCE = new Set(['Job', 'Pod']);
const keyOf = ({ kind, namespace, name }) => objectKey({ apiVersion: kinds/* kinds */.EZ[kind].api.slice('/apis/'.length), kind, namespace, name });
/**
 * Chooses the revision whose manifest has the good templates, and never one that Helm calls failed. Pure.
 *
 * @param history oldest first
 * @param namespace that of the release
 * @returns or why none will do, as a part of a sentence
 */
function planRelease(history, namespace, moves, staying) {
    const newest = history.at(-1);
    if (!newest)
        return `there is no Secret of it in the namespace ${namespace}`;
    const present = objectsOf(newest.manifest, namespace);
    if (!present)
        return `the manifest of its revision ${newest.number} cannot be read`;
    const meant = new Set([...moves, ...staying].map(keyOf));
    const others = [...present].filter(([key, { kind }]) => Object.hasOwn(kinds/* kinds */.EZ, kind) && !meant.has(key));
    if (others.length > 0)
        return `helm takes all of a release back, and ${(0,sentence/* namesOf */.eZ)(others.map(([, object]) => nameOf(object)), owner/* MAX_NAMES */.o)} of it ${others.length > 1 ? 'are' : 'is'} not meant`;
    // The newest too: somebody may have changed what it brought by hand.
    const newestFirst = history.toReversed().flatMap((to) => {
        const objects = objectsOf(to.manifest, namespace);
        return objects ? [{ to, objects }] : [];
    });
    const fitting = newestFirst.filter(({ objects }) => hasTemplates(objects, moves, staying));
    const chosen = fitting.find(({ to }) => SERVED.has(to.status));
    if (!chosen) {
        const [failed] = fitting;
        return failed
            ? `revision ${failed.to.number}, which has the good templates, is ${failed.to.status} in its history`
            : 'no revision in its history has the good templates';
    }
    const difference = differenceOf(present, chosen.objects);
    const held = difference.deleted.filter(({ kind }) => !HOLD_NOTHING.has(kind));
    if (held.length > 0)
        return `helm would delete ${(0,sentence/* namesOf */.eZ)(held.map(nameOf), owner/* MAX_NAMES */.o)}, which may hold what exists only once`;
    const runs = [...difference.created, ...difference.changed].filter(({ kind }) => RUN_ONCE.has(kind));
    if (runs.length > 0)
        return `helm would run ${(0,sentence/* namesOf */.eZ)(runs.map(nameOf), owner/* MAX_NAMES */.o)} of the older version once more`;
    return { to: chosen.to, newest, difference };
}
function hasTemplates(objects, moves, staying) {
    const fits = (workload) => isTemplateOf(objects.get(keyOf(workload))?.template, workload.template);
    return (moves.every(fits) && staying.every((each) => (each.isNew && !objects.has(keyOf(each))) || fits(each)));
}
function differenceOf(present, target) {
    const written = [...target.values()];
    return {
        written,
        created: written.filter((object) => !present.has(objectKey(object))),
        changed: written.filter((object) => {
            const before = present.get(objectKey(object));
            return before !== undefined && !(0,external_node_util_.isDeepStrictEqual)(before.content, object.content);
        }),
        deleted: [...present.values()].filter((object) => !object.isKept && !target.has(objectKey(object))),
    };
}
const nameOf = ({ kind, name }) => `${kind}/${name}`;
/** The hooks that a rollback to a revision runs, as Helm has rendered them for it. */
const hooksOf = ({ hooks }) => hooks.filter(({ events }) => events.some(isOfRollback));
const isOfRollback = (event) => /^(pre|post)-rollback$/.test(event);
/** `it goes back to revision 1 (shop-1.0.0, …) by Helm v4.3.1; Deployment/web changes`. Pure. */
function describeWay({ to, newest, difference }, helm) {
    const { changed, created, deleted } = difference;
    const parts = [
        [changed, 'changed'],
        [created, 'created'],
        [deleted, 'deleted'],
    ];
    const changes = parts
        .filter(([objects]) => objects.length > 0)
        .map(([objects, verb]) => `${(0,sentence/* namesOf */.eZ)(objects.map(nameOf), owner/* MAX_NAMES */.o)} ${objects.length > 1 ? 'are' : 'is'} ${verb}`);
    const hooks = hooksOf(to).map(({ kind, name, events }) => `${kind}/${name} (${events.filter(isOfRollback).join(', ')})`);
    return [
        `all of it goes back to revision ${to.number} (${to.chart}, of ${to.deployedAt}) by ${helm}`,
        ...changes,
        ...(hooks.length > 0 ? [`its hooks run: ${(0,sentence/* namesOf */.eZ)(hooks, owner/* MAX_NAMES */.o)}`] : []),
        ...((0,owners_helm/* isPending */.mm)(newest)
            ? [
                `its revision ${newest.number} is ${newest.status} since ${newest.deployedAt}, so a helm may still be at work: end that one first`,
            ]
            : []),
    ].join('; ');
}

;// CONCATENATED MODULE: ./build/systems/kubernetes/resources.js
/** The kinds of an API (`v1`, `apps/v1`) by their names, as the cluster has them; none where it does not have the API. */
async function resourcesOf(client, apiVersion) {
    // What a manifest says is not always an API.
    if (!/^([a-z0-9.-]+\/)?v[a-z0-9]+$/.test(apiVersion))
        return new Map();
    const list = await client.find(apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`);
    const whole = (list?.resources ?? []).filter(({ name }) => !name.includes('/'));
    return new Map(whole.map(({ name, kind, namespaced }) => [kind, { plural: name, namespaced }]));
}

;// CONCATENATED MODULE: ./build/owners/helm-rights.js




const secrets = (...verbs) => ({ group: '', resource: 'secrets', verbs });
/** To read a release. */
const toReadRelease = [secrets('list')];
/**
 * What keeps these credentials from doing what `helm rollback` does, as a part of a sentence; undefined where nothing does.
 * Helm itself would find that out in the middle.
 */
async function lackOfRights(client, namespace, { to, difference: { written, created, deleted } }) {
    const hooks = hooksOf(to).flatMap(({ manifest }) => [...(objectsOf(manifest, namespace)?.values() ?? [])]);
    const wanted = [
        [written, ['get', 'patch'], true],
        [created, ['create'], false],
        [deleted, ['get', 'delete'], true],
        [hooks, ['get', 'list', 'watch', 'create', 'delete'], false],
    ];
    const all = wanted.flatMap(([objects]) => objects);
    const apis = [...new Set(all.map(({ apiVersion }) => apiVersion))];
    const known = new Map(await Promise.all(apis.map(async (api) => [api, await resourcesOf(client, api)])));
    const unknown = all.find(({ apiVersion, kind }) => !known.get(apiVersion)?.has(kind));
    if (unknown)
        return `the cluster does not have the kind ${unknown.kind} of ${unknown.apiVersion}`;
    const rules = wanted.flatMap(([objects, verbs, isNamed]) => objects.map((object) => {
        const resource = known.get(object.apiVersion)?.get(object.kind);
        const { plural, namespaced } = resource;
        const permission = { group: groupOf(object.apiVersion), resource: plural, verbs };
        return {
            namespace: namespaced ? object.namespace : '',
            permission: isNamed ? { ...permission, names: [object.name] } : permission,
        };
    }));
    const own = { namespace, permission: secrets('get', 'list', 'create', 'update') };
    const byNamespace = Map.groupBy([own, ...rules], (rule) => rule.namespace);
    const lacking = await Promise.all([...byNamespace].map(async ([place, own]) => {
        const missing = await (0,access/* missingPermissions */.HR)(client, place, together(own.map(({ permission }) => permission)));
        const where = place === '' ? 'of the cluster' : `in the namespace ${place}`;
        return missing.length > 0 ? [`${(0,access/* describePermissions */.gH)(missing)} ${where}`] : [];
    }));
    const lacks = lacking.flat();
    return lacks.length > 0 ? `the credentials may not ${lacks.join(', and ')}` : undefined;
}
/** One question for what several objects of a kind need alike. */
function together(permissions) {
    const alike = Map.groupBy(permissions, ({ group, resource, verbs, names }) => JSON.stringify([group, resource, verbs, names === undefined]));
    return [...alike.values()].map((same) => {
        const [first] = same;
        return first.names ? { ...first, names: same.flatMap(({ names = [] }) => names) } : first;
    });
}

;// CONCATENATED MODULE: ./build/owners/helm-back.js







/** Plans the way back of a release. Whatever keeps Helm from going, its workloads can be patched. */
async function planHelm(client, { name }, release, moves, staying) {
    const unread = await reasonUnread(client, release);
    const history = unread === undefined ? await (0,owners_helm/* readRelease */.iJ)(client, release) : [];
    const way = unread ?? (await wayOf(client, release, history, moves, staying));
    const plan = { type: 'release', name, release };
    if (typeof way !== 'string')
        return { ...plan, way, words: describeWay(way, `Helm ${way.helm.version}`) };
    const pending = pendingWords(history?.at(-1), release);
    return { ...plan, way, words: [directWords(way), ...pending].join('; ') };
}
const directWords = (reason) => `its workloads are patched directly, and nothing else of it goes back, because ${reason}`;
async function reasonUnread(client, { namespace, name }) {
    // What is on a workload may have been written by anybody.
    if (!(0,names/* isName */.Eo)(name) || !(0,names/* isNamespaceName */.Pi)(namespace))
        return 'its name is not one of Kubernetes';
    const missing = await (0,access/* missingPermissions */.HR)(client, namespace, toReadRelease);
    return missing.length > 0
        ? `the credentials may not list secrets in the namespace ${namespace}`
        : undefined;
}
async function wayOf(client, release, history, moves, staying) {
    if (!history)
        return 'one of its revisions cannot be read';
    const way = planRelease(history, release.namespace, moves, staying);
    if (typeof way === 'string')
        return way;
    const helm = await findHelm();
    if (!helm || helm.major < 3)
        return 'there is no helm on the PATH of the runner';
    if (helm.major < 4 && way.newest.isServerSide)
        return `Helm 4 has applied it server-side, and ${helm.version} is on the PATH`;
    const lack = await lackOfRights(client, release.namespace, way);
    return lack ?? { ...way, helm };
}
/** What Helm refuses for an operation that was not brought to its end; none where there is no such thing, or it cannot be read. */
async function unfinished(client, release) {
    if ((await reasonUnread(client, release)) !== undefined)
        return [];
    return pendingWords((await (0,owners_helm/* readRelease */.iJ)(client, release))?.at(-1), release);
}
function pendingWords(newest, { namespace, name }) {
    if (!newest || !(0,owners_helm/* isPending */.mm)(newest))
        return [];
    return [
        `its revision ${newest.number} is ${newest.status}, and Helm refuses the next upgrade before \`helm rollback ${name} <good revision> --namespace ${namespace}\` has ended that`,
    ];
}
/**
 * Has Helm take a release back as planned.
 *
 * @throws ActionError where somebody has deployed it anew since
 */
async function backByHelm({ clusters: { client }, log }, { name, release, way }) {
    if (typeof way === 'string')
        return { direct: way };
    const present = (await (0,owners_helm/* readRelease */.iJ)(client, release))?.at(-1)?.number;
    if (present !== way.newest.number)
        throw new errors/* ActionError */.lZ(`another deploy has made revision ${present} of it since the plan was made; run the rollback again`);
    const revision = way.to.number;
    log.info(`… ${name}: goes back to revision ${revision}`);
    const { isServerSide } = way.newest;
    const target = { namespace: release.namespace, release: release.name, revision, isServerSide };
    const failed = await helmRollback(client, way.helm, target);
    if (failed === undefined)
        return {};
    for (const words of await unfinished(client, release))
        log.warn(`${name}: ${words}.`);
    return { direct: failed };
}


/***/ }),

/***/ 24544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readUntil)
/* harmony export */ });
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);


/**
 * Reads an owner's object again and again until it is as wanted, or for so long.
 *
 * @returns the object as it was read last
 */
async function readUntil(client, path, isWanted, withinMs = Number.POSITIVE_INFINITY) {
    const end = performance.now() + withinMs;
    for (;;) {
        const object = await client.get(path);
        if (isWanted(object) || performance.now() > end)
            return object;
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.OWNER_LOOK_MS, client.signal);
    }
}


/***/ }),

/***/ 17632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RS: () => (/* binding */ checkPermissions),
  iA: () => (/* binding */ prepare),
  Lt: () => (/* binding */ prepare_select)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/domain/workloads/select.js
var workloads_select = __webpack_require__(95722);
// EXTERNAL MODULE: ./build/owners/find.js + 1 modules
var find = __webpack_require__(60669);
// EXTERNAL MODULE: ./build/runner/consent.js
var consent = __webpack_require__(60225);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/domain/workloads/managed-fields.js
var managed_fields = __webpack_require__(42387);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var kubernetes_errors = __webpack_require__(1807);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/service/history.js
var service_history = __webpack_require__(75648);
;// CONCATENATED MODULE: ./build/service/beside.js






/** Names of one kind that a line can hold. */
const MAX_NAMES = 8;
/** What else a release may hold, and is left as it is; each is left out where these credentials may not list it. */
const KINDS = [
    { word: 'cronjob', api: '/apis/batch/v1', plural: 'cronjobs' },
    { word: 'job', api: '/apis/batch/v1', plural: 'jobs' },
    { word: 'horizontalpodautoscaler', api: '/apis/autoscaling/v2', plural: 'horizontalpodautoscalers' },
    { word: 'service', api: names/* CORE */.M2, plural: 'services' },
    { word: 'rollout', api: '/apis/argoproj.io/v1alpha1', plural: 'rollouts' },
    { word: 'cloneset', api: '/apis/apps.kruise.io/v1alpha1', plural: 'clonesets' },
];
/** Lists what else is in the namespace. What a cluster does not have, or these credentials may not list, is not there. */
async function lookBeside(client, namespace) {
    const lists = await Promise.all(KINDS.map(async ({ word, api, plural }) => {
        try {
            return [word, (await client.list((0,names/* objectPath */.du)(api, namespace, plural))).items];
        }
        catch (error) {
            if (error instanceof kubernetes_errors/* ApiError */.hD && (error.status === 403 || error.status === 404))
                return [word, []];
            throw error;
        }
    }));
    return Object.fromEntries(lists);
}
/**
 * What of it belongs to what is rolled back, and how it stands to that. Pure.
 *
 * @param workloads all of the namespace
 * @param isAll the whole namespace is meant, and not some workloads of it
 */
function describeBeside(others, steps, workloads, isAll) {
    const back = steps.filter(({ action }) => action === 'roll-back');
    const releases = new Set(back.flatMap(({ workload }) => releasesOf(workload)));
    const isOfRelease = (object) => (isAll && back.length > 0) || releasesOf(object).some((release) => releases.has(release));
    const targets = new Map(back.map((step) => [`${step.kind}/${step.name}`, step]));
    const jobs = others.job.filter(({ metadata }) => !metadata.ownerReferences?.some(({ controller }) => controller));
    const scaled = others.horizontalpodautoscaler.filter(({ spec }) => targets.has(targetOf(spec?.scaleTargetRef)));
    const rollouts = others.rollout.filter((item) => isOfRelease(item) && !targets.has(`Rollout/${item.metadata.name}`));
    const services = others.service.filter((item) => back.some(({ workload }) => sends(item, workload.spec.template)));
    const lines = [
        line('cronjob', others.cronjob.filter(isOfRelease), ({ spec }) => [spec?.schedule, ...imagesIn(spec?.jobTemplate?.spec?.template)].filter(Boolean).join(', ')),
        line('job', jobs.filter(isOfRelease), ({ spec }) => imagesIn(spec?.template).join(', ')),
        line('horizontalpodautoscaler', scaled, ({ spec }) => `${targetOf(spec?.scaleTargetRef).toLowerCase()}, ${spec?.minReplicas ?? 1} to ${spec?.maxReplicas}`),
        line('service', services, ({ spec }) => selectorWords(spec?.selector)),
        line('rollout', rollouts, ({ spec }) => [
            ...imagesIn(spec?.template),
            ...(spec?.workloadRef ? [targetOf(spec.workloadRef).toLowerCase()] : []),
        ].join(', ')),
        line('cloneset', others.cloneset.filter(isOfRelease), ({ spec }) => imagesIn(spec?.template).join(', ')),
    ];
    return {
        lines: lines.filter((words) => words !== ''),
        warnings: [
            ...others.service.flatMap((service) => serviceWarnings(service, steps, workloads)),
            ...others.service.flatMap((service) => portWarnings(service, back)),
            ...rollouts.flatMap(({ metadata, spec }) => {
                const step = targets.get(targetOf(spec?.workloadRef));
                return step
                    ? []
                    : [`rollout/${metadata.name} is left as it is; name it in \`workloads\` to roll it back as well`];
            }),
            ...others.cloneset
                .filter(isOfRelease)
                .map(({ metadata }) => `cloneset/${metadata.name} is left as it is; go back by its own template (OpenKruise)`),
        ],
    };
}
/** Refuses a Deployment that is but the template of a Rollout: what serves is the Rollout's, by its own steps. */
function withoutRollout(step, { rollout }) {
    const user = rollout.find(({ spec }) => targetOf(spec?.workloadRef) === `${step.kind}/${step.name}`);
    if (step.action !== 'roll-back' || !user)
        return step;
    const { name } = user.metadata;
    const reason = `rollout/${name} has its template from it (workloadRef) and brings the pods by its own steps, which is not supported; go back with \`kubectl argo rollouts undo ${name}\``;
    return { ...step, action: 'refuse', reason };
}
/** A Service whose pods will be none after the rollback, or that may have been switched to them by the deploy. */
function serviceWarnings(service, steps, workloads) {
    const name = `service/${service.metadata.name}`;
    const selector = selectorWords(service.spec?.selector);
    const sent = steps.filter(({ action, workload }) => action !== 'no-op' && sends(service, workload.spec.template));
    const lost = sent.filter(({ action, template }) => action === 'roll-back' && !sends(service, template));
    if (lost.length > 0)
        return [
            `${name} selects ${selector}, which the older pods of ${lost.map(kinds/* label */.Pf).join(', ')} do not have: it sends them nothing until its selector is what it was`,
        ];
    const others = sent.length > 0 ? workloads.filter((workload) => couldSend(service, workload)) : [];
    if (others.length === 0)
        return [];
    const time = (0,managed_fields/* writtenAt */.n)(service, 'f:spec', 'f:selector');
    return [
        `${name} sends to ${sent.map(kinds/* label */.Pf).join(', ')} (${selector})${time ? `, was last changed at ${time}` : ''} and is left as it is; if the deploy switched it there from ${others.map((other) => (0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(other))).join(', ')}, set its selector back`,
    ];
}
/** Ports that a Service sends to and today's pods name, and the older ones do not: the release changed both. */
function portWarnings(service, back) {
    const wanted = [...new Set(service.spec?.ports?.map(({ port, targetPort = port }) => targetPort))];
    return back
        .filter(({ workload, template }) => sends(service, workload.spec.template) && sends(service, template))
        .flatMap((step) => {
        const now = portsOf(step.workload.spec.template);
        const then = portsOf(step.template);
        // What a template does not name may be open all the same, so one that names nothing says nothing of numbers.
        const lost = wanted.filter((port) => now.has(port) && !then.has(port) && (typeof port === 'string' || then.size > 0));
        return lost.length === 0
            ? []
            : [
                `service/${service.metadata.name} sends to port ${lost.join(', ')}, which the older pods of ${(0,kinds/* label */.Pf)(step)} do not have: set its \`targetPort\` back${then.size > 0 ? ` (they have ${[...then].join(', ')})` : ''}`,
            ];
    });
}
/** The ports that containers of a template name, as numbers and as names. */
const portsOf = ({ spec: { containers, initContainers = [] } }) => new Set([...containers, ...initContainers].flatMap(({ ports = [] }) => ports.flatMap(({ name, containerPort }) => name === undefined ? [containerPort] : [containerPort, name])));
/** True where other values of the same labels would make a Service send to a workload, as blue and green stand beside each other. */
function couldSend(service, { spec }) {
    const wanted = Object.entries(service.spec?.selector ?? {});
    const labels = spec.template.metadata?.labels ?? {};
    const isEqual = ([key, value]) => labels[key] === value;
    return (wanted.every(([key]) => Object.hasOwn(labels, key)) && wanted.some(isEqual) && !wanted.every(isEqual));
}
const releasesOf = ({ metadata: { labels = {}, annotations = {} } }) => [
    annotations['meta.helm.sh/release-name'],
    labels['app.kubernetes.io/instance'],
    labels['app.kubernetes.io/part-of'],
    labels['argocd.argoproj.io/instance'],
].filter((name) => name !== undefined);
/** True where a Service sends to the pods of a template. */
function sends({ spec }, template) {
    const matchLabels = spec?.selector ?? {};
    return Object.keys(matchLabels).length > 0 && (0,service_history/* selects */.ko)({ matchLabels }, template.metadata?.labels ?? {});
}
const selectorWords = (selector) => Object.entries(selector ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
const targetOf = (ref) => ref ? `${ref.kind}/${ref.name}` : '';
function imagesIn(template) {
    return (template?.spec.containers ?? []).map(({ image }) => image);
}
/** `cronjob/report (0 3 * * *, report:2), cronjob/clean (…) and 4 more`; empty where there is none. */
function line(word, items, describe) {
    return (0,sentence/* namesOf */.eZ)(items.map((item) => `${word}/${item.metadata.name} (${describe(item)})`), MAX_NAMES);
}

// EXTERNAL MODULE: ./build/service/configuration.js + 1 modules
var service_configuration = __webpack_require__(94313);
// EXTERNAL MODULE: ./build/service/images.js + 5 modules
var service_images = __webpack_require__(55837);
// EXTERNAL MODULE: ./build/service/marks.js
var marks = __webpack_require__(94054);
// EXTERNAL MODULE: ./build/service/namespace.js
var service_namespace = __webpack_require__(95763);
// EXTERNAL MODULE: ./build/service/permissions.js
var permissions = __webpack_require__(1004);
// EXTERNAL MODULE: ./build/service/plan.js
var service_plan = __webpack_require__(26729);
// EXTERNAL MODULE: ./build/service/rehearse.js + 1 modules
var rehearse = __webpack_require__(74860);
// EXTERNAL MODULE: ./build/service/restart.js
var restart = __webpack_require__(64183);
// EXTERNAL MODULE: ./build/service/lineage.js
var lineage = __webpack_require__(11805);
;// CONCATENATED MODULE: ./build/service/revisions.js



/**
 * The history of a workload, newest first, a line a revision: what `kubectl rollout history` shows, and what is known of
 * each. Pure.
 */
function revisionLines({ current, target }, history) {
    // A history that was read again has objects of its own.
    const is = (one, other) => one.object.metadata.uid === other?.object.metadata.uid;
    return history.map((revision) => {
        const { number, object, template, isKept } = revision;
        const made = (0,lineage/* createdAt */.CT)(revision);
        const good = (0,marks/* goodMark */.X3)(object);
        const left = (0,marks/* rolledBackMark */.vr)(object);
        const cause = object.metadata.annotations?.['kubernetes.io/change-cause'];
        const facts = [
            made === undefined ? undefined : `made at ${toSecond(new Date(made).toISOString())}`,
            is(revision, current) ? 'is the present one' : undefined,
            is(revision, target) && !is(revision, current) ? 'is what it goes back to' : undefined,
            good && `marked good at ${toSecond(good.at)} by run ${good.run}`,
            left && `rolled back from at ${toSecond(left.at)} by rollback ${left.id} (${left.reason})`,
            isKept ? 'no longer in the history, kept by mark-good' : undefined,
            cause && `change-cause: ${cause}`,
        ];
        const images = Object.entries((0,service_history/* imagesOf */.IC)(template)).map(([container, image]) => `${container}=${image}`);
        return `${number}: ${images.join(' ')}; ${facts.filter(Boolean).join('; ')}`;
    });
}
const toSecond = (at) => at.replace(/\.\d+Z$/, 'Z');

// EXTERNAL MODULE: ./build/service/rollout.js + 3 modules
var rollout = __webpack_require__(62400);
// EXTERNAL MODULE: ./build/service/through.js
var service_through = __webpack_require__(2161);
// EXTERNAL MODULE: ./build/service/untouched.js
var untouched = __webpack_require__(28511);
;// CONCATENATED MODULE: ./build/service/prepare.js




















/**
 * Asks whether the credentials suffice to look and to begin, before anything else is done with them.
 *
 * @param onlyLooks where nothing will be changed with them
 * @throws ActionError with the missing rules
 */
async function checkPermissions(client, name, request, onlyLooks) {
    const observe = (0,permissions/* toObserve */.Af)((0,workloads_select/* kindsOf */.tG)(request.selection));
    await (0,access/* requirePermissions */.An)(client, name, onlyLooks ? observe : [...observe, ...(0,permissions/* toBegin */.ZK)(request.health)]);
}
/** The workloads that are meant, each as its controller has seen it last. */
async function prepare_select(client, namespace, selection) {
    const bySelector = selection.selector
        ? await (0,workloads_select/* selectByLabels */.jK)(client, namespace.name, selection.selector)
        : new Set();
    const groups = (0,workloads_select/* groupWorkloads */.cw)(selection, namespace.workloads(), bySelector, namespace.name);
    for (const { workload } of groups.flat())
        refuseForeignTemplate(workload);
    const seen = ({ workload, named }) => (0,rollout/* awaitObserved */.NM)(namespace, { ...(0,kinds/* refOf */.H8)(workload), uid: workload.metadata.uid }, client.signal).then((fresh) => ({ workload: fresh, named }));
    return Promise.all(groups.map((group) => Promise.all(group.map(seen))));
}
/** @throws ActionError where the template of a workload is another object's */
function refuseForeignTemplate({ kind, metadata, spec }) {
    if (kind !== 'Rollout' || !spec.workloadRef)
        return;
    const { name } = spec.workloadRef;
    throw new errors/* ActionError */.lZ(`rollout/${metadata.name} has its template from ${spec.workloadRef.kind.toLowerCase()}/${name} (workloadRef), which is not supported; go back with \`kubectl argo rollouts undo ${metadata.name}\`.`);
}
/**
 * Observes, selects and plans; changes nothing.
 *
 * @throws ActionError where anything is refused; with `on-failure: continue`, where that leaves nothing to go on with
 */
async function prepare(client, name, request, onlyLooks, log) {
    const { selection, wanted, health } = request;
    const [namespace, beside] = await Promise.all([
        service_namespace/* NamespaceCache */.U.watch(client, name, (0,workloads_select/* kindsOf */.tG)(selection), log),
        lookBeside(client, name),
    ]);
    const groups = await prepare_select(client, namespace, selection);
    const meant = groups.flat().map(({ workload }) => (0,kinds/* refOf */.H8)(workload));
    if (!onlyLooks)
        await (0,access/* requirePermissions */.An)(client, name, (0,permissions/* toRollBack */.OS)(meant));
    const owners = await (0,find/* findOwners */.Gr)(request.owners, groups.flat().map(({ workload }) => workload));
    const seen = groups.map((group) => group.map(({ workload, named }) => ({
        workload,
        named,
        owner: owners.get(workload.metadata.uid),
        history: namespace.history(workload),
        pods: namespace.pods(workload),
    })));
    const begun = (0,untouched/* deployBegun */.r6)(seen.flat(), wanted.deployedAt, client.now.getTime());
    const plan = seen.map((group) => group.map((item) => withoutRollout((0,service_plan/* planStep */.ek)({ ...item, untouched: (0,untouched/* untouchedReason */._w)(item, begun) }, wanted), beside)));
    const planned = plan.flat();
    warnOfBrokenMarks(planned, namespace, log);
    for (const step of planned) {
        log.info((0,service_plan/* describe */.q0)(step));
        if (onlyLooks)
            log.group(`${(0,kinds/* label */.Pf)(step)}: revisions`, revisionLines(step, namespace.history(step.workload)));
    }
    refuseUnknownChecks(health, namespace, (0,workloads_select/* kindsOf */.tG)(selection));
    refuse(planned, request);
    const restores = request.restoresConfig && (0,service_configuration/* hasCopies */.U4)(planned);
    if (restores)
        await (0,access/* requirePermissions */.An)(client, name, onlyLooks ? (0,permissions/* toReadConfig */.m5)() : (0,permissions/* toRestoreConfig */.A9)());
    const configuration = restores
        ? await (0,service_configuration/* planConfiguration */.SU)(client, name, planned, namespace)
        : service_configuration/* NO_CONFIGURATION */.hr;
    for (const { ref, copy } of configuration.restores)
        log.info(`${ref}: goes back to its copy ${copy.metadata.name}`);
    const lookForImages = () => new service_images/* ImageLook */.t(client, name, request.mask);
    const images = lookForImages();
    const [rehearsed] = await Promise.all([
        (0,rehearse/* rehearse */.K)(client, name, plan, configuration.restores, !onlyLooks),
        images.ask(planned),
    ]);
    const groupsToDo = await (0,service_images/* checkImages */.B)(rehearsed, images, namespace, {
        ...{ accepts: request.accepts, log, other: lookForImages },
    });
    const steps = groupsToDo.flat();
    for (const step of steps.filter((each) => !planned.includes(each) && each.action !== 'roll-back'))
        log.info((0,service_plan/* describe */.q0)(step));
    refuse(steps, request);
    for (const step of steps.filter((step) => (0,restart/* needsRestart */.jT)(step, configuration.restores))) {
        const owed = (0,restart/* pendingOf */.lc)(step);
        const reason = owed
            ? `its configuration went back in rollback ${owed.id}, which did not come to that`
            : 'its configuration goes back';
        log.info(`${(0,kinds/* label */.Pf)(step)}: its pods are started anew, because ${reason}`);
        const refused = (0,service_plan/* refusalOf */.Of)(step.workload, step.owner, wanted);
        if (refused)
            throw refusal([{ ...step, action: 'refuse', reason: refused }], steps.length);
    }
    const through = await (0,service_through/* planOwners */.qv)(steps, wanted.gitops, namespace, request.owners, onlyLooks, log);
    const rest = describeBeside(beside, steps, namespace.workloads(), selection.all);
    for (const line of rest.lines)
        log.info(`Left as it is: ${line}`);
    warn(steps, [...configuration.warnings, ...rest.warnings], log);
    askForSecrets(configuration, request.accepts, onlyLooks, log);
    return {
        ...{ namespace, groups: groupsToDo, configuration, keepsConfig: restores, leftAsIs: rest.lines },
        owners: { steps: through, clusters: request.owners },
    };
}
/** @throws ActionError where something is refused; with `on-failure: continue`, where that leaves nothing to go on with */
function refuse(steps, { onFailure }) {
    const refused = steps.filter((step) => step.action === 'refuse');
    if (refused.length === 0)
        return;
    const isSomethingLeft = onFailure === 'continue' && steps.some(({ action }) => !['refuse', 'skip'].includes(action));
    if (!isSomethingLeft)
        throw refusal(refused, steps.length);
}
/** An older password may be one that nobody takes any more. A dry run says what would be asked. */
function askForSecrets({ rotated }, accepts, onlyLooks, log) {
    if (rotated.length === 0)
        return;
    const names = rotated.join(', ');
    const warning = `${names} would go back to what was kept with the older release, and nothing shows that the deploy that is rolled back wrote what it holds now (\`restore-config: never\` keeps all configuration as it is)`;
    if (onlyLooks)
        log.warn(`${warning}; the rollback goes on with \`accept: secrets\`.`);
    else
        (0,consent/* requireConsent */.C)(accepts, 'secrets', `Nothing was changed: ${warning}`);
}
/** A configuration has checks for more than is rolled back now; what is nowhere is a slip of the pen. */
function refuseUnknownChecks(health, namespace, listed) {
    const known = namespace.workloads().map((workload) => (0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(workload)));
    const unknown = health.find((check) => check.for !== undefined && listed.includes((0,kinds/* parseRef */.rd)(check.for).kind) && !known.includes(check.for));
    if (unknown)
        throw new errors/* ActionError */.lZ(`Input \`health\` names ${unknown.for}, which is not in the namespace ${namespace.name}; there are ${known.sort().join(', ')}.`);
}
function refusal(refused, all) {
    const [first] = refused;
    const others = refused.length > 1 ? ` (and ${refused.length - 1} more)` : '';
    const of = all > 1 ? ` of ${all}` : '';
    return new errors/* ActionError */.lZ((0,sentence/* asSentence */.KG)(`Nothing was changed: ${(0,kinds/* label */.Pf)(first)}${others}${of} cannot be rolled back: ${first.reason}`), {
        details: refused.map(service_plan/* describe */.q0),
    });
}
/** Marks that nobody can read are passed over: whoever relies on one has to know. */
function warnOfBrokenMarks(steps, namespace, log) {
    for (const { workload } of steps) {
        const objects = [workload, ...namespace.history(workload).map(({ object }) => object)];
        for (const broken of objects.flatMap(marks/* brokenMarks */.YW))
            log.warn(`Passed over: ${broken}.`);
    }
}
/** Says each warning once, for all the workloads that it holds for: a run's page shows ten. */
function warn(steps, warnings, log) {
    const byWarning = new Map();
    for (const step of steps) {
        for (const warning of step.warnings)
            byWarning.set(warning, [...(byWarning.get(warning) ?? []), (0,kinds/* label */.Pf)(step)]);
    }
    for (const [warning, labels] of byWarning)
        log.warn(`${prepare_names(labels)}: ${(0,sentence/* asSentence */.KG)(warning)}`);
    for (const warning of warnings)
        log.warn((0,sentence/* asSentence */.KG)(warning));
}
/** Names that a line can hold; the plan above has them all. */
const MOST_NAMES = 10;
const prepare_names = (labels) => (0,sentence/* namesOf */.eZ)(labels, MOST_NAMES);


/***/ }),

/***/ 2161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yw: () => (/* binding */ ownersBack),
/* harmony export */   gy: () => (/* binding */ settleOwners),
/* harmony export */   qv: () => (/* binding */ planOwners),
/* harmony export */   uN: () => (/* binding */ resumed)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4771);
/* harmony import */ var _owners_back_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59867);
/* harmony import */ var _owners_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60669);
/* harmony import */ var _owners_helm_back_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26059);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60921);
/* harmony import */ var _lineage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11805);
/* harmony import */ var _lingering_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64745);








/**
 * Plans the way back of every owner that goes back itself, and tells it; of all, what Helm has not brought to its end. Asks for
 * its rights, and changes nothing.
 */
async function planOwners(steps, gitops, namespace, clusters, onlyLooks, log) {
    const moving = steps.filter(({ action, owner }) => gitops === 'through' && action === 'roll-back' && (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_2__/* .isGoneThrough */ .zU)(owner));
    const staying = steps.flatMap((step) => stayingOf(step, namespace.name) ?? []);
    const byOwner = Map.groupBy(moving, ({ owner }) => owner?.name);
    await warnOfUnfinished(steps.flatMap(({ owner }) => (owner && !byOwner.has(owner.name) ? [owner] : [])), clusters, log);
    return Promise.all([...byOwner.values()].map(async (own) => {
        const moves = own.map((step) => moveOf(step, namespace));
        const plan = await (0,_owners_back_js__WEBPACK_IMPORTED_MODULE_1__/* .planOwner */ .t_)(clusters, moves, staying, onlyLooks);
        log.info(`${plan.name}: ${plan.words}`);
        if (plan.type === 'release' && typeof plan.way === 'string')
            warnOfLingering(own, log);
        return { plan, steps: own };
    }));
}
/** A run that was killed while Helm went back may have left nothing else to be done. */
async function warnOfUnfinished(owners, { client }, log) {
    const releases = new Map(owners.flatMap(({ name, release }) => (release ? [[name, release]] : [])));
    for (const [name, release] of releases)
        for (const words of await (0,_owners_helm_back_js__WEBPACK_IMPORTED_MODULE_3__/* .unfinished */ .M1)(client, release))
            log.warn(`${name}: ${words}.`);
}
/** What Helm has not taken back itself it may not take away either. */
function warnOfLingering(steps, log) {
    for (const step of steps) {
        const warning = (0,_lingering_js__WEBPACK_IMPORTED_MODULE_6__/* .lingeringWarning */ .UQ)(step.workload, step.template);
        if (warning)
            log.warn(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .label */ .Pf)(step)}: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_7__/* .asSentence */ .KG)(warning)}`);
    }
}
function stayingOf({ action, kind, name, workload }, namespace) {
    if (action !== 'no-op' && action !== 'skip')
        return undefined;
    // One without a history is what the newer release added.
    return { kind, name, namespace, template: workload.spec.template, isNew: action === 'skip' };
}
function moveOf(step, namespace) {
    const { kind, name, target, workload } = step;
    const made = (target && (0,_lineage_js__WEBPACK_IMPORTED_MODULE_5__/* .createdAt */ .CT)(target)) ?? Number.POSITIVE_INFINITY;
    const others = namespace.history(workload).filter((revision) => revision !== target);
    const later = others.map((revision) => (0,_lineage_js__WEBPACK_IMPORTED_MODULE_5__/* .createdAt */ .CT)(revision) ?? 0).filter((at) => at > made);
    const { name: marker, ...marked } = step.good?.owner ?? {};
    return {
        ...{ kind, name, namespace: namespace.name, owner: step.owner, template: step.template },
        ...(marker === step.owner?.name && { marked: marked }),
        since: made,
        until: Math.min(...later),
    };
}
const contextOf = ({ log, rollback, owners }) => ({
    clusters: owners.clusters,
    ...{ log, id: rollback.id, reason: rollback.reason },
});
/**
 * Has the owners of these workloads go back, each once.
 *
 * @returns why a workload must not be touched, by step: its owner could not be paused, and would undo it
 */
async function ownersBack(through, group) {
    const failed = new Map();
    const meant = through.owners.steps.filter(({ steps }) => steps.some((step) => group.includes(step)));
    await Promise.all(meant.map(async (owner) => {
        if (!through.gone.has(owner))
            through.gone.set(owner, await ownerBack(through, owner));
        const failure = through.gone.get(owner);
        for (const step of owner.steps)
            if (failure !== undefined)
                failed.set(step, failure);
    }));
    return failed;
}
async function ownerBack(through, { plan, steps }) {
    const subject = { component: 'owner', step: `go back ${plan.name}` };
    const began = performance.now();
    through.record({ ...subject, status: 'started', message: `${plan.name}: ${plan.words}` });
    const ended = () => ({ seconds: (performance.now() - began) / 1000 });
    try {
        const { direct } = await (0,_owners_back_js__WEBPACK_IMPORTED_MODULE_1__/* .back */ .aX)(contextOf(through), plan);
        const isPaused = plan.type !== 'release';
        const message = direct
            ? `${plan.name}${isPaused ? ' is paused;' : ':'} its workloads are patched directly, because ${direct}`
            : `${plan.name} ${isPaused ? 'is paused and went back' : 'went back'}`;
        through.record({ ...subject, status: 'done', message, ...ended() });
        through.log.info(`✓ ${message}`);
        if (direct && plan.type === 'release' && typeof plan.way !== 'string')
            warnOfLingering(steps, through.log);
        return undefined;
    }
    catch (error) {
        const failed = plan.type === 'release' ? 'did not go back' : 'could not be paused';
        const message = `the ${plan.name} ${failed}, so its workloads were left as they are: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
        through.record({ ...subject, status: 'failed', message, ...ended() });
        return message;
    }
}
/** The owners that somebody has resumed while their workloads went back: what they bring undoes it. */
async function resumed(through) {
    const gone = [...through.gone].filter(([, failure]) => failure === undefined).map(([owner]) => owner);
    const held = await Promise.all(gone.map(({ plan }) => (0,_owners_back_js__WEBPACK_IMPORTED_MODULE_1__/* .holds */ .v9)(contextOf(through), plan)));
    return gone.filter((_, at) => !held[at]);
}
/**
 * Has the owners of what went back, now or by an earlier attempt, go on as they are to stand until they are handed back.
 * What is not done is said, and no failure of the rollback.
 */
async function settleOwners(through, results) {
    const byOwner = Map.groupBy(results, ({ step }) => step.owner?.name);
    const gone = new Set([...through.gone.keys()].map(({ plan }) => plan.name));
    for (const own of byOwner.values()) {
        const owner = own[0]?.step.owner;
        const isMeant = own.every(({ outcome }) => outcome !== 'failed' && outcome !== 'skipped');
        if (!owner || !isMeant || !(gone.has(owner.name) || owner.pausedBy))
            continue;
        const subject = { component: 'owner', step: `pin ${owner.name}` };
        try {
            const message = await (0,_owners_back_js__WEBPACK_IMPORTED_MODULE_1__/* .settle */ .G9)(contextOf(through), owner);
            if (message === undefined)
                continue;
            through.log.info(`✓ ${message}`);
            through.record({ ...subject, status: 'done', message });
        }
        catch (error) {
            through.log.warn(`The ${owner.name} stays as it is: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
            through.record({ ...subject, status: 'failed', message: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) });
        }
    }
}


/***/ }),

/***/ 88579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseArgsStringToArgv)
/* harmony export */ });
/* unused harmony export default */

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
    let hasToken = false; // Track if we've started a token (for empty quotes)
    let i = 0;
    while (i < value.length) {
        const char = value[i];
        if (inQuote) {
            // Inside quotes - look for the closing quote
            if (char === inQuote) {
                // End of quoted section
                inQuote = null;
            }
            else {
                // Add character to current token (without the quotes)
                current += char;
            }
        }
        else {
            // Outside quotes
            if (char === '"' || char === "'") {
                // Start of quoted section - this means we have a token even if empty
                inQuote = char;
                hasToken = true;
            }
            else if (/\s/.test(char)) {
                // Whitespace - end current token if we have one
                if (hasToken) {
                    myArray.push(current);
                    current = "";
                    hasToken = false;
                }
            }
            else {
                // Regular character - add to current token
                current += char;
                hasToken = true;
            }
        }
        i++;
    }
    // Don't forget the last token
    if (hasToken) {
        myArray.push(current);
    }
    return myArray;
}


/***/ })

};

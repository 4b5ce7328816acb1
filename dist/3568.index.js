"use strict";
exports.id = 3568;
exports.ids = [3568];
exports.modules = {

  94313:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  hr: () => (  NO_CONFIGURATION),
  U4: () => (  hasCopies),
  SU: () => (  planConfiguration),
  r9: () => (  uses)
});

var joined = __webpack_require__(31803);
var kinds = __webpack_require__(60921);
var config_refs = __webpack_require__(45023);
var service_copies = __webpack_require__(19443);
var service_history = __webpack_require__(33030);
var lineage = __webpack_require__(11805);
var marks = __webpack_require__(94054);
var watch = __webpack_require__(15301);
var hand_over = __webpack_require__(97320);
var untouched = __webpack_require__(28511);
; 



const RENEWED = [
    'cert-manager.io/certificate-name',
    'trust.cert-manager.io/bundle',
    'reconcile.external-secrets.io/managed',
    'reconcile.external-secrets.io/data-hash',
    'secrets.hashicorp.com/vso-ownerRefUID',
    'secrets-store.csi.k8s.io/managed',
    'operator.1password.io/item-version',
    'secrets.infisical.com/version',
    'secrets.doppler.com/version',
    'reflector.v1.k8s.emberstack.com/reflects',
    'service.beta.openshift.io/originating-service-name',
    'service.beta.openshift.io/inject-cabundle',
    'config.openshift.io/inject-trusted-cabundle',
    'istio.io/config',
];
const CLUSTER_AUTHORITY = 'kube-root-ca.crt';
function isRenewed(live) {
    const { name, labels = {}, annotations = {} } = live.metadata;
    return ((0,watch .O)(live) !== undefined ||
        (live.kind === 'ConfigMap' && name === CLUSTER_AUTHORITY) ||
        RENEWED.some((key) => key in annotations || key in labels));
}
function cameWithDeploy(live, workload, newer) {
    const writer = lastWriter(live);
    const deployer = (0,hand_over .Nh)(workload)?.manager;
    if (deployer === undefined || writer?.manager !== deployer)
        return false;
    return wasWrittenWith(live, newer);
}
const HANDS = /^(kubectl-(edit|patch)|k9s)$/;
function wasWrittenWith(live, newer) {
    const { manager = '', time = '' } = lastWriter(live) ?? {};
    const at = Date.parse(time);
    return !HANDS.test(manager) && newer.some((came) => Math.abs((came ?? Number.NaN) - at) <= untouched .F3);
}
function lastWriter({ metadata }) {
    const writers = (metadata.managedFields ?? []).filter(({ fieldsV1 = {} }) => 'f:data' in fieldsV1 || 'f:binaryData' in fieldsV1);
    return writers.sort((a, b) => (a.time ?? '').localeCompare(b.time ?? '')).at(-1);
}

; 








const NO_CONFIGURATION = { restores: [], rotated: [], warnings: [] };
const hasCopies = (steps) => steps.some((step) => copiesOf(step).length > 0);
async function planConfiguration(client, name, steps, namespace) {
    const active = steps.filter((step) => step.action === 'roll-back' || step.action === 'no-op');
    const named = active.sort(byWeight).flatMap(copiesOf);
    const copies = new Map(named.map((copy) => [copy.ref, copy]));
    const { restores: all, missing, foreign } = await (0,service_copies .B)(client, name, [...copies.values()]);
    const owned = all.filter(({ live }) => live && isRenewed(live));
    const came = (restore, how) => isOfDeploys(restore, active, namespace, how);
    const isApart = (restore) => !came(restore, (live, _, newer) => wasWrittenWith(live, newer));
    const neededBy = new Map(all
        .filter((restore) => !owned.includes(restore) && isApart(restore))
        .map((restore) => [restore, markedWith(restore, active, namespace)])
        .filter(([, labels]) => labels.length > 0));
    const kept = new Map(all.flatMap((restore) => {
        const reason = (0,service_copies .E3)(restore);
        return reason === undefined || owned.includes(restore) || neededBy.has(restore)
            ? []
            : [[restore, reason]];
    }));
    const restores = all.filter((restore) => !owned.includes(restore) && !neededBy.has(restore) && !kept.has(restore));
    const sharing = othersThatUse(restores, active, namespace);
    const unkept = active.filter((step) => step.action === 'roll-back' && step.target && (0,config_refs .z)(step.template).some((ref) => !copies.has(ref)));
    return {
        restores,
        rotated: restores
            .filter((restore) => restore.live?.kind === 'Secret' && !came(restore, cameWithDeploy))
            .map(({ ref }) => ref),
        warnings: [
            ...warningOf(sharing, 'use configuration that goes back, and are not part of this rollback'),
            ...warningOf(unkept.map(kinds .Pf), 'keep the ConfigMaps and Secrets that they have now where mark-good kept no copy'),
            ...warningOf(missing, 'cannot go back, because the kept copy is gone'),
            ...warningOf(foreign, 'cannot go back, because what the mark names is not a copy that mark-good has made'),
            ...warningOf(owned.map(({ ref }) => ref), 'would go back, but a controller renews it: it stays as it is'),
            ...[...neededBy].map(([{ ref }, labels]) => `${ref} would go back, but ${labels.join(', ')} was marked good with what it holds now: it stays as it is`),
            ...[...kept].map(([{ ref }, reason]) => `${ref} cannot go back, because ${reason}: it stays as it is`),
            ...warningOf(restores.filter(service_copies .tT).map(({ ref }) => ref), 'is immutable and is made anew under the same name: a node on which a pod uses it goes on giving pods what it held before (kubernetes/website#42359), so see what the new ones read, and delete those at once that share a node where it is not the older one'),
            ...restores.filter(isApart).flatMap(changedApart),
        ],
    };
}
const warningOf = (list, words) => list.length > 0 ? [`${list.join(', ')} ${words}`] : [];
function othersThatUse(restores, steps, namespace) {
    const own = steps.flatMap(({ workload }) => (0,joined .Ds)(workload));
    const uids = new Set(own.map(({ metadata }) => metadata.uid));
    return namespace
        .workloads()
        .filter(({ metadata }) => !uids.has(metadata.uid))
        .filter((workload) => (0,joined .rJ)(workload) && uses(workload.spec.template, restores))
        .map((workload) => (0,kinds .Pf)((0,kinds .H8)(workload)));
}
function isOfDeploys({ ref, live }, steps, namespace, how) {
    if (!live)
        return false;
    return steps.some(({ workload, template, target, action }) => {
        const number = target?.number ?? Number.POSITIVE_INFINITY;
        const history = namespace.history(workload);
        const newer = history
            .filter((revision) => revision.number > number)
            .map((revision) => (0,lineage .GF)(revision, workload, history));
        return action === 'roll-back' && (0,config_refs .z)(template).includes(ref) && how(live, workload, newer);
    });
}
function markedWith({ ref, live }, steps, namespace) {
    if (!live)
        return [];
    const goesBack = new Set(steps.filter(({ action }) => action === 'roll-back').map(({ uid }) => uid));
    return namespace
        .workloads()
        .filter((workload) => !goesBack.has(workload.metadata.uid))
        .filter((workload) => {
        const object = (0,service_history .h7)(workload, namespace.history(workload))?.object;
        const copy = object && (0,marks .X3)(object)?.config[ref];
        return object !== undefined && copy !== undefined && (0,service_copies .h8)(copy, object.metadata.uid, live);
    })
        .map((workload) => (0,kinds .Pf)((0,kinds .H8)(workload)));
}
function changedApart({ ref, live }) {
    const { manager, time } = (live?.kind === 'ConfigMap' && lastWriter(live)) || {};
    return manager && time
        ? [
            `${ref} was last changed by ${manager} at ${time}, apart from the deploy that is rolled back, and goes back all the same (\`restore-config: never\` keeps all configuration as it is)`,
        ]
        : [];
}
function byWeight(a, b) {
    const rank = (step) => (step.action === 'roll-back' ? 1 : 0);
    return rank(a) - rank(b) || keptAt(a.target).localeCompare(keptAt(b.target));
}
function uses(template, restores) {
    const refs = new Set((0,config_refs .z)(template));
    return restores.some((restore) => refs.has(restore.ref));
}
function copiesOf({ target, template }) {
    if (!target)
        return [];
    const used = new Set((0,config_refs .z)(template));
    const copies = { ...(0,marks .Hs)(target.object)?.config, ...(0,marks .X3)(target.object)?.config };
    return (0,service_copies .Vt)(target.object.metadata.uid, copies).filter(({ ref }) => used.has(ref));
}
function keptAt(revision) {
    return (revision && ((0,marks .X3)(revision.object) ?? (0,marks .Hs)(revision.object))?.at) ?? '';
}


  }),

  60138:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ez: () => (  readWorkload),
    K2: () => (  patchWorkload),
    UL: () => (  tryPatch)
  });
  var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31803);
  var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59027);
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);
  var _rollout_kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76532);





async function patchWorkload({ client, namespace }, workload, patch) {
    const { after } = await patchFresh(client, workload, patch);
    for (const object of (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__  .Ds)(after))
        namespace.put(object);
    return after;
}
const tryPatch = (client, workload, patch) => patchFresh(client, workload, patch, { dryRun: 'All' });
async function readWorkload(client, { kind, metadata: { namespace, name } }) {
    const own = await client.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .jC)(namespace, kind, name));
    const ref = (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__  .m)(own);
    return ref ? (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__  .oR)(own, await client.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .jC)(namespace, ref.kind, ref.name))) : own;
}
async function patchFresh(client, workload, patch, query = {}) {
    for (let fresh = workload;; fresh = await readWorkload(client, workload)) {
        try {
            return { before: fresh, after: await write(client, fresh, patch(fresh), query) };
        }
        catch (error) {
            if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__  .hD && error.status === 409))
                throw error;
        }
    }
}
async function write(client, fresh, patch, query) {
    if (fresh.parts)
        return writeParts(client, fresh.parts, patch, query);
    return fresh.kind === 'Rollout'
        ? client.patch(pathOf(fresh), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__.PATCH.merge, (0,_rollout_kind_js__WEBPACK_IMPORTED_MODULE_3__  .bW)(fresh, patch), query)
        : client.patch(pathOf(fresh), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__.PATCH.strategic, patch, query);
}
async function writeParts(client, { rollout, deployment }, { metadata = {}, spec: { template, paused } }, query) {
    const { annotations = {} } = metadata;
    const patchOwn = (body) => client.patch(pathOf(rollout), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__.PATCH.merge, body, query);
    let own = Object.keys(annotations).length > 0 ? await patchOwn({ metadata: { annotations } }) : rollout;
    const { resourceVersion } = deployment.metadata;
    const body = { metadata: { resourceVersion }, spec: { template } };
    const holder = await client.patch(pathOf(deployment), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__.PATCH.strategic, body, query);
    if (paused !== undefined)
        own = await patchOwn({ spec: { paused } });
    return (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__  .oR)(own, holder);
}
const pathOf = (workload) => {
    const { kind, name } = (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .H8)(workload);
    return (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .jC)(workload.metadata.namespace, kind, name);
};


  }),

  71510:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    H: () => (  rollbackPatch),
    J: () => (  restorePatch)
  });
  var _hand_over_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97320);
  var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
  var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);



const CHANGE_CAUSE = 'kubernetes.io/change-cause';
const KEPT = new Set([
    'kubectl.kubernetes.io/last-applied-configuration',
    _history_js__WEBPACK_IMPORTED_MODULE_1__  .sP,
    'deployment.kubernetes.io/revision-history',
    'deployment.kubernetes.io/desired-replicas',
    'deployment.kubernetes.io/max-replicas',
    'deprecated.deployment.rollback.to',
]);
const OF_CONTROLLERS = /^(downscaler|[\w.-]*(autoscaling(\.alpha\.kubernetes\.io)?|keda\.sh|argoproj\.io|fluxcd\.io|helm\.sh|k14s\.io|cattle\.io|gke\.io|stakater\.com|karpenter\.sh|istio\.io|linkerd\.io|flagger\.app))\//;
function isOfRelease({ metadata }, deployer) {
    const others = (metadata.managedFields ?? []).filter(
    ({ manager = '' }) => manager !== _hand_over_js__WEBPACK_IMPORTED_MODULE_0__  .o6 && manager !== deployer?.manager && !manager.startsWith('kubectl'));
    const theirs = new Set(others.flatMap(({ fieldsV1 }) => {
        const owned = fieldsV1?.['f:metadata'];
        return Object.keys(owned?.['f:annotations'] ?? {}).map((key) => key.slice('f:'.length));
    }));
    return ([key]) => !KEPT.has(key) && (key === CHANGE_CAUSE || (!theirs.has(key) && !OF_CONTROLLERS.test(key)));
}
function rollbackPatch(workload, step, mark) {
    const annotations = {
        ...annotationChanges(workload, step),
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vO)(workload),
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .N8)(workload),
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  ._K)(mark),
    };
    return templatePatch(workload, step.template, annotations, workload.spec.paused ? false : undefined);
}
function templatePatch(workload, template, annotations = {}, paused) {
    const { resourceVersion } = workload.metadata;
    return {
        metadata: { resourceVersion, annotations },
        spec: { template: { ...template, $patch: 'replace' }, ...(paused !== undefined && { paused }) },
    };
}
function restorePatch(workload, { workload: before }) {
    const mine = isOfRelease(workload, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_0__  .Nh)(before));
    const gone = Object.entries(workload.metadata.annotations ?? {})
        .filter(mine)
        .map(([key]) => [key, null]);
    const back = Object.entries(before.metadata.annotations ?? {}).filter(mine);
    const paused = before.spec.paused && !workload.spec.paused ? true : undefined;
    return templatePatch(workload, before.spec.template, Object.fromEntries([...gone, ...back]), paused);
}
function annotationChanges(workload, step) {
    if (workload.kind !== 'Deployment' || !step.target)
        return {};
    const isReleases = isOfRelease(workload, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_0__  .Nh)(workload));
    const follows = (entry) => isReleases(entry) && !entry[0].startsWith(_marks_js__WEBPACK_IMPORTED_MODULE_2__  .H3);
    const gone = Object.entries(workload.metadata.annotations ?? {})
        .filter(follows)
        .map(([key]) => [key, null]);
    const back = Object.entries(step.target.object.metadata.annotations ?? {}).filter(follows);
    return Object.fromEntries([...gone, ...back]);
}


  }),

  74860:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  K: () => (  rehearse)
});

var sentence = __webpack_require__(4771);
var errors = __webpack_require__(1807);
var service_history = __webpack_require__(33030);
var patch = __webpack_require__(71510);
var patch_workload = __webpack_require__(60138);
var access = __webpack_require__(33266);
var names = __webpack_require__(3090);
var pod_status = __webpack_require__(80026);
; 





const BY_POLICY = /^admission webhook |ValidatingAdmissionPolicy /;
async function podTrial(client, namespace) {
    const missing = await (0,access .HR)(client, namespace, [
        { group: '', resource: 'pods', verbs: ['create'] },
    ]);
    if (missing.length > 0)
        return async () => undefined;
    return async (step) => {
        if (hasItsPods(step))
            return undefined;
        try {
            const path = (0,names .du)(names .M2, namespace, 'pods');
            await client.request('POST', path, { body: podOf(step), query: { dryRun: 'All' } });
            return undefined;
        }
        catch (error) {
            if (!(error instanceof errors .hD) || error.status !== 403)
                return undefined;
            if ((0,pod_status .zb)(error.message) !== 'final')
                return undefined;
            return { reason: (0,sentence .Qu)(error.message), isSure: !BY_POLICY.test(error.message) };
        }
    };
}
function hasItsPods({ target, workload }) {
    if (target?.object.kind !== 'ReplicaSet')
        return false;
    return (target.object.status?.replicas ?? 0) >= (workload.spec.replicas ?? 1);
}
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

var service_references = __webpack_require__(38852);
var restart = __webpack_require__(64183);
; 








const WEBHOOK_DOWN = /failed calling webhook "([^"]{1,253})"/;
const NO_DRY_RUN = /does not support dry run/;
async function rehearse(client, namespace, groups, restores, mayPatch) {
    const lookup = new service_references .Cm(client, namespace, restores);
    const isTried = mayPatch && groups.flat().some(({ action }) => action === 'roll-back');
    const tryPod = isTried ? await podTrial(client, namespace) : undefined;
    const rehearseStep = async (step) => {
        if (step.action !== 'roll-back' && !(0,restart .jT)(step, restores))
            return step;
        const lost = (0,service_references .Jj)(step.template, step.workload);
        if (lost.length > 0)
            return refused(step, `its older template mounts the volume ${lost.join(', ')}, which its \`volumeClaimTemplates\` do not have any more, and no pod of it could be made; make it anew with those of then (delete it with \`--cascade=orphan\`, so that its pods serve meanwhile)`);
        const missing = await lookup.missing((0,service_references .CL)(step.template));
        const { fatal, doubtful } = weigh(missing, step);
        if (fatal.length > 0)
            return refused(step, `what it needs is not there: ${list(fatal)}; bring it back first`);
        const warnings = doubtful.length > 0 ? [`${list(doubtful)}, which it pulls its images with, is not there`] : [];
        const known = { ...step, warnings: [...step.warnings, ...warnings] };
        return tryPod && step.action === 'roll-back' ? tryOut(client, known, tryPod) : known;
    };
    return Promise.all(groups.map((group) => Promise.all(group.map(rehearseStep))));
}
const list = (references) => references.map(service_references .ZP).join(', ');
const refused = (step, reason) => ({ ...step, action: 'refuse', reason });
function weigh(missing, { workload }) {
    const present = new Set((0,service_references .CL)(workload.spec.template).flatMap((item) => (item.onlyForPulls ? [item.name] : [])));
    const isDoubtful = ({ onlyForPulls, name }) => onlyForPulls === true && present.has(name);
    return {
        fatal: missing.filter((item) => !isDoubtful(item)),
        doubtful: missing.filter(isDoubtful),
    };
}
async function tryOut(client, step, tryPod) {
    const mark = { id: '-', run: '-', at: new Date().toISOString(), wanted: '-', to: '', revision: 0 };
    try {
        const { before, after } = await (0,patch_workload .UL)(client, step.workload, (fresh) => (0,patch .H)(fresh, step, mark));
        if (!changesNothing(before, after))
            return withPodTried(step, await tryPod(step));
        const reason = `${step.reason}; a policy of the cluster makes it what runs already`;
        return { ...step, action: 'no-op', reason, warnings: [] };
    }
    catch (error) {
        if (!(error instanceof errors .hD))
            throw error;
        if (error.status === 404 || NO_DRY_RUN.test(error.message))
            return step;
        const [, webhook] = WEBHOOK_DOWN.exec(error.message) ?? [];
        const words = (0,sentence .Qu)(error.message);
        return refused(step, webhook === undefined
            ? `the API server does not take its older template: ${words}`
            : `the admission webhook ${webhook} does not answer, and without it nothing may be changed: ${words}; bring it back, or set its \`failurePolicy\` to Ignore until then`);
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
const changesNothing = (before, after) => (0,service_history .N_)(before.spec.template, after.spec.template) &&
    (before.spec.paused ?? false) === (after.spec.paused ?? false);


  }),

  64183:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    On: () => (  unmarkPending),
    Pe: () => (  markPending),
    jT: () => (  needsRestart),
    lc: () => (  pendingOf),
    m5: () => (  inheritMarks),
    u8: () => (  restartPods)
  });
  var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59027);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
  var _config_refs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45023);
  var _configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94313);
  var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19443);
  var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33030);
  var _marks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94054);
  var _patch_workload_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60138);








const needsRestart = (step, restores) => step.action === 'no-op' && ((0,_configuration_js__WEBPACK_IMPORTED_MODULE_2__  .r9)(step.template, restores) || pendingOf(step) !== undefined);
function pendingOf({ workload, current }) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .b_)(workload);
    return mark && mark.revision === current?.object.metadata.uid ? mark : undefined;
}
async function markPending({ client, namespace }, steps, restores, id) {
    const due = steps.filter((step) => step.action === 'no-op' && (0,_configuration_js__WEBPACK_IMPORTED_MODULE_2__  .r9)(step.template, restores) && !pendingOf(step));
    await Promise.all(due.map((step) => {
        const revision = step.current?.object.metadata.uid ?? '';
        const mark = { revision, id, at: new Date().toISOString() };
        return annotate({ client, namespace }, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .QO)(mark));
    }));
    return due;
}
async function unmarkPending(context, steps) {
    await Promise.all(steps.map((step) => annotate(context, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .QO)(null))));
}
async function annotate({ client, namespace }, step, annotations) {
    const path = (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .jC)(namespace.name, step.kind, step.name);
    namespace.put(await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__.PATCH.merge, { metadata: { annotations } }));
}
async function restartPods(context, step) {
    const annotations = { [_history_js__WEBPACK_IMPORTED_MODULE_4__  .ZX]: new Date().toISOString() };
    const newest = context.namespace.workload(step.kind, step.uid) ?? step.workload;
    return (0,_patch_workload_js__WEBPACK_IMPORTED_MODULE_6__  .K2)(context, newest, ({ metadata }) => ({
        metadata: {
            resourceVersion: metadata.resourceVersion,
            annotations: (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .QO)(null),
        },
        spec: { template: { metadata: { annotations } } },
    }));
}
async function inheritMarks(context, step, rollback) {
    const { client, namespace } = context;
    const workload = namespace.workload(step.kind, step.uid);
    const revision = workload && (0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .h7)(workload, namespace.history(workload));
    if (!revision)
        return;
    const { id, run, wanted } = rollback;
    const to = revision.object.metadata.uid;
    const last = { id, run, wanted, at: new Date().toISOString(), to, revision: revision.number };
    await annotate(context, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  ._K)(last));
    const mark = step.target && (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .X3)(step.target.object);
    if (!mark)
        return;
    const refs = context.keepsConfig ? (0,_config_refs_js__WEBPACK_IMPORTED_MODULE_7__  .z)(revision.template) : [];
    const config = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__  .HV)(client, revision.object, refs);
    const good = { ...mark, revision: revision.object.metadata.uid, config };
    await (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .mS)(client, revision.object, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .Dp)(good));
}


  }),

  28511:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    F3: () => (  ONE_DEPLOY),
    _w: () => (  untouchedReason),
    r6: () => (  deployBegun)
  });
  var _domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54085);
  var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
  var _lineage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11805);



const ONE_DEPLOY = 15 * 60_000;
const LATELY = 6 * 3_600_000;
function deployBegun(all, given, now) {
    if (given !== undefined)
        return { at: given * 1000, isGiven: true };
    const changes = all.map(({ workload, history }) => changedAt(workload, history) ?? now);
    return { at: Math.max(Math.max(...changes) - ONE_DEPLOY, now - LATELY), isGiven: false };
}
function untouchedReason({ workload, history, named }, begun) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .h7)(workload, history);
    const changed = changedAt(workload, history);
    if (!current || changed === undefined || changed >= begun.at || !servesInFull(workload, current))
        return undefined;
    const isKnown = history.some((revision) => (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__  .q2)(revision, history));
    if (!begun.isGiven && (named || isKnown))
        return undefined;
    const when = new Date(begun.at).toISOString().replace(/\.\d+Z$/, 'Z');
    return begun.isGiven
        ? `it is fully available and was not changed since the deploy began at ${when}`
        : `it is fully available, was not changed since ${when}, and none of its revisions is marked good; to take it back all the same, name it or say \`to: previous\``;
}
function changedAt(workload, history) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .h7)(workload, history);
    return current && (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__  .GF)(current, workload, history);
}
function servesInFull(workload, current) {
    const { kind, spec, status = {} } = workload;
    if ((0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_0__  .i7)(workload) || spec.replicas === 0)
        return true;
    if (kind === 'DaemonSet')
        return current.available;
    const ready = kind === 'Deployment' ? status.availableReplicas : status.readyReplicas;
    return current.available && (ready ?? 0) >= (spec.replicas ?? 1);
}


  }),

  4151:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    y: () => (  targetHere)
  });
function targetHere(token) {
    const { GITHUB_REPOSITORY = '', GITHUB_API_URL: api = 'https://api.github.com' } = process.env;
    const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
    return owner && repo ? { token, owner, repo, api } : undefined;
}


  })

};
;
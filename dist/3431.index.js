export const id = 3431;
export const ids = [3431];
export const modules = {

/***/ 54221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ mark_good_action)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
// EXTERNAL MODULE: ./build/base/errors.js
var base_errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/values.js
var values = __webpack_require__(92920);
// EXTERNAL MODULE: ./build/domain/workloads/select.js
var workloads_select = __webpack_require__(95722);
// EXTERNAL MODULE: ./build/owners/find.js
var find = __webpack_require__(54138);
// EXTERNAL MODULE: ./build/owners/inputs.js
var owners_inputs = __webpack_require__(21312);
// EXTERNAL MODULE: ./build/record/component.js
var component = __webpack_require__(5491);
// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
// EXTERNAL MODULE: ./build/service/health.js
var service_health = __webpack_require__(50992);
// EXTERNAL MODULE: ./build/systems/kubernetes/client.js
var kubernetes_client = __webpack_require__(59027);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kubernetes_kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/service/copies.js
var copies = __webpack_require__(19443);
// EXTERNAL MODULE: ./build/service/history.js + 1 modules
var service_history = __webpack_require__(33030);
// EXTERNAL MODULE: ./build/service/kept-template.js
var kept_template = __webpack_require__(33749);
// EXTERNAL MODULE: ./build/service/lineage.js
var lineage = __webpack_require__(11805);
// EXTERNAL MODULE: ./build/service/marks.js
var marks = __webpack_require__(94054);
// EXTERNAL MODULE: ./build/service/rollout.js + 3 modules
var rollout = __webpack_require__(62400);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
;// CONCATENATED MODULE: ./build/service/steady.js




/** Nothing shows that a workload works, and nothing that it does not. */
class UnprovenError extends base_errors/* ActionError */.lZ {
}
/**
 * Waits until the pods of a rollout have been ready for a while, so that being ready is not an accident.
 *
 * @param listPods the ready pods of the present revision; called again after every wait
 * @param now the API server's clock, by which it writes times
 * @throws ActionError where there is none, one has restarted lately, or they do not run the same images
 */
async function awaitSteady(ref, listPods, now, signal) {
    for (;;) {
        const pods = await listPods();
        if (pods.length === 0)
            throw new UnprovenError(`${(0,kubernetes_kinds/* label */.Pf)(ref)} has no pods, so nothing shows that it works.`);
        const restarted = pods.flatMap((pod) => restartOf(pod, now()) ?? []);
        if (restarted[0])
            throw new base_errors/* ActionError */.lZ(`${(0,kubernetes_kinds/* label */.Pf)(ref)} is not steady: ${restarted[0]}.`);
        const missing = waits/* WAITS */.r.STEADY_MS - (now().getTime() - Math.max(...pods.map(readySince)));
        if (missing <= 0)
            return pods;
        await (0,deadline/* pause */.v7)(Math.min(missing, waits/* WAITS */.r.STEADY_MS), signal);
    }
}
/** When a pod became ready, in milliseconds since the epoch; long ago where the cluster does not say. */
const readySince = ({ status }) => Date.parse(status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime ?? '') || 0;
function restartOf({ metadata, status }, now) {
    const dead = (status?.containerStatuses ?? []).find(({ restartCount, lastState }) => {
        const ended = Date.parse(lastState?.terminated?.finishedAt ?? '');
        return restartCount > 0 && now.getTime() - ended < waits/* WAITS */.r.RESTARTED_LATELY_MS;
    });
    const { reason, exitCode, finishedAt } = dead?.lastState?.terminated ?? {};
    return (dead &&
        `container ${dead.name} of pod ${metadata.name} ended at ${finishedAt} (${reason}, exit code ${exitCode}) and was started again`);
}
/**
 * The images that pods really run, with their digests, by container.
 *
 * @throws ActionError where two pods run different ones by the same name, as a tag that was moved makes them
 */
function runningDigests(ref, pods) {
    const digests = {};
    for (const { name, imageID } of pods.flatMap((pod) => pod.status?.containerStatuses ?? [])) {
        if (!imageID?.includes('@'))
            continue;
        const digest = imageID.replace(/^.*:\/\//, '');
        if (digests[name] !== undefined && digests[name] !== digest)
            throw new base_errors/* ActionError */.lZ(`The pods of ${(0,kubernetes_kinds/* label */.Pf)(ref)} run different images in the container ${name}: ${digests[name]} and ${digest}; a tag was moved while they started.`);
        digests[name] = digest;
    }
    return digests;
}

;// CONCATENATED MODULE: ./build/service/mark-good.js











/**
 * Waits until a workload is rolled out to the last pod and has served for a while, and carries no mark that kubectl has
 * copied to it.
 *
 * @returns the pods that prove it
 * @throws ActionError where it is not, or nothing proves it
 */
async function awaitGood(context, { workload }, health) {
    const { client, namespace } = context;
    const { kind, spec, metadata } = workload;
    const ref = (0,kubernetes_kinds/* refOf */.H8)(workload);
    if (spec.paused || spec.updateStrategy?.type === 'OnDelete') {
        const reason = spec.paused ? 'its rollout is paused' : 'its update strategy is OnDelete';
        throw new UnprovenError(`${(0,kubernetes_kinds/* label */.Pf)(ref)} cannot be marked good: ${reason}, so it is unknown what its pods will be.`);
    }
    const annotations = (0,marks/* withoutCopiedMarks */.vO)(workload);
    if (Object.keys(annotations).length > 0) {
        const path = (0,kubernetes_kinds/* workloadPath */.jC)(namespace.name, kind, metadata.name);
        namespace.put(await client.patch(path, kubernetes_client/* PATCH */.D.merge, { metadata: { annotations } }));
    }
    const awaitAgain = () => (0,rollout/* awaitRollout */.m)(context, { ...ref, uid: metadata.uid });
    const pods = await awaitSteady(ref, awaitAgain, () => client.now, client.signal);
    await (0,service_health/* verifyHealth */.g)(client, ref, pods, health);
    return pods;
}
/**
 * Marks the present revision of a workload that is rolled out as good: keeps copies of the configuration that it
 * refers to, then writes the mark. Copies of good revisions beyond the newest `keep` go.
 */
async function markGood({ client, namespace }, { workload }, { run, keep, pods, owner }) {
    const ref = (0,kubernetes_kinds/* refOf */.H8)(workload);
    const fresh = namespace.workload(ref.kind, workload.metadata.uid) ?? workload;
    const history = namespace.history(fresh);
    const revision = (0,service_history/* currentRevision */.h7)(fresh, history);
    if (!revision)
        throw new base_errors/* ActionError */.lZ(`${(0,kubernetes_kinds/* label */.Pf)(ref)} is rolled out, but its revision is not in its history.`);
    requireProven(ref, revision, pods);
    const { object, template, number } = revision;
    const images = { ...(0,service_history/* imagesOf */.IC)(template), ...runningDigests(ref, pods) };
    const config = await (0,copies/* keepCopies */.HV)(client, object, (0,copies/* configRefs */.z$)(template));
    const at = new Date().toISOString();
    const synced = owner?.synced && { owner: { name: owner.name, ...owner.synced } };
    const mark = { revision: object.metadata.uid, at, run, images, config, ...synced };
    await (0,marks/* annotateRevision */.mS)(client, object, { ...(0,marks/* goodAnnotation */.Dp)(mark), ...(0,marks/* rolledBackAnnotation */.pK)(null) });
    const kept = await keepTemplate(client, fresh, revision, mark);
    const memory = (0,marks/* lastMarkedAnnotation */.IL)({ revision: object.metadata.uid, number, at, images });
    const path = (0,kubernetes_kinds/* workloadPath */.jC)(namespace.name, ref.kind, ref.name);
    const annotations = { ...memory, [kept_template/* KEPT_TEMPLATE */.sh]: kept?.[kept_template/* KEPT_TEMPLATE */.sh] ?? null };
    namespace.put(await client.patch(path, kubernetes_client/* PATCH */.D.merge, { metadata: { annotations } }));
    await dropReplaced(client, namespace.name, revision, config);
    await dropReplacedKept(client, fresh, kept);
    await dropOld(client, namespace.name, history.filter((other) => other !== revision && !other.isKept), keep - 1);
    const isLost = (0,kept_template/* losesHistory */.lv)(fresh) && !kept;
    return { ...ref, revision: number, images, config, ...(isLost && { isLost }) };
}
/** While others were waited for, somebody may have deployed again. @throws UnprovenError where the pods prove another revision */
function requireProven(ref, { podLabel: [key, value], number }, pods) {
    if (pods.every(({ metadata }) => metadata.labels?.[key] === value))
        return;
    throw new UnprovenError(`${(0,kubernetes_kinds/* label */.Pf)(ref)} was deployed again while the others were looked at, so nothing shows that its revision ${number} works; mark it good by the deploy that brought it.`);
}
/**
 * Those of the workloads that do not work for which this deploy may be to blame: they are not older than the newest of
 * the others. What was broken before the deploy says nothing about it.
 */
function brokenByDeploy(namespace, good, bad) {
    const madeAt = (workload) => {
        const revision = (0,service_history/* currentRevision */.h7)(workload, namespace.history(workload));
        return (revision && (0,lineage/* createdAt */.CT)(revision)) ?? Number.POSITIVE_INFINITY;
    };
    const newest = Math.max(...good.map(madeAt));
    return bad.filter(({ workload, error }) => !(error instanceof UnprovenError) && !(madeAt(workload) < newest));
}
/** Keeps the template itself where the history may lose it, and its configuration by copies that the workload owns. */
async function keepTemplate(client, workload, revision, mark) {
    if (!(0,kept_template/* losesHistory */.lv)(workload))
        return undefined;
    const config = await (0,copies/* keepCopies */.HV)(client, workload, (0,copies/* configRefs */.z$)(revision.template));
    return (0,kept_template/* keptAnnotation */.uu)(workload, revision, { ...mark, config });
}
/** Copies that belonged to the template that was kept before. */
async function dropReplacedKept(client, workload, kept) {
    const { uid, namespace } = workload.metadata;
    const annotations = kept ?? {};
    const now = (0,kept_template/* keptCopies */.Mz)({ ...workload, metadata: { ...workload.metadata, annotations } });
    const before = (0,copies/* namedCopies */.Vt)(uid, (0,kept_template/* keptCopies */.Mz)(workload));
    await (0,copies/* dropCopies */.Hj)(client, namespace, before.filter(({ ref, name }) => now[ref] !== name));
}
/** Copies of an earlier mark of the same revision, whose contents have changed since. */
async function dropReplaced(client, namespace, { object }, config) {
    const before = (0,copies/* namedCopies */.Vt)(object.metadata.uid, (0,marks/* goodMark */.X3)(object)?.config ?? {});
    await (0,copies/* dropCopies */.Hj)(client, namespace, before.filter(({ ref, name }) => config[ref] !== name));
}
async function dropOld(client, namespace, newestFirst, keep) {
    const good = newestFirst.filter((revision) => (0,marks/* goodMark */.X3)(revision.object));
    for (const { object } of good.slice(keep)) {
        const mark = (0,marks/* goodMark */.X3)(object);
        if (Object.keys(mark.config).length === 0)
            continue;
        await (0,copies/* dropCopies */.Hj)(client, namespace, (0,copies/* namedCopies */.Vt)(object.metadata.uid, mark.config));
        await (0,marks/* annotateRevision */.mS)(client, object, (0,marks/* goodAnnotation */.Dp)({ ...mark, config: {} }));
    }
}

// EXTERNAL MODULE: ./build/service/namespace.js
var service_namespace = __webpack_require__(95763);
// EXTERNAL MODULE: ./build/service/permissions.js
var permissions = __webpack_require__(1004);
// EXTERNAL MODULE: ./build/service/select.js
var service_select = __webpack_require__(64690);
// EXTERNAL MODULE: ./build/service/vitals.js
var vitals = __webpack_require__(84005);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
;// CONCATENATED MODULE: ./build/actions/mark-good.js



















const mark_good_inputs = {
    ...inputs/* connectionInputs */.eu,
    workloads: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    selector: dist/* optional */.lqM((0,values/* text */.Qq)()),
    ...owners_inputs/* ownerInputs */.DX,
    keep: dist/* optional */.lqM((0,values/* integer */.nd)(1), '5'),
    health: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
};
/** The share of the time that is left for marking what works, when something else does not. */
const RESERVE = 0.2;
/** Marks what runs now as good, so that a later rollback knows where to go. */
const mark_good_action = (0,action/* defineAction */.Q)({ name: 'mark-good', inputs: mark_good_inputs, changes: false, main });
async function main(inputs, context) {
    const selection = (0,workloads_select/* parseSelection */.gO)(inputs.workloads, inputs.selector, []);
    const health = inputs.health.map(service_health/* parseHealth */.kw);
    const { client, namespace: name } = (0,connect/* connect */.N)(inputs, context);
    try {
        const kinds = await (0,workloads_select/* kindsIn */.Rd)(client, selection, name);
        await (0,access/* requirePermissions */.An)(client, name, (0,permissions/* toObserve */.Af)(kinds));
        const namespace = await service_namespace/* NamespaceCache */.U.watch(client, name, kinds, context.log);
        const workloads = (await (0,service_select/* select */.L)(client, namespace, selection)).flat();
        const selected = workloads.map(({ workload }) => (0,kubernetes_kinds/* refOf */.H8)(workload));
        if (!context.dryRun)
            await (0,access/* requirePermissions */.An)(client, name, (0,permissions/* toMarkGood */.eQ)(selected, health));
        const memory = workloads.map(({ workload }) => (0,vitals/* rollbackHistory */.PY)({ workload, history: namespace.history(workload) }));
        for (const warning of (0,vitals/* warningsOf */.nZ)(memory))
            context.log.warn(warning);
        if (context.dryRun) {
            const labels = workloads.map(({ workload }) => (0,kubernetes_kinds/* label */.Pf)((0,kubernetes_kinds/* refOf */.H8)(workload)));
            return {
                result: 'planned',
                message: `Planned: ${labels.join(', ')} would be marked good; nothing was changed.`,
            };
        }
        // All are checked first: where the deploy has broken one, no configuration of it is kept as good.
        const { good, bad } = await checkAll(client, workloads, namespace, health, context);
        const broken = brokenByDeploy(namespace, good.map(({ item }) => item.workload), bad);
        if (broken[0])
            return notMarked(broken, workloads.length, context);
        const owners = await (0,find/* findOwners */.Gr)((0,owners_inputs/* clustersOf */.Dg)(client, inputs, context), good.map(({ item }) => item.workload));
        const settled = await Promise.allSettled(good.map(({ item, pods }) => {
            const owner = owners.get(item.workload.metadata.uid);
            return markGood({ client, namespace }, item, { run: context.run, keep: inputs.keep, pods, owner });
        }));
        const marked = settled.filter((item) => item.status === 'fulfilled').map((item) => item.value);
        for (const item of marked)
            report(item, (0,connect/* placeIn */.V)({ client, namespace: name }), context);
        return outcomeOf([...failuresOf(settled), ...bad.map(({ error }) => error)], marked, context);
    }
    finally {
        client.close();
    }
}
/** Waits for all of them at once, and stops while there is still time to mark what works. */
async function checkAll(client, workloads, namespace, health, { timeout, log }) {
    const late = (0,deadline/* startTimer */.Ip)(Math.max(1, timeout - RESERVE * timeout));
    const patient = client.withSignal(AbortSignal.any([client.signal, late.signal]));
    const checks = await Promise.all(workloads.map((item) => awaitGood({ client: patient, namespace, log }, item, (0,service_health/* checksOf */.tg)((0,kubernetes_kinds/* refOf */.H8)(item.workload), health)).then((pods) => ({ item, pods }), (error) => ({ workload: item.workload, error }))));
    late.stop();
    patient.close();
    client.signal.throwIfAborted();
    const bad = checks.filter((check) => 'error' in check);
    return { good: checks.filter((check) => 'pods' in check), bad };
}
const failuresOf = (settled) => settled.filter((item) => item.status === 'rejected').map((item) => item.reason);
function report(item, where, { log, record }) {
    const kept = Object.keys(item.config).length;
    log.info(`✓ ${(0,kubernetes_kinds/* label */.Pf)(item)}: revision ${item.revision} is marked good, with ${kept} ConfigMaps and Secrets kept`);
    if (item.isLost)
        log.warn(`${(0,kubernetes_kinds/* label */.Pf)(item)}: its \`revisionHistoryLimit\` lets the next deploys delete the revision that is marked now, and its template is too large to be kept beside it; set the limit to 3 or more.`);
    const to = Object.values(item.images).join(' ');
    record({ ...(0,component/* workloadSubject */.Ws)(item, where), step: 'mark good', status: 'done', to, evidence: item });
}
function notMarked(broken, all, { log }) {
    for (const { error } of broken)
        log.group((0,base_errors/* messageOf */.bD)(error), error instanceof base_errors/* ActionError */.lZ ? error.details : [error.stack ?? '']);
    const others = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
    const message = `Not marked good: ${all} of ${all} workloads; ${(0,base_errors/* messageOf */.bD)(broken[0]?.error)}${others}`;
    return { result: 'failed', message, outputs: { workloads: [] } };
}
/** Marking is bookkeeping: what works is marked, and of the rest it is said why it is not. */
function outcomeOf(errors, marked, { log }) {
    const all = errors.length + marked.length;
    const outputs = { workloads: marked };
    for (const error of errors) {
        const details = error instanceof base_errors/* ActionError */.lZ ? error.details : [error.stack ?? ''];
        if (details.length > 0)
            log.group((0,base_errors/* messageOf */.bD)(error), details);
    }
    if (marked.length === 0) {
        const message = `Not marked good: ${all} of ${all} workloads; ${(0,base_errors/* messageOf */.bD)(errors[0])}`;
        return { result: 'failed', message, outputs };
    }
    for (const error of errors)
        log.warn(`Not marked good: ${(0,base_errors/* messageOf */.bD)(error)}`);
    const rest = errors.length > 0 ? `; ${errors.length} not, because they are not known to work` : '';
    return { result: 'done', message: `Marked good: ${marked.length} of ${all} workloads${rest}.`, outputs };
}


/***/ }),

/***/ 5491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Ws: () => (/* binding */ workloadSubject),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   oI: () => (/* binding */ endsOf),
/* harmony export */   yK: () => (/* binding */ databaseSubject)
/* harmony export */ });
/** A workload as the record names it: `deployment/web`, and in which namespace of which cluster. */
const workloadSubject = ({ kind, name, }, where) => ({
    component: `${kind.toLowerCase()}/${name}`,
    where,
});
/** A database as the record names it, with the `host:port` of its server. */
const databaseSubject = ({ database, name: server, }) => ({ component: `database/${database}`, where: { server } });
/**
 * What makes a component this one and no other, from the outside in: `10.0.0.1:6443/shop/deployment/web`. Its end is
 * the name that people use.
 */
const keyOf = ({ component, where = {} }) => [...placesOf(where), component].join('/');
/** All ends of a key that begin with a whole word, the longest first: `shop/deployment/web`, `deployment/web`, `web`. */
function endsOf(key) {
    const words = key.split('/');
    return words.map((_, index) => words.slice(index).join('/'));
}
/**
 * What people call each component, by its key: its own name where there is only one of that name, else with what sets
 * it apart: `deployment/web (shop)`.
 */
function namesOf(components) {
    const unique = new Map(components.map((each) => [keyOf(each), each]));
    const namesakes = Map.groupBy(unique, ([, { component }]) => component);
    return new Map([...unique].map(([key, each]) => {
        const others = (namesakes.get(each.component) ?? []).map(([, other]) => other);
        return [key, others.length === 1 ? each.component : `${each.component} (${apart(each, others)})`];
    }));
}
/** What sets a component apart from its namesakes: its namespace alone where no other has it, else all that is known. */
function apart({ where = {} }, namesakes) {
    const { namespace } = where;
    const same = namesakes.filter((other) => other.where?.namespace === namespace);
    return namespace !== undefined && same.length === 1 ? namespace : placesOf(where).join('/') || 'elsewhere';
}
const PLACES = ['cluster', 'namespace', 'server', 'provider', 'zone', 'directory', 'workspace', 'address'];
/** In an order of its own: JSON's may be any. */
const placesOf = (where) => PLACES.flatMap((name) => where[name] || []);


/***/ }),

/***/ 52266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ rawInput),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   eu: () => (/* binding */ connectionInputs),
/* harmony export */   j$: () => (/* binding */ commonInputs),
/* harmony export */   yu: () => (/* binding */ inputName)
/* harmony export */ });
/* unused harmony export secretKeys */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40753);
/* harmony import */ var _base_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92920);




/** What every action takes. */
const commonInputs = {
    config: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), '.github/rollback.yml'),
    environment: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    component: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    rollbackId: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/, (issue) => `is ${JSON.stringify(issue.input)}; accepted are up to 63 letters, digits, dots, dashes and underscores`))),
    reason: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(1000, 'is longer than 1000 characters'))),
    dryRun: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM)(), 'false'),
    timeout: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(), '10m'),
    accept: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(), ''),
    record: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
};
/** The inputs of every action that talks to a cluster. */
const connectionInputs = {
    kubeconfig: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    context: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    namespace: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
};
/** `maxParallel` → `max-parallel`: the name that users write. */
const inputName = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** The raw text of an input as the runner passes it, or undefined where it is empty. */
function rawInput(env, key) {
    return env[`INPUT_${inputName(key).toUpperCase()}`]?.trim() || undefined;
}
/**
 * Reads and validates all inputs at once, before anything else happens; `defaults` (the configuration file's
 * values) stand in for inputs that are not given.
 *
 * @throws ActionError naming every wrong input in one sentence
 */
function readInputs(entries, env, { values, origins = {} } = { values: {} }) {
    const names = Object.keys(entries).map(inputName);
    // The runner passes inputs that an action does not have with no more than a warning: a mistyped `dry-run` must not be one.
    const unknown = Object.keys(env)
        .filter((key) => key.startsWith('INPUT_') && env[key]?.trim())
        .map((key) => key.slice('INPUT_'.length).toLowerCase())
        .filter((name) => !names.includes(name));
    if (unknown.length > 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no input ${unknown.map((name) => `\`${name}\``).join(', ')}; there are ${names.sort().join(', ')}.`);
    }
    const raw = Object.fromEntries(Object.keys(entries).map((key) => [key, rawInput(env, key) ?? values[inputName(key)]]));
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(entries), raw);
    if (parsed.success)
        return parsed.output;
    const problems = parsed.issues.map((issue) => {
        const key = inputName(String(issue.path?.[0]?.key));
        if (issue.input === undefined)
            return `input \`${key}\` is required`;
        const origin = rawInput(env, String(issue.path?.[0]?.key)) === undefined && origins[key];
        return `input \`${key}\` ${issue.message}${origin ? ` (${origin})` : ''}`;
    });
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(sentence(problems.join('; ')));
}
/** The inputs of an action that hold secrets. */
function secretKeys(entries) {
    return Object.keys(entries).filter((key) => {
        const entry = entries[key];
        return valibot__WEBPACK_IMPORTED_MODULE_1__/* .getMetadata */ .yb2(entry.wrapped ?? entry).secret === true;
    });
}
/** Inputs that are not secret as a whole, and have some: a kubeconfig given as content, headers. */
const HOLDS_SECRETS = /^kubeconfig$|headers$/i;
/** All that inputs hold of secrets: those that are one, and the credentials in addresses. `input` gives a text by its key. */
function secretsIn(entries, input) {
    const keys = secretKeys(entries);
    return Object.keys(entries).flatMap((key) => {
        const given = input(key) ?? '';
        if (keys.includes(key))
            return [given];
        return [...(0,_base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .credentialsIn */ .Wr)(given), ...(HOLDS_SECRETS.test(key) ? (0,_base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .namedSecretsIn */ .qE)(given) : [])];
    });
}
function sentence(words) {
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}


/***/ }),

/***/ 84005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ restartsBefore),
/* harmony export */   PY: () => (/* binding */ rollbackHistory),
/* harmony export */   XE: () => (/* binding */ vitalsOf),
/* harmony export */   nZ: () => (/* binding */ warningsOf)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85738);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33030);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94054);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71157);
/* harmony import */ var _terminal_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91757);






/** How the pods of a workload are; `before` has restarts by the uid of a pod that do not count. */
function vitalsOf({ workload, history, pods }, before = new Map()) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .currentRevision */ .h7)(workload, history);
    const own = (0,_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .newPods */ .Ng)({
        workload,
        pods,
        podLabel: current?.podLabel,
        revision: current?.object.metadata.name,
    });
    const count = (pod) => Math.max(0, restartsOf(pod) - (before.get(pod.metadata.uid) ?? 0));
    const terminalFailure = terminalFailureOf(workload, current, own);
    return {
        workload: (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(workload)),
        wanted: (0,_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .wantedPods */ .qB)(workload),
        ready: pods.filter((pod) => (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .isReady */ .i_)(pod) && !pod.metadata.deletionTimestamp).length,
        readyOfNewest: own.filter(_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .isReady */ .i_).length,
        restarts: own.reduce((sum, pod) => sum + count(pod), 0),
        ...(terminalFailure && { terminalFailure }),
    };
}
/** The restarts of pods that are older than a deploy (Unix seconds), by uid: it is not to blame for these. */
function restartsBefore(seen, deployedAt) {
    const isOlder = ({ metadata }) => deployedAt === null || Date.parse(metadata.creationTimestamp ?? '') / 1000 < deployedAt;
    const older = seen.flatMap(({ pods }) => pods.filter(isOlder));
    return new Map(older.map((pod) => [pod.metadata.uid, restartsOf(pod)]));
}
/** How often the containers of a pod have been started again. */
const restartsOf = (pod) => (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
/** What is remembered of rollbacks of a workload. */
function rollbackHistory({ workload, history }) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .currentRevision */ .h7)(workload, history);
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .lastRollback */ .Hp)(workload);
    const isCurrent = last !== undefined && last.to === current?.object.metadata.uid;
    const again = current && !isCurrent ? leftBefore(current, history, last?.to) : undefined;
    return {
        workload: (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(workload)),
        since: Date.parse(current?.object.metadata.creationTimestamp ?? '') / 1000 || 0,
        ...(last && { last: { id: last.id, at: Date.parse(last.at) / 1000, isCurrent } }),
        ...(again && { again }),
    };
}
/** What was rolled back from before and is deployed again, a sentence each. */
function warningsOf(memory) {
    return memory.flatMap(({ workload, again }) => again
        ? [
            `${workload} runs ${again.images.join(', ')} again, which rollback ${again.id} left at ${again.at}; check whether its cause is gone.`,
        ]
        : []);
}
/** The images of a revision that a rolled-back one had too, but not what that rollback went `to`. */
function leftBefore(current, history, to) {
    const target = history.find(({ object }) => object.metadata.uid === to);
    const good = target ? Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOf */ .IC)(target.template)) : [];
    const own = Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOf */ .IC)(current.template)).filter((image) => !good.includes(image));
    for (const revision of history) {
        const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(revision.object);
        const bad = Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOf */ .IC)(revision.template));
        const images = own.filter((image) => bad.includes(image));
        // The present revision was marked good since.
        const isForgiven = mark && ((0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .goodMark */ .X3)(current.object)?.at ?? '') > mark.at;
        if (mark && !isForgiven && images.length > 0)
            return { images, id: mark.id, at: mark.at };
    }
    return undefined;
}
function terminalFailureOf(workload, current, pods) {
    for (const pod of pods) {
        const terminalFailure = (0,_terminal_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .terminalPodFailure */ .kI)(pod);
        if (terminalFailure)
            return `pod ${pod.metadata.name} is in ${terminalFailure.reason}`;
    }
    const object = current?.object;
    const refused = object?.kind === 'ReplicaSet' && 'spec' in object && (0,_terminal_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .terminalReplicaSetFailure */ .rr)(object, workload);
    return refused ? `no pod can be made (${refused.reason})` : undefined;
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

"use strict";
exports.id = 5945;
exports.ids = [5945];
exports.modules = {

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

  98708:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Tu: () => (  planWithDigests),
    ax: () => (  runningImages),
    p8: () => (  requireDigests)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4771);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
  var _systems_registry_image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76384);
  var _digests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72801);
  var _images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26205);
  var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26729);
  var _steady_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5580);








async function compareDigests(images, template, { image, imagePullPolicy }, digests) {
    if (imagePullPolicy === 'Never')
        return { is: 'unknown', reason: _images_js__WEBPACK_IMPORTED_MODULE_4__  .Zm.reason };
    const byTag = await images.digests(template, image);
    const byName = indexOf(byTag, digests);
    if (byName !== undefined)
        return { is: 'one', index: byName };
    if (byTag.is === 'denied' || byTag.is === 'unknown')
        return { is: 'unknown', reason: byTag.reason };
    const each = await Promise.all(digests.map((digest) => images.digests(template, `${(0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  ._M)(image)}@${digest}`)));
    const index = each.map((found) => indexOf(found, digests)).find((found) => found !== undefined);
    if (index !== undefined)
        return { is: 'one', index };
    const silent = each.find(({ is }) => is === 'denied' || is === 'unknown') ?? byTag;
    if ('reason' in silent)
        return { is: 'unknown', reason: silent.reason };
    return digests.some((digest) => byTag.is === 'there' && byTag.digests.includes(digest))
        ? { is: 'several' }
        : { is: 'unknown', reason: `${image} means another image now` };
}
const indexOf = (found, digests) => found.is === 'there' && digests.every((digest) => found.digests.includes(digest))
    ? found.digests[0]
    : undefined;
async function runningImages(ref, template, pods, images) {
    const all = await Promise.all(template.spec.containers.map(async (container) => [container.name, await runningImage(ref, template, container, pods, images)]));
    return Object.fromEntries(all);
}
async function runningImage(ref, template, container, pods, images) {
    const { name, image } = container;
    if (image.includes('@'))
        return image;
    const reported = pods
        .flatMap(({ status }) => status?.containerStatuses ?? [])
        .filter((status) => status.name === name && status.imageID?.includes('@'))
        .map(({ imageID = '' }) => imageID.replace(/^.*:\/\//, ''));
    const digests = [...new Set(reported.map(digestPart))];
    const own = reported.find((id) => (0,_systems_registry_image_js__WEBPACK_IMPORTED_MODULE_2__  .z)(id)?.key === (0,_systems_registry_image_js__WEBPACK_IMPORTED_MODULE_2__  .z)(image)?.key);
    if (digests.length < 2)
        return own ?? reported[0] ?? image;
    const compared = await compareDigests(images, template, container, digests);
    if (compared.is === 'one')
        return `${(0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  ._M)(image)}@${compared.index}`;
    const shown = (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_7__  .eZ)([...new Set(reported)], 3);
    if (compared.is === 'several')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The pods of ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} run different images in the container ${name}: ${shown}; a tag was moved while they started.`);
    throw new _steady_js__WEBPACK_IMPORTED_MODULE_6__  .A(`It is not known whether the pods of ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} run one image in the container ${name}: their nodes name it ${shown}, which may be its architectures or different images, and its registry does not say which (${compared.reason}); deploy it again and run mark-good where the registry can be reached, or deploy it by the digest of its index.`);
}
const digestPart = (id) => id.slice(id.indexOf('@') + 1);
async function planWithDigests(candidate, wanted, images) {
    const step = (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__  .ek)(candidate, wanted);
    const all = step.differing ?? [];
    if (all.length === 0)
        return step;
    const registries = images();
    const compared = await Promise.all(all.map(async (each) => ({ each, ...(await compareWithGood(registries, step.template, each)) })));
    const indexes = new Map(compared.flatMap((item) => (item.is === 'one' ? [[item.each.container.name, item.index]] : [])));
    const planned = indexes.size > 0 ? (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__  .ek)({ ...candidate, indexes }, wanted) : step;
    const warnings = compared.flatMap((item) => item.is === 'unknown' && planned.action === 'roll-back'
        ? [
            `${doubt(item.each, item.reason)}; so it is pinned to what was marked: if that is one architecture of it, nodes of another cannot start it`,
        ]
        : []);
    return { ...planned, warnings: [...planned.warnings, ...warnings] };
}
const compareWithGood = (images, template, { container, good, running }) => compareDigests(images, template, container, [...new Set([good, ...running])]);
const doubt = ({ container: { name, image }, good, running }, reason) => `it is not known whether the container ${name} runs the image that was marked good: ${image} was ${good} and is ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_7__  .eZ)(running, 3)} now, which may be an architecture of it, and its registry does not say (${reason})`;
async function requireDigests(ref, template, mark, pods, images) {
    const all = (0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  .R1)(template, mark, pods, () => true);
    if (all.length === 0)
        return;
    const registries = images();
    for (const each of all) {
        const compared = await compareWithGood(registries, template, each);
        if (compared.is === 'one')
            continue;
        const { container, good, running } = each;
        const { name, image } = container;
        const remedy = `roll it back with \`to: image=${name}=${(0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  ._M)(image)}@${good}\``;
        if (compared.is === 'unknown')
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} is rolled out, and ${doubt(each, compared.reason)}; compare them in the registry, and if they are different images, ${remedy}.`);
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} is rolled out but runs another image than the one that was marked good: ${image} is ${running.find((digest) => digest !== good)} now, and was ${good}; ${remedy}.`);
    }
}


  }),

  5580:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A: () => (  UnprovenError),
    T: () => (  awaitSteady)
  });
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60921);




class UnprovenError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ {
}
async function awaitSteady(ref, listPods, now, signal) {
    for (;;) {
        const pods = await listPods();
        if (pods.length === 0)
            throw new UnprovenError(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .Pf)(ref)} has no pods, so nothing shows that it works.`);
        const restarted = pods.flatMap((pod) => restartOf(pod, now()) ?? []);
        if (restarted[0])
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .Pf)(ref)} is not steady: ${restarted[0]}.`);
        const missing = _base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.STEADY_MS - (now().getTime() - Math.max(...pods.map(readySince)));
        if (missing <= 0)
            return pods;
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .v7)(Math.min(missing, _base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.STEADY_MS), signal);
    }
}
const readySince = ({ status }) => Date.parse(status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime ?? '') || 0;
function restartOf({ metadata, status }, now) {
    const dead = (status?.containerStatuses ?? []).find(({ restartCount, lastState }) => {
        const ended = Date.parse(lastState?.terminated?.finishedAt ?? '');
        return restartCount > 0 && now.getTime() - ended < _base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.RESTARTED_LATELY_MS;
    });
    const { reason, exitCode, finishedAt } = dead?.lastState?.terminated ?? {};
    return (dead &&
        `container ${dead.name} of pod ${metadata.name} ended at ${finishedAt} (${reason}, exit code ${exitCode}) and was started again`);
}


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

  39429:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  main: () => (  main)
});

var deadline = __webpack_require__(68606);
var base_errors = __webpack_require__(45145);
var sentence = __webpack_require__(4771);
var workloads_select = __webpack_require__(95722);
var clusters = __webpack_require__(69274);
var find = __webpack_require__(54138);
var component = __webpack_require__(5491);
var service_health = __webpack_require__(50992);
var service_images = __webpack_require__(26205);
var waits = __webpack_require__(95282);
var kubernetes_client = __webpack_require__(59027);
var kubernetes_kinds = __webpack_require__(60921);
var config_refs = __webpack_require__(45023);
var copies = __webpack_require__(19443);
var service_history = __webpack_require__(33030);
var kept_template = __webpack_require__(33749);
var lineage = __webpack_require__(11805);
var marks = __webpack_require__(94054);
var one_image = __webpack_require__(98708);
var rollout = __webpack_require__(62400);
var steady = __webpack_require__(5580);
; 














async function awaitGood(context, { workload }, health) {
    const { client, namespace } = context;
    const { kind, spec, metadata } = workload;
    const ref = (0,kubernetes_kinds .H8)(workload);
    if (spec.paused || spec.updateStrategy?.type === 'OnDelete') {
        const reason = spec.paused ? 'its rollout is paused' : 'its update strategy is OnDelete';
        throw new steady .A(`${(0,kubernetes_kinds .Pf)(ref)} cannot be marked good: ${reason}, so it is unknown what its pods will be.`);
    }
    const annotations = (0,marks .vO)(workload);
    if (Object.keys(annotations).length > 0) {
        const path = (0,kubernetes_kinds .jC)(namespace.name, kind, metadata.name);
        namespace.put(await client.patch(path, kubernetes_client.PATCH.merge, { metadata: { annotations } }));
    }
    const awaitAgain = () => (0,rollout .m)(context, { ...ref, uid: metadata.uid });
    const pods = await (0,steady .T)(ref, awaitAgain, () => client.now, client.signal);
    await (0,service_health .g)(client, ref, pods, health);
    return pods;
}
async function markGood({ client, namespace }, { workload }, { run, keep, pods, owner, check, }) {
    const ref = (0,kubernetes_kinds .H8)(workload);
    const fresh = namespace.workload(ref.kind, workload.metadata.uid) ?? workload;
    const history = namespace.history(fresh);
    const revision = (0,service_history .h7)(fresh, history);
    if (!revision)
        throw new base_errors .lZ(`${(0,kubernetes_kinds .Pf)(ref)} is rolled out, but its revision is not in its history.`);
    requireProven(ref, revision, pods);
    const { object, template, number } = revision;
    const images = await (0,one_image .ax)(ref, template, pods, check);
    const config = await (0,copies .HV)(client, object, (0,config_refs .z)(template));
    const at = new Date().toISOString();
    const synced = owner?.synced && { owner: { name: owner.name, ...owner.synced } };
    const mark = { revision: object.metadata.uid, at, run, images, config, ...synced };
    await (0,marks .mS)(client, object, { ...(0,marks .Dp)(mark), ...(0,marks .pK)(null) });
    const kept = await keepTemplate(client, fresh, revision, mark);
    const memory = (0,marks .IL)({ revision: object.metadata.uid, number, at, images });
    const path = (0,kubernetes_kinds .jC)(namespace.name, ref.kind, ref.name);
    const annotations = { ...memory, [kept_template .sh]: kept?.[kept_template .sh] ?? null };
    namespace.put(await client.patch(path, kubernetes_client.PATCH.merge, { metadata: { annotations } }));
    await dropReplaced(client, namespace.name, revision, config);
    await dropReplacedKept(client, fresh, kept);
    await dropOld(client, namespace.name, history.filter((other) => other !== revision && !other.isKept), keep - 1);
    const isLost = (0,kept_template .lv)(fresh) && !kept;
    return { ...ref, revision: number, images, config, ...(isLost && { isLost }) };
}
function requireProven(ref, { podLabel: [key, value], number }, pods) {
    if (pods.every(({ metadata }) => metadata.labels?.[key] === value))
        return;
    throw new steady .A(`${(0,kubernetes_kinds .Pf)(ref)} was deployed again while the others were looked at, so nothing shows that its revision ${number} works; mark it good by the deploy that brought it.`);
}
function brokenByDeploy(namespace, good, bad) {
    const madeAt = (workload) => {
        const revision = (0,service_history .h7)(workload, namespace.history(workload));
        return (revision && (0,lineage .CT)(revision)) ?? Number.POSITIVE_INFINITY;
    };
    const begun = Math.max(...good.map(madeAt)) - waits .r.RELEASE_APPLIED_MS;
    return bad.filter(({ workload, error }) => !(error instanceof steady .A) && !(madeAt(workload) < begun));
}
async function keepTemplate(client, workload, revision, mark) {
    if (!(0,kept_template .lv)(workload))
        return undefined;
    const config = await (0,copies .HV)(client, workload, (0,config_refs .z)(revision.template));
    return (0,kept_template .uu)(workload, revision, { ...mark, config });
}
async function dropReplacedKept(client, workload, kept) {
    const { uid, namespace } = workload.metadata;
    const annotations = kept ?? {};
    const now = (0,kept_template .Mz)({ ...workload, metadata: { ...workload.metadata, annotations } });
    const before = (0,copies .Vt)(uid, (0,kept_template .Mz)(workload));
    await (0,copies .Hj)(client, namespace, before.filter(({ ref, name }) => now[ref] !== name));
}
async function dropReplaced(client, namespace, { object }, config) {
    const before = (0,copies .Vt)(object.metadata.uid, (0,marks .X3)(object)?.config ?? {});
    await (0,copies .Hj)(client, namespace, before.filter(({ ref, name }) => config[ref] !== name));
}
async function dropOld(client, namespace, newestFirst, keep) {
    const good = newestFirst.filter((revision) => (0,marks .X3)(revision.object));
    for (const { object } of good.slice(keep)) {
        const mark = (0,marks .X3)(object);
        if (Object.keys(mark.config).length === 0)
            continue;
        await (0,copies .Hj)(client, namespace, (0,copies .Vt)(object.metadata.uid, mark.config));
        await (0,marks .mS)(client, object, (0,marks .Dp)({ ...mark, config: {} }));
    }
}

var service_namespace = __webpack_require__(95763);
var permissions = __webpack_require__(1004);
var service_select = __webpack_require__(64690);
var vitals = __webpack_require__(84005);
var access = __webpack_require__(33266);
var connect = __webpack_require__(79996);
; 

















const RESERVE = 0.2;
async function main(inputs, selection, context) {
    const health = inputs.health.map(service_health .kw);
    const { client, namespace: name } = await (0,connect .N)(inputs, context);
    try {
        const kinds = await (0,workloads_select .Rd)(client, selection, name);
        await (0,access .An)(client, name, (0,permissions .Af)(kinds));
        const namespace = await service_namespace .U.watch(client, name, kinds, context.log);
        const workloads = (await (0,service_select .L)(client, namespace, selection)).flat();
        const selected = workloads.map(({ workload }) => (0,kubernetes_kinds .H8)(workload));
        if (!context.dryRun)
            await (0,access .An)(client, name, (0,permissions .eQ)(selected, health));
        const memory = workloads.map(({ workload }) => (0,vitals .PY)({ workload, history: namespace.history(workload) }));
        for (const warning of (0,vitals .nZ)(memory))
            context.log.warn(warning);
        if (context.dryRun) {
            const labels = workloads.map(({ workload }) => (0,kubernetes_kinds .Pf)((0,kubernetes_kinds .H8)(workload)));
            return {
                result: 'planned',
                message: `Planned: ${labels.join(', ')} would be marked good; nothing was changed.`,
            };
        }
        const { good, bad } = await checkAll(client, workloads, namespace, health, context);
        const broken = brokenByDeploy(namespace, good.map(({ item }) => item.workload), bad);
        if (broken[0])
            return notMarked(broken, workloads.length, context);
        const owners = await (0,find .Gr)(await (0,clusters .D)(client, inputs, context), good.map(({ item }) => item.workload));
        const check = new service_images .qT(client, name, context.mask);
        const settled = await Promise.allSettled(good.map(({ item, pods }) => {
            const owner = owners.get(item.workload.metadata.uid);
            const { run } = context;
            return markGood({ client, namespace }, item, { run, keep: inputs.keep, pods, owner, check });
        }));
        const marked = settled.filter((item) => item.status === 'fulfilled').map((item) => item.value);
        for (const item of marked)
            report(item, (0,connect .V)({ client, namespace: name }), context);
        return outcomeOf([...failuresOf(settled), ...bad.map(({ error }) => error)], marked, context);
    }
    finally {
        client.close();
    }
}
async function checkAll(client, workloads, namespace, health, { timeout, log }) {
    const late = (0,deadline .Ip)(Math.max(1, timeout - RESERVE * timeout));
    const patient = client.withSignal(AbortSignal.any([client.signal, late.signal]));
    const checks = await Promise.all(workloads.map((item) => awaitGood({ client: patient, namespace, log }, item, (0,service_health .tg)((0,kubernetes_kinds .H8)(item.workload), health)).then((pods) => ({ item, pods }), (error) => ({ workload: item.workload, error }))));
    late.stop();
    patient.close();
    client.signal.throwIfAborted();
    const bad = checks.filter((check) => 'error' in check);
    return { good: checks.filter((check) => 'pods' in check), bad };
}
const failuresOf = (settled) => settled.filter((item) => item.status === 'rejected').map((item) => item.reason);
function report(item, where, { log, record }) {
    const kept = (0,sentence .eZ)(Object.keys(item.config));
    log.info(`✓ ${(0,kubernetes_kinds .Pf)(item)}: revision ${item.revision} is marked good${kept && `, and a copy kept of ${kept}`}`);
    if (item.isLost)
        log.warn(`${(0,kubernetes_kinds .Pf)(item)}: its \`revisionHistoryLimit\` lets the next deploys delete the revision that is marked now, and its template is too large to be kept beside it; set the limit to 3 or more.`);
    const to = Object.values(item.images).join(' ');
    record({ ...(0,component .Ws)(item, where), step: 'mark good', status: 'done', to, evidence: item });
}
function notMarked(broken, all, { log }) {
    for (const { error } of broken)
        log.group((0,base_errors .bD)(error), error instanceof base_errors .lZ ? error.details : [error.stack ?? '']);
    const others = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
    const message = `Not marked good: ${all} of ${all} workloads; ${(0,base_errors .bD)(broken[0]?.error)}${others}`;
    return { result: 'failed', message, outputs: { workloads: [] } };
}
function outcomeOf(errors, marked, { log }) {
    const all = errors.length + marked.length;
    const outputs = { workloads: marked };
    for (const error of errors) {
        const details = error instanceof base_errors .lZ ? error.details : [error.stack ?? ''];
        if (details.length > 0)
            log.group((0,base_errors .bD)(error), details);
    }
    if (marked.length === 0) {
        const message = `Not marked good: ${all} of ${all} workloads; ${(0,base_errors .bD)(errors[0])}`;
        return { result: 'failed', message, outputs };
    }
    for (const error of errors)
        log.warn(`Not marked good: ${(0,base_errors .bD)(error)}`);
    const rest = errors.length > 0 ? `; ${errors.length} not, because they are not known to work` : '';
    return { result: 'done', message: `Marked good: ${marked.length} of ${all} workloads${rest}.`, outputs };
}


  })

};
;
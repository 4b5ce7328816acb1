export const id = 4642;
export const ids = [4642];
export const modules = {

/***/ 17632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RS: () => (/* binding */ checkPermissions),
  iA: () => (/* binding */ prepare),
  Lt: () => (/* binding */ prepare_select)
});

// EXTERNAL MODULE: ./build/runner/consent.js
var consent = __webpack_require__(60225);
// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/runner/sentence.js
var sentence = __webpack_require__(94818);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/systems/kubernetes/select.js
var kubernetes_select = __webpack_require__(3872);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var kubernetes_errors = __webpack_require__(1807);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/service/history.js
var service_history = __webpack_require__(75648);
;// CONCATENATED MODULE: ./build/service/beside.js





/** Names of one kind that a line can hold. */
const TOLD = 8;
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
    const back = steps.filter(({ does }) => does === 'roll-back');
    const releases = new Set(back.flatMap(({ workload }) => releasesOf(workload)));
    const isOfRelease = (object) => (isAll && back.length > 0) || releasesOf(object).some((release) => releases.has(release));
    const targets = new Map(back.map((step) => [`${step.kind}/${step.name}`, step]));
    const jobs = others.job.filter(({ metadata }) => !metadata.ownerReferences?.some(({ controller }) => controller));
    const scaled = others.horizontalpodautoscaler.filter(({ spec }) => targets.has(targetOf(spec?.scaleTargetRef)));
    const rollouts = others.rollout.filter((item) => isOfRelease(item) || targets.has(targetOf(item.spec?.workloadRef)));
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
            ...rollouts.flatMap(({ metadata, spec }) => {
                const step = targets.get(targetOf(spec?.workloadRef));
                if (!step)
                    return [
                        `rollout/${metadata.name} is left as it is; it goes back with \`kubectl argo rollouts undo ${metadata.name}\``,
                    ];
                return [
                    `rollout/${metadata.name} takes its pods from ${(0,kinds/* label */.Pf)(step)} and brings them by steps of its own; watch it with \`kubectl argo rollouts get rollout ${metadata.name}\``,
                ];
            }),
            ...others.cloneset
                .filter(isOfRelease)
                .map(({ metadata }) => `cloneset/${metadata.name} is left as it is; go back by its own template (OpenKruise)`),
        ],
    };
}
/** A Service whose pods will be none after the rollback, or that may have been switched to them by the deploy. */
function serviceWarnings(service, steps, workloads) {
    const name = `service/${service.metadata.name}`;
    const selector = selectorWords(service.spec?.selector);
    const sent = steps.filter(({ does, workload }) => does !== 'no-op' && sends(service, workload.spec.template));
    const lost = sent.filter(({ does, template }) => does === 'roll-back' && !sends(service, template));
    if (lost.length > 0)
        return [
            `${name} selects ${selector}, which the older pods of ${lost.map(kinds/* label */.Pf).join(', ')} do not have: it sends them nothing until its selector is what it was`,
        ];
    const others = sent.length > 0 ? workloads.filter((workload) => couldSend(service, workload)) : [];
    if (others.length === 0)
        return [];
    const time = changedAt(service);
    return [
        `${name} sends to ${sent.map(kinds/* label */.Pf).join(', ')} (${selector})${time ? `, was last changed at ${time}` : ''} and is left as it is; if the deploy switched it there from ${others.map((other) => (0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(other))).join(', ')}, set its selector back`,
    ];
}
/** True where other values of the same labels would make a Service send to a workload, as blue and green stand beside each other. */
function couldSend(service, { spec }) {
    const wanted = Object.entries(service.spec?.selector ?? {});
    const labels = spec.template.metadata?.labels ?? {};
    const isEqual = ([key, value]) => labels[key] === value;
    return (wanted.every(([key]) => Object.hasOwn(labels, key)) && wanted.some(isEqual) && !wanted.every(isEqual));
}
/** When whoever owns a Service's selector has written last; undefined where nobody knows. */
function changedAt({ metadata }) {
    const writers = (metadata.managedFields ?? []).filter(({ fieldsV1 }) => {
        const spec = fieldsV1?.['f:spec'];
        return spec?.['f:selector'] !== undefined;
    });
    return (writers
        .map(({ time = '' }) => time)
        .sort()
        .at(-1) || undefined);
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
function line(word, items, tell) {
    return (0,sentence/* namesOf */.eZ)(items.map((item) => `${word}/${item.metadata.name} (${tell(item)})`), TOLD);
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
// EXTERNAL MODULE: ./build/service/rehearse.js
var rehearse = __webpack_require__(25407);
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

// EXTERNAL MODULE: ./build/service/rollout.js + 1 modules
var rollout = __webpack_require__(8564);
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
    const observe = (0,permissions/* toObserve */.Af)((0,kubernetes_select/* kindsOf */.tG)(request.selection));
    await (0,access/* requirePermissions */.A)(client, name, onlyLooks ? observe : [...observe, ...(0,permissions/* toBegin */.ZK)(request.health)]);
}
/** The workloads that are meant, each as its controller has seen it last. */
async function prepare_select(client, namespace, selection) {
    const bySelector = selection.selector
        ? await (0,kubernetes_select/* selectByLabels */.jK)(client, namespace.name, selection.selector)
        : new Set();
    const groups = (0,kubernetes_select/* groupWorkloads */.cw)(selection, namespace.workloads(), bySelector, namespace.name);
    const seen = ({ workload, named }) => (0,rollout/* awaitObserved */.NM)(namespace, { ...(0,kinds/* refOf */.H8)(workload), uid: workload.metadata.uid }, client.signal).then((fresh) => ({ workload: fresh, named }));
    return Promise.all(groups.map((group) => Promise.all(group.map(seen))));
}
/**
 * Observes, selects and plans; changes nothing.
 *
 * @throws ActionError where, unless `on-failure` is continue, anything is refused
 */
async function prepare(client, name, request, onlyLooks, log) {
    const { selection, wanted, health } = request;
    const namespace = await service_namespace/* Namespace */.g.watch(client, name, (0,kubernetes_select/* kindsOf */.tG)(selection), log);
    const groups = await prepare_select(client, namespace, selection);
    const meant = groups.flat().map(({ workload }) => (0,kinds/* refOf */.H8)(workload));
    if (!onlyLooks)
        await (0,access/* requirePermissions */.A)(client, name, (0,permissions/* toRollBack */.OS)(meant));
    const seen = groups.map((group) => group.map(({ workload, named }) => ({
        workload,
        named,
        history: namespace.history(workload),
        pods: namespace.pods(workload),
    })));
    const beside = lookBeside(client, name);
    // Whoever refuses before it is awaited has no use for it.
    beside.catch(() => { });
    const begun = (0,untouched/* deployBegun */.r6)(seen.flat(), wanted.deployedAt, client.now.getTime());
    const plan = seen.map((group) => group.map((item) => (0,service_plan/* planStep */.ek)({ ...item, untouched: (0,untouched/* untouchedReason */._w)(item, begun) }, wanted)));
    const planned = plan.flat();
    warnOfBrokenMarks(planned, namespace, log);
    for (const step of planned) {
        log.info((0,service_plan/* describe */.q0)(step));
        if (onlyLooks)
            log.group(`${(0,kinds/* label */.Pf)(step)}: revisions`, revisionLines(step, namespace.history(step.workload)));
    }
    refuseUnknownChecks(health, namespace, (0,kubernetes_select/* kindsOf */.tG)(selection));
    refuse(planned, request);
    const restores = request.restoresConfig && (0,service_configuration/* hasCopies */.U4)(planned);
    if (restores)
        await (0,access/* requirePermissions */.A)(client, name, onlyLooks ? (0,permissions/* toReadConfig */.m5)() : (0,permissions/* toRestoreConfig */.A9)());
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
    for (const step of steps.filter((each) => !planned.includes(each) && each.does !== 'roll-back'))
        log.info((0,service_plan/* describe */.q0)(step));
    refuse(steps, request);
    for (const step of steps.filter((step) => (0,restart/* needsRestart */.jT)(step, configuration.restores))) {
        const owed = (0,restart/* pendingOf */.lc)(step);
        const why = owed
            ? `its configuration went back in rollback ${owed.id}, which did not come to that`
            : 'its configuration goes back';
        log.info(`${(0,kinds/* label */.Pf)(step)}: its pods are started anew, because ${why}`);
        const because = (0,service_plan/* refusalOf */.Of)(step.workload, wanted);
        if (because)
            throw refusal([{ ...step, does: 'refuse', because }], steps.length);
    }
    const rest = describeBeside(await beside, steps, namespace.workloads(), selection.all);
    for (const line of rest.lines)
        log.info(`Left as it is: ${line}`);
    warn(steps, [...configuration.warnings, ...rest.warnings], log);
    askForSecrets(configuration, request.accepts, onlyLooks, log);
    return { namespace, groups: groupsToDo, configuration, keepsConfig: restores, leftAsIs: rest.lines };
}
/** @throws ActionError where something is refused, unless `on-failure` is continue */
function refuse(steps, { onFailure }) {
    const refused = steps.filter((step) => step.does === 'refuse');
    if (refused.length > 0 && onFailure !== 'continue')
        throw refusal(refused, steps.length);
}
/** An older password may be one that nobody takes any more. A dry run says what would be asked. */
function askForSecrets({ rotated }, accepts, onlyLooks, log) {
    if (rotated.length === 0)
        return;
    const names = rotated.join(', ');
    const why = `${names} would go back to what was kept with the older release, and nothing shows that the deploy that is rolled back wrote what it holds now (\`restore-config: never\` keeps all configuration as it is)`;
    if (onlyLooks)
        log.warn(`${why}; the rollback goes on with \`accept: secrets\`.`);
    else
        (0,consent/* requireConsent */.C)(accepts, 'secrets', `Nothing was changed: ${why}`);
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
    return new errors/* ActionError */.lZ((0,sentence/* asSentence */.KG)(`Nothing was changed: ${(0,kinds/* label */.Pf)(first)}${others}${of} cannot be rolled back: ${first.because}`), {
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

/***/ 84005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ restartsBefore),
/* harmony export */   XE: () => (/* binding */ vitalsOf),
/* harmony export */   nZ: () => (/* binding */ warningsOf),
/* harmony export */   zE: () => (/* binding */ memoryOf)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85738);
/* harmony import */ var _doomed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61850);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75648);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94054);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71157);






/** How the pods of a workload are; `before` has restarts by the uid of a pod that don't count. */
function vitalsOf({ workload, history, pods }, before = new Map()) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .currentRevision */ .h7)(workload, history);
    const own = (0,_progress_js__WEBPACK_IMPORTED_MODULE_5__/* .newPods */ .Ng)({
        workload,
        pods,
        podLabel: current?.podLabel,
        revision: current?.object.metadata.name,
    });
    const count = (pod) => Math.max(0, restartsOf(pod) - (before.get(pod.metadata.uid) ?? 0));
    const doom = doomOf(workload, current, own);
    return {
        workload: (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(workload)),
        wanted: (0,_progress_js__WEBPACK_IMPORTED_MODULE_5__/* .wantedPods */ .qB)(workload),
        ready: pods.filter((pod) => (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .isReady */ .i_)(pod) && !pod.metadata.deletionTimestamp).length,
        readyOfNewest: own.filter(_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .isReady */ .i_).length,
        restarts: own.reduce((sum, pod) => sum + count(pod), 0),
        ...(doom && { doom }),
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
function memoryOf({ workload, history }) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .currentRevision */ .h7)(workload, history);
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_4__/* .lastRollback */ .Hp)(workload);
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
            `${workload} runs ${again.images.join(', ')} again, which rollback ${again.id} left at ${again.at}; look whether its cause is gone.`,
        ]
        : []);
}
/** The images of a revision that a rolled-back one had too, but not what that rollback went `to`. */
function leftBefore(current, history, to) {
    const target = history.find(({ object }) => object.metadata.uid === to);
    const good = target ? Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .imagesOf */ .IC)(target.template)) : [];
    const own = Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .imagesOf */ .IC)(current.template)).filter((image) => !good.includes(image));
    for (const revision of history) {
        const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_4__/* .rolledBackMark */ .vr)(revision.object);
        const bad = Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .imagesOf */ .IC)(revision.template));
        const images = own.filter((image) => bad.includes(image));
        // Somebody has looked since, and found it good.
        const isForgiven = mark && ((0,_marks_js__WEBPACK_IMPORTED_MODULE_4__/* .goodMark */ .X3)(current.object)?.at ?? '') > mark.at;
        if (mark && !isForgiven && images.length > 0)
            return { images, id: mark.id, at: mark.at };
    }
    return undefined;
}
function doomOf(workload, current, pods) {
    for (const pod of pods) {
        const doom = (0,_doomed_js__WEBPACK_IMPORTED_MODULE_2__/* .doomOfPod */ .g9)(pod);
        if (doom)
            return `pod ${pod.metadata.name} is in ${doom.reason}`;
    }
    const object = current?.object;
    const refused = object?.kind === 'ReplicaSet' && 'spec' in object && (0,_doomed_js__WEBPACK_IMPORTED_MODULE_2__/* .doomOfReplicaSet */ .Vu)(object, workload);
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

export const id = 8572;
export const ids = [8572];
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
// EXTERNAL MODULE: ./build/record/component.js
var component = __webpack_require__(5491);
// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/deadline.js
var deadline = __webpack_require__(97583);
// EXTERNAL MODULE: ./build/runner/errors.js
var runner_errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/runner/values.js
var values = __webpack_require__(4885);
// EXTERNAL MODULE: ./build/service/health.js
var service_health = __webpack_require__(50992);
// EXTERNAL MODULE: ./build/systems/kubernetes/client.js
var kubernetes_client = __webpack_require__(59027);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kubernetes_kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/service/copies.js
var copies = __webpack_require__(19443);
// EXTERNAL MODULE: ./build/service/history.js
var service_history = __webpack_require__(75648);
// EXTERNAL MODULE: ./build/service/kept-template.js
var kept_template = __webpack_require__(33749);
// EXTERNAL MODULE: ./build/service/lineage.js
var lineage = __webpack_require__(11805);
// EXTERNAL MODULE: ./build/service/marks.js
var marks = __webpack_require__(94054);
// EXTERNAL MODULE: ./build/service/rollout.js + 1 modules
var rollout = __webpack_require__(8564);
// EXTERNAL MODULE: ./build/runner/waits.js
var waits = __webpack_require__(39093);
;// CONCATENATED MODULE: ./build/service/steady.js




/** Nothing shows that a workload works, and nothing that it does not. */
class UnprovenError extends runner_errors/* ActionError */.lZ {
}
/**
 * Waits until the pods of a rollout have been ready for a while, so that being ready is not an accident.
 *
 * @param look the ready pods of the present revision; called again after every wait
 * @param now the API server's clock, by which it writes times
 * @throws ActionError where there is none, one has restarted lately, or they do not run the same images
 */
async function awaitSteady(ref, look, now, signal) {
    for (;;) {
        const pods = await look();
        if (pods.length === 0)
            throw new UnprovenError(`${(0,kubernetes_kinds/* label */.Pf)(ref)} has no pods, so nothing shows that it works.`);
        const restarted = pods.flatMap((pod) => restartOf(pod, now()) ?? []);
        if (restarted[0])
            throw new runner_errors/* ActionError */.lZ(`${(0,kubernetes_kinds/* label */.Pf)(ref)} is not steady: ${restarted[0]}.`);
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
            throw new runner_errors/* ActionError */.lZ(`The pods of ${(0,kubernetes_kinds/* label */.Pf)(ref)} run different images in the container ${name}: ${digests[name]} and ${digest}; a tag was moved while they started.`);
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
async function awaitGood(world, { workload }, health) {
    const { client, namespace } = world;
    const { kind, spec, metadata } = workload;
    const ref = (0,kubernetes_kinds/* refOf */.H8)(workload);
    if (spec.paused || spec.updateStrategy?.type === 'OnDelete') {
        const why = spec.paused ? 'its rollout is paused' : 'its update strategy is OnDelete';
        throw new UnprovenError(`${(0,kubernetes_kinds/* label */.Pf)(ref)} cannot be marked good: ${why}, so it is unknown what its pods will be.`);
    }
    const annotations = (0,marks/* withoutCopiedMarks */.vO)(workload);
    if (Object.keys(annotations).length > 0) {
        const path = (0,kubernetes_kinds/* workloadPath */.jC)(namespace.name, kind, metadata.name);
        namespace.put(await client.patch(path, kubernetes_client/* PATCH */.D.merge, { metadata: { annotations } }));
    }
    const look = () => (0,rollout/* awaitRollout */.mB)(world, { ...ref, uid: metadata.uid });
    const pods = await awaitSteady(ref, look, () => client.now, client.signal);
    await (0,service_health/* verifyHealth */.g)(client, ref, pods, health);
    return pods;
}
/**
 * Marks the present revision of a workload that is rolled out as good: keeps copies of the configuration that it
 * refers to, then writes the mark. Copies of good revisions beyond the newest `keep` go.
 */
async function markGood({ client, namespace }, { workload }, { run, keep, pods }) {
    const ref = (0,kubernetes_kinds/* refOf */.H8)(workload);
    const fresh = namespace.workload(ref.kind, workload.metadata.uid) ?? workload;
    const history = namespace.history(fresh);
    const revision = (0,service_history/* currentRevision */.h7)(fresh, history);
    if (!revision)
        throw new runner_errors/* ActionError */.lZ(`${(0,kubernetes_kinds/* label */.Pf)(ref)} is rolled out, but its revision is not in its history.`);
    const { object, template, number } = revision;
    const images = { ...(0,service_history/* imagesOf */.IC)(template), ...runningDigests(ref, pods) };
    const config = await (0,copies/* keepCopies */.HV)(client, object, (0,copies/* configRefs */.z$)(template));
    const at = new Date().toISOString();
    const mark = { revision: object.metadata.uid, at, run, images, config };
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
// EXTERNAL MODULE: ./build/service/prepare.js + 2 modules
var prepare = __webpack_require__(17632);
// EXTERNAL MODULE: ./build/service/vitals.js
var vitals = __webpack_require__(84005);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
// EXTERNAL MODULE: ./build/systems/kubernetes/select.js
var kubernetes_select = __webpack_require__(3872);
;// CONCATENATED MODULE: ./build/actions/mark-good.js
















const inputs = {
    ...connect/* connectionInputs */.eu,
    workloads: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    selector: dist/* optional */.lqM((0,values/* text */.Qq)()),
    keep: dist/* optional */.lqM((0,values/* integer */.nd)(1), '5'),
    health: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
};
/** The share of the time that is left for marking what works, when something else does not. */
const RESERVE = 0.2;
/** Marks what runs now as good, so that a later rollback knows where to go. */
const mark_good_action = (0,action/* defineAction */.Q)({ name: 'mark-good', inputs, changes: false, main });
async function main(inputs, context) {
    const selection = (0,kubernetes_select/* parseSelection */.gO)(inputs.workloads, inputs.selector, []);
    const health = inputs.health.map(service_health/* parseHealth */.kw);
    const { client, namespace: name } = (0,connect/* connect */.Ng)(inputs, context);
    try {
        const kinds = (0,kubernetes_select/* kindsOf */.tG)(selection);
        await (0,access/* requirePermissions */.A)(client, name, (0,permissions/* toObserve */.Af)(kinds));
        const namespace = await service_namespace/* Namespace */.g.watch(client, name, kinds, context.log);
        const workloads = (await (0,prepare/* select */.Lt)(client, namespace, selection)).flat();
        const meant = workloads.map(({ workload }) => (0,kubernetes_kinds/* refOf */.H8)(workload));
        if (!context.dryRun)
            await (0,access/* requirePermissions */.A)(client, name, (0,permissions/* toMarkGood */.eQ)(meant, health));
        const memory = workloads.map(({ workload }) => (0,vitals/* memoryOf */.zE)({ workload, history: namespace.history(workload) }));
        for (const warning of (0,vitals/* warningsOf */.nZ)(memory))
            context.log.warn(warning);
        if (context.dryRun) {
            const labels = workloads.map(({ workload }) => (0,kubernetes_kinds/* label */.Pf)((0,kubernetes_kinds/* refOf */.H8)(workload)));
            return {
                result: 'planned',
                message: `Planned: ${labels.join(', ')} would be marked good; nothing was changed.`,
            };
        }
        const late = (0,deadline/* startTimer */.Ip)(Math.max(1, context.timeout - RESERVE * context.timeout));
        const patient = client.withSignal(AbortSignal.any([client.signal, late.signal]));
        const world = { client: patient, namespace, log: context.log };
        // All are looked at first: where the deploy has broken one, no configuration of it is kept as good.
        const looks = await Promise.all(workloads.map((item) => awaitGood(world, item, (0,service_health/* checksOf */.tg)((0,kubernetes_kinds/* refOf */.H8)(item.workload), health)).then((pods) => ({ item, pods }), (error) => ({ workload: item.workload, error }))));
        late.stop();
        patient.close();
        client.signal.throwIfAborted();
        const good = looks.filter((look) => 'pods' in look);
        const bad = looks.filter((look) => 'error' in look);
        const broken = brokenByDeploy(namespace, good.map(({ item }) => item.workload), bad);
        if (broken[0])
            return notMarked(broken, workloads.length, context);
        const settled = await Promise.allSettled(good.map(({ item, pods }) => markGood({ client, namespace }, item, { run: context.run, keep: inputs.keep, pods })));
        const marked = settled.filter((item) => item.status === 'fulfilled').map((item) => item.value);
        for (const item of marked)
            tell(item, (0,connect/* placeIn */.VV)({ client, namespace: name }), context);
        return outcomeOf([...failuresOf(settled), ...bad.map(({ error }) => error)], marked, context);
    }
    finally {
        client.close();
    }
}
const failuresOf = (settled) => settled.filter((item) => item.status === 'rejected').map((item) => item.reason);
function tell(item, where, { log, record }) {
    const kept = Object.keys(item.config).length;
    log.info(`✓ ${(0,kubernetes_kinds/* label */.Pf)(item)}: revision ${item.revision} is marked good, with ${kept} ConfigMaps and Secrets kept`);
    if (item.isLost)
        log.warn(`${(0,kubernetes_kinds/* label */.Pf)(item)}: its \`revisionHistoryLimit\` lets the next deploys delete the revision that is marked now, and its template is too large to be kept beside it; set the limit to 3 or more.`);
    const to = Object.values(item.images).join(' ');
    record({ ...(0,component/* workloadSubject */.Ws)(item, where), step: 'mark good', status: 'done', to, evidence: item });
}
function notMarked(broken, all, { log }) {
    for (const { error } of broken)
        log.group((0,runner_errors/* messageOf */.bD)(error), error instanceof runner_errors/* ActionError */.lZ ? error.details : [error.stack ?? '']);
    const others = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
    const message = `Not marked good: ${all} of ${all} workloads; ${(0,runner_errors/* messageOf */.bD)(broken[0]?.error)}${others}`;
    return { result: 'failed', message, outputs: { workloads: [] } };
}
/** Marking is bookkeeping: what works is marked, and of the rest it is said why it is not. */
function outcomeOf(errors, marked, { log }) {
    const all = errors.length + marked.length;
    const outputs = { workloads: marked };
    for (const error of errors) {
        const details = error instanceof runner_errors/* ActionError */.lZ ? error.details : [error.stack ?? ''];
        if (details.length > 0)
            log.group((0,runner_errors/* messageOf */.bD)(error), details);
    }
    if (marked.length === 0) {
        const message = `Not marked good: ${all} of ${all} workloads; ${(0,runner_errors/* messageOf */.bD)(errors[0])}`;
        return { result: 'failed', message, outputs };
    }
    for (const error of errors)
        log.warn(`Not marked good: ${(0,runner_errors/* messageOf */.bD)(error)}`);
    const rest = errors.length > 0 ? `; ${errors.length} not, because they are not known to work` : '';
    return { result: 'done', message: `Marked good: ${marked.length} of ${all} workloads${rest}.`, outputs };
}


/***/ }),

/***/ 15379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UC: () => (/* binding */ ACTION_STEP),
  Lx: () => (/* binding */ MEANINGS),
  I: () => (/* binding */ kindOf),
  Pr: () => (/* binding */ meaningOf),
  rQ: () => (/* binding */ meaningOfAction),
  cr: () => (/* binding */ provenBy),
  rl: () => (/* binding */ verbOf)
});

// UNUSED EXPORTS: ACTIONS, EVENTS

;// CONCATENATED MODULE: ./build/record/places.js
/** The first word of a component's name, and the kind of thing that it is. */
const KINDS = {
    deployment: 'workload',
    statefulset: 'workload',
    daemonset: 'workload',
    ConfigMap: 'configuration',
    Secret: 'configuration',
    database: 'database',
    terraform: 'terraform',
    resource: 'resource',
    cache: 'cache',
    dns: 'dns',
    assess: 'assess',
    notify: 'notify',
    report: 'report',
    drill: 'drill',
    'smoke-test': 'smoke-test',
    consent: 'consent',
    decision: 'decision',
    attempt: 'attempt',
};

;// CONCATENATED MODULE: ./build/record/catalogue.js
/**
 * Every event that can stand in the record, and what each means. All that is told of a rollback derives from this:
 * story, report, messages, history, checklist, live progress and the drill's score.
 */

/** What it can mean that an event happened. Only `restores` puts something back. */
const MEANINGS = [
    /** Looked at something and changed nothing. */
    'looks',
    /** Made something ready that changes nothing for users yet. */
    'prepares',
    /** Took users away from what is about to be changed. */
    'holds traffic',
    /** Put something where it was. */
    'restores',
    /** Gave users back. */
    'resumes traffic',
    /** Checked that what was put back is as it should be. */
    'verifies',
    /** Removed what was left over. */
    'cleans up',
    /** Wrote down that a revision is good. */
    'marks',
    /** Somebody agreed to go on in spite of a refusal. */
    'consents',
    /** Told people, or accounted for what was done. */
    'notifies',
    /** Judged whether something has to go back. */
    'decides',
    /** Broke something on purpose, or looked at what became of it. */
    'drills',
    /** Ran the other actions. */
    'encloses',
];
const catalogue_event = (means, rest = {}) => ({ means, ...rest });
const delivery = catalogue_event('notifies');
/** A phase of a database says what it found as it likes. */
const phase = catalogue_event;
/**
 * The steps of each kind of component. A step whose name ends with ` …` says after it to what it is done: the record of
 * a DNS name, the keys of a cache.
 */
const EVENTS = {
    workload: {
        'roll back': catalogue_event('restores'),
        // At zero replicas: nothing runs before whoever resumes traffic proves it.
        'switch template': catalogue_event('restores', { provenBy: 'roll back' }),
        'health check': catalogue_event('verifies'),
        'mark good': catalogue_event('marks'),
    },
    configuration: {
        'put configuration back': catalogue_event('restores'),
    },
    database: {
        fetch: phase('prepares'),
        'restore cluster': phase('prepares'),
        recover: phase('prepares'),
        dump: phase('prepares'),
        'drop unfinished': phase('prepares'),
        'create side database': phase('prepares'),
        restore: phase('prepares'),
        'data loss': phase('looks'),
        'safety dump': phase('prepares'),
        'hold traffic': phase('holds traffic'),
        switch: catalogue_event('restores'),
        repair: catalogue_event('restores'),
        'undo repair': catalogue_event('restores'),
        'restore in place': catalogue_event('restores'),
        verify: phase('verifies'),
        'resume traffic': phase('resumes traffic'),
        'drop older': phase('cleans up'),
        clean: phase('cleans up'),
        capture: phase('looks'),
        compare: phase('looks'),
        analyze: phase('looks'),
    },
    terraform: {
        'roll back': catalogue_event('restores'),
    },
    resource: {
        apply: catalogue_event('restores'),
    },
    cache: {
        'clear …': catalogue_event('restores'),
        'raise …': catalogue_event('restores'),
    },
    dns: {
        'switch …': catalogue_event('restores'),
    },
    assess: {
        look: catalogue_event('decides'),
        // `until` is RFC 3339; done where it has helped.
        'quick fix': catalogue_event('decides'),
    },
    'smoke-test': { 'run …': catalogue_event('looks') },
    notify: {
        slack: delivery,
        'slack-webhook': delivery,
        pagerduty: delivery,
        email: delivery,
        teams: delivery,
        webhook: delivery,
        'github-comment': delivery,
        'github-deployment': delivery,
    },
    report: {
        issue: catalogue_event('notifies'),
    },
    consent: {
        'accept …': catalogue_event('consents'),
    },
    // An earlier attempt has died on another runner: since when it was at work (RFC 3339).
    attempt: { 'take over': catalogue_event('looks') },
    // A decision that is a person's: asked for, reminded of, over, settled by itself, or taken.
    decision: {
        ask: catalogue_event('notifies'),
        remind: catalogue_event('notifies'),
        'time over': catalogue_event('notifies'),
        settle: catalogue_event('notifies'),
        answer: catalogue_event('consents'),
    },
    drill: {
        steady: catalogue_event('drills'),
        plan: catalogue_event('drills'),
        inject: catalogue_event('drills'),
        detect: catalogue_event('drills'),
        decide: catalogue_event('drills'),
        'roll back': catalogue_event('drills'),
        verify: catalogue_event('drills'),
        'clean up': catalogue_event('drills'),
        'steady again': catalogue_event('drills'),
    },
};
/** What the run of each action means; its parts say what it did. */
const ACTIONS = {
    rollback: 'encloses',
    'rollback-service': 'restores',
    'rollback-db': 'restores',
    'rollback-infra': 'restores',
    'clear-cache': 'restores',
    'switch-dns': 'restores',
    'verify-integrity': 'verifies',
    'smoke-test': 'verifies',
    assess: 'decides',
    notify: 'notifies',
    report: 'notifies',
    'mark-good': 'marks',
    drill: 'drills',
    init: 'looks',
    check: 'looks',
    status: 'looks',
    remind: 'notifies',
};
/** The step that an action's own start and end are recorded as; the component is then the action's name. */
const ACTION_STEP = 'action';
/** What kind of thing a component is, by its name; undefined where it is none that the record knows. */
function kindOf(component) {
    const [word = ''] = component.split('/');
    return Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
}
/** What it means that this happened; undefined where the catalogue does not have it. */
const meaningOf = (what) => what.step === ACTION_STEP ? meaningOfAction(what.component) : entryOf(what)?.means;
/** What a run of an action means, by its name. */
const meaningOfAction = (name) => Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
/** The step that has to follow a restoring one before users are served again. */
const provenBy = (what) => entryOf(what)?.provenBy;
/** The part of a step that the catalogue knows it by: all of it, or what stands before what it is done to. */
const verbOf = ({ component, step }) => Object.hasOwn(stepsOf(component), step) ? step : (step.split(' ', 1)[0] ?? '');
function entryOf({ component, step }) {
    const steps = stepsOf(component);
    const open = `${step.split(' ', 1)[0]} …`;
    return [step, open].filter((key) => Object.hasOwn(steps, key)).map((key) => steps[key])[0];
}
function stepsOf(component) {
    const kind = kindOf(component);
    return kind ? EVENTS[kind] : {};
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
const workloadSubject = ({ kind, name }, where) => ({
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

/***/ 93103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ newest),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/**
 * What an event's evidence says under a name (`data-loss`, `severity` …), else what the outputs say that an action
 * left as its evidence. Undefined where neither does.
 */
function lookUp({ evidence }, name) {
    return property(evidence, name) ?? property(property(evidence, 'outputs'), name);
}
/** The newest event that says something under that name. */
function newest(events, name) {
    const event = events.findLast((each) => lookUp(each, name) !== undefined);
    return event && { event, value: lookUp(event, name) };
}
/** A text that is not empty, else undefined. */
const textOf = (value) => typeof value === 'string' && value !== '' ? value : undefined;
/** A number, also one that an output has as text, else undefined. */
function numberOf(value) {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
const property = (value, name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value[name] ?? undefined)
    : undefined;


/***/ }),

/***/ 87688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ attemptsOf),
/* harmony export */   _: () => (/* binding */ incidentIn),
/* harmony export */   w8: () => (/* binding */ incidentOf)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93103);


/**
 * What a rollback is resolved and updated under. Where its id is the workflow run's and the attempt's, it is the run's
 * alone: whoever re-runs jobs goes on with the same incident.
 *
 * @param run the workflow run, the same for every attempt
 */
const incidentOf = (id, run) => run !== undefined && id.startsWith(`${run}-`) && /^\d+$/.test(id.slice(run.length + 1)) ? run : id;
/** The ids of a record that are attempts of the same incident as one of them, itself included. */
function attemptsOf(record, id) {
    const incident = incidentOf(id, runOf(record, id));
    if (incident === id)
        return new Set([id]);
    const ids = [...new Set(record.map((event) => event.id))];
    return new Set([id, ...ids.filter((each) => incidentOf(each, runOf(record, each)) === incident)]);
}
/** The same of a rollback of a record. */
const incidentIn = (record, id) => incidentOf(id, runOf(record, id));
/** The workflow run that an action of a rollback says it is in. */
function runOf(record, id) {
    const started = record.find((event) => event.id === id && event.step === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .UC && (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUp */ .TE)(event, 'run')) !== undefined);
    return started && /\/runs\/(\d+)(?:\/|$)/.exec((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUp */ .TE)(started, 'run')) ?? '')?.[1];
}


/***/ }),

/***/ 36742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k9: () => (/* binding */ LATEST_INSTANT),
/* harmony export */   uZ: () => (/* binding */ isInstant)
/* harmony export */ });
/* unused harmony export EARLIEST_INSTANT */
/**
 * Times that others have written are reckoned with: of one that lies in no age that anybody lives in, not even a date can be made.
 * Milliseconds since 1970.
 */
const EARLIEST_INSTANT = Date.UTC(2000);
const LATEST_INSTANT = Date.UTC(2200);
/** Whether a text is a time, and of such an age. */
const isInstant = (text) => {
    const at = Date.parse(text);
    return at >= EARLIEST_INSTANT && at < LATEST_INSTANT;
};


/***/ }),

/***/ 94818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ asSentence),
/* harmony export */   eI: () => (/* binding */ asClause),
/* harmony export */   eZ: () => (/* binding */ namesOf)
/* harmony export */ });
/** A text of others as a sentence: with one full stop at its end, whether it had one or not. */
function asSentence(text) {
    const trimmed = text.trimEnd();
    return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
/** A text of others as a part of a sentence: without the full stop at its end. */
function asClause(text) {
    return text.trimEnd().replace(/\.$/, '');
}
/** `a, b and 3 more`: the first `most` of some names, and how many more there are. */
function namesOf(names, most) {
    const more = names.length - most;
    return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}


/***/ })

};

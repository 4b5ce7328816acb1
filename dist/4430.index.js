export const id = 4430;
export const ids = [4430];
export const modules = {

/***/ 5685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ LATEST_INSTANT),
/* harmony export */   u: () => (/* binding */ isInstant)
/* harmony export */ });
/** Untrusted times are computed with: one that is too far away cannot even become a date. Milliseconds since 1970. */
const EARLIEST_INSTANT = Date.UTC(2000);
const LATEST_INSTANT = Date.UTC(2200);
/** Whether a text is a time, and of such an age. */
const isInstant = (text) => {
    const at = Date.parse(text);
    return at >= EARLIEST_INSTANT && at < LATEST_INSTANT;
};


/***/ }),

/***/ 2609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ timeLimit)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/**
 * A signal that ends what does not end by itself. Unlike that of `AbortSignal.timeout`, its reason is a sentence for people.
 *
 * @param failed what has not happened by then: `PostgreSQL did not answer`
 */
function timeLimit(milliseconds, failed) {
    const controller = new AbortController();
    const late = () => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${failed} within ${milliseconds / 1000} s.`));
    // As with `AbortSignal.timeout`, nobody waits for it to pass.
    setTimeout(late, milliseconds).unref();
    return controller.signal;
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
    rollout: 'workload',
    ConfigMap: 'configuration',
    Secret: 'configuration',
    owner: 'owner',
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
    /** Consent to go on in spite of a refusal. */
    'consents',
    /** Told people, or accounted for what was done. */
    'notifies',
    /** Judged whether something has to go back. */
    'decides',
    /** Paused an owner, had it go back, or handed workloads back to it. */
    'asks the owner',
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
        // At zero replicas: nothing runs before the step that resumes traffic proves it.
        'switch template': catalogue_event('restores', { provenBy: 'roll back' }),
        'health check': catalogue_event('verifies'),
        'mark good': catalogue_event('marks'),
    },
    configuration: {
        'put configuration back': catalogue_event('restores'),
    },
    owner: {
        'go back …': catalogue_event('asks the owner'),
        'pin …': catalogue_event('asks the owner'),
        'make last …': catalogue_event('asks the owner'),
        'find paused …': catalogue_event('looks'),
        'hand back …': catalogue_event('asks the owner'),
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
        // Some of a repair's rows, which say nothing of the others.
        'repair batch': phase('prepares'),
        'undo repair': catalogue_event('restores'),
        'migrate down': catalogue_event('restores'),
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
    resource: { apply: catalogue_event('restores') },
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
    'hand-back': 'asks the owner',
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
function verbOf(what) {
    const key = keyOf(what);
    return key === undefined ? (what.step.split(' ', 1)[0] ?? '') : key.replace(/ …$/, '');
}
function entryOf(what) {
    const key = keyOf(what);
    return key === undefined ? undefined : stepsOf(what.component)[key];
}
/** The step of the catalogue that this is: itself, or one that says after its words to what it is done. */
function keyOf({ component, step }) {
    const steps = stepsOf(component);
    if (Object.hasOwn(steps, step))
        return step;
    return Object.keys(steps).find((key) => key.endsWith(' …') && step.startsWith(key.slice(0, -1)));
}
function stepsOf(component) {
    const kind = kindOf(component);
    return kind ? EVENTS[kind] : {};
}


/***/ }),

/***/ 93103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ newest),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   al: () => (/* binding */ nonEmptyText),
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
const nonEmptyText = (value) => typeof value === 'string' && value !== '' ? value : undefined;
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
 * The key under which a rollback is updated and resolved. Where its id is the workflow run's and the attempt's, it is the run's
 * alone: a re-run of jobs continues the same incident.
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
    const started = record.find((event) => event.id === id && event.step === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .UC && (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUp */ .TE)(event, 'run')) !== undefined);
    return started && /\/runs\/(\d+)(?:\/|$)/.exec((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUp */ .TE)(started, 'run')) ?? '')?.[1];
}


/***/ }),

/***/ 37003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ LateCommandError),
/* harmony export */   z8: () => (/* binding */ execWithin)
/* harmony export */ });
/* unused harmony export END */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41808);



/** A command in a pod that had its time. */
class LateCommandError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
}
/**
 * Ends a command that was started before, and what it has started: a process outlives the connection that it was started
 * by. Such a process has no parent in its container, and its command line says which one it is; the arguments come as
 * arguments and are not read by the shell. All of them are known before the first one gets its signal, since what has lost
 * its parent is found no more, and what has lost its child may be over by itself. What stays after two seconds is killed.
 * "ended" is said of what is gone.
 */
const END = `
parent() { sed -n 's/^PPid:[[:space:]]*//p' "/proc/$1/status" 2>/dev/null; }
tree() {
  echo "$1"
  for found in /proc/[0-9]*/status; do
    child=\${found#/proc/}; child=\${child%/status}
    if [ "$(parent "$child")" = "$1" ]; then tree "$child"; fi
  done
}
end() {
  all=$(tree "$1")
  kill $all 2>/dev/null
  for second in 1 2; do if kill -0 "$1" 2>/dev/null; then sleep 1; fi; done
  kill -KILL $all 2>/dev/null && sleep 1
  if ! kill -0 "$1" 2>/dev/null; then echo ended; fi
}
wanted=$(printf '%s\\n' "$@")
for status in /proc/[0-9]*/status; do
  pid=\${status#/proc/}; pid=\${pid%/status}
  if [ "$pid" = 1 ] || [ "$pid" = $$ ] || [ "$(parent "$pid")" != 0 ]; then continue; fi
  if [ "$(tr '\\0' '\\n' < "/proc/$pid/cmdline" 2>/dev/null)" = "$wanted" ]; then end "$pid"; fi
done`;
/**
 * Runs a command in a pod's default container for so many milliseconds at most, and then ends it where the image has a
 * shell to do that with.
 *
 * @throws LateCommandError that says whether it may still run
 */
async function execWithin(client, pod, argv, withinMs) {
    const late = AbortSignal.timeout(withinMs);
    const bound = client.withSignal(AbortSignal.any([client.signal, late]));
    try {
        return await (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .execInPod */ .YE)(bound, pod, argv);
    }
    catch (error) {
        client.signal.throwIfAborted();
        if (!late.aborted)
            throw error;
        const rest = (await endCommand(client, pod, argv))
            ? 'and was ended'
            : `and may still run in pod ${pod.metadata.name}`;
        throw new LateCommandError(`"${argv.join(' ')}" did not end within ${withinMs / 1000} s ${rest}`);
    }
    finally {
        bound.close();
    }
}
async function endCommand(client, pod, argv) {
    const bound = client.withSignal(AbortSignal.any([client.signal, AbortSignal.timeout(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.COMMAND_END_MS)]));
    try {
        const { output } = await (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .execInPod */ .YE)(bound, pod, ['sh', '-c', END, 'sh', ...argv]);
        return output.includes('ended');
    }
    catch {
        // Without a shell in the image, or with the pod gone, it is unknown, and said to be.
        return false;
    }
    finally {
        bound.close();
    }
}


/***/ }),

/***/ 64908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F6: () => (/* binding */ giveLeaseBack),
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   Vx: () => (/* binding */ lockOf),
/* harmony export */   bP: () => (/* binding */ toHoldLease),
/* harmony export */   pS: () => (/* binding */ withLease)
/* harmony export */ });
/* unused harmony exports leaseName, acquireLease, releaseLease */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_time_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2609);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
/* harmony import */ var _record_incident_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87688);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1807);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3090);







/** What the credentials need to hold a lock. */
const toHoldLease = {
    group: 'coordination.k8s.io',
    resource: 'leases',
    verbs: ['get', 'create', 'update', 'delete'],
};
/** How far ahead of ours the clock of another API server may be; a lock renewed later than that is not believed. */
const MOST_AHEAD_SECONDS = 10;
/**
 * Runs `work` while the lock is held, and releases it.
 *
 * @param work gets a signal that aborts when another run has taken the lock, and what else it may know and do of it
 * @throws ActionError naming the holder where another run has it
 */
async function withLease({ client, namespace }, name, holder, work) {
    const { rollbackId, run } = holder;
    const claim = { namespace, name, holder: rollbackId, incident: (0,_record_incident_js__WEBPACK_IMPORTED_MODULE_4__/* .incidentOf */ .w8)(rollbackId, run), run };
    await outliveDeadHolder(client, claim, holder.log);
    const lock = await acquireLease(client, claim);
    let isFree = false;
    const free = async () => {
        if (isFree)
            return;
        isFree = true;
        await lock.stop();
        await giveLeaseBack({ client, namespace }, name, holder);
    };
    try {
        return await work(lock.lost, { began: lock.began, free });
    }
    finally {
        await free();
    }
}
/** Gives a lock back if this holder has it, also after a deadline; where that fails, it expires by itself. */
async function giveLeaseBack({ client: given, namespace }, name, { rollbackId, log }) {
    const client = given.withSignal((0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .timeLimit */ .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.LEASE_RELEASE_MS, 'The API server did not answer'));
    try {
        await releaseLease(client, { namespace, name, holder: rollbackId });
    }
    catch (error) {
        log.warn(`The lock could not be released and expires by itself: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
    }
    finally {
        client.close();
    }
}
/**
 * Waits until the lock of a dead run expires. A live one renews it, which is seen within a third of its time.
 *
 * @throws ActionError naming the holder where it is alive, or has released the lock meanwhile: a person has to see what it did
 *   first
 */
async function outliveDeadHolder(client, claim, log) {
    const first = await client.find(pathOf(claim));
    let isLogged = false;
    for (let now = first; first && now && isHeldByOther(now, claim.holder, client.now);) {
        if (now.spec.renewTime !== first.spec.renewTime || now.spec.holderIdentity !== first.spec.holderIdentity)
            throw heldByOther(now);
        if (!isLogged)
            log.info(`Rollback ${now.spec.holderIdentity} has the lock (Lease ${claim.name} in ${claim.namespace}). Waiting to see whether it is alive; a lock that is not renewed expires ${secondsLeft(now, client.now)} s from now.`);
        isLogged = true;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.LEASE_POLL_MS, undefined, { signal: client.signal });
        now = await client.find(pathOf(claim));
        if (!now)
            throw heldByOther(first);
    }
    if (isLogged)
        log.warn(`Rollback ${first?.spec.holderIdentity} is dead: its lock was not renewed, and is taken over.`);
}
const pathOf = ({ namespace, name }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectPath */ .du)('/apis/coordination.k8s.io/v1', namespace, 'leases', name);
/** The name of the lock of an environment; where nothing is configured, of the namespace. */
const lockOf = ({ namespace }, environment) => leaseName(environment ?? namespace);
/** The holder of a lock now, and since when, RFC 3339; undefined where it is free. */
async function holderOf({ client, namespace }, name) {
    const lease = await client.find(pathOf({ namespace, name }));
    if (!lease || !isHeldByOther(lease, '', client.now))
        return undefined;
    const { holderIdentity = '', acquireTime = 'unknown' } = lease.spec;
    return { holder: holderIdentity, since: acquireTime };
}
/** A name that Kubernetes takes, made of any text. */
function leaseName(environment) {
    const name = `rollback-${environment.toLowerCase()}`.slice(0, 200).replace(/[^a-z0-9.]+/g, '-');
    return name.replace(/(?<!-)-*\.[.-]*/g, '.').replace(/(?<![.-])[.-]+$/, '');
}
/**
 * Takes the lock of an environment, so that two rollbacks of it never run at once, and keeps renewing it. A lock of the same
 * `holder` (an earlier attempt that died) or one that has expired is taken over.
 *
 * @throws ActionError naming the holder where another run has it
 */
async function acquireLease(client, claim) {
    const { holder, incident, run } = claim;
    const found = await client.find(pathOf(claim));
    const isOwn = found?.spec.holderIdentity !== undefined && (0,_record_incident_js__WEBPACK_IMPORTED_MODULE_4__/* .incidentOf */ .w8)(found.spec.holderIdentity, run) === incident;
    const began = isOwn ? found?.spec.acquireTime : undefined;
    if (found && isHeldByOther(found, holder, client.now))
        throw heldByOther(found);
    const now = timeOf(client);
    const spec = {
        holderIdentity: holder,
        leaseDurationSeconds: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.LEASE_SECONDS,
        // A third attempt counts from the first one too.
        acquireTime: began ?? now,
        renewTime: now,
    };
    if (!(await write(client, claim, found, spec)))
        return acquireLease(client, claim);
    const stop = new AbortController();
    const lost = new AbortController();
    // Renewing ends with the work, and not with the deadline: bringing things back may take longer.
    const renewing = renew(client.withSignal(stop.signal), claim, lost);
    return {
        lost: lost.signal,
        began,
        async stop() {
            stop.abort();
            await renewing;
        },
    };
}
/** Makes the lease, or takes over the one that was found. @returns whether it was done; else it has to be read again */
async function write(client, claim, found, spec) {
    const { namespace, name } = claim;
    try {
        if (found)
            await put(client, claim, { ...found, spec });
        else
            await client.request('POST', pathOf({ namespace }), {
                body: { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name, namespace }, spec },
            });
        return true;
    }
    catch (error) {
        const status = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ApiError */ .hD ? error.status : undefined;
        // Another run was faster, maybe also in releasing it, or this request was sent twice: the next read shows which.
        if (status === 409 || (status === 404 && found))
            return false;
        // A new lease is not asked for by name: what is not there is the namespace.
        if (status === 404)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`There is no namespace ${namespace} in this cluster; check \`namespace\`, and the context of the kubeconfig.`, { cause: error });
        throw error;
    }
}
/** Gives the lock back if `holder` has it; nothing happens where it hasn't. */
async function releaseLease(client, claim) {
    const found = await client.find(pathOf(claim));
    if (found?.spec.holderIdentity !== claim.holder)
        return;
    const { uid, resourceVersion } = found.metadata;
    try {
        await client.request('DELETE', pathOf(claim), { body: { preconditions: { uid, resourceVersion } } });
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ApiError */ .hD && (error.status === 404 || error.status === 409)))
            throw error;
    }
}
/** As a lease has it: with microseconds. */
const timeOf = (client) => client.now.toISOString().replace('Z', '000Z');
function isHeldByOther(lease, holder, now) {
    const { holderIdentity } = lease.spec;
    if (!holderIdentity || holderIdentity === holder)
        return false;
    const left = secondsLeft(lease, now);
    return left > 0 && left <= _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.LEASE_SECONDS + MOST_AHEAD_SECONDS;
}
/** Until a lock expires that is not renewed. Ours is the longest that is believed: otherwise any writer of the Lease could lock every run out. */
const secondsLeft = ({ spec }, now) => {
    const lasts = Math.min(spec.leaseDurationSeconds ?? _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.LEASE_SECONDS, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.LEASE_SECONDS);
    return Math.ceil((Date.parse(spec.renewTime ?? '') - now.getTime()) / 1000 + lasts);
};
function heldByOther({ metadata, spec }) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Rollback ${spec.holderIdentity} is already at work here since ${spec.acquireTime}; wait for it, or for its lock (Lease ${metadata.name} in ${metadata.namespace}) to expire ${Math.min(spec.leaseDurationSeconds ?? _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.LEASE_SECONDS, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.LEASE_SECONDS)} s after it died.`);
}
/** Renews until the client's signal aborts, which is how it ends. */
async function renew(client, claim, lost) {
    const { signal } = client;
    while (!signal.aborted) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)((_base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.LEASE_SECONDS * 1000) / 3, undefined, { signal, ref: false }).catch(() => { });
        if (signal.aborted)
            break;
        try {
            const lease = await client.find(pathOf(claim));
            if (lease?.spec.holderIdentity === claim.holder)
                await put(client, claim, { ...lease, spec: { ...lease.spec, renewTime: timeOf(client) } });
            else
                lost.abort(lostTo(lease, claim));
        }
        catch {
            // The next round renews what this one could not; the lock outlives two failures.
        }
    }
    client.close();
}
function lostTo(lease, { namespace, name }) {
    const other = lease ? `rollback ${lease.spec.holderIdentity} has it now` : 'it was deleted';
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The lock (Lease ${name} in ${namespace}) was lost: ${other}; see what that one did, then run this again.`);
}
const put = (client, claim, body) => client.request('PUT', pathOf(claim), { body });


/***/ }),

/***/ 41808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ defaultContainer),
/* harmony export */   EP: () => (/* binding */ lastLogLines),
/* harmony export */   HW: () => (/* binding */ podPath),
/* harmony export */   Xh: () => (/* binding */ eventsAbout),
/* harmony export */   YE: () => (/* binding */ execInPod),
/* harmony export */   dk: () => (/* binding */ openInPod),
/* harmony export */   q_: () => (/* binding */ getThroughProxy),
/* harmony export */   x$: () => (/* binding */ NotStartedError)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_foreign_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(61376);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
/* harmony import */ var _base_settled_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71501);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95282);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39668);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3090);








/** Bytes of the last lines of a log. */
const SHORT_LOG_BYTES = 1024 * 1024;
/** Signs of what the server says of how a command ended. */
const LONGEST_END = 8 * 1024;
/** Bytes of the end of what a command says. */
const OUTPUT_BYTES = 1024 * 1024;
const podPath = ({ metadata }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectPath */ .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__/* .CORE */ .M2, metadata.namespace, 'pods', metadata.name);
/** The last lines that a container wrote, of its last life where it has died; empty where there are none. */
async function lastLogLines(client, pod, container, lines) {
    for (const previous of ['true', 'false']) {
        try {
            const query = { container, tailLines: lines, previous };
            const response = await client.open('GET', `${podPath(pod)}/log`, { query: { ...query, limitBytes: SHORT_LOG_BYTES } }, _base_waits_js__WEBPACK_IMPORTED_MODULE_4__/* .WAITS */ .r.POD_LOG_SILENCE_MS);
            // Kubernetes is asked for no more, and what a server sends beyond that is not read.
            const { text: log } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__/* .textWithin */ .JY)(response, SHORT_LOG_BYTES);
            if (log.trim())
                return log.trimEnd().split('\n').slice(-lines).map(_base_foreign_js__WEBPACK_IMPORTED_MODULE_7__/* .cutLine */ .Hh);
        }
        catch (error) {
            client.signal.throwIfAborted();
            // A container that never ran has no log; a log that cannot be had must not hold up the failure that it explains.
            if (previous === 'false')
                return [`(no log: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)})`];
        }
    }
    return [];
}
/** What the cluster has said about an object, oldest first. */
async function eventsAbout(client, namespace, uid) {
    const { items } = await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectPath */ .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__/* .CORE */ .M2, namespace, 'events'), {
        fieldSelector: `involvedObject.uid=${uid}`,
    });
    return items.sort((a, b) => when(a).localeCompare(when(b)));
}
const when = (event) => event.lastTimestamp ?? event.eventTime ?? '';
/** One HTTP GET that the API server makes for us to a pod; a status that is not 2xx is an ApiError. `silence` in milliseconds. */
async function getThroughProxy(client, pod, target, silence) {
    const scheme = target.scheme === 'https' ? 'https:' : '';
    const { namespace, name } = pod.metadata;
    const at = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectPath */ .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__/* .CORE */ .M2, namespace, 'pods', name).slice(0, -name.length);
    const proxied = `${at}${scheme}${name}:${target.port}/proxy${target.path}`;
    (await client.open('GET', proxied, {}, silence)).resume();
}
/** The one that kubectl takes where none is named. */
const defaultContainer = ({ metadata, spec }) => metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? spec.containers[0]?.name ?? '';
/** Runs a command in a pod's default container, else its first. No shell is involved. */
async function execInPod(client, pod, argv) {
    const output = (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__/* .endOfText */ .YZ)(OUTPUT_BYTES);
    const { ended } = await openInPod(client, pod, argv, output.hear, null);
    const { exitCode, message } = await ended;
    return { exitCode, output: output.text().trim() || message };
}
/**
 * Starts a command in the same way and leaves it running: `hear` gets what it says, `stdin` is what it reads. `ended`
 * fails where the connection closes first, or the client's signal aborts.
 *
 * @throws an error with the server's words, or the signal's reason
 */
async function openInPod(client, pod, argv, hear, stdin) {
    const { Exec } = await __webpack_require__.e(/* import() */ 8149).then(__webpack_require__.bind(__webpack_require__, 98149));
    const sink = () => new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({
        write: (chunk, _encoding, done) => {
            hear(chunk);
            done();
        },
        // What comes after the end is not listened to.
    }).on('error', () => { });
    const { namespace, name } = pod.metadata;
    const { promise, resolve, reject } = Promise.withResolvers();
    const onStatus = (status) => resolve(status);
    const { signal } = client;
    const exec = new Exec(guarded(client.config));
    const container = defaultContainer(pod);
    const opening = exec.exec(namespace, name, container, [...argv], sink(), sink(), stdin, false, onStatus);
    const socket = await (0,_base_settled_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessAborted */ .Wh)(opening, signal).catch((event) => {
        // One that is opened later is of no use any more.
        opening.then((late) => late.close(), () => { });
        signal.throwIfAborted();
        throw new Error(event.message ?? 'the connection was refused');
    });
    const abort = () => {
        // A server that hangs does not answer this, so it is not waited for.
        socket.close();
        reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
    socket.onclose = () => {
        signal.removeEventListener('abort', abort);
        reject(new Error('the connection closed before the command ended'));
    };
    return { ended: promise.then(endOf), close: () => socket.close() };
}
const [STDOUT, STDERR, STATUS] = [1, 2, 3];
/** Whether a message is of the output or the end of a command: for others Exec throws, or ends this process' own output. */
const isOfCommand = (data) => Buffer.isBuffer(data) && [STDOUT, STDERR, STATUS].includes(data[0] ?? -1);
/** The kubeconfig for Exec, whose socket ends where the server says what Exec cannot read, and not this process. */
function guarded(config) {
    const finishRequest = (request, socket) => {
        const guard = (hear) => (message) => {
            try {
                if (isOfCommand(message.data))
                    hear(message);
            }
            catch {
                socket.terminate();
            }
        };
        Object.defineProperty(socket, 'onmessage', {
            set: (hear) => socket.addEventListener('message', guard(hear)),
        });
        request.end();
    };
    const guardedOptions = async (options) => {
        await config.applyToHTTPSOptions(options);
        Object.assign(options, { finishRequest });
    };
    return {
        getCurrentCluster: () => config.getCurrentCluster(),
        applyToHTTPSOptions: guardedOptions,
    };
}
/** A command that never ran: its program is not in the image, or the node could not start it. */
class NotStartedError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ {
}
/** @throws NotStartedError where no command has ended: only one that ran has an exit code (remotecommand.NonZeroExitCodeReason) */
function endOf({ status, message: text, details }) {
    const message = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .beginning */ .Ir)(String(text ?? ''), LONGEST_END);
    if (status === 'Success')
        return { exitCode: 0, message };
    const causes = Array.isArray(details?.causes) ? details.causes : [];
    const cause = causes.find((item) => item?.reason === 'ExitCode');
    if (cause?.message !== undefined)
        return { exitCode: Number(cause.message), message };
    // The runtime's own words come last: exec: "nope": executable file not found in $PATH: unknown.
    const words = /exec: "[^"]{0,500}": [^\n]{0,300}/.exec(message)?.[0] ?? message;
    throw new NotStartedError(`it could not be started: ${words.replace(/: unknown$/, '') || 'no reason is given'}`);
}


/***/ })

};

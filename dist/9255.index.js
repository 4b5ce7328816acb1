"use strict";
exports.id = 9255;
exports.ids = [9255];
exports.modules = {

  5685:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    k: () => (  LATEST_INSTANT),
    u: () => (  isInstant)
  });
const EARLIEST_INSTANT = Date.UTC(2000);
const LATEST_INSTANT = Date.UTC(2200);
const isInstant = (text) => {
    const at = Date.parse(text);
    return at >= EARLIEST_INSTANT && at < LATEST_INSTANT;
};


  }),

  2609:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    z: () => (  timeLimit)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

function timeLimit(milliseconds, failed) {
    const controller = new AbortController();
    const late = () => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${failed} within ${milliseconds / 1000} s.`));
    setTimeout(late, milliseconds).unref();
    return controller.signal;
}


  }),

  15379:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  UC: () => (  ACTION_STEP),
  Lx: () => (  MEANINGS),
  I: () => (  kindOf),
  Pr: () => (  meaningOf),
  rQ: () => (  meaningOfAction),
  cr: () => (  provenBy),
  rl: () => (  verbOf)
});


; 
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

; 

const MEANINGS = [
    'looks',
    'prepares',
    'holds traffic',
    'restores',
    'resumes traffic',
    'verifies',
    'cleans up',
    'marks',
    'consents',
    'notifies',
    'decides',
    'asks the owner',
    'drills',
    'encloses',
];
const catalogue_event = (means, rest = {}) => ({ means, ...rest });
const delivery = catalogue_event('notifies');
const phase = catalogue_event;
const EVENTS = {
    workload: {
        'roll back': catalogue_event('restores'),
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
    attempt: { 'take over': catalogue_event('looks') },
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
const ACTION_STEP = 'action';
function kindOf(component) {
    const [word = ''] = component.split('/');
    return Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
}
const meaningOf = (what) => what.step === ACTION_STEP ? meaningOfAction(what.component) : entryOf(what)?.means;
const meaningOfAction = (name) => Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
const provenBy = (what) => entryOf(what)?.provenBy;
function verbOf(what) {
    const key = keyOf(what);
    return key === undefined ? (what.step.split(' ', 1)[0] ?? '') : key.replace(/ …$/, '');
}
function entryOf(what) {
    const key = keyOf(what);
    return key === undefined ? undefined : stepsOf(what.component)[key];
}
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


  }),

  93103:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    BP: () => (  newest),
    TE: () => (  lookUp),
    al: () => (  nonEmptyText),
    rl: () => (  numberOf)
  });
function lookUp({ evidence }, name) {
    return property(evidence, name) ?? property(property(evidence, 'outputs'), name);
}
function newest(events, name) {
    const event = events.findLast((each) => lookUp(each, name) !== undefined);
    return event && { event, value: lookUp(event, name) };
}
const nonEmptyText = (value) => typeof value === 'string' && value !== '' ? value : undefined;
function numberOf(value) {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
const property = (value, name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value[name] ?? undefined)
    : undefined;


  }),

  87688:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Or: () => (  attemptsOf),
    _: () => (  incidentIn),
    w8: () => (  incidentOf)
  });
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);
  var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93103);


const incidentOf = (id, run) => run !== undefined && id.startsWith(`${run}-`) && /^\d+$/.test(id.slice(run.length + 1)) ? run : id;
function attemptsOf(record, id) {
    const incident = incidentOf(id, runOf(record, id));
    if (incident === id)
        return new Set([id]);
    const ids = [...new Set(record.map((event) => event.id))];
    return new Set([id, ...ids.filter((each) => incidentOf(each, runOf(record, each)) === incident)]);
}
const incidentIn = (record, id) => incidentOf(id, runOf(record, id));
function runOf(record, id) {
    const started = record.find((event) => event.id === id && event.step === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .UC && (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__  .TE)(event, 'run')) !== undefined);
    return started && /\/runs\/(\d+)(?:\/|$)/.exec((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__  .TE)(started, 'run')) ?? '')?.[1];
}


  }),

  64908:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    F6: () => (  giveLeaseBack),
    Kd: () => (  holderOf),
    Vx: () => (  lockOf),
    bP: () => (  toHoldLease),
    pS: () => (  withLease)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_time_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2609);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
  var _record_incident_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87688);
  var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1807);
  var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3090);







const toHoldLease = {
    group: 'coordination.k8s.io',
    resource: 'leases',
    verbs: ['get', 'create', 'update', 'delete'],
};
const MOST_AHEAD_SECONDS = 10;
async function withLease({ client, namespace }, name, holder, work) {
    const { rollbackId, run } = holder;
    const claim = { namespace, name, holder: rollbackId, incident: (0,_record_incident_js__WEBPACK_IMPORTED_MODULE_4__  .w8)(rollbackId, run), run };
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
async function giveLeaseBack({ client: given, namespace }, name, { rollbackId, log }) {
    const client = given.withSignal((0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_2__  .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.LEASE_RELEASE_MS, 'The API server did not answer'));
    try {
        await releaseLease(client, { namespace, name, holder: rollbackId });
    }
    catch (error) {
        log.warn(`The lock could not be released; if this run has it, it expires by itself: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)}`);
    }
    finally {
        client.close();
    }
}
async function outliveDeadHolder(client, claim, log) {
    const first = await client.find(pathOf(claim));
    let isLogged = false;
    for (let now = first; first && now && isHeldByOther(now, claim.holder, client.now);) {
        if (now.spec.renewTime !== first.spec.renewTime || now.spec.holderIdentity !== first.spec.holderIdentity)
            throw heldByOther(now);
        if (!isLogged)
            log.info(`Rollback ${now.spec.holderIdentity} has the lock (Lease ${claim.name} in ${claim.namespace}). Waiting to see whether it is alive; a lock that is not renewed expires ${secondsLeft(now, client.now)} s from now.`);
        isLogged = true;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.LEASE_POLL_MS, undefined, { signal: client.signal });
        now = await client.find(pathOf(claim));
        if (!now)
            throw heldByOther(first);
    }
    if (isLogged)
        log.warn(`Rollback ${first?.spec.holderIdentity} is dead: its lock was not renewed, and is taken over.`);
}
const pathOf = ({ namespace, name }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)('/apis/coordination.k8s.io/v1', namespace, 'leases', name);
const lockOf = ({ namespace }, environment) => leaseName(environment ?? namespace);
async function holderOf({ client, namespace }, name) {
    const lease = await client.find(pathOf({ namespace, name }));
    if (!lease || !isHeldByOther(lease, '', client.now))
        return undefined;
    const { holderIdentity = '', acquireTime = 'unknown' } = lease.spec;
    return { holder: holderIdentity, since: acquireTime };
}
function leaseName(environment) {
    const name = `rollback-${environment.toLowerCase()}`.slice(0, 200).replace(/[^a-z0-9.]+/g, '-');
    return name.replace(/(?<!-)-*\.[.-]*/g, '.').replace(/(?<![.-])[.-]+$/, '');
}
async function acquireLease(client, claim) {
    const { holder, incident, run } = claim;
    const found = await client.find(pathOf(claim));
    const isOwn = found?.spec.holderIdentity !== undefined && (0,_record_incident_js__WEBPACK_IMPORTED_MODULE_4__  .w8)(found.spec.holderIdentity, run) === incident;
    const began = isOwn ? found?.spec.acquireTime : undefined;
    if (found && isHeldByOther(found, holder, client.now))
        throw heldByOther(found);
    const now = timeOf(client);
    const spec = {
        holderIdentity: holder,
        leaseDurationSeconds: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.LEASE_SECONDS,
        acquireTime: began ?? now,
        renewTime: now,
    };
    if (!(await write(client, claim, found, spec)))
        return acquireLease(client, claim);
    const stop = new AbortController();
    const lost = new AbortController();
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
        const status = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__  .hD ? error.status : undefined;
        if (status === 409 || (status === 404 && found))
            return false;
        if (status === 404)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`There is no namespace ${namespace} in this cluster; check \`namespace\`, and the context of the kubeconfig.`, { cause: error });
        throw error;
    }
}
async function releaseLease(client, claim) {
    const found = await client.find(pathOf(claim));
    if (found?.spec.holderIdentity !== claim.holder)
        return;
    const { uid, resourceVersion } = found.metadata;
    try {
        await client.request('DELETE', pathOf(claim), { body: { preconditions: { uid, resourceVersion } } });
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__  .hD && (error.status === 404 || error.status === 409)))
            throw error;
    }
}
const timeOf = (client) => client.now.toISOString().replace('Z', '000Z');
function isHeldByOther(lease, holder, now) {
    const { holderIdentity } = lease.spec;
    if (!holderIdentity || holderIdentity === holder)
        return false;
    const left = secondsLeft(lease, now);
    return left > 0 && left <= _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.LEASE_SECONDS + MOST_AHEAD_SECONDS;
}
const secondsLeft = ({ spec }, now) => {
    const lasts = Math.min(spec.leaseDurationSeconds ?? _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.LEASE_SECONDS, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.LEASE_SECONDS);
    return Math.ceil((Date.parse(spec.renewTime ?? '') - now.getTime()) / 1000 + lasts);
};
function heldByOther({ metadata, spec }) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Rollback ${spec.holderIdentity} is already at work here since ${spec.acquireTime}; wait for it, or for its lock (Lease ${metadata.name} in ${metadata.namespace}) to expire ${Math.min(spec.leaseDurationSeconds ?? _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.LEASE_SECONDS, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.LEASE_SECONDS)} s after it died.`);
}
async function renew(client, claim, lost) {
    const { signal } = client;
    while (!signal.aborted) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)((_base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.LEASE_SECONDS * 1000) / 3, undefined, { signal, ref: false }).catch(() => { });
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
        }
    }
    client.close();
}
function lostTo(lease, { namespace, name }) {
    const other = lease ? `rollback ${lease.spec.holderIdentity} has it now` : 'it was deleted';
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`The lock (Lease ${name} in ${namespace}) was lost: ${other}; see what that one did, then run this again.`);
}
const put = (client, claim, body) => client.request('PUT', pathOf(claim), { body });


  }),

  85738:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CG: () => (  runningPods),
    EB: () => (  podsOf),
    Lf: () => (  podsWith),
    Rc: () => (  workloadOf),
    XA: () => (  toReach),
    i_: () => (  isReady),
    nM: () => (  selectorText)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
  var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



async function workloadOf(client, namespace, ref) {
    const workload = await client.find((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .jC)(namespace, ref.kind, ref.name));
    if (workload)
        return workload;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`There is no ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} in the namespace ${namespace}.`);
}
async function podsOf(client, namespace, ref) {
    const workload = await workloadOf(client, namespace, ref);
    const labelSelector = selectorText(workload.spec.selector);
    return (await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_2__  .M2, namespace, 'pods'), { labelSelector })).items;
}
async function podsWith(client, namespace, labelSelector) {
    return (await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_2__  .M2, namespace, 'pods'), { labelSelector })).items;
}
async function runningPods(client, namespace, ref) {
    const running = (await podsOf(client, namespace, ref)).filter(({ metadata, status }) => !metadata.deletionTimestamp && status?.phase === 'Running');
    if (running.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`No pod of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} runs in the namespace ${namespace}.`);
    return running.sort((a, b) => Number(isReady(b)) - Number(isReady(a)));
}
const isReady = ({ status }) => status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;
function selectorText({ matchLabels = {}, matchExpressions = [] }) {
    const equal = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
    const others = matchExpressions.map(({ key, operator, values = [] }) => {
        if (operator === 'Exists')
            return key;
        if (operator === 'DoesNotExist')
            return `!${key}`;
        return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
    });
    return [...equal, ...others].join(',');
}
function toReach(refs, means) {
    const plurals = [...new Set(refs.map(({ kind }) => _kinds_js__WEBPACK_IMPORTED_MODULE_1__  .EZ[kind].plural))];
    return [
        ...plurals.map((resource) => ({ group: 'apps', resource, verbs: ['get'] })),
        { group: '', resource: 'pods', verbs: ['list'] },
        { group: '', resource: means, verbs: means === 'pods/exec' ? ['create', 'get'] : ['get'] },
    ];
}


  })

};
;
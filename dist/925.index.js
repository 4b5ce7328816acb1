export const id = 925;
export const ids = [925];
export const modules = {

/***/ 7925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/runner/run.js + 5 modules
var run = __webpack_require__(6997);
// EXTERNAL MODULE: ./build/runner/values.js
var values = __webpack_require__(4885);
// EXTERNAL MODULE: ./build/service/health.js
var health = __webpack_require__(992);
// EXTERNAL MODULE: ./build/service/prepare.js + 5 modules
var prepare = __webpack_require__(1162);
// EXTERNAL MODULE: ./build/runner/markdown.js
var markdown = __webpack_require__(1134);
// EXTERNAL MODULE: ./build/service/kinds.js
var kinds = __webpack_require__(4899);
;// CONCATENATED MODULE: ./build/service/render.js


/** What a rollback is told to other steps as: the output `workloads`. */
function toOutput(results) {
    return results.map(({ step, outcome, seconds, message }) => ({
        kind: step.kind,
        name: step.name,
        from: step.from,
        to: step.to,
        outcome,
        seconds: Number(seconds.toFixed(1)),
        message,
    }));
}
/** The same for a plan that is not carried out. */
function planToOutput(steps) {
    return steps.map(({ kind, name, from, to, does, because }) => ({
        kind,
        name,
        from,
        to,
        does,
        message: because,
    }));
}
/** The job summary: the sentence first, then a line a workload, then when each was at work. */
function summaryOf(sentence, results) {
    const rows = results.map(({ step, outcome, seconds, message }) => [
        `${ICONS[outcome]} ${outcome}`,
        (0,markdown/* code */.aY)((0,kinds/* label */.Pf)(step)),
        arrow(step),
        `${seconds.toFixed(1)} s`,
        (0,markdown/* inert */.tJ)(message),
    ]);
    return [
        `## ${(0,markdown/* inert */.tJ)(sentence)}`,
        (0,markdown/* table */.tp)(['', 'Workload', 'From → to', 'Time', 'Why'], rows),
        timeline(results),
    ].join('\n\n');
}
/** The job summary of a dry run. */
function planSummary(sentence, steps) {
    const rows = steps.map((step) => [
        step.does,
        (0,markdown/* code */.aY)((0,kinds/* label */.Pf)(step)),
        arrow(step),
        (0,markdown/* inert */.tJ)([step.because, ...step.warnings].join('; ')),
    ]);
    return [`## ${(0,markdown/* inert */.tJ)(sentence)}`, (0,markdown/* table */.tp)(['Plan', 'Workload', 'From → to', 'Why'], rows)].join('\n\n');
}
const ICONS = {
    'rolled-back': '✅',
    'no-op': '⚪',
    failed: '❌',
    skipped: '⏭️',
    restored: '↩️',
};
function arrow({ from, to, does }) {
    return does === 'roll-back' ? `${version(from)} → ${version(to)}` : version(from);
}
function version({ revision, images }) {
    const all = Object.values(images).map(markdown/* code */.aY).join(' ');
    return revision === null ? all : `${revision} (${all})`;
}
/** A Mermaid gantt chart of the workloads that took time, in seconds since the start. */
function timeline(results) {
    const bars = results
        .filter(({ seconds }) => seconds > 0)
        .map(({ step, outcome, start, seconds }) => {
        const mark = outcome === 'failed' ? 'crit, ' : '';
        return `  ${(0,kinds/* label */.Pf)(step)} :${mark}${Math.round(start * 1000)}, ${Math.round(Math.max(start + seconds, start + 0.001) * 1000)}`;
    });
    if (bars.length === 0)
        return '';
    return [
        '```mermaid',
        'gantt',
        '  title Time since the start',
        '  dateFormat x',
        '  axisFormat %M:%S',
        ...bars,
        '```',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/service/rollback.js + 1 modules
var rollback = __webpack_require__(6176);
// EXTERNAL MODULE: ./build/service/select.js
var service_select = __webpack_require__(4690);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/service/state-file.js



/** Metadata that belongs to one life of an object and is refused or ignored when it is written back. */
const OF_THE_SERVER = [
    'uid',
    'resourceVersion',
    'generation',
    'creationTimestamp',
    'managedFields',
    'selfLink',
    'deletionTimestamp',
];
/**
 * Writes the manifests of all workloads of a plan, with the templates of their revisions, as one file that
 * `kubectl replace -f` and `kubectl apply -f` take. Secrets and ConfigMaps are not in it: what a rollback
 * replaces of them is kept in the cluster.
 */
function writeStateFile(path, steps, namespace) {
    const objects = steps.flatMap((step) => [
        step.workload,
        ...namespace.history(step.workload).map((revision) => revision.object),
    ]);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    // YAML 1.1, because that is what kubectl reads: it quotes the texts "on", "yes" and "1:30".
    const documents = objects.map((object) => (0,yaml_dist/* stringify */.As)(manifest(object), { version: '1.1', aliasDuplicateObjects: false }));
    (0,external_node_fs_.writeFileSync)(path, documents.join('---\n'));
}
function manifest(object) {
    const { status: _, metadata, ...rest } = object;
    const kept = Object.entries(metadata).filter(([key]) => !OF_THE_SERVER.includes(key));
    const { apiVersion, kind, ...body } = rest;
    return { apiVersion, kind, metadata: Object.fromEntries(kept), ...body };
}

// EXTERNAL MODULE: ./build/service/target.js
var target = __webpack_require__(2283);
// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(6);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var kubernetes_errors = __webpack_require__(1807);
;// CONCATENATED MODULE: ./build/systems/kubernetes/lease.js



/** Seconds after which a lock that nobody renews is free again, so that a dead runner can't hold it. */
const DURATION = 30;
const collection = (namespace) => `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`;
/** A name that Kubernetes takes, made of any text. */
function leaseName(environment) {
    const name = `rollback-${environment.toLowerCase()}`.slice(0, 200).replace(/[^a-z0-9.]+/g, '-');
    return name.replace(/-*\.[.-]*/g, '.').replace(/[.-]+$/, '');
}
/**
 * Takes the lock of an environment, so that two rollbacks of it never run at once, and keeps renewing it. A lock
 * of the same `holder` (an earlier attempt that died) or one that has expired is taken over.
 *
 * @throws ActionError naming the holder where somebody else has it
 */
async function acquireLease(client, namespace, name, holder) {
    const now = new Date().toISOString().replace('Z', '000Z');
    const spec = { holderIdentity: holder, leaseDurationSeconds: DURATION, acquireTime: now, renewTime: now };
    const found = await client.find(`${collection(namespace)}/${name}`);
    if (found && isHeldByOther(found, holder))
        throw heldByOther(found);
    const stop = new AbortController();
    try {
        if (found)
            await put(client, { ...found, spec });
        else
            await client.request('POST', collection(namespace), {
                body: { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name, namespace }, spec },
            });
    }
    catch (error) {
        // Somebody else was faster, or this request was answered twice: the next look tells which.
        if (error instanceof kubernetes_errors/* ApiError */.hD && error.status === 409)
            return acquireLease(client, namespace, name, holder);
        throw error;
    }
    const renewing = renew(client.withSignal(AbortSignal.any([stop.signal, client.signal])), namespace, name, holder);
    return async () => {
        stop.abort();
        await renewing;
    };
}
/** Gives the lock back if `holder` has it; nothing happens where it hasn't. */
async function releaseLease(client, namespace, name, holder) {
    const found = await client.find(`${collection(namespace)}/${name}`);
    if (found?.spec.holderIdentity !== holder)
        return;
    const { uid, resourceVersion } = found.metadata;
    try {
        await client.request('DELETE', `${collection(namespace)}/${name}`, {
            body: { preconditions: { uid, resourceVersion } },
        });
    }
    catch (error) {
        if (!(error instanceof kubernetes_errors/* ApiError */.hD && (error.status === 404 || error.status === 409)))
            throw error;
    }
}
function isHeldByOther({ spec }, holder) {
    if (!spec.holderIdentity || spec.holderIdentity === holder)
        return false;
    return Date.parse(spec.renewTime ?? '') + (spec.leaseDurationSeconds ?? DURATION) * 1000 > Date.now();
}
function heldByOther({ metadata, spec }) {
    return new errors/* ActionError */.lZ(`Rollback ${spec.holderIdentity} is already at work here since ${spec.acquireTime}; wait for it, or for its lock (Lease ${metadata.name} in ${metadata.namespace}) to expire ${spec.leaseDurationSeconds ?? DURATION} s after it died.`);
}
/** Renews until the client's signal aborts, which is how it ends. */
async function renew(client, namespace, name, holder) {
    const { signal } = client;
    while (!signal.aborted) {
        await (0,promises_.setTimeout)((DURATION * 1000) / 3, undefined, { signal, ref: false }).catch(() => { });
        if (signal.aborted)
            break;
        // The next round renews what this one could not; the lock outlives two failures.
        await renewOnce(client, namespace, name, holder).catch(() => { });
    }
    client.close();
}
async function renewOnce(client, namespace, name, holder) {
    const lease = await client.find(`${collection(namespace)}/${name}`);
    if (lease?.spec.holderIdentity !== holder)
        return;
    lease.spec.renewTime = new Date().toISOString().replace('Z', '000Z');
    await put(client, lease);
}
const put = (client, lease) => client.request('PUT', `${collection(lease.metadata.namespace)}/${lease.metadata.name}`, { body: lease });

;// CONCATENATED MODULE: ./build/actions/rollback-service.js















/** Seconds that giving the lock back may take when the action's own deadline has passed. */
const RELEASE_SECONDS = 5;
const inputs = {
    kubeconfig: dist/* optional */.lqM((0,values/* text */.Qq)()),
    context: dist/* optional */.lqM((0,values/* text */.Qq)()),
    namespace: dist/* optional */.lqM((0,values/* text */.Qq)()),
    workloads: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    selector: dist/* optional */.lqM((0,values/* text */.Qq)()),
    to: dist/* optional */.lqM((0,values/* text */.Qq)(), 'last-good'),
    order: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
    health: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
    maxParallel: dist/* optional */.lqM((0,values/* integer */.nd)(1), '100'),
    onFailure: dist/* optional */.lqM((0,values/* choice */.Yq)(['stop', 'continue', 'restore']), 'stop'),
    restoreConfig: dist/* optional */.lqM((0,values/* choice */.Yq)(['recorded', 'never']), 'recorded'),
    gitops: dist/* optional */.lqM((0,values/* choice */.Yq)(['refuse', 'ignore']), 'refuse'),
    stateFile: dist/* optional */.lqM((0,values/* text */.Qq)()),
};
/** Rolls workloads back and waits until they serve. */
const start = () => (0,run/* run */.e)({ name: 'rollback-service', inputs, changes: true, main, post });
async function main(inputs, context) {
    const request = requestOf(inputs, context);
    const connection = (0,connect/* connect */.N)(inputs, context);
    try {
        if (context.dryRun)
            return planned(await (0,prepare/* prepare */.iA)(connection.client, connection.namespace, request, true, context.log));
        const lock = lockOf(connection, context);
        context.requirePost();
        const stop = await acquireLease(connection.client, connection.namespace, lock, context.rollbackId);
        try {
            return await rollBack(connection, request, inputs, context);
        }
        finally {
            await stop();
            await release(connection, context);
        }
    }
    finally {
        connection.client.close();
    }
}
/** The job was cancelled or the action killed: give back the lock that it may have left. */
async function post(inputs, context) {
    const connection = (0,connect/* connect */.N)(inputs, context);
    await release(connection, context);
    connection.client.close();
}
function requestOf(inputs, { rollbackId, run }) {
    const { to, gitops, onFailure } = inputs;
    return {
        selection: (0,service_select/* parseSelection */.gO)(inputs.workloads, inputs.selector, inputs.order),
        wanted: { to: (0,target/* parseTo */.J)(to), rollback: { id: rollbackId, run, wanted: to }, gitops },
        health: inputs.health.map(health/* parseHealth */.kw),
        onFailure,
        restoresConfig: inputs.restoreConfig === 'recorded',
    };
}
async function rollBack({ client, namespace }, request, inputs, context) {
    const prepared = await (0,prepare/* prepare */.iA)(client, namespace, request, false, context.log);
    const stateFile = inputs.stateFile ?? (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-state-${namespace}.yaml`);
    writeStateFile(stateFile, prepared.groups.flat(), prepared.namespace);
    const results = await (0,rollback/* carryOut */.u)({
        ...prepared,
        client,
        log: context.log,
        record: context.record,
        health: request.health,
        maxParallel: inputs.maxParallel,
        onFailure: request.onFailure,
        rollback: { ...request.wanted.rollback, reason: context.reason },
        restores: prepared.configuration.restores,
    });
    return outcomeOf(results, stateFile);
}
function planned({ groups }) {
    const steps = groups.flat();
    const message = `Planned: ${steps.filter((step) => step.does === 'roll-back').length} of ${steps.length} workloads would be rolled back; nothing was changed.`;
    return {
        result: 'planned',
        message,
        outputs: { workloads: planToOutput(steps), failed: 0 },
        summary: planSummary(message, steps),
    };
}
function outcomeOf(results, stateFile) {
    const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
    const failed = results.filter((result) => result.outcome === 'failed');
    const result = failed.length > 0 ? 'failed' : count('rolled-back') > 0 ? 'done' : 'no-op';
    const message = {
        done: `Rolled back and serving: ${count('rolled-back')} of ${results.length} workloads${rest(count)}.`,
        'no-op': `Nothing to roll back: ${results.length} of ${results.length} workloads are where they should be${rest(count)}.`,
        failed: `Not rolled back: ${failed.length} of ${results.length} workloads; ${failed[0]?.message}`,
    }[result];
    const outputs = { workloads: toOutput(results), 'state-file': stateFile, failed: failed.length };
    return { result, message, outputs, summary: summaryOf(message, results) };
}
function rest(count) {
    return count('skipped') > 0 ? ` (${count('skipped')} without history were left as they are)` : '';
}
const lockOf = ({ namespace }, { environment }) => leaseName(environment ?? namespace);
async function release(connection, context) {
    const client = connection.client.withSignal(AbortSignal.timeout(RELEASE_SECONDS * 1000));
    try {
        await releaseLease(client, connection.namespace, lockOf(connection, context), context.rollbackId);
    }
    catch (error) {
        context.log.warn(`The lock could not be given back and expires by itself: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    finally {
        client.close();
    }
}


/***/ })

};

export const id = 461;
export const ids = [461];
export const modules = {

/***/ 28480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ rollback_service_action)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/record/component.js
var component = __webpack_require__(5491);
// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/values.js
var values = __webpack_require__(4885);
// EXTERNAL MODULE: ./build/record/incident.js
var incident = __webpack_require__(87688);
// EXTERNAL MODULE: ./build/systems/kubernetes/held.js
var held = __webpack_require__(18403);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/service/marks.js
var marks = __webpack_require__(94054);
;// CONCATENATED MODULE: ./build/service/execution.js





/** The mark of a revision as it was before this rollback: an earlier one may have left it as well. */
function markBefore(revision, id) {
    const mark = (0,marks/* rolledBackMark */.vr)(revision);
    return (0,marks/* rolledBackAnnotation */.pK)(mark && mark.id !== id ? mark : null);
}
/** Logs and records what happened to a workload. */
function reportResult(execution, result) {
    const { step, outcome, seconds, message, details } = result;
    const sign = outcome === 'failed' ? '✗' : '✓';
    const why = message === step.because ? '' : ` — ${message}`;
    execution.log.info(`${sign} ${(0,kinds/* label */.Pf)(step)}: ${outcome} in ${seconds.toFixed(1)} s${why}`);
    if (details.length > 0)
        execution.log.group(`${(0,kinds/* label */.Pf)(step)}: details`, details);
    const status = {
        'rolled-back': 'done',
        'no-op': 'no-op',
        failed: 'failed',
        skipped: 'skipped',
        restored: 'failed',
    }[outcome];
    // What is held at zero is not back before it serves again: whoever proves that ends this step.
    const did = (0,held/* isHeld */.i7)(step.workload) && outcome !== 'failed' ? 'switch template' : 'roll back';
    const earlier = status === 'no-op' ? earlierOf(execution, step) : undefined;
    execution.record({
        ...{ ...subjectOf(execution, step), step: did, status, ...fromTo(step), seconds, message },
        ...(earlier !== undefined && { evidence: { earlier } }),
    });
    return result;
}
/** When an attempt of this rollback put a workload back that is where it should be, where one did. */
function earlierOf({ rollback }, { workload, current }) {
    const last = (0,marks/* lastRollback */.Hp)(workload);
    const isOwn = last && (0,incident/* incidentOf */.w8)(last.id, last.run) === (0,incident/* incidentOf */.w8)(rollback.id, rollback.run);
    return isOwn && last.to === current?.object.metadata.uid ? last.at : undefined;
}
const subjectOf = ({ client, namespace }, step) => (0,component/* workloadSubject */.Ws)(step, { cluster: client.cluster, namespace: namespace.name });
const skipped = (step, message) => ({
    step,
    outcome: 'skipped',
    seconds: 0,
    start: 0,
    message,
    details: [],
});
const fromTo = ({ from, to }) => ({
    from: Object.values(from.images).join(' '),
    to: Object.values(to.images).join(' '),
});
const since = (begun) => (performance.now() - begun) / 1000;

// EXTERNAL MODULE: ./build/service/health.js
var health = __webpack_require__(50992);
// EXTERNAL MODULE: ./build/service/plan.js
var plan = __webpack_require__(26729);
// EXTERNAL MODULE: ./build/service/prepare.js + 2 modules
var prepare = __webpack_require__(17632);
// EXTERNAL MODULE: ./build/runner/markdown.js
var markdown = __webpack_require__(71134);
// EXTERNAL MODULE: ./build/runner/sentence.js
var sentence = __webpack_require__(94818);
;// CONCATENATED MODULE: ./build/service/render.js



/** How a rollback has ended, and the one sentence about it. */
function sentenceOf(results) {
    const all = results.length;
    const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
    const [failed] = results.filter(({ outcome }) => outcome === 'failed');
    const [skipped] = results.filter(({ outcome }) => outcome === 'skipped');
    if (failed)
        return {
            result: 'failed',
            message: `The rollback failed for ${count('failed')} of ${all} workloads; ${failed.message}`,
        };
    if (skipped && count('skipped') === all)
        return {
            result: 'failed',
            message: `Nothing could be rolled back: all ${all} workloads were skipped; ${(0,kinds/* label */.Pf)(skipped.step)}: ${(0,sentence/* asClause */.eI)(skipped.message)}; name a revision or an image with \`to\`.`,
        };
    const back = count('rolled-back');
    if (back === 0)
        return {
            result: 'no-op',
            message: `Nothing to roll back: ${count('no-op')} of ${all} workloads are where they should be${others([[count('skipped'), 'skipped']])}.`,
        };
    const idle = results.filter(({ isIdle, outcome }) => isIdle && outcome === 'rolled-back').length;
    const rest = others([
        [idle < back ? idle : 0, 'rolled back without pods that could show it works'],
        [count('no-op'), 'there already'],
        [count('skipped'), 'skipped'],
    ]);
    const message = idle === back
        ? `Rolled back: ${back} of ${all} workloads${rest}; they have no pods, so nothing shows that they work.`
        : `Rolled back and serving: ${back - idle} of ${all} workloads${rest}.`;
    return { result: 'done', message };
}
/** What became of the others: ` (2 there already, 1 skipped)`. */
function others(counts) {
    const told = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
    return told.length > 0 ? ` (${told.join(', ')})` : '';
}
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
function summaryOf(sentence, results, leftAsIs = []) {
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
        ...(leftAsIs.length > 0 ? [leftWords(leftAsIs)] : []),
    ].join('\n\n');
}
/** The job summary of a dry run. */
function planSummary(sentence, steps, leftAsIs = []) {
    const rows = steps.map((step) => [
        step.does,
        (0,markdown/* code */.aY)((0,kinds/* label */.Pf)(step)),
        arrow(step),
        (0,markdown/* inert */.tJ)([step.because, ...step.warnings].join('; ')),
    ]);
    return [
        `## ${(0,markdown/* inert */.tJ)(sentence)}`,
        (0,markdown/* table */.tp)(['Plan', 'Workload', 'From → to', 'Why'], rows),
        ...(leftAsIs.length > 0 ? [leftWords(leftAsIs)] : []),
    ].join('\n\n');
}
const leftWords = (lines) => `Left as it is: ${lines.map(markdown/* inert */.tJ).join('; ')}.`;
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

// EXTERNAL MODULE: ./build/service/restart.js
var service_restart = __webpack_require__(64183);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/service/configuration.js + 1 modules
var configuration = __webpack_require__(94313);
// EXTERNAL MODULE: ./build/service/digests.js
var digests = __webpack_require__(72801);
// EXTERNAL MODULE: ./build/service/hand-over.js
var hand_over = __webpack_require__(34962);
// EXTERNAL MODULE: ./build/service/history.js
var service_history = __webpack_require__(75648);
// EXTERNAL MODULE: ./build/service/patch.js
var patch = __webpack_require__(71510);
// EXTERNAL MODULE: ./build/service/reaction.js
var reaction = __webpack_require__(34865);
// EXTERNAL MODULE: ./build/runner/waits.js
var waits = __webpack_require__(39093);
// EXTERNAL MODULE: ./build/service/copies.js
var copies = __webpack_require__(19443);
// EXTERNAL MODULE: ./build/service/rollout.js + 1 modules
var rollout = __webpack_require__(8564);
;// CONCATENATED MODULE: ./build/service/restore.js














/** Brings the configuration and every workload that was changed back to what they were before. */
async function restoreAll(running, results) {
    const client = running.client.withSignal(AbortSignal.timeout(waits/* WAITS */.r.SERVICE_RESTORE_MS));
    running.log.warn('A workload failed and `on-failure` is restore: all that was changed goes back to what it was.');
    const captured = withoutThoseOf(results.filter(({ step }) => staysPut(running, step)), running.captured);
    await (0,configuration/* bringConfigurationBack */.qE)(client, running.namespace.name, captured, running.log);
    const restored = await Promise.all(results.map((result) => restoreOne({ ...running, client }, result)));
    client.close();
    return restored;
}
/** True where what it ran before this run did not serve: bringing that back would help nobody. */
const staysPut = ({ changed }, step) => changed.has(step) && step.current?.available !== true && !(0,held/* isHeld */.i7)(step.workload);
/** The captured configuration without that of workloads that stay as they are now. */
function withoutThoseOf(results, captured) {
    const used = new Set(results.flatMap(({ step }) => (0,copies/* configRefs */.z$)(step.template)));
    const rest = [...captured].map(([uid, copies]) => [uid, Object.fromEntries(Object.entries(copies).filter(([ref]) => !used.has(ref)))]);
    return new Map(rest);
}
async function restoreOne(running, result) {
    const { client, namespace } = running;
    const { step, outcome, message } = result;
    if (step.does !== 'roll-back' && step.does !== 'no-op')
        return result;
    if (staysPut(running, step)) {
        const why = 'It was not brought back to what it was, because that did not serve either.';
        return { ...result, message: `${(0,sentence/* asSentence */.KG)(message)} ${why}` };
    }
    try {
        const current = await client.get((0,kinds/* workloadPath */.jC)(namespace.name, step.kind, step.name));
        if ((0,service_history/* sameTemplate */.N_)(current.spec.template, step.workload.spec.template)) {
            if (running.pending.includes(step))
                await (0,service_restart/* unmarkPending */.On)(running, [step]);
            return result;
        }
        await (0,rollout/* patchWorkload */.K2)(running, current, (fresh) => {
            const mine = (0,reaction/* isReactionTo */.T)((0,service_history/* withoutRestart */.we)(step.template), (0,service_history/* withoutRestart */.we)(fresh.spec.template));
            if (!mine)
                throw new errors/* ActionError */.lZ('someone else has changed it since');
            return (0,patch/* restorePatch */.J)(fresh, step);
        });
        if (step.current && step.does === 'roll-back') {
            await (0,marks/* annotateRevision */.mS)(client, step.current.object, markBefore(step.current.object, running.rollback.id));
        }
        if (outcome === 'failed')
            return reportResult(running, {
                ...result,
                message: `${(0,sentence/* asSentence */.KG)(message)} It was brought back to what it was.`,
            });
        return reportResult(running, {
            ...result,
            outcome: 'restored',
            message: 'brought back to what it was, because another workload failed',
        });
    }
    catch (error) {
        const why = `${(0,sentence/* asSentence */.KG)(message)} It could not be brought back: ${(0,sentence/* asSentence */.KG)((0,errors/* messageOf */.bD)(error))}`;
        return reportResult(running, { ...result, outcome: 'failed', message: why });
    }
}

;// CONCATENATED MODULE: ./build/service/rollback.js
















/**
 * Carries out a plan: the groups one after another, of each its configuration first and then its workloads, side by
 * side. Never throws for a workload that fails: the result of each says what happened to it.
 */
async function carryOut(execution) {
    const { groups, onFailure } = execution;
    const running = {
        ...execution,
        replaced: new Set(),
        captured: new Map(),
        pending: [],
        changed: new Set(),
        busy: new Set(),
        waiting: new Set(),
        configurationFailed: false,
        started: performance.now(),
        limit: (0,p_limit/* default */.A)(execution.maxParallel),
    };
    const results = [];
    for (const group of groups) {
        const stopped = onFailure !== 'continue' && results.some((result) => result.outcome === 'failed');
        results.push(...(stopped
            ? group.map((step) => reportResult(running, skipped(step, 'an earlier group failed')))
            : await carryOutGroup(running, group)));
    }
    // A workload that this run did not change was so before, and sends nobody forward; where it changed none, its
    // configuration can go back without that.
    const failed = running.configurationFailed ||
        results.some(({ outcome, step }) => outcome === 'failed' && (running.changed.has(step) || running.changed.size === 0));
    // Who cancels wants it to stop, and the runner ends us within seconds.
    const cancelled = execution.client.signal.reason instanceof errors/* CancelledError */.cc;
    return failed && onFailure === 'restore' && !cancelled ? restoreAll(running, results) : results;
}
async function carryOutGroup(running, group) {
    try {
        await changeConfiguration(running, group);
    }
    catch (error) {
        running.configurationFailed = true;
        return group.map((step) => reportResult(running, step.does === 'skip'
            ? skipped(step, step.because)
            : { ...skipped(step, (0,errors/* messageOf */.bD)(error)), outcome: 'failed' }));
    }
    return Promise.all(group.map((step) => running.limit(() => carryOutStep(running, step))));
}
/** Puts a group's configuration back; what uses it in a later group has to be started anew as well. */
async function changeConfiguration(running, group) {
    const restores = (0,configuration/* restoresFor */.Hb)(group, running.restores).filter((restore) => !running.replaced.has(restore));
    const others = running.groups.flat().filter((step) => !running.pending.includes(step));
    const marked = await (0,service_restart/* markPending */.Pe)(running, others, restores, running.rollback.id);
    try {
        const captured = await (0,configuration/* putConfigurationBack */.dF)(running, restores);
        running.captured = new Map([...running.captured, ...captured]);
    }
    catch (error) {
        // What is left of it costs a restart too many.
        await (0,service_restart/* unmarkPending */.On)(running, marked).catch(() => { });
        throw error;
    }
    for (const restore of restores)
        running.replaced.add(restore);
    running.pending.push(...marked);
}
async function carryOutStep(running, step) {
    if (step.does === 'skip')
        return reportResult(running, skipped(step, step.because));
    if (step.does === 'refuse')
        return reportResult(running, { ...skipped(step, step.because), outcome: 'failed' });
    const begun = performance.now();
    running.busy.add(step);
    const ended = (outcome, message, details = []) => {
        const start = (begun - running.started) / 1000;
        return reportResult(running, { step, outcome, message, details, seconds: since(begun), start });
    };
    try {
        running.record({ ...subjectOf(running, step), step: 'roll back', status: 'started', ...fromTo(step) });
        const restart = (0,service_restart/* needsRestart */.jT)(step, running.restores);
        const changed = step.does === 'roll-back'
            ? await switchTemplate(running, step)
            : restart
                ? await (0,service_restart/* restartPods */.u8)(running, step)
                : undefined;
        if (changed)
            running.changed.add(step);
        if (changed && step.does === 'roll-back')
            await handFieldsOver(running, step, changed);
        const change = changed && { before: step.workload, template: changed.spec.template };
        const others = (isWaiting) => {
            if (isWaiting)
                running.waiting.add(step);
            else
                running.waiting.delete(step);
            // Rollouts that wait for one another free nothing.
            return [...running.busy].some((other) => other !== step && !running.waiting.has(other));
        };
        const pods = await (0,rollout/* awaitRollout */.mB)({ ...running, others }, step, change);
        (0,digests/* requireDigests */.p8)(step, step.template, step.good, pods);
        if (await (0,health/* verifyHealth */.g)(running.client, step, pods, running.health))
            running.record({ ...subjectOf(running, step), step: 'health check', status: 'done' });
        if (restart || step.target?.isKept)
            await (0,service_restart/* inheritMarks */.m5)(running, step, running.rollback);
        const outcome = restart || step.does === 'roll-back' ? 'rolled-back' : 'no-op';
        const why = restart ? 'its configuration went back, so its pods were started anew' : step.because;
        if (pods.length > 0 || (0,held/* isHeld */.i7)(step.workload))
            return ended(outcome, why);
        return { ...ended(outcome, `${why}; it has no pods, so nothing shows that it works`), isIdle: true };
    }
    catch (error) {
        const details = error instanceof errors/* ActionError */.lZ ? error.details : [error.stack ?? ''];
        return ended('failed', (0,errors/* messageOf */.bD)(error), details);
    }
    finally {
        running.busy.delete(step);
        running.waiting.delete(step);
    }
}
/** Marks the revision that is left behind, then switches the workload to the planned template. */
async function switchTemplate(execution, step) {
    const { id, run, wanted, reason } = execution.rollback;
    const at = new Date().toISOString();
    // Where only a pause is taken away, nothing is left.
    const left = step.current === step.target ? undefined : step.current?.object;
    const target = step.target?.object.metadata.uid ?? '';
    const mark = { id, run, at, wanted, to: target, revision: step.to.revision ?? 0 };
    if (left) {
        const gone = { revision: left.metadata.uid, id, at, reason: reason.replace(/\s+/g, ' ').slice(0, 200) };
        await (0,marks/* annotateRevision */.mS)(execution.client, left, (0,marks/* rolledBackAnnotation */.pK)(gone));
    }
    const back = step.target?.object;
    try {
        const changed = await (0,rollout/* patchWorkload */.K2)(execution, step.workload, (fresh) => {
            const { template } = fresh.spec;
            if (!(0,reaction/* isReactionTo */.T)(step.workload.spec.template, template) && !(0,service_history/* sameTemplate */.N_)(template, step.template)) {
                throw new errors/* ActionError */.lZ(`${(0,kinds/* label */.Pf)(step)} was changed by someone else since the plan was made; nothing was done to it: run the rollback again.`);
            }
            return (0,patch/* rollbackPatch */.H)(fresh, step, mark);
        });
        // Whoever comes back to a revision on purpose does not count it as left any more.
        if (back && (0,marks/* rolledBackMark */.vr)(back))
            await (0,marks/* annotateRevision */.mS)(execution.client, back, (0,marks/* rolledBackAnnotation */.pK)(null));
        return changed;
    }
    catch (error) {
        // What was not left must not be taken for bad; where even this fails, mark-good clears it.
        if (left && !execution.client.signal.aborted) {
            await (0,marks/* annotateRevision */.mS)(execution.client, left, markBefore(left, id)).catch(() => { });
        }
        throw error;
    }
}
/** The next deploy of whoever owned the template must find its own fields; that this fails is not a failure of the rollback. */
async function handFieldsOver({ client, namespace, log }, step, changed) {
    try {
        namespace.put(await (0,hand_over/* handOver */.Cl)(client, step.workload, changed));
    }
    catch (error) {
        log.warn(`${(0,kinds/* label */.Pf)(step)}: the fields that were written stay with rollback-actions, so that a server-side apply or helm upgrade will report conflicts (--force-conflicts overrides them): ${(0,errors/* messageOf */.bD)(error)}`);
    }
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/runner/files.js
var files = __webpack_require__(88704);
// EXTERNAL MODULE: ./build/runner/redact.js + 1 modules
var redact = __webpack_require__(10792);
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
 * Writes the manifests of all workloads of a plan as one file that `kubectl replace -f` and `kubectl apply -f` take.
 * The templates of their revisions are in it as comments: written back, a ReplicaSet would take its old size, and
 * serving pods with it. Secrets and ConfigMaps are not in it: what a rollback replaces of them is kept in the cluster.
 */
function writeStateFile(path, steps, namespace) {
    const documents = steps.map((step) => {
        const revisions = namespace.history(step.workload).map(({ number, object, template }) => {
            const head = `Revision ${number}, ${object.kind} ${object.metadata.name}:`;
            return `${`${head}\n${yaml(template)}`.trimEnd().replace(/^/gm, '# ')}\n`;
        });
        return `${yaml(manifest(step.workload))}${revisions.join('')}`;
    });
    (0,files/* writePrivate */.pb)(path, documents.join('---\n'));
}
/** YAML 1.1, because that is what kubectl reads: it quotes the texts "on", "yes" and "1:30". */
const yaml = (value) => (0,yaml_dist/* stringify */.As)((0,redact/* redacted */.pc)(value), { version: '1.1', aliasDuplicateObjects: false });
function manifest(object) {
    const { status: _, metadata, ...rest } = object;
    const kept = Object.entries(metadata).filter(([key]) => !OF_THE_SERVER.includes(key));
    const { apiVersion, kind, ...body } = rest;
    return { apiVersion, kind, metadata: Object.fromEntries(kept), ...body };
}

// EXTERNAL MODULE: ./build/service/target.js
var target = __webpack_require__(82283);
// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
// EXTERNAL MODULE: ./build/systems/kubernetes/lease.js
var lease = __webpack_require__(64908);
// EXTERNAL MODULE: ./build/systems/kubernetes/select.js
var kubernetes_select = __webpack_require__(3872);
;// CONCATENATED MODULE: ./build/actions/rollback-service.js


















const inputs = {
    ...connect/* connectionInputs */.eu,
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
    deployedAt: dist/* optional */.lqM((0,values/* moment */.n$)()),
};
/** Rolls workloads back and waits until they serve. */
const rollback_service_action = (0,action/* defineAction */.Q)({ name: 'rollback-service', inputs, changes: true, main, post });
async function main(inputs, context) {
    const request = requestOf(inputs, context);
    const connection = (0,connect/* connect */.Ng)(inputs, context);
    try {
        const { client, namespace } = connection;
        const onlyLooks = context.dryRun && !context.checksWritePermissions;
        await (0,prepare/* checkPermissions */.RS)(client, namespace, request, onlyLooks);
        if (context.dryRun)
            return planned(await (0,prepare/* prepare */.iA)(client, namespace, request, onlyLooks, context.log), connection, context);
        const work = (lost) => {
            const held = client.withSignal(AbortSignal.any([context.signal, lost]));
            return rollBack({ namespace, client: held }, request, inputs, context).finally(() => held.close());
        };
        if (context.lock)
            return await work(context.lock);
        const cleanedUp = context.registerCleanup();
        const outcome = await (0,lease/* withLease */.pS)(connection, (0,lease/* lockOf */.Vx)(connection, context.environment), context, work);
        cleanedUp();
        return outcome;
    }
    finally {
        connection.client.close();
    }
}
/** The job was cancelled or the action killed: give back the lock that it may have left. */
async function post(inputs, context) {
    const connection = (0,connect/* connect */.Ng)(inputs, context);
    await (0,lease/* giveLeaseBack */.F6)(connection, (0,lease/* lockOf */.Vx)(connection, context.environment), context);
    connection.client.close();
}
function requestOf(inputs, { rollbackId, run, accepts, mask }) {
    const { to, gitops, onFailure } = inputs;
    return {
        selection: (0,kubernetes_select/* parseSelection */.gO)(inputs.workloads, inputs.selector, inputs.order),
        wanted: {
            to: (0,target/* parseTo */.JY)(to),
            rollback: { id: rollbackId, run, wanted: to },
            gitops,
            deployedAt: inputs.deployedAt,
        },
        health: inputs.health.map(health/* parseHealth */.kw),
        onFailure,
        restoresConfig: inputs.restoreConfig === 'recorded',
        accepts,
        mask,
    };
}
async function rollBack({ client, namespace }, request, inputs, context) {
    const prepared = await (0,prepare/* prepare */.iA)(client, namespace, request, false, context.log);
    const stateFile = inputs.stateFile ?? (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-state-${namespace}.yaml`);
    recordPlan(prepared.groups.flat(), { client, namespace }, context);
    writeStateFile(stateFile, prepared.groups.flat(), prepared.namespace);
    const results = await carryOut({
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
    return outcomeOf(results, stateFile, prepared.leftAsIs);
}
/** Puts on record all that is meant to happen, so that whoever reads it on the way knows how much is left. */
function recordPlan(steps, connection, { record }, statusOf = () => 'planned') {
    for (const step of steps) {
        const subject = (0,component/* workloadSubject */.Ws)(step, (0,connect/* placeIn */.VV)(connection));
        const way = step.does === 'roll-back' ? fromTo(step) : {};
        record({ ...subject, step: 'roll back', status: statusOf(step), ...way, message: (0,plan/* describe */.q0)(step) });
    }
}
function planned({ groups, configuration, leftAsIs }, connection, context) {
    const steps = groups.flat();
    // Where nothing follows, what is there already is not left to be done.
    recordPlan(steps, connection, context, (step) => {
        if (step.does === 'skip')
            return 'skipped';
        return step.does === 'no-op' && !(0,service_restart/* needsRestart */.jT)(step, configuration.restores) ? 'no-op' : 'planned';
    });
    const count = steps.filter((step) => step.does === 'roll-back').length;
    const config = configuration.restores.map(({ ref }) => ref);
    const also = config.length > 0 ? `, and ${config.join(', ')} would be put back` : '';
    const message = `Planned: ${count} of ${steps.length} workloads would be rolled back${also}; nothing was changed.`;
    return {
        result: 'planned',
        message,
        outputs: { workloads: planToOutput(steps), failed: 0 },
        summary: planSummary(message, steps, leftAsIs),
    };
}
function outcomeOf(results, stateFile, leftAsIs) {
    const { result, message } = sentenceOf(results);
    const failed = results.filter(({ outcome }) => outcome === 'failed').length;
    const outputs = { workloads: toOutput(results), 'state-file': stateFile, failed };
    return { result, message, outputs, summary: summaryOf(message, results, leftAsIs) };
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

/***/ 88704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   pb: () => (/* binding */ writePrivate),
/* harmony export */   sX: () => (/* binding */ appendPrivate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/**
 * Writes a file that only this user may read. It is made anew and takes the place of what lies there: neither the rights of
 * an earlier file count nor where a link leads that somebody has laid there. All of it is there, or what was before.
 */
function writePrivate(path, content) {
    makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    const beside = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(beside, content, { flag: 'wx', mode: 0o600 });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(beside, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(beside, { force: true });
        throw error;
    }
}
/** Makes a folder that only this user may read, where there is none. */
const makeFolder = (path) => {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { recursive: true, mode: 0o700 });
};
/** Appends to a file that only this user may read, in one write. @throws ELOOP where a link lies there */
function appendPrivate(path, text) {
    const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_WRONLY } = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
    try {
        const status = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
        const isOurs = status.isFile() && status.uid === process.getuid?.();
        if (isOurs && (status.mode & 0o077) !== 0)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync)(file, 0o600);
        if (text !== '')
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(file, text);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
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

/***/ 71134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xl: () => (/* binding */ withoutReferences),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tJ: () => (/* binding */ inert),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13739);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10792);


/** Text of others without secrets, on one line, that can't end its table cell, open markup or mention anybody in GitHub's Markdown. */
function inert(text) {
    return oneLine((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)((0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutControls */ .DJ)(text))).replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
/** Text without line ends and the blanks around them. */
function oneLine(text) {
    const [first = '', ...rest] = text.split('\n');
    if (rest.length === 0)
        return first;
    const last = rest.pop() ?? '';
    const words = [first.trimEnd(), ...rest.map((line) => line.trim()).filter(Boolean), last.trimStart()];
    return words.join(' ');
}
/**
 * The same where GitHub also reads references and bare links, as in issues and comments: a comment in between keeps
 * them apart. For Markdown without links of our own.
 */
const withoutReferences = (markdown) => markdown
    .replaceAll('&#64;', '&#64;<!-- -->')
    .replace(/(?<!&)#(?=\d)/g, '#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, 2)}<!-- -->-`)
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:<!-- -->')
    .replace(/\bwww\.(?=\w)/gi, 'www<!-- -->.');
/** The same as code. */
const code = (text) => `<code>${inert(text)}</code>`;
/** A table whose cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}


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


/***/ }),

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

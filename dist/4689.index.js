export const id = 4689;
export const ids = [4689];
export const modules = {

/***/ 94689:
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
// EXTERNAL MODULE: ./build/base/run-url.js
var run_url = __webpack_require__(17169);
// EXTERNAL MODULE: ./build/base/values.js
var values = __webpack_require__(92920);
// EXTERNAL MODULE: ./build/domain/workloads/select.js
var workloads_select = __webpack_require__(95722);
// EXTERNAL MODULE: ./build/owners/inputs.js
var owners_inputs = __webpack_require__(21312);
// EXTERNAL MODULE: ./build/record/component.js
var component = __webpack_require__(5491);
// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
// EXTERNAL MODULE: ./build/domain/workloads/held.js
var held = __webpack_require__(54085);
// EXTERNAL MODULE: ./build/record/incident.js
var incident = __webpack_require__(87688);
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
    const why = message === step.reason ? '' : ` — ${message}`;
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
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/owners/back.js + 3 modules
var back = __webpack_require__(88439);
// EXTERNAL MODULE: ./build/owners/find.js + 1 modules
var find = __webpack_require__(60669);
// EXTERNAL MODULE: ./build/owners/lasting/last.js + 5 modules
var last = __webpack_require__(34159);
// EXTERNAL MODULE: ./build/owners/lasting/owner.js
var lasting_owner = __webpack_require__(29857);
;// CONCATENATED MODULE: ./build/service/lasting.js






/**
 * The owners of what went back, now or by an earlier attempt, each with a pull request that makes it last where that is
 * possible.
 *
 * @param page the URL of the run
 */
async function keepersOf(results, gitops, config, page, run) {
    const { log, client, rollback } = run;
    const failed = new Set(results.flatMap(({ step, outcome }) => (outcome === 'failed' ? step.owner?.name : [])));
    const isThrough = (owner) => (0,find/* canBePaused */.oS)(owner) && (gitops === 'through' || owner.pausedBy !== undefined);
    const found = ownersOf(results);
    const standings = await Promise.all(found
        .filter((owner) => isThrough(owner) && !failed.has(owner.name))
        .map((owner) => standingOf(owner, run)));
    const cause = { id: rollback.id, reason: rollback.reason, run: page };
    const lasting = await (0,last/* makeLast */.L)(standings, config, cause, { log, signal: client.signal });
    return found.map((owner) => {
        const standing = standings.find(({ name }) => name === owner.name);
        const own = lasting.find(({ owner: name }) => name === owner.name);
        const keeper = {
            owner: owner.name,
            isPaused: owner.paused !== undefined || isThrough(owner),
            since: standing?.note?.at ?? owner.pausedSince,
            commits: standing?.places.places.map(({ commit }) => commit) ?? [],
            lasting: own ?? { reason: 'its source is not known' },
        };
        if (own)
            recordKeeper(keeper, run);
        return keeper;
    });
}
/** What went back now, and what an earlier attempt of a rollback has paused. */
function ownersOf(results) {
    const back = results.filter(({ outcome, step }) => outcome === 'rolled-back' || (outcome === 'no-op' && step.owner?.pausedBy !== undefined));
    const owners = back.flatMap(({ step: { owner } }) => owner ?? []);
    return [...new Map(owners.map((owner) => [owner.name, owner])).values()];
}
/** One that cannot be read any more goes on being an owner, of which nothing is known. */
async function standingOf(owner, { owners }) {
    const plan = owners.steps.map((step) => step.plan).find(({ name }) => name === owner.name);
    try {
        return await (0,lasting_owner/* readStanding */.Z)(owners.clusters, owner, plan && (0,back/* commitsOfPlan */.bm)(plan));
    }
    catch (error) {
        const others = [`the ${owner.name} cannot be read: ${(0,sentence/* asClause */.eI)((0,errors/* messageOf */.bD)(error))}`];
        return { name: owner.name, note: undefined, places: { places: [], others }, warnings: [] };
    }
}
function recordKeeper(keeper, { record, log }) {
    const { owner, since, lasting } = keeper;
    const { reason, pullRequest } = lasting;
    const message = `the ${owner} is paused${since ? ` since ${since}` : ''}: ${toDo(lasting)}`;
    log.info(`${reason === undefined ? '✓' : '✗'} ${message}`);
    record({
        ...{ component: 'owner', step: `make last ${owner}` },
        ...{ status: reason === undefined ? 'done' : 'failed', message },
        evidence: { ...(since && { since }), ...(pullRequest && { 'pull-request': pullRequest }) },
    });
}
/** Whether nobody brings the newer version again by himself once what is open is merged. */
const isLasting = (keepers) => keepers.every(({ lasting }) => lasting.reason === undefined);
/** The output `owners`. */
const toOwners = (keepers) => keepers.map(({ owner, isPaused, since, commits, lasting }) => ({
    ...{ owner, paused: isPaused ? (since ?? true) : false, revision: commits.join(' ') || null },
    ...{ 'pull-request': lasting.pullRequest ?? '', 'handed-back': false, reason: lasting.reason ?? '' },
}));
/** ` Argo CD application shop stays paused …`; empty where nobody is. */
function pausedWords(keepers) {
    return keepers
        .filter(({ isPaused }) => isPaused)
        .map(({ owner, lasting }) => ` The ${owner} stays paused: ${toDo(lasting)}.`)
        .join('');
}
function toDo({ pullRequest, isThere, reason }) {
    if (isThere)
        return 'its source says the older version already, so hand it back';
    if (reason === undefined)
        return `merge ${pullRequest}, then hand it back`;
    return `put the older version into Git, then hand it back (no pull request: ${reason})`;
}

// EXTERNAL MODULE: ./build/service/plan.js
var plan = __webpack_require__(26729);
// EXTERNAL MODULE: ./build/service/prepare.js + 2 modules
var prepare = __webpack_require__(17632);
// EXTERNAL MODULE: ./build/base/markdown.js
var markdown = __webpack_require__(26963);
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
    return steps.map(({ kind, name, from, to, action, reason }) => ({
        kind,
        name,
        from,
        to,
        does: action,
        message: reason,
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
        step.action,
        (0,markdown/* code */.aY)((0,kinds/* label */.Pf)(step)),
        arrow(step),
        (0,markdown/* inert */.tJ)([step.reason, ...step.warnings].join('; ')),
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
function arrow({ from, to, action }) {
    return action === 'roll-back' ? `${version(from)} → ${version(to)}` : version(from);
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
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
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
    if (step.action !== 'roll-back' && step.action !== 'no-op')
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
        const changed = await (0,rollout/* patchWorkload */.K2)(running, current, (fresh) => {
            const mine = (0,reaction/* isReactionTo */.T)((0,service_history/* withoutRestart */.we)(step.template), (0,service_history/* withoutRestart */.we)(fresh.spec.template));
            if (!mine)
                throw new errors/* ActionError */.lZ('someone else has changed it since');
            return (0,patch/* restorePatch */.J)(fresh, step);
        });
        await (0,hand_over/* handFieldsOver */.Nf)({ ...running, client }, step.workload, changed);
        if (step.current && step.action === 'roll-back') {
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

// EXTERNAL MODULE: ./build/service/rollout-kind.js
var rollout_kind = __webpack_require__(76532);
// EXTERNAL MODULE: ./build/service/through.js
var through = __webpack_require__(2161);
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
        gone: new Map(),
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
    const lasting = await failResumed(running, results);
    // A workload that this run did not change was so before, and sends nobody forward; where it changed none, its
    // configuration can go back without that.
    const failed = running.configurationFailed ||
        lasting.some(({ outcome, step }) => outcome === 'failed' && (running.changed.has(step) || running.changed.size === 0));
    // Who cancels wants it to stop, and the runner ends us within seconds.
    const cancelled = execution.client.signal.reason instanceof errors/* CancelledError */.cc;
    return failed && onFailure === 'restore' && !cancelled ? restoreAll(running, lasting) : lasting;
}
/** What an owner that was resumed meanwhile brings undoes what went back. */
async function failResumed(running, results) {
    const again = running.gone.size > 0 ? await (0,through/* resumed */.uN)(running) : [];
    return results.map((result) => {
        const owner = again.find(({ steps }) => steps.includes(result.step));
        if (!owner || result.outcome === 'failed')
            return result;
        const message = `the ${owner.plan.name} was resumed while it went back, and brings the newer version again; run the rollback once more, or stop whoever resumes it`;
        return reportResult(running, { ...result, outcome: 'failed', message });
    });
}
async function carryOutGroup(running, group) {
    const unpaused = await (0,through/* ownersBack */.Yw)(running, group);
    try {
        await changeConfiguration(running, group.filter((step) => !unpaused.has(step)));
    }
    catch (error) {
        running.configurationFailed = true;
        return group.map((step) => reportResult(running, step.action === 'skip'
            ? skipped(step, step.reason)
            : { ...skipped(step, (0,errors/* messageOf */.bD)(error)), outcome: 'failed' }));
    }
    return Promise.all(group.map((step) => {
        const why = unpaused.get(step);
        return why === undefined
            ? running.limit(() => carryOutStep(running, step))
            : reportResult(running, { ...skipped(step, why), outcome: 'failed' });
    }));
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
    if (step.action === 'skip')
        return reportResult(running, skipped(step, step.reason));
    if (step.action === 'refuse')
        return reportResult(running, { ...skipped(step, step.reason), outcome: 'failed' });
    const begun = performance.now();
    running.busy.add(step);
    const ended = (outcome, message, details = []) => {
        const start = (begun - running.started) / 1000;
        return reportResult(running, { step, outcome, message, details, seconds: since(begun), start });
    };
    try {
        running.record({ ...subjectOf(running, step), step: 'roll back', status: 'started', ...fromTo(step) });
        const restart = (0,service_restart/* needsRestart */.jT)(step, running.restores);
        const changed = step.action === 'roll-back'
            ? await switchTemplate(running, step)
            : restart
                ? await (0,service_restart/* restartPods */.u8)(running, step)
                : undefined;
        if (changed)
            running.changed.add(step);
        if (changed && step.action === 'roll-back')
            await (0,hand_over/* handFieldsOver */.Nf)(running, step.workload, changed);
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
        const outcome = restart || step.action === 'roll-back' ? 'rolled-back' : 'no-op';
        const why = restart ? 'its configuration went back, so its pods were started anew' : step.reason;
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
        // Where its steps are kept, that the stable pods serve meanwhile is what they are for.
        if (step.kind === 'Rollout')
            await (0,rollout_kind/* abort */.h2)(execution.client, step.workload);
        const changed = await (0,rollout/* patchWorkload */.K2)(execution, step.workload, (fresh) => {
            const { template } = fresh.spec;
            // What its owner brought instead is put right under the pause.
            const isByOwner = [...execution.gone.keys()].some(({ steps }) => steps.includes(step));
            if (!isByOwner &&
                !(0,reaction/* isReactionTo */.T)(step.workload.spec.template, template) &&
                !(0,service_history/* sameTemplate */.N_)(template, step.template)) {
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

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/base/files.js
var files = __webpack_require__(60599);
// EXTERNAL MODULE: ./build/base/redact.js + 1 modules
var redact = __webpack_require__(90763);
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
;// CONCATENATED MODULE: ./build/actions/rollback-service.js






















const rollback_service_inputs = {
    ...inputs/* connectionInputs */.eu,
    workloads: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    selector: dist/* optional */.lqM((0,values/* text */.Qq)()),
    to: dist/* optional */.lqM((0,values/* text */.Qq)(), 'last-good'),
    order: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
    health: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
    maxParallel: dist/* optional */.lqM((0,values/* integer */.nd)(1), '100'),
    onFailure: dist/* optional */.lqM((0,values/* choice */.Yq)(['stop', 'continue', 'restore']), 'stop'),
    restoreConfig: dist/* optional */.lqM((0,values/* choice */.Yq)(['recorded', 'never']), 'recorded'),
    gitops: dist/* optional */.lqM((0,values/* choice */.Yq)(['refuse', 'ignore', 'through']), 'refuse'),
    ...owners_inputs/* ownerInputs */.DX,
    ...owners_inputs/* gitInputs */._H,
    rolloutSteps: dist/* optional */.lqM((0,values/* choice */.Yq)(['skip', 'keep']), 'skip'),
    stateFile: dist/* optional */.lqM((0,values/* text */.Qq)()),
    deployedAt: dist/* optional */.lqM((0,values/* moment */.n$)()),
};
/** Rolls workloads back and waits until they serve. */
const rollback_service_action = (0,action/* defineAction */.Q)({ name: 'rollback-service', inputs: rollback_service_inputs, changes: true, main, post });
async function main(inputs, context) {
    const asked = requestOf(inputs, context);
    const config = (0,owners_inputs/* configRepositoryOf */.oQ)(inputs);
    const connection = (0,connect/* connect */.N)(inputs, context);
    try {
        const { client, namespace } = connection;
        const requestBy = (own) => ({ ...asked, owners: (0,owners_inputs/* clustersOf */.Dg)(own, inputs, context) });
        const request = requestBy(client);
        const onlyLooks = context.dryRun && !context.checksWritePermissions;
        await (0,prepare/* checkPermissions */.RS)(client, namespace, request, onlyLooks);
        if (context.dryRun)
            return planned(await (0,prepare/* prepare */.iA)(client, namespace, request, onlyLooks, context.log), connection, context);
        const work = (lost) => {
            const held = client.withSignal(AbortSignal.any([context.signal, lost]));
            return rollBack({ namespace, client: held }, requestBy(held), inputs, config, context).finally(() => held.close());
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
    const connection = (0,connect/* connect */.N)(inputs, context);
    await (0,lease/* giveLeaseBack */.F6)(connection, (0,lease/* lockOf */.Vx)(connection, context.environment), context);
    connection.client.close();
}
function requestOf(inputs, { rollbackId, run, accepts, mask }) {
    const { to, gitops, onFailure } = inputs;
    return {
        selection: (0,workloads_select/* parseSelection */.gO)(inputs.workloads, inputs.selector, inputs.order),
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
async function rollBack({ client, namespace }, request, inputs, config, context) {
    const prepared = await (0,prepare/* prepare */.iA)(client, namespace, request, false, context.log);
    const stateFile = inputs.stateFile ?? (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-state-${namespace}.yaml`);
    recordPlan(prepared.groups.flat(), { client, namespace }, context);
    writeStateFile(stateFile, prepared.groups.flat(), prepared.namespace);
    const execution = {
        ...prepared,
        client,
        log: context.log,
        record: context.record,
        health: request.health,
        maxParallel: inputs.maxParallel,
        onFailure: request.onFailure,
        skipsSteps: inputs.rolloutSteps === 'skip',
        rollback: { ...request.wanted.rollback, reason: context.reason },
        restores: prepared.configuration.restores,
    };
    const results = await carryOut(execution);
    const keepers = await keepersOf(results, request.wanted.gitops, config, (0,run_url/* runUrl */.V)(), execution);
    return outcomeOf(results, stateFile, prepared.leftAsIs, keepers);
}
/** Puts on record all that is meant to happen, so that whoever reads it on the way knows how much is left. */
function recordPlan(steps, connection, { record }, statusOf = () => 'planned') {
    for (const step of steps) {
        const subject = (0,component/* workloadSubject */.Ws)(step, (0,connect/* placeIn */.V)(connection));
        const way = step.action === 'roll-back' ? fromTo(step) : {};
        record({ ...subject, step: 'roll back', status: statusOf(step), ...way, message: (0,plan/* describe */.q0)(step) });
    }
}
function planned({ groups, configuration, leftAsIs }, connection, context) {
    const steps = groups.flat();
    // Where nothing follows, what is there already is not left to be done.
    recordPlan(steps, connection, context, (step) => {
        if (step.action === 'skip')
            return 'skipped';
        return step.action === 'no-op' && !(0,service_restart/* needsRestart */.jT)(step, configuration.restores) ? 'no-op' : 'planned';
    });
    const count = steps.filter((step) => step.action === 'roll-back').length;
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
function outcomeOf(results, stateFile, leftAsIs, keepers) {
    const { result, message: sentence } = sentenceOf(results);
    const message = `${sentence}${pausedWords(keepers)}`;
    const failed = results.filter(({ outcome }) => outcome === 'failed').length;
    const pullRequest = keepers.flatMap(({ lasting }) => lasting.pullRequest ?? []).join(' ');
    const byHand = keepers.flatMap(({ lasting }) => lasting.byHand ?? []);
    const outputs = {
        workloads: toOutput(results),
        'state-file': stateFile,
        failed,
        owners: toOwners(keepers),
        lasting: isLasting(keepers),
        'pull-request': pullRequest,
    };
    const summary = [summaryOf(message, results, leftAsIs), ...new Set(byHand)].join('\n\n');
    return { result, message, outputs, summary };
}


/***/ }),

/***/ 60599:
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


/***/ })

};

import pLimit from 'p-limit';
import { ActionError, CancelledError, messageOf } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { isHeld } from '../domain/workloads/held.ts';
import { label } from '../systems/kubernetes/kinds.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';
import { putConfigurationBack, restoresFor } from './configuration-back.ts';
import {
  fromTo,
  markBefore,
  type Result,
  type RollbackPlan,
  type RollbackRun,
  reportResult,
  since,
  skipped,
  subjectOf,
} from './execution.ts';
import { handFieldsOver } from './hand-over.ts';
import { verifyHealth } from './health.ts';
import { sameTemplate } from './history.ts';
import { rolledBackAnnotation, rolledBackMark } from './marks.ts';
import { noted, noteOnRevision } from './notes.ts';
import { requireDigests } from './one-image.ts';
import { rollbackPatch } from './patch.ts';
import { patchWorkload } from './patch-workload.ts';
import type { Step } from './plan.ts';
import { isReactionTo } from './reaction.ts';
import { inheritMarks, markPending, needsRestart, restartPods, unmarkPending } from './restart.ts';
import { restoreAll } from './restore.ts';
import { awaitRollout } from './rollout.ts';
import { abort } from './rollout-kind.ts';
import { deployedAnew, ownersBack, settleOwners, undone } from './through.ts';

/**
 * Carries out a plan: the groups one after another, of each its configuration first and then its workloads, side by
 * side. Never throws for a workload that fails: the result of each says what happened to it.
 */
export async function carryOutPlan(plan: RollbackPlan): Promise<Result[]> {
  const { groups, onFailure } = plan;
  const running: RollbackRun = {
    ...plan,
    replaced: new Set(),
    captured: new Map(),
    pending: [],
    changed: new Set(),
    busy: new Set(),
    waiting: new Set(),
    gone: new Map(),
    configurationFailed: false,
    started: performance.now(),
    limit: pLimit(plan.maxParallel),
  };
  const results: Result[] = [];
  for (const group of groups) {
    const stopped = onFailure !== 'continue' && results.some((result) => result.outcome === 'failed');
    results.push(
      ...(stopped
        ? group.map((step) => reportResult(running, skipped(step, 'an earlier group failed')))
        : await carryOutGroup(running, group)),
    );
  }
  const lasting = await failUndone(running, results);
  // A workload that this run did not change was so before, and does not send the others forward again; where it changed none,
  // the configuration can be restored without that.
  const failed =
    running.configurationFailed ||
    lasting.some(
      ({ outcome, step }) =>
        outcome === 'failed' && (running.changed.has(step) || running.changed.size === 0),
    );
  // A cancelled run has to stop, and the runner ends it within seconds.
  const cancelled = plan.client.signal.reason instanceof CancelledError;
  if (failed && onFailure === 'restore' && !cancelled) return restoreAll(running, lasting);
  return failUndone(running, await settled(running, lasting));
}

/** What an owner that was resumed or deployed anew meanwhile brings undoes what went back. */
async function failUndone(running: RollbackRun, results: readonly Result[]): Promise<Result[]> {
  const again = await undone(running);
  return results.map((result) => {
    const [, reason] = [...again].find(([{ steps }]) => steps.includes(result.step)) ?? [];
    if (reason === undefined || result.message.includes(reason)) return result;
    const both = result.outcome === 'failed' ? `${withoutFullStop(result.message)}; ${reason}` : reason;
    const message = `${both}; run the rollback once more, or stop whoever does that`;
    return reportResult(running, { ...result, outcome: 'failed', message });
  });
}

/** Owners go on as they are to stand; what one of them has taken elsewhere by that is patched once more. */
async function settled(running: RollbackRun, results: readonly Result[]): Promise<Result[]> {
  const astray = await settleOwners(running, results);
  return Promise.all(
    results.map((result) =>
      astray.includes(result.step)
        ? running.limit(() => carryOutStep(running, { ...result.step, action: 'roll-back' }))
        : result,
    ),
  );
}

async function carryOutGroup(running: RollbackRun, group: readonly Step[]): Promise<Result[]> {
  const unpaused = await ownersBack(running, group);
  try {
    await changeConfiguration(
      running,
      group.filter((step) => !unpaused.has(step)),
    );
  } catch (error) {
    running.configurationFailed = true;
    return group.map((step) =>
      reportResult(
        running,
        step.action === 'skip'
          ? skipped(step, step.reason)
          : { ...skipped(step, messageOf(error)), outcome: 'failed' },
      ),
    );
  }
  return Promise.all(
    group.map((step) => {
      const failure = unpaused.get(step);
      return failure === undefined
        ? running.limit(() => carryOutStep(running, step))
        : reportResult(running, { ...skipped(step, failure), outcome: 'failed' });
    }),
  );
}

/** Puts a group's configuration back; what uses it in a later group has to be started anew as well. */
async function changeConfiguration(running: RollbackRun, group: readonly Step[]): Promise<void> {
  const restores = restoresFor(group, running.restores).filter((restore) => !running.replaced.has(restore));
  const others = running.groups.flat().filter((step) => !running.pending.includes(step));
  const marked = await markPending(running, others, restores, running.rollback.id);
  try {
    const captured = await putConfigurationBack(running, restores);
    running.captured = new Map([...running.captured, ...captured]);
  } catch (error) {
    // What is left of it costs a restart too many.
    await unmarkPending(running, marked).catch(() => {});
    throw error;
  }
  for (const restore of restores) running.replaced.add(restore);
  running.pending.push(...marked);
}

async function carryOutStep(running: RollbackRun, step: Step): Promise<Result> {
  if (step.action === 'skip') return reportResult(running, skipped(step, step.reason));
  if (step.action === 'refuse')
    return reportResult(running, { ...skipped(step, step.reason), outcome: 'failed' });
  const begun = performance.now();
  running.busy.add(step);
  const ended = (outcome: Result['outcome'], message: string, details: readonly string[] = []): Result => {
    const start = (begun - running.started) / 1000;
    return reportResult(running, { step, outcome, message, details, seconds: since(begun), start });
  };
  try {
    running.record({ ...subjectOf(running, step), step: 'roll back', status: 'started', ...fromTo(step) });
    const restart = needsRestart(step, running.restores);
    const changed =
      step.action === 'roll-back'
        ? await switchTemplate(running, step)
        : restart
          ? await restartPods(running, step)
          : undefined;
    if (changed) running.changed.add(step);
    if (changed && step.action === 'roll-back') await handFieldsOver(running, step.workload, changed);
    const change = changed && { before: step.workload, template: changed.spec.template };
    const others = (isWaiting: boolean) => {
      if (isWaiting) running.waiting.add(step);
      else running.waiting.delete(step);
      // Rollouts that wait for one another free nothing.
      return [...running.busy].some((other) => other !== step && !running.waiting.has(other));
    };
    const pods = await awaitRollout({ ...running, others }, step, change);
    await requireDigests(step, step.template, step.good, pods, running.images);
    if (await verifyHealth(running.client, step, pods, running.health))
      running.record({ ...subjectOf(running, step), step: 'health check', status: 'done' });
    if (restart || step.target?.isKept)
      await noted(running.log, step.workload, () => inheritMarks(running, step, running.rollback));
    const outcome = restart || step.action === 'roll-back' ? 'rolled-back' : 'no-op';
    const reason = restart ? 'its configuration went back, so its pods were started anew' : step.reason;
    if (pods.length > 0 || isHeld(step.workload)) return ended(outcome, reason);
    return { ...ended(outcome, `${reason}; it has no pods, so nothing shows that it works`), isIdle: true };
  } catch (error) {
    const details = error instanceof ActionError ? error.details : [(error as Error).stack ?? ''];
    return ended('failed', messageOf(error), details);
  } finally {
    running.busy.delete(step);
    running.waiting.delete(step);
  }
}

/** Marks the revision that is left behind, then switches the workload to the planned template. */
async function switchTemplate(running: RollbackRun, step: Step): Promise<Workload> {
  const anew = await deployedAnew(running, step);
  if (anew !== undefined) throw new ActionError(anew);
  const { id, run, wanted, reason } = running.rollback;
  const at = new Date().toISOString();
  // Where only a pause is taken away, nothing is left.
  const left = step.current === step.target ? undefined : step.current?.object;
  const target = step.target?.object.metadata.uid ?? '';
  const mark = { id, run, at, wanted, to: target, revision: step.to.revision ?? 0 };
  if (left) {
    const gone = { revision: left.metadata.uid, id, at, reason: reason.replace(/\s+/g, ' ').slice(0, 200) };
    await noteOnRevision(running, left, rolledBackAnnotation(gone));
  }
  const back = step.target?.object;
  try {
    // Where its steps are kept, that the stable pods serve meanwhile is what they are for. One that is on its way to the target
    // already would lose it by that.
    if (step.kind === 'Rollout' && step.current !== step.target) await abort(running.client, step.workload);
    const changed = await patchWorkload(running, step.workload, (fresh) => {
      requireUnchanged(running, step, fresh);
      return rollbackPatch(fresh, step, mark);
    });
    // A revision that is returned to on purpose does not count as left any more.
    if (back && rolledBackMark(back)) await noteOnRevision(running, back, rolledBackAnnotation(null));
    return changed;
  } catch (error) {
    // What was not left must not be taken for bad; where even this fails, mark-good clears it.
    if (left && !running.client.signal.aborted) {
      await noteOnRevision(running, left, markBefore(left, id)).catch(() => {});
    }
    throw error;
  }
}

/** @throws ActionError where someone has changed the template since the plan was made */
function requireUnchanged({ gone }: RollbackRun, step: Step, { spec: { template } }: Workload): void {
  // What its owner brought instead is put right under the pause.
  const isByOwner = [...gone.keys()].some(({ plan }) => plan.name === step.owner?.name);
  if (
    !isByOwner &&
    !isReactionTo(step.workload.spec.template, template) &&
    !sameTemplate(template, step.template)
  ) {
    throw new ActionError(
      `${label(step)} was changed by someone else since the plan was made; nothing was done to it: run the rollback again.`,
    );
  }
}

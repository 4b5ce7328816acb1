import pLimit, { type LimitFunction } from 'p-limit';
import { workloadSubject } from '../record/component.ts';
import type { NewEvent } from '../record/record.ts';
import { ActionError, CancelledError, messageOf } from '../runner/errors.ts';
import type { Log } from '../runner/log.ts';
import { WAITS } from '../runner/waits.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { isHeld } from '../systems/kubernetes/held.ts';
import { label, workloadPath } from '../systems/kubernetes/kinds.ts';
import type { KubeObject, Workload } from '../systems/kubernetes/objects.ts';
import { bringConfigurationBack, type Captured, putConfigurationBack, restoresFor } from './configuration.ts';
import type { Restore } from './copies.ts';
import { type HealthCheck, verifyHealth } from './health.ts';
import { sameTemplate, withoutRestart } from './history.ts';
import { annotateRevision, rolledBackAnnotation, rolledBackMark } from './marks.ts';
import type { Namespace } from './namespace.ts';
import { restorePatch, rollbackPatch } from './patch.ts';
import type { Step } from './plan.ts';
import { inheritMarks, markPending, needsRestart, restartPods, unmarkPending } from './restart.ts';
import { awaitRollout, patchWorkload } from './rollout.ts';

/** What happened to one workload. */
export interface Result {
  readonly step: Step;
  readonly outcome: 'rolled-back' | 'no-op' | 'failed' | 'skipped' | 'restored';
  /** Seconds from the first change to done, or to the failure. */
  readonly seconds: number;
  /** Seconds from the start of the whole to the start of this. */
  readonly start: number;
  readonly message: string;
  readonly details: readonly string[];
}

/** Everything that carrying out a plan needs. */
interface Execution {
  readonly client: KubeClient;
  readonly namespace: Namespace;
  readonly log: Log;
  readonly record: (event: NewEvent) => void;
  readonly groups: readonly (readonly Step[])[];
  readonly health: readonly HealthCheck[];
  readonly maxParallel: number;
  readonly onFailure: 'stop' | 'continue' | 'restore';
  /** Which rollback this is, as it is written on the workloads. */
  readonly rollback: {
    readonly id: string;
    readonly run: string;
    readonly wanted: string;
    readonly reason: string;
  };
  /** Configuration to put back, each before the group that uses it. */
  readonly restores: readonly Restore[];
}

/** The same under way: with the configuration that was replaced so far, and the copies of what it was. */
type Running = Execution & {
  readonly replaced: Set<Restore>;
  captured: Captured;
  /** The workloads on which this run wrote that their pods have to be started anew. */
  readonly pending: Step[];
  /** When the whole began, as `performance.now()` has it. */
  readonly started: number;
  readonly limit: LimitFunction;
};

/**
 * Carries out a plan: the groups one after another, of each its configuration first and then its workloads, side by
 * side. Never throws for a workload that fails: the result of each says what happened to it.
 */
export async function carryOut(execution: Execution): Promise<Result[]> {
  const { groups, onFailure } = execution;
  const running: Running = {
    ...execution,
    replaced: new Set(),
    captured: new Map(),
    pending: [],
    started: performance.now(),
    limit: pLimit(execution.maxParallel),
  };
  const results: Result[] = [];
  for (const group of groups) {
    const stopped = onFailure !== 'continue' && results.some((result) => result.outcome === 'failed');
    results.push(
      ...(stopped
        ? group.map((step) => told(running, skipped(step, 'an earlier group failed')))
        : await carryOutGroup(running, group)),
    );
  }
  const failed = results.some((result) => result.outcome === 'failed');
  // Who cancels wants it to stop, and the runner ends us within seconds.
  const cancelled = execution.client.signal.reason instanceof CancelledError;
  return failed && onFailure === 'restore' && !cancelled ? restoreAll(running, results) : results;
}

async function carryOutGroup(running: Running, group: readonly Step[]): Promise<Result[]> {
  try {
    await changeConfiguration(running, group);
  } catch (error) {
    return group.map((step) =>
      told(
        running,
        step.does === 'skip'
          ? skipped(step, step.because)
          : { ...skipped(step, messageOf(error)), outcome: 'failed' },
      ),
    );
  }
  return Promise.all(group.map((step) => running.limit(() => carryOutStep(running, step))));
}

/** Puts a group's configuration back; what uses it in a later group has to be started anew as well. */
async function changeConfiguration(running: Running, group: readonly Step[]): Promise<void> {
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

async function carryOutStep(running: Running, step: Step): Promise<Result> {
  if (step.does === 'skip') return told(running, skipped(step, step.because));
  if (step.does === 'refuse') return told(running, { ...skipped(step, step.because), outcome: 'failed' });
  const begun = performance.now();
  const ended = (outcome: Result['outcome'], message: string, details: readonly string[] = []): Result => {
    const start = (begun - running.started) / 1000;
    return told(running, { step, outcome, message, details, seconds: since(begun), start });
  };
  try {
    running.record({ ...subjectOf(running, step), step: 'roll back', status: 'started', ...fromTo(step) });
    const restart = needsRestart(step, running.restores);
    const changed =
      step.does === 'roll-back'
        ? await switchTemplate(running, step)
        : restart
          ? await restartPods(running, step)
          : undefined;
    const change = changed && { before: step.workload, template: changed.spec.template };
    const pods = await awaitRollout(running, step, change);
    if (await verifyHealth(running.client, step, pods, running.health))
      running.record({ ...subjectOf(running, step), step: 'health check', status: 'done' });
    if (restart) {
      await inheritMarks(running, step, running.rollback);
      return ended('rolled-back', 'its configuration went back, so its pods were started anew');
    }
    return ended(step.does === 'roll-back' ? 'rolled-back' : 'no-op', step.because);
  } catch (error) {
    const details = error instanceof ActionError ? error.details : [(error as Error).stack ?? ''];
    return ended('failed', messageOf(error), details);
  }
}

/** Marks the revision that is left behind, then switches the workload to the planned template. */
async function switchTemplate(execution: Running, step: Step): Promise<Workload> {
  const { id, run, wanted, reason } = execution.rollback;
  const at = new Date().toISOString();
  // Where only a pause is taken away, nothing is left.
  const left = step.current === step.target ? undefined : step.current?.object;
  const target = step.target?.object.metadata.uid ?? '';
  const mark = { id, run, at, wanted, to: target, revision: step.to.revision ?? 0 };
  if (left) {
    const gone = { revision: left.metadata.uid, id, at, reason: reason.replace(/\s+/g, ' ').slice(0, 200) };
    await annotateRevision(execution.client, left, rolledBackAnnotation(gone));
  }
  const back = step.target?.object;
  try {
    const changed = await patchWorkload(execution, step.workload, (fresh) => {
      const { template } = fresh.spec;
      if (!sameTemplate(template, step.workload.spec.template) && !sameTemplate(template, step.template)) {
        throw new ActionError(
          `${label(step)} was changed by somebody else since the plan was made; nothing was done to it: run the rollback again.`,
        );
      }
      return rollbackPatch(fresh, step, mark);
    });
    // Whoever comes back to a revision on purpose does not count it as left any more.
    if (back && rolledBackMark(back))
      await annotateRevision(execution.client, back, rolledBackAnnotation(null));
    return changed;
  } catch (error) {
    // What was not left must not be taken for bad; where even this fails, mark-good clears it.
    if (left && !execution.client.signal.aborted) {
      await annotateRevision(execution.client, left, markBefore(left, id)).catch(() => {});
    }
    throw error;
  }
}

/** The mark of a revision as it was before this rollback: an earlier one may have left it as well. */
function markBefore(revision: KubeObject, id: string) {
  const mark = rolledBackMark(revision);
  return rolledBackAnnotation(mark && mark.id !== id ? mark : null);
}

/** Brings the configuration and every workload that was changed back to what they were before. */
async function restoreAll(running: Running, results: readonly Result[]): Promise<Result[]> {
  const client = running.client.withSignal(AbortSignal.timeout(WAITS.SERVICE_RESTORE_MS));
  running.log.warn(
    'A workload failed and `on-failure` is restore: all that was changed goes back to what it was.',
  );
  await bringConfigurationBack(client, running.namespace.name, running.captured, running.log);
  const restored = await Promise.all(results.map((result) => restoreOne({ ...running, client }, result)));
  client.close();
  return restored;
}

async function restoreOne(running: Running, result: Result): Promise<Result> {
  const { client, namespace } = running;
  const { step, outcome, message } = result;
  if (step.does !== 'roll-back' && step.does !== 'no-op') return result;
  try {
    const current = await client.get<Workload>(workloadPath(namespace.name, step.kind, step.name));
    if (sameTemplate(current.spec.template, step.workload.spec.template)) {
      if (running.pending.includes(step)) await unmarkPending(running, [step]);
      return result;
    }
    await patchWorkload(running, current, (fresh) => {
      const mine = sameTemplate(withoutRestart(fresh.spec.template), withoutRestart(step.template));
      if (!mine) throw new ActionError('somebody else has changed it since');
      return restorePatch(fresh, step);
    });
    if (step.current && step.does === 'roll-back') {
      await annotateRevision(
        client,
        step.current.object,
        markBefore(step.current.object, running.rollback.id),
      );
    }
    if (outcome === 'failed')
      return told(running, {
        ...result,
        message: `${message.replace(/\.?$/, '.')} It was brought back to what it was.`,
      });
    return told(running, {
      ...result,
      outcome: 'restored',
      message: 'brought back to what it was, because another workload failed',
    });
  } catch (error) {
    const why = `${message.replace(/\.?$/, '.')} It could not be brought back: ${messageOf(error)}.`;
    return told(running, { ...result, outcome: 'failed', message: why });
  }
}

/** Logs and records what happened to a workload. */
function told(execution: Execution, result: Result): Result {
  const { step, outcome, seconds, message, details } = result;
  const sign = outcome === 'failed' ? '✗' : '✓';
  const why = message === step.because ? '' : ` — ${message}`;
  execution.log.info(`${sign} ${label(step)}: ${outcome} in ${seconds.toFixed(1)} s${why}`);
  if (details.length > 0) execution.log.group(`${label(step)}: details`, details);
  const status = (
    {
      'rolled-back': 'done',
      'no-op': 'no-op',
      failed: 'failed',
      skipped: 'skipped',
      restored: 'failed',
    } as const
  )[outcome];
  // What is held at zero is not back before it serves again: whoever proves that ends this step.
  const did = isHeld(step.workload) && outcome !== 'failed' ? 'switch template' : 'roll back';
  execution.record({ ...subjectOf(execution, step), step: did, status, ...fromTo(step), seconds, message });
  return result;
}

const subjectOf = ({ client, namespace }: Execution, step: Step) =>
  workloadSubject(step, { cluster: client.cluster, namespace: namespace.name });

const skipped = (step: Step, message: string): Result => ({
  step,
  outcome: 'skipped',
  seconds: 0,
  start: 0,
  message,
  details: [],
});

const fromTo = ({ from, to }: Step) => ({
  from: Object.values(from.images).join(' '),
  to: Object.values(to.images).join(' '),
});

const since = (begun: number) => (performance.now() - begun) / 1000;

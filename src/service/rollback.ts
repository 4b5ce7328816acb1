import pLimit from 'p-limit';
import type { NewEvent } from '../record/record.ts';
import { ActionError, CancelledError, messageOf } from '../runner/errors.ts';
import type { Log } from '../runner/log.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { putConfigurationBack, uses } from './configuration.ts';
import { type Copies, findRestores, type Restore, restoreConfig } from './copies.ts';
import { type HealthCheck, verifyHealth } from './health.ts';
import { currentRevision, sameTemplate } from './history.ts';
import { label } from './kinds.ts';
import { annotateRevision, goodAnnotation, goodMark, rolledBackAnnotation } from './marks.ts';
import type { Namespace } from './namespace.ts';
import { rollbackPatch, templatePatch } from './patch.ts';
import type { Step } from './plan.ts';
import { awaitRollout, patchWorkload } from './rollout.ts';

/** How long bringing everything back may take after a failure. */
const RESTORE_SECONDS = 120;

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
export interface Execution {
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
  /** Configuration to put back before any workload is touched. */
  readonly restores: readonly Restore[];
}

/** The same, with the copies of the configuration that was replaced. */
type Running = Execution & { readonly captured: Copies };

/**
 * Carries out a plan: the configuration first, then the groups one after another, the workloads of a group side by
 * side. Never throws for a workload that fails: the result of each says what happened to it.
 */
export async function carryOut(execution: Execution): Promise<Result[]> {
  const { groups, onFailure } = execution;
  const started = performance.now();
  const limit = pLimit(execution.maxParallel);
  const captured = await putConfigurationBack(execution, groups.flat(), execution.restores);
  const running = { ...execution, captured };
  const results: Result[] = [];
  for (const group of groups) {
    const stopped = onFailure !== 'continue' && results.some((result) => result.outcome === 'failed');
    const done = group.map((step) =>
      stopped ? skipped(step, 'an earlier group failed') : limit(() => carryOutStep(running, step, started)),
    );
    results.push(...(await Promise.all(done)));
  }
  const failed = results.some((result) => result.outcome === 'failed');
  // Who cancels wants it to stop, and the runner ends us within seconds.
  const cancelled = execution.client.signal.reason instanceof CancelledError;
  return failed && onFailure === 'restore' && !cancelled ? restoreAll(running, results) : results;
}

async function carryOutStep(execution: Running, step: Step, started: number): Promise<Result> {
  if (step.does === 'skip') return skipped(step, step.because);
  if (step.does === 'refuse') return { ...skipped(step, step.because), outcome: 'failed' };
  const begun = performance.now();
  const told = (outcome: Result['outcome'], message: string, details: readonly string[] = []): Result => {
    const result = {
      step,
      outcome,
      message,
      details,
      seconds: since(begun),
      start: (begun - started) / 1000,
    };
    report(execution, result);
    return result;
  };
  try {
    execution.record({ component: label(step), step: 'roll back', status: 'started', ...fromTo(step) });
    const restart = step.does === 'no-op' && uses(step.template, execution.restores);
    if (step.does === 'roll-back') await switchTemplate(execution, step);
    if (restart) await restartPods(execution, step);
    const pods = await awaitRollout(
      execution,
      step,
      restart || step.does === 'roll-back' ? step.workload : undefined,
    );
    await verifyHealth(execution.client, step, pods, execution.health);
    if (restart) {
      await inheritMark(execution, step);
      return told('rolled-back', 'its configuration went back, so its pods were started anew');
    }
    return told(step.does === 'roll-back' ? 'rolled-back' : 'no-op', step.because);
  } catch (error) {
    const details = error instanceof ActionError ? error.details : [(error as Error).stack ?? ''];
    return told('failed', messageOf(error), details);
  }
}

/** Marks the revision that is left behind, then switches the workload to the planned template. */
async function switchTemplate(execution: Running, step: Step): Promise<void> {
  const { id, run, wanted, reason } = execution.rollback;
  const at = new Date().toISOString();
  if (step.current) {
    const revision = step.current.object.metadata.uid;
    await annotateRevision(
      execution.client,
      step.current.object,
      rolledBackAnnotation({ revision, id, at, reason: reason.slice(0, 200) }),
    );
  }
  const mark = {
    id,
    run,
    at,
    wanted,
    to: step.target?.object.metadata.uid ?? '',
    revision: step.to.revision ?? 0,
  };
  await patchWorkload(execution, step.workload, (fresh) => {
    if (
      !sameTemplate(fresh.spec.template, step.workload.spec.template) &&
      !sameTemplate(fresh.spec.template, step.template)
    ) {
      throw new ActionError(
        `${label(step)} was changed by somebody else since the plan was made; nothing was done to it: run the rollback again.`,
      );
    }
    return rollbackPatch(fresh, step, mark);
  });
}

/** As `kubectl rollout restart` does it: a new template that differs in one annotation. */
async function restartPods(execution: Running, step: Step): Promise<void> {
  const annotations = { 'kubectl.kubernetes.io/restartedAt': new Date().toISOString() };
  await patchWorkload(execution, step.workload, ({ metadata }) => ({
    metadata: { resourceVersion: metadata.resourceVersion },
    spec: { template: { metadata: { annotations } } },
  }));
}

/** The revision that a restart made is as good as the one that it was made of. */
async function inheritMark({ client, namespace }: Running, step: Step): Promise<void> {
  const workload = namespace.workload(step.kind, step.uid);
  const revision = workload && currentRevision(workload, namespace.history(workload));
  const mark = step.target && goodMark(step.target.object);
  if (revision && mark)
    await annotateRevision(
      client,
      revision.object,
      goodAnnotation({ ...mark, revision: revision.object.metadata.uid }),
    );
}

/** Brings the configuration and every workload that was changed back to what they were before. */
async function restoreAll(execution: Running, results: readonly Result[]): Promise<Result[]> {
  const { log, namespace, captured } = execution;
  const client = execution.client.withSignal(AbortSignal.timeout(RESTORE_SECONDS * 1000));
  log.warn('A workload failed and `on-failure` is restore: all that was changed goes back to what it was.');
  try {
    const restores = await findRestores(client, namespace.name, captured);
    for (const restore of restores) await restoreConfig(client, restore);
  } catch (error) {
    log.warn(
      `The configuration could not be brought back: ${messageOf(error)}; its copies are ${Object.values(captured).join(', ')}.`,
    );
  }
  const restored = await Promise.all(results.map((result) => restoreOne({ ...execution, client }, result)));
  client.close();
  return restored;
}

async function restoreOne(execution: Running, result: Result): Promise<Result> {
  const { client, namespace } = execution;
  const { step, outcome, message } = result;
  const current = namespace.workload(step.kind, step.uid);
  if (outcome === 'skipped' || !current || sameTemplate(current.spec.template, step.workload.spec.template))
    return result;
  try {
    await patchWorkload({ client, namespace }, current, (fresh) => {
      if (step.does === 'roll-back' && !sameTemplate(fresh.spec.template, step.template)) {
        throw new ActionError('somebody else has changed it since');
      }
      return templatePatch(fresh, step.workload.spec.template);
    });
    if (step.current) await annotateRevision(client, step.current.object, rolledBackAnnotation(null));
    if (outcome === 'failed') return { ...result, message: `${message} It was brought back to what it was.` };
    return {
      ...result,
      outcome: 'restored',
      message: 'brought back to what it was, because another workload failed',
    };
  } catch (error) {
    const told = `${message} It could not be brought back: ${messageOf(error)}.`;
    return { ...result, outcome: 'failed', message: told };
  }
}

function report(execution: Execution, { step, outcome, seconds, message, details }: Result): void {
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
  execution.record({ component: label(step), step: 'roll back', status, ...fromTo(step), seconds, message });
}

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

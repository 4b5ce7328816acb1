import type { LimitFunction } from 'p-limit';
import type { Log } from '../base/log.ts';
import { isHeld } from '../domain/workloads/held.ts';
import type { OwnerPlan } from '../owners/back.ts';
import type { Clusters } from '../owners/find.ts';
import { workloadSubject } from '../record/component.ts';
import { incidentOf } from '../record/incident.ts';
import type { NewEvent } from '../record/record.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { label } from '../systems/kubernetes/kinds.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';
import type { Captured } from './configuration-back.ts';
import type { Restore } from './copies.ts';
import type { HealthCheck } from './health.ts';
import type { ImageCheck } from './images.ts';
import { lastRollback, rolledBackAnnotation, rolledBackMark } from './marks.ts';
import type { NamespaceCache } from './namespace.ts';
import type { Step } from './plan.ts';

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
  /** It has no pods, so that nothing shows that it works. */
  readonly isIdle?: true;
}

/** An owner that goes back, and the workloads of it that do. */
export interface OwnerStep {
  readonly plan: OwnerPlan;
  readonly steps: readonly Step[];
}

/** Everything that carrying out a plan needs. */
export interface RollbackPlan {
  readonly client: KubeClient;
  readonly namespace: NamespaceCache;
  readonly log: Log;
  readonly record: (event: NewEvent) => void;
  readonly groups: readonly (readonly Step[])[];
  readonly health: readonly HealthCheck[];
  readonly maxParallel: number;
  readonly onFailure: 'stop' | 'continue' | 'restore';
  /** Whether a Rollout goes back without its steps. */
  readonly skipsSteps: boolean;
  /** Which rollback this is, as it is written on the workloads. */
  readonly rollback: {
    readonly id: string;
    readonly run: string;
    readonly wanted: string;
    readonly reason: string;
  };
  /** The owners that go back first, and where they are. */
  readonly owners: { readonly steps: readonly OwnerStep[]; readonly clusters: Clusters };
  /** Configuration to put back, each before the group that uses it. */
  readonly restores: readonly Restore[];
  /** Asks registries, with all of its time. */
  readonly images: () => ImageCheck;
  /** Copies of configuration may be made: the rights were asked for. */
  readonly keepsConfig: boolean;
}

/** The same under way: with the configuration that was replaced so far, and the copies of what it was. */
export type RollbackRun = RollbackPlan & {
  readonly replaced: Set<Restore>;
  captured: Captured;
  /** The workloads whose template this run has changed, and those that it is at work on. */
  readonly changed: Set<Step>;
  readonly busy: Set<Step>;
  /** Of those at work, the ones that wait for what others free. */
  readonly waiting: Set<Step>;
  /** Owners that went back, or why not (see `ownersBack`). */
  readonly gone: Map<OwnerStep, string | undefined>;
  /** Configuration could not be put back. */
  configurationFailed: boolean;
  /** The workloads on which this run wrote that their pods have to be started anew. */
  readonly pending: Step[];
  /** When the whole began, as `performance.now()` has it. */
  readonly started: number;
  readonly limit: LimitFunction;
};

/** The mark of a revision as it was before this rollback: an earlier one may have left it as well. */
export function markBefore(revision: KubeObject, id: string) {
  const mark = rolledBackMark(revision);
  return rolledBackAnnotation(mark && mark.id !== id ? mark : null);
}

/** Logs and records what happened to a workload. */
export function reportResult(plan: RollbackPlan, result: Result): Result {
  const { step, outcome, seconds, message, details } = result;
  const sign = outcome === 'failed' ? '✗' : '✓';
  const explanation = message === step.reason ? '' : ` — ${message}`;
  plan.log.info(`${sign} ${label(step)}: ${outcome} in ${seconds.toFixed(1)} s${explanation}`);
  if (details.length > 0) plan.log.group(`${label(step)}: details`, details);
  const status = (
    {
      'rolled-back': 'done',
      'no-op': 'no-op',
      failed: 'failed',
      skipped: 'skipped',
      restored: 'failed',
    } as const
  )[outcome];
  // What is held at zero is not back before it serves again: the step that proves that completes this one.
  const recordedStep = isHeld(step.workload) && outcome !== 'failed' ? 'switch template' : 'roll back';
  const earlier = status === 'no-op' ? earlierOf(plan, step) : undefined;
  plan.record({
    ...{ ...subjectOf(plan, step), step: recordedStep, status, ...fromTo(step), seconds, message },
    ...(earlier !== undefined && { evidence: { earlier } }),
  });
  return result;
}

/** When an attempt of this rollback put a workload back that is where it should be, where one did. */
function earlierOf({ rollback }: RollbackPlan, { workload, current }: Step): string | undefined {
  const last = lastRollback(workload);
  const isOwn = last && incidentOf(last.id, last.run) === incidentOf(rollback.id, rollback.run);
  return isOwn && last.to === current?.object.metadata.uid ? last.at : undefined;
}

export const subjectOf = ({ client, namespace }: RollbackPlan, step: Step) =>
  workloadSubject(step, { cluster: client.cluster, namespace: namespace.name });

export const skipped = (step: Step, message: string): Result => ({
  step,
  outcome: 'skipped',
  seconds: 0,
  start: 0,
  message,
  details: [],
});

export const fromTo = ({ from, to }: Step) => ({
  from: Object.values(from.images).join(' '),
  to: Object.values(to.images).join(' '),
});

export const since = (begun: number) => (performance.now() - begun) / 1000;

import { Failure } from '../failure.ts';
import { isSame } from '../json.ts';
import {
  type Condition,
  conditionOf,
  isFinished,
  isTerminating,
  type Job,
  now,
  type Pod,
} from '../objects.ts';
import type { Context } from './context.ts';
import { claimPods, createPod, deletePod } from './owned-pods.ts';

/** A Job of one pod: made until one succeeds, as often as its back-off limit lets it. */
export function syncJob(context: Context, namespace: string, name: string): void {
  const job = context.store.get<Job>('jobs', namespace, name);
  if (!job || isTerminating(job) || hasEnded(job)) return;
  const pods = claimPods(context, job);
  const active = pods.filter((pod) => !isTerminating(pod) && !isFinished(pod));
  const late = lateInMs(job);
  const end = endOf(job, pods, late);
  if (end) {
    for (const pod of active) deletePod(context, job, pod);
    return update(context, job, pods, end);
  }
  if (late !== undefined) context.again(namespace, name, late);
  let failure: Failure | undefined;
  try {
    if (active.length === 0) createPod(context, job, job.spec.template, { generateName: `${name}-` });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    failure = error;
  }
  update(context, job, claimPods(context, job), []);
  if (failure) throw failure;
}

const hasEnded = ({ status }: Job): boolean =>
  ['Complete', 'Failed'].some((type) => conditionOf(status.conditions, type)?.status === 'True');

/** Milliseconds until its deadline; undefined where it has none. */
function lateInMs({ spec, status, metadata }: Job): number | undefined {
  if (spec.activeDeadlineSeconds === undefined) return undefined;
  const since = Date.parse(status.startTime ?? metadata.creationTimestamp);
  return since + spec.activeDeadlineSeconds * 1000 - Date.now();
}

function endOf({ spec }: Job, pods: readonly Pod[], late: number | undefined): Condition[] | undefined {
  const failed = pods.filter(({ status }) => status.phase === 'Failed').length;
  const condition = (type: string, reason: string, message: string): Condition => ({
    ...{ type, status: 'True', reason, message, lastTransitionTime: now() },
  });
  if (pods.some(({ status }) => status.phase === 'Succeeded')) {
    const told = ['CompletionsReached', 'Reached expected number of succeeded pods'] as const;
    return [condition('SuccessCriteriaMet', ...told), condition('Complete', ...told)];
  }
  if (failed > spec.backoffLimit) {
    const told = ['BackoffLimitExceeded', 'Job has reached the specified backoff limit'] as const;
    return [condition('FailureTarget', ...told), condition('Failed', ...told)];
  }
  if (late !== undefined && late <= 0) {
    const told = ['DeadlineExceeded', 'Job was active longer than specified deadline'] as const;
    return [condition('FailureTarget', ...told), condition('Failed', ...told)];
  }
  return undefined;
}

function update({ registry }: Context, job: Job, pods: readonly Pod[], conditions: Condition[]): void {
  const { namespace = '', name } = job.metadata;
  const count = (phase: string) => pods.filter(({ status }) => status.phase === phase).length;
  const active = conditions.length > 0 ? 0 : pods.filter((pod) => !isFinished(pod)).length;
  const [succeeded, failed] = [count('Succeeded'), count('Failed')];
  const status: Job['status'] = {
    startTime: job.status.startTime ?? now(),
    ...(active > 0 && { active }),
    ...(succeeded > 0 && { succeeded }),
    ...(failed > 0 && { failed }),
    ...(conditions.length > 0 && { conditions }),
  };
  if (!isSame(status, job.status))
    registry.update<Job>('jobs', namespace, name, (copy) => ({ ...copy, status }), { status: true });
}

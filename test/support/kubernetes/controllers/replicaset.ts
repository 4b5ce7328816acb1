import { Failure } from '../failure.ts';
import { isSame } from '../json.ts';
import {
  availableInMs,
  type Condition,
  conditionOf,
  isAvailable,
  isFinished,
  isReady,
  isTerminating,
  now,
  type Pod,
  type ReplicaSet,
} from '../objects.ts';
import { selectorMatcher } from '../selectors.ts';
import type { Context } from './context.ts';
import { claimPods, createPod, createSlowly, deletePod } from './owned-pods.ts';

export function syncReplicaSet(context: Context, namespace: string, name: string): void {
  const set = context.store.get<ReplicaSet>('replicasets', namespace, name);
  if (!set) return;
  const pods = claimPods(context, set);
  const active = pods.filter((pod) => !isTerminating(pod) && !isFinished(pod));
  const missing = set.spec.replicas - active.length;
  let failure: Failure | undefined;
  if (!isTerminating(set)) {
    try {
      if (missing > 0) {
        createSlowly(missing, () => createPod(context, set, set.spec.template, { generateName: `${name}-` }));
      }
      const surplus = [...active].sort(leastWorthFirst).slice(0, Math.max(0, -missing));
      for (const pod of surplus) deletePod(context, set, pod);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failure = error;
    }
  }
  const after = claimPods(context, set);
  updateStatus(context, set, after, failure);
  if (failure) throw failure;
}

function updateStatus(context: Context, set: ReplicaSet, pods: Pod[], failure: Failure | undefined): void {
  const { namespace = '', name, generation = 0 } = set.metadata;
  const { minReadySeconds, template } = set.spec;
  const active = pods.filter((pod) => !isTerminating(pod) && !isFinished(pod));
  const hasAllLabels = selectorMatcher({ matchLabels: template.metadata?.labels ?? {} });
  const ready = active.filter(isReady);
  const available = active.filter((pod) => isAvailable(pod, minReadySeconds));
  const conditions = withFailure(set.status.conditions ?? [], failure);
  const status: ReplicaSet['status'] = {
    replicas: active.length,
    fullyLabeledReplicas: active.filter((pod) => hasAllLabels(pod.metadata.labels ?? {})).length,
    readyReplicas: ready.length,
    availableReplicas: available.length,
    terminatingReplicas: pods.filter((pod) => isTerminating(pod) && !isFinished(pod)).length,
    observedGeneration: generation,
    ...(conditions.length > 0 && { conditions }),
  };
  if (!isSame(status, set.status)) {
    context.registry.update<ReplicaSet>('replicasets', namespace, name, (copy) => ({ ...copy, status }), {
      status: true,
    });
  }
  const soonest = Math.min(
    ...ready.filter((pod) => !available.includes(pod)).map((pod) => availableInMs(pod, minReadySeconds)),
  );
  if (soonest < Infinity) context.again(namespace, name, soonest);
}

function withFailure(conditions: Condition[], failure: Failure | undefined): Condition[] {
  const known = conditionOf(conditions, 'ReplicaFailure');
  const others = conditions.filter((condition) => condition !== known);
  if (!failure) return others;
  if (known) return conditions;
  const { message } = failure;
  const added = {
    type: 'ReplicaFailure',
    status: 'True' as const,
    lastTransitionTime: now(),
    reason: 'FailedCreate',
    message,
  };
  return [...others, added];
}

/** Which pods go first when there are too many: those that do the least, then those made last. */
function leastWorthFirst(a: Pod, b: Pod): number {
  return (
    worth(a) - worth(b) || Date.parse(b.metadata.creationTimestamp) - Date.parse(a.metadata.creationTimestamp)
  );
}

function worth(pod: Pod): number {
  const cost = Number(pod.metadata.annotations?.['controller.kubernetes.io/pod-deletion-cost'] ?? 0);
  const running = pod.status.phase === 'Running' ? 1 : 0;
  const steps = (pod.spec.nodeName ? 4 : 0) + running * 2 + (isReady(pod) ? 1 : 0);
  // Any step counts more than any cost.
  return steps * 2 ** 32 + cost;
}

import { isSame } from '../json.ts';
import {
  type Condition,
  conditionOf,
  type Deployment,
  type DeploymentStatus,
  now,
  type ReplicaSet,
} from '../objects.ts';
import type { Context } from './context.ts';
import { all, type Rollout } from './deployment.ts';
import { maxUnavailable } from './deployment-revisions.ts';

/** The numbers, and whether enough pods are available. */
export function updateStatus(context: Context, deployment: Deployment, rollout: Rollout): void {
  write(context, deployment, calculate(deployment, rollout));
}

/** The same, and how the rollout goes: on, done, or not in time. */
export function updateProgress(context: Context, deployment: Deployment, rollout: Rollout): void {
  const status = calculate(deployment, rollout);
  const known = conditionOf(deployment.status.conditions, 'Progressing');
  const isDone = status.replicas === status.updatedReplicas && known?.reason === 'NewReplicaSetAvailable';
  if (!isDone) noteProgress(deployment, status, known, rollout);
  const failure = [rollout.current, ...rollout.old]
    .map((set) => conditionOf(set?.status.conditions, 'ReplicaFailure'))
    .find((condition) => condition !== undefined);
  status.conditions = failure
    ? withCondition(status.conditions, { ...failure, lastUpdateTime: failure.lastTransitionTime ?? '' })
    : (status.conditions ?? []).filter(({ type }) => type !== 'ReplicaFailure');
  if (!write(context, deployment, status)) waitForDeadline(context, deployment);
}

/** `status` is the new one while a turn works out whether it is done. */
export function isComplete({ metadata, spec }: Deployment, status: DeploymentStatus): boolean {
  const { updatedReplicas, replicas, availableReplicas, observedGeneration } = status;
  const counts = [updatedReplicas, replicas, availableReplicas];
  return (
    counts.every((count = 0) => count === spec.replicas) &&
    (observedGeneration ?? 0) >= (metadata.generation ?? 0)
  );
}

export function progressing(status: Condition['status'], reason: string, message: string): Condition {
  return { type: 'Progressing', status, lastUpdateTime: now(), lastTransitionTime: now(), reason, message };
}

/** A condition that says nothing new stays as it was, with its times. */
export function withCondition(conditions: Condition[] = [], condition: Condition): Condition[] {
  const known = conditionOf(conditions, condition.type);
  if (known?.status === condition.status && known.reason === condition.reason) return conditions;
  const { lastTransitionTime } = known?.status === condition.status ? known : condition;
  const others = conditions.filter((each) => each !== known);
  return [...others, { ...condition, ...(lastTransitionTime && { lastTransitionTime }) }];
}

function calculate(deployment: Deployment, rollout: Rollout): DeploymentStatus {
  const { status, spec, metadata } = deployment;
  const sets = all(rollout);
  const sum = (count: (set: ReplicaSet) => number | undefined) =>
    sets.reduce((total, set) => total + (count(set) ?? 0), 0);
  const available = sum((set) => set.status.availableReplicas);
  const isEnough = available >= spec.replicas - maxUnavailable(deployment);
  const availability: Condition = {
    type: 'Available',
    status: isEnough ? 'True' : 'False',
    lastUpdateTime: now(),
    lastTransitionTime: now(),
    reason: isEnough ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
    message: isEnough
      ? 'Deployment has minimum availability.'
      : 'Deployment does not have minimum availability.',
  };
  const counts = {
    replicas: sum((set) => set.status.replicas),
    updatedReplicas: rollout.current?.status.replicas ?? 0,
    readyReplicas: sum((set) => set.status.readyReplicas),
    availableReplicas: available,
    unavailableReplicas: Math.max(0, sum((set) => set.spec.replicas) - available),
  };
  return {
    observedGeneration: metadata.generation ?? 0,
    // Fields that are zero are left out, all but the one that is a pointer.
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    terminatingReplicas: sum((set) => set.status.terminatingReplicas),
    ...(status.collisionCount !== undefined && { collisionCount: status.collisionCount }),
    conditions: withCondition(status.conditions, availability),
  };
}

function noteProgress(
  deployment: Deployment,
  status: DeploymentStatus,
  known: Condition | undefined,
  { current }: Rollout,
): void {
  const subject = current
    ? `ReplicaSet "${current.metadata.name}"`
    : `Deployment "${deployment.metadata.name}"`;
  const set = (condition: Condition) => {
    status.conditions = withCondition(status.conditions, condition);
  };
  if (isComplete(deployment, status)) {
    set(progressing('True', 'NewReplicaSetAvailable', `${subject} has successfully progressed.`));
  } else if (hasProgressed(deployment.status, status)) {
    const condition = progressing('True', 'ReplicaSetUpdated', `${subject} is progressing.`);
    if (known?.status === 'True' && known.lastTransitionTime)
      condition.lastTransitionTime = known.lastTransitionTime;
    // Written anew each time, because the deadline counts from it.
    status.conditions = [
      ...(status.conditions ?? []).filter(({ type }) => type !== 'Progressing'),
      condition,
    ];
  } else if (isLate(deployment, known)) {
    set(progressing('False', 'ProgressDeadlineExceeded', `${subject} has timed out progressing.`));
  }
}

function hasProgressed(before: DeploymentStatus, after: DeploymentStatus): boolean {
  const { updatedReplicas = 0, replicas = 0, readyReplicas = 0, availableReplicas = 0 } = after;
  const old = { updatedReplicas: 0, replicas: 0, readyReplicas: 0, availableReplicas: 0, ...before };
  return (
    updatedReplicas > old.updatedReplicas ||
    replicas - updatedReplicas < old.replicas - old.updatedReplicas ||
    readyReplicas > old.readyReplicas ||
    availableReplicas > old.availableReplicas
  );
}

function isLate(deployment: Deployment, known: Condition | undefined): boolean {
  if (!known || known.reason === 'NewReplicaSetAvailable') return false;
  return known.reason === 'ProgressDeadlineExceeded' || msToDeadline(deployment, known) < 0;
}

function msToDeadline({ spec }: Deployment, { lastUpdateTime = '' }: Condition): number {
  return Date.parse(lastUpdateTime) + spec.progressDeadlineSeconds * 1000 - Date.now();
}

/** Nothing changes when a rollout is stuck, so that only the clock can tell. */
function waitForDeadline(context: Context, deployment: Deployment): void {
  const known = conditionOf(deployment.status.conditions, 'Progressing');
  const settled = ['NewReplicaSetAvailable', 'ProgressDeadlineExceeded', 'DeploymentPaused'];
  if (!known || settled.includes(known.reason ?? '')) return;
  const { namespace = '', name } = deployment.metadata;
  context.again(namespace, name, Math.max(0, msToDeadline(deployment, known)) + 1);
}

function write({ registry }: Context, deployment: Deployment, status: DeploymentStatus): boolean {
  if (isSame(status, deployment.status)) return false;
  const { namespace = '', name } = deployment.metadata;
  registry.update<Deployment>('deployments', namespace, name, (copy) => ({ ...copy, status }), {
    status: true,
  });
  return true;
}

import {
  type Condition,
  conditionOf,
  type Deployment,
  isFinished,
  isTerminating,
  type Pod,
  type ReplicaSet,
} from '../objects.ts';
import type { Context } from './context.ts';
import {
  maxUnavailable,
  newReplicas,
  ownedReplicaSets,
  REVISION,
  resize,
  revisionOf,
  syncNew,
  wasScaled,
} from './deployment-revisions.ts';
import { scaleInProportion } from './deployment-scaling.ts';
import { isComplete, progressing, updateProgress, updateStatus, withCondition } from './deployment-status.ts';

export function syncDeployment(context: Context, namespace: string, name: string): void {
  const stored = context.store.get<Deployment>('deployments', namespace, name);
  if (!stored) return;
  const sets = ownedReplicaSets(context, stored);
  if (isTerminating(stored)) return updateStatus(context, stored, findRollout(context, stored, sets, false));
  const deployment = notePause(context, stored);
  if (deployment.spec.paused || wasScaled(deployment, sets)) {
    const rollout = findRollout(context, deployment, sets, false);
    scaleInProportion(context, rollout);
    if (deployment.spec.paused) cleanUp(context, rollout);
    return updateStatus(context, rollout.deployment, refresh(context, rollout));
  }
  if (deployment.spec.strategy.type === 'Recreate') recreate(context, deployment, sets);
  else roll(context, deployment, sets);
}

/** A Deployment in the middle of its turn, with its ReplicaSets as they are now. */
export interface Rollout {
  deployment: Deployment;
  current: ReplicaSet | undefined;
  old: ReplicaSet[];
}

export function all({ current, old }: Rollout): ReplicaSet[] {
  return current ? [...old, current] : old;
}

function findRollout(
  context: Context,
  deployment: Deployment,
  sets: ReplicaSet[],
  mayCreate: boolean,
): Rollout {
  const { set: current, how } = syncNew(context, deployment, sets, mayCreate);
  const old = sets.filter((set) => set.metadata.name !== current?.metadata.name);
  if (!current || how === 'changed') return { deployment, current, old };
  return { deployment: noteRevision(context, deployment, current, how === 'created'), current, old };
}

function noteRevision(
  context: Context,
  deployment: Deployment,
  current: ReplicaSet,
  isNew: boolean,
): Deployment {
  const { namespace = '', name } = deployment.metadata;
  return context.registry.update<Deployment>(
    'deployments',
    namespace,
    name,
    (copy) => {
      copy.metadata.annotations = { ...copy.metadata.annotations, [REVISION]: String(revisionOf(current)) };
      if (isNew || !conditionOf(copy.status.conditions, 'Progressing')) {
        const [reason, verb] = isNew ? ['NewReplicaSetCreated', 'Created'] : ['FoundNewReplicaSet', 'Found'];
        const message = `${verb} new replica set "${current.metadata.name}"`;
        copy.status.conditions = withCondition(copy.status.conditions, progressing('True', reason, message));
      }
      return copy;
    },
    { status: true },
  );
}

function refresh({ store }: Context, { deployment, current, old }: Rollout): Rollout {
  const read = ({ metadata }: ReplicaSet) =>
    store.get<ReplicaSet>('replicasets', metadata.namespace ?? '', metadata.name);
  return {
    deployment,
    current: current && read(current),
    old: old.map(read).filter((set) => set !== undefined),
  };
}

function roll(context: Context, deployment: Deployment, sets: ReplicaSet[]): void {
  const rollout = findRollout(context, deployment, sets, true);
  const hasMoved = growNew(context, rollout) || shrinkOld(context, rollout);
  const after = refresh(context, rollout);
  if (!hasMoved && isComplete(rollout.deployment, rollout.deployment.status)) cleanUp(context, after);
  updateProgress(context, rollout.deployment, after);
}

function growNew(context: Context, rollout: Rollout): boolean {
  const { deployment, current } = rollout;
  if (!current) return false;
  const wanted = Math.min(
    deployment.spec.replicas,
    newReplicas(deployment, all(rollout), current.spec.replicas),
  );
  if (wanted === current.spec.replicas) return false;
  resize(context, deployment, current, wanted);
  return true;
}

/** Pods that don't work go first; then as many good ones as there are new pods to take their place. */
function shrinkOld(context: Context, rollout: Rollout): boolean {
  const { deployment, current, old } = rollout;
  const count = (sets: ReplicaSet[]) => sets.reduce((sum, set) => sum + set.spec.replicas, 0);
  if (count(old) === 0) return false;
  const minAvailable = deployment.spec.replicas - maxUnavailable(deployment);
  const newUnavailable = (current?.spec.replicas ?? 0) - (current?.status.availableReplicas ?? 0);
  const budget = count(all(rollout)) - minAvailable - newUnavailable;
  if (budget <= 0) return false;

  const remaining = new Map(old.map((set) => [set, set.spec.replicas]));
  const take = (set: ReplicaSet, replicas: number) =>
    remaining.set(set, (remaining.get(set) ?? 0) - replicas);
  let unhealthy = budget;
  for (const set of old) {
    const taken = Math.min(unhealthy, set.spec.replicas - (set.status.availableReplicas ?? 0));
    take(set, taken);
    unhealthy -= taken;
  }
  const available = all(rollout).reduce((sum, set) => sum + (set.status.availableReplicas ?? 0), 0);
  let healthy = Math.max(0, available - minAvailable);
  for (const set of old) {
    const taken = Math.min(healthy, remaining.get(set) ?? 0);
    take(set, taken);
    healthy -= taken;
  }
  const changed = old.filter((set) => remaining.get(set) !== set.spec.replicas);
  for (const set of changed) resize(context, deployment, set, remaining.get(set) ?? 0);
  return changed.length > 0;
}

function recreate(context: Context, deployment: Deployment, sets: ReplicaSet[]): void {
  let rollout = findRollout(context, deployment, sets, false);
  const active = rollout.old.filter(({ spec }) => spec.replicas > 0);
  for (const set of active) resize(context, deployment, set, 0);
  if (active.length === 0 && !hasOldPods(context, rollout)) {
    if (!rollout.current) rollout = findRollout(context, deployment, sets, true);
    if (rollout.current && rollout.current.spec.replicas !== deployment.spec.replicas) {
      resize(context, deployment, rollout.current, deployment.spec.replicas);
    }
    if (isComplete(rollout.deployment, rollout.deployment.status)) cleanUp(context, rollout);
  }
  updateProgress(context, rollout.deployment, refresh(context, rollout));
}

function hasOldPods({ store }: Context, { old }: Rollout): boolean {
  const pods = old.flatMap(({ metadata }) => store.index.ownedBy(metadata.uid));
  return pods.some(({ plural, object }) => plural === 'pods' && !isFinished(object as Pod));
}

function cleanUp({ registry }: Context, { deployment, old }: Rollout): void {
  const candidates = old.filter((set) => !isTerminating(set)).sort((a, b) => revisionOf(a) - revisionOf(b));
  const surplus = candidates.length - deployment.spec.revisionHistoryLimit;
  for (const { metadata, spec, status } of candidates.slice(0, Math.max(0, surplus))) {
    const isSeen = (metadata.generation ?? 0) <= (status.observedGeneration ?? 0);
    if (status.replicas === 0 && spec.replicas === 0 && isSeen) {
      registry.delete('replicasets', metadata.namespace ?? '', metadata.name);
    }
  }
}

/** The time that a Deployment is paused does not count against its progress deadline. */
function notePause({ registry }: Context, deployment: Deployment): Deployment {
  const { namespace = '', name } = deployment.metadata;
  const known: Condition | undefined = conditionOf(deployment.status.conditions, 'Progressing');
  const isNoted = known?.reason === 'DeploymentPaused';
  if (known?.reason === 'ProgressDeadlineExceeded' || Boolean(deployment.spec.paused) === isNoted)
    return deployment;
  const condition = isNoted
    ? progressing('Unknown', 'DeploymentResumed', 'Deployment is resumed')
    : progressing('Unknown', 'DeploymentPaused', 'Deployment is paused');
  return registry.update<Deployment>(
    'deployments',
    namespace,
    name,
    (copy) => {
      copy.status.conditions = withCondition(copy.status.conditions, condition);
      return copy;
    },
    { status: true },
  );
}

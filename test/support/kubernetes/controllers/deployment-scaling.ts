import type { ReplicaSet } from '../objects.ts';
import type { Context } from './context.ts';
import { all, type Rollout } from './deployment.ts';
import { maxReplicasNoted, maxSurge, resize } from './deployment-revisions.ts';

/** A Deployment that is scaled in the middle of a rollout keeps the shares of its ReplicaSets. */
export function scaleInProportion(context: Context, rollout: Rollout): void {
  const { deployment, current, old } = rollout;
  const { replicas, strategy } = deployment.spec;
  const active = all(rollout).filter(({ spec }) => spec.replicas > 0);
  if (active.length <= 1) {
    const only = active[0] ?? current ?? old.at(-1);
    if (only && only.spec.replicas !== replicas) resize(context, deployment, only, replicas);
    return;
  }
  if (current && isSaturated(current, replicas)) {
    for (const set of old.filter(({ spec }) => spec.replicas > 0)) resize(context, deployment, set, 0);
    return;
  }
  if (strategy.type !== 'RollingUpdate') return;

  const total = active.reduce((sum, set) => sum + set.spec.replicas, 0);
  const allowed = replicas > 0 ? replicas + maxSurge(deployment) : 0;
  const toAdd = allowed - total;
  const byWeight = [...active].sort(toAdd > 0 ? largerThenNewer : largerThenOlder);
  let added = 0;
  const wanted = byWeight.map((set) => {
    const share = toAdd === 0 ? 0 : shareOf(set, replicas, allowed, total, toAdd - added, toAdd);
    added += share;
    return set.spec.replicas + share;
  });
  for (const [index, set] of byWeight.entries()) {
    const leftover = index === 0 ? toAdd - added : 0;
    resize(context, deployment, set, Math.max(0, (wanted[index] ?? 0) + leftover));
  }
}

function isSaturated({ spec, status, metadata }: ReplicaSet, replicas: number): boolean {
  const desired = Number(metadata.annotations?.['deployment.kubernetes.io/desired-replicas']);
  return spec.replicas === replicas && desired === replicas && status.availableReplicas === replicas;
}

function shareOf(
  set: ReplicaSet,
  replicas: number,
  allowed: number,
  total: number,
  left: number,
  toAdd: number,
): number {
  const whole = set.spec.replicas;
  const before = maxReplicasNoted(set) ?? total;
  const share = replicas === 0 ? -whole : Math.round((whole * allowed) / before) - whole;
  return toAdd > 0 ? Math.min(share, left) : Math.max(share, left);
}

const size = ({ spec }: ReplicaSet) => spec.replicas;
const age = ({ metadata }: ReplicaSet) => Date.parse(metadata.creationTimestamp);
const largerThenNewer = (a: ReplicaSet, b: ReplicaSet) => size(b) - size(a) || age(b) - age(a);
const largerThenOlder = (a: ReplicaSet, b: ReplicaSet) => size(b) - size(a) || age(a) - age(b);

import { Failure } from '../failure.ts';
import {
  controllerOf,
  controllerReference,
  type Deployment,
  draft,
  isTerminating,
  type Labels,
  type PodTemplate,
  type ReplicaSet,
  resolveIntOrPercent,
} from '../objects.ts';
import { selectorMatcher } from '../selectors.ts';
import type { Context } from './context.ts';
import { canonical, hashOf } from './hash.ts';

export const REVISION = 'deployment.kubernetes.io/revision';
const HISTORY = 'deployment.kubernetes.io/revision-history';
const DESIRED = 'deployment.kubernetes.io/desired-replicas';
const MAX = 'deployment.kubernetes.io/max-replicas';
const HASH = 'pod-template-hash';

/** Annotations that are a Deployment's own business; all others go to its ReplicaSets. */
const NOT_HANDED_ON = [
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  HISTORY,
  DESIRED,
  MAX,
  'deprecated.deployment.rollback.to',
];

export function ownedReplicaSets({ registry, store }: Context, deployment: Deployment): ReplicaSet[] {
  const { namespace = '', uid } = deployment.metadata;
  const matches = selectorMatcher(deployment.spec.selector);
  const known = [...store.index.ownedBy(uid), ...store.index.ownedBy('')]
    .filter(({ plural, object }) => plural === 'replicasets' && object.metadata.namespace === namespace)
    .map(({ object }) => object as ReplicaSet);
  return known
    .filter((set) => matches(set.metadata.labels ?? {}))
    .flatMap((set) => {
      if (controllerOf(set)) return [set];
      if (isTerminating(set) || isTerminating(deployment)) return [];
      return [
        registry.update<ReplicaSet>('replicasets', namespace, set.metadata.name, (copy) => {
          copy.metadata.ownerReferences = [controllerReference(deployment)];
          return copy;
        }),
      ];
    })
    .sort(oldestFirst);
}

/** The ReplicaSet whose template is the Deployment's, the oldest if there are several. */
function findNew(deployment: Deployment, sets: ReplicaSet[]): ReplicaSet | undefined {
  const wanted = canonical(withoutHash(deployment.spec.template));
  return sets.find((set) => canonical(withoutHash(set.spec.template)) === wanted);
}

/**
 * The ReplicaSet of the Deployment's template, with the revision that it has now: a template that comes back gets the
 * newest number. Where that had to be written, the Deployment learns its revision a turn later, as in the original.
 */
export function syncNew(
  context: Context,
  deployment: Deployment,
  sets: ReplicaSet[],
  mayCreate: boolean,
): { set: ReplicaSet | undefined; how: 'found' | 'changed' | 'created' | 'missing' } {
  const known = findNew(deployment, sets);
  const revision = Math.max(0, ...sets.filter((set) => set !== known).map(revisionOf)) + 1;
  if (known) {
    const set = context.registry.update<ReplicaSet>(
      'replicasets',
      known.metadata.namespace ?? '',
      known.metadata.name,
      (copy) => {
        annotate(copy, deployment, revision);
        const { minReadySeconds } = deployment.spec;
        if (minReadySeconds !== undefined) copy.spec.minReadySeconds = minReadySeconds;
        else delete copy.spec.minReadySeconds;
        return copy;
      },
    );
    return { set, how: set === known ? 'found' : 'changed' };
  }
  if (!mayCreate) return { set: undefined, how: 'missing' };
  return { set: create(context, deployment, sets, revision), how: 'created' };
}

export function revisionOf(set: ReplicaSet): number {
  return Number.parseInt(set.metadata.annotations?.[REVISION] ?? '0', 10) || 0;
}

/** How many replicas the new ReplicaSet may have now, with the surge that is allowed. */
export function newReplicas(deployment: Deployment, sets: ReplicaSet[], current: number): number {
  const { replicas, strategy } = deployment.spec;
  if (strategy.type === 'Recreate') return replicas;
  const all = sets.reduce((sum, set) => sum + set.spec.replicas, 0);
  const room = replicas + maxSurge(deployment) - all;
  return room <= 0 ? current : current + Math.min(room, replicas - current);
}

export function maxSurge({ spec }: Deployment): number {
  return resolveIntOrPercent(spec.strategy.rollingUpdate?.maxSurge, spec.replicas, 'up');
}

export function maxUnavailable(deployment: Deployment): number {
  const { replicas, strategy } = deployment.spec;
  if (strategy.type === 'Recreate' || replicas === 0) return 0;
  const allowed = resolveIntOrPercent(strategy.rollingUpdate?.maxUnavailable, replicas, 'down');
  // Rounding must not leave a rollout that can go neither way.
  return Math.min(replicas, allowed === 0 && maxSurge(deployment) === 0 ? 1 : allowed);
}

/** Writes how many replicas there may be, by which a later turn knows that somebody scaled the Deployment. */
export function resize(
  context: Context,
  deployment: Deployment,
  set: ReplicaSet,
  replicas: number,
): ReplicaSet {
  const before = set.spec.replicas;
  const { namespace = '', name } = set.metadata;
  const changed = context.registry.update<ReplicaSet>('replicasets', namespace, name, (copy) => {
    copy.spec.replicas = replicas;
    copy.metadata.annotations = { ...copy.metadata.annotations, ...sizes(deployment) };
    return copy;
  });
  if (before !== replicas) {
    const direction = replicas > before ? 'up' : 'down';
    context.report(
      deployment,
      'Normal',
      'ScalingReplicaSet',
      `Scaled ${direction} replica set ${name} from ${before} to ${replicas}`,
    );
  }
  return changed;
}

export function wasScaled(deployment: Deployment, sets: ReplicaSet[]): boolean {
  return sets.some(({ spec, metadata }) => {
    const desired = metadata.annotations?.[DESIRED];
    return spec.replicas > 0 && desired !== undefined && Number(desired) !== deployment.spec.replicas;
  });
}

export function maxReplicasNoted(set: ReplicaSet): number | undefined {
  const noted = set.metadata.annotations?.[MAX];
  return noted === undefined ? undefined : Number(noted);
}

function oldestFirst(a: ReplicaSet, b: ReplicaSet): number {
  const difference = Date.parse(a.metadata.creationTimestamp) - Date.parse(b.metadata.creationTimestamp);
  return difference || (a.metadata.name < b.metadata.name ? -1 : 1);
}

function create(context: Context, deployment: Deployment, sets: ReplicaSet[], revision: number): ReplicaSet {
  const { namespace = '', name, uid } = deployment.metadata;
  const { template, selector, minReadySeconds } = deployment.spec;
  const collisions = deployment.status.collisionCount ?? 0;
  const hash = hashOf(withoutHash(template), collisions);
  const labels = { ...template.metadata?.labels, [HASH]: hash };
  const set = draft({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${name}-${hash}`,
      namespace,
      labels,
      annotations: sizes(deployment),
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: newReplicas(deployment, sets, 0),
      ...(minReadySeconds !== undefined && { minReadySeconds }),
      selector: { ...selector, matchLabels: { ...selector.matchLabels, [HASH]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  }) as ReplicaSet;
  annotate(set, deployment, revision);
  try {
    const created = context.registry.create<ReplicaSet>('replicasets', namespace, set);
    if (created.spec.replicas > 0) {
      const message = `Scaled up replica set ${created.metadata.name} from 0 to ${created.spec.replicas}`;
      context.report(deployment, 'Normal', 'ScalingReplicaSet', message);
    }
    return created;
  } catch (error) {
    if (!(error instanceof Failure) || error.reason !== 'AlreadyExists') throw error;
    const other = context.store.get<ReplicaSet>('replicasets', namespace, set.metadata.name);
    if (other && controllerOf(other)?.uid === uid && findNew(deployment, [other])) return other;
    context.registry.update<Deployment>(
      'deployments',
      namespace,
      name,
      (copy) => ({ ...copy, status: { ...copy.status, collisionCount: collisions + 1 } }),
      { status: true },
    );
    throw error;
  }
}

function annotate(set: ReplicaSet, deployment: Deployment, revision: number): void {
  set.metadata.annotations ??= {};
  const own: Labels = set.metadata.annotations;
  for (const [key, value] of Object.entries(deployment.metadata.annotations ?? {})) {
    if (!NOT_HANDED_ON.includes(key)) own[key] = value;
  }
  const before = own[REVISION];
  if (Number(before ?? 0) >= revision) return;
  own[REVISION] = String(revision);
  if (before !== undefined) own[HISTORY] = own[HISTORY] ? `${own[HISTORY]},${before}` : before;
}

function sizes(deployment: Deployment): Labels {
  const { replicas } = deployment.spec;
  const surge = deployment.spec.strategy.type === 'Recreate' ? 0 : maxSurge(deployment);
  return { [DESIRED]: String(replicas), [MAX]: String(replicas + surge) };
}

function withoutHash(template: PodTemplate): PodTemplate {
  const { [HASH]: _, ...labels } = template.metadata?.labels ?? {};
  return { ...template, metadata: { ...template.metadata, labels } };
}

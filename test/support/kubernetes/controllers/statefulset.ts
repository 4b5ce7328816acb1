import { isSame } from '../json.ts';
import {
  availableInMs,
  type ControllerRevision,
  isAvailable,
  isFinished,
  isReady,
  isTerminating,
  type Pod,
  resolveIntOrPercent,
  type StatefulSet,
  type StatefulSetStatus,
} from '../objects.ts';
import type { Context } from './context.ts';
import {
  forgetOldest,
  holdsTemplateOf,
  keep,
  REVISION_HASH,
  renumber,
  revisionsOf,
  templateOf,
} from './history.ts';
import { claimPods, createPod, createSlowly, deletePod } from './owned-pods.ts';

export function syncStatefulSet(context: Context, namespace: string, name: string): void {
  const set = context.store.get<StatefulSet>('statefulsets', namespace, name);
  if (!set) return;
  const revisions = revisionsOf(context, set);
  const update = updateRevision(context, set, revisions);
  const current = revisions.find(({ metadata }) => metadata.name === set.status.currentRevision) ?? update;
  const turn: Turn = { set, current, update, pods: claimPods(context, set) };
  try {
    if (!isTerminating(set)) act(context, turn);
  } finally {
    updateStatus(context, { ...turn, pods: claimPods(context, set) });
  }
  const used = new Set([current, update].map(({ metadata }) => metadata.name));
  for (const pod of turn.pods) used.add(revisionOf(pod));
  const unused = revisionsOf(context, set).filter(({ metadata }) => !used.has(metadata.name));
  forgetOldest(context, unused, set.spec.revisionHistoryLimit);
}

interface Turn {
  set: StatefulSet;
  current: ControllerRevision;
  update: ControllerRevision;
  pods: Pod[];
}

/** A template that was there before gets the newest number again instead of a copy. */
function updateRevision(
  context: Context,
  set: StatefulSet,
  revisions: ControllerRevision[],
): ControllerRevision {
  const newest = revisions.at(-1);
  const next = (newest?.revision ?? 0) + 1;
  const equal = revisions.filter((revision) => holdsTemplateOf(revision, set)).at(-1);
  if (!equal) {
    return keep(context, set, next, 'controller.kubernetes.io/hash', set.status.collisionCount ?? 0);
  }
  return equal === newest ? equal : renumber(context, equal, next);
}

function act(context: Context, turn: Turn): void {
  const { set, pods } = turn;
  const start = set.spec.ordinals?.start ?? 0;
  const end = start + set.spec.replicas;
  const inOrder = set.spec.podManagementPolicy !== 'Parallel';
  const replicas = Array.from({ length: set.spec.replicas }, (_, index) => {
    return pods.find((pod) => ordinalOf(pod) === start + index);
  });
  if (fill(context, turn, replicas, start, inOrder)) return;
  const condemned = pods
    .filter((pod) => ordinalOf(pod) < start || ordinalOf(pod) >= end)
    .sort((a, b) => ordinalOf(b) - ordinalOf(a));
  if (shrink(context, set, condemned, replicas, inOrder)) return;
  if (set.spec.updateStrategy.type !== 'OnDelete') replace(context, turn, replicas as Pod[]);
}

/**
 * One pod for each ordinal. In order, the first that isn't available ends the turn: it is waited for, whatever
 * template it has, which is why a set with a bad pod stays stuck after its template went back.
 */
function fill(
  context: Context,
  turn: Turn,
  replicas: (Pod | undefined)[],
  start: number,
  inOrder: boolean,
): boolean {
  const { set } = turn;
  const make = (index: number) => {
    replicas[index] = createReplica(context, turn, start + index);
  };
  if (!inOrder) {
    for (const pod of replicas) if (pod && isFinished(pod) && !isTerminating(pod)) remove(context, set, pod);
    const missing = replicas.flatMap((pod, index) => (pod ? [] : [index]));
    createSlowly(missing.length, (index) => make(missing[index] ?? 0));
    return false;
  }
  for (const [index, pod] of replicas.entries()) {
    if (!pod) {
      make(index);
      return true;
    }
    if (isFinished(pod) && !isTerminating(pod)) remove(context, set, pod);
    if (isTerminating(pod) || isFinished(pod) || !isUp(pod, set)) return true;
  }
  return false;
}

function shrink(
  context: Context,
  set: StatefulSet,
  condemned: Pod[],
  replicas: (Pod | undefined)[],
  inOrder: boolean,
): boolean {
  const lowestFirst = [...condemned].reverse();
  const firstBad = [...replicas, ...lowestFirst].find((pod) => !pod || isTerminating(pod) || !isUp(pod, set));
  for (const pod of condemned) {
    if (isTerminating(pod)) {
      if (inOrder) return true;
      continue;
    }
    if (inOrder && !isUp(pod, set) && pod !== firstBad) return true;
    remove(context, set, pod);
    if (inOrder) return true;
  }
  return false;
}

/** Old pods give way to new ones from the highest ordinal on, no more at a time than may be unavailable. */
function replace(context: Context, { set, update }: Turn, replicas: Pod[]): void {
  const { partition = 0, maxUnavailable: wanted = 1 } = set.spec.updateStrategy.rollingUpdate ?? {};
  const maxUnavailable = Math.max(1, resolveIntOrPercent(wanted, set.spec.replicas, 'down'));
  const isParallel = set.spec.podManagementPolicy === 'Parallel';
  const isDown = (pod: Pod) => isTerminating(pod) || !isUp(pod, set);
  const isOld = (pod: Pod) => revisionOf(pod) !== update.metadata.name && !isTerminating(pod);
  const down = replicas.filter(isDown).length;
  const highestFirst = replicas.slice(partition).reverse().filter(isOld);
  let budget = maxUnavailable - down;
  // In parallel, an old pod that is down anyway costs nothing.
  const free = isParallel ? highestFirst.filter(isDown) : [];
  if (budget <= 0 && !(isParallel && replicas.some((pod) => isDown(pod) && isOld(pod)))) return;
  for (const pod of free) remove(context, set, pod);
  for (const pod of highestFirst.filter((each) => !free.includes(each))) {
    if (budget-- <= 0) return;
    remove(context, set, pod);
  }
}

function createReplica(context: Context, { set, current, update }: Turn, ordinal: number): Pod {
  const { type, rollingUpdate } = set.spec.updateStrategy;
  const start = set.spec.ordinals?.start ?? 0;
  const stays = rollingUpdate
    ? rollingUpdate.partition
    : type === 'RollingUpdate'
      ? (set.status.currentReplicas ?? 0)
      : 0;
  const revision = ordinal < start + stays ? current : update;
  const template = templateOf(revision);
  const name = `${set.metadata.name}-${ordinal}`;
  const labels = {
    ...template.metadata?.labels,
    [REVISION_HASH]: revision.metadata.name,
    'statefulset.kubernetes.io/pod-name': name,
    'apps.kubernetes.io/pod-index': String(ordinal),
  };
  const { serviceName } = set.spec;
  const spec = { ...template.spec, hostname: name, ...(serviceName && { subdomain: serviceName }) };
  return createPod(context, set, { ...template, spec }, { name, labels }, wording(set, 'Create', name));
}

function updateStatus(context: Context, { set, current, update, pods }: Turn): void {
  const { namespace = '', name, generation = 0 } = set.metadata;
  const ready = pods.filter((pod) => pod.status.phase === 'Running' && isReady(pod));
  const available = ready.filter((pod) => isAvailable(pod, set.spec.minReadySeconds));
  const of = ({ metadata }: ControllerRevision) =>
    pods.filter((pod) => !isTerminating(pod) && revisionOf(pod) === metadata.name).length;
  const counts = {
    readyReplicas: ready.length,
    currentReplicas: of(current),
    updatedReplicas: of(update),
  };
  const status: StatefulSetStatus = {
    observedGeneration: generation,
    replicas: pods.length,
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    availableReplicas: available.length,
    currentRevision: current.metadata.name,
    updateRevision: update.metadata.name,
    collisionCount: set.status.collisionCount ?? 0,
  };
  const isDone = [status.updatedReplicas, status.replicas, status.readyReplicas].every(
    (n = 0) => n === set.spec.replicas,
  );
  if (isDone) {
    status.currentRevision = update.metadata.name;
    if (status.updatedReplicas) status.currentReplicas = status.updatedReplicas;
  }
  if (!isSame(status, set.status)) {
    context.registry.update<StatefulSet>('statefulsets', namespace, name, (copy) => ({ ...copy, status }), {
      status: true,
    });
  }
  const waits = ready
    .filter((pod) => !available.includes(pod))
    .map((pod) => availableInMs(pod, set.spec.minReadySeconds));
  if (waits.length > 0) context.again(namespace, name, Math.min(...waits));
}

function remove(context: Context, set: StatefulSet, pod: Pod): void {
  deletePod(context, set, pod, wording(set, 'Delete', pod.metadata.name));
}

function wording(set: StatefulSet, verb: string, name: string): (failure?: string) => string {
  const act = `${verb} Pod ${name} in StatefulSet ${set.metadata.name}`;
  return (failure) => (failure === undefined ? `${act} successful` : `${act} failed error: ${failure}`);
}

function isUp(pod: Pod, { spec }: StatefulSet): boolean {
  return pod.status.phase === 'Running' && isAvailable(pod, spec.minReadySeconds);
}

function revisionOf({ metadata }: Pod): string {
  return metadata.labels?.[REVISION_HASH] ?? '';
}

function ordinalOf({ metadata }: Pod): number {
  return Number(/-(\d+)$/.exec(metadata.name)?.[1] ?? -1);
}

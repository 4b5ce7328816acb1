import { isSame } from '../json.ts';
import {
  availableInMs,
  type ControllerRevision,
  type DaemonSet,
  isAvailable,
  isFinished,
  isReady,
  isTerminating,
  type Node,
  type Pod,
  resolveIntOrPercent,
} from '../objects.ts';
import { fits, pinnedNode, pinTo } from '../scheduling.ts';
import type { Context } from './context.ts';
import { forgetOldest, holdsTemplateOf, keep, REVISION_HASH, renumber, revisionsOf } from './history.ts';
import { claimPods, createPod, createSlowly, deletePod } from './owned-pods.ts';

export function syncDaemonSet(context: Context, namespace: string, name: string): void {
  const set = context.store.get<DaemonSet>('daemonsets', namespace, name);
  if (!set || isTerminating(set)) return;
  const { current, old } = syncRevisions(context, set);
  const hash = current.metadata.labels?.[REVISION_HASH] ?? '';
  try {
    manage(context, set, hash);
    if (set.spec.updateStrategy.type === 'RollingUpdate') roll(context, set, hash);
  } finally {
    updateStatus(context, set, hash);
  }
  const live = new Set(claimPods(context, set).map(hashOfPod));
  const unused = old.filter(({ metadata }) => !live.has(metadata.labels?.[REVISION_HASH] ?? ''));
  forgetOldest(context, unused, Math.max(0, set.spec.revisionHistoryLimit - (old.length - unused.length)));
}

function syncRevisions(
  context: Context,
  set: DaemonSet,
): { current: ControllerRevision; old: ControllerRevision[] } {
  const revisions = revisionsOf(context, set);
  const known = revisions.filter((revision) => holdsTemplateOf(revision, set)).at(-1);
  const old = revisions.filter((revision) => revision !== known);
  const next = Math.max(0, ...old.map(({ revision }) => revision)) + 1;
  if (!known) return { current: keep(context, set, next, REVISION_HASH, 0), old };
  return { current: known.revision < next ? renumber(context, known, next) : known, old };
}

/** A pod on each node that it fits, and none elsewhere. */
function manage(context: Context, set: DaemonSet, hash: string): void {
  const perNode = podsByNode(context, set);
  const missing: string[] = [];
  for (const node of context.store.list<Node>('nodes')) {
    const pods = perNode.get(node.metadata.name) ?? [];
    perNode.delete(node.metadata.name);
    const alive = pods.filter((pod) => !isTerminating(pod));
    if (!fits(set.spec.template.spec, node)) {
      for (const pod of alive) deletePod(context, set, pod);
    } else if (pods.length === 0 || (alive.length === 0 && surgeOf(set) > 0)) {
      missing.push(node.metadata.name);
    } else {
      for (const pod of surplus(set, alive, hash)) deletePod(context, set, pod);
    }
  }
  for (const pods of perNode.values()) {
    for (const pod of pods) if (!isTerminating(pod)) deletePod(context, set, pod);
  }
  create(context, set, hash, missing);
}

/** Ended pods and doubles; with surge, an old pod too once the new one can take its place. */
function surplus(set: DaemonSet, alive: Pod[], hash: string): Pod[] {
  const ended = alive.filter(isFinished);
  const running = alive.filter((pod) => !isFinished(pod)).sort(oldestFirst);
  if (surgeOf(set) === 0) return [...ended, ...running.slice(1)];
  const [fresh, ...moreFresh] = running.filter((pod) => hashOfPod(pod) === hash);
  const [stale, ...moreStale] = running.filter((pod) => hashOfPod(pod) !== hash);
  const isReplaced = fresh && stale && (!isReady(stale) || isAvailable(fresh, set.spec.minReadySeconds));
  return [...ended, ...moreFresh, ...moreStale, ...(isReplaced ? [stale] : [])];
}

function roll(context: Context, set: DaemonSet, hash: string): void {
  const nodes = context.store.list<Node>('nodes').filter((node) => fits(set.spec.template.spec, node));
  const { rollingUpdate } = set.spec.updateStrategy;
  const surge = surgeOf(set);
  const maxUnavailable = resolveIntOrPercent(rollingUpdate?.maxUnavailable, nodes.length, 'up');
  const isDown = (pod: Pod) => !isAvailable(pod, set.spec.minReadySeconds);
  const perNode = podsByNode(context, set);
  let busy = 0;
  const free: Pod[] = [];
  const candidates: Pod[] = [];
  for (const pods of perNode.values()) {
    const alive = pods.filter((pod) => !isTerminating(pod));
    const fresh = alive.find((pod) => hashOfPod(pod) === hash);
    const stale = alive.find((pod) => hashOfPod(pod) !== hash);
    if (stale && !fresh) {
      if (isDown(stale)) {
        free.push(stale);
        if (surge === 0) busy++;
      } else candidates.push(stale);
    } else if (!fresh || stale || isDown(fresh)) busy++;
  }
  const budget = Math.max(0, (surge > 0 ? surge : maxUnavailable) - busy);
  const chosen = [...free, ...candidates.slice(0, budget)];
  if (surge > 0) create(context, set, hash, chosen.map(nodeOf));
  else for (const pod of chosen) deletePod(context, set, pod);
}

function create(context: Context, set: DaemonSet, hash: string, nodes: string[]): void {
  const { template } = set.spec;
  const generation = set.metadata.annotations?.['deprecated.daemonset.template.generation'] ?? '';
  const labels = {
    ...template.metadata?.labels,
    [REVISION_HASH]: hash,
    'pod-template-generation': generation,
  };
  createSlowly(nodes.length, (index) => {
    const spec = { ...template.spec, affinity: pinTo(nodes[index] ?? '') };
    createPod(context, set, { ...template, spec }, { generateName: `${set.metadata.name}-`, labels });
  });
}

function updateStatus(context: Context, set: DaemonSet, hash: string): void {
  const { namespace = '', name, generation = 0 } = set.metadata;
  const { minReadySeconds } = set.spec;
  const perNode = podsByNode(context, set);
  const nodes = context.store.list<Node>('nodes');
  const wanted = nodes.filter((node) => fits(set.spec.template.spec, node));
  const first = (node: Node) => (perNode.get(node.metadata.name) ?? []).sort(oldestFirst)[0];
  const pods = wanted.map(first).filter((pod) => pod !== undefined);
  const available = pods.filter((pod) => isAvailable(pod, minReadySeconds)).length;
  const optional = {
    updatedNumberScheduled: pods.filter((pod) => hashOfPod(pod) === hash).length,
    numberAvailable: available,
    numberUnavailable: wanted.length - available,
  };
  const status = {
    currentNumberScheduled: pods.length,
    numberMisscheduled: nodes.filter((node) => !wanted.includes(node) && first(node)).length,
    desiredNumberScheduled: wanted.length,
    numberReady: pods.filter(isReady).length,
    observedGeneration: generation,
    ...Object.fromEntries(Object.entries(optional).filter(([, count]) => count > 0)),
  };
  if (!isSame(status, set.status)) {
    context.registry.update<DaemonSet>('daemonsets', namespace, name, (copy) => ({ ...copy, status }), {
      status: true,
    });
  }
  const waits = pods
    .map((pod) => availableInMs(pod, minReadySeconds))
    .filter((ms) => ms > 0 && ms < Infinity);
  if (waits.length > 0) context.again(namespace, name, Math.min(...waits));
}

function podsByNode(context: Context, set: DaemonSet): Map<string, Pod[]> {
  return Map.groupBy(claimPods(context, set), nodeOf);
}

function nodeOf({ spec }: Pod): string {
  return spec.nodeName ?? pinnedNode(spec) ?? '';
}

function hashOfPod({ metadata }: Pod): string {
  return metadata.labels?.[REVISION_HASH] ?? '';
}

function surgeOf({ spec }: DaemonSet): number {
  return resolveIntOrPercent(spec.updateStrategy.rollingUpdate?.maxSurge, 1, 'up');
}

/** Those with a node come first in any case. */
function oldestFirst(a: Pod, b: Pod): number {
  const placed = Number(!a.spec.nodeName) - Number(!b.spec.nodeName);
  if (placed !== 0) return placed;
  const difference = Date.parse(a.metadata.creationTimestamp) - Date.parse(b.metadata.creationTimestamp);
  return difference || (a.metadata.name < b.metadata.name ? -1 : 1);
}

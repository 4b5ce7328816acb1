import { namesOf } from '../base/sentence.ts';
import type { Condition, Pod, Workload } from '../systems/kubernetes/objects.ts';
import { isReady } from '../systems/kubernetes/workload-pods.ts';
import { isObserved, type Revision } from './history.ts';
import { isSameRelease } from './lineage.ts';
import { rolledBackMark } from './marks.ts';
import { rolloutVerdict } from './pod-status.ts';
import { terminalPodFailure } from './terminal-failure.ts';

/** Names that a line can hold. */
const MOST_NAMES = 10;

/** How far a rollout is. */
export interface Progress {
  readonly done: boolean;
  /** What it is waiting for, in a few words; empty when it is done. */
  readonly waiting: string;
  /** Set where the controller has given up. */
  readonly failed?: string;
  /** What alone is missing, where the new pods serve all the same: old ones on their way out, nodes that do not answer. */
  readonly rest?: string;
}

/** What was observed while a workload rolls out. */
export interface RolloutState {
  readonly workload: Workload;
  /** All its pods, of every revision. */
  readonly pods: readonly Pod[];
  /** The label that pods of the wanted revision carry; undefined while the controller has not made it. */
  readonly podLabel: readonly [key: string, value: string] | undefined;
  /** The name of the wanted revision's ReplicaSet or ControllerRevision. */
  readonly revision: string | undefined;
  /** The Progressing condition as it was before the rollback: the controller leaves it standing for a while. */
  readonly before?: Condition | undefined;
  /** Nodes that do not answer. */
  readonly silent?: ReadonlySet<string>;
  /** A Rollout was aborted on its way to the wanted revision, and nothing of ours sends it there again. */
  readonly isAborted?: boolean;
  /** The names of the revisions that were left: no pod is to stay at one of these. */
  readonly left?: ReadonlySet<string>;
}

/**
 * What `kubectl rollout status` says, and then more: old pods must be gone altogether, not just marked for
 * deletion, before a rollout is done.
 */
export function progressOf(state: RolloutState): Progress {
  const { workload } = state;
  if (!isObserved(workload) || !state.podLabel) {
    return waiting('the controller to see the change');
  }
  // It keeps pods of the older version for a while, and says by itself when it has come to its end.
  if (workload.kind === 'Rollout') return ofRollout(state);
  const failed = workload.kind === 'Deployment' ? deadlineExceeded(state) : undefined;
  if (failed) return { ...waiting('nothing more'), failed };
  const words = { Deployment: deployment, StatefulSet: statefulSet, DaemonSet: daemonSet }[workload.kind](
    workload,
  );
  if (words)
    return { ...waiting(words), ...(serveBut(state) && { rest: `no answer from ${namesOfSilent(state)}` }) };
  const old = oldPods(state);
  if (old.length === 0) return keptByPartition(state) ?? { done: true, waiting: '' };
  const isEnding = old.every(({ metadata }) => metadata.deletionTimestamp !== undefined);
  return {
    ...waiting(`${pods(old.length, 'old')} to be gone (${old[0]?.metadata.name})`),
    ...(isEnding && { rest: `${pods(old.length, 'old')} (${old[0]?.metadata.name}) still shutting down` }),
  };
}

/** A DaemonSet whose every pod is new and ready, but for those of nodes that do not answer. */
function serveBut(state: RolloutState): boolean {
  const { workload, silent } = state;
  if (workload.kind !== 'DaemonSet' || !silent?.size) return false;
  const isHeard = ({ spec }: Pod) => !silent.has(spec.nodeName ?? '');
  const serving = newPods(state).filter((pod) => isHeard(pod) && isReady(pod)).length;
  const { desiredNumberScheduled = 0 } = workload.status ?? {};
  return serving > 0 && serving >= desiredNumberScheduled - silent.size && !oldPods(state).some(isHeard);
}

/** `node b`; empty where all answer. */
export function namesOfSilent({ silent }: RolloutState): string {
  const names = [...(silent ?? [])].sort();
  return names.length > 0 ? `${names.length === 1 ? 'node' : 'nodes'} ${names.join(', ')}` : '';
}

/** As `kubectl argo rollouts status` has it: healthy, and the pods that serve are those of its template. */
function ofRollout({ workload: { status = {} }, podLabel, isAborted }: RolloutState): Progress {
  const { phase = 'unknown', message = '', stableRS, currentPodHash } = status;
  const isNew = currentPodHash === podLabel?.[1];
  if (isNew && phase === 'Healthy' && stableRS === currentPodHash) return { done: true, waiting: '' };
  const words = waiting(`the Rollout to be healthy; it is ${phase}${message ? `: ${message}` : ''}`);
  if (!isNew || phase !== 'Degraded') return words;
  if (isAborted) return { ...words, failed: `it was aborted, and the version before serves: ${message}` };
  // What was aborted before it went back is Degraded until its controller has begun anew.
  return status.abort ? words : { ...words, failed: `it is Degraded: ${message}` };
}

/** The names of the revisions that this change, or a rollback before it, has left; of a restart there are none. */
export function namesOfLeft(
  history: readonly Revision[],
  wanted: Revision | undefined,
  before: Workload | undefined,
): ReadonlySet<string> {
  const left = history.filter(
    (revision) =>
      wanted !== undefined &&
      !isSameRelease(revision, wanted) &&
      (rolledBackMark(revision.object) || revision.object.metadata.name === before?.status?.updateRevision),
  );
  return new Set(left.map(({ object }) => object.metadata.name));
}

/** The pods of the wanted revision that are not on their way out. */
export function newPods({ pods, podLabel }: RolloutState): Pod[] {
  return pods.filter((pod) => isOf(pod, podLabel) && !pod.metadata.deletionTimestamp && !isOver(pod));
}

/** All pods of the wanted revision, also those that are over. */
export const allNewPods = ({ pods, podLabel }: RolloutState): Pod[] =>
  pods.filter((pod) => isOf(pod, podLabel));

/**
 * The pod that holds up a StatefulSet for good: with OrderedReady a pod of another revision that does not become
 * ready is never replaced by the controller, though the template is right again (Kubernetes issue 67250). One that
 * may yet become ready counts only while every other pod serves, so that never two are down.
 */
export function stuckPod({ workload, pods, podLabel }: RolloutState): Pod | undefined {
  if (workload.kind !== 'StatefulSet' || workload.spec.podManagementPolicy === 'Parallel' || !podLabel)
    return undefined;
  const down = pods.filter((pod) => !isReady(pod) || pod.metadata.deletionTimestamp);
  const candidates = down.filter(
    (pod) => !isOf(pod, podLabel) && !pod.metadata.deletionTimestamp && !isBelowPartition(workload, pod),
  );
  return candidates.find((pod) => terminalPodFailure(pod)) ?? (down.length === 1 ? candidates[0] : undefined);
}

/** How many pods of the wanted revision must be seen ready before a rollout is done. */
export function wantedPods({ kind, spec, status = {} }: Workload): number {
  if (kind === 'DaemonSet') return status.desiredNumberScheduled ?? 0;
  return Math.max(0, (spec.replicas ?? 1) - partitionOf({ spec }));
}

function deployment({ spec, status = {} }: Workload): string | undefined {
  const wanted = spec.replicas ?? 1;
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
  if (updatedReplicas < wanted) return `${updatedReplicas}/${wanted} updated`;
  if (replicas > updatedReplicas) return `${pods(replicas - updatedReplicas, 'old')} to be gone`;
  if (availableReplicas < updatedReplicas) return `${availableReplicas}/${updatedReplicas} available`;
  return undefined;
}

function statefulSet({ spec, status = {} }: Workload): string | undefined {
  const wanted = spec.replicas ?? 1;
  const { readyReplicas = 0, updatedReplicas = 0, availableReplicas = readyReplicas } = status;
  const toUpdate = Math.max(0, wanted - partitionOf({ spec }));
  const updated = status.updateRevision === status.currentRevision ? wanted : updatedReplicas;
  if (updated < toUpdate) return `${updated}/${toUpdate} updated`;
  if (readyReplicas < wanted) return `${readyReplicas}/${wanted} ready`;
  if (availableReplicas < wanted) return `${availableReplicas}/${wanted} available`;
  return undefined;
}

function daemonSet({ status = {} }: Workload): string | undefined {
  const { desiredNumberScheduled = 0, updatedNumberScheduled = 0, numberAvailable = 0 } = status;
  if (updatedNumberScheduled < desiredNumberScheduled)
    return `${updatedNumberScheduled}/${desiredNumberScheduled} updated`;
  if (numberAvailable < desiredNumberScheduled)
    return `${numberAvailable}/${desiredNumberScheduled} available`;
  return undefined;
}

function deadlineExceeded({ workload, revision, before }: RolloutState): string | undefined {
  const condition = progressing(workload);
  if (!condition || rolloutVerdict(condition.reason ?? '') !== 'final') return undefined;
  if (condition.message === before?.message) return undefined;
  const named = /ReplicaSet "([^"]+)"/.exec(condition.message ?? '')?.[1];
  return named === undefined || named === revision
    ? `it exceeded its progress deadline: ${condition.message}`
    : undefined;
}

export const progressing = (workload: Workload): Condition | undefined =>
  workload.status?.conditions?.find((condition) => condition.type === 'Progressing');

function oldPods({ workload, pods, podLabel }: RolloutState): Pod[] {
  return pods.filter((pod) => {
    if (isOver(pod) || isBelowPartition(workload, pod)) return false;
    return pod.metadata.deletionTimestamp !== undefined || !isOf(pod, podLabel);
  });
}

/**
 * Below its partition, a StatefulSet keeps the pods that it has: those of a canary are of the version before. Who raises it to stop
 * a bad release that has spread already keeps the pods of that (kubernetes#91676).
 */
function keptByPartition({ workload, pods: all, podLabel, left }: RolloutState): Progress | undefined {
  const kept = all.filter(
    (pod) =>
      isBelowPartition(workload, pod) &&
      !isOver(pod) &&
      podLabel !== undefined &&
      left?.has(pod.metadata.labels?.[podLabel[0]] ?? ''),
  );
  if (kept.length === 0) return undefined;
  const names = kept.map(({ metadata }) => metadata.name).sort();
  const failed = `${namesOf(names, MOST_NAMES)} ${kept.length > 1 ? 'stay' : 'stays'} at the revision that was left, below its partition of ${partitionOf(workload)}: lower \`spec.updateStrategy.rollingUpdate.partition\`, which is all that is missing`;
  return { ...waiting('nothing more'), failed };
}

const waiting = (words: string): Progress => ({ done: false, waiting: words });
const pods = (count: number, which: string) => `${count} ${which} pod${count === 1 ? '' : 's'}`;
const isOf = (pod: Pod, label: RolloutState['podLabel']) =>
  label !== undefined && pod.metadata.labels?.[label[0]] === label[1];
/** Evicted and completed pods stay listed for a long time and serve nothing. */
const isOver = (pod: Pod) => pod.status?.phase === 'Failed' || pod.status?.phase === 'Succeeded';
const partitionOf = ({ spec }: Pick<Workload, 'spec'>): number =>
  spec.updateStrategy?.rollingUpdate?.partition ?? 0;
/** The pods that a StatefulSet keeps as they are: as many of the first ones as its partition says. */
const isBelowPartition = ({ kind, spec }: Workload, pod: Pod): boolean =>
  kind === 'StatefulSet' && ordinal(pod) < (spec.ordinals?.start ?? 0) + partitionOf({ spec });
const ordinal = (pod: Pod) => Number(pod.metadata.name.slice(pod.metadata.name.lastIndexOf('-') + 1));

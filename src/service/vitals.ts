import type { PodState, RollbackMemory } from '../domain/workloads/workload-state.ts';
import { label, refOf } from '../systems/kubernetes/kinds.ts';
import type { Pod, Workload } from '../systems/kubernetes/objects.ts';
import { isReady } from '../systems/kubernetes/workload-pods.ts';
import { currentRevision, imagesOf, type Revision } from './history.ts';
import { cameAt, createdAt, imagesBeside } from './lineage.ts';
import { goodMark, lastRollback, rolledBackMark } from './marks.ts';
import { newPods, wantedPods } from './progress.ts';
import { terminalPodFailure, terminalReplicaSetFailure } from './terminal-failure.ts';

/** A workload with its revisions, newest first, and its pods. */
export interface Seen {
  readonly workload: Workload;
  readonly history: readonly Revision[];
  readonly pods: readonly Pod[];
}

/** How the pods of a workload are; `before` has restarts by the uid of a pod that do not count. */
export function vitalsOf(
  { workload, history, pods }: Seen,
  before: ReadonlyMap<string, number> = new Map(),
): PodState {
  const current = currentRevision(workload, history);
  const own = newPods({
    workload,
    pods,
    podLabel: current?.podLabel,
    revision: current?.object.metadata.name,
  });
  const count = (pod: Pod) => Math.max(0, restartsOf(pod) - (before.get(pod.metadata.uid) ?? 0));
  const terminalFailure = terminalFailureOf(workload, current, own);
  return {
    workload: label(refOf(workload)),
    wanted: wantedPods(workload),
    ready: pods.filter((pod) => isReady(pod) && !pod.metadata.deletionTimestamp).length,
    readyOfNewest: own.filter(isReady).length,
    restarts: own.reduce((sum, pod) => sum + count(pod), 0),
    ...(terminalFailure && { terminalFailure }),
  };
}

/** The restarts of pods that are older than a deploy (Unix seconds), by uid: it is not to blame for these. */
export function restartsBefore(seen: readonly Seen[], deployedAt: number | null): Map<string, number> {
  const isOlder = ({ metadata }: Pod) =>
    deployedAt === null || Date.parse(metadata.creationTimestamp ?? '') / 1000 < deployedAt;
  const older = seen.flatMap(({ pods }) => pods.filter(isOlder));
  return new Map(older.map((pod) => [pod.metadata.uid, restartsOf(pod)]));
}

/** How often the containers of a pod have been started again. */
const restartsOf = (pod: Pod): number =>
  (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);

/** What is remembered of rollbacks of a workload. */
export function rollbackHistory({ workload, history }: Omit<Seen, 'pods'>): RollbackMemory {
  const current = currentRevision(workload, history);
  const last = lastRollback(workload);
  const isCurrent = last !== undefined && last.to === current?.object.metadata.uid;
  const again = current && !isCurrent ? leftBefore(current, history, last?.to) : undefined;
  return {
    workload: label(refOf(workload)),
    since: current ? deployedAt(current, workload, history) : 0,
    ...(last && { last: { id: last.id, at: Date.parse(last.at) / 1000, isCurrent } }),
    ...(again && { again }),
  };
}

/**
 * When a deploy brought a revision, in Unix seconds; 0 where that is unknown. What was rolled back from and is there again came by
 * another deploy; what else came back did so by going back.
 */
export function deployedAt(revision: Revision, workload: Workload, history: readonly Revision[]): number {
  const again = rolledBackMark(revision.object) ? cameAt(revision, workload, history) : undefined;
  return (again ?? createdAt(revision) ?? 0) / 1000;
}

/** What was rolled back from before and is deployed again, a sentence each. */
export function warningsOf(memory: readonly RollbackMemory[]): string[] {
  return memory.flatMap(({ workload, again }) =>
    again
      ? [
          `${workload} runs ${again.images.join(', ')} again, which rollback ${again.id} left at ${again.at}; check whether its cause is gone.`,
        ]
      : [],
  );
}

/** The images of a revision that a rolled-back one had too, but not what that rollback went `to`. */
function leftBefore(
  current: Revision,
  history: readonly Revision[],
  to: string | undefined,
): RollbackMemory['again'] | undefined {
  const target = history.find(({ object }) => object.metadata.uid === to);
  const own = imagesBeside(current, target);
  for (const revision of history) {
    const mark = rolledBackMark(revision.object);
    const bad = Object.values(imagesOf(revision.template));
    const images = own.filter((image) => bad.includes(image));
    // The present revision was marked good since.
    const isForgiven = mark && (goodMark(current.object)?.at ?? '') > mark.at;
    if (mark && !isForgiven && images.length > 0) return { images, id: mark.id, at: mark.at };
  }
  return undefined;
}

function terminalFailureOf(
  workload: Workload,
  current: Revision | undefined,
  pods: readonly Pod[],
): string | undefined {
  for (const pod of pods) {
    const terminalFailure = terminalPodFailure(pod);
    if (terminalFailure) return `pod ${pod.metadata.name} is in ${terminalFailure.reason}`;
  }
  const object = current?.object;
  const refused =
    object?.kind === 'ReplicaSet' && 'spec' in object && terminalReplicaSetFailure(object, workload);
  return refused ? `no pod can be made (${refused.reason})` : undefined;
}

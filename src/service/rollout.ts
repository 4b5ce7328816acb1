import { ActionError } from '../runner/errors.ts';
import type { Log } from '../runner/log.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { type Kind, label, workloadPath } from '../systems/kubernetes/kinds.ts';
import { CORE, objectPath } from '../systems/kubernetes/names.ts';
import type { Pod, PodTemplate, ReplicaSet, Workload } from '../systems/kubernetes/objects.ts';
import { lastLogLines, warningsAbout } from '../systems/kubernetes/pods.ts';
import { isReady } from '../systems/kubernetes/workload-pods.ts';
import { type Doom, doomOfEvents, doomOfPod, doomOfReplicaSet, needsEvents } from './doomed.ts';
import { currentRevision, sameTemplate } from './history.ts';
import type { Namespace } from './namespace.ts';
import {
  newPods,
  type Progress,
  progressing,
  progressOf,
  type RolloutState,
  stuckPod,
  wantedPods,
} from './progress.ts';

/** How many lines of a failing container's log are shown. */
const LOG_LINES = 15;

/** What a rollout needs of the world. */
export interface World {
  readonly client: KubeClient;
  readonly namespace: Namespace;
  readonly log: Log;
}

interface Target {
  readonly kind: Kind;
  readonly name: string;
  readonly uid: string;
}

/**
 * Patches a workload, from a fresh read where somebody else was faster. `patch` gets the newest state and answers
 * the patch for it; it throws where the workload is no longer what was planned for.
 *
 * @returns the workload as it is afterwards
 */
export async function patchWorkload(
  { client, namespace }: Omit<World, 'log'>,
  workload: Workload,
  patch: (fresh: Workload) => object,
): Promise<Workload> {
  const path = workloadPath(workload.metadata.namespace, workload.kind, workload.metadata.name);
  for (let fresh = workload; ; fresh = await client.get<Workload>(path)) {
    try {
      const patched = await client.patch<Workload>(path, PATCH.strategic, patch(fresh));
      namespace.put(patched);
      return patched;
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) throw error;
    }
  }
}

/** What a change to a workload was, for those who wait for it. */
interface Change {
  /** The workload as it was before: what its conditions said then does not count. */
  readonly before: Workload;
  /** The template that it has since. */
  readonly template: PodTemplate;
}

/**
 * Waits until a workload's newest template is rolled out to the last pod and nothing of an older one is left. Only
 * with a `change` of ours may a pod that holds up a StatefulSet be replaced.
 *
 * @returns the pods that serve now
 * @throws ActionError as soon as the cluster says that this will not happen, with the container's last words, or
 *   when somebody else changes the template
 */
export async function awaitRollout(world: World, target: Target, change?: Change): Promise<Pod[]> {
  const { client, namespace } = world;
  const seen = new Set(namespace.refusals(target.uid).map(version));
  const tell = throttled((words) => world.log.info(`… ${label(target)}: ${words}`));
  for (;;) {
    const { state, progress } = look(namespace, target, change?.before);
    if (change && !sameTemplate(state.workload.spec.template, change.template)) {
      throw new ActionError(`${label(target)} was changed by somebody else while it was waited for.`);
    }
    if (progress.done) return newPods(state);
    if (progress.failed) throw new ActionError(`${label(target)} is not rolled out: ${progress.failed}.`);
    tell(progress.waiting);
    const news = namespace.changed(target.uid, client.signal).catch(timeOut(target, progress));
    // Handled below, after the looks at what may have gone wrong.
    news.catch(() => {});
    if (change) await replaceStuckPod(client, state);
    const refusals = namespace.refusals(target.uid).filter((event) => !seen.has(version(event)));
    const doom = doomOfEvents(refusals, state.workload) ?? doomOfNewSet(namespace, state);
    if (doom) throw new ActionError(`${label(target)} gets no pods (${doom.reason}): ${doom.message}`);
    for (const pod of newPods(state)) await refuseDoomed(client, target, pod);
    await news;
  }
}

/** Waits until the controller has seen the workload's newest template, so that its history is complete. */
export async function awaitObserved(
  namespace: Namespace,
  target: Target,
  signal: AbortSignal,
): Promise<Workload> {
  for (;;) {
    const workload = find(namespace, target);
    if ((workload.status?.observedGeneration ?? 0) >= (workload.metadata.generation ?? 0)) return workload;
    await namespace.changed(target.uid, signal);
  }
}

function look(
  namespace: Namespace,
  target: Target,
  before: Workload | undefined,
): { state: RolloutState; progress: Progress } {
  const workload = find(namespace, target);
  const revision = currentRevision(workload, namespace.history(workload));
  const state = {
    workload,
    pods: namespace.pods(workload),
    podLabel: revision?.podLabel,
    revision: revision?.object.metadata.name,
    before: before && progressing(before),
  };
  const progress = progressOf(state);
  const ready = newPods(state).filter(isReady).length;
  // Workloads and pods are watched apart: the news of one may be ahead of the other.
  if (progress.done && ready < wantedPods(workload)) {
    return {
      state,
      progress: { done: false, waiting: `${ready}/${wantedPods(workload)} pods to be seen ready` },
    };
  }
  return { state, progress };
}

function find(namespace: Namespace, target: Target): Workload {
  const workload = namespace.workload(target.kind, target.uid);
  if (!workload) throw new ActionError(`${label(target)} was deleted while it was waited for.`);
  return workload;
}

function doomOfNewSet(namespace: Namespace, { workload }: RolloutState): Doom | undefined {
  const revision = currentRevision(workload, namespace.history(workload));
  return revision?.object.kind === 'ReplicaSet'
    ? doomOfReplicaSet(revision.object as ReplicaSet, workload)
    : undefined;
}

async function refuseDoomed(client: KubeClient, target: Target, pod: Pod): Promise<void> {
  const warnings = needsEvents(pod)
    ? await warningsAbout(client, pod.metadata.namespace, pod.metadata.uid)
    : [];
  const doom = doomOfPod(pod, warnings);
  if (!doom) return;
  const log = doom.container ? await lastLogLines(client, pod, doom.container, LOG_LINES) : [];
  const details = log.length > 0 ? [`Last lines of ${pod.metadata.name}/${doom.container}:`, ...log] : [];
  throw new ActionError(
    `${label(target)} cannot start: pod ${pod.metadata.name} is in ${doom.reason}: ${doom.message}`,
    { details },
  );
}

async function replaceStuckPod(client: KubeClient, state: RolloutState): Promise<void> {
  const pod = stuckPod(state);
  if (!pod) return;
  const { namespace, name, uid, resourceVersion } = pod.metadata;
  try {
    await client.request('DELETE', objectPath(CORE, namespace, 'pods', name), {
      body: { preconditions: { uid, resourceVersion } },
    });
  } catch (error) {
    // It has changed or gone since: the watch brings what it is now.
    if (!(error instanceof ApiError && (error.status === 404 || error.status === 409))) throw error;
  }
}

function timeOut(target: Target, progress: Progress) {
  return (error: Error): never => {
    if (!(error instanceof ActionError)) throw error;
    throw new ActionError(`${error.message} ${label(target)} was still waiting for ${progress.waiting}.`, {
      cause: error,
    });
  };
}

const version = ({ metadata }: { metadata: { uid: string; resourceVersion: string } }) =>
  `${metadata.uid}@${metadata.resourceVersion}`;

/** Lets a line through when it is new and the one before is a second old. */
function throttled(print: (words: string) => void): (words: string) => void {
  let last = '';
  let at = Number.NEGATIVE_INFINITY;
  return (words) => {
    if (words === last || performance.now() - at < 1000) return;
    last = words;
    at = performance.now();
    print(words);
  };
}

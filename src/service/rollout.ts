import { ActionError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { asSentence } from '../base/sentence.ts';
import { stopwatch, throttled } from '../base/stopwatch.ts';
import { WAITS } from '../base/waits.ts';
import { holderOf } from '../domain/workloads/joined.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { label, refOf, type WorkloadKind } from '../systems/kubernetes/kinds.ts';
import { CORE, objectPath } from '../systems/kubernetes/names.ts';
import type { KubeEvent, Pod, PodTemplate, ReplicaSet, Workload } from '../systems/kubernetes/objects.ts';
import { isReady } from '../systems/kubernetes/workload-pods.ts';
import { PodTroubles } from './ahead.ts';
import { currentRevision, isObserved } from './history.ts';
import type { NamespaceCache } from './namespace.ts';
import {
  allNewPods,
  namesOfLeft,
  namesOfSilent,
  newPods,
  type Progress,
  progressing,
  progressOf,
  type RolloutState,
  stuckPod,
  wantedPods,
} from './progress.ts';
import { isReactionTo } from './reaction.ts';
import { skipSteps } from './rollout-kind.ts';
import { silentNodes } from './silent-nodes.ts';
import {
  failedCreateOf,
  isQuota,
  type TerminalFailure,
  terminalEventFailure,
  terminalReplicaSetFailure,
} from './terminal-failure.ts';

/** What a rollout needs of the world. */
export interface RolloutContext {
  readonly client: KubeClient;
  readonly namespace: NamespaceCache;
  readonly log: Log;
  /** A Rollout that goes back does not go through its steps once more. */
  readonly skipsSteps?: boolean;
  /** Whether other rollouts of this run are under way that may free what this one waits for; called with whether it waits. */
  readonly others?: (isWaiting: boolean) => boolean;
}

interface Target {
  readonly kind: WorkloadKind;
  readonly name: string;
  readonly uid: string;
}

/** A change of ours to a workload, for the wait that follows it. */
interface Change {
  /** The workload as it was before: what its conditions said then does not count. */
  readonly before: Workload;
  /** The template that it has since. */
  readonly template: PodTemplate;
}

/**
 * Waits until a workload's newest template is rolled out to the last pod and nothing of an older one is left. Only with a
 * `change` of ours may a pod that holds up a StatefulSet be replaced.
 *
 * @returns the pods that serve now
 * @throws ActionError as soon as the cluster says that this will not happen, with the container's last words, or when another
 *   change replaces the template
 */
export async function awaitRollout(context: RolloutContext, target: Target, change?: Change): Promise<Pod[]> {
  const { client, namespace } = context;
  const troubles = new PodTroubles(client, (uid) => namespace.warnings(uid));
  const seen = new Set(namespace.failedCreateEvents(target.uid).map(version));
  const logWaiting = throttled((words) => context.log.info(`… ${label(target)}: ${words}`));
  const ending = stopwatch();
  const full = stopwatch();
  const standing = stopwatch();
  const idle = stopwatch();
  for (;;) {
    const { state, progress, newSet } = assessPods(context, target, change?.before);
    if (change && !isReactionTo(change.template, state.workload.spec.template)) {
      throw new ActionError(`${label(target)} was changed by someone else during the wait.`);
    }
    const fresh = newPods(state);
    if (progress.done) return [...fresh, ...(await awaitHolder(context, state.workload, change))];
    if (ending(progress.rest !== undefined) > WAITS.OLD_PODS_ENDING_MS) {
      const after = `after ${WAITS.OLD_PODS_ENDING_MS / 1000} s`;
      context.log.warn(`${label(target)}: the new pods serve; ${progress.rest} ${after}.`);
      return fresh.filter(isReady);
    }
    const allRefusals = namespace.failedCreateEvents(target.uid).filter((event) => !isOver(event, fresh));
    const refusals = allRefusals.filter((event) => !seen.has(version(event)));
    // A controller that is refused again and again soon says no more of it.
    const isSilent = idle(isObserved(state.workload) && state.pods.every(serves)) > WAITS.REFUSAL_STANDS_MS;
    const ofPods = [troubles.describe(fresh), troubles.describeOver(allNewPods(state))];
    const trouble =
      silentTrouble(state) ||
      ofPods.filter(Boolean).join('; ') ||
      creationTrouble(newSet, isSilent ? allRefusals : refusals);
    const waiting = trouble ? `${progress.waiting}; ${trouble}` : progress.waiting;
    if (progress.failed) {
      const all = [progress.failed, trouble].filter(Boolean).join('; ');
      throw new ActionError(asSentence(`${label(target)} is not rolled out: ${all}`), {
        details: await troubles.lastWords(fresh),
      });
    }
    logWaiting(waiting);
    if (change) await replaceStuckPod(client, state);
    // Also where an attempt that died, or a person, has put the template there.
    if (context.skipsSteps) await skipSteps(client, state);
    const byEvent = terminalEventFailure(refusals, state.workload);
    // It does not say of which template, and the one before may be said to be refused late.
    const stands = standing(byEvent !== undefined && isObserved(state.workload)) > WAITS.REFUSAL_STANDS_MS;
    const refused =
      (stands ? byEvent : undefined) ?? (newSet && terminalReplicaSetFailure(newSet, state.workload));
    const isFull = refused !== undefined && isQuota(refused);
    const mayFree = context.others?.(isFull) === true;
    const waits = full(isFull && !mayFree) < WAITS.QUOTA_FULL_MS;
    if (refused && !(isFull && waits))
      throw new ActionError(`${label(target)} gets no pods (${refused.reason}): ${refused.message}`);
    const terminal = await troubles.terminal(fresh);
    if (terminal) throw await failureOf(target, troubles, terminal);
    await awaitChange(context, target, async () => {
      const silent = trouble ? '' : creationTrouble(newSet, allRefusals);
      return {
        waiting: [waiting, silent].filter(Boolean).join('; '),
        details: await troubles.lastWords(fresh),
      };
    });
  }
}

/** Waits until something about the target changes. At the deadline it says what was still waited for. */
async function awaitChange(
  { client, namespace }: RolloutContext,
  target: Target,
  describe: () => Promise<{ waiting: string; details: readonly string[] }>,
): Promise<void> {
  try {
    await namespace.changed(target.uid, client.signal, WAITS.ROLLOUT_POLL_MS);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const { waiting, details } = await describe();
    const still = asSentence(`${label(target)} was still waiting for ${waiting}`);
    throw new ActionError(`${error.message} ${still}`, { cause: error, details });
  }
}

/**
 * The pods that a Deployment still has of its own whose template a Rollout has: they serve beside those of the Rollout. Those
 * of a paused Deployment stay as they are.
 */
async function awaitHolder(
  { client, namespace, log }: RolloutContext,
  { parts }: Workload,
  change: Change | undefined,
): Promise<Pod[]> {
  if (!parts || parts.deployment.spec.paused || parts.deployment.spec.replicas === 0) return [];
  const target = { ...refOf(parts.deployment), uid: parts.deployment.metadata.uid };
  const own = change && { ...change, before: holderOf(change.before) };
  return awaitRollout({ client, namespace, log }, target, own);
}

async function failureOf(
  target: Target,
  troubles: PodTroubles,
  { pod, terminalFailure }: { pod: Pod; terminalFailure: TerminalFailure },
): Promise<ActionError> {
  const details = terminalFailure.container ? await troubles.lastWords([pod], terminalFailure.container) : [];
  return new ActionError(
    `${label(target)} cannot start: pod ${pod.metadata.name} is in ${terminalFailure.reason}: ${terminalFailure.message}`,
    { details },
  );
}

const serves = (pod: Pod): boolean => isReady(pod) && pod.metadata.deletionTimestamp === undefined;

/** A pod has been made since one was refused. */
const isOver = ({ lastTimestamp, eventTime }: KubeEvent, pods: readonly Pod[]): boolean =>
  pods.some(
    ({ metadata }) =>
      Date.parse(metadata.creationTimestamp ?? '') >= Date.parse(lastTimestamp ?? eventTime ?? ''),
  );

/** Waits until the controller has seen the workload's newest template, so that its history is complete; one that goes it leaves alone. */
export async function awaitObserved(
  namespace: NamespaceCache,
  target: Target,
  signal: AbortSignal,
): Promise<Workload> {
  const logWaiting = throttled((words) => namespace.log.info(`… ${label(target)}: ${words}`));
  for (let looks = 0; ; looks++) {
    const workload = find(namespace, target);
    if (isObserved(workload) || workload.metadata.deletionTimestamp) return workload;
    // Mostly it does so within a moment.
    if (looks > 0) logWaiting(`waiting for ${TO_OBSERVE}`);
    try {
      await namespace.changed(target.uid, signal, WAITS.ROLLOUT_POLL_MS);
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      const still = asSentence(`${label(target)} was still waiting for ${TO_OBSERVE}`);
      throw new ActionError(`${error.message} ${still}`, { cause: error });
    }
  }
}

const TO_OBSERVE = 'its controller to look at its newest template; see whether that controller runs';

/**
 * An analysis, a deadline or a person has aborted what is waited for. An abort of before stands until its controller has
 * begun with our template; and whoever leaves the steps out takes an abort away by that.
 */
function isAborted({ skipsSteps }: RolloutContext, { kind, status }: Workload, before?: Workload): boolean {
  if (kind !== 'Rollout' || !status?.abort || skipsSteps) return false;
  return before === undefined || before.status?.currentPodHash !== status.currentPodHash;
}

/** How far a rollout is, and the ReplicaSet of its newest template, where it has one. */
function assessPods(
  context: RolloutContext,
  target: Target,
  before: Workload | undefined,
): { state: RolloutState; progress: Progress; newSet: ReplicaSet | undefined } {
  const { client, namespace } = context;
  const workload = find(namespace, target);
  const history = namespace.history(workload);
  const revision = currentRevision(workload, history);
  const newSet = revision?.object.kind === 'ReplicaSet' ? (revision.object as ReplicaSet) : undefined;
  const pods = namespace.pods(workload);
  const state = {
    workload,
    pods,
    silent: silentNodes(pods, client.now),
    podLabel: revision?.podLabel,
    revision: revision?.object.metadata.name,
    before: before && progressing(before),
    isAborted: isAborted(context, workload, before),
    left: namesOfLeft(history, revision, before),
  };
  const progress = progressOf(state);
  const ready = newPods(state).filter(isReady).length;
  // Workloads and pods are watched apart: the news of one may be ahead of the other.
  if (progress.done && ready < wantedPods(workload)) {
    const waiting = `${ready}/${wantedPods(workload)} pods to be seen ready`;
    return { state, progress: { done: false, waiting }, newSet };
  }
  return { state, progress, newSet };
}

function find(namespace: NamespaceCache, target: Target): Workload {
  const workload = namespace.workload(target.kind, target.uid);
  if (!workload) throw new ActionError(`${label(target)} was deleted while it was waited for.`);
  return workload;
}

/** What a DaemonSet waits for in vain: its controller counts the pods of silent nodes as those that may be down. */
function silentTrouble(state: RolloutState): string {
  const names = state.workload.kind === 'DaemonSet' ? namesOfSilent(state) : '';
  return (
    names &&
    `no answer from ${names}: delete what is gone, or raise \`maxUnavailable\`, where that holds it up`
  );
}

/** Why a pod could not be made that may be made yet, as a part of a sentence; empty where none was refused. */
function creationTrouble(newSet: ReplicaSet | undefined, refusals: readonly KubeEvent[]): string {
  const message = (newSet && failedCreateOf(newSet)) ?? refusals.at(-1)?.message;
  return message ? `no pod can be made: ${message.slice(0, 400)}` : '';
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

const version = ({ metadata }: { metadata: { uid: string; resourceVersion: string } }) =>
  `${metadata.uid}@${metadata.resourceVersion}`;

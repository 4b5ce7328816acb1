import { beginning } from '../base/redact.ts';
import type { ContainerStatus, KubeEvent, Pod, ReplicaSet, Workload } from '../systems/kubernetes/objects.ts';
import {
  containerVerdict,
  creationVerdict,
  endVerdict,
  eventVerdict,
  GRACE_MS,
  MAX_RESTARTS,
  schedulingVerdict,
  type Verdict,
} from './pod-status.ts';

/** Why waiting for something is in vain. */
export interface TerminalFailure {
  readonly reason: string;
  readonly message: string;
  /** The container whose log may say more. */
  readonly container?: string;
}

/** What keeps a pod from becoming ready, for the moment or for good. */
export interface Trouble extends TerminalFailure {
  readonly verdict: Verdict;
  readonly restarts: number;
}

/**
 * What keeps a pod from becoming ready, the worst first; undefined where nothing is known. `warnings` are the cluster's
 * events about it: before Kubernetes 1.31 they alone say why an image could not be pulled.
 */
export function troubleOfPod(pod: Pod, warnings: readonly KubeEvent[] = []): Trouble | undefined {
  if (pod.metadata.deletionTimestamp) return undefined;
  const { initContainerStatuses = [], containerStatuses = [], conditions = [] } = pod.status ?? {};
  const all = [...initContainerStatuses, ...containerStatuses].flatMap(
    (status) => troubleOfContainer(status, warnings) ?? [],
  );
  const scheduled = conditions.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  if (scheduled?.message) {
    const { reason = 'Unschedulable' } = scheduled;
    // Whoever put a gate there takes it away: its name says who that is.
    const gates = (pod.spec.schedulingGates ?? []).map(({ name }) => name).join(', ');
    const message = gates ? `${scheduled.message} (${gates})` : scheduled.message;
    all.push(trouble(reason, message, schedulingVerdict(reason, scheduled.message)));
  }
  if (containerStatuses.every(({ state }) => !state?.running)) all.push(...warnings.flatMap(troubleOfEvent));
  const order: readonly Verdict[] = ['final', 'again', 'transient', 'grace', 'room', 'passing'];
  return all.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))[0];
}

/**
 * Why a pod will not become ready; undefined while it still may.
 *
 * @param seenMs for how long its trouble has been seen; without it, it has lasted long enough
 */
export function terminalPodFailure(
  pod: Pod,
  warnings: readonly KubeEvent[] = [],
  seenMs?: number,
): TerminalFailure | undefined {
  const found = troubleOfPod(pod, warnings);
  if (!found || !isFinal(found, seenMs)) return undefined;
  const { verdict: _, restarts: __, ...terminalFailure } = found;
  return terminalFailure;
}

function isFinal({ verdict, restarts }: Trouble, seenMs: number | undefined): boolean {
  if (verdict === 'passing') return false;
  if ((verdict === 'again' || verdict === 'transient') && restarts >= MAX_RESTARTS) return true;
  // One look at a node that was busy is no evidence.
  if (verdict === 'transient' && seenMs === undefined) return false;
  return (seenMs ?? Number.POSITIVE_INFINITY) >= GRACE_MS[verdict];
}

/** Why no pod of this revision is made at all: its ReplicaSet says so. */
export function terminalReplicaSetFailure(
  replicaSet: ReplicaSet,
  workload: Workload,
): TerminalFailure | undefined {
  const message = failedCreateOf(replicaSet);
  return message === undefined ? undefined : refusal(message, mayFreeQuota(workload));
}

/** What a ReplicaSet says of a pod that it could not make last; undefined where it could. */
export const failedCreateOf = ({ status }: ReplicaSet): string | undefined =>
  status?.conditions?.find(
    ({ type, status, reason }) => type === 'ReplicaFailure' && status === 'True' && reason === 'FailedCreate',
  )?.message;

/** The same for a StatefulSet or DaemonSet, whose refusals are in events only. */
export function terminalEventFailure(
  events: readonly KubeEvent[],
  workload: Workload,
): TerminalFailure | undefined {
  const failure = events.findLast((event) => event.reason === 'FailedCreate');
  return failure && refusal(failure.message ?? '', mayFreeQuota(workload));
}

/** True where other pods that go make room for this one. */
export const isQuota = ({ message }: TerminalFailure): boolean => creationVerdict(message) === 'room';

function troubleOfContainer(status: ContainerStatus, warnings: readonly KubeEvent[]): Trouble | undefined {
  const { waiting, terminated } = status.state ?? {};
  const { name, restartCount: restarts } = status;
  // Between two lives the kubelet says how the last one ended, and for moments only that it waits.
  if (terminated && !status.ready && terminated.exitCode !== 0) {
    const verdict = endVerdict(terminated.reason ?? '', terminated.message ?? '');
    // What never ran has no last life to speak of, but the runtime's words.
    const isStart = verdict !== 'again';
    const words = isStart ? (terminated.message ?? ending(terminated)) : ending(terminated);
    const reason = isStart ? (terminated.reason ?? 'StartError') : 'CrashLoopBackOff';
    return { ...trouble(reason, words, verdict, name), restarts };
  }
  const { reason = '', message = '' } = waiting ?? {};
  if (reason === 'ErrImagePull' || reason === 'ImagePullBackOff')
    return { ...troubleOfPull(status, reason, message, warnings), restarts };
  const verdict = containerVerdict(reason, message);
  if (!verdict) return undefined;
  const ended = status.lastState?.terminated;
  const words = reason === 'CrashLoopBackOff' && ended ? `${ending(ended)}; ${message}` : message;
  return { ...trouble(reason, words, verdict, name), restarts };
}

/** `OOMKilled, exit code 137`: what a back-off's own message leaves out. */
const ending = ({ reason = 'ended', exitCode }: { reason?: string; exitCode: number }) =>
  `${reason}, exit code ${exitCode}`;

function troubleOfPull(
  { image }: ContainerStatus,
  reason: string,
  message: string,
  warnings: readonly KubeEvent[],
): Trouble {
  const pulls = warnings.filter((event) => event.message?.startsWith('Failed to pull'));
  // Since Kubernetes 1.31 the status says it; an event of before may be about what is over.
  const failure = isVague(reason, message) ? (pulls.at(-1)?.message ?? message) : message;
  // The name of an image may hold any of these words.
  const withoutNames = failure.replace(/"[^"]*"/g, '').replaceAll(image, '');
  return trouble(reason, failure, containerVerdict(reason, withoutNames) ?? 'passing');
}

const isVague = (reason: string, message: string) => reason === 'ImagePullBackOff' && !/: .*: /.test(message);

function troubleOfEvent({ reason = '', message = '' }: KubeEvent): Trouble[] {
  const verdict = eventVerdict(reason, message);
  return verdict ? [trouble(reason, message, verdict)] : [];
}

/** Characters of a message that are shown: writers of events and statuses may write books. */
const LONGEST = 4000;

const trouble = (reason: string, message: string, verdict: Verdict, container?: string): Trouble => ({
  reason: beginning(reason, LONGEST),
  message: beginning(message, LONGEST),
  verdict,
  restarts: 0,
  ...(container !== undefined && { container }),
});

function refusal(message: string, mayFree: boolean): TerminalFailure | undefined {
  const verdict = creationVerdict(message);
  const isOne = verdict === 'final' || (verdict === 'room' && !mayFree);
  return isOne ? { reason: 'FailedCreate', message: beginning(message, LONGEST) } : undefined;
}

/** With pods of the old revision to be taken away first, the rollout makes room in a quota by itself. */
function mayFreeQuota({ kind, spec }: Workload): boolean {
  if (kind !== 'Deployment') return true;
  const { type, rollingUpdate } = spec.strategy ?? {};
  const given = String(rollingUpdate?.maxUnavailable ?? '25%');
  const number = given.endsWith('%')
    ? (Number.parseInt(given, 10) * (spec.replicas ?? 1)) / 100
    : Number(given);
  return type === 'Recreate' || Math.floor(number) > 0;
}

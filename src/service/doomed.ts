import type { ContainerStatus, KubeEvent, Pod, ReplicaSet, Workload } from '../systems/kubernetes/objects.ts';

/** Why waiting for something is in vain. */
export interface Doom {
  readonly reason: string;
  readonly message: string;
  /** The container whose log may tell more. */
  readonly container?: string;
}

/** What a registry says when waiting does not help; anything else (time-outs, resets, 5xx) it may get over. */
const HOPELESS_PULL =
  /not found|manifest unknown|name unknown|denied|unauthorized|forbidden|authorization failed|no basic auth credentials|no match for platform|no matching manifest|invalid reference|unsupported media type|\b40[134]\b/i;

/** What the kubelet says while its own caches are not filled yet. */
const PASSING_CONFIG = /timed out waiting for the condition/;

/** States of a waiting container that don't pass by themselves. */
const STUCK = new Set([
  'CrashLoopBackOff',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'InvalidImageName',
  'ErrImageNeverPull',
]);

/** A claim that is gone does not come back by waiting. */
const NO_CLAIM = /persistentvolumeclaim "[^"]*" (not found|is being deleted)/;

/** Refusals at the making of a pod that may pass by themselves. */
const QUOTA = /exceeded quota/;

/**
 * Why a pod will never become ready, as its status says; undefined while it still may. `warnings` are the
 * cluster's events about it: before Kubernetes 1.31 they alone say why an image could not be pulled.
 */
export function doomOfPod(pod: Pod, warnings: readonly KubeEvent[] = []): Doom | undefined {
  if (pod.metadata.deletionTimestamp) return undefined;
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
  for (const status of statuses) {
    const doom = doomOfContainer(status, warnings);
    if (doom) return doom;
  }
  const scheduled = pod.status?.conditions?.find((condition) => condition.type === 'PodScheduled');
  const message = scheduled?.message ?? '';
  return scheduled?.status === 'False' && fitsNowhere(message)
    ? { reason: 'Unschedulable', message }
    : undefined;
}

/** True where a pod can't pull its image and its status leaves open why, so that its events have to be asked. */
export function needsEvents(pod: Pod): boolean {
  return [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])].some(
    ({ state }) =>
      state?.waiting?.reason === 'ImagePullBackOff' && !/: .*: /.test(state.waiting.message ?? ''),
  );
}

/** Why no pod of this revision is made at all: its ReplicaSet says so. */
export function doomOfReplicaSet(replicaSet: ReplicaSet, workload: Workload): Doom | undefined {
  const failure = replicaSet.status?.conditions?.find(
    ({ type, status, reason }) => type === 'ReplicaFailure' && status === 'True' && reason === 'FailedCreate',
  );
  return failure && refusal(failure.message ?? '', mayFreeQuota(workload));
}

/** The same for a StatefulSet or DaemonSet, whose refusals are in events only. */
export function doomOfEvents(events: readonly KubeEvent[], workload: Workload): Doom | undefined {
  const failure = events.findLast((event) => event.reason === 'FailedCreate');
  return failure && refusal(failure.message ?? '', mayFreeQuota(workload));
}

/** True where the selector or affinity of a pod leaves out every node; too little CPU or memory may pass. */
function fitsNowhere(message: string): boolean {
  const nodes = Number(/^0\/(\d+) nodes/.exec(message)?.[1] ?? 0);
  const unfit = [...message.matchAll(/(\d+) node\(s\) didn't match Pod's node (?:affinity|selector)/g)];
  const sum = unfit.reduce((total, [, count]) => total + Number(count), 0);
  return NO_CLAIM.test(message) || (nodes > 0 && sum === nodes);
}

function doomOfContainer(status: ContainerStatus, warnings: readonly KubeEvent[]): Doom | undefined {
  const { reason = '', message = '' } = status.state?.waiting ?? {};
  if (reason === 'CreateContainerConfigError' && PASSING_CONFIG.test(message)) return undefined;
  if (STUCK.has(reason)) return { reason, message, container: status.name };
  if (reason !== 'ErrImagePull' && reason !== 'ImagePullBackOff') return undefined;
  const pulls = warnings
    .filter((event) => event.message?.startsWith('Failed to pull'))
    .map((event) => event.message);
  const why = pulls.at(-1) ?? message;
  // The name of an image may hold any of these words.
  const told = `${message} ${why}`.replace(/"[^"]*"/g, '').replaceAll(status.image, '');
  return HOPELESS_PULL.test(told) ? { reason, message: why } : undefined;
}

function refusal(message: string, mayFree: boolean): Doom | undefined {
  if (!/forbidden|denied|invalid/i.test(message)) return undefined;
  if (QUOTA.test(message) && mayFree) return undefined;
  return { reason: 'FailedCreate', message };
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

import type { ContainerStatus, KubeEvent, Pod, ReplicaSet, Workload } from '../systems/kubernetes/objects.ts';

/** Why waiting for something is in vain. */
export interface Doom {
  readonly reason: string;
  readonly message: string;
  /** The container whose log may tell more. */
  readonly container?: string;
}

/** Failures to pull that a registry or network may get over; all others (not found, denied, a bad name) stay. */
const PASSING_PULL =
  /timeout|timed out|deadline exceeded|connection (refused|reset)|no such host|temporary failure|TLS handshake|too ?many ?requests|unexpected EOF|: EOF|network is unreachable|no route to host|50[0-4] |\b429\b|server misbehaving|qps exceeded/i;

/** States of a waiting container that don't pass by themselves. */
const STUCK = new Set([
  'CrashLoopBackOff',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'InvalidImageName',
  'ErrImageNeverPull',
]);

/** Reasons of the scheduler that no waiting and no further node changes; too little CPU or memory may pass. */
const UNSCHEDULABLE =
  /didn't match Pod's node (affinity|selector)|persistentvolumeclaim "[^"]*" (not found|is being deleted)/;

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
  if (scheduled?.status === 'False' && UNSCHEDULABLE.test(scheduled.message ?? '')) {
    return { reason: 'Unschedulable', message: scheduled.message ?? '' };
  }
  return undefined;
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
    (item) => item.type === 'ReplicaFailure' && item.status === 'True',
  );
  if (!failure || failure.reason !== 'FailedCreate') return undefined;
  return refusal(failure.message ?? '', mayFreeQuota(workload));
}

/** The same for a StatefulSet or DaemonSet, whose refusals are in events only. */
export function doomOfEvents(events: readonly KubeEvent[], workload: Workload): Doom | undefined {
  const failure = events.findLast((event) => event.reason === 'FailedCreate');
  return failure && refusal(failure.message ?? '', mayFreeQuota(workload));
}

function doomOfContainer({ name, state }: ContainerStatus, warnings: readonly KubeEvent[]): Doom | undefined {
  const { reason = '', message = '' } = state?.waiting ?? {};
  if (STUCK.has(reason)) return { reason, message, container: name };
  if (reason !== 'ErrImagePull' && reason !== 'ImagePullBackOff') return undefined;
  const pulls = warnings
    .filter((event) => event.message?.startsWith('Failed to pull'))
    .map((event) => event.message);
  const why = pulls.at(-1) ?? message;
  return PASSING_PULL.test(`${message} ${why}`) ? undefined : { reason, message: why };
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
  return type === 'Recreate' || !['0', '0%'].includes(String(rollingUpdate?.maxUnavailable ?? '25%'));
}

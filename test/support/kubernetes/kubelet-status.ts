import { createHash } from 'node:crypto';
import type { Moment } from './kubelet-images.ts';
import {
  type Condition,
  type Container,
  type ContainerStatus,
  conditionOf,
  now,
  type Pod,
  type PodStatus,
} from './objects.ts';

/** A pod's status from what each of its containers is now; `blocking` is the init container that never ends. */
export function podStatus(
  pod: Pod,
  shown: Map<string, Moment>,
  blocking: string | undefined,
  podIP: string,
  startTime: string,
): PodStatus {
  const { initContainers = [], containers } = pod.spec;
  const initializing: Moment = { atMs: 0, state: 'waiting', reason: 'PodInitializing' };
  const statuses = containers.map((container) =>
    containerStatus(pod, container, blocking ? initializing : (shown.get(container.name) ?? initializing)),
  );
  const init = initContainers.map((container) => {
    const moment = shown.get(container.name);
    return moment ? containerStatus(pod, container, moment) : completed(pod, container);
  });
  const unready = statuses.filter(({ ready }) => !ready).map(({ name }) => name);
  const hasStarted = statuses.every(
    ({ state, lastState }) => state.running || state.terminated || lastState.terminated,
  );
  const readiness =
    unready.length === 0 ? undefined : `containers with unready status: [${unready.join(' ')}]`;
  const initialized = blocking ? `containers with incomplete status: [${blocking}]` : undefined;
  return {
    phase: hasStarted ? 'Running' : 'Pending',
    conditions: [
      condition(pod, 'PodReadyToStartContainers', undefined, ''),
      condition(pod, 'Initialized', initialized, 'ContainersNotInitialized'),
      condition(pod, 'Ready', readiness, 'ContainersNotReady'),
      condition(pod, 'ContainersReady', readiness, 'ContainersNotReady'),
      condition(pod, 'PodScheduled', undefined, ''),
    ],
    ...{ hostIP: '10.1.0.1', hostIPs: [{ ip: '10.1.0.1' }], podIPs: [{ ip: podIP }], qosClass: 'BestEffort' },
    podIP,
    startTime,
    ...(init.length > 0 && { initContainerStatuses: init }),
    containerStatuses: statuses,
  };
}

/** With the names that a runtime gives to what runs; what has not run has none. */
export function withImageIDs(status: PodStatus, nameOf: (image: string) => string | undefined): PodStatus {
  const named = (each: ContainerStatus) => ({
    ...each,
    imageID: each.imageID && (nameOf(each.image) ?? each.imageID),
  });
  const { initContainerStatuses: init, containerStatuses = [] } = status;
  return {
    ...status,
    containerStatuses: containerStatuses.map(named),
    ...(init && { initContainerStatuses: init.map(named) }),
  };
}

/** Of a pod that is deleted and has ended: it is not gone before it has said so. */
export function endedStatus(pod: Pod): PodStatus {
  const { conditions = [], containerStatuses = [] } = pod.status;
  const isUnready = ({ type }: Condition) => type === 'Ready' || type === 'ContainersReady';
  const ended = (status: ContainerStatus): ContainerStatus => ({
    ...status,
    ready: false,
    started: false,
    state: status.state.running
      ? {
          terminated: {
            ...{ exitCode: 0, reason: 'Completed', finishedAt: now(), containerID: status.containerID },
            ...(status.state.running as object),
          },
        }
      : status.state,
  });
  return {
    ...pod.status,
    phase: pod.status.phase === 'Running' ? 'Succeeded' : 'Failed',
    conditions: conditions.map((each) =>
      isUnready(each)
        ? { ...each, status: 'False', reason: 'PodCompleted', lastTransitionTime: now() }
        : each,
    ),
    ...(containerStatuses.length > 0 && { containerStatuses: containerStatuses.map(ended) }),
  };
}

/** Of a pod whose one container has run to its end. */
export function ranStatus(pod: Pod, exitCode: number): PodStatus {
  const { containerStatuses = [], conditions = [] } = pod.status;
  const reason = exitCode === 0 ? 'Completed' : 'Error';
  return {
    ...pod.status,
    phase: exitCode === 0 ? 'Succeeded' : 'Failed',
    conditions: conditions.map((each) =>
      each.type === 'Ready' || each.type === 'ContainersReady'
        ? { ...each, status: 'False', reason: exitCode === 0 ? 'PodCompleted' : 'PodFailed' }
        : each,
    ),
    containerStatuses: containerStatuses.map((status) => ({
      ...status,
      ready: false,
      started: false,
      state: {
        terminated: {
          ...{ exitCode, reason, finishedAt: now(), containerID: status.containerID },
          ...(status.state.running as object),
        },
      },
    })),
  };
}

function containerStatus(pod: Pod, { name, image }: Container, moment: Moment): ContainerStatus {
  const { state, reason, message, isReady = false, ended, restartCount = 0 } = moment;
  const isRunning = state === 'running';
  const hasRun = isRunning || ended !== undefined;
  const ids = { containerID: containerId(pod, name), imageID: imageId(image) };
  const known = pod.status.containerStatuses?.find((each) => each.name === name);
  const since = known?.state.running ?? { startedAt: now() };
  const last = ended && {
    terminated: { ...ended, startedAt: now(), finishedAt: now(), containerID: ids.containerID },
  };
  const states = {
    running: { running: since },
    terminated: last ?? {},
    waiting: { waiting: { reason, ...(message && { message }) } },
  };
  return {
    name,
    image,
    ...(hasRun ? ids : { imageID: '' }),
    ready: isReady,
    started: isRunning,
    restartCount,
    state: states[state],
    lastState: last ?? {},
  };
}

function completed(pod: Pod, { name, image }: Container): ContainerStatus {
  const containerID = containerId(pod, name);
  const terminated = { exitCode: 0, reason: 'Completed', startedAt: now(), finishedAt: now(), containerID };
  const ids = { containerID, imageID: imageId(image) };
  return {
    name,
    image,
    ...ids,
    ready: true,
    started: false,
    restartCount: 0,
    state: { terminated },
    lastState: {},
  };
}

/** True when nothing speaks against it. */
function condition(pod: Pod, type: string, against: string | undefined, reason: string): Condition {
  const status = against === undefined ? 'True' : 'False';
  const known = conditionOf(pod.status.conditions, type);
  const lastTransitionTime =
    known?.status === status && known.lastTransitionTime ? known.lastTransitionTime : now();
  return { type, status, lastTransitionTime, ...(against !== undefined && { reason, message: against }) };
}

function imageId(image: string): string {
  if (image.includes('@sha256:')) return image;
  return `${image.replace(/:[^:/]*$/, '')}@sha256:${sha256(image)}`;
}

function containerId({ metadata }: Pod, name: string): string {
  return `containerd://${sha256(`${metadata.uid}/${name}`)}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

import type { Container, Pod } from './objects.ts';

/** What a container is at a time, counted from when its pod got a node; it holds until the next. */
export interface Moment {
  atMs: number;
  state: 'waiting' | 'running' | 'terminated';
  reason?: string;
  message?: string;
  isReady?: boolean;
  /** How it ended the time before. */
  ended?: { exitCode: number; reason: string; message?: string };
  restartCount?: number;
  event?: [reason: string, message: string];
}

/** The folder of programs that no image has, by which a drill breaks a container. */
const NOWHERE = '/rollback-drill/';

/** How a container goes that has `image`: well, unless the image's name, its command or its probe says otherwise. */
export function behaviourOf(
  image: string,
  pod: Pod,
  container: Container,
  readyMs: number,
): { moments: Moment[]; isInitBlocking: boolean } {
  const known = faultOf(image, container);
  if (known === undefined) return { moments: [creating, running(readyMs)], isInitBlocking: false };
  const moments = behaviours[known]?.({ image, pod, container, readyMs }) ?? [];
  return { moments, isInitBlocking: known !== 'not-ready' && known !== 'slow-start' };
}

function faultOf(image: string, { command, readinessProbe }: Container): string | undefined {
  if (command?.[0]?.startsWith(NOWHERE)) return 'run-error';
  if (readinessProbe?.exec?.command?.[0]?.startsWith(NOWHERE)) return 'not-ready';
  return Object.keys(behaviours).find((part) => image.includes(part));
}

interface Case {
  image: string;
  pod: Pod;
  container: Container;
  readyMs: number;
}

const creating: Moment = { atMs: 0, state: 'waiting', reason: 'ContainerCreating' };
const running = (atMs: number): Moment => ({ atMs, state: 'running', isReady: true });

const behaviours: Record<string, (of: Case) => Moment[]> = {
  'bad-image': ({ image, readyMs }) => pullFailure(image, notFound(image), readyMs),
  'flaky-registry': ({ image, readyMs }) => [
    ...pullFailure(image, unreachable(image), readyMs * 3),
    running(readyMs * 10),
  ],
  'crash-loop': (of) => [creating, ...[1, 2, 3].flatMap((life) => crashed(of, life))],
  // What it needs is there after its second crash.
  'crash-twice': (of) => [creating, ...[1, 2].flatMap((life) => crashed(of, life)), running(of.readyMs * 9)],
  'bad-config': ({ readyMs }) => {
    const message = 'configmap "missing" not found';
    const failed = waiting(readyMs, 'CreateContainerConfigError', message);
    return [creating, { ...failed, event: ['Failed', `Error: ${message}`] }];
  },
  'run-error': ({ readyMs }) => {
    const message =
      'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/missing": stat /missing: no such file or directory';
    const ended = { exitCode: 128, reason: 'StartError', message };
    return [
      creating,
      { ...waiting(readyMs, 'RunContainerError', message), ended, event: ['Failed', `Error: ${message}`] },
    ];
  },
  'not-ready': ({ readyMs }) => [creating, { ...running(readyMs), isReady: false }],
  'slow-start': ({ readyMs }) => [creating, { ...running(readyMs), isReady: false }, running(readyMs * 20)],
};

/** A container that has died so often; the pauses between grow, as the kubelet's do, which says for moments only that it waits. */
function crashed({ pod, container, readyMs }: Case, life: number): Moment[] {
  const { name, namespace, uid } = pod.metadata;
  const where = `container=${container.name} pod=${name}_${namespace}(${uid})`;
  const backOff = `Back-off restarting failed container ${container.name} in pod ${name}_${namespace}(${uid})`;
  const atMs = readyMs * 2 ** (life - 1);
  const left = { ended: { exitCode: 1, reason: 'Error' }, restartCount: life };
  return [
    { atMs, state: 'terminated', ...left },
    {
      ...waiting(atMs * 1.75, 'CrashLoopBackOff', `back-off 10s restarting failed ${where}`),
      ...left,
      event: ['BackOff', backOff],
    },
  ];
}

/** The kubelet tries, waits, and tries again. */
function pullFailure(image: string, cause: string, pauseMs: number): Moment[] {
  const failed: [string, string] = ['Failed', `Failed to pull image "${image}": ${cause}`];
  const backOff = `Back-off pulling image "${image}"`;
  return [0, 2].flatMap((turn) => [
    { ...waiting(pauseMs * turn, 'ErrImagePull', cause), event: failed },
    {
      ...waiting(pauseMs * (turn + 1), 'ImagePullBackOff', `${backOff}: ErrImagePull: ${cause}`),
      event: ['BackOff', backOff],
    },
  ]);
}

function waiting(atMs: number, reason: string, message: string): Moment {
  return { atMs, state: 'waiting', reason, message };
}

function notFound(image: string): string {
  const failed = `failed to pull and unpack image "${image}"`;
  return `rpc error: code = NotFound desc = ${failed}: failed to resolve reference "${image}": ${image}: not found`;
}

/** Only what the registry itself has said is an error of gRPC. */
function unreachable(image: string): string {
  const failed = `failed to pull and unpack image "${image}": failed to resolve reference "${image}"`;
  return `${failed}: failed to do request: dial tcp 10.0.0.1:443: i/o timeout`;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, Failure } from './failure.ts';
import { now, type Pod } from './objects.ts';
import type { PodHandlers } from './pod-handlers.ts';
import type { Registry } from './registry.ts';
import { reply } from './reply.ts';
import { type ApiRequest, allowQuery, flag, number } from './request.ts';

export function readLog(
  registry: Registry,
  pods: PodHandlers,
  request: ApiRequest,
  response: ServerResponse,
): void {
  const { namespace, name, query } = request;
  const known = ['container', 'previous', 'tailLines', 'limitBytes', 'sinceSeconds', 'follow', 'timestamps'];
  allowQuery(query, ...known);
  if (flag(query, 'follow')) throw badRequest('follow is not supported');
  const pod = registry.get<Pod>('pods', namespace, name);
  const container = containerOf(pod, query.get('container'));
  const previous = flag(query, 'previous');
  checkStarted(pod, container, previous);
  let text = pods.said.get(pod.metadata.uid) ?? pods.log(pod, container, previous);
  const tailLines = number(query, 'tailLines');
  if (tailLines !== undefined) text = tail(text, tailLines);
  if (flag(query, 'timestamps')) {
    const at = startOf(pod, container, previous);
    text = text.replace(/[^\n]*\n|[^\n]+$/g, (line) => `${at} ${line}`);
  }
  const limitBytes = number(query, 'limitBytes');
  if (limitBytes !== undefined) text = Buffer.from(text).subarray(0, limitBytes).toString('utf8');
  reply(response, 200, text);
}

/** `name`, `name:port` and `https:name:port`, as the API server's own proxy takes them. */
export async function proxy(
  registry: Registry,
  pods: PodHandlers,
  request: ApiRequest,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts = request.name.split(':');
  const scheme = parts.length === 3 ? (parts[0] ?? '') : 'http';
  const [name = '', wantedPort = ''] = parts.length === 3 ? parts.slice(1) : parts;
  if (parts.length > 3 || !['http', 'https', ''].includes(scheme))
    throw badRequest(`invalid pod request "${request.name}"`);
  const pod = registry.get<Pod>('pods', request.namespace, name);
  const port = wantedPort || firstPort(pod);
  const search = message.url?.includes('?') ? message.url.slice(message.url.indexOf('?')) : '';
  message.resume();
  const isUp = pod.status.phase === 'Running';
  const result = isUp
    ? await pods.proxy(pod, port, `/${request.rest}${search}`, scheme || 'http')
    : 'refused';
  if (result === 'refused') {
    throw new Failure(
      503,
      'ServiceUnavailable',
      `error trying to reach service: dial tcp ${pod.status.podIP ?? ''}:${port}: connect: connection refused`,
    );
  }
  response.writeHead(result.status, { 'content-type': 'text/plain; charset=utf-8' }).end(result.body);
}

/** The container that a request means, which it must name unless there is one only. */
export function containerOf(pod: Pod, wanted: string | null): string {
  const { containers, initContainers = [] } = pod.spec;
  const names = containers.map(({ name }) => name);
  const isThere = [...containers, ...initContainers].some(({ name }) => name === wanted);
  if (wanted && !isThere) throw badRequest(`container ${wanted} is not valid for pod ${pod.metadata.name}`);
  if (wanted) return wanted;
  if (names.length === 1) return names[0] ?? '';
  throw badRequest(
    `a container name must be specified for pod ${pod.metadata.name}, choose one of: [${names.join(' ')}]`,
  );
}

function checkStarted(pod: Pod, container: string, previous: boolean): void {
  const { containerStatuses = [], initContainerStatuses = [] } = pod.status;
  const status = [...containerStatuses, ...initContainerStatuses].find(({ name }) => name === container);
  const hasEnded = status?.lastState.terminated !== undefined;
  if (previous && !hasEnded) {
    throw badRequest(`previous terminated container "${container}" in pod "${pod.metadata.name}" not found`);
  }
  const waiting = (status?.state.waiting ?? (status ? undefined : { reason: 'ContainerCreating' })) as
    | { reason: string }
    | undefined;
  if (!waiting || hasEnded) return;
  const isPull = waiting.reason === 'ErrImagePull' || waiting.reason === 'ImagePullBackOff';
  const why = isPull ? 'trying and failing to pull image' : waiting.reason;
  throw badRequest(`container "${container}" in pod "${pod.metadata.name}" is waiting to start: ${why}`);
}

/** When a container, or the one that it replaced, was started: here all that it says was said then. */
function startOf(pod: Pod, container: string, previous: boolean): string {
  const status = pod.status.containerStatuses?.find(({ name }) => name === container);
  const life = previous ? status?.lastState.terminated : (status?.state.running ?? status?.state.terminated);
  return String((life as { startedAt?: string } | undefined)?.startedAt ?? now());
}

function tail(text: string, lines: number): string {
  const all = text.split('\n');
  const end = text.endsWith('\n') ? 1 : 0;
  return lines === 0 ? '' : all.slice(-(lines + end)).join('\n');
}

function firstPort({ spec }: Pod): string {
  const ports = spec.containers.flatMap(
    (container) => (container as { ports?: { containerPort: number }[] }).ports ?? [],
  );
  return String(ports[0]?.containerPort ?? 80);
}

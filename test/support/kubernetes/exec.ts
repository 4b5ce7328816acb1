import type { IncomingMessage } from 'node:http';
import { type Duplex, PassThrough } from 'node:stream';
import { badRequest, Failure } from './failure.ts';
import type { Api } from './handlers.ts';
import type { Pod } from './objects.ts';
import { containerOf } from './pod-subresources.ts';
import { authorize } from './rbac.ts';
import { type ApiRequest, allowQuery, flag } from './request.ts';
import { acceptWebSocket } from './websocket.ts';

/** `exec` in a pod over a WebSocket: a byte for the channel, then what goes over it. */
export async function exec(
  api: Api,
  request: ApiRequest,
  message: IncomingMessage,
  socket: Duplex,
): Promise<void> {
  authorize(api.rules, request);
  // Since 1.35 an upgrade needs what POST needs, too.
  authorize(api.rules, request, 'create');
  const { namespace, name, query } = request;
  if (request.subresource !== 'exec') throw badRequest('Upgrade is only for exec');
  allowQuery(query, 'command', 'container', 'stdin', 'stdout', 'stderr', 'tty');
  const pod = api.registry.get<Pod>('pods', namespace, name);
  const container = containerOf(pod, query.get('container'));
  const argv = query.getAll('command');
  if (argv.length === 0) throw badRequest('you must specify at least 1 command for the container');
  if (!['stdin', 'stdout', 'stderr'].some((stream) => flag(query, stream))) {
    throw badRequest('you must specify at least one of stdin, stdout, stderr');
  }
  if (!isRunning(pod, container)) {
    throw new Failure(
      500,
      'InternalError',
      `Internal error occurred: unable to upgrade connection: container not found ("${container}")`,
    );
  }
  const protocol = pickProtocol(message);

  const stdin = new PassThrough();
  const webSocket = acceptWebSocket(message, socket, protocol, (data) => {
    if (data[0] === STDIN) stdin.write(data.subarray(1));
  });
  socket.on('close', () => stdin.end());
  const send = (channel: number, text: string | Buffer) =>
    webSocket.send(Buffer.concat([Buffer.of(channel), Buffer.from(text as Buffer)]));
  // An empty message tells the client that the container is there.
  send(flag(query, 'stdout') ? STDOUT : STDERR, '');
  const {
    stdout = '',
    stderr = '',
    exitCode,
    missing,
  } = flag(query, 'stdin')
    ? await api.pods.talk(pod, container, argv, { stdin, say: (text) => send(STDOUT, text) })
    : await api.pods.exec(pod, container, argv);
  if (stdout !== '' && flag(query, 'stdout')) send(STDOUT, stdout);
  if (stderr !== '' && flag(query, 'stderr')) send(STDERR, stderr);
  send(STATUS, JSON.stringify(missing ? notStarted(missing) : exitStatus(exitCode)));
  webSocket.close();
}

const [STDIN, STDOUT, STDERR, STATUS] = [0, 1, 2, 3];
const PROTOCOLS = ['v5.channel.k8s.io', 'v4.channel.k8s.io'];

function pickProtocol({ headers }: IncomingMessage): string {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim());
  const chosen = offered.find((each) => PROTOCOLS.includes(each));
  if (chosen) return chosen;
  throw badRequest(`unable to upgrade: none of the protocols ${offered.join(', ')} is known`);
}

function isRunning(pod: Pod, container: string): boolean {
  const status = pod.status.containerStatuses?.find(({ name }) => name === container);
  return status?.state.running !== undefined;
}

/** As the kubelet says it of containerd and runc: no exit code, for nothing has run. */
function notStarted(program: string): object {
  const message = `error executing command in container: failed to exec in container: failed to start exec "0123": OCI runtime exec failed: exec failed: unable to start container process: exec: ${JSON.stringify(program)}: executable file not found in $PATH: unknown`;
  return {
    metadata: {},
    status: 'Failure',
    message: `Internal error occurred: ${message}`,
    reason: 'InternalError',
    details: { causes: [{ message }] },
    code: 500,
  };
}

function exitStatus(exitCode: number): object {
  if (exitCode === 0) return { metadata: {}, status: 'Success' };
  return {
    metadata: {},
    status: 'Failure',
    message: `command terminated with non-zero exit code: command terminated with exit code ${exitCode}`,
    reason: 'NonZeroExitCode',
    details: { causes: [{ reason: 'ExitCode', message: String(exitCode) }] },
  };
}

import type { ClientRequest } from 'node:http';
import { type Readable, Writable } from 'node:stream';
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { ActionError, messageOf } from '../../base/errors.ts';
import { cutLine } from '../../base/foreign.ts';
import { beginning } from '../../base/redact.ts';
import { unlessAborted } from '../../base/settled.ts';
import { WAITS } from '../../base/waits.ts';
import { endOfText, textWithin } from '../bounded.ts';
import type { KubeClient } from './client.ts';
import { CORE, objectPath } from './names.ts';
import type { KubeEvent, Pod } from './objects.ts';

/** Bytes of the last lines of a log. */
const SHORT_LOG_BYTES = 1024 * 1024;
/** Signs of what the server says of how a command ended. */
const LONGEST_END = 8 * 1024;
/** Bytes of the end of what a command says. */
const OUTPUT_BYTES = 1024 * 1024;

export const podPath = ({ metadata }: Pod) => objectPath(CORE, metadata.namespace, 'pods', metadata.name);

/** The last lines that a container wrote, of its last life where it has died; empty where there are none. */
export async function lastLogLines(
  client: KubeClient,
  pod: Pod,
  container: string,
  lines: number,
): Promise<string[]> {
  for (const previous of ['true', 'false']) {
    try {
      const query = { container, tailLines: lines, previous };
      const response = await client.open(
        'GET',
        `${podPath(pod)}/log`,
        { query: { ...query, limitBytes: SHORT_LOG_BYTES } },
        WAITS.POD_LOG_SILENCE_MS,
      );
      // Kubernetes is asked for no more, and what a server sends beyond that is not read.
      const { text: log } = await textWithin(response, SHORT_LOG_BYTES);
      if (log.trim()) return log.trimEnd().split('\n').slice(-lines).map(cutLine);
    } catch (error) {
      client.signal.throwIfAborted();
      // A container that never ran has no log; a log that cannot be had must not hold up the failure that it explains.
      if (previous === 'false') return [`(no log: ${messageOf(error)})`];
    }
  }
  return [];
}

/** What the cluster has said about an object, oldest first. */
export async function eventsAbout(client: KubeClient, namespace: string, uid: string): Promise<KubeEvent[]> {
  const { items } = await client.list<KubeEvent>(objectPath(CORE, namespace, 'events'), {
    fieldSelector: `involvedObject.uid=${uid}`,
  });
  return items.sort((a, b) => when(a).localeCompare(when(b)));
}

const when = (event: KubeEvent) => event.lastTimestamp ?? event.eventTime ?? '';

/** One HTTP GET that the API server makes for us to a pod; a status that is not 2xx is an ApiError. `silence` in milliseconds. */
export async function getThroughProxy(
  client: KubeClient,
  pod: Pod,
  target: { scheme: string; port: string; path: string },
  silence: number,
): Promise<void> {
  const scheme = target.scheme === 'https' ? 'https:' : '';
  const { namespace, name } = pod.metadata;
  const at = objectPath(CORE, namespace, 'pods', name).slice(0, -name.length);
  const proxied = `${at}${scheme}${name}:${target.port}/proxy${target.path}`;
  (await client.open('GET', proxied, {}, silence)).resume();
}

/** The one that kubectl takes where none is named. */
export const defaultContainer = ({ metadata, spec }: Pod): string =>
  metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? spec.containers[0]?.name ?? '';

/** Runs a command in a pod's default container, else its first. No shell is involved. */
export async function execInPod(
  client: KubeClient,
  pod: Pod,
  argv: readonly string[],
): Promise<{ exitCode: number; output: string }> {
  const output = endOfText(OUTPUT_BYTES);
  const { ended } = await openInPod(client, pod, argv, output.hear, null);
  const { exitCode, message } = await ended;
  return { exitCode, output: output.text().trim() || message };
}

/**
 * Starts a command in the same way and leaves it running: `hear` gets what it says, `stdin` is what it reads. `ended`
 * fails where the connection closes first, or the client's signal aborts.
 *
 * @throws an error with the server's words, or the signal's reason
 */
export async function openInPod(
  client: KubeClient,
  pod: Pod,
  argv: readonly string[],
  hear: (chunk: Buffer) => void,
  stdin: Readable | null,
): Promise<{ ended: Promise<{ exitCode: number; message: string }>; close(): void }> {
  const { Exec } = await import('@kubernetes/client-node/dist/exec.js');
  const sink = () =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        hear(chunk);
        done();
      },
      // What comes after the end is not listened to.
    }).on('error', () => {});
  const { namespace, name } = pod.metadata;
  const { promise, resolve, reject } = Promise.withResolvers<ExecStatus>();
  const onStatus = (status: unknown) => resolve(status as ExecStatus);
  const { signal } = client;
  const exec = new Exec(guarded(client.config));
  const container = defaultContainer(pod);
  const opening = exec.exec(namespace, name, container, [...argv], sink(), sink(), stdin, false, onStatus);
  const socket = await unlessAborted(opening, signal).catch((event: { message?: string }) => {
    // One that is opened later is of no use any more.
    opening.then(
      (late) => late.close(),
      () => {},
    );
    signal.throwIfAborted();
    throw new Error(event.message ?? 'the connection was refused');
  });
  const abort = () => {
    // A server that hangs does not answer this, so it is not waited for.
    socket.close();
    reject(signal.reason);
  };
  signal.addEventListener('abort', abort);
  socket.onclose = () => {
    signal.removeEventListener('abort', abort);
    reject(new Error('the connection closed before the command ended'));
  };
  return { ended: promise.then(endOf), close: () => socket.close() };
}

interface Socket {
  addEventListener(type: 'message', hear: Hear): void;
  terminate(): void;
}
type Hear = (message: { readonly data: unknown }) => void;

const [STDOUT, STDERR, STATUS] = [1, 2, 3];
/** Whether a message is of the output or the end of a command: for others Exec throws, or ends this process' own output. */
const isOfCommand = (data: unknown): boolean =>
  Buffer.isBuffer(data) && [STDOUT, STDERR, STATUS].includes(data[0] ?? -1);

/** The kubeconfig for Exec, whose socket ends where the server says what Exec cannot read, and not this process. */
function guarded(config: KubeConfig): KubeConfig {
  const finishRequest = (request: ClientRequest, socket: Socket) => {
    const guard =
      (hear: Hear): Hear =>
      (message) => {
        try {
          if (isOfCommand(message.data)) hear(message);
        } catch {
          socket.terminate();
        }
      };
    Object.defineProperty(socket, 'onmessage', {
      set: (hear: Hear) => socket.addEventListener('message', guard(hear)),
    });
    request.end();
  };
  const guardedOptions = async (options: object) => {
    await config.applyToHTTPSOptions(options);
    Object.assign(options, { finishRequest });
  };
  return {
    getCurrentCluster: () => config.getCurrentCluster(),
    applyToHTTPSOptions: guardedOptions,
  } as unknown as KubeConfig;
}

/** A command that never ran: its program is not in the image, or the node could not start it. */
export class NotStartedError extends ActionError {}

/** @throws NotStartedError where no command has ended: only one that ran has an exit code (remotecommand.NonZeroExitCodeReason) */
function endOf({ status, message: text, details }: ExecStatus): { exitCode: number; message: string } {
  const message = beginning(String(text ?? ''), LONGEST_END);
  if (status === 'Success') return { exitCode: 0, message };
  const causes = Array.isArray(details?.causes) ? details.causes : [];
  const cause = causes.find((item) => item?.reason === 'ExitCode');
  if (cause?.message !== undefined) return { exitCode: Number(cause.message), message };
  // The runtime's own words come last: exec: "nope": executable file not found in $PATH: unknown.
  const words = /exec: "[^"]{0,500}": [^\n]{0,300}/.exec(message)?.[0] ?? message;
  throw new NotStartedError(
    `it could not be started: ${words.replace(/: unknown$/, '') || 'no reason is given'}`,
  );
}

interface ExecStatus {
  status?: string;
  message?: string;
  details?: { causes?: ({ reason?: string; message?: string } | null)[] };
}

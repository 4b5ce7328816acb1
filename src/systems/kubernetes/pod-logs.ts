import { messageOf } from '../../base/errors.ts';
import { WAITS } from '../../base/waits.ts';
import { textWithin } from '../bounded.ts';
import type { KubeClient } from './client.ts';
import type { Pod } from './objects.ts';
import { defaultContainer, podPath } from './pods.ts';

/** Bytes of a container's log that are kept, its end: enough for an incident, whatever has grown before it. */
const MAX_LOG_BYTES = 16 * 1024 * 1024;
/** Bytes of a log that are gone through for its end. */
const MAX_HEARD_BYTES = 64 * MAX_LOG_BYTES;
/** Milliseconds after its start in which a container has usually written its first line. */
const FIRST_LINE_MS = 60_000;
/** What the API server puts before each line where it is asked to. */
const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) /;

/** What the default container of a pod has written, and which part of it could not be read. */
export interface PodLog {
  readonly lines: readonly string[];
  readonly missed: readonly string[];
}

/** The log of a pod since an instant, also of the life before where its container was restarted since. */
export async function logSince(client: KubeClient, pod: Pod, since: Date): Promise<PodLog> {
  const container = defaultContainer(pod);
  const status = pod.status?.containerStatuses?.find(({ name }) => name === container);
  const missed: string[] = [];
  const earlier: string[] = [];
  const ended = status?.lastState?.terminated?.finishedAt;
  if (ended !== undefined && new Date(ended) >= since) {
    if ((status?.restartCount ?? 0) > 1)
      missed.push(
        `its container was restarted ${status?.restartCount} times, and only the last log before is kept`,
      );
    try {
      const last = await read(client, pod, { container, since, previous: true });
      earlier.push(...last.lines);
    } catch (error) {
      client.signal.throwIfAborted();
      missed.push(`its log before the last restart cannot be read: ${messageOf(error)}`);
    }
  }
  const now = await read(client, pod, { container, since, previous: false });
  if (now.cut) missed.push(`only the last ${MAX_LOG_BYTES / 1024 ** 2} MiB of its log were read`);
  const rotated = await rotatedAway(client, pod, {
    container,
    since,
    startedAt: status?.state?.running?.startedAt,
  });
  if (rotated !== undefined) missed.push(rotated);
  return { lines: [...earlier, ...now.lines], missed };
}

interface Part {
  readonly container: string;
  readonly since: Date;
  readonly previous: boolean;
}

async function read(client: KubeClient, pod: Pod, { container, since, previous }: Part) {
  const sinceSeconds = Math.max(1, Math.ceil((Date.now() - since.getTime()) / 1000));
  const query = { container, sinceSeconds, previous: String(previous), timestamps: 'true' };
  const stream = await client.open('GET', `${podPath(pod)}/log`, { query }, WAITS.POD_LOG_SILENCE_MS);
  const chunks: Buffer[] = [];
  let bytes = 0;
  let heard = 0;
  let cut = false;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(Buffer.from(chunk));
    bytes += chunk.length;
    while (bytes - (chunks[0]?.length ?? 0) >= MAX_LOG_BYTES) {
      bytes -= chunks.shift()?.length ?? 0;
      cut = true;
    }
    // What never ends is not waited for.
    heard += chunk.length;
    if (heard > MAX_HEARD_BYTES) break;
  }
  const lines = Buffer.concat(chunks).toString('utf8').split('\n');
  // The first one is a piece of a line then.
  if (cut) lines.shift();
  return { lines: lines.filter((line) => line !== '').map((line) => line.replace(TIMESTAMP, '')), cut };
}

/** Why what was written since an instant may not be all there: the kubelet reads the present file alone. */
async function rotatedAway(
  client: KubeClient,
  pod: Pod,
  { container, since, startedAt }: { container: string; since: Date; startedAt: string | null | undefined },
): Promise<string | undefined> {
  if (!startedAt) return undefined;
  const query = { container, limitBytes: 64, timestamps: 'true' };
  const stream = await client.open('GET', `${podPath(pod)}/log`, { query }, WAITS.POD_LOG_SILENCE_MS);
  const { text } = await textWithin(stream, 1024);
  const [, first] = TIMESTAMP.exec(text) ?? [];
  if (first === undefined) return undefined;
  const begins = new Date(first);
  const isLate = begins.getTime() - new Date(startedAt).getTime() > FIRST_LINE_MS;
  return isLate && begins > since
    ? `its log begins at ${begins.toISOString()}, though its container started at ${startedAt}: what was written before was rotated away`
    : undefined;
}

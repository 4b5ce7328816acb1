import { pause } from '../../base/deadline.ts';
import { ActionError } from '../../base/errors.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { WAITS } from '../../base/waits.ts';
import { BATCH, CORE, objectPath } from '../../systems/kubernetes/names.ts';
import type { Job, Pod } from '../../systems/kubernetes/objects.ts';
import { eventsAbout, lastLogLines } from '../../systems/kubernetes/pods.ts';
import { creationVerdict } from '../pod-status.ts';
import { terminalPodFailure } from '../terminal-failure.ts';
import { DOWN_LABEL } from './job.ts';
import type { MigrationPlace } from './plan.ts';

/** Lines of a log that are told. */
const LOG_LINES = 40;

/** How a Job has ended. */
export interface Ended {
  readonly job: string;
  /** Undefined where it went well. */
  readonly failure: string | undefined;
  readonly log: readonly string[];
}

const conditionOf = ({ status }: Job) =>
  status?.conditions?.find(({ type, status }) => ['Complete', 'Failed'].includes(type) && status === 'True');

export const isEnded = (job: Job): boolean => conditionOf(job) !== undefined;

/** Waits for the end of a Job. One whose pod cannot start is deleted, as it might start after this run is over. */
export async function awaitEnd(place: MigrationPlace, { metadata }: Job): Promise<Ended> {
  const { client, namespace } = place;
  const path = objectPath(BATCH, namespace.name, 'jobs', metadata.name);
  const troubleSince = new Map<string, number>();
  for (;;) {
    const job = await client.find<Job>(path);
    if (job?.metadata.uid !== metadata.uid)
      throw new ActionError(`the Job ${metadata.name} was deleted before it ended`);
    const pods = (await podsOf(place, job)).filter((pod) => !pod.metadata.deletionTimestamp);
    const condition = conditionOf(job);
    if (condition) return ended(place, job, pods, condition.type === 'Failed' ? condition : undefined);
    const failure = await failureToStart(place, job, pods, troubleSince);
    if (failure !== undefined) {
      await client.request('DELETE', path, {
        body: { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Background' },
      });
      return { job: metadata.name, failure: `the Job ${metadata.name} cannot start: ${failure}`, log: [] };
    }
    await pause(WAITS.DOWN_POLL_MS, client.signal);
  }
}

async function ended(
  { client }: MigrationPlace,
  { metadata }: Job,
  pods: readonly Pod[],
  failed: { reason?: string; message?: string } | undefined,
): Promise<Ended> {
  const [pod] = pods;
  const container = pod?.spec.containers[0]?.name;
  const log = pod && container ? await lastLogLines(client, pod, container, LOG_LINES) : [];
  const code = pod?.status?.containerStatuses?.[0]?.state?.terminated?.exitCode;
  if (!failed) return { job: metadata.name, failure: undefined, log };
  const ending =
    failed.reason === 'DeadlineExceeded'
      ? 'was ended at its deadline'
      : code === undefined
        ? `failed (${withoutFullStop(failed.message ?? failed.reason ?? 'no reason is given')})`
        : `ended with exit code ${code}`;
  return { job: metadata.name, failure: `the Job ${metadata.name} ${ending}`, log };
}

async function podsOf({ client, namespace }: MigrationPlace, { metadata }: Job): Promise<Pod[]> {
  const { items } = await client.list<Pod>(objectPath(CORE, namespace.name, 'pods'), {
    labelSelector: DOWN_LABEL,
  });
  return items.filter(({ metadata: own }) => own.ownerReferences?.some(({ uid }) => uid === metadata.uid));
}

/** Why its pod does not come to run, where that is final; what has run is the Job's to tell. */
async function failureToStart(
  { client, namespace }: MigrationPlace,
  { metadata }: Job,
  pods: readonly Pod[],
  since: Map<string, number>,
): Promise<string | undefined> {
  const [pod] = pods;
  if (!pod) {
    const events = await eventsAbout(client, namespace.name, metadata.uid);
    const refused = events.findLast(({ reason }) => reason === 'FailedCreate')?.message;
    return refused !== undefined && creationVerdict(refused) === 'final'
      ? withoutFullStop(refused)
      : undefined;
  }
  const hasRun = pod.status?.containerStatuses?.some(({ state }) => state?.running ?? state?.terminated);
  if (hasRun) return undefined;
  const { uid } = pod.metadata;
  since.set(uid, since.get(uid) ?? performance.now());
  const seenMs = performance.now() - (since.get(uid) ?? 0);
  const found = terminalPodFailure(pod, await eventsAbout(client, namespace.name, uid), seenMs);
  return found && withoutFullStop(`${found.reason}: ${found.message}`);
}

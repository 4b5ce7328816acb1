import { pause } from '../base/deadline.ts';
import { ActionError } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import { ownerOf } from '../owners/find.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { label, refOf } from '../systems/kubernetes/kinds.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';

/** Reads the workloads that are held at zero, as they are now. */
export type ReadHeld = (client: KubeClient) => Promise<readonly Workload[]>;

/** Those of them that something has scaled up again: their pods write to a database that is about to be replaced. */
export async function scaledUp(read: ReadHeld, client: KubeClient): Promise<string[]> {
  return (await read(client)).filter(({ spec }) => (spec.replicas ?? 1) > 0).map(describe);
}

/** @throws ActionError where one of them was scaled up again, before anything is replaced */
export async function requireDown(read: ReadHeld, client: KubeClient): Promise<void> {
  const [first] = await scaledUp(read, client);
  if (first !== undefined)
    throw new ActionError(`Nothing was replaced: ${first}; keep that from scaling it, and run this again.`);
}

/**
 * Waits for `work`, unless one of them is scaled up meanwhile: whatever does that goes on doing so, and their pods are never
 * gone.
 */
export async function whileDown(
  read: ReadHeld,
  client: KubeClient,
  work: (client: KubeClient) => Promise<unknown>,
): Promise<void> {
  const over = new AbortController();
  const watching = client.withSignal(AbortSignal.any([client.signal, over.signal]));
  try {
    await Promise.race([work(watching), noticeScaledUp(read, watching)]);
  } finally {
    over.abort();
    watching.close();
  }
  await requireDown(read, client);
}

/** Ends when one of them is scaled up. An API server that does not answer for a while says nothing. */
async function noticeScaledUp(read: ReadHeld, client: KubeClient): Promise<void> {
  for (;;) {
    await pause(WAITS.HELD_LOOK_MS, client.signal);
    const up = await scaledUp(read, client).catch(() => []);
    if (up.length > 0) return;
  }
}

function describe(workload: Workload): string {
  const owner = ownerOf(workload);
  const by = owner
    ? `the ${owner.name} owns it (${owner.remedy})`
    : 'its owner, an autoscaler such as KEDA or a person did that';
  return `${label(refOf(workload))} was scaled to ${workload.spec.replicas} again while it was held at zero, so that it may write to the database, and ${by}`;
}

import { setTimeout as wait } from 'node:timers/promises';
import { WAITS } from '../../base/waits.ts';
import { requirePermissions } from './access.ts';
import type { KubeClient } from './client.ts';
import type { Ref } from './kinds.ts';
import type { Pod } from './objects.ts';
import { isReady, podsOf, runningPods, toReach, workloadOf } from './workload-pods.ts';

/**
 * A pod of a workload that a command can be run in: one that is ready, else one that runs.
 *
 * @throws ActionError where the credentials do not suffice, or there is no such pod
 */
export async function choosePod(client: KubeClient, namespace: string, ref: Ref): Promise<Pod> {
  await requirePermissions(client, namespace, toReach([ref], 'pods/exec'));
  const [pod] = await runningPods(client, namespace, ref);
  return pod;
}

/**
 * The same for a workload that may just have been started again, as those are that were stopped for their database: a pod
 * that becomes ready within `WAITS.POD_READY_MS` is waited for, unless the workload wants none.
 *
 * @throws ActionError where there is no such workload, or no pod of it runs
 */
export async function awaitPod(client: KubeClient, namespace: string, ref: Ref): Promise<Pod> {
  const deadline = performance.now() + WAITS.POD_READY_MS;
  for (;;) {
    const ready = (await podsOf(client, namespace, ref)).find(
      (pod) => isReady(pod) && !pod.metadata.deletionTimestamp,
    );
    if (ready) return ready;
    const { spec } = await workloadOf(client, namespace, ref);
    if (spec.replicas === 0 || performance.now() > deadline) break;
    await wait(WAITS.POD_READY_POLL_MS, undefined, { signal: client.signal });
  }
  const [running] = await runningPods(client, namespace, ref);
  return running;
}

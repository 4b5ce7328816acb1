import { requirePermissions } from './access.ts';
import type { KubeClient } from './client.ts';
import type { Ref } from './kinds.ts';
import type { Pod } from './objects.ts';
import { runningPods, toReach } from './workload-pods.ts';

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

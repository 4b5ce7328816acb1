import { reachPods } from '../integrity/cluster.ts';
import type { Context } from '../runner/action.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import type { Connection } from '../systems/kubernetes/connect.ts';
import { toHoldLease } from '../systems/kubernetes/lease.ts';
import type { Command } from '../systems/kubernetes/pod-commands.ts';

/** Commands that are run in pods, and where those are. */
export interface PodWork {
  readonly commands: readonly Command[];
  readonly kubeconfig: string | undefined;
  readonly context: string | undefined;
  readonly namespace: string | undefined;
}

/**
 * Asks for the rights that no component's plan asks for: to keep the lock, and to run commands in pods, which come when
 * everything is changed already.
 *
 * @throws ActionError with the missing rules
 */
export async function checkRights(
  lock: Connection | undefined,
  work: readonly PodWork[],
  context: Context,
): Promise<void> {
  if (lock) await requirePermissions(lock.client, lock.namespace, [toHoldLease]);
  for (const { commands, ...where } of work) {
    const pods = await reachPods({ commands, logs: [] }, where, context);
    pods?.client.close();
  }
}

import * as v from 'valibot';
import { reachPods } from '../integrity/cluster.ts';
import { parseCommand } from '../integrity/commands.ts';
import type { Context } from '../runner/action.ts';
import type { Values } from '../runner/part.ts';
import { lines } from '../runner/values.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import type { Connection } from '../systems/kubernetes/connect.ts';
import { toHoldLease } from '../systems/kubernetes/lease.ts';

/**
 * Asks for the rights that no component's plan asks for: to keep the lock, and to run the services' own checks, which
 * come when everything is changed already.
 *
 * @param comparisons the values of each step that runs such checks
 * @throws ActionError with the missing rules
 */
export async function checkRights(
  lock: Connection | undefined,
  comparisons: readonly Values[],
  context: Context,
): Promise<void> {
  if (lock) await requirePermissions(lock.client, lock.namespace, [toHoldLease]);
  for (const { commands = '', kubeconfig, context: name, namespace } of comparisons) {
    const work = { commands: v.parse(lines(), commands).map(parseCommand), logs: [] };
    const pods = await reachPods(work, { kubeconfig, context: name, namespace }, context);
    pods?.client.close();
  }
}

import { requirePermissions } from '../systems/kubernetes/access.ts';
import { connect } from '../systems/kubernetes/connect.ts';
import type { Ref } from '../systems/kubernetes/kinds.ts';
import { toReach } from '../systems/kubernetes/workload-pods.ts';
import type { Command } from './commands.ts';

/** What is asked of pods. */
interface Wanted {
  readonly commands: readonly Command[];
  readonly logs: readonly Ref[];
}

/** Asks whether the credentials suffice for commands in pods and for their logs; where nothing is asked, no cluster is needed. @throws ActionError with the missing rules */
export async function checkPods(
  { commands, logs }: Wanted,
  where: Parameters<typeof connect>[0],
  caller: Parameters<typeof connect>[1],
): Promise<void> {
  if (commands.length === 0 && logs.length === 0) return;
  const { client, namespace } = connect(where, caller);
  try {
    const inside = commands.map((command) => command.in);
    await requirePermissions(client, namespace, [
      ...(inside.length > 0 ? toReach(inside, 'pods/exec') : []),
      ...(logs.length > 0 ? toReach(logs, 'pods/log') : []),
    ]);
  } finally {
    client.close();
  }
}

import { connect } from '../systems/kubernetes/connect.ts';
import type { Ref } from '../systems/kubernetes/kinds.ts';
import { analyzePods, type PodLog } from './analyze.ts';
import { type Command, type CommandResult, runCommands } from './commands.ts';

/** What is asked of a cluster's pods. */
export interface PodWork {
  readonly commands: readonly Command[];
  /** Seconds that each command may take. */
  readonly seconds: number;
  /** Workloads whose logs are summed up. */
  readonly logs: readonly Ref[];
  readonly since: Date;
}

/** Runs commands in pods and sums up their logs. */
export async function askPods(
  work: PodWork,
  where: Parameters<typeof connect>[0],
  caller: Parameters<typeof connect>[1],
): Promise<{ commands: CommandResult[]; pods: PodLog[] }> {
  const { commands, logs } = work;
  if (commands.length === 0 && logs.length === 0) return { commands: [], pods: [] };
  const { client, namespace } = connect(where, caller);
  try {
    const [ran, pods] = await Promise.all([
      runCommands(client, namespace, commands, work.seconds),
      analyzePods(client, namespace, logs, work.since),
    ]);
    return { commands: ran, pods };
  } finally {
    client.close();
  }
}

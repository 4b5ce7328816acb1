import { requirePermissions } from '../systems/kubernetes/access.ts';
import { type Connection, connect } from '../systems/kubernetes/connect.ts';
import { parseRef, type Ref } from '../systems/kubernetes/kinds.ts';
import { type Command, type CommandResult, runCommands } from '../systems/kubernetes/pod-commands.ts';
import { toReach } from '../systems/kubernetes/workload-pods.ts';
import { analyzePods, type LogSource, type PodLog } from './analyze.ts';

/** What is asked of a cluster's pods. */
export interface PodWork {
  readonly commands: readonly Command[];
  /** Seconds that each command may take. */
  readonly seconds: number;
  /** Whose logs are summed up. */
  readonly logs: readonly LogSource[];
  readonly since: Date;
}

/** Reads one line of the input `logs`: a workload, or labels as `kubectl logs -l` takes them, such as `app=api-gateway`. */
export const parseLogSource = (text: string): LogSource =>
  /[=!]|\s(?:not)?in\s/.test(text) ? { selector: text } : parseRef(text);

const isRef = (source: LogSource): source is Ref => !('selector' in source);

/**
 * Connects to the cluster of the pods, for the caller to close, where the credentials suffice for commands in them and for
 * their logs; undefined where nothing is asked of any, as then no cluster is needed.
 *
 * @throws ActionError with the missing rules
 */
export async function reachPods(
  { commands, logs }: Pick<PodWork, 'commands' | 'logs'>,
  where: Parameters<typeof connect>[0],
  caller: Parameters<typeof connect>[1],
): Promise<Connection | undefined> {
  if (commands.length === 0 && logs.length === 0) return undefined;
  const connection = await connect(where, caller);
  const inside = commands.map((command) => command.in);
  try {
    await requirePermissions(connection.client, connection.namespace, [
      ...(inside.length > 0 ? toReach(inside, 'pods/exec') : []),
      ...(logs.length > 0 ? toReach(logs.filter(isRef), 'pods/log') : []),
    ]);
    return connection;
  } catch (error) {
    connection.client.close();
    throw error;
  }
}

/** Runs commands in pods and sums up their logs. */
export async function inspectPods(
  connection: Connection | undefined,
  { commands, seconds, logs, since }: PodWork,
): Promise<{ commands: CommandResult[]; pods: PodLog[] }> {
  if (!connection) return { commands: [], pods: [] };
  const { client, namespace } = connection;
  const [ran, pods] = await Promise.all([
    runCommands(client, namespace, commands, seconds),
    analyzePods(client, namespace, logs, since),
  ]);
  return { commands: ran, pods };
}

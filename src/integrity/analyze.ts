import { messageOf } from '../runner/errors.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { label, type Ref } from '../systems/kubernetes/kinds.ts';
import { logSince } from '../systems/kubernetes/pods.ts';
import { runningPods } from '../systems/kubernetes/workload-pods.ts';
import type { Snapshot } from '../systems/postgres/integrity/snapshot.ts';
import { statisticsNow } from '../systems/postgres/integrity/statistics.ts';
import { readAt } from '../systems/postgres/integrity/transaction.ts';
import { readLogFiles, readServerLog } from '../systems/postgres/log-files.ts';
import type { Server } from '../systems/postgres/session.ts';
import {
  type Counted,
  countedSince,
  type Known,
  type LineSummary,
  type LogSummary,
  successRate,
  summaryOfLines,
  summaryOfLog,
} from './analysis.ts';

/** What happened in a database and around it since an instant. */
export interface Analysis {
  /** RFC 3339. */
  readonly since: string;
  readonly counters: Known<Counted>;
  readonly successRate: Known<number>;
  readonly serverLog: LogSummary & { readonly source: string; readonly because: readonly string[] };
  readonly pods: readonly PodLog[];
}

export type PodLog = { readonly pod: string } & (LineSummary | { readonly unknown: string });

/** Looks at the counters and logs of a database since a snapshot, else since an instant. */
export async function analyze(
  server: Server,
  before: Snapshot | undefined,
  since: Date,
  logFiles: readonly string[],
): Promise<Omit<Analysis, 'pods'>> {
  const now = await readAt(server, server.database, undefined, statisticsNow);
  return server.use(server.database, async (session) => {
    const counters: Known<Counted> = before
      ? countedSince(before, now)
      : {
          unknown:
            'there is no snapshot to count from; capture one before a deploy and give it as `snapshot`',
        };
    const { source, entries, because } =
      logFiles.length > 0 ? readLogFiles(logFiles, since) : await readServerLog(session, since);
    return {
      since: since.toISOString(),
      counters,
      successRate: successRate(counters),
      serverLog: { source, ...summaryOfLog(entries, server.database), because },
    };
  });
}

/** Sums up what the pods of workloads have written since an instant. */
export async function analyzePods(
  client: KubeClient,
  namespace: string,
  workloads: readonly Ref[],
  since: Date,
): Promise<PodLog[]> {
  const all = await Promise.all(
    workloads.map(async (ref): Promise<PodLog[]> => {
      try {
        const pods = await runningPods(client, namespace, ref);
        return await Promise.all(
          pods.map(async (pod): Promise<PodLog> => {
            const lines = (await logSince(client, pod, since)).split('\n').filter((line) => line !== '');
            return { pod: pod.metadata.name, ...summaryOfLines(lines) };
          }),
        );
      } catch (error) {
        client.signal.throwIfAborted();
        return [{ pod: label(ref), unknown: messageOf(error) }];
      }
    }),
  );
  return all.flat();
}

import { messageOf } from '../base/errors.ts';
import type { Snapshot } from '../domain/snapshots/snapshot.ts';
import { statisticsNow } from '../domain/snapshots/statistics.ts';
import { readAt } from '../domain/snapshots/transaction.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { label, type Ref } from '../systems/kubernetes/kinds.ts';
import type { Pod } from '../systems/kubernetes/objects.ts';
import { logSince } from '../systems/kubernetes/pod-logs.ts';
import { podsOf, podsWith } from '../systems/kubernetes/workload-pods.ts';
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
import { readLogFiles, readServerLog, type ServerLog } from './log-files.ts';

/** What the server's log says; null where nothing of it was read. */
type ServerLogSummary = Omit<LogSummary, 'errors' | 'deadlocks' | 'serializationFailures'> & {
  readonly errors: number | null;
  readonly deadlocks: number | null;
  readonly serializationFailures: number | null;
  readonly source: string;
  readonly reasons: readonly string[];
};

/** What happened in a database and around it since an instant. */
export interface Analysis {
  /** RFC 3339. */
  readonly since: string;
  readonly counters: Known<Counted>;
  readonly successRate: Known<number>;
  readonly serverLog: ServerLogSummary;
  readonly pods: readonly PodLog[];
}

/** What the log of a pod says; `missed` is what of it could not be read. */
export type PodLog = { readonly pod: string } & (
  | (LineSummary & { readonly missed: readonly string[] })
  | { readonly unknown: string }
);

/** Those whose log was read. */
export const readOf = (pods: readonly PodLog[]): Exclude<PodLog, { readonly unknown: string }>[] =>
  pods.flatMap((pod) => ('unknown' in pod ? [] : [pod]));

/** Whose logs are summed up: a workload's pods, or all pods with these labels. */
export type LogSource = Ref | { readonly selector: string };

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
    const log = logFiles.length > 0 ? readLogFiles(logFiles, since) : await readServerLog(session, since);
    return {
      since: since.toISOString(),
      counters,
      successRate: successRate(counters),
      serverLog: serverLogOf(log, server.database),
    };
  });
}

/** What can be said where no database is named. */
export function analyzeLogsAlone(since: Date): Omit<Analysis, 'pods'> {
  const counters = { unknown: 'no `database-url` was given' };
  const log = { source: 'no server', isRead: false, entries: [], reasons: [counters.unknown] };
  return { since: since.toISOString(), counters, successRate: counters, serverLog: serverLogOf(log, '') };
}

function serverLogOf({ source, isRead, entries, reasons }: ServerLog, database: string): ServerLogSummary {
  const summary = summaryOfLog(entries, database);
  const unread = { errors: null, failedTransactions: null, deadlocks: null, serializationFailures: null };
  return { source, ...summary, ...(!isRead && unread), reasons };
}

/**
 * Sums up what pods have written since an instant.
 *
 * @throws ActionError where a workload is not there: a wrong name has no failures
 */
export async function analyzePods(
  client: KubeClient,
  namespace: string,
  sources: readonly LogSource[],
  since: Date,
): Promise<PodLog[]> {
  const all = await Promise.all(
    sources.map(async (source): Promise<PodLog[]> => {
      const pods = await ('selector' in source
        ? podsWith(client, namespace, source.selector)
        : podsOf(client, namespace, source));
      const selected = 'selector' in source ? source.selector : label(source);
      if (pods.length === 0)
        return [{ pod: selected, unknown: `there is no pod of ${selected} in ${namespace}` }];
      return Promise.all(pods.map((pod) => logOf(client, pod, since)));
    }),
  );
  return all.flat();
}

async function logOf(client: KubeClient, pod: Pod, since: Date): Promise<PodLog> {
  const { name, creationTimestamp: began = '' } = pod.metadata;
  // Pods that went since have taken their logs along.
  const before =
    new Date(began) > since ? [`it began at ${began}; what pods before it wrote is gone with them`] : [];
  try {
    const { lines, missed } = await logSince(client, pod, since);
    return { pod: name, ...summaryOfLines(lines), missed: [...before, ...missed] };
  } catch (error) {
    client.signal.throwIfAborted();
    return { pod: name, unknown: messageOf(error) };
  }
}

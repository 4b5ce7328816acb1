import type { Snapshot } from '../domain/snapshots/snapshot.ts';
import type { CommandResult } from '../systems/kubernetes/pod-commands.ts';
import { describeRate, sumOf } from './analysis.ts';
import { type Analysis, type PodLog, readOf } from './analyze.ts';
import type { Comparison } from './compare.ts';
import type { Expectation } from './judge.ts';
import { totals } from './report.ts';

/** `1,234`: numbers as people read them. */
export const grouped = (number: string | number): string => BigInt(number).toLocaleString('en');

/** What a capture ends with. */
export function capturedSentence(snapshot: Snapshot, path: string): string {
  return `Captured: ${size(snapshot)} of ${snapshot.database}, in ${path}.`;
}

/** What a comparison ends with: the verdict, and the worst of what was found. */
export function comparedSentence({ before, after, findings }: Comparison, expect: Expectation): string {
  const of = (verdict: string) => findings.filter((finding) => finding.verdict === verdict);
  const drift = of('drift');
  const open = of('open');
  const [first] = drift;
  const than = `${before.database} as of ${before.at}`;
  if (first) {
    const more = drift.length > 1 ? `, and ${grouped(drift.length - 1)} more differences` : '';
    return `Drift: in ${after.database}, the ${first.kind} ${first.name} ${first.what}${more}, compared with ${than}; the summary names them.`;
  }
  const all = `Intact: ${size(after)} of ${after.database} are ${EXPECTED[expect]} ${than}`;
  if (open.length === 0) return `${all}.`;
  return `${all}, as far as it can be determined: in ${open.length} tables new rows could hide changed ones; give the database as it was as \`compare-with\`.`;
}

const EXPECTED: Record<Expectation, string> = {
  identical: 'identical to',
  'no-loss': 'there, with nothing lost since',
  'schema-only': 'by their schema those of',
};

/** What an analysis ends with: the server's counters and its log, then the runbook's figures of the pods' logs. */
export function analyzedSentence(
  database: string | undefined,
  { since, successRate, serverLog, pods }: Analysis,
): string {
  const rate = `success rate of transactions ${describeRate(successRate)}`;
  const unread = serverLog.reasons.length > 0 ? ` (${serverLog.reasons[0]})` : '';
  const count = serverLog.errors === null ? 'an unknown number of' : grouped(serverLog.errors);
  const server = database === undefined ? [] : [rate, `${count} errors in the server's log${unread}`];
  const parts = [...server, ...(pods.length > 0 ? [describeLogs(pods)] : [])];
  return `Analyzed ${database ?? 'the logs'} since ${since}: ${parts.join('; ')}.`;
}

function describeLogs(pods: readonly PodLog[]): string {
  const read = readOf(pods);
  const unknown = pods.flatMap((pod) => ('unknown' in pod ? [`${pod.pod}: ${pod.unknown}`] : []));
  const missed = read.flatMap((pod) => pod.missed.map((part) => `${pod.pod}: ${part}`));
  const { total, failed, successRate } = sumOf(read);
  const parts = [...unknown, ...missed];
  const rest =
    parts.length > 0
      ? ` (not all: ${parts[0]}${parts.length > 1 ? `, and ${parts.length - 1} more` : ''})`
      : '';
  if (read.length === 0) return `logs of no pod read${rest}`;
  return `logs of ${read.length} pods read: ${grouped(total)} transactions, ${grouped(failed)} failed, success rate ${describeRate(successRate)}${rest}`;
}

/** What is said where a service's own check fails. */
export function failedCommand(commands: readonly CommandResult[]): string | undefined {
  const failed = commands.filter(({ exitCode }) => exitCode !== 0);
  const [first] = failed;
  if (!first) return undefined;
  const ended =
    first.exitCode === null ? first.output : `ended with ${first.exitCode}: ${first.output.slice(-300)}`;
  const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : '';
  return `The check "${first.command}" in ${first.in} failed${more}: ${ended}`;
}

function size(snapshot: Snapshot): string {
  const { tables, rows } = totals(snapshot);
  return `${grouped(tables)} tables with ${grouped(rows)} rows`;
}

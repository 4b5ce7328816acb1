import { code, inert, table } from '../base/markdown.ts';
import type { CommandResult } from '../systems/kubernetes/pod-commands.ts';
import { describeRate, sumOf } from './analysis.ts';
import { type Analysis, type PodLog, readOf } from './analyze.ts';
import { commandTable, page } from './render.ts';
import { grouped } from './sentences.ts';

/** The summary of an analysis: the figures, then writes by table, then what the logs say. */
export function analysisSummary(
  sentence: string,
  analysis: Analysis,
  commands: readonly CommandResult[],
): string {
  const { counters, serverLog, since, pods } = analysis;
  const writes = 'value' in counters ? counters.value.writes : [];
  return page([
    `## ${inert(sentence)}`,
    table(['Since', inert(since)], figures(analysis)),
    writes.length === 0
      ? ''
      : table(
          ['Writes, those rolled back included', 'Inserted', 'Updated', 'Deleted'],
          writes.map((each) => [
            code(each.table),
            ...[each.inserted, each.updated, each.deleted].map(grouped),
          ]),
        ),
    serverLog.messages.length === 0
      ? ''
      : table(
          ['Errors in the server’s log', 'Code', 'Times'],
          serverLog.messages.map(({ message, code: state, count }) => [
            inert(message),
            inert(state ?? ''),
            grouped(count),
          ]),
        ),
    podTable(pods),
    commandTable(commands),
  ]);
}

function figures({ counters, successRate, serverLog }: Analysis): string[][] {
  const fromCounters =
    'value' in counters
      ? [
          ['Transactions committed', grouped(counters.value.commits)],
          ['Transactions rolled back', grouped(counters.value.rollbacks)],
          ['Deadlocks', grouped(counters.value.deadlocks)],
          ['Queries cancelled by recovery conflicts', grouped(counters.value.conflicts)],
          [
            'Statements (pg_stat_statements)',
            counters.value.statements === null ? 'unknown' : grouped(counters.value.statements),
          ],
        ]
      : [];
  const failed = serverLog.failedTransactions;
  return [
    ['Success rate (committed of all ended)', inert(describeRate(successRate))],
    ...fromCounters,
    [
      'Errors in the log',
      `${counted(serverLog.errors)}${failed === null ? '' : `, in ${grouped(failed)} transactions`}`,
    ],
    [
      'Deadlocks, serialization failures in the log',
      `${counted(serverLog.deadlocks)}, ${counted(serverLog.serializationFailures)}`,
    ],
    ['Read from', inert([serverLog.source, ...serverLog.reasons].join('; '))],
  ];
}

const counted = (count: number | null): string => (count === null ? 'unknown' : grouped(count));

/** The runbook's report over all pods, then what each of them says and what of it is missing. */
function podTable(pods: readonly PodLog[]): string {
  if (pods.length === 0) return '';
  const { total, failed, successRate } = sumOf(readOf(pods));
  const rows = pods.map((log) =>
    'unknown' in log
      ? [code(log.pod), inert(`unknown: ${log.unknown}`), '', '', '', '']
      : [
          code(log.pod),
          ...[log.lines, log.writes, log.failedWrites].map(grouped),
          inert(describeRate(log.successRate)),
          inert(log.missed.join('; ')),
        ],
  );
  return page([
    table(
      ['Transaction analysis of the logs', ''],
      [
        ['Total transactions', grouped(total)],
        ['Failed transactions', grouped(failed)],
        ['Success rate', inert(describeRate(successRate))],
      ],
    ),
    table(['Pod', 'Lines', 'Transactions', 'Failed', 'Success rate', 'Not read'], rows),
  ]);
}

import { code, inert, table } from '../base/markdown.ts';
import { contentsOf } from './known.ts';
import type { Survey } from './survey.ts';

/** How many groups of keys are shown. */
const MAX_GROUPS_SHOWN = 10;

/** What became of one master, as the output `nodes` says it. */
export interface NodeOutput {
  readonly node: string;
  readonly deleted: number;
  readonly result: 'cleared' | 'untouched' | 'failed';
  readonly message?: string;
}

type Result = 'done' | 'no-op' | 'planned' | 'failed';

/** What clearing came to. `kept` is undefined where it could not be counted. */
export interface Cleared {
  readonly result: Result;
  readonly message: string;
  readonly deleted: number;
  readonly kept: number | undefined;
  readonly nodes: readonly NodeOutput[];
  readonly summary: string;
}

export function nodeOf(node: string, deleted?: number, error?: Error): NodeOutput {
  if (error) return { node, deleted: deleted ?? 0, result: 'failed', message: error.message };
  return { node, deleted: deleted ?? 0, result: deleted === undefined ? 'untouched' : 'cleared' };
}

/** `1 key`, `20 keys` */
export const keys = (count: number): string => (count === 1 ? '1 key' : `${count} keys`);

/** What a look found, for the log. */
export function foundLines({ count, size, groups, known, streams, whole }: Survey): string[] {
  const some = whole ? '' : ' (of the first 2,000,000 of a master)';
  const lines = [
    ...groups
      .largest(MAX_GROUPS_SHOWN)
      .map(([group, number]) => `  ${JSON.stringify(group)}: ${number}${some}`),
    ...[...known].map(
      ([name, number]) => `  of these ${JSON.stringify(name)}: ${number}, ${contentsOf(name)}`,
    ),
    ...streams.map((name) => `  of these ${JSON.stringify(name)}: a stream`),
  ];
  return [`${count} of ${keys(size)} match${lines.length > 0 ? ':' : ''}`, ...lines];
}

const SIGNS: Record<Result, string> = { done: '✅', 'no-op': '✅', planned: '📋', failed: '❌' };

/** The job summary: nodes, and what the keys begin with. */
export function summaryOf(
  result: Result,
  message: string,
  nodes: readonly NodeOutput[],
  survey: Survey | undefined,
): string {
  const rows = nodes.map((node) => [
    code(node.node),
    node.result,
    String(node.deleted),
    inert(node.message ?? ''),
  ]);
  const groups = (survey?.groups.largest(MAX_GROUPS_SHOWN) ?? []).map(([group, number]) => [
    code(group),
    String(number),
  ]);
  return [
    `## ${SIGNS[result]} ${inert(message)}`,
    table(['Master', 'Result', 'Deleted', ''], rows),
    ...(groups.length > 0 ? [table(['Keys that begin with', 'Seen before'], groups)] : []),
    '',
  ].join('\n\n');
}

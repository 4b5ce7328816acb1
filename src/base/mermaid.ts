import { redact } from './redact.ts';

/** A bar of a Gantt chart, in milliseconds. `crit` is red, `active` blue, `done` grey. */
export interface Bar {
  readonly name: string;
  readonly style?: 'crit' | 'active' | 'done' | undefined;
  readonly from: number;
  readonly to: number;
}

/** A Gantt chart in Mermaid; `axis` is how d3 formats the times at its axis. Empty where there is no bar. */
export function gantt({ title, axis }: { title: string; axis: string }, bars: readonly Bar[]): string {
  if (bars.length === 0) return '';
  const lines = bars.map(
    ({ name, style, from, to }) => `  ${label(name)} :${style ? `${style}, ` : ''}${from}, ${to}`,
  );
  return diagram(['gantt', `  title ${title}`, '  dateFormat x', `  axisFormat ${axis}`, ...lines]);
}

export const diagram = (lines: readonly string[]): string => ['```mermaid', ...lines, '```'].join('\n');

/** Letters, digits, signs of ours and what names of workloads are made of: everything else may mean something to Mermaid. */
const label = (name: string): string =>
  redact(name)
    .replace(/[^\p{L}\p{N}/._✓✗…–-]+/gu, ' ')
    .trim()
    .slice(0, 62) || 'without a name';

import { code, inert, table } from '../runner/markdown.ts';
import { label } from '../systems/kubernetes/kinds.ts';
import type { Result } from './execution.ts';
import type { Step, Told } from './plan.ts';

/** What a rollback is told to other steps as: the output `workloads`. */
export function toOutput(results: readonly Result[]): object[] {
  return results.map(({ step, outcome, seconds, message }) => ({
    kind: step.kind,
    name: step.name,
    from: step.from,
    to: step.to,
    outcome,
    seconds: Number(seconds.toFixed(1)),
    message,
  }));
}

/** The same for a plan that is not carried out. */
export function planToOutput(steps: readonly Step[]): object[] {
  return steps.map(({ kind, name, from, to, does, because }) => ({
    kind,
    name,
    from,
    to,
    does,
    message: because,
  }));
}

/** The job summary: the sentence first, then a line a workload, then when each was at work. */
export function summaryOf(sentence: string, results: readonly Result[]): string {
  const rows = results.map(({ step, outcome, seconds, message }) => [
    `${ICONS[outcome]} ${outcome}`,
    code(label(step)),
    arrow(step),
    `${seconds.toFixed(1)} s`,
    inert(message),
  ]);
  return [
    `## ${inert(sentence)}`,
    table(['', 'Workload', 'From → to', 'Time', 'Why'], rows),
    timeline(results),
  ].join('\n\n');
}

/** The job summary of a dry run. */
export function planSummary(sentence: string, steps: readonly Step[]): string {
  const rows = steps.map((step) => [
    step.does,
    code(label(step)),
    arrow(step),
    inert([step.because, ...step.warnings].join('; ')),
  ]);
  return [`## ${inert(sentence)}`, table(['Plan', 'Workload', 'From → to', 'Why'], rows)].join('\n\n');
}

const ICONS: Record<Result['outcome'], string> = {
  'rolled-back': '✅',
  'no-op': '⚪',
  failed: '❌',
  skipped: '⏭️',
  restored: '↩️',
};

function arrow({ from, to, does }: Step): string {
  return does === 'roll-back' ? `${version(from)} → ${version(to)}` : version(from);
}

function version({ revision, images }: Told): string {
  const all = Object.values(images).map(code).join(' ');
  return revision === null ? all : `${revision} (${all})`;
}

/** A Mermaid gantt chart of the workloads that took time, in seconds since the start. */
function timeline(results: readonly Result[]): string {
  const bars = results
    .filter(({ seconds }) => seconds > 0)
    .map(({ step, outcome, start, seconds }) => {
      const mark = outcome === 'failed' ? 'crit, ' : '';
      return `  ${label(step)} :${mark}${Math.round(start * 1000)}, ${Math.round(Math.max(start + seconds, start + 0.001) * 1000)}`;
    });
  if (bars.length === 0) return '';
  return [
    '```mermaid',
    'gantt',
    '  title Time since the start',
    '  dateFormat x',
    '  axisFormat %M:%S',
    ...bars,
    '```',
  ].join('\n');
}

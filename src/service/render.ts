import { code, inert, table } from '../base/markdown.ts';
import { gantt } from '../base/mermaid.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { label } from '../systems/kubernetes/kinds.ts';
import type { Result } from './execution.ts';
import type { RevisionSummary, Step } from './plan.ts';

/** How a rollback has ended, and the one sentence about it. */
export function sentenceOf(results: readonly Result[]): {
  result: 'done' | 'no-op' | 'failed';
  message: string;
} {
  const all = results.length;
  const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const [failed] = results.filter(({ outcome }) => outcome === 'failed');
  const [skipped] = results.filter(({ outcome }) => outcome === 'skipped');
  if (failed)
    return {
      result: 'failed',
      message: `The rollback failed for ${count('failed')} of ${all} workloads; ${failed.message}`,
    };
  if (skipped && count('skipped') === all)
    return {
      result: 'failed',
      message: `Nothing could be rolled back: all ${all} workloads were skipped; ${label(skipped.step)}: ${withoutFullStop(skipped.message)}; name a revision or an image with \`to\`.`,
    };
  const back = count('rolled-back');
  if (back === 0)
    return {
      result: 'no-op',
      message: `Nothing to roll back: ${count('no-op')} of ${all} workloads are where they should be${others([[count('skipped'), 'skipped']])}.`,
    };
  const idle = results.filter(({ isIdle, outcome }) => isIdle && outcome === 'rolled-back').length;
  const rest = others([
    [idle < back ? idle : 0, 'rolled back without pods that could show it works'],
    [count('no-op'), 'there already'],
    [count('skipped'), 'skipped'],
  ]);
  const message =
    idle === back
      ? `Rolled back: ${back} of ${all} workloads${rest}; they have no pods, so nothing shows that they work.`
      : `Rolled back and serving: ${back - idle} of ${all} workloads${rest}.`;
  return { result: 'done', message };
}

/** What became of the others: ` (2 there already, 1 skipped)`. */
function others(counts: readonly (readonly [number, string])[]): string {
  const parts = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** A rollback for other steps: the output `workloads`. */
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
  return steps.map(({ kind, name, from, to, action, reason }) => ({
    kind,
    name,
    from,
    to,
    does: action,
    message: reason,
  }));
}

/** The job summary: the sentence first, then a line a workload, then when each was at work. */
export function summaryOf(
  sentence: string,
  results: readonly Result[],
  leftAsIs: readonly string[] = [],
): string {
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
    ...(leftAsIs.length > 0 ? [leftWords(leftAsIs)] : []),
  ].join('\n\n');
}

/** The job summary of a dry run. */
export function planSummary(
  sentence: string,
  steps: readonly Step[],
  leftAsIs: readonly string[] = [],
): string {
  const rows = steps.map((step) => [
    step.action,
    code(label(step)),
    arrow(step),
    inert([step.reason, ...step.warnings].join('; ')),
  ]);
  return [
    `## ${inert(sentence)}`,
    table(['Plan', 'Workload', 'From → to', 'Why'], rows),
    ...(leftAsIs.length > 0 ? [leftWords(leftAsIs)] : []),
  ].join('\n\n');
}

const leftWords = (lines: readonly string[]) => `Left as it is: ${lines.map(inert).join('; ')}.`;

const ICONS: Record<Result['outcome'], string> = {
  'rolled-back': '✅',
  'no-op': '⚪',
  failed: '❌',
  skipped: '⏭️',
  restored: '↩️',
};

function arrow({ from, to, action }: Step): string {
  return action === 'roll-back' ? `${version(from)} → ${version(to)}` : version(from);
}

function version({ revision, images }: RevisionSummary): string {
  const all = Object.values(images).map(code).join(' ');
  return revision === null ? all : `${revision} (${all})`;
}

/** A Mermaid gantt chart of the workloads that took time, in seconds since the start. */
function timeline(results: readonly Result[]): string {
  const bars = results
    .filter(({ seconds }) => seconds > 0)
    .map(({ step, outcome, start, seconds }) => ({
      name: label(step),
      style: outcome === 'failed' ? ('crit' as const) : undefined,
      from: Math.round(start * 1000),
      to: Math.round(Math.max(start + seconds, start + 0.001) * 1000),
    }));
  return gantt({ title: 'Time since the start', axis: '%M:%S' }, bars);
}

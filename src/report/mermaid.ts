import { diagram, gantt } from '../base/mermaid.ts';
import type { Report } from './schema.ts';
import { leftOut, worthShowing } from './worth-showing.ts';

/** Runs whose dates have room beside each other. */
const MOST_LABELS = 8;
/** GitHub draws no diagram of more than 50,000 characters, and a hundred bars cannot be read. */
const MOST_BARS = 30;
/** The share of the whole that the shortest bar has, so that it can be seen. */
const THINNEST = 1 / 150;

/** A gantt chart of what took time, in the reader's time zone; empty where nothing did. */
export function timeline({ components, actions, started, ended }: Report): string {
  const own = components.filter((each) => each.started !== undefined);
  const shown = own.length > 0 ? own : actions.map((action) => ({ ...action, component: action.name }));
  const { bars, left } = worthShowing(
    shown.filter((each) => each.started !== undefined),
    MOST_BARS,
  );
  const last = Math.max(...bars.map((each) => Date.parse(each.ended ?? ended ?? each.started ?? '')));
  const first = Math.min(...bars.map((each) => Date.parse(each.started ?? '')), Date.parse(started ?? ''));
  if (bars.length === 0 || !Number.isFinite(last - first)) return '';
  const least = Math.max(1, Math.ceil((last - first) * THINNEST));
  const drawn = bars.map((each) => {
    const outcome = 'outcome' in each ? each.outcome : each.status;
    const [sign, style] = signAndStyle(outcome);
    const from = Date.parse(each.started ?? '');
    const to = Math.max(from + least, each.ended === undefined ? last : Date.parse(each.ended));
    const name = 'name' in each && each.name ? each.name : each.component;
    return { name: `${sign} ${name}`, style, from, to };
  });
  const note = left > 0 ? `\n\n${leftOut(bars.length, left)}` : '';
  return `${gantt({ title: 'When, in your time zone', axis: '%H:%M:%S' }, drawn)}${note}`;
}

/**
 * A bar a run: seconds of the whole rollback, this one last; its objective as a line. Empty where there is nothing to
 * compare.
 */
export function trend({ history, seconds, outcome, rto }: Report, most = 20): string {
  const runs = history.slice(-(most - 1)).map((run) => [run.at.slice(5, 10), run.seconds] as const);
  const hasRun = (outcome === 'done' || outcome === 'failed') && seconds !== undefined;
  const now = hasRun ? [[outcome === 'failed' ? 'now, failed' : 'now', seconds] as const] : [];
  const all = [...runs, ...now];
  if (all.length < 2) return '';
  const objective = rto.find(({ pattern }) => pattern === 'all')?.target;
  const top = Math.max(...all.map(([, value]) => value), objective ?? 0);
  // Labels of many runs would run into each other.
  const labels = all.map(([at], index) =>
    all.length > MOST_LABELS ? `"${index + 1}"` : `"${index + 1}. ${at}"`,
  );
  return diagram([
    'xychart-beta',
    '  title "Seconds to recover, run by run"',
    `  x-axis [${labels.join(', ')}]`,
    `  y-axis "Seconds" 0 --> ${Math.ceil(top * 1.05)}`,
    `  bar [${all.map(([, value]) => value.toFixed(1)).join(', ')}]`,
    ...(objective === undefined ? [] : [`  line [${all.map(() => objective).join(', ')}]`]),
  ]);
}

function signAndStyle(outcome: string): readonly [sign: string, look?: 'crit' | 'active' | 'done'] {
  if (outcome === 'failed') return ['✗', 'crit'];
  if (outcome === 'running' || outcome === 'started') return ['…', 'active'];
  return outcome === 'done' ? ['✓'] : ['–', 'done'];
}

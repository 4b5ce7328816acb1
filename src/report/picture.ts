import type { Report } from './schema.ts';
import { clock, formatShortDuration, plain, short } from './words.ts';
import { leftOut, worthShowing } from './worth-showing.ts';

/** Where something is in a picture that is as wide as its place: percent of the width, pixels of the height. */
interface Bar {
  readonly label: string;
  readonly value: string;
  readonly outcome: string;
  /** Percent. */
  readonly x: number;
  readonly width: number;
  /** Pixels. */
  readonly y: number;
  readonly height: number;
}

interface Tick {
  readonly x: number;
  readonly label: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Timeline {
  readonly bars: readonly Bar[];
  readonly ticks: readonly Tick[];
  readonly height: number;
  /** What is not shown. */
  readonly note: string | undefined;
}

/** Pixels: of a row with its words above its bar, and of the axis. */
const ROW = 44;
const AXIS = 24;
const THINNEST_PERCENT = 0.6;
const MOST_ROWS = 16;
/** Signs that a phone has room for, beside how long it took. */
const LONGEST_LABEL = 34;

/** When each component was at work; undefined where the record has no times. */
export function timelineOf({ components, actions, started, ended }: Report): Timeline | undefined {
  const own = components.filter((each) => each.started !== undefined);
  const named = actions.map((each) => ({ ...each, component: each.name, outcome: each.status }));
  const shown = (own.length > 0 ? own : named).filter((each) => each.started !== undefined);
  const starts = [started, ...shown.map((each) => each.started)].map(at).filter(Number.isFinite);
  const ends = [ended, ...shown.map((each) => each.ended ?? each.started)].map(at).filter(Number.isFinite);
  const [first, last] = [Math.min(...starts), Math.max(...ends)];
  const span = (last - first) / 1000;
  if (shown.length === 0 || !(span > 0)) return undefined;
  const percent = (instant: number) => Math.min(100, Math.max(0, (instant - first) / 10 / span));
  const { bars: chosen, left } = worthShowing(shown, MOST_ROWS);
  const bars = chosen.map((each, index) => {
    const from = percent(at(each.started));
    const to = each.ended === undefined ? 100 : percent(at(each.ended));
    const width = Math.max(THINNEST_PERCENT, to - from);
    return {
      label: plain(each.name, LONGEST_LABEL),
      value: each.seconds === undefined ? each.outcome : formatShortDuration(each.seconds),
      outcome: each.outcome,
      x: round(Math.min(from, 100 - width)),
      width: round(width),
      y: index * ROW,
      height: ROW,
    };
  });
  const note = left > 0 ? leftOut(bars.length, left) : undefined;
  return { bars, ticks: ticksOf(span, first), height: bars.length * ROW + AXIS, note };
}

interface Trend {
  readonly bars: readonly Bar[];
  readonly height: number;
  /** The objective for the whole, as pixels from above. */
  readonly target: { readonly y: number; readonly label: string } | undefined;
}

const TREND_HEIGHT = 150;
const MOST_RUNS = 30;

/** How long the whole took, run by run, this one last; undefined where there is nothing to compare. */
export function trendOf({ history, seconds, outcome, rto, ended }: Report): Trend | undefined {
  const hasRun = (outcome === 'done' || outcome === 'failed') && seconds !== undefined;
  const now = hasRun ? [{ seconds, outcome, at: ended ?? '' }] : [];
  const runs = [...history, ...now].slice(-MOST_RUNS);
  if (runs.length < 2) return undefined;
  const objective = rto.find(({ pattern }) => pattern === 'all')?.target;
  const top = Math.max(...runs.map((run) => run.seconds), objective ?? 0) * 1.1 || 1;
  const slot = 100 / runs.length;
  const bars = runs.map((run, index) => {
    const height = round(Math.max(2, (run.seconds / top) * TREND_HEIGHT));
    const late = objective !== undefined && run.seconds > objective;
    return {
      label: run.at.slice(5, 10),
      value: formatShortDuration(run.seconds),
      outcome: run.outcome === 'failed' || late ? 'failed' : 'done',
      x: round(index * slot + slot * 0.15),
      width: round(slot * 0.7),
      y: round(TREND_HEIGHT - height),
      height,
    };
  });
  const target =
    objective === undefined
      ? undefined
      : {
          y: round(TREND_HEIGHT - (objective / top) * TREND_HEIGHT),
          label: `RTO ${formatShortDuration(objective)}`,
        };
  return { bars, height: TREND_HEIGHT + AXIS, target };
}

/** What a component went from and to, where there is little room, with the whole as a hint. */
export const version = (text: string | undefined) =>
  text === undefined ? undefined : { short: short(text), whole: plain(text, 1000) };

/** At round numbers of seconds, with what clocks showed: UTC. */
function ticksOf(span: number, first: number): Tick[] {
  const steps = [
    0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400,
  ];
  // A phone has room for four, the first of which begins at the edge.
  const step = steps.find((each) => span / each <= 3.5) ?? span / 3;
  const count = Math.floor(span / step);
  return Array.from({ length: count + 1 }, (_, index) => {
    const x = round((index * step * 100) / span);
    return {
      x,
      label: clock(new Date(first + index * step * 1000).toISOString()),
      anchor: index === 0 ? 'start' : x > 90 ? 'end' : 'middle',
    };
  });
}

const at = (instant: string | undefined) => (instant === undefined ? Number.NaN : Date.parse(instant));
const round = (number: number) => Math.round(number * 100) / 100;

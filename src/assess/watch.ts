import { pause } from '../base/deadline.ts';
import type { Observation, Row, Sample, Settings } from './observation.ts';
import { rowsOf } from './rows.ts';

/** When samples are taken, in seconds: the first, and the interval from one to the next. */
interface Rhythm {
  readonly first: number;
  readonly interval: number;
}

/**
 * Takes at most `settings.planned` samples, and ends early where that is decided. A sample that takes longer than the interval,
 * because a server does not answer, costs the ones that it overlaps: the watch takes no longer for it.
 *
 * @returns all that was seen, and how it ended where that was early
 */
export async function watch<End>(
  before: Omit<Observation, 'looks'>,
  settings: Settings,
  { first, interval }: Rhythm,
  hooks: {
    readonly sample: () => Promise<Sample>;
    /** Called after each sample. */
    readonly seen: (rows: readonly Row[], number: number) => void;
    /** How it has ended, where it has before its time. */
    readonly early: (observation: Observation) => End | undefined;
    readonly signal: AbortSignal;
  },
): Promise<{ readonly observation: Observation; readonly early: End | undefined }> {
  const samples: Sample[] = [];
  const begun = performance.now();
  const elapsed = () => (performance.now() - begun) / 1000;
  /** How many samples are due by now. */
  const due = () => Math.floor((elapsed() - first) / interval) + 1;
  for (let number = 1; ; number = Math.max(number, due()) + 1) {
    await pause(Math.max(0, first + (number - 1) * interval - elapsed()) * 1000, hooks.signal);
    const sample = await hooks.sample();
    samples.push(sample);
    const observation = { ...before, looks: [...samples] };
    hooks.seen(rowsOf(sample, observation, settings), number);
    const early = hooks.early(observation);
    if (early || Math.max(number, due()) >= settings.planned) return { observation, early };
  }
}

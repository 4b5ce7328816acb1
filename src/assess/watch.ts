import { pause } from '../base/deadline.ts';
import type { Observation, Row, Sample, Settings } from './observation.ts';
import { rowsOf } from './rows.ts';

/** How often it is looked, in seconds: the first look, and from one to the next. */
interface Rhythm {
  readonly first: number;
  readonly interval: number;
}

/**
 * Looks at most `settings.planned` times, and ends early where that is decided. A look that takes longer than the interval,
 * because nobody answers, costs the ones that it overlaps: nobody waits longer for it.
 *
 * @returns all that was seen, and how it ended where that was early
 */
export async function watch<End>(
  before: Omit<Observation, 'looks'>,
  settings: Settings,
  { first, interval }: Rhythm,
  world: {
    readonly look: () => Promise<Sample>;
    /** Told after each look. */
    readonly seen: (rows: readonly Row[], number: number) => void;
    /** How it has ended, where it has before its time. */
    readonly early: (observation: Observation) => End | undefined;
    readonly signal: AbortSignal;
  },
): Promise<{ readonly observation: Observation; readonly early: End | undefined }> {
  const looks: Sample[] = [];
  const begun = performance.now();
  const elapsed = () => (performance.now() - begun) / 1000;
  /** How many looks are due by now. */
  const due = () => Math.floor((elapsed() - first) / interval) + 1;
  for (let number = 1; ; number = Math.max(number, due()) + 1) {
    await pause(Math.max(0, first + (number - 1) * interval - elapsed()) * 1000, world.signal);
    const look = await world.look();
    looks.push(look);
    const observation = { ...before, looks: [...looks] };
    world.seen(rowsOf(look, observation, settings), number);
    const early = world.early(observation);
    if (early || Math.max(number, due()) >= settings.planned) return { observation, early };
  }
}

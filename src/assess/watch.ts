import { pause } from '../runner/deadline.ts';
import { earlyEnd } from './bake.ts';
import type { Look, Observation, Row, Settings } from './observation.ts';
import { rowsOf } from './rows.ts';

/**
 * Looks at most `settings.planned` times, `interval` seconds apart, and ends early where it is sure. A look that takes
 * longer than the interval, because nobody answers, costs the ones that it overlaps: a bake never takes longer for it.
 *
 * @returns all that was seen, and how it ended where that was early
 */
export async function watch(
  before: Omit<Observation, 'looks'>,
  settings: Settings,
  interval: number,
  world: {
    readonly look: () => Promise<Look>;
    /** Told after each look. */
    readonly seen: (rows: readonly Row[], number: number) => void;
    readonly signal: AbortSignal;
  },
): Promise<{ readonly observation: Observation; readonly early: 'failed' | 'passed' | undefined }> {
  const looks: Look[] = [];
  const begun = performance.now();
  const elapsed = () => (performance.now() - begun) / 1000;
  for (let number = 1; ; number = Math.max(number, Math.floor(elapsed() / interval)) + 1) {
    await pause(Math.max(0, number * interval - elapsed()) * 1000, world.signal);
    const look = await world.look();
    looks.push(look);
    const observation = { ...before, looks: [...looks] };
    world.seen(rowsOf(look, observation, settings), number);
    const early = earlyEnd(observation, settings);
    if (early || Math.max(number, Math.floor(elapsed() / interval)) >= settings.planned)
      return { observation, early };
  }
}

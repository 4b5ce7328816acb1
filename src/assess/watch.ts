import { pause } from '../runner/deadline.ts';
import { earlyEnd } from './bake.ts';
import type { Look, Observation, Row, Settings } from './observation.ts';
import { rowsOf } from './rows.ts';

/**
 * Looks `settings.planned` times, `interval` seconds apart, and ends early where it is sure.
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
  for (let number = 1; ; number++) {
    await pause(Math.max(0, begun + number * interval * 1000 - performance.now()), world.signal);
    const look = await world.look();
    looks.push(look);
    const observation = { ...before, looks: [...looks] };
    world.seen(rowsOf(look, observation, settings), number);
    const early = earlyEnd(observation, settings);
    if (early || number >= settings.planned) return { observation, early };
  }
}

import { betterOf, worst } from './levels.ts';
import type { Row } from './observation.ts';

/**
 * One row a signal from the newest samples of a bake (a single sample is the newest one): the long window says how bad it was,
 * the short one whether it still is. So a signal settles at the worst of its newest short windows, and not above its last long
 * one. Where fewer than half of these samples have a value, it is unknown.
 */
export function aggregateSamples(samples: readonly (readonly Row[])[], consecutive: number): Row[] {
  const newest = samples.slice(-consecutive);
  const signals = [...new Set(newest.flat().map((row) => row.signal))];
  return signals.map((signal) => {
    const rows = newest.flatMap((sample) => sample.filter((row) => row.signal === signal));
    const known = rows.filter((row) => row.severity !== 'unknown');
    const last = known.at(-1);
    const lost = rows.findLast((row) => row.severity === 'unknown');
    if (!last || (lost && known.length * 2 < newest.length)) return lost as Row;
    const severity = betterOf(last.long, worst(known.map((row) => row.short)));
    const since = Math.min(
      ...known.filter((row) => row.severity !== 'none').map((row) => row.since),
      last.since,
    );
    return { ...last, severity, since };
  });
}

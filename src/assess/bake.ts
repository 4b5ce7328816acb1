import { atLeast, levelOf } from './levels.ts';
import type { Observation, Row, Sample, Settings } from './observation.ts';
import { ALPHA } from './requests.ts';
import { rowsOf } from './rows.ts';
import { upperBound } from './statistics.ts';

/** The share of a bake that must be over before it can pass early. */
const ENOUGH = 0.75;

/**
 * Whether a bake is decided before its time.
 *
 * It has failed when one signal that can be sure, and that the deploy is to blame for, was high or critical by both
 * windows in `consecutive` samples in a row; samples that know nothing are passed over. It has passed after three quarters of
 * its time, when no sample has shown anything or left anything open, and the errors are so few of so many requests that their
 * share is surely below every level (one-sided Wilson interval, the error probability divided by the samples).
 */
export function earlyEnd(observation: Observation, settings: Settings): 'failed' | 'passed' | undefined {
  const samples = observation.looks.map((sample) => rowsOf(sample, observation, settings));
  if (hasFailed(samples, settings)) return 'failed';
  return hasPassed(samples, observation.looks, settings) ? 'passed' : undefined;
}

function hasFailed(samples: readonly (readonly Row[])[], { consecutive }: Settings): boolean {
  const signals = new Set(samples.flat().map((row) => row.signal));
  return [...signals].some((signal) => {
    const rows = samples.flatMap((sample) => sample.filter((row) => row.signal === signal));
    const known = rows.filter((row) => row.severity !== 'unknown').slice(-consecutive);
    return known.length === consecutive && known.every(isSurelyBad);
  });
}

const isSurelyBad = ({ severity, conclusive, causedByDeploy }: Row): boolean =>
  conclusive && causedByDeploy && severity !== 'unknown' && atLeast(severity, 'high');

function hasPassed(
  samples: readonly (readonly Row[])[],
  seen: readonly Sample[],
  { consecutive, planned, errorRate }: Settings,
): boolean {
  if (samples.length < Math.max(consecutive, Math.ceil(planned * ENOUGH))) return false;
  if (samples.some((rows) => rows.some((row) => row.long !== 'none' || row.short !== 'none'))) return false;
  // The first samples after a deploy may come before its first requests.
  if (samples.slice(-consecutive).some((rows) => rows.some((row) => row.severity === 'unknown')))
    return false;
  const window = seen.at(-1)?.long;
  if (!window?.errorRate) return true;
  const { errorRate: rate, requests } = window;
  if (rate.value === null || requests?.value == null) return false;
  const share = { hits: rate.value * requests.value, all: requests.value };
  return levelOf(upperBound(share, ALPHA / planned), errorRate) === 'none';
}

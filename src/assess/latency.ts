import type { Severity } from '../record/severity.ts';
import { atLeast, betterOf, levelOf, type Thresholds, worst } from './levels.ts';
import type { Histogram, Window } from './observation.ts';
import { pGreater } from './statistics.ts';

/** Where a quantile is: somewhere in a bucket. `upper` is infinite in the last one. */
interface Place {
  readonly lower: number;
  readonly upper: number;
}

/** What a window's latency says against the time before. */
type Slowdown =
  | { readonly reason: string }
  | {
      /** How much slower, as a fraction: as the query has it. */
      readonly value: number;
      readonly level: Severity;
      /** True where it takes that long at least. */
      readonly isLeast: boolean;
      /** Why a difference does not count; undefined where it does, or there is none. */
      readonly but?: string;
      /** How much longer requests take on average, where that says more than the quantile; a fraction. */
      readonly mean?: number;
    };

interface By {
  readonly thresholds: Thresholds;
  /** The least difference that matters, in the unit of the query. */
  readonly least: number;
  /** The error probability of the test. */
  readonly alpha: number;
}

/**
 * How much slower requests are than before. Of a quantile of a histogram only its bucket is known, and where in it is a
 * guess: a fifth of all requests that takes a little longer than a bound doubles it. So a difference counts where clearly
 * more requests than before are above the bucket that it was in, and at the level that either the bounds alone prove, or
 * both the guess and the mean say. The mean is no guess, and where clearly more requests than before are above any bound
 * it is a reason for a person to look. Smaller differences than `least` never count.
 */
export function slowdownOf(now: Window, before: Window, by: By): Slowdown {
  const [latency, earlier] = [now.latency?.value ?? Number.NaN, before.latency?.value ?? Number.NaN];
  const [after, was] = [now.latency?.histogram, before.latency?.histogram];
  if (latency < 0 || earlier < 0)
    return {
      reason: `the query gives ${formatted(latency < 0 ? latency : earlier)}, and a duration is never negative`,
    };
  if (!after !== !was)
    return {
      reason: `there is a histogram only ${after ? 'now' : 'before the deploy'}, so the two cannot be compared`,
    };
  if (!after || !was) return slowdownOfValues(latency, earlier, by);
  if (!haveSameBounds(after, was))
    return {
      reason: 'the histogram has other buckets than before the deploy, so the two cannot be compared',
    };
  return slowdownOfHistograms(
    { window: now, value: latency, histogram: after },
    { window: before, value: earlier, histogram: was },
    by,
  );
}

/** Of two values without a histogram, such as averages: the one divided by the other. */
function slowdownOfValues(latency: number, earlier: number, { thresholds, least }: By): Slowdown {
  const value = latency / earlier - 1;
  const isSmall = latency - earlier < least;
  return {
    value,
    level: isSmall ? 'none' : levelOf(value, thresholds),
    isLeast: false,
    ...(isSmall && value > 0 && { but: 'too little to matter (`min-slowdown`)' }),
  };
}

interface Measured {
  readonly window: Window;
  /** The quantile, interpolated in its bucket. */
  readonly value: number;
  readonly histogram: Histogram;
}

/** Of two histograms with the same buckets: by the bounds that the quantile is between, the guess in them, and the mean. */
function slowdownOfHistograms(now: Measured, before: Measured, { thresholds, least, alpha }: By): Slowdown {
  const [after, was] = [now.histogram, before.histogram];
  const value = now.value / before.value - 1;
  const [place, placeBefore] = [quantileOf(after) as Place, quantileOf(was) as Place];
  if (placeBefore.upper === Number.POSITIVE_INFINITY)
    return {
      reason: `requests took at least ${formatted(placeBefore.lower)} before the deploy already, where the histogram ends`,
    };
  const isTop = place.upper === Number.POSITIVE_INFINITY;
  const provedBy = place.lower / placeBefore.upper - 1;
  const mean =
    after.mean !== undefined && was.mean !== undefined && was.mean > 0 ? after.mean / was.mean - 1 : 0;
  const level = worst([
    levelOf(provedBy, thresholds),
    betterOf(levelOf(isTop ? mean : value, thresholds), levelOf(mean, thresholds)),
  ]);
  if (isTop) {
    if (level === 'high' || level === 'critical') return { value, level, isLeast: true };
    return {
      reason: `requests take at least ${formatted(place.lower)}, where the histogram ends; how long is not known`,
    };
  }
  const but = reasonAgainst();
  const counted = but ? 'none' : level;
  const byMean = levelByMean(now, before, mean, { thresholds, least, alpha });
  if (atLeast(byMean, 'low') && !atLeast(counted, byMean))
    return { value, level: byMean, isLeast: false, mean };
  return { value, level: counted, isLeast: false, ...(but && { but }) };

  function reasonAgainst(): string | undefined {
    if (value <= 0 || levelOf(value, thresholds) === 'none') return undefined;
    if (now.value - before.value < least) return 'too little to matter (`min-slowdown`)';
    const above = ({ window, histogram }: Measured) => shareAbove(window, histogram, placeBefore.upper);
    const moved = pGreater(above(now), above(before)) < alpha;
    const isWithin = place.upper === placeBefore.upper;
    if (!moved && !isWithin) return 'no clear difference';
    return level === 'none'
      ? 'smaller than the histogram can show, and the mean does not confirm it'
      : undefined;
  }
}

/** The level of the mean, at most medium, where clearly more requests than before are above any bound. */
function levelByMean(
  now: Measured,
  before: Measured,
  mean: number,
  { thresholds, least, alpha }: By,
): Severity {
  const [after, was] = [now.histogram, before.histogram];
  if ((after.mean ?? 0) - (was.mean ?? 0) < least) return 'none';
  const bounds = was.buckets.flatMap(({ bound }) => bound ?? []);
  const hasMoved = bounds.some(
    (bound) =>
      pGreater(shareAbove(now.window, after, bound), shareAbove(before.window, was, bound)) <
      alpha / bounds.length,
  );
  return hasMoved ? betterOf(levelOf(mean, thresholds), 'medium') : 'none';
}

/** The bucket that the quantile is in; undefined where these are not buckets of one histogram. */
export function quantileOf({ quantile, buckets }: Histogram): Place | undefined {
  const all = buckets.at(-1);
  const isOne = new Set(buckets.map(({ bound }) => bound)).size === buckets.length;
  if (!all || all.bound !== null || !isOne || buckets.length < 2 || !(all.rate > 0)) return undefined;
  const index = buckets.findIndex(({ rate }) => rate >= quantile * all.rate);
  const lower = index === 0 ? 0 : (buckets[index - 1]?.bound ?? 0);
  return { lower, upper: buckets[index]?.bound ?? Number.POSITIVE_INFINITY };
}

const haveSameBounds = ({ buckets }: Histogram, other: Histogram): boolean =>
  buckets.length === other.buckets.length &&
  buckets.every(({ bound }, at) => bound === other.buckets[at]?.bound);

/** The requests of a window that took longer than a bound of its histogram. */
function shareAbove({ seconds }: Window, { buckets }: Histogram, bound: number) {
  const all = (buckets.at(-1)?.rate ?? 0) * seconds;
  const below = buckets.find((bucket) => bucket.bound === bound)?.rate ?? 0;
  return { hits: Math.max(0, all - below * seconds), all };
}

const formatted = (value: number): string => String(Number(value.toPrecision(3)));

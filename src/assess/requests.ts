import type { Severity } from '../record/severity.ts';
import { slowdownOf } from './latency.ts';
import { betterOf, describeThresholds, levelOf, percent, type Thresholds } from './levels.ts';
import type { Observation, Reading, Row, Sample, Settings, Window } from './observation.ts';
import { row, unknown } from './row.ts';
import { pGreater } from './statistics.ts';

/** The error probability of the test against the time before the deploy, for all samples of a bake together. */
export const ALPHA = 0.01;

/** How many times as many requests must fail, or as few succeed, for a difference to matter. */
const RELEVANT = 1.5;

/**
 * How fast the error budget of 30 days burns, by level: 14.4 takes 2 % of it in an hour and 6 takes 5 % in six, the
 * paging thresholds of the SRE workbook; at 1 it is used up just in time.
 */
const BURN: Thresholds = { low: 1, medium: 6, high: 14.4 };

/** The share of the traffic of before from which on it has collapsed, and what a query must expect to say so. */
const COLLAPSED = 0.15;
const EXPECTED_LEAST = 30;
/** Shorter windows miss the first samples of new pods. Seconds. */
const TRAFFIC_WINDOW = 120;

/** The rows of a sample about requests: error rate, burn rate, slowdown and traffic, each where it was asked for. */
export function requestRows(sample: Sample, observation: Observation, settings: Settings): Row[] {
  const { long, short = long } = sample;
  if (!long || !short) return [];
  const context = { long, short, baseline: observation.baseline, settings, at: sample.at };
  return [
    ...(long.errorRate ? [errorRow(context)] : []),
    ...(long.errorRate && settings.slo !== undefined ? [burnRow(context, settings.slo)] : []),
    ...(long.latency ? [slowdownRow(context)] : []),
    ...trafficRow(context),
  ];
}

interface Context {
  readonly long: Window;
  readonly short: Window;
  readonly baseline: Window | undefined;
  readonly settings: Settings;
  readonly at: number;
}

function errorRow({ long, short, baseline, settings, at }: Context): Row {
  const threshold = describeThresholds(settings.errorRate);
  const facts = { signal: 'error-rate', threshold, query: long.errorRate?.query ?? null, since: at };
  const lack = errorLack(long, settings) ?? errorLack(short, settings);
  if (lack) return unknown(facts, lack);
  const [value, latest] = [known(long.errorRate), known(short.errorRate)];
  const beforeLack = baseline ? errorLack(baseline, settings) : undefined;
  const before = baseline && !beforeLack ? known(baseline.errorRate) : undefined;
  const worse = before === undefined || isWorse(long, baseline, settings);
  const level = (rate: number) => {
    const severity = withinTraffic(levelOf(rate, settings.errorRate), long);
    // What is below medium is the service's everyday, unless the deploy made it worse.
    return severity === 'low' && !worse ? 'none' : severity;
  };
  const compared =
    before === undefined
      ? beforeLack && ` (unknown before the deploy: ${beforeLack})`
      : ` (${percent(before)} before the deploy${worse ? '' : ', which is not a clear difference'})`;
  return row({
    ...facts,
    value,
    description: `${percent(value, settings.errorRate)} of requests fail${compared ?? ''}${ofHowMany(long)}`,
    samples: requestsOf(long),
    baseline: before ?? null,
    long: level(value),
    short: level(latest),
    causedByDeploy: worse,
  });
}

function burnRow({ long, short, baseline, settings, at }: Context, slo: number): Row {
  const threshold = `low ${BURN.low}, medium ${BURN.medium}, high ${BURN.high} times the budget of ${percent(1 - slo)}`;
  const facts = { signal: 'burn-rate', threshold, query: long.errorRate?.query ?? null, since: at };
  const lack = errorLack(long, settings) ?? errorLack(short, settings);
  if (lack) return unknown(facts, lack);
  const burn = (window: Window) => known(window.errorRate) / (1 - slo);
  const before = baseline && !errorLack(baseline, settings) ? known(baseline.errorRate) : undefined;
  const worse = before === undefined || isWorse(long, baseline, settings);
  const level = (rate: number) => (worse ? withinTraffic(levelOf(rate, BURN), long) : 'none');
  return row({
    ...facts,
    value: burn(long),
    description: `the error budget burns ${Number(burn(long).toFixed(1))} times too fast${ofHowMany(long)}`,
    samples: requestsOf(long),
    baseline: before === undefined ? null : before / (1 - slo),
    long: level(burn(long)),
    short: level(burn(short)),
    causedByDeploy: worse,
  });
}

function slowdownRow({ long, short, baseline, settings, at }: Context): Row {
  const threshold = describeThresholds(settings.latency);
  const facts = { signal: 'slowdown', threshold, query: long.latency?.query ?? null, since: at };
  const lack = lackOf(long, long.latency, settings) ?? lackOf(short, short.latency, settings);
  if (lack) return unknown(facts, lack);
  const noBaseline = baseline
    ? lackOf(baseline, baseline.latency, settings)
    : 'the time of the deploy is unknown';
  if (noBaseline || !baseline)
    return unknown(facts, `nothing to compare with before the deploy: ${noBaseline}`);
  const before = known(baseline.latency);
  if (before === 0) return unknown(facts, 'nothing to compare with before the deploy: it took no time then');
  const by = {
    thresholds: settings.latency,
    least: settings.minSlowdown,
    alpha: ALPHA / settings.planned,
  };
  const [now, latest] = [slowdownOf(long, baseline, by), slowdownOf(short, baseline, by)];
  if ('reason' in now) return unknown(facts, now.reason);
  if ('reason' in latest) return unknown(facts, latest.reason);
  return row({
    ...facts,
    value: now.value,
    description: describeSlowdown(now, settings.latency),
    samples: requestsOf(long),
    baseline: before,
    long: withinTraffic(now.level, long),
    short: withinTraffic(latest.level, long),
  });
}

function describeSlowdown(
  { value, isLeast, but, mean }: Exclude<ReturnType<typeof slowdownOf>, { reason: string }>,
  thresholds: Thresholds,
) {
  if (mean !== undefined)
    return `requests take ${percent(mean, thresholds)} longer on average than before the deploy`;
  if (value <= 0) return 'requests are no slower than before the deploy';
  const least = isLeast ? 'at least ' : '';
  return `requests take ${least}${percent(value, but ? {} : thresholds)} longer than before the deploy${but ? `, which is ${but}` : ''}`;
}

/** That almost no requests arrive any more is seen by no error rate. No row where there is nothing to compare. */
function trafficRow({ long, baseline, settings, at }: Context): Row[] {
  const [now, before] = [long, baseline].map((window) => window && requestsOf(window));
  if (now == null || before == null || !baseline || long.seconds < TRAFFIC_WINDOW) return [];
  const expected = (seconds: number) => (before / baseline.seconds) * seconds;
  if (expected(long.seconds) < Math.max(EXPECTED_LEAST, settings.minRequests)) return [];
  const level = (share: number) => (share <= COLLAPSED ? 'medium' : 'none');
  const share = now / expected(long.seconds);
  const description =
    level(share) === 'none'
      ? `traffic is at ${percent(share)} of what it was before the deploy`
      : `traffic is down by ${percent(1 - share)} since the deploy`;
  return [
    row({
      signal: 'traffic',
      threshold: `medium at ${percent(COLLAPSED)} of before`,
      query: long.requests?.query ?? null,
      since: at,
      value: share,
      description: description,
      samples: now,
      baseline: before,
      long: level(share),
    }),
  ];
}

/** Without a query for requests it is unknown of how many an error rate is: then a person decides, however bad it is. */
const withinTraffic = (level: Severity, { requests }: Window): Severity =>
  requests === undefined ? betterOf(level, 'medium') : level;

const ofHowMany = ({ requests }: Window): string =>
  requests === undefined ? ', of an unknown number: `requests-query` is not given' : '';

/** Why a window says nothing of errors; undefined where it does. */
function errorLack(window: Window, settings: Settings): string | undefined {
  const lack = lackOf(window, window.errorRate, settings);
  if (lack) return lack;
  const { value } = window.errorRate as Reading & { value: number };
  // Quotients of rates that are extrapolated may be a little above.
  const isShare = value >= 0 && value <= 1 + 1e-6;
  return isShare
    ? undefined
    : `the query gives ${Number(value.toPrecision(4))}, which is not a share from 0 to 1; divide the requests that fail by all`;
}

/** Why a window says nothing about a reading; undefined where it does. */
function lackOf(window: Window, reading: Reading | undefined, settings: Settings): string | undefined {
  const { requests } = window;
  if (requests && requests.value === null) return requests.reason;
  const count = requestsOf(window);
  if (count !== null && count < settings.minRequests)
    return `${Math.round(count)} requests in ${window.seconds} s, fewer than the ${settings.minRequests} of \`min-requests\``;
  return reading?.value == null ? (reading?.reason ?? 'it was not queried') : undefined;
}

/**
 * True unless the time before the deploy may have been as bad. Errors come in bursts, so that a test which takes each
 * request by itself finds small differences too easily: besides being significant, a difference must also matter.
 */
function isWorse(now: Window, before: Window | undefined, settings: Settings): boolean {
  if (!before || errorLack(before, settings)) return true;
  const [requests, earlier] = [requestsOf(now), requestsOf(before)];
  const [rate, rateBefore] = [known(now.errorRate), known(before.errorRate)];
  if (rate < rateBefore * RELEVANT && 1 - rate > (1 - rateBefore) / RELEVANT) return false;
  if (requests === null || earlier === null) return true;
  const share = (part: number, all: number) => ({ hits: part * all, all });
  return pGreater(share(rate, requests), share(rateBefore, earlier)) < ALPHA / settings.planned;
}

const known = (reading: Reading | undefined): number => reading?.value ?? Number.NaN;
const requestsOf = (window: Window): number | null => window.requests?.value ?? null;

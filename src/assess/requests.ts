import { levelOf, percent, type Thresholds, toldThresholds } from './levels.ts';
import type { Look, Observation, Reading, Row, Settings, Window } from './observation.ts';
import { row, unknown } from './row.ts';
import { pGreater } from './statistics.ts';

/** The error probability of the test against the time before the deploy, for all looks of a bake together. */
export const ALPHA = 0.01;

/** How many times as many requests must fail, or as few succeed, for a difference to matter. */
const RELEVANT = 1.5;

/**
 * How fast the error budget of 30 days burns, by level: 14.4 takes 2 % of it in an hour and 6 takes 5 % in six, the
 * paging thresholds of the SRE workbook; at 1 it is used up just in time.
 */
const BURN: Thresholds = { low: 1, medium: 6, high: 14.4 };

/** What the requests of a look say: error rate, burn rate and slowdown, each where it was asked for. */
export function requestRows(look: Look, observation: Observation, settings: Settings): Row[] {
  const { long, short = long } = look;
  if (!long || !short) return [];
  const context = { long, short, baseline: observation.baseline, settings, at: look.at };
  return [
    ...(long.errorRate ? [errorRow(context)] : []),
    ...(long.errorRate && settings.slo !== undefined ? [burnRow(context, settings.slo)] : []),
    ...(long.latency ? [slowdownRow(context)] : []),
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
  const threshold = toldThresholds(settings.errorRate);
  const facts = { signal: 'error-rate', threshold, query: long.errorRate?.query ?? null, since: at };
  const lack = lackOf(long, long.errorRate, settings) ?? lackOf(short, short.errorRate, settings);
  if (lack) return unknown(facts, lack);
  const [value, latest] = [known(long.errorRate), known(short.errorRate)];
  const before = baselineOf(baseline, baseline?.errorRate, settings);
  const worse = before === undefined || isWorse(long, baseline, settings);
  const level = (rate: number) => {
    const severity = levelOf(rate, settings.errorRate);
    // What is below medium is the service's everyday, unless the deploy made it worse.
    return severity === 'low' && !worse ? 'none' : severity;
  };
  return row({
    ...facts,
    value,
    told: `${percent(value)} of requests fail${before === undefined ? '' : ` (${percent(before)} before the deploy${worse ? '' : ', which is no clear difference'})`}`,
    samples: requestsOf(long),
    baseline: before ?? null,
    long: level(value),
    short: level(latest),
    byDeploy: worse,
  });
}

function burnRow({ long, short, baseline, settings, at }: Context, slo: number): Row {
  const threshold = `low ${BURN.low}, medium ${BURN.medium}, high ${BURN.high} times the budget of ${percent(1 - slo)}`;
  const facts = { signal: 'burn-rate', threshold, query: long.errorRate?.query ?? null, since: at };
  const lack = lackOf(long, long.errorRate, settings) ?? lackOf(short, short.errorRate, settings);
  if (lack) return unknown(facts, lack);
  const burn = (window: Window) => known(window.errorRate) / (1 - slo);
  const before = baselineOf(baseline, baseline?.errorRate, settings);
  const worse = before === undefined || isWorse(long, baseline, settings);
  const level = (rate: number) => (worse ? levelOf(rate, BURN) : 'none');
  return row({
    ...facts,
    value: burn(long),
    told: `the error budget burns ${Number(burn(long).toFixed(1))} times too fast`,
    samples: requestsOf(long),
    baseline: before === undefined ? null : before / (1 - slo),
    long: level(burn(long)),
    short: level(burn(short)),
    byDeploy: worse,
  });
}

function slowdownRow({ long, short, baseline, settings, at }: Context): Row {
  const threshold = toldThresholds(settings.latency);
  const facts = { signal: 'slowdown', threshold, query: long.latency?.query ?? null, since: at };
  const lack = lackOf(long, long.latency, settings) ?? lackOf(short, short.latency, settings);
  if (lack) return unknown(facts, lack);
  const why = baseline ? lackOf(baseline, baseline.latency, settings) : 'no time before the deploy is known';
  if (why || !baseline) return unknown(facts, `nothing to compare with before the deploy: ${why}`);
  const before = known(baseline.latency);
  if (before <= 0) return unknown(facts, 'nothing to compare with before the deploy: it took no time then');
  const slowdown = (window: Window) => known(window.latency) / before - 1;
  const value = slowdown(long);
  return row({
    ...facts,
    value,
    told:
      value > 0
        ? `requests take ${percent(value)} longer than before the deploy`
        : 'requests are no slower than before the deploy',
    samples: requestsOf(long),
    baseline: before,
    long: levelOf(value, settings.latency),
    short: levelOf(slowdown(short), settings.latency),
  });
}

/** Why a window says nothing about a reading; undefined where it does. */
function lackOf(window: Window, reading: Reading | undefined, settings: Settings): string | undefined {
  const { requests } = window;
  if (requests && requests.value === null) return requests.why;
  const count = requestsOf(window);
  if (count !== null && count < settings.minRequests)
    return `${Math.round(count)} requests in ${window.seconds} s, fewer than the ${settings.minRequests} of \`min-requests\``;
  return reading?.value == null ? (reading?.why ?? 'it was not asked') : undefined;
}

function baselineOf(
  baseline: Window | undefined,
  reading: Reading | undefined,
  settings: Settings,
): number | undefined {
  return baseline && !lackOf(baseline, reading, settings) ? known(reading) : undefined;
}

/**
 * True unless the time before the deploy may have been as bad. Errors come in bursts, so that a test which takes each
 * request by itself finds small differences too easily: besides being significant, a difference must also matter.
 */
function isWorse(now: Window, before: Window | undefined, settings: Settings): boolean {
  if (!before) return true;
  const [requests, earlier] = [requestsOf(now), requestsOf(before)];
  const [rate, rateBefore] = [known(now.errorRate), known(before.errorRate)];
  if (rate < rateBefore * RELEVANT && 1 - rate > (1 - rateBefore) / RELEVANT) return false;
  if (requests === null || earlier === null) return true;
  const share = (part: number, all: number) => ({ hits: part * all, all });
  return pGreater(share(rate, requests), share(rateBefore, earlier)) < ALPHA / settings.planned;
}

const known = (reading: Reading | undefined): number => reading?.value ?? Number.NaN;
const requestsOf = (window: Window): number | null => window.requests?.value ?? null;

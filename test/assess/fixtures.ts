import { ERROR_RATE, LATENCY } from '../../src/assess/levels.ts';
import type { Observation, Reading, Sample, Settings, Window } from '../../src/assess/observation.ts';
import type { PodState, RollbackMemory } from '../../src/domain/workloads/workload-state.ts';

/** The present, and when the deploy was, in Unix seconds. */
export const NOW = 1_800_000_000;
export const DEPLOYED = NOW - 600;

export const settings = (more: Partial<Settings> = {}): Settings => ({
  errorRate: ERROR_RATE,
  latency: LATENCY,
  minRequests: 100,
  minSlowdown: 0.01,
  maxRestarts: 2,
  consecutive: 1,
  planned: 1,
  onInconclusive: 'ask',
  cooldown: 900,
  maxAge: 86_400,
  ...more,
});

export const reading = (value: number | string, query = 'q'): Reading =>
  typeof value === 'number' ? { query, value } : { query, value: null, reason: value };

/** A window of `requests` requests of which a share failed; a text says why there is no number. */
export function window(
  errors: number | string | undefined,
  { requests = 10_000, latency }: { requests?: number | string; latency?: number | string } = {},
): Window {
  return {
    seconds: 300,
    requests: reading(requests),
    ...(errors !== undefined && { errorRate: reading(errors) }),
    ...(latency !== undefined && { latency: reading(latency) }),
  };
}

export const observed = (look: Partial<Sample>, more: Partial<Observation> = {}): Observation => ({
  deployedAt: DEPLOYED,
  looks: [{ at: NOW, ...look }],
  memory: [],
  ...more,
});

/** Half an hour before the deploy. */
export const GOOD = { ...window(0.001, { requests: 50_000, latency: 0.2 }), seconds: 1800 };
export const errors = (rate: number, before = GOOD) => observed({ long: window(rate) }, { baseline: before });
export const slow = (seconds: number) =>
  observed({ long: window(undefined, { latency: seconds }) }, { baseline: GOOD });
export const given = (signals: NonNullable<Sample['given']>) =>
  observed({ given: signals }, { deployedAt: null });
export const pods = (state: Partial<PodState>) =>
  observed({
    pods: {
      items: [
        { workload: 'deployment/web', wanted: 10, ready: 10, readyOfNewest: 10, restarts: 0, ...state },
      ],
    },
  });
export const alerts = (severity: string, since = NOW - 60) =>
  observed({ alerts: { items: [{ name: 'HighErrorRate', severity, since }] } });
export const remembering = (memory: Partial<RollbackMemory>) =>
  observed(
    { long: window(0.5) },
    { baseline: GOOD, memory: [{ workload: 'deployment/web', since: DEPLOYED, ...memory }] },
  );

/** A minute after a rollback that nothing was deployed since. */
export const remembered = (look: Parameters<typeof observed>[0]) => {
  const last = { id: '41-1', at: NOW - 60, isCurrent: true };
  return observed(look, { baseline: GOOD, memory: [{ workload: 'deployment/web', since: DEPLOYED, last }] });
};

/** Go's default bounds, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A window of `count` requests whose latencies are these, each as often; the quantile as Prometheus guesses it. */
export function histogramOf(latencies: readonly number[], count = 10_000): Window {
  const seconds = 300;
  const rate = (bound: number) =>
    (latencies.filter((each) => each <= bound).length / latencies.length) * (count / seconds);
  const all = count / seconds;
  const buckets = [...BOUNDS.map((bound) => ({ bound, rate: rate(bound) })), { bound: null, rate: all }];
  const index = buckets.findIndex((bucket) => bucket.rate >= 0.95 * all);
  const [upper, lower] = [buckets[index], buckets[index - 1] ?? { bound: 0, rate: 0 }] as const;
  const from = lower.bound ?? 0;
  const value =
    upper?.bound == null
      ? from
      : from + ((upper.bound - from) * (0.95 * all - lower.rate)) / (upper.rate - lower.rate);
  const mean = latencies.reduce((sum, each) => sum + each, 0) / latencies.length;
  return { seconds, latency: { query: 'q', value, histogram: { quantile: 0.95, buckets, mean } } };
}
export const mixed = (part: number, some: number, rest: number) =>
  Array.from({ length: 100 }, (_, index) => (index < part ? some : rest));

/** As fast as one window now, and as another before the deploy. */
export const slowBy = (now: Window, before: Window) =>
  observed(
    { long: { ...window(undefined), ...now } },
    { baseline: { ...window(undefined, { requests: 50_000 }), ...before, seconds: 1800 } },
  );

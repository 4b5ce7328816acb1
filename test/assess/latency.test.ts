/** Latency from histograms: what their bounds prove, and what they only guess. */
import { describe, expect, test } from '@jest/globals';
import { slowdownOf } from '../../src/assess/latency.ts';
import { LATENCY } from '../../src/assess/levels.ts';
import type { Window } from '../../src/assess/observation.ts';

/** Go's default bounds, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A window of `count` requests whose latencies are these, each as often; the quantile as Prometheus guesses it. */
function of(latencies: readonly number[], count = 10_000): Window {
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
const mixed = (part: number, some: number, rest: number) =>
  Array.from({ length: 100 }, (_, index) => (index < part ? some : rest));
const by = { thresholds: LATENCY, least: 0.01, alpha: 0.01 };
const level = (now: Window, before: Window) => slowdownOf(now, before, by);

describe('A5: a slowdown', () => {
  test.each<[string, Window, Window]>([
    ['of 0.2 ms over a bound', of(mixed(20, 0.0051, 0.0049)), of([0.0049])],
    ['of 20 ms over a bound', of(mixed(20, 0.51, 0.49)), of([0.49])],
    ['of 60 % that is 3 ms', of([0.008]), of([0.0045])],
    ['of a few requests that are many of few', of(mixed(6, 0.9, 0.2), 40), of(mixed(4, 0.9, 0.2), 40)],
  ])('%s does not count, and it is said why', (_, now, before) => {
    expect(level(now, before)).toMatchObject({ level: 'none', but: expect.any(String) });
  });

  test.each<[string, Window, Window, string]>([
    ['that the bounds prove', of([0.3]), of([0.08]), 'high'],
    ['that bounds next to each other and the mean say', of([0.8]), of([0.3]), 'high'],
    ['of a tenth of all requests, by far', of(mixed(10, 2, 0.08)), of([0.08]), 'high'],
  ])('%s counts', (_, now, before, said) => expect(level(now, before)).toMatchObject({ level: said }));

  test('that is none has no reason', () => {
    expect(level(of([0.08]), of([0.08]))).toEqual({ value: 0, level: 'none', isLeast: false });
  });
});

describe('A6: above the last bound', () => {
  test('as before it is not known', () => {
    expect(level(of([30]), of([20]))).toEqual({
      why: expect.stringContaining('at least 10 before the deploy already'),
    });
  });
  test('from far below it is high, at least', () => {
    expect(level(of([30]), of([0.2]))).toMatchObject({ level: 'high', isLeast: true });
  });
  test('from just below it is high where the mean says so, else not known', () => {
    expect(level(of([30]), of([9]))).toMatchObject({ level: 'high', isLeast: true });
    expect(level(of([10.1]), of([9.9]))).toEqual({ why: expect.stringContaining('how long is not known') });
  });
});

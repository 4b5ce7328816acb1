/** Latency from histograms: what their bounds prove, and what they only guess. */
import { describe, expect, test } from '@jest/globals';
import { slowdownOf } from '../../src/assess/latency.ts';
import { LATENCY } from '../../src/assess/levels.ts';
import type { Window } from '../../src/assess/observation.ts';
import { mixed, histogramOf as of } from './fixtures.ts';

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

describe('the mean is no guess', () => {
  /** Latencies all over a bucket, and a factor. */
  const spread = (factor: number) =>
    Array.from({ length: 100 }, (_, index) => (0.06 + 0.0014 * index) * factor);

  test('a quarter longer on average, with more requests over the bounds, is for a person to look at', () => {
    expect(level(of(spread(1.25)), of(spread(1)))).toMatchObject({
      level: 'medium',
      mean: expect.closeTo(0.25),
    });
  });
  test.each<[string, Window, Window]>([
    ['of few requests', of(spread(1.25), 30), of(spread(1), 30)],
    ['of less than it takes to matter', of(spread(1.05)), of(spread(1))],
    ['of milliseconds', of([0.0049, 0.0051, 0.008]), of([0.0045, 0.0048, 0.0049])],
  ])('%s it is not', (_, now, before) => expect(level(now, before)).toMatchObject({ level: 'none' }));
});

describe('of the same shape before and after', () => {
  const coarse = (window: Window): Window => {
    const { latency } = window;
    if (!latency?.histogram) throw new Error('There is no histogram.');
    const buckets = latency.histogram.buckets.filter(({ bound }) => bound === null || bound > 0.05);
    return { ...window, latency: { ...latency, histogram: { ...latency.histogram, buckets } } };
  };
  const bare = ({ latency, ...window }: Window): Window => ({
    ...window,
    latency: { query: 'q', value: latency?.value ?? 0 },
  });
  test.each<[string, Window, Window, RegExp]>([
    ['other buckets', coarse(of([0.3])), of([0.08]), /other buckets than before the deploy/],
    ['a histogram now alone', of([0.3]), bare(of([0.08])), /a histogram only now/],
    ['a histogram before alone', bare(of([0.3])), of([0.08]), /a histogram only before the deploy/],
    [
      'less than nothing',
      { ...bare(of([1])), latency: { query: 'q', value: -2 } },
      bare(of([1])),
      /gives -2/,
    ],
  ])('%s: nothing is known', (_, now, before, why) => {
    expect(level(now, before)).toEqual({ reason: expect.stringMatching(why) });
  });
});

describe('A6: above the last bound', () => {
  test('as before it is not known', () => {
    expect(level(of([30]), of([20]))).toEqual({
      reason: expect.stringContaining('at least 10 before the deploy already'),
    });
  });
  test('from far below it is high, at least', () => {
    expect(level(of([30]), of([0.2]))).toMatchObject({ level: 'high', isLeast: true });
  });
  test('from just below it is high where the mean says so, else not known', () => {
    expect(level(of([30]), of([9]))).toMatchObject({ level: 'high', isLeast: true });
    expect(level(of([10.1]), of([9.9]))).toEqual({
      reason: expect.stringContaining('how long is not known'),
    });
  });
});

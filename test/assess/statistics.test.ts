import { describe, expect, test } from '@jest/globals';
import { levelOf, parseThresholds } from '../../src/assess/levels.ts';
import { normal, pGreater, upperBound } from '../../src/assess/statistics.ts';

describe('the two-proportion test', () => {
  // z = (0.15 - 0.10) / sqrt(0.125 * 0.875 * (1/400 + 1/400)) = 2.138
  test('gives the p-value of the textbook', () => {
    expect(pGreater({ hits: 60, all: 400 }, { hits: 40, all: 400 })).toBeCloseTo(0.01626, 4);
  });
  test.each([
    ['nothing now', { hits: 0, all: 0 }, { hits: 1, all: 10 }, 1],
    ['nothing before', { hits: 1, all: 10 }, { hits: 0, all: 0 }, 1],
    ['no errors at all', { hits: 0, all: 100 }, { hits: 0, all: 100 }, 1],
    ['all failed, both times', { hits: 10, all: 10 }, { hits: 10, all: 10 }, 1],
    ['the same', { hits: 10, all: 100 }, { hits: 10, all: 100 }, 0.5],
  ])('%s', (_, now, before, p) => {
    expect(pGreater(now, before)).toBeCloseTo(p, 6);
  });
  test('better than before is never worse', () => {
    expect(pGreater({ hits: 1, all: 1000 }, { hits: 100, all: 1000 })).toBeGreaterThan(0.99);
  });
});

test('the normal distribution and Wilson’s bound are those of the tables', () => {
  expect([normal(0), normal(1.96), normal(-1.6449)].map((value) => Number(value.toFixed(4)))).toEqual([
    0.5, 0.975, 0.05,
  ]);
  expect(upperBound({ hits: 0, all: 100 }, 0.05)).toBeCloseTo(0.02634, 4);
  expect(upperBound({ hits: 10, all: 100 }, 0.05)).toBeCloseTo(0.16024, 3);
  expect(upperBound({ hits: 0, all: 0 }, 0.05)).toBe(1);
});

describe('levels', () => {
  test('read percentages and fractions, and keep the rest', () => {
    const defaults = { low: 0.01, medium: 0.1, high: 0.3 };
    expect(parseThresholds('error-rate', ['high=25%', 'medium = 0.05'], defaults)).toEqual({
      low: 0.01,
      medium: 0.05,
      high: 0.25,
    });
  });
  test.each(['high', 'worst=3%', 'high=-1', 'high=30 percent'])('refuse %s', (line) => {
    expect(() => parseThresholds('error-rate', [line], {})).toThrow(/^Input `error-rate` has /);
  });
  test('high begins above its value, the others at it', () => {
    const thresholds = { low: 0.1, medium: 0.2, high: 0.5 };
    const at = (value: number) => levelOf(value, thresholds);
    expect([0.0999, 0.1, 0.2, 0.5, 0.5001, 1.2 / 1 - 1].map(at)).toEqual([
      ...['none', 'low', 'medium', 'medium', 'high', 'medium'],
    ]);
  });
});

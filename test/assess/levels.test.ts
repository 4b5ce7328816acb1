import { describe, expect, test } from '@jest/globals';
import {
  betterOf,
  describeThresholds,
  ERROR_RATE,
  LATENCY,
  levelOf,
  parseThresholds,
  percent,
  worst,
} from '../../src/assess/levels.ts';

describe('thresholds', () => {
  const parse = (...lines: string[]) => parseThresholds('error-rate-thresholds', lines, ERROR_RATE);

  test('are fractions or percentages, and the others stay as they are', () => {
    expect(parse()).toEqual(ERROR_RATE);
    expect(parse('medium=15%', 'high = 0.5')).toEqual({ low: 0.01, medium: 0.15, high: 0.5, critical: 0.95 });
    expect(parseThresholds('latency', ['critical=200 %'], LATENCY)).toEqual({ ...LATENCY, critical: 2 });
    expect(parse('low=0%', 'medium=0%')).toMatchObject({ low: 0, medium: 0 });
  });

  test.each([
    '',
    'medium',
    'medium=',
    'medium=ten',
    'medium=-1',
    'medium=1e9',
    'none=0',
    'xlow=1',
    'low=1%%',
    'low=1 2',
  ])('%j is refused', (line) => {
    expect(() => parse(line)).toThrow(/^Input `error-rate-thresholds` .*low, medium, high and critical/);
  });

  test('that grow the wrong way are refused, with all of them', () => {
    expect(() => parse('high=5%')).toThrow(
      'Input `error-rate-thresholds` has a worse level at a lower value: low 1 %, medium 10 %, high 5 %, critical 95 %; they must grow from low to critical.',
    );
    expect(() => parseThresholds('latency', ['low=30%'], LATENCY)).toThrow(
      /low 30 %, medium 20 %, high 50 %;/,
    );
    expect(() => parseThresholds('latency', ['high=10%'], { low: 0.3 })).toThrow(/low 30 %, high 10 %;/);
    expect(parse('high=10%').high).toBe(0.1);
  });

  test('are told with the levels that there are', () => {
    expect(describeThresholds(LATENCY)).toBe('low 10 %, medium 20 %, high 50 %');
    expect(describeThresholds({ medium: 0, critical: 1 })).toBe('medium 0 %, critical 100 %');
  });
});

test('a level without a threshold is never reached', () => {
  expect(levelOf(9, LATENCY)).toBe('high');
  expect(levelOf(0.5, { high: 0.5 })).toBe('none');
});

test('of several levels the worst or the better one is taken', () => {
  expect(worst([])).toBe('none');
  expect(worst(['low', 'critical', 'medium'])).toBe('critical');
  expect([betterOf('high', 'low'), betterOf('none', 'low')]).toEqual(['low', 'none']);
});

test.each([
  [0.00125, '0.13 %'],
  [0.0999, '9.99 %'],
  [0.1, '10 %'],
  [0.10049, '10 %'],
  [0.1234, '12.3 %'],
  [1, '100 %'],
])('%d is %s', (fraction, told) => {
  expect(percent(fraction)).toBe(told);
});

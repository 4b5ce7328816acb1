import { describe, expect, test } from '@jest/globals';
import { comparesWithoutBool, quantileIn, selectorsOf } from '../../src/assess/promql.ts';

describe('the selectors of a query', () => {
  test.each<[string, string[]]>([
    ['up', ['up']],
    [
      'sum by (job) (rate(a_total{status=~"5.."}[5m])) / ignoring(x) group_left(y) sum(rate(a_total[5m]))',
      ['a_total{status=~"5.."}', 'a_total'],
    ],
    ['sum(rate(a{b="}{"}[1m])) without (c)', ['a{b="}{"}']],
    ['max_over_time(rate(a[1m])[30m:]) offset 5m', ['a']],
    ['job:errors:ratio5m{job="api"} or vector(0)', ['job:errors:ratio5m{job="api"}']],
    ['histogram_quantile(0.95, sum by (le) (rate(a_bucket{}[5m])))', ['a_bucket{}']],
    ['{__name__=~"a.*"} # and a comment', ['{__name__=~"a.*"}']],
    ['absent(up{job="api"}) or time() > bool 1e9', []],
    ['"text"', []],
  ])('%s', (query, selectors) => expect(selectorsOf(query)).toEqual(selectors));
});

describe('A3: a comparison without bool', () => {
  test.each([
    ['up{job="api"} == 0', true],
    ['max(up{job="api"} == 0)', true],
    ['sum(rate(a[5m])) > 0.3', true],
    ['(count(up == 0) > 0) or vector(0)', true],
    ['max(up{job="api"}) == bool 0', false],
    ['(count(up{job="api"} == 0) or vector(0)) > bool 0', false],
    ['max(up{job!="x",a=~"b>c"}) <BOOL 1', false],
    ['absent(up)', false],
  ])('%s: %s', (query, is) => expect(comparesWithoutBool(query)).toBe(is));
});

test.each([
  [
    'histogram_quantile(0.95, sum by (le) (rate(a_bucket[5m])))',
    { quantile: 0.95, buckets: 'sum by (le) (rate(a_bucket[5m]))' },
  ],
  [
    'histogram_quantile(0.9, sum by (le) (rate(a_bucket[5m]))) / histogram_quantile(0.9, sum by (le) (b_bucket))',
    undefined,
  ],
  ['histogram_quantile(0.9, rate(native[5m]))', undefined],
  ['max(a)', undefined],
])('the quantile of %s', (query, parts) => expect(quantileIn(query)).toEqual(parts));

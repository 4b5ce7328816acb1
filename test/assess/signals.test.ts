import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/assess/judge.ts';
import type { Given } from '../../src/assess/observation.ts';
import { queriesOf } from '../../src/assess/queries.ts';
import { summaryOf, toOutput } from '../../src/assess/render.ts';
import { parseSignals, renderEvidence } from '../../src/assess/signals.ts';
import { given, observed, reading, settings, window } from './fixtures.ts';

describe('signals by hand', () => {
  test('are read', () => {
    const given = { 'error-rate': 0.12, slowdown: 1.5, outage: false, impact: 'minor' };
    expect(parseSignals(JSON.stringify(given))).toEqual({ given });
    expect(parseSignals('{}')).toEqual({ given: {} });
  });
  test.each([
    ['{"latency": 1}', /latency is not known/],
    ['[]', /neither a JSON object nor/],
    ['/no/such/file.json', /^Input `signals` is neither a JSON object nor the path of an evidence file\.$/],
  ])('%s is refused', (text, message) => {
    expect(() => parseSignals(text)).toThrow(message);
  });
});

test.each([
  ['{"error-rate": 12}', 'error-rate', 'is a fraction and must not be above 1'],
  ['{"error-rate": "12%"}', 'error-rate', 'must be a fraction such as 0.12'],
  ['{"slowdown": -1}', 'slowdown', 'must not be negative'],
  ['{"slowdown": null}', 'slowdown', 'must be a fraction such as 0.12'],
  ['{"outage": "yes"}', 'outage', 'must be true or false'],
  ['{"impact": "huge"}', 'impact', 'must be major, minor or cosmetic'],
])('A12: of %s that signal is not known, and all others count', (text, name, why) => {
  const read = parseSignals(`{"security-breach": false, ${text.slice(1)}`) as { given: Given };
  expect(read.given).toEqual({
    'security-breach': false,
    wrong: { [name]: `\`signals\` is wrong: it ${why}` },
  });
  expect(judge(given(read.given), settings())).toMatchObject({
    decision: 'evaluate',
    result: 'inconclusive',
  });
});

describe('an evidence file', () => {
  const evidence = {
    observation: observed(
      {
        long: window(0.2, { latency: 'no data' }),
        short: window('no data'),
        outage: reading(0),
        alerts: { items: [{ name: 'A', severity: 'high', since: 1 }] },
        pods: { reason: 'no answer' },
        given: { 'security-breach': false },
      },
      {
        baseline: window(0.01),
        memory: [{ workload: 'deployment/web', since: 1, last: { id: '1-1', at: 2, isCurrent: false } }],
      },
    ),
    settings: settings({ slo: 0.999 }),
  };

  test('gives back all that a judgement is made from', () => {
    expect(parseSignals(renderEvidence(evidence))).toEqual({ evidence });
  });
  test('that was changed is refused', () => {
    const changed = renderEvidence(evidence).replace('"minRequests": 100', '"minRequests": "no"');
    expect(() => parseSignals(changed)).toThrow(
      /^Input `signals` is an evidence file that has been changed: settings\.minRequests /,
    );
    expect(() => parseSignals('{"format": "rollback-actions/assess/9"}')).toThrow(
      /that has been changed: format/,
    );
  });
});

describe('queries', () => {
  test('have the labels, and know a service without failures from one without traffic', () => {
    const { errorRate, requests, latency, outage } = queriesOf({ labels: 'job="api", env="prod",' });
    expect(errorRate).toBe(
      '(sum(rate(http_requests_total{job="api", env="prod",status=~"5.."}[$window])) or vector(0)) / sum(rate(http_requests_total{job="api", env="prod",status!=""}[$window]))',
    );
    expect(requests).toContain('increase(http_requests_total{job="api", env="prod",status!=""}[$window])');
    expect(latency).toContain('http_request_duration_seconds_bucket{job="api", env="prod",}[$window]');
    expect(outage).toBeUndefined();
  });
  test('of the user’s own are taken as they are, and not mixed with the standard count', () => {
    expect(queriesOf({ errorRate: 'mine' })).toMatchObject({ errorRate: 'mine', requests: undefined });
    expect(queriesOf({ errorRate: 'mine', requests: 'count' }).requests).toBe('count');
    expect(queriesOf({ errorRate: 'none', latency: 'mine' })).toEqual({ latency: 'mine' });
    expect(queriesOf({ latency: 'mine' }).requests).toContain('increase');
    expect(queriesOf({ errorRate: 'none', latency: 'none' })).toMatchObject({
      errorRate: undefined,
      latency: undefined,
      requests: expect.stringContaining('increase'),
    });
  });
});

test('what others wrote ends no cell and mentions nobody in the summary', () => {
  const hostile = '| <img src=x> @admin\n## `x`';
  const alerts = { items: [{ name: hostile, severity: 'high', since: 1_800_000_000 }] };
  const judgement = judge(
    observed({ alerts, outage: reading(0, hostile) }, { deployedAt: null }),
    settings(),
  );
  const summary = summaryOf(judgement);
  expect(summary).not.toMatch(/<img|@admin|^## `/m);
  const rows = summary.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.map((line) => line.split('|').length)).toEqual([9, 9, 9, 9]);
  expect(toOutput(judgement.rows)).toHaveLength(2);
});

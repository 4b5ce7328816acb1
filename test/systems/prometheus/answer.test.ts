import { describe, expect, test } from '@jest/globals';
import { parseAddress } from '../../../src/systems/prometheus/address.ts';
import {
  alertsOfAlertmanager,
  alertsOfPrometheus,
  hasLabels,
  parseLabels,
} from '../../../src/systems/prometheus/alerts.ts';
import { readNumber } from '../../../src/systems/prometheus/answer.ts';
import { Prometheus } from '../../../src/systems/prometheus/client.ts';

const vector = (...values: string[]) => ({
  resultType: 'vector',
  result: values.map((value, index) => ({
    metric: { pod: `web-${index}` },
    value: [1_800_000_000.1, value],
  })),
});
const success = (data: unknown, more: object = {}) => ({ status: 'success', data, ...more });

describe('an answer is one number, or why not', () => {
  test.each<[string, unknown, number | string]>([
    ['one series', success(vector('0.25')), 0.25],
    ['a scalar', success({ resultType: 'scalar', result: [1, '7'] }), 7],
    ['zero', success(vector('0')), 0],
    ['a very small one', success(vector('1e-9')), 1e-9],
    ['no series', success(vector()), 'no data'],
    ['two series', success(vector('1', '2')), 'the query gives 2 series; sum or max makes one of them'],
    ['NaN', success(vector('NaN')), 'no traffic (NaN)'],
    ['infinity', success(vector('+Inf')), 'the value is +Inf'],
    ['minus infinity', success(vector('-Inf')), 'the value is -Inf'],
    ['a range', success({ resultType: 'matrix', result: [] }), 'the query gives a matrix, not a number'],
    ['a text', success({ resultType: 'string', result: [1, 'x'] }), 'the query gives a string, not a number'],
    [
      'a native histogram',
      success({ resultType: 'vector', result: [{ metric: {}, histogram: [1, {}] }] }),
      'the query gives a histogram, not a number',
    ],
    [
      'a warning',
      success(vector('0.01'), { warnings: ['1 store did not answer'] }),
      'the answer may not be whole: 1 store did not answer',
    ],
    [
      'infos among the warnings, as Prometheus 2.53 gives them (cockroachdb/cockroach#170947)',
      success(vector('0.01'), {
        warnings: [
          'PromQL info: metric might not be a counter, name does not end in _total: "requests" (1:6)',
        ],
      }),
      0.01,
    ],
    [
      'a warning behind an info',
      success(vector('0.01'), { warnings: ['PromQL info: not a counter', 'PromQL warning: no buckets'] }),
      'the answer may not be whole: PromQL warning: no buckets',
    ],
    ['an info', success(vector('0.01'), { infos: ['PromQL info: not a counter'] }), 0.01],
    ['an empty list of warnings', success(vector('0.01'), { warnings: [] }), 0.01],
    ['an error', { status: 'error', error: 'x' }, 'the answer is not one of the Prometheus API'],
    ['a page', '<html>', 'the answer is not one of the Prometheus API'],
    ['null', null, 'the answer is not one of the Prometheus API'],
  ])('%s', (_, body, expected) => {
    expect(readNumber(body)).toEqual(
      typeof expected === 'number' ? { value: expected } : { value: null, reason: expected },
    );
  });
});

describe('alerts', () => {
  const NOW = Date.parse('2026-11-22T10:00:00Z') / 1000;
  const alert = (more: object = {}, status: object = {}) => ({
    labels: { alertname: 'A', action: 'rollback' },
    startsAt: '2026-11-22T09:59:00.5Z',
    endsAt: '2026-11-22T10:05:00Z',
    status: { state: 'active', silencedBy: [], inhibitedBy: [], mutedBy: [], ...status },
    ...more,
  });

  test('of Alertmanager, those that nothing suppresses', () => {
    const alerts = [
      alert(),
      alert({}, { state: 'suppressed', silencedBy: ['x'] }),
      alert({}, { inhibitedBy: ['x'] }),
      alert({}, { mutedBy: ['x'] }),
      alert({}, { state: 'unprocessed' }),
      alert({ endsAt: '2026-11-22T09:59:59Z' }),
    ];
    expect(alertsOfAlertmanager(alerts, NOW)).toEqual([
      { labels: { alertname: 'A', action: 'rollback' }, since: NOW - 59.5 },
    ]);
    expect(alertsOfAlertmanager({ status: 'success' }, NOW)).toBeUndefined();
  });

  test('of Prometheus, those that fire', () => {
    const of = (state: string) => ({ labels: { alertname: state }, state, activeAt: '2026-11-22T10:00:00Z' });
    expect(alertsOfPrometheus(success({ alerts: [of('firing'), of('pending')] }))).toEqual([
      { labels: { alertname: 'firing' }, since: NOW },
    ]);
    expect(alertsOfPrometheus([])).toBeUndefined();
    expect(alertsOfPrometheus(success({ alerts: [] }, { warnings: [] }))).toEqual([]);
  });

  test('of which a part is missing are not none', async () => {
    const body = success({ alerts: [] }, { warnings: ['no rules of store-2'] });
    const prometheus = new Prometheus({ url: 'http://p', headers: {} }, async () => body);
    expect(await prometheus.alerts({ action: 'rollback' })).toEqual({
      reason: 'the answer may not be whole: no rules of store-2; give `alertmanager-url`, or `alerts: none`',
    });
  });

  test('count by their labels, and by nothing that every object has', () => {
    const one = { labels: { action: 'rollback', service: 'api' }, since: 0 };
    expect(hasLabels(one, parseLabels(['action=rollback', 'service = "api"']))).toBe(true);
    expect(hasLabels(one, { action: 'rollback', team: 'x' })).toBe(false);
    expect(hasLabels(one, { toString: '' })).toBe(false);
    expect(parseLabels(['none'])).toEqual({});
    expect(() => parseLabels(['action~=x'])).toThrow(/^Input `alerts` has "action~=x"; accepted are labels/);
  });
});

describe('an address', () => {
  const parse = (url: string, more: object = {}) => {
    const masked: string[] = [];
    const address = parseAddress({ input: 'prometheus-url', url, ...more }, (secret) => masked.push(secret));
    return { ...address, masked };
  };

  test('may hold a user and a password, which are sent, masked and not shown', () => {
    const basic = Buffer.from('me:p@ss').toString('base64');
    expect(parse('https://me:p%40ss@prometheus.example/prefix/')).toEqual({
      url: 'https://prometheus.example/prefix',
      headers: { Authorization: `Basic ${basic}` },
      masked: ['p@ss', basic],
    });
  });
  test('goes with a token and headers', () => {
    expect(parse('http://p:9090', { token: 't', headers: ['X-Scope-OrgID: shop'] }).headers).toEqual({
      Authorization: 'Bearer t',
      'X-Scope-OrgID': 'shop',
    });
  });
  test.each(['prometheus.example', 'ftp://x', ''])('refuses %j', (url) => {
    expect(() => parse(url)).toThrow('Input `prometheus-url` is not an HTTP or HTTPS address.');
  });
  test('refuses what is not a header', () => {
    expect(() => parse('http://p', { headers: ['X-Scope-OrgID shop'] })).toThrow(
      /^Input `prometheus-headers`/,
    );
  });
});

/** What is decided in which situation: the table that an on-call engineer would want to have read before. */
import { expect, test } from '@jest/globals';
import { judge } from '../../src/assess/judge.ts';
import type { Judgement, Observation, Settings } from '../../src/assess/observation.ts';
import {
  alerts,
  DEPLOYED,
  errors,
  GOOD,
  given,
  histogramOf,
  mixed,
  NOW,
  observed,
  pods,
  reading,
  remembered,
  remembering,
  settings,
  slow,
  slowBy,
  window,
} from './fixtures.ts';

type Said = [severity: Judgement['severity'], decision: Judgement['decision'], result?: 'inconclusive'];
type Situation = [name: string, observation: Observation, said: Said, settings?: Partial<Settings>];

const SITUATIONS: Situation[] = [
  // The runbook's table, and its boundaries.
  ['no errors', errors(0), ['none', 'none']],
  ['0.5 % errors, 0.1 % before', errors(0.005), ['none', 'none']],
  ['1 % errors exactly', errors(0.01), ['low', 'fix-forward']],
  ['9.99 % errors', errors(0.0999), ['low', 'fix-forward']],
  ['10 % errors exactly', errors(0.1), ['medium', 'evaluate']],
  ['12 % errors', errors(0.12), ['medium', 'evaluate']],
  ['30 % errors exactly', errors(0.3), ['medium', 'evaluate']],
  ['30.1 % errors', errors(0.301), ['high', 'quick-fix-then-rollback']],
  ['45 % errors', errors(0.45), ['high', 'quick-fix-then-rollback']],
  ['95 % errors: next to nothing gets through', errors(0.95), ['critical', 'rollback']],
  ['all requests fail', errors(1), ['critical', 'rollback']],
  ['as fast as before', slow(0.2), ['none', 'none']],
  ['faster than before', slow(0.1), ['none', 'none']],
  ['10 % slower', slow(0.22), ['low', 'fix-forward']],
  ['20 % slower exactly', slow(0.24), ['medium', 'evaluate']],
  ['50 % slower exactly', slow(0.3), ['medium', 'evaluate']],
  ['51 % slower', slow(0.302), ['high', 'quick-fix-then-rollback']],
  ['an outage', observed({ outage: reading(1) }), ['critical', 'rollback']],
  ['no outage', observed({ outage: reading(0) }), ['none', 'none']],
  [
    'thresholds of the user’s own',
    errors(0.06),
    ['high', 'quick-fix-then-rollback'],
    { errorRate: { high: 0.05 } },
  ],
  // Against the time before the deploy.
  ['12 % errors, and 12 % before', errors(0.12, window(0.12)), ['medium', 'evaluate']],
  [
    '45 % errors, and 45 % before: a rollback would not help',
    errors(0.45, window(0.45)),
    ['high', 'evaluate'],
  ],
  ['45 % errors, 5 % before', errors(0.45, window(0.05)), ['high', 'quick-fix-then-rollback']],
  ['2 % errors, and 2 % before: this service’s everyday', errors(0.02, window(0.02)), ['none', 'none']],
  [
    '45 % errors, next to no traffic before',
    errors(0.45, window(0.9, { requests: 3 })),
    ['high', 'quick-fix-then-rollback'],
  ],
  [
    '45 % errors, nothing known of before',
    observed({ long: window(0.45) }, { deployedAt: null }),
    ['high', 'quick-fix-then-rollback'],
  ],
  // Traffic, and shares that are none.
  [
    'A2: nearly all traffic is gone',
    observed({ long: window(0, { requests: 150 }) }, { baseline: GOOD }),
    ['medium', 'evaluate'],
  ],
  [
    'A2: a third of the traffic is left',
    observed({ long: window(0, { requests: 2800 }) }, { baseline: GOOD }),
    ['none', 'none'],
  ],
  ['A4: 2000 % errors', errors(20), ['none', 'evaluate', 'inconclusive']],
  ['A4: -40 % errors', errors(-0.4), ['none', 'evaluate', 'inconclusive']],
  ['A4: a hair above all, by extrapolation', errors(1 + 1e-9), ['critical', 'rollback']],
  [
    'A11: all fail, of how many nobody knows',
    observed({ long: { seconds: 300, errorRate: reading(1) } }, { baseline: GOOD }),
    ['medium', 'evaluate'],
  ],
  // Latency of histograms.
  [
    'A5: a fifth of all requests 0.2 ms longer, over the bound of a bucket',
    slowBy(histogramOf(mixed(20, 0.0051, 0.0049)), histogramOf([0.0049])),
    ['none', 'none'],
  ],
  [
    'A5: a tenth of all requests by far longer',
    slowBy(histogramOf(mixed(10, 2, 0.08)), histogramOf([0.08])),
    ['high', 'quick-fix-then-rollback'],
  ],
  [
    'A5: a third longer on average, over the bounds of buckets',
    slowBy(histogramOf([0.12, 0.16, 0.26, 0.3]), histogramOf([0.09, 0.12, 0.2, 0.22])),
    ['medium', 'evaluate'],
  ],
  [
    'A6: in the last bucket, as before',
    slowBy(histogramOf([30]), histogramOf([20])),
    ['none', 'evaluate', 'inconclusive'],
  ],
  [
    'A6: in the last bucket, from far below',
    slowBy(histogramOf([30]), histogramOf([0.2])),
    ['high', 'quick-fix-then-rollback'],
  ],
  // Of now, of all, and whole.
  [
    'old samples',
    observed({ long: window('the newest sample of http_requests_total is 240 s old') }, { baseline: GOOD }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  [
    'a part of the fleet',
    observed({ long: window('3 of 16 instances have a sample now') }, { baseline: GOOD }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  [
    'A8: a partial answer beside 45 % errors of a whole one',
    observed({ long: window(0.45), outage: reading('the answer is not whole') }, { baseline: GOOD }),
    ['high', 'quick-fix-then-rollback'],
  ],
  [
    'A10: a Prometheus that hangs, and pods that are well',
    observed({
      long: window('no answer', { requests: 'no answer' }),
      pods: {
        items: [{ workload: 'deployment/web', wanted: 4, ready: 4, readyOfNewest: 4, restarts: 0 }],
      },
    }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  [
    'A10: a Prometheus that hangs, and no pod that is ready',
    observed({
      long: window('no answer', { requests: 'no answer' }),
      pods: {
        items: [{ workload: 'deployment/web', wanted: 4, ready: 0, readyOfNewest: 0, restarts: 0 }],
      },
    }),
    ['critical', 'rollback'],
  ],
  ['A12: 30.00001 % errors', errors(0.3000001), ['high', 'quick-fix-then-rollback']],
  [
    'A12: a signal that is not what it has to be',
    given({ wrong: { 'error-rate': 'the error rate is "much", and has to be a number' } }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  [
    'A12: the same beside one that is bad enough',
    given({ outage: true, wrong: { 'error-rate': 'the error rate is "much", and has to be a number' } }),
    ['critical', 'rollback'],
  ],
  [
    'A12: 45 % errors, and unknown before the deploy',
    errors(0.45, window('too old', { requests: 'too old' })),
    ['high', 'quick-fix-then-rollback'],
  ],
  // Outages that are none.
  [
    'an average of targets, one of 16 down',
    observed({ outage: reading(1 / 16) }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  ['three targets down', observed({ outage: reading(3) }), ['critical', 'rollback']],
  ['less than no outage', observed({ outage: reading(-1) }), ['none', 'evaluate', 'inconclusive']],
  // Burn rate.
  ['2 % errors where 0.1 % are allowed', errors(0.02), ['high', 'quick-fix-then-rollback'], { slo: 0.999 }],
  ['0.7 % errors where 0.1 % are allowed', errors(0.007), ['medium', 'evaluate'], { slo: 0.999 }],
  ['2 % errors where 1 % is allowed', errors(0.02), ['low', 'fix-forward'], { slo: 0.99 }],
  // What is not known.
  [
    'no data',
    observed({ long: window('no data', { requests: 'no data' }) }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  [
    'no traffic',
    observed({ long: window('no traffic (NaN)', { requests: 0 }) }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  [
    '99 requests, all of them failed',
    observed({ long: window(1, { requests: 99 }) }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  [
    '100 requests are enough',
    observed({ long: window(0.5, { requests: 100 }) }),
    ['high', 'quick-fix-then-rollback'],
  ],
  [
    'no data, and told to roll back then',
    observed({ long: window('no data') }),
    ['none', 'rollback', 'inconclusive'],
    { onInconclusive: 'rollback' },
  ],
  [
    'no data, and told to pass then',
    observed({ long: window('no data') }),
    ['none', 'none', 'inconclusive'],
    { onInconclusive: 'pass' },
  ],
  [
    'few errors, latency not known',
    observed({ long: window(0, { latency: 'no data' }) }, { baseline: GOOD }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  [
    '45 % errors, latency not known: bad enough',
    observed({ long: window(0.45, { latency: 'no data' }) }, { baseline: GOOD }),
    ['high', 'quick-fix-then-rollback'],
  ],
  [
    '12 % errors, latency not known',
    observed({ long: window(0.12, { latency: 'no data' }) }, { baseline: GOOD }),
    ['medium', 'evaluate', 'inconclusive'],
  ],
  [
    'latency without anything to compare with',
    observed({ long: window(undefined, { latency: 3 }) }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  ['outage not known', observed({ outage: reading('no data') }), ['none', 'evaluate', 'inconclusive']],
  [
    'a partial answer',
    observed({ long: window('the answer may not be whole: 1 store is down') }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  ['nothing asked at all', observed({}), ['none', 'evaluate', 'inconclusive']],
  ['no look at all', observed({}, { looks: [] }), ['none', 'evaluate', 'inconclusive']],
  // Alerts.
  ['an alert that asks for a rollback', alerts('critical'), ['critical', 'rollback']],
  ['one labelled high', alerts('high'), ['high', 'rollback']],
  ['one labelled page', alerts('page'), ['critical', 'rollback']],
  ['one that fired before the deploy', alerts('critical', DEPLOYED - 60), ['critical', 'evaluate']],
  [
    'one labelled medium, and nothing else known: the rule’s word is enough',
    observed({
      long: window('no data'),
      alerts: { items: [{ name: 'Burn', severity: 'medium', since: NOW - 60 }] },
    }),
    ['medium', 'rollback'],
  ],
  ['one labelled low that fired before the deploy', alerts('low', DEPLOYED - 60), ['low', 'none']],
  ['one labelled Warning', alerts('Warning'), ['medium', 'rollback']],
  ['one labelled High', alerts('High'), ['high', 'rollback']],
  ['one labelled low: nobody rolls back for it', alerts('low'), ['low', 'fix-forward']],
  [
    'one of Alertmanager that may have waited since before the deploy',
    observed({
      alerts: { items: [{ name: 'A', severity: 'high', since: DEPLOYED + 30, isWaitUnknown: true }] },
    }),
    ['high', 'evaluate'],
  ],
  ['no alert', observed({ alerts: { items: [] } }), ['none', 'none']],
  [
    'an Alertmanager that does not answer',
    observed({ alerts: { reason: 'no answer' } }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  // Pods alone.
  ['all pods ready', pods({}), ['none', 'none']],
  ['one of ten not ready', pods({ ready: 9, readyOfNewest: 9 }), ['medium', 'evaluate']],
  ['half of them not ready', pods({ ready: 5, readyOfNewest: 5 }), ['high', 'quick-fix-then-rollback']],
  ['none ready', pods({ ready: 0, readyOfNewest: 0 }), ['critical', 'rollback']],
  [
    'one in a crash loop while the old ones serve',
    pods({ readyOfNewest: 9, terminalFailure: 'pod web-1 is in CrashLoopBackOff' }),
    ['high', 'quick-fix-then-rollback'],
  ],
  ['one restart', pods({ restarts: 1 }), ['low', 'fix-forward']],
  ['three restarts', pods({ restarts: 3 }), ['high', 'quick-fix-then-rollback']],
  ['scaled to zero', pods({ wanted: 0, ready: 0, readyOfNewest: 0 }), ['none', 'none']],
  [
    'a cluster that does not answer',
    observed({ pods: { reason: 'no answer' } }),
    ['none', 'evaluate', 'inconclusive'],
  ],
  // What people say.
  ['data corruption', given({ 'data-corruption': true }), ['critical', 'rollback']],
  ['a security breach', given({ 'security-breach': true }), ['critical', 'rollback']],
  ['major functionality broken', given({ impact: 'major' }), ['high', 'quick-fix-then-rollback']],
  ['minor features broken', given({ impact: 'minor' }), ['medium', 'evaluate']],
  ['cosmetic issues', given({ impact: 'cosmetic' }), ['low', 'fix-forward']],
  [
    'the worst of several counts',
    given({ 'error-rate': 0.05, slowdown: 0.6, impact: 'cosmetic' }),
    ['high', 'quick-fix-then-rollback'],
  ],
  ['all told to be well', given({ 'error-rate': 0, slowdown: 0, outage: false }), ['none', 'none']],
  // Never in a loop.
  [
    'a deploy after an older rollback',
    remembering({ last: { id: '1-1', at: NOW - 86_400, isCurrent: false } }),
    ['high', 'quick-fix-then-rollback'],
  ],
  [
    'a rollback an hour ago, nothing deployed since',
    remembering({ last: { id: '1-1', at: NOW - 3600, isCurrent: true } }),
    ['high', 'evaluate'],
  ],
  [
    'a rollback a minute ago, deployed again since',
    remembering({ last: { id: '1-1', at: NOW - 60, isCurrent: false } }),
    ['high', 'evaluate'],
  ],
  ['an outage a minute after a rollback', remembered({ outage: reading(1) }), ['critical', 'evaluate']],
  [
    'what asks for no rollback, a minute after one',
    remembered({ long: window(0.05) }),
    ['low', 'fix-forward'],
  ],
  [
    'the same without a cooldown to speak of',
    remembering({ last: { id: '1-1', at: NOW - 60, isCurrent: false } }),
    ['high', 'quick-fix-then-rollback'],
    { cooldown: 10 },
  ],
  [
    'a rollback an hour ago, nothing deployed since, beside a workload that has seen an older one',
    observed(
      { long: window(0.5) },
      {
        baseline: GOOD,
        memory: [
          {
            workload: 'deployment/web',
            since: DEPLOYED,
            last: { id: '9-1', at: NOW - 3600, isCurrent: true },
          },
          {
            workload: 'deployment/api',
            since: NOW - 50_000,
            last: { id: '1-1', at: NOW - 90_000, isCurrent: false },
          },
        ],
      },
    ),
    ['high', 'evaluate'],
  ],
  [
    'the same, where that one was deployed since',
    observed(
      { long: window(0.5) },
      {
        baseline: GOOD,
        memory: [
          {
            workload: 'deployment/web',
            since: NOW - 9000,
            last: { id: '9-1', at: NOW - 3600, isCurrent: true },
          },
          {
            workload: 'deployment/api',
            since: DEPLOYED,
            last: { id: '1-1', at: NOW - 90_000, isCurrent: false },
          },
        ],
      },
    ),
    ['high', 'quick-fix-then-rollback'],
  ],
  [
    'a deploy of last week',
    observed({ long: window(0.5) }, { deployedAt: NOW - 7 * 86_400 }),
    ['high', 'evaluate'],
  ],
];

test('names are different, so that each situation is one', () => {
  expect(new Set(SITUATIONS.map(([name]) => name)).size).toBe(SITUATIONS.length);
});

for (const [name, observation, [severity, decision, result = 'judged'], more] of SITUATIONS)
  test(name, () => {
    const judgement = judge(observation, settings(more));
    expect([judgement.severity, judgement.decision, judgement.result]).toEqual([severity, decision, result]);
    expect(judgement.message).toMatch(/^[A-Z][^\n]*\.$/);
  });

test('each level has its time to decide, counted from when it began', () => {
  const minutes = (observation: Observation) => ((judge(observation, settings()).decideBy ?? 0) - NOW) / 60;
  expect([errors(1), errors(0.5), errors(0.12), errors(0.05)].map(minutes)).toEqual([5, 15, 30, 60]);
  expect(minutes(observed({ long: window('no data') }))).toBe(30);
  expect(minutes(alerts('critical', NOW - 120))).toBe(3);
  expect(minutes(alerts('low', NOW - 120))).toBe(60);
  expect(judge(errors(0), settings()).decideBy).toBeNull();
});

/** What is said with a decision, word by word. */
import { expect, test } from '@jest/globals';
import { judge } from '../../src/assess/judge.ts';
import type { Observation, Settings } from '../../src/assess/observation.ts';
import {
  alerts,
  DEPLOYED,
  errors,
  given,
  NOW,
  observed,
  reading,
  remembering,
  settings,
  window,
} from './fixtures.ts';

const say = (observation: Observation, more: Partial<Settings> = {}) =>
  judge(observation, settings(more)).message;

test('the sentence says what, how bad, and what to do', () => {
  expect(say(errors(0.452))).toBe(
    'Roll back unless a quick fix helps: 45.2 % of requests fail (0.1 % before the deploy) (high).',
  );
  expect(say(errors(0.45, window(0.45)))).toBe(
    'Look closer before anything is rolled back: 45 % of requests fail (45 % before the deploy, which is not a clear difference) (high), but it was so before the deploy, and a rollback would not help.',
  );
  expect(say(observed({ long: window('no data', { latency: 'no data' }) }))).toBe(
    'Look closer before anything is rolled back, because it is unknown how the service is (error-rate, slowdown: no data).',
  );
  expect(say(alerts('low', DEPLOYED - 60))).toBe(
    'All is well: HighErrorRate fires, and did before the deploy already (low).',
  );
  expect(say(remembering({ last: { id: '41-1', at: NOW - 60, isCurrent: true } }))).toMatch(
    /, but rollback 41-1 was made 60 s ago and nothing was deployed since, so another would not help\.$/,
  );
});

test('the sentence has the three first reasons of the worst level, or all that is well', () => {
  const bad = { 'error-rate': 0.4, slowdown: 0.6, impact: 'major' } as const;
  expect(say(given({ ...bad, outage: false }))).toBe(
    'Roll back unless a quick fix helps: 40 % of requests fail, as given; 60 % slower than before, as given; the impact is major, as given (high).',
  );
  const isFinal = {
    wanted: 10,
    ready: 10,
    readyOfNewest: 9,
    restarts: 0,
    terminalFailure: 'pod web-1 is in CrashLoopBackOff',
  };
  expect(
    say(
      observed(
        { pods: { items: [{ workload: 'deployment/web', ...isFinal }] }, given: bad },
        { deployedAt: null },
      ),
    ),
  ).toBe(
    'Roll back unless a quick fix helps: deployment/web cannot start: pod web-1 is in CrashLoopBackOff; 40 % of requests fail, as given; 60 % slower than before, as given (high).',
  );
  expect(say(given({ 'error-rate': 0, outage: false, impact: undefined }))).toBe(
    'All is well: 0 % of requests fail, as given; no outage, as given.',
  );
});

test('what is not known is said with each reason once, and with what is known', () => {
  const lacks = 'because it is unknown how the service is';
  expect(say(observed({}))).toBe(
    `Look closer before anything is rolled back, ${lacks} (nothing was queried).`,
  );
  const unknown = observed({ outage: reading('no data'), alerts: { reason: 'no answer' } });
  expect(say(unknown, { onInconclusive: 'pass' })).toBe(
    `It is unknown whether all is well, ${lacks} (outage: no data; alerts: no answer).`,
  );
  expect(say(unknown, { onInconclusive: 'rollback' })).toBe(
    `Roll back, ${lacks} (outage: no data; alerts: no answer).`,
  );
  const partly = (impact: 'minor' | undefined) =>
    observed({ outage: reading('no data'), given: { impact, slowdown: 0 } }, { deployedAt: null });
  expect(say(partly('minor'))).toBe(
    `Look closer before anything is rolled back, ${lacks} (outage: no data; what is known: the impact is minor, as given (medium)).`,
  );
  expect(say(partly(undefined))).toBe(
    `Look closer before anything is rolled back, ${lacks} (outage: no data; what is known: 0 % slower than before, as given).`,
  );
});

test('a rollback that an alert demands names the alert, and not what was as bad before the deploy', () => {
  const old = window(0.45);
  const both = observed(
    { long: old, alerts: { items: [{ name: 'Burn', severity: 'warning', since: NOW - 60 }] } },
    { baseline: old },
  );
  expect(judge(both, settings())).toMatchObject({
    decision: 'rollback',
    severity: 'high',
    message: 'Roll back: Burn fires (medium).',
  });
});

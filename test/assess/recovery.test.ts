/** Looking on: after a rollback until all is well, and while somebody tries a quick fix. */
import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/assess/judge.ts';
import type { Observation, Sample } from '../../src/assess/observation.ts';
import { afterRollback, isWellAgain, quickFixEnd } from '../../src/assess/recovery.ts';
import { parseSignals, renderEvidence } from '../../src/assess/signals.ts';
import { DEPLOYED, GOOD, NOW, settings, window } from './fixtures.ts';

const seen = (...rates: (number | string)[]): Observation => ({
  deployedAt: DEPLOYED,
  baseline: GOOD,
  memory: [],
  looks: rates.map((rate): Sample => ({ at: NOW, long: window(rate), short: window(rate) })),
});
const inFix = settings({ consecutive: 3, planned: 30 });

describe('after a rollback', () => {
  const usual = afterRollback(settings(), false);

  test.each<[string, number | string, boolean]>([
    ['0.04 % of errors are', 0.0004, true],
    ['0.5 % of errors are not, which the runbook has at 0.1 %', 0.005, false],
    ['what nobody knows is not', 'no series', false],
  ])('%s well again', (_, rate, isWell) => {
    expect(isWellAgain(seen(rate), usual)).toBe(isWell);
  });

  test('what was as before the deploy is well, whatever the runbook says', () => {
    const before = { ...window(0.005, { requests: 50_000 }), seconds: 1800 };
    expect(isWellAgain({ ...seen(0.005), baseline: before }, usual)).toBe(true);
  });

  test('where low begins is the user’s to say', () => {
    expect(isWellAgain(seen(0.005), afterRollback(settings(), true))).toBe(true);
  });

  test('the newest look counts alone', () => {
    expect(isWellAgain(seen(0.4, 0.4, 0.0004), usual)).toBe(true);
  });

  test('nobody waits for what will never be known', () => {
    const { baseline: _, ...alone } = seen(0.0004);
    const looks = [{ at: NOW, long: window(0.0004, { latency: 0.2 }) }];
    expect(isWellAgain({ ...alone, looks }, usual)).toBe(true);
    expect(judge({ ...alone, looks }, usual).result).toBe('inconclusive');
  });
});

describe('a quick fix', () => {
  test.each<[string, (number | string)[], ReturnType<typeof quickFixEnd>]>([
    ['has helped after enough looks in a row that are well', [0.4, 0.0004, 0.0004, 0.0004], 'helped'],
    ['is waited for while it is as bad as it was', [0.4, 0.4, 0.4], undefined],
    ['is waited for where nobody knows', ['no series', 'no series', 'no series'], undefined],
    ['is waited for where it is better and not good', [0.2, 0.2, 0.2], undefined],
    ['is not waited for where it has become an outage', [0.4, 0.97, 0.97, 0.97], 'worse'],
  ])('%s', (_, rates, end) => {
    expect(quickFixEnd(seen(...rates), inFix)).toBe(end);
  });

  test('has helped while the long window still remembers, and not where one short one was bad', () => {
    const looks = (...short: number[]) => ({
      ...seen(),
      looks: short.map((rate): Sample => ({ at: NOW, long: window(0.4), short: window(rate) })),
    });
    expect(quickFixEnd(looks(0.0004, 0.0004, 0.0004), inFix)).toBe('helped');
    expect(quickFixEnd(looks(0.0004, 0.4, 0.0004), inFix)).toBeUndefined();
  });

  test('that a user’s rule for what nobody knows would roll back is waited for all the same', () => {
    expect(quickFixEnd(seen('?', '?', '?'), { ...inFix, onInconclusive: 'rollback' })).toBeUndefined();
  });

  const over = { ...inFix, afterQuickFix: true };
  test.each<[string, (number | string)[], string]>([
    ['as bad as it was goes back', [0.4, 0.4, 0.4], 'rollback'],
    ['better and not good goes back', [0.2, 0.2, 0.2], 'rollback'],
    ['not known to be well goes back', ['no series', 'no series', 'no series'], 'rollback'],
    ['well stays', [0.0004, 0.0004, 0.0004], 'none'],
    ['nearly well stays', [0.05, 0.05, 0.05], 'fix-forward'],
  ])('whose time is over: what is %s', (_, rates, decision) => {
    expect(judge(seen(...rates), over).decision).toBe(decision);
  });

  test('whose time is over says why', () => {
    expect(judge(seen(0.4, 0.4, 0.4), over).message).toMatch(
      /^Roll back, because no quick fix has helped in time: 40 % of requests fail .* \(high\)\.$/,
    );
    expect(judge(seen('no series'), over).message).toMatch(
      /^Roll back, because no quick fix has helped in time: unknown are error-rate: no series\.$/,
    );
  });

  test('during which somebody has rolled back is for a person', () => {
    const last = { id: '41-1', at: NOW - 60, isCurrent: true };
    const memory = [{ workload: 'deployment/web', since: DEPLOYED, last }];
    const { decision, message } = judge({ ...seen(0.4, 0.4, 0.4), memory }, over);
    expect(decision).toBe('evaluate');
    expect(message).toMatch(/rollback 41-1 was made 60 s ago/);
  });

  test('is in the evidence, which gives the same answer again', () => {
    const evidence = { observation: seen(0.4, 0.4, 0.4), settings: over };
    const again = parseSignals(renderEvidence(evidence));
    if (!('evidence' in again)) throw new Error('This is no evidence.');
    expect(judge(again.evidence.observation, again.evidence.settings)).toEqual(
      judge(evidence.observation, evidence.settings),
    );
  });
});

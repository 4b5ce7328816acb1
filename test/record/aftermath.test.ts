/** What "resolved" rests on, what was asked of a person, and since when times count. */
import { describe, expect, test } from '@jest/globals';
import type { RecordEvent } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { action, at, event, workload } from './events.ts';

const told = (events: readonly RecordEvent[]) => storyOf(events, '7-1');
const BACK = [
  ...action('rollback-service', [0, 60]),
  ...workload('web', [1, 2, 40]),
  event(41, { component: 'deployment/web', step: 'health check', status: 'done' }),
];
const look = (status: RecordEvent['status'], outputs: object = {}, result = 'judged') =>
  action('assess', [70, 80], status, {
    evidence: { result, outputs },
    message: 'All is well: 0.04 % of requests fail.',
  });

describe('resolved', () => {
  test('is what health checks say where nobody has looked', () => {
    expect(told(BACK).standing).toBe('resolved');
  });

  test.each<[string, RecordEvent[], string]>([
    ['finds all well is', look('done', { severity: 'none', decision: 'none' }), 'resolved'],
    ['finds a little is not', look('done', { severity: 'low', decision: 'fix-forward' }), 'unconfirmed'],
    [
      'does not know is not',
      look('done', { severity: 'none', decision: 'evaluate' }, 'inconclusive'),
      'unconfirmed',
    ],
    ['fails is not', look('failed'), 'unconfirmed'],
    ['finds it bad is not', look('done', { severity: 'high', decision: 'rollback' }), 'unhealthy'],
  ])('by a look that %s', (_, events, standing) => {
    expect(told([...BACK, ...events]).standing).toBe(standing);
  });

  test('is nothing of which a smoke test failed', () => {
    const smoke = (status: 'done' | 'failed', test: string) =>
      event(50, { component: 'smoke-test', step: `run ${test}`, status });
    const passed = [smoke('done', 'npm run smoke'), smoke('done', 'npm run login')];
    expect(told([...BACK, ...passed])).toMatchObject({
      standing: 'resolved',
      smokeTests: { passed: 2, total: 2 },
    });
    const { recovery } = told([...BACK, ...passed, smoke('failed', 'npm run login')]);
    expect(recovery).toMatchObject({ state: 'contradicted', because: ['1 of 2 smoke tests did not pass'] });
  });

  test('does not become later by what was tested', () => {
    const smoke = event(500, { component: 'smoke-test', step: 'run npm run smoke', status: 'done' });
    expect(told([...BACK, smoke]).seconds).toBe(told(BACK).seconds);
  });
});

describe('a question', () => {
  const asked = (step: string) =>
    event(5, {
      component: 'decision',
      step,
      status: 'done',
      message: 'Look closer.',
      evidence: { until: at(1800), asked: at(5), signals: ['error-rate: 20 % of requests fail'], by: 'ada' },
    });

  test.each([
    ['ask', 'open'],
    ['remind', 'reminder'],
    ['time over', 'over'],
    ['settle', 'settled'],
  ])('%s: nothing was changed, and it is %s', (step, state) => {
    const { standing, outcome, question } = told([...action('rollback', [0]), asked(step)]);
    expect([standing, outcome, question?.state, question?.until]).toEqual([
      'asked',
      'no-op',
      state,
      at(1800),
    ]);
  });

  test('that was answered is told by what came of it', () => {
    expect(told([...action('rollback', [0]), asked('answer'), ...BACK]).standing).not.toBe('asked');
  });
});

test('K10: times count from the first attempt, also where its record is gone', () => {
  const began = event(0, {
    component: 'attempt',
    step: 'take over',
    status: 'done',
    evidence: { began: at(-30).replace('Z', '000Z') },
  });
  const { started, seconds } = told([began, ...BACK]);
  expect([started, seconds]).toEqual([at(-30), (told(BACK).seconds ?? 0) + 30]);
});

test('K10: what the attempt that died has put back counts, with its time and its loss', () => {
  const takeOver = event(0, {
    ...{ component: 'attempt', step: 'take over', status: 'done' },
    evidence: { began: at(-30) },
  });
  const found = [
    event(1, {
      ...{ component: 'database/shop', step: 'switch', status: 'no-op' },
      evidence: { earlier: at(-20), 'data-loss': { seconds: 60, tables: [{ lost: 3, changed: 0 }] } },
    }),
    event(2, {
      ...{ component: 'deployment/web', step: 'roll back', status: 'no-op' },
      evidence: { earlier: at(-10) },
    }),
    event(3, { component: 'deployment/api', step: 'roll back', status: 'no-op' }),
  ];
  const { outcome, components, dataLoss, seconds } = told([takeOver, ...found]);
  expect(outcome).toBe('done');
  expect(components.map(({ component, outcome }) => [component, outcome])).toEqual([
    ['database/shop', 'done'],
    ['deployment/web', 'done'],
    ['deployment/api', 'no-op'],
  ]);
  expect(dataLoss).toMatchObject([{ component: 'database/shop', happened: true }]);
  expect(seconds).toBe(33);
  // The same without an attempt that died: a second run of what has ended finds nothing to do.
  expect(told(found).outcome).toBe('no-op');
});

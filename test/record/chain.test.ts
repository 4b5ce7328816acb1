import { describe, expect, test } from '@jest/globals';
import type { RecordEvent, Status } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { checklistOf } from '../../src/report/checklist.ts';
import { reportOf } from '../../src/report/report.ts';
import { action, at, event, workload } from './events.ts';

/** A step's start and its end. */
const step = (component: string, name: string, [from, to]: [number, number], status: Status = 'done') => [
  event(from, { component, step: name, status: 'started' }),
  event(to, { component, step: name, status, seconds: to - from }),
];
const sent = (seconds: number, name: string) => [
  ...action('notify', [seconds, seconds + 0.5]),
  event(seconds + 0.4, { component: 'notify', step: 'slack', status: 'done', evidence: { event: name } }),
];
const assessed = ([from, to]: [number, number], severity: string) =>
  action('assess', [from, to], 'done', {
    evidence: { result: 'judged', outputs: { severity, decision: 'rollback' } },
  });
const looked = (mode: string, [from, to]: [number, number], result: string) => [
  ...action('verify-integrity', [from, to], 'done', { evidence: { result, outputs: { tables: 5 } } }),
  ...step('database/shop', mode, [from, to]),
];
const healthy = (seconds: number, name: string) =>
  event(seconds, { component: `deployment/${name}`, step: 'health check', status: 'done' });

/** The whole chain in one record, as it is while the action that encloses it is at work, up to the report's own look. */
const parts: RecordEvent[] = [
  ...assessed([1, 2], 'critical'),
  ...sent(2, 'started'),
  ...looked('capture', [3, 5], 'captured'),
  ...action('rollback-db', [5, 20]),
  ...step('database/shop', 'create side database', [6, 7]),
  ...step('database/shop', 'restore', [7, 19]),
  event(19, {
    component: 'database/shop',
    step: 'data loss',
    status: 'done',
    evidence: { 'data-loss': { tables: [] } },
  }),
  // Its phase is only to plan: that is not a dry run.
  ...action('rollback-infra', [8, 10], 'planned').map((each) => ({
    ...each,
    evidence: { 'dry-run': false },
  })),
  event(10, { component: 'terraform/infra', step: 'roll back', status: 'planned', message: '1 to change' }),
  ...action('rollback-service', [21, 30]),
  ...workload('api', [21, 22, 28]),
  ...workload('web', [21, 22, 29]),
  healthy(28, 'api'),
  healthy(29, 'web'),
  ...sent(30, 'progress'),
  ...action('rollback-db', [31, 36]),
  ...step('database/shop', 'hold traffic', [31, 32]),
  ...step('database/shop', 'switch', [32, 34]),
  ...step('database/shop', 'resume traffic', [34, 36]),
  ...action('rollback-infra', [36, 40]),
  ...step('terraform/infra', 'roll back', [36, 40]),
  ...action('rollback-service', [41, 50], 'no-op'),
  ...workload('api', [41, 42, 47], { status: 'no-op' }),
  ...workload('web', [41, 42, 49], { status: 'no-op' }),
  healthy(47, 'api'),
  healthy(49, 'web'),
  ...action('clear-cache', [50, 52]),
  ...step('cache', 'clear shop:*', [50, 52]),
  ...action('switch-dns', [52, 60]),
  ...step('dns', 'switch A shop.example', [52, 60]),
  ...looked('compare', [60, 62], 'intact'),
  ...assessed([62, 64], 'none'),
];
const chain = (events: readonly RecordEvent[], ...more: RecordEvent[][]) =>
  [...action('rollback', [0]), ...events, ...more.flat()].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );
const until = (seconds: number) => parts.filter((each) => Date.parse(each.at) <= Date.parse(at(seconds)));

describe('a whole chain inside one action', () => {
  const inside = storyOf(chain(parts, action('notify', [65]), action('report', [65])));

  test('is done before the action that encloses it has ended', () => {
    expect(inside).toMatchObject({
      outcome: 'done',
      started: at(0),
      ended: at(60),
      seconds: 60,
      counts: { done: 6, failed: 0, total: 6 },
      openItems: [],
      integrity: { result: 'intact' },
    });
    expect(inside.components.map(({ component, outcome, ended }) => [component, outcome, ended])).toEqual([
      ['database/shop', 'done', at(36)],
      ['terraform/infra', 'done', at(40)],
      ['deployment/api', 'done', at(47)],
      ['deployment/web', 'done', at(49)],
      ['cache', 'done', at(52)],
      ['dns', 'done', at(60)],
    ]);
  });

  test('is told the same once that has ended', () => {
    const end = event(70, {
      component: 'rollback',
      step: 'action',
      status: 'done',
      evidence: { outputs: { severity: 'low', decision: 'rollback' } },
      message: 'Rolled back.',
    });
    const after = storyOf(chain(parts, sent(65, 'completed'), action('report', [66, 68]), [end]));
    const { events: _, actions: __, deliveries: ___, ...same } = inside;
    expect(after).toMatchObject(same);
  });

  test('how bad it was and how well it is are two things', () => {
    expect(inside.assessment).toMatchObject({ severity: 'critical' });
    expect(inside.aftermath).toMatchObject({ severity: 'none' });
    const states = new Map(checklistOf(inside, []).map(({ item, state }) => [item, state]));
    for (const item of [
      'All services rolled back successfully',
      'Health checks passing',
      'Data integrity verified',
      'Performance metrics normal',
      'Error rates below threshold',
    ])
      expect([item, states.get(item)]).toEqual([item, 'done']);
  });

  test('an analysis after the comparison takes nothing back', () => {
    const analyzed = looked('analyze', [63, 64], 'analyzed');
    expect(storyOf(chain(parts, analyzed)).integrity?.result).toBe('intact');
    expect(storyOf(chain(parts, looked('capture', [63, 64], 'captured'))).integrity?.result).toBe('captured');
  });
});

describe('on the way', () => {
  const states = (seconds: number) => {
    const { outcome, components, ended } = storyOf(chain(until(seconds)));
    return {
      outcome,
      ended,
      ...Object.fromEntries(components.map((each) => [each.component, each.outcome])),
    };
  };

  test('nothing has begun but the look: running', () => {
    expect(states(2)).toEqual({ outcome: 'running', ended: undefined });
  });

  test('a database that is only prepared is not back', () => {
    expect(states(20)).toEqual({
      outcome: 'running',
      'database/shop': 'running',
      'terraform/infra': 'planned',
    });
    const alone = storyOf(until(20));
    expect(alone.openItems).toContain('database/shop was begun and has not ended.');
  });

  test('what is planned again after it went back has gone back', () => {
    expect(states(41)).toMatchObject({
      outcome: 'running',
      'deployment/api': 'done',
      'deployment/web': 'done',
    });
  });

  test('what is being proven is on its way', () => {
    expect(states(45)).toMatchObject({ outcome: 'running', 'deployment/api': 'running' });
  });

  test('killed between two parts, what was planned is open', () => {
    const { outcome, openItems } = storyOf(chain(until(35.9)));
    expect(outcome).toBe('running');
    expect(openItems).toEqual([
      'rollback-db began and has not ended.',
      'database/shop was begun and has not ended.',
      'terraform/infra was planned and has not begun.',
    ]);
  });
});

describe('a chain that does not end well', () => {
  test('a proof that fails is a failure of the workload', () => {
    const proof = [
      ...action('rollback-service', [41, 50], 'failed', { message: '1 of 2 workloads failed.' }),
      ...workload('api', [41, 42, 47], { status: 'no-op' }),
      ...workload('web', [41, 42, 49], { status: 'failed', message: 'it is not healthy' }),
    ];
    const story = storyOf(chain(until(40), proof, action('notify', [51])));
    expect(story).toMatchObject({ outcome: 'failed', counts: { done: 3, failed: 1 } });
    expect(story.openItems).toEqual(['deployment/web failed: it is not healthy.']);
  });

  test('the part says why, before the action that encloses it and one that only tells', () => {
    const events = chain(
      action('notify', [1, 2], 'failed', { message: 'Slack was not reached.' }),
      action('clear-cache', [2, 4], 'failed', { message: 'The cache cannot be reached.' }),
      [event(9, { component: 'rollback', step: 'action', status: 'failed', message: 'A part failed.' })],
    );
    const nothing = { objectives: [], history: [], checklist: [], brokenLines: [] };
    expect(reportOf(storyOf(events), nothing).sentence).toBe(
      'The rollback of production failed; The cache cannot be reached.',
    );
  });

  test('one that is refused before its first part has failed', () => {
    const end = (status: Status) => [
      event(3, { component: 'rollback', step: 'action', status, message: 'No.' }),
    ];
    expect(storyOf(chain(assessed([1, 2], 'high'), end('failed')))).toMatchObject({ outcome: 'failed' });
    expect(storyOf(chain(assessed([1, 2], 'low'), end('no-op')))).toMatchObject({ outcome: 'no-op' });
  });

  test('a dry run is planned, inside and after', () => {
    const dry = [
      ...action('rollback', [0, 9], 'planned'),
      ...action('rollback-service', [1, 3], 'planned'),
      ...workload('api', [2]),
    ];
    expect(storyOf(dry)).toMatchObject({ outcome: 'planned', dryRun: true });
    expect(storyOf(dry.filter((each) => each.at !== at(9)))).toMatchObject({ outcome: 'planned' });
  });

  test('a second attempt that finds a workload where it should be does not make it later', () => {
    const again = [
      ...action('rollback', [100, 130]),
      ...action('rollback-service', [101, 110], 'no-op'),
      ...workload('api', [101, 102, 105], { status: 'no-op' }),
      healthy(105, 'api'),
    ];
    const story = storyOf(chain(until(30), again));
    expect(story.components.find(({ component }) => component === 'deployment/api')).toMatchObject({
      outcome: 'done',
      ended: at(28),
    });
  });
});

test('a look at a database alone is not a rollback', () => {
  expect(storyOf(looked('compare', [0, 2], 'intact'))).toMatchObject({ outcome: undefined, components: [] });
});

import { describe, expect, test } from '@jest/globals';
import type { RecordEvent } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { checklistOf } from '../../src/report/checklist.ts';
import type { ChecklistItem } from '../../src/report/schema.ts';
import { action, event, workload } from '../record/events.ts';

const RUNBOOK = [
  'All services rolled back successfully',
  'Health checks passing',
  'Data integrity verified',
  'Performance metrics normal',
  'Error rates below threshold',
  'Customer communication sent',
  'Incident report created',
  'Post-mortem scheduled',
  'Root cause analysis started',
  'Monitoring alerts cleared',
  'Rollback documented',
  'Stakeholders notified',
];

const service = action('rollback-service', [0, 65]);
const check = (...events: readonly RecordEvent[][]) => checklistOf(storyOf(events.flat()), []);
const item = (name: string, ...events: readonly RecordEvent[][]): Partial<ChecklistItem> => {
  const { item: _, ...rest }: Partial<ChecklistItem> =
    check(...events).find((each) => each.item === name) ?? {};
  return rest;
};
const healthy = (name: string) => [
  ...workload(name, [1, 2, 9]),
  event(8, { component: `deployment/${name}`, step: 'health check', status: 'done' }),
];
const delivery = (sink: string, about: string, status: RecordEvent['status']) => [
  event(70, { component: 'notify', step: sink, status, evidence: { event: about } }),
];

test("it is the runbook's, and every item that is for a human has an owner", () => {
  const items = check(service, workload('api', [1, 2, 9]));
  expect(items.map((each) => each.item)).toEqual(RUNBOOK);
  for (const each of items) {
    expect([each.item, each.state === 'human', each.owner !== undefined]).toEqual([
      each.item,
      each.state === 'human',
      each.state === 'human',
    ]);
  }
});

test('own items are for humans, with their owner in parentheses', () => {
  expect(checklistOf(storyOf(service), ['Run the smoke tests (QA)', 'Call the bank']).slice(12)).toEqual([
    { item: 'Run the smoke tests', state: 'human', owner: 'QA' },
    { item: 'Call the bank', state: 'human', owner: 'incident commander' },
  ]);
});

test('after a dry run nothing applies', () => {
  const items = checklistOf(storyOf([...action('rollback-service', [0, 1], 'planned')]), ['Mine']);
  expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['not-applicable']));
});

describe('services', () => {
  const found = (...events: readonly RecordEvent[][]) =>
    item('All services rolled back successfully', ...events);
  test('done where all are back, and says what was left', () => {
    expect(found(service, workload('api', [1, 2, 3]))).toEqual({
      state: 'done',
      evidence: '1 of 1 are back',
    });
    expect(
      found(service, workload('api', [1, 2, 3]), workload('one', [1, 2, 2], { status: 'skipped' })),
    ).toEqual({
      state: 'done',
      evidence: '1 of 2 are back, 1 left as they are',
    });
  });
  test.each([
    ['failed', workload('api', [1, 2, 3], { status: 'failed' })],
    ['was not ended', workload('api', [1, 2])],
    ['was not begun', workload('api', [1])],
  ])('failed where one %s', (_, events) => {
    expect(found(service, events)).toEqual({
      state: 'failed',
      evidence: '0 of 1 are back; not deployment/api',
    });
  });
  test('not applicable where nothing went back', () => {
    expect(found(service, workload('one', [1, 2, 2], { status: 'skipped' }))).toEqual({
      state: 'not-applicable',
      evidence: 'nothing went back: 1 left as they are',
    });
  });
  test('not applicable without services, failed where that was a failure', () => {
    expect(found(service).state).toBe('not-applicable');
    expect(found(action('rollback-db', [0, 1], 'failed')).state).toBe('failed');
  });
});

describe('health checks', () => {
  const found = (...events: readonly RecordEvent[][]) => item('Health checks passing', ...events);
  test('done where all passed one', () => {
    expect(found(service, healthy('a'), healthy('b'))).toEqual({
      state: 'done',
      evidence: '2 of 2 passed theirs',
    });
  });
  test('of workloads alone: a database has none', () => {
    const database = event(9, { component: 'database/shop', step: 'restore', status: 'done' });
    expect(found(service, healthy('a'), [database])).toEqual({
      state: 'done',
      evidence: '1 of 1 passed theirs',
    });
  });
  test('for a human where one had none', () => {
    expect(found(service, healthy('a'), workload('b', [1, 2, 3]))).toMatchObject({
      state: 'human',
      evidence: '1 of 2 have passed a health check (input health)',
    });
  });
  test('failed where one is not healthy', () => {
    const ill = workload('b', [1, 2, 3], {
      status: 'failed',
      message: 'deployment/b is rolled out but not healthy: 500',
    });
    expect(found(service, healthy('a'), ill)).toEqual({
      state: 'failed',
      evidence: 'deployment/b is not healthy',
    });
  });
});

describe('data integrity', () => {
  const found = (...events: readonly RecordEvent[][]) => item('Data integrity verified', ...events);
  const checked = (result: string) =>
    action('verify-integrity', [70, 71], 'done', { evidence: { result }, message: 'Looked.' });
  const database = action('rollback-db', [0, 9]);
  test.each([
    ['done', [database, checked('intact')]],
    ['failed', [database, checked('drift')]],
    ['failed', [database, action('verify-integrity', [70, 71], 'failed')]],
    ['human', [database]],
    ['human', [database, checked('captured')]],
    ['not-applicable', [service]],
  ])('%s', (state, events) => {
    expect(found(...events).state).toBe(state);
  });
});

describe('metrics count where they were looked at after the rollback', () => {
  const found = (...events: readonly RecordEvent[][]) => item('Error rates below threshold', ...events);
  const look = (seconds: number, severity: string, result = 'judged') =>
    action('assess', [seconds, seconds + 1], 'done', { evidence: { result, outputs: { severity } } });
  test.each([
    ['done', [service, look(70, 'none')]],
    ['failed', [service, look(70, 'high')]],
    ['human', [service, look(70, 'none', 'inconclusive')]],
    ['human', [look(-9, 'critical'), service]],
    ['human', [service]],
  ])('%s', (state, events) => {
    expect(found(...events).state).toBe(state);
    expect(item('Performance metrics normal', ...events).state).toBe(state);
  });
});

describe('of what was looked at after the rollback each item says its own', () => {
  const looked = (...rows: [string, string][]) =>
    action('assess', [70, 71], 'done', {
      evidence: {
        result: 'judged',
        outputs: {
          severity: 'none',
          evidence: rows.map(([signal, severity]) => ({
            signal,
            severity,
            message: `${signal}: ${severity}`,
          })),
        },
      },
    });
  test.each<[string, [string, string][], string, string]>([
    [
      'Error rates below threshold',
      [['pods', 'none']],
      'human',
      'the check of the metrics did not ask for it',
    ],
    [
      'Performance metrics normal',
      [['error-rate', 'none']],
      'human',
      'the check of the metrics did not ask for it',
    ],
    [
      'Error rates below threshold',
      [['error-rate', 'unknown']],
      'human',
      'the check of the metrics was inconclusive',
    ],
    [
      'Error rates below threshold',
      [
        ['slowdown', 'high'],
        ['error-rate', 'none'],
      ],
      'done',
      'error-rate: none',
    ],
    [
      'Performance metrics normal',
      [
        ['slowdown', 'high'],
        ['error-rate', 'none'],
      ],
      'failed',
      'slowdown: high',
    ],
  ])('%s: %j', (name, rows, state, evidence) => {
    expect(item(name, service, looked(...rows))).toMatchObject({ state, evidence });
  });
});

describe('who was told', () => {
  test('where it is not known whether it came, that is said', () => {
    const unknown = (sink: string, about: string) => [
      event(70, {
        component: 'notify',
        step: sink,
        status: 'failed',
        evidence: { event: about, status: 'unknown' },
      }),
    ];
    const evidence = 'it is not known whether it reached email';
    expect(item('Customer communication sent', service, unknown('email', 'customer'))).toMatchObject({
      state: 'human',
      evidence,
    });
    expect(item('Stakeholders notified', service, unknown('email', 'completed'))).toMatchObject({
      state: 'human',
      evidence,
    });
    expect(storyOf([...service, ...unknown('slack', 'completed')]).openItems).toEqual([
      'It is not known whether the message "completed" reached slack.',
    ]);
  });

  test.each([
    ['done', delivery('email', 'customer', 'done')],
    ['failed', delivery('email', 'customer', 'failed')],
    ['human', delivery('email', 'customer', 'planned')],
    ['human', delivery('email', 'completed', 'done')],
  ])('customers: %s', (state, events) => {
    expect(item('Customer communication sent', service, events).state).toBe(state);
  });

  test.each([
    ['done', [delivery('slack', 'completed', 'done')]],
    ['done', [delivery('slack', 'completed', 'failed'), delivery('slack', 'completed', 'done')]],
    ['failed', [delivery('slack', 'completed', 'done'), delivery('email', 'completed', 'failed')]],
    ['human', [delivery('slack', 'started', 'done')]],
    ['human', [delivery('slack', 'completed', 'skipped')]],
  ])('stakeholders: %s', (state, events) => {
    expect(item('Stakeholders notified', service, ...events).state).toBe(state);
  });
});

import { describe, expect, test } from '@jest/globals';
import { storyOf } from '../../src/record/story.ts';
import { action, at, event, workload } from './events.ts';

const service = action('rollback-service', [0, 65], 'done', { message: 'Rolled back and serving.' });

test('a database says what was put back, and not that traffic is resumed, which came after it', () => {
  const database = { component: 'database/orders', where: { server: 'db:5432' } };
  const [component] = storyOf([
    event(1, { ...database, step: 'switch', status: 'done', message: 'It was put back.' }),
    event(2, {
      ...database,
      step: 'resume traffic',
      status: 'done',
      message: 'Traffic is resumed: deployment/api.',
    }),
  ]).components;
  expect(component).toMatchObject({ outcome: 'done', message: 'It was put back.' });
});

test('a rollback is told whole', () => {
  const story = storyOf([
    ...service,
    ...workload('api', [1, 2, 60]),
    ...workload('web', [1, 2, 4], { status: 'no-op', message: 'it is there' }),
    event(2, {
      component: 'ConfigMap/settings',
      step: 'put configuration back',
      status: 'done',
      to: 'settings-1',
    }),
  ]);
  expect(story).toMatchObject({
    id: '7-1',
    environment: 'production',
    reason: 'release 2.0.0 does not start',
    actor: 'octocat',
    repository: 'shop/shop',
    sha: 'c0ffee',
    run: 'https://github.example/shop/shop/actions/runs/7/attempts/1',
    dryRun: false,
    started: at(0),
    ended: at(65),
    seconds: 65,
    outcome: 'done',
    counts: { done: 2, failed: 0, total: 2 },
    openItems: [],
    dataLoss: [],
    integrity: undefined,
    assessment: undefined,
  });
  expect(story.actions).toEqual([
    {
      name: 'rollback-service',
      means: 'restores',
      status: 'done',
      started: at(0),
      ended: at(65),
      seconds: 65,
      message: 'Rolled back and serving.',
    },
  ]);
  expect(story.components).toMatchObject([
    {
      component: 'deployment/api',
      from: 'registry.test/api:2.0.0',
      to: 'registry.test/api:1.4.0',
      outcome: 'done',
      started: at(2),
      ended: at(60),
      seconds: 58,
      message: 'it was good',
      configuration: false,
      steps: [{ step: 'roll back', status: 'done', started: at(2), ended: at(60), seconds: 58 }],
    },
    { component: 'deployment/web', outcome: 'no-op' },
    { component: 'ConfigMap/settings', outcome: 'done', configuration: true },
  ]);
});

test('an empty record tells nothing', () => {
  const story = storyOf([]);
  expect(story).toMatchObject({ components: [], actions: [], openItems: [], counts: { total: 0 } });
  for (const key of ['id', 'outcome', 'started', 'ended', 'seconds', 'environment'] as const)
    expect([key, story[key]]).toEqual([key, undefined]);
});

describe('how the whole stands', () => {
  const standing = (...events: Parameters<typeof storyOf>[0][]) => storyOf(events.flat()).outcome;

  test.each(['done', 'failed', 'no-op', 'planned'] as const)('%s, as its action says', (status) => {
    expect(standing(action('rollback-service', [0, 1], status))).toBe(status);
  });

  test('one that failed spoils it, and its later run makes up for it', () => {
    const failed = action('rollback-db', [0, 1], 'failed');
    expect(standing(failed, action('clear-cache', [2, 3]))).toBe('failed');
    expect(standing(failed, action('clear-cache', [2, 3]), action('rollback-db', [4, 5]))).toBe('done');
  });

  test('one that did something among no-ops is done', () => {
    expect(standing(action('rollback-db', [0, 1], 'no-op'), action('clear-cache', [2, 3]))).toBe('done');
  });

  test('data that differs spoils it', () => {
    expect(standing(service, action('verify-integrity', [70, 80], 'failed'))).toBe('failed');
  });

  test('that it was judged, told and accounted for is not a rollback', () => {
    expect(
      standing(action('assess', [0, 1]), action('notify', [2, 3]), action('report', [4])),
    ).toBeUndefined();
  });

  test('a record without actions goes by its components', () => {
    expect(standing(workload('api', [0, 1]))).toBe('running');
    expect(standing(workload('api', [0, 1, 2]))).toBe('done');
    expect(standing(workload('api', [0]))).toBe('planned');
  });
});

describe('a run that was killed', () => {
  const killed = [
    ...action('rollback-service', [0]),
    ...workload('api', [1, 2, 9]),
    ...workload('web', [1, 2]),
    ...workload('job', [1]),
  ];

  test('is running, has no end, and leaves open items', () => {
    const story = storyOf(killed);
    expect(story).toMatchObject({ outcome: 'running', ended: undefined, seconds: undefined });
    expect(story.counts).toEqual({ done: 1, failed: 0, total: 3 });
    expect(story.openItems).toEqual([
      'rollback-service began and has not ended.',
      'deployment/web was begun and has not ended.',
      'deployment/job was planned and has not begun.',
    ]);
  });

  test('and run again under the same id is one rollback, from the first start', () => {
    const again = [
      ...action('rollback-service', [100, 130]),
      ...workload('api', [101, 102, 103], { status: 'no-op', from: 'registry.test/api:1.4.0' }),
      ...workload('web', [101, 102, 110]),
      ...workload('job', [101, 102, 120]),
    ];
    const story = storyOf([...killed, ...again]);
    expect(story).toMatchObject({ outcome: 'done', seconds: 130, counts: { done: 3, total: 3 } });
    expect(story.components).toMatchObject([
      { component: 'deployment/api', outcome: 'done', seconds: 7, from: 'registry.test/api:2.0.0' },
      { component: 'deployment/web', outcome: 'done', seconds: 108 },
      { component: 'deployment/job', outcome: 'done', seconds: 18 },
    ]);
    expect(story.openItems).toEqual([]);
  });
});

test('several rollbacks in one record: the last that put something back, or the one that is named', () => {
  const other = action('rollback-service', [100]).map((each) => ({ ...each, id: '8-1' }));
  const told = [...action('mark-good', [1, 2]), ...action('notify', [200, 201]), ...action('report', [210])];
  const record = [...service, ...other, ...told.map((each) => ({ ...each, id: '9-1' }))];
  expect(storyOf(record)).toMatchObject({ id: '8-1', outcome: 'running' });
  expect(storyOf(record, '7-1')).toMatchObject({ id: '7-1', outcome: 'done' });
  expect(storyOf(record, '9-1')).toMatchObject({ id: '8-1' });
});

test('a component of several steps is as well as the worst of them, and back by none that only prepares', () => {
  const step = (seconds: number, name: string, status: 'started' | 'done' | 'failed') =>
    event(seconds, { component: 'database/shop', step: name, status });
  const prepared = [step(0, 'restore', 'started'), step(5, 'restore', 'done')];
  const outcome = (...events: ReturnType<typeof step>[]) => storyOf(events).components[0]?.outcome;
  expect(outcome(...prepared)).toBe('running');
  expect(outcome(...prepared, step(6, 'switch', 'started'))).toBe('running');
  expect(outcome(...prepared, step(6, 'switch', 'failed'))).toBe('failed');
  expect(
    storyOf([...prepared, step(6, 'switch', 'started'), step(9, 'switch', 'done')]).components,
  ).toMatchObject([
    {
      outcome: 'done',
      seconds: 9,
      steps: [
        { step: 'restore', seconds: 5 },
        { step: 'switch', seconds: 3 },
      ],
    },
  ]);
});

test('an event without a start says by itself how long it took', () => {
  const [component] = storyOf([
    event(10, { component: 'cache/shop', step: 'clear shop:*', status: 'done', seconds: 4 }),
  ]).components;
  expect(component).toMatchObject({ started: at(6), ended: at(10), seconds: 4 });
});

describe('what other actions leave', () => {
  test('assess: severity, decision and evidence', () => {
    const outputs = {
      severity: 'high',
      decision: 'rollback',
      'decide-by': at(900),
      evidence: { errors: 0.45 },
    };
    const story = storyOf([
      ...action('assess', [0, 1], 'done', { message: 'Roll back.', evidence: { result: 'judged', outputs } }),
      event(2, { component: 'notify', step: 'pagerduty', status: 'done', evidence: { severity: 'info' } }),
    ]);
    expect(story.assessment).toEqual({
      severity: 'high',
      decision: 'rollback',
      decideBy: at(900),
      result: 'judged',
      evidence: { errors: 0.45 },
      message: 'Roll back.',
    });
  });

  test('verify-integrity: its newest result', () => {
    const check = (seconds: number, result: string) =>
      action('verify-integrity', [seconds, seconds + 1], 'done', {
        message: 'Looked.',
        evidence: { result, outputs: { tables: 5, rows: '1200' } },
      });
    expect(storyOf([...check(0, 'captured'), ...check(2, 'drift')])).toMatchObject({
      integrity: { result: 'drift', tables: 5, rows: 1200, message: 'Looked.' },
      openItems: ['The data differs from what it was: see verify-integrity.'],
    });
  });

  test('rollback-db: what is lost, as its events or its outputs have it', () => {
    const loss = { seconds: 840, tables: { orders: 3 } };
    const early = event(1, {
      component: 'database/shop',
      step: 'restore',
      status: 'done',
      evidence: { 'data-loss': 1 },
    });
    const late = event(2, {
      component: 'database/shop',
      step: 'switch',
      status: 'done',
      evidence: { 'data-loss': loss },
    });
    expect(storyOf([early, late]).dataLoss).toEqual([
      { component: 'database/shop', name: 'database/shop', happened: true, evidence: loss },
    ]);
    const outputs = { 'data-loss': loss };
    expect(storyOf(action('rollback-db', [0, 1], 'done', { evidence: { outputs } })).dataLoss).toEqual([
      { component: 'rollback-db', name: 'rollback-db', happened: true, evidence: loss },
    ]);
  });

  test('notify: a delivery a sink, and those that failed are open until they arrive', () => {
    const sent = (seconds: number, sink: string, status: 'done' | 'failed') =>
      event(seconds, {
        component: 'notify',
        step: sink,
        status,
        evidence: { event: 'started' },
        message: 'm',
      });
    const failed = [sent(0, 'slack', 'failed'), sent(0, 'email', 'done')];
    expect(storyOf([...failed, ...action('notify', [0, 1])])).toMatchObject({
      deliveries: [
        { sink: 'slack', event: 'started', status: 'failed', at: at(0), message: 'm' },
        { sink: 'email', status: 'done' },
      ],
      openItems: ['The message "started" did not reach slack.'],
    });
    expect(storyOf([...failed, sent(2, 'slack', 'done')]).openItems).toEqual([]);
    expect(storyOf([...failed, sent(2, 'slack', 'done'), ...action('notify', [3])]).openItems).toEqual([]);
  });

  test('evidence of any shape is borne', () => {
    for (const evidence of [
      null,
      1,
      'x',
      [],
      { outputs: null },
      { outputs: [] },
      { __proto__: { severity: 'x' } },
    ])
      expect(storyOf(action('assess', [0, 1], 'done', { evidence })).assessment).toBeUndefined();
  });
});

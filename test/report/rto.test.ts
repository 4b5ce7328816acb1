import { describe, expect, test } from '@jest/globals';
import type { RecordEvent } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { parseHistory, runOf } from '../../src/report/history.ts';
import { pageOf } from '../../src/report/page.ts';
import { reportOf } from '../../src/report/report.ts';
import { judgeObjectives, parseObjective, parseObjectives } from '../../src/report/rto.ts';
import type { Run } from '../../src/report/schema.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { action, event, workload } from '../record/events.ts';
import { history } from './stories.ts';

const service = action('rollback-service', [0, 65]);
const judged = (pattern: string, seconds: number, events: readonly RecordEvent[]) =>
  judgeObjectives([{ component: pattern, pattern, seconds }], storyOf(events), [])[0];

test('an objective is a component, a pattern or the whole', () => {
  expect(parseObjective('deployment/api = 1h30m')).toEqual({
    component: 'deployment/api',
    pattern: 'deployment/api',
    seconds: 5400,
  });
  for (const line of ['api', 'api=', '=5m', 'api=5', 'api=soon', '', 'API: =5m', 'API: api'])
    expect(() => parseObjective(line)).toThrow(
      `Input \`rto\` has the line ${JSON.stringify(line)}; accepted are`,
    );
});

test('objectives stand on lines or between commas, but not those of a pattern', () => {
  const patterns = parseObjectives(
    'Services: {deployment,statefulset}/*=5m, all=20m\nterraform{,/**}=1m\n\n',
  ).map(({ pattern }) => pattern);
  expect(patterns).toEqual(['{deployment,statefulset}/*', 'all', 'terraform{,/**}']);
  expect(parseObjectives('')).toEqual([]);
});

test('an objective may have a label, which ends at a colon and a space', () => {
  const parsed = (component: string, pattern: string) => ({ component, pattern, seconds: 300 });
  expect(parseObjective('API Gateway: deployment/api-gateway=5m')).toEqual(
    parsed('API Gateway', 'deployment/api-gateway'),
  );
  expect(parseObjective('Tier 1: all of it :  all = 5m')).toEqual(parsed('Tier 1', 'all of it :  all'));
  expect(parseObjective('database/a:b=5m')).toEqual(parsed('database/a:b', 'database/a:b'));
});

test('the label is what is told; the pattern is what counts, in the history too', () => {
  const objectives = ['API Gateway: api-*=60s', 'Platform: all=60s'].map(parseObjective);
  const events = [...service, ...workload('api-gateway', [1, 2, 40])];
  expect(judgeObjectives(objectives, storyOf(events), history)).toEqual([
    {
      component: 'API Gateway',
      pattern: 'api-*',
      target: 60,
      actual: 40,
      last: 45,
      p95: 160,
      runs: 7,
      state: 'met',
    },
    {
      component: 'Platform',
      pattern: 'all',
      target: 60,
      actual: 65,
      last: 90,
      p95: 320,
      runs: 7,
      state: 'missed',
    },
  ]);
});

describe('the state of an objective', () => {
  const events = [...service, ...workload('api', [1, 2, 40]), ...workload('video-a', [1, 2, 60])];

  test('time counts from the start of the rollback, and the slowest of a pattern counts', () => {
    expect(judged('deployment/api', 40, events)).toMatchObject({ actual: 40, state: 'met' });
    expect(judged('api', 39, events)).toMatchObject({ actual: 40, state: 'missed' });
    expect(judged('*', 60, events)).toMatchObject({ actual: 60, state: 'met' });
    expect(judged('all', 65, events)).toMatchObject({ actual: 65, state: 'met' });
    expect(judged('all', 64, events)).toMatchObject({ state: 'missed' });
  });

  test.each([
    ['was not part of it', [...service, ...workload('web', [1, 2, 3])]],
    ['had nothing to do', [...service, ...workload('api', [1, 2, 3], { status: 'no-op' })]],
    ['was left as it is', [...service, ...workload('api', [1, 2, 3], { status: 'skipped' })]],
    ['was planned only', [...action('rollback-service', [0, 1], 'planned'), ...workload('api', [0])]],
  ])('what %s is untested, never met', (_, told) => {
    expect(judged('api', 999, told)).toEqual({
      component: 'api',
      pattern: 'api',
      target: 999,
      runs: 0,
      state: 'untested',
    });
  });

  test.each([
    ['failed', workload('api', [1, 2, 3], { status: 'failed' })],
    ['has not ended', workload('api', [1, 2])],
  ])('what %s is missed, whatever it took', (_, told) => {
    const found = judged('api', 999, [...service, ...told]);
    expect(found).toEqual({ component: 'api', pattern: 'api', target: 999, runs: 0, state: 'missed' });
  });

  test('a no-op of the whole is untested, a failure is missed', () => {
    expect(judged('all', 999, action('rollback-service', [0, 1], 'no-op'))?.state).toBe('untested');
    expect(judged('all', 999, action('rollback-service', [0, 1], 'failed'))?.state).toBe('missed');
    expect(judged('all', 999, action('rollback-service', [0]))?.state).toBe('missed');
  });
});

test('the last time and the p95 come from the history', () => {
  const objectives = ['api-gateway', 'all', 'web'].map((pattern) => ({
    component: pattern,
    pattern,
    seconds: 60,
  }));
  expect(judgeObjectives(objectives, storyOf(service), history)).toMatchObject([
    { last: 45, p95: 160, runs: 7 },
    { last: 90, p95: 320, runs: 7 },
    { runs: 0 },
  ]);
});

test('the p95 is the nearest rank', () => {
  const runs = Array.from({ length: 40 }, (_, index) => ({
    ...history[0],
    seconds: index + 1,
  })) as typeof history;
  expect(
    judgeObjectives([{ component: 'all', pattern: 'all', seconds: 1 }], storyOf(service), runs)[0]?.p95,
  ).toBe(38);
});

describe('the history', () => {
  const story = storyOf([
    ...service,
    ...workload('api', [1, 2, 40]),
    ...workload('web', [1, 2, 9], { status: 'no-op' }),
    event(3, { component: 'ConfigMap/a', step: 'put configuration back', status: 'done' }),
  ]);

  test('has a line a rollback, with what is back', () => {
    expect(runOf(story)).toEqual({
      id: '7',
      at: '2026-11-22T03:01:05.000Z',
      environment: 'production',
      outcome: 'done',
      seconds: 65,
      components: { 'deployment/api': 40 },
    });
  });

  test.each(['planned', 'no-op'] as const)('has none of a rollback that is %s', (status) => {
    expect(runOf(storyOf(action('rollback-service', [0, 1], status)))).toBeUndefined();
  });

  test('has none of a rollback that has not ended', () => {
    expect(runOf(storyOf(action('rollback-service', [0])))).toBeUndefined();
  });

  test('is read for this environment, without this rollback, the newest line of each, oldest first', () => {
    const [first, second] = history as [(typeof history)[0], (typeof history)[0]];
    const lines = [
      second,
      { ...first, seconds: 1 },
      first,
      { ...first, id: 'x', environment: 'staging' },
      { ...first, id: '7' },
    ].map((line) => JSON.stringify(line));
    const content = [...lines, '', '{"id":', 'null', '{"id":1}'].join('\n');
    expect(parseHistory(content, story)).toEqual({
      runs: [first, second],
      elsewhere: [{ ...first, id: 'x', environment: 'staging' }],
      broken: 3,
    });
    expect(parseHistory('', story)).toEqual({ runs: [], elsewhere: [], broken: 0 });
  });
});

describe('K15: what never went back here', () => {
  const objectives = [parseObjective('API: deployment/api=5m'), parseObjective('database/shop=15m')];
  const drill = (components: Record<string, number>): Run => ({
    id: 'drill-1',
    at: '2026-11-01T03:00:00Z',
    environment: 'staging',
    outcome: 'done',
    seconds: 90,
    components,
  });
  const nothing = storyOf(action('rollback-service', [0, 1], 'no-op'));

  test('has its last time from a drill elsewhere, and says where that was', () => {
    const elsewhere = [drill({ '10.0.0.1:6443/staging/deployment/api': 40 })];
    expect(judgeObjectives(objectives, nothing, [], elsewhere)).toMatchObject([
      { component: 'API', last: 40, lastIn: 'staging', runs: 0, state: 'untested' },
      { component: 'database/shop', runs: 0, state: 'untested' },
    ]);
    expect(judgeObjectives(objectives, nothing, [], elsewhere)[1]).not.toHaveProperty('last');
  });

  test('and its own time counts where there is one', () => {
    const own = { ...drill({ 'deployment/api': 70 }), id: '6', environment: 'production' };
    const [api] = judgeObjectives(objectives, nothing, [own], [drill({ 'deployment/api': 40 })]);
    expect(api).toMatchObject({ last: 70, runs: 1 });
    expect(api).not.toHaveProperty('lastIn');
  });

  test('is told in summary and page', async () => {
    const story = nothing;
    const accounting = { history: [], elsewhere: [drill({ 'deployment/api': 40 })] };
    const report = reportOf(story, { objectives, ...accounting, checklist: [], brokenLines: [] });
    expect(summaryOf(report)).toContain('| 40 s in staging |');
    expect(await pageOf(report)).toContain('40 s in staging');
  });
});

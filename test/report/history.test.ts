/** What a plan tells of the last time; what a report makes of a history is in rto.test.ts. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { storyOf } from '../../src/record/story.ts';
import { earlierTimes, lastTimes } from '../../src/report/history.ts';
import { event } from '../record/events.ts';

const folder = mkdtempSync(join(tmpdir(), 'history-'));
const file = join(folder, 'history.jsonl');
const run = (id: string, day: number, seconds: number, environment = 'prod') =>
  JSON.stringify({
    id,
    at: `2026-11-0${day}T00:00:00Z`,
    environment,
    outcome: 'done',
    seconds,
    components: { 'deployment/web': seconds },
  });
writeFileSync(file, [run('1', 1, 10), run('2', 2, 20), 'no run', run('3', 3, 30, 'staging')].join('\n'));

test('the last time is that of the newest run of the environment', () => {
  const last = lastTimes(file, 'prod');
  expect(['deployment/*', 'all', 'cache/*'].map(last)).toEqual([20, 20, undefined]);
});

test.each([
  ['no file is named', undefined],
  ['there is no file yet', join(folder, 'new.jsonl')],
  ['it cannot be read', folder],
])('nobody knows a last time where %s, and a plan goes on', (_, path) => {
  expect(lastTimes(path, 'prod')('all')).toBeUndefined();
});

describe('an estimate is made of the times in which all that goes back now went back', () => {
  const planned = (name: string, status: 'planned' | 'no-op' = 'planned') =>
    event(1, { component: `deployment/${name}`, step: 'roll back', status });
  const runOf = (id: string, day: number, components: object) =>
    JSON.stringify({ id, at: `2026-11-0${day}T00:00:00Z`, outcome: 'done', seconds: 999, components });
  const times = join(folder, 'times.jsonl');
  const [web, api] = ['deployment/web', 'deployment/api'];
  writeFileSync(
    times,
    [
      runOf('1', 1, { [web]: 10, [api]: 30 }),
      runOf('2', 2, { [web]: 40 }),
      runOf('3', 3, { [web]: 12, [api]: 50, 'database/shop': 600 }),
      runOf('4', 4, { [api]: 5 }),
    ].join('\n'),
  );

  test.each<[string, [string, 'planned' | 'no-op'][], number[]]>([
    [
      'both',
      [
        ['web', 'planned'],
        ['api', 'planned'],
      ],
      [30, 50],
    ],
    ['one of them', [['web', 'planned']], [10, 40, 12]],
    [
      'one, as the other is there',
      [
        ['web', 'planned'],
        ['api', 'no-op'],
      ],
      [10, 40, 12],
    ],
    [
      'what never went back',
      [
        ['web', 'planned'],
        ['pay', 'planned'],
      ],
      [],
    ],
    ['nothing', [['web', 'no-op']], []],
  ])('%s', (_, components, expected) => {
    const story = storyOf(components.map(([name, status]) => planned(name, status)));
    expect(earlierTimes(times, story)).toEqual(expected);
  });

  test('there is none without a file', () => {
    expect(earlierTimes(undefined, storyOf([planned('web')]))).toEqual([]);
  });
});

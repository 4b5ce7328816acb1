/** A whole rollback whose actions run more than once, as parts of it: each run counts for its own part alone. */
import { describe, expect, test } from '@jest/globals';
import type { RecordEvent, Status } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { reportOf } from '../../src/report/report.ts';
import { action, event } from './events.ts';

describe('two of a kind', () => {
  const part = (name: string, of: string, time: [number, number?], status: Status = 'done', rest = {}) =>
    action(name, time, status, { evidence: rest, message: `${of} is over` }).map((each) => ({
      ...each,
      evidence: { ...(each.evidence as object), part: of },
    }));
  /** The story while the report is at work. */
  const told = (...more: RecordEvent[][]) =>
    storyOf([...action('rollback', [0]), ...more.flat(), ...action('report', [90])]);

  test.each<[string, RecordEvent[][]]>([
    [
      'side by side, the other one is done first',
      [
        part('rollback-service', 'roll back api', [1, 9], 'failed'),
        part('rollback-service', 'roll back web', [2, 5]),
      ],
    ],
    [
      'one after another, the other one is done later',
      [part('rollback-db', 'switch a', [1, 5], 'failed'), part('rollback-db', 'switch b', [6, 9])],
    ],
    [
      'its traffic was given back',
      [part('rollback-db', 'switch a', [1, 5], 'failed'), part('rollback-db', 'resume a', [6, 9], 'no-op')],
    ],
  ])('one that failed makes the whole a failure, though %s', (_, runs) => {
    expect(told(...runs)).toMatchObject({ outcome: 'failed' });
    expect(
      reportOf(told(...runs), { objectives: [], history: [], checklist: [], brokenLines: [] }),
    ).toMatchObject({
      sentence: expect.stringMatching(/(roll back api|switch a) is over\.$/),
    });
  });

  const accounting = { objectives: [], history: [], checklist: [], brokenLines: [] };
  const web = { component: 'deployment/web', step: 'roll back', status: 'no-op', part: 'plan web' } as const;
  const away = [
    ...part('rollback-service', 'plan web', [1, 2], 'planned'),
    event(1, web),
    ...part('clear-cache', 'plan carts', [1, 3], 'failed'),
  ];

  test('what failed before the record had anything of it is not back, and counts', () => {
    const story = told(away);
    expect(story.counts).toEqual({ done: 1, failed: 1, total: 2 });
    expect(reportOf(story, accounting)).toMatchObject({
      sentence: 'The rollback of production failed: 1 of 2 components are back; plan carts is over.',
      headline: 'production: The rollback failed, 1 of 2 are back',
    });
  });

  test('where an earlier attempt has something of it, it counts once', () => {
    const cleared = { component: 'cache/10.0.0.1:6379', step: 'clear all', part: 'clear carts' };
    const first = [
      ...part('clear-cache', 'clear carts', [-9, -5], 'failed'),
      event(-8, { ...cleared, status: 'started' }),
      event(-6, { ...cleared, status: 'failed' }),
    ];
    expect(storyOf([...action('rollback', [-10]), ...first, ...told(away).events]).counts).toEqual({
      ...{ done: 1, failed: 1, total: 2 },
    });
  });

  test('a database that does not hold what was to come back is not back', () => {
    const orders = { component: 'database/orders', where: { server: 'db:5432' } };
    const story = told(
      [event(1, web)],
      part('rollback-db', 'switch orders', [1, 4]),
      [event(3, { ...orders, step: 'switch', status: 'done', part: 'switch orders' })],
      part('verify-integrity', 'compare orders', [5, 6], 'failed', { result: 'drift' }),
    );
    expect(story.counts).toEqual({ done: 1, failed: 1, total: 2 });
  });

  test('one that failed in an attempt before is made up for', () => {
    const again = [...action('rollback', [10]), ...part('rollback-db', 'switch a', [11, 12])];
    expect(told(part('rollback-db', 'switch a', [1, 5], 'failed'), again)).toMatchObject({ outcome: 'done' });
  });

  test('what an attempt before was killed at is not open when the next one ended before it', () => {
    const again = [...action('rollback', [10]), ...part('rollback-db', 'plan a', [11, 12], 'failed')];
    expect(told(part('rollback-db', 'switch a', [1]), again)).toMatchObject({
      outcome: 'failed',
      openItems: [],
    });
  });

  test('where nothing is left to do, that it was planned first does not make it a plan', () => {
    const plan = (of: string, time: [number, number]) =>
      part('rollback-db', of, time, 'planned', { 'dry-run': true });
    const planned = [plan('plan a', [1, 2]), part('rollback-db', 'plan b', [1, 2], 'no-op')];
    expect(told(...planned)).toMatchObject({ outcome: 'planned' });
    const done = [
      part('rollback-db', 'switch a', [3, 4], 'no-op'),
      part('rollback-db', 'switch b', [3, 4], 'no-op'),
    ];
    expect(told(...planned, ...done)).toMatchObject({ outcome: 'no-op' });
  });

  test('one that is killed is open by its own name', () => {
    expect(
      told(part('rollback-db', 'prepare a', [1]), part('rollback-db', 'prepare b', [1, 2])),
    ).toMatchObject({
      outcome: 'running',
      openItems: ['"prepare a" began and has not ended.'],
    });
  });

  test('data that differ in one database differ, whatever the comparison of the other one says', () => {
    const compared = (name: string, [from, to]: [number, number], result: string) =>
      part('verify-integrity', `compare ${name}`, [from, to], result === 'drift' ? 'failed' : 'done', {
        result,
      });
    const story = told(
      part('rollback-db', 'switch a', [1, 2]),
      compared('a', [3, 4], 'drift'),
      compared('b', [3, 5], 'intact'),
    );
    expect(story).toMatchObject({ outcome: 'failed', integrity: { result: 'drift' } });
  });
});

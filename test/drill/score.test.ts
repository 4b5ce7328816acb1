import { describe, expect, test } from '@jest/globals';
import type { Phase } from '../../src/drill/phases.ts';
import { scoreOf, secondsTo, summaryOf } from '../../src/drill/score.ts';

const phase = (name: Phase['name'], isGood = true, seconds = 2): Phase => ({
  name,
  isGood,
  message: `${name}!`,
  seconds,
});
const all = (bad: Phase['name'][] = []) =>
  (['steady', 'inject', 'detect', 'decide', 'roll back', 'verify', 'clean up', 'steady again'] as const).map(
    (name) => phase(name, !bad.includes(name)),
  );
const met = [{ component: 'all', state: 'met' }];
const missed = [...met, { component: 'Database', state: 'missed' }];

describe('the score', () => {
  test.each<[string, Phase['name'][], unknown, number, string[]]>([
    ['everything is good', [], met, 100, []],
    ['an objective is missed', [], missed, 83, ['in time (Database)']],
    ['nobody decided', ['decide'], met, 83, ['decided']],
    [
      'it did not go back, nor in time',
      ['roll back', 'verify'],
      missed,
      50,
      ['rolled back', 'verified', 'in time (Database)'],
    ],
    ['there are no objectives', [], [{ component: 'all', state: 'untested' }], 100, []],
    ['there are none at all', ['steady again'], '', 80, ['steady again']],
  ])('where %s', (_, bad, rto, percent, missing) => {
    expect(scoreOf(all(bad), rto)).toEqual({ percent, missing });
  });

  test('what keeps a fault in is not counted: only what is drilled is', () => {
    expect(scoreOf(all(['clean up', 'inject']), met).percent).toBe(100);
  });
});

test('times are told from the fault on', () => {
  expect(secondsTo('detect', all())).toBe(2);
  expect(secondsTo('roll back', all())).toBe(6);
  expect(secondsTo('roll back', [phase('steady'), phase('inject', false)])).toBeUndefined();
  expect(secondsTo('detect', [phase('steady')])).toBeUndefined();
});

test('the summary has every phase, and nothing in it is Markdown of others', () => {
  const summary = summaryOf('It is done <b>', [
    { ...phase('detect'), message: 'a | b\n<script>' },
    phase('verify', false),
  ]);
  expect(summary).toContain('| ❌ | verify | 2.0 s |');
  expect(summary).not.toMatch(/<script>|<b>|a \| b/);
});

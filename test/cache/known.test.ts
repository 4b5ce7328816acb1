import { expect, test } from '@jest/globals';
import { Groups } from '../../src/cache/groups.ts';
import { knownThing } from '../../src/cache/known.ts';
import { patternOf } from '../../src/cache/scan.ts';

test.each([
  ['bull:mail:1', [], 'bull:'],
  ['sess:abc', ['s'], 'sess:'],
  ['sess:abc', ['sess:'], undefined],
  ['sess:eu:abc', ['sess:eu:'], undefined],
  ['queues', [], 'queues'],
  ['queues', ['queues'], undefined],
  ['queues', ['q'], 'queues'],
  ['shop:1', [], undefined],
  ['my:sess:1', [], undefined],
] as [string, string[], string | undefined][])('%s with %j named is %s', (key, named, expected) => {
  expect(knownThing(key, named)).toBe(expected);
});

test('keys are counted by their beginnings, and never kept whole', () => {
  const groups = new Groups();
  for (const key of ['shop:a:1', 'shop:a:2', 'shop:b:1', 'shop:secret']) groups.add(key, 5);
  expect(groups.largest(2)).toEqual([
    ['shop:a:', 2],
    ['shop:b:', 1],
  ]);
  expect(groups.counts.get('shop:')).toBe(1);
});

test('what is told apart is bounded', () => {
  const groups = new Groups();
  for (let index = 0; index < 5000; index++) groups.add(`${index}:x`, 0);
  expect(groups.counts.size).toBeLessThanOrEqual(1001);
  expect([...groups.counts.values()].reduce((sum, count) => sum + count)).toBe(5000);
});

test('signs of patterns are escaped', () => {
  expect(patternOf('a*[b]?\\^-')).toBe('a\\*\\[b\\]\\?\\\\\\^\\-*');
});

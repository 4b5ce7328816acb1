import { expect, test } from '@jest/globals';
import { describeScope, planClear } from '../../src/cache/plan.ts';
import { foundLines } from '../../src/cache/render.ts';
import { requestOf } from '../../src/cache/request.ts';
import type { Survey } from '../../src/cache/survey.ts';

const prefixes = { mode: 'prefix' as const, prefix: ['shop:'], allowPrefixes: [], batch: 500, pause: 0 };
const look = (count: number, known: [string, number][] = [], streams: string[] = []) =>
  ({ count, known: new Map(known), streams }) as unknown as Survey;

test('what is there is cleared, and nothing is a no-op', () => {
  const what = 'keys that begin with "shop:"';
  expect(planClear(look(3), requestOf(prefixes))).toEqual({ action: 'clear', what });
  expect(planClear(look(0), requestOf(prefixes))).toEqual({
    action: 'no-op',
    reason: `there are no ${what}`,
  });
});

test('queues and sessions are not cache: all of them are named', () => {
  const known: [string, number][] = [
    ['bull:', 2],
    ['sess:', 1],
  ];
  expect(planClear(look(9, known), requestOf(prefixes))).toEqual({
    action: 'refuse',
    reason: expect.stringMatching(
      /^some keys that begin with "shop:" are not a cache: bull: \(2 keys, .+\), sess: \(1 keys, .+\); give a narrower/,
    ),
  });
});

test('a stream is no cache, whatever it is called', () => {
  expect(planClear(look(9, [], ['shop:orders']), requestOf(prefixes))).toEqual({
    action: 'refuse',
    reason: expect.stringMatching(/are not a cache: shop:orders \(a stream\); give a narrower/),
  });
});

test('as many as `max-keys` may go, and no more', () => {
  const request = requestOf({ ...prefixes, maxKeys: 3 });
  expect(planClear(look(3), request).action).toBe('clear');
  expect(planClear(look(4), request)).toEqual({
    action: 'refuse',
    reason: '4 keys would be deleted, and `max-keys` is 3; raise it if you mean that',
  });
});

test.each([
  [{ ...prefixes, prefix: ['a:', 'b"'] }, 'keys that begin with "a:" or "b\\""'],
  [{ ...prefixes, mode: 'database' as const, prefix: [] }, 'keys of the database'],
  [{ ...prefixes, mode: 'all' as const, prefix: [], confirm: 'all' }, 'keys of all databases'],
])('%# is called by what it is', (given, words) => {
  expect(describeScope(requestOf(given))).toBe(words);
});

test('a look that finds nothing announces no list', () => {
  const nothing = { ...look(0), size: 51, groups: { largest: () => [] }, whole: true } as unknown as Survey;
  expect(foundLines(nothing)).toEqual(['0 of 51 keys match']);
  const some = { ...nothing, count: 2, groups: { largest: () => [['page:', 2]] } } as unknown as Survey;
  expect(foundLines(some)).toEqual(['2 of 51 keys match:', '  "page:": 2']);
});

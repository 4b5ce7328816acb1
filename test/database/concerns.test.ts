import { describe, expect, test } from '@jest/globals';
import {
  ageConcern,
  lackingConcern,
  requireAccepted,
  shareConcern,
  unknownConcern,
} from '../../src/database/concerns.ts';

const accepting =
  (...words: string[]) =>
  (word: string) =>
    words.includes(word);

test.each([
  [100, 100, 0],
  [101, 1010, 0],
  [102, 1010, 1],
  [500, 0, 1],
])('D1: %d lost rows of %d take %d words', (lost, live, words) => {
  expect(shareConcern(lost, live)).toHaveLength(words);
});

test('what was counted a day ago or more tells nothing of what users have done since', () => {
  expect(ageConcern(86_400)).toEqual([]);
  expect(ageConcern(90_000)).toMatchObject([
    {
      word: 'unknown',
      reason: 'what would be lost is unknown: it was counted 25 h ago, and users have gone on since',
    },
  ]);
});

describe('consent', () => {
  const concerns = [
    ...lackingConcern([
      { schema: 'public', name: 'a' },
      { schema: 'public', name: 'b' },
    ]),
    unknownConcern('public.c could not be read (why)'),
  ];
  const required =
    (...words: string[]) =>
    () =>
      requireAccepted(concerns, accepting(...words), 'nothing was switched');

  test.each([[['data-loss']], [['public.a', 'public.b', 'unknown']]])('of %j is enough', (words) => {
    expect(required(...words)).not.toThrow();
  });

  test('of a part is not', () => {
    expect(required('unknown', 'public.a')).toThrow(
      'This needs your consent: the backup was made without the rows of public.a, public.b, which the live database has; nothing was switched. To go on all the same, say `accept: data-loss`, or name each of these tables there.',
    );
    expect(required('public.a', 'public.b')).toThrow(
      /public\.c could not be read \(why\); nothing was switched\. .* say `accept: unknown`\.$/,
    );
  });
});

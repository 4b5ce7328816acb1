import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differences } from '../../src/infra/diff.ts';

const values = (before: unknown, after: unknown, more: object = {}) => ({
  before,
  after,
  unknown: {},
  beforeSensitive: {},
  afterSensitive: {},
  ...more,
});

test('what differs is named by its path, and nothing else is', () => {
  const before = { a: 1, tags: { Name: 'x', 'k.v': 'old' }, list: [1, { b: true }], same: [{}] };
  const after = { a: 2, tags: { Name: 'x', 'k.v': 'new' }, list: [1, { b: false }, 3], same: [{}] };
  expect(differences(values(before, after))).toEqual([
    { path: 'a', before: '1', after: '2' },
    { path: 'tags["k.v"]', before: '"old"', after: '"new"' },
    { path: 'list[1].b', before: 'true', after: 'false' },
    { path: 'list[2]', before: '(none)', after: '3' },
  ]);
});

test('what only the apply will know is said so', () => {
  expect(differences(values({ id: 'a', in: 1 }, { in: 2 }, { unknown: { id: true } }))).toEqual([
    { path: 'id', before: '"a"', after: '(known after apply)' },
    { path: 'in', before: '1', after: '2' },
  ]);
});

test('of long texts what is around the first difference is shown', () => {
  const text = 'a'.repeat(500);
  const [difference] = differences(values({ doc: `${text}1` }, { doc: `${text}2` }));
  expect(difference?.before).toMatch(/^…a+1"$/);
  expect(difference?.after).toMatch(/^…a+2"$/);
});

describe('what is sensitive', () => {
  test.each([
    ['before', { beforeSensitive: { p: true } }],
    ['after', { afterSensitive: { p: true } }],
    ['as a whole', { beforeSensitive: true }],
    ['in what it holds', { afterSensitive: { p: { q: true } } }],
  ])('%s is never shown', (_, marks) => {
    const found = differences(values({ p: { q: 'secret-1' } }, { p: { q: 'secret-2' } }, marks));
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  test('is not shown where a container becomes a text either', () => {
    const found = differences(
      values({ p: ['secret-1'] }, { p: 'plain' }, { beforeSensitive: { p: [true] } }),
    );
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  test('is not shown whatever the values are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        const found = differences(
          values({ p: { before, s: 'SECRET' } }, { p: after }, { beforeSensitive: { p: true } }),
        );
        expect(JSON.stringify(found)).not.toContain('SECRET');
        expect(found.every(({ before: text }) => text === '(sensitive)')).toBe(true);
      }),
    );
  });
});

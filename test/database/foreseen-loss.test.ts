import { expect, test } from '@jest/globals';
import { describeMore, describeWritten } from '../../src/database/foreseen-loss.ts';

const counted = (rows: Record<string, number>) => new Map(Object.entries(rows));

test('rows that were written since are named by table, most first', () => {
  expect(describeWritten(counted({ 'public.users': 20, 'public.orders': 1000 }))).toBe(
    'at least 1,020 rows (public.orders 1,000, public.users 20) were written since and would be lost or go back to older contents',
  );
  expect(describeWritten(counted({ 'public.users': 1 }))).toBe(
    'at least 1 row (public.users 1) was written since and would be lost or go back to older contents',
  );
});

test('more tables than a sentence can hold are counted', () => {
  const rows = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`t${n}`, n]));
  expect(describeWritten(counted(rows))).toContain('28 rows (t7 7, t6 6, t5 5, t4 4, t3 3 and 2 more)');
});

test('rows beyond those of a snapshot say nothing of what was changed', () => {
  expect(describeMore(counted({ 'public.orders': 12 }))).toBe(
    'at least 12 rows (public.orders 12) were added since its snapshot and would be lost; what was changed since goes back as well',
  );
});

test('what was not counted is not told as nothing', () => {
  for (const describe of [describeWritten, describeMore])
    expect(describe(counted({}))).toBe(
      'what was written since would be lost; how many rows that is, is counted once it is restored, before anything is replaced',
    );
});

import { expect, test } from '@jest/globals';
import { describeMore, describeWritten } from '../../src/database/foreseen-loss.ts';

const counted = (rows: Record<string, number>, isWhole = true) => ({
  rows: new Map(Object.entries(rows)),
  isWhole,
});

test('rows that were written since are named by table, most first', () => {
  expect(describeWritten(counted({ 'public.users': 20, 'public.orders': 1000 }))).toBe(
    '1,020 rows (public.orders 1,000, public.users 20) were written since and would be lost or go back to older contents',
  );
  expect(describeWritten(counted({ 'public.users': 1 }, false))).toBe(
    'at least 1 row (public.users 1) was written since and would be lost or go back to older contents',
  );
});

test('more tables than a sentence can hold are counted', () => {
  const rows = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`t${n}`, n]));
  expect(describeWritten(counted(rows))).toContain('28 rows (t7 7, t6 6, t5 5, t4 4, t3 3 and 2 more)');
});

test('rows beyond those of a snapshot say nothing of what was changed', () => {
  expect(describeMore(counted({ 'public.orders': 12 }))).toBe(
    '12 rows (public.orders 12) were added since its snapshot and would be lost; what was changed since goes back as well',
  );
});

test('what was not counted is not told as nothing', () => {
  expect(describeWritten(counted({}, false))).toContain('is counted once it is restored');
  expect(describeMore(counted({}))).toContain('is counted once it is restored');
  expect(describeWritten(counted({}))).toBe(
    'no row that there is now was written since, and what was deleted since comes back',
  );
});

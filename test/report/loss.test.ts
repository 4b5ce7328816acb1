import { expect, test } from '@jest/globals';
import { lossIn } from '../../src/report/loss.ts';

const base = { backupTime: '2026-11-22T02:50:00Z', lastWrite: null, seconds: 598, measuredAt: 'x' };
const table = (name: string, lost: number, changed = 0) => ({
  table: name,
  lost,
  changed,
  back: 9,
  exact: true,
});

test.each([
  [
    {
      ...base,
      lastWrite: '2026-11-22T02:59:58Z',
      tables: [table('public.orders', 12, 3), table('public.a', 0)],
    },
    '15 rows lost or changed back: public.orders (15); up to 9 min 58 s of writes; backup of 2026-11-22 02:50:00 UTC; last write 2026-11-22 02:59:58 UTC',
  ],
  [{ ...base, tables: [] }, 'no row is lost; backup of 2026-11-22 02:50:00 UTC'],
  [
    { ...base, tables: [], repaired: { back: 1500, set: 1, newer: 0 } },
    'no row is lost; backup of 2026-11-22 02:50:00 UTC; 1,500 rows are back, 1 row is set back, 0 newer rows are kept',
  ],
  [{ ...base, tables: null }, 'it is not known how many rows are lost; backup of 2026-11-22 02:50:00 UTC'],
  [
    { ...base, tables: [{ ...table('public.orders', 0), exact: false }] },
    'it is not known how many rows are lost; backup of 2026-11-22 02:50:00 UTC',
  ],
  [
    { tables: [{ ...table('orders', 4), exact: false }, table('a', 2)] },
    'at least 6 rows lost or changed back: orders (4), a (2)',
  ],
  [
    { tables: Array.from({ length: 12 }, (_, index) => table(`t${index}`, 1)) },
    `12 rows lost or changed back: ${Array.from({ length: 10 }, (_, index) => `t${index} (1)`).join(', ')} and 2 more tables`,
  ],
  [{ orders: 3 }, 'orders: 3'],
  ['a lot', 'a lot'],
])('%j is told in words', (evidence, expected) => {
  expect(lossIn(evidence)).toBe(expected);
});

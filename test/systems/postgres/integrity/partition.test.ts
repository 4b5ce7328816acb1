import { describe, expect, test } from '@jest/globals';
import { integerPartition, rangeOf } from '../../../../src/systems/postgres/integrity/partition.ts';

const LARGEST = 2n ** 63n - 1n;

describe('whole numbers', () => {
  test.each<[bigint, bigint, number, string]>([
    [1n, 100_000n, 1_000_000, '500'],
    [1n, 50n, 50, '50'],
    [1n, 2_000_000n, 500, '500000'],
    [-5n, -5n, 1, '1'],
    [-LARGEST, LARGEST, 2, '5000000000000000000'],
    [-LARGEST, LARGEST, 1e9, '100000000000000000'],
  ])('from %s to %s, with up to %s rows, go by %s', (least, most, rows, width) => {
    const { width: chosen, first, last } = integerPartition('id', least, most, rows);
    expect(chosen).toBe(width);
    expect(BigInt(last) - BigInt(first)).toBeLessThanOrEqual(256n);
  });

  const by = { column: 'id', kind: 'integer', width: '100', first: '-2', last: '9' } as const;
  test.each([
    ['4', 'id 400 to 499'],
    ['9', 'id 900 to 999'],
    ['10', 'id from 1000'],
    ['0', 'id -99 to 99'],
    ['-1', 'id -199 to -100'],
    ['-3', 'id up to -300'],
  ])('the part %s is called %s', (part, called) => {
    expect(rangeOf(by, part)).toBe(called);
  });

  test('every key is in the range that its part is called by', () => {
    for (const key of [-250n, -199n, -100n, -99n, 0n, 5n, 99n, 100n, 999n]) {
      const [, from = '', to = ''] = /id (-?\d+) to (-?\d+)/.exec(rangeOf(by, String(key / 100n))) ?? [];
      expect([key, key >= BigInt(from) && key <= BigInt(to)]).toEqual([key, true]);
    }
  });
});

test('UUIDs go by their first byte', () => {
  const by = { column: 'id', kind: 'uuid', width: '16', first: '0', last: '15' } as const;
  expect(rangeOf(by, '3')).toBe('id 30… to 3f…');
});

import { describe, expect, test } from '@jest/globals';
import {
  comparePart,
  integerPartition,
  partBits,
  partName,
  rangeOf,
} from '../../../src/domain/snapshots/partition.ts';

const LARGEST = 2n ** 63n - 1n;

test.each<[bigint, bigint, number, string]>([
  [1n, 100_000n, 1_000_000, '512'],
  [1n, 50n, 50, '64'],
  [1n, 2_000_000n, 500, '262144'],
  [-5n, -5n, 1, '1'],
  [-LARGEST, LARGEST, 1e9, String(2n ** 57n)],
])('keys from %s to %s, with up to %s rows, go by %s', (least, most, rows, width) => {
  const { width: chosen, first, last } = integerPartition('id', least, most, rows);
  expect(chosen).toBe(width);
  expect(BigInt(last) - BigInt(first)).toBeLessThanOrEqual(256n);
});

describe('a key', () => {
  const by = integerPartition('id', -3000n, 100_000n, 1e6);
  /** What PostgreSQL would say of the truth values. */
  const valuesFor = (key: bigint) =>
    partBits(by, 'r').map((sql) => {
      const [, sign = '', value = ''] = /::int8 ([<>&]) '(-?\d+)'/.exec(sql) ?? [];
      if (sign === '<') return key < BigInt(value);
      return sign === '>' ? key > BigInt(value) : (key & BigInt(value)) !== 0n;
    });

  test.each([-3000n, -513n, -512n, -1n, 0n, 1n, 511n, 512n, 77_777n, 100_000n])(
    '%s is in the range that its part is called by',
    (key) => {
      const [, from = '', to = ''] =
        /^id (-?\d+) to (-?\d+)$/.exec(rangeOf(by, partName(by, valuesFor(key)))) ?? [];
      expect([key >= BigInt(from), key <= BigInt(to), BigInt(to) - BigInt(from)]).toEqual([true, true, 511n]);
    },
  );

  test('beyond all parts is below or above', () => {
    expect(rangeOf(by, partName(by, valuesFor(-LARGEST)))).toBe('id below -3072');
    expect(rangeOf(by, partName(by, valuesFor(LARGEST)))).toBe('id from 100352');
  });
});

test('parts are in the order of their keys', () => {
  expect(['above', '10', '-2', 'below', '9'].sort(comparePart)).toEqual(['below', '-2', '9', '10', 'above']);
});

import { expect, test } from '@jest/globals';
import { type WalKeepers, walWarning } from '../../src/database/wal.ts';

const AT = '2026-12-01T10:00:00Z';

test.each<[string, WalKeepers, RegExp | undefined]>([
  ['nothing', { slots: [], failedAt: null }, undefined],
  ['a slot', { slots: ['gone'], failedAt: null }, /, because no client reads the replication slot gone\. A/],
  ['two', { slots: ['a', 'b'], failedAt: null }, /because no client reads the replication slots a, b\. A/],
  ['the archive', { slots: [], failedAt: AT }, /because it could not be archived \(last at 2026-12-01T/],
  ['both', { slots: ['gone'], failedAt: AT }, /slot gone and it could not be archived \(last at/],
])('%s keeps the WAL', (_, keepers, expected) => {
  if (expected) expect(walWarning(keepers)).toMatch(expected);
  else expect(walWarning(keepers)).toBeUndefined();
});

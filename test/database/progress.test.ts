import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Log } from '../../src/base/log.ts';
import { logProgress } from '../../src/database/progress.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('progress says how much is done and how long it takes yet, at most once in five seconds', () => {
  const told: string[] = [];
  const tell = logProgress({ info: (line: string) => told.push(line) } as unknown as Log);
  const fetched = { step: 'fetch', unit: 'bytes', total: 2_600_000_000, secondsLeft: 20 } as const;
  tell({ ...fetched, done: 1 });
  jest.advanceTimersByTime(5000);
  tell({ ...fetched, done: 1_300_000_000 });
  tell({ ...fetched, done: 1_400_000_000 });
  jest.advanceTimersByTime(5000);
  tell({ step: 'restore', unit: 'tables', done: 3, total: 8, secondsLeft: 12 });
  jest.advanceTimersByTime(5000);
  tell({ step: 'fetch', unit: 'bytes', done: 7_000_000, total: undefined, secondsLeft: undefined });
  expect(told).toEqual([
    '… fetch: 1300 MB of 2600 MB, some 20 s left',
    '… restore: 3 of 8 tables, some 12 s left',
    '… fetch: 7 MB',
  ]);
});

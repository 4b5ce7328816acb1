import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { parseContents } from '../../../src/database/backup/archive.ts';
import type { Progress } from '../../../src/database/backup/backup.ts';
import { restoreProgress } from '../../../src/database/backup/restore-progress.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const contents = parseContents(`
1; 1259 1 TABLE public a owner
2; 1259 2 TABLE public b owner
3; 0 1 TABLE DATA public a owner
4; 0 2 TABLE DATA public b owner
5; 1259 3 INDEX public a_id owner
6; 1259 4 INDEX public b_id owner
7; 1259 5 INDEX public b_at owner`);

/** What is said of lines, each with the seconds before it. */
function said(jobs: number, ...lines: [seconds: number, line: string][]): Progress[] {
  const heard: Progress[] = [];
  const follow = restoreProgress(contents, jobs, (progress) => heard.push(progress));
  for (const [seconds, line] of lines) {
    jest.advanceTimersByTime(seconds * 1000);
    follow(`pg_restore: ${line}`);
  }
  return heard;
}

const part = (
  step: Progress['step'],
  unit: Progress['unit'],
  done: number,
  total: number,
  left?: number,
) => ({
  step,
  unit,
  done,
  total,
  secondsLeft: left,
});

test('a part that took long says nothing of how long the next one takes: 5,000 partitions were "1,707,034 s left"', () => {
  const definitions = [
    [100, 'creating TABLE "public.a"'],
    [100, 'creating TABLE "public.b"'],
  ] as [number, string][];
  const indexes = [
    [4, 'creating INDEX "public.a_id"'],
    [4, 'creating INDEX "public.b_id"'],
  ] as [number, string][];
  const expected = (steps: Progress[]) => [
    part('definitions', 'objects', 0, 2),
    part('definitions', 'objects', 1, 2, 200),
    ...steps,
    part('indexes and keys', 'objects', 0, 3),
    part('indexes and keys', 'objects', 1, 3, 8),
  ];
  expect(
    said(
      2,
      ...definitions,
      [1, 'launching item 3 TABLE DATA a'],
      [0, 'launching item 4 TABLE DATA b'],
      [3, 'finished item 3 TABLE DATA a'],
      [3, 'finished item 4 TABLE DATA b'],
      ...indexes,
    ),
  ).toEqual(
    expected([
      part('restore', 'tables', 0, 2),
      part('restore', 'tables', 1, 2, 3),
      part('restore', 'tables', 2, 2, 0),
    ]),
  );
  expect(
    said(
      1,
      ...definitions,
      [1, 'processing data for table "public.a"'],
      [3, 'processing data for table "public.b"'],
      ...indexes,
    ),
  ).toEqual(expected([part('restore', 'tables', 0, 2), part('restore', 'tables', 1, 2, 3)]));
});

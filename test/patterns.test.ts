/**
 * Every pattern of src/ on hostile text: logs, answers, events and files of others may be long, and made to be slow to read.
 * A pattern that takes more than linear time on one of these texts would take minutes on a megabyte, and holds up the lock.
 */
import { expect, test } from '@jest/globals';
import { builtPatterns, hostile, patterns, SITES } from './support/patterns.ts';

/** What takes longer than LINEAR on few signs is tried on many: what is linear takes some milliseconds there, what is quadratic hundreds. */
const [FEW, MANY] = [5_000, 30_000];
/** Milliseconds of the processor. */
const [LINEAR, QUADRATIC] = [1.5, 120];

/** The first text of hostile ones that it takes too long on, and how long. */
function slow(pattern: RegExp): string | undefined {
  for (const textOf of hostile(pattern)) {
    const few = textOf(FEW);
    // Compiling, and collecting what others left, is done once.
    if (cost(pattern, few) < LINEAR || cost(pattern, few) < LINEAR) continue;
    const text = textOf(MANY);
    // What else the machine does makes one reading slow now and then.
    const took = Math.min(cost(pattern, text), cost(pattern, text));
    if (took >= QUADRATIC) return `${JSON.stringify(text.slice(0, 30))}… took ${took.toFixed(0)} ms`;
  }
  return undefined;
}

/** Milliseconds of the processor that a pattern takes to read a text, without those of the threads that collect garbage. */
function cost(pattern: RegExp, text: string): number {
  const begun = process.threadCpuUsage();
  if (pattern.global) text.replace(pattern, '');
  else pattern.exec(text);
  return process.threadCpuUsage(begun).user / 1000;
}

test('patterns are found, so that what follows says something', () => {
  expect(patterns.length).toBeGreaterThan(350);
  expect(slow(/(a+)b/)).toBeDefined();
  expect(slow(/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}/g)).toContain('eyJ');
  expect(slow(/\s*\n\s*/g)).toBeDefined();
});

test('X11: those that are put together from parts are not slow either', async () => {
  const built = await builtPatterns();
  expect([...new Set(built.map(({ at }) => at))].sort()).toEqual([...SITES].sort());
  expect(
    built.flatMap(({ at, pattern }) => (slow(pattern) ? [`${at} ${pattern}: ${slow(pattern)}`] : [])),
  ).toEqual([]);
});

test('X11: none of them is slow on a long text that is made for it', () => {
  const found = patterns.flatMap(({ at, pattern }) => {
    const why = slow(pattern);
    return why ? [`${at}: ${why}`] : [];
  });
  expect(found).toEqual([]);
});

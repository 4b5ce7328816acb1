/** The next update that every message promises. */
import { beforeEach, expect, test } from '@jest/globals';

process.env.ROLLBACK_TEST_WAITS = JSON.stringify({ NEXT_UPDATE_MS: 20 });
const { keepPromise } = await import('../../src/rollback/updates.ts');

let told: number;
let failures: unknown[];
beforeEach(() => {
  told = 0;
  failures = [];
});

/** Resolves when somebody was told so often. */
function updates(count: number, tell: () => Promise<unknown> = async () => {}) {
  let reached: () => void = () => {};
  const enough = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const promise = keepPromise(
    async () => {
      told++;
      if (told === count) reached();
      await tell();
    },
    (error) => failures.push(error),
  );
  return { promise, enough };
}

test('comes again and again from when it was promised, and not after the end', async () => {
  const { promise, enough } = updates(3);
  promise.begin();
  promise.begin();
  await enough;
  await promise.end();
  const before = told;
  const { promise: other, enough: later } = updates(before + 2);
  other.begin();
  await later;
  await other.end();
  expect(told).toBe(before + 2);
});

test('that was never promised does not come', async () => {
  const { promise } = updates(1);
  await promise.end();
  promise.begin();
  await promise.end();
  expect(told).toBe(0);
});

test('that reaches nobody is said, and the next one comes all the same', async () => {
  const { promise, enough } = updates(2, () => Promise.reject(new Error('Slack does not answer')));
  promise.begin();
  await enough;
  await promise.end();
  expect(failures).toEqual([new Error('Slack does not answer'), new Error('Slack does not answer')]);
});

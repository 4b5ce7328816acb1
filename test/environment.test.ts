import { expect, test } from '@jest/globals';
// @ts-expect-error Jest loads it as it is, so it has no types.
import Environment from './support/environment.js';

test('of what an `await using` hid, each error is shown, the first one first', async () => {
  const failing = async () => {
    await using _last = { [Symbol.asyncDispose]: () => Promise.reject(new Error('third')) };
    await using _first = { [Symbol.asyncDispose]: () => Promise.reject(new Error('second')) };
    throw new Error('first');
  };
  const hidden = await failing().catch((error: unknown) => error);
  const plain = [new Error('plain'), undefined];
  const failed = { errors: [[hidden, undefined], plain] as unknown[] };
  Environment.prototype.handleTestEvent({ name: 'test_done', test: failed });
  expect(failed.errors).toEqual([new Error('first'), new Error('second'), new Error('third'), plain]);
});

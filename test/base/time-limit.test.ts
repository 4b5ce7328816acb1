import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { ActionError } from '../../src/base/errors.ts';
import { timeLimit } from '../../src/base/time-limit.ts';

test('what has not happened in time is the reason, as a sentence for people', async () => {
  const signal = timeLimit(20, 'PostgreSQL did not answer');
  expect(signal.aborted).toBe(false);
  await once(signal, 'abort');
  expect(signal.reason).toEqual(new ActionError('PostgreSQL did not answer within 0.02 s.'));
});

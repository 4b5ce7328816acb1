import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { BACK, BAD, Platform } from './environment.ts';

let platform: Platform;
beforeEach(async () => {
  platform = await Platform.open();
});
afterEach(() => platform[Symbol.asyncDispose]());

test('an environment goes back in one step: database, services and cache, each once', async () => {
  expect(await platform.state()).toEqual(BAD);
  const step = await platform.rollBack();
  expect(step).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
  expect(await platform.state()).toEqual(BACK);
});

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { BACK, BAD, Platform } from './environment.ts';

let platform: Platform;
beforeEach(async () => {
  platform = await Platform.open();
});
afterEach(() => platform[Symbol.asyncDispose]());

test('a section `assess` that bakes is warned about: a rollback would wait for it', async () => {
  platform.configure((environment) => {
    environment.assess = { bake: '10m' };
  });
  const { warnings } = await platform.rollBack({ action: 'plan' });
  expect(warnings).toEqual([
    expect.stringMatching(/^environments\.prod\.assess has `bake: 10m`, and a rollback would wait/),
  ]);
});

test('an environment goes back in one step: database, services and cache, each once', async () => {
  expect(await platform.state()).toEqual(BAD);
  const step = await platform.rollBack();
  expect(step).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
  expect(await platform.state()).toEqual(BACK);
  // One message in Slack, changed in place, and the replies in its thread.
  const posted = [...platform.slack.messages.values()];
  expect(posted.filter(({ thread }) => thread === undefined)).toHaveLength(1);
  expect(JSON.stringify(posted[0]?.content)).toContain('rolled back, not confirmed healthy; data was lost');
  expect(step.log).not.toContain(platform.database.url);
  // At least, where the rows of the larger tables were not compared in the time that users are to wait.
  expect(step.summary).toMatch(/^## 🟡 prod: Rolled back, not confirmed healthy; (at least )?\d+ rows/m);
});

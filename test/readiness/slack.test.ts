import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkSinks } from '../../src/readiness/sinks.ts';
import type { Context } from '../../src/runner/action.ts';
import { CHANNEL_ID, startSlack } from '../support/sinks/slack.ts';

let slack: Awaited<ReturnType<typeof startSlack>>;
beforeAll(async () => {
  slack = await startSlack();
});
afterAll(() => slack.close());

const context = { signal: new AbortController().signal, mask: () => {} } as unknown as Context;
const READ = ['chat:write', 'channels:read'];

test.each([
  ['may post where it is a member', READ, {}, CHANNEL_ID, 'ok', 'may post in #incidents'],
  [
    'may not post where it was never invited',
    READ,
    { is_member: false },
    CHANNEL_ID,
    'at-risk',
    'the app is not a member of #incidents, so it cannot post there',
  ],
  [
    'may post in public channels by its scope',
    [...READ, 'chat:write.public'],
    { is_member: false },
    CHANNEL_ID,
    'ok',
    'may post in #incidents',
  ],
  [
    'may not post in private channels by that scope',
    [...READ, 'chat:write.public'],
    { is_member: false, is_private: true },
    CHANNEL_ID,
    'at-risk',
    'not a member',
  ],
  ['an archived channel', READ, { is_archived: true }, CHANNEL_ID, 'at-risk', '#incidents is archived'],
  ['a channel that is not there', READ, {}, 'C9999999999', 'at-risk', 'channel_not_found'],
  [
    'without the scope',
    ['chat:write'],
    {},
    CHANNEL_ID,
    'ok',
    'not checked, which takes the scope channels:read',
  ],
  ['by its name', READ, {}, '#incidents', 'ok', "not checked, which takes the channel's ID"],
])('%s', async (_, scopes, channel, id, state, words) => {
  slack.app.scopes = scopes;
  Object.assign(slack.channel, { is_archived: false, is_member: true, is_private: false, ...channel });
  const [finding, ...more] = await checkSinks({ ...slack.inputs, 'slack-channel': id }, context);
  expect(finding).toMatchObject({ check: 'slack', state, evidence: expect.stringContaining(words) });
  expect(more).toEqual([]);
  expect(slack.messages.size).toBe(0);
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Budget } from '../../../src/base/budget.ts';
import { callSlack } from '../../../src/systems/slack/slack.ts';
import { answer } from '../../support/sinks/server.ts';
import { SLACK_TOKEN, startSlack } from '../../support/sinks/slack.ts';
import '../realm.ts';

let slack: Awaited<ReturnType<typeof startSlack>>;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.close());

const budget = () =>
  new Budget(new AbortController().signal, { attempts: 3, attemptSeconds: 30, seconds: 60 });
const message = { text: 'hello', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'hello' } }] };
const send = (token = SLACK_TOKEN, channel = '#incidents') =>
  callSlack({ api: slack.api, token }, 'chat.postMessage', { channel, ...message }, budget());

test("the answer has the channel's ID, whatever it was called", async () => {
  expect(await send()).toEqual({ channel: 'C0123456789', ts: '1763780400.000000' });
});

test.each([
  [
    'xoxb-wrong',
    '#incidents',
    'Slack refused the message (invalid_auth); `slack-token` is wrong: give the Bot User OAuth Token (`xoxb-…`); or the app has an IP allowlist without the runner.',
  ],
  [
    SLACK_TOKEN,
    '#nowhere',
    "Slack refused the message (channel_not_found); invite the app to the channel, or give the channel's ID as `slack-channel`.",
  ],
])('ok:false is final, and told with what to do (%s in %s)', async (token, channel, sentence) => {
  await expect(send(token, channel)).rejects.toThrow(sentence);
  expect(slack.requests).toHaveLength(1);
});

test('an error that nobody has heard of is told by its name', async () => {
  slack.faults.push(answer(200, { ok: false, error: 'brand_new' }));
  await expect(send()).rejects.toThrow('Slack refused the message (brand_new); api.slack.com');
});

test.each(['ratelimited', 'service_unavailable'])('%s is tried again', async (error) => {
  slack.faults.push(answer(200, { ok: false, error }));
  expect(await send()).toMatchObject({ channel: 'C0123456789' });
});

// slackapi/node-slack-sdk#1680; Slack says of both that some of it may have succeeded.
describe.each(['internal_error', 'fatal_error'])('%s', (error) => {
  /** Slack posts the message, and says that it failed. */
  const halfDone = async () => {
    await send();
    slack.requests.length = 0;
    slack.faults.push(answer(200, { ok: false, error }));
  };

  test('a message is not posted a second time, and it is told that nobody knows', async () => {
    await halfDone();
    await expect(send()).rejects.toThrow(
      `Slack failed (${error}): it is unknown whether it was accepted, so it was not sent again; look there first.`,
    );
    expect([slack.requests.length, slack.messages.size]).toEqual([1, 1]);
  });

  test('an update, which is the same again, is tried again', async () => {
    await halfDone();
    const [ts = ''] = slack.messages.keys();
    const body = { channel: 'C0123456789', ts, ...message };
    const place = { api: slack.api, token: SLACK_TOKEN };
    expect(await callSlack(place, 'chat.update', body, budget())).toMatchObject({ ts });
  });
});

test.each([answer(200, '<html>Welcome</html>'), answer(200, { ok: true }), answer(200, 'null')])(
  'what is not Slack is told',
  async (fault) => {
    slack.faults.push(fault);
    await expect(send()).rejects.toThrow(
      /^What answers at 127\.0\.0\.1:\d+ is not Slack; check `slack-api-url`\.$/,
    );
  },
);

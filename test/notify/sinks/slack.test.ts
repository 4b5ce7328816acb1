/** What people still get where Slack takes a message in another form alone. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Budget } from '../../../src/base/budget.ts';
import { slackSink } from '../../../src/notify/sinks/slack.ts';
import { type Answer, answer, type Got } from '../../support/sinks/server.ts';
import { SLACK_TOKEN, startSlack } from '../../support/sinks/slack.ts';
import '../../systems/realm.ts';
import { messageFor } from '../fixtures.ts';

let slack: Awaited<ReturnType<typeof startSlack>>;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.close());

const send = (event: Parameters<typeof messageFor>[0], memory = {}) => {
  const budget = new Budget(new AbortController().signal, { attempts: 1, attemptSeconds: 30, seconds: 60 });
  const settings = { api: slack.api, token: SLACK_TOKEN, channel: '#incidents', incident: '7' };
  return slackSink(settings, memory, []).send(messageFor(event).message, budget);
};
const refusal = (error: string): Answer => answer(200, { ok: false, error });
const bodies = () => slack.requests.map(({ body }: Got) => body);

// vellum-ai/vellum-assistant#25557, Credal-ai/actions-sdk#323.
test.each(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])(
  'a message whose blocks are refused (%s) is there as plain text, and is the one that is changed',
  async (error) => {
    slack.faults.push(refusal(error));
    const { keep } = await send('started');
    const [, plain] = bodies();
    expect(plain.blocks).toBeUndefined();
    expect(plain.text).toContain('Issue summary');
    expect(plain.metadata).toBeDefined();
    slack.faults.push(refusal(error));
    await send('progress', keep);
    const [posted] = [...slack.messages.values()];
    expect(posted?.content).toMatchObject({ blocks: [], text: expect.stringContaining('The run: https:') });
  },
);

test.each(['metadata_must_be_sent_from_app', 'metadata_too_large', 'invalid_metadata_format'])(
  'a message whose metadata are refused (%s) is there without them, in its usual form',
  async (error) => {
    slack.faults.push(refusal(error));
    await send('started');
    const [first, second] = bodies();
    expect(second).toEqual({ ...first, metadata: undefined });
    expect(slack.messages.size).toBe(1);
  },
);

test('any other refusal is final', async () => {
  slack.faults.push(refusal('is_archived'));
  await expect(send('started')).rejects.toThrow('the channel is archived');
  expect(slack.requests).toHaveLength(1);
});

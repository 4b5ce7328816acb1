import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { liveSlack } from '../../../src/notify/sinks/slack-live.ts';
import { answer, hang } from '../../support/sinks/server.ts';
import { CHANNEL_ID, SLACK_TOKEN, startSlack } from '../../support/sinks/slack.ts';
import '../../systems/realm.ts';
import { messageFor, running } from '../fixtures.ts';

let slack: Awaited<ReturnType<typeof startSlack>>;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.close());

const message = (eta: string) => messageFor('progress', { eta }, { story: running }).message;
const never = new AbortController().signal;

function live(memory = {}, limits = { attempts: 1, attemptSeconds: 10, seconds: 20 }) {
  const failures: unknown[] = [];
  const settings = { api: slack.api, token: SLACK_TOKEN, channel: '#incidents', incident: '7' };
  return { ...liveSlack(settings, memory, never, (error) => failures.push(error), { limits }), failures };
}

test('one message is posted, then changed in place, to the newest state at the end', async () => {
  const { show, flush, memory, failures } = live();
  for (const eta of ['3 minutes', '2 minutes', '1 minute']) show(message(eta));
  await flush();
  expect(failures).toEqual([]);
  expect([...slack.messages]).toHaveLength(1);
  const [[ts = '', posted] = []] = [...slack.messages];
  expect(JSON.stringify(posted?.content)).toContain('1 minute');
  expect(memory()).toEqual({ channel: CHANNEL_ID, ts, asked: '#incidents' });
  expect(slack.requests.length).toBeLessThanOrEqual(3);
});

test('the message of an earlier step is the one that is changed', async () => {
  const first = live();
  first.show(message('3 minutes'));
  await first.flush();
  const second = live(first.memory());
  second.show(message('1 minute'));
  await second.flush();
  expect(slack.requests.map(({ path }) => path)).toEqual([
    'POST /api/chat.postMessage',
    'POST /api/chat.update',
  ]);
});

test('of what is shown while Slack hangs, the newest state alone is sent after it', async () => {
  slack.faults.push(hang);
  const { show, flush, failures } = live({}, { attempts: 1, attemptSeconds: 1, seconds: 2 });
  for (let index = 1; index <= 16; index++) show(message(`${index}/16`));
  await flush();
  expect(failures).toHaveLength(1);
  expect(slack.requests).toHaveLength(2);
  expect(JSON.stringify([...slack.messages])).toContain('16/16');
});

test('Slack that fails or hangs holds nobody up, and the end still comes', async () => {
  slack.faults.push(hang, answer(200, { ok: false, error: 'not_in_channel' }));
  const { show, flush, failures } = live({}, { attempts: 1, attemptSeconds: 1, seconds: 2 });
  show(message('3 minutes'));
  show(message('1 minute'));
  await flush();
  expect(failures).toEqual([
    expect.objectContaining({ message: expect.stringContaining('gave no answer in 2 s') }),
    expect.objectContaining({ message: expect.stringContaining('not_in_channel') }),
  ]);
});

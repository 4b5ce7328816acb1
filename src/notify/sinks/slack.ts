import type { Budget } from '../../runner/budget.ts';
import { messageOf } from '../../runner/errors.ts';
import { post } from '../../systems/http/post.ts';
import { callSlack, type Posted, SlackError } from '../../systems/slack/slack.ts';
import { cut } from '../fields.ts';
import type { Message } from '../render.ts';
import { slackEntities } from '../targets.ts';
import type { Memory, Sink } from './sink.ts';
import { slackMessage, slackReply } from './slack-blocks.ts';

/** What Slack says of a message that can not be changed any more: a new one takes its place. */
const GONE = ['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found'];
/** Characters: Discord takes 2,000. */
const LONGEST_PLAIN = 1_800;
const QUIET = { unfurl_links: false, unfurl_media: false };

/** A bot's place in Slack. */
export interface SlackSettings {
  readonly api: string;
  readonly token: string;
  /** Its name (`#incidents`) or, better, its ID. */
  readonly channel: string;
}

/**
 * Slack by a bot's token: one message for the whole rollback, updated in place, and a thread below it for the
 * details. The end of a rollback is also shown in the channel, because nobody is told of an update.
 *
 * @param memory what the first message left in the record
 * @param details Slack's mrkdwn, a line a component
 */
export function slackSink(settings: SlackSettings, memory: Memory, details: readonly string[]): Sink {
  return {
    name: 'slack',
    async send(message, budget) {
      if (message.event === 'customer') return { id: (await create(settings, message, budget)).ts };
      const known = memory.asked === settings.channel ? postedIn(memory) : undefined;
      const posted =
        (known && (await update(settings, known, message, budget))) ??
        (await create(settings, message, budget));
      const note = await reply(settings, posted, message, details, budget);
      return { id: posted.ts, keep: { ...posted, asked: settings.channel }, note };
    },
  };
}

/** Changes the message that an earlier event posted; undefined where it is not there any more. */
async function update(
  settings: SlackSettings,
  { channel, ts }: Posted,
  message: Message,
  budget: Budget,
): Promise<Posted | undefined> {
  try {
    return await callSlack(settings, 'chat.update', { channel, ts, ...slackMessage(message) }, budget);
  } catch (error) {
    if (error instanceof SlackError && GONE.includes(error.code)) return undefined;
    throw error;
  }
}

/**
 * The whole message without markup. Slack shows it where it can't show blocks; Mattermost, Rocket.Chat and Discord, which
 * take the same webhooks, show nothing else. A mention in it is none.
 */
function plainText({ subject, body, runUrl }: Message): string {
  const run = runUrl ? `\n\nThe run: ${runUrl}` : '';
  const text = slackEntities(`${subject}\n\n${body.text}`).replaceAll('@', '@\u200b');
  return `${cut(text, LONGEST_PLAIN, '…')}${run}`;
}

/** Slack by an incoming webhook, which can neither update nor answer: a message an event. */
export function slackWebhookSink(url: string): Sink {
  return {
    name: 'slack-webhook',
    async send(message, budget) {
      const body = JSON.stringify({ ...slackMessage(message), text: plainText(message), ...QUIET });
      await post({ to: 'Slack', url, body, repeatable: false }, budget, () => undefined);
      return {};
    },
  };
}

function create({ channel, ...settings }: SlackSettings, message: Message, budget: Budget): Promise<Posted> {
  return callSlack(settings, 'chat.postMessage', { channel, ...slackMessage(message), ...QUIET }, budget);
}

/** The thread's reply; the message is there already, so a failure here is no more than a note. */
async function reply(
  settings: SlackSettings,
  { channel, ts }: Posted,
  message: Message,
  details: readonly string[],
  budget: Budget,
): Promise<string | undefined> {
  const ends = message.event === 'completed' || message.event === 'failed';
  if (!ends && (message.event !== 'started' || details.length === 0)) return undefined;
  const answer = { channel, thread_ts: ts, reply_broadcast: ends, ...slackReply(message, details), ...QUIET };
  try {
    await callSlack(settings, 'chat.postMessage', answer, budget);
    return undefined;
  } catch (error) {
    return `The message is there, its thread is not: ${messageOf(error)}`;
  }
}

const postedIn = ({ channel, ts }: Memory): Posted | undefined =>
  channel && ts ? { channel, ts } : undefined;

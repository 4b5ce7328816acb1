import type { Budget } from '../../base/budget.ts';
import { messageOf } from '../../base/errors.ts';
import { post, refusePage } from '../../systems/http/post.ts';
import { callSlack, findMessage, type Posted, SlackError } from '../../systems/slack/slack.ts';
import { cut, type EventName } from '../fields.ts';
import type { Message } from '../render.ts';
import { slackEntities } from '../targets.ts';
import type { Memory, Sink } from './sink.ts';
import { slackMessage, slackReply } from './slack-blocks.ts';

/** What Slack says of a message that cannot be changed any more: a new one takes its place. */
const GONE = ['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found'];
/** Characters: Discord takes 2,000. */
const LONGEST_PLAIN = 1_800;
const QUIET = { unfurl_links: false, unfurl_media: false };

/** What Slack says of a message whose form it does not take, or of what is left with it to be found again. */
const WRONG_FORM = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'];
const WRONG_METADATA = /^(?:invalid_)?metadata_/;

/** What says all by itself where it is the first message. */
const FIRST: readonly EventName[] = ['asked', 'quick-fix'];

/** A bot's place in Slack. */
export interface SlackSettings {
  readonly api: string;
  readonly token: string;
  /** Its name (`#incidents`) or, better, its ID. */
  readonly channel: string;
  /** What all attempts of a run have in common, and their one message with them. */
  readonly incident: string;
  /** An earlier attempt of the run may have posted a message, on a runner that is gone. */
  readonly isRerun?: boolean;
}

/**
 * Slack by a bot's token: one message for the whole rollback, updated in place, and a thread below it for the details. The end
 * of a rollback is also shown in the channel, because Slack notifies no one of an update.
 *
 * @param memory what the first message left in the record
 * @param details Slack's mrkdwn, a line a component
 * @param answers whether there is a thread below it; a message that changes every second needs none
 */
export function slackSink(
  settings: SlackSettings,
  memory: Memory,
  details: readonly string[],
  answers = true,
): Sink {
  return {
    name: 'slack',
    async send(message, budget) {
      if (message.event === 'customer') return { id: (await create(settings, message, budget)).ts };
      const known = memory.asked === settings.channel ? postedIn(memory) : undefined;
      const { found, lost } = known ? { found: known } : await earlier(settings, budget);
      const changed = found && (await update(settings, found, message, budget));
      const posted = changed ?? (await create(settings, message, budget));
      const isFirst = !changed && FIRST.includes(message.event);
      const replied =
        answers && !isFirst ? await reply(settings, posted, message, details, budget) : undefined;
      const note = [lost, replied].filter(Boolean).join(' ') || undefined;
      return { id: posted.ts, keep: { ...posted, asked: settings.channel }, note };
    },
  };
}

/** A channel's ID, by which alone its messages can be looked through. */
const CHANNEL_ID = /^[CG][A-Z0-9]{6,}$/;

/** The message that an earlier attempt of the run posted; or what it takes to find it. */
async function earlier(
  settings: SlackSettings,
  budget: Budget,
): Promise<{ found?: Posted | undefined; lost?: string }> {
  const { channel, isRerun } = settings;
  if (!isRerun || !CHANNEL_ID.test(channel)) return {};
  try {
    return { found: await findMessage(settings, channel, metadataOf(settings), budget) };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return {
      lost: `The message of an earlier attempt of this run may still be there as it was: to change it, the app needs the scope \`channels:history\` (Slack says ${error.code}).`,
    };
  }
}

const metadataOf = ({ incident }: SlackSettings) => ({
  event_type: 'rollback_actions',
  event_payload: { incident },
});

/** Changes the message that an earlier event posted; undefined where it is not there any more. */
async function update(
  settings: SlackSettings,
  { channel, ts }: Posted,
  message: Message,
  budget: Budget,
): Promise<Posted | undefined> {
  try {
    const body = { channel, ts, ...slackMessage(message), metadata: metadataOf(settings) };
    return await send(settings, 'chat.update', body, message, budget);
  } catch (error) {
    if (error instanceof SlackError && GONE.includes(error.code)) return undefined;
    throw error;
  }
}

/**
 * The whole message without markup. Slack shows it where it cannot show blocks; Mattermost, Rocket.Chat and Discord, which
 * take the same webhooks, show nothing else. A mention in it is not one.
 */
function plainText({ subject, body, runUrl }: Message): string {
  const run = runUrl ? `\n\nThe run: ${runUrl}` : '';
  const text = slackEntities(`${subject}\n\n${body.text}`).replaceAll('@', '@\u200b');
  return `${cut(text, LONGEST_PLAIN, '…')}${run}`;
}

/**
 * The path of a webhook that starts a workflow: it takes values for the workflow's variables, and no message. That it was started
 * is all that Slack answers (aws-samples/aws-health-aware#39).
 */
const WORKFLOW = /^hooks\.slack(?:-gov)?\.com\/(?:workflows|triggers)\//;
const UNSHOWN =
  'It started a workflow, and Slack does not say whether that shows the message: it has to, by a variable called `text`. An incoming webhook shows it as it is.';

/** Slack by an incoming webhook, which can neither update nor answer: a message an event. */
export function slackWebhookSink(url: string): Sink {
  return {
    name: 'slack-webhook',
    async send(message, budget) {
      const { host = '', pathname = '' } = URL.parse(url) ?? {};
      const isWorkflow = WORKFLOW.test(`${host}${pathname}`);
      const text = plainText(message);
      const body = JSON.stringify(isWorkflow ? { text } : { ...slackMessage(message), text, ...QUIET });
      await post({ to: 'Slack', url, body, repeatable: false, remedy: webhookRemedy }, budget, (answer) =>
        refusePage('Slack', url, answer),
      );
      return isWorkflow ? { note: UNSHOWN } : {};
    },
  };
}

/** What a webhook says that will not work again by itself, and who can do something about it. */
function webhookRemedy({ body }: { readonly body: string }): string | undefined {
  const [code = ''] = /^[a-z_]{1,40}/.exec(body.trim()) ?? [];
  if (
    /^(?:no_service|no_service_id|no_active_hooks|no_team|team_disabled|invalid_token|user_not_found)$/.test(
      code,
    )
  )
    return 'the webhook was removed or disabled, as when who made it has left: make another one';
  if (code === 'channel_is_archived' || code === 'channel_not_found')
    return 'its channel is archived or gone: make a webhook of another one';
  return code === 'action_prohibited' ? "the workspace's settings do not let it post there" : undefined;
}

function create(settings: SlackSettings, message: Message, budget: Budget): Promise<Posted> {
  const { channel } = settings;
  // What customers are told is a message of its own, which no update is meant for.
  const known = message.event === 'customer' ? {} : { metadata: metadataOf(settings) };
  const body = { channel, ...slackMessage(message), ...QUIET, ...known };
  return send(settings, 'chat.postMessage', body, message, budget);
}

interface Body {
  readonly text: string;
  readonly blocks?: object[];
  readonly metadata?: object;
}

/** Says it in the simplest form that Slack takes: people have to get a message also where its blocks are refused. */
async function send(
  settings: SlackSettings,
  method: 'chat.postMessage' | 'chat.update',
  body: Body,
  message: Message,
  budget: Budget,
): Promise<Posted> {
  try {
    return await callSlack(settings, method, body, budget);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    const { blocks, metadata, ...rest } = body;
    if (metadata && WRONG_METADATA.test(error.code))
      return send(settings, method, { ...rest, ...(blocks && { blocks }) }, message, budget);
    if (!blocks?.length || !WRONG_FORM.includes(error.code)) throw error;
    // An update keeps the blocks that it does not name.
    const none = method === 'chat.update' ? { blocks: [] } : {};
    const plain = { ...rest, ...none, text: plainText(message), ...(metadata && { metadata }) };
    return send(settings, method, plain, message, budget);
  }
}

/** The thread's reply; the message is there already, so a failure here is no more than a note. */
async function reply(
  settings: SlackSettings,
  { channel, ts }: Posted,
  message: Message,
  details: readonly string[],
  budget: Budget,
): Promise<string | undefined> {
  const { event } = message;
  // Slack notifies no one of an edit: a promised update, a question or an end is a message of its own.
  const ends = event === 'completed' || event === 'failed' || event === 'asked' || event === 'quick-fix';
  if (!ends && event !== 'progress' && (event !== 'started' || details.length === 0)) return undefined;
  const answer = { channel, thread_ts: ts, reply_broadcast: ends, ...slackReply(message, details), ...QUIET };
  try {
    await send(settings, 'chat.postMessage', answer, message, budget);
    return undefined;
  } catch (error) {
    return `The message is there, its thread is not: ${messageOf(error)}`;
  }
}

const postedIn = ({ channel, ts }: Memory): Posted | undefined =>
  channel && ts ? { channel, ts } : undefined;

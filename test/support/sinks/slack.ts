import { type Answer, answer, type Got, SinkServer } from './server.ts';

export const SLACK_TOKEN = 'xoxb-not-a-real-token';
export const CHANNEL_ID = 'C0123456789';

interface Posted {
  readonly channel: string;
  readonly thread: string | undefined;
  readonly broadcast: boolean;
  content: Got['body'];
}

/**
 * Slack as its Web API and its incoming webhooks behave, strict about limits: what is in its channel by ts.
 * `POST /services/…` is the incoming webhook.
 */
export async function startSlack() {
  const messages = new Map<string, Posted>();
  const app = { scopes: ['chat:write', 'channels:history'] };
  const info = { name: 'incidents', is_archived: false, is_member: true, is_private: false };
  const usual: Answer = (response, got) => {
    const say = (body: object) => answer(200, body)(response, got);
    const wrong = /\.(history|info)$/.test(got.path)
      ? undefined
      : flawOf(got.body, got.path.endsWith('.update'));
    if (got.path.startsWith('POST /services/')) {
      if (wrong) return answer(400, wrong)(response, got);
      messages.set(`webhook.${messages.size}`, {
        channel: CHANNEL_ID,
        thread: undefined,
        broadcast: false,
        content: got.body,
      });
      return answer(200, 'ok')(response, got);
    }
    if (got.headers.authorization !== `Bearer ${SLACK_TOKEN}`)
      return say({ ok: false, error: 'invalid_auth' });
    if (got.path === 'POST /api/auth.test') {
      response.setHeader('x-oauth-scopes', app.scopes.join(','));
      return say({ ok: true, team: 'Shop', user: 'rollback' });
    }
    if (got.path === 'POST /api/conversations.info') {
      if (!app.scopes.includes('channels:read')) return say({ ok: false, error: 'missing_scope' });
      if (new URLSearchParams(got.text).get('channel') !== CHANNEL_ID)
        return say({ ok: false, error: 'channel_not_found' });
      return say({ ok: true, channel: { id: CHANNEL_ID, ...info } });
    }
    if (got.path === 'POST /api/conversations.history') {
      const asked = new URLSearchParams(got.text);
      if (!app.scopes.includes('channels:history')) return say({ ok: false, error: 'missing_scope' });
      if (asked.get('channel') !== CHANNEL_ID) return say({ ok: false, error: 'channel_not_found' });
      const all = [...messages].filter(([, { thread }]) => thread === undefined).reverse();
      const told = all.map(([made, { content }]) => ({
        ts: made,
        text: content.text,
        ...(asked.get('include_all_metadata') === 'true' && { metadata: content.metadata }),
      }));
      return say({ ok: true, messages: told.slice(0, Number(asked.get('limit'))) });
    }
    const { channel, ts, thread_ts: thread, reply_broadcast: broadcast = false } = got.body;
    if (wrong) return say({ ok: false, error: wrong });
    if (got.path === 'POST /api/chat.postMessage') {
      if (!['#incidents', CHANNEL_ID].includes(channel))
        return say({ ok: false, error: 'channel_not_found' });
      const made = `1763780400.00000${messages.size}`;
      messages.set(made, { channel: CHANNEL_ID, thread, broadcast, content: got.body });
      return say({ ok: true, channel: CHANNEL_ID, ts: made });
    }
    // chat.update takes the channel's ID alone.
    const message = channel === CHANNEL_ID ? messages.get(ts) : undefined;
    if (!message)
      return say({ ok: false, error: channel === CHANNEL_ID ? 'message_not_found' : 'channel_not_found' });
    message.content = got.body;
    return say({ ok: true, channel, ts });
  };
  const server = await SinkServer.start(usual);
  const api = `${server.url}/api`;
  const inputs = { 'slack-token': SLACK_TOKEN, 'slack-channel': '#incidents', 'slack-api-url': api };
  return Object.assign(server, { messages, app, channel: info, api, inputs });
}

/** What Slack would refuse a message for. */
function flawOf({ text, blocks }: Got['body'], isUpdate: boolean): string | undefined {
  if (typeof text !== 'string' || text === '') return 'no_text';
  if (text.length > 4000) return 'msg_too_long';
  // An update takes an empty list for the blocks being gone.
  if (blocks === undefined || (isUpdate && blocks.length === 0)) return undefined;
  if (!Array.isArray(blocks) || blocks.length === 0 || blocks.length > 50) return 'invalid_blocks';
  return blocks.every(isBlock) ? undefined : 'invalid_blocks';
}

function isBlock(block: Got['body']): boolean {
  if (block.type === 'header') return block.text.type === 'plain_text' && isText(block.text, 150);
  if (block.type === 'section') return isText(block.text, 3000);
  return (
    block.type === 'context' &&
    block.elements.length <= 10 &&
    block.elements.every((each: object) => isText(each, 3000))
  );
}

const isText = ({ type, text }: Got['body'], most: number) =>
  ['plain_text', 'mrkdwn'].includes(type) && text.length >= 1 && text.length <= most;

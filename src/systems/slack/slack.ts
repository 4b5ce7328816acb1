import type { Budget } from '../../runner/budget.ts';
import { ActionError } from '../../runner/errors.ts';
import { PassingError } from '../../runner/retry.ts';
import { objectOf, post } from '../http/post.ts';

/** A message as Slack names it: the channel's ID, also where it was posted by the channel's name. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/** Slack understood the request and did not carry it out; `code` is its word for why. */
export class SlackError extends ActionError {
  readonly code: string;

  constructor(code: string) {
    super(
      `Slack refused the message (${code})${(Object.hasOwn(REMEDIES, code) && REMEDIES[code]) || '; api.slack.com/methods/chat.postMessage says what that means'}.`,
    );
    this.name = 'SlackError';
    this.code = code;
  }
}

/** Slack's errors that an on-call engineer can do something about. */
const REMEDIES: Record<string, string> = {
  channel_not_found: "; invite the app to the channel, or give the channel's ID as `slack-channel`",
  not_in_channel:
    '; invite the app to the channel (`/invite @<app>`), or give it the scope `chat:write.public`',
  is_archived: '; the channel is archived: give another one as `slack-channel`',
  invalid_auth: '; `slack-token` is wrong: give the Bot User OAuth Token (`xoxb-…`)',
  not_authed: '; `slack-token` is empty',
  token_revoked: '; install the app anew and renew the secret of `slack-token`',
  token_expired: '; renew the secret of `slack-token`',
  account_inactive: '; install the app anew and renew the secret of `slack-token`',
  missing_scope: '; give the app the scope `chat:write` and install it anew',
  restricted_action: "; the workspace's settings let the app not post there",
};
const PASSING = [
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
];

/**
 * Calls `chat.postMessage` or `chat.update`.
 *
 * @throws SlackError where Slack says no, ActionError where it says nothing that makes sense
 */
export function callSlack(
  { api, token }: { api: string; token: string },
  method: 'chat.postMessage' | 'chat.update',
  message: object,
  budget: Budget,
): Promise<Posted> {
  const url = `${api.replace(/(?<!\/)\/+$/, '')}/${method}`;
  const headers = { Authorization: `Bearer ${token}` };
  // An update is the same again; a message that is posted again is there twice.
  const repeatable = method === 'chat.update';
  const letter = { to: 'Slack', url, headers, body: JSON.stringify(message), repeatable };
  return post(letter, budget, (answer) => {
    const { ok, error, channel, ts } = objectOf(answer);
    if (ok === true && typeof channel === 'string' && typeof ts === 'string') return { channel, ts };
    if (typeof error !== 'string' || !/^[a-z0-9_]{1,60}$/i.test(error))
      throw new ActionError(`What answers at ${new URL(url).host} is not Slack; check \`slack-api-url\`.`);
    if (PASSING.includes(error))
      throw new PassingError(`Slack failed (${error}); it does not work at the moment.`, {
        isLimit: /^rate_?limited$/.test(error),
      });
    throw new SlackError(error);
  });
}

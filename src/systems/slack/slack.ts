import * as v from 'valibot';
import type { Budget } from '../../base/budget.ts';
import { ActionError } from '../../base/errors.ts';
import { PassingError } from '../../base/retry.ts';
import { withoutEndSlashes } from '../../base/slashes.ts';
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
  invalid_auth:
    '; `slack-token` is wrong: give the Bot User OAuth Token (`xoxb-…`); or the app has an IP allowlist without the runner',
  not_allowed_token_type: '; `slack-token` is of another kind: give the Bot User OAuth Token (`xoxb-…`)',
  not_authed: '; `slack-token` is empty',
  token_revoked: '; install the app anew and renew the secret of `slack-token`',
  token_expired: '; renew the secret of `slack-token`',
  account_inactive: '; install the app anew and renew the secret of `slack-token`',
  missing_scope: '; give the app the scope `chat:write` and install it anew',
  restricted_action: "; the workspace's settings do not let the app post there",
};
/** Of these Slack says itself that it may have carried out what was asked. */
const HALF_DONE = ['internal_error', 'fatal_error'];
const PASSING = [...HALF_DONE, 'ratelimited', 'rate_limited', 'service_unavailable', 'request_timeout'];

interface Place {
  readonly api: string;
  readonly token: string;
}

/**
 * Calls `chat.postMessage` or `chat.update`.
 *
 * @throws SlackError where Slack says no, ActionError where it says nothing that makes sense
 */
export function callSlack(
  place: Place,
  method: 'chat.postMessage' | 'chat.update',
  message: object,
  budget: Budget,
): Promise<Posted> {
  const letter = {
    ...letterTo(place, method),
    body: JSON.stringify(message),
    // An update is the same again; a message that is posted again is there twice.
    repeatable: method === 'chat.update',
  };
  return post(letter, budget, (answer) => {
    const body = objectOf(answer);
    const { ok, channel, ts } = body;
    if (ok === true && typeof channel === 'string' && typeof ts === 'string') return { channel, ts };
    throw refusalIn(body, letter.url);
  });
}

/** Asks Slack whose token it is, and which scopes it has; nothing is posted. @throws SlackError where Slack does not take it */
export function testSlack(
  place: Place,
  budget: Budget,
): Promise<{ team: string; user: string; scopes: string[] }> {
  const letter = { ...letterTo(place, 'auth.test'), body: '{}', repeatable: true };
  return post(letter, budget, (answer) => {
    const body = objectOf(answer);
    const { ok, team, user } = body;
    const scopes = (answer.headers.get('x-oauth-scopes') ?? '').split(/[\s,]+/).filter(Boolean);
    if (ok === true && typeof team === 'string' && typeof user === 'string') return { team, user, scopes };
    throw refusalIn(body, letter.url);
  });
}

const info = v.object({
  name: v.string(),
  is_archived: v.fallback(v.boolean(), false),
  is_member: v.fallback(v.boolean(), false),
  is_private: v.fallback(v.boolean(), false),
});

/**
 * What Slack says of a channel. Takes the scope `channels:read` (`groups:read` in a private channel).
 *
 * @param channel its ID
 * @throws SlackError where Slack says no
 */
export function findChannel(
  place: Place,
  channel: string,
  budget: Budget,
): Promise<v.InferOutput<typeof info>> {
  const letter = formTo(place, 'conversations.info', { channel });
  return post(letter, budget, (answer) => {
    const body = objectOf(answer);
    const found = v.safeParse(info, body.channel);
    if (body.ok === true && found.success) return found.output;
    throw refusalIn(body, letter.url);
  });
}

/** What an app may leave with a message, and find it again by. Slack does not show it. */
export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, string>>;
}

/** Messages with all their blocks, so many at most; each may have some 13 KB. */
const MOST_MESSAGES = 100;
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * The newest message of a channel that has this metadata, among its last hundred; undefined where there is none. Takes the
 * scope `channels:history` (`groups:history` in a private channel).
 *
 * @param channel its ID
 * @throws SlackError where Slack says no
 */
export function findMessage(
  place: Place,
  channel: string,
  { event_type, event_payload }: Metadata,
  budget: Budget,
): Promise<Posted | undefined> {
  const parameters = { channel, limit: String(MOST_MESSAGES), include_all_metadata: 'true' };
  const letter = { ...formTo(place, 'conversations.history', parameters), mostBytes: MOST_BYTES };
  return post(letter, budget, (answer) => {
    const body = objectOf(answer);
    if (body.ok !== true) throw refusalIn(body, letter.url);
    const messages = v.parse(v.fallback(v.array(message), []), body.messages);
    const found = messages.find(
      ({ metadata }) =>
        metadata?.event_type === event_type &&
        Object.entries(event_payload).every(([name, value]) => metadata.event_payload[name] === value),
    );
    return found && { channel, ts: found.ts };
  });
}

const message = v.object({
  ts: v.string(),
  metadata: v.fallback(
    v.optional(v.object({ event_type: v.string(), event_payload: v.record(v.string(), v.unknown()) })),
    undefined,
  ),
});

const letterTo = ({ api, token }: Place, method: string) => ({
  to: 'Slack',
  url: `${withoutEndSlashes(api)}/${method}`,
  headers: { Authorization: `Bearer ${token}` },
});

/** A question in the form that these methods take alone. */
function formTo(place: Place, method: string, parameters: Record<string, string>) {
  const usual = letterTo(place, method);
  return {
    ...usual,
    headers: { ...usual.headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams(parameters)),
    repeatable: true,
  };
}

function refusalIn({ error }: Readonly<Record<string, unknown>>, url: string): ActionError {
  if (typeof error !== 'string' || !/^[a-z0-9_]{1,60}$/i.test(error))
    return new ActionError(`What answers at ${new URL(url).host} is not Slack; check \`slack-api-url\`.`);
  if (PASSING.includes(error))
    return new PassingError(`Slack failed (${error}); it does not work at the moment.`, {
      isLimit: /^rate_?limited$/.test(error),
      mayBeDone: HALF_DONE.includes(error),
    });
  return new SlackError(error);
}

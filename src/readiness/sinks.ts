import * as v from 'valibot';
import { Budget } from '../base/budget.ts';
import { ActionError } from '../base/errors.ts';
import { list } from '../base/values.ts';
import type { Context } from '../runner/action.ts';
import type { Values } from '../runner/part.ts';
import { testMail } from '../systems/email/mail.ts';
import { send } from '../systems/http/client.ts';
import { findChannel, SlackError, testSlack } from '../systems/slack/slack.ts';
import { type Finding, finding, ok } from './line.ts';

const SLACK_API = 'https://slack.com/api';
const PAGERDUTY = 'https://events.pagerduty.com';
/** Nothing of an answer is read. */
const NO_BYTES = 1024;

/** Whether every sink can be reached, each asked in its cheapest way; no message is sent. */
export async function checkSinks(values: Values, { signal, mask }: Context): Promise<Finding[]> {
  const budget = () => new Budget(signal);
  const pager = values['pagerduty-routing-key'] ? (values['pagerduty-url'] ?? PAGERDUTY) : undefined;
  const each: [string, string | undefined, string, (value: string) => Promise<string>][] = [
    [
      'slack',
      values['slack-token'],
      'renew the token of `slack-token`, and invite the app to the channel',
      async (token) => {
        mask(token);
        return checkSlack(token, values, budget);
      },
    ],
    [
      'email',
      values['smtp-url'],
      'put `smtp-url` right',
      async (url) => {
        if (v.parse(list(), values['email-to'] ?? '').length === 0 || !values['email-from'])
          throw new ActionError('Input `smtp-url` is given, and `email-from` or `email-to` is not');
        await testMail(url, budget());
        return 'the mail server takes the log-in';
      },
    ],
    ['slack webhook', values['slack-webhook-url'], REACH, (url) => reach(url, signal)],
    ['teams', values['teams-webhook-url'], REACH, (url) => reach(url, signal)],
    ['webhook', values['webhook-url'], REACH, (url) => reach(url, signal)],
    [
      'pagerduty',
      pager,
      REACH,
      async (url) => `${await reach(url, signal)}; a routing key cannot be tried without an event`,
    ],
  ];
  const all = await Promise.all(
    each.map(([check, value, remedy, test]) =>
      value ? finding(check, { state: 'at-risk', remedy }, async () => ok(check, await test(value))) : [],
    ),
  );
  return all.flat();
}

/** Whose token it is, and whether it may post in the channel, as far as Slack lets it ask. */
async function checkSlack(
  token: string,
  { 'slack-channel': channel, 'slack-api-url': api = SLACK_API }: Values,
  budget: () => Budget,
): Promise<string> {
  if (!channel) throw new ActionError('Input `slack-token` is given and `slack-channel` is not');
  const place = { api, token };
  const { team, user, scopes } = await testSlack(place, budget());
  const tokenOwner = `the token is that of ${user} in ${team}`;
  const isId = /^[CG][A-Z0-9]{8,}$/.test(channel);
  if (!isId)
    return `${tokenOwner}; whether it may post in ${channel} is not checked, which takes the channel's ID`;
  try {
    const { name, is_archived, is_member, is_private } = await findChannel(place, channel, budget());
    if (is_archived) throw new ActionError(`#${name} is archived`);
    const mayPost = is_member || (!is_private && scopes.includes('chat:write.public'));
    if (!mayPost) throw new ActionError(`the app is not a member of #${name}, so it cannot post there`);
    return `${tokenOwner}, which may post in #${name}`;
  } catch (error) {
    if (!(error instanceof SlackError) || error.code !== 'missing_scope') throw error;
    return `${tokenOwner}; whether it may post in ${channel} is not checked, which takes the scope channels:read`;
  }
}

const REACH = 'look at its address and the network of the runner';

/** Asks the server of a webhook for its start page: what it takes is not sent to the webhook itself. */
async function reach(webhook: string, signal: AbortSignal): Promise<string> {
  const url = URL.parse('/', webhook);
  if (!url || !/^https?:$/.test(url.protocol)) throw new ActionError('its URL is not an HTTP or HTTPS URL');
  const budget = new Budget(signal);
  const request = { url, method: 'HEAD', mostBytes: NO_BYTES } as const;
  const { status } = await budget.spend(url.host, (each) => send(request, each), { repeatable: true });
  return `${url.host} answers (${status}), and nothing was posted`;
}

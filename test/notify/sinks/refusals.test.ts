/** What Slack's webhooks and Teams say of a message that they do not show. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Budget, type Limits } from '../../../src/base/budget.ts';
import { ActionError } from '../../../src/base/errors.ts';
import { slackWebhookSink } from '../../../src/notify/sinks/slack.ts';
import { teamsSink } from '../../../src/notify/sinks/teams.ts';
import { type Answer, answer, SinkServer } from '../../support/sinks/server.ts';
import { startSlack } from '../../support/sinks/slack.ts';
import { startTeams } from '../../support/sinks/teams.ts';
import '../../systems/realm.ts';
import { messageFor } from '../fixtures.ts';

const LIMITS: Limits = { attempts: 3, attemptSeconds: 30, seconds: 60 };
const { message } = messageFor('started');

let slack: Awaited<ReturnType<typeof startSlack>>;
let teams: Awaited<ReturnType<typeof startTeams>>;
beforeEach(async () => {
  [slack, teams] = await Promise.all([startSlack(), startTeams()]);
});
afterEach(() => Promise.all([slack.close(), teams.close()]));

async function told(sink: ReturnType<typeof teamsSink>) {
  const budget = new Budget(new AbortController().signal, LIMITS);
  const error = await sink.send(message, budget).then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  if (error) expect(error).toBeInstanceOf(ActionError);
  return { said: error?.message ?? 'sent', attempts: budget.attempts };
}
const toSlack = (fault: Answer) => {
  slack.faults.push(fault);
  return told(slackWebhookSink(`${slack.url}/services/T0/B0/secret`));
};
const toTeams = (...faults: Answer[]) => {
  teams.faults.push(...faults);
  return told(teamsSink(teams.inputs['teams-webhook-url']));
};

// MicrosoftDocs/msteams-docs#400, #1736, #1810, #7425.
const inWords = (what: string): Answer => answer(200, `Webhook message delivery failed with error: ${what}`);
const httpError = (status: number) =>
  inWords(`Microsoft Teams endpoint returned HTTP error ${status} with ContextId tcid=0,server=x,cv=y..`);

describe('Teams: a 200 that says in words that the message is not there', () => {
  test.each([
    [httpError(400), /did not show the message \(200: Webhook .* HTTP error 400 .*\); check the URL\.$/],
    [httpError(413), /HTTP error 413/],
    [inWords('Error contacting Microsoft Teams endpoint'), /Error contacting Microsoft Teams endpoint\)/],
  ])('is a failure (%#)', async (fault, sentence) => {
    expect(await toTeams(fault)).toEqual({ said: expect.stringMatching(sentence), attempts: 1 });
    expect(teams.requests).toHaveLength(1);
  });

  test.each([429, 503])('is tried again after %i', async (status) => {
    expect((await toTeams(httpError(status))).said).toBe('sent');
    expect(teams.cards).toHaveLength(1);
  });

  test("any other answer of a Workflow or a connector is the message's receipt", async () => {
    expect((await toTeams(answer(200, '1'))).said).toBe('sent');
    expect((await toTeams()).said).toBe('sent');
  });
});

// ericferon/glpi-webhook#51, redanthrax/wazuh-teams-integration#3.
test('a URL of a Workflow that lost its signature is told by that', async () => {
  const said = { error: { code: 'DirectApiAuthorizationRequired', message: 'Shared Access scheme' } };
  expect((await toTeams(answer(401, said))).said).toMatch(
    /\(401: .*\); give the whole URL of the Workflow, with its `&sig=…`, and let anyone trigger it\.$/,
  );
});

test('a connector of Office 365 that refuses is told to be one', async () => {
  const fetching = globalThis.fetch;
  globalThis.fetch = async () => new Response('gone', { status: 410 });
  try {
    const { said } = await told(teamsSink('https://shop.webhook.office.com/webhookb2/secret'));
    expect(said).toMatch(/\(410: gone\); it is the URL of an Office 365 connector, .* Workflows\.$/);
    expect(said).not.toContain('secret');
  } finally {
    globalThis.fetch = fetching;
  }
});

// slackapi/slack-github-action#249, 8398a7/action-slack#130.
test.each([
  [404, 'no_service', /\(404: no_service\); the webhook was removed or disabled, .*: make another one\.$/],
  [403, 'invalid_token', /make another one\.$/],
  [410, 'channel_is_archived', /its channel is archived or gone: make a webhook of another one\.$/],
  [403, 'action_prohibited', /the workspace's settings do not let it post there\.$/],
  [400, 'invalid_payload', /check the URL and the key that it was sent with\.$/],
])("Slack's webhook says %i %s", async (status, code, sentence) => {
  expect(await toSlack(answer(status, code))).toEqual({ said: expect.stringMatching(sentence), attempts: 1 });
});

// aws-samples/aws-health-aware#39: it was answered 200, and no message came.
test.each(['workflows', 'triggers'])(
  'a webhook that starts a workflow of Slack gets a value (%s)',
  async (path) => {
    const fetching = globalThis.fetch;
    const sent: unknown[] = [];
    globalThis.fetch = async (_, { body } = {}) => {
      sent.push(JSON.parse(String(body)));
      return new Response('{"ok":true}');
    };
    try {
      const budget = new Budget(new AbortController().signal, LIMITS);
      const sink = slackWebhookSink(`https://hooks.slack.com/${path}/T0/1/secret`);
      const { note } = await sink.send(message, budget);
      expect(note).toMatch(/^It started a workflow, and Slack does not say whether that shows the message/);
      expect(sent).toEqual([{ text: expect.stringContaining(message.subject) }]);
    } finally {
      globalThis.fetch = fetching;
    }
  },
);

test.each([
  ['Slack', toSlack],
  ['Microsoft Teams', toTeams],
])('a page with 200 is not %s, and the message is not taken for sent', async (name, send) => {
  const { said } = await send(answer(200, '\n<!doctype html><title>Sign in</title>'));
  expect(said).toMatch(new RegExp(`^What answers at 127\\.0\\.0\\.1:\\d+ is not ${name} but a page; `));
});

test('what a receiver of webhooks that are like those of Slack answers is a receipt', async () => {
  const server = await SinkServer.start(answer(200, { success: true }));
  expect((await told(slackWebhookSink(`${server.url}/hooks/1`))).said).toBe('sent');
  await server.close();
});

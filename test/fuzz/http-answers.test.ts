/** What services answer over HTTP: it is understood, or refused in one short sentence without a secret; and never a crash. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Budget } from '../../src/base/budget.ts';
import { ActionError } from '../../src/base/errors.ts';
import { cloudflare } from '../../src/systems/dns/cloudflare.ts';
import { GitHubClient } from '../../src/systems/github/client.ts';
import { post } from '../../src/systems/http/post.ts';
import { enqueue } from '../../src/systems/pagerduty/pagerduty.ts';
import { callSlack } from '../../src/systems/slack/slack.ts';
import { often } from '../support/every-case.ts';
import { MARK, near, nearJson } from './fuzz.ts';

/** Milliseconds that one call may take: what is asked here does not wait. */
const LIMIT = 3000;
/** Characters of a sentence that somebody still reads. */
const LONGEST = 700;

interface Said {
  readonly status: number;
  readonly body: string;
}

let server: Server;
let url: string;
let said: Said = { status: 200, body: '' };
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(said.status, { 'Content-Type': 'application/json' });
    response.end(said.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const signal = AbortSignal.timeout(300_000);
const budget = () => new Budget(signal, { attempts: 1, attemptSeconds: 5, seconds: 15 });

/** Bodies that are almost what is expected, or nothing of the kind. */
const bodies = (examples: readonly object[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.oneof(...examples.map(nearJson)).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: near(examples.map((each) => JSON.stringify(each))) },
  );

async function refusedOrDone(act: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  await act().catch((error: unknown) => {
    if (!(error instanceof ActionError)) throw error;
    const { message, details } = error;
    if (/[\r\n]/.test(message)) throw new Error(`more than one line: ${message}`);
    if (message.length > LONGEST) throw new Error(`nobody reads ${message.length} characters`);
    if (`${message}${details.join()}`.includes(MARK)) throw new Error(`a secret is told: ${message}`);
  });
  const milliseconds = performance.now() - begun;
  if (milliseconds > LIMIT) throw new Error(`it took ${Math.round(milliseconds)} ms`);
}

const record = { id: 'a1', type: 'A', name: 'www.a.example', content: '192.0.2.1', ttl: 300, proxied: false };
const zone = { id: 'f'.repeat(32), name: 'a.example', name_servers: ['ns1.a.example'] };
const failed = { success: false, errors: [{ code: 1004, message: 'DNS Validation Error' }], result: null };

const CASES: [string, (at: string) => Promise<unknown>, readonly object[], readonly number[]][] = [
  [
    'Slack',
    (at) => callSlack({ api: at, token: MARK }, 'chat.postMessage', {}, budget()),
    [
      { ok: true, channel: 'C1', ts: '1.2' },
      { ok: false, error: 'channel_not_found' },
    ],
    [200, 200, 403],
  ],
  [
    'PagerDuty',
    (at) => enqueue(at, 'event', { routing_key: MARK }, budget()),
    [{ status: 'success', dedup_key: '7-1', message: 'Event processed' }],
    [202, 202, 400],
  ],
  [
    'Teams and webhooks',
    (at) =>
      post(
        { to: 'Microsoft Teams', url: `${at}/${MARK}`, body: '{}', repeatable: false },
        budget(),
        () => undefined,
      ),
    [{ error: { code: 'InvalidRequest', message: 'no' } }],
    [202, 400, 413],
  ],
  [
    'GitHub',
    (at) =>
      new GitHubClient({ token: MARK, owner: 'a', repo: 'b', api: at }, signal, {
        attemptMs: 5000,
        attempts: 1,
      }).request(
        'POST /repos/{owner}/{repo}/issues',
        {},
        { what: 'create an issue', permission: 'issues: write', repeatable: false },
      ),
    [{ id: 7 }, { message: 'Validation Failed', errors: [{ field: 'title' }] }],
    [201, 404, 422],
  ],
  [
    'Cloudflare: the zone',
    (at) => cloudflare('a.example', { token: MARK, endpoint: at, signal }),
    [{ success: true, errors: [], result: [zone], result_info: { total_pages: 1 } }, failed],
    [200, 200, 400, 403],
  ],
];

test.each(CASES)('%s', async (_, ask, examples, statuses) => {
  await fc.assert(
    fc.asyncProperty(bodies(examples), fc.constantFrom(...statuses), async (body, status) => {
      said = { status, body };
      await refusedOrDone(() => ask(url));
    }),
    { numRuns: often(300), interruptAfterTimeLimit: 15_000 },
  );
});

test('Cloudflare: the records', async () => {
  said = { status: 200, body: JSON.stringify({ success: true, result: zone }) };
  const provider = await cloudflare(zone.id, { token: MARK, endpoint: url, signal });
  const examples = [{ success: true, errors: [], result: [record], result_info: { total_pages: 1 } }, failed];
  await fc.assert(
    fc.asyncProperty(bodies(examples), async (body) => {
      said = { status: 200, body };
      await refusedOrDone(() => provider.read('www.a.example'));
    }),
    { numRuns: often(300), interruptAfterTimeLimit: 15_000 },
  );
});

/** What the properties found, or would too seldom. */
test.each<[string, string, (at: string) => Promise<unknown>, RegExp]>([
  [
    'a word that every object has',
    '{"ok": false, "error": "constructor"}',
    CASES[0]?.[1] as never,
    /^Slack refused the message \(constructor\); api\.slack\.com/,
  ],
  [
    'an error of several lines',
    '{"ok": false, "error": "a\\n::warning::b"}',
    CASES[0]?.[1] as never,
    /is not Slack; check/,
  ],
  [
    'an error without end',
    JSON.stringify({ ok: false, error: 'x'.repeat(60_000) }),
    CASES[0]?.[1] as never,
    /is not Slack; check/,
  ],
  [
    'a list that is none',
    '{"success": true, "result": 7}',
    CASES[4]?.[1] as never,
    /^What answers is not Cloudflare's API \(.*\); check `endpoint`\.$/,
  ],
  [
    'pages without end',
    JSON.stringify({ success: true, result: [], result_info: { total_pages: 1e308 } }),
    CASES[4]?.[1] as never,
    /^Cloudflare lists more than 100 pages/,
  ],
  [
    'more than anybody reads',
    `{"success": true, "result": "${'x'.repeat(20_000_000)}"}`,
    CASES[4]?.[1] as never,
    /^What answers is not Cloudflare's API/,
  ],
])('%s', async (_, body, ask, sentence) => {
  said = { status: 200, body };
  await expect(ask(url)).rejects.toThrow(sentence);
  await refusedOrDone(() => ask(url));
});

/** Every action of dist/, with a marked word in every secret that it takes: none of them may stand where others read. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { INPUTS, SECRETS } from '../../src/config/inputs.ts';
import { runAction } from '../support/action.ts';
import { deadline } from '../support/deadline.ts';
import { EVERY_CASE } from '../support/every-case.ts';
import { hardJson, hardLines, hardWord, plainWord, toldIn } from '../support/marked-secrets.ts';
import { shortenWaits } from '../support/waits.ts';

// How long somebody who is not there is waited for says nothing of what is told.
shortenWaits({ API_SERVER_FIRST_MS: 300, REDIS_AWAY_CLEAR_MS: 300, SINK_SECONDS: 2 });

type Name = keyof typeof INPUTS;
const NAMES = Object.keys(INPUTS) as Name[];
/** Nothing listens there. */
const NOWHERE = '127.0.0.1:9';

/** What makes a bug of an action. */
const BUG = join(import.meta.dirname, '../support/bug.js');

/** What is not a secret but an address, in which people write credentials all the same. */
const ADDRESSES = [
  'prometheus-url',
  'alertmanager-url',
  'slack-api-url',
  'pagerduty-url',
  'endpoint',
  's3-endpoint',
  'backup',
];

/** What each action needs to come to its secrets. */
const NEEDED: Partial<Record<Name, Record<string, string>>> = {
  assess: { 'error-rate-query': 'ratio' },
  'clear-cache': { prefix: 'cart:' },
  notify: {
    event: 'started',
    'slack-channel': '#ops',
    'email-from': 'ops@example.com',
    'email-to': 'all@example.com',
  },
  report: { issue: 'create' },
  'rollback-db': { confirm: 'shop' },
  'rollback-infra': { ref: 'HEAD' },
  'rollback-service': { workloads: 'web' },
  'mark-good': { workloads: 'web' },
  'hand-back': { workloads: 'web' },
  rollback: { config: 'rollback.yml' },
  'switch-dns': {
    provider: 'cloudflare',
    zone: 'example.com',
    name: 'www.example.com',
    type: 'A',
    value: '192.0.2.1',
  },
  'smoke-test': { commands: 'deployment/web: ./smoke' },
  'verify-integrity': { mode: 'analyze' },
};

/** How far it gets with them: to its first request, where nothing answers. The rest is in test/servers. */
const REACHES: Partial<Record<Name, RegExp>> = {
  assess: /can ?not be reached|The deadline of 3 s/,
  'clear-cache': /The deadline of 3 s|can ?not be reached/,
  'mark-good': /The deadline of 3 s|can ?not be reached/,
  'hand-back': /The deadline of 3 s|can ?not be reached/,
  notify: /pagerduty/i,
  report: /GitHub/,
  'rollback-db': /127\.0\.0\.1:9 can ?not be reached/,
  'rollback-infra': /is not in a git repository/,
  'rollback-service': /The deadline of 3 s|can ?not be reached/,
  rollback: /127\.0\.0\.1:9 can ?not be reached/,
  'smoke-test': /The deadline of 3 s|can ?not be reached/,
  'switch-dns': /`endpoint` is not an address/,
  'verify-integrity': /127\.0\.0\.1:9 can ?not be reached/,
};

/** For the whole rollback: a database, whose secrets come by inputs. */
const CONFIGURATION = `environments:
  prod:
    components:
      orders: { kind: database, backup: /tmp/none.dump, confirm: shop }
      carts: { kind: cache, prefix: 'cart:' }
`;
/** For the report: a rollback that began. */
const EVENT = {
  id: 'run-1',
  at: '2026-11-25T10:00:00.000Z',
  component: 'rollback-service',
  step: 'action',
  status: 'started',
};

/** The form that a secret of this name has when it is a right one. */
const FORMS: Record<string, (word: string, host: string) => string> = {
  'database-url': (word, host) => `postgresql://shop:${inUrl(word)}@${host}/shop`,
  'compare-with-url': (word, host) => `postgresql://shop:${inUrl(word)}@${host}/other`,
  'pgbouncer-url': (word, host) => `postgresql://shop:${inUrl(word)}@${host}/pgbouncer`,
  'redis-url': (word, host) => `redis://shop:${inUrl(word)}@${host}/0`,
  'smtp-url': (word, host) => `smtp://shop:${inUrl(word)}@${host}`,
  'slack-webhook-url': (word, host) => `http://${host}/services/${inUrl(word)}`,
  'teams-webhook-url': (word, host) => `http://${host}/${inUrl(word)}`,
  'webhook-url': (word, host) => `http://${host}/${inUrl(word)}`,
  'secret-vars': (word) => `password=${word}\ndb=${JSON.stringify({ user: 'svc', password: word })}`,
  'tsig-key': (word) => `hmac-sha256:key:${Buffer.from(word).toString('base64')}`,
};
const inUrl = (word: string) => encodeURIComponent(word);
/** What travels in a header. */
const TOKENS = ['prometheus-token', 'slack-token', 'github-token', 'api-token', 'pagerduty-routing-key'];

const rightSecret = (input: string, host: string): string => {
  const word = TOKENS.includes(input) ? hardWord(input) : hardLines(input);
  return FORMS[input]?.(input === 'secret-vars' ? hardWord(input) : word, host) ?? word;
};

const kubeconfig = (host: string) =>
  JSON.stringify({
    'current-context': 'c',
    clusters: [{ name: 'c', cluster: { server: `http://${host}`, 'insecure-skip-tls-verify': true } }],
    contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
    users: [
      { name: 'u', user: { token: plainWord('token'), password: hardWord('password'), username: 'u' } },
    ],
  });

/** Every secret with a word of its own; `form` writes it as it has to be, or as somebody gets it wrong. */
function secretsOf(name: Name, host: string, form: (input: string) => string): Record<string, string> {
  const taken = INPUTS[name] as readonly string[];
  const given = SECRETS[name].map((input) => [input, form(input)] as const);
  const addresses = taken
    .filter((input) => ADDRESSES.includes(input))
    .map((input) => [input, `http://user:${inUrl(hardLines(input))}@${host}/dump.sql`] as const);
  const cluster = taken.includes('kubeconfig') ? [['kubeconfig', kubeconfig(host)] as const] : [];
  const headers = taken.includes('prometheus-headers')
    ? [
        [
          'prometheus-headers',
          `Authorization: Token ${hardWord('header')}\nX-Key: ${hardWord('key')}`,
        ] as const,
      ]
    : [];
  return Object.fromEntries([...given, ...addresses, ...cluster, ...headers]);
}

/** All that a step leaves for others; the runner takes `add-mask` lines for itself. */
async function leftBy(
  name: Name,
  given: Record<string, string>,
  { api = `http://${NOWHERE}`, bug }: { api?: string; bug?: string } = {},
): Promise<{ text: string; log: string }> {
  const temp = mkdtempSync(join(tmpdir(), 'secrets-'));
  writeFileSync(join(temp, 'rollback.yml'), CONFIGURATION);
  if (name === 'report') writeFileSync(join(temp, 'rollback-record.jsonl'), `${JSON.stringify(EVENT)}\n`);
  const step = await runAction(name, {
    temp,
    with: { timeout: await deadline(3), ...NEEDED[name], ...given },
    env: {
      GITHUB_REPOSITORY: 'shop/shop',
      GITHUB_API_URL: api,
      ...(bug && { BUG: bug, NODE_OPTIONS: `--import=${BUG}` }),
    },
  });
  const files = readdirSync(temp, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(temp, file)).isFile())
    .map((file) => `${file}\n${readFileSync(join(temp, file), 'latin1')}`);
  const log = step.log.replaceAll(/^::add-mask::.*$/gm, '');
  const told = JSON.stringify([step.outputs, step.record]);
  return { log, text: [log, told, step.summary, ...files].join('\n') };
}

/** Says in every answer, also in capitals, all that it was sent: as an error, as proxies and servers that debug do. */
const echo = createServer(async (request, response) => {
  const body = await textOf(request);
  const sent = [request.url, ...request.rawHeaders, body].join('\n');
  const message = `${sent}\n${sent.toUpperCase()}\n${decodeURIComponent(request.url ?? '')}`;
  response
    .writeHead(request.url?.includes('text') ? 400 : 403, { 'Content-Type': 'application/json' })
    .end(
      JSON.stringify({ message, error: message, errors: [{ code: 1, message }], status: 'error', ok: false }),
    );
});
let host = '';
beforeAll(async () => {
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  host = `127.0.0.1:${(echo.address() as AddressInfo).port}`;
});
afterAll(() => {
  echo.closeAllConnections();
  echo.close();
});

/** Of some ways in which any action can be wrong, those that this one is tried with: the next action has the next ones. */
const someOf = <T>(name: Name, ways: readonly T[], count: number): T[] =>
  EVERY_CASE
    ? [...ways]
    : ways.filter((_, at) => (at + NAMES.indexOf(name)) % Math.round(ways.length / count) === 0);

describe.each(NAMES)('%s', (name) => {
  // What a person writes down for the record may have a secret in it.
  const told = SECRETS[name].filter((input) => input !== 'tsig-key').slice(0, 2);
  const reason = `because ${told.map(hardWord).join(' and ')}`;

  test('X1: tells no secret that is right', async () => {
    const given = secretsOf(name, NOWHERE, (input) => rightSecret(input, NOWHERE));
    const { log, text } = await leftBy(name, { reason, ...given });
    expect(log).toMatch(REACHES[name] as RegExp);
    expect(toldIn(text)).toEqual([]);
  });

  test('X17: tells no secret that a server says again', async () => {
    const given = secretsOf(name, host, (input) => rightSecret(input, host));
    const { log, text } = await leftBy(name, { reason, ...given }, { api: `http://${host}` });
    expect(log).toMatch(/\S/);
    expect(toldIn(text)).toEqual([]);
  });

  const bugs: [how: string, form: (input: string) => string][] = [
    ['thrown', (input) => rightSecret(input, NOWHERE)],
    ['uncaught', hardJson],
    ['rejected', (input) => rightSecret(input, NOWHERE)],
  ];
  test.each(someOf(name, bugs, 1))('tells no secret in the stack of a bug that is %s', async (bug, form) => {
    const { log, text } = await leftBy(name, { reason, ...secretsOf(name, NOWHERE, form) }, { bug });
    expect(log).toMatch(/^::error::This is a bug: /m);
    expect(log).toMatch(/^::group::Details\nTypeError: This is a bug: [\s\S]*^ {4}at .*index\.js:\d+:\d+/m);
    expect(toldIn(text)).toEqual([]);
  });

  test('X1, X2: tells no secret that is wrong, or is JSON', async () => {
    const address = (input: string) => `https://${hardLines(input)}`;
    for (const form of someOf(name, [hardWord, hardLines, hardJson, address], 2)) {
      const because = form === address ? 'a test' : reason;
      const { log, text } = await leftBy(name, { reason: because, ...secretsOf(name, NOWHERE, form) });
      expect(log).toMatch(/\S/);
      expect(toldIn(text)).toEqual([]);
    }
  });
});

test('what is searched for is found where it stands', () => {
  const secret = hardWord('x');
  expect(toldIn(`a\nb ${secret}x\nc`)).toHaveLength(1);
  for (const before of ['', 'u', 'us', 'user:'])
    expect(toldIn(Buffer.from(`${before}${secret}`).toString('base64'))).toHaveLength(1);
  for (const half of ['Zq7x&amp;', 'zq7x', 'MA-RK3D']) expect(toldIn(half)).toHaveLength(1);
});

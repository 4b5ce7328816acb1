/** Every action of dist/, with a marked word in every secret that it takes: none of them may stand where others read. */
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { INPUTS, SECRETS } from '../../src/config/inputs.ts';
import { runAction } from '../support/action.ts';
import { shortenWaits } from '../support/waits.ts';

// How long somebody who is not there is waited for says nothing of what is told.
shortenWaits({ API_SERVER_FIRST_MS: 300, REDIS_AWAY_CLEAR_MS: 300, SINK_SECONDS: 2 });

type Name = keyof typeof INPUTS;
const NAMES = Object.keys(INPUTS) as Name[];
const MARK = 'Ma-rk3d-';
/** Nothing listens there. */
const NOWHERE = '127.0.0.1:9';

/** What is no secret but an address, in which people write credentials all the same. */
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
  rollback: { config: 'rollback.yml' },
  'switch-dns': {
    provider: 'cloudflare',
    zone: 'example.com',
    name: 'www.example.com',
    type: 'A',
    value: '192.0.2.1',
  },
  'verify-integrity': { mode: 'analyze' },
};

/** How far it gets with them: to its first request, where nothing answers. The rest is in test/servers. */
const REACHES: Record<Name, RegExp> = {
  assess: /can not be reached/,
  'clear-cache': /127\.0\.0\.1:9 can not be reached/,
  'mark-good': /127\.0\.0\.1:9 can not be reached/,
  notify: /pagerduty/i,
  report: /GitHub/,
  'rollback-db': /127\.0\.0\.1:9 can not be reached/,
  'rollback-infra': /is in no git repository/,
  'rollback-service': /127\.0\.0\.1:9 can not be reached/,
  rollback: /127\.0\.0\.1:9 can not be reached/,
  'switch-dns': /`endpoint` is no address/,
  'verify-integrity': /127\.0\.0\.1:9 can not be reached/,
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
  step: 'rollback-service',
  status: 'started',
};

/** The form that a secret of this name has when it is a right one. */
const FORMS: Record<string, (word: string) => string> = {
  'database-url': (word) => `postgresql://shop:${word}@${NOWHERE}/shop`,
  'compare-with-url': (word) => `postgresql://shop:${word}@${NOWHERE}/other`,
  'pgbouncer-url': (word) => `postgresql://shop:${word}@${NOWHERE}/pgbouncer`,
  'redis-url': (word) => `redis://shop:${word}@${NOWHERE}/0`,
  'smtp-url': (word) => `smtp://shop:${word}@${NOWHERE}`,
  'slack-webhook-url': (word) => `http://${NOWHERE}/services/${word}`,
  'teams-webhook-url': (word) => `http://${NOWHERE}/${word}`,
  'webhook-url': (word) => `http://${NOWHERE}/${word}`,
  'secret-vars': (word) => `password=${word}`,
  'tsig-key': (word) => `hmac-sha256:key:${Buffer.from(word).toString('base64')}`,
};

const kubeconfig = (word: string) =>
  JSON.stringify({
    'current-context': 'c',
    clusters: [{ name: 'c', cluster: { server: `http://${NOWHERE}`, 'insecure-skip-tls-verify': true } }],
    contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
    users: [{ name: 'u', user: { token: word, password: `${word}-password`, username: 'u' } }],
  });

/** Every secret with a word of its own; `form` writes it as it has to be, or as somebody gets it wrong. */
function secretsOf(name: Name, form: (input: string, word: string) => string): Record<string, string> {
  const taken = INPUTS[name] as readonly string[];
  const given = SECRETS[name].map((input) => [input, form(input, `${MARK}${input}`)] as const);
  const addresses = taken
    .filter((input) => ADDRESSES.includes(input))
    .map((input) => [input, `https://user:${MARK}${input}@localhost:9/dump.sql`] as const);
  const cluster = taken.includes('kubeconfig')
    ? [['kubeconfig', kubeconfig(`${MARK}kubeconfig`)] as const]
    : [];
  return Object.fromEntries([...given, ...addresses, ...cluster]);
}

/** All that a step leaves for others; the runner takes `add-mask` lines for itself. */
async function leftBy(name: Name, given: Record<string, string>): Promise<{ text: string; log: string }> {
  const temp = mkdtempSync(join(tmpdir(), 'secrets-'));
  writeFileSync(join(temp, 'rollback.yml'), CONFIGURATION);
  if (name === 'report') writeFileSync(join(temp, 'rollback-record.jsonl'), `${JSON.stringify(EVENT)}\n`);
  const step = await runAction(name, {
    temp,
    with: { reason: 'a test', timeout: '5s', ...NEEDED[name], ...given },
    env: { GITHUB_REPOSITORY: 'shop/shop', GITHUB_API_URL: `http://${NOWHERE}` },
  });
  const files = readdirSync(temp, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(temp, file)).isFile())
    .map((file) => `${file}\n${readFileSync(join(temp, file), 'latin1')}`);
  const log = step.log.replaceAll(/^::add-mask::.*$/gm, '');
  const told = JSON.stringify([step.outputs, step.record]);
  return { log, text: [log, told, step.summary, ...files].join('\n') };
}

const CODED = (text: string) => Buffer.from(text).toString('base64').slice(0, 10);
const found = (text: string) =>
  text
    .split('\n')
    .filter(
      (line) => line.includes(MARK) || line.includes(CODED(MARK)) || line.includes(encodeURIComponent(MARK)),
    );

describe.each(NAMES)('%s', (name) => {
  test('tells no secret that is right', async () => {
    const { log, text } = await leftBy(
      name,
      secretsOf(name, (input, word) => FORMS[input]?.(word) ?? word),
    );
    expect(log).toMatch(REACHES[name]);
    expect(found(text)).toEqual([]);
  });

  test('tells no secret that is wrong', async () => {
    for (const wrong of ['', 'https://']) {
      const { log, text } = await leftBy(
        name,
        secretsOf(name, (_, word) => `${wrong}${word}`),
      );
      expect(log).toMatch(/\S/);
      expect(found(text)).toEqual([]);
    }
  });
});

test('what is searched for is found where it stands', () => {
  expect(found(`a\nb ${MARK}x\nc`)).toHaveLength(1);
  expect(found(Buffer.from(`${MARK}x`).toString('base64'))).toHaveLength(1);
});

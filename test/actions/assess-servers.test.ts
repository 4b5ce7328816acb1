/** What speaks Prometheus' API in its own way: VictoriaMetrics, Amazon's, one that hangs, an Alertmanager beside it. */

import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { runAction } from '../support/action.ts';
import { type Reply, startJsonServer } from '../support/json-server.ts';
import { shortenWaits } from '../support/waits.ts';

shortenWaits({ PROMETHEUS_ATTEMPT_MS: 5000 });

type Server = Awaited<ReturnType<typeof startJsonServer>>;
const servers: Server[] = [];
const start = async (reply: (url: URL, request: IncomingMessage) => Reply | undefined): Promise<Server> => {
  const server = await startJsonServer(reply);
  servers.push(server);
  return server;
};
afterEach(() => {
  for (const server of servers.splice(0)) server.stop();
});

const QUERIES = {
  'error-rate-query': 'errors',
  'requests-query': 'requests',
  'latency-query': 'none',
  alerts: 'none',
};
const DEPLOYED = Math.floor(Date.now() / 1000) - 300;

/** The answer of a healthy service, or of one that fails. */
function answerOf(url: URL, share = '0.001'): object {
  const query = url.searchParams.get('query') ?? '';
  const at = Number(url.searchParams.get('time') ?? Date.now() / 1000);
  const value =
    query === 'time()' ? String(at) : query === 'errors' ? share : query === 'requests' ? '5000' : '1';
  return { status: 'success', data: { resultType: 'vector', result: [{ metric: {}, value: [at, value] }] } };
}

test.each([
  [false, { decision: 'none', result: 'judged' }],
  [true, { decision: 'evaluate', result: 'inconclusive' }],
])('A8: VictoriaMetrics, isPartial: %s', async (isPartial, outputs) => {
  const { url } = await start((asked) => ({ body: { ...answerOf(asked), isPartial } }));
  const step = await runAction('assess', { with: { 'prometheus-url': url, ...QUERIES } });
  expect(step.outputs).toMatchObject(outputs);
});

test('A9: what the address has as its query goes with every request', async () => {
  const server = await start((asked) =>
    asked.searchParams.get('extra_label') === 'team=shop'
      ? {
          body: asked.pathname.endsWith('/alerts')
            ? { status: 'success', data: { alerts: [] } }
            : answerOf(asked),
        }
      : { status: 400, body: { status: 'error', error: 'no tenant' } },
  );
  const given = {
    'prometheus-url': `${server.url}/select/0/?extra_label=team%3Dshop`,
    'deployed-at': String(DEPLOYED),
  };
  const step = await runAction('assess', { with: { ...given, ...QUERIES, alerts: 'action=rollback' } });
  expect(step.outputs).toMatchObject({ decision: 'none', result: 'judged' });
  expect(server.requests.length).toBeGreaterThan(5);
});

test('a token that goes over the internet in plain text is warned of', async () => {
  const given = { ...QUERIES, 'prometheus-token': 'geheim', timeout: '2s' };
  const step = await runAction('assess', { with: { ...given, 'prometheus-url': 'http://203.0.113.7:9090' } });
  expect(step.warnings).toContainEqual(
    expect.stringMatching(
      /^The password or token for `prometheus-url` goes to 203\.0\.113\.7:9090 over the internet in plain text/,
    ),
  );
  const { url } = await start((asked) => ({ body: answerOf(asked) }));
  const near = await runAction('assess', { with: { ...given, 'prometheus-url': url } });
  expect(near.warnings.join()).not.toContain('plain text');
});

test('A10: a Prometheus that hangs is asked one question', async () => {
  const server = await start(() => undefined);
  const begun = performance.now();
  const step = await runAction('assess', {
    with: {
      'prometheus-url': server.url,
      'deployed-at': String(DEPLOYED),
      ...QUERIES,
      alerts: 'action=rollback',
    },
  });
  expect(step.outputs).toMatchObject({ decision: 'evaluate', result: 'inconclusive' });
  expect(step.warnings[0]).toContain('gave no answer in 5 s');
  expect(server.requests).toHaveLength(1);
  expect(performance.now() - begun).toBeLessThan(15_000);
});

test('A12: a baseline that cannot be read is told', async () => {
  const { url } = await start((asked) =>
    Number(asked.searchParams.get('time') ?? Number.POSITIVE_INFINITY) <= DEPLOYED
      ? { status: 422, body: { status: 'error', error: 'too old' } }
      : { body: answerOf(asked, '0.45') },
  );
  const step = await runAction('assess', {
    with: { 'prometheus-url': url, 'deployed-at': String(DEPLOYED), ...QUERIES },
  });
  expect(step.outputs.message).toMatch(/45 % of requests fail \(unknown before the deploy: .*too old\)/);
});

test('VictoriaMetrics answers of a moment ago, which is no wrong clock', async () => {
  const { url } = await start((asked) => {
    const body = answerOf(asked) as { data: { result: [{ value: [number, string] }] } };
    if (asked.searchParams.get('query') === 'time()')
      body.data.result[0].value[1] = String(Date.now() / 1000 - 30);
    return { body };
  });
  const step = await runAction('assess', { with: { 'prometheus-url': url, ...QUERIES } });
  expect(step.warnings).toEqual([]);
});

test.each([
  ['that its condition held before the deploy', DEPLOYED - 60, 'evaluate'],
  ['that it began after it', DEPLOYED + 90, 'rollback'],
])('an alert began when Prometheus says %s, whoever is asked', async (_, activeAt, decision) => {
  const labels = { alertname: 'Errors', action: 'rollback', severity: 'critical' };
  const begun = new Date(activeAt * 1000).toISOString();
  // Its rule waits for two minutes (`for: 2m`).
  const fired = new Date((activeAt + 120) * 1000).toISOString();
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const prometheus = await start((asked) => ({
    body: asked.pathname.endsWith('/alerts')
      ? { status: 'success', data: { alerts: [{ labels, state: 'firing', activeAt: begun }] } }
      : answerOf(asked),
  }));
  const alertmanager = await start(() => ({
    body: [
      {
        labels: { ...labels, replica: 'a' },
        startsAt: fired,
        endsAt: later,
        status: { state: 'active', silencedBy: [], inhibitedBy: [] },
      },
    ],
  }));
  const given = {
    ...QUERIES,
    'prometheus-url': prometheus.url,
    alerts: 'action=rollback',
    'deployed-at': String(DEPLOYED),
  };
  const one = await runAction('assess', { with: given });
  const both = await runAction('assess', { with: { ...given, 'alertmanager-url': alertmanager.url } });
  expect([one.outputs.decision, both.outputs.decision]).toEqual([decision, decision]);
});

test('a Prometheus that says the time and nothing else costs one look', async () => {
  const server = await start((asked) =>
    asked.searchParams.get('query') === 'time()' ? { body: answerOf(asked) } : undefined,
  );
  const step = await runAction('assess', {
    with: {
      'prometheus-url': server.url,
      'deployed-at': String(DEPLOYED),
      ...QUERIES,
      alerts: 'action=rollback',
    },
    // Each question by itself has more time than the look.
    env: { ROLLBACK_TEST_WAITS: JSON.stringify({ ASSESS_SAMPLE_MS: 1000 }) },
  });
  expect(step.outputs).toMatchObject({ decision: 'evaluate', result: 'inconclusive' });
  expect(step.warnings[0]).toContain('no answer within the 1 s that a sample may take');
});

const GOOGLE = '/v1/projects/shop/location/global/prometheus/api/v1/query';
const TOKEN = 'ya29.a0AfB_token-of-the-workload-identity';
const googleSays = (status: number, code: string, message: string): Reply => ({
  status,
  body: { error: { code: status, message, status: code } },
});

/**
 * Google Managed Prometheus as its reference has it (projects.location.prometheus.api.v1.query): GET, an access token, and
 * the parameters query, time and timeout; any other one is refused. It knows no rules and no alerts.
 */
function google(url: URL, request: IncomingMessage): Reply {
  if (request.headers.authorization !== `Bearer ${TOKEN}`)
    return googleSays(
      401,
      'UNAUTHENTICATED',
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    );
  if (request.method !== 'GET' || url.pathname !== GOOGLE) return { status: 404, body: {} };
  const stranger = [...url.searchParams.keys()].find((name) => !['query', 'time', 'timeout'].includes(name));
  if (stranger !== undefined)
    return googleSays(
      400,
      'INVALID_ARGUMENT',
      `Invalid JSON payload received. Unknown name "${stranger}": Cannot bind query parameter. Field '${stranger}' could not be found in request message.`,
    );
  return { body: answerOf(url) };
}

test('Google Managed Prometheus takes an access token, and no parameter of others', async () => {
  const server = await start(google);
  const given = { 'prometheus-url': `${server.url}${GOOGLE.replace('/api/v1/query', '')}`, ...QUERIES };
  const more = { 'deployed-at': String(DEPLOYED), 'prometheus-token': TOKEN };
  const step = await runAction('assess', { with: { ...given, ...more } });
  expect(step.outputs).toMatchObject({ decision: 'none', result: 'judged' });
  expect(step.warnings).toEqual([]);
  expect(step.log.replace(`::add-mask::${TOKEN}`, '')).not.toContain(TOKEN);
  const without = await runAction('assess', { with: given });
  expect(without.outputs.result).toBe('inconclusive');
  expect(without.warnings[0]).toMatch(
    /says 401: Request had invalid authentication credentials.*check the token/,
  );
  // It has no /api/v1/alerts.
  const alerts = await runAction('assess', { with: { ...given, ...more, alerts: 'action=rollback' } });
  expect(alerts.warnings[0]).toMatch(/alerts: .* says 404.*`alertmanager-url`, or `alerts: none`/);
});

test.each([
  [{ warnings: ['store 3 did not answer'] }, 'inconclusive'],
  [{ infos: ['metric might not be a counter'] }, 'judged'],
])('of what an answer says beside its numbers: %j', async (beside, result) => {
  const { url } = await start((asked) => ({ body: { ...answerOf(asked), ...beside } }));
  const step = await runAction('assess', { with: { 'prometheus-url': url, ...QUERIES } });
  expect(step.outputs.result).toBe(result);
});

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

/** AWS's own recipe (Signature Version 4), done by hand on what arrived. */
function signatureOf(request: IncomingMessage, url: URL): string {
  const [, scope = '', signed = ''] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+),/.exec(request.headers.authorization ?? '') ?? [];
  const encode = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const names = signed.split(';');
  const headers = names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`).join('');
  const path = url.pathname.split('/').map(encode).join('/');
  const canonical = ['GET', path, query.join('&'), headers, signed, hash('')].join('\n');
  const text = ['AWS4-HMAC-SHA256', String(request.headers['x-amz-date']), scope, hash(canonical)].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer | string>(
      (last, part) => createHmac('sha256', last).update(part).digest(),
      `AWS4${SECRET}`,
    );
  return createHmac('sha256', key).update(text).digest('hex');
}

test('Amazon Managed Prometheus takes what is signed right, and nothing else', async () => {
  const server = await start((asked, request) => {
    const [, signature] = /Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '') ?? [];
    const isRight =
      signature === signatureOf(request, asked) &&
      /\/eu-west-1\/aps\/aws4_request/.test(request.headers.authorization ?? '');
    return isRight
      ? { body: answerOf(asked) }
      : { status: 403, body: { message: 'Missing Authentication Token' } };
  });
  const given = { 'prometheus-url': `${server.url}/workspaces/ws-1?a=b`, ...QUERIES };
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: SECRET,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const step = await runAction('assess', { with: { ...given, 'aws-region': 'eu-west-1' }, env });
  expect(step.outputs).toMatchObject({ decision: 'none', result: 'judged' });
  const unsigned = await runAction('assess', { with: given, env });
  expect(unsigned.warnings[0]).toContain('says 403');
  const lost = await runAction('assess', {
    with: { ...given, 'aws-region': 'eu-west-1' },
    env: { AWS_EC2_METADATA_DISABLED: 'true', HOME: '/nonexistent' },
  });
  expect(lost.warnings[0]).toContain('there are no AWS credentials');
});

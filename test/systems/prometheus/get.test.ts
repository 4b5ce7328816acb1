/** Prometheus behind what stands before it in practice: proxies, gateways, TLS, and networks that fail. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { Prometheus } from '../../../src/systems/prometheus/client.ts';
import { getJson } from '../../../src/systems/prometheus/get.ts';
import { runAction } from '../../support/action.ts';
import { type Reply, startJsonServer } from '../../support/json-server.ts';
import { json, ScriptedServer, stream } from '../scripted-server.ts';

const OK = { body: { status: 'success', data: { resultType: 'scalar', result: [1, '7'] } } };
let server: Awaited<ReturnType<typeof startJsonServer>> | undefined;
afterEach(() => server?.stop());

/** Asks a server that gives these answers, the last one for ever. */
async function ask(...replies: (Reply | undefined)[]) {
  let number = 0;
  server = await startJsonServer(() => replies[Math.min(number++, replies.length - 1)]);
  const get = getJson(new AbortController().signal);
  return new Prometheus({ url: server.url, headers: { 'X-Scope-OrgID': 'shop' } }, get).number(
    'up',
    1_800_000_000,
  );
}

test('asks with the query, its time and the headers', async () => {
  expect(await ask(OK)).toEqual({ value: 7 });
  expect(server?.requests).toMatchObject([
    { path: '/api/v1/query?query=up&time=1800000000', headers: { 'x-scope-orgid': 'shop' } },
  ]);
});

test.each([429, 500, 502, 503])('%d is asked again', async (status) => {
  expect(await ask({ status, body: 'busy' }, OK)).toEqual({ value: 7 });
});

test.each<[string, Reply, RegExp, number]>([
  ['a server that stays busy', { status: 503, body: 'busy' }, /^localhost:\d+ says 503$/, 3],
  [
    'a wrong query',
    { status: 400, body: { status: 'error', error: 'parse error' } },
    /says 400: parse error$/,
    1,
  ],
  ['a wrong token', { status: 401, body: '' }, /says 401; check the token, and the tenant's header/, 1],
  [
    'a login page',
    { status: 302, headers: { Location: '/login' } },
    /says 302, a redirect, which is not followed/,
    1,
  ],
  ['a page', { body: '<html>' }, /answers with something that is not JSON/, 1],
  ['no Prometheus', { body: { hello: 'world' } }, /^the answer is not one of the Prometheus API$/, 1],
])('%s is not a number', async (_, reply, why, requests) => {
  const answer = await ask(reply);
  expect(answer).toEqual({ value: null, reason: expect.stringMatching(why) });
  expect(server?.requests).toHaveLength(requests);
});

test('A10: silence costs one time-out; an answer that is cut off is asked for again; neither is a number', async () => {
  server = await startJsonServer(() => undefined);
  const prometheus = (url: string, silence?: number) =>
    new Prometheus({ url, headers: {} }, getJson(new AbortController().signal, silence));
  expect(await prometheus(server.url, 50).number('up')).toEqual({
    value: null,
    reason: expect.stringMatching(/^localhost:\d+ gave no answer in 0\.05 s$/),
  });
  expect(server.requests).toHaveLength(1);

  const cut = stream(['{"status": "success", "data": {"resultType": "scalar", "result": [1, "7'], 'is cut');
  const scripted = await ScriptedServer.start(cut, json(OK.body), cut, cut, cut);
  expect(await prometheus(scripted.url).number('up')).toEqual({ value: 7 });
  expect(await prometheus(scripted.url).number('up')).toEqual({
    value: null,
    reason: expect.stringMatching(/cannot be reached: the connection was cut$/),
  });
  await scripted.close();
});

test('an answer without an end is given up before it fills the memory', async () => {
  const chunk = Buffer.alloc(4 * 1024 * 1024, ' ');
  let sent = 0;
  const endless = await ScriptedServer.start((response) => {
    const more = () => {
      do sent += chunk.length;
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more).on('error', () => {});
    more();
  });
  const prometheus = new Prometheus({ url: endless.url, headers: {} }, getJson(new AbortController().signal));
  expect(await prometheus.number('up')).toEqual({
    value: null,
    reason: expect.stringMatching(/answers with more than 64 MiB; ask for fewer series$/),
  });
  expect(endless.requests).toHaveLength(1);
  expect(sent).toBeLessThan(256 * 1024 * 1024);
  await endless.close();
});

test('a cancelled run ends at once', async () => {
  server = await startJsonServer(() => undefined);
  const controller = new AbortController();
  const asked = getJson(controller.signal)(server.url, {});
  setTimeout(() => controller.abort(new Error('cancelled')), 50);
  await expect(asked).rejects.toThrow('cancelled');
});

test('TLS by a private CA works with NODE_EXTRA_CA_CERTS, and says so without; no secret is told', async () => {
  const file = (name: string) => join(import.meta.dirname, '../../support/kubernetes', name);
  const tls = { key: readFileSync(file('localhost.key')), cert: readFileSync(file('localhost.crt')) };
  server = await startJsonServer(
    (url) => (url.pathname.endsWith('alerts') ? { status: 404, body: '' } : OK),
    tls,
  );
  const given = {
    'prometheus-url': server.url.replace('://', '://me:Geheim-Wort@'),
    'prometheus-token': 'Tok-en-Secret',
    'latency-query': 'none',
    'error-rate-query': 'ratio',
    alerts: 'none',
  };
  const step = await runAction('assess', {
    with: given,
    env: { NODE_EXTRA_CA_CERTS: file('localhost.crt') },
  });
  // It answers, with 7 for everything, which is not a share.
  expect(step.outputs).toMatchObject({ severity: 'none', result: 'inconclusive' });
  expect(step.warnings.join()).toContain('the query gives 7, which is not a share');
  expect(server.requests[0]?.headers.authorization).toBe('Bearer Tok-en-Secret');
  const untrusted = await runAction('assess', { with: { ...given, alerts: 'action=rollback' } });
  expect(untrusted.warnings.join()).toMatch(
    /its certificate is signed by an unknown authority; give NODE_EXTRA_CA_CERTS/,
  );
  for (const { log, outputs, summary, record } of [step, untrusted]) {
    const told = `${log.replaceAll(/^::add-mask::.*$/gm, '')}${JSON.stringify([outputs, record])}${summary}`;
    expect(told).not.toMatch(/Geheim-Wort|Tok-en-Secret/);
  }
});

test('a clock that is off is told, and a server without alerts too', async () => {
  const at = Date.now() / 1000 - 120;
  server = await startJsonServer((url) => {
    if (url.pathname.endsWith('alerts')) return { status: 404, body: '404 page not found' };
    const value = url.searchParams.get('query') === 'time()' ? String(at) : '0';
    return { body: { status: 'success', data: { resultType: 'scalar', result: [at, value] } } };
  });
  const step = await runAction('assess', {
    with: { 'prometheus-url': server.url, 'error-rate-query': 'ratio', 'latency-query': 'none' },
  });
  expect(step.warnings[0]).toMatch(/^The clock of Prometheus is 12\d s off this runner's; /);
  expect(step.warnings[1]).toMatch(
    /\(alerts: localhost:\d+ says 404; give `alertmanager-url`, or `alerts: none`;/,
  );
  const times = server.requests.map(({ path }) => new URL(path, 'http://x').searchParams.get('time'));
  // By its clock: now, and before the deploy.
  const seconds = times.filter((time) => time !== null).map((time) => Math.round(Number(time) - at));
  expect(new Set(seconds)).toEqual(new Set([0, -300]));
});

import { afterEach, describe, expect, jest, test } from '@jest/globals';
import '../realm.ts';
import { ActionError } from '../../../src/base/errors.ts';
import { KubeClient, PATCH } from '../../../src/systems/kubernetes/client.ts';
import { ApiError, isPassing } from '../../../src/systems/kubernetes/errors.ts';
import { connected } from '../../support/kubernetes/connected.ts';
import {
  closedPort,
  configFor,
  hang,
  json,
  type Reply,
  refuse,
  reset,
  ScriptedServer,
  stream,
  text,
} from '../scripted-server.ts';

let server: ScriptedServer;
let client: KubeClient;
let stop: AbortController;

async function connect(...script: Reply[]): Promise<void> {
  ({ server, client, stop } = await connected(...script));
}

afterEach(async () => {
  client?.close();
  await server?.close();
});

const failure = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => new Error('it did not fail'),
    (error: Error) => error,
  );

describe('a request', () => {
  test('carries method, query, body and its type', async () => {
    await connect(json({ a: { unknown: [1] } }), json({}), json({}));
    expect(await client.get('/x', { query: { limit: 5, none: undefined, label: 'a=b,c in (d)' } })).toEqual({
      a: { unknown: [1] },
    });
    await client.patch('/y', PATCH.strategic, { text: 'zwölf' });
    await client.request('POST', '/z', { body: {} });
    expect(server.requests).toMatchObject([
      { method: 'GET', path: '/x', query: { limit: '5', label: 'a=b,c in (d)' }, body: undefined },
      {
        method: 'PATCH',
        path: '/y',
        body: { text: 'zwölf' },
        headers: { 'content-type': 'application/strategic-merge-patch+json', 'content-length': '17' },
      },
      { method: 'POST', path: '/z', body: {}, headers: { 'content-type': 'application/json' } },
    ]);
    expect(server.requests[0]?.query).not.toHaveProperty('none');
    expect(server.requests[0]?.headers).not.toHaveProperty('content-type');
  });

  test('goes below the path of the server', async () => {
    await connect(json({}), json({}));
    for (const path of ['/k8s/clusters/c-1', '/k8s/clusters/c-1/']) {
      const proxied = new KubeClient(configFor(server.url + path), stop.signal);
      await proxied.get('/api/v1/pods');
      proxied.close();
    }
    expect(server.told).toEqual(Array(2).fill('GET /k8s/clusters/c-1/api/v1/pods'));
  });

  test('has the answer as text where it is text', async () => {
    await connect(text('line 1\nzwölf\n'));
    expect(await client.text('GET', '/log')).toBe('line 1\nzwölf\n');
  });

  test('that finds nothing is undefined, and an error where it must be there', async () => {
    await connect(refuse(404, 'NotFound'), refuse(404, 'NotFound'), refuse(403, 'Forbidden'));
    expect(await client.find('/x')).toBeUndefined();
    await expect(client.get('/x')).rejects.toMatchObject({
      status: 404,
      reason: 'NotFound',
      message: 'NotFound by script',
    });
    await expect(client.find('/x')).rejects.toMatchObject({ status: 403 });
  });
});

describe('an answer that is no success', () => {
  test.each([301, 400, 403, 404, 405, 409, 410, 415, 422])('%i is not asked for again', async (status) => {
    await connect(refuse(status, 'Some'), json({}));
    const error = await failure(client.get('/x'));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status,
      reason: 'Some',
      message: 'Some by script',
      retryAfterMs: 0,
    });
    expect(server.requests).toHaveLength(1);
  });

  test('401 is told as what to do, and not asked for again', async () => {
    await connect(refuse(401, 'Unauthorized'), json({}));
    const error = await failure(client.get('/x'));
    expect(error.message).toMatch(/does not accept the credentials of the kubeconfig/);
    expect(server.requests).toHaveLength(1);
  });

  test.each([429, 500, 502, 503, 504])('%i is asked for again', async (status) => {
    await connect(refuse(status), refuse(status), json({ fine: true }));
    expect(await client.get('/x')).toEqual({ fine: true });
    expect(server.requests).toHaveLength(3);
  });

  test('is repeated with the same body', async () => {
    await connect(refuse(503), reset, json({}));
    await client.patch('/x', PATCH.merge, { a: 1 });
    expect(server.requests.map(({ method, body }) => [method, body])).toEqual(
      Array(3).fill(['PATCH', { a: 1 }]),
    );
  });

  test.each([429, 503])('%i is asked for again no sooner than Retry-After', async (status) => {
    await connect(refuse(status, '', { 'Retry-After': '1' }), json({}));
    await client.get('/x');
    const [first, second] = server.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test.each([
    ['5', 5],
    ['3600', 30],
    ['0', 0],
    ['-1', 0],
    ['soon', 0],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 0],
  ])('Retry-After: %s is %s seconds', async (header, seconds) => {
    await connect(refuse(400, '', { 'Retry-After': header }));
    const error = await failure(client.open('GET', '/x', {}, 1000));
    expect(error).toMatchObject({ retryAfterMs: seconds * 1000 });
  });

  test('that is HTML of a proxy is told by its beginning', async () => {
    await connect(text(`<html>${'x'.repeat(500)}`, 404, { 'Content-Type': 'text/html' }));
    const error = await failure(client.get('/x'));
    expect(error.message).toMatch(/^HTTP 404: <html>x+$/);
    expect(error.message.length).toBeLessThan(230);
  });

  test.each(['null', '5', '"text"', '[]'])('that is the JSON %s is an ApiError too', async (body) => {
    await connect(text(body, 404));
    await expect(client.get('/x')).rejects.toBeInstanceOf(ApiError);
  });
});

describe('a success that is not an answer of an API server', () => {
  test.each(['<html>Welcome</html>', '', '{"cut": '])(
    '%j is one sentence that names the server',
    async (body) => {
      await connect(text(body));
      const error = await failure(client.get('/x'));
      expect(error).toBeInstanceOf(ActionError);
      expect(error.message).toContain(server.url);
    },
  );

  test('a list that is none is one too', async () => {
    await connect(json({ hello: 'world' }));
    expect(await failure(client.list('/x'))).toBeInstanceOf(ActionError);
  });
});

test('an address that is none is one sentence, at once', async () => {
  await connect();
  const nowhere = new KubeClient(configFor('not an address'), stop.signal);
  await expect(nowhere.get('/x')).rejects.toThrow(
    'The Kubernetes API server not an address cannot be reached: Invalid URL; check the server',
  );
});

describe('a connection', () => {
  test('that is cut is made again', async () => {
    await connect(reset, reset, json({ fine: true }));
    expect(await client.get('/x')).toEqual({ fine: true });
  });

  test('that is cut in the middle of an answer is made again', async () => {
    await connect(stream(['{"a": '], 'is cut'), json({ fine: true }));
    expect(await client.get('/x')).toEqual({ fine: true });
  });

  test('in silence is given up, and that may pass', async () => {
    await connect(hang, json({}));
    const error = await failure(client.open('GET', '/x', {}, 50));
    expect(error.message).toBe('no answer for 0.05 s');
    expect(isPassing(error)).toBe(true);
    expect((await client.open('GET', '/x', {}, 1000)).statusCode).toBe(200);
  });

  test('is kept and used again', async () => {
    await connect(json({}), json({}), json({}));
    const ports = new Set<unknown>();
    for (let round = 0; round < 3; round++) {
      const response = await client.open('GET', '/x', {}, 1000);
      ports.add(response.socket.localPort);
      for await (const _ of response);
    }
    expect(ports.size).toBe(1);
  });

  test('is one of few for many requests at once, and serves the copies of the client too', async () => {
    const ports = new Set<unknown>();
    const noted: Reply = (response, request) => {
      ports.add(response.socket?.remotePort);
      return json({})(response, request);
    };
    await connect(...Array(60).fill(noted));
    const at = (one: KubeClient) => Promise.all([...Array(20).keys()].map((number) => one.get(`/${number}`)));
    await at(client);
    expect(ports.size).toBe(8);
    const copy = client.withSignal(AbortSignal.timeout(5000));
    await at(copy);
    copy.close();
    await at(client);
    expect(ports.size).toBe(8);
  });

  test('of a copy is there where all of the client are waited for', async () => {
    await connect(...Array(8).fill(hang), json({ fine: true }));
    const waiting = [...Array(9).keys()].map((number) => failure(client.get(`/${number}`)));
    await server.got(8);
    const copy = client.withSignal(AbortSignal.timeout(5000));
    expect(await copy.get('/copy')).toEqual({ fine: true });
    expect(server.requests.map(({ path }) => path)).not.toContain('/8');
    stop.abort(new ActionError('enough'));
    await Promise.all(waiting);
    copy.close();
  });

  test('is there for a change, though others are looked at for long', async () => {
    await connect(...Array(40).fill(hang));
    const change = (path: string) => failure(client.patch(path, PATCH.merge, {}));
    const waiting = [...Array(20).keys()].map((number) => change(`/${number}`));
    await server.got(20);
    const review = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
    const asked = [...Array(9).keys()].map(() => failure(client.request('POST', review, { body: {} })));
    await server.got(28);
    expect(server.requests.filter(({ path }) => path === review)).toHaveLength(8);
    stop.abort(new ActionError('enough'));
    await Promise.all([...waiting, ...asked]);
  });

  test('to nothing is an error that names the server, within the patience for a first answer', async () => {
    const url = await closedPort();
    const refused = new KubeClient(configFor(url), AbortSignal.timeout(200));
    expect(isPassing(await failure(refused.open('GET', '/x', {}, 1000)))).toBe(true);
    await expect(refused.get('/x')).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('abort', () => {
  test.each<[string, Reply[]]>([
    ['while an answer is waited for', [hang]],
    ['while an answer comes', [stream(['{'])]],
    ['between two attempts', Array(50).fill(refuse(503))],
    ['while Retry-After is waited for', [refuse(429, '', { 'Retry-After': '30' })]],
  ])(
    'ends a request %s at once, with the reason',
    async (_, script) => {
      await connect(...script);
      const open = jest.spyOn(client, 'open');
      const error = failure(client.get('/x'));
      await server.got(1);
      // Its answer is here too, where there is one.
      if (script[0] !== hang) await Promise.allSettled([open.mock.results[0]?.value]);
      const reason = new ActionError('enough');
      stop.abort(reason);
      expect(await error).toBe(reason);
    },
    // Less than what it would wait for.
    10_000,
  );

  test('before a request sends none', async () => {
    await connect(json({}));
    stop.abort(new ActionError('enough'));
    await expect(client.get('/x')).rejects.toThrow('enough');
    expect(server.requests).toEqual([]);
  });

  test('does not end a client with a signal of its own', async () => {
    await connect(json({ fine: true }));
    stop.abort(new ActionError('enough'));
    const other = client.withSignal(AbortSignal.timeout(5000));
    expect(await other.get('/x')).toEqual({ fine: true });
    other.close();
  });
});

test.each([
  '/api/v1/namespaces/shop/secrets/..',
  '/api/v1/namespaces/shop/secrets/.',
  '/api/v1/namespaces/../secrets/a',
  '/api/v1/namespaces/shop/secrets/%2e%2E/x',
  '/api/v1/namespaces/shop\\..\\secrets',
  '/api/v1/namespaces/shop/secrets/a\nb',
])('X8: the path %j, which leads elsewhere, is not asked for', async (path) => {
  const other = await ScriptedServer.start(json({}));
  const careful = new KubeClient(configFor(other.url), AbortSignal.timeout(10_000));
  await expect(careful.get(path)).rejects.toThrow('is not a path of it');
  expect(other.requests).toEqual([]);
  careful.close();
  await other.close();
});

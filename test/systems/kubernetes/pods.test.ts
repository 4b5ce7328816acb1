import { createHash } from 'node:crypto';
import '../realm.ts';
import { afterEach, describe, expect, test } from '@jest/globals';
import { KubeClient } from '../../../src/systems/kubernetes/client.ts';
import {
  eventsAbout,
  getThroughProxy,
  lastLogLines,
  openInPod,
} from '../../../src/systems/kubernetes/pods.ts';
import { pod } from '../../service/fixtures.ts';
import { configFor, hang, json, type Reply, refuse, ScriptedServer, text } from '../scripted-server.ts';

let server: ScriptedServer;
let client: KubeClient;
async function connect(...script: Reply[]): Promise<KubeClient> {
  server = await ScriptedServer.start(...script);
  client = new KubeClient(configFor(server.url), AbortSignal.timeout(10_000));
  return client;
}
afterEach(async () => {
  client?.close();
  await server?.close();
});

const PATH = '/api/v1/namespaces/shop/pods/web-abc';

describe('the last lines of a log', () => {
  test('are those of the life before', async () => {
    await connect(text('one\ntwo\n'));
    expect(await lastLogLines(client, pod('web-abc'), 'web', 15)).toEqual(['one', 'two']);
    expect(server.requests).toMatchObject([
      { path: `${PATH}/log`, query: { container: 'web', tailLines: '15', previous: 'true' } },
    ]);
  });

  test.each<[string, Reply]>([
    ['was none', refuse(400, 'BadRequest')],
    ['said nothing', text('\n \n')],
  ])('are those of this life where there %s before', async (_, reply) => {
    await connect(reply, text('three'));
    expect(await lastLogLines(client, pod('web-abc'), 'web', 15)).toEqual(['three']);
    expect(server.requests[1]?.query.previous).toBe('false');
  });

  test('say so where there is no log, or no right to read it', async () => {
    await connect(refuse(403, 'Forbidden'), refuse(403, 'Forbidden'));
    expect(await lastLogLines(client, pod('web-abc'), 'web', 15)).toEqual(['(no log: Forbidden by script)']);
  });
});

test('warnings are asked for by uid, and told oldest first', async () => {
  const event = (message: string, at: object) => ({ metadata: { name: message }, message, ...at });
  const items = [
    event('second', { lastTimestamp: '2026-11-01T00:00:02Z' }),
    event('first', { eventTime: '2026-11-01T00:00:01.5Z' }),
    event('undated', {}),
  ];
  await connect(json({ apiVersion: 'v1', kind: 'EventList', metadata: { resourceVersion: '1' }, items }));
  const events = await eventsAbout(client, 'shop', 'u-1');
  expect(events.map(({ message }) => message)).toEqual(['undated', 'first', 'second']);
  expect(server.requests[0]).toMatchObject({
    path: '/api/v1/namespaces/shop/events',
    query: { fieldSelector: 'involvedObject.uid=u-1' },
  });
});

describe('a look through the proxy', () => {
  const look = (more: object = {}, silence = 1000) =>
    getThroughProxy(
      client,
      pod('web-abc'),
      { scheme: 'http', port: '8080', path: '/health', ...more },
      silence,
    );

  test.each([
    [{}, `${PATH}:8080/proxy/health`, {}],
    [{ scheme: 'https' }, '/api/v1/namespaces/shop/pods/https:web-abc:8080/proxy/health', {}],
    [{ path: '/health?deep=1&x=a%20b' }, `${PATH}:8080/proxy/health`, { deep: '1', x: 'a b' }],
  ])('%j asks %s', async (more, path, query) => {
    await connect(text('fine'));
    await look(more);
    expect(server.requests).toMatchObject([{ method: 'GET', path, query }]);
  });

  test.each([301, 404, 500, 503])('is an error at %i, and is made once', async (status) => {
    await connect(text('no', status));
    await expect(look()).rejects.toMatchObject({ status, message: `HTTP ${status}: no` });
    expect(server.requests).toHaveLength(1);
  });

  test('is an error after silence', async () => {
    await connect(hang);
    await expect(look({}, 50)).rejects.toThrow('no answer for 0.05 s');
  });
});

describe('a command in a pod ends with the run, though the server does not answer', () => {
  const reason = new Error('cancelled');
  const SILENT: [string, Reply, number][] = [
    ['to the request', hang, 0],
    ['to the end of the connection', upgrade, 1],
  ];

  test.each(SILENT)(
    '%s',
    async (_, reply, isOpen) => {
      server = await ScriptedServer.start(reply);
      const cancel = new AbortController();
      client = new KubeClient(configFor(server.url), cancel.signal);
      const running = openInPod(client, pod('web-abc'), ['sleep', '60'], () => {}, null);
      if (isOpen) await running;
      else while (server.requests.length === 0) await new Promise(setImmediate);
      cancel.abort(reason);
      await expect(running.then(({ ended }) => ended)).rejects.toBe(reason);
    },
    5000,
  );
});

/** Takes a WebSocket, and says nothing on it. */
function upgrade(response: Parameters<Reply>[0], { headers }: Parameters<Reply>[1]): void {
  const key = `${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  response.socket?.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${createHash('sha1').update(key).digest('base64')}`,
      `Sec-WebSocket-Protocol: ${headers['sec-websocket-protocol']?.split(',')[0]}`,
      '\r\n',
    ].join('\r\n'),
  );
}

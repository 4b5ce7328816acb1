import { once } from 'node:events';
import { get } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isLasting, unreachableReason } from '../../src/systems/network.ts';

let silent: Server;
const connections: Socket[] = [];
let closed: number;

beforeAll(async () => {
  const port = async (server: Server) => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port;
  };
  const gone = createServer();
  closed = await port(gone);
  gone.close();
  silent = createServer((socket) => connections.push(socket));
  await port(silent);
});
afterAll(() => {
  silent.close();
  for (const socket of connections) socket.destroy();
});

const urlOf = (port: number) => `http://127.0.0.1:${port}/`;
const quiet = () => urlOf((silent.address() as AddressInfo).port);
/** As rooms do it: what ends the attempt is one signal of several. */
const soon = () => AbortSignal.any([new AbortController().signal, AbortSignal.timeout(50)]);
const failure = (work: Promise<unknown>) => work.catch((error: unknown) => error);
const requested = (...[url, options]: Parameters<typeof get>) =>
  failure(new Promise((resolve, reject) => get(url, options, resolve).on('error', reject)));

describe('what it means that somebody could not be talked to', () => {
  test('is said of who gives no answer, to fetch and to a request', async () => {
    expect(unreachableReason(await failure(fetch(quiet(), { signal: soon() })))).toBe('no answer');
    expect(unreachableReason(await requested(quiet(), { signal: soon() }))).toBe('no answer');
  });

  test('is said of a port where nobody listens, however many addresses its name has', async () => {
    expect(unreachableReason(await failure(fetch(urlOf(closed))))).toBe('nothing listens there');
    const both = [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ];
    const error = await requested(`http://shop.example:${closed}/`, {
      agent: false,
      lookup: (_, __, done) => (done as (error: null, all: typeof both) => void)(null, both),
    });
    expect((error as Error).message).toBe('');
    expect(unreachableReason(error)).toBe('nothing listens there');
  });

  test.each([
    [Object.assign(new AggregateError([]), { code: 'ENOSUCHCODE' }), 'ENOSUCHCODE'],
    [new Error('fetch failed', { cause: new Error('bad port\nand more') }), 'bad port'],
  ])('without words for it is what the error says, or its code: %s', (error, words) => {
    expect(unreachableReason(error)).toBe(words);
  });

  test('lasts or does not by the error at the bottom', () => {
    const cause = Object.assign(new Error('self-signed'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(isLasting(new TypeError('fetch failed', { cause }))).toBe(true);
    expect(isLasting(Object.assign(new Error('cut'), { code: 'ECONNRESET' }))).toBe(false);
  });
});

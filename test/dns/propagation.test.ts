import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, expect, test } from '@jest/globals';
import packet from 'dns-packet';
import { propagate } from '../../src/dns/propagation.ts';

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});

/** A name server that answers these TTLs one after another, and the last for ever. */
async function startServer(ttls: number[], value = '192.0.2.7') {
  const socket = createSocket('udp4');
  sockets.push(socket);
  socket.on('message', (message, { port, address }) => {
    const { id, questions } = packet.decode(message);
    const ttl = ttls.length > 1 ? (ttls.shift() as number) : (ttls[0] as number);
    const answers = [{ type: 'A' as const, name: 'shop.example.com', ttl, data: value }];
    const flags = packet.AUTHORITATIVE_ANSWER;
    socket.send(packet.encode({ type: 'response', id, flags, questions, answers }), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { host: '127.0.0.1', port: socket.address().port };
}

const wanted = {
  name: 'shop.example.com',
  type: 'A' as const,
  ttl: 60,
  values: ['192.0.2.7'],
  recursive: false,
};
const follows = async (ttls: number[], before: { ttl: number; values: string[] }, seconds = 5) => {
  const server = await startServer(ttls);
  const signal = AbortSignal.timeout(seconds * 1000);
  return propagate([server], { ...wanted, before }, signal).then(
    () => true,
    (error) => (error as Error).message,
  );
};

test('a cache before the servers may count the TTL of new values down', async () => {
  expect(await follows([57], { ttl: 300, values: ['192.0.2.1'] })).toBe(true);
});

test('the old TTL of the same values, counted down, is not the new one', async () => {
  const before = { ttl: 300, values: wanted.values };
  expect(await follows([57, 56, 60], before)).toBe(true);
  expect(await follows([57], before, 1)).toMatch(/ \(answers it with the TTL 57\) did not follow in time; /);
});

test('once the old TTL has passed, what is counted down is the new one', async () => {
  expect(await follows([59], { ttl: 1, values: wanted.values })).toBe(true);
});

test('a TTL above the wanted one is not the wanted one', async () => {
  expect(await follows([300], { ttl: 300, values: ['192.0.2.1'] }, 1)).toMatch(/with the TTL 300/);
});

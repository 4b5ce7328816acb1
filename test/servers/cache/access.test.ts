import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { runAction, type StepResult, startAction } from '../../support/action.ts';
import { freePort } from '../../support/port.ts';
import { makeCertificates } from '../../support/redis/certificates.ts';
import { PASSWORD, type ServerOptions, startRedis, type TestServer } from '../../support/redis/server.ts';

const servers: TestServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));
async function started(options: ServerOptions): Promise<TestServer> {
  const server = await startRedis(options);
  servers.push(server);
  return server;
}

const clear = (url: string, inputs: Record<string, string> = {}) =>
  runAction('clear-cache', { with: { 'redis-url': url, prefix: 'shop:', reason: 'test', ...inputs } });
const encoded = encodeURIComponent(PASSWORD);

/** The password, in any form, is nowhere to be read but in the line that hides it. */
function expectNoSecret({ log, summary, outputs, record }: StepResult): void {
  const said = log.replaceAll(/^::add-mask::.*$/gm, '') + summary + JSON.stringify([outputs, record]);
  for (const form of [PASSWORD, encoded, JSON.stringify(PASSWORD).slice(1, -1)])
    expect(said).not.toContain(form);
}

describe('who may', () => {
  test('password and ACL user get in; who lacks a right, or has another password, is told so', async () => {
    const server = await started({
      settings: ['--requirepass', PASSWORD],
      password: PASSWORD,
    });
    const at = `127.0.0.1:${server.port}`;
    await server.client.set('shop:1', 'x');
    await server.client.call(
      'ACL',
      'SETUSER',
      'ops',
      'on',
      `>${PASSWORD}`,
      '~shop:*',
      '+scan',
      '+unlink',
      '+info',
      '+dbsize',
    );
    await server.client.call(
      'ACL',
      'SETUSER',
      'viewer',
      'on',
      `>${PASSWORD}`,
      '~*',
      '+scan',
      '+info',
      '+dbsize',
    );

    const open = await clear(`redis://${at}`);
    expect(open.errors[0]).toMatch(/^Redis at .* wants a password/);
    const wrong = await clear(`redis://ops:${encoded}x@${at}`);
    expect(wrong.errors[0]).toMatch(/does not take user and password of `redis-url`/);
    const viewer = await clear(`redis://viewer:${encoded}@${at}`);
    expect(viewer.errors[0]).toMatch(/does not let this user do that; its ACL needs/);
    expect(viewer.record.filter(({ component }) => component.startsWith('cache/'))).toEqual([]);
    const ops = await clear(`redis://ops:${encoded}@${at}`);
    expect(ops.outputs).toMatchObject({ result: 'done', deleted: '1', kept: '0' });
    await server.client.set('shop:1', 'x');
    const owner = await clear(`redis://:${encoded}@${at}`);
    expect(owner.outputs).toMatchObject({ result: 'done', deleted: '1' });
    for (const result of [open, wrong, viewer, ops, owner]) expectNoSecret(result);
  });

  test('TLS is verified, by the CA that is given', async () => {
    const { ca, certificate, key } = makeCertificates();
    const tlsPort = await freePort();
    const server = await started({
      settings: [
        '--tls-port',
        String(tlsPort),
        '--tls-cert-file',
        certificate,
        '--tls-key-file',
        key,
        '--tls-ca-cert-file',
        ca,
        '--tls-auth-clients',
        'no',
      ],
    });
    const url = `rediss://127.0.0.1:${tlsPort}`;
    expect((await clear(url)).errors[0]).toMatch(
      /its certificate is signed by an unknown authority; give `redis-ca`/,
    );
    for (const inputs of [
      { 'redis-ca': ca },
      { 'redis-ca': readFileSync(ca, 'utf8') },
      { 'redis-insecure': 'true' },
    ]) {
      await server.client.set('shop:1', 'x');
      expect((await clear(url, inputs as Record<string, string>)).outputs).toMatchObject({ deleted: '1' });
    }
    const plain = await clear(`rediss://127.0.0.1:${server.port}`, { 'redis-ca': ca });
    expect(plain.errors[0]).toMatch(/cannot be reached \(.*TLS/);
  });
});

describe('what is in the way', () => {
  test('nobody there', async () => {
    const { errors, outputs } = await clear(`redis://127.0.0.1:${await freePort()}`, { 'dry-run': 'true' });
    expect(errors[0]).toMatch(/^Redis at 127.0.0.1:\d+ cannot be reached \(nothing listens there\)/);
    // Who plans is told soon; who clears waits for one that restarts.
    expect(Number(outputs.seconds)).toBeLessThan(10);
  });

  test('nobody there yet: one that restarts is waited for', async () => {
    const port = await freePort();
    const step = startAction('clear-cache', {
      with: { 'redis-url': `redis://127.0.0.1:${port}`, prefix: 'shop:', reason: 'test' },
    });
    await wait(5000);
    const { client } = await started({ port });
    await client.set('other', 'x');
    expect(await step.result).toMatchObject({ errors: [], outputs: { kept: '1' } });
  });

  test('a server with as many clients as it takes is waited for, and named', async () => {
    // One is the test's own.
    const server = await started({ settings: ['--maxclients', '1'] });
    await server.client.set('shop:1', 'x');
    const url = `redis://127.0.0.1:${server.port}`;
    const { errors } = await clear(url, { 'dry-run': 'true' });
    expect(errors[0]).toMatch(
      /^Redis at .* has as many clients as it takes \(maxclients\); end some, or raise it/,
    );
    const step = startAction('clear-cache', { with: { 'redis-url': url, prefix: 'shop:', reason: 'test' } });
    await wait(1000);
    await server.client.config('SET', 'maxclients', '10');
    expect((await step.result).outputs).toMatchObject({ result: 'done', deleted: '1' });
  });

  test('a name that does not resolve', async () => {
    expect((await clear('redis://cache.invalid')).errors[0]).toMatch(/the name does not resolve/);
  });

  test('a replica', async () => {
    const master = await started({});
    const replica = await started({ settings: ['--replicaof', '127.0.0.1', String(master.port)] });
    const { errors } = await clear(`redis://127.0.0.1:${replica.port}`);
    expect(errors[0]).toMatch(/is a replica of 127.0.0.1:\d+; give the URL of the master/);
  });

  test('a disk that takes no snapshot', async () => {
    const server = await started({ settings: ['--enable-protected-configs', 'yes'] });
    await server.client.set('shop:1', 'x');
    await server.client.config('SET', 'dir', '/proc');
    await server.client.config('SET', 'save', '1 1');
    await server.client.bgsave();
    while (!(await server.client.info('persistence')).includes('rdb_last_bgsave_status:err'))
      expect(server.process.exitCode).toBeNull();
    const { errors, record } = await clear(`redis://127.0.0.1:${server.port}`);
    expect(errors[0]).toMatch(/takes no writes because it cannot save its data to disk/);
    expect(record.filter(({ component }) => component.startsWith('cache/'))).toEqual([]);
  });
});

describe('several servers that are no cluster', () => {
  test('the one master of them is cleared, wherever it stands; two masters are refused, and nothing is deleted', async () => {
    const master = await started({});
    const replica = await started({ settings: ['--replicaof', '127.0.0.1', String(master.port)] });
    const stranger = await started({});
    for (const { client } of [master, stranger]) await client.set('shop:1', 'x');
    const at = (...all: TestServer[]) => `redis://${all.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;

    const refused = await clear(at(master, stranger));
    expect(refused.errors).toEqual([
      `127.0.0.1:${master.port} and 127.0.0.1:${stranger.port} are not a cluster, and each is a master of its own; run this once for each, with its URL alone.`,
    ]);
    expect([await master.client.dbsize(), await stranger.client.dbsize()]).toEqual([1, 1]);

    const { errors, outputs } = await clear(at(replica, master));
    expect([errors, outputs.deleted, await master.client.dbsize()]).toEqual([[], '1', 0]);
  });
});

test('who may not raise a version is told so by the plan', async () => {
  const server = await started({});
  await server.client.set('shop:version', '1');
  const rights = ['+get', '+info', '+dbsize', '+command', '+acl|whoami', '+acl|dryrun'];
  await server.client.call('ACL', 'SETUSER', 'reader', 'on', '>p', '~*', ...rights);
  const { exitCode, errors } = await runAction('clear-cache', {
    with: {
      'redis-url': `redis://reader:p@127.0.0.1:${server.port}`,
      mode: 'version-key',
      'version-key': 'shop:version',
      'dry-run': 'true',
    },
  });
  expect([exitCode, errors]).toEqual([1, [expect.stringContaining('does not let this user do that')]]);
});

test('a password that goes over the internet in plain text is warned of', async () => {
  const far = await clear('redis://:geheim@203.0.113.7:6379', { timeout: '2s' });
  expect(far.warnings).toContainEqual(
    expect.stringMatching(/password of `redis-url` goes to 203\.0\.113\.7 over the internet in plain text/),
  );
  const encrypted = await clear('rediss://:geheim@203.0.113.7:6379', { timeout: '2s' });
  expect(encrypted.warnings.join()).not.toContain('plain text');
});

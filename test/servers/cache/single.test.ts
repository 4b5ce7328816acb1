import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { runAction, type StepOptions } from '../../support/action.ts';
import { startRedis, type TestServer } from '../../support/redis/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());
beforeEach(() => server.client.flushall());

const clear = (inputs: StepOptions['with'], more: Partial<StepOptions> = {}) =>
  runAction('clear-cache', {
    with: { 'redis-url': `redis://127.0.0.1:${server.port}`, reason: 'test', ...inputs },
    ...more,
  });
const fill = (prefix: string, count: number, client = server.client) =>
  client.mset(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, 'x']).flat());

describe('prefix', () => {
  test('deletes what begins with it, and nothing else', async () => {
    await fill('shop:products:', 2500);
    await fill('shop:carts:', 10);
    const { exitCode, outputs, log, record, summary } = await clear({
      prefix: 'shop:products:',
      batch: '100',
    });
    expect(log).toMatch(/Redis 7\..* one master/);
    expect([exitCode, outputs.result, outputs.deleted, outputs.kept]).toEqual([0, 'done', '2500', '10']);
    expect(JSON.parse(outputs.nodes ?? '')).toEqual([
      { node: `127.0.0.1:${server.port}`, deleted: 2500, result: 'cleared' },
    ]);
    expect(await server.client.dbsize()).toBe(10);
    expect(record.map(({ component, status }) => `${component} ${status}`)).toEqual([
      'clear-cache started',
      `cache/127.0.0.1:${server.port} started`,
      `cache/127.0.0.1:${server.port} done`,
      'clear-cache done',
    ]);
    expect(summary).toContain('shop:products:');
  });

  test('signs of patterns are plain signs in it', async () => {
    await server.client.mset('a*b:1', '1', 'aXb:1', '1', 'a[x]\\?:1', '1', 'ax?:1', '1');
    const { outputs } = await clear({ prefix: 'a*b:\na[x]\\?:' });
    expect(outputs.deleted).toBe('2');
    expect((await server.client.keys('*')).sort()).toEqual(['aXb:1', 'ax?:1']);
  });

  test('keys that are not text are deleted as what they are', async () => {
    await server.client.set(Buffer.from([0x73, 0x3a, 0xff, 0x00, 0x0a, 0x22]), '1');
    expect((await clear({ prefix: 's:' })).outputs).toMatchObject({ deleted: '1', kept: '0' });
  });

  test('is a no-op where nothing matches, and again after it', async () => {
    const { exitCode, outputs } = await clear({ prefix: 'nothing:' });
    expect([exitCode, outputs.result, outputs.deleted]).toEqual([0, 'no-op', '0']);
  });

  test('a dry run counts, needs no reason, and deletes nothing', async () => {
    await fill('shop:products:', 30);
    const { outputs, log } = await clear({ prefix: 'shop:', reason: '', 'dry-run': 'true' });
    expect(outputs).toMatchObject({ result: 'planned', deleted: '0', kept: '30' });
    expect(log).toContain('"shop:products:": 30');
    expect(await server.client.dbsize()).toBe(30);
  });

  test('max-keys refuses before anything is gone', async () => {
    await fill('shop:', 30);
    const { exitCode, errors } = await clear({ prefix: 'shop:', 'max-keys': '29' });
    expect(exitCode).toBe(1);
    expect(errors[0]).toMatch(/^Nothing was deleted: 30 keys would be deleted, and `max-keys` is 29/);
    expect(await server.client.dbsize()).toBe(30);
  });

  test('queues and sessions that it happens to match refuse, and may be named', async () => {
    await fill('sess:', 3);
    await fill('shop:', 4);
    const refused = await clear({ prefix: 's' });
    expect(refused.errors[0]).toMatch(/sess: \(3 keys, sessions\).*`allow-prefixes`/);
    expect(await server.client.dbsize()).toBe(7);
    expect((await clear({ prefix: 's', 'allow-prefixes': 'sess:' })).outputs.deleted).toBe('7');
    await fill('sess:', 3);
    expect((await clear({ prefix: 'sess:' })).outputs.deleted).toBe('3');
  });
});

/** redisson/redisson#5875: a master that was just made one has no replica yet, and takes no writes until it has. */
test('a master that waits for its replicas is waited for', async () => {
  await fill('shop:', 30);
  await server.client.config('SET', 'min-replicas-to-write', '1');
  try {
    const clearing = clear({ prefix: 'shop:' });
    setTimeout(() => server.client.config('SET', 'min-replicas-to-write', '0'), 4000);
    const { errors, outputs } = await clearing;
    expect([errors, outputs.deleted]).toEqual([[], '30']);
  } finally {
    await server.client.config('SET', 'min-replicas-to-write', '0');
  }
});

/** nexi-lab/nexus#4341: the stream and its consumer groups went with the cache. */
describe('streams, in which jobs and events wait', () => {
  const group = ['XGROUP', 'CREATE', 'shop:orders', 'workers', '$', 'MKSTREAM'] as const;

  test.each<[string, Record<string, string>]>([
    ['a prefix', { prefix: 'shop:' }],
    ['the database', { mode: 'database' }],
    ['all databases', { mode: 'all', confirm: 'all' }],
  ])('are kept where %s would take them, unless they are named', async (_, inputs) => {
    await fill('shop:', 2000);
    await server.client.call(...group);
    const { errors } = await clear(inputs);
    expect(errors).toEqual([
      expect.stringMatching(/^Nothing was deleted: .* are not a cache: shop:orders \(a stream\); give/),
    ]);
    expect(await server.client.dbsize()).toBe(2001);
    const named = await clear({ ...inputs, 'allow-prefixes': 'shop:orders' });
    expect([named.errors, named.outputs.deleted]).toEqual([[], '2001']);
  });

  test('are named by a prefix that is the whole of them, or says whose they are', async () => {
    await server.client.call(...group);
    expect((await clear({ prefix: 'shop:orders' })).outputs.deleted).toBe('1');
    await server.client.xadd('bull:mail:events', '*', 'event', 'added');
    expect((await clear({ prefix: 'bull:' })).outputs.deleted).toBe('1');
  });
});

/** redis/redis#6576, flightctl/flightctl#2227: a server that restarts in an outage comes back with its streams, and counts anew. */
describe('streams that a server has not seen in use since it began', () => {
  const ORDERS = 'shop:orders';
  const refuses = async (port: number, inputs: Record<string, string>, size: number, client: Redis) => {
    const { errors } = await clear({ 'redis-url': `redis://127.0.0.1:${port}`, ...inputs });
    expect(errors).toEqual([
      expect.stringMatching(/^Nothing was deleted: .* are not a cache: shop:orders \(a stream\); give/),
    ]);
    expect(await client.dbsize()).toBe(size);
  };

  test.each([
    ['its snapshot', []],
    ['its append-only file', ['--appendonly', 'yes', '--aof-use-rdb-preamble', 'no']],
  ])('are kept where it has loaded them from %s', async (_, settings) => {
    const directory = mkdtempSync(join(tmpdir(), 'redis-kept-'));
    const start = () => startRedis({ settings: ['--dir', directory, ...settings] });
    const first = await start();
    await fill('shop:', 20, first.client);
    await first.client.xadd(ORDERS, '*', 'id', '1');
    if (settings.length === 0) await first.client.save();
    await first.stop();
    const second = await start();
    try {
      expect(await second.client.info('commandstats')).not.toContain('xadd');
      for (const inputs of [{ prefix: 'shop:' }, { mode: 'database' }])
        await refuses(second.port, inputs, 21, second.client);
    } finally {
      await second.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  });

  test('are kept where its counts began anew', async () => {
    await fill('shop:', 20);
    await server.client.xadd(ORDERS, '*', 'id', '1');
    await server.client.config('RESETSTAT');
    await refuses(server.port, { prefix: 'shop:' }, 21, server.client);
  });

  test('are kept where they came from another server', async () => {
    const other = await startRedis();
    try {
      await server.client.xadd(ORDERS, '*', 'id', '1');
      await other.client.restore(ORDERS, 0, (await server.client.dumpBuffer(ORDERS)) ?? '');
      await refuses(other.port, { prefix: 'shop:' }, 1, other.client);
    } finally {
      await other.stop();
    }
  });
});

describe('version-key', () => {
  test('raises it, and deletes nothing', async () => {
    await server.client.set('shop:version', '41');
    const { outputs, record } = await clear({ mode: 'version-key', 'version-key': 'shop:version' });
    expect(outputs).toMatchObject({ result: 'done', deleted: '0', kept: '1' });
    expect(await server.client.get('shop:version')).toBe('42');
    expect(record.find(({ component }) => component.startsWith('cache/'))).toMatchObject({
      from: '41',
      to: '42',
    });
  });

  test('a dry run says from what to what, and raises nothing', async () => {
    await server.client.set('shop:version', '41');
    const wanted = { mode: 'version-key', 'version-key': 'shop:version', 'dry-run': 'true', reason: '' };
    const { outputs, log } = await clear(wanted);
    expect(outputs).toMatchObject({ result: 'planned', deleted: '0' });
    expect(log).toContain('would be raised from 41 to 42; nothing was changed');
    expect(await server.client.get('shop:version')).toBe('41');
  });

  test.each([
    ['is not there', 'nowhere', /^There is no key "nowhere"/],
    ['is not a number', 'word', /holds no whole number/],
    ['is a list', 'list', /WRONGTYPE/],
  ])('refuses one that %s', async (_, key, message) => {
    await server.client.set('word', 'latest');
    await server.client.rpush('list', 'a');
    expect((await clear({ mode: 'version-key', 'version-key': key })).errors[0]).toMatch(message);
    expect(await server.client.exists('nowhere')).toBe(0);
  });
});

describe('database and all', () => {
  test('database empties the one of the URL', async () => {
    await fill('shop:', 20);
    const other = server.client.duplicate({ db: 2, lazyConnect: false });
    await fill('shop:', 5, other);
    other.disconnect();
    const url = `redis://127.0.0.1:${server.port}/2`;
    const { outputs } = await clear({ mode: 'database', 'redis-url': url });
    expect(outputs).toMatchObject({ result: 'done', deleted: '5', kept: '0' });
    expect(await server.client.dbsize()).toBe(20);
  });

  test('all wants its word, then empties every database', async () => {
    await fill('shop:', 20);
    const other = server.client.duplicate({ db: 2, lazyConnect: false });
    await fill('shop:', 5, other);
    expect((await clear({ mode: 'all' })).errors[0]).toMatch(/`confirm: all`/);
    expect((await clear({ mode: 'all', confirm: 'all' })).outputs).toMatchObject({
      deleted: '25',
      kept: '0',
    });
    expect(await other.dbsize()).toBe(0);
    other.disconnect();
  });

  test.each(['database', 'all'])(
    '%s: a dry run and `max-keys` keep all, and an empty one is a no-op',
    async (mode) => {
      await fill('shop:', 20);
      const planned = await clear({ mode, confirm: 'all', 'dry-run': 'true', reason: '' });
      expect(planned.outputs).toMatchObject({ result: 'planned', deleted: '0', kept: '20' });
      const { errors } = await clear({ mode, confirm: 'all', 'max-keys': '19' });
      expect(errors[0]).toMatch(/^Nothing was deleted: 20 keys would be deleted, and `max-keys` is 19/);
      expect(await server.client.dbsize()).toBe(20);
      await server.client.flushall();
      expect((await clear({ mode, confirm: 'all' })).outputs).toMatchObject({
        result: 'no-op',
        deleted: '0',
      });
    },
  );

  test.each(['database', 'all'])(
    '%s refuses where there are queues, in any database that it empties',
    async (mode) => {
      await fill('shop:', 20);
      await server.client.rpush('queue:default', 'job');
      await server.client.sadd('queues', 'default');
      const { errors } = await clear({ mode, confirm: 'all' });
      expect(errors[0]).toMatch(/queue: \(1 keys, queues of Sidekiq\)/);
      const allowed = { 'allow-prefixes': 'queue:\nqueues' };
      expect((await clear({ mode, confirm: 'all', ...allowed })).outputs.result).toBe('done');
    },
  );
});

test.each([
  [{ prefix: 'a*' }, /no pattern/],
  [{}, /Say with `prefix`/],
  [{ mode: 'database', prefix: 'a' }, /is for the mode `prefix`/],
  [{ mode: 'everything' }, /accepted are prefix, version-key, database, all/],
  [{ prefix: 'a', 'redis-url': 'http://x' }, /is not a URL/],
  [{ prefix: 'a', 'redis-url': 'redis+sentinel://a,b' }, /names no master/],
  [{ prefix: 'a', 'redis-url': '' }, /Say with `redis-url`/],
  [{ prefix: 'a', 'redis-ca': 'x' }, /are for TLS/],
] as [Record<string, string>, RegExp][])('%j is one sentence', async (inputs, message) => {
  const { exitCode, errors } = await clear(inputs);
  expect(exitCode).toBe(1);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(message);
});

test('killed in the middle and run again, it finishes', async () => {
  await fill('shop:', 20_000);
  const { startAction } = await import('../../support/action.ts');
  const step = startAction('clear-cache', {
    with: {
      'redis-url': `redis://127.0.0.1:${server.port}`,
      reason: 'test',
      prefix: 'shop:',
      batch: '10',
      pause: '20ms',
    },
  });
  while ((await server.client.dbsize()) > 19_900) expect(step.process.exitCode).toBeNull();
  step.process.kill('SIGKILL');
  await step.result;
  const left = await server.client.dbsize();
  expect(left).toBeGreaterThan(0);
  expect((await clear({ prefix: 'shop:' })).outputs).toMatchObject({ deleted: String(left), kept: '0' });
});

test('a cancelled run says what is gone already', async () => {
  await fill('shop:', 20_000);
  const { startAction } = await import('../../support/action.ts');
  const url = `redis://127.0.0.1:${server.port}`;
  const inputs = { 'redis-url': url, reason: 'test', prefix: 'shop:', batch: '10', pause: '20ms' };
  const step = startAction('clear-cache', { with: inputs });
  while ((await server.client.dbsize()) > 19_900) expect(step.process.exitCode).toBeNull();
  step.process.kill('SIGINT');
  const { exitCode, errors, outputs } = await step.result;
  expect(exitCode).toBe(1);
  expect(errors[0]).toMatch(/keys, but not all that should go; The run was cancelled/);
  expect(Number(outputs.deleted)).toBe(20_000 - (await server.client.dbsize()));
});

describe('C2: FLUSHDB and FLUSHALL that are not to be had', () => {
  const renamed = ['--rename-command', 'FLUSHDB', '', '--rename-command', 'FLUSHALL', ''];

  test.each(['database', 'all'])('mode %s deletes key by key where they are renamed away', async (mode) => {
    const other = await startRedis({ settings: renamed });
    try {
      await fill('shop:', 3000, other.client);
      const inputs = { 'redis-url': `redis://127.0.0.1:${other.port}`, mode, confirm: 'all' };
      const planned = await clear({ ...inputs, 'dry-run': 'true' });
      expect(planned.outputs.result).toBe('planned');
      expect(planned.log).toMatch(/does not have FLUSH\w+: its keys are deleted one by one/);
      const { errors, outputs } = await clear(inputs);
      expect([errors, outputs.deleted, await other.client.dbsize()]).toEqual([[], '3000', 0]);
    } finally {
      await other.stop();
    }
  });

  test.each(['SCAN', 'DBSIZE'])(
    '%s that is renamed away is named, and nothing is deleted',
    async (command) => {
      const other = await startRedis({ settings: ['--rename-command', command, ''] });
      try {
        await other.client.set('shop:1', 'x');
        const url = `redis://127.0.0.1:${other.port}`;
        const { errors } = await clear({ 'redis-url': url, prefix: 'shop:' });
        expect(errors).toEqual([
          expect.stringMatching(
            /^Redis at 127\.0\.0\.1:\d+ does not have a command that is needed: it was renamed or switched off there/,
          ),
        ]);
        expect(errors[0]).toContain(`'${command}'`);
        expect(await other.client.exists('shop:1')).toBe(1);
      } finally {
        await other.stop();
      }
    },
  );

  test('where the ACL forbids them, and where it forbids all of it the plan says so', async () => {
    await fill('shop:', 300);
    const url = (name: string) => `redis://${name}:p@127.0.0.1:${server.port}`;
    const rights = ['+info', '+scan', '+dbsize', '+select', '+command', '+acl|whoami', '+acl|dryrun'];
    await server.client.call('ACL', 'SETUSER', 'none', 'on', '>p', '~*', ...rights);
    await server.client.call('ACL', 'SETUSER', 'some', 'on', '>p', '~*', ...rights, '+unlink');
    const refused = await clear({ 'redis-url': url('none'), mode: 'database', 'dry-run': 'true' });
    expect(refused.errors[0]).toContain('does not let this user do that');
    const { errors, outputs } = await clear({ 'redis-url': url('some'), mode: 'database' });
    expect([errors, outputs.deleted]).toEqual([[], '300']);
  });
});

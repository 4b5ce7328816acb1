import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Cluster } from 'ioredis';
import { recorded } from '../../support/record.ts';
import { startCluster, startRedis, startSentinel, type TestServer } from '../../support/redis/server.ts';
import type { Platform } from '../actions/environment.ts';
import { type Fault, has } from './fault.ts';

const CARTS = ['shop:cart:1', 'bad', 'shop:cart:2', 'bad', 'other', 'kept'];

/** Gives the platform another Redis, which has what the one before had. */
async function replaceRedis(platform: Platform, settings: readonly string[] = []): Promise<void> {
  await platform.redis.stop();
  platform.redis = await startRedis({ settings });
  await platform.redis.client.mset(...CARTS);
}

const DEAD: Fault = {
  what: 'Redis: killed before it is cleared',
  ends: 'told',
  strike: async ({ temp, redis }) => {
    await recorded(temp, has(/hold traffic started/));
    await redis.kill();
    return undefined;
  },
  again: 'never',
};

/** It keeps what it has on disk, as a Redis with a volume does. */
const RESTARTED: Fault = {
  what: 'Redis: killed before it is cleared, and up five seconds later',
  ends: 'done',
  before: async (platform, cleanup) => {
    const directory = mkdtempSync(join(tmpdir(), 'redis-kept-'));
    cleanup.defer(() => rmSync(directory, { recursive: true, force: true }));
    await replaceRedis(platform, ['--dir', directory, '--appendonly', 'yes', '--appendfsync', 'always']);
    return {};
  },
  strike: async (platform) => {
    const { port, process } = platform.redis;
    const settings = process.spawnargs.slice(process.spawnargs.lastIndexOf('--dir'));
    await recorded(platform.temp, has(/hold traffic started/));
    await platform.redis.kill();
    await wait(5000);
    platform.redis = await startRedis({ port, settings });
    return undefined;
  },
};

/** A master dies, and sentinels put its replica in its place. */
const failover = (what: string, when: RegExp, keys: number): Fault => {
  const replicas = new WeakMap<Platform, TestServer>();
  return {
    what: `Redis: its master is killed ${what}, and a replica takes over`,
    ends: 'done',
    before: async (platform, cleanup) => {
      const many = Array.from({ length: keys }, (_, index) => [`shop:cart:more-${index}`, 'bad']).flat();
      if (keys > 0) await platform.redis.client.mset(...many);
      platform.configure(({ components }) => {
        const { carts } = components as Record<string, Record<string, unknown>>;
        Object.assign(carts ?? {}, { batch: 20, pause: '20ms' });
      });
      const { port } = platform.redis;
      const replica = await startRedis({ settings: ['--replicaof', '127.0.0.1', String(port)] });
      replicas.set(platform, replica);
      await until(async () => (await replica.client.info('replication')).includes('master_link_status:up'));
      const sentinels = await Promise.all([startSentinel(port, 2), startSentinel(port, 2)]);
      for (const sentinel of sentinels) cleanup.defer(() => sentinel.stop());
      await until(async () => (await Promise.all(sentinels.map((each) => each.isReady()))).every(Boolean));
      const at = sentinels.map((each) => `127.0.0.1:${each.port}`);
      return { REDIS_URL: `redis+sentinel://${at}/shop/0` };
    },
    strike: async (platform) => {
      await recorded(platform.temp, has(when));
      await platform.redis.kill();
      platform.redis = replicas.get(platform) as TestServer;
      return undefined;
    },
  };
};

/** A master of a Redis Cluster dies, and its replica takes its slots. */
const clusterFailover = (what: string, when: RegExp, keys: number): Fault => {
  const victims = new WeakMap<Platform, () => Promise<void>>();
  return {
    what: `Redis: a master of a Cluster is killed ${what}, and its replica takes over`,
    ends: 'done',
    before: async (platform, cleanup) => {
      const cluster = await startCluster(1);
      cleanup.defer(() => cluster.stop());
      const app = new Cluster(cluster.nodes.map(({ port }) => ({ host: '127.0.0.1', port })));
      app.on('error', () => {});
      cleanup.defer(() => app.disconnect());
      const more = Array.from({ length: keys }, (_, index) => [`shop:cart:more-${index}`, 'bad']).flat();
      const all = [...CARTS, ...more];
      for (let at = 0; at < all.length; at += 2) await app.set(all[at] as string, all[at + 1] as string);
      const [victim] = await cluster.masters();
      if (!victim) throw new Error('The cluster has no master.');
      victims.set(platform, () => victim.kill());
      await platform.redis.stop();
      // What the platform looks at is what all masters of now have.
      const keysOf = async (pattern: string) => {
        const masters = await cluster.masters();
        return (await Promise.all(masters.map(({ client }) => client.keys(pattern)))).flat();
      };
      platform.redis = {
        ...platform.redis,
        client: { keys: keysOf } as unknown as TestServer['client'],
        stop: async () => {},
      };
      platform.configure(({ components }) => {
        const { carts } = components as Record<string, Record<string, unknown>>;
        Object.assign(carts ?? {}, { batch: 20, pause: '20ms' });
      });
      return { REDIS_URL: `redis://${cluster.nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}` };
    },
    strike: async (platform) => {
      await recorded(platform.temp, has(when));
      await victims.get(platform)?.();
      return undefined;
    },
  };
};

export const REDIS_FAULTS: readonly Fault[] = [
  DEAD,
  RESTARTED,
  failover('before it is cleared', /hold traffic started/, 0),
  failover('while it is cleared', /cache\/.* started/, 2000),
  clusterFailover('before it is cleared', /hold traffic started/, 300),
  clusterFailover('while it is cleared', /cache\/.* started/, 3000),
];

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(50);
}

/** What goes wrong between the action and the API server, and the runner that goes away. */
import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../support/kubernetes/faults.ts';
import { Shop } from './shop.ts';

const writes = (method: string) => method !== 'GET';
/** A change in earnest: the same was tried as a dry run before. */
const patches = (method: string, path: string) =>
  method === 'PATCH' && path.includes('/deployments/') && !path.includes('dryRun');

const conflict = { kind: 'Status', reason: 'Conflict', message: 'the object has been modified', code: 409 };

async function brokenShop(readyMs?: number): Promise<Shop> {
  const shop = await Shop.open(readyMs);
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2-bad-image');
  return shop;
}

const patched = (shop: Shop) =>
  shop.until('a workload is patched', () =>
    shop.api.requests.some(({ method, path }) => patches(method, path)),
  );

describe('the rollback ends right', () => {
  const faults: Record<string, Fault[]> = {
    'though every kind of request is refused with 429 first': [
      {
        match: (_, path) => path.includes('/pods'),
        times: 2,
        respond: { status: 429, headers: { 'Retry-After': '1' } },
      },
      { match: writes, times: 2, respond: { status: 429, headers: { 'Retry-After': '1' } } },
    ],
    'though writes fail with 500 and 503': [
      { match: patches, times: 1, respond: { status: 500 } },
      { match: writes, times: 3, respond: { status: 503 } },
    ],
    'though connections are reset': [{ match: () => true, times: 6, respond: 'reset' }],
    'though a watch is refused': [
      { match: (_, path) => path.includes('watch=true'), times: 4, respond: { status: 500 } },
    ],
  };
  test.each(Object.entries(faults))('%s', async (_, list) => {
    await using shop = await brokenShop();
    shop.api.faults.push(...list);
    const step = await shop.rollBack();
    expect(step.errors).toEqual([]);
    expect(step.outputs.result).toBe('done');
    expect(await shop.image('web')).toBe('registry.test/web:1');
    expect(list.map(({ times }) => times)).toEqual(list.map(() => 0));
  });

  test('though somebody writes the workload again and again', async () => {
    await using shop = await brokenShop();
    shop.api.faults.push({ match: patches, times: 3, respond: { status: 409, body: conflict } });
    expect((await shop.rollBack()).outputs.result).toBe('done');
    expect(shop.api.faults[0]?.times).toBe(0);
  });

  test('though the API server goes away in the middle and forgets its history', async () => {
    await using shop = await brokenShop(500);
    await shop.deploy('api', 'registry.test/api:1');
    await shop.deploy('api', 'registry.test/api:2');
    shop.api.requests.length = 0;
    const running = shop.startRollBack({ to: 'revision=1' });
    await patched(shop);
    await shop.api.restart({ downMs: 400 });
    shop.api.compact();
    const step = await running.result;
    expect(step.errors).toEqual([]);
    expect([await shop.image('web'), await shop.image('api')]).toEqual([
      'registry.test/web:1',
      'registry.test/api:1',
    ]);
  });

  test('though watches are closed and their place is forgotten', async () => {
    await using shop = await brokenShop(300);
    await shop.deploy('api', 'registry.test/api:1');
    await shop.deploy('api', 'registry.test/api:2');
    shop.api.requests.length = 0;
    const running = shop.startRollBack({ to: 'revision=1' });
    await patched(shop);
    shop.api.compact();
    shop.api.closeWatches();
    expect((await running.result).outputs.result).toBe('done');
  });
});

test('a workload that somebody changed since the plan is left alone', async () => {
  await using shop = await brokenShop();
  const path = /\/deployments\/web$/;
  shop.api.faults.push(
    { match: patches, times: 1, respond: { status: 409, body: conflict } },
    // While the fresh read is put off, somebody deploys.
    {
      match: (method, url) => method === 'GET' && path.test(url),
      times: 1,
      respond: { status: 429, headers: { 'Retry-After': '2' } },
    },
  );
  const running = shop.startRollBack();
  await shop.until('the fresh read is put off', () => shop.api.faults.every(({ times }) => times === 0));
  await shop.change('web', 'registry.test/web:3');
  const step = await running.result;
  expect(step.errors[0]).toContain('deployment/web was changed by someone else since the plan was made');
  expect(await shop.image('web')).toBe('registry.test/web:3');
});

describe('two at once', () => {
  test('the second is refused and told who is at work', async () => {
    await using shop = await brokenShop(1500);
    await shop.deploy('slow', 'registry.test/slow:1');
    await shop.deploy('slow', 'registry.test/slow:2');
    const first = shop.startRollBack({ to: 'revision=1', workloads: 'slow' }, { run: '77' });
    await shop.until('the lock is taken', async () => (await shop.leases()).length > 0);
    const second = await shop.rollBack({}, { run: '78' });
    expect(second.errors[0]).toMatch(/^Rollback 77-1 is already at work here since /);
    expect((await first.result).exitCode).toBe(0);
    expect(await shop.leases()).toEqual([]);
  });

  test('a lock that has expired is taken over', async () => {
    await using shop = await brokenShop();
    const long = '2020-01-01T00:00:00.000000Z';
    await shop.create('/apis/coordination.k8s.io/v1/namespaces/shop/leases', {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name: 'rollback-shop' },
      spec: { holderIdentity: 'dead-1', leaseDurationSeconds: 30, acquireTime: long, renewTime: long },
    });
    expect((await shop.rollBack()).outputs.result).toBe('done');
  });
});

describe('the runner goes away', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s: what is under way is told, the lock given back, and a re-run finishes',
    async (signal) => {
      await using shop = await brokenShop(600);
      await shop.deploy('slow', 'registry.test/slow:1');
      await shop.deploy('slow', 'registry.test/slow:2');
      shop.api.requests.length = 0;
      const running = shop.startRollBack({ to: 'revision=1' }, { run: '5' });
      await patched(shop);
      running.process.kill(signal);
      const step = await running.result;
      expect(step.exitCode).toBe(1);
      expect(step.errors[0]).toContain(`The run was cancelled (${signal})`);
      expect(await shop.leases()).toEqual([]);
      const again = await shop.rollBack({ to: 'revision=1' }, { run: '5' });
      expect(again.exitCode).toBe(0);
      expect([await shop.image('web'), await shop.image('slow')]).toEqual([
        'registry.test/web:1',
        'registry.test/slow:1',
      ]);
    },
  );

  test('SIGKILL: the post phase releases the lock, and a re-run finishes', async () => {
    await using shop = await brokenShop(600);
    await shop.deploy('slow', 'registry.test/slow:1');
    await shop.deploy('slow', 'registry.test/slow:2');
    shop.api.requests.length = 0;
    const running = shop.startRollBack({ to: 'revision=1' }, { run: '6' });
    await patched(shop);
    running.process.kill('SIGKILL');
    const { state } = await running.result;
    expect(await shop.leases()).toHaveLength(1);
    const post = await shop.rollBack({ to: 'revision=1' }, { run: '6', state });
    expect(post.exitCode).toBe(0);
    expect(await shop.leases()).toEqual([]);
    const again = await shop.rollBack({ to: 'revision=1' }, { run: '6' });
    expect(again.exitCode).toBe(0);
    expect([await shop.image('web'), await shop.image('slow')]).toEqual([
      'registry.test/web:1',
      'registry.test/slow:1',
    ]);
  });

  test('SIGKILL between configuration and pods: a re-run starts the pods anew, once', async () => {
    await using shop = await Shop.open();
    await shop.configMap('settings', { MODE: 'good' });
    await shop.deploy('web', 'registry.test/web:1');
    await shop.markGood();
    const names = async () => (await shop.pods()).map((pod) => pod.metadata.name).sort();
    const before = await names();
    await shop.configMap('settings', { MODE: 'bad' });
    shop.api.requests.length = 0;
    const isBack = () =>
      shop.api.requests.some(({ method, path }) => method === 'PUT' && path.includes('/configmaps/settings'));
    const held: Fault = {
      match: (method, path) => patches(method, path) && isBack(),
      times: 1,
      respond: 'hang',
    };
    shop.api.faults.push(held);
    const running = shop.startRollBack({}, { run: '7' });
    await shop.until('the pods would be started anew', () => held.times === 0);
    running.process.kill('SIGKILL');
    await running.result;
    expect(await shop.data('settings')).toEqual({ MODE: 'good' });
    expect(await names()).toEqual(before);

    const again = await shop.rollBack({}, { run: '7' });
    expect(again.outputs.result).toBe('done');
    expect(again.log).toContain(
      'deployment/web: its pods are started anew, because its configuration went back in rollback 7-1, which ended before it could restart its pods',
    );
    const after = await names();
    expect(after.filter((name) => before.includes(name))).toEqual([]);
    expect((await shop.rollBack({}, { run: '7' })).outputs.result).toBe('no-op');
    expect(await names()).toEqual(after);
    expect((await shop.deployment('web')).metadata.annotations).not.toHaveProperty([
      'rollback-actions/pending-restart',
    ]);
  });
});

describe('pods whose configuration went back and who were not reached', () => {
  const refused = { kind: 'Status', reason: 'Forbidden', message: 'a webhook says no', code: 403 };
  const isPending = async (shop: Shop, name: string) =>
    'rollback-actions/pending-restart' in ((await shop.deployment(name)).metadata.annotations ?? {});

  /** Two good workloads with one configuration that somebody broke; the restart of `web` is refused once. */
  async function halfBroken(): Promise<Shop> {
    const shop = await Shop.open();
    await shop.configMap('settings', { MODE: 'good' });
    await shop.deploy('web', 'registry.test/web:1');
    await shop.deploy('api', 'registry.test/api:1');
    await shop.markGood();
    await shop.configMap('settings', { MODE: 'bad' });
    shop.api.requests.length = 0;
    const isBack = () =>
      shop.api.requests.some(({ method, path }) => method === 'PUT' && path.includes('/configmaps/settings'));
    shop.api.faults.push({
      match: (method, path) => patches(method, path) && path.endsWith('/web') && isBack(),
      times: 1,
      respond: { status: 403, body: refused },
    });
    return shop;
  }

  test('are started anew by the next run, also those of a later group', async () => {
    await using shop = await halfBroken();
    const before = (await shop.pods()).map((pod) => pod.metadata.name);
    const first = await shop.rollBack({ workloads: '', order: 'web\napi' });
    expect(JSON.parse(first.outputs.workloads ?? '')).toMatchObject([
      { name: 'web', outcome: 'failed' },
      { name: 'api', outcome: 'skipped' },
    ]);
    expect([await isPending(shop, 'web'), await isPending(shop, 'api')]).toEqual([true, true]);
    const next = await shop.rollBack({}, { run: '2' });
    expect(next.outputs.result).toBe('done');
    const after = (await shop.pods()).map((pod) => pod.metadata.name);
    expect(after.filter((name) => before.includes(name))).toEqual([]);
    expect([await isPending(shop, 'web'), await isPending(shop, 'api')]).toEqual([false, false]);
  });

  test('have nothing to be started for where the configuration is brought back to what it was', async () => {
    await using shop = await halfBroken();
    const first = await shop.rollBack({ workloads: '', order: 'web\napi', 'on-failure': 'restore' });
    expect(first.exitCode).toBe(1);
    expect(await shop.data('settings')).toEqual({ MODE: 'bad' });
    expect([await isPending(shop, 'web'), await isPending(shop, 'api')]).toEqual([false, false]);
  });
});

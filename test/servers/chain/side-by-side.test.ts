import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { VERSION } from '../../support/postgres/database.ts';
import { recorded } from '../../support/record.ts';
import { BACK, NOTHING_HELD, Platform } from '../actions/environment.ts';
import { ShopDatabase } from '../actions/shop-database.ts';
import { has } from './fault.ts';

let platform: Platform;
/** The database of the second environment. */
let pages: ShopDatabase;

/** Two environments in one namespace, on one API server, one Redis and one PostgreSQL. */
beforeEach(async () => {
  [platform, pages] = await Promise.all([Platform.open(), ShopDatabase.create(VERSION)]);
  await platform.redis.client.set('shop:page:1', 'bad');
  platform.configure((prod, environments) => {
    const { orders, carts } = prod.components as Record<string, object>;
    const services = (name: string) => ({ kind: 'service', workloads: [name] });
    const database = { backup: pages.backup, confirm: pages.name, 'database-url': { env: 'PAGES_URL' } };
    environments.edge = {
      ...prod,
      components: {
        pages: { ...orders, ...database, quiesce: ['web'] },
        services: services('web'),
        cache: { ...carts, prefix: 'shop:page:' },
      },
    };
    prod.components = { orders: { ...orders, quiesce: ['api'] }, services: services('api'), carts };
  });
});
afterEach(async () => {
  await platform[Symbol.asyncDispose]();
  await pages.remove();
});

const start = (environment: string, run: string, attempt = '1') =>
  platform.start({ environment }, { run, env: { PAGES_URL: pages.url, GITHUB_RUN_ATTEMPT: attempt } });

/** On a machine of its own each. */
function startBoth(run: string) {
  const prod = { temp: platform.temp, ...start('prod', run) };
  platform.moveToNewRunner();
  return { prod, edge: start('edge', randomUUID()) };
}

test('two environments of one namespace go back at the same time, each under its own lock', async () => {
  const { prod, edge } = startBoth(randomUUID());
  const locks = async () => (await platform.held()).leases.sort();
  await platform.shop.until('both are at work', async () => (await locks()).length === 2);
  expect(await locks()).toEqual(['rollback-edge', 'rollback-prod']);
  for (const step of await Promise.all([prod.result, edge.result]))
    expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
  expect(await platform.state()).toEqual(BACK);
  expect(await pages.state()).toBe('backup');
  expect(await platform.held()).toEqual(NOTHING_HELD);
});

test('what one that died holds is not given back by the other, but by its own next run', async () => {
  const run = randomUUID();
  const { prod, edge } = startBoth(run);
  await recorded(prod.temp, has(/hold traffic done/));
  prod.process.kill('SIGKILL');
  await prod.result;
  expect(await edge.result).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
  expect(await pages.state()).toBe('backup');
  expect(await platform.held()).toEqual({ leases: ['rollback-prod'], workloads: ['api'] });
  expect(await platform.state()).toMatchObject({
    images: ['api:2', 'web:1'],
    replicas: [0, 3],
    cache: ['other', 'shop:cart:1', 'shop:cart:2'],
  });

  await platform.shop.expireLeases();
  platform.moveToNewRunner();
  expect(await start('prod', run, '2').result).toMatchObject({ errors: [], exitCode: 0 });
  expect(await platform.state()).toEqual(BACK);
  expect(await platform.held()).toEqual(NOTHING_HELD);
});

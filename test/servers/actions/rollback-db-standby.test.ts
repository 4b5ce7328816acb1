import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Cluster, startCluster } from '../../support/postgres/cluster.ts';
import { VERSION } from '../../support/postgres/database.ts';
import { ShopDatabase } from './shop-database.ts';

let postgres: Cluster;
beforeAll(async () => {
  postgres = await startCluster(VERSION);
});
afterAll(() => postgres.remove());

// patroni/patroni#3468 and EnterpriseDB/repmgr#276: the standby is gone, and every commit waits for it.
test('a switch does not wait for a synchronous standby that does not answer, while nobody gets in', async () => {
  const shop = await ShopDatabase.create(postgres.url());
  const prepared = await shop.rollBack({ phase: 'prepare' });
  expect(prepared).toMatchObject({ errors: [], outputs: { result: 'done' } });
  await postgres.query(`ALTER SYSTEM SET synchronous_standby_names = 'gone'`);
  await postgres.query('SELECT pg_reload_conf()');

  const switching = shop.start({ phase: 'switch', backup: '' });
  let waited = 0;
  const watching = setInterval(
    () =>
      postgres
        .query<{ count: string }>(`SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`)
        .then(([row]) => {
          waited += Number(row?.count);
        }),
    200,
  );
  const switched = await switching.result.finally(() => clearInterval(watching));
  expect([switched.errors, waited]).toEqual([[], 0]);
  expect(switched.outputs.result).toBe('done');
  expect(await shop.state()).toBe('backup');
  await postgres.query(`ALTER SYSTEM RESET synchronous_standby_names`);
  await postgres.query('SELECT pg_reload_conf()');
  await shop.remove();
});

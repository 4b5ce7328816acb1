/** Where a rollback can take place: poolers, standbys, sessions that come and go, settings of roles. */
import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runAction } from '../../support/action.ts';
import { startCluster, USER } from '../../support/postgres/cluster.ts';
import { queryOn, urlOf, VERSION } from '../../support/postgres/database.ts';
import { startPgbouncer } from '../../support/postgres/pgbouncer.ts';
import { ShopDatabase } from '../actions/shop-database.ts';

let shop: ShopDatabase;
beforeEach(async () => {
  shop = await ShopDatabase.create(VERSION);
});
afterEach(() => shop.remove());

test('D13: a pooler in `database-url` is refused, before anything is looked at and in a dry run', async () => {
  const { port, password } = new URL(urlOf(VERSION));
  const pool = await startPgbouncer({ port: Number(port), password: decodeURIComponent(password) });
  for (const more of [{}, { 'dry-run': 'true' }]) {
    const step = await shop.rollBack({ 'database-url': pool.url(shop.name, 'postgres'), ...more });
    expect(step.errors).toEqual([
      expect.stringMatching(
        /^`database-url` leads to a pooler at 127\.0\.0\.1:\d+ .*say `accept: pooler`\.$/,
      ),
    ]);
  }
  await pool.stop();
  expect(await shop.state()).toBe('bad release');
});

test('D14: a superuser who looks in for a moment now and then keeps nobody from anything', async () => {
  let isOver = false;
  const visits = (async () => {
    while (!isOver) await queryOn(urlOf(VERSION, shop.name), 'SELECT pg_sleep(0.2)');
  })();
  const step = await shop.rollBack();
  isOver = true;
  await visits;
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
});

test('limits and a brake that are set for applications do not hold up a rollback', async () => {
  for (const setting of [
    'default_transaction_read_only = on',
    `transaction_timeout = '50ms'`,
    `statement_timeout = '20ms'`,
    `idle_in_transaction_session_timeout = '20ms'`,
  ])
    await queryOn(urlOf(VERSION), `ALTER ROLE "${shop.owner}" SET ${setting}`);
  for (const strategy of ['swap', 'in-place']) {
    // The safety dump of a server that is newer than the programs here cannot be made.
    const step = await shop.rollBack({ strategy, 'rollback-id': strategy });
    if (strategy === 'swap') expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    else expect(step.errors.join()).not.toMatch(/timeout|read-only/);
  }
});

test('a standby is refused before the backup is fetched', async () => {
  const cluster = await startCluster(VERSION);
  await cluster.query('CREATE DATABASE shop');
  await cluster.stop();
  const signal = join(cluster.data, 'standby.signal');
  writeFileSync(signal, '');
  if (USER.uid && USER.gid) chownSync(signal, USER.uid, USER.gid);
  await cluster.start();
  const inputs = {
    'database-url': cluster.url('shop'),
    backup: '/nowhere',
    confirm: 'shop',
    reason: 'a bad release',
  };
  for (const strategy of ['swap', 'in-place']) {
    const step = await runAction('rollback-db', { with: { ...inputs, strategy } });
    expect(step.errors).toEqual([
      expect.stringMatching(/the server is a standby .*: name the primary in `database-url`/),
    ]);
  }
  await cluster.remove();
});

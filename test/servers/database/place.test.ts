/** Where a rollback can take place: poolers, standbys, sessions that come and go, settings of roles. */
import { execFileSync } from 'node:child_process';
import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runAction } from '../../support/action.ts';
import { makeClock } from '../../support/clock.ts';
import { startCluster, USER } from '../../support/postgres/cluster.ts';
import { queryOn, urlOf, VERSION } from '../../support/postgres/database.ts';
import { startPgbouncer } from '../../support/postgres/pgbouncer.ts';
import { dumpProgram } from '../../support/postgres/tools.ts';
import { until } from '../../support/until.ts';
import { ShopDatabase } from '../actions/shop-database.ts';

const HOUR = 3600;

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

test('D12: the database that was replaced is compared with, and is closed again', async () => {
  const done = await shop.rollBack();
  const previous = done.outputs['previous-database'] ?? '';
  const compared = { mode: 'compare', 'database-url': shop.url, 'compare-with': previous };
  const step = await runAction('verify-integrity', { with: compared });
  expect(step.errors.join()).not.toContain('accepting connections');
  expect(step.outputs.result).toBe('drift');
  expect(JSON.stringify(step.outputs)).toContain('public.users');
  expect(
    await queryOn(
      urlOf(VERSION),
      `SELECT datallowconn AS open FROM pg_database WHERE datname = '${previous}'`,
    ),
  ).toEqual([{ open: false }]);
});

test('D14: a superuser who looks in for a moment now and then keeps nobody from anything', async () => {
  let isOver = false;
  const visits = (async () => {
    // In the moment of the switch there is no database of that name.
    while (!isOver) await queryOn(urlOf(VERSION, shop.name), 'SELECT pg_sleep(0.2)').catch(() => {});
  })();
  const step = await shop.rollBack();
  isOver = true;
  await visits;
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
});

test('limits and a brake that are set for applications do not hold up a rollback', async () => {
  for (const setting of [
    'default_transaction_read_only = on',
    ...(Number(VERSION) >= 17 ? [`transaction_timeout = '50ms'`] : []),
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

test.each([HOUR, -HOUR])(
  'the age of a backup is counted by the server, for a runner whose clock is %d s off',
  async (off) => {
    const clock = makeClock();
    clock.set(off);
    const options = { env: clock.environment };
    for (const more of [{ 'dry-run': 'true' }, { phase: 'prepare' }, { phase: 'switch' }]) {
      const step = await shop.rollBack({ 'max-data-loss': '30m', 'rollback-id': 'clock', ...more }, options);
      expect(step.errors).toEqual([]);
    }
    const undone = await shop.rollBack({ phase: 'undo' }, options);
    expect(undone).toMatchObject({ errors: [], outputs: { result: 'done' } });
    const late = await shop.rollBack({ 'max-data-loss': '1s', 'dry-run': 'true' }, options);
    expect(late.errors.join()).toMatch(/, \d{1,3} s ago, and `max-data-loss` allows 1 s/);
  },
);

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

test('who may connect to nothing but the database gets its contents replaced, and is told so where it is to be switched', async () => {
  const cluster = await startCluster(VERSION);
  try {
    await cluster.query(`CREATE ROLE owner LOGIN CREATEDB PASSWORD '${cluster.password}'`);
    await cluster.query('CREATE DATABASE shop OWNER owner');
    await queryOn(cluster.url('shop', 'owner'), 'CREATE TABLE orders AS SELECT 1 AS id');
    const backup = join(cluster.data, '../shop.sql');
    execFileSync(dumpProgram(cluster.url('shop')), [`--file=${backup}`, cluster.url('shop')]);
    await queryOn(cluster.url('shop', 'owner'), 'INSERT INTO orders VALUES (2)');
    await cluster.query('REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC');
    const inputs = {
      'database-url': cluster.url('shop', 'owner'),
      backup,
      confirm: 'shop',
      reason: 'a bad release',
    };
    const accept = 'data-loss';
    const swap = await runAction('rollback-db', { with: { ...inputs, accept } });
    expect(swap.errors).toEqual([
      'The user "owner" may connect to neither "postgres" nor "template1", and a database is replaced from beside it: GRANT CONNECT ON DATABASE postgres TO it, or replace the contents alone with `strategy: in-place`.',
    ]);
    const { errors, outputs } = await runAction('rollback-db', {
      with: { ...inputs, accept, strategy: 'in-place' },
    });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(await queryOn(cluster.url('shop'), 'SELECT id FROM orders')).toEqual([{ id: 1 }]);
  } finally {
    await cluster.remove();
  }
});

test.each(['swap', 'in-place'])(
  'the database that others are managed from is never replaced, by %s',
  async (strategy) => {
    const { errors } = await shop.rollBack({ 'database-url': urlOf(VERSION), confirm: 'postgres', strategy });
    expect(errors).toEqual([
      expect.stringMatching(/^The database "postgres" is the one that others are managed from, .*Supabase/),
    ]);
  },
);

test('what keeps all WAL of a restore on the disk is said before it begins, and in a plan (openlibrary#13549, postgres-operator#2012)', async () => {
  const cluster = await startCluster(VERSION, ['archive_mode = on', "archive_command = 'false'"]);
  try {
    await cluster.query(`CREATE ROLE owner LOGIN CREATEDB CREATEROLE PASSWORD '${cluster.password}'`);
    await cluster.query('CREATE DATABASE shop OWNER owner');
    await queryOn(cluster.url('shop', 'owner'), 'CREATE TABLE orders AS SELECT 1 AS id');
    const backup = join(cluster.data, '../shop.sql');
    execFileSync(dumpProgram(cluster.url('shop')), [`--file=${backup}`, cluster.url('shop')]);
    const rollBack = (more: Record<string, string> = {}) =>
      runAction('rollback-db', {
        with: {
          ...{ 'database-url': cluster.url('shop', 'owner'), backup, confirm: 'shop' },
          ...{ reason: 'a bad release', ...more },
        },
      });
    await cluster.query("SELECT pg_create_physical_replication_slot('gone', true)");
    await cluster.query('SELECT pg_switch_wal()');
    await until(
      async () =>
        (await cluster.query('SELECT FROM pg_stat_archiver WHERE last_failed_time IS NOT NULL')).length > 0,
      () => 'archiving fails',
    );
    const said =
      /^The server keeps all its WAL until its disk is full, because no client reads the replication slot gone and it could not be archived \(last at \d{4}-\S+Z\)\. A restore writes/m;
    for (const more of [{ 'dry-run': 'true' }, { strategy: 'in-place', 'dry-run': 'true' }, {}]) {
      const step = await rollBack(more);
      expect(step.errors).toEqual([]);
      expect(step.warnings.join('\n')).toMatch(said);
    }
    const undone = await rollBack({ phase: 'undo', 'dry-run': 'true' });
    expect(undone.warnings.join('\n')).not.toContain('WAL');
  } finally {
    await cluster.remove();
  }
});

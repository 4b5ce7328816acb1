import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runAction, startAction } from '../../support/action.ts';
import { type Cluster, startCluster } from '../../support/postgres/cluster.ts';
import { VERSION } from '../../support/postgres/database.ts';
import { dumpProgram } from '../../support/postgres/tools.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { ShopDatabase } from './shop-database.ts';

describe('a connection that breaks at the switch', () => {
  let shop: ShopDatabase;
  let proxy: TcpProxy;
  beforeEach(async () => {
    shop = await ShopDatabase.create(VERSION);
    const { hostname, port } = new URL(shop.url);
    proxy = await startTcpProxy({ host: hostname, port: Number(port) });
  });
  afterEach(async () => {
    await proxy.stop();
    await shop.remove();
  });

  test.each(['before', 'after'] as const)(
    '%s the server has the COMMIT: the oid tells, and the rollback ends',
    async (when) => {
      const url = new URL(shop.url);
      url.port = String(proxy.port);
      await shop.rollBack({ phase: 'prepare' });
      proxy.cutAt('COMMIT\0', when);
      const step = await shop.rollBack({ 'database-url': url.toString(), phase: 'switch' });
      expect(proxy.cuts).toBe(1);
      expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
      expect(await shop.state()).toBe('backup');
      expect(await shop.beside()).toEqual([step.outputs['previous-database']]);
    },
  );
});

describe('a server that crashes', () => {
  let cluster: Cluster;
  let backup: string;
  beforeAll(async () => {
    cluster = await startCluster(VERSION, ['fsync = off']);
    await cluster.query('CREATE DATABASE shop');
    await cluster.query(
      `CREATE TABLE says AS SELECT 'old' AS it; CREATE TABLE many AS SELECT n, repeat('x', 100) AS text FROM generate_series(1, 20000) AS n`,
      'shop',
    );
    backup = join(mkdtempSync(join(tmpdir(), 'crash-')), 'backup.dump');
    const url = cluster.url('shop');
    execFileSync(dumpProgram(url), ['--format=custom', `--file=${backup}`, `--dbname=${url}`]);
    await cluster.query(`UPDATE says SET it = 'bad'`, 'shop');
  });
  afterAll(() => cluster.remove());

  const inputs = () => ({
    'database-url': cluster.url('shop'),
    backup,
    confirm: 'shop',
    reason: 'a bad release',
  });
  const says = async () => (await cluster.query<{ it: string }>('SELECT it FROM says', 'shop'))[0]?.it;

  test.each(['is made beside', 'is restored into', 'tables are restored', 'The backup is of'])(
    'when "%s" is told: what was there is there, and the next run ends',
    async (words) => {
      const running = startAction('rollback-db', { with: inputs(), run: words });
      while (!running.log().includes(words)) await wait(2);
      await cluster.stop('SIGQUIT');
      const step = await running.result;
      await cluster.start();
      expect(['old', 'bad']).toContain(await says());
      if (step.exitCode !== 0) expect(step.errors).toHaveLength(1);
      const again = await runAction('rollback-db', { with: inputs(), run: `${words} again` });
      expect(again).toMatchObject({ errors: [], outputs: { result: 'done' } });
      expect(await says()).toBe('old');
      const undone = await runAction('rollback-db', { with: { ...inputs(), phase: 'undo' } });
      expect(undone).toMatchObject({ errors: [], outputs: { result: 'done' } });
      await runAction('rollback-db', { with: { ...inputs(), phase: 'clean', keep: '0' } });
      await cluster.query(`UPDATE says SET it = 'bad'`, 'shop');
    },
  );
});

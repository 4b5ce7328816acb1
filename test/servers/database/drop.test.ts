import { expect, test } from '@jest/globals';
import { drop } from '../../../src/database/side.ts';
import { serverAt } from '../../support/backup/backups.ts';
import { startCluster } from '../../support/postgres/cluster.ts';
import { queryOn, VERSIONS } from '../../support/postgres/database.ts';
import { until } from '../../support/until.ts';

/** A worker of autovacuum that takes its time. */
const SLOW = `autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 100,
  autovacuum_vacuum_cost_limit = 1`;

test.each(VERSIONS)(
  'a database that autovacuum is at work in is dropped by its owner, on PostgreSQL %s',
  async (version) => {
    const cluster = await startCluster(version, ['autovacuum_naptime = 1']);
    try {
      await cluster.query(`CREATE ROLE owner LOGIN CREATEDB PASSWORD '${cluster.password}'`);
      await cluster.query('CREATE DATABASE side OWNER owner');
      await cluster.query(
        `CREATE TABLE rows WITH (${SLOW}) AS SELECT n FROM generate_series(1, 300000) AS n; DELETE FROM rows WHERE n % 2 = 0`,
        'side',
      );
      const workers = () =>
        cluster.query(
          `SELECT 1 FROM pg_stat_activity WHERE backend_type = 'autovacuum worker' AND datname = 'side' AND query LIKE '%rows%'`,
        );
      await until(async () => (await workers()).length > 0);

      const url = cluster.url('postgres', 'owner');
      await expect(queryOn(url, 'DROP DATABASE side WITH (FORCE)')).rejects.toThrow(/terminat/);
      const session = await serverAt(url).connect('postgres');
      await drop(session, 'side');
      await session.close();
      expect(await cluster.query(`SELECT 1 FROM pg_database WHERE datname = 'side'`)).toEqual([]);
    } finally {
      await cluster.remove();
    }
  },
);

/** A database with an extension that a server takes in one database alone (citusdata/pg_cron). */
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Cluster, startCluster } from '../../support/postgres/cluster.ts';
import { queryOn } from '../../support/postgres/database.ts';
import { ShopDatabase } from '../actions/shop-database.ts';

/** What pg_cron's control file and script do that matters here: its module is not at hand. */
const CONTROL = `default_version = '1.6'\nrelocatable = false\nschema = pg_catalog\n`;
const SCRIPT = `
  DO $$ BEGIN
    IF current_database() <> current_setting('cron.database_name') THEN
      RAISE EXCEPTION 'can only create extension in database %', current_setting('cron.database_name');
    END IF;
  END $$;
  CREATE SCHEMA cron;
  GRANT USAGE ON SCHEMA cron TO PUBLIC;
  CREATE SEQUENCE cron.jobid_seq;
  CREATE TABLE cron.job (jobid bigint PRIMARY KEY DEFAULT nextval('cron.jobid_seq'), command text NOT NULL);
  GRANT SELECT ON cron.job, cron.jobid_seq TO PUBLIC;
  SELECT pg_catalog.pg_extension_config_dump('cron.job', '');
  SELECT pg_catalog.pg_extension_config_dump('cron.jobid_seq', '');`;

let cluster: Cluster;
let shop: ShopDatabase;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'extensions-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'extension'));
  writeFileSync(join(folder, 'extension/pg_cron.control'), CONTROL);
  writeFileSync(join(folder, 'extension/pg_cron--1.6.sql'), SCRIPT);
  cluster = await startCluster('18', [
    `extension_control_path = '$system:${folder}'`,
    `cron.database_name = 'shop'`,
  ]);
});
afterAll(() => cluster.remove());
beforeEach(async () => {
  shop = await ShopDatabase.create(cluster.url(), 'shop');
  await asAdmin(`CREATE EXTENSION pg_cron; INSERT INTO cron.job (command) VALUES ('VACUUM')`);
  shop.dump(shop.backup, '--format=custom');
  await asAdmin(`INSERT INTO cron.job (command) VALUES ('DELETE FROM users')`);
});
afterEach(() => shop.remove());

const asAdmin = (sql: string) => queryOn<{ command: string }>(cluster.url('shop'), sql);
const jobs = async () =>
  (await asAdmin('SELECT command FROM cron.job ORDER BY jobid')).map(({ command }) => command);
const admin = () => ({ 'database-url': cluster.url('shop') });

test.each([{ 'dry-run': 'true' }, { phase: 'prepare' }, {}])(
  'is refused with what to do before anything is fetched: %j',
  async (inputs) => {
    const step = await shop.rollBack({ ...admin(), ...inputs });
    expect(step.errors).toEqual([
      expect.stringMatching(
        /^"shop" has the extension pg_cron, .* cannot be restored beside itself; nothing was changed\. Use `strategy: in-place`/,
      ),
    ]);
    expect(step.record.map((event) => event.step)).not.toContain('fetch');
  },
);

test('goes back in place, with the jobs of the backup', async () => {
  const step = await shop.rollBack({ ...admin(), strategy: 'in-place' });
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect(await jobs()).toEqual(['VACUUM']);
});

test('is repaired from an archive, and its jobs stay', async () => {
  await asAdmin('DELETE FROM users WHERE id <= 200');
  const step = await shop.rollBack({ ...admin(), strategy: 'repair', tables: 'users' });
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect(await asAdmin('SELECT FROM users')).toHaveLength(1900);
  expect(await jobs()).toEqual(['VACUUM', 'DELETE FROM users']);
});

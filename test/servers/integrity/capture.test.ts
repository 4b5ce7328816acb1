import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { differences } from '../../../src/domain/snapshots/differences.ts';
import { nameOf } from '../../../src/domain/snapshots/tables.ts';
import { type Cluster, startCluster } from '../../support/postgres/cluster.ts';
import {
  createDatabase,
  type TestDatabase,
  urlOf,
  VERSION,
  VERSIONS,
} from '../../support/postgres/database.ts';
import { dump, restore } from '../../support/postgres/dump.ts';
import { capture } from './engine.ts';

const ACCOUNTS = `CREATE TABLE accounts (id serial PRIMARY KEY, n integer, note text);
  INSERT INTO accounts (n, note) SELECT g, repeat('x', g % 50) FROM generate_series(1, 20000) g`;

describe.each(VERSIONS)('a capture on PostgreSQL %s', (version) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createDatabase(version, { sql: ACCOUNTS });
  });
  afterEach(() => database.drop());

  /** The URL for a role of its own that may log in, and do nothing else. */
  async function role(name: string): Promise<string> {
    const password = decodeURIComponent(new URL(urlOf(version)).password);
    await database.query(
      `DO $$ BEGIN CREATE ROLE ${name} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$; ALTER ROLE ${name} PASSWORD '${password}'`,
    );
    return urlOf(version, database.name, name);
  }

  test('tables that are read by several sessions are all of one instant, under writes', async () => {
    await database.query('CREATE TABLE mirror (LIKE accounts); INSERT INTO mirror SELECT * FROM accounts');
    const writer = new pg.Client(database.url);
    await writer.connect();
    let writing = true;
    // Each transaction keeps the two tables equal.
    const writes = (async () => {
      for (let n = 0; writing; n++)
        await writer.query(
          `BEGIN; UPDATE accounts SET n = n + 1 WHERE id = ${(n % 20000) + 1}; UPDATE mirror SET n = n + 1 WHERE id = ${(n % 20000) + 1};
           INSERT INTO accounts VALUES (${50000 + n}, 0, ''); INSERT INTO mirror VALUES (${50000 + n}, 0, ''); COMMIT`,
        );
      return 'ended';
    })();
    const snapshots = [];
    for (let round = 0; round < 5; round++) snapshots.push(await capture(database.url, { jobs: 2 }));
    writing = false;
    expect(await writes).toBe('ended');
    await writer.end();
    for (const { tables } of snapshots) {
      const [accounts, mirror] = ['public.accounts', 'public.mirror'].map((name) =>
        tables.find((one) => nameOf(one) === name),
      );
      expect([accounts?.rows, accounts?.hash]).toEqual([mirror?.rows, mirror?.hash]);
    }
    expect(new Set(snapshots.map(({ tables }) => tables[0]?.hash)).size).toBeGreaterThan(1);
  });

  test('a role with no more than pg_read_all_data, or SELECT on what is meant, is enough', async () => {
    const url = await role('reader');
    await database.query('CREATE TABLE closed (a integer)');
    await expect(capture(url)).rejects.toThrow(
      /^The user "reader" cannot read the table public\.accounts and 1 more \(see the details\); grant SELECT on it and USAGE on its schema, or the role pg_read_all_data, or leave it out/,
    );
    await database.query('GRANT SELECT ON accounts TO reader');
    const partial = await capture(url, { exclude: ['*.closed'] });
    expect(partial.tables.map(nameOf)).toEqual(['public.accounts']);
    expect(partial.told).toEqual([
      { kind: 'table', name: 'public.closed', because: 'left out by `tables` or `exclude-tables`' },
      { kind: 'sequence', name: 'public.accounts_id_seq', because: 'no SELECT on it' },
    ]);
    await database.query('GRANT pg_read_all_data TO reader');
    const whole = await capture(url);
    const all = await capture(database.url);
    expect(differences(all, whole)).toEqual({ tables: [], schema: [], sequences: [], others: [] });
    await database.query('REVOKE pg_read_all_data FROM reader; DROP OWNED BY reader');
  });

  test('row-level security is an error that names the table, never a filter', async () => {
    const url = await role('tenant');
    await database.query(
      'GRANT SELECT ON ALL TABLES IN SCHEMA public TO tenant; ALTER TABLE accounts ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON accounts USING (n < 5)',
    );
    await expect(capture(url)).rejects.toThrow(
      /cannot read the table public\.accounts; row-level security hides rows of it: connect as its owner or as a role with BYPASSRLS/,
    );
    await database.query('DROP OWNED BY tenant');
    expect((await capture(database.url)).tables[0]?.rows).toBe('20000');
  });

  test('foreign, excluded and extension tables are told, unlogged ones are marked', async () => {
    await database.query(`CREATE FOREIGN DATA WRAPPER nothing; CREATE SERVER far FOREIGN DATA WRAPPER nothing;
      CREATE FOREIGN TABLE remote (a integer) SERVER far; CREATE UNLOGGED TABLE scratch (a integer); CREATE TABLE "a.b" (a integer)`);
    const { told, tables } = await capture(database.url, { exclude: ['public.a.b'] });
    expect(told).toEqual([
      { kind: 'table', name: 'public."a.b"', because: 'left out by `tables` or `exclude-tables`' },
      { kind: 'foreign table', name: 'public.remote', because: 'its rows are on another server' },
    ]);
    expect(tables.map((table) => [nameOf(table), table.unlogged])).toEqual([
      ['public.accounts', false],
      ['public.scratch', true],
    ]);
  });

  test('globs find tables, and partitions by their partitioned table', async () => {
    await database.query(`CREATE SCHEMA "Shop"; CREATE TABLE "Shop".events (at date) PARTITION BY RANGE (at);
      CREATE TABLE "Shop".e1 PARTITION OF "Shop".events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')`);
    const names = async (tables: string[]) => (await capture(database.url, { tables })).tables.map(nameOf);
    expect(await names(['Shop.events'])).toEqual(['Shop.e1']);
    expect(await names(['*.acc*'])).toEqual(['public.accounts']);
    expect(await names(['{Shop,public}.*'])).toEqual(['public.accounts', 'Shop.e1']);
    await expect(names(['shop.*'])).rejects.toThrow(`"shop.*", which matches no table of ${database.name}`);
  });
});

describe.each(VERSIONS)('a capture that ends early on PostgreSQL %s', (version) => {
  let cluster: Cluster;
  beforeAll(async () => {
    // Autovacuum makes PostgreSQL build the file of its own relations anew, and then a new session waits for the lock below.
    cluster = await startCluster(version, ['autovacuum = off']);
  });
  beforeEach(async () => {
    await cluster.query('CREATE DATABASE early');
    await query(ACCOUNTS);
  });
  afterEach(() => cluster.query('DROP DATABASE early'));
  afterAll(() => cluster.remove());

  const query = (sql: string) => cluster.query(sql, 'early');
  /** Milliseconds: less than a capture waits for a lock. */
  const SOON = 20_000;
  /** Captures while nobody can read the table `waits`: the labels of its type are locked. */
  async function whileLocked(work: () => Promise<unknown>): Promise<void> {
    await query(`CREATE TYPE mood AS ENUM ('a'); CREATE TABLE waits AS SELECT 'a'::mood AS mood`);
    const holder = new pg.Client(cluster.url('early'));
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE pg_enum IN ACCESS EXCLUSIVE MODE');
    try {
      await work();
      // No session of ours is there any more, though what it waited for is still locked.
      while ((await sessions('true')).length > 0);
    } finally {
      await holder.end();
    }
  }
  const sessions = (which: string) =>
    query(
      `SELECT 1 FROM pg_stat_activity WHERE application_name = 'rollback-actions' AND datname = current_database() AND ${which}`,
    );

  test(
    'a table that breaks while it is read is named, and ends all sessions',
    async () => {
      // Its rows would be in a file that is not there.
      await query(
        `CREATE TABLE broken AS SELECT 1 AS a; UPDATE pg_class SET relfilenode = 4000000000 WHERE relname = 'broken'`,
      );
      await whileLocked(() =>
        expect(capture(cluster.url('early'))).rejects.toThrow(
          /^The table public\.broken cannot be read \(PostgreSQL says: could not open file .*\); leave it out/,
        ),
      );
    },
    SOON,
  );

  test(
    'one that is cancelled in the middle ends all sessions',
    async () => {
      const controller = new AbortController();
      await whileLocked(async () => {
        const capturing = expect(
          capture(cluster.url('early'), { signal: controller.signal }),
        ).rejects.toThrow('cancelled');
        while ((await sessions(`wait_event_type = 'Lock'`)).length < 2);
        controller.abort(new Error('cancelled'));
        await capturing;
      });
    },
    SOON,
  );
});

test('a capture of an exported snapshot equals the dump of it, while the database goes on', async () => {
  const [live, copy] = await Promise.all([
    createDatabase(VERSION, { sql: ACCOUNTS }),
    createDatabase(VERSION),
  ]);
  const owner = new pg.Client(live.url);
  await owner.connect();
  await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows } = await owner.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
  const exported = rows[0]?.name as string;
  await live.query(
    `UPDATE accounts SET note = 'later' WHERE id % 2 = 0; DELETE FROM accounts WHERE id < 100`,
  );
  const snapshot = await capture(live.url, { exported });
  await restore(await dump(live, exported), copy);
  await owner.end();
  expect(differences(snapshot, await capture(copy.url))).toEqual({
    tables: [],
    schema: [],
    sequences: [],
    others: [],
  });
  expect(differences(snapshot, await capture(live.url)).tables).toMatchObject([
    { rowsBefore: '20000', rowsAfter: '19901' },
  ]);
  await Promise.all([live.drop(), copy.drop()]);
});

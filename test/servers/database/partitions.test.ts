/** D7: a database with more tables and indexes than its server has room for locks goes back all the same. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runAction } from '../../support/action.ts';
import { type Cluster, startCluster } from '../../support/postgres/cluster.ts';
import { dumpProgram, newestProgram } from '../../support/postgres/tools.ts';

/**
 * By default a tenth of 5,000 partitions with three indexes each, and of the locks that PostgreSQL has room for by its own
 * defaults; with `EVERY_VERSION` all of it.
 */
const isWhole = process.env.EVERY_VERSION !== undefined;
/** PostgreSQL attaches a partition or an index in a time that grows with their number: 20,000 of them take a quarter of an hour. */
const LIMIT_MINUTES = 60;
const PARTITIONS = isWhole ? 5000 : 500;
const SETTINGS = isWhole
  ? ['max_connections = 100', 'max_locks_per_transaction = 64', 'max_prepared_transactions = 0']
  : ['max_connections = 40', 'max_locks_per_transaction = 10', 'max_prepared_transactions = 0'];

let cluster: Cluster;
let backup: string;
beforeAll(async () => {
  cluster = await startCluster('debian', SETTINGS);
  const query = (sql: string, database?: string) => cluster.query(sql, database);
  await query(`CREATE ROLE parts LOGIN CREATEDB CREATEROLE PASSWORD '${cluster.password}'`);
  await query('CREATE DATABASE parts OWNER parts');
  const sql = (text: string) =>
    execFileSync(
      newestProgram('psql'),
      ['--quiet', '--no-psqlrc', '--set=ON_ERROR_STOP=1', `--dbname=${cluster.url('parts', 'parts')}`],
      {
        input: text,
      },
    );
  sql(`CREATE TABLE measured (id int NOT NULL, at date NOT NULL, what text) PARTITION BY RANGE (id);
    CREATE INDEX ON measured (id); CREATE INDEX ON measured (at); CREATE INDEX ON measured (what);
    CREATE TABLE single (id serial PRIMARY KEY, what text);
    INSERT INTO single (what) SELECT 'row ' || n FROM generate_series(1, 100) AS n;`);
  const each = Array.from({ length: PARTITIONS }, (_, n) => n);
  // One by one: a statement over all of them needs more locks than there is room for.
  sql(
    each
      .map(
        (n) => `CREATE TABLE measured_${n} PARTITION OF measured FOR VALUES FROM (${n}) TO (${n + 1});
          INSERT INTO measured_${n} VALUES (${n}, '2026-01-01', 'row ${n}');`,
      )
      .join('\n'),
  );
  backup = join(mkdtempSync(join(tmpdir(), 'partitions-')), 'backup.dump');
  // pg_dump itself locks each table until it ends: a backup of such a database is made where there is room for that.
  execFileSync(dumpProgram(cluster.url('parts', 'parts')), [
    '--format=custom',
    `--file=${backup}`,
    `--dbname=${cluster.url('parts', 'parts')}`,
  ]);
  sql(`UPDATE measured_7 SET what = 'spoiled'; DELETE FROM single WHERE id <= 3`);
}, 600_000);
afterAll(() => cluster.remove());

const rollBack = (more: Record<string, string> = {}) =>
  runAction('rollback-db', {
    with: {
      'database-url': cluster.url('parts', 'parts'),
      backup,
      confirm: 'parts',
      reason: 'a bad release',
      timeout: `${LIMIT_MINUTES}m`,
      ...more,
    },
  });

test(
  'D7: by swap: restored, verified, compared, switched and undone',
  async () => {
    const step = await rollBack();
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done', tables: String(PARTITIONS + 1) } });
    expect(await cluster.query('SELECT what FROM measured_7', 'parts')).toEqual([{ what: 'row 7' }]);
    expect(await rollBack({ phase: 'undo', backup: '' })).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
  },
  LIMIT_MINUTES * 60_000,
);

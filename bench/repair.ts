/**
 * A table is damaged, and users go on: `strategy: repair`, the full swap, and `pg_restore -t` bring it back. What each step takes,
 * how long users wait, and what they lose. `npm run bench:db -- repair`, or with millions of rows: `npm run bench:db -- repair 10`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePostgres } from '../test/setup/programs.ts';
import { runAction, type StepResult } from '../test/support/action.ts';
import { type Cluster, startCluster } from '../test/support/postgres/cluster.ts';
import { tableOf } from './measure.ts';
import { environmentOf } from './pg-data.ts';
import type { Benchmark, Findings, Table } from './results.ts';
import { startWriters, type Written } from './writers.ts';

const NAME = 'shop';
/** Millions of rows. */
const SIZES = [1, 10];
const PERCENTS = [1, 100];
const BATCH = 10_000;
/** Batches are measured up to so many damaged rows: ten times as many are a thousand transactions of the same length. */
const MOST_IN_BATCHES = 1e6;

/** One table at growing sizes. */
export const repairs: Benchmark = {
  title: 'Repair',
  run: (quick) => benchRepair(quick ? [0.05] : SIZES),
};

/** What one way back took. */
interface Figures {
  readonly millions: number;
  readonly percent: number;
  readonly way: string;
  /** Nothing where it has no such step. */
  readonly restore: number | undefined;
  readonly find: number | undefined;
  readonly apply: number;
  readonly total: number;
  readonly longestInsert: number;
  readonly longestUpdate: number;
  readonly failed: number;
  readonly lostInserts: number;
  readonly lostUpdates: number;
  readonly wrong: number;
}

export async function benchRepair(millions: readonly number[]): Promise<Findings> {
  ensurePostgres();
  const cluster = await startCluster('debian', [
    'fsync = on',
    'shared_buffers = 512MB',
    'max_wal_size = 4GB',
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'bench-repair-'));
  const figures: Figures[] = [];
  try {
    const [server] = await cluster.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    for (const size of millions) figures.push(...(await measureSize(cluster, folder, size)));
    return { versions: [`PostgreSQL ${server?.version}`], tables: [tableFor(figures)] };
  } finally {
    await cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureSize(cluster: Cluster, folder: string, millions: number): Promise<Figures[]> {
  const rows = Math.round(millions * 1e6);
  const before = join(folder, 'before.dump');
  await cluster.query(`DROP DATABASE IF EXISTS undamaged`);
  await cluster.query(`CREATE DATABASE ${NAME}`);
  await cluster.query(tableWith(rows), NAME);
  await cluster.query('VACUUM ANALYZE', NAME);
  dump(cluster, before);
  await cluster.query(`ALTER DATABASE ${NAME} RENAME TO undamaged`);
  const figures: Figures[] = [];
  for (const percent of PERCENTS) {
    const after = join(folder, 'after.dump');
    const every = Math.round(100 / percent);
    await cluster.query(`DROP DATABASE IF EXISTS damaged`);
    await cluster.query(`CREATE DATABASE ${NAME} TEMPLATE undamaged`);
    await cluster.query('ALTER TABLE orders DISABLE TRIGGER USER', NAME);
    await cluster.query(`UPDATE orders SET price = 0 WHERE id % ${every} = 0`, NAME);
    await cluster.query('ALTER TABLE orders ENABLE TRIGGER USER', NAME);
    await cluster.query('VACUUM ANALYZE', NAME);
    dump(cluster, after);
    await cluster.query(`ALTER DATABASE ${NAME} RENAME TO damaged`);
    const repair = { strategy: 'repair', backup: before, after, tables: 'public.orders', 'max-wait': '10m' };
    const inBatches: Way = [
      `repair, batch: ${BATCH}`,
      (on) => ours(on, { ...repair, 'stamp-columns': 'updated_at', batch: String(BATCH) }),
    ];
    const ways: readonly Way[] = [
      ['repair', (on) => ours(on, { ...repair, 'stamp-columns': 'updated_at' })],
      ...(rows / every <= MOST_IN_BATCHES ? [inBatches] : []),
      ['full swap', (on) => ours(on, { backup: before, accept: 'data-loss' })],
      ['TRUNCATE, pg_restore -a -t', (on) => pgRestore(on, before)],
    ];
    for (const [way, go] of ways) {
      const found = await measureWay(cluster, rows, go);
      figures.push({ millions, percent, way, ...found });
      console.log(`${millions} million rows, ${percent} % damaged, ${way}: ${JSON.stringify(found)}`);
    }
  }
  return figures;
}

type Way = readonly [name: string, go: (cluster: Cluster) => Promise<Took>];
type Took = Pick<Figures, 'restore' | 'find' | 'apply'>;

async function measureWay(
  cluster: Cluster,
  rows: number,
  go: (cluster: Cluster) => Promise<Took>,
): Promise<Omit<Figures, 'millions' | 'percent' | 'way'>> {
  await cluster.query(`CREATE DATABASE ${NAME} TEMPLATE damaged`);
  await cluster.query('CHECKPOINT');
  execFileSync('sync');
  const users = await startWriters({ url: cluster.url(NAME), rows });
  const begun = performance.now();
  const took = await go(cluster).catch(async (error: unknown) => {
    await users.stop();
    throw error;
  });
  const total = (performance.now() - begun) / 1000;
  const written = await users.stop();
  const found = { ...took, total, ...(await lostOf(cluster, written)), wrong: await wrongIn(cluster) };
  for (const { name } of await cluster.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database WHERE datname = '${NAME}' OR datname LIKE '${NAME}_rb_%'`,
  ))
    await cluster.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  return found;
}

/** What users were told is written, and is not there. */
async function lostOf(cluster: Cluster, { inserted, named, ...waits }: Written) {
  const missing = async (values: readonly string[], condition: string): Promise<number> => {
    if (values.length === 0) return 0;
    const [row] = await cluster.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM (VALUES ${values.join(', ')}) AS v (id, name) WHERE NOT EXISTS (SELECT FROM orders AS o WHERE o.id = v.id ${condition})`,
      NAME,
    );
    return row?.rows ?? 0;
  };
  return {
    ...{ longestInsert: waits.longestInsert, longestUpdate: waits.longestUpdate, failed: waits.failed },
    lostInserts: await missing(
      inserted.map((id) => `(${id}, '')`),
      `AND o.name = 'new'`,
    ),
    lostUpdates: await missing(
      named.map(([id, name]) => `(${id}, '${name}')`),
      'AND o.name = v.name',
    ),
  };
}

/** Rows that still are as the accident left them. */
async function wrongIn(cluster: Cluster): Promise<number> {
  const [row] = await cluster.query<{ rows: number }>(
    'SELECT count(*)::int AS rows FROM orders WHERE price = 0',
    NAME,
  );
  return row?.rows ?? 0;
}

async function ours(cluster: Cluster, inputs: Readonly<Record<string, string>>): Promise<Took> {
  const temp = mkdtempSync(join(tmpdir(), 'bench-repair-'));
  const step = await runAction('rollback-db', {
    temp,
    with: {
      ...{ 'database-url': cluster.url(NAME), confirm: NAME, reason: 'benchmark', timeout: '2h' },
      ...inputs,
    },
  });
  rmSync(temp, { recursive: true, force: true });
  if (step.exitCode !== 0) throw new Error(`rollback-db ended with ${step.exitCode}:\n${step.log}`);
  const isRepair = inputs.strategy === 'repair';
  return {
    restore: secondsOf(step, 'restore'),
    find: isRepair ? secondsOf(step, 'compare') : undefined,
    apply: secondsOf(step, isRepair ? 'repair' : 'switch'),
  };
}

const secondsOf = ({ record }: StepResult, name: string): number =>
  record.reduce((sum, { step, seconds = 0 }) => sum + (step === name ? seconds : 0), 0);

/** What people do by hand: the table is emptied and filled again. */
async function pgRestore(cluster: Cluster, backup: string): Promise<Took> {
  await cluster.query('TRUNCATE orders', NAME);
  const begun = performance.now();
  execFileSync(
    join(cluster.bin, 'pg_restore'),
    ['--data-only', '--disable-triggers', '--table=orders', `--dbname=${NAME}`, backup],
    { env: { ...process.env, ...environmentOf(cluster) } },
  );
  return { restore: undefined, find: undefined, apply: (performance.now() - begun) / 1000 };
}

const dump = (cluster: Cluster, file: string): void => {
  rmSync(file, { force: true });
  execFileSync(join(cluster.bin, 'pg_dump'), ['--format=custom', '--compress=1', `--file=${file}`, NAME], {
    env: { ...process.env, ...environmentOf(cluster) },
  });
};

/** 240 MB in a million rows, with a stamp, an audit and three indexes. */
const tableWith = (rows: number): string => `
  CREATE TABLE audit (id bigserial PRIMARY KEY, line text NOT NULL);
  CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit (line) VALUES (TG_OP || ' ' || NEW.id); RETURN NULL; END $$;
  CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at = clock_timestamp(); RETURN NEW; END $$;
  CREATE TABLE orders (id bigserial PRIMARY KEY, customer bigint NOT NULL, price numeric(10, 2) NOT NULL, name text NOT NULL,
    note text NOT NULL DEFAULT repeat('note ', 20), updated_at timestamptz NOT NULL DEFAULT '2026-01-01');
  INSERT INTO orders (customer, price, name) SELECT n % 10000, 1 + n % 500, 'order ' || n FROM generate_series(1, ${rows}) AS n;
  CREATE INDEX ON orders (customer);
  CREATE INDEX ON orders (updated_at);
  CREATE TRIGGER audit AFTER INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION audit();
  CREATE TRIGGER stamp BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION stamp();`;

const seconds = (figure: number | undefined, digits = 2) =>
  figure === undefined ? '' : figure.toFixed(digits);

const tableFor = (figures: readonly Figures[]): Table => ({
  title: 'Seconds in which a damaged table comes back while users write it, and what they lose',
  says: "One user inserts and one updates, every 20 ms each; `price` of so many rows was set to 0. Users' changes are those that the server has confirmed since the accident. `repair` restores and compares two states (find and stage) while nobody is held up; the batches and the one transaction lock the table for its triggers. Who was cut off counts as failed.",
  table: tableOf(
    [
      ...['million rows', 'damaged, %', 'way', 'restore beside', 'find, stage', 'apply', 'in all'],
      ...['an insert waits', 'an update waits', 'failed', 'inserts lost', 'updates lost', 'still damaged'],
    ],
    figures.map((one) => [
      ...[String(one.millions), String(one.percent), one.way],
      ...[seconds(one.restore), seconds(one.find), seconds(one.apply), seconds(one.total, 1)],
      ...[seconds(one.longestInsert), seconds(one.longestUpdate)],
      ...[one.failed, one.lostInserts, one.lostUpdates, one.wrong].map(String),
    ]),
  ),
});

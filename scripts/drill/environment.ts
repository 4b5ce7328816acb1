import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { aptInstall } from '../../test/setup/apt.ts';
import { hasPostgres, onPath } from '../../test/setup/programs.ts';
import { type Cluster, startCluster as startPostgres } from '../../test/support/postgres/cluster.ts';
import { aptProgram } from '../../test/support/postgres/tools.ts';
import { startRedis, type TestServer } from '../../test/support/redis/server.ts';
import { SLACK_TOKEN, startSlack } from '../../test/support/sinks/slack.ts';
import { startSmtp } from '../../test/support/sinks/smtp.ts';
import { type DrillCluster, startCluster } from './cluster.ts';

/** All that the drill's shop runs on, and what its configuration names. */
export interface Environment {
  readonly cluster: DrillCluster;
  readonly postgres: Cluster;
  /** Started again where it ends, as whoever keeps a server does. */
  readonly redis: TestServer;
  readonly slack: Awaited<ReturnType<typeof startSlack>>;
  readonly mail: Awaited<ReturnType<typeof startSmtp>>;
  readonly backup: string;
  /** The secrets that .github/rollback.yml refers to. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

export const DATABASE = 'shop';

/** Starts a PostgreSQL, a Redis, something that speaks Kubernetes and an inbox, and writes the configuration into `folder`. */
export async function startEnvironment(
  folder: string,
  wanted: { wantsRealNode: boolean },
): Promise<Environment> {
  ensurePrograms();
  const [cluster, postgres, redis, slack, mail] = await Promise.all([
    startCluster(wanted),
    // npm's, which installs no service; the machine's own pg_dump has to be as new.
    startPostgres('14'),
    keepRedis(redisServer(folder)),
    startSlack(),
    startSmtp(),
  ]);
  await postgres.query(`CREATE DATABASE ${DATABASE}`);
  const backup = join(folder, 'backup.dump');
  const { 'smtp-url': smtp, ...sender } = mail.inputs;
  const secrets = {
    DATABASE_URL: postgres.url(DATABASE),
    REDIS_URL: `redis://127.0.0.1:${redis.now().port}`,
    SLACK_TOKEN,
    SMTP_URL: smtp,
  };
  const configuration = {
    defaults: { namespace: 'shop', kubeconfig: cluster.kubeconfig },
    rollback: { 'drill-hosts': ['127.0.0.1', 'localhost'], 'drill-target': 'deployment/api' },
    components: {
      orders: {
        kind: 'database',
        rto: '5m',
        backup,
        confirm: DATABASE,
        quiesce: ['api', 'web'],
        'database-url': { env: 'DATABASE_URL' },
      },
      shop: {
        kind: 'service',
        workloads: 'all',
        health: `http://:${cluster.port}/health`,
        rto: { 'deployment/web': '2m', 'deployment/api': '2m' },
      },
      carts: { kind: 'cache', prefix: 'cache:', 'redis-url': { env: 'REDIS_URL' } },
    },
    'verify-integrity': { expect: 'no-loss' },
    notify: {
      'slack-channel': '#incidents',
      'slack-api-url': slack.api,
      'slack-token': { env: 'SLACK_TOKEN' },
      'smtp-url': { env: 'SMTP_URL' },
      ...sender,
    },
    report: { rto: ['Whole shop: all=5m'], history: join(folder, '../history.jsonl') },
  };
  mkdirSync(join(folder, '.github'), { recursive: true });
  writeFileSync(join(folder, '.github/rollback.yml'), stringify({ environments: { drill: configuration } }));
  const stop = async () => {
    await Promise.all([cluster.stop(), postgres.remove(), redis.stop(), slack.close(), mail.close()]);
  };
  return {
    ...{ cluster, postgres, slack, mail, backup, secrets, stop },
    get redis() {
      return redis.now();
    },
  };
}

/** The packages are those of the programs alone: those of the servers would start at every boot of the machine. */
function ensurePrograms(): void {
  const missing = [
    ...(hasPostgres() ? [] : ['postgresql-client']),
    ...(onPath('redis-check-rdb') ? [] : ['redis-tools']),
  ];
  if (missing.length > 0) aptInstall(...missing);
}

/** `redis-check-rdb` is the server itself, which goes by the name that it is started under. */
function redisServer(folder: string): string {
  const server = onPath('redis-server');
  if (server) return server;
  const link = join(folder, 'redis-server');
  symlinkSync(onPath('redis-check-rdb') ?? '', link);
  return link;
}

/** A Redis that is started again, on the same port and empty, until it is stopped. */
async function keepRedis(program: string): Promise<{ now(): TestServer; stop(): Promise<void> }> {
  let stopped = false;
  let server = await startRedis({ program });
  const keep = () =>
    server.process.once('exit', async () => {
      if (stopped) return;
      server = await startRedis({ program, port: server.port });
      keep();
    });
  keep();
  return {
    now: () => server,
    async stop() {
      stopped = true;
      await server.stop();
    },
  };
}

/** Fills the database with what the good release knows, and backs it up. */
export async function fillAndBackUp({ postgres, redis, backup }: Environment): Promise<void> {
  for (const sql of [
    'CREATE TABLE customers (id bigserial PRIMARY KEY, name text NOT NULL)',
    'CREATE TABLE orders (id bigserial PRIMARY KEY, customer bigint REFERENCES customers, cents integer NOT NULL)',
    "INSERT INTO customers (name) SELECT 'Customer ' || n FROM generate_series(1, 2000) AS n",
    'INSERT INTO orders (customer, cents) SELECT 1 + n % 2000, 100 + n FROM generate_series(1, 20000) AS n',
  ])
    await postgres.query(sql, DATABASE);
  dumpTo(postgres, backup);
  await redis.client.mset('cache:product:1', 'good', 'queue:mail', 'two letters');
}

/** Dumps the shop's database to a file. */
export function dumpTo(postgres: Environment['postgres'], path: string): void {
  const { hostname, port, username, password } = new URL(postgres.url(DATABASE));
  execFileSync(aptProgram('pg_dump'), ['--format=custom', `--file=${path}`], {
    env: {
      PGHOST: hostname,
      PGPORT: port,
      PGUSER: decodeURIComponent(username),
      PGPASSWORD: decodeURIComponent(password),
      PGDATABASE: DATABASE,
    },
  });
}

/** What the migration of the bad release does to the database and the cache. */
export async function corrupt({ postgres, redis }: Environment): Promise<void> {
  await postgres.query('UPDATE orders SET cents = cents * 100 WHERE id % 2 = 0', DATABASE);
  await postgres.query('DELETE FROM orders WHERE id > 19900', DATABASE);
  await postgres.query('ALTER TABLE orders RENAME COLUMN cents TO price', DATABASE);
  await redis.client.set('cache:product:1', 'bad');
}

/** What the shop's data says: the sum of all orders, and what its cache tells of a product. */
export async function dataOf({ postgres, redis }: Environment): Promise<string> {
  const [row] = await postgres.query<{ count: string; sum: string }>(
    'SELECT count(*) AS count, sum(cents) AS sum FROM orders',
    DATABASE,
  );
  const queue = await redis.client.get('queue:mail');
  return `${row?.count} orders of ${row?.sum} cents; the queue has ${queue}`;
}

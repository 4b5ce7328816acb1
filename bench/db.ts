/**
 * Rolls the same database back by the runbook's script, by `pg_restore --clean` and by rollback-db, at growing sizes:
 * how long nobody can connect, how long it takes, and what memory the action needs. Kubernetes and S3 are left out on
 * all sides.
 *
 * `npm run bench:db`, or with sizes in gigabytes: `npm run bench:db -- 0.3 1`. `npm run bench:db -- repair` measures repairs.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePostgres } from '../test/setup/programs.ts';
import { runAction, type StepResult } from '../test/support/action.ts';
import { type Cluster, startCluster } from '../test/support/postgres/cluster.ts';
import { startPgbouncer } from '../test/support/postgres/pgbouncer.ts';
import { type Figures, type Ours, type Row, tablesOf } from './db-tables.ts';
import { startLoad } from './load.ts';
import { peakMegabytes, TELL_MEMORY } from './measure.ts';
import { watchOutage } from './outage.ts';
import { environmentOf, makeDatabase, NAME, spoil } from './pg-data.ts';
import { benchRepair } from './repair.ts';
import type { Benchmark, Findings } from './results.ts';

const SIZES = [0.3, 1, 2.6];
const CLIENTS = 20;

/** The same database at growing sizes. */
export const database: Benchmark = {
  title: 'Database',
  run: (quick) => benchDatabase(quick ? [0.05] : SIZES),
};

async function benchDatabase(gigabytes: readonly number[]): Promise<Findings> {
  ensurePostgres();
  const cluster = await startCluster('debian', [
    'fsync = on',
    'shared_buffers = 512MB',
    'max_wal_size = 4GB',
    'checkpoint_timeout = 15min',
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const rows: Row[] = [];
  try {
    const [server] = await cluster.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    for (const size of gigabytes) rows.push(await measureSize(cluster, folder, size, size === gigabytes[0]));
    return { versions: [`PostgreSQL ${server?.version}`], tables: tablesOf(rows, CLIENTS) };
  } finally {
    await cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureSize(
  cluster: Cluster,
  folder: string,
  gigabytes: number,
  withPlain: boolean,
): Promise<Row> {
  const made = await makeDatabase(cluster, folder, gigabytes);
  console.log(`${made.gigabytes.toFixed(2)} GB is made.`);
  const tell = <T extends Figures>(what: string, figures: T): T => {
    console.log(
      `${what}: ${figures.seconds.toFixed(1)} s, of which ${figures.unreachable.toFixed(3)} s out of reach.`,
    );
    return figures;
  };
  const url = cluster.url(NAME);
  const clean = () => ours(cluster, { phase: 'clean', keep: '0' });
  const custom = tell('rollback-db, custom format', await ours(cluster, { backup: made.custom }));
  const undo = tell('its undo', await ours(cluster, { phase: 'undo' }));
  await clean();
  const plain = withPlain
    ? tell('rollback-db, plain SQL', await ours(cluster, { backup: made.plain, keep: '0' }))
    : undefined;
  await spoil(cluster);
  const load = { url, clients: CLIENTS, accounts: made.accounts };
  const loaded = tell(
    'rollback-db under load',
    await ours(cluster, { backup: made.custom, keep: '0' }, load),
  );
  const pool = await startPgbouncer(cluster);
  const pooled = tell(
    'rollback-db behind pgbouncer',
    await ours(
      cluster,
      { backup: made.custom, keep: '0', 'pgbouncer-url': pool.adminUrl },
      { ...load, url: pool.url(NAME) },
    ),
  );
  await pool.stop();
  await clean();
  const script = tell('the runbook', await runbook(cluster, folder, made.plain));
  await spoil(cluster);
  const overLive = tell('pg_restore --clean', await pgRestore(cluster, made.custom));
  return { size: made, runbook: script, overLive, custom, plain, loaded, pooled, undo };
}

/**
 * The bundle as the runner starts it, while a client tries to connect all along, and others work if there are any. Out of
 * reach is the database around its switch.
 */
async function ours(
  cluster: Cluster,
  inputs: Readonly<Record<string, string>>,
  clients?: Parameters<typeof startLoad>[0],
): Promise<Ours> {
  const temp = mkdtempSync(join(tmpdir(), 'bench-'));
  const load = clients && startLoad(clients);
  await settle(cluster);
  const outage = await watchOutage(cluster.url(NAME));
  const begun = performance.now();
  const step = await runAction('rollback-db', {
    with: {
      'database-url': cluster.url(NAME),
      confirm: NAME,
      reason: 'benchmark',
      timeout: '30m',
      ...inputs,
    },
    temp,
    env: { NODE_OPTIONS: `--import ${TELL_MEMORY}` },
  });
  const seconds = (performance.now() - begun) / 1000;
  const { around, ...figures } = await outage.stop();
  const queries = await load?.stop();
  rmSync(temp, { recursive: true, force: true });
  if (step.exitCode !== 0) throw new Error(`rollback-db ended with ${step.exitCode}:\n${step.log}`);
  const switched = step.record.find((event) => event.step === 'switch' && event.seconds !== undefined);
  const end = Date.parse(switched?.at ?? '');
  const { within, elsewhere } = around(end - (switched?.seconds ?? 0) * 1000, end);
  return {
    ...figures,
    unreachable: within,
    elsewhere,
    load: queries,
    seconds,
    told: Number(step.outputs['downtime-seconds']),
    megabytes: peakMegabytes(step.log),
    steps: stepsOf(step),
  };
}

const stepsOf = ({ record }: StepResult) =>
  record
    .filter(({ seconds }) => seconds !== undefined)
    .map(({ step, seconds = 0 }) => [step, seconds] as const);

/** The runbook's script for the database, without Kubernetes and S3. Its traffic is at zero all along. */
async function runbook(cluster: Cluster, folder: string, backup: string): Promise<Figures> {
  const script = join(folder, 'runbook.sh');
  writeFileSync(
    script,
    `cd "$FOLDER"
pg_dump -d $DB_NAME > rollback_safety_$(date +%Y%m%d_%H%M%S).sql
psql -d postgres -c "DROP DATABASE IF EXISTS $DB_NAME;"
psql -d postgres -c "CREATE DATABASE $DB_NAME;"
psql -d $DB_NAME < "$BACKUP"
psql -d $DB_NAME -c "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public';"
`,
  );
  const environment = { DB_NAME: NAME, BACKUP: backup, FOLDER: folder };
  const { errors, ...figures } = await watched(cluster, ['bash', script], environment);
  if (errors.includes('ERROR')) throw new Error(`The runbook's script did not do it:\n${errors}`);
  return figures;
}

/** PostgreSQL's own program over the live database, table by table, with two connections as rollback-db has. */
async function pgRestore(cluster: Cluster, backup: string): Promise<Figures> {
  const command = ['--clean', '--if-exists', '--jobs=2', `--dbname=${NAME}`, backup];
  const { errors, ...figures } = await watched(cluster, [join(cluster.bin, 'pg_restore'), ...command]);
  if (errors !== '') throw new Error(`pg_restore did not do it:\n${errors}`);
  return figures;
}

/** What was written before is on the disk: nobody pays for what came before him. */
async function settle(cluster: Cluster): Promise<void> {
  await cluster.query('CHECKPOINT');
  execFileSync('sync');
}

/** Runs a command while a client tries to connect all along. */
async function watched(
  cluster: Cluster,
  [program = '', ...args]: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Figures & { errors: string }> {
  await settle(cluster);
  const outage = await watchOutage(cluster.url(NAME));
  const begun = performance.now();
  const child = spawn(program, args, {
    env: { ...process.env, ...environmentOf(cluster), ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  await new Promise((done) => child.on('close', done));
  const seconds = (performance.now() - begun) / 1000;
  const { unreachable, unserved } = await outage.stop();
  return { seconds, unreachable, unserved, errors };
}

// `import.meta.main` is false where an npm script has started it (scripts/run.cjs).
if (process.argv[1] === import.meta.filename) {
  const [first, ...others] = process.argv.slice(2);
  const isRepair = first === 'repair';
  const sizes = (isRepair || first === undefined ? others : [first, ...others]).map(Number);
  const { tables } = isRepair
    ? await benchRepair(sizes.length > 0 ? sizes : [1])
    : await benchDatabase(sizes.length > 0 ? sizes : SIZES);
  for (const { title, says, table } of tables) console.log(`\n${title}. ${says}\n${table}`);
}

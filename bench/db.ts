/**
 * Rolls the same database back by the runbook's script and by rollback-db, at growing sizes: how long nobody can
 * connect, how long it takes, and what memory the action needs. Kubernetes and S3 are left out on both sides.
 *
 * `npm run bench:db`, or with sizes in gigabytes: `npm run bench:db -- 0.3 1`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { runAction, type StepResult } from '../test/support/action.ts';
import { type Cluster, startCluster } from '../test/support/postgres/cluster.ts';
import { startPgbouncer } from '../test/support/postgres/pgbouncer.ts';
import { ensurePostgresTools } from '../test/support/postgres/tools.ts';
import { type Load, startLoad } from './load.ts';
import { printTable } from './measure.ts';
import { type Outage, watchOutage } from './outage.ts';
import { environmentOf, makeDatabase, NAME, type Size, spoil } from './pg-data.ts';

const SIZES = [0.3, 1, 2.6];
const CLIENTS = 20;

interface Figures extends Outage {
  readonly seconds: number;
}

interface Ours extends Figures {
  /** What the action says itself. */
  readonly told: number;
  readonly load: Load | undefined;
  readonly megabytes: number;
  readonly steps: readonly (readonly [step: string, seconds: number])[];
}

interface Row {
  readonly size: Size;
  readonly runbook: Figures;
  /** Nobody else at work. */
  readonly custom: Ours;
  /** A plain dump goes in over one connection: the smallest size is enough to see it. */
  readonly plain: Ours | undefined;
  readonly undo: Ours;
  /** While clients work, on PostgreSQL itself and through pgbouncer. */
  readonly loaded: Ours;
  readonly pooled: Ours;
}

async function benchDatabase(gigabytes: readonly number[]): Promise<void> {
  ensurePostgresTools();
  const cluster = await startCluster('debian', [
    'fsync = on',
    'shared_buffers = 512MB',
    'max_wal_size = 4GB',
    'checkpoint_timeout = 15min',
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const rows: Row[] = [];
  const [version] = await cluster.query<{ version: string }>('SELECT version()');
  console.log(
    `${version?.version}; ${availableParallelism()} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB.`,
  );
  try {
    for (const size of gigabytes) rows.push(await measureSize(cluster, folder, size, size === gigabytes[0]));
  } finally {
    print(rows);
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
  return { size: made, runbook: script, custom, plain, loaded, pooled, undo };
}

/** The bundle as the runner starts it, while a client tries to connect all along, and others work if there are any. */
async function ours(
  cluster: Cluster,
  inputs: Readonly<Record<string, string>>,
  clients?: Parameters<typeof startLoad>[0],
): Promise<Ours> {
  const temp = mkdtempSync(join(tmpdir(), 'bench-'));
  const tellMemory = `data:text/javascript,process.on('exit',()=>console.log('peak memory '+process.resourceUsage().maxRSS+' KiB'))`;
  const load = clients && startLoad(clients);
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
    env: { NODE_OPTIONS: `--import ${tellMemory.replaceAll(' ', '%20')}` },
  });
  const seconds = (performance.now() - begun) / 1000;
  const figures = { ...(await outage.stop()), load: await load?.stop() };
  rmSync(temp, { recursive: true, force: true });
  if (step.exitCode !== 0) throw new Error(`rollback-db ended with ${step.exitCode}:\n${step.log}`);
  return {
    ...figures,
    seconds,
    told: Number(step.outputs['downtime-seconds']),
    megabytes: Number(/peak memory (\d+) KiB/.exec(step.log)?.[1]) / 1024,
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
  const outage = await watchOutage(cluster.url(NAME));
  const begun = performance.now();
  const child = spawn('bash', [script], {
    env: { ...process.env, ...environmentOf(cluster), DB_NAME: NAME, BACKUP: backup, FOLDER: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  await new Promise((done) => child.on('close', done));
  if (errors.includes('ERROR')) throw new Error(`The runbook's script did not do it:\n${errors}`);
  return { seconds: (performance.now() - begun) / 1000, ...(await outage.stop()) };
}

const seconds = (figure: number, digits = 2) => figure.toFixed(digits);
const times = (a: number, b: number) => `${(a / b).toFixed(a / b < 10 ? 2 : 0)}×`;

function print(rows: readonly Row[]): void {
  console.log("\nSeconds in which a client can't connect, tried every 5 ms:");
  printTable(
    [
      'GB',
      'runbook',
      'rollback-db',
      'the runbook is',
      `with ${CLIENTS} clients at work`,
      'it says itself',
      'undo',
    ],
    rows.map(({ size, runbook, custom, loaded, undo }) => [
      seconds(size.gigabytes),
      seconds(runbook.unreachable),
      seconds(custom.unreachable, 3),
      times(runbook.unreachable, custom.unreachable),
      seconds(loaded.unreachable, 3),
      seconds(loaded.told, 3),
      seconds(undo.unreachable, 3),
    ]),
  );
  console.log(
    '\nSeconds in which a client that asks for a row gets none; the runbook also keeps traffic away all along:',
  );
  printTable(
    ['GB', 'runbook: no row', 'runbook: no traffic', 'rollback-db', 'the runbook is'],
    rows.map(({ size, runbook, custom }) => [
      seconds(size.gigabytes),
      seconds(runbook.unserved),
      seconds(runbook.seconds),
      seconds(custom.unserved, 3),
      times(runbook.unserved, custom.unserved),
    ]),
  );
  console.log(`\nQueries of ${CLIENTS} clients at work meanwhile:`);
  printTable(
    ['GB', 'pgbouncer: queries', 'failed', 'slowest, ms', 'without it: queries', 'failed'],
    rows.map(({ size, pooled, loaded }) => [
      seconds(size.gigabytes),
      String(pooled.load?.done),
      String(pooled.load?.failed),
      seconds(pooled.load?.slowest ?? Number.NaN, 0),
      String(loaded.load?.done),
      String(loaded.load?.failed),
    ]),
  );
  console.log('\nSeconds in all with nobody else at work, and the most memory that the action itself took:');
  printTable(
    ['GB', 'runbook', 'rollback-db', 'to the runbook', 'MiB', 'undo', 'with plain SQL', 'MiB'],
    rows.map(({ size, runbook, custom, plain, undo }) => [
      seconds(size.gigabytes),
      seconds(runbook.seconds, 1),
      seconds(custom.seconds, 1),
      times(custom.seconds, runbook.seconds),
      custom.megabytes.toFixed(0),
      seconds(undo.seconds, 1),
      plain ? seconds(plain.seconds, 1) : '',
      plain ? plain.megabytes.toFixed(0) : '',
    ]),
  );
  for (const { size, custom, loaded } of rows) {
    console.log(`\nrollback-db step by step at ${seconds(size.gigabytes)} GB, custom format:`);
    printTable(
      ['step', 'seconds', 'under load'],
      custom.steps.map(([step, took]) => [
        step,
        seconds(took, 3),
        seconds(loaded.steps.find(([name]) => name === step)?.[1] ?? Number.NaN, 3),
      ]),
    );
  }
  for (const { pooled } of rows)
    for (const error of pooled.load?.errors ?? []) console.log(`Behind pgbouncer: ${error}`);
}

const sizes = process.argv.slice(2).map(Number);
await benchDatabase(sizes.length > 0 ? sizes : SIZES);

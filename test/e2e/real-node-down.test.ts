/** `down-command` on a real node: the Job is a kubelet's, and golang-migrate takes its migration back from within the release that goes. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { stringify } from 'yaml';
import type { Pod, Workload } from '../../src/systems/kubernetes/objects.ts';
import type { Entry } from '../real-node/layer.ts';
import type { RealNode } from '../real-node/real-node.ts';
import { golangMigrate } from '../setup/artifacts.ts';
import { runAction } from '../support/action.ts';
import { type Cluster as Postgres, startCluster } from '../support/postgres/cluster.ts';
import { createDatabase, type TestDatabase, VERSION } from '../support/postgres/database.ts';
import type { TestNamespace } from './cluster.ts';
import { deployment } from './manifests.ts';
import { nodeOfFile } from './node.ts';
import { web } from './releases.ts';

const { together } = nodeOfFile();

const MIGRATIONS = [
  ['000001_orders', 'CREATE TABLE orders (id serial PRIMARY KEY)', 'DROP TABLE orders'],
  ['000002_note', 'ALTER TABLE orders ADD note text', 'ALTER TABLE orders DROP note'],
] as const;
const DOWN = `deployment/api: sh -c 'exec migrate -path /migrations -database "$DATABASE_URL" down 1'`;

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startCluster(VERSION);
});
afterAll(() => postgres.remove());

/** PostgreSQL as pods reach it: it listens on this machine alone. */
async function bridgeTo(node: RealNode): Promise<Server> {
  const bridge = createServer((socket) => {
    const server = connect(postgres.port, '127.0.0.1');
    socket.pipe(server).pipe(socket);
    socket.on('error', () => server.destroy());
    server.on('error', () => socket.destroy());
  });
  await new Promise<void>((done) => bridge.listen(0, node.gateway, done));
  return bridge;
}

/** The release's files, with those of its migrations that it has. */
const filesOf = (release: number): Entry[] => [
  { path: 'bin/migrate', program: readFileSync(golangMigrate.path('migrate')) },
  ...MIGRATIONS.slice(0, release).flatMap(([name, up, down]) => [
    { path: `migrations/${name}.up.sql`, program: Buffer.from(up) },
    { path: `migrations/${name}.down.sql`, program: Buffer.from(down) },
  ]),
];

/** Two releases, the second with a migration of its own, both up; the database, and what takes away the rest. */
async function released(ns: TestNamespace, node: RealNode) {
  const database = await createDatabase(postgres.url());
  const bridge = await bridgeTo(node);
  const url = new URL(`${database.url}?sslmode=disable`);
  const inPods = new URL(url);
  inPods.hostname = node.gateway;
  inPods.port = String((bridge.address() as { port: number }).port);
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  for (const release of [1, 2]) {
    const [name, up] = MIGRATIONS[release - 1] ?? [];
    writeFileSync(join(folder, `${name}.up.sql`), up ?? '');
    execFileSync(golangMigrate.path('migrate'), ['-path', folder, '-database', url.href, 'up'], {
      stdio: 'pipe',
    });
    const image = node.imageWithShell(`api-${ns.name}`, String(release), {}, filesOf(release));
    await ns.deploy(deployment('api', web(node, String(release), { DATABASE_URL: inPods.href }, { image })));
  }
  await database.query(`INSERT INTO orders (note) VALUES ('by a user')`);
  return {
    database,
    async [Symbol.asyncDispose]() {
      bridge.close();
      await database.drop();
    },
  };
}

/** The whole rollback, of which the services are the one component, as its configuration has them. */
function rollBack(
  ns: TestNamespace,
  database: TestDatabase,
  services: Record<string, string> = {},
  inputs: Record<string, string> = {},
) {
  const environments = {
    production: {
      defaults: { namespace: ns.name, kubeconfig: ns.cluster.kubeconfig },
      components: {
        api: {
          ...{ kind: 'service', workloads: ['deployment/api'], to: 'previous', timeout: '10m' },
          ...{ 'database-url': { env: 'MIGRATED_URL' }, 'down-command': DOWN, 'down-to': '1', ...services },
        },
      },
    },
  };
  mkdirSync(join(ns.temp, '.github'), { recursive: true });
  writeFileSync(join(ns.temp, '.github/rollback.yml'), stringify({ environments }));
  return runAction('rollback', {
    with: { environment: 'production', reason: 'a bad migration', ...inputs },
    temp: ns.temp,
    env: { MIGRATED_URL: database.url },
  });
}

const columnsOf = async (database: TestDatabase) =>
  (
    await database.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0 AND NOT attisdropped`,
    )
  ).map(({ name }) => name);

const releaseOf = async (ns: TestNamespace) =>
  (await ns.get<Workload>('deployment/api')).spec.template.spec.containers[0]?.image.split(':').at(-1);

const jobPods = async (ns: TestNamespace) =>
  (await ns.list<Pod>('pods', 'rollback-actions/down')).map(({ spec, status }) => ({
    release: spec.containers[0]?.image.split(':').at(-1),
    phase: status?.phase,
  }));

together(
  'the migration of the release that goes is taken back after the services, by its own container',
  async (ns, node) => {
    await using it = await released(ns, node);
    const step = await rollBack(ns, it.database);
    expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
    expect(await releaseOf(ns)).toBe('1');
    expect(await columnsOf(it.database)).toEqual(['id']);
    expect(await it.database.query('SELECT version::int AS version, dirty FROM schema_migrations')).toEqual([
      { version: 1, dirty: false },
    ]);
    expect(await jobPods(ns)).toEqual([{ release: '2', phase: 'Succeeded' }]);
    const steps = step.record.map(({ step, status }) => `${step}: ${status}`);
    expect(steps.indexOf('migrate down: done')).toBeGreaterThan(steps.indexOf('roll back: done'));
    // What golang-migrate has written is in the log and in the summary.
    expect(step.summary + step.log).toContain('2/d note');
    expect(step.log).toContain('gone with what was in it: column public.orders.note');
  },
);

together(
  'one that fails before the services stops the chain: no service is touched, and the end of its log is told',
  async (ns, node) => {
    await using it = await released(ns, node);
    const wrong = DOWN.replace('/migrations', '/nowhere');
    const step = await rollBack(ns, it.database, { 'down-when': 'before', 'down-command': wrong });
    expect(step.exitCode).toBe(1);
    expect(step.errors.join()).toMatch(
      /The down-migration of \w+ failed: the Job api-down-\w+ ended with exit code 1; its migrations are at 2, and 1 was asked for\. No service was touched/,
    );
    expect(step.summary + step.log).toContain('/nowhere');
    expect(await releaseOf(ns)).toBe('2');
    expect(await columnsOf(it.database)).toEqual(['id', 'note']);
    expect(await jobPods(ns)).toEqual([{ release: '2', phase: 'Failed' }]);

    const right = await rollBack(ns, it.database, { 'down-when': 'before' }, { 'rollback-id': 'second' });
    expect(right).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
    expect([await releaseOf(ns), await columnsOf(it.database)]).toEqual(['1', ['id']]);
    const steps = right.record.map(({ step, status }) => `${step}: ${status}`);
    expect(steps.indexOf('roll back: done')).toBeGreaterThan(steps.indexOf('migrate down: done'));
  },
);

/** `down-command`: migrations of three real tools are taken back by a Job that the stand-in's kubelet runs on this machine. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { modulesOf } from '../../../scripts/tool.ts';
import { Shop } from '../../actions/shop.ts';
import { alembic, golangMigrate } from '../../setup/artifacts.ts';
import type { StepResult } from '../../support/action.ts';
import type { Pod } from '../../support/kubernetes/objects.ts';
import type { ExecResult } from '../../support/kubernetes/pod-handlers.ts';
import { createDatabase, type TestDatabase, VERSION } from '../../support/postgres/database.ts';

/** A tool of migrations, and a release with one migration and one with two. */
interface Tool {
  readonly up: readonly string[];
  readonly down: string;
  readonly heads: readonly [string, string];
  readonly program: (word: string) => readonly string[];
  /** Where its program is, where a shell starts it. */
  readonly path?: () => string;
  /** Writes the migrations of a release. */
  readonly files: (folder: string, release: number) => void;
}

const KNEX: Tool = {
  up: ['knex', 'migrate:latest'],
  down: 'knex migrate:down',
  heads: ['01_orders.cjs', '02_note.cjs'],
  program: (word) =>
    word === 'knex' ? [process.execPath, join(modulesOf('migrations'), 'knex/bin/cli.js')] : [word],
  files(folder, release) {
    const change = (up: string, down: string) =>
      `exports.up = (knex) => knex.raw(${JSON.stringify(up)}); exports.down = (knex) => knex.raw(${JSON.stringify(down)});`;
    mkdirSync(join(folder, 'migrations'));
    symlinkSync(modulesOf('migrations'), join(folder, 'node_modules'));
    writeFileSync(
      join(folder, 'knexfile.js'),
      `module.exports = { client: 'pg', connection: process.env.DATABASE_URL };`,
    );
    const all = [
      ['01_orders.cjs', change('CREATE TABLE orders (id serial PRIMARY KEY)', 'DROP TABLE orders')],
      ['02_note.cjs', change('ALTER TABLE orders ADD note text', 'ALTER TABLE orders DROP note')],
    ] as const;
    for (const [name, text] of all.slice(0, release)) writeFileSync(join(folder, 'migrations', name), text);
  },
};

const ALEMBIC: Tool = {
  up: ['alembic', 'upgrade', 'head'],
  down: 'alembic downgrade -1',
  heads: ['aaa1', 'bbb2'],
  program: (word) => [word === 'alembic' ? alembic.path('bin/alembic') : word],
  files(folder, release) {
    mkdirSync(join(folder, 'versions'));
    writeFileSync(join(folder, 'alembic.ini'), '[alembic]\nscript_location = .\n');
    writeFileSync(
      join(folder, 'env.py'),
      `import logging, os
from alembic import context
from sqlalchemy import create_engine
logging.basicConfig(level='INFO')
with create_engine(os.environ['DATABASE_URL'].replace('postgres:', 'postgresql+psycopg2:', 1)).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
`,
    );
    const all = [
      ['aaa1', 'None', 'CREATE TABLE orders (id serial PRIMARY KEY)', 'DROP TABLE orders'],
      ['bbb2', '"aaa1"', 'ALTER TABLE orders ADD note text', 'ALTER TABLE orders DROP note'],
    ] as const;
    for (const [name, before, up, down] of all.slice(0, release))
      writeFileSync(
        join(folder, 'versions', `${name}.py`),
        `from alembic import op\nrevision = '${name}'\ndown_revision = ${before}\ndef upgrade():\n    op.execute('${up}')\ndef downgrade():\n    op.execute('${down}')\n`,
      );
  },
};

const GOLANG_MIGRATE: Tool = {
  up: ['sh', '-c', 'migrate -path . -database "$DATABASE_URL?sslmode=disable" up'],
  down: `sh -c 'exec migrate -path . -database "$DATABASE_URL?sslmode=disable" down 1'`,
  heads: ['1', '2'],
  program: (word) => [word],
  path: () => golangMigrate.path(),
  files(folder, release) {
    const all = [
      ['000001_orders', 'CREATE TABLE orders (id serial PRIMARY KEY)', 'DROP TABLE orders'],
      ['000002_note', 'ALTER TABLE orders ADD note text', 'ALTER TABLE orders DROP note'],
    ] as const;
    for (const [name, up, down] of all.slice(0, release)) {
      writeFileSync(join(folder, `${name}.up.sql`), up);
      writeFileSync(join(folder, `${name}.down.sql`), down);
    }
  },
};

/** A shop whose second release has brought a migration, and users who have written since. */
class Released {
  readonly shop: Shop;
  readonly database: TestDatabase;
  readonly tool: Tool;
  /** The pods that ran a command to its end, oldest first. */
  readonly ran: Pod[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'releases-'));

  private constructor(shop: Shop, database: TestDatabase, tool: Tool) {
    this.shop = shop;
    this.database = database;
    this.tool = tool;
    shop.api.pods.run = (pod) => {
      this.ran.push(pod);
      return this.run(pod.spec.containers[0]?.image ?? '', pod.spec.containers[0]?.command ?? []);
    };
  }

  static async open(tool: Tool): Promise<Released> {
    const released = new Released(await Shop.open(), await createDatabase(VERSION), tool);
    for (const release of [1, 2]) await released.release(release, release);
    await released.database.query(`INSERT INTO orders (note) VALUES ('by a user')`);
    return released;
  }

  /** Deploys a release with so many migrations. */
  async release(number: number, migrations: number): Promise<void> {
    const folder = join(this.#folder, String(number));
    mkdirSync(folder);
    this.tool.files(folder, migrations);
    const image = `registry.test/api:${number}`;
    expect(await this.run(image, this.tool.up)).toMatchObject({ exitCode: 0, stderr: expect.any(String) });
    await this.shop.deploy('api', image);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shop[Symbol.asyncDispose]();
    await this.database.drop();
  }

  /** Runs a command as a container of an image would: with its files, and with nobody else's environment. */
  run(image: string, [word = '', ...words]: readonly string[]): Promise<ExecResult> {
    const [program = '', ...more] = this.tool.program(word);
    const release = /:(\d)/.exec(image)?.[1] ?? '';
    const path = [this.tool.path?.(), process.env.PATH].filter(Boolean).join(delimiter);
    const env = { PATH: path, DATABASE_URL: this.database.url };
    return new Promise((resolve) =>
      execFile(
        program,
        [...more, ...words],
        { cwd: join(this.#folder, release), env },
        (error, stdout, stderr) => resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr }),
      ),
    );
  }

  rollBack(inputs: Record<string, string> = {}, run = '7'): Promise<StepResult> {
    return this.shop.rollBack(this.inputs(inputs), { run });
  }

  inputs(more: Record<string, string> = {}): Record<string, string> {
    return {
      ...{ workloads: 'api', to: 'previous', 'database-url': this.database.url },
      ...{ 'down-command': this.tool.down, 'down-to': this.tool.heads[0], ...more },
    };
  }

  async columns(): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0 AND NOT attisdropped`,
    );
    return rows.map(({ name }) => name);
  }

  async jobs() {
    return (await this.shop.read<never>('/apis/batch/v1/namespaces/shop/jobs')) as unknown as {
      items: { metadata: { name: string } }[];
    };
  }
}

let released: Released;
afterEach(() => released[Symbol.asyncDispose]());
const stepsOf = ({ record }: StepResult) =>
  record
    .filter(({ step }) => ['migrate down', 'roll back'].includes(step))
    .map(({ step, status }) => `${step}: ${status}`);

describe.each([
  ['Knex', KNEX],
  ['Alembic', ALEMBIC],
  ['golang-migrate', GOLANG_MIGRATE],
])('%s', (_, tool) => {
  test('after the services: the migration of the release that goes is taken back by its own container, and proven', async () => {
    released = await Released.open(tool);
    const [from, to] = [tool.heads[1], tool.heads[0]];
    const plan = await released.rollBack({ 'dry-run': 'true' });
    expect(plan.errors).toEqual([]);
    expect(plan.log).toContain(`would go from ${from} to ${to} after the services`);
    expect(await released.columns()).toEqual(['id', 'note']);
    expect((await released.jobs()).items).toEqual([]);

    const step = await released.rollBack();
    expect(step.errors).toEqual([]);
    expect(step.outputs.result).toBe('done');
    expect(JSON.parse(step.outputs.down ?? '')).toMatchObject({
      ...{ outcome: 'done', from, to, gone: ['column public.orders.note'] },
    });
    expect(await released.shop.image('api')).toBe('registry.test/api:1');
    expect(await released.columns()).toEqual(['id']);
    expect(await released.database.query('SELECT id FROM orders')).toEqual([{ id: 1 }]);
    expect(released.ran.map(({ spec }) => spec.containers[0]?.image)).toEqual(['registry.test/api:2']);
    expect(stepsOf(step).slice(-5)).toEqual([
      ...['roll back: planned', 'roll back: started', 'roll back: done'],
      ...['migrate down: started', 'migrate down: done'],
    ]);
    // A loss stands in the headline, and what the tool said below.
    expect(step.summary).toMatch(/^## Rolled back .* gone with what was in it: column public\.orders\.note/);
    expect(step.summary).toMatch(/The end of its log:<br><code>.*(Batch|Running downgrade|2\/d note)/s);
    // No pod of the Job is one that the workload's Service would send requests to.
    expect(released.ran[0]?.metadata.labels).not.toHaveProperty('app');

    const again = await released.rollBack();
    expect(again.outputs.result).toBe('no-op');
    expect(again.log).toContain(`The migrations stay where they are: they are at ${to}.`);
    expect(released.ran).toHaveLength(1);
  });

  test('before the services: what fails leaves them as they are, and says where the migrations are', async () => {
    released = await Released.open(tool);
    const step = await released.rollBack({
      'down-when': 'before',
      'down-command': `${tool.down.split(' ')[0]} no-such-command`,
    });
    expect(step.exitCode).toBe(1);
    expect(step.errors[0]).toMatch(
      new RegExp(
        `^The down-migration of test_\\w+ failed: the Job api-down-\\w+ ended with exit code \\d+; its migrations are at ${tool.heads[1]}, and ${tool.heads[0]} was asked for\\. No service was touched\\.$`,
      ),
    );
    expect(await released.shop.image('api')).toBe('registry.test/api:2');
    expect(stepsOf(step)).toEqual(['roll back: planned', 'migrate down: started', 'migrate down: failed']);

    const right = await released.rollBack({ 'down-when': 'before' }, '8');
    expect(right.errors).toEqual([]);
    expect(stepsOf(right).slice(-5)).toEqual([
      ...['roll back: planned', 'migrate down: started', 'migrate down: done'],
      ...['roll back: started', 'roll back: done'],
    ]);
    expect(await released.columns()).toEqual(['id']);
  });
});

test('a command that ends well and leads elsewhere has failed; the services are back, and that is said', async () => {
  released = await Released.open(KNEX);
  const step = await released.rollBack({ 'down-command': 'true' });
  expect(step.exitCode).toBe(1);
  expect(step.errors[0]).toMatch(
    /^Rolled back and serving: 1 of 1 workloads\. The down-migration of \w+ failed: api-down-\w+ ended without an error; its migrations are at 02_note\.cjs, and 01_orders\.cjs was asked for\.$/,
  );
  expect(await released.shop.image('api')).toBe('registry.test/api:1');

  // The next attempt of this run does what is left, with the container of the release that it has left.
  const next = await released.rollBack();
  expect(next.errors).toEqual([]);
  expect(next.outputs.result).toBe('done');
  expect(released.ran.map(({ spec }) => spec.containers[0]?.image)).toEqual([
    ...['registry.test/api:2', 'registry.test/api:2'],
  ]);
  expect(await released.columns()).toEqual(['id']);
});

test('jobs that are run again take no migration from a release that was deployed since', async () => {
  released = await Released.open(KNEX);
  const to = { to: 'last-good' };
  expect(await released.rollBack(to)).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect(await released.columns()).toEqual(['id']);
  await released.release(3, 2);
  expect((await released.shop.markGood()).errors).toEqual([]);
  const again = await released.rollBack(to);
  expect(again).toMatchObject({ errors: [], outputs: { result: 'no-op' } });
  expect(again.log).toContain('The migrations stay where they are: no release of deployment/api goes back.');
  expect(await released.columns()).toEqual(['id', 'note']);
  expect(released.ran).toHaveLength(1);
});

test('a run that is killed leaves its Job, and the next one waits for that and starts no second', async () => {
  released = await Released.open(KNEX);
  const go = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const run = released.shop.api.pods.run;
  released.shop.api.pods.run = async (pod) => {
    begun.resolve();
    await go.promise;
    return run(pod);
  };
  const first = released.shop.startRollBack(released.inputs(), { run: '7' });
  await begun.promise;
  first.process.kill('SIGKILL');
  await first.result;
  await released.shop.expireLeases();
  const second = released.shop.startRollBack(released.inputs(), { run: '7' });
  await released.shop.until('it is waited for', () =>
    second.log().includes('of an earlier attempt is still at work'),
  );
  go.resolve();
  const { errors, outputs } = await second.result;
  expect(errors).toEqual([]);
  expect(outputs.result).toBe('done');
  expect((await released.jobs()).items).toHaveLength(1);
  expect(await released.columns()).toEqual(['id']);
});

test('a Job that cannot start is taken away, so that it does not start when nobody waits for it', async () => {
  released = await Released.open(KNEX);
  await released.shop.change('api', 'registry.test/api:2-bad-image');
  const step = await released.rollBack({ to: 'revision=1', 'down-when': 'before' });
  expect(step.errors[0]).toMatch(
    / failed: the Job api-down-\w+ cannot start: ErrImagePull: .*; its migrations are at 02_note/,
  );
  expect((await released.jobs()).items).toEqual([]);
  expect(await released.shop.image('api')).toBe('registry.test/api:2-bad-image');
});

test.each<[string, Record<string, string>, RegExp]>([
  ['where it has never been', { 'down-to': '00_none.cjs' }, /have never been at "00_none\.cjs"/],
  [
    'a workload that is not there',
    { 'down-command': 'deployment/web: true' },
    /names deployment\/web, which is not/,
  ],
  [
    'a database that is not there',
    { 'database-url': 'postgres://a:b@127.0.0.1:1/shop' },
    /cannot be reached/,
  ],
  ['no target', { 'down-to': '' }, /needs `down-to`/],
])('refused before anything is changed: %s', async (_, change, message) => {
  released = await Released.open(KNEX);
  const step = await released.rollBack(change);
  expect(step.errors[0]).toMatch(message);
  expect(step.exitCode).toBe(1);
  expect(await released.shop.image('api')).toBe('registry.test/api:2');
  expect(released.ran).toEqual([]);
});

test('without the right to make Jobs nothing is begun, and the rule is told', async () => {
  released = await Released.open(KNEX);
  released.shop.api.setRules([
    { verbs: ['*'], apiGroups: ['', 'apps', 'coordination.k8s.io'], resources: ['*'] },
    { verbs: ['list'], apiGroups: ['batch'], resources: ['*'] },
  ]);
  const step = await released.rollBack();
  expect(step.errors[0]).toMatch(/may not create\/get\/delete jobs in the namespace shop/);
  expect(await released.shop.image('api')).toBe('registry.test/api:2');
});

/** K1: a step called plan changes nothing, for each kind of component, alone and in the chain; what it kept is done once. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadEnvironment } from '../../../src/config/config.ts';
import type { Request as Asked } from '../../../src/rollback/perform.ts';
import { rollBack } from '../../../src/rollback/rollback.ts';
import { stepsOf } from '../../../src/rollback/whole.ts';
import type { AnyAction, Context } from '../../../src/runner/action.ts';
import { KEY, type Servers, startServers } from '../../support/dns/servers.ts';
import { queryOn, urlOf } from '../../support/postgres/database.ts';
import { nameOf } from '../../support/record.ts';
import { SLACK_TOKEN } from '../../support/sinks/slack.ts';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram } from '../../support/terraform/programs.ts';
import { Platform } from '../actions/environment.ts';

let platform: Platform;
let checkout: Checkout;
let servers: Servers;
const BEFORE = { ...process.env };

/** All five kinds after a bad release; Terraform has a change to make. */
beforeAll(async () => {
  const program = await infraProgram();
  checkout = new Checkout(program);
  const version = (number: number) => ({
    'main.tf': `resource "terraform_data" "api" { input = "${number}" }\n`,
    '.gitignore': '.terraform*\n*.tfstate*\n',
  });
  checkout.commit('v1', version(1)).commit('v2', version(2)).deploy();
  servers = await startServers(['shop 60 A 192.0.2.2']);
  platform = await Platform.open();
  platform.configure((environment) => {
    Object.assign(environment.components as object, {
      net: { kind: 'infra', terraform: program, ref: 'v1' },
      www: {
        kind: 'dns',
        ...Object.fromEntries(
          Object.entries(servers.inputs({ name: 'shop.example.test', value: '192.0.2.1' })).filter(
            ([name]) => !['reason', 'timeout', 'tsig-key'].includes(name),
          ),
        ),
        'tsig-key': { env: 'TSIG_KEY' },
      },
    });
  });
  Object.assign(process.env, secrets());
});

afterAll(async () => {
  for (const name of Object.keys(secrets())) delete process.env[name];
  Object.assign(process.env, BEFORE);
  checkout.remove();
  await Promise.all([platform[Symbol.asyncDispose](), servers.stop()]);
});

const secrets = (): Record<string, string> => ({
  SLACK: SLACK_TOKEN,
  DATABASE_URL: platform.database.url,
  REDIS_URL: `redis://127.0.0.1:${platform.redis.port}`,
  TSIG_KEY: KEY,
  GITHUB_WORKSPACE: checkout.path,
  TF_CLI_CONFIG_FILE: '/dev/null',
});

/** Every system to its last byte: versions of objects, oids of databases, keys, Terraform's state, the zone's serial. */
async function everything() {
  const deployments = await Promise.all(['api', 'web'].map((name) => platform.shop.deployment(name)));
  const replicaSets = await platform.shop.replicaSets();
  const databases = await queryOn(
    urlOf(platform.database.place),
    "SELECT oid::text, datname, shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname LIKE $1 ORDER BY oid",
    [`${platform.database.name}%`],
  );
  const { client } = platform.redis;
  const keys = (await client.keys('*')).sort();
  return {
    services: [...deployments, ...replicaSets].map(({ metadata }) => [
      metadata.name,
      metadata.resourceVersion,
    ]),
    databases,
    data: await platform.database.state(),
    cache: await Promise.all(keys.map(async (key) => [key, await client.get(key), await client.ttl(key)])),
    infrastructure: readFileSync(join(checkout.path, 'terraform.tfstate'), 'utf8'),
    worktree: checkout.git('status', '--porcelain'),
    dns: await servers.held('shop'),
    leases: await platform.shop.leases(),
  };
}

const load = async (name: string) =>
  ((await import(`../../../src/actions/${name}.ts`)) as { action: AnyAction }).action;

/** A rollback in earnest of these components that stops when all of its plans are made. */
async function plansOf(names: readonly string[]) {
  const environment = await loadEnvironment(join(platform.temp, '.github/rollback.yml'), 'prod', {
    namesServices: false,
  });
  const components = environment.components.filter(({ name }) => names.includes(name));
  const folder = mkdtempSync(join(tmpdir(), 'plans-'));
  const asked: Asked = {
    environment,
    components,
    passed: {},
    decide: 'caller',
    folder,
    load,
    runUrl: undefined,
  };
  const plans = stepsOf(asked).filter(({ verb }) => verb === 'plan');
  expect(plans.map(({ name }) => name).sort()).toEqual(names.map((name) => `plan ${name}`).sort());
  const log = { info() {}, warn() {}, group() {} };
  const context: Context = {
    ...{ signal: new AbortController().signal, timeout: 60, log, record() {}, recordPath: join(folder, 'r') },
    ...{ rollbackId: randomUUID(), run: '1', reason: 'release 2 is bad', dryRun: false, environment: 'prod' },
    ...{
      registerCleanup: () => () => {},
      accepts: () => false,
      mask() {},
      load,
      redact: (text: string) => text,
    },
  };
  return [...(await rollBack(asked, plans, context)).values()];
}

const ALL = ['orders', 'services', 'net', 'carts', 'www'];

describe('K1: the plan of a rollback changes nothing', () => {
  test.each<[string, readonly string[]]>([
    ...ALL.map((name): [string, readonly string[]] => [name, [name]]),
    ['all together', ALL],
  ])('%s', async (_, names) => {
    const before = await everything();
    const results = await plansOf(names);
    expect(results.map(({ step, outcome, message }) => [step.name, outcome, message])).toEqual(
      results.map(({ step }) => [step.name, 'planned', expect.stringMatching(/./)]),
    );
    expect(await everything()).toEqual(before);
  });
});

describe('K1: a pending change of Terraform', () => {
  const run = randomUUID();
  const rollBackAll = (attempt: string) =>
    platform.rollBack({}, { run, env: { ...secrets(), GITHUB_RUN_ATTEMPT: attempt } });

  test('is planned once, and applied once after what it waits for', async () => {
    const step = await rollBackAll('1');
    expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
    expect(checkout.state()['terraform_data.api']?.input).toBe('1');
    const names = step.record.map(nameOf);
    expect(names.filter((name) => name === 'resource/terraform_data.api apply done')).toHaveLength(1);
    expect(names.indexOf('resource/terraform_data.api apply done')).toBeGreaterThan(
      names.indexOf('deployment/api roll back done'),
    );
    const steps = JSON.parse(step.outputs.steps ?? '') as { step: string; outcome: string }[];
    expect(steps.filter((each) => each.step.endsWith(' net'))).toMatchObject([
      { step: 'plan net', outcome: 'planned' },
      { step: 'apply net', outcome: 'done' },
    ]);
  });

  test('is nothing to change in the next attempt', async () => {
    const before = await everything();
    const step = await rollBackAll('2');
    expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'no-op' } });
    const { services, databases, infrastructure, dns } = await everything();
    expect({ services, databases, infrastructure, dns }).toEqual({
      services: before.services,
      databases: before.databases,
      infrastructure: before.infrastructure,
      dns: before.dns,
    });
  });
});

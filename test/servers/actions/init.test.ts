/** A first configuration: what it is written from, that it works once it is filled in, and when none is written. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readFile } from '../../../src/config/read.ts';
import type { StepResult } from '../../support/action.ts';
import { createDatabase, queryOn, urlOf, VERSION } from '../../support/postgres/database.ts';
import { closedPort } from '../../systems/scripted-server.ts';
import { BACK, BAD, NOTHING_HELD, Platform } from './environment.ts';

let platform: Platform;
let path: string;
// One platform for all: that nothing but the last test changes it is what they are about.
beforeAll(async () => {
  platform = await Platform.open();
  path = join(platform.temp, '.github/rollback.yml');
  await createOdd();
});
beforeEach(() => rmSync(join(platform.temp, '.github'), { recursive: true, force: true }));
afterEach(() => platform.shop.api.setRules(undefined));
afterAll(() => platform[Symbol.asyncDispose]());

const kubeconfig = () => ({ kubeconfig: platform.shop.api.kubeconfig });

/** Nobody says why, as nothing is changed. */
function init(inputs: Record<string, string> = {}): Promise<StepResult> {
  const urls = {
    'database-url': platform.database.url,
    'redis-url': `redis://127.0.0.1:${platform.redis.port}`,
  };
  const where = { ...kubeconfig(), ...urls, namespace: 'shop', environment: 'prod' };
  return platform.rollBack({ action: 'init', reason: '', ...where, ...inputs });
}

test('it names what was found, and every secret by a variable', async () => {
  const step = await init({ context: contextName() });
  expect(step.errors).toEqual([]);
  expect(parse(readFileSync(path, 'utf8'))).toEqual({
    environments: {
      prod: {
        defaults: { namespace: 'shop', context: contextName() },
        components: {
          database: {
            kind: 'database',
            'max-data-loss': '25h',
            rto: '15m',
            'database-url': { env: 'DATABASE_URL' },
            confirm: platform.database.name,
          },
          services: {
            kind: 'service',
            rto: '5m',
            workloads: 'all',
            health: ['statefulset/queue: http://:9000/ready'],
          },
          cache: { kind: 'cache', rto: '5m', 'redis-url': { env: 'REDIS_URL' } },
        },
        'verify-integrity': {},
        report: { rto: ['Whole environment: all=20m'], history: 'rollback-history.jsonl' },
      },
    },
  });
  const { password } = new URL(platform.database.url);
  const log = step.log.replace(/^::add-mask::.*$/gm, '');
  for (const told of [readFileSync(path, 'utf8'), step.summary, log, JSON.stringify(step.record)])
    for (const secret of [password, decodeURIComponent(password)]) expect(told).not.toContain(secret);
});

test('an account that may list, and a user who may connect, are enough', async () => {
  const resources = ['deployments', 'statefulsets', 'daemonsets'];
  platform.shop.api.setRules([{ verbs: ['list'], apiGroups: ['apps'], resources, namespaces: ['shop'] }]);
  const user = `reader_${randomUUID().slice(0, 8)}`;
  const password = new URL(urlOf(VERSION)).password;
  await queryOn(urlOf(VERSION), `CREATE ROLE ${user} LOGIN PASSWORD '${decodeURIComponent(password)}'`);
  try {
    const step = await init({ 'database-url': urlOf(VERSION, platform.database.name, user) });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
  } finally {
    await queryOn(urlOf(VERSION), `DROP ROLE ${user}`);
  }
});

test('a name of a database that is not YAML comes back as it is', async () => {
  const name = `we"ird\n# {{ x }} \${{ y }} '[`;
  const database = await createDatabase(VERSION, { name });
  try {
    const step = await init({ 'database-url': database.url });
    expect(step.errors).toEqual([]);
    const { components } = readFile(path).environments.prod ?? {};
    expect(components?.database?.confirm).toBe(name);
  } finally {
    await database.drop();
  }
});

describe('where there is a configuration', () => {
  test.each(['environments: {staging: {}}\n', 'this is: [no YAML'])('%j stays as it is', async (before) => {
    mkdirSync(join(platform.temp, '.github'));
    writeFileSync(path, before);
    const step = await init();
    expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(step.errors).toEqual([
      expect.stringMatching(
        /^There is a \.github\/rollback\.yml already, which is not overwritten; .*`config`\.$/,
      ),
    ]);
    expect(readFileSync(path, 'utf8')).toBe(before);
    for (const told of [step.log, step.summary]) expect(told).toContain(`confirm: ${platform.database.name}`);
  });

  test('another file is written where `config` says so', async () => {
    mkdirSync(join(platform.temp, '.github'));
    writeFileSync(path, 'environments: {staging: {}}\n');
    const step = await init({ config: 'deploy/prod/rollback.yml' });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(Object.keys(readFile(join(platform.temp, 'deploy/prod/rollback.yml')).environments)).toEqual([
      'prod',
    ]);
  });
});

describe('nothing is written', () => {
  afterEach(() => expect(existsSync(join(platform.temp, '.github'))).toBe(false));

  test('by a dry run, which shows it', async () => {
    const step = await init({ 'dry-run': 'true' });
    expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'planned' } });
    for (const told of [step.log, step.summary]) expect(told).toContain(`confirm: ${platform.database.name}`);
  });

  test.each<[string, () => Promise<Record<string, string>>, RegExp]>([
    [
      'a namespace that is not there',
      async () => ({ namespace: 'shpo' }),
      /^There is no namespace shpo in the cluster /,
    ],
    [
      'a database that nobody serves',
      async () => ({ 'database-url': `postgres://u:secret@${await nobodyAt()}/x` }),
      /^PostgreSQL at 127\.0\.0\.1:\d+ cannot be reached /,
    ],
    [
      'a cache that nobody serves',
      async () => ({ 'redis-url': `redis://${await nobodyAt()}` }),
      /^Redis at 127\.0\.0\.1:\d+ cannot be reached /,
    ],
  ])('for %s', async (_, inputs, sentence) => {
    const step = await init(await inputs());
    expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(step.errors).toEqual([expect.stringMatching(sentence)]);
    expect(step.errors[0]).not.toContain('\n');
  });

  test('for somebody who may not look', async () => {
    platform.shop.api.setRules([{ verbs: ['get'], apiGroups: ['apps'], resources: ['deployments'] }]);
    const step = await init();
    expect(step.errors).toEqual([
      expect.stringMatching(
        /^The credentials may not list deployments, list statefulsets, list daemonsets in the namespace shop; /,
      ),
    ]);
  });

  test('for a namespace without anything', async () => {
    await platform.shop.create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'empty' },
    });
    const step = await init({ namespace: 'empty', 'database-url': '', 'redis-url': '' });
    expect(step.errors).toEqual([expect.stringMatching(/^The namespace empty has no workload /)]);
  });
});

test('with the backup, the prefix and what to stop filled in, it plans and rolls back', async () => {
  const step = await init();
  expect(step).toMatchObject({ errors: [], warnings: [], exitCode: 0, outputs: { result: 'done' } });
  // A report must not take it for a rollback.
  expect(new Set(step.record.map(({ component }) => component))).toEqual(new Set(['init']));
  expect(step.log).toContain(`Database "${platform.database.name}": PostgreSQL ${VERSION}.`);
  const written = readFileSync(path, 'utf8');
  expect(step.summary).toContain(written);
  const filled = written
    .replace('# backup: s3://bucket/latest.dump', `backup: ${platform.database.backup}`)
    .replace(/# quiesce: .*/, 'quiesce: [api, web]')
    .replace("# prefix: ['page:']", "prefix: ['shop:cart:']");
  writeFileSync(path, filled);
  const plan = await platform.rollBack({ action: 'plan', reason: '', ...kubeconfig() });
  expect(plan).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'planned' } });
  expect(await platform.state()).toEqual(BAD);
  const rollback = await platform.rollBack(kubeconfig());
  expect(rollback).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
  expect(await platform.state()).toEqual(BACK);
  expect(await platform.held()).toEqual(NOTHING_HELD);
});

const contextName = (): string =>
  JSON.parse(readFileSync(platform.shop.api.kubeconfig, 'utf8')).contexts[0].name;

const nobodyAt = async () => new URL(await closedPort()).host;

/** What a namespace has besides: a StatefulSet whose probe names its port, one at zero, and one on every node. */
async function createOdd(): Promise<void> {
  const image = 'registry.example/app:1';
  const probe = { readinessProbe: { httpGet: { path: '/ready', port: 'web' } } };
  const create = (kind: string, name: string, container: object, more: object) =>
    platform.shop.create(`/apis/apps/v1/namespaces/shop/${kind.toLowerCase()}s`, {
      apiVersion: 'apps/v1',
      kind,
      metadata: { name },
      spec: {
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: { app: name } },
          spec: { containers: [{ name: 'app', image, ...container }] },
        },
        ...more,
      },
    });
  const ports = [{ name: 'web', containerPort: 9000 }];
  await create('StatefulSet', 'queue', { ...probe, ports }, { serviceName: 'queue', replicas: 1 });
  await create('Deployment', 'old', {}, { replicas: 0 });
  await create('DaemonSet', 'agent', {}, {});
}

/** Every action that talks to Kubernetes, with exactly the rights that docs/permissions.md says, and without each of them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { KubeClient, PATCH } from '../../../src/systems/kubernetes/client.ts';
import { loadKubeConfig } from '../../../src/systems/kubernetes/kubeconfig.ts';
import type { KubeObject } from '../../../src/systems/kubernetes/objects.ts';
import { Shop } from '../../actions/shop.ts';
import { configMap, daemonSet, deployment, secret, statefulSet, usesConfig } from '../../e2e/manifests.ts';
import { runAction, type StepResult } from '../../support/action.ts';
import { documentedRights, type Right, rulesFor } from '../../support/permissions.ts';
import { VERSION } from '../../support/postgres/database.ts';
import { startRedis, type TestServer } from '../../support/redis/server.ts';
import { ShopDatabase } from './shop-database.ts';

const APPS = '/apis/apps/v1/namespaces/shop';
const CORE = '/api/v1/namespaces/shop';
/** A workload of each kind: the plural of its kind and its name. */
const WORKLOADS = { deployments: 'web', statefulsets: 'queue', daemonsets: 'agent' } as const;
type Plural = keyof typeof WORKLOADS;
const wordOf = (plural: string) => plural.replace(/s$/, '');

let shop: Shop;
let database: ShopDatabase;
let redis: TestServer;
let client: KubeClient;

beforeAll(async () => {
  [shop, database, redis] = await Promise.all([Shop.open(), ShopDatabase.create(VERSION), startRedis()]);
  client = new KubeClient(
    loadKubeConfig({ kubeconfig: shop.api.kubeconfig }, () => {}),
    new AbortController().signal,
  );
  await shop.create(`${CORE}/configmaps`, configMap('app', { greeting: 'hello' }));
  await shop.create(`${CORE}/secrets`, secret('app', { password: 'old' }));
  const app = { image: 'app:1' };
  await shop.create(`${APPS}/deployments`, deployment('web', app));
  await shop.create(`${APPS}/statefulsets`, statefulSet('queue', { ...app, ...usesConfig }));
  await shop.create(`${APPS}/daemonsets`, daemonSet('agent', app));
  expect((await shop.markGood()).errors).toEqual([]);
  await client.patch(`${CORE}/configmaps/app`, PATCH.merge, { data: { greeting: 'broken' } });
  for (const [plural, name] of Object.entries(WORKLOADS)) {
    const template = { spec: { containers: [{ name: 'app', image: 'app:2' }] } };
    await client.patch(`${APPS}/${plural}/${name}`, PATCH.strategic, { spec: { template } });
  }
  const looked = await runAction('assess', {
    temp: shop.temp,
    with: { ...common(), workloads: 'all', bake: '2s', interval: '1s' },
  });
  expect(looked.errors).toEqual([]);
  shop.api.pods.talk = async (_pod, _container, argv, { stdin, say }) => {
    const child = spawn('/usr/bin/redis-cli', argv.slice(1), { stdio: 'pipe' });
    stdin.pipe(child.stdin);
    child.stdin.on('error', () => {});
    child.stdout.on('data', say);
    const [exitCode] = (await once(child, 'close')) as [number];
    return { exitCode };
  };
  await redis.client.set('shop:1', 'x');
  const captured = await runAction('verify-integrity', {
    temp: shop.temp,
    with: { mode: 'capture', 'database-url': database.url },
  });
  expect(captured.errors).toEqual([]);
});
afterAll(async () => {
  client.close();
  await Promise.all([shop[Symbol.asyncDispose](), database.remove(), redis.stop()]);
});

const common = () => ({ kubeconfig: shop.api.kubeconfig, namespace: 'shop', reason: 'test', timeout: '1m' });

/** Runs with these rights and no others. */
async function allowed(rights: readonly Right[], run: () => Promise<StepResult>): Promise<StepResult> {
  shop.api.setRules(rulesFor(rights));
  try {
    return await run();
  } finally {
    shop.api.setRules(undefined);
  }
}

type Told = KubeObject & { readonly spec?: unknown; readonly data?: unknown };

/** All that an action could have changed. */
async function state() {
  const workloads = await Promise.all(
    Object.entries(WORKLOADS).map(([plural, name]) => client.get<Told>(`${APPS}/${plural}/${name}`)),
  );
  const lists = await Promise.all(
    [`${APPS}/replicasets`, `${APPS}/controllerrevisions`, `${CORE}/configmaps`, `${CORE}/secrets`].map(
      async (path) => (await client.list<Told>(path)).items,
    ),
  );
  const told = [...workloads, ...lists.flat()].map(({ metadata, spec, data }) => ({
    name: metadata.name,
    annotations: metadata.annotations,
    spec,
    data,
  }));
  return {
    told,
    leases: await shop.leases(),
    database: await database.state(),
    beside: await database.beside(),
    keys: await redis.client.keys('*'),
  };
}

interface Case {
  /** The head of the column. */
  readonly column: string;
  readonly action: string;
  /** Inputs for which this right is needed; where none is named, those that need all of them. */
  readonly inputs: (right?: Right) => Record<string, string>;
  readonly result: string;
}

const inEach = (line: (word: string) => string) =>
  Object.entries(WORKLOADS)
    .map(([plural, name]) => line(`${wordOf(plural)}/${name}`))
    .join('\n');

const commandsInEach = () => ({
  'database-url': database.url,
  commands: inEach((each) => `${each}: true`),
});

const CASES: Case[] = [
  {
    column: 'mark-good',
    action: 'mark-good',
    inputs: () => ({ workloads: 'all' }),
    result: 'done',
  },
  {
    column: 'assess with workloads',
    action: 'assess',
    inputs: () => ({ workloads: 'all' }),
    result: 'judged',
  },
  {
    column: 'verify-integrity with commands',
    action: 'verify-integrity',
    inputs: () => ({ mode: 'compare', ...commandsInEach() }),
    result: 'intact',
  },
  {
    column: 'verify-integrity with logs',
    action: 'verify-integrity',
    inputs: () => ({ mode: 'analyze', 'database-url': database.url, logs: inEach((each) => each) }),
    result: 'analyzed',
  },
  {
    column: 'clear-cache with via',
    action: 'clear-cache',
    inputs: (right) => {
      const plural = right && right.resource in WORKLOADS ? (right.resource as Plural) : 'deployments';
      return {
        via: `${wordOf(plural)}/${WORKLOADS[plural]}`,
        'redis-url': `redis://127.0.0.1:${redis.port}`,
        prefix: 'shop:',
      };
    },
    result: 'done',
  },
  {
    column: 'rollback-db with quiesce',
    action: 'rollback-db',
    inputs: (right) => ({
      ...database.inputs(),
      quiesce: right?.verb === 'list' && right.resource === 'deployments' ? 'all' : 'web, statefulset/queue',
    }),
    result: 'done',
  },
  {
    column: 'rollback-service',
    action: 'rollback-service',
    inputs: () => ({ workloads: 'all', to: 'previous', health: 'http://:9/\ndeployment/web: exec: true' }),
    result: 'done',
  },
];

describe.each(CASES)('$column', ({ column, action, inputs, result }) => {
  const { needed } = documentedRights(column);
  const run = (right?: Right) =>
    runAction(action, { temp: shop.temp, with: { ...common(), ...inputs(right) } });

  test('without each right it ends with one sentence that names it, before anything is changed', async () => {
    const before = await state();
    const told: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const right of needed) {
      const { exitCode, errors, log } = await allowed(
        needed.filter((other) => other !== right),
        () => run(right),
      );
      const { verb, resource, group } = right;
      const rule = `  - {apiGroups: [${JSON.stringify(group)}], resources: [${JSON.stringify(resource)}], verbs: [${verb}]}`;
      told[`${verb} ${resource}`] = { exitCode, errors, hasRule: log.includes(rule) };
      expected[`${verb} ${resource}`] = {
        exitCode: 1,
        errors: [
          `The credentials may not ${verb} ${resource} in the namespace shop; add the rules below to their Role (docs/permissions.md has it whole).`,
        ],
        hasRule: true,
      };
    }
    expect(told).toEqual(expected);
    expect(await state()).toEqual(before);
  });

  test('with all of them, and no others, it does its work', async () => {
    const { errors, outputs } = await allowed(needed, run);
    expect([errors, outputs.result]).toEqual([[], result]);
  });
});

test('what a capture takes down of a database needs no right in a cluster, and it says that the commands were not run', async () => {
  const { errors, warnings, outputs } = await allowed([], () =>
    runAction('verify-integrity', { with: { ...common(), mode: 'capture', ...commandsInEach() } }),
  );
  expect([errors, outputs.result]).toEqual([[], 'captured']);
  expect(warnings).toEqual([
    expect.stringMatching(/\(`commands`\) were not run: The credentials may not .*create.* pods\/exec/),
  ]);
});

test('a dry run of rollback-service needs what assess needs', async () => {
  const { needed } = documentedRights('assess with workloads');
  const reads = ['configmaps', 'secrets'].map((resource) => ({ group: '', resource, verb: 'get' }));
  const { errors, outputs } = await allowed([...needed, ...reads], () =>
    runAction('rollback-service', {
      temp: shop.temp,
      with: { ...common(), workloads: 'all', 'dry-run': 'true', health: 'http://:9/' },
    }),
  );
  expect([errors, outputs.result]).toEqual([[], 'planned']);
});

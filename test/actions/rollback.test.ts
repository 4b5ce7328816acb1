/** The root action without a configuration: services alone, on the stand-in. With one: test/servers/actions. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runAction } from '../support/action.ts';
import { answer, SinkServer } from '../support/sinks/server.ts';
import { Shop } from './shop.ts';

test('services go back by the root action alone: no configuration, no checkout', async () => {
  await using shop = await Shop.open();
  for (const name of ['api', 'web']) await shop.deploy(name, `registry.test/${name}:1`);
  await shop.markGood();
  for (const name of ['api', 'web']) await shop.deploy(name, `registry.test/${name}:2-crash-loop`);

  const step = await rollBack(shop, { workloads: 'api, web' });

  expect(step.errors).toEqual([]);
  expect(step.outputs).toMatchObject({ result: 'done' });
  expect(await shop.image('api')).toBe('registry.test/api:1');
  expect(await shop.image('web')).toBe('registry.test/web:1');
  expect(await shop.leases()).toEqual([]);
});

test('the start is told once it is known what goes back to what, and a start of nothing wakes nobody', async () => {
  await using shop = await Shop.open();
  const hook = await SinkServer.start(answer(204, ''));
  try {
    const started = () =>
      hook.requests.map(({ body }) => body.data).filter(({ event }) => event === 'started') as {
        subject: string;
        text: string;
      }[];
    const again = () => rollBack(shop, { workloads: 'web', 'webhook-url': `${hook.url}/hook` });
    await shop.deploy('web', 'registry.test/web:1');
    await shop.markGood();
    await shop.deploy('web', 'registry.test/web:2');
    expect((await again()).outputs.result).toBe('done');
    expect(started()).toHaveLength(1);
    expect(started()[0]?.subject).toMatch(/initiating rollback/);
    expect(started()[0]?.text).toContain('(version 2)');
    expect(started()[0]?.text).toContain('- deployment/web: 2 → 1');
    expect(started()[0]?.text).toContain('Estimated completion: not known');

    expect((await again()).outputs.result).toBe('no-op');
    expect(started()[1]?.subject).toMatch(/^⚪ \[NOTHING TO DO\]/);
    expect(started()[1]?.text).not.toMatch(/URGENT|nitiating/);
  } finally {
    await hook.close();
  }
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    'a release that is the first',
    { workloads: 'web' },
    /^Nothing was changed in production: "plan services" failed: deployment\/web cannot be rolled back: no rollout history/,
  ],
  [
    'nobody who judges',
    { workloads: 'web', decide: 'assess' },
    /^`decide: assess` needs to know what to judge by: give environments\.production a section `assess` in the configuration/,
  ],
  [
    'a time in words',
    { workloads: 'web', 'deployed-at': 'yesterday' },
    /Input `deployed-at` is not a time; accepted are 2026-11-22T10:00:00Z and Unix seconds\.$/,
  ],
])('what a first user gets wrong is said once and plainly: %s', async (_, given, sentence) => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  const step = await rollBack(shop, given);
  expect(step.errors).toEqual([expect.stringMatching(sentence)]);
});

test('what a refusal says of an owner, `gitops`, the root action takes too', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  await shop.patch('web', { metadata: { labels: { 'argocd.argoproj.io/instance': 'shop' } } });
  const refused = await rollBack(shop, { workloads: 'web' });
  expect(refused.errors[0]).toContain('(or say `gitops: ignore`)');
  expect(await rollBack(shop, { workloads: 'web', gitops: 'ignore' })).toMatchObject({ errors: [] });
  expect(await shop.image('web')).toBe('registry.test/web:1');
});

test('a plan counts the steps that its table lists', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  const step = await rollBack(shop, { workloads: 'web', 'dry-run': 'true' });
  const { length } = JSON.parse(step.outputs.plan ?? '');
  expect(step.summary).toMatch(new RegExp(`Planned: ${length} steps? for `));
});

test('a time for a quick fix that the caller left no room for is warned about', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
  const step = await rollBack(shop, { workloads: 'web', 'quick-fix': '15m', 'dry-run': 'true' });
  expect(step.warnings).toEqual([
    expect.stringMatching(/^Input `quick-fix` is not used, because the caller/),
  ]);
});

test('a rollback that nothing describes says how to describe it', async () => {
  await using shop = await Shop.open();
  const step = await rollBack(shop, {});
  expect(step.exitCode).toBe(1);
  expect(step.errors).toEqual([expect.stringContaining('name the services with `workloads`')]);
});

const rollBack = (shop: Shop, given: Record<string, string>) =>
  runAction('rollback', {
    with: { kubeconfig: shop.api.kubeconfig, namespace: 'shop', reason: 'the deploy failed', ...given },
    temp: shop.temp,
  });

test('F6: a run that a person starts takes back services and caches, and what else is named', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  const config = join(shop.temp, 'rollback.yml');
  writeFileSync(
    config,
    `environments:
  production:
    components:
      orders: { kind: database, database-url: { env: DATABASE_URL }, backup: /backups/orders.dump }
      shop: { kind: service, workloads: all }
`,
  );
  const planned = async (given: Record<string, string>, event: string) => {
    const { outputs, warnings } = await runAction('rollback', {
      with: { kubeconfig: shop.api.kubeconfig, namespace: 'shop', action: 'plan', config, ...given },
      temp: shop.temp,
      env: { GITHUB_EVENT_NAME: event, DATABASE_URL: 'postgres://127.0.0.1:1/orders' },
    });
    left.push(...warnings.filter((warning) => warning.startsWith('Not rolled back: ')));
    return JSON.parse(outputs.components ?? 'null')?.map(({ name }: { name: string }) => name);
  };
  const left: string[] = [];
  expect(await planned({}, 'workflow_dispatch')).toEqual(['shop']);
  expect(await planned({}, 'repository_dispatch')).toEqual(['shop']);
  // A deploy that a button starts has its rollback started by the same event: that its database stays is not found out later.
  const said =
    'Not rolled back: orders (database). A run that a person or an alert starts takes back services and caches; name what else goes back in `components`.';
  expect(left.splice(0)).toEqual([said, said]);
  expect(await planned({}, 'push')).toEqual(['orders', 'shop']);
  expect(await planned({ components: 'orders, shop' }, 'workflow_dispatch')).toEqual(['orders', 'shop']);
  // Whoever rolls services back today does not restore a database tomorrow because somebody has added one to the file.
  expect(await planned({ workloads: 'web' }, 'push')).toEqual(['shop']);
  expect(await planned({ selector: 'app=web' }, 'push')).toEqual(['shop']);
  expect(left).toEqual([]);
});

test.each([
  ['the section of rollback-service', 'rollback-service: { workloads: [web] }', {}],
  [
    'the caller, where no component is a service',
    'components: { cache: { kind: cache } }',
    { workloads: 'web' },
  ],
])('services that no component names go back: those of %s', async (_, section, given) => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2-crash-loop');
  const config = join(shop.temp, 'rollback.yml');
  writeFileSync(config, `environments:\n  production:\n    ${section}\n`);
  const { outputs } = await rollBack(shop, { config, ...given });
  expect(JSON.parse(outputs.workloads ?? '')).toMatchObject([{ name: 'web', outcome: 'rolled-back' }]);
  expect(await shop.image('web')).toBe('registry.test/web:1');
});

test('F6: a drill that a person starts has all that it can break', async () => {
  await using shop = await Shop.open();
  const config = join(shop.temp, 'rollback.yml');
  writeFileSync(
    config,
    `environments:
  staging:
    components:
      orders: { kind: database, database-url: { env: DATABASE_URL }, backup: /backups/orders.dump }
      shop: { kind: service, workloads: all }
`,
  );
  const { errors } = await runAction('rollback', {
    with: {
      ...{ kubeconfig: shop.api.kubeconfig, namespace: 'shop', action: 'drill', fault: 'corrupted-rows' },
      ...{ reason: 'a drill by hand', config, 'drill-hosts': '127.0.0.1' },
    },
    temp: shop.temp,
    env: { GITHUB_EVENT_NAME: 'workflow_dispatch', DATABASE_URL: 'postgres://owner@db.invalid:1/orders' },
  });
  expect(errors).toEqual([
    expect.stringMatching(/^Input `drill-hosts` does not name db\.invalid, the host of the database;/),
  ]);
});

test('a deploy that looks at the lock first does not meet a rollback', async () => {
  await using shop = await Shop.open(2000);
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
  const look = () =>
    runAction('rollback', {
      with: { kubeconfig: shop.api.kubeconfig, namespace: 'shop', action: 'status' },
      temp: mkdtempSync(join(tmpdir(), 'deploy-')),
    });
  expect((await look()).outputs.result).toBe('no-op');
  const rollback = rollBack(shop, { workloads: 'web', to: 'previous', 'rollback-id': 'the-rollback' });
  await shop.until('the lock is taken', async () => (await shop.leases()).length > 0);
  expect((await look()).errors).toEqual([
    expect.stringMatching(/^Rollback the-rollback has been under way since .*Z; deploy when it is over\.$/),
  ]);
  expect((await rollback).outputs.result).toBe('done');
  expect((await look()).outputs.result).toBe('no-op');
});

describe('an environment of databases alone', () => {
  const configured = (shop: Shop, more: string) => {
    const config = join(shop.temp, 'rollback.yml');
    const database = `kind: database, database-url: { env: DATABASE_URL }, backup: /backups/orders.dump, confirm: orders`;
    writeFileSync(
      config,
      `environments:
  production:
    components: { orders: { ${database}${more} } }
    assess: { signals: '{"error-rate": 0.2}' }
`,
    );
    return (given: Record<string, string>) =>
      runAction('rollback', {
        with: { config, kubeconfig: shop.api.kubeconfig, ...given },
        temp: shop.temp,
        env: { DATABASE_URL: 'postgres://127.0.0.1:1/orders', GITHUB_EVENT_NAME: 'workflow_dispatch' },
      });
  };

  test('that stops workloads has its lock and its question beside them', async () => {
    await using shop = await Shop.open();
    const run = configured(shop, ', quiesce: [api], namespace: shop');
    const renewTime = new Date().toISOString().replace('Z', '000Z');
    await shop.create('/apis/coordination.k8s.io/v1/namespaces/shop/leases', {
      ...{ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: 'rollback-production' } },
      spec: { holderIdentity: '41-1', leaseDurationSeconds: 30, acquireTime: renewTime, renewTime },
    });
    expect((await run({ action: 'status' })).errors).toEqual([
      expect.stringMatching(/^Rollback 41-1 has been under way since /),
    ]);
    const { outputs, log } = await run({ action: 'remind' });
    expect(outputs.result).toBe('no-op');
    expect(log).toContain('No decision about production is open.');
  });

  test('that stops none says that it has neither, before anything is asked', async () => {
    await using shop = await Shop.open();
    const run = configured(shop, '');
    expect((await run({ action: 'status' })).errors).toEqual([
      expect.stringMatching(/no cluster keeps its lock: whether a rollback is under way is unknown\.$/),
    ]);
    expect((await run({ action: 'remind' })).errors).toEqual([
      expect.stringMatching(/no cluster keeps a question, and there is nothing to remind of/),
    ]);
    const { warnings } = await run({ action: 'plan', decide: 'assess', components: 'orders' });
    expect(warnings).toContainEqual(
      expect.stringMatching(
        /where a person has to decide, they are asked once, and no reminder will be sent/,
      ),
    );
  });
});

test('a backup is not passed over in silence where no database goes back', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  const { log } = await rollBack(shop, {
    workloads: 'web',
    backup: '/backups/orders.dump',
    'dry-run': 'true',
  });
  expect(log).toContain(
    'Input `backup` is not used, because no database goes back; name one in `components`.',
  );
});

test('K14: a plan says which version goes to which', async () => {
  await using shop = await Shop.open();
  await shop.deploy('api', 'registry.test/api:1');
  await shop.markGood();
  await shop.deploy('api', 'registry.test/api:2');
  const { summary } = await rollBack(shop, { action: 'plan', workloads: 'api' });
  expect(summary).toMatch(/<summary>plan services<\/summary>[\s\S]*2 \(.*api:2.*\) → 1 \(.*api:1.*\)/);
});

test('K10: the recovery time of a re-run counts from the first attempt, whose runner is gone', async () => {
  await using shop = await Shop.open();
  for (const name of ['api', 'web']) await shop.deploy(name, `registry.test/${name}:1`);
  await shop.markGood();
  for (const name of ['api', 'web']) await shop.deploy(name, `registry.test/${name}:2`);
  const attempt = (number: string, workloads: string, temp: string) =>
    runAction('rollback', {
      with: { kubeconfig: shop.api.kubeconfig, namespace: 'shop', reason: 'once more', workloads },
      ...{ temp, run: '41', env: { GITHUB_RUN_ATTEMPT: number, ...ON_GITHUB } },
    });
  // As far as the first attempt came before its runner was lost.
  await attempt('1', 'web', mkdtempSync(join(tmpdir(), 'lost-runner-')));
  const time = (ago: number) => new Date(Date.now() - ago * 1000).toISOString().replace('Z', '000Z');
  await shop.create('/apis/coordination.k8s.io/v1/namespaces/shop/leases', {
    ...{ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: 'rollback-shop' } },
    spec: { holderIdentity: '41-1', leaseDurationSeconds: 30, acquireTime: time(200), renewTime: time(100) },
  });
  const step = await attempt('2', 'api, web', shop.temp);
  expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  const report = JSON.parse(readFileSync(step.outputs.report ?? '', 'utf8'));
  expect(report.seconds).toBeGreaterThan(200);
  // What the first attempt put back counts: it was done by this rollback, and is proven now.
  const outcomes = report.components.map(({ component, outcome }: Record<string, string>) => [
    component,
    outcome,
  ]);
  expect(outcomes.sort()).toEqual([
    ['deployment/api', 'done'],
    ['deployment/web', 'done'],
  ]);
  expect(await shop.leases()).toEqual([]);
});

/** What tells a run from another one in the record. */
const ON_GITHUB = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'shop/shop' };

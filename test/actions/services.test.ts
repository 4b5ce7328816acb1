/** Services among other people's tools: the cases of findings that the bundle decides, on the stand-in. */
import { describe, expect, test } from '@jest/globals';
import { PATCH } from '../../src/systems/kubernetes/client.ts';
import { deadline } from '../support/deadline.ts';
import { Shop } from './shop.ts';

test('S1: after somebody else has gone back, nothing goes forward', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
  // As `kubectl rollout undo` and Helm's `--atomic` do it.
  await shop.deploy('web', 'registry.test/web:1');
  for (const to of ['last-good', 'previous']) {
    const step = await shop.rollBack({ to });
    expect(step.errors).toEqual([]);
    expect(step.outputs.result).toBe('no-op');
    expect(step.log).toContain('someone has gone back to it from revision 2 already');
  }
  expect(await shop.image('web')).toBe('registry.test/web:1');
});

test('S2: what the history loses at the next deploy is kept by mark-good, with its configuration', async () => {
  await using shop = await Shop.open();
  await shop.configMap('settings', { GREETING: 'hello' });
  for (const name of ['api', 'web'])
    await shop.deploy(name, `registry.test/${name}:1`, { revisionHistoryLimit: 0 });
  expect((await shop.markGood()).warnings).toEqual([]);
  await shop.configMap('settings', { GREETING: 'broken' });
  for (const name of ['api', 'web']) await shop.deploy(name, `registry.test/${name}:2`);
  await shop.until('the history has lost it', async () => (await shop.replicaSets()).length === 2);
  const step = await shop.rollBack();
  expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
  expect([await shop.image('api'), await shop.image('web')]).toEqual([
    'registry.test/api:1',
    'registry.test/web:1',
  ]);
  expect(await shop.data('settings')).toEqual({ GREETING: 'hello' });
  expect((await shop.rollBack()).outputs.result).toBe('no-op');
  await shop.deploy('web', 'registry.test/web:3');
  expect((await shop.rollBack({ to: 'version=1' })).outputs.result).toBe('done');
});

test('S2: what was never marked and has one revision is skipped, which is no success either', async () => {
  await using shop = await Shop.open();
  for (const name of ['api', 'web']) await shop.deploy(name, `registry.test/${name}:1`);
  const step = await shop.rollBack({}, {});
  expect(step.outputs.result).toBe('failed');
  expect(step.errors[0]).toMatch(
    /^Nothing could be rolled back: all 2 workloads were skipped; deployment\/api: no rollout/,
  );
});

test('F2: what works is marked, whatever else is broken, and that is not a failure', async () => {
  await using shop = await Shop.open();
  await shop.deploy('old', 'registry.test/old:1-bad-image');
  const before = Date.now();
  await shop.until('the next deploy is a later one', () => Date.now() > before + 1100);
  for (const name of ['api', 'web', 'zero']) await shop.deploy(name, `registry.test/${name}:1`);
  await shop.scale('zero', 0);
  const step = await shop.markGood({}, { RELEASE_APPLIED_MS: 1 });
  expect(step.errors).toEqual([]);
  expect(step.outputs.result).toBe('done');
  expect(JSON.parse(step.outputs.workloads ?? '').map(({ name }: { name: string }) => name)).toEqual([
    'api',
    'web',
  ]);
  expect(step.warnings).toEqual([
    expect.stringMatching(/^Not marked good: deployment\/old cannot start: pod old-/),
    'Not marked good: deployment/zero has no pods, so nothing shows that it works.',
  ]);
});

test('K17: a workload whose configured health check fails is not marked good', async () => {
  await using shop = await Shop.open();
  await shop.deploy('api-gateway', 'registry.test/api-gateway:1');
  shop.api.pods.proxy = () => ({ status: 500, body: 'no' });
  const step = await shop.markGood({ health: 'http://:8080/health' });
  expect(step.errors).toEqual([
    expect.stringMatching(/^Not marked good: 1 of 1 workloads; deployment\/api-gateway .* HTTP 500: no/),
  ]);
  expect(step.outputs.workloads).toBe('[]');
});

test('F1: what the deploy did not change and serves in full stays as it is', async () => {
  await using shop = await Shop.open();
  for (const name of ['api', 'web'])
    for (const version of [1, 2]) await shop.deploy(name, `registry.test/${name}:${version}`);
  const soon = new Date(Date.now() + 2000).toISOString();
  await shop.until('the deploy begins', () => Date.now() > Date.parse(soon));
  const nothing = await shop.rollBack({ 'deployed-at': soon });
  expect(nothing.outputs.result).toBe('no-op');
  await shop.deploy('web', 'registry.test/web:3-crash-loop');
  expect((await shop.rollBack({ 'deployed-at': soon })).outputs.result).toBe('done');
  expect([await shop.image('api'), await shop.image('web')]).toEqual([
    'registry.test/api:2',
    'registry.test/web:2',
  ]);
});

test('S13: a paused canary goes back in one patch, and not one more pod gets the bad release', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1', { replicas: 4 });
  await shop.change('web', 'registry.test/web:2');
  await shop.patch('web', { spec: { paused: true } });
  shop.api.requests.length = 0;
  const step = await shop.rollBack({ to: 'previous' });
  expect(step.errors).toEqual([]);
  expect(await shop.image('web')).toBe('registry.test/web:1');
  expect((await shop.deployment('web')).spec.paused ?? false).toBe(false);
  const patches = shop.api.requests.filter(
    ({ method, path }) => method === 'PATCH' && path.endsWith('/deployments/web'),
  );
  expect(patches).toHaveLength(1);
});

test('K6: who comes back to a revision on purpose does not count it as left any more', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2, 3]) await shop.deploy('web', `registry.test/web:${version}`);
  expect((await shop.rollBack({ to: 'version=1' })).outputs.result).toBe('done');
  expect((await shop.rollBack({ to: 'revision=2' })).outputs.result).toBe('done');
  await shop.deploy('web', 'registry.test/web:4-crash-loop');
  const step = await shop.rollBack();
  expect(step.errors).toEqual([]);
  expect(await shop.image('web')).toBe('registry.test/web:2');
});

test('K13: less than the order and the checks of the configuration may be named', async () => {
  await using shop = await Shop.open();
  for (const name of ['api', 'web'])
    for (const version of [1, 2]) await shop.deploy(name, `registry.test/${name}:${version}`);
  const step = await shop.rollBack({
    workloads: 'web',
    order: 'api\nweb',
    health: 'deployment/api: http://:1/',
    to: 'previous',
  });
  expect(step.errors).toEqual([]);
  expect([await shop.image('api'), await shop.image('web')]).toEqual([
    'registry.test/api:2',
    'registry.test/web:1',
  ]);
});

test('S8: a rotation and a restart are not release, and their Secret does not go back', async () => {
  await using shop = await Shop.open();
  await shop.configMap('settings', { PASSWORD: 'old' });
  for (const name of ['billing', 'web']) await shop.deploy(name, `registry.test/${name}:1`);
  await shop.markGood();
  await shop.configMap('settings', { PASSWORD: 'new' });
  const restartedAt = { 'kubectl.kubernetes.io/restartedAt': '2026-11-10T00:00:00Z' };
  await shop.patch(
    'billing',
    { spec: { template: { metadata: { annotations: restartedAt } } } },
    PATCH.strategic,
  );
  await shop.deploy('billing', 'registry.test/billing:1');
  await shop.deploy('web', 'registry.test/web:2-crash-loop');
  const step = await shop.rollBack({ workloads: 'billing' });
  expect(step.outputs.result).toBe('no-op');
  expect(step.log).toContain('was only restarted since');
  expect(await shop.data('settings')).toEqual({ PASSWORD: 'new' });
});

test('S5: a crash that passes is waited for', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1-crash-twice');
  await shop.until('it serves', async () => (await shop.deployment('web')).status?.availableReplicas === 2);
  await shop.deploy('web', 'registry.test/web:2');
  const step = await shop.rollBack({ to: 'revision=1' });
  expect(step.errors).toEqual([]);
  expect(step.outputs.result).toBe('done');
});

test('S7: a workload that this run did not change sends nobody forward', async () => {
  await using shop = await Shop.open();
  await shop.deploy('worker', 'registry.test/worker:1-bad-image');
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  const step = await shop.rollBack({ workloads: 'web, worker', to: 'revision=1', 'on-failure': 'restore' });
  expect(JSON.parse(step.outputs.workloads ?? '')).toMatchObject([
    { name: 'web', outcome: 'rolled-back' },
    { name: 'worker', outcome: 'failed' },
  ]);
  expect(await shop.image('web')).toBe('registry.test/web:1');
});

test('S7: what did not serve before is not brought back', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  await shop.deploy('web', 'registry.test/web:3-crash-loop');
  await shop.deploy('api', 'registry.test/api:1-bad-image');
  await shop.deploy('api', 'registry.test/api:2');
  const step = await shop.rollBack({
    workloads: 'api, web',
    to: 'revision=1',
    order: 'web\napi',
    'on-failure': 'restore',
  });
  expect(JSON.parse(step.outputs.workloads ?? '')).toMatchObject([
    { name: 'web', outcome: 'rolled-back', message: expect.stringContaining('that did not serve either') },
    { name: 'api', outcome: 'failed' },
  ]);
  expect([await shop.image('api'), await shop.image('web')]).toEqual([
    'registry.test/api:2',
    'registry.test/web:1',
  ]);
});

test('S10, N4: at the deadline the sentence names the new pod and what it waits for', async () => {
  await using shop = await Shop.open();
  shop.api.pods.log = () => 'waiting for the queue\n';
  await shop.deploy('web', 'registry.test/web:1-not-ready');
  await shop.deploy('web', 'registry.test/web:2');
  const step = await shop.rollBack({ to: 'revision=1', timeout: await deadline(6) });
  expect(step.errors[0]).toMatch(
    /pod web-\S+ \(Running\) is not ready: containers with unready status: \[app\]/,
  );
  expect(step.log).toContain('waiting for the queue');
  expect(step.log).toMatch(/… deployment\/web: .*pod web-\S+ \(Running\) is not ready/);
});

test('S19: old pods that take long to shut down do not fail a rollback that serves', async () => {
  await using shop = await Shop.open();
  const template = {
    metadata: { labels: { app: 'web' }, annotations: { 'test/terminate-after': '40s' } },
    spec: { containers: [{ name: 'app', image: 'registry.test/web:1' }] },
  };
  await shop.deploy('web', 'registry.test/web:1', { template });
  await shop.deploy('web', 'registry.test/web:2');
  const step = await shop.rollBack({ to: 'previous' });
  expect(step.errors).toEqual([]);
  expect(step.warnings.join('\n')).toMatch(
    /deployment\/web: the new pods serve; \d old pods? .*still shutting down/,
  );
});

test('R16: what keeps pods from being made is said from the first second, also where the old ones make room', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1', { replicas: 2, strategy: { type: 'Recreate' } });
  await shop.deploy('web', 'registry.test/web:2');
  shop.api.setDenyPod(() => 'exceeded quota: tight, requested: pods=1, used: pods=0, limited: pods=0');
  const step = await shop.rollBack({ to: 'previous', timeout: await deadline(8) });
  const why = /; no pod can be made: [^\n]*exceeded quota: tight/;
  expect(step.log).toMatch(why);
  expect(step.errors[0]).toMatch(/exceeded quota: tight/);
});

describe('with `on-failure: continue`', () => {
  /** Neither of the two has anywhere to go; `more` are deployed and have. */
  const opened = async (...more: string[]) => {
    const shop = await Shop.open();
    for (const name of ['api', 'web', ...more]) await shop.deploy(name, `registry.test/${name}:1`);
    for (const name of more) await shop.deploy(name, `registry.test/${name}:2`);
    return shop;
  };
  const inputs = { 'on-failure': 'continue', to: 'previous', workloads: 'api, web' };

  test('nothing is begun where every workload is refused: a database of the same chain must not go back first', async () => {
    await using shop = await opened();
    for (const more of [{ 'dry-run': 'true' }, {}]) {
      const { errors, outputs } = await shop.rollBack({ ...inputs, ...more });
      expect(errors).toEqual([
        expect.stringMatching(
          /^Nothing was changed: deployment\/api \(and 1 more\) of 2 cannot be rolled back: no rollout history/,
        ),
      ]);
      // `if: steps.rollback.outputs.failed > 0` is false where there is no such output.
      expect(outputs).toMatchObject({ result: 'failed', failed: '2' });
    }
  });

  test('a plan says who is refused', async () => {
    await using shop = await opened('cart');
    const { log, outputs } = await shop.rollBack({
      ...{ ...inputs, workloads: 'api, web, cart' },
      'dry-run': 'true',
    });
    expect(outputs.failed).toBe('2');
    expect(log).toContain(
      'Planned: 1 of 3 workloads would be rolled back; deployment/api is refused (no rollout history: there is one revision only), and 1 more; nothing was changed.',
    );
  });
});

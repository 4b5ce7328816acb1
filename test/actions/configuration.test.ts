/** What becomes of ConfigMaps that several workloads share, where a rollback fails, is killed or is followed by others. */
import { expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

const IN_ORDER = { workloads: '', order: 'web\napi' };
const forbidden = { kind: 'Status', reason: 'Forbidden', message: 'a webhook says no', code: 403 };
/** api is changed by the run and fails then: what a run did not change brings nothing else back (S7). */
const API_IS_ILL = 'deployment/api: https://localhost:1/';

/** Two workloads that share their configuration, good ones first and then, with another configuration, newer ones. */
async function deployedTwice(): Promise<Shop> {
  const shop = await Shop.open();
  for (const [version, MODE] of Object.entries({ 1: 'good', 2: 'bad' })) {
    await shop.configMap('settings', { MODE });
    for (const name of ['web', 'api']) await shop.deploy(name, `registry.test/${name}:${version}`);
    if (version === '1') await shop.markGood();
  }
  return shop;
}

test('what two groups share is put back once, and brought back when the second fails', async () => {
  await using shop = await deployedTwice();
  const step = await shop.rollBack({ ...IN_ORDER, 'on-failure': 'restore', health: API_IS_ILL });
  expect(JSON.parse(step.outputs.workloads ?? '')).toMatchObject([
    { name: 'web', outcome: 'restored' },
    { name: 'api', outcome: 'failed' },
  ]);
  expect(await shop.data('settings')).toEqual({ MODE: 'bad' });
  expect(step.record.filter(({ component }) => component === 'ConfigMap/settings')).toHaveLength(1);
});

test('a workload that is skipped does not fail where the configuration of others cannot be put back', async () => {
  await using shop = await deployedTwice();
  await shop.deploy('once', 'registry.test/once:1');
  shop.api.faults.push({
    match: (method, path) => method === 'PUT' && path.endsWith('/configmaps/settings'),
    times: 1,
    respond: { status: 403, body: forbidden },
  });
  const step = await shop.rollBack();
  expect(step.errors[0]).toContain('ConfigMap/settings could not be put back');
  expect(JSON.parse(step.outputs.workloads ?? '')).toMatchObject([
    { name: 'api', outcome: 'failed' },
    { name: 'once', outcome: 'skipped', message: 'no rollout history: there is one revision only' },
    { name: 'web', outcome: 'failed' },
  ]);
});

test('a quota that has no room for a copy of what would be replaced is told with the way around it (kubernetes#19780, lithops#536)', async () => {
  await using shop = await deployedTwice();
  const message =
    'configmaps "settings-1" is forbidden: exceeded quota: tight, requested: count/configmaps=1';
  shop.api.faults.push({
    match: (method, path) => method === 'POST' && path.endsWith('/configmaps'),
    times: 2,
    respond: { status: 403, body: { ...forbidden, message } },
  });
  const step = await shop.rollBack();
  expect(step.errors[0]).toContain(
    `what ConfigMap/settings would lose could not be kept, and its workloads were not touched: ${message}; make room for a copy, or leave all configuration as it is with \`restore-config: never\``,
  );
  expect([await shop.data('settings'), await shop.image('web')]).toEqual([
    { MODE: 'bad' },
    'registry.test/web:2',
  ]);
  expect((await shop.rollBack({ 'restore-config': 'never' }, { run: '2' })).outputs.result).toBe('done');
});

test('every revision that is left remembers what it had, also where another group put that back', async () => {
  await using shop = await deployedTwice();
  expect((await shop.rollBack(IN_ORDER)).outputs.result).toBe('done');
  expect(await shop.data('settings')).toEqual({ MODE: 'good' });
  expect((await shop.rollBack({ to: 'revision=2' }, { run: '2' })).outputs.result).toBe('done');
  expect(await shop.data('settings')).toEqual({ MODE: 'bad' });
});

test('what a killed run has put back is remembered by the one after it', async () => {
  const env = ['limits', 'settings'].map((name) => ({ configMapRef: { name } }));
  const container = { name: 'app', image: 'registry.test/web:1', envFrom: env };
  await using shop = await Shop.open();
  for (const name of ['limits', 'settings']) await shop.configMap(name, { MODE: 'good' });
  const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [container] } };
  await shop.deploy('web', 'registry.test/web:1', { template });
  await shop.markGood();
  for (const name of ['limits', 'settings']) await shop.configMap(name, { MODE: 'bad' });
  await shop.deploy('web', 'registry.test/web:2');

  const held = {
    match: (method: string, path: string) => method === 'PUT' && path.endsWith('/configmaps/settings'),
    times: 1,
    respond: 'hang' as const,
  };
  shop.api.faults.push(held);
  const running = shop.startRollBack({}, { run: '7' });
  await shop.until('the second ConfigMap would be put back', () => held.times === 0);
  running.process.kill('SIGKILL');
  await running.result;
  expect([await shop.data('limits'), await shop.data('settings')]).toEqual([
    { MODE: 'good' },
    { MODE: 'bad' },
  ]);

  expect((await shop.rollBack({}, { run: '7' })).outputs.result).toBe('done');
  expect((await shop.rollBack({ to: 'revision=2' }, { run: '8' })).outputs.result).toBe('done');
  expect([await shop.data('limits'), await shop.data('settings')]).toEqual([
    { MODE: 'bad' },
    { MODE: 'bad' },
  ]);
});

test('what a revision that stays was found with does not become its own', async () => {
  await using shop = await deployedTwice();
  await shop.rollBack({}, { run: '1' });
  await shop.rollBack({ to: 'revision=2' }, { run: '2' });
  await shop.configMap('settings', { MODE: 'worse' });
  await shop.rollBack({ to: 'revision=2' }, { run: '3' });
  expect(await shop.data('settings')).toEqual({ MODE: 'bad' });
  expect((await shop.rollBack({ to: 'revision=2' }, { run: '4' })).exitCode).toBe(0);
  expect(await shop.data('settings')).toEqual({ MODE: 'bad' });
});

test('a revision that an earlier rollback left stays marked where a later one brings it back', async () => {
  await using shop = await deployedTwice();
  await shop.rollBack({}, { run: '1' });
  for (const name of ['web', 'api']) await shop.deploy(name, `registry.test/${name}:2`);
  const step = await shop.rollBack(
    { ...IN_ORDER, 'on-failure': 'restore', health: API_IS_ILL },
    { run: '2' },
  );
  expect(step.exitCode).toBe(1);
  expect([await shop.image('web'), await shop.image('api')]).toEqual([
    'registry.test/web:2',
    'registry.test/api:2',
  ]);
  const left = (await shop.replicaSets())
    .filter(({ spec }) => spec.template.spec.containers[0]?.image.endsWith(':2'))
    .map(({ metadata }) => JSON.parse(metadata.annotations?.['rollback-actions/rolled-back'] ?? '{}').id);
  expect(left).toEqual(['1-1', '1-1']);
});

test('no health check is said to have passed where there is no pod to ask', async () => {
  await using shop = await deployedTwice();
  await shop.scale('web', 0);
  const step = await shop.rollBack({ workloads: 'web', health: 'http://:8080/health' });
  expect(step.outputs.result).toBe('done');
  expect(step.record.map(({ step: did }) => did)).not.toContain('health check');
});

/** A workload whose immutable configuration of the bad release has these finalizers. */
async function deployedWithImmutable(finalizers: readonly string[]): Promise<Shop> {
  const shop = await Shop.open();
  const path = '/api/v1/namespaces/shop/configmaps';
  const settings = (MODE: string, more: object = {}) =>
    shop.create(path, {
      ...{ apiVersion: 'v1', kind: 'ConfigMap', immutable: true, data: { MODE } },
      metadata: { name: 'settings', ...more },
    });
  await settings('good');
  await shop.deploy('web', 'registry.test/web:1');
  await shop.markGood();
  await shop.delete(`${path}/settings`);
  await settings('bad', { finalizers });
  await shop.deploy('web', 'registry.test/web:2');
  return shop;
}

test('what finalizers would keep from being made anew is not deleted (oda-canvas#599)', async () => {
  await using shop = await deployedWithImmutable(['kopf.zalando.org/KopfFinalizerMarker']);
  const step = await shop.rollBack();
  expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
  expect(step.warnings.join('\n')).toContain(
    'ConfigMap/settings cannot go back, because it is immutable, and its finalizers (kopf.zalando.org/KopfFinalizerMarker) would keep it from being made anew: it stays as it is.',
  );
  const live = await shop.read(`/api/v1/namespaces/shop/configmaps/settings`);
  expect(live).toMatchObject({ data: { MODE: 'bad' } });
  expect(live.metadata.deletionTimestamp).toBeUndefined();
  expect(await shop.image('web')).toBe('registry.test/web:1');
});

test('that nodes may go on with the former contents of what is immutable is said (kubernetes/website#42359)', async () => {
  await using shop = await deployedWithImmutable([]);
  const step = await shop.rollBack();
  expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
  expect(await shop.data('settings')).toEqual({ MODE: 'good' });
  expect(step.warnings.join('\n')).toMatch(
    /^ConfigMap\/settings is immutable and is made anew under the same name: a node on which a pod uses it goes on giving pods what it held before/m,
  );
});

/** The bundle, started as the runner starts it, on the stand-in. What a real cluster shows better is in test/e2e. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { Shop } from './shop.ts';

test('a bad release goes back with its configuration, and says so everywhere', async () => {
  await using shop = await Shop.open();
  await shop.configMap('settings', { MODE: 'good' });
  for (const name of ['api', 'web']) await shop.deploy(name, `registry.test/${name}:1`);
  const marked = await shop.markGood();
  expect(marked.outputs.result).toBe('done');
  expect(marked.log).toContain('revision 1 is marked good, and a copy kept of ConfigMap/settings');
  await shop.configMap('settings', { MODE: 'bad' });
  for (const name of ['api', 'web']) await shop.deploy(name, `registry.test/${name}:2-crash-loop`);

  const step = await shop.rollBack();
  expect(step.errors).toEqual([]);
  expect(step.exitCode).toBe(0);
  expect(await shop.image('api')).toBe('registry.test/api:1');
  expect(await shop.data('settings')).toEqual({ MODE: 'good' });
  expect((await shop.pods()).map((pod) => pod.spec.containers[0]?.image).sort()).toEqual([
    ...['registry.test/api:1', 'registry.test/api:1', 'registry.test/web:1', 'registry.test/web:1'],
  ]);
  expect(await shop.leases()).toEqual([]);

  expect(step.outputs).toMatchObject({ result: 'done', failed: '0' });
  expect(JSON.parse(step.outputs.workloads ?? '')).toMatchObject([
    {
      kind: 'Deployment',
      name: 'api',
      from: { revision: 2, images: { app: 'registry.test/api:2-crash-loop' } },
      to: { revision: 1, images: { app: 'registry.test/api:1' } },
      outcome: 'rolled-back',
    },
    { name: 'web', outcome: 'rolled-back' },
  ]);
  expect(readFileSync(step.outputs['state-file'] ?? '', 'utf8')).toContain('registry.test/api:2-crash-loop');
  expect(step.summary).toMatch(/^## Rolled back and serving: 2 of 2 workloads\./);
  expect(step.summary).toContain('```mermaid\ngantt');
  expect(
    step.record
      .filter((event) => event.status === 'done' && event.step !== 'action')
      .map(({ component }) => component)
      .sort(),
  ).toEqual([
    ...['ConfigMap/settings', 'deployment/api', 'deployment/api', 'deployment/web', 'deployment/web'],
  ]);
  expect(step.log.replace(`::add-mask::${shop.api.token}`, '')).not.toContain(shop.api.token);
});

test('a rollback that has ended leaves its post step nothing to do, whatever is gone by then', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
  const { outputs, state } = await shop.rollBack({ to: 'previous' });
  expect(outputs.result).toBe('done');
  // Such as a kubeconfig that a step after it has taken away.
  const post = await shop.rollBack({ to: 'previous', kubeconfig: '/nowhere/config' }, { state });
  expect(post).toMatchObject({ exitCode: 0, errors: [], warnings: [] });
});

test('the same rollback again is a no-op, another one does not go forward, and a number does', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
  expect((await shop.rollBack({ to: 'previous' }, { run: '1' })).outputs.result).toBe('done');
  expect((await shop.rollBack({ to: 'previous' }, { run: '1' })).outputs.result).toBe('no-op');
  const forward = await shop.rollBack({ to: 'previous' }, { run: '2' });
  expect(forward.exitCode).toBe(1);
  expect(forward.errors[0]).toMatch(
    /^Nothing was changed: deployment\/web .*revision 2 was rolled back from .*by rollback 1-1 .*`to: revision=2`\.$/,
  );
  expect(await shop.image('web')).toBe('registry.test/web:1');
  expect((await shop.rollBack({ to: 'revision=2' }, { run: '3' })).outputs.result).toBe('done');
  expect(await shop.image('web')).toBe('registry.test/web:2');
});

test('only the configuration was bad: it goes back and the pods are started anew, once', async () => {
  await using shop = await Shop.open();
  await shop.configMap('settings', { MODE: 'good' });
  await shop.deploy('web', 'registry.test/web:1');
  await shop.markGood();
  const before = (await shop.pods()).map((pod) => pod.metadata.name);
  await shop.configMap('settings', { MODE: 'bad' });
  expect((await shop.rollBack()).outputs.result).toBe('done');
  expect(await shop.data('settings')).toEqual({ MODE: 'good' });
  const after = (await shop.pods()).map((pod) => pod.metadata.name);
  expect(after.filter((name) => before.includes(name))).toEqual([]);
  expect((await shop.rollBack()).outputs.result).toBe('no-op');
  expect((await shop.pods()).map((pod) => pod.metadata.name).sort()).toEqual(after.sort());
});

test('a plan has on record what goes back to what, and what is there already', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('api', 'registry.test/api:1');
  await shop.markGood();
  await shop.deploy('web', 'registry.test/web:2');
  const step = await shop.rollBack({ 'dry-run': 'true' });
  const planned = step.record.filter(({ step: name }) => name === 'roll back');
  expect(planned).toMatchObject([
    { component: 'deployment/api', status: 'no-op' },
    {
      component: 'deployment/web',
      status: 'planned',
      from: 'registry.test/web:2',
      to: 'registry.test/web:1',
    },
  ]);
});

test('a dry run writes nothing at all', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
  shop.api.requests.length = 0;
  const step = await shop.rollBack({ 'dry-run': 'true', reason: '' });
  expect(step.outputs.result).toBe('planned');
  expect(JSON.parse(step.outputs.workloads ?? '')).toMatchObject([
    { name: 'web', does: 'roll-back', to: { revision: 1 } },
  ]);
  const reads = ['GET', 'selfsubjectaccessreviews'];
  expect(
    shop.api.requests.filter(({ method, path }) => !reads.some((word) => `${method} ${path}`.includes(word))),
  ).toEqual([]);
});

test('a revision that does not start either is told within the second, with its last words', async () => {
  await using shop = await Shop.open();
  shop.api.pods.log = () => 'boom: no database\n';
  await shop.deploy('web', 'registry.test/web:1-crash-loop');
  await shop.deploy('web', 'registry.test/web:2');
  const step = await shop.rollBack({ to: 'revision=1', timeout: '10m' });
  expect(step.errors[0]).toMatch(
    /^The rollback failed for 1 of 1 workloads; deployment\/web cannot start: pod web-\S+ is in CrashLoopBackOff: Error, exit code 1/,
  );
  expect(step.log).toContain('boom: no database');
  expect(step.outputs).toMatchObject({ result: 'failed', failed: '1' });
});

test('with on-failure: restore, what was rolled back is brought back when another fails', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
  await shop.deploy('api', 'registry.test/api:1-bad-image');
  await shop.deploy('api', 'registry.test/api:2');
  const step = await shop.rollBack({ to: 'revision=1', order: 'web\napi', 'on-failure': 'restore' });
  expect(step.exitCode).toBe(1);
  expect(JSON.parse(step.outputs.workloads ?? '')).toMatchObject([
    { name: 'web', outcome: 'restored' },
    { name: 'api', outcome: 'failed' },
  ]);
  expect([await shop.image('web'), await shop.image('api')]).toEqual([
    'registry.test/web:2',
    'registry.test/api:2',
  ]);
});

test('health is asked of every pod, and the failing one is named', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
  const asked = new Set<string>();
  shop.api.pods.proxy = ({ metadata }) => {
    asked.add(metadata.name);
    return asked.size > 1 ? { status: 503, body: 'no' } : { status: 200, body: 'ok' };
  };
  const step = await shop.rollBack({ health: 'http://:8080/health' });
  expect(step.errors[0]).toMatch(/deployment\/web is rolled out but not healthy: pod web-\S+: /);
  expect(asked.size).toBe(2);
});

test('a deploy that fails half-way leaves no bad configuration behind as good', async () => {
  await using shop = await Shop.open();
  await shop.configMap('settings', { MODE: 'good' });
  for (const name of ['api', 'web']) await shop.deploy(name, `registry.test/${name}:1`);
  await shop.markGood();
  await shop.configMap('settings', { MODE: 'bad' });
  await shop.deploy('web', 'registry.test/web:2-bad-image');
  const mark = await shop.markGood();
  expect(mark.errors[0]).toMatch(/^Not marked good: 2 of 2 workloads; deployment\/web cannot start/);
  expect((await shop.rollBack()).outputs.result).toBe('done');
  expect(await shop.data('settings')).toEqual({ MODE: 'good' });
});

test('a group that is not reached keeps its configuration', async () => {
  await using shop = await Shop.open();
  await shop.configMap('settings', { MODE: 'good' });
  await shop.deploy('web', 'registry.test/web:1');
  await shop.markGood();
  await shop.configMap('settings', { MODE: 'bad' });
  await shop.deploy('plain', 'registry.test/plain:1', { template: plainTemplate('plain') });
  const step = await shop.rollBack({
    workloads: '',
    order: 'plain\nweb',
    health: 'deployment/plain: https://localhost:1/',
    to: 'revision=1',
  });
  expect(JSON.parse(step.outputs.workloads ?? '')).toMatchObject([
    { outcome: 'failed' },
    { outcome: 'skipped' },
  ]);
  expect(await shop.data('settings')).toEqual({ MODE: 'bad' });
});

test('what somebody else makes of a workload while it is waited for is not called done', async () => {
  await using shop = await Shop.open(600);
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
  const running = shop.startRollBack({ to: 'previous' });
  await shop.until('it is rolled back', async () => (await shop.image('web')) === 'registry.test/web:1');
  await shop.change('web', 'registry.test/web:3');
  const step = await running.result;
  expect(step.errors[0]).toContain('deployment/web was changed by someone else during the wait.');
});

test('a dry run tells the configuration that would go back', async () => {
  await using shop = await Shop.open();
  await shop.configMap('settings', { MODE: 'good' });
  await shop.deploy('web', 'registry.test/web:1');
  await shop.markGood();
  await shop.configMap('settings', { MODE: 'bad' });
  const step = await shop.rollBack({ 'dry-run': 'true' });
  expect(step.summary).toContain('ConfigMap/settings would be put back; nothing was changed.');
  expect(step.log).toContain(
    'deployment/web: its pods are started anew, because its configuration goes back',
  );
  expect(await shop.data('settings')).toEqual({ MODE: 'bad' });
});

function plainTemplate(name: string): object {
  return {
    metadata: { labels: { app: name } },
    spec: { containers: [{ name: 'app', image: `registry.test/${name}:1` }] },
  };
}

test('a namespace that is not there and a selector that is none are one sentence each', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  const nowhere = await shop.rollBack({ namespace: 'shpo' });
  expect(nowhere.errors).toEqual([
    'There is no namespace shpo in this cluster; check `namespace`, and the context of the kubeconfig.',
  ]);
  const malformed = await shop.rollBack({ workloads: '', selector: 'app in web' });
  expect(malformed.errors[0]).toBe(
    'Input `selector` is "app in web", which is not a selector of labels; write it as `kubectl -l` takes it, such as app=web,tier in (api,worker).',
  );
});

test('a credential plugin that fails is not told as a server that is away', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  const config = parse(readFileSync(shop.api.kubeconfig, 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'plugin-'));
  const kubeconfigWith = (command: string, ...args: string[]) => {
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', command, args, interactiveMode: 'Never' };
    const users = [{ name: config.users[0].name, user: { exec } }];
    return JSON.stringify({ ...config, users });
  };
  // Something to go back to: nothing but skipped is a failure.
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  const withPlugin = (command: string, ...args: string[]) => {
    const kubeconfig = join(folder, 'config');
    writeFileSync(kubeconfig, kubeconfigWith(command, ...args));
    return shop.rollBack({ kubeconfig });
  };
  const trace = join(folder, 'trace');
  const smuggled = await shop.rollBack({ kubeconfig: kubeconfigWith('touch', trace) });
  expect(smuggled.errors[0]).toMatch(
    /^The kubeconfig that is given as content runs "touch" for its credential/,
  );
  expect(existsSync(trace)).toBe(false);
  const missing = await withPlugin('no-such-plugin');
  expect(missing.errors[0]).toBe(
    'The credential plugin no-such-plugin of the kubeconfig gives no credentials: there is no such program on the runner; install it with a step before this one.',
  );
  const refusing = await withPlugin('sh', '-c', 'echo "The SSO session has expired." >&2; exit 255');
  expect(refusing.errors[0]).toContain('The credential plugin sh of the kubeconfig gives no credentials: ');
  expect(refusing.errors[0]).toContain('The SSO session has expired; log in with a step before this one.');
  const status = { token: shop.api.token };
  const credential = JSON.stringify({
    apiVersion: 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    status,
  });
  const working = await withPlugin('echo', credential);
  expect(working.errors).toEqual([]);
});

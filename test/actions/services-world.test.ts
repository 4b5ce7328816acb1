/** What people report of rollbacks that went wrong, beyond the findings, on the stand-in; each names its source. */
import { expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

const CORE = '/api/v1/namespaces/shop';

const denied = (message: string) => ({
  status: 403,
  body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'Forbidden', code: 403, message },
});

/** The template of a Deployment that Shop makes, with configuration of these names. */
const templateOf = (app: string, image: string, ...names: string[]) => ({
  metadata: { labels: { app } },
  spec: {
    containers: [{ name: 'app', image, envFrom: names.map((name) => ({ configMapRef: { name } })) }],
  },
});

/** A ConfigMap as somebody has written it with a tool, so many milliseconds from now. */
async function written(
  shop: Shop,
  name: string,
  data: Record<string, string>,
  manager: string,
  inMs = 0,
): Promise<void> {
  await shop.delete(`${CORE}/configmaps/${name}`);
  const time = new Date(Date.now() + inMs).toISOString().replace(/\.\d+Z$/, 'Z');
  const entry = { manager, operation: 'Update', time, fieldsType: 'FieldsV1', fieldsV1: { 'f:data': {} } };
  await shop.create(`${CORE}/configmaps`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, managedFields: [entry] },
    data,
  });
}

test('a policy that refuses every change of the bad ReplicaSet keeps nobody from going back (sigstore/policy-controller#38)', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  const message =
    'admission webhook "policy.sigstore.dev" denied the request: validation failed: no matching signatures';
  shop.api.faults.push({
    match: (method, path) => method === 'PATCH' && path.includes('/replicasets/'),
    times: 100,
    respond: denied(message),
  });
  const step = await shop.rollBack({ to: 'previous' });
  expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
  expect(await shop.image('web')).toBe('registry.test/web:1');
  expect(step.warnings.join('\n')).toMatch(
    /What happened could not be noted on ReplicaSet web-\w+, so the next rollback knows less: admission webhook .* no matching signatures\.$/m,
  );
  const again = await shop.rollBack({ to: 'previous' });
  expect([again.outputs.result, await shop.image('web')]).toEqual(['no-op', 'registry.test/web:1']);
});

test('pods that the cluster would not make are known before the first one goes (mariadb-operator#337, gsp#843)', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  shop.api.faults.push({
    match: (method, path) => method === 'POST' && path.includes('/pods?') && path.includes('dryRun=All'),
    times: 1,
    respond: denied('pods "web-" is forbidden: no PriorityClass with name urgent was found'),
  });
  const step = await shop.rollBack({ to: 'previous' });
  expect(step.errors).toEqual([
    'Nothing was changed: deployment/web cannot be rolled back: the cluster makes no pods of its older template: pods "web-" is forbidden: no PriorityClass with name urgent was found.',
  ]);
  expect(await shop.image('web')).toBe('registry.test/web:2');
});

test('a policy of somebody that refuses the pod as a dry run may take that of a controller: a warning', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  shop.api.faults.push({
    match: (method, path) => method === 'POST' && path.includes('/pods?') && path.includes('dryRun=All'),
    times: 1,
    respond: denied('admission webhook "no-naked-pods" denied the request: pods are made by controllers'),
  });
  const step = await shop.rollBack({ to: 'previous' });
  expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
  expect(step.warnings.join('\n')).toContain('a pod of its older template was refused as a dry run');
});

test('an admission webhook that is down, maybe by the release itself, is named with what to do (SeldonIO/seldon-core#1361)', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  const message =
    'Internal error occurred: failed calling webhook "guard.test": Post "https://guard.shop.svc:443/?timeout=10s": context deadline exceeded';
  shop.api.faults.push({
    match: (method, path) => method === 'PATCH' && path.includes('/deployments/web'),
    times: 1000,
    respond: { ...denied(message), status: 500 },
  });
  const env = { ROLLBACK_TEST_WAITS: JSON.stringify({ API_SERVER_LATER_MS: 500 }) };
  const step = await shop.startRollBack({ to: 'previous' }, { env }).result;
  expect(step.errors).toEqual([
    `Nothing was changed: deployment/web cannot be rolled back: the admission webhook guard.test does not answer, and without it nothing may be changed: ${message}; bring it back, or set its \`failurePolicy\` to Ignore until then.`,
  ]);
  expect(await shop.image('web')).toBe('registry.test/web:2');
});

test('what is being deleted is left out of `all`, and refused by its name (eclipse-che/che#17146)', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2])
    for (const name of ['web', 'old']) await shop.deploy(name, `registry.test/${name}:${version}`);
  // Somebody's finalizer keeps it, and its pods, for a while.
  await shop.patch('old', { metadata: { finalizers: ['test.example/hold'] } });
  await shop.delete('/apis/apps/v1/namespaces/shop/deployments/old');
  const named = await shop.rollBack({ to: 'previous', workloads: 'old' });
  expect(named.errors).toEqual([
    'Nothing was changed: deployment/old cannot be rolled back: it is being deleted.',
  ]);
  const all = await shop.rollBack({ to: 'previous', workloads: 'all' });
  expect([all.errors, all.outputs.result]).toEqual([[], 'done']);
  expect([await shop.image('web'), await shop.image('old')]).toEqual([
    'registry.test/web:1',
    'registry.test/old:2',
  ]);
  expect(all.log).toContain('deployment/old: skipped: it is being deleted');
  // Reported as argo-cd#17484: it was there when all went back, and was gone afterwards.
  expect(all.log).toContain(
    'deployment/old: it is being deleted, and nothing of this rollback brings it back; if the older release has it, deploy that again once it is gone.',
  );
  await shop.patch('old', { metadata: { finalizers: [] } });
});

test('a configuration that another service was marked good with is not taken from it (kubernetes/community#1163)', async () => {
  await using shop = await Shop.open();
  await shop.configMap('common', { GREETING: 'old' });
  for (const name of ['api', 'web'])
    await shop.deploy(name, `registry.test/${name}:1`, {
      template: templateOf(name, `registry.test/${name}:1`, 'common'),
    });
  expect((await shop.markGood()).errors).toEqual([]);
  await written(shop, 'common', { GREETING: 'new' }, 'helm', -3_600_000);
  await shop.deploy('api', 'registry.test/api:2');
  expect((await shop.markGood({ workloads: 'api' })).errors).toEqual([]);
  await shop.deploy('web', 'registry.test/web:2-crash-loop');
  const step = await shop.rollBack({ workloads: 'all' });
  expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
  expect([await shop.image('api'), await shop.image('web')]).toEqual([
    'registry.test/api:2',
    'registry.test/web:1',
  ]);
  expect(await shop.data('common')).toEqual({ GREETING: 'new' });
  expect(step.warnings.join('\n')).toContain(
    'ConfigMap/common would go back, but deployment/api was marked good with what it holds now: it stays as it is',
  );
});

test('a switch that somebody threw by hand in the incident goes back by word, and not in silence', async () => {
  await using shop = await Shop.open();
  await shop.configMap('settings', { CHECKOUT: 'on' });
  await shop.deploy('web', 'registry.test/web:1');
  expect((await shop.markGood()).errors).toEqual([]);
  await shop.deploy('web', 'registry.test/web:2-crash-loop');
  await written(shop, 'settings', { CHECKOUT: 'off' }, 'kubectl-edit');
  const plan = await shop.rollBack({ 'dry-run': 'true' });
  expect(plan.warnings.join('\n')).toMatch(
    /^ConfigMap\/settings was last changed by kubectl-edit at \d{4}-\S+Z, apart from the deploy that is rolled back, and goes back all the same \(`restore-config: never` keeps/m,
  );
  const kept = await shop.rollBack({ 'restore-config': 'never' });
  expect([kept.outputs.result, await shop.data('settings')]).toEqual(['done', { CHECKOUT: 'off' }]);
});

/** A DaemonSet on the two nodes of the stand-in, of which one never ends the old pod of the bad release. */
async function withSilentNode(shop: Shop, maxUnavailable: number): Promise<void> {
  const sets = '/apis/apps/v1/namespaces/shop/daemonsets';
  const set = (image: string) => ({
    template: {
      metadata: { labels: { app: 'agent' } },
      spec: { terminationGracePeriodSeconds: 1, containers: [{ name: 'app', image }] },
    },
  });
  const isOn = (image: string) => async () => {
    const pods = await shop.pods();
    const ready = ({ status, spec }: (typeof pods)[number]) =>
      spec.containers[0]?.image === image &&
      status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
    return pods.length === 2 && pods.every(ready);
  };
  await shop.create(sets, {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent' },
    spec: {
      selector: { matchLabels: { app: 'agent' } },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable } },
      ...set('registry.test/agent:1'),
    },
  });
  await shop.until('agent 1 runs', isOn('registry.test/agent:1'));
  await shop.merge(`${sets}/agent`, { spec: set('registry.test/agent:2') });
  await shop.until('agent 2 runs', isOn('registry.test/agent:2'));
  const lost = (await shop.pods()).find(({ spec }) => spec.nodeName === 'node-1');
  const annotations = { 'test/terminate-after': '3600s' };
  await shop.merge(`${CORE}/pods/${lost?.metadata.name}`, { metadata: { annotations } });
}

const WAITS = { NODE_SILENT_MS: 500, OLD_PODS_ENDING_MS: 500 };
const shortWaits = { env: { ROLLBACK_TEST_WAITS: JSON.stringify(WAITS) } };

test('a node that is gone keeps no DaemonSet from being back on all others (kubernetes#117204, #73011, test-infra#31706)', async () => {
  await using shop = await Shop.open();
  await withSilentNode(shop, 2);
  const step = await shop.rollBack({ workloads: 'daemonset/agent', to: 'previous' }, shortWaits);
  expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
  expect(step.warnings.join('\n')).toContain(
    'daemonset/agent: the new pods serve; no answer from node node-1 after 0.5 s.',
  );
});

test('where it takes the whole of maxUnavailable, that is said as it is waited for, with what to do', async () => {
  await using shop = await Shop.open();
  await withSilentNode(shop, 1);
  await shop.deletePod(
    (await shop.pods()).find(({ spec }) => spec.nodeName === 'node-1')?.metadata.name ?? '',
  );
  const step = shop.startRollBack({ workloads: 'daemonset/agent', to: 'previous' }, shortWaits);
  const said =
    'no answer from node node-1: delete what is gone, or raise `maxUnavailable`, where that holds it up';
  await shop.until('it is said', () => step.log().includes(said));
  step.process.kill('SIGKILL');
  await step.result;
});

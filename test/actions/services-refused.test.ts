/** What a rollback waits for, while it does: pods that a controller is not let make, and those that are not ready. */
import { expect, test } from '@jest/globals';
import type { KubeObject, Workload } from '../../src/systems/kubernetes/objects.ts';
import { Shop } from './shop.ts';

const PATH = '/apis/apps/v1/namespaces/shop/statefulsets';
const LABELS = { app: 'db' };
const template = (image: string) => ({
  metadata: { labels: LABELS },
  spec: { containers: [{ name: 'app', image }] },
});
const release = (shop: Shop) =>
  shop.merge(`${PATH}/db`, { spec: { template: template('registry.test/db:2') } });
const database = (shop: Shop) => shop.read<Workload>(`${PATH}/db`);

async function serves(shop: Shop): Promise<boolean> {
  const { metadata, status = {} } = await database(shop);
  const { observedGeneration, updatedReplicas, readyReplicas } = status;
  return observedGeneration === metadata.generation && updatedReplicas === 2 && readyReplicas === 2;
}

/** A StatefulSet of two pods, which serve. */
async function deployed(shop: Shop): Promise<Workload> {
  const db = await shop.create(PATH, {
    ...{ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' } },
    spec: {
      replicas: 2,
      serviceName: 'db',
      selector: { matchLabels: LABELS },
      template: template('registry.test/db:1'),
    },
  });
  await shop.until('it serves', () => serves(shop));
  return db as Workload;
}

test('a pod of the release that is left, which is said to be refused late, is not a failure', async () => {
  await using shop = await Shop.open(300);
  const db = await deployed(shop);
  await release(shop);
  await shop.until('the release serves', () => serves(shop));

  const step = shop.startRollBack({ workloads: 'statefulset/db', to: 'previous' });
  await shop.until('it is patched', async () => (await database(shop)).metadata.generation === 3);
  await shop.create('/api/v1/namespaces/shop/events', {
    ...{
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'late' },
      type: 'Warning',
      reason: 'FailedCreate',
    },
    involvedObject: { kind: 'StatefulSet', namespace: 'shop', name: 'db', uid: db.metadata.uid },
    message: 'create Pod db-1 in StatefulSet db failed error: pods "db-1" is forbidden: not on a Friday',
    lastTimestamp: new Date().toISOString().replace(/\.\d+/, ''),
  });

  expect(await step.result).toMatchObject({ errors: [], outputs: { result: 'done' } });
});

// Reported as kubernetes#91676: the partition was raised to take a bad release back, and its pods stayed.
test('a StatefulSet whose partition was raised to stop a bad release is not said to be back', async () => {
  await using shop = await Shop.open();
  await deployed(shop);
  await release(shop);
  await shop.until('the release serves', () => serves(shop));
  const partition = (value: number) =>
    shop.merge(`${PATH}/db`, { spec: { updateStrategy: { rollingUpdate: { partition: value } } } });
  await partition(1);

  const step = await shop.rollBack({ workloads: 'statefulset/db', to: 'previous' });
  expect(step.errors).toEqual([
    expect.stringMatching(
      /db-0 stays at the revision that was left, below its partition of 1: lower `spec\./,
    ),
  ]);
  expect((await database(shop)).spec.template.spec.containers[0]?.image).toBe('registry.test/db:1');

  const again = await shop.rollBack({ workloads: 'statefulset/db', to: 'revision=3' });
  expect(again.errors).toEqual([expect.stringContaining('db-0 stays at the revision that was left')]);
  await partition(0);
  const images = async () => (await shop.pods()).map(({ spec }) => spec.containers[0]?.image);
  await shop.until('it is back', async () =>
    (await images()).every((image) => image === 'registry.test/db:1'),
  );
});

test('a StatefulSet whose controller says no more of a full quota is said to be kept from its pods by it', async () => {
  await using shop = await Shop.open();
  await deployed(shop);
  // Times of the API server are whole seconds: what is refused in the second of the pods' start could be before it.
  const started = Math.floor(Date.now() / 1000);
  await shop.until('the next second has begun', () => Math.floor(Date.now() / 1000) > started);
  shop.api.setDenyPod(() => 'exceeded quota: tight, requested: pods=1, used: pods=1, limited: pods=1');
  await release(shop);
  const refusals = async () => {
    const path = '/api/v1/namespaces/shop/events';
    const { items } = await shop.read<KubeObject & { items: { reason: string; count: number }[] }>(path);
    return items.find(({ reason }) => reason === 'FailedCreate')?.count ?? 0;
  };
  let looks = 0;
  let said = 0;
  await shop.until('the controller says no more of it', async () => {
    await shop.merge(`${PATH}/db`, { metadata: { labels: { look: String(++looks) } } });
    const before = said;
    said = await refusals();
    return looks > 25 && said === before;
  });

  const step = shop.startRollBack({ workloads: 'statefulset/db', to: 'previous' });
  const told = /… statefulset\/db: [^\n]*; no pod can be made: [^\n]*exceeded quota: tight/;
  await shop.until('it is said', async () => told.test(step.log()));
  shop.api.setDenyPod(undefined);

  expect(await step.result).toMatchObject({ errors: [], outputs: { result: 'done' } });
});

test('rollouts that wait for one quota do not wait for one another', async () => {
  await using shop = await Shop.open();
  const strategy = { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
  for (const name of ['api', 'web'])
    for (const version of [1, 2]) await shop.deploy(name, `registry.test/${name}:${version}`, { strategy });
  await shop.create('/api/v1/namespaces/shop/resourcequotas', {
    ...{ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'tight' } },
    spec: { hard: { pods: '4' } },
  });
  const env = { ROLLBACK_TEST_WAITS: JSON.stringify({ QUOTA_FULL_MS: 500 }) };
  const step = await shop.rollBack({ to: 'previous', timeout: '60s' }, { env });
  expect(JSON.parse(step.outputs.workloads ?? '')).toMatchObject(
    ['api', 'web'].map((name) => ({
      name,
      message: expect.stringMatching(/gets no pods \(FailedCreate\): .*exceeded quota/),
    })),
  );
});

test('N11: what is waited for now is said, also where it came within a second of something else', async () => {
  await using shop = await Shop.open(300);
  await shop.deploy('web', 'registry.test/slow-start:1');
  await shop.deploy('web', 'registry.test/web:2');
  const step = shop.startRollBack({ to: 'previous' });
  let hasEnded = false;
  const ended = step.result.finally(() => {
    hasEnded = true;
  });
  const now = /… deployment\/web: [^\n]*pod web-\S+ \(Running\) is not ready: containers with unready status/;
  await shop.until('it is said', async () => now.test(step.log()));
  expect(hasEnded).toBe(false);
  expect(await ended).toMatchObject({ errors: [], outputs: { result: 'done' } });
});

test('pods that a node turns away are told with its words while they come and go (kubernetes#84869, #108152)', async () => {
  await using shop = await Shop.open(60_000);
  const path = '/apis/apps/v1/namespaces/shop/deployments';
  await shop.create(path, {
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'db' } },
    spec: { replicas: 1, selector: { matchLabels: LABELS }, template: template('registry.test/db:1') },
  });
  const older = async () =>
    (await shop.pods()).filter(
      ({ spec, metadata }) =>
        spec.containers[0]?.image === 'registry.test/db:1' && !metadata.deletionTimestamp,
    );
  await shop.until('its pod is there', async () => (await older()).length === 1);
  await shop.change('db', 'registry.test/db:2');
  const step = shop.startRollBack({ workloads: 'deployment/db', to: 'revision=1' });
  await shop.until('it is patched', async () => (await shop.image('db')) === 'registry.test/db:1');
  const [before] = await older();
  await shop.deletePod(before?.metadata.name ?? '');
  await shop.until('another one is there', async () => {
    const [now] = await older();
    return now !== undefined && now.metadata.name !== before?.metadata.name;
  });
  const [turnedAway] = await older();
  await shop.merge(`/api/v1/namespaces/shop/pods/${turnedAway?.metadata.name}/status`, {
    status: {
      ...{ phase: 'Failed', reason: 'UnexpectedAdmissionError' },
      message: 'Allocate failed due to no healthy devices present, nvidia.com/gpu',
    },
  });
  const said =
    /… deployment\/db: [^\n]*; [^\n]*1 new pod has failed, at last db-\S+ \(UnexpectedAdmissionError: Allocate failed due to no healthy devices/;
  await shop.until('it is said', () => said.test(step.log()));
  step.process.kill('SIGKILL');
  await step.result;
});

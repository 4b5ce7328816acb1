/** Pods that a controller is not let make: whose they are, and for how long that may pass. */
import { expect, test } from '@jest/globals';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { Shop } from './shop.ts';

test('a pod of the release that is left, which is said to be refused late, is no failure', async () => {
  await using shop = await Shop.open(300);
  const path = '/apis/apps/v1/namespaces/shop/statefulsets';
  const labels = { app: 'db' };
  const template = (image: string) => ({
    metadata: { labels },
    spec: { containers: [{ name: 'app', image }] },
  });
  const db = (await shop.create(path, {
    ...{ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' } },
    spec: {
      replicas: 2,
      serviceName: 'db',
      selector: { matchLabels: labels },
      template: template('registry.test/db:1'),
    },
  })) as Workload;
  const generation = async () => (await shop.read<Workload>(`${path}/db`)).metadata.generation;
  const serves = async () => {
    const { metadata, status = {} } = await shop.read<Workload>(`${path}/db`);
    const { observedGeneration, updatedReplicas, readyReplicas } = status;
    return observedGeneration === metadata.generation && updatedReplicas === 2 && readyReplicas === 2;
  };
  await shop.until('it serves', serves);
  await shop.merge(`${path}/db`, { spec: { template: template('registry.test/db:2') } });
  await shop.until('the release serves', serves);

  const step = shop.startRollBack({ workloads: 'statefulset/db', to: 'previous' });
  await shop.until('it is patched', async () => (await generation()) === 3);
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

import { expect, test } from '@jest/globals';
import { joined } from '../../src/domain/workloads/joined.ts';
import { patchWorkload } from '../../src/service/patch-workload.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { configFor, json, type Reply, refuse, ScriptedServer } from '../systems/scripted-server.ts';
import { meta, template, workload } from './fixtures.ts';

const rollout = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: meta('shop', { resourceVersion: '10' }),
  spec: { replicas: 4, workloadRef: { kind: 'Deployment', name: 'web' } },
} as unknown as Workload;
const deployment = (resourceVersion: string, image = 'web:2') =>
  workload('Deployment', { metadata: { resourceVersion }, template: template(image) });

const ROLLOUT = '/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/shop';
const DEPLOYMENT = '/apis/apps/v1/namespaces/shop/deployments/web';
const older = { ...template('web:1'), $patch: 'replace' };

async function patched(change: object, ...script: Reply[]) {
  const server = await ScriptedServer.start(...script);
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(5000));
  const put: string[] = [];
  const seen: string[] = [];
  const after = await patchWorkload(
    { client, namespace: { put: ({ kind }) => void put.push(kind) } },
    joined(rollout, deployment('1')),
    (fresh) => {
      seen.push(fresh.parts?.deployment.metadata.resourceVersion ?? '');
      return change;
    },
  );
  client.close();
  await server.close();
  const asked = server.requests.map(({ method, path, body }) => ({ method, path, body }));
  return { after, put, seen, asked };
}

test('a Rollout keeps the notes, then its Deployment gets the template, then a pause is taken away', async () => {
  const change = {
    metadata: { resourceVersion: '10', annotations: { note: 'a' } },
    spec: { template: older, paused: false },
  };
  const { after, put, asked } = await patched(
    change,
    json(rollout),
    json(deployment('2', 'web:1')),
    json({ ...rollout, metadata: meta('shop', { resourceVersion: '12' }) }),
  );
  expect(asked).toEqual([
    { method: 'PATCH', path: ROLLOUT, body: { metadata: { annotations: { note: 'a' } } } },
    {
      method: 'PATCH',
      path: DEPLOYMENT,
      body: { metadata: { resourceVersion: '1' }, spec: { template: older } },
    },
    { method: 'PATCH', path: ROLLOUT, body: { spec: { paused: false } } },
  ]);
  expect(put).toEqual(['Rollout', 'Deployment']);
  expect(after.metadata.resourceVersion).toBe('12');
  expect(after.spec.template.spec.containers[0]?.image).toBe('web:1');
});

test('where somebody has changed the Deployment, both are read again', async () => {
  const { seen, asked } = await patched(
    { spec: { template: older } },
    refuse(409, 'Conflict'),
    json(rollout),
    json(deployment('5')),
    json(deployment('6', 'web:1')),
  );
  expect(seen).toEqual(['1', '5']);
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `PATCH ${DEPLOYMENT}`,
    `GET ${ROLLOUT}`,
    `GET ${DEPLOYMENT}`,
    `PATCH ${DEPLOYMENT}`,
  ]);
});

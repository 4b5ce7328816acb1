import { expect, test } from '@jest/globals';
import { awaitPod } from '../../../src/systems/kubernetes/choose-pod.ts';
import type { KubeClient } from '../../../src/systems/kubernetes/client.ts';
import type { Ref } from '../../../src/systems/kubernetes/kinds.ts';

const API: Ref = { kind: 'Deployment', name: 'api' };

const pod = (name: string, phase: string, ready: boolean) => ({
  metadata: { name },
  status: { phase, conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
});

/** A cluster whose workload wants so many replicas, and which answers these pods, look by look; then the last ones again. */
function clusterWith(replicas: number, ...looks: object[][]) {
  let looked = 0;
  const client = {
    signal: new AbortController().signal,
    find: async () => ({ metadata: API, spec: { replicas, selector: { matchLabels: { app: 'api' } } } }),
    list: async () => ({ items: looks[Math.min(looked++, looks.length - 1)] ?? [] }),
  } as unknown as KubeClient;
  return { client, looked: () => looked };
}

test('a pod of a workload that was just started again is waited for until it is ready', async () => {
  const { client, looked } = clusterWith(
    2,
    [],
    [pod('api-1', 'Pending', false)],
    [pod('api-1', 'Running', false), pod('api-2', 'Running', true)],
  );
  expect(await awaitPod(client, 'shop', API)).toMatchObject({ metadata: { name: 'api-2' } });
  expect(looked()).toBe(3);
});

test('a workload that wants no pods has none, which is said at once', async () => {
  const { client } = clusterWith(0, []);
  await expect(awaitPod(client, 'shop', API)).rejects.toThrow(
    'No pod of deployment/api runs in the namespace shop.',
  );
});

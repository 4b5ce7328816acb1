import { expect, test } from '@jest/globals';
import type { Application } from '../../src/owners/argo-cd.ts';
import { configFor, json, ScriptedServer } from '../systems/scripted-server.ts';

process.env.ROLLBACK_TEST_WAITS = JSON.stringify({ OWNER_ENDS_MS: 500, OWNER_HOLDS_MS: 100 });
const { KubeClient } = await import('../../src/systems/kubernetes/client.ts');
const { backByArgo } = await import('../../src/owners/argo-cd-back.ts');

test('a sync that Argo CD does not end, as where its controller is down, does not keep the workloads from going back', async () => {
  const application: Application = {
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
    metadata: { name: 'shop', namespace: 'argocd', uid: 'a', resourceVersion: '1' },
    spec: { project: 'default', syncPolicy: { automated: { enabled: false } } },
    operation: { sync: { revision: 'bad' } },
    status: { operationState: { phase: 'Running' } },
  };
  const server = await ScriptedServer.start(...Array(100).fill(json(application)));
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(20_000));

  const went = await backByArgo(
    {
      clusters: { client, argo: { client, namespace: 'argocd' } },
      log: { info() {}, warning() {}, error() {} } as never,
      ...{ id: '7-1', reason: 'test' },
    },
    {
      ...{ type: 'application', name: 'Argo CD application shop', application, words: '' },
      ...{ needsWindow: false, only: undefined, prune: false },
      version: { id: 1, revision: 'good', deployedAt: '2026-12-01T03:00:00Z' },
    },
  );

  client.close();
  await server.close();
  expect(went).toEqual({ direct: 'the sync that is under way does not end' });
  const patches = server.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
  expect(patches).toContainEqual({ status: { operationState: { phase: 'Terminating' } } });
  expect(JSON.stringify(patches)).not.toContain('good');
});

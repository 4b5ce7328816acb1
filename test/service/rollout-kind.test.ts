import { expect, test } from '@jest/globals';
import { abort, mergePatch } from '../../src/service/rollout-kind.ts';
import { connected } from '../support/kubernetes/connected.ts';
import { json, refuse } from '../systems/scripted-server.ts';
import { workload } from './fixtures.ts';

test('a patch that adds to the template adds to it', () => {
  const patch = { spec: { template: { metadata: { annotations: { a: 'b' } } } } };
  expect(mergePatch(workload(), patch)).toBe(patch);
});

test('a patch of a custom resource takes away what the older template does not have, and says nothing of what stays', () => {
  const container = { name: 'web', image: 'web:2', env: [{ name: 'A', value: '1' }] };
  const now = {
    metadata: { labels: { app: 'web', color: 'green' } },
    spec: { containers: [container], serviceAccountName: 'new', nodeSelector: { disk: 'ssd' } },
  };
  const then = {
    metadata: { labels: { app: 'web' }, annotations: { a: 'b' } },
    spec: { containers: [{ name: 'web', image: 'web:1' }], nodeSelector: { disk: 'ssd' } },
  };
  const patch = {
    metadata: { resourceVersion: '7' },
    spec: { template: { ...then, $patch: 'replace' }, paused: false },
  };

  expect(mergePatch(workload('Deployment', { template: now }), patch)).toEqual({
    metadata: { resourceVersion: '7' },
    spec: {
      paused: false,
      template: {
        metadata: { labels: { color: null }, annotations: { a: 'b' } },
        spec: { containers: [{ name: 'web', image: 'web:1' }], serviceAccountName: null },
      },
    },
  });
});

test('a Rollout that came to its end since it was looked at is not aborted, which takes its pods away (argo-rollouts#1292)', async () => {
  const underWay = workload('Rollout', { status: { stableRS: 'old', currentPodHash: 'new' } });
  const atItsEnd = workload('Rollout', { status: { stableRS: 'new', currentPodHash: 'new' } });
  const { server, client } = await connected(refuse(409, 'Conflict'), json(atItsEnd));
  await abort(client, underWay);
  client.close();
  await server.close();
  expect(server.requests.map(({ method, body }) => [method, body])).toEqual([
    ['PATCH', { metadata: { resourceVersion: '1' }, status: { abort: true } }],
    ['GET', undefined],
  ]);
});

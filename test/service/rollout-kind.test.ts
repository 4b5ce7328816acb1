import { expect, test } from '@jest/globals';
import { mergePatch } from '../../src/service/rollout-kind.ts';
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

import { describe, expect, test } from '@jest/globals';
import type { Cluster } from './cluster.ts';
import { configMap } from './manifests.ts';

const lease = {
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  metadata: { name: 'lock' },
  spec: { holderIdentity: 'me' },
};
const secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'web' },
  stringData: { password: 'hunter2' },
};

export function describeConfiguration(cluster: () => Cluster): void {
  describe('configuration and leases', () => {
    test('a lease is made by PUT, and changed only by who read it', async () => {
      await using namespace = await cluster().namespace();
      expect((await namespace.put('leases', 'lock', lease)).status).toBe(201);
      expect((await namespace.put('leases', 'lock', lease)).status).toBe(422);
    });

    test('an immutable ConfigMap stays as it is', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('configmaps', configMap('web', { immutable: true }));
      expect((await namespace.patch('configmaps', 'web', { data: { key: 'new' } })).status).toBe(422);
      expect((await namespace.patch('configmaps', 'web', { immutable: null })).status).toBe(422);
      expect((await namespace.patch('configmaps', 'web', { metadata: { labels: { a: 'b' } } })).status).toBe(
        200,
      );
    });

    test('a patch to what cannot be read is as invalid as the object', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('configmaps', configMap('web'));
      expect((await namespace.patch('configmaps', 'web', { data: { a: 1 } })).status).toBe(422);
      expect((await namespace.put('configmaps', 'web', configMap('web', { data: { a: 1 } }))).status).toBe(
        400,
      );
    });

    test('a secret is kept in base64, and keeps its type', async () => {
      await using namespace = await cluster().namespace();
      const created = await namespace.create('secrets', secret);
      expect(created).toMatchObject({ type: 'Opaque', data: { password: 'aHVudGVyMg==' } });
      expect(created).not.toHaveProperty('stringData');
      expect((await namespace.patch('secrets', 'web', { type: 'other' })).status).toBe(422);
      expect((await namespace.patch('secrets', 'web', { data: { password: 'no base64' } })).status).toBe(422);
    });
  });
}

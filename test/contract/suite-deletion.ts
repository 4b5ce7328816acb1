import { describe, expect, test } from '@jest/globals';
import { type Any, type Cluster, until } from './cluster.ts';
import { configMap, deployment, pod } from './manifests.ts';

export function describeDeletion(cluster: () => Cluster): void {
  describe('deletion', () => {
    test('an object goes, and a Status says so', async () => {
      await using namespace = await cluster().namespace();
      const { metadata } = await namespace.create('configmaps', configMap('web'));
      const { status, body } = await namespace.delete('configmaps', 'web');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        kind: 'Status',
        status: 'Success',
        details: { name: 'web', kind: 'configmaps', uid: metadata.uid },
      });
      expect((await namespace.delete('configmaps', 'web')).status).toBe(404);
    });

    test('preconditions guard it', async () => {
      await using namespace = await cluster().namespace();
      const { metadata } = await namespace.create('configmaps', configMap('web'));
      const { uid, resourceVersion } = metadata;
      for (const preconditions of [{ uid: 'another' }, { resourceVersion: '1' }]) {
        expect((await namespace.delete('configmaps', 'web', { preconditions })).status).toBe(409);
      }
      expect(
        (await namespace.delete('configmaps', 'web', { preconditions: { uid, resourceVersion } })).status,
      ).toBe(200);
    });

    test('a finalizer holds it', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('configmaps', configMap('web', {}, { finalizers: ['test/hold'] }));
      const { status, body } = await namespace.delete('configmaps', 'web');
      expect(status).toBe(200);
      expect(body.metadata.deletionTimestamp).toEqual(expect.any(String));
      const more = { metadata: { finalizers: ['test/hold', 'test/more'] } };
      expect((await namespace.patch('configmaps', 'web', more)).status).toBe(422);
      expect((await namespace.patch('configmaps', 'web', { metadata: { finalizers: null } })).status).toBe(
        200,
      );
      expect((await namespace.get('configmaps', 'web')).status).toBe(404);
    });

    test('what it owns goes with it', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ replicas: 2 }));
      await until('two pods', async () => (await namespace.list('pods')).length === 2);
      await namespace.delete('deployments', 'web');
      expect((await namespace.get('deployments', 'web')).status).toBe(404);
      await until('nothing is left', async () => {
        return (
          (await namespace.list('replicasets')).length === 0 && (await namespace.list('pods')).length === 0
        );
      });
    });

    test('in the foreground it goes last', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ replicas: 1 }));
      const [set] = await until('a replica set', async () => {
        const sets = await namespace.list('replicasets');
        return sets.length > 0 && sets;
      });
      await namespace.patch('replicasets', set.metadata.name, { metadata: { finalizers: ['test/hold'] } });
      await namespace.delete('deployments', 'web', { propagationPolicy: 'Foreground' });
      const { metadata } = await namespace.read('deployments', 'web');
      expect(metadata).toMatchObject({
        finalizers: ['foregroundDeletion'],
        deletionTimestamp: expect.any(String),
      });
      await until('its replica set is going', async () => {
        const { status, body } = await namespace.get('replicasets', set.metadata.name);
        return status === 200 && body.metadata.deletionTimestamp !== undefined && body.metadata.finalizers;
      });
      expect((await namespace.get('deployments', 'web')).status).toBe(200);
      await until('the hold is off', async () => {
        const patch = { metadata: { finalizers: null } };
        await namespace.patch('replicasets', set.metadata.name, patch);
        return (await namespace.get('replicasets', set.metadata.name)).status === 404;
      });
      await until('it is gone', async () => (await namespace.get('deployments', 'web')).status === 404);
    });

    test('orphans stay', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ replicas: 1 }));
      await until('a pod', async () => (await namespace.list('pods')).length === 1);
      await namespace.delete('deployments', 'web', { propagationPolicy: 'Orphan' });
      await until('it is gone', async () => (await namespace.get('deployments', 'web')).status === 404);
      const [set] = await namespace.list('replicasets');
      expect(set.metadata).not.toHaveProperty('ownerReferences');
      expect(await namespace.list('pods')).toHaveLength(1);
    });

    test('a selection of pods at once', async () => {
      await using namespace = await cluster().namespace();
      for (const [name, app] of [
        ['a', 'web'],
        ['b', 'web'],
        ['c', 'db'],
      ]) {
        await namespace.create('pods', pod({ name, labels: { app } }));
      }
      expect(
        (await cluster().send('DELETE', namespace.path('pods', '', 'labelSelector=app%3Dweb'))).status,
      ).toBe(200);
      await until('the other is left', async () => {
        const names = (await namespace.list('pods')).map(({ metadata }: Any) => metadata.name);
        return names.length === 1 && names[0] === 'c';
      });
    });

    test('a namespace takes all that is in it', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ replicas: 1 }));
      await namespace.create('configmaps', configMap('web', {}, { finalizers: ['test/hold'] }));
      await cluster().send('DELETE', `/api/v1/namespaces/${namespace.name}`);
      await until(
        'it is going',
        async () => (await namespace.get('configmaps', 'web')).body.metadata?.deletionTimestamp,
      );
      const refused = await namespace.post('configmaps', configMap('late'));
      expect(refused).toMatchObject({
        status: 403,
        body: { reason: 'Forbidden', details: { causes: [{ reason: 'NamespaceTerminating' }] } },
      });
      await namespace.patch('configmaps', 'web', { metadata: { finalizers: null } });
      await until(
        'it is gone',
        async () => (await cluster().get(`/api/v1/namespaces/${namespace.name}`)).status === 404,
      );
    });
  });
}

import { describe, expect, test } from '@jest/globals';
import { type Any, type Cluster, type Namespace, STRATEGIC, until } from './cluster.ts';
import { image, statefulSet } from './manifests.ts';

const isUpdated = ({ metadata, spec, status }: Any): boolean =>
  status.observedGeneration === metadata.generation &&
  status.updateRevision === status.currentRevision &&
  status.updatedReplicas === spec.replicas &&
  status.readyReplicas === spec.replicas &&
  status.availableReplicas === spec.replicas;

const setImage = (namespace: Namespace, name: string) =>
  namespace.patch('statefulsets', 'web', image(name), STRATEGIC);

async function images(namespace: Namespace): Promise<string[]> {
  const pods = await namespace.list('pods');
  return pods
    .map(({ metadata, spec }) => `${metadata.name} ${spec.containers[0].image.split(':')[1]}`)
    .sort();
}

async function revisions(namespace: Namespace): Promise<string[]> {
  const all = await namespace.list('controllerrevisions');
  return all
    .map(({ revision, data }) => `${revision} ${data.spec.template.spec.containers[0].image.split(':')[1]}`)
    .sort();
}

export function describeStatefulSets(cluster: () => Cluster): void {
  describe('stateful sets', () => {
    test('pods come one after another, and know who they are', async () => {
      await using namespace = await cluster().namespace();
      const { resourceVersion } = (await cluster().get(namespace.path('pods'))).body.metadata;
      const watch = await cluster().watch(namespace.path('pods', '', `resourceVersion=${resourceVersion}`));
      await namespace.create('statefulsets', statefulSet());
      const seen: string[] = [];
      while (seen.length < 6) {
        const { type, object } = await watch.next();
        const isReady = object.status.conditions?.some(
          (each: Any) => each.type === 'Ready' && each.status === 'True',
        );
        const what =
          type === 'ADDED' ? `new ${object.metadata.name}` : isReady && `ready ${object.metadata.name}`;
        if (what && !seen.includes(what)) seen.push(what);
      }
      watch.stop();
      expect(seen).toEqual([
        'new web-0',
        'ready web-0',
        'new web-1',
        'ready web-1',
        'new web-2',
        'ready web-2',
      ]);
      const { status } = await namespace.reaches('statefulsets', 'web', isUpdated);
      expect(status).toMatchObject({
        replicas: 3,
        currentReplicas: 3,
        updatedReplicas: 3,
        collisionCount: 0,
      });
      const pod = await namespace.read('pods', 'web-1');
      expect(pod.metadata.labels).toEqual({
        app: 'web',
        'controller-revision-hash': status.updateRevision,
        'statefulset.kubernetes.io/pod-name': 'web-1',
        'apps.kubernetes.io/pod-index': '1',
      });
      expect(pod.spec).toMatchObject({ hostname: 'web-1', subdomain: 'web' });
    });

    test('a revision holds the template as a patch that replaces', async () => {
      await using namespace = await cluster().namespace();
      const created = await namespace.create('statefulsets', statefulSet({ replicas: 1 }));
      const { status } = await namespace.reaches('statefulsets', 'web', isUpdated);
      const revision = await namespace.read('controllerrevisions', status.updateRevision);
      expect(revision).toMatchObject({ revision: 1, metadata: { labels: { app: 'web' } } });
      expect(revision.metadata.name).toBe(`web-${revision.metadata.labels['controller.kubernetes.io/hash']}`);
      expect(revision.metadata.ownerReferences).toMatchObject([
        { kind: 'StatefulSet', uid: created.metadata.uid, controller: true },
      ]);
      const { $patch, ...template } = revision.data.spec.template;
      expect($patch).toBe('replace');
      expect(template.spec).toEqual(created.spec.template.spec);
      expect(template.metadata.labels).toEqual(created.spec.template.metadata.labels);
      expect(
        (await namespace.patch('controllerrevisions', status.updateRevision, { data: { other: true } }))
          .status,
      ).toBe(422);
    });

    test('an update goes from the last to the first, and back under the old revision’s name', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('statefulsets', statefulSet());
      const first = await namespace.reaches('statefulsets', 'web', isUpdated);
      const { resourceVersion } = (await cluster().get(namespace.path('pods'))).body.metadata;
      const watch = await cluster().watch(namespace.path('pods', '', `resourceVersion=${resourceVersion}`));
      await setImage(namespace, 'registry.test/app:2.0');
      const deleted = new Set<string>();
      while (deleted.size < 3) {
        const { type, object } = await watch.next();
        if (type === 'DELETED') deleted.add(object.metadata.name);
      }
      watch.stop();
      expect([...deleted]).toEqual(['web-2', 'web-1', 'web-0']);
      await namespace.reaches('statefulsets', 'web', isUpdated);
      expect(await revisions(namespace)).toEqual(['1 1.0', '2 2.0']);
      await setImage(namespace, 'registry.test/app:1.0');
      const back = await namespace.reaches(
        'statefulsets',
        'web',
        (each) => isUpdated(each) && each.metadata.generation === 3,
      );
      expect(back.status.updateRevision).toBe(first.status.updateRevision);
      expect(await revisions(namespace)).toEqual(['2 2.0', '3 1.0']);
    });

    test('a pod that never gets ready blocks the way back until it is deleted', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('statefulsets', statefulSet());
      await namespace.reaches('statefulsets', 'web', isUpdated);
      await setImage(namespace, 'registry.test/app:bad-image');
      await until('the bad pod is there', async () => (await images(namespace)).includes('web-2 bad-image'));
      await setImage(namespace, 'registry.test/app:1.0');
      const stuck = await namespace.reaches(
        'statefulsets',
        'web',
        // The controller may have looked at the change before it saw the pod that it had made just then.
        ({ metadata, status }) => status.observedGeneration === metadata.generation && status.replicas === 3,
      );
      expect(stuck.status).toMatchObject({ replicas: 3, readyReplicas: 2, updatedReplicas: 2 });
      expect(await images(namespace)).toEqual(['web-0 1.0', 'web-1 1.0', 'web-2 bad-image']);
      await namespace.delete('pods', 'web-2');
      await namespace.reaches('statefulsets', 'web', isUpdated);
      expect(await images(namespace)).toEqual(['web-0 1.0', 'web-1 1.0', 'web-2 1.0']);
    });

    test('in parallel a bad pod is replaced by itself', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('statefulsets', statefulSet({ podManagementPolicy: 'Parallel' }));
      await namespace.reaches('statefulsets', 'web', isUpdated);
      await setImage(namespace, 'registry.test/app:bad-image');
      await until('the bad pod is there', async () => (await images(namespace)).includes('web-2 bad-image'));
      await setImage(namespace, 'registry.test/app:1.0');
      await namespace.reaches('statefulsets', 'web', isUpdated);
      expect(await images(namespace)).toEqual(['web-0 1.0', 'web-1 1.0', 'web-2 1.0']);
    });

    test('a partition keeps the lower pods', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create(
        'statefulsets',
        statefulSet({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } } }),
      );
      await namespace.reaches('statefulsets', 'web', isUpdated);
      await setImage(namespace, 'registry.test/app:2.0');
      const { status } = await namespace.reaches('statefulsets', 'web', (each) => {
        return (
          each.status.updatedReplicas === 1 &&
          each.status.readyReplicas === 3 &&
          each.status.observedGeneration === 2
        );
      });
      expect(status).toMatchObject({ currentReplicas: 2 });
      expect(status.currentRevision).not.toBe(status.updateRevision);
      expect(await images(namespace)).toEqual(['web-0 1.0', 'web-1 1.0', 'web-2 2.0']);
      await namespace.delete('pods', 'web-0');
      await namespace.reaches('statefulsets', 'web', (each) => each.status.readyReplicas < 3);
      await namespace.reaches('statefulsets', 'web', (each) => each.status.readyReplicas === 3);
      expect(await images(namespace)).toEqual(['web-0 1.0', 'web-1 1.0', 'web-2 2.0']);
    });

    test('OnDelete replaces what is deleted, and nothing else', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create(
        'statefulsets',
        statefulSet({ replicas: 2, updateStrategy: { type: 'OnDelete' } }),
      );
      await namespace.reaches('statefulsets', 'web', ({ status }) => status.readyReplicas === 2);
      await setImage(namespace, 'registry.test/app:2.0');
      await namespace.reaches('statefulsets', 'web', ({ status }) => status.observedGeneration === 2);
      await namespace.delete('pods', 'web-1');
      // kwok may delete the old pod twice, by its name: the second time it hits the successor, which is created again.
      const expected = 'web-0 1.0,web-1 2.0';
      await until('only the deleted one is new', async () => String(await images(namespace)) === expected);
    });

    test('it shrinks from the end', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('statefulsets', statefulSet());
      await namespace.reaches('statefulsets', 'web', isUpdated);
      await namespace.patch('statefulsets', 'web/scale', { spec: { replicas: 1 } });
      await namespace.reaches('statefulsets', 'web', (each) => isUpdated(each) && each.status.replicas === 1);
      expect(await images(namespace)).toEqual(['web-0 1.0']);
    });
  });
}

import { describe, expect, test } from '@jest/globals';
import { type Any, type Cluster, type Namespace, STRATEGIC, until } from './cluster.ts';
import { daemonSet, image, template } from './manifests.ts';

const isUpdated = ({ metadata, status }: Any): boolean =>
  status.observedGeneration === metadata.generation &&
  status.desiredNumberScheduled > 0 &&
  status.updatedNumberScheduled === status.desiredNumberScheduled &&
  status.numberAvailable === status.desiredNumberScheduled;

const isReady = ({ status }: Any): boolean =>
  status.conditions?.some((each: Any) => each.type === 'Ready' && each.status === 'True');

const setImage = (namespace: Namespace, name: string) =>
  namespace.patch('daemonsets', 'web', image(name), STRATEGIC);

export function describeDaemonSets(cluster: () => Cluster): void {
  describe('daemon sets', () => {
    test('a pod runs on every node', async () => {
      await using namespace = await cluster().namespace();
      const created = await namespace.create('daemonsets', daemonSet());
      expect(created.metadata.annotations).toEqual({ 'deprecated.daemonset.template.generation': '1' });
      const { status } = await namespace.reaches('daemonsets', 'web', isUpdated);
      const pods = await namespace.list('pods');
      const nodes = (await cluster().get('/api/v1/nodes')).body.items;
      expect(pods.map(({ spec }) => spec.nodeName).sort()).toEqual(
        nodes.map(({ metadata }: Any) => metadata.name),
      );
      expect(status).toEqual({
        currentNumberScheduled: nodes.length,
        desiredNumberScheduled: nodes.length,
        numberAvailable: nodes.length,
        numberMisscheduled: 0,
        numberReady: nodes.length,
        observedGeneration: 1,
        updatedNumberScheduled: nodes.length,
      });
      const [revision] = await namespace.list('controllerrevisions');
      const hash = revision.metadata.labels['controller-revision-hash'];
      expect(revision).toMatchObject({ revision: 1, metadata: { name: `web-${hash}` } });
      expect(revision.data.spec.template).toMatchObject({
        $patch: 'replace',
        spec: created.spec.template.spec,
      });
      for (const { metadata } of pods) {
        expect(metadata.labels).toEqual({
          app: 'web',
          'controller-revision-hash': hash,
          'pod-template-generation': '1',
        });
      }
    });

    test('an update and the way back', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('daemonsets', daemonSet());
      await namespace.reaches('daemonsets', 'web', isUpdated);
      await setImage(namespace, 'registry.test/app:2.0');
      const updated = await namespace.reaches(
        'daemonsets',
        'web',
        (each) => isUpdated(each) && each.metadata.generation === 2,
      );
      expect(updated.metadata.annotations['deprecated.daemonset.template.generation']).toBe('2');
      await setImage(namespace, 'registry.test/app:1.0');
      await namespace.reaches(
        'daemonsets',
        'web',
        (each) => isUpdated(each) && each.metadata.generation === 3,
      );
      const revisions = await namespace.list('controllerrevisions');
      const brief = revisions.map(({ revision, data }) => [
        revision,
        data.spec.template.spec.containers[0].image,
      ]);
      expect(brief.sort()).toEqual([
        [2, 'registry.test/app:2.0'],
        [3, 'registry.test/app:1.0'],
      ]);
    });

    test('a bad image stops at the first node, and the way back needs no help', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('daemonsets', daemonSet());
      await namespace.reaches('daemonsets', 'web', isUpdated);
      await setImage(namespace, 'registry.test/app:bad-image');
      const { status } = await namespace.reaches('daemonsets', 'web', (each) => {
        return each.status.observedGeneration === 2 && each.status.updatedNumberScheduled === 1;
      });
      expect(status).toMatchObject({ numberUnavailable: 1, numberReady: status.desiredNumberScheduled - 1 });
      await setImage(namespace, 'registry.test/app:1.0');
      await namespace.reaches(
        'daemonsets',
        'web',
        (each) => isUpdated(each) && each.metadata.generation === 3,
      );
    });

    test('OnDelete replaces what is deleted, and nothing else', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('daemonsets', daemonSet({ updateStrategy: { type: 'OnDelete' } }));
      await namespace.reaches('daemonsets', 'web', isUpdated);
      await setImage(namespace, 'registry.test/app:2.0');
      await namespace.reaches('daemonsets', 'web', ({ status }) => status.observedGeneration === 2);
      const [pod] = await namespace.list('pods');
      await namespace.delete('pods', pod.metadata.name);
      const { status } = await namespace.reaches('daemonsets', 'web', (each) => {
        return (
          each.status.updatedNumberScheduled === 1 &&
          each.status.numberReady === each.status.desiredNumberScheduled
        );
      });
      const { items } = (await cluster().get('/api/v1/nodes')).body;
      expect(status.desiredNumberScheduled).toBe(items.length);
    });

    test('with surge the old pod ends when the new one is available', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create(
        'daemonsets',
        daemonSet({ updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }),
      );
      const before = await namespace.reaches('daemonsets', 'web', isUpdated);
      const query = `resourceVersion=${before.metadata.resourceVersion}`;
      const watch = await cluster().watch(namespace.path('pods', '', query));
      await setImage(namespace, 'registry.test/app:2.0');
      const replaced = new Set<string>();
      const ended: string[] = [];
      while (ended.length < before.status.desiredNumberScheduled) {
        const { type, object } = await watch.next();
        const { nodeName, containers } = object.spec;
        const isNew = containers[0].image === 'registry.test/app:2.0';
        if (isNew && isReady(object)) replaced.add(nodeName);
        if (!isNew && object.metadata.deletionTimestamp) expect(replaced).toContain(nodeName);
        if (type === 'DELETED') ended.push(nodeName);
      }
      watch.stop();
      await namespace.reaches('daemonsets', 'web', isUpdated);
    });

    test('it runs on the nodes that it selects', async () => {
      await using namespace = await cluster().namespace();
      const [node] = (await cluster().get('/api/v1/nodes')).body.items;
      const nodeSelector = { 'kubernetes.io/hostname': node.metadata.labels['kubernetes.io/hostname'] };
      await namespace.create(
        'daemonsets',
        daemonSet({ template: template('registry.test/app:1.0', { nodeSelector }) }),
      );
      await namespace.reaches(
        'daemonsets',
        'web',
        (each) => isUpdated(each) && each.status.desiredNumberScheduled === 1,
      );
      const patch = { spec: { template: { spec: { nodeSelector: { 'test/nowhere': 'true' } } } } };
      await namespace.patch('daemonsets', 'web', patch);
      await until('no pod is left', async () => (await namespace.list('pods')).length === 0);
    });
  });
}

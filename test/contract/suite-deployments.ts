import { describe, expect, test } from '@jest/globals';
import { type Any, type Cluster, type Namespace, STRATEGIC, until } from './cluster.ts';
import { deployment, image, template } from './manifests.ts';

export const REVISION = 'deployment.kubernetes.io/revision';

const condition = ({ status }: Any, type: string) =>
  status.conditions?.find((each: Any) => each.type === type);

export const isRolledOut = ({ metadata, spec, status }: Any): boolean =>
  status.observedGeneration === metadata.generation &&
  (status.updatedReplicas ?? 0) === spec.replicas &&
  (status.replicas ?? 0) === spec.replicas &&
  (status.availableReplicas ?? 0) === spec.replicas;

async function setImage(namespace: Namespace, name: string): Promise<Any> {
  await namespace.patch('deployments', 'web', image(name), STRATEGIC);
  return namespace.reaches('deployments', 'web', isRolledOut);
}

async function revisions(namespace: Namespace): Promise<Record<string, string>> {
  const sets = await namespace.list('replicasets');
  return Object.fromEntries(
    sets.map(({ metadata, spec }) => [
      metadata.annotations[REVISION],
      spec.template.spec.containers[0].image,
    ]),
  );
}

export function describeDeployments(cluster: () => Cluster): void {
  describe('deployments', () => {
    test('a new one makes a ReplicaSet and its pods', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create(
        'deployments',
        deployment({ replicas: 2 }, { annotations: { 'test/note': 'kept' } }),
      );
      const object = await namespace.reaches(
        'deployments',
        'web',
        (each) => condition(each, 'Progressing')?.reason === 'NewReplicaSetAvailable',
      );
      expect(object.metadata.annotations[REVISION]).toBe('1');
      expect(object.status).toMatchObject({
        observedGeneration: 1,
        replicas: 2,
        updatedReplicas: 2,
        readyReplicas: 2,
        availableReplicas: 2,
      });
      expect(object.status).not.toHaveProperty('unavailableReplicas');
      expect(condition(object, 'Available')).toMatchObject({
        status: 'True',
        reason: 'MinimumReplicasAvailable',
      });
      const [set] = await namespace.list('replicasets');
      const hash = set.metadata.labels['pod-template-hash'];
      expect(hash).toMatch(/^[b-df-hj-np-tv-xz2-9]+$/);
      expect(set).toMatchObject({
        metadata: {
          name: `web-${hash}`,
          labels: { app: 'web' },
          annotations: {
            [REVISION]: '1',
            'deployment.kubernetes.io/desired-replicas': '2',
            'deployment.kubernetes.io/max-replicas': '3',
            'test/note': 'kept',
          },
          ownerReferences: [
            {
              apiVersion: 'apps/v1',
              kind: 'Deployment',
              name: 'web',
              uid: object.metadata.uid,
              controller: true,
              blockOwnerDeletion: true,
            },
          ],
        },
        spec: { replicas: 2, selector: { matchLabels: { app: 'web', 'pod-template-hash': hash } } },
        status: {
          replicas: 2,
          fullyLabeledReplicas: 2,
          readyReplicas: 2,
          availableReplicas: 2,
          observedGeneration: 1,
        },
      });
      const pods = await namespace.list('pods');
      expect(pods).toHaveLength(2);
      for (const { metadata } of pods) {
        expect(metadata).toMatchObject({
          generateName: `web-${hash}-`,
          labels: { app: 'web', 'pod-template-hash': hash },
        });
        expect(metadata.ownerReferences).toMatchObject([
          { kind: 'ReplicaSet', uid: set.metadata.uid, controller: true },
        ]);
      }
    });

    test('a template that comes back takes its ReplicaSet to the newest revision', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create(
        'deployments',
        deployment({}, { annotations: { 'kubernetes.io/change-cause': 'one' } }),
      );
      await namespace.reaches('deployments', 'web', isRolledOut);
      const annotations = {
        'kubernetes.io/change-cause': 'two',
        'kubectl.kubernetes.io/last-applied-configuration': '{}',
      };
      await namespace.patch('deployments', 'web', { metadata: { annotations } });
      const second = await setImage(namespace, 'registry.test/app:2.0');
      expect(await revisions(namespace)).toEqual({ 1: 'registry.test/app:1.0', 2: 'registry.test/app:2.0' });
      const sets = await namespace.list('replicasets');
      const newest = sets.find(({ metadata }) => metadata.annotations[REVISION] === '2');
      expect(newest.metadata.annotations['kubernetes.io/change-cause']).toBe('two');
      expect(newest.metadata.annotations).not.toHaveProperty([
        'kubectl.kubernetes.io/last-applied-configuration',
      ]);
      expect(second.metadata.annotations[REVISION]).toBe('2');

      // As `kubectl rollout undo` does it, without the hash.
      const first = sets.find(({ metadata }) => metadata.annotations[REVISION] === '1');
      const back = first.spec.template;
      delete back.metadata.labels['pod-template-hash'];
      const patch = [{ op: 'replace', path: '/spec/template', value: back }];
      await cluster().send('PATCH', namespace.path('deployments', 'web'), patch, {
        'content-type': 'application/json-patch+json',
      });
      const third = await namespace.reaches(
        'deployments',
        'web',
        (each) => isRolledOut(each) && each.metadata.annotations[REVISION] === '3',
      );
      expect(third.metadata.generation).toBe(4);
      expect(await revisions(namespace)).toEqual({ 2: 'registry.test/app:2.0', 3: 'registry.test/app:1.0' });
      const reused = await namespace.read('replicasets', first.metadata.name);
      expect(reused.metadata.annotations['deployment.kubernetes.io/revision-history']).toBe('1');
    });

    test('a rollout keeps to its surge and its unavailability', async () => {
      await using namespace = await cluster().namespace();
      const strategy = { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
      await namespace.create('deployments', deployment({ replicas: 3, strategy }));
      await namespace.reaches('deployments', 'web', isRolledOut);
      const { items, metadata } = (await cluster().get(namespace.path('replicasets'))).body;
      const sets = new Map<string, Any>(items.map((set: Any) => [set.metadata.name, set]));
      const sum = (count: (set: Any) => number | undefined) =>
        [...sets.values()].reduce((total, set) => total + (count(set) ?? 0), 0);
      const query = `resourceVersion=${metadata.resourceVersion}`;
      const watch = await cluster().watch(namespace.path('replicasets', '', query));
      await namespace.patch('deployments', 'web', image('registry.test/app:2.0'), STRATEGIC);
      let most = 0;
      let least = 3;
      // The ReplicaSets, because the Deployment's own numbers come from states that did not hold at one time.
      while (sets.size < 2 || sets.get(items[0].metadata.name).status.replicas > 0) {
        const { object } = await watch.next();
        sets.set(object.metadata.name, object);
        most = Math.max(
          most,
          sum(({ spec }) => spec.replicas),
        );
        least = Math.min(
          least,
          sum(({ status }) => status.availableReplicas),
        );
      }
      watch.stop();
      expect({ most, least }).toEqual({ most: 4, least: 3 });
    });

    test('Recreate ends all old pods first', async () => {
      await using namespace = await cluster().namespace();
      const metadata = { labels: { app: 'web' }, annotations: { 'test/terminate-after': '1s' } };
      const slow = { ...template(), metadata };
      await namespace.create(
        'deployments',
        deployment({ replicas: 2, strategy: { type: 'Recreate' }, template: slow }),
      );
      await namespace.reaches('deployments', 'web', isRolledOut);
      const { resourceVersion } = (await cluster().get(namespace.path('pods'))).body.metadata;
      const watch = await cluster().watch(namespace.path('pods', '', `resourceVersion=${resourceVersion}`));
      await namespace.patch('deployments', 'web', image('registry.test/app:2.0'), STRATEGIC);
      // A pod that has ended counts as gone, though it may still be listed for a moment.
      const ended = new Set<string>();
      for (let made = 0; made < 2; ) {
        const { type, object } = await watch.next();
        if (type === 'ADDED') {
          made++;
          expect(ended.size).toBe(2);
        } else if (type === 'DELETED' || ['Succeeded', 'Failed'].includes(object.status.phase)) {
          ended.add(object.metadata.name);
        }
      }
      watch.stop();
      await namespace.reaches('deployments', 'web', isRolledOut);
    });

    test('old revisions are forgotten beyond the limit', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ revisionHistoryLimit: 1 }));
      await namespace.reaches('deployments', 'web', isRolledOut);
      for (const version of ['2.0', '3.0']) await setImage(namespace, `registry.test/app:${version}`);
      await until('two revisions are left', async () => {
        return Object.keys(await revisions(namespace)).join() === '2,3';
      });
    });

    test('scaling is no new revision', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ replicas: 1 }));
      await namespace.reaches('deployments', 'web', isRolledOut);
      await namespace.patch('deployments', 'web/scale', { spec: { replicas: 3 } });
      await namespace.reaches(
        'deployments',
        'web',
        (each) => isRolledOut(each) && each.status.replicas === 3,
      );
      const [set, ...more] = await namespace.list('replicasets');
      expect(more).toEqual([]);
      expect(set.metadata.annotations).toMatchObject({
        [REVISION]: '1',
        'deployment.kubernetes.io/desired-replicas': '3',
        'deployment.kubernetes.io/max-replicas': '4',
      });
    });

    test('a pod that is deleted is replaced', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment());
      await namespace.reaches('deployments', 'web', isRolledOut);
      const [{ metadata }] = (await namespace.list('pods')) as [Any];
      await namespace.delete('pods', metadata.name);
      await until('another pod is ready', async () => {
        const pods = await namespace.list('pods');
        return pods.length === 1 && pods[0].metadata.uid !== metadata.uid;
      });
      await namespace.reaches('deployments', 'web', isRolledOut);
    });
  });
}

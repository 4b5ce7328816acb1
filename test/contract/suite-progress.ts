import { describe, expect, test } from '@jest/globals';
import { type Any, type Cluster, STRATEGIC, until } from './cluster.ts';
import { deployment, image } from './manifests.ts';
import { isRolledOut, REVISION } from './suite-deployments.ts';

const condition = ({ status }: Any, type: string) =>
  status.conditions?.find((each: Any) => each.type === type);

export function describeProgress(cluster: () => Cluster, readyMs: () => number): void {
  describe('the progress of deployments', () => {
    test('a bad image leaves the old pods, and the deadline is noted', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ replicas: 2, progressDeadlineSeconds: 2 }));
      await namespace.reaches('deployments', 'web', isRolledOut);
      await namespace.patch('deployments', 'web', image('registry.test/app:bad-image'), STRATEGIC);
      const late = await namespace.reaches(
        'deployments',
        'web',
        (each) => condition(each, 'Progressing')?.status === 'False',
      );
      const [set] = (await namespace.list('replicasets')).filter(
        ({ metadata }) => metadata.annotations[REVISION] === '2',
      );
      expect(condition(late, 'Progressing')).toMatchObject({
        reason: 'ProgressDeadlineExceeded',
        message: `ReplicaSet "${set.metadata.name}" has timed out progressing.`,
      });
      expect(late.status).toMatchObject({
        availableReplicas: 2,
        replicas: 3,
        updatedReplicas: 1,
        unavailableReplicas: 1,
      });
    });

    test('one that is paused rolls nothing out', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment());
      await namespace.reaches('deployments', 'web', isRolledOut);
      await namespace.patch('deployments', 'web', { spec: { paused: true } });
      await namespace.patch('deployments', 'web', image('registry.test/app:2.0'), STRATEGIC);
      const paused = await namespace.reaches(
        'deployments',
        'web',
        ({ status, metadata }) => status.observedGeneration === metadata.generation,
      );
      expect(condition(paused, 'Progressing')).toMatchObject({
        status: 'Unknown',
        reason: 'DeploymentPaused',
      });
      expect(await namespace.list('replicasets')).toHaveLength(1);
      await namespace.patch('deployments', 'web', { spec: { replicas: 2 } });
      await namespace.reaches('deployments', 'web', ({ status }) => status.availableReplicas === 2);
      await namespace.patch('deployments', 'web', { spec: { paused: false } });
      await namespace.reaches(
        'deployments',
        'web',
        (each) => isRolledOut(each) && each.metadata.annotations[REVISION] === '2',
      );
    });

    test('ready is not yet available', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ minReadySeconds: 2 }));
      const ready = await namespace.reaches('deployments', 'web', ({ status }) => status.readyReplicas === 1);
      expect(ready.status).toMatchObject({ unavailableReplicas: 1 });
      expect(ready.status).not.toHaveProperty('availableReplicas');
      await namespace.reaches('deployments', 'web', isRolledOut);
    });

    test('a quota is told by the conditions and by an event', async () => {
      await using namespace = await cluster().namespace();
      const quota = {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'few' },
        spec: { hard: { pods: '1' } },
      };
      await namespace.create('resourcequotas', quota);
      await namespace.reaches('resourcequotas', 'few', ({ status }) => status?.used?.pods === '0');
      await namespace.create('deployments', deployment({ replicas: 2 }));
      const object = await namespace.reaches('deployments', 'web', (each) =>
        condition(each, 'ReplicaFailure'),
      );
      const exceeded =
        /^pods "web-[a-z0-9]+-[a-z0-9]{5}" is forbidden: exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1$/;
      expect(condition(object, 'ReplicaFailure')).toMatchObject({
        status: 'True',
        reason: 'FailedCreate',
        message: expect.stringMatching(exceeded),
      });
      const events = await until('an event', async () => {
        const found = await namespace.list(
          'events',
          'fieldSelector=reason%3DFailedCreate,involvedObject.kind%3DReplicaSet',
        );
        return found.length > 0 && found;
      });
      expect(events[0]).toMatchObject({
        type: 'Warning',
        message: expect.stringMatching(/^Error creating: pods "web-.*exceeded quota: few/),
      });
      await namespace.delete('resourcequotas', 'few');
      const done = await namespace.reaches('deployments', 'web', isRolledOut);
      expect(condition(done, 'ReplicaFailure')).toBeUndefined();
    });

    test('scaling in the middle of a rollout is shared out', async () => {
      await using namespace = await cluster().namespace();
      const strategy = { rollingUpdate: { maxSurge: 2, maxUnavailable: 0 } };
      await namespace.create('deployments', deployment({ replicas: 6, strategy }));
      await namespace.reaches('deployments', 'web', isRolledOut);
      await namespace.patch('deployments', 'web', image('registry.test/app:bad-image'), STRATEGIC);
      await namespace.reaches('deployments', 'web', ({ status }) => status.updatedReplicas === 2);
      await namespace.patch('deployments', 'web', { spec: { replicas: 12 } });
      await namespace.reaches('deployments', 'web', ({ status }) => status.replicas === 14);
      const sizes = (await namespace.list('replicasets')).map(({ spec }) => spec.replicas);
      expect(sizes.sort((a, b) => a - b)).toEqual([3, 11]);
    });

    test('a pod takes its time to get ready', async () => {
      await using namespace = await cluster().namespace();
      const started = performance.now();
      await namespace.create('deployments', deployment());
      await namespace.reaches('deployments', 'web', isRolledOut);
      expect(performance.now() - started).toBeGreaterThanOrEqual(readyMs());
    });
  });
}

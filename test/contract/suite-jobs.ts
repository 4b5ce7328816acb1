import { describe, expect, test } from '@jest/globals';
import { type Any, type Cluster, type Namespace, until } from './cluster.ts';

/** A Job whose pod no node takes, so that the test itself says how that ends. */
function job(spec: object = {}, pod: object = {}): Any {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'down', labels: { of: 'test' } },
    spec: {
      backoffLimit: 0,
      template: {
        metadata: { labels: { of: 'test' } },
        spec: {
          restartPolicy: 'Never',
          nodeSelector: { 'kubernetes.io/hostname': 'nowhere' },
          containers: [{ name: 'app', image: 'registry.test/app:1.0', command: ['down'] }],
          ...pod,
        },
      },
      ...spec,
    },
  };
}

const podOf = (namespace: Namespace): Promise<Any> =>
  until('its pod is there', async () => (await namespace.list('pods'))[0]);

/** Says of a pod what its kubelet would. */
async function ends(namespace: Namespace, phase: 'Succeeded' | 'Failed'): Promise<void> {
  const { metadata } = await podOf(namespace);
  const { status, body } = await namespace.patch('pods', `${metadata.name}/status`, { status: { phase } });
  if (status !== 200) throw new Error(`the pod's status was refused: ${JSON.stringify(body)}`);
}

const conditionsOf = ({ status }: Any): string[] =>
  (status.conditions ?? []).map(
    ({ type, status, reason, message }: Any) => `${type} ${status} ${reason}: ${message}`,
  );
const hasEnded = (object: Any) =>
  (object.status.conditions ?? []).some(({ type }: Any) => ['Complete', 'Failed'].includes(type));

export function describeJobs(cluster: () => Cluster): void {
  describe('jobs', () => {
    test('one gets its defaults, a selector and a pod that is its own', async () => {
      await using namespace = await cluster().namespace();
      const { metadata, spec } = await namespace.create('jobs', job());
      expect(spec).toMatchObject({
        ...{ backoffLimit: 0, completions: 1, parallelism: 1, completionMode: 'NonIndexed', suspend: false },
        selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': metadata.uid } },
      });
      const labels = {
        ...{ of: 'test', 'job-name': 'down', 'batch.kubernetes.io/job-name': 'down' },
        ...{ 'controller-uid': metadata.uid, 'batch.kubernetes.io/controller-uid': metadata.uid },
      };
      expect(spec.template.metadata.labels).toEqual(labels);
      const pod = await podOf(namespace);
      expect(pod.metadata).toMatchObject({
        name: expect.stringMatching(/^down-\w{5}$/),
        labels,
        ownerReferences: [{ kind: 'Job', name: 'down', uid: metadata.uid, controller: true }],
      });
      const { status } = await namespace.reaches('jobs', 'down', ({ status }) => status.active === 1);
      expect(status).toMatchObject({ active: 1, startTime: expect.any(String) });
      expect(status).not.toHaveProperty('conditions');
    });

    test('one that may start its containers again and again is refused', async () => {
      await using namespace = await cluster().namespace();
      const { status, body } = await namespace.post('jobs', job({}, { restartPolicy: 'Always' }));
      expect(status).toBe(422);
      expect(body.message).toContain(
        'spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
      );
    });

    test('a dry run answers with it and leaves nothing', async () => {
      await using namespace = await cluster().namespace();
      const { status, body } = await namespace.post('jobs', job(), 'dryRun=All');
      expect(status).toBe(201);
      expect(body.metadata.name).toBe('down');
      expect(await namespace.list('jobs')).toEqual([]);
    });

    test('its name is taken as long as it is there', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('jobs', job());
      expect((await namespace.post('jobs', job())).status).toBe(409);
    });

    test('one whose pod ended well is complete', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('jobs', job());
      await ends(namespace, 'Succeeded');
      const ended = await namespace.reaches('jobs', 'down', hasEnded);
      expect(conditionsOf(ended)).toEqual([
        'SuccessCriteriaMet True CompletionsReached: Reached expected number of succeeded pods',
        'Complete True CompletionsReached: Reached expected number of succeeded pods',
      ]);
      expect(ended.status).toMatchObject({ succeeded: 1 });
      expect(ended.status.active ?? 0).toBe(0);
    });

    test('one whose pod failed has failed at once without a back-off limit, and its pod stays to be looked at', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('jobs', job());
      await ends(namespace, 'Failed');
      const ended = await namespace.reaches('jobs', 'down', hasEnded);
      expect(conditionsOf(ended)).toEqual([
        'FailureTarget True BackoffLimitExceeded: Job has reached the specified backoff limit',
        'Failed True BackoffLimitExceeded: Job has reached the specified backoff limit',
      ]);
      expect(ended.status).toMatchObject({ failed: 1 });
      expect(await namespace.list('pods')).toHaveLength(1);
    });

    test('one that is not done at its deadline has failed, and its pod is gone', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('jobs', job({ activeDeadlineSeconds: 1 }));
      const ended = await namespace.reaches('jobs', 'down', hasEnded);
      expect(conditionsOf(ended)).toEqual([
        'FailureTarget True DeadlineExceeded: Job was active longer than specified deadline',
        'Failed True DeadlineExceeded: Job was active longer than specified deadline',
      ]);
      await until('its pod is gone', async () => (await namespace.list('pods')).length === 0);
    });

    test('one that is deleted in the background takes its pod with it', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('jobs', job());
      await podOf(namespace);
      const options = { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Background' };
      expect((await namespace.delete('jobs', 'down', options)).status).toBe(200);
      await until('both are gone', async () => {
        const left = [...(await namespace.list('jobs')), ...(await namespace.list('pods'))];
        return left.length === 0;
      });
    });
  });
}

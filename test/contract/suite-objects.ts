import { describe, expect, test } from '@jest/globals';
import type { Cluster } from './cluster.ts';
import { configMap, daemonSet, deployment, statefulSet, template } from './manifests.ts';

export function describeObjects(cluster: () => Cluster): void {
  describe('objects', () => {
    test('a new one gets its identity, and no status from its maker', async () => {
      await using namespace = await cluster().namespace();
      const { status, body } = await namespace.post('deployments', {
        ...deployment(),
        status: { replicas: 7 },
      });
      expect(status).toBe(201);
      expect(body.metadata).toMatchObject({ name: 'web', namespace: namespace.name, generation: 1 });
      expect(body.metadata.uid).toMatch(/^[0-9a-f-]{36}$/);
      expect(body.metadata.creationTimestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(body.status).toEqual({});
      const again = await namespace.post('deployments', deployment());
      expect(again).toMatchObject({
        status: 409,
        body: { reason: 'AlreadyExists', message: 'deployments.apps "web" already exists' },
      });
    });

    test('a name is made from a prefix', async () => {
      await using namespace = await cluster().namespace();
      const { body } = await namespace.post('configmaps', {
        ...configMap(''),
        metadata: { generateName: 'web-' },
      });
      expect(body.metadata.name).toMatch(/^web-[a-z0-9]{5}$/);
    });

    test('nothing is made in a namespace that is not there', async () => {
      const { status, body } = await cluster().send(
        'POST',
        '/api/v1/namespaces/nowhere-at-all/configmaps',
        configMap('a'),
      );
      expect(status).toBe(404);
      expect(body.message).toBe('namespaces "nowhere-at-all" not found');
    });

    test.each([
      ['a name with capitals', configMap('Web'), 422],
      ['a label value with a blank', configMap('web', {}, { labels: { a: 'b c' } }), 422],
      ['a label that is not a text', configMap('web', {}, { labels: { a: 1 } }), 400],
      ['a key with a slash', configMap('web', { data: { 'a/b': 'c' } }), 422],
      ['a value that is not a text', configMap('web', { data: { a: 1 } }), 400],
      ['a resourceVersion', configMap('web', {}, { resourceVersion: '1' }), 500],
      ['another namespace', configMap('web', {}, { namespace: 'elsewhere' }), 400],
      ['another kind', { ...configMap('web'), kind: 'Secret' }, 400],
    ])('%s is refused', async (_what, object, expected) => {
      await using namespace = await cluster().namespace();
      expect((await namespace.post('configmaps', object)).status).toBe(expected);
    });

    test.each([
      ['a template without the labels', deployment({ template: { ...template(), metadata: {} } })],
      ['no containers', deployment({ template: { ...template(), spec: { containers: [] } } })],
      ['no selector', deployment({ selector: undefined })],
      ['negative replicas', deployment({ replicas: -1 })],
      [
        'two containers of one name',
        deployment({
          template: template('a', {
            containers: [
              { name: 'a', image: 'a' },
              { name: 'a', image: 'b' },
            ],
          }),
        }),
      ],
      [
        'a mount without a volume',
        deployment({
          template: template('a', {
            containers: [{ name: 'a', image: 'a', volumeMounts: [{ name: 'x', mountPath: '/x' }] }],
          }),
        }),
      ],
      [
        'a rollout that cannot go',
        deployment({ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } }),
      ],
      [
        'Recreate with numbers',
        deployment({ strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } }),
      ],
      ['a deadline before it is ready', deployment({ minReadySeconds: 5, progressDeadlineSeconds: 5 })],
      ['an unknown strategy', deployment({ strategy: { type: 'Canary' } })],
      [
        'a policy that pods of it cannot have',
        deployment({ template: template('a', { restartPolicy: 'Never' }) }),
      ],
    ])('a Deployment with %s is refused', async (_what, object) => {
      await using namespace = await cluster().namespace();
      const { status, body } = await namespace.post('deployments', object);
      expect(status).toBe(422);
      expect(body.reason).toBe('Invalid');
    });

    test('what a user left out is filled in', async () => {
      await using namespace = await cluster().namespace();
      const { spec } = await namespace.create('deployments', deployment({ replicas: undefined }));
      expect(spec).toMatchObject({
        replicas: 1,
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      });
      expect(spec.template.spec).toEqual({
        containers: [
          {
            name: 'app',
            image: 'registry.test/app:1.0',
            imagePullPolicy: 'IfNotPresent',
            resources: {},
            terminationMessagePath: '/dev/termination-log',
            terminationMessagePolicy: 'File',
          },
        ],
        restartPolicy: 'Always',
        dnsPolicy: 'ClusterFirst',
        schedulerName: 'default-scheduler',
        securityContext: {},
        terminationGracePeriodSeconds: 30,
      });
      const set = (await namespace.create('statefulsets', statefulSet({ replicas: 0 }))).spec;
      expect(set).toMatchObject({ podManagementPolicy: 'OrderedReady', revisionHistoryLimit: 10 });
      expect(set.updateStrategy).toMatchObject({ type: 'RollingUpdate', rollingUpdate: { partition: 0 } });
      const daemon = (await namespace.create('daemonsets', daemonSet())).spec;
      expect(daemon).toMatchObject({
        revisionHistoryLimit: 10,
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      });
    });

    test('a PUT needs the name and the newest version', async () => {
      await using namespace = await cluster().namespace();
      const before = await namespace.create('configmaps', configMap('web'));
      expect((await namespace.put('configmaps', 'other', before)).status).toBe(400);
      const after = await namespace.put('configmaps', 'web', { ...before, data: { key: 'new' } });
      expect(after).toMatchObject({ status: 200, body: { data: { key: 'new' } } });
      const stale = await namespace.put('configmaps', 'web', { ...before, data: { key: 'stale' } });
      expect(stale).toMatchObject({
        status: 409,
        body: {
          reason: 'Conflict',
          message:
            'Operation cannot be fulfilled on configmaps "web": the object has been modified; please apply your changes to the latest version and try again',
        },
      });
      expect(
        (await namespace.put('configmaps', 'web', configMap('web', { data: { key: 'forced' } }))).status,
      ).toBe(200);
      expect((await namespace.put('configmaps', 'none', configMap('none'))).status).toBe(404);
    });

    test('what changes nothing is no new version', async () => {
      await using namespace = await cluster().namespace();
      const before = await namespace.create('configmaps', configMap('web'));
      const { body } = await namespace.put('configmaps', 'web', configMap('web'));
      expect(body.metadata.resourceVersion).toBe(before.metadata.resourceVersion);
      expect(
        (await namespace.patch('configmaps', 'web', { data: { key: 'value' } })).body.metadata
          .resourceVersion,
      ).toBe(before.metadata.resourceVersion);
    });

    test('the generation counts what is asked for', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('statefulsets', statefulSet({ replicas: 0 }));
      const generation = async (patch: object) =>
        (await namespace.patch('statefulsets', 'web', patch)).body.metadata.generation;
      expect(await generation({ metadata: { labels: { a: 'b' }, annotations: { a: 'b' } } })).toBe(1);
      expect(await generation({ spec: { minReadySeconds: 1 } })).toBe(2);
      await namespace.create('deployments', deployment({ replicas: 0, paused: true }));
      const of = async (patch: object) =>
        (await namespace.patch('deployments', 'web', patch)).body.metadata.generation;
      expect(await of({ metadata: { labels: { a: 'b' } } })).toBe(1);
      expect(await of({ metadata: { annotations: { a: 'b' } } })).toBe(2);
    });

    test('status and spec are changed at their own paths', async () => {
      await using namespace = await cluster().namespace();
      const quota = {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'quota' },
        spec: { hard: { pods: '4' } },
      };
      await namespace.create('resourcequotas', quota);
      await namespace.reaches('resourcequotas', 'quota', ({ status }) => status?.used?.pods === '0');
      const main = await namespace.patch('resourcequotas', 'quota', { status: { used: { pods: '3' } } });
      expect(main.body.status.used).toEqual({ pods: '0' });
      const patch = { spec: { hard: { pods: '9' } }, status: { used: { pods: '3' } } };
      const status = await namespace.patch('resourcequotas', 'quota/status', patch);
      expect(status.body).toMatchObject({ spec: { hard: { pods: '4' } }, status: { used: { pods: '3' } } });
    });

    test('selectors stay', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ replicas: 0 }));
      const change = {
        spec: { selector: { matchLabels: { b: 'c' } }, template: { metadata: { labels: { b: 'c' } } } },
      };
      expect((await namespace.patch('deployments', 'web', change)).status).toBe(422);
      await namespace.create('statefulsets', statefulSet({ replicas: 0 }));
      expect((await namespace.patch('statefulsets', 'web', { spec: { serviceName: 'other' } })).status).toBe(
        422,
      );
    });

    test('a dry run checks all and stores nothing', async () => {
      await using namespace = await cluster().namespace();
      expect((await namespace.post('configmaps', configMap('web'), 'dryRun=All')).status).toBe(201);
      expect((await namespace.get('configmaps', 'web')).status).toBe(404);
      expect((await namespace.post('configmaps', configMap('Web'), 'dryRun=All')).status).toBe(422);
      await namespace.create('configmaps', configMap('web'));
      const { body } = await namespace.put(
        'configmaps',
        'web',
        configMap('web', { data: { a: 'b' } }),
        'dryRun=All',
      );
      expect(body.data).toEqual({ a: 'b' });
      expect((await namespace.read('configmaps', 'web')).data).toEqual({ key: 'value' });
    });

    test('the scale is a view of the replicas', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ paused: true }));
      // Until nobody else writes it.
      await namespace.reaches('deployments', 'web', ({ status }) => status.observedGeneration === 1);
      const { body } = await namespace.get('deployments', 'web/scale');
      expect(body).toMatchObject({
        kind: 'Scale',
        apiVersion: 'autoscaling/v1',
        spec: { replicas: 1 },
        status: { selector: 'app=web' },
      });
      expect(
        (await namespace.put('deployments', 'web/scale', { ...body, spec: { replicas: 0 } })).body.spec,
      ).toEqual({});
      expect((await namespace.read('deployments', 'web')).spec.replicas).toBe(0);
      expect((await namespace.patch('deployments', 'web/scale', { spec: { replicas: 2 } })).status).toBe(200);
      expect(
        (await namespace.put('deployments', 'web/scale', { ...body, spec: { replicas: 5 } })).status,
      ).toBe(409);
      expect((await namespace.read('deployments', 'web')).spec.replicas).toBe(2);
    });
  });
}

import { describe, expect, test } from '@jest/globals';
import { type Any, type Cluster, JSON_PATCH, MERGE, STRATEGIC } from './cluster.ts';
import { configMap, deployment, template } from './manifests.ts';

/** A template with a list of each sort, and what a strategic merge makes of it. */
const full = () =>
  template('registry.test/app:1.0', {
    containers: [
      {
        name: 'app',
        image: 'registry.test/app:1.0',
        args: ['a', 'b'],
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: '2' },
        ],
        ports: [{ containerPort: 80 }],
        volumeMounts: [{ name: 'data', mountPath: '/data' }],
      },
      { name: 'side', image: 'registry.test/side:1.0' },
    ],
    volumes: [{ name: 'data', emptyDir: {} }],
    tolerations: [{ key: 'a', operator: 'Exists' }],
    imagePullSecrets: [{ name: 'one' }],
  });

const pick = (spec: Any) => ({
  containers: spec.containers.map(({ name, image, args, env, ports }: Any) => ({
    name,
    image,
    args,
    env,
    ports,
  })),
  volumes: spec.volumes,
  tolerations: spec.tolerations,
  imagePullSecrets: spec.imagePullSecrets,
});

const strategicCases: [what: string, patch: object, change: (spec: Any) => void][] = [
  [
    'a container by its name',
    { containers: [{ name: 'side', image: 'registry.test/side:2.0' }] },
    // What a patch names comes before what it leaves alone, where the server's order does not say otherwise.
    ({ containers }) => {
      containers[1].image = 'registry.test/side:2.0';
    },
  ],
  [
    'a container less',
    { containers: [{ name: 'side', $patch: 'delete' }] },
    ({ containers }) => void containers.splice(1, 1),
  ],
  [
    'variables by name, one with null for its value',
    {
      containers: [
        {
          name: 'app',
          env: [
            { name: 'A', value: 'x' },
            { name: 'C', value: '3' },
            { name: 'B', $patch: 'delete' },
          ],
        },
      ],
    },
    ({ containers }) => {
      containers[0].env = [
        { name: 'A', value: 'x' },
        { name: 'C', value: '3' },
      ];
    },
  ],
  [
    'a plain list whole',
    { containers: [{ name: 'app', args: ['c'] }] },
    ({ containers }) => {
      containers[0].args = ['c'];
    },
  ],
  [
    'a list replaced',
    { containers: [{ $patch: 'replace' }, { name: 'side', image: 'registry.test/side:3.0' }] },
    (spec) => {
      spec.containers = [{ ...spec.containers[1], image: 'registry.test/side:3.0' }];
    },
  ],
  [
    'an order',
    {
      '$setElementOrder/containers': [{ name: 'side' }, { name: 'app' }],
      containers: [{ name: 'app', image: 'registry.test/app:9' }],
    },
    (spec) => {
      const [app, side] = spec.containers;
      spec.containers = [side, { ...app, image: 'registry.test/app:9' }];
    },
  ],
  [
    'one volume kind for another',
    {
      volumes: [
        { name: 'data', emptyDir: null, $retainKeys: ['name', 'configMap'], configMap: { name: 'web' } },
      ],
    },
    (spec) => {
      spec.volumes = [{ name: 'data', configMap: { name: 'web', defaultMode: 420 } }];
    },
  ],
  [
    'tolerations whole, because they have no key',
    { tolerations: [{ key: 'b', operator: 'Exists' }] },
    (spec) => {
      spec.tolerations = [{ key: 'b', operator: 'Exists' }];
    },
  ],
  [
    'pull secrets by name',
    { imagePullSecrets: [{ name: 'two' }] },
    (spec) => {
      spec.imagePullSecrets = [{ name: 'two' }, { name: 'one' }];
    },
  ],
  [
    'a field away',
    { volumes: null, containers: [{ name: 'app', volumeMounts: null }] },
    (spec) => void delete spec.volumes,
  ],
];

export function describePatches(cluster: () => Cluster): void {
  describe('patches', () => {
    test.each(strategicCases)('strategic: %s', async (_what, patch, change) => {
      await using namespace = await cluster().namespace();
      const before = await namespace.create(
        'deployments',
        deployment({ paused: true, replicas: 0, template: full() }),
      );
      const { status, body } = await namespace.patch(
        'deployments',
        'web',
        { spec: { template: { spec: patch } } },
        STRATEGIC,
      );
      expect(status).toBe(200);
      change(before.spec.template.spec);
      expect(pick(body.spec.template.spec)).toEqual(pick(before.spec.template.spec));
    });

    test('strategic: a template replaced whole', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ paused: true, replicas: 0, template: full() }));
      const patch = { spec: { template: { $patch: 'replace', ...template('registry.test/app:2.0') } } };
      const { body } = await namespace.patch('deployments', 'web', patch, STRATEGIC);
      expect(body.spec.template.spec.containers).toHaveLength(1);
      expect(body.spec.template.spec).not.toHaveProperty('volumes');
      expect(body.spec.replicas).toBe(0);
    });

    test('strategic: a value from a list', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('configmaps', configMap('web', {}, { finalizers: ['test/a', 'test/b'] }));
      const added = await namespace.patch(
        'configmaps',
        'web',
        { metadata: { finalizers: ['test/c'] } },
        STRATEGIC,
      );
      expect([...added.body.metadata.finalizers].sort()).toEqual(['test/a', 'test/b', 'test/c']);
      const patch = { metadata: { '$deleteFromPrimitiveList/finalizers': ['test/a', 'test/b', 'test/c'] } };
      const { body } = await namespace.patch('configmaps', 'web', patch, STRATEGIC);
      expect(body.metadata).not.toHaveProperty('finalizers');
    });

    test('strategic: an item without its key is refused', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ paused: true, replicas: 0 }));
      const patch = { spec: { template: { spec: { containers: [{ image: 'registry.test/app:2.0' }] } } } };
      expect((await namespace.patch('deployments', 'web', patch, STRATEGIC)).status).toBeGreaterThanOrEqual(
        400,
      );
      expect((await namespace.read('deployments', 'web')).metadata.generation).toBe(1);
    });

    test('merge: null takes away, lists are replaced', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ paused: true, replicas: 0, template: full() }));
      const containers = [{ name: 'new', image: 'registry.test/new:1.0' }];
      const patch = { spec: { template: { spec: { containers, volumes: null } } } };
      const { body } = await namespace.patch('deployments', 'web', patch, MERGE);
      expect(body.spec.template.spec.containers).toHaveLength(1);
      expect(body.spec.template.spec).not.toHaveProperty('volumes');
      expect(body.spec.template.spec.tolerations).toHaveLength(1);
    });

    test('json: every operation', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('configmaps', configMap('web', { data: { a: '1', b: '2', 'c.d': '3' } }));
      const patch = [
        { op: 'test', path: '/data/a', value: '1' },
        { op: 'replace', path: '/data/a', value: 'x' },
        { op: 'copy', from: '/data/a', path: '/data/copied' },
        { op: 'move', from: '/data/b', path: '/data/moved' },
        { op: 'remove', path: '/data/c.d' },
        { op: 'add', path: '/metadata/annotations', value: { 'test/a': 'b' } },
        { op: 'add', path: '/metadata/annotations/test~1c', value: 'd' },
      ];
      const { status, body } = await namespace.patch('configmaps', 'web', patch, JSON_PATCH);
      expect(status).toBe(200);
      expect(body.data).toEqual({ a: 'x', copied: 'x', moved: '2' });
      expect(body.metadata.annotations).toEqual({ 'test/a': 'b', 'test/c': 'd' });
    });

    test('json: into lists', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ paused: true, replicas: 0, template: full() }));
      const args = '/spec/template/spec/containers/0/args';
      const patch = [
        { op: 'add', path: `${args}/-`, value: 'last' },
        { op: 'add', path: `${args}/0`, value: 'first' },
        { op: 'remove', path: `${args}/1` },
      ];
      const { body } = await namespace.patch('deployments', 'web', patch, JSON_PATCH);
      expect(body.spec.template.spec.containers[0].args).toEqual(['first', 'b', 'last']);
    });

    test.each([
      ['a test that fails', [{ op: 'test', path: '/data/key', value: 'other' }], 422],
      ['a path that is not there', [{ op: 'remove', path: '/data/nothing' }], 422],
      ['a replacement of nothing', [{ op: 'replace', path: '/nothing/there', value: 1 }], 422],
      ['no list', { op: 'remove', path: '/data' }, 400],
    ])('json: %s is refused', async (_what, patch, expected) => {
      await using namespace = await cluster().namespace();
      const before = await namespace.create('configmaps', configMap('web'));
      const { status, body } = await namespace.patch('configmaps', 'web', patch, JSON_PATCH);
      expect(status).toBe(expected);
      expect(body.kind).toBe('Status');
      expect((await namespace.read('configmaps', 'web')).metadata.resourceVersion).toBe(
        before.metadata.resourceVersion,
      );
    });

    test('a version in the patch guards it', async () => {
      await using namespace = await cluster().namespace();
      const before = await namespace.create('deployments', deployment({ paused: true, replicas: 0 }));
      const { resourceVersion } = before.metadata;
      await namespace.patch('deployments', 'web', { metadata: { labels: { a: 'b' } } });
      for (const type of [MERGE, STRATEGIC]) {
        const patch = { metadata: { resourceVersion, labels: { a: 'c' } } };
        const { status, body } = await namespace.patch('deployments', 'web', patch, type);
        expect(status).toBe(409);
        expect(body.message).toBe(
          'Operation cannot be fulfilled on deployments.apps "web": the object has been modified; please apply your changes to the latest version and try again',
        );
      }
      expect((await namespace.read('deployments', 'web')).metadata.labels).toEqual({ a: 'b' });
    });

    test('the result must be valid', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('deployments', deployment({ paused: true, replicas: 0 }));
      expect((await namespace.patch('deployments', 'web', { spec: { replicas: -1 } })).status).toBe(422);
      expect((await namespace.patch('deployments', 'web', { metadata: { name: 'other' } })).status).toBe(400);
      expect((await namespace.patch('deployments', 'none', { spec: { replicas: 1 } })).status).toBe(404);
    });
  });
}

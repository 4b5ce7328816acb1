/** What Helm keeps of a release, and which of its revisions a rollback goes to. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { decodeRelease, type HelmRevision } from '../../src/owners/helm.ts';
import { isTemplateOf, objectsOf } from '../../src/owners/helm-manifest.ts';
import { describeWay, planRelease } from '../../src/owners/helm-plan.ts';
import type { Move, Staying } from '../../src/owners/move.ts';
import type { PodTemplate } from '../../src/systems/kubernetes/objects.ts';
import { template } from '../service/fixtures.ts';

const base64 = (content: Buffer | string) => Buffer.from(content).toString('base64');
const stored = (release: unknown) => base64(base64(gzipSync(JSON.stringify(release))));

describe('a release in its Secret', () => {
  const release = {
    name: 'shop',
    version: 3,
    info: { status: 'pending-upgrade', last_deployed: '2026-12-01T03:00:00Z' },
    chart: { metadata: { name: 'shop', version: '1.2.0' } },
    manifest: '---\nkind: ConfigMap\n',
    hooks: [{ name: 'migrate', kind: 'Job', manifest: 'kind: Job', events: ['pre-rollback'], weight: 1 }],
    apply_method: 'ssa',
  };

  test('is read', () => {
    expect(decodeRelease(stored(release))).toEqual({
      number: 3,
      status: 'pending-upgrade',
      deployedAt: '2026-12-01T03:00:00Z',
      chart: 'shop-1.2.0',
      manifest: release.manifest,
      hooks: [{ name: 'migrate', kind: 'Job', manifest: 'kind: Job', events: ['pre-rollback'] }],
      isServerSide: true,
    });
  });

  test('of Helm 3 was applied client-side', () => {
    expect(decodeRelease(stored({ ...release, apply_method: undefined, hooks: null }))).toMatchObject({
      isServerSide: false,
      hooks: [],
    });
  });

  test('of long ago is not packed', () => {
    expect(decodeRelease(base64(base64(JSON.stringify(release))))).toMatchObject({ number: 3 });
  });

  test.each([
    ['nothing', undefined],
    ['no base64', '%'],
    ['no JSON', base64(base64('x'))],
    ['no release', stored({ version: 'x' })],
    ['more than a Secret holds', base64(base64(gzipSync(Buffer.alloc(65 * 1024 ** 2, ' '))))],
  ])('is none where it is %s', (_, text) => {
    expect(decodeRelease(text)).toBeUndefined();
  });
});

describe('a manifest', () => {
  test('has the objects of all its documents and lists, each where it is', () => {
    const manifest = `---
# Source: shop/templates/a.yaml
apiVersion: v1
kind: ConfigMap
metadata: {name: a, annotations: {made: 2026-12-01}}
---
---
apiVersion: v1
kind: List
items:
  - {apiVersion: v1, kind: Secret, metadata: {name: b, namespace: other}}
`;
    expect([...(objectsOf(manifest, 'shop')?.keys() ?? [])]).toEqual([
      '/ConfigMap/shop/a',
      '/Secret/other/b',
    ]);
    expect(objectsOf(manifest, 'shop')?.get('/ConfigMap/shop/a')?.content).toMatchObject({
      metadata: { annotations: { made: '2026-12-01' } },
    });
  });

  test.each([
    ['an object without a name', 'apiVersion: v1\nkind: A\n'],
    ['a name of two lines', 'apiVersion: v1\nkind: A\nmetadata: {name: "a\\n::error::b"}\n'],
    ['no YAML', 'a: ['],
    [
      'references without end',
      `a: &a [x, x]\n${'bcdefghi'
        .split('')
        .map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]}, `.repeat(9)}]\n`)
        .join('')}`,
    ],
  ])('with %s is not read', (_, manifest) => {
    expect(objectsOf(manifest, 'shop')).toBeUndefined();
  });

  test('is read as YAML 1.1', () => {
    const manifest = 'apiVersion: v1\nkind: A\nmetadata: {name: a}\nmode: 0644\nflag: yes\n';
    expect(objectsOf(manifest, 'shop')?.get('/A/shop/a')?.content).toMatchObject({ mode: 420, flag: true });
  });
});

describe('a pod template of a manifest', () => {
  const said = {
    metadata: { labels: { app: 'web' } },
    spec: {
      nodeSelector: {},
      containers: [
        {
          name: 'web',
          image: 'web:1',
          env: [],
          ports: [{ containerPort: 80 }],
          resources: { limits: { cpu: 0.5, memory: '1024Mi' } },
        },
      ],
    },
  };
  const there = (container: object = {}, spec: object = {}, metadata: object = {}) => ({
    metadata: { labels: { app: 'web' }, creationTimestamp: null, ...metadata },
    spec: {
      restartPolicy: 'Always',
      securityContext: {},
      ...spec,
      containers: [
        {
          name: 'web',
          image: 'web:1',
          imagePullPolicy: 'IfNotPresent',
          ports: [{ containerPort: 80, protocol: 'TCP' }],
          resources: { limits: { cpu: '500m', memory: '1Gi' } },
          ...container,
        },
      ],
    },
  });
  const restarted = { annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-12-01T00:00:00Z' } };
  test.each<[boolean, string, object]>([
    [true, 'with what the cluster adds', there()],
    [true, 'started anew', there({}, {}, restarted)],
    [false, 'of another image', there({ image: 'web:2' })],
    [false, 'with a variable besides', there({ env: [{ name: 'A', value: '1' }] })],
    [false, 'with a probe besides', there({ livenessProbe: { exec: { command: ['true'] } } })],
    [false, 'with another limit', there({ resources: { limits: { cpu: '600m', memory: '1Gi' } } })],
    [
      false,
      'with another limit besides',
      there({ resources: { limits: { cpu: '500m', memory: '1Gi', x: '1' } } }),
    ],
    [false, 'with a longer grace', there({}, { terminationGracePeriodSeconds: 60 })],
    [false, 'with a label besides', there({}, {}, { labels: { app: 'web', tier: 'x' } })],
    [false, 'without a port', there({ ports: undefined })],
    [false, 'that says something else', there({ ports: [{ containerPort: 81, protocol: 'TCP' }] })],
  ])('is %s one that is there %s', (expected, _, whole) => {
    expect(isTemplateOf(said, whole)).toBe(expected);
  });
});

type Documents = readonly object[];
const deployment = (name: string, pod: PodTemplate, more: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, ...more },
  spec: { template: pod },
});
const config = (name: string, version: string, kind = 'ConfigMap', apiVersion = 'v1') => ({
  apiVersion,
  kind,
  metadata: { name },
  data: { version },
});
const revision = (number: number, documents: Documents, more: Partial<HelmRevision> = {}): HelmRevision => ({
  ...{
    number,
    status: 'superseded',
    deployedAt: `2026-12-01T03:0${number}:00Z`,
    chart: `shop-${number}.0.0`,
  },
  ...{
    manifest: documents.map((document) => stringify(document)).join('---\n'),
    hooks: [],
    isServerSide: true,
  },
  ...more,
});
const queue = (whenDeleted: string) => ({
  ...{ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'queue' } },
  spec: { template: template('queue:1'), persistentVolumeClaimRetentionPolicy: { whenDeleted } },
});
const web = (image: string) => deployment('web', template(image));
const owner = { name: 'Helm release shop', heals: false, remedy: 'x' };
const move = (image = 'web:1', name = 'web'): Move => ({
  ...{ kind: 'Deployment', namespace: 'shop', name, owner, template: template(image), since: 0, until: 1 },
});
const stay = (image: string, isNew = false, name = 'worker'): Staying => ({
  ...{ kind: 'Deployment', namespace: 'shop', name, template: template(image), isNew },
});
const choose = (history: readonly HelmRevision[], moves = [move()], staying: Staying[] = []) => {
  const way = planRelease(history, 'shop', moves, staying);
  return typeof way === 'string' ? way : way.to.number;
};

test('a Rollout is meant with the Deployment that has its template', () => {
  const rollout = {
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'shop' } },
    spec: { workloadRef: { kind: 'Deployment', name: 'web' } },
  };
  const history = [revision(1, [web('web:1'), rollout]), revision(2, [web('web:2'), rollout])];
  const of = { kind: 'Rollout', namespace: 'shop', name: 'shop' } as const;
  expect(choose(history, [{ ...move(), rollout: of }])).toBe(1);
  expect(choose(history)).toMatch(/Rollout\/shop of it is not selected/);
  expect(choose(history, [], [{ ...stay('web:1', false, 'web'), rollout: of }])).toBe(1);
});

describe('the revision that a release goes back to', () => {
  const good = revision(1, [web('web:1')]);
  const bad = revision(2, [web('web:2')], { status: 'deployed' });

  test.each<[string, readonly HelmRevision[], number | string]>([
    ['has the good templates', [good, bad], 1],
    [
      'is not a failed one between',
      [
        good,
        revision(2, [web('web:0')], { status: 'failed' }),
        revision(3, [web('web:2')], { status: 'failed' }),
      ],
      1,
    ],
    [
      'is the newest of them',
      [good, revision(2, [web('web:1'), config('a', '2')]), revision(3, [web('web:2'), config('a', '2')])],
      2,
    ],
    [
      'is the newest one itself where somebody has changed what it brought',
      [revision(1, [web('web:1')], { status: 'deployed' })],
      1,
    ],
    [
      'is the one before an operation that was killed',
      [good, revision(2, [web('web:2')], { status: 'pending-upgrade' })],
      1,
    ],
    [
      'is none that failed',
      [revision(1, [web('web:1')], { status: 'failed' }), bad],
      'revision 1, which has the good templates, is failed in its history',
    ],
    ['is none where the history has lost it', [bad], 'no revision in its history has the good templates'],
    ['is none without a history', [], 'there is no Secret of it in the namespace shop'],
    [
      'is none where more than is meant would go back',
      [good, revision(2, [web('web:2'), deployment('worker', template('w:1'))])],
      'helm takes all of a release back, and Deployment/worker of it is not selected',
    ],
    [
      'is none where something would be deleted that may hold data',
      [good, revision(2, [web('web:2'), config('data', '', 'PersistentVolumeClaim')])],
      'helm would delete PersistentVolumeClaim/data, which may hold what exists only once',
    ],
    [
      'is none where a kind is deleted that only has the name of one that holds nothing',
      [
        good,
        revision(2, [web('web:2'), config('orders', '', 'Role', 'postgresql.sql.crossplane.io/v1alpha1')]),
      ],
      'helm would delete Role/orders, which may hold what exists only once',
    ],
    [
      'is none where a migration of the older version would run once more',
      [
        revision(1, [web('web:1'), config('migrate-1', '', 'Job', 'batch/v1')]),
        revision(2, [web('web:2'), config('migrate-2', '', 'Job', 'batch/v1')]),
      ],
      'helm would run Job/migrate-1 of the older version once more',
    ],
    [
      'may leave what Helm is told to keep',
      [
        good,
        revision(2, [
          web('web:2'),
          {
            ...config('data', '', 'PersistentVolumeClaim'),
            metadata: { name: 'data', annotations: { 'helm.sh/resource-policy': 'keep' } },
          },
        ]),
      ],
      1,
    ],
  ])('%s', (_, history, expected) => {
    expect(choose(history)).toBe(expected);
  });

  test('is none where a StatefulSet is deleted that takes its volumes along', () => {
    const added = [{ ...stay('queue:1', true, 'queue'), kind: 'StatefulSet' as const }];
    const to = (policy: string) =>
      choose([good, revision(2, [web('web:2'), queue(policy)])], [move()], added);
    expect(to('Delete')).toBe('helm would delete StatefulSet/queue, which may hold what exists only once');
    expect(to('Retain')).toBe(1);
  });

  test('has also the templates of what stays as it is', () => {
    const worker = (image: string) => deployment('worker', template(image));
    const history = [
      revision(1, [web('web:1'), worker('w:0')]),
      revision(2, [web('web:1'), worker('w:1')]),
      revision(3, [web('web:2'), worker('w:1')]),
    ];
    expect(choose(history, [move()], [stay('w:1')])).toBe(2);
    expect(choose(history, [move()], [stay('w:2')])).toMatch(/^no revision/);
    // Without a history, what is there now was added by the bad release.
    expect(choose([good, revision(2, [web('web:2'), worker('w:1')])], [move()], [stay('w:1', true)])).toBe(1);
    expect(choose([good, revision(2, [web('web:2'), worker('w:1')])], [move()], [stay('w:1')])).toMatch(
      /^no/,
    );
  });
});

test('the plan says what else goes back, which hooks run, and what is not at its end', () => {
  const hooks = [
    { kind: 'Job', name: 'migrate', manifest: '', events: ['pre-rollback', 'pre-upgrade'] },
    { kind: 'Job', name: 'seed', manifest: '', events: ['post-install'] },
  ];
  const way = planRelease(
    [
      revision(1, [web('web:1'), config('a', '1'), config('old', '1')], { hooks }),
      revision(2, [web('web:2'), config('a', '2'), deployment('new', template('n:1'))], {
        status: 'pending-upgrade',
      }),
    ],
    'shop',
    [move()],
    [stay('n:1', true, 'new')],
  );
  expect(typeof way === 'string' ? way : describeWay(way, 'Helm v4.3.1')).toBe(
    'all of it goes back to revision 1 (shop-1.0.0, of 2026-12-01T03:01:00Z) by Helm v4.3.1; Deployment/web, ConfigMap/a are changed; ConfigMap/old is created; Deployment/new is deleted; its hooks run: Job/migrate (pre-rollback); its revision 2 is pending-upgrade since 2026-12-01T03:02:00Z, so a helm may still be at work: end that one first',
  );
});

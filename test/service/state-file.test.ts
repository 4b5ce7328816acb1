import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { joined } from '../../src/domain/workloads/joined.ts';
import type { NamespaceCache } from '../../src/service/namespace.ts';
import { planStep } from '../../src/service/plan.ts';
import { writeStateFile } from '../../src/service/state-file.ts';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { history, replicaSet, workload } from './fixtures.ts';

/** Writes one Deployment and its ReplicaSets, and reads them back as kubectl does: as YAML 1.1. */
function roundTrip(owner: Workload, ...owned: Parameters<typeof history>[1][]) {
  const path = join(mkdtempSync(join(tmpdir(), 'state-')), 'new', 'folder', 'state.yaml');
  const revisions = history(owner, ...owned);
  const wanted = {
    to: { type: 'previous' },
    rollback: { id: '1', run: '1', wanted: 'previous' },
    gitops: 'ignore',
  } as const;
  const step = planStep({ workload: owner, history: revisions, named: true }, wanted);
  const namespace = { history: () => revisions } as unknown as NamespaceCache;
  writeStateFile(path, [step], namespace);
  const text = readFileSync(path, 'utf8');
  const documents = parseAllDocuments(text, { version: '1.1' });
  return {
    text,
    objects: [...documents].map((document) => {
      expect('errors' in document && document.errors).toEqual([]);
      return 'toJS' in document && (document.toJS() as Workload);
    }),
  };
}

const sets = [replicaSet(2, 'web:2'), replicaSet(1, 'web:1')];

test('a workload is in it, and the templates of its revisions as comments, newest first', () => {
  const { objects, text } = roundTrip(workload(), ...sets);
  expect(objects).toMatchObject([
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } },
  ]);
  expect(text.match(/^# Revision .*$/gm)).toEqual([
    '# Revision 2, ReplicaSet web-2:',
    '# Revision 1, ReplicaSet web-1:',
  ]);
  expect(text).toMatch(/^# {1,20}- name: \w+\n# +image: web:1$/m);
});

test('a Rollout and the Deployment that it has its template from are in it as they are', () => {
  const own = {
    replicas: 4,
    workloadRef: { kind: 'Deployment', name: 'web' },
  } as unknown as Workload['spec'];
  const rollout: Workload = { ...workload('Rollout'), spec: own };
  const { objects } = roundTrip(joined(rollout, workload()));
  expect(objects).toEqual([
    { apiVersion: 'apps/v1', kind: 'Rollout', metadata: { name: 'web', namespace: 'shop' }, spec: own },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop' },
      spec: workload().spec,
    },
  ]);
});

test('what belongs to one life of an object is left out, and nothing else', () => {
  const metadata = {
    uid: 'u',
    resourceVersion: '7',
    generation: 3,
    creationTimestamp: 'then',
    deletionTimestamp: 'now',
    managedFields: [{ manager: 'x' }],
    selfLink: '/x',
    labels: { team: 'a' },
    annotations: { note: 'b' },
    finalizers: ['x/y'],
  };
  const owner = workload('Deployment', { metadata, spec: { replicas: 3 }, status: { replicas: 3 } });
  const [written] = roundTrip(owner, ...sets).objects;
  expect(written).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'web',
      namespace: 'shop',
      labels: { team: 'a' },
      annotations: { note: 'b' },
      finalizers: ['x/y'],
    },
    spec: owner.spec,
  });
  expect(owner.metadata).toMatchObject(metadata);
});

describe('every text comes back as it was', () => {
  const TEXTS = [
    ...['on', 'On', 'off', 'yes', 'no', 'y', 'N', 'true', 'False', 'null', '~', 'Null', ''],
    ...[
      '1:30',
      '190:20:30',
      '0123',
      '0o17',
      '0x1F',
      '0b11',
      '1_000',
      '12',
      '-7',
      '+1',
      '1.5',
      '.5',
      '1e3',
      '.inf',
      '.NaN',
      '-.INF',
    ],
    ...[
      '2026-11-01',
      '2026-11-01T00:00:00Z',
      '=',
      '<<',
      '-',
      '- a',
      '? a',
      'a: b',
      'a #b',
      '# a',
      '{a}',
      '[a]',
      '&a',
      '*a',
      '!a',
      '%a',
      '@a',
      '`a',
    ],
    ...[
      ' a',
      'a ',
      '\ta',
      'a\n',
      '\na',
      'a\n\n',
      'a\nb: c\n  d',
      'a\r\nb',
      '---',
      '...',
      'a\n---\nb',
      `it's "quoted"`,
      '\\n',
      '\u0085',
      '\u2028',
      '\u0000',
      '😀',
      'é',
    ],
    'word '.repeat(60),
    `{"apiVersion":"apps/v1","spec":"${'x'.repeat(300)}"}\n`,
  ];

  test.each(TEXTS)('%j', (value) => {
    const owner = workload('Deployment', { metadata: { annotations: { note: value } } });
    const container = { name: 'web', image: 'web:2', args: [value], env: [{ name: 'X', value }] };
    owner.spec.template = { ...owner.spec.template, spec: { containers: [container] } };
    const [written] = roundTrip(owner, ...sets).objects;
    expect(written).toMatchObject({ metadata: { annotations: { note: value } } });
    expect(written).toMatchObject({ spec: { template: { spec: { containers: [container] } } } });
  });

  test('so do keys', () => {
    const annotations = Object.fromEntries(
      ['on', 'y', '1:30', '0123', '12', 'null', 'a.b/c'].map((key) => [key, key]),
    );
    expect(
      roundTrip(workload('Deployment', { metadata: { annotations } }), ...sets).objects[0],
    ).toMatchObject({ metadata: { annotations } });
  });

  test('so do numbers, booleans, nulls and empty lists', () => {
    const odd = { a: 0, b: 1.5, c: false, d: null, e: [], f: {}, g: 1e21 };
    const owner = workload('Deployment', { spec: odd as Partial<Workload['spec']> });
    expect(roundTrip(owner, ...sets).objects[0]).toMatchObject({ spec: odd });
  });
});

test('no anchors are used where an object is in it twice', () => {
  const shared = { app: 'web' };
  const owner = workload('Deployment', { metadata: { labels: shared, annotations: shared } });
  const { text, objects } = roundTrip(owner, ...sets);
  expect(text).not.toMatch(/[&*]a\d/);
  expect(objects[0]).toMatchObject({ metadata: { labels: shared, annotations: shared } });
});

import { describe, expect, test } from '@jest/globals';
import { parseHealth } from '../../src/service/health.ts';
import {
  toBegin,
  toMarkGood,
  toObserve,
  toReadConfig,
  toRestoreConfig,
  toRollBack,
} from '../../src/service/permissions.ts';
import type { Permission } from '../../src/systems/kubernetes/access.ts';
import { allKinds } from '../../src/systems/kubernetes/kinds.ts';

const told = (permissions: Permission[]) =>
  permissions.map(({ group, resource, verbs }) => `${group}/${resource}: ${verbs.join(' ')}`);

const config = ['/configmaps: get create update delete', '/secrets: get create update delete'];
const lease = 'coordination.k8s.io/leases: get create update delete';

describe('to observe', () => {
  test.each([
    [['Deployment'], ['apps/deployments: get list watch', 'apps/replicasets: list watch']],
    [['StatefulSet'], ['apps/statefulsets: get list watch', 'apps/controllerrevisions: list watch']],
    [['DaemonSet'], ['apps/daemonsets: get list watch', 'apps/controllerrevisions: list watch']],
    [
      allKinds,
      [
        ...['deployments', 'statefulsets', 'daemonsets'].map((plural) => `apps/${plural}: get list watch`),
        'apps/replicasets: list watch',
        'apps/controllerrevisions: list watch',
      ],
    ],
  ] as const)('%j', (kinds, expected) => {
    expect(told(toObserve(kinds))).toEqual([...expected, '/pods: list watch', '/events: list watch']);
  });
});

describe('to roll back', () => {
  test.each<[string, Parameters<typeof toRollBack>[0], string[]]>([
    [
      'a Deployment',
      [{ kind: 'Deployment', name: 'web' }],
      ['apps/deployments: patch', 'apps/replicasets: patch'],
    ],
    [
      'a DaemonSet',
      [{ kind: 'DaemonSet', name: 'agent' }],
      ['apps/daemonsets: patch', 'apps/controllerrevisions: patch'],
    ],
    [
      'a StatefulSet, whose stuck pod is deleted',
      [{ kind: 'StatefulSet', name: 'db' }],
      ['apps/statefulsets: patch', 'apps/controllerrevisions: patch', '/pods: delete'],
    ],
    ['nothing', [], []],
  ])('%s', (_, meant, expected) => {
    expect(told(toRollBack(meant))).toEqual(expected);
  });

  test('the workloads are named, as a Role may name them', () => {
    const meant = ['api', 'web'].map((name) => ({ kind: 'Deployment' as const, name }));
    expect(toRollBack(meant)[0]).toEqual({
      group: 'apps',
      resource: 'deployments',
      verbs: ['patch'],
      names: ['api', 'web'],
    });
  });
});

test.each<[string, string, string[]]>([
  ['a look into pods', 'http://:80/', [lease, '/pods/proxy: get']],
  ['a command in pods', 'exec: true', [lease, '/pods/exec: create get']],
  ['a look from outside', 'https://a.example/', [lease]],
])('to begin with %s', (_, check, expected) => {
  expect(told(toBegin([parseHealth(check)]))).toEqual(expected);
});

test('to put configuration back, and to say what would go back', () => {
  expect(told(toRestoreConfig())).toEqual(config);
  expect(told(toReadConfig())).toEqual(['/configmaps: get', '/secrets: get']);
});

test('to mark good', () => {
  expect(told(toMarkGood([{ kind: 'Deployment', name: 'web' }]))).toEqual([
    'apps/deployments: patch',
    'apps/replicasets: patch',
    ...config,
  ]);
  expect(
    told(
      toMarkGood([
        { kind: 'StatefulSet', name: 'db' },
        { kind: 'DaemonSet', name: 'agent' },
      ]),
    ),
  ).toEqual([
    'apps/statefulsets: patch',
    'apps/daemonsets: patch',
    'apps/controllerrevisions: patch',
    ...config,
  ]);
});

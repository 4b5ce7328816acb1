import { describe, expect, test } from '@jest/globals';
import { parseHealth } from '../../src/service/health.ts';
import {
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
  test.each<[string, Parameters<typeof toRollBack>, string[]]>([
    ['a Deployment', [['Deployment'], []], ['apps/deployments: patch', 'apps/replicasets: patch', lease]],
    [
      'a DaemonSet',
      [['DaemonSet'], []],
      ['apps/daemonsets: patch', 'apps/controllerrevisions: patch', lease],
    ],
    [
      'a StatefulSet, whose stuck pod is deleted',
      [['StatefulSet'], []],
      ['apps/statefulsets: patch', 'apps/controllerrevisions: patch', lease, '/pods: delete'],
    ],
    ['with a look into pods', [[], [parseHealth('http://:80/')]], [lease, '/pods/proxy: get']],
    ['with a command in pods', [[], [parseHealth('exec: true')]], [lease, '/pods/exec: create get']],
    ['with a look from outside', [[], [parseHealth('https://a.example/')]], [lease]],
  ])('%s', (_, args, expected) => {
    expect(told(toRollBack(...args))).toEqual(expected);
  });
});

test('to put configuration back, and to say what would go back', () => {
  expect(told(toRestoreConfig())).toEqual(config);
  expect(told(toReadConfig())).toEqual(['/configmaps: get', '/secrets: get']);
});

test('to mark good', () => {
  expect(told(toMarkGood(['Deployment']))).toEqual([
    'apps/deployments: patch',
    'apps/replicasets: patch',
    ...config,
  ]);
  expect(told(toMarkGood(['StatefulSet', 'DaemonSet']))).toEqual([
    'apps/statefulsets: patch',
    'apps/daemonsets: patch',
    'apps/controllerrevisions: patch',
    ...config,
  ]);
});

import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/base/errors.ts';
import {
  allKinds,
  label,
  parseRef,
  parseWorkload,
  refOf,
  workloadPath,
} from '../../../src/systems/kubernetes/kinds.ts';
import { workload } from '../../service/fixtures.ts';

describe('parseRef', () => {
  test.each([
    ['web', 'deployment/web'],
    ['deployment/web', 'deployment/web'],
    ['deployments/web', 'deployment/web'],
    ['deploy/web', 'deployment/web'],
    ['deployment.apps/web', 'deployment/web'],
    ['Deployment/web', 'deployment/web'],
    ['StatefulSet/db', 'statefulset/db'],
    ['statefulsets/db', 'statefulset/db'],
    ['sts/db', 'statefulset/db'],
    ['statefulset.apps/db', 'statefulset/db'],
    ['daemonset/agent', 'daemonset/agent'],
    ['ds/agent', 'daemonset/agent'],
    ['web.v1-2', 'deployment/web.v1-2'],
    ['a', 'deployment/a'],
    [`deployment/${'a'.repeat(253)}`, `deployment/${'a'.repeat(253)}`],
  ])('%s is %s', (text, expected) => {
    expect(label(parseRef(text))).toBe(expected);
  });

  test.each([
    '',
    '/',
    'deployment/',
    '/web',
    'node/web',
    'shop/deployment/web',
    'deployment/web/scale',
    'Web',
    'deployment/Web',
    '-web',
    'web-',
    'we b',
    'web?x=1',
    'web%2f..',
    '..',
    '../secrets/x',
    'web\nall',
    `a${'a'.repeat(253)}`,
    'constructor/web',
  ])('%j is refused', (text) => {
    expect(() => parseRef(text)).toThrow(ActionError);
    expect(() => parseRef(text)).toThrow(`"${text}" is not a workload; accepted are deployment/<name>,`);
  });
});

test.each<[string, RegExp]>([
  ['cronjob/report', /has no revisions/],
  ['pod/web-1', /name the Deployment, StatefulSet or DaemonSet that made it/],
  ['cloneset/web', /OpenKruise/],
  ['ksvc/web', /Knative/],
])('S14: %s is told with what to do', (text, words) => {
  expect(() => parseWorkload(text)).toThrow(words);
});

test.each(['rollout/web', 'ro/web', 'rollout.argoproj.io/web', 'Rollout/web'])('%s is a Rollout', (text) => {
  expect(parseWorkload(text)).toEqual({ kind: 'Rollout', name: 'web' });
});

test('refOf and label say how a workload is called', () => {
  expect(allKinds.map((kind) => label(refOf(workload(kind))))).toEqual([
    'deployment/web',
    'statefulset/web',
    'daemonset/web',
  ]);
});

test('workloadPath is the path of one or of all', () => {
  expect(workloadPath('shop', 'StatefulSet')).toBe('/apis/apps/v1/namespaces/shop/statefulsets');
  expect(workloadPath('shop', 'DaemonSet', 'agent')).toBe('/apis/apps/v1/namespaces/shop/daemonsets/agent');
});

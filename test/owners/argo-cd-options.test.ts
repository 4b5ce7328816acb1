import { expect, test } from '@jest/globals';
import { type Application, syncOptionsOf } from '../../src/owners/argo-cd.ts';

const options = (spec: Application['spec'] = {}) =>
  syncOptionsOf({
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', spec },
    metadata: { name: 'shop', namespace: 'argocd', uid: 'u', resourceVersion: '1' },
  });
const RESPECT = 'RespectIgnoreDifferences=true';
const replicas = [{ jsonPointers: ['/spec/replicas'] }];

// Argo CD compares without what an application ignores, and writes it all the same.
test.each<[string, Application['spec'], readonly string[] | undefined]>([
  ['are those of the application', { syncPolicy: { syncOptions: ['Validate=false'] } }, ['Validate=false']],
  ['are none where it has none', {}, undefined],
  [
    'leave the replicas to who sets them, where Git does not (argo-cd#6520)',
    { syncPolicy: { syncOptions: ['Validate=false'] }, ignoreDifferences: replicas },
    ['Validate=false', RESPECT],
  ],
  ['do so by a path of jq', { ignoreDifferences: [{ jqPathExpressions: ['.spec.replicas'] }] }, [RESPECT]],
  [
    'do so where it ignores what an autoscaler writes (argo-cd#2913)',
    { ignoreDifferences: [{ managedFieldsManagers: ['kube-controller-manager'] }] },
    [RESPECT],
  ],
  ['do not where it ignores something else', { ignoreDifferences: [{ jsonPointers: ['/data'] }] }, undefined],
  [
    'stay what it says of that itself',
    {
      syncPolicy: { syncOptions: ['RespectIgnoreDifferences=false'] },
      ignoreDifferences: replicas,
    },
    ['RespectIgnoreDifferences=false'],
  ],
])('the options of an operation %s', (_, spec, expected) => {
  expect(options(spec)).toEqual(expected);
});

import { expect, test } from '@jest/globals';
import { withoutInjected } from '../../src/service/injected.ts';
import type { PodTemplate, ReplicaSet } from '../../src/systems/kubernetes/objects.ts';
import { replicaSet, template } from './fixtures.ts';

const HASH = 'rollouts-pod-template-hash';
const rule = (key: string, more: object = {}) => ({
  topologyKey: 'kubernetes.io/hostname',
  labelSelector: { matchExpressions: [{ key, operator: 'In', values: ['abc'] }] },
  ...more,
});

function set(own: PodTemplate, ephemeral?: object | string): ReplicaSet {
  const object = replicaSet(1, 'web:1');
  object.spec.template = own;
  if (ephemeral !== undefined)
    object.metadata.annotations = {
      'rollout.argoproj.io/ephemeral-metadata':
        typeof ephemeral === 'string' ? ephemeral : JSON.stringify(ephemeral),
    };
  return object;
}

test('the hash goes, and what the release says stays', () => {
  const own = template('web:1', { [HASH]: 'abc', tier: 'front' });
  expect(withoutInjected(set(own))).toEqual(template('web:1', { tier: 'front' }));
});

test('the metadata of stable and canary pods goes, unless the release has since said something else there', () => {
  const own = template('web:1', { [HASH]: 'abc', role: 'stable', team: 'blue' });
  own.metadata = { ...own.metadata, annotations: { since: 'today', note: 'kept' } };
  const injected = { labels: { role: 'stable', team: 'red' }, annotations: { since: 'today' } };
  expect(withoutInjected(set(own, injected))).toEqual({
    metadata: { labels: { app: 'web', team: 'blue' }, annotations: { note: 'kept' } },
    spec: own.spec,
  });
});

test.each(['no JSON', '[]', '{"labels":3}'])('what Argo Rollouts has not written is none: %s', (text) => {
  const own = template('web:1', { role: 'stable' });
  expect(withoutInjected(set(own, text))).toEqual(own);
});

test('the rule that keeps stable and newer pods apart goes, and no other', () => {
  const affinity = (terms: object) =>
    ({ ...template('web:1').spec, affinity: { podAntiAffinity: terms } }) as never;
  const labels = { app: 'web' };
  const of = (terms: object) => withoutInjected(set({ metadata: { labels }, spec: affinity(terms) })).spec;
  const required = 'requiredDuringSchedulingIgnoredDuringExecution';
  const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
  expect(of({ [required]: [rule(HASH)] })).toEqual(template('web:1').spec);
  expect(of({ [preferred]: [{ weight: 1, podAffinityTerm: rule(HASH) }] })).toEqual(template('web:1').spec);
  const kept = { [required]: [rule('app')] };
  expect(of({ [required]: [rule('app'), rule(HASH)] })).toEqual(affinity(kept));
  const zone = { weight: 1, podAffinityTerm: { topologyKey: 'zone' } };
  expect(of({ [preferred]: [zone] })).toEqual(affinity({ [preferred]: [zone] }));
});

import { expect, test } from '@jest/globals';
import { holderOf, joined, objectsOfWorkload, templateRef } from '../../../src/domain/workloads/joined.ts';
import type { Workload } from '../../../src/systems/kubernetes/objects.ts';
import { meta, template, workload } from '../../service/fixtures.ts';

const rollout = (kind: string, more: Partial<Workload['spec']> = {}): Workload => {
  const { template: _, selector: __, ...spec } = workload().spec;
  const own = { ...spec, replicas: 4, workloadRef: { kind, name: 'web' }, ...more } as Workload['spec'];
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: meta('shop'), spec: own };
};
const deployment = workload('Deployment', { template: template('web:2'), spec: { replicas: 0 } });

test('a Rollout whose template a Deployment has is that template with the pods of the Rollout', () => {
  const whole = joined(rollout('Deployment'), deployment);
  expect(whole).toMatchObject({ kind: 'Rollout', metadata: { name: 'shop' }, spec: { replicas: 4 } });
  expect(whole.spec.template).toBe(deployment.spec.template);
  expect(whole.spec.selector).toBe(deployment.spec.selector);
  expect(holderOf(whole)).toBe(deployment);
  expect(objectsOfWorkload(whole).map(({ kind }) => kind)).toEqual(['Rollout', 'Deployment']);
});

test('a selector of its own stays', () => {
  const selector = { matchLabels: { app: 'other' } };
  expect(joined(rollout('Deployment', { selector }), deployment).spec.selector).toBe(selector);
});

test('other workloads are themselves', () => {
  expect(holderOf(deployment)).toBe(deployment);
  expect(objectsOfWorkload(deployment)).toEqual([deployment]);
});

test('only a Deployment is a template that can be gone back to', () => {
  expect(templateRef(rollout('Deployment'))).toEqual({ kind: 'Deployment', name: 'web' });
  expect(templateRef(rollout('PodTemplate'))).toBeUndefined();
  expect(templateRef(deployment)).toBeUndefined();
});

import { expect } from '@jest/globals';
import type { Workload } from '../../../src/systems/kubernetes/objects.ts';
import type { TestNamespace } from '../../e2e/cluster.ts';
import type { Behaviour } from '../../e2e/images.ts';
import { deployment } from '../../e2e/manifests.ts';

/** So long that no test sees its end: what comes sooner has skipped it. */
const HOUR = { pause: { duration: '1h' } };
export const SLOW = { canary: { steps: [{ setWeight: 25 }, HOUR, { setWeight: 50 }, HOUR] } };
export const FAST = { canary: { steps: [{ setWeight: 50 }] } };

/** Those of a rollback of Rollouts, as the page has them, without what a template in a Deployment needs. */
export const RIGHTS = [
  { apiGroups: ['argoproj.io'], resources: ['rollouts'], verbs: ['get', 'list', 'watch', 'patch'] },
  { apiGroups: ['argoproj.io'], resources: ['rollouts/status'], verbs: ['patch'] },
  { apiGroups: ['apps'], resources: ['replicasets'], verbs: ['list', 'watch', 'patch'] },
  { apiGroups: [''], resources: ['pods', 'events'], verbs: ['list', 'watch'] },
  {
    apiGroups: ['coordination.k8s.io'],
    resources: ['leases'],
    verbs: ['get', 'create', 'update', 'delete'],
  },
];

export const rollout = (app: Behaviour, strategy: object = SLOW, more: object = {}) => {
  const { metadata, spec } = deployment('web', app);
  return {
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata },
    spec: { ...spec, replicas: 4, strategy, ...more },
  };
};

export const read = (ns: TestNamespace) => ns.get<Workload>('rollout/web');

/** Waits until the Rollout stands as it should, for the template that it has now. */
export const stands = (ns: TestNamespace, phase: string) =>
  ns.until(`it is ${phase}`, async () => {
    const { metadata, status } = await read(ns);
    return Number(status?.observedGeneration) === metadata.generation && status?.phase === phase;
  });

export async function promoted(ns: TestNamespace, app: Behaviour, strategy?: object): Promise<void> {
  await ns.apply(rollout(app, strategy));
  await stands(ns, 'Healthy');
}

export async function serves(ns: TestNamespace, image: string): Promise<void> {
  const { spec, status } = await read(ns);
  expect(spec.template.spec.containers[0]?.image).toBe(image);
  expect(status).toMatchObject({ phase: 'Healthy', stableRS: status?.currentPodHash });
  expect(spec).toMatchObject({ strategy: expect.anything(), replicas: 4 });
}

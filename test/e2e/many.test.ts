import { expect } from '@jest/globals';
import type { Pod } from '../../src/systems/kubernetes/objects.ts';
import { scenario } from './cluster.ts';
import { version } from './images.ts';
import { deployment } from './manifests.ts';

const COUNT = 30;

scenario(
  `${COUNT} Deployments at once`,
  async (ns) => {
    const all = (number: number) =>
      Array.from({ length: COUNT }, (_, index) => deployment(`web-${index}`, version(number)));
    for (const number of [1, 2]) {
      await ns.apply(...all(number));
      await Promise.all(all(number).map((workload) => ns.rolledOut(workload)));
    }

    const said = await ns.rollBack({ workloads: 'all', to: 'previous' });

    expect(said.errors).toEqual([]);
    const outcomes = JSON.parse(said.outputs.workloads ?? '') as { name: string; outcome: string }[];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(COUNT).fill('rolled-back'));
    const pods = await ns.list<Pod>('pods');
    expect(pods).toHaveLength(2 * COUNT);
    for (const pod of pods) expect(pod.spec.containers[0]?.image).toBe(version(1).image);
    // Side by side: all were begun before any was done.
    const at = (status: string) =>
      said.record.filter((event) => event.status === status).map((event) => Date.parse(event.at));
    expect(Math.max(...at('started'))).toBeLessThanOrEqual(Math.min(...at('done')));
    // One warning for all of them: a run's page shows ten.
    expect(said.warnings).toHaveLength(1);
  },
  180,
);

import { describe, expect, test } from '@jest/globals';
import { newPods, type RolloutState, stuckPod } from '../../src/service/progress.ts';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { isReady } from '../../src/systems/kubernetes/workload-pods.ts';
import { fresh, old, pod, rolloutState as state } from './fixtures.ts';

describe('pods', () => {
  test('new ones carry the label, and are neither on their way out nor over', () => {
    const pods = [
      fresh('a'),
      fresh('b', { ready: false }),
      fresh('c', { deleted: true }),
      fresh('d', { phase: 'Failed' }),
      old('e'),
      pod('f'),
    ];
    const names = (podLabel: RolloutState['podLabel']) =>
      newPods(state('Deployment', {}, {}, { pods, podLabel })).map(({ metadata }) => metadata.name);
    expect(names(['hash', 'new'])).toEqual(['a', 'b']);
    expect(names(undefined)).toEqual([]);
  });

  test('are ready when their condition says so', () => {
    expect(isReady(fresh('a'))).toBe(true);
    expect(isReady(fresh('a', { ready: false }))).toBe(false);
    expect(isReady(fresh('a', { status: { conditions: [{ type: 'Initialized', status: 'True' }] } }))).toBe(
      false,
    );
    expect(isReady({ ...fresh('a'), status: {} })).toBe(false);
  });
});

describe('the pod that a StatefulSet is stuck at', () => {
  const bad = old('web-1', { ready: false });
  test.each<
    [
      string,
      Parameters<typeof state>[0],
      Partial<Workload['spec']>,
      Partial<RolloutState>,
      string | undefined,
    ]
  >([
    ['is of another revision and not ready', 'StatefulSet', {}, { pods: [fresh('web-0'), bad] }, 'web-1'],
    [
      'is so by default and by name',
      'StatefulSet',
      { podManagementPolicy: 'OrderedReady' },
      { pods: [bad] },
      'web-1',
    ],
    [
      'is none where pods go in parallel',
      'StatefulSet',
      { podManagementPolicy: 'Parallel' },
      { pods: [bad] },
      undefined,
    ],
    ['is none that is ready', 'StatefulSet', {}, { pods: [old('web-1')] }, undefined],
    [
      'is none of the new revision',
      'StatefulSet',
      {},
      { pods: [fresh('web-1', { ready: false })] },
      undefined,
    ],
    [
      'is none on its way out',
      'StatefulSet',
      {},
      { pods: [old('web-1', { ready: false, deleted: true })] },
      undefined,
    ],
    [
      'is none below the partition',
      'StatefulSet',
      { updateStrategy: { rollingUpdate: { partition: 2 } } },
      { pods: [bad] },
      undefined,
    ],
    [
      'is none while the new revision is unknown',
      'StatefulSet',
      {},
      { pods: [bad], podLabel: undefined },
      undefined,
    ],
    ['is none of a Deployment', 'Deployment', {}, { pods: [bad] }, undefined],
    ['is none of a DaemonSet', 'DaemonSet', {}, { pods: [bad] }, undefined],
  ])('%s', (_, kind, spec, more, expected) => {
    expect(stuckPod(state(kind, spec, {}, more))?.metadata.name).toBe(expected);
  });
});

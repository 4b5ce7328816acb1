import { describe, expect, test } from '@jest/globals';
import { progressOf } from '../../src/service/progress.ts';
import { silentNodes } from '../../src/service/silent-nodes.ts';
import type { Condition, Pod } from '../../src/systems/kubernetes/objects.ts';
import { fresh, old, rolloutState } from './fixtures.ts';

const NOW = new Date('2026-11-01T00:01:00Z');
const LONG_AGO = '2026-11-01T00:00:00Z';
const JUST_NOW = '2026-11-01T00:00:50Z';

const on = (node: string, pod: Pod, more: object = {}): Pod => ({
  ...pod,
  spec: { ...pod.spec, nodeName: node, ...more },
});
const conditions = (ready: Condition['status'], containers: Condition['status'], at = LONG_AGO) => ({
  conditions: [
    { type: 'Ready', status: ready, lastTransitionTime: at },
    { type: 'ContainersReady', status: containers, lastTransitionTime: at },
  ],
});
const dueAt = (at: string): Pod => {
  const pod = on('b', old('x'));
  return { ...pod, metadata: { ...pod.metadata, deletionTimestamp: at } };
};
const unseen = (at: string): Pod => {
  const pod = on('b', fresh('x', { phase: 'Pending', status: { conditions: [] } }));
  return { ...pod, metadata: { ...pod.metadata, creationTimestamp: at } };
};

describe('a node', () => {
  test.each<[boolean, string, Pod]>([
    [true, 'that should long have ended a pod', dueAt(LONG_AGO)],
    [false, 'whose pod has just had its time', dueAt(JUST_NOW)],
    [
      false,
      'whose pod is over, and held by somebody else',
      { ...dueAt(LONG_AGO), status: { phase: 'Failed' } },
    ],
    [true, 'that takes no notice of a pod', unseen(LONG_AGO)],
    [false, 'that has had no time to', unseen(JUST_NOW)],
    [
      true,
      'whose pod is unready with ready containers',
      on('b', fresh('x', { status: conditions('False', 'True') })),
    ],
    [
      false,
      'whose pod has just become so',
      on('b', fresh('x', { status: conditions('False', 'True', JUST_NOW) })),
    ],
    [
      false,
      'whose pod has unready containers',
      on('b', fresh('x', { status: conditions('False', 'False') })),
    ],
    [
      false,
      'whose pod waits for a readiness gate',
      on('b', fresh('x', { status: conditions('False', 'True') }), {
        readinessGates: [{ conditionType: 'lb' }],
      }),
    ],
    [false, 'whose pod serves', on('b', fresh('x', { status: conditions('True', 'True') }))],
  ])('%s: %s', (expected, _, pod) => {
    expect([...silentNodes([pod], NOW)]).toEqual(expected ? ['b'] : []);
  });
});

describe('a DaemonSet of three nodes, of which b does not answer', () => {
  const silent = new Set(['b']);
  const status = { desiredNumberScheduled: 3, updatedNumberScheduled: 2, numberAvailable: 2 };
  const rest = (pods: Pod[], nodes: ReadonlySet<string> = silent) =>
    progressOf(rolloutState('DaemonSet', {}, status, { pods, silent: nodes })).rest;

  test('lacks but that one, where the others have new pods that serve', () => {
    const pods = [on('a', fresh('x')), on('c', fresh('y')), on('b', old('z', { deleted: true }))];
    expect(rest(pods)).toBe('no answer from node b');
    expect(rest(pods, new Set())).toBeUndefined();
  });

  test('lacks more where another has an old pod, or one that is not ready', () => {
    expect(rest([on('a', fresh('x')), on('c', old('y'))])).toBeUndefined();
    expect(rest([on('a', fresh('x')), on('c', fresh('y', { ready: false }))])).toBeUndefined();
  });
});

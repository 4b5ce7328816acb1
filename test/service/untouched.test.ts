import { expect, test } from '@jest/globals';
import { deployBegun, untouchedReason } from '../../src/service/untouched.ts';
import type { ReplicaSet, Workload } from '../../src/systems/kubernetes/objects.ts';
import { goodMark, history, replicaSet, workload } from './fixtures.ts';

const NOW = Date.parse('2026-11-10T12:00:00Z');
const minutes = (ago: number) => new Date(NOW - ago * 60_000).toISOString();

function service(ago: number, more: { ready?: number; marked?: boolean; named?: boolean } = {}) {
  const { ready = 2, marked = false, named = false } = more;
  const owner: Workload = workload('Deployment', {
    spec: { replicas: 2 },
    status: { availableReplicas: ready, updatedReplicas: 2, replicas: 2 },
  });
  const made = (set: ReplicaSet, at: string): ReplicaSet => ({
    ...set,
    metadata: { ...set.metadata, creationTimestamp: at },
  });
  const sets = [
    made(replicaSet(2, 'web:2', { replicas: 2, available: ready }), minutes(ago)),
    made(replicaSet(1, 'web:1', { annotations: marked ? goodMark('uid-web-1') : {} }), minutes(ago + 60)),
  ];
  return { workload: owner, history: history(owner, ...sets), named };
}

test('F1: what serves in full and was not changed since the deploy began stays, marked or not, named or not', () => {
  const begun = deployBegun([service(30)], (NOW - 10 * 60_000) / 1000, NOW);
  for (const more of [{}, { marked: true }, { named: true }])
    expect(untouchedReason(service(30, more), begun)).toBe(
      'it is fully available and was not changed since the deploy began at 2026-11-10T11:50:00Z',
    );
  expect(untouchedReason(service(5), begun)).toBeUndefined();
  expect(untouchedReason(service(30, { ready: 1 }), begun)).toBeUndefined();
});

test('F1: where nobody says when it began, the newest revision does, and names and marks overrule that', () => {
  const old = service(60);
  const begun = deployBegun([old, service(2)], undefined, NOW);
  expect(untouchedReason(old, begun)).toMatch(
    /^it is fully available, was not changed since 2026-11-10T11:43:00Z/,
  );
  expect(untouchedReason(service(2), begun)).toBeUndefined();
  expect(untouchedReason(service(60, { named: true }), begun)).toBeUndefined();
  expect(untouchedReason(service(60, { marked: true }), begun)).toBeUndefined();
});

test('F1: where nothing was deployed lately, nothing that serves goes back unasked', () => {
  const old = service(7 * 24 * 60);
  expect(untouchedReason(old, deployBegun([old], undefined, NOW))).toMatch(/name it or say `to: previous`$/);
});

test('what the deploy has brought back is of the deploy, though its revision is older', () => {
  const back = (time: string) => {
    const { workload: owner, history: all, named } = service(300);
    const [current, ...others] = all;
    const annotations = { 'deployment.kubernetes.io/revision-history': '1' };
    const sets = [replicaSet(3, 'web:2', { replicas: 2, available: 2, annotations })];
    for (const { metadata } of sets)
      metadata.creationTimestamp = current?.object.metadata.creationTimestamp ?? '';
    const fieldsV1 = { 'f:spec': { 'f:template': {} } };
    owner.metadata.managedFields = [{ manager: 'helm', operation: 'Update', time, fieldsV1 }];
    const older = others.map(({ object }) => object as ReplicaSet);
    return { workload: owner, history: history(owner, ...sets, ...older), named };
  };
  const begun = deployBegun([], (NOW - 10 * 60_000) / 1000, NOW);
  expect(untouchedReason(back(minutes(5)), begun)).toBeUndefined();
  expect(untouchedReason(back(minutes(60)), begun)).toMatch(/was not changed since the deploy began/);
});

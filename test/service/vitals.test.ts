import { describe, expect, test } from '@jest/globals';
import { restartsBefore, rollbackHistory, type Seen, vitalsOf } from '../../src/service/vitals.ts';
import type { Pod } from '../../src/systems/kubernetes/objects.ts';
import {
  goodMark,
  history,
  lastRollback,
  meta,
  replicaSet,
  rolledBackMark,
  template,
  workload,
} from './fixtures.ts';

const MADE = '2026-11-22T10:00:00Z';
const OWNER = [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: 'uid-web', controller: true }];

function pod(
  name: string,
  revision: number,
  more: { ready?: boolean; restarts?: number; waiting?: string; made?: string } = {},
): Pod {
  const { ready = true, restarts = 0, waiting, made = MADE } = more;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(name, {
      labels: { app: 'web', 'pod-template-hash': `h${revision}` },
      creationTimestamp: made,
    }),
    spec: template('web').spec,
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
      containerStatuses: [
        {
          name: 'web',
          image: 'web',
          ready,
          restartCount: restarts,
          ...(waiting && { state: { waiting: { reason: waiting } } }),
        },
      ],
    },
  };
}

function seen(
  pods: Pod[],
  annotations: Record<string, string> = {},
  ...older: ReturnType<typeof replicaSet>[]
): Seen {
  const owner = workload('Deployment', { metadata: { annotations }, spec: { replicas: 2 } });
  const sets = [replicaSet(2, 'web:2', { replicas: 2 }), ...older];
  for (const set of sets) {
    set.metadata.ownerReferences = OWNER;
    set.metadata.creationTimestamp = MADE;
  }
  return { workload: owner, history: history(owner, ...sets), pods };
}

describe('vitals', () => {
  test('count the present revision’s pods, and ready ones of any', () => {
    expect(vitalsOf(seen([pod('new', 2, { restarts: 2 }), pod('old', 1, { restarts: 9 })]))).toEqual({
      workload: 'deployment/web',
      wanted: 2,
      ready: 2,
      readyOfNewest: 1,
      restarts: 2,
    });
  });
  test('say why a pod can never start', () => {
    const crashing = pod('new', 2, { ready: false, waiting: 'CrashLoopBackOff' });
    expect(vitalsOf(seen([crashing, pod('old', 1)])).terminalFailure).toBe('pod new is in CrashLoopBackOff');
    expect(
      vitalsOf(seen([pod('new', 2), { ...crashing, metadata: pod('old', 1).metadata }])).terminalFailure,
    ).toBeUndefined();
  });
  test('leave restarts from before the deploy out, where the pod is older', () => {
    const first = seen([
      pod('long-there', 2, { restarts: 40 }),
      pod('young', 2, { restarts: 1, made: '2026-11-22T12:00:00Z' }),
    ]);
    const before = restartsBefore([first], Date.parse('2026-11-22T11:00:00Z') / 1000);
    expect(vitalsOf(first, before).restarts).toBe(1);
    const later = seen([
      pod('long-there', 2, { restarts: 42 }),
      pod('young', 2, { restarts: 1, made: '2026-11-22T12:00:00Z' }),
    ]);
    expect(vitalsOf(later, before).restarts).toBe(3);
    expect(restartsBefore([first], null).size).toBe(2);
  });
});

describe('memory', () => {
  test('knows when the present revision was made', () => {
    expect(rollbackHistory(seen([]))).toEqual({ workload: 'deployment/web', since: Date.parse(MADE) / 1000 });
  });
  test('knows when a release was deployed again that was rolled back', () => {
    const again = replicaSet(3, 'web:2', {
      annotations: { 'deployment.kubernetes.io/revision-history': '1', ...rolledBackMark('uid-web-3') },
    });
    again.metadata.creationTimestamp = MADE;
    const fieldsV1 = { 'f:spec': { 'f:template': {} } };
    const time = '2026-11-23T10:00:00Z';
    const owner = workload('Deployment', {
      metadata: { managedFields: [{ manager: 'helm', operation: 'Update', time, fieldsV1 }] },
    });
    const all = history(owner, again, replicaSet(2, 'web:1'));
    expect(rollbackHistory({ workload: owner, history: all }).since).toBe(Date.parse(time) / 1000);
    // What came back without having been rolled back did so by going back, and no deploy brought it.
    const back = { ...again.metadata.annotations, 'rollback-actions/rolled-back': '' };
    const undone = history(owner, { ...again, metadata: { ...again.metadata, annotations: back } });
    expect(rollbackHistory({ workload: owner, history: undone }).since).toBe(Date.parse(MADE) / 1000);
  });
  test('knows the last rollback, and whether anything was deployed since', () => {
    const at = Date.parse('2026-11-02T00:00:00Z') / 1000;
    expect(rollbackHistory(seen([], lastRollback('uid-web-2'))).last).toEqual({
      id: '42-1',
      at,
      isCurrent: true,
    });
    expect(rollbackHistory(seen([], lastRollback('uid-web-1'))).last).toEqual({
      id: '42-1',
      at,
      isCurrent: false,
    });
    expect(rollbackHistory(seen([], { 'rollback-actions/last-rollback': 'edited' })).last).toBeUndefined();
  });
  test('names an image that was rolled back from before', () => {
    const bad = replicaSet(1, 'web:2', { annotations: rolledBackMark('uid-web-1') });
    const good = replicaSet(3, 'web:1', { annotations: goodMark('uid-web-3') });
    expect(rollbackHistory(seen([], lastRollback('uid-web-3'), bad, good)).again).toEqual({
      images: ['web:2'],
      id: '42-1',
      at: '2026-11-02T00:00:00Z',
    });
  });
  test('names none that the rollback’s target had too', () => {
    const bad = replicaSet(1, { web: 'web:2', log: 'log:1' }, { annotations: rolledBackMark('uid-web-1') });
    const good = replicaSet(3, 'web:2', { annotations: goodMark('uid-web-3') });
    expect(rollbackHistory(seen([], lastRollback('uid-web-3'), bad, good)).again).toBeUndefined();
  });
  test('says nothing while the rolled-back-to revision is there', () => {
    const bad = replicaSet(1, 'web:2', { annotations: rolledBackMark('uid-web-1') });
    expect(rollbackHistory(seen([], lastRollback('uid-web-2'), bad)).again).toBeUndefined();
  });
});

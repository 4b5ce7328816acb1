import { describe, expect, test } from '@jest/globals';
import { namesOfLeft, progressing, progressOf, type RolloutState } from '../../src/service/progress.ts';
import type { Condition, Pod, Workload } from '../../src/systems/kubernetes/objects.ts';
import {
  controllerRevision,
  fresh,
  history,
  old,
  rolledBackMark,
  rolloutState as state,
  template,
  workload,
} from './fixtures.ts';

/** What a state waits for: empty when it is done. */
function waiting(...args: Parameters<typeof state>): string {
  const progress = progressOf(state(...args));
  expect(progress.done).toBe(progress.waiting === '');
  return progress.failed ?? progress.waiting;
}

const TO_SEE = 'the controller to see the change';
const done3 = { replicas: 3, updatedReplicas: 3, readyReplicas: 3, availableReplicas: 3 };

describe('every kind', () => {
  test.each(['Deployment', 'StatefulSet', 'DaemonSet'] as const)(
    'a %s waits for its controller first',
    (kind) => {
      const daemon = { desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3 };
      const status = { ...done3, ...daemon };
      expect(waiting(kind, { replicas: 3 }, status)).toBe('');
      expect(waiting(kind, { replicas: 3 }, { ...status, observedGeneration: 3 })).toBe('');
      expect(waiting(kind, { replicas: 3 }, { ...status, observedGeneration: 1 })).toBe(TO_SEE);
      expect(waiting(kind, { replicas: 3 }, status, { podLabel: undefined })).toBe(TO_SEE);
      const without = state(kind, {}, {});
      delete without.workload.status;
      expect(progressOf(without).waiting).toBe(TO_SEE);
    },
  );

  test.each(['Deployment', 'DaemonSet', 'StatefulSet'] as const)(
    'a %s waits for its old pods to be gone altogether',
    (kind) => {
      const status = { ...done3, desiredNumberScheduled: 1, updatedNumberScheduled: 1, numberAvailable: 1 };
      const rest = (...pods: Pod[]) =>
        waiting(kind, { replicas: 3 }, status, { pods: [fresh('web-0'), ...pods] });
      expect(rest(old('web-1'))).toBe('1 old pod to be gone (web-1)');
      expect(rest(old('web-1', { deleted: true }), old('web-2'))).toBe('2 old pods to be gone (web-1)');
      expect(rest(fresh('web-1', { deleted: true }))).toBe('1 old pod to be gone (web-1)');
      expect(rest(old('web-1', { phase: 'Failed' }), old('web-2', { phase: 'Succeeded' }))).toBe('');
    },
  );
});

describe('a Deployment', () => {
  test.each<[string, number | undefined, Workload['status'], string]>([
    ['has fewer new pods than wanted', 3, { replicas: 3, updatedReplicas: 1 }, '1/3 updated'],
    ['has none yet', 3, {}, '0/3 updated'],
    ['has old pods', 3, { replicas: 5, updatedReplicas: 3 }, '2 old pods to be gone'],
    ['has one old pod', 3, { replicas: 4, updatedReplicas: 3, availableReplicas: 3 }, '1 old pod to be gone'],
    ['is not available', 3, { replicas: 3, updatedReplicas: 3, availableReplicas: 2 }, '2/3 available'],
    ['is available in none', 3, { replicas: 3, updatedReplicas: 3 }, '0/3 available'],
    ['is done', 3, done3, ''],
    ['wants 1 where it does not say', undefined, {}, '0/1 updated'],
    ['has 1 where it does not say', undefined, { replicas: 1, updatedReplicas: 1, availableReplicas: 1 }, ''],
    ['wants none', 0, {}, ''],
    ['wants none and has some', 0, { replicas: 2 }, '2 old pods to be gone'],
    [
      'was scaled up by an autoscaler meanwhile',
      3,
      { replicas: 4, updatedReplicas: 4, availableReplicas: 3 },
      '3/4 available',
    ],
  ])('%s', (_, replicas, status, expected) => {
    expect(waiting('Deployment', replicas === undefined ? {} : { replicas }, status)).toBe(expected);
  });
});

describe('a Deployment past its progress deadline', () => {
  const condition = (message: string, more: Partial<Condition> = {}): Condition => ({
    type: 'Progressing',
    status: 'False',
    reason: 'ProgressDeadlineExceeded',
    message,
    ...more,
  });
  const after = (conditions: Condition[], more: Partial<RolloutState> & { generation?: number } = {}) =>
    waiting('Deployment', { replicas: 3 }, { replicas: 3, updatedReplicas: 1, conditions }, more);
  const ours = condition('ReplicaSet "web-new" has timed out progressing.');
  const theirs = condition('ReplicaSet "web-old" has timed out progressing.');
  const failed = 'it exceeded its progress deadline: ReplicaSet "web-new" has timed out progressing.';

  test.each<[string, Condition[], Partial<RolloutState> & { generation?: number }, string]>([
    ['fails', [ours], {}, failed],
    ['fails where the condition was another one before', [ours], { before: theirs }, failed],
    [
      'fails where it was progressing before',
      [ours],
      { before: condition('ReplicaSet "web-old" is progressing.', { reason: 'ReplicaSetUpdated' }) },
      failed,
    ],
    [
      'fails where the message names no ReplicaSet',
      [condition('too slow')],
      {},
      'it exceeded its progress deadline: too slow',
    ],
    ['does not fail by what was so before', [theirs], { before: theirs }, '1/3 updated'],
    ['does not fail by what another ReplicaSet did', [theirs], {}, '1/3 updated'],
    ['does not fail before the controller has seen the change', [ours], { generation: 3 }, TO_SEE],
    [
      'does not fail by another reason',
      [condition('', { reason: 'NewReplicaSetAvailable' })],
      {},
      '1/3 updated',
    ],
    ['does not fail by another condition', [{ ...ours, type: 'Available' }], {}, '1/3 updated'],
  ])('%s', (_, conditions, more, expected) => {
    expect(after(conditions, more)).toBe(expected);
  });

  test('is not done, even with all pods there', () => {
    const progress = progressOf(state('Deployment', { replicas: 3 }, { ...done3, conditions: [ours] }));
    expect(progress).toMatchObject({ done: false, failed });
  });

  test('is a Deployment: others have no such condition', () => {
    expect(waiting('StatefulSet', { replicas: 3 }, { ...done3, conditions: [ours] })).toBe('');
  });

  test('progressing finds the condition', () => {
    expect(
      progressing(state('Deployment', {}, { conditions: [{ ...ours, type: 'Available' }, ours] }).workload),
    ).toBe(ours);
    expect(progressing(workload())).toBeUndefined();
  });
});

describe('a StatefulSet', () => {
  const moving = { currentRevision: 'web-1', updateRevision: 'web-2' };
  const still = { currentRevision: 'web-2', updateRevision: 'web-2' };
  const partition = (value: number) => ({
    replicas: 3,
    updateStrategy: { rollingUpdate: { partition: value } },
  });

  test.each<[string, Partial<Workload['spec']>, Workload['status'], string]>([
    ['has none updated', { replicas: 3 }, { ...moving, readyReplicas: 3 }, '0/3 updated'],
    ['has some updated', { replicas: 3 }, { ...moving, updatedReplicas: 2, readyReplicas: 3 }, '2/3 updated'],
    ['is not ready', { replicas: 3 }, { ...moving, updatedReplicas: 3, readyReplicas: 2 }, '2/3 ready'],
    [
      'is not available',
      { replicas: 3 },
      { ...moving, updatedReplicas: 3, readyReplicas: 3, availableReplicas: 1 },
      '1/3 available',
    ],
    ['is done', { replicas: 3 }, { ...moving, ...done3 }, ''],
    ['is done, and counts no updated ones any more', { replicas: 3 }, { ...still, readyReplicas: 3 }, ''],
    [
      'comes from a server that counts no available ones',
      { replicas: 3 },
      { ...still, readyReplicas: 3 },
      '',
    ],
    ['wants 1 where it does not say', {}, { ...moving, updatedReplicas: 0 }, '0/1 updated'],
    ['wants none', { replicas: 0 }, still, ''],
    [
      'has a partition and too few above it',
      partition(1),
      { ...moving, updatedReplicas: 1, readyReplicas: 3 },
      '1/2 updated',
    ],
    [
      'has a partition and all above it',
      partition(1),
      { ...moving, updatedReplicas: 2, readyReplicas: 3 },
      '',
    ],
    [
      'has a partition, all above it, and is not ready',
      partition(1),
      { ...moving, updatedReplicas: 2, readyReplicas: 2 },
      '2/3 ready',
    ],
    ['has a partition beyond its replicas', partition(9), { ...moving, readyReplicas: 3 }, ''],
  ])('%s', (_, spec, status, expected) => {
    expect(waiting('StatefulSet', spec, status)).toBe(expected);
  });

  test('keeps the old pods below its partition', () => {
    const spec = partition(2);
    const rest = (...pods: Pod[]) => waiting('StatefulSet', spec, { ...still, ...done3 }, { pods });
    expect(rest(old('web-0'), old('web-1'), fresh('web-2'))).toBe('');
    expect(rest(old('web-0'), old('web-1'), old('web-2'))).toBe('1 old pod to be gone (web-2)');
  });

  test('counts those from the first number that it gives', () => {
    const spec = { ...partition(2), ordinals: { start: 5 } };
    const rest = (...pods: Pod[]) => waiting('StatefulSet', spec, { ...still, ...done3 }, { pods });
    expect(rest(old('web-5'), old('web-6'), fresh('web-7'))).toBe('');
    expect(rest(old('web-5'), old('web-6'), old('web-7'))).toBe('1 old pod to be gone (web-7)');
  });
});

// Reported as kubernetes#91676: who raises the partition to stop a bad release has its pods kept.
describe('a StatefulSet whose partition keeps pods of the release that was left', () => {
  const spec = { replicas: 3, updateStrategy: { rollingUpdate: { partition: 2 } } };
  const status = { currentRevision: 'old', updateRevision: 'web-new', ...done3 };
  const pods = [old('web-0'), old('web-1'), fresh('web-2')];
  const left = new Set(['old']);

  test('is not rolled back, and says what is missing', () => {
    expect(progressOf(state('StatefulSet', spec, status, { pods, left }))).toMatchObject({
      done: false,
      failed:
        'web-0, web-1 stay at the revision that was left, below its partition of 2: lower `spec.updateStrategy.rollingUpdate.partition`, which is all that is missing',
    });
  });

  test('waits for those above it first', () => {
    const all = { pods: [...pods.slice(0, 2), old('web-2')], left };
    expect(progressOf(state('StatefulSet', spec, status, all)).failed).toBeUndefined();
  });

  test('is done where these are of the version before, as of a canary', () => {
    expect(progressOf(state('StatefulSet', spec, status, { pods, left: new Set(['bad']) })).done).toBe(true);
  });

  test('what was left is what an earlier rollback has marked, and what this one came from', () => {
    const set = workload('StatefulSet', { template: template('web:1') });
    const all = history(
      set,
      controllerRevision(4, 'web:1'),
      controllerRevision(3, 'web:3'),
      controllerRevision(2, 'web:2', rolledBackMark('uid-web-2')),
    );
    const before = workload('StatefulSet', { status: { updateRevision: 'web-3' } });
    expect([...namesOfLeft(all, all[0], before)].sort()).toEqual(['web-2', 'web-3']);
    expect([...namesOfLeft(all, all[0], undefined)]).toEqual(['web-2']);
    expect([...namesOfLeft(all, all[2], undefined)]).toEqual([]);
    // A restart makes a revision of the same release.
    const restarted = controllerRevision(5, 'web:1');
    restarted.data.spec.template.metadata = {
      ...restarted.data.spec.template.metadata,
      annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-12-01T00:00:00Z' },
    };
    const [now] = history(set, restarted);
    const from = workload('StatefulSet', { status: { updateRevision: 'web-4' } });
    expect([...namesOfLeft([...(now ? [now] : []), ...all], now, from)]).toEqual(['web-2']);
  });
});

describe('a DaemonSet', () => {
  test.each<[Workload['status'], string]>([
    [{ desiredNumberScheduled: 3, updatedNumberScheduled: 1, numberAvailable: 3 }, '1/3 updated'],
    [{ desiredNumberScheduled: 3, numberAvailable: 3 }, '0/3 updated'],
    [{ desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 2 }, '2/3 available'],
    [{ desiredNumberScheduled: 3, updatedNumberScheduled: 3 }, '0/3 available'],
    [{ desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3 }, ''],
    [{}, ''],
  ])('%j waits for "%s"', (status, expected) => {
    expect(waiting('DaemonSet', {}, status)).toBe(expected);
  });
});

describe('a Rollout that was aborted', () => {
  const status = { phase: 'Degraded', message: 'RolloutAborted: x', abort: true, currentPodHash: 'new' };

  test('is waited for where that was so before it went back, or where its steps are left out', () => {
    expect(waiting('Rollout', {}, status)).toBe(
      'the Rollout to be healthy; it is Degraded: RolloutAborted: x',
    );
  });

  test('has failed where that came on its way', () => {
    expect(waiting('Rollout', {}, status, { isAborted: true })).toBe(
      'it was aborted, and the version before serves: RolloutAborted: x',
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import type { LastRollback } from '../../src/service/marks.ts';
import { restorePatch, rollbackPatch } from '../../src/service/patch.ts';
import { planStep } from '../../src/service/plan.ts';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import {
  controllerRevision,
  goodMark,
  history,
  REVISION,
  replicaSet,
  rolledBackMark,
  template,
  workload,
} from './fixtures.ts';

const mark: LastRollback = {
  id: '50-1',
  run: '50',
  at: '2026-11-01T00:00:00Z',
  wanted: 'previous',
  to: 'uid-web-1',
  revision: 1,
};
const written = { 'rollback-actions/last-rollback': JSON.stringify(mark) };

function patchOf(owner: Workload, owned: Parameters<typeof history>[1][]) {
  const wanted = {
    to: { type: 'previous' },
    rollback: { id: '50-1', run: '50', wanted: 'previous' },
    gitops: 'ignore',
  } as const;
  const step = planStep({ workload: owner, history: history(owner, ...owned), named: true }, wanted);
  return rollbackPatch({ ...owner, metadata: { ...owner.metadata, resourceVersion: '77' } }, step, mark);
}

const KEPT = [
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
];

test('the patch replaces the whole template and says which state it is for', () => {
  expect(patchOf(workload(), [replicaSet(2, 'web:2'), replicaSet(1, 'web:1')])).toEqual({
    metadata: { resourceVersion: '77', annotations: written },
    spec: { template: { ...template('web:1'), $patch: 'replace' } },
  });
});

describe('annotations of a Deployment', () => {
  test('become those of the ReplicaSet', () => {
    const owner = workload('Deployment', {
      metadata: { annotations: { 'kubernetes.io/change-cause': 'v2', only: 'now', [REVISION]: '2' } },
    });
    const target = replicaSet(1, 'web:1', {
      annotations: { 'kubernetes.io/change-cause': 'v1', before: 'then' },
    });
    expect(patchOf(owner, [replicaSet(2, 'web:2'), target])).toMatchObject({
      metadata: {
        annotations: { 'kubernetes.io/change-cause': 'v1', only: null, before: 'then', ...written },
      },
    });
  });

  test.each(KEPT)('%s stays as it is', (key) => {
    const owner = workload('Deployment', { metadata: { annotations: { [key]: 'now' } } });
    const target = replicaSet(1, 'web:1', { annotations: { [key]: '1' } });
    expect(patchOf(owner, [replicaSet(2, 'web:2'), target])).toMatchObject({
      metadata: { annotations: written },
    });
    expect(patchOf(owner, [replicaSet(2, 'web:2'), target])).not.toHaveProperty([
      'metadata',
      'annotations',
      key,
    ]);
  });

  test.each([
    'downscaler/original-replicas',
    'autoscaling.alpha.kubernetes.io/conditions',
    'argocd.argoproj.io/tracking-id',
    'meta.helm.sh/release-name',
  ])('%s is what another controller lives from, and stays', (key) => {
    const owner = workload('Deployment', { metadata: { annotations: { [key]: 'now' } } });
    const { metadata } = patchOf(owner, [replicaSet(2, 'web:2'), replicaSet(1, 'web:1')]) as {
      metadata: { annotations: object };
    };
    expect(metadata.annotations).toEqual(written);
  });

  test('what another manager than the deployer has written stays, and the change-cause goes back whoever wrote it', () => {
    const image = { 'k:{"name":"web"}': { 'f:image': {} } };
    const template = { 'f:spec': { 'f:containers': image } };
    const managedFields = [
      { manager: 'helm', operation: 'Apply' as const, fieldsV1: { 'f:spec': { 'f:template': template } } },
      {
        manager: 'pykube',
        operation: 'Update' as const,
        fieldsV1: {
          'f:metadata': { 'f:annotations': { 'f:theirs': {}, 'f:kubernetes.io/change-cause': {} } },
        },
      },
    ];
    const annotations = { theirs: 'now', ours: 'now', 'kubernetes.io/change-cause': 'v2' };
    const owner = workload('Deployment', { metadata: { annotations, managedFields } });
    const { metadata } = patchOf(owner, [replicaSet(2, 'web:2'), replicaSet(1, 'web:1')]) as {
      metadata: { annotations: object };
    };
    expect(metadata.annotations).toEqual({ ours: null, 'kubernetes.io/change-cause': null, ...written });
  });

  test('our marks do not follow, and a copied one is taken off', () => {
    const owner = workload('Deployment', { metadata: { annotations: goodMark('uid-web-2') } });
    const target = replicaSet(1, 'web:1', {
      annotations: { ...goodMark('uid-web-1'), ...rolledBackMark('uid-web-1') },
    });
    const { metadata } = patchOf(owner, [replicaSet(2, 'web:2'), target]) as {
      metadata: { annotations: object };
    };
    expect(metadata.annotations).toEqual({ 'rollback-actions/good': null, ...written });
  });
});

test('a restart that is owed comes with the new template', () => {
  const annotations = {
    'rollback-actions/pending-restart': '{"revision":"uid-web-2","id":"1-1","at":"then"}',
  };
  const owner = workload('StatefulSet', { metadata: { annotations } });
  const owned = [controllerRevision(2, 'web:2', { a: '2' }), controllerRevision(1, 'web:1', { a: '1' })];
  expect(patchOf(owner, owned)).toMatchObject({
    metadata: { annotations: { 'rollback-actions/pending-restart': null } },
  });
});

test.each(['StatefulSet', 'DaemonSet'] as const)('a %s keeps its annotations', (kind) => {
  const owner = workload(kind, { metadata: { annotations: { only: 'now' } } });
  const owned = [controllerRevision(2, 'web:2', { a: '2' }), controllerRevision(1, 'web:1', { a: '1' })];
  expect(patchOf(owner, owned)).toEqual({
    metadata: { resourceVersion: '77', annotations: written },
    spec: { template: { ...template('web:1'), $patch: 'replace' } },
  });
});

test('what a rollback changed goes back whole: the template, and the annotations but those of the controller', () => {
  const annotations = { 'kubernetes.io/change-cause': 'v2', note: 'a', [REVISION]: '2' };
  const before = workload('Deployment', { metadata: { annotations } });
  const revisions = history(before, replicaSet(2, 'web:2'), replicaSet(1, 'web:1'));
  const wanted = {
    to: { type: 'previous' },
    rollback: { id: '1', run: '1', wanted: 'previous' },
    gitops: 'ignore',
  } as const;
  const step = planStep({ workload: before, history: revisions, named: true }, wanted);
  const now = workload('Deployment', {
    metadata: { annotations: { ...written, 'kubernetes.io/change-cause': 'v1', [REVISION]: '3' } },
  });
  expect(restorePatch(now, step)).toEqual({
    metadata: {
      resourceVersion: '1',
      annotations: { 'rollback-actions/last-rollback': null, 'kubernetes.io/change-cause': 'v2', note: 'a' },
    },
    spec: { template: { ...before.spec.template, $patch: 'replace' } },
  });
});

test('marks that kubectl rollout undo has copied to a Deployment are taken off it', () => {
  const annotations = { 'rollback-actions/good': '{}', 'rollback-actions/rolled-back': '{}' };
  const owner = workload('Deployment', { metadata: { annotations } });
  const revisions = history(owner, replicaSet(2, 'web:2'), replicaSet(1, 'web:1'));
  const wanted = {
    to: { type: 'previous' },
    rollback: { id: '1', run: '1', wanted: 'previous' },
    gitops: 'ignore',
  } as const;
  const step = planStep({ workload: owner, history: revisions, named: true }, wanted);
  expect(rollbackPatch(owner, step, mark)).toMatchObject({
    metadata: {
      annotations: { 'rollback-actions/good': null, 'rollback-actions/rolled-back': null, ...written },
    },
  });
});

test('S13: the pause goes in the same patch, so that the release that is left never spreads', () => {
  const paused = workload('Deployment', { spec: { paused: true } });
  const owned = [replicaSet(2, 'web:2'), replicaSet(1, 'web:1')];
  expect(patchOf(paused, owned)).toMatchObject({ spec: { paused: false, template: { $patch: 'replace' } } });
  expect(patchOf(workload(), owned)).not.toHaveProperty('spec.paused');
});

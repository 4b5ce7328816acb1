import { expect, test } from '@jest/globals';
import { ownerOf } from '../../src/owners/find.ts';
import { readFlux } from '../../src/owners/flux.ts';
import type { Owner } from '../../src/owners/owner.ts';
import { checkOwners } from '../../src/readiness/owners.ts';
import { workload } from '../service/fixtures.ts';

const LABELS = {
  'kustomize.toolkit.fluxcd.io/name': 'shop',
  'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
};
const RECONCILE = 'kustomize.toolkit.fluxcd.io/reconcile';

function look(metadata: object, more: object = {}) {
  const web = workload();
  const changed = { ...web, ...more, metadata: { ...web.metadata, ...metadata } };
  return checkOwners([{ workload: changed, name: 'deployment/web' }], {}, new Map(), new Date());
}

test('nobody else keeps it', () => {
  expect(look({})).toMatchObject({ state: 'ok', evidence: 'no other tool keeps the workloads' });
});

test('Flux, which would undo it', () => {
  expect(look({ labels: LABELS })).toMatchObject({ state: 'not-ready' });
});

test('Flux that is paused for the object, since its annotation was written', () => {
  const wrote = (time: string, name: string) => ({
    time,
    fieldsV1: { 'f:metadata': { 'f:annotations': { [`f:${name}`]: {} } } },
  });
  const managedFields = [
    wrote('2026-11-20T03:00:00Z', RECONCILE),
    wrote('2026-11-29T03:00:00Z', 'another'),
    { time: '2026-11-30T03:00:00Z', fieldsV1: { 'f:spec': {} } },
  ];
  const paused = { labels: LABELS, annotations: { [RECONCILE]: 'disabled' } };
  expect(look({ ...paused, managedFields })).toMatchObject({
    state: 'ok',
    evidence:
      'would not undo a rollback at once: Flux kustomization shop (paused since 2026-11-20T03:00:00Z)',
  });
  expect(look(paused).evidence).toMatch(/Flux kustomization shop \(paused\)$/);
});

test('an owner that is paused in its own object, and since when', () => {
  const web = workload('Deployment', { metadata: { labels: LABELS } });
  const known = ownerOf(web) as Owner;
  const kustomization = {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: {
      name: 'shop',
      namespace: 'flux-system',
      uid: 'k',
      resourceVersion: '1',
      managedFields: [
        { time: '2026-11-20T03:00:00Z', fieldsV1: { 'f:spec': { 'f:suspend': {} } } },
        { time: '2026-11-29T03:00:00Z', fieldsV1: { 'f:status': {} } },
      ],
    },
    spec: { suspend: true },
  };
  const found = new Map([[web.metadata.uid, readFlux(known, kustomization)]]);
  expect(checkOwners([{ workload: web, name: 'web' }], {}, found, new Date())).toMatchObject({
    state: 'ok',
    evidence:
      'would not undo a rollback at once: Flux kustomization shop (paused since 2026-11-20T03:00:00Z)',
  });
});

test('a rollout that is paused, and since when', () => {
  const { spec } = workload();
  const conditions = [
    {
      type: 'Progressing',
      status: 'Unknown',
      reason: 'DeploymentPaused',
      lastTransitionTime: '2026-11-20T03:00:00Z',
    },
  ];
  expect(look({}, { spec: { ...spec, paused: true }, status: { conditions } })).toMatchObject({
    state: 'at-risk',
    evidence: 'deployment/web: its rollout is paused since 2026-11-20T03:00:00Z',
  });
});

test('an owner that a rollback has left paused for more than a day', () => {
  const web = workload();
  const pausedBy = { id: '50-1', at: '2026-11-20T03:00:00Z' };
  const owner = {
    name: 'Argo CD application shop',
    heals: true,
    remedy: 'x',
    paused: 'its sync is off',
    pausedBy,
  };
  const found = new Map([[web.metadata.uid, owner]]);
  const on = (day: number) =>
    checkOwners([{ workload: web, name: 'web' }], {}, found, new Date(`2026-11-${day}T04:00:00Z`)).state;
  expect([on(20), on(22)]).toEqual(['ok', 'at-risk']);
});

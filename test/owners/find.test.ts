import { describe, expect, test } from '@jest/globals';
import { type Application, readApplication } from '../../src/owners/argo-cd.ts';
import { ownerOf } from '../../src/owners/find.ts';
import { type FluxObject, readFlux } from '../../src/owners/flux.ts';
import { workload } from '../service/fixtures.ts';

type Texts = Record<string, string>;
const flux = (group: string, more: Texts = {}) => ({
  [`${group}.toolkit.fluxcd.io/name`]: 'shop',
  [`${group}.toolkit.fluxcd.io/namespace`]: 'flux-system',
  ...more,
});
const helm = { 'app.kubernetes.io/managed-by': 'Helm' };
const release = { 'meta.helm.sh/release-name': 'shop' };

const argo = {
  name: 'Argo CD application shop',
  heals: true,
  remedy: 'argocd app set shop --sync-policy none',
  object: { type: 'application', name: 'shop' },
} as const;
const kustomization = {
  name: 'Flux kustomization shop',
  heals: true,
  remedy: 'flux suspend kustomization shop --namespace flux-system',
  object: { type: 'kustomization', name: 'shop', namespace: 'flux-system' },
} as const;
const helmRelease = {
  name: 'Flux helmrelease shop',
  heals: true,
  remedy: 'flux suspend helmrelease shop --namespace flux-system',
  object: { type: 'helmrelease', name: 'shop', namespace: 'flux-system' },
} as const;

test.each<[string, Texts, Texts, ReturnType<typeof ownerOf>]>([
  ['nobody', {}, {}, undefined],
  ['labels that anybody writes', { app: 'shop', 'app.kubernetes.io/instance': 'shop' }, {}, undefined],
  ['Argo CD, by annotation', {}, { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/web' }, argo],
  ['Argo CD, by label', { 'argocd.argoproj.io/instance': 'shop' }, {}, argo],
  ['a Flux kustomization', flux('kustomize'), {}, kustomization],
  [
    'one that is told to leave it',
    flux('kustomize'),
    { 'kustomize.toolkit.fluxcd.io/reconcile': 'disabled' },
    { ...kustomization, heals: false },
  ],
  ['a Flux Helm release', flux('helm'), {}, helmRelease],
  ['Flux before Helm, which it uses', { ...flux('helm'), ...helm }, release, helmRelease],
  [
    'Argo CD, of an application in another namespace than its own',
    {},
    { 'argocd.argoproj.io/tracking-id': 'team_shop:apps/Deployment:shop/web' },
    {
      name: 'Argo CD application team/shop',
      heals: true,
      remedy: 'argocd app set team/shop --sync-policy none',
      object: { type: 'application', name: 'shop', namespace: 'team' },
    },
  ],
  [
    'a ResourceSet of the Flux Operator',
    {
      'resourceset.fluxcd.controlplane.io/name': 'tenants',
      'resourceset.fluxcd.controlplane.io/namespace': 'flux-system',
    },
    { 'fluxcd.controlplane.io/reconcile': 'disabled' },
    {
      name: 'Flux ResourceSet tenants',
      heals: true,
      remedy:
        'kubectl annotate resourceset tenants --namespace flux-system fluxcd.controlplane.io/reconcile=disabled',
    },
  ],
  ['Argo CD before Helm', { ...helm, 'argocd.argoproj.io/instance': 'shop' }, release, argo],
  [
    'Helm',
    helm,
    release,
    {
      name: 'Helm release shop',
      heals: false,
      remedy: 'helm rollback shop <good revision> --namespace shop, before the next helm upgrade',
      release: { namespace: 'shop', name: 'shop' },
    },
  ],
  [
    'Helm, by a release of another namespace',
    helm,
    { ...release, 'meta.helm.sh/release-namespace': 'deploy' },
    {
      name: 'Helm release deploy/shop',
      heals: false,
      remedy: 'helm rollback shop <good revision> --namespace deploy, before the next helm upgrade',
      release: { namespace: 'deploy', name: 'shop' },
    },
  ],
  [
    'Argo CD, of another object than itself',
    {},
    { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/other' },
    undefined,
  ],
  [
    'Config Sync',
    {},
    { 'configmanagement.gke.io/managed': 'enabled' },
    { name: 'Config Sync of the cluster', heals: true, remedy: expect.any(String) as unknown as string },
  ],
  ['Config Sync no more', {}, { 'configmanagement.gke.io/managed': 'disabled' }, undefined],
  [
    'a Fleet bundle, before the Helm that it uses',
    helm,
    { ...release, 'objectset.rio.cattle.io/id': 'default-shop' },
    { name: 'Fleet bundle shop', heals: false, remedy: expect.any(String) as unknown as string },
  ],
  [
    'a kapp app',
    { 'kapp.k14s.io/app': '1700000000' },
    {},
    { name: 'kapp app 1700000000', heals: false, remedy: expect.any(String) as unknown as string },
  ],
  ['Helm, half', helm, {}, undefined],
  ['Helm, the other half', {}, release, undefined],
])('is owned by %s', (_, labels, annotations, expected) => {
  expect(ownerOf(workload('Deployment', { metadata: { labels, annotations } }))).toEqual(expected);
});

test('a workload without labels and annotations has no owner', () => {
  expect(ownerOf(workload())).toBeUndefined();
});

test.each(['argocd-controller', 'argocd-application-controller'])(
  'what %s has written is of Argo CD, though no label says which application',
  (manager) => {
    const metadata = { managedFields: [{ manager, operation: 'Apply' as const }] };
    expect(ownerOf(workload('Deployment', { metadata }))).toMatchObject({
      name: 'Argo CD of the cluster',
      heals: true,
    });
  },
);

test('whoever made a workload as its controller owns it, before the tool that deployed that', () => {
  const owner = { apiVersion: 'flagger.app/v1beta1', kind: 'Canary', name: 'web', uid: 'u' };
  const labels = { 'argocd.argoproj.io/instance': 'shop' };
  const made = { labels, ownerReferences: [{ ...owner, controller: true }] };
  expect(ownerOf(workload('Deployment', { metadata: made }))).toEqual({
    name: 'controller of Canary web (flagger.app)',
    heals: true,
    isController: true,
    remedy: 'roll back the Deployment that the Canary targets, or pause Flagger',
  });
  const held = { labels, ownerReferences: [owner] };
  expect(ownerOf(workload('Deployment', { metadata: held }))).toEqual(argo);
});

const metadata = { name: 'shop', namespace: 'argocd', uid: 'u', resourceVersion: '1' };
const application = (more: Partial<Application> = {}): Application => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata,
  spec: { syncPolicy: { automated: { prune: true, selfHeal: true } } },
  ...more,
});

describe('an application', () => {
  const manual = { spec: {} };
  test.each<[string, Partial<Application>, string | undefined]>([
    ['that syncs itself', {}, undefined],
    [
      'whose sync is switched off',
      { spec: { syncPolicy: { automated: { enabled: false } } } },
      'its automatic sync is off',
    ],
    ['whose sync is switched on', { spec: { syncPolicy: { automated: { enabled: true } } } }, undefined],
    ['without a policy', manual, 'its automatic sync is off'],
    ['whose policy is none', { spec: { syncPolicy: { automated: null } } }, 'its automatic sync is off'],
    ['that is asked for a sync', { ...manual, operation: {} }, undefined],
    ['with a sync under way', { ...manual, status: { operationState: { phase: 'Running' } } }, undefined],
    [
      'after a sync',
      { ...manual, status: { operationState: { phase: 'Failed' } } },
      'its automatic sync is off',
    ],
    [
      'that is not reconciled at all',
      { metadata: { ...metadata, annotations: { 'argocd.argoproj.io/skip-reconcile': 'true' } } },
      'its annotation skip-reconcile stops all that it does',
    ],
    [
      'that is not reconciled, in another word that Go takes for true',
      { metadata: { ...metadata, annotations: { 'argocd.argoproj.io/skip-reconcile': 'True' } } },
      'its annotation skip-reconcile stops all that it does',
    ],
    [
      'whose annotation is no word that Go knows',
      { metadata: { ...metadata, annotations: { 'argocd.argoproj.io/skip-reconcile': 'yes' } } },
      undefined,
    ],
  ])('%s', (_, more, paused) => {
    expect(readApplication(argo, application(more)).paused).toBe(paused);
  });

  test.each([
    [
      'an ApplicationSet',
      {
        ownerReferences: [
          { apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet', name: 'shops', uid: 'u' },
        ],
      },
      'ApplicationSet shops keeps',
    ],
    [
      'another application',
      { annotations: { 'argocd.argoproj.io/tracking-id': 'root:argoproj.io/Application:argocd/shop' } },
      'Argo CD application root keeps',
    ],
  ])('that %s keeps is not paused by the usual command alone', (_, more, says) => {
    const found = readApplication(argo, application({ metadata: { ...metadata, ...more } }));
    expect(found.remedy).toContain(`--sync-policy none; ${says} the application and may turn that on again`);
  });

  test('that Argo CD has but written to is kept by nothing', () => {
    const managedFields = [{ manager: 'argocd-application-controller', fieldsV1: { 'f:status': {} } }];
    const found = readApplication(argo, application({ metadata: { ...metadata, managedFields } }));
    expect(found.remedy).toBe(argo.remedy);
  });

  const set = { apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet', name: 'shops', uid: 'u' };
  const syncedBy = (username?: string) => ({
    spec: { syncPolicy: { automated: { enabled: false } } },
    status: {
      history: [
        { id: 1, initiatedBy: { automated: true, ...(username && { username }) } },
        { id: 2, initiatedBy: { username: 'rollback-actions' } },
      ],
    },
  });
  test('that its ApplicationSet syncs in steps is not paused, though its own sync is off', () => {
    const metadataOf = { ...metadata, ownerReferences: [set] };
    const said = (by?: string) =>
      readApplication(argo, application({ metadata: metadataOf, ...syncedBy(by) }));
    expect(said('applicationset-controller').paused).toBeUndefined();
    expect(said().paused).toBe('its automatic sync is off');
    expect(readApplication(argo, application(syncedBy('applicationset-controller'))).paused).toBeDefined();
  });
});

describe('what Flux keeps', () => {
  const object = (more: object): FluxObject => ({ apiVersion: '', kind: 'Kustomization', metadata, ...more });

  test.each([
    [undefined, undefined],
    [false, undefined],
    [true, 'it is suspended'],
  ])('S23: with suspend: %s', (suspend, paused) => {
    expect(readFlux(kustomization, object({ spec: { suspend } })).paused).toBe(paused);
  });

  test('at the source of a rollback it is pinned, and at its own it is not', () => {
    const note = JSON.stringify({ id: '7-1', at: '2026-12-01T03:00:00Z', pin: 'shop-rollback' });
    const annotations = { 'rollback-actions/paused': note };
    const at = (name: string) =>
      readFlux(
        kustomization,
        object({
          metadata: { ...metadata, annotations },
          spec: { sourceRef: { kind: 'GitRepository', name } },
        }),
      );
    expect(at('shop-rollback')).toMatchObject({ isPinned: true, pausedBy: { id: '7-1' } });
    expect(at('shop')).not.toHaveProperty('isPinned');
  });

  test('a parent of it may resume it, and itself is none', () => {
    const labels = flux('kustomize', { 'kustomize.toolkit.fluxcd.io/name': 'root' });
    expect(readFlux(kustomization, object({ metadata: { ...metadata, labels } })).remedy).toMatch(
      /^flux suspend kustomization shop .*; the Flux kustomization root keeps it and may resume it/,
    );
    const itself = { ...metadata, labels: flux('kustomize') };
    expect(readFlux(kustomization, object({ metadata: itself }))).toEqual(kustomization);
  });
});

import { expect, test } from '@jest/globals';
import { ownerOf } from '../../src/service/gitops.ts';
import { workload } from './fixtures.ts';

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
};
const kustomization = {
  name: 'Flux kustomization shop',
  heals: true,
  remedy: 'flux suspend kustomization shop --namespace flux-system',
};

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
  [
    'a Flux Helm release',
    flux('helm'),
    {},
    {
      name: 'Flux helmrelease shop',
      heals: true,
      remedy: 'flux suspend helmrelease shop --namespace flux-system',
    },
  ],
  [
    'Flux before Helm, which it uses',
    { ...flux('helm'), ...helm },
    release,
    { name: 'Flux helmrelease shop', heals: true, remedy: expect.any(String) as unknown as string },
  ],
  ['Argo CD before Helm', { ...helm, 'argocd.argoproj.io/instance': 'shop' }, release, argo],
  [
    'Helm',
    helm,
    release,
    { name: 'Helm release shop', heals: false, remedy: 'helm rollback shop, before the next helm upgrade' },
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

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
  ['Helm, half', helm, {}, undefined],
  ['Helm, the other half', {}, release, undefined],
])('is owned by %s', (_, labels, annotations, expected) => {
  expect(ownerOf(workload('Deployment', { metadata: { labels, annotations } }))).toEqual(expected);
});

test('a workload without labels and annotations has no owner', () => {
  expect(ownerOf(workload())).toBeUndefined();
});

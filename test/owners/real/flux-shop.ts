import type { FluxObject } from '../../../src/owners/flux.ts';
import type { Config, Workload } from '../../../src/systems/kubernetes/objects.ts';
import type { TestNamespace } from '../../e2e/cluster.ts';
import { type Behaviour, notReady, version } from '../../e2e/images.ts';
import { configMap, deployment } from '../../e2e/manifests.ts';
import type { Repository } from './repositories.ts';

export const PIN = 'shop-rollback';
export const KIND = 'kustomizations.kustomize.toolkit.fluxcd.io';

export const source = (ns: TestNamespace, { url }: Repository) => ({
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'GitRepository',
  metadata: { name: 'shop', namespace: ns.name },
  spec: { interval: '1h', url, ref: { branch: 'main' } },
});

export const kustomization = (ns: TestNamespace, name: string, path: string, more: object = {}) => ({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name, namespace: ns.name },
  spec: {
    ...{
      interval: '1h',
      retryInterval: '5s',
      path,
      prune: true,
      sourceRef: { kind: 'GitRepository', name: 'shop' },
    },
    ...{ targetNamespace: ns.name, ...more },
  },
});

export const web = (app: Behaviour, env?: object[]) => deployment('web', env ? { ...app, env } : app);

export const read = (ns: TestNamespace, name = 'shop') => ns.get<FluxObject & Workload>(`${KIND}/${name}`);

export async function ask(ns: TestNamespace, what: string): Promise<void> {
  const now = `reconcile.fluxcd.io/requestedAt=${Date.now()}`;
  await ns.kubectl('annotate', '--overwrite', '--field-manager=flux', what, now);
}

/** Has Flux look at Git, and waits until it has applied this commit. */
export async function arrived(ns: TestNamespace, commit: string, name = 'shop'): Promise<void> {
  await ask(ns, 'gitrepository/shop');
  await ns.until(`Flux has applied ${commit}`, async () =>
    (await read(ns, name)).status?.lastAppliedRevision?.endsWith(commit),
  );
}

/** The history tells its seconds; a release that comes at once after another one is no case of these tests. */
export async function apart(ns: TestNamespace): Promise<void> {
  const deployed = Date.now();
  await ns.until('a while has gone by', async () => Date.now() - deployed > 3000);
}

export const image = async (ns: TestNamespace) =>
  (await ns.get<Workload>('deployment/web')).spec.template.spec.containers[0];

export const config = (number: number) => configMap('web', { version: String(number) });
export const configured = async (ns: TestNamespace) => (await ns.get<Config>('configmap/web')).data?.version;

/** Version 1, then a version 2 that is not ready, of a Kustomization that takes its ConfigMap from a base. @returns the good commit */
export async function badRelease(ns: TestNamespace, repository: Repository): Promise<string> {
  const good = await repository.commit('1', {
    'app/kustomization.yaml': { resources: ['web.yaml', '../base'] },
    'app/web.yaml': web(version(1)),
    'base/kustomization.yaml': { resources: ['config.yaml'] },
    'base/config.yaml': config(1),
  });
  await ns.apply(source(ns, repository), kustomization(ns, 'shop', './app'));
  await arrived(ns, good);
  await ns.rolledOut(web(version(1)));
  await apart(ns);
  const bad = await repository.commit('2', {
    'app/kustomization.yaml': { resources: ['web.yaml', 'added.yaml', '../base'] },
    'app/web.yaml': web(notReady),
    'app/added.yaml': configMap('added', {}),
    'base/config.yaml': config(2),
  });
  await arrived(ns, bad);
  return good;
}

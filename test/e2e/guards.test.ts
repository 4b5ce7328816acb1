import { expect } from '@jest/globals';
import type { Config, KubeObject, Workload } from '../../src/systems/kubernetes/objects.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { version } from './images.ts';
import { configMap, deployment, secret, usesConfig } from './manifests.ts';
import { objectsOf } from './observe.ts';

const web = (number: number, metadata: object = {}) =>
  deployment('web', version(number), { metadata: { labels: { app: 'web' }, ...metadata } });

const image = async (ns: TestNamespace) =>
  (await ns.get<Workload>('deployment/web')).spec.template.spec.containers[0]?.image;

const owners = [
  {
    owner: 'Argo CD by its annotation',
    metadata: (namespace: string) => ({
      annotations: { 'argocd.argoproj.io/tracking-id': `shop:apps/Deployment:${namespace}/web` },
    }),
    says: /Argo CD application shop owns it .* argocd app set shop --sync-policy none/,
  },
  {
    owner: 'Argo CD by its label',
    metadata: () => ({ labels: { 'argocd.argoproj.io/instance': 'shop' } }),
    says: /Argo CD application shop owns it .* argocd app set shop --sync-policy none/,
  },
  {
    owner: 'a Flux kustomization',
    metadata: () => ({
      labels: {
        'kustomize.toolkit.fluxcd.io/name': 'shop',
        'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
      },
    }),
    says: /Flux kustomization shop owns it .* flux suspend kustomization shop --namespace flux-system/,
  },
  {
    owner: 'a Flux helmrelease',
    metadata: () => ({
      labels: { 'helm.toolkit.fluxcd.io/name': 'shop', 'helm.toolkit.fluxcd.io/namespace': 'shop' },
    }),
    says: /Flux helmrelease shop owns it .* flux suspend helmrelease shop --namespace shop/,
  },
];

for (const { owner, metadata, says } of owners) {
  scenario(`${owner} owns it: refused with the remedy, and done with gitops: ignore`, async (ns) => {
    await ns.deploy(...[1, 2].map((number) => web(number, metadata(ns.name))));
    const before = await objectsOf(ns);

    const refused = await ns.rollBack({ workloads: 'web', to: 'previous' });
    expect(refused.exitCode).toBe(1);
    expect(refused.errors[0]).toMatch(says);
    expect(await objectsOf(ns)).toEqual(before);

    const ignored = await ns.rollBack({ workloads: 'web', to: 'previous', gitops: 'ignore' });
    expect(ignored).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
    expect(ignored.warnings.join('\n')).toMatch(/owns it and may undo the rollback/);
    expect(await image(ns)).toBe(version(1).image);
  });
}

scenario('a Helm release does not heal itself: a warning, and the rollback goes on', async (ns) => {
  const metadata = {
    labels: { app: 'web', 'app.kubernetes.io/managed-by': 'Helm' },
    annotations: { 'meta.helm.sh/release-name': 'shop' },
  };
  await ns.deploy(web(1, metadata), web(2, metadata));

  const said = await ns.rollBack({ workloads: 'web', to: 'previous' });

  expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  expect(said.warnings.join('\n')).toMatch(/Helm release shop owns it .* helm rollback shop/);
});

scenario('what kubectl apply made is warned about', async (ns) => {
  await ns.create(web(1));
  await ns.rolledOut(web(1));
  await ns.kubectl('set', 'image', 'deployment/web', `app=${version(2).image}`);
  const made = await ns.rollBack({ workloads: 'web', to: 'previous' });
  expect(made).toMatchObject({ exitCode: 0, warnings: [] });

  await ns.apply(web(3));
  await ns.rolledOut(web(3));
  const applied = await ns.rollBack({ workloads: 'web', to: 'revision=3' });
  expect(applied.exitCode).toBe(0);
  expect(applied.warnings.join('\n')).toMatch(/made by kubectl apply: the next apply of the newer manifest/);
});

scenario('dry-run plans, changes nothing and needs no reason', async (ns) => {
  const app = (number: number) => deployment('web', { ...version(number), ...usesConfig });
  await ns.apply(configMap('app', { greeting: 'hello' }), secret('app', { password: 'old' }));
  await ns.deploy(app(1));
  await ns.markGood({ workloads: 'web' });
  await ns.apply(configMap('app', { greeting: 'broken' }));
  await ns.deploy(app(2));
  const before = await objectsOf(ns);

  const said = await ns.rollBack({ workloads: 'web', 'dry-run': 'true', reason: '' });

  expect(said.errors).toEqual([]);
  expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'planned', failed: '0' } });
  expect(JSON.parse(said.outputs.workloads ?? '')).toMatchObject([
    { name: 'web', does: 'roll-back', from: { revision: 2 }, to: { revision: 1 } },
  ]);
  expect(said.summary).toContain(
    '1 of 1 workloads would be rolled back, and ConfigMap/app would be put back; nothing was changed.',
  );
  expect(await objectsOf(ns)).toEqual(before);
  expect((await ns.get<Config>('configmap/app')).data).toEqual({ greeting: 'broken' });
});

scenario('without a reason nothing is done', async (ns) => {
  await ns.deploy(web(1), web(2));
  const before = await objectsOf(ns);

  const said = await ns.rollBack({ workloads: 'web', to: 'previous', reason: '' });

  expect(said.exitCode).toBe(1);
  expect(said.errors[0]).toMatch(/^Input `reason` is required/);
  expect(await objectsOf(ns)).toEqual(before);
});

scenario('somebody else changes the workload between plan and patch: it is left alone', async (ns) => {
  // A group before it holds the rollback up between the plan and the patch of web.
  const slow = { spec: { minReadySeconds: 3 } };
  await Promise.all([
    ns.deploy(web(1), web(2)),
    ns.deploy(deployment('first', version(1), slow), deployment('first', version(2), slow)),
  ]);
  const step = ns.startRollBack({ workloads: 'all', to: 'previous', order: 'first\nweb' });
  await ns.until('the first group is at work', async () => step.log().includes('… deployment/first'));
  await ns.apply(web(3));

  const said = await step.result;

  expect(said.exitCode).toBe(1);
  expect(said.errors[0]).toMatch(/deployment\/web was changed by someone else since the plan was made/);
  expect(await image(ns)).toBe(version(3).image);
  expect((await ns.list<KubeObject>('leases')).length).toBe(0);
});

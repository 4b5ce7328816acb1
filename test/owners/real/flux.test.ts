import { expect } from '@jest/globals';
import type { FluxObject } from '../../../src/owners/flux.ts';
import { pauseNote } from '../../../src/owners/notes.ts';
import type { Workload } from '../../../src/systems/kubernetes/objects.ts';
import { scenario, type TestNamespace } from '../../e2e/cluster.ts';
import { type Behaviour, notReady, version } from '../../e2e/images.ts';
import { deployment } from '../../e2e/manifests.ts';
import { Repository } from './repositories.ts';

const KIND = 'kustomizations.kustomize.toolkit.fluxcd.io';
const through = { workloads: 'all', to: 'previous', gitops: 'through' };

interface Reconciled extends FluxObject {
  readonly status?: FluxObject['status'] & { readonly lastAppliedRevision?: string };
}

const source = (ns: TestNamespace, { url }: Repository) => ({
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'GitRepository',
  metadata: { name: 'shop', namespace: ns.name },
  spec: { interval: '1h', url, ref: { branch: 'main' } },
});

const kustomization = (ns: TestNamespace, name: string, path: string, more: object = {}) => ({
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

const web = (app: Behaviour, env?: object[]) => deployment('web', env ? { ...app, env } : app);

const read = (ns: TestNamespace, name = 'shop') => ns.get<Reconciled>(`${KIND}/${name}`);

async function ask(ns: TestNamespace, what: string): Promise<void> {
  const now = `reconcile.fluxcd.io/requestedAt=${Date.now()}`;
  await ns.kubectl('annotate', '--overwrite', '--field-manager=flux', what, now);
}

/** Has Flux look at Git, and waits until it has applied this commit. */
async function arrived(ns: TestNamespace, commit: string, name = 'shop'): Promise<void> {
  await ask(ns, 'gitrepository/shop');
  await ns.until(`Flux has applied ${commit}`, async () =>
    (await read(ns, name)).status?.lastAppliedRevision?.endsWith(commit),
  );
}

const image = async (ns: TestNamespace) =>
  (await ns.get<Workload>('deployment/web')).spec.template.spec.containers[0];

scenario(
  'refused by default, and not where it is suspended; the next release leaves nothing behind',
  async (ns) => {
    await using repository = await Repository.make(ns.name);
    const flag = [{ name: 'FEATURE', value: 'on' }];
    const good = await repository.commit('1', { 'app/web.yaml': web(version(1), flag) });
    await ns.apply(source(ns, repository), kustomization(ns, 'shop', './app'));
    await arrived(ns, good);
    await ns.rolledOut(web(version(1)));
    await arrived(ns, await repository.commit('2', { 'app/web.yaml': web(notReady) }));

    const refused = await ns.rollBack({ workloads: 'web', to: 'previous' });
    expect(refused.errors[0]).toMatch(/Flux kustomization shop owns it .* \(or say `gitops: through`\)/);

    await ns.kubectl('patch', KIND, 'shop', '--type=merge', '-p', '{"spec":{"suspend":true}}');
    const said = await ns.rollBack({ workloads: 'web', to: 'previous' });
    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.warnings.join('\n')).toMatch(/undoes nothing at present \(it is suspended\)/);
    expect(await image(ns)).toMatchObject({ image: version(1).image, env: flag });

    const next = await repository.commit('3', { 'app/web.yaml': web(version(3)) });
    await ns.kubectl('patch', KIND, 'shop', '--type=merge', '-p', '{"spec":{"suspend":false}}');
    await arrived(ns, next);
    expect(await image(ns)).toMatchObject({ image: version(3).image });
    expect(await image(ns)).not.toHaveProperty('env');
  },
);

scenario(
  'through: it is suspended while its health check waits, and what is patched then stays',
  async (ns) => {
    await using repository = await Repository.make(ns.name);
    const good = await repository.commit('1', { 'app/web.yaml': web(version(1)) });
    await ns.apply(
      source(ns, repository),
      kustomization(ns, 'shop', './app', { wait: true, timeout: '10m' }),
    );
    await arrived(ns, good);
    await repository.commit('2', { 'app/web.yaml': web(notReady) });
    await ask(ns, 'gitrepository/shop');
    await ns.until('it waits for the health of version 2', async () => {
      const { status } = await read(ns);
      const condition = status?.conditions?.find(({ type }) => type === 'Reconciling');
      return /health check/i.test(condition?.message ?? '') && (await image(ns))?.image === notReady.image;
    });

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toContain(
      'Flux kustomization shop: it is suspended; its workloads are patched directly',
    );
    const after = await read(ns);
    expect(after.spec?.suspend).toBe(true);
    expect(pauseNote(after)).toMatchObject({ id: expect.any(String) });
    expect((await image(ns))?.image).toBe(version(1).image);
  },
);

scenario('through: a parent that says otherwise does not resume it', async (ns) => {
  await using repository = await Repository.make(ns.name);
  const child = kustomization(ns, 'shop', './app', { suspend: false });
  const good = await repository.commit('1', { 'app/web.yaml': web(version(1)), 'root/shop.yaml': child });
  await ns.apply(source(ns, repository), kustomization(ns, 'root', './root'));
  await ns.until('the parent has made it', async () => (await ns.try('get', `${KIND}/shop`)).exitCode === 0);
  await arrived(ns, good);
  await ns.rolledOut(web(version(1)));
  await arrived(ns, await repository.commit('2', { 'app/web.yaml': web(notReady) }));

  const said = await ns.rollBack(through);

  expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
  expect(said.log).toContain('and the Flux kustomization root that keeps it passes it over meanwhile');
  const other = await repository.commit('3', { 'app/other.yaml': deployment('other', version(1)) });
  await arrived(ns, other, 'root');
  expect((await read(ns)).spec?.suspend).toBe(true);
  expect((await image(ns))?.image).toBe(version(1).image);
});

scenario('through: without the right to patch it nothing is changed', async (ns) => {
  await using repository = await Repository.make(ns.name);
  const good = await repository.commit('1', { 'app/web.yaml': web(version(1)) });
  await ns.apply(source(ns, repository), kustomization(ns, 'shop', './app'));
  await arrived(ns, good);
  await ns.rolledOut(web(version(1)));
  await arrived(ns, await repository.commit('2', { 'app/web.yaml': web(notReady) }));
  const flux = (...verbs: string[]) => ({
    apiGroups: ['kustomize.toolkit.fluxcd.io'],
    resources: ['kustomizations'],
    verbs,
  });
  const service = [
    { apiGroups: ['apps'], resources: ['*'], verbs: ['*'] },
    { apiGroups: [''], resources: ['pods', 'events'], verbs: ['*'] },
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['*'] },
  ];

  const blind = await ns.rollBack({ ...through, kubeconfig: await ns.accountWith(service, 'blind') });
  expect(blind.errors[0]).toMatch(/the credentials may not get kustomizations in the namespace/);
  const reader = await ns.accountWith([...service, flux('get')], 'reader');
  const said = await ns.rollBack({ ...through, kubeconfig: reader });
  expect(said.errors[0]).toMatch(/may not patch kustomizations in the namespace/);
  expect((await image(ns))?.image).toBe(notReady.image);
  const writer = await ns.accountWith([...service, flux('get', 'patch')], 'writer');
  expect((await ns.rollBack({ ...through, kubeconfig: writer })).outputs.result).toBe('done');
});

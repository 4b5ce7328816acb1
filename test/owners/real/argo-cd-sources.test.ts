import { rename } from 'node:fs/promises';
import { expect } from '@jest/globals';
import type { Source } from '../../../src/owners/argo-cd.ts';
import type { KubeObject } from '../../../src/systems/kubernetes/objects.ts';
import { cluster, scenario } from '../../e2e/cluster.ts';
import { notReady, version } from '../../e2e/images.ts';
import { configMap, deployment } from '../../e2e/manifests.ts';
import { type ArgoShop, AUTOMATED, withShop } from './argo-shop.ts';

const through = { workloads: 'all', to: 'previous', gitops: 'through' };

/** The manifest of an application with other sources. */
function withSources(shop: ArgoShop, ...sources: Source[]) {
  const { spec, ...rest } = shop.manifest();
  const { source, ...others } = spec;
  const all = sources.map((each) => ({ ...source, ...each }));
  return { ...rest, spec: { ...others, ...(all.length === 1 ? { source: all[0] } : { sources: all }) } };
}

const image = async (shop: ArgoShop) => [await shop.image(), await shop.configured()];
const good = [version(1).image, '1'];

scenario('through: an application of several sources goes back with all of them', async (ns) =>
  withShop(ns, async (shop) => {
    const files = (number: number, app = version(number)) => ({
      'app/web.json': deployment('web', app),
      'more/config.json': configMap('web', { version: String(number) }),
    });
    await shop.repository.commit('1', files(1));
    await shop.argo(withSources(shop, { path: 'app' }, { path: 'more' }));
    await ns.until('version 1 is there', () => ns.has('deployment/web'));
    await ns.rolledOut(deployment('web', version(1)));
    await shop.apart();
    await shop.repository.commit('2', files(2, notReady));
    await shop.refresh();
    await ns.until('version 2 is there', async () => (await shop.configured()) === '2');

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toMatch(/is paused and went back/);
    await shop.looked();
    expect(await image(shop)).toEqual(good);
  }),
);

scenario(
  'through: parameters of the application go back, which share a commit with the bad ones',
  async (ns) =>
    withShop(ns, async (shop) => {
      await shop.repository.commit('both', {
        'app/good.json': deployment('web', version(1)),
        'app/bad.json': deployment('web', notReady),
      });
      const without = (exclude: string) => withSources(shop, { directory: { exclude } });
      await shop.argo(without('bad.json'));
      await ns.until('version 1 is there', () => ns.has('deployment/web'));
      await ns.rolledOut(deployment('web', version(1)));
      await shop.apart();
      await shop.argo(without('good.json'));
      await ns.until('version 2 is there', async () => (await shop.image()) === notReady.image);

      const said = await ns.rollBack(through);

      expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'false' } });
      expect(said.log).toMatch(/is paused and went back/);
      await shop.looked();
      expect(await shop.image()).toBe(version(1).image);
    }),
);

scenario('through: hooks of the older version do not run again', async (ns) =>
  withShop(ns, async (shop) => {
    const annotations = { 'argocd.argoproj.io/hook': 'PreSync' };
    const hook = configMap('migration', {}, { metadata: { name: 'migration', annotations } });
    const uid = async () => (await ns.get<KubeObject>('configmap/migration')).metadata.uid;
    await shop.argo(shop.manifest());
    await shop.deploy(1, version(1), { 'app/hook.json': hook });
    const first = await uid();
    await shop.arrived(await shop.commit(2, notReady));
    const second = await uid();
    expect(second).not.toBe(first);

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(await image(shop)).toEqual(good);
    expect(await uid()).toBe(second);
  }),
);

scenario('through: it goes back while Git is down', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    await shop.deploy(1);
    await shop.arrived(await shop.commit(2, notReady));
    const { bare } = shop.repository;
    await rename(bare, `${bare}.away`);
    try {
      const said = await ns.rollBack(through);
      expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
      expect(await shop.image()).toBe(version(1).image);
    } finally {
      await rename(`${bare}.away`, bare);
    }
  }),
);

scenario('through: an application outside of the namespace of Argo CD', async (ns) =>
  withShop(ns, async (shop) => {
    const apps = `apps-${ns.name}`;
    await cluster.kubectl(['create', 'namespace', apps]);
    const { metadata, ...rest } = shop.manifest();
    await cluster.kubectl(
      ['apply', '-f', '-'],
      JSON.stringify({ ...rest, metadata: { ...metadata, namespace: apps } }),
    );
    const refresh = () =>
      cluster.kubectl(['-n', apps, 'annotate', 'application', ns.name, 'argocd.argoproj.io/refresh=normal']);
    await shop.commit(1);
    await refresh();
    await ns.until('version 1 is there', () => ns.has('deployment/web'));
    await ns.rolledOut(deployment('web', version(1)));
    await shop.apart();
    await shop.commit(2, notReady);
    await refresh();
    await ns.until('version 2 is there', async () => (await shop.configured()) === '2');

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toContain(`Argo CD application ${apps}/${ns.name} is paused and went back`);
    expect(await image(shop)).toEqual(good);
    await cluster.kubectl(['delete', 'namespace', apps, '--wait=false']);
  }),
);

scenario('through: a window that blocks our sync too has the workloads patched, at once', async (ns) =>
  withShop(ns, async (shop) => {
    const window = { kind: 'deny', schedule: '* * * * *', duration: '24h', applications: ['*'] };
    await shop.argo(shop.project());
    const { spec: own, ...rest } = shop.manifest(ns.name, 'app', AUTOMATED);
    await shop.argo({ ...rest, spec: { ...own, project: ns.name } });
    await shop.deploy(1);
    await shop.arrived(await shop.commit(2, notReady));
    await shop.patch(`appproject/${ns.name}`, { spec: { syncWindows: [window] } });

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toMatch(/patched directly, because a sync window of its project blocks it/);
    expect(await shop.image()).toBe(version(1).image);
    // What was asked for does not wait for the end of the window.
    expect((await shop.application()).operation).toBeUndefined();
  }),
);

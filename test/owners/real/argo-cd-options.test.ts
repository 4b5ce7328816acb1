import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Workload } from '../../../src/systems/kubernetes/objects.ts';
import { scenario } from '../../e2e/cluster.ts';
import { notReady, version } from '../../e2e/images.ts';
import { configMap, deployment } from '../../e2e/manifests.ts';
import { AUTOMATED, withShop } from './argo-shop.ts';
import { serveRepositories } from './repositories.ts';

const REFRESH = 'argocd.argoproj.io/refresh';
const through = { workloads: 'all', gitops: 'through' };

scenario('through: it goes back with the options that its syncs have (argo-cd#9678, #8970)', async (ns) =>
  withShop(ns, async (shop) => {
    const syncOptions = ['ServerSideApply=true', 'RespectIgnoreDifferences=true', 'Prune=false'];
    const { spec, ...rest } = shop.manifest(ns.name, 'app', { ...AUTOMATED, syncOptions });
    const scaled = { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] };
    await shop.argo({ ...rest, spec: { ...spec, ignoreDifferences: [scaled] } });
    await shop.deploy(1);
    await shop.arrived(
      await shop.commit(
        2,
        { ...notReady, env: [{ name: 'FEATURE', value: 'on' }] },
        { 'app/added.json': configMap('added', { by: 'version 2' }) },
      ),
    );
    // As an autoscaler does.
    await ns.kubectl('scale', 'deployment/web', '--replicas=5');

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toMatch(/is paused and went back\n/);
    const { metadata, spec: live } = await ns.get<Workload>('deployment/web');
    expect(live.template.spec.containers[0]).toMatchObject(version(1));
    expect(live.template.spec.containers[0]).not.toHaveProperty('env');
    expect(live.replicas).toBe(5);
    expect(metadata.annotations).not.toHaveProperty('kubectl.kubernetes.io/last-applied-configuration');
    expect(await ns.has('configmap/added')).toBe(true);
  }),
);

scenario(
  'through: what is pruned only once somebody confirms it holds nothing up (argo-cd#25193)',
  async (ns) =>
    withShop(ns, async (shop) => {
      await shop.argo(shop.manifest());
      await shop.deploy(1);
      const annotations = { 'argocd.argoproj.io/sync-options': 'Prune=confirm' };
      const added = configMap('added', { by: 'version 2' }, { metadata: { name: 'added', annotations } });
      const other = configMap('other', { by: 'version 2' });
      await shop.arrived(
        await shop.commit(2, notReady, { 'app/added.json': added, 'app/other.json': other }),
      );

      const said = await ns.rollBack(through);

      expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
      expect(Number(said.outputs.seconds)).toBeLessThan(60);
      expect(said.log).toMatch(
        /patched directly, because it waits for a person: waiting for pruning confirmation of .*added/,
      );
      expect(await shop.image()).toBe(version(1).image);
      expect((await shop.application()).operation).toBeUndefined();
      for (const left of ['configmap/added', 'configmap/other']) expect(await ns.has(left)).toBe(true);

      await shop.commit(2, version(1), { 'app/added.json': null });
      const back = await ns.handBack({ workloads: 'all' });
      expect(back).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'true' } });
    }),
);

scenario('through: a migration of the older version does not run once more', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    const migration = (number: number) => {
      const { spec, ...rest } = deployment(`migrate-${number}`, version(number));
      const pod = { ...(spec as unknown as Workload['spec']).template.spec, restartPolicy: 'Never' };
      return { ...rest, apiVersion: 'batch/v1', kind: 'Job', spec: { template: { spec: pod } } };
    };
    await shop.arrived(await shop.commit(1, version(1), { 'app/migrate.json': migration(1) }));
    await ns.rolledOut(deployment('web', version(1)));
    await shop.apart();
    await shop.arrived(await shop.commit(2, notReady, { 'app/migrate.json': migration(2) }));
    await ns.until('the older one is gone', async () => !(await ns.has('job/migrate-1')));

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'false' } });
    expect(said.log).toContain(
      'deployment/web alone, because Job/migrate-2 is of the newer version, and those of the older one would run once more',
    );
    expect(await shop.image()).toBe(version(1).image);
    await shop.looked();
    expect([await ns.has('job/migrate-1'), await ns.has('job/migrate-2')]).toEqual([false, true]);
  }),
);

scenario('through: a claim of the newer release is left, and handed back once it is kept', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    await shop.deploy(1);
    const uploads = {
      ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'uploads' } },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    };
    await shop.arrived(await shop.commit(2, notReady, { 'app/uploads.json': uploads }));

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toMatch(/is paused and went back\n/);
    expect(said.log).toContain(
      'PersistentVolumeClaim/uploads may be of the newer version, and would be deleted with whatever it holds, so it prunes nothing now',
    );
    expect(await shop.image()).toBe(version(1).image);

    await shop.commit(1, version(1), { 'app/uploads.json': null });
    expect((await ns.handBack({ workloads: 'all' })).errors[0]).toContain(
      'Argo CD would delete PersistentVolumeClaim/uploads, which its source does not have',
    );
    const keep = 'argocd.argoproj.io/sync-options=Prune=false';
    await ns.kubectl('annotate', 'persistentvolumeclaim/uploads', keep);
    const back = await ns.handBack({ workloads: 'all' });
    expect(back).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'true' } });
    await shop.looked();
    expect(await ns.has('persistentvolumeclaim/uploads')).toBe(true);
  }),
);

scenario('hand-back: what the bad release added is left where the application does not prune', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest(ns.name, 'app', { automated: { selfHeal: true } }));
    await shop.deploy(1);
    await shop.arrived(await shop.commit(2, notReady, { 'app/added.json': configMap('added', {}) }));
    await ns.rollBack(through);
    expect((await ns.handBack({ workloads: 'all' })).errors[0]).toMatch(/OutOfSync\): .*Deployment\/web/);

    await shop.commit(1, version(1), { 'app/added.json': null });
    const back = await ns.handBack({ workloads: 'all' });

    expect(back).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'true' } });
    await shop.looked();
    expect(await ns.has('configmap/added')).toBe(true);
    expect(await shop.image()).toBe(version(1).image);
  }),
);

scenario('hand-back: a comparison that began before it is no answer (argo-cd#28392)', async (ns) => {
  const held = Promise.withResolvers<void>();
  const known = Promise.withResolvers<void>();
  let sending: () => Promise<unknown> = async () => {};
  const root = mkdtempSync(join(tmpdir(), 'git-'));
  const git = await serveRepositories(root, () => sending());
  await withShop(
    ns,
    async (shop) => {
      await shop.argo(shop.manifest());
      await shop.deploy(1);
      await shop.arrived(await shop.commit(2, notReady));
      expect((await ns.rollBack(through)).outputs).toMatchObject({ result: 'done' });
      await shop.looked();

      // What the repository says of version 2 is on its way while version 1 is pushed.
      sending = () => {
        known.resolve();
        return held.promise;
      };
      await shop.patch(`application/${ns.name}`, { metadata: { annotations: { [REFRESH]: 'hard' } } });
      await known.promise;
      sending = async () => {};
      await shop.commit(1);
      const handing = ns.handBack({ workloads: 'all' });
      await ns.until('hand-back has asked', async () => {
        const { metadata } = await shop.application();
        return metadata.annotations?.[REFRESH] === 'normal';
      });
      held.resolve();

      expect((await handing).outputs).toMatchObject({ result: 'done', lasting: 'true' });
      const { metadata, spec } = await shop.application();
      expect(Object.keys(metadata.annotations ?? {}).join()).not.toMatch(/refresh|paused/);
      expect(spec?.syncPolicy?.automated).toEqual(AUTOMATED.automated);
      expect(await shop.image()).toBe(version(1).image);
    },
    { root, url: git.url },
  ).finally(() => {
    held.resolve();
    git.close();
  });
});

scenario(
  'through: an application that Argo CD passes over is patched, and no operation is left behind (argo-cd#14027)',
  async (ns) =>
    withShop(ns, async (shop) => {
      await shop.argo(shop.manifest());
      await shop.deploy(1);
      await shop.arrived(await shop.commit(2, notReady));
      const skip = (value: string | null) =>
        shop.patch(`application/${ns.name}`, {
          metadata: { annotations: { 'argocd.argoproj.io/skip-reconcile': value } },
        });
      await skip('true');

      const said = await ns.rollBack(through);

      expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
      expect(await shop.image()).toBe(version(1).image);
      expect((await shop.application()).operation).toBeUndefined();
      const early = await ns.handBack({ workloads: 'all' });
      expect(early.errors[0]).toContain('its annotation skip-reconcile keeps Argo CD from comparing it');

      await skip(null);
      await shop.looked();
      expect(await shop.image()).toBe(version(1).image);
      // Its workloads alone went back.
      await shop.repository.commit('1', { 'app/web.json': deployment('web', version(1)) });
      const last = await ns.handBack({ workloads: 'all' });
      expect(last).toMatchObject({ errors: [], outputs: { result: 'done', lasting: 'true' } });
    }),
);

scenario(
  'through: an ApplicationSet that syncs its applications one after another brings nothing newer (argo-cd#11924)',
  async (ns) =>
    withShop(ns, async (shop) => {
      const { spec } = shop.manifest();
      await shop.argo(shop.project(), {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'ApplicationSet',
        metadata: { name: ns.name, namespace: 'argocd', labels: { test: ns.name } },
        spec: {
          goTemplate: true,
          generators: [{ list: { elements: [{ name: ns.name }] } }],
          strategy: {
            type: 'RollingSync',
            rollingSync: {
              steps: [{ matchExpressions: [{ key: 'test', operator: 'In', values: [ns.name] }] }],
            },
          },
          template: {
            metadata: { name: '{{.name}}', labels: { test: ns.name } },
            spec: { ...spec, project: ns.name },
          },
        },
      });
      await ns.until('the set has made it', async () => shop.application().catch(() => false));
      await shop.deploy(1);
      await shop.arrived(await shop.commit(2, notReady));

      const refused = await ns.rollBack({ workloads: 'web', to: 'previous' });
      expect(refused.errors[0]).toMatch(/would undo the rollback/);

      const said = await ns.rollBack(through);
      expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
      expect([await shop.image(), await shop.configured()]).toEqual([version(1).image, '1']);

      // A commit of somebody else, who has not heard of it.
      await shop.repository.commit('other', { 'app/other.json': configMap('other', { by: 'somebody' }) });
      await shop.looked();
      await shop.looked();
      await shop.apart();
      expect([await shop.image(), await shop.configured()]).toEqual([version(1).image, '1']);

      await shop.commit(1, version(1), { 'app/other.json': null });
      const back = await ns.handBack({ workloads: 'all' });
      expect(back).toMatchObject({ exitCode: 0, outputs: { result: 'done', lasting: 'true' } });
      await shop.arrived(await shop.commit(3));
      expect(await shop.image()).toBe(version(3).image);
    }),
);

/** A rollback through Argo CD whose runner dies, and one during which somebody turns automatic sync on again. */
import { expect } from '@jest/globals';
import { pauseNote } from '../../../src/owners/notes.ts';
import { scenario } from '../../e2e/cluster.ts';
import { notReady, version } from '../../e2e/images.ts';
import { configMap } from '../../e2e/manifests.ts';
import { type ArgoShop, AUTOMATED, withShop } from './argo-shop.ts';
import { haltedAfter, killedAfter } from './interrupted.ts';

const inputs = { workloads: 'all', gitops: 'through' };
const { automated } = AUTOMATED;
const added = { 'app/added.json': configMap('added', { by: 'version 2' }) };

/** Version 1, then a version 2 that adds a ConfigMap and whose pods do not become ready. @returns the good commit */
async function badRelease(shop: ArgoShop): Promise<string> {
  await shop.argo(shop.manifest());
  const good = await shop.deploy(1);
  await shop.arrived(await shop.commit(2, notReady, added));
  return good;
}

async function isBack(shop: ArgoShop): Promise<void> {
  await shop.looked();
  expect([await shop.image(), await shop.configured()]).toEqual([version(1).image, '1']);
  expect(await shop.ns.has('configmap/added')).toBe(false);
}

killedAfter(
  [
    /^owner go back .* started$/,
    /^owner go back .* done$/,
    /^deployment\/.* roll back started$/,
    /^deployment\/.* roll back done$/,
  ],
  (ns, play) =>
    withShop(ns, async (shop) => {
      const good = await badRelease(shop);
      await play({
        inputs,
        async back(run) {
          await isBack(shop);
          const { spec, operation, ...rest } = await shop.application();
          expect(spec?.syncPolicy?.automated).toEqual({ ...automated, enabled: false });
          expect(operation).toBeUndefined();
          expect(pauseNote(rest)).toMatchObject({
            id: expect.stringContaining(run),
            automated,
            commits: [good],
          });
        },
        async standing() {
          const { spec, metadata } = await shop.application();
          const workload = await ns.get('deployment/web');
          return [spec, metadata.annotations, workload.metadata.generation, workload.metadata.annotations];
        },
        async next() {
          await shop.commit(1, version(1), { 'app/added.json': null });
          expect((await ns.handBack({ workloads: 'all' })).outputs.result).toBe('done');
          const { spec, metadata } = await shop.application();
          expect(spec?.syncPolicy?.automated).toEqual(automated);
          expect(metadata.annotations ?? {}).not.toHaveProperty('rollback-actions/paused');
          await shop.arrived(await shop.commit(3));
          expect([await shop.image(), await shop.configured()]).toEqual([version(3).image, '3']);
        },
      });
    }),
);

scenario(
  'its sync is turned on again after it went back: that is no success, and the next run ends it',
  async (ns) =>
    withShop(ns, async (shop) => {
      await badRelease(shop);

      const said = await haltedAfter(ns, { inputs }, /^owner go back .* done$/, async () => {
        await shop.patch(`application/${ns.name}`, {
          spec: { syncPolicy: { automated: { enabled: true } } },
        });
        await ns.until('version 2 is back', async () => (await shop.image()) === notReady.image);
      });

      expect(said).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
      expect(said.errors.join()).toMatch(/Argo CD application .* was resumed while it went back, and brings/);
      const again = await ns.rollBack(inputs);
      expect(again).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
      await isBack(shop);
      expect((await shop.application()).spec?.syncPolicy?.automated).toEqual({
        ...automated,
        enabled: false,
      });
    }),
);

scenario(
  'its sync is turned on again, and has not brought version 2 yet: the next run pauses it',
  async (ns) =>
    withShop(ns, async (shop) => {
      await shop.argo(shop.project());
      const { spec, ...rest } = shop.manifest();
      await shop.argo({ ...rest, spec: { ...spec, project: ns.name } });
      await shop.deploy(1);
      await shop.arrived(await shop.commit(2, notReady, added));
      expect((await ns.rollBack(inputs)).outputs.result).toBe('done');
      // A window of the project holds automatic syncs back for now.
      const window = { kind: 'deny', schedule: '* * * * *', duration: '24h', applications: ['*'] };
      await shop.patch(`appproject/${ns.name}`, { spec: { syncWindows: [{ ...window, manualSync: true }] } });
      await shop.patch(`application/${ns.name}`, {
        spec: { syncPolicy: { automated: { enabled: true } } },
      });

      const left = await ns.rollBack({ workloads: 'all' });
      expect(left.outputs.result).toBe('no-op');
      expect(left.warnings.join()).toMatch(
        /was resumed after rollback .* had paused it, and may bring the newer/,
      );
      expect(left.log).not.toContain('stays paused');
      const again = await ns.rollBack(inputs);

      expect(again).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
      expect(again.log).toMatch(/Argo CD application .* stays paused/);
      const { syncPolicy } = (await shop.application()).spec ?? {};
      expect(syncPolicy?.automated).toEqual({ ...automated, enabled: false });
      await shop.patch(`appproject/${ns.name}`, { spec: { syncWindows: null } });
      await isBack(shop);
      expect((await ns.rollBack(inputs)).outputs.result).toBe('no-op');
    }),
);

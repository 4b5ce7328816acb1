/** A HelmRelease of Flux, whose controller is played: it is suspended, its workloads are patched, and it can be resumed. */
import { expect } from '@jest/globals';
import { pauseNote } from '../../../src/owners/notes.ts';
import { scenario } from '../../e2e/cluster.ts';
import { notReady, version } from '../../e2e/images.ts';
import { deployment } from '../../e2e/manifests.ts';
import { HELM_RELEASE, PlayedHelmController } from './helm-controller.ts';
import { HelmShop } from './helm-shop.ts';

const THROUGH = { workloads: 'all', to: 'previous', gitops: 'through' };
const FEATURE = { name: 'FEATURE', value: 'on' };
const web = deployment('web', version(1));

/** Of version 2 no pod becomes ready, and only the first has a variable. */
const chart = (number: number) => [
  deployment(
    'web',
    number === 2 ? notReady : number === 1 ? { ...version(1), env: [FEATURE] } : version(number),
  ),
];

for (const major of [3, 4] as const)
  scenario(
    `by Helm ${major}: refused by default; through, it is suspended in the middle of its upgrade and stays so`,
    async (ns) => {
      const helm = new HelmShop(ns, major);
      await using flux = await PlayedHelmController.start(helm, chart);
      await flux.want(1);
      await flux.observed();
      await ns.rolledOut(web);
      await flux.want(2, {
        'kustomize.toolkit.fluxcd.io/name': 'root',
        'kustomize.toolkit.fluxcd.io/namespace': ns.name,
      });
      await ns.until('it waits for version 2', async () => (await helm.image()) === notReady.image);

      const refused = await ns.rollBack({ ...THROUGH, gitops: 'refuse' });
      expect(refused.errors[0]).toMatch(/Flux helmrelease shop owns it .* \(or say `gitops: through`\)/);
      const said = await ns.rollBack(THROUGH);

      expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'false' } });
      expect(said.log).toContain('Flux helmrelease shop: is suspended, and still at work: Running');
      const suspended = await flux.read();
      expect(suspended.spec.suspend).toBe(true);
      expect(suspended.metadata.annotations).toMatchObject({
        'kustomize.toolkit.fluxcd.io/reconcile': 'disabled',
      });
      expect(pauseNote(suspended)).toMatchObject({ isKept: true });
      // Its upgrade comes to its end, because the pods are ready now; asked again it does nothing.
      await ns.until('its upgrade is over', async () => (await helm.history()).at(-1)?.[1] === 'deployed');
      await ns.kubectl('annotate', HELM_RELEASE, 'shop', `reconcile.fluxcd.io/requestedAt=${Date.now()}`);
      expect(await helm.image()).toBe(version(1).image);

      await flux.want(3);
      await ns.kubectl('patch', HELM_RELEASE, 'shop', '--type=merge', '-p', '{"spec":{"suspend":false}}');
      await flux.observed();

      expect((await flux.read()).status?.conditions).toEqual([
        expect.objectContaining({ type: 'Ready', status: 'True' }),
      ]);
      const [app] = (await helm.template()).spec.containers;
      expect(app?.image).toBe(version(3).image);
      // Helm 3 leaves it, and the rollback has said so.
      if (major === 3) expect(said.warnings.join('\n')).toContain('variable FEATURE of app');
      else expect(said.warnings.join('\n')).not.toContain('will not take away');
      expect(app?.env ?? []).toEqual(major === 3 ? [FEATURE] : []);
    },
  );

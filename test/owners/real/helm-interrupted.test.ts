/** A rollback through Helm whose runner dies, and one during which somebody deploys. */
import { expect } from '@jest/globals';
import type { Config } from '../../../src/systems/kubernetes/objects.ts';
import { scenario, type TestNamespace } from '../../e2e/cluster.ts';
import { notReady, version } from '../../e2e/images.ts';
import { configMap, deployment } from '../../e2e/manifests.ts';
import { HelmShop } from './helm-shop.ts';
import { haltedAfter, killedAfter } from './interrupted.ts';

const inputs = { workloads: 'all', gitops: 'through' };
const FEATURE = { name: 'FEATURE', value: 'on' };

/** Only the first version has a variable; each has a key of its own in the ConfigMap. */
const shop = (number: number, app = version(number)) => [
  deployment('web', number === 1 ? { ...app, env: [FEATURE] } : app),
  configMap('web', { version: String(number), [`only-${number}`]: 'x' }),
];

/** The first version until it serves, then a bad second one. */
async function badRelease(ns: TestNamespace): Promise<HelmShop> {
  const helm = new HelmShop(ns, 4);
  await helm.upgrade(1, shop(1));
  await ns.rolledOut(deployment('web', version(1)));
  await helm.upgrade(2, shop(2, notReady));
  return helm;
}

async function expectVersion(helm: HelmShop, number: number): Promise<void> {
  const { image, env = [] } = (await helm.template()).spec.containers[0] as { image: string; env?: object[] };
  expect({ image, env }).toEqual({ image: version(number).image, env: number === 1 ? [FEATURE] : [] });
  const { data } = await helm.ns.get<Config>('configmap/web');
  expect(data).toEqual({ version: String(number), [`only-${number}`]: 'x' });
}

killedAfter(
  [
    /^owner go back .* started$/,
    /^owner go back .* done$/,
    /^deployment\/.* roll back started$/,
    /^deployment\/.* roll back done$/,
  ],
  async (ns, play) => {
    const helm = await badRelease(ns);
    await play({
      ...{ inputs, env: helm.env },
      async back() {
        await expectVersion(helm, 1);
        const history = await helm.history();
        expect(history.at(-1)?.[1]).toBe('deployed');
        expect(history.filter(([, status]) => status.startsWith('pending'))).toEqual([]);
      },
      async standing() {
        const workload = await ns.get('deployment/web');
        return [await helm.history(), workload.metadata.generation, workload.metadata.annotations];
      },
      async next() {
        await helm.upgrade(3, shop(3));
        await ns.rolledOut(deployment('web', version(3)));
        await expectVersion(helm, 3);
      },
    });
  },
);

scenario('somebody deploys after it went back: that is no success, and is not patched over', async (ns) => {
  const helm = await badRelease(ns);

  const said = await haltedAfter(ns, { inputs, env: helm.env }, /^owner go back .* done$/, () =>
    helm.upgrade(3, shop(3)),
  );

  expect(said).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
  expect(said.errors.join()).toMatch(/Helm release shop was deployed anew \(revision 4\) while it went back/);
  await expectVersion(helm, 3);
});

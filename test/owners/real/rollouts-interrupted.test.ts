/** A rollback of a Rollout whose runner dies, and one during which somebody deploys. */
import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { scenario, type TestNamespace } from '../../e2e/cluster.ts';
import { notReady, slowStart, version } from '../../e2e/images.ts';
import { killedAfter, whileHalted } from './interrupted.ts';
import { FAST, promoted, read, rollout, serves, stands } from './rollout-shop.ts';

const inputs = { workloads: 'rollout/web' };

/** A bad version whose canary is under way, of a Rollout with steps that nobody waits for. */
async function badRelease(ns: TestNamespace): Promise<void> {
  await promoted(ns, version(1));
  await ns.apply(rollout(notReady));
  await stands(ns, 'Progressing');
}

killedAfter([/^rollout\/.* roll back started$/, /^rollout\/.* roll back done$/], async (ns, play) => {
  await badRelease(ns);
  await play({
    inputs,
    async back() {
      await serves(ns, version(1).image);
      expect((await read(ns)).status?.abort ?? false).toBe(false);
    },
    async standing() {
      const { spec, metadata } = await read(ns);
      return [spec, metadata.annotations];
    },
    async next() {
      await promoted(ns, version(3), FAST);
      await serves(ns, version(3).image);
    },
  });
});

scenario('somebody deploys meanwhile: that is no success', async (ns) => {
  await promoted(ns, slowStart, FAST);
  await promoted(ns, version(2), FAST);
  const step = ns.startRollBack({ ...inputs, to: 'previous' }, { run: randomUUID() });
  const image = async () => (await read(ns)).spec.template.spec.containers[0]?.image;

  const said = await whileHalted(
    step,
    ns.until('the template is back', async () => (await image()) === slowStart.image),
    () => ns.apply(rollout(version(3), FAST)),
  );

  expect(said).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
  expect(said.errors.join()).toMatch(/rollout\/web was changed by someone else/);
  expect(await image()).toBe(version(3).image);
});

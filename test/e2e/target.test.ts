import { expect } from '@jest/globals';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { notReady, repository, tag, version } from './images.ts';
import { daemonSet, deployment, statefulSet } from './manifests.ts';

const web = (number: number) => deployment('web', version(number));

const image = async (ns: TestNamespace, workload = 'deployment/web') =>
  (await ns.get<Workload>(workload)).spec.template.spec.containers[0]?.image;

for (const [workload, make] of [
  ['deployment/web', deployment],
  ['statefulset/web', statefulSet],
  ['daemonset/web', daemonSet],
] as const) {
  scenario(`last-good of ${workload} is the newest revision that was marked good`, async (ns) => {
    await ns.deploy(make('web', version(1)));
    await ns.markGood({ workloads: workload }, { run: 'deploy-1' });
    await ns.deploy(make('web', version(2)), make('web', version(3)));

    const said = await ns.rollBack({ workloads: workload });

    expect(said.errors).toEqual([]);
    expect(await image(ns, workload)).toBe(version(1).image);
    expect(said.log).toMatch(
      /revision 3 → revision 1 \(.+\), because it was marked good at .* by run deploy-1/,
    );
  });
}

scenario('last-good without a mark is the newest other revision that is fully available', async (ns) => {
  // A surge of nothing keeps the old ReplicaSet whole while the new one can't start.
  const spec = { replicas: 1 };
  await ns.deploy(deployment('web', version(1), { spec }), deployment('web', version(2), { spec }));
  await ns.apply(deployment('web', notReady, { spec }));
  await ns.until('the bad pod is there', async () => (await ns.list('pods')).length === 2);

  const said = await ns.rollBack({ workloads: 'web' });

  expect(await image(ns)).toBe(version(2).image);
  expect(said.log).toMatch(
    /revision 3 → revision 2 \(.+\), because none is marked good, and it is fully available/,
  );
});

scenario('last-good without a mark or anything available is the one before', async (ns) => {
  await ns.deploy(web(1), web(2), web(3));

  const said = await ns.rollBack({ workloads: 'web' });

  expect(await image(ns)).toBe(version(2).image);
  expect(said.log).toMatch(/revision 3 → revision 2 \(.+\), because none is marked good or still available/);
});

scenario('last-good of a StatefulSet that hangs in its rollout is the revision it comes from', async (ns) => {
  await ns.deploy(statefulSet('db', version(1)), statefulSet('db', version(2)));
  await ns.apply(statefulSet('db', notReady));
  await ns.until('the update has begun', async () =>
    (await ns.list<{ spec: Workload['spec']['template']['spec'] } & Workload>('pods')).some(
      ({ spec }) => spec.containers[0]?.image === notReady.image,
    ),
  );

  const said = await ns.rollBack({ workloads: 'statefulset/db' });

  expect(said.errors).toEqual([]);
  expect(await image(ns, 'statefulset/db')).toBe(version(2).image);
});

scenario('a second rollback of a bad chain goes further back, not forward', async (ns) => {
  await ns.deploy(web(1), web(2), web(3));
  expect(await ns.rollBack({ workloads: 'web', to: 'previous' })).toMatchObject({ exitCode: 0 });
  expect(await image(ns)).toBe(version(2).image);

  // Revision 3 was rolled back from, and 2, which is revision 4 now, is where that went.
  const said = await ns.rollBack({ workloads: 'web', to: 'revision=1' });

  expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  expect(await image(ns)).toBe(version(1).image);
});

scenario('version= finds the image tag in the history, and says which there are', async (ns) => {
  await ns.deploy(web(1), web(2), web(3));

  expect(await ns.rollBack({ workloads: 'web', to: `version=${tag(1)}` })).toMatchObject({ exitCode: 0 });
  expect(await image(ns)).toBe(version(1).image);

  const unknown = await ns.rollBack({ workloads: 'web', to: 'version=9.9' });
  expect(unknown.exitCode).toBe(1);
  expect(unknown.errors[0]).toContain('no revision has the version 9.9; there are');
  for (const number of [1, 2, 3]) expect(unknown.errors[0]).toContain(tag(number));
});

scenario(
  "annotation= follows the workload's own annotation, as the runbook's previous-version",
  async (ns) => {
    await ns.deploy(web(1), web(2));
    await ns.kubectl('annotate', 'deployment/web', `previous-version=${tag(1)}`);

    expect(await ns.rollBack({ workloads: 'web', to: 'annotation=previous-version' })).toMatchObject({
      exitCode: 0,
    });
    expect(await image(ns)).toBe(version(1).image);

    const missing = await ns.rollBack({ workloads: 'web', to: 'annotation=nothing' });
    expect(missing.errors[0]).toMatch(/it has no annotation nothing/);
  },
);

scenario('image= goes to an image that the history does not have', async (ns) => {
  await ns.deploy(web(1));
  const to = `image=app=${repository()}:${tag(4)}`;

  expect(await ns.rollBack({ workloads: 'web', to })).toMatchObject({ outputs: { result: 'done' } });
  expect(await image(ns)).toBe(version(4).image);
  expect(await ns.rollBack({ workloads: 'web', to })).toMatchObject({ outputs: { result: 'no-op' } });

  const unknown = await ns.rollBack({ workloads: 'web', to: to.replace('app=', 'sidecar=') });
  expect(unknown.errors[0]).toMatch(/it has no container sidecar; it has app/);
});

for (const [workload, make] of [
  ['deployment/web', deployment],
  ['statefulset/web', statefulSet],
] as const) {
  scenario(
    `a bad release of ${workload} that is deployed again is of that deploy, not of its first`,
    async (ns) => {
      await ns.deploy(make('web', version(1)), make('web', version(2)));
      expect((await ns.rollBack({ workloads: workload, to: 'previous' })).errors).toEqual([]);
      await ns.deploy(make('web', version(3)));
      await ns.markGood({ workloads: workload });
      const second = Math.floor(Date.now() / 1000) + 1;
      await ns.until('the next second has begun', () => Promise.resolve(Date.now() / 1000 > second));
      await ns.deploy(make('web', version(2)));

      const begun = new Date(second * 1000).toISOString();
      const said = await ns.rollBack({ workloads: workload, 'deployed-at': begun });

      expect(said.errors).toEqual([]);
      expect(await image(ns, workload)).toBe(version(3).image);
      const other = await ns.rollBack({ workloads: workload, 'deployed-at': new Date().toISOString() });
      expect(other.log).toContain('was not changed since the deploy began');
    },
  );
}

scenario('a StatefulSet whose partition keeps pods of a bad release is not said to be back', async (ns) => {
  const canary = (partition: number) => ({
    spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition } } },
  });
  await ns.deploy(statefulSet('db', version(1)), statefulSet('db', version(2)));
  await ns.apply(statefulSet('db', version(2), canary(1)));

  const said = await ns.rollBack({ workloads: 'statefulset/db', to: 'previous' });

  expect(said.errors[0]).toMatch(/db-0 stays at the revision that was left, below its partition of 1/);
  await ns.apply(statefulSet('db', version(1), canary(0)));
  expect((await ns.rollBack({ workloads: 'statefulset/db', to: 'revision=3' })).errors).toEqual([]);
});

import { expect } from '@jest/globals';
import type { Pod, Workload } from '../../src/systems/kubernetes/objects.ts';
import type { StepResult } from '../support/action.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { notReady, profile, tag, version } from './images.ts';
import { daemonSet, deployment, statefulSet } from './manifests.ts';

/** What `kubectl rollout status` says and what the action said are the same thing. */
async function bothSay(ns: TestNamespace, workload: string, said: StepResult, what: RegExp | 'done') {
  const status = await ns.try('rollout', 'status', workload, '--timeout=30s');
  expect({ kubectl: status.exitCode === 0, action: said.exitCode === 0 }).toEqual({
    kubectl: what === 'done',
    action: what === 'done',
  });
  if (what !== 'done') {
    expect(status.stderr).toMatch(what);
    expect(said.errors[0]).toMatch(what);
  }
}

scenario('a Deployment that exceeds its progress deadline has failed', async (ns) => {
  await ns.apply(deployment('web', notReady));
  await ns.until('it has its first revision', async () => (await ns.list('replicasets')).length === 1);
  await ns.deploy(deployment('web', version(1)));
  await ns.kubectl('patch', 'deployment/web', '-p', '{"spec":{"progressDeadlineSeconds":3}}');

  const said = await ns.rollBack({ workloads: 'web', to: 'revision=1' });

  await bothSay(ns, 'deployment/web', said, /exceeded its progress deadline/);
  expect(JSON.parse(said.outputs.workloads ?? '')).toMatchObject([{ name: 'web', outcome: 'failed' }]);
});

scenario('a deadline that was exceeded before does not count against the rollback', async (ns) => {
  await ns.deploy(deployment('web', version(1)));
  await ns.apply(deployment('web', notReady, { spec: { progressDeadlineSeconds: 6 } }));
  const bad = await ns.try('rollout', 'status', 'deployment/web', '--timeout=30s');
  expect(bad.stderr).toMatch(/exceeded its progress deadline/);

  await bothSay(ns, 'deployment/web', await ns.rollBack({ workloads: 'web' }), 'done');
});

scenario('a StatefulSet with a partition is done when the pods above it are', async (ns) => {
  const spec = { replicas: 3, updateStrategy: { rollingUpdate: { partition: 2 } } };
  const db = (number: number) => statefulSet('db', version(number), { spec });
  await ns.deploy(db(1), db(2));

  const said = await ns.rollBack({ workloads: 'statefulset/db', to: 'previous' });

  await bothSay(ns, 'statefulset/db', said, 'done');
  const pods = await ns.list<Pod>('pods');
  const images = pods.map(({ metadata, spec }) => [metadata.name, spec.containers[0]?.image]);
  expect(Object.fromEntries(images)).toEqual({
    'db-0': version(1).image,
    'db-1': version(1).image,
    'db-2': version(1).image,
  });
});

for (const [workload, make] of [
  ['statefulset/db', statefulSet],
  ['daemonset/db', daemonSet],
] as const) {
  scenario(`${workload} that is updated OnDelete is refused`, async (ns) => {
    const db = (number: number) =>
      make('db', version(number), { spec: { updateStrategy: { type: 'OnDelete' } } });
    await ns.apply(db(1));
    await ns.until(
      'its first revision is known',
      async () => (await ns.list('controllerrevisions')).length === 1,
    );
    await ns.apply(db(2));
    await ns.until(
      'its second revision is known',
      async () => (await ns.list('controllerrevisions')).length === 2,
    );

    const said = await ns.rollBack({ workloads: workload, to: 'previous' });

    const status = await ns.try('rollout', 'status', workload, '--timeout=10s');
    expect(status.stderr).toMatch(/only available for RollingUpdate/);
    expect(said.exitCode).toBe(1);
    expect(said.errors[0]).toMatch(/^Nothing was changed: .* update strategy is OnDelete/);
    expect((await ns.get<Workload>(workload)).spec.template.spec.containers).toMatchObject([version(2)]);
  });

  scenario(`${workload} is done when its pods were ready for minReadySeconds`, async (ns) => {
    const db = (number: number) => make('db', version(number), { spec: { minReadySeconds: 3 } });
    await ns.deploy(db(1), db(2));

    const said = await ns.rollBack({ workloads: workload, to: 'previous' });

    const ended = Date.now();
    await bothSay(ns, workload, said, 'done');
    for (const pod of await ns.list<Pod>('pods'))
      expect(ended - readySince(pod)).toBeGreaterThanOrEqual(3000);
  });
}

scenario('a Deployment is done when its pods were ready for minReadySeconds', async (ns) => {
  const web = (number: number) => deployment('web', version(number), { spec: { minReadySeconds: 3 } });
  await ns.deploy(web(1), web(2));

  const said = await ns.rollBack({ workloads: 'web', to: 'previous' });

  const ended = Date.now();
  await bothSay(ns, 'deployment/web', said, 'done');
  for (const pod of await ns.list<Pod>('pods')) expect(ended - readySince(pod)).toBeGreaterThanOrEqual(3000);
});

for (const [workload, make] of [
  ['deployment/web', deployment],
  ['statefulset/web', statefulSet],
  ['daemonset/web', daemonSet],
] as const) {
  scenario(`${workload} that is deleted while it is waited for has failed`, async (ns) => {
    await ns.apply(make('web', notReady));
    await ns.until(
      'it is seen',
      async () => (await ns.get<Workload>(workload)).status?.observedGeneration === 1,
    );
    await ns.apply(make('web', version(1)));
    await ns.until(
      'it is seen',
      async () => (await ns.get<Workload>(workload)).status?.observedGeneration === 2,
    );

    const step = ns.startRollBack({ workloads: workload, to: 'revision=1' });
    await ns.until('the action waits for it', async () => /^… /m.test(step.log()));
    const status = ns.start('rollout', 'status', workload, '--timeout=60s');
    await ns.until('kubectl waits for it', async () => status.stdout().includes('Waiting'));
    await ns.kubectl('delete', workload);

    const said = await step.result;
    expect(said.exitCode).toBe(1);
    expect(said.errors[0]).toMatch(new RegExp(`${workload} was deleted while it was waited for`));
    const { exitCode, stderr } = await status.done;
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/deleted/);
  });
}

scenario('done means that no pod of the bad revision is left, not even on its way out', async (ns) => {
  const slow = (number: number) =>
    deployment('web', version(number), {
      spec: { replicas: 1 },
      podMetadata: { labels: { app: 'web' }, annotations: { 'test/terminate-after': '3s' } },
      pod: { terminationGracePeriodSeconds: 30 },
    });
  await ns.deploy(slow(1), slow(2));

  const said = await ns.rollBack({ workloads: 'web', to: `version=${tag(1)}` });

  const pods = await ns.list<Pod>('pods');
  expect(said.outputs.result).toBe('done');
  expect(pods.map(({ metadata, spec }) => [metadata.deletionTimestamp, spec.containers[0]?.image])).toEqual([
    [undefined, version(1).image],
  ]);
  if (profile === 'kwok') expect(Number(said.outputs.seconds)).toBeGreaterThan(3);
});

function readySince({ status }: Pod): number {
  return Date.parse(status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime ?? '');
}

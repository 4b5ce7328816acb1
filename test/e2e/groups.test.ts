import { expect } from '@jest/globals';
import type { RecordEvent } from '../../src/record/record.ts';
import type { Pod, Workload } from '../../src/systems/kubernetes/objects.ts';
import type { StepResult } from '../support/action.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { badImage, version } from './images.ts';
import { configMap, daemonSet, deployment, statefulSet } from './manifests.ts';

/** A revision that works and a newer one that works too. */
async function twoRevisions(ns: TestNamespace, ...names: string[]): Promise<void> {
  await Promise.all(
    names.map((name) => ns.deploy(deployment(name, version(1)), deployment(name, version(2)))),
  );
}

/** A revision that no pod can start from, and a newer one that works: going back fails. */
async function badThenGood(ns: TestNamespace, name: string): Promise<void> {
  await ns.apply(deployment(name, badImage));
  await ns.until('it is seen', async () => (await ns.list('replicasets', `app=${name}`)).length === 1);
  await ns.deploy(deployment(name, version(2)));
}

async function images(ns: TestNamespace): Promise<Record<string, string | undefined>> {
  const all = await ns.list<Workload>('deployments,statefulsets,daemonsets');
  return Object.fromEntries(
    all.map(({ metadata, spec }) => [metadata.name, spec.template.spec.containers[0]?.image]),
  );
}

const outcomes = (said: StepResult): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(said.outputs.workloads ?? '[]') as { name: string; outcome: string }[]).map(
      ({ name, outcome }) => [name, outcome],
    ),
  );

/** When the record says that a workload was begun and ended. */
function spanOf(record: readonly RecordEvent[], component: string): { begun: number; ended: number } {
  const [begun, ended] = record
    .filter((event) => event.component === component && event.status !== 'planned')
    .map(({ at }) => Date.parse(at));
  if (begun === undefined || ended === undefined) throw new Error(`the record tells nothing of ${component}`);
  return { begun, ended };
}

scenario(
  'all takes every workload of the namespace, and leaves those without history as they are',
  async (ns) => {
    await Promise.all([
      twoRevisions(ns, 'web'),
      ns.deploy(statefulSet('db', version(1)), statefulSet('db', version(2))),
      ns.deploy(daemonSet('agent', version(1)), daemonSet('agent', version(2))),
      ns.deploy(deployment('new', version(3))),
    ]);

    const said = await ns.rollBack({ workloads: 'all', to: 'previous' });

    expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'done', failed: '0' } });
    expect(outcomes(said)).toEqual({
      web: 'rolled-back',
      db: 'rolled-back',
      agent: 'rolled-back',
      new: 'skipped',
    });
    const [one, three] = [version(1).image, version(3).image];
    expect(await images(ns)).toEqual({ web: one, db: one, agent: one, new: three });
  },
);

scenario('selector takes what its labels select', async (ns) => {
  await twoRevisions(ns, 'a', 'b', 'c');
  await ns.kubectl('label', 'deployment/a', 'deployment/b', 'tier=front');

  const said = await ns.rollBack({ selector: 'tier in (front),app!=b', to: 'previous' });

  expect(outcomes(said)).toEqual({ a: 'rolled-back' });
  expect(await images(ns)).toEqual({ a: version(1).image, b: version(2).image, c: version(2).image });
});

scenario('groups go one after another, and side by side inside', async (ns) => {
  await twoRevisions(ns, 'a', 'b', 'c', 'd');

  const said = await ns.rollBack({ workloads: 'all', to: 'previous', order: 'a, b\nc' });

  expect(said.exitCode).toBe(0);
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => spanOf(said.record, `deployment/${name}`));
  if (!a || !b || !c || !d) throw new Error('unreachable');
  expect(a.begun).toBeLessThan(b.ended);
  expect(b.begun).toBeLessThan(a.ended);
  expect(c.begun).toBeGreaterThanOrEqual(Math.max(a.ended, b.ended));
  expect(d.begun).toBeGreaterThanOrEqual(c.ended);
});

scenario('max-parallel 1 takes the workloads of a group one at a time', async (ns) => {
  await twoRevisions(ns, 'a', 'b', 'c');

  const said = await ns.rollBack({ workloads: 'all', to: 'previous', 'max-parallel': '1' });

  expect(said.exitCode).toBe(0);
  const spans = ['a', 'b', 'c'].map((name) => spanOf(said.record, `deployment/${name}`));
  const [first, second, third] = spans.sort((one, other) => one.begun - other.begun);
  expect(second?.begun).toBeGreaterThanOrEqual(first?.ended ?? Number.NaN);
  expect(third?.begun).toBeGreaterThanOrEqual(second?.ended ?? Number.NaN);
});

scenario('on-failure: stop leaves the groups after a failed one alone', async (ns) => {
  await Promise.all([badThenGood(ns, 'bad'), twoRevisions(ns, 'web', 'later')]);

  const said = await ns.rollBack({ workloads: 'all', to: 'revision=1', order: 'bad web' });

  expect(said).toMatchObject({ exitCode: 1, outputs: { result: 'failed', failed: '1' } });
  expect(outcomes(said)).toEqual({ bad: 'failed', web: 'rolled-back', later: 'skipped' });
  expect(await images(ns)).toMatchObject({ web: version(1).image, later: version(2).image });
  expect(said.errors[0]).toMatch(/^The rollback failed for 1 of 3 workloads; deployment\/bad /);
});

scenario('on-failure: continue goes on with the next group', async (ns) => {
  await Promise.all([badThenGood(ns, 'bad'), twoRevisions(ns, 'web', 'later')]);

  const said = await ns.rollBack({
    workloads: 'all',
    to: 'revision=1',
    order: 'bad web',
    'on-failure': 'continue',
  });

  expect(said).toMatchObject({ exitCode: 1, outputs: { result: 'failed', failed: '1' } });
  expect(outcomes(said)).toEqual({ bad: 'failed', web: 'rolled-back', later: 'rolled-back' });
});

scenario('on-failure: restore brings back what was changed, configuration too', async (ns) => {
  const web = (number: number) =>
    deployment('web', { ...version(number), envFrom: [{ configMapRef: { name: 'app' } }] });
  await ns.apply(configMap('app', { greeting: 'old' }));
  await Promise.all([badThenGood(ns, 'bad'), ns.deploy(web(1))]);
  await ns.markGood({ workloads: 'web' });
  await ns.apply(configMap('app', { greeting: 'new' }));
  await ns.deploy(web(2));

  const said = await ns.rollBack({
    workloads: 'all',
    to: 'revision=1',
    order: 'web\nbad',
    'on-failure': 'restore',
  });

  expect(said).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
  expect(outcomes(said)).toEqual({ web: 'restored', bad: 'failed' });
  expect(await images(ns)).toEqual({ web: version(2).image, bad: version(2).image });
  expect(await ns.get('configmap/app')).toMatchObject({ data: { greeting: 'new' } });
  await ns.rolledOut(deployment('web', version(2)));
  await ns.rolledOut(deployment('bad', version(2)));
  const pods = await ns.list<Pod>('pods');
  expect(new Set(pods.map(({ spec }) => spec.containers[0]?.image))).toEqual(new Set([version(2).image]));
});

scenario('a refusal in one workload keeps all from being changed', async (ns) => {
  await twoRevisions(ns, 'web');
  await ns.deploy(deployment('new', version(3)));

  const said = await ns.rollBack({ workloads: 'web,new', to: 'previous' });

  expect(said.exitCode).toBe(1);
  expect(said.errors[0]).toMatch(
    /^Nothing was changed: deployment\/new of 2 cannot be rolled back: no rollout/,
  );
  expect(await images(ns)).toEqual({ web: version(2).image, new: version(3).image });
});

scenario('a workload that does not exist is named, with those that do', async (ns) => {
  await ns.deploy(deployment('web', version(1)));

  const said = await ns.rollBack({ workloads: 'wbe' });

  expect(said.errors).toEqual([
    `There is no deployment/wbe in the namespace ${ns.name}; there are deployment/web.`,
  ]);
});

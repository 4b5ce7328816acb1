import { expect } from '@jest/globals';
import type { KubeObject, Workload } from '../../src/systems/kubernetes/objects.ts';
import type { RunningStep } from '../support/action.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { notReady, version } from './images.ts';
import { deployment } from './manifests.ts';

const inputs = { workloads: 'web', to: 'revision=1' };
const leases = (ns: TestNamespace) => ns.list<KubeObject & { spec: Record<string, string> }>('leases');

/** Going back to revision 1 waits until somebody ends it. */
async function endless(ns: TestNamespace): Promise<void> {
  await ns.apply(deployment('web', notReady));
  await ns.until('it has its first revision', async () => (await ns.list('replicasets')).length === 1);
  await ns.deploy(deployment('web', version(2)));
}

const healthy = (ns: TestNamespace) =>
  ns.deploy(deployment('web', version(1)), deployment('web', version(2)));

const image = async (ns: TestNamespace) =>
  (await ns.get<Workload>('deployment/web')).spec.template.spec.containers[0]?.image;

const lease = (name: string, holderIdentity: string, renewed: Date) => {
  const time = renewed.toISOString().replace('Z', '000Z');
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name },
    spec: { holderIdentity, leaseDurationSeconds: 30, acquireTime: time, renewTime: time },
  };
};

/** As whoever is alive does: whoever waits sees it, and goes. */
async function renew(ns: TestNamespace, name: string): Promise<void> {
  const renewTime = new Date().toISOString().replace('Z', '000Z');
  const patch = JSON.stringify({ spec: { renewTime } });
  await ns.kubectl('patch', `lease/${name}`, '--type=merge', '-p', patch);
}

const waits = (step: RunningStep) => step.log().includes('Waiting to see whether it is alive');

/** What rollbacks write: the template, and whose it is. The rest moves while the first one is at work. */
async function wanted(ns: TestNamespace): Promise<unknown> {
  const { metadata, spec } = await ns.get<Workload>('deployment/web');
  return [spec.template, metadata.annotations?.['rollback-actions/last-rollback']];
}

scenario(
  'a second rollback is refused while the first is at work, and goes when that has ended',
  async (ns) => {
    await endless(ns);
    const first = ns.startRollBack(inputs, { run: 'first' });
    await ns.until('the first is at work', async () => /^… /m.test(first.log()));
    const before = await wanted(ns);

    const second = await ns.rollBack(inputs, { run: 'second' });

    expect(second.exitCode).toBe(1);
    expect(second.errors[0]).toMatch(
      new RegExp(
        `^Rollback first-1 is already at work here since .* \\(Lease rollback-${ns.name} in ${ns.name}`,
      ),
    );
    expect(await wanted(ns)).toEqual(before);

    first.process.kill('SIGINT');
    const cancelled = await first.result;
    expect(cancelled.exitCode).toBe(1);
    expect(cancelled.errors.join()).toContain('The run was cancelled (SIGINT).');
    expect(await leases(ns)).toEqual([]);

    expect(await ns.rollBack({ ...inputs, to: 'revision=2' }, { run: 'third' })).toMatchObject({
      exitCode: 0,
    });
    expect(await image(ns)).toBe(version(2).image);
  },
);

scenario('rollbacks of different environments do not lock each other out', async (ns) => {
  await healthy(ns);
  await ns.create(lease('rollback-staging', 'other-1', new Date()));

  const refused = ns.startRollBack({ ...inputs, environment: 'staging' });
  await ns.until('it waits', async () => waits(refused));
  await renew(ns, 'rollback-staging');
  const staging = await refused.result;
  expect(staging.errors[0]).toMatch(/^Rollback other-1 is already at work here/);

  const production = await ns.rollBack({ ...inputs, environment: 'production' });
  expect(production).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  expect((await leases(ns)).map(({ metadata }) => metadata.name)).toEqual(['rollback-staging']);
});

scenario('a lock that nobody has renewed is taken over', async (ns) => {
  await healthy(ns);
  await ns.create(lease(`rollback-${ns.name}`, 'dead-1', new Date(Date.now() - 31_000)));

  expect(await ns.rollBack(inputs)).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  expect(await leases(ns)).toEqual([]);
});

scenario('a lock is renewed while the rollback is at work', async (ns) => {
  await endless(ns);
  const step = ns.startRollBack(inputs, { run: 'first' });
  const taken = await ns.until('it has the lock', async () => (await leases(ns))[0]);

  const renewed = await ns.until('it has renewed the lock', async () => {
    const [now] = await leases(ns);
    return now && now.spec.renewTime !== taken.spec.renewTime && now;
  });

  expect(renewed.spec).toMatchObject({ holderIdentity: 'first-1', acquireTime: taken.spec.acquireTime });
  step.process.kill('SIGTERM');
  expect((await step.result).errors.join()).toContain('The run was cancelled (SIGTERM).');
});

scenario('the lock of a killed run is given back by the post step', async (ns) => {
  await endless(ns);
  const step = ns.startRollBack(inputs, { run: 'killed' });
  await ns.until('it is at work', async () => /^… /m.test(step.log()));
  step.process.kill('SIGKILL');
  const { exitCode, state } = await step.result;
  expect(exitCode).not.toBe(0);
  expect((await leases(ns)).map(({ spec }) => spec.holderIdentity)).toEqual(['killed-1']);

  const other = ns.startRollBack(inputs, { run: 'other' });
  await ns.until('another one waits for the dead one', async () => waits(other));
  const post = await ns.rollBack(inputs, { run: 'killed', state });
  expect(post).toMatchObject({ exitCode: 0, errors: [], outputs: {} });
  // What the killed one has left is to be seen first.
  expect((await other.result).errors[0]).toMatch(/^Rollback killed-1 is already at work here/);
  expect(await leases(ns)).toEqual([]);
  expect(await image(ns)).toBe(notReady.image);
});

scenario("the post step leaves somebody else's lock alone", async (ns) => {
  await healthy(ns);
  await ns.create(lease(`rollback-${ns.name}`, 'other-1', new Date()));

  const mine = ns.startRollBack(inputs, { run: 'mine' });
  await ns.until('it waits', async () => waits(mine));
  await renew(ns, `rollback-${ns.name}`);
  const refused = await mine.result;
  expect(refused.exitCode).toBe(1);
  const post = await ns.rollBack(inputs, { run: 'mine', state: refused.state });

  expect(post.exitCode).toBe(0);
  expect((await leases(ns)).map(({ spec }) => spec.holderIdentity)).toEqual(['other-1']);
});

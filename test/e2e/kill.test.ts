import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Config, Pod } from '../../src/systems/kubernetes/objects.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { version } from './images.ts';
import { configMap, deployment, secret, statefulSet, usesConfig } from './manifests.ts';

const inputs = { workloads: 'all' };

/** Workloads with kept configuration, all of it changed since. */
async function badDeploy(ns: TestNamespace): Promise<void> {
  const deploy = (number: number) =>
    Promise.all([
      ns.deploy(deployment('web', { ...version(number), ...usesConfig })),
      ns.deploy(statefulSet('db', { ...version(number), ...usesConfig })),
    ]);
  await ns.apply(configMap('app', { greeting: 'hello' }), secret('app', { password: 'old-password' }));
  await deploy(1);
  expect(await ns.markGood(inputs)).toMatchObject({ exitCode: 0 });
  await ns.apply(configMap('app', { greeting: 'broken' }), secret('app', { password: 'new-password' }));
  await deploy(2);
}

async function expectRolledBack(ns: TestNamespace): Promise<void> {
  expect((await ns.get<Config>('configmap/app')).data).toEqual({ greeting: 'hello' });
  const { data } = await ns.get<Config>('secret/app');
  expect(Buffer.from(data?.password ?? '', 'base64').toString()).toBe('old-password');
  const pods = await ns.list<Pod>('pods');
  expect(pods.map(({ spec }) => spec.containers[0]?.image)).toEqual(Array(4).fill(version(1).image));
  expect(await ns.list('leases')).toEqual([]);
}

scenario('interrupted in the middle: the lock is given back, and the same run again finishes', async (ns) => {
  await badDeploy(ns);
  const step = ns.startRollBack(inputs, { run: 'r' });
  await ns.until('it is at work', async () => /^… /m.test(step.log()));
  step.process.kill('SIGINT');
  const { exitCode, state } = await step.result;
  expect(exitCode).toBe(1);
  expect(await ns.list('leases')).toEqual([]);
  expect(await ns.rollBack(inputs, { run: 'r', state })).toMatchObject({ exitCode: 0 });

  expect(await ns.rollBack(inputs, { run: 'r' })).toMatchObject({ exitCode: 0, errors: [] });
  await expectRolledBack(ns);
});

// From before the first request to after the last change, wherever that falls on this machine.
for (const milliseconds of [150, 300, 400, 500, 600, 750, 1000]) {
  scenario(`killed after ${milliseconds} ms: the same run again finishes`, async (ns) => {
    await badDeploy(ns);
    const step = ns.startRollBack(inputs, { run: 'r' });
    await wait(milliseconds);
    step.process.kill('SIGKILL');
    await step.result;

    expect(await ns.rollBack(inputs, { run: 'r' })).toMatchObject({ exitCode: 0, errors: [] });
    await expectRolledBack(ns);
    expect(await ns.rollBack(inputs, { run: 'later' })).toMatchObject({ outputs: { result: 'no-op' } });
    await expectRolledBack(ns);
  });
}

scenario('killed once the configuration is back: another run finishes when the lock is free', async (ns) => {
  await badDeploy(ns);
  const step = ns.startRollBack(inputs, { run: 'first' });
  await ns.until('configuration is back', async () => step.log().includes('put back from its copy'));
  step.process.kill('SIGKILL');
  const { state } = await step.result;
  await ns.rollBack(inputs, { run: 'first', state });

  expect(await ns.rollBack(inputs, { run: 'second' })).toMatchObject({ exitCode: 0, errors: [] });
  await expectRolledBack(ns);
});

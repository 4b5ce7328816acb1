import { expect } from '@jest/globals';
import type { Config, Pod, Workload } from '../../src/systems/kubernetes/objects.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { badImage, version } from './images.ts';
import { configMap, deployment, secret, usesConfig } from './manifests.ts';

const web = (app = version(1)) => deployment('web', { ...app, ...usesConfig });
const inputs = { workloads: 'web' };

/** A good deploy that was marked, and then a bad one that changed configuration too. */
async function badDeploy(ns: TestNamespace): Promise<void> {
  await ns.apply(configMap('app', { greeting: 'hello' }), secret('app', { password: 'old-password' }));
  await ns.deploy(web());
  expect(await ns.markGood(inputs, { run: 'deploy-1' })).toMatchObject({ exitCode: 0 });
  await ns.apply(configMap('app', { greeting: 'broken' }), secret('app', { password: 'new-password' }));
  await ns.apply(web(badImage));
  await ns.until('a pod cannot pull its image', async () =>
    (await ns.list<Pod>('pods')).some((pod) =>
      pod.status?.containerStatuses?.some(({ state }) => /ImagePull/.test(state?.waiting?.reason ?? '')),
    ),
  );
}

scenario('a bad deploy is rolled back with its configuration, proven and told', async (ns) => {
  await badDeploy(ns);

  const done = await ns.rollBack(inputs, { run: 'rollback-1' });

  expect(done.errors).toEqual([]);
  expect(done).toMatchObject({ exitCode: 0, outputs: { result: 'done', failed: '0' } });
  expect((await ns.get<Config>('configmap/app')).data).toEqual({ greeting: 'hello' });
  expect(password(await ns.get<Config>('secret/app'))).toBe('old-password');
  const pods = await ns.list<Pod>('pods');
  expect(pods.map((pod) => pod.spec.containers[0]?.image)).toEqual([version(1).image, version(1).image]);

  expect(JSON.parse(done.outputs.workloads ?? '')).toEqual([
    {
      kind: 'Deployment',
      name: 'web',
      from: { revision: 2, images: { app: badImage.image } },
      to: { revision: 1, images: { app: version(1).image } },
      outcome: 'rolled-back',
      seconds: expect.any(Number),
      message: expect.stringMatching(/^it was marked good at .* by run deploy-1$/),
    },
  ]);
  const events = done.record.filter((event) => event.id === 'rollback-1-1');
  expect(events.map(({ component, step, status }) => [component, step, status])).toEqual([
    ['rollback-service', 'action', 'started'],
    ['deployment/web', 'roll back', 'planned'],
    ['ConfigMap/app', 'put configuration back', 'done'],
    ['Secret/app', 'put configuration back', 'done'],
    ['deployment/web', 'roll back', 'started'],
    ['deployment/web', 'roll back', 'done'],
    ['rollback-service', 'action', 'done'],
  ]);
  expect(events.at(-2)).toMatchObject({ from: badImage.image, to: version(1).image });
  expect(done.summary).toContain('## Rolled back and serving: 1 of 1 workloads.');
  expect(done.summary).toContain('deployment/web');
  expect(done.summary).toContain('```mermaid');
});

scenario(
  'the same again is a no-op, and previous never goes forward to what was rolled back from',
  async (ns) => {
    await badDeploy(ns);
    expect(await ns.rollBack(inputs)).toMatchObject({ outputs: { result: 'done' } });
    const after = await ns.get<Workload>('deployment/web');

    const again = await ns.rollBack(inputs);
    expect(again.errors).toEqual([]);
    expect(again).toMatchObject({ exitCode: 0, outputs: { result: 'no-op' } });

    const forward = await ns.rollBack({ ...inputs, to: 'previous' });
    expect(forward.exitCode).toBe(1);
    expect(forward.errors[0]).toMatch(
      /^Nothing was changed: deployment\/web cannot be rolled back: revision 2 was rolled back from at .* by rollback .*-1 \(the test says so\).*; to go there all the same say `to: revision=2`\.$/,
    );
    expect(await ns.get('deployment/web')).toMatchObject({
      metadata: { resourceVersion: after.metadata.resourceVersion },
    });
  },
);

scenario('revision= goes to a revision that was rolled back from', async (ns) => {
  await ns.deploy(deployment('web', version(1)), deployment('web', version(2)));
  expect(await ns.rollBack({ ...inputs, to: 'previous' })).toMatchObject({ outputs: { result: 'done' } });
  expect(image(await ns.get<Workload>('deployment/web'))).toBe(version(1).image);

  const forward = await ns.rollBack({ ...inputs, to: 'revision=2' });

  expect(forward).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  expect(image(await ns.get<Workload>('deployment/web'))).toBe(version(2).image);
});

scenario('restore-config: never leaves configuration as it is', async (ns) => {
  await badDeploy(ns);

  const done = await ns.rollBack({ ...inputs, 'restore-config': 'never' });

  expect(done).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  expect((await ns.get<Config>('configmap/app')).data).toEqual({ greeting: 'broken' });
  expect(password(await ns.get<Config>('secret/app'))).toBe('new-password');
});

scenario('configuration alone went bad: it goes back and the pods start anew with it', async (ns) => {
  await ns.apply(configMap('app', { greeting: 'hello' }), secret('app', { password: 'old-password' }));
  await ns.deploy(web());
  await ns.markGood(inputs);
  const before = (await ns.list('pods')).map((pod) => pod.metadata.uid);
  await ns.apply(configMap('app', { greeting: 'broken' }));

  const done = await ns.rollBack(inputs);

  expect(done).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  expect((await ns.get<Config>('configmap/app')).data).toEqual({ greeting: 'hello' });
  const pods = await ns.list('pods');
  expect(pods).toHaveLength(2);
  expect(before).not.toContainEqual(pods[0]?.metadata.uid);
  expect(before).not.toContainEqual(pods[1]?.metadata.uid);
  expect(await ns.rollBack(inputs)).toMatchObject({ outputs: { result: 'no-op' } });
});

const password = (config: Config) => Buffer.from(config.data?.password ?? '', 'base64').toString();
const image = ({ spec }: Workload) => spec.template.spec.containers[0]?.image;

import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { ReplicaSet, Workload } from '../../../src/systems/kubernetes/objects.ts';
import { type Manifest, scenario } from '../../e2e/cluster.ts';
import { notReady, repository, version } from '../../e2e/images.ts';
import { FAST, promoted, RIGHTS, read, rollout, SLOW, serves, stands } from './rollout-shop.ts';

const named = { workloads: 'rollout/web' };

const service = (name: string) =>
  ({
    ...{ apiVersion: 'v1', kind: 'Service', metadata: { name } },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
  }) as Manifest;

scenario('a bad version that is under way: back to the stable one', async (ns) => {
  await promoted(ns, version(1));
  await ns.apply(rollout(notReady));
  await stands(ns, 'Progressing');

  const said = await ns.rollBack(named);

  expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
  expect(JSON.parse(said.outputs.workloads ?? '')).toMatchObject([
    { kind: 'Rollout', name: 'web', outcome: 'rolled-back', from: { revision: 2 }, to: { revision: 1 } },
  ]);
  await serves(ns, version(1).image);
  const again = await ns.rollBack(named);
  expect(again.outputs.result).toBe('no-op');
});

scenario('a bad version that is promoted already: all pods at once, and never behind it', async (ns) => {
  await promoted(ns, version(1), FAST);
  expect(await ns.markGood(named)).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  await promoted(ns, version(2), FAST);
  await ns.apply(rollout(version(2), SLOW));
  await stands(ns, 'Healthy');

  const plan = await ns.rollBack({ ...named, 'dry-run': 'true' });
  expect(plan.log).toMatch(/rollout\/web: revision 2 → revision 1 \(.*\), because it was marked good/);
  const said = await ns.rollBack(named);

  expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
  await serves(ns, version(1).image);
});

scenario(
  'rollout-steps: keep takes its steps, and does not say that it serves before their end',
  async (ns) => {
    await promoted(ns, version(1), FAST);
    await promoted(ns, version(2), FAST);
    await ns.apply(rollout(version(2), SLOW));
    await stands(ns, 'Healthy');

    const said = await ns.rollBack({ ...named, to: 'previous', 'rollout-steps': 'keep', timeout: '25s' });

    expect(said.exitCode).toBe(1);
    expect(said.errors[0]).toMatch(/waiting for the Rollout to be healthy; it is Paused/);
  },
);

/** A step that no version passes, as what it asks does not answer. */
const JUDGED = {
  canary: { steps: [{ setWeight: 50 }, { analysis: { templates: [{ templateName: 'judge' }] } }] },
};
const judge = {
  ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'judge' } },
  spec: {
    metrics: [
      {
        ...{ name: 'errors', count: 1, consecutiveErrorLimit: 0, successCondition: 'result == 0' },
        provider: { web: { url: 'http://127.0.0.1:9/', jsonPath: '{$.errors}', timeoutSeconds: 1 } },
      },
    ],
  },
} as unknown as Manifest;

scenario(
  'an analysis that aborts the way back fails it at once, and the same run without steps ends it (argo-rollouts#3669)',
  async (ns) => {
    await ns.apply(judge);
    await promoted(ns, version(1), FAST);
    await promoted(ns, version(2), FAST);
    await ns.apply(rollout(version(2), JUDGED));
    await stands(ns, 'Healthy');
    const run = randomUUID();
    const back = { ...named, to: 'previous', timeout: '60s' };

    const kept = await ns.rollBack({ ...back, 'rollout-steps': 'keep' }, { run });

    expect(kept.exitCode).toBe(1);
    expect(kept.errors[0]).toMatch(/it was aborted, and the version before serves: RolloutAborted: .*errors/);
    const said = await ns.rollBack(back, { run });
    expect(said).toMatchObject({ exitCode: 0, errors: [] });
    await serves(ns, version(1).image);
  },
);

scenario(
  'somebody has gone back already, by all its steps: these are left out (argo-rollouts#574)',
  async (ns) => {
    await promoted(ns, version(1), FAST);
    expect(await ns.markGood(named)).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
    await promoted(ns, version(2), FAST);
    await ns.apply(rollout(version(1)));
    await stands(ns, 'Paused');

    const said = await ns.rollBack({ ...named, timeout: '60s' });

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'no-op' } });
    await serves(ns, version(1).image);
  },
);

scenario(
  'the marked version is there, and its tag means another image now: pinned once, and left so',
  async (ns) => {
    await promoted(ns, version(1), FAST);
    expect(await ns.markGood(named)).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
    const { items } = JSON.parse(await ns.kubectl('get', 'replicasets', '--output', 'json')) as {
      items: [ReplicaSet];
    };
    const [{ metadata }] = items;
    const digest = `sha256:${'a'.repeat(64)}`;
    const mark = metadata.annotations?.['rollback-actions/good']?.replace(/sha256:[0-9a-f]{64}/g, digest);
    await ns.kubectl('annotate', '--overwrite', 'replicaset', metadata.name, `rollback-actions/good=${mark}`);

    const back = await ns.rollBack(named);

    expect(back).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    await serves(ns, `${repository()}@${digest}`);
    expect((await ns.rollBack(named)).outputs.result).toBe('no-op');
  },
);

scenario('somebody has gone back already, and nothing goes forward again', async (ns) => {
  await promoted(ns, version(1), FAST);
  await promoted(ns, version(2), FAST);
  await promoted(ns, version(1), FAST);
  for (const to of ['last-good', 'previous']) {
    const said = await ns.rollBack({ ...named, to });
    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'no-op' } });
    expect(said.log).toContain('someone has gone back to it from revision 2 already');
  }
  await serves(ns, version(1).image);
});

scenario(
  'a version that its controller refuses was never there: back to the one that serves, not behind it (argo-rollouts#754)',
  async (ns) => {
    await promoted(ns, version(1), FAST);
    await promoted(ns, version(2), FAST);
    const canary = { canaryService: 'canary', stableService: 'stable', steps: [{ setWeight: 50 }] };
    await ns.apply(rollout(notReady, { canary }));
    await stands(ns, 'Degraded');

    const said = await ns.rollBack({ ...named, to: 'previous' });

    expect(said.exitCode).toBe(1);
    expect(said.errors[0]).toMatch(/it is Degraded: InvalidSpec: .*Service/);
    expect((await read(ns)).spec.template.spec.containers[0]?.image).toBe(version(2).image);
    await ns.apply(service('canary'), service('stable'));
    await stands(ns, 'Healthy');
    await serves(ns, version(2).image);
  },
);

scenario('blue and green: users are switched, also where that takes a person otherwise', async (ns) => {
  await ns.apply(service('active'));
  const strategy = { blueGreen: { activeService: 'active', autoPromotionEnabled: false } };
  await promoted(ns, version(1), strategy);
  await ns.apply(rollout(version(2), strategy));
  await stands(ns, 'Paused');
  await ns.kubectl(
    'patch',
    'rollout',
    'web',
    '--subresource=status',
    '--type=merge',
    '-p',
    '{"status":{"promoteFull":true}}',
  );
  await stands(ns, 'Healthy');

  const said = await ns.rollBack({ ...named, to: 'previous' });

  expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
  await serves(ns, version(1).image);
  const { status } = await read(ns);
  const active = await ns.get<{ spec: { selector: object } } & Workload>('service/active');
  expect(active.spec.selector).toMatchObject({ 'rollouts-pod-template-hash': status?.stableRS });
});

scenario('an older version that does not start either fails as soon as that is known', async (ns) => {
  await promoted(ns, version(1), FAST);
  const missing = { ...version(2), image: 'registry.test/app:bad-image' };
  await ns.apply(rollout(missing, FAST));
  await stands(ns, 'Progressing');
  await promoted(ns, version(3), FAST);

  const said = await ns.rollBack({ ...named, to: 'revision=2' });

  expect(said.exitCode).toBe(1);
  expect(said.errors[0]).toMatch(/rollout\/web cannot start: pod .* is in (ErrImagePull|ImagePullBackOff)/);
});

scenario(
  'the metadata of stable pods, and the rule that keeps them apart, do not become part of the version',
  async (ns) => {
    const canary = {
      ...SLOW.canary,
      stableMetadata: { labels: { role: 'stable' } },
      canaryMetadata: { labels: { role: 'canary' } },
      antiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: { weight: 1 } },
    };
    await promoted(ns, version(1), { canary });
    await ns.apply(rollout(notReady, { canary }));
    await stands(ns, 'Progressing');
    const sets = () => ns.list<ReplicaSet>('replicasets');
    await ns.until('the stable pods have their label', async () =>
      (await sets()).some(({ spec }) => spec.template.metadata?.labels?.role === 'stable'),
    );

    const said = await ns.rollBack(named);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    await serves(ns, version(1).image);
    expect((await read(ns)).spec.template.metadata?.labels).toEqual({ app: 'web' });
  },
);

scenario('the rights of a Role with rollouts and their status are enough', async (ns) => {
  const kubeconfig = await ns.accountWith(RIGHTS);
  await promoted(ns, version(1), FAST);
  await promoted(ns, version(2), FAST);
  const said = await ns.rollBack({ ...named, to: 'previous', kubeconfig });
  expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
  await serves(ns, version(1).image);
});

scenario('a controller that does not run, or leaves it alone, is named (argo-rollouts#913)', async (ns) => {
  const { metadata, ...rest } = rollout(version(1));
  const labels = { ...metadata, labels: { 'argo-rollouts.argoproj.io/controller-instance-id': 'another' } };
  await ns.apply({ ...rest, metadata: labels } as Manifest);

  const said = await ns.rollBack({ ...named, timeout: '5s' });

  expect(said.exitCode).toBe(1);
  expect(said.log).toContain('… rollout/web: waiting for its controller to look at its newest template');
  expect(said.errors[0]).toMatch(
    /rollout\/web was still waiting for its controller to look at its newest template; see whether that controller runs\.$/,
  );
});

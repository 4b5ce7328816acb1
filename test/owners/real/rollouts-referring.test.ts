import { expect } from '@jest/globals';
import type { ReplicaSet, Workload } from '../../../src/systems/kubernetes/objects.ts';
import { type Manifest, scenario, type TestNamespace } from '../../e2e/cluster.ts';
import { type Behaviour, notReady, version } from '../../e2e/images.ts';
import { deployment } from '../../e2e/manifests.ts';
import { FAST, RIGHTS } from './rollout-shop.ts';

const HOUR = { pause: { duration: '1h' } };
const SLOW = { canary: { steps: [{ setWeight: 25 }, HOUR] } };
const all = { workloads: 'all' };
const named = { workloads: 'rollout/shop' };

/** A Rollout that has its template from the Deployment `web`. */
const referring = (scaleDown: string, strategy: object = FAST, kind = 'Deployment') =>
  ({
    ...{
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name: 'shop', labels: { team: 'a' } },
    },
    spec: {
      ...{ replicas: 4, strategy },
      workloadRef: { apiVersion: kind === 'Deployment' ? 'apps/v1' : 'v1', kind, name: 'web', scaleDown },
      ...(kind !== 'Deployment' && { selector: { matchLabels: { app: 'web' } } }),
    },
  }) as Manifest;

/** The manifest of a deploy, which leaves the number of replicas to whoever scales. */
function template(app: Behaviour): Manifest {
  const { spec, ...rest } = deployment('web', app);
  const { replicas: _, ...own } = spec as Record<string, unknown>;
  return { ...rest, spec: own } as Manifest;
}

const read = (ns: TestNamespace) =>
  Promise.all([ns.get<Workload>('rollout/shop'), ns.get<Workload>('deployment/web')]);

/** Waits until the Rollout stands as it should, for the template that its Deployment has now. */
const stands = (ns: TestNamespace, phase: string) =>
  ns.until(`it is ${phase}`, async () => {
    const [{ status }, { metadata }] = await read(ns);
    return status?.workloadObservedGeneration === String(metadata.generation) && status?.phase === phase;
  });

async function deployed(ns: TestNamespace, app: Behaviour): Promise<void> {
  await ns.apply(template(app));
  await stands(ns, 'Healthy');
}

/** Version 1 runs; its Deployment has so many pods of its own. */
async function begun(ns: TestNamespace, own: number, strategy?: object): Promise<void> {
  await ns.apply(template(version(1)), referring('never', strategy));
  await ns.kubectl('scale', 'deployment/web', `--replicas=${own}`);
  await stands(ns, 'Healthy');
}

const replicasAre = (ns: TestNamespace, count: number) =>
  ns.until(`its Deployment is scaled to ${count}`, async () => (await read(ns))[1].spec.replicas === count);

async function imagesOf(ns: TestNamespace): Promise<Set<string | undefined>> {
  const pods = await ns.list<{ spec: Workload['spec']['template']['spec'] }>('pods');
  return new Set(pods.map(({ spec }) => spec.containers[0]?.image));
}

async function serves(ns: TestNamespace, app: Behaviour): Promise<void> {
  const [{ status, spec }, { spec: own }] = await read(ns);
  expect(own.template.spec.containers[0]?.image).toBe(app.image);
  expect(status).toMatchObject({ phase: 'Healthy', stableRS: status?.currentPodHash });
  expect(spec).toMatchObject({ replicas: 4, workloadRef: { name: 'web' } });
  // Old pods may still be on their way out, as the Rollout says nothing of them.
  await ns.until('all pods are of the good version', async () => {
    const images = await imagesOf(ns);
    return images.size === 1 && images.has(app.image);
  });
}

for (const scaleDown of ['onsuccess', 'progressively'])
  scenario(
    `scaleDown: ${scaleDown}: all goes back to what was marked good, and its Deployment stays at zero`,
    async (ns) => {
      await ns.apply(template(version(1)), referring(scaleDown));
      await stands(ns, 'Healthy');
      await replicasAre(ns, 0);
      await stands(ns, 'Healthy');
      const marked = await ns.markGood(all);
      expect(marked).toMatchObject({ exitCode: 0, errors: [], warnings: [] });
      expect(JSON.parse(marked.outputs.workloads ?? '')).toMatchObject([
        { kind: 'Rollout', name: 'shop', revision: 1 },
      ]);
      await deployed(ns, version(2));
      await deployed(ns, version(3));

      const plan = await ns.rollBack({ ...all, 'dry-run': 'true' });
      expect(plan.log).toMatch(/rollout\/shop: revision 3 → revision 1 \(.*\), because it was marked good/);
      const said = await ns.rollBack(all);

      expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
      expect(JSON.parse(said.outputs.workloads ?? '')).toMatchObject([
        { kind: 'Rollout', name: 'shop', outcome: 'rolled-back', from: { revision: 3 }, to: { revision: 1 } },
      ]);
      await serves(ns, version(1));
      expect((await read(ns))[1].spec.replicas).toBe(0);
      expect((await ns.rollBack(all)).outputs.result).toBe('no-op');
      // The next deploy finds its own fields.
      await ns.cluster.kubectl(
        ['-n', ns.name, 'apply', '--server-side', '-f', '-'],
        JSON.stringify({ ...template(version(4)), metadata: { name: 'web' } }),
      );
      await stands(ns, 'Healthy');
      await serves(ns, version(4));
    },
  );

scenario('scaleDown: never: the pods that its Deployment has of its own are waited for too', async (ns) => {
  await begun(ns, 2);
  await deployed(ns, version(2));

  const said = await ns.rollBack({ ...named, to: 'previous' });

  expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
  const [, { status }] = await read(ns);
  expect(status).toMatchObject({ replicas: 2, updatedReplicas: 2, availableReplicas: 2 });
  await serves(ns, version(1));
});

scenario(
  'a bad version that is under way: users are back at once, by the stable pods that are there',
  async (ns) => {
    await begun(ns, 0, SLOW);
    await ns.apply(template(notReady));
    await stands(ns, 'Progressing');

    const said = await ns.rollBack({ selector: 'team=a' });

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    await serves(ns, version(1));
    const sets = await ns.list<ReplicaSet>('replicasets', 'rollouts-pod-template-hash');
    expect(sets).toHaveLength(2);
  },
);

scenario(
  'after `on-failure: restore` its Deployment has the template that it had, and its next deploy no conflict',
  async (ns) => {
    await begun(ns, 0);
    await ns.apply(deployment('other', notReady));
    await deployed(ns, version(2));
    const other = deployment('other', version(2));
    await ns.apply(other);
    await ns.rolledOut(other);

    const said = await ns.rollBack({
      ...{ workloads: 'rollout/shop, deployment/other', to: 'previous' },
      ...{ 'on-failure': 'restore', timeout: '20s' },
    });

    expect(said).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(JSON.parse(said.outputs.workloads ?? '')).toMatchObject([
      { kind: 'Deployment', name: 'other', outcome: 'failed' },
      { kind: 'Rollout', name: 'shop', outcome: 'restored' },
    ]);
    // What is left are the pods of the Rollout.
    await ns.kubectl('delete', 'deployment/other');
    await stands(ns, 'Healthy');
    await serves(ns, version(2));
    expect((await read(ns))[1].spec.replicas).toBe(0);
    await ns.cluster.kubectl(
      ['-n', ns.name, 'apply', '--server-side', '-f', '-'],
      JSON.stringify({ ...template(version(3)), metadata: { name: 'web' } }),
    );
    await stands(ns, 'Healthy');
    await serves(ns, version(3));
  },
);

scenario("its Deployment alone is refused, and so is a template that is no Deployment's", async (ns) => {
  await begun(ns, 0);
  await deployed(ns, version(2));
  const alone = await ns.rollBack({ workloads: 'deployment/web', to: 'previous' });
  expect(alone.errors[0]).toMatch(
    /rollout\/shop has its template from it \(workloadRef\) .*: name rollout\/shop instead/,
  );

  const { spec } = template(version(1)) as unknown as Workload;
  await ns.kubectl('delete', 'rollout/shop', 'deployment/web');
  await ns.apply(
    {
      apiVersion: 'v1',
      kind: 'PodTemplate',
      metadata: { name: 'web' },
      template: spec.template,
    } as unknown as Manifest,
    referring('never', FAST, 'PodTemplate'),
  );
  expect((await ns.rollBack(named)).errors[0]).toMatch(
    /has its template from podtemplate\/web \(workloadRef\), which is not supported; .* `kubectl argo rollouts undo shop`/,
  );
});

scenario('the documented rights are enough, and what is missing of them is said', async (ns) => {
  const ofTemplates = {
    apiGroups: ['apps'],
    resources: ['deployments'],
    verbs: ['get', 'list', 'watch', 'patch'],
  };
  await begun(ns, 0);
  await deployed(ns, version(2));
  const input = { ...named, to: 'previous' };

  const lacking = await ns.rollBack({ ...input, kubeconfig: await ns.accountWith(RIGHTS, 'lacking') });
  expect(lacking.errors[0]).toMatch(/may not get\/list\/watch deployments/);
  const enough = await ns.rollBack({
    ...input,
    kubeconfig: await ns.accountWith([...RIGHTS, ofTemplates], 'enough'),
  });
  expect(enough).toMatchObject({ exitCode: 0, errors: [] });
  await serves(ns, version(1));

  const kinds = {
    apiGroups: ['apps'],
    resources: ['deployments', 'statefulsets', 'daemonsets', 'controllerrevisions', 'replicasets'],
  };
  const without = [{ ...kinds, verbs: ['get', 'list', 'watch', 'patch'] }, ...RIGHTS.slice(2)];
  const blind = await ns.rollBack({ ...all, kubeconfig: await ns.accountWith(without, 'blind') });
  expect(blind.errors[0]).toMatch(/may not get\/list\/watch rollouts/);
});

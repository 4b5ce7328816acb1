import { expect } from '@jest/globals';
import type { Pod, Workload } from '../../src/systems/kubernetes/objects.ts';
import type { StepResult } from '../support/action.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { type Behaviour, badConfig, badImage, crashLoop, lastWords, runError, version } from './images.ts';
import { deployment, type Options, statefulSet } from './manifests.ts';

/** What is final ends long before the action's own timeout of 10 min: the longest grace, for nodes that an autoscaler may bring, is a minute. */
const EARLY_SECONDS = 180;

/** Revision 1 can't start, revision 2 runs: a rollback to the first must fail, and must not wait. */
async function rollBackTo(ns: TestNamespace, app: Behaviour, options: Options = {}): Promise<StepResult> {
  await ns.apply(deployment('web', app, options));
  await ns.until('it has its first revision', async () => (await ns.list('replicasets')).length === 1);
  await ns.deploy(deployment('web', version(2)));
  return failed(ns, 'web');
}

async function failed(
  ns: TestNamespace,
  workloads: string,
  inputs: Record<string, string> = {},
): Promise<StepResult> {
  const said = await ns.rollBack({ workloads, to: 'revision=1', ...inputs });
  expect(said).toMatchObject({ exitCode: 1, outputs: { result: 'failed', failed: '1' } });
  expect(Number(said.outputs.seconds)).toBeLessThan(EARLY_SECONDS);
  expect(said.record.at(-1)).toMatchObject({ status: 'failed', message: expect.any(String) });
  return said;
}

scenario('an image that does not exist', async (ns) => {
  const said = await rollBackTo(ns, badImage);
  expect(said.errors[0]).toMatch(
    /deployment\/web cannot start: pod web-\S+ is in (ErrImagePull|ImagePullBackOff): .*not found/,
  );
});

scenario("a crash loop, with the container's last words", async (ns) => {
  const said = await rollBackTo(ns, crashLoop);
  expect(said.errors[0]).toMatch(/deployment\/web cannot start: pod web-\S+ is in CrashLoopBackOff: /);
  expect(said.log).toMatch(new RegExp(`Last lines of web-\\S+/app:\\n(.*\\n)*?.*${lastWords}`));
});

scenario('a configuration that is missing, where nobody could know before', async (ns) => {
  const said = await rollBackTo(ns, badConfig);
  expect(said.errors[0]).toMatch(/is in CreateContainerConfigError: .*configmap "missing" not found/);
});

scenario('a command that the image does not have', async (ns) => {
  const said = await rollBackTo(ns, runError);
  expect(said.errors[0]).toMatch(/is in (RunContainerError|CrashLoopBackOff|StartError): /);
});

scenario('an init container that cannot start', async (ns) => {
  const said = await rollBackTo(ns, version(1), { pod: { initContainers: [{ name: 'init', ...badImage }] } });
  expect(said.errors[0]).toMatch(/pod web-\S+ is in (ErrImagePull|ImagePullBackOff): /);
});

scenario('no node that the pod may run on', async (ns) => {
  const said = await rollBackTo(ns, version(1), { pod: { nodeSelector: { disk: 'none-has-this' } } });
  expect(said.errors[0]).toMatch(/is in Unschedulable: .*didn't match Pod's node affinity\/selector/);
});

scenario(
  'S11: what the older template needs and is not there is known before anything is changed',
  async (ns) => {
    const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'missing' } }];
    const app = { ...version(1), envFrom: [{ configMapRef: { name: 'gone' } }] };
    await ns.apply(deployment('web', app, { pod: { volumes } }));
    await ns.until('it has its first revision', async () => (await ns.list('replicasets')).length === 1);
    await ns.deploy(deployment('web', version(2)));
    const said = await ns.rollBack({ workloads: 'web', to: 'revision=1' });
    expect(said).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(said.errors).toEqual([
      'Nothing was changed: deployment/web cannot be rolled back: what it needs is not there: ConfigMap gone, PersistentVolumeClaim missing; bring it back first.',
    ]);
    expect((await ns.get<Workload>('deployment/web')).metadata.generation).toBe(2);
  },
);

scenario('S11: a policy of the cluster that denies the older template is met as a dry run', async (ns) => {
  await ns.deploy(deployment('web', version(1)), deployment('web', version(2)));
  const rules = [
    { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['UPDATE'], resources: ['deployments'] },
  ];
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': ns.name } };
  const expression = `object.spec.template.spec.containers.all(c, c.image != '${version(1).image}')`;
  await ns.cluster.kubectl(
    ['apply', '-f', '-'],
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: [
        {
          apiVersion: 'admissionregistration.k8s.io/v1',
          kind: 'ValidatingAdmissionPolicy',
          metadata: { name: ns.name },
          spec: {
            failurePolicy: 'Fail',
            matchConstraints: { resourceRules: rules, namespaceSelector },
            validations: [{ expression, message: 'that image is not allowed any more' }],
          },
        },
        {
          apiVersion: 'admissionregistration.k8s.io/v1',
          kind: 'ValidatingAdmissionPolicyBinding',
          metadata: { name: ns.name },
          spec: { policyName: ns.name, validationActions: ['Deny'] },
        },
      ],
    }),
  );
  try {
    // A policy is in force some time after it was written.
    const image = {
      spec: { template: { spec: { containers: [{ name: 'app', image: version(1).image }] } } },
    };
    await ns.until('the policy is in force', async () => {
      const patch = ['patch', 'deployment/web', '-p', JSON.stringify(image), '--dry-run=server'];
      return (await ns.try(...patch)).exitCode !== 0;
    });
    const said = await ns.rollBack({ workloads: 'web', to: 'revision=1' });
    expect(said.errors).toEqual([
      expect.stringMatching(
        /^Nothing was changed: .* the API server does not take its older template: .*that image is not allowed any more/,
      ),
    ]);
    expect((await ns.get<Workload>('deployment/web')).metadata.generation).toBe(2);
  } finally {
    const both = 'validatingadmissionpolicy,validatingadmissionpolicybinding';
    await ns.cluster.kubectl(['delete', both, ns.name]);
  }
});

scenario('a quota that has no room for a pod more', async (ns) => {
  await ns.deploy(deployment('web', version(1)), deployment('web', version(2)));
  await quota(ns, { pods: '2' });
  const said = await failed(ns, 'web');
  expect(said.errors[0]).toMatch(/deployment\/web gets no pods \(FailedCreate\): .*exceeded quota: tight/);
});

scenario('a quota that the old pods make room in is not a failure', async (ns) => {
  const spec = { strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } } };
  await ns.deploy(deployment('web', version(1), { spec }), deployment('web', version(2), { spec }));
  await quota(ns, { pods: '2' });

  expect(await ns.rollBack({ workloads: 'web', to: 'revision=1' })).toMatchObject({
    exitCode: 0,
    outputs: { result: 'done' },
  });
});

/** A StatefulSet whose older pods the namespace does not take any more. */
async function withForbiddenPast(ns: TestNamespace): Promise<void> {
  const privileged = { securityContext: { privileged: true } };
  await ns.deploy(statefulSet('db', { ...version(1), ...privileged }), statefulSet('db', version(2)));
  await ns.cluster.kubectl(['label', 'namespace', ns.name, 'pod-security.kubernetes.io/enforce=baseline']);
}

scenario(
  'an admission that refuses the pods of a StatefulSet takes none of them away (SREGym#887)',
  async (ns) => {
    await withForbiddenPast(ns);
    const pods = (await ns.list<Pod>('pods')).map(({ metadata }) => metadata.uid);
    const said = await ns.rollBack({ workloads: 'statefulset/db', to: 'revision=1' });
    expect(said.errors).toEqual([
      expect.stringMatching(
        /^Nothing was changed: statefulset\/db .* the cluster makes no pods of its older template: .*violates PodSecurity/,
      ),
    ]);
    expect((await ns.list<Pod>('pods')).map(({ metadata }) => metadata.uid)).toEqual(pods);
  },
);

scenario('the same, where the credentials may not try a pod, fails early', async (ns) => {
  await withForbiddenPast(ns);
  const kubeconfig = await ns.accountWith([
    { apiGroups: [''], resources: ['pods', 'events'], verbs: ['get', 'list', 'watch', 'delete'] },
    { apiGroups: ['apps', 'coordination.k8s.io'], resources: ['*'], verbs: ['*'] },
  ]);
  const said = await failed(ns, 'statefulset/db', { kubeconfig });
  expect(said.errors[0]).toMatch(/statefulset\/db gets no pods \(FailedCreate\): .*violates PodSecurity/);
});

scenario('a failure is the pod of the revision that is waited for, not one of the bad deploy', async (ns) => {
  await ns.deploy(deployment('web', version(1)));
  await ns.apply(deployment('web', crashLoop));
  await ns.until('the bad pod crashes', async () => (await waitingReasons(ns)).includes('CrashLoopBackOff'));

  expect(await ns.rollBack({ workloads: 'web' })).toMatchObject({ exitCode: 0, errors: [] });
});

for (const [name, app, reason] of [
  ['cannot pull its image', badImage, 'ImagePullBackOff'],
  ['crashes', crashLoop, 'CrashLoopBackOff'],
] as const) {
  scenario(`a StatefulSet whose pod ${name} is stuck, and goes on when its template is right`, async (ns) => {
    const db = (app: Behaviour) => statefulSet('db', app, { spec: { replicas: 3 } });
    await ns.deploy(db(version(1)));
    await ns.apply(db(app));
    await ns.until('it is stuck', async () => (await waitingReasons(ns)).includes(reason));

    const said = await ns.rollBack({ workloads: 'statefulset/db' });

    expect(said.errors).toEqual([]);
    expect(said.outputs.result).toBe('done');
    const pods = await ns.list<Pod>('pods');
    expect(pods.map(({ spec }) => spec.containers[0]?.image)).toEqual(Array(3).fill(version(1).image));
    expect((await ns.get<Workload>('statefulset/db')).status).toMatchObject({ readyReplicas: 3 });
  });
}

async function quota(ns: TestNamespace, hard: Record<string, string>): Promise<void> {
  const manifest = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'tight' }, spec: { hard } };
  await ns.apply(manifest);
  await ns.until('the quota counts', async () => {
    const { status } = await ns.get<{ status?: { used?: Record<string, string> } }>('resourcequota/tight');
    return status?.used?.pods === '2';
  });
}

async function waitingReasons(ns: TestNamespace): Promise<(string | undefined)[]> {
  const pods = await ns.list<Pod>('pods');
  return pods.flatMap(({ status }) => status?.containerStatuses?.map(({ state }) => state?.waiting?.reason));
}

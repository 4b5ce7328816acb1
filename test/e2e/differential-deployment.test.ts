import { expect } from '@jest/globals';
import type { ReplicaSet, Workload } from '../../src/systems/kubernetes/objects.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { parity } from './differential.ts';
import { version } from './images.ts';
import { deployment, type Options } from './manifests.ts';

const workload = 'deployment/web';
const web = (number: number, options: Options = {}) => deployment('web', version(number), options);

/** Revisions 1, 2 and so on, with the images of these versions. */
const history =
  (...versions: number[]) =>
  (ns: TestNamespace) =>
    ns.deploy(...versions.map((number) => web(number)));

const images = async (ns: TestNamespace) =>
  (await ns.get<Workload>(workload)).spec.template.spec.containers.map(({ image }) => image);

parity('Deployment to the previous revision', 'rolls back', {
  workload,
  setup: history(1, 2),
  check: async (theirs) => expect(await images(theirs)).toEqual([version(1).image]),
});

parity('Deployment to revision N', 'rolls back', {
  workload,
  setup: history(1, 2, 3),
  revision: 1,
  check: async (theirs) => expect(await images(theirs)).toEqual([version(1).image]),
});

parity('change-cause follows the revision', 'rolls back', {
  workload,
  setup: async (ns) => {
    for (const number of [1, 2, 3])
      await ns.deploy(
        web(number, { metadata: { annotations: { 'kubernetes.io/change-cause': `deploy ${number}` } } }),
      );
  },
  revision: 2,
  check: async (theirs) => {
    const { annotations } = (await theirs.get<Workload>(workload)).metadata;
    expect(annotations).toMatchObject({ 'kubernetes.io/change-cause': 'deploy 2' });
  },
});

parity('annotations that the Deployment got, changed and lost since', 'rolls back', {
  workload,
  setup: async (ns) => {
    await ns.deploy(web(1, { metadata: { annotations: { lost: 'a', changed: 'old' } } }));
    await ns.deploy(web(2, { metadata: { annotations: { changed: 'new', got: 'b' } } }));
    await ns.kubectl('annotate', workload, 'late=c');
  },
  check: async (theirs) => {
    const { annotations } = (await theirs.get<Workload>(workload)).metadata;
    expect(annotations).toMatchObject({ lost: 'a', changed: 'old' });
    expect(annotations).not.toHaveProperty('late');
  },
});

parity('replicas that were scaled since', 'rolls back', {
  workload,
  setup: async (ns) => {
    await history(1, 2)(ns);
    await ns.kubectl('scale', workload, '--replicas=4');
    await ns.rolledOut(web(2));
  },
  check: async (theirs) => expect((await theirs.get<Workload>(workload)).spec.replicas).toBe(4),
});

parity('a HorizontalPodAutoscaler that owns the replicas', 'rolls back', {
  workload,
  setup: async (ns) => {
    await history(1, 2)(ns);
    await ns.kubectl('autoscale', workload, '--min=3', '--max=5', '--cpu=80%');
    await ns.until('it has scaled', async () => (await ns.get<Workload>(workload)).spec.replicas === 3);
    await ns.rolledOut(web(2));
    // It looks four times a minute, and must not do so between the two states that are compared.
    await ns.until('the autoscaler has seen it', async () => {
      const { status } = await ns.get<Workload & { status?: { currentReplicas?: number } }>('hpa/web');
      return status?.currentReplicas === 3;
    });
  },
  check: async (theirs) => expect((await theirs.get<Workload>(workload)).spec.replicas).toBe(3),
});

parity('labels and strategy that were changed since', 'rolls back', {
  workload,
  setup: async (ns) => {
    await history(1, 2)(ns);
    await ns.kubectl('label', workload, 'team=blue');
    const strategy = { type: 'Recreate', rollingUpdate: null };
    await ns.kubectl('patch', workload, '-p', JSON.stringify({ spec: { strategy, minReadySeconds: 1 } }));
    await ns.rolledOut(web(2));
  },
  check: async (theirs) => {
    const { metadata, spec } = await theirs.get<Workload>(workload);
    expect(metadata.labels).toMatchObject({ team: 'blue' });
    expect(spec).toMatchObject({ strategy: { type: 'Recreate' }, minReadySeconds: 1 });
  },
});

parity('volumes, containers and init containers that the older revision did not have', 'rolls back', {
  workload,
  setup: async (ns) => {
    await ns.deploy(web(1, { pod: { volumes: [{ name: 'a', emptyDir: {} }] } }));
    const added = {
      more: [{ name: 'sidecar', ...version(3) }],
      podMetadata: { labels: { app: 'web', extra: 'yes' }, annotations: { scrape: 'true' } },
      pod: {
        volumes: [
          { name: 'a', emptyDir: { medium: 'Memory' } },
          { name: 'b', emptyDir: {} },
        ],
        initContainers: [{ name: 'init', ...version(3) }],
        nodeSelector: { 'kubernetes.io/os': 'linux' },
        tolerations: [{ key: 'x', operator: 'Exists' }],
      },
    };
    await ns.deploy(web(2, added));
  },
  check: async (theirs) => {
    const { spec } = (await theirs.get<Workload>(workload)).spec.template;
    expect(spec.containers).toHaveLength(1);
    expect(spec).not.toHaveProperty('initContainers');
    expect(spec.volumes).toEqual([{ name: 'a', emptyDir: {} }]);
  },
});

parity('fields that clients may not know', 'rolls back', {
  workload,
  setup: async (ns) => {
    const grpc = { grpc: { port: 9000, service: '' }, periodSeconds: 7 };
    const rules = [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }];
    const app = { ...version(1), livenessProbe: grpc, restartPolicy: 'Never', restartPolicyRules: rules };
    const pod = {
      resources: { requests: { cpu: '10m' } },
      os: { name: 'linux' },
      hostnameOverride: 'web',
      schedulingGates: [],
    };
    await ns.deploy(deployment('web', app, { pod }), web(2));
  },
  check: async (theirs) => {
    const { spec } = (await theirs.get<Workload>(workload)).spec.template;
    expect(spec).toMatchObject({ resources: { requests: { cpu: '10m' } }, hostnameOverride: 'web' });
    expect(spec.containers[0]).toMatchObject({
      livenessProbe: { grpc: { port: 9000, service: '' } },
      restartPolicyRules: [{ action: 'Restart' }],
    });
  },
});

parity('the present template is the one asked for', 'no-op', { workload, setup: history(1, 2), revision: 2 });

parity('one revision only', 'refuses', {
  workload,
  setup: history(1),
  check: (_theirs, { stderr }, { errors }) => {
    expect(stderr).toMatch(/no rollout history found/);
    expect(errors[0]).toMatch(/deployment\/web cannot be rolled back: no rollout history/);
  },
});

parity('a revision that the history does not have', 'refuses', {
  workload,
  setup: history(1, 2),
  revision: 7,
  check: (_theirs, { stderr }, { errors }) => {
    expect(stderr).toMatch(/unable to find specified revision 7 in history/);
    expect(errors[0]).toMatch(/it has no revision 7; it has 2, 1\.$/);
  },
});

scenario('S13: a paused canary goes back in one patch, where kubectl refuses', async (ns) => {
  await history(1, 2)(ns);
  await ns.kubectl('rollout', 'pause', workload);
  const said = await ns.rollBack({ workloads: 'web', to: 'revision=1' });
  expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  expect(await images(ns)).toEqual([version(1).image]);
  expect((await ns.get<Workload>(workload)).spec.paused ?? false).toBe(false);
});

scenario(
  'S21: an adopted ReplicaSet without a revision is not a target, other than for kubectl',
  async (ns) => {
    await historyWith(ns, 'deployment.kubernetes.io/revision-');
    const said = await ns.rollBack({ workloads: 'web', to: 'previous' });
    expect(said.errors[0]).toMatch(/^Nothing was changed: deployment\/web .* no rollout history/);
    expect(await images(ns)).toEqual([version(2).image]);
  },
);

parity('a ReplicaSet with an unreadable revision is passed over', 'refuses', {
  workload,
  setup: (ns) => historyWith(ns, 'deployment.kubernetes.io/revision=newest', '--overwrite'),
});

parity('a ReplicaSet with the same labels that belongs to somebody else', 'rolls back', {
  workload,
  setup: async (ns) => {
    await history(1, 2)(ns);
    await ns.kubectl('create', 'configmap', 'somebody');
    await ns.create(foreign(await replicaSetOf(ns, 2), (await ns.get('configmap/somebody')).metadata.uid));
  },
  check: async (theirs) => expect(await images(theirs)).toEqual([version(1).image]),
});

async function historyWith(ns: TestNamespace, ...annotation: string[]): Promise<void> {
  await history(1, 2)(ns);
  await ns.kubectl('annotate', `replicaset/${(await replicaSetOf(ns, 1)).metadata.name}`, ...annotation);
}

async function replicaSetOf(ns: TestNamespace, number: number): Promise<ReplicaSet> {
  const all = await ns.list<ReplicaSet>('replicasets');
  const found = all.find(({ spec }) => spec.template.spec.containers[0]?.image === version(number).image);
  if (!found) throw new Error(`no ReplicaSet has version ${number}`);
  return found;
}

/** A ReplicaSet like `model` that would be the newest, if it were the Deployment's. */
function foreign({ apiVersion, kind, metadata, spec }: ReplicaSet, owner: string) {
  const { labels } = metadata;
  const annotations = { 'deployment.kubernetes.io/revision': '99' };
  const ownerReferences = [
    { apiVersion: 'v1', kind: 'ConfigMap', name: 'somebody', uid: owner, controller: true },
  ];
  const containers = [{ name: 'app', ...version(4) }];
  const template = { ...spec.template, spec: { ...spec.template.spec, containers } };
  return {
    apiVersion,
    kind,
    metadata: { name: 'foreign', labels, annotations, ownerReferences },
    spec: { ...spec, replicas: 0, template },
  };
}

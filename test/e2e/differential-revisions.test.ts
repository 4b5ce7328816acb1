import { expect } from '@jest/globals';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import type { TestNamespace } from './cluster.ts';
import { parity } from './differential.ts';
import { version } from './images.ts';
import { daemonSet, statefulSet } from './manifests.ts';

for (const [workload, make] of [
  ['statefulset/db', statefulSet],
  ['daemonset/db', daemonSet],
] as const) {
  const history =
    (...versions: number[]) =>
    (ns: TestNamespace) =>
      ns.deploy(...versions.map((number) => make('db', version(number))));
  const containers = async (ns: TestNamespace) =>
    (await ns.get<Workload>(workload)).spec.template.spec.containers;

  parity(`${workload} to the previous revision`, 'rolls back', {
    workload,
    setup: history(1, 2),
    check: async (theirs) => expect(await containers(theirs)).toMatchObject([version(1)]),
  });

  parity(`${workload} to revision N`, 'rolls back', {
    workload,
    setup: history(1, 2, 3),
    revision: 1,
    check: async (theirs) => expect(await containers(theirs)).toMatchObject([version(1)]),
  });

  parity(`${workload}: what the older revision did not have is gone`, 'rolls back', {
    workload,
    setup: async (ns) => {
      await history(1)(ns);
      const added = {
        more: [{ name: 'sidecar', ...version(3) }],
        pod: { volumes: [{ name: 'a', emptyDir: {} }], initContainers: [{ name: 'init', ...version(3) }] },
        podMetadata: { labels: { app: 'db', extra: 'yes' }, annotations: { scrape: 'true' } },
      };
      await ns.deploy(make('db', version(2), added));
    },
    check: async (theirs) => {
      const { metadata, spec } = (await theirs.get<Workload>(workload)).spec.template;
      expect(spec.containers).toHaveLength(1);
      expect(spec).not.toHaveProperty('initContainers');
      expect(spec).not.toHaveProperty('volumes');
      expect(metadata).toMatchObject({ labels: { app: 'db' } });
      expect(metadata?.labels).not.toHaveProperty('extra');
      expect(metadata?.annotations).toBeUndefined();
    },
  });

  parity(`${workload}: annotations, labels and the spec beside the template stay`, 'rolls back', {
    workload,
    setup: async (ns) => {
      await history(1, 2)(ns);
      await ns.kubectl('annotate', workload, 'late=c', 'kubernetes.io/change-cause=a scale');
      await ns.kubectl('label', workload, 'team=blue');
      await ns.kubectl('patch', workload, '-p', '{"spec":{"minReadySeconds":1,"revisionHistoryLimit":5}}');
      // Ready pods count as available only after that second.
      await ns.rolledOut(make('db', version(2)));
    },
    check: async (theirs) => {
      const { metadata, spec } = await theirs.get<Workload>(workload);
      expect(metadata).toMatchObject({ labels: { team: 'blue' }, annotations: { late: 'c' } });
      expect(spec).toMatchObject({ minReadySeconds: 1, revisionHistoryLimit: 5 });
    },
  });

  parity(`${workload}: fields that clients may not know`, 'rolls back', {
    workload,
    setup: async (ns) => {
      const livenessProbe = { grpc: { port: 9000, service: '' }, periodSeconds: 7 };
      const pod = { resources: { requests: { cpu: '10m' } }, hostnameOverride: 'db' };
      await ns.deploy(make('db', { ...version(1), livenessProbe }, { pod }), make('db', version(2)));
    },
    check: async (theirs) => {
      const { spec } = (await theirs.get<Workload>(workload)).spec.template;
      expect(spec).toMatchObject({ resources: { requests: { cpu: '10m' } }, hostnameOverride: 'db' });
      expect(spec.containers).toMatchObject([{ livenessProbe: { grpc: { port: 9000 } } }]);
    },
  });

  parity(`${workload}: the present template is the one asked for`, 'no-op', {
    workload,
    setup: history(1, 2),
    revision: 2,
  });

  parity(`${workload}: one revision only`, 'refuses', {
    workload,
    setup: history(1),
    check: (_theirs, { stderr }, { errors }) => {
      expect(stderr).toMatch(/no rollout history found|no last revision to roll back to/);
      expect(errors[0]).toMatch(/no rollout history/);
    },
  });

  parity(`${workload}: a revision that the history does not have`, 'refuses', {
    workload,
    setup: history(1, 2),
    revision: 7,
    check: (_theirs, { stderr }, { errors }) => {
      expect(stderr).toMatch(/unable to find specified revision 7 in history/);
      expect(errors[0]).toMatch(/it has no revision 7; it has 2, 1\.$/);
    },
  });
}

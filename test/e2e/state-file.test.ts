import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import type { KubeObject, Workload } from '../../src/systems/kubernetes/objects.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { version } from './images.ts';
import { daemonSet, deployment, statefulSet } from './manifests.ts';

/** Texts that YAML 1.1 would read as something else. */
const env = ['on', 'yes', '1:30', '0777', '1e3', 'null', ' x ', 'a\nb\n'].map((value, index) => ({
  name: `V${index}`,
  value,
}));

async function rolledBack(ns: TestNamespace): Promise<string> {
  const stateFile = join(ns.temp, 'deep/state.yaml');
  const deploy = (number: number) =>
    Promise.all([
      ns.deploy(
        deployment(
          'web',
          { ...version(number), env },
          { podMetadata: { annotations: { a: '12' }, labels: { app: 'web' } } },
        ),
      ),
      ns.deploy(statefulSet('db', version(number))),
      ns.deploy(daemonSet('agent', version(number))),
    ]);
  await deploy(1);
  await deploy(2);
  const said = await ns.rollBack({ workloads: 'all', to: 'previous', 'state-file': stateFile });
  expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'done', 'state-file': stateFile } });
  return stateFile;
}

async function templates(ns: TestNamespace): Promise<unknown[]> {
  const all = await ns.list<Workload>('deployments,statefulsets,daemonsets');
  return all.map(({ metadata, spec }) => [metadata.name, spec.template.spec.containers[0]?.image]);
}

for (const command of ['replace', 'apply']) {
  scenario(`kubectl ${command} takes the state file, and all is as it was before`, async (ns) => {
    const stateFile = await rolledBack(ns);
    expect(await templates(ns)).toEqual(expect.arrayContaining([['web', version(1).image]]));

    await ns.kubectl(command, '-f', stateFile);

    const [web, db, agent] = [deployment, statefulSet, daemonSet].map((make, index) =>
      make(['web', 'db', 'agent'][index] as string, version(2)),
    );
    for (const workload of [web, db, agent]) if (workload) await ns.rolledOut(workload);
    expect(new Set(await templates(ns))).toEqual(
      new Set(['web', 'db', 'agent'].map((name) => [name, version(2).image])),
    );
    const { spec } = (await ns.get<Workload>('deployment/web')).spec.template;
    expect(spec.containers[0]?.env).toEqual(env);
  });

  scenario(`kubectl ${command} with the state file takes no pod away before another is ready`, async (ns) => {
    const stateFile = await rolledBack(ns);
    const available: number[] = [];

    const done = ns.try(command, '-f', stateFile);
    await ns.until('revision 2 is rolled out', async () => {
      const { metadata, spec, status = {} } = await ns.get<Workload>('deployment/web');
      const { replicas, updatedReplicas, availableReplicas = 0, observedGeneration } = status;
      available.push(availableReplicas);
      const isNewer = spec.template.spec.containers[0]?.image === version(2).image;
      return isNewer && observedGeneration === metadata.generation && replicas === 2 && updatedReplicas === 2;
    });

    await done;
    expect(Math.min(...available)).toBe(2);
  });
}

scenario(
  'the state file has the workloads, and the templates of all their revisions as comments',
  async (ns) => {
    const text = readFileSync(await rolledBack(ns), 'utf8');

    const objects = parseAllDocuments(text, { version: '1.1' }).map(
      (document) => document.toJS() as KubeObject,
    );
    expect(objects.map(({ kind }) => kind).sort()).toEqual(['DaemonSet', 'Deployment', 'StatefulSet']);
    expect(text.match(/^# Revision \d, (ReplicaSet|ControllerRevision) \S+:$/gm)).toHaveLength(6);
    for (const { metadata } of objects) {
      expect(metadata).toMatchObject({ namespace: ns.name });
      for (const key of ['uid', 'resourceVersion', 'managedFields']) expect(metadata).not.toHaveProperty(key);
    }
  },
);

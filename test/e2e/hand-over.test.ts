/** S9: after a rollback, the next deploy of whoever made a workload succeeds, and leaves nothing of the older release. */
import { expect } from '@jest/globals';
import type { Config, PodTemplate, Workload } from '../../src/systems/kubernetes/objects.ts';
import { type Manifest, scenario, type TestNamespace } from './cluster.ts';
import { version } from './images.ts';
import { configMap, daemonSet, deployment, type Options, statefulSet } from './manifests.ts';

/** All have it, of other contents each. */
const CONFIG = { name: 'config', configMap: { name: 'app' } };

/** What only the first release has, as a template names it. */
const ONLY_FIRST: Options = {
  more: [{ name: 'side', ...version(1) }],
  pod: { volumes: [{ name: 'scratch', emptyDir: {} }, CONFIG] },
};

/** A release of a workload of each kind. */
function release(number: number): Manifest[] {
  const mode = { name: 'MODE', value: String(number) };
  const feature = { name: 'FEATURE', value: 'on' };
  const app = { ...version(number), env: number === 1 ? [feature, mode] : [mode] };
  const options = {
    ...(number === 1 ? ONLY_FIRST : { pod: { volumes: [CONFIG] } }),
    metadata: { annotations: { release: String(number) } },
    podMetadata: { annotations: { release: String(number) } },
  };
  return [deployment('web', app, options), statefulSet('db', app, options), daemonSet('agent', app, options)];
}

const templates = async (ns: TestNamespace): Promise<PodTemplate[]> =>
  (await ns.list<Workload>('deployments,statefulsets,daemonsets')).map(({ spec }) => spec.template);

/** What a release says of its pods, as far as releases differ. */
const told = ({ metadata, spec }: PodTemplate) => ({
  release: metadata?.annotations?.release,
  containers: spec.containers.map(({ name, image, env }) => ({
    name,
    image,
    env: env?.map(({ name }) => name),
  })),
  volumes: (spec.volumes ?? []).map(({ name }) => name),
});

const asReleased = (number: number) =>
  release(number).map((manifest) => told((manifest as unknown as Workload).spec.template));

const contents = (number: number) => ({ version: String(number), [`only-${number}`]: 'x' });

async function applied(ns: TestNamespace, number: number, ...words: string[]): Promise<void> {
  const items = [configMap('app', contents(number)), ...release(number)];
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  await ns.cluster.kubectl(['-n', ns.name, 'apply', ...words, '-f', '-'], list);
}

/** After a rollback, the next deploy by the same hand. */
function handsOver(name: string, ...words: string[]): void {
  scenario(`S9: the next deploy by ${name}`, async (ns) => {
    const deployed = async (number: number) => {
      await applied(ns, number, ...words);
      await Promise.all(release(number).map((manifest) => ns.rolledOut(manifest)));
    };
    await deployed(1);
    expect(await ns.markGood({ workloads: 'all' })).toMatchObject({ errors: [], exitCode: 0 });
    await deployed(2);
    expect((await templates(ns)).map(told)).toEqual(asReleased(2));

    const back = await ns.rollBack({ workloads: 'all' });

    expect(back).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
    expect(back.warnings.join('\n')).not.toContain('will not take away');
    expect((await templates(ns)).map(told)).toEqual(asReleased(1));
    expect((await ns.get<Config>('configmap/app')).data).toEqual(contents(1));
    await deployed(3);
    expect((await templates(ns)).map(told)).toEqual(asReleased(3));
    expect((await ns.get<Config>('configmap/app')).data).toEqual(contents(3));
    expect((await ns.get('deployment/web')).metadata.annotations?.release).toBe('3');
  });
}

handsOver('kubectl apply');
handsOver('kubectl apply --server-side', '--server-side');
handsOver('kubectl apply --server-side of a manager of its own', '--server-side', '--field-manager=ci');

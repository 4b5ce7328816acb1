/** A Redis that only pods reach is cleared by way of one, on a real node: its exec is a kubelet's. One such node a machine. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Pod } from '../../src/systems/kubernetes/objects.ts';
import type { RealNode } from '../real-node/real-node.ts';
import { Cluster, type TestNamespace } from './cluster.ts';
import { deployment } from './manifests.ts';
import { realNode } from './node.ts';

const PASSWORD = 'R3d!s $(x) "pass"';
const KEYS = 2000;
let node: RealNode | string;
beforeAll(async () => {
  node = await realNode();
}, 1_200_000);
afterAll(() => (typeof node === 'string' ? undefined : node?.stop()));

/** With a Redis in a pod, and two pods that have its programs and no route but to it. */
function inPods(
  name: string,
  play: (ns: TestNamespace, real: RealNode, address: string) => Promise<void>,
): void {
  test(name, async () => {
    if (typeof node === 'string') return console.warn(`${node} "${name}" is left to kwok.`);
    await using ns = await new Cluster(node.kubeconfig, node.kubectl).namespace();
    const image = node.imageOf('redis', ['/usr/bin/redis-server', '/usr/bin/redis-cli'], ['--save', '']);
    const readinessProbe = { exec: { command: ['redis-cli', '-p', '6379', 'ping'] }, periodSeconds: 1 };
    const args = ['--bind', '0.0.0.0', '--requirepass', PASSWORD, '--enable-debug-command', 'local'];
    await ns.deploy(
      deployment('cache', { image, args, readinessProbe }, { spec: { replicas: 1 } }),
      deployment('tools', { image, readinessProbe }),
    );
    const [cache] = await ns.list<Pod>('pods', 'app=cache');
    await redis(ns, 'DEBUG', 'POPULATE', String(KEYS), 'shop');
    await redis(ns, 'SET', 'cart:1', 'x');
    await play(ns, node, `redis://:${encodeURIComponent(PASSWORD)}@${cache?.status?.podIP}:6379`);
  });
}

const redis = (ns: TestNamespace, ...words: string[]) =>
  ns.kubectl('exec', 'deployment/cache', '--', 'redis-cli', '--no-auth-warning', '-a', PASSWORD, ...words);
const left = async (ns: TestNamespace) => Number(await redis(ns, 'DBSIZE'));

inPods('in its own pod, and from another one', async (ns, _, address) => {
  const own = address.replace(/@[^:]+/, '@127.0.0.1');
  const planned = await ns.clearCache({
    via: 'deployment/cache',
    'redis-url': own,
    prefix: 'shop:',
    'dry-run': 'true',
  }).result;
  expect(planned).toMatchObject({ errors: [], outputs: { result: 'planned' } });
  expect(await left(ns)).toBe(KEYS + 1);
  const { errors, outputs, log } = await ns.clearCache({
    via: 'deployment/cache',
    'redis-url': own,
    prefix: 'shop:',
  }).result;
  expect([errors, outputs.result, outputs.deleted, outputs.kept]).toEqual([[], 'done', String(KEYS), '1']);
  expect(log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(PASSWORD);
  await redis(ns, 'DEBUG', 'POPULATE', '100', 'shop');
  const other = await ns.clearCache({ via: 'deployment/tools', 'redis-url': address, prefix: 'shop:' })
    .result;
  expect([other.errors, other.outputs.deleted, await left(ns)]).toEqual([[], '100', 1]);
});

inPods('by another pod where the one that it went by is deleted in the middle', async (ns, _, address) => {
  const slow = { batch: '20', pause: '50ms', prefix: 'shop:' };
  const step = ns.clearCache({ via: 'deployment/tools', 'redis-url': address, ...slow });
  await ns.until('some keys are gone', async () => (await left(ns)) < KEYS);
  const [, pod = ''] = /redis-cli in pod (\S+) of/.exec(step.log()) ?? [];
  await ns.kubectl('delete', 'pod', pod, '--grace-period=0', '--force');
  const { errors, log } = await step.result;
  expect([errors, await left(ns)]).toEqual([[], 1]);
  expect(log.match(/redis-cli in pod \S+ of/g)?.length).toBeGreaterThan(1);
});

inPods('not by a pod without redis-cli, which is said', async (ns, real, address) => {
  await ns.deploy(deployment('web', { image: real.image('web', '1') }, { spec: { replicas: 1 } }));
  const step = await ns.clearCache({ via: 'deployment/web', 'redis-url': address, prefix: 'shop:' }).result;
  expect(step.errors).toEqual([
    expect.stringMatching(
      /^redis-cli could not be run in pod web-\S+ \(.*\); name with `via` a workload whose image has it\.$/s,
    ),
  ]);
  expect(await left(ns)).toBe(KEYS + 1);
});

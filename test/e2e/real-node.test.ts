/** Services go back on a real node: probes, logs, exec, pulls and back-offs are a kubelet's. One such node a machine. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RealNode } from '../real-node/real-node.ts';
import { Cluster, type TestNamespace } from './cluster.ts';
import { deployment } from './manifests.ts';
import { realNode } from './node.ts';

jest.setTimeout(180_000);

let node: RealNode | string;
beforeAll(async () => {
  node = await realNode();
}, 1_200_000);
afterAll(() => (typeof node === 'string' ? undefined : node?.stop()));

/** A version of the service: how it behaves is told by its environment. */
const release = (real: RealNode, version: string, environment: Record<string, string> = {}) =>
  deployment('web', {
    image: real.image('web', version),
    env: Object.entries({ VERSION: version, ...environment }).map(([name, value]) => ({ name, value })),
    readinessProbe: { httpGet: { path: '/ready', port: 8080 }, periodSeconds: 1 },
  });

/** Does it on the node; whoever has none says why, and the other files of this folder play the same on kwok. */
function onNode(name: string, play: (ns: TestNamespace, real: RealNode) => Promise<void>): void {
  test(name, async () => {
    if (typeof node === 'string') return console.warn(`${node} "${name}" is left to kwok.`);
    const cluster = new Cluster(node.kubeconfig, node.kubectl);
    await using ns = await cluster.namespace();
    await play(ns, node);
  });
}

const versionNow = async (ns: TestNamespace) =>
  (await ns.kubectl('exec', 'deployment/web', '--', 'curl', 'http://localhost:8080/')).split(' ')[1];

describe('a bad release on a real node', () => {
  const BAD: [string, Record<string, string>][] = [
    ['crashes as it starts', { EXIT: '1', LOG: 'boom: cannot reach database' }],
    ['never becomes ready', { READY: '503' }],
    ['serves, and answers 500 where its health is asked for', { HEALTH: '500' }],
    ['ends on a missing variable', { NEEDS: 'DATABASE_URL' }],
  ];
  for (const [what, environment] of BAD)
    onNode(`that ${what} goes back to the good one, which is proven by its health`, async (ns, real) => {
      await ns.deploy(release(real, '1'));
      expect(await ns.markGood({ workloads: 'web' })).toMatchObject({ errors: [], exitCode: 0 });
      await ns.apply(release(real, '2', environment));
      await ns.until('the bad release is there', async () => {
        const pods = await ns.kubectl('get', 'pods', '-o', 'jsonpath={..status.containerStatuses[*].image}');
        return pods.includes('web:2');
      });
      const health = 'http://:8080/health\nexec: curl -s http://localhost:8080/health';
      const step = await ns.rollBack({ workloads: 'web', health });
      expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
      expect(await versionNow(ns)).toBe('1');
    });

  onNode('whose image no registry has goes back', async (ns, real) => {
    await ns.deploy(release(real, '1'));
    await ns.markGood({ workloads: 'web' });
    const bad = { image: `${real.registry}/web:nowhere` };
    await ns.apply(deployment('web', bad));
    await ns.until('the pull failed', async () =>
      (await ns.kubectl('get', 'pods', '-o', 'json')).includes('ImagePull'),
    );
    expect(await ns.rollBack({ workloads: 'web' })).toMatchObject({ errors: [], exitCode: 0 });
    expect(await versionNow(ns)).toBe('1');
  });

  onNode('is not taken for well where the one before answers 500 too', async (ns, real) => {
    await ns.deploy(release(real, '1', { HEALTH: '500' }), release(real, '2', { HEALTH: '500' }));
    const step = await ns.rollBack({
      workloads: 'web',
      to: 'previous',
      health: 'http://:8080/health',
      timeout: '30s',
    });
    expect(step).toMatchObject({ exitCode: 1, outputs: { failed: '1' } });
    expect(step.errors[0]).toContain('not healthy');
  });
});

/** Services go back on a real node: probes, logs, exec, pulls and back-offs are a kubelet's. One such node a machine. */
import { describe, expect } from '@jest/globals';
import type { RealNode } from '../real-node/real-node.ts';
import { deployment } from './manifests.ts';
import type { TestNamespace } from './namespace.ts';
import { nodeOfFile } from './node.ts';
import { web } from './releases.ts';

const { together: onNode } = nodeOfFile();

/** A version of the service: how it behaves is told by its environment. */
const release = (real: RealNode, version: string, environment: Record<string, string> = {}) =>
  deployment('web', web(real, version, environment));

const versionNow = async (ns: TestNamespace) =>
  (await ns.kubectl('exec', 'deployment/web', '--', 'curl', 'http://localhost:8080/')).split(' ')[1];

describe('a bad release on a real node', () => {
  onNode(
    'N2: of a tag that was pushed over goes back to the image that was marked good',
    async (ns, real) => {
      const latest = (version: string) => ({
        ...web(real, 'any'),
        image: real.image('pushed', 'latest', { VERSION: version }),
        env: [],
        imagePullPolicy: 'Always',
      });
      await ns.deploy(deployment('web', latest('good')));
      expect(await ns.markGood({ workloads: 'web' })).toMatchObject({ errors: [], exitCode: 0 });
      latest('bad');
      await ns.kubectl('rollout', 'restart', 'deployment/web');
      await ns.rolledOut(deployment('web', latest('bad')));
      expect(await versionNow(ns)).toBe('bad');

      const step = await ns.rollBack({ workloads: 'web', to: 'last-good' });

      expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
      expect(await versionNow(ns)).toBe('good');
    },
  );

  const BAD: [string, Record<string, string>][] = [
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

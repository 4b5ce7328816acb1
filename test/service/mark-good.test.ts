import '../systems/realm.ts';
import { expect, test } from '@jest/globals';
import { historyOf } from '../../src/service/history.ts';
import { ImageCheck } from '../../src/service/images.ts';
import { brokenByDeploy, markGood } from '../../src/service/mark-good.ts';
import type { NamespaceCache } from '../../src/service/namespace.ts';
import { UnprovenError } from '../../src/service/steady.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { configFor, ScriptedServer } from '../systems/scripted-server.ts';
import { history, pod, replicaSet, template, workload } from './fixtures.ts';

// Two deploys of one namespace overlap: the first waits for its slow service while the second deploys the quick one.
test.each([
  ['another revision is live than the one that was looked at', 'h1'],
  ['a pod is of no revision', undefined],
])('is not done, and nothing is written, where %s', async (_, hash) => {
  const server = await ScriptedServer.start();
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(10_000));
  const web = workload('Deployment', { template: template('web:2') });
  const namespace = {
    name: 'shop',
    workload: () => web,
    history: () => historyOf(web, [replicaSet(2, 'web:2'), replicaSet(1, 'web:1')]),
  } as unknown as NamespaceCache;
  const labels = { app: 'web', ...(hash && { 'pod-template-hash': hash }) };
  const pods = [pod('web-x', { labels })];
  const check = new ImageCheck(client, 'shop', () => {});
  const proven = { run: '1', keep: 5, pods, check };
  const marked = await markGood({ client, namespace }, { workload: web, named: true }, proven).catch(
    (error) => error,
  );
  client.close();
  await server.close();
  expect(marked).toBeInstanceOf(UnprovenError);
  expect(marked.message).toMatch(
    /^deployment\/web was deployed again .* its revision 2 works; mark it good by/,
  );
  expect(server.requests).toEqual([]);
});

// A deploy takes a moment for each workload: one that it broke first was taken for broken before, and the rest marked good.
test.each<[string, string, string[]]>([
  ['that the deploy brought two seconds before the newest', '2026-12-02T11:59:58Z', ['api']],
  ['that it brought last', '2026-12-02T12:00:01Z', ['api']],
  ['of long before', '2026-12-02T11:58:59Z', []],
])('a workload that does not work, %s, speaks of the deploy or does not', (_, madeAt, expected) => {
  const made = (name: string, creationTimestamp: string): Workload =>
    workload('Deployment', { metadata: { name, creationTimestamp }, template: template('web:2') });
  const [web, api] = [made('web', '2026-12-02T12:00:00Z'), made('api', madeAt)];
  const namespace = {
    history: (owner: Workload) => {
      const set = replicaSet(2, 'web:2');
      set.metadata.creationTimestamp = owner.metadata.creationTimestamp ?? '';
      return history(owner, set);
    },
  } as unknown as NamespaceCache;
  const broken = brokenByDeploy(namespace, [web], [{ workload: api, error: new Error('it crashes') }]);
  expect(broken.map((each) => each.workload.metadata.name)).toEqual(expected);
});

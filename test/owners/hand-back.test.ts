import { expect, test } from '@jest/globals';
import type { Application } from '../../src/owners/argo-cd.ts';
import { handBack } from '../../src/owners/hand-back.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import { configFor, json, type Reply, ScriptedServer } from '../systems/scripted-server.ts';

const REFRESH = 'argocd.argoproj.io/refresh';
const REQUESTED = 'argocd.argoproj.io/refresh-timestamp';
const note = { id: '7-1', at: '2026-12-01T03:00:00Z', automated: { prune: true } };

const application = (status: string, annotations: Record<string, string> = {}): Application => ({
  ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
  metadata: {
    ...{ name: 'shop', namespace: 'argocd', uid: 'a', resourceVersion: '1' },
    annotations: { 'rollback-actions/paused': JSON.stringify(note), ...annotations },
  },
  spec: { project: 'default', syncPolicy: { automated: { prune: true, enabled: false } } },
  status: { sync: { status, revision: 'abc' } },
});
const project = {
  ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject' },
  metadata: { name: 'default', namespace: 'argocd', uid: 'p', resourceVersion: '1' },
  spec: {},
};

/** A request, and the application once that is taken away. */
const request = (after: Application): Reply[] => [json(application('Unknown')), json(after)];

async function handedBack(...script: Reply[]) {
  const server = await ScriptedServer.start(json(application('OutOfSync')), ...script);
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(10_000));
  const said = await handBack(
    { clusters: { client, argo: { client, namespace: 'argocd' } }, log: {} as never },
    { ...{ name: 'shop', heals: true, remedy: '' }, object: { type: 'application', name: 'shop' } },
    false,
  );
  client.close();
  await server.close();
  const patches = server.requests
    .filter(({ method }) => method === 'PATCH')
    .map(({ body }) => (body as Application).metadata.annotations ?? {});
  return { said, patches };
}

const asked = { [REFRESH]: 'normal', [REQUESTED]: expect.any(String) };
const resumed = { 'rollback-actions/paused': null };

test('an Argo CD that knows requests by their time answers the one that was made', async () => {
  const { said, patches } = await handedBack(
    ...request(application('Synced')),
    json(application('Synced')),
    json(project),
  );
  expect(said).toMatchObject({ isBack: true });
  expect(patches).toEqual([asked, resumed]);
});

// An older version, or an answer to what was asked before.
test('an answer that leaves the time of the request is not believed, and the next one is; nothing is left behind', async () => {
  const left = { [REQUESTED]: '2026-12-01T03:00:00Z' };
  const { said, patches } = await handedBack(
    ...request(application('OutOfSync', left)),
    ...request(application('Synced', left)),
    ...[json(application('Synced')), json(application('Synced')), json(project)],
  );
  expect(said).toMatchObject({ isBack: true });
  expect(patches).toEqual([asked, asked, { [REQUESTED]: null }, resumed]);
});

test('nor is one that says that all is in place: the source may have changed since', async () => {
  const left = { [REQUESTED]: '2026-12-01T03:00:00Z' };
  const { said, patches } = await handedBack(
    ...request(application('Synced', left)),
    ...request(application('OutOfSync')),
  );
  expect(said).toMatchObject({
    isBack: false,
    reason: expect.stringMatching(
      /\(OutOfSync\): .*; merge the older version, or sync .* \(argocd app sync shop\)$/,
    ),
  });
  expect(patches).toEqual([asked, asked]);
});

test('what Argo CD would delete is named with what keeps it, and holds nothing up once it is kept', async () => {
  const database = { group: 'cnpg.io', version: 'v1', kind: 'Cluster', namespace: 'shop', name: 'orders' };
  const left = { ...application('OutOfSync'), spec: { syncPolicy: { automated: { prune: true } } } };
  const after = {
    ...left,
    status: { ...left.status, resources: [{ ...database, status: 'OutOfSync', requiresPruning: true }] },
  };
  const read = (annotations: object) => [
    json({ resources: [{ name: 'clusters', kind: 'Cluster', namespaced: true }] }),
    json({ metadata: { name: 'orders', annotations } }),
  ];
  const held = await handedBack(...request(after), ...read({}));
  expect(held.said).toMatchObject({
    isBack: false,
    reason:
      'Argo CD would delete Cluster/orders, which its source does not have; annotate what has to stay (argocd.argoproj.io/sync-options=Prune=false), and delete the rest (argocd app sync shop --prune)',
  });
  const kept = await handedBack(
    ...request(after),
    ...read({ 'argocd.argoproj.io/sync-options': 'Prune=false' }),
    ...[json(after), json(project)],
  );
  expect(kept.said).toMatchObject({ isBack: true });
});

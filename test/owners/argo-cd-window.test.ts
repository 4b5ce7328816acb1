import { expect, test } from '@jest/globals';
import { findOwners } from '../../src/owners/find.ts';
import { forgottenPause } from '../../src/owners/forgotten.ts';
import { checkOwners } from '../../src/readiness/owners.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import { workload } from '../service/fixtures.ts';
import { configFor, json, type Reply, refuse, ScriptedServer } from '../systems/scripted-server.ts';

const web = workload('Deployment', {
  metadata: { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/web' } },
});
const application = (status: object = {}) => ({
  ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
  metadata: { name: 'shop', namespace: 'argocd', uid: 'a', resourceVersion: '1' },
  spec: { project: 'default', syncPolicy: { automated: { selfHeal: true } } },
  status,
});
const at = '2026-11-20T03:00:00Z';
const window = (name: string) => ({
  ...{ kind: 'deny', schedule: '* * * * *', duration: '24h', manualSync: true },
  applications: [name],
});
const project = (windows: readonly object[], note?: object) => ({
  ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject' },
  metadata: {
    ...{ name: 'default', namespace: 'argocd', uid: 'p', resourceVersion: '1' },
    annotations: note && { 'rollback-actions/paused': JSON.stringify({ shop: note }) },
  },
  spec: { syncWindows: windows },
});
const now = new Date('2026-12-01T03:00:00Z');

async function ownerWith(...script: Reply[]) {
  const server = await ScriptedServer.start(...script);
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(5000));
  const found = await findOwners({ client, argo: { client, namespace: 'argocd' } }, [web]);
  client.close();
  await server.close();
  const owner = found.get(web.metadata.uid);
  if (!owner) throw new Error('No owner was found.');
  return { owner, found, paths: server.requests.map(({ path }) => path) };
}

test('a pause by a deny window of a rollback is a pause, which a check and assess find after a day', async () => {
  const { owner, found, paths } = await ownerWith(
    json(application()),
    json(project([window('other'), window('shop')], { id: '7-1', at })),
  );
  expect(owner).toMatchObject({
    paused: 'a deny window of its project stops it',
    pausedSince: at,
    pausedBy: { id: '7-1', at },
  });
  expect(paths[1]).toBe('/apis/argoproj.io/v1alpha1/namespaces/argocd/appprojects/default');
  const words = `the Argo CD application shop is paused since ${at} by rollback 7-1`;
  expect(forgottenPause(owner, now)).toContain(words);
  expect(checkOwners([{ workload: web, name: 'deployment/web' }], {}, found, now)).toMatchObject({
    state: 'at-risk',
    evidence: expect.stringContaining(words),
  });
});

test.each<[string, Reply]>([
  ['of another application', json(project([window('other')], { id: '7-1', at }))],
  ['without a note of a rollback', json(project([window('shop')]))],
  ['that nobody may read', refuse(403, 'Forbidden')],
  ['of a project that is not there', refuse(404, 'NotFound')],
])('a window %s pauses nothing', async (_, reply) => {
  const { owner } = await ownerWith(json(application()), reply);
  expect(owner).toMatchObject({ heals: true, remedy: expect.stringContaining('argocd app set') });
  expect(owner.paused).toBeUndefined();
  expect(owner.unread).toBeUndefined();
});

test('a sync that is under way goes on under the window, so that it is paused by a rollback and not yet at rest', async () => {
  const { owner } = await ownerWith(
    json(application({ operationState: { phase: 'Running' } })),
    json(project([window('shop')], { id: '7-1', at })),
  );
  expect(owner.pausedBy).toMatchObject({ id: '7-1' });
  expect(owner.paused).toBeUndefined();
});

import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import type { NamespaceCache } from '../../src/service/namespace.ts';
import { planStep } from '../../src/service/plan.ts';
import { planOwners } from '../../src/service/through.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import { configFor, json, type Reply, refuse, ScriptedServer } from '../systems/scripted-server.ts';
import { history, replicaSet, template, workload } from './fixtures.ts';

const web = workload('Deployment', {
  metadata: {
    labels: { 'app.kubernetes.io/managed-by': 'Helm' },
    annotations: { 'meta.helm.sh/release-name': 'shop' },
  },
});
const revisions = history(web, replicaSet(2, 'web:2'), replicaSet(1, 'web:1'));
const may = (allowed: boolean) => json({ kind: 'SelfSubjectAccessReview', status: { allowed } }, 201);
const release = (status: string) => {
  const packed = gzipSync(JSON.stringify({ version: 2, info: { status }, manifest: '' })).toString('base64');
  const data = { release: Buffer.from(packed).toString('base64') };
  const items = [{ type: 'helm.sh/release.v1', metadata: { name: 'v2' }, data }];
  return json({ apiVersion: 'v1', kind: 'SecretList', metadata: { resourceVersion: '1' }, items });
};

async function warnings(gitops: 'refuse' | 'ignore', ...script: Reply[]) {
  const server = await ScriptedServer.start(...script);
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(5000));
  const said: string[] = [];
  const log = { info: () => {}, warn: (text: string) => void said.push(text), group: () => {} };
  const wanted = {
    to: { type: 'previous' },
    rollback: { id: '1', run: '1', wanted: 'previous' },
    gitops,
  } as const;
  const step = planStep({ workload: web, history: revisions, named: true }, wanted);
  const clusters = { client, argo: { client, namespace: 'argocd' } };
  const namespace = { name: 'shop', history: () => revisions } as unknown as NamespaceCache;
  const owners = await planOwners([step], gitops, namespace, clusters, false, log as never);
  client.close();
  await server.close();
  return { owners, said, asked: server.requests.length };
}

test.each(['refuse', 'ignore'] as const)(
  'an upgrade that Helm has not brought to its end is warned of with `gitops: %s` too, and nothing goes through Helm',
  async (gitops) => {
    expect(await warnings(gitops, may(true), release('pending-upgrade'))).toEqual({
      owners: [],
      said: [
        'Helm release shop: its revision 2 is pending-upgrade, and Helm refuses the next upgrade before `helm rollback shop <good revision> --namespace shop` has ended that.',
      ],
      asked: 2,
    });
  },
);

test('one that came to its end is none, and whoever may not list Secrets is asked for nothing more', async () => {
  expect(await warnings('refuse', may(true), release('deployed'))).toMatchObject({ said: [], asked: 2 });
  expect(await warnings('refuse', may(false))).toMatchObject({ said: [], asked: 1 });
});

test('a bad release that came back after the good one is not what its application goes back to', async () => {
  const annotations = { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/web' };
  const owner = workload('Deployment', { metadata: { annotations }, template: template('web:2') });
  const at = (minute: number) => `2026-11-30T12:${minute}:00Z`;
  const set = (number: number, image: string, made: number, before?: number) => {
    const earlier = before && { 'deployment.kubernetes.io/revision-history': String(before) };
    const found = replicaSet(number, image, { annotations: { ...earlier } });
    found.metadata.creationTimestamp = at(made);
    return found;
  };
  // 1, then 2, which was bad, then 1 again, then 3, and then 2 once more.
  const all = history(owner, set(5, 'web:2', 20, 2), set(4, 'web:3', 40), set(3, 'web:1', 10, 1));
  const step = planStep(
    { workload: owner, history: all, named: true },
    {
      to: { type: 'revision', number: 4 },
      rollback: { id: '1', run: '1', wanted: 'revision=4' },
      gitops: 'through',
    },
  );
  const entry = (id: number, minute: number) => ({
    ...{ id, revision: String(id).repeat(40), source: { path: 'app' } },
    ...{ deployStartedAt: at(minute), deployedAt: at(minute) },
  });
  const application = {
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
    metadata: { name: 'shop', namespace: 'argocd', uid: 'u', resourceVersion: '1' },
    spec: { syncPolicy: { automated: { prune: true } } },
    status: { history: [entry(1, 10), entry(2, 20), entry(3, 30), entry(4, 40), entry(5, 50)] },
  };
  const server = await ScriptedServer.start(may(true), may(true), json(application));
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(5000));
  const log = { info: () => {}, warn: () => {}, group: () => {} };
  const clusters = { client, argo: { client, namespace: 'argocd' } };
  const namespace = { name: 'shop', history: () => all } as unknown as NamespaceCache;
  const [planned] = await planOwners([step], 'through', namespace, clusters, false, log as never);
  client.close();
  await server.close();
  expect(planned?.plan).toMatchObject({ version: { id: 4 } });
});

test('what an application may not prune is warned of, with what has to be done before it is handed back', async () => {
  const annotations = { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/web' };
  const owned = workload('Deployment', { metadata: { annotations } });
  const step = planStep(
    { workload: owned, history: revisions, named: true },
    { to: { type: 'previous' }, rollback: { id: '1', run: '1', wanted: 'previous' }, gitops: 'through' },
  );
  const cluster = { group: 'cnpg.io', version: 'v1', kind: 'Cluster', namespace: 'shop', name: 'orders' };
  const application = {
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
    metadata: { name: 'shop', namespace: 'argocd', uid: 'u', resourceVersion: '1' },
    spec: { syncPolicy: { automated: { prune: true } } },
    status: { resources: [cluster] },
  };
  const server = await ScriptedServer.start(may(true), may(true), json(application), refuse(403));
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(5000));
  const said: string[] = [];
  const log = { info: () => {}, warn: (text: string) => void said.push(text), group: () => {} };
  const clusters = { client, argo: { client, namespace: 'argocd' } };
  const namespace = { name: 'shop', history: () => revisions } as unknown as NamespaceCache;
  const [planned] = await planOwners([step], 'through', namespace, clusters, false, log as never);
  client.close();
  await server.close();
  expect(planned?.plan).toMatchObject({ prune: false });
  expect(said).toEqual([
    'Argo CD application shop: Cluster/orders may be of the newer version, and would be deleted with whatever it holds, so it prunes nothing now. Before it is handed back, annotate what has to stay (argocd.argoproj.io/sync-options=Prune=false), and delete what is not needed.',
  ]);
});

import { expect, test } from '@jest/globals';
import type { Made } from '../../src/owners/jobs.ts';
import { pruneRefusal } from '../../src/owners/pruning.ts';
import { connected } from '../support/kubernetes/connected.ts';
import { json, type Reply, refuse } from '../systems/scripted-server.ts';

const NEXT = Date.parse('2026-12-02T12:00:00Z');

async function refusal(made: readonly Made[], ...script: Reply[]) {
  const { server, client } = await connected(...script);
  const said = await pruneRefusal(client, made, NEXT, new Set(['shop']));
  client.close();
  await server.close();
  return { said, asked: server.requests.map(({ path }) => path) };
}
const claim = (creationTimestamp: string, annotations: Record<string, string> = {}) =>
  json({
    ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
    metadata: { name: 'uploads', creationTimestamp, annotations },
  });
const web = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };
const uploads = { kind: 'PersistentVolumeClaim', namespace: 'shop', name: 'uploads' };
const newer =
  'PersistentVolumeClaim/uploads may be of the newer version, and would be deleted with all that is stored in it';

test.each<[string, Reply, string | undefined]>([
  ['of before the newer version', claim('2026-12-02T11:58:59Z'), undefined],
  ['of the newer version', claim('2026-12-02T11:59:30Z'), newer],
  ['that may not be read', refuse(403, 'Forbidden'), newer],
  ['that is gone', refuse(404, 'NotFound'), undefined],
  [
    'that Argo CD does not delete',
    claim('2026-12-02T12:00:00Z', { 'argocd.argoproj.io/sync-options': 'Validate=false, Prune=false' }),
    undefined,
  ],
  [
    'that Flux does not delete',
    claim('2026-12-02T12:00:00Z', { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' }),
    undefined,
  ],
])('whether a claim of a volume %s keeps its owner from pruning', async (_, reply, expected) => {
  const { said, asked } = await refusal([web, uploads], reply);
  expect(said).toBe(expected);
  expect(asked).toEqual(['/api/v1/namespaces/shop/persistentvolumeclaims/uploads']);
});

test('without claims nothing is asked', async () => {
  expect(await refusal([web])).toEqual({ said: undefined, asked: [] });
});

const dated = (kind: string, name: string, creationTimestamp: string) =>
  json({ kind, metadata: { name, creationTimestamp } });
const AFTER = '2026-12-02T12:00:00Z';

test('a namespace of the newer version is not pruned, nor what defines its resources; that of what goes back is older', async () => {
  const made = [
    { kind: 'Namespace', name: 'shop' },
    { kind: 'Namespace', name: 'search' },
    { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition', name: 'indexes.search.example' },
    { group: 'search.example', kind: 'Namespace', namespace: 'shop', name: 'other' },
  ];
  const { said, asked } = await refusal(
    made,
    dated('Namespace', 'search', AFTER),
    dated('CustomResourceDefinition', 'indexes.search.example', AFTER),
  );
  expect(said).toBe(
    'Namespace/search, CustomResourceDefinition/indexes.search.example may be of the newer version, and would be deleted with all that is stored in them',
  );
  expect(asked.toSorted()).toEqual([
    '/api/v1/namespaces/search',
    '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/indexes.search.example',
  ]);
});

test('a namespace of before does not keep its owner from pruning', async () => {
  const made = [{ kind: 'Namespace', name: 'search' }];
  const { said } = await refusal(made, dated('Namespace', 'search', '2026-12-02T11:00:00Z'));
  expect(said).toBeUndefined();
});

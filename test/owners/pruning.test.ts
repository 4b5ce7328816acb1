import { expect, test } from '@jest/globals';
import type { Made } from '../../src/owners/jobs.ts';
import { type Deleting, deletionRefusal } from '../../src/owners/pruning.ts';
import { connected } from '../support/kubernetes/connected.ts';
import { json, type Reply, refuse } from '../systems/scripted-server.ts';

const NEXT = Date.parse('2026-12-02T12:00:00Z');
const BEFORE = '2026-12-02T11:58:59Z';
const AFTER = '2026-12-02T11:59:30Z';

const kinds = (...all: [plural: string, kind: string, namespaced?: boolean][]) =>
  json({ resources: all.map(([name, kind, namespaced = true]) => ({ name, kind, namespaced })) });
/** What a cluster has, by its paths; what is not there is not found. */
const apis: Record<string, Reply> = {
  '/api/v1': kinds(['persistentvolumeclaims', 'PersistentVolumeClaim'], ['namespaces', 'Namespace', false]),
  '/apis/apps/v1': kinds(['statefulsets', 'StatefulSet']),
  '/apis/apiextensions.k8s.io/v1': kinds(['customresourcedefinitions', 'CustomResourceDefinition', false]),
  '/apis/postgresql.cnpg.io/v1': kinds(['clusters', 'Cluster']),
  '/apis/cert-manager.io/v1': kinds(['certificates', 'Certificate']),
  '/apis/external-secrets.io/v1': kinds(['externalsecrets', 'ExternalSecret']),
};

async function refusal(
  made: readonly Made[],
  there: Record<string, Reply>,
  deleting: Deleting = { by: 'Argo CD', prunes: true },
) {
  const world = { ...apis, ...there };
  const answer: Reply = (response, request) =>
    (world[request.path] ?? refuse(404, 'NotFound'))(response, request);
  const { server, client } = await connected(...Array<Reply>(20).fill(answer));
  const said = await deletionRefusal(client, deleting, made, NEXT, new Set(['shop']));
  client.close();
  await server.close();
  return { said, asked: server.requests.map(({ path }) => path).toSorted() };
}
const dated = (creationTimestamp: string, more: object = {}, spec: object = {}) =>
  json({ metadata: { name: 'x', creationTimestamp, ...more }, spec });

const web = { group: 'apps', version: 'v1', kind: 'Deployment', namespace: 'shop', name: 'web' };
const uploads = { version: 'v1', kind: 'PersistentVolumeClaim', namespace: 'shop', name: 'uploads' };
const UPLOADS = '/api/v1/namespaces/shop/persistentvolumeclaims/uploads';
const newer =
  'PersistentVolumeClaim/uploads may be of the newer version, and would be deleted with whatever it holds';
const options = { annotations: { 'argocd.argoproj.io/sync-options': 'Validate=false, Prune=false' } };
const disabled = { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' };

test.each<[string, Reply, string | undefined, Deleting['by']]>([
  ['of before the newer version', dated(BEFORE), undefined, 'Argo CD'],
  ['of the newer version', dated(AFTER), newer, 'Argo CD'],
  ['that may not be read', refuse(403, 'Forbidden'), newer, 'Argo CD'],
  ['whose answer is an error', refuse(400, 'BadRequest'), newer, 'Argo CD'],
  ['that is gone', refuse(404, 'NotFound'), undefined, 'Argo CD'],
  ['that Argo CD does not delete', dated(AFTER, options), undefined, 'Argo CD'],
  ['that Argo CD would not delete, and Flux does', dated(AFTER, options), newer, 'Flux'],
  ['that Flux does not delete', dated(AFTER, { annotations: disabled }), undefined, 'Flux'],
  ['that Flux does not delete, by its label', dated(AFTER, { labels: disabled }), undefined, 'Flux'],
  ['that Flux would not delete, and Argo CD does', dated(AFTER, { annotations: disabled }), newer, 'Argo CD'],
])('whether a claim of a volume %s keeps its owner from pruning', async (_, reply, expected, by) => {
  const { said, asked } = await refusal([web, uploads], { [UPLOADS]: reply }, { by, prunes: true });
  expect(said).toBe(expected);
  expect(asked).toEqual(['/api/v1', UPLOADS]);
});

test('without what may hold something, nothing is asked', async () => {
  const scaled = {
    group: 'keda.sh',
    version: 'v1alpha1',
    kind: 'ScaledObject',
    namespace: 'shop',
    name: 'w',
  };
  expect(await refusal([web, scaled], {})).toEqual({ said: undefined, asked: [] });
});

test('a namespace of the newer version is not pruned, nor what defines its resources; that of what goes back is older', async () => {
  const definition = 'indexes.search.example';
  const made = [
    { version: 'v1', kind: 'Namespace', name: 'shop' },
    { version: 'v1', kind: 'Namespace', name: 'search' },
    {
      group: 'apiextensions.k8s.io',
      version: 'v1',
      kind: 'CustomResourceDefinition',
      name: definition,
    },
  ];
  const paths = [
    '/api/v1/namespaces/search',
    `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${definition}`,
  ];
  const there = Object.fromEntries(paths.map((path) => [path, dated(AFTER)]));
  const { said, asked } = await refusal(made, there);
  expect(said).toBe(
    `Namespace/search, CustomResourceDefinition/${definition} may be of the newer version, and would be deleted with whatever they hold`,
  );
  expect(asked).toEqual(expect.arrayContaining(paths));
  expect((await refusal(made, { ...there, [paths[0] as string]: dated(BEFORE) })).said).toBe(
    `CustomResourceDefinition/${definition} may be of the newer version, and would be deleted with whatever it holds`,
  );
});

const database = {
  ...{ group: 'postgresql.cnpg.io', version: 'v1', kind: 'Cluster', namespace: 'shop', name: 'orders' },
};
const ORDERS = '/apis/postgresql.cnpg.io/v1/namespaces/shop/clusters/orders';
const withDatabase =
  'Cluster/orders may be of the newer version, and would be deleted with whatever it holds';

test.each<[string, Record<string, Reply>, string | undefined]>([
  ['of before the newer version', { [ORDERS]: dated(BEFORE) }, undefined],
  ['of the newer version', { [ORDERS]: dated(AFTER) }, withDatabase],
  ['that may not be read', { [ORDERS]: refuse(403, 'Forbidden') }, withDatabase],
  ['of an API that does not answer', { '/apis/postgresql.cnpg.io/v1': refuse(403) }, withDatabase],
  ['of a kind that the API does not have', { '/apis/postgresql.cnpg.io/v1': kinds() }, withDatabase],
])('whether a database of an operator %s keeps its owner from pruning', async (_, there, expected) => {
  expect((await refusal([web, database], there)).said).toBe(expected);
});

test('nor is a kind known by its name alone: a role of Crossplane is one of a database', async () => {
  const role = { group: 'postgresql.sql.crossplane.io', version: 'v1alpha1', kind: 'Role', name: 'orders' };
  expect((await refusal([role], {})).said).toMatch(/^Role\/orders may be of the newer version/);
});

test.each([
  ['Delete', 'StatefulSet/queue may be of the newer version, and would be deleted with whatever it holds'],
  ['Retain', undefined],
])(
  'a StatefulSet keeps its owner from pruning where its claims go with it (%s)',
  async (policy, expected) => {
    const queue = { group: 'apps', version: 'v1', kind: 'StatefulSet', namespace: 'shop', name: 'queue' };
    const spec = { persistentVolumeClaimRetentionPolicy: { whenDeleted: policy } };
    const path = '/apis/apps/v1/namespaces/shop/statefulsets/queue';
    expect((await refusal([queue], { [path]: dated(AFTER, {}, spec) })).said).toBe(expected);
    expect((await refusal([queue], { [path]: dated(BEFORE, {}, spec) })).said).toBeUndefined();
  },
);

test.each([
  [{ data: [{ secretKey: 'key', remoteRef: { key: 'shop' } }] }, undefined],
  [
    { dataFrom: [{ sourceRef: { generatorRef: { kind: 'Password', name: 'orders' } } }] },
    'ExternalSecret/orders may be of the newer version, and would be deleted with whatever it holds',
  ],
])('a Secret of External Secrets keeps its owner from pruning where it was generated', async (spec, said) => {
  const secret = { group: 'external-secrets.io', version: 'v1', kind: 'ExternalSecret', namespace: 'shop' };
  const path = '/apis/external-secrets.io/v1/namespaces/shop/externalsecrets/orders';
  const reply = { [path]: dated(AFTER, {}, spec) };
  expect((await refusal([{ ...secret, name: 'orders' }], reply)).said).toBe(said);
});

test.each([
  [{ isCA: true }, 'Certificate/ca may be of the newer version, and would be deleted with whatever it holds'],
  [{ dnsNames: ['shop.example.test'] }, undefined],
])('a Certificate keeps its owner from pruning where it is an authority (%j)', async (spec, said) => {
  const made = {
    group: 'cert-manager.io',
    version: 'v1',
    kind: 'Certificate',
    namespace: 'shop',
    name: 'ca',
  };
  const path = '/apis/cert-manager.io/v1/namespaces/shop/certificates/ca';
  expect((await refusal([made], { [path]: dated(AFTER, {}, spec) })).said).toBe(said);
});

const applied = (time: string, labels: Record<string, string> = {}) =>
  dated(BEFORE, {
    labels,
    managedFields: [
      {
        ...{ manager: 'kustomize-controller', operation: 'Apply', time },
        fieldsV1: { 'f:metadata': { 'f:labels': { 'f:kustomize.toolkit.fluxcd.io/name': {} } } },
      },
    ],
  });
const changed = (name: string) =>
  `${name} may have been changed by the newer version, and going back to the older one may delete whatever it holds`;
const flux: Deleting = { by: 'Flux', prunes: true };

// An older claim that came from another Kustomization is not in the older commit of this one.
test.each([
  ['that the newer version has not changed', applied(BEFORE), undefined],
  ['that the newer version has changed', applied(AFTER), changed('PersistentVolumeClaim/uploads')],
  ['of which that is not known', dated(BEFORE), changed('PersistentVolumeClaim/uploads')],
  ['that is not pruned', applied(AFTER, disabled), undefined],
])('an older claim %s may have been moved there (kustomize-controller#338)', async (_, reply, expected) => {
  expect((await refusal([uploads], { [UPLOADS]: reply }, flux)).said).toBe(expected);
  expect((await refusal([uploads], { [UPLOADS]: reply })).said).toBeUndefined();
});

test.each([
  ['that the newer version has not changed', applied(BEFORE), undefined],
  ['that the newer version has changed', applied(AFTER), changed('Cluster/orders')],
  ['of the newer version, which stays as it is', dated(AFTER), undefined],
])('what Flux makes anew by `force` is an older database %s (flux2#4392)', async (_, reply, expected) => {
  const forcing: Deleting = { by: 'Flux', prunes: false, forces: true };
  expect((await refusal([database], { [ORDERS]: reply }, forcing)).said).toBe(expected);
  expect((await refusal([database], { [ORDERS]: reply }, { ...forcing, forces: false })).asked).toEqual([]);
});

test('a database that Flux only prunes goes back with what the newer version has changed of it', async () => {
  expect((await refusal([database], { [ORDERS]: applied(AFTER) }, flux)).said).toBeUndefined();
});

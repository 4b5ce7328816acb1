import '../systems/realm.ts';
import { afterEach, expect, test } from '@jest/globals';
import { ReferenceLookup, referencesOf } from '../../src/service/references.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import type { Config, Container, PodTemplate } from '../../src/systems/kubernetes/objects.ts';
import { configFor, json, refuse, ScriptedServer } from '../systems/scripted-server.ts';
import { meta } from './fixtures.ts';

let server: ScriptedServer | undefined;
let client: KubeClient | undefined;
afterEach(async () => {
  client?.close();
  await server?.close();
});

const templateWith = (
  container: Partial<Container>,
  pod: Partial<PodTemplate['spec']> = {},
): PodTemplate => ({ spec: { containers: [{ name: 'app', image: 'app:1', ...container }], ...pod } });

const map = { kind: 'ConfigMap', name: 'a' };
const secret = { kind: 'Secret', name: 'a' };

test.each<[string, PodTemplate, object[]]>([
  ['nothing', templateWith({}), []],
  [
    'variables',
    templateWith({
      env: [
        { name: 'A', valueFrom: { configMapKeyRef: { name: 'a', key: 'k' } } },
        { name: 'B', valueFrom: { secretKeyRef: { name: 'a', key: 'k' } } },
        { name: 'C', value: 'plain' },
      ],
      envFrom: [{ configMapRef: { name: 'a' } }, { secretRef: { name: 'a' } }],
    }),
    [map, secret, { ...map, key: 'k' }, { ...secret, key: 'k' }],
  ],
  [
    'volumes and the keys that become files',
    templateWith(
      {},
      {
        volumes: [
          { name: 'a', configMap: { name: 'a', items: [{ key: 'k' }] } },
          { name: 'b', secret: { secretName: 'a' } },
          { name: 'c', projected: { sources: [{ secret: { name: 'b', items: [{ key: 'k' }] } }] } },
          { name: 'd', persistentVolumeClaim: { claimName: 'data' } },
        ],
      },
    ),
    [
      map,
      { ...map, key: 'k' },
      secret,
      { kind: 'Secret', name: 'b' },
      { kind: 'Secret', name: 'b', key: 'k' },
      { kind: 'PersistentVolumeClaim', name: 'data' },
    ],
  ],
  [
    'an account and what images are pulled with',
    templateWith({}, { serviceAccountName: 'runner', imagePullSecrets: [{ name: 'a' }] }),
    [
      { kind: 'ServiceAccount', name: 'runner' },
      { ...secret, onlyForPulls: true },
    ],
  ],
  ['the account that every namespace has', templateWith({}, { serviceAccountName: 'default' }), []],
  [
    'what is optional',
    templateWith(
      { envFrom: [{ secretRef: { name: 'a', optional: true } }] },
      { volumes: [{ name: 'a', configMap: { name: 'a', optional: true, items: [{ key: 'k' }] } }] },
    ),
    [],
  ],
  [
    'init containers too',
    templateWith(
      {},
      { initContainers: [{ name: 'i', image: 'i', envFrom: [{ secretRef: { name: 'a' } }] }] },
    ),
    [secret],
  ],
])('a pod needs %s', (_, template, expected) => {
  expect(referencesOf(template)).toEqual(expected);
});

async function connect(
  objects: Record<string, object>,
  forbidden: readonly string[] = [],
): Promise<KubeClient> {
  server = await ScriptedServer.start(
    ...Array(20).fill((...[response, request]: Parameters<ReturnType<typeof json>>) => {
      const path = request.path.replace('/api/v1/namespaces/shop/', '');
      if (forbidden.includes(path)) return refuse(403, 'Forbidden')(response, request);
      const found = objects[path];
      return found ? json(found)(response, request) : refuse(404, 'NotFound')(response, request);
    }),
  );
  client = new KubeClient(configFor(server.url), AbortSignal.timeout(10_000));
  return client;
}

const configMap = (name: string, data: Record<string, string>): Config => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: meta(name),
  data,
});

test('what is not there is missing, each once, and a key of what is missing is not told beside it', async () => {
  const lookup = new ReferenceLookup(
    await connect({ 'configmaps/app': configMap('app', { a: '1' }) }),
    'shop',
    [],
  );
  const references = [
    { kind: 'ConfigMap', name: 'app' },
    { kind: 'ConfigMap', name: 'app', key: 'a' },
    { kind: 'ConfigMap', name: 'app', key: 'b' },
    { kind: 'Secret', name: 'gone' },
    { kind: 'Secret', name: 'gone', key: 'a' },
  ] as const;
  expect(await lookup.missing(references)).toEqual([references[2], references[3]]);
  expect(server?.requests.map(({ path }) => path).sort()).toEqual([
    '/api/v1/namespaces/shop/configmaps/app',
    '/api/v1/namespaces/shop/secrets/gone',
  ]);
});

test('what may not be read is not known to be missing', async () => {
  const lookup = new ReferenceLookup(await connect({}, ['secrets/db']), 'shop', []);
  expect(await lookup.missing([{ kind: 'Secret', name: 'db' }])).toEqual([]);
});

test('what goes back before the pods start is there by then, with the keys of its copy', async () => {
  const copy = configMap('app-0123', { a: '1' });
  const lookup = new ReferenceLookup(await connect({}), 'shop', [{ ref: 'ConfigMap/app', copy }]);
  const key = { kind: 'ConfigMap', name: 'app', key: 'b' } as const;
  expect(await lookup.missing([{ kind: 'ConfigMap', name: 'app' }, key])).toEqual([key]);
});

import '../systems/realm.ts';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  dropCopies,
  findRestores,
  keepCopies,
  type NamedCopy,
  type Restore,
  restoreConfig,
} from '../../src/service/copies.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import type { Config } from '../../src/systems/kubernetes/objects.ts';
import { configFor, type Got, json, refuse, ScriptedServer } from '../systems/scripted-server.ts';
import { meta, replicaSet } from './fixtures.ts';

let server: ScriptedServer;
let client: KubeClient;

const BASE = '/api/v1/namespaces/shop';
const config = (kind: Config['kind'], name: string, more: Partial<Config> = {}): Config => ({
  apiVersion: 'v1',
  kind,
  metadata: meta(name, { labels: { team: 'a' } }),
  data: { a: '1' },
  ...more,
});

/** A change is answered with the object that it makes. */
const taken = json(({ body }: Got) => body ?? {}, 201);

/** A server that has these objects by path, and takes every change. */
async function connect(
  objects: Record<string, Config>,
  refused: Record<string, [number, string]> = {},
): Promise<void> {
  server = await ScriptedServer.start(
    ...Array(40).fill((...[response, request]: Parameters<ReturnType<typeof json>>) => {
      const no = refused[`${request.method} ${request.path.slice(BASE.length)}`];
      if (no) return refuse(...no)(response, request);
      if (request.method !== 'GET') return taken(response, request);
      const found = objects[request.path.slice(BASE.length)];
      return found ? json(found)(response, request) : refuse(404, 'NotFound')(response, request);
    }),
  );
  client = new KubeClient(configFor(server.url), AbortSignal.timeout(10_000));
}
afterEach(async () => {
  client?.close();
  await server?.close();
});

const changes = () =>
  server.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => ({ action: `${method} ${path.slice(BASE.length)}`, body }));

describe('keeping', () => {
  const owner = replicaSet(1, 'web:1');

  test('makes immutable copies that go with their owner', async () => {
    await connect({
      '/configmaps/app': config('ConfigMap', 'app', { binaryData: { b: 'Mg==' } }),
      '/secrets/db': config('Secret', 'db', { type: 'Opaque' }),
    });
    const copies = await keepCopies(client, owner, ['ConfigMap/app', 'Secret/db']);
    expect(copies).toEqual({
      'ConfigMap/app': expect.stringMatching(/^app-[0-9a-f]{16}$/),
      'Secret/db': expect.stringMatching(/^db-[0-9a-f]{16}$/),
    });
    const made = changes().sort((a, b) => a.action.localeCompare(b.action));
    expect(made).toEqual([
      {
        action: 'POST /configmaps',
        body: expect.objectContaining({
          kind: 'ConfigMap',
          immutable: true,
          data: { a: '1' },
          binaryData: { b: 'Mg==' },
        }),
      },
      {
        action: 'POST /secrets',
        body: expect.objectContaining({ kind: 'Secret', immutable: true, type: 'Opaque', data: { a: '1' } }),
      },
    ]);
    expect(made[0]?.body).toMatchObject({
      metadata: {
        name: copies['ConfigMap/app'],
        annotations: { 'rollback-actions/copy-of': 'app' },
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-1', uid: 'uid-web-1' }],
      },
    });
  });

  test('names a copy by owner and content, and is content where it is there already', async () => {
    await connect(
      { '/configmaps/app': config('ConfigMap', 'app') },
      { 'POST /configmaps': [409, 'AlreadyExists'] },
    );
    const first = await keepCopies(client, owner, ['ConfigMap/app']);
    expect(await keepCopies(client, owner, ['ConfigMap/app'])).toEqual(first);
    expect(await keepCopies(client, replicaSet(2, 'web:2'), ['ConfigMap/app'])).not.toEqual(first);
  });

  test('passes over what is not there and what the cluster makes', async () => {
    await connect({
      '/secrets/token': config('Secret', 'token', { type: 'kubernetes.io/service-account-token' }),
    });
    expect(await keepCopies(client, owner, ['ConfigMap/gone', 'Secret/token'])).toEqual({});
    expect(changes()).toEqual([]);
  });

  test('keeps its name within what Kubernetes takes', async () => {
    const name = 'a'.repeat(253);
    await connect({ [`/configmaps/${name}`]: config('ConfigMap', name) });
    const copies = await keepCopies(client, owner, [`ConfigMap/${name}`]);
    expect(copies[`ConfigMap/${name}`]?.length).toBeLessThanOrEqual(253);
  });

  test('says what the server refuses', async () => {
    await connect(
      { '/configmaps/app': config('ConfigMap', 'app') },
      { 'POST /configmaps': [403, 'Forbidden'] },
    );
    await expect(keepCopies(client, owner, ['ConfigMap/app'])).rejects.toMatchObject({ status: 403 });
  });
});

const OWNER = 'uid-web-1';
const named = (name: string, ref: NamedCopy['ref'] = 'ConfigMap/app'): NamedCopy[] => [
  { ref, name, owner: OWNER },
];

/** The copy that mark-good makes of this for revision 1. */
async function copyMadeOf(live: Config): Promise<Config> {
  const path = `/${live.kind === 'Secret' ? 'secrets' : 'configmaps'}/${live.metadata.name}`;
  await connect({ [path]: live });
  await keepCopies(client, replicaSet(1, 'web:1'), [`${live.kind}/${live.metadata.name}`]);
  const made = changes()[0]?.body as Config;
  client.close();
  await server.close();
  return { ...made, metadata: { ...meta(made.metadata.name), ...made.metadata } };
}

describe('what would go back', () => {
  test.each<[string, (copy: Config) => Record<string, Config>, boolean]>([
    [
      'is what differs',
      (copy) => ({ '/configmaps/app': config('ConfigMap', 'app', { data: { a: '2' } }), copy }),
      true,
    ],
    [
      'is what has more',
      (copy) => ({ '/configmaps/app': config('ConfigMap', 'app', { binaryData: { b: 'Mg==' } }), copy }),
      true,
    ],
    ['is what is gone', (copy) => ({ copy }), true],
    [
      'is not what is the same',
      (copy) => ({ '/configmaps/app': config('ConfigMap', 'app', { binaryData: {} }), copy }),
      false,
    ],
    [
      'is not what has no copy any more',
      () => ({ '/configmaps/app': config('ConfigMap', 'app', { data: { a: '2' } }) }),
      false,
    ],
  ])('%s', async (_, of, expected) => {
    const made = await copyMadeOf(config('ConfigMap', 'app'));
    const { copy, ...objects } = of(made);
    await connect({ ...objects, ...(copy && { [`/configmaps/${copy.metadata.name}`]: copy }) });
    const { restores, missing, foreign } = await findRestores(client, 'shop', named(made.metadata.name));
    expect({ missing, foreign }).toEqual({ missing: copy ? [] : ['ConfigMap/app'], foreign: [] });
    expect(restores.map(({ ref, copy, live }) => [ref, copy.metadata.name, live?.metadata.name])).toEqual(
      expected ? [['ConfigMap/app', made.metadata.name, objects['/configmaps/app'] && 'app']] : [],
    );
  });
});

describe('X8: what a mark only calls a copy neither goes back nor is deleted', () => {
  const with_ = (copy: Config, metadata: Partial<Config['metadata']>): Config => ({
    ...copy,
    metadata: { ...copy.metadata, ...metadata },
  });
  test.each<[string, (copy: Config) => Config]>([
    ['without our label', (copy) => with_(copy, { labels: {} })],
    [
      'not said to be a copy of it',
      (copy) => with_(copy, { annotations: { 'rollback-actions/copy-of': 'b' } }),
    ],
    ['that can be changed', ({ immutable: _, ...copy }) => copy],
    ['of another revision', (copy) => with_(copy, { ownerReferences: replicaOwner('uid-web-2') })],
    ['of nobody', (copy) => with_(copy, { ownerReferences: [] })],
    ['of two', (copy) => with_(copy, { ownerReferences: [...replicaOwner(OWNER), ...replicaOwner('x')] })],
    ['of other contents than its name says', (copy) => ({ ...copy, data: { a: 'forged' } })],
    ['of another name', (copy) => with_(copy, { name: 'somebody-elses' })],
  ])('%s', async (_, forged) => {
    const copy = forged(await copyMadeOf(config('Secret', 'app', { type: 'Opaque' })));
    const { name } = copy.metadata;
    await connect({
      [`/secrets/${name}`]: copy,
      '/secrets/app': config('Secret', 'app', { data: { a: '2' } }),
    });
    const found = await findRestores(client, 'shop', named(name, 'Secret/app'));
    expect(found).toEqual({ restores: [], missing: [], foreign: ['Secret/app'] });
    expect(await dropCopies(client, 'shop', named(name, 'Secret/app'))).toEqual(['Secret/app']);
    expect(changes()).toEqual([]);
  });

  test.each(['.', '..', '', 'a/../b', 'secrets/x', '../../..', 'a\nb', 'A', 'a%2f..'])(
    'nor does the name %j ask the server for anything',
    async (name) => {
      await connect({});
      await expect(findRestores(client, 'shop', named(name))).rejects.toThrow(/is not the name of/);
      await expect(dropCopies(client, 'shop', named(name, 'Secret/a'))).rejects.toThrow(/is not the name of/);
      expect(changes()).toEqual([]);
    },
  );
});

const replicaOwner = (uid: string) => [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-1', uid }];

describe('putting back', () => {
  const copy = config('Secret', 'db-0', { type: 'Opaque', immutable: true, data: { a: 'old' } });
  const restore: Restore = { ref: 'Secret/db', copy, live: undefined };
  const content = { apiVersion: 'v1', kind: 'Secret', type: 'Opaque', data: { a: 'old' } };

  test('replaces the content and keeps the rest, at the version that was read', async () => {
    const live = config('Secret', 'db', { type: 'Opaque' });
    await connect({ '/secrets/db': live });
    await restoreConfig(client, restore);
    expect(changes()).toEqual([{ action: 'PUT /secrets/db', body: { ...content, metadata: live.metadata } }]);
  });

  test.each<[string, Partial<Config>, object]>([
    ['immutable', { type: 'Opaque', immutable: true }, { immutable: true }],
    ['of another type', { type: 'kubernetes.io/tls' }, {}],
  ])('makes anew what is %s', async (_, more, kept) => {
    await connect({ '/secrets/db': config('Secret', 'db', more) });
    await restoreConfig(client, restore);
    expect(changes()).toEqual([
      { action: 'DELETE /secrets/db', body: { preconditions: { uid: 'uid-db' } } },
      {
        action: 'POST /secrets',
        body: { ...content, ...kept, metadata: { name: 'db', labels: { team: 'a' } } },
      },
    ]);
  });

  test('makes what is gone', async () => {
    await connect({});
    await restoreConfig(client, restore);
    expect(changes()).toEqual([{ action: 'POST /secrets', body: { ...content, metadata: { name: 'db' } } }]);
  });

  test('looks again where somebody was faster', async () => {
    await connect({ '/secrets/db': config('Secret', 'db', { type: 'Opaque' }) });
    const conflict = refuse(409, 'Conflict');
    const live = json(
      config('Secret', 'db', { type: 'Opaque', metadata: meta('db', { resourceVersion: '9' }) }),
    );
    server.script(json(config('Secret', 'db', { type: 'Opaque' })), conflict, live, taken);
    await restoreConfig(client, restore);
    expect(server.requests.map(({ method }: Got) => method)).toEqual(['GET', 'PUT', 'GET', 'PUT']);
    expect(server.requests[3]?.body).toMatchObject({ metadata: { resourceVersion: '9' } });
  });

  // Deleted between our read and our delete: it is to be made then, as if it had not been there.
  test('makes anew what somebody else deleted meanwhile', async () => {
    await connect({});
    server.script(
      json(config('Secret', 'db', { type: 'Opaque', immutable: true })),
      refuse(404, 'NotFound'),
      ...Array(4).fill(taken),
    );
    await restoreConfig(client, restore);
    expect(changes().at(-1)?.action).toBe('POST /secrets');
  });
});

test('dropping takes copies away, and does not mind those that are gone', async () => {
  const made = await copyMadeOf(config('ConfigMap', 'app'));
  const { name, uid, resourceVersion } = made.metadata;
  await connect({ [`/configmaps/${name}`]: made });
  expect(
    await dropCopies(client, 'shop', [...named(name), ...named('db-0123456789abcdef', 'Secret/db')]),
  ).toEqual([]);
  expect(changes()).toEqual([
    { action: `DELETE /configmaps/${name}`, body: { preconditions: { uid, resourceVersion } } },
  ]);
  await server.close();
  await connect({ [`/configmaps/${name}`]: made }, { [`DELETE /configmaps/${name}`]: [403, 'Forbidden'] });
  await expect(dropCopies(client, 'shop', named(name))).rejects.toMatchObject({ status: 403 });
});

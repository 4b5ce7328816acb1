import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import '../realm.ts';
import { ActionError } from '../../../src/runner/errors.ts';
import { KubeClient } from '../../../src/systems/kubernetes/client.ts';
import { ApiError } from '../../../src/systems/kubernetes/errors.ts';
import type { KubeObject } from '../../../src/systems/kubernetes/objects.ts';
import { controllerOf, WatchedList } from '../../../src/systems/kubernetes/watch.ts';
import { configFor, json, type Reply, refuse, reset, ScriptedServer, stream } from '../scripted-server.ts';

let server: ScriptedServer;
let client: KubeClient;
let stop: AbortController;

afterEach(async () => {
  stop?.abort();
  client?.close();
  await server?.close();
});

function object(name: string, version: number, more: { owner?: string; note?: string } = {}): KubeObject {
  const metadata = { name, namespace: 'shop', uid: `uid-${name}`, resourceVersion: String(version) };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata,
      ...(more.note !== undefined && { annotations: { note: more.note } }),
      ...(more.owner && {
        ownerReferences: [{ apiVersion: 'v1', kind: 'X', name: 'x', uid: more.owner, controller: true }],
      }),
    },
  };
}

const list = (version: number, ...items: KubeObject[]): Reply =>
  json({ apiVersion: 'v1', kind: 'PodList', metadata: { resourceVersion: String(version) }, items });
const event = (type: string, content: unknown) => `${JSON.stringify({ type, object: content })}\n`;
const bookmark = (version: number) =>
  event('BOOKMARK', { kind: 'Pod', apiVersion: 'v1', metadata: { resourceVersion: String(version) } });
const gone = event('ERROR', { kind: 'Status', code: 410, message: 'too old resource version' });

/** A watched list of what the script serves; `seen` has a line for each change. */
async function watch(...script: Reply[]) {
  server = await ScriptedServer.start(...script);
  stop = new AbortController();
  client = new KubeClient(configFor(server.url), stop.signal);
  const seen: string[] = [];
  const errors: Error[] = [];
  const troubles: string[] = [];
  const watched: WatchedList<KubeObject> = await WatchedList.start<KubeObject>(
    client,
    '/pods',
    { labelSelector: 'a=b' },
    {
      change: ({ metadata }) => seen.push(`${metadata.name}@${metadata.resourceVersion}`),
      error: (error) => errors.push(error),
      trouble: (error) => troubles.push(error.message),
    },
  );
  const names = () => [...watched.items.values()].map(({ metadata }) => metadata.name).sort();
  return { watched, seen, errors, troubles, names };
}

/** Waits until something holds. */
async function until(holds: () => boolean, seconds = 3): Promise<void> {
  for (let round = 0; !holds(); round++) {
    if (round > seconds * 100) throw new Error('it never held');
    await wait(10);
  }
}

const versions = () => server.requests.map(({ query }) => (query.watch ? query.resourceVersion : 'list'));

test('lists, then watches from there', async () => {
  const { names, seen } = await watch(list(5, object('a', 3), object('b', 4)), stream([]));
  await server.got(2);
  expect(names()).toEqual(['a', 'b']);
  expect(seen).toEqual(['a@3', 'b@4']);
  expect(server.requests[1]).toMatchObject({
    path: '/pods',
    query: {
      labelSelector: 'a=b',
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: '5',
      timeoutSeconds: '30',
    },
  });
});

test('takes in what is added, changed and removed', async () => {
  const { watched, names, seen } = await watch(
    list(5, object('a', 3)),
    stream([
      event('ADDED', object('b', 6)),
      event('MODIFIED', object('a', 7, { note: 'x' })),
      event('DELETED', object('b', 8)),
    ]),
  );
  await until(() => seen.length === 4);
  expect(seen).toEqual(['a@3', 'b@6', 'a@7', 'b@8']);
  expect(names()).toEqual(['a']);
  expect(watched.items.get('uid-a')?.metadata.annotations).toEqual({ note: 'x' });
});

describe('a watch that ends', () => {
  test('is resumed from the last object', async () => {
    const { names, errors } = await watch(
      list(5),
      stream([event('ADDED', object('a', 6))], 'ends'),
      stream([event('ADDED', object('b', 7))], 'ends'),
      stream([]),
    );
    await server.got(4);
    expect(versions()).toEqual(['list', '5', '6', '7']);
    expect(names()).toEqual(['a', 'b']);
    expect(errors).toEqual([]);
  });

  test('is resumed from the last bookmark, which is no object', async () => {
    const { names, seen } = await watch(list(5, object('a', 3)), stream([bookmark(99)], 'ends'), stream([]));
    await server.got(3);
    expect(versions()).toEqual(['list', '5', '99']);
    expect(seen).toEqual(['a@3']);
    expect(names()).toEqual(['a']);
  });

  test.each<[string, Reply]>([
    ['is cut', stream([event('ADDED', object('a', 6))], 'is cut')],
    ['ends in the middle of a line', stream([`${event('ADDED', object('a', 6))}{"type":"ADD`], 'ends')],
  ])('in that it %s is resumed', async (_, reply) => {
    const { names, errors } = await watch(list(5), reply, stream([event('ADDED', object('b', 7))]));
    await until(() => names().length === 2);
    expect(versions()).toEqual(['list', '5', '6']);
    expect(errors).toEqual([]);
  });

  test.each([429, 500, 503])('with %i is begun again, a little later', async (status) => {
    const { errors } = await watch(list(5), refuse(status), refuse(status), stream([]));
    await server.got(4);
    expect(versions()).toEqual(['list', '5', '5', '5']);
    const [, first, second, third] = server.requests.map(({ at }) => at) as [number, number, number, number];
    expect(second - first).toBeGreaterThanOrEqual(90);
    expect(third - second).toBeGreaterThanOrEqual(190);
    expect(errors).toEqual([]);
  });

  test('with Retry-After is begun again no sooner', async () => {
    await watch(list(5), refuse(429, '', { 'Retry-After': '1' }), stream([]));
    await server.got(3);
    const [, first, second] = server.requests.map(({ at }) => at) as [number, number, number];
    expect(second - first).toBeGreaterThanOrEqual(990);
  });

  test('with a failed connection is begun again', async () => {
    const { errors } = await watch(list(5), reset, stream([]));
    await server.got(3);
    expect(versions()).toEqual(['list', '5', '5']);
    expect(errors).toEqual([]);
  });

  test('at once each time is not begun again as fast as it can', async () => {
    await watch(list(5), ...Array(5000).fill(json('', 200)), stream([]));
    await wait(500);
    expect(server.requests.length).toBeLessThan(25);
  });
});

describe('a watch that is out of date', () => {
  test.each<[string, Reply]>([
    ['by its answer', refuse(410, 'Gone')],
    ['by an event', stream([gone])],
  ])('%s is listed anew: what is gone meanwhile is removed', async (_, reply) => {
    const { watched, names, seen, errors } = await watch(
      list(5, object('a', 3, { owner: 'o' }), object('b', 4, { owner: 'o' })),
      reply,
      list(20, object('b', 15, { owner: 'o' }), object('c', 16, { owner: 'o' })),
      stream([]),
    );
    await server.got(4);
    expect(versions()).toEqual(['list', '5', 'list', '20']);
    expect(names()).toEqual(['b', 'c']);
    expect(
      watched
        .ownedBy('o')
        .map(({ metadata }) => metadata.name)
        .sort(),
    ).toEqual(['b', 'c']);
    expect(seen).toEqual(['a@3', 'b@4', 'a@3', 'b@15', 'c@16']);
    expect(errors).toEqual([]);
  });

  test('goes on with what came before that', async () => {
    const { names } = await watch(
      list(5),
      stream([event('ADDED', object('a', 6)), gone]),
      list(20, object('a', 6)),
      stream([event('ADDED', object('b', 21))]),
    );
    await until(() => names().length === 2);
    expect(versions()).toEqual(['list', '5', 'list', '20']);
  });

  test('and may not be listed any more is an error', async () => {
    const { errors } = await watch(list(5), refuse(410, 'Gone'), refuse(403, 'Forbidden'));
    await until(() => errors.length === 1);
    expect(errors[0]).toMatchObject({ status: 403 });
  });
});

test.each([400, 401, 403, 404])('%i is an error, and ends it', async (status) => {
  const { errors } = await watch(list(5), refuse(status, 'No'));
  await until(() => errors.length === 1);
  expect(errors[0]).toBeInstanceOf(ApiError);
  expect(errors[0]).toMatchObject({ status });
  await wait(50);
  expect(server.requests).toHaveLength(2);
});

test('an error at the first list is thrown', async () => {
  await expect(watch(refuse(403, 'Forbidden'))).rejects.toMatchObject({ status: 403 });
});

test('an event that tells another error is one', async () => {
  const { errors } = await watch(list(5), stream([event('ERROR', { code: 403, message: 'no more' })]));
  await until(() => errors.length === 1);
  expect(errors[0]).toMatchObject({ status: 403, message: 'no more' });
});

describe('packets', () => {
  const note = 'zwölf 😀 \u2028 "\\n"';
  const line = Buffer.from(event('ADDED', object('a', 6, { note })));

  test('may cut a line anywhere, also inside of a sign', async () => {
    const cuts = [...line.keys()].filter((index) => (line[index] ?? 0) > 127 || index % 40 === 0);
    const pieces = cuts.map((cut, index) => line.subarray(cut, cuts[index + 1] ?? line.length));
    expect(Buffer.concat(pieces).equals(line)).toBe(true);
    const { watched, names } = await watch(list(5), stream(pieces));
    await until(() => names().length === 1);
    expect(watched.items.get('uid-a')?.metadata.annotations?.note).toBe(note);
  });

  test('may hold several lines and a half', async () => {
    const next = event('ADDED', object('b', 7, { note }));
    const { names } = await watch(
      list(5),
      stream([`${line}${bookmark(8)}${next.slice(0, 20)}`, next.slice(20)]),
    );
    await until(() => names().length === 2);
  });
});

describe('abort', () => {
  test.each<[string, Reply]>([
    ['a watch', stream([])],
    ['a pause', refuse(429, '', { 'Retry-After': '30' })],
    ['a list that is done anew', refuse(410)],
  ])('ends %s, and is no error', async (_, reply) => {
    const { errors } = await watch(list(5), reply);
    await server.got(2);
    await wait(30);
    const before = server.requests.length;
    stop.abort(new ActionError('enough'));
    await wait(100);
    expect(errors).toEqual([]);
    expect(server.requests).toHaveLength(before);
  });
});

describe('owners', () => {
  test('are found by uid, and only controllers count', async () => {
    const { watched } = await watch(
      list(5, object('a', 1, { owner: 'o' }), object('b', 2, { owner: 'p' }), object('c', 3)),
      stream([]),
    );
    expect(watched.ownedBy('o').map(({ metadata }) => metadata.name)).toEqual(['a']);
    expect(watched.ownedBy('none')).toEqual([]);
    const reference = { apiVersion: 'v1', kind: 'X', name: 'x', uid: 'o' };
    expect(
      controllerOf({
        ...object('d', 1),
        metadata: { ...object('d', 1).metadata, ownerReferences: [reference] },
      }),
    ).toBeUndefined();
    expect(controllerOf(object('c', 1))).toBeUndefined();
    expect(controllerOf(object('a', 1, { owner: 'o' }))).toBe('o');
  });

  test('that change are followed: an orphan is released, another one adopts it', async () => {
    const { watched, seen } = await watch(
      list(5, object('a', 1, { owner: 'o' })),
      stream([
        event('MODIFIED', object('a', 6, { owner: 'p' })),
        event('DELETED', object('a', 7, { owner: 'p' })),
      ]),
    );
    await until(() => seen.length === 3);
    expect(watched.ownedBy('p')).toHaveLength(0);
    expect(watched.ownedBy('o')).toHaveLength(0);
  });

  test('know what our own request answered', async () => {
    const { watched, seen } = await watch(list(5), stream([]));
    watched.put(object('a', 6, { owner: 'o' }));
    expect(watched.ownedBy('o')).toHaveLength(1);
    expect(seen).toEqual(['a@6']);
  });

  // Else a rollback would look at the workload as it was before its own patch, and take it for done.
  test('an event that comes late does not undo what our own request answered', async () => {
    const at = (version: number, generation: number, note: string): KubeObject => {
      const { metadata, ...rest } = object('a', version, { note });
      return { ...rest, metadata: { ...metadata, generation } };
    };
    const late = [event('MODIFIED', at(6, 2, 'old')), event('ADDED', object('b', 8))];
    const { watched, names } = await watch(list(5, at(5, 2, 'old')), stream(['', '', '', ...late]));
    watched.put(at(7, 3, 'new'));
    await until(() => names().length === 2);
    expect(watched.items.get('uid-a')?.metadata.annotations?.note).toBe('new');
  });
});

test('a watch that fails some times in a row says so once, and goes on', async () => {
  const failing = Array.from({ length: 7 }, () => refuse(500, 'InternalError'));
  const { troubles, names } = await watch(list(5), ...failing, stream([event('ADDED', object('a', 6))]));
  await until(() => names().length === 1, 15);
  expect(troubles).toEqual(['InternalError by script']);
}, 20_000);

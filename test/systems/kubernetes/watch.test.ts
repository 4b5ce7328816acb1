import { afterEach, describe, expect, test } from '@jest/globals';
import '../realm.ts';
import type { KubeClient } from '../../../src/systems/kubernetes/client.ts';
import type { KubeObject } from '../../../src/systems/kubernetes/objects.ts';
import { controllerOf } from '../../../src/systems/kubernetes/watch.ts';
import { connected } from '../../support/kubernetes/connected.ts';
import { bookmark, event, list, object, until, watching } from '../../support/kubernetes/watching.ts';
import { type Reply, type ScriptedServer, stream } from '../scripted-server.ts';

let server: ScriptedServer;
let client: KubeClient;
let stop: AbortController;

afterEach(async () => {
  stop?.abort();
  client?.close();
  await server?.close();
});

async function watch(...script: Reply[]) {
  ({ server, client, stop } = await connected(...script));
  return watching(client);
}

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
    watched.upsert(object('a', 6, { owner: 'o' }));
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
    watched.upsert(at(7, 3, 'new'));
    await until(() => names().length === 2);
    expect(watched.items.get('uid-a')?.metadata.annotations?.note).toBe('new');
  });
});

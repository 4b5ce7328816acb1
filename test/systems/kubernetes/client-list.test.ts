import { afterEach, describe, expect, test } from '@jest/globals';
import '../realm.ts';
import { ActionError } from '../../../src/base/errors.ts';
import type { KubeClient } from '../../../src/systems/kubernetes/client.ts';
import { connected } from '../../support/kubernetes/connected.ts';
import { json, type Reply, refuse, reset, type ScriptedServer } from '../scripted-server.ts';

let server: ScriptedServer;
let client: KubeClient;
let stop: AbortController;

async function connect(...script: Reply[]): Promise<void> {
  ({ server, client, stop } = await connected(...script));
}

afterEach(async () => {
  client?.close();
  await server?.close();
});

const failure = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => new Error('it did not fail'),
    (error: Error) => error,
  );

describe('a list', () => {
  const page = (names: string[], next?: string, resourceVersion = '9') =>
    json({
      apiVersion: 'apps/v1',
      kind: 'DeploymentList',
      metadata: { resourceVersion, ...(next !== undefined && { continue: next }) },
      items: names.map((name) => ({ metadata: { name }, x: 1 })),
    });
  const names = (list: { items: { metadata: { name: string } }[] }) =>
    list.items.map((item) => item.metadata.name);

  test('puts its pages together, and says of each item what it is', async () => {
    await connect(page(['a', 'b'], 'more', '7'), page(['c'], '', '8'));
    const list = await client.list('/x', { labelSelector: 'a=b' });
    expect(list.resourceVersion).toBe('8');
    expect(list.items).toEqual(
      ['a', 'b', 'c'].map((name) => ({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name },
        x: 1,
      })),
    );
    expect(server.requests.map(({ query }) => query)).toEqual([
      { labelSelector: 'a=b', limit: '500' },
      { labelSelector: 'a=b', limit: '500', continue: 'more' },
    ]);
  });

  test('begins again where its pages went out of date in the middle, and has nothing twice', async () => {
    await connect(
      page(['a', 'gone'], 'old'),
      refuse(410, 'Expired'),
      page(['a', 'new'], 'next'),
      page(['c']),
    );
    expect(names(await client.list('/x'))).toEqual(['a', 'new', 'c']);
    expect(server.requests.map(({ query }) => query.continue)).toEqual([undefined, 'old', undefined, 'next']);
  });

  test('goes on after a page that failed for a moment', async () => {
    await connect(page(['a'], 'more'), refuse(500), reset, page(['b']));
    expect(names(await client.list('/x'))).toEqual(['a', 'b']);
    expect(server.requests.map(({ query }) => query.continue)).toEqual([undefined, 'more', 'more', 'more']);
  });

  test('may be empty, or refused', async () => {
    await connect(page([]), refuse(403, 'Forbidden'));
    expect(names(await client.list('/x'))).toEqual([]);
    await expect(client.list('/x')).rejects.toMatchObject({ status: 403 });
  });

  test('that is out of date for ever does not ask as fast as it can', async () => {
    await connect(...Array(3).fill(refuse(410, 'Expired')));
    const error = failure(client.list('/x'));
    await server.got(3);
    stop.abort(new ActionError('enough'));
    expect((await error).message).toBe('enough');
    const [first = 0, second = 0, third = 0] = server.requests.map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(190);
    expect(third - second).toBeGreaterThanOrEqual(190);
  });
});

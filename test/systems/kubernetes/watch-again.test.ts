import { afterEach, describe, expect, test } from '@jest/globals';
import '../realm.ts';
import { ActionError } from '../../../src/base/errors.ts';
import type { KubeClient } from '../../../src/systems/kubernetes/client.ts';
import { ApiError } from '../../../src/systems/kubernetes/errors.ts';
import { connected } from '../../support/kubernetes/connected.ts';
import { bookmark, event, gone, list, object, until, watching } from '../../support/kubernetes/watching.ts';
import { json, type Reply, refuse, reset, type ScriptedServer, stream } from '../scripted-server.ts';

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

/** What somebody else asks, who is put off first by these answers, is all that is asked from now on. */
async function expectNothingMore(...putOff: Reply[]): Promise<void> {
  const asked = server.requests.length;
  server.script(...putOff, json({}));
  const other = client.withSignal(AbortSignal.timeout(20_000));
  await other.get('/later');
  other.close();
  expect(server.told.slice(asked)).toEqual([...putOff, json({})].map(() => 'GET /later'));
}

const versions = () => server.requests.map(({ query }) => (query.watch ? query.resourceVersion : 'list'));

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

  test('is resumed from the last bookmark, which is not an object', async () => {
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
    await watch(list(5), ...Array(4).fill(json('', 200)));
    await server.got(5);
    const [, first = 0, second = 0, third = 0, fourth = 0] = server.requests.map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(90);
    expect(third - second).toBeGreaterThanOrEqual(190);
    expect(fourth - third).toBeGreaterThanOrEqual(390);
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
  expect(server.requests).toHaveLength(2);
  await expectNothingMore(refuse(503), refuse(503));
  expect(errors).toHaveLength(1);
});

test('an error at the first list is thrown', async () => {
  await expect(watch(refuse(403, 'Forbidden'))).rejects.toMatchObject({ status: 403 });
});

test('an event that tells another error is one', async () => {
  const { errors } = await watch(list(5), stream([event('ERROR', { code: 403, message: 'no more' })]));
  await until(() => errors.length === 1);
  expect(errors[0]).toMatchObject({ status: 403, message: 'no more' });
});

describe('abort', () => {
  /** An answer without an end; `over` resolves when nobody listens to it any more. */
  function endless(): { reply: Reply; over: Promise<void> } {
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const reply: Reply = (response) => {
      response.on('close', resolve).writeHead(200).flushHeaders();
    };
    return { reply, over };
  }

  test.each<[string, Reply[]]>([
    ['a watch', []],
    ['a list that is done anew', [refuse(410)]],
  ])('ends %s, and is not an error', async (_, before) => {
    const { reply, over } = endless();
    const { errors } = await watch(list(5), ...before, reply);
    await server.got(before.length + 2);
    stop.abort(new ActionError('enough'));
    await over;
    await expectNothingMore(refuse(503), refuse(503));
    expect(errors).toEqual([]);
  });

  test('ends a pause, and is not an error', async () => {
    const putOff = refuse(429, '', { 'Retry-After': '1' });
    const { errors } = await watch(list(5), putOff);
    await server.got(2);
    stop.abort(new ActionError('enough'));
    await expectNothingMore(putOff);
    expect(errors).toEqual([]);
  });
});

test('a watch that fails some times in a row says so once, and goes on', async () => {
  const failing = Array.from({ length: 7 }, () => refuse(500, 'InternalError'));
  const { troubles, names } = await watch(list(5), ...failing, stream([event('ADDED', object('a', 6))]));
  await until(() => names().length === 1, 15);
  expect(troubles).toEqual(['InternalError by script']);
});

import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import '../realm.ts';
import { ActionError } from '../../../src/base/errors.ts';
import { KubeClient } from '../../../src/systems/kubernetes/client.ts';
import { acquireLease, leaseName, releaseLease } from '../../../src/systems/kubernetes/lease.ts';
import { configFor, json, type Reply, refuse, ScriptedServer } from '../scripted-server.ts';

let server: ScriptedServer;
let client: KubeClient;

async function connect(...script: Reply[]): Promise<void> {
  server = await ScriptedServer.start(...script);
  client = new KubeClient(configFor(server.url), AbortSignal.timeout(20_000));
}

afterEach(async () => {
  client?.close();
  await server?.close();
});

const PATH = '/apis/coordination.k8s.io/v1/namespaces/shop/leases';
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString().replace('Z', '000Z');
const lease = (spec: object) => ({
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  metadata: {
    name: 'rollback-prod',
    namespace: 'shop',
    uid: 'u',
    resourceVersion: '7',
    labels: { kept: 'x' },
  },
  spec,
});
const held = (holderIdentity: string, renewed: number, leaseDurationSeconds = 30) =>
  lease({ holderIdentity, leaseDurationSeconds, acquireTime: ago(100), renewTime: ago(renewed) });

const claim = { namespace: 'shop', name: 'rollback-prod', holder: 'me' };
const acquire = async () => (await acquireLease(client, claim)).stop;

describe('leaseName', () => {
  test.each([
    ['prod', 'rollback-prod'],
    ['Production EU', 'rollback-production-eu'],
    ['prod/eu_1', 'rollback-prod-eu-1'],
    ['prod.', 'rollback-prod'],
  ])('%s is %s', (environment, expected) => {
    expect(leaseName(environment)).toBe(expected);
  });

  test.each([
    'prod',
    'a..b',
    '.prod',
    '-prod',
    'prod.-eu',
    'prod/.eu',
    '生产',
    '',
    '...',
    'ÄÖÜ prod',
    `${'a'.repeat(199)}.b`,
    'x'.repeat(500),
  ])('of %j is a name that Kubernetes takes', (environment) => {
    const name = leaseName(environment);
    expect(name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/);
    expect(name.length).toBeLessThanOrEqual(253);
  });
});

describe('the lock', () => {
  test('is made where there is none', async () => {
    await connect(refuse(404, 'NotFound'), json({}, 201));
    await (await acquire())();
    expect(server.told).toEqual([`GET ${PATH}/rollback-prod`, `POST ${PATH}`]);
    const micro = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(server.requests[1]?.body).toEqual({
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name: 'rollback-prod', namespace: 'shop' },
      spec: { holderIdentity: 'me', leaseDurationSeconds: 30, acquireTime: micro, renewTime: micro },
    });
  });

  test.each([
    ['has expired', held('other', 31)],
    ['has expired by its own duration', held('other', 6, 5)],
    ['is of an earlier attempt of ours', held('me', 1)],
    ['is of nobody', lease({ leaseDurationSeconds: 30, renewTime: ago(1) })],
    ['was never renewed', lease({ holderIdentity: 'other', leaseDurationSeconds: 30 })],
    ['says nothing', lease({})],
    ['X16: says that it lasts for 68 years', held('other', 31, 2_147_483_647)],
    ['X16: has a longer duration than ours', held('other', 40, 60)],
    ['X16: was renewed in the future', held('other', -3600)],
    [
      'X16: was renewed in the year 9999',
      lease({ holderIdentity: 'other', renewTime: '9999-12-31T23:59:59.000000Z' }),
    ],
  ])('that %s is taken over, at the version that was read', async (_, found) => {
    await connect(json(found), json({}));
    await (await acquire())();
    expect(server.told).toEqual([`GET ${PATH}/rollback-prod`, `PUT ${PATH}/rollback-prod`]);
    expect(server.requests[1]?.body).toMatchObject({
      metadata: { resourceVersion: '7', labels: { kept: 'x' } },
      spec: { holderIdentity: 'me', leaseDurationSeconds: 30 },
    });
  });

  test.each([
    ['was renewed just now', held('other', 1)],
    ['has not expired yet', held('other', 25)],
    ['X16: has a longer duration, and ours is not over', held('other', 25, 2_000_000_000)],
    ['was renewed by a clock that is a little ahead', held('other', -5)],
    ['says no duration', lease({ holderIdentity: 'other', acquireTime: ago(9), renewTime: ago(9) })],
  ])('that %s is refused, with its holder', async (_, found) => {
    await connect(json(found));
    const refused = await acquire().catch((error: Error) => error);
    expect(refused).toBeInstanceOf(ActionError);
    expect((refused as Error).message).toMatch(
      /^Rollback other is already at work here since \S+; wait for it, or for its lock \(Lease rollback-prod in shop\) to expire \d+ s after it died\.$/,
    );
    expect(server.requests).toHaveLength(1);
  });

  /** The server's clock is so many seconds from ours; a lease has the server's time, as who holds it wrote it. */
  const at = (offset: number) => ({ Date: new Date(Date.now() + offset * 1000).toUTCString() });

  test.each([
    ['an hour behind', -3600],
    ['an hour ahead', 3600],
  ])('is judged by the server’s clock where ours is another one: it is %s', async (_, offset) => {
    await connect(json(held('other', 20 - offset), 200, at(offset)));
    await expect(acquire()).rejects.toThrow('Rollback other is already at work here');
    await server.close();
    client.close();

    await connect(json(held('dead', 40 - offset), 200, at(offset)), json({}));
    await (await acquire())();
    const [, put] = server.requests as [unknown, { body: { spec: { renewTime: string } } }];
    expect(Math.abs(Date.parse(put.body.spec.renewTime) - Date.now() - offset * 1000)).toBeLessThan(5000);
  });

  test('is not found alive by an answer that comes late, after one that found it dead', async () => {
    const found = held('dead', 30.5);
    await connect(json(found, 200, at(1)), json(found, 200, at(-2)), json({}));
    await client.get(PATH);
    const before = client.now.getTime();
    await (await acquire())();
    expect(client.now.getTime()).toBeGreaterThanOrEqual(before);
  });

  test('is judged by the server’s clock where that was put back', async () => {
    await connect(json({}, 200, at(3600)), json(held('other', 1), 200, at(0)));
    await client.get(PATH);
    await expect(acquire()).rejects.toThrow('Rollback other is already at work here');
  });

  test('that somebody makes at the same moment is theirs', async () => {
    await connect(refuse(404, 'NotFound'), refuse(409, 'AlreadyExists'), json(held('other', 1)));
    await expect(acquire()).rejects.toThrow('Rollback other is already at work here');
  });

  test('that was made by a request which was answered late is ours', async () => {
    await connect(refuse(404, 'NotFound'), refuse(409, 'AlreadyExists'), json(held('me', 0)), json({}));
    await (await acquire())();
    expect(server.requests).toHaveLength(4);
  });

  test('that somebody takes over at the same moment is theirs', async () => {
    await connect(json(held('dead', 99)), refuse(409, 'Conflict'), json(held('other', 1)));
    await expect(acquire()).rejects.toThrow('Rollback other is already at work here');
  });

  test('that is given back at the same moment is made anew', async () => {
    const none = refuse(404, 'NotFound');
    await connect(json(held('dead', 99)), none, none, json({}, 201));
    await (await acquire())();
    expect(server.told[3]).toBe(`POST ${PATH}`);
  });

  test('that may not be made is refused as the server says', async () => {
    await connect(refuse(404, 'NotFound'), refuse(403, 'Forbidden'));
    await expect(acquire()).rejects.toMatchObject({ status: 403 });
  });

  test('of a namespace that does not exist says so', async () => {
    await connect(refuse(404, 'NotFound'), refuse(404, 'NotFound'));
    await expect(acquire()).rejects.toThrow(
      'There is no namespace shop in this cluster; check `namespace`, and the context of the kubeconfig.',
    );
  });
});

/** The first round of renewing comes after ten seconds: of all of these at once. */
describe('a lock that is held', () => {
  const made = [refuse(404, 'NotFound'), json({}, 201)];
  const found = { ...held('me', 0), metadata: { ...held('me', 0).metadata, resourceVersion: '8' } };
  /** By what became of them: what is answered to the first round. */
  const SCRIPTS = {
    'was given back': [],
    'is still ours': [json(found), json({})],
    'somebody else has taken': [json(held('other', 1))],
    'somebody has deleted': [refuse(404, 'NotFound')],
  };
  type Name = keyof typeof SCRIPTS;
  const locks = {} as Record<Name, Awaited<ReturnType<typeof acquireLease>>>;
  const servers = {} as Record<Name, ScriptedServer>;
  const clients: KubeClient[] = [];

  beforeAll(async () => {
    for (const [name, script] of Object.entries(SCRIPTS) as [Name, Reply[]][]) {
      servers[name] = await ScriptedServer.start(...made, ...script);
      const held = new KubeClient(configFor(servers[name].url), AbortSignal.timeout(40_000));
      clients.push(held);
      locks[name] = await acquireLease(held, claim);
    }
    await locks['was given back'].stop();
    const lost = [locks['somebody else has taken'].lost, locks['somebody has deleted'].lost];
    await Promise.all([servers['is still ours'].got(4), ...lost.map((signal) => once(signal, 'abort'))]);
  });
  afterAll(async () => {
    await Promise.all(Object.values(locks).map(({ stop }) => stop()));
    for (const client of clients) client.close();
    await Promise.all(Object.values(servers).map((server) => server.close()));
  });

  test('is renewed, at the version that was read', () => {
    const { told, requests } = servers['is still ours'];
    expect(told.slice(2)).toEqual([`GET ${PATH}/rollback-prod`, `PUT ${PATH}/rollback-prod`]);
    const [, post, , put] = requests.map(({ body }) => body as typeof found);
    expect(put).toMatchObject({ metadata: { resourceVersion: '8' }, spec: { holderIdentity: 'me' } });
    const [taken = 0, renewed = 0] = [post, put].map((body) =>
      Date.parse((body as { spec: { renewTime: string } }).spec.renewTime),
    );
    expect(renewed - taken).toBeGreaterThanOrEqual(9000);
    expect(locks['is still ours'].lost.aborted).toBe(false);
  });

  test.each([
    ['somebody else has taken', 'rollback other has it now'],
    ['somebody has deleted', 'it was deleted'],
  ] as const)('that %s is lost, which ends the work', (name, why) => {
    expect(locks[name].lost.reason).toEqual(
      new ActionError(
        `The lock (Lease rollback-prod in shop) was lost: ${why}; see what that one did, then run this again.`,
      ),
    );
    expect(servers[name].told.filter((line) => line.startsWith('PUT'))).toEqual([]);
  });

  test('is asked for no more once it is given back', () => {
    expect(servers['was given back'].requests).toHaveLength(2);
  });
});

describe('giving it back', () => {
  const release = () => releaseLease(client, claim);

  test('deletes it as it was read', async () => {
    await connect(json(held('me', 1)), json({}));
    await release();
    expect(server.told[1]).toBe(`DELETE ${PATH}/rollback-prod`);
    expect(server.requests[1]?.body).toEqual({ preconditions: { uid: 'u', resourceVersion: '7' } });
  });

  test.each<[string, Reply]>([
    ['of somebody else', json(held('other', 1))],
    ['of nobody', json(lease({}))],
    ['that is not there', refuse(404, 'NotFound')],
  ])('leaves one %s alone', async (_, reply) => {
    await connect(reply);
    await release();
    expect(server.requests).toHaveLength(1);
  });

  test.each([404, 409])('is fine where somebody was faster: %i', async (status) => {
    await connect(json(held('me', 1)), refuse(status));
    await release();
    expect(server.requests).toHaveLength(2);
  });

  test('says what else went wrong', async () => {
    await connect(json(held('me', 1)), refuse(403, 'Forbidden'));
    await expect(release()).rejects.toMatchObject({ status: 403 });
  });
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Shop } from '../../actions/shop.ts';
import { queryOn, urlOf, VERSION } from '../../support/postgres/database.ts';
import { startPgbouncer } from '../../support/postgres/pgbouncer.ts';
import { recorded } from '../../support/record.ts';
import { ShopDatabase } from './shop-database.ts';

const ANNOTATION = 'rollback-actions/quiesced';
/** Pods that take two seconds to end once they are told to. */
const SLOW_TO_END = {
  metadata: { labels: { app: 'slow' }, annotations: { 'test/terminate-after': '2s' } },
  spec: { containers: [{ name: 'app', image: 'registry.example/slow:1' }] },
};

let shop: ShopDatabase;
beforeEach(async () => {
  shop = await ShopDatabase.create(VERSION);
});
afterEach(() => shop.remove());

describe('workloads that use the database', () => {
  let cluster: Shop;
  let inputs: Record<string, string>;
  beforeEach(async () => {
    cluster = await Shop.open();
    await cluster.deploy('api', 'registry.example/api:1', { replicas: 3 });
    await cluster.deploy('worker', 'registry.example/worker:1', { replicas: 5 });
    inputs = { kubeconfig: cluster.api.kubeconfig, namespace: 'shop', quiesce: 'api, deployment/worker' };
  });
  afterEach(() => cluster[Symbol.asyncDispose]());

  const replicas = async () =>
    Object.fromEntries(
      await Promise.all(
        ['api', 'worker'].map(
          async (name) => [name, (await cluster.deployment(name)).spec.replicas] as const,
        ),
      ),
    );
  const noted = async (name = 'api') => (await cluster.deployment(name)).metadata.annotations?.[ANNOTATION];

  test('are gone while it is switched, and get their own numbers back', async () => {
    await cluster.deploy('slow', 'registry.example/slow:1', { template: SLOW_TO_END });
    const temp = mkdtempSync(join(tmpdir(), 'held-'));
    const running = shop.start({ ...inputs, quiesce: 'api, worker, slow' }, { temp });
    await recorded(temp, (events) => events.some(({ step }) => step === 'switch'));
    expect(await cluster.pods()).toEqual([]);
    const step = await running.result;
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    const order = step.record.filter(({ status }) => status === 'done').map((event) => event.step);
    expect(order.indexOf('data loss')).toBeLessThan(order.indexOf('hold traffic'));
    expect(order.indexOf('switch')).toBeLessThan(order.indexOf('resume traffic'));
    const scaled = cluster.api.requests.filter(({ method }) => method === 'PATCH');
    expect(scaled).toHaveLength(6);
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
    expect(await noted()).toBeUndefined();
  });

  test('are not stopped where their volumes would go with them: openshift/openshift-docs#66118', async () => {
    const path = '/apis/apps/v1/namespaces/shop/statefulsets';
    const labels = { app: 'queue' };
    await cluster.create(path, {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'queue' },
      spec: {
        serviceName: 'queue',
        replicas: 2,
        selector: { matchLabels: labels },
        persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: 'app', image: 'registry.example/queue:1' }] },
        },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
          },
        ],
      },
    });
    const rollBack = (more: object) =>
      shop.rollBack({ ...inputs, quiesce: 'api, statefulset/queue', ...more });
    const told =
      'Input `quiesce` names statefulset/queue, whose volumes are deleted when it is scaled to zero (persistentVolumeClaimRetentionPolicy.whenScaled is Delete); set that to Retain first, or leave it out.';
    expect((await rollBack({ 'dry-run': 'true' })).errors).toEqual([told]);
    expect((await rollBack({})).errors).toEqual([told]);
    expect(await shop.state()).toBe('bad release');
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
    await cluster.merge(`${path}/queue`, {
      spec: { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Retain' } },
    });
    expect(await rollBack({ 'dry-run': 'true' })).toMatchObject({ errors: [] });
  });

  test('stay at zero after the switch where that is asked for, until the phase resume', async () => {
    const temp = mkdtempSync(join(tmpdir(), 'held-'));
    const switched = await shop.rollBack({ ...inputs, resume: 'false' }, { temp, run: 'h' });
    expect(switched).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.state()).toBe('backup');
    expect(await replicas()).toEqual({ api: 0, worker: 0 });
    const resumed = await shop.rollBack({ ...inputs, phase: 'resume' }, { temp, run: 'h' });
    expect(resumed).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(resumed.log).toContain('Traffic is resumed: deployment/api (3), deployment/worker (5).');
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
    const again = await shop.rollBack({ ...inputs, phase: 'resume' }, { temp, run: 'h' });
    expect(again.outputs.result).toBe('no-op');
  });

  test('stay at zero no longer than the job, whatever comes after the switch', async () => {
    const temp = mkdtempSync(join(tmpdir(), 'held-'));
    const { state } = await shop.rollBack({ ...inputs, resume: 'false' }, { temp, run: 'h' });
    expect(await replicas()).toEqual({ api: 0, worker: 0 });
    await shop.rollBack({ ...inputs, resume: 'false' }, { temp, run: 'h', state });
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
  });

  test('come back where the run is cancelled right after the switch, which is called done', async () => {
    const temp = mkdtempSync(join(tmpdir(), 'held-'));
    const running = shop.start({ ...inputs, resume: 'false' }, { temp });
    await recorded(temp, (events) => events.some(({ step }) => step === 'switch'));
    // It looks whose the workloads are; slowly, so that it is cancelled there.
    const looks = (method: string, path: string) => method === 'GET' && path.includes('/deployments/');
    cluster.api.faults.push({ match: looks, times: 2, respond: { late: () => 2000 } });
    await recorded(temp, (events) =>
      events.some((event) => event.step === 'switch' && event.status === 'done'),
    );
    running.process.kill('SIGINT');
    expect(await running.result).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.state()).toBe('backup');
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
    expect(await noted()).toBeUndefined();
  });

  test('come back at once where the switch fails, also where they should have stayed', async () => {
    const superuser = new pg.Client({ connectionString: shop.database.url });
    superuser.on('error', () => {});
    const temp = mkdtempSync(join(tmpdir(), 'held-'));
    expect(await shop.rollBack({ ...inputs, phase: 'prepare' }, { temp, run: 'f' })).toMatchObject({
      errors: [],
    });
    await superuser.connect();
    const step = await shop.rollBack({ ...inputs, phase: 'switch', resume: 'false' }, { temp, run: 'f' });
    await superuser.end();
    expect(step.errors).toEqual([expect.stringContaining('may not end are connected')]);
    expect(await shop.state()).toBe('bad release');
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
  });

  test('are given back by the post phase when the action is killed', async () => {
    const temp = mkdtempSync(join(tmpdir(), 'killed-'));
    const running = shop.start({ ...inputs, 'rollback-id': 'k1' }, { temp, run: 'k' });
    await cluster.until('a workload is scaled down', async () => (await noted()) !== undefined);
    running.process.kill('SIGKILL');
    const { state } = await running.result;
    expect(JSON.parse((await noted()) as string)).toMatchObject({ replicas: 3, id: 'k1' });
    const post = await shop.rollBack(
      { ...inputs, 'rollback-id': 'k1' },
      { temp, run: 'k', state: { phase: 'post', ...state } },
    );
    expect(post).toMatchObject({ errors: [], exitCode: 0 });
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
    expect(await noted()).toBeUndefined();
  });

  test('are given back by a later run where nothing else was left to do', async () => {
    const temp = mkdtempSync(join(tmpdir(), 'killed-'));
    const running = shop.start(inputs, { temp, run: 'k' });
    await cluster.until('a workload is scaled down', async () => (await noted()) !== undefined);
    running.process.kill('SIGKILL');
    await running.result;
    const again = await shop.rollBack({ ...inputs, 'rollback-id': 'k2' }, { run: 'k' });
    expect(again).toMatchObject({ errors: [], exitCode: 0 });
    expect(await shop.state()).toBe('backup');
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
  });

  test('are given back where the switch fails', async () => {
    const temp = mkdtempSync(join(tmpdir(), 'held-'));
    // What blocks it comes when they are on their way out already, which takes these a while.
    await cluster.deploy('slow', 'registry.example/slow:1', { template: SLOW_TO_END });
    const running = shop.start({ ...inputs, quiesce: 'api, worker, slow' }, { temp });
    await recorded(temp, (events) => events.some(({ step }) => step === 'hold traffic'));
    await cluster.until('they are stopped', async () =>
      Object.values(await replicas()).every((count) => count === 0),
    );
    await shop.database.query(`BEGIN; DELETE FROM audit_logs; PREPARE TRANSACTION '${shop.name}'`);
    const step = await running.result;
    expect(step.errors).toEqual([expect.stringMatching(/prepared transactions hold it/)]);
    await shop.database.query(`ROLLBACK PREPARED '${shop.name}'`);
    expect(await shop.state()).toBe('bad release');
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
    expect(await noted()).toBeUndefined();
  });

  test('that somebody scales meanwhile are left to him, with a warning', async () => {
    const running = shop.start({ ...inputs, 'rollback-id': 'k1' }, { run: 'k' });
    await cluster.until('a workload is scaled down', async () => (await noted()) !== undefined);
    running.process.kill('SIGKILL');
    const { state } = await running.result;
    await cluster.scale('api', 1);
    const post = await shop.rollBack(
      { ...inputs, 'rollback-id': 'k1' },
      { run: 'k', state: { phase: 'post', ...state } },
    );
    expect(post.warnings).toEqual([
      expect.stringMatching(
        /^deployment\/api was scaled to 1 meanwhile and is left so; it had 3 replicas before/,
      ),
    ]);
    expect(await replicas()).toEqual({ api: 1, worker: 5 });
  });

  // KEDA does that at once (kedacore/keda#2453), and so do Argo CD with selfHeal and Flux, mid-restore (geolens-io/geolens#1618).
  describe('that something scales up again while they are held', () => {
    /** Puts the replicas of api back wherever they were taken, until the rollback has ended. */
    async function healing(running: ReturnType<ShopDatabase['start']>) {
      let isOver = false;
      const healer = (async () => {
        while (!isOver) {
          if ((await cluster.deployment('api')).spec.replicas === 0) await cluster.scale('api', 3);
          // Sooner than their last pod is gone, after which the databases are switched.
          await wait(5);
        }
      })();
      const step = await running.result;
      isOver = true;
      await healer;
      return step;
    }

    test.each<[string, object, RegExp]>([
      [
        'by an owner',
        { metadata: { labels: { 'argocd.argoproj.io/instance': 'shop' } } },
        /the Argo CD application shop owns it \(argocd app set shop --sync-policy none\); keep that from/,
      ],
      [
        'by something unknown',
        {},
        /its owner, an autoscaler such as KEDA or a person did that; keep that from/,
      ],
    ])('%s: nothing is switched, and the others get theirs back', async (_, marks, why) => {
      await cluster.patch('api', marks);
      const step = await healing(shop.start({ ...inputs, timeout: '1m' }));
      expect(step.errors).toEqual([
        expect.stringMatching(
          /^Nothing was replaced: deployment\/api was scaled to 3 again while it was held at zero, so that it may write to the database, and /,
        ),
      ]);
      expect(step.errors[0]).toMatch(why);
      expect(await shop.state()).toBe('bad release');
      expect(await replicas()).toEqual({ api: 3, worker: 5 });
      expect(await noted()).toBeUndefined();
    });

    test('after the dump of a restore in place, it ends before it replaces anything', async () => {
      const temp = mkdtempSync(join(tmpdir(), 'held-'));
      const running = shop.start({ ...inputs, strategy: 'in-place' }, { temp });
      await recorded(temp, (events) => events.some(({ step }) => step === 'safety dump'));
      await cluster.scale('api', 2);
      const step = await running.result;
      expect(step.errors).toEqual([
        expect.stringMatching(/^Nothing was replaced: deployment\/api was scaled to 2 again/),
      ]);
      expect(await shop.state()).toBe('bad release');
      expect(await replicas()).toEqual({ api: 2, worker: 5 });
    });
  });

  test('stay held with `resume: false` until the phase `resume`, which gives back once', async () => {
    const rollBack = () => shop.rollBack({ ...inputs, resume: 'false', 'rollback-id': 'k1' }, { run: 'k' });
    expect(await rollBack()).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.state()).toBe('backup');
    expect(await replicas()).toEqual({ api: 0, worker: 0 });
    const resume = { ...inputs, phase: 'resume', 'rollback-id': 'k1' };
    expect((await shop.rollBack(resume)).outputs.result).toBe('done');
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
    expect((await shop.rollBack(resume)).outputs.result).toBe('no-op');
    // What was given back was not scaled up while it was held.
    expect(await rollBack()).toMatchObject({ warnings: [], outputs: { result: 'no-op' } });
    const undone = await shop.rollBack({ ...inputs, phase: 'undo', resume: 'false', 'rollback-id': 'k2' });
    expect(undone.outputs.result).toBe('done');
    expect(await replicas()).toEqual({ api: 0, worker: 0 });
    expect((await shop.rollBack({ ...resume, 'rollback-id': 'somebody' })).outputs.result).toBe('done');
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
  });

  // The attempt before was lost with its runner after its last change, and nobody has resumed what it held.
  test.each<[string, Record<string, string>]>([
    ['swap', {}],
    ['in-place', {}],
    ['repair', { tables: 'users' }],
  ])('are given back by a later attempt of a run that has done its %s already', async (strategy, more) => {
    const asked = { ...inputs, ...more, strategy };
    const lost = await shop.rollBack({ ...asked, resume: 'false', 'rollback-id': 'k1' }, { run: 'k' });
    expect(lost).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await replicas()).toEqual({ api: 0, worker: 0 });
    const again = await shop.rollBack({ ...asked, 'rollback-id': 'k2' }, { run: 'k' });
    // It has changed something, and says what.
    expect(again).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(again.log).toMatch(
      /already.*; traffic is resumed: deployment\/api \(3\), deployment\/worker \(5\)\./,
    );
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
    const third = await shop.rollBack({ ...asked, 'rollback-id': 'k3' }, { run: 'k' });
    expect(third).toMatchObject({ errors: [], outputs: { result: 'no-op' } });
  });

  test('are given back by an undo that has nothing to undo, which says so', async () => {
    await shop.rollBack({ ...inputs, resume: 'false', 'rollback-id': 'k1' }, { run: 'k' });
    const undo = { ...inputs, phase: 'undo', 'rollback-id': 'k2' };
    expect((await shop.rollBack({ ...undo, resume: 'false' }, { run: 'l' })).outputs.result).toBe('done');
    const again = await shop.rollBack(undo, { run: 'l' });
    expect(again).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(again.log).toMatch(/Nothing to undo: .*; traffic is resumed: deployment\/api \(3\), /);
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
  });

  test('are given back by the post phase of a second run that a first one has left them to', async () => {
    for (const id of ['k1', 'k2']) {
      const running = shop.start({ ...inputs, resume: 'false', 'rollback-id': id }, { run: 'k' });
      // They are taken over one after the other; a run that is killed between two of them leaves the second to the next run.
      const isMine = async () => ((await noted('worker')) ?? '').includes(`"${id}"`);
      await cluster.until(`${id} holds the last workload`, isMine);
      running.process.kill('SIGKILL');
      const { state } = await running.result;
      if (id === 'k1') continue;
      const post = await shop.rollBack(
        { ...inputs, 'rollback-id': id },
        { run: 'k', state: { phase: 'post', ...state } },
      );
      expect(post).toMatchObject({ errors: [], exitCode: 0 });
    }
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
  });

  test('are given back where another one was deleted meanwhile', async () => {
    await shop.rollBack({ ...inputs, resume: 'false', 'rollback-id': 'k1' });
    const quiesce = 'deleted, api, worker';
    const given = await shop.rollBack({ ...inputs, quiesce, phase: 'resume', 'rollback-id': 'k1' });
    expect(given).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await replicas()).toEqual({ api: 3, worker: 5 });
  });

  test.each([
    ['a DaemonSet', { quiesce: 'daemonset/agent' }, /names daemonset\/agent, which has no replicas/],
    [
      'what is not there',
      { quiesce: 'nobody' },
      /names deployment\/nobody, which is not in the namespace shop/,
    ],
    ['all and a name', { quiesce: 'all, api' }, /`quiesce` is `all`/],
  ])('%s is refused before anything is fetched', async (_, more, message) => {
    const step = await shop.rollBack({ ...inputs, ...more, backup: '/nowhere' });
    expect(step.errors).toEqual([expect.stringMatching(message)]);
  });

  test('without the right to scale them nothing begins', async () => {
    cluster.api.setRules([]);
    const step = await shop.rollBack({ ...inputs, backup: '/nowhere' });
    expect(step.errors).toEqual([
      expect.stringMatching(/may not .*patch deployments.* in the namespace shop/),
    ]);
  });
});

test('behind pgbouncer no query fails', async () => {
  const { port } = new URL(urlOf(VERSION));
  const password = decodeURIComponent(new URL(urlOf(VERSION)).password);
  const pool = await startPgbouncer({ port: Number(port), password }, { users: [shop.owner] });
  const clients = Array.from({ length: 5 }, () => new pg.Client(pool.url(shop.name)));
  await Promise.all(clients.map((client) => client.connect()));
  let queries = 0;
  let stop = false;
  const work = clients.map(async (client) => {
    while (!stop) {
      await client.query('SELECT count(*) FROM users');
      queries++;
      await wait(2);
    }
    await client.end();
  });
  const step = await shop.rollBack({ 'pgbouncer-url': pool.adminUrl });
  const before = queries;
  while (queries < before + 20) await Promise.race([wait(10), Promise.all(work)]);
  stop = true;
  await Promise.all(work);
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect(await shop.state()).toBe('backup');
  await pool.stop();
});

test('a session that may not be ended is named before anything is fetched', async () => {
  const superuser = new pg.Client({ connectionString: shop.database.url, application_name: 'a monitor' });
  superuser.on('error', () => {});
  await superuser.connect();
  const step = await shop.rollBack({ backup: '/nowhere' });
  expect(step.errors).toEqual([
    expect.stringMatching(/sessions that ".*" may not end are connected \(postgres "a monitor", pid \d+\)/),
  ]);
  await superuser.end();
});

test('an idle replication slot is told, stays with the replaced database, and keeps it from being dropped', async () => {
  const slot = shop.name;
  await shop.database.query(`SELECT pg_create_logical_replication_slot('${slot}', 'test_decoding')`);
  const step = await shop.rollBack();
  expect(step.warnings).toContainEqual(
    expect.stringContaining(`The replication slots ${slot} stay with the replaced database`),
  );
  // The first of a chain is dropped only by its name (D3).
  const clean = { phase: 'clean', keep: '0', accept: step.outputs['previous-database'] ?? '' };
  const cleaned = await shop.rollBack(clean);
  expect(cleaned.errors).toEqual([
    expect.stringContaining(`stays because of its replication slots ${slot}; drop them first`),
  ]);
  await queryOn(urlOf(VERSION), `SELECT pg_drop_replication_slot('${slot}')`);
  expect((await shop.rollBack(clean)).outputs.result).toBe('done');
});

import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { runAction, startAction } from '../../support/action.ts';
import {
  PASSWORD,
  startRedis,
  startSentinel,
  type TestSentinel,
  type TestServer,
} from '../../support/redis/server.ts';

const settings = ['--requirepass', PASSWORD, '--masterauth', PASSWORD];
let master: TestServer;
let replica: TestServer;
let sentinels: TestSentinel[];

beforeAll(async () => {
  master = await startRedis({ settings, password: PASSWORD });
  replica = await startRedis({
    settings: [...settings, '--replicaof', '127.0.0.1', String(master.port)],
    password: PASSWORD,
  });
  await until(async () => (await replica.client.info('replication')).includes('master_link_status:up'));
  sentinels = await Promise.all([1, 2].map(() => startSentinel(master.port, 1, PASSWORD)));
});
afterAll(() => Promise.all([master, replica, ...sentinels].map((each) => each.stop())));

const inputs = (name = 'shop') => ({
  'redis-url': `redis+sentinel://:${encodeURIComponent(PASSWORD)}@${sentinels.map(({ port }) => `127.0.0.1:${port}`)}/${name}/0`,
  prefix: 'shop:',
  reason: 'test',
  batch: '20',
});

test('a master that they do not know is one sentence', async () => {
  const { errors } = await runAction('clear-cache', { with: inputs('nobody') });
  expect(errors).toEqual(['The sentinels know no master "nobody"; check the name in `redis-url`.']);
});

test('the URL of a sentinel as that of a server says how it should be', async () => {
  const url = `redis://127.0.0.1:${sentinels[0]?.port}`;
  const { errors } = await runAction('clear-cache', { with: { ...inputs(), 'redis-url': url } });
  expect(errors[0]).toMatch(/is a sentinel; give the URL as redis\+sentinel:/);
});

test('sentinels with a password of their own', async () => {
  const own = 'Of-the-sentinels-0815';
  const guarded = await startSentinel(master.port, 1, PASSWORD, own);
  try {
    await master.client.set('shop:1', 'x');
    const at = `redis+sentinel://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${guarded.port}/shop/0`;
    const clear = (url: string) => runAction('clear-cache', { with: { ...inputs(), 'redis-url': url } });
    const without = await clear(at);
    expect(without.errors[0]).toMatch(/wants a password; put user and password into `redis-url`/);
    const wrong = await clear(`${at}?sentinel-password=${own}x`);
    expect(wrong.errors[0]).toMatch(/does not take user and password of `redis-url`/);
    const done = await clear(`${at}?sentinel-password=${own}`);
    expect([done.errors, done.outputs.deleted]).toEqual([[], '1']);
    expect(done.record.map(({ component }) => component)).toContain('cache/shop');
    for (const { log, summary, outputs, record } of [without, wrong, done]) {
      const said = log.replaceAll(/^::add-mask::.*$/gm, '') + summary + JSON.stringify([outputs, record]);
      for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), own]) expect(said).not.toContain(secret);
    }
  } finally {
    await guarded.stop();
  }
});

test('the master is found, and its successor when it dies in the middle', async () => {
  const keys = Array.from({ length: 4000 }, (_, index) => [`shop:${index}`, 'x']).flat();
  await master.client.mset(keys);
  await master.client.wait(1, 5000);
  // It hears of replicas from the master, some seconds after it began to watch it.
  await until(async () => (await Promise.all(sentinels.map((each) => each.isReady()))).every(Boolean));
  const step = startAction('clear-cache', { with: inputs() });
  while ((await master.client.dbsize()) > 3900) expect(step.process.exitCode).toBeNull();
  await master.kill();
  const { outputs, errors } = await step.result;
  expect(errors).toEqual([]);
  expect(outputs).toMatchObject({ result: 'done', kept: '0' });
  expect(await replica.client.dbsize()).toBe(0);
  expect(await replica.client.info('replication')).toContain('role:master');
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(50);
}

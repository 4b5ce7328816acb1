import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RecordEvent } from '../../../src/record/record.ts';
import { nameOf, recorded } from '../../support/record.ts';
import { BACK, NOTHING_HELD, Platform } from '../actions/environment.ts';

/** Where the runner is lost: a name of the test, and how the record is then. */
type Point = [name: string, look: (events: readonly RecordEvent[]) => boolean];

/** One point in each thing that the chain does; `KILL_AT_EVERY_EVENT=1` takes every event instead. */
const CHOSEN = [
  /rollback-service action planned/,
  /database\/.* create side database done/,
  /database\/.* restore started/,
  /verify-integrity action started/,
  /database\/.* hold traffic started/,
  /database\/.* hold traffic done/,
  /database\/.* switch done/,
  /deployment\/api switch template done/,
  /cache\/.* started/,
  /database\/.* resume traffic done/,
  /database\/.* compare done/,
  /report action done/,
];

const every = process.env.KILL_AT_EVERY_EVENT ? await everyEvent() : undefined;
const chosen = CHOSEN.map(pointOf);
const [killed, lost] = [0, 1].map((odd) => (every ?? chosen).filter((_, index) => index % 2 === odd)) as [
  Point[],
  Point[],
];

/** Every event that one rollback writes. */
async function everyEvent(): Promise<Point[]> {
  await using platform = await Platform.open();
  const { record } = await platform.rollBack();
  return record.map((event, index) => [
    `${index + 1}, ${nameOf(event).replace(/shop_\w+|(?<=127.0.0.1:)\d+/, '…')}`,
    (events) => events.length > index,
  ]);
}

function pointOf(pattern: RegExp): Point {
  return [
    pattern.source.replaceAll('\\', ''),
    (events) => events.some((event) => pattern.test(nameOf(event))),
  ];
}

let platform: Platform;
beforeEach(async () => {
  platform = await Platform.open();
});
afterEach(() => platform[Symbol.asyncDispose]());

/** The runner dies at that point. @returns what `GITHUB_STATE` has then */
async function kill(look: Point[1], run: string) {
  const running = platform.start({}, { run });
  const ended = running.result;
  // The last event may come when there is nothing left to kill.
  await Promise.race([recorded(platform.temp, look), ended]);
  running.process.kill('SIGKILL');
  const { state, record } = await ended;
  expect(look(record)).toBe(true);
  // Whatever was under way: data are those of then or of now, and nothing between.
  expect(['backup', 'bad release']).toContain(await platform.database.state());
  return state;
}

/** The run is started again by hand, on another machine. */
async function runAgain(run: string) {
  platform.moveToNewRunner();
  const again = await platform.rollBack({}, { run, env: { GITHUB_RUN_ATTEMPT: '2' } });
  expect(again).toMatchObject({ errors: [], exitCode: 0 });
  expect(['done', 'no-op']).toContain(again.outputs.result);
  expect(await platform.state()).toEqual(BACK);
  expect(await platform.held()).toEqual(NOTHING_HELD);
  expect((await platform.database.beside()).length).toBeLessThanOrEqual(1);
  return again;
}

describe('a step that is killed', () => {
  test.each(killed)(
    'after %s: its end of the job gives traffic and lock back, and the next run ends',
    async (_, look) => {
      const run = randomUUID();
      const state = await kill(look, run);
      const post = await platform.rollBack({}, { run, state: { phase: 'post', ...state } });
      expect(post).toMatchObject({ errors: [], exitCode: 0 });
      expect((await platform.state()).replicas).toEqual([3, 3]);
      expect(await platform.held()).toEqual(NOTHING_HELD);
      await runAgain(run);
    },
  );

  test('with a database alone, whose component says where its cluster is: the lock is given back too', async () => {
    platform.configure((environment) => {
      const kubeconfig = platform.shop.api.kubeconfig;
      const orders = environment.components?.orders as object;
      environment.components = { orders: { ...orders, namespace: 'shop', kubeconfig } };
      environment.defaults = {};
    });
    const run = randomUUID();
    const state = await kill(pointOf(/database\/.* hold traffic done/)[1], run);
    expect((await platform.held()).leases).toEqual(['rollback-prod']);
    const post = await platform.rollBack({}, { run, state: { phase: 'post', ...state } });
    expect(post).toMatchObject({ errors: [], exitCode: 0 });
    expect((await platform.state()).replicas).toEqual([3, 3]);
    expect(await platform.held()).toEqual(NOTHING_HELD);
  });
});

describe('a runner that is lost', () => {
  test.each(lost)('after %s: the next run ends, as soon as its lock has expired', async (_, look) => {
    const run = randomUUID();
    await kill(look, run);
    await platform.shop.expireLeases();
    await runAgain(run);
  });

  test('K10, N12: the next run waits out its lock, and says so', async () => {
    const run = randomUUID();
    await kill(pointOf(/database\/.* hold traffic done/)[1], run);
    platform.moveToNewRunner();
    const next = await platform.rollBack({}, { run, env: { GITHUB_RUN_ATTEMPT: '2' } });
    expect(next).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
    expect(next.log).toMatch(
      /Rollback .*-1 has the lock \(Lease rollback-prod in shop\)\. Waiting to see whether it is alive/,
    );
    expect(next.warnings).toContainEqual(
      expect.stringMatching(/^Rollback .*-1 is dead: its lock was not renewed/),
    );
    expect(await platform.state()).toEqual(BACK);
    expect(await platform.held()).toEqual(NOTHING_HELD);
  });

  test('K10: what the lost run switched is counted by the next one, with its loss', async () => {
    const run = randomUUID();
    await kill(pointOf(/database\/.* switch done/)[1], run);
    platform.moveToNewRunner();
    await platform.shop.expireLeases();
    const next = await platform.rollBack({}, { run, env: { GITHUB_RUN_ATTEMPT: '2' } });
    expect(next).toMatchObject({ errors: [], exitCode: 0 });
    const { components, dataLoss } = JSON.parse(readFileSync(next.outputs.report ?? '', 'utf8'));
    const databases = components.filter(({ component }: { component: string }) =>
      component.startsWith('database/'),
    );
    expect(databases).toMatchObject([{ outcome: 'done' }]);
    expect(dataLoss).toMatchObject([{ happened: true }]);
    expect(await platform.state()).toEqual(BACK);
  });
});

/** Killed and lost like the chain of `killed.test.ts`, with every kind of component: a repair, a down-migration, Terraform, DNS, smoke tests. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { RecordEvent } from '../../../src/record/record.ts';
import { nameOf, recorded } from '../../support/record.ts';
import { NOTHING_HELD } from '../actions/environment.ts';
import { WHOLE_BACK, WholePlatform } from './whole-platform.ts';

jest.setTimeout(600_000);

type Point = [name: string, look: (events: readonly RecordEvent[]) => boolean];

/** A point in each step that the other chain does not have; `KILL_AT_EVERY_EVENT=1` takes every event instead. */
const CHOSEN = [
  /database\/.* repair started/,
  /database\/.* migrate down started/,
  /database\/.* migrate down done/,
  /terraform roll back started/,
  /dns\/.* switch .* started/,
  /smoke-test action started/,
];

const every = process.env.KILL_AT_EVERY_EVENT ? await everyEvent() : undefined;
const points = every ?? CHOSEN.map(pointOf);
const [killed, lost] = [0, 1].map((odd) => points.filter((_, index) => index % 2 === odd)) as [
  Point[],
  Point[],
];

async function everyEvent(): Promise<Point[]> {
  await using whole = await WholePlatform.open();
  const { record } = await whole.platform.rollBack({}, { env: whole.env });
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

let whole: WholePlatform;
beforeEach(async () => {
  whole = await WholePlatform.open();
});
afterEach(() => whole[Symbol.asyncDispose]());

test('nobody kills it: everything is back, the migration was taken back once, and the next attempt has nothing to do', async () => {
  const run = randomUUID();
  const step = await whole.platform.rollBack({}, { run, env: whole.env });
  if (process.env.SHOW_EVENTS) process.stderr.write(`${step.record.map(nameOf).join('\n')}\n`);
  expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
  expect(await whole.state()).toEqual(WHOLE_BACK);
  expect([whole.ran, await whole.held()]).toEqual([1, NOTHING_HELD]);
  const again = await whole.platform.rollBack({}, { run, env: { ...whole.env, GITHUB_RUN_ATTEMPT: '2' } });
  expect(again).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'no-op' } });
  expect(await whole.state()).toEqual(WHOLE_BACK);
  expect(whole.ran).toBe(1);
});

async function kill(look: Point[1], run: string) {
  const { platform } = whole;
  const running = platform.start({}, { run, env: whole.env });
  const ended = running.result;
  await Promise.race([recorded(platform.temp, look), ended]);
  running.process.kill('SIGKILL');
  const { state, record } = await ended;
  expect(look(record)).toBe(true);
  return state;
}

async function runAgain(run: string) {
  whole.platform.moveToNewRunner();
  const again = await whole.platform.rollBack({}, { run, env: { ...whole.env, GITHUB_RUN_ATTEMPT: '2' } });
  expect(again).toMatchObject({ errors: [], exitCode: 0 });
  expect(await whole.state()).toEqual(WHOLE_BACK);
  expect(await whole.held()).toEqual(NOTHING_HELD);
  // A migration that is taken back twice takes one back that should have stayed.
  expect(whole.ran).toBe(1);
}

describe('a step that is killed', () => {
  test.each(killed)(
    'after %s: the end of its job gives traffic and lock back, and the next run ends',
    async (_, look) => {
      const run = randomUUID();
      const state = await kill(look, run);
      const post = await whole.platform.rollBack(
        {},
        { run, env: whole.env, state: { phase: 'post', ...state } },
      );
      expect(post).toMatchObject({ errors: [], exitCode: 0 });
      expect((await whole.state()).replicas).toEqual([3, 3]);
      expect(await whole.held()).toEqual(NOTHING_HELD);
      await runAgain(run);
    },
  );
});

describe('a runner that is lost', () => {
  test.each(lost)('after %s: the next run ends, as soon as its lock has expired', async (_, look) => {
    const run = randomUUID();
    await kill(look, run);
    await whole.platform.shop.expireLeases();
    await runAgain(run);
  });
});

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeClock } from '../../support/clock.ts';
import { nameOf, recorded } from '../../support/record.ts';
import { SLACK_TOKEN } from '../../support/sinks/slack.ts';
import { BACK, BAD, NOTHING_HELD, Platform } from '../actions/environment.ts';

let platform: Platform;
beforeEach(async () => {
  platform = await Platform.open();
});
afterEach(() => platform[Symbol.asyncDispose]());

/** Every pod that is seen until `end` is called, with its image. */
function watchPods() {
  const seen = new Map<string, string | undefined>();
  let ends = false;
  const looking = (async () => {
    while (!ends) {
      for (const { metadata, spec } of await platform.shop.pods())
        seen.set(metadata.name, spec.containers[0]?.image);
      await wait(10);
    }
  })();
  return async () => {
    ends = true;
    await looking;
    return [...seen.values()];
  };
}

/** The text of Slack's messages: those of the channel, and of threads. */
function slack() {
  const messages = [...platform.slack.messages.values()];
  const textOf = (all: typeof messages) => all.map(({ content }) => JSON.stringify(content));
  return {
    channel: textOf(messages.filter(({ thread }) => thread === undefined)),
    threads: textOf(messages.filter(({ thread }) => thread !== undefined)),
  };
}

describe('a whole rollback', () => {
  test('starts each workload once, and tells it once', async () => {
    const pods = watchPods();
    const step = await platform.rollBack();
    expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
    const images = (await pods()).sort();
    const times = (image: string) => images.filter((each) => each === `registry.example/${image}`).length;
    expect(['api:1', 'api:2', 'web:1', 'web:2'].map(times)).toEqual([3, 3, 3, 3]);
    expect(await platform.shop.replicaSets()).toHaveLength(4);
    expect(slack().channel).toEqual([
      expect.stringContaining('rolled back, not confirmed healthy; data was lost'),
    ]);
    // What the one message of the channel said before stays in its thread.
    expect(slack().threads).toEqual([
      expect.stringContaining('deployment issue, initiating rollback'),
      expect.stringContaining('rolled back, not confirmed healthy; data was lost'),
    ]);
  });

  test('does what is in order one after another', async () => {
    const { record } = await platform.rollBack();
    const names = record.map(nameOf);
    const order = [
      /^clear-cache action planned/,
      /fetch started/,
      /data loss done/,
      /hold traffic done/,
      /switch done/,
      /switch template done/,
      /resume traffic done/,
      /compare done/,
      /^report action done/,
      /^rollback action done/,
    ].map((pattern) => names.findIndex((name) => pattern.test(name)));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  test('is told by its report: done, in time, and one line for the history', async () => {
    const { outputs, summary } = await platform.rollBack();
    expect(summary).toMatch(/^## Rolled prod back in/m);
    expect(summary).toMatch(/^## 🟡 prod: Rolled back, not confirmed healthy; (at least )?\d+ rows/m);
    expect(summary).not.toContain('has not ended');
    const states = JSON.parse(outputs.rto as string).map(({ state }: { state: string }) => state);
    expect(states).toEqual(['met', 'met', 'met']);
    const lines = readFileSync(join(platform.temp, 'history.jsonl'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] as string)).toMatchObject({ environment: 'prod', outcome: 'done' });
  });

  test('shows no secret to anybody', async () => {
    const step = await platform.rollBack();
    const password = new URL(platform.database.url).password;
    const secrets = [SLACK_TOKEN, password, decodeURIComponent(password)];
    const log = step.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    const files = readdirSync(platform.temp, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
    expect(files.length).toBeGreaterThan(6);
    const sent = platform.slack.requests.map(({ text }) => text);
    for (const secret of secrets)
      expect([...log, ...files, ...sent].filter((text) => text.includes(secret))).toEqual([]);
  });

  test('has nothing to do in the next attempt of its run', async () => {
    const run = randomUUID();
    await platform.rollBack({}, { run });
    const again = await platform.rollBack({}, { run, env: { GITHUB_RUN_ATTEMPT: '2' } });
    expect(again).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'no-op' } });
    expect(await platform.state()).toEqual(BACK);
    expect(await platform.database.beside()).toHaveLength(1);
    platform.moveToNewRunner();
    const elsewhere = await platform.rollBack({}, { run, env: { GITHUB_RUN_ATTEMPT: '3' } });
    expect(elsewhere.outputs.result).toBe('no-op');
    expect(elsewhere.log).toMatch(/— Reported: The rollback of prod had nothing to do: 4 of 4 components/);
  });

  test('takes the components that are named', async () => {
    const step = await platform.rollBack({ components: 'carts' });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await platform.state()).toEqual({ ...BAD, cache: BACK.cache });
  });

  test('goes with a database that is replaced in place', async () => {
    platform.configure(({ components }) => {
      const { orders } = components as Record<string, Record<string, unknown>>;
      Object.assign(orders ?? {}, { strategy: 'in-place' });
    });
    const step = await platform.rollBack();
    expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
    expect(await platform.state()).toEqual(BACK);
    expect(await platform.held()).toEqual(NOTHING_HELD);
  });
});

describe('nothing is changed', () => {
  afterEach(async () => {
    expect(await platform.state()).toEqual(BAD);
    expect(await platform.held()).toEqual(NOTHING_HELD);
    expect(await platform.database.beside()).toEqual([]);
  });

  test.each([{ action: 'plan' }, { 'dry-run': 'true' }])('by %j, which shows the order', async (inputs) => {
    const step = await platform.rollBack(inputs);
    expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'planned' } });
    const plan = JSON.parse(step.outputs.plan as string).map((each: { step: string }) => each.step);
    expect(plan.indexOf('prepare orders')).toBeLessThan(plan.indexOf('switch orders'));
    expect(plan.indexOf('switch orders')).toBeLessThan(plan.indexOf('roll back services'));
    expect(platform.slack.requests).toEqual([]);
  });

  test.each<[string, Record<string, string>, NodeJS.ProcessEnv, RegExp]>([
    ['with the name of another database', { confirm: 'other' }, {}, /`confirm` is "other"/],
    ['without a secret', {}, { DATABASE_URL: '' }, /^The component orders: Input `database-url` is required/],
    ['for a component that there is not', { components: 'orders,nobody' }, {}, /names "nobody"/],
    ['with an input that nobody understands', { decide: 'dice' }, {}, /`decide`/],
    ['without a reason', { reason: '' }, {}, /`reason` is required/],
  ])('%s: one sentence says what is wrong', async (_, inputs, env, sentence) => {
    const step = await platform.rollBack(inputs, { env });
    expect(step.exitCode).toBe(1);
    expect(step.errors).toEqual([expect.stringMatching(sentence)]);
  });

  test('where who judges finds all well', async () => {
    platform.configure((environment) => {
      environment.assess = {
        signals: JSON.stringify({ 'error-rate': 0.001, slowdown: 0, impact: 'cosmetic' }),
      };
    });
    const step = await platform.rollBack({ decide: 'assess' });
    expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'no-op' } });
    expect(step.log).toContain('Nothing was rolled back in prod: ');
  });

  test('by a backup that is broken: the services are not touched, and everybody is told', async () => {
    writeFileSync(platform.database.backup, readFileSync(platform.database.backup).subarray(0, 3000));
    const step = await platform.rollBack();
    expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(step.errors).toEqual([
      expect.stringMatching(/^Nothing was changed in prod: "plan orders" failed: /),
    ]);
    expect(
      step.record.map(nameOf).filter((name) => /hold traffic|switch template|clear keys.*started/.test(name)),
    ).toEqual([]);
    expect(slack().channel).toEqual([expect.stringMatching(/fail/i)]);
  });
});

test('who judges that it is bad rolls back', async () => {
  platform.configure((environment) => {
    environment.assess = { signals: JSON.stringify({ 'error-rate': 0.6, outage: true, impact: 'major' }) };
  });
  const step = await platform.rollBack({ decide: 'assess' });
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done', decision: 'rollback' } });
  expect(await platform.state()).toEqual(BACK);
});

test('one of two services fails while the other one goes back: report and message say that the whole has failed', async () => {
  await platform.shop.deploy('web', 'registry.example/web:3-bad-image');
  await platform.shop.deploy('web', 'registry.example/web:4');
  platform.configure((environment) => {
    const service = (name: string) => ({ kind: 'service', workloads: [name], to: 'previous' });
    environment.components = { web: service('web'), api: service('api') };
    delete environment['verify-integrity'];
  });
  const step = await platform.rollBack();
  expect(step.errors).toEqual([expect.stringMatching(/"roll back web" failed: .*bad-image/)]);
  const report = JSON.parse(readFileSync(step.outputs.report ?? '', 'utf8'));
  expect(report).toMatchObject({ outcome: 'failed', counts: { done: 1, failed: 1, total: 2 } });
  const runs = report.actions.map(({ part, status }: Record<string, string>) => `${part} ${status}`);
  expect(runs).toEqual(expect.arrayContaining(['roll back web failed', 'roll back api done']));
  expect(slack().channel).toEqual([expect.stringMatching(/fail/i)]);
});

test('services that cannot start: traffic is resumed, and the sentence says what is back and what is not', async () => {
  await platform.shop.deploy('web', 'registry.example/web:3-bad-image');
  await platform.shop.deploy('web', 'registry.example/web:4');
  const step = await platform.rollBack({ to: 'previous' });
  expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
  expect(step.errors).toEqual([
    expect.stringMatching(
      /^The rollback of prod failed: 2 of 3 components are back \(orders and carts\); "health services" failed: .*web.*bad-image/,
    ),
  ]);
  const { replicas, images, database } = await platform.state();
  expect({ replicas, images, database }).toEqual({
    replicas: [3, 3],
    images: ['api:1', 'web:3-bad-image'],
    database: 'backup',
  });
  expect(await platform.held()).toEqual(NOTHING_HELD);
  expect(slack().channel).toEqual([expect.stringMatching(/fail/i)]);
});

describe('a run that is cancelled', () => {
  test.each([
    [/restore started/],
    [/hold traffic started/],
    [/hold traffic done/],
    [/ switch done/],
    [/switch template done/],
    [/cache.* started/],
    [/resume traffic done/],
  ])('when the record says %s gives traffic and lock back, ends red and is told', async (pattern) => {
    const running = platform.start();
    await recorded(platform.temp, (events) => events.some((event) => pattern.test(nameOf(event))));
    running.process.kill('SIGINT');
    const step = await running.result;
    expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(step.errors).toHaveLength(1);
    // What is switched is called back, whatever came after it.
    if (step.record.some((event) => / switch done/.test(nameOf(event))))
      expect(step.errors[0]).toContain('components are back (orders');
    expect(await platform.held()).toEqual(NOTHING_HELD);
    const { replicas, database } = await platform.state();
    expect(replicas).toEqual([3, 3]);
    expect(['backup', 'bad release']).toContain(database);
    expect(slack().channel).toEqual([expect.stringMatching(/fail/i)]);
  });
});

test('a run whose lock somebody else takes changes nothing from then on, and lets go of what it has stopped', async () => {
  // Longer than until the lock is renewed next, so that it is lost before the database is switched.
  const template = {
    metadata: { labels: { app: 'slow' }, annotations: { 'test/terminate-after': '30s' } },
    spec: { containers: [{ name: 'app', image: 'registry.example/slow:1' }] },
  };
  await platform.shop.deploy('slow', 'registry.example/slow:1', { template });
  platform.configure(({ components }) => {
    Object.assign((components as Record<string, object>).orders ?? {}, { quiesce: ['api', 'web', 'slow'] });
  });
  const running = platform.start();
  await recorded(platform.temp, (events) =>
    events.some((event) => /hold traffic started/.test(nameOf(event))),
  );
  await platform.shop.takeLeases('somebody-else');
  const step = await running.result;
  expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
  expect(step.errors).toEqual([
    expect.stringMatching(/The lock \(Lease rollback-prod in shop\) was lost: .*somebody-else/),
  ]);
  expect(await platform.state()).toEqual(BAD);
  // The lock is the other's.
  expect(await platform.held()).toEqual({ leases: ['rollback-prod'], workloads: [] });
  expect(slack().channel).toEqual([expect.stringMatching(/fail/i)]);

  platform.configure();
  await platform.shop.expireLeases();
  expect(await platform.rollBack()).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
  expect(await platform.state()).toEqual(BACK);
  expect(await platform.held()).toEqual(NOTHING_HELD);
});

test.each([
  ['', 0],
  [', also where its clock is an hour ahead', 3600],
  [', also where its clock is an hour behind', -3600],
])('two at once: the second says who is at work%s, and the first ends', async (_, offset) => {
  const clock = makeClock();
  clock.set(offset);
  const first = platform.start();
  await recorded(platform.temp, (events) => events.some((event) => /fetch started/.test(nameOf(event))));
  const second = await platform.rollBack({}, { env: clock.environment });
  expect(second.errors).toEqual([expect.stringMatching(/^Rollback .*-1 is already at work here since /)]);
  expect(await first.result).toMatchObject({ errors: [], exitCode: 0 });
  expect(await platform.state()).toEqual(BACK);
});

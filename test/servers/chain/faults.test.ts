import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { BACK, NOTHING_HELD, Platform } from '../actions/environment.ts';
import { CUT, closeStores, FAULTS } from './faults.ts';

jest.setTimeout(600_000);

let platform: Platform;
beforeEach(async () => {
  platform = await Platform.open();
});
afterEach(async () => {
  await platform[Symbol.asyncDispose]();
  await closeStores();
});

describe('a whole rollback loses nothing and gives traffic back', () => {
  test.each(FAULTS.map((fault) => [fault.what, fault] as const))('%s', async (what, fault) => {
    const run = randomUUID();
    const env = (await fault.before?.(platform)) ?? {};
    const running = platform.start({}, { run, env });
    const heal = await fault.strike(platform);
    const step = await running.result;
    const told = `${what} (cut at ${CUT}): ${JSON.stringify(step.errors)}`;

    // Done, or stopped with one sentence; data of then or of now; nobody kept waiting.
    const ends = step.outputs.result === 'done' ? 'done' : 'told';
    expect([told, ends]).toEqual([told, fault.ends === 'either' ? ends : fault.ends]);
    expect(step.errors).toHaveLength(ends === 'done' ? 0 : 1);
    expect(step.errors[0] ?? '').not.toMatch(/this is a bug|not queryable\.|terminated unexpectedly\./);
    expect(await platform.held()).toEqual(NOTHING_HELD);
    const { replicas, database } = await platform.state().catch(() => stateWithoutCache());
    expect({ told, replicas }).toEqual({ told, replicas: [3, 3] });
    expect(['backup', 'bad release']).toContain(database);
    if (what.startsWith('Slack')) {
      // Who is told waits for nothing, and nothing waits for who is told: the first message was still under way.
      const steps: { step: string; start: number; seconds: number }[] = JSON.parse(
        step.outputs.steps as string,
      );
      const endOf = (name: string) => {
        const { start = 0, seconds = 0 } = steps.find((each) => each.step === name) ?? {};
        return start + seconds;
      };
      expect(endOf('compare orders')).toBeLessThan(endOf('tell start'));
    }
    if (process.env.SHOW_FAULTS) process.stdout.write(`FAULT ${ends} ${step.outputs.seconds} s ${told}\n`);

    await heal?.();
    if (what.startsWith('Redis')) return;
    if (what.startsWith('S3: 503 always')) return;
    platform.moveToNewRunner();
    const again = await platform.rollBack({}, { run, env: { ...env, GITHUB_RUN_ATTEMPT: '2' } });
    expect(again).toMatchObject({ errors: [], exitCode: 0 });
    expect(await platform.state()).toEqual(BACK);
    expect(await platform.held()).toEqual(NOTHING_HELD);
    expect((await platform.database.beside()).length).toBeLessThanOrEqual(1);
  });
});

/** The state of a platform whose cache is gone. */
const stateWithoutCache = async () => ({
  replicas: await Promise.all(
    ['api', 'web'].map(async (name) => (await platform.shop.deployment(name)).spec.replicas),
  ),
  database: await platform.database.state(),
});

test('the documentation names every fault of this suite, and no other', () => {
  const page = readFileSync(new URL('../../../docs/reliability.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| ((?:Kubernetes|PostgreSQL|S3|Redis|Slack): .*?) \|/gm)].map(
    ([, what]) => what,
  );
  expect(rows).toEqual(FAULTS.map(({ what }) => what));
});

/** A fault strikes a whole rollback: how that has to end, whatever it is. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { StepResult } from '../../support/action.ts';
import { BACK, NOTHING_HELD, Platform } from '../actions/environment.ts';
import type { Fault, Own } from './fault.ts';
import { CUT } from './faults-s3.ts';

/** A test for each of some faults. */
export function standAll(faults: readonly Fault[]): void {
  describe('a whole rollback loses nothing and resumes traffic', () => {
    for (const fault of faults) {
      const { what, skip } = fault;
      if (skip) test.skip(`${what}: ${skip}`, () => {});
      else test(what, () => strike(fault));
    }
  });
}

async function strike(fault: Fault): Promise<void> {
  await using cleanup = new AsyncDisposableStack();
  const own = (await fault.own?.(cleanup)) as Own;
  const platform = cleanup.use(await Platform.open(own?.cluster.url()));
  const run = randomUUID();
  const env = (await fault.before?.(platform, cleanup)) ?? {};
  const running = platform.start({}, { run, env });
  const heal = await fault.strike(platform, own);
  const step = await running.result;

  const told = endsWell(fault, step);
  expect(await platform.held()).toEqual(NOTHING_HELD);
  const replicas = ['api', 'web'].map(async (name) => (await platform.shop.deployment(name)).spec.replicas);
  expect({ told, replicas: await Promise.all(replicas) }).toEqual({ told, replicas: [3, 3] });

  await heal?.();
  expect(['backup', 'bad release']).toContain(await platform.database.state());
  if (fault.again === 'never') return;
  platform.moveToNewRunner();
  const again = await platform.rollBack({}, { run, env: { ...env, GITHUB_RUN_ATTEMPT: '2' } });
  expect(again).toMatchObject({ errors: [], exitCode: 0 });
  expect(await platform.state()).toEqual(BACK);
  expect(await platform.held()).toEqual(NOTHING_HELD);
  expect((await platform.database.beside()).length).toBeLessThanOrEqual(1);
}

/** Done, or stopped with one sentence. @returns what was told */
function endsWell({ what, ends: expected, check }: Fault, step: StepResult): string {
  const told = `${what} (cut at ${CUT}): ${JSON.stringify(step.errors)}`;
  const ends = step.outputs.result === 'done' ? 'done' : 'told';
  if (process.env.SHOW_FAULTS) process.stdout.write(`FAULT ${ends} ${step.outputs.seconds} s ${told}\n`);
  expect([told, ends]).toEqual([told, expected === 'either' ? ends : expected]);
  expect(step.errors).toHaveLength(ends === 'done' ? 0 : 1);
  expect(step.errors[0] ?? '').not.toMatch(/this is a bug|not queryable\.|terminated unexpectedly\./);
  check?.(step);
  return told;
}

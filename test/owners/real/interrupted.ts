import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import pLimit from 'p-limit';
import type { RecordEvent } from '../../../src/record/record.ts';
import { cluster, scenario, type TestNamespace } from '../../e2e/cluster.ts';
import type { RunningStep, StepOptions, StepResult } from '../../support/action.ts';
import { nameOf, recorded } from '../../support/record.ts';

/** How many namespaces are spoilt side by side where a rollback is killed at every event. */
const SIDE_BY_SIDE = 4;
const EVERY_EVENT_SECONDS = 1800;

/** A release that is bad, and an owner through whom it goes back. */
export interface Spoilt {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: NodeJS.ProcessEnv;
  /** Expects that all of it is as the good release made it, and its owner as the rollback of this run leaves it. */
  back(run: string): Promise<void>;
  /** What a run that finds nothing to do leaves as it is. */
  standing(): Promise<unknown>;
  /** Expects that the owner gets control back, and that its next release comes as if there had been no rollback. */
  next(): Promise<void>;
}

/** Makes a bad release in a namespace and plays with it. */
export type Spoil = (ns: TestNamespace, play: (spoilt: Spoilt) => Promise<void>) => Promise<void>;

/** When a rollback is struck, by its record. */
type Look = (events: readonly RecordEvent[]) => boolean;

const after =
  (pattern: RegExp): Look =>
  (events) =>
    events.some((event) => pattern.test(nameOf(event)));

/** The runner's folder of a job of its own. */
const newRunner = () => mkdtempSync(join(tmpdir(), 'runner-'));

/**
 * Scenarios in which the runner of a rollback is killed after these events, and the run is started again on another
 * one; with `KILL_AT_EVERY_EVENT=1` after every event instead.
 */
export function killedAfter(patterns: readonly RegExp[], spoil: Spoil): void {
  if (process.env.KILL_AT_EVERY_EVENT) {
    scenario(
      'killed after every event: the next run ends it, and leaves nothing behind',
      async (ns) => {
        const whole = await wholeRecord(ns, spoil);
        const limit = pLimit(SIDE_BY_SIDE);
        const ended = await Promise.allSettled(
          whole.map((name, index) =>
            limit(async () => {
              await using own = await cluster.namespace();
              const look: Look = (events) => events.length > index;
              await spoil(own, (spoilt) => killed(own, spoilt, look)).catch((cause: unknown) => {
                throw new Error(`killed after event ${index + 1}, ${name}`, { cause });
              });
            }),
          ),
        );
        const failed = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
        process.stderr.write(`${whole.length - failed.length} of ${whole.length} kills ended right.\n`);
        if (failed.length > 0) throw new AggregateError(failed, failed.map(textOf).join('\n\n'));
      },
      EVERY_EVENT_SECONDS,
    );
    return;
  }
  for (const pattern of patterns)
    scenario(`killed after "${pattern.source}": the next run ends it, and leaves nothing behind`, (ns) =>
      spoil(ns, (spoilt) => killed(ns, spoilt, after(pattern))),
    );
}

const textOf = ({ message, cause }: Error): string => `${message}: ${(cause as Error | undefined)?.message}`;

/** The names of all events that a rollback writes. */
async function wholeRecord(ns: TestNamespace, spoil: Spoil): Promise<readonly string[]> {
  let names: readonly string[] = [];
  await spoil(ns, async ({ inputs, env }) => {
    const { record, exitCode } = await ns.rollBack(inputs, { temp: newRunner(), ...(env && { env }) });
    expect(exitCode).toBe(0);
    names = record.map(nameOf);
  });
  return names;
}

async function killed(ns: TestNamespace, spoilt: Spoilt, look: Look): Promise<void> {
  const run = randomUUID();
  const step = (own: string): Omit<StepOptions, 'with'> => ({
    ...{ run: own, temp: newRunner() },
    ...(spoilt.env && { env: spoilt.env }),
  });
  const first = step(run);
  const running = ns.startRollBack(spoilt.inputs, first);
  // The last event may come when there is nothing left to kill.
  await Promise.race([recorded(first.temp ?? '', look), running.result]);
  running.process.kill('SIGKILL');
  const { record } = await running.result;
  expect(look(record)).toBe(true);

  const again = await ns.rollBack(spoilt.inputs, step(run));

  expect(again).toMatchObject({ errors: [], exitCode: 0 });
  expect(['done', 'no-op']).toContain(again.outputs.result);
  await spoilt.back(run);
  expect(await ns.list('leases')).toEqual([]);
  const before = await spoilt.standing();
  const nothing = await ns.rollBack(spoilt.inputs, step(randomUUID()));
  expect(nothing).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'no-op' } });
  expect(await spoilt.standing()).toEqual(before);
  await spoilt.next();
}

/**
 * Lets somebody act in the middle of a rollback, whose process stands still meanwhile as that of a busy runner does.
 *
 * @param reached resolves where that is to be
 */
export async function whileHalted(
  step: RunningStep,
  reached: Promise<unknown>,
  act: () => Promise<unknown>,
): Promise<StepResult> {
  await Promise.race([reached, step.result]);
  expect(step.process.exitCode).toBeNull();
  step.process.kill('SIGSTOP');
  try {
    await act();
  } finally {
    step.process.kill('SIGCONT');
  }
  return step.result;
}

/** A rollback that is halted as soon as its record has such an event. */
export async function haltedAfter(
  ns: TestNamespace,
  { inputs, env }: Pick<Spoilt, 'inputs' | 'env'>,
  pattern: RegExp,
  act: () => Promise<unknown>,
): Promise<StepResult> {
  const temp = newRunner();
  const step = ns.startRollBack(inputs, { temp, ...(env && { env }) });
  return whileHalted(step, recorded(temp, after(pattern)), act);
}

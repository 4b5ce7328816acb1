import { expect } from '@jest/globals';
import type { StepResult } from '../../support/action.ts';
import { type Clock, makeClock } from '../../support/clock.ts';
import { recorded } from '../../support/record.ts';
import { type Fault, has } from './fault.ts';
import { s3 } from './faults-s3.ts';

const HOUR = 3600;

/** The runner's clock, and that of all programs that it starts, is set while the chain is at work. */
const jump = (way: 'forwards' | 'back', phase: string, when: RegExp): Fault => {
  let clock: Clock;
  return {
    what: `Clock: jumps an hour ${way} when ${phase}`,
    ends: 'done',
    before: async () => {
      clock = makeClock();
      return clock.environment;
    },
    strike: async ({ temp }) => {
      await recorded(temp, has(when));
      clock.set(way === 'forwards' ? HOUR : -HOUR);
      return async () => clock.set(0);
    },
    check: tellsRightTimes,
  };
};

/** The same between the first request to S3 and the second, whose signature has the wrong hour in it. */
const skewed = (way: 'forwards' | 'back'): Fault => {
  let clock: Clock;
  const fault = s3('', 'done', (_, count) => {
    if (count === 1) clock.set(way === 'forwards' ? HOUR : -HOUR);
    return undefined;
  });
  return {
    ...fault,
    what: `Clock: jumps an hour ${way} between two requests to S3`,
    before: async (platform, cleanup) => {
      clock = makeClock();
      return { ...clock.environment, ...(await fault.before?.(platform, cleanup)) };
    },
    strike: async () => async () => clock.set(0),
    check: tellsRightTimes,
  };
};

/** Nobody is told that it took an hour, or ended before it began. */
export function tellsRightTimes({ record, outputs, summary }: StepResult): void {
  const instants = record.map(({ at }) => Date.parse(at));
  expect(instants).toEqual([...instants].sort((one, other) => one - other));
  expect((instants.at(-1) as number) - (instants[0] as number)).toBeLessThan((HOUR / 2) * 1000);
  expect(Number(outputs.seconds)).toBeLessThan(HOUR / 2);
  const rto: { actual: number | null; state: string }[] = JSON.parse(outputs.rto as string);
  expect(rto.map(({ state }) => state)).toEqual(['met', 'met', 'met']);
  for (const { actual } of rto) expect(actual).toBeGreaterThanOrEqual(0);
  expect(summary).not.toMatch(/has not ended|1 h|60 min/);
}

export const CLOCK_FAULTS: readonly Fault[] = [
  jump('forwards', 'the backup is restored', /restore started/),
  jump('back', 'the backup is restored', /restore started/),
  jump('forwards', 'traffic is held', /hold traffic done/),
  jump('back', 'traffic is held', /hold traffic done/),
  skewed('forwards'),
  skewed('back'),
];

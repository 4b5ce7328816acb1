import { describe, expect, test } from '@jest/globals';
import { liveProgress } from '../../src/notify/progress.ts';

/** A clock that goes on when it is told to. */
function clockwork() {
  let time = 0;
  const timers: { at: number; run: () => void }[] = [];
  return {
    now: () => time,
    after: (milliseconds: number, run: () => void) => void timers.push({ at: time + milliseconds, run }),
    async go(milliseconds: number) {
      time += milliseconds;
      for (const timer of timers.splice(0)) {
        if (timer.at <= time) timer.run();
        else timers.push(timer);
      }
      await settle();
    },
  };
}

/** Lets everything that is due run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

function live(send?: (state: number) => Promise<void>) {
  const clock = clockwork();
  const sent: number[] = [];
  const failures: unknown[] = [];
  const progress = liveProgress<number>(
    async (state) => {
      sent.push(state);
      await send?.(state);
    },
    (error) => failures.push(error),
    clock,
  );
  return { ...progress, clock, sent, failures };
}

describe('progress while it happens', () => {
  test('shows the first state at once and then the newest, forty times a minute at the most', async () => {
    const { show, clock, sent } = live();
    show(1);
    await settle();
    expect(sent).toEqual([1]);
    show(2);
    show(3);
    await clock.go(1499);
    expect(sent).toEqual([1]);
    await clock.go(1);
    expect(sent).toEqual([1, 3]);
    await clock.go(5000);
    expect(sent).toEqual([1, 3]);
  });

  test('sends one at a time, however long it takes', async () => {
    const gate = Promise.withResolvers<void>();
    const { show, clock, sent } = live(() => gate.promise);
    show(1);
    show(2);
    await clock.go(10_000);
    show(3);
    await clock.go(10_000);
    expect(sent).toEqual([1]);
    gate.resolve();
    await settle();
    expect(sent).toEqual([1, 3]);
  });

  test('never holds up or fails who shows it', async () => {
    const { show, flush, sent, failures, clock } = live(async (state) => {
      if (state === 1) throw new Error('Slack is down');
    });
    show(1);
    await settle();
    expect(failures).toEqual([new Error('Slack is down')]);
    show(2);
    await clock.go(1500);
    await flush();
    expect(sent).toEqual([1, 2]);
  });

  test('ends with the last state, without waiting for the pause to pass', async () => {
    const { show, flush, sent } = live();
    show(1);
    show(2);
    show(3);
    await flush();
    expect(sent.at(-1)).toBe(3);
    await flush();
    expect(sent.filter((state) => state === 3)).toHaveLength(1);
  });

  test('waits at the end for what is under way', async () => {
    const gate = Promise.withResolvers<void>();
    const { show, flush } = live(() => gate.promise);
    show(1);
    await settle();
    let over = false;
    const flushed = flush().then(() => {
      over = true;
    });
    await settle();
    expect(over).toBe(false);
    gate.resolve();
    await flushed;
  });
});

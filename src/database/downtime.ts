import { pause } from '../base/deadline.ts';
import { WAITS } from '../base/waits.ts';
import type { Server } from '../systems/postgres/session.ts';

/**
 * Measures for how long no client can connect to the server's database while `work` is done, by a client that tries all along,
 * as users do. It is as exact as a connection takes long, some milliseconds; where clients come through a pooler that waits,
 * they see less.
 *
 * @returns the longest time without a successful connection, in seconds; where none succeeds within 5 s of the end, or the run
 *   is cancelled, as far as it was seen
 * @throws what `work` throws
 */
export async function measureDowntime(
  server: Server,
  signal: AbortSignal,
  work: () => Promise<unknown>,
): Promise<number> {
  const over = new AbortController();
  const stop = AbortSignal.any([signal, over.signal]);
  const outside = server.withSignal(stop);
  let longest = 0;
  let isDone = false;
  let isOver = false;
  let succeeded = performance.now();
  const attempt = async (): Promise<void> => {
    // An attempt that began before the work was done says nothing of the time after it.
    const isLast = isDone;
    try {
      await (await outside.connectOnce()).close();
      longest = Math.max(longest, performance.now() - succeeded);
      succeeded = performance.now();
      isOver = isLast;
    } catch {
      // That is what is measured; the signal ends it.
    }
  };
  await attempt();
  longest = 0;
  const running = (async () => {
    // What is measured is done or not done: that the run is cancelled meanwhile makes it no failure.
    while (!stop.aborted && !isOver) {
      await pause(WAITS.DOWNTIME_PERIOD_MS, stop).then(attempt, () => {});
    }
  })();
  try {
    await work();
  } catch (error) {
    over.abort();
    await running;
    throw error;
  }
  isDone = true;
  const late = setTimeout(() => over.abort(), WAITS.DOWNTIME_LONGEST_MS);
  await running;
  clearTimeout(late);
  return (isOver ? longest : Math.max(longest, performance.now() - succeeded)) / 1000;
}

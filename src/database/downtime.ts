import { pause } from '../runner/deadline.ts';
import type { Server } from '../systems/postgres/session.ts';

/** Milliseconds between two attempts. */
const PERIOD = 5;

/** A client that tries to connect to the database all along, as users do. */
interface Downtime {
  /**
   * Goes on until a client gets in again, or the run is cancelled, then tells the longest time in which none could, in
   * seconds.
   */
  stop(): Promise<number>;
}

/**
 * Measures how long nobody can connect to the server's database, from outside. It is as exact as a connection takes
 * long, some milliseconds; where clients come through a pooler that waits, they see less.
 */
export async function measureDowntime(server: Server, signal: AbortSignal): Promise<Downtime> {
  let longest = 0;
  let stopping = false;
  let succeeded = performance.now();
  const attempt = async (): Promise<boolean> => {
    try {
      await (await server.connectOnce()).close();
    } catch {
      // That is what is measured; the end is told by the signal.
      return false;
    }
    longest = Math.max(longest, performance.now() - succeeded);
    succeeded = performance.now();
    return true;
  };
  await attempt();
  longest = 0;
  const running = (async () => {
    let isIn = true;
    while (!stopping || !isIn) {
      // What is measured is done or not done: that the run is cancelled meanwhile makes it no failure.
      if (signal.aborted) break;
      await pause(PERIOD, signal).catch(() => {});
      isIn = await attempt();
    }
    if (!isIn) longest = Math.max(longest, performance.now() - succeeded);
  })();
  return {
    async stop() {
      stopping = true;
      await running;
      return longest / 1000;
    },
  };
}

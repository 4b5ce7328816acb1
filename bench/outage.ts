import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/**
 * Milliseconds between two attempts of the client that tries all along: while it is served, and while it is not. To
 * connect costs the server some milliseconds of a core, which are not to be missing from what is measured.
 */
const PERIOD = { served: 25, unserved: 5 };

export interface Outage {
  /** The longest time in seconds in which nobody could connect. */
  readonly unreachable: number;
  /** The same for what lies between two moments, as `Date.now` tells them, and for all the rest. */
  readonly around: (begin: number, end: number) => { readonly within: number; readonly elsewhere: number };
  /** The longest time in seconds in which nobody who asked for a row of the data got it. */
  readonly unserved: number;
}

/**
 * A client that connects and asks for a row all along until it is told to stop. What it tells is up to 25 ms too long,
 * never too short.
 */
export async function watchOutage(url: string): Promise<{ stop(): Promise<Outage> }> {
  const longest = { unreachable: 0, unserved: 0 };
  const last = { unreachable: performance.now(), unserved: performance.now() };
  const connected = [Date.now()];
  const now = (what: keyof typeof last) => {
    if (what === 'unreachable') connected.push(Date.now());
    longest[what] = Math.max(longest[what], performance.now() - last[what]);
    last[what] = performance.now();
  };
  let stopping = false;
  const attempt = async (): Promise<boolean> => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 60_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      now('unreachable');
      const { rowCount } = await client.query(
        'SELECT (SELECT name FROM organizations WHERE id = md5($1)::uuid) || bid FROM pgbench_accounts WHERE aid = 1',
        ['1'],
      );
      if (rowCount === 1) now('unserved');
      return rowCount === 1;
    } catch {
      // That is what is measured.
      return false;
    } finally {
      client.end().catch(() => {});
    }
  };
  await attempt();
  Object.assign(longest, { unreachable: 0, unserved: 0 });
  const running = (async () => {
    let isServed = true;
    while (!stopping) {
      await wait(isServed ? PERIOD.served : PERIOD.unserved);
      isServed = await attempt();
    }
  })();
  return {
    async stop() {
      stopping = true;
      await running;
      now('unreachable');
      now('unserved');
      return {
        unreachable: longest.unreachable / 1000,
        unserved: longest.unserved / 1000,
        around: (begin, end) => longestAround(connected, begin, end),
      };
    },
  };
}

function longestAround(connected: readonly number[], begin: number, end: number) {
  const [found, other] = [[0], [0]];
  for (const [index, from] of connected.entries()) {
    const to = connected[index + 1] ?? from;
    (from < end && to > begin ? found : other).push((to - from) / 1000);
  }
  return { within: Math.max(...found), elsewhere: Math.max(...other) };
}

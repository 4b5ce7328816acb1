/** Users of a table: one inserts and one updates, every 20 ms each, in a thread of their own so that nobody holds them up. */
import { setTimeout as wait } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import pg from 'pg';

const PAUSE_MS = 20;
/** Changes of each after which they are at work. */
const BEGUN = 20;

/** What users have been told is written, and for how long they waited. */
export interface Written {
  readonly inserted: readonly number[];
  /** The last name that each row was given. */
  readonly named: readonly (readonly [id: number, name: string])[];
  /** The longest that a statement took since it was asked for, in seconds. */
  readonly longestInsert: number;
  readonly longestUpdate: number;
  readonly failed: number;
}

interface Task {
  readonly url: string;
  /** How many rows the table has that are not the users' own. */
  readonly rows: number;
}

/** Begins, and comes back when both have written. */
export async function startWriters(task: Task): Promise<{ stop(): Promise<Written> }> {
  const worker = new Worker(new URL(import.meta.url), { workerData: task });
  const message = () =>
    new Promise<Written>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  await message();
  return {
    stop() {
      const written = message();
      worker.postMessage('stop');
      return written;
    },
  };
}

async function work({ url, rows }: Task): Promise<Written> {
  const inserted: number[] = [];
  const named = new Map<number, string>();
  let [failed, isOver] = [0, false];
  parentPort?.once('message', () => {
    isOver = true;
  });
  let isBegun = false;
  const tellBegun = () => {
    if (isBegun || inserted.length < BEGUN || named.size < BEGUN) return;
    isBegun = true;
    parentPort?.postMessage('begun');
  };
  const user = async (statement: (client: pg.Client, turn: number) => Promise<void>): Promise<number> => {
    let client: pg.Client | undefined;
    let longest = 0;
    for (let turn = 1; !isOver; turn++) {
      const asked = performance.now();
      try {
        if (!client) {
          client = new pg.Client(url);
          client.on('error', () => {});
          await client.connect();
        }
        await statement(client, turn);
      } catch {
        failed++;
        client?.end().catch(() => {});
        client = undefined;
      }
      longest = Math.max(longest, (performance.now() - asked) / 1000);
      tellBegun();
      await wait(PAUSE_MS);
    }
    await client?.end();
    return longest;
  };
  const [longestInsert, longestUpdate] = await Promise.all([
    user(async (client, turn) => {
      const { rows: made } = await client.query<{ id: number }>(
        `INSERT INTO orders (customer, price, name) VALUES ($1, 1, 'new') RETURNING id::int`,
        [turn],
      );
      inserted.push(made[0]?.id as number);
    }),
    user(async (client, turn) => {
      const id = 1 + ((turn * 7919) % rows);
      const { rowCount } = await client.query('UPDATE orders SET name = $1 WHERE id = $2', [
        `turn ${turn}`,
        id,
      ]);
      // A row that the accident has deleted is nobody's to name.
      if (rowCount === 1) named.set(id, `turn ${turn}`);
    }),
  ]);
  return { inserted, named: [...named], longestInsert, longestUpdate, failed };
}

if (!isMainThread) parentPort?.postMessage(await work(workerData as Task));

/** Clients that work like pgbench's, in a thread of their own so that whoever watches from the main one isn't held up. */
import { setTimeout as wait } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import pg from 'pg';

/** Milliseconds between two queries of a client. */
const PAUSE = 40;

export interface Load {
  /** Queries that were answered, queries that failed. */
  readonly done: number;
  readonly failed: number;
  /** The longest that a query that was answered took, in milliseconds. */
  readonly slowest: number;
  readonly errors: readonly string[];
}

interface Task {
  readonly url: string;
  readonly clients: number;
  readonly accounts: number;
}

/** Starts so many clients, each of which connects anew at once where it is cut off. */
export function startLoad(task: Task): { stop(): Promise<Load> } {
  const worker = new Worker(new URL(import.meta.url), { workerData: task });
  const ended = new Promise<Load>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  return {
    stop() {
      worker.postMessage('stop');
      return ended;
    },
  };
}

async function work({ url, clients, accounts }: Task): Promise<Load> {
  const errors = new Set<string>();
  let [done, failed, slowest, stopping] = [0, 0, 0, false];
  parentPort?.once('message', () => {
    stopping = true;
  });
  const one = async () => {
    let client: pg.Client | undefined;
    while (!stopping) {
      const begun = performance.now();
      try {
        if (!client) {
          client = new pg.Client(url);
          client.on('error', () => {});
          await client.connect();
        }
        const aid = 1 + Math.floor(Math.random() * accounts);
        await client.query('UPDATE pgbench_accounts SET abalance = abalance + 1 WHERE aid = $1', [aid]);
        done++;
        slowest = Math.max(slowest, performance.now() - begun);
      } catch (error) {
        failed++;
        errors.add((error as Error).message);
        client?.end().catch(() => {});
        client = undefined;
        continue;
      }
      await wait(PAUSE);
    }
    await client?.end();
  };
  await Promise.all(Array.from({ length: clients }, one));
  return { done, failed, slowest, errors: [...errors] };
}

if (!isMainThread) parentPort?.postMessage(await work(workerData as Task));

import type { NewEvent } from '../record/record.ts';
import type { Log } from '../runner/log.ts';
import type { Server } from '../systems/postgres/session.ts';
import type { OnProgress } from './backup/backup.ts';
import type { Traffic } from './traffic.ts';

/** One rollback of one database: what every phase of it needs. */
export interface Task {
  readonly server: Server;
  /** The rollback, and the workflow run, the same for every attempt of it. */
  readonly id: string;
  readonly run: string;
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly record: (event: NewEvent) => void;
  /** What is sent away before the database is switched. */
  readonly traffic: Traffic;
  readonly progress: OnProgress;
  /** Whether traffic stays held after a switch, until whoever asked for that gives it back. */
  readonly keepsHolding: boolean;
}

/**
 * Runs one step of a task and keeps in the record that it began, and how it ended and after how many seconds.
 * `tell` makes the line for the log and the record of what came out.
 */
export async function step<T>(
  { server, log, record }: Task,
  name: string,
  work: () => Promise<T>,
  tell: (result: T) => string,
): Promise<T> {
  const component = `database/${server.database}`;
  const begun = performance.now();
  const seconds = () => Number(((performance.now() - begun) / 1000).toFixed(3));
  record({ component, step: name, status: 'started' });
  try {
    const result = await work();
    const message = tell(result);
    log.info(`✓ ${message} (${seconds().toFixed(1)} s)`);
    record({ component, step: name, status: 'done', seconds: seconds(), message });
    return result;
  } catch (error) {
    record({
      component,
      step: name,
      status: 'failed',
      seconds: seconds(),
      message: (error as Error).message,
    });
    throw error;
  }
}

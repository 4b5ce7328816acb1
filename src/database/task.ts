import type { Log } from '../base/log.ts';
import type { Snapshot } from '../domain/snapshots/snapshot.ts';
import type { StepOf } from '../record/catalogue.ts';
import { databaseSubject } from '../record/component.ts';
import type { NewEvent } from '../record/record.ts';
import type { Accepts } from '../runner/consent.ts';
import type { Poolers } from '../systems/postgres/pgbouncer.ts';
import type { Server } from '../systems/postgres/session.ts';
import type { Backup, OnProgress } from './backup/backup.ts';
import type { Quiesce } from './quiesce.ts';

/** What a restore takes besides the task. */
export interface Restore {
  readonly backup: Backup;
  /** The state of the backup's database when it was dumped, where it was captured then. */
  readonly expected: Snapshot | undefined;
  readonly jobs: number;
  /** Which entries of an archive are not restored, by their text in pg_restore's list. */
  readonly leftOut?: (text: string) => boolean;
}

/** What brings users to the database, and is paused while it is switched. */
export interface Traffic {
  readonly workloads: Quiesce | undefined;
  readonly poolers: Poolers | undefined;
}

/** Whether sessions are ended before the switch, so that those of today say nothing of then. */
export const stopsTraffic = ({ workloads, poolers }: Traffic): boolean =>
  workloads !== undefined || poolers !== undefined;

/** One rollback of one database: what every phase of it needs. */
export interface Task {
  readonly server: Server;
  /** The rollback, and the workflow run, the same for every attempt of it. */
  readonly id: string;
  readonly run: string;
  /** When the deploy began that is rolled back, in Unix seconds, where that was said. */
  readonly deployedAt?: number | undefined;
  readonly signal: AbortSignal;
  /** The words of consent that were given. */
  readonly accepts: Accepts;
  readonly log: Log;
  readonly record: (event: NewEvent) => void;
  /** What is sent away before the database is switched. */
  readonly traffic: Traffic;
  readonly progress: OnProgress;
  /** Whether traffic stays paused after a switch, until the caller resumes it. */
  readonly resumeLater: boolean;
}

/**
 * Runs one step of a task and keeps in the record that it began, and how it ended and after how many seconds.
 * `describe` makes the line for the log and the record of what came out,
 * `said` what the record keeps of it besides.
 */
export async function step<T>(
  { server, log, record }: Task,
  name: StepOf<'database'>,
  work: () => Promise<T>,
  describe: (result: T) => string,
  evidenceOf?: (result: T) => { evidence: object },
): Promise<T> {
  const event = { ...databaseSubject(server), step: name };
  const begun = performance.now();
  const seconds = () => Number(((performance.now() - begun) / 1000).toFixed(3));
  record({ ...event, status: 'started' });
  try {
    const result = await work();
    const message = describe(result);
    log.info(`✓ ${message} (${seconds().toFixed(1)} s)`);
    record({ ...event, status: 'done', seconds: seconds(), message, ...evidenceOf?.(result) });
    return result;
  } catch (error) {
    record({ ...event, status: 'failed', seconds: seconds(), message: (error as Error).message });
    throw error;
  }
}

import { messageOf } from '../runner/errors.ts';
import type { Log } from '../runner/log.ts';
import { pausePooler, resumePooler } from '../systems/postgres/pgbouncer.ts';
import { type Quiesce, quiesce, resume } from './quiesce.ts';

/** What brings users to the database, and is held up while it is switched. */
export interface Traffic {
  readonly workloads: Quiesce | undefined;
  /** The URL of pgbouncer's admin console. */
  readonly pgbouncer: string | undefined;
}

/** Seconds that giving traffic back may take when the run was cancelled or its deadline has passed. */
const GRACE = 25;

/** Whether anybody is sent away before the switch, so that sessions of today say nothing of then. */
export const drains = ({ workloads, pgbouncer }: Traffic): boolean =>
  workloads !== undefined || pgbouncer !== undefined;

/** Stops what uses the database: workloads first, so that the pooler has less to wait for. */
export async function hold(traffic: Traffic, database: string, id: string, log: Log, signal: AbortSignal) {
  if (traffic.workloads) await quiesce(traffic.workloads, id, log);
  if (traffic.pgbouncer) await pausePooler(traffic.pgbouncer, database, signal);
}

/**
 * Gives back all that a rollback, this one or one that died, has stopped; also when the run is being cancelled. What
 * is not stopped stays as it is.
 *
 * @returns what was given back, for people
 * @throws the first failure, after everything was tried
 */
export async function giveBack(traffic: Traffic, database: string, log: Log): Promise<string[]> {
  const signal = AbortSignal.timeout(GRACE * 1000);
  const settled = await Promise.allSettled([
    traffic.pgbouncer ? resumePooler(traffic.pgbouncer, database, signal) : false,
    traffic.workloads ? resumeWorkloads(traffic.workloads, signal, log) : [],
  ]);
  const failure = settled.find((item) => item.status === 'rejected');
  if (failure) {
    log.warn(`Traffic was not given back wholly: ${messageOf(failure.reason)}`);
    throw failure.reason;
  }
  const [pooler, workloads] = settled.map((item) => (item as PromiseFulfilledResult<unknown>).value);
  return [...(pooler ? ['pgbouncer'] : []), ...(workloads as string[])];
}

async function resumeWorkloads(target: Quiesce, signal: AbortSignal, log: Log): Promise<string[]> {
  const client = target.client.withSignal(signal);
  try {
    return await resume({ ...target, client }, log);
  } finally {
    client.close();
  }
}

import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { WAITS } from '../base/waits.ts';
import { HELD } from '../domain/workloads/held.ts';
import type { Poolers } from '../systems/postgres/pgbouncer.ts';
import type { Server } from '../systems/postgres/session.ts';
import { type Quiesce, quiesce, resume, takeOver } from './quiesce.ts';

/** What brings users to the database, and is held up while it is switched. */
export interface Traffic {
  readonly workloads: Quiesce | undefined;
  readonly poolers: Poolers | undefined;
}

/** What was given back, where it is a pooler. */
export const POOLER = 'pgbouncer';

/** Whether anybody is sent away before the switch, so that sessions of today say nothing of then. */
export const stopsTraffic = ({ workloads, poolers }: Traffic): boolean =>
  workloads !== undefined || poolers !== undefined;

/** Stops what uses the database: workloads first, so that the pooler has less to wait for. */
export async function hold(
  { workloads, poolers }: Traffic,
  server: Server,
  id: string,
  log: Log,
): Promise<void> {
  if (workloads) await quiesce(workloads, id, log);
  if (poolers) await poolers.pause(server, WAITS.POOLER_PAUSE_SECONDS);
}

/** Leaves held what a dead rollback holds, and makes it this one's to give back. */
export async function adoptPause({ workloads }: Traffic, id: string): Promise<void> {
  if (workloads) await takeOver(workloads, id);
}

/**
 * Gives back all that a rollback, this one or one that died, has stopped; also when the run is being cancelled. What
 * is not stopped stays as it is.
 *
 * @param id of the rollback whose workloads are meant; all where there is none
 * @returns what was given back, for people
 * @throws the first failure, after everything was tried
 */
export async function resumeTraffic(
  { workloads, poolers }: Traffic,
  server: Server,
  log: Log,
  id?: string,
): Promise<string[]> {
  const signal = AbortSignal.timeout(WAITS.TRAFFIC_RESUME_MS);
  const settled = await Promise.allSettled([
    poolers ? poolers.withSignal(signal).resume(server.withSignal(signal)) : 0,
    workloads ? resumeWorkloads(workloads, signal, log, id) : [],
  ] as const);
  const failed = settled.find((item) => item.status === 'rejected');
  if (failed) {
    log.warn(
      `Traffic was not fully resumed; run this again, or scale back by hand what carries the annotation ${HELD}: ${messageOf(failed.reason)}`,
    );
    throw failed.reason;
  }
  const [pooled, scaled] = settled as unknown as [
    PromiseFulfilledResult<number>,
    PromiseFulfilledResult<string[]>,
  ];
  return [...(pooled.value > 0 ? [POOLER] : []), ...scaled.value];
}

async function resumeWorkloads(
  target: Quiesce,
  signal: AbortSignal,
  log: Log,
  id?: string,
): Promise<string[]> {
  const client = target.client.withSignal(signal);
  try {
    return await resume({ ...target, client }, log, id);
  } finally {
    client.close();
  }
}

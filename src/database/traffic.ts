import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { timeLimit } from '../base/time-limit.ts';
import { WAITS } from '../base/waits.ts';
import { HELD } from '../domain/workloads/held.ts';
import type { StepOf } from '../record/catalogue.ts';
import { databaseSubject } from '../record/component.ts';
import { heldNow, notedNow, type Quiesce, quiesce, resume, takeOver } from './quiesce.ts';
import { requireDown, scaledUp } from './stay-down.ts';
import { step, stopsTraffic, type Task } from './task.ts';

/** What was given back, where it is a pooler. */
const POOLER = 'pgbouncer';

/**
 * Does `work` while nothing uses the database. Traffic is resumed after it, or later where that was requested, and at once where
 * anything fails.
 */
export async function whilePaused<T>(task: Task, work: () => Promise<T>): Promise<T> {
  try {
    await pauseTraffic(task);
    const done = await work();
    await afterSwitch(task);
    return done;
  } catch (error) {
    // What went wrong first is what people have to hear; that traffic is not back is a warning of its own.
    await resumeTraffic(task).catch(() => {});
    throw error;
  }
}

/** Sends away what uses the database, where anything is known to, before it is replaced: workloads first, so that the pooler has less to wait for. */
async function pauseTraffic(task: Task): Promise<void> {
  const { traffic, server, id, log } = task;
  if (!stopsTraffic(traffic)) return;
  await step(
    task,
    'hold traffic',
    async () => {
      if (traffic.workloads) await quiesce(traffic.workloads, id, log);
      await traffic.poolers?.pause(server, WAITS.POOLER_PAUSE_SECONDS);
    },
    () => 'Traffic is paused: no workload and no pooled connection uses the database',
  );
}

/** @throws ActionError where what was sent away is back before anything was replaced */
export async function requireStillPaused({ traffic: { workloads } }: Task): Promise<void> {
  if (workloads) await requireDown(heldNow(workloads), workloads.client);
}

/**
 * What becomes of traffic once nothing is left to switch; what a dead run paused and stays paused belongs to this run from now
 * on. No later step follows a run that is cancelled now, so it cannot leave traffic paused.
 */
async function afterSwitch(task: Task): Promise<void> {
  if (task.resumeLater && (await staysPaused(task, heldNow))) return;
  await resumeTraffic(task);
}

/** Where nothing is left to do, traffic may still be paused: what is told then, and whether anything was changed. */
export async function resumeAlone(
  task: Task,
  message: string,
): Promise<{ readonly done: boolean; readonly message: string }> {
  // An earlier attempt may have resumed it: what is up and has no note was not scaled up while it was held.
  const isPaused = task.resumeLater && (await staysPaused(task, notedNow));
  const given = isPaused ? [] : await resumeIfPaused(task);
  if (given.length === 0) return { done: false, message };
  return { done: true, message: `${withoutFullStop(message)}; traffic is resumed: ${given.join(', ')}.` };
}

/**
 * Ends a step that an earlier attempt of this run has done. It goes into the record, as another runner's does not have it.
 *
 * @returns what is told, as of `resumeAlone`
 */
export async function endAsEarlier(
  task: Task,
  step: StepOf<'database'>,
  message: string,
  evidence: { readonly earlier: string; readonly 'data-loss'?: unknown },
): ReturnType<typeof resumeAlone> {
  const ended = await resumeAlone(task, message);
  task.record({ ...databaseSubject(task.server), step, status: 'no-op', message, evidence });
  return ended;
}

/**
 * Whether traffic stays held, as asked for; not where the run is cancelled.
 *
 * @param held reads those of the workloads that should be at zero
 */
async function staysPaused(
  { traffic: { workloads }, id, signal, log }: Task,
  held: typeof heldNow,
): Promise<boolean> {
  try {
    if (!signal.aborted && workloads) {
      await takeOver(workloads, id);
      for (const each of await scaledUp(held(workloads), workloads.client)) log.warn(`${each}.`);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return !signal.aborted;
}

/** Gives back what this rollback or one that died has stopped, and says what that was. */
async function resumeTraffic(task: Task): Promise<string[]> {
  if (!stopsTraffic(task.traffic)) return [];
  return step(
    task,
    'resume traffic',
    () => resumeAll(task),
    (given) => (given.length > 0 ? `Traffic is resumed: ${given.join(', ')}` : 'No traffic was paused'),
  );
}

/**
 * The same where it is unknown whether anything is paused: where nothing is, nothing is recorded.
 *
 * @param id of the rollback whose workloads these are; all where there is none
 */
export async function resumeIfPaused(task: Task, id?: string): Promise<string[]> {
  if (!stopsTraffic(task.traffic)) return [];
  const { server, log, record } = task;
  const event = { ...databaseSubject(server), step: 'resume traffic' } as const;
  const begun = performance.now();
  const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
  try {
    const given = await resumeAll(task, id);
    const message = `Traffic is resumed: ${given.join(', ')}`;
    if (given.length > 0) {
      log.info(`✓ ${message} (${ended().seconds.toFixed(1)} s)`);
      record({ ...ended(), status: 'done', message });
    }
    return given;
  } catch (error) {
    record({ ...ended(), status: 'failed', message: messageOf(error) });
    throw error;
  }
}

/** Resumes what this rollback has paused, or where that is no workload, what any has. */
export async function resumeOwnOrAny(task: Task): Promise<string[]> {
  const own = await resumeIfPaused(task, task.id);
  // A paused pooler does not say whose it is: what was held together with it may be another rollback's.
  return own.some((what) => what !== POOLER) ? own : [...own, ...(await resumeIfPaused(task))];
}

/**
 * Gives back all that a rollback, this one or one that died, has stopped; also when the run is being cancelled. What
 * is not stopped stays as it is.
 *
 * @param id of the rollback whose workloads are meant; all where there is none
 * @returns what was given back, for people
 * @throws the first failure, after everything was tried
 */
async function resumeAll(
  { traffic: { workloads, poolers }, server, log }: Task,
  id?: string,
): Promise<string[]> {
  const signal = timeLimit(WAITS.TRAFFIC_RESUME_MS, 'Traffic was not resumed');
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

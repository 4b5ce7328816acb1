import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keepingWarnings } from '../base/log.ts';
import { requireReplaceable, warningsOf } from '../database/blockers.ts';
import { switchedBefore } from '../database/earlier-attempt.ts';
import { requireContentsReplaceable, rollBackInPlace } from '../database/in-place.ts';
import type { Inputs } from '../database/inputs.ts';
import { requireDirect, withLock } from '../database/lock.ts';
import { isManaged } from '../database/managed.ts';
import { connectMaintenanceDb, observeStaying, readDatabaseSize } from '../database/observe.ts';
import { requireRestorableBeside } from '../database/one-database-extensions.ts';
import { PHASES } from '../database/phases.ts';
import { planOf } from '../database/plan.ts';
import { describeServer, preview } from '../database/preview.ts';
import { logProgress } from '../database/progress.ts';
import { outcomeOf, planOutcome } from '../database/render.ts';
import {
  outcomeOf as outcomeOfRepair,
  repairOptionsOf,
  requireRepairInputs,
} from '../database/repair/inputs.ts';
import type { PhaseRequest } from '../database/repair/phases.ts';
import { requireInputs } from '../database/required.ts';
import {
  all,
  clean,
  type Done,
  prepareOnly,
  type Request,
  resume,
  switchOnly,
  undo,
} from '../database/rollback.ts';
import {
  checkSource,
  discardTemporary,
  folderOf,
  nameOfSource,
  obtainBackup,
  snapshotOf,
  withTimeOf,
} from '../database/source.ts';
import { stopsTraffic, type Task, type Traffic } from '../database/task.ts';
import { resumeIfPaused } from '../database/traffic.ts';
import { checkTraffic, trafficOf } from '../database/traffic-inputs.ts';
import { readWalKeepers, walWarning } from '../database/wal.ts';
import { databaseSubject } from '../record/component.ts';
import type { Context, Outcome } from '../runner/action.ts';
import { Server, type Session } from '../systems/postgres/session.ts';
import { removeRemains } from '../systems/postgres/side-cluster.ts';

/** Puts a database back to a backup, by way of a second one that takes its place. */
export async function main(inputs: Inputs, given: Context): Promise<Outcome> {
  const warnings: string[] = [];
  const context = { ...given, log: keepingWarnings(given.log, warnings) };
  const server = Server.parse(inputs.databaseUrl, context);
  requireRepairInputs(inputs);
  requireInputs(inputs, server, context);
  const traffic = await trafficOf(inputs, context);
  const folder = folderOf(server, context.rollbackId);
  // What the plan of a rollback has fetched is restored next.
  const isNext = context.dryRun && context.checksWritePermissions;
  if (isNext) process.once('exit', () => removeFetched(folder));
  try {
    // Resuming traffic needs no database: one that is gone must not keep its users at zero.
    if (inputs.phase === 'resume' && !context.dryRun)
      return outcomeOf(await resume(taskOf(server, traffic, context)), server, warnings);
    await checkTraffic(traffic, server, inputs.phase, context);
    if (inputs.strategy === 'repair')
      return await repaired(inputs, { server, traffic, folder, warnings }, context);
    if (context.dryRun) return planOutcome(await planned(inputs, server, traffic, context), warnings);
    const cleanedUp = context.registerCleanup();
    const task = taskOf(server, traffic, context, inputs);
    const holder = {
      id: context.rollbackId,
      accepts: context.accepts,
      inPlace: inputs.strategy === 'in-place',
    };
    const done = await withLock(server, holder, (session) => carryOut(inputs, task, session, folder));
    // What is left held is given back by the phase `resume`, and at the end of the job in any case.
    if (inputs.resume) cleanedUp();
    return outcomeOf(done, server, warnings);
  } finally {
    traffic.workloads?.client.close();
    if (!isNext) removeFetched(folder);
  }
}

/** The action was killed: give back what it has stopped, and take away what it has fetched. */
export async function post(inputs: Inputs, context: Context): Promise<void> {
  const server = Server.parse(inputs.databaseUrl, context);
  const folder = folderOf(server, context.rollbackId);
  try {
    const traffic = await trafficOf(inputs, context);
    const task = taskOf(server, traffic, context);
    await resumeIfPaused(task, context.rollbackId).finally(() => traffic.workloads?.client.close());
  } finally {
    // A backup holds what no other user of this machine may read.
    removeFetched(folder);
    await removeRemains(dirname(folder));
    await discardTemporary([inputs.backup, inputs.after], { ...context, server });
  }
}

/** The state from behind an accident, beside the one from before: a server that recovers it may not look into our own folder. */
const folderOfAfter = (folder: string) => `${folder}-after`;

function removeFetched(folder: string): void {
  for (const path of [folder, folderOfAfter(folder)]) rmSync(path, { recursive: true, force: true });
}

const taskOf = (
  server: Server,
  traffic: Traffic,
  { rollbackId, run, signal, log, record, accepts }: Context,
  { resume = true, deployedAt }: Partial<Pick<Inputs, 'resume' | 'deployedAt'>> = {},
): Task => ({
  server,
  traffic,
  id: rollbackId,
  run,
  deployedAt,
  signal,
  accepts,
  log,
  record,
  progress: logProgress(log),
  resumeLater: !resume,
});

/** What would be done, in one sentence. */
async function planned(inputs: Inputs, server: Server, traffic: Traffic, context: Context): Promise<string> {
  const { log, signal, run, accepts } = context;
  const phase = PHASES[inputs.phase];
  const session = await connectMaintenanceDb(server, inputs.strategy === 'in-place');
  try {
    requireDirect(session, server, accepts);
    const observed = await observeStaying(session, server.database, signal);
    for (const warning of warningsOf(observed)) log.warn(warning);
    const ofWal = phase.restores ? walWarning(await readWalKeepers(session)) : undefined;
    if (ofWal) log.warn(ofWal);
    if (inputs.strategy === 'in-place') await requireContentsReplaceable(server, session);
    else if (phase.brings) requireReplaceable(observed, { stopsTraffic: stopsTraffic(traffic) });
    if (inputs.strategy === 'swap' && phase.restores) await requireRestorableBeside(server);
    const source = inputs.backup && (await nameOfSource(inputs.backup, { ...inputs, signal }));
    const folder = folderOf(server, context.rollbackId);
    const takes = inputs.backup && (await checkSource(inputs.backup, server, folder, { ...inputs, signal }));
    const before =
      phase.brings === 'backup' && inputs.strategy === 'swap'
        ? switchedBefore(
            observed,
            { id: context.rollbackId, run, deployedAt: inputs.deployedAt },
            phase.restores ? source : undefined,
          )
        : undefined;
    const foreseen =
      inputs.backup && phase.restores && !before
        ? await preview({ server, session, accepts, log }, previewed(inputs, context, server))
        : '';
    // What is planned is not over before it is done, also where it is restored now and switched later.
    if (phase.brings === 'backup') {
      const step = inputs.strategy === 'in-place' ? 'restore in place' : 'switch';
      const to = source === undefined ? {} : { to: source };
      context.record({ ...databaseSubject(server), step, status: 'planned', ...to });
    }
    const bytes = await readDatabaseSize(session, observed);
    const plan = planOf(observed, { ...inputs, source, bytes, run, accepts, before });
    return [plan, takes, foreseen].filter(Boolean).join(' ');
  } finally {
    await session.close();
  }
}

const previewed = (inputs: Inputs, context: Context, server: Server): Parameters<typeof preview>[1] => ({
  source: inputs.backup as string,
  sha256: inputs.backupSha256,
  snapshot: inputs.snapshot,
  counts: !context.step?.continuesAtOnce,
  s3Endpoint: inputs.s3Endpoint,
  directory: folderOf(server, context.rollbackId),
  log: context.log,
  signal: context.signal,
  way: inputs.strategy === 'in-place' ? 'in-place' : inputs.phase === 'prepare' ? 'prepare' : 'swap',
  of: inputs.backupDatabase ?? server.database,
  maxDataLoss: inputs.maxDataLoss,
});

async function carryOut(inputs: Inputs, task: Task, session: Session, folder: string): Promise<Done> {
  const { phase, keep, strategy } = inputs;
  if (phase === 'switch') return switchOnly(task, session, { keep, maxDataLoss: inputs.maxDataLoss });
  if (phase === 'undo') return undo(task, session);
  if (phase === 'clean') return clean(task, session, keep);
  const request = await requestOf(inputs, task, session, folder);
  if (strategy === 'in-place') {
    const dump = inputs.safetyDump ?? join(dirname(folder), `safety-dump-${task.id}.dump`);
    return rollBackInPlace(task, session, request, dump);
  }
  return (phase === 'prepare' ? prepareOnly : all)(task, session, request);
}

/** A repair, or what it would do: a restore beside the live database is made for that too, and only one can be at it. */
async function repaired(
  inputs: Inputs,
  given: { server: Server; traffic: Traffic; folder: string; warnings: readonly string[] },
  context: Context,
): Promise<Outcome> {
  const { server, traffic, folder, warnings } = given;
  const { dryRun, step, rollbackId, accepts, signal } = context;
  const cleanedUp = dryRun ? () => {} : context.registerCleanup();
  const task = taskOf(server, traffic, context, { ...inputs, resume: dryRun || inputs.resume });
  const sources = [inputs.backup, inputs.after].filter((source) => source !== undefined);
  const check = (source: string) => checkSource(source, server, folder, { ...inputs, signal });
  const { foresee, repair } = await import('../database/repair/phases.ts');
  const report = await withLock(server, { id: rollbackId, accepts, inPlace: false }, (session) =>
    dryRun && (step?.continuesAtOnce || sources.some(isManaged)) && PHASES[inputs.phase].restores
      ? foresee(task, session, inputs.tables, sources, check)
      : repair(task, session, phaseRequestOf(inputs, task, session, folder), dryRun),
  );
  if (dryRun && inputs.phase !== 'clean')
    context.record({ ...databaseSubject(server), step: 'repair', status: 'planned' });
  if (inputs.resume) cleanedUp();
  return outcomeOfRepair(report, server.database, warnings);
}

const phaseRequestOf = (inputs: Inputs, task: Task, session: Session, folder: string): PhaseRequest => ({
  ...inputs,
  options: repairOptionsOf(inputs),
  request: async () => {
    const { after } = inputs;
    const request = await requestOf(inputs, task, session, folder);
    const other = after && { ...inputs, backup: after, backupSha256: undefined, snapshot: undefined };
    const second = other ? await requestOf(other, task, session, folderOfAfter(folder)) : undefined;
    return { ...request, options: repairOptionsOf(inputs), after: second };
  },
});

async function requestOf(
  inputs: Inputs,
  { server, signal }: Task,
  session: Session,
  directory: string,
): Promise<Request> {
  const source = inputs.backup as string;
  return {
    source: await nameOfSource(source, { ...inputs, signal }),
    fetch: async (task) => {
      const { log, progress } = task;
      const options = { ...inputs, source, sha256: inputs.backupSha256, directory, log, progress, signal };
      // What is restored beside the live database proves itself there; in place it must be known to be whole before.
      const readOnce = inputs.strategy !== 'in-place';
      const backup = await obtainBackup(task, {
        ...options,
        readOnce,
        ...(await describeServer(session)),
      });
      const expected = await snapshotOf(inputs.snapshot, options);
      return { backup: withTimeOf(backup, expected, inputs.backupDatabase ?? server.database), expected };
    },
    jobs: inputs.jobs,
    of: inputs.backupDatabase ?? server.database,
    maxDataLoss: inputs.maxDataLoss,
    keep: inputs.keep,
  };
}

import { ActionError, messageOf } from '../base/errors.ts';
import { type CaptureOptions, captureSnapshot } from '../domain/snapshots/capture.ts';
import { UNREAD } from '../domain/snapshots/read-tables.ts';
import { HEAD, type Snapshot } from '../domain/snapshots/snapshot.ts';
import { nameOf } from '../domain/snapshots/tables.ts';
import type { Server } from '../systems/postgres/session.ts';
import type { Backup } from './backup/backup.ts';
import { whileOpen } from './closed.ts';
import {
  type DatabaseParts,
  emptyConcern,
  lackingConcern,
  partsConcern,
  tablesLeftOut,
  unknownConcern,
} from './concerns.ts';
import { endHolders } from './holders.ts';
import { type DataLoss, dataLoss, describeLoss, secondsBetween, unknownLoss } from './loss.ts';
import { type Restore, step, type Task } from './task.ts';
import { oddities, requireAnything, requireExpected, requireVerified } from './verify.ts';

/**
 * Reads both databases whole, so that everything that is said about them comes from one reading.
 *
 * @param seconds that the comparison row by row may take
 * @param original what was live before the first of several rollbacks, where the live database is what one of them restored
 */
export async function verifySide(
  task: Task,
  { server: reader, name }: { server: Server; name: string },
  { backup, expected, jobs }: Restore,
  seconds: number,
  original?: string,
): Promise<{ loss: DataLoss; tables: number }> {
  const { server, signal, log } = task;
  const begun = performance.now();
  // A snapshot of the backup was taken on another server, maybe; else the databases here are compared with one another alone.
  const hashing = { quick: expected === undefined, version: expected?.version ?? HEAD.version };
  const readBoth = async () => {
    const options = { jobs: Math.max(1, Math.floor(jobs / 2)), signal, ...hashing };
    const [before, after] = await Promise.all([
      liveState(task, options),
      captureSnapshot(reader, name, options),
    ]);
    if (typeof before === 'string') requireAnything(after);
    else requireVerified(before, after, expected);
    if (typeof before === 'string' && expected) requireExpected(after, expected, 'nothing was changed');
    return [before, after] as const;
  };
  const [live, restored] = await step(
    task,
    'verify',
    readBoth,
    ([, after]) =>
      `${after.tables.length} tables are restored${expected ? ', row for row what the snapshot of the backup says' : ''}`,
  );
  const pace = paceOf(restored, (performance.now() - begun) / 1000);
  if (typeof live !== 'string')
    for (const sentence of await reader.use(name, (side) => oddities(side, live, restored)))
      log.warn(sentence);
  const both = { server, reader, side: name, signal, seconds, pace };
  const counted = async () => {
    const ofLive = await lossOf(both, live, restored, backup);
    return original === undefined
      ? ofLive
      : lossOfOriginal(task, both, original, { ofLive, restored, backup, options: { jobs, ...hashing } });
  };
  const loss = await step(task, 'data loss', counted, describeLoss);
  for (const { reason } of loss.concerns ?? []) log.warn(`The switch needs your consent: ${reason}.`);
  return { loss, tables: restored.tables.length };
}

/** The state of the live database, or why it is unknown: a broken one must not keep a rollback from going on. */
async function liveState(
  task: Task,
  options: Parameters<typeof captureSnapshot>[2],
): Promise<Snapshot | string> {
  const { server, signal } = task;
  try {
    await endHolders(task);
    return await captureSnapshot(server, server.database, { ...options, lenient: true });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ActionError)) throw error;
    return messageOf(error);
  }
}

/** What users last wrote is not in the live database: the loss is that of both, told by tables of the one that they wrote to. */
async function lossOfOriginal(
  { server, signal }: Task,
  both: Parameters<typeof dataLoss>[0],
  original: string,
  {
    ofLive,
    restored,
    backup,
    options,
  }: {
    ofLive: DataLoss;
    restored: Snapshot;
    backup: Backup;
    /** Its rows are hashed as those of the restored one are. */
    options: Pick<CaptureOptions, 'jobs' | 'quick' | 'version'>;
  },
): Promise<DataLoss> {
  const loss = await whileOpen(server, original, async () => {
    const state = await captureSnapshot(server, original, { ...options, signal, lenient: true }).catch(
      (error: unknown) => {
        signal.throwIfAborted();
        if (!(error instanceof ActionError)) throw error;
        return messageOf(error);
      },
    );
    return lossOf({ ...both, server: server.withDatabase(original) }, state, restored, backup);
  });
  const concerns = [...(ofLive.concerns ?? []), ...(loss.concerns ?? [])].filter(
    ({ reason }, at, all) => all.findIndex((other) => other.reason === reason) === at,
  );
  return { ...loss, against: original, ...(concerns.length > 0 && { concerns }) };
}

async function lossOf(
  both: Parameters<typeof dataLoss>[0],
  live: Snapshot | string,
  restored: Snapshot,
  backup: Backup,
): Promise<DataLoss> {
  const { server } = both;
  if (typeof live === 'string') {
    const measuredAt = new Date().toISOString();
    const { takenAt, takenBetween } = backup;
    const base = {
      backupTime: takenAt ?? null,
      ...(takenBetween && { backupBetween: takenBetween }),
      measuredAt,
    };
    return unknownLoss(base, secondsBetween(backup.takenAt, measuredAt), live);
  }
  const unread = live.told.filter(({ kind }) => kind === UNREAD);
  const restoredRows = new Map(restored.tables.map((table) => [nameOf(table), table.rows]));
  const emptied = live.tables.filter(
    (table) => table.rows !== '0' && (restoredRows.get(nameOf(table)) ?? '0') === '0',
  );
  const leftOut = backup.hasData ? await tablesLeftOut(server, backup, emptied) : [];
  const loss = await dataLoss(both, live, restored, backup, new Set(leftOut.map(nameOf)));
  const concerns = [
    ...(loss.concerns ?? []),
    ...emptyConcern(backup),
    ...lackingConcern(leftOut),
    ...partsConcern(backup, livePartsIn(live, restored)),
    ...unread.map(({ name, because: reason }) => unknownConcern(`${name} could not be read (${reason})`)),
  ];
  const ofUnread = new Set(unread.map(({ name }) => name));
  return {
    ...loss,
    ...(loss.tables && { tables: loss.tables.filter(({ table }) => !ofUnread.has(table)) }),
    ...(concerns.length > 0 && { concerns }),
  };
}

/** Keys of extensions' tables are in both. */
function livePartsIn({ tables, largeObjects }: Snapshot, restored: Snapshot): DatabaseParts {
  const keyless = new Set(restored.tables.filter(({ key }) => key.length === 0).map(nameOf));
  return {
    hasKeys: tables.some((table) => table.key.length > 0 && keyless.has(nameOf(table))),
    largeObjects: Number(largeObjects.count),
  };
}

/** Comparing two tables row by row reads them in small parts, which takes about twice as long as reading them whole. */
const paceOf = ({ tables }: Snapshot, seconds: number): number =>
  tables.reduce((sum, { rows }) => sum + Number(rows), 0) / (2 * seconds);

import { ActionError, messageOf } from '../runner/errors.ts';
import { captureSnapshot, UNREAD } from '../systems/postgres/integrity/capture.ts';
import type { Snapshot } from '../systems/postgres/integrity/snapshot.ts';
import { nameOf } from '../systems/postgres/integrity/tables.ts';
import type { Server } from '../systems/postgres/session.ts';
import type { Backup } from './backup/backup.ts';
import { emptyConcern, lackingConcern, tablesLeftOut, unknownConcern } from './concerns.ts';
import { endHolders } from './holders.ts';
import { type DataLoss, dataLoss, describeLoss, secondsBetween, unknownLoss } from './loss.ts';
import { type Restore, step, type Task } from './task.ts';
import { oddities, requireAnything, requireExpected, requireVerified } from './verify.ts';

/** Reads both databases whole, so that what is told of the one and of the other is of one reading. */
export async function verifySide(
  task: Task,
  { server: reader, name }: { server: Server; name: string },
  { backup, expected, jobs }: Restore,
  seconds: number,
): Promise<{ loss: DataLoss; tables: number }> {
  const { server, signal, log } = task;
  const begun = performance.now();
  const [live, restored] = await step(
    task,
    'verify',
    async () => {
      // A snapshot of the backup was taken on another server, maybe; else the two are compared with each other alone.
      const quick = expected === undefined;
      const options = { jobs: Math.max(1, Math.floor(jobs / 2)), signal, quick };
      const [before, after] = await Promise.all([
        liveState(task, options),
        captureSnapshot(reader, name, options),
      ]);
      if (typeof before === 'string') requireAnything(after);
      else requireVerified(before, after, expected);
      if (typeof before === 'string' && expected) requireExpected(after, expected, 'nothing was changed');
      return [before, after] as const;
    },
    ([, after]) =>
      `${after.tables.length} tables are restored${expected ? ', row for row what the snapshot of the backup says' : ''}`,
  );
  const pace = paceOf(restored, (performance.now() - begun) / 1000);
  if (typeof live !== 'string')
    for (const sentence of await reader.use(name, (side) => oddities(side, live, restored)))
      log.warn(sentence);
  const both = { server, reader, side: name, signal, seconds, pace };
  const loss = await step(task, 'data loss', () => lossOf(task, both, live, restored, backup), describeLoss);
  for (const { reason } of loss.concerns ?? []) log.warn(`Not done unasked: ${reason}.`);
  return { loss, tables: restored.tables.length };
}

/** The state of the live database, or why it can't be told: an ill one must not keep anybody from going back. */
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

async function lossOf(
  { server }: Task,
  both: Parameters<typeof dataLoss>[0],
  live: Snapshot | string,
  restored: Snapshot,
  backup: Backup,
): Promise<DataLoss> {
  if (typeof live === 'string') {
    const measuredAt = new Date().toISOString();
    const backupTime = backup.takenAt ?? null;
    return unknownLoss({ backupTime, measuredAt }, secondsBetween(backup.takenAt, measuredAt), live);
  }
  const unread = live.told.filter(({ kind }) => kind === UNREAD);
  const restoredRows = new Map(restored.tables.map((table) => [nameOf(table), table.rows]));
  const emptied = live.tables.filter(
    (table) => table.rows !== '0' && (restoredRows.get(nameOf(table)) ?? '0') === '0',
  );
  const leftOut = backup.hasData ? await tablesLeftOut(server, backup, emptied) : [];
  const loss = await dataLoss(both, live, restored, backup.takenAt, new Set(leftOut.map(nameOf)));
  const concerns = [
    ...(loss.concerns ?? []),
    ...emptyConcern(backup),
    ...lackingConcern(leftOut),
    ...unread.map(({ name, because }) => unknownConcern(`${name} could not be read (${because})`)),
  ];
  const ofUnread = new Set(unread.map(({ name }) => name));
  return {
    ...loss,
    ...(loss.tables && { tables: loss.tables.filter(({ table }) => !ofUnread.has(table)) }),
    ...(concerns.length > 0 && { concerns }),
  };
}

/** Comparing two tables row by row reads them in small parts, which takes about twice as long as reading them whole. */
const paceOf = ({ tables }: Snapshot, seconds: number): number =>
  tables.reduce((sum, { rows }) => sum + Number(rows), 0) / (2 * seconds);

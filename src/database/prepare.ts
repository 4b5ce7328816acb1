import { ActionError, messageOf } from '../runner/errors.ts';
import { redact } from '../runner/redact.ts';
import { captureSnapshot } from '../systems/postgres/integrity/capture.ts';
import type { Snapshot } from '../systems/postgres/integrity/snapshot.ts';
import type { Session } from '../systems/postgres/session.ts';
import type { Backup } from './backup/backup.ts';
import { restoreBackup } from './backup/restore.ts';
import { requireReplaceable, warningsOf } from './blockers.ts';
import { dropAll } from './leftovers.ts';
import { type DataLoss, dataLoss, describeLoss } from './loss.ts';
import type { Note } from './note.ts';
import { type Database, type Observed, observe } from './observe.ts';
import { propertyStatements, readProperties } from './properties.ts';
import { annotate, createSide, discard } from './side.ts';
import { step, type Task } from './task.ts';
import { drains } from './traffic.ts';
import { oddities, requireVerified } from './verify.ts';

/** A side database that may take the live one's place. */
export interface Side {
  readonly database: Database;
  readonly loss: DataLoss;
  readonly tables: number;
}

/** What a restore takes besides the task. */
export interface Restore {
  readonly backup: Backup;
  /** What the backup's database was when it was dumped, where somebody captured it then. */
  readonly expected: Snapshot | undefined;
  readonly jobs: number;
}

/**
 * Restores a backup into a database beside the live one and verifies it there. The live database is only read.
 *
 * A side database of the same backup that an earlier run has verified is taken as it is; what earlier runs have left
 * unfinished is dropped.
 */
export async function prepare(task: Task, session: Session, restore: Restore): Promise<Side> {
  const { server, log } = task;
  const observed = await observe(session, server.database);
  requireReplaceable(observed, { drains: drains(task.traffic) });
  for (const warning of warningsOf(observed)) log.warn(warning);
  const ready = verifiedSide(observed, restore.backup);
  if (ready) {
    log.info(`✓ "${ready.database.name}" was restored and verified at ${ready.database.note?.at} already`);
    return ready;
  }
  await dropUnfinished(task, session, observed);
  const note = noteOf(task, restore.backup);
  const name = await step(
    task,
    'create side database',
    () => createSide(session, observed.live, note),
    (made) => `"${made}" is made beside the live database`,
  );
  try {
    await requireProperties(session, observed.live, await databaseOf(session, server.database, name));
    const begun = performance.now();
    await step(
      task,
      'restore',
      () => fill(task, name, restore),
      () => `The backup is restored into "${name}"`,
    );
    await annotate(session, name, { ...note, state: 'restored' });
    const { loss, tables } = await verify(task, name, restore, lossSeconds(performance.now() - begun));
    await annotate(session, name, { ...note, state: 'verified', at: new Date().toISOString(), loss, tables });
    return { database: await databaseOf(session, server.database, name), loss, tables };
  } catch (error) {
    // It is of no use to anybody; a run that is cancelled leaves it to the next one.
    if (!task.signal.aborted)
      await discard(server, session, name).catch((left) =>
        log.warn(
          `"${name}" is of no use and could not be dropped (the next run, or phase \`clean\`, does it): ${messageOf(left)}`,
        ),
      );
    throw error;
  }
}

/** The loss is worth a quarter of the time of the restore, and two seconds in any case: users are waiting. */
const lossSeconds = (restoreMilliseconds: number): number => Math.max(2, restoreMilliseconds / 4000);

/** The newest side database that was verified, of a certain backup or of any. Pure. */
export function verifiedSide({ ours }: Observed, backup?: Backup): Side | undefined {
  const database = ours.find(
    ({ note }) =>
      note?.role === 'side' && note.state === 'verified' && (backup === undefined || isOf(note, backup)),
  );
  if (!database) return undefined;
  const { loss, tables } = database.note as Note;
  return { database, loss: loss as DataLoss, tables: tables ?? 0 };
}

/** Of a folder nobody knows whether it is still the same; a point in time always is. */
function isOf(note: Note, { source, sha256, takenAtFrom }: Backup): boolean {
  return sha256 === undefined
    ? takenAtFrom === 'point in time' && note.backup === redact(source)
    : note.sha256 === sha256;
}

async function dropUnfinished(task: Task, session: Session, { ours }: Observed): Promise<void> {
  const sides = ours.filter(({ note }) => note?.role === 'side');
  if (sides.length === 0) return;
  const names = sides.map(({ name }) => `"${name}"`).join(', ');
  await step(
    task,
    'drop unfinished',
    () => dropAll(session, sides),
    () => `What an earlier run left is dropped: ${names}`,
  );
}

async function databaseOf(session: Session, live: string, name: string): Promise<Database> {
  const { ours } = await observe(session, live);
  return ours.find((database) => database.name === name) as Database;
}

/** Tries, and takes back, to give the side database all that hangs on the live one's name: at the switch it is too late. */
async function requireProperties(session: Session, live: Database, side: Database): Promise<void> {
  const [wanted, present] = [
    await readProperties(session, live.oid),
    await readProperties(session, side.oid),
  ];
  try {
    await session.run(`BEGIN; ${propertyStatements(side.name, present, wanted).join(';\n')}; ROLLBACK`);
  } catch (error) {
    await session.run('ROLLBACK');
    throw new ActionError(
      `What hangs on the database "${live.name}" (owner, grants, settings) can not be given to another one by this user; use one that may, such as its owner or a superuser: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

async function fill(
  { server, signal, log, progress }: Task,
  name: string,
  { backup, jobs }: Restore,
): Promise<void> {
  await restoreBackup(backup, { server, database: name, jobs, log, progress, signal });
  // Without statistics the first queries of the switched database would be planned blindly.
  await server.use(name, (side) => side.run('ANALYZE'));
}

/** Reads both databases whole, so that what is told of the one and of the other is of one reading. */
async function verify(
  task: Task,
  name: string,
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
        captureSnapshot(server, server.database, options),
        captureSnapshot(server, name, options),
      ]);
      requireVerified(before, after, expected);
      return [before, after] as const;
    },
    ([, after]) =>
      `${after.tables.length} tables are restored${expected ? ', row for row what the snapshot of the backup says' : ''}`,
  );
  const pace = paceOf(restored, (performance.now() - begun) / 1000);
  const odd = await server.use(name, (side) => oddities(side, live, restored));
  for (const sentence of odd) log.warn(sentence);
  const loss = await step(
    task,
    'data loss',
    () => dataLoss({ server, side: name, signal, seconds, pace }, live, restored, backup.takenAt),
    describeLoss,
    (found) => ({ evidence: { 'data-loss': found } }),
  );
  return { loss, tables: restored.tables.length };
}

/** Comparing two tables row by row reads them in small parts, which takes about twice as long as reading them whole. */
const paceOf = ({ tables }: Snapshot, seconds: number): number =>
  tables.reduce((sum, { rows }) => sum + Number(rows), 0) / (2 * seconds);

function noteOf({ server, id, run }: Task, { source, sha256 }: Backup): Note {
  const at = new Date().toISOString();
  return {
    of: server.database,
    role: 'side',
    state: 'created',
    id,
    run,
    at,
    // It stands in the database for all to read.
    backup: redact(source),
    sha256,
  };
}

import { ActionError, messageOf } from '../base/errors.ts';
import { redact } from '../base/redact.ts';
import { inAnyCase } from '../base/settled.ts';
import { quoteName } from '../systems/postgres/quote.ts';
import type { Session } from '../systems/postgres/session.ts';
import type { Backup } from './backup/backup.ts';
import { POINT_IN_TIME } from './backup/made-at.ts';
import { type Restored, restoreBackup } from './backup/restore.ts';
import { requireReplaceable, warningsOf } from './blockers.ts';
import { clockOf } from './clock.ts';
import { emptyViewsConcern, mappingsWarning } from './concerns.ts';
import { giveToOwners, type Making } from './give-to-owners.ts';
import { dropAll, originalOf } from './leftovers.ts';
import { roomForLocks } from './locks.ts';
import type { DataLoss } from './loss.ts';
import type { Note } from './note.ts';
import { type Database, type Databases, findDatabases, observeStaying } from './observe.ts';
import { type Privileges, privilegesFor } from './privileged.ts';
import {
  carryOutWherePossible,
  propertyStatements,
  readProperties,
  settingsForRestore,
  withoutValue,
} from './properties.ts';
import { makeRestoreRole, openSchema, type RestoreRole, withAllRights } from './restore-role.ts';
import { annotate, createSide, discard } from './side.ts';
import { type Restore, step, stopsTraffic, type Task } from './task.ts';
import { verifySide } from './verify-side.ts';
import { readWalKeepers, walWarning } from './wal.ts';

/** A side database that may take the live one's place. */
export interface Side {
  readonly database: Database;
  readonly loss: DataLoss;
  readonly tables: number;
}

/** Connections of the role that restores, beside those that restore and read. */
const SPARE_CONNECTIONS = 4;

/**
 * Restores a backup into a database beside the live one and verifies it there. The live database is only read.
 *
 * A side database of the same backup that an earlier run has verified is taken as it is; what earlier runs have left
 * unfinished is dropped.
 */
export async function prepare(task: Task, session: Session, restore: Restore): Promise<Side> {
  const { server, log } = task;
  const observed = await observeStaying(session, server.database, task.signal);
  requireReplaceable(observed, { stopsTraffic: stopsTraffic(task.traffic) });
  for (const warning of warningsOf(observed)) log.warn(warning);
  const ofWal = walWarning(await readWalKeepers(session));
  if (ofWal) log.warn(ofWal);
  const ready = verifiedSide(observed, restore.backup);
  if (ready) {
    log.info(`✓ "${ready.database.name}" was restored and verified at ${ready.database.note?.at} already`);
    return ready;
  }
  const ofMappings = mappingsWarning(restore.backup);
  if (ofMappings) log.warn(ofMappings);
  await dropUnfinished(task, session, observed);
  const privileges = await privilegesFor(task, restore.backup);
  const note = noteOf(task, restore.backup);
  const name = await step(
    task,
    'create side database',
    () => createSide(session, observed.live, note),
    (made) => `"${made}" is made beside the live database`,
  );
  try {
    return await fillAndVerify(task, { session, server, name }, observed, { restore, note, privileges });
  } catch (error) {
    // A failed restore is of no use; a run that is cancelled leaves it to the next one.
    if (!task.signal.aborted)
      await discard(server, session, name).catch((left) =>
        log.warn(
          `"${name}" is unusable and could not be dropped (the next run, or phase \`clean\`, does it): ${messageOf(left)}`,
        ),
      );
    throw error;
  }
}

/** Restores the backup into the side database and verifies it; its note says how far that has come. */
async function fillAndVerify(
  task: Task,
  maker: Making,
  observed: Databases,
  { restore, note, privileges }: { restore: Restore; note: Note; privileges: Privileges },
): Promise<Side> {
  const { session, server, name } = maker;
  await requireProperties(session, observed.live, await databaseOf(session, server.database, name));
  const restorer = await restorerOf(task, maker, restore.jobs, privileges);
  const begun = performance.now();
  const restored = await step(
    task,
    'restore',
    () => fill(task, name, restore, restorer, privileges),
    () => `The backup is restored into "${name}"`,
  );
  await annotate(session, name, { ...note, state: 'restored' });
  // What was restored is read by the role that restored it: a cast or an index of it may run anything.
  const { loss: ofRows, tables } = await verifySide(
    task,
    { server: restorer?.server ?? server, name },
    restore,
    lossSeconds(performance.now() - begun),
    originalOf(observed, restore.backup, await clockOf(session))?.name,
  );
  const loss = withEmptyViews(task, ofRows, restored);
  await giveToOwners(task, maker, {
    owner: observed.live.owner,
    restorer,
    restored,
    backup: restore.backup,
    privileges,
  });
  // How long ago that was, by another runner's clock.
  const at = new Date(await clockOf(session)).toISOString();
  await annotate(session, name, { ...note, state: 'verified', at, loss, tables });
  return { database: await databaseOf(session, server.database, name), loss, tables };
}

/** The role that restores; where none can be made, the user of `database-url`, with a warning. */
export async function restorerOf(
  { log }: Task,
  { session, server, name }: Making,
  jobs: number,
  { unrestricted }: Privileges,
): Promise<RestoreRole | undefined> {
  if (unrestricted) {
    log.warn(withAllRights('that was agreed to'));
    return undefined;
  }
  const made = await makeRestoreRole(session, server, {
    name,
    database: name,
    privileges: 'CONNECT, CREATE, TEMPORARY',
    connections: 2 * jobs + SPARE_CONNECTIONS,
  });
  if (typeof made === 'string') {
    log.warn(withAllRights(made));
    return undefined;
  }
  await server.use(name, (owner) => openSchema(owner, name));
  return made;
}

/** A materialized view that is empty cannot be read before it is refreshed. */
function withEmptyViews({ log }: Task, loss: DataLoss, { unrefreshed }: Restored): DataLoss {
  if (unrefreshed === undefined) return loss;
  const concern = emptyViewsConcern(unrefreshed);
  log.warn(`The switch needs your consent: ${concern.reason}. REFRESH MATERIALIZED VIEW them after it.`);
  return { ...loss, concerns: [...(loss.concerns ?? []), concern] };
}

/** The loss is worth a quarter of the time of the restore, and two seconds in any case: users are waiting. */
const lossSeconds = (restoreMilliseconds: number): number => Math.max(2, restoreMilliseconds / 4000);

/** The newest side database that was verified, of a certain backup or of any. Pure. */
export function verifiedSide({ ours }: Databases, backup?: Backup): Side | undefined {
  const database = ours.find(
    ({ note }) =>
      note?.role === 'side' && note.state === 'verified' && (backup === undefined || isOf(note, backup)),
  );
  if (!database) return undefined;
  const { loss, tables } = database.note as Note;
  return { database, loss: loss as DataLoss, tables: tables ?? 0 };
}

/** Whether a folder is still the same is unknown; a point in time always is. */
function isOf(note: Note, { source, sha256, takenAtFrom }: Backup): boolean {
  return sha256 === undefined
    ? takenAtFrom === POINT_IN_TIME && note.backup === redact(source)
    : note.sha256 === sha256;
}

async function dropUnfinished(task: Task, session: Session, { ours }: Databases): Promise<void> {
  const sides = ours.filter(({ note }) => note?.role === 'side');
  if (sides.length === 0) return;
  const names = sides.map(({ name }) => `"${name}"`).join(', ');
  await step(
    task,
    'drop unfinished',
    () => dropAll(session, sides, ours),
    () => `What an earlier run left is dropped: ${names}`,
  );
}

async function databaseOf(session: Session, live: string, name: string): Promise<Database> {
  const { ours } = await findDatabases(session, live);
  return ours.find((database) => database.name === name) as Database;
}

/**
 * Tries, and takes back, to give the side database all that hangs on the live one's name: at the switch it is too late. What
 * of it the restore needs stays.
 */
async function requireProperties(session: Session, live: Database, side: Database): Promise<void> {
  const [wanted, present] = [
    await readProperties(session, live.oid),
    await readProperties(session, side.oid),
  ];
  const statements = propertyStatements(side.name, present, wanted);
  await session.run('BEGIN');
  const refused = (
    await inAnyCase(
      () => carryOutWherePossible(session, statements),
      () => session.run('ROLLBACK'),
    )
  ).map(withoutValue);
  if (refused.length === 0) {
    const settings = settingsForRestore(side.name, wanted);
    if (settings.length > 0) await session.run(settings.join(';\n'));
    return;
  }
  const [first, ...more] = refused.map((one) => one.replace(quoteName(side.name), quoteName(live.name)));
  throw new ActionError(
    `This user cannot give the owner, grants and settings of the database "${live.name}" to another one; use its owner or a superuser: it may not ${first}${more.length > 0 ? `, nor ${more.length} more` : ''}.`,
    { details: refused },
  );
}

export async function fill(
  { server, signal, log, progress }: Task,
  name: string,
  { backup, jobs, leftOut }: Restore,
  restorer: RestoreRole | undefined,
  { unrestricted }: Privileges,
): Promise<Restored> {
  const as = restorer ? { restorer } : { unrestricted };
  const restored = await restoreBackup(backup, {
    server,
    database: name,
    ...as,
    jobs,
    ...(leftOut && { leftOut }),
    log,
    progress,
    signal,
  });
  // Without statistics the first queries of the switched database would be planned blindly.
  await (restorer?.server ?? server).use(name, analyze);
  return restored;
}

/** A partitioned table is analyzed with a lock on each of its partitions: where that would fill the server's room for locks, only they are. */
async function analyze(side: Session): Promise<void> {
  const most = Math.floor((await roomForLocks(side)) / 4);
  const [wide] = await side.query(
    `SELECT FROM pg_class c WHERE relkind = 'p' AND NOT relispartition AND (SELECT count(*) FROM pg_partition_tree(c.oid)) > ${most} LIMIT 1`,
  );
  if (!wide) return side.run('ANALYZE');
  const tables = await side.query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
     WHERE relkind IN ('r', 'm') AND relpersistence <> 't' AND nspname !~ '^pg_' AND nspname <> 'information_schema'`,
  );
  for (const { name: table } of tables) await side.run(`ANALYZE ${table}`);
}

export function noteOf({ server, id, run }: Task, { source, sha256 }: Backup): Note {
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

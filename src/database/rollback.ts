import { formatDuration } from '../base/duration.ts';
import { ActionError, messageOf } from '../base/errors.ts';
import { type Accepts, requireConsent } from '../runner/consent.ts';
import type { Session } from '../systems/postgres/session.ts';
import type { Backup } from './backup/backup.ts';
import { type Between, describeMadeAt } from './backup/made-at.ts';
import { requireReplaceable } from './blockers.ts';
import { clockOf, secondsSince } from './clock.ts';
import { ageConcern, OLD_COUNT_S, requireAccepted } from './concerns.ts';
import { switchedBefore } from './earlier-attempt.ts';
import { requireForeseen } from './forecast.ts';
import { describeBound, describeOriginals, dropAll, leftoversOf } from './leftovers.ts';
import type { DataLoss } from './loss.ts';
import type { Note } from './note.ts';
import { type Databases, findDatabases, observeStaying } from './observe.ts';
import { requireRestorableBeside } from './one-database-extensions.ts';
import { prepare, type Side, verifiedSide } from './prepare.ts';
import { switchTo } from './switch.ts';
import { type Restore, step, stopsTraffic, type Task } from './task.ts';
import { endAsEarlier, resumeAlone, resumeOwnOrAny } from './traffic.ts';
import { planUndo } from './undo.ts';

/** What a phase did. `done` false is a no-op. */
export interface Done {
  readonly done: boolean;
  readonly message: string;
  readonly downtimeSeconds?: number;
  /** The name under which the database that was live before is kept. */
  readonly previous?: string;
  /** The file with the contents before a restore in place. */
  readonly safetyDump?: string;
  readonly loss?: DataLoss;
  readonly tables?: number;
  /** The name of the restored database that waits beside the live one. */
  readonly side?: string;
}

/** What the phases `all` and `prepare` need. */
export interface Request {
  /** Where the backup is, as the user says it. */
  readonly source: string;
  /** Fetches and checks it. */
  readonly fetch: (task: Task) => Promise<Omit<Restore, 'jobs'>>;
  readonly jobs: number;
  /** The name of the database that the backup was made of. */
  readonly of: string;
  /** Seconds. */
  readonly maxDataLoss: number | undefined;
  /** Replaced databases that stay. */
  readonly keep: number;
}

/** The whole rollback: prepared beside the live database, then switched. */
export async function all(task: Task, session: Session, request: Request): Promise<Done> {
  const already = await switchedAlready(
    task,
    await findDatabases(session, task.server.database),
    request.source,
  );
  if (already) return already;
  const side = await prepareSide(task, session, request, true);
  await requireLossAccepted(task, session, side);
  return switchSide(task, session, side, request.keep);
}

/** The first half: everything that can be done while the live database goes on. */
export async function prepareOnly(task: Task, session: Session, request: Request): Promise<Done> {
  const already = await switchedAlready(
    task,
    await findDatabases(session, task.server.database),
    request.source,
  );
  if (already) return already;
  const { database, loss, tables } = await prepareSide(task, session, request);
  const message = `"${database.name}" is ready to take the place of "${task.server.database}"; phase \`switch\` does it, phase \`clean\` removes it.`;
  return { done: true, message, loss, tables, side: database.name };
}

/** The second half. @throws ActionError where nothing is prepared */
export async function switchOnly(
  task: Task,
  session: Session,
  { keep, maxDataLoss }: Pick<Request, 'keep' | 'maxDataLoss'>,
): Promise<Done> {
  const databases = await findDatabases(session, task.server.database);
  const already = await switchedAlready(task, databases);
  if (already) return already;
  const side = verifiedSide(databases);
  if (!side) {
    throw new ActionError(
      `No verified database is beside "${databases.live.name}"; run the phase \`prepare\` first.`,
    );
  }
  const { backupTime, backupBetween } = side.loss;
  const madeAt = { takenAt: backupTime ?? undefined, takenBetween: backupBetween };
  await requireAge(session, madeAt, maxDataLoss, task.accepts);
  await requireLossAccepted(task, session, side);
  task.log.info(
    `✓ "${side.database.name}" was restored from ${side.database.note?.backup} and verified at ${side.database.note?.at}`,
  );
  return switchSide(task, session, side, keep);
}

/** Brings the replaced database back. */
export async function undo(task: Task, session: Session): Promise<Done> {
  const plan = planUndo(await findDatabases(session, task.server.database), task.run);
  if (plan.action === 'nothing') {
    return resumeAlone(task, `Nothing to undo: ${plan.reason}.`);
  }
  const switched = await switchTo(task, session, plan.to, { what: 'undone', role: 'undone' });
  const message = `"${task.server.database}" is what it was before the rollback again; no client could connect for ${switched.downtimeSeconds.toFixed(2)} s, and what was written since is in "${switched.previous}".`;
  return { done: true, message, ...switched };
}

export async function resume(task: Task): Promise<Done> {
  const given = await resumeOwnOrAny(task);
  return given.length > 0
    ? { done: true, message: `Traffic is resumed: ${given.join(', ')}.` }
    : { done: false, message: 'Nothing to resume: no traffic is paused.' };
}

/** Removes what rollbacks have left and is not needed any more. */
export async function clean(task: Task, session: Session, keep: number): Promise<Done> {
  const databases = await findDatabases(session, task.server.database);
  const leftovers = leftoversOf(databases, keep, task.accepts).map(({ database }) => database);
  if (leftovers.length === 0)
    return {
      done: false,
      message: `Nothing to clean: rollbacks have left no database beside what \`keep\` says${describeOriginals(databases)}.`,
    };
  const bound = await step(
    task,
    'clean',
    () => dropAll(session, leftovers, databases.ours),
    (stay) => `${leftovers.length - stay.length} databases are dropped`,
  );
  if (bound.length > 0) throw new ActionError(`Not everything is cleaned: ${describeBound(bound)}.`);
  return { done: true, message: `Cleaned: ${leftovers.map(({ name }) => `"${name}"`).join(', ')} dropped.` };
}

/** A run that was killed after its switch has nothing left to do but to resume traffic. */
async function switchedAlready(task: Task, databases: Databases, source?: string): Promise<Done | undefined> {
  const replaced = switchedBefore(databases, task, source);
  if (!replaced) return undefined;
  const { note, name } = replaced;
  const message = `"${databases.live.name}" was switched by this run at ${note.at} already; what it was is kept as "${name}", and what was written since stays.`;
  const loss = note.loss as DataLoss | undefined;
  const lost = loss && { 'data-loss': loss };
  const ended = await endAsEarlier(task, 'switch', message, { earlier: note.at, ...lost });
  return { ...ended, previous: name, ...(loss && { loss }) };
}

/** @throws ActionError where the switch would take away what no consent was given for; what was restored stays */
async function requireLossAccepted(
  { accepts, log }: Task,
  session: Session,
  { database, loss }: Side,
): Promise<void> {
  const consequence = `nothing was switched, and "${database.name}" waits beside the live database for the phase \`switch\``;
  const seconds = await secondsSince((database.note as Note).at, session);
  const concerns = [...(loss.concerns ?? []), ...ageConcern(seconds)];
  if (seconds > OLD_COUNT_S)
    log.warn(
      `What would be lost was counted ${formatDuration(seconds)} ago, and what was written since goes too; clean and prepare again to count it.`,
    );
  requireAccepted(concerns, accepts, consequence);
}

/** @param switches whether the switch follows at once, so that what is known to be refused then is refused now */
async function prepareSide(task: Task, session: Session, request: Request, switches = false): Promise<Side> {
  const observed = await observeStaying(session, task.server.database, task.signal);
  // Before the backup is fetched, which may take long.
  requireReplaceable(observed, { stopsTraffic: stopsTraffic(task.traffic) });
  await requireRestorableBeside(task.server);
  const fetched = await step(
    task,
    'fetch',
    () => request.fetch(task),
    ({ backup }) => `The backup is fetched: ${describeBackup(backup)}`,
  );
  await requireRightBackup(session, fetched.backup, request, task.accepts);
  await requireForeseen(task, fetched.backup, switches ? 'swap' : 'prepare');
  return prepare(task, session, { ...fetched, jobs: request.jobs });
}

/** @throws ActionError where the backup is of another database or older than is allowed */
export async function requireRightBackup(
  session: Session,
  backup: Backup,
  { of, maxDataLoss }: Pick<Request, 'of' | 'maxDataLoss'>,
  accepts: Accepts,
): Promise<void> {
  if (backup.database !== undefined && backup.database !== of) {
    throw new ActionError(
      `The backup is of the database "${backup.database}", not of "${of}"; nothing was changed. Where that is meant, say \`backup-database: ${backup.database}\`.`,
    );
  }
  await requireAge(session, backup, maxDataLoss, accepts);
}

/** @throws ActionError where a backup is older than is allowed, or may be */
async function requireAge(
  session: Session,
  { takenAt, takenBetween }: { takenAt: string | undefined; takenBetween?: Between | undefined },
  maxDataLoss: number | undefined,
  accepts: Accepts,
): Promise<void> {
  if (maxDataLoss === undefined) return;
  const now = await clockOf(session);
  const age = (time: string) => Math.round((now - Date.parse(time)) / 1000);
  const latest = takenAt ?? takenBetween?.latest;
  if (latest !== undefined && age(latest) > maxDataLoss) {
    const atLeast = takenAt === undefined ? 'at least ' : '';
    throw new ActionError(
      `The backup is of ${latest}${takenAt === undefined ? ' at the latest' : ''}, ${atLeast}${age(latest)} s ago, and \`max-data-loss\` allows ${maxDataLoss} s; nothing was changed. Take a newer backup, or allow more.`,
    );
  }
  const earliest = takenAt ?? takenBetween?.earliest;
  if (earliest !== undefined && age(earliest) <= maxDataLoss) return;
  const known = takenBetween
    ? `it was ${describeMadeAt({ takenAt, takenAtFrom: undefined, takenBetween })}`
    : 'nothing tells it, or it lies in the future';
  requireConsent(
    accepts,
    'unknown',
    `The time of the backup is unknown (${known}), so \`max-data-loss\` cannot be enforced; nothing was changed. A snapshot beside the backup (verify-integrity) tells it`,
  );
}

const describeBackup = (backup: Backup): string =>
  `${backup.form}, ${(backup.bytes / 1e6).toFixed(1)} MB, ${backup.tables} tables, ${describeMadeAt(backup)}`;

async function switchSide(task: Task, session: Session, side: Side, keep: number): Promise<Done> {
  const { loss, tables } = side;
  const switched = await switchTo(task, session, side.database, { what: 'old', role: 'replaced' });
  // The switch is done: that others stay longer, or that the run is cancelled now, makes it no failure.
  await dropOlder(task, session, keep).catch((error) =>
    task.log.warn(
      `Replaced databases beyond \`keep\` could not be dropped (phase \`clean\` does it): ${messageOf(error)}`,
    ),
  );
  const message = `"${task.server.database}" is back at its backup; no client could connect for ${switched.downtimeSeconds.toFixed(2)} s, and what it was is kept as "${switched.previous}" (phase \`undo\` brings it back).`;
  return { done: true, message, ...switched, loss, tables };
}

/** Replaced databases of earlier rollbacks go; one that has to stay is not a failure. */
async function dropOlder(task: Task, session: Session, keep: number): Promise<void> {
  const found = await findDatabases(session, task.server.database);
  const replaced = leftoversOf(found, keep).filter(({ database }) => database.note?.role === 'replaced');
  if (replaced.length === 0) return;
  const databases = replaced.map(({ database }) => database);
  const bound = await step(
    task,
    'drop older',
    () => dropAll(session, databases, found.ours),
    (stay) => `${databases.length - stay.length} replaced databases beyond \`keep\` are dropped`,
  );
  if (bound.length > 0) task.log.warn(`Of the replaced databases ${describeBound(bound)}.`);
}

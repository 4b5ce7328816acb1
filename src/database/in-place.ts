import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import { ActionError, messageOf } from '../base/errors.ts';
import { redact } from '../base/redact.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { WAITS } from '../base/waits.ts';
import { captureSnapshot } from '../domain/snapshots/capture.ts';
import { tablesOf } from '../domain/snapshots/tables.ts';
import { requireConsent } from '../runner/consent.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import { chooseDump, toolsNamed } from '../systems/postgres/tools.ts';
import type { Backup } from './backup/backup.ts';
import { foreignContents } from './backup/clear.ts';
import { dumpDatabase } from './backup/dump.ts';
import { restoreInPlace } from './backup/in-place.ts';
import { deniedOf } from './backup/ownership.ts';
import { describeClient, requireReplaceableInPlace } from './blockers.ts';
import { mappingsWarning, requireAccepted } from './concerns.ts';
import { isOfThisDeploy } from './earlier-attempt.ts';
import { requireForeseen } from './forecast.ts';
import { findDatabases, observe } from './observe.ts';
import { makeLast, type Privileges, privilegesFor } from './privileged.ts';
import { type RestoredNote, restoredNoteIn, writeRestoredNote } from './restored-note.ts';
import { type Done, type Request, requireRightBackup } from './rollback.ts';
import { type Restore, step, type Task } from './task.ts';
import { endAsEarlier, requireStillPaused, whilePaused } from './traffic.ts';
import { requireExpected } from './verify.ts';
import { readWalKeepers, walWarning } from './wal.ts';

/**
 * For a server without room for two copies: dumps the live database, reads the dump once more, then replaces the contents in
 * one transaction. Any failure leaves the contents as they were.
 */
export async function rollBackInPlace(
  task: Task,
  session: Session,
  request: Request,
  safetyDump: string,
): Promise<Done> {
  const { server } = task;
  const earlier = await restoredBefore(task, session, request.source);
  if (earlier?.restored === 'verified') return restoredAlready(task, earlier);
  if (earlier) return verifyAgain(task, session, request, earlier);
  // All that can refuse comes before traffic is held.
  await requireContentsReplaceable(server, session);
  const ofWal = walWarning(await readWalKeepers(session));
  if (ofWal) task.log.warn(ofWal);
  chooseDump(await toolsNamed('pg_dump'), { server: Math.floor(session.version / 10000) });
  const fetched = await step(
    task,
    'fetch',
    () => request.fetch(task),
    () => 'The backup is fetched and whole',
  );
  await requireRightBackup(session, fetched.backup, request, task.accepts);
  await requireForeseen(task, fetched.backup, 'in-place');
  const privileges = await privilegesFor(task, fetched.backup);
  await requireExtensions(task, fetched.backup);
  const ofMappings = mappingsWarning(fetched.backup);
  if (ofMappings) task.log.warn(ofMappings);
  return whilePaused(task, async () => {
    await requireContentsReplaceable(server, session);
    return replace(
      task,
      session,
      { ...fetched, jobs: request.jobs },
      { safetyDump: unused(safetyDump), privileges, source: request.source },
    );
  });
}

/**
 * What an earlier attempt of this run has restored: to do that again would destroy what was written since.
 *
 * @throws ActionError where there was an earlier attempt and it had no right to leave a note
 */
async function restoredBefore(
  task: Task,
  session: Session,
  source: string,
): Promise<RestoredNote | undefined> {
  const { server, accepts } = task;
  const { live } = await findDatabases(session, server.database);
  const note = restoredNoteIn(live.comment);
  if (note && isOfThisDeploy(note, task) && note.backup === redact(source)) return note;
  if (Number(process.env.GITHUB_RUN_ATTEMPT ?? 1) === 1) return undefined;
  const { role } = await observe(session, server.database);
  if (!role.owner) {
    requireConsent(
      accepts,
      'unknown',
      `Whether an earlier attempt of this run has replaced the contents of "${live.name}" is unknown, as "${role.name}" does not own the database and could leave no note on it, and to replace them again would destroy what was written since; nothing was changed`,
    );
  }
  return undefined;
}

/** A run that is started again after its restore has nothing left to do but to resume traffic. */
async function restoredAlready(task: Task, { at, safetyDump, downtimeSeconds }: RestoredNote): Promise<Done> {
  const message = `The contents of "${task.server.database}" were replaced by this run at ${at} already, and what was written since stays; what they were is in ${safetyDump} where that attempt ran.`;
  const ended = await endAsEarlier(task, 'restore in place', message, { earlier: at });
  return { ...ended, downtimeSeconds, safetyDump };
}

/** What was restored and not verified, as its run died or found something else, is verified before it counts. */
async function verifyAgain(
  task: Task,
  session: Session,
  request: Request,
  note: RestoredNote,
): Promise<Done> {
  const { server } = task;
  const { backup, expected } = await request.fetch(task);
  for (const sentence of await makeLast(server, server.database, (await privilegesFor(task, backup)).last))
    task.log.warn(sentence);
  await verify(task, { backup, expected, jobs: request.jobs }, note.safetyDump);
  await writeRestoredNote(session, server.database, { ...note, restored: 'verified' });
  return restoredAlready(task, note);
}

/** Checked now, because what a backup needs and this user may not create would otherwise fail only once traffic is held. */
async function requireExtensions({ server, accepts }: Task, backup: Backup): Promise<void> {
  const denied = await server.use(server.database, (session) =>
    deniedOf(
      session,
      backup.extensions.map(({ name }) => name),
    ),
  );
  if (denied.length === 0) return;
  const reason = `the backup needs ${denied.map((name) => `the extension "${name}"`).join(', ')}, which is not there and which "${server.user}" may not create: it would be left out`;
  requireAccepted([{ word: 'rights', tables: [], reason }], accepts, 'nothing was changed');
}

/** @throws ActionError naming what keeps the contents from being replaced */
export async function requireContentsReplaceable(server: Server, session: Session): Promise<void> {
  const foreign = await server.use(server.database, foreignContents);
  requireReplaceableInPlace(await observe(session, server.database), foreign);
}

async function replace(
  task: Task,
  session: Session,
  restore: Restore,
  { safetyDump, privileges, source }: { safetyDump: string; privileges: Privileges; source: string },
): Promise<Done> {
  const { server, log, progress, signal, run } = task;
  const { database } = server;
  await step(
    task,
    'safety dump',
    () =>
      dumpDatabase(server, database, safetyDump, { signal }).catch((error) =>
        explained(error, session, database),
      ),
    () => `The live database is dumped to ${safetyDump}, and the dump is whole`,
  );
  // What was written since the dump would be nowhere.
  await requireStillPaused(task);
  const tables = await server.use(database, (live) => tablesOf(live));
  const replaces = tables.filter(({ extension }) => extension === null);
  const begun = performance.now();
  await step(
    task,
    'restore in place',
    () =>
      restoreInPlace(restore.backup, {
        server,
        database,
        log,
        progress,
        signal,
        replaces,
        unrestricted: privileges.unrestricted,
      }).catch((error) => explained(error, session, database)),
    () => `The contents of "${database}" are those of the backup`,
  );
  const downtimeSeconds = (performance.now() - begun) / 1000;
  const note = { run, at: new Date().toISOString(), backup: redact(source), safetyDump, downtimeSeconds };
  const noted = await leaveNote(task, session, { ...note, restored: 'restored' });
  for (const sentence of await makeLast(server, database, privileges.last)) log.warn(sentence);
  await verify(task, restore, safetyDump);
  if (noted) await leaveNote(task, session, { ...note, restored: 'verified' });
  const message = `The contents of "${database}" are those of the backup, and it was locked for ${downtimeSeconds.toFixed(1)} s; what it held is in ${safetyDump}.`;
  return { done: true, message, downtimeSeconds, safetyDump };
}

/** The contents are replaced, whether or not that can be noted. @returns whether it could */
async function leaveNote({ server, log }: Task, session: Session, note: RestoredNote): Promise<boolean> {
  try {
    await writeRestoredNote(session, server.database, note);
    return true;
  } catch (error) {
    log.warn(
      `The contents of "${server.database}" were replaced, and that could not be noted on it (${withoutFullStop(messageOf(error))}): do not run this again, which would replace them once more.`,
    );
    return false;
  }
}

/** What is in one transaction can be read by others only after it: what is wrong then is said, never passed over. */
async function verify(task: Task, { expected, jobs }: Restore, safetyDump: string): Promise<void> {
  if (!expected) return;
  const { server, signal } = task;
  await step(
    task,
    'verify',
    async () => {
      const restored = await captureSnapshot(server, server.database, {
        jobs,
        signal,
        version: expected.version,
      });
      requireExpected(restored, expected, `it is in place, and what was there before is in ${safetyDump}`);
    },
    () => 'The contents are row for row what the snapshot of the backup says',
  );
}

async function explained(error: unknown, session: Session, database: string): Promise<never> {
  // pg_dump waits for its locks by a time limit on statements.
  if (!/due to (lock|statement) timeout/.test(messageOf(error))) throw error;
  const { clients } = await observe(session, database);
  const held = clients.slice(0, 5).map(describeClient).join('; ') || 'no session any more';
  throw new ActionError(
    `The contents of "${database}" could not be replaced, and are as they were: other sessions held them for more than ${WAITS.IN_PLACE_LOCK_MS / 1000} s (connected are ${held}); end them, or name what uses it in \`quiesce\`, and run this again.`,
    { cause: error },
  );
}

/** The dump of an earlier attempt may be the only copy of what was there before it: nothing is written over it. */
function unused(path: string): string {
  const { dir, name, ext } = parse(path);
  for (let count = 1, free = path; ; free = join(dir, `${name}-${++count}${ext}`))
    if (!existsSync(free)) return free;
}

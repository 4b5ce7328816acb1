import { ActionError, messageOf } from '../base/errors.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import type { Backup } from './backup/backup.ts';
import { notCarriedSentence, rightsToCarry } from './backup/carry-over.ts';
import { leftOutSentence } from './backup/ownership.ts';
import type { Restored } from './backup/restore.ts';
import { carryOver, type Definers, definersOf, describeOtherRights, handOver } from './hand-over.ts';
import { makeLast, type Privileges } from './privileged.ts';
import { dropRestoreRole, type RestoreRole } from './restore-role.ts';
import type { Task } from './task.ts';

/** A side database that is being made: beside which, and on which server. */
export interface Making {
  readonly session: Session;
  readonly server: Server;
  readonly name: string;
}

/** Gives what was restored to its owners, and drops the role that restored it. */
export async function giveToOwners(
  task: Task,
  { session, server, name }: Making,
  {
    owner,
    restorer,
    restored,
    backup,
    privileges,
  }: {
    owner: string;
    restorer: RestoreRole | undefined;
    restored: Restored;
    backup: Backup;
    privileges: Privileges;
  },
): Promise<void> {
  const known = await knownDefiners(task);
  const { refused, warnings } = await handOver(server, name, {
    owner,
    restorer,
    after: restored.after,
    known,
  });
  if (restorer) await dropRestoreRole(session, server, { name, database: name });
  for (const line of warnings) task.log.warn(line);
  // Whose something is may hang on a grant of a schema that the backup was made without.
  const again = backup.hasGrants ? [] : refused;
  const sentence = leftOutSentence([...restored.leftOut, ...(backup.hasGrants ? refused : [])]);
  if (sentence) task.log.warn(sentence);
  for (const line of await makeLast(server, name, privileges.last)) task.log.warn(line);
  await compareRights(task, name, { backup, again, known });
}

/** Where the live database cannot be read, nothing of the backup is known to run as a superuser. */
async function knownDefiners({ server, signal, log }: Task): Promise<Definers> {
  try {
    return await server.use(server.database, definersOf);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ActionError)) throw error;
    log.warn(
      `It could not be read what runs with a superuser's rights in the live database, so nothing that was restored has them: ${messageOf(error)}`,
    );
    return new Set();
  }
}

/** Carries over what the backup was made without, and says which rights are others; an ill live database is no reason to stop. */
async function compareRights(
  { server, signal, log }: Task,
  name: string,
  { backup, again, known }: { backup: Backup; again: readonly string[]; known: Definers },
): Promise<void> {
  try {
    const carried = await server.use(server.database, (live) => rightsToCarry(live, backup));
    const { refused, notCarried, warnings } = await carryOver(server, name, { carried, again, known });
    for (const line of [...warnings, leftOutSentence(refused), notCarriedSentence(notCarried)])
      if (line) log.warn(line);
    const others = await describeOtherRights(server, name);
    if (others) log.warn(others);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ActionError)) throw error;
    log.warn(`Owners and grants were not compared with the live database's: ${messageOf(error)}`);
  }
}

import type { Server, Session } from '../../systems/postgres/session.ts';
import { observe } from '../observe.ts';
import { fill, noteOf, restorerOf } from '../prepare.ts';
import { privilegesFor } from '../privileged.ts';
import { createSide, discard, drop } from '../side.ts';
import { type Restore, step, type Task } from '../task.ts';

/** A state that is restored beside the live database, and the server, by the role that reads it. */
export interface Beside {
  readonly name: string;
  readonly reader: Server;
}

/**
 * Restores a backup beside the live database, by a role that may do nothing else, and runs `work` on it. It is dropped in any
 * case: what a repair needs of it is staged by then.
 *
 * @param id says which of the states of a repair it is
 */
export async function withBeside<T>(
  task: Task,
  session: Session,
  restore: Restore,
  id: string,
  work: (beside: Beside) => Promise<T>,
): Promise<T> {
  const { server, signal, log } = task;
  const { live } = await observe(session, server.database);
  const privileges = await privilegesFor(task, restore.backup);
  const note = { ...noteOf(task, restore.backup), id };
  const name = await step(
    task,
    'create side database',
    () => createSide(session, live, note),
    (made) => `"${made}" is made beside the live database`,
  );
  try {
    const restorer = await restorerOf(task, { session, server, name }, restore.jobs, privileges);
    await step(
      task,
      'restore',
      () => fill(task, name, restore, restorer, privileges),
      () => `The backup is restored into "${name}"`,
    );
    const result = await work({ name, reader: restorer?.server ?? server });
    await drop(session, name);
    return result;
  } catch (error) {
    // A run that is cancelled leaves it to the next one.
    if (!signal.aborted)
      await discard(server, session, name).catch((left: unknown) =>
        log.warn(
          `"${name}" is unusable and could not be dropped (the next run, or phase \`clean\`, does it): ${(left as Error).message}`,
        ),
      );
    throw error;
  }
}

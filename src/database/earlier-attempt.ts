import { ActionError } from '../base/errors.ts';
import { redact } from '../base/redact.ts';
import type { Note } from './note.ts';
import type { Database, Databases } from './observe.ts';
import type { Task } from './task.ts';

/** An attempt of a run, as far as it decides whether what is there is its own work. */
export type Attempt = Pick<Task, 'id' | 'run' | 'deployedAt'>;

/** A database that a rollback has replaced. */
export type Replaced = Database & { readonly note: Note };

/**
 * Whether something that was done `at` is of this run and of the deploy that is rolled back: "Re-run jobs" deploys again, too, where
 * one workflow deploys and rolls back, and what that has broken has to go back. Pure.
 */
export const isOfThisDeploy = (
  note: { run: string; at: string },
  { run, deployedAt }: Pick<Attempt, 'run' | 'deployedAt'>,
): boolean => note.run === run && !(deployedAt !== undefined && deployedAt * 1000 > Date.parse(note.at));

/**
 * The database that an earlier attempt of this run has replaced, where what it brought is live still. Pure.
 *
 * @param source the backup, where one is named
 * @throws ActionError where somebody else has undone that since, or switched again: users write there, and who starts jobs once more
 *   does not know that
 */
export function switchedBefore(
  { ours, live }: Databases,
  attempt: Attempt,
  source: string | undefined,
): Replaced | undefined {
  const isOwn = (note: { run: string; at: string; backup: string }) =>
    isOfThisDeploy(note, attempt) && (source === undefined || note.backup === redact(source));
  const replaced = ours.filter((database): database is Replaced => database.note?.role === 'replaced');
  const present = replaced.find(({ note }) => note.replacedBy === live.oid);
  if (present && isOwn(present.note)) return present;
  if (present && isOfThisDeploy(present.note, attempt)) {
    // Where this very attempt went on, it is meant.
    if (present.note.id === attempt.id) return undefined;
    const earlier = replaced.find(({ note }) => isOwn(note) && note.id !== attempt.id);
    if (earlier) return earlier;
    throw refusal(live.name, present.note.at, `to ${present.note.backup}`);
  }
  if (present?.note.run === attempt.run) return undefined;
  const undone = ours.find(
    ({ note }) => note?.role === 'undone' && note.replacedBy === live.oid && note.run !== attempt.run,
  )?.note;
  if (undone?.switched && isOwn({ ...undone.switched, backup: undone.backup }))
    throw refusal(live.name, undone.switched.at, `and it was undone at ${undone.at} by run ${undone.run}`);
  const before = replaced.find(({ note }) => isOwn(note));
  if (!before) return undefined;
  const since = present
    ? `and it was switched again at ${present.note.at} by run ${present.note.run}`
    : 'and it was replaced by another one by hand';
  throw refusal(live.name, before.note.at, since);
}

const refusal = (name: string, at: string, since: string): ActionError =>
  new ActionError(
    `This run has switched "${name}" at ${at} already, ${since}; nothing was changed, because going back once more would take away what was written since. To go back all the same, start a new run.`,
  );

import { ActionError } from '../base/errors.ts';
import { type Database, type Databases, isHalfDropped } from './observe.ts';

/** What an undo would do: bring a database back, or nothing. */
type UndoPlan =
  | { readonly action: 'switch'; readonly to: Database }
  | { readonly action: 'nothing'; readonly reason: string };

/**
 * Which database an undo brings back: the newest that the live one has replaced; done again, what that one had replaced.
 * An undone database is none, so that undoing twice never goes forward again, and no run undoes twice. Pure.
 *
 * @throws ActionError where no rollback of this database has left one
 */
export function planUndo({ ours, live }: Databases, run?: string): UndoPlan {
  const undone = ours.find(({ note }) => note?.role === 'undone' && note.replacedBy === live.oid);
  const to = ours.find(({ note }) => note?.role === 'replaced' && note.replacedBy === live.oid);
  const own = ours.find(({ note }) => note?.role === 'undone' && note.run === run);
  // A job that is run again has undone what it was meant for, and knows nothing of what came after.
  if (run !== undefined && own?.note && to?.note && to.note.run !== run && own.note.at < to.note.at)
    return {
      action: 'nothing',
      reason: `this run has undone a rollback at ${own.note.at}, and run ${to.note.run} has rolled back again at ${to.note.at}; to undo that, start a new run`,
    };
  if (to && (undone === undefined || undone.note?.run !== run)) {
    if (isHalfDropped(to))
      throw new ActionError(
        `Nothing can be undone: "${to.name}", which the rollback had replaced, is half dropped (a DROP DATABASE was interrupted); phase \`clean\` removes the rest of it.`,
      );
    return { action: 'switch', to };
  }
  if (undone)
    return {
      action: 'nothing',
      reason: `the rollback was undone at ${undone.note?.at}; what it had brought is kept as "${undone.name}"`,
    };
  const side = ours.find(({ note }) => note?.role === 'side');
  if (side)
    return {
      action: 'nothing',
      reason: `nothing was switched yet; "${side.name}" is beside it, and phase \`clean\` removes that`,
    };
  throw new ActionError(
    `Nothing to undo: no rollback of "${live.name}" has left the database that it replaced (\`keep\` says how many stay).`,
  );
}

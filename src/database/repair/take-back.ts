import { ActionError } from '../../base/errors.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { step, type Task } from '../task.ts';
import { resumeAlone, whilePaused } from '../traffic.ts';
import type { Repaired } from './carry-out.ts';
import { lossOfRepair } from './loss.ts';
import { dropRemains } from './prepare.ts';
import { describeUndo } from './render.ts';
import type { Consent } from './request.ts';
import { anew } from './stage.ts';
import { dropSchema, isWritten, type Kept, keptIn, writeNote } from './state.ts';
import { type UndoPlan, undoRows } from './undo.ts';

/** Takes the newest repair back. */
export async function undoRepair(
  task: Task,
  { conflicts, triggers }: Consent,
  isDryRun = false,
): Promise<Repaired> {
  const { server, signal } = task;
  const all = await server.use(server.database, keptIn);
  const kept = all.find(({ note }) => isWritten(note));
  const reason = noUndoReason(all, kept, task.run);
  if (!kept || reason !== undefined) {
    if (isDryRun) return { result: 'planned', message: `Planned: nothing would be undone: ${reason}.` };
    const { done, message } = await resumeAlone(task, `Nothing to undo: ${reason}.`);
    return { result: done ? 'done' : 'no-op', message };
  }
  const mayGoOn = (tables: readonly UndoPlan[]): boolean => {
    if (isDryRun || conflicts === 'keep' || tables.every((table) => table.conflicts.length === 0))
      return !isDryRun;
    throw new ActionError(
      `Not undone, and no row was changed: users have changed what was repaired, or refer to it. The plan: ${describeUndo(tables, false)}; \`conflicts: keep\` leaves those rows and takes the rest back.`,
    );
  };
  const run = () => {
    const note = { ...kept.note, state: 'undone', undoneBy: task.run, at: new Date().toISOString() } as const;
    return undoRows(anew(server), signal, kept, triggers, mayGoOn, (live) =>
      writeNote(live, kept.schema, note),
    );
  };
  if (isDryRun)
    return {
      result: 'planned',
      message: `Planned: ${describeUndo(await run(), false)}; nothing was changed.`,
    };
  const tables = await whilePaused(task, () =>
    step(
      task,
      'undo repair',
      run,
      (tables) => describeUndo(tables, true),
      () => ({ evidence: { 'data-loss': lossOfRepair() } }),
    ),
  );
  const columns =
    kept.note.lost.length > 0 ? `; ${kept.note.lost.map(({ name }) => name).join(', ')} stay` : '';
  return {
    result: 'done',
    loss: lossOfRepair(),
    message: `The repair of "${server.database}" is taken back: ${describeUndo(tables, true)}${columns}.`,
  };
}

/** Why nothing is taken back, as half a sentence; undefined where something is. */
function noUndoReason(all: readonly Kept[], kept: Kept | undefined, run: string): string | undefined {
  if (!kept) return 'no repair of this database is there to take back';
  const own = all.find(({ note }) => note.undoneBy === run);
  // A job that is run again has taken back what it was meant for, and knows nothing of what came after.
  return own && kept.note.run !== run && own.note.at < kept.note.at
    ? `this run has taken a repair back at ${own.note.at}, and run ${kept.note.run} has repaired again at ${kept.note.at}; to take that back, start a new run`
    : undefined;
}

/** Removes what repairs have left and no undo needs. */
export async function cleanRepairs(task: Task, session: Session, keep: number): Promise<Repaired> {
  const remains = await dropRemains(task, session);
  const { server } = task;
  const dropped = await server.use(server.database, async (live) => {
    const leftovers = leftoversOf(await keptIn(live), keep);
    for (const kept of leftovers) await dropSchema(live, kept);
    return leftovers.map(({ schema }) => `"${schema}"`);
  });
  if (remains + dropped.length === 0)
    return {
      result: 'no-op',
      message: 'Nothing to clean: repairs have left nothing beside what `keep` says.',
    };
  const unfinished = remains > 0 ? [`${remains} unfinished`] : [];
  return { result: 'done', message: `Cleaned: ${[...dropped, ...unfinished].join(', ')} dropped.` };
}

/** Says what the phase `clean` would drop. */
export async function planClean({ server }: Task, keep: number): Promise<Repaired> {
  const leftovers = leftoversOf(await server.use(server.database, keptIn), keep).map(
    ({ schema }) => `"${schema}"`,
  );
  const what =
    leftovers.length > 0
      ? `these schemas would be dropped: ${leftovers.join(', ')}`
      : 'nothing would be dropped';
  return { result: 'planned', message: `Planned: ${what}; nothing was changed.` };
}

/** All but the newest that have written, which an undo needs. Pure. */
function leftoversOf(all: readonly Kept[], keep: number): Kept[] {
  const needed = all.filter(({ note }) => isWritten(note)).slice(0, keep);
  return all.filter((kept) => !needed.includes(kept));
}

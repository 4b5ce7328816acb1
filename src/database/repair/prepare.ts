import { ActionError } from '../../base/errors.ts';
import { redact } from '../../base/redact.ts';
import { quoteName } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { Backup } from '../backup/backup.ts';
import { describeMadeAt } from '../backup/made-at.ts';
import { missingRights } from '../blockers.ts';
import { type Observed, observe } from '../observe.ts';
import { withoutOneDatabaseExtensions } from '../one-database-extensions.ts';
import { requireRightBackup } from '../rollback.ts';
import { drop } from '../side.ts';
import { step, type Task } from '../task.ts';
import { type Beside, withBeside } from './beside.ts';
import { leftOutOf } from './part.ts';
import { type Plan, planRows } from './plan.ts';
import { renameIn, requireToday } from './renamed.ts';
import type { RepairRequest } from './request.ts';
import { type Linked, tablesInScope } from './scope.ts';
import { shapesOf } from './shape.ts';
import { readAlike, stage } from './stage.ts';
import { dropSchema, type Kept, keptIn, makeSchema, type RepairNote, writeNote } from './state.ts';

/** @throws ActionError with what keeps this user from a repair */
export function requireRepairable(observed: Observed): void {
  const reasons: [boolean, string][] = [
    [
      observed.inRecovery,
      'the server is a standby, where nothing can be changed: name the primary in `database-url`',
    ],
    ...missingRights(observed),
  ];
  const those = reasons.filter(([applies]) => applies).map(([, reason]) => reason);
  if (those.length > 0)
    throw new ActionError(
      `"${observed.live.name}" cannot be repaired, and nothing was changed: ${those.join('; and ')}.`,
    );
}

/** What a run that was killed has left of itself: copies beside the live database, and rows that were being staged. */
export async function dropRemains(task: Task, session: Session): Promise<number> {
  const { ours } = await observe(session, task.server.database);
  // One that is verified waits for the switch of another strategy.
  const sides = ours.filter(({ note }) => note?.role === 'side' && note.state !== 'verified');
  for (const { name } of sides) await drop(session, name);
  return task.server.use(task.server.database, async (live) => {
    const unfinished = (await keptIn(live)).filter(({ note }) => note.state === 'staging');
    for (const kept of unfinished) await dropSchema(live, kept);
    return sides.length + unfinished.length;
  });
}

/** Fetches both states. @throws ActionError where one is not what it is said to be */
async function fetchStates(task: Task, session: Session, request: RepairRequest) {
  const fetchState = (what: RepairRequest | NonNullable<RepairRequest['after']>, name: string) =>
    step(
      task,
      'fetch',
      () => what.fetch(task),
      ({ backup }) => `\`${name}\` is fetched: ${describeMadeAt(backup)}, ${backup.tables} tables`,
    );
  const before = await fetchState(request, 'backup');
  await requireRightBackup(session, before.backup, request, task.accepts);
  const after = request.after && (await fetchState(request.after, 'after'));
  if (after) {
    const { of } = request;
    await requireRightBackup(session, after.backup, { of, maxDataLoss: undefined }, task.accepts);
    requireOrder(before.backup, after.backup);
  }
  return { before, after };
}

/** Two states that are the wrong way round would undo the accident's opposite. */
function requireOrder(before: Backup, after: Backup): void {
  if (before.takenAt === undefined || after.takenAt === undefined) return;
  if (Date.parse(after.takenAt) >= Date.parse(before.takenAt)) return;
  throw new ActionError(
    `\`after\` is of ${after.takenAt}, before \`backup\` of ${before.takenAt}; nothing was changed. \`backup\` is the state before the accident, \`after\` the one after it.`,
  );
}

/** The tables that a backup has rows of, as far as their names tell. */
const namedIn = ({ rowsOf }: Backup): Linked[] =>
  [...rowsOf].map((name) => {
    const [schema = '', ...rest] = name.split('.');
    return { schema, name: rest.join('.'), references: [], inherits: [] };
  });

/**
 * Restores the states beside the live database and stages what differs, in `schema`; the copies are gone then.
 *
 * @param schema as SQL
 */
async function stageStates(
  task: Task,
  session: Session,
  request: RepairRequest,
  live: Session,
  schema: string,
) {
  const { before, after } = await fetchStates(task, session, request);
  const { jobs, options } = request;
  const shapes = await shapesOf(live);
  requireToday(options.renamed, shapes);
  const inScope = tablesInScope(
    { before: namedIn(before.backup), live: shapes },
    options,
    task.server.database,
  );
  const part = <R extends { backup: Backup }>(state: R) => ({
    ...state,
    backup: withoutOneDatabaseExtensions(state.backup),
    jobs,
    leftOut: leftOutOf(state.backup, shapes, inScope),
  });
  const compare = (sources: Parameters<typeof stage>[1]) =>
    step(
      task,
      'compare',
      () => stage(task, sources, live, schema, options),
      ({ pieces }) => `${pieces.length} tables are compared`,
    );
  const begin = { beside: undefined as unknown as Beside, backup: before.backup };
  return withBeside(task, session, part(before), task.id, async (beside) => {
    await renameIn(beside, options.renamed);
    const first = { ...begin, beside };
    return after
      ? withBeside(task, session, part(after), `${task.id} after`, async (beside) => {
          await renameIn(beside, options.renamed);
          return compare({ before: first, after: { beside, backup: after.backup } });
        })
      : compare({ before: first, after: undefined });
  });
}

/** Looks without a trace: what is staged is gone with the session. */
export async function planWithoutTrace(task: Task, session: Session, request: RepairRequest): Promise<Plan> {
  requireRepairable(await observe(session, task.server.database));
  await dropRemains(task, session);
  return task.server.use(task.server.database, async (live) => {
    await readAlike(live);
    const { pieces } = await stageStates(task, session, request, live, 'pg_temp');
    return planRows(live, pieces, 'pg_temp');
  });
}

/** Stages what differs in a schema of the live database, and plans it. */
export async function prepareRepair(
  task: Task,
  session: Session,
  request: RepairRequest,
): Promise<{ kept: Kept; plan: Plan }> {
  const { server, id, run } = task;
  requireRepairable(await observe(session, server.database));
  await dropRemains(task, session);
  const note: RepairNote = {
    ...{ id, run, state: 'staging', at: new Date().toISOString(), options: request.options },
    ...{ backup: redact(request.source), after: request.after ? redact(request.after.source) : null },
    ...{ pieces: [], lost: [] },
  };
  return server.use(server.database, async (live) => {
    await readAlike(live);
    const schema = await makeSchema(live, note);
    try {
      const staged = await stageStates(task, session, request, live, quoteName(schema));
      const plan = await planRows(live, staged.pieces, quoteName(schema));
      const planned: RepairNote = { ...note, ...staged, state: 'planned' };
      await writeNote(live, schema, planned);
      return { kept: { schema, note: planned }, plan };
    } catch (error) {
      if (!task.signal.aborted) await dropSchema(live, { schema, note }).catch(() => {});
      throw error;
    }
  });
}

import { databaseSubject } from '../../record/component.ts';
import { quoteName } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { step, type Task } from '../task.ts';
import { whilePaused } from '../traffic.ts';
import { type Applied, applyRows, Refused, writesOf } from './apply.ts';
import { applyInBatches, describeDone } from './batches.ts';
import { countsOf, lossOfRepair } from './loss.ts';
import { addBack, addLater } from './objects.ts';
import { conflictsOf, type Plan, planRows, type TablePlan, written } from './plan.ts';
import { describeCounted } from './proof.ts';
import { describeRepair, type Report } from './render.ts';
import type { Consent, RepairOptions } from './request.ts';
import { anew, readAlike } from './stage.ts';
import { type Batches, dropSchema, type Kept, writeNote } from './state.ts';
import { anyFires } from './triggers.ts';

/** What a phase of a repair did. */
export interface Repaired {
  readonly result: 'done' | 'no-op' | 'planned' | 'failed';
  readonly message: string;
  readonly report?: Report;
  /** What it took away, where it has written. */
  readonly loss?: ReturnType<typeof lossOfRepair>;
}

/** Rows that are written in a second, in one transaction: what two busy cores do (`bench/RESULTS.md`), so that it is seldom too few. */
const ROWS_A_SECOND = 20_000;
/** Rows that block other writers for no longer than a slow request takes. */
const PROPOSED = 10_000;

export function evidenceOf(after: boolean, { window }: RepairOptions): Report['evidence'] {
  if (after) return 'after';
  return window ? 'commit times' : 'none';
}

/** About how long writers wait at most: of a whole table where it is locked for its triggers, else of a row that is set back. */
export async function waitOf(live: Session, plan: Plan, batch: number | undefined): Promise<number> {
  const writes = writesOf(plan);
  const holds =
    plan.tables.some(({ set }) => set > 0) || (writes.length > 0 && (await anyFires(live, writes)));
  return holds ? Math.min(written(plan.tables), batch ?? Number.POSITIVE_INFINITY) / ROWS_A_SECOND : 0;
}

/** What is staged against the living rows of now, without a trace. */
export const planAgain = ({ server }: Task, { schema, note }: Kept): Promise<Plan> =>
  server.use(server.database, async (live) => {
    await readAlike(live);
    await live.run('BEGIN');
    try {
      return await planRows(live, note.pieces, quoteName(schema));
    } finally {
      await live.run('ROLLBACK');
    }
  });

/** What is written proves itself in its transaction, or is taken back with it. */
export const recordProof = ({ server, record }: Task): void =>
  record({
    ...{ ...databaseSubject(server), step: 'verify', status: 'done' },
    message: 'What was written was read once more and is what it was before the accident',
  });

export const reportOf = (kept: Kept, { tables, objects }: Plan, applied?: Applied): Report => ({
  applied: applied !== undefined,
  evidence: evidenceOf(kept.note.after !== null, kept.note.options),
  schema: kept.schema,
  tables,
  objects,
  ...(applied && { blockedSeconds: Number(applied.blockedSeconds.toFixed(3)) }),
});

/** Why a plan is not done, in a sentence; undefined where it is. Pure. */
export function refusalOfRepair(
  tables: readonly TablePlan[],
  { conflicts, newConstraints, maxWait }: Consent,
  wait: number,
): string | undefined {
  const open = conflictsOf(tables).filter(({ isNew }) => !(isNew && newConstraints === 'drop'));
  if (open.some(({ kind }) => kind === 'no evidence'))
    return 'rows differ from the backup and nothing tells whether the accident or users changed them; give `after`, a backup from after the accident';
  if (open.length > 0 && conflicts === 'refuse')
    return 'some rows cannot be repaired safely; `conflicts: keep` leaves them as they are and does the rest';
  if (wait > maxWait)
    return `writers would wait about ${wait.toFixed(0)} s, longer than \`max-wait\` allows (${maxWait} s); \`batch: ${Math.min(PROPOSED, maxWait * ROWS_A_SECOND)}\` writes that many rows at a time, each in a transaction of its own; or allow more, or name what writes these tables in \`quiesce\``;
  return undefined;
}

export async function applyKept(task: Task, kept: Kept, consent: Consent): Promise<Repaired> {
  const plan = await planAgain(task, kept);
  const report = reportOf(kept, plan);
  const wait = await task.server.use(task.server.database, (live) => waitOf(live, plan, consent.batch));
  const refused = refusalOfRepair(plan.tables, consent, wait);
  if (refused !== undefined) return refusedAs(kept, report, refused, kept.note.batches);
  const drops = consent.newConstraints === 'drop' && conflictsOf(plan.tables).some(({ isNew }) => isNew);
  const isBegun = kept.note.state === 'begun';
  if (written(plan.tables) === 0 && plan.objects.length === 0 && !drops && !isBegun) {
    await task.server.use(task.server.database, (live) => dropSchema(live, kept));
    return {
      result: 'no-op',
      report: { ...report, schema: null },
      message: `Nothing to repair: ${describeRepair(report)}.`,
    };
  }
  const objects = plan.objects;
  try {
    const { applied, failed } = await whilePaused(task, async () => {
      const applied = await step(
        task,
        'repair',
        () => apply(task, kept, { plan, wait }, consent),
        (applied) => describeRepair(reportOf(kept, { ...applied.plan, objects }, applied)),
        ({ plan, ...applied }) => ({
          evidence: {
            ...reportOf(kept, { ...plan, objects }, { plan, ...applied }),
            'data-loss': lossOfRepair(countsOf(plan.tables)),
          },
        }),
      );
      recordProof(task);
      return { applied, failed: await finish(task, kept) };
    });
    const done = reportOf(kept, { ...applied.plan, objects }, applied);
    warnOfSideEffects(task, applied);
    const lacks =
      failed.length > 0
        ? `; ${failed.length} constraints, indexes or grants could not be made again (see the log)`
        : '';
    return {
      result: 'done',
      report: done,
      loss: lossOfRepair(countsOf(done.tables)),
      message: `"${task.server.database}" is repaired: ${describeRepair(done)}${lacks} (phase \`undo\` takes it back).`,
    };
  } catch (error) {
    if (error instanceof Refused)
      return refusedAs(kept, reportOf(kept, error.plan), error.message, error.batches);
    throw error;
  }
}

function warnOfSideEffects(
  { log }: Task,
  { dropped, elsewhere }: Pick<Applied, 'dropped' | 'elsewhere'>,
): void {
  for (const name of dropped)
    log.warn(`${name} is newer than the backup and did not let rows in: it is dropped.`);
  for (const one of elsewhere)
    log.warn(`Triggers or foreign keys have written elsewhere as well: ${describeCounted(one)}.`);
}

function refusedAs(kept: Kept, report: Report, refusal: string, batches: Batches | undefined): Repaired {
  const begins =
    batches && batches.done > 0
      ? `Repaired in part, and the rest is not: ${refusal}. ${describeDone(batches)} What is left`
      : `Not repaired, and no row was changed: ${refusal}. What is planned`;
  const message = `${begins}: ${describeRepair(report)}; it waits in the schema "${kept.schema}" for the phase \`switch\`, and phase \`clean\` removes it.`;
  return { result: 'failed', report, message };
}

async function apply(
  task: Task,
  kept: Kept,
  { plan, wait }: { plan: Plan; wait: number },
  consent: Consent,
): Promise<Applied> {
  const { server, signal } = task;
  const open = anew(server);
  await open((live) => addBack(live, signal, kept.note.lost));
  const { batch } = consent;
  if (kept.note.state === 'begun' || (batch !== undefined && written(plan.tables) > batch))
    return applyInBatches(task, kept, consent, (tables, rows) =>
      refusalOfRepair(tables, consent, wait > 0 ? rows / ROWS_A_SECOND : 0),
    );
  return applyRows(
    { open, signal, schema: quoteName(kept.schema), ...consent },
    kept.note.pieces,
    writesOf(plan),
    (plan) => {
      const refused = refusalOfRepair(plan.tables, consent, 0);
      if (refused !== undefined) throw new Refused(refused, plan);
    },
    (live, { tables }) =>
      writeNote(live, kept.schema, {
        ...kept.note,
        state: 'applied',
        at: new Date().toISOString(),
        counts: countsOf(tables),
      }),
  );
}

/** What is made when the rows are back; a run that was killed before it is finished by the next one. */
export async function finish({ server, signal, log }: Task, { note }: Kept): Promise<string[]> {
  if (note.lost.length === 0) return [];
  return server.use(server.database, async (live) => {
    await readAlike(live);
    const failed = await addLater(live, signal, note.lost);
    for (const sentence of [...failed, ...note.lost.flatMap((lost) => lost.notAddedBack)])
      log.warn(`${sentence}.`);
    return failed;
  });
}

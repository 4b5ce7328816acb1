import { ActionError } from '../../base/errors.ts';
import { redact } from '../../base/redact.ts';
import { databaseSubject } from '../../record/component.ts';
import { quoteName } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { afterSwitch, giveTrafficBack, holdTraffic } from '../switch.ts';
import { step, type Task } from '../task.ts';
import { type Applied, applyRows, Refused, writesOf } from './apply.ts';
import { countsOf, lossOfRepair } from './loss.ts';
import { addBack, addLater } from './objects.ts';
import { conflictsOf, type Plan, planRows, type TablePlan, written } from './plan.ts';
import { lookOnly, prepareRepair } from './prepare.ts';
import type { RepairRequest, Wishes } from './request.ts';
import { readAlike } from './stage.ts';
import { dropSchema, type Kept, keptIn, writeNote } from './state.ts';
import { describeRepair, type Report, recommendation } from './tell.ts';
import { anyFires, type Writes } from './triggers.ts';

/** What a phase of a repair did. */
export interface Repaired {
  readonly result: 'done' | 'no-op' | 'planned' | 'failed';
  readonly message: string;
  readonly report?: Report;
  /** What it took away, where it has written. */
  readonly loss?: ReturnType<typeof lossOfRepair>;
}

/** What an application asks for, whenever the plan was made. */
export type Consent = Pick<Wishes, 'conflicts' | 'newConstraints' | 'triggers' | 'maxWait'>;

/** Rows that are written in a second while a table is locked for its triggers. */
const ROWS_A_SECOND = 45_000;

function evidenceOf(after: boolean, { window }: Wishes): Report['evidence'] {
  if (after) return 'after';
  return window ? 'commit times' : 'none';
}

/** Looks, and leaves nothing behind. */
export async function lookAtRepair(task: Task, session: Session, request: RepairRequest): Promise<Repaired> {
  const plan = await lookOnly(task, session, request);
  const evidence = evidenceOf(request.after !== undefined, request.wishes);
  const report: Report = {
    applied: false,
    evidence,
    schema: null,
    tables: plan.tables,
    objects: plan.objects,
  };
  return {
    result: 'planned',
    report,
    message: `Planned: ${await describePlan(task, report, plan)}; nothing was changed.`,
  };
}

async function describePlan({ server }: Task, report: Report, plan: Plan): Promise<string> {
  const seconds = await server.use(server.database, (live) => waitOf(live, plan));
  const wait = seconds > 0 ? `; writers of these tables would wait about ${seconds.toFixed(1)} s` : '';
  return `${describeRepair(report)}${wait}. Recommended: ${recommendation(report)}`;
}

/** About how long writers of a table wait. */
async function waitOf(live: Session, plan: Plan): Promise<number> {
  const writes = writesOf(plan);
  return writes.length > 0 && (await anyFires(live, writes)) ? written(plan.tables) / ROWS_A_SECOND : 0;
}

/** The first half: everything that can be done while nothing of users' tables changes. */
export async function prepareOnly(task: Task, session: Session, request: RepairRequest): Promise<Repaired> {
  const earlier = await earlierOf(task, request);
  if (earlier?.note.state === 'applied') return alreadyApplied(task, earlier);
  const { kept, plan } = earlier
    ? { kept: earlier, plan: await planAgain(task, earlier) }
    : await prepareRepair(task, session, request);
  const report = reportOf(kept, plan);
  const message = `Prepared: ${await describePlan(task, report, plan)}. The phase \`switch\` does it.`;
  task.log.info(`✓ What differs is in the schema "${kept.schema}" of the live database`);
  return { result: 'done', message, report };
}

/** Looked at and then done. */
export async function repairAll(task: Task, session: Session, request: RepairRequest): Promise<Repaired> {
  const earlier = await earlierOf(task, request);
  if (earlier?.note.state === 'applied') return alreadyApplied(task, earlier);
  const kept = earlier ?? (await prepareRepair(task, session, request)).kept;
  return applyKept(task, kept, request.wishes);
}

/** The second half. @throws ActionError where nothing is prepared */
export async function switchOnly(task: Task, wishes: Consent): Promise<Repaired> {
  const all = await task.server.use(task.server.database, keptIn);
  const kept = all.find(({ note }) => note.state === 'planned');
  if (kept) return applyKept(task, kept, wishes);
  const applied = all.find(({ note }) => note.state === 'applied' && note.run === task.run);
  if (applied) return alreadyApplied(task, applied);
  throw new ActionError(
    `No repair of "${task.server.database}" is prepared; run the phase \`prepare\` first.`,
  );
}

/** Says what the phase `switch` would do. */
export async function lookAtSwitch(task: Task): Promise<Repaired> {
  const kept = (await task.server.use(task.server.database, keptIn)).find(
    ({ note }) => note.state === 'planned',
  );
  if (!kept)
    return {
      result: 'planned',
      message: 'Planned: no repair is prepared, so nothing would be done; nothing was changed.',
    };
  const plan = await planAgain(task, kept);
  const report = reportOf(kept, plan);
  return {
    result: 'planned',
    report,
    message: `Planned: ${await describePlan(task, report, plan)}; nothing was changed.`,
  };
}

/** What is staged against the living rows of now, without a trace. */
const planAgain = ({ server }: Task, { schema, note }: Kept): Promise<Plan> =>
  server.use(server.database, async (live) => {
    await readAlike(live);
    await live.run('BEGIN');
    try {
      return await planRows(live, note.pieces, quoteName(schema));
    } finally {
      await live.run('ROLLBACK');
    }
  });

/** What this run has prepared or done before it was killed, of the same wish. */
async function earlierOf(
  { server, run }: Task,
  { source, after, wishes }: RepairRequest,
): Promise<Kept | undefined> {
  const of = (text: string | undefined) => (text === undefined ? null : redact(text));
  const said = ({ tables, exclude, columns, stamps, renamed, window }: Wishes) =>
    JSON.stringify([tables, exclude, columns, stamps, renamed, window]);
  return (await server.use(server.database, keptIn)).find(
    ({ note }) =>
      ['planned', 'applied'].includes(note.state) &&
      note.run === run &&
      note.backup === of(source) &&
      note.after === of(after?.source) &&
      said(note.wishes) === said(wishes),
  );
}

async function alreadyApplied(task: Task, kept: Kept): Promise<Repaired> {
  await finish(task, kept);
  const loss = lossOfRepair(kept.note.counts);
  const message = `This run has repaired "${task.server.database}" at ${kept.note.at} already (phase \`undo\` takes it back).`;
  // Another runner's record does not have it.
  const event = { step: 'repair', status: 'no-op', message } as const;
  const evidence = { earlier: kept.note.at, 'data-loss': loss };
  task.record({ ...databaseSubject(task.server), ...event, evidence });
  recordProof(task);
  return { result: 'no-op', loss, message };
}

/** What is written proves itself in its transaction, or is taken back with it. */
const recordProof = ({ server, record }: Task): void =>
  record({
    ...{ ...databaseSubject(server), step: 'verify', status: 'done' },
    message: 'What was written was read once more and is what it was before the accident',
  });

const reportOf = (kept: Kept, { tables, objects }: Plan, applied?: Applied): Report => ({
  applied: applied !== undefined,
  evidence: evidenceOf(kept.note.after !== null, kept.note.wishes),
  schema: kept.schema,
  tables,
  objects,
  ...(applied && { blockedSeconds: Number(applied.blockedSeconds.toFixed(3)) }),
});

/** Why a plan is not done, in a sentence; undefined where it is. Pure. */
export function refusalOf(
  tables: readonly TablePlan[],
  { conflicts, newConstraints, maxWait }: Consent,
  wait: number,
): string | undefined {
  const open = conflictsOf(tables).filter(({ isNew }) => !(isNew && newConstraints === 'drop'));
  if (open.some(({ kind }) => kind === 'no evidence'))
    return 'rows differ from the backup and nothing tells whether the accident or users changed them; give `after`, a backup from behind the accident';
  if (open.length > 0 && conflicts === 'refuse')
    return 'some rows cannot be repaired safely; `conflicts: keep` leaves them as they are and does the rest';
  if (wait > maxWait)
    return `writers would wait about ${wait.toFixed(0)} s, longer than \`max-wait\` allows (${maxWait} s); allow more, or name what writes these tables in \`quiesce\``;
  return undefined;
}

async function applyKept(task: Task, kept: Kept, wishes: Consent): Promise<Repaired> {
  const plan = await planAgain(task, kept);
  const report = reportOf(kept, plan);
  const wait = await task.server.use(task.server.database, (live) => waitOf(live, plan));
  const refused = refusalOf(plan.tables, wishes, wait);
  if (refused !== undefined) return refusedAs(kept, report, refused);
  const drops = wishes.newConstraints === 'drop' && conflictsOf(plan.tables).some(({ isNew }) => isNew);
  if (written(plan.tables) === 0 && plan.objects.length === 0 && !drops) {
    await task.server.use(task.server.database, (live) => dropSchema(live, kept));
    return {
      result: 'no-op',
      report: { ...report, schema: null },
      message: `Nothing to repair: ${describeRepair(report)}.`,
    };
  }
  const objects = plan.objects;
  try {
    await holdTraffic(task);
    const applied = await step(
      task,
      'repair',
      () => apply(task, kept, writesOf(plan), wishes),
      (applied) => describeRepair(reportOf(kept, { ...applied.plan, objects }, applied)),
      ({ plan, ...applied }) => ({
        evidence: {
          ...reportOf(kept, { ...plan, objects }, { plan, ...applied }),
          'data-loss': lossOfRepair(countsOf(plan.tables)),
        },
      }),
    );
    recordProof(task);
    const failed = await finish(task, kept);
    await afterSwitch(task);
    const done = reportOf(kept, { ...applied.plan, objects }, applied);
    for (const name of applied.dropped)
      task.log.warn(`${name} is newer than the backup and did not let rows in: it is dropped.`);
    for (const line of applied.elsewhere) task.log.warn(`Triggers have written elsewhere as well: ${line}.`);
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
    await giveTrafficBack(task).catch(() => {});
    if (error instanceof Refused) return refusedAs(kept, reportOf(kept, error.plan), error.message);
    throw error;
  }
}

const refusedAs = (kept: Kept, report: Report, refusal: string): Repaired => ({
  result: 'failed',
  report,
  message: `Not repaired, and no row was changed: ${refusal}. What is planned: ${describeRepair(report)}; it waits in the schema "${kept.schema}" for the phase \`switch\`, and phase \`clean\` removes it.`,
});

async function apply(task: Task, kept: Kept, writes: readonly Writes[], wishes: Consent): Promise<Applied> {
  const { server, signal } = task;
  await server.use(server.database, async (live) => {
    await readAlike(live);
    await addBack(live, signal, kept.note.lost);
  });
  return server.use(server.database, async (live) => {
    await readAlike(live);
    return applyRows(
      { live, signal, schema: quoteName(kept.schema), ...wishes },
      kept.note.pieces,
      writes,
      (plan) => {
        const refused = refusalOf(plan.tables, wishes, 0);
        if (refused !== undefined) throw new Refused(refused, plan);
      },
      async ({ tables }) => {
        const { xid } = await live.one<{ xid: string }>('SELECT pg_current_xact_id()::xid::text AS xid');
        await writeNote(live, kept.schema, {
          ...kept.note,
          state: 'applied',
          at: new Date().toISOString(),
          xid,
          counts: countsOf(tables),
        });
      },
    );
  });
}

/** What is made when the rows are back; a run that was killed before it is finished by the next one. */
async function finish({ server, signal, log }: Task, { note }: Kept): Promise<string[]> {
  if (note.lost.length === 0) return [];
  return server.use(server.database, async (live) => {
    await readAlike(live);
    const failed = await addLater(live, signal, note.lost);
    for (const sentence of [...failed, ...note.lost.flatMap(({ told }) => told)]) log.warn(`${sentence}.`);
    return failed;
  });
}

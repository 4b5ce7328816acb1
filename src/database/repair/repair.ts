import { ActionError } from '../../base/errors.ts';
import { redact } from '../../base/redact.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { isOfThisDeploy } from '../earlier-attempt.ts';
import type { Task } from '../task.ts';
import { endAsEarlier } from '../traffic.ts';
import {
  applyKept,
  evidenceOf,
  finish,
  planAgain,
  type Repaired,
  recordProof,
  reportOf,
  waitOf,
} from './carry-out.ts';
import { lossOfRepair } from './loss.ts';
import type { Plan } from './plan.ts';
import { planWithoutTrace, prepareRepair } from './prepare.ts';
import { describeRepair, type Report, recommendation } from './render.ts';
import type { Consent, RepairOptions, RepairRequest } from './request.ts';
import { hasWorkLeft, type Kept, keptIn } from './state.ts';

/** Looks, and leaves nothing behind. */
export async function planRepair(task: Task, session: Session, request: RepairRequest): Promise<Repaired> {
  const plan = await planWithoutTrace(task, session, request);
  const evidence = evidenceOf(request.after !== undefined, request.options);
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
    message: `Planned: ${await describePlan(task, report, plan, request.options)}; nothing was changed.`,
  };
}

async function describePlan(
  { server }: Task,
  report: Report,
  plan: Plan,
  { batch, newConstraints }: Consent,
): Promise<string> {
  const seconds = await server.use(server.database, (live) => waitOf(live, plan, batch));
  const wait = seconds > 0 ? `; writers of these tables would wait about ${seconds.toFixed(1)} s` : '';
  return `${describeRepair(report)}${wait}. Recommended: ${recommendation(report, newConstraints)}`;
}

/** The first half: everything that can be done while nothing of users' tables changes. */
export async function prepareOnly(task: Task, session: Session, request: RepairRequest): Promise<Repaired> {
  const earlier = await earlierOf(task, request);
  if (earlier?.note.state === 'applied') return alreadyApplied(task, earlier);
  const { kept, plan } = earlier
    ? { kept: earlier, plan: await planAgain(task, earlier) }
    : await prepareRepair(task, session, request);
  const report = reportOf(kept, plan);
  const message = `Prepared: ${await describePlan(task, report, plan, request.options)}. The phase \`switch\` does it.`;
  task.log.info(`✓ What differs is in the schema "${kept.schema}" of the live database`);
  return { result: 'done', message, report };
}

/** Looked at and then done. */
export async function repairAll(task: Task, session: Session, request: RepairRequest): Promise<Repaired> {
  const earlier = await earlierOf(task, request);
  if (earlier?.note.state === 'applied') return alreadyApplied(task, earlier);
  const kept = earlier ?? (await prepareRepair(task, session, request)).kept;
  return applyKept(task, kept, request.options);
}

/** The second half. @throws ActionError where nothing is prepared */
export async function switchOnly(task: Task, consent: Consent): Promise<Repaired> {
  const all = await task.server.use(task.server.database, keptIn);
  const kept = all.find(({ note }) => hasWorkLeft(note));
  if (kept) return applyKept(task, kept, consent);
  const applied = all.find(({ note }) => note.state === 'applied' && isOfThisDeploy(note, task));
  if (applied) return alreadyApplied(task, applied);
  throw new ActionError(
    `No repair of "${task.server.database}" is prepared; run the phase \`prepare\` first.`,
  );
}

/** Says what the phase `switch` would do. */
export async function planSwitch(task: Task, consent: Consent): Promise<Repaired> {
  const kept = (await task.server.use(task.server.database, keptIn)).find(({ note }) => hasWorkLeft(note));
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
    message: `Planned: ${await describePlan(task, report, plan, consent)}; nothing was changed.`,
  };
}

/**
 * What this run has prepared or done before it was killed, with the same options.
 *
 * @throws ActionError where another run has taken that back
 */
async function earlierOf(task: Task, { source, after, options }: RepairRequest): Promise<Kept | undefined> {
  const { server, run } = task;
  const of = (text: string | undefined) => (text === undefined ? null : redact(text));
  const keyOf = ({ tables, exclude, columns, stamps, renamed, window }: RepairOptions) =>
    JSON.stringify([tables, exclude, columns, stamps, renamed, window]);
  const own = (await server.use(server.database, keptIn)).filter(
    ({ note }) =>
      isOfThisDeploy(note, task) &&
      note.backup === of(source) &&
      note.after === of(after?.source) &&
      keyOf(note.options) === keyOf(options),
  );
  const { undoneBy = run, at } = own[0]?.note ?? {};
  if (undoneBy !== run)
    throw new ActionError(
      `This run has repaired "${server.database}" already, and run ${undoneBy} has taken that back at ${at}; nothing was changed. To repair it all the same, start a new run.`,
    );
  return own.find(({ note }) => hasWorkLeft(note) || note.state === 'applied');
}

async function alreadyApplied(task: Task, kept: Kept): Promise<Repaired> {
  await finish(task, kept);
  const loss = lossOfRepair(kept.note.counts);
  const message = `This run has repaired "${task.server.database}" at ${kept.note.at} already (phase \`undo\` takes it back).`;
  const ended = await endAsEarlier(task, 'repair', message, { earlier: kept.note.at, 'data-loss': loss });
  recordProof(task);
  return { result: ended.done ? 'done' : 'no-op', loss, message: ended.message };
}

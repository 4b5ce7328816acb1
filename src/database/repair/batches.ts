import { ActionError } from '../../base/errors.ts';
import { databaseSubject } from '../../record/component.ts';
import { quoteName } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { Task } from '../task.ts';
import { type Applied, applyRows, planWithout, Refused } from './apply.ts';
import { type Batch, divide, fillBatch } from './divide.ts';
import { countsOf } from './loss.ts';
import { shortly } from './objects.ts';
import { Staged } from './piece.ts';
import { type Plan, planRows, type TablePlan, written } from './plan.ts';
import type { Counted } from './proof.ts';
import type { Consent } from './request.ts';
import { raiseSequences } from './sequences.ts';
import { anew } from './stage.ts';
import { type Batches, type Kept, type RepairNote, writeNote } from './state.ts';
import { addWritten, makeWritten, settle } from './written.ts';

/** Why the rest of a plan may not be done, with the rows that writers would wait for at once. */
type Refuse = (tables: readonly TablePlan[], rows: number) => string | undefined;

interface Run {
  readonly task: Task;
  readonly schema: string;
  readonly consent: Consent;
  readonly size: number;
}

/**
 * Applies a plan in batches, a transaction each, which also proves its rows. What is written is taken away from what is staged: a
 * run that is killed goes on with the rest, and nothing plans those rows again. A batch leaves rows of which users have made
 * something else than was planned; when all are done, the rest is planned anew, until nothing is left that can be done.
 */
export async function applyInBatches(
  task: Task,
  kept: Kept,
  consent: Consent,
  refuse: Refuse,
): Promise<Applied> {
  const run = { task, schema: kept.schema, consent, size: consent.batch ?? Number.MAX_SAFE_INTEGER };
  let { note } = kept;
  const total = { blockedSeconds: 0, dropped: [] as string[], elsewhere: new Map<string, Counted>() };
  let first: Plan | undefined;
  try {
    for (;;) {
      const { plan, batches, dropped } = await planAll(run, note);
      total.dropped.push(...dropped);
      first ??= plan;
      const refused = refuse(plan.tables, Math.max(0, ...batches.map(({ rows }) => rows)));
      if (refused !== undefined) throw new Refused(refused, plan, note.batches);
      if (note.state !== 'begun') note = await begin(run, note, plan);
      if (written(plan.tables) === 0) {
        const tables = together(first.tables, plan.tables, note.batches);
        await finish(run, { ...note, counts: countsOf(tables) });
        return { ...total, elsewhere: [...total.elsewhere.values()], plan: { ...plan, tables } };
      }
      const before = rowsOf(note.batches);
      for (const [index, batch] of batches.entries()) {
        const { applied, note: after } = await applyBatch(run, note, plan, batch);
        note = after;
        total.blockedSeconds = Math.max(total.blockedSeconds, applied.blockedSeconds);
        for (const one of applied.elsewhere)
          total.elsewhere.set(one.name, sum(total.elsewhere.get(one.name), one));
        reportBatch(task, { index, of: batches.length, rows: written(applied.plan.tables), note });
      }
      if (rowsOf(note.batches) === before)
        throw new ActionError(
          'Users change the rows that are to be repaired faster than that can be done. Name what writes them in `quiesce`, or run this again.',
        );
    }
  } catch (error) {
    if (!(error instanceof ActionError) || !note.batches || note.batches.done === 0) throw error;
    throw new ActionError(`${error.message} ${describeDone(note.batches)}`, { cause: error });
  }
}

/** What stays written where the rest fails. Pure. */
export const describeDone = (batches: Batches): string =>
  `${rowsOf(batches).toLocaleString('en-US')} rows are repaired by now, in ${batches.done} batches: run this again to go on, or take them back with the phase \`undo\`.`;

const rowsOf = (batches: Batches | undefined): number =>
  (batches?.tables ?? []).reduce((rows, { back, set }) => rows + back + set, 0);

function reportBatch(
  { server, log, record }: Task,
  { index, of, rows, note }: { index: number; of: number; rows: number; note: RepairNote },
): void {
  const message = `Batch ${index + 1} of ${of}: ${rows.toLocaleString('en-US')} rows, ${rowsOf(note.batches).toLocaleString('en-US')} in all`;
  log.info(`✓ ${message}`);
  record({ ...databaseSubject(server), step: 'repair batch', status: 'done', message });
}

/** Plans all that is not written by now, and divides it. */
const planAll = ({ task, schema, consent, size }: Run, { pieces }: RepairNote) =>
  shortly(anew(task.server), task.signal, async (live) => {
    const make = () => planRows(live, pieces, quoteName(schema));
    const { dropped } = await withoutNewRules(live, consent, make);
    const plan = await make();
    await raiseSequences(live, plan.staged);
    return { plan, dropped, batches: await divide(live, plan, size) };
  });

/** Drops the newer constraints that keep rows out, in a transaction of its own. */
async function withoutNewRules(live: Session, { newConstraints }: Consent, make: () => Promise<Plan>) {
  if (newConstraints === 'keep') return { dropped: [] };
  return live.transaction(() => planWithout(live, newConstraints, make));
}

const begin = ({ task, schema }: Run, note: RepairNote, plan: Plan): Promise<RepairNote> =>
  anew(task.server)(async (live) => {
    const begun: RepairNote = { ...note, state: 'begun', batches: { done: 0, tables: [] } };
    await live.transaction(async () => {
      await makeWritten(live, plan.staged);
      await writeNote(live, schema, begun);
    });
    return begun;
  });

async function applyBatch(
  { task, schema, consent }: Run,
  note: RepairNote,
  all: Plan,
  batch: Batch,
): Promise<{ applied: Applied; note: RepairNote }> {
  const whole = all.staged.filter(({ live }) => batch.writes.some(({ oid }) => oid === live.oid));
  const pieces = whole.map(({ piece }) => piece);
  const into = whole.map(({ piece, live }) => new Staged(piece, live, 'pg_temp'));
  let after = note;
  const applied = await applyRows(
    {
      ...{ open: anew(task.server), signal: task.signal, schema: 'pg_temp', triggers: consent.triggers },
      newConstraints: 'keep',
      whole: { schema: quoteName(schema), pieces: note.pieces },
      fill: (live) => fillBatch(live, whole, into, batch.number),
    },
    pieces,
    batch.writes,
    () => {},
    async (live, plan) => {
      await addWritten(live, plan.staged, whole);
      after = { ...note, at: new Date().toISOString(), batches: withBatch(note.batches, plan.tables) };
      await writeNote(live, schema, after);
    },
  );
  return { applied, note: after };
}

/** Pure. */
function withBatch(batches: Batches | undefined, tables: readonly TablePlan[]): Batches {
  const names = new Set([...(batches?.tables ?? []), ...tables].map(({ table }) => table));
  const of = (those: Batches['tables'] | undefined, name: string) =>
    those?.find(({ table }) => table === name);
  return {
    done: (batches?.done ?? 0) + 1,
    tables: [...names].map((table) => {
      const [was, is] = [of(batches?.tables, table), of(tables, table)];
      return { table, back: (was?.back ?? 0) + (is?.back ?? 0), set: (was?.set ?? 0) + (is?.set ?? 0) };
    }),
  };
}

const finish = ({ task, schema }: Run, note: RepairNote): Promise<void> =>
  anew(task.server)(async (live) => {
    const { batches: _, ...rest } = note;
    await live.transaction(async () => {
      await settle(live, { schema, note });
      await writeNote(live, schema, { ...rest, state: 'applied', at: new Date().toISOString() });
    });
  });

/** All batches as one: what was written, and the conflicts that are left. Pure. */
const together = (
  first: readonly TablePlan[],
  last: readonly TablePlan[],
  batches: Batches | undefined,
): TablePlan[] =>
  first.map((table) => {
    const { back, set } = batches?.tables.find((other) => other.table === table.table) ?? { back: 0, set: 0 };
    const conflicts = last.find((other) => other.table === table.table)?.conflicts ?? [];
    return { ...table, back, set, conflicts };
  });

const sum = (one: Counted | undefined, other: Counted): Counted => ({
  ...other,
  inserted: (one?.inserted ?? 0) + other.inserted,
  updated: (one?.updated ?? 0) + other.updated,
  deleted: (one?.deleted ?? 0) + other.deleted,
});

import { ActionError, messageOf } from '../../base/errors.ts';
import { nameOf } from '../../domain/snapshots/tables.ts';
import { quoteName } from '../../systems/postgres/quote.ts';
import { codeOf, type Session } from '../../systems/postgres/session.ts';
import { dropNewRules } from './new-rules.ts';
import { type Opens, shortly } from './objects.ts';
import { any, type Piece, Staged, same } from './piece.ts';
import { columnsWritten, type Plan, planRows, type TablePlan, type Whole } from './plan.ts';
import { type Counted, proveCounts } from './proof.ts';
import { find } from './scope.ts';
import { raiseSequences } from './sequences.ts';
import { shapesOf } from './shape.ts';
import type { Batches } from './state.ts';
import { triggersOff, WRITES, type Writes } from './triggers.ts';

/** What an application of a plan is told before it begins, and what it tells. */
interface Applying {
  /** A new session of the live database for each attempt: what one did before counts as of the repair, also where it was rolled back. */
  readonly open: Opens;
  readonly signal: AbortSignal;
  /** As SQL. */
  readonly schema: string;
  /** Where it is a batch, all of which it is one; and what brings its rows into `schema`. */
  readonly whole?: Whole;
  readonly fill?: (live: Session) => Promise<void>;
  readonly triggers: 'off' | 'on';
  readonly newConstraints: 'keep' | 'drop';
}

export interface Applied {
  readonly plan: Plan;
  /** Seconds for which writers of a table had to wait at most. */
  readonly blockedSeconds: number;
  /** Constraints that were dropped as they are newer than the backup, with their tables. */
  readonly dropped: readonly string[];
  /** What triggers wrote in tables that are not of the plan. */
  readonly elsewhere: readonly Counted[];
}

/** PostgreSQL's code of a value that another row has. */
const UNIQUE_VIOLATION = '23505';

/**
 * Few rows of a large table are found by its key while users wait: they were read a moment ago, and those of a batch lie together,
 * so that the server's assumption of a disk that is slow at random (4.0) would have it read the whole table.
 */
export const BY_KEY = 'SET random_page_cost = 0.2';

/** Times that a plan is made anew because users were faster. */
const ATTEMPTS = 5;

/** What is planned may not be done. */
export class Refused extends Error {
  readonly plan: Plan;
  /** What is written by now. */
  readonly batches: Batches | undefined;

  constructor(refusal: string, plan: Plan, batches?: Batches) {
    super(refusal);
    this.plan = plan;
    this.batches = batches;
  }
}

/** Users have changed rows between the plan and its application. */
class Outdated extends Error {
  readonly writes: readonly Writes[] | undefined;

  constructor(reason: string, writes?: readonly Writes[]) {
    super(reason);
    this.writes = writes;
  }
}

/**
 * Plans anew and does it, in one transaction that also proves it, or nothing of it.
 *
 * @param expected what was planned to be written before, by which tables are locked for their triggers
 * @param require throws `Refused` where what is planned now may not be done
 * @param done writes down, in the same transaction, that it has happened
 */
export async function applyRows(
  { open, signal, ...how }: Applying,
  pieces: readonly Piece[],
  expected: readonly Writes[],
  require: (plan: Plan) => void,
  done: (live: Session, plan: Plan) => Promise<void>,
): Promise<Applied> {
  let writes = expected;
  for (let attempt = 1; ; attempt++)
    try {
      return await shortly(open, signal, (live) => once(live, { ...how, pieces }, writes, require, done));
    } catch (error) {
      // A key that was taken meanwhile, a parent row that is gone, a deadlock.
      if (attempt < ATTEMPTS && /^(23|40)/.test(codeOf(error))) continue;
      if (codeOf(error) === UNIQUE_VIOLATION) throw swapped(error);
      if (!(error instanceof Outdated)) throw error;
      writes = error.writes ?? writes;
      if (attempt === ATTEMPTS)
        throw new ActionError(
          `Users change the rows that are to be repaired faster than that can be done, and no row was changed: ${error.message}. Name what writes them in \`quiesce\`, or run this again.`,
        );
    }
}

/** What is planned takes no value of a row that stays: those that are left have one another's. */
const swapped = (error: unknown): ActionError =>
  new ActionError(
    `Not repaired, and no row was changed: values that are to be set back were swapped between rows, and no two rows may have the same one at any time: ${messageOf(error).replace(/^PostgreSQL says: /, '')} Set these back by hand, or name in \`columns\` what else is to be set back.`,
    { cause: error },
  );

async function once(
  live: Session,
  {
    schema,
    triggers,
    newConstraints,
    pieces,
    whole,
    fill,
  }: Omit<Applying, 'open' | 'signal'> & { pieces: readonly Piece[] },
  expected: readonly Writes[],
  require: (plan: Plan) => void,
  done: (live: Session, plan: Plan) => Promise<void>,
): Promise<Applied> {
  await live.run(BY_KEY);
  await fill?.(live);
  const begun = performance.now();
  const { off, plan, dropped, elsewhere } = await live.transaction(async () => {
    // The locks come before the plan, tables before rows: what is planned then stays true, and there is no deadlock.
    const off = triggers === 'off' ? await triggersOff(live, expected) : undefined;
    await lockRows(live, pieces, schema, off?.locked ?? []);
    const { plan, dropped } = await planWithout(live, newConstraints, async () => {
      const plan = await planRows(live, pieces, schema, whole);
      require(plan);
      return plan;
    });
    requireExpected(writesOf(plan), expected);
    await raiseSequences(live, plan.staged);
    for (const staged of plan.staged) await live.run(keepSql(staged));
    await write(live, plan);
    await live.run('SET CONSTRAINTS ALL IMMEDIATE');
    const elsewhere = await proveCounts(live, countsToProve(plan), schema, triggers === 'on');
    await proveValues(live, plan.staged);
    await off?.restore();
    await done(live, plan);
    return { off, plan, dropped, elsewhere };
  });
  const isHeld = (off && off.locked.length > 0) || plan.tables.some(({ set }) => set > 0);
  const blockedSeconds = isHeld ? (performance.now() - begun) / 1000 : 0;
  return { plan, blockedSeconds, dropped, elsewhere };
}

/** @throws Outdated where the plan writes what it did not write a moment ago, when triggers were switched off for that */
function requireExpected(writes: readonly Writes[], expected: readonly Writes[]): void {
  const isExpected = ({ oid, writes }: Writes) =>
    (writes & ~(expected.find((other) => other.oid === oid)?.writes ?? 0)) === 0;
  if (!writes.every(isExpected))
    throw new Outdated('rows of other tables are to be written than a moment ago', writes);
}

const countsToProve = ({ staged, tables }: Plan): Counted[] =>
  staged.map(({ live, piece }, at) => {
    const { back, set } = tables[at] as TablePlan;
    return { oid: live.oid, name: nameOf(piece), inserted: back, updated: set, deleted: 0 };
  });

/** Plans, and once more without each newer constraint that keeps rows out, where those go. */
export async function planWithout(
  live: Session,
  newConstraints: 'keep' | 'drop',
  make: () => Promise<Plan>,
): Promise<{ plan: Plan; dropped: readonly string[] }> {
  const dropped: string[] = [];
  for (let plan = await make(); ; plan = await make()) {
    const more = newConstraints === 'drop' ? await dropNewRules(live, plan) : [];
    if (more.length === 0) return { plan, dropped };
    dropped.push(...more);
  }
}

/** What a plan writes, by tables that it writes at all. */
export const writesOf = ({ staged, tables }: Plan): Writes[] =>
  staged
    .map((one, at) => {
      const { back, set } = tables[at] as TablePlan;
      return { oid: one.live.oid, writes: (back > 0 ? WRITES.insert : 0) | (set > 0 ? WRITES.update : 0) };
    })
    .filter(({ writes }) => writes > 0);

/** Rows that may be set back, where no lock of their table keeps users from them. */
async function lockRows(
  live: Session,
  pieces: readonly Piece[],
  schema: string,
  locked: readonly number[],
): Promise<void> {
  const shapes = await shapesOf(live);
  for (const piece of pieces) {
    const shape = find(shapes, piece);
    if (!shape || locked.includes(shape.oid)) continue;
    const staged = new Staged(piece, shape, schema);
    await live.query(
      `SELECT count(*) AS rows FROM (SELECT 1 FROM ${staged.table} AS l JOIN ${staged.at('b')} AS b ON ${staged.sameKey('l', 'b')} FOR NO KEY UPDATE OF l) AS t`,
    );
  }
}

/** What will be overwritten, and by which transaction. */
export function keepSql(staged: Staged, which = `p."rb verdict" = 'set'`): string {
  return `DROP TABLE IF EXISTS ${staged.at('k')};
    CREATE TABLE ${staged.at('k')} AS SELECT ${staged.list('l', staged.writable)}, pg_current_xact_id()::xid AS "rb by" FROM ${staged.table} AS l
      JOIN ${staged.at('p')} AS p ON ${staged.sameKey('l', 'p')} WHERE ${which};
    ${staged.indexSql('k')}`;
}

/**
 * All in one statement, whichever refers to whichever. Values are set back before rows come back, which may have had them before
 * the accident: a statement's updates are done when their rows are counted, and its inserts at its end, when keys are checked too.
 */
async function write(live: Session, { staged, tables }: Plan): Promise<void> {
  const of = (at: number) => tables[at] as TablePlan;
  const inserts = staged
    .filter((_, at) => of(at).back > 0)
    .map(
      (
        one,
      ) => `i${one.piece.number} AS (INSERT INTO ${one.name} (${one.names(one.writable)}) OVERRIDING SYSTEM VALUE
        SELECT ${one.list('p', one.writable)} FROM ${one.at('p')} AS p WHERE p."rb verdict" = 'back')`,
    );
  const updated = staged
    .map((one, at) => ({ one, name: `u${one.piece.number}`, set: of(at).set }))
    .filter(({ set }) => set > 0);
  const updates: string[] = [];
  for (const { one, name } of updated) updates.push(`${name} AS (${await updateSql(live, one)})`);
  if (updates.length + inserts.length === 0) return;
  const counts = updated.map(({ name }) => `(SELECT count(*)::float8 FROM ${name}) AS ${name}`);
  const found = await live.one<Record<string, number>>(
    `WITH ${[...updates, ...inserts].join(', ')} SELECT ${[...counts, '1 AS one'].join(', ')}`,
  );
  for (const { one, name, set } of updated)
    if (found[name] !== set)
      throw new Outdated(`${nameOf(one.piece)} had ${set} rows to set back, ${found[name]} were as planned`);
}

async function updateSql(live: Session, one: Staged): Promise<string> {
  const { set } = await columnsWritten(live, one);
  const values = set.map((column) => {
    const name = quoteName(column.name);
    return `${name} = CASE WHEN p."rb sets"[${one.placeOf(column.name)}] THEN p.${name} ELSE l.${name} END`;
  });
  const stamps = one.stamps.map(({ name, type }) => `${quoteName(name)} = now()::${type}`);
  return `UPDATE ${one.table} AS l SET ${[...values, ...stamps].join(', ')} FROM ${one.at('p')} AS p
    WHERE p."rb verdict" = 'set' AND ${one.sameKey('l', 'p')} AND l.xmin = p."rb seen" RETURNING 1`;
}

/** @throws ActionError where a row is not what the plan says, as where a trigger has had a hand in it */
async function proveValues(live: Session, staged: readonly Staged[]): Promise<void> {
  for (const one of staged) {
    const wrong = one.values
      .filter(({ column }) => one.has(column.name))
      .map(
        ({ column, place }) =>
          `(p."rb sets"[${place}] AND NOT ${same(`l.${quoteName(column.name)}`, `p.${quoteName(column.name)}`, [column])})`,
      );
    const [found] = await live.query<{ rows: string }>(
      `SELECT count(*)::text AS rows FROM ${one.at('p')} AS p LEFT JOIN ${one.table} AS l ON ${one.sameKey('l', 'p')}
       WHERE (p."rb verdict" = 'back' AND NOT ${same(one.list('l', one.writable), one.list('p', one.writable), one.writable)})
         OR (p."rb verdict" = 'set' AND ${any(wrong)})`,
    );
    if (found?.rows !== '0')
      throw new ActionError(
        `The repair of ${nameOf(one.piece)} was taken back, and no row was changed: ${found?.rows} rows were not what they were before the accident when they were read once more.`,
      );
  }
}

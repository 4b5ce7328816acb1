import { ActionError, messageOf } from '../../base/errors.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import type { TableName } from '../../domain/snapshots/snapshot.ts';
import { nameOf } from '../../domain/snapshots/tables.ts';
import { readAt, readingSettings } from '../../domain/snapshots/transaction.ts';
import { quoteName } from '../../systems/postgres/quote.ts';
import type { Server, Session } from '../../systems/postgres/session.ts';
import type { Backup } from '../backup/backup.ts';
import type { Task } from '../task.ts';
import type { Beside } from './beside.ts';
import { Comparison, type Side } from './compare.ts';
import { type DroppedColumn, readLost } from './lost.ts';
import type { Lost, Opens } from './objects.ts';
import { type Piece, type PieceColumn, Staged } from './piece.ts';
import {
  foreignEventTriggers,
  missingTypes,
  otherHeads,
  preparedTransactions,
  unknownColumns,
  withoutCommitTimes,
} from './preconditions.ts';
import type { RepairOptions } from './request.ts';
import {
  columnsOf,
  commonKey,
  find,
  lackingRows,
  refusalsOf,
  requireNone,
  type States,
  type TableInScope,
  tablesInScope,
} from './scope.ts';
import { rulesOf, type Shape, shapesOf } from './shape.ts';

/** The states of a database as sessions that read them; `live` also writes what is staged. */
export interface Open {
  readonly before: Session;
  readonly after: Session | undefined;
  readonly live: Session;
}

/** What is staged, and what the accident has dropped from the definition of these tables. */
interface Found {
  readonly pieces: readonly Piece[];
  readonly lost: readonly Lost[];
}

interface Sources {
  readonly before: { readonly beside: Beside; readonly backup: Backup };
  readonly after: { readonly beside: Beside; readonly backup: Backup } | undefined;
}

/** Makes a session write values as those do that read the other states. */
export const readAlike = (live: Session): Promise<void> =>
  live.run(`${readingSettings(live, 'SET')}; SET lock_timeout = '30s'`);

/** New sessions of the live database that read and write alike. */
export const anew =
  (server: Server): Opens =>
  (work) =>
    server.use(server.database, async (live) => {
      await readAlike(live);
      return work(live);
    });

/**
 * Finds what differs between the states and brings it into the live database, into `schema` and nowhere else.
 *
 * @throws ActionError with all that cannot be repaired
 */
export async function stage(
  task: Task,
  sources: Sources,
  live: Session,
  schema: string,
  options: RepairOptions,
): Promise<Found> {
  const read = <T>({ name, reader }: Beside, work: (session: Session) => Promise<T>) =>
    readAt(reader.withSignal(task.signal), name, undefined, work);
  return read(sources.before.beside, (before) =>
    sources.after
      ? read(sources.after.beside, (after) =>
          stageAll(task, { before, after, live }, sources, schema, options),
        )
      : stageAll(task, { before, after: undefined, live }, sources, schema, options),
  );
}

async function stageAll(
  task: Task,
  open: Open,
  sources: Sources,
  schema: string,
  options: RepairOptions,
): Promise<Found> {
  const states: States = {
    before: await shapesOf(open.before),
    after: open.after && (await shapesOf(open.after)),
    live: await shapesOf(open.live),
  };
  const inScope = tablesInScope(states, options, task.server.database);
  await requireRepairable(inScope, states, sources, open.live, options);
  const pieces: Piece[] = [];
  const columns: DroppedColumn[] = [];
  for (const one of inScope) {
    const before = find(states.before, one.table);
    const today = find(states.live, one.table);
    // A table that is newer than the backup has lost nothing that the backup has.
    if (!before) continue;
    const shapes = { before, after: find(states.after, one.table), live: today };
    const piece = await stageOne(task, open, shapes, one, {
      schema,
      options: options,
      number: pieces.length + 1,
    });
    pieces.push(piece);
    const isGone = ({ lost, chosen, name }: PieceColumn) =>
      lost && chosen && !today?.columns.some((column) => column.name === name);
    if (today) columns.push(...piece.columns.filter(isGone).map((column) => ({ shape: before, column })));
  }
  const tables = inScope.flatMap(({ table }) =>
    find(states.live, table) ? [] : (find(states.before, table) ?? []),
  );
  const lost = await readLost(open, sources.before.backup, { tables, columns });
  if (lost.length > 0) requireNone(await foreignEventTriggers(open.live));
  for (const sentence of await otherHeads(open.before, open.live)) task.log.warn(sentence);
  return { pieces, lost };
}

/** @throws ActionError with all that cannot be repaired */
async function requireRepairable(
  inScope: readonly TableInScope[],
  states: States,
  sources: Sources,
  live: Session,
  options: RepairOptions,
): Promise<void> {
  requireNone([
    ...inScope.flatMap(({ table }) => refusalsOf(table, states)),
    ...inScope.flatMap(({ table }) => lacksOfBackups(table, states, sources)),
    ...inScope.flatMap(({ table }) =>
      sources.before.backup.form === 'plain' && !find(states.live, table)
        ? [
            `${nameOf(table)} is gone, and only an archive (pg_dump --format=custom) says for certain how it is made again`,
          ]
        : [],
    ),
    ...unknownColumns(inScope, states, options),
    ...(await withoutCommitTimes(live, options)),
    ...(await preparedTransactions(
      live,
      inScope.flatMap(({ table }) => find(states.live, table)?.oid ?? []),
    )),
  ]);
}

/** The backups that have no rows of a table. */
function lacksOfBackups(table: TableName, states: States, { before, after }: Sources): string[] {
  return [
    ...(lackingRows(before.backup, find(states.before, table))
      ? [`\`backup\` has no rows of ${nameOf(table)}`]
      : []),
    ...(after && lackingRows(after.backup, find(states.after, table))
      ? [`\`after\` has no rows of ${nameOf(table)}`]
      : []),
  ];
}

interface Shapes {
  readonly before: Shape;
  readonly after: Shape | undefined;
  readonly live: Shape | undefined;
}

/** The columns of a table as they are staged: one whose type is gone with its table is staged as text. */
async function columnsToStage(live: Session, table: TableName, shapes: Shapes, options: RepairOptions) {
  const missing = await missingTypes(live, shapes.before);
  const columns = columnsOf({ ...shapes, live: shapes.live ?? shapes.before }, options).map((column) =>
    missing.includes(column.name) && !shapes.live ? { ...column, type: 'text', later: column.type } : column,
  );
  const key = commonKey(Object.values(shapes).filter((shape) => shape !== undefined)) as readonly string[];
  requireNone(
    missing
      .filter((name) => key.includes(name) || columns.find((column) => column.name === name)?.lost)
      .map((name) => `the type of ${nameOf(table)}.${name} is gone: make it again first`),
  );
  return { columns, key };
}

async function stageOne(
  { log }: Task,
  open: Open,
  shapes: Shapes,
  { table, reachedFrom }: TableInScope,
  { schema, options, number }: { schema: string; options: RepairOptions; number: number },
): Promise<Piece> {
  const hasAfter = open.after !== undefined;
  const { columns, key } = await columnsToStage(open.live, table, shapes, options);
  const before: Side = { session: open.before, shape: shapes.before };
  const live: Side | undefined = shapes.live && { session: open.live, shape: shapes.live };
  // A table that is not there any more right after the accident has no rows then.
  const after = open.after && shapes.after ? { session: open.after, shape: shapes.after } : undefined;
  const bare = {
    ...{ schema: table.schema, name: table.name, number, reachedFrom, columns, key, hasAfter },
    ...(options.window && { window: options.window }),
    ...{ newer: 0, deletedSince: 0, made: 0, rules: rulesOf(shapes.before) },
    sequences: shapes.before.sequences.flatMap(({ sequence, last }) =>
      last === null ? [] : [{ sequence, last }],
    ),
  };
  const staged = new Staged(bare, shapes.live, schema);
  const { make, fill } = stagingOf(open.live, staged);
  await make('b');
  if (hasAfter) await make('a');
  const others = hasAfter ? after : live;
  let made = 0;
  if (!others) await fill('b', before, new Comparison(before, before, { columns, key }).rows(before));
  else {
    const comparison = new Comparison(before, others, { columns, key });
    if (await comparison.find(before, others)) {
      await fill('b', before, comparison.rows(before));
      if (hasAfter) {
        await fill('a', others, comparison.rows(others));
        made = await keepDifferences(open.live, staged);
      }
    }
  }
  const since = live ? await writtenSince(after ?? before, live, { columns, key }, hasAfter) : {};
  log.info(`✓ ${nameOf(table)} is compared`);
  return { ...bare, ...since, made };
}

/** Makes the tables that rows of a state are staged in, `b` from before the accident and `a` from after it, and fills them. */
function stagingOf(live: Session, staged: Staged) {
  const { columns } = staged.piece;
  const definition = columns.map(({ name, type }) => `${quoteName(name)} ${type}`).join(', ');
  const make = async (letter: 'a' | 'b') => live.run(`CREATE TABLE ${staged.at(letter)} (${definition})`);
  const fill = async (letter: 'a' | 'b', { session }: Side, sql: string) => {
    try {
      await session.copy(
        `COPY (${sql}) TO STDOUT`,
        live,
        `COPY ${staged.at(letter)} (${staged.names(columns)}) FROM STDIN`,
      );
    } catch (error) {
      throw new ActionError(
        `Rows of ${nameOf(staged.piece)} do not fit into the table as it is today, and nothing was changed: ${withoutFullStop(messageOf(error))}.`,
        { cause: error, details: error instanceof ActionError ? error.details : [] },
      );
    }
    await live.run(`${staged.indexSql(letter)}; ANALYZE ${staged.at(letter)}`);
  };
  return { make, fill };
}

/** Takes away what lies beside rows that differ, and says how many rows the accident has made. */
async function keepDifferences(live: Session, staged: Staged): Promise<number> {
  const { made } = await live.one<{ made: string }>(
    `SELECT count(*)::text AS made FROM ${staged.at('a')} AS a WHERE NOT EXISTS (SELECT FROM ${staged.at('b')} AS b WHERE ${staged.sameKey('a', 'b')})`,
  );
  await live.run(
    `DELETE FROM ${staged.at('b')} AS b USING ${staged.at('a')} AS a WHERE ${staged.sameKey('a', 'b')}
       AND ROW(b.*)::record OPERATOR(pg_catalog.*=) ROW(a.*)::record;
     ANALYZE ${staged.at('b')}`,
  );
  return Number(made);
}

/** What users have written since, by the newest state that is known. */
async function writtenSince(
  reference: Side,
  live: Side,
  { columns, key }: { columns: Piece['columns']; key: readonly string[] },
  hasAfter: boolean,
): Promise<Pick<Piece, 'newer' | 'deletedSince'>> {
  const common = columns.filter(({ name }) =>
    [reference, live].every(({ shape }) => shape.columns.some((column) => column.name === name)),
  );
  const comparison = new Comparison(reference, live, { columns: common, key });
  if (!(await comparison.find(reference, live))) return { newer: 0, deletedSince: 0 };
  const { onlyOne, onlyOther, changed } = await comparison.counts(reference, live);
  return hasAfter
    ? { newer: onlyOther + changed, deletedSince: onlyOne }
    : { newer: onlyOther, deletedSince: 0 };
}

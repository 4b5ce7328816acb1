import { ActionError } from '../../base/errors.ts';
import { WAITS } from '../../base/waits.ts';
import { type Head, headsOf } from '../../domain/snapshots/migrations.ts';
import { nameOf, tablesOf } from '../../domain/snapshots/tables.ts';
import type { Server } from '../../systems/postgres/session.ts';

/** How far a database is, and what is in it that a down-migration could take away: columns, by the name of their table. */
export interface SchemaState {
  readonly heads: readonly Head[];
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/** Reads it; a migration that hangs with a lock on its own table is not waited for. */
export const readState = (server: Server, version: string): Promise<SchemaState> =>
  server.use(server.database, async (session) => {
    await session.run(`SET lock_timeout = ${WAITS.SWITCH_LOCK_MS}`);
    const tables = (await tablesOf(session, undefined, false)).filter(({ kind }) => kind === 'table');
    const columns = tables.map((table) => [nameOf(table), table.columns.map(({ name }) => name)] as const);
    return { heads: await headsOf(session, tables, version), columns: new Map(columns) };
  });

/** Whether the migrations are where they were asked to be. */
export const isAt = ({ heads }: SchemaState, to: string): boolean =>
  heads.some(({ head, isDirty }) => head === to && !isDirty);

/**
 * The tool that has to go down. Nothing is begun where it could not be known afterwards whether it worked, or where the command
 * would lead to what has never been.
 *
 * @throws ActionError with the reason
 */
export function headToMove({ heads }: SchemaState, to: string, database: string): Head {
  if (heads.length === 0)
    throw new ActionError(
      `The database ${database} has no table of migrations of a tool that goes down (Alembic, Django, EF Core, golang-migrate, goose, Knex, Liquibase, Rails, Sequelize), so nothing would show whether \`down-command\` worked; take the command out.`,
    );
  const dirty = heads.find(({ isDirty }) => isDirty);
  if (dirty)
    throw new ActionError(
      `${dirty.table} says that the migration ${dirty.head} failed in the middle (dirty), and its tool goes nowhere from there; set it right with the tool first (\`migrate force\`).`,
    );
  const head = heads.find(({ wasAt }) => wasAt === true) ?? heads.find(({ wasAt }) => wasAt === undefined);
  const [first] = heads as [Head];
  if (!head)
    throw new ActionError(
      `The migrations of ${database} are at ${first.head || 'none'} and have never been at ${JSON.stringify(to)}, which \`down-to\` names; ${first.table} lists where they have been.`,
    );
  if (isNumber(head.head) && isNumber(to) && BigInt(to) > BigInt(head.head))
    throw new ActionError(
      `The migrations of ${database} are at ${head.head}, and \`down-to: ${to}\` is newer; a rollback does not go forward.`,
    );
  return head;
}

const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** What one state has and a later one lacks: tables, and columns of those that are still there. */
export function gone(before: SchemaState, after: SchemaState): string[] {
  return [...before.columns].flatMap(([table, columns]) => {
    const left = after.columns.get(table);
    if (left === undefined) return [`table ${table}`];
    return columns.filter((name) => !left.includes(name)).map((name) => `column ${table}.${name}`);
  });
}

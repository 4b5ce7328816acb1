import { quoteTable } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { Snapshot } from './snapshot.ts';
import { nameOf, type Table } from './tables.ts';

/** Where a tool that changes schemas writes down how far it is. */
interface Tool {
  /** The columns that it is told by. */
  readonly has: readonly string[];
  /** The newest entry, and by what it is the newest, as SQL. */
  readonly head: string;
  readonly order: string;
  /** It has no way down, or writes another entry when it goes down, so that the newest one does not say where it is. */
  readonly isOneWay?: true;
}

const TOOLS: Record<string, Tool> = {
  flyway_schema_history: {
    has: ['version', 'installed_rank'],
    head: 'coalesce(version, description)',
    order: 'installed_rank',
    isOneWay: true,
  },
  databasechangelog: { has: ['id', 'orderexecuted'], head: 'id', order: 'orderexecuted' },
  alembic_version: { has: ['version_num'], head: 'version_num', order: 'version_num' },
  schema_migrations: { has: ['version'], head: 'version::text', order: 'version' },
  knex_migrations: { has: ['id', 'name'], head: 'name', order: 'id' },
  _prisma_migrations: {
    has: ['migration_name', 'started_at'],
    head: 'migration_name',
    order: 'started_at',
    isOneWay: true,
  },
  django_migrations: { has: ['id', 'app', 'name'], head: `app || '.' || name`, order: 'id' },
  SequelizeMeta: { has: ['name'], head: 'name', order: 'name' },
  __EFMigrationsHistory: { has: ['MigrationId'], head: '"MigrationId"', order: '"MigrationId"' },
  goose_db_version: { has: ['id', 'version_id'], head: 'version_id::text', order: 'id' },
  __drizzle_migrations: { has: ['id', 'hash'], head: 'hash', order: 'id', isOneWay: true },
};

/** Whether a table is one in which such a tool writes down how far it is. */
export const isOfMigrations = ({ name }: { name: string }): boolean => Object.hasOwn(TOOLS, name);

/** How far the schema's migrations are, by each tool that wrote it down in these tables. */
export async function migrationHeads(
  session: Session,
  tables: readonly Table[],
): Promise<Snapshot['migrations']> {
  const heads: Snapshot['migrations'] = [];
  for (const table of tables) {
    const tool = toolOf(table);
    if (!tool) continue;
    const from = quoteTable(table);
    const row = await session.one<{ head: string | null; applied: string }>(
      `SELECT (SELECT ${tool.head} FROM ${from} ORDER BY ${tool.order} DESC LIMIT 1)::text AS head, count(*)::text AS applied FROM ${from}`,
    );
    heads.push({ schema: table.schema, name: table.name, head: row.head ?? '', applied: row.applied });
  }
  return heads;
}

/** How far a tool is that can go down again. */
export interface Head {
  readonly table: string;
  /** The newest entry; empty where there is none. */
  readonly head: string;
  /** A migration has failed in the middle: golang-migrate goes nowhere before a person says where it is. */
  readonly isDirty: boolean;
  /** Whether it has been at the entry that was requested; undefined where the tool keeps the newest alone. */
  readonly wasAt: boolean | undefined;
}

/** The heads of the tools that can go down, and whether each has been at `asked`. */
export async function headsOf(session: Session, tables: readonly Table[], version: string): Promise<Head[]> {
  const heads: Head[] = [];
  for (const table of tables) {
    const tool = toolOf(table);
    if (!tool || tool.isOneWay) continue;
    const from = quoteTable(table);
    const hasDirty = hasColumn(table, 'dirty');
    const row = await session.one<{ head: string | null; dirty: boolean; known: boolean }>(
      `SELECT (SELECT ${tool.head} FROM ${from} ORDER BY ${tool.order} DESC LIMIT 1)::text AS head,
        ${hasDirty ? `EXISTS (SELECT FROM ${from} WHERE dirty)` : 'false'} AS dirty,
        EXISTS (SELECT FROM ${from} WHERE (${tool.head})::text = $1) AS known`,
      [version],
    );
    const keepsNewestAlone = hasDirty || table.name === 'alembic_version';
    heads.push({
      table: nameOf(table),
      head: row.head ?? '',
      isDirty: row.dirty,
      wasAt: keepsNewestAlone ? undefined : row.known,
    });
  }
  return heads;
}

const hasColumn = ({ columns }: Table, wanted: string): boolean =>
  columns.some(({ name }) => name === wanted);

function toolOf(table: Table): Tool | undefined {
  const tool = Object.hasOwn(TOOLS, table.name) ? TOOLS[table.name] : undefined;
  return tool?.has.every((column) => hasColumn(table, column)) ? tool : undefined;
}

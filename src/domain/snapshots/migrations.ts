import { quoteTable } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { Snapshot } from './snapshot.ts';
import type { Table } from './tables.ts';

/** Where the tools that change schemas write down how far they are: the columns that tell it by, and the newest entry as SQL. */
const TOOLS: Record<
  string,
  { readonly has: readonly string[]; readonly head: string; readonly order: string }
> = {
  flyway_schema_history: {
    has: ['version', 'installed_rank'],
    head: 'coalesce(version, description)',
    order: 'installed_rank',
  },
  databasechangelog: { has: ['id', 'orderexecuted'], head: 'id', order: 'orderexecuted' },
  alembic_version: { has: ['version_num'], head: 'version_num', order: 'version_num' },
  schema_migrations: { has: ['version'], head: 'version::text', order: 'version' },
  knex_migrations: { has: ['id', 'name'], head: 'name', order: 'id' },
  _prisma_migrations: { has: ['migration_name', 'started_at'], head: 'migration_name', order: 'started_at' },
  django_migrations: { has: ['id', 'app', 'name'], head: `app || '.' || name`, order: 'id' },
  SequelizeMeta: { has: ['name'], head: 'name', order: 'name' },
  __EFMigrationsHistory: { has: ['MigrationId'], head: '"MigrationId"', order: '"MigrationId"' },
  goose_db_version: { has: ['id', 'version_id'], head: 'version_id::text', order: 'id' },
  __drizzle_migrations: { has: ['id', 'hash'], head: 'hash', order: 'id' },
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
    const tool = Object.hasOwn(TOOLS, table.name) ? TOOLS[table.name] : undefined;
    const columns = table.columns.map(({ name }) => name);
    if (!tool?.has.every((column) => columns.includes(column))) continue;
    const from = quoteTable(table);
    const row = await session.one<{ head: string | null; applied: string }>(
      `SELECT (SELECT ${tool.head} FROM ${from} ORDER BY ${tool.order} DESC LIMIT 1)::text AS head, count(*)::text AS applied FROM ${from}`,
    );
    heads.push({ schema: table.schema, name: table.name, head: row.head ?? '', applied: row.applied });
  }
  return heads;
}

import { ActionError } from '../base/errors.ts';
import type { Server } from '../systems/postgres/session.ts';
import type { Backup } from './backup/backup.ts';

/** Extensions that a server takes in one database alone, which its settings name, and the schema that each has. */
const IN_ONE_DATABASE: ReadonlyMap<string, string> = new Map([['pg_cron', 'cron']]);

/**
 * What keeps a database from being restored beside itself, looked for before anything is fetched. One that cannot be read is no reason
 * to stop: the restore says so then.
 *
 * @throws ActionError with what can be done instead
 */
export async function requireRestorableBeside(server: Server): Promise<void> {
  const found = await server
    .use(server.database, (live) =>
      live.query<{ name: string }>(
        'SELECT extname::text AS name FROM pg_extension WHERE extname = ANY ($1)',
        [[...IN_ONE_DATABASE.keys()]],
      ),
    )
    .catch((error: unknown) => {
      if (!(error instanceof ActionError)) throw error;
      return [];
    });
  const [first] = found;
  if (!first) return;
  throw new ActionError(
    `"${server.database}" has the extension ${first.name}, which PostgreSQL takes in one database of a server alone, so it cannot be restored beside itself; nothing was changed. Use \`strategy: in-place\` as the owner of the extension, or \`strategy: repair\` for some tables.`,
  );
}

/** The backup without those extensions, where only rows of other tables are wanted of it. Pure. */
export const withoutOneDatabaseExtensions = <B extends Pick<Backup, 'extensions'>>(backup: B): B => ({
  ...backup,
  extensions: backup.extensions.filter(({ name }) => !IN_ONE_DATABASE.has(name)),
});

const ENTRY = new RegExp(
  [...IN_ONE_DATABASE].map(([name, schema]) => `^EXTENSION - ${name}( |$)|^[A-Z ]+ ${schema} `).join('|'),
);

/** Whether a line of pg_restore's list is about one of them, or what is in its schema. Pure. */
export const isOfOneDatabaseExtension = (text: string): boolean => ENTRY.test(text);

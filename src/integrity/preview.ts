import {
  requireMatches,
  requireReadable,
  type Scope,
  scopeOf,
  tablesOf,
} from '../domain/snapshots/tables.ts';
import type { Server } from '../systems/postgres/session.ts';

/** What a capture would read: says so in one sentence. @throws ActionError where a table may not be read */
export async function preview(server: Server, scope: Scope): Promise<string> {
  return server.use(server.database, async (session) => {
    const all = await tablesOf(session);
    requireMatches(scope, all, server.database);
    const tables = all.filter(scopeOf(scope)).filter(({ kind }) => kind === 'table');
    requireReadable(tables, server.user);
    const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
    return `Planned: ${tables.length} tables of ${server.database} with ${(bytes / 1e6).toFixed(1)} MB would be read; nothing was read.`;
  });
}

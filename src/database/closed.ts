import { inAnyCase } from '../base/settled.ts';
import { quoteName } from '../systems/postgres/quote.ts';
import { codeOf, type Server } from '../systems/postgres/session.ts';
import { connectMaintenanceDb, readDatabases } from './observe.ts';

/**
 * Runs `work` while a database that a rollback has replaced can be connected to: it is closed so that no client goes on writing
 * into it. A database that was closed otherwise stays closed.
 */
export async function whileOpen<T>(server: Server, database: string, work: () => Promise<T>): Promise<T> {
  if (!(await isClosed(server, database))) return work();
  const session = await connectMaintenanceDb(server);
  const allow = (isOpen: boolean) =>
    session.run(`ALTER DATABASE ${quoteName(database)} ALLOW_CONNECTIONS ${isOpen}`);
  try {
    const found = (await readDatabases(session)).find(({ name }) => name === database);
    if (found?.note === undefined) return await work();
    await allow(true);
    return await inAnyCase(work, () => allow(false));
  } finally {
    await session.close();
  }
}

/** PostgreSQL's error for a database that accepts no connections. */
const NOT_ACCEPTING = '55000';

async function isClosed(server: Server, database: string): Promise<boolean> {
  try {
    await (await server.connect(database)).close();
    return false;
  } catch (error) {
    // Anything else is said by the work itself.
    return codeOf(error) === NOT_ACCEPTING;
  }
}

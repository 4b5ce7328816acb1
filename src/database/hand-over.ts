import { quoteName } from '../systems/postgres/quote.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import type { RestoreRole } from './restore-role.ts';

/**
 * Gives what was restored to whom it belongs: first all of it to the owner of the database, then what the backup says
 * of owners and privileges, a statement each and in latin1.
 *
 * @returns the statements that the server refused
 */
export async function handOver(
  server: Server,
  database: string,
  { owner, restorer, after }: { owner: string; restorer: RestoreRole | undefined; after: readonly string[] },
): Promise<string[]> {
  return server.use(database, async (session) => {
    // What was restored may have functions and operators that look like PostgreSQL's own.
    await session.run('SET search_path = pg_catalog, pg_temp');
    if (restorer) {
      const role = quoteName(restorer.name);
      await session.run(
        `BEGIN; REASSIGN OWNED BY ${role} TO ${quoteName(owner)}; DROP OWNED BY ${role}; COMMIT`,
      );
    }
    // Who may create in a schema is asked when something there is given to him.
    const lines = [...after.filter(isOfSchema), ...after.filter((line) => !isOfSchema(line))];
    return carryOut(session, lines);
  });
}

const isOfSchema = (line: string): boolean => / ON SCHEMA /.test(line);

/** All at once, or where that fails one by one. */
async function carryOut(session: Session, lines: readonly string[]): Promise<string[]> {
  if (lines.length === 0) return [];
  const text = (line: string) => Buffer.from(line, 'latin1').toString('utf8').replace(/;$/, '');
  try {
    await session.run(['BEGIN', ...lines.map(text), 'COMMIT'].join(';\n'));
    return [];
  } catch {
    await session.run('ROLLBACK');
  }
  const refused: string[] = [];
  for (const line of lines) await session.run(text(line)).catch(() => refused.push(line));
  return refused;
}

import { isOfRights } from '../systems/postgres/integrity/rights.ts';
import { schemaObjects } from '../systems/postgres/integrity/schema.ts';
import { quoteName } from '../systems/postgres/quote.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import type { Backup } from './backup/backup.ts';
import { objectsIn, rightsToCarry } from './backup/carry-over.ts';
import type { RestoreRole } from './restore-role.ts';

/** What is changed in one transaction: each thing is locked until it ends, and a server has room for some thousands. */
const AT_A_TIME = 200;

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
      await giveTables(session, restorer.name, owner);
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

/** Many tables go to their owner some at a time, with their indexes; the last ones with all the rest. */
async function giveTables(session: Session, from: string, to: string): Promise<void> {
  for (;;) {
    const tables = await session.query<{ name: string }>(
      `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
       JOIN pg_roles r ON r.oid = relowner WHERE rolname = $1 AND relkind IN ('r', 'p', 'm', 'f') LIMIT ${AT_A_TIME}`,
      [from],
    );
    if (tables.length < AT_A_TIME) return;
    const all = tables.map(({ name }) => `ALTER TABLE ${name} OWNER TO ${quoteName(to)}`);
    await session.run(['BEGIN', ...all, 'COMMIT'].join('; '));
  }
}

/** Some at a time, and where that fails one by one. Returns those that failed. */
async function carryOut(session: Session, lines: readonly string[]): Promise<string[]> {
  const refused: string[] = [];
  for (let at = 0; at < lines.length; at += AT_A_TIME)
    refused.push(...(await carryOutTogether(session, lines.slice(at, at + AT_A_TIME))));
  return refused;
}

async function carryOutTogether(session: Session, lines: readonly string[]): Promise<string[]> {
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

/**
 * Gives the objects of a restored database the owners and grants that the live one's have, where the backup was made without
 * any.
 *
 * @param again statements of the backup that were refused, maybe for want of such a grant
 * @returns the statements that the server refused
 */
export async function carryRightsOver(
  server: Server,
  database: string,
  backup: Backup,
  again: readonly string[],
): Promise<string[]> {
  if (backup.hasGrants && backup.hasOwners) return [];
  const wanted = await server.use(server.database, (live) => rightsToCarry(live, backup));
  return server.use(database, async (session) => {
    await session.run(`SET search_path = ''`);
    const there = await objectsIn(session);
    const lines = wanted.filter(({ object }) => object === '' || there.has(object)).map(({ sql }) => sql);
    return carryOut(session, [...lines.map((line) => Buffer.from(line).toString('latin1')), ...again]);
  });
}

/** Names that a sentence can hold. */
const TOLD = 5;

/**
 * What decides who may do what, or happens by itself, and is another thing in the restored database than in the live one: it
 * was so when the backup was made, or was not carried out.
 *
 * @returns a sentence; undefined where there is nothing
 */
export async function describeOtherRights(server: Server, database: string): Promise<string | undefined> {
  const read = (name: string) =>
    server.use(name, async (session) => {
      await session.run(`SET search_path = ''; SET lock_timeout = '2s'`);
      return schemaObjects(session);
    });
  const [live, restored] = [await read(server.database), await read(database)];
  const key = ({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`;
  const isTold = ({ kind }: { kind: string }) =>
    isOfRights(kind) || ['policy', 'trigger', 'rule'].includes(kind);
  const hashes = new Map(restored.map((object) => [key(object), object.hash]));
  const tables = new Set(restored.flatMap(({ table }) => (table ? [JSON.stringify(table)] : [])));
  const differ = live.filter(isTold).filter((object) => {
    const hash = hashes.get(key(object));
    // What belongs to a table that is not there, or is somebody's of an object that is not there, goes with it.
    if (hash === undefined)
      return (
        !/^(?:owner|grants) /.test(object.kind) && (!object.table || tables.has(JSON.stringify(object.table)))
      );
    return hash !== object.hash;
  });
  if (differ.length === 0) return undefined;
  const more = differ.length > TOLD ? ` and ${differ.length - TOLD} more` : '';
  return `In the restored database ${differ.length} owners, grants, policies, triggers and the like are not what they are in the live one: ${differ.slice(0, TOLD).map(key).join(', ')}${more}.`;
}

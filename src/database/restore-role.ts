import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { messageOf } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { quoteName, quoteText } from '../systems/postgres/quote.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import { clockOf } from './clock.ts';

/**
 * The role that restores a backup: it is made for it, may do nothing outside the side database and is dropped afterwards. So
 * what a backup holds reaches no further, whatever it is and whether or not it was seen.
 */
export interface RestoreRole {
  readonly name: string;
  /** The server for this role. */
  readonly server: Server;
}

/** Written on the role, so that what a run that died has left is known. */
const MARK = 'rollback-actions: restores a backup';
/** After this long the role cannot log in any more, also where the run that made it died. */
const VALID_MS = 86_400_000;
const ITERATIONS = 4096;

/** The role that is wanted. */
interface Wanted {
  readonly name: string;
  /** The only database that it is for. */
  readonly database: string;
  /** What it may do in it from the beginning. */
  readonly privileges: 'CONNECT, CREATE, TEMPORARY' | 'CONNECT';
  /** Connections that it may have at a time. */
  readonly connections: number;
}

/**
 * Makes the role that restores.
 *
 * @returns the role, or in a sentence's end why the user of `server` can make none
 */
export async function makeRestoreRole(
  session: Session,
  server: Server,
  { name, database, privileges, connections }: Wanted,
): Promise<RestoreRole | string> {
  const password = randomBytes(24).toString('base64url');
  const role = quoteName(name);
  const until = new Date((await clockOf(session)) + VALID_MS).toISOString();
  const tablespaces = await grantableTablespaces(session);
  const membership = session.version >= 160_000 ? ' WITH INHERIT TRUE, SET TRUE' : '';
  try {
    await session.run(
      `BEGIN;
       CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD ${quoteText(verifierOf(password))}
         VALID UNTIL ${quoteText(until)} CONNECTION LIMIT ${connections};
       COMMENT ON ROLE ${role} IS ${quoteText(MARK)};
       GRANT ${role} TO CURRENT_USER${membership};
       GRANT ${privileges} ON DATABASE ${quoteName(database)} TO ${role};
       ${tablespaces.map((tablespace) => `GRANT CREATE ON TABLESPACE ${quoteName(tablespace)} TO ${role};`).join('\n')}
       COMMIT`,
    );
  } catch (error) {
    await session.run('ROLLBACK');
    return `"${server.user}" cannot create a role for it (${withoutFullStop(messageOf(error))}; ALTER ROLE … CREATEROLE lets it)`;
  }
  const restorer = { name, server: server.withUser(name, password) };
  try {
    await (await restorer.server.connectOnce(database)).close();
    return restorer;
  } catch (error) {
    await dropRestoreRole(session, server, { name, database });
    return `a role that is made for it cannot log in (${withoutFullStop(messageOf(error))}; pg_hba.conf has to let it)`;
  }
}

/** A backup names a table's tablespace, where the role may create nothing without a grant. */
async function grantableTablespaces(session: Session): Promise<string[]> {
  const rows = await session.query<{ name: string }>(
    `SELECT spcname::text AS name FROM pg_catalog.pg_tablespace
     WHERE spcname NOT IN ('pg_default', 'pg_global') AND pg_catalog.has_tablespace_privilege(oid, 'CREATE WITH GRANT OPTION') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Said where no role can be made; what is weaker then is said too. */
export const withAllRights = (reason: string): string =>
  `The backup is restored with all rights of the user of \`database-url\`, so only what was recognized in it is kept from reaching other databases: ${reason}.`;

/** Lets the role create in `public`: from PostgreSQL 15 on only the database's owner may. */
export async function openSchema(owner: Session, role: string): Promise<void> {
  const { owns } = await owner.one<{ owns: boolean }>(
    `SELECT pg_catalog.pg_has_role(nspowner, 'USAGE') AS owns FROM pg_catalog.pg_namespace WHERE nspname = 'public'`,
  );
  if (owns) await owner.run(`GRANT USAGE, CREATE ON SCHEMA public TO ${quoteName(role)}`);
}

/** Drops a role; what it still has in its database goes before. */
export async function dropRestoreRole(
  session: Session,
  server: Server,
  { name, database }: Pick<Wanted, 'name' | 'database'>,
): Promise<void> {
  await server.use(database, (owner) => owner.run(`DROP OWNED BY ${quoteName(name)}`));
  await dropOwnRole(session, name);
}

/** Drops a role of this name that a restore has made, if there is one; it has nothing any more. */
export async function dropOwnRole(session: Session, name: string): Promise<void> {
  if ((await ownRoles(session)).includes(name)) await session.run(`DROP ROLE ${quoteName(name)}`);
}

/** Roles that restores have made. */
export async function ownRoles(session: Session): Promise<string[]> {
  const roles = await session.query<{ name: string }>(
    `SELECT rolname::text AS name FROM pg_roles r WHERE NOT rolsuper AND shobj_description(r.oid, 'pg_authid') = $1`,
    [MARK],
  );
  return roles.map(({ name }) => name);
}

/** What the server keeps of a password (SCRAM-SHA-256), so that the password itself is in none of its logs. */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const keyed = (words: string) => createHmac('sha256', salted).update(words).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

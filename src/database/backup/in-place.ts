import { randomBytes } from 'node:crypto';
import { messageOf } from '../../base/errors.ts';
import { WAITS } from '../../base/waits.ts';
import type { TableName } from '../../domain/snapshots/snapshot.ts';
import { quoteName, quoteText } from '../../systems/postgres/quote.ts';
import type { Server, Session } from '../../systems/postgres/session.ts';
import { carryOver, definersOf, handOver, inLatin1, schemasFirst, statementText } from '../hand-over.ts';
import { isRoleNameOf, nameFor } from '../note.ts';
import {
  dropRestoreRole,
  makeRestoreRole,
  ownRoles,
  type RestoreRole,
  withAllRights,
} from '../restore-role.ts';
import type { Backup } from './backup.ts';
import { type Carried, guarded, notCarriedSentence, refusedOf, rightsToCarry } from './carry-over.ts';
import { CLEAR } from './clear.ts';
import { schemasOf } from './extensions.ts';
import { dropGates, type Gate, makeGate } from './gate.ts';
import { leftOutSentence, type Rights, rightsOf } from './ownership.ts';
import { psql } from './psql.ts';
import type { Restored, RestoreOptions } from './restore.ts';
import { scriptOf } from './script-of.ts';

interface InPlaceOptions extends Omit<RestoreOptions, 'jobs' | 'restorer'> {
  /** What is there; a backup that has none of these tables is of something else. */
  readonly replaces?: readonly TableName[];
}

/** The transaction around the script, and the role that runs it. */
interface Frame {
  readonly server: Server;
  readonly before: string;
  /** What makes that it may be committed, once the script has come to its end. */
  readonly end: () => string;
}

/**
 * Replaces what a database holds by a backup, in one transaction: it commits only where the whole backup was carried
 * out, and whatever fails before leaves the database as it was. Others wait for the tables meanwhile. A backup that has
 * none of the tables `replaces` is of something else, and fails too.
 *
 * It is carried out by a role that is made for it and owns nothing but what it makes; what that is goes to the owner of the
 * database in a second transaction. Where no role can be made, by the user of `server`, with a warning.
 *
 * @throws ActionError with PostgreSQL's words; the old contents are there
 */
export async function restoreInPlace(
  backup: Backup,
  options: InPlaceOptions,
): Promise<Pick<Restored, 'leftOut'>> {
  return replaceBy(
    (rights, asOwner) =>
      scriptOf(backup, rights, {
        ...options,
        inTransaction: true,
        // Where another role restores, they are made before, for extensions.
        schemas: asOwner ? new Set() : schemasOf(backup.extensions),
      }),
    backup,
    options,
  );
}

/** A script, and what was kept out of it once it was read to its end. */
type Read = (rights: Rights, asOwner: boolean) => Restored & { readonly script: AsyncIterable<Buffer> };

/** Carries out a script in the place of what is there, whatever is in it. */
export async function replaceBy(
  read: Read,
  backup: Pick<Backup, 'extensions' | 'hasGrants' | 'hasOwners'>,
  options: InPlaceOptions,
): Promise<Pick<Restored, 'leftOut'>> {
  const { extensions } = backup;
  const { database, log, signal } = options;
  const server = options.server.withSignal(signal);
  return server.use(database, async (session) => {
    await sweep(session, server, database);
    const rights = await rightsOf(session, extensions, options.unrestricted);
    const owner = await ownerFor(session, database);
    const known = await server.use(database, definersOf);
    // What was there before is not there any more when it is wanted.
    const carried = await server.use(database, (live) => rightsToCarry(live, backup, true));
    const restorer = await restorerFor(session, server, options, owner);
    if (typeof restorer === 'string' || owner === undefined) {
      log.warn(withAllRights(String(restorer)));
      return replaceWithAllRights(read, rights, carried, { ...options, server });
    }
    try {
      const creatable = extensions.filter(({ name }) => !rights.deniedExtensions.has(name));
      const gate = await makeGate(session, { role: restorer.name, extensions: creatable });
      const { script, leftOut, after } = read(rights, false);
      const frame = frameOf(restorer, gate, () => [...after, ...carried.map(inLatin1)]);
      await transact(script, frame, { ...options, version: rights.version });
      // It has done its part, and is nothing that was restored.
      await dropGates(session);
      const { refused, warnings } = await handOver(server, database, { owner, restorer, after, known });
      // Whose something is may hang on a grant of a schema that the backup was made without.
      const again = backup.hasGrants ? [] : refused;
      const over = await carryOver(server, database, { carried, again, known });
      for (const sentence of [...warnings, ...over.warnings, notCarriedSentence(over.notCarried)])
        if (sentence) log.warn(sentence);
      return warnOfLeftOut([...leftOut, ...(backup.hasGrants ? refused : []), ...over.refused], log);
    } finally {
      // A run that is cancelled leaves it to the next one.
      if (!signal.aborted)
        await sweep(session, server, database).catch((error) =>
          log.warn(
            `The role or gate of the restore in place could not be removed (the next one removes it): ${messageOf(error)}`,
          ),
        );
    }
  });
}

/** Carries out a script as the user of `database-url`, where no role of its own can be made for it. */
async function replaceWithAllRights(
  read: Read,
  rights: Rights,
  carried: readonly Carried[],
  options: InPlaceOptions,
): Promise<Pick<Restored, 'leftOut'>> {
  const { server, log } = options;
  const { script, leftOut, after } = read(rights, true);
  const ofBackup = () => schemasFirst(after).map(statementText);
  const frame = ownFrame(server, () => [...ofBackup(), ...carried.map(({ sql }) => sql)]);
  const warnings = await transact(script, frame, { ...options, version: rights.version });
  const { refused, others } = refusedOf(warnings, ofBackup());
  const notCarried = notCarriedSentence(others);
  if (notCarried) log.warn(notCarried);
  return warnOfLeftOut([...leftOut, ...refused.map((sql) => inLatin1({ sql: `${sql};` }))], log);
}

/** The role that restores, or why there is none. */
async function restorerFor(
  session: Session,
  server: Server,
  { database, unrestricted }: InPlaceOptions,
  owner: string | undefined,
): Promise<RestoreRole | string> {
  if (unrestricted) return 'that was agreed to';
  if (owner === undefined) return `"${server.user}" does not own the database`;
  const name = nameFor(database, randomBytes(8).toString('hex'), 'role');
  return makeRestoreRole(session, server, { name, database, privileges: 'CONNECT', connections: 2 });
}

/** The owner of the database, where the user of the session may act as it. */
async function ownerFor(session: Session, database: string): Promise<string | undefined> {
  const privilege = session.version >= 160_000 ? 'SET' : 'MEMBER';
  const { owner, may } = await session.one<{ owner: string; may: boolean }>(
    `SELECT pg_get_userbyid(datdba)::text AS owner, pg_has_role(datdba, '${privilege}') AS may FROM pg_database WHERE datname = $1`,
    [database],
  );
  return may ? owner : undefined;
}

/** Drops what restores in place have left in this database: gates, and roles, whose things go to the owner first. */
async function sweep(session: Session, server: Server, database: string): Promise<void> {
  await dropGates(session);
  const owner = await ownerFor(session, database);
  const left = (await ownRoles(session)).filter((name) => isRoleNameOf(name, database));
  for (const name of left) {
    if (owner !== undefined) await session.run(`REASSIGN OWNED BY ${quoteName(name)} TO ${quoteName(owner)}`);
    await dropRestoreRole(session, server, { name, database });
  }
}

async function transact(
  script: AsyncIterable<Buffer>,
  { server, before, end }: Frame,
  { replaces = [], database, version, signal }: InPlaceOptions & { readonly version: number },
): Promise<readonly string[]> {
  // What is reported as done must be on the disk, as nothing else is committed after it that would fix that.
  const after = () => `${requireOneOf(replaces)}\n${end()}\nSET LOCAL synchronous_commit = local;\nCOMMIT;`;
  return psql({ before, script, after }, { server, database, version, signal });
}

/** The transaction of a role that owns nothing. */
const frameOf = (restorer: RestoreRole, gate: Gate, grants: () => readonly string[]): Frame => ({
  server: restorer.server,
  before: `SET client_min_messages = warning;\nBEGIN;\n${gate.open}`,
  end: () => `${gate.grant(grants())}\n${gate.close}`,
});

/** The transaction of the user of `server` itself. */
function ownFrame(server: Server, rights: () => readonly string[]): Frame {
  const guard = guardOf(randomBytes(12).toString('hex'));
  return {
    server,
    before: `SET client_min_messages = warning;
    BEGIN;
    ${guard.close}
    SET LOCAL lock_timeout = ${WAITS.IN_PLACE_LOCK_MS};
    ${CLEAR}
    SET LOCAL lock_timeout = 0;`,
    end: () => `SET LOCAL client_min_messages = warning;\n${guarded(rights())}\n${guard.open}`,
  };
}

function warnOfLeftOut(leftOut: readonly string[], log: RestoreOptions['log']): Pick<Restored, 'leftOut'> {
  const sentence = leftOutSentence(leftOut);
  if (sentence) log.warn(sentence);
  return { leftOut };
}

/**
 * Keeps the script from committing the transaction itself: a row that violates a deferred constraint, and the row that repairs
 * it before our own COMMIT. A COMMIT that was overlooked in the backup fails, and undoes everything.
 */
function guardOf(name: string): { readonly close: string; readonly open: string } {
  const [parent, child] = [`pg_temp.p_${name}`, `pg_temp.c_${name}`];
  return {
    close: `CREATE TEMPORARY TABLE p_${name} (a int PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMPORARY TABLE c_${name} (a int REFERENCES ${parent} DEFERRABLE INITIALLY DEFERRED) ON COMMIT DROP;
    INSERT INTO ${child} VALUES (1);`,
    open: `INSERT INTO ${parent} VALUES (1);`,
  };
}

/** SQL that fails where none of these tables is there; the names go as a value, so that they may hold anything. */
function requireOneOf(tables: readonly TableName[]): string {
  if (tables.length === 0) return '';
  const names = JSON.stringify(tables.map(({ schema, name }) => ({ schema, name })));
  // The script may have left another encoding and search path.
  return `
    SET LOCAL client_encoding = 'UTF8';
    SET LOCAL search_path = pg_catalog, pg_temp;
    SELECT set_config('rollback_actions.tables', ${quoteText(names)}, true);
    DO $check$
    BEGIN
      IF NOT EXISTS (SELECT FROM json_to_recordset(current_setting('rollback_actions.tables')::json) AS t(schema text, name text)
        JOIN pg_namespace n ON n.nspname = t.schema JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = t.name) THEN
        RAISE EXCEPTION 'it has none of the tables that are there, so it is of another database; nothing was changed';
      END IF;
    END
    $check$;`;
}

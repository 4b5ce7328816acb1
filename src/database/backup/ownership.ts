import { ActionError } from '../../base/errors.ts';
import { quoteName } from '../../systems/postgres/quote.ts';
import { codeOf, INSUFFICIENT_PRIVILEGE, type Session } from '../../systems/postgres/session.ts';
import type { Extension } from './backup.ts';
import { type NamedRoles, namedRolesOf } from './named-roles.ts';
import { nameIn, textIn } from './written.ts';

/** What the role that restores may do, as far as dumps need it. */
export interface Rights {
  readonly superuser: boolean;
  /** The restoring role is a superuser, by consent: no statement waits for the end. */
  readonly unrestricted: boolean;
  /** All roles of the server, and whether objects can be given to them. */
  readonly roles: ReadonlyMap<string, boolean>;
  /** Whether the schema `public` is its own. */
  readonly ownsPublic: boolean;
  /** Extensions that are there and belong to another role. */
  readonly foreignExtensions: ReadonlySet<string>;
  /** Extensions of the backup that it may not create. */
  readonly deniedExtensions: ReadonlySet<string>;
  readonly version: number;
}

/** A name as pg_dump writes it: bare or quoted. */
const NAME = '(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)';
const AS_ANOTHER = new RegExp(`^SET SESSION AUTHORIZATION (${NAME});$`);
const ON_PUBLIC =
  /^((GRANT|REVOKE) .+ ON SCHEMA public (TO|FROM) |ALTER SCHEMA public OWNER TO |COMMENT ON SCHEMA public IS )/;
const ON_EXTENSION = new RegExp(`^COMMENT ON EXTENSION (${NAME}) IS `);
const NEW_EXTENSION = new RegExp(`^CREATE EXTENSION IF NOT EXISTS (${NAME})`);
/** The server has no control file of the extension, by the words of different versions. */
const NOT_INSTALLED = ['58P01', '0A000'];
/** Known from PostgreSQL 17 on; set to what it is without it. */
const TRANSACTION_TIMEOUT = 'SET transaction_timeout = 0;';

/**
 * Looks up what the role that is connected may do, and tries whether it can create the extensions of a backup: managed
 * servers let others than superusers do so.
 *
 * @throws ActionError where the server does not have one of them
 */
export async function rightsOf(
  session: Session,
  wanted: readonly Extension[],
  unrestricted = false,
): Promise<Rights> {
  // From 16 on a member may lack the right to act as the role.
  const privilege = session.version >= 160000 ? 'SET' : 'MEMBER';
  const roles = await session.query<{ name: string; settable: boolean }>(
    `SELECT rolname AS name, pg_has_role(current_user, oid, '${privilege}') AS settable FROM pg_roles`,
  );
  const extensions = await session.query<{ name: string }>(
    `SELECT extname AS name FROM pg_extension WHERE NOT pg_has_role(current_user, extowner, 'USAGE')`,
  );
  const { superuser, owns } = await session.one<{ superuser: boolean; owns: boolean | null }>(
    `SELECT rolsuper AS superuser,
       (SELECT pg_has_role(current_user, nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'public') AS owns
     FROM pg_roles WHERE rolname = current_user`,
  );
  return {
    superuser,
    unrestricted,
    roles: new Map(roles.map(({ name, settable }) => [name, settable])),
    ownsPublic: owns ?? true,
    foreignExtensions: new Set(extensions.map(({ name }) => name)),
    deniedExtensions: new Set(
      await deniedOf(
        session,
        wanted.map(({ name }) => name),
      ),
    ),
    version: session.version,
  };
}

/** Those of these extensions that the connected user may not create. @throws ActionError where the server lacks one */
export async function deniedOf(session: Session, wanted: readonly string[]): Promise<string[]> {
  const denied: string[] = [];
  for (const name of wanted) {
    await session.run('BEGIN');
    try {
      await session.run(`CREATE EXTENSION IF NOT EXISTS ${quoteName(name)} CASCADE`);
    } catch (error) {
      if (NOT_INSTALLED.includes(codeOf(error))) {
        throw new ActionError(
          `The backup needs the extension "${name}", which the server does not have; install it there first.`,
          { cause: error },
        );
      }
      // Other failures may come from what is not there yet; the restore will show.
      if (codeOf(error) === INSUFFICIENT_PRIVILEGE) denied.push(name);
    } finally {
      await session.run('ROLLBACK');
    }
  }
  return denied;
}

/**
 * When a line of a dump is carried out: with the rest, by the owner when all is there, not at all, or not as it has nothing to
 * do here.
 */
type Turn = 'now' | 'after' | 'never' | 'needless';

/** What takes away what is not there, and makes what is, where everything is restored into an empty database. */
const NEEDLESS =
  /^(?:DROP [A-Z][^;]*|ALTER TABLE [^;]* DROP (?:CONSTRAINT|DEFAULT)[^;]*|SELECT pg_catalog\.lo_unlink\('\d+'\)|CREATE SCHEMA public);$/;

/** What pg_dump 18 writes of statistics; an older server has no function for it, and analyzes its tables itself. */
const OF_STATISTICS = /^SELECT \* FROM pg_catalog\.pg_restore_[a-z]+_stats\($/;

/** Whether a statement that begins with this line is one that the server does not know and does without. */
export const isTooNew = (line: string, { version }: Pick<Rights, 'version'>): boolean =>
  version < 180000 && OF_STATISTICS.test(line);

/** What a line that is longer says is not looked at: no name is that long. */
const LONGEST = 20_000;

/**
 * When a line of a dump, in latin1, is carried out. Owners and grants are set by the database's owner, as the restoring role is
 * a member of no other role. Pure.
 */
export function turnOf(line: string, rights: Rights): Turn {
  if (line === TRANSACTION_TIMEOUT) return rights.version >= 170000 ? 'now' : 'needless';
  if (line.length > LONGEST) return 'now';
  if (NEEDLESS.test(line) && !REACHES.test(line)) return 'needless';
  const created = NEW_EXTENSION.exec(line)?.[1];
  if (created) return rights.deniedExtensions.has(nameIn(created)) ? 'never' : 'now';
  if (!/^(ALTER|GRANT|REVOKE|RESET SESSION|SET SESSION|COMMENT ON|CREATE SUBSCRIPTION) /.test(line))
    return 'now';
  // Grants of another grantor are made by the object's owner.
  if (AS_ANOTHER.test(line) || line === 'RESET SESSION AUTHORIZATION;') return 'never';
  // A second one would take the changes away from the first.
  if (/^(CREATE|ALTER|COMMENT ON) SUBSCRIPTION .*;$/.test(line)) return 'never';
  const roles = namedRolesOf(line);
  if (ON_PUBLIC.test(line)) return rights.ownsPublic && isPermitted(roles, rights) ? 'after' : 'never';
  const extension = ON_EXTENSION.exec(line)?.[1];
  if (extension) {
    const name = nameIn(extension);
    const isForeign = rights.foreignExtensions.has(name) || rights.deniedExtensions.has(name);
    return isForeign ? 'never' : 'after';
  }
  if (roles === undefined) return 'now';
  return isPermitted(roles, rights) ? 'after' : 'never';
}

/** Whether the roles of a line about owners or privileges are there, and objects can be given to them. */
function isPermitted(roles: NamedRoles | undefined, rights: Rights): boolean {
  if (roles === undefined) return true;
  if ('owner' in roles) return rights.roles.get(roles.owner) === true;
  if ('forRole' in roles) return rights.roles.get(roles.forRole) === true && known(roles.grantee, rights);
  return [roles.grantee, roles.by].every((name) => name === undefined || known(name, rights));
}

const known = (role: string, { roles }: Rights) => role === 'PUBLIC' || roles.has(role);

/** What is never passed over in silence. */
const REACHES = /^DROP (?:DATABASE|ROLE|USER (?!MAPPING)|GROUP|TABLESPACE|SUBSCRIPTION)/;

/** A statement about the schema `public` itself. */
const OF_PUBLIC = /^ALTER SCHEMA public | ON SCHEMA public /;

/** What was left out, in one sentence; undefined where nothing of interest was. */
export function leftOutSentence(lines: readonly string[]): string | undefined {
  const statements = lines
    .filter((line) => !/^((RE)?SET SESSION|CREATE SUBSCRIPTION|ALTER SUBSCRIPTION)/.test(line))
    .map(textIn)
    // Every dump of a server before 15 has some of these, which must not keep the others out of the sentence.
    .toSorted((a, b) => Number(OF_PUBLIC.test(a)) - Number(OF_PUBLIC.test(b)));
  if (statements.length === 0) return undefined;
  const more = statements.length > 3 ? ` and ${statements.length - 3} more` : '';
  return `${statements.length} ${statements.length === 1 ? 'statement' : 'statements'} of the backup about owners, privileges or extensions were left out, because a role is missing here or the user of \`database-url\` may not carry them out: ${statements.slice(0, 3).join(' ')}${more}.`;
}

/** Whether an entry of an archive's table of contents, which no option leaves out, is carried out with the rest. */
export function isEntryForNow(text: string, rights: Rights): boolean {
  const [, comment, name = ''] = /^(COMMENT - )?EXTENSION (?:- )?(\S+)/.exec(text) ?? [];
  if (/^SCHEMA - public( |$)/.test(text)) return false;
  // An older server has no function for it, and analyzes its tables itself.
  if (/^STATISTICS DATA /.test(text)) return rights.version >= 180000;
  if (comment) return false;
  if (name) return !rights.deniedExtensions.has(name);
  return !/^COMMENT - SCHEMA public( |$)/.test(text);
}

import { ActionError, messageOf } from '../base/errors.ts';
import { namesOf, withoutFullStop } from '../base/sentence.ts';
import { nameOf, readableTables, type Table } from '../domain/snapshots/tables.ts';
import { quoteTable } from '../systems/postgres/quote.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import type { Backup } from './backup/backup.ts';
import {
  type Concern,
  type DatabaseParts,
  emptyConcern,
  lackingConcern,
  partsConcern,
  requireAccepted,
  tablesLeftOut,
  unknownConcern,
} from './concerns.ts';
import { roomForLocks } from './locks.ts';
import type { Task } from './task.ts';

/** What is known of a restore before anything is begun: from the backup's contents and the live database. */
interface Forecast {
  /** What people have to know, a sentence each. */
  readonly notes: readonly string[];
  /** What takes a word of consent. */
  readonly concerns: readonly Concern[];
  /** Why it would fail in the middle, each a part of a sentence. */
  readonly refusals: readonly string[];
}

/**
 * Compares what a backup has with what the live database has, without a look at rows but whether there are any. A live
 * database that cannot be read is no reason to stop: then less is known.
 */
export async function forecastOf(
  server: Server,
  backup: Backup,
  way: 'swap' | 'prepare' | 'in-place',
): Promise<Forecast> {
  const certain = emptyConcern(backup);
  try {
    return await server.use(server.database, async (session) => {
      await session.run(`SET lock_timeout = '2s'`);
      const filled = await filledTables(session);
      // A backup that knows none of them is of another database, which is refused by what it holds.
      const isOfOther = !filled.some((table) => isKnown(table, backup));
      const lacking = backup.hasData && !isOfOther ? await tablesLeftOut(server, backup, filled) : [];
      return {
        notes: [
          ...newerNote(filled, backup, lacking),
          ...(await rightsNotes(session, backup)),
          ...missingRolesNote(await missingRoles(session, backup)),
        ],
        concerns: [
          ...certain,
          ...lackingConcern(lacking),
          ...(isOfOther ? [] : partsConcern(backup, await readLiveParts(session))),
        ],
        refusals: way === 'in-place' ? await lockRefusals(session, backup) : [],
      };
    });
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const { reason } = unknownConcern(withoutFullStop(messageOf(error)));
    return { notes: [`Of the live database, ${reason}`], concerns: certain, refusals: [] };
  }
}

/**
 * Says what is known beforehand, and refuses what would fail in the middle or take away what no consent was given for.
 *
 * @param way `prepare` takes nothing away by itself
 * @throws ActionError that names all of it, or the consent that it needs
 */
export async function requireForeseen(
  { server, accepts, log }: Pick<Task, 'server' | 'accepts' | 'log'>,
  backup: Backup,
  way: 'swap' | 'prepare' | 'in-place',
): Promise<void> {
  const { notes, concerns, refusals } = await forecastOf(server, backup, way);
  for (const note of notes) log.info(`${note}.`);
  if (refusals.length > 0)
    throw new ActionError(
      `The contents of "${server.database}" cannot be replaced in place, and nothing was changed: ${refusals.join('; and ')}.`,
    );
  requireAccepted(way === 'prepare' ? emptyConcern(backup) : concerns, accepts, 'nothing was changed');
}

/** What extensions have made is made by them again. */
const readLiveParts = (session: Session): Promise<DatabaseParts> =>
  session.one<DatabaseParts & object>(
    `SELECT EXISTS (SELECT FROM pg_index i JOIN pg_class c ON c.oid = indrelid JOIN pg_namespace n ON n.oid = relnamespace
         WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')) AS "hasKeys",
       (SELECT count(*) FROM pg_largeobject_metadata)::int AS "largeObjects"`,
  );

/** Tables of the user with at least one row, as far as they can be read. */
async function filledTables(session: Session): Promise<Table[]> {
  const filled: Table[] = [];
  for (const table of await readableTables(session)) {
    // The holder of a lock is named where the table is read whole.
    const found = await session.query(`SELECT FROM ONLY ${quoteTable(table)} LIMIT 1`).catch(() => []);
    if (found.length > 0) filled.push(table);
  }
  return filled;
}

const isKnown = ({ schema, name }: Table, { rowsOf, definesWithoutRows }: Backup): boolean =>
  rowsOf.has(`${schema}.${name}`) || definesWithoutRows.has(`${schema}.${name}`);

/** Tables with rows that the backup knows nothing of: most likely they were made since. */
function newerNote(
  filled: readonly Table[],
  backup: Backup,
  lacking: readonly { schema: string; name: string }[],
): string[] {
  const newer = filled.filter((table) => !isKnown(table, backup) && !lacking.includes(table)).map(nameOf);
  return newer.length === 0
    ? []
    : [`The backup does not have these tables of the live database, which have rows: ${list(newer)}`];
}

/** What a backup leaves out by choice, where the live database has any of it. */
async function rightsNotes(session: Session, { hasGrants, hasOwners }: Backup): Promise<string[]> {
  const { granted, owned } = await session.one<{ granted: boolean; owned: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
         WHERE relacl IS NOT NULL AND nspname !~ '^pg_' AND nspname <> 'information_schema') AS granted,
       EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_database d ON datname = current_database()
         WHERE relowner <> datdba AND nspname !~ '^pg_' AND nspname <> 'information_schema') AS owned`,
  );
  const left = [...(!hasGrants && granted ? ['grants'] : []), ...(!hasOwners && owned ? ['owners'] : [])];
  return left.length === 0
    ? []
    : [
        `The backup was made without ${left.join(' and ')}: those of the live database are carried over to the same objects`,
      ];
}

async function missingRoles(session: Session, { owners }: Backup): Promise<string[]> {
  const rows = await session.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) ORDER BY 1`,
    [[...owners]],
  );
  return rows.map(({ name }) => name);
}

const missingRolesNote = (roles: readonly string[]): string[] =>
  roles.length === 0
    ? []
    : [
        `The backup has objects of roles that are missing here, which go to the database's owner: ${list(roles)}`,
      ];

/** In place all happens in one transaction, which locks all that goes and all that comes. */
async function lockRefusals(session: Session, { relations }: Backup): Promise<string[]> {
  const { present } = await session.one<{ present: number }>(
    `SELECT count(*)::int AS present FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
     WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND (nspname <> 'pg_toast' OR c.oid >= 16384) AND relpersistence <> 't'`,
  );
  const room = await roomForLocks(session);
  const needed = present + relations;
  if (needed <= room) return [];
  const { each } = await session.one<{ each: number }>(
    `SELECT current_setting('max_locks_per_transaction')::int AS each`,
  );
  return [
    `its one transaction would take about ${needed} locks (${present} for what is there, ${relations} for what comes), and the server has room for ${room}: set max_locks_per_transaction to ${Math.ceil((each * needed) / room) + 1} and restart it, or use \`strategy: swap\`, which needs no more than some hundred`,
  ];
}

const list = (names: readonly string[]): string => namesOf(names);

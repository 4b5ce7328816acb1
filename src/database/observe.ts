import { pause } from '../base/deadline.ts';
import { ActionError } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import { codeOf, type Server, type Session } from '../systems/postgres/session.ts';
import { isNameOf, type Note, readNote, SIDE_CONNECTIONS, unfinishedNote } from './note.ts';

/** A database as the server describes it. */
export interface Database {
  readonly oid: number;
  readonly name: string;
  readonly owner: string;
  readonly template: boolean;
  readonly connectionLimit: number;
  readonly comment: string | null;
  readonly note: Note | undefined;
  /** Its owner is a superuser, or a role that our user is a member of without being one: nothing else can cause that. */
  readonly trusted: boolean;
}

/** What the user of `database-url` may do. */
export interface Role {
  readonly name: string;
  readonly superuser: boolean;
  readonly createdb: boolean;
  /** Owns the database, itself or through a role. */
  readonly owner: boolean;
  /** The tablespace of the database, where it is not the default and this user may not create in it. */
  readonly closedTablespace: string | null;
}

/** A client's connection to the database. */
export interface Client {
  readonly pid: number;
  readonly user: string | null;
  readonly application: string;
  readonly address: string | null;
  /** Whether our user may end it. */
  readonly endable: boolean;
  /** What it is, where it is not a client but a background worker of an extension, such as `pg_cron launcher`. */
  readonly worker: string | null;
}

/** A database and what rollbacks of it have left beside it: what they say of themselves is all the state that there is. */
export interface Databases {
  readonly live: Database;
  /** Databases that rollbacks of this one have left beside it, newest first. */
  readonly ours: readonly Database[];
  /** Databases of others that carry a note of a rollback of this one: every owner may write one on a database of their own. */
  readonly strangers: readonly Database[];
}

/** Everything that decides whether a database can be replaced, read at one time. */
export interface Observed extends Databases {
  readonly role: Role;
  readonly prepared: readonly string[];
  readonly slots: readonly { readonly name: string; readonly active: boolean }[];
  readonly subscriptions: readonly { readonly name: string; readonly enabled: boolean }[];
  readonly clients: readonly Client[];
  /** For whom the database is set to be read only: a role, or null for all. */
  readonly readOnlyFor: readonly (string | null)[];
  /** Whether the server is a standby, or recovers: nothing can be changed there. */
  readonly inRecovery: boolean;
}

/** Databases that a cluster needs for itself, also those of the big providers. */
const SYSTEM = [
  'postgres',
  'template0',
  'template1',
  'rdsadmin',
  'cloudsqladmin',
  'azure_maintenance',
  'azure_sys',
  'alloydbadmin',
];

/**
 * A session beside the database that is to be replaced, because a session cannot rename the database that it is connected to.
 * Where only the contents are to be replaced, and the user may connect to nothing else, it is a session in that database.
 *
 * @throws ActionError where the user may connect to neither `postgres` nor `template1`
 */
export async function connectMaintenanceDb(server: Server, inPlace = false): Promise<Session> {
  for (const database of ['postgres', 'template1'])
    try {
      return await server.connect(database);
    } catch (error) {
      if (!MAY_NOT_CONNECT.includes(codeOf(error))) throw error;
    }
  if (inPlace) return server.connect();
  throw new ActionError(
    `The user "${server.user}" may connect to neither "postgres" nor "template1", and a database is replaced from beside it: GRANT CONNECT ON DATABASE postgres TO it, or replace the contents alone with \`strategy: in-place\`.`,
  );
}

/** No such database, no right to connect to it, no line for it in pg_hba.conf. */
const MAY_NOT_CONNECT = ['3D000', '42501', '28000'];

/**
 * Reads, from beside it, which database `name` is and what rollbacks of it have left: one query, which does not read the
 * sessions.
 *
 * @throws ActionError where there is no such database or it is one of the system's
 */
export async function findDatabases(session: Session, name: string): Promise<Databases> {
  const databases = await readDatabases(session);
  const live = databases.find((database) => database.name === name);
  if (!live)
    throw new ActionError(
      `There is no database "${name}"; check the name at the end of \`database-url\`. Where it was dropped, create an empty one of that name with its owner, and run this again.`,
    );
  if (isHalfDropped(live)) {
    throw new ActionError(
      `The database "${name}" is half dropped (a DROP DATABASE was interrupted), and PostgreSQL lets no one into it any more: drop it, create an empty one of that name with the owner "${live.owner}", and run this again.`,
    );
  }
  if (name === 'postgres') {
    throw new ActionError(
      'The database "postgres" is the one that others are managed from, and a rollback never replaces it; name a database of the application at the end of `database-url`. Where the provider gives no other one (Supabase), go back by its own point-in-time restore.',
    );
  }
  if (SYSTEM.includes(name) || live.template) {
    throw new ActionError(
      `The database "${name}" belongs to the system and is never replaced; check the name at the end of \`database-url\`.`,
    );
  }
  const claiming = databases
    .map((database) =>
      isUnfinished(database, name) ? { ...database, note: unfinishedNote(name) } : database,
    )
    // One of ours may have been renamed to the live one's name by hand; its note is still on it.
    .filter(({ oid, note }) => note?.of === name && oid !== live.oid);
  const ours = claiming
    .filter((database) => isOurs(database, live))
    .sort((a, b) => (b.note as Note).at.localeCompare((a.note as Note).at));
  return { live, ours, strangers: claiming.filter((database) => !ours.includes(database)) };
}

/** Looks at the server from beside the database `name`. @throws as `findDatabases` does */
export async function observe(session: Session, name: string): Promise<Observed> {
  const databases = await findDatabases(session, name);
  const { live } = databases;
  return {
    ...databases,
    role: await readRole(session, live.oid),
    prepared: await readPrepared(session, name),
    slots: await session.query(
      `SELECT slot_name::text AS name, active FROM pg_replication_slots WHERE database = $1`,
      [name],
    ),
    subscriptions: await session.query(
      `SELECT subname::text AS name, subenabled AS enabled FROM pg_subscription WHERE subdbid = $1`,
      [live.oid],
    ),
    clients: await readClients(session, live.oid),
    readOnlyFor: await readReadOnly(session, live.oid),
    inRecovery: (await session.one<{ is: boolean }>('SELECT pg_is_in_recovery() AS is')).is,
  };
}

/** A database is marked so before its files are deleted: whatever interrupts that, nothing but dropping it is left. */
const HALF_DROPPED = -2;

export const isHalfDropped = ({ connectionLimit }: Pick<Database, 'connectionLimit'>): boolean =>
  connectionLimit === HALF_DROPPED;

/** A side database whose maker died between making it and writing its note. */
const isUnfinished = (database: Database, of: string): boolean =>
  database.comment === null &&
  database.connectionLimit === SIDE_CONNECTIONS &&
  isNameOf(database.name, { of, role: 'side' });

/** A note is a claim, which is believed only where the name is one that we give and the owner one that we may have had. */
const isOurs = (database: Database, live: Database): boolean =>
  database.note !== undefined &&
  isNameOf(database.name, database.note) &&
  (database.trusted || database.owner === live.owner);

export async function readDatabases(session: Session): Promise<Database[]> {
  const rows = await session.query<Omit<Database, 'note'>>(`
    SELECT d.oid::int8::float8 AS oid, datname::text AS name, r.rolname::text AS owner, datistemplate AS template,
           datconnlimit AS "connectionLimit",
           shobj_description(d.oid, 'pg_database') AS comment,
           r.rolsuper OR r.oid = me.oid OR (NOT me.rolsuper AND pg_has_role(me.oid, r.oid, 'MEMBER')) AS trusted
    FROM pg_database d JOIN pg_roles r ON r.oid = datdba JOIN pg_roles me ON me.rolname = current_user`);
  return rows.map((row) => ({ ...row, note: readNote(row.comment) }));
}

/** Bytes on disk of the live database. The server reads the size of every file, so this is not asked while traffic is held. */
export async function readDatabaseSize(session: Session, { live }: Observed): Promise<number> {
  const { bytes } = await session.one<{ bytes: string }>('SELECT pg_database_size($1::oid)::text AS bytes', [
    live.oid,
  ]);
  return Number(bytes);
}

const readRole = (session: Session, oid: number) =>
  session.one<Role>(
    `SELECT rolname::text AS name, rolsuper AS superuser, rolcreatedb OR rolsuper AS createdb,
            pg_has_role(datdba, 'USAGE') AS owner,
            CASE WHEN spcname <> 'pg_default' AND NOT has_tablespace_privilege(t.oid, 'CREATE') THEN spcname::text END AS "closedTablespace"
     FROM pg_roles, pg_database d JOIN pg_tablespace t ON t.oid = dattablespace WHERE rolname = current_user AND d.oid = $1`,
    [oid],
  );

async function readPrepared(session: Session, name: string): Promise<string[]> {
  const rows = await session.query<{ gid: string }>(`SELECT gid FROM pg_prepared_xacts WHERE database = $1`, [
    name,
  ]);
  return rows.map(({ gid }) => gid);
}

async function readReadOnly(session: Session, oid: number): Promise<(string | null)[]> {
  const rows = await session.query<{ role: string | null }>(
    `SELECT rolname::text AS role FROM pg_db_role_setting CROSS JOIN unnest(setconfig) AS setting LEFT JOIN pg_roles r ON r.oid = setrole
     WHERE setdatabase = $1 AND setting ~* '^(default_transaction_read_only|transaction_read_only)=(on|tr?u?e?|ye?s?|1)$' ORDER BY 1`,
    [oid],
  );
  return rows.map(({ role }) => role);
}

/** Processes of PostgreSQL itself, which end with what they work for or are sent away by it. */
const OWN_WORKERS = [
  'autovacuum launcher',
  'autovacuum worker',
  'parallel worker',
  'logical replication launcher',
  'logical replication worker',
  'logical replication apply worker',
  'logical replication parallel worker',
  'logical replication tablesync worker',
  'slotsync worker',
];

/**
 * All sessions but workers that PostgreSQL itself ends, such as autovacuum. Those have no user, and their kind is not shown to
 * every role; a session without one has not logged in yet, and will be seen when it has.
 */
export const readClients = (session: Session, oid: number) =>
  session.query<Client>(
    `SELECT a.pid, a.usename::text AS user, coalesce(a.application_name, '') AS application, a.client_addr::text AS address,
            me.rolsuper OR (NOT coalesce(r.rolsuper, true)
              AND (pg_has_role(a.usesysid, 'USAGE') OR pg_has_role('pg_signal_backend', 'USAGE'))) AS endable,
            CASE WHEN a.backend_type NOT IN ('client backend', 'walsender') THEN a.backend_type END AS worker
     FROM pg_stat_activity a LEFT JOIN pg_roles r ON r.oid = a.usesysid
     JOIN pg_roles me ON me.rolname = current_user
     WHERE a.datid = $1 AND a.pid <> pg_backend_pid() AND a.usesysid IS NOT NULL
       AND coalesce(a.backend_type, 'client backend') <> ALL ($2::text[])`,
    [oid, OWN_WORKERS],
  );

const staysIn = (clients: readonly Client[], stuck: readonly Client[]): Client[] =>
  stuck.filter(({ pid }) => clients.some((client) => client.pid === pid));

/**
 * The same, without sessions that come and go: short ones, such as a managed server's monitoring, are not in the way. Those
 * that may not be ended are checked again for some seconds.
 */
export async function observeStaying(session: Session, name: string, signal: AbortSignal): Promise<Observed> {
  const observed = await observe(session, name);
  const end = performance.now() + WAITS.SESSIONS_WATCH_MS;
  let stuck = observed.clients.filter(({ endable }) => !endable);
  while (stuck.length > 0 && performance.now() < end) {
    await pause(WAITS.SESSIONS_ROUND_MS, signal);
    stuck = staysIn(await readClients(session, observed.live.oid), stuck);
  }
  const clients = observed.clients.filter((client) => client.endable || stuck.includes(client));
  return { ...observed, clients };
}

import { quoteName, quoteText } from '../systems/postgres/quote.ts';
import { codeOf, INSUFFICIENT_PRIVILEGE, type Server, type Session } from '../systems/postgres/session.ts';
import { CLEAR } from './backup/clear.ts';
import { type Note, nameFor, SIDE_CONNECTIONS, writeNote } from './note.ts';
import type { Database } from './observe.ts';
import { dropOwnRole } from './restore-role.ts';

interface Locale {
  encoding: string;
  collate: string;
  ctype: string;
  tablespace: string;
  /** From PostgreSQL 15 on: c is libc, i is ICU, b is built in. */
  provider: 'c' | 'i' | 'b';
  locale: string | null;
  rules: string | null;
}

/**
 * Makes the empty database that a backup is restored into: as the live one in owner, encoding, locale and tablespace, from
 * template0, because template1 may hold what is not in the backup. Only its owner may connect.
 */
export async function createSide(session: Session, live: Database, note: Note): Promise<string> {
  const name = nameFor(live.name, note.id, 'new');
  const locale = await readLocale(session, live.oid);
  await session.run(
    `CREATE DATABASE ${quoteName(name)} TEMPLATE template0 OWNER ${quoteName(live.owner)}
     CONNECTION LIMIT ${SIDE_CONNECTIONS} ${tablespaceOf(locale)}
     ENCODING ${quoteText(locale.encoding)} LC_COLLATE ${quoteText(locale.collate)} LC_CTYPE ${quoteText(locale.ctype)}
     ${providerOf(locale)}`,
  );
  await annotate(session, name, note);
  await session.run(`REVOKE ALL ON DATABASE ${quoteName(name)} FROM PUBLIC`);
  return name;
}

export const annotate = (session: Session, name: string, note: Note): Promise<void> =>
  session.run(`COMMENT ON DATABASE ${quoteName(name)} IS ${quoteText(writeNote(note))}`);

/** Drops a database of ours; what is still connected, such as the restore of a run that was killed, is sent away. */
export async function drop(session: Session, name: string): Promise<void> {
  try {
    await session.run(`DROP DATABASE ${quoteName(name)} WITH (FORCE)`);
  } catch (error) {
    // To FORCE a worker of autovacuum is a session of another user, which ours may not end; without it PostgreSQL ends that.
    if (codeOf(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    await session.run(`DROP DATABASE ${quoteName(name)}`);
  }
  await dropOwnRole(session, name);
}

const TABLES_AT_A_TIME = 100;

/**
 * Drops one whose restore has failed. What is in it goes first: DROP DATABASE makes the server write out all that it
 * has in memory, which takes it down where the restore has left no room on its disk.
 */
export async function discard(server: Server, session: Session, name: string): Promise<void> {
  // Where that does not work, dropping says why.
  await server
    .use(name, async (side) => {
      await side.run('SET search_path = pg_catalog, pg_temp');
      await dropTables(side);
      await side.run(CLEAR);
    })
    .catch(() => {});
  await drop(session, name);
}

/** Tables some at a time, partitions before what they are parts of: all in one transaction may be more locks than there is room for. */
async function dropTables(side: Session): Promise<void> {
  for (;;) {
    const tables = await side.query<{ name: string }>(
      `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
       WHERE relkind IN ('r', 'p') AND nspname !~ '^pg_' AND nspname <> 'information_schema' AND pg_has_role(relowner, 'USAGE')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
         AND NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid) LIMIT ${TABLES_AT_A_TIME}`,
    );
    if (tables.length < TABLES_AT_A_TIME) return;
    await side.run(`DROP TABLE ${tables.map(({ name }) => name).join(', ')} CASCADE`);
  }
}

function readLocale(session: Session, oid: number): Promise<Locale> {
  const { version } = session;
  const locale = version >= 170000 ? 'datlocale' : version >= 150000 ? 'daticulocale' : 'NULL';
  return session.one<Locale>(
    `SELECT pg_encoding_to_char(encoding)::text AS encoding, datcollate::text AS collate, datctype::text AS ctype,
            spcname::text AS tablespace, ${version >= 150000 ? 'datlocprovider' : `'c'`}::text AS provider,
            ${locale} AS locale, ${version >= 160000 ? 'daticurules' : 'NULL'} AS rules
     FROM pg_database d JOIN pg_tablespace t ON t.oid = dattablespace WHERE d.oid = $1`,
    [oid],
  );
}

/** Naming the default tablespace takes a right that no role has without a grant. */
const tablespaceOf = ({ tablespace }: Locale): string =>
  tablespace === 'pg_default' ? '' : `TABLESPACE ${quoteName(tablespace)}`;

function providerOf({ provider, locale, rules }: Locale): string {
  if (provider === 'c') return '';
  const name = quoteText(locale ?? '');
  if (provider === 'b') return `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${name}`;
  return `LOCALE_PROVIDER icu ICU_LOCALE ${name}${rules ? ` ICU_RULES ${quoteText(rules)}` : ''}`;
}

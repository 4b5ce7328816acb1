import { createHash, randomBytes } from 'node:crypto';
import { WAITS } from '../../base/waits.ts';
import { quoteName, quoteText } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { Extension } from './backup.ts';
import { clearBlock } from './clear.ts';
import { extensionsBlock } from './extensions.ts';
import { textIn } from './written.ts';

/**
 * What lets a role that owns nothing replace the contents of a database, in one transaction of its own: functions of the owner,
 * which do what it may not and nothing else. A session of that role has no other rights to go back to, so that whatever a
 * backup holds (RESET ROLE, a COMMIT, code in an index) reaches no further than what is replaced.
 */
export interface Gate {
  /** Begins: takes out what is there, and lets the role create, until the transaction ends. */
  readonly open: string;
  /** Lets the transaction be committed; without it COMMIT fails. */
  readonly close: string;
  /** Carries out grants, in latin1, as far as the role may: what it has made is readable as soon as others see it. */
  grant(lines: readonly string[]): string;
}

const MARK = 'rollback-actions: lets a backup be restored in place';
const SETTINGS = 'SET search_path = pg_catalog, pg_temp';

/** Makes the gate for a role in the database of `session`, whose user owns what is replaced. */
export async function makeGate(
  session: Session,
  { role, extensions }: { role: string; extensions: readonly Extension[] },
): Promise<Gate> {
  const name = `rollback_actions_${randomBytes(8).toString('hex')}`;
  const word = randomBytes(24).toString('hex');
  const digest = createHash('sha256').update(word).digest('hex');
  const { database, public: isOwn } = await session.one<{ database: string; public: boolean | null }>(
    `SELECT current_database()::text AS database,
       (SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'public') AS public`,
  );
  await session.run(gateSql(name, digest, { role, extensions, database, grantsPublic: isOwn !== false }));
  return {
    open: `SELECT ${name}.open();`,
    close: `SELECT ${name}.close('${word}');`,
    grant: (lines) => {
      const decoded = lines.map(textIn);
      // The script may have left another encoding.
      return `SET LOCAL client_encoding = 'UTF8'; SELECT ${name}.grant_all(${quoteText(JSON.stringify(decoded))});`;
    },
  };
}

interface GateOptions {
  readonly role: string;
  readonly extensions: readonly Extension[];
  readonly database: string;
  /** Whether the role may restore into the schema `public`, which is the owner's to grant. */
  readonly grantsPublic: boolean;
}

/**
 * The functions of the gate: `open` clears the database and lets the role in, `close` ends the transaction that was opened. What
 * holds the two together is a deferred key whose parent is missing: only `close` makes it, so that nothing else can commit. It is
 * in a schema of the owner, as a temporary one could be discarded.
 *
 * @param digest of the word that `close` takes, which is sent only after the backup's last line
 */
function gateSql(
  name: string,
  digest: string,
  { role, extensions, database, grantsPublic }: GateOptions,
): string {
  const to = quoteName(role);
  const body = quoteText;
  return `BEGIN;
    CREATE SCHEMA ${name};
    COMMENT ON SCHEMA ${name} IS ${quoteText(MARK)};
    CREATE TABLE ${name}.closed (a int PRIMARY KEY);
    CREATE TABLE ${name}.opened (a int PRIMARY KEY REFERENCES ${name}.closed DEFERRABLE INITIALLY DEFERRED);
    CREATE FUNCTION ${name}.clear() RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body(clearBlock(name))};
    CREATE FUNCTION ${name}.extend() RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body(extensionsBlock(extensions, role))};
    CREATE FUNCTION ${name}.open() RETURNS void LANGUAGE plpgsql SECURITY DEFINER ${SETTINGS} SET lock_timeout = ${WAITS.IN_PLACE_LOCK_MS} AS ${body(`
      BEGIN
        INSERT INTO ${name}.opened VALUES (1);
        PERFORM ${name}.clear();
        GRANT CREATE, TEMPORARY ON DATABASE ${quoteName(database)} TO ${to};
        ${grantsPublic ? `GRANT USAGE, CREATE ON SCHEMA public TO ${to};` : ''}
        PERFORM ${name}.extend();
        -- Its one session is here: a password that the backup may give it lets nobody in.
        ALTER ROLE ${to} NOLOGIN;
      END`)};
    CREATE FUNCTION ${name}.close(word text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER ${SETTINGS} AS ${body(`
      BEGIN
        IF encode(sha256(convert_to(word, 'UTF8')), 'hex') <> '${digest}' THEN
          RAISE EXCEPTION 'the restore has not come to its end';
        END IF;
        IF NOT EXISTS (SELECT FROM ${name}.opened) THEN
          RAISE EXCEPTION 'the backup has ended the transaction that it is restored in';
        END IF;
        INSERT INTO ${name}.closed VALUES (1);
      END`)};
    CREATE FUNCTION ${name}.grant_all(lines json) RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body(`
      DECLARE
        line text;
      BEGIN
        FOR line IN SELECT json_array_elements_text(lines) LOOP
          BEGIN
            EXECUTE line;
          EXCEPTION WHEN OTHERS THEN
            -- The owner carries it out again, and says what does not work.
            NULL;
          END;
        END LOOP;
      END`)};
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${name} FROM PUBLIC;
    GRANT USAGE ON SCHEMA ${name} TO ${to};
    GRANT EXECUTE ON FUNCTION ${name}.open(), ${name}.close(text), ${name}.grant_all(json) TO ${to};
    COMMIT`;
}

/** Drops every gate in the database of `session`, those of runs that were killed too. */
export async function dropGates(session: Session): Promise<void> {
  const gates = await session.query<{ name: string }>(
    `SELECT nspname::text AS name FROM pg_catalog.pg_namespace n
     WHERE nspname ~ '^rollback_actions_[0-9a-f]{16}$' AND pg_catalog.obj_description(n.oid, 'pg_namespace') = $1
       AND pg_catalog.pg_has_role(nspowner, 'USAGE')`,
    [MARK],
  );
  for (const { name } of gates) await session.run(`DROP SCHEMA ${quoteName(name)} CASCADE`);
}

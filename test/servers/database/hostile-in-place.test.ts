/**
 * Restores in place that mean harm and that nobody has looked at: what is outside the database stays as it is, whatever they hold.
 * The scanner is left out on purpose; what it refuses is tested in test/database/backup.
 */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { replaceBy } from '../../../src/database/backup/in-place.ts';
import { listener, never, serverAt } from '../../support/backup/backups.ts';
import {
  createDatabase,
  queryOn,
  type TestDatabase,
  urlOf,
  VERSIONS,
} from '../../support/postgres/database.ts';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** What reaches beyond the database; `live` and `other` are databases of the same owner. */
const reaching = ({ other, owner }: { other: string; owner: string }): string[] => [
  `ALTER DATABASE ${quoted(other)} RENAME TO ${quoted(`${other}_gone`)}`,
  `DROP DATABASE ${quoted(other)} WITH (FORCE)`,
  `ALTER DATABASE ${quoted(other)} SET search_path = evil`,
  `COMMENT ON DATABASE ${quoted(other)} IS 'rollback-actions: {}'`,
  `ALTER ROLE ${quoted(owner)} PASSWORD NULL`,
  `ALTER ROLE ${quoted(owner)} SET search_path = evil`,
  `CREATE ROLE ${quoted(`evil_${other}`)}`,
  `GRANT ${quoted(owner)} TO CURRENT_USER`,
  `ALTER ROLE CURRENT_USER CREATEROLE`,
  `ALTER SYSTEM SET log_statement = 'all'`,
  `COPY (SELECT 1) TO '/tmp/${other}'`,
  `COPY (SELECT 1) TO PROGRAM 'touch /tmp/${other}'`,
  `ALTER DATABASE current_catalog RENAME TO x`,
];

/** Catches what is refused, so that all that follows is tried as well. */
const caught = (statements: readonly string[]) =>
  statements.map((one) => `BEGIN EXECUTE ${literal(one)}; EXCEPTION WHEN OTHERS THEN NULL; END;`).join('\n');
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const definer = (body: string, returns = 'int', value = '1') =>
  `CREATE FUNCTION public.run(a int DEFAULT 1) RETURNS ${returns} LANGUAGE plpgsql SECURITY DEFINER IMMUTABLE AS $f$ BEGIN ${body} RETURN ${value}; END $f$;`;

/** Ways to get them carried out with more rights than the role that restores has. */
const CARRIERS: Readonly<Record<string, (statements: readonly string[]) => string>> = {
  'a block': (all) => `DO $d$ BEGIN ${caught(all)} END $d$;`,
  'behind RESET ROLE': (all) => `RESET ROLE; DO $d$ BEGIN ${caught(all)} END $d$;`,
  'behind RESET SESSION AUTHORIZATION': (all) =>
    `RESET SESSION AUTHORIZATION; RESET ALL; DO $d$ BEGIN ${caught(all)} END $d$;`,
  'a function that an index calls': (all) =>
    `${definer(caught(all))} CREATE TABLE public.lure (a int); INSERT INTO public.lure VALUES (1); CREATE INDEX ON public.lure (public.run(a));`,
  'a materialized view': (all) =>
    `${definer(caught(all))} CREATE MATERIALIZED VIEW public.lure AS SELECT public.run();`,
  'a deferred trigger, run when the transaction ends': (all) =>
    `${definer(caught(all), 'int')}
CREATE FUNCTION public.fire() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $f$ BEGIN PERFORM public.run(); RETURN NULL; END $f$;
CREATE TABLE public.lure (a int);
CREATE CONSTRAINT TRIGGER t AFTER INSERT ON public.lure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.fire();
INSERT INTO public.lure VALUES (1);`,
  'a cursor that is read when the transaction ends': (all) =>
    `${definer(caught(all))} DECLARE lure CURSOR WITH HOLD FOR SELECT public.run(a) FROM generate_series(1, 2) AS a;`,
  'a key of a type with a cast, checked as the owner of its table': (all) =>
    `CREATE TYPE public.pair AS (a int);
CREATE FUNCTION public.run(p public.pair) RETURNS int LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER AS $f$ BEGIN ${caught(all)} RETURN 1; END $f$;
CREATE CAST (public.pair AS int) WITH FUNCTION public.run(public.pair) AS IMPLICIT;
CREATE TABLE public.parent (a int PRIMARY KEY); INSERT INTO public.parent VALUES (1);
CREATE TABLE public.lure (p public.pair REFERENCES public.parent DEFERRABLE INITIALLY DEFERRED);
INSERT INTO public.lure VALUES (ROW(1));`,
};

/** Ways to get the transaction committed, or the owner's functions to do more than they are for. */
const AT_THE_GATE: Readonly<Record<string, string>> = {
  'a COMMIT': 'COMMIT; CREATE TABLE public.late (a int);',
  'a COMMIT, caught': 'SAVEPOINT a; COMMIT; ROLLBACK TO a;',
  'a ROLLBACK and a transaction of its own':
    'ROLLBACK; BEGIN; CREATE SCHEMA evil; COMMIT; DROP TABLE public.kept;',
  'a ROLLBACK, and the gate once more':
    "ROLLBACK; DO $d$ DECLARE g text := (SELECT nspname FROM pg_namespace WHERE nspname ~ '^rollback_actions_'); BEGIN EXECUTE format('SELECT %I.open()', g); END $d$; COMMIT;",
  'the gate twice':
    "DO $d$ DECLARE g text := (SELECT nspname FROM pg_namespace WHERE nspname ~ '^rollback_actions_'); BEGIN EXECUTE format('SELECT %I.open()', g); END $d$;",
  'the word guessed':
    "DO $d$ DECLARE g text := (SELECT nspname FROM pg_namespace WHERE nspname ~ '^rollback_actions_'); BEGIN EXECUTE format('SELECT %I.close(%L)', g, 'x'); END $d$; COMMIT;",
  'the missing parent inserted':
    "DO $d$ DECLARE g text := (SELECT nspname FROM pg_namespace WHERE nspname ~ '^rollback_actions_'); BEGIN EXECUTE format('INSERT INTO %I.closed VALUES (1)', g); END $d$; COMMIT;",
  'the guard dropped':
    "DISCARD TEMP; DO $d$ DECLARE g text := (SELECT nspname FROM pg_namespace WHERE nspname ~ '^rollback_actions_'); BEGIN EXECUTE format('DROP TABLE %I.opened', g); END $d$; COMMIT;",
  'another function of the same name':
    "DO $d$ DECLARE g text := (SELECT nspname FROM pg_namespace WHERE nspname ~ '^rollback_actions_'); BEGIN EXECUTE format('CREATE OR REPLACE FUNCTION %I.close(word text) RETURNS void LANGUAGE sql AS %L', g, 'SELECT'); END $d$; COMMIT;",
  'a script that simply ends in a second transaction': 'ROLLBACK; BEGIN;',
};

describe.each(VERSIONS)('in place on PostgreSQL %s', (version) => {
  const id = randomBytes(4).toString('hex');
  const owner = `owner of ${id}`;
  const other = `other_${id}`;
  const name = `live_${id}`;
  let live: TestDatabase;
  let beside: TestDatabase;
  let tried = 0;

  beforeAll(async () => {
    const password = decodeURIComponent(new URL(urlOf(version)).password);
    await queryOn(
      urlOf(version),
      `CREATE ROLE ${quoted(owner)} LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`,
    );
    beside = await createDatabase(version, { name: other, options: `OWNER ${quoted(owner)}` });
    live = await createDatabase(version, { name, options: `OWNER ${quoted(owner)}` });
    await queryOn(urlOf(version, name, owner), 'CREATE TABLE public.kept (a int)');
  });
  afterAll(async () => {
    await live.drop();
    await beside.drop();
    await queryOn(urlOf(version), `DROP ROLE ${quoted(owner)}`);
    expect(tried).toBe(2 * Object.keys(CARRIERS).length + 2 * Object.keys(AT_THE_GATE).length);
  });

  /** All that is beside the contents of the database. */
  const outside = () =>
    queryOn<{ outside: unknown }>(
      urlOf(version),
      `SELECT json_build_object(
        'databases', (SELECT json_agg(json_build_array(oid, datname, datdba, coalesce(datacl, acldefault('d', datdba)), datconnlimit, shobj_description(oid, 'pg_database')) ORDER BY oid) FROM pg_database WHERE datname ~ '${id}' OR datname = 'x'),
        'roles', (SELECT json_agg(r ORDER BY oid) FROM pg_authid r WHERE rolname ~ '${id}' OR rolname = 'evil'),
        'members', (SELECT json_agg(m) FROM pg_auth_members m JOIN pg_roles r ON r.oid IN (m.roleid, m.member) WHERE rolname ~ '${id}'),
        'settings', (SELECT json_agg(s) FROM pg_db_role_setting s JOIN pg_database d ON d.oid = setdatabase WHERE datname ~ '${id}'),
        'log', current_setting('log_statement'), 'file', pg_stat_file('/tmp/${other}', true)::text) AS outside`,
    );

  /** Carries out a text in place as it is, and says how it ended. */
  async function replace(sql: string, user: string | undefined): Promise<'done' | string> {
    tried++;
    const { log, progress, warnings } = listener();
    async function* script() {
      yield Buffer.from(`CREATE TABLE public.kept (b int);\n${sql}\n`);
    }
    const read = () => ({ script: script(), leftOut: [], after: [] });
    const ended = await replaceBy(
      read,
      { extensions: [], hasGrants: true, hasOwners: true },
      {
        server: serverAt(urlOf(version, name, user)),
        database: name,
        log,
        progress,
        signal: never,
      },
    ).then(
      () => 'done' as const,
      (error: Error) => error.message,
    );
    expect(warnings).toEqual([]);
    return ended;
  }

  const columns = async () =>
    (
      await live.query<{ name: string }>(
        `SELECT attname::text AS name FROM pg_attribute WHERE attrelid = to_regclass('public.kept') AND attnum > 0`,
      )
    ).map((column) => column.name);

  describe.each([
    ['the owner', owner],
    ['a superuser', undefined],
  ])('with the URL of %s', (_, user) => {
    test.each(Object.entries(CARRIERS))('%s reaches nothing beyond', async (__, carrier) => {
      const before = await outside();
      expect(await replace(carrier(reaching({ other, owner })), user)).toBe('done');
      expect(await outside()).toEqual(before);
      // It was carried out, and all of it is the owner's now: nothing of ours is left.
      expect(await columns()).toEqual(['b']);
      expect(
        await live.query(
          `SELECT nspname FROM pg_namespace WHERE nspname ~ '^rollback_actions'
           UNION ALL SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relowner <> '${quoted(owner)}'::regrole`,
        ),
      ).toEqual([]);
    });

    test.each(Object.entries(AT_THE_GATE))('%s changes nothing', async (__, sql) => {
      await queryOn(urlOf(version, name, owner), 'DROP TABLE public.kept; CREATE TABLE public.kept (a int)');
      const before = await outside();
      expect(await replace(sql, user)).not.toBe('done');
      expect(await columns()).toEqual(['a']);
      expect(await outside()).toEqual(before);
      expect(
        await live.query(
          `SELECT nspname FROM pg_namespace WHERE nspname IN ('evil') OR nspname ~ '^rollback_actions'`,
        ),
      ).toEqual([]);
    });
  });
});

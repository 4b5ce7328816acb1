/** D11: backups of what only a superuser may make. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { queryOn, urlOf, VERSION } from '../../support/postgres/database.ts';
import { ShopDatabase } from '../actions/shop-database.ts';

/** What comes last: an event trigger of a function of its own, and all tables for subscribers. */
const LAST = `
  CREATE FUNCTION public.seen() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; END $$;
  DO $$ BEGIN EXECUTE format('ALTER FUNCTION public.seen() OWNER TO %I', (SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database())); END $$;
  CREATE EVENT TRIGGER "who made it" ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION public.seen();
  COMMENT ON EVENT TRIGGER "who made it" IS 'it''s ours'; ALTER EVENT TRIGGER "who made it" ENABLE ALWAYS;
  CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, delete');`;

let shop: ShopDatabase;
beforeEach(async () => {
  shop = await ShopDatabase.create(VERSION);
  await queryOn(
    shop.url,
    'DROP TABLE bad_idea; CREATE TABLE bad_idea (x int); INSERT INTO bad_idea VALUES (1)',
  );
});
afterEach(() => shop.remove());

const superuser = () => urlOf(VERSION, shop.name);
const dump = (format: string) => {
  shop.dump(shop.backup, `--format=${format}`);
};
const last = () =>
  shop.database.query(
    `SELECT evtname::text AS name, evtenabled::text AS how, obj_description(oid, 'pg_event_trigger') AS comment FROM pg_event_trigger
     UNION ALL SELECT pubname, concat(puballtables, pubinsert, pubupdate, pubdelete), obj_description(oid, 'pg_publication') FROM pg_publication ORDER BY 1`,
  );

describe.each(['swap', 'in-place'])('by %s', (strategy) => {
  test.each(['custom', 'plain'])(
    'a superuser’s %s dump with an event trigger and a publication of all tables is restored, and they are as in the live database',
    async (format) => {
      await queryOn(superuser(), LAST);
      const before = await last();
      expect(before).toHaveLength(2);
      dump(format);
      await queryOn(shop.url, 'DELETE FROM users WHERE id < 500');
      const step = await shop.rollBack({ strategy, 'database-url': superuser(), accept: 'data-loss' });
      expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
      expect(await last()).toEqual(before);
      expect(step.record.filter(({ component }) => component === 'consent')).toEqual([]);
    },
  );

  test('an event trigger whose function is another one in the backup is left out, and that is said', async () => {
    await queryOn(superuser(), LAST);
    dump('custom');
    await queryOn(
      superuser(),
      'CREATE OR REPLACE FUNCTION public.seen() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM 2; END $$',
    );
    const step = await shop.rollBack({ strategy, 'database-url': superuser() });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(step.warnings.join()).toMatch(
      /"who made it" .* is left out: the backup has another public\.seen\(\)/,
    );
    expect(await last()).toMatchObject([{ name: 'everything' }]);
  });

  test('one that the live database does not have takes consent, and is left out', async () => {
    await queryOn(superuser(), LAST);
    dump('custom');
    await queryOn(superuser(), 'DROP EVENT TRIGGER "who made it"; DROP PUBLICATION everything');
    const refused = await shop.rollBack({ strategy, 'database-url': superuser() });
    expect(refused.errors).toEqual([
      expect.stringMatching(
        /makes the publication "everything", the event trigger "who made it", which the live database does not have: .*nothing was changed\. To go on .* `accept: rights`\.$/,
      ),
    ]);
    expect(await shop.beside()).toEqual([]);
    const agreed = await shop.rollBack({ strategy, 'database-url': superuser(), accept: 'rights' });
    expect(agreed).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await last()).toEqual([]);
  });

  test('the owner is told before anything is made', async () => {
    await queryOn(superuser(), LAST);
    dump('custom');
    const refused = await shop.rollBack({ strategy });
    expect(refused.errors).toEqual([
      expect.stringMatching(
        strategy === 'swap'
          ? /makes .*the event trigger "who made it", which only a superuser may make: .*nothing was changed.*`accept: rights`/
          : // In place they would have to be taken out too.
            /nothing was changed: the user .* does not own the event trigger who made it, the publication everything: use their owner/,
      ),
    ]);
    expect(await shop.beside()).toEqual([]);
    if (strategy === 'in-place') return;
    const agreed = await shop.rollBack({ strategy, accept: 'rights' });
    expect(agreed).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await last()).toEqual([]);
  });

  test('what is needed in the middle takes a superuser, who agrees to restore with all rights', async () => {
    await queryOn(
      superuser(),
      `CREATE FUNCTION public.quiet(a int) RETURNS int LANGUAGE sql IMMUTABLE LEAKPROOF AS 'SELECT a'; ALTER FUNCTION public.quiet(int) OWNER TO "${shop.owner}"`,
    );
    dump('custom');
    const owner = await shop.rollBack({ strategy, accept: 'rights' });
    expect(owner.errors).toEqual([
      expect.stringMatching(
        /makes the function "public\.quiet", which only a superuser may make, .* Give the `database-url` of a superuser\.$/,
      ),
    ]);
    const refused = await shop.rollBack({ strategy, 'database-url': superuser() });
    expect(refused.errors).toEqual([
      expect.stringMatching(/restored with the rights of the user .*`accept: rights`\.$/),
    ]);
    const agreed = await shop.rollBack({ strategy, 'database-url': superuser(), accept: 'rights' });
    expect(agreed).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(agreed.warnings.join()).toMatch(/restored with all rights of the user/);
    expect(
      await shop.database.query('SELECT proleakproof AS is FROM pg_proc WHERE proname = $1', ['quiet']),
    ).toEqual([{ is: true }]);
  });
});

describe('what a backup says of owners and privileges, carried out by a superuser', () => {
  const known = () =>
    shop.database.query<{ name: string; secdef: boolean; owner: string }>(
      `SELECT proname::text AS name, prosecdef AS secdef, pg_get_userbyid(proowner)::text AS owner FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname ~ '^(known|new)' ORDER BY 1`,
    );
  /** A plain dump with these lines of privileges before its end. */
  function withLines(...lines: string[]): void {
    dump('plain');
    const text = readFileSync(shop.backup, 'utf8');
    writeFileSync(
      shop.backup,
      text.replace(
        '\n-- PostgreSQL database dump complete',
        () => `\n${lines.join('\n')}\n\n-- PostgreSQL database dump complete`,
      ),
    );
  }

  test.each(['swap', 'in-place'])('changes nothing of PostgreSQL’s own, by %s', async (strategy) => {
    const rights = `SELECT json_agg(json_build_array(proname, proowner, proacl) ORDER BY oid) AS all FROM pg_proc WHERE proname IN ('pg_read_file', 'pg_ls_dir', 'lo_export')`;
    const before = await shop.database.query(rights);
    withLines(
      `GRANT ALL ON FUNCTION pg_catalog.pg_read_file(text) TO "${shop.owner}";`,
      'GRANT ALL ON FUNCTION pg_read_file(text) TO PUBLIC;',
      `ALTER FUNCTION pg_catalog.lo_export(oid, text) OWNER TO "${shop.owner}";`,
      'GRANT SELECT ON TABLE pg_catalog.pg_authid TO PUBLIC;',
      'GRANT SELECT(rolpassword) ON TABLE pg_catalog.pg_authid TO PUBLIC;',
      'GRANT SELECT ON TABLE public.organizations TO PUBLIC;',
    );
    const step = await shop.rollBack({ strategy, 'database-url': superuser() });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.database.query(rights)).toEqual(before);
    expect(
      await shop.database.query(
        `SELECT has_table_privilege('${shop.owner}', 'pg_authid', 'SELECT') AS passwords, has_any_column_privilege('${shop.owner}', 'pg_authid', 'SELECT') AS columns`,
      ),
    ).toEqual([{ passwords: false, columns: false }]);
    expect(
      await shop.database.query(
        `SELECT EXISTS (SELECT FROM aclexplode(relacl) WHERE grantee = 0 AND privilege_type = 'SELECT') AS open FROM pg_class WHERE relname = 'organizations'`,
      ),
    ).toEqual([{ open: true }]);
  });

  test.each(['swap', 'in-place'])(
    'makes no function run as a superuser for others but those that do so in the live database, by %s',
    async (strategy) => {
      const definer = (name: string) =>
        `CREATE FUNCTION public.${name}() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'; ALTER FUNCTION public.${name}() OWNER TO postgres;`;
      const root = decodeURIComponent(new URL(superuser()).username);
      await queryOn(
        superuser(),
        `${definer('known')} ${definer('new_one')}`.replaceAll('TO postgres', `TO "${root}"`),
      );
      await queryOn(
        superuser(),
        'CREATE VIEW public.new_view AS SELECT rolname, rolpassword FROM pg_authid; GRANT SELECT ON public.new_view TO PUBLIC',
      );
      dump('plain');
      await queryOn(superuser(), 'DROP FUNCTION public.new_one(); DROP VIEW public.new_view');
      const step = await shop.rollBack({ strategy, 'database-url': superuser() });
      expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
      expect(await known()).toEqual([
        { name: 'known', secdef: true, owner: root },
        { name: 'new_one', secdef: false, owner: root },
      ]);
      await expect(queryOn(shop.url, 'SELECT * FROM public.new_view')).rejects.toThrow(
        /permission denied|does not exist/,
      );
      expect(step.warnings.join()).toMatch(
        /public\.new_one\(\) would let anyone do something with the rights of a superuser/,
      );
    },
  );
});

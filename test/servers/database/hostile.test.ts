/** Backups and neighbours that mean harm: nothing changes outside the side database, whatever was seen in them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { queryOn, urlOf, VERSIONS } from '../../support/postgres/database.ts';
import { ShopDatabase } from '../actions/shop-database.ts';

/** What there is of one shop beside what is in its databases; other tests have others on the same server. */
const outsideOf = (name: string, owner: string) => `SELECT json_build_object(
  'databases', (SELECT json_agg(json_build_array(d.oid, datname, datdba, datacl, datconnlimit, datallowconn, shobj_description(d.oid, 'pg_database')) ORDER BY d.oid)
    FROM pg_database d WHERE starts_with(datname, '${name}') OR datdba = '"${owner}"'::regrole OR datname = 'gone'),
  'roles', (SELECT json_agg(r ORDER BY oid) FROM pg_authid r WHERE rolname = '${owner}' OR starts_with(rolname, '${name}')),
  'settings', (SELECT json_agg(s) FROM pg_db_role_setting s JOIN pg_database d ON d.oid = setdatabase WHERE datname = '${name}')) AS outside`;

/** Code that an index, a view or a check of a backup runs while it is restored, which no reading of it can tell from others. */
const CARRIERS: Readonly<Record<string, (body: string) => string>> = {
  'an index': (body) => `CREATE TABLE public.lure (a int);
INSERT INTO public.lure VALUES (1);
CREATE FUNCTION public.run(a int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $f$ BEGIN ${body} RETURN a; END $f$;
CREATE INDEX ON public.lure (public.run(a));`,
  'a materialized view': (
    body,
  ) => `CREATE FUNCTION public.run(a int) RETURNS int LANGUAGE plpgsql AS $f$ BEGIN ${body} RETURN a; END $f$;
CREATE MATERIALIZED VIEW public.lure AS SELECT public.run(1) AS a;`,
  'a cast that reading a row calls': (body) => `CREATE TYPE public.pair AS (a int, b int);
CREATE TABLE public.lure (p public.pair);
INSERT INTO public.lure VALUES (ROW(1, 2));
CREATE FUNCTION public.run(p public.lure) RETURNS text LANGUAGE plpgsql AS $f$ BEGIN ${body} RETURN 'x'; END $f$;
CREATE CAST (public.lure AS text) WITH FUNCTION public.run(public.lure) AS IMPLICIT;`,
};

describe.each(VERSIONS)('on PostgreSQL %s', (version) => {
  let shop: ShopDatabase;
  let plain: string;
  beforeAll(async () => {
    shop = await ShopDatabase.create(version);
    shop.dump(shop.backup, '--format=plain', '--no-owner');
    plain = readFileSync(shop.backup, 'utf8');
    await queryOn(urlOf(version), `ALTER ROLE "${shop.owner}" CREATEROLE`);
  });
  afterAll(() => shop.remove());

  const outside = async () =>
    (await queryOn<{ outside: unknown }>(urlOf(version), outsideOf(shop.name, shop.owner)))[0]?.outside;
  const withSql = (sql: string) =>
    writeFileSync(
      shop.backup,
      plain.replace(
        '\n-- PostgreSQL database dump complete',
        () => `\n${sql}\n\n-- PostgreSQL database dump complete`,
      ),
    );

  test.each(Object.entries(CARRIERS))(
    'X4: %s that renames the live database, or changes a role',
    async (_, carrier) => {
      const before = await outside();
      const evil = [
        `EXECUTE 'ALTER DATABASE "${shop.name}" RENAME TO gone';`,
        `EXECUTE 'ALTER ROLE "${shop.owner}" PASSWORD NULL';`,
        `EXECUTE 'ALTER DATABASE "${shop.name}" SET search_path = evil';`,
      ];
      // Each is tried by itself, as the first that is refused ends the restore; caught, all of them are.
      const all = evil.map((one) => `BEGIN ${one} EXCEPTION WHEN OTHERS THEN NULL; END;`).join(' ');
      for (const body of [...evil, all]) {
        withSql(carrier(body));
        const step = await shop.rollBack({ phase: 'prepare', accept: 'data-loss' });
        // Where the code has caught that it may not, all it did is in a side database that waits.
        expect([0, 1]).toContain(step.exitCode);
        await shop.rollBack({ phase: 'clean', backup: '' });
        expect(await outside()).toEqual(before);
      }
    },
  );

  test.each([
    'DROP DATABASE other;',
    "COMMENT ON DATABASE other IS 'rollback-actions: {}';",
    'ALTER ROLE other SUPERUSER;',
    'SET client_encoding = SJIS;',
  ])('X5, X6, X7: %s is refused before anything is made', async (sql) => {
    const before = await outside();
    withSql(sql);
    const step = await shop.rollBack({ phase: 'prepare' });
    expect(step.errors).toEqual([
      expect.stringMatching(/no dump of one database has|so it would be restored into a different database/),
    ]);
    expect(await outside()).toEqual(before);
  });

  test('X9: a note on a neighbour’s database is a claim that nobody believes', async () => {
    const name = `${shop.name}_rb_00000000_old`;
    const password = decodeURIComponent(new URL(urlOf(version)).password);
    const mallory = `mallory_${version}`;
    await queryOn(urlOf(version), `CREATE ROLE ${mallory} LOGIN CREATEDB PASSWORD '${password}'`);
    const [live] = await queryOn<{ oid: number }>(
      urlOf(version),
      `SELECT oid::int FROM pg_database WHERE datname = '${shop.name}'`,
    );
    const note = {
      of: shop.name,
      role: 'replaced',
      id: '1',
      run: '1',
      at: '2099-01-01T00:00:00Z',
      backup: 'x',
      replacedBy: live?.oid,
    };
    await queryOn(urlOf(version, 'postgres', mallory), `CREATE DATABASE "${name}"`);
    await queryOn(
      urlOf(version, 'postgres', mallory),
      `COMMENT ON DATABASE "${name}" IS 'rollback-actions: ${JSON.stringify(note)}'`,
    );
    try {
      const before = await outside();
      for (const url of [shop.url, urlOf(version, shop.name)]) {
        const undone = await shop.rollBack({ 'database-url': url, phase: 'undo', backup: '' });
        expect(undone.errors).toEqual([expect.stringMatching(/^Nothing to undo/)]);
        await shop.rollBack({ 'database-url': url, phase: 'clean', backup: '', keep: '0', accept: name });
        expect(await outside()).toEqual(before);
      }
      const planned = await shop.rollBack({ phase: 'undo', backup: '', 'dry-run': 'true' });
      expect(planned.log + planned.errors).toMatch(/carries a note of a rollback of .* it is left alone/);
    } finally {
      await queryOn(urlOf(version), `DROP DATABASE "${name}"`);
      await queryOn(urlOf(version), `DROP ROLE ${mallory}`);
    }
  });
});

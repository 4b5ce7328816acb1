import { afterEach, describe, expect, test } from '@jest/globals';
import { VERSIONS } from '../../support/postgres/database.ts';
import { conflictsOf, countsOf, RepairShop } from './repair-shop.ts';

describe.each(VERSIONS)('what rules of a table make of a repair on PostgreSQL %s', (version) => {
  let shop: RepairShop;
  afterEach(() => shop.remove());

  const WITH_RULES = `
    CREATE EXTENSION citext;
    CREATE TABLE bookings (id int PRIMARY KEY, during int4range NOT NULL, CONSTRAINT bookings_once EXCLUDE USING gist (during WITH &&));
    INSERT INTO bookings SELECT n, int4range(n * 10, n * 10 + 10) FROM generate_series(1, 20) AS n;
    CREATE TABLE users (id int PRIMARY KEY, email text CONSTRAINT users_email UNIQUE, name text);
    INSERT INTO users SELECT n, 'u' || n, 'name ' || n FROM generate_series(1, 20) AS n;
    CREATE TABLE accounts (id int PRIMARY KEY, email text, low text GENERATED ALWAYS AS (lower(email)) STORED CONSTRAINT accounts_low UNIQUE);
    INSERT INTO accounts SELECT n, 'A' || n FROM generate_series(1, 20) AS n;
    CREATE TABLE contacts (id int PRIMARY KEY, email citext CONSTRAINT contacts_email UNIQUE);
    INSERT INTO contacts SELECT n, 'C' || n FROM generate_series(1, 20) AS n;
    CREATE TABLE leads (id int PRIMARY KEY, email text);
    INSERT INTO leads SELECT n, 'l' || n / 2 FROM generate_series(1, 20) AS n;
    CREATE TABLE parents (id int PRIMARY KEY);
    INSERT INTO parents SELECT n FROM generate_series(1, 20) AS n;
    CREATE TABLE children (id int PRIMARY KEY, parent int REFERENCES parents, other int, CONSTRAINT children_one CHECK (parent IS NOT NULL OR other IS NOT NULL));
    INSERT INTO children SELECT n, n FROM generate_series(1, 20) AS n;`;

  test('a value that another row keeps, gets, overlaps or has in another case is taken, also by a newer rule; all else comes back, and goes again', async () => {
    const nulls = Number(version) >= 15;
    shop = await RepairShop.create(
      version,
      `${WITH_RULES} CREATE TABLE slugs (id int PRIMARY KEY, tenant int, slug text, CONSTRAINT slugs_once UNIQUE ${nulls ? 'NULLS NOT DISTINCT' : ''} (tenant, slug));
       INSERT INTO slugs SELECT n, NULL, 's' || n FROM generate_series(1, 20) AS n`,
    );
    const before = await shop.rows();
    // Two users are merged into others, and all names are lost.
    await shop.query(`DELETE FROM bookings WHERE id <= 5; DELETE FROM accounts WHERE id <= 3; DELETE FROM contacts WHERE id <= 3; DELETE FROM slugs WHERE id <= 3;
      DELETE FROM users WHERE id IN (4, 5, 6); UPDATE users SET email = 'u5' WHERE id = 7; UPDATE users SET email = 'u6' WHERE id = 8; UPDATE users SET name = '';
      DELETE FROM leads WHERE id IN (2, 3, 5); DELETE FROM leads AS a USING leads AS b WHERE a.email = b.email AND a.id > b.id;
      CREATE UNIQUE INDEX leads_once ON leads (email); DELETE FROM children WHERE id <= 4`);
    shop.dump('after');
    await shop.query(`INSERT INTO bookings VALUES (100, int4range(15, 18)); INSERT INTO accounts VALUES (100, 'a2'); INSERT INTO contacts VALUES (100, 'c2');
      INSERT INTO slugs VALUES (100, NULL, 's2'); UPDATE users SET email = 'u4' WHERE id = 9; INSERT INTO users VALUES (100, 'u8', 'newer'); DELETE FROM parents WHERE id = 3`);
    const damaged = await shop.rows();
    const inputs = shop.withEvidence('bookings\nusers\naccounts\ncontacts\nslugs\nleads\nchildren', {
      'stamp-columns': '',
      conflicts: 'keep',
    });
    const planned = await shop.repair({ ...inputs, 'dry-run': 'true' });
    const done = await shop.repair(inputs);
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(conflictsOf(done)).toEqual([
      'accounts: taken accounts_low 1',
      'bookings: taken bookings_once 1',
      'children: constraint children_one 1',
      'contacts: taken contacts_email 1',
      'leads: taken leads_once 10',
      ...(nulls ? ['slugs: taken slugs_once 1'] : []),
      // 4: user 9 has it now. 8: user 100 has it, so that 8 keeps that of 6.
      'users: taken users_email 3',
    ]);
    expect(conflictsOf(planned)).toEqual(conflictsOf(done));
    expect(countsOf(planned)).toEqual(countsOf(done));
    const repaired = await shop.rows();
    expect(repaired.users).toEqual({
      ...before.users,
      4: undefined,
      6: undefined,
      8: damaged.users?.['8'],
      9: damaged.users?.['9']?.replace('"name":""', '"name":"name 9"'),
      100: damaged.users?.['100'],
    });
    expect(Object.keys(repaired.bookings ?? {})).toHaveLength(20);
    expect(repaired.leads).toEqual({ ...damaged.leads, 1: damaged.leads?.['1'] });
    expect(await shop.repair({ phase: 'undo', backup: '' })).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
    expect(await shop.rows()).toEqual(damaged);
  });

  test('what users have written since the repair is named where it rules out an undo', async () => {
    shop = await RepairShop.create(version, WITH_RULES);
    await shop.query(`UPDATE users SET email = 'user' || id WHERE id < 5`);
    shop.dump('after');
    const inputs = { tables: 'users', after: shop.path('after') };
    expect(await shop.repair(inputs)).toMatchObject({ errors: [], outputs: { result: 'done' } });
    await shop.query(`INSERT INTO users VALUES (50, 'user3')`);
    const undone = await shop.repair({ phase: 'undo', backup: '' });
    expect(undone.exitCode).toBe(1);
    expect(undone.errors[0]).toMatch(/^Not undone, and no row was changed: .*users_email/);
  });

  test('a key that other rows follow (ON UPDATE CASCADE) goes back with them, whether their table is named or not', async () => {
    for (const tables of ['products', 'products\nitems']) {
      shop = await RepairShop.create(
        version,
        `CREATE TABLE products (id int PRIMARY KEY, sku text UNIQUE);
         CREATE TABLE items (id int PRIMARY KEY, sku text REFERENCES products (sku) ON UPDATE CASCADE);
         INSERT INTO products SELECT n, 'sku' || n FROM generate_series(1, 20) AS n; INSERT INTO items SELECT n, 'sku' || n FROM generate_series(1, 20) AS n`,
      );
      await shop.query('UPDATE products SET sku = upper(sku)');
      shop.dump('after');
      await shop.query(`INSERT INTO items VALUES (50, 'SKU3')`);
      const damaged = await shop.rows();
      const done = await shop.repair({ tables, after: shop.path('after') });
      expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
      expect(conflictsOf(done)).toEqual([]);
      expect(await shop.query('SELECT id, sku FROM items WHERE id IN (3, 4, 50) ORDER BY id')).toEqual([
        { id: 3, sku: 'sku3' },
        { id: 4, sku: 'sku4' },
        { id: 50, sku: 'sku3' },
      ]);
      expect(await shop.repair({ phase: 'undo', backup: '' })).toMatchObject({
        errors: [],
        outputs: { result: 'done' },
      });
      expect(await shop.rows()).toEqual(damaged);
      if (tables === 'products') await shop.remove();
    }
  });

  test('what went with a dropped column is back or named: keys to it, triggers, policies, statistics, its sequence, what was computed of it', async () => {
    shop = await RepairShop.create(
      version,
      `CREATE TABLE countries (id int PRIMARY KEY, code text CONSTRAINT countries_code UNIQUE, number serial UNIQUE, label text GENERATED ALWAYS AS ('land ' || code) STORED);
       CREATE TABLE regions (id int PRIMARY KEY); CREATE TABLE cities (id int PRIMARY KEY, code text CONSTRAINT cities_code REFERENCES countries (code));
       ALTER TABLE countries ADD COLUMN region int CONSTRAINT countries_region REFERENCES regions;
       INSERT INTO regions VALUES (1); INSERT INTO countries (id, code, region) SELECT n, 'c' || n, 1 FROM generate_series(1, 20) AS n;
       INSERT INTO cities SELECT n, 'c' || n FROM generate_series(1, 20) AS n;
       CREATE FUNCTION same() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
       CREATE TRIGGER on_code BEFORE UPDATE OF code ON countries FOR EACH ROW EXECUTE FUNCTION same();
       CREATE TRIGGER always BEFORE UPDATE ON countries FOR EACH ROW EXECUTE FUNCTION same();
       ALTER TABLE countries DISABLE TRIGGER on_code, ENABLE ROW LEVEL SECURITY;
       CREATE POLICY by_code ON countries USING (code <> ''); CREATE STATISTICS of_code ON id, code FROM countries`,
    );
    const rest = () =>
      shop.query(
        `SELECT 'key' AS what, conname::text AS name, convalidated::text AS how FROM pg_constraint WHERE contype = 'f'
         UNION ALL SELECT 'trigger', tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal UNION ALL SELECT 'policy', polname, '' FROM pg_policy
         UNION ALL SELECT 'statistics', stxname, '' FROM pg_statistic_ext ORDER BY 1, 2`,
      );
    const before = await rest();
    await shop.query(
      'ALTER TABLE countries DROP COLUMN code CASCADE, DROP COLUMN number, DROP COLUMN region',
    );
    shop.dump('after');
    await shop.query('INSERT INTO countries VALUES (50)');
    const done = await shop.repair({ tables: 'countries', after: shop.path('after') });
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await rest()).toEqual(before);
    expect(done.log).toContain(
      'public.countries.label was computed of public.countries.code and went with it',
    );
    await shop.query('INSERT INTO countries VALUES (51)');
    expect(
      await shop.query(
        'SELECT id, code, number, region FROM countries WHERE id IN (1, 20, 50, 51) ORDER BY id',
      ),
    ).toEqual([
      { id: 1, code: 'c1', number: 1, region: 1 },
      { id: 20, code: 'c20', number: 20, region: 1 },
      { id: 50, code: null, number: null, region: null },
      { id: 51, code: null, number: 21, region: null },
    ]);
  });

  test('a table that was dropped is in its publication again', async () => {
    shop = await RepairShop.create(
      version,
      'CREATE TABLE sent (id int PRIMARY KEY); INSERT INTO sent SELECT n FROM generate_series(1, 20) AS n; CREATE PUBLICATION news FOR TABLE sent',
    );
    await shop.query('DROP TABLE sent');
    const done = await shop.repair({ tables: 'sent' });
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.query('SELECT prrelid::regclass::text AS name FROM pg_publication_rel')).toEqual([
      { name: 'sent' },
    ]);
  });

  test('numbers that were given anew go back, and are not given out again; those that the server alone gives are a conflict', async () => {
    shop = await RepairShop.create(
      version,
      `CREATE TABLE orders (id int PRIMARY KEY, number serial UNIQUE); INSERT INTO orders SELECT n, 1000 + n FROM generate_series(1, 20) AS n;
       SELECT setval('orders_number_seq', 1020);
       CREATE TABLE bills (id int PRIMARY KEY, number int GENERATED ALWAYS AS IDENTITY (START 1001)); INSERT INTO bills SELECT n FROM generate_series(1, 20) AS n;
       CREATE TABLE notes (id int PRIMARY KEY, number int GENERATED BY DEFAULT AS IDENTITY (START 1001)); INSERT INTO notes SELECT n FROM generate_series(1, 20) AS n`,
    );
    await shop.query(`ALTER TABLE orders DROP COLUMN number; ALTER TABLE orders ADD COLUMN number serial UNIQUE;
      ALTER TABLE bills DROP COLUMN number; ALTER TABLE bills ADD COLUMN number int GENERATED ALWAYS AS IDENTITY;
      ALTER TABLE notes DROP COLUMN number; ALTER TABLE notes ADD COLUMN number int GENERATED BY DEFAULT AS IDENTITY`);
    shop.dump('after');
    await shop.query(
      'INSERT INTO orders SELECT n FROM generate_series(30, 40) AS n; INSERT INTO notes VALUES (30)',
    );
    const damaged = await shop.rows();
    const done = await shop.repair({
      tables: 'orders\nbills\nnotes',
      after: shop.path('after'),
      conflicts: 'keep',
    });
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(conflictsOf(done)).toEqual(['bills: constraint number is GENERATED ALWAYS 20']);
    expect(countsOf(done)).toEqual({ orders: [0, 20], notes: [0, 20] });
    expect(
      await shop.query(
        `SELECT (SELECT max(number) FROM orders) AS orders, nextval('orders_number_seq')::int AS "order", nextval('notes_number_seq')::int AS note`,
      ),
    ).toEqual([{ orders: 1020, order: 1021, note: 1021 }]);
    expect(await shop.repair({ phase: 'undo', backup: '' })).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
    expect(await shop.rows()).toEqual(damaged);
  });

  test('rows of tables that inherit come back too, values of many forms are the same, and a key comes back in its case', async () => {
    shop = await RepairShop.create(
      version,
      `CREATE EXTENSION citext;
       CREATE TABLE logs (id int PRIMARY KEY, at date); CREATE TABLE logs_2025 (PRIMARY KEY (id)) INHERITS (logs);
       INSERT INTO logs_2025 SELECT n, '2025-01-01' FROM generate_series(1, 20) AS n; INSERT INTO logs SELECT n, '2026-01-01' FROM generate_series(21, 25) AS n;
       CREATE TYPE address AS (street text, city text); CREATE TABLE texts (v text); INSERT INTO texts SELECT repeat('abc', 3000);
       CREATE TABLE forms (id int PRIMARY KEY, list int[], place address); INSERT INTO forms SELECT n, ARRAY[1, NULL], ROW('a', 'b')::address FROM generate_series(1, 20) AS n;
       CREATE TABLE members (email citext PRIMARY KEY, name text); CREATE TABLE visits (id int PRIMARY KEY, email citext REFERENCES members ON DELETE CASCADE);
       INSERT INTO members SELECT 'User' || n, 'n' FROM generate_series(1, 20) AS n; INSERT INTO visits SELECT n, 'user' || n FROM generate_series(1, 20) AS n`,
    );
    const before = await shop.rows();
    await shop.query(`DELETE FROM logs WHERE id < 23; UPDATE forms SET list[2] = 5, place = ROW(v, 'x')::address FROM texts;
      UPDATE members SET email = lower(email); DELETE FROM members WHERE email IN ('user1', 'user2')`);
    shop.dump('after');
    await shop.query(
      `UPDATE members SET name = 'x' WHERE email = 'user5'; INSERT INTO members VALUES ('USER2', 'other')`,
    );
    const damaged = await shop.rows();
    const inputs = { tables: 'logs\nforms\nmembers', after: shop.path('after'), conflicts: 'keep' };
    const done = await shop.repair(inputs);
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(countsOf(done)).toEqual({
      forms: [0, 20],
      logs: [2, 0],
      logs_2025: [20, 0],
      members: [1, 18],
      visits: [2, 0],
    });
    expect(conflictsOf(done)).toEqual(['members: collision  1']);
    const { members, visits, ...others } = await shop.rows();
    const { members: _, visits: __, ...othersBefore } = before;
    expect(others).toEqual(othersBefore);
    expect(members?.User5).toBe('{"email":"User5","name":"x"}');
    expect(Object.keys(visits ?? {})).toHaveLength(20);
    expect(await shop.repair({ phase: 'undo', backup: '' })).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
    expect(await shop.rows()).toEqual(damaged);
  });
});

/** What a backup needs beside itself to be restored, and what of it and of its rows is not for a log. */
import { randomUUID } from 'node:crypto';
import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { USER } from '../../support/postgres/cluster.ts';
import { queryOn, urlOf, VERSION } from '../../support/postgres/database.ts';
import { ShopDatabase } from '../actions/shop-database.ts';

let shop: ShopDatabase;
const asAdmin = (sql: string) => queryOn(urlOf(VERSION, shop.name), sql);
beforeEach(async () => {
  shop = await ShopDatabase.create(VERSION);
});
afterEach(() => shop.remove());

const done = { errors: [], outputs: { result: 'done' } };

describe('settings of the database', () => {
  // timescale/timescaledb#4291, and every check, default or policy that asks current_setting().
  test.each(['custom', 'plain'])('are there for a %s backup whose checks read them', async (form) => {
    await asAdmin(`ALTER DATABASE "${shop.name}" SET shop.most TO '100'`);
    await queryOn(
      shop.url,
      `CREATE FUNCTION fits(n int) RETURNS boolean LANGUAGE sql AS $$ SELECT n <= current_setting('shop.most')::int $$;
       CREATE TABLE carts (n int CHECK (fits(n))); INSERT INTO carts VALUES (3)`,
    );
    shop.dump(shop.backup, `--format=${form}`);
    // Nobody else may set what no program knows.
    expect(await shop.rollBack({ 'database-url': urlOf(VERSION, shop.name) })).toMatchObject(done);
    expect(await shop.database.query('SELECT n FROM carts')).toEqual([{ n: 3 }]);
  });

  // PostgREST/postgrest#1062: the key that tokens are signed with.
  test('that may not be given on are named, and their values are not', async () => {
    const role = `authenticator_${randomUUID().slice(0, 8)}`;
    await asAdmin(
      `CREATE ROLE ${role}; ALTER ROLE ${role} IN DATABASE "${shop.name}" SET pgrst.jwt_secret TO 'hunter2-hunter2'`,
    );
    try {
      const step = await shop.rollBack();
      expect(step.errors).toEqual([
        expect.stringContaining(
          `it may not ALTER ROLE "${role}" IN DATABASE "${shop.name}" SET "pgrst"."jwt_secret".`,
        ),
      ]);
      expect(`${step.log}${step.summary}`).not.toContain('hunter2');
    } finally {
      await asAdmin(`ALTER ROLE ${role} IN DATABASE "${shop.name}" RESET ALL; DROP ROLE ${role}`);
    }
  });
});

test.each([
  ['swap', 'custom'],
  ['swap', 'directory'],
  ['swap', 'tar'],
  ['swap', 'plain'],
  ['in-place', 'custom'],
  ['in-place', 'directory'],
])(
  'what is said of the database itself, as an archive has it, does not keep a backup from going back: %s, %s',
  async (strategy, form) => {
    await asAdmin(
      `COMMENT ON DATABASE "${shop.name}" IS 'the shop'; REVOKE CONNECT ON DATABASE "${shop.name}" FROM PUBLIC;
       GRANT CONNECT ON DATABASE "${shop.name}" TO pg_monitor; ALTER DATABASE "${shop.name}" SET work_mem TO '8MB'`,
    );
    const backup = `${shop.backup}.${form}`;
    shop.dump(backup, `--format=${form}`);
    await asAdmin(`COMMENT ON DATABASE "${shop.name}" IS 'the shop, since'`);
    expect(await shop.rollBack({ strategy, backup })).toMatchObject(done);
    const [live] = await shop.database.query<{ comment: string; acl: string }>(
      `SELECT shobj_description(oid, 'pg_database') AS comment, datacl::text AS acl
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(live?.comment).toMatch(/^the shop, since/);
    expect(live?.acl).toContain('pg_monitor=c');
  },
);

describe('a tablespace of its own', () => {
  let tablespace: string;
  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tablespace-'));
    if (USER.uid !== undefined && USER.gid !== undefined) chownSync(folder, USER.uid, USER.gid);
    tablespace = `fast_${randomUUID().slice(0, 8)}`;
    await asAdmin(`CREATE TABLESPACE ${tablespace} LOCATION '${folder}'`);
    await asAdmin(
      `GRANT CREATE ON TABLESPACE ${tablespace} TO "${shop.owner}"; ALTER ROLE "${shop.owner}" CREATEROLE`,
    );
    await queryOn(
      shop.url,
      `CREATE TABLE hot (n int) TABLESPACE ${tablespace}; INSERT INTO hot VALUES (1); CREATE INDEX ON hot (n) TABLESPACE ${tablespace}`,
    );
    shop.dump(shop.backup, '--format=custom');
  });
  afterEach(async () => {
    for (const name of [...(await shop.beside()), shop.name])
      await queryOn(urlOf(VERSION), `DROP DATABASE "${name}" WITH (FORCE)`);
    await queryOn(urlOf(VERSION), `DROP TABLESPACE ${tablespace}`);
  });
  const where = () =>
    shop.database.query(
      `SELECT relname, (SELECT spcname FROM pg_tablespace t WHERE t.oid = reltablespace) AS it FROM pg_class WHERE relname LIKE 'hot%' ORDER BY 1`,
    );

  test.each(['swap', 'in-place'])('has the tables again that lay there, by %s', async (strategy) => {
    const before = await where();
    expect(await shop.rollBack({ strategy, 'database-url': urlOf(VERSION, shop.name) })).toMatchObject(done);
    expect(await where()).toEqual(before);
  });

  test('is asked for where the owner may not hand on the right, which is then enough', async () => {
    const step = await shop.rollBack();
    expect(step.errors).toEqual([
      expect.stringContaining(`GRANT CREATE ON TABLESPACE ${tablespace} TO … WITH GRANT OPTION`),
    ]);
    await asAdmin(`GRANT CREATE ON TABLESPACE ${tablespace} TO "${shop.owner}" WITH GRANT OPTION`);
    expect(await shop.rollBack()).toMatchObject(done);
  });
});

// dimitri/pgcopydb#484, research-software-directory/RSD-as-a-service#1499.
test('a materialized view that cannot be made again keeps nobody from going back, who agrees to that', async () => {
  await queryOn(
    shop.url,
    `CREATE FUNCTION counted() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) FROM public.users); END $$;
     CREATE MATERIALIZED VIEW counts AS SELECT counted() AS n; CREATE MATERIALIZED VIEW names AS SELECT name FROM organizations;
     CREATE OR REPLACE FUNCTION counted() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) FROM users); END $$`,
  );
  shop.dump(shop.backup, '--format=custom');
  const step = await shop.rollBack();
  expect(step.errors).toEqual([
    expect.stringMatching(
      /^This needs your consent: materialized views could not be refreshed and would be empty \(.*relation "users" does not exist\); nothing was switched, .* `accept: data-loss`\.$/,
    ),
  ]);
  expect(await shop.rollBack({ phase: 'switch', backup: '', accept: 'data-loss' })).toMatchObject(done);
  expect(
    await shop.database.query(
      'SELECT relname, relispopulated AS full FROM pg_class WHERE relkind = $1 ORDER BY 1',
      ['m'],
    ),
  ).toEqual([
    { relname: 'counts', full: false },
    { relname: 'names', full: true },
  ]);
});

// PostgREST/postgrest#541, xataio/pgstream#1040.
test.each([['custom'], ['plain'], ['plain', '--inserts']])(
  'rows that break a rule are not in the log: %s %s',
  async (form, ...options) => {
    await queryOn(
      shop.url,
      `CREATE FUNCTION short(t text) RETURNS boolean LANGUAGE sql AS 'SELECT length(t) < 99';
     CREATE TABLE cards (id int, holder text CHECK (short(holder))); INSERT INTO cards VALUES (1, E'alice-hunter2\\nlives here');
     CREATE OR REPLACE FUNCTION short(t text) RETURNS boolean LANGUAGE sql AS 'SELECT length(t) < 9'`,
    );
    shop.dump(shop.backup, `--format=${form}`, ...options);
    const step = await shop.rollBack();
    expect(step.errors).toEqual([expect.stringContaining('violates check constraint "cards_holder_check"')]);
    expect(`${step.log}${step.summary}`).not.toMatch(/hunter2|lives here/);
  },
);

test('an undo of a database whose drop was interrupted says so, and the next rollback goes on without it', async () => {
  expect(await shop.rollBack()).toMatchObject(done);
  const [old] = await shop.beside();
  // As an interrupted DROP DATABASE leaves it (dbcommands.c).
  await queryOn(urlOf(VERSION), `UPDATE pg_database SET datconnlimit = -2 WHERE datname = '${old}'`);
  const undo = await shop.rollBack({ phase: 'undo', 'rollback-id': 'two' });
  expect(undo.errors).toEqual([
    expect.stringContaining(`"${old}", which the rollback had replaced, is half dropped`),
  ]);
  const other = `${shop.backup}.other`;
  await shop.database.query('DELETE FROM users WHERE id < 9');
  shop.dump(other, '--format=custom');
  expect(await shop.rollBack({ backup: other, 'rollback-id': 'three' })).toMatchObject(done);
  expect(await shop.beside()).not.toContain(old);
});

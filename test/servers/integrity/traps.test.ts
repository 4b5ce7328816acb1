/** What other ways of hashing do not see, or see where there is nothing. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type Differences, differences } from '../../../src/domain/snapshots/differences.ts';
import { createDatabase, VERSIONS } from '../../support/postgres/database.ts';
import { capture } from './engine.ts';

const SAME: Differences = { tables: [], schema: [], sequences: [], others: [] };

const OBJECTS = `
  CREATE TABLE t (a integer, b integer, CONSTRAINT c CHECK ((a > 0 AND a < 9) OR b > 0));
  CREATE INDEX i ON t (b);
  CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
  CREATE TABLE u (a integer, b integer);
  CREATE POLICY p ON u USING (a = 1);
  CREATE VIEW v AS SELECT b, a FROM u;
  CREATE TYPE e AS ENUM ('y');
  CREATE RULE r AS ON DELETE TO u DO INSTEAD NOTHING;
  CREATE FOREIGN DATA WRAPPER w;
  CREATE SERVER z FOREIGN DATA WRAPPER w;
  CREATE FOREIGN TABLE far (a integer OPTIONS (column_name 'a')) SERVER z OPTIONS (table_name 'one');
  CREATE TABLE q (a integer NOT NULL CONSTRAINT q1 UNIQUE, b integer NOT NULL CONSTRAINT q2 UNIQUE);
  ALTER TABLE q REPLICA IDENTITY USING INDEX q1;
  CREATE SEQUENCE s;
  SELECT setval('s', 9);
  SELECT lo_from_bytea(77, '\\x00ff');`;

describe.each(VERSIONS)('on PostgreSQL %s', (version) => {
  async function between(before: string, after: string, quick = false): Promise<Differences> {
    const [a, b] = await Promise.all([
      createDatabase(version, { sql: before }),
      createDatabase(version, { sql: after }),
    ]);
    try {
      return differences(await capture(a.url, { quick }), await capture(b.url, { quick }));
    } finally {
      await Promise.all([a.drop(), b.drop()]);
    }
  }

  const numbers = (values: string) => `CREATE TABLE t (a numeric, b numeric); INSERT INTO t VALUES ${values}`;

  describe.each([false, true])('hashed by PostgreSQL’s own functions: %s', (quick) => {
    test.each([
      ['a cell swapped between two rows', '(1, 2), (3, 4)', '(1, 4), (3, 2)'],
      ['{A, A, C} against {B, B, C}', '(1, 1), (1, 1), (5, 5)', '(2, 2), (2, 2), (5, 5)'],
      ['a pair more', '(5, 5)', '(5, 5), (1, 1), (1, 1)'],
      ['NULL and 0 changed about', '(NULL, 0)', '(0, NULL)'],
    ])('%s is seen', async (_, before, after) => {
      const found = await between(numbers(before), numbers(after), quick);
      expect(found).toMatchObject({ ...SAME, tables: [{ name: 't', change: 'changed' }] });
    });

    test('values that change places, NULL and what is nearly the same are told apart, whatever their type', async () => {
      const changes = {
        cells_of_two_rows: ['integer', '(1, 2), (3, 4)', '(1, 4), (3, 2)'],
        cells_of_a_row: ['bigint', '(1, 2)', '(2, 1)'],
        numbers: ['numeric', '(1, 2)', '(2, 1)'],
        words: ['text', "('ab', 'c')", "('a', 'bc')"],
        null_and_empty: ['varchar', "(NULL, '')", "('', NULL)"],
        null_and_0: ['smallint', '(NULL, 0)', '(0, NULL)'],
        null_and_false: ['boolean', '(false, NULL)', '(NULL, false)'],
        null_and_blanks: ['char(3)', "(NULL, '')", "('', NULL)"],
        a_blank_before: ['char(3)', "('a', 'b')", "(' a', 'b')"],
        ids: ['uuid', `(NULL, '${randomUUID()}')`, `('${randomUUID()}', NULL)`],
        times: ['timestamptz', "('2024-01-01', '2024-01-02')", "('2024-01-02', '2024-01-01')"],
        columns_of_two_kinds: ['integer[]', "('{1}', '{2}')", "('{2}', '{1}')"],
      };
      const tables = (of: 1 | 2) =>
        Object.entries(changes).map(
          ([name, all]) =>
            `CREATE TABLE ${name} (a ${all[0]}, b ${all[0]}, c integer); INSERT INTO ${name} (a, b) VALUES ${all[of]}`,
        );
      const found = await between(tables(1).join(';'), tables(2).join(';'), quick);
      expect(found).toMatchObject({ ...SAME, tables: expect.anything() });
      expect(found.tables.map(({ name }) => name).sort()).toEqual(Object.keys(changes).sort());
    });

    test('1.0 against 1.00 is seen where texts are hashed', async () => {
      const { tables } = await between(numbers('(1.0, 1)'), numbers('(1.00, 1)'), quick);
      expect(tables).toHaveLength(quick ? 0 : 1);
    });

    test('values that are stored by number are equal where their names are', async () => {
      const table = `CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood, r regclass); INSERT INTO t VALUES ('b', 't')`;
      const others = `CREATE TABLE before (a text); DROP TABLE before; ${table}`;
      expect(await between(table, others, quick)).toEqual(SAME);
    });
  });

  test('numbers of 64 bits that PostgreSQL hashes alike are told apart where nothing is quick', async () => {
    const of = (value: string) => `CREATE TABLE t (a bigint); INSERT INTO t VALUES (${value})`;
    expect(await between(of('1'), of('4294967296'))).toMatchObject({ tables: [{ change: 'changed' }] });
  });

  test('texts are compared by their bytes, whatever their collation takes for equal', async () => {
    const of = (value: string) =>
      `CREATE COLLATION alike (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
       CREATE TABLE t (a text COLLATE alike, b varchar(9) COLLATE alike, c char(9) COLLATE alike); INSERT INTO t VALUES (${value})`;
    for (const other of ["'A', 'a', 'a'", "'a', 'A', 'a'", "'a', 'a', 'A'"])
      expect(await between(of("'a', 'a', 'a'"), of(other))).toMatchObject({ tables: [{ name: 't' }] });
  });

  test('what was captured when rows were hashed as texts is compared as it was', async () => {
    const database = await createDatabase(version, {
      sql: `CREATE TABLE t (id bigint PRIMARY KEY, a text, b boolean, c char(4), n numeric, gone integer);
        ALTER TABLE t DROP gone; INSERT INTO t SELECT g, 'a "' || g, g > 50, 'x', g / 7.0 FROM generate_series(1, 100) g`,
    });
    try {
      const before = await capture(database.url, { version: 1 });
      // As the first version of a snapshot was made.
      const [texts] = await database.query<{ hash: string }>(
        `SELECT sum(hashtextextended(t::text COLLATE "C", 0))::text AS hash FROM t`,
      );
      expect(before.tables[0]?.hash).toBe(texts?.hash);
      expect(differences(before, await capture(database.url, { like: before }))).toEqual(SAME);
      expect((await capture(database.url)).tables[0]?.hash).not.toBe(texts?.hash);
      await database.query('UPDATE t SET b = NOT b WHERE id = 70');
      const { tables } = differences(before, await capture(database.url, { like: before }));
      expect(tables).toMatchObject([{ change: 'changed', ranges: [{ keys: expect.any(String) }] }]);
    } finally {
      await database.drop();
    }
  });

  test('every type that is hashed by PostgreSQL’s own functions can be, and they are used', async () => {
    const values = {
      ...{
        bool: 'true',
        int2: '1',
        int4: '2',
        int8: '3',
        float4: '1.5',
        float8: '-0',
        numeric: '1.10',
        text: 'ü',
      },
      ...{ varchar: '', bpchar: 'x ', uuid: '00000000-0000-0000-0000-000000000001', jsonb: '{"a": [1]}' },
      ...{ date: 'infinity', time: '12:00', timestamp: '2024-01-01', timestamptz: '2024-01-01 00:00+01' },
      ...{ interval: '1 day', inet: '10.0.0.0/8' },
    };
    const all = Object.entries(values).flatMap(([type, value]) => [
      { type, value: `'${value}'` },
      { type: `${type}[]`, value: `ARRAY['${value}', NULL]::${type}[]` },
    ]);
    const sql = `CREATE TABLE t (${all.map(({ type }, index) => `c${index} ${type}`)}); INSERT INTO t VALUES (${all.map(({ value }) => value)})`;
    expect(await between(sql, sql, true)).toEqual(SAME);
    const database = await createDatabase(version, { sql });
    const hash = async (quick: boolean) => (await capture(database.url, { quick })).tables[0]?.hash;
    expect(await hash(true)).not.toBe(await hash(false));
    await database.drop();
  });

  test.each<[string, string, keyof Differences, object]>([
    ['an index', 'DROP INDEX i', 'schema', { kind: 'index', name: 'public.i', change: 'lost' }],
    ['a constraint', 'ALTER TABLE t DROP CONSTRAINT c', 'schema', { kind: 'constraint', name: 'public.t.c' }],
    [
      'a constraint that has its brackets elsewhere',
      'ALTER TABLE t DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (a > 0 AND (a < 9 OR b > 0))',
      'schema',
      { kind: 'constraint', change: 'changed' },
    ],
    ['a policy', 'DROP POLICY p ON u', 'schema', { kind: 'policy', name: 'public.u.p', change: 'lost' }],
    [
      'a trigger that is off',
      'ALTER TABLE t DISABLE TRIGGER g',
      'schema',
      { kind: 'trigger', change: 'changed' },
    ],
    ['a rule that is off', 'ALTER TABLE u DISABLE RULE r', 'schema', { kind: 'rule', name: 'public.u.r' }],
    [
      'what a foreign table is of',
      "ALTER FOREIGN TABLE far OPTIONS (SET table_name 'two')",
      'schema',
      { kind: 'foreign table', name: 'public.far', change: 'changed' },
    ],
    [
      'what a column of a foreign table is of',
      "ALTER FOREIGN TABLE far ALTER a OPTIONS (SET column_name 'b')",
      'schema',
      { kind: 'column', name: 'public.far.a', change: 'changed' },
    ],
    [
      'what rows are known by to subscribers',
      'ALTER TABLE q REPLICA IDENTITY USING INDEX q2',
      'schema',
      { kind: 'table', name: 'public.q', change: 'changed' },
    ],
    [
      'a function',
      `CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
      'schema',
      { kind: 'function', name: 'public.f()', change: 'changed' },
    ],
    [
      'a view',
      'CREATE OR REPLACE VIEW v AS SELECT b, a FROM u WHERE a > 1',
      'schema',
      { kind: 'definition of view', change: 'changed' },
    ],
    [
      'a label',
      `ALTER TYPE e ADD VALUE 'z'`,
      'schema',
      { kind: 'enum', name: 'public.e', change: 'changed' },
    ],
    ['a default', 'ALTER TABLE t ALTER a SET DEFAULT 1', 'schema', { kind: 'column', name: 'public.t.a' }],
    [
      'a sequence behind',
      `SELECT setval('s', 5)`,
      'sequences',
      { name: 'public.s', behind: true, after: '5' },
    ],
    ['a number that is given again', `SELECT setval('s', 9, false)`, 'sequences', { behind: true }],
    ['a sequence ahead', `SELECT nextval('s')`, 'sequences', { behind: false, before: '9', after: '10' }],
    [
      'a large object',
      `SELECT lo_put(77, 1, '\\x01')`,
      'others',
      { kind: 'large object', name: '77', change: 'changed' },
    ],
    [
      'a constraint that nobody checked',
      'ALTER TABLE u ADD CONSTRAINT d CHECK (a > -5) NOT VALID',
      'others',
      { kind: 'unvalidated constraint', name: 'public.u.d', change: 'added' },
    ],
  ])('%s is seen, and nothing else', async (_, change, where, what) => {
    const found = await between(OBJECTS, `${OBJECTS}; ${change}`);
    // A new constraint is one of the schema, too.
    if (where === 'others') expect(found).toMatchObject({ tables: [], sequences: [], others: [what] });
    else expect(found).toMatchObject({ ...SAME, [where]: [what] });
  });

  (Number(version) >= 15 ? test : test.skip)('which rows a publication has is seen', async () => {
    const published = (rows: string) =>
      `CREATE TABLE t (a integer PRIMARY KEY); CREATE PUBLICATION p FOR TABLE t WHERE (${rows})`;
    const found = await between(published('a > 1'), published('a > 2'));
    expect(found).toMatchObject({ ...SAME, schema: [{ kind: 'publication', name: 'p', change: 'changed' }] });
  });

  test('a migration more is seen by its name', async () => {
    const table = `CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('aa')`;
    const found = await between(table, `${table}, ('zz')`);
    expect(found.others).toMatchObject([
      { kind: 'migrations', before: 'aa (1 applied)', after: 'zz (2 applied)' },
    ]);
  });
});

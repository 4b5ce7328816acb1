import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { differences } from '../../../src/domain/snapshots/differences.ts';
import { rowDifferences } from '../../../src/domain/snapshots/rows.ts';
import { createDatabase, type TestDatabase, VERSIONS } from '../../support/postgres/database.ts';
import { capture, placeOf, signal } from './engine.ts';

const MANY = `CREATE TABLE many (id bigint PRIMARY KEY, u uuid, note text);
  INSERT INTO many SELECT g, md5(g::text)::uuid, 'row ' || g FROM generate_series(1, 40000) g`;
const SMALL = `
  CREATE TABLE keyless (a integer, b text);
  INSERT INTO keyless VALUES (1, 'x'), (1, 'x'), (2, NULL), (3, '');
  CREATE TABLE pairs ("k""1" text, "k 2" timestamptz, v text, PRIMARY KEY ("k""1", "k 2"));
  INSERT INTO pairs VALUES ('a"; drop table x; --', '2024-01-01 00:00+00', 'v'), ('ü', 'infinity', 'w'), ('', '-infinity', 'x');
  CREATE TABLE changed (id integer PRIMARY KEY, a text, old integer);
  INSERT INTO changed SELECT g, 'same', g FROM generate_series(1, 50) g;
  CREATE TABLE rekeyed (id integer PRIMARY KEY, a text);
  INSERT INTO rekeyed VALUES (1, 'a'), (2, 'b');`;

describe.each(VERSIONS)('rows that differ, on PostgreSQL %s', (version) => {
  let a: TestDatabase;
  let b: TestDatabase;
  beforeAll(async () => {
    const sql = `${MANY}; ${SMALL}`;
    [a, b] = await Promise.all([createDatabase(version, { sql }), createDatabase(version, { sql })]);
  });
  afterAll(() => Promise.all([a.drop(), b.drop()]));

  /** The same whichever way rows are hashed. */
  const found = async (name: string, limit = 20) => {
    const by = (quick: boolean) =>
      rowDifferences(placeOf(a.url), placeOf(b.url), { schema: 'public', name }, { limit, signal, quick });
    const [slow, quick] = await Promise.all([by(false), by(true)]);
    const counts = ({ examples: _, ...rest }: typeof slow) => rest;
    expect(counts(quick)).toEqual(counts(slow));
    return slow;
  };

  test('one row of many is named with its column, and by a range of keys from the snapshot alone', async () => {
    const before = await capture(b.url);
    await b.query(`UPDATE many SET note = 'other' WHERE id = 37777`);
    expect(await found('many')).toEqual({
      onlyA: 0,
      onlyB: 0,
      changed: 1,
      keyed: true,
      alike: true,
      ignored: [],
      examples: [{ where: 'changed', key: { id: '37777' }, columns: ['note'] }],
    });
    const { tables } = differences(before, await capture(b.url, { like: before }));
    expect(tables).toMatchObject([
      { name: 'many', ranges: [{ keys: expect.stringMatching(/^id 37632 to 37887$/) }] },
    ]);
  });

  test('rows of other keys are counted exactly, and as many named as asked for', async () => {
    await b.query(
      `UPDATE many SET note = 'other' WHERE id = 37777; DELETE FROM many WHERE id <= 3000;
       INSERT INTO many SELECT g FROM generate_series(200001, 201000) g`,
    );
    const all = await found('many', 7);
    expect(all).toMatchObject({ onlyA: 3000, onlyB: 1000, changed: 1 });
    expect(all.examples).toHaveLength(7);
  });

  test('a table without a key is compared as a multiset', async () => {
    await b.query(
      `DELETE FROM keyless WHERE ctid IN (SELECT ctid FROM keyless WHERE a = 1 LIMIT 1); UPDATE keyless SET b = '' WHERE a = 2`,
    );
    const rows = await found('keyless');
    expect(rows).toMatchObject({ onlyA: 2, onlyB: 1, changed: 0, keyed: false });
    for (const { key } of rows.examples)
      expect(key).toEqual({ ctid: expect.stringMatching(/^\(\d+,\d+\)$/) });
  });

  test('keys of any type and content are told as they are', async () => {
    await b.query(`UPDATE pairs SET v = 'other' WHERE v = 'v'; DELETE FROM pairs WHERE v = 'x'`);
    const { examples } = await found('pairs');
    expect(examples).toEqual(
      expect.arrayContaining([
        {
          where: 'changed',
          key: { 'k"1': 'a"; drop table x; --', 'k 2': '2024-01-01 00:00:00+00' },
          columns: ['v'],
        },
        { where: 'onlyA', key: { 'k"1': '', 'k 2': '-infinity' }, columns: [] },
      ]),
    );
  });

  test('a changed schema is compared by the columns that both have', async () => {
    await b.query(
      `ALTER TABLE changed DROP old; ALTER TABLE changed ADD "new" text; UPDATE changed SET "new" = 'x'; UPDATE changed SET a = 'b' WHERE id = 9`,
    );
    expect(await found('changed')).toMatchObject({
      changed: 1,
      ignored: ['old', 'new'],
      examples: [{ key: { id: '9' } }],
    });
  });

  test('where the key is another, rows are compared whole', async () => {
    await b.query(
      'ALTER TABLE rekeyed DROP CONSTRAINT rekeyed_pkey, ADD PRIMARY KEY (a); UPDATE rekeyed SET id = 9 WHERE id = 2',
    );
    expect(await found('rekeyed')).toMatchObject({ keyed: false, onlyA: 1, onlyB: 1, changed: 0 });
  });

  test('a table that one side does not have is a sentence', async () => {
    await expect(found('nowhere')).rejects.toThrow(`The database ${a.name} has no table public.nowhere.`);
  });

  test('a deadline ends both sides', async () => {
    const sessions = ({ query }: TestDatabase, state: string) =>
      query(
        `SELECT 1 FROM pg_stat_activity WHERE application_name = 'rollback-actions' AND datname = current_database() AND ${state}`,
      );
    const holder = new pg.Client(b.url);
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE many IN ACCESS EXCLUSIVE MODE');
    const late = new AbortController();
    const looking = rowDifferences(
      placeOf(a.url),
      placeOf(b.url),
      { schema: 'public', name: 'many' },
      { limit: 1, signal: late.signal },
    ).catch((error: Error) => error.message);
    while ((await sessions(b, `wait_event_type = 'Lock'`)).length === 0);
    expect(await sessions(a, `state = 'idle in transaction'`)).toHaveLength(1);
    late.abort(new Error('too late'));
    expect(await looking).toBe('too late');
    // Though what one of them waited for is still locked.
    for (const side of [a, b]) while ((await sessions(side, 'true')).length > 0);
    await holder.end();
    // Less than a lock is waited for.
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataLoss, describeLoss } from '../../../src/database/loss.ts';
import { captureSnapshot } from '../../../src/domain/snapshots/capture.ts';
import type { Snapshot } from '../../../src/domain/snapshots/snapshot.ts';
import { Server } from '../../../src/systems/postgres/session.ts';
import { createDatabase, type TestDatabase, VERSIONS } from '../../support/postgres/database.ts';

const { signal } = new AbortController();
const SCHEMA = `CREATE TABLE items (id int PRIMARY KEY, text text); CREATE TABLE few (LIKE items INCLUDING ALL);
  CREATE TABLE same AS SELECT 1 AS x;`;

describe.each(VERSIONS)('the loss on PostgreSQL %s', (version) => {
  let live: TestDatabase;
  let backup: TestDatabase;
  let server: Server;
  let states: [Snapshot, Snapshot];
  beforeAll(async () => {
    backup = await createDatabase(version, {
      sql: `${SCHEMA} INSERT INTO items SELECT n, 'old' FROM generate_series(1, 20000) AS n;
        INSERT INTO few VALUES (1, 'old'), (2, 'old')`,
    });
    // One row is gone, two have other contents, five are new; and of the few one has other contents.
    live = await createDatabase(version, {
      sql: `${SCHEMA} INSERT INTO items SELECT n, CASE WHEN n < 4 THEN 'new' ELSE 'old' END FROM generate_series(2, 20005) AS n;
        INSERT INTO few VALUES (1, 'old'), (2, 'new')`,
    });
    server = Server.parse(live.url, { signal, mask: () => {} });
    states = (await Promise.all(
      [live, backup].map(({ name }) => captureSnapshot(server, name, { jobs: 1, signal })),
    )) as [Snapshot, Snapshot];
  });
  afterAll(() => Promise.all([live.drop(), backup.drop()]));

  const lossWithin = (seconds: number, pace = 1e6) =>
    dataLoss({ server, reader: server, side: backup.name, signal, seconds, pace }, ...states, {
      takenAt: '2026-01-01T00:00:00Z',
    });

  test('is told row by row', async () => {
    // A part of a restore is seldom a whole number of milliseconds.
    const loss = await lossWithin(60.0005);
    expect(loss.tables).toEqual([
      { table: 'public.few', lost: 0, changed: 1, back: 0, exact: true },
      { table: 'public.items', lost: 5, changed: 2, back: 1, exact: true },
    ]);
    expect(describeLoss(loss)).toMatch(
      /in 2 tables 5 rows would be lost, 3 go back to older contents, 1 come back$/,
    );
  });

  const ITEMS_BY_COUNT = { table: 'public.items', lost: 4, changed: 0, back: 0, exact: false };

  test('is told by the number of rows where there is no time', async () => {
    const loss = await lossWithin(0);
    const few = { table: 'public.few', lost: 0, changed: 0, back: 0, exact: false };
    expect(loss.tables).toEqual([few, ITEMS_BY_COUNT]);
    expect(describeLoss(loss)).toMatch(/in 2 tables at least 4 rows would be lost/);
  });

  test('is told by the number of rows of a table that would take too long, and row by row of one that is small', async () => {
    const loss = await lossWithin(60, 1);
    const few = { table: 'public.few', lost: 0, changed: 1, back: 0, exact: true };
    expect(loss.tables).toEqual([few, ITEMS_BY_COUNT]);
  });

  test.each([
    ['other values', '(id int PRIMARY KEY, v int)', '(id int PRIMARY KEY, v int)', true],
    [
      'another order of columns',
      '(id int PRIMARY KEY, v int, w int)',
      '(id int PRIMARY KEY, w int, v int)',
      true,
    ],
    ['no key on either side', '(id int, v int)', '(id int, v int)', true],
    ['another type', '(id int PRIMARY KEY, v int)', '(id int PRIMARY KEY, v bigint)', false],
    ['another length', '(id int PRIMARY KEY, v varchar(5))', '(id int PRIMARY KEY, v varchar(9))', false],
    ['a key on one side', '(id int, v int)', '(id int PRIMARY KEY, v int)', false],
    ['another key', '(id int PRIMARY KEY, v int)', '(id int, v int PRIMARY KEY)', false],
    ['a column that the backup lacks', '(id int PRIMARY KEY)', '(id int PRIMARY KEY, v int)', false],
    ['a column that only the backup has', '(id int PRIMARY KEY, v int)', '(id int PRIMARY KEY)', false],
    ['a domain of the same', '(id int PRIMARY KEY, v one)', '(id int PRIMARY KEY, v one)', true],
    ['a domain of another type', '(id int PRIMARY KEY, v other)', '(id int PRIMARY KEY, v other)', false],
    [
      'an enum with other labels',
      '(id int PRIMARY KEY, v label[])',
      '(id int PRIMARY KEY, v label[])',
      false,
    ],
  ])('is exact only where every value was compared as what it is: %s', async (_, before, after, exact) => {
    const types = (isLive: boolean) =>
      `CREATE DOMAIN one AS int; CREATE DOMAIN other AS ${isLive ? 'bigint' : 'int'}; CREATE TYPE label AS ENUM ('a'${isLive ? ", 'b'" : ''});`;
    const side = await createDatabase(version, {
      sql: `${types(false)} CREATE TABLE t ${before}; INSERT INTO t ${valuesOf(before, [1, 2])}`,
    });
    const now = await createDatabase(version, {
      sql: `${types(true)} CREATE TABLE t ${after}; INSERT INTO t ${valuesOf(after, [1, 2, 3])}`,
    });
    const at = Server.parse(now.url, { signal, mask: () => {} });
    try {
      const [live, restored] = await Promise.all(
        [now, side].map(({ name }) => captureSnapshot(at, name, { jobs: 1, signal, quick: true })),
      );
      const { tables } = await dataLoss(
        { server: at, reader: at, side: side.name, signal, seconds: 60, pace: 1e6 },
        live as Snapshot,
        restored as Snapshot,
        { takenAt: undefined },
      );
      expect(tables).toEqual([expect.objectContaining({ table: 'public.t', exact })]);
    } finally {
      await Promise.all([side.drop(), now.drop()]);
    }
  });
});

/** A row a number; what is not a number is one of what it takes. */
function valuesOf(columns: string, numbers: readonly number[]): string {
  const value = (column: string, n: number) =>
    /label/.test(column) ? `'{a}'` : /varchar/.test(column) ? `'${n}'` : n;
  const parts = columns.slice(1, -1).split(', ');
  const names = parts.map((part) => part.split(' ')[0]);
  const rows = numbers.map((n) => `(${parts.map((part) => value(part, n)).join(', ')})`);
  return `(${names.join(', ')}) VALUES ${rows.join(', ')}`;
}

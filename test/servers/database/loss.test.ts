import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataLoss, describeLoss } from '../../../src/database/loss.ts';
import { captureSnapshot } from '../../../src/systems/postgres/integrity/capture.ts';
import type { Snapshot } from '../../../src/systems/postgres/integrity/snapshot.ts';
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
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataLoss, describeLoss } from '../../../src/database/loss.ts';
import { captureSnapshot } from '../../../src/systems/postgres/integrity/capture.ts';
import type { Snapshot } from '../../../src/systems/postgres/integrity/snapshot.ts';
import { Server } from '../../../src/systems/postgres/session.ts';
import { createDatabase, type TestDatabase, VERSIONS } from '../../support/postgres/database.ts';

const { signal } = new AbortController();
const SCHEMA = 'CREATE TABLE items (id int PRIMARY KEY, text text); CREATE TABLE same AS SELECT 1 AS x;';

describe.each(VERSIONS)('the loss on PostgreSQL %s', (version) => {
  let live: TestDatabase;
  let backup: TestDatabase;
  let server: Server;
  let states: [Snapshot, Snapshot];
  beforeAll(async () => {
    backup = await createDatabase(version, {
      sql: `${SCHEMA} INSERT INTO items SELECT n, 'old' FROM generate_series(1, 1000) AS n`,
    });
    // One row is gone, two have other contents, five are new.
    live = await createDatabase(version, {
      sql: `${SCHEMA} INSERT INTO items SELECT n, CASE WHEN n < 4 THEN 'new' ELSE 'old' END FROM generate_series(2, 1005) AS n`,
    });
    server = Server.parse(live.url, { signal, mask: () => {} });
    states = (await Promise.all(
      [live, backup].map(({ name }) => captureSnapshot(server, name, { jobs: 1, signal })),
    )) as [Snapshot, Snapshot];
  });
  afterAll(() => Promise.all([live.drop(), backup.drop()]));

  const lossWithin = (seconds: number, pace = 1e6) =>
    dataLoss(
      { server, reader: server, side: backup.name, signal, seconds, pace },
      ...states,
      '2026-01-01T00:00:00Z',
    );

  test('is told row by row', async () => {
    // A part of a restore is seldom a whole number of milliseconds.
    const loss = await lossWithin(60.0005);
    expect(loss.tables).toEqual([{ table: 'public.items', lost: 5, changed: 2, back: 1, exact: true }]);
    expect(describeLoss(loss)).toMatch(
      /in 1 tables 5 rows would be lost, 2 go back to older contents, 1 come back$/,
    );
  });

  test.each([
    ['there is no time', 0, 1e6],
    ['it would take too long', 60, 1],
  ])('is told by the number of rows where %s', async (_, seconds, pace) => {
    const loss = await lossWithin(seconds, pace);
    expect(loss.tables).toEqual([{ table: 'public.items', lost: 4, changed: 0, back: 0, exact: false }]);
    expect(describeLoss(loss)).toMatch(/in 1 tables at least 4 rows would be lost/);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { differences } from '../../../src/domain/snapshots/differences.ts';
import { rowDifferences } from '../../../src/domain/snapshots/rows.ts';
import type { Snapshot } from '../../../src/domain/snapshots/snapshot.ts';
import { nameOf } from '../../../src/domain/snapshots/tables.ts';
import { createDatabase, type TestDatabase, VERSION, VERSIONS } from '../../support/postgres/database.ts';
import { dump, restore } from '../../support/postgres/dump.ts';
import { capture, placeOf, signal } from './engine.ts';
import { EVERY_TYPE } from './every-type.ts';

const SAME = { tables: [], schema: [], sequences: [], others: [] };
let source: TestDatabase;
let before: Snapshot;

beforeAll(async () => {
  source = await createDatabase(VERSION, { sql: EVERY_TYPE });
  before = await capture(source.url);
});
afterAll(() => source.drop());

test('every table with rows of its own is fingerprinted, and the others are told', () => {
  expect(before.tables.map(nameOf)).toEqual(
    expect.arrayContaining([
      'public.everything',
      'public.nothing',
      'public.orders_2023',
      'public.parent',
      'public.child',
    ]),
  );
  expect(before.tables.map(nameOf)).not.toContain('public.orders');
  expect(before.told).toEqual([
    {
      kind: 'materialized view',
      name: 'public.kept',
      because: 'made from other tables, and made again by a restore',
    },
  ]);
  const rows = Object.fromEntries(before.tables.map((table) => [nameOf(table), table.rows]));
  expect(rows).toMatchObject({
    'public.everything': '3',
    'public.nothing': '1',
    'public.empty': '0',
    'public.keyless': '4',
    'public.parent': '1',
  });
  expect(before.migrations).toEqual([
    { schema: 'public', name: 'flyway_schema_history', head: '1.10', applied: '2' },
  ]);
  expect(before.largeObjects).toMatchObject({ count: '2', hash: expect.stringMatching(/^-?\d+$/) });
});

describe.each(VERSIONS)('restored on PostgreSQL %s', (version) => {
  let copy: TestDatabase;
  beforeAll(async () => {
    copy = await createDatabase(version);
    await restore(await dump(source), copy);
  });
  afterAll(() => copy.drop());

  test('a table of every type and an object of every kind are equal', async () => {
    expect(differences(before, await capture(copy.url))).toEqual(SAME);
  });

  test('row by row too', async () => {
    for (const table of before.tables) {
      const found = await rowDifferences(placeOf(source.url), placeOf(copy.url), table, { limit: 5, signal });
      expect([nameOf(table), found.onlyA, found.onlyB, found.changed]).toEqual([nameOf(table), 0, 0, 0]);
    }
  });
});

/** Random schemas and rows: without a change nothing is found, and one random change is. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differences, isSame } from '../../../src/domain/snapshots/differences.ts';
import { createDatabase, VERSIONS } from '../../support/postgres/database.ts';
import { capture } from './engine.ts';
import { changesOf, database, sqlOf } from './random-database.ts';

const RUNS = 15;

test.each(VERSIONS)('on PostgreSQL %s', async (version) => {
  await fc.assert(
    fc.asyncProperty(
      database,
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      async (tables, row, column, choice, quick) => {
        const [one, other] = await Promise.all([
          createDatabase(version, { sql: sqlOf(tables, false) }),
          createDatabase(version, { sql: sqlOf(tables, true) }),
        ]);
        try {
          const options = { jobs: 1, quick };
          const before = await capture(one.url, options);
          const same = differences(before, await capture(other.url, { ...options, like: before }));
          expect(same).toEqual({ tables: [], schema: [], sequences: [], others: [] });

          const table = tables[choice % tables.length] as (typeof tables)[number];
          const changes = Object.values(changesOf(table, row, column));
          const change = changes[choice % changes.length] as string;
          await other.query(change);
          const found = differences(before, await capture(other.url, { ...options, like: before }));
          expect([change, isSame(found)]).toEqual([change, false]);
        } finally {
          await Promise.all([one.drop(), other.drop()]);
        }
      },
    ),
    { numRuns: RUNS },
  );
});

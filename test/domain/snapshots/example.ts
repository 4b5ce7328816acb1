import type { Snapshot } from '../../../src/domain/snapshots/snapshot.ts';

/** A snapshot with names and numbers that are easily read wrong. */
export const SNAPSHOT: Snapshot = {
  format: 'rollback-actions/integrity',
  version: 2,
  at: '2026-11-22T23:00:00.000Z',
  database: 'a"; drop table x; --',
  databaseOid: '16384',
  encoding: 'UTF8',
  serverVersion: 180004,
  scope: { tables: [], exclude: [] },
  tables: [
    {
      schema: '__proto__',
      name: 'constructor',
      rows: '12345678901234567890',
      hash: '-98765432109876543210',
      columns: [{ name: '__proto__', type: 'integer' }],
      key: ['__proto__'],
      unlogged: false,
      ranges: {
        by: { column: '__proto__', width: '16', first: '0', last: '9' },
        parts: [{ part: '0', rows: '1', hash: '2' }],
      },
    },
  ],
  told: [],
  schema: [{ kind: 'view', name: 'v', hash: 'ab', table: { schema: 's', name: 'v' }, versionBound: true }],
  sequences: [],
  extensions: [],
  largeObjects: { count: '0', hash: null },
  invalidIndexes: [],
  unvalidatedConstraints: [],
  migrations: [],
  statistics: {
    resetAt: null,
    commits: '1',
    rollbacks: '0',
    deadlocks: '0',
    conflicts: '0',
    statements: null,
    writes: [],
  },
};

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  readSnapshot,
  type Snapshot,
  writeSnapshot,
} from '../../../../src/systems/postgres/integrity/snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
const path = join(folder, 'deep/er/snapshot.json');
const SNAPSHOT: Snapshot = {
  format: 'rollback-actions/integrity',
  version: 1,
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

test('what is written is read, whatever the names are', () => {
  writeSnapshot(path, SNAPSHOT);
  expect(readSnapshot(path)).toEqual(SNAPSHOT);
});

describe('one sentence', () => {
  const written = (content: unknown) => {
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  test.each<[string, unknown, RegExp]>([
    [
      'for a file that was cut',
      JSON.stringify(SNAPSHOT).slice(0, 200),
      /is no whole JSON file; it was cut or changed\.$/,
    ],
    ['for an empty file', '', /is no whole JSON file/],
    ['for another JSON file', { version: 1 }, /is no snapshot of verify-integrity/],
    ['for null', 'null', /is no snapshot of verify-integrity/],
    ['for a list', [SNAPSHOT], /is no snapshot of verify-integrity/],
    ['for a newer version', { ...SNAPSHOT, version: 2 }, /has version 2, this action reads up to 1/],
    [
      'for a number that is none',
      { ...SNAPSHOT, tables: [{ ...SNAPSHOT.tables[0], rows: '1e9' }] },
      /is damaged at tables\.0\.rows; capture it again\.$/,
    ],
    ['for what is missing', { ...SNAPSHOT, sequences: undefined }, /is damaged at sequences/],
    ['for a time that is none', { ...SNAPSHOT, at: 'yesterday' }, /is damaged at at/],
  ])('%s', (_, content, sentence) => {
    written(content);
    expect(() => readSnapshot(path)).toThrow(sentence);
  });

  test('for a file that is not there, and one that can not be written', () => {
    expect(() => readSnapshot(join(folder, 'none'))).toThrow(
      /can not be read .*give the file that `mode: capture` wrote/,
    );
    expect(() => writeSnapshot(join(written('x'), 'below a file'), SNAPSHOT)).toThrow(/can not be written/);
  });
});

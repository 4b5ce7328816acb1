import { describe, expect, test } from '@jest/globals';
import type { Statistics } from '../../src/domain/snapshots/snapshot.ts';
import {
  countedSince,
  describeRate,
  successRate,
  summaryOfLines,
  summaryOfLog,
} from '../../src/integrity/analysis.ts';
import type { LogEntry } from '../../src/integrity/server-log.ts';

const statistics = (more: Partial<Statistics> = {}): Statistics => ({
  resetAt: '2026-01-01T00:00:00Z',
  commits: '100',
  rollbacks: '10',
  deadlocks: '1',
  conflicts: '0',
  statements: { calls: '50', resetAt: null },
  writes: [{ schema: 'public', name: 't', inserted: '5', updated: '0', deleted: '1' }],
  ...more,
});
const at = (more: Partial<Statistics> = {}, databaseOid = '1') => ({
  databaseOid,
  statistics: statistics(more),
});

describe('what the counters say', () => {
  test('the difference, and the share that committed', () => {
    const now = at({
      commits: '199',
      rollbacks: '11',
      deadlocks: '3',
      statements: { calls: '80', resetAt: null },
      writes: [
        { schema: 'public', name: 'new', inserted: '2', updated: '0', deleted: '0' },
        { schema: 'public', name: 't', inserted: '5', updated: '7', deleted: '1' },
      ],
    });
    const counted = countedSince(at(), now);
    expect(counted).toEqual({
      value: {
        commits: 99,
        rollbacks: 1,
        deadlocks: 2,
        conflicts: 0,
        statements: 30,
        writes: [
          { table: 'public.t', inserted: 0, updated: 7, deleted: 0 },
          { table: 'public.new', inserted: 2, updated: 0, deleted: 0 },
        ],
      },
    });
    expect(describeRate(successRate(counted))).toBe('99.00 %');
  });

  test.each([
    [
      'a reset',
      at({ resetAt: '2026-02-02T00:00:00Z' }),
      /statistics were reset at 2026-02-02T00:00:00Z, after the capture/,
    ],
    ['counters that went down', at({ commits: '5' }), /statistics were reset/],
    ['a database that was swapped', at({}, '2'), /not the one of the capture/],
  ])('after %s they say nothing, and say why', (_, now, because) => {
    const counted = countedSince(at(), now);
    expect(counted).toEqual({ unknown: expect.stringMatching(because) });
    expect(successRate(counted)).toEqual(counted);
  });

  test('a database that nobody had worked in has been counted from nothing', () => {
    const fresh = at({ resetAt: null, commits: '0', rollbacks: '0', deadlocks: '0', writes: [] });
    expect(countedSince(fresh, at())).toMatchObject({ value: { commits: 100, rollbacks: 10 } });
  });

  test('without a transaction there is no rate', () => {
    expect(describeRate(successRate(countedSince(at(), at())))).toBe(
      'unknown: no transaction has ended since',
    );
  });

  test('statements are unknown where they were reset', () => {
    const counted = countedSince(at(), at({ commits: '101', statements: { calls: '60', resetAt: 'later' } }));
    expect(counted).toMatchObject({ value: { commits: 1, statements: null } });
  });
});

describe('what a log says', () => {
  const entry = (more: Partial<LogEntry>): LogEntry => ({
    at: undefined,
    severity: 'ERROR',
    code: undefined,
    database: 'app',
    message: 'x',
    transaction: 's 1',
    ...more,
  });

  test('errors of this database, in how many transactions, the most frequent first, without their values', () => {
    const entries = [
      entry({
        code: '23505',
        message: 'duplicate key value violates unique constraint "a"',
        transaction: 's 1',
      }),
      entry({
        code: '23505',
        message: 'duplicate key value violates unique constraint "b"',
        transaction: 's 1',
      }),
      entry({ code: '40P01', message: 'deadlock detected', transaction: 's 2' }),
      entry({
        code: '40001',
        message: 'could not serialize access due to concurrent update',
        transaction: 's 3',
      }),
      entry({ database: 'other' }),
    ];
    expect(summaryOfLog(entries, 'app')).toEqual({
      errors: 4,
      failedTransactions: 3,
      deadlocks: 1,
      serializationFailures: 1,
      messages: [
        { message: 'duplicate key value violates unique constraint …', code: '23505', count: 2 },
        { message: 'deadlock detected', code: '40P01', count: 1 },
        { message: 'could not serialize access due to concurrent update', code: '40001', count: 1 },
      ],
    });
  });

  test('where the format does not tell transactions, their number is unknown', () => {
    const entries = [entry({ transaction: undefined, database: undefined, message: 'deadlock detected' })];
    expect(summaryOfLog(entries, 'app')).toMatchObject({ errors: 1, failedTransactions: null, deadlocks: 1 });
  });

  test('lines of pods give the figures of the runbook, and a rate that is one', () => {
    const lines = ['INSERT INTO t', 'update t set a', 'ERROR: DELETE failed', 'GET /health', 'ROLLBACK'];
    expect(summaryOfLines(lines)).toEqual({
      lines: 5,
      writes: 3,
      failedWrites: 1,
      errors: 2,
      successRate: { value: 1 - 1 / 3 },
    });
    expect(summaryOfLines(['GET /']).successRate).toEqual({
      unknown: 'the logs have no line with INSERT, UPDATE or DELETE',
    });
  });
});

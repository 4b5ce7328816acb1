import { describe, expect, test } from '@jest/globals';
import type { Differences, TableDifference } from '../../src/domain/snapshots/differences.ts';
import { type Expectation, judgeDifferences, type Located } from '../../src/integrity/judge.ts';

const SAME: Differences = { tables: [], schema: [], sequences: [], others: [] };
const table = (more: Partial<TableDifference>): Differences => ({
  ...SAME,
  tables: [
    {
      schema: 'public',
      name: 't',
      change: 'changed',
      rowsBefore: '10',
      rowsAfter: '10',
      otherColumns: false,
      ranges: [],
      ...more,
    },
  ],
});
const range = (rowsBefore: string, rowsAfter: string) => ({ keys: 'id 1 to 9', rowsBefore, rowsAfter });
const other = (
  kind: string,
  change: 'lost' | 'added' | 'changed',
  before: string | null,
  after: string | null,
): Differences => ({
  ...SAME,
  others: [{ kind, name: 'x', change, before, after }],
});
const verdicts = (found: Differences, located?: Located) =>
  (['identical', 'no-loss', 'schema-only'] as Expectation[]).map(
    (expect) => judgeDifferences(found, expect, located)[0]?.verdict,
  );

describe('what is drift', () => {
  test.each<[string, Differences, string[], string]>([
    [
      'a lost table',
      table({ change: 'lost', rowsAfter: null }),
      ['drift', 'drift', 'allowed'],
      'is lost, with 10 rows',
    ],
    [
      'a new table',
      table({ change: 'added', rowsBefore: null }),
      ['drift', 'allowed', 'allowed'],
      'is added, with 10 rows',
    ],
    ['fewer rows', table({ rowsAfter: '7' }), ['drift', 'drift', 'allowed'], '3 of 10 rows are gone'],
    [
      'as many, but others',
      table({}),
      ['drift', 'drift', 'allowed'],
      'has 10 rows as before, but not the same ones',
    ],
    [
      'more rows, and nobody knows which',
      table({ rowsAfter: '12' }),
      ['drift', 'open', 'allowed'],
      'has 2 rows more than the 10 before',
    ],
    [
      'more rows with new keys',
      table({ rowsAfter: '12', ranges: [range('0', '2')] }),
      ['drift', 'allowed', 'allowed'],
      'has 2 rows more than the 10 before',
    ],
    [
      'more rows among old keys',
      table({ rowsAfter: '12', ranges: [range('9', '11')] }),
      ['drift', 'open', 'allowed'],
      'has 2 rows more than the 10 before',
    ],
    [
      'more rows, and a range with fewer',
      table({ rowsAfter: '12', ranges: [range('0', '4'), range('9', '7')] }),
      ['drift', 'drift', 'allowed'],
      'has 2 rows more than the 10 before',
    ],
    [
      'more rows, and a range that changed',
      table({ rowsAfter: '12', ranges: [range('0', '2'), range('5', '5')] }),
      ['drift', 'drift', 'allowed'],
      'has 2 rows more than the 10 before',
    ],
    [
      'other columns',
      table({ otherColumns: true }),
      ['drift', 'open', 'allowed'],
      'has other columns; 10 rows before, 10 now',
    ],
    [
      'an extension of another version',
      other('extension', 'changed', '1.0', '1.1'),
      ['drift', 'drift', 'drift'],
      'is 1.1, was 1.0',
    ],
    [
      'migrations that went on',
      other('migrations', 'changed', 'a', 'b'),
      ['drift', 'allowed', 'allowed'],
      'is b, was a',
    ],
    [
      'fewer large objects',
      other('large objects', 'changed', '10', '9'),
      ['drift', 'drift', 'allowed'],
      'is 9, was 10',
    ],
    [
      'more large objects',
      other('large objects', 'changed', '9', '10'),
      ['drift', 'open', 'allowed'],
      'is 10, was 9',
    ],
    [
      'a large object that is gone among new ones',
      other('large object', 'lost', null, null),
      ['drift', 'drift', 'allowed'],
      'is lost',
    ],
    [
      'an invalid index',
      other('invalid index', 'added', null, ''),
      ['drift', 'allowed', 'drift'],
      'is added',
    ],
  ])('%s', (_, found, expected, what) => {
    expect(verdicts(found)).toEqual(expected);
    expect(judgeDifferences(found, 'identical')[0]?.what).toBe(what);
  });

  test.each<['lost' | 'added' | 'changed', string[]]>([
    ['lost', ['drift', 'drift', 'drift']],
    ['changed', ['drift', 'drift', 'drift']],
    ['added', ['drift', 'allowed', 'drift']],
  ])('an object of the schema that is %s', (change, expected) => {
    expect(
      verdicts({ ...SAME, schema: [{ kind: 'index', name: 'i', change, before: '', after: '' }] }),
    ).toEqual(expected);
  });

  test.each<[boolean, string[]]>([
    [true, ['drift', 'drift', 'allowed']],
    [false, ['drift', 'allowed', 'allowed']],
  ])('a sequence, behind: %s', (behind, expected) => {
    const sequence = {
      kind: 'sequence',
      name: 's',
      change: 'changed',
      before: '9',
      after: '5',
      behind,
    } as const;
    expect(verdicts({ ...SAME, sequences: [sequence] })).toEqual(expected);
  });

  test.each<[string, number, number, number, string]>([
    ['only new rows', 0, 5, 0, 'allowed'],
    ['a changed row', 0, 5, 1, 'drift'],
    ['a row that is gone', 1, 5, 0, 'drift'],
  ])('rows that were looked at settle it: %s', (_, onlyA, onlyB, changed, verdict) => {
    const located = new Map([
      ['public.t', { onlyA, onlyB, changed, keyed: true, alike: true, ignored: [], examples: [] }],
    ]);
    expect(judgeDifferences(table({ rowsAfter: '12' }), 'no-loss', located)).toMatchObject([
      { verdict, what: `${onlyA} rows are gone, ${onlyB} new, ${changed} changed` },
    ]);
  });
});

test('drift comes first, then what is open', () => {
  const many: Differences = {
    ...SAME,
    tables: [
      ...table({ change: 'added', rowsBefore: null }).tables,
      ...table({ rowsAfter: '12' }).tables,
      ...table({ rowsAfter: '1' }).tables,
    ],
  };
  expect(judgeDifferences(many, 'no-loss').map(({ verdict }) => verdict)).toEqual([
    'drift',
    'open',
    'allowed',
  ]);
});

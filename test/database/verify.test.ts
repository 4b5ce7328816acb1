import { describe, expect, test } from '@jest/globals';
import { requireExpected } from '../../src/database/verify.ts';
import { SNAPSHOT } from '../domain/snapshots/example.ts';

const [table] = SNAPSHOT.tables as [(typeof SNAPSHOT.tables)[number]];
const sessions = { ...table, schema: 'public', name: 'sessions' };
const restored = { ...SNAPSHOT, tables: [table, sessions] };

test('K2: what a snapshot was told to leave out is not a difference', () => {
  const scoped = { ...SNAPSHOT, scope: { tables: [], exclude: ['public.sessions'] } };
  expect(() => requireExpected(restored, scoped, 'nothing was changed')).not.toThrow();
  expect(() => requireExpected(restored, SNAPSHOT, 'nothing was changed')).toThrow(
    /^What was restored is not what the backup's snapshot says: 1 differences \(public\.sessions\); nothing was changed\.$/,
  );
});

describe('a faithful restore is not refused for what a dump does not keep', () => {
  const same = [
    ['an index that is not valid', {}, { invalidIndexes: ['public.i'] }],
    [
      'the schema public, where it was dropped',
      { schema: [...SNAPSHOT.schema, { kind: 'schema', name: 'public', hash: '' }] },
      {},
    ],
    [
      'an owner',
      {
        hasRights: true,
        schema: [...SNAPSHOT.schema, { kind: 'owner of TABLE', name: 'public.t', hash: 'a' }],
      },
      { hasRights: true },
    ],
    [
      'rights that an older snapshot did not look at',
      { hasRights: true, schema: [...SNAPSHOT.schema, { kind: 'publication', name: 'p', hash: 'a' }] },
      {},
    ],
  ] as const;
  test.each(same)('%s', (_, more, expected) => {
    const state = (change: object) => ({ ...SNAPSHOT, ...change });
    expect(() => requireExpected(state(more), state(expected), 'nothing was changed')).not.toThrow();
  });

  test('columns in the order of the parents; not where rows are missing', () => {
    const columns = [
      { name: 'a', type: 'integer' },
      { name: 'b', type: 'text' },
    ];
    const state = (order: typeof columns, rows: string, hash: string) => ({
      ...SNAPSHOT,
      schema: [{ kind: 'table', name: 'public.t', hash, table: { schema: 'public', name: 't' } }],
      tables: [{ schema: 'public', name: 't', rows, hash, columns: order, key: [], unlogged: false }],
    });
    const before = state(columns, '5', '1');
    expect(() => requireExpected(state(columns.toReversed(), '5', '2'), before, 'x')).not.toThrow();
    expect(() => requireExpected(state(columns.toReversed(), '4', '2'), before, 'x')).toThrow(
      /2 differences/,
    );
    expect(() => requireExpected(state(columns, '5', '2'), before, 'x')).toThrow(/public\.t/);
  });
});

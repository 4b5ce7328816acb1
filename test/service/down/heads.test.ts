import { describe, expect, test } from '@jest/globals';
import { gone, headToMove, isAt, type SchemaState } from '../../../src/service/down/heads.ts';

const state = (...heads: Partial<SchemaState['heads'][number]>[]): SchemaState => ({
  heads: heads.map((head) => ({ table: 'public.t', head: '2', isDirty: false, wasAt: undefined, ...head })),
  columns: new Map(),
});

describe('which tool has to go down', () => {
  test.each([
    ['no tool', state(), '1', /has no table of migrations of a tool that goes down/],
    ['a failed one', state({ isDirty: true }), '1', /the migration 2 failed in the middle \(dirty\)/],
    ['where it has never been', state({ wasAt: false }), '1', /are at 2 and have never been at "1"/],
    ['nothing applied', state({ head: '', wasAt: false }), '1', /are at none and have never been at "1"/],
    ['forward', state({ head: '9' }), '10', /are at 9, and `down-to: 10` is newer/],
  ])('refused: %s', (_, found, to, message) => {
    expect(() => headToMove(found, to, 'shop')).toThrow(message);
  });

  test('the one that has been there, before one that does not say', () => {
    const found = state({ table: 'public.a' }, { table: 'public.b', wasAt: true }, { wasAt: false });
    expect(headToMove(found, '1', 'shop').table).toBe('public.b');
    expect(headToMove(state({ table: 'public.a', head: 'ae10' }), '1975ea', 'shop').table).toBe('public.a');
  });
});

test('they are where they were asked to be only where none failed in the middle', () => {
  expect(isAt(state({ head: '1' }), '1')).toBe(true);
  expect(isAt(state({ head: '1', isDirty: true }), '1')).toBe(false);
  expect(isAt(state(), '1')).toBe(false);
});

test('what a later state lacks: tables, and columns of tables that are there', () => {
  const before = {
    heads: [],
    columns: new Map([
      ['public.a', ['x', 'y']],
      ['public.b', ['x']],
    ]),
  };
  const after = { heads: [], columns: new Map([['public.a', ['x', 'z']]]) };
  expect(gone(before, after)).toEqual(['column public.a.y', 'table public.b']);
  expect(gone(before, before)).toEqual([]);
});

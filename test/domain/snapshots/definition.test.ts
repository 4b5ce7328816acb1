import { expect, test } from '@jest/globals';
import { normalized } from '../../../src/domain/snapshots/definition.ts';

test.each([
  [
    `CHECK (((v)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])))`,
    `CHECK (((v)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text])))`,
  ],
  [`((status)::text = 'x'::text)`, `(status = 'x')`],
  [`lower((name)::text)`, `lower(name)`],
  [`'a'::character varying(20)`, `'a'::text`],
  ['a   =\n b', 'a = b'],
])('%s is the same as %s', (one, other) => {
  expect(normalized(one)).toBe(normalized(other));
});

test.each([
  ['(a AND (b OR c))', '((a AND b) OR c)'],
  [`'a'::text`, `'A'::text`],
  [`'(x)'`, `'x'`],
  [`'a::text'`, `'a'`],
  [`'it''s  two'`, `'it''s two'`],
  ['"a b"', 'a b'],
  ['a::integer', 'a::bigint'],
  [`'1'::integer`, `'1'`],
  ['f(a, b)', 'f(b, a)'],
  ['(a - (b - c))', '((a - b) - c)'],
])('%s is not the same as %s', (one, other) => {
  expect(normalized(one)).not.toBe(normalized(other));
});

test('brackets that do not fit are left alone', () => {
  expect(normalized('a) (b')).toBe('a ) ( b');
});

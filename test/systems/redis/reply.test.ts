import { expect, test } from '@jest/globals';
import { Refusal } from '../../../src/systems/redis/link.ts';
import { parseReply, quote } from '../../../src/systems/redis/reply.ts';

test.each([
  ['(integer) -3', -3],
  ['(nil)', null],
  ['(empty array)', []],
  ['(empty list or set)', []],
  ['OK', Buffer.from('OK')],
  ['"a\\n\\"\\\\\\xff\\t"', Buffer.from([0x61, 10, 34, 92, 255, 9])],
  ['1) "17"\n2) 1) "a"\n   2) "b"', [Buffer.from('17'), [Buffer.from('a'), Buffer.from('b')]]],
  [
    `1) "0"\n2) ${Array.from({ length: 10 }, (_, index) => `${index === 0 ? '' : '   '}${String(index + 1).padStart(2)}) "k"`).join('\n')}`,
    [Buffer.from('0'), Array.from({ length: 10 }, () => Buffer.from('k'))],
  ],
])('%j', (text, expected) => {
  expect(parseReply(text, 'SCAN')).toEqual(expected);
});

test('errors are values, with their first word', () => {
  expect(parseReply('(error) NOAUTH Authentication required.', 'SCAN')).toMatchObject({ code: 'NOAUTH' });
  expect(parseReply('NOPERM no', 'INFO')).toBeInstanceOf(Refusal);
});

test('INFO comes as it is, also where it looks like a list', () => {
  expect(String(parseReply('# Server\n1) x', 'INFO'))).toBe('# Server\n1) x');
});

test.each(['', 'Could not connect to Redis at x:1: Connection refused', '(integer) 1\n(integer) 2'])(
  '%j is not a reply',
  (text) => {
    expect(() => parseReply(text, 'SCAN')).toThrow(SyntaxError);
  },
);

test('what is quoted is one word on one line, whatever it holds', () => {
  expect(quote('a "b"\n\\')).toBe('"a \\x22b\\x22\\x0a\\x5c"');
  expect(quote(Buffer.from([0, 255]))).toBe('"\\x00\\xff"');
});

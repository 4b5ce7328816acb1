import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { boolean, choice, duration, integer, lines, list, secret, text } from '../../src/base/values.ts';

/** The value, or the message where there is none. */
function read(schema: v.GenericSchema, value: string): unknown {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : { refused: parsed.issues[0].message };
}

describe('duration', () => {
  test.each([
    ['90s', 90],
    ['5m', 300],
    ['1h', 3600],
    ['1h30m', 5400],
    ['1h30m5s', 5405],
    ['2h5s', 7205],
    ['0h1s', 1],
    ['007s', 7],
  ])('%s is %i seconds', (value, seconds) => {
    expect(read(duration(), value)).toBe(seconds);
  });

  test.each([
    '',
    '90',
    's',
    'm',
    '5 m',
    '1.5h',
    '-5m',
    '5M',
    '5min',
    '30m1h',
    '5m5m',
    '5m\n',
    '1d',
    '1e3s',
    '٣s',
    'PT5M',
  ])('%j is refused', (value) => {
    expect(read(duration(), value)).toEqual({
      refused: `is ${JSON.stringify(value)}; accepted are durations such as 90s, 5m or 1h30m`,
    });
  });

  test.each(['0s', '0h0m0s', '0m'])('%s is not a time', (value) => {
    expect(read(duration(), value)).toEqual({ refused: 'is zero; accepted are durations of at least 1s' });
  });
});

describe('boolean', () => {
  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
  ])('%s', (value, expected) => {
    expect(read(boolean(), value)).toBe(expected);
  });

  test.each(['', 'yes', 'no', 'on', 'off', '1', '0', 'tRUE', 'y', 'true ', 'true\n'])(
    '%j is refused',
    (value) => {
      expect(read(boolean(), value)).toEqual({
        refused: `is ${JSON.stringify(value)}; accepted are true and false`,
      });
    },
  );
});

describe('integer', () => {
  test.each([
    ['1', 1],
    ['100', 100],
    ['007', 7],
    ['999999999', 999999999],
  ])('%s', (value, expected) => {
    expect(read(integer(1), value)).toBe(expected);
  });

  test.each(['', '-1', '1.0', '1e3', '0x10', ' 1', 'one', '1234567890', '٣', 'Infinity', 'NaN'])(
    '%j is refused',
    (value) => {
      expect(read(integer(1), value)).toEqual({
        refused: `is ${JSON.stringify(value)}; accepted are whole numbers of at least 1`,
      });
    },
  );

  test('holds its least', () => {
    expect(read(integer(0), '0')).toBe(0);
    expect(read(integer(2), '1')).toEqual({ refused: 'is 1; accepted are whole numbers of at least 2' });
  });
});

test('choice is one of its words, exactly', () => {
  const words = choice(['stop', 'continue']);
  expect(read(words, 'stop')).toBe('stop');
  for (const value of ['', 'Stop', 'stop ', 'sto', 'stop,continue', 'toString']) {
    expect(read(words, value)).toEqual({
      refused: `is ${JSON.stringify(value)}; accepted are stop, continue`,
    });
  }
});

test.each([
  ['a', ['a'], ['a']],
  ['a\nb', ['a', 'b'], ['a', 'b']],
  ['a\r\nb\r\n', ['a', 'b'], ['a', 'b']],
  ['a, b', ['a', 'b'], ['a, b']],
  [' a ,\n, b\n\n', ['a', 'b'], ['a ,', ', b']],
  ['', [], []],
  [' , ', [], [',']],
])('%j as list and as lines', (value, items, whole) => {
  expect(read(list(), value)).toEqual(items);
  expect(read(lines(), value)).toEqual(whole);
});

test('text and secret are any text; only a secret says that it is one', () => {
  expect(read(text(), ' a\n')).toBe(' a\n');
  expect(read(secret(), 'a')).toBe('a');
  expect(v.getMetadata(secret())).toEqual({ secret: true });
});

import { describe, expect, test } from '@jest/globals';
import { plainText } from '../../src/report/plain-text.ts';
import { facts, formatShortDuration, plain, short } from '../../src/report/words.ts';

test.each([
  [0, '0.0 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [59.6, '1 min'],
  [125.4, '2 min 5 s'],
  [3599.7, '1 h'],
  [3780, '1 h 3 min'],
  [360_000, '100 h'],
])('%p seconds are %s', (seconds, words) => {
  expect(formatShortDuration(seconds)).toBe(words);
});

describe('plain text', () => {
  test.each([
    ['lines', 'a\r\nb\n\n\tc\u2028d', 'a b c d'],
    ['signs that turn the line around', 'txt.\u202eexe\u2066\u200b', 'txt.exe'],
    ['control signs', 'a\u0000\u001b[31mb', 'a [31mb'],
    ['halves of signs', 'a\ud800b', 'ab'],
    ['other scripts', '日本語 – ж', '日本語 – ж'],
  ])('%s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test('is cut at a word, and where there is none, anywhere but inside a sign', () => {
    expect(plain('one two three', 10)).toBe('one two…');
    expect(plain('onetwothree', 6)).toBe('onetw…');
    expect(plain('😀😀😀', 2)).toBe('😀…');
    expect(plain(`${'long '.repeat(1_000_000)}`, 20)).toBe('long long long long…');
  });
});

test.each([
  ['registry.test/shop/api:2.0.0', 'api:2.0.0'],
  ['registry.test/api@sha256:0123456789abcdef0123', 'api@0123456789ab'],
  ['registry.test/api:1 registry.test/side:2', 'api:1 side:2'],
  ['settings-1a2b', 'settings-1a2b'],
])('%s is %s where there is little room', (version, expected) => {
  expect(short(version)).toBe(expected);
});

test('facts of any shape are words', () => {
  expect(facts({ seconds: 598, tables: { orders: 12 }, list: [1, { a: null }], gone: true })).toBe(
    'seconds: 598, tables: (orders: 12), list: (1, (a: null)), gone: true',
  );
  let deep: unknown = 'end';
  for (let index = 0; index < 100_000; index++) deep = [deep];
  expect(facts(deep)).toBe('((((…))))');
});

describe('text of others in Markdown', () => {
  test.each([
    ['a mention', 'by @octocat', 'by &#64;<!-- -->octocat'],
    ['a reference', 'see #12; and GH-3', 'see #<!-- -->12; and GH<!-- -->-3'],
    [
      'a bare link',
      'https://evil.example www.evil.example',
      'https:<!-- -->//evil.example www<!-- -->.evil.example',
    ],
    ['a link', '[x](http://a)', '&#91;x&#93;(http:<!-- -->//a)'],
    ['HTML', '<img src=x>', '&#60;img src=x&#62;'],
    ['an entity', '&#64;octocat', '&#38;#<!-- -->64;octocat'],
    ['lines and cells', 'a\n# b | c', 'a # b &#124; c'],
  ])('%s is text', (_, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });
});

import { describe, expect, test } from '@jest/globals';
import { Redactor, redactedJson } from '../../src/runner/redact.ts';

function redactor(...secrets: string[]) {
  const all = new Redactor();
  for (const secret of secrets) all.add(secret);
  return all.redact;
}

describe('redact', () => {
  test.each<[string, string[], string, string]>([
    ['a secret, everywhere', ['hunter2'], 'a hunter2, hunter2!', 'a ***, ***!'],
    [
      'a secret as it is in JSON',
      ['say "hi"\\now'],
      JSON.stringify({ text: 'say "hi"\\now' }),
      '{"text":"***"}',
    ],
    ['a secret as it is in a URL', ['p@ss/word?'], 'postgres://u:p%40ss%2Fword%3F@db', 'postgres://u:***@db'],
    [
      'each line of a secret',
      ['first-line\nsecond-line\r\nthird-line'],
      'x third-line y second-line z first-line',
      'x *** y *** z ***',
    ],
    [
      'a whole secret of several lines, in JSON',
      ['first-line\nsecond-line'],
      JSON.stringify('first-line\nsecond-line'),
      '"***"',
    ],
    ['a secret with blanks around', ['  hunter2\n'], 'hunter2', '***'],
    ['nothing where there is no secret', [], 'hunter2', 'hunter2'],
    ['signs that mean something in patterns', ['a.c$&*('], 'abc a.c$&*( x', 'abc *** x'],
    ['no text of less than four characters', ['abc', 'a\nb', ' ab ', ''], 'abc a b ab', 'abc a b ab'],
    ['a text of four', ['abcd'], 'abcd', '***'],
  ])('takes out %s', (_, secrets, given, expected) => {
    expect(redactor(...secrets)(given)).toBe(expected);
  });

  test.each([
    ['hunter2', 'hunter2-and-more'],
    ['and-more', 'hunter2-and-more'],
  ])('leaves nothing of a secret that holds another one, %s', (short, long) => {
    expect(redactor(short, long)(`x ${long} y`)).toBe('x *** y');
    expect(redactor(long, short)(`x ${long} y`)).toBe('x *** y');
  });

  test('knows secrets that are added later', () => {
    const all = new Redactor();
    const { redact } = all;
    expect(redact('hunter2')).toBe('hunter2');
    all.add('hunter2');
    expect(redact('hunter2')).toBe('***');
  });
});

describe('what is a secret by its looks', () => {
  test.each([
    ['a token of Slack', 'a xoxb-123456789-abc b', 'a *** b'],
    ['a token of GitHub', `a ghp_${'x'.repeat(36)} b`, 'a *** b'],
    ['a key of AWS', 'a AKIAIOSFODNN7EXAMPLE b', 'a *** b'],
    ['a secret key of AWS', `aws_secret_access_key = ${'k'.repeat(40)}`, 'aws_secret_access_key = ***'],
    ['a JWT', 'a eyJhbGciOiJI.eyJzdWIiOiIx.c2ln b', 'a *** b'],
    ['a private key, in JSON', '{"k":"-----BEGIN RSA PRIVATE KEY-----\\nMII","b":1}', '{"k":"***","b":1}'],
    ['the password of a URL', 'postgres://app:hunter2@db:5432/shop', 'postgres://app:***@db:5432/shop'],
    [
      'a hook of Slack',
      'https://hooks.slack.com/services/T0/B0/xyz.',
      'https://hooks.slack.com/services/***.',
    ],
  ])('%s', (_, given, expected) => {
    expect(redactor()(given)).toBe(expected);
  });

  test.each([
    'http://web:8080/health?user=a@b',
    'registry.test:5000/web@sha256:c0ffee',
    'mailto:ops@shop.example',
    'git@github.com:shop/shop.git',
    '{"a":"http://x:","b":"y@z"}',
    'eyJhbGciOiJI',
  ])('and what is none: %s', (text) => {
    expect(redactor()(text)).toBe(text);
  });
});

test('JSON stays JSON where a secret is a word of it, and names have no secrets either', () => {
  const value = { hunter2: true, port: 5432, other: 15432, list: ['hunter2', null, { 'a-5432': 'true' }] };
  expect(JSON.parse(redactedJson(value, redactor('hunter2', '5432', 'true')))).toEqual({
    '***': true,
    port: '***',
    other: 15432,
    list: ['***', null, { 'a-***': '***' }],
  });
});

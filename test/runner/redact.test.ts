import { describe, expect, test } from '@jest/globals';
import { Redactor } from '../../src/runner/redact.ts';

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

import { describe, expect, test } from '@jest/globals';
import { endOfText, linesWithin, textWithin } from '../../src/systems/bounded.ts';

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield Buffer.alloc(1024, 'x');
}

describe('X11: what has no end', () => {
  test('is read as far as is said, and said to be cut', async () => {
    const { text, isCut } = await textWithin(endless(), 3000);
    expect([text.length, isCut]).toEqual([3000, true]);
  });

  test('is kept as far as its end', () => {
    const end = endOfText(10);
    for (let index = 0; index < 10_000; index++) end.hear(Buffer.from(`${index}\n`));
    expect(end.text()).toBe('9998\n9999\n');
  });

  test('is a line as far as is said', () => {
    const lines: string[] = [];
    const reader = linesWithin(5, (line) => lines.push(line));
    for (let index = 0; index < 10_000; index++) reader.hear(Buffer.from('0123456789'));
    reader.hear(Buffer.from('\nshort\r\nlast'));
    reader.end();
    expect(lines).toEqual(['01234', 'short', 'last']);
  });
});

test('what is short is whole', async () => {
  async function* two() {
    yield Buffer.from('zw\u00c3'.slice(0, 2));
    yield Buffer.from('ölf');
  }
  expect(await textWithin(two(), 100)).toEqual({ text: 'zwölf', isCut: false });
  const end = endOfText(100);
  end.hear(Buffer.from('a'));
  end.hear(Buffer.from('b'));
  expect(end.text()).toBe('ab');
});

test('a character that comes in two pieces is one', () => {
  const lines: string[] = [];
  const reader = linesWithin(100, (line) => lines.push(line));
  const bytes = Buffer.from('zwölf\n');
  reader.hear(bytes.subarray(0, 3));
  reader.hear(bytes.subarray(3));
  reader.end();
  expect(lines).toEqual(['zwölf']);
});

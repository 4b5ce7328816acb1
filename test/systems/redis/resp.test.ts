import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal, type Reply } from '../../../src/systems/redis/link.ts';
import { Decoder, encode } from '../../../src/systems/redis/resp.ts';

/** What is read of bytes that come in these chunks. */
function read(...chunks: readonly Buffer[]): (Reply | Refusal)[] {
  const replies: (Reply | Refusal)[] = [];
  const decoder = new Decoder((reply) => replies.push(reply));
  for (const chunk of chunks) decoder.write(chunk);
  return replies;
}

const bytesOf = (value: Reply | Refusal): Buffer => {
  if (value instanceof Refusal) return Buffer.from(`-${value.message}\r\n`);
  if (value === null) return Buffer.from('$-1\r\n');
  if (typeof value === 'number') return Buffer.from(`:${value}\r\n`);
  if (Buffer.isBuffer(value))
    return Buffer.concat([Buffer.from(`$${value.length}\r\n`), value, Buffer.from('\r\n')]);
  const items = value as readonly Reply[];
  return Buffer.concat([Buffer.from(`*${items.length}\r\n`), ...items.map(bytesOf)]);
};

const reply = fc.letrec<{ value: Reply; list: Reply[] }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.uint8Array({ maxLength: 40 }).map((bytes): Reply => Buffer.from(bytes)),
    fc.integer(),
    fc.constant(null),
    tie('list'),
  ),
  list: fc.array(tie('value'), { maxLength: 6 }),
})).value;

test('however the bytes are cut, the replies are those that were sent', () => {
  const sent = fc.array(
    fc.oneof(
      reply,
      fc.constantFrom('ERR x', 'MOVED 1 a:1', 'NOPERM').map((text) => new Refusal(text)),
    ),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(sent, fc.array(fc.nat(400)), (replies, cuts) => {
      const bytes = Buffer.concat(replies.map(bytesOf));
      const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
      expect(read(...at.slice(1).map((end, index) => bytes.subarray(at[index], end)))).toEqual(replies);
    }),
  );
});

test('words, an empty list, none, and a refusal within a list', () => {
  expect(read(Buffer.from('+OK\r\n*0\r\n*-1\r\n*2\r\n:-3\r\n-ERR no\r\n'))).toEqual([
    Buffer.from('OK'),
    [],
    null,
    [-3, new Refusal('ERR no')],
  ]);
});

test('a large text that comes in small pieces is put together once', () => {
  const text = Buffer.alloc(32 * 1024 ** 2, 'x');
  const bytes = Buffer.concat([Buffer.from('*2\r\n$1\r\na\r\n'), bytesOf(text)]);
  const begun = process.cpuUsage();
  const pieces = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, index) =>
    bytes.subarray(index * 1000, (index + 1) * 1000),
  );
  const [list] = read(...pieces) as [Buffer[]];
  expect(list[1]?.equals(text)).toBe(true);
  // Put together at each piece it would be half a terabyte.
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(5000);
});

describe('what is no reply is refused', () => {
  test.each([
    'HTTP/1.1 400 Bad Request\r\n',
    '\0',
    '$x\r\n',
    '$\r\n\r\n',
    '$-2\r\n',
    '$3\r\nabcd\r\n',
    '$99999999999\r\n',
    `$${'0'.repeat(100)}`,
    '*9999999\r\n',
    '*1\r\n'.repeat(20),
    ':x\r\n',
    `+${'x'.repeat(100_000)}`,
  ])('%j', (text) => {
    expect(() => read(Buffer.from(text))).toThrow(SyntaxError);
  });
});

test('commands are written with the lengths of their bytes, whatever these are', () => {
  const bytes = Buffer.from([0, 255, 13, 10]);
  const commands = [
    ['GET', 'ä'],
    ['UNLINK', bytes, '', 'b'],
  ];
  expect(read(Buffer.from(encode(commands)))).toEqual([
    [Buffer.from('GET'), Buffer.from('ä')],
    [Buffer.from('UNLINK'), bytes, Buffer.from(''), Buffer.from('b')],
  ]);
});

/** Tars with any names, types and sizes: what is unpacked is plain and stays in its folder, or one sentence says why not. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '../../src/base/errors.ts';
import { unpackTar } from '../../src/database/backup/unpack.ts';
import { often } from '../support/every-case.ts';
import { near } from './fuzz.ts';

const BLOCK = 512;

interface Entry {
  readonly name: string;
  readonly link: string;
  readonly type: string;
  readonly content: string;
  /** What the header says, where that is not the content's. */
  readonly size: string | undefined;
}

/** An entry as ustar has it, with a checksum that is right. */
function blocksOf({ name, link, type, content, size }: Entry): Buffer {
  const header = Buffer.alloc(BLOCK);
  const body = Buffer.from(content);
  header.write(name, 0, 100);
  header.write(`0000644\0${'0000000\0'.repeat(2)}`, 100);
  header.write(size ?? `${body.length.toString(8).padStart(11, '0')}\0`, 124, 12);
  header.write(`00000000000\0${' '.repeat(8)}`, 136);
  header.write(type, 156, 1);
  header.write(link, 157, 100);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, body, Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK)]);
}

const names = near([
  'dump/toc.dat',
  'dump/1.dat.gz',
  '../outside',
  '/tmp/outside',
  'dump',
  './dump/',
  'C:\\x',
]);
const entry: fc.Arbitrary<Entry> = fc.record({
  name: fc.oneof(names, fc.constantFrom('toc.dat', 'dump/toc.dat', 'link/x', '../outside', 'link')),
  link: fc.constantFrom('', '..', '/etc/passwd', '../outside'),
  type: fc.constantFrom('0', '0', '0', '\0', '1', '2', '3', '5', '5', '6', '7', 'L', 'K', 'x', 'g', 'S', 'Z'),
  content: fc.oneof(fc.string(), fc.constantFrom('30 path=../outside\n', '../outside\0', 'PGDMP')),
  size: fc.option(
    fc.constantFrom('77777777777\0', '00000000000\0', '-0000000001\0', '\x80\xff\xff\xff', 'x'),
    {
      nil: undefined,
      freq: 6,
    },
  ),
});

const toc: Entry = { name: 'dump/toc.dat', link: '', type: '0', content: 'PGDMP', size: undefined };
/** Any entries, and often an archive among them. */
const entries = fc.oneof(
  fc.array(entry, { minLength: 1, maxLength: 6 }),
  fc.array(entry, { maxLength: 1 }).map((others) => [toc, ...others]),
);

test('nothing leaves its folder, and nothing in it is a link', async () => {
  let unpacked = 0;
  await fc.assert(
    fc.asyncProperty(entries, fc.boolean(), async (all, ended) => {
      const around = mkdtempSync(join(tmpdir(), 'tar-'));
      writeFileSync(join(around, 'outside'), 'as it was');
      const end = ended ? [Buffer.alloc(2 * BLOCK)] : [];
      const tar = Readable.from([Buffer.concat([...all.map(blocksOf), ...end])]);
      try {
        await unpackTar(tar, join(around, 'in'), 'backup.tar');
        unpacked++;
      } catch (error) {
        if (!(error instanceof ActionError)) throw error;
        expect(error.message).toMatch(/^backup\.tar .*[.]$/s);
        expect(error.message.length).toBeLessThan(800);
      }
      expect(readdirSync(around).sort()).toEqual(['in', 'outside']);
      expect(readFileSync(join(around, 'outside'), 'utf8')).toBe('as it was');
      const inside = readdirSync(join(around, 'in'), { recursive: true, withFileTypes: true });
      expect(inside.filter((each) => !each.isFile() && !each.isDirectory())).toEqual([]);
      rmSync(around, { recursive: true });
    }),
    { numRuns: often(600), interruptAfterTimeLimit: 10_000 },
  );
  // Else it would be a test of refusals alone.
  expect(unpacked).toBeGreaterThan(5);
});

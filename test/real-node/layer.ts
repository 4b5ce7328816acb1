import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A file of a layer: its content, or where a link leads. */
export type Entry = { readonly path: string } & ({ readonly program: Buffer } | { readonly link: string });

const BLOCK = 512;

/** Programs of this machine, in `bin`, with the libraries that they load, which stay where they are. */
export function withLibraries(programs: readonly string[]): Entry[] {
  const loaded = programs.flatMap((path) =>
    [...execFileSync('ldd', [path], { encoding: 'utf8' }).matchAll(/(\/\S+) \(0x/g)].map(
      ([, library = '']) => library,
    ),
  );
  return [
    ...programs.map((path) => ({ path: `bin/${basename(path)}`, program: readFileSync(path) })),
    ...[...new Set(loaded)].map((path) => ({ path: path.slice(1), program: readFileSync(path) })),
  ];
}

/** A layer of an image: a tar of programs and links to them, of root and without times. */
export function layerOf(entries: readonly Entry[]): Buffer {
  const parts = entries.flatMap((entry) => {
    const content = 'program' in entry ? entry.program : Buffer.alloc(0);
    const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
    return [header(entry, content.length), content, padding];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

function header(entry: Entry, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`;
  block.write(entry.path, 0);
  block.write(octal(0o755, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(0, 12), 136);
  // The checksum is made as if its own place were blank.
  block.write(' '.repeat(8), 148);
  block.write('link' in entry ? '2' : '0', 156);
  if ('link' in entry) block.write(entry.link, 157);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { appendPrivate, makeFolder, writePrivate } from '../../src/base/files.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  path = join(folder, 'new', 'file');
});
const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
/** A file of somebody else's, to which a link leads. */
function linked(): string {
  const target = join(folder, 'theirs');
  writeFileSync(target, 'theirs');
  mkdirSync(join(folder, 'new'));
  symlinkSync(target, path);
  return target;
}

describe.each([
  ['written', writePrivate],
  ['appended to', appendPrivate],
])('X13: what is %s', (_, write) => {
  test('is for this user alone, and so is its folder', () => {
    makeFolder(join(folder, 'new'));
    write(path, 'text');
    expect([modeOf(path), modeOf(join(folder, 'new')), readFileSync(path, 'utf8')]).toEqual([
      '600',
      '700',
      'text',
    ]);
  });

  test('is so too where a file lay there that everybody may read', () => {
    mkdirSync(join(folder, 'new'));
    writeFileSync(path, '');
    chmodSync(path, 0o666);
    write(path, 'text');
    expect([modeOf(path), readFileSync(path, 'utf8')]).toEqual(['600', 'text']);
  });
});

test('X13: a link that lies there is replaced, and what it leads to stays as it is', () => {
  const target = linked();
  writePrivate(path, 'text');
  expect(readFileSync(target, 'utf8')).toBe('theirs');
  expect(lstatSync(path).isSymbolicLink()).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('text');
});

test('X13: nothing is appended where a link leads', () => {
  const target = linked();
  expect(() => appendPrivate(path, 'text')).toThrow('ELOOP');
  expect(readFileSync(target, 'utf8')).toBe('theirs');
});

test('a file that cannot be written leaves nothing beside it, and what was there stays', () => {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'inside'), '');
  expect(() => writePrivate(path, 'text')).toThrow();
  expect(readdirSync(join(folder, 'new'))).toEqual(['file']);
  expect(existsSync(join(path, 'inside'))).toBe(true);
});

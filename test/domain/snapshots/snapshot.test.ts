import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { differences } from '../../../src/domain/snapshots/differences.ts';
import { readSnapshot, writeSnapshot } from '../../../src/domain/snapshots/snapshot.ts';
import { SNAPSHOT } from './example.ts';

const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
const path = join(folder, 'deep/er/snapshot.json');

test.each<1 | 2>([1, 2])('what is written is read, whatever the names are: version %s', (version) => {
  writeSnapshot(path, { ...SNAPSHOT, version });
  expect(readSnapshot(path)).toEqual({ ...SNAPSHOT, version });
});

test('fingerprints that were made in other ways are not compared', () => {
  expect(() => differences({ ...SNAPSHOT, version: 1 }, SNAPSHOT)).toThrow(
    /has version 1 and that of .* version 2, whose fingerprints cannot be compared/,
  );
  expect(differences(SNAPSHOT, SNAPSHOT).tables).toEqual([]);
});

describe('one sentence', () => {
  const written = (content: unknown) => {
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  test.each<[string, unknown, RegExp]>([
    [
      'for a file that was cut',
      JSON.stringify(SNAPSHOT).slice(0, 200),
      /is not a complete JSON file; it was cut or changed\.$/,
    ],
    ['for an empty file', '', /is not a complete JSON file/],
    ['for another JSON file', { version: 1 }, /is not a snapshot of verify-integrity/],
    ['for null', 'null', /is not a snapshot of verify-integrity/],
    ['for a list', [SNAPSHOT], /is not a snapshot of verify-integrity/],
    ['for a newer version', { ...SNAPSHOT, version: 3 }, /has version 3, this action reads up to 2/],
    [
      'for a number that is none',
      { ...SNAPSHOT, tables: [{ ...SNAPSHOT.tables[0], rows: '1e9' }] },
      /is damaged at tables\.0\.rows; capture it again\.$/,
    ],
    ['for what is missing', { ...SNAPSHOT, sequences: undefined }, /is damaged at sequences/],
    ['for a time that is none', { ...SNAPSHOT, at: 'yesterday' }, /is damaged at at/],
  ])('%s', (_, content, sentence) => {
    written(content);
    expect(() => readSnapshot(path)).toThrow(sentence);
  });

  test('for a file that is not there, and one that cannot be written', () => {
    expect(() => readSnapshot(join(folder, 'none'))).toThrow(
      /cannot be read .*give the file that `mode: capture` wrote/,
    );
    expect(() => writeSnapshot(join(written('x'), 'below a file'), SNAPSHOT)).toThrow(/cannot be written/);
  });
});

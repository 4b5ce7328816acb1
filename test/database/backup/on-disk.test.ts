import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { onDisk } from '../../../src/database/backup/on-disk.ts';
import type { Stored } from '../../../src/systems/storage/stored.ts';

test('a backup that was fetched is fetched again only where it is another one by now', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'on-disk-'));
  const object = { version: '1', whole: 0 };
  const stored: Stored = {
    name: 's3://bucket/key',
    local: undefined,
    part: async ({ end }) => {
      if (end > 0) object.whole += 1;
      return {
        bytes: 3,
        modifiedAt: undefined,
        version: object.version,
        partial: true,
        body: (async function* () {
          yield Buffer.from('abc');
        })(),
      };
    },
    neighbour: () => stored,
  };
  const fetch = () => onDisk(stored, { directory, progress: () => {}, signal: new AbortController().signal });
  const first = await fetch();
  expect(await fetch()).toMatchObject({ sha256: first.sha256, bytes: 3 });
  expect(object.whole).toBe(1);
  object.version = '2';
  await fetch();
  expect(object.whole).toBe(2);
  rmSync(first.path);
  await fetch();
  expect(object.whole).toBe(3);
  rmSync(directory, { recursive: true });
});

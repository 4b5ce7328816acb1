import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nameLists } from '../../../src/database/backup/unpack.ts';
import { temporary } from '../../support/backup/backups.ts';
import { tocOf } from '../../support/backup/toc.ts';

const LIST = '16406 blob_16406.dat\n';

/** What is called 9.dat after the lists are named, in a folder with this list of large objects. */
async function named(list: string, file: string): Promise<string | undefined> {
  const folder = temporary();
  writeFileSync(join(folder, 'toc.dat'), tocOf([{ kind: 'BLOBS', file, hasData: true }]));
  writeFileSync(join(folder, list), LIST);
  await nameLists(folder, 'the backup');
  return existsSync(join(folder, '9.dat')) ? readFileSync(join(folder, '9.dat'), 'utf8') : undefined;
}

test.each([
  ['blobs_1.toc', 'of pg_dump 17 and newer'],
  ['blobs.toc', 'of an older one'],
])('%s, %s, has the name too that a tar calls it by', async (list) => {
  expect(await named(list, '9.dat')).toBe(LIST);
});

test.each([
  ['blobs_1.toc', 'blobs_1.toc'],
  ['blobs_2.toc', '9.dat'],
  ['blobs_1.toc', '../9.dat'],
])('%s, which the table of contents calls %s, gets no other', async (list, file) => {
  expect(await named(list, file)).toBeUndefined();
});

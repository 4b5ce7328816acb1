/** Archives of others: whatever is in their table of contents, it is read or refused, soon and with one sentence. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refusalOfEntry } from '../../src/database/backup/inspect.ts';
import { readToc } from '../../src/database/backup/toc.ts';
import { temporary } from '../support/backup/backups.ts';
import { ARCHIVE_VERSIONS, tocOf } from '../support/backup/toc.ts';
import { holds, near, refusedOrDone } from './fuzz.ts';

const path = join(temporary(), 'toc.dat');
const texts = near([
  'COPY public.t (a) FROM stdin;\n',
  "SELECT pg_catalog.setval('public.s', 20, true);\n",
  "COMMENT ON TABLE t IS E'\\'; DROP DATABASE x; --';",
  'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END;',
]);
const entry = fc.record({
  kind: fc.constantFrom('TABLE', 'TABLE DATA', 'SEQUENCE SET', 'BLOBS', 'ACL', 'ENCODING', 'BLOB METADATA'),
  name: fc.string(),
  definition: texts,
  copy: fc.option(texts, { nil: undefined }),
  file: fc.option(fc.constantFrom('1.dat', 'blobs.toc', '../x'), { nil: undefined }),
  hasData: fc.boolean(),
});

test('what pg_dump has written comes out as it went in', () => {
  holds(
    fc.tuple(fc.array(entry, { maxLength: 5 }), fc.constantFrom(...ARCHIVE_VERSIONS)),
    ([entries, version]) => {
      writeFileSync(path, tocOf(entries, version));
      const read = readToc(path, 'it').entries;
      expect(read.map(({ definition }) => Buffer.from(definition, 'latin1').toString())).toEqual(
        entries.map(({ definition }) => Buffer.from(definition).toString()),
      );
      for (const one of read) refusedOrDone(() => refusalOfEntry(one, false));
    },
    500,
  );
});

test('what somebody has changed is read or refused', () => {
  const change = fc.tuple(fc.nat(), fc.nat(255));
  holds(
    fc.tuple(fc.array(entry, { maxLength: 3 }), fc.array(change, { maxLength: 6 }), fc.nat()),
    ([entries, changes, cut]) => {
      const bytes = tocOf(entries);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      writeFileSync(path, cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes);
      refusedOrDone(() => readToc(path, 'it'));
    },
    500,
  );
});

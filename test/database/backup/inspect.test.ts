/** X3, X4, X6, X7: what an archive names and would carry out, in every section, before any program reads it. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inspectArchive, rightsIn } from '../../../src/database/backup/inspect.ts';
import { temporary } from '../../support/backup/backups.ts';
import { ARCHIVE_VERSIONS, tocOf, type Written } from '../../support/backup/toc.ts';

/** A folder with this table of contents and these files. */
function folderOf(toc: Buffer, files: Readonly<Record<string, string>> = {}): string {
  const folder = temporary();
  writeFileSync(join(folder, 'toc.dat'), toc);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const inspected = (entries: readonly Written[], files = {}, version?: (typeof ARCHIVE_VERSIONS)[number]) =>
  inspectArchive(folderOf(tocOf(entries, version), files), 'directory', 'the backup');

const FAITHFUL: Written[] = [
  { kind: 'ENCODING', definition: "SET client_encoding = 'UTF8';\n" },
  { kind: 'STDSTRINGS', definition: "SET standard_conforming_strings = 'on';\n" },
  { kind: 'SEARCHPATH', definition: "SELECT pg_catalog.set_config('search_path', '', false);\n" },
  { kind: 'TABLE', definition: "CREATE TABLE public.t (a text DEFAULT 'x; DROP DATABASE y;');\n" },
  { kind: 'TABLE DATA', copy: 'COPY public.t (a) FROM stdin;\n', file: '3257.dat', hasData: true },
  { kind: 'SEQUENCE SET', definition: "SELECT pg_catalog.setval('public.s', 20, true);\n" },
  {
    kind: 'FUNCTION',
    definition:
      'CREATE FUNCTION public.f() RETURNS void LANGUAGE sql AS $$ALTER ROLE a SUPERUSER; DROP DATABASE b$$;\n',
  },
  {
    kind: 'FUNCTION',
    definition:
      'CREATE FUNCTION public.g(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN a > 1 THEN 1 ELSE 2 END; SELECT 3; END;\n',
  },
  { kind: 'RULE', definition: 'CREATE RULE r AS ON DELETE TO public.t DO INSTEAD (SELECT 1; SELECT 2);\n' },
  { kind: 'USER MAPPING', definition: 'CREATE USER MAPPING FOR a SERVER s;\n' },
  { kind: 'COMMENT', definition: "COMMENT ON TABLE public.t IS 'on database';\n" },
  {
    kind: 'ACL',
    definition:
      'SET SESSION AUTHORIZATION app;\nGRANT SELECT ON TABLE public.t TO "on role";\nRESET SESSION AUTHORIZATION;\n',
  },
  { kind: 'DEFAULT ACL', definition: 'ALTER DEFAULT PRIVILEGES FOR ROLE a GRANT SELECT ON TABLES  TO b;\n' },
  { kind: 'BLOB METADATA', definition: '16406\n16407\n' },
  { kind: 'BLOBS', file: 'blobs_12.toc', hasData: true },
  { kind: 'EXTENSION', definition: 'CREATE EXTENSION IF NOT EXISTS dblink WITH SCHEMA public;\n' },
];

test.each(ARCHIVE_VERSIONS)(
  'an archive of version 1.%d that pg_dump has made is read to its end',
  async (version) => {
    const files = { 'blobs_12.toc': '16406 blob_16406.dat\n', '3257.dat.gz': '', 'blob_16406.dat.gz': '' };
    const { entries } = await inspected(FAITHFUL, files, version);
    expect(entries.map(({ kind }) => kind)).toEqual(FAITHFUL.map(({ kind }) => kind));
  },
);

const FILES = [
  '../secret',
  '/etc/passwd',
  '/proc/self/environ',
  '3257.dat/../x',
  'a.dat',
  '3257.dat\n',
  '..',
  '.',
];

describe('X3: a file that no dump has', () => {
  test.each(FILES)('%j in the table of contents is not read', async (file) => {
    await expect(inspected([{ kind: 'TABLE DATA', file, hasData: true }])).rejects.toThrow(
      /^the backup names the file .*, which no dump has; it is not read\.$/,
    );
  });

  test.each(
    FILES.filter((file) => !file.includes('\n')).flatMap((file) =>
      ['blobs.toc', 'blobs_7.toc'].map((list) => [file, list]),
    ),
  )('%j in %s is not read', async (file, list) => {
    const files = { [list as string]: `16406 blob_16406.dat\n16407 ${file}\n` };
    await expect(inspected(FAITHFUL, files)).rejects.toThrow(/names the file .*, which no dump has/);
  });

  test('in a list of large objects by another name, as a tar calls it, is not read', async () => {
    const entries = [{ kind: 'BLOBS', file: '7.dat', hasData: true }];
    await inspected(entries, { '7.dat': '16406 blob_16406.dat\n' });
    await expect(inspected(entries, { '7.dat': '16406 ../secret\n' })).rejects.toThrow(
      /names the file "16406 \.\.\/secret", which no dump has/,
    );
  });

  test.each(['blobs.toc.gz', 'blobs_12.toc.zst', '7.dat.lz4'])(
    '%s would be read in place of a list that is not there, and is not',
    async (file) => {
      const entries = [...FAITHFUL, { kind: 'BLOBS', file: '7.dat', hasData: true }];
      await expect(inspected(entries, { [file]: 'packed' })).rejects.toThrow(`names the file "${file}"`);
    },
  );

  test('that is a link or a folder is not read', async () => {
    const folder = folderOf(tocOf(FAITHFUL));
    symlinkSync('/etc/passwd', join(folder, '3257.dat'));
    await expect(inspectArchive(folder, 'directory', 'it')).rejects.toThrow(/names the file "3257.dat"/);
    const other = folderOf(tocOf(FAITHFUL));
    mkdirSync(join(other, '3257.dat'));
    await expect(inspectArchive(other, 'directory', 'it')).rejects.toThrow(/names the file "3257.dat"/);
  });
});

test.each(['ACL', 'COMMENT', 'SECURITY LABEL'])(
  'an entry of kind %s is passed over where its name says that it is of the database, as pg_restore does, and nowhere else',
  async (kind) => {
    const definition = "COMMENT ON DATABASE shop IS 'the shop';\n";
    const of = (name: string) => inspected([{ kind, name, definition }]);
    expect(rightsIn((await of('DATABASE shop')).entries).hasGrants).toBe(false);
    await expect(of('TABLE shop')).rejects.toThrow(/ON DATABASE .* use another backup/);
  },
);

/** What reaches beyond a database, as its author might write it. */
const STATEMENTS = [
  'DROP DATABASE live WITH (FORCE);',
  'DROP  /* ; */ database IF EXISTS live;',
  'ALTER DATABASE live RENAME TO gone;',
  'ALTER DATABASE live SET search_path = evil;',
  'CREATE DATABASE other;',
  'ALTER ROLE app PASSWORD NULL;',
  'ALTER USER app SUPERUSER;',
  'CREATE ROLE evil SUPERUSER;',
  'DROP OWNED BY app;DROP ROLE app;',
  'GRANT app TO evil;',
  'REVOKE "on" FROM evil;',
  'GRANT ALL ON DATABASE live TO evil;',
  'GRANT SET ON PARAMETER log_statement TO evil;',
  "ALTER SYSTEM SET archive_command = 'id';",
  "CREATE TABLESPACE t LOCATION '/tmp';",
  "CREATE SUBSCRIPTION s CONNECTION 'host=evil' PUBLICATION p;",
  "COMMENT ON DATABASE other IS 'rollback-actions: {}';",
  "COMMENT ON ROLE app IS 'x';",
  "SECURITY LABEL ON DATABASE live IS 'x';",
  "COPY t TO PROGRAM 'id';",
  "COPY t FROM '/etc/passwd';",
  "SELECT pg_catalog.pg_read_file('/etc/passwd');",
  'SELECT "pg_terminate_backend"(pid) FROM pg_stat_activity;',
  "INSERT INTO t SELECT lo_import('/etc/passwd');",
  "SELECT dblink_exec('dbname=live', 'x');",
  "LOAD 'evil';",
  "DO $$BEGIN EXECUTE 'ALTER ROLE a SUPERUSER'; END$$;",
  'CALL evil();',
  'SET ROLE app;',
  'SET SESSION AUTHORIZATION app;',
  'RESET ROLE;',
  'SET client_encoding = SJIS;',
  "SET NAMES 'Shift_JIS';",
  'SET "client_encoding" TO \'BIG5\';',
  "SELECT pg_catalog.set_config('client_encoding', 'GBK', false);",
  'REASSIGN OWNED BY app TO evil;',
  "CREATE FUNCTION begin() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER ROLE app SUPERUSER;",
];
/** Where in an archive it may stand. */
const PLACES: Readonly<Record<string, (statement: string) => Written>> = {
  'a definition before the data': (definition) => ({ kind: 'TABLE', definition }),
  'behind another statement': (definition) => ({
    kind: 'VIEW',
    definition: `CREATE VIEW v AS SELECT 1; ${definition}`,
  }),
  'behind a string that seems to go on': (definition) => ({
    kind: 'COMMENT',
    definition: `COMMENT ON TABLE t IS 'x\\';${definition}--'`,
  }),
  'the value of a sequence': (definition) => ({ kind: 'SEQUENCE SET', definition }),
  'the statement that brings rows': (copy) => ({ kind: 'TABLE DATA', copy, file: '1.dat', hasData: true }),
  'behind the statement that brings rows': (copy) => ({
    kind: 'TABLE DATA',
    copy: `COPY public.t (a) FROM stdin;\n${copy}`,
    file: '1.dat',
    hasData: true,
  }),
  'an index, after the data': (definition) => ({ kind: 'INDEX', definition }),
  'a privilege': (definition) => ({ kind: 'ACL', definition }),
  'the encoding': (definition) => ({ kind: 'ENCODING', definition }),
  'the strings': (definition) => ({ kind: 'STDSTRINGS', definition }),
  'the search path': (definition) => ({ kind: 'SEARCHPATH', definition }),
  'numbers of large objects': (definition) => ({ kind: 'BLOB METADATA', definition: `1'); ${definition}` }),
};

/** Who has granted what is said so in privileges, which are carried out as nobody else. */
const isSaidThere = (where: string, statement: string) =>
  where === 'a privilege' && statement.startsWith('SET SESSION AUTHORIZATION');

describe.each(Object.entries(PLACES))('X4: in %s', (where, place) => {
  test.each(STATEMENTS.filter((statement) => !isSaidThere(where, statement)))(
    '%s is refused',
    async (statement) => {
      await expect(inspected([place(statement)])).rejects.toThrow(
        /which no dump of one database has; use another backup\.$/,
      );
    },
  );
});

describe('X7: an encoding in which a byte of a character may be a backslash', () => {
  const spellings = [
    'SJIS',
    'shift_jis',
    'Shift-JIS-2004',
    'MSKANJI',
    'windows932',
    'BIG5',
    'win950',
    'GBK',
    'UHC',
    'GB18030',
    'JOHAB',
  ];
  test.each(spellings)('%s is refused', async (name) => {
    const definition = `SET client_encoding = '${name}';\n`;
    await expect(inspected([{ kind: 'ENCODING', definition }])).rejects.toThrow(/pg_dump --encoding=UTF8/);
  });

  test.each(['UTF8', 'LATIN1', 'EUC_JP', 'SQL_ASCII', 'WIN1252', 'KOI8R'])('%s is none', async (name) => {
    const definition = `SET client_encoding = '${name}';\n`;
    expect((await inspected([{ kind: 'ENCODING', definition }])).entries).toHaveLength(1);
  });
});

test('a backslash escapes where the archive says so', async () => {
  const strings = { kind: 'STDSTRINGS', definition: "SET standard_conforming_strings = 'off';\n" };
  const hidden = { kind: 'COMMENT', definition: "COMMENT ON TABLE t IS '\\'; DROP DATABASE x; --';\n" };
  expect((await inspected([strings, hidden])).entries).toHaveLength(2);
  await expect(inspected([hidden])).rejects.toThrow(/has DROP DATABASE/);
});

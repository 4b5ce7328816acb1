import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { Script, type ScriptOptions } from '../../../src/database/backup/script.ts';

const END = '--\n-- PostgreSQL database dump complete\n--\n\n';

/** Sends a text through a script in pieces; gives what comes out and what was told. */
async function through(text: string, piece: number, options: Partial<ScriptOptions> = {}) {
  const leftOut: string[] = [];
  const keep = (line: string) => {
    if (options.keep?.(line) !== false) return true;
    leftOut.push(line);
    return false;
  };
  const script = new Script({ name: 'the dump', ...options, keep });
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, i) =>
    bytes.subarray(i * piece, (i + 1) * piece),
  );
  const out = buffer(
    Readable.from(pieces, { objectMode: false })
      .on('error', () => {})
      .pipe(script),
  );
  return { out: (await out).toString(), told: script.contents, leftOut };
}

const PIECES = [1, 2, 3, 5, 7, 64, 100_000];

/** Texts that look like the end of rows, commands or dumps, where they are none. */
const HARMLESS: [what: string, text: string][] = [
  [
    'rows',
    'COPY public.t (a) FROM stdin;\n\\connect x\n\\\\.\n\\.x\n-- PostgreSQL database dump complete\n\\.\n',
  ],
  ['no rows', 'COPY public.t (a) FROM stdin;\n\\.\nSELECT 1;\n'],
  ['rows with carriage returns', 'COPY t FROM stdin;\r\na\r\n\\.\r\nSELECT 1;\r\n'],
  ['two tables', 'COPY a FROM stdin;\n1\n\\.\n\n\nCOPY b FROM stdin;\n2\n\\.\n'],
  ['a name over two lines', 'COPY "a\nb" (c) FROM stdin;\n\\!\n\\.\n'],
  ['a string', `INSERT INTO t VALUES ('\n\\connect x\n', 'it''s; COPY t FROM stdin;\n');\n`],
  ['an escape string', `SELECT E'\\'\n\\! id\n\\\\', e'\\\\';\n`],
  ['a dollar quote', `CREATE FUNCTION f() AS $_$\n\\! id\n$$;\n$_;\nCOPY t FROM stdin;\n$_$ LANGUAGE sql;\n`],
  ['a parameter and a name with dollars', 'SELECT $1, a$$b, 1;\nSELECT 2;\n'],
  ['a comment', `/* ' /* \\! */ $$ */ SELECT 1; -- it's \\! \nSELECT 2;\n`],
  ['a quoted name', 'SELECT ";\n\\! ""id";\n'],
  [
    'a body of standard SQL',
    'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC\n SELECT CASE WHEN true THEN 1 END;\n END;\nSELECT 1;\n',
  ],
  ['a rule', 'CREATE RULE r AS ON DELETE TO t DO (SELECT 1; SELECT 2);\n'],
];

test('rows that are statements are many of one table', async () => {
  let tables = 0;
  const rows = (table: string) => `INSERT INTO public.${table} VALUES (1);\n`.repeat(3);
  const { told } = await through(
    `${rows('a')}${rows('b')}COPY public.c (d) FROM stdin;\n1\n\\.\n${END}`,
    64,
    {
      onTable: () => tables++,
    },
  );
  expect([tables, [...told.rowsOf]]).toEqual([3, ['public.a', 'public.b', 'public.c']]);
});

test.each([
  ['CREATE TABLE public.t (a int);\n', false],
  ['CREATE UNIQUE INDEX i ON public.t (a);\n', true],
  ['ALTER TABLE ONLY public.t\n    ADD CONSTRAINT t_pkey PRIMARY KEY (a);\n', true],
  ['CREATE TABLE public.t (a int primary key);\n', true],
])('whether %j makes a key or an index is known', async (text, hasKeys) => {
  expect((await through(text + END, 64)).told.hasKeys).toBe(hasKeys);
});

describe.each(PIECES)('in pieces of %d bytes', (piece) => {
  test.each(HARMLESS)('%s goes through as it is', async (_, text) => {
    const { out, told } = await through(text + END, piece, { inTransaction: true });
    expect(out).toBe(text + END);
    expect(told.complete).toBe(true);
  });

  test.each([
    ['SELECT 1 \\g |id\n', /has the psql command \\g/],
    ["SELECT 'a'; \\! id\n", /has the psql command \\!/],
    [`SELECT $$a$$ \\! id\n`, /has the psql command \\!/],
    ['\\connect x\n', /so it would be restored into a different database/],
    ['CREATE DATABASE x;\n', /so it would be restored into a different database/],
    ['COMMIT; SELECT 1;\n', /has a transaction of its own \(COMMIT\)/],
    ['COPY a FROM stdin;\n1\n', /is cut off, in the middle of the rows/],
    ["SELECT '\n", /is cut off/],
  ])('%j is refused', async (text, message) => {
    await expect(through(text + END, piece, { inTransaction: true })).rejects.toThrow(message);
  });

  test('the dump’s own restriction, and lines that are not wanted, are left out', async () => {
    const text = `\\restrict abc\nSELECT 1;\nALTER TABLE t OWNER TO x;\nBEGIN;\nSELECT 2;\nCOMMIT;\n${END}\\unrestrict abc\n`;
    const keep = (line: string) => !line.includes('OWNER');
    const { out, leftOut } = await through(text, piece, { keep, inTransaction: true });
    expect(out).toBe(`SELECT 1;\nSELECT 2;\n${END}`);
    expect(leftOut).toEqual(['ALTER TABLE t OWNER TO x;']);
  });
});

test('a line longer than what is held at once is read in pieces', async () => {
  const text = `INSERT INTO t VALUES ('${"it''s\\\n; ".repeat(10)}${'x'.repeat(3_000_000)}', E'${"\\\\'' ".repeat(400_000)}');\nSELECT 1;\n`;
  const { out } = await through(text + END, 65_537);
  expect(out === text + END).toBe(true);
});

test('a byte order mark before the first line is none of its words', async () => {
  const { out } = await through(`\ufeff\\restrict abc\nSELECT 1;\n\\unrestrict abc\n${END}`, 100_000);
  expect(out).toBe(`SELECT 1;\n${END}`);
});

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { restoreInPlace } from '../../../src/database/backup/in-place.ts';
import {
  dump,
  dumpText,
  fetched,
  listener,
  never,
  restoreWhole,
  serverAt,
  temporary,
} from '../../support/backup/backups.ts';
import { contentOf, SHOP } from '../../support/backup/content.ts';
import { createDatabase, type TestDatabase, VERSION } from '../../support/postgres/database.ts';

/** Milliseconds: programs are started by the dozen, beside other tests. */
let source: TestDatabase;
let plain: string;
beforeAll(async () => {
  source = await createDatabase(VERSION, { sql: SHOP });
  plain = dumpText(source.url);
});
afterAll(() => source.drop());

const file = (content: string | Buffer, name = 'backup.sql') => {
  const path = join(temporary(), name);
  writeFileSync(path, content);
  return path;
};
const custom = (...options: string[]) => readFileSync(dump(source.url, 'x', '--format=custom', ...options));
/** Without the last `share` of it. */
const cut = (bytes: Buffer | string, share = 0.3) =>
  Buffer.from(bytes).subarray(0, Math.floor(Buffer.byteLength(bytes) * (1 - share)));
const flipped = (bytes: Buffer, at = Math.floor(bytes.length * 0.6)) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] as number) ^ 0x10;
  return copy;
};
const inCopy = () => plain.slice(0, plain.indexOf('\n\\.\n', plain.indexOf('COPY shop.orders (')) - 500);
const afterCopy = () => plain.slice(0, plain.lastIndexOf('\n\\.\n') + 4);
/** A line of our own in a dump, where a statement begins. */
const withLine = (line: string) =>
  plain.replace('\nSET default_tablespace', () => `\n${line}\nSET default_tablespace`);
function withoutMember(): string {
  const folder = dump(source.url, 'folder', '--format=directory');
  const member = readdirSync(folder)
    .filter((name) => /^\d+\.dat/.test(name))
    .map((name) => join(folder, name));
  rmSync(member.sort((a, b) => statSync(b).size - statSync(a).size)[0] as string);
  return folder;
}
function tarWith(change: (folder: string) => void, ...options: string[]): string {
  const folder = dump(source.url, 'folder', '--format=directory');
  change(folder);
  const tar = `${folder}.tar`;
  execFileSync('tar', ['-C', dirname(folder), '-P', ...options, '-cf', tar, basename(folder)]);
  return tar;
}

const BROKEN: [what: string, make: () => string, reason: RegExp][] = [
  ['nothing there', () => join(temporary(), 'none'), /^There is no .*\/none; check input `backup`\.$/],
  ['an empty file', () => file(''), /is empty/],
  ['gzip of nothing', () => file(gzipSync('')), /is empty/],
  ['a dump cut in the rows', () => file(inCopy()), /is cut off, in the middle of the rows of a table/],
  ['a dump cut after the rows', () => file(afterCopy()), /is cut off: it does not end with/],
  [
    'a dump cut in its last line',
    () => file(plain.slice(0, plain.indexOf('database dump complete') + 10)),
    /is cut off/,
  ],
  ['cut gzip', () => file(cut(gzipSync(plain))), /is truncated: its gzip data have no end/],
  ['gzip of a cut dump', () => file(gzipSync(inCopy())), /is cut off, in the middle of the rows/],
  ['cut zstd', () => file(cut(zstdCompressSync(plain))), /is truncated: its zstd data have no end/],
  ['a bit flipped in gzip', () => file(flipped(gzipSync(plain))), /is damaged: its gzip data/],
  [
    'gzip and something behind it',
    () => file(Buffer.concat([gzipSync(plain), Buffer.from('and more')])),
    /is damaged: its gzip/,
  ],
  [
    'zstd and something behind it',
    () => file(Buffer.concat([zstdCompressSync(plain), Buffer.from('and more')])),
    /is damaged: its zstd/,
  ],
  [
    'xz',
    () => file(Buffer.from('fd377a585a000004e6d6b446', 'hex')),
    /is compressed with xz, which is not read/,
  ],
  [
    'a web page',
    () => file('<!DOCTYPE html>\n<html><body>Sign in</body></html>'),
    /is a web page, not a backup/,
  ],
  [
    'an error of S3',
    () => file('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'),
    /is an XML document, .*AccessDenied/,
  ],
  ['a JSON document', () => file('{"error": 1}'), /is a JSON document/],
  ['something else', () => file(Buffer.from([1, 0, 2, 0, 3])), /is neither SQL text nor an archive/],
  ['GPG', () => file('-----BEGIN PGP MESSAGE-----\n\nhQEMA'), /is encrypted with GPG; decrypt it first/],
  ['GPG in bytes', () => file(Buffer.from('85010c03', 'hex')), /is encrypted with GPG/],
  ['age', () => file('age-encryption.org/v1\n-> X25519 a\n'), /is encrypted with age/],
  ['openssl', () => file(Buffer.from('Salted__\0\x01')), /is encrypted with openssl/],
  [
    'a pointer of Git LFS',
    () => file('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n'),
    /is a pointer of Git LFS; fetch the file itself/,
  ],
  ['MySQL', () => file('-- MySQL dump 10.13  Distrib 8.0.36\n'), /is a dump of MySQL/],
  [
    'what pg_dump complained of',
    () => file('pg_dump: error: connection to server failed\n'),
    /is a message of pg_dump, not a dump/,
  ],
  ['SQL of somebody else', () => file('SELECT 1;\n'), /is cut off: it does not end with/],
  [
    'pg_dump --create',
    () => file(dumpText(source.url, '--create')),
    /has (CREATE|DROP) DATABASE, as pg_dump --create writes it.* without --create\.$/,
  ],
  ['pg_dumpall', () => file(`-- PostgreSQL database cluster dump\n${plain}`), /is a dump of a whole server/],
  [
    'a program by \\!',
    () => file(withLine('\\! touch /tmp/hacked')),
    /has the psql command \\!, which no dump/,
  ],
  ['a program by \\copy', () => file(withLine(`\\copy t from program 'id'`)), /has the psql command \\copy/],
  [
    'a program by COPY',
    () => file(withLine(`COPY shop.orders FROM PROGRAM 'touch /tmp/hacked';`)),
    /has a COPY that is not from its own rows/,
  ],
  [
    'a program by COPY behind a comment',
    () => file(withLine(`/* x */ cOpY (SELECT 'from stdin') TO PROGRAM 'id';`)),
    /has a COPY that is not from its own rows/,
  ],
  [
    'a program by COPY that looks like rows',
    () => file(withLine(`COPY t FROM PROGRAM 'id' WHERE a IS DISTINCT FROM stdin;`)),
    /has a COPY that is not from its own rows/,
  ],
  [
    'a file by COPY whose columns are called from and stdin',
    () => file(withLine(`COPY t ("from", "stdin") FROM '/etc/passwd';`)),
    /has a COPY that is not from its own rows/,
  ],
  ['a command behind a statement', () => file(withLine('SELECT 1 \\g |id')), /has the psql command \\g/],
  [
    'a command behind \\unrestrict',
    () => file(withLine('\\unrestrict x\n\\! id')),
    /has the psql command \\!/,
  ],
  ['something after the end', () => file(`${plain}\nDROP TABLE shop.orders;\n`), /goes on after its end/],
  ['a cut archive', () => file(cut(custom())), /is truncated or damaged: pg_restore cannot read all of it/],
  ['an archive cut in its header', () => file(custom().subarray(0, 9)), /is truncated or damaged/],
  ['an archive cut in its contents', () => file(custom().subarray(0, 900)), /is truncated or damaged/],
  ['a bit flipped in an archive', () => file(flipped(custom('-Z9'))), /is truncated or damaged/],
  [
    'an archive of a newer version',
    () => file(Buffer.concat([Buffer.from('PGDMP\x01\x12'), custom().subarray(7)])),
    /archive version 1\.18, which is newer than any/,
  ],
  ['a folder without a member', withoutMember, /is truncated or damaged: pg_restore cannot read all of it/],
  ['a folder of something else', () => temporary(), /has no toc\.dat in it/],
  [
    'a tar of something else',
    () => tarWith((folder) => renameSync(join(folder, 'toc.dat'), join(folder, 'x'))),
    /has no toc\.dat in it/,
  ],
  ['a cut tar', () => file(cut(readFileSync(tarWith(() => {})))), /is a damaged tar|is truncated or damaged/],
  [
    'a tar with a link',
    () => tarWith((folder) => symlinkSync('/etc/passwd', join(folder, 'link'))),
    /a SymbolicLink, which no dump has/,
  ],
  [
    'a tar that leads out',
    () => tarWith(() => {}, '--transform=s,^folder/toc,folder/../../toc,'),
    /a path that leads out of the archive/,
  ],
  [
    'a tar with absolute paths',
    () => tarWith(() => {}, '--transform=s,^folder,/tmp/evil-backup,'),
    /a path that leads out of the archive/,
  ],
  ['a bomb', bomb, /unpacks to more than 1000 times its size/],
];

function bomb(): string {
  const line = Buffer.alloc(1024 * 1024, `-- ${'nothing at all '.repeat(5000)}\n`);
  const path = file(Buffer.concat(Array.from({ length: 100 }, () => line)));
  execFileSync('zstd', ['--quiet', path]);
  return `${path}.zst`;
}

test.each(BROKEN)('%s is refused with its reason', async (_, make, reason) => {
  const source = make();
  const error = await fetched(source).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'ActionError', message: expect.stringMatching(reason) });
  expect((error as Error).message.split('. ')).toHaveLength(1);
});

describe('a checksum', () => {
  const rows = () => plain.replace('line\\n', 'mine\\n');
  const sha = (path: string) => execFileSync('sha256sum', [path], { encoding: 'utf8' });

  test('beside the backup finds a flip that nothing else can', async () => {
    const path = file(plain);
    writeFileSync(`${path}.sha256`, sha(path));
    expect((await fetched(path)).sha256).toBe(sha(path).slice(0, 64));
    writeFileSync(path, rows());
    await expect(fetched(path)).rejects.toThrow(/does not match its checksum/);
  });

  test('that was given wins over the one beside it', async () => {
    const path = file(plain);
    writeFileSync(`${path}.sha256`, 'nonsense');
    await expect(fetched(path)).rejects.toThrow(/has no SHA-256/);
    expect((await fetched(path, { sha256: sha(path).slice(0, 64).toUpperCase() })).bytes).toBe(
      Buffer.byteLength(plain),
    );
  });
});

test('a dump of a newer PostgreSQL than the server is refused', async () => {
  await expect(fetched(file(plain), { server: 13 })).rejects.toThrow(
    new RegExp(`made from PostgreSQL ${VERSION}\\.\\d+, which is newer than the server`),
  );
  await expect(fetched(file(custom()), { server: 13 })).rejects.toThrow(
    /which is newer than the server \(13\)/,
  );
});

/** The checks are passed by: these files become broken after they were fetched. */
type Break = [what: string, break_: (path: string) => void, reason: RegExp];
const BREAKS: Record<'plain' | 'custom', Break[]> = {
  plain: [
    ['cut in the rows', (path) => writeFileSync(path, inCopy()), /is cut off, in the middle of the rows/],
    ['cut after the rows', (path) => writeFileSync(path, afterCopy()), /is cut off: it does not end with/],
    ['empty', (path) => writeFileSync(path, ''), /is cut off: it does not end with/],
    ['gone', (path) => rmSync(path), /cannot be read any more: ENOENT/],
    [
      'with a command',
      (path) => writeFileSync(path, withLine(`\\! touch ${path}-hacked`)),
      /has the psql command \\!/,
    ],
    ['with an error', (path) => writeFileSync(path, withLine('SELECT 1/0;')), /: division by zero\.$/],
  ],
  custom: [
    ['cut', (path) => writeFileSync(path, cut(custom(), 0.2)), /end of file|corrupt archive/],
    ['empty', (path) => writeFileSync(path, ''), /input file is too short|end of file/],
    ['gone', (path) => rmSync(path), /could not open input file/],
  ],
};

describe.each(['plain', 'custom'] as const)('a %s backup that is broken when it is restored', (form) => {
  test.each(BREAKS[form])(
    '%s never succeeds, and in place leaves the old contents',
    async (_, break_, reason) => {
      const target = await createDatabase(VERSION, {
        sql: `CREATE TABLE old (a int); INSERT INTO old VALUES (1); SELECT lo_from_bytea(0, 'old'); CREATE SCHEMA shop`,
      });
      const before = await contentOf(target);
      const path = dump(source.url, 'backup', `--format=${form}`);
      const backup = await fetched(path);
      break_(path);
      const options = { ...listener(), server: serverAt(target.url), database: target.name, signal: never };
      await expect(restoreInPlace(backup, options)).rejects.toThrow(reason);
      expect(await contentOf(target)).toEqual(before);
      const empty = await createDatabase(VERSION);
      await expect(
        restoreWhole(backup, { ...options, jobs: 2, server: serverAt(empty.url), database: empty.name }),
      ).rejects.toThrow(reason);
      expect(readdirSync(dirname(path)).filter((name) => name !== basename(path))).toEqual([]);
      await Promise.all([target.drop(), empty.drop()]);
    },
  );
});

test.each([
  ['cut', () => file(cut(custom()))],
  ['flipped', () => file(flipped(custom('-Z9')))],
  ['without a member', withoutMember],
])('an archive that is %s and was not read before is found by the restore beside', async (_, make) => {
  const target = await createDatabase(VERSION);
  const backup = await fetched(make(), { readOnce: true });
  const options = { ...listener(), server: serverAt(target.url), database: target.name, signal: never };
  // A server that pg_restore is too new for gets it as a script.
  await expect(restoreWhole(backup, { ...options, jobs: 2 })).rejects.toThrow(
    /could not be restored into|cannot be read any more/,
  );
  await target.drop();
});

import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { restoreInPlace } from '../../../src/database/backup/in-place.ts';
import {
  dump,
  fetched,
  listener,
  never,
  restoreWhole,
  serverAt,
  temporary,
} from '../../support/backup/backups.ts';
import { contentOf, HOSTILE, SHOP } from '../../support/backup/content.ts';
import { createDatabase, type TestDatabase, VERSION, VERSIONS } from '../../support/postgres/database.ts';
import { dumpProgram, newestProgram } from '../../support/postgres/tools.ts';

/** Milliseconds: programs are started by the dozen, beside other tests. */
let source: TestDatabase;
let content: Record<string, unknown>;
beforeAll(async () => {
  source = await createDatabase(VERSION, { name: `${HOSTILE} source`, sql: SHOP });
  // Otherwise a newer pg_dump says of 14, where everybody may create in public, that it was granted.
  await source.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  content = await contentOf(source);
});
afterAll(() => source.drop());

const packed = (path: string, pack: (bytes: Buffer) => Buffer) => {
  writeFileSync(path, pack(readFileSync(path)));
  return path;
};
function tarOf(...options: string[]): string {
  const folder = dump(source.url, 'folder', '--format=directory');
  const tar = `${folder}.backup`;
  execFileSync('tar', ['-C', dirname(folder), ...options, '-cf', tar, basename(folder)]);
  return tar;
}

/** By the newest pg_dump, which writes statistics that only its own version has functions for. */
function withStatistics(...options: string[]): string {
  const path = join(temporary(), 'statistics');
  execFileSync(newestProgram('pg_dump'), [
    '--statistics',
    ...options,
    `--file=${path}`,
    `--dbname=${source.url}`,
  ]);
  return path;
}

/** Names say nothing of the form: it is recognised by content. */
const FORMS: [form: string, make: () => string][] = [
  ['plain', () => dump(source.url, 'backup')],
  ['plain with inserts', () => dump(source.url, 'backup', '--inserts', '--rows-per-insert=7')],
  ['plain with clean', () => dump(source.url, 'backup', '--clean', '--if-exists')],
  ['plain with statistics', () => withStatistics()],
  ['custom with statistics', () => withStatistics('--format=custom')],
  ['plain gzip', () => packed(dump(source.url, 'backup.sql'), (bytes) => gzipSync(bytes))],
  ['plain zstd', () => packed(dump(source.url, 'backup.txt'), (bytes) => zstdCompressSync(bytes))],
  ['custom', () => dump(source.url, 'backup.sql', '--format=custom')],
  ['custom gzip', () => packed(dump(source.url, 'x', '--format=custom', '-Z0'), (bytes) => gzipSync(bytes))],
  ['tar', () => dump(source.url, 'backup.sql.gz', '--format=tar')],
  ['directory', () => dump(source.url, 'backup', '--format=directory')],
  ['tar of a directory', () => tarOf()],
  ['tar.gz of a directory', () => tarOf('-z')],
];

describe.each(VERSIONS)('to PostgreSQL %s', (version) => {
  test.each(FORMS)('%s is restored with equal content', async (_, make) => {
    const target = await createDatabase(version, { name: `${HOSTILE} ${randomUUID()}` });
    const heard = listener();
    const backup = await fetched(make(), { progress: heard.progress });
    const server = serverAt(target.url);
    await restoreWhole(backup, { ...heard, server, database: target.name, jobs: 2, signal: never });
    expect(await contentOf(target)).toEqual(content);
    expect(heard.warnings).toEqual([]);
    const last = heard.steps.findLast(({ step }) => step === 'restore');
    expect(last?.done).toBe(last?.total);
    await target.drop();
  });

  test.each(FORMS)('%s replaces in place what is there', async (_, make) => {
    const target = await createDatabase(version, {
      sql: `CREATE SCHEMA other; CREATE TABLE other.x(); CREATE TABLE "left" (a int); CREATE EXTENSION IF NOT EXISTS plpgsql;
        CREATE DOMAIN d AS int; CREATE FUNCTION f(d) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT lo_from_bytea(0, 'old');
        CREATE SCHEMA shop; CREATE TABLE shop.orders (id int); INSERT INTO shop.orders VALUES (1);
        CREATE CAST (int8 AS bool) WITH INOUT; CREATE FOREIGN DATA WRAPPER w; CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
        CREATE PUBLICATION p FOR ALL TABLES; ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC;`,
    });
    const heard = listener();
    const backup = await fetched(make());
    await restoreInPlace(backup, {
      ...heard,
      server: serverAt(target.url),
      database: target.name,
      signal: never,
    });
    expect(await contentOf(target)).toEqual(content);
    expect(
      await target.query(`SELECT 1 FROM pg_publication UNION ALL SELECT 1 FROM pg_foreign_data_wrapper
         UNION ALL SELECT 1 FROM pg_cast WHERE oid >= 16384 UNION ALL SELECT 1 FROM pg_am WHERE oid >= 16384`),
    ).toEqual([]);
    // The backup says nothing of privileges, so those of the live database are carried over.
    expect(await target.query('SELECT defaclobjtype AS type FROM pg_default_acl')).toEqual([{ type: 'r' }]);
    expect(await target.query(`SELECT 1 FROM pg_namespace WHERE nspname = 'other'`)).toEqual([]);
    expect(heard.warnings).toEqual([]);
    await target.drop();
  });
});

test.each([1, 2])(
  'triggers of a partitioned table see no row of an archive from a pipe, with %s jobs',
  async (jobs) => {
    const live = await createDatabase(VERSION, {
      sql: `CREATE TABLE seen (id int); CREATE TABLE parted (id int, what text) PARTITION BY RANGE (id);
      CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN NEW.what := 'spoiled'; INSERT INTO public.seen VALUES (NEW.id); RETURN NEW; END $$;
      DO $$ BEGIN FOR n IN 0..9 LOOP
        EXECUTE format('CREATE TABLE parted_%s PARTITION OF parted FOR VALUES FROM (%s) TO (%s)', n, n * 10, n * 10 + 10);
      END LOOP; END $$;
      INSERT INTO parted SELECT n, 'real' FROM generate_series(0, 99) AS n;
      CREATE TRIGGER spoil BEFORE INSERT ON parted FOR EACH ROW EXECUTE FUNCTION spoil()`,
    });
    const path = join(temporary(), 'piped');
    // As in \`pg_dump --format=custom | aws s3 cp - …\`: nothing in it says where the rows of a table are.
    const piped = `"${dumpProgram(live.url)}" --format=custom --dbname="$0" | cat > "$1"`;
    execFileSync('/bin/sh', ['-c', piped, live.url, path]);
    const target = await createDatabase(VERSION);
    const heard = listener();
    const server = serverAt(target.url);
    await restoreWhole(await fetched(path), { ...heard, server, database: target.name, jobs, signal: never });
    const found = (database: TestDatabase) =>
      database.query(
        `SELECT (SELECT count(*)::int FROM seen) AS seen, (SELECT count(*)::int FROM parted WHERE what = 'real') AS real`,
      );
    expect(await found(target)).toEqual([{ seen: 0, real: 100 }]);
    await target.query(`INSERT INTO parted VALUES (1, 'new')`);
    expect(await found(target)).toEqual([{ seen: 1, real: 100 }]);
    await Promise.all([live.drop(), target.drop()]);
  },
);

test('what a backup tells about itself', async () => {
  const custom = await fetched(dump(source.url, 'backup', '--format=custom'));
  expect(custom).toMatchObject({
    form: 'custom',
    compression: 'none',
    takenAtFrom: expect.stringMatching(/^its own time, read in the zone /),
    serverVersion: expect.stringMatching(`^${VERSION}\\.`),
    hasData: true,
    tables: 5,
  });
  expect(custom.database).toBe(`${HOSTILE} source`);
  const verbose = await fetched(dump(source.url, 'backup', '--verbose'));
  expect(verbose).toMatchObject({
    form: 'plain',
    takenAtFrom: 'the comment in the dump',
    database: undefined,
    tables: 5,
  });
  for (const { takenAt } of [custom, verbose])
    expect(Math.abs(Date.parse(takenAt ?? '') - Date.now())).toBeLessThan(600_000);
  for (const options of [['--format=custom'], []]) {
    const schema = await fetched(dump(source.url, 'backup', '--schema-only', ...options));
    expect(schema.hasData).toBe(false);
  }
});

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dumpDatabase } from '../../../src/database/backup/dump.ts';
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
import { contentOf, SHOP } from '../../support/backup/content.ts';
import { createDatabase, type TestDatabase, urlOf, VERSION } from '../../support/postgres/database.ts';
import { newestProgram } from '../../support/postgres/tools.ts';

/** Milliseconds: programs are started by the dozen, beside other tests. */
const PASSWORD = decodeURIComponent(new URL(urlOf(VERSION)).password);

/** The command lines of all processes that have a word in their environment or arguments. */
function processesWith(word: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const line = readFileSync(join('/proc', pid, 'cmdline'), 'utf8').replaceAll('\0', ' ');
        const environment = readFileSync(join('/proc', pid, 'environ'), 'utf8');
        return /pg_restore|psql|pg_dump/.test(line) && `${line} ${environment}`.includes(word) ? [line] : [];
      } catch {
        return [];
      }
    });
}

/** A table whose restore waits until it is cancelled, by a constraint that is checked on each row. */
const SLOW = `CREATE FUNCTION slow(int) RETURNS bool LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN IF current_database() LIKE 'slow%' THEN PERFORM pg_sleep(60); END IF; RETURN true; END $$;
CREATE TABLE waits (a int CHECK (public.slow(a))); INSERT INTO waits VALUES (1), (2);`;

let source: TestDatabase;
let slow: TestDatabase;
beforeAll(async () => {
  source = await createDatabase(VERSION, { sql: SHOP });
  slow = await createDatabase(VERSION, { sql: SLOW });
});
afterAll(() => Promise.all([source.drop(), slow.drop()]));

const sleeping = (database: TestDatabase) =>
  database.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND wait_event = 'PgSleep'`,
  );

describe.each(['plain', 'custom'] as const)('a %s restore that is cancelled', (form) => {
  test.each(['beside', 'in place'])('%s leaves no process behind, here and on the server', async (how) => {
    const path = dump(slow.url, 'x', `--format=${form}`);
    const backup = await fetched(path);
    const target = await createDatabase(VERSION, {
      name: `slow_${form}_${how}`,
      sql: how === 'in place' ? 'CREATE TABLE old (a int)' : '',
    });
    const controller = new AbortController();
    const options = { ...listener(), database: target.name, signal: controller.signal };
    const server = serverAt(target.url);
    const restoring = (
      how === 'beside'
        ? restoreWhole(backup, { ...options, server, jobs: 2 })
        : restoreInPlace(backup, { ...options, server })
    ).catch((error: unknown) => error);
    while ((await sleeping(target)).length === 0);
    const lines = processesWith(target.name);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes(PASSWORD) || line.includes('postgres://'))).toEqual([]);
    const reason = new Error('cancelled');
    controller.abort(reason);
    expect(await restoring).toBe(reason);
    expect(processesWith(target.name)).toEqual([]);
    while ((await sleeping(target)).length > 0);
    if (how === 'in place') expect(await target.query('SELECT * FROM old')).toEqual([]);
    await target.drop();
  });
});

test('a pg_restore that fails where it says who owns what ends the restore with its words, and nothing else', async () => {
  const folder = temporary();
  const real = newestProgram('pg_restore');
  const script = `#!/bin/sh
case "$*" in
  --version) ${real} --version | sed 's/) \\([0-9]*\\)[^ ]*/) \\1.99/' ;;
  --schema-only*) echo 'CREATE TABLE a ('; echo 'pg_restore: error: out of memory' >&2; exit 1 ;;
  *) exec ${real} "$@" ;;
esac`;
  writeFileSync(join(folder, 'pg_restore'), script, { mode: 0o755 });
  const path = process.env.PATH;
  process.env.PATH = `${folder}:${path}`;
  const target = await createDatabase('18');
  try {
    const backup = await fetched(dump(source.url, 'x', '--format=custom'));
    const options = { ...listener(), server: serverAt(target.url), database: target.name, signal: never };
    await expect(restoreWhole(backup, { ...options, jobs: 2 })).rejects.toThrow(/: out of memory\.$/);
  } finally {
    process.env.PATH = path;
    await target.drop();
  }
});

test('a restore in place is on the disk when it is done, although it writes as fast as it can', async () => {
  const path = join(temporary(), 'backup.sql');
  writeFileSync(
    path,
    `CREATE TABLE public.commits (how text);
CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.commits VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$;
CREATE TABLE public.many (a int);
CREATE CONSTRAINT TRIGGER t AFTER INSERT ON public.many DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.note();
INSERT INTO public.many VALUES (1);
--
-- PostgreSQL database dump complete
--
`,
  );
  const target = await createDatabase(VERSION);
  const options = { ...listener(), server: serverAt(target.url), database: target.name, signal: never };
  await restoreInPlace(await fetched(path), options);
  expect(await target.query('SELECT how FROM commits')).toEqual([{ how: 'local' }]);
  await target.drop();
});

test('the safety dump is whole, and is restored like any other', async () => {
  const path = join(temporary(), 'safety');
  const { bytes } = await dumpDatabase(serverAt(source.url), source.name, path, { signal: never });
  expect(bytes).toBe(statSync(path).size);
  const target = await createDatabase(VERSION);
  const backup = await fetched(path);
  await restoreWhole(backup, {
    ...listener(),
    server: serverAt(target.url),
    database: target.name,
    jobs: 2,
    signal: never,
  });
  expect(await contentOf(target)).toEqual(await contentOf(source));
  await target.drop();
});

test('a safety dump that no program here can make says which one is missing', async () => {
  const newer = await createDatabase('18');
  const made = await dumpDatabase(serverAt(newer.url), newer.name, join(temporary(), 'x'), {
    signal: never,
  }).catch((error: Error) => error.message);
  // A machine with pg_dump 18 makes it.
  if (typeof made === 'string')
    expect(made).toMatch(
      /^The safety dump of a PostgreSQL 18 needs pg_dump 18 or newer, and the newest here is .*; install it/,
    );
  else expect(made.bytes).toBeGreaterThan(0);
  await newer.drop();
});

test('memory does not grow with the backup', async () => {
  const large = await createDatabase(VERSION, {
    sql: `CREATE TABLE rows AS SELECT i, repeat(md5(i::text), 30) AS text FROM generate_series(1, 250000) i`,
  });
  const path = dump(large.url, 'x.sql');
  await large.drop();
  const target = await createDatabase(VERSION);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = 0;
  const watch = () => {
    peak = Math.max(peak, process.memoryUsage().rss - before);
  };
  const backup = await fetched(path, { progress: watch });
  await restoreWhole(backup, {
    ...listener(),
    progress: watch,
    server: serverAt(target.url),
    database: target.name,
    jobs: 1,
    signal: never,
  });
  const mib = (bytes: number) => Math.round(bytes / 1024 / 1024);
  process.stdout.write(`A plain backup of ${mib(backup.bytes)} MiB: ${mib(peak)} MiB of memory more.\n`);
  // Other tests of this process leave some too: what matters is that it is less than all of it.
  expect(peak).toBeLessThan(backup.bytes * 0.9);
  await target.drop();
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fetchBackup } from '../../../src/database/backup/fetch.ts';
import { restoreInPlace } from '../../../src/database/backup/in-place.ts';
import { restoreBackup } from '../../../src/database/backup/restore.ts';
import { Server } from '../../../src/systems/postgres/session.ts';
import { createDatabase } from '../../support/postgres/database.ts';

const signal = new AbortController().signal;
const log = { info: console.log, warn: console.log, group: console.log };
test.each(['custom', 'plain', 'tar', 'directory'] as const)(
  '%s',
  async (format) => {
    const a = await createDatabase('14', {
      sql: `create table "a""; drop table x; --" (id serial primary key, t text); insert into "a""; drop table x; --"(t) select repeat('x', i) from generate_series(1,100) i; create function f() returns int language sql begin atomic; select 1; end; select lo_from_bytea(0, 'abc'); create view v as select * from "a""; drop table x; --"; create type e as enum('a')`,
    });
    const b = await createDatabase('18', {});
    const dir = mkdtempSync(join(tmpdir(), 'bk-'));
    execFileSync('/usr/lib/postgresql/15/bin/pg_dump', ['-F', format[0]!, '-f', join(dir, 'x'), '-d', a.url]);
    const server = Server.parse(b.url, { signal, mask() {} });
    const backup = await fetchBackup({
      source: join(dir, 'x'),
      directory: join(dir, 'w'),
      server: 18,
      log,
      progress: () => {},
      signal,
    });
    console.log(backup);
    await restoreBackup(backup, { server, database: b.name, jobs: 2, log, progress: () => {}, signal });
    expect(await b.query('select count(*)::int as n from "a""; drop table x; --"')).toEqual([{ n: 100 }]);
    await b.query('create schema "ü"; create table "ü".x(); drop view v');
    await restoreInPlace(backup, { server, database: b.name, log, progress: () => {}, signal });
    expect(await b.query('select count(*)::int as n from "a""; drop table x; --"')).toEqual([{ n: 100 }]);
    expect(await b.query(`select 1 from pg_namespace where nspname = 'ü'`)).toEqual([]);
  },
  30000,
);

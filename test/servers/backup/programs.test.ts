/** What PostgreSQL's programs get when they read a backup, in every form and either way of restoring: no secret, and no home. */
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { restoreInPlace } from '../../../src/database/backup/in-place.ts';
import { dump, fetched, listener, never, restoreWhole, serverAt } from '../../support/backup/backups.ts';
import { SHOP } from '../../support/backup/content.ts';
import { createDatabase, type TestDatabase, urlOf, VERSION } from '../../support/postgres/database.ts';
import { newestProgram } from '../../support/postgres/tools.ts';

const MARK = 'Marked-5ecret';
const PASSWORD = decodeURIComponent(new URL(urlOf(VERSION)).password);
/** All that such a program may have in its environment. */
const ALLOWED =
  /^(?:PATH|HOME|USER|TMPDIR|TZDIR|LD_LIBRARY_PATH|LC_ALL|TZ|PWD|OLDPWD|SHLVL|_|PG(?:HOST|PORT|USER|DATABASE|PASSFILE|OPTIONS|APPNAME|CONNECT_TIMEOUT|SSL\w*|SERVICEFILE|SYSCONFDIR))$/;

let source: TestDatabase;
let environment: NodeJS.ProcessEnv;
let folder: string;
beforeAll(async () => {
  source = await createDatabase(VERSION, { sql: SHOP });
});
afterAll(() => source.drop());
beforeEach(() => {
  environment = { ...process.env };
  folder = mkdtempSync(join(tmpdir(), 'programs-'));
  // Programs that write down what they were given, and then are the real ones; of two of one version the system's is taken.
  for (const name of ['pg_restore', 'psql', 'pg_dump'] as const) {
    const script = `#!/bin/sh
case "$*" in --version) ${newestProgram(name)} --version | sed 's/) \\([0-9]*\\)[^ ]*/) \\1.99/'; exit ;; esac
n=$(mktemp ${folder}/call-${name}-XXXXXX); env > $n; printf 'ARGUMENTS=%s\\n' "$*" >> $n
ls -l "$HOME" >> $n 2>&1
exec ${newestProgram(name)} "$@"
`;
    writeFileSync(join(folder, name), script, { mode: 0o755 });
  }
  Object.assign(process.env, {
    PATH: `${folder}${delimiter}${process.env.PATH}`,
    INPUT_DATABASE_URL: `postgres://u:${MARK}@h/d`,
    GITHUB_TOKEN: MARK,
    AWS_SECRET_ACCESS_KEY: MARK,
    PGPASSWORD: MARK,
    PGSERVICE: MARK,
    ACTIONS_RUNTIME_TOKEN: MARK,
  });
});
afterEach(() => {
  process.env = environment;
});

test.each([
  ['plain', 'beside'],
  ['custom', 'beside'],
  ['directory', 'beside'],
  ['plain', 'in place'],
  ['custom', 'in place'],
] as const)('a %s backup that is restored %s', async (form, how) => {
  const backup = await fetched(dump(source.url, 'x', `--format=${form}`));
  const target = await createDatabase(VERSION, { sql: how === 'in place' ? 'CREATE TABLE old (a int)' : '' });
  const options = { ...listener(), server: serverAt(target.url), database: target.name, signal: never };
  if (how === 'beside') await restoreWhole(backup, { ...options, jobs: 2 });
  else await restoreInPlace(backup, options);
  await target.drop();

  const calls = readdirSync(folder)
    .filter((name) => name.startsWith('call-') && statSync(join(folder, name)).isFile())
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(calls.length).toBeGreaterThanOrEqual(form === 'plain' ? 1 : 2);
  for (const call of calls) {
    expect(call).not.toContain(MARK);
    expect(call).not.toContain(PASSWORD);
    const names = [...call.matchAll(/^([A-Z_]\w*)=/gm)].map(([, name = '']) => name);
    expect(names.filter((name) => !ALLOWED.test(name) && name !== 'ARGUMENTS')).toEqual([]);
    // No home but a folder of its own, that holds the password alone.
    const home = /^HOME=(.*)$/m.exec(call)?.[1] ?? '';
    expect(home).not.toBe(environment.HOME);
    expect(home).toMatch(/^\/nonexistent$|\/postgres-\w+$/);
  }
});

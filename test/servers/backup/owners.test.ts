import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { restoreInPlace } from '../../../src/database/backup/in-place.ts';
import { leftOutSentence } from '../../../src/database/backup/ownership.ts';
import {
  dump,
  fetched,
  listener,
  never,
  restoreWhole,
  serverAt,
  temporary,
} from '../../support/backup/backups.ts';
import { contentOf } from '../../support/backup/content.ts';
import {
  createDatabase,
  queryOn,
  type TestDatabase,
  urlOf,
  VERSION,
  VERSIONS,
} from '../../support/postgres/database.ts';

/** Milliseconds: programs are started by the dozen, beside other tests. */
const id = randomBytes(4).toString('hex');
const [OWNER, READER, GONE] = [`owner "${id}`, `reader_${id}`, `gone_${id}`];
const q = (name: string) => `"${name.replaceAll('"', '""')}"`;
const PASSWORD = decodeURIComponent(new URL(urlOf(VERSION)).password);

const APP = `
CREATE SCHEMA app AUTHORIZATION ${q(OWNER)};
CREATE TABLE app.mine (id int PRIMARY KEY); INSERT INTO app.mine SELECT generate_series(1, 9);
ALTER TABLE app.mine OWNER TO ${q(OWNER)};
CREATE TABLE app.theirs (a text); INSERT INTO app.theirs VALUES ('x'); ALTER TABLE app.theirs OWNER TO ${q(GONE)};
CREATE TABLE app.admins (a text);
GRANT SELECT ON app.mine TO ${q(READER)}; GRANT SELECT ON app.mine TO ${q(GONE)};
GRANT SELECT ON app.mine TO PUBLIC;
CREATE FUNCTION app.secret() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION app.secret() OWNER TO ${q(OWNER)};
REVOKE ALL ON FUNCTION app.secret() FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE ${q(OWNER)} IN SCHEMA app GRANT SELECT ON TABLES TO ${q(READER)};
ALTER DEFAULT PRIVILEGES FOR ROLE ${q(GONE)} IN SCHEMA app GRANT SELECT ON TABLES TO PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
COMMENT ON SCHEMA public IS 'ours';`;

let dumps: Record<string, string>;
let source: TestDatabase;
let content: Record<string, unknown>;
beforeAll(async () => {
  for (const version of VERSIONS) {
    await queryOn(
      urlOf(version),
      `CREATE ROLE ${q(OWNER)} LOGIN CREATEDB PASSWORD '${PASSWORD}'; CREATE ROLE ${q(READER)}`,
    );
  }
  await queryOn(urlOf(VERSION), `CREATE ROLE ${q(GONE)}`);
  source = await createDatabase(VERSION, { sql: APP });
  content = await contentOf(source);
  dumps = { plain: dump(source.url, 'x'), custom: dump(source.url, 'x', '--format=custom') };
  await source.query(
    `REASSIGN OWNED BY ${q(GONE)} TO postgres; DROP OWNED BY ${q(GONE)}; DROP ROLE ${q(GONE)}`,
  );
});
afterAll(() => source.drop());

const owners = `SELECT relname AS name, pg_get_userbyid(relowner) AS owner FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r' ORDER BY 1`;
const canRead = `SELECT has_table_privilege('${READER}', 'app.mine', 'SELECT') AS can`;

const ofAll = `SELECT has_table_privilege('public', 'app.mine', 'SELECT') AS read, has_function_privilege('public', 'app.secret()', 'EXECUTE') AS run`;

describe.each(VERSIONS)('on PostgreSQL %s', (version) => {
  describe.each(['plain', 'custom'])('a %s backup with a missing role', (form) => {
    test('is restored by a superuser, without what names it', async () => {
      const target = await createDatabase(version);
      const heard = listener();
      const options = { ...heard, server: serverAt(target.url), database: target.name, signal: never };
      const leftOut = await restoreWhole(await fetched(dumps[form] as string), { ...options, jobs: 2 });
      expect(await contentOf(target)).toEqual(content);
      expect(await target.query(owners)).toEqual([
        { name: 'admins', owner: 'postgres' },
        { name: 'mine', owner: OWNER },
        { name: 'theirs', owner: 'postgres' },
      ]);
      expect(await target.query(canRead)).toEqual([{ can: true }]);
      expect(await target.query(ofAll)).toEqual([{ read: true, run: false }]);
      expect(leftOut.every((line) => line.includes(GONE))).toBe(true);
      expect(leftOutSentence(leftOut)).toMatch(/^3 statements of the backup about owners/);
      await target.drop();
    });

    test('is restored by an owner with CREATEDB, who is told what was left out', async () => {
      const name = `of_owner_${randomBytes(4).toString('hex')}`;
      await queryOn(urlOf(version, 'postgres', OWNER), `CREATE DATABASE ${name} TEMPLATE template0`);
      const url = urlOf(version, name, OWNER);
      const heard = listener();
      const options = { ...heard, server: serverAt(url), database: name, signal: never };
      const backup = await fetched(dumps[form] as string);
      const database = {
        query: <R extends object>(sql: string, values?: unknown[]) => queryOn<R>(url, sql, values),
      };
      const leftOut = await restoreWhole(backup, { ...options, jobs: 2 });
      expect(await contentOf(database)).toEqual(content);
      expect(await database.query(canRead)).toEqual([{ can: true }]);
      expect(await database.query(ofAll)).toEqual([{ read: true, run: false }]);
      expect(leftOutSentence(leftOut)).toMatch(/statements? of the backup about owners/);
      // And once more in place, over what is there.
      await queryOn(url, 'DELETE FROM app.mine; DROP TABLE app.theirs; CREATE TABLE app.since ()');
      await restoreInPlace(backup, options);
      expect(await contentOf(database)).toEqual(content);
      expect(await database.query(ofAll)).toEqual([{ read: true, run: false }]);
      await queryOn(urlOf(version), `DROP DATABASE ${name}`);
    });
  });

  test('X4: a program by COPY in code that runs at once is refused before anything runs', async () => {
    const hostile = join(temporary(), 'hostile.sql');
    const program = `DO $do$BEGIN EXECUTE 'COPY app.admins FROM PROGRAM ''id'''; END$do$;`;
    const text = readFileSync(dumps.plain as string, 'utf8');
    writeFileSync(hostile, text.replace('\nCOPY ', `\n${program}\n\nCOPY `));
    await expect(fetched(hostile)).rejects.toThrow(/has the statement DO, which no dump of one database has/);
  });
});

/** Owners, grants and what happens by itself survive a rollback, or are said to be others; verify-integrity sees all of them. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runAction } from '../../support/action.ts';
import { queryOn, urlOf, VERSION } from '../../support/postgres/database.ts';
import { ShopDatabase } from '../actions/shop-database.ts';

let shop: ShopDatabase;
let app: string;
/** As the superuser, in the shop's database. */
const asAdmin = (sql: string) => queryOn(urlOf(VERSION, shop.name), sql);
beforeEach(async () => {
  shop = await ShopDatabase.create(VERSION);
  app = `app of ${shop.name}`;
  await asAdmin(`CREATE ROLE "${app}"; GRANT "${app}" TO "${shop.owner}"`);
});
afterEach(async () => {
  await shop.remove();
  await queryOn(urlOf(VERSION), `DROP ROLE "${app}"`);
});

/** Who may do what, as the catalogue has it. */
const RIGHTS = `SELECT has_table_privilege('app', 'users', 'SELECT') AS reads, has_table_privilege('app', 'users', 'INSERT') AS writes,
  has_column_privilege('app', 'organizations', 'name', 'UPDATE') AS renames, has_function_privilege('app', 'secret()', 'EXECUTE') AS calls,
  has_function_privilege('pg_monitor', 'secret()', 'EXECUTE') AS everybody, has_sequence_privilege('app', 'users_id_seq', 'USAGE') AS counts,
  (SELECT pg_get_userbyid(relowner) = 'app' FROM pg_class WHERE relname = 'audit_logs') AS owns,
  (SELECT count(*)::int FROM pg_default_acl) AS defaults`;
const rights = () => shop.database.query(RIGHTS.replaceAll(`'app'`, `'${app}'`));

test.each([
  ['plain', 'swap'],
  ['custom', 'swap'],
  ['plain', 'in-place'],
  ['custom', 'in-place'],
])(
  'D5: a %s dump without owners and grants keeps those of the live database, by %s',
  async (form, strategy) => {
    await queryOn(
      shop.url,
      `CREATE FUNCTION secret() RETURNS int LANGUAGE sql AS 'SELECT 1'; REVOKE EXECUTE ON FUNCTION secret() FROM PUBLIC;
     GRANT EXECUTE ON FUNCTION secret() TO "${app}"; GRANT SELECT, INSERT ON users TO "${app}"; GRANT UPDATE (name) ON organizations TO "${app}";
     GRANT USAGE ON SEQUENCE users_id_seq TO "${app}"; GRANT CREATE ON SCHEMA public TO "${app}"; ALTER TABLE audit_logs OWNER TO "${app}"`,
    );
    const before = await rights();
    shop.dump(shop.backup, `--format=${form}`, '--no-owner', '--no-acl');
    const planned = await shop.rollBack({ strategy, 'dry-run': 'true' });
    expect(planned.log).toMatch(
      /The backup was made without grants.*: those of the live database are carried over to the same objects/,
    );
    const step = await shop.rollBack({ strategy });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await rights()).toEqual(before);
  },
);

test('what cannot be carried over stands in the summary, and the result counts the warnings', async () => {
  await asAdmin(`REVOKE "${app}" FROM "${shop.owner}"; GRANT CREATE ON SCHEMA public TO "${app}"; SET ROLE "${app}";
    ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor`);
  shop.dump(shop.backup, '--format=custom', '--no-acl');
  const step = await shop.rollBack();
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect(step.warnings).toContainEqual(
    expect.stringMatching(
      /^1 owners or grants of the live database could not be carried over, because .*: ALTER DEFAULT PRIVILEGES FOR ROLE "app of /,
    ),
  );
  expect(step.summary).toContain('1 owners or grants of the live database could not be carried over');
  expect(step.log).toMatch(/(One warning is|\d warnings are) in its log and summary\./);
});

test.each([
  ['plain', 'swap'],
  ['custom', 'swap'],
  ['plain', 'in-place'],
  ['custom', 'in-place'],
])(
  'D10: what a role owns that the owner is a member of is its own again from a %s dump, by %s',
  async (form, strategy) => {
    await asAdmin(`GRANT CREATE ON SCHEMA public TO "${app}"; ALTER TABLE audit_logs OWNER TO "${app}"; ALTER SEQUENCE users_id_seq OWNED BY NONE;
    CREATE VIEW public.lines AS SELECT line FROM public.audit_logs; ALTER VIEW public.lines OWNER TO "${app}"`);
    const owners = () =>
      shop.database.query(
        `SELECT relname, pg_get_userbyid(relowner) AS owner FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S')
       AND relname <> 'bad_idea' ORDER BY relname`,
      );
    const before = await owners();
    shop.dump(shop.backup, `--format=${form}`);
    expect(await shop.rollBack({ strategy })).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await owners()).toEqual(before);
  },
);

test.each([
  ['plain', 'swap', ''],
  ['custom', 'swap', 'CREATEROLE'],
  ['plain', 'in-place', ''],
  ['custom', 'in-place', ''],
  ['custom', 'in-place', 'CREATEROLE'],
])(
  'D10: an owner who may not create in the schema keeps nobody from a restore of a %s dump, by %s %s',
  async (form, strategy, attributes) => {
    if (attributes) await asAdmin(`ALTER ROLE "${shop.owner}" ${attributes}`);
    await queryOn(shop.url, `CREATE SCHEMA closed; CREATE TABLE closed.t AS SELECT 1 AS id`);
    await asAdmin(`ALTER TABLE closed.t OWNER TO "${app}"; GRANT SELECT ON closed.t TO pg_monitor`);
    shop.dump(shop.backup, `--format=${form}`);
    const step = await shop.rollBack({ strategy });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(step.warnings).toContainEqual(
      expect.stringMatching(
        /^\d+ statements? of the backup about owners, privileges or extensions were left out, .*: ALTER TABLE closed\.t OWNER TO "app of /,
      ),
    );
    const [row] = await shop.database.query(
      `SELECT pg_get_userbyid(relowner) AS owner, has_table_privilege('pg_monitor', oid, 'SELECT') AS reads FROM pg_class WHERE oid = 'closed.t'::regclass`,
    );
    expect(row).toEqual({ owner: shop.owner, reads: true });
  },
);

test('what the backup has is what it was: others are named', async () => {
  await queryOn(shop.url, `GRANT SELECT ON users TO "${app}"; CREATE POLICY own ON users USING (true)`);
  const step = await shop.rollBack();
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect(step.warnings).toContainEqual(
    expect.stringMatching(
      /^In the restored database \d+ owners, grants, policies, triggers and the like are not what they are in the live one: .*(policy public\.users\.own|grants on TABLE public\.users)/,
    ),
  );
});

test('undo works whatever was granted and set meanwhile, and says what it could not bring along', async () => {
  await shop.rollBack();
  await asAdmin(
    `GRANT CONNECT ON DATABASE "${shop.name}" TO "${app}" WITH GRANT OPTION; ALTER ROLE "${app}" IN DATABASE "${shop.name}" SET work_mem = '8MB';
     SET ROLE "${app}"; GRANT CONNECT ON DATABASE "${shop.name}" TO pg_monitor`,
  );
  const undone = await shop.rollBack({ phase: 'undo', backup: '' });
  expect(undone).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect(undone.warnings).toContainEqual(expect.stringMatching(/stays with ".*_undone".*work_mem/));
  expect(await shop.state()).toBe('bad release');
});

test('D19: verify-integrity sees rights, triggers, and what is beside tables', async () => {
  await asAdmin(
    `CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
     CREATE TABLE parted (id int) PARTITION BY RANGE (id); CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (9);
     CREATE TRIGGER t BEFORE INSERT ON parted FOR EACH ROW EXECUTE FUNCTION t(); CREATE EVENT TRIGGER "e ${shop.name}" ON ddl_command_end EXECUTE FUNCTION e();
     CREATE PUBLICATION p FOR TABLE users; CREATE TEXT SEARCH CONFIGURATION words (COPY = simple); CREATE COLLATION c (locale = 'C');
     CREATE FUNCTION plus(users, users) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE OPERATOR + (LEFTARG = users, RIGHTARG = users, FUNCTION = plus);
     CREATE FUNCTION as_int(organizations) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (organizations AS int) WITH FUNCTION as_int(organizations);
     CREATE FOREIGN DATA WRAPPER w; CREATE SERVER elsewhere FOREIGN DATA WRAPPER w;
     SELECT lo_from_bytea(7001, 'a'), lo_from_bytea(7002, 'b')`,
  );
  const snapshot = join(mkdtempSync(join(tmpdir(), 'snapshot-')), 'before.json');
  const inputs = { 'database-url': urlOf(VERSION, shop.name), snapshot };
  expect(await runAction('verify-integrity', { with: { mode: 'capture', ...inputs } })).toMatchObject({
    errors: [],
  });
  const same = await runAction('verify-integrity', { with: { mode: 'compare', ...inputs } });
  expect(same.outputs.result).toBe('intact');
  await asAdmin(
    `ALTER TABLE users DISABLE TRIGGER ALL; ALTER TABLE parted_1 DISABLE TRIGGER t; DROP EVENT TRIGGER "e ${shop.name}"; DROP PUBLICATION p;
     DROP TEXT SEARCH CONFIGURATION words; DROP COLLATION c; DROP OPERATOR + (users, users); DROP CAST (organizations AS int); DROP SERVER elsewhere;
     GRANT DELETE ON users TO "${app}"; ALTER TABLE audit_logs OWNER TO "${app}"; ALTER DEFAULT PRIVILEGES FOR ROLE "${shop.owner}" GRANT ALL ON TABLES TO PUBLIC;
     SELECT lo_unlink(7001), lo_from_bytea(7003, 'c'), lo_from_bytea(7004, 'd')`,
  );
  const found = await runAction('verify-integrity', {
    with: { mode: 'compare', expect: 'no-loss', ...inputs },
  });
  const { findings } = JSON.parse(found.outputs.report as string) as {
    findings: { kind: string; name: string; verdict: string }[];
  };
  const drift = findings
    .filter(({ verdict }) => verdict === 'drift')
    .map(({ kind, name }) => `${kind} ${name}`);
  expect(drift.sort()).toEqual(
    [
      'cast public.organizations as integer',
      'collation public.c',
      'disabled constraint triggers public.users',

      `default privileges "${shop.owner}" r`,
      `event trigger "e ${shop.name}"`,
      'foreign server elsewhere',
      'grants on TABLE public.users',
      'large object 7001',
      'operator public.+(public.users,public.users)',
      'owner of TABLE public.audit_logs',
      'publication p',
      'text search configuration public.words',
      'trigger of partition public.parted_1.t',
    ].sort(),
  );
});

test('D16: a dump of the very instant that is captured is a backup with its snapshot, also while people write', async () => {
  const dump = join(mkdtempSync(join(tmpdir(), 'dump-')), 'latest.dump');
  let isOver = false;
  const writes = (async () => {
    while (!isOver) await shop.database.query(`INSERT INTO audit_logs (line) VALUES ('busy')`);
  })();
  const captured = await runAction('verify-integrity', {
    with: { mode: 'capture', 'database-url': shop.url, dump },
  });
  isOver = true;
  await writes;
  expect(captured).toMatchObject({
    errors: [],
    outputs: { result: 'captured', snapshot: `${dump}.snapshot.json` },
  });
  const step = await shop.rollBack({ backup: dump });
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect(step.log).toContain('row for row what the snapshot of the backup says');
});

test.each(['custom', 'plain'])(
  'databasus/databasus#615: a password of a foreign server that pg_dump has left out of a %s dump is said to be missing',
  async (form) => {
    await asAdmin(
      `CREATE FOREIGN DATA WRAPPER w; CREATE SERVER far FOREIGN DATA WRAPPER w; GRANT USAGE ON FOREIGN SERVER far TO "${shop.owner}";
       CREATE USER MAPPING FOR "${app}" SERVER far OPTIONS (user 'reader', password 'geheim');
       CREATE USER MAPPING FOR "${shop.owner}" SERVER far OPTIONS (user 'reader', password 'geheim')`,
    );
    shop.dump(shop.backup, `--format=${form}`);
    const step = await shop.rollBack({ 'database-url': urlOf(VERSION, shop.name), accept: 'rights' });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(step.warnings).toContainEqual(
      expect.stringContaining(`user mappings of foreign servers without options: ${app} at far.`),
    );
    const mappings = await asAdmin(
      'SELECT usename::text AS user, umoptions IS NULL AS bare FROM pg_user_mappings ORDER BY 1',
    );
    expect(mappings).toEqual([
      { user: app, bare: true },
      { user: shop.owner, bare: false },
    ]);
  },
);

/** What would take away more than a usual backup lacks, or what nobody can tell, is not done unasked; and what is restored stays. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { queryOn, urlOf, VERSION } from '../../support/postgres/database.ts';
import { ShopDatabase } from '../actions/shop-database.ts';

let shop: ShopDatabase;
beforeEach(async () => {
  shop = await ShopDatabase.create(VERSION);
});
afterEach(() => shop.remove());

const consents = (step: { record: readonly { component: string; step: string }[] }) =>
  step.record
    .filter(({ component }) => component === 'consent')
    .map((event) => event.step.replace('accept ', ''));

describe.each(['swap', 'in-place'])('by %s', (strategy) => {
  test('D1: a dump without rows is refused before anything is made, and done with consent', async () => {
    shop.dump(shop.backup, '--format=custom', '--schema-only');
    const step = await shop.rollBack({ strategy });
    expect(step.errors).toEqual([
      expect.stringMatching(
        /has tables and no rows .*; nothing was changed\. To go on .* `accept: data-loss`\.$/,
      ),
    ]);
    expect(await shop.state()).toBe('bad release');
    expect(await shop.beside()).toEqual([]);
    const agreed = await shop.rollBack({ strategy, accept: 'data-loss' });
    expect(agreed).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(consents(agreed)).toEqual(['data-loss']);
  });

  test.each([
    ['custom', '--exclude-table-data=audit_logs'],
    ['plain', '--exclude-table-data=audit_logs'],
  ])(
    'D6: a %s dump with %s is refused by the name of the table, which is a word of consent',
    async (form, option) => {
      shop.dump(shop.backup, `--format=${form}`, option);
      const step = await shop.rollBack({ strategy });
      expect(step.errors).toEqual([
        expect.stringMatching(
          /made without the rows of public\.audit_logs, .*or name each of these tables there\.$/,
        ),
      ]);
      expect(await shop.state()).toBe('bad release');
      const agreed = await shop.rollBack({ strategy, accept: 'public.audit_logs' });
      expect(agreed).toMatchObject({ errors: [], outputs: { result: 'done' } });
    },
  );

  test.each(['custom', 'plain'])(
    'D9: what makes the schema public is not an obstacle in a %s dump',
    async (form) => {
      shop.dump(shop.backup, `--format=${form}`, '--schema=public');
      expect(await shop.rollBack({ strategy })).toMatchObject({ errors: [], outputs: { result: 'done' } });
      shop.dump(shop.backup, `--format=${form}`, '--clean');
      expect(await shop.rollBack({ strategy, 'rollback-id': 'two' })).toMatchObject({
        errors: [],
        outputs: { result: 'done' },
      });
    },
  );

  // pgadmin-org/pgadmin4#1852: tools offer to leave sections out.
  test.each(['custom', 'plain'])('a %s dump without keys and indexes takes consent', async (form) => {
    shop.dump(shop.backup, `--format=${form}`, '--section=pre-data', '--section=data');
    const step = await shop.rollBack({ strategy });
    expect(step.errors).toEqual([
      expect.stringMatching(/makes no key and no index .*; nothing was changed\. .* `accept: data-loss`\.$/),
    ]);
    expect([await shop.state(), await shop.beside()]).toEqual(['bad release', []]);
    const prepared = strategy === 'swap' ? await shop.rollBack({ phase: 'prepare' }) : undefined;
    expect(prepared?.warnings ?? ['makes no key']).toContainEqual(expect.stringContaining('makes no key'));
    const agreed = await shop.rollBack({ strategy, accept: 'data-loss' });
    expect(agreed).toMatchObject({ errors: [], outputs: { result: 'done' } });
  });

  // dimitri/pgcopydb#14: they are no rows of any table, and pg_dump leaves them out with -n and -t.
  test.each(['custom', 'plain'])('a %s dump without the large objects takes consent', async (form) => {
    await queryOn(shop.url, "SELECT lo_from_bytea(0, 'a document')");
    shop.dump(shop.backup, `--format=${form}`, '--schema=public');
    const step = await shop.rollBack({ strategy });
    expect(step.errors).toEqual([
      expect.stringMatching(
        /has none of the 1 large objects .*; nothing was changed\. .* `accept: data-loss`\.$/,
      ),
    ]);
    expect(await shop.database.query('SELECT FROM pg_largeobject_metadata')).toHaveLength(1);
    shop.dump(shop.backup, `--format=${form}`);
    await queryOn(shop.url, "SELECT lo_from_bytea(0, 'a newer one')");
    const whole = await shop.rollBack({ strategy });
    expect(whole).toMatchObject({ errors: [], outputs: { result: 'done' } });
    if (strategy === 'swap')
      expect(whole.warnings).toContainEqual(
        expect.stringMatching(/^1 of 2 large objects of the live database are not in the backup/),
      );
    expect(await shop.database.query('SELECT FROM pg_largeobject_metadata')).toHaveLength(1);
  });

  test.each(['custom', 'plain'])(
    'a %s dump of rows alone is refused before anything is made',
    async (form) => {
      shop.dump(shop.backup, `--format=${form}`, '--data-only');
      expect((await shop.rollBack({ strategy })).errors).toEqual([
        expect.stringMatching(/has rows and makes no table \(pg_dump --data-only, or --section=data\)/),
      ]);
      expect(await shop.beside()).toEqual([]);
    },
  );

  test('D2: a partitioned table in public goes back', async () => {
    await queryOn(
      shop.url,
      `CREATE TABLE parted (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
       CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
       INSERT INTO parted VALUES (1, '2020-05-05')`,
    );
    shop.dump(shop.backup, '--format=custom');
    await queryOn(shop.url, "INSERT INTO parted VALUES (2, '2020-05-06')");
    expect(await shop.rollBack({ strategy })).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.database.query('SELECT id FROM parted')).toEqual([{ id: 1 }]);
  });
});

test('D22: in place, a dropped schema public comes back', async () => {
  await shop.database.query('DROP SCHEMA public CASCADE');
  expect(await shop.rollBack({ strategy: 'in-place' })).toMatchObject({
    errors: [],
    outputs: { result: 'done' },
  });
  expect(await shop.state()).toBe('backup');
});

test('D1: more than a tenth of the rows is not lost unasked; what was restored waits for consent', async () => {
  await shop.database.query(`INSERT INTO audit_logs (line) SELECT 'new' FROM generate_series(1, 2000)`);
  const step = await shop.rollBack();
  expect(step.errors).toEqual([
    expect.stringMatching(
      /^This needs your consent: 2003 of \d+ rows of the live database \(44 %\) would be lost; nothing was switched, and ".*_new" waits/,
    ),
  ]);
  expect(await shop.state()).toBe('bad release');
  const switched = await shop.rollBack({ phase: 'switch', backup: '', accept: 'data-loss' });
  expect(switched).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect(consents(switched)).toEqual(['data-loss']);
});

test('F5: values in columns that the backup does not have count as lost, and nothing is exact there', async () => {
  await shop.database.query(`ALTER TABLE users RENAME mail TO address; ALTER TABLE organizations ADD plan text DEFAULT 'free';
    UPDATE organizations SET plan = 'paid' WHERE id <= 7`);
  const step = await shop.rollBack({ phase: 'prepare' });
  const { tables } = JSON.parse(step.outputs['data-loss'] as string);
  expect(tables).toContainEqual(
    expect.objectContaining({ table: 'public.users', lost: 1900, columns: ['address'], exact: false }),
  );
  expect(tables).toContainEqual(
    expect.objectContaining({ table: 'public.organizations', lost: 7, columns: ['plan'], exact: false }),
  );
});

describe('D4: a live database that cannot be read', () => {
  /** Runs with a session that holds a table as a migration that hangs does. */
  async function hung<T>(work: (pid: number) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: shop.url });
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    await client.query('BEGIN; ALTER TABLE users ADD stuck int');
    // A lock of a moment is nobody's migration.
    await wait(2500);
    return work(rows[0].pid).finally(() => client.end().catch(() => {}));
  }

  test('as somebody holds a table: he is named, and what was restored waits for consent', async () => {
    await hung(async (pid) => {
      const step = await shop.rollBack();
      expect(step.errors).toEqual([
        expect.stringMatching(
          new RegExp(
            `what would be lost is unknown: public\\.users could not be read \\(it is held by pid ${pid} .*ALTER TABLE users ADD stuck int\\); nothing was switched`,
          ),
        ),
      ]);
      expect(step.log).toContain('`accept: blockers` ends it');
      const switched = await shop.rollBack({ phase: 'switch', backup: '', accept: 'unknown' });
      expect(switched).toMatchObject({ errors: [], outputs: { result: 'done' } });
    });
    expect(await shop.state()).toBe('backup');
  });

  test('as somebody holds a table: he is ended with consent, and the loss is known', async () => {
    const step = await hung(() => shop.rollBack({ accept: 'blockers' }));
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(JSON.parse(step.outputs['data-loss'] as string).concerns).toBeUndefined();
    expect(consents(step)).toEqual(['blockers']);
  });

  test.each([
    [
      'row-level security',
      'ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY',
      /public\.users could not be read \(row-level security hides rows of it\)/,
    ],
    [
      'no rights',
      'ALTER TABLE audit_logs OWNER TO postgres; REVOKE ALL ON audit_logs FROM PUBLIC',
      /public\.audit_logs could not be read \(no SELECT on it/,
    ],
    ['an emergency brake', 'BRAKE', /too many connections for database/],
  ])('for %s: the restored side waits', async (_, sql, reason) => {
    await queryOn(
      urlOf(VERSION, shop.name),
      sql === 'BRAKE' ? `ALTER DATABASE "${shop.name}" CONNECTION LIMIT 0` : sql,
    );
    const step = await shop.rollBack();
    expect(step.errors).toEqual([expect.stringMatching(reason)]);
    expect(await shop.beside()).toHaveLength(1);
    expect(await shop.rollBack({ phase: 'switch', backup: '', accept: 'unknown' })).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
  });
});

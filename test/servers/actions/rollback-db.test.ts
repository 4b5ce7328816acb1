import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { queryOn, urlOf, VERSION, VERSIONS } from '../../support/postgres/database.ts';
import { startS3 } from '../../support/s3/server.ts';
import { ShopDatabase } from './shop-database.ts';

/** What the comparison of rows may take at least. */
const LOSS_SECONDS = 2;

describe.each(VERSIONS)('rollback-db on PostgreSQL %s', (version) => {
  let shop: ShopDatabase;
  beforeEach(async () => {
    shop = await ShopDatabase.create(version);
  });
  afterEach(() => shop.remove());

  test('restores beside, verifies, tells the loss, switches, and keeps what was there', async () => {
    const step = await shop.rollBack();
    expect(step).toMatchObject({
      errors: [],
      exitCode: 0,
      outputs: { result: 'done', database: shop.name, tables: '3' },
    });
    expect(await shop.state()).toBe('backup');
    expect(await shop.database.query(`SELECT defaclobjtype FROM pg_default_acl`)).toEqual([
      { defaclobjtype: 'r' },
    ]);
    expect(await shop.beside()).toEqual([step.outputs['previous-database']]);
    expect(Number(step.outputs['downtime-seconds'])).toBeGreaterThan(0);
    const loss = JSON.parse(step.outputs['data-loss'] as string);
    expect(Object.keys(loss)).toEqual(['backupTime', 'measuredAt', 'lastWrite', 'seconds', 'tables']);
    const row = (table: string, lost: number, changed: number, back: number) => ({
      table: `public.${table}`,
      ...{ lost, changed, back, exact: true },
    });
    // A table without a key has no exact figure, and what takes longer than users are to wait has none either.
    const [counted] = step.record.filter((event) => event.step === 'data loss' && event.status === 'done');
    if (Number(counted?.seconds) < LOSS_SECONDS) {
      const exact = [row('organizations', 0, 50, 0), row('users', 0, 0, 100), row('bad_idea', 1, 0, 0)];
      expect(loss.tables).toEqual(expect.arrayContaining(exact));
      expect(step.summary).toContain('| <code>public.organizations</code> | 0 | 50 | 0 |');
    }
    const steps = step.record.filter(({ status }) => status === 'done').map((event) => event.step);
    expect(steps).toEqual([
      'fetch',
      'create side database',
      'restore',
      'verify',
      'data loss',
      'switch',
      'action',
    ]);
  });

  // There a user whom the backup did not have was shown what the next one wrote, whose id was the same.
  test('laravel/framework#29993: numbers that are given out a second time are told before the switch', async () => {
    await queryOn(shop.url, `INSERT INTO users (organization, mail) VALUES (1, 'alice@example.com')`);
    const { warnings } = await shop.rollBack({ phase: 'prepare' });
    expect(warnings).toContain(
      'Sequences go back (public.users_id_seq from 2001 to 2000) and give the same numbers to other rows: clear sessions and caches that hold them, or raise the sequences.',
    );
  });

  test('the password is nowhere to be found', async () => {
    const step = await shop.rollBack();
    const password = decodeURIComponent(new URL(shop.url).password);
    const told =
      step.log.replaceAll(/^::add-mask::.*$/gm, '') +
      step.summary +
      JSON.stringify([step.outputs, step.record]);
    expect(told).not.toContain(password);
    expect(told).not.toContain(encodeURIComponent(password));
  });

  test('in two halves, with time between them to look', async () => {
    const prepared = await shop.rollBack({ phase: 'prepare' });
    expect(prepared).toMatchObject({ errors: [], outputs: { result: 'done', tables: '3' } });
    expect(await shop.state()).toBe('bad release');
    const again = await shop.rollBack({ phase: 'prepare' });
    expect(again.log).toMatch(/was restored and verified at .* already/);
    const switched = await shop.rollBack({ phase: 'switch', backup: '' });
    expect(switched).toMatchObject({ errors: [], outputs: { result: 'done', tables: '3' } });
    expect(JSON.parse(switched.outputs['data-loss'] as string).tables).toHaveLength(4);
    expect(await shop.state()).toBe('backup');
  });

  test('undo brings back what was there, once and not twice', async () => {
    await shop.rollBack();
    await shop.database.query(`INSERT INTO users (mail) VALUES ('since the rollback')`);
    const undone = await shop.rollBack({ phase: 'undo', backup: '' });
    expect(undone).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.state()).toBe('bad release');
    const again = await shop.rollBack({ phase: 'undo', backup: '' });
    expect(again).toMatchObject({ errors: [], outputs: { result: 'no-op' } });
    expect(await shop.state()).toBe('bad release');
  });

  test('clean drops what is left, and says so before in a dry run', async () => {
    await shop.rollBack();
    await shop.rollBack({ phase: 'undo', backup: '' });
    const [left] = await shop.beside();
    const planned = await shop.rollBack({ phase: 'clean', backup: '', 'dry-run': 'true' });
    expect(planned.outputs.result).toBe('planned');
    expect(planned.log).toContain(`"${left}", which was undone at `);
    expect(await shop.beside()).toEqual([left]);
    expect((await shop.rollBack({ phase: 'clean', backup: '' })).outputs.result).toBe('done');
    expect(await shop.beside()).toEqual([]);
    expect((await shop.rollBack({ phase: 'clean', backup: '' })).outputs.result).toBe('no-op');
    expect(await shop.state()).toBe('bad release');
  });

  test('a dry run changes nothing', async () => {
    const step = await shop.rollBack({ 'dry-run': 'true', confirm: '', reason: '' });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'planned' } });
    expect(step.log).toContain(
      `would be restored from ${shop.backup} beside itself, verified, and switched; nothing was changed.`,
    );
    // When it was made, in UTC, how old that is, and what would be lost: in the sentence, and so in every summary.
    expect(step.summary).toMatch(
      /The backup is of \d{4}-\d\d-\d\dT[\d:.]+Z \(.+\), \d+ s old; at least [\d,]+ rows \(.*public\.organizations \d+.*\) were written since and would be lost or go back to older contents\./,
    );
    const nowhere = await shop.rollBack({ 'dry-run': 'true', backup: '/nowhere' });
    expect(nowhere.errors).toEqual(['There is no /nowhere; check input `backup`.']);
    expect(await shop.beside()).toEqual([]);
  });

  test('a backup of something else is refused by what it holds', async () => {
    const other = await ShopDatabase.create(VERSION, `other_${shop.name}`.slice(0, 30));
    await queryOn(
      other.url,
      'DROP TABLE users, organizations, audit_logs, bad_idea; CREATE TABLE invoices (x int)',
    );
    other.dump(shop.backup, '--format=plain');
    await other.remove();
    const step = await shop.rollBack();
    expect(step.errors).toEqual([
      expect.stringMatching(
        /^The backup has none of the tables of the live database .* \(it has public.invoices …\)/,
      ),
    ]);
    expect(await shop.state()).toBe('bad release');
  });

  test('what blocks the switch is said before anything is fetched', async () => {
    await shop.database.query(`BEGIN; DELETE FROM audit_logs; PREPARE TRANSACTION '${shop.name}'`);
    const step = await shop.rollBack({ backup: '/nowhere' });
    expect(step.errors).toEqual([
      expect.stringContaining(
        `prepared transactions hold it (${shop.name}): COMMIT PREPARED or ROLLBACK PREPARED each`,
      ),
    ]);
    await shop.database.query(`ROLLBACK PREPARED '${shop.name}'`);
  });

  test('two at once: the second is told who is at work', async () => {
    const first = shop.start({ 'rollback-id': 'first' });
    while (!first.log().includes('is made beside')) await wait(5);
    const second = await shop.rollBack();
    expect(second.errors).toEqual([
      expect.stringMatching(/is being rolled back by rollback first \(pid \d+\) since \d{4}-/),
    ]);
    expect((await first.result).outputs.result).toBe('done');
  });

  test('another attempt of the same run does nothing more', async () => {
    expect(await shop.rollBack({}, { run: '77' })).toMatchObject({ errors: [], outputs: { result: 'done' } });
    const again = await shop.rollBack({ 'rollback-id': '77-2' }, { run: '77' });
    expect(again).toMatchObject({ errors: [], outputs: { result: 'no-op' } });
    expect(await shop.beside()).toHaveLength(1);
  });
});

describe.each(VERSIONS)('rollback-db on PostgreSQL %s refuses', (version) => {
  let shop: ShopDatabase;
  beforeAll(async () => {
    shop = await ShopDatabase.create(version);
    // So that it is older than a second.
    while (Date.now() - statSync(shop.backup).mtimeMs < 2500) await wait(100);
  });
  afterAll(() => shop.remove());

  test.each([
    [
      'the name is not typed',
      { confirm: 'shop' },
      /^Input `confirm` is "shop"; type the name of the database, /,
    ],
    ['there is no backup', { backup: '' }, /^Input `backup` is required for the phase `all`/],
    ['the backup is too old', { 'max-data-loss': '1s' }, /`max-data-loss` allows 1 s; nothing was changed/],
    ['nothing is prepared', { phase: 'switch' }, /^No verified database is beside /],
    ['nothing was rolled back', { phase: 'undo' }, /^Nothing to undo: no rollback of /],
    [
      'the backup is of another database',
      { 'backup-database': 'billing' },
      /^The backup is of the database ".*", not of "billing"; /,
    ],
    [
      'in-place has no halves',
      { strategy: 'in-place', phase: 'prepare' },
      /^The strategy `in-place` has no phase `prepare`/,
    ],
    [
      'it is a database of the system',
      { 'database-url': '', confirm: 'postgres' },
      /is the one that others are managed from, and a rollback never replaces it/,
    ],
  ])('where %s', async (_, inputs: Record<string, string>, message) => {
    if (inputs['database-url'] === '') inputs['database-url'] = urlOf(version);
    const step = await shop.rollBack(inputs);
    expect(step.errors).toEqual([expect.stringMatching(message)]);
    expect(step.exitCode).toBe(1);
    expect(await shop.state()).toBe('bad release');
    expect(await shop.beside()).toEqual([]);
  });
});

describe('in place', () => {
  let shop: ShopDatabase;
  beforeAll(async () => {
    shop = await ShopDatabase.create(VERSION);
  });
  afterAll(() => shop.remove());

  test('in place: what was there is dumped, then replaced in one transaction', async () => {
    const step = await shop.rollBack({ strategy: 'in-place' });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.state()).toBe('backup');
    expect(await shop.beside()).toEqual([]);
    expect(step.outputs['safety-dump']).toMatch(/safety-dump-.*\.dump$/);
  });
});

test('a backup in S3 is fetched by the bundle as it ships, checked by the sum beside it', async () => {
  const shop = await ShopDatabase.create(VERSION);
  const s3 = await startS3();
  try {
    const bytes = readFileSync(shop.backup);
    await s3.put('backups/shop.dump', bytes);
    await s3.put(
      'backups/shop.dump.sha256',
      `${createHash('sha256').update(bytes).digest('hex')}  shop.dump\n`,
    );
    const inputs = { backup: `s3://${s3.bucket}/backups/shop.dump`, 's3-endpoint': s3.endpoint };
    const step = await shop.rollBack(inputs, { env: s3.environment });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.state()).toBe('backup');
    await s3.put('backups/shop.dump.sha256', `${'0'.repeat(64)}  shop.dump\n`);
    const damaged = await shop.rollBack(inputs, { env: s3.environment });
    expect(damaged.errors).toEqual([expect.stringMatching(/SHA-256/)]);
  } finally {
    await s3.remove();
    await shop.remove();
  }
}, 600_000);

describe('names of databases and roles', () => {
  test('may hold anything', async () => {
    const shop = await ShopDatabase.create(VERSION, `a"; drop table x; --'\\ü`);
    try {
      const step = await shop.rollBack();
      expect(step).toMatchObject({ errors: [], outputs: { result: 'done', database: shop.name } });
      expect(await shop.state()).toBe('backup');
      expect((await shop.rollBack({ phase: 'undo' })).outputs.result).toBe('done');
      expect(await shop.state()).toBe('bad release');
    } finally {
      await shop.remove();
    }
  });
});

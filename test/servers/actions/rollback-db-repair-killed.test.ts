import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { queryOn, urlOf, VERSION } from '../../support/postgres/database.ts';
import { recorded } from '../../support/record.ts';
import { conflictsOf, countsOf, RepairShop } from './repair-shop.ts';

/** Every event that a repair writes: the action is killed after each. */
const EVENTS = [
  'action started',
  'fetch started',
  'fetch done',
  'fetch started',
  'fetch done',
  'create side database started',
  'create side database done',
  'restore started',
  'restore done',
  'create side database started',
  'create side database done',
  'restore started',
  'restore done',
  'compare started',
  'compare done',
  'repair started',
  'repair done',
  'verify done',
];

describe('a repair that is killed', () => {
  let shop: RepairShop;
  let damaged: Awaited<ReturnType<RepairShop['rows']>>;
  const inputs = () => ({ tables: 'customers', after: shop.path('after'), 'stamp-columns': 'updated_at' });
  const repaired = async () =>
    (await shop.query<{ n: number }>('SELECT count(*)::int AS n FROM customers'))[0]?.n === 300;

  beforeAll(async () => {
    shop = await RepairShop.create(VERSION);
    await shop.query('DELETE FROM customers WHERE id <= 100');
    shop.dump('after');
    damaged = await shop.rows();
  });
  afterAll(() => shop.remove());

  /** The server has noticed that a process that was killed is gone. */
  async function unlocked(): Promise<void> {
    const held = () =>
      queryOn(
        urlOf(VERSION),
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = hashtext('${shop.database.name}')::oid
         UNION ALL SELECT 1 FROM pg_stat_activity WHERE datname = '${shop.database.name}' AND application_name = 'rollback-actions'`,
      );
    while ((await held()).length > 0) await wait(20);
  }

  test('writes the events at which it is killed below', async () => {
    const step = await shop.repair(inputs());
    expect(step.errors).toEqual([]);
    expect(step.record.map((event) => `${event.step} ${event.status}`)).toEqual([...EVENTS, 'action done']);
    await shop.repair({ phase: 'undo', backup: '' });
    await shop.repair({ phase: 'clean', keep: '0', backup: '' });
    expect(await shop.rows()).toEqual(damaged);
    expect(await shop.remains()).toEqual([]);
  });

  test.each(EVENTS.map((event, index) => [index + 1, event] as const))(
    'after event %i (%s) is done or not, ends done when it is run again, and is taken back as a whole',
    async (count, _) => {
      const temp = mkdtempSync(join(tmpdir(), 'killed-'));
      const run = `killed-${count}`;
      const killed = shop.start({ ...inputs(), 'rollback-id': `${run}-1` }, { temp, run });
      await recorded(temp, (events) => events.length >= count);
      killed.process.kill('SIGKILL');
      await killed.result;
      await unlocked();

      const isDone = await repaired();
      if (!isDone) expect(await shop.rows()).toEqual(damaged);
      const again = await shop.repair({ ...inputs(), 'rollback-id': `${run}-2` }, { run });
      expect(again).toMatchObject({
        errors: [],
        exitCode: 0,
        outputs: { result: isDone ? 'no-op' : 'done' },
      });
      expect(await repaired()).toBe(true);

      expect(await shop.repair({ phase: 'undo', backup: '' })).toMatchObject({
        errors: [],
        outputs: { result: 'done' },
      });
      expect(await shop.rows()).toEqual(damaged);
      await shop.repair({ phase: 'clean', keep: '0', backup: '' });
      expect(await shop.remains()).toEqual([]);
    },
  );
});

describe('a repair while users are at work', () => {
  let shop: RepairShop;
  beforeAll(async () => {
    shop = await RepairShop.create(VERSION);
  });
  afterAll(() => shop.remove());

  test('loses none of their changes, and fails none of their statements', async () => {
    await shop.query(
      `INSERT INTO products (id, name, price) SELECT n, 'more ' || n, n FROM generate_series(1001, 40000) AS n`,
    );
    shop.dump('before');
    await shop.query('UPDATE products SET price = 0 WHERE id % 50 = 0');
    shop.dump('after');
    const begun = shop.start({
      tables: 'products',
      after: shop.path('after'),
      'stamp-columns': 'updated_at',
      conflicts: 'keep',
    });
    const written = new Map<number, number>();
    let isOver = false;
    void begun.result.finally(() => {
      isOver = true;
    });
    const users = [1, 2].map(async (user) => {
      for (let turn = 1; !isOver; turn++) {
        const id = ((turn * 50 + user * 7000) % 39000) + 1000;
        if (user === 1) {
          await shop.query(`UPDATE products SET price = ${turn} WHERE id = ${id}`);
          written.set(id, turn);
        } else
          await shop.query(`INSERT INTO products (id, name, price) VALUES (${100_000 + turn}, 'new', 1)`);
        await wait(20);
      }
      return user;
    });
    const step = await begun.result;
    await Promise.all(users);
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    const [back] = Object.values(countsOf(step));
    expect(back?.[1]).toBeGreaterThan(0);
    for (const [id, price] of written)
      expect(await shop.query(`SELECT price::int AS price FROM products WHERE id = ${id}`)).toEqual([
        { price },
      ]);
    // What users have not written is what it was.
    const ids = [...written.keys()].join(',') || '0';
    expect(
      await shop.query(
        `SELECT id FROM products WHERE id BETWEEN 1001 AND 40000 AND price <> id AND id NOT IN (${ids})`,
      ),
    ).toEqual([]);
    expect(conflictsOf(step).every((line) => line.startsWith('products: changed since'))).toBe(true);
  });

  test('is refused where they would wait longer than they may', async () => {
    await shop.query('UPDATE products SET price = -1 WHERE id BETWEEN 1001 AND 40000');
    shop.dump('after');
    await shop.query(`INSERT INTO products SELECT n, 'many', 1 FROM generate_series(200001, 260000) AS n`);
    shop.dump('before');
    await shop.query('DELETE FROM products WHERE id > 200000');
    shop.dump('after');
    const step = await shop.repair({
      tables: 'products',
      after: shop.path('after'),
      'max-wait': '1s',
      triggers: 'off',
    });
    // No trigger fires on what is inserted, so that no table is locked.
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    await shop.query('UPDATE products SET price = -2 WHERE id > 200000');
    shop.dump('after');
    const refused = await shop.repair({
      tables: 'products',
      after: shop.path('after'),
      'max-wait': '1s',
      'stamp-columns': 'updated_at',
    });
    expect(refused.exitCode).toBe(1);
    expect(refused.errors[0]).toContain('`max-wait`');
  });
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { StepResult } from '../../support/action.ts';
import { VERSIONS } from '../../support/postgres/database.ts';
import { recorded } from '../../support/record.ts';
import { until } from '../../support/until.ts';
import { conflictsOf, countsOf, RepairShop } from './repair-shop.ts';

describe.each(VERSIONS)('a repair in batches on PostgreSQL %s', (version) => {
  let shop: RepairShop;
  beforeEach(async () => {
    shop = await RepairShop.create(version);
  });
  afterEach(() => shop.remove());

  const batchesOf = ({ record }: StepResult) =>
    record.flatMap(({ step, message }) =>
      step === 'repair batch' ? Number(/: ([\d,]+) rows/.exec(message ?? '')?.[1]?.replace(',', '')) : [],
    );

  /** All rows, without when they were written. */
  async function contents(): Promise<unknown> {
    const rows = await shop.rows();
    const { customers = {}, products = {} } = rows;
    const bare = (those: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(those).map(([key, row]) => [key, { ...JSON.parse(row), updated_at: undefined }]),
      );
    return { ...rows, customers: bare(customers), products: bare(products) };
  }

  /** Customers are deleted with all that hangs on them, which refers to them in a circle; then users go on. */
  async function deleteCustomers(): Promise<void> {
    await shop.query('DELETE FROM customers WHERE id <= 100');
    shop.dump('after');
    await shop.query(`DELETE FROM customers WHERE id = 200; UPDATE customers SET name = 'renamed' WHERE id IN (201, 202, 150);
      INSERT INTO customers (email, name) VALUES ('newer@example.com', 'newer'); INSERT INTO orders (customer, total) VALUES (301, 5)`);
  }

  test('comes to the same as one transaction, rows in a circle and triggers in each state included, and is taken back as a whole', async () => {
    await deleteCustomers();
    const [damaged, definition] = [await shop.rows(), await shop.definition()];
    const whole = await shop.repair(shop.withEvidence('customers'));
    expect(whole).toMatchObject({ errors: [], outputs: { result: 'done' } });
    const wanted = await contents();
    await shop.repair({ phase: 'undo', backup: '' });
    await shop.repair({ phase: 'clean', keep: '0', backup: '' });
    expect(await shop.rows()).toEqual(damaged);

    const done = await shop.repair(shop.withEvidence('customers', { batch: '90' }));
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(countsOf(done)).toEqual(countsOf(whole));
    const batches = batchesOf(done);
    expect(batches.reduce((sum, rows) => sum + rows, 0)).toBe(1299);
    expect(batches.length).toBeGreaterThanOrEqual(15);
    expect(Math.max(...batches)).toBeLessThanOrEqual(90);
    expect(await contents()).toEqual(wanted);
    expect(await shop.definition()).toEqual(definition);

    expect(await shop.repair({ phase: 'undo', backup: '' })).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
    expect(await shop.rows()).toEqual(damaged);
    await shop.repair({ phase: 'clean', keep: '0', backup: '' });
    expect(await shop.remains()).toEqual([]);
  });

  test('a row whose number is a stranger’s today stays away with all that hangs on it, in whichever batch that is', async () => {
    await shop.query('TRUNCATE customers RESTART IDENTITY CASCADE');
    shop.dump('after');
    await shop.query(
      `INSERT INTO customers (email, name) SELECT CASE n WHEN 5 THEN 'user150@example.com' ELSE 'new' || n || '@example.com' END, 'stranger' FROM generate_series(1, 5) AS n`,
    );
    const asked = shop.withEvidence('customers\norders\nitems\nevents\ninvoices', {
      batch: '500',
      conflicts: 'keep',
    });
    const done = await shop.repair(asked);
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(conflictsOf(done)).toEqual([
      'customers: collision  5',
      'customers: taken customers_email_key 1',
      'items: no parent items_order_id_fkey 36',
      'orders: no parent orders_customer_fkey 18',
    ]);
    expect(await shop.query('SELECT id FROM orders WHERE customer <= 5 OR customer = 150')).toEqual([]);
    expect(
      await shop.query(
        `SELECT (SELECT count(*)::int FROM customers) AS customers, (SELECT count(*)::int FROM orders) AS orders, (SELECT count(*)::int FROM items) AS items`,
      ),
    ).toEqual([{ customers: 299, orders: 882, items: 1764 }]);
  });

  test('goes on after a kill, leaves what users have made of rows that were done, and is taken back from the middle too', async () => {
    await shop.query('UPDATE products SET price = 0');
    shop.dump('after');
    const damaged = await shop.rows();
    const asked = { ...shop.withEvidence('products'), batch: '50' };
    const interrupted = async (run: string, batches: number) => {
      const temp = mkdtempSync(join(tmpdir(), 'batches-'));
      const begun = shop.start({ ...asked, 'rollback-id': `${run}-1` }, { temp, run });
      await recorded(
        temp,
        (events) => events.filter(({ step }) => step === 'repair batch').length >= batches,
      );
      begun.process.kill('SIGKILL');
      await begun.result;
      await shop.unlocked();
    };
    const back = () => shop.query<{ id: number }>('SELECT id FROM products WHERE price = id + 0.25');

    await interrupted('first', 2);
    const half = await back();
    expect(half.length).toBeGreaterThanOrEqual(100);
    expect(half.length).toBeLessThan(400);
    expect(await shop.repair({ phase: 'undo', backup: '' })).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
    expect(await shop.rows()).toEqual(damaged);
    await shop.repair({ phase: 'clean', keep: '0', backup: '' });

    await interrupted('second', 3);
    const [one, two] = (await back()).map(({ id }) => id);
    // One of them as the accident left it: that is his wish now.
    await shop.query(
      `UPDATE products SET price = 0 WHERE id = ${one}; DELETE FROM products WHERE id = ${two}`,
    );
    const again = await shop.repair({ ...asked, 'rollback-id': 'second-2' }, { run: 'second' });
    expect(again).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(countsOf(again)).toEqual({ products: [0, 400] });
    expect(await shop.query(`SELECT id FROM products WHERE price <> id + 0.25 OR id = ${two}`)).toEqual([
      { id: one },
    ]);
    expect(await shop.repair({ ...asked, 'rollback-id': 'second-3' }, { run: 'second' })).toMatchObject({
      errors: [],
      outputs: { result: 'no-op' },
    });
    expect(await shop.repair({ phase: 'undo', backup: '', conflicts: 'keep' })).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
    const { products: now = {} } = await shop.rows();
    const { products: was = {} } = damaged;
    delete was[String(two)];
    const own = String(one);
    expect({ ...now, [own]: null }).toEqual({ ...was, [own]: null });
  });

  test('a lock that somebody holds within the transaction is waited for, and what was tried before it does not count', async () => {
    await shop.query('DELETE FROM items; DELETE FROM orders WHERE id > 300');
    shop.dump('after');
    const holder = await shop.connect('a long report');
    await holder.query('BEGIN; SELECT FROM orders WHERE id = 7 FOR UPDATE');
    try {
      const begun = shop.start(shop.withEvidence('orders\nitems', { 'stamp-columns': '' }));
      const waits = (isSo: boolean) =>
        until(async () => {
          const rows = await shop.query(
            `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          );
          return rows.length > 0 === isSo;
        });
      await waits(true);
      await waits(false);
      await holder.query('ROLLBACK');
      expect(await begun.result).toMatchObject({ errors: [], outputs: { result: 'done' } });
    } finally {
      await holder.end();
    }
  });
});

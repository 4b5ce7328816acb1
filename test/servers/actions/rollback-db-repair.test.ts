import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { VERSIONS } from '../../support/postgres/database.ts';
import { conflictsOf, countsOf, RepairShop } from './repair-shop.ts';

describe.each(VERSIONS)('strategy: repair on PostgreSQL %s', (version) => {
  let shop: RepairShop;
  beforeEach(async () => {
    shop = await RepairShop.create(version);
  });
  afterEach(() => shop.remove());

  const DELETED = {
    customers: [100, 99],
    events: [100, 0],
    invoices: [0, 100],
    items: [600, 0],
    orders: [300, 0],
  };

  /** Customers are deleted with all that hangs on them; then users go on. */
  async function deleteCustomers(): Promise<void> {
    await shop.query('DELETE FROM customers WHERE id <= 100');
    shop.dump('after');
    await shop.query(`DELETE FROM customers WHERE id = 200; UPDATE customers SET name = 'renamed' WHERE id IN (201, 202, 150);
      INSERT INTO customers (email, name) VALUES ('newer@example.com', 'newer'); INSERT INTO orders (customer, total) VALUES (301, 5)`);
  }

  test('repair case 1: rows that were deleted with all that hung on them come back, and what users did since stays', async () => {
    const before = await shop.rows();
    await deleteCustomers();
    const damaged = await shop.rows();
    const definition = await shop.definition();
    const inputs = { tables: 'customers', after: shop.path('after'), 'stamp-columns': 'updated_at' };

    const planned = await shop.repair({ ...inputs, 'dry-run': 'true' });
    expect(planned).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'planned' } });
    expect(countsOf(planned)).toEqual(DELETED);
    expect(await shop.rows()).toEqual(damaged);
    expect(await shop.remains()).toEqual([]);

    const done = await shop.repair(inputs);
    expect(done).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
    expect(countsOf(done)).toEqual(DELETED);
    expect(conflictsOf(done)).toEqual([]);
    expect(JSON.parse(done.outputs['data-loss'] as string)).toMatchObject({ tables: [] });
    expect(done.log).toContain('1,100 rows are back and 199 are set back; 7 newer rows are kept');
    const repaired = await shop.rows();
    for (const [table, rows] of Object.entries(repaired))
      for (const [key, row] of Object.entries(rows)) {
        const was = JSON.parse(before[table]?.[key] ?? '{}');
        const damage = damaged[table]?.[key];
        if (damage === undefined) expect(row).toBe(before[table]?.[key]);
        else if (row !== damage) {
          const set = JSON.parse(damage);
          const wanted =
            table === 'customers' ? { ...set, referrer: was.referrer } : { ...set, customer: was.customer };
          const { updated_at: _, ...others } = JSON.parse(row);
          expect(wanted).toMatchObject(others);
        }
      }
    expect(Object.keys(repaired.customers ?? {})).not.toContain('200');
    expect(JSON.parse(repaired.customers?.['150'] as string)).toMatchObject({
      name: 'renamed',
      referrer: 50,
    });
    expect(repaired.audit).toEqual(damaged.audit);
    expect(await shop.definition()).toEqual(definition);
    expect(await shop.query(`INSERT INTO orders (customer, total) VALUES (1, 1) RETURNING id`)).toEqual([
      { id: '902' },
    ]);

    expect(await shop.repair(inputs)).toMatchObject({ errors: [], outputs: { result: 'no-op' } });
  });

  test('repair case 1: an undo leaves all tables as they were before the repair, row for row, and a row that a newer one refers to', async () => {
    await deleteCustomers();
    const damaged = await shop.rows();
    const inputs = { tables: 'customers', after: shop.path('after'), 'stamp-columns': 'updated_at' };
    expect(await shop.repair(inputs)).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.repair({ phase: 'undo', 'dry-run': 'true', backup: '' })).toMatchObject({
      errors: [],
      outputs: { result: 'planned' },
    });
    expect(await shop.repair({ phase: 'undo', backup: '' })).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
    expect(await shop.rows()).toEqual(damaged);
    expect(await shop.repair({ phase: 'undo', backup: '' })).toMatchObject({
      errors: [],
      outputs: { result: 'no-op' },
    });

    expect(await shop.repair(inputs)).toMatchObject({ errors: [], outputs: { result: 'done' } });
    await shop.query('INSERT INTO orders (customer, total) VALUES (7, 77)');
    const refused = await shop.repair({ phase: 'undo', backup: '' });
    expect(refused.exitCode).toBe(1);
    expect(refused.errors[0]).toContain('referred to: orders_customer_fkey');
    expect(await shop.repair({ phase: 'undo', backup: '', conflicts: 'keep' })).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
    expect(await shop.query('SELECT id FROM customers WHERE id <= 100')).toEqual([{ id: 7 }]);
    expect(await shop.query('SELECT count(*)::int AS orders FROM orders WHERE total = 77')).toEqual([
      { orders: 1 },
    ]);

    expect(await shop.repair({ phase: 'clean', keep: '0', backup: '' })).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
    expect(await shop.remains()).toEqual([]);
  });

  test('repair case 2: a value that was overwritten is set back where nobody has touched it since', async () => {
    await shop.query('UPDATE products SET price = 0');
    shop.dump('after');
    await shop.query(
      `UPDATE products SET name = 'renamed' WHERE id <= 5; UPDATE products SET price = 99 WHERE id BETWEEN 6 AND 15; DELETE FROM products WHERE id = 16`,
    );
    const damaged = await shop.rows();

    const without = await shop.repair({
      tables: 'products',
      conflicts: 'keep',
      'stamp-columns': 'updated_at',
    });
    expect(without.exitCode).toBe(1);
    expect(without.errors[0]).toContain('give `after`');
    expect(conflictsOf(without)).toEqual(['products: no evidence  399']);
    expect(await shop.rows()).toEqual(damaged);

    const inputs = { tables: 'products', after: shop.path('after'), 'stamp-columns': 'updated_at' };
    const refused = await shop.repair(inputs);
    expect(refused.exitCode).toBe(1);
    expect(conflictsOf(refused)).toEqual(['products: changed since  10']);
    expect(await shop.rows()).toEqual(damaged);

    const done = await shop.repair({ phase: 'switch', backup: '', conflicts: 'keep' });
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(countsOf(done)).toEqual({ products: [0, 389] });
    const { products = {} } = await shop.rows();
    for (const [key, row] of Object.entries(products)) {
      const [id, was, now] = [Number(key), JSON.parse(damaged.products?.[key] as string), JSON.parse(row)];
      if (id >= 6 && id <= 15) expect(now).toEqual(was);
      else {
        expect(now).toEqual({ ...was, price: id + 0.25, updated_at: now.updated_at });
        expect(now.updated_at > was.updated_at).toBe(true);
      }
    }
    expect(Object.keys(products)).toHaveLength(399);

    await shop.query('UPDATE products SET price = 50 WHERE id = 20');
    const undone = await shop.repair({ phase: 'undo', backup: '', conflicts: 'keep' });
    expect(undone).toMatchObject({ errors: [], outputs: { result: 'done' } });
    const { products: again = {} } = await shop.rows();
    expect(JSON.parse(again['20'] as string).price).toBe(50);
    delete again['20'];
    const { '20': _, ...others } = damaged.products ?? {};
    expect(again).toEqual(others);
  });

  test('repair case 2: without a state from after the accident, the times of commits tell what it has changed', async () => {
    const time = async (later = '0 ms') => {
      const [row] = await shop.query<{ at: string }>(
        `SELECT to_char((clock_timestamp() + interval '${later}') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`,
      );
      return row?.at ?? '';
    };
    await shop.query(`UPDATE products SET price = 5 WHERE id = 399`);
    const since = await time('1 ms');
    await shop.query('UPDATE products SET price = 0 WHERE id < 399');
    const until = await time('1 ms');
    await shop.query(
      `UPDATE products SET name = 'renamed' WHERE id <= 5; UPDATE products SET price = 99 WHERE id BETWEEN 6 AND 15; DELETE FROM products WHERE id = 16`,
    );
    const damaged = await shop.rows();
    const inputs = { tables: 'products', since, until, 'stamp-columns': 'updated_at' };
    const refused = await shop.repair(inputs);
    expect(refused.exitCode).toBe(1);
    // A row has one time: who is renamed has it of then.
    expect(conflictsOf(refused)).toEqual(['products: changed since  15']);
    expect(await shop.rows()).toEqual(damaged);

    const done = await shop.repair({ phase: 'switch', backup: '', conflicts: 'keep' });
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(countsOf(done)).toEqual({ products: [1, 382] });
    const { products = {} } = await shop.rows();
    for (const [key, row] of Object.entries(products)) {
      const [id, now] = [Number(key), JSON.parse(row)];
      if (id <= 15 || id === 399) expect(row).toBe(damaged.products?.[key]);
      else expect(now).toMatchObject({ price: id + 0.25, name: `product ${id}` });
    }

    const future = await shop.repair({ ...inputs, until: '2100-01-01T00:00:00Z' });
    expect(future.errors[0]).toContain('`until` is in the future');
  });
});

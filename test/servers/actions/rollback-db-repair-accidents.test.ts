import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { VERSIONS } from '../../support/postgres/database.ts';
import { until } from '../../support/until.ts';
import { conflictsOf, countsOf, RepairShop } from './repair-shop.ts';

describe.each(VERSIONS)('accidents that strategy: repair mends on PostgreSQL %s', (version) => {
  let shop: RepairShop;
  beforeEach(async () => {
    shop = await RepairShop.create(version);
  });
  afterEach(() => shop.remove());

  async function refused(more: Record<string, string>, ...words: string[]): Promise<void> {
    const [rows, definition] = [await shop.rows(), await shop.definition()];
    const step = await shop.repair(more);
    expect({ code: step.exitCode, error: step.errors[0] }).toEqual({ code: 1, error: expect.any(String) });
    for (const word of words) expect(step.errors[0]).toContain(word);
    expect(await shop.rows()).toEqual(rows);
    expect(await shop.definition()).toEqual(definition);
  }

  test('repair case 3: who has the number of a deleted row today is somebody else: neither he nor what hung on that row is touched', async () => {
    const before = await shop.rows();
    await shop.query('TRUNCATE customers RESTART IDENTITY CASCADE');
    shop.dump('after');
    await shop.query(
      `INSERT INTO customers (email, name) SELECT CASE n WHEN 5 THEN 'user150@example.com' ELSE 'new' || n || '@example.com' END, 'stranger' FROM generate_series(1, 5) AS n`,
    );
    const damaged = await shop.rows();
    const asked = shop.withEvidence('customers\norders\nitems\nevents\ninvoices');
    await refused(asked, 'some rows cannot be repaired safely');

    const done = await shop.repair({ ...asked, conflicts: 'keep' });
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    const conflicts = conflictsOf(done);
    expect(conflicts).toEqual([
      'customers: collision  5',
      'customers: taken customers_email_key 1',
      'items: no parent items_order_id_fkey 36',
      'orders: no parent orders_customer_fkey 18',
    ]);
    expect(done.log).toContain('18 rows are back without a reference');
    const repaired = await shop.rows();
    for (const id of ['1', '2', '3', '4', '5'])
      expect(repaired.customers?.[id]).toBe(damaged.customers?.[id]);
    const strangers = await shop.query('SELECT id FROM orders WHERE customer <= 5 OR customer = 150');
    expect(strangers).toEqual([]);
    for (const [key, row] of Object.entries(repaired.customers ?? {}))
      if (Number(key) > 5) {
        const was = JSON.parse(before.customers?.[key] as string);
        const without = ['101', '102', '103', '104', '105', '250'].includes(key);
        expect(JSON.parse(row)).toEqual(without ? { ...was, referrer: null } : was);
      }
    expect(
      await shop.query(`INSERT INTO customers (email, name) VALUES ('x', 'x') RETURNING id > 300 AS ahead`),
    ).toEqual([{ ahead: true }]);
  });

  test('repair case 4: a column that was dropped is back with its values, its constraint and its comment; newer rows have none', async () => {
    await shop.query(
      `COMMENT ON COLUMN customers.email IS 'where to write to'; CREATE INDEX by_mail ON customers (lower(email));
       GRANT SELECT (email), UPDATE (email) ON customers TO pg_monitor`,
    );
    shop.dump('before');
    await shop.query('ALTER TABLE customers DROP COLUMN email');
    shop.dump('after');
    await shop.query(
      `INSERT INTO customers (name) VALUES ('newer'); UPDATE customers SET name = 'renamed' WHERE id = 3`,
    );
    const planned = await shop.repair(shop.withEvidence('customers', { 'dry-run': 'true' }));
    expect(planned).toMatchObject({ errors: [], outputs: { result: 'planned' } });
    expect(JSON.parse(planned.outputs.repair as string).objects).toEqual([
      { kind: 'column', name: 'public.customers.email', action: 'add back' },
    ]);

    const done = await shop.repair(shop.withEvidence('customers'));
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(countsOf(done)).toEqual({ customers: [0, 300] });
    expect(done.warnings.join()).toContain('public.customers.email was NOT NULL');
    expect(
      await shop.query(
        `SELECT count(*) FILTER (WHERE email = 'user' || id || '@example.com')::int AS back, count(*) FILTER (WHERE email IS NULL)::int AS none,
           count(*) FILTER (WHERE name = 'renamed')::int AS renamed FROM customers`,
      ),
    ).toEqual([{ back: 300, none: 1, renamed: 1 }]);
    const definition = JSON.stringify(await shop.definition());
    for (const part of ['customers_email_key', 'UNIQUE (email)', 'by_mail'])
      expect(definition).toContain(part);
    expect(
      await shop.query(
        `SELECT col_description('customers'::regclass, attnum) AS text FROM pg_attribute WHERE attrelid = 'customers'::regclass AND attname = 'email'`,
      ),
    ).toEqual([{ text: 'where to write to' }]);
    expect(
      await shop.query(
        `SELECT has_column_privilege('pg_monitor', 'customers', 'email', 'SELECT') AS reads, has_column_privilege('pg_monitor', 'customers', 'email', 'UPDATE') AS writes`,
      ),
    ).toEqual([{ reads: true, writes: true }]);
    expect(await shop.repair(shop.withEvidence('customers'))).toMatchObject({
      errors: [],
      outputs: { result: 'no-op' },
    });
  });

  test('a column that was renamed and damaged gets its values back under the name of today', async () => {
    await shop.query(
      `ALTER TABLE customers RENAME COLUMN email TO email_address; UPDATE customers SET email_address = id::text`,
    );
    shop.dump('after');
    await shop.query(`UPDATE customers SET email_address = 'newer' WHERE id = 3`);
    const renamed = { renamed: 'public.customers.email_address=email', conflicts: 'keep' };
    const done = await shop.repair(shop.withEvidence('customers', renamed));
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(countsOf(done)).toEqual({ customers: [0, 299] });
    expect(JSON.parse(done.outputs.repair as string).objects).toEqual([]);
    expect(
      await shop.query(
        `SELECT count(*) FILTER (WHERE email_address = 'user' || id || '@example.com')::int AS back, count(*) FILTER (WHERE email_address = 'newer')::int AS newer FROM customers`,
      ),
    ).toEqual([{ back: 299, newer: 1 }]);
    const unknown = await shop.repair(
      shop.withEvidence('customers', { renamed: 'public.customers.mail=email' }),
    );
    expect(unknown.errors[0]).toContain(
      'Input `renamed` names public.customers.mail, which is not a column today',
    );
  });

  test('repair case 6: constraints of the bad release that keep rows out are dropped where that is said, and only they', async () => {
    await shop.query(
      'DELETE FROM products WHERE id > 200; UPDATE customers SET name = id::text WHERE id > 290',
    );
    shop.dump('after');
    await shop.query(`ALTER TABLE products ADD CONSTRAINT cheap CHECK (price < 300), ADD CONSTRAINT named CHECK (name <> ''), ADD COLUMN colour text;
      UPDATE products SET colour = 'red'; ALTER TABLE products ALTER COLUMN colour SET NOT NULL`);
    const asked = shop.withEvidence('products');
    const kept = await shop.repair(asked);
    expect(kept.exitCode).toBe(1);
    const done = await shop.repair({ ...asked, 'new-constraints': 'drop' });
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(countsOf(done)).toEqual({ products: [200, 0] });
    expect(conflictsOf(done)).toEqual([]);
    expect(done.warnings.join()).toMatch(
      /colour is NOT NULL of public\.products is newer than the backup .*: it is dropped/,
    );
    expect(
      await shop.query(
        `SELECT conname AS name FROM pg_constraint WHERE conrelid = 'products'::regclass AND contype = 'c' ORDER BY 1`,
      ),
    ).toEqual([{ name: 'named' }]);
    expect(
      await shop.query(
        `SELECT attnotnull AS required FROM pg_attribute WHERE attrelid = 'products'::regclass AND attname = 'colour'`,
      ),
    ).toEqual([{ required: false }]);
  });

  test('repair case 9: two at once: one repairs, the other says who is at it and changes nothing', async () => {
    await shop.query('DELETE FROM customers WHERE id <= 100');
    shop.dump('after');
    const both = await Promise.all([1, 2].map(() => shop.repair(shop.withEvidence('customers'))));
    const [lost] = both.filter(({ exitCode }) => exitCode !== 0);
    expect(both.map(({ outputs }) => outputs.result).sort()).toEqual(['done', 'failed']);
    expect(lost?.errors[0]).toMatch(/ is being rolled back by rollback .*; wait for it/);
    expect(await shop.query('SELECT count(*)::int AS rows FROM customers')).toEqual([{ rows: 300 }]);
    expect(await shop.repair(shop.withEvidence('customers'))).toMatchObject({
      errors: [],
      outputs: { result: 'no-op' },
    });
  });

  test('repair case 5: a table that was dropped is back with its rows, what hung on it and what read it', async () => {
    await shop.query(`CREATE TYPE colour AS ENUM ('red', 'blue'); ALTER TABLE orders ADD COLUMN colour colour DEFAULT 'red';
      CREATE VIEW big AS SELECT id, customer FROM orders WHERE total > 100; CREATE VIEW bigger AS SELECT id FROM big WHERE customer > 100;
      CREATE MATERIALIZED VIEW sums AS SELECT customer, sum(total) AS total FROM orders GROUP BY customer; CREATE UNIQUE INDEX ON sums (customer);
      CREATE INDEX by_total ON orders (total); COMMENT ON TABLE orders IS 'what was ordered'; GRANT SELECT ON orders, big TO pg_monitor`);
    shop.dump('before');
    const [rows, definition] = [await shop.rows(), await shop.definition()];
    await shop.query('DROP TABLE orders CASCADE; DROP TYPE colour');
    shop.dump('after');
    await shop.query(`INSERT INTO customers (email, name) VALUES ('newer@example.com', 'newer')`);
    const planned = await shop.repair(
      shop.withEvidence('orders', { 'stamp-columns': '', 'dry-run': 'true' }),
    );
    expect(planned).toMatchObject({ errors: [], outputs: { result: 'planned' } });
    expect(countsOf(planned)).toEqual({ orders: [900, 0] });

    const done = await shop.repair(shop.withEvidence('orders', { 'stamp-columns': '' }));
    expect(done).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(JSON.parse(done.outputs.repair as string).objects).toEqual([
      { kind: 'table', name: 'public.orders', action: 'add back' },
    ]);
    expect(done.warnings.filter((line) => line.includes('could not'))).toEqual([]);
    expect((await shop.rows()).orders).toEqual(rows.orders);
    expect(await shop.definition()).toEqual(definition);
    expect(
      await shop.query(`SELECT (SELECT count(*)::int FROM bigger) AS bigger, (SELECT sum(total)::int FROM sums) AS sums,
        has_table_privilege('pg_monitor', 'orders', 'SELECT') AND has_table_privilege('pg_monitor', 'big', 'SELECT') AS granted, obj_description('orders'::regclass) AS text`),
    ).toEqual([{ bigger: 600, sums: 404550, granted: true, text: 'what was ordered' }]);
    expect(await shop.query('INSERT INTO orders (customer, total) VALUES (1, 1) RETURNING id')).toEqual([
      { id: '901' },
    ]);
    expect(await shop.repair(shop.withEvidence('orders', { 'stamp-columns': '' }))).toMatchObject({
      errors: [],
      outputs: { result: 'no-op' },
    });
  });

  test('repair case 4: a column whose type has changed is named with what brings it back, and then its values come back', async () => {
    await shop.query('ALTER TABLE products ALTER COLUMN price TYPE int');
    shop.dump('after');
    await shop.query('UPDATE products SET price = 7 WHERE id = 1');
    await refused(
      shop.withEvidence('products'),
      'ALTER TABLE public.products ALTER COLUMN "price" TYPE numeric(10,2)',
    );
    await shop.query('ALTER TABLE products ALTER COLUMN price TYPE numeric(10,2)');
    const done = await shop.repair(shop.withEvidence('products', { conflicts: 'keep' }));
    expect(countsOf(done)).toEqual({ products: [0, 399] });
    expect(await shop.query('SELECT count(*)::int AS n FROM products WHERE price = id + 0.25')).toEqual([
      { n: 399 },
    ]);
    expect(await shop.query('SELECT price::text FROM products WHERE id = 1')).toEqual([{ price: '7.00' }]);
  });

  test('repair case 6: rows that a newer constraint does not let in are counted, and the others come back', async () => {
    await shop.query('DELETE FROM products WHERE id <= 200');
    shop.dump('after');
    await shop.query(`ALTER TABLE products ADD CONSTRAINT cheap CHECK (price > 50); CREATE UNIQUE INDEX one_name ON products (lower(name));
      INSERT INTO products (id, name, price) VALUES (1000, 'PRODUCT 60', 99) ON CONFLICT DO NOTHING`);
    const step = await shop.repair(shop.withEvidence('products'));
    expect(step.exitCode).toBe(1);
    expect(conflictsOf(step)).toEqual(['products: taken one_name 1', 'products: constraint cheap 49']);
    const kept = await shop.repair(shop.withEvidence('products', { conflicts: 'keep' }));
    expect(countsOf(kept)).toEqual({ products: [150, 0] });

    await shop.query('ALTER TABLE invoices ADD COLUMN currency text; DELETE FROM invoices WHERE id <= 10');
    shop.dump('after');
    await shop.query(
      `UPDATE invoices SET currency = 'EUR'; ALTER TABLE invoices ALTER COLUMN currency SET NOT NULL`,
    );
    const lacking = await shop.repair(shop.withEvidence('invoices', { 'stamp-columns': '' }));
    expect(conflictsOf(lacking)).toEqual(['invoices: constraint currency is NOT NULL 10']);
  });

  test('repair case 7: what cannot be repaired is refused with all reasons before anything is changed', async () => {
    await shop.query(`ALTER TABLE invoices ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; ALTER TABLE products DROP CONSTRAINT products_pkey;
      DROP TABLE events_2025; DELETE FROM items`);
    // An archive says its time to the second.
    const second = () => Math.floor(Date.now() / 1000);
    const begun = second();
    await until(() => second() > begun);
    shop.dump('after', '--exclude-table-data=invoices');
    await refused(
      { ...shop.withEvidence('invoices\nproducts'), 'stamp-columns': 'updated_at' },
      'row-level security hides rows of public.invoices',
      'public.products has no primary key',
    );
    await refused(shop.withEvidence('nothing'), 'matches no table');
    await refused(
      shop.withEvidence('items', { columns: 'colour', 'stamp-columns': '' }),
      'no table that is meant has a column "colour"',
    );
    await refused(
      { tables: 'items', backup: shop.path('after'), after: shop.path('before') },
      '`after` is of',
    );
    await refused({ tables: 'items', strategy: 'swap' }, '`tables` is for `strategy: repair` alone');
    await refused({ strategy: 'repair' }, 'Input `tables` is required');
    const gone = await shop.repair(shop.withEvidence('events', { 'stamp-columns': '' }));
    expect(conflictsOf(gone)).toEqual(['events: no place no partition 184']);
  });

  test('unique values that the accident has swapped are named, and nothing is changed', async () => {
    await shop.query(`UPDATE customers SET email = 'x' WHERE id = 1; UPDATE customers SET email = 'user1@example.com' WHERE id = 2;
      UPDATE customers SET email = 'user2@example.com', name = 'spoilt' WHERE id = 1`);
    shop.dump('after');
    const before = await shop.rows();
    const { errors } = await shop.repair(shop.withEvidence('customers'));
    expect(errors).toEqual([
      expect.stringMatching(
        /^Not repaired, and no row was changed: .* swapped between rows, .* "customers_email_key"\. Set these back by hand, or name in `columns`/,
      ),
    ]);
    expect(await shop.rows()).toEqual(before);
    const others = await shop.repair(shop.withEvidence('customers', { columns: 'name' }));
    expect(others).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.query('SELECT name FROM customers WHERE id = 1')).toEqual([{ name: 'name 1' }]);
  });

  test('repair case 7: who holds a table is named, and nothing is changed', async () => {
    await shop.query('UPDATE products SET price = 0');
    shop.dump('after');
    const holder = await shop.connect('a long report');
    await holder.query('BEGIN; UPDATE products SET price = price WHERE id = 400');
    try {
      await refused(shop.withEvidence('products'), 'a long report');
    } finally {
      await holder.end();
    }
  });

  test('repair case 10: what a trigger writes elsewhere is told where triggers are on, and is nothing where they are off', async () => {
    await shop.query('DELETE FROM customers WHERE id = 9');
    shop.dump('after');
    const audit = async () =>
      (await shop.query<{ n: number }>('SELECT count(*)::int AS n FROM audit'))[0]?.n as number;
    const before = await audit();
    expect(await shop.repair(shop.withEvidence('customers'))).toMatchObject({
      errors: [],
      outputs: { result: 'done' },
    });
    expect(await audit()).toBe(before);
    await shop.repair({ phase: 'undo', backup: '' });
    const on = await shop.repair(shop.withEvidence('customers', { triggers: 'on' }));
    expect(on).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(on.warnings.join()).toContain('public.audit');
    expect(await audit()).toBeGreaterThan(before);
  });
});

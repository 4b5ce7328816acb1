/** Acceptance case 8 of a repair: users insert and update, every 20 ms each, while it goes on. `bench/repair.ts` measures how long they wait. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { StepResult } from '../../support/action.ts';
import { VERSIONS } from '../../support/postgres/database.ts';
import { conflictsOf, countsOf, RepairShop } from './repair-shop.ts';

/** The first one that a user inserts. */
const NEWER = 2_000_000;

describe.each(VERSIONS)('a repair while users are at work on PostgreSQL %s', (version) => {
  let shop: RepairShop;
  let rows = 0;
  afterEach(() => shop.remove());

  /** With so many products. */
  async function open(many: number): Promise<void> {
    rows = many;
    shop = await RepairShop.create(version);
    await shop.query(
      `INSERT INTO products (id, name, price) SELECT n, 'more ' || n, n FROM generate_series(401, ${rows}) AS n; UPDATE products SET price = id WHERE id <= 400`,
    );
    shop.dump('before');
  }

  /** What the accident does, without the time that triggers take. */
  async function damage(where: string): Promise<void> {
    await shop.query(
      `ALTER TABLE products DISABLE TRIGGER stamp; UPDATE products SET price = 0 WHERE ${where}; ALTER TABLE products ENABLE TRIGGER stamp`,
    );
    shop.dump('after');
  }

  const inputs = (more: Record<string, string> = {}) => ({
    ...{ tables: 'products', after: shop.path('after'), 'stamp-columns': 'updated_at', conflicts: 'keep' },
    ...more,
  });

  let turn = 0;
  /** A repair with two users beside it, none of whose statements fails. */
  async function besideUsers(
    more: Record<string, string>,
  ): Promise<{ step: StepResult; written: Map<number, number>; inserted: number[] }> {
    const written = new Map<number, number>();
    const inserted: number[] = [];
    let isOver = false;
    const begun = shop.start(inputs(more));
    void begun.result.finally(() => {
      isOver = true;
    });
    const [updates, inserts] = await Promise.all([shop.connect('updates'), shop.connect('inserts')]);
    const user = async (statement: (turn: number) => Promise<unknown>) => {
      for (; !isOver; await wait(20)) await statement(++turn);
    };
    const users = [
      user(async (turn) => {
        const id = 1 + ((turn * 7919) % rows);
        await updates.query(`UPDATE products SET price = ${turn}.5 WHERE id = ${id}`);
        written.set(id, turn + 0.5);
      }),
      user(async (turn) => {
        await inserts.query(
          `INSERT INTO products (id, name, price) VALUES (${NEWER + turn}, 'new', ${turn})`,
        );
        inserted.push(NEWER + turn);
      }),
    ];
    const step = await begun.result;
    await Promise.all(users);
    await Promise.all([updates.end(), inserts.end()]);
    return { step, written, inserted };
  }

  /** That users' changes are there, and everything else is what it was. */
  async function nothingIsLost(written: Map<number, number>, inserted: readonly number[]): Promise<void> {
    expect(written.size).toBeGreaterThan(20);
    const values = [...written].map(([id, price]) => `(${id}, ${price})`);
    expect(
      await shop.query(
        `WITH written AS (SELECT * FROM (VALUES ${values.join(', ')}) AS v (id, price))
         SELECT (SELECT count(*)::int FROM written NATURAL JOIN products) AS kept,
           (SELECT count(*)::int FROM products WHERE id = ANY (ARRAY[${inserted.join(', ')}])) AS inserted,
           (SELECT count(*)::int FROM products AS p WHERE id <= ${rows} AND price <> id AND NOT EXISTS (SELECT FROM written AS w WHERE w.id = p.id)) AS other`,
      ),
    ).toEqual([{ kept: written.size, inserted: inserted.length, other: 0 }]);
  }

  test('repair case 8: of 1 % of a million rows: no error, and none of their changes is lost', async () => {
    await open(1_000_000);
    await damage('id % 100 = 0');
    const { step, written, inserted } = await besideUsers({});
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(countsOf(step).products?.[1]).toBeGreaterThan(9000);
    expect(conflictsOf(step).every((line) => line.startsWith('products: changed since'))).toBe(true);
    await nothingIsLost(written, inserted);
  });

  test('repair case 8: of all rows: refused by `max-wait`, which names `batch`, and done with it', async () => {
    await open(100_000);
    await damage('true');
    const refused = await shop.repair(inputs({ 'max-wait': '1s' }));
    expect(refused.exitCode).toBe(1);
    expect(refused.errors[0]).toMatch(
      /writers would wait about 5 s, longer than `max-wait` allows \(1 s\); `batch: 10000` writes that many rows at a time/,
    );
    expect(await shop.query('SELECT id FROM products WHERE price <> 0')).toEqual([]);
    await shop.repair({ phase: 'clean', keep: '0', backup: '' });

    const { step, written, inserted } = await besideUsers({ 'max-wait': '1s', batch: '10000' });
    expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(step.record.filter(({ step }) => step === 'repair batch').length).toBeGreaterThanOrEqual(9);
    await nothingIsLost(written, inserted);
  });

  test('of rows that are inserted without a trigger: nobody waits, whatever their number', async () => {
    shop = await RepairShop.create(version);
    await shop.query(
      'CREATE TABLE plain (id int PRIMARY KEY, name text); INSERT INTO plain SELECT n, n FROM generate_series(1, 60000) AS n',
    );
    shop.dump('before', '--table=plain');
    await shop.query('DELETE FROM plain');
    shop.dump('after', '--table=plain');
    const asked = { tables: 'plain', after: shop.path('after'), 'max-wait': '1s' };
    expect(await shop.repair(asked)).toMatchObject({ errors: [], outputs: { result: 'done' } });
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { VERSIONS } from '../../support/postgres/database.ts';
import { ShopDatabase } from './shop-database.ts';

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
    expect(await shop.beside()).toEqual([step.outputs['previous-database']]);
    expect(Number(step.outputs['downtime-seconds'])).toBeGreaterThan(0);
    console.log(step.log, step.summary, step.outputs);
  }, 60_000);
});

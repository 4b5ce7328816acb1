import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { VERSION } from '../../support/postgres/database.ts';
import { recorded } from '../../support/record.ts';
import { RepairShop } from './repair-shop.ts';

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

describe('repair case 9: a repair that is killed', () => {
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
      await shop.unlocked();

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

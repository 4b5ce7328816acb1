/** What a rollback leaves beside the database for the next one, and what a snapshot says of it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeSnapshot } from '../../../src/domain/snapshots/snapshot.ts';
import { VERSIONS } from '../../support/postgres/database.ts';
import { capture } from '../integrity/engine.ts';
import { ShopDatabase } from './shop-database.ts';

describe.each(VERSIONS)('rollback-db on PostgreSQL %s', (version) => {
  let shop: ShopDatabase;
  beforeEach(async () => {
    shop = await ShopDatabase.create(version);
  });
  afterEach(() => shop.remove());

  test.each<1 | 2>([1, 2])(
    'K2: a snapshot that left tables out says nothing about them, whatever version it has: %s',
    async (snapshotVersion) => {
      await shop.rollBack();
      const snapshot = join(mkdtempSync(join(tmpdir(), 'snapshot-')), 'backup.snapshot.json');
      const captured = await capture(shop.url, { exclude: ['audit_logs'], version: snapshotVersion });
      expect(captured.tables).toHaveLength(2);
      writeSnapshot(snapshot, captured);
      await shop.database.query(`DELETE FROM users WHERE id > 1000`);
      expect(await shop.rollBack({ snapshot })).toMatchObject({ errors: [], outputs: { result: 'done' } });
      expect(await shop.state()).toBe('backup');
    },
  );

  test('a rollback that was undone can be done and undone once more under the same id', async () => {
    for (const phase of ['all', 'undo', 'all', 'undo'])
      expect(await shop.rollBack({ phase, 'rollback-id': 'same' })).toMatchObject({
        errors: [],
        outputs: { result: 'done' },
      });
    expect(await shop.state()).toBe('bad release');
    expect(await shop.beside()).toHaveLength(2);
  });

  test('D3: keep says how many replaced databases stay; the first of a chain stays, and undo leads back to it', async () => {
    const kept = (step: { outputs: Record<string, string> }) => step.outputs['previous-database'] as string;
    const first = await shop.rollBack({}, { run: '1' });
    await shop.database.query('DROP TABLE users CASCADE');
    const second = await shop.rollBack({ keep: '2', accept: 'data-loss' }, { run: '2' });
    expect(await shop.beside()).toEqual([kept(first), kept(second)].sort());
    // Counted against what users last wrote, which only the first one has.
    expect(JSON.parse(second.outputs['data-loss'] as string)).toMatchObject({
      against: kept(first),
      tables: expect.arrayContaining([expect.objectContaining({ table: 'public.bad_idea', lost: 1 })]),
    });
    const third = await shop.rollBack({ keep: '1' }, { run: '3' });
    expect(await shop.beside()).toEqual([kept(first), kept(third)].sort());
    for (const run of ['4', '5']) await shop.rollBack({ phase: 'undo', backup: '' }, { run });
    expect(await shop.state()).toBe('bad release');
    const again = await shop.rollBack({ phase: 'undo', backup: '' }, { run: '6' });
    expect(again.outputs.result).toBe('no-op');
    expect(await shop.state()).toBe('bad release');
  });

  test('D3: clean drops the first of a chain where somebody names it, and not otherwise', async () => {
    const { outputs } = await shop.rollBack();
    const name = outputs['previous-database'] as string;
    const spared = await shop.rollBack({ phase: 'clean', backup: '', keep: '0' });
    expect(spared.outputs.result).toBe('no-op');
    expect(spared.log).toContain(`with \`accept: <its name>\` alone ("${name}")`);
    const cleaned = await shop.rollBack({ phase: 'clean', backup: '', keep: '0', accept: name });
    expect(cleaned.outputs.result).toBe('done');
    expect(await shop.beside()).toEqual([]);
    expect(cleaned.record).toContainEqual(
      expect.objectContaining({ component: 'consent', step: `accept ${name}` }),
    );
  });
});

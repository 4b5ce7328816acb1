/** "Re-run jobs" of a run that has done its work, when others have gone on since or the same run deploys once more. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { queryOn, VERSION } from '../../support/postgres/database.ts';
import { RepairShop } from '../actions/repair-shop.ts';
import { ShopDatabase } from '../actions/shop-database.ts';

const done = { errors: [], outputs: { result: 'done' } };
/** As GitHub starts the jobs of a run once more. */
const again = (run: string) => ({ run, env: { GITHUB_RUN_ATTEMPT: '2' } });

describe('a run that has switched', () => {
  let shop: ShopDatabase;
  beforeEach(async () => {
    shop = await ShopDatabase.create(VERSION);
  });
  afterEach(() => shop.remove());
  const write = () => shop.database.query(`INSERT INTO audit_logs (line) VALUES ('written since')`);
  const written = async () =>
    (await shop.database.query(`SELECT FROM audit_logs WHERE line = 'written since'`)).length;

  test('does not switch again where another run has undone it, and says so in the plan', async () => {
    expect(await shop.rollBack({}, { run: '1' })).toMatchObject(done);
    expect(await shop.rollBack({ phase: 'undo', backup: '' }, { run: '2' })).toMatchObject(done);
    await write();
    const said = [
      expect.stringMatching(
        /^This run has switched "shop_.*" at .* already, and it was undone at .* by run 2; nothing was changed, .* start a new run\.$/,
      ),
    ];
    for (const inputs of [{}, { phase: 'prepare' }, { 'dry-run': 'true' }])
      expect((await shop.rollBack(inputs, again('1'))).errors).toEqual(said);
    expect([await shop.state(), await written()]).toEqual(['bad release', 1]);
    expect(await shop.rollBack({}, { run: '3' })).toMatchObject(done);
  });

  test('does not switch again where another run has gone back further since', async () => {
    expect(await shop.rollBack({}, { run: '1' })).toMatchObject(done);
    const older = `${shop.backup}.older`;
    shop.dump(older, '--format=custom');
    // What would be lost is counted from what users wrote last, which is kept since the first switch.
    const agreed = { accept: 'public.bad_idea' };
    expect(await shop.rollBack({ backup: older, ...agreed }, { run: '2' })).toMatchObject(done);
    await write();
    const { errors } = await shop.rollBack({}, again('1'));
    expect(errors).toEqual([
      expect.stringMatching(/it was switched again at .* by run 2; nothing was changed/),
    ]);
    expect(await written()).toBe(1);
  });

  // `backup: ${{ steps.newest.outputs.key }}` is another one in the second attempt.
  test('does not go back to a backup that was found meanwhile', async () => {
    expect(await shop.rollBack({}, { run: '1' })).toMatchObject(done);
    await write();
    const newer = `${shop.backup}.newer`;
    shop.dump(newer, '--format=custom');
    await write();
    const { errors } = await shop.rollBack({ backup: newer }, again('1'));
    expect(errors).toEqual([
      expect.stringMatching(/^This run has switched .* already, to .*backup\.dump; nothing was changed/),
    ]);
    expect(await written()).toBe(2);
    // One attempt may go on by itself.
    const agreed = { accept: 'public.bad_idea' };
    expect(await shop.rollBack({ backup: newer, ...agreed }, { run: '1' })).toMatchObject(done);
    expect(await shop.rollBack({}, again('1'))).toMatchObject({ errors: [], outputs: { result: 'no-op' } });
    expect(await written()).toBe(1);
  });

  // The README's workflow deploys and rolls back in one run; its failed jobs are run again with a mended migration that fails as well.
  test('switches again where it has deployed once more and that broke it', async () => {
    expect(await shop.rollBack({ 'deployed-at': '2026-11-22T10:00:00Z' }, { run: '1' })).toMatchObject(done);
    await queryOn(shop.url, 'DELETE FROM users WHERE id <= 100; CREATE TABLE bad_idea (x int)');
    const same = await shop.rollBack({ 'deployed-at': '2026-11-22T10:00:00Z' }, again('1'));
    expect(same).toMatchObject({ errors: [], outputs: { result: 'no-op' } });
    const deployed = { 'deployed-at': new Date().toISOString() };
    const planned = await shop.rollBack({ ...deployed, 'dry-run': 'true' }, again('1'));
    expect(planned.log).toContain('would be restored');
    for (const phase of ['prepare', 'switch'])
      expect(await shop.rollBack({ ...deployed, phase }, again('1'))).toMatchObject(done);
    expect(await shop.state()).toBe('backup');
    const third = await shop.rollBack(deployed, again('1'));
    expect(third).toMatchObject({ errors: [], outputs: { result: 'no-op' } });
  });

  test('to undo does not undo what another run has brought since', async () => {
    expect(await shop.rollBack({}, { run: '1' })).toMatchObject(done);
    expect(await shop.rollBack({ phase: 'undo', backup: '' }, { run: '2' })).toMatchObject(done);
    expect(await shop.rollBack({}, { run: '3' })).toMatchObject(done);
    const undo = { phase: 'undo', backup: '' };
    const planned = await shop.rollBack({ ...undo, 'dry-run': 'true' }, again('2'));
    expect(planned.log).toMatch(/nothing would be undone: this run has undone .* run 3 .* a new run/);
    const step = await shop.rollBack(undo, again('2'));
    expect(step).toMatchObject({ errors: [], outputs: { result: 'no-op' } });
    expect(await shop.state()).toBe('backup');
    expect(await shop.rollBack(undo, { run: '4' })).toMatchObject(done);
    expect(await shop.state()).toBe('bad release');
  });
});

describe('a run that has repaired', () => {
  let shop: RepairShop;
  beforeEach(async () => {
    shop = await RepairShop.create(VERSION);
    await shop.query('DELETE FROM invoices WHERE id <= 100');
  });
  afterEach(() => shop.remove());
  const repair = (run: object, more = {}) => shop.repair({ tables: 'invoices', ...more }, run);
  const undo = { phase: 'undo', backup: '', tables: '' };
  const missing = async () => 300 - (await shop.query('SELECT FROM invoices')).length;

  test('does not repair again what another run has taken back, and takes back no later one', async () => {
    expect(await repair({ run: '1' })).toMatchObject(done);
    expect(await repair({ run: '2' }, undo)).toMatchObject(done);
    for (const more of [{}, { phase: 'prepare' }])
      expect((await repair(again('1'), more)).errors).toEqual([
        expect.stringMatching(
          /^This run has repaired .* run 2 has taken that back at .*; nothing was changed\./,
        ),
      ]);
    expect(await missing()).toBe(100);
    expect(await repair({ run: '3' })).toMatchObject(done);
    expect(await repair(again('2'), undo)).toMatchObject({ errors: [], outputs: { result: 'no-op' } });
    expect(await missing()).toBe(0);
  });

  test('repairs again where it has deployed once more and that broke it', async () => {
    expect(await repair({ run: '1' }, { 'deployed-at': '2026-11-22T10:00:00Z' })).toMatchObject(done);
    await shop.query('DELETE FROM invoices WHERE id <= 50');
    const deployed = { 'deployed-at': new Date().toISOString() };
    for (const result of ['done', 'no-op'])
      expect(await repair(again('1'), deployed)).toMatchObject({ errors: [], outputs: { result } });
    expect(await missing()).toBe(0);
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { runAction } from '../../support/action.ts';
import { createDatabase, VERSION } from '../../support/postgres/database.ts';
import { dumpProgram, newestProgram } from '../../support/postgres/tools.ts';
import { recorded } from '../../support/record.ts';
import { ShopDatabase } from './shop-database.ts';

let shop: ShopDatabase;
let temp: string;
beforeEach(async () => {
  shop = await ShopDatabase.create(VERSION);
  temp = mkdtempSync(join(tmpdir(), 'in-place-'));
});
afterEach(() => shop.remove());

const inPlace = (more: Record<string, string> = {}) =>
  shop.rollBack({ strategy: 'in-place', ...more }, { temp });

/** What pg_restore lists of a dump. */
const contentsOf = (path: string) =>
  execFileSync(newestProgram('pg_restore'), ['--list', path], { encoding: 'utf8' });

/** Runs the restore in place while a session of an application holds what a statement has locked. */
async function whileLocked(statement: string) {
  const client = new pg.Client({ connectionString: shop.url, application_name: 'forgotten' });
  await client.connect();
  await client.query(`BEGIN; ${statement}`);
  const step = await inPlace();
  await client.end();
  return step;
}

describe('in place, the old contents stay', () => {
  afterEach(async () => {
    expect(await shop.state()).toBe('bad release');
  });

  test('where a prepared transaction holds them, which is said before anything is fetched', async () => {
    await shop.database.query(`BEGIN; DELETE FROM audit_logs; PREPARE TRANSACTION '${shop.name}'`);
    const step = await inPlace({ backup: '/nowhere' });
    await shop.database.query(`ROLLBACK PREPARED '${shop.name}'`);
    expect(step.errors).toEqual([expect.stringContaining(`prepared transactions hold it (${shop.name})`)]);
  });

  test('where a session does not let go of a table, which is named instead of waited for', async () => {
    const step = await whileLocked('SELECT FROM users');
    expect(step.errors).toEqual([
      expect.stringMatching(/could not be replaced, and are as they were: .* 10 s .*"forgotten"/),
    ]);
  });

  test('where a table cannot even be dumped', async () => {
    const step = await whileLocked('LOCK TABLE users');
    expect(step.errors).toEqual([expect.stringMatching(/are as they were: .* 10 s .*"forgotten"/)]);
  });

  test('where a plain backup, which does not say of what it is, turns out to be of something else', async () => {
    const other = await createDatabase(VERSION, { sql: 'CREATE TABLE cats AS SELECT 1 AS lives' });
    const backup = join(temp, 'other.sql');
    execFileSync(dumpProgram(other.url), ['--no-owner', `--file=${backup}`, `--dbname=${other.url}`]);
    await other.drop();
    const step = await inPlace({ backup });
    expect(step.errors).toEqual([
      expect.stringContaining(
        'none of the tables that are there, so it is of another database; nothing was changed',
      ),
    ]);
  });
});

test('in place, contents that are not what the snapshot says are no success', async () => {
  const snapshot = join(temp, 'snapshot.json');
  const captured = await runAction('verify-integrity', {
    with: { mode: 'capture', 'database-url': shop.url, snapshot },
  });
  expect(captured.errors).toEqual([]);
  const step = await inPlace({ snapshot, accept: 'public.bad_idea' });
  expect(step.errors).toEqual([
    expect.stringMatching(/not what the backup's snapshot says: .*what was there before is in .*\.dump/),
  ]);
});

test('in place, the dump of an earlier attempt is never written over', async () => {
  const path = join(temp, 'safety.dump');
  const first = await inPlace({ 'safety-dump': path });
  expect(first).toMatchObject({ errors: [], outputs: { 'safety-dump': path } });
  const bytes = readFileSync(path);
  const second = await inPlace({ 'safety-dump': path });
  expect(second).toMatchObject({ errors: [], outputs: { 'safety-dump': join(temp, 'safety-2.dump') } });
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(contentsOf(path)).toContain('bad_idea');
});

test.each([
  ['action started', 1],
  ['fetch started', 2],
  ['fetch done', 3],
  ['safety dump started', 4],
  ['safety dump done', 5],
  ['restore in place started', 6],
  ['restore in place done', 7],
] as const)(
  'in place, killed after "%s" ends done when it is run again, with the old contents in a dump',
  async (event, count) => {
    const dump = join(temp, 'safety.dump');
    const inputs = { strategy: 'in-place', 'safety-dump': dump, 'rollback-id': `k${count}` };
    const killed = shop.start(inputs, { temp, run: `k${count}` });
    await recorded(temp, (events) => events.length >= count);
    killed.process.kill('SIGKILL');
    const { record } = await killed.result;
    expect(record.map(({ step, status }) => `${step} ${status}`)).toContain(event);
    await shop.unlocked();
    expect(['backup', 'bad release']).toContain(await shop.state());
    const again = await shop.rollBack(inputs, { temp, run: `k${count}` });
    expect(again).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
    expect(await shop.state()).toBe('backup');
    const kept = [dump, again.outputs['safety-dump'] as string].filter((path) => existsSync(path));
    expect(kept.some((path) => isWhole(path) && contentsOf(path).includes('bad_idea'))).toBe(true);
  },
);

/** An attempt that was killed may have left the half of a dump. */
function isWhole(path: string): boolean {
  try {
    execFileSync(newestProgram('pg_restore'), ['--file=/dev/null', path], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

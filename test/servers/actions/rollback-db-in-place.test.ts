import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { writeSnapshot } from '../../../src/domain/snapshots/snapshot.ts';
import { createDatabase, VERSION } from '../../support/postgres/database.ts';
import { dumpProgram, newestProgram } from '../../support/postgres/tools.ts';
import { recorded } from '../../support/record.ts';
import { capture } from '../integrity/engine.ts';
import { ShopDatabase } from './shop-database.ts';

let shop: ShopDatabase;
let temp: string;
beforeEach(async () => {
  shop = await ShopDatabase.create(VERSION);
  temp = mkdtempSync(join(tmpdir(), 'in-place-'));
});
afterEach(() => shop.remove());

const inPlace = (more: Record<string, string> = {}, run = 'a run') =>
  shop.rollBack({ strategy: 'in-place', ...more }, { temp, run });

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

test.each<1 | 2>([1, 2])(
  'in place, contents that are not what the snapshot says are no success: version %s',
  async (version) => {
    const snapshot = join(temp, 'snapshot.json');
    writeSnapshot(snapshot, await capture(shop.url, { version }));
    const step = await inPlace({ snapshot, accept: 'public.bad_idea' });
    const refused = [
      expect.stringMatching(/not what the backup's snapshot says: .*what was there before is in .*\.dump/),
    ];
    expect(step.errors).toEqual(refused);
    // To be run again makes it no success either, and restores nothing once more.
    await shop.database.query(`INSERT INTO audit_logs (line) VALUES ('written since')`);
    const again = await inPlace({ snapshot, accept: 'public.bad_idea' });
    expect(again.errors).toEqual(refused);
    expect(await written()).toBe(1);
  },
);

/** Rows that users wrote after a restore. */
const written = async () =>
  (await shop.database.query(`SELECT FROM audit_logs WHERE line = 'written since'`)).length;

const comment = async () => {
  const [row] = await shop.database.query<{ comment: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = current_database()`,
  );
  return row?.comment;
};

test('in place, a job that is run again after its success keeps what was written since', async () => {
  await shop.database.query(`COMMENT ON DATABASE "${shop.name}" IS 'the shop''s own words'`);
  const first = await inPlace();
  expect(first).toMatchObject({ errors: [], outputs: { result: 'done' } });
  await shop.database.query(`INSERT INTO audit_logs (line) VALUES ('written since')`);
  const again = await inPlace();
  expect(again).toMatchObject({
    errors: [],
    outputs: { result: 'no-op', 'safety-dump': first.outputs['safety-dump'] },
  });
  expect(again.log).toMatch(/were replaced by this run at .* already, and what was written since stays/);
  expect(await written()).toBe(1);
  expect(await comment()).toMatch(/^the shop's own words\nrollback-actions in place: \{[^\n]*\}$/);
});

test('in place, another run and another backup are restored, and so is the same one after a switch', async () => {
  const notes = () => comment().then((text) => text?.match(/in place/g)?.length ?? 0);
  const steps = [await inPlace(), await inPlace({}, 'another run')];
  expect(await notes()).toBe(1);
  steps.push(await shop.rollBack({}, { temp, run: 'a swap' }));
  expect(await notes()).toBe(0);
  steps.push(await inPlace({}, 'another run'));
  expect(steps.map(({ errors, outputs }) => [errors, outputs.result])).toEqual(steps.map(() => [[], 'done']));
});

test('in place, who could leave no note is asked before a later attempt restores once more', async () => {
  await shop.database.query(
    `ALTER DATABASE "${shop.name}" OWNER TO CURRENT_USER; GRANT USAGE, CREATE ON SCHEMA public TO "${shop.owner}";
     GRANT TEMPORARY ON DATABASE "${shop.name}" TO "${shop.owner}"`,
  );
  const first = await inPlace();
  expect(first).toMatchObject({
    errors: [],
    warnings: expect.arrayContaining([
      expect.stringMatching(/could not be noted on it .* do not run this again/),
    ]),
  });
  await shop.database.query(`INSERT INTO audit_logs (line) VALUES ('written since')`);
  const attempt = { temp, run: 'a run', env: { GITHUB_RUN_ATTEMPT: '2' } };
  const again = await shop.rollBack({ strategy: 'in-place' }, attempt);
  expect(again.errors).toEqual([
    expect.stringMatching(/is unknown, .* nothing was changed; .*`accept: unknown`/),
  ]);
  expect(await written()).toBe(1);
  const agreed = await shop.rollBack({ strategy: 'in-place', accept: 'unknown' }, attempt);
  expect(agreed).toMatchObject({ errors: [], outputs: { result: 'done' } });
});

test('in place, the dump of an earlier attempt is never written over', async () => {
  const path = join(temp, 'safety.dump');
  const first = await inPlace({ 'safety-dump': path });
  expect(first).toMatchObject({ errors: [], outputs: { 'safety-dump': path } });
  const bytes = readFileSync(path);
  const second = await inPlace({ 'safety-dump': path }, 'another run');
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
    // Killed after the restore, it may have left its note or not.
    const result = count < 7 ? 'done' : expect.stringMatching(/^(done|no-op)$/);
    expect(again).toMatchObject({ errors: [], exitCode: 0, outputs: { result } });
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

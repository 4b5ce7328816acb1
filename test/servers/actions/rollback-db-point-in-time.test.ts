/** The bundle goes back to a moment that no dump is of. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { runAction } from '../../support/action.ts';
import { type Archived, startArchived } from '../../support/postgres/pgbackrest.ts';
import { until } from '../../support/until.ts';

const NAME = 'sparc_prod';
let archived: Archived;
const times = { one: '', two: '', three: '', beforeAny: '' };

const source = (time: string) => `pgbackrest://main?time=${time}&config=${archived.config}`;

async function rollBack(time: string, inputs: Record<string, string> = {}) {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  execFileSync('chmod', ['711', temp]);
  const step = await runAction('rollback-db', {
    temp,
    with: {
      'database-url': archived.cluster.url(NAME),
      backup: source(time),
      confirm: NAME,
      reason: 'test',
      ...inputs,
    },
  });
  const left = readdirSync(temp).filter((name) => name.startsWith('rollback-') && !name.endsWith('.jsonl'));
  return { ...step, left };
}

const rows = async () =>
  (await archived.cluster.query<{ v: string }>('SELECT v FROM t ORDER BY v', NAME)).map(({ v }) => v);

async function now(): Promise<string> {
  const [row] = await archived.cluster.query<{ time: string }>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') AS time`,
  );
  return row?.time ?? '';
}

beforeAll(async () => {
  archived = await startArchived();
  const { query } = archived.cluster;
  times.beforeAny = await now();
  await query(`CREATE DATABASE ${NAME}`);
  await query('CREATE TABLE t (v text PRIMARY KEY)', NAME);
  await query(
    'CREATE TABLE kept AS SELECT generate_series(1, 20) AS id; ALTER TABLE kept ADD PRIMARY KEY (id)',
    NAME,
  );
  archived.backup();
  const [set] = await query<{ next: string }>(
    `SELECT pg_sleep_until(date_trunc('second', clock_timestamp()) + interval '1 second')::text AS next`,
  );
  expect(set).toBeDefined();
  await query(`INSERT INTO t VALUES ('one')`, NAME);
  times.one = await now();
  await query(`INSERT INTO t VALUES ('two')`, NAME);
  times.two = await now();
  await query(`UPDATE t SET v = 'spoiled ' || v`, NAME);
  await query('DELETE FROM kept WHERE id <= 10', NAME);
  times.three = await now();
  await query('DELETE FROM kept WHERE id = 15; INSERT INTO kept VALUES (21)', NAME);
  await archived.archive();
});
afterAll(() => archived.remove());

test('a repair has both moments from one repository: before the accident, and right behind it', async () => {
  const after = source(times.three);
  const step = await rollBack(times.two, { strategy: 'repair', tables: 'kept', after });
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' }, left: [] });
  const [found] = await archived.cluster.query(
    'SELECT count(*)::int AS rows, count(*) FILTER (WHERE id <= 10)::int AS back, bool_or(id = 15) AS deleted, bool_or(id = 21) AS newer FROM kept',
    NAME,
  );
  expect(found).toEqual({ rows: 20, back: 10, deleted: false, newer: true });
  expect(await rows()).toEqual(['spoiled one', 'spoiled two']);
});

test('what is prepared of one time is not taken for another', async () => {
  const prepared = await rollBack(times.one, { phase: 'prepare' });
  expect(prepared).toMatchObject({ errors: [], outputs: { result: 'done' }, left: [] });
  expect(await rows()).toEqual(['spoiled one', 'spoiled two']);
  const step = await rollBack(times.two);
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' }, left: [] });
  expect(await rows()).toEqual(['one', 'two']);
  const loss = JSON.parse(step.outputs['data-loss'] as string);
  expect(Date.parse(loss.backupTime)).toBe(Date.parse(times.two));
  const done = step.record.filter(({ status }) => status === 'done').map((event) => event.step);
  expect(done.slice(0, 4)).toEqual(['restore cluster', 'recover', 'dump', 'fetch']);
});

test.each(['true', 'false'])(
  'a time without a backup is refused before anything is done, dry-run %s',
  async (dry) => {
    const step = await rollBack(times.beforeAny, { 'dry-run': dry });
    expect(step.errors).toEqual([
      expect.stringMatching(/^The oldest set .* ended at .*; take a later time\.$/),
    ]);
    expect(step.left).toEqual([]);
  },
);

/** What `action: check` says of the database, by its checks. */
async function check(backup: string) {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  execFileSync('chmod', ['711', temp]);
  const orders = { kind: 'database', backup, confirm: NAME, 'database-url': { env: 'DATABASE_URL' } };
  const path = join(temp, 'rollback.yml');
  writeFileSync(path, stringify({ environments: { prod: { components: { orders } } } }));
  const { outputs } = await runAction('rollback', {
    temp,
    with: { action: 'check', config: path },
    env: { DATABASE_URL: archived.cluster.url(NAME) },
  });
  const lines = JSON.parse(outputs.checks ?? '[]') as { check: string; state: string; evidence: string }[];
  return new Map(lines.map(({ check: name, state, evidence }) => [name, `${state}: ${evidence}`]));
}

test('a check tells which times there are, and whether the server still archives', async () => {
  const stanza = `pgbackrest://main?config=${archived.config}`;
  const seen = await check(stanza);
  expect(seen.get('backup')).toMatch(
    /^ok: the stanza "main" has every time since 20\S+Z \(a set\), and this machine can recover it$/,
  );
  expect(seen.get('archive')).toMatch(/^ok: the server archived at 20\S+Z$/);
  expect((await check(`${stanza}&time=${times.beforeAny}`)).get('backup')).toMatch(
    /^not-ready: The oldest set .* take a later time$/,
  );
  expect((await check(stanza.replace('main', 'other'))).get('backup')).toMatch(
    /^not-ready: .*no stanza "other"/,
  );

  const { query } = archived.cluster;
  const failures = async () =>
    (await query<{ failed: string }>('SELECT failed_count AS failed FROM pg_stat_archiver'))[0]?.failed;
  const before = await failures();
  await query(`ALTER SYSTEM SET archive_command = 'false'`);
  await query('SELECT pg_reload_conf()');
  await query(`INSERT INTO t VALUES ('three')`, NAME);
  await query('SELECT pg_switch_wal()');
  await until(
    async () => (await failures()) !== before,
    () => 'the archive fails',
  );
  expect((await check(stanza)).get('archive')).toMatch(
    /^not-ready: the server cannot archive what was written since 20\S+Z; it tried at 20\S+Z$/,
  );
});

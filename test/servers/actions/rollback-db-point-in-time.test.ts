/** The bundle goes back to a moment that no dump is of. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runAction } from '../../support/action.ts';
import { type Archived, startArchived } from '../../support/postgres/pgbackrest.ts';

const NAME = 'sparc_prod';
let archived: Archived;
const times = { one: '', two: '', beforeAny: '' };

async function rollBack(time: string, inputs: Record<string, string> = {}) {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  execFileSync('chmod', ['711', temp]);
  const step = await runAction('rollback-db', {
    temp,
    with: {
      'database-url': archived.cluster.url(NAME),
      backup: `pgbackrest://main?time=${time}&config=${archived.config}`,
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
  await archived.archive();
});
afterAll(() => archived.remove());

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

import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runAction, type StepResult } from '../../support/action.ts';
import { createDatabase, type TestDatabase, urlOf, VERSIONS } from '../../support/postgres/database.ts';

const HOSTILE = 'a"; drop table x; --';
const SCHEMA = `
  CREATE TABLE orders (id integer PRIMARY KEY, total numeric, note text);
  INSERT INTO orders SELECT g, g * 1.5, 'note ' || g FROM generate_series(1, 5000) g;
  CREATE TABLE "${HOSTILE.replaceAll('"', '""')}" ("<b>&|" text);
  INSERT INTO "${HOSTILE.replaceAll('"', '""')}" VALUES ('secret content');
  CREATE INDEX by_total ON orders (total);
  CREATE SEQUENCE numbers;
  SELECT setval('numbers', 100);`;

interface Report {
  findings: { kind: string; name: string; verdict: string; what: string }[];
  rows: Record<string, { examples: { where: string; key: object; columns: string[] }[] }>;
  told: { name: string; because: string }[];
}
interface Analysis {
  successRate: { value: number };
  counters: { value: { writes: object[] } };
}
const reportOf = (step: StepResult) => JSON.parse(step.outputs.report ?? '') as Report;

describe.each(VERSIONS)('verify-integrity on PostgreSQL %s', (version) => {
  let database: TestDatabase;
  let temp: string;
  beforeEach(async () => {
    database = await createDatabase(version, { sql: SCHEMA });
    temp = mkdtempSync(join(tmpdir(), 'runner-'));
  });
  afterEach(() => database.drop());

  const step = (mode: string, more: Record<string, string> = {}) =>
    runAction('verify-integrity', { with: { mode, 'database-url': database.url, ...more }, temp });

  test('K19: captures, and finds the database intact, with the rows of each table before and after', async () => {
    const captured = await step('capture');
    expect(captured).toMatchObject({
      exitCode: 0,
      outputs: {
        result: 'captured',
        tables: '2',
        rows: '5001',
        snapshot: join(temp, 'integrity-snapshot.json'),
      },
    });
    expect(captured.log).toContain(`Captured: 2 tables with 5,001 rows of ${database.name}`);
    const intact = await step('compare');
    expect([intact.errors, intact.exitCode, intact.outputs.result]).toEqual([[], 0, 'intact']);
    expect(intact.summary).toContain('cannot see');
    // K19: the runbook's own table.
    expect(intact.summary).toContain('<summary>Rows of 2 tables before and after</summary>');
    expect(intact.summary).toContain('| <code>public.orders</code> | 5,000 | 5,000 |');
    const events = intact.record.filter(({ component }) => component === `database/${database.name}`);
    expect(events.map(({ step, status }) => `${step} ${status}`)).toEqual([
      'capture started',
      'capture done',
      'compare started',
      'compare done',
    ]);
  });

  test('a changed row is drift: the step fails with one sentence, names its keys, and tells no content', async () => {
    await step('capture');
    await database.query(`UPDATE orders SET note = 'other' WHERE id = 4321`);
    const drift = await step('compare');
    expect([drift.exitCode, drift.outputs.result]).toEqual([1, 'drift']);
    expect(drift.errors).toEqual([
      expect.stringMatching(
        new RegExp(
          `^Drift: in ${database.name}, the table public.orders has 5000 rows as before, but not the same ones, compared with .*\\.$`,
        ),
      ),
    ]);
    expect(drift.summary).toMatch(/<code>id 4\d{3} to 4\d{3}<\/code>/);
    expect(drift.record.at(-1)).toMatchObject({ component: 'verify-integrity', status: 'failed' });
    for (const told of [
      drift.log,
      drift.summary,
      drift.outputs.report,
      readFileSync(join(temp, 'integrity-snapshot.json'), 'utf8'),
    ])
      expect(told).not.toMatch(/secret content|note 4321/);
  });

  test('with the database as it was beside it, the row is named, with its column', async () => {
    const copy = await createDatabase(version, { sql: SCHEMA });
    await step('capture');
    await database.query(`UPDATE orders SET note = 'other' WHERE id = 4321; DELETE FROM orders WHERE id = 7`);
    const drift = await step('compare', { 'compare-with': copy.name });
    expect(reportOf(drift).rows['public.orders']).toMatchObject({
      onlyA: 1,
      onlyB: 0,
      changed: 1,
      examples: expect.arrayContaining([
        { where: 'changed', key: { id: '4321' }, columns: ['note'] },
        { where: 'onlyA', key: { id: '7' }, columns: [] },
      ]),
    });
    expect(drift.summary).toContain('<code>id = 4321</code>');
    await copy.drop();
  });

  test('no-loss lets rows be added, and nothing go or change', async () => {
    await step('capture');
    await database.query(`INSERT INTO orders VALUES (900000, 1, 'new'); SELECT nextval('numbers')`);
    const more = await step('compare', { expect: 'no-loss' });
    expect([more.errors, more.outputs.result]).toEqual([[], 'intact']);
    expect((await step('compare')).outputs.result).toBe('drift');
    await database.query('DELETE FROM orders WHERE id = 1; INSERT INTO orders VALUES (900001), (900002)');
    const less = await step('compare', { expect: 'no-loss' });
    expect(less.outputs.result).toBe('drift');
    expect((await step('compare', { expect: 'schema-only' })).outputs.result).toBe('intact');
    await database.query('DROP INDEX by_total');
    expect(reportOf(await step('compare', { expect: 'schema-only' })).findings).toContainEqual({
      kind: 'index',
      name: 'public.by_total',
      verdict: 'drift',
      what: 'is lost',
    });
  });

  test('names of any kind come through, and open nothing in the summary', async () => {
    await step('capture');
    await database.query(`DELETE FROM "${HOSTILE.replaceAll('"', '""')}"`);
    const drift = await step('compare', { tables: '*.a*drop*' });
    expect(reportOf(drift).findings).toEqual([
      {
        kind: 'table',
        name: 'public."a""; drop table x; --"',
        verdict: 'drift',
        what: '1 of 1 rows are gone',
      },
    ]);
    expect(drift.summary).not.toContain('<b>');
    expect(drift.outputs).toMatchObject({ tables: '1', rows: '0' });
  });

  test('analyzes: a success rate from the counters, writes by table, and why the log is not read', async () => {
    // The server counts a moment later.
    const counted = async (what: string) => {
      const sql = `SELECT 1 FROM pg_stat_user_tables WHERE relname = 'orders' AND ${what}`;
      while ((await database.query(sql)).length === 0);
    };
    await counted('n_tup_ins = 5000');
    await step('capture');
    await database.query('UPDATE orders SET total = 0 WHERE id < 11');
    await counted('n_tup_upd = 10');
    const analyzed = await step('analyze');
    expect([analyzed.errors, analyzed.exitCode, analyzed.outputs.result]).toEqual([[], 0, 'analyzed']);
    const report = JSON.parse(analyzed.outputs.report ?? '') as Analysis;
    expect(report.successRate.value).toBeGreaterThan(0.5);
    expect(report.counters.value.writes).toEqual([
      { table: 'public.orders', inserted: 0, updated: 10, deleted: 0 },
    ]);
    expect(analyzed.log).toMatch(/logging_collector is off/);
    await database.query('SELECT pg_stat_reset()');
    await counted('n_tup_upd < 10');
    expect((await step('analyze')).log).toMatch(/unknown: the server's statistics were reset/);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a role that may read nothing', { 'database-url': 'poor' }, /cannot read the table .* pg_read_all_data/],
    ['a snapshot that is not there', { snapshot: '/nowhere/s.json' }, /cannot be read/],
    ['a command without a workload', { commands: 'npm test' }, /accepted is a workload and a command/],
  ])('%s is one clear sentence', async (_, more, sentence) => {
    await step('capture');
    const given = { ...more };
    if (given['database-url']) {
      await database.query(
        `DO $$ BEGIN CREATE ROLE poor LOGIN PASSWORD '${new URL(database.url).password}'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
      );
      await database.query(
        `ALTER ROLE poor PASSWORD '${decodeURIComponent(new URL(database.url).password)}'`,
      );
      given['database-url'] = urlOf(version, database.name, 'poor');
    }
    const failed = await step('compare', given);
    expect([failed.exitCode, failed.outputs.result]).toEqual([1, 'failed']);
    expect(failed.errors).toEqual([expect.stringMatching(sentence)]);
  });

  test('K4: a bare name is one of public, as in SQL', async () => {
    await database.query('CREATE SCHEMA other; CREATE TABLE other.orders (id int)');
    const captured = await step('capture', { tables: 'orders' });
    expect(captured.outputs).toMatchObject({ result: 'captured', tables: '1', rows: '5000' });
    await database.query(`DELETE FROM orders WHERE id = 1`);
    const drift = await step('compare', { tables: 'orders' });
    expect(drift.outputs).toMatchObject({ result: 'drift', tables: '1' });
    const rest = await step('capture', { 'exclude-tables': 'ord*' });
    expect(rest.outputs).toMatchObject({ result: 'captured', tables: '2' });
  });

  test.each([
    ['capture', {}],
    ['capture', { 'dry-run': 'true' }],
    ['compare', {}],
  ])('K4: a name that means nothing is refused by %s %j', async (mode, more) => {
    await database.query('CREATE SCHEMA sales; CREATE TABLE sales.customers (id int)');
    await step('capture');
    const refused = await step(mode, { tables: 'orders, customers', ...more });
    expect([refused.exitCode, refused.errors]).toEqual([
      1,
      [
        expect.stringMatching(
          /^Input `tables` has "customers", which matches no table of .*; did you mean sales\.customers\?$/,
        ),
      ],
    ]);
  });

  test('K4: a table that was dropped since the capture is lost, and no wrong name', async () => {
    await step('capture');
    await database.query('DROP TABLE orders');
    const drift = await step('compare', { tables: 'orders' });
    expect(drift.errors).toEqual([expect.stringMatching(/^Drift: .*the table public\.orders is lost/)]);
  });

  test('K2: what the snapshot left out is not new in a comparison that asks for more', async () => {
    await step('capture', { 'exclude-tables': 'orders' });
    const intact = await step('compare', { tables: 'public.*' });
    expect([intact.errors, intact.outputs.result, intact.outputs.tables]).toEqual([[], 'intact', '1']);
    expect(reportOf(intact).told).toContainEqual({
      kind: 'table',
      name: 'public.orders',
      because: 'left out when the snapshot was made',
    });
  });

  test('K2: a capture needs no cluster, also where the services have checks', async () => {
    const captured = await step('capture', { commands: 'deployment/api-gateway: npm test' });
    expect([captured.errors, captured.outputs.result]).toEqual([[], 'captured']);
    expect(captured.warnings).toEqual([expect.stringContaining("The services' own checks")]);
  });

  test('a dry run reads nothing', async () => {
    // Whoever reads its rows fails: they would be in a file that is not there.
    await database.query(`UPDATE pg_class SET relfilenode = 4000000000 WHERE relname = 'orders'`);
    const dry = await step('capture', { 'dry-run': 'true' });
    expect([dry.errors, dry.exitCode, dry.outputs.result]).toEqual([[], 0, 'planned']);
    expect((await step('capture')).errors).toEqual([expect.stringContaining('public.orders cannot be read')]);
    expect(existsSync(join(temp, 'integrity-snapshot.json'))).toBe(false);
  });

  test('the password is in nothing that is told', async () => {
    const { password } = new URL(database.url);
    const steps = [await step('capture'), await step('compare', { snapshot: join(temp, 'none') })];
    for (const one of steps)
      expect(JSON.stringify(one).replace(/::add-mask::.*?\\n/g, '')).not.toContain(
        decodeURIComponent(password),
      );
  });
});

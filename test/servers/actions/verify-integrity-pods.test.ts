/** The services' own checks, and what logs say: pods on the stand-in, and a server that keeps log files. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Shop } from '../../actions/shop.ts';
import { runAction, type StepResult } from '../../support/action.ts';
import { type Cluster, startCluster } from '../../support/postgres/cluster.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres/database.ts';

interface Report {
  commands: { in: string; exitCode: number | null; output: string }[];
  pods: (
    | { lines: number; writes: number; failedWrites: number; successRate: object }
    | { unknown: string }
  )[];
  serverLog: { errors: number; failedTransactions: number; reasons: string[]; messages: object[] };
}
const reportOf = (step: StepResult) => JSON.parse(step.outputs.report ?? '') as Report;

describe('in pods', () => {
  let shop: Shop;
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase('18', { sql: 'CREATE TABLE t (a integer)' });
    shop = await Shop.open();
    await shop.deploy('api-gateway', 'registry.test/api:1');
  });
  afterAll(async () => {
    await shop[Symbol.asyncDispose]();
    await database.drop();
  });

  const step = (mode: string, more: Record<string, string>) =>
    runAction('verify-integrity', {
      with: {
        mode,
        'database-url': database.url,
        kubeconfig: shop.api.kubeconfig,
        namespace: 'shop',
        ...more,
      },
      temp: shop.temp,
    });
  const commands = 'deployment/api-gateway: npm run verify:data:integrity';

  test('a check that ends with 0 leaves the verdict as it is', async () => {
    let ran: string[] = [];
    shop.api.pods.exec = (_pod, _container, argv) => {
      ran = argv;
      return { stdout: 'all is well', exitCode: 0 };
    };
    const captured = await step('capture', { commands });
    expect([captured.errors, captured.outputs.result]).toEqual([[], 'captured']);
    expect(ran).toEqual(['npm', 'run', 'verify:data:integrity']);
    expect(reportOf(captured).commands).toMatchObject([
      { in: 'deployment/api-gateway', exitCode: 0, output: 'all is well' },
    ]);
  });

  test('one that does not is drift, with its output', async () => {
    shop.api.pods.exec = () => ({ stderr: '3 orders | without lines', exitCode: 4 });
    const drift = await step('compare', { commands });
    expect([drift.exitCode, drift.outputs.result]).toEqual([1, 'drift']);
    expect(drift.errors).toEqual([
      'The check "npm run verify:data:integrity" in deployment/api-gateway failed: ended with 4: 3 orders | without lines',
    ]);
    expect(drift.summary).toContain('3 orders &#124; without lines');
  });

  test('one that does not end is given up, and the comparison is told all the same', async () => {
    shop.api.pods.exec = () => new Promise(() => {});
    const drift = await step('compare', { commands, 'command-timeout': '1s' });
    expect(drift.outputs).toMatchObject({ result: 'failed', tables: '1' });
    expect(drift.errors).toEqual([expect.stringMatching(/did not end within 1 s/)]);
  });

  test('N9: a program that is not in the image is not drift, and its exit code is not invented', async () => {
    shop.api.pods.exec = (_pod, _container, [program = '']) => ({ exitCode: 0, missing: program });
    const run = await step('compare', { commands });
    expect([run.exitCode, run.outputs.result]).toEqual([1, 'failed']);
    expect(run.errors).toEqual([
      'The check "npm run verify:data:integrity" in deployment/api-gateway failed: it could not be started: exec: "npm": executable file not found in $PATH.',
    ]);
    const { commands: told } = JSON.parse(run.outputs.report ?? '') as { commands: object[] };
    expect(told).toMatchObject([{ exitCode: null }]);
  });

  test('a workload that is not there is said', async () => {
    const drift = await step('compare', { commands: 'deployment/nowhere: true' });
    expect(drift.errors).toEqual([
      expect.stringContaining('There is no deployment/nowhere in the namespace shop'),
    ]);
  });

  test('logs of pods are counted, and give a rate', async () => {
    shop.api.pods.log = () => 'INSERT INTO t\nUPDATE t: ERROR deadlock\nGET /\n';
    const { outputs, log } = await step('analyze', { logs: 'api-gateway', since: '1h' });
    expect(outputs.result).toBe('analyzed');
    const { pods } = JSON.parse(outputs.report ?? '') as Report;
    expect(pods).toHaveLength(2);
    expect(pods[0]).toMatchObject({ lines: 3, writes: 2, failedWrites: 1, successRate: { value: 0.5 } });
    expect(log).toContain('logs of 2 pods read');
  });

  test('K9: the three figures of the runbook are those of all pods, by labels too, and need no database', async () => {
    shop.api.pods.log = () =>
      'INSERT INTO t\n{"level":"info","error":null,"msg":"UPDATE t SET a = 1"}\nUPDATE button\n';
    const inputs = { logs: 'app=api-gateway', since: '1h', 'database-url': '' };
    const { outputs, errors, summary, log } = await step('analyze', inputs);
    expect([errors, outputs.result]).toEqual([[], 'analyzed']);
    expect(JSON.parse(outputs.report ?? '').transactions).toEqual({
      total: 4,
      failed: 0,
      successRate: { value: 1 },
    });
    expect(summary).toMatch(
      /Total transactions \| 4 \|\n\| Failed transactions \| 0 \|\n\| Success rate \| 100\.00 %/,
    );
    expect(log).toContain('logs of 2 pods read: 4 transactions, 0 failed, success rate 100.00 %');
    // They were made for this test, an hour back there were others.
    expect(log).toMatch(/not all: .*: it began at .*; what pods before it wrote is gone with them/);
  });

  test('K7: a workload that is not there is refused, and not without failures', async () => {
    const refused = await step('analyze', { logs: 'nowhere', since: '1h' });
    expect([refused.exitCode, refused.errors]).toEqual([
      1,
      [expect.stringContaining('There is no deployment/nowhere in the namespace shop')],
    ]);
  });

  test('K7: without the right to read logs nothing is counted', async () => {
    shop.api.setRules([]);
    const refused = await step('analyze', { logs: 'api-gateway', since: '1h' });
    shop.api.setRules(undefined);
    expect(refused.errors).toEqual([expect.stringMatching(/^The credentials may not .*get pods\/log/)]);
  });

  test('without the rights, the rule to add is said', async () => {
    shop.api.setRules([]);
    const failed = await step('compare', { commands });
    shop.api.setRules(undefined);
    expect(failed.errors).toEqual([
      expect.stringMatching(/^The credentials may not .*create\/get pods\/exec/),
    ]);
  });
});

describe("the server's own log", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster('18', [
      'logging_collector = on',
      `log_destination = 'stderr,csvlog,jsonlog'`,
      `log_line_prefix = '%m [%p] '`,
      `log_timezone = 'UTC'`,
    ]);
    // The server's start has errors of its own, in the database of those who wait for it.
    await cluster.query('CREATE DATABASE shop');
    await cluster.query('CREATE TABLE t (a integer PRIMARY KEY); INSERT INTO t VALUES (1)', 'shop');
    const failing = ['INSERT INTO t VALUES (1)', 'INSERT INTO t VALUES (1)', `SELECT 'secret'::integer`];
    for (const sql of failing) await cluster.query(sql, 'shop').catch(() => {});
  });
  afterAll(() => cluster.remove());

  const analyze = (more: Record<string, string> = {}) =>
    runAction('verify-integrity', {
      with: { mode: 'analyze', 'database-url': cluster.url('shop'), since: '1h', ...more },
    });

  test('is read through the server, where the role may', async () => {
    const { serverLog } = reportOf(await analyze());
    expect(serverLog).toMatchObject({
      errors: 3,
      failedTransactions: 3,
      reasons: [],
      messages: [
        { code: '23505', count: 2, message: 'duplicate key value violates unique constraint …' },
        { count: 1 },
      ],
    });
  });

  test('else it is said what to grant, without one more error in that log; and the grant is enough', async () => {
    await cluster.query(`CREATE ROLE poor LOGIN PASSWORD '${cluster.password}'`);
    const poor = { 'database-url': cluster.url('shop', 'poor') };
    const step = await analyze(poor);
    expect([step.errors, step.outputs.result]).toEqual([[], 'analyzed']);
    expect(reportOf(step).serverLog.errors).toBeNull();
    expect(step.log).toContain("an unknown number of errors in the server's log");
    expect(reportOf(step).serverLog.reasons).toEqual([
      expect.stringContaining('grant it pg_monitor and EXECUTE on pg_read_binary_file(text, bigint, bigint)'),
    ]);
    await cluster.query('GRANT pg_monitor TO poor');
    await cluster.query(
      'GRANT EXECUTE ON FUNCTION pg_read_binary_file(text, bigint, bigint) TO poor',
      'shop',
    );
    expect(reportOf(await analyze(poor)).serverLog).toMatchObject({ errors: 3, reasons: [] });
  });

  const fileOf = (ending: string) => {
    const folder = join(cluster.data, 'log');
    return join(folder, readdirSync(folder).find((file) => file.endsWith(ending)) as string);
  };

  test.each(['.csv', '.json'])('is read from a file in the form of %s', async (ending) => {
    const { serverLog } = reportOf(await analyze({ 'postgres-log': fileOf(ending) }));
    expect(serverLog).toMatchObject({
      reasons: [],
      messages: [{ code: '23505', count: 2 }, expect.anything()],
    });
  });

  test('is read from stderr, which does not tell databases and transactions', async () => {
    const { serverLog } = reportOf(await analyze({ 'postgres-log': fileOf('.log') }));
    expect(serverLog).toMatchObject({ reasons: [], failedTransactions: null });
    expect(serverLog.messages).toContainEqual({
      code: null,
      count: 2,
      message: 'duplicate key value violates unique constraint …',
    });
  });
});

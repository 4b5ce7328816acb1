/** `backup: rds://…`: what AWS is asked for, on moto; the data of what it would restore are on a server of this machine. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type RunningStep, type StepResult, startAction } from '../../support/action.ts';
import { type Cluster, startCluster } from '../../support/postgres/cluster.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres/database.ts';
import { type StandInRds, startRds } from '../../support/rds.ts';
import { until } from '../../support/until.ts';

const TABLES = `CREATE TABLE orders (id int PRIMARY KEY, price int); CREATE TABLE other (id int);
  INSERT INTO orders SELECT n, n FROM generate_series(1, 100) AS n; INSERT INTO other VALUES (1);`;
let then: Cluster;
let now: Cluster;
let rds: StandInRds;
beforeAll(async () => {
  [then, now] = await Promise.all([startCluster('18'), startCluster('18')]);
  rds = await startRds({ host: '127.0.0.1', port: then.port });
  const { account } = rds;
  const network = { 'VpcSecurityGroupIds.VpcSecurityGroupId': ['sg-1'], PubliclyAccessible: false };
  const server = { MasterUsername: 'postgres', MasterUserPassword: 'password-1', ...network };
  await account.make('CreateDBInstance', {
    ...{ DBInstanceIdentifier: 'shop', DBInstanceClass: 'db.r6g.large', Engine: 'postgres', ...server },
    ...{ AllocatedStorage: '100', BackupRetentionPeriod: '7' },
  });
  await account.make('CreateDBInstance', {
    ...{ DBInstanceIdentifier: 'wiki', DBInstanceClass: 'db.t3.micro', Engine: 'mysql', ...server },
    ...{ AllocatedStorage: '20', BackupRetentionPeriod: '7' },
  });
  await account.make('CreateDBSnapshot', { DBInstanceIdentifier: 'shop', DBSnapshotIdentifier: 'nightly' });
  await account.make('CreateDBCluster', {
    ...{ DBClusterIdentifier: 'orders', Engine: 'aurora-postgresql', MasterUsername: 'postgres' },
    ...{ MasterUserPassword: 'password-1' },
  });
  await account.make('CreateDBInstance', {
    ...{ DBInstanceIdentifier: 'orders-1', DBClusterIdentifier: 'orders', Engine: 'aurora-postgresql' },
    DBInstanceClass: 'db.r6g.xlarge',
  });
});
afterAll(async () => {
  await rds?.stop();
  await Promise.all([then?.remove(), now?.remove()]);
});

/** A database that a bad release has spoiled, and as it was on a server of its own. */
let live: TestDatabase;
let older: TestDatabase;
beforeEach(async () => {
  const name = `shop_${randomUUID().slice(0, 8)}`;
  live = await createDatabase(now.url(), { name, sql: TABLES });
  older = await createDatabase(then.url(), { name, sql: TABLES });
  await live.query(
    'DELETE FROM orders WHERE id <= 40; INSERT INTO orders VALUES (500, 5); UPDATE other SET id = 9',
  );
  rds.changes.length = 0;
  rds.making = { looks: 2, status: 'available' };
});
afterEach(() => Promise.all([live.drop(), older.drop()]));

const temp = mkdtempSync(join(tmpdir(), 'rds-'));
const TIME = new Date(Date.now() - 1000).toISOString();

function start(more: Record<string, string> = {}, state?: Record<string, string>, run = '7'): RunningStep {
  return startAction('rollback-db', {
    temp,
    run,
    ...(state && { state }),
    env: { ...rds.env, ROLLBACK_TEST_WAITS: JSON.stringify({ RDS_POLL_MS: 20, RDS_MS: 5000 }) },
    with: {
      ...{ 'database-url': live.url, confirm: live.name, reason: 'a bad release', accept: 'data-loss' },
      ...{ backup: `rds://shop?time=${TIME}`, ...more },
    },
  });
}
const rollBack = (more: Record<string, string> = {}): Promise<StepResult> => start(more).result;
const actions = () => rds.changes.map(({ action }) => action);
const temporary = async (): Promise<string[]> => {
  const all = [...(await rds.account.instances()), ...(await rds.account.clusters())];
  return all.map(({ id }) => id).filter((id) => id.startsWith('rollback-'));
};
const orders = async (): Promise<string | undefined> =>
  (await live.query<{ n: string }>('SELECT count(*) AS n FROM orders'))[0]?.n;

test('a plan says what it takes, and makes nothing', async () => {
  const step = await rollBack({ 'dry-run': 'true' });
  expect(step.errors).toEqual([]);
  expect(step.summary).toContain(
    `For the backup the RDS instance shop is recovered to ${TIME} into a temporary instance (db.r6g.large, 100 GB), which takes ten minutes to an hour by its size, is billed by AWS like the live one meanwhile, and is deleted again.`,
  );
  expect(rds.changes).toEqual([]);
});

// dimagi/commcare-connect#1388: a restored instance has what replicates, and it points at the original.
test('a server that subscribes to another one is not restored beside itself, where both would take the changes', async () => {
  await live.query(
    `CREATE SUBSCRIPTION feed CONNECTION 'host=127.0.0.1 port=1 dbname=far' PUBLICATION all_of_it WITH (connect = false)`,
  );
  try {
    const step = await rollBack();
    expect(step.errors).toEqual([
      expect.stringMatching(
        /^The live server subscribes to another one \(feed\), .* give a dump of it as `backup`\.$/,
      ),
    ]);
    expect(rds.changes).toEqual([]);
  } finally {
    await live.query('ALTER SUBSCRIPTION feed SET (slot_name = NONE)');
    await live.query('DROP SUBSCRIPTION feed');
  }
});

type Expected = readonly (readonly [action: string, parameters: object])[];

describe.each<[string, () => string, Expected]>([
  [
    'a point in time of an instance',
    () => `rds://shop?time=${TIME}`,
    [
      [
        'RestoreDBInstanceToPointInTime',
        {
          ...{ SourceDBInstanceIdentifier: 'shop', RestoreTime: TIME, MultiAZ: 'false' },
          DBInstanceClass: 'db.r6g.large',
        },
      ],
      ['DeleteDBInstance', { SkipFinalSnapshot: 'true', DeleteAutomatedBackups: 'true' }],
    ],
  ],
  [
    'a snapshot of an instance',
    () => 'rds-snapshot://nightly',
    [
      [
        'RestoreDBInstanceFromDBSnapshot',
        { DBSnapshotIdentifier: 'nightly', DBInstanceClass: 'db.r6g.large' },
      ],
      ['DeleteDBInstance', { SkipFinalSnapshot: 'true' }],
    ],
  ],
  [
    'a point in time of a cluster of Aurora',
    () => `rds://orders?time=${new Date().toISOString()}&region=eu-west-1`,
    [
      ['RestoreDBClusterToPointInTime', { SourceDBClusterIdentifier: 'orders' }],
      ['CreateDBInstance', { Engine: 'aurora-postgresql', DBInstanceClass: 'db.r6g.xlarge' }],
      ['DeleteDBInstance', { SkipFinalSnapshot: 'true' }],
      ['DeleteDBCluster', { SkipFinalSnapshot: 'true' }],
    ],
  ],
])('%s', (_, source, calls) => {
  test('is restored beside, dumped, and deleted again; the database goes back to it', async () => {
    const step = await rollBack({ backup: source() });
    expect(step.errors).toEqual([]);
    expect(step.outputs.result).toBe('done');
    expect(await orders()).toBe('100');
    expect(rds.changes).toMatchObject(calls.map(([action, parameters]) => ({ action, parameters })));
    expect(await temporary()).toEqual([]);
    expect(step.log).toMatch(/… rollback-[0-9a-f]{12}(-1)? is creating \(0 min\)/);
  });
});

test('it gets the network and the settings of the live one, and its mark', async () => {
  const instance = await rds.account.instance('shop');
  expect((await rollBack()).errors).toEqual([]);
  expect(rds.changes[0]?.parameters).toMatchObject({
    ...{ DBSubnetGroupName: 'private', 'VpcSecurityGroupIds.VpcSecurityGroupId.1': 'sg-1' },
    ...{ PubliclyAccessible: 'false', DeletionProtection: 'false', 'Tags.Tag.1.Key': 'rollback-actions-for' },
    DBParameterGroupName: instance?.parameterGroup,
  });
});

test('a repair takes the rows that are gone out of it, and newer ones stay', async () => {
  const step = await rollBack({ strategy: 'repair', tables: 'orders' });
  expect(step.errors).toEqual([]);
  expect(await orders()).toBe('101');
  expect(await live.query('SELECT id FROM other')).toEqual([{ id: 9 }]);
  expect(await temporary()).toEqual([]);
});

test('a run that is killed leaves it to the next one, which goes on with it', async () => {
  rds.making.looks = 1_000_000;
  const first = start();
  await until(
    () => first.log().includes('is creating'),
    () => 'it is being made',
  );
  first.process.kill('SIGKILL');
  await first.result;
  expect(await temporary()).toHaveLength(1);
  rds.making.looks = 0;
  const second = await rollBack();
  expect(second.errors).toEqual([]);
  expect(second.log).toContain('was begun by an earlier attempt, and is gone on with');
  expect(actions()).toEqual(['RestoreDBInstanceToPointInTime', 'DeleteDBInstance']);
  expect(await temporary()).toEqual([]);
});

test('what another run has made for the same database stays, of another backup or of the same; its own next attempt goes on with it', async () => {
  rds.making.looks = 1_000_000;
  const first = start({}, undefined, '8');
  await until(
    () => first.log().includes('is creating'),
    () => 'it is being made',
  );
  first.process.kill('SIGKILL');
  await first.result;
  const left = await temporary();
  expect(left).toHaveLength(1);
  rds.making.looks = 0;
  for (const backup of ['rds-snapshot://nightly', `rds://shop?time=${TIME}`]) {
    const other = await start({ backup, accept: 'data-loss' }, undefined, '9').result;
    expect(other.errors).toEqual([]);
    expect(other.warnings.join()).toContain(
      `${left[0]} was made for this database by the run 8, and is billed`,
    );
    expect(await temporary()).toEqual(left);
  }
  const again = await start({}, undefined, '8').result;
  expect(again.errors).toEqual([]);
  expect(again.log).toContain('was begun by an earlier attempt, and is gone on with');
  expect(await temporary()).toEqual([]);
});

test('the step after a run that was killed deletes it, and nothing of anybody else', async () => {
  rds.making.looks = 1_000_000;
  await rds.account.make('CreateDBInstance', {
    ...{ DBInstanceIdentifier: 'rollback-of-others', DBInstanceClass: 'db.t3.micro', Engine: 'postgres' },
    ...{ MasterUsername: 'postgres', MasterUserPassword: 'password-1', AllocatedStorage: '20' },
  });
  rds.changes.length = 0;
  const first = start();
  await until(
    () => first.log().includes('is creating'),
    () => 'it is being made',
  );
  first.process.kill('SIGKILL');
  const { state } = await first.result;
  const post = await start({}, state).result;
  expect(post.exitCode).toBe(0);
  expect(await temporary()).toEqual(['rollback-of-others']);
  await rds.account.remove('instance', 'rollback-of-others');
});

test('one that cannot be used is deleted, and RDS is quoted', async () => {
  rds.making.status = 'incompatible-network';
  const step = await rollBack();
  expect(step.errors[0]).toMatch(/cannot be used: RDS says that it is incompatible-network\.$/);
  expect(await temporary()).toEqual([]);
  expect(await orders()).toBe('61');
});

test.each<[string, string, RegExp]>([
  [
    'a time to come',
    `rds://shop?time=${new Date(Date.now() + 3_600_000).toISOString()}`,
    /can restore the RDS instance shop up to .*, and/,
  ],
  [
    'a time before all backups',
    'rds://shop?time=2020-01-01T00:00:00Z',
    /can restore the RDS instance shop from .* on, and/,
  ],
  ['another engine', `rds://wiki?time=${TIME}`, /whose engine is mysql and not PostgreSQL/],
  ['nobody', `rds://nobody?time=${TIME}`, /neither an instance nor a cluster "nobody"/],
  ['no such snapshot', 'rds-snapshot://nothing', /has no snapshot "nothing"/],
  ['no time', 'rds://shop', /names no time with its offset/],
  ['another option', `rds://shop?time=${TIME}&set=1`, /has the option "set"/],
])('refused before anything is made: %s', async (_, backup, message) => {
  const step = await rollBack({ backup });
  expect(step.errors[0]).toMatch(message);
  expect(rds.changes).toEqual([]);
});

import { expect } from '@jest/globals';
import { type Address, startAddress } from '../../support/address.ts';
import { type Cluster, startCluster, startStandby } from '../../support/postgres/cluster.ts';
import { VERSION } from '../../support/postgres/database.ts';
import { recorded } from '../../support/record.ts';
import { until } from '../../support/until.ts';
import { type Fault, has, type Own } from './fault.ts';

/** Who is behind a cluster's address, and how the standby is fed. */
const pairs = new WeakMap<Cluster, { primary: Cluster; standby: Cluster; address: Address; feed: Address }>();

/** A primary and a standby behind one address, by which everybody knows them. */
async function withStandby(cleanup: AsyncDisposableStack): Promise<Own> {
  const primary = await startCluster(VERSION);
  cleanup.defer(() => primary.remove());
  const feed = await startAddress(primary.port);
  const standby = await startStandby(primary, feed.port);
  cleanup.defer(() => standby.remove());
  const address = await startAddress(primary.port);
  cleanup.defer(() => feed.stop());
  cleanup.defer(() => address.stop());
  const url: Cluster['url'] = (...names) =>
    primary.url(...names).replace(`:${primary.port}/`, `:${address.port}/`) as `postgres://${string}`;
  const cluster = { ...primary, url };
  pairs.set(cluster, { primary, standby, address, feed });
  return { cluster };
}

/** The standby has all that the primary has. */
const follows = ({ primary, standby }: { primary: Cluster; standby: Cluster }) =>
  until(async () => {
    const [at] = await primary.query<{ at: string }>('SELECT pg_current_wal_lsn()::text AS at');
    const [behind] = await standby.query<{ is: boolean }>(
      `SELECT pg_last_wal_replay_lsn() >= '${at?.at}'::pg_lsn AS is`,
    );
    return behind?.is === true;
  });

async function takeOver({
  primary,
  standby,
  address,
}: {
  primary: Cluster;
  standby: Cluster;
  address: Address;
}) {
  await address.lead('nowhere');
  await primary.kill();
  await standby.query('SELECT pg_promote()');
  await address.lead(standby.port);
}

/** The primary is lost with nothing that the standby lacks, as where commits wait for it. */
const takenOver = (phase: string, when: RegExp): Fault => ({
  what: `PostgreSQL: its primary is killed, and a standby takes over, when ${phase}`,
  ends: 'either',
  own: withStandby,
  strike: async ({ temp }, { cluster }) => {
    const pair = pairs.get(cluster);
    if (!pair) throw new Error('This cluster has no standby.');
    await pair.primary.query("ALTER SYSTEM SET synchronous_standby_names = '*'");
    await pair.primary.query('SELECT pg_reload_conf()');
    await follows(pair);
    await recorded(temp, has(when));
    await takeOver(pair);
    return undefined;
  },
});

/** The switch was acknowledged, and the standby that takes over has never heard of it. */
const LOST_SWITCH: Fault = {
  what: 'PostgreSQL: a standby that lacks the switch takes over after it',
  ends: 'told',
  own: withStandby,
  strike: async ({ temp }, { cluster }) => {
    const pair = pairs.get(cluster);
    if (!pair) throw new Error('This cluster has no standby.');
    await recorded(temp, has(/hold traffic started/));
    await follows(pair);
    await pair.feed.lead('nowhere');
    await recorded(temp, has(/ switch done|^rollback action failed/));
    await takeOver(pair);
    return undefined;
  },
  check: ({ errors }) => expect(errors[0]).toMatch(/"compare orders" failed: /),
};

export const STANDBY_FAULTS: readonly Fault[] = [
  takenOver('the backup is restored', /restore started/),
  takenOver('traffic is held', /hold traffic done/),
  takenOver('names are switched', / switch started/),
  takenOver('integrity is compared', /compare started/),
  LOST_SWITCH,
];

import { ensurePrograms } from '../apt.ts';
import { ensureGo } from '../go.ts';
import { type Cluster, startCluster } from './cluster.ts';

declare global {
  var postgresClusters: Cluster[];
}

/**
 * Before the tests of the project `servers`: what the machine must have, and two clusters for all of them, told in the
 * environment.
 */
export default async function setup(): Promise<void> {
  ensurePrograms();
  ensureGo();
  globalThis.postgresClusters = [];
  for (const version of ['14', '18'] as const) {
    const cluster = await startCluster(version, ['wal_level = logical', 'track_commit_timestamp = on']);
    globalThis.postgresClusters.push(cluster);
    process.env[`TEST_POSTGRES_${version}`] = cluster.url();
  }
}

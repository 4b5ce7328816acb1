import { type Cluster, startCluster } from './cluster.ts';
import { VERSIONS } from './database.ts';

declare global {
  var postgresClusters: Cluster[] | undefined;
}

/** Before the first test that needs servers: the clusters of all of them, told in the environment. */
export default async function setup(): Promise<void> {
  // Jest calls this for each project; they share the clusters.
  if (globalThis.postgresClusters) return;
  globalThis.postgresClusters = [];
  for (const version of VERSIONS) {
    const cluster = await startCluster(version, ['wal_level = logical', 'track_commit_timestamp = on']);
    globalThis.postgresClusters.push(cluster);
    process.env[`TEST_POSTGRES_${version}`] = cluster.url();
  }
}

/** After the last test that needs servers. */
export default async function teardown(): Promise<void> {
  const clusters = globalThis.postgresClusters ?? [];
  globalThis.postgresClusters = undefined;
  await Promise.all(clusters.map((cluster) => cluster.remove()));
}

/** After the tests of the project `servers`. */
export default async function teardown(): Promise<void> {
  await Promise.all(globalThis.postgresClusters.map((cluster) => cluster.remove()));
}

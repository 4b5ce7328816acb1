import { test } from '@jest/globals';
import { Cluster, type TestNamespace } from './namespace.ts';

export { Cluster, type Manifest, type Reply, TestNamespace } from './namespace.ts';

/** The cluster that `npm run test:e2e` was given or has started. */
export const cluster = new Cluster(given('KUBECONFIG'), process.env.KUBECTL || 'kubectl');

/** A test with a namespace of its own; those of a file run side by side. `seconds` is its deadline, for one that hangs. */
export function scenario(
  name: string,
  play: (namespace: TestNamespace) => Promise<void>,
  seconds = 300,
): void {
  test.concurrent(name, () => inNamespace(play), seconds * 1000);
}

/** A scenario that this cluster can't show, and why. */
export function skipped(name: string, reason: string): void {
  test.skip(`${name} (skipped: ${reason})`, () => {});
}

async function inNamespace(play: (namespace: TestNamespace) => Promise<void>): Promise<void> {
  await using namespace = await cluster.namespace();
  await play(namespace);
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start these tests by \`npm run test:e2e\`.`);
  return value;
}

import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, test } from '@jest/globals';
import { NoRealNode, type RealNode, startRealNode } from '../real-node/real-node.ts';
import { Cluster, type TestNamespace } from './namespace.ts';

/** How long one file of tests waits for another that has the machine's one node. Milliseconds. */
const PATIENCE = 900_000;
const INTERVAL = 500;

/** The machine's real node, or why there is none: no root, or somebody who keeps it. */
export async function realNode(): Promise<RealNode | string> {
  for (const deadline = performance.now() + PATIENCE; ; await wait(INTERVAL)) {
    try {
      return await startRealNode();
    } catch (error) {
      if (!(error instanceof NoRealNode)) throw error;
      if (!error.isTaken || performance.now() > deadline) return error.message;
    }
  }
}

type Play = (ns: TestNamespace, real: RealNode) => Promise<void>;

/**
 * A node for the tests of a file, which run side by side in a namespace of their own each. Whoever has none says why; the
 * other files of this folder play the same on kwok.
 */
export function nodeOfFile(): (name: string, play: Play) => void {
  let node: RealNode | string;
  beforeAll(async () => {
    node = await realNode();
  }, 1_200_000);
  afterAll(() => (typeof node === 'string' ? undefined : node?.stop()), 120_000);
  return (name, play) =>
    test.concurrent(name, async () => {
      if (typeof node === 'string') return console.warn(`${node} "${name}" is not played.`);
      await using ns = await new Cluster(node.kubeconfig, node.kubectl).namespace();
      await play(ns, node);
    }, 300_000);
}

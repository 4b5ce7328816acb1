import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, test } from '@jest/globals';
import { NoRealNode, type RealNode, startRealNode, type Tuning } from '../real-node/real-node.ts';
import { Cluster, type TestNamespace } from './namespace.ts';

/** How long one file of tests waits for another that has the machine's one node. Milliseconds. */
const PATIENCE = 900_000;
const INTERVAL = 500;

/** The machine's real node, or why there is none: no root, or somebody who keeps it. */
export async function realNode(tuning: Tuning = {}): Promise<RealNode | string> {
  for (const deadline = performance.now() + PATIENCE; ; await wait(INTERVAL)) {
    try {
      return await startRealNode(() => {}, tuning);
    } catch (error) {
      if (!(error instanceof NoRealNode)) throw error;
      if (!error.isTaken || performance.now() > deadline) return error.message;
    }
  }
}

type Play = (ns: TestNamespace, real: RealNode) => Promise<void>;

/**
 * A node for the tests of a file, in a namespace of its own each: those of `together` run side by side, and one of `alone`
 * has the node for itself. Whoever has none says why; the other files of this folder play the same on kwok.
 */
export function nodeOfFile(tuning: Tuning = {}) {
  let node: RealNode | string;
  beforeAll(async () => {
    node = await realNode(tuning);
  }, 1_200_000);
  afterAll(() => (typeof node === 'string' ? undefined : node?.stop()), 120_000);
  const played = (name: string, play: Play) => async () => {
    if (typeof node === 'string') return console.warn(`${node} "${name}" is not played.`);
    await using ns = await new Cluster(node.kubeconfig, node.kubectl).namespace();
    await play(ns, node);
  };
  return {
    together: (name: string, play: Play) => test.concurrent(name, played(name, play), 300_000),
    alone: (name: string, play: Play) => test(name, played(name, play), 300_000),
  };
}

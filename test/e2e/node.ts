import { setTimeout as wait } from 'node:timers/promises';
import { NoRealNode, type RealNode, startRealNode } from '../real-node/real-node.ts';

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

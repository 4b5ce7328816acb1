import { test } from '@jest/globals';
import { describeApiServer } from '../contract/suite.ts';
import { cluster } from './cluster.ts';
import { profile } from './images.ts';

/** What the stand-in of the unit tests keeps to is what Kubernetes does. */
if (profile === 'kwok') {
  describeApiServer('the real control plane', async () => ({
    kubeconfig: cluster.kubeconfig,
    readyMs: Number(process.env.READY_MS),
    stop: async () => {},
  }));
} else {
  test.skip("the contract suite (skipped: its pods are played by their images' names)", () => {});
}

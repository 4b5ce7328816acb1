import { afterAll, beforeAll, describe } from '@jest/globals';
import { Cluster } from './cluster.ts';
import { describeConfiguration } from './suite-configuration.ts';
import { describeDaemonSets } from './suite-daemonsets.ts';
import { describeDeletion } from './suite-deletion.ts';
import { describeDeployments } from './suite-deployments.ts';
import { describeHttp } from './suite-http.ts';
import { describeJobs } from './suite-jobs.ts';
import { describeLists } from './suite-lists.ts';
import { describeObjects } from './suite-objects.ts';
import { describePatches } from './suite-patches.ts';
import { describePods } from './suite-pods.ts';
import { describeProgress } from './suite-progress.ts';
import { describeStatefulSets } from './suite-statefulsets.ts';
import { describeWatches } from './suite-watches.ts';

export interface Served {
  kubeconfig: string;
  /** How long a pod takes to get ready. */
  readyMs: number;
  /** Where each pod itself serves `/health`, with 200, and `/ready`; pods without a server are reached on this machine. */
  podPort?: number;
  stop(): Promise<void>;
}

/**
 * What this project relies on of Kubernetes, checked on whatever `start` starts: the stand-in of the unit tests and a
 * real control plane pass the same tests, so that the stand-in can't drift.
 *
 * Its pods are played by their images' names (`registry.test/app:bad-image`), and every pod runs commands and is
 * reached on this machine.
 */
export function describeApiServer(name: string, start: () => Promise<Served>): void {
  describe(name, () => {
    let served: Served;
    let cluster: Cluster;
    beforeAll(async () => {
      served = await start();
      cluster = new Cluster(served.kubeconfig);
    }, 1_200_000);
    afterAll(async () => {
      cluster.close();
      await served.stop();
    });
    const current = () => cluster;

    describeHttp(current);
    describeObjects(current);
    describeConfiguration(current);
    describeLists(current);
    describePatches(current);
    describeWatches(current);
    describeDeletion(current);
    describePods(current, () => served.podPort);
    describeDeployments(current);
    describeProgress(current, () => served.readyMs);
    describeStatefulSets(current);
    describeDaemonSets(current);
    describeJobs(current);
  });
}

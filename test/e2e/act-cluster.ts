import { runInAct } from './act.ts';
import { cluster } from './cluster.ts';

/** Runs a workflow of a repository in act, with what it needs to reach the tests' cluster. */
export async function runOnCluster(folder: string, workflow: string, inputs: Record<string, string> = {}) {
  const content = await cluster.kubectl(['config', 'view', '--raw', '--minify', '-o', 'json']);
  return runInAct(folder, {
    workflow,
    inputs,
    secrets: { KUBECONFIG: JSON.stringify(JSON.parse(content)) },
    vars: { KUBECTL: process.env.KUBECTL || 'kubectl', KUBECONFIG_PATH: cluster.kubeconfig },
  });
}

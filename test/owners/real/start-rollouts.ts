import { freePorts } from '../../control-plane/network.ts';
import { argoRollouts, ownerManifests } from '../../setup/artifacts.ts';
import { define, type Place, program, type Started, startAll } from './controllers.ts';

const CRDS = ['rollout', 'analysis-run', 'analysis-template', 'cluster-analysis-template', 'experiment'];

/** Starts the controller of Argo Rollouts outside a cluster. */
export async function startRollouts(place: Place): Promise<Started> {
  const paths = CRDS.map((name) => ownerManifests.path('rollouts', `${name}-crd.yaml`));
  await define(place, paths, ['rollouts', 'analysisruns', 'experiments']);
  const [metrics, health] = await freePorts(2);
  const flags = ['--leader-elect=false', `--metricsPort=${metrics}`, `--healthzPort=${health}`];
  return startAll([
    program(place, argoRollouts.path('rollouts-controller'), [`--kubeconfig=${place.kubeconfig}`, ...flags]),
  ]);
}

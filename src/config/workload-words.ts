/** The kinds of workloads as the record calls them, and the words that users write for each. */
export const WORKLOAD_WORDS = {
  deployment: ['deployment', 'deployments', 'deploy', 'deployment.apps'],
  statefulset: ['statefulset', 'statefulsets', 'sts', 'statefulset.apps'],
  daemonset: ['daemonset', 'daemonsets', 'ds', 'daemonset.apps'],
  rollout: ['rollout', 'rollouts', 'ro', 'rollout.argoproj.io'],
} as const;

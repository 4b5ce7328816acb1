import type { PodTemplate } from '../systems/kubernetes/objects.ts';

/**
 * The container whose version is that of the release: the one that the template names as its default, that of the workload's name,
 * or the first. Pure.
 */
export function mainContainer({ metadata, spec }: PodTemplate, workload: string) {
  const wanted = [metadata?.annotations?.['kubectl.kubernetes.io/default-container'], workload];
  return (
    wanted.map((name) => spec.containers.find((one) => one.name === name)).find((found) => found) ??
    spec.containers[0]
  );
}

import type { KubeObject } from '../../src/systems/kubernetes/objects.ts';

interface Rolling extends KubeObject {
  readonly spec: {
    readonly replicas?: number;
    readonly updateStrategy?: { readonly rollingUpdate?: { readonly partition?: number } };
  };
  readonly status?: Readonly<Record<string, number | string | undefined>>;
}

/**
 * Whether a workload is rolled out, as `kubectl rollout status` sees it. It costs a request and no program: the tests ask it a
 * thousand times, and `status.test.ts` holds what the product says against kubectl itself.
 */
export function isRolledOut({ kind, metadata, spec, status = {} }: Rolling): boolean {
  const of = (name: string) => Number(status[name] ?? 0);
  if (of('observedGeneration') < (metadata.generation ?? 0)) return false;
  const { replicas = 1 } = spec;
  switch (kind) {
    case 'Deployment':
      return (
        of('updatedReplicas') >= replicas &&
        of('replicas') <= of('updatedReplicas') &&
        of('availableReplicas') >= of('updatedReplicas')
      );
    case 'StatefulSet': {
      const partition = spec.updateStrategy?.rollingUpdate?.partition;
      if (of('readyReplicas') < replicas) return false;
      return partition
        ? of('updatedReplicas') >= replicas - partition
        : status.updateRevision === status.currentRevision;
    }
    case 'DaemonSet':
      return (
        of('updatedNumberScheduled') >= of('desiredNumberScheduled') &&
        of('numberAvailable') >= of('desiredNumberScheduled')
      );
    default:
      throw new Error(`A ${kind} is not rolled out.`);
  }
}

import { isDeepStrictEqual } from 'node:util';
import { isFields } from '../base/fields.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { workloadPath } from '../systems/kubernetes/kinds.ts';
import type { PodTemplate, Workload } from '../systems/kubernetes/objects.ts';
import { isObserved } from './history.ts';
import type { RolloutState } from './progress.ts';

/** A patch of a workload as the API server takes it for a custom resource: no `$patch`, and null for what goes. */
export function mergePatch(fresh: Workload, patch: object): object {
  const { spec, ...rest } = patch as { spec: { template: PodTemplate & { $patch?: string } } };
  const { $patch, ...template } = spec.template;
  if ($patch !== 'replace') return patch;
  return { ...rest, spec: { ...spec, template: difference(fresh.spec.template, template) } };
}

function difference(from: unknown, to: unknown): unknown {
  if (!isFields(from) || !isFields(to)) return to;
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  const changed = Object.entries(to).filter(([key, value]) => !isDeepStrictEqual(from[key], value));
  return Object.fromEntries([
    ...gone.map((key) => [key, null] as const),
    ...changed.map(([key, value]) => [key, difference(from[key], value)] as const),
  ]);
}

const statusPath = ({ metadata }: Workload) =>
  `${workloadPath(metadata.namespace, 'Rollout', metadata.name)}/status`;

/**
 * Its users are all back on the pods that served before, at once, where the newer version is still on its way to them. Of a
 * Rollout that has come to its end meanwhile an abort would take away the pods that serve (argo-rollouts#1292), so it is
 * for the state that it was read in alone.
 */
export async function abort(client: KubeClient, workload: Workload): Promise<void> {
  const { stableRS, currentPodHash, abort: isAborted } = workload.status ?? {};
  if (!stableRS || stableRS === currentPodHash || isAborted) return;
  const { namespace, name, resourceVersion } = workload.metadata;
  try {
    await client.patch(statusPath(workload), PATCH.merge, {
      metadata: { resourceVersion },
      status: { abort: true },
    });
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409)) throw error;
    await abort(client, await client.get<Workload>(workloadPath(namespace, 'Rollout', name)));
  }
}

/** Brings all pods at once, once the controller has begun with this template: what it was asked before, it forgets then. */
export async function skipSteps(client: KubeClient, { workload, podLabel }: RolloutState): Promise<void> {
  const { status = {} } = workload;
  const hasBegun =
    workload.kind === 'Rollout' && isObserved(workload) && status.currentPodHash === podLabel?.[1];
  if (!hasBegun || status.promoteFull || status.stableRS === status.currentPodHash) return;
  try {
    await client.patch(statusPath(workload), PATCH.merge, {
      metadata: { resourceVersion: workload.metadata.resourceVersion },
      status: { promoteFull: true },
    });
  } catch (error) {
    // It has changed since: the watch brings what it is now.
    if (!(error instanceof ApiError && error.status === 409)) throw error;
  }
}

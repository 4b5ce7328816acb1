import { withoutFullStop } from '../base/sentence.ts';
import { missingPermissions } from '../systems/kubernetes/access.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { CORE, objectPath } from '../systems/kubernetes/names.ts';
import type { ReplicaSet } from '../systems/kubernetes/objects.ts';
import type { Step } from './plan.ts';
import { creationVerdict } from './pod-status.ts';

/** Words of policies that may depend on the user, and admit a controller's pod. */
const BY_POLICY = /^admission webhook |ValidatingAdmissionPolicy /;

/** Why no pod of a step's template would be made; undefined where one would, or where that is unknown. */
export type PodTrial = (
  step: Step,
) => Promise<{ readonly reason: string; readonly isSure: boolean } | undefined>;

/**
 * Tries a pod of an older template as a dry run. Policies on pods, priority classes and limits are not asked when a
 * workload is changed: a StatefulSet or DaemonSet would take its pods away first and then be refused the older ones. Without the
 * right to create pods nothing is tried.
 */
export async function podTrial(client: KubeClient, namespace: string): Promise<PodTrial> {
  const missing = await missingPermissions(client, namespace, [
    { group: '', resource: 'pods', verbs: ['create'] },
  ]);
  if (missing.length > 0) return async () => undefined;
  return async (step) => {
    if (hasItsPods(step)) return undefined;
    try {
      const path = objectPath(CORE, namespace, 'pods');
      await client.request('POST', path, { body: podOf(step), query: { dryRun: 'All' } });
      return undefined;
    } catch (error) {
      // What is not valid here may be so for what only its controller adds.
      if (!(error instanceof ApiError) || error.status !== 403) return undefined;
      if (creationVerdict(error.message) !== 'final') return undefined;
      return { reason: withoutFullStop(error.message), isSure: !BY_POLICY.test(error.message) };
    }
  };
}

/** The older ReplicaSet still has as many pods as are wanted, and none has to be made. */
function hasItsPods({ target, workload }: Step): boolean {
  if (target?.object.kind !== 'ReplicaSet') return false;
  return ((target.object as ReplicaSet).status?.replicas ?? 0) >= (workload.spec.replicas ?? 1);
}

/** As its controller would make it, as far as policies look at that. */
function podOf({ kind, name, template, target, workload }: Step): object {
  const claims = workload.spec.volumeClaimTemplates ?? [];
  const volumes = [
    ...(template.spec.volumes ?? []).filter((volume) =>
      claims.every(({ metadata }) => metadata.name !== volume.name),
    ),
    ...claims.map(({ metadata }) => ({
      name: metadata.name,
      persistentVolumeClaim: { claimName: `${metadata.name}-${name}-0` },
    })),
  ];
  const { labels, annotations } = template.metadata ?? {};
  const isOfSet = target?.object.kind === 'ReplicaSet' && !target.isKept;
  const owner = isOfSet ? target.object : { ...workload, kind };
  const ownerReferences = [
    {
      apiVersion: owner.apiVersion,
      kind: owner.kind,
      name: owner.metadata.name,
      uid: owner.metadata.uid,
      controller: true,
    },
  ];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generateName: `${name}-`, labels, annotations, ownerReferences },
    spec: { ...template.spec, ...(volumes.length > 0 && { volumes }) },
  };
}

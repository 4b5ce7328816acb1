import type { ManagedFields, PodTemplate, Workload } from '../systems/kubernetes/objects.ts';
import { OURS, ownerOfTemplate } from './hand-over.ts';
import { REVISION } from './history.ts';
import {
  type LastRollback,
  lastRollbackAnnotation,
  PREFIX,
  withoutCopiedMarks,
  withoutPendingRestart,
} from './marks.ts';
import type { Step } from './plan.ts';

/** What `kubectl --record` and people write on a deploy; `kubectl rollout history` shows it. */
const CHANGE_CAUSE = 'kubernetes.io/change-cause';

/** Annotations of a Deployment that belong to its controller or to kubectl, and so do not follow the ReplicaSet. */
const KEPT = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
]);

/** Of these domains, annotations are what other controllers know a workload by, or remember on it. */
const OF_CONTROLLERS =
  /^(downscaler|[\w.-]*(autoscaling(\.alpha\.kubernetes\.io)?|keda\.sh|argoproj\.io|fluxcd\.io|helm\.sh|k14s\.io|cattle\.io|gke\.io|stakater\.com|karpenter\.sh|istio\.io|linkerd\.io|flagger\.app))\//;

/** Whether an annotation belongs to the release: its deployer wrote it, or its writer is unknown, and no controller depends on it. */
function isOfRelease({ metadata }: Workload, deployer: ManagedFields | undefined) {
  const others = (metadata.managedFields ?? []).filter(
    // People write notes on a deploy with kubectl, and its undo takes them away too.
    ({ manager = '' }) => manager !== OURS && manager !== deployer?.manager && !manager.startsWith('kubectl'),
  );
  const theirs = new Set(
    others.flatMap(({ fieldsV1 }) => {
      const owned = fieldsV1?.['f:metadata'] as { 'f:annotations'?: object } | undefined;
      return Object.keys(owned?.['f:annotations'] ?? {}).map((key) => key.slice('f:'.length));
    }),
  );
  return ([key]: readonly [string, unknown]) =>
    !KEPT.has(key) && (key === CHANGE_CAUSE || (!theirs.has(key) && !OF_CONTROLLERS.test(key)));
}

/**
 * The strategic merge patch that takes a workload to a step's template, and nothing else of it anywhere. It holds the
 * resourceVersion that `workload` was read at, so that it fails where the workload was changed since.
 */
export function rollbackPatch(workload: Workload, step: Step, mark: LastRollback): object {
  const annotations = {
    ...annotationChanges(workload, step),
    ...withoutCopiedMarks(workload),
    // Its pods are started anew by this.
    ...withoutPendingRestart(workload),
    ...lastRollbackAnnotation(mark),
  };
  // In one patch: resumed first, the release that is left would spread to all pods.
  return templatePatch(workload, step.template, annotations, workload.spec.paused ? false : undefined);
}

/** A patch that makes `template` the workload's whole template: what it does not have is gone afterwards. */
function templatePatch(
  workload: Workload,
  template: PodTemplate,
  annotations: Record<string, string | null> = {},
  paused?: boolean,
): object {
  const { resourceVersion } = workload.metadata;
  return {
    metadata: { resourceVersion, annotations },
    spec: { template: { ...template, $patch: 'replace' }, ...(paused !== undefined && { paused }) },
  };
}

/** The patch that undoes a rollback: the template and the annotations that the workload had before it. */
export function restorePatch(workload: Workload, { workload: before }: Step): object {
  const mine = isOfRelease(workload, ownerOfTemplate(before));
  const gone = Object.entries(workload.metadata.annotations ?? {})
    .filter(mine)
    .map(([key]) => [key, null]);
  const back = Object.entries(before.metadata.annotations ?? {}).filter(mine);
  const paused = before.spec.paused && !workload.spec.paused ? true : undefined;
  return templatePatch(workload, before.spec.template, Object.fromEntries([...gone, ...back]), paused);
}

/**
 * As `kubectl rollout undo` does it: the annotations of a Deployment (the change-cause, say) become those that it
 * had when the ReplicaSet was made; null takes one away. Not those that other controllers live from, which kubectl takes
 * away as well. StatefulSets and DaemonSets keep theirs.
 */
function annotationChanges(workload: Workload, step: Step): Record<string, string | null> {
  if (workload.kind !== 'Deployment' || !step.target) return {};
  const isReleases = isOfRelease(workload, ownerOfTemplate(workload));
  const follows = (entry: [string, string]) => isReleases(entry) && !entry[0].startsWith(PREFIX);
  const gone = Object.entries(workload.metadata.annotations ?? {})
    .filter(follows)
    .map(([key]) => [key, null]);
  const back = Object.entries(step.target.object.metadata.annotations ?? {}).filter(follows);
  return Object.fromEntries([...gone, ...back]);
}

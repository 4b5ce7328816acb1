import type { Ref } from '../../systems/kubernetes/kinds.ts';
import type { KubeObject, Workload } from '../../systems/kubernetes/objects.ts';

/** The Deployment whose template a Rollout has (`workloadRef`); undefined where it has its own. */
export function templateRef({ kind, spec }: Workload): Ref | undefined {
  const { workloadRef } = kind === 'Rollout' ? spec : {};
  return workloadRef?.kind === 'Deployment' ? { kind: 'Deployment', name: workloadRef.name } : undefined;
}

/** A Rollout as the workload that it is with its Deployment: it has the pods, and that one their template. */
export function joined(rollout: Workload, deployment: Workload): Workload {
  const { template, selector } = deployment.spec;
  const spec = { ...rollout.spec, template, selector: rollout.spec.selector ?? selector };
  return { ...rollout, spec, parts: { rollout, deployment } };
}

/** The object that the template of a workload is in: that of a Rollout may be a Deployment. */
export const holderOf = <T extends KubeObject>(workload: T): T | Workload =>
  (workload as { parts?: Workload['parts'] }).parts?.deployment ?? workload;

/** The objects that a workload is, as the API has them. */
export const objectsOfWorkload = (workload: Workload): readonly Workload[] =>
  workload.parts ? [workload.parts.rollout, workload.parts.deployment] : [workload];

/** Whether the template of a workload is known: that of a Rollout may be in an object that was not read. */
export const hasTemplate = ({ kind, spec, parts }: Workload): boolean =>
  kind !== 'Rollout' || !spec.workloadRef || parts !== undefined;

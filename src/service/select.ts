import { ActionError } from '../base/errors.ts';
import { hasTemplate, templateRef } from '../domain/workloads/joined.ts';
import { type Group, groupWorkloads, selectByLabels } from '../domain/workloads/select.ts';
import type { Selection } from '../domain/workloads/selection.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { label, refOf } from '../systems/kubernetes/kinds.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';
import type { NamespaceCache } from './namespace.ts';
import { toReadTemplates } from './permissions.ts';
import { awaitObserved } from './rollout.ts';

/** The workloads that are selected, each as its controller has seen it last. */
export async function select(
  client: KubeClient,
  namespace: NamespaceCache,
  selection: Selection,
): Promise<Group[]> {
  const seen = ({ workload, named }: Group[number]) =>
    awaitObserved(namespace, { ...refOf(workload), uid: workload.metadata.uid }, client.signal).then(
      (fresh) => ({ workload: fresh, named }),
    );
  const groups = await selectPresent(client, namespace, selection);
  return Promise.all(groups.map((group) => Promise.all(group.map(seen))));
}

/** The same as they are at present. A Deployment that a selected Rollout has its template from goes back with that. */
export async function selectPresent(
  client: KubeClient,
  namespace: NamespaceCache,
  selection: Selection,
): Promise<Group[]> {
  const bySelector = selection.selector
    ? await selectByLabels(client, namespace.name, selection.selector, namespace.kinds)
    : new Set<string>();
  const all = groupWorkloads(selection, namespace.workloads(), namespace.kinds, bySelector, namespace.name);
  const refs = all.flat().flatMap(({ workload }) => templateRef(workload) ?? []);
  const held = new Set(refs.map(label));
  if (held.size > 0) {
    await requirePermissions(client, namespace.name, toReadTemplates);
    await namespace.followTemplates();
  }
  const groups = all.map((group) =>
    group
      .filter(({ workload }) => !held.has(label(refOf(workload))))
      .map(({ workload, named }) => ({
        workload: namespace.workload(workload.kind, workload.metadata.uid) ?? workload,
        named,
      })),
  );
  for (const { workload } of groups.flat()) requireTemplate(workload);
  return groups.filter((group) => group.length > 0);
}

/** @throws ActionError where the template of a workload is in an object that is not there, or none that it is taken from */
function requireTemplate(workload: Workload): void {
  const { workloadRef } = workload.spec;
  if (hasTemplate(workload) || !workloadRef) return;
  const subject = `${label(refOf(workload))} has its template from ${workloadRef.kind.toLowerCase()}/${workloadRef.name} (workloadRef), which`;
  throw new ActionError(
    workloadRef.kind === 'Deployment'
      ? `${subject} is not there.`
      : `${subject} is not supported; go back with \`kubectl argo rollouts undo ${workload.metadata.name}\`, and name the other workloads.`,
  );
}

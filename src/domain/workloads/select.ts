import { ActionError } from '../../base/errors.ts';
import type { KubeClient } from '../../systems/kubernetes/client.ts';
import { ApiError } from '../../systems/kubernetes/errors.ts';
import { kinds, label, refOf, type WorkloadKind, workloadPath } from '../../systems/kubernetes/kinds.ts';
import type { KubeObject, Workload } from '../../systems/kubernetes/objects.ts';
import { presentKinds } from '../../systems/kubernetes/resources.ts';
import type { Selection } from './selection.ts';

/** Workloads that go at the same time. `named` ones were asked for one by one. */
export type Group = readonly { readonly workload: Workload; readonly named: boolean }[];

/** The kinds that have to be looked at, in a cluster that has these. */
export function kindsOf(
  { all, refs, selector }: Selection,
  present: readonly WorkloadKind[],
): WorkloadKind[] {
  const named = (Object.keys(kinds) as WorkloadKind[]).filter((kind) =>
    refs.some((ref) => ref.kind === kind),
  );
  return all || selector ? [...new Set([...present, ...named])] : named;
}

/** The same, by a look at the namespace where that matters: not every one has Rollouts. */
export async function kindsIn(
  client: KubeClient,
  selection: Selection,
  namespace: string,
): Promise<WorkloadKind[]> {
  const isOpen = selection.all || selection.selector;
  return kindsOf(selection, isOpen ? await presentKinds(client, namespace) : []);
}

/** The uids of the kinds that a label selector finds; the API server reads the selector. @throws ActionError where it cannot */
export async function selectByLabels(
  client: KubeClient,
  namespace: string,
  selector: string,
  listed: readonly WorkloadKind[],
): Promise<Set<string>> {
  const requests = listed.map((kind) =>
    client.list<KubeObject>(workloadPath(namespace, kind), { labelSelector: selector }),
  );
  const lists = await Promise.all(requests).catch((error: unknown) => {
    if (!(error instanceof ApiError && error.status === 400)) throw error;
    throw new ActionError(
      `Input \`selector\` is ${JSON.stringify(selector)}, which is not a selector of labels; write it as \`kubectl -l\` takes it, such as app=web,tier in (api,worker).`,
      { details: [error.message], cause: error },
    );
  });
  return new Set(lists.flatMap((list) => list.items.map((item) => item.metadata.uid)));
}

/** Puts the workloads that exist into the groups that were requested. @throws ActionError naming what does not exist */
export function groupWorkloads(
  selection: Selection,
  present: readonly Workload[],
  listed: readonly WorkloadKind[],
  bySelector: ReadonlySet<string>,
  namespace: string,
): Group[] {
  const named = new Set(selection.refs.map(label));
  const byLabel = new Map(present.map((workload) => [label(refOf(workload)), workload]));
  const rest = new Map(selectFrom(byLabel, selection, bySelector, namespace));
  const groups = selection.order.map((group) =>
    group.flatMap((ref) => {
      const workload = rest.get(label(ref));
      if (!workload && listed.includes(ref.kind) && !byLabel.has(label(ref)))
        throw new ActionError(
          `Input \`order\` names ${label(ref)}, which is not in the namespace ${namespace}.`,
        );
      rest.delete(label(ref));
      // The order of a configuration holds for whatever part of it is named now.
      return workload ? [workload] : [];
    }),
  );
  return [...groups, [...rest.values()]]
    .filter((group) => group.length > 0)
    .map((group) => group.map((workload) => ({ workload, named: named.has(label(refOf(workload))) })));
}

/** @throws ActionError where a workload that is named is missing, or none is selected */
function selectFrom(
  byLabel: ReadonlyMap<string, Workload>,
  selection: Selection,
  bySelector: ReadonlySet<string>,
  namespace: string,
): (readonly [string, Workload])[] {
  const named = new Set(selection.refs.map(label));
  const missing = [...named].filter((name) => !byLabel.has(name));
  if (missing.length > 0) {
    const known = [...byLabel.keys()].sort().join(', ') || 'none of that kind';
    throw new ActionError(
      `There is no ${missing.join(', ')} in the namespace ${namespace}; there are ${known}.`,
    );
  }
  const selected = [...byLabel].filter(
    ([name, { metadata }]) => selection.all || named.has(name) || bySelector.has(metadata.uid),
  );
  if (selected.length === 0)
    throw new ActionError(
      `Nothing is selected in the namespace ${namespace}: ${selection.selector ? `no workload has the labels ${selection.selector}` : 'it has no workloads'}; check \`namespace\`, \`workloads\` and \`selector\`.`,
    );
  return selected;
}

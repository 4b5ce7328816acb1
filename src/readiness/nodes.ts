import type { Revision } from '../service/history.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { CORE } from '../systems/kubernetes/names.ts';
import type { KubeObject, NodeRequirement, PodTemplate } from '../systems/kubernetes/objects.ts';
import { type Finding, type Item, notChecked, together } from './line.ts';

export const NODES = { state: 'at-risk', remedy: 'bring a node pool back that its pods may run on' } as const;

/** The fields of a node that decide which pods may run on it. */
interface Node extends KubeObject {
  readonly spec?: {
    readonly unschedulable?: boolean;
    readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
  };
}

/** Whether some node takes the pods of each. @throws ApiError where nodes may not be listed */
export async function checkNodes(
  client: KubeClient,
  all: readonly { readonly name: string; readonly target: Revision | undefined }[],
): Promise<Finding> {
  const { items: nodes } = await client.list<Node>(`${CORE}/nodes`);
  if (nodes.length === 0) return notChecked('node pools', 'the cluster has no nodes of its own');
  const items = all.map(({ name: of, target }): Item => {
    if (!target || nodes.some((node) => takes(node, target.template)))
      return { of, state: 'ok', evidence: '' };
    return {
      of,
      state: 'at-risk',
      evidence: `none of ${nodes.length} nodes takes its pods (${describePlacement(target.template)})`,
    };
  });
  return together(
    'node pools',
    items,
    `${nodes.length} nodes, and each good revision fits one`,
    NODES.remedy,
  );
}

/** By labels and taints alone; an autoscaler may bring what is not there. */
function takes({ metadata, spec = {} }: Node, template: PodTemplate): boolean {
  const { nodeSelector = {}, affinity, tolerations = [] } = template.spec;
  const { labels = {}, name } = metadata;
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  const fits =
    Object.entries(nodeSelector).every(([key, value]) => labels[key] === value) &&
    (terms?.some(
      ({ matchExpressions = [], matchFields = [] }) =>
        matchExpressions.length + matchFields.length > 0 &&
        matchExpressions.every((each) => meets(labels[each.key], each)) &&
        matchFields.every((each) => meets(each.key === 'metadata.name' ? name : undefined, each)),
    ) ??
      true);
  const keepsOut = (spec.taints ?? []).filter(({ effect }) => effect !== 'PreferNoSchedule');
  const isTolerated = (taint: { key: string; value?: string; effect: string }) =>
    tolerations.some(
      ({ key, operator = 'Equal', value = '', effect }) =>
        (key === undefined || key === taint.key) &&
        (effect === undefined || effect === '' || effect === taint.effect) &&
        (operator === 'Exists' || value === (taint.value ?? '')),
    );
  return fits && spec.unschedulable !== true && keepsOut.every(isTolerated);
}

/** As the scheduler reads a requirement (component-helpers/scheduling/corev1/nodeaffinity). */
function meets(value: string | undefined, { operator, values = [] }: NodeRequirement): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return Number(value) > Number(values[0]);
    case 'Lt':
      return Number(value) < Number(values[0]);
    // One that is newer than this keeps no node away.
    default:
      return true;
  }
}

const describePlacement = ({ spec: { nodeSelector = {}, affinity } }: PodTemplate): string =>
  [
    ...Object.entries(nodeSelector).map((pair) => pair.join('=')),
    ...(affinity?.nodeAffinity ? ['its node affinity'] : []),
  ].join(', ') || 'no node that may be scheduled is without a taint that they do not tolerate';

import { isTerminating, type Node, type PodSpec } from './objects.ts';

/** Whether a pod of this spec may run on a node: its selector, and the one affinity that DaemonSets write. */
export function fits(spec: PodSpec, node: Node): boolean {
  if (isTerminating(node)) return false;
  const labels = node.metadata.labels ?? {};
  const isSelected = Object.entries(spec.nodeSelector ?? {}).every(([key, value]) => labels[key] === value);
  const pinned = pinnedNode(spec);
  return isSelected && (pinned === undefined || pinned === node.metadata.name);
}

export function pinTo(node: string): object {
  const matchFields = [{ key: 'metadata.name', operator: 'In', values: [node] }];
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields }] },
    },
  };
}

export function pinnedNode(spec: PodSpec): string | undefined {
  const affinity = spec.affinity as
    | {
        nodeAffinity?: {
          requiredDuringSchedulingIgnoredDuringExecution?: {
            nodeSelectorTerms: { matchFields?: { values: string[] }[] }[];
          };
        };
      }
    | undefined;
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return required?.nodeSelectorTerms[0]?.matchFields?.[0]?.values[0];
}

import { badRequest, invalid } from './failure.ts';
import type { KubeObject, LabelSelector } from './objects.ts';
import type { Resource } from './resources.ts';

/** The `scale` view of a workload, the same for every kind that has one. */
export function scaleOf(object: KubeObject): KubeObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const { replicas, selector } = object.spec as { replicas: number; selector: LabelSelector };
  const status = {
    replicas: (object.status as { replicas?: number }).replicas ?? 0,
    selector: selectorText(selector),
  };
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, ...(namespace && { namespace }), uid, resourceVersion, creationTimestamp },
    // A zero is left out.
    spec: replicas > 0 ? { replicas } : {},
    status,
  };
}

export function changeScale(
  resource: Resource,
  object: KubeObject,
  edit: (scale: KubeObject) => KubeObject,
): KubeObject {
  const scale = edit(scaleOf(object));
  if (scale.kind !== 'Scale') throw badRequest(`expected input object type to be Scale, but ${scale.kind}`);
  const { replicas = 0 } = (scale.spec ?? {}) as { replicas?: number };
  const { name } = object.metadata;
  if (!Number.isInteger(replicas) || replicas < 0) {
    throw invalid(
      resource,
      name,
      'spec.replicas',
      `Invalid value: ${replicas}: must be greater than or equal to 0`,
    );
  }
  const { resourceVersion, uid } = scale.metadata;
  return {
    ...object,
    metadata: { ...object.metadata, resourceVersion, uid, name: scale.metadata.name },
    spec: { ...(object.spec as object), replicas },
  };
}

function selectorText({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const equal = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const others = matchExpressions.map(({ key, operator, values = [] }) => {
    if (operator === 'Exists') return key;
    if (operator === 'DoesNotExist') return `!${key}`;
    return `${key} ${operator.toLowerCase()} (${values.join(',')})`;
  });
  return [...equal, ...others].join(',');
}

import { invalid } from './failure.ts';
import { isSame } from './json.ts';
import type { Container, IntOrPercent, KubeObject, LabelSelector, PodSpec, PodTemplate } from './objects.ts';
import type { Resource } from './resources.ts';
import { selectorMatcher } from './selectors.ts';

export function validateWorkload(resource: Resource, object: KubeObject): void {
  const { name } = object.metadata;
  const refuse = (field: string, why: string) => invalid(resource, name, field, why);
  if (resource.plural === 'controllerrevisions') {
    const { revision, data } = object as KubeObject & { revision?: number; data?: object };
    if (!data) throw refuse('data', 'Required value: data is mandatory');
    if ((revision ?? 0) < 0)
      throw refuse('revision', `Invalid value: ${revision}: must be greater than or equal to 0`);
    return;
  }
  const spec = (object.spec ?? {}) as WorkloadSpec;
  for (const field of ['replicas', 'minReadySeconds', 'revisionHistoryLimit'] as const) {
    const value = spec[field] ?? 0;
    if (value < 0)
      throw refuse(`spec.${field}`, `Invalid value: ${value}: must be greater than or equal to 0`);
  }
  const { selector, template } = spec;
  if (!selector) throw refuse('spec.selector', 'Required value');
  if (!selector.matchLabels && !selector.matchExpressions) {
    throw refuse('spec.selector', 'Invalid value: empty selector is invalid');
  }
  if (!selectorMatcher(selector)(template?.metadata?.labels ?? {})) {
    throw refuse(
      'spec.template.metadata.labels',
      'Invalid value: `selector` does not match template `labels`',
    );
  }
  validatePodSpec(resource, object, template?.spec, 'spec.template.spec');
  const policy = (template?.spec as { restartPolicy?: string } | undefined)?.restartPolicy;
  if (policy !== 'Always') {
    throw refuse(
      'spec.template.spec.restartPolicy',
      `Unsupported value: "${policy}": supported values: "Always"`,
    );
  }
  validateStrategy(resource, name, spec);
}

export function validateJob(resource: Resource, object: KubeObject): void {
  const { template } = (object.spec ?? {}) as WorkloadSpec;
  validatePodSpec(resource, object, template?.spec, 'spec.template.spec');
  const policy = (template?.spec as { restartPolicy?: string } | undefined)?.restartPolicy;
  if (policy === 'Never' || policy === 'OnFailure') return;
  const field = 'spec.template.spec.restartPolicy';
  throw invalid(resource, object.metadata.name, field, 'Required value: valid values: "OnFailure", "Never"');
}

export function validateWorkloadUpdate(resource: Resource, object: KubeObject, before: KubeObject): void {
  if (resource.plural === 'controllerrevisions') return;
  const { name } = before.metadata;
  const [spec, old] = [object.spec as WorkloadSpec, before.spec as WorkloadSpec];
  if (resource.plural === 'statefulsets') {
    if (!isSame(without(spec, MUTABLE_IN_STATEFULSET), without(old, MUTABLE_IN_STATEFULSET))) {
      const names = MUTABLE_IN_STATEFULSET.map((each) => `'${each}'`).join(', ');
      throw invalid(
        resource,
        name,
        'spec',
        `Forbidden: updates to statefulset spec for fields other than ${names} are forbidden`,
      );
    }
  } else if (!isSame(spec.selector, old.selector)) {
    throw invalid(
      resource,
      name,
      'spec.selector',
      `Invalid value: ${JSON.stringify(spec.selector)}: field is immutable`,
    );
  }
}

export function validatePodSpec(
  resource: Resource,
  object: KubeObject,
  spec: object | undefined,
  path: string,
): void {
  const refuse = (field: string, why: string) =>
    invalid(resource, object.metadata.name, `${path}.${field}`, why);
  const { containers = [], initContainers = [], volumes = [] } = (spec ?? {}) as CheckedPodSpec;
  if (containers.length === 0) throw refuse('containers', 'Required value');
  const seen = new Set<string>();
  for (const [index, container] of [...initContainers, ...containers].entries()) {
    const { name, image, volumeMounts = [] } = container;
    if (!name) throw refuse(`containers[${index}].name`, 'Required value');
    if (seen.has(name)) throw refuse(`containers[${index}].name`, `Duplicate value: "${name}"`);
    seen.add(name);
    if (!image) throw refuse(`containers[${index}].image`, 'Required value');
    if (image !== image.trim())
      throw refuse(
        `containers[${index}].image`,
        `Invalid value: "${image}": must not have leading or trailing whitespace`,
      );
    const lost = volumeMounts.find((mount) => !volumes.some((volume) => volume.name === mount.name));
    if (lost) throw refuse(`containers[${index}].volumeMounts[0].name`, `Not found: "${lost.name}"`);
  }
}

export function validatePodUpdate(resource: Resource, object: KubeObject, before: KubeObject): void {
  if (isSame(immutablePart(object), immutablePart(before))) return;
  throw invalid(
    resource,
    before.metadata.name,
    'spec',
    'Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
  );
}

interface WorkloadSpec {
  replicas?: number;
  minReadySeconds?: number;
  revisionHistoryLimit?: number;
  progressDeadlineSeconds?: number;
  selector?: LabelSelector;
  template?: PodTemplate;
  strategy?: Strategy;
  updateStrategy?: Strategy;
  podManagementPolicy?: string;
}

interface Strategy {
  type: string;
  rollingUpdate?: { maxSurge?: IntOrPercent; maxUnavailable?: IntOrPercent };
}

interface CheckedPodSpec {
  containers?: (Container & { volumeMounts?: { name: string }[] })[];
  initContainers?: (Container & { volumeMounts?: { name: string }[] })[];
  volumes?: { name: string }[];
}

const MUTABLE_IN_STATEFULSET = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

const STRATEGIES: Record<string, string[]> = {
  deployments: ['Recreate', 'RollingUpdate'],
  statefulsets: ['RollingUpdate', 'OnDelete'],
  daemonsets: ['OnDelete', 'RollingUpdate'],
};

function validateStrategy(resource: Resource, name: string, spec: WorkloadSpec): void {
  const refuse = (field: string, why: string) => invalid(resource, name, `spec.${field}`, why);
  const field = resource.plural === 'deployments' ? 'strategy' : 'updateStrategy';
  const strategy = spec[field];
  if (!strategy) return;
  if (!STRATEGIES[resource.plural]?.includes(strategy.type)) {
    throw refuse(`${field}.type`, `Unsupported value: "${strategy.type}"`);
  }
  if (strategy.type === 'Recreate' && strategy.rollingUpdate) {
    throw refuse(
      'strategy.rollingUpdate',
      "Forbidden: may not be specified when strategy `type` is 'Recreate'",
    );
  }
  const { maxSurge, maxUnavailable } = strategy.rollingUpdate ?? {};
  if (isZero(maxSurge) && isZero(maxUnavailable)) {
    throw refuse(
      `${field}.rollingUpdate.maxUnavailable`,
      `Invalid value: ${maxUnavailable}: may not be 0 when \`maxSurge\` is 0`,
    );
  }
  if (spec.podManagementPolicy && !['OrderedReady', 'Parallel'].includes(spec.podManagementPolicy)) {
    throw refuse(
      'podManagementPolicy',
      `Invalid value: "${spec.podManagementPolicy}": must be 'OrderedReady' or 'Parallel'`,
    );
  }
  const { progressDeadlineSeconds: deadline, minReadySeconds = 0 } = spec;
  if (deadline !== undefined && deadline <= minReadySeconds) {
    throw refuse(
      'progressDeadlineSeconds',
      `Invalid value: ${deadline}: must be greater than minReadySeconds`,
    );
  }
}

function isZero(value: IntOrPercent | undefined): boolean {
  return value === 0 || value === '0%';
}

function without(spec: object, keys: string[]): object {
  return Object.fromEntries(Object.entries(spec).filter(([key]) => !keys.includes(key)));
}

function immutablePart({ spec }: KubeObject): object {
  const { containers, initContainers, ...rest } = spec as PodSpec;
  const named = (list: Container[] = []) => list.map((container) => ({ ...container, image: '' }));
  const fixed = without(rest, ['tolerations', 'activeDeadlineSeconds', 'terminationGracePeriodSeconds']);
  return { ...fixed, containers: named(containers), initContainers: named(initContainers) };
}

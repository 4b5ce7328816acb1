import { createHash } from 'node:crypto';
import type { Fields } from '../../base/fields.ts';
import { BATCH } from '../../systems/kubernetes/names.ts';
import type { Job, PodTemplate } from '../../systems/kubernetes/objects.ts';
import { mainContainer } from '../main-container.ts';
import { PREFIX } from '../marks.ts';

/** On the Job and its pod: the uid of the workload whose release goes. */
export const DOWN_LABEL = `${PREFIX}down`;
/** How long an ended Job stays, so that people can look at it. */
const KEPT_SECONDS = 86_400;
const LONGEST_WORKLOAD = 40;

/** What of a pod is for serving, and would keep its Job from ending or from starting. */
const FOR_SERVING = [
  'initContainers',
  'ephemeralContainers',
  'readinessGates',
  'topologySpreadConstraints',
  'hostname',
  'subdomain',
  'nodeName',
];
const FOR_SERVING_OF_CONTAINER = [
  'args',
  'lifecycle',
  'livenessProbe',
  'ports',
  'readinessProbe',
  'restartPolicy',
  'startupProbe',
  'stdin',
  'tty',
];

/** Sidecars that are injected never end, and the Job would not either. */
const NO_SIDECARS = { 'sidecar.istio.io/inject': 'false', 'linkerd.io/inject': 'disabled' };

interface JobOptions {
  readonly namespace: string;
  readonly workload: { readonly name: string; readonly uid: string };
  readonly argv: readonly string[];
  /** Sets this Job's name apart from every other one's. */
  readonly attempt: string;
  readonly deadlineSeconds: number;
  readonly rollback: { readonly id: string; readonly reason: string };
}

/**
 * A Job of a release's container: its image, environment, volumes, account and node, with another command, once and no second
 * time. Its pod has none of the workload's labels, so that no Service sends it requests and no controller takes it for its own.
 */
export function jobOf(
  template: PodTemplate,
  options: JobOptions,
): Omit<Job, 'metadata'> & { metadata: object } {
  const { workload, attempt, rollback } = options;
  const spec = without(template.spec as unknown as Fields, FOR_SERVING);
  const main = mainContainer(template, workload.name);
  const volumes = (template.spec.volumes ?? []) as readonly { readonly name: string }[];
  const known = new Set(volumes.map(({ name }) => name));
  const { volumeMounts = [], ...rest } = without(main as unknown as Fields, FOR_SERVING_OF_CONTAINER) as {
    volumeMounts?: readonly { name: string }[];
  };
  // A StatefulSet's own volumes are its pods' alone.
  const mounts = volumeMounts.filter(({ name }) => known.has(name));
  const used = volumes.filter(({ name }) => mounts.some((mount) => mount.name === name));
  const { nodeAffinity } = (template.spec.affinity ?? {}) as { nodeAffinity?: object };
  const labels = { [DOWN_LABEL]: workload.uid };
  return {
    apiVersion: BATCH.replace('/apis/', ''),
    kind: 'Job',
    metadata: {
      name: nameOf(workload, attempt),
      namespace: options.namespace,
      labels,
      annotations: { [`${PREFIX}rollback`]: rollback.id, [`${PREFIX}reason`]: rollback.reason.slice(0, 200) },
    },
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: options.deadlineSeconds,
      ttlSecondsAfterFinished: KEPT_SECONDS,
      template: {
        metadata: { labels, annotations: NO_SIDECARS },
        spec: {
          ...spec,
          ...{ restartPolicy: 'Never', affinity: nodeAffinity && { nodeAffinity } },
          ...{ volumes: used, containers: [{ ...rest, command: options.argv, volumeMounts: mounts }] },
        } as unknown as PodTemplate['spec'],
      },
    },
  };
}

function nameOf({ name, uid }: JobOptions['workload'], attempt: string): string {
  const hash = createHash('sha256').update(`${uid}/${attempt}`).digest('hex').slice(0, 10);
  return `${name
    .slice(0, LONGEST_WORKLOAD)
    .replace(/[^a-z0-9]+$/, '')
    .replaceAll('.', '-')}-down-${hash}`;
}

const without = (object: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

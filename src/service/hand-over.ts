import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { workloadPath } from '../systems/kubernetes/kinds.ts';
import type { ManagedFields, PodTemplate, Workload } from '../systems/kubernetes/objects.ts';

/** The manager that the API server makes of our User-Agent. */
export const OURS = 'rollback-actions';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** How often somebody may be faster before it is left. */
const ATTEMPTS = 3;

type Fields = Record<string, unknown>;

/**
 * Whoever deployed the template that a rollback replaced: the manager that owned the fields of its pods. Controllers
 * and people who only scale own nothing of them.
 */
export function ownerOfTemplate({ metadata }: Workload): ManagedFields | undefined {
  const owners = (metadata.managedFields ?? []).filter(
    (entry) => entry.manager !== OURS && entry.subresource === undefined && ownsImages(entry.fieldsV1),
  );
  // A tool that applies states what it wants; who only updated may have been a hand.
  return owners.find(({ operation }) => operation === 'Apply') ?? owners.at(-1);
}

function ownsImages(fields: unknown): boolean {
  const containers = at(fields, 'f:spec', 'f:template', 'f:spec', 'f:containers');
  return Object.values(containers ?? {}).some((item) => at(item, 'f:image') !== undefined);
}

const at = (value: unknown, ...path: string[]): Fields | undefined =>
  path.reduce<Fields | undefined>(
    (found, key) => found?.[key] as Fields | undefined,
    value as Fields | undefined,
  );

/**
 * The managedFields with what our rollback owns of the spec given to the manager that had it: its next deploy then finds
 * its own fields, has no conflict, and takes away what it does not want any more. Undefined where nothing is ours to give.
 */
export function handedOver(
  entries: readonly ManagedFields[],
  to: Pick<ManagedFields, 'manager' | 'operation'>,
): ManagedFields[] | undefined {
  const ours = entries.find(isOurSpec);
  const spec = at(ours?.fieldsV1, 'f:spec');
  if (!ours || !spec) return undefined;
  const { 'f:spec': _, ...rest } = ours.fieldsV1 ?? {};
  const isTheirs = (entry: ManagedFields) =>
    entry.manager === to.manager && entry.operation === to.operation && entry.subresource === undefined;
  const others = entries
    .map((entry) =>
      isTheirs(entry) ? { ...entry, fieldsV1: merged(entry.fieldsV1 ?? {}, { 'f:spec': spec }) } : entry,
    )
    .map((entry) => (entry === ours ? { ...entry, fieldsV1: rest } : entry));
  const there = entries.some(isTheirs);
  // What it had is gone with the fields that the rollback changed.
  return there
    ? others
    : [
        ...others,
        {
          ...ours,
          manager: to.manager,
          operation: to.operation,
          fieldsV1: { 'f:spec': spec },
        } as ManagedFields,
      ];
}

const isOurSpec = ({ manager, subresource, fieldsV1 }: ManagedFields): boolean =>
  manager === OURS && subresource === undefined && at(fieldsV1, 'f:spec') !== undefined;

function merged(a: Fields, b: Fields): Fields {
  const all = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const known = all.get(key);
    const both = typeof known === 'object' && known !== null && typeof value === 'object' && value !== null;
    all.set(key, both ? merged(known as Fields, value as Fields) : value);
  }
  return Object.fromEntries(all);
}

/**
 * The annotation by which `kubectl apply` knows what it once applied, with the template that is there now: the next
 * apply then takes away what the older template had and the next one has not. Undefined where there is nothing to put right.
 */
export function appliedTemplate(annotation: string | undefined, template: PodTemplate): string | undefined {
  if (annotation === undefined) return undefined;
  try {
    const applied = JSON.parse(annotation) as { spec?: { template?: unknown } };
    if (typeof applied?.spec?.template !== 'object') return undefined;
    return `${JSON.stringify({ ...applied, spec: { ...applied.spec, template } })}\n`;
  } catch {
    // Whoever wrote it knows what to do with it.
    return undefined;
  }
}

/** Gives the fields that a rollback has written to the manager that had them, and puts kubectl's annotation right. */
export async function handOver(client: KubeClient, before: Workload, after: Workload): Promise<Workload> {
  const owner = ownerOfTemplate(before);
  const path = workloadPath(after.metadata.namespace, after.kind, after.metadata.name);
  let fresh = after;
  for (let attempt = 1; ; attempt++) {
    const { metadata, spec } = fresh;
    // What its owner has brought back itself is not ours to put right.
    if (metadata.managedFields && !metadata.managedFields.some(isOurSpec)) return fresh;
    const entries = owner && handedOver(metadata.managedFields ?? [], owner);
    const applied = appliedTemplate(metadata.annotations?.[LAST_APPLIED], spec.template);
    const patch = [
      { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
      ...(applied && applied !== metadata.annotations?.[LAST_APPLIED]
        ? [
            {
              op: 'replace',
              path: `/metadata/annotations/${LAST_APPLIED.replace('/', '~1')}`,
              value: applied,
            },
          ]
        : []),
      ...(entries ? [{ op: 'replace', path: '/metadata/managedFields', value: entries }] : []),
    ];
    if (patch.length === 1) return fresh;
    try {
      return await client.patch<Workload>(path, PATCH.json, patch);
    } catch (error) {
      // A test that fails is 422, a write in between 409.
      const isBeaten = error instanceof ApiError && (error.status === 409 || error.status === 422);
      if (!isBeaten || attempt === ATTEMPTS) throw error;
      fresh = await client.get<Workload>(path);
    }
  }
}

/** What of an older template a client-side owner will not take away, because it does not know of it: names of parts. */
export function lingering({ template: now }: Workload['spec'], target: PodTemplate): string[] {
  const added: string[] = [];
  const known = new Map(now.spec.containers.map((container) => [container.name, container]));
  for (const container of target.spec.containers) {
    const mine = known.get(container.name);
    if (!mine) added.push(`container ${container.name}`);
    const names = new Set((mine?.env ?? []).map(({ name }) => name));
    for (const { name } of mine ? (container.env ?? []) : [])
      if (!names.has(name)) added.push(`variable ${name} of ${container.name}`);
  }
  const volumes = new Set((now.spec.volumes ?? []).map(({ name }) => name));
  for (const { name } of target.spec.volumes ?? []) if (!volumes.has(name)) added.push(`volume ${name}`);
  return added;
}

import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { holderOf } from '../domain/workloads/joined.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { label, refOf, workloadPath } from '../systems/kubernetes/kinds.ts';
import type {
  Config,
  KubeObject,
  ManagedFields,
  PodTemplate,
  Workload,
} from '../systems/kubernetes/objects.ts';
import { declared } from './declared.ts';
import { PREFIX } from './marks.ts';
import type { NamespaceCache } from './namespace.ts';

/** The manager that the API server makes of our User-Agent. */
export const OURS = 'rollback-actions';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** How many conflicts there may be before it is left. */
const ATTEMPTS = 3;

type Fields = Record<string, unknown>;

/**
 * The deployer of the template that a rollback replaced: the manager that owned the fields of its pods. Controllers and people
 * who only scale own nothing of them.
 */
export const ownerOfTemplate = (workload: Workload) => ownerOf(holderOf(workload), ownsImages);

/** The deployer of the contents of a ConfigMap or Secret. */
export const ownerOfData = (config: Config) => ownerOf(config, ownsData);

function ownerOf({ metadata }: KubeObject, owns: (fields: unknown) => boolean): ManagedFields | undefined {
  const owners = (metadata.managedFields ?? []).filter(
    (entry) => entry.manager !== OURS && entry.subresource === undefined && owns(entry.fieldsV1),
  );
  // An apply is a deploy tool's; an update may have been made by hand.
  return owners.find(({ operation }) => operation === 'Apply') ?? owners.at(-1);
}

function ownsImages(fields: unknown): boolean {
  const containers = at(fields, 'f:spec', 'f:template', 'f:spec', 'f:containers');
  return Object.values(containers ?? {}).some((item) => at(item, 'f:image') !== undefined);
}

const ownsData = (fields: unknown): boolean =>
  (at(fields, 'f:data') ?? at(fields, 'f:binaryData')) !== undefined;

const at = (value: unknown, ...path: string[]): Fields | undefined =>
  path.reduce<Fields | undefined>(
    (found, key) => found?.[key] as Fields | undefined,
    value as Fields | undefined,
  );

/**
 * The managedFields with what our rollback owns given to the manager that had it, but for our own notes: its next deploy
 * then finds its own fields, has no conflict, and takes away what it does not want any more. Undefined where nothing is
 * ours to give.
 */
export function handedOver(
  entries: readonly ManagedFields[],
  to: Pick<ManagedFields, 'manager' | 'operation'>,
): ManagedFields[] | undefined {
  const ours = entries.find(isOurs);
  if (!ours) return undefined;
  const { given, kept } = divided(ours.fieldsV1);
  if (Object.keys(given).length === 0) return undefined;
  const isTheirs = (entry: ManagedFields) =>
    entry.manager === to.manager && entry.operation === to.operation && entry.subresource === undefined;
  const others = entries
    .map((entry) => (isTheirs(entry) ? { ...entry, fieldsV1: merged(entry.fieldsV1 ?? {}, given) } : entry))
    .map((entry) => (entry === ours ? { ...entry, fieldsV1: kept } : entry))
    .filter(({ fieldsV1 }) => Object.keys(fieldsV1 ?? {}).length > 0);
  // What it had is gone with the fields that the rollback changed.
  return entries.some(isTheirs)
    ? others
    : [
        ...others,
        { ...ours, manager: to.manager, operation: to.operation, fieldsV1: given } as ManagedFields,
      ];
}

const isOurs = ({ manager, subresource }: ManagedFields): boolean =>
  manager === OURS && subresource === undefined;

/** Whether anything of an object is ours that was another's. */
const hasToGive = (entries: readonly ManagedFields[]): boolean =>
  entries.some((entry) => isOurs(entry) && Object.keys(divided(entry.fieldsV1).given).length > 0);

/** What we own, in what is given away and our own notes, which are annotations. */
function divided(fields: Fields = {}): { given: Fields; kept: Fields } {
  const { 'f:metadata': metadata, ...rest } = fields;
  const { 'f:annotations': annotations, ...others } = (metadata ?? {}) as Fields;
  const all = Object.entries((annotations ?? {}) as Fields);
  const isNote = ([key]: readonly [string, unknown]) => key === '.' || key.startsWith(`f:${PREFIX}`);
  const notes = all.filter(isNote);
  const releases = all.filter((entry) => !isNote(entry));
  const given = {
    ...others,
    ...(releases.length > 0 && { 'f:annotations': Object.fromEntries(releases) }),
  };
  return {
    given: { ...rest, ...(Object.keys(given).length > 0 && { 'f:metadata': given }) },
    kept: notes.length > 0 ? { 'f:metadata': { 'f:annotations': Object.fromEntries(notes) } } : {},
  };
}

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
 * The annotation by which `kubectl apply` knows what it once applied, with what was declared of the template that is there now:
 * the next apply then takes away what the older template had and the next one has not. What the cluster adds is left out,
 * as Argo CD would find that to be taken away, and the object never the same as its source. Undefined where there is nothing
 * to put right.
 *
 * @param left the template that was there before
 */
export function appliedTemplate(
  annotation: string | undefined,
  there: PodTemplate,
  left: PodTemplate,
): string | undefined {
  if (annotation === undefined) return undefined;
  try {
    const applied = JSON.parse(annotation) as { spec?: { template?: unknown } };
    if (typeof applied?.spec?.template !== 'object') return undefined;
    const template = declared(there, left, applied.spec.template, 'template');
    return `${JSON.stringify({ ...applied, spec: { ...applied.spec, template } })}\n`;
  } catch {
    // Its writer knows what to do with it.
    return undefined;
  }
}

/** The same of a ConfigMap or Secret. */
function appliedData(annotation: string | undefined, { data, binaryData }: Config): string | undefined {
  if (annotation === undefined) return undefined;
  try {
    const applied = JSON.parse(annotation) as Fields | null;
    // What was given as texts is not distinguished from what was there before.
    if (applied?.data === undefined || applied.stringData !== undefined) return undefined;
    return `${JSON.stringify({ ...applied, data, binaryData })}\n`;
  } catch {
    return undefined;
  }
}

/** What is put right on an object: the owner of its fields, and kubectl's annotation. */
interface Righted {
  readonly managedFields?: ManagedFields[] | undefined;
  readonly applied?: string | undefined;
}

/** Gives the fields that a rollback has written to the manager that had them, and puts kubectl's annotation right. */
export function handOver(client: KubeClient, before: Workload, after: Workload): Promise<Workload> {
  const path = workloadPath(after.metadata.namespace, after.kind, after.metadata.name);
  const right = ({ metadata, spec }: Workload) =>
    righted(
      metadata,
      ownerOfTemplate(before),
      appliedTemplate(metadata.annotations?.[LAST_APPLIED], spec.template, before.spec.template),
    );
  const write = ({ metadata }: Workload, { managedFields, applied }: Righted) => {
    const annotation = `/metadata/annotations/${LAST_APPLIED.replace('/', '~1')}`;
    return client.patch<Workload>(path, PATCH.json, [
      { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
      ...(applied ? [{ op: 'replace', path: annotation, value: applied }] : []),
      ...(managedFields ? [{ op: 'replace', path: '/metadata/managedFields', value: managedFields }] : []),
    ]);
  };
  return give(after, right, write, () => client.get(path));
}

/** The same of a ConfigMap or Secret at its path, by the right that wrote it: as a whole. */
export function handConfigOver(
  client: KubeClient,
  path: string,
  before: Config,
  after: Config,
): Promise<Config> {
  const owner = ownerOfData(before);
  const right = (config: Config) =>
    righted(config.metadata, owner, appliedData(config.metadata.annotations?.[LAST_APPLIED], config));
  const write = ({ metadata, ...content }: Config, { managedFields, applied }: Righted) => {
    const annotations = { ...metadata.annotations, ...(applied && { [LAST_APPLIED]: applied }) };
    const body = {
      ...content,
      metadata: { ...metadata, annotations, ...(managedFields && { managedFields }) },
    };
    return client.request<Config>('PUT', path, { body });
  };
  return give(after, right, write, () => client.get(path));
}

/** What there is to put right; undefined where nothing is. What its owner has brought back itself is not ours to change. */
function righted(
  { managedFields = [], annotations }: KubeObject['metadata'],
  owner: ManagedFields | undefined,
  applied: string | undefined,
): Righted | undefined {
  if (managedFields.length > 0 && !hasToGive(managedFields)) return undefined;
  const given = owner && handedOver(managedFields, owner);
  const changed = applied === annotations?.[LAST_APPLIED] ? undefined : applied;
  return given || changed ? { managedFields: given, applied: changed } : undefined;
}

async function give<T>(
  after: T,
  right: (fresh: T) => Righted | undefined,
  write: (fresh: T, right: Righted) => Promise<T>,
  read: () => Promise<T>,
): Promise<T> {
  let fresh = after;
  for (let attempt = 1; ; attempt++) {
    const wrong = right(fresh);
    if (!wrong) return fresh;
    try {
      return await write(fresh, wrong);
    } catch (error) {
      // A test that fails is 422, a write in between 409.
      const isBeaten = error instanceof ApiError && (error.status === 409 || error.status === 422);
      if (!isBeaten || attempt === ATTEMPTS) throw error;
      fresh = await read();
    }
  }
}

/** The next deploy of the template's owner must find its own fields; that this fails is not a failure of the rollback. */
export async function handFieldsOver(
  { client, namespace, log }: { client: KubeClient; namespace: Pick<NamespaceCache, 'put'>; log: Log },
  before: Workload,
  changed: Workload,
): Promise<void> {
  try {
    namespace.put(await handOver(client, holderOf(before), holderOf(changed)));
  } catch (error) {
    log.warn(
      `${label(refOf(before))}: the fields that were written stay with rollback-actions, so that a server-side apply or helm upgrade will report conflicts (--force-conflicts overrides them): ${messageOf(error)}`,
    );
  }
}

import { randomUUID } from 'node:crypto';
import { admit, type DenyPod, type Policy } from './admission.ts';
import { applyDefaults } from './defaults.ts';
import { type DeleteOptions, deleteObject } from './deletion.ts';
import { alreadyExists, badRequest, conflict, Failure, invalid, notFound, staleVersion } from './failure.ts';
import { isSame } from './json.ts';
import { type KubeObject, now } from './objects.ts';
import { apiVersionOf, type Resource, resourceNamed } from './resources.ts';
import type { Store } from './store.ts';
import { tidy } from './tidy.ts';
import { validate, validateUpdate } from './validation.ts';

export interface WriteOptions {
  dryRun?: boolean;
  /** The status and nothing else but annotations; without it everything but the status. */
  status?: boolean;
}

/**
 * Every write of a client or of a controller goes through here, so that both meet the same rules. All of it is
 * synchronous: what one request reads and writes is never mixed with another's.
 */
export class Registry {
  readonly store: Store;
  denyPod: DenyPod = () => undefined;
  policy: Policy = () => undefined;

  constructor(store: Store) {
    this.store = store;
  }

  create<T extends KubeObject>(
    plural: string,
    namespace: string,
    input: KubeObject,
    options: WriteOptions = {},
  ): T {
    const resource = resourceNamed(plural);
    const object = tidy(resource, structuredClone(input));
    checkType(resource, object);
    object.metadata ??= {} as KubeObject['metadata'];
    const { metadata } = object;
    checkNamespace(resource, object, namespace);
    if (!metadata.name && metadata.generateName) metadata.name = metadata.generateName + randomSuffix();
    if (!metadata.name)
      throw invalid(resource, '', 'metadata.name', 'Required value: name or generateName is required');
    if (metadata.resourceVersion)
      throw new Failure(500, 'InternalError', 'resourceVersion should not be set on objects to be created');
    metadata.uid = randomUUID();
    metadata.creationTimestamp = now();
    delete metadata.deletionTimestamp;
    delete metadata.deletionGracePeriodSeconds;
    if (resource.namespaced) metadata.namespace = namespace;
    if (resource.counted) metadata.generation = 1;
    else delete metadata.generation;
    if (resource.subresources.status) object.status = initialStatus[plural] ?? {};
    applyDefaults(plural, object);
    this.#applyPolicy(resource, object);
    if (plural === 'daemonsets') countTemplate(object);
    admit(this.store, this.denyPod, resource, object);
    validate(resource, object);
    if (this.store.get(plural, metadata.namespace ?? '', metadata.name))
      throw alreadyExists(resource, metadata.name);
    return (options.dryRun ? object : this.store.put(plural, object)) as T;
  }

  get<T extends KubeObject>(plural: string, namespace: string, name: string): T {
    const found = this.store.get<T>(plural, namespace, name);
    if (!found) throw notFound(resourceNamed(plural), name);
    return found;
  }

  /** `change` may alter the copy that it gets or return another object. */
  update<T extends KubeObject>(
    plural: string,
    namespace: string,
    name: string,
    change: (copy: T) => KubeObject | undefined,
    options: WriteOptions = {},
  ): T {
    const resource = resourceNamed(plural);
    const before = this.get<T>(plural, namespace, name);
    const copy = structuredClone(before);
    const object = tidy(resource, change(copy) ?? copy);
    checkType(resource, object);
    checkIdentity(resource, object, before);
    const next = keepWhatIsNotTheirs(resource, object, before, options.status === true);
    applyDefaults(plural, next);
    if (!options.status) this.#applyPolicy(resource, next);
    validate(resource, next);
    validateUpdate(resource, next, before);
    if (resource.counted && !options.status && isGenerationNew(resource, next, before)) {
      next.metadata.generation = (before.metadata.generation ?? 0) + 1;
    }
    if (plural === 'daemonsets') countTemplate(next, before);
    if (isSame(next, before)) return before;
    if (options.dryRun) return next as T;
    const isLastFinalizer = before.metadata.deletionTimestamp && !next.metadata.finalizers?.length;
    const waitsForKubelet = plural === 'pods' && (before.metadata.deletionGracePeriodSeconds ?? 0) > 0;
    if (isLastFinalizer && !waitsForKubelet && plural !== 'namespaces')
      return this.store.remove(plural, next) as T;
    return this.store.put(plural, next) as T;
  }

  #applyPolicy(resource: Resource, object: KubeObject): void {
    const denial = resource.group === 'apps' ? this.policy(object) : undefined;
    if (denial === undefined) return;
    const message = `admission webhook "policy.test" denied the request: ${denial}`;
    throw Object.assign(new Failure(403, 'Forbidden', message), { details: undefined });
  }

  delete(plural: string, namespace: string, name: string, options: DeleteOptions = {}) {
    const resource = resourceNamed(plural);
    return deleteObject(this.store, resource, this.get(plural, namespace, name), options);
  }
}

export function checkName(object: KubeObject, wanted: string): void {
  const name = object.metadata?.name ?? '';
  if (name === wanted) return;
  throw badRequest(`the name of the object (${name}) does not match the name on the URL (${wanted})`);
}

const initialStatus: Record<string, object> = {
  pods: { phase: 'Pending' },
  replicasets: { replicas: 0 },
  statefulsets: { replicas: 0, availableReplicas: 0 },
  daemonsets: { currentNumberScheduled: 0, desiredNumberScheduled: 0, numberMisscheduled: 0, numberReady: 0 },
};

const NEEDS_VERSION = ['leases'];

function checkType(resource: Resource, object: KubeObject): void {
  const wanted = apiVersionOf(resource);
  if (object.apiVersion === wanted && object.kind === resource.kind) return;
  throw badRequest(
    `${resource.kind} in version "${resource.version}" cannot be handled as a ${resource.kind}: ` +
      `the object provided is of kind ${object.kind} and version ${object.apiVersion}`,
  );
}

function checkNamespace(resource: Resource, { metadata }: KubeObject, namespace: string): void {
  if (!resource.namespaced || metadata.namespace === undefined || metadata.namespace === namespace) return;
  throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
}

function checkIdentity(resource: Resource, object: KubeObject, before: KubeObject): void {
  const { metadata } = object;
  checkName(object, before.metadata.name);
  checkNamespace(resource, object, before.metadata.namespace ?? '');
  if (metadata.resourceVersion && metadata.resourceVersion !== before.metadata.resourceVersion) {
    throw staleVersion(resource, metadata.name);
  }
  if (!metadata.resourceVersion && NEEDS_VERSION.includes(resource.plural)) {
    throw invalid(
      resource,
      metadata.name,
      'metadata.resourceVersion',
      'Invalid value: 0: must be specified for an update',
    );
  }
  if (metadata.uid && metadata.uid !== before.metadata.uid) {
    throw conflict(
      resource,
      metadata.name,
      `Precondition failed: UID in precondition: ${metadata.uid}, UID in object meta: ${before.metadata.uid}`,
    );
  }
}

function keepWhatIsNotTheirs(
  resource: Resource,
  object: KubeObject,
  before: KubeObject,
  isStatus: boolean,
): KubeObject {
  const theirs = isStatus ? { ...structuredClone(before), status: object.status } : { ...object };
  if (!isStatus && resource.subresources.status) theirs.status = structuredClone(before.status);
  const { annotations, labels, ownerReferences, finalizers } = object.metadata;
  const metadata = structuredClone(before.metadata);
  const changed = isStatus ? { annotations } : { annotations, labels, ownerReferences, finalizers };
  for (const [key, value] of Object.entries(changed)) {
    if (value == null) delete metadata[key as keyof typeof changed];
    else Object.assign(metadata, { [key]: value });
  }
  return { ...theirs, metadata };
}

/** A Deployment's annotations count too, because the controller hands them to its ReplicaSets. */
function isGenerationNew(resource: Resource, next: KubeObject, before: KubeObject): boolean {
  if (!isSame(next.spec, before.spec)) return true;
  if (resource.plural !== 'deployments') return false;
  return !isSame(next.metadata.annotations ?? {}, before.metadata.annotations ?? {});
}

const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

/** A DaemonSet counts the changes of its template in an annotation that nobody else can change. */
function countTemplate(object: KubeObject, before?: KubeObject): void {
  const known = Number(before?.metadata.annotations?.[TEMPLATE_GENERATION] ?? 0);
  const isNew = !isSame(templateOf(object), templateOf(before));
  object.metadata.annotations = {
    ...object.metadata.annotations,
    [TEMPLATE_GENERATION]: String(known + (isNew ? 1 : 0)),
  };
}

function templateOf(object: KubeObject | undefined): unknown {
  return (object?.spec as { template?: unknown } | undefined)?.template;
}

function randomSuffix(): string {
  const letters = 'bcdfghjklmnpqrstvwxz2456789';
  return Array.from({ length: 5 }, () => letters[Math.floor(Math.random() * letters.length)]).join('');
}

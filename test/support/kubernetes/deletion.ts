import { conflict, invalid } from './failure.ts';
import { type KubeObject, now, type Pod } from './objects.ts';
import type { Resource } from './resources.ts';
import type { Store } from './store.ts';

export interface DeleteOptions {
  gracePeriodSeconds?: number;
  propagationPolicy?: string;
  preconditions?: { uid?: string; resourceVersion?: string };
  dryRun?: boolean;
}

/** Removes an object, or marks it where a finalizer or a kubelet must act before it can go. */
export function deleteObject(
  store: Store,
  resource: Resource,
  object: KubeObject,
  options: DeleteOptions,
): { object: KubeObject; isGone: boolean } {
  checkPreconditions(resource, object, options);
  const finalizers = finalizersFor(resource, object, options.propagationPolicy);
  const graceSeconds = resource.plural === 'pods' ? graceOf(object as Pod, options) : 0;
  const mustWait = finalizers.length > 0 || graceSeconds > 0 || resource.plural === 'namespaces';
  if (!mustWait) {
    return { object: options.dryRun ? object : store.remove(resource.plural, object), isGone: true };
  }
  const marked = mark(resource, object, finalizers, graceSeconds);
  return { object: options.dryRun ? marked : store.put(resource.plural, marked), isGone: false };
}

function checkPreconditions(
  resource: Resource,
  { metadata }: KubeObject,
  { preconditions }: DeleteOptions,
): void {
  const { uid, resourceVersion } = preconditions ?? {};
  if (uid !== undefined && uid !== metadata.uid) {
    throw conflict(
      resource,
      metadata.name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${metadata.uid}`,
    );
  }
  if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion) {
    throw conflict(
      resource,
      metadata.name,
      `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${metadata.resourceVersion}`,
    );
  }
}

function finalizersFor(resource: Resource, { metadata }: KubeObject, policy: string | undefined): string[] {
  const others = (metadata.finalizers ?? []).filter(
    (each) => each !== 'orphan' && each !== 'foregroundDeletion',
  );
  if (policy === 'Orphan') return [...others, 'orphan'];
  if (policy === 'Foreground') return [...others, 'foregroundDeletion'];
  if (policy === 'Background') return others;
  if (policy === undefined) return metadata.finalizers ?? [];
  throw invalid(
    resource,
    metadata.name,
    'propagationPolicy',
    `Invalid value: "${policy}": must be one of Background, Foreground, Orphan`,
  );
}

/** A pod that runs nowhere has no kubelet that could end it. */
function graceOf({ spec, status }: Pod, { gracePeriodSeconds }: DeleteOptions): number {
  if (!spec.nodeName || status.phase === 'Failed' || status.phase === 'Succeeded') return 0;
  return Math.max(0, gracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? 30);
}

function mark(
  resource: Resource,
  object: KubeObject,
  finalizers: string[],
  graceSeconds: number,
): KubeObject {
  const metadata = { ...object.metadata, finalizers };
  if (finalizers.length === 0) delete (metadata as Partial<KubeObject['metadata']>).finalizers;
  if (!metadata.deletionTimestamp) {
    const end = new Date(Date.parse(now()) + graceSeconds * 1000);
    metadata.deletionTimestamp = `${end.toISOString().slice(0, 19)}Z`;
    if (resource.counted) metadata.generation = (metadata.generation ?? 0) + 1;
  }
  metadata.deletionGracePeriodSeconds = Math.min(
    graceSeconds,
    metadata.deletionGracePeriodSeconds ?? graceSeconds,
  );
  const status = resource.plural === 'namespaces' ? { phase: 'Terminating' } : object.status;
  return { ...object, metadata, ...(status !== undefined && { status }) };
}

import { isTerminating, type KubeObject, type OwnerReference } from '../objects.ts';
import { apiVersionOf, resources } from '../resources.ts';
import type { Entry } from '../store-index.ts';
import type { Context } from './context.ts';

const ORPHAN = 'orphan';
const FOREGROUND = 'foregroundDeletion';

/** What depends on an object goes with it: after it, before it, or not at all, as its deletion said. */
export function collect(context: Context, object: KubeObject, isGone: boolean): void {
  const finalizers = object.metadata.finalizers ?? [];
  if (isGone) {
    for (const each of dependents(context, object)) deleteUnlessKept(context, each, 'Background');
  } else if (isTerminating(object) && finalizers.includes(ORPHAN)) {
    for (const { plural, object: child } of dependents(context, object))
      disown(context, plural, child, object);
    release(context, object, ORPHAN);
  } else if (isTerminating(object) && finalizers.includes(FOREGROUND)) {
    const children = dependents(context, object);
    for (const each of children) deleteUnlessKept(context, each, 'Foreground');
    const waited = dependents(context, object).filter(({ object: child }) => blocks(child, object));
    if (waited.length === 0) release(context, object, FOREGROUND);
  }
}

/** A new object whose owners were gone before it came, goes too. */
export function collectIfAbandoned(context: Context, plural: string, object: KubeObject): void {
  const owners = object.metadata.ownerReferences ?? [];
  // Owners of kinds that this server doesn't have can't be missed.
  const isThere = ({ apiVersion, kind, uid }: OwnerReference) =>
    context.store.index.byUid(uid) ||
    !resources.some((each) => each.kind === kind && apiVersionOf(each) === apiVersion);
  if (owners.length === 0 || owners.some(isThere)) return;
  deleteUnlessKept(context, { plural, object }, 'Background');
}

function dependents({ store }: Context, { metadata }: KubeObject): Entry[] {
  return store.index.ownedBy(metadata.uid);
}

function deleteUnlessKept(
  { registry, store }: Context,
  { plural, object }: Entry,
  propagationPolicy: string,
): void {
  const { namespace = '', name, ownerReferences = [] } = object.metadata;
  const owners = ownerReferences.map(({ uid }) => store.index.byUid(uid)?.object);
  const isKept = owners.some((owner) => owner && !isTerminating(owner));
  if (!isKept && !isTerminating(object)) registry.delete(plural, namespace, name, { propagationPolicy });
}

function disown({ registry }: Context, plural: string, child: KubeObject, owner: KubeObject): void {
  const { namespace = '', name } = child.metadata;
  registry.update(plural, namespace, name, (copy) => {
    const others = copy.metadata.ownerReferences?.filter(({ uid }) => uid !== owner.metadata.uid) ?? [];
    if (others.length > 0) copy.metadata.ownerReferences = others;
    else delete copy.metadata.ownerReferences;
    return copy;
  });
}

function blocks(child: KubeObject, owner: KubeObject): boolean {
  return (
    child.metadata.ownerReferences?.some(
      (each) => each.uid === owner.metadata.uid && each.blockOwnerDeletion,
    ) ?? false
  );
}

function release({ registry }: Context, object: KubeObject, finalizer: string): void {
  const resource = resources.find(
    (each) => each.kind === object.kind && apiVersionOf(each) === object.apiVersion,
  );
  if (!resource) return;
  registry.update(resource.plural, object.metadata.namespace ?? '', object.metadata.name, (copy) => {
    copy.metadata.finalizers = copy.metadata.finalizers?.filter((each) => each !== finalizer) ?? [];
    return copy;
  });
}

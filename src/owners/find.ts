import { messageOf } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { holderOf } from '../domain/workloads/joined.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { isName, isNamespaceName, objectPath } from '../systems/kubernetes/names.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';
import { type Application, ARGO_API, argoOf, readApplication } from './argo-cd.ts';
import { readWindow } from './argo-cd-window.ts';
import { type FluxObject, fluxOf, readFlux } from './flux.ts';
import { helmOf } from './helm.ts';
import { configSyncOf, controllerOwning, fleetOf, kappOf, resourceSetOf } from './others.ts';
import type { Found, Owner, OwnerObject } from './owner.ts';

/** Where each kind of owner is asked for. */
const APIS = {
  application: [ARGO_API, 'applications'],
  kustomization: ['/apis/kustomize.toolkit.fluxcd.io/v1', 'kustomizations'],
  helmrelease: ['/apis/helm.toolkit.fluxcd.io/v2', 'helmreleases'],
} as const satisfies Record<OwnerObject['type'], readonly [api: string, plural: string]>;

/** Where owners are looked for. */
export interface Clusters {
  /** The cluster of the workloads; Flux keeps its objects there. */
  readonly client: KubeClient;
  /** That of Argo CD, which may be another one, and its own namespace. */
  readonly argo: { readonly client: KubeClient; readonly namespace: string };
}

/** Finds an object's owner by what the tools put on what they apply: of a workload, the one that brings its template. Pure. */
export function ownerOf(workload: KubeObject): Owner | undefined {
  const object = holderOf(workload);
  return (
    controllerOwning(object) ??
    argoOf(object) ??
    fluxOf(object) ??
    resourceSetOf(object) ??
    configSyncOf(object) ??
    fleetOf(object) ??
    kappOf(object) ??
    helmOf(object)
  );
}

/** The owners of these objects, by the uid of what each owns, as their own objects show them. */
export async function findOwners(
  clusters: Clusters,
  objects: readonly KubeObject[],
): Promise<ReadonlyMap<string, Found>> {
  const lookups = new Map<string, Promise<Found>>();
  const found = objects.map(async (object) => {
    const owner = ownerOf(object);
    if (!owner) return [];
    if (!lookups.has(owner.name)) lookups.set(owner.name, readOwner(clusters, owner));
    return [[object.metadata.uid, await (lookups.get(owner.name) as Promise<Found>)] as const];
  });
  return new Map((await Promise.all(found)).flat());
}

/** Whether a rollback can pause it: Argo CD and Flux, where it can be read. */
export const canBePaused = (owner: Found | undefined): boolean =>
  owner?.object !== undefined && owner.unread === undefined;

/** Whether a rollback can go through it: what can be paused, and Helm. The others are refused, or warned of. */
export const isGoneThrough = (owner: Found | undefined): boolean =>
  canBePaused(owner) || owner?.release !== undefined;

/** Where an owner's object is. */
export function locateOwnerObject({ client, argo }: Clusters, object: OwnerObject) {
  const isArgo = object.type === 'application';
  const namespace = object.namespace ?? argo.namespace;
  const [api, plural] = APIS[object.type];
  return { client: isArgo ? argo.client : client, namespace, plural, api };
}

async function readOwner(clusters: Clusters, owner: Owner): Promise<Found> {
  const { object } = owner;
  if (!object) return owner;
  const { client, namespace, plural, api } = locateOwnerObject(clusters, object);
  // What is on a workload may have been written by any account.
  if (!isName(object.name) || !isNamespaceName(namespace))
    return { ...owner, unread: 'its name is not one of Kubernetes' };
  try {
    const read = await client.find<Application & FluxObject>(objectPath(api, namespace, plural, object.name));
    if (!read) return { ...owner, unread: missing(object, namespace) };
    if (object.type !== 'application') return readFlux(owner, read);
    return await readWindow(clusters.argo, read, readApplication(owner, read));
  } catch (error) {
    client.signal.throwIfAborted();
    const isRight = error instanceof ApiError && error.status === 403;
    const right = `the credentials may not get ${plural} in the namespace ${namespace}`;
    return { ...owner, unread: isRight ? right : withoutFullStop(messageOf(error)) };
  }
}

function missing({ type, name }: OwnerObject, namespace: string): string {
  const where = `there is no ${type} ${name} in the namespace ${namespace}`;
  return type === 'application'
    ? `${where} (the inputs argocd-namespace and argocd-kubeconfig say where to look)`
    : where;
}

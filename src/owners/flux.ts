import { writtenAt } from '../domain/workloads/managed-fields.ts';
import type { Condition, KubeObject } from '../systems/kubernetes/objects.ts';
import type { SourceRef } from './flux-source.ts';
import type { Made } from './jobs.ts';
import { pauseNote } from './notes.ts';
import { resourceSetOf } from './others.ts';
import { type Found, type Owner, pausedAs } from './owner.ts';

/** Where it is `disabled`, a Kustomization, or a HelmRelease, passes over the object that has it. */
export const reconcileOf = (group: 'kustomize' | 'helm') => `${group}.toolkit.fluxcd.io/reconcile`;
export const RECONCILE = reconcileOf('kustomize');

const TYPES = [
  ['kustomize', 'kustomization'],
  ['helm', 'helmrelease'],
] as const;

/** What a Kustomization has applied, as it remembers it. */
export interface Reconciled {
  readonly firstReconciled?: string;
  readonly lastReconciled?: string;
  readonly lastReconciledDuration?: string;
  readonly lastReconciledStatus?: string;
  readonly totalReconciliations?: number;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** The fields of a Kustomization and of a HelmRelease that are read. */
export interface FluxObject extends KubeObject {
  readonly spec?: {
    readonly suspend?: boolean;
    readonly prune?: boolean;
    readonly force?: boolean;
    readonly path?: string;
    readonly sourceRef?: SourceRef;
    readonly postBuild?: unknown;
    readonly patches?: unknown;
    readonly images?: unknown;
  };
  readonly status?: {
    readonly conditions?: readonly Condition[];
    readonly observedGeneration?: number;
    readonly lastAppliedRevision?: string;
    readonly lastAttemptedRevision?: string;
    /** What a Kustomization has applied lately; since Flux 2.7. */
    readonly history?: readonly Reconciled[];
    readonly inventory?: { readonly entries?: readonly { readonly id: string; readonly v?: string }[] };
  };
}

/** Finds the Kustomization or HelmRelease that owns an object by its labels. */
export function fluxOf({ metadata: { labels = {}, annotations = {} } }: KubeObject): Owner | undefined {
  for (const [group, type] of TYPES) {
    const name = labels[`${group}.toolkit.fluxcd.io/name`];
    if (!name) continue;
    const namespace = labels[`${group}.toolkit.fluxcd.io/namespace`];
    return {
      name: `Flux ${type} ${name}`,
      heals: annotations[reconcileOf(group)] !== 'disabled',
      remedy: `flux suspend ${type} ${name} --namespace ${namespace}`,
      ...(namespace && { object: { type, namespace, name } }),
    };
  }
  return undefined;
}

/** What of Flux makes an object of Flux, and applies it again; flux-system is its own keeper. */
export function keeperOf({ metadata }: FluxObject, name: string): Owner | undefined {
  const object = { apiVersion: '', kind: '', metadata };
  const keeper = fluxOf(object) ?? resourceSetOf(object);
  return keeper?.name === name ? undefined : keeper;
}

/** What a Kustomization says that it has made. */
export const inventoryOf = ({ status }: FluxObject): readonly Required<Made>[] =>
  (status?.inventory?.entries ?? []).map(({ id, v: version = '' }) => {
    // <namespace>_<name>_<group>_<kind>; a colon in the name of a role is two underscores.
    const [namespace = '', ...rest] = id.split('_');
    const [group = '', kind = ''] = rest.splice(-2);
    return { namespace, name: rest.join('_').replaceAll('__', ':'), group, version, kind };
  });

/** What a Kustomization adds to its commit by itself, as a part of a sentence: that stays as it is now. */
export function ownOf({ spec = {} }: FluxObject): string | undefined {
  const fields = (['postBuild', 'patches', 'images'] as const).filter((field) => spec[field] !== undefined);
  return fields.length > 0 ? `its own ${fields.join(', ')}` : undefined;
}

/** Whether it is at the source that a rollback has made. */
export function isPinned(object: FluxObject): boolean {
  const pin = pauseNote(object)?.pin;
  return pin !== undefined && object.spec?.sourceRef?.name === pin;
}

/** Whether Flux acts on it by itself at present. */
export function readFlux(known: Owner, object: FluxObject): Found {
  const { metadata, spec } = object;
  const pausedBy = pauseNote(object);
  const synced = syncedOf(object);
  const owner: Found = {
    ...known,
    ...(synced && { synced }),
    ...(pausedBy && { pausedBy }),
    ...(isPinned(object) && { isPinned: true }),
  };
  if (spec?.suspend === true)
    return pausedAs(owner, 'it is suspended', writtenAt(object, 'f:spec', 'f:suspend'));
  const disabled = metadata.annotations?.[RECONCILE] === 'disabled';
  const keeper = keeperOf(object, owner.name);
  return keeper && !disabled
    ? {
        ...owner,
        remedy: `${owner.remedy}; the ${keeper.name} keeps it and may resume it, so change it there`,
      }
    : owner;
}

/** What it has applied, where that is all that it was asked to. */
function syncedOf({ status }: FluxObject): Found['synced'] {
  const revision = status?.lastAppliedRevision;
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  return revision && ready?.status === 'True' ? { history: 0, revision } : undefined;
}

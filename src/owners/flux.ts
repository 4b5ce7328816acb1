import { writtenAt } from '../domain/workloads/managed-fields.ts';
import type { Condition, KubeObject } from '../systems/kubernetes/objects.ts';
import { pauseNote } from './notes.ts';
import { type Found, type Owner, pausedAs } from './owner.ts';

/** Where it is `disabled`, a Kustomization, or a HelmRelease, passes over the object that has it. */
export const reconcileOf = (group: 'kustomize' | 'helm') => `${group}.toolkit.fluxcd.io/reconcile`;
export const RECONCILE = reconcileOf('kustomize');

const TYPES = [
  ['kustomize', 'kustomization'],
  ['helm', 'helmrelease'],
] as const;

/** The fields of a Kustomization and of a HelmRelease that are read. */
export interface FluxObject extends KubeObject {
  readonly spec?: { readonly suspend?: boolean };
  readonly status?: { readonly conditions?: readonly Condition[] };
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

/** Whether Flux acts on it by itself at present. */
export function readFlux(known: Owner, object: FluxObject): Found {
  const { metadata, spec } = object;
  const pausedBy = pauseNote({ apiVersion: '', kind: '', metadata });
  const owner = { ...known, ...(pausedBy && { pausedBy }) };
  if (spec?.suspend === true)
    return pausedAs(owner, 'it is suspended', writtenAt(object, 'f:spec', 'f:suspend'));
  const disabled = metadata.annotations?.[RECONCILE] === 'disabled';
  const keeper = fluxOf({ apiVersion: '', kind: '', metadata });
  // flux-system is its own keeper.
  const isKept = !disabled && keeper !== undefined && keeper.name !== owner.name;
  return isKept
    ? {
        ...owner,
        remedy: `${owner.remedy}; the ${keeper.name} keeps it and may resume it, so change it there`,
      }
    : owner;
}

import { ActionError } from '../base/errors.ts';
import { namesOf } from '../base/sentence.ts';
import { WAITS } from '../base/waits.ts';
import { writtenAt } from '../domain/workloads/managed-fields.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { apiPath, clusterObjectPath, objectPath } from '../systems/kubernetes/names.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';
import { type Resource, resourcesOf } from '../systems/kubernetes/resources.ts';
import { kindMayHold, mayHold } from './holding.ts';
import type { Made } from './jobs.ts';
import { MAX_NAMES } from './owner.ts';

/** Who prunes. */
type Pruner = 'Argo CD' | 'Flux';

/** The annotation that keeps an owner from deleting what its source no longer has. */
const KEEPS: Readonly<Record<Pruner, { readonly name: string; readonly value: string }>> = {
  'Argo CD': { name: 'argocd.argoproj.io/sync-options', value: 'Prune=false' },
  Flux: { name: 'kustomize.toolkit.fluxcd.io/prune', value: 'disabled' },
};

/** The annotation as kubectl takes it. */
export const keepWords = (by: Pruner): string => `${KEEPS[by].name}=${KEEPS[by].value}`;

/** Flux reads a label as well, and Argo CD a list of options. */
function isKept({ metadata: { annotations = {}, labels = {} } }: KubeObject, by: Pruner): boolean {
  const { name, value } = KEEPS[by];
  const settings = [annotations[name], ...(by === 'Flux' ? [labels[name]] : [])];
  return settings.some((each = '') => each.split(',').some((part) => part.trim() === value));
}

/** How an owner deletes what it has made. */
export interface Deleting {
  readonly by: Pruner;
  /** What its source no longer has. */
  readonly prunes: boolean;
  /** What cannot be changed to what its source says, so that it is made anew: `spec.force` of Flux. */
  readonly forces?: boolean;
}

/**
 * Why nothing may be deleted as an owner goes back to an older commit, as a part of a sentence: objects that may hold something
 * came with the newer release, or were changed by it, and what was stored in them is nowhere else. What cannot be read counts as
 * one of these.
 *
 * @param next when the newer release came, at the earliest, in milliseconds since the epoch
 * @param older the namespaces of what goes back, which were there before
 */
export async function deletionRefusal(
  client: KubeClient,
  { by, prunes, forces = false }: Deleting,
  all: readonly Made[],
  next: number,
  older: ReadonlySet<string>,
): Promise<string | undefined> {
  if (!prunes && !forces) return undefined;
  const begun = next - WAITS.RELEASE_APPLIED_MS;
  const isBefore = (at = ''): boolean => Date.parse(at) < begun;
  const isPruned = ({ object }: Read): boolean => prunes && !(object && isKept(object, by));
  const isNew = ({ object }: Read): boolean => !object || !isBefore(object.metadata.creationTimestamp);
  // A claim may have come from another Kustomization, and the older commit is without it.
  const isChanged = (read: Read): boolean =>
    by === 'Flux' &&
    (forces || (isPruned(read) && read.made.kind === 'PersistentVolumeClaim')) &&
    !(read.object && (isNew(read) || isBefore(appliedAt(read.object))));
  const holders = all.filter(
    ({ group = '', kind, name }) =>
      kindMayHold(group, kind) && !(group === '' && kind === 'Namespace' && older.has(name)),
  );
  const there = (await readAll(client, holders)).filter(
    // What is gone is of no version.
    ({ made: { group = '', kind }, object }) =>
      object === undefined || (object !== null && mayHold(group, kind, object)),
  );
  const newer = there.filter((read) => isPruned(read) && isNew(read));
  const changed = there.filter((read) => !newer.includes(read) && isChanged(read));
  const reasons = [
    [newer, 'may be of the newer version, and would be deleted with whatever'],
    [
      changed,
      'may have been changed by the newer version, and going back to the older one may delete whatever',
    ],
  ] as const;
  const refusals = reasons.flatMap(([some, words]) => (some.length > 0 ? [reasonOf(some, words)] : []));
  return refusals.length > 0 ? refusals.join('; ') : undefined;
}

/** When Flux has last changed what it says of an object; with it, whose it is. */
const appliedAt = (object: KubeObject): string | undefined =>
  writtenAt(object, 'f:metadata', 'f:labels', 'f:kustomize.toolkit.fluxcd.io/name');

function reasonOf(some: readonly Read[], words: string): string {
  const names = namesOf(
    some.map(({ made: { kind, name } }) => `${kind}/${name}`),
    MAX_NAMES,
  );
  return `${names} ${words} ${some.length > 1 ? 'they hold' : 'it holds'}`;
}

/** Those of these objects that their owner may delete, as far as their own annotations say. */
export const withoutKept = async <T extends Made>(
  client: KubeClient,
  by: Pruner,
  all: readonly T[],
): Promise<T[]> =>
  (await readAll(client, all)).filter(({ object }) => !object || !isKept(object, by)).map(({ made }) => made);

interface Read<T extends Made = Made> {
  readonly made: T;
  /** Null where it is gone, undefined where it cannot be read. */
  readonly object: KubeObject | null | undefined;
}

async function readAll<T extends Made>(client: KubeClient, all: readonly T[]): Promise<Read<T>[]> {
  const apis = [...new Set(all.map(apiOf))];
  const known = new Map(
    await Promise.all(apis.map(async (api) => [api, await ifReadable(resourcesOf(client, api))] as const)),
  );
  return Promise.all(
    all.map(async (made) => {
      const resource = known.get(apiOf(made))?.get(made.kind);
      return { made, object: resource && (await ifReadable(find(client, made, resource))) };
    }),
  );
}

const apiOf = ({ group = '', version = '' }: Made): string =>
  group === '' ? version : `${group}/${version}`;

async function find(
  client: KubeClient,
  made: Made,
  { plural, namespaced }: Resource,
): Promise<KubeObject | null> {
  const { namespace = '', name } = made;
  const api = apiPath(apiOf(made));
  const path = namespaced ? objectPath(api, namespace, plural, name) : clusterObjectPath(api, plural, name);
  return (await client.find<KubeObject>(path)) ?? null;
}

/** Undefined where that cannot be read: a kind whose webhook is down keeps nothing from going back. */
async function ifReadable<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof ActionError) return undefined;
    throw error;
  }
}

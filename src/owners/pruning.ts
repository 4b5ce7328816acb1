import { namesOf } from '../base/sentence.ts';
import { WAITS } from '../base/waits.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { CORE, clusterObjectPath, namespacePath, objectPath } from '../systems/kubernetes/names.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';
import type { Made } from './jobs.ts';
import { MAX_NAMES } from './owner.ts';

/** What takes along what is stored in it, or all that belongs to it, as it is deleted: by group and kind. */
const HOLDERS: Readonly<Record<string, (made: Made) => string>> = {
  '/PersistentVolumeClaim': ({ namespace = '', name }) =>
    objectPath(CORE, namespace, 'persistentvolumeclaims', name),
  '/Namespace': ({ name }) => namespacePath(name),
  'apiextensions.k8s.io/CustomResourceDefinition': ({ name }) =>
    clusterObjectPath('/apis/apiextensions.k8s.io/v1', 'customresourcedefinitions', name),
};

/** What keeps Argo CD, or Flux, from deleting an object that its source no longer has. */
const isKept = ({ metadata: { annotations = {} } }: KubeObject): boolean =>
  /(^|,)\s*Prune=false\s*(,|$)/.test(annotations['argocd.argoproj.io/sync-options'] ?? '') ||
  annotations['kustomize.toolkit.fluxcd.io/prune'] === 'disabled';

/**
 * Why nothing may be pruned as an owner goes back to an older commit, as a part of a sentence: claims of volumes, namespaces or
 * definitions of resources came with the newer release, and what was stored in them since is nowhere else.
 *
 * @param next when the newer release came, at the earliest, in milliseconds since the epoch
 * @param older the namespaces of what goes back, which were there before
 */
export async function pruneRefusal(
  client: KubeClient,
  all: readonly Made[],
  next: number,
  older: ReadonlySet<string>,
): Promise<string | undefined> {
  const holders = all.flatMap((made) => {
    const { group = '', kind, name } = made;
    const path = HOLDERS[`${group}/${kind}`];
    return path && !(kind === 'Namespace' && older.has(name)) ? [{ made, path: path(made) }] : [];
  });
  const begun = next - WAITS.RELEASE_APPLIED_MS;
  const read = await Promise.all(holders.map(({ path }) => madeAt(client, path)));
  const newer = holders.filter((_, at) => !((read[at] ?? Number.NaN) < begun));
  if (newer.length === 0) return undefined;
  const names = namesOf(
    newer.map(({ made: { kind, name } }) => `${kind}/${name}`),
    MAX_NAMES,
  );
  const them = newer.length > 1 ? 'them' : 'it';
  return `${names} may be of the newer version, and would be deleted with all that is stored in ${them}`;
}

/** When an object was made; undefined where that is not known. One that nothing deletes, or that is gone, is of no version. */
async function madeAt(client: KubeClient, path: string): Promise<number | undefined> {
  try {
    const object = await client.find<KubeObject>(path);
    if (!object || isKept(object)) return Number.NEGATIVE_INFINITY;
    return Date.parse(object.metadata.creationTimestamp ?? '');
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return undefined;
    throw error;
  }
}

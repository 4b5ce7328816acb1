import { namesOf } from '../base/sentence.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { CORE, objectPath } from '../systems/kubernetes/names.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';
import { type Made, ONE_RELEASE_MS } from './jobs.ts';
import { MAX_NAMES } from './owner.ts';

/** What keeps Argo CD, or Flux, from deleting an object that its source no longer has. */
const isKept = ({ metadata: { annotations = {} } }: KubeObject): boolean =>
  /(^|,)\s*Prune=false\s*(,|$)/.test(annotations['argocd.argoproj.io/sync-options'] ?? '') ||
  annotations['kustomize.toolkit.fluxcd.io/prune'] === 'disabled';

/**
 * Why nothing may be pruned as an owner goes back to an older commit, as a part of a sentence: claims of volumes came with the
 * newer release, and what was stored in them since is nowhere else.
 *
 * @param next when the newer release came, at the earliest, in milliseconds since the epoch
 */
export async function pruneRefusal(
  client: KubeClient,
  all: readonly Made[],
  next: number,
): Promise<string | undefined> {
  const claims = all.filter(({ group = '', kind }) => group === '' && kind === 'PersistentVolumeClaim');
  const begun = next - ONE_RELEASE_MS;
  const read = await Promise.all(claims.map((claim) => madeAt(client, claim)));
  const newer = claims.filter((_, at) => !((read[at] ?? Number.NaN) < begun));
  if (newer.length === 0) return undefined;
  const names = namesOf(
    newer.map(({ kind, name }) => `${kind}/${name}`),
    MAX_NAMES,
  );
  return newer.length > 1
    ? `${names} may be of the newer version, and would be deleted with all that is stored in them`
    : `${names} may be of the newer version, and would be deleted with all that is stored in it`;
}

/** When a claim was made; undefined where that is not known. One that nothing deletes, or that is gone, is of no version. */
async function madeAt(client: KubeClient, { namespace = '', name }: Made): Promise<number | undefined> {
  try {
    const claim = await client.find<KubeObject>(objectPath(CORE, namespace, 'persistentvolumeclaims', name));
    if (!claim || isKept(claim)) return Number.NEGATIVE_INFINITY;
    return Date.parse(claim.metadata.creationTimestamp ?? '');
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return undefined;
    throw error;
  }
}

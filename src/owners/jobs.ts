import { namesOf } from '../base/sentence.ts';
import { WAITS } from '../base/waits.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { BATCH, CORE, objectPath } from '../systems/kubernetes/names.ts';
import { MAX_NAMES } from './owner.ts';

/** An object that an owner has made. */
export interface Made {
  readonly group?: string;
  readonly version?: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** What runs to its end, such as a migration: by group and kind. */
const RUN_ONCE: Readonly<Record<string, { readonly api: string; readonly plural: string }>> = {
  'batch/Job': { api: BATCH, plural: 'jobs' },
  '/Pod': { api: CORE, plural: 'pods' },
};

/**
 * Why all of what an owner has made must not go back to an older commit, as a part of a sentence: Jobs of it are of the newer
 * release, and the older ones would be made once more. What was there before that release stays as it is, and does not run again.
 *
 * @param next when the newer release came, at the earliest, in milliseconds since the epoch
 */
export async function rerunRefusal(
  client: KubeClient,
  all: readonly Made[],
  next: number,
): Promise<string | undefined> {
  const begun = next - WAITS.RELEASE_APPLIED_MS;
  const runs = all.flatMap(({ group = '', kind, namespace = '', name }) => {
    const type = RUN_ONCE[`${group}/${kind}`];
    return type ? [{ ...type, kind, namespace, name }] : [];
  });
  const places = Map.groupBy(runs, ({ api, namespace, plural }) => objectPath(api, namespace, plural));
  const newer: string[] = [];
  for (const [path, own] of places) {
    const made = await madeAt(client, path);
    const [{ plural, namespace }] = own as [(typeof own)[0]];
    if (!made)
      return `it has ${plural}, which the credentials may not list in the namespace ${namespace}, and older ones may run once more`;
    // One that is gone came with whichever release.
    const isNewer = ({ name }: { name: string }) => !((made.get(name) ?? Number.NaN) < begun);
    newer.push(...own.filter(isNewer).map(({ kind, name }) => `${kind}/${name}`));
  }
  const is = newer.length > 1 ? 'are' : 'is';
  return newer.length > 0
    ? `${namesOf(newer, MAX_NAMES)} ${is} of the newer version, and those of the older one would run once more`
    : undefined;
}

/** When the objects at a path were made, by their names; undefined where they may not be listed. */
async function madeAt(client: KubeClient, path: string): Promise<ReadonlyMap<string, number> | undefined> {
  try {
    const { items } = await client.list(path);
    return new Map(
      items.map(({ metadata }) => [metadata.name, Date.parse(metadata.creationTimestamp ?? '')] as const),
    );
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return undefined;
    throw error;
  }
}

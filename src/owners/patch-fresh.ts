import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';

/** The parts of an object that a merge patch changes; `operation` is Argo CD's. */
export interface Patch {
  readonly metadata?: object;
  readonly spec?: object;
  readonly operation?: object;
}

/**
 * Patches an owner's object as it is now: its controller writes to it all the time, so it is read again after a conflict.
 *
 * @param change the patch for what was read; undefined where nothing is to be changed any more
 * @returns the object as it is then; undefined where nothing was changed
 */
export async function patchFresh<T extends KubeObject>(
  client: KubeClient,
  path: string,
  change: (fresh: T) => Patch | undefined,
): Promise<T | undefined> {
  for (;;) {
    const fresh = await client.get<T>(path);
    const patch = change(fresh);
    if (!patch) return undefined;
    const metadata = { ...patch.metadata, resourceVersion: fresh.metadata.resourceVersion };
    try {
      return await client.patch<T>(path, PATCH.merge, { ...patch, metadata });
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) throw error;
    }
  }
}

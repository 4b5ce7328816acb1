import { pause } from '../base/deadline.ts';
import { WAITS } from '../base/waits.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';

/**
 * Reads an owner's object again and again until it is as wanted, or for so long.
 *
 * @returns the object as it was read last
 */
export async function readUntil<T extends KubeObject>(
  client: KubeClient,
  path: string,
  isWanted: (object: T) => boolean,
  withinMs = Number.POSITIVE_INFINITY,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const object = await client.get<T>(path);
    if (isWanted(object) || performance.now() > end) return object;
    await pause(WAITS.OWNER_POLL_MS, client.signal);
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import type { KubeClient } from '../../../src/systems/kubernetes/client.ts';
import type { KubeObject } from '../../../src/systems/kubernetes/objects.ts';
import { WatchedList } from '../../../src/systems/kubernetes/watch.ts';
import { json, type Reply } from '../../systems/scripted-server.ts';

/** A pod. */
export function object(
  name: string,
  version: number,
  more: { owner?: string; note?: string } = {},
): KubeObject {
  const metadata = { name, namespace: 'shop', uid: `uid-${name}`, resourceVersion: String(version) };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata,
      ...(more.note !== undefined && { annotations: { note: more.note } }),
      ...(more.owner && {
        ownerReferences: [{ apiVersion: 'v1', kind: 'X', name: 'x', uid: more.owner, controller: true }],
      }),
    },
  };
}

/** The answer of the API server to a list, and the lines of a watch. */
export const list = (version: number, ...items: KubeObject[]): Reply =>
  json({ apiVersion: 'v1', kind: 'PodList', metadata: { resourceVersion: String(version) }, items });
export const event = (type: string, content: unknown) => `${JSON.stringify({ type, object: content })}\n`;
export const bookmark = (version: number) =>
  event('BOOKMARK', { kind: 'Pod', apiVersion: 'v1', metadata: { resourceVersion: String(version) } });
export const gone = event('ERROR', { kind: 'Status', code: 410, message: 'too old resource version' });

/** A watched list of what the server has; `seen` has a line for each change. */
export async function watching(client: KubeClient) {
  const seen: string[] = [];
  const errors: Error[] = [];
  const troubles: string[] = [];
  const watched: WatchedList<KubeObject> = await WatchedList.start<KubeObject>(
    client,
    '/pods',
    { labelSelector: 'a=b' },
    {
      change: ({ metadata }) => seen.push(`${metadata.name}@${metadata.resourceVersion}`),
      error: (error) => errors.push(error),
      onDegraded: (error) => troubles.push(error.message),
    },
  );
  const names = () => [...watched.items.values()].map(({ metadata }) => metadata.name).sort();
  return { watched, seen, errors, troubles, names };
}

/** Waits until something holds. */
export async function until(holds: () => boolean, seconds = 3): Promise<void> {
  for (let round = 0; !holds(); round++) {
    if (round > seconds * 100) throw new Error('it never held');
    await wait(10);
  }
}

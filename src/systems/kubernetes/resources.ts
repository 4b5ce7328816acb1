import type { KubeClient } from './client.ts';
import { ApiError } from './errors.ts';
import { allKinds, type Kind, workloadPath } from './kinds.ts';

/** How a kind of objects is asked for. */
export interface Resource {
  readonly plural: string;
  readonly namespaced: boolean;
}

interface ResourceList {
  readonly resources?: readonly {
    readonly name: string;
    readonly kind: string;
    readonly namespaced: boolean;
  }[];
}

/** The kinds of an API (`v1`, `apps/v1`) by their names, as the cluster has them; none where it does not have the API. */
export async function resourcesOf(
  client: KubeClient,
  apiVersion: string,
): Promise<ReadonlyMap<string, Resource>> {
  // What a manifest says is not always an API.
  if (!/^([a-z0-9.-]+\/)?v[a-z0-9]+$/.test(apiVersion)) return new Map();
  const list = await client.find<ResourceList>(
    apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`,
  );
  const whole = (list?.resources ?? []).filter(({ name }) => !name.includes('/'));
  return new Map(whole.map(({ name, kind, namespaced }) => [kind, { plural: name, namespaced }]));
}

/** The kinds of workloads that a namespace may have: Rollouts are one where there are any. */
export async function presentKinds(client: KubeClient, namespace: string): Promise<readonly Kind[]> {
  try {
    const { items } = await client.list(workloadPath(namespace, 'Rollout'));
    return items.length > 0 ? [...allKinds, 'Rollout'] : allKinds;
  } catch (error) {
    // A cluster without Argo Rollouts has none. Whoever may not list them, which the documented Role may, names them.
    if (error instanceof ApiError && (error.status === 404 || error.status === 403)) return allKinds;
    throw error;
  }
}

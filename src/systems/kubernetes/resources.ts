import type { KubeClient } from './client.ts';
import { ApiError } from './errors.ts';
import { allKinds, type Kind, kinds } from './kinds.ts';

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

/** The kinds of workloads that a cluster has: Rollouts are one where Argo Rollouts is installed. */
export async function presentKinds(client: KubeClient): Promise<readonly Kind[]> {
  try {
    const served = await resourcesOf(client, kinds.Rollout.api.slice('/apis/'.length));
    return served.has('Rollout') ? [...allKinds, 'Rollout'] : allKinds;
  } catch (error) {
    // Every account may ask for this by default; whoever may not has named the Rollouts that are meant.
    if (error instanceof ApiError && error.status === 403) return allKinds;
    throw error;
  }
}

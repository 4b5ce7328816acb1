import type { KubeClient } from './client.ts';
import { ApiError } from './errors.ts';
import { allKinds, kinds, type WorkloadKind, workloadPath } from './kinds.ts';
import { apiPath } from './names.ts';

/** A kind of objects in the API. */
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
  const list = await client.find<ResourceList>(apiPath(apiVersion));
  const whole = (list?.resources ?? []).filter(({ name }) => !name.includes('/'));
  return new Map(whole.map(({ name, kind, namespaced }) => [kind, { plural: name, namespaced }]));
}

/** The kinds of workloads that a namespace may have: Rollouts are one where there are any, or where that is not known. */
export async function presentKinds(client: KubeClient, namespace: string): Promise<readonly WorkloadKind[]> {
  try {
    const { items } = await client.list(workloadPath(namespace, 'Rollout'));
    return items.length > 0 ? withRollouts : allKinds;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) return allKinds;
    // An account that may not list them gets the same answer from a cluster that does not know them.
    if (error.status === 403) return (await servesRollouts(client)) ? withRollouts : allKinds;
    throw error;
  }
}

const withRollouts: readonly WorkloadKind[] = [...allKinds, 'Rollout'];

/** Every account may ask for this by default; one that may not is asked for nothing more. */
async function servesRollouts(client: KubeClient): Promise<boolean> {
  try {
    return (await resourcesOf(client, kinds.Rollout.api.slice('/apis/'.length))).has('Rollout');
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return false;
    throw error;
  }
}

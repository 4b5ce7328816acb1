import { joined, objectsOfWorkload, templateRef } from '../domain/workloads/joined.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { refOf, workloadPath } from '../systems/kubernetes/kinds.ts';
import type { PodTemplate, Workload } from '../systems/kubernetes/objects.ts';
import type { NamespaceCache } from './namespace.ts';
import { mergePatch } from './rollout-kind.ts';

type Query = Readonly<Record<string, string>>;

/** What is patched of a workload. */
interface Patch {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string | null>> };
  readonly spec: { readonly template: Partial<PodTemplate>; readonly paused?: boolean };
}

/**
 * Patches a workload, from a fresh read after a conflict. `patch` gets the newest state and answers the patch for it; it throws
 * where the workload is no longer what was planned for.
 *
 * @returns the workload as it is afterwards
 */
export async function patchWorkload(
  { client, namespace }: { readonly client: KubeClient; readonly namespace: Pick<NamespaceCache, 'put'> },
  workload: Workload,
  patch: (fresh: Workload) => object,
): Promise<Workload> {
  const { after } = await patchFresh(client, workload, patch);
  for (const object of objectsOfWorkload(after)) namespace.put(object);
  return after;
}

/** The same as a dry run: what it would be patched from and what it would be then, by all policies of the cluster. */
export const tryPatch = (client: KubeClient, workload: Workload, patch: (fresh: Workload) => object) =>
  patchFresh(client, workload, patch, { dryRun: 'All' });

/** A workload as it is now. */
export async function readWorkload(
  client: KubeClient,
  { kind, metadata: { namespace, name } }: Workload,
): Promise<Workload> {
  const own = await client.get<Workload>(workloadPath(namespace, kind, name));
  const ref = templateRef(own);
  return ref ? joined(own, await client.get<Workload>(workloadPath(namespace, ref.kind, ref.name))) : own;
}

async function patchFresh(
  client: KubeClient,
  workload: Workload,
  patch: (fresh: Workload) => object,
  query: Query = {},
): Promise<{ before: Workload; after: Workload }> {
  for (let fresh = workload; ; fresh = await readWorkload(client, workload)) {
    try {
      return { before: fresh, after: await write(client, fresh, patch(fresh) as Patch, query) };
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) throw error;
    }
  }
}

async function write(client: KubeClient, fresh: Workload, patch: Patch, query: Query): Promise<Workload> {
  if (fresh.parts) return writeParts(client, fresh.parts, patch, query);
  return fresh.kind === 'Rollout'
    ? client.patch(pathOf(fresh), PATCH.merge, mergePatch(fresh, patch), query)
    : client.patch(pathOf(fresh), PATCH.strategic, patch, query);
}

/**
 * A Rollout keeps the notes, and its Deployment gets the template. The notes come first: of a run that is killed in between,
 * the next one then knows where it went. A pause comes last: what is left would go on otherwise.
 */
async function writeParts(
  client: KubeClient,
  { rollout, deployment }: NonNullable<Workload['parts']>,
  { metadata = {}, spec: { template, paused } }: Patch,
  query: Query,
): Promise<Workload> {
  const { annotations = {} } = metadata;
  const patchOwn = (body: object) => client.patch<Workload>(pathOf(rollout), PATCH.merge, body, query);
  let own = Object.keys(annotations).length > 0 ? await patchOwn({ metadata: { annotations } }) : rollout;
  const { resourceVersion } = deployment.metadata;
  const body = { metadata: { resourceVersion }, spec: { template } };
  const holder = await client.patch<Workload>(pathOf(deployment), PATCH.strategic, body, query);
  if (paused !== undefined) own = await patchOwn({ spec: { paused } });
  return joined(own, holder);
}

const pathOf = (workload: Workload): string => {
  const { kind, name } = refOf(workload);
  return workloadPath(workload.metadata.namespace, kind, name);
};

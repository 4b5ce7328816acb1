import { ActionError } from '../runner/errors.ts';
import { type Permission, requirePermissions } from '../systems/kubernetes/access.ts';
import { objectPath } from '../systems/kubernetes/names.ts';
import type { Application } from './argo-cd.ts';
import { type ApplicationPlan, planApplication } from './argo-cd-plan.ts';
import { type Clusters, placeOf } from './find.ts';
import type { Move } from './move.ts';

/**
 * Plans the way back of an owner whose workloads these are. Asks for its rights, and changes nothing.
 *
 * @param staying workloads that are meant and stay as they are, as `Kind/namespace/name`
 * @throws ActionError where a right is missing
 */
export async function planOwner(
  clusters: Clusters,
  moves: readonly [Move, ...Move[]],
  staying: ReadonlySet<string>,
  onlyLooks: boolean,
): Promise<ApplicationPlan> {
  const { owner } = moves[0];
  const { object } = owner;
  if (!object) throw new ActionError(`There is no object of the ${owner.name} that could be paused.`);
  const { client, namespace, plural, api } = placeOf(clusters, object);
  const verbs = onlyLooks ? ['get'] : ['get', 'patch'];
  const right = (resource: string, name: string): Permission => ({
    group: api.split('/')[2] ?? '',
    ...{ resource, verbs, names: [name] },
  });
  await requirePermissions(client, namespace, [right(plural, object.name)]);
  const path = objectPath(api, namespace, plural, object.name);
  const plan = planApplication(await client.get<Application>(path), moves, staying);
  const project = plan.application.spec?.project || 'default';
  if (plan.needsWindow)
    await requirePermissions(client, clusters.argo.namespace, [right('appprojects', project)]);
  return plan;
}

import { ActionError } from '../base/errors.ts';
import { type Permission, requirePermissions } from '../systems/kubernetes/access.ts';
import { objectPath } from '../systems/kubernetes/names.ts';
import { type Application, projectOf } from './argo-cd.ts';
import { holds as argoHolds, backByArgo, type WentBack } from './argo-cd-back.ts';
import { type ApplicationPlan, commitsOf, planApplication } from './argo-cd-plan.ts';
import { type Clusters, placeOf } from './find.ts';
import type { FluxObject } from './flux.ts';
import { type FluxPlan, fluxHolds, pauseFlux, planFlux } from './flux-back.ts';
import { backByHelm, type HelmPlan, planHelm } from './helm-back.ts';
import type { Move, MoveContext, Staying } from './move.ts';

/** What is done to one owner, decided before anything is changed. */
export type OwnerPlan = ApplicationPlan | FluxPlan | HelmPlan;

/**
 * Plans the way back of an owner whose workloads these are. Asks for its rights, and changes nothing.
 *
 * @param staying workloads that are meant and stay as they are
 * @throws ActionError where a right is missing
 */
export async function planOwner(
  clusters: Clusters,
  moves: readonly [Move, ...Move[]],
  staying: readonly Staying[],
  onlyLooks: boolean,
): Promise<OwnerPlan> {
  const { owner } = moves[0];
  const { object, release } = owner;
  if (release) return planHelm(clusters.client, owner, release, moves, staying);
  if (!object) throw new ActionError(`There is no object of the ${owner.name} that could be paused.`);
  const { client, namespace, plural, api } = placeOf(clusters, object);
  const verbs = onlyLooks ? ['get'] : ['get', 'patch'];
  const right = (resource: string, name: string): Permission => ({
    group: api.split('/')[2] ?? '',
    ...{ resource, verbs, names: [name] },
  });
  await requirePermissions(client, namespace, [right(plural, object.name)]);
  const path = objectPath(api, namespace, plural, object.name);
  if (object.type !== 'application') return planFlux(owner, path, await client.get<FluxObject>(path));
  const plan = planApplication(await client.get<Application>(path), moves, new Set(staying.map(keyOf)));
  if (plan.needsWindow)
    await requirePermissions(client, clusters.argo.namespace, [
      right('appprojects', projectOf(plan.application)),
    ]);
  return plan;
}

const keyOf = ({ kind, namespace, name }: Staying) => `${kind}/${namespace}/${name}`;

/** Pauses an owner and has it go back, where it does that itself. @throws ActionError where it cannot be paused */
export async function back(context: MoveContext, plan: OwnerPlan): Promise<WentBack> {
  if (plan.type === 'application') return backByArgo(context, plan);
  if (plan.type === 'release') return backByHelm(context, plan);
  await pauseFlux(context, plan);
  return { direct: 'Flux has no way back of its own' };
}

/** Whether an owner is still paused. Helm acts when somebody runs it, which whoever waits for the workloads sees. */
export async function holds(context: MoveContext, plan: OwnerPlan): Promise<boolean> {
  if (plan.type === 'release') return true;
  return plan.type === 'application'
    ? argoHolds(context, plan.application)
    : fluxHolds(context.clusters, plan);
}

/** The commits that all of an owner goes back to; undefined where a part of it does, or not to one that Git has. */
export const commitsOfPlan = (plan: OwnerPlan): readonly string[] | undefined =>
  plan.type === 'application' ? commitsOf(plan) : undefined;

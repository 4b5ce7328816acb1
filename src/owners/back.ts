import { ActionError } from '../base/errors.ts';
import { missingPermissions, type Permission, requirePermissions } from '../systems/kubernetes/access.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { objectPath } from '../systems/kubernetes/names.ts';
import { type Application, projectOf, prunes } from './argo-cd.ts';
import { holds as argoHolds, backByArgo, type WentBack } from './argo-cd-back.ts';
import { type ApplicationPlan, commitsOf, planApplication } from './argo-cd-plan.ts';
import { type Clusters, locateOwnerObject } from './find.ts';
import { type FluxObject, inventoryOf } from './flux.ts';
import { fluxHolds, pauseFlux, pinFlux, type Settled } from './flux-back.ts';
import { type FluxPlan, planFlux } from './flux-plan.ts';
import { SOURCE_API } from './flux-source.ts';
import { backByHelm, deployedSince, type HelmPlan, planHelm } from './helm-back.ts';
import { rerunRefusal } from './jobs.ts';
import {
  earliestNext,
  type Move,
  type MoveContext,
  type Staying,
  withRollouts,
  workloadKey,
} from './move.ts';
import type { Found } from './owner.ts';
import { deletionRefusal, keepWords } from './pruning.ts';

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
  readOnly: boolean,
): Promise<OwnerPlan> {
  const { owner } = moves[0];
  const { object, release } = owner;
  if (release) return planHelm(clusters.client, owner, release, moves, staying);
  if (!object) throw new ActionError(`There is no object of the ${owner.name} that could be paused.`);
  const { client, namespace, plural, api } = locateOwnerObject(clusters, object);
  const verbs = readOnly ? ['get'] : ['get', 'patch'];
  const right = (resource: string, name: string): Permission => ({
    group: api.split('/')[2] ?? '',
    ...{ resource, verbs, names: [name] },
  });
  await requirePermissions(client, namespace, [right(plural, object.name)]);
  const path = objectPath(api, namespace, plural, object.name);
  const stays = new Set(withRollouts(staying).map(workloadKey));
  const next = earliestNext(moves);
  const older = new Set(moves.map((move) => move.namespace));
  if (object.type !== 'application') {
    const flux = await client.get<FluxObject>(path);
    const made = inventoryOf(flux);
    const { prune = true, force: forces = false } = flux.spec ?? {};
    const deleting = { by: 'Flux', prunes: prune, forces } as const;
    const unpruned =
      flux.kind === 'Kustomization' ? await deletionRefusal(client, deleting, made, next, older) : undefined;
    const lacks =
      (await sourceRefusal(client, flux, readOnly)) ?? (await rerunRefusal(client, made, next)) ?? unpruned;
    return { ...planFlux(path, flux, moves, stays, lacks), ...(unpruned && { unpruned, forces }) };
  }
  const application = await client.get<Application>(path);
  const made = (application.status?.resources ?? []).filter(({ hook }) => !hook);
  const reruns = await rerunRefusal(clusters.client, made, next);
  const deleting = { by: 'Argo CD', prunes: prunes(application) } as const;
  const unpruned = await deletionRefusal(clusters.client, deleting, made, next, older);
  const plan = {
    ...planApplication(application, moves, stays, { reruns, unpruned }),
    ...(unpruned && { unpruned }),
  };
  if (plan.needsWindow)
    await requirePermissions(client, clusters.argo.namespace, [
      right('appprojects', projectOf(plan.application)),
    ]);
  return plan;
}

/** Why no source can be made for a Kustomization: the right to, which is wanted and not needed. */
async function sourceRefusal(
  client: KubeClient,
  { spec, metadata }: FluxObject,
  readOnly: boolean,
): Promise<string | undefined> {
  const namespace = spec?.sourceRef?.namespace ?? metadata.namespace ?? '';
  const verbs = readOnly ? ['get'] : ['get', 'create', 'patch'];
  const group = SOURCE_API.split('/')[2] ?? '';
  const missing = await missingPermissions(client, namespace, [
    { group, resource: 'gitrepositories', verbs },
  ]);
  return missing.length > 0
    ? `the credentials may not ${verbs.join(', ')} gitrepositories in the namespace ${namespace}`
    : undefined;
}

/** What has to be done before an owner is handed back, and deletes what it left now. */
export function pruneWarning(plan: OwnerPlan): string | undefined {
  if (plan.type === 'release' || !plan.unpruned) return undefined;
  const isFlux = plan.type === 'flux';
  const keep = `annotate what has to stay (${keepWords(isFlux ? 'Flux' : 'Argo CD')})`;
  const forced = isFlux && plan.forces ? ', turn `spec.force` off' : '';
  return `${plan.name}: ${plan.unpruned}, so it prunes nothing now. Before it is handed back, ${keep}${forced}, and delete what is not needed.`;
}

/** Pauses an owner and has it go back, where it does that itself. @throws ActionError where it cannot be paused */
export async function back(context: MoveContext, plan: OwnerPlan): Promise<WentBack> {
  if (plan.type === 'application') return backByArgo(context, plan);
  if (plan.type === 'release') return backByHelm(context, plan);
  await pauseFlux(context, plan);
  return { direct: 'Flux has no way back of its own' };
}

/** Why what went back does not last, as the rest of a sentence about its owner; undefined where no owner undoes it. */
export async function undoing(context: MoveContext, plan: OwnerPlan): Promise<string | undefined> {
  if (plan.type === 'release') {
    const revision = await deployedSince(context, plan);
    return revision === undefined ? undefined : `was deployed anew (revision ${revision}) while it went back`;
  }
  const isHeld =
    plan.type === 'application'
      ? await argoHolds(context, plan.application)
      : await fluxHolds(context.clusters, plan);
  return isHeld ? undefined : RESUMED;
}

const RESUMED = 'was resumed while it went back, and brings the newer version again';

/** The commits that all of an owner goes back to; undefined where a part of it does, or not to one that Git has. */
export const commitsOfPlan = (plan: OwnerPlan): readonly string[] | undefined =>
  plan.type === 'application'
    ? commitsOf(plan)
    : plan.type === 'flux' && plan.commit !== undefined
      ? [plan.commit]
      : undefined;

/**
 * Has an owner whose workloads went back go on as it is to stand until it is handed back.
 *
 * @param isGood whether its workloads are still as they went back
 * @returns undefined where nothing was to be done
 */
export async function settle(
  context: MoveContext,
  { object }: Found,
  isGood: () => Promise<boolean>,
): Promise<Settled | undefined> {
  if (object?.type !== 'kustomization') return undefined;
  const { namespace, api, plural } = locateOwnerObject(context.clusters, object);
  return pinFlux(context, objectPath(api, namespace, plural, object.name), isGood);
}

import { messageOf } from '../base/errors.ts';
import { back, holds, planOwner } from '../owners/back.ts';
import { type Clusters, isGoneThrough } from '../owners/find.ts';
import type { Move, MoveContext } from '../owners/move.ts';
import type { Found, Synced } from '../owners/owner.ts';
import type { OwnerStep, RollbackPlan } from './execution.ts';
import { createdAt } from './lineage.ts';
import type { NamespaceCache } from './namespace.ts';
import type { Step } from './plan.ts';

/** Plans the way back of every owner. Asks for its rights, and changes nothing. */
export async function planOwners(
  steps: readonly Step[],
  namespace: NamespaceCache,
  clusters: Clusters,
  onlyLooks: boolean,
): Promise<OwnerStep[]> {
  const moving = steps.filter(({ action, owner }) => action === 'roll-back' && isGoneThrough(owner));
  // One without a history is what the newer release added.
  const staying = new Set(
    steps
      .filter(({ action }) => action === 'no-op' || action === 'skip')
      .map(({ kind, name }) => `${kind}/${namespace.name}/${name}`),
  );
  const byOwner = Map.groupBy(moving, ({ owner }) => owner?.name);
  return Promise.all(
    [...byOwner.values()].map(async (own) => {
      const moves = own.map((step) => moveOf(step, namespace)) as [Move, ...Move[]];
      return { plan: await planOwner(clusters, moves, staying, onlyLooks), steps: own };
    }),
  );
}

function moveOf(step: Step, namespace: NamespaceCache): Move {
  const { kind, name, target, workload } = step;
  const made = (target && createdAt(target)) ?? Number.POSITIVE_INFINITY;
  const others = namespace.history(workload).filter((revision) => revision !== target);
  const later = others.map((revision) => createdAt(revision) ?? 0).filter((at) => at > made);
  const { name: marker, ...marked } = step.good?.owner ?? {};
  return {
    ...{ kind, name, namespace: namespace.name, owner: step.owner as Found },
    ...(marker === step.owner?.name && { marked: marked as Synced }),
    since: made,
    until: Math.min(...later),
  };
}

/** What going through owners needs of an execution, and what it remembers. */
type Through = Pick<RollbackPlan, 'log' | 'record' | 'rollback' | 'owners'> & {
  /** Those that were asked so far; why one could not be paused, where it could not. */
  readonly gone: Map<OwnerStep, string | undefined>;
};

const contextOf = ({ log, rollback, owners }: Through): MoveContext => ({
  clusters: owners.clusters,
  ...{ log, id: rollback.id, reason: rollback.reason },
});

/**
 * Has the owners of these workloads go back, each once.
 *
 * @returns why a workload must not be touched, by step: its owner could not be paused, and would undo it
 */
export async function ownersBack(
  through: Through,
  group: readonly Step[],
): Promise<ReadonlyMap<Step, string>> {
  const failed = new Map<Step, string>();
  const meant = through.owners.steps.filter(({ steps }) => steps.some((step) => group.includes(step)));
  await Promise.all(
    meant.map(async (owner) => {
      if (!through.gone.has(owner)) through.gone.set(owner, await ownerBack(through, owner));
      const why = through.gone.get(owner);
      for (const step of owner.steps) if (why !== undefined) failed.set(step, why);
    }),
  );
  return failed;
}

async function ownerBack(through: Through, { plan }: OwnerStep): Promise<string | undefined> {
  const subject = { component: 'owner', step: `go back ${plan.name}` } as const;
  const began = performance.now();
  through.record({ ...subject, status: 'started', message: `${plan.name}: ${plan.words}` });
  const ended = () => ({ seconds: (performance.now() - began) / 1000 });
  try {
    const { direct } = await back(contextOf(through), plan);
    const message = direct
      ? `${plan.name} is paused; its workloads are patched directly, because ${direct}`
      : `${plan.name} is paused and went back`;
    through.record({ ...subject, status: 'done', message, ...ended() });
    through.log.info(`✓ ${message}`);
    return undefined;
  } catch (error) {
    const message = `the ${plan.name} could not be paused, so nothing was changed: ${messageOf(error)}`;
    through.record({ ...subject, status: 'failed', message, ...ended() });
    return message;
  }
}

/** The owners that somebody has resumed while their workloads went back: what they bring undoes it. */
export async function resumed(through: Through): Promise<readonly OwnerStep[]> {
  const gone = [...through.gone].filter(([, why]) => why === undefined).map(([owner]) => owner);
  const held = await Promise.all(gone.map(({ plan }) => holds(contextOf(through), plan)));
  return gone.filter((_, at) => !held[at]);
}

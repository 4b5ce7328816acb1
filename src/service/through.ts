import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { asSentence } from '../base/sentence.ts';
import { holderOf } from '../domain/workloads/joined.ts';
import { back, planOwner, pruneWarning, settle, undoing } from '../owners/back.ts';
import { type Clusters, isGoneThrough } from '../owners/find.ts';
import { unfinished } from '../owners/helm-back.ts';
import type { Move, MoveContext, Staying } from '../owners/move.ts';
import type { Found, Synced } from '../owners/owner.ts';
import { label, refOf, workloadPath } from '../systems/kubernetes/kinds.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';
import type { OwnerStep, RollbackPlan } from './execution.ts';
import { cameBackAfter, createdAt } from './lineage.ts';
import { lingeringWarning } from './lingering.ts';
import type { NamespaceCache } from './namespace.ts';
import type { Step, Wanted } from './plan.ts';
import { isReactionTo } from './reaction.ts';

/**
 * Plans every owner that goes back itself, and logs the plans; warns of pending operations of Helm. Checks the rights, and
 * changes nothing.
 */
export async function planOwners(
  steps: readonly Step[],
  gitops: Wanted['gitops'],
  namespace: NamespaceCache,
  clusters: Clusters,
  readOnly: boolean,
  log: Log,
): Promise<OwnerStep[]> {
  const moving = steps.filter(
    ({ action, owner }) => gitops === 'through' && action === 'roll-back' && isGoneThrough(owner),
  );
  const staying = steps.flatMap((step) => stayingOf(step, namespace.name) ?? []);
  const byOwner = Map.groupBy(moving, ({ owner }) => owner?.name);
  await warnOfUnfinished(
    steps.flatMap(({ owner }) => (owner && !byOwner.has(owner.name) ? [owner] : [])),
    clusters,
    log,
  );
  return Promise.all(
    [...byOwner.values()].map(async (own) => {
      const moves = own.map((step) => moveOf(step, namespace)) as [Move, ...Move[]];
      const plan = await planOwner(clusters, moves, staying, readOnly);
      log.info(`${plan.name}: ${plan.words}`);
      const unpruned = pruneWarning(plan);
      if (unpruned) log.warn(unpruned);
      if (plan.type === 'release' && typeof plan.way === 'string') warnOfLingering(own, log);
      return { plan, steps: own };
    }),
  );
}

/** A run that was killed while Helm went back may have left nothing else to be done. */
async function warnOfUnfinished(owners: readonly Found[], { client }: Clusters, log: Log): Promise<void> {
  const releases = new Map(
    owners.flatMap(({ name, release }) => (release ? [[name, release] as const] : [])),
  );
  for (const [name, release] of releases)
    for (const words of await unfinished(client, release)) log.warn(`${name}: ${words}.`);
}

/** What Helm has not taken back itself it may not take away either. */
function warnOfLingering(steps: readonly Step[], log: Log): void {
  for (const step of steps) {
    const warning = lingeringWarning(step.workload, step.template);
    if (warning) log.warn(`${label(step)}: ${asSentence(warning)}`);
  }
}

/** A workload as its owner knows it: the object that its template is in. */
function ownedAs(
  { workload, kind, name }: Step,
  namespace: string,
): Pick<Move, 'kind' | 'name' | 'namespace' | 'rollout'> {
  const holder = refOf(holderOf(workload));
  return workload.parts
    ? { ...holder, namespace, rollout: { kind, name, namespace } }
    : { kind, name, namespace };
}

function stayingOf(step: Step, namespace: string): Staying | undefined {
  const { action, workload } = step;
  if (action !== 'no-op' && action !== 'skip') return undefined;
  // One without a history is what the newer release added.
  return { ...ownedAs(step, namespace), template: workload.spec.template, isNew: action === 'skip' };
}

function moveOf(step: Step, namespace: NamespaceCache): Move {
  const { target, workload } = step;
  const history = namespace.history(workload);
  const made = (target && createdAt(target)) ?? Number.POSITIVE_INFINITY;
  const others = history.filter((revision) => revision !== target);
  const later = others.map((revision) => createdAt(revision) ?? 0).filter((at) => at > made);
  // One that came back has the age of its first time, and what has no revision yet has none.
  const isKnown = later.length > 0 && target !== undefined && cameBackAfter(target, history).length === 0;
  const { name: marker, ...marked } = step.good?.owner ?? {};
  return {
    ...{ ...ownedAs(step, namespace.name), owner: step.owner as Found, template: step.template },
    ...(marker === step.owner?.name && { marked: marked as Synced }),
    since: made,
    until: isKnown ? Math.min(...later) : undefined,
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
  const affected = through.owners.steps.filter(({ steps }) => steps.some((step) => group.includes(step)));
  await Promise.all(
    affected.map(async (owner) => {
      if (!through.gone.has(owner)) through.gone.set(owner, await ownerBack(through, owner));
      const failure = through.gone.get(owner);
      for (const step of owner.steps) if (failure !== undefined) failed.set(step, failure);
    }),
  );
  return failed;
}

async function ownerBack(through: Through, { plan, steps }: OwnerStep): Promise<string | undefined> {
  const subject = { component: 'owner', step: `go back ${plan.name}` } as const;
  const began = performance.now();
  through.record({ ...subject, status: 'started', message: `${plan.name}: ${plan.words}` });
  const ended = () => ({ seconds: (performance.now() - began) / 1000 });
  try {
    const { direct } = await back(contextOf(through), plan);
    const isPaused = plan.type !== 'release';
    const message = direct
      ? `${plan.name}${isPaused ? ' is paused;' : ':'} its workloads are patched directly, because ${direct}`
      : `${plan.name} ${isPaused ? 'is paused and went back' : 'went back'}`;
    through.record({ ...subject, status: 'done', message, ...ended() });
    through.log.info(`✓ ${message}`);
    if (direct && plan.type === 'release' && typeof plan.way !== 'string')
      warnOfLingering(steps, through.log);
    return undefined;
  } catch (error) {
    const failed = plan.type === 'release' ? 'did not go back' : 'could not be paused';
    const message = `the ${plan.name} ${failed}, so its workloads were left as they are: ${messageOf(error)}`;
    through.record({ ...subject, status: 'failed', message, ...ended() });
    return message;
  }
}

/** The owners that bring the newer version again, each with why, as a sentence about it. */
export async function undone(through: Through): Promise<ReadonlyMap<OwnerStep, string>> {
  const gone = [...through.gone].filter(([, failure]) => failure === undefined).map(([owner]) => owner);
  const found = await Promise.all(gone.map(({ plan }) => undoing(contextOf(through), plan)));
  return new Map(
    gone.flatMap((owner, at) => (found[at] ? [[owner, `the ${owner.plan.name} ${found[at]}`] as const] : [])),
  );
}

/** Why a workload must not be patched after its release of Helm went back: it was deployed anew. */
export async function deployedAnew(through: Through, step: Step): Promise<string | undefined> {
  const own = [...through.gone.keys()].find(({ steps }) => steps.includes(step));
  if (own?.plan.type !== 'release') return undefined;
  const reason = await undoing(contextOf(through), own.plan);
  return reason && `the ${own.plan.name} ${reason}`;
}

/**
 * Has the owners of what went back, now or by an earlier attempt, go on as they are to stand until they are handed back.
 * What is not done is said, and no failure of the rollback.
 *
 * @returns the workloads that an owner has brought to something else meanwhile, and that have to be patched once more
 */
export async function settleOwners(
  through: Through & Pick<RollbackPlan, 'client' | 'namespace'>,
  results: readonly { readonly step: Step; readonly outcome: string }[],
): Promise<readonly Step[]> {
  const byOwner = Map.groupBy(results, ({ step }) => step.owner?.name);
  const gone = new Set([...through.gone.keys()].map(({ plan }) => plan.name));
  const astray: Step[] = [];
  for (const own of byOwner.values()) {
    const steps = own.map(({ step }) => step);
    const owner = steps[0]?.owner;
    const isDone = own.every(({ outcome }) => outcome !== 'failed' && outcome !== 'skipped');
    if (!owner || !isDone || !(gone.has(owner.name) || owner.pausedBy)) continue;
    const subject = { component: 'owner', step: `pin ${owner.name}` } as const;
    try {
      let away: Step[] = [];
      const settled = await settle(contextOf(through), owner, async () => {
        away = await changedPods(through, steps);
        return away.length === 0;
      });
      // A resume by someone else is reported by the check that all of it is undone.
      if (settled === undefined || settled.isLost) continue;
      const message = `${owner.name} ${settled.words}`;
      through.log.info(`✓ ${message}`);
      through.record({ ...subject, status: 'done', message });
      if (settled.isAstray) astray.push(...away);
    } catch (error) {
      through.log.warn(`The ${owner.name} stays as it is: ${messageOf(error)}`);
      through.record({ ...subject, status: 'failed', message: messageOf(error) });
    }
  }
  return astray;
}

/** Those of these workloads whose pods are not as they went back, but for annotations. */
async function changedPods(
  { client, namespace }: Pick<RollbackPlan, 'client' | 'namespace'>,
  steps: readonly Step[],
): Promise<Step[]> {
  const isAway = await Promise.all(
    steps.map(async ({ workload, template }) => {
      const { kind, name } = refOf(holderOf(workload));
      const { spec } = await client.get<Workload>(workloadPath(namespace.name, kind, name));
      return !isReactionTo(template, spec.template) || !isReactionTo(spec.template, template);
    }),
  );
  return steps.filter((_, at) => isAway[at]);
}

import { hasTemplate, objectsOfWorkload } from '../domain/workloads/joined.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { label, refOf } from '../systems/kubernetes/kinds.ts';
import { type ConfigRef, configRefs } from './config-refs.ts';
import {
  findRestores,
  isCopyOf,
  isMadeAnew,
  keptFromReplacing,
  type NamedCopy,
  namedCopies,
  type Restore,
} from './copies.ts';
import { currentRevision, type Revision } from './history.ts';
import { cameAt } from './lineage.ts';
import { goodMark, leftConfigMark } from './marks.ts';
import type { NamespaceCache } from './namespace.ts';
import type { Step } from './plan.ts';
import { cameWithDeploy, isRenewed, lastWriter, wasWrittenWith } from './renewed.ts';

/** The configuration that goes back with a plan. */
export interface ConfigurationPlan {
  readonly restores: readonly Restore[];
  /** Secrets among them that no deploy of what is rolled back has changed: they go back by consent alone. */
  readonly rotated: readonly string[];
  readonly warnings: readonly string[];
}

/** Where nothing of it goes back. */
export const NO_CONFIGURATION: ConfigurationPlan = { restores: [], rotated: [], warnings: [] };

/** True where a plan's targets have kept configuration, so that the rights to read and write it are needed. */
export const hasCopies = (steps: readonly Step[]): boolean => steps.some((step) => copiesOf(step).length > 0);

/** Finds what of the configuration that was kept for the targets differs from what is there now. */
export async function planConfiguration(
  client: KubeClient,
  name: string,
  steps: readonly Step[],
  namespace: NamespaceCache,
): Promise<ConfigurationPlan> {
  const active = steps.filter((step) => step.action === 'roll-back' || step.action === 'no-op');
  const named = active.sort(byWeight).flatMap(copiesOf);
  const copies = new Map(named.map((copy) => [copy.ref, copy]));
  const { restores: all, missing, foreign } = await findRestores(client, name, [...copies.values()]);
  const owned = all.filter(({ live }) => live && isRenewed(live));
  const came = (restore: Restore, how: typeof cameWithDeploy) => isOfDeploys(restore, active, namespace, how);
  const isApart = (restore: Restore) => !came(restore, (live, _, newer) => wasWrittenWith(live, newer));
  const neededBy = new Map(
    all
      .filter((restore) => !owned.includes(restore) && isApart(restore))
      .map((restore) => [restore, markedWith(restore, active, namespace)] as const)
      .filter(([, labels]) => labels.length > 0),
  );
  const kept = new Map(
    all.flatMap((restore) => {
      const reason = keptFromReplacing(restore);
      return reason === undefined || owned.includes(restore) || neededBy.has(restore)
        ? []
        : [[restore, reason] as const];
    }),
  );
  const restores = all.filter(
    (restore) => !owned.includes(restore) && !neededBy.has(restore) && !kept.has(restore),
  );
  const sharing = othersThatUse(restores, active, namespace);
  const unkept = active.filter(
    (step) =>
      step.action === 'roll-back' && step.target && configRefs(step.template).some((ref) => !copies.has(ref)),
  );
  return {
    restores,
    rotated: restores
      .filter((restore) => restore.live?.kind === 'Secret' && !came(restore, cameWithDeploy))
      .map(({ ref }) => ref),
    warnings: [
      ...warningOf(sharing, 'use configuration that goes back, and are not part of this rollback'),
      ...warningOf(
        unkept.map(label),
        'keep the ConfigMaps and Secrets that they have now where mark-good kept no copy',
      ),
      ...warningOf(missing, 'cannot go back, because the kept copy is gone'),
      ...warningOf(
        foreign,
        'cannot go back, because what the mark names is not a copy that mark-good has made',
      ),
      ...warningOf(
        owned.map(({ ref }) => ref),
        'would go back, but a controller renews it: it stays as it is',
      ),
      ...[...neededBy].map(
        ([{ ref }, labels]) =>
          `${ref} would go back, but ${labels.join(', ')} was marked good with what it holds now: it stays as it is`,
      ),
      ...[...kept].map(([{ ref }, reason]) => `${ref} cannot go back, because ${reason}: it stays as it is`),
      ...warningOf(
        restores.filter(isMadeAnew).map(({ ref }) => ref),
        'is immutable and is made anew under the same name: a node on which a pod uses it goes on giving pods what it held before (kubernetes/website#42359), so see what the new ones read, and delete those at once that share a node where it is not the older one',
      ),
      ...restores.filter(isApart).flatMap(changedApart),
    ],
  };
}

const warningOf = (list: readonly string[], words: string): string[] =>
  list.length > 0 ? [`${list.join(', ')} ${words}`] : [];

/** Labels of the workloads that use what goes back and do not go back themselves. */
function othersThatUse(
  restores: readonly Restore[],
  steps: readonly Step[],
  namespace: NamespaceCache,
): string[] {
  const own = steps.flatMap(({ workload }) => objectsOfWorkload(workload));
  const uids = new Set(own.map(({ metadata }) => metadata.uid));
  return namespace
    .workloads()
    .filter(({ metadata }) => !uids.has(metadata.uid))
    .filter((workload) => hasTemplate(workload) && uses(workload.spec.template, restores))
    .map((workload) => label(refOf(workload)));
}

/** True where the present contents came with one of the deploys that are rolled back. */
function isOfDeploys(
  { ref, live }: Restore,
  steps: readonly Step[],
  namespace: NamespaceCache,
  how: typeof cameWithDeploy,
): boolean {
  if (!live) return false;
  return steps.some(({ workload, template, target, action }) => {
    const number = target?.number ?? Number.POSITIVE_INFINITY;
    const history = namespace.history(workload);
    const newer = history
      .filter((revision) => revision.number > number)
      .map((revision) => cameAt(revision, workload, history));
    return action === 'roll-back' && configRefs(template).includes(ref) && how(live, workload, newer);
  });
}

/** The workloads that stay as they are and were marked good with the present contents: the older ones are none of theirs. */
function markedWith({ ref, live }: Restore, steps: readonly Step[], namespace: NamespaceCache): string[] {
  if (!live) return [];
  const goesBack = new Set(steps.filter(({ action }) => action === 'roll-back').map(({ uid }) => uid));
  return namespace
    .workloads()
    .filter((workload) => !goesBack.has(workload.metadata.uid))
    .filter((workload) => {
      const object = currentRevision(workload, namespace.history(workload))?.object;
      const copy = object && goodMark(object)?.config[ref];
      return object !== undefined && copy !== undefined && isCopyOf(copy, object.metadata.uid, live);
    })
    .map((workload) => label(refOf(workload)));
}

/** The last writer of a ConfigMap that was changed apart from the deploys that are rolled back: by hand in an incident, say. */
function changedApart({ ref, live }: Restore): string[] {
  const { manager, time } = (live?.kind === 'ConfigMap' && lastWriter(live)) || {};
  return manager && time
    ? [
        `${ref} was last changed by ${manager} at ${time}, apart from the deploy that is rolled back, and goes back all the same (\`restore-config: never\` keeps all configuration as it is)`,
      ]
    : [];
}

/**
 * Where workloads kept different copies of the same ConfigMap, the last one here counts: that of a workload that is
 * rolled back before that of one that stays, and among those the one that was kept last.
 */
function byWeight(a: Step, b: Step): number {
  const rank = (step: Step) => (step.action === 'roll-back' ? 1 : 0);
  return rank(a) - rank(b) || keptAt(a.target).localeCompare(keptAt(b.target));
}

/** True where a template refers to something that goes back. */
export function uses(template: Step['template'], restores: readonly Restore[]): boolean {
  const refs = new Set<ConfigRef>(configRefs(template));
  return restores.some((restore) => refs.has(restore.ref));
}

/**
 * The copies that belong to a step's target: kept when it was marked good, or when its configuration was replaced. Those
 * of what its template does not refer to are none of its business, whatever a mark says.
 */
function copiesOf({ target, template }: Step): NamedCopy[] {
  if (!target) return [];
  const used = new Set<ConfigRef>(configRefs(template));
  const copies = { ...leftConfigMark(target.object)?.config, ...goodMark(target.object)?.config };
  return namedCopies(target.object.metadata.uid, copies).filter(({ ref }) => used.has(ref));
}

function keptAt(revision: Revision | undefined): string {
  return (revision && (goodMark(revision.object) ?? leftConfigMark(revision.object))?.at) ?? '';
}

import { ActionError, messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { asSentence } from '../base/sentence.ts';
import { hasTemplate, objectsOfWorkload } from '../domain/workloads/joined.ts';
import type { Subject } from '../record/catalogue.ts';
import type { NewEvent } from '../record/record.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { label, refOf } from '../systems/kubernetes/kinds.ts';
import {
  type ConfigRef,
  type Copies,
  configRefs,
  findRestores,
  isCopyOf,
  keepCopies,
  type NamedCopy,
  namedCopies,
  type Restore,
  restoreConfig,
} from './copies.ts';
import { currentRevision, type Revision } from './history.ts';
import { lingeringKeys } from './lingering.ts';
import { annotateRevision, goodMark, leftConfigAnnotation, leftConfigMark } from './marks.ts';
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
  const restores = all.filter((restore) => !owned.includes(restore) && !neededBy.has(restore));
  const uids = new Set(
    active.flatMap(({ workload }) => objectsOfWorkload(workload).map(({ metadata }) => metadata.uid)),
  );
  const others = namespace.workloads().filter((workload) => !uids.has(workload.metadata.uid));
  const sharing = others
    .filter((workload) => hasTemplate(workload) && uses(workload.spec.template, restores))
    .map((workload) => label(refOf(workload)));
  const unkept = active.filter(
    (step) =>
      step.action === 'roll-back' && step.target && configRefs(step.template).some((ref) => !copies.has(ref)),
  );
  const warningOf = (list: readonly string[], words: string) =>
    list.length > 0 ? [`${list.join(', ')} ${words}`] : [];
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
      ...restores.filter(isApart).flatMap(changedApart),
    ],
  };
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
    const newer = namespace.history(workload).filter((revision) => revision.number > number);
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

/** What of a plan's configuration the workloads of one group use, before or after. */
export function restoresFor(steps: readonly Step[], restores: readonly Restore[]): Restore[] {
  const active = steps.filter((step) => step.action === 'roll-back' || step.action === 'no-op');
  return restores.filter((restore) => active.some((step) => uses(step.template, [restore])));
}

/** Copies of what was replaced, by the uid of the revision that each is remembered on. */
export type Captured = ReadonlyMap<string, Copies>;

/** A rollback under way, as far as its configuration goes. */
interface ConfigurationTask {
  readonly client: KubeClient;
  readonly log: Log;
  readonly record: (event: NewEvent) => void;
  readonly rollback: { readonly id: string; readonly run: string };
  readonly groups: readonly (readonly Step[])[];
  readonly restores: readonly Restore[];
  readonly captured: Captured;
}

/**
 * Keeps the present contents as copies owned by the revisions that are left behind, then puts those of `due` in their
 * place. Where one cannot be, those before it go back to what they were: no workload has been touched yet.
 *
 * @returns the copies of what was there, of revisions that none was captured for before
 */
export async function putConfigurationBack(
  undertaking: ConfigurationTask,
  due: readonly Restore[],
): Promise<Captured> {
  const { client, log, record } = undertaking;
  const captured = await captureConfiguration(undertaking, due);
  for (const restore of due) {
    const event = {
      component: restore.ref as Subject<'configuration'>['component'],
      where: { cluster: client.cluster, namespace: restore.copy.metadata.namespace },
      step: 'put configuration back',
      to: restore.copy.metadata.name,
    } as const;
    try {
      const before = await restoreConfig(client, restore);
      const warning = before && lingeringKeys(before, restore.copy);
      if (warning) log.warn(`${restore.ref}: ${asSentence(warning)}`);
    } catch (error) {
      record({ ...event, status: 'failed', message: messageOf(error) });
      await bringConfigurationBack(client, restore.copy.metadata.namespace, captured, log);
      throw new ActionError(
        `${restore.ref} could not be put back from ${restore.copy.metadata.name}, and its workloads were not touched: ${messageOf(error)}`,
        { cause: error },
      );
    }
    log.info(`✓ ${restore.ref}: put back from its copy ${restore.copy.metadata.name}`);
    record({ ...event, status: 'done' });
  }
  return captured;
}

/** Puts captured contents back; what cannot be is warned about, with the copies that have it. */
export async function bringConfigurationBack(
  client: KubeClient,
  name: string,
  captured: Captured,
  log: Log,
): Promise<void> {
  // Those of one ConfigMap have the same content, whosever they are.
  const named = [...captured].flatMap(([owner, copies]) => namedCopies(owner, copies));
  const kept = [...new Map(named.map((copy) => [copy.ref, copy])).values()];
  try {
    const { restores } = await findRestores(client, name, kept);
    for (const restore of restores) await restoreConfig(client, restore);
  } catch (error) {
    const copies = kept.map((copy) => copy.name).join(', ');
    log.warn(`The configuration could not be brought back: ${messageOf(error)}; its copies are ${copies}.`);
  }
}

/**
 * Copies of all configuration that is about to be replaced, also what other workloads use: all of a revision's, before the
 * first of it is replaced. It is remembered on the revision that is left, at once: a run that is killed after the contents are
 * replaced cannot read them any more, and the next one finds no difference there, but what was remembered.
 */
async function captureConfiguration(
  { client, rollback, groups, restores, captured: before }: ConfigurationTask,
  due: readonly Restore[],
): Promise<Captured> {
  const captured = new Map<string, Copies>();
  for (const step of groups.flat().filter(({ action }) => action === 'roll-back' || action === 'no-op')) {
    const owner = (step.current ?? step.target)?.object;
    const used = new Set<ConfigRef>([
      ...configRefs(step.workload.spec.template),
      ...configRefs(step.template),
    ]);
    if (!owner || before.has(owner.metadata.uid) || !due.some(({ ref }) => used.has(ref))) continue;
    const refs = restores.map(({ ref }) => ref).filter((ref) => used.has(ref));
    const config = await keepCopies(client, owner, refs);
    // What a revision that stays was found with is not its own.
    if (step.action === 'roll-back') await remember(client, owner, rollback, config);
    captured.set(owner.metadata.uid, config);
  }
  return captured;
}

async function remember(
  client: KubeClient,
  revision: Revision['object'],
  { id, run }: ConfigurationTask['rollback'],
  config: Copies,
): Promise<void> {
  const earlier = leftConfigMark(revision);
  const isOurs = earlier?.id === id || earlier?.run === run;
  const mark = {
    revision: revision.metadata.uid,
    id,
    run,
    at: new Date().toISOString(),
    config: { ...(isOurs ? earlier?.config : {}), ...config },
  };
  await annotateRevision(client, revision, leftConfigAnnotation(mark));
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
